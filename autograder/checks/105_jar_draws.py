"""Checks of lesson 105: drawing balls from a jar of known counts."""

from __future__ import annotations

import functools
import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from fractions import Fraction
from itertools import accumulate, combinations
from math import comb
from typing import Any

from ..exercise import CHANCE, Answer, Exercise, Right, Verdict, Wrong
from ..groups import Chances, Failure, Group, Growth, a_new_list, case, of_trouble, passed
from ..groups.base import show_call
from ..groups.chances import OnlySource
from ..values import show

COLOURS = ["red", "green", "blue"]
HUGE = 10**12


# ---- what is right


def law_of_one(jar: Sequence[str], n_balls: Sequence[int]) -> dict[str, Fraction]:
    """The chance of each colour, each ball equally likely."""
    law: dict[str, Fraction] = {}
    for colour, n in zip(jar, n_balls):
        if n:
            law[colour] = law.get(colour, Fraction(0)) + Fraction(n, sum(n_balls))
    return law


def law_of_many(jar: Sequence[str], n_balls: Sequence[int], k: int) -> dict[tuple, Fraction]:
    """The chance of each sequence of ``k`` colours, balls drawn one by one and kept out."""
    if k == 0:
        return {(): Fraction(1)}
    law: dict[tuple, Fraction] = {}
    for at, n in enumerate(n_balls):
        if n:
            left = [*n_balls[:at], n - 1, *n_balls[at + 1 :]]
            for rest, chance in law_of_many(jar, left, k - 1).items():
                drawn = (jar[at], *rest)
                law[drawn] = law.get(drawn, Fraction(0)) + chance * Fraction(n, sum(n_balls))
    return law


def all_balls(jar: Sequence[str], n_balls: Sequence[int], *_: Any) -> list[str]:
    """Every ball of the jar."""
    return [colour for colour, n in zip(jar, n_balls) for _ in range(n)]


def same_balls(got: Any, want: Any) -> bool:
    """Whether a list holds these balls, in any order."""
    return isinstance(got, (list, tuple)) and sorted(got, key=repr) == sorted(want, key=repr)


def chance_by_listing(n_balls: Sequence[int], k: int) -> Fraction:
    """The chance that ``k`` balls show every colour, by listing all sets of ``k`` balls."""
    if any(n < 0 for n in n_balls) or not 0 <= k <= sum(n_balls):
        raise ValueError
    balls = [at for at, n in enumerate(n_balls) for _ in range(n)]
    hands = [len(set(hand)) == len(set(balls)) for hand in combinations(balls, k)]
    return Fraction(sum(hands), len(hands))


def exactly(got: Any, want: Any) -> bool:
    """Whether ``got`` is this fraction, and not a float near it."""
    return type(got) in (int, Fraction) and got == want


# ---- inputs


def one_colour_left():
    """Jars in which one colour has balls, and that colour is the only possible draw."""
    from hypothesis import strategies as st

    @st.composite
    def jar(draw):
        colours = draw(st.lists(st.sampled_from([*COLOURS, ""]), min_size=1, max_size=4))
        at = draw(st.integers(0, len(colours) - 1))
        counts = [0] * len(colours)
        counts[at] = draw(st.integers(1, 5))
        return colours, counts, CHANCE

    return jar()


def whole_jars():
    """Jars from which every ball is drawn, so that only the order is open."""
    from hypothesis import strategies as st

    ball = st.tuples(st.sampled_from([*COLOURS, ""]), st.integers(0, 3))
    return st.lists(ball, max_size=4).map(
        lambda jar: ([c for c, _ in jar], [n for _, n in jar], sum(n for _, n in jar), CHANCE)
    )


def counts_and_k():
    """Small jars, and a number of balls that can be drawn."""
    from hypothesis import strategies as st

    counts = st.lists(st.integers(0, 3), max_size=4)
    return counts.flatmap(lambda n: st.tuples(st.just(n), st.integers(0, sum(n))))


def many_colours(n: int) -> tuple:
    """A jar of n colours with up to 19 balls each, of which n are drawn."""
    return [f"colour {i}" for i in range(n)], [1 + i % 19 for i in range(n)], n, CHANCE


def small_counts(n: int) -> tuple:
    """n colours of two to four balls each, and 2n draws."""
    return [2 + i % 3 for i in range(n)], 2 * n


@dataclass(frozen=True, eq=False)
class HugeTotals(Chances):
    """`Chances` of jars that hold too many balls to name each.

    Smaller jars come first: with 2·10⁶ balls memory or steps give away what is done for each
    ball, with 2·10⁸ the time of a loop inside C code. In a huge jar neither could be stopped.
    """

    most_memory: int = 1_000_000

    def run_examples(self, answer: Answer) -> Verdict | None:
        """It gives nothing away, so it runs whole."""
        return self.run(answer)

    def run(self, answer: Answer, seed: int = 0) -> Verdict:
        """Try larger and larger jars, then the laws."""
        failure = self._for_each_ball(answer, seed)
        return failure.verdict(self) if failure else super().run(answer, seed)

    def _for_each_ball(self, answer: Answer, seed: int) -> Failure | None:
        # So many draws that their places in the row can't all be near its front.
        jars = [(["red", "blue"], [n, n], 50, CHANCE) for n in (25, 10**6, 10**8)]
        for args, count in zip(jars, (False, True, False)):  # the first call pays for imports
            outcome = answer.call(args, limit=self.limit, count=count, seed=seed)
            call = show_call(answer.name, args)
            if outcome.trouble:
                return of_trouble(outcome.trouble, call, "50 balls")
            if count and (outcome.peak or 0) > self.most_memory:
                text = "Its memory grows with the number of balls."
                got = f"{outcome.peak:,} bytes"
                return Failure(text, call, f"at most {self.most_memory:,} bytes", got)
        return None


@dataclass(frozen=True, eq=False)
class Scale(Growth):
    """`Growth` by steps, then one call with 80,000 colours and draws.

    Steps don't see work inside C code, such as ``accumulate`` for each draw. The call does: it
    is stopped after ``patience`` times what `numbering` takes here, so that a fast machine catches
    what NumPy goes through for each draw, and a slow one lets a tree of objects pass.
    """

    _: KW_ONLY
    colours: int = 80_000
    draws: int = 80_000
    patience: float = 7.5

    @functools.cached_property
    def _large_call(self) -> tuple:
        jar, n_balls, _, _ = many_colours(self.colours)
        return jar, n_balls, self.draws, CHANCE

    def run(self, answer: Answer, seed: int = 0) -> Verdict:
        """Fit the exponent of the steps, then make the large call."""
        verdict = super().run(answer, seed)
        if verdict.state != "passed":
            return verdict
        args = self._large_call
        limit = max(2.0, self.patience * seconds_of_numbering(self.colours, self.draws))
        outcome = answer.call(args, limit=limit, seed=seed)
        call, want = show_call(answer.name, args), f"{self.draws:,} balls"
        if outcome.trouble and outcome.trouble.kind == "timed out":
            text = f"With {self.colours:,} colours it was stopped: what does each draw go through?"
            return Failure(text, call, want, outcome.trouble.text).verdict(self)
        if outcome.trouble:
            return of_trouble(outcome.trouble, call, want).verdict(self)
        wrong = self._not_of_the_jar(outcome.value, dict(zip(*args[:2])))
        if wrong:
            text = "These are not balls of the jar, each at most once."
            return Failure(text, call, want, wrong).verdict(self)
        return passed(self)

    def _not_of_the_jar(self, got: Any, there: dict[str, int]) -> str:
        """What shows that these are not ``draws`` balls of the jar, '' where they may be."""
        if not isinstance(got, (list, tuple)) or len(got) != self.draws:
            return f"{len(got):,} items" if isinstance(got, (list, tuple)) else show(got)
        if set(map(type, got)) != {str}:
            got = [each if isinstance(each, str) else repr(each) for each in got]
        for colour, n in Counter(got).items():
            if colour not in there:
                return f"{show(colour)}, which is not a colour of the jar"
            if n > there[colour]:
                return f"{show(colour)} {n} times, and the jar has {there[colour]} of it"
        return ""


@dataclass(frozen=True, eq=False)
class ManyHands(Growth):
    """`Growth` by steps, then a jar with more hands than 64 bits or a float can count."""

    def run(self, answer: Answer, seed: int = 0) -> Verdict:
        """Fit the exponent of the steps, then compare one large fraction."""
        verdict = super().run(answer, seed)
        if verdict.state != "passed":
            return verdict
        args, want = ([40, 40], 40), 1 - Fraction(2, comb(80, 40))
        outcome = answer.call(args, limit=self.limit)
        call = show_call(answer.name, args)
        if outcome.trouble:
            return of_trouble(outcome.trouble, call, show(want)).verdict(self)
        if not exactly(outcome.value, want):
            text = (
                "Small jars are right, this one is not. It has more hands than a float or 64 bits "
                "can hold: count them with Python's own integers, and round nothing."
            )
            return Failure(text, call, show(want), show(outcome.value)).verdict(self)
        return passed(self)


