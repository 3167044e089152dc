# %% [markdown]
# # Reading & "writing"
#
# > **What is really tested.** That you read `code` before you write any,
# > and [links](../1_coding/104_brackets.ipynb) too.
#
# **Time**: 5 minutes reading, {{minutes}} minutes practice · {{points}} points
#
# ## A heading with `code`
#
# Go on to [matching](../1_coding/104_brackets.ipynb), or to
# [a place](../1_coding/104_brackets.ipynb#your-turn).
# % a line that is no comment
#
# {role}`is text`
#
# +++
#
# <details>
# <summary>A folded answer</summary>
#
# Text of the folded answer.
#
# ### A heading in a fold
#
# - one
# - two
#
# </details>
#
# ## After the fold
#
# ```mermaid
# graph LR
#   a --> b
# ```
#
# A line of mathematics, $\sqrt{n} \le 2^{n}$, and a block:
#
# $$\sum_{i=1}^{n} x_i < \frac{1}{2}$$

# %% [markdown] essay="opinion" points=4
# Write your opinion here.

# %% [markdown] rubric="opinion"
# | mark | what it takes |
# |---|---|
# | 4 | an opinion |

# %% [markdown]
# ## Next
#
# {{next}}
