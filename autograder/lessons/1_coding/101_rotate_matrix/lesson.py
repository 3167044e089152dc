# %% [markdown]
# # Rotate a matrix
#
# > **What is really tested.** Can you work out on paper where each index goes, and write the loop so that no cell is moved twice?
#
# **You will be able to**
# - say where each cell goes, and prove it with one cell on paper
# - turn a square matrix in place in two ways, and count the moves of each
# - keep a contract about objects: the same matrix, the same rows, cells that are never looked at
# - tell a turned copy from a turned view in NumPy
#
# **Before you start**: lists of lists, nested loops and `zip` in Python. Some NumPy helps at the
# end.
#
# **Time**: 25 minutes reading, {{minutes}} minutes practice · {{points}} points

# %% given="setup"
from autograder import check, complexity

# %% [markdown]
# ## The question
#
# > You are given a square matrix as a list of rows. Turn it by 90 degrees clockwise, in place.
#
# | before | after |
# |---|---|
# | `[[1, 2], [3, 4]]` | `[[3, 1], [4, 2]]` |
# | `[[1, 2, 3], [4, 5, 6], [7, 8, 9]]` | `[[7, 4, 1], [8, 5, 2], [9, 6, 3]]` |

# %% [markdown]
# ## Clarify
#
# Ask before you write. These are the answers in this lesson, and the checks hold to them.
#
# | You ask | The answer |
# |---|---|
# | Clockwise, as I see it on paper, row 0 on top? | Yes. |
# | Is it always square? | Yes, up to 100 × 100. Rectangles come later. |
# | May it be empty? | Yes, `[]`. Then there is nothing to do. |
# | What does "in place" ask for? | The matrix stays the same list, and its rows stay the same lists. In which order the row lists lie afterwards does not matter. |
# | What do I return? | `None`. |
# | May I use more memory? | A row or two, O(n). Not a copy of the matrix. |
# | What is in the cells? | Any objects. They are moved, and never compared, copied or computed with. |
# | Can one list be two rows, as in `[[0] * n] * n`? | No. |
#
# Why would anybody care about the row lists? Because some other part of the program may hold one.
# A row that is written to is seen there. A new list is not.

# %%
matrix = [[1, 2], [3, 4]]
first_row = matrix[0]         # somebody else holds this row
matrix[:] = [[3, 1], [4, 2]]  # right numbers, new rows
print("matrix:", matrix, "  the row they hold:", first_row)

# %% [markdown]
# ## A tiny example
#
# Turn a sheet of paper with nine numbers on it. The top row becomes the right column. The left
# column becomes the top row, from below.

# %%
before = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
after = [[7, 4, 1], [8, 5, 2], [9, 6, 3]]
for left, right in zip(before, after):
    print(*left, "  →  ", *right)

# %% [markdown]
# Follow one cell. 2 stands in row 0, column 1. It goes to row 1, column 2. And 6, which stood
# there, goes to row 2, column 1. So with `n` rows
#
# $$(i, j) \;\to\; (j,\; n - 1 - i)$$
#
# The column becomes the row. The row, counted from the other end, becomes the column. Check it
# with a corner, which is where signs go wrong: (0, 0) goes to (0, 2). Right.
#
# Do it four times and you are back: (i, j), (j, n−1−i), (n−1−i, n−1−j), (n−1−j, i), and again
# (i, j). So the cells fall into **cycles of four** that trade places among themselves. In the
# picture each of the four arms of the outer ring has its own colour. One cycle takes a cell of
# each arm.

# %% folded=true
from matplotlib.patches import Rectangle

from autograder.figures import COLOURS, INK, axes, picture, style

n = 4


def cycle(i, j):
    """The four places that trade their cells, in the order in which the cells move."""
    return [(i, j), (j, n - 1 - i), (n - 1 - i, n - 1 - j), (n - 1 - j, i)]


arms = {place: colour for j in range(n - 1) for place, colour in zip(cycle(0, j), COLOURS)}