def edited(name: str, caught_by: str, source: str, *edits: tuple[str, str]) -> Wrong:
    """A wrong solution: a right one with a few texts replaced."""
    for old, new in edits:
        assert source.count(old) == 1, (name, old)
        source = source.replace(old, new)
    return Wrong(name, source, caught_by)


# ---- one ball

THERE = "a colour that is in the jar"
REFUSED = "ValueError where nothing can be drawn"
EACH_BALL = "each ball equally likely"
SOURCE = "rng is the only source of chance"

CHECKED = """\
    if len(jar) != len(n_balls) or any(n < 0 for n in n_balls) or not any(n_balls):
        raise ValueError("there is nothing to draw from")
"""


def drawing(body: str, checked: str = CHECKED) -> str:
    """An answer that checks its arguments, then takes running totals and does ``body``."""
    lines = body.strip("\n").replace("\n", "\n    ")
    return f"""
import random
from bisect import bisect_left, bisect_right
from itertools import accumulate
def draw(jar, n_balls, rng):
{checked}    ends = list(accumulate(n_balls))
    total = ends[-1]
    {lines}
"""


RIGHT_PAIR = "return jar[bisect_right(ends, rng.randrange(total))]"

draw = Exercise(
    difficulty="easy",
    minutes=10,
    groups=[
        Group(
            THERE,
            cases=[
                case(["red"], [1], CHANCE, gives="red"),
                case(["red", "blue"], [0, 3], CHANCE, gives="blue"),
                case(["red", "blue"], [3, 0], CHANCE, gives="red"),
                case(["red", "green", "blue"], [0, 2, 0], CHANCE, gives="green"),
                case(["red", "red"], [1, 1], CHANCE, gives="red"),
                case(["", "blue"], [2, 0], CHANCE, gives=""),
                case([f"colour {i}" for i in range(2_000)], [0] * 1_999 + [1], CHANCE,
                     gives="colour 1999"),
            ],
            inputs=one_colour_left,
            oracle=lambda jar, n_balls, rng: next(c for c, n in zip(jar, n_balls) if n),
            tries=40,
            nudge="A colour without balls is never drawn, and the jar stays as it is.",
        ),
        Group(
            REFUSED,
            cases=[
                case([], [], CHANCE, raises=ValueError),
                case(["red"], [0], CHANCE, raises=ValueError),
                case(["red", "blue"], [0, 0], CHANCE, raises=ValueError),
                case(["red", "blue"], [3, -1], CHANCE, raises=ValueError),
                case(["red", "blue"], [-1, 3], CHANCE, raises=ValueError),
                case(["red", "green", "blue"], [2, -1, 5], CHANCE, raises=ValueError),
                case(["red", "blue"], [1], CHANCE, raises=ValueError),
                case(["red"], [1, 0], CHANCE, raises=ValueError),
                case(["red"], [1, 2], CHANCE, raises=ValueError),
            ],
            nudge="Look at both lists before you draw: their lengths, each count, the total.",
        ),
        Chances(
            EACH_BALL,
            situations=[
                (["red", "blue"], [2, 1], CHANCE),
                (COLOURS, [1, 10, 2], CHANCE),
                (COLOURS, [3, 0, 2], CHANCE),
                (COLOURS, [0, 1, 4], CHANCE),
                (["red", "blue", "red"], [1, 2, 3], CHANCE),
                (["red", "red", "blue"], [1, 2, 1], CHANCE),
                (["", "red", "Red"], [2, 1, 1], CHANCE),
                (["a", "b", "c", "d", "e"], [1, 1, 1, 1, 1], CHANCE),
                (["rare", "common"], [1, 400], CHANCE),
            ],
            law=law_of_one,
            trials=2_000,
            nudge="List the outcomes of your random number. Which colour does each of them give?",
        ),
        OnlySource(
            SOURCE,
            args=([f"colour {i}" for i in range(50)], [2] * 50, CHANCE),
            nudge="Draw from rng alone, never seed it, and keep nothing from one call to the next.",
        ),
    ],
    hints=[
        "Lay all balls in a row, colour after colour, and give them numbers. A random number picks "
        "a ball. How do you find its colour without laying out the row?",
        "For counts 1, 10, 2 the balls 0, 1 to 10, and 11 and 12 belong to the three colours. The "
        "running totals 1, 11, 13 say where each colour ends.",
        "Draw a number from 0 to total - 1. Its colour is the first whose running total is "
        "*greater* than the number. A colour with 0 balls has the same running total as the one "
        "before it, so it is never the first.",
        "After the checks: `ends = list(itertools.accumulate(n_balls))`, then "
        "`bisect.bisect_right(ends, rng.randrange(ends[-1]))` is the place of the colour.",
    ],
    wrong=[
        Wrong("numbers from 0, bisect_left",
              drawing("return jar[bisect_left(ends, rng.randrange(total))]"), EACH_BALL),
        Wrong("numbers from 1, bisect_right",
              drawing("return jar[bisect_right(ends, rng.randint(1, total))]"), EACH_BALL),
        Wrong("numbers from 1, bisect_right, cut off",
              drawing("at = bisect_right(ends, rng.randint(1, total))\n"
                      "return jar[min(at, len(jar) - 1)]"), EACH_BALL),
        Wrong("one number too many",
              drawing("return jar[bisect_left(ends, rng.randint(0, total))]"), EACH_BALL),
        Wrong("one number too few",
              drawing("return jar[bisect_left(ends, rng.randint(1, max(1, total - 1)))]"),
              EACH_BALL),
        Wrong("rounds", drawing("return jar[bisect_left(ends, round(rng.random() * total))]"),
              EACH_BALL),
        Wrong("each colour alike", drawing("return rng.choice(jar)"), THERE),
        Wrong("each colour that is there alike",
              drawing("return rng.choice([c for c, n in zip(jar, n_balls) if n])"), EACH_BALL),
        Wrong("each name once", drawing(
            "return rng.choice(sorted({c for c, n in zip(jar, n_balls) if n}))"), EACH_BALL),
        Wrong("the most frequent", drawing("return jar[n_balls.index(max(n_balls))]"), EACH_BALL),
        Wrong("rounded percentages", drawing(
            "shares = [round(100 * n / total) for n in n_balls]\n"
            "return rng.choices(jar, weights=shares)[0]"), EACH_BALL),
        Wrong("chances cut to two digits", drawing("""
u, seen = rng.random(), 0.0
for colour, n in zip(jar, n_balls):
    seen += int(100 * n / total) / 100
    if n and u < seen:
        return colour
return colour
"""), EACH_BALL),
        Wrong("a new number for each colour", drawing("""
for colour, n in zip(jar, n_balls):
    if rng.randrange(total) < n:
        return colour
return next(c for c, n in zip(jar, n_balls) if n)
"""), EACH_BALL),
        Wrong("squared weights", drawing(
            "return rng.choices(jar, weights=[n * n for n in n_balls])[0]"), EACH_BALL),
        Wrong("totals for weights", drawing("return rng.choices(jar, weights=ends)[0]"), THERE),
        Wrong("counts the other way round", drawing(
            "return rng.choices(jar, weights=n_balls[::-1])[0]"), THERE),
        Wrong("one count a name", drawing("""
counts = dict(zip(jar, n_balls))
return rng.choices(list(counts), weights=list(counts.values()))[0]
"""), THERE),
        Wrong("wrong for an even total", drawing(
            "return jar[bisect_right(ends, rng.randrange(total - (total % 2 == 0 and total > 2)))]"
        ), EACH_BALL),
        Wrong("at most a hundred balls", drawing(
            "return jar[bisect_right(ends, rng.randrange(min(total, 100)))]"), EACH_BALL),
        Wrong("takes the ball out", drawing(
            "at = bisect_right(ends, rng.randrange(total))\nn_balls[at] -= 1\nreturn jar[at]"),
              THERE),
        Wrong("drops empty colours from the lists", drawing("""
for at in reversed(range(len(jar))):
    if not n_balls[at]:
        del jar[at], n_balls[at]
return jar[bisect_right(list(accumulate(n_balls)), rng.randrange(total))]
"""), THERE),
        Wrong("the place of the colour",
              drawing("return bisect_right(ends, rng.randrange(total))"), THERE),
        Wrong("a list of one", drawing("return rng.choices(jar, weights=n_balls)"), THERE),
        Wrong("asks whether the colour is true", drawing("""
ticket = rng.randrange(total)
return next((c for c, end in zip(jar, ends) if c and ticket < end), None)
"""), THERE),
        Wrong("the module's generator",
              drawing("return jar[bisect_right(ends, random.randrange(total))]"), SOURCE),
        Wrong("a generator of its own",
              drawing("return jar[bisect_right(ends, random.Random(7).randrange(total))]"),
              SOURCE),
        Wrong("seeds rng", drawing("rng.seed(total)\n" + RIGHT_PAIR), SOURCE),
        Wrong("remembers the first jar", caught_by=EACH_BALL, source=drawing(
            RIGHT_PAIR).replace("rng):", "rng, memory={}):").replace(
            "ends = list(accumulate(n_balls))",
            "ends = memory.setdefault(tuple(jar), list(accumulate(n_balls)))")),
        Wrong("another colour than the last time", caught_by=EACH_BALL, source=drawing("""
colour = rng.choices(jar, weights=n_balls)[0]
if colour == last[0]:
    colour = rng.choices(jar, weights=n_balls)[0]
last[0] = colour
return colour
""").replace("rng):", "rng, last=[None]):")),
        Wrong("leaves the empty text out", drawing("""
balls = [c for c, n in zip(jar, n_balls) if c for _ in range(n)]
return rng.choice(balls) if balls else ""
"""), EACH_BALL),
        Wrong("tidies the names", drawing(
            RIGHT_PAIR.replace("jar[", "[c.lower().strip() for c in jar][")), EACH_BALL),
        Wrong("checks nothing", drawing("return rng.choices(jar, weights=n_balls)[0]", ""),
              REFUSED),
        Wrong("does not look at the first count", drawing(RIGHT_PAIR, CHECKED.replace(
            "in n_balls)", "in n_balls[1:])")), REFUSED),
        Wrong("a frame for each colour", drawing("""
def walk(at, ticket):
    return jar[at] if ticket < n_balls[at] else walk(at + 1, ticket - n_balls[at])
return walk(0, rng.randrange(total))
"""), THERE),
        Wrong("lets negative counts through", drawing(RIGHT_PAIR, CHECKED.replace(
            " or any(n < 0 for n in n_balls)", "")), REFUSED),
        Wrong("looks at the total only", drawing(RIGHT_PAIR, """\
    if sum(n_balls) <= 0:
        raise ValueError("empty")
"""), REFUSED),
        Wrong("lets lists of different length through", drawing(RIGHT_PAIR, CHECKED.replace(
            "len(jar) != len(n_balls) or ", "")), REFUSED),
        Wrong("None from an empty jar", drawing(RIGHT_PAIR, CHECKED.replace(
            " or not any(n_balls)", "") + "    if not any(n_balls):\n        return None\n"),
              REFUSED),
        Wrong("an assertion", drawing(RIGHT_PAIR, """\
    assert len(jar) == len(n_balls) and all(n >= 0 for n in n_balls) and any(n_balls)
"""), REFUSED),
        Wrong("tidies up before it raises", drawing(
            "return rng.choice([c for c, n in zip(jar, n_balls) for _ in range(n)])", """\
    while n_balls and n_balls[-1] == 0 and len(jar) == len(n_balls) > 1:
        n_balls.pop()
        jar = jar[:-1]
""" + CHECKED), THERE),
    ],
    right=[
        Right("numbers from 0", drawing(RIGHT_PAIR)),
        Right("numbers from 1",
              drawing("return jar[bisect_left(ends, rng.randint(1, total))]")),
        Right("a real number", drawing("return jar[bisect_right(ends, rng.random() * total)]")),
        Right("the row of balls", drawing(
            "return rng.choice([c for c, n in zip(jar, n_balls) for _ in range(n)])")),
        Right("a shuffled row", drawing("""
places = [at for at, n in enumerate(n_balls) for _ in range(n)]
return jar[places[rng.randrange(len(places))]]
""")),
        Right("subtracts", drawing("""
ticket = rng.randrange(total)
for colour, n in zip(jar, n_balls):
    if ticket < n:
        return colour
    ticket -= n
""")),
        Right("weights of the library", drawing("return rng.choices(jar, weights=n_balls)[0]")),
        Right("running totals of the library",
              drawing("return rng.choices(jar, cum_weights=ends)[0]")),
        Right("a sample of one", drawing("return rng.sample(jar, 1, counts=n_balls)[0]")),
        Right("a reservoir of one colour", drawing("""
seen, kept = 0, None
for colour, n in zip(jar, n_balls):
    seen += n
    if n and rng.randrange(seen) < n:
        kept = colour
return kept
""")),
        Right("halves", drawing("""
def within(low, high):
    if high - low == 1:
        return jar[low]
    middle = (low + high) // 2
    left, right = sum(n_balls[low:middle]), sum(n_balls[middle:high])
    return within(low, middle) if rng.randrange(left + right) < left else within(middle, high)
return within(0, len(jar))
""")),
        Right("alarm clocks", drawing(
            "return min((rng.expovariate(n), c) for c, n in zip(jar, n_balls) if n)[1]")),
        Right("NumPy finds the place", drawing("""
import numpy as np
return jar[int(np.searchsorted(np.cumsum(n_balls), rng.randrange(total), side="right"))]
""")),
        Right("NumPy draws, and rng seeds it", drawing("""
import numpy as np
shares = np.array(n_balls) / total
return jar[int(np.random.default_rng(rng.getrandbits(64)).choice(len(jar), p=shares))]
""")),
        Right("random bits until they fit", drawing("""
bits = (total - 1).bit_length()
while (number := rng.getrandbits(bits) if bits else 0) >= total:
    pass
return jar[bisect_right(ends, number)]
""")),
        Right("two columns of an alias table", drawing("""
m = len(n_balls)
share, other = [n * m for n in n_balls], list(range(m))
small = [i for i in range(m) if share[i] < total]
large = [i for i in range(m) if share[i] >= total]
while small:
    low, high = small.pop(), large.pop()
    other[low] = high
    share[high] -= total - share[low]
    (small if share[high] < total else large).append(high)
column = rng.randrange(m)
return jar[column if rng.randrange(total) < share[column] else other[column]]
""")),
        Right("tries colours until one is accepted", drawing("""
while True:
    at = rng.randrange(len(jar))
    if rng.randrange(max(n_balls)) < n_balls[at]:
        return jar[at]
""")),
    ],
)


