"""Checks of lesson 105: drawing balls from a jar of known counts."""

from __future__ import annotations

import functools
import random
import time
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate, combinations
from math import comb
from typing import Any

from autograder.groups import (
    CHANCE,
    Chances,
    Exercise,
    Failure,
    Frequencies,
    Group,
    Growth,
    Large,
    OnlySource,
    Outcome,
    Together,
    a_new_list,
    case,
    nudge_on,
    show,
    unordered,
)

COLOURS = ["red", "green", "blue"]
HUGE = 10**12
MANY = 80_000


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


def chance_by_listing(n_balls: Sequence[int], k: int) -> Fraction:
    """The chance that ``k`` balls show every colour, by listing all sets of ``k`` balls."""
    if any(n < 0 for n in n_balls) or not 0 <= k <= sum(n_balls):
        raise ValueError
    balls = [at for at, n in enumerate(n_balls) for _ in range(n)]
    hands = [len(set(hand)) == len(set(balls)) for hand in combinations(balls, k)]
    return Fraction(sum(hands), len(hands))


def exact_fraction(got: Any, want: Any) -> bool:
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


def balls_of_the_jar(args: tuple, outcome: Outcome) -> Failure | None:
    """What shows that a draw is not k balls of the jar, each at most once."""
    jar, n_balls, k, _ = args
    wrong = _not_of_the_jar(outcome.value, dict(zip(jar, n_balls)), k)
    if not wrong:
        return None
    text = "These are not balls of the jar, each at most once."
    return Failure(text, expected=f"{k:,} balls", got=wrong)


def half_of_blue(drawn: Sequence[str]) -> str:
    """The half of the draws in which the only blue ball comes."""
    return "first half" if drawn.index("blue") < len(drawn) // 2 else "second half"


def _not_of_the_jar(got: Any, there: dict[str, int], k: int) -> str:
    if not isinstance(got, (list, tuple)) or len(got) != k:
        return f"{len(got):,} items" if isinstance(got, (list, tuple)) else show(got)
    if set(map(type, got)) - {str}:
        got = [each if isinstance(each, str) else repr(each) for each in got]
    for colour, n in Counter(got).items():
        if colour not in there:
            return f"{show(colour)}, which is not a colour of the jar"
        if n > there[colour]:
            return f"{show(colour)} {n} times, and the jar has {there[colour]} of it"
    return ""


def hands_by_inclusion(n_balls: Sequence[int], k: int) -> Fraction:
    """The chance that ``k`` balls show every colour, by inclusion and exclusion.

    The hands that lack some colours are counted by the number of balls that those have.
    """
    signed = Counter({0: 1})
    for n in n_balls:
        signed.update({lacking + n: -count for lacking, count in list(signed.items())})
    total = sum(n_balls)
    hands = sum(count * comb(total - lacking, k) for lacking, count in signed.items())
    return Fraction(hands, comb(total, k))


def two_colours(n: int) -> tuple:
    """A jar of n balls of each of two colours, and so many draws that their places in the row
    can't all be near its front."""
    return ["red", "blue"], [n, n], 50, CHANCE


# ---- one ball

THERE = "a colour that is in the jar"
REFUSED = "ValueError where nothing can be drawn"
EACH_BALL = "each ball equally likely"
SOURCE = "all randomness comes from rng"


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
                case(
                    [f"colour {i}" for i in range(2_000)],
                    [0] * 1_999 + [1],
                    CHANCE,
                    gives="colour 1999",
                ),
            ],
            inputs=one_colour_left,
            oracle=lambda jar, n_balls, rng: next(c for c, n in zip(jar, n_balls) if n),
            tries=40,
            nudge=nudge_on("value", "A colour without balls is never drawn.")
            | nudge_on("mutated", "The jar belongs to the caller. Draw without modifying it."),
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
            nudge=nudge_on(
                "accepted raised",
                "Look at both lists before you draw: their lengths, each count, the total.",
            ),
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
            nudge="List the outcomes of your random number. Which colour does each of them lead "
            "to?",
        ),
        OnlySource(
            SOURCE,
            args=([f"colour {i}" for i in range(50)], [2] * 50, CHANCE),
            nudge=nudge_on(
                "value state",
                "Draw from rng alone, never seed it, and keep nothing from one call to the next.",
            ),
        ),
    ],
    hints=[
        "Lay all balls in a row, colour after colour, and number them. A random number picks a "
        "ball. How do you find its colour without laying out the row?",
        "For counts 1, 10, 2 the balls 0, 1 to 10, and 11 and 12 belong to the three colours. The "
        "running totals 1, 11, 13 say where each colour ends.",
        "Draw a number from 0 to total - 1. Its colour is the first whose running total is "
        "*greater* than the number. A colour with 0 balls has the same running total as the one "
        "before it, so it is never the first.",
        "After the checks: `ends = list(itertools.accumulate(n_balls))`, then "
        "`bisect.bisect_right(ends, rng.randrange(ends[-1]))` is the index of the colour.",
    ],
)


