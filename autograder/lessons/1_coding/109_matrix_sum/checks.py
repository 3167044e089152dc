"""Checks of lesson 109: sums that are exact, many sums at once, and a sum of a stream."""

from __future__ import annotations

import itertools
import math
from decimal import Decimal
from fractions import Fraction

from autograder.groups import Exercise, Group, Growth, Outcome, Stream, case, nudge_on, within


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


CELLS = "every cell of every row"
RAGGED = "empty and ragged"
WHOLE = "whole numbers of any size"
FLOATS = "floats, right to the last bit"
ROWS = "100,000 rows"
PURE = "no mutation, no state"


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
            accept=within(),
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
            accept=within(),
            nudge=nudge_on(
                "value raised", "There doesn't have to be a first row, nor a first cell in it."
            ),
        ),
        Group(
            WHOLE,
            cases=[
                case([[2**53, 1]], gives=2**53 + 1),
                case([[2**63 - 1, 1], [1, 1]], gives=2**63 + 2),
                case([[2**62, 2**62], [2**62, 2**62]], gives=2**64),
                case([[10**30, 1], [-(10**30)]], gives=1),
                case([[], [2**53 + 1]], gives=2**53 + 1),
                case([[1, 2**53 + 1], [1]], gives=2**53 + 3),
            ],
            inputs=large_matrices,
            oracle=whole_sum,
            tries=40,
            accept=within(),
            nudge="Python's integers are exact as long as no float touches them.",
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
            accept=within(),
            nudge="Each rounded addition may lose something. Round once, over all rows.",
        ),
        Group(
            ROWS,
            cases=lambda: [case([[k % 3] for k in range(100_000)], gives=99_999)],
            compare_arguments=False,
            accept=within(),
            limit=4.0,
            nudge=nudge_on("deep", "Recursing once per row exceeds the recursion limit.")
            | nudge_on("slow", "Rebuilding a list for each row costs rows times rows."),
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
            accept=within(),
            nudge=nudge_on(
                "value state mutated",
                "Each call begins at zero and leaves the caller's rows alone.",
            ),
        ),
    ],
    hints=[
        "Solve it for integers first. What does your code do with `[]`, with `[[]]`, and with rows "
        "of different lengths?",
        "Walk along the rows as they are, without using their lengths: `for row in matrix: for "
        "cell in row:`. Then ask where a float sum is rounded in your code, and how often.",
        "`math.fsum` adds floats without any loss and rounds once at the end. It has to see all "
        "cells of all rows in one call. Integers mustn't pass through it: it converts them to "
        "floats.",
        "`itertools.chain.from_iterable(matrix)` yields all cells, one after another. If one of "
        "them is a `float`, return `math.fsum` of them, otherwise `sum`. The type of a single cell "
        "is the type of all, but the first row may not have a cell.",
    ],
)

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
            accept=within(),
            nudge="List the cells of this rectangle. Row 2 is part of it if the query ends there.",
        ),
        Group(
            ANY,
            cases=[
                case(
                    [[1, -1], [-1, 1]], [(0, 0, 1, 1), (0, 0, 0, 0), (0, 0, 1, 1)], gives=[0, 1, 0]
                ),
                case([[10**30, 1]], [(0, 1, 0, 1)], gives=[1]),
                case([[1, 2]], [], gives=[]),
                case([], [], gives=[]),
            ],
            inputs=matrices_and_queries,
            oracle=rectangle_wants,
            tries=100,
            accept=within(),
            nudge="Draw the four rectangles that begin at the top left corner, for this query.",
        ),
        Group(
            PURE,
            cases=[
                case([[1, 2], [3, 4]], [(0, 0, 1, 1), (1, 0, 1, 1)], gives=[10, 7]),
                case([[1, 2], [3, 5]], [(0, 0, 1, 1), (1, 0, 1, 1)], gives=[11, 8]),
                case([[1, 2], [3, 4]], [(0, 0, 1, 1)], gives=[10]),
            ],
            accept=within(),
            nudge=nudge_on(
                "value state mutated",
                "Build a new table for each call, and not in the caller's matrix.",
            ),
        ),
        Growth(
            LINEAR,
            args=square,
            oracle=rectangle_wants,
            sizes=(4, 8, 16, 32),
            exponent=2.3,
            brute="adds up the cells of each query",
            best="a table with a border of zeros",
            nudge="A query must not walk along its rows. What can be added up beforehand?",
        ),
    ],
    hints=[
        "In one dimension: how do you answer many questions of the form 'the sum of items a to b' "
        "in O(1) each, after one pass?",
        "Let `table[i][j]` be the sum of the first `i` rows and the first `j` columns. Every "
        "rectangle that begins at the top left corner is then one look-up.",
        "Any rectangle is a large one from the corner, minus a flat one above it, minus a narrow "
        "one to its left. What was subtracted twice? Row 0 and column 0 of the table are zeros, so "
        "that the border needs no special cases.",
        "`table[i+1][j+1] = matrix[i][j] + table[i][j+1] + table[i+1][j] - table[i][j]`. For a "
        "query `(r1, c1, r2, c2)`: `table[r2+1][c2+1] - table[r1][c2+1] - table[r2+1][c1] + "
        "table[r1][c1]`.",
    ],
    without=("numpy", "pandas"),
)


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
            nudge="Return one total per chunk, of all numbers so far. An empty chunk has one too.",
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
        Group(
            LONG_STREAM,
            cases=lambda: [case(tenths(LONG), gives=tenths_wanted(LONG))],
            accept=close,
            limit=3.0,
            nudge=nudge_on("value", "Small losses add up. Does each one outlive its chunk?")
            | nudge_on("deep", "Recursing once per chunk exceeds the recursion limit.")
            | nudge_on("slow", "Does each chunk add up everything before it again?"),
        ),
        Growth(
            ONCE,
            args=growing_stream,
            oracle=totals,
            accept=close,
            sizes=(50, 100, 200, 400),
            exponent=1.2,
            brute="keeps everything and adds it again",
            best="two numbers, the larger first",
            nudge="Carry on from the last total. Two numbers are all you have to keep.",
        ),
    ],
    hints=[
        "`new = total + x` is rounded. Which number, added to `new`, would make it exact again?",
        "Keep two numbers: the total, and the sum of all that was lost. The loss of one addition "
        "is a small difference that floats can represent exactly, if you take the differences in "
        "the right order.",
        "If `total` is the larger of the two, `total - new` is exact, and `(total - new) + x` is "
        "what `x` lost. If `x` is the larger, they swap roles. Never put the losses into `total` "
        "itself.",
        "For each `x`: `new = total + x`; `lost += (total - new) + x` if `abs(total) >= abs(x)` "
        "else `lost += (x - new) + total`; `total = new`. After each chunk append `total + lost`.",
    ],
)