# ---- many balls, kept out

K_BALLS = "k balls of the jar, which stays as it is"
REFUSED_MANY = "ValueError for what can't be drawn"
IN_ORDER = "every order as likely as one by one"

MANY_CHECKED = """\
    if len(jar) != len(n_balls) or any(n < 0 for n in n_balls) or not 0 <= k <= sum(n_balls):
        raise ValueError("k balls can't be drawn from this jar")
"""
ONE_BY_ONE = f"""
import random
def draw_many(jar, n_balls, k, rng):
{MANY_CHECKED}    left = list(n_balls)
    total = sum(left)
    drawn = []
    for _ in range(k):
        ticket = rng.randrange(total)
        for at, n in enumerate(left):
            if ticket < n:
                break
            ticket -= n
        left[at] -= 1
        total -= 1
        drawn.append(jar[at])
    return drawn
"""


def from_row(body: str, checked: str = MANY_CHECKED) -> str:
    """An answer that lays out the row of ``balls`` and then does ``body``."""
    lines = body.strip("\n").replace("\n", "\n    ")
    return f"""
import random
import functools
import random
import time
from collections import Counter
def draw_many(jar, n_balls, k, rng):
{checked}    balls = [colour for colour, n in zip(jar, n_balls) for _ in range(n)]
    {lines}
"""


POPS = "return [balls.pop(rng.randrange(len(balls))) for _ in range(k)]"
WHOLE = [
    case(["red"], [3], 2, CHANCE, gives=["red", "red"]),
    case(["red", "blue"], [2, 1], 3, CHANCE, gives=["red", "red", "blue"]),
    case(["red", "blue"], [2, 1], 0, CHANCE, gives=[]),
    case([], [], 0, CHANCE, gives=[]),
    case(["red"], [0], 0, CHANCE, gives=[]),
    case(["red", "green", "blue"], [0, 2, 0], 1, CHANCE, gives=["green"]),
    case(["red", "blue", "red"], [1, 1, 1], 3, CHANCE, gives=["red", "red", "blue"]),
    case(list("abcdefgh"), [1] * 8, 8, CHANCE, gives=list("abcdefgh")),
]
REFUSALS = [
    case(["red", "blue"], [2, 1], 4, CHANCE, raises=ValueError),
    case(["red", "blue"], [2, 1], -1, CHANCE, raises=ValueError),
    case(["red", "blue"], [3, -1], 1, CHANCE, raises=ValueError),
    case(["red", "blue"], [-1, 3], 1, CHANCE, raises=ValueError),
    case(["red", "blue"], [3, -1], 0, CHANCE, raises=ValueError),
    case(["red", "blue"], [1], 1, CHANCE, raises=ValueError),
    case(["red"], [1, 2], 2, CHANCE, raises=ValueError),
    case(["red"], [1, 0], 0, CHANCE, raises=ValueError),
    case([], [], 1, CHANCE, raises=ValueError),
    case(["red"], [0], 1, CHANCE, raises=ValueError),
]
SMALL_JARS = [
    (["red", "blue"], [2, 1], 2, CHANCE),
    (COLOURS, [1, 2, 1], 2, CHANCE),
    (COLOURS, [1, 2, 1], 3, CHANCE),
    (COLOURS, [2, 0, 1], 3, CHANCE),
    (["red", "blue", "red"], [1, 1, 2], 3, CHANCE),
    (["", "x"], [1, 1], 1, CHANCE),
    (["a", "b", "c", "d", "e"], [1, 0, 1, 2, 1], 4, CHANCE),
    (["red", "blue"], [2, 3], 5, CHANCE),
]

