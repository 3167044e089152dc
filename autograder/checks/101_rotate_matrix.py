"""Checks of lesson 101: turning a matrix by a quarter, in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass
from typing import Any, Literal

from ..exercise import Answer, Exercise, Grid, Outcome, Right, Verdict, Wrong
from ..groups import Failure, Group, Growth, Named, case, of_trouble, passed, show_call
from ..groups.base import LIMIT
from ..groups.memory import Memory
from ..values import Opaque, same

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
        st.none(), st.just(""), st.text("ab", max_size=2), st.integers(0, 2), st.just(0.5),
        st.builds(list), st.lists(st.integers(0, 3), min_size=1, max_size=2), st.builds(dict),
    )
    return st.tuples(matrices(3, cells=cell, square=False))


@dataclass(frozen=True, eq=False)
class Moves(Named):
    """Calls with grids, whose cells can only be moved, and whose rows are known again.

    ``calls`` are the arguments, the smallest first, and ``turns(*args)`` the quarter turns that
    they ask for. ``judges`` says what this group looks at; a call that raises fails it as well.
    """

    _: KW_ONLY
    calls: Sequence[tuple]
    turns: Callable[..., int]
    judges: Sequence[Literal["rows", "cells"]]

    def run_examples(self, answer: Answer) -> Verdict | None:
        """All calls: they are the same for everybody and give nothing away."""
        return self.run(answer)

    def run(self, answer: Answer, seed: int = 0) -> Verdict:
        """Try the calls in turn."""
        for args in self.calls:
            failure = self._judge(args, answer.call(args, limit=LIMIT), answer.name)
            if failure:
                return failure.verdict(self)
        return passed(self)

    def _judge(self, args: tuple, outcome: Outcome, name: str) -> Failure | None:
        side, call = args[0].rows, show_call(name, args)
        if outcome.trouble:
            return of_trouble(outcome.trouble, call, "cells that are moved, and nothing else")
        after = outcome.after[0]
        own = {row for row in after["rows"] if row is not None}
        if "rows" in self.judges and not len(own) == len(after["rows"]) == side:
            text = "The matrix does not hold its own row lists afterwards."
            expected = f"the {side} row lists that it had, in any order, each once"
            got = f"{len(own)} of them, in {len(after['rows'])} rows"
            return Failure(text, call, expected, got)
        cells = [[i * side + j for j in range(side)] for i in range(side)]
        want = turned(cells, self.turns(*args))
        if "cells" in self.judges and after["cells"] != want:
            text = "The cells are not the same objects, or stand elsewhere."
            return Failure(text, call, show_cells(want), show_cells(after["cells"]))
        return None


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


def grid_untouched(args: tuple, outcome: Outcome) -> str | None:
    """What is wrong if the argument was a `Grid` and is not as it was."""
    grid = args[0]
    if not isinstance(grid, Grid):
        return None
    cells = [[i * grid.columns + j for j in range(grid.columns)] for i in range(grid.rows)]
    if outcome.after[0] == {"rows": list(range(grid.rows)), "cells": cells}:
        return None
    return "It changes its argument."


def show_cells(cells: list) -> str:
    """Numbers of cells as `Grid` shows them; other objects as a question mark."""
    rows = (", ".join("?" if cell is None else f"c{cell}" for cell in row) for row in cells)
    return f"[{', '.join(f'[{row}]' for row in rows)}]"


def edited(name: str, caught_by: str, source: str, *edits: tuple[str, str]) -> Wrong:
    """A wrong solution: a right one with a few texts replaced."""
    for old, new in edits:
        assert source.count(old) == 1, (name, old)
        source = source.replace(old, new)
    return Wrong(name, source, caught_by)


def pushing(matrix: list) -> None:
    """Turn each ring by pushing it on one cell at a time."""
    n = len(matrix)
    for first in range(n // 2):
        last = n - 1 - first
        places = [(first, j) for j in range(first, last)]
        places += [(i, last) for i in range(first, last)]
        places += [(last, j) for j in range(last, first, -1)]
        places += [(i, first) for i in range(last, first, -1)]
        for _ in range(last - first):
            held = matrix[first + 1][first]
            for i, j in places:
                matrix[i][j], held = held, matrix[i][j]


def cycling(matrix: list) -> None:
    """Turn the four cells of each cycle at once."""
    n = len(matrix)
    for i in range(n // 2):
        for j in range(i, n - 1 - i):
            held = matrix[i][j]
            matrix[i][j] = matrix[n - 1 - j][i]
            matrix[n - 1 - j][i] = matrix[n - 1 - i][n - 1 - j]
            matrix[n - 1 - i][n - 1 - j] = matrix[j][n - 1 - i]
            matrix[j][n - 1 - i] = held


CYCLES = """
def rotate(matrix):
    n = len(matrix)
    for ring in range(n // 2):
        last = n - 1 - ring
        for step in range(last - ring):
            top = matrix[ring][ring + step]
            matrix[ring][ring + step] = matrix[last - step][ring]
            matrix[last - step][ring] = matrix[last][last - step]
            matrix[last][last - step] = matrix[ring + step][last]
            matrix[ring + step][last] = top
"""
FLIPS = """
def rotate(matrix):
    matrix.reverse()
    for i in range(len(matrix)):
        for j in range(i):
            matrix[i][j], matrix[j][i] = matrix[j][i], matrix[i][j]
"""
QUADRANT = """
def rotate(m):
    n = len(m)
    for i in range(n // 2):
        for j in range((n + 1) // 2):
            m[i][j], m[j][~i], m[~i][~j], m[~j][i] = m[~j][i], m[i][j], m[j][~i], m[~i][~j]
"""
WALK = """
def rotate(matrix):
    n = len(matrix)
    for first in range(n // 2):
        last = n - 1 - first
        ring = [(first, j) for j in range(first, last)]
        ring += [(i, last) for i in range(first, last)]
        ring += [(last, j) for j in range(last, first, -1)]
        ring += [(i, first) for i in range(last, first, -1)]
        for i, j in ring[:last - first]:
            held = matrix[i][j]
            matrix[i][j] = matrix[n - 1 - j][i]
            matrix[n - 1 - j][i] = matrix[n - 1 - i][n - 1 - j]
            matrix[n - 1 - i][n - 1 - j] = matrix[j][n - 1 - i]
            matrix[j][n - 1 - i] = held
"""
PUSHING = """
def rotate(matrix):
    n = len(matrix)
    for first in range(n // 2):
        last = n - 1 - first
        places = [(first, j) for j in range(first, last)]
        places += [(i, last) for i in range(first, last)]
        places += [(last, j) for j in range(last, first, -1)]
        places += [(i, first) for i in range(last, first, -1)]
        for _ in range(last - first):
            held = matrix[first + 1][first]
            for i, j in places:
                matrix[i][j], held = held, matrix[i][j]
"""
COPY = """
def rotate(matrix):
    for row, new in zip(matrix, list(zip(*matrix[::-1]))):
        row[:] = new
"""

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
            nudge="Look at row 0: is it the left column, from below? If nothing has changed, write "
            "into the rows that you were given. A name that you bind anew is yours alone.",
        ),
        Group(
            "nothing, one cell, four cells",
            cases=[
                case([], gives=[]),
                case([[7]], gives=[[7]]),
                case([[1, 2], [3, 4]], gives=[[3, 1], [4, 2]]),
            ],
            in_place=True,
            nudge="How many rings has a matrix of side 0, 1 and 2, and how many cells has each?",
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
        Moves(
            "the matrix's own rows",
            calls=[(Grid(side, side),) for side in SIDES],
            turns=lambda grid: 1,
            judges=("rows",),
            nudge="Somebody may hold a row of the matrix. Change the rows, make no new ones.",
        ),
        Moves(
            "cells are only moved",
            calls=[(Grid(side, side),) for side in SIDES],
            turns=lambda grid: 1,
            judges=("cells",),
            nudge="A cell may be anything: an image, None, a lock. Only assign it.",
        ),
        Memory(
            "no copy of the matrix",
            args=lambda n: (Grid(n, n),),
            sizes=(50, 100),
            exponent=1.4,
            nudge="A cell or a row at a time can be set aside, not all of them.",
        ),
        Growth(
            "work grows with the cells",
            args=lambda n: (numbered(n, n),),
            sizes=(6, 12, 24, 48),
            exponent=2.4,
            brute=pushing,
            best=cycling,
            nudge="Each cell can be written once, at the place where it ends.",
        ),
    ],
    hints=[
        "Take a 3 × 3 matrix and a pencil. Where does the corner go? Where does the middle of the "
        "top row go? Follow each of them until you are back.",
        "The cell in row `i`, column `j` goes to row `j`, column `n - 1 - i`. After four such "
        "moves you are back, so four cells trade places. Or: which two mirrorings, one after the "
        "other, make a turn?",
        "Cycles: go ring by ring, from the outside in. In a ring of side `s`, start a cycle at "
        "each cell of the top row except the last, so at `s - 1` cells. Set one cell aside, move "
        "the other three, put it back. Mirrorings: turn the matrix upside down, then swap each "
        "pair of cells across the main diagonal, each pair once.",
        "With `n = len(matrix)`, for `i` in `range(n // 2)` and `j` in `range(i, n - 1 - i)`: set "
        "`matrix[i][j]` aside; then, in this order, `matrix[i][j]` takes from "
        "`matrix[n-1-j][i]`, that one from `matrix[n-1-i][n-1-j]`, that one from "
        "`matrix[j][n-1-i]`, and that one takes what you set aside. Or: `matrix.reverse()`, then "
        "for each `i` and each `j < i` swap `matrix[i][j]` and `matrix[j][i]`.",
    ],
    wrong=[
        edited("turns anticlockwise", "clockwise, any size", FLIPS,
               ("    matrix.reverse()\n", ""),
               ("matrix[i][j]\n", "matrix[i][j]\n    matrix.reverse()\n")),
        edited("walks half of the ring", "clockwise, any size", WALK,
               ("ring[:last - first]", "ring[:2 * (last - first)]")),
        edited("walks the whole ring", "clockwise, any size", WALK,
               ("ring[:last - first]", "ring")),
        edited("walks the top row and the corner again", "clockwise, any size", CYCLES,
               ("range(last - ring)", "range(last - ring + 1)")),
        edited("walks half of the side", "clockwise, any size", CYCLES,
               ("range(last - ring)", "range((last - ring + 1) // 2)")),
        edited("stops one cell early", "nothing, one cell, four cells", CYCLES,
               ("range(last - ring)", "range(last - ring - 1)")),
        Wrong("moves each cell straight across", """
def rotate(matrix):
    n = len(matrix)
    for i in range((n + 1) // 2):
        for j in range(n if i < n // 2 else n // 2):
            matrix[i][j], matrix[~i][~j] = matrix[~i][~j], matrix[i][j]
""", "clockwise, any size"),
        edited("turns the outer ring alone", "clockwise, any size", CYCLES,
               ("range(n // 2)", "range(min(n // 2, 1))")),
        edited("counts the rings by the odd sizes", "nothing, one cell, four cells", CYCLES,
               ("range(n // 2)", "range((n - 1) // 2)")),
        edited("leaves the middle column of odd sizes", "clockwise, any size", QUADRANT,
               ("(n + 1) // 2", "n // 2")),
        edited("turns the middle of odd sizes twice", "clockwise, any size", QUADRANT,
               ("range(n // 2)", "range((n + 1) // 2)")),
        edited("four assignments, nothing set aside", "clockwise, any size", CYCLES,
               ("            top = matrix[ring][ring + step]\n", ""),
               ("= top", "= matrix[ring][ring + step]")),
        edited("a cell set aside too late", "clockwise, any size", CYCLES,
               ("            top = matrix[ring][ring + step]\n", ""),
               ("            matrix[last - step][ring] = matrix[last]",
                "            top = matrix[ring][ring + step]\n"
                "            matrix[last - step][ring] = matrix[last]")),
        edited("the first ring's width for all rings", "clockwise, any size", CYCLES,
               ("range(last - ring)", "range(n - 1)")),
        edited("reverses the rows without mirroring them", "clockwise, any size", FLIPS,
               ("    for i in range(len(matrix)):\n        for j in range(i):\n"
                "            matrix[i][j], matrix[j][i] = matrix[j][i], matrix[i][j]\n", "")),
        Wrong("mirrors each row and nothing else", """
def rotate(matrix):
    for row in matrix:
        row.reverse()
""", "clockwise, any size"),
        edited("transposes without reversing", "clockwise, any size", FLIPS,
               ("    matrix.reverse()\n", "")),
        edited("swaps each pair across the diagonal twice", "clockwise, any size", FLIPS,
               ("range(i)", "range(len(matrix))")),
        Wrong("mirrors across the other diagonal and stops", """
def rotate(m):
    for i in range(len(m)):
        for j in range(len(m) - 1 - i):
            m[i][j], m[~j][~i] = m[~j][~i], m[i][j]
""", "clockwise, any size"),
        Wrong("binds its own name to a new matrix", """
def rotate(matrix):
    matrix = [list(row) for row in zip(*matrix[::-1])]
""", "in place, returns None"),
        Wrong("binds each row to a new list", """
def rotate(matrix):
    turned = list(zip(*matrix[::-1]))
    for row, new in zip(matrix, turned):
        row = list(new)
""", "in place, returns None"),
        Wrong("returns a new matrix", """
def rotate(matrix):
    return [list(row) for row in zip(*matrix[::-1])]
""", "in place, returns None"),
        Wrong("turns in place and returns the matrix too", FLIPS + "    return matrix\n",
              "in place, returns None"),
        Wrong("turns a NumPy array that nobody sees", """
import numpy as np

def rotate(matrix):
    array = np.array(matrix)
    array[:] = np.rot90(array, -1)
""", "in place, returns None"),
        Wrong("fails on a matrix without rows", """
def rotate(matrix):
    n = len(matrix[0])
    for i in range(n // 2):
        for j in range(i, n - 1 - i):
            a, b, c, d = (i, j), (j, n-1-i), (n-1-i, n-1-j), (n-1-j, i)
            held = [matrix[x][y] for x, y in (d, a, b, c)]
            for (x, y), value in zip((a, b, c, d), held):
                matrix[x][y] = value
""", "nothing, one cell, four cells"),
        Wrong("refuses a matrix of one cell", """
def rotate(matrix):
    n = len(matrix)
    if n == 1:
        raise ValueError("nothing to turn")
""" + FLIPS.replace("def rotate(matrix):\n", ""), "nothing, one cell, four cells"),
        Wrong("looks for a value's place by the value", """
def rotate(matrix):
    n = len(matrix)
    where = {}
    for i in range(n):
        for j in range(n):
            where[matrix[i][j]] = i, j
    for value, (i, j) in where.items():
        matrix[j][n - 1 - i] = value
""", "clockwise, any size"),
        Wrong("remembers what it has moved from one call to the next", """
def rotate(matrix, done=set()):
    n = len(matrix)
    for i in range(n // 2):
        for j in range(i, n - 1 - i):
            if (n, i, j) not in done:
                done.add((n, i, j))
                a, b, c, d = (i, j), (j, n-1-i), (n-1-i, n-1-j), (n-1-j, i)
                held = [matrix[x][y] for x, y in (d, a, b, c)]
                for (x, y), value in zip((a, b, c, d), held):
                    matrix[x][y] = value
""", "clockwise, any size"),
        Wrong("a frame for each cycle", """
def rotate(matrix, i=0, j=0):
    n = len(matrix)
    if j >= n - 1 - i:
        i, j = i + 1, i + 1
    if i < n // 2:
        m = matrix
        m[i][j], m[j][~i], m[~i][~j], m[~j][i] = m[~j][i], m[i][j], m[j][~i], m[~i][~j]
        rotate(matrix, i, j + 1)
""", "clockwise, any size"),
        Wrong("knows the examples by heart", """
def rotate(matrix):
    known = {
        3: [[7, 4, 1], [8, 5, 2], [9, 6, 3]], 2: [[3, 1], [4, 2]],
        4: [[13, 9, 5, 1], [14, 10, 6, 2], [15, 11, 7, 3], [16, 12, 8, 4]],
    }
    for row, new in zip(matrix, known.get(len(matrix), [])):
        row[:] = new
""", "clockwise, any size"),
        Wrong("new rows in the old matrix", """
def rotate(matrix):
    matrix[:] = [list(row) for row in zip(*matrix[::-1])]
""", "the matrix's own rows"),
        Wrong("rows that are tuples", """
def rotate(matrix):
    matrix[:] = zip(*matrix[::-1])
""", "the matrix's own rows"),
        Wrong("columns collected in new rows, the old ones emptied", """
def rotate(matrix):
    n = len(matrix)
    for _ in range(n):
        matrix.append([row.pop(0) for row in matrix[n - 1::-1]])
    del matrix[:n]
""", "the matrix's own rows"),
        Wrong("writes back a copy of the matrix", COPY, "no copy of the matrix"),
        Wrong("writes back a NumPy copy", """
import numpy as np

def rotate(matrix):
    copy = np.empty((len(matrix), len(matrix)), dtype=object)
    for i, row in enumerate(matrix):
        for j, cell in enumerate(row):
            copy[i, j] = cell
    for row, new in zip(matrix, np.rot90(copy, -1)):
        row[:] = list(new)
""", "no copy of the matrix"),
        Wrong("a dictionary of all cells", """
def rotate(matrix):
    n = len(matrix)
    old = {(i, j): cell for i, row in enumerate(matrix) for j, cell in enumerate(row)}
    for (i, j), cell in old.items():
        matrix[j][n - 1 - i] = cell
""", "no copy of the matrix"),
        Wrong("sets half of the matrix aside", """
def rotate(matrix):
    n = len(matrix)
    upper = [row[:] for row in matrix[:n // 2]]
    for i in range(n):
        for j in range(i, n):
            matrix[i][j], matrix[j][i] = matrix[j][i], matrix[i][j]
    for row in matrix:
        row.reverse()
    del upper
""", "no copy of the matrix"),
        Wrong("a deep copy", """
import copy

def rotate(matrix):
    old = copy.deepcopy(matrix)
    n = len(matrix)
    for i in range(n):
        for j in range(n):
            matrix[j][n - 1 - i] = old[i][j]
""", "cells are only moved"),
        edited("swaps by exclusive or", "cells are only moved", FLIPS,
               ("            matrix[i][j], matrix[j][i] = matrix[j][i], matrix[i][j]\n",
                "            matrix[i][j] ^= matrix[j][i]\n"
                "            matrix[j][i] ^= matrix[i][j]\n"
                "            matrix[i][j] ^= matrix[j][i]\n")),
        edited("swaps by adding and subtracting", "cells are only moved", FLIPS,
               ("            matrix[i][j], matrix[j][i] = matrix[j][i], matrix[i][j]\n",
                "            matrix[i][j] += matrix[j][i]\n"
                "            matrix[j][i] = matrix[i][j] - matrix[j][i]\n"
                "            matrix[i][j] -= matrix[j][i]\n")),
        edited("swaps only what differs", "cells are only moved", FLIPS,
               ("            matrix[i][j], matrix[j][i] =",
                "            if matrix[i][j] != matrix[j][i]:\n"
                "                matrix[i][j], matrix[j][i] =")),
        edited("takes 0 for an empty cell", "clockwise, any size", CYCLES,
               ("            matrix[ring][ring + step] =",
                "            if not top: continue\n            matrix[ring][ring + step] =")),
        Wrong("turns numbers, by int()", """
def rotate(matrix):
    matrix.reverse()
    for i in range(len(matrix)):
        for j in range(i):
            matrix[i][j], matrix[j][i] = int(matrix[j][i]), int(matrix[i][j])
""", "cells are only moved"),
        Wrong("pushes each ring on, cell by cell", PUSHING, "work grows with the cells"),
        Wrong("looks along a column for each cell", """
def rotate(matrix):
    n = len(matrix)
    matrix.reverse()
    for i in range(n):
        for j in range(i):
            for x in range(n):
                if x == j:
                    matrix[i][j], matrix[x][i] = matrix[x][i], matrix[i][j]
""", "work grows with the cells"),
    ],
    right=[
        Right("cycles of four", CYCLES),
        Right("a quarter of the ring as a list of places", WALK),
        Right("upside down, then across the diagonal", FLIPS),
        Right("a quadrant of cycles, by indices from the end", QUADRANT),
        Right("across the diagonal, then each row", """
def rotate(matrix: list[list]) -> None:
    for i, row in enumerate(matrix):
        for j in range(i + 1, len(matrix)):
            row[j], matrix[j][i] = matrix[j][i], row[j]
    for row in matrix:
        row.reverse()
"""),
        Right("across the other diagonal, then upside down by swaps of cells", """
def rotate(m):
    n = len(m)
    for i in range(n):
        for j in range(n - 1 - i):
            m[i][j], m[n-1-j][n-1-i] = m[n-1-j][n-1-i], m[i][j]
    for i in range(n // 2):
        for j in range(n):
            m[i][j], m[n-1-i][j] = m[n-1-i][j], m[i][j]
"""),
        Right("three swaps a cycle, the middle included", """
def rotate(matrix):
    n = len(matrix)
    ring = 0
    while ring < (n + 1) // 2:
        for j in range(ring, n - 1 - ring):
            i = ring
            for _ in range(3):
                x, y = n - 1 - j, i
                matrix[i][j], matrix[x][y] = matrix[x][y], matrix[i][j]
                i, j = x, y
        ring += 1
"""),
        Right("a ring as a list, turned by its side", """
from collections import deque

def rotate(matrix):
    n = len(matrix)
    for first in range(n // 2):
        last = n - 1 - first
        places = [(first, j) for j in range(first, last)]
        places.extend((i, last) for i in range(first, last))
        places.extend((last, j) for j in range(last, first, -1))
        places.extend((i, first) for i in range(last, first, -1))
        cells = deque(matrix[i][j] for i, j in places)
        cells.rotate(last - first)
        for (i, j), cell in zip(places, cells):
            matrix[i][j] = cell
"""),
        Right("sides of a ring by slices", """
def rotate(matrix):
    n = len(matrix)
    for a in range(n // 2):
        b = n - 1 - a
        top = matrix[a][a:b]
        right = [matrix[i][b] for i in range(a, b)]
        bottom = matrix[b][a + 1:b + 1]
        left = [matrix[i][a] for i in range(a + 1, b + 1)]
        matrix[a][a:b] = left[::-1]
        for i, cell in zip(range(a, b), top):
            matrix[i][b] = cell
        matrix[b][a + 1:b + 1] = right[::-1]
        for i, cell in zip(range(a + 1, b + 1), bottom):
            matrix[i][a] = cell
"""),
        Right("recursion over the rings", """
def rotate(matrix, ring=0):
    last = len(matrix) - 1 - ring
    if ring >= last:
        return
    for step in range(last - ring):
        held = matrix[ring][ring + step]
        matrix[ring][ring + step] = matrix[last - step][ring]
        matrix[last - step][ring] = matrix[last][last - step]
        matrix[last][last - step] = matrix[ring + step][last]
        matrix[ring + step][last] = held
    rotate(matrix, ring + 1)
"""),
        Right("complex numbers as places, cycles from a generator", """
def cycles(n):
    middle = complex(n - 1, n - 1) / 2
    for i in range(n // 2):
        for j in range((n + 1) // 2):
            at = complex(i, j) - middle
            turn = [middle + at * (-1j) ** quarter for quarter in range(4)]
            yield [(round(z.real), round(z.imag)) for z in turn]

def rotate(matrix):
    for cycle in cycles(len(matrix)):
        cells = [matrix[i][j] for i, j in cycle]
        for (i, j), cell in zip(cycle, cells[-1:] + cells[:-1]):
            matrix[i][j] = cell
"""),
        Right("NumPy counts, Python moves", """
import numpy as np

def rotate(matrix):
    matrix.reverse()
    for i in np.arange(len(matrix)):
        for j in np.arange(i):
            matrix[i][j], matrix[j][i] = matrix[j][i], matrix[i][j]
"""),
        Right("rings by deque, a ring at a time", """
from collections import deque

def rotate(matrix):
    n = len(matrix)
    for first in range(n // 2):
        last, side = n - 1 - first, n - 1 - 2 * first
        places = [(first, first + k) for k in range(side)]
        places += [(first + k, last) for k in range(side)]
        places += [(last, last - k) for k in range(side)]
        places += [(last - k, first) for k in range(side)]
        cells = deque(matrix[i][j] for i, j in places)
        cells.rotate(side)
        for i, j in places:
            matrix[i][j] = cells.popleft()
"""),
        Right("row objects go round as well", """
def rotate(matrix):
    for i in range(len(matrix)):
        for j in range(i):
            matrix[i][j], matrix[j][i] = matrix[j][i], matrix[i][j]
    matrix.reverse()
    for i in range(len(matrix) // 2):
        matrix[i], matrix[~i] = matrix[~i], matrix[i]
    for row in matrix:
        row[:] = row[::-1]
"""),
    ],
)

TURNING = """
def rotate_k(matrix, k):
    n = len(matrix)
    for _ in range(k % 4):
        matrix.reverse()
        for i in range(n):
            for j in range(i):
                matrix[i][j], matrix[j][i] = matrix[j][i], matrix[i][j]
"""
JUMPING = """
def rotate_k(matrix, k):
    n, k = len(matrix), k % 4
    for i in range(n // 2):
        for j in range(i, n - 1 - i):
            places = (i, j), (j, n - 1 - i), (n - 1 - i, n - 1 - j), (n - 1 - j, i)
            cells = [matrix[x][y] for x, y in places]
            for quarter, (x, y) in enumerate(places):
                matrix[x][y] = cells[quarter - k]
"""


def one_by_one(matrix: list, k: int) -> None:
    """Turn ``k`` times."""
    for _ in range(k):
        cycling(matrix)


def by_remainder(matrix: list, k: int) -> None:
    """Turn at most three times."""
    one_by_one(matrix, k % 4)


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
            nudge="Which turns change nothing? Which two numbers of turns look the same?",
        ),
        Group(
            "less than no turns",
            cases=[
                case([[1, 2], [3, 4]], -1, gives=[[2, 4], [1, 3]]),
                case([[1, 2], [3, 4]], -4, gives=[[1, 2], [3, 4]]),
                case([[1, 2], [3, 4]], -(10**30) - 1, gives=[[2, 4], [1, 3]]),
            ],
            inputs=lambda: square_and_turns(range(-12, 0)),
            oracle=turned,
            in_place=True,
            nudge="One turn back is three turns on, also for numbers that no machine word holds.",
        ),
        Moves(
            "own rows, and cells only moved",
            calls=[(Grid(side, side), k) for side in (1, 2, 3) for k in TURNS],
            turns=lambda grid, k: k,
            judges=("rows", "cells"),
            nudge="What held for one turn holds for all: change the rows, make no new ones.",
        ),
        Memory(
            "no copy of the matrix",
            args=lambda n: (Grid(n, n), 3),
            sizes=(50, 100),
            exponent=1.4,
            nudge="A few cells can be set aside, not all of them.",
        ),
        Growth(
            "work does not grow with the turns",
            args=lambda k: (numbered(6, 6), k),
            sizes=(501, 1_001, 2_001, 4_001),
            exponent=0.1,
            brute=one_by_one,
            best=by_remainder,
            nudge="Four turns change nothing, so most of them need not be made.",
        ),
    ],
    hints=[
        "Put a sheet of paper in front of you and turn it five times. What did you see before the "
        "last turn?",
        "Only four results are possible. Which number between 0 and 3 does as much as `k`, also "
        "for `k = -1` and `k = 1_000_000_007`?",
        "In Python `k % 4` lies between 0 and 3 for negative `k` too. Call your `rotate` that many "
        "times, or move each of the four cells of a cycle by `k % 4` places at once.",
        "`for _ in range(k % 4): rotate(matrix)` is enough. In one go: collect the four cells of a "
        "cycle clockwise in a list `cells`; the place number `q` takes `cells[q - k % 4]`.",
    ],
    wrong=[
        edited("turns k times", "work does not grow with the turns", TURNING,
               ("range(k % 4)", "range(k if k >= 0 else k % 4)")),
        edited("ignores negative turns", "less than no turns", TURNING,
               ("range(k % 4)", "range(k % 4 if k > 0 else 0)")),
        edited("turns on where it should turn back", "less than no turns", TURNING,
               ("range(k % 4)", "range(abs(k) % 4)")),
        edited("the remainder of other languages", "less than no turns", TURNING,
               ("range(k % 4)", "range(int(math.fmod(k, 4)))"),
               ("\ndef", "\nimport math\n\ndef")),
        edited("one turn too few for negative numbers", "less than no turns", TURNING,
               ("range(k % 4)", "range(k % 4 if k >= 0 else 3 - -k % 4)")),
        edited("refuses negative turns", "less than no turns", TURNING,
               ("    n =", "    if k < 0:\n        raise ValueError(k)\n    n =")),
        edited("counts to three", "any number of turns", TURNING,
               ("k % 4", "k % 3")),
        edited("turns the other way", "any number of turns", TURNING,
               ("range(k % 4)", "range(-k % 4)")),
        edited("turns once when asked not to", "any number of turns", TURNING,
               ("range(k % 4)", "range(k % 4 or 1)")),
        edited("turns once, whatever k", "any number of turns", TURNING,
               ("range(k % 4)", "range(1)")),
        edited("a half turn is a mirror", "any number of turns", TURNING,
               ("    for _", "    if k % 4 == 2:\n        matrix.reverse()\n        return\n"
                             "    for _")),
        edited("the number of turns as a float", "any number of turns", TURNING,
               ("k % 4", "int((k / 4 - k // 4) * 4)")),
        edited("cells in the wrong order", "any number of turns", JUMPING,
               ("cells[quarter - k]", "cells[(quarter + k) % 4]")),
        edited("a quarter for every step of the index", "any number of turns", JUMPING,
               ("cells[quarter - k]", "cells[quarter * k % 4]")),
        edited("odd sizes lose a column", "any number of turns", JUMPING,
               ("range(i, n - 1 - i)", "range(i, n // 2)")),
        edited("remembers the turns of earlier calls", "any number of turns", TURNING,
               ("\ndef", "\nmade = 0\n\ndef"),
               ("    n =", "    global made\n    made += k\n    n ="),
               ("range(k % 4)", "range(made % 4)")),
        Wrong("remembers the last result of this size", """
def rotate_k(matrix, k, seen={}):
    key = len(matrix), k % 4
    if key not in seen:
        result = [list(row) for row in matrix]
        for _ in range(k % 4):
            result = [list(row) for row in zip(*result[::-1])]
        seen[key] = result
    for row, new in zip(matrix, seen[key]):
        row[:] = new
""", "any number of turns"),
        Wrong("returns the matrix", TURNING + "    return matrix\n", "any number of turns"),
        Wrong("returns a new matrix", """
def rotate_k(matrix, k):
    for _ in range(k % 4):
        matrix = [list(row) for row in zip(*matrix[::-1])]
    return matrix
""", "any number of turns"),
        Wrong("new rows with each turn", """
def rotate_k(matrix, k):
    for _ in range(k % 4):
        matrix[:] = [list(row) for row in zip(*matrix[::-1])]
""", "own rows, and cells only moved"),
        Wrong("mirrored rows are new rows", """
def rotate_k(matrix, k):
    if k % 4 == 2:
        matrix[:] = [row[::-1] for row in matrix[::-1]]
    else:
        for _ in range(k % 4):
            rotate(matrix)
""", "own rows, and cells only moved"),
        Wrong("writes back a copy", """
def rotate_k(matrix, k):
    for _ in range(k % 4):
        for row, new in zip(matrix, list(zip(*matrix[::-1]))):
            row[:] = new
""", "no copy of the matrix"),
        Wrong("a stack frame for each turn", """
def rotate_k(matrix, k):
    if k < 0:
        return rotate_k(matrix, k % 4)
    if k > 0:
        rotate(matrix)
        rotate_k(matrix, k - 1)
""", "work does not grow with the turns"),
        Wrong("the remainder by a division of floats", """
def rotate_k(matrix, k):
    turns = k - 4 * int(k / 4)
    for _ in range(turns if turns >= 0 else turns + 4):
        rotate(matrix)
""", "any number of turns"),
        Wrong("the turns in 64 bits", """
import numpy as np

def rotate_k(matrix, k):
    for _ in range(int(np.int64(k) % 4)):
        rotate(matrix)
""", "any number of turns"),
        Wrong("takes what is below 64 bits for no turn", """
def rotate_k(matrix, k):
    for _ in range(k % 4 if k >= -2**63 else 0):
        rotate(matrix)
""", "less than no turns"),
        Wrong("takes four turns away again and again", """
def rotate_k(matrix, k):
    while k >= 4:
        k -= 4
    while k < 0:
        k += 4
    for _ in range(k):
        rotate(matrix)
""", "work does not grow with the turns"),
    ],
    right=[
        Right("as many turns as remain", TURNING),
        Right("each cell jumps to its last place", JUMPING),
        Right("by rotate", """
def rotate_k(matrix: list[list], k: int) -> None:
    for _ in range(k % 4):
        rotate(matrix)
"""),
        Right("the last two bits", """
def rotate_k(matrix, k):
    if k & 1:
        matrix.reverse()
        for i in range(len(matrix)):
            for j in range(i):
                matrix[i][j], matrix[j][i] = matrix[j][i], matrix[i][j]
    if k & 2:
        matrix.reverse()
        for row in matrix:
            row.reverse()
"""),
        Right("a case for each remainder", """
def transpose(m):
    for i in range(len(m)):
        for j in range(i + 1, len(m)):
            m[i][j], m[j][i] = m[j][i], m[i][j]

def rotate_k(matrix, k):
    match k % 4:
        case 1:
            matrix.reverse()
            transpose(matrix)
        case 2:
            matrix.reverse()
            for row in matrix:
                row.reverse()
        case 3:
            transpose(matrix)
            matrix.reverse()
"""),
        Right("back if that is shorter, by divmod and recursion", """
def rotate_k(matrix, k):
    _, k = divmod(k, 4)
    if k == 3:
        for i, row in enumerate(matrix):
            for j in range(i):
                row[j], matrix[j][i] = matrix[j][i], row[j]
        matrix.reverse()
    elif k:
        rotate_k(matrix, k - 1)
        rotate(matrix)
"""),
        Right("the remainder by NumPy and by hand", """
import numpy as np

def rotate_k(matrix, k):
    turns = int(np.mod(k, 4)) if abs(k) < 2**62 else k - k // 4 * 4
    for ring in range(len(matrix) // 2):
        last = len(matrix) - 1 - ring
        for step in range(last - ring):
            places = [(ring, ring + step), (ring + step, last),
                      (last, last - step), (last - step, ring)]
            cells = [matrix[i][j] for i, j in places]
            for (i, j), cell in zip(places, cells[4 - turns:] + cells[:4 - turns]):
                matrix[i][j] = cell
"""),
    ],
)

RECTANGLE = """
def rotate_rectangle(matrix):
    rows = len(matrix)
    columns = len(matrix[0]) if matrix else 0
    turned = [[None] * rows for _ in range(columns)]
    for i in range(rows):
        for j in range(columns):
            turned[j][rows - 1 - i] = matrix[i][j]
    return turned
"""
ZIP = """
def rotate_rectangle(matrix):
    return [list(row) for row in zip(*matrix[::-1])]
"""

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
            nudge="A matrix may have no rows, or rows without cells.",
        ),
        Group(
            "cells of any kind",
            cases=[
                case([[None, ""], [[], "a"], [0.5, {}]],
                     gives=[[0.5, [], None], [{}, "a", ""]]),
                case([[True, "b", None]], gives=[[True], ["b"], [None]]),
                case(Grid(2, 3), gives=turned(numbered_cells(2, 3))),
            ],
            inputs=one_of_objects,
            oracle=turned,
            accept=same_or_same_cells,
            also=grid_untouched,
            nudge="A cell may be falsy, may not be hashed or ordered, and is no number. The same "
            "object goes into the result, not a copy.",
        ),
    ],
    hints=[
        "Write down a matrix of 2 rows and 3 columns and turn the paper. How many rows do you see?",
        "The cell in row `i`, column `j` goes to row `j`. Its column is counted from the other "
        "end: the last row becomes the first column.",
        "Either make a matrix of the new size, each row a list of its own, and put each cell "
        "where it belongs; or read the columns from the bottom up, one after the other.",
        "With `rows = len(matrix)`: the new row `j` is `[matrix[i][j] for i in "
        "reversed(range(rows))]`, for each `j` in `range(columns)`, where `columns` is "
        "`len(matrix[0])` if there is a row, and 0 if not.",
    ],
    wrong=[
        edited("turns anticlockwise", "wide, tall and square", ZIP,
               ("zip(*matrix[::-1])]", "zip(*matrix)][::-1]")),
        edited("transposes", "wide, tall and square", ZIP, ("matrix[::-1]", "matrix")),
        edited("turns by a half", "wide, tall and square", ZIP,
               ("list(row) for row in zip(*matrix[::-1])", "row[::-1] for row in matrix[::-1]")),
        edited("mirrors instead", "wide, tall and square", ZIP,
               ("zip(*matrix[::-1])", "[row[::-1] for row in matrix]")),
        edited("right for squares alone", "wide, tall and square", RECTANGLE,
               ("len(matrix[0]) if matrix else 0", "rows")),
        edited("rows and columns exchanged in the result", "wide, tall and square", RECTANGLE,
               ("[[None] * rows for _ in range(columns)]",
                "[[None] * columns for _ in range(rows)]")),
        edited("all rows are the same list", "wide, tall and square", RECTANGLE,
               ("[[None] * rows for _ in range(columns)]", "[[None] * rows] * columns")),
        edited("counts the columns from the wrong end", "wide, tall and square", RECTANGLE,
               ("turned[j][rows - 1 - i]", "turned[columns - 1 - j][i]")),
        edited("forgets the last row", "wide, tall and square", RECTANGLE,
               ("for i in range(rows)", "for i in range(rows - 1)")),
        edited("one row is left as it is", "wide, tall and square", ZIP,
               ("    return", "    if len(matrix) == 1:\n        return [list(matrix[0])]\n"
                              "    return")),
        edited("one column is left as it is", "wide, tall and square", ZIP,
               ("    return", "    if matrix and len(matrix[0]) == 1:\n"
                              "        return [list(row) for row in matrix]\n    return")),
        Wrong("turns the given rows upside down", """
def rotate_rectangle(matrix):
    matrix.reverse()
    return [list(row) for row in zip(*matrix)]
""", "wide, tall and square"),
        Wrong("takes the given rows apart", """
def rotate_rectangle(matrix):
    turned = []
    while matrix and matrix[0]:
        turned.append([row.pop(0) for row in reversed(matrix)])
    return turned
""", "wide, tall and square"),
        Wrong("in place, for squares", """
def rotate_rectangle(matrix):
    rotate(matrix)
    return matrix
""", "wide, tall and square"),
        Wrong("gives an iterator", """
def rotate_rectangle(matrix):
    return zip(*matrix[::-1])
""", "wide, tall and square"),
        Wrong("gives one flat list", """
def rotate_rectangle(matrix):
    return [cell for row in zip(*matrix[::-1]) for cell in row]
""", "wide, tall and square"),
        Wrong("keeps the rows of earlier calls", """
def rotate_rectangle(matrix, turned=[]):
    for row in zip(*matrix[::-1]):
        turned.append(list(row))
    return turned
""", "wide, tall and square"),
        Wrong("knows the examples by heart", """
def rotate_rectangle(matrix):
    known = {
        (2, 3): [[4, 1], [5, 2], [6, 3]], (3, 2): [[5, 3, 1], [6, 4, 2]],
        (1, 3): [[1], [2], [3]], (3, 1): [[3, 2, 1]], (2, 2): [[3, 1], [4, 2]],
    }
    shape = len(matrix), len(matrix[0]) if matrix else 0
    return known.get(shape, matrix if shape == (1, 1) else [])
""", "wide, tall and square"),
        edited("fails without rows", "no cells", RECTANGLE, (" if matrix else 0", "")),
        edited("rows without cells stay", "no cells", ZIP,
               ("    return", "    if not any(matrix):\n        return matrix\n    return")),
        edited("a matrix without cells gives None", "no cells", ZIP,
               ("    return", "    if not matrix or not matrix[0]:\n        return None\n"
                              "    return")),
        Wrong("one empty row for no cells", """
def rotate_rectangle(matrix):
    return [list(row) for row in zip(*matrix[::-1])] or [[]]
""", "no cells"),
        edited("skips empty cells", "cells of any kind", RECTANGLE,
               ("            turned[j]", "            if matrix[i][j]:\n"
                                         "                turned[j]")),
        edited("takes None for a cell to be filled", "cells of any kind", RECTANGLE,
               ("    return turned", "    return [[cell for cell in row if cell is not None] "
                                     "for row in turned]")),
        Wrong("a NumPy array takes cells apart or changes their type", """
import numpy as np

def rotate_rectangle(matrix):
    return np.rot90(np.array(matrix), -1).tolist() if matrix and matrix[0] else []
""", "cells of any kind"),
        Wrong("a dictionary by value", """
def rotate_rectangle(matrix):
    place = {(j, len(matrix) - 1 - i, cell): cell
             for i, row in enumerate(matrix) for j, cell in enumerate(row)}
    turned = [[None] * len(matrix) for _ in (matrix[0] if matrix else ())]
    for (i, j, _), cell in place.items():
        turned[i][j] = cell
    return turned
""", "cells of any kind"),
        Wrong("copies of the cells", """
from copy import deepcopy

def rotate_rectangle(matrix):
    return [list(row) for row in zip(*deepcopy(matrix)[::-1])]
""", "cells of any kind"),
        Wrong("only for numbers", """
def rotate_rectangle(matrix):
    turned = [[0] * len(matrix) for _ in (matrix[0] if matrix else ())]
    for i, row in enumerate(matrix):
        for j, cell in enumerate(row):
            turned[j][~i] += cell
    return turned
""", "cells of any kind"),
    ],
    right=[
        Right("every cell to its place", RECTANGLE),
        Right("zip of the rows from below", ZIP),
        Right("rows that are tuples", """
def rotate_rectangle(matrix):
    return list(zip(*reversed(matrix)))
"""),
        Right("columns read from below", """
def rotate_rectangle(matrix: list[list]) -> list[list]:
    if not matrix:
        return []
    return [[row[j] for row in matrix[::-1]] for j in range(len(matrix[0]))]
"""),
        Right("rows put in front, one by one", """
from functools import reduce

def rotate_rectangle(matrix):
    if not matrix:
        return []
    start = [[] for _ in matrix[0]]
    return reduce(lambda turned, row: [[cell, *rest] for cell, rest in zip(row, turned)],
                  matrix, start)
"""),
        Right("an array of objects", """
import numpy as np

def rotate_rectangle(matrix):
    array = np.empty((len(matrix), len(matrix[0]) if matrix else 0), dtype=object)
    for place, _ in np.ndenumerate(array):
        array[place] = matrix[place[0]][place[1]]
    return np.rot90(array, k=-1)
"""),
        Right("recursion over the columns, by a generator", """
def columns(matrix, j=0):
    if matrix and j < len(matrix[0]):
        yield [matrix[~i][j] for i in range(len(matrix))]
        yield from columns(matrix, j + 1)

def rotate_rectangle(matrix):
    return list(columns(matrix))
"""),
        Right("a copy, emptied from the left", """
from collections import deque

def rotate_rectangle(matrix):
    rows = [deque(row) for row in reversed(matrix)]
    turned = []
    while rows and rows[0]:
        turned.append([row.popleft() for row in rows])
    return turned
"""),
    ],
)
