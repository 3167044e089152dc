# %% [markdown]
# # Rotate a matrix
#
# > **What is really tested.** Can you work out on paper where each index goes, and write the loop so that no cell is moved twice?
#
# **You will be able to**
# - say where each cell goes, and prove it with one cell on paper
# - rotate a square matrix in place in two ways, and count the moves of each
# - keep a contract about objects: the same matrix, the same rows, cells that you never inspect
# - tell a rotated copy from a rotated view in NumPy
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
# > You are given a square matrix as a list of rows. Rotate it by 90 degrees clockwise, in place.
#
# | before | after |
# |---|---|
# | `[[1, 2], [3, 4]]` | `[[3, 1], [4, 2]]` |
# | `[[1, 2, 3], [4, 5, 6], [7, 8, 9]]` | `[[7, 4, 1], [8, 5, 2], [9, 6, 3]]` |

# %% [markdown]
# ## Clarify
#
# Ask before you write. These are the answers in this lesson, and the checks assume them.
#
# | You ask | The answer |
# |---|---|
# | Clockwise, as I see it on paper, row 0 on top? | Yes. |
# | Is it always square? | Yes, up to 100 × 100. Rectangles come later. |
# | May it be empty? | Yes, `[]`. Then there is nothing to do. |
# | What does "in place" require? | The matrix stays the same list, and its rows stay the same lists. The order of the row lists afterwards doesn't matter. |
# | What do I return? | `None`. |
# | May I use extra memory? | A row or two, O(n). Not a copy of the matrix. |
# | What is in the cells? | Any objects. Move them, but never compare, copy or compute with them. |
# | Can two rows be the same list, as in `[[0] * n] * n`? | No. |
#
# Why would anybody care about the row lists? Because another part of the program may hold one. It
# sees what you write into that row. It never sees a new list.

# %%
matrix = [[1, 2], [3, 4]]
first_row = matrix[0]         # somebody else holds this row
matrix[:] = [[3, 1], [4, 2]]  # right numbers, new rows
print("matrix:", matrix, "  the row they hold:", first_row)

# %% [markdown]
# ## A tiny example
#
# Rotate a sheet of paper with nine numbers on it. The top row becomes the right column. The left
# column, read from the bottom up, becomes the top row.

# %%
before = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
after = [[7, 4, 1], [8, 5, 2], [9, 6, 3]]
for left, right in zip(before, after):
    print(*left, "  →  ", *right)

# %% [markdown]
# Follow one cell. 2 is in row 0, column 1. It goes to row 1, column 2. And 6, which was there,
# goes to row 2, column 1. So with `n` rows
#
# $$(i, j) \;\to\; (j,\; n - 1 - i)$$
#
# The column becomes the row. The row, counted from the other end, becomes the column. Check it
# with a corner, where signs go wrong: (0, 0) goes to (0, 2). Right.
#
# Do it four times and you are back: (i, j), (j, n−1−i), (n−1−i, n−1−j), (n−1−j, i), and again
# (i, j). So the cells form **cycles of four** that swap positions among themselves. In the
# picture, each of the four arms of the outer ring has its own colour. One cycle takes one cell
# from each arm.

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
# ring of side `s` has 4(s − 1) cells and needs **s − 1 cycles**. The next ring inside has side
# s − 2. A ring of side 1, the middle of an odd matrix, doesn't move.

# %% [markdown]
# ## Brute force first
#
# The shortest way makes a second matrix. Say it first, and say why it isn't enough: the question
# says "in place", and this way holds all cells twice.

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
# It's correct, with O(n²) time and O(n²) memory. Without a copy, the next idea is to push each ring
# along like a chain, one cell at a time, until it has moved by one side.

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
# There's no copy any more, but each cell of the outer ring moves n − 1 times, to reach a position
# that we already know. **Time**: O(n³). **Memory**: one cell.

# %% [markdown]
# ## A better way
#
# **Jump.** Each cell goes straight to its final position. Take the four cells of a cycle, set one
# aside, and move the others up one after the other. That's four assignments for four cells.
#
# The order matters. Only write to a position whose cell has already left. With one cell set aside,
# walk the cycle **backwards**: the top takes from the left, the left takes from the bottom, the
# bottom takes from the right, and the right takes the cell that you set aside.
#
# **Flip twice.** A rotation is two reflections, one after the other. Flip upside down, then
# transpose (flip across the main diagonal):

