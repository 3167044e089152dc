# %% [markdown]
# # Regex matching
#
# > **What is really tested.** x
#
# **You will be able to**
#
# **Before you start**
#
# **Time**: 20 minutes reading, {{minutes}} minutes practice · {{points}} points

# %% given="setup"
from autograder import check, complexity

# %% [markdown] card="is_match"
# Write.

# %% exercise="is_match"
def is_match(s: str, p: str) -> bool:
    """Return whether the whole of ``s`` matches ``p``."""
    ### BEGIN SOLUTION
    row = [True] + [False] * len(p)
    for j in range(1, len(p)):
        row[j + 1] = p[j] == "*" and row[j - 1]
    for char in s:
        new = [False] * (len(p) + 1)
        for j, token in enumerate(p):
            if token == "*":
                new[j + 1] = new[j - 1] or (row[j + 1] and p[j - 1] in (char, "."))
            else:
                new[j + 1] = row[j] and token in (char, ".")
        row = new
    return row[-1]
    ### END SOLUTION

# %% check="is_match"
check(is_match)

# %% [markdown] hints="is_match"

# %% [markdown]
# ## Next
#
# {{next}}