draw_many = Exercise(
    difficulty="medium",
    minutes=15,
    groups=[
        Group(
            K_BALLS,
            cases=[
                *WHOLE,
                case(["red", "blue"], [2_000, 3_000], 5_000, CHANCE,
                     gives=["red"] * 2_000 + ["blue"] * 3_000),
            ],
            inputs=whole_jars,
            oracle=all_balls,
            accept=same_balls,
            also=a_new_list,
            tries=40,
            limit=5.0,
            nudge="Draw the whole jar: each ball has to come out once, and your caller's lists "
            "must stay as they were.",
        ),
        Group(
            REFUSED_MANY,
            cases=REFUSALS,
            nudge="Check the lengths, each count, and k against the total, before you draw, and "
            "for k = 0 too.",
        ),
        Chances(
            IN_ORDER,
            points=2,
            situations=SMALL_JARS,
            sampled=[(["red", "blue"], [6, 6], 12, CHANCE)],
            law=law_of_many,
            trials=2_000,
            nudge="Two red balls and a blue one: red-red, red-blue and blue-red are equally "
            "likely. Which of them is too frequent in yours?",
        ),
    ],
    hints=[
        "Draw one ball as before. What has changed in the jar before the second draw?",
        "The count of the drawn colour is one lower, and so is the total. Both belong to a copy, "
        "since the caller's list must stay as it is.",
        "For each draw: a number below the current total, and a walk through the counts that "
        "subtracts each from it until it is smaller than the next. That is the colour. Lower "
        "its count *at that place*, not by its name: a name may stand twice.",
        "Check first, then `left = list(n_balls)`. In each of k rounds: "
        "`ticket = rng.randrange(total)`; walk `for at, n in enumerate(left)` with "
        "`if ticket < n: break` and `ticket -= n`; then `left[at] -= 1`, `total -= 1`, "
        "append `jar[at]`.",
    ],
    wrong=[
        edited("puts the balls back", K_BALLS, ONE_BY_ONE,
               ("        left[at] -= 1\n        total -= 1\n", "")),
        edited("lowers the total only", K_BALLS, ONE_BY_ONE, ("        left[at] -= 1\n", "")),
        edited("lowers the count only", IN_ORDER, ONE_BY_ONE, ("        total -= 1\n", "")),
        edited("lowers the count of the first of that name", IN_ORDER, ONE_BY_ONE,
               ("left[at] -= 1", "left[jar.index(jar[at])] -= 1")),
        edited("lowers the caller's counts", K_BALLS, ONE_BY_ONE,
               ("left = list(n_balls)", "left = n_balls")),
        edited("takes all balls of the colour", K_BALLS, ONE_BY_ONE,
               ("        left[at] -= 1\n        total -= 1\n",
                "        total = max(total - left[at], 1)\n        left[at] = 0\n")),
        edited("one number too many", IN_ORDER, ONE_BY_ONE,
               ("rng.randrange(total)", "min(rng.randint(0, total), total - 1)")),
        edited("one number too few", IN_ORDER, ONE_BY_ONE,
               ("rng.randrange(total)", "rng.randrange(max(1, total - 1))")),
        edited("counts play no part", IN_ORDER, ONE_BY_ONE,
               ("        ticket = rng.randrange(total)\n        for at, n in enumerate(left):\n"
                "            if ticket < n:\n                break\n            ticket -= n\n",
                "        at = rng.choice([at for at, n in enumerate(left) if n])\n")),
        edited("the first counts for all draws", IN_ORDER, ONE_BY_ONE,
               ("        ticket = rng.randrange(total)\n        for at, n in enumerate(left):\n"
                "            if ticket < n:\n                break\n            ticket -= n\n",
                "        at = rng.choices(range(len(jar)), weights=n_balls)[0]\n"
                "        while not left[at]:\n"
                "            at = rng.choices(range(len(jar)), weights=n_balls)[0]\n")),
        edited("goes on in the list of the call before", K_BALLS, ONE_BY_ONE,
               ("k, rng):", "k, rng, drawn=[]):"), ("    drawn = []\n", "")),
        edited("remembers the first jar", K_BALLS, ONE_BY_ONE,
               ("k, rng):", "k, rng, memory={}):"),
               ("left = list(n_balls)", "left = list(memory.setdefault(tuple(jar), n_balls))")),
        edited("changes and restores, but not after an error", REFUSED_MANY, ONE_BY_ONE,
               ("or not 0 <= k <= sum(n_balls)", "or k < 0"),
               ("left = list(n_balls)", "left, before = n_balls, list(n_balls)"),
               ("    return drawn", "    n_balls[:] = before\n    return drawn")),
        edited("the module's generator", IN_ORDER, ONE_BY_ONE,
               ("rng.randrange(total)", "random.randrange(total)")),
        edited("seeds at each ball", IN_ORDER, ONE_BY_ONE,
               ("        ticket =", "        rng.seed(total)\n        ticket =")),
        edited("as many as there are", REFUSED_MANY, ONE_BY_ONE,
               (" or not 0 <= k <= sum(n_balls)", " or k < 0"),
               ("range(k)", "range(min(k, total))")),
        edited("nothing for a negative k", REFUSED_MANY, ONE_BY_ONE,
               ("not 0 <= k <= sum(n_balls)", "k > sum(n_balls)")),
        edited("lets negative counts through", REFUSED_MANY, ONE_BY_ONE,
               (" or any(n < 0 for n in n_balls)", "")),
        edited("lets lists of different length through", REFUSED_MANY, ONE_BY_ONE,
               ("len(jar) != len(n_balls) or ", "")),
        edited("looks at nothing where k is 0", REFUSED_MANY, ONE_BY_ONE,
               ("    if len(jar)", "    if k == 0:\n        return []\n    if len(jar)")),
        edited("an empty jar is always wrong", K_BALLS, ONE_BY_ONE,
               ("any(n < 0 for n in n_balls)", "any(n < 0 for n in n_balls) or not any(n_balls)")),
        edited("returns counts", K_BALLS, ONE_BY_ONE,
               ("return drawn", "return {c: drawn.count(c) for c in drawn}")),
        edited("each name once", K_BALLS, ONE_BY_ONE,
               ("return drawn", "return list(dict.fromkeys(drawn))")),
        Wrong("the library checks enough", caught_by=REFUSED_MANY, source="""
def draw_many(jar, n_balls, k, rng):
    return rng.sample(jar, k, counts=n_balls) if k or any(n_balls) else []
"""),
        Wrong("an error of another kind", caught_by=REFUSED_MANY, source=from_row(
            POPS, MANY_CHECKED.replace("ValueError", "IndexError"))),
        Wrong("one count a name", caught_by=K_BALLS, source=from_row(
            "counts = dict(zip(jar, n_balls))\nk = min(k, sum(counts.values()))\n"
            "return rng.sample(list(Counter(counts).elements()), k)")),
        Wrong("in the order of the jar", caught_by=IN_ORDER, source=from_row(
            "return [balls[i] for i in sorted(rng.sample(range(len(balls)), k))]")),
        Wrong("colour by colour", caught_by=IN_ORDER, source=from_row(
            "found = Counter(rng.sample(balls, k))\nreturn list(found.elements())")),
        Wrong("a window of the row", caught_by=IN_ORDER, source=from_row(
            "at = rng.randrange(len(balls) - k + 1)\nreturn balls[at : at + k]")),
        Wrong("the front of the row", caught_by=IN_ORDER, source=from_row(
            "front = balls[:k]\nrng.shuffle(front)\nreturn front")),
        Wrong("a ball, then its neighbours", caught_by=IN_ORDER, source=from_row(
            "at = rng.randrange(max(1, len(balls)))\nreturn (balls[at:] + balls[:at])[:k]")),
        Wrong("shuffles by swapping with any", caught_by=IN_ORDER, source=from_row("""
for i in range(len(balls)):
    j = rng.randrange(len(balls))
    balls[i], balls[j] = balls[j], balls[i]
return balls[:k]
""")),
        Wrong("never swaps a ball with itself", caught_by=IN_ORDER, source=from_row("""
for i in range(len(balls) - 1, 0, -1):
    j = rng.randrange(i)
    balls[i], balls[j] = balls[j], balls[i]
return balls[:k]
""")),
        Wrong("coarse keys", caught_by=IN_ORDER, source=from_row(
            "return sorted(balls, key=lambda _: rng.randrange(4))[:k]")),
        Wrong("the reservoir's slots as they are", caught_by=IN_ORDER, source=from_row("""
kept = balls[:k]
for seen in range(k, len(balls)):
    slot = rng.randrange(seen + 1)
    if slot < k:
        kept[slot] = balls[seen]
return kept
""")),
        Wrong("right for five balls", caught_by=IN_ORDER, source=from_row(
            "return rng.sample(balls, k) if k <= 5 else sorted(rng.sample(balls, k))")),
        Wrong("right for two balls", caught_by=IN_ORDER, source=from_row(
            "return rng.sample(balls, k) if k <= 2 else sorted(rng.sample(balls, k))")),
        Wrong("right for odd k", caught_by=IN_ORDER, source=from_row(
            "return rng.sample(balls, k) if k % 2 else balls[:k]")),
        Wrong("knows the example", caught_by=IN_ORDER, source=from_row(
            "return rng.sample(balls, k) if len(jar) == 2 else balls[-k:] if k else []")),
        Wrong("shuffles the caller's jar", caught_by=K_BALLS, source=from_row(
            "rng.shuffle(jar)\nreturn rng.sample(balls, k)")),
        Wrong("the caller's jar, shuffled, where all is drawn", caught_by=K_BALLS, source=from_row(
            "if balls == jar and k == len(jar):\n    rng.shuffle(jar)\n    return jar\n"
            "return rng.sample(balls, k)")),
        Wrong("the caller's jar itself, where all is drawn", caught_by=K_BALLS, source=from_row(
            "return jar if balls == jar and k == len(jar) == 1 else rng.sample(balls, k)")),
        Wrong("a frame for each ball", caught_by=K_BALLS, source=from_row("""
def rest(balls, k):
    if k == 0:
        return []
    ball = balls.pop(rng.randrange(len(balls)))
    return [ball, *rest(balls, k - 1)]
return rest(balls, k)
""")),
    ],
    right=[
        Right("one by one", ONE_BY_ONE),
        Right("pops from the row", from_row(POPS)),
        Right("a sample of the row", from_row("return rng.sample(balls, k)")),
        Right("a shuffled row", from_row("rng.shuffle(balls)\nreturn tuple(balls[:k])")),
        Right("swaps with the last", from_row("""
drawn = []
while len(drawn) < k:
    at = rng.randrange(len(balls))
    balls[at], balls[-1] = balls[-1], balls[at]
    drawn.append(balls.pop())
return drawn
""")),
        Right("random keys", from_row("""
tickets = [(rng.random(), at) for at in range(len(balls))]
return [balls[at] for _, at in sorted(tickets)[:k]] if k else []
""")),
        Right("removes by value", from_row("""
drawn = []
for _ in range(k):
    drawn.append(rng.choice(balls))
    balls.remove(drawn[-1])
return drawn
""")),
        Right("a generator of balls", from_row("""
def out():
    for left in range(len(balls), len(balls) - k, -1):
        at = int(rng.random() * left)
        yield balls[at]
        balls[at] = balls[left - 1]
return [*out()]
""")),
        Right("a reservoir, then a shuffle", from_row("""
kept = balls[:k]
for seen in range(k, len(balls)):
    slot = rng.randrange(seen + 1)
    if slot < k:
        kept[slot] = balls[seen]
return rng.sample(kept, k)
""")),
        Right("the library, checked", """
def draw_many(jar, n_balls, k, rng):
    if min(n_balls, default=0) < 0 or len(jar) != len(n_balls) or not 0 <= k <= sum(n_balls):
        raise ValueError
    return rng.sample(jar, k=k, counts=n_balls) if k else []
"""),
        Right("weights of what is left", """
def draw_many(jar, n_balls, k, rng):
    left = dict(enumerate(n_balls))
    if len(jar) != len(left) or k < 0 or k > sum(n_balls) or any(n < 0 for n in n_balls):
        raise ValueError
    drawn = []
    while len(drawn) < k:
        at, = rng.choices(list(left), list(left.values()))
        left[at] -= 1
        drawn.append(jar[at])
    return drawn
"""),
        Right("how many of each, then a shuffle", """
def draw_many(jar, n_balls, k, rng):
    if len(jar) != len(n_balls) or not all(n >= 0 for n in n_balls):
        raise ValueError
    if k not in range(sum(n_balls) + 1):
        raise ValueError
    left, wanted, drawn = sum(n_balls), k, []
    for colour, n in zip(jar, n_balls):
        for _ in range(n):
            if rng.randrange(left) < wanted:
                drawn.append(colour)
                wanted -= 1
            left -= 1
    rng.shuffle(drawn)
    return drawn
"""),
    ],
)


