"""Checks of lesson 113: which lines meet another one inside a range of x."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Any

from autograder.groups import Exercise, Group, Growth, Large, Together, case, nudge_on, within

Line = tuple[Any, Any]

# ---- what is right


def meets(one: Line, other: Line, x_range: tuple) -> bool:
    """Whether two lines meet in the closed range, by solving for the place."""
    slope = Fraction(one[0]) - Fraction(other[0])
    rise = Fraction(other[1]) - Fraction(one[1])
    if slope == 0:
        return rise == 0
    return x_range[0] <= rise / slope <= x_range[1]


def meeting(lines: Sequence[Line], x_range: tuple) -> list[Line]:
    """The lines, by position, that meet one of the others."""
    return [
        line
        for at, line in enumerate(lines)
        if any(meets(line, other, x_range) for i, other in enumerate(lines) if i != at)
    ]


def pairs_that_meet(lines: Sequence[Line], x_range: tuple) -> int:
    """The number of pairs, by position, that meet."""
    return sum(meets(one, other, x_range) for one, other in combinations(lines, 2))


# ---- inputs


def _ranges(ends: Any):
    from hypothesis import strategies as st

    return st.tuples(ends, ends).map(lambda both: tuple(sorted(both)))


def whole_lines():
    """Lines and ranges of small whole numbers, with many ties."""
    from hypothesis import strategies as st

    line = st.tuples(st.integers(-3, 3), st.integers(-4, 4))
    return st.tuples(st.lists(line, max_size=7), _ranges(st.integers(-3, 3)))


def far_apart():
    """Lines of which some meet and some don't, with few ties."""
    from hypothesis import strategies as st

    line = st.tuples(st.integers(-6, 6), st.integers(-20, 20))
    return st.tuples(st.lists(line, min_size=2, max_size=9), _ranges(st.integers(-2, 2)))


def exact_lines():
    """Lines and ranges of fractions and of large whole numbers; some meet right at an end."""
    from hypothesis import strategies as st

    small = st.builds(Fraction, st.integers(-4, 4), st.integers(1, 3))
    large = st.integers(-2, 2).map(lambda n: n * 10**20 + 1)
    number = st.one_of(small, st.integers(-3, 3))
    line = st.one_of(st.tuples(number, number), st.tuples(large, large))
    return st.tuples(st.lists(line, max_size=6), _ranges(number))


def hills(n: int) -> tuple[list[Line], tuple]:
    """n lines of different slopes: one half keeps its order in the range, one half reverses it."""
    half = n // 2
    calm = [(i, 10 * n * n + 10 * i) for i in range(n - half)]
    wild = [(-3 * i - 1, 2 * i) for i in range(half)]
    lines = calm + wild
    random.Random(113).shuffle(lines)
    return lines, (0, 1)


def all_cross(n: int) -> tuple[list[Line], tuple]:
    """n lines of which every two cross."""
    lines = [(-2 * i, i) for i in range(n)]
    random.Random(113).shuffle(lines)
    return lines, (0, 1)


