"""Checks of lesson 113: which lines meet another one inside a range of x."""

from __future__ import annotations

import functools
import random
from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass, replace
from fractions import Fraction
from itertools import combinations
from typing import Any

from ..exercise import Answer, Exercise, Right, Verdict, Wrong
from ..groups import Failure, Group, Growth, case, of_trouble, passed
from ..groups.base import show_call
from ..values import same, show

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
        line for at, line in enumerate(lines)
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


def mostly_crossing(n: int) -> tuple[list[Line], tuple, list[Line]]:
    """n lines, a range, and those that meet: all but the 20th part, which keeps above them."""
    calm = {(1, 2 * n + 4 * i) for i in range(n // 20)}
    crossing = [(-2 * i, i) for i in range(n - len(calm))]
    lines = [*calm, *crossing]
    random.Random(113).shuffle(lines)
    return lines, (0, 1), [line for line in lines if line not in calm]


def in_halves(lines: Sequence[Line]) -> list[Line]:
    """The lines at half their height, as fractions, so that Python compares them in Python."""
    return [(Fraction(m, 2), Fraction(b, 2)) for m, b in lines]


@dataclass(frozen=True, eq=False)
class Scale(Growth):
    """`Growth` by steps, once more with fractions, then one call with 20,000 lines.

    Steps don't see work inside C code, such as ``max`` of a slice for each line. But a comparison
    of two fractions is Python code, so its steps are counted wherever it is made. The call is for
    all other work in C: it is stopped after many times what a right answer needs. ``large`` makes
    it of the number of lines: the lines, the range, and the result.
    """

    _: KW_ONLY
    large: Callable[[int], tuple[Any, Any, Any]]
    size: int = 20_000
    patience: float = 3.0

    @functools.cached_property
    def _with_fractions(self) -> Growth:
        def args(n: int) -> tuple:
            lines, x_range = self.args(n)
            return in_halves(lines), x_range

        return Growth(self.name, points=self.points, nudge=self.nudge, args=args,
                      sizes=(24, 48, 96), exponent=self.exponent)

    @functools.cached_property
    def _large_call(self) -> tuple[tuple, Any]:
        lines, x_range, want = self.large(self.size)
        return (lines, x_range), want

    def run(self, answer: Answer, seed: int = 0) -> Verdict:
        """Fit the exponent of the steps, for ints and for fractions, then make the large call."""
        verdict = super().run(answer, seed)
        if verdict.state != "passed":
            return verdict
        verdict = self._with_fractions.run(answer, seed)
        if verdict.state != "passed":
            text = f"With fractions, whose comparisons are steps too: {verdict.message}"
            return replace(verdict, message=text)
        args, want = self._large_call
        outcome = answer.call(args, limit=self.patience)
        if not outcome.trouble and (outcome.value == want or same(outcome.value, want)):
            return passed(self)
        call = show_call(answer.name, args)
        if outcome.trouble and outcome.trouble.kind == "timed out":
            text = f"With {self.size:,} lines it was stopped: what does each line go through?"
            return Failure(text, call, show(want), outcome.trouble.text).verdict(self)
        if outcome.trouble:
            return of_trouble(outcome.trouble, call, show(want)).verdict(self)
        text = f"It gives another value for {self.size:,} lines."
        return Failure(text, call, show(want), show(outcome.value)).verdict(self)


def edited(name: str, caught_by: str, source: str, *edits: tuple[str, str]) -> Wrong:
    """A wrong solution: a right one with a few texts replaced."""
    for old, new in edits:
        assert source.count(old) == 1, (name, old)
        source = source.replace(old, new)
    return Wrong(name, source, caught_by)


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
    case([(0, 0), (0, 8), (4, -2), (0, 16), (4, 6)], (0, 1),
         gives=[(0, 0), (0, 8), (4, -2), (4, 6)]),
    case([(3, 0), (2, 1), (1, 2)], (1, 1), gives=[(3, 0), (2, 1), (1, 2)]),
    case([(4, -2), (0, 0), (0, 1)], (0, 1), gives=[(4, -2), (0, 0), (0, 1)]),
    case([(0, 0), (0, 1), (0, 2), (-4, 3)], (0, 1),
         gives=[(0, 0), (0, 1), (0, 2), (-4, 3)]),
    case([(2, 0), (0, 1), (-2, 2)], (0, 1), gives=[(2, 0), (0, 1), (-2, 2)]),
]
LARGE = 10**30
HUGE = 10**320  # above the largest float
FRACTIONS = [
    case([(LARGE, 1), (LARGE + 1, 0)], (0, 1), gives=[(LARGE, 1), (LARGE + 1, 0)]),
    case([(LARGE, LARGE + 1), (LARGE + 1, 0)], (0, LARGE), gives=[]),
    case([(0, 0), (3, -1)], (Fraction(1, 3), 1), gives=[(0, 0), (3, -1)]),
    case([(0, 0), (3, -1)], (0, Fraction(1, 3) - Fraction(1, LARGE)), gives=[]),
    case([(0, 0), (3, -1)], (0, Fraction(1, 2)), gives=[(0, 0), (3, -1)]),
    case([(Fraction(1, 10), 0), (Fraction(-1, 5), Fraction(3, 10))], (1, 2),
         gives=[(Fraction(1, 10), 0), (Fraction(-1, 5), Fraction(3, 10))]),
    case([(0.5, 1.25), (-0.5, 2.0), (0.5, 9.0)], (0, 1), gives=[(0.5, 1.25), (-0.5, 2.0)]),
    case([(1, 0), (0, 2**53 + 1)], (0, 2**53), gives=[]),
    case([(HUGE, 0), (0, 1), (HUGE, 2)], (0, 1), gives=[(HUGE, 0), (0, 1)]),
    case([(0, 0), (0, Fraction(1, HUGE))], (0, 1), gives=[]),
]

THREE_HUNDRED = [
    case([(1, 4 * i) for i in range(298)] + [(5, 1192), (1, 1193)], (0, 1),
         gives=[(5, 1192), (1, 1193)]),
]


def exactly(got: Any, want: Any) -> bool:
    """Equal to the last digit."""
    return same(got, want, rel=0)


PAIRS = """
from fractions import Fraction
from itertools import combinations
def find_intersecting(lines, x_range):
    lo, hi = x_range
    found = set()
    for i in range(len(lines)):
        for j in range(i + 1, len(lines)):
            m = lines[i][0] - lines[j][0]
            b = lines[i][1] - lines[j][1]
            at_lo = m * lo + b
            at_hi = m * hi + b
            if at_lo <= 0 <= at_hi or at_hi <= 0 <= at_lo:
                found.add(i)
                found.add(j)
    return [lines[i] for i in sorted(found)]
"""
MEETING_TEST = "at_lo <= 0 <= at_hi or at_hi <= 0 <= at_lo"
SOLVING = """
from fractions import Fraction
def find_intersecting(lines, x_range):
    lo, hi = x_range
    def meet(one, other):
        (m1, b1), (m2, b2) = one, other
        if m1 == m2:
            return b1 == b2
        x = Fraction(b2 - b1) / Fraction(m1 - m2)
        return lo <= x <= hi
    return [line for i, line in enumerate(lines)
            if any(meet(line, other) for j, other in enumerate(lines) if i != j)]
"""

find_intersecting = Exercise(
    difficulty="medium",
    minutes=18,
    groups=[
        Group(ENDS, cases=CLOSED, nudge="A meeting exactly at an end counts. So does a range of "
              "one point."),
        Group(ALIKE, cases=SIMILAR, nudge="Two equal slopes never cross. If the intercepts are "
              "equal too, the lines share every point."),
        Group(ORDER, cases=IN_ORDER, nudge="Note positions, not values: the same line may stand "
              "twice. At the end read the positions in order."),
        Group(ANY, cases=THREE_HUNDRED, inputs=whole_lines, oracle=meeting, tries=120,
              nudge="Draw the lines at both ends of the range."),
        Group(EXACT, cases=FRACTIONS, inputs=exact_lines, oracle=meeting, tries=60,
              accept=exactly,
              nudge="A division of whole numbers gives a rounded float. Can you do without?"),
    ],
    hints=[
        "Take two lines and look at the two ends of the range only. What can you say if one line "
        "is above the other at both ends?",
        "The difference of the two lines is a line too: (m1 - m2)·x + (b1 - b2). They meet in the "
        "range if and only if the difference is zero somewhere in it.",
        "The difference is zero somewhere in the closed range exactly if its values at the two "
        "ends don't have the same strict sign. That needs products and sums, no division, and it "
        "covers parallel and coincident lines without a case of their own.",
        "For i < j: `at_lo = (m1 - m2) * lo + (b1 - b2)`, `at_hi` likewise. If "
        "`at_lo <= 0 <= at_hi or at_hi <= 0 <= at_lo`, add both *positions* to a set. Return "
        "`[lines[i] for i in sorted(found)]`.",
    ],
    wrong=[
        edited("an open range", ENDS, PAIRS,
               (MEETING_TEST, "at_lo < 0 < at_hi or at_hi < 0 < at_lo or at_lo == at_hi == 0")),
        edited("open at the lower end", ENDS, SOLVING, ("lo <= x", "lo < x")),
        edited("open at the upper end", ENDS, SOLVING, ("x <= hi", "x < hi")),
        edited("the wrong sign", ENDS, SOLVING, ("b2 - b1", "b1 - b2")),
        edited("the range plays no part", ENDS, SOLVING, ("return lo <= x <= hi", "return True")),
        edited("a range that starts at 0", ENDS, SOLVING, ("lo <= x", "0 <= x")),
        edited("the size of x", ENDS, SOLVING, ("lo <= x <= hi", "lo <= abs(x) <= hi")),
        edited("whole places only", ENDS, SOLVING,
               ("return lo <= x <= hi", "return x.denominator == 1 and lo <= x <= hi")),
        Wrong("tries each whole x", caught_by=ENDS, source="""
def find_intersecting(lines, x_range):
    found = set()
    for x in range(int(x_range[0]), int(x_range[1]) + 1):
        heights = [m * x + b for m, b in lines]
        found |= {i for i, y in enumerate(heights) if heights.count(y) > 1}
    return [lines[i] for i in sorted(found)]
"""),
        edited("a point is no range", ENDS, PAIRS,
               ("    found = set()", "    if lo == hi:\n        return []\n    found = set()")),
        edited("the rising difference only", ENDS, PAIRS, (MEETING_TEST, "at_lo <= 0 <= at_hi")),
        edited("the order at the start is the order of the list", ENDS, PAIRS,
               (MEETING_TEST, "at_lo >= 0 >= at_hi")),
        edited("divides by zero", ALIKE, SOLVING,
               ("        if m1 == m2:\n            return b1 == b2\n", "")),
        edited("coincident lines don't meet", ALIKE, SOLVING, ("b1 == b2", "False")),
        edited("parallel lines meet", ALIKE, SOLVING, ("b1 == b2", "True")),
        edited("two equal slopes end the search", ALIKE, PAIRS,
               ("            b =", "            if m == 0 and i == 0:\n                break\n"
                "            b =")),
        edited("a shared intercept is enough", ENDS, SOLVING,
               ("return lo <= x <= hi", "return b1 == b2 or lo <= x <= hi")),
        edited("compares lines by value", ALIKE, SOLVING, ("if i != j", "if line != other")),
        edited("each line once", ALIKE, PAIRS,
               ("[lines[i] for i in sorted(found)]",
                "list(dict.fromkeys(lines[i] for i in sorted(found)))")),
        Wrong("positions by index()", caught_by=ALIKE, source="""
from itertools import combinations
def find_intersecting(lines, x_range):
    lo, hi = x_range
    found = set()
    for one, other in combinations(lines, 2):
        m, b = one[0] - other[0], one[1] - other[1]
        if (m * lo + b) * (m * hi + b) <= 0:
            found |= {lines.index(one), lines.index(other)}
    return [lines[i] for i in sorted(found)]
"""),
        edited("repeats are looked at once", ALIKE, PAIRS,
               ("    lo, hi", "    lines = list(dict.fromkeys(lines))\n    lo, hi")),
        edited("itself too", ALIKE, SOLVING, (" if i != j", "")),
        edited("returns positions", ENDS, PAIRS,
               ("[lines[i] for i in sorted(found)]", "sorted(found)")),
        Wrong("returns pairs", caught_by=ENDS, source="""
from itertools import combinations
def find_intersecting(lines, x_range):
    lo, hi = x_range
    return [(p, q) for p, q in combinations(lines, 2)
            if ((p[0] - q[0]) * lo + p[1] - q[1]) * ((p[0] - q[0]) * hi + p[1] - q[1]) <= 0]
"""),
        edited("in order of discovery", ORDER, PAIRS,
               ("    found = set()", "    found = {}"),
               ("                found.add(i)\n                found.add(j)\n",
                "                found[i] = found[j] = 1\n"), ("sorted(found)", "found")),
        edited("once for each partner", ORDER, PAIRS,
               ("    found = set()", "    found = []"), ("found.add(i)", "found.append(i)"),
               ("found.add(j)", "found.append(j)")),
        edited("the first partner only", ORDER, PAIRS,
               ("                found.add(j)\n",
                "                found.add(j)\n                break\n")),
        edited("one pair and out", ORDER, PAIRS,
               ("                found.add(j)\n",
                "                found.add(j)\n                return [lines[i], lines[j]]\n")),
        edited("neighbours in the list", ORDER, PAIRS,
               ("range(i + 1, len(lines))", "range(i + 1, min(i + 2, len(lines)))")),
        edited("the later of the two", ENDS, PAIRS, ("                found.add(i)\n", "")),
        edited("sorted by slope", ORDER, PAIRS,
               ("    lo, hi", "    lines = sorted(lines)\n    lo, hi")),
        edited("sorts the caller's list", ORDER, PAIRS,
               ("    lo, hi", "    lines.sort()\n    lo, hi")),
        edited("a pair is used up", ORDER, PAIRS,
               ("            m =", "            if i in found or j in found:\n"
                "                continue\n            m =")),
        edited("keeps what it found for the next call", ENDS, PAIRS,
               ("(lines, x_range):", "(lines, x_range, found=set()):"),
               ("    found = set()\n", ""), ("sorted(found)", "sorted(found) if i < len(lines)")),
        edited("fails on the empty list", ORDER, PAIRS,
               ("    found = set()", "    first = lines[0]\n    found = set()")),
        edited("knows the example", ENDS, PAIRS, ("return [lines", "return lines[:2] if len(lines) "
               "== 4 else [] if len(lines) == 2 else [lines")),
        edited("looks at every other line", ORDER, PAIRS,
               ("range(i + 1, len(lines))", "range(i + 1, len(lines), 2)")),
        edited("divides floats", EXACT, SOLVING,
               ("Fraction(b2 - b1) / Fraction(m1 - m2)", "(b2 - b1) / (m1 - m2)")),
        edited("floats with a tolerance", EXACT, SOLVING,
               ("Fraction(b2 - b1) / Fraction(m1 - m2)", "(b2 - b1) / (m1 - m2)"),
               ("lo <= x <= hi", "lo - 1e-9 <= x <= hi + 1e-9")),
        edited("divides whole numbers", ENDS, SOLVING,
               ("Fraction(b2 - b1) / Fraction(m1 - m2)", "(b2 - b1) // (m1 - m2)"),
               ("lo <= x <= hi", "lo <= x <= hi and x * (m1 - m2) == b2 - b1")),
        edited("heights as floats", EXACT, PAIRS,
               ("at_lo = m * lo + b", "at_lo = float(m * lo) + float(b)"),
               ("at_hi = m * hi + b", "at_hi = float(m * hi) + float(b)")),
        edited("a small difference is none", EXACT, PAIRS,
               (MEETING_TEST, "min(at_lo, at_hi) <= 1e-9 and max(at_lo, at_hi) >= -1e-9")),
        edited("multiplies across and forgets the sign", ENDS, SOLVING,
               ("        x = Fraction(b2 - b1) / Fraction(m1 - m2)\n", ""),
               ("lo <= x <= hi", "lo * (m1 - m2) <= b2 - b1 <= hi * (m1 - m2)")),
        edited("the sign of a float", EXACT, PAIRS,
               (MEETING_TEST, "float(at_lo) <= 0 <= float(at_hi) or "
                "float(at_hi) <= 0 <= float(at_lo)")),
        edited("a product of floats", EXACT, PAIRS,
               (MEETING_TEST, "float(at_lo) * float(at_hi) <= 0")),
        edited("returns floats", EXACT, PAIRS,
               ("[lines[i] for", "[(float(lines[i][0]), float(lines[i][1])) for")),
        edited("the first hundred lines", ANY, PAIRS,
               ("    found = set()", "    lines = lines[:100]\n    found = set()")),
        Wrong("a frame for each pair", caught_by=ANY, source="""
def find_intersecting(lines, x_range):
    lo, hi = x_range
    def look(i, j, found):
        if i == len(lines):
            return found
        if j == i:
            return look(i + 1, 0, found)
        m, b = lines[i][0] - lines[j][0], lines[i][1] - lines[j][1]
        if (m * lo + b) * (m * hi + b) <= 0:
            found |= {i, j}
        return look(i, j + 1, found)
    return [lines[i] for i in sorted(look(0, 0, set()))]
"""),
        edited("whole ends of the range", EXACT, PAIRS,
               ("lo, hi = x_range", "lo, hi = int(x_range[0]), int(x_range[1])")),
    ],
    right=[
        Right("signs at the ends", PAIRS),
        Right("solves with fractions", SOLVING),
        Right("a product", PAIRS.replace(MEETING_TEST, "at_lo * at_hi <= 0")),
        Right("multiplies across", SOLVING.replace(
            "        x = Fraction(b2 - b1) / Fraction(m1 - m2)\n", "").replace(
            "lo <= x <= hi", "min(lo * (m1 - m2), hi * (m1 - m2)) <= b2 - b1 <= "
            "max(lo * (m1 - m2), hi * (m1 - m2))")),
        Right("heights first", """
from itertools import combinations
def find_intersecting(lines, x_range):
    ends = [[m * x + b for x in x_range] for m, b in lines]
    hit = [False] * len(lines)
    for i, j in combinations(range(len(lines)), 2):
        above = [p - q for p, q in zip(ends[i], ends[j])]
        if min(above) <= 0 <= max(above):
            hit[i] = hit[j] = True
    return [line for line, met in zip(lines, hit) if met]
"""),
        Right("recursion over the rest", """
def find_intersecting(lines, x_range):
    lo, hi = x_range
    def sign(n):
        return (n > 0) - (n < 0)
    def met(p, q):
        return sign(p[0] * lo + p[1] - q[0] * lo - q[1]) != sign(
            p[0] * hi + p[1] - q[0] * hi - q[1]) or p[0] * lo + p[1] == q[0] * lo + q[1]
    def from_place(i):
        if i == len(lines):
            return []
        others = lines[:i] + lines[i + 1:]
        return [lines[i]] * any(met(lines[i], q) for q in others) + from_place(i + 1)
    return from_place(0)
"""),
        Right("intervals of order", """
def find_intersecting(lines, x_range):
    def order(i, x):
        y = lines[i][0] * x + lines[i][1]
        return ([j for j, (m, b) in enumerate(lines) if m * x + b < y],
                [j for j, (m, b) in enumerate(lines) if m * x + b > y])
    met = []
    for i, line in enumerate(lines):
        (below, above), (below_then, above_then) = order(i, x_range[0]), order(i, x_range[1])
        stays = len(set(below) & set(below_then)) + len(set(above) & set(above_then))
        if stays < len(lines) - 1:
            met.append(line)
    return tuple(met)
"""),
        Right("NumPy with objects", """
import numpy as np
def find_intersecting(lines, x_range):
    if not lines:
        return []
    lo, hi = (np.array([m * x + b for m, b in lines], dtype=object) for x in x_range)
    apart = (np.sign(lo[:, None] - lo[None, :]) * np.sign(hi[:, None] - hi[None, :])) <= 0
    apart = apart.astype(bool)
    np.fill_diagonal(apart, False)
    return [lines[i] for i in np.flatnonzero(apart.any(axis=1))]
"""),
        Right("sorts", """
def find_intersecting(lines, x_range):
    lo, hi = x_range
    ends = sorted((m * lo + b, -(m * hi + b), i) for i, (m, b) in enumerate(lines))
    found = set()
    for k, (_, y, i) in enumerate(ends):
        if any(z <= y for _, z, _ in ends[:k]) or any(z >= y for _, z, _ in ends[k + 1:]):
            found.add(i)
    return [line for i, line in enumerate(lines) if i in found]
"""),
    ],
)


# ---- without pairs

SAME = "the same lines as find_intersecting"
TIES = "ties at an end"
SCALE = "work grows as n log n, up to 20,000 lines"

SWEEP = """
def find_intersecting_fast(lines, x_range):
    lo, hi = x_range
    ends = [(m * lo + b, m * hi + b) for m, b in lines]
    order = sorted(range(len(lines)), key=lambda i: (ends[i][0], -ends[i][1]))
    found = [False] * len(lines)
    for places, sign in ((order, 1), (order[::-1], -1)):
        best = None
        for i in places:
            height = sign * ends[i][1]
            if best is not None and best >= height:
                found[i] = True
            if best is None or height > best:
                best = height
    return [line for line, met in zip(lines, found) if met]
"""
ARRAYS = """
from itertools import accumulate
def find_intersecting_fast(lines, x_range):
    lo, hi = x_range
    order = sorted(range(len(lines)),
                   key=lambda i: (lines[i][0] * lo + lines[i][1], -lines[i][0]))
    then = [lines[i][0] * hi + lines[i][1] for i in order]
    highest = list(accumulate(then, max))
    lowest = list(accumulate(reversed(then), min))[::-1]
    found = set()
    for k, i in enumerate(order):
        before = k > 0 and highest[k - 1] >= then[k]
        after = k + 1 < len(then) and lowest[k + 1] <= then[k]
        if before or after:
            found.add(i)
    return [lines[i] for i in sorted(found)]
"""


def by_pairs(lines, x_range):
    """Compare every line with every other."""
    lo, hi = x_range
    found = []
    for i, (m, b) in enumerate(lines):
        for j, (n, c) in enumerate(lines):
            if i != j and ((m - n) * lo + b - c) * ((m - n) * hi + b - c) <= 0:
                found.append((m, b))
                break
    return found


def by_order(lines, x_range):
    """Sort at one end; compare with the highest before and the lowest after at the other."""
    lo, hi = x_range
    order = sorted(range(len(lines)), key=lambda i: (lines[i][0] * lo + lines[i][1], -lines[i][0]))
    then = [lines[i][0] * hi + lines[i][1] for i in order]
    found = set()
    for sign, places in ((1, range(len(order))), (-1, range(len(order) - 1, -1, -1))):
        best = None
        for k in places:
            height = sign * then[k]
            if best is not None and height <= best:
                found.add(order[k])
            else:
                best = height
    return [lines[i] for i in sorted(found)]


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
            nudge="Compare it with your find_intersecting on small random lines.",
        ),
        Group(EXACT, cases=FRACTIONS, inputs=exact_lines, oracle=meeting, tries=60,
              accept=exactly,
              nudge="Heights are products and sums. Nothing has to be divided or rounded."),
        Scale(
            SCALE,
            points=2,
            args=hills,
            sizes=(32, 64, 128, 256),
            exponent=1.4,
            brute=by_pairs,
            best=by_order,
            large=mostly_crossing,
            nudge="Sort once. After that each line may look at a fixed number of things.",
        ),
    ],
    hints=[
        "Two lines meet if their order at the lower end is not their order at the upper end. Put "
        "the lines in order at the lower end. What would no meeting at all look like at the other "
        "end?",
        "At the lower end go through the lines from the lowest to the highest. A line meets an "
        "earlier one if some earlier line is at least as high at the upper end. You need not know "
        "which: what is the only number to remember?",
        "The highest height at the upper end so far. That finds the lines that meet one below "
        "them. Those that meet one above them you find in the same way from the other side, with "
        "the lowest. Ties at the lower end: put the line that is higher at the upper end first, "
        "so that the test with ≥ sees it.",
        "`ends = [(m * lo + b, m * hi + b) for m, b in lines]`; sort positions by "
        "`(ends[i][0], -ends[i][1])`. Forwards: mark i if the highest so far is ≥ `ends[i][1]`. "
        "Backwards: mark i if the lowest so far is ≤ `ends[i][1]`. Return the marked lines in "
        "input order.",
    ],
    wrong=[
        edited("an open range at the upper end", TIES, SWEEP, ("best >= height", "best > height")),
        edited("ties in input order", TIES, SWEEP,
               ("key=lambda i: (ends[i][0], -ends[i][1])", "key=lambda i: ends[i][0]")),
        edited("ties the other way round", TIES, SWEEP, ("-ends[i][1])", "ends[i][1])")),
        edited("ties by steepness the other way", TIES, ARRAYS, ("-lines[i][0])", "lines[i][0])")),
        edited("forwards only", TIES, SWEEP,
               ("((order, 1), (order[::-1], -1))", "((order, 1),)")),
        edited("backwards only", TIES, SWEEP,
               ("((order, 1), (order[::-1], -1))", "((order[::-1], -1),)")),
        edited("the line before, not the highest", SAME, SWEEP,
               ("best is None or height > best", "True")),
        Wrong("neighbours in the order", caught_by=SAME, source="""
def find_intersecting_fast(lines, x_range):
    lo, hi = x_range
    ends = [(m * lo + b, m * hi + b) for m, b in lines]
    order = sorted(range(len(lines)), key=lambda i: (ends[i][0], -ends[i][1]))
    found = set()
    for i, j in zip(order, order[1:]):
        if ends[i][1] >= ends[j][1]:
            found |= {i, j}
    return [lines[i] for i in sorted(found)]
"""),
        Wrong("neighbours at both ends", caught_by=SAME, source="""
def find_intersecting_fast(lines, x_range):
    found = set()
    for x, other in (x_range, x_range[::-1]):
        here = [m * x + b for m, b in lines]
        there = [m * other + b for m, b in lines]
        order = sorted(range(len(lines)), key=lambda i: (here[i], -there[i]))
        for i, j in zip(order, order[1:]):
            if there[i] >= there[j] or here[i] == here[j]:
                found |= {i, j}
    return [lines[i] for i in sorted(found)]
"""),
        Wrong("another place in the order", caught_by=TIES, source="""
def find_intersecting_fast(lines, x_range):
    orders = [sorted(range(len(lines)), key=lambda i: lines[i][0] * x + lines[i][1])
              for x in x_range]
    moved = {i for i, j in zip(*orders) if i != j}
    return [lines[i] for i in sorted(moved)]
"""),
        Wrong("another rank", caught_by=SAME, source="""
from collections import Counter
def find_intersecting_fast(lines, x_range):
    ends = [tuple(m * x + b for x in x_range) for m, b in lines]
    columns = [Counter(ys) for ys in zip(*ends)]
    ranks = [{y: k for k, y in enumerate(sorted(column))} for column in columns]
    return [line for line, (y, z) in zip(lines, ends) if ranks[0][y] != ranks[1][z]
            or columns[0][y] > 1 or columns[1][z] > 1]
"""),
        edited("the highest of all", TIES, ARRAYS,
               ("highest[k - 1] >= then[k]", "highest[-1] >= then[k]")),
        edited("itself included", TIES, ARRAYS,
               ("k > 0 and highest[k - 1] >= then[k]", "highest[k] > then[k]")),
        edited("heights of the slope alone", TIES, ARRAYS,
               ("then = [lines[i][0] * hi + lines[i][1] for i in order]",
                "then = [lines[i][0] for i in order]")),
        edited("sorts by intercept", SAME, SWEEP,
               ("ends = [(m * lo + b, m * hi + b)", "ends = [(b, m * hi + b)")),
        edited("in order of height", SAME, ARRAYS,
               ("[lines[i] for i in sorted(found)]",
                "[lines[i] for i in order if i in found]")),
        edited("each line once", TIES, ARRAYS,
               ("[lines[i] for i in sorted(found)]",
                "list(dict.fromkeys(lines[i] for i in sorted(found)))")),
        edited("sorts the caller's list", TIES, SWEEP,
               ("    ends =", "    lines.sort(key=lambda line: line[0] * lo + line[1])\n"
                "    ends =")),
        edited("repeats are one line", TIES, SWEEP,
               ("    ends =", "    lines = list(dict.fromkeys(lines))\n    ends =")),
        edited("not for the empty list", SAME, SWEEP,
               ("        best = None\n", "        best = sign * ends[places[0]][1] - 1\n")),
        edited("nothing is the highest", SAME, SWEEP, ("best = None", "best = -10"),
               ("best is not None and ", ""), ("best is None or ", "")),
        edited("a falsy highest", TIES, SWEEP, ("if best is not None and", "if best and")),
        edited("keeps the highest for the next call", SAME, SWEEP,
               ("(lines, x_range):", "(lines, x_range, kept={}):"),
               ("best = None", "best = kept.get(sign)"),
               ("                best = height\n", "                best = kept[sign] = height\n")),
        edited("floats for heights", EXACT, SWEEP,
               ("(m * lo + b, m * hi + b)", "(float(m * lo + b), float(m * hi + b))")),
        edited("64-bit heights", EXACT, SWEEP,
               ("    order =", "    import numpy as np\n"
                "    ends = np.array(ends, dtype=np.float64).reshape(-1, 2)\n    order =")),
        edited("rounds heights", EXACT, SWEEP,
               ("(m * lo + b, m * hi + b)", "(round(m * lo + b, 9), round(m * hi + b, 9))")),
        Wrong("a small step into the range", caught_by=TIES, source="""
from fractions import Fraction
def find_intersecting_fast(lines, x_range):
    lo, hi = Fraction(x_range[0]), Fraction(x_range[1])
    step = (hi - lo) / 10**6
    orders = [sorted(range(len(lines)), key=lambda i: lines[i][0] * x + lines[i][1])
              for x in (lo + step, hi - step)]
    place = {i: k for k, i in enumerate(orders[1])}
    found, best = set(), -1
    for i in orders[0]:
        if place[i] < best:
            found.add(i)
        best = max(best, place[i])
    best = len(lines)
    for i in reversed(orders[0]):
        if place[i] > best:
            found.add(i)
        best = min(best, place[i])
    return [lines[i] for i in sorted(found)]
"""),
        Wrong("every pair", caught_by=SCALE, source=PAIRS.replace(
            "def find_intersecting(", "def find_intersecting_fast(")),
        Wrong("every pair until one meets", caught_by=SCALE, source=SOLVING.replace(
            "def find_intersecting(", "def find_intersecting_fast(")),
        Wrong("pairs of different slopes", caught_by=SCALE, source="""
from collections import defaultdict
def find_intersecting_fast(lines, x_range):
    lo, hi = x_range
    buckets = defaultdict(list)
    for i, (m, b) in enumerate(lines):
        buckets[m].append(i)
    found = set()
    for m, own in buckets.items():
        for n, others in buckets.items():
            for i in own:
                for j in others:
                    d = (lines[i][1] - lines[j][1])
                    if i != j and ((m - n) * lo + d) * ((m - n) * hi + d) <= 0:
                        found.add(i)
    return [lines[i] for i in sorted(found)]
"""),
        Wrong("all that come before", caught_by=SCALE, source="""
def find_intersecting_fast(lines, x_range):
    lo, hi = x_range
    ends = sorted((m * lo + b, -(m * hi + b), i) for i, (m, b) in enumerate(lines))
    found = set()
    for k, (_, y, i) in enumerate(ends):
        for _, z, j in ends[:k]:
            if z <= y:
                found |= {i, j}
    return [lines[i] for i in sorted(found)]
"""),
        Wrong("swaps neighbours until sorted", caught_by=SCALE, source="""
def find_intersecting_fast(lines, x_range):
    lo, hi = x_range
    ends = sorted((m * lo + b, -(m * hi + b), i) for i, (m, b) in enumerate(lines))
    row, found = [(-z, i) for _, z, i in ends], set()
    for k in range(len(row)):
        j = k
        while j > 0 and row[j - 1][0] >= row[j][0]:
            found |= {row[j - 1][1], row[j][1]}
            row[j - 1], row[j] = row[j], row[j - 1]
            j -= 1
    return [lines[i] for i in sorted(found)]
"""),
        edited("positions in a list", SCALE, SWEEP,
               ("found = [False] * len(lines)", "found = []"),
               ("found[i] = True", "found += [] if i in found else [i]"),
               ("[line for line, met in zip(lines, found) if met]",
                "[line for i, line in enumerate(lines) if i in found]")),
        edited("the lowest of a slice", SCALE, ARRAYS,
               ("lowest[k + 1] <= then[k]", "min(then[k + 1 :]) <= then[k]")),
        Wrong("the highest of a slice", caught_by=SCALE, source="""
def find_intersecting_fast(lines, x_range):
    lo, hi = x_range
    ends = sorted((m * lo + b, -(m * hi + b), i) for i, (m, b) in enumerate(lines))
    then = [-z for _, z, _ in ends]
    found = set()
    for k, (_, _, i) in enumerate(ends):
        if k and max(then[:k]) >= then[k] or then[k + 1:] and min(then[k + 1:]) <= then[k]:
            found.add(i)
    return [lines[i] for i in sorted(found)]
"""),
        Wrong("a frame for each line", caught_by=SCALE, source="""
def find_intersecting_fast(lines, x_range):
    lo, hi = x_range
    ends = sorted((m * lo + b, -(m * hi + b), i) for i, (m, b) in enumerate(lines))
    found = set()
    def walk(k, highest):
        if k == len(ends):
            return None
        _, z, i = ends[k]
        if highest is not None and highest >= -z:
            found.add(i)
        top = -z if highest is None else max(highest, -z)
        lowest = walk(k + 1, top)
        if lowest is not None and lowest <= -z:
            found.add(i)
        return -z if lowest is None else min(lowest, -z)
    walk(0, None)
    return [lines[i] for i in sorted(found)]
"""),
    ],
    right=[
        Right("two sweeps", SWEEP),
        Right("arrays of extremes", ARRAYS),
        Right("fractions throughout", SWEEP.replace(
            "lo, hi = x_range",
            "from fractions import Fraction\n    lo, hi = map(Fraction, x_range)")),
        Right("starts at the upper end", SWEEP.replace(
            "ends = [(m * lo + b, m * hi + b)", "ends = [(m * hi + b, m * lo + b)")),
        Right("a sort in place of a copy", """
def find_intersecting_fast(lines, x_range):
    lo, hi = x_range
    rows = [(m * lo + b, -m * hi - b, i) for i, (m, b) in enumerate(lines)]
    rows.sort()
    met = [0] * len(rows)
    top = bottom = None
    for _, fall, i in rows:
        if top is not None and fall >= top:
            met[i] = 1
        top = fall if top is None else min(top, fall)
    for _, fall, i in rows[::-1]:
        if bottom is not None and fall <= bottom:
            met[i] = 1
        bottom = fall if bottom is None else max(bottom, fall)
    return [line for line, one in zip(lines, met) if one]
"""),
        Right("groups that hold together", """
def find_intersecting_fast(lines, x_range):
    lo, hi = x_range
    ends = {i: (m * lo + b, m * hi + b) for i, (m, b) in enumerate(lines)}
    here = sorted(ends, key=lambda i: (ends[i][0], -ends[i][1]))
    lone, top = set(), []
    for i in here:
        top.append(max(top[-1], ends[i][1]) if top else ends[i][1])
    floor = None
    for k in range(len(here) - 1, -1, -1):
        y = ends[here[k]][1]
        if (k == 0 or top[k - 1] < y) and (floor is None or y < floor):
            lone.add(here[k])
        floor = y if floor is None or y < floor else floor
    return tuple(lines[i] for i in range(len(lines)) if i not in lone)
"""),
        Right("a merge of halves", """
def find_intersecting_fast(lines, x_range):
    lo, hi = x_range
    ends = sorted((m * lo + b, -(m * hi + b), i) for i, (m, b) in enumerate(lines))
    met = set()
    def solve(part):
        if len(part) < 2:
            return part
        left, right = solve(part[:len(part) // 2]), solve(part[len(part) // 2:])
        highest, lowest = left[-1][0], right[0][0]
        for y, i in reversed(left):
            if y < lowest:
                break
            met.add(i)
        for y, i in right:
            if y > highest:
                break
            met.add(i)
        return sorted(left + right)
    solve([(-z, i) for _, z, i in ends])
    return [lines[i] for i in sorted(met)]
"""),
    ],
)