def draw(plot, content, moved):
    """Draw a matrix of (number, colour), and an arrow for each cell that moves."""
    for (i, j), (number, colour) in content.items():
        corner = j - 0.43, i - 0.43
        plot.add_patch(Rectangle(corner, 0.86, 0.86, facecolor=colour, alpha=0.2))
        plot.add_patch(Rectangle(corner, 0.86, 0.86, fill=False, edgecolor=colour, lw=2))
        plot.text(j, i, number, ha="center", va="center", color=INK, size=11, weight="bold")
    bend = -0.25 if (0, 0) in moved else 0      # round the cells between two corners
    for (i, j), (x, y) in zip(moved, moved[1:] + moved[:1]):
        plot.annotate("", (y, x), (j, i), arrowprops={
            "arrowstyle": "-|>", "color": INK, "lw": 1.8, "shrinkA": 9, "shrinkB": 9,
            "connectionstyle": f"arc3,rad={bend}"})
    plot.set(xlim=(-0.6, n - 0.4), ylim=(n - 0.4, -0.6), aspect="equal")
    plot.axis("off")


# %% folded=true
content = {(i, j): (i * n + j + 1, arms.get((i, j), "none")) for i in range(n) for j in range(n)}
stages = {"corners": cycle(0, 0), "second cells": cycle(0, 1), "third cells": cycle(0, 2),
          "inner ring": cycle(1, 1), "done": []}
with style():
    plots = axes(12, 2.8, ncols=len(stages))
    for plot, (title, moved) in zip(plots, stages.items()):
        draw(plot, content, moved)
        plot.set_title(title, size=10)
        old = dict(content)
        for source, target in zip(moved, moved[1:] + moved[:1]):
            content[target] = old[source]
    turning = picture(plots[0].figure, (
        "A 4 by 4 matrix in five stages. The outer ring has four arms of three cells, each in its "
        "own colour: top, right, bottom, left. In the first stage arrows lead from corner to "
        "corner, in the second and third from the second and third cell of each arm to that of "
        "the next. After these three cycles each colour has moved on by one side. One more cycle "
        "turns the inner ring of four cells, and the matrix is done."))
turning

# %% [markdown]
# Each arm has one cell fewer than the side, because the corner at its end belongs to the next arm. So a
# ring of side `s` has 4(s − 1) cells and needs **s − 1 cycles**. Then the next ring inside has side
# s − 2. A ring of side 1, the middle of an odd matrix, stays where it is.

# %% [markdown]
# ## Brute force first
#
# The shortest way makes a second matrix. Say it first, and say why it is not enough: "in place"
# was asked for, and it holds all cells twice.

# %%
def with_a_copy(matrix):
    n = len(matrix)
    old = [row[:] for row in matrix]
    for i in range(n):
        for j in range(n):
            matrix[j][n - 1 - i] = old[i][j]


example = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
with_a_copy(example)
print(example)

# %% [markdown]
# It is right, with O(n²) time and O(n²) memory. Without a copy, the next idea is to push each ring
# on like a chain, one cell at a time, until it has moved by one side.

# %%
moves = 0


def ring_of(n, first):
    """The places of a ring, clockwise from its top left corner."""
    last = n - 1 - first
    yield from ((first, j) for j in range(first, last))
    yield from ((i, last) for i in range(first, last))
    yield from ((last, j) for j in range(last, first, -1))
    yield from ((i, first) for i in range(last, first, -1))


