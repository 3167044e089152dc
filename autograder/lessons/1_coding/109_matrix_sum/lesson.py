# %% [markdown]
# # The sum of a matrix
#
# > **What is really tested.** Whether an easy task makes you careless: what is in the cells, how
# > long are the rows, and how exact is a sum of floats?
#
# **You will be able to**
# - add up any matrix exactly, integers and floats, empty and ragged
# - say where a float sum loses digits, how much, and what each remedy costs
# - answer many sums over rectangles in O(1) each
# - keep the running sum of a stream accurate, with two numbers
#
# **Before you start**: lists of lists, loops. What a float is: a number with 53 binary digits.
#
# **Time**: 30 minutes reading, {{minutes}} minutes practice · {{points}} points

# %% given="setup"
import math

from autograder import check, complexity

# %% [markdown]
# ## The question
#
# > "You get a matrix as a list of lists. Return the sum of all its elements."
#
# It looks like a warm-up question, and two loops take a minute to write. Then it goes on: "Good.
# Now the numbers are floats, there are a billion of them, and two machines disagree about the
# result."

# %% [markdown]
# ## Clarify
#
# | You ask | The answer, which the checks assume |
# |---|---|
# | Do all rows have the same length? | Not in the first exercise. Rows may be empty too. |
# | Can the matrix be empty? | Yes: `[]`, and `[[]]`. The sum is 0. |
# | What is in the cells? | Either only `int` or only `float`. Never a `bool`, never a mixture. |
# | How large are the integers? | Any size. The sum is exact. |
# | How exact is a sum of floats? | It's the float nearest to the exact sum. |
# | Infinity, NaN, overflow? | Never, not even in a partial sum. |
# | How large is the matrix? | Up to 100,000 rows. |
# | May I change it? | No. |
# | May I use the standard library? | Yes, including `math.fsum`. |

# %% [markdown]
# ## A tiny example
#
# Three cells in two rows, and an empty row between them. Read them forwards, then backwards.

# %%
matrix = [[0.1, 0.2], [], [0.3]]
cells = [cell for row in matrix for cell in row]

forwards = (cells[0] + cells[1]) + cells[2]
backwards = (cells[2] + cells[1]) + cells[0]
print("forwards ", forwards)
print("backwards", backwards)
print("equal    ", forwards == backwards)

# %% [markdown]
# Each addition of floats is rounded to 53 binary digits. So a sum of floats depends on the order,
# and "the sum" isn't one number unless you say which rounding you mean. In this lesson: add
# exactly, round once.
#
# Order matters for another reason too. A matrix is one long strip of memory, and the picture shows
# two ways to walk over it.

# %% folded=true
from autograder.figures import COLOURS, INK, axes, picture, style


