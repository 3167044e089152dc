"""Checks of lesson 102: the one number that is missing from 0 to n."""

from __future__ import annotations

import random
from collections.abc import Sequence

from autograder.groups import (
    Counted,
    Exercise,
    Failure,
    Group,
    Growth,
    Memory,
    Outcome,
    case,
    nudge_on,
)

LARGE = 70_000


def left_out(nums: Sequence[int]) -> int:
    """What ``nums`` lacks of 0 to len(nums)."""
    return (set(range(len(nums) + 1)) - set(nums)).pop()


def both_left_out(nums: Sequence[int]) -> tuple[int, ...]:
    """What ``nums`` lacks of 0 to len(nums) + 1."""
    return tuple(sorted(set(range(len(nums) + 2)) - set(nums)))


def an_int(args: tuple, outcome: Outcome) -> Failure | None:
    if isinstance(outcome.value, int):
        return None
    return Failure(f"Returned {type(outcome.value).__name__}; expected int.", fault="shape")


def two_ints(args: tuple, outcome: Outcome) -> Failure | None:
    if all(isinstance(each, int) for each in outcome.value):
        return None
    return Failure("Returned numbers that aren't ints.", fault="shape")


def all_but_one(ends: bool = False, kinds: Sequence[type] = (list,), most: int = 24):
    """Shuffled numbers from 0 to n without one; with ``ends`` without 0 or without n."""
    from hypothesis import strategies as st

    @st.composite
    def numbers(draw):
        n = draw(st.integers(0, most))
        gap = draw(st.sampled_from([0, n]) if ends else st.integers(0, n))
        kept = [i for i in range(n + 1) if i != gap]
        return (draw(st.sampled_from(kinds))(draw(st.permutations(kept))),)

    return numbers()


def ends_missing():
    return all_but_one(ends=True)


def of_all_kinds():
    """Tuples, and ranges that go up or down."""
    from hypothesis import strategies as st

    ranges = st.integers(0, 24).flatmap(
        lambda n: st.sampled_from(
            [range(n), range(1, n + 1), range(n, 0, -1), range(n - 1, -1, -1)]
        )
    )
    return st.one_of(all_but_one(kinds=(tuple,)), st.tuples(ranges))


def all_but_two():
    """Shuffled numbers from 0 to n without two, as a list or a tuple."""
    from hypothesis import strategies as st

    @st.composite
    def numbers(draw):
        n = draw(st.integers(1, 20))
        gaps = draw(st.lists(st.integers(0, n), min_size=2, max_size=2, unique=True))
        kept = [i for i in range(n + 1) if i not in gaps]
        return (draw(st.sampled_from([list, tuple]))(draw(st.permutations(kept))),)

    return numbers()


def shuffled(n: int, *gaps: int) -> list[int]:
    """The numbers from 0 to ``n`` without ``gaps``, in the same random order each time."""
    kept = [i for i in range(n + 1) if i not in gaps]
    random.Random(102).shuffle(kept)
    return kept


def counted_without_the_last(n: int) -> tuple:
    return (Counted(shuffled(n, n)),)


def counted_without_the_last_two(n: int) -> tuple:
    return (Counted(shuffled(n, n - 1, n)),)


missing_number = Exercise(
    difficulty="easy",
    minutes=8,
    groups=[
        Group(
            "empty or one number",
            cases=[case([], gives=0), case([0], gives=1), case([1], gives=0)],
            also=an_int,
            nudge="With n numbers given, n + 1 could be there: 0 to n, both included.",
        ),
        Group(
            "0 or n is missing",
            cases=[
                case([1, 2, 3], gives=0),
                case([0, 1, 2], gives=3),
                case([2, 3, 1], gives=0),
                case([2, 0, 1], gives=3),
            ],
            inputs=ends_missing,
            oracle=left_out,
            tries=40,
            also=an_int,
            nudge="0 may be missing, and so may n, which isn't an index of the list.",
        ),
        Group(
            "any order, any gap",
            cases=[case([0, 1, 2, 4, 5], gives=3), case([3, 0, 1], gives=2)],
            inputs=all_but_one,
            oracle=left_out,
            also=an_int,
            nudge="The numbers come in any order.",
        ),
        Group(
            "tuples and ranges",
            cases=[
                case((3, 0, 1), gives=2),
                case((), gives=0),
                case(range(5), gives=5),
                case(range(5, 0, -1), gives=0),
            ],
            inputs=of_all_kinds,
            oracle=left_out,
            tries=40,
            also=an_int,
            nudge=nudge_on(
                "raised",
                "You can read a tuple and a range, and both have a length, but you can't "
                "modify them.",
            ),
        ),
        Group(
            "the list stays as it was",
            cases=[case([3, 0, 1], gives=2), case([2, 1, 0], gives=3)],
            inputs=all_but_one,
            oracle=left_out,
            tries=30,
            nudge=nudge_on("mutated", "Somebody else may still need the list, in its order."),
        ),
        Group(
            "70,000 numbers",
            cases=[
                case(range(LARGE), gives=LARGE),
                case(range(1, LARGE + 1), gives=0),
            ],
            also=an_int,
            nudge=nudge_on("value", "Integers of a fixed width overflow.")
            | nudge_on("deep", "Recursing once per number exceeds the recursion limit."),
        ),
        Growth(
            "work grows as n, or n log n",
            args=counted_without_the_last,
            oracle=left_out,
            sizes=(64, 128, 256, 512),
            exponent=1.4,
            brute="looks for each number in the list",
            best="exclusive or",
            nudge="`x in nums` compares every item of a list. Each comparison counts.",
        ),
    ],
    hints=[
        "Write down `[0, 1, 2, 4, 5]` and next to it what should be there. What could you compute "
        "from both that differs only because of the missing number?",
        "Anything that doesn't depend on the order will do: a set, a sorted list, a sum, an "
        "exclusive or (XOR). Which numbers should be there, if `len(nums)` are given?",
        "All numbers from 0 to `n = len(nums)` add up to `n * (n + 1) // 2`. Or: each number that "
        "occurs twice, once given and once expected, cancels itself under `^`.",
        "`n * (n + 1) // 2 - sum(nums)`. Or start with `left = len(nums)`, and for each `i, x` of "
        "`enumerate(nums)` do `left ^= i ^ x`; the indices are 0 to n - 1, so the start value "
        "accounts for n.",
    ],
)


