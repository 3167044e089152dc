"""Checks of lesson 109: sums that are exact, many sums at once, and a sum of a stream."""

from __future__ import annotations

import itertools
import math
from decimal import Decimal
from fractions import Fraction

from ..exercise import Exercise, Outcome, Right, Stream, Wrong
from ..groups import Case, Group, Growth, case


def exactly(got: object, want: object) -> bool:
    """Whether two numbers are equal to the last bit; an int and a float compare by value."""
    return isinstance(got, (int, float, Fraction, Decimal)) and got == want


def all_exactly(got: object, want: list) -> bool:
    """`exactly`, item by item."""
    return (
        isinstance(got, (list, tuple))
        and len(got) == len(want)
        and all(map(exactly, got, want))
    )


def whole_sum(matrix) -> int:
    return sum(map(sum, matrix))


def float_sum(matrix) -> float:
    return math.fsum(itertools.chain.from_iterable(matrix))


def rectangles(*, ragged: bool, most: int = 9):
    """Matrices of whole numbers from ``-most`` to ``most``, as the only argument."""
    from hypothesis import strategies as st

    cells = st.integers(-most, most)
    if ragged:
        return st.tuples(st.lists(st.lists(cells, max_size=5), max_size=6))
    shapes = st.tuples(st.integers(1, 6), st.integers(1, 6))
    return shapes.flatmap(lambda shape: of_shape(*shape, cells)).map(lambda matrix: (matrix,))


def of_shape(rows: int, columns: int, cells):
    from hypothesis import strategies as st

    row = st.lists(cells, min_size=columns, max_size=columns)
    return st.lists(row, min_size=rows, max_size=rows)


def full_matrices():
    return rectangles(ragged=False)


def ragged_matrices():
    return rectangles(ragged=True)


def large_matrices():
    return rectangles(ragged=True, most=2**200)


def floats():
    """Floats of all sizes, far enough from overflow."""
    from hypothesis import strategies as st

    return st.one_of(
        st.floats(-1e3, 1e3),
        st.integers(-40, 40).map(lambda k: k / 10),
        st.floats(-1e120, 1e120),
        st.sampled_from([1e16, -1e16, 1e100, -1e100, 2.0**-53, 1.0, -1.0]),
    )


def float_matrices():
    """Matrices of floats; in some the large numbers stand twice, with both signs."""
    from hypothesis import strategies as st

    rows = st.lists(st.lists(floats(), max_size=6), max_size=6)
    opposite = rows.map(lambda found: found + [[-x for x in row if abs(x) > 1] for row in found])
    return st.tuples(st.one_of(rows, opposite))


class Large(Group):
    """A `Group` whose arguments are too large to compare before and after in every check.

    The other groups see whether an argument is changed.
    """

    @staticmethod
    def _changed(case: Case, outcome: Outcome) -> None:
        return None


def rectangle_wants(matrix, queries) -> list[int]:
    """The sums, each by itself."""
    return [
        sum(sum(row[left : right + 1]) for row in matrix[top : bottom + 1])
        for top, left, bottom, right in queries
    ]


def matrices_and_queries():
    """Pairs (matrix, queries); the corners often on the border, some queries twice."""
    from hypothesis import strategies as st

    @st.composite
    def drawn(draw):
        rows, columns = draw(st.tuples(st.integers(1, 6), st.integers(1, 6)))
        cells = st.one_of(st.integers(-9, 9), st.integers(-(2**80), 2**80))
        down = st.lists(st.integers(0, rows - 1), min_size=2, max_size=2).map(sorted)
        across = st.lists(st.integers(0, columns - 1), min_size=2, max_size=2).map(sorted)
        query = st.tuples(down, across).map(lambda d: (d[0][0], d[1][0], d[0][1], d[1][1]))
        queries = draw(st.lists(query, max_size=8))
        return draw(of_shape(rows, columns, cells)), queries + queries[:1]

    return drawn()


def square(side: int) -> tuple:
    """A square matrix, and as many different queries as it has cells, each for much of it."""
    matrix = [[(7 * row + 3 * column) % 10 for column in range(side)] for row in range(side)]
    half = side // 2
    corners = itertools.product(range(half), repeat=4)
    queries = [(t, x, side - 1 - b, side - 1 - r) for b, r, x, t in corners]
    return matrix, queries[: side * side]


def by_rows(matrix, queries):
    """The brute force of the plot: a slice of each row."""
    found = []
    for top, left, bottom, right in queries:
        total = 0
        for row in range(top, bottom + 1):
            total += sum(matrix[row][left : right + 1])
        found.append(total)
    return found


def by_corners(matrix, queries):
    """The best of the plot: sums from the corner, four look-ups a query."""
    width = len(matrix[0]) if matrix else 0
    upto = [[0] * (width + 1)]
    for row in matrix:
        sums = [0, *itertools.accumulate(row)]
        upto.append([above + here for above, here in zip(upto[-1], sums)])
    return [
        upto[b + 1][r + 1] - upto[t][r + 1] - upto[b + 1][x] + upto[t][x] for t, x, b, r in queries
    ]


def totals(chunks) -> list[float]:
    """What `running_sum` should give, rounded once."""
    total, found = Fraction(0), []
    for chunk in chunks:
        total += sum(map(Fraction, chunk))
        found.append(float(total))
    return found


def a_number_each(got: object, want: object) -> bool:
    """Whether there is a finite number for each total; `precise` then compares them."""
    return (
        isinstance(got, (list, tuple))
        and len(got) == len(want)
        and all(isinstance(each, (int, float, Fraction, Decimal)) for each in got)
        and all(math.isfinite(each) for each in got)
    )


def precise(args: tuple, outcome: Outcome) -> str | None:
    """A sentence where a total is farther from the exact sum than the card allows."""
    exact, size, count = Fraction(0), Fraction(0), 0
    for number, (chunk, got) in enumerate(zip(args[0].items, outcome.value), 1):
        exact += sum(map(Fraction, chunk))
        size += sum(abs(Fraction(each)) for each in chunk)
        count += len(chunk)
        allowed = abs(exact) / 2**52 + count * count * size / 2**104
        error = abs(Fraction(got) - exact)
        if error > allowed:
            return (
                f"Total {number} is off by {float(error):.3g}; at most {float(allowed):.3g} is "
                "allowed."
            )
    return None


def close(got: object, want: object) -> bool:
    """`precise`, for positive numbers and known totals."""
    return a_number_each(got, want) and all(abs(g - w) <= w / 2**51 for g, w in zip(got, want))