# %%
steps = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
upside_down = steps[::-1]
transposed = [[upside_down[j][i] for j in range(3)] for i in range(3)]
for rows in zip(steps, upside_down, transposed):
    print("   ".join(" ".join(map(str, row)) for row in rows))

# %% [markdown]
# In formulas: flipping upside down is (i, j) → (n−1−i, j). The transpose swaps the two indices:
# (j, n−1−i). That's where the cell has to go. Both flips swap pairs, so both work in place. Swap
# each pair once: loop over `j < i` only. If you loop over the whole square, you swap each pair
# twice, and nothing has changed.
#
# | way | time | memory | writes per cell |
# |---|---|---|---|
# | copy, write back | O(n²) | O(n²) | 2 |
# | push the ring along | O(n³) | O(1) | up to n − 1 |
# | cycles of four | O(n²) | O(1) | 1 |
# | upside down, then transpose | O(n²) | O(1) | about 1: the first flip moves whole row lists |
#
# Nothing beats O(n²): every cell except the middle one has to move. And n² is the number of
# cells. This is **linear in the size of the input**, which is worth saying.

# %% [markdown]
# ## Your turn
#
# First one quarter turn, then any number of them.

# %% [markdown] card="rotate"
# Write `rotate(matrix)`, which rotates a square matrix by 90 degrees clockwise, in place.
#
# - `matrix` is a list of `n` lists of `n` cells each, with `n` from 0 to 100. No two rows are the
#   same list.
# - Return `None`. The matrix stays the same list and keeps its own row lists, in any order.
# - Cells may be any objects, including equal ones. Only move them: don't compare, hash, copy,
#   compute with or truth-test them.
# - O(n) extra memory is fine. A copy of the matrix isn't.
# - Keep the work proportional to the number of cells, n².
# - Don't keep state between calls.

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
# "Now I want it rotated `k` times, and `k` comes from a user." The interviewer waits for you to ask
# how large `k` can be, and whether it can be negative.

# %% [markdown] card="rotate_k"
# Write `rotate_k(matrix, k)`, which rotates a square matrix by `k` quarter turns clockwise, in place.
#
# - `k` is any int: 0, negative (rotate anticlockwise), or larger than any machine word.
# - The work must not grow with `k`.
# - Everything else is as in `rotate`: return `None`, keep the matrix and its row lists, only move
#   cells, and don't copy the matrix.
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
# Set a timer for {{minutes rotate_rectangle}} minutes, and keep the hints folded until it goes off.
# Say aloud what you do, starting with the first clarifying question. A photo is seldom square.

# %% [markdown] card="rotate_rectangle"
# Write `rotate_rectangle(matrix)`, which returns a matrix of `r` rows and `c` columns rotated by
# 90 degrees clockwise: a new matrix of `c` rows and `r` columns.
#
# - `matrix` is a list of `r` lists of `c` cells each. `r` and `c` may differ.
# - The rows of the result are lists or tuples. Don't modify the given matrix
#   or its rows.
# - For a matrix without cells, such as `[]` or `[[], []]`, return `[]`.
# - Cells may be any objects, including falsy ones and ones that can't be hashed or ordered. Put the
#   same objects into the result, not copies of them.

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
# force" pushes the rings along. An exponent of 2 in `n` means that the work is linear in the number of
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
# Each of these was meant as a rotation. The next cells show what it does instead, on numbered
# matrices of side 2 to 5.

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
# | the quadrant too small, or too large | right for even sizes; for odd ones the middle column is left out, or rotated twice. The quadrant is `n // 2` by `(n + 1) // 2` |
# | rings too few | `n // 2` rings, not `(n − 1) // 2`: with an even side the inner ring has four cells |
# | transposes twice | each pair is swapped, and swapped back; only `matrix.reverse()` is left |
# | mirrors in the wrong order | flipping upside down *after* the transpose rotates the other way |
# | binds a new matrix | `matrix = …` binds your local name to a new list; the caller still has the old one |
#
# Test with sides 2, 3 and 4. Two of these pass every test with an even side, and one passes
# every test with an odd side.