def by_pushing(matrix):
    """Push each ring on by one cell, as often as its side has cells less one."""
    global moves
    n = len(matrix)
    for first in range(n // 2):
        for _ in range(n - 1 - 2 * first):
            held = matrix[first + 1][first]    # the last cell of the ring
            for i, j in ring_of(n, first):
                matrix[i][j], held = held, matrix[i][j]
                moves += 1


def numbered(n):
    return [[i * n + j for j in range(n)] for i in range(n)]


print("  n    cells    moves  moves per cell")
for n in (4, 8, 16, 32, 64):
    moves = 0
    pushed, copied = numbered(n), numbered(n)
    by_pushing(pushed)
    with_a_copy(copied)
    assert pushed == copied
    print(f"{n:3} {n * n:8,} {moves:8,} {moves / n / n:10.1f}")

# %% [markdown]
# No copy any more, but each cell of the outer ring is moved n − 1 times, to travel to a place that
# we know already. **Time**: O(n³). **Memory**: one cell.

# %% [markdown]
# ## A better way
#
# **Jump.** Each cell goes straight to its place. Take the four cells of a cycle, set one aside, and
# let the others move up in turn. Four assignments for four cells.
#
# The order matters. You write to a place whose cell has already left. With one cell set aside, walk
# the cycle **backwards**: the top takes from the left, the left takes from the bottom, the bottom
# from the right, and the right takes what was set aside.
#
# **Mirror twice.** A turn is two mirrorings, one after the other. Upside down, then across the main
# diagonal:

# %%
steps = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
upside_down = steps[::-1]
transposed = [[upside_down[j][i] for j in range(3)] for i in range(3)]
for rows in zip(steps, upside_down, transposed):
    print("   ".join(" ".join(map(str, row)) for row in rows))

# %% [markdown]
# In formulas: upside down is (i, j) → (n−1−i, j). Across the diagonal swaps the two numbers:
# (j, n−1−i). That is where the cell has to go. Both mirrorings swap pairs, so both work in place.
# Swap each pair once: with `j < i` only. Over the whole square each pair is swapped twice, and
# nothing has happened.
#
# | way | time | memory | writes a cell |
# |---|---|---|---|
# | copy, write back | O(n²) | O(n²) | twice |
# | push the ring on | O(n³) | O(1) | up to n − 1 times |
# | cycles of four | O(n²) | O(1) | once |
# | upside down, then across the diagonal | O(n²) | O(1) | about once: the rows are turned upside down as whole lists |
#
# No way is better than O(n²): every cell but the middle one has to move. And n² is the number of
# cells. This is **linear in the size of the input**, which is worth saying.

# %% [markdown]
# ## Your turn
#
# First one turn, then any number of turns.

# %% [markdown] card="rotate"
# Write `rotate(matrix)`, which turns a square matrix by 90 degrees clockwise, in place.
#
# - `matrix` is a list of `n` lists of `n` cells each, with `n` from 0 to 100. No list is two rows.
# - It returns `None`. The matrix stays the same list and keeps its own row lists, in any order.
# - Cells are any objects, equal ones too. Only move them: no comparing, hashing, copying,
#   computing, no test for truth.
# - O(n) more memory is fine, a copy of the matrix is not.
# - The work grows with the number of cells, n².
# - Nothing is remembered from one call to the next.

# %% exercise="rotate"
def rotate(matrix: list[list]) -> None:
    """Turn the square ``matrix`` by 90 degrees clockwise, in place.

    The outer list and the row lists stay the same objects. Cells are only moved.
    """
    ### BEGIN SOLUTION
    n = len(matrix)
    for i in range(n // 2):
        for j in range(i, n - 1 - i):
            top = matrix[i][j]
            matrix[i][j] = matrix[n - 1 - j][i]
            matrix[n - 1 - j][i] = matrix[n - 1 - i][n - 1 - j]
            matrix[n - 1 - i][n - 1 - j] = matrix[j][n - 1 - i]
            matrix[j][n - 1 - i] = top
    ### END SOLUTION

# %% check="rotate"
check(rotate)

# %% [markdown] hints="rotate"

# %% [markdown]
# ## Any number of turns
#
# "Now I want it turned `k` times, and `k` comes from a user." The interviewer waits for you to ask
# how large `k` can be, and whether it can be negative.

# %% [markdown] card="rotate_k"
# Write `rotate_k(matrix, k)`, which turns a square matrix by `k` quarter turns clockwise, in place.
#
# - `k` is any int: 0, negative (turns back), or larger than any machine word.
# - The work must not grow with `k`.
# - Everything else is as in `rotate`: it returns `None`, keeps the matrix and its row lists, only
#   moves cells, and makes no copy.
# - You may call your `rotate`.

# %% exercise="rotate_k"
def rotate_k(matrix: list[list], k: int) -> None:
    """Turn the square ``matrix`` by ``k`` quarter turns clockwise, in place.

    A negative ``k`` turns back.
    """
    ### BEGIN SOLUTION
    turns = k % 4
    for _ in range(turns):
        rotate(matrix)
    ### END SOLUTION

# %% check="rotate_k"
check(rotate_k)

# %% [markdown] hints="rotate_k"

# %% [markdown]
# ## A variation, unaided
#
# Set a clock to {{minutes rotate_rectangle}} minutes. Say aloud what you do, from the first
# clarifying question on, and leave the hints folded until the clock has run out. A photo is seldom
# square.

# %% [markdown] card="rotate_rectangle"
# Write `rotate_rectangle(matrix)`, which returns a matrix of `r` rows and `c` columns turned by
# 90 degrees clockwise: a new matrix of `c` rows and `r` columns.
#
# - `matrix` is a list of `r` lists of `c` cells each. `r` and `c` may differ.
# - The rows of the result are lists or tuples. The given matrix and its rows stay as they were.
# - A matrix without cells, `[]` or `[[], []]`, gives `[]`.
# - Cells are any objects, among them falsy ones and ones that can't be hashed or ordered. The same
#   objects go into the result, not copies of them.

# %% exercise="rotate_rectangle"
def rotate_rectangle(matrix: list[list]) -> list[list]:
    """Return a new matrix: ``matrix``, r by c, turned by 90 degrees clockwise, c by r.

    No cells give ``[]``.
    """
    ### BEGIN SOLUTION
    return [list(row) for row in zip(*matrix[::-1])]
    ### END SOLUTION

# %% check="rotate_rectangle"
check(rotate_rectangle)

# %% [markdown] hints="rotate_rectangle"

# %% [markdown]
# ## Measured complexity
#
# The plot counts the lines of Python that your code executes while the side `n` doubles. "Brute
# force" pushes the rings on. An exponent of 2 in `n` means that the work is linear in the number of
# cells. A solution that moves whole rows at once, in C, counts fewer lines than it moves cells.

# %%
complexity(rotate)

# %% [markdown]
# For `rotate_k` the size is the number of turns, and the matrix stays 6 × 6. Your line should be
# flat.

# %%
complexity(rotate_k)

# %% [markdown]
# ## Wrong answers people give
#
# Each of these was meant as a turn. We let the machine say what it is instead, on numbered matrices
# of side 2 to 5.

# %%
def what_it_does(function, n):
    """Name what ``function`` does to a numbered matrix of side ``n``."""
    start = numbered(n)
    results = {
        "nothing": start,
        "turns clockwise": [list(row) for row in zip(*start[::-1])],
        "turns by a half": [row[::-1] for row in start[::-1]],
        "turns anticlockwise": [list(row) for row in zip(*start)][::-1],
        "mirrors": start[::-1],
        "transposes": [list(row) for row in zip(*start)],
    }
    matrix = [row[:] for row in start]
    try:
        function(matrix)
    except IndexError:
        return "IndexError"
    return next((name for name, want in results.items() if matrix == want), "garbage")


def table_of(functions, sides):
    print(f"{'':26}", *(f"{f'side {n}':19}" for n in sides))
    for function in functions:
        print(f"{function.__name__:26}", *(f"{what_it_does(function, n):19}" for n in sides))

# %%
def swap_cycle(matrix, i, j):
    """Turn the cycle of (i, j)."""
    n = len(matrix)
    a, b, c, d = (i, j), (j, n - 1 - i), (n - 1 - i, n - 1 - j), (n - 1 - j, i)
    held = [matrix[x][y] for x, y in (d, a, b, c)]
    for (x, y), cell in zip((a, b, c, d), held):
        matrix[x][y] = cell


def quadrant_too_small(matrix):
    n = len(matrix)
    for i in range(n // 2):
        for j in range(n // 2):
            swap_cycle(matrix, i, j)


def quadrant_too_large(matrix):
    n = len(matrix)
    for i in range((n + 1) // 2):
        for j in range((n + 1) // 2):
            swap_cycle(matrix, i, j)


def rings_too_few(matrix):
    n = len(matrix)
    for i in range((n - 1) // 2):
        for j in range(i, n - 1 - i):
            swap_cycle(matrix, i, j)

# %%
def transposes_twice(matrix):
    n = len(matrix)
    matrix.reverse()
    for i in range(n):
        for j in range(n):          # each pair is met as (i, j) and as (j, i)
            matrix[i][j], matrix[j][i] = matrix[j][i], matrix[i][j]


def mirrors_in_wrong_order(matrix):
    for i in range(len(matrix)):
        for j in range(i):
            matrix[i][j], matrix[j][i] = matrix[j][i], matrix[i][j]
    matrix.reverse()


def binds_a_new_matrix(matrix):
    matrix = [list(row) for row in zip(*matrix[::-1])]


table_of([quadrant_too_small, quadrant_too_large, rings_too_few, transposes_twice,
          mirrors_in_wrong_order, binds_a_new_matrix], sides=(2, 3, 4, 5))

# %% [markdown]
# | Wrong answer | Why it fails |
# |---|---|
# | the quadrant too small, or too large | right for even sizes; for odd ones the middle column is left out, or turned twice. The quadrant is `n // 2` by `(n + 1) // 2` |
# | rings too few | `n // 2` rings, not `(n − 1) // 2`: with an even side the inner ring has four cells |
# | transposes twice | each pair is swapped, and swapped back; only `matrix.reverse()` is left |
# | mirrors in the wrong order | upside down *after* the diagonal turns the other way |
# | binds a new matrix | `matrix = …` gives your own name to a new list; the caller still has the old one |
#
# Test with sides 2, 3 and 4. Two of these pass every test of an even side, and one passes every
# test of an odd side.

# %% [markdown]
# ## Spot the error
#
# **1. A common guide says** that walking half of the ring's length keeps cells from being swapped
# twice. Let us walk a quarter, half and the whole of each ring, and half of the side, and start a
# cycle at each step.

# %%
def walker(name, share):
    def walk(matrix):
        n = len(matrix)
        for first in range(n // 2):
            ring = list(ring_of(n, first))
            side = n - 2 * first
            for i, j in ring[:share(len(ring), side)]:
                swap_cycle(matrix, i, j)

    walk.__name__ = name
    return walk


table_of([walker("a quarter of the ring", lambda length, side: length // 4),
          walker("half of the ring", lambda length, side: length // 2),
          walker("the whole ring", lambda length, side: length),
          walker("half of the side", lambda length, side: side // 2)], sides=(3, 4, 5))

# %% [markdown]
# **Correct**: a ring of side `s` has 4(s − 1) cells, and each cycle takes four of them. So start at
# a quarter, at s − 1 cells. Half of the ring starts each cycle twice, which is a turn by 180
# degrees. The whole ring starts each four times, which is no turn at all. What is true of "half":
# there are only ⌊n/2⌋ **rings**.
#
# **2. A common guide says**: swap "top → right → bottom → left". As a description of where the cells
# go it is right. Written down as four assignments in that order it is not:

# %%
def in_the_order_told(matrix):
    n = len(matrix)
    for i in range(n // 2):
        for j in range(i, n - 1 - i):
            matrix[j][n - 1 - i] = matrix[i][j]                      # top to right
            matrix[n - 1 - i][n - 1 - j] = matrix[j][n - 1 - i]      # right to bottom
            matrix[n - 1 - j][i] = matrix[n - 1 - i][n - 1 - j]      # bottom to left
            matrix[i][j] = matrix[n - 1 - j][i]                      # left to top


small = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
in_the_order_told(small)
print(small)

# %% [markdown]
# The first assignment destroys the right cell, and the second one hands on what has just been
# written. Of nine numbers three are left. **Correct**: the cells *move* top → right → bottom → left →
# top. Set one aside and *assign* backwards along the cycle, or assign all four at once from a tuple.
# It works for squares only, because a rectangle has other places after the turn than before. And
# when you give O(n²), add that it is linear in the number of cells.
#
# **3. A common guide says** that the four-way swap is how a matrix is turned. It is one way of
# several. Two mirrorings do as well, and one is not enough:

# %%
def upside_down_then_diagonal(matrix):
    matrix.reverse()
    for i in range(len(matrix)):
        for j in range(i):
            matrix[i][j], matrix[j][i] = matrix[j][i], matrix[i][j]


def diagonal_then_each_row(matrix):
    for i in range(len(matrix)):
        for j in range(i):
            matrix[i][j], matrix[j][i] = matrix[j][i], matrix[i][j]
    for row in matrix:
        row.reverse()


def only_reverses(matrix):
    matrix.reverse()


table_of([walker("cycles of four", lambda length, side: side - 1),
          upside_down_then_diagonal, diagonal_then_each_row, only_reverses], sides=(2, 3, 4))

# %% [markdown]
# Published solutions with `only_reverses` can be found. It is right for a matrix of one cell.
#
# And in NumPy, `np.rot90(a, -1)` looks like a turn in place that costs nothing. It is neither:

# %%
import numpy as np

a = np.arange(9).reshape(3, 3)
view = np.rot90(a, -1)              # k counts anticlockwise: -1 is clockwise
print("a is as it was:", a[0], "  shares its memory:", np.shares_memory(a, view))
view[0, 0] = 99
print("after writing to the view, a[2, 0] is", a[2, 0])
print("steps in bytes: a", a.strides, " view", view.strides)

# %% [markdown]
# **Correct**: `rot90` is a *view*. No data moves; only the strides change, and one of them becomes negative. Nothing is turned in place, and whoever writes to the view writes to `a`. To get new
# cells, copy: `np.rot90(a, -1).copy()`. To turn `a` itself, assign: `a[:] = np.rot90(a, -1)`. NumPy
# sees that both sides overlap and makes the copy itself.

# %%
a = np.arange(9).reshape(3, 3)
name = a
a[:] = np.rot90(a, -1)
print(name.tolist())
turned = [list(row) for row in zip(*np.arange(9).reshape(3, 3).tolist()[::-1])]
print("the same as zip:", turned == name.tolist())

# %% [markdown]
# ## Why it matters in ML engineering
#
# Turned images are training data: a photo comes with a flag that says how the camera was held, and
# augmentation turns on purpose. Two things go wrong in practice, and both are in this lesson. The
# label has to turn with the image: a box or a mask that stays is a wrong label, and no error is
# raised. And a turned view is not contiguous, so whatever needs one block of memory copies it, or
# refuses. The index formula that you proved on paper is what turns a box.

# %%
image = np.zeros((4, 6), dtype=int)
top, left, bottom, right = 0, 1, 2, 4              # a box: rows 0-1, columns 1-3
image[top:bottom, left:right] = 1

turned = np.rot90(image, -1)
rows = image.shape[0]
box = left, rows - bottom, right, rows - top       # (i, j) -> (j, rows - 1 - i), ends excluded
print(turned)
print("box:", box, " covers the object:", turned[box[0]:box[2], box[1]:box[3]].all(),
      " the old box would:", turned[top:bottom, left:right].all())
print("one block of memory:", turned.flags.c_contiguous,
      " after a copy:", np.ascontiguousarray(turned).flags.c_contiguous)

# %% [markdown]
# ## Thinking aloud
#
# An invented interview. *C* is a candidate who does well, *I* the interviewer.
#
# > **C**: Square, clockwise, in place. Does in place mean the same row lists too, or only the same
# > outer list? … Both, good. Then I write into the rows. I return nothing.
# >
# > **C**: I draw three by three and follow the 2. It goes from (0, 1) to (1, 2). The corner (0, 0)
# > goes to (0, 2). So (i, j) goes to (j, n − 1 − i).
# >
# > **I**: *Go on.*
# >
# > **C**: With a copy it is two loops, O(n²) memory. In place: after four steps I am back, so four
# > cells trade places. I go ring by ring. For a ring of side s I start at s − 1 cells of the top row;
# > the last corner belongs to the next arm.
# >
# > **I**: *Why not at s?*
# >
# > **C**: Then the corners would move twice. For n = 2 that is easy to see: one cycle, s − 1 is 1.
# >
# > **C**: One cell aside, then backwards, so that I never write over a cell that has still to move:
# > top from left, left from bottom, bottom from right, right from what I set aside.
# >
# > **I**: *Is there something shorter?*
# >
# > **C**: `matrix.reverse()` and then a transpose with j below i. Two mirrorings. It is easier to get
# > right, so I might write that one. The cycles write each cell once.
# >
# > **I**: *I want it a thousand times.*
# >
# > **C**: A thousand mod four is zero, so nothing. In Python the remainder of −1 is 3, which is what
# > I want; in C or Java it is −1 and I would add four.
# >
# > **C**: Tests: empty, one cell, 2, 3 and 4, because mistakes like to hide in one parity. And four
# > turns give the matrix back.

# %% [markdown]
# ## Recap
#
# - (i, j) goes to (j, n − 1 − i). Prove it with one cell and one corner.
# - Four cells trade places. A ring of side `s` needs s − 1 cycles, and there are ⌊n/2⌋ rings: O(n²)
#   time, one cell aside.
# - Or mirror twice: upside down, then across the diagonal, each pair once.
# - In place means the same objects. Cells are moved and not looked at. Turns count modulo four.
# - NumPy's turn is a view: nothing has moved, and nothing is yours alone.

# %% [markdown]
# ## Say it in 60 seconds
#
# > I follow one cell on paper: row i, column j goes to row j, column n minus one minus i. With a copy
# > that is two loops and n squared memory. In place I use that four cells trade places. I go ring by
# > ring; a ring of side s has s minus one cycles, because each of its four arms has s minus one
# > cells. I set one cell aside and assign backwards along the cycle. Each cell is written once, so
# > it is n squared time, linear in the cells, and constant memory. A shorter way is to reverse the
# > rows and to transpose, swapping each pair once. I test sides 0 to 4, because odd and even sides
# > fail in different ways. k turns are k mod 4 turns. A rectangle changes its shape, so it needs a
# > new matrix.
#
# Say it once, with a clock, without reading.

# %% [markdown]
# ## Follow-ups to expect
#
# **Turn it anticlockwise, and by 180 degrees.**
#
# <details>
# <summary>An answer</summary>
#
# The same two mirrorings in the other order turn back: transpose, then `matrix.reverse()`. By 180
# degrees without turning twice: `matrix.reverse()`, then `row.reverse()` for each row.
#
# </details>
#
# **Turn one ring only, ring `layer` counted from outside.**
#
# <details>
# <summary>An answer</summary>
#
# It is the inner loop alone:
#
# ```python
# def rotate_layer(matrix, layer):
#     n, i = len(matrix), layer
#     for j in range(i, n - 1 - i):
#         held = matrix[i][j]
#         matrix[i][j] = matrix[n - 1 - j][i]
#         matrix[n - 1 - j][i] = matrix[n - 1 - i][n - 1 - j]
#         matrix[n - 1 - i][n - 1 - j] = matrix[j][n - 1 - i]
#         matrix[j][n - 1 - i] = held
# ```
#
# </details>
#
# **Turn an r × c matrix in place.**
#
# <details>
# <summary>An answer</summary>
#
# Not with lists of rows, since the number of rows changes. In one flat array of r·c cells it can be
# done: the cell at `p` goes to `(p % c) * r + (r - 1 - p // c)`. These cycles have different
# lengths, so I follow each one until it closes, and need to know which cells have moved: a bit for
# each, or, without memory, start a cycle only at its smallest index and find that out by walking it.
#
# ```python
# def rotate_flat(cells, r, c):
#     def target(p):
#         return p % c * r + r - 1 - p // c
#
#     for start in range(r * c):
#         p = target(start)
#         while p > start:
#             p = target(p)
#         if p < start:
#             continue                    # the cycle was turned from a smaller start
#         held, p = cells[start], target(start)
#         while p != start:
#             cells[p], held, p = held, cells[p], target(p)
#         cells[start] = held
# ```
#
# </details>
#
# **The matrix is a large image. Your transpose is slow. Why?**
#
# <details>
# <summary>An answer</summary>
#
# Walking down a column of a row-major array touches a new cache line at each step. Once a column of
# lines no longer fits into the cache, each is fetched again for the next column. Work in square
# tiles, say 32 × 32, so that the lines of a source tile and of its target tile stay in the cache.
# The number of moves is the same. A tile also is the unit when the image does not fit into memory:
# read a tile, turn it, write it to its new place.
#
# </details>
#
# **Why not return `np.rot90` and be done?**
#
# <details>
# <summary>An answer</summary>
#
# For reading it is the best answer: O(1), no copy. Then I say who owns the memory. Writing to the
# view changes the original, keeping the view keeps the original alive, and code that wants one
# block, such as a C library or a copy to a device, will copy it. Note that its `k` counts
# anticlockwise.
#
# </details>
#
# **Turn a cube of data by 90 degrees about one axis.**
#
# <details>
# <summary>An answer</summary>
#
# Each slice across that axis is a matrix and turns by itself: `np.rot90(cube, -1, axes=(1, 2))`
# turns all slices of axis 0. In pure Python, call `rotate` on each slice.
#
# </details>
#
# **How would you test this without writing down expected matrices?**
#
# <details>
# <summary>An answer</summary>
#
# With properties, for random sizes: four turns give the start; the result equals
# `list(zip(*matrix[::-1]))` of a copy; the row objects are the same ones as before; `k` turns equal
# `k` times one turn. Four turns alone are not enough: doing nothing passes that test, and so does
# turning the other way.
#
# </details>

# %% [markdown]
# ## Next
#
# {{next}}