def quarter_streams():
    """Streams of chunks whose sums are exact in any order."""
    from hypothesis import strategies as st

    quarters = st.integers(-40, 40).map(lambda k: k / 4)
    chunks = st.lists(st.lists(quarters, max_size=4).map(tuple), max_size=6)
    return st.tuples(chunks.map(lambda found: Stream(tuple(found))))


def mixed_streams():
    """Streams of chunks in which large numbers come and go."""
    from hypothesis import strategies as st

    @st.composite
    def drawn(draw):
        numbers = draw(st.lists(floats(), max_size=12))
        numbers += [-each for each in numbers if abs(each) > 1e3]
        numbers = draw(st.permutations(numbers))
        cuts = sorted(draw(st.lists(st.integers(0, len(numbers)), max_size=5)))
        ends = itertools.pairwise([0, *cuts, len(numbers)])
        return (Stream(tuple(tuple(numbers[a:b]) for a, b in ends)),)

    return drawn()


LONG = 50_000


def tenths(count: int) -> Stream:
    """``count`` chunks of one 0.1 each."""
    return Stream(((0.1,),) * count)


def tenths_wanted(count: int) -> list[float]:
    """The totals of `tenths`, each rounded once."""
    over, under = (0.1).as_integer_ratio()
    return [k * over / under for k in range(1, count + 1)]


def growing_stream(size: int) -> tuple:
    return (tenths(size),)


def adds_again(chunks):
    """The brute force of the plot: adds everything again for each total."""
    seen, found = [], []
    for chunk in chunks:
        seen += chunk
        total = 0.0
        for each in seen:
            total += each
        found.append(total)
    return found


def two_sums(chunks):
    """The best of the plot: the rounding error of each addition is added up too."""
    high = low = 0.0
    found = []
    for chunk in chunks:
        for each in chunk:
            new = high + each
            part = new - high
            low += (high - (new - part)) + (each - part)
            high = new
        found.append(high + low)
    return found


def edited(name: str, caught_by: str, source: str, *edits: tuple[str, str]) -> Wrong:
    """A wrong solution: a right one with a few texts replaced."""
    for old, new in edits:
        assert source.count(old) == 1, (name, old)
        source = source.replace(old, new)
    return Wrong(name, source, caught_by)


CELLS = "every cell of every row"
RAGGED = "empty and ragged"
WHOLE = "whole numbers of any size"
FLOATS = "floats, right to the last bit"
ROWS = "100,000 rows"
PURE = "nothing changed, nothing remembered"

TWO_KINDS = '''
def matrix_sum(matrix):
    cells = [cell for row in matrix for cell in row]
    if any(isinstance(cell, float) for cell in cells):
        return math.fsum(cells)
    return sum(cells)
'''
LOOPS = '''
def matrix_sum(matrix):
    whole, parts = 0, []
    for i in range(len(matrix)):
        for j in range(len(matrix[i])):
            cell = matrix[i][j]
            if isinstance(cell, int):
                whole += cell
            else:
                parts.append(cell)
    return math.fsum(parts) if parts else whole
'''

