# %% [markdown]
# # A small lesson
#
# For the tests of the judge.

# %% given="setup"
from autograder import check

# %% exercise="add"
def add(a: int, b: int) -> int:
    """Return a + b."""
    ### BEGIN SOLUTION
    return a + b
    ### END SOLUTION

# %% check="add"
check(add)

# %% exercise="total"
def total(numbers: list[int]) -> int:
    """Return the sum, in one pass."""
    ### BEGIN SOLUTION
    result = 0
    for number in numbers:
        result += number
    return result
    ### END SOLUTION

# %% check="total"
check(total)

# %% exercise="Box"
class Box:
    """Keeps things: put, take the last, None when empty."""

    def __init__(self) -> None:
        ### BEGIN SOLUTION
        self._things = []
        ### END SOLUTION

    def put(self, thing) -> None:
        ### BEGIN SOLUTION
        self._things.append(thing)
        ### END SOLUTION

    def take(self):
        ### BEGIN SOLUTION
        return self._things.pop() if self._things else None
        ### END SOLUTION

# %% check="Box"
check(Box)

# %% exercise="toss"
def toss(sides: list[str], rng) -> str:
    """Return one of the sides, each with the same chance."""
    ### BEGIN SOLUTION
    return sides[rng.randrange(len(sides))]
    ### END SOLUTION

# %% check="toss"
check(toss)

# %% exercise="largest"
def largest(numbers: list[int]) -> int:
    """Return the largest number, without max."""
    ### BEGIN SOLUTION
    best = numbers[0]
    for number in numbers:
        if number > best:
            best = number
    return best
    ### END SOLUTION

# %% check="largest"
check(largest)

# %% exercise="answer"
### BEGIN SOLUTION
answer = 42
### END SOLUTION

# %% check="answer"
check(answer=answer)

# %% [markdown] essay="plan" points=5
# Write your plan here.

# %% [markdown] rubric="plan"
# One point for each step.