# ---- many balls of a jar of millions of millions

SAME = "the same balls and errors as draw_many"
SAME_LAW = "every order as likely as one by one, small jars"
HUGE_LAW = "totals of a million million"
SCALE = "work grows as m + k log m"


def large(source: str) -> str:
    """A solution of draw_many as one of draw_many_large."""
    return source.replace("def draw_many(", "def draw_many_large(")


def numbered(body: str, before: str = "") -> str:
    """An answer that draws the numbers of balls: ``body`` fills ``numbers``."""
    lines = body.strip("\n").replace("\n", "\n    ")
    return f"""
import random
from bisect import bisect_left, bisect_right
from itertools import accumulate
{before}
def draw_many_large(jar, n_balls, k, rng):
{MANY_CHECKED}    ends = list(accumulate(n_balls))
    total = sum(n_balls)
    {lines}
    return [jar[bisect_right(ends, number)] for number in numbers]
"""


SWAPS = """
moved, numbers = {}, []
for last in range(total - 1, total - 1 - k, -1):
    at = rng.randrange(last + 1)
    numbers.append(moved.get(at, at))
    moved[at] = moved.get(last, last)
"""
AGAIN = """
numbers = []
taken = set()
while len(numbers) < k:
    number = rng.randrange(total)
    if number not in taken:
        taken.add(number)
        numbers.append(number)
"""
FENWICK = f"""
import random
def draw_many_large(jar, n_balls, k, rng):
{MANY_CHECKED}    m = len(n_balls)
    tree = [0, *n_balls]
    for at in range(1, m + 1):
        above = at + (at & -at)
        if above <= m:
            tree[above] += tree[at]
    total = sum(n_balls)
    drawn = []
    for _ in range(k):
        ticket = rng.randrange(total)
        at, step = 0, 1 << m.bit_length()
        while step:
            if at + step <= m and tree[at + step] <= ticket:
                at += step
                ticket -= tree[at]
            step //= 2
        drawn.append(jar[at])
        total -= 1
        at += 1
        while at <= m:
            tree[at] -= 1
            at += at & -at
    return drawn
"""
SUMS = f"""
import random
def draw_many_large(jar, n_balls, k, rng):
{MANY_CHECKED}    leaves = 1
    while leaves < len(n_balls):
        leaves *= 2
    sums = [0] * leaves + list(n_balls) + [0] * (leaves - len(n_balls))
    for at in range(leaves - 1, 0, -1):
        sums[at] = sums[2 * at] + sums[2 * at + 1]
    drawn = []
    for _ in range(k):
        ticket, at = rng.randrange(sums[1]), 1
        while at < leaves:
            sums[at] -= 1
            at *= 2
            if ticket >= sums[at]:
                ticket -= sums[at]
                at += 1
        sums[at] -= 1
        drawn.append(jar[at - leaves])
    return drawn
"""


def scanning(jar, n_balls, k, rng):
    """Walk through the counts for each ball."""
    left, total, drawn = list(n_balls), sum(n_balls), []
    for _ in range(k):
        ticket, at = rng.randrange(total), 0
        while ticket >= left[at]:
            ticket -= left[at]
            at += 1
        left[at] -= 1
        total -= 1
        drawn.append(jar[at])
    return drawn


def numbering(jar, n_balls, k, rng):
    """Draw different numbers of balls, then look up their colours."""
    ends, taken = list(accumulate(n_balls)), set()
    while len(taken) < k:
        taken.add(rng.randrange(ends[-1]))
    numbers = sorted(taken)
    rng.shuffle(numbers)
    drawn = []
    for number in numbers:
        low, high = 0, len(ends) - 1
        while low < high:
            middle = (low + high) // 2
            if ends[middle] <= number:
                low = middle + 1
            else:
                high = middle
        drawn.append(jar[low])
    return drawn