# ---- the number of pairs

FEW = "few lines, ties and repeats"
COUNTS = "any lines"

MERGE = """
def count_crossings(lines, x_range):
    lo, hi = x_range
    ends = sorted((m * lo + b, -(m * hi + b)) for m, b in lines)
    then = [-fall for _, fall in ends]
    def sort(part):
        if len(part) < 2:
            return part, 0
        middle = len(part) // 2
        left, a = sort(part[:middle])
        right, b = sort(part[middle:])
        merged, count, at = [], a + b, 0
        for y in right:
            while at < len(left) and left[at] < y:
                merged.append(left[at])
                at += 1
            count += len(left) - at
            merged.append(y)
        return merged + left[at:], count
    return sort(then)[1]
"""
TREE = """
from bisect import bisect_left
def count_crossings(lines, x_range):
    lo, hi = x_range
    ends = sorted((m * lo + b, -(m * hi + b)) for m, b in lines)
    heights = sorted({-fall for _, fall in ends})
    tree = [0] * (len(heights) + 1)
    count = 0
    for seen, (_, fall) in enumerate(ends):
        rank = bisect_left(heights, -fall)
        below, at = 0, rank
        while at > 0:
            below += tree[at]
            at -= at & -at
        count += seen - below
        at = rank + 1
        while at < len(tree):
            tree[at] += 1
            at += at & -at
    return count
"""


