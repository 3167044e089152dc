# %% [markdown]
# # Words
#
# For the tests of cohorts. Next: {{ next }}

# %% given="setup"
from autograder import check

# %% exercise="greet"
def greet(name: str) -> str:
    """Return a greeting."""
    ### BEGIN SOLUTION
    return "Hello " + name
    ### END SOLUTION

# %% check="greet"
check(greet)

# %% [markdown] essay="essay_words" points=5
# Write your essay here.

# %% [markdown] rubric="essay_words"
# One point for each word.
