# %% [markdown]
# # Matching brackets
#
# > **What is really tested.** Whether you keep what is still open, and nothing more.
#
# **You will be able to**
#
# - match brackets of several kinds.
#
# **Time**: 20 minutes reading, {{minutes}} minutes practice · {{points}} points

# %% given="setup"
from autograder import check

# %% [markdown]
# ## Your turn
#
# The word zwölfzylinder stands only here.

# %% [markdown] card="balanced"
# Write `balanced`. A text without brackets is balanced.

# %% exercise="balanced"
def balanced(text: str) -> bool:
    """Return whether all brackets of ``text`` are closed in the right order."""
    ### BEGIN SOLUTION
    still_open = []
    for char in text:
        if char in "([{":
            still_open.append(char)
        elif char in ")]}" and "".join(still_open[-1:]) + char not in ("()", "[]", "{}"):
            return False
        elif char in ")]}":
            del still_open[-1]
    return not still_open
    ### END SOLUTION

# %% check="balanced"
check(balanced)

# %% [markdown] hints="balanced"

# %%
print("wide " * 40)

# %% [markdown] card="deepest"
# How deep is the text `(())`?

# %% exercise="deepest"
### BEGIN SOLUTION
deepest = 7 // 3
### END SOLUTION

# %% check="deepest"
check(deepest=deepest)

# %% [markdown] hints="deepest"

# %% [markdown]
# ## Next
#
# {{next}}