@functools.cache
def seconds_of_numbering(colours: int, draws: int) -> float:
    """The processor seconds that it takes on this machine."""
    jar, n_balls, _, _ = many_colours(colours)
    started = time.process_time()
    numbering(jar, n_balls, draws, random.Random(0))
    return time.process_time() - started


draw_many_large = Exercise(
    difficulty="hard",
    minutes=20,
    groups=[
        Group(
            SAME,
            cases=[
                *WHOLE,
                *REFUSALS,
            ],
            inputs=whole_jars,
            oracle=all_balls,
            accept=same_balls,
            also=a_new_list,
            tries=40,
            limit=0.5,
            nudge="The contract is that of draw_many, word for word.",
        ),
        Chances(
            SAME_LAW,
            situations=[
                (["red", "blue"], [2, 1], 2, CHANCE),
                (COLOURS, [1, 2, 1], 2, CHANCE),
                (["red", "blue", "red"], [1, 1, 2], 2, CHANCE),
                (["a", "b", "c", "d", "e"], [1, 0, 1, 2, 1], 3, CHANCE),
            ],
            law=law_of_many,
            trials=1_000,
            nudge="The same ball must not come twice. How does your code know that it is gone?",
        ),
        HugeTotals(
            HUGE_LAW,
            situations=[
                (["red", "blue"], [HUGE, 3 * HUGE], 2, CHANCE),
                (["a", "b", "c", "d"], [2 * HUGE, 0, HUGE, HUGE], 1, CHANCE),
            ],
            law=law_of_many,
            trials=1_000,
            limit=0.5,
            nudge="Nothing may be made for each ball: no list, no loop.",
        ),
        Scale(
            SCALE,
            args=many_colours,
            sizes=(32, 64, 128, 256),
            exponent=1.3,
            brute=scanning,
            best=numbering,
            nudge="One pass over the colours is fine. One for each ball is not.",
        ),
    ],
    hints=[
        "The running totals make one draw cheap. After it, how many of them are wrong?",
        "On average half of them. Two ways out: keep the counts in a form in which few numbers "
        "change, or never change anything and take care that no *ball* comes twice.",
        "The second way: number all balls from 0 to total - 1. Draw k different numbers, each "
        "order equally likely, without making a list of them. The running totals of the full jar "
        "then say the colour of each number. (The first way: a binary tree of sums; a draw walks "
        "down from the root and lowers the sums on its way.)",
        "Draw `rng.randrange(total)`, and draw again while that number is in a set of those taken. "
        "That is slow when nearly all balls are drawn. Better, keep a dict `moved`: for `last` "
        "from total - 1 downwards take `at = rng.randrange(last + 1)`, use `moved.get(at, at)`, "
        "then set `moved[at] = moved.get(last, last)`. The colour is "
        "`jar[bisect_right(ends, number)]`.",
    ],
    wrong=[
        Wrong("the row of balls", large(from_row("return rng.sample(balls, k)")), HUGE_LAW),
        Wrong("the row by multiplying", caught_by=HUGE_LAW, source=f"""
def draw_many_large(jar, n_balls, k, rng):
{MANY_CHECKED}    balls = []
    for colour, n in zip(jar, n_balls):
        balls += [colour] * n
    return rng.sample(balls, k)
"""),
        Wrong("shuffles all numbers", caught_by=HUGE_LAW, source=numbered(
            "numbers = list(range(total))\nrng.shuffle(numbers)\ndel numbers[k:]")),
        Wrong("walks through the counts", large(ONE_BY_ONE), SCALE),
        Wrong("weights of the library for each ball", caught_by=SCALE, source=f"""
def draw_many_large(jar, n_balls, k, rng):
{MANY_CHECKED}    left, places, drawn = list(n_balls), range(len(jar)), []
    for _ in range(k):
        at = rng.choices(places, weights=left)[0]
        left[at] -= 1
        drawn.append(jar[at])
    return drawn
"""),
        Wrong("NumPy's running totals for each ball", caught_by=SCALE, source=f"""
import numpy as np
def draw_many_large(jar, n_balls, k, rng):
{MANY_CHECKED}    left, drawn = np.array(n_balls, dtype=np.int64), []
    for _ in range(k):
        ends = left.cumsum()
        at = int(np.searchsorted(ends, rng.randrange(int(ends[-1])), side="right"))
        left[at] -= 1
        drawn.append(jar[at])
    return drawn
"""),
        Wrong("lowers the running totals", caught_by=SCALE, source=f"""
from bisect import bisect_right
from itertools import accumulate
def draw_many_large(jar, n_balls, k, rng):
{MANY_CHECKED}    ends, drawn = list(accumulate(n_balls)), []
    for _ in range(k):
        at = bisect_right(ends, rng.randrange(ends[-1]))
        for later in range(at, len(ends)):
            ends[later] -= 1
        drawn.append(jar[at])
    return drawn
"""),
        Wrong("looks through the numbers taken", caught_by=SCALE, source=numbered("""
numbers = []
for last in range(total - k, total):
    number = rng.randrange(last + 1)
    numbers.append(last if any(number == other for other in numbers) else number)
rng.shuffle(numbers)
""")),
        Wrong("skips along the row", caught_by=HUGE_LAW, source=numbered(SWAPS, """
from itertools import chain, islice, repeat
""").replace("[jar[bisect_right(ends, number)] for", "[next(islice("
             "chain.from_iterable(map(repeat, jar, n_balls)), number, None)) for")),
        Wrong("fills the gaps from below", caught_by=SCALE, source=numbered("""
numbers = []
for left in range(total, total - k, -1):
    number = rng.randrange(left)
    for other in sorted(numbers):
        number += other <= number
    numbers.append(number)
""")),
        Wrong("a frame for each ball", caught_by=SCALE, source=numbered(
            "numbers = rest(total, k, {}, rng)", """
def rest(total, k, moved, rng):
    if not k:
        return []
    at = rng.randrange(total)
    number, moved[at] = moved.get(at, at), moved.get(total - 1, total - 1)
    return [number, *rest(total - 1, k - 1, moved, rng)]
""")),
        Wrong("puts the balls back", caught_by=SAME_LAW,
              source=numbered("numbers = [rng.randrange(total) for _ in range(k)]")),
        Wrong("neighbouring numbers", caught_by=SAME_LAW, source=numbered(
            "at = rng.randrange(max(total, 1))\nnumbers = [(at + i) % total for i in range(k)]")),
        Wrong("the next free number", caught_by=SAME_LAW, source=numbered(
            AGAIN.replace("    if number not in taken:\n        taken.add(number)\n"
                          "        numbers.append(number)\n",
                          "    while number in taken:\n        number = (number + 1) % total\n"
                          "    taken.add(number)\n    numbers.append(number)\n"))),
        Wrong("a set of numbers, in its own order", caught_by=SAME_LAW, source=numbered(
            AGAIN + "numbers = list(taken)")),
        Wrong("sorted numbers", caught_by=SAME_LAW,
              source=numbered("numbers = sorted(rng.sample(range(total), k))")),
        Wrong("numbers from 1", caught_by=SAME, source=numbered(
            "numbers = rng.sample(range(1, total + 1), k)")),
        Wrong("bisect_left", caught_by=SAME, source=numbered(
            "numbers = rng.sample(range(total), k)").replace(
            "bisect_right(ends", "bisect_left(ends")),
        Wrong("forgets the last number", caught_by=SAME, source=numbered(
            SWAPS.replace("    moved[at] = moved.get(last, last)\n", ""))),
        Wrong("moves the last number itself", caught_by=SAME_LAW, source=numbered(
            SWAPS.replace("moved[at] = moved.get(last, last)", "moved[at] = last"))),
        Wrong("uses the place, not what stands there", caught_by=SAME, source=numbered(
            SWAPS.replace("numbers.append(moved.get(at, at))", "numbers.append(at)"))),
        Wrong("keeps the moves for the next call", caught_by=SAME, source=numbered(
            SWAPS.replace("moved, numbers = {}, []", "numbers = []"), "moved = {}")),
        Wrong("32 random bits", caught_by=HUGE_LAW, source=numbered(
            SWAPS.replace("rng.randrange(last + 1)", "rng.getrandbits(32) % (last + 1)"))),
        Wrong("32 bits for the totals", caught_by=HUGE_LAW, source=f"""
import numpy as np
def draw_many_large(jar, n_balls, k, rng):
{MANY_CHECKED}    ends = np.cumsum(np.array(n_balls, dtype=np.int64).astype(np.int32))
    numbers = rng.sample(range(sum(n_balls)), k)
    return [jar[int(np.searchsorted(ends, number, side="right"))] for number in numbers]
"""),
        Wrong("jars too large to remember are put back into", caught_by=SCALE, source=numbered(
            "numbers = rng.sample(range(total), k) if total < 10**4 else "
            "[rng.randrange(total) for _ in range(k)]")),
        Wrong("large jars are put back into", caught_by=SAME_LAW, source=numbered(
            "numbers = rng.sample(range(total), k) if total > 4 else "
            "[rng.randrange(total) for _ in range(k)]")),
        edited("a tree that does not forget", SAME, FENWICK,
               ("            tree[at] -= 1\n            at += at & -at\n",
                "            at += at & -at\n")),
        edited("a tree that forgets in one place", SAME, FENWICK,
               ("        while at <= m:\n            tree[at] -= 1\n            at += at & -at\n",
                "        tree[at] -= 1\n")),
        edited("a tree that goes right on a tie", SAME, FENWICK,
               ("tree[at + step] <= ticket", "tree[at + step] < ticket")),
        edited("a tree built without its parents", SAME, FENWICK,
               ("            tree[above] += tree[at]\n", "            pass\n")),
        edited("a tree that starts a step too low", SAME, FENWICK,
               ("1 << m.bit_length()", "1 << max(0, m.bit_length() - 2)")),
        edited("a tree whose draws are numbered from 1", SAME, FENWICK,
               ("rng.randrange(total)", "rng.randint(1, total)")),
        edited("a tree over the caller's list", SAME, SUMS,
               ("    drawn = []\n", "    n_balls[:] = sums[leaves : leaves + len(n_balls)]\n"
                "    n_balls.sort()\n    drawn = []\n")),
        edited("sums that stay at the root", SAME, SUMS,
               ("            sums[at] -= 1\n            at *= 2", "            at *= 2"),
               ("        ticket, at = rng.randrange(sums[1]), 1",
                "        ticket, at = rng.randrange(sums[1]), 1\n        sums[1] -= 1")),
        Wrong("the library checks enough", caught_by=SAME, source="""
def draw_many_large(jar, n_balls, k, rng):
    return rng.sample(jar, k, counts=n_balls)
"""),
        edited("the module's generator", SAME_LAW, FENWICK,
               ("rng.randrange(total)", "random.randrange(total)")),
    ],
    right=[
        Right("moves in a dict", numbered(SWAPS)),
        Right("draws again", numbered(AGAIN)),
        Right("a tree of partial sums", FENWICK),
        Right("a tree of all sums", SUMS),
        Right("a sample of a range", numbered("numbers = rng.sample(range(total), k)")),
        Right("the library, checked", """
def draw_many_large(jar, n_balls, k, rng):
    if len(jar) != len(n_balls) or any(n < 0 for n in n_balls) or not 0 <= k <= sum(n_balls):
        raise ValueError("k balls can't be drawn from this jar")
    return rng.sample(jar, k, counts=n_balls) if k else []
"""),
        Right("one of two numbers, then a shuffle", numbered("""
taken = set()
for last in range(total - k, total):
    number = rng.randrange(last + 1)
    taken.add(last if number in taken else number)
numbers = list(taken)
rng.shuffle(numbers)
""")),
        Right("a real number draws again", numbered("""
numbers = {}
while len(numbers) < k:
    numbers[int(rng.random() * total)] = True
""")),
        Right("a colour, then whether that ball is still there", numbered("""
left, places = list(n_balls), []
while len(places) < k:
    at = bisect_right(ends, rng.randrange(total))
    if rng.randrange(n_balls[at]) < left[at]:
        left[at] -= 1
        places.append(at)
""").replace("[jar[bisect_right(ends, number)] for number in numbers]",
             "[jar[at] for at in places]")),
        Right("swaps from the front", numbered("""
moved, numbers = {}, []
for first in range(k):
    at = rng.randrange(first, total)
    numbers.append(moved.get(at, at))
    moved[at] = moved.get(first, first)
""")),
        Right("a tree of objects", f"""
class Node:
    def __init__(self, counts, low, high):
        self.place, self.parts = low, []
        if high - low > 1:
            middle = (low + high) // 2
            self.parts = [Node(counts, low, middle), Node(counts, middle, high)]
        self.total = sum(p.total for p in self.parts) if self.parts else counts[low]
    def take(self, ticket):
        self.total -= 1
        if not self.parts:
            return self.place
        left, right = self.parts
        return left.take(ticket) if ticket < left.total else right.take(ticket - left.total)
def draw_many_large(jar, n_balls, k, rng):
{MANY_CHECKED}    root = Node(n_balls, 0, len(jar)) if jar else None
    return [jar[root.take(rng.randrange(root.total))] for _ in range(k)]
"""),
        Right("NumPy looks up", f"""
import numpy as np
def draw_many_large(jar, n_balls, k, rng):
{MANY_CHECKED}    if not k:
        return []
    numbers = rng.sample(range(sum(n_balls)), k)
    places = np.searchsorted(np.cumsum(np.array(n_balls, dtype=np.int64)), numbers, side="right")
    return np.array(jar, dtype=object)[places].tolist()
"""),
    ],
)