# ---- many balls, kept out

K_BALLS = "k balls of the jar, which stays as it is"
REFUSED_MANY = "ValueError for what can't be drawn"
IN_ORDER = "every order as likely as one by one"


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
                case(
                    ["red", "blue"],
                    [2_000, 3_000],
                    5_000,
                    CHANCE,
                    gives=["red"] * 2_000 + ["blue"] * 3_000,
                ),
            ],
            inputs=whole_jars,
            oracle=all_balls,
            accept=unordered,
            also=a_new_list,
            tries=40,
            limit=5.0,
            nudge=nudge_on("value", "Draw the whole jar: each ball has to come out exactly once.")
            | nudge_on("mutated", "Your caller still needs both lists unmodified. Work on copies."),
        ),
        Group(
            REFUSED_MANY,
            cases=REFUSALS,
            nudge=nudge_on(
                "accepted raised",
                "Check the lengths, each count, and k against the total, before you draw, even "
                "for k = 0.",
            ),
        ),
        Together(
            IN_ORDER,
            points=2,
            parts=[
                Chances(
                    situations=SMALL_JARS,
                    sampled=[(["red", "blue"], [6, 6], 12, CHANCE)],
                    law=law_of_many,
                    trials=2_000,
                ),
                *(
                    Frequencies(
                        args=(["red", "blue"], [total - 1, 1], total, CHANCE),
                        statistic=half_of_blue,
                        law={"first half": 0.5, "second half": 0.5},
                        trials=60,
                        says=f"Of {total:,} balls, the blue one comes too often in one half.",
                        alarm=1e-7,
                    )
                    for total in (66, 100, 258, 1_000)
                ),
            ],
            nudge="Two red balls and a blue one: red-red, red-blue and blue-red are equally "
            "likely. Which of them does your code return too often?",
        ),
    ],
    hints=[
        "Draw one ball as before. What has changed in the jar before the second draw?",
        "The count of the drawn colour is one lower, and so is the total. Lower both in a copy, "
        "because you mustn't modify the caller's list.",
        "For each draw, take a number below the current total. Walk through the counts and "
        "subtract each from it until it is smaller than the next. That's the colour. Lower its "
        "count *at that index*, not by its name: a name may occur twice.",
        "Check first, then `left = list(n_balls)`. In each of k rounds: "
        "`ticket = rng.randrange(total)`; walk `for at, n in enumerate(left)` with "
        "`if ticket < n: break` and `ticket -= n`; then `left[at] -= 1`, `total -= 1`, "
        "append `jar[at]`.",
    ],
)


# ---- many balls of a jar of millions of millions