matrix_sum = Exercise(
    difficulty="medium",
    minutes=15,
    groups=[
        Group(
            CELLS,
            cases=[
                case([[1, 2], [3, 4]], gives=10),
                case([[1, 2, 3], [4, 5, 6]], gives=21),
                case([[1], [2], [3]], gives=6),
                case([[7]], gives=7),
                case([[0, 2], [0, 5]], gives=7),
                case([[1, 1], [1, 1], [1, 1]], gives=6),
                case([[-1, -2], [3, -4]], gives=-4),
            ],
            inputs=full_matrices,
            oracle=whole_sum,
            tries=60,
            accept=exactly,
            nudge="Add the cells up by hand and see which of them is missing.",
        ),
        Group(
            RAGGED,
            cases=[
                case([], gives=0),
                case([[]], gives=0),
                case([[], [], []], gives=0),
                case([[1], [2, 3], [4, 5, 6]], gives=21),
                case([[1, 2, 3], [], [4]], gives=10),
                case([[], [5]], gives=5),
                case([[], [0.5, 0.25], []], gives=0.75),
            ],
            inputs=ragged_matrices,
            oracle=whole_sum,
            tries=60,
            accept=exactly,
            nudge="There need not be a first row, nor a first cell in it.",
        ),
        Group(
            WHOLE,
            cases=[
                case([[2**53, 1]], gives=2**53 + 1),
                case([[2**63 - 1, 1], [1, 1]], gives=2**63 + 2),
                case([[2**62, 2**62], [2**62, 2**62]], gives=2**64),
                case([[10**30, 1], [-(10**30)]], gives=1),
            ],
            inputs=large_matrices,
            oracle=whole_sum,
            tries=40,
            accept=exactly,
            nudge="Python's whole numbers are exact as long as no float touches them.",
        ),
        Group(
            FLOATS,
            points=2,
            cases=[
                case([[0.1] * 10], gives=1.0),
                case([[0.1, 0.2], [0.3]], gives=0.6),
                case([[0.1, 0.1, 0.1]], gives=math.fsum([0.1] * 3)),
                case([[1e100, 1.0, -1e100]], gives=1.0),
                case([[1e100], [1.0], [-1e100]], gives=1.0),
                case([[1.0, 1e100], [1.0, -1e100]], gives=2.0),
                case([[1e120, 1e100], [1.0], [-1e100, -1e120]], gives=1.0),
                case([[1.0, 2.0**-53], [2.0**-106]], gives=1.0 + 2.0**-52),
            ],
            inputs=float_matrices,
            oracle=float_sum,
            tries=120,
            accept=exactly,
            nudge="Each rounded addition may lose something. Round once, over all rows.",
        ),
        Large(
            ROWS,
            cases=[case([[k % 3] for k in range(100_000)], gives=99_999)],
            accept=exactly,
            limit=4.0,
            nudge="One stack frame a row is too deep, and a list that is made anew for each row "
            "costs rows times rows.",
        ),
        Group(
            PURE,
            cases=[
                case([[1, 2], [3, 4]], gives=10),
                case([[1, 2], [3, 5]], gives=11),
                case([[1, 2], [3, 4]], gives=10),
                case([[2.5, 0.5], [1.5]], gives=4.5),
                case([[0.5, 2.5], [1.5]], gives=4.5),
                case([[]], gives=0),
            ],
            accept=exactly,
            nudge="Each call begins at zero and leaves the caller's rows alone.",
        ),
    ],
    hints=[
        "Solve it for whole numbers first. What does your code do with `[]`, with `[[]]`, and with "
        "rows of different lengths?",
        "Walk along the rows as they are, without asking for their length: `for row in matrix: "
        "for cell in row:`. Then ask where a float sum is rounded in your code, and how often.",
        "`math.fsum` adds floats without any loss and rounds once at the end. It has to see all "
        "cells of all rows in one call. Whole numbers must not pass through it: it makes floats "
        "of them.",
        "`itertools.chain.from_iterable(matrix)` gives all cells in one row. If one of them is a "
        "`float`, return `math.fsum` of them, otherwise `sum`. The kind of a single cell tells "
        "the kind of all, but the first row may have none.",
    ],
    wrong=[
        Wrong("first row only", '''
def matrix_sum(matrix):
    return sum(matrix[0]) if matrix else 0
''', CELLS),
        Wrong("returns in the loop", '''
def matrix_sum(matrix):
    total = 0
    for row in matrix:
        for cell in row:
            total += cell
        return total
    return total
''', CELLS),
        Wrong("a slip between two names", '''
def matrix_sum(matrix):
    rows = len(matrix)
    total = 0
    for i in range(row):
        total += sum(matrix[i])
    return total
''', CELLS),
        edited("takes the matrix for a square", CELLS, LOOPS,
               ("range(len(matrix[i]))", "range(len(matrix))")),
        edited("as many cells as the first row has", RAGGED, LOOPS,
               ("range(len(matrix[i]))", "range(len(matrix[0]))")),
        edited("leaves the last row out", CELLS, LOOPS,
               ("range(len(matrix)):", "range(len(matrix) - 1):")),
        edited("leaves the first column out", CELLS, LOOPS,
               ("range(len(matrix[i]))", "range(1, len(matrix[i]))")),
        edited("stops a row at its first zero", CELLS, LOOPS,
               ("            if isinstance",
                "            if not cell:\n                break\n            if isinstance")),
        Wrong("equal cells count once", '''
def matrix_sum(matrix):
    return math.fsum(set().union(*matrix))
''', CELLS),
        Wrong("equal rows count once", '''
def matrix_sum(matrix):
    return sum(sum(row) for row in set(map(tuple, matrix)))
''', CELLS),
        edited("adds absolute values", CELLS, TWO_KINDS, ("[cell for", "[abs(cell) for")),
        Wrong("folds the rows in pairs and forgets the middle one", '''
def matrix_sum(matrix):
    cells = []
    for i in range(len(matrix) // 2):
        cells += matrix[i] + matrix[-1 - i]
    return math.fsum(cells) if any(type(c) is float for c in cells) else sum(cells)
''', CELLS),
        Wrong("knows the examples by heart", '''
def matrix_sum(matrix):
    known = {((1, 2), (3, 4)): 10, ((1, 2, 3), (4, 5, 6)): 21, ((1,), (2,), (3,)): 6, ((7,),): 7,
             ((0, 2), (0, 5)): 7, ((1, 1), (1, 1), (1, 1)): 6, ((-1, -2), (3, -4)): -4}
    return known[tuple(map(tuple, matrix))]
''', CELLS),
        Wrong("column by column, cut at the shortest row", '''
def matrix_sum(matrix):
    cells = [cell for column in zip(*matrix) for cell in column]
    return math.fsum(cells) if any(type(c) is float for c in cells) else sum(cells)
''', RAGGED),
        Wrong("counts rows and columns at the start", '''
def matrix_sum(matrix):
    rows, columns = len(matrix), len(matrix[0])
    cells = [matrix[k // columns][k % columns] for k in range(rows * columns)]
    return math.fsum(cells) if type(matrix[0][0]) is float else sum(cells)
''', RAGGED),
        Wrong("asks the first cell for the kind", '''
def matrix_sum(matrix):
    cells = [cell for row in matrix for cell in row]
    if isinstance(matrix[0][0], float):
        return math.fsum(cells)
    return sum(cells)
''', RAGGED),
        Wrong("stops at an empty row", '''
def matrix_sum(matrix):
    cells = []
    for row in matrix:
        if not row:
            break
        cells.extend(row)
    return math.fsum(cells) if any(type(c) is float for c in cells) else sum(cells)
''', RAGGED),
        Wrong("nothing for an empty matrix", '''
def matrix_sum(matrix):
    cells = [cell for row in matrix for cell in row]
    if not cells:
        return None
    return math.fsum(cells) if isinstance(cells[0], float) else sum(cells)
''', RAGGED),
        Wrong("an array, which has no ragged rows", '''
import numpy as np

def matrix_sum(matrix):
    return np.array(matrix, dtype=object if type(matrix[0][0]) is int else float).sum()
''', RAGGED),
        Wrong("fsum for everything", '''
def matrix_sum(matrix):
    return math.fsum(cell for row in matrix for cell in row)
''', WHOLE),
        edited("whole numbers into a float", WHOLE, LOOPS,
               ("whole, parts = 0,", "whole, parts = 0.0,")),
        Wrong("whole numbers of 64 bits", '''
import numpy as np

def matrix_sum(matrix):
    cells = [cell for row in matrix for cell in row]
    if any(type(cell) is float for cell in cells):
        return math.fsum(cells)
    total = np.zeros(1, dtype=np.int64)
    for cell in cells:
        total += np.int64(cell)
    return total[0]
''', WHOLE),
        Wrong("whole numbers wrap at 64 bits", '''
def matrix_sum(matrix):
    cells = [cell for row in matrix for cell in row]
    if any(type(cell) is float for cell in cells):
        return math.fsum(cells)
    return (sum(cells) + 2**63) % 2**64 - 2**63
''', WHOLE),
        Wrong("sum of the sums", '''
def matrix_sum(matrix):
    return sum(sum(row) for row in matrix)
''', FLOATS),
        Wrong("sum of all cells", '''
def matrix_sum(matrix):
    return sum(cell for row in matrix for cell in row)
''', FLOATS),
        Wrong("each row exact, then a plain sum", '''
def matrix_sum(matrix):
    if any(type(cell) is float for row in matrix for cell in row):
        return sum(math.fsum(row) for row in matrix)
    return sum(map(sum, matrix))
''', FLOATS),
        Wrong("each row rounded, then all rows exact", '''
def matrix_sum(matrix):
    if any(type(cell) is float for row in matrix for cell in row):
        return math.fsum(math.fsum(row) for row in matrix)
    return sum(map(sum, matrix))
''', FLOATS),
        Wrong("one correction, as Kahan does", '''
def matrix_sum(matrix):
    total = lost = 0
    for row in matrix:
        for cell in row:
            cell = cell - lost
            new = total + cell
            lost = (new - total) - cell
            total = new
    return total
''', FLOATS),
        Wrong("one correction, as Neumaier does", '''
def matrix_sum(matrix):
    total = lost = 0
    for row in matrix:
        for cell in row:
            new = total + cell
            if abs(total) >= abs(cell):
                lost += (total - new) + cell
            else:
                lost += (cell - new) + total
            total = new
    return total + lost
''', FLOATS),
        Wrong("smallest first", '''
def matrix_sum(matrix):
    return sum(sorted((cell for row in matrix for cell in row), key=abs))
''', FLOATS),
        Wrong("pairwise", '''
def matrix_sum(matrix):
    cells = [cell for row in matrix for cell in row]
    while len(cells) > 1:
        pairs = [a + b for a, b in zip(cells[::2], cells[1::2])]
        cells = pairs + cells[len(cells) // 2 * 2:]
    return cells[0] if cells else 0
''', FLOATS),
        Wrong("rounded to twelve places", '''
def matrix_sum(matrix):
    return round(sum(cell for row in matrix for cell in row), 12)
''', FLOATS),
        Wrong("adds what is printed, in decimals", '''
from decimal import Decimal

def matrix_sum(matrix):
    cells = [cell for row in matrix for cell in row]
    if not any(type(cell) is float for cell in cells):
        return sum(cells)
    return float(sum((Decimal(str(cell)) for cell in cells), Decimal(0)))
''', FLOATS),
        Wrong("exact decimals, with 28 digits", '''
from decimal import Decimal

def matrix_sum(matrix):
    cells = [cell for row in matrix for cell in row]
    if not any(type(cell) is float for cell in cells):
        return sum(cells)
    return float(sum(map(Decimal, cells)))
''', FLOATS),
        Wrong("single precision", '''
import numpy as np

def matrix_sum(matrix):
    cells = [cell for row in matrix for cell in row]
    if not any(type(cell) is float for cell in cells):
        return sum(cells)
    with np.errstate(all="ignore"):
        return float(np.sum(np.array(cells, dtype=np.float32)))
''', FLOATS),
        Wrong("a frame a row", '''
def matrix_sum(matrix):
    def cells(k):
        return matrix[k] + cells(k + 1) if k < len(matrix) else []
    found = cells(0)
    return math.fsum(found) if any(type(c) is float for c in found) else sum(found)
''', ROWS),
        Wrong("rows joined with +", '''
def matrix_sum(matrix):
    cells = []
    for row in matrix:
        cells = cells + row
    return math.fsum(cells) if any(type(c) is float for c in cells) else sum(cells)
''', ROWS),
        Wrong("rows taken off the front of a copy", '''
def matrix_sum(matrix):
    rest, cells = list(matrix), []
    while rest:
        cells += rest[0]
        rest = rest[1:]
    return math.fsum(cells) if any(type(c) is float for c in cells) else sum(cells)
''', ROWS),
        Wrong("takes the rows off the caller's matrix", '''
def matrix_sum(matrix):
    cells = []
    while matrix:
        cells += matrix.pop()
    return math.fsum(cells) if any(type(c) is float for c in cells) else sum(cells)
''', PURE),
        Wrong("collects the cells in the first row", '''
def matrix_sum(matrix):
    cells = matrix[0] if matrix else []
    for row in matrix[1:]:
        cells += row
    return math.fsum(cells) if any(type(c) is float for c in cells) else sum(cells)
''', PURE),
        Wrong("the cells of earlier calls stay", '''
def matrix_sum(matrix, cells=[]):
    for row in matrix:
        cells += row
    return math.fsum(cells) if any(type(c) is float for c in cells) else sum(cells)
''', PURE),
        Wrong("results are kept by the number of cells", '''
KEPT = {}

def matrix_sum(matrix):
    shape = tuple(map(len, matrix))
    if shape not in KEPT:
        cells = [cell for row in matrix for cell in row]
        KEPT[shape] = math.fsum(cells) if any(type(c) is float for c in cells) else sum(cells)
    return KEPT[shape]
''', PURE),
    ],
    right=[
        Right("all cells in a list, by kind", TWO_KINDS),
        Right("two loops with indices", LOOPS),
        Right("a chain, the kind from the first cell that is there", '''
from itertools import chain

def matrix_sum(matrix):
    kind = next((type(cell) for cell in chain.from_iterable(matrix)), int)
    return (math.fsum if kind is float else sum)(chain.from_iterable(matrix))
'''),
        Right("fractions", '''
from fractions import Fraction

def matrix_sum(matrix):
    total, real = Fraction(0), False
    for row in matrix:
        for cell in row:
            total += Fraction(cell)
            real = real or isinstance(cell, float)
    return float(total) if real else int(total)
'''),
        Right("parts that do not overlap, as fsum keeps them", '''
def matrix_sum(matrix):
    whole, parts = 0, []
    for row in matrix:
        for x in row:
            if isinstance(x, int):
                whole += x
                continue
            kept = []
            for y in parts:
                if abs(x) < abs(y):
                    x, y = y, x
                high = x + y
                low = y - (high - x)
                if low:
                    kept.append(low)
                x = high
            parts = kept + [x]
    if not parts:
        return whole
    return math.fsum(parts)
'''),
        Right("whole numbers of the smallest float", '''
def matrix_sum(matrix):
    whole, tiny, real = 0, 0, False
    for row in matrix:
        for cell in row:
            if isinstance(cell, float):
                real = True
                over, under = cell.as_integer_ratio()
                tiny += over * (2**1074 // under)
            else:
                whole += cell
    return tiny / 2**1074 if real else whole
'''),
        Right("decimals of enough digits", '''
from decimal import Context, Decimal

def matrix_sum(matrix):
    exact = Context(prec=3000)
    total, floats = Decimal(0), 0
    for row in matrix:
        for cell in row:
            total = exact.add(total, Decimal(cell))
            floats += type(cell) == float
    return float(total) if floats else int(total)
'''),
        Right("reduce, and a generator", '''
from functools import reduce
from operator import add

def matrix_sum(matrix):
    def cells():
        for row in matrix:
            yield from row
    if any(isinstance(cell, float) for cell in cells()):
        return math.fsum(cells())
    return reduce(add, cells(), 0)
'''),
        Right("halves, by recursion", '''
def matrix_sum(matrix):
    def exact(low, high):
        if high - low == 1:
            return sum(map(fraction, matrix[low]), fraction(0))
        middle = (low + high) // 2
        return exact(low, middle) + exact(middle, high)
    from fractions import Fraction as fraction
    if not any(matrix):
        return 0
    floats = any(isinstance(cell, float) for row in matrix for cell in row)
    return float(exact(0, len(matrix))) if floats else int(exact(0, len(matrix)))
'''),
        Right("NumPy objects, row after row", '''
import numpy as np

def matrix_sum(matrix):
    rows = [np.array(row, dtype=object) for row in matrix if len(row)]
    if not rows:
        return 0
    cells = np.concatenate(rows)
    return math.fsum(cells) if isinstance(cells[0], float) else cells.sum()
'''),
    ],
)

