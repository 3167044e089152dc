"""Checks of lesson 101: turning a matrix by a quarter, in place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from autograder.groups import (
    Exercise,
    Failure,
    Grid,
    Group,
    Growth,
    Memory,
    Opaque,
    Outcome,
    case,
    nudge_on,
    same,
)

SIDES = range(1, 7)
TURNS = (1, 2, 3, 0, -1, 4, 7, -6)


def turned(matrix: list, k: int = 1) -> list:
    """``matrix`` after ``k`` quarter turns clockwise, by the idiom of the standard library.

    numpy.rot90 would take cells apart that are lists themselves.
    """
    for _ in range(k % 4):
        matrix = [list(row) for row in zip(*reversed(matrix))]
    return matrix


def numbered(rows: int, columns: int) -> list:
    """A matrix of the numbers from 1 on, row by row."""
    return [[i * columns + j + 1 for j in range(columns)] for i in range(rows)]


def matrices(most: int = 8, cells: Any = None, square: bool = True):
    """Matrices of up to ``most`` rows and columns; small integers, so that many are equal."""
    from hypothesis import strategies as st

    cells = st.integers(-9, 9) if cells is None else cells

    @st.composite
    def matrix(draw):
        rows = draw(st.integers(0, most))
        columns = rows if square else draw(st.integers(0, most))
        row = st.lists(cells, min_size=columns, max_size=columns)
        return draw(st.lists(row, min_size=rows, max_size=rows))

    return matrix()


def one_square():
    from hypothesis import strategies as st

    return st.tuples(matrices())


def square_and_turns(turns: Sequence[int]):
    from hypothesis import strategies as st

    return st.tuples(matrices(6), st.sampled_from(turns))


def one_rectangle():
    from hypothesis import strategies as st

    return st.tuples(matrices(6, square=False))


def one_of_objects():
    """Rectangles whose cells are of all kinds, unhashable and falsy ones too."""
    from hypothesis import strategies as st

    cell = st.one_of(
        st.none(),
        st.just(""),
        st.text("ab", max_size=2),
        st.integers(0, 2),
        st.just(0.5),
        st.builds(list),
        st.lists(st.integers(0, 3), min_size=1, max_size=2),
        st.builds(dict),
    )
    return st.tuples(matrices(3, cells=cell, square=False))


def own_rows(args: tuple, outcome: Outcome) -> Failure | None:
    """What is wrong where a `Grid` does not hold its own row lists afterwards."""
    side, rows = args[0].rows, outcome.after[0]["rows"]
    own = {row for row in rows if row is not None}
    if len(own) == len(rows) == side:
        return None
    return Failure(
        "The matrix does not hold its own row lists afterwards.",
        expected=f"the {side} row lists that it had, in any order, each once",
        got=f"{len(own)} of them, in {len(rows)} rows",
    )


def moved_cells(args: tuple, outcome: Outcome) -> Failure | None:
    """What is wrong where the cells of a `Grid` are not where the quarter turns bring them."""
    grid, turns = args[0], args[1] if len(args) > 1 else 1
    want, cells = turned(numbers_of(grid), turns), outcome.after[0]["cells"]
    if cells == want:
        return None
    return Failure(
        "The cells are not the same objects, or stand elsewhere.",
        expected=show_cells(want),
        got=show_cells(cells),
    )


def own_rows_and_moved_cells(args: tuple, outcome: Outcome) -> Failure | None:
    return own_rows(args, outcome) or moved_cells(args, outcome)


def numbers_of(grid: Grid) -> list:
    """The numbers of the cells where they stand at first."""
    return [[i * grid.columns + j for j in range(grid.columns)] for i in range(grid.rows)]


def grids(*more: tuple) -> list:
    """Cases of square grids, the smallest first; what is looked at is where things stand."""
    return [case(Grid(side, side), *args, gives=...) for side, *args in more]


def numbered_cells(rows: int, columns: int) -> list:
    """The cells of a `Grid` as they come back in a result."""
    return [[Opaque("Cell", f"c{i * columns + j}") for j in range(columns)] for i in range(rows)]


def same_or_same_cells(got: Any, want: Any) -> bool:
    """Whether the values are equal; the cells of a `Grid` count as equal if they are the same."""
    if not any(isinstance(cell, Opaque) for row in want for cell in row):
        return same(got, want)
    if not isinstance(got, (list, tuple)) or not all(isinstance(r, (list, tuple)) for r in got):
        return False
    return [list(row) for row in got] == [list(row) for row in want]


def grid_untouched(args: tuple, outcome: Outcome) -> Failure | None:
    """What is wrong if the argument was a `Grid` and is not as it was."""
    grid = args[0]
    if not isinstance(grid, Grid):
        return None
    if outcome.after[0] == {"rows": list(range(grid.rows)), "cells": numbers_of(grid)}:
        return None
    return Failure("Modified its argument.", fault="mutated")


def show_cells(cells: list) -> str:
    """Numbers of cells as `Grid` shows them; other objects as a question mark."""
    rows = (", ".join("?" if cell is None else f"c{cell}" for cell in row) for row in cells)
    return f"[{', '.join(f'[{row}]' for row in rows)}]"


rotate = Exercise(
    difficulty="medium",
    minutes=20,
    groups=[
        Group(
            "in place, returns None",
            cases=[
                case([[1, 2, 3], [4, 5, 6], [7, 8, 9]], gives=[[7, 4, 1], [8, 5, 2], [9, 6, 3]]),
                case(numbered(4, 4), gives=turned(numbered(4, 4))),
            ],
            in_place=True,
            nudge=nudge_on(
                "value",
                "Look at row 0: is it the left column, read from the bottom up? If nothing has "
                "changed, write into the rows that you were given. Rebinding a name doesn't change "
                "the caller's matrix.",
            )
            | nudge_on("shape", "Write into the rows of the matrix, and leave out the return."),
        ),
        Group(
            "nothing, one cell, four cells",
            cases=[
                case([], gives=[]),
                case([[7]], gives=[[7]]),
                case([[1, 2], [3, 4]], gives=[[3, 1], [4, 2]]),
            ],
            in_place=True,
            nudge=nudge_on(
                "value raised",
                "How many rings has a matrix of side 0, 1 and 2, and how many cells has each?",
            ),
        ),
        Group(
            "clockwise, any size",
            cases=[
                case(numbered(5, 5), gives=turned(numbered(5, 5))),
                case([[0, 0], [0, -1]], gives=[[0, 0], [-1, 0]]),
                case(numbered(100, 100), gives=turned(numbered(100, 100))),
            ],
            inputs=one_square,
            oracle=turned,
            in_place=True,
            nudge="Follow one cell that is wrong. Where should (i, j) go, and how often did you "
            "move it?",
        ),
        Group(
            "the matrix's own rows",
            cases=grids(*[(side,) for side in SIDES]),
            in_place=True,
            also=own_rows,
            nudge="Other code may hold a row of the matrix. Write into the rows; don't make "
            "new ones.",
        ),
        Group(
            "cells are only moved",
            cases=grids(*[(side,) for side in SIDES]),
            in_place=True,
            also=moved_cells,
            nudge=nudge_on(
                "value raised", "A cell may be anything: an image, None, a lock. Only assign it."
            ),
        ),
        Memory(
            "no copy of the matrix",
            args=lambda n: (Grid(n, n),),
            in_place=True,
            also=moved_cells,
            sizes=(50, 100),
            exponent=1.4,
            nudge="You can set aside one cell or one row at a time, but not all of them.",
        ),
        Growth(
            "work grows with the cells",
            args=lambda n: (numbered(n, n),),
            oracle=turned,
            in_place=True,
            sizes=(6, 12, 24, 48),
            exponent=2.4,
            brute="pushes each ring on, cell by cell",
            best="cycles of four",
            nudge="You can write each cell once, straight to its final position.",
        ),
    ],
    hints=[
        "Take a 3 × 3 matrix and a pencil. Where does the corner go? Where does the middle of the "
        "top row go? Follow each of them until you are back.",
        "The cell in row `i`, column `j` goes to row `j`, column `n - 1 - i`. After four such "
        "moves you are back, so four cells swap positions. Or: which two flips, one after the "
        "other, make a quarter turn?",
        "Cycles: go ring by ring, from the outside in. In a ring of side `s`, start a cycle at "
        "each cell of the top row except the last, so at `s - 1` cells. Set one cell aside, move "
        "the other three, then write the one set aside. Flips: flip the matrix upside down, then "
        "swap each pair of cells across the main diagonal, each pair once.",
        "With `n = len(matrix)`, for `i` in `range(n // 2)` and `j` in `range(i, n - 1 - i)`: set "
        "`matrix[i][j]` aside; then, in this order, `matrix[i][j]` takes from "
        "`matrix[n-1-j][i]`, that one from `matrix[n-1-i][n-1-j]`, that one from "
        "`matrix[j][n-1-i]`, and that one takes what you set aside. Or: `matrix.reverse()`, then "
        "for each `i` and each `j < i` swap `matrix[i][j]` and `matrix[j][i]`.",
    ],
)


rotate_k = Exercise(
    difficulty="easy",
    minutes=10,
    groups=[
        Group(
            "any number of turns",
            cases=[
                case([[1, 2], [3, 4]], 0, gives=[[1, 2], [3, 4]]),
                case([[1, 2], [3, 4]], 1, gives=[[3, 1], [4, 2]]),
                case([[1, 2], [3, 4]], 2, gives=[[4, 3], [2, 1]]),
                case([[1, 2], [3, 4]], 3, gives=[[2, 4], [1, 3]]),
                case([[1, 2], [3, 4]], 4, gives=[[1, 2], [3, 4]]),
                case([[1, 2], [3, 4]], 10**18 + 1, gives=[[3, 1], [4, 2]]),
                case([[1, 2], [3, 4]], 10**30 + 1, gives=[[3, 1], [4, 2]]),
                case([], 5, gives=[]),
            ],
            inputs=lambda: square_and_turns(range(12)),
            oracle=turned,
            in_place=True,
            nudge="Which numbers of turns change nothing? Which two numbers have the same result?",
        ),
        Group(
            "negative k",
            cases=[
                case([[1, 2], [3, 4]], -1, gives=[[2, 4], [1, 3]]),
                case([[1, 2], [3, 4]], -4, gives=[[1, 2], [3, 4]]),
                case([[1, 2], [3, 4]], -(10**30) - 1, gives=[[2, 4], [1, 3]]),
            ],
            inputs=lambda: square_and_turns(range(-12, 0)),
            oracle=turned,
            in_place=True,
            nudge=nudge_on(
                "value raised",
                "One turn back equals three turns forward, even for numbers too large for a "
                "machine word.",
            ),
        ),
        Group(
            "own rows, and cells only moved",
            cases=grids(*[(side, k) for side in (1, 2, 3) for k in TURNS]),
            in_place=True,
            also=own_rows_and_moved_cells,
            nudge="As for one turn: write into the rows; don't make new ones.",
        ),
        Memory(
            "no copy of the matrix",
            args=lambda n: (Grid(n, n), 3),
            in_place=True,
            also=moved_cells,
            sizes=(50, 100),
            exponent=1.4,
            nudge="You can set aside a few cells, but not all of them.",
        ),
        Growth(
            "work does not grow with the turns",
            args=lambda k: (numbered(6, 6), k),
            oracle=turned,
            in_place=True,
            sizes=(501, 1_001, 2_001, 4_001),
            exponent=0.1,
            brute="turns k times",
            best="a case for each remainder",
            nudge="Four turns change nothing, so you can skip most of them.",
        ),
    ],
    hints=[
        "Put a sheet of paper in front of you and give it five quarter turns. What did you see "
        "before the last one?",
        "Only four results are possible. Which number from 0 to 3 has the same effect as `k`, even "
        "for `k = -1` and `k = 1_000_000_007`?",
        "In Python `k % 4` is from 0 to 3, even for negative `k`. Call your `rotate` that many "
        "times, or move each of the four cells of a cycle by `k % 4` positions at once.",
        "`for _ in range(k % 4): rotate(matrix)` is enough. In one go: collect the four cells of a "
        "cycle clockwise in a list `cells`; position `q` takes `cells[q - k % 4]`.",
    ],
)


rotate_rectangle = Exercise(
    difficulty="easy",
    minutes=8,
    groups=[
        Group(
            "wide, tall and square",
            cases=[
                case([[1, 2, 3], [4, 5, 6]], gives=[[4, 1], [5, 2], [6, 3]]),
                case([[1, 2, 3]], gives=[[1], [2], [3]]),
                case([[1], [2], [3]], gives=[[3, 2, 1]]),
                case([[1, 2], [3, 4]], gives=[[3, 1], [4, 2]]),
                case([[1, 2], [3, 4], [5, 6]], gives=[[5, 3, 1], [6, 4, 2]]),
                case([[0]], gives=[[0]]),
            ],
            inputs=one_rectangle,
            oracle=turned,
            nudge="The result has as many rows as the matrix has columns. What becomes row 0?",
        ),
        Group(
            "no cells",
            cases=[case([], gives=[]), case([[]], gives=[]), case([[], [], []], gives=[])],
            nudge=nudge_on(
                "value raised shape", "A matrix may have no rows, or rows without cells."
            ),
        ),
        Group(
            "cells of any kind",
            cases=[
                case([[None, ""], [[], "a"], [0.5, {}]], gives=[[0.5, [], None], [{}, "a", ""]]),
                case([[True, "b", None]], gives=[[True], ["b"], [None]]),
                case(Grid(2, 3), gives=turned(numbered_cells(2, 3))),
            ],
            inputs=one_of_objects,
            oracle=turned,
            accept=same_or_same_cells,
            also=grid_untouched,
            nudge=nudge_on(
                "value raised",
                "A cell may be falsy, unhashable or unordered, and doesn't have to be a number. "
                "Put the same object into the result, not a copy.",
            ),
        ),
    ],
    hints=[
        "Write down a matrix of 2 rows and 3 columns and rotate the paper. How many rows do you "
        "see?",
        "The cell in row `i`, column `j` goes to row `j`. Its column is counted from the other "
        "end: the last row becomes the first column.",
        "Either make a matrix of the new size, with a separate list for each row, and put each "
        "cell where it belongs; or read the columns from the bottom up, one after the other.",
        "With `rows = len(matrix)`: the new row `j` is `[matrix[i][j] for i in "
        "reversed(range(rows))]`, for each `j` in `range(columns)`, where `columns` is "
        "`len(matrix[0])` if there is a row, and 0 if not.",
    ],
)