SAME = "the same balls and errors as draw_many"
SAME_LAW = "every order as likely as one by one, small jars"
HUGE_LAW = "totals of a million million"
SCALE = "work grows as m + k log m"


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
def seconds_of_numbering(colours: int) -> float:
    """The processor seconds that it takes on this machine."""
    jar, n_balls, k, _ = many_colours(colours)
    started = time.process_time()
    numbering(jar, n_balls, k, random.Random(0))
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
            accept=unordered,
            also=a_new_list,
            tries=40,
            limit=0.5,
            nudge=nudge_on(
                "value raised accepted mutated", "The contract is that of draw_many, word for word."
            ),
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
            nudge="The same ball must not come twice. How does your code record that it's gone?",
        ),
        # Smaller jars come first: with 2·10⁶ balls memory or steps give away what is done for
        # each ball, with 2·10⁸ the time of a loop in C code. In a huge jar neither can be stopped.
        Together(
            HUGE_LAW,
            parts=[
                Large(args=lambda: two_colours(25), also=balls_of_the_jar),  # it pays for imports
                Large(
                    args=lambda: two_colours(10**6),
                    also=balls_of_the_jar,
                    limit=0.5,
                    most_memory=1_000_000,
                ),
                Large(args=lambda: two_colours(10**8), also=balls_of_the_jar, limit=0.5),
                Chances(
                    situations=[
                        (["red", "blue"], [HUGE, 3 * HUGE], 2, CHANCE),
                        (["a", "b", "c", "d"], [2 * HUGE, 0, HUGE, HUGE], 1, CHANCE),
                    ],
                    law=law_of_many,
                    trials=1_000,
                    limit=0.5,
                ),
            ],
            nudge=nudge_on("slow memory", "Don't build anything per ball: no list, no loop."),
        ),
        Together(
            SCALE,
            parts=[
                Growth(
                    args=many_colours,
                    also=balls_of_the_jar,
                    sizes=(32, 64, 128, 256),
                    exponent=1.3,
                    brute="walks through the counts",
                    best="a tree of partial sums",
                ),
                # A fast machine must catch what NumPy goes through for each draw, and a slow one
                # let a tree of objects pass: so the limit is measured.
                Large(
                    args=lambda: many_colours(MANY),
                    also=balls_of_the_jar,
                    limit=lambda: max(2.0, 7.5 * seconds_of_numbering(MANY)),
                    slow=f"Timed out on {MANY:,} colours. What does each draw go through?",
                ),
            ],
            nudge="One pass over the colours is fine. One pass per draw isn't.",
        ),
    ],
    hints=[
        "The running totals make one draw cheap. After it, how many of them are wrong?",
        "On average, half of them. There are two ways out: keep the counts in a data structure in "
        "which few numbers change, or never change anything and make sure that no *ball* comes "
        "twice.",
        "The second way: number all balls from 0 to total - 1. Draw k different numbers, each "
        "order equally likely, without making a list of them. The running totals of the full jar "
        "then tell you the colour of each number. (The first way is a segment tree, a binary tree "
        "of sums: a draw walks down from the root and lowers the sums on its way.)",
        "Draw `rng.randrange(total)`, and draw again while that number is in the set of numbers "
        "already taken. That's slow when nearly all balls are drawn. It's better to keep a dict "
        "`moved`: for `last` from total - 1 downwards take `at = rng.randrange(last + 1)`, use "
        "`moved.get(at, at)`, then set `moved[at] = moved.get(last, last)`. The colour is "
        "`jar[bisect_right(ends, number)]`.",
    ],
)


# ---- the chance of every colour

EDGES = "edges and errors"
EXACT = "exact chances"
POLYNOMIAL = "no list of all subsets or hands"


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
            accept=exact_fraction,
            nudge=nudge_on(
                "value shape",
                "A colour without balls doesn't have to be seen. Return a Fraction, or 0 or 1.",
            ),
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
            accept=exact_fraction,
            tries=60,
            nudge="Number the balls. How many hands of k are there, and how many of them show "
            "every colour?",
        ),
        Together(
            POLYNOMIAL,
            parts=[
                Growth(
                    args=small_counts,
                    oracle=hands_by_inclusion,
                    accept=exact_fraction,
                    sizes=(4, 6, 8, 12, 16),
                    exponent=3.4,
                    brute="lists all subsets of colours",
                    best="colour after colour",
                ),
                Large(
                    args=lambda: ([40, 40], 40),
                    gives=1 - Fraction(2, comb(80, 40)),
                    accept=exact_fraction,
                    wrong="Small jars are right, this one is not. It has more hands than a float "
                    "or 64 bits can hold: count them with Python's own integers, and round "
                    "nothing.",
                ),
            ],
            nudge="After some colours, what do you need to know apart from how many balls were "
            "used?",
        ),
    ],
    hints=[
        "All hands of k balls are equally likely if you treat balls of the same colour as "
        "distinct. So count hands, and divide at the end.",
        "Take the colours one after another. From a colour of n balls, take i of them, 1 ≤ i ≤ n, "
        "in comb(n, i) ways, and go on with the colours that are left.",
        "Let ways[d] be the number of ways to take d balls from the colours so far, at least one "
        "of each. One more colour of n balls: new[d] is the sum of ways[d - i] · comb(n, i) over "
        "i from 1 to n.",
        "Check, then `ways = [1] + [0] * k`. For each n above 0: `ways = [sum(ways[d - i] * "
        "comb(n, i) for i in range(1, min(n, d) + 1)) for d in range(k + 1)]`. The answer is "
        "`Fraction(ways[k], comb(sum(n_balls), k))`.",
    ],
)