CORNERS = '''
def rectangle_sums(matrix, queries):
    rows = len(matrix)
    columns = len(matrix[0]) if matrix else 0
    table = [[0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows):
        for j in range(columns):
            table[i + 1][j + 1] = (
                matrix[i][j] + table[i][j + 1] + table[i + 1][j] - table[i][j])
    answers = []
    for r1, c1, r2, c2 in queries:
        answers.append(
            table[r2 + 1][c2 + 1] - table[r1][c2 + 1] - table[r2 + 1][c1] + table[r1][c1])
    return answers
'''
BARE = '''
def rectangle_sums(matrix, queries):
    table = []
    for i, row in enumerate(matrix):
        total, sums = 0, []
        for j, cell in enumerate(row):
            total += cell
            sums.append(total + (table[i - 1][j] if i else 0))
        table.append(sums)
    def upto(i, j):
        return table[i][j] if i >= 0 and j >= 0 else 0
    return [upto(r2, c2) - upto(r1 - 1, c2) - upto(r2, c1 - 1) + upto(r1 - 1, c1 - 1)
            for r1, c1, r2, c2 in queries]
'''
BOTH = "both corners included"
ANY = "any matrix, any queries"
LINEAR = "work grows as cells plus queries"
THREE = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]

rectangle_sums = Exercise(
    difficulty="medium",
    minutes=20,
    groups=[
        Group(
            BOTH,
            cases=[
                case(THREE, [(0, 0, 2, 2)], gives=[45]),
                case(THREE, [(1, 1, 1, 1)], gives=[5]),
                case(THREE, [(1, 1, 2, 2), (0, 0, 1, 1)], gives=[28, 12]),
                case(THREE, [(0, 1, 2, 1), (1, 0, 1, 2)], gives=[15, 15]),
                case([[1, 2, 3], [4, 5, 6]], [(0, 2, 1, 2), (0, 0, 0, 2)], gives=[9, 6]),
                case([[5]], [(0, 0, 0, 0)], gives=[5]),
            ],
            accept=all_exactly,
            nudge="List the cells of this rectangle. Row 2 is part of it if the query ends there.",
        ),
        Group(
            ANY,
            cases=[
                case([[1, -1], [-1, 1]], [(0, 0, 1, 1), (0, 0, 0, 0), (0, 0, 1, 1)],
                     gives=[0, 1, 0]),
                case([[10**30, 1]], [(0, 1, 0, 1)], gives=[1]),
                case([[1, 2]], [], gives=[]),
                case([], [], gives=[]),
            ],
            inputs=matrices_and_queries,
            oracle=rectangle_wants,
            tries=100,
            accept=all_exactly,
            nudge="Draw the four rectangles that begin at the top left corner, for this query.",
        ),
        Group(
            PURE,
            cases=[
                case([[1, 2], [3, 4]], [(0, 0, 1, 1), (1, 0, 1, 1)], gives=[10, 7]),
                case([[1, 2], [3, 5]], [(0, 0, 1, 1), (1, 0, 1, 1)], gives=[11, 8]),
                case([[1, 2], [3, 4]], [(0, 0, 1, 1)], gives=[10]),
            ],
            accept=all_exactly,
            nudge="Make the table anew for each call, and not in the caller's matrix.",
        ),
        Growth(
            LINEAR,
            args=square,
            sizes=(4, 8, 16, 32),
            exponent=2.3,
            brute=by_rows,
            best=by_corners,
            nudge="A query must not walk along its rows. What can be added up beforehand?",
        ),
    ],
    hints=[
        "In one dimension: how do you answer many questions of the form 'the sum of items a to b' "
        "in O(1) each, after one pass?",
        "Let `table[i][j]` be the sum of the first `i` rows and the first `j` columns. Every "
        "rectangle that begins in the top left corner is then one look-up.",
        "Any rectangle is a large one from the corner, less a flat one above it, less a narrow "
        "one to its left. What was taken away twice? Row 0 and column 0 of the table are zeros, "
        "so that the border needs no cases.",
        "`table[i+1][j+1] = matrix[i][j] + table[i][j+1] + table[i+1][j] - table[i][j]`. For a "
        "query `(r1, c1, r2, c2)`: `table[r2+1][c2+1] - table[r1][c2+1] - table[r2+1][c1] + "
        "table[r1][c1]`.",
    ],
    without=("numpy", "pandas"),
    wrong=[
        edited("last row and column left out", BOTH, CORNERS,
               ("in queries:\n",
                "in queries:\n        r2, c2 = max(r1, r2 - 1), max(c1, c2 - 1)\n")),
        edited("the query is read as (r1, r2, c1, c2)", BOTH, CORNERS,
               ("for r1, c1, r2, c2 in", "for r1, r2, c1, c2 in")),
        edited("rows and columns swapped", BOTH, CORNERS,
               ("for r1, c1, r2, c2 in", "for c1, r1, c2, r2 in")),
        edited("the corner is not given back", BOTH, CORNERS, (" + table[r1][c1])", ")")),
        edited("the corner is taken away a third time", BOTH, CORNERS,
               ("+ table[r1][c1])", "- table[r1][c1])")),
        edited("the strip above is kept", BOTH, CORNERS, (" - table[r1][c2 + 1]", "")),
        edited("the strip to the left is kept", BOTH, CORNERS, (" - table[r2 + 1][c1]", "")),
        edited("the table counts its overlap twice", BOTH, CORNERS, (" - table[i][j])", ")")),
        edited("index -1 is the last row", BOTH, BARE,
               (" if i >= 0 and j >= 0 else 0", "")),
        edited("row 0 is handled, column 0 is not", BOTH, BARE, ("i >= 0 and j >= 0", "i >= 0")),
        edited("takes the matrix for a square", BOTH, CORNERS,
               ("columns = len(matrix[0]) if matrix else 0", "columns = rows")),
        edited("all rows of the table are one list", BOTH, CORNERS,
               ("[[0] * (columns + 1) for _ in range(rows + 1)]",
                "[[0] * (columns + 1)] * (rows + 1)")),
        edited("answers the first query only", BOTH, CORNERS,
               ("    return answers", "    return answers[:1]")),
        edited("asks for the first row of nothing", ANY, CORNERS, (" if matrix else 0", "")),
        edited("no answer for a sum of 0", ANY, CORNERS,
               ("    return answers", "    return [each for each in answers if each]")),
        edited("a query that comes twice is answered once", ANY, CORNERS,
               ("in queries:", "in dict.fromkeys(queries):")),
        edited("answers the queries in sorted order", ANY, CORNERS,
               ("in queries:", "in sorted(queries):")),
        edited("sums in a float", ANY, CORNERS, ("[[0] *", "[[0.0] *")),
        edited("sums of 64 bits", ANY, CORNERS,
               ("    return answers",
                "    return [(each + 2**63) % 2**64 - 2**63 for each in answers]")),
        edited("no queries give nothing", ANY, CORNERS,
               ("    return answers", "    return answers or None")),
        Wrong("knows the examples by heart", '''
def rectangle_sums(matrix, queries):
    if matrix == [[1, 2, 3], [4, 5, 6]]:
        return [9, 6]
    return {(0, 0, 2, 2): [45], (1, 1, 1, 1): [5], (1, 1, 2, 2): [28, 12],
            (0, 1, 2, 1): [15, 15], (0, 0, 0, 0): [5]}[queries[0]]
''', ANY),
        Wrong("adds up in the caller's matrix", '''
def rectangle_sums(matrix, queries):
    for i, row in enumerate(matrix):
        for j in range(1, len(row)):
            row[j] += row[j - 1]
        if i:
            for j in range(len(row)):
                row[j] += matrix[i - 1][j]
    def upto(i, j):
        return matrix[i][j] if i >= 0 and j >= 0 else 0
    return [upto(r2, c2) - upto(r1 - 1, c2) - upto(r2, c1 - 1) + upto(r1 - 1, c1 - 1)
            for r1, c1, r2, c2 in queries]
''', PURE),
        edited("takes the queries off the caller's list", PURE, CORNERS,
               ("    for r1, c1, r2, c2 in queries:\n",
                "    while queries:\n        r1, c1, r2, c2 = queries.pop(0)\n")),
        edited("the table of an earlier matrix of this shape", PURE, CORNERS,
               ("matrix, queries):", "matrix, queries, kept={}):"),
               ("    answers = []", "    table = kept.setdefault((rows, columns), table)\n"
                                    "    answers = []")),
        edited("answers of earlier calls stay", PURE, CORNERS,
               ("matrix, queries):", "matrix, queries, answers=[]):"), ("    answers = []\n", "")),
        Wrong("adds up the cells of each query", '''
def rectangle_sums(matrix, queries):
    answers = []
    for r1, c1, r2, c2 in queries:
        total = 0
        for i in range(r1, r2 + 1):
            for j in range(c1, c2 + 1):
                total += matrix[i][j]
        answers.append(total)
    return answers
''', LINEAR),
        Wrong("remembers the queries that it has met", '''
from functools import cache

def rectangle_sums(matrix, queries):
    @cache
    def rectangle(top, left, bottom, right):
        total = 0
        for row in matrix[top:bottom + 1]:
            total += sum(row[left:right + 1])
        return total
    return [rectangle(*query) for query in queries]
''', LINEAR),
        Wrong("adds up a slice of each row", '''
def rectangle_sums(matrix, queries):
    return [sum(sum(row[c1:c2 + 1]) for row in matrix[r1:r2 + 1])
            for r1, c1, r2, c2 in queries]
''', LINEAR),
        Wrong("sums along the rows only", '''
def rectangle_sums(matrix, queries):
    table = []
    for row in matrix:
        sums = [0]
        for cell in row:
            sums.append(sums[-1] + cell)
        table.append(sums)
    return [sum(table[i][c2 + 1] - table[i][c1] for i in range(r1, r2 + 1))
            for r1, c1, r2, c2 in queries]
''', LINEAR),
        Wrong("makes the table for each query", '''
def rectangle_sums(matrix, queries):
    answers = []
    for r1, c1, r2, c2 in queries:
        table = [[0] * (len(matrix[0]) + 1)]
        for row in matrix:
            sums = [0]
            for cell in row:
                sums.append(sums[-1] + cell)
            table.append([a + b for a, b in zip(table[-1], sums)])
        answers.append(table[r2 + 1][c2 + 1] - table[r1][c2 + 1]
                       - table[r2 + 1][c1] + table[r1][c1])
    return answers
''', LINEAR),
    ],
    right=[
        Right("a table with a border of zeros", CORNERS),
        Right("a table without a border", BARE),
        Right("accumulated along the rows, then down", '''
from itertools import accumulate

def rectangle_sums(matrix, queries):
    zero = [0] * (len(matrix[0]) + 1 if matrix else 1)
    along = ([0, *accumulate(row)] for row in matrix)
    table = list(accumulate(along, lambda a, b: [x + y for x, y in zip(a, b)], initial=zero))
    return [table[d + 1][r + 1] - table[u][r + 1] - table[d + 1][l] + table[u][l]
            for u, l, d, r in queries]
'''),
        Right("one flat list", '''
def rectangle_sums(matrix, queries):
    if not matrix:
        return []
    width = len(matrix[0]) + 1
    flat = [0] * width
    for row in matrix:
        total = 0
        flat.append(0)
        for cell in row:
            total += cell
            flat.append(total + flat[len(flat) - width])
    def corner(i, j):
        return flat[i * width + j]
    return [corner(c + 1, d + 1) - corner(a, d + 1) - corner(c + 1, b) + corner(a, b)
            for a, b, c, d in queries]
'''),
        Right("a dictionary, from the bottom right corner", '''
from collections import defaultdict

def rectangle_sums(matrix, queries):
    rest = defaultdict(int)
    for i in reversed(range(len(matrix))):
        for j in reversed(range(len(matrix[i]))):
            rest[i, j] = matrix[i][j] + rest[i + 1, j] + rest[i, j + 1] - rest[i + 1, j + 1]
    found = []
    for q in queries:
        top, left, bottom, right = q
        found += [rest[top, left] - rest[bottom + 1, left] - rest[top, right + 1]
                  + rest[bottom + 1, right + 1]]
    return found
'''),
        Right("recursion with a cache", '''
from functools import cache

def rectangle_sums(matrix, queries):
    @cache
    def upto(i, j):
        if i < 0 or j < 0:
            return 0
        return matrix[i][j] + upto(i - 1, j) + upto(i, j - 1) - upto(i - 1, j - 1)
    return tuple(upto(r2, c2) - upto(r1 - 1, c2) - upto(r2, c1 - 1) + upto(r1 - 1, c1 - 1)
                 for (r1, c1, r2, c2) in queries)
'''),
        Right("sums down the columns, then along", '''
def rectangle_sums(matrix, queries):
    copy = [list(row) for row in matrix]
    for i in range(1, len(copy)):
        for j in range(len(copy[i])):
            copy[i][j] += copy[i - 1][j]
    for row in copy:
        row.insert(0, 0)
        for j in range(1, len(row)):
            row[j] += row[j - 1]
    answers = []
    for r1, c1, r2, c2 in queries:
        answer = copy[r2][c2 + 1] - copy[r2][c1]
        if r1:
            answer -= copy[r1 - 1][c2 + 1] - copy[r1 - 1][c1]
        answers.append(answer)
    return answers
'''),
    ],
)


