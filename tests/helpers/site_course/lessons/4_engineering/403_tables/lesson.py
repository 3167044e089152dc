# %% [markdown]
# # Tables and plots
#
# > **What is really tested.** Whether wide things fit.
#
# **Time**: 10 minutes reading, {{minutes}} minutes practice · {{points}} points

# %% given="setup"
import pandas as pd
from IPython.display import HTML

from autograder.figures import axes, picture, style

# %% [markdown]
# ## A table
#
# |  | first column with a long name | second column with a long name | third |
# |---|---:|:-:|---|
# | row | 1 | 2 | `a_name_that_is_rather_long_for_a_phone` |

# %%
pd.DataFrame({f"a_long_column_{n}": [n * 1.5, n] for n in range(8)}, index=["first", "second"])

# %%
HTML("<table><tr>" + "<td>one cell of many</td>" * 12 + "</tr></table>")

# %% folded=true
with style():
    plot = axes(6, 3)
    plot.plot([1, 2, 3])
picture(plot.figure, "A line that goes up.")

# %% [markdown]
# ## Next
#
# {{next}}