def mostly_crossing(n: int) -> tuple[list[Line], tuple]:
    """n lines of which the 20th part keeps above the others, at slope 1, and meets none of them."""
    calm = [(1, 2 * n + 4 * i) for i in range(n // 20)]
    lines = [*calm, *((-2 * i, i) for i in range(n - len(calm)))]
    random.Random(113).shuffle(lines)
    return lines, (0, 1)


def those_that_fall(lines: Sequence[Line], x_range: tuple) -> list[Line]:
    """What meets another one of `mostly_crossing`."""
    return [line for line in lines if line[0] <= 0]


def every_two(lines: Sequence[Line], x_range: tuple) -> int:
    """The number of pairs of `all_cross`."""
    return len(lines) * (len(lines) - 1) // 2


def scale(
    points: int,
    *,
    args: Callable[[int], tuple],
    oracle: Callable[..., Any],
    large: Callable[[int], tuple],
    known: Callable[..., Any],
    brute: str,
    best: str,
    nudge: str,
) -> Together:
    """Growth by steps, once more with fractions, then one call with 20,000 lines.

    Steps don't see work inside C code, such as ``max`` of a slice for each line. But a comparison
    of two fractions is Python code, so its steps are counted wherever it is made. The call is for
    all other work in C: it is stopped after many times what a right answer needs.
    """

    def in_halves(n: int) -> tuple:
        """The lines at half their height, as fractions."""
        lines, x_range = args(n)
        return [(Fraction(m, 2), Fraction(b, 2)) for m, b in lines], x_range

    return Together(
        SCALE,
        points=points,
        nudge=nudge,
        parts=[
            Growth(
                args=args, oracle=oracle, sizes=(32, 64, 128, 256), exponent=1.4,
                brute=brute, best=best,
            ),
            Growth(
                args=in_halves, oracle=oracle, sizes=(24, 48, 96), exponent=1.4,
                work="the work with fractions, whose comparisons are steps too,",
            ),
            Large(
                args=lambda: large(20_000),
                oracle=known,
                limit=3.0,
                slow="Timed out on 20,000 lines. What does each line go through?",
                wrong="Returned the wrong value for 20,000 lines.",
            ),
        ],
    )  # fmt: skip


# ---- every pair

ENDS = "the range is closed"
ALIKE = "parallel, coincident and repeated lines"
ORDER = "lines by position, in input order"
ANY = "any lines of small whole numbers"
EXACT = "exact for large numbers and fractions"

CLOSED = [
    case([(2, 3), (-3, 5), (4, 6), (5, 7)], (0, 1), gives=[(2, 3), (-3, 5)]),
    case([(1, 0), (-1, 2)], (1, 3), gives=[(1, 0), (-1, 2)]),
    case([(1, 0), (-1, 2)], (-3, 1), gives=[(1, 0), (-1, 2)]),
    case([(-1, 2), (1, 0)], (0, 2), gives=[(-1, 2), (1, 0)]),
    case([(1, 0), (-1, 2)], (0, 2), gives=[(1, 0), (-1, 2)]),
    case([(1, 0), (-1, 2)], (1, 1), gives=[(1, 0), (-1, 2)]),
    case([(1, 0), (-1, 2)], (0, 0), gives=[]),
    case([(1, 0), (-1, 2)], (2, 4), gives=[]),
    case([(1, 0), (-1, 2)], (-4, 0), gives=[]),
    case([(3, 1), (-2, 1)], (0, 5), gives=[(3, 1), (-2, 1)]),
    case([(3, 1), (-2, 1)], (1, 5), gives=[]),
    case([(2, -1), (0, 0)], (0, 1), gives=[(2, -1), (0, 0)]),
    case([(2, 5), (1, 0)], (-9, -4), gives=[(2, 5), (1, 0)]),
]
SIMILAR = [
    case([(1, 0), (1, 5)], (-100, 100), gives=[]),
    case([(1, 2), (1, 2)], (0, 1), gives=[(1, 2), (1, 2)]),
    case([(0, 0), (0, 1), (0, 0)], (4, 4), gives=[(0, 0), (0, 0)]),
    case([(1, 0), (1, 5), (-1, 1)], (0, 1), gives=[(1, 0), (-1, 1)]),
    case([(2, 2), (2, 2), (2, 2)], (7, 8), gives=[(2, 2), (2, 2), (2, 2)]),
    case([(1, 2), (1, 2), (1, 3)], (0, 1), gives=[(1, 2), (1, 2)]),
    case([(0, 3), (0, 4)], (0, 0), gives=[]),
]
IN_ORDER = [
    case([], (0, 1), gives=[]),
    case([(1, 1)], (0, 1), gives=[]),
    case([(-3, 5), (9, 99), (2, 3)], (0, 1), gives=[(-3, 5), (2, 3)]),
    case([(5, -5), (0, 0), (-5, 5), (0, 9)], (1, 1), gives=[(5, -5), (0, 0), (-5, 5)]),
    case([(0, 1), (1, 0), (0, 1), (2, 50)], (0, 1), gives=[(0, 1), (1, 0), (0, 1)]),
    case(
        [(0, 0), (0, 8), (4, -2), (0, 16), (4, 6)], (0, 1), gives=[(0, 0), (0, 8), (4, -2), (4, 6)]
    ),
    case([(3, 0), (2, 1), (1, 2)], (1, 1), gives=[(3, 0), (2, 1), (1, 2)]),
    case([(4, -2), (0, 0), (0, 1)], (0, 1), gives=[(4, -2), (0, 0), (0, 1)]),
    case([(0, 0), (0, 1), (0, 2), (-4, 3)], (0, 1), gives=[(0, 0), (0, 1), (0, 2), (-4, 3)]),
    case([(2, 0), (0, 1), (-2, 2)], (0, 1), gives=[(2, 0), (0, 1), (-2, 2)]),
]
LARGE = 10**30
HUGE = 10**320  # above the largest float
FRACTIONS = [
    case([(LARGE, 1), (LARGE + 1, 0)], (0, 1), gives=[(LARGE, 1), (LARGE + 1, 0)]),
    case([(0, 0), (3, -1)], (Fraction(1, 3), 1), gives=[(0, 0), (3, -1)]),
    case([(0, 0), (3, -1)], (0, Fraction(1, 3) - Fraction(1, LARGE)), gives=[]),
    case([(0, 0), (3, -1)], (0, Fraction(1, 2)), gives=[(0, 0), (3, -1)]),
    case(
        [(Fraction(1, 10), 0), (Fraction(-1, 5), Fraction(3, 10))],
        (1, 2),
        gives=[(Fraction(1, 10), 0), (Fraction(-1, 5), Fraction(3, 10))],
    ),
    case([(0.5, 1.25), (-0.5, 2.0), (0.5, 9.0)], (0, 1), gives=[(0.5, 1.25), (-0.5, 2.0)]),
    case([(HUGE, 0), (0, 1), (HUGE, 2)], (0, 1), gives=[(HUGE, 0), (0, 1)]),
    case([(0, 0), (0, Fraction(1, HUGE))], (0, 1), gives=[]),
    # The widest ranges come last: an answer that walks along them fails on a narrow one before.
    case([(1, 0), (0, 2**53 + 1)], (0, 2**53), gives=[]),
    case([(LARGE, LARGE + 1), (LARGE + 1, 0)], (0, LARGE), gives=[]),
]

THREE_HUNDRED = [
    case(
        [(1, 4 * i) for i in range(298)] + [(5, 1192), (1, 1193)],
        (0, 1),
        gives=[(5, 1192), (1, 1193)],
    ),
]


find_intersecting = Exercise(
    difficulty="medium",
    minutes=18,
    groups=[
        Group(
            ENDS,
            cases=CLOSED,
            nudge="Where do these lines meet, and is that in the range? Both ends belong to it.",
        ),
        Group(
            ALIKE,
            cases=SIMILAR,
            nudge="Two equal slopes never cross. If the intercepts are "
            "equal too, the lines share every point.",
        ),
        Group(
            ORDER,
            cases=IN_ORDER,
            nudge=nudge_on(
                "value order",
                "Note positions, not values: the same line may occur twice. At the end, read "
                "the positions in order.",
            ),
        ),
        Group(
            ANY,
            cases=THREE_HUNDRED,
            inputs=whole_lines,
            oracle=meeting,
            tries=120,
            nudge="Draw the lines at both ends of the range.",
        ),
        Group(
            EXACT,
            cases=FRACTIONS,
            inputs=exact_lines,
            oracle=meeting,
            tries=60,
            accept=within(),
            nudge=nudge_on(
                "value raised", "Dividing integers returns a rounded float. Can you avoid it?"
            ),
        ),
    ],
    hints=[
        "Take two lines and look only at the two ends of the range. What can you say if one line "
        "is above the other at both ends?",
        "The difference of the two lines is a line too: (m1 - m2)·x + (b1 - b2). They meet in the "
        "range if and only if the difference is zero somewhere in it.",
        "The difference is zero somewhere in the closed range if and only if its values at the two "
        "ends don't have the same strict sign. That needs products and sums, no division. It "
        "covers parallel and coincident lines without a case of their own.",
        "For i < j: `at_lo = (m1 - m2) * lo + (b1 - b2)`, `at_hi` likewise. If "
        "`at_lo <= 0 <= at_hi or at_hi <= 0 <= at_lo`, add both *positions* to a set. Return "
        "`[lines[i] for i in sorted(found)]`.",
    ],
)


# ---- without pairs

SAME = "the same lines as find_intersecting"
TIES = "ties at an end"
SCALE = "work grows as n log n, up to 20,000 lines"


TIED = [
    case([(1, 0), (2, 0)], (0, 1), gives=[(1, 0), (2, 0)]),
    case([(2, 0), (1, 0)], (0, 1), gives=[(2, 0), (1, 0)]),
    case([(0, 0), (-1, 0), (1, 0)], (0, 2), gives=[(0, 0), (-1, 0), (1, 0)]),
    case([(1, 0), (2, -1)], (0, 1), gives=[(1, 0), (2, -1)]),
    case([(0, 5), (3, 2), (1, 4)], (0, 1), gives=[(0, 5), (3, 2), (1, 4)]),
    case([(0, 1), (0, 1), (0, 2)], (0, 1), gives=[(0, 1), (0, 1)]),
    case([(1, 0), (-1, 2), (4, 9)], (1, 1), gives=[(1, 0), (-1, 2)]),
    case([(4, 0), (4, 0)], (0, 0), gives=[(4, 0), (4, 0)]),
]

find_intersecting_fast = Exercise(
    difficulty="hard",
    minutes=20,
    groups=[
        Group(
            TIES,
            cases=TIED,
            nudge="Two lines of the same height at an end meet there. In which order must the sort "
            "put them so that the test at the other end sees it?",
        ),
        Group(
            SAME,
            cases=[*CLOSED, *SIMILAR, *IN_ORDER],
            inputs=far_apart,
            oracle=meeting,
            tries=150,
            nudge="Compare it with your find_intersecting on small random inputs.",
        ),
        Group(
            EXACT,
            cases=FRACTIONS,
            inputs=exact_lines,
            oracle=meeting,
            tries=60,
            accept=within(),
            nudge=nudge_on(
                "value raised",
                "Heights are products and sums. You don't have to divide or round.",
            ),
        ),
        scale(
            2,
            args=hills,
            oracle=meeting,
            large=mostly_crossing,
            known=those_that_fall,
            brute="all that come before",
            best="two sweeps",
            nudge="Sort once. After that, each line may look at only a fixed number of values.",
        ),
    ],
    hints=[
        "Two lines meet if their order at the lower end isn't their order at the upper end. Sort "
        "the lines at the lower end. If no two lines met at all, what would you see at the other "
        "end?",
        "At the lower end, go through the lines from the lowest to the highest. A line meets an "
        "earlier one if some earlier line is at least as high at the upper end. You don't have to "
        "know which one. What is the only number to remember?",
        "The highest height at the upper end so far. That finds the lines that meet one below "
        "them. You find those that meet one above them in the same way from the other side, with "
        "the lowest. For ties at the lower end, put the line that is higher at the upper end "
        "first, so that the test with ≥ sees it.",
        "`ends = [(m * lo + b, m * hi + b) for m, b in lines]`; sort positions by "
        "`(ends[i][0], -ends[i][1])`. Forwards: mark i if the highest so far is ≥ `ends[i][1]`. "
        "Backwards: mark i if the lowest so far is ≤ `ends[i][1]`. Return the marked lines in "
        "input order.",
    ],
)


# ---- the number of pairs

FEW = "few lines, ties and repeats"
COUNTS = "any lines"


count_crossings = Exercise(
    difficulty="hard",
    minutes=20,
    groups=[
        Group(
            FEW,
            cases=[
                case([], (0, 1), gives=0),
                case([(1, 1)], (0, 1), gives=0),
                case([(2, 3), (-3, 5), (4, 6), (5, 7)], (0, 1), gives=1),
                case([(0, 0), (0, 0), (0, 0)], (0, 1), gives=3),
                case([(1, 0), (2, 0), (3, 0)], (0, 1), gives=3),
                case([(3, 0), (2, 0), (1, 0)], (0, 1), gives=3),
                case([(1, 0), (2, -1), (3, -2)], (0, 1), gives=3),
                case([(1, 0), (1, 1), (1, 2)], (-5, 5), gives=0),
                case([(5, -5), (0, 0), (-5, 5), (0, 9)], (1, 1), gives=3),
                case([(1, 0), (1, 0), (-1, 1)], (0, 1), gives=3),
                case([(1, 0), (-1, 2)], (0, 0), gives=0),
            ],
            nudge="Two lines of equal height at one end meet. Do you count that pair exactly once?",
        ),
        Group(
            COUNTS,
            inputs=whole_lines,
            oracle=pairs_that_meet,
            tries=120,
            nudge="Compare it with two nested loops on small random inputs.",
        ),
        Group(
            EXACT,
            cases=[
                case([(LARGE, LARGE + 1), (LARGE + 1, 0)], (0, LARGE), gives=0),
                case([(LARGE, LARGE), (LARGE + 1, 0)], (0, LARGE), gives=1),
                case([(0, 0), (3, -1), (6, -2)], (Fraction(1, 3), 1), gives=3),
            ],
            inputs=exact_lines,
            oracle=pairs_that_meet,
            tries=60,
            accept=within(),
            nudge=nudge_on(
                "value raised",
                "Heights are products and sums. You don't have to divide or round.",
            ),
        ),
        scale(
            1,
            args=all_cross,
            oracle=pairs_that_meet,
            large=all_cross,
            known=every_two,
            brute="every pair",
            best="merge sort",
            nudge="There can be n²/2 pairs, so they can't be counted one by one.",
        ),
    ],
    hints=[
        "Sort the lines at the lower end, ties as before. What is a pair that meets, in terms of "
        "the list of heights at the upper end?",
        "A pair i < j of indices in that list with height[i] ≥ height[j]: an *inversion*, with "
        "equality counted. How can a sort count inversions?",
        "Merge sort: when an item of the right half is taken, all items still waiting in the left "
        "half are at least as high, and each of them makes a pair with it. On a tie, take the "
        "right item first.",
        "`sort(part)` returns the sorted part and the count. While merging, first take from the "
        "left all that are `<` the next right item; then add the number of left items still "
        "waiting; then take the right item.",
    ],
)
