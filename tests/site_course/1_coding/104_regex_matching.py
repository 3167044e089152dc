# %% [markdown]
# # Matching a pattern
#
# > **What is really tested.** Whether you can keep what you have already worked out.
#
# **You will be able to**
#
# - match a text against a pattern.
#
# **Time**: 20 minutes reading, {{minutes}} minutes practice · {{points}} points

# %% given="setup"
from autograder import check

# %% [markdown]
# ## Your turn
#
# The word zwölfzylinder stands only here.

# %% [markdown] card="is_match"
# Write `is_match`.

# %% exercise="is_match"
def is_match(s: str, p: str) -> bool:
    """Return whether the whole of ``s`` matches ``p``."""
    ### BEGIN SOLUTION
    secret_row = [True] + [False] * len(p)
    for j in range(1, len(p)):
        secret_row[j + 1] = p[j] == "*" and secret_row[j - 1]
    for char in s:
        fresh_row = [False] * (len(p) + 1)
        for j, token in enumerate(p):
            if token == "*":
                fresh_row[j + 1] = fresh_row[j - 1] or (secret_row[j + 1] and p[j - 1] in (char, "."))
            else:
                fresh_row[j + 1] = secret_row[j] and token in (char, ".")
        secret_row = fresh_row
    return secret_row[-1]
    ### END SOLUTION

# %% check="is_match"
check(is_match)

# %% [markdown] hints="is_match"

# %%
raise_me = 1
print("a" * 120)

# %% [markdown]
# ## Next
#
# {{next}}