def strip(plot, order, title):
    """Draw twelve cells in memory, and an arc for each step of ``order``."""
    for cell in range(12):
        plot.add_patch(patches.Rectangle((cell - 0.42, -0.42), 0.84, 0.84, lw=0,
                                         facecolor=COLOURS[cell // 4] + "60"))
        plot.text(cell, 0, f"{cell // 4},{cell % 4}", ha="center", va="center", fontsize=8)
    for here, there in zip(order, order[1:]):
        back = there < here
        plot.add_patch(patches.FancyArrowPatch(
            (here, 0.45), (there, 0.45), arrowstyle="-|>", mutation_scale=9, lw=1, color=INK,
            ls=":" if back else "-", connectionstyle=f"arc3,rad={0.35 if back else -0.5}"))
    plot.set(xlim=(-0.7, 11.7), ylim=(-0.6, 0.9 + 0.45 * (order[1] - order[0])), title=title)
    plot.axis("off")


with style():
    from matplotlib import patches

    top, bottom = axes(7, 3.2, nrows=2, height_ratios=(1, 1.7))
    strip(top, list(range(12)), "row by row: always the next cell")
    strip(bottom, [row * 4 + column for column in range(4) for row in range(3)],
          "column by column: a leap of a whole row each time")
    walks = picture(top.figure, "A matrix of 3 rows and 4 columns as a strip of 12 cells, the rows "
                    "one after the other. Row by row, each step goes to the next cell. Column by "
                    "column, each step leaps over four cells, and at the end of a column far back.")
walks

# %% [markdown]
# Memory comes in *cache lines*, on most machines of 64 bytes: eight floats at a time. Row by row
# uses all eight. Column by column, in a large matrix, uses one, and when it comes back for the
# next, the line has left the cache. Below you'll measure what that costs.

# %% [markdown]
# ## Brute force first
#
# Two loops.

# %%
from time import perf_counter


def by_loops(matrix):
    """Add cell after cell, in the order of reading."""
    total = 0
    for row in matrix:
        for cell in row:
            total += cell
    return total


print(by_loops([[1, 2], [3, 4]]), by_loops([]), by_loops([[], [5]]), by_loops([[10**30, 1]]))
for side in (200, 400, 800):
    table = [[1.0] * side for _ in range(side)]
    before = perf_counter()
    by_loops(table)
    print(f"{side:4} x {side:<4} {1000 * (perf_counter() - before):6.1f} ms")

# %% [markdown]
# Twice the side, four times the cells and four times the work: **time** O(cells), **memory** O(1).
# No method has a lower complexity, since every cell must be read. Empty and ragged matrices do no
# harm, because the loops never use a length. And integers are exact.
#
# Floats are not:

# %%
print(by_loops([[1e16, 1.0, 1.0], [-1e16]]), "should be 2.0")
for count in (10, 10**3, 10**5):
    total = by_loops([[0.1] * count])
    print(f"{count:7,} times 0.1 is {total!r:20} (off by {abs(total - count / 10):.1e})")

# %% [markdown]
# ## A better way
#
# What an addition loses isn't gone. It's a float itself, and you can compute it. Fractions show it,
# because they're exact:

# %%
from fractions import Fraction

for a, b in ((1e16, 1.0), (0.1, 0.2), (1.0, 2.0**-60)):
    lost = Fraction(a) + Fraction(b) - Fraction(a + b)
    is_float = Fraction(float(lost)) == lost
    print(f"{a} + {b:.3g} = {a + b}, lost {float(lost):.3g}, which is a float: {is_float}")

# %% [markdown]
# `math.fsum` uses this. It keeps a short list of parts whose sum is exactly the sum so far, puts
# what each addition loses into the list, and rounds once at the end. So its result doesn't depend
# on the order at all. The other methods are between that and two loops. Two of them carry a
# *compensation*, the digits lost so far: this is **compensated summation**. Here $u = 2^{-53}$ is
# the largest relative rounding error of one operation, $n$ the number of cells, $S$ the exact sum
# and $A$ the sum of the absolute values:
#
# | method | error at most, about | memory | used by |
# |---|---|:-:|---|
# | left to right | $n\,u\,A$ | O(1) | two loops, `np.cumsum`, `sum` before Python 3.12 |
# | pairwise: halves, and halves of halves | $u \log_2(n)\,A$ | O(log n) | `np.sum` along a row |
# | compensation, added to the next number (Kahan) | $2u\,A$ | O(1) | code without `fsum` |
# | compensation, kept separately (Neumaier) | $u\,\lvert S\rvert + n^2u^2A$ | O(1) | `sum` since Python 3.12 |
# | exact, rounded once | $u\,\lvert S\rvert$ | a few dozen floats | `math.fsum` |
#
# All of them take O(n) time; from top to bottom each addition costs more.
#
# When all numbers are positive, $A = S$, and even the first row is good enough for a million
# numbers. When large numbers cancel, $A$ is far larger than $S$, and only the last two rows help.
#
# Integers don't need any of this. Python's are exact, and become inexact only when a float touches
# them: `fsum` would convert them to floats.

# %% [markdown]
# ## Your turn

# %% [markdown] card="matrix_sum"
# Write `matrix_sum(matrix)`, which returns the sum of all cells.
#
# - `matrix` is a list of lists. The rows may have different lengths and may be empty, and there may
#   be no row at all. If there's nothing to add, return 0.
# - Either all cells are `int` or all are `float`.
# - For `int` cells of any size, return the exact sum.
# - For `float` cells, return the float nearest to the exact sum, which is what `math.fsum` of all
#   cells returns, equal to the last bit. The cells are finite, and no partial sum overflows.
# - There are up to 100,000 rows.
# - Don't modify the matrix or its rows, and don't keep state between calls.

# %% exercise="matrix_sum"
def matrix_sum(matrix):
    """Return the sum of all cells: exact for ints, rounded once for floats, 0 for none."""
    ### BEGIN SOLUTION
    whole = 0
    floats = []
    for row in matrix:
        for cell in row:
            if isinstance(cell, float):
                floats.append(cell)
            else:
                whole += cell
    return math.fsum(floats) if floats else whole
    ### END SOLUTION

# %% check="matrix_sum"
check(matrix_sum)

# %% [markdown] hints="matrix_sum"

# %% [markdown]
# One sum can't be faster than reading all cells. Many sums can. "The same picture, and a million
# boxes in it: the sum of the pixels of each box."

# %% [markdown] card="rectangle_sums"
# Write `rectangle_sums(matrix, queries)`, which returns a list with the sum of each rectangle.
#
# - `matrix` is a list of rows, all of the same length, with `int` cells of any size. It may be `[]`
#   if there are no queries.
# - `queries` is a list of tuples `(top, left, bottom, right)`: row and column indices from 0, with
#   top ≤ bottom and left ≤ right, inside the matrix. **Both corners belong to the rectangle.**
# - Return exact sums, in the order of the queries. A query may occur twice.
# - Don't modify either argument, and don't keep state between calls.
# - The work is O(cells + queries). Lines of Python are counted for n × n cells and n × n different
#   queries: the exponent must be at most 2.3, and O(cells + queries) has exponent 2.
# - Don't use NumPy or pandas.

# %% exercise="rectangle_sums"
def rectangle_sums(matrix: list[list[int]], queries: list[tuple]) -> list[int]:
    """Return the sum of each rectangle ``(top, left, bottom, right)``, both corners included."""
    ### BEGIN SOLUTION
    width = len(matrix[0]) if matrix else 0
    upto = [[0] * (width + 1)]  # upto[i][j]: the first i rows and the first j columns
    for row in matrix:
        sums, total = [0], 0
        for above, cell in zip(upto[-1][1:], row):
            total += cell
            sums.append(above + total)
        upto.append(sums)

    def rectangle(top, left, bottom, right):
        strip_above = upto[top][right + 1]
        strip_left = upto[bottom + 1][left]
        return upto[bottom + 1][right + 1] - strip_above - strip_left + upto[top][left]

    return [rectangle(*query) for query in queries]
    ### END SOLUTION

# %% check="rectangle_sums"
check(rectangle_sums)

# %% [markdown] hints="rectangle_sums"

# %% [markdown]
# ## A variation, unaided
#
# Set a timer for {{minutes running_sum}} minutes, and keep the hints folded until it goes off. Say
# aloud what you do. "The numbers come in chunks and are gone afterwards. After each chunk I want
# the sum so far on my dashboard. Some numbers are huge and are reversed later."

# %% [markdown] card="running_sum"
# Write `running_sum(chunks)`, which returns a list: after each chunk, the sum of all numbers so
# far.
#
# - `chunks` is an iterator of tuples of floats. It can be read once. A chunk may be empty; then the
#   sum is the same as before, or 0.0. If there are no chunks, return `[]`.
# - Each sum may differ from the exact sum S by at most $2^{-52}\lvert S\rvert + n^2 2^{-104} A$,
#   where n is how many numbers have come and A is the sum of their absolute values. In words: add
#   as if with twice as many digits, and round after each chunk. For `(1.0, 1e100)` and
#   `(1.0, -1e100)` the second sum is 2.0.
# - There may be 50,000 chunks. Don't add earlier numbers again, and don't keep them. The checks
#   count the additions; only an interviewer can see that you keep nothing.
# - The numbers are finite, and no partial sum overflows. Don't keep state between calls.

# %% exercise="running_sum"
def running_sum(chunks) -> list[float]:
    """Return the sum of all numbers so far after each chunk, as if with twice the digits."""
    ### BEGIN SOLUTION
    total = lost = 0.0
    sums = []
    for chunk in chunks:
        for number in chunk:
            new = total + number
            large, small = (total, number) if abs(total) >= abs(number) else (number, total)
            lost += (large - new) + small
            total = new
        sums.append(total + lost)
    return sums
    ### END SOLUTION

# %% check="running_sum"
check(running_sum)

# %% [markdown] hints="running_sum"

# %% [markdown]
# ## Measured complexity
#
# The size is the side n of the matrix, with n² cells and n² queries. So an exponent of 2 is linear,
# and walking down the rows for each query makes it 3.

# %%
complexity(rectangle_sums)

# %% [markdown]
# For the stream, the size is the number of chunks.

# %%
complexity(running_sum)

# %% [markdown]
# ## Wrong answers people give
#
# We write them down and let small matrices show where each one fails first.

# %%
from functools import reduce
from operator import add

MATRICES = {
    "plain": [[1, 2], [3, 4]], "wide": [[1, 2, 3], [4, 5, 6]], "zeros": [[0, 2], [3, 0]],
    "none": [], "no cells": [[]], "first row empty": [[], [5]], "ragged": [[1], [2, 3]],
    "large": [[2**53, 1]], "tenths": [[0.1] * 10], "two rows": [[0.1, 0.2], [0.3]],
    "cancelling": [[1e100], [1.0], [-1e100]],
}


def true_sum(matrix):
    cells = [cell for row in matrix for cell in row]
    return math.fsum(cells) if any(isinstance(cell, float) for cell in cells) else sum(cells)


def first_failure(attempt):
    """The name of the first matrix for which ``attempt`` is wrong, and what it gave."""
    for name, matrix in MATRICES.items():
        try:
            got = attempt([list(row) for row in matrix])
        except Exception as error:
            got = type(error).__name__
        if got != true_sum(matrix):
            return f"{name}: {got!r}, not {true_sum(matrix)!r}"

# %%
def slip(matrix):
    rows = len(matrix)
    return sum(sum(matrix[i]) for i in range(row_count))


ATTEMPTS = {
    "a slip between two names": slip,
    "first row only": lambda m: sum(m[0]),
    "square": lambda m: sum(m[i][j] for i in range(len(m)) for j in range(len(m))),
    "stops at a zero": lambda m: sum(sum(iter(iter(row).__next__, 0)) for row in m),
    "all rows as long as the first": lambda m: sum(
        m[i][j] for i in range(len(m)) for j in range(len(m[0]))),
    "counts the columns first": lambda m: len(m[0]) and true_sum(m),
    "column by column with zip": lambda m: sum(map(sum, zip(*m))),
    "fsum for everything": lambda m: math.fsum(cell for row in m for cell in row),
    "left to right": lambda m: reduce(add, (cell for row in m for cell in row), 0),
    "round(..., 10)": lambda m: round(reduce(add, (cell for row in m for cell in row), 0), 10),
    "fsum of each row, then fsum": lambda m: (
        math.fsum(map(math.fsum, m)) if type(true_sum(m)) is float else true_sum(m)),
}
for name, attempt in ATTEMPTS.items():
    print(f"{name:30} {first_failure(attempt)}")

# %% [markdown]
# | Wrong answer | Why it fails |
# |---|---|
# | a slip between two names | One published answer makes it: it defines one name and loops over another. Run your code once. |
# | first row only, square | A `return` in the loop, or one `len` for both sides. Square examples hide it. |
# | all rows as long as the first, columns first | `matrix[0]` doesn't exist in `[]`, and ragged rows have different lengths. |
# | `zip` | It silently ends with the shortest row. |
# | `fsum` for everything | Integers beyond 2⁵³ become floats. |
# | left to right, rounded | A rounded wrong sum is a wrong sum that looks right. Cancelling shows it. |
# | `fsum` of each row | It rounds once per row. It has to see all cells in one call. |
#
# Two more are about lists. `sum(matrix, [])` joins rows by building a new list for each: 100,000
# rows cost 100,000² / 2 copies. And `cells = matrix[0]` followed by `cells += row` writes into the
# caller's first row.

# %% [markdown]
# ## Spot the error
#
# **1. A popular guide says** that a vectorised BLAS call makes the sum fast. BLAS has products of
# vectors and matrices. Its one routine with "sum" in its name, `dasum`, adds *absolute* values. If
# you have SciPy (`pip install scipy`; the course doesn't need it), the cell calls BLAS itself:

# %%
import numpy as np

x = np.array([1.0, -2.0, 3.0])
try:
    from scipy.linalg.blas import dasum
except ImportError:
    print("without SciPy, what dasum gives:", np.abs(x).sum(), "  np.sum:", np.sum(x))
else:
    print("BLAS dasum:", dasum(x), "  np.sum:", np.sum(x))

# %% [markdown]
# 6.0 and 2.0. So what does `np.sum` do? A few lines of Python return the same bits:

# %%
def pairwise(x):
    """Add like ``np.sum`` does along memory: halves, down to blocks of 128 in eight lanes."""
    if len(x) < 8:
        return reduce(add, x, 0.0)
    if len(x) > 128:
        half = len(x) // 2 // 8 * 8
        return pairwise(x[:half]) + pairwise(x[half:])
    whole = len(x) // 8 * 8
    lanes = [reduce(add, x[k:whole:8]) for k in range(8)]
    for step in (1, 2, 4):
        lanes = [a + b for a, b in zip(lanes[::2], lanes[1::2])]
    return reduce(add, x[whole:], lanes[0])


rng = np.random.default_rng(109)
for count in (7, 100, 1_000, 123_456):
    x = rng.normal(size=count)
    print(f"{count:7,} numbers: pairwise == np.sum: {pairwise(x.tolist()) == np.sum(x)}, "
          f"left to right == np.sum: {reduce(add, x.tolist()) == np.sum(x)}")

# %% [markdown]
# **Correct:** `np.sum` is NumPy's own reduction. The eight lanes fill the processor's wide
# registers, and with the halves the error grows with log n instead of n. (The bits are equal for
# NumPy as built here. NumPy doesn't guarantee the order.)
#
# **2. A popular guide says**: mind integer overflow. Python doesn't have it. NumPy does, and its
# floats are worse:

# %%
hundreds = np.array([100, 100], dtype=np.int8)
print("int8:           ", hundreds.sum(), "as", hundreds.sum().dtype, "- told to stay int8:",
      hundreds.sum(dtype=np.int8))
print("int64 wraps:    ", np.array([2**62, 2**62]).sum())
with np.errstate(over="ignore"):
    print("float16 ones:   ", np.ones(70_000, dtype=np.float16).sum(), "not 70000")
tall = np.full((5_000_000, 2), 0.1, dtype=np.float32)
print("float32, axis 0:", tall.sum(axis=0)[0], "not 500000")
print("float32, all:   ", tall.sum() / 2)
print("into float64:   ", tall.sum(axis=0, dtype=np.float64)[0])
del tall

# %% [markdown]
# Small integers are added in 64 bits unless you say otherwise. int64 wraps silently, and the
# largest finite float16 is 65,504. What hurts in practice is float32 along axis 0. There NumPy adds
# row after row into the totals, left to right, because that's the order of memory. But near 50,000
# a float32 has steps of 1/256, and each 0.1 is rounded to them. (The last line is right: the
# float32 nearest to 0.1 is 0.1000000015.) The running sum shows where it drifts off:

# %% folded=true
with style():
    plot = axes(6.4, 3)
    tenths = np.full(10_000_000, 0.1, dtype=np.float32)
    running = np.cumsum(tenths)  # each sum is the last one and a tenth
    at = np.unique(np.geomspace(1_000, 10_000_000, 600).astype(int))
    plot.plot(at, 100 * (running[at - 1] / (at / 10) - 1), label="left to right")
    some = at[::-50]  # the last one too
    plot.plot(some, [100 * (tenths[:k].sum() / (k / 10) - 1) for k in some], "o", label="pairwise")
    plot.set(xscale="log", xlabel="numbers added, each 0.1", ylabel="error in %")
    plot.legend(loc="upper left")
    drift = picture(plot.figure, "The relative error of a float32 running sum of 0.1 over the number "
                    "of terms, from a thousand to ten million. It stays near zero up to a hundred "
                    "thousand, then swings to plus one, down to minus five and up to plus nine "
                    "percent. The pairwise sum stays at zero throughout.")
print(f"at the end: {100 * (running[-1] / 1e6 - 1):+.1f} %")
del tenths, running
drift

# %% [markdown]
# **Correct:** say which type does the adding. `dtype=np.float64` costs little. Use `math.fsum`
# where the last bit matters. Add left to right in float32 only for short sums.
#
# **3. A popular guide says**: remember the memory layout. It matters, but how much? One run, the
# best of three, per cell and relative to `np.sum`:

# %%
def best_of_3(work):
    def once():
        before = perf_counter()
        work()
        return perf_counter() - before
    return min(once() for _ in range(3))


wide = rng.random((3_000, 3_000))
lists = wide[:300].tolist()
WAYS = {
    "np.sum": (wide.size, lambda: wide.sum()),
    "a product with ones (BLAS)": (wide.size, lambda: wide @ np.ones(3_000)),
    "loop over rows": (wide.size, lambda: [wide[i].sum() for i in range(3_000)]),
    "loop over columns": (wide.size, lambda: [wide[:, j].sum() for j in range(3_000)]),
    "lists: sum(map(sum, ...))": (wide.size / 10, lambda: sum(map(sum, lists))),
    "lists: fsum": (wide.size / 10, lambda: math.fsum(cell for row in lists for cell in row)),
}
seconds = {name: best_of_3(work) / cells for name, (cells, work) in WAYS.items()}
for name, each in seconds.items():
    print(f"{name:27} {each / seconds['np.sum']:6.1f}")
del wide, lists

# %% [markdown]
# **Correct:** go along the rows if the array is stored by rows, as NumPy does by default; `arr.T`
# and arrays from Fortran or MATLAB are stored by columns. The same cells in the other order cost
# several times as much, and Python lists cost more than either, because each cell is an object of
# its own. And NumPy doesn't have ragged arrays:

# %%
try:
    np.array([[1, 2], [3]])
except ValueError as error:
    print("ValueError:", str(error)[:72])

# %% [markdown]
# ## Why it matters in ML engineering
#
# A loss, a gradient and a metric are sums of millions of floats, and a GPU or a cluster adds them
# in parts. How many parts depends on the machine, and which part is ready first may depend on the
# moment. Float addition is commutative but not associative, so the same data can produce different
# bits. That's why a training run doesn't repeat exactly, why two replicas of a service disagree in
# the last digits, and why a test with `==` on a metric fails on another machine.

# %%
gradient = rng.normal(size=1_000_000).astype(np.float32)
results = {}
for workers in (1, 3, 8, 64, 1_000):
    total = np.float32(0)
    for part in np.array_split(gradient, workers):
        total = total + part.sum()
    results[workers] = total
    print(f"{workers:5} workers: {float(total):.10f}")
exact = math.fsum(gradient.tolist())
print(f"rounded once:  {exact:.10f}, in any order: {exact == math.fsum(sorted(gradient.tolist()))}")

# %% [markdown]
# The parts form a tree. Its depth is how often a number is rounded on its way to the result:

# %% folded=true
def tree(plot, levels, title):
    """Draw sums as (place, level) points, each joined to the two below."""
    for (x, y), below in levels.items():
        for u, v in below:
            plot.plot([x, u], [y, v], color=INK, lw=1, zorder=1)
        plot.scatter(x, y, s=55, color=COLOURS[1] if below else COLOURS[0], zorder=2)
    plot.set(xlim=(-0.6, 7.6), ylim=(-0.6, 7.6), title=title)
    plot.axis("off")


leaves = {(k, 0): () for k in range(8)}
chain, balanced, previous = dict(leaves), dict(leaves), (0, 0)
for k in range(1, 8):
    chain[(k - 0.5, k)] = (previous, (k, 0))
    previous = (k - 0.5, k)
row, height = list(leaves), 0
while len(row) > 1:
    height += 7 / 3
    pairs = list(zip(row[::2], row[1::2]))
    row = [((a[0] + b[0]) / 2, height) for a, b in pairs]
    balanced |= dict(zip(row, pairs))

with style():
    left, right = axes(7, 2.6, ncols=2)
    tree(left, chain, "left to right: 7 roundings for the first")
    tree(right, balanced, "pairwise: 3 roundings for each")
    trees = picture(left.figure, "Two ways to add eight numbers. Left to right is a chain of seven "
                    "additions, and the first number passes through all of them. Pairwise is a "
                    "balanced tree of the same seven additions, and each number passes through three.")
trees

# %% [markdown]
# Both trees make seven additions, and the right-hand one is better in two ways: less error, and
# four of the additions can run at once. So compare metrics with a tolerance, fix the order where
# bits must repeat, and add in float32 or float64 even when the data is float16.

# %% [markdown]
# ## Thinking aloud
#
# An invented interview.
#
# > **Candidate**: Are the rows equally long? … So ragged. And empty ones, or no row at all: 0? …
# > Are the cells integers or floats? … Either, but never mixed. Then how exact must a float sum be?
# >
# > **Interviewer**: *As exact as you can.*
# >
# > **Candidate**: I start with two loops over rows and cells. I don't use indices, so that no
# > length can be wrong. For integers, that's exact in Python. For floats, each addition is rounded,
# > and if large numbers cancel, the small ones are gone. `math.fsum` rounds once. It must see all
# > cells together; row by row would round once per row.
# >
# > **Interviewer**: *Then use `fsum` for everything.*
# >
# > **Candidate**: It converts integers to floats, so beyond two to the 53 they'd be wrong. I keep
# > them apart by the type of the cells. The first row may be empty, so I can't rely on its first
# > cell.
# >
# > **Interviewer**: *Can you do better than O(n · m)?*
# >
# > **Candidate**: Not for one sum: each cell must be read. For many sums over rectangles, yes: a
# > table of two-dimensional prefix sums, and four look-ups per rectangle. Large minus above minus
# > left, plus the corner, which was subtracted twice. A border of zeros saves the special cases.
# > Let me try one cell in the middle, and the whole matrix.
# >
# > **Interviewer**: *With floats too?*
# >
# > **Candidate**: Then I'd be careful. The table has large sums, and a small rectangle is a small
# > difference of large numbers. I'd use float64 for float32 data, or integers: cents, for example.

# %% [markdown]
# ## Recap
#
# - Ask about the shape and the type. No row, empty rows, ragged rows: loops without lengths handle
#   them all.
# - Integers are exact in Python until a float touches them, and wrap in NumPy.
# - Each float addition rounds. The error grows with n left to right and with log n pairwise, stays
#   nearly constant if the compensation is never lost, and is a single rounding with `fsum`.
# - For many rectangles, build one table of prefix sums from the corner, then four look-ups each.
# - A stream needs two numbers: the total and what it has lost.
# - Sums computed in parts differ in their last bits. Compare with a tolerance, or fix the order.

# %% [markdown]
# ## Say it in 60 seconds
#
# > I ask about empty and ragged rows, and whether the cells are integers or floats. I loop over
# > rows and cells without using lengths. Integers are exact in Python. Floats are rounded at each
# > addition, so I use `fsum`, which keeps what's lost and rounds once, over all cells in one call.
# > In NumPy, `sum` adds pairwise along memory, and small integers in 64 bits. Along axis 0 in
# > float32 it adds left to right and drifts, so I name the type. I go along the rows, in the order
# > of memory. For many rectangles I build prefix sums from the corner: large minus above minus left
# > plus corner. For a stream I carry the total and its losses. And because float addition isn't
# > associative, parallel sums differ in the last bits, so I compare with a tolerance.
#
# Say it once, with a timer, without reading.

# %% [markdown]
# ## Follow-ups to expect
#
# **Cells of the matrix change between the queries.**
#
# <details>
# <summary>Answer</summary>
#
# Then the table is out of date after each change, and rebuilding it is O(cells). A two-dimensional
# Fenwick tree does a change and a query in O(log rows · log columns): each entry holds the sum of a
# block whose size is the lowest bit of its index.
#
# ```python
# class Sums:
#     def __init__(self, rows, columns):
#         self._tree = [[0] * (columns + 1) for _ in range(rows + 1)]
#
#     def add(self, row, column, change):
#         i = row + 1
#         while i < len(self._tree):
#             j = column + 1
#             while j < len(self._tree[i]):
#                 self._tree[i][j] += change
#                 j += j & -j
#             i += i & -i
#
#     def upto(self, rows, columns):
#         """The sum of the first rows and columns."""
#         total, i = 0, rows
#         while i:
#             j = columns
#             while j:
#                 total += self._tree[i][j]
#                 j &= j - 1
#             i &= i - 1
#         return total
# ```
#
# </details>
#
# **Kahan or Neumaier?**
#
# <details>
# <summary>Answer</summary>
#
# Kahan's compensation goes into the next number. That works while the total is the larger of the
# two. If a number larger than the total arrives, the compensation is lost:
#
# ```python
# def kahan(numbers):
#     total = lost = 0.0
#     for number in numbers:
#         number -= lost
#         new = total + number
#         lost = (new - total) - number
#         total = new
#     return total
#
# kahan([1.0, 1e100, 1.0, -1e100])      # 0.0, not 2.0
# ```
#
# Neumaier's version keeps the losses separately and adds them at the end. It costs one comparison
# per number.
#
# </details>
#
# **The matrix doesn't fit in memory.**
#
# <details>
# <summary>Answer</summary>
#
# Read it in blocks of rows, in the order on disk, add each block, and carry the total with its
# losses. Each block is read once, so the disk sets the speed.
#
# ```python
# def blocks(path, rows_at_once=1000):
#     array = np.load(path, mmap_mode="r")
#     for start in range(0, len(array), rows_at_once):
#         yield tuple(array[start:start + rows_at_once].sum(axis=1, dtype=np.float64).tolist())
#
# # running_sum(blocks("large.npy"))[-1]
# ```
#
# </details>
#
# **And if it is sparse?**
#
# <details>
# <summary>Answer</summary>
#
# Add the stored values only: O(stored). Two traps: a format that allows the same position twice
# means the sum of both, so don't drop duplicates; and the mean needs the number of all cells, not
# of the stored ones.
#
# </details>
#
# **What about NaN, `None`, `True`, or integers among floats?**
#
# <details>
# <summary>Answer</summary>
#
# Each is a decision. One NaN makes the sum NaN, which is honest. `np.nansum` leaves NaNs out, and
# then the number of cells left out belongs next to the result. `True` counts as 1 in Python and in
# NumPy; if it got there by mistake, nobody notices. For mixtures I'd add all cells exactly, and
# round once at the very end:
#
# ```python
# from fractions import Fraction
#
# def mixed_sum(cells):
#     return float(sum(map(Fraction, cells)))
#
# mixed_sum([2**53, 1.0, 1])      # 9007199254740994.0
# ```
#
# </details>
#
# **How does a GPU add, and can you make it repeat?**
#
# <details>
# <summary>Answer</summary>
#
# Each block of threads adds its part as a tree in its fast shared memory, then the parts are added.
# If that last step uses atomic additions, the order is the order of arrival, and the bits change
# from run to run. Deterministic modes fix the tree, at some cost in speed. They repeat on the same
# machine with the same shapes. On another machine, the tree may be different.
#
# </details>
#
# **Why not sort by size first?**
#
# <details>
# <summary>Answer</summary>
#
# For positive numbers, smallest first makes the error smaller, but it takes O(n log n) and doesn't
# work on a stream. With both signs, it can make the error worse. Compensation is cheaper and
# better.
#
# </details>
#
# **Your test compares two sums with `==`.**
#
# <details>
# <summary>Answer</summary>
#
# For integers and `fsum`, yes: both are defined to the last bit. Otherwise use a tolerance that
# fits the error: relative to the sum of absolute values, not to the sum, which may be near zero.
# With `math.isclose` that means an `abs_tol`.
#
# </details>

# %% [markdown]
# ## Next
#
# {{next}}