NEUMAIER = '''
def running_sum(chunks):
    total, lost, totals = 0.0, 0.0, []
    for chunk in chunks:
        for x in chunk:
            new = total + x
            if abs(total) >= abs(x):
                lost += (total - new) + x
            else:
                lost += (x - new) + total
            total = new
        totals.append(total + lost)
    return totals
'''
KAHAN = '''
def running_sum(chunks):
    total, lost, totals = 0.0, 0.0, []
    for chunk in chunks:
        for x in chunk:
            x = x - lost
            new = total + x
            lost = (new - total) - x
            total = new
        totals.append(total)
    return totals
'''
EACH = "a total after each chunk"
BESIDE = "small numbers beside large ones"
LONG_STREAM = "50,000 chunks"
ONCE = "nothing is added twice"

running_sum = Exercise(
    difficulty="hard",
    minutes=15,
    groups=[
        Group(
            EACH,
            cases=[
                case(Stream(((1.0, 2.0), (3.0,))), gives=[3.0, 6.0]),
                case(Stream(()), gives=[]),
                case(Stream(((),)), gives=[0.0]),
                case(Stream(((), (1.5,), (), (-1.5, 0.25))), gives=[0.0, 1.5, 1.5, 0.25]),
                case(Stream(((1.0, 2.0), (3.0,))), gives=[3.0, 6.0]),
            ],
            inputs=quarter_streams,
            oracle=totals,
            tries=50,
            nudge="One total for each chunk, of all numbers so far. An empty chunk has one too.",
        ),
        Group(
            BESIDE,
            cases=[
                case(Stream(((1e100, 1.0), (-1e100,))), gives=[1e100, 1.0]),
                case(Stream(((1.0, 1e100), (1.0, -1e100))), gives=[1e100, 2.0]),
                case(Stream(((1e16, 1.0, 1.0), (-1e16,))), gives=[1e16 + 2, 2.0]),
                case(Stream(((1.0,), (1e100,), (-1e100,))), gives=[1.0, 1e100, 1.0]),
            ],
            inputs=mixed_streams,
            oracle=totals,
            tries=120,
            accept=a_number_each,
            also=precise,
            nudge="What an addition loses can be computed exactly. It must outlive the large "
            "number, and the chunk.",
        ),
        Large(
            LONG_STREAM,
            cases=[case(tenths(LONG), gives=tenths_wanted(LONG))],
            accept=close,
            limit=3.0,
            nudge="Small losses add up, frames pile up, and so does adding it all again.",
        ),
        Growth(
            ONCE,
            args=growing_stream,
            sizes=(50, 100, 200, 400),
            exponent=1.2,
            brute=adds_again,
            best=two_sums,
            nudge="Carry on from the last total. Two numbers are all that must be kept.",
        ),
    ],
    hints=[
        "`new = total + x` is rounded. Which number, added to `new`, would make it exact again?",
        "Keep two numbers: the total, and the sum of all that was lost. The loss of one addition "
        "is a small difference that floats can give exactly, if you take the differences in the "
        "right order.",
        "If `total` is the larger of the two, `total - new` is exact, and `(total - new) + x` is "
        "what `x` lost. If `x` is the larger, they change places. Never put the losses into "
        "`total` itself.",
        "For each `x`: `new = total + x`; `lost += (total - new) + x` if `abs(total) >= abs(x)` "
        "else `lost += (x - new) + total`; `total = new`. After each chunk append `total + lost`.",
    ],
    wrong=[
        Wrong("plain additions", '''
def running_sum(chunks):
    total, totals = 0.0, []
    for chunk in chunks:
        for x in chunk:
            total += x
        totals.append(total)
    return totals
''', BESIDE),
        Wrong("adds the sum of each chunk", '''
from itertools import accumulate

def running_sum(chunks):
    return list(accumulate(map(sum, chunks)))
''', BESIDE),
        Wrong("each chunk exact, then a plain sum", '''
def running_sum(chunks):
    total, totals = 0.0, []
    for chunk in chunks:
        total += math.fsum(chunk)
        totals.append(total)
    return totals
''', BESIDE),
        Wrong("the last total and the chunk, exact together", '''
def running_sum(chunks):
    total, totals = 0.0, []
    for chunk in chunks:
        total = math.fsum([total, *chunk])
        totals.append(total)
    return totals
''', BESIDE),
        Wrong("Kahan's correction, which trusts the total to be the larger", KAHAN, BESIDE),
        edited("Kahan's correction with the other sign", BESIDE, KAHAN,
               ("x = x - lost", "x = x + lost")),
        edited("the correction begins anew with each chunk", BESIDE, NEUMAIER,
               ("    for chunk in chunks:\n", "    for chunk in chunks:\n        lost = 0.0\n")),
        edited("the correction goes into the total after each chunk", BESIDE, NEUMAIER,
               ("        totals.append(total + lost)",
                "        total, lost = total + lost, 0.0\n        totals.append(total)")),
        edited("the correction goes into the total after each number", BESIDE, NEUMAIER,
               ("            total = new\n",
                "            total = new + lost\n            lost = 0.0\n")),
        edited("the correction is never added", BESIDE, NEUMAIER,
               ("append(total + lost)", "append(total)")),
        edited("the correction is subtracted", BESIDE, NEUMAIER,
               ("append(total + lost)", "append(total - lost)")),
        edited("always takes the total for the larger", BESIDE, NEUMAIER,
               ("abs(total) >= abs(x)", "True")),
        edited("always takes the number for the larger", BESIDE, NEUMAIER,
               ("abs(total) >= abs(x)", "False")),
        edited("compares the numbers with their signs", BESIDE, NEUMAIER,
               ("abs(total) >= abs(x)", "total >= x")),
        edited("keeps the last loss only", BESIDE, NEUMAIER,
               ("lost += (total - new) + x", "lost = (total - new) + x"),
               ("lost += (x - new) + total", "lost = (x - new) + total")),
        edited("smallest first, in each chunk", BESIDE, KAHAN,
               ("for x in chunk:", "for x in sorted(chunk, key=abs):")),
        Wrong("rounded to ten places", '''
def running_sum(chunks):
    total, totals = 0.0, []
    for chunk in chunks:
        total = round(total + math.fsum(chunk), 10)
        totals.append(total)
    return totals
''', BESIDE),
        Wrong("the loss of a chunk, not of its numbers", '''
def running_sum(chunks):
    total = lost = 0.0
    totals = []
    for chunk in chunks:
        part = 0.0
        for x in chunk:
            part += x
        new = total + part
        lost += (total - new) + part if abs(total) >= abs(part) else (part - new) + total
        total = new
        totals.append(total + lost)
    return totals
''', BESIDE),
        Wrong("decimals of 28 digits", '''
from decimal import Decimal

def running_sum(chunks):
    total, totals = Decimal(0), []
    for chunk in chunks:
        total += sum(map(Decimal, chunk))
        totals.append(float(total))
    return totals
''', BESIDE),
        edited("the last total only", EACH, NEUMAIER, ("return totals", "return totals[-1:]")),
        edited("a total after each number", EACH, NEUMAIER,
               ("        totals.append", "            totals.append")),
        edited("a total for each chunk by itself", EACH, NEUMAIER,
               ("    for chunk in chunks:\n",
                "    for chunk in chunks:\n        total = lost = 0.0\n")),
        edited("no total after an empty chunk", EACH, NEUMAIER,
               ("    for chunk in chunks:\n",
                "    for chunk in chunks:\n        if not chunk:\n            continue\n")),
        Wrong("ends at an empty chunk", '''
def running_sum(chunks):
    total, totals = Fraction(0), []
    while chunk := next(chunks, ()):
        total += sum(map(Fraction, chunk))
        totals.append(float(total))
    return totals

from fractions import Fraction
''', EACH),
        edited("reads the stream twice", EACH, NEUMAIER,
               ("totals = 0.0, 0.0, []", "totals = 0.0, 0.0, [0.0] * len(list(chunks))")),
        edited("totals of earlier calls stay", EACH, NEUMAIER,
               ("(chunks):", "(chunks, totals=[]):"), ("total, lost, totals = 0.0, 0.0, []",
                                                       "total, lost = 0.0, 0.0")),
        Wrong("the sum of earlier calls stays", '''
STATE = [0.0, 0.0]

def running_sum(chunks):
    totals = []
    for chunk in chunks:
        for x in chunk:
            new = STATE[0] + x
            big, small = (STATE[0], x) if abs(STATE[0]) >= abs(x) else (x, STATE[0])
            STATE[1] += (big - new) + small
            STATE[0] = new
        totals.append(STATE[0] + STATE[1])
    return totals
''', EACH),
        Wrong("a frame a chunk", '''
def running_sum(chunks):
    from fractions import Fraction
    def rest(total):
        chunk = next(chunks, None)
        if chunk is None:
            return []
        total += sum(map(Fraction, chunk))
        return [float(total)] + rest(total)
    return rest(Fraction(0))
''', LONG_STREAM),
        Wrong("keeps everything and adds it again, in C", '''
def running_sum(chunks):
    seen, totals = [], []
    for chunk in chunks:
        seen.extend(chunk)
        totals.append(math.fsum(seen))
    return totals
''', LONG_STREAM),
        Wrong("keeps everything and adds it again", '''
def running_sum(chunks):
    seen, totals = [], []
    for chunk in chunks:
        seen += chunk
        totals.append(math.fsum(x for x in seen))
    return totals
''', ONCE),
    ],
    right=[
        Right("two numbers, the larger first", NEUMAIER),
        Right("the loss without a comparison", '''
def running_sum(chunks):
    s = c = 0.0
    result = []
    for chunk in chunks:
        for x in chunk:
            t = s + x
            z = t - s
            c += (s - (t - z)) + (x - z)
            s = t
        result.append(s + c)
    return result
'''),
        Right("two corrections", '''
def running_sum(chunks):
    def two(a, b):
        s = a + b
        if abs(a) < abs(b):
            a, b = b, a
        return s, b - (s - a)
    total = first = second = 0.0
    found = []
    for chunk in chunks:
        for number in chunk:
            total, lost = two(total, number)
            first, lost = two(first, lost)
            second += lost
        found.append(total + (first + second))
    return found
'''),
        Right("parts that do not overlap", '''
def running_sum(chunks):
    parts, totals = [], []
    for chunk in chunks:
        for x in chunk:
            kept = []
            for y in parts:
                if abs(x) < abs(y):
                    x, y = y, x
                high = x + y
                if low := y - (high - x):
                    kept.append(low)
                x = high
            parts = kept + [x]
        totals.append(math.fsum(parts))
    return totals
'''),
        Right("exact fractions", '''
from fractions import Fraction

def running_sum(chunks):
    exact = Fraction()
    out = []
    for chunk in chunks:
        for x in chunk:
            exact += Fraction(x)
        out.append(float(exact))
    return out
'''),
        Right("whole numbers of the smallest float", '''
def running_sum(chunks):
    unit = 2**1074
    total, totals = 0, []
    for chunk in chunks:
        for x in chunk:
            over, under = x.as_integer_ratio()
            total += over * (unit // under)
        totals.append(total / unit)
    return tuple(totals)
'''),
        Right("fsum twice a chunk, for a total and its rest", '''
def running_sum(chunks):
    high = low = 0.0
    totals = []
    for chunk in chunks:
        cells = [high, low, *chunk]
        high = math.fsum(cells)
        low = math.fsum(cells + [-high])
        totals.append(high)
    return totals
'''),
        Right("accumulate over pairs", '''
from itertools import accumulate

def running_sum(chunks):
    def step(pair, x):
        s, c = pair
        t = s + x
        return t, c + ((s - t) + x if abs(s) >= abs(x) else (x - t) + s)
    def after(pair, chunk):
        for x in chunk:
            pair = step(pair, x)
        return pair
    pairs = accumulate(chunks, after, initial=(0.0, 0.0))
    next(pairs)
    return [s + c for s, c in pairs]
'''),
    ],
)