# %% [markdown]
# ## Spot the error
#
# **1. A popular guide says** that walking half of the ring's length keeps cells from being swapped
# twice. Let's walk a quarter, half and the whole of each ring, and half of the side, and start a
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
# **Correct:** a ring of side `s` has 4(s − 1) cells, and each cycle takes four of them. So start
# cycles at a quarter of the ring, s − 1 cells. Walking half of the ring starts each cycle twice,
# which rotates by 180 degrees. Walking the whole ring starts each cycle four times, which changes
# nothing. Something else is true of "half": there are only ⌊n/2⌋ **rings**.
#
# **2. A popular guide says**: swap "top → right → bottom → left". That correctly describes where the
# cells go. It fails as four assignments in that order:

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
# The first assignment destroys the right cell, and the second one passes on what has just been
# written. Only three of nine numbers are left. **Correct:** the cells *move* top → right → bottom →
# left → top. Set one aside and *assign* backwards along the cycle, or assign all four at once from a tuple.
# This works for squares only, because a rectangle has different positions after the rotation than
# before. And when you say O(n²), add that it's linear in the number of cells.
#
# **3. A popular guide says** that the four-way swap is how you rotate a matrix. It's one way of
# several. Two flips work too, and one isn't enough:

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
# You can find published solutions that do what `only_reverses` does. It's right for a matrix of one
# cell.
#
# And in NumPy, `np.rot90(a, -1)` looks like a free rotation in place. It isn't in place, and
# you pay later:

# %%
import numpy as np

a = np.arange(9).reshape(3, 3)
view = np.rot90(a, -1)              # k counts anticlockwise: -1 is clockwise
print("a is as it was:", a[0], "  shares its memory:", np.shares_memory(a, view))
view[0, 0] = 99
print("after writing to the view, a[2, 0] is", a[2, 0])
print("steps in bytes: a", a.strides, " view", view.strides)

# %% [markdown]
# **Correct:** `rot90` returns a *view*. No data moves; only the strides change, and one of them
# becomes negative. Nothing is rotated in place, and whoever writes to the view writes to `a`. To get
# new cells, copy: `np.rot90(a, -1).copy()`. To rotate `a` itself, assign: `a[:] = np.rot90(a, -1)`.
# NumPy detects that both sides overlap and makes the copy itself.

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
# Rotated images are training data: a photo comes with a flag that says how the camera was held, and
# augmentation rotates images on purpose. Two things go wrong in practice, and both are in this
# lesson. The label has to rotate with the image: a box or a mask that stays put is a wrong label,
# and no error is raised. And a rotated view isn't contiguous, so code that needs one block of memory
# copies it, or raises an error. The index formula that you proved on paper is what rotates a box.

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
# An invented interview. The candidate does well.
#
# > **Candidate.** Square, clockwise, in place. Does in place mean the same row lists too, or only
# > the same outer list? … Both, good. Then I write into the rows. I return nothing.
# >
# > **Candidate.** I draw three by three and follow the 2. It goes from (0, 1) to (1, 2). The corner
# > (0, 0) goes to (0, 2). So (i, j) goes to (j, n − 1 − i).
# >
# > **Interviewer.** *Go on.*
# >
# > **Candidate.** With a copy it's two loops and O(n²) memory. In place: after four steps I'm back,
# > so four cells swap positions. I go ring by ring. For a ring of side s, I start at s − 1 cells of
# > the top row; the last corner belongs to the next arm.
# >
# > **Interviewer.** *Why not at s?*
# >
# > **Candidate.** Then the corners would move twice. That's easy to see for n = 2: one cycle, s − 1
# > is 1.
# >
# > **Candidate.** I set one cell aside and go backwards, so that I never overwrite a cell that
# > still has to move: top from left, left from bottom, bottom from right, right from what I set
# > aside.
# >
# > **Interviewer.** *Is there something shorter?*
# >
# > **Candidate.** `matrix.reverse()` and then a transpose with j below i. Two flips. It's easier to
# > get right, so I might write that one. The cycles write each cell once.
# >
# > **Interviewer.** *Now rotate it a thousand times.*
# >
# > **Candidate.** A thousand mod four is zero, so nothing. In Python the remainder of −1 is 3,
# > which is what I want; in C or Java it's −1, and I'd add four.
# >
# > **Candidate.** Tests: empty, one cell, 2, 3 and 4, because mistakes often hide in one parity.
# > And four quarter turns restore the matrix.

