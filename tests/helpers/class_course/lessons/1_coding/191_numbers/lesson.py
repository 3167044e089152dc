# %% [markdown]
# # Numbers
#
# For the tests of cohorts. Next: {{ next }}

# %% given="setup"
from autograder import check

# %% exercise="double"
def double(n: int) -> int:
    """Return twice n."""
    ### BEGIN SOLUTION
    return 2 * n
    ### END SOLUTION

# %% check="double"
check(double)

# %% exercise="sign"
def sign(n: int) -> int:
    """Return -1, 0 or 1."""
    ### BEGIN SOLUTION
    return (n > 0) - (n < 0)
    ### END SOLUTION

# %% check="sign"
check(sign)