def count_by_pairs(lines, x_range):
    """Look at every pair."""
    lo, hi = x_range
    count = 0
    for i, (m, b) in enumerate(lines):
        for n, c in lines[:i]:
            if ((m - n) * lo + b - c) * ((m - n) * hi + b - c) <= 0:
                count += 1
    return count


def count_by_merging(lines, x_range):
    """Sort at one end, then count inversions at the other while merging."""
    lo, hi = x_range
    runs = [[y] for _, y in sorted((m * lo + b, -(m * hi + b)) for m, b in lines)]
    count = 0
    while len(runs) > 1:
        merged = []
        for at in range(0, len(runs) - 1, 2):
            left, right, run, i = runs[at], runs[at + 1], [], 0
            for y in right:
                while i < len(left) and left[i] > y:
                    run.append(left[i])
                    i += 1
                count += len(left) - i
                run.append(y)
            merged.append(run + left[i:])
        runs = merged + runs[len(runs) // 2 * 2 :]
    return count


def reversed_fan(n: int) -> tuple[list[Line], tuple, int]:
    """n lines of which every two cross, a range, and their number of pairs."""
    return *all_cross(n), n * (n - 1) // 2


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
            nudge="Two equal heights at one end are a meeting. Are they counted once?",
        ),
        Group(COUNTS, inputs=whole_lines, oracle=pairs_that_meet, tries=120,
              nudge="Compare it with two nested loops on small random lines."),
        Group(EXACT, cases=[
            case([(LARGE, LARGE + 1), (LARGE + 1, 0)], (0, LARGE), gives=0),
            case([(LARGE, LARGE), (LARGE + 1, 0)], (0, LARGE), gives=1),
            case([(0, 0), (3, -1), (6, -2)], (Fraction(1, 3), 1), gives=3),
        ], inputs=exact_lines, oracle=pairs_that_meet, tries=60,
              accept=exactly,
              nudge="Heights are products and sums. Nothing has to be divided or rounded."),
        Scale(
            SCALE,
            points=1,
            args=all_cross,
            sizes=(32, 64, 128, 256),
            exponent=1.4,
            brute=count_by_pairs,
            best=count_by_merging,
            large=reversed_fan,
            nudge="There can be n²/2 pairs, so they can't be counted one by one.",
        ),
    ],
    hints=[
        "Sort the lines at the lower end, ties as before. What is a pair that meets, in terms of "
        "the list of heights at the upper end?",
        "A pair i < j of places in that list with height[i] ≥ height[j]: an *inversion*, with "
        "equality counted. How can a sort count inversions?",
        "Merge sort: when an item of the right half is taken, all items still waiting in the left "
        "half are at least as high, and each of them makes a pair with it. On a tie the right "
        "item has to be taken first.",
        "`sort(part)` returns the sorted part and the count. While merging, first take from the "
        "left all that are `<` the next right item; then add the number of left items still "
        "waiting; then take the right item.",
    ],
    wrong=[
        edited("equal heights don't count", FEW, MERGE, ("left[at] < y", "left[at] <= y")),
        edited("ties the other way round", FEW, MERGE,
               ("sorted((m * lo + b, -(m * hi + b)) for m, b in lines)",
                "sorted((m * lo + b, m * hi + b) for m, b in lines)"),
               ("-fall for _, fall", "fall for _, fall")),
        edited("ties in input order", FEW, MERGE,
               ("sorted((m * lo + b, -(m * hi + b)) for m, b in lines)",
                "sorted(((m * lo + b, -(m * hi + b)) for m, b in lines), key=lambda e: e[0])")),
        edited("counts the merged", FEW, MERGE, ("len(left) - at", "at")),
        edited("counts from the right", FEW, MERGE,
               ("count += len(left) - at", "count += len(right)")),
        edited("forgets the halves", COUNTS, MERGE, ("a + b, 0", "0, 0")),
        edited("forgets one half", COUNTS, MERGE, ("a + b, 0", "a, 0")),
        edited("an odd one is left out", COUNTS, MERGE,
               ("sort(part[middle:])", "sort(part[-middle:])")),
        edited("does not merge", COUNTS, MERGE,
               ("return merged + left[at:], count", "return part, count")),
        edited("loses the rest", COUNTS, MERGE, ("merged + left[at:]", "merged")),
        edited("one for each right item", COUNTS, MERGE,
               ("count += len(left) - at", "count += len(left) > at")),
        edited("each pair twice", FEW, MERGE, ("return sort(then)[1]", "return 2 * sort(then)[1]")),
        edited("sorts by intercept", COUNTS, MERGE, ("(m * lo + b, -", "(b, -")),
        edited("sorts by slope", FEW, MERGE, ("(m * lo + b, -", "(m, -")),
        edited("repeats are one line", FEW, MERGE, ("for m, b in lines", "for m, b in {*lines}")),
        edited("coincident lines don't meet", FEW, TREE,
               ("    return count", "    return count - sum(a == b for i, a in enumerate(lines) "
                "for b in lines[:i])")),
        edited("neighbours", COUNTS, MERGE,
               ("return sort(then)[1]", "return sum(y >= z for y, z in zip(then, then[1:]))")),
        edited("lines, not pairs", FEW, MERGE,
               ("return sort(then)[1]", "return sum(any(z >= y for z in then[:k]) or "
                "any(z <= y for z in then[k + 1:]) for k, y in enumerate(then))")),
        edited("different heights once", COUNTS, MERGE, ("then = [-fall for _, fall in ends]",
               "then = list(dict.fromkeys(-fall for _, fall in ends))")),
        edited("places before it, strictly", FEW, TREE,
               ("rank = bisect_left(heights, -fall)\n        below, at = 0, rank",
                "rank = bisect_left(heights, -fall)\n        below, at = 0, rank + 1")),
        edited("a tree that is kept", FEW, TREE,
               ("(lines, x_range):", "(lines, x_range, tree=[0] * 9):"),
               ("    tree = [0] * (len(heights) + 1)\n", "    tree += [0] * len(heights)\n")),
        edited("sorts the caller's list", FEW, MERGE,
               ("    ends = sorted(", "    lines.sort(reverse=True)\n    ends = sorted(")),
        edited("floats for heights", EXACT, MERGE, ("(m * lo + b, -(m * hi + b))",
               "(float(m * lo + b), -float(m * hi + b))")),
        edited("a range that starts at 0", COUNTS, MERGE,
               ("lo, hi = x_range", "lo, hi = 0, x_range[1]")),
        edited("an empty range at one point", FEW, MERGE,
               ("    ends =", "    if lo == hi:\n        return 0\n    ends =")),
        Wrong("different places of meeting", caught_by=FEW, source="""
from fractions import Fraction
from itertools import combinations
def count_crossings(lines, x_range):
    places = set()
    for (m, b), (n, c) in combinations(lines, 2):
        if m != n and x_range[0] <= Fraction(c - b) / Fraction(m - n) <= x_range[1]:
            places.add(Fraction(c - b) / Fraction(m - n))
    return len(places)
"""),
        Wrong("every pair", caught_by=SCALE, source="""
from itertools import combinations
def count_crossings(lines, x_range):
    lo, hi = x_range
    return sum(((m - n) * lo + b - c) * ((m - n) * hi + b - c) <= 0
               for (m, b), (n, c) in combinations(lines, 2))
"""),
        Wrong("swaps neighbours until sorted", caught_by=SCALE, source="""
def count_crossings(lines, x_range):
    lo, hi = x_range
    row = [-y for _, y in sorted((m * lo + b, -(m * hi + b)) for m, b in lines)]
    count = 0
    for k in range(len(row)):
        while k > 0 and row[k - 1] >= row[k]:
            row[k - 1], row[k] = row[k], row[k - 1]
            k -= 1
            count += 1
    return count
"""),
        edited("merges by looking at all", SCALE, MERGE,
               ("count += len(left) - at", "count += sum(1 for z in left if z >= y)")),
        Wrong("sorts again for each line", caught_by=SCALE, source="""
from bisect import bisect_left
def count_crossings(lines, x_range):
    lo, hi = x_range
    before, count = [], 0
    for _, fall in sorted((m * lo + b, -(m * hi + b)) for m, b in lines):
        count += len(before) - bisect_left(before, -fall)
        before = sorted([*before, -fall])
    return count
"""),
        Wrong("a place in a sorted list by index()", caught_by=SCALE, source="""
from collections import Counter
def count_crossings(lines, x_range):
    lo, hi = x_range
    then = [-fall for _, fall in sorted((m * lo + b, -(m * hi + b)) for m, b in lines)]
    rest, count = sorted(then), 0
    for y in then:
        at = rest.index(y)
        count += at
        rest.pop(at)
    return count + sum(k * (k - 1) // 2 for k in Counter(then).values())
"""),
        Wrong("halves of one and the rest", caught_by=SCALE, source=MERGE.replace(
            "middle = len(part) // 2", "middle = 1")),
        Wrong("a pivot at the front", caught_by=SCALE, source="""
def count_crossings(lines, x_range):
    lo, hi = x_range
    def sort(row):
        if not row:
            return 0
        first, *rest = row
        low = [y for y in rest if y <= first]
        high = [y for y in rest if y > first]
        crossed, more = 0, 0
        for y in rest:
            if y > first:
                more += 1
            else:
                crossed += more
        return len(low) + crossed + sort(low) + sort(high)
    return sort([-y for _, y in sorted((m * lo + b, -(m * hi + b)) for m, b in lines)])
"""),
    ],
    right=[
        Right("merge sort", MERGE),
        Right("a tree of counts", TREE),
        Right("a sorted list", """
from bisect import bisect_left, insort
def count_crossings(lines, x_range):
    lo, hi = x_range
    seen, count = [], 0
    for _, fall in sorted((m * lo + b, -(m * hi + b)) for m, b in lines):
        count += len(seen) - bisect_left(seen, -fall)
        insort(seen, -fall)
    return count
"""),
        Right("runs from below", """
def count_crossings(lines, x_range):
    lo, hi = x_range
    row = [-f for _, f in sorted((m * lo + b, -m * hi - b) for m, b in lines)]
    count, width = 0, 1
    while width < len(row):
        merged = []
        for start in range(0, len(row), 2 * width):
            left = row[start:start + width]
            right = row[start + width:start + 2 * width]
            i = j = 0
            while i < len(left) and j < len(right):
                if right[j] <= left[i]:
                    count += len(left) - i
                    merged.append(right[j])
                    j += 1
                else:
                    merged.append(left[i])
                    i += 1
            merged += left[i:] + right[j:]
        row, width = merged, 2 * width
    return count
"""),
        Right("pairs that don't meet", """
def count_crossings(lines, x_range):
    lo, hi = x_range
    order = sorted((m * lo + b, -(m * hi + b)) for m, b in lines)
    def calm(row):
        if len(row) <= 1:
            return 0, row
        a, left = calm(row[:len(row) // 2])
        b, right = calm(row[len(row) // 2:])
        total, i = a + b, 0
        for y in right:
            while i < len(left) and left[i] < y:
                i += 1
            total += i
        return total, sorted(left + right)
    n = len(lines)
    return n * (n - 1) // 2 - calm([-f for _, f in order])[0]
"""),
        Right("ranks", """
def count_crossings(lines, x_range):
    ends = [tuple(m * x + b for x in x_range) for m, b in lines]
    order = sorted(ends, key=lambda end: (end[0], -end[1]))
    rank = {y: k for k, y in enumerate(sorted({y for _, y in order}))}
    size = 1
    while size <= len(rank):
        size *= 2
    sums = [0] * (2 * size)
    count = 0
    for _, y in order:
        low, high = size + rank[y], 2 * size
        while low < high:
            if low & 1:
                count += sums[low]
                low += 1
            if high & 1:
                high -= 1
                count += sums[high]
            low, high = low // 2, high // 2
        at = size + rank[y]
        while at:
            sums[at] += 1
            at //= 2
    return count
"""),
    ],
)