# %% [markdown]
# ## Recap
#
# - (i, j) goes to (j, n − 1 − i). Prove it with one cell and one corner.
# - Four cells swap positions. A ring of side `s` needs s − 1 cycles, and there are ⌊n/2⌋ rings:
#   O(n²) time, one cell set aside.
# - Or flip twice: upside down, then transpose, each pair once.
# - In place means the same objects. Move cells without inspecting them. Quarter turns count modulo
#   four.
# - NumPy's rotation is a view: no data has moved, and you share it with the original.

# %% [markdown]
# ## Say it in 60 seconds
#
# > I follow one cell on paper: row i, column j goes to row j, column n minus one minus i. With a copy,
# > that's two loops and n squared memory. In place, four cells swap positions. I go ring by ring; a
# > ring of side s has s minus one cycles, because each of its four arms has s minus one cells. I set
# > one cell aside and assign backwards along the cycle. Each cell is written once, so it's n squared
# > time, linear in the cells, and constant memory. A shorter way is to reverse the rows and
# > transpose, swapping each pair once. I test sides 0 to 4, because odd and even sides fail in
# > different ways. k turns are k mod 4 turns. A rectangle changes its shape, so it needs a new matrix.
#
# Say it once, with a timer, without reading.

# %% [markdown]
# ## Follow-ups to expect
#
# **Rotate it anticlockwise, and by 180 degrees.**
#
# <details>
# <summary>Answer</summary>
#
# The same two flips in the other order rotate anticlockwise: transpose, then `matrix.reverse()`. For
# 180 degrees without rotating twice: `matrix.reverse()`, then `row.reverse()` for each row.
#
# </details>
#
# **Rotate only one ring, ring `layer` counted from the outside.**
#
# <details>
# <summary>Answer</summary>
#
# It's the inner loop alone:
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
# **Rotate an r × c matrix in place.**
#
# <details>
# <summary>Answer</summary>
#
# You can't with lists of rows, because the number of rows changes. You can in one flat array of r·c
# cells: the cell at `p` goes to `(p % c) * r + (r - 1 - p // c)`. These cycles have different
# lengths, so I follow each one until it closes, and I need to know which cells have moved. Either I
# keep one bit per cell, or, without extra memory, I start a cycle only at its smallest index, and
# find that out by walking it.
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
# <summary>Answer</summary>
#
# Walking down a column of a row-major array touches a new cache line at each step. Once a column of
# lines no longer fits into the cache, each is fetched again for the next column. Work in square
# tiles, say 32 × 32, so that the lines of a source tile and of its target tile stay in the cache.
# The number of moves is the same. A tile is also the unit when the image doesn't fit into memory:
# read a tile, rotate it, write it to its new position.
#
# </details>
#
# **Why not return `np.rot90` and be done?**
#
# <details>
# <summary>Answer</summary>
#
# For reading, it's the best answer: O(1), no copy. Then I say who owns the memory. Writing to the
# view changes the original, keeping the view keeps the original alive, and code that needs one block
# of memory, such as a C library or a transfer to a device, will copy it. Note that its `k` counts
# anticlockwise.
#
# </details>
#
# **Rotate a cube of data by 90 degrees about one axis.**
#
# <details>
# <summary>Answer</summary>
#
# Each slice across that axis is a matrix and rotates by itself: `np.rot90(cube, -1, axes=(1, 2))`
# rotates all slices of axis 0. In pure Python, call `rotate` on each slice.
#
# </details>
#
# **How would you test this without writing down expected matrices?**
#
# <details>
# <summary>Answer</summary>
#
# With properties, for random sizes: four quarter turns restore the start; the result equals
# `list(zip(*matrix[::-1]))` of a copy; the row objects are the same as before; `k` turns equal one
# turn `k` times. Four turns alone aren't enough: doing nothing passes that test, and so does rotating
# the other way.
#
# </details>

# %% [markdown]
# ## Next
#
# {{next}}