missing_number_lean = Exercise(
    difficulty="easy",
    minutes=7,
    groups=[
        Group(
            "any order, any gap",
            cases=[
                case([], gives=0),
                case([0], gives=1),
                case([1], gives=0),
                case([0, 1, 2, 4, 5], gives=3),
                case([3, 0, 1], gives=2),
                case(range(LARGE), gives=LARGE),
                case(range(1, 60_001), gives=0),
            ],
            inputs=all_but_one,
            oracle=left_out,
            also=an_int,
            nudge="Try your idea on `[]`, `[0]` and `[1]` with a pencil.",
        ),
        Group(
            "tuples and ranges, and nothing is changed",
            cases=[
                case((3, 0, 1), gives=2),
                case([2, 0, 1], gives=3),
                case(range(5, 0, -1), gives=0),
            ],
            inputs=of_all_kinds,
            oracle=left_out,
            tries=40,
            also=an_int,
            nudge=nudge_on(
                "raised mutated",
                "The input can't serve as your memory: a range can't be written to.",
            ),
        ),
        Memory(
            "constant memory",
            args=lambda n: (shuffled(n, 3),),
            oracle=left_out,
            sizes=(1_000, 20_000),
            exponent=0.1,
            limit=3.0,
            nudge="Keep one number. A set, a sorted copy, a list of differences all grow with n.",
        ),
        Growth(
            "work grows as n",
            args=counted_without_the_last,
            oracle=left_out,
            sizes=(64, 128, 256, 512),
            exponent=1.12,
            brute="looks for each number in the list",
            best="exclusive or",
            nudge="Read each number once, or a fixed number of times. `x in nums` reads them all, "
            "and binary search over the candidates reads all of them at each step.",
        ),
    ],
    hints=[
        "What can you keep of the numbers read so far, if you may keep only one number?",
        "The order of the numbers must not matter. Which operations on two numbers don't depend "
        "on the order?",
        "Addition, or XOR. Pair each number given with one that should be there: the "
        "indices 0 to n - 1 are such numbers, and n is one more.",
        "`left = 0`, then `left += i - x` for each `i, x` of `enumerate(nums, 1)`: the indices "
        "from 1 to n are all numbers that should be there, since 0 adds nothing. At the end `left` "
        "is the answer. Or `left = len(nums)` and `left ^= i ^ x`, with indices from 0.",
    ],
)


two_missing = Exercise(
    difficulty="medium",
    minutes=15,
    groups=[
        Group(
            "empty or one number",
            cases=[
                case([], gives=(0, 1)),
                case([0], gives=(1, 2)),
                case([1], gives=(0, 2)),
                case([2], gives=(0, 1)),
            ],
            also=two_ints,
            nudge="With n numbers given, n + 2 could be there: 0 to n + 1, both included.",
        ),
        Group(
            "any two, the smaller first",
            cases=[
                case([0, 1, 3, 5], gives=(2, 4)),
                case([4, 0, 3, 1], gives=(2, 5)),
                case((2, 3, 4), gives=(0, 1)),
                case([1, 0, 2], gives=(3, 4)),
                case(range(LARGE), gives=(LARGE, LARGE + 1)),
            ],
            inputs=all_but_two,
            oracle=both_left_out,
            tries=120,
            also=two_ints,
            nudge="Which property tells the two apart, for any two? Their last bit doesn't always.",
        ),
        Memory(
            "constant memory",
            args=lambda n: (shuffled(n, n // 3, n - n // 5),),
            oracle=both_left_out,
            sizes=(1_000, 20_000),
            exponent=0.1,
            limit=3.0,
            nudge="A few numbers are enough. You may read the list twice.",
        ),
        Growth(
            "work grows as n",
            args=counted_without_the_last_two,
            oracle=both_left_out,
            sizes=(64, 128, 256, 512),
            exponent=1.12,
            brute="looks for each number in the list",
            best="halves by the mean, exclusive or in each",
            nudge="Read each number once or twice, not once per candidate or per step of a "
            "binary search.",
        ),
    ],
    hints=[
        "What does the sum tell you now, and what does the XOR? What is still open?",
        "If you knew a way to put the two into different halves, each half would be the old "
        "exercise. You may read the list a second time.",
        "One of the two is at most half of their sum, the other is above it. Or: a bit that is set "
        "in their XOR is set in exactly one of the two.",
        "`total = n * (n + 1) // 2 - sum(nums)` with `n = len(nums) + 1` is the sum of the two. "
        "With `half = total // 2`, the numbers from 0 to `half` should add up to "
        "`half * (half + 1) // 2`; what the given numbers up to `half` lack "
        "of that sum is the smaller one.",
    ],
)