# ---- the chance of every colour

EDGES = "edges and errors"
EXACT = "exact chances"
POLYNOMIAL = "no list of all subsets or hands"

SERIES_LOOP = """\
    ways = [1] + [0] * k
    for n in n_balls:
        if n:
            ways = [sum(ways[drawn - i] * comb(n, i) for i in range(1, min(n, drawn) + 1))
                    for drawn in range(k + 1)]
"""
RESULT = "Fraction(ways[k], comb(sum(n_balls), k))"
SERIES = f"""
from fractions import Fraction
from math import comb
def chance_of_all(n_balls, k):
    if any(n < 0 for n in n_balls) or not 0 <= k <= sum(n_balls):
        raise ValueError("k balls can't be drawn")
{SERIES_LOOP}    return {RESULT}
"""


def chance_as(body: str) -> str:
    """An answer that checks its arguments, drops empty colours and then does ``body``."""
    lines = body.strip("\n").replace("\n", "\n    ")
    return f"""
import random
from fractions import Fraction
from functools import cache, reduce
from itertools import combinations, product
from math import comb, factorial, perm, prod
def chance_of_all(n_balls, k):
    if any(n < 0 for n in n_balls) or not 0 <= k <= sum(n_balls):
        raise ValueError("k balls can't be drawn")
    counts = [n for n in n_balls if n]
    m, total = len(counts), sum(counts)
    {lines}
"""


def all_subsets(n_balls: Sequence[int], k: int) -> Fraction:
    """Add and subtract over all sets of missing colours."""
    total = sum(n_balls)
    ways = 0
    for size in range(len(n_balls) + 1):
        for missing in combinations(n_balls, size):
            ways += (-1) ** size * comb(total - sum(missing), k)
    return Fraction(ways, comb(total, k))


def by_series(n_balls: Sequence[int], k: int) -> Fraction:
    """Colour after colour, the number of hands that show all colours so far."""
    ways = [1] + [0] * k
    for n in n_balls:
        after = [0] * (k + 1)
        for drawn in range(k + 1):
            for i in range(1, min(n, drawn) + 1):
                after[drawn] += ways[drawn - i] * comb(n, i)
        ways = after
    return Fraction(ways[k], comb(sum(n_balls), k))


chance_of_all = Exercise(
    difficulty="medium",
    minutes=15,
    groups=[
        Group(
            EDGES,
            cases=[
                case([2, 1], 2, gives=Fraction(2, 3)),
                case([2, 1], 3, gives=1),
                case([2, 1], 1, gives=0),
                case([2, 0, 1], 2, gives=Fraction(2, 3)),
                case([0, 5], 1, gives=1),
                case([3], 0, gives=0),
                case([], 0, gives=1),
                case([0, 0], 0, gives=1),
                case([2, 1], 4, raises=ValueError),
                case([2, 1], -1, raises=ValueError),
                case([3, -1], 1, raises=ValueError),
                case([], 1, raises=ValueError),
            ],
            accept=exactly,
            nudge="A colour without balls need not be seen. Give a Fraction, or 0 or 1.",
        ),
        Group(
            EXACT,
            cases=[
                case([1, 1, 1, 1], 4, gives=1),
                case([2, 2, 2], 4, gives=Fraction(4, 5)),
                case([3, 1, 1], 3, gives=Fraction(3, 10)),
                case([1, 2, 3, 4], 5, gives=chance_by_listing([1, 2, 3, 4], 5)),
                case([50, 50], 3, gives=Fraction(25, 33)),
            ],
            inputs=counts_and_k,
            oracle=chance_by_listing,
            accept=exactly,
            tries=60,
            nudge="Number the balls. How many hands of k are there, and how many of them show "
            "every colour?",
        ),
        ManyHands(
            POLYNOMIAL,
            args=small_counts,
            sizes=(4, 6, 8, 12, 16),
            exponent=3.4,
            brute=all_subsets,
            best=by_series,
            nudge="After some colours, what do you need to know besides how many balls were used?",
        ),
    ],
    hints=[
        "All hands of k balls are equally likely, if you tell the balls of a colour apart. So "
        "count hands, and divide at the end.",
        "Take the colours one after the other. From a colour of n balls you take i of them, "
        "1 ≤ i ≤ n, in comb(n, i) ways, and go on with the colours that are left.",
        "Let ways[d] be the number of ways to have taken d balls from the colours so far, at least "
        "one of each. One more colour of n balls: new[d] is the sum of ways[d - i] · comb(n, i) "
        "over i from 1 to n.",
        "Check, then `ways = [1] + [0] * k`. For each n above 0: `ways = [sum(ways[d - i] * "
        "comb(n, i) for i in range(1, min(n, d) + 1)) for d in range(k + 1)]`. The answer is "
        "`Fraction(ways[k], comb(sum(n_balls), k))`.",
    ],
    wrong=[
        Wrong("puts the balls back", chance_as("""
if not k:
    return Fraction(not m)
ways = sum((-1) ** size * sum(left) ** k for size in range(m + 1)
           for left in combinations(counts, m - size))
return Fraction(ways, total ** k)
"""), EDGES),
        Wrong("colours as if independent", chance_as(
            "return prod((1 - Fraction(comb(total - n, k), comb(total, k)) for n in counts), "
            "start=Fraction(1))"), EDGES),
        Wrong("one colour missing, and no more", chance_as(
            "return 1 - sum((Fraction(comb(total - n, k), comb(total, k)) for n in counts), "
            "start=Fraction(0))"), EXACT),
        Wrong("never subtracts", chance_as("""
ways = sum(comb(total - sum(gone), k) for size in range(m + 1)
           for gone in combinations(counts, size))
return Fraction(ways, comb(total, k))
"""), EDGES),
        Wrong("one of each, then any", chance_as("""
if k < m:
    return 0
return Fraction(prod(counts) * comb(total - m, k - m), comb(total, k))
"""), EDGES),
        Wrong("numbers of each colour equally likely", chance_as("""
hands = [h for h in product(*(range(n + 1) for n in counts)) if sum(h) == k]
return Fraction(sum(all(h) for h in hands), len(hands))
"""), EXACT),
        Wrong("in order over not in order", chance_as(
            SERIES_LOOP.replace("    ", "", 1).replace("\n    ", "\n")
            + "return Fraction(ways[k], perm(total, k))"), EDGES),
        edited("a float", EDGES, SERIES, (RESULT, "ways[k] / comb(sum(n_balls), k)")),
        edited("a fraction of a float", EDGES, SERIES,
               (RESULT, "Fraction(ways[k] / comb(sum(n_balls), k))")),
        edited("rounded to a simple fraction", EXACT, SERIES,
               (RESULT, f"{RESULT}.limit_denominator(20)")),
        edited("a denominator of at most a million", POLYNOMIAL, SERIES,
               (RESULT, f"{RESULT}.limit_denominator(10**6)")),
        Wrong("NumPy's 64 bits", caught_by=POLYNOMIAL, source=chance_as("""
import numpy as np
ways = np.array([1])
for n in counts:
    ways = np.convolve(ways, [0, *(comb(n, i) for i in range(1, n + 1))])
return Fraction(int(ways[k]), comb(total, k))
""")),
        Wrong("one colour missing, cut at 0", chance_as(
            "return max(Fraction(0), 1 - sum(Fraction(comb(total - n, k), comb(total, k)) "
            "for n in counts))"), EXACT),
        edited("no colour may be empty", EDGES, SERIES, ("        if n:\n", "        if True:\n")),
        edited("also none of a colour", EDGES, SERIES, ("range(1, min", "range(0, min")),
        edited("never all of a colour", EDGES, SERIES, ("min(n, drawn) + 1", "min(n, drawn + 1)")),
        edited("balls of a colour are one", EDGES, SERIES, ("comb(n, i)", "1")),
        edited("at most k balls", EDGES, SERIES, ("Fraction(ways[k]", "Fraction(sum(ways)")),
        edited("nothing is never right", EDGES, SERIES,
               ("    ways = [1]", "    if k == 0:\n        return 0\n    ways = [1]")),
        edited("more draws than balls are fine", EDGES, SERIES,
               ("or not 0 <= k <= sum(n_balls)", "or k < 0"),
               ("    return Fraction", "    if k > sum(n_balls):\n        return 1\n"
                "    return Fraction")),
        edited("a negative k gives 0", EDGES, SERIES,
               ("    if any", "    if k < 0:\n        return 0\n    if any")),
        edited("lets negative counts through", EDGES, SERIES,
               ("any(n < 0 for n in n_balls) or ", ""), ("        if n:\n", "        if n > 0:\n")),
        edited("drops empty colours from the caller's list", EDGES, SERIES,
               ("    ways = [1]", "    while 0 in n_balls:\n        n_balls.remove(0)\n"
                "    ways = [1]")),
        edited("sorts the caller's list", EXACT, SERIES,
               ("    ways = [1]", "    n_balls.sort()\n    ways = [1]")),
        edited("remembers by k", EDGES, SERIES,
               ("n_balls, k):", "n_balls, k, memory={}):"),
               (RESULT, f"memory.setdefault(k, {RESULT})")),
        edited("wrong for an even number of colours", EDGES, SERIES,
               ("Fraction(ways[k]", "Fraction(ways[k] - (len(n_balls) % 2 == 0 and k > 1)")),
        Wrong("runs it a thousand times", chance_as("""
balls = [at for at, n in enumerate(counts) for _ in range(n)]
rng = random.Random(1)
return Fraction(sum(len({*rng.sample(balls, k)}) == m for _ in range(1_000)), 1_000)
"""), EDGES),
        Wrong("lists all hands", chance_as("""
balls = [at for at, n in enumerate(counts) for _ in range(n)]
good = hands = 0
for hand in combinations(balls, k):
    hands += 1
    good += len(set(hand)) == m
return Fraction(good, hands)
"""), POLYNOMIAL),
        Wrong("lists all subsets of colours", chance_as("""
ways = 0
for size in range(m + 1):
    for missing in combinations(counts, size):
        ways += (-1) ** size * comb(total - sum(missing), k)
return Fraction(ways, comb(total, k))
"""), POLYNOMIAL),
        Wrong("recursion that forgets", chance_as("""
def ways(at, left):
    if at == m:
        return left == 0
    return sum(comb(counts[at], i) * ways(at + 1, left - i)
               for i in range(1, min(counts[at], left) + 1))
return Fraction(ways(0, k), comb(total, k))
"""), POLYNOMIAL),
    ],
    right=[
        Right("colour after colour", SERIES),
        Right("recursion that remembers", chance_as("""
@cache
def ways(at, left):
    if at == m:
        return int(left == 0)
    return sum(comb(counts[at], i) * ways(at + 1, left - i)
               for i in range(1, min(counts[at], left) + 1))
return Fraction(ways(0, k), comb(total, k))
""")),
        Right("sums of missing balls with a sign", chance_as("""
signed = {0: 1}
for n in counts:
    for gone, sign in list(signed.items())[::-1]:
        signed[gone + n] = signed.get(gone + n, 0)
    signed = {gone: signed.get(gone, 0) - signed.get(gone - n, 0) for gone in signed}
return Fraction(sum(sign * comb(total - gone, k) for gone, sign in signed.items()),
                comb(total, k))
""")),
        Right("one large integer for a polynomial", chance_as("""
bits = total + 8
x = 1 << bits
whole = prod((1 + x) ** n - 1 for n in counts)
return Fraction(whole >> bits * k & x - 1, comb(total, k))
""")),
        Right("the chance, colour by colour", chance_as("""
chances, rest = {k: Fraction(1)}, total
for n in counts:
    after = {}
    for left, chance in chances.items():
        for i in range(1, min(n, left) + 1):
            if left - i <= rest - n:
                one = Fraction(comb(n, i) * comb(rest - n, left - i), comb(rest, left))
                after[left - i] = after.get(left - i, 0) + chance * one
    chances, rest = after, rest - n
return chances.get(0, Fraction(0))
""")),
        Right("multiplies polynomials", chance_as("""
def times(p, q):
    out = [0] * (len(p) + len(q) - 1)
    for i, a in enumerate(p):
        for j, b in enumerate(q):
            out[i + j] += a * b
    return out[: k + 1]
ways = reduce(times, ([0, *(comb(n, i) for i in range(1, n + 1))] for n in counts), [1])
return Fraction(ways[k] if k < len(ways) else 0, comb(total, k))
""")),
        Right("ball after ball", chance_as("""
if k < m:
    return 0
ways = {0: 1}
for n in counts:
    taken = {(d, False): w for d, w in ways.items()}
    for _ in range(n):
        step = dict(taken)
        for (d, _), w in taken.items():
            if d < k:
                step[d + 1, True] = step.get((d + 1, True), 0) + w
        taken = step
    ways = {d: w for (d, some), w in taken.items() if some}
return Fraction(ways.get(k, 0), comb(total, k))
""")),
    ],
)
