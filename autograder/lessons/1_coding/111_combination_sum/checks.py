"""Checks of lesson 111: all combinations of numbers that sum to n, their number, the shortest."""

from __future__ import annotations

import functools
from itertools import combinations, combinations_with_replacement

from autograder.groups import Exercise, Group, Growth, case, nudge_on, unordered, within


def oracle(nums: list[int], n: int) -> list[list[int]]:
    """Every multiset of numbers of ``nums`` that sums to ``n``: all of each size are tried."""
    fit = sorted({x for x in nums if x <= n})
    most = n // fit[0] if fit else 0
    return [
        list(chosen)
        for size in range(1, most + 1)
        for chosen in combinations_with_replacement(fit, size)
        if sum(chosen) == n
    ]


def oracle_once(nums: list[int], n: int) -> list[list[int]]:
    """Every subset of places is tried; equal multisets are one."""
    found = {
        chosen
        for size in range(1, len(nums) + 1)
        for chosen in combinations(sorted(nums), size)
        if sum(chosen) == n
    }
    return [list(chosen) for chosen in sorted(found)]


def oracle_count(nums: list[int], n: int) -> int:
    return len(oracle(nums, n))


def oracle_fewest(nums: list[int], n: int) -> int | None:
    return min(map(len, oracle(nums, n)), default=None)


same_combinations = functools.partial(unordered, item=unordered)
"""The same multisets, each once, in any order outside and inside."""


def counted_by_fives(nums: list[int], n: int) -> int:
    """The number of sums of 1, 2 and 5: for each number of fives, how many twos can there be?"""
    return sum((n - 5 * fives) // 2 + 1 for fives in range(n // 5 + 1))


def fewest_by_eights(nums: list[int], n: int) -> int:
    """The fewest of 3, 7 and 8 that sum to ``n``: all numbers of eights and sevens are tried."""
    return min(
        eights + sevens + rest // 3
        for eights in range(n // 8 + 1)
        for sevens in range((n - 8 * eights) // 7 + 1)
        if (rest := n - 8 * eights - 7 * sevens) % 3 == 0
    )


def sums():
    """Pairs (nums, n): anything small, many solutions, or at least one."""
    from hypothesis import strategies as st

    @st.composite
    def solvable(draw):
        nums = draw(st.lists(st.integers(1, 11), min_size=2, max_size=6))
        copies = [draw(st.integers(0, 3)) for _ in nums]
        total = sum(x * count for x, count in zip(nums, copies))
        return nums, total if 1 <= total <= 12 else max(nums)

    few = st.lists(st.integers(1, 5), min_size=1, max_size=4)
    return st.one_of(
        st.tuples(few, st.integers(1, 10)),
        st.tuples(few, st.sampled_from([8, 7, 9, 10])),
        solvable(),
    )


def sums_once():
    """Pairs (nums, n) with up to eight numbers; n is often the sum of some of them."""
    from hypothesis import strategies as st

    @st.composite
    def pair(draw):
        nums = draw(st.lists(st.integers(1, 9), max_size=8))
        some = sum(x for x in nums if draw(st.booleans()))
        return nums, some or draw(st.integers(1, 12))

    return pair()


def few_that_fit(k: int) -> tuple[list[int], int]:
    """k numbers of which only one pair sums to n."""
    return list(range(k, 2 * k)), 2 * k + 1


EQUAL = "equal numbers make no more combinations"
ANY = "any numbers"
ORDER = "numbers in any order, and left as they are"
DEEP = "two hundred in one combination"
TWICE = "no combination is built twice"

sum_to_n = Exercise(
    difficulty="medium",
    minutes=20,
    groups=[
        Group(
            ANY,
            cases=[
                case([2, 3, 6, 7], 7, gives=[[2, 2, 3], [7]]),
                case([2, 3, 5], 8, gives=[[2, 2, 2, 2], [2, 3, 3], [3, 5]]),
                case([5], 5, gives=[[5]]),
                case([5], 3, gives=[]),
                case([2, 4], 7, gives=[]),
                case([], 4, gives=[]),
                case([1, 12], 12, gives=[[1] * 12, [12]]),
            ],
            inputs=sums,
            oracle=oracle,
            tries=80,
            accept=same_combinations,
            nudge="Draw the tree for this call. Which branch is missing, or is one too many?",
        ),
        Group(
            EQUAL,
            cases=[
                case([2, 2, 3], 4, gives=[[2, 2]]),
                case([1, 1], 2, gives=[[1, 1]]),
                case([3, 3, 3], 6, gives=[[3, 3]]),
                case([2, 3, 2], 5, gives=[[2, 3]]),
                case([2, 2, 2], 3, gives=[]),
            ],
            accept=same_combinations,
            nudge="A number may be reused anyway, so what does its second copy in nums add?",
        ),
        Group(
            ORDER,
            cases=[
                case([7, 2, 6, 3], 7, gives=[[2, 2, 3], [7]]),
                case([5, 3, 2], 8, gives=[[2, 2, 2, 2], [2, 3, 3], [3, 5]]),
                case([9, 4, 20, 2], 6, gives=[[2, 2, 2], [2, 4]]),
                case([3, 2, 3], 6, gives=[[3, 3], [2, 2, 2]]),
            ],
            accept=same_combinations,
            nudge=nudge_on("value", "nums doesn't have to be sorted.")
            | nudge_on("mutated", "Your caller still needs nums as it was. Sort a copy."),
        ),
        Group(
            DEEP,
            cases=[
                case([1], 200, gives=[[1] * 200]),
                case([100, 1], 200, gives=[[1] * 200, [1] * 100 + [100], [100, 100]]),
                case([2, 1], 120, gives=[[1] * (120 - 2 * k) + [2] * k for k in range(61)]),
                case([201, 3, 199], 200, gives=[]),
            ],
            accept=same_combinations,
            limit=5.0,
            nudge=nudge_on(
                "deep",
                "A combination can have n numbers. You can afford one stack frame per number.",
            ),
        ),
        Growth(
            TWICE,
            args=lambda n: ([1, 2, 3], n),
            oracle=oracle,
            accept=same_combinations,
            sizes=(6, 8, 11, 14),
            exponent=3.3,
            brute="every order, then a set",
            best="one path, taken back",
            nudge="Don't build both 1+2 and 2+1 and drop one of them: build in one order only.",
        ),
    ],
    hints=[
        "How do you make sure, while you build, that `[2, 3]` and `[3, 2]` don't both come up?",
        "Let each combination have one order of building: after you have taken a number, take "
        "only the same one or later ones. What does a call then need to know?",
        "Write an inner function with three arguments: the path so far, the index from which "
        "numbers may be taken, and what is left of `n`. Nothing left: keep a copy of the path. "
        "Otherwise try each number from that index on that still fits.",
        "Take `numbers = sorted(set(nums))`. In `extend(path, start, left)`: if `left == 0`, "
        "append `path[:]` to the result and return. Otherwise, for `i` from `start`: stop if "
        "`numbers[i] > left`; append the number, call `extend(path, i, left - numbers[i])`, pop "
        "it. Start with `extend([], 0, n)`.",
    ],
)


PLACE = "each place at most once"
COPIES = "equal numbers may stand together, combinations come once"
ANY_ONCE = "any numbers, left as they are"
PRUNED = "leaves a branch that has passed n"

sum_to_n_once = Exercise(
    difficulty="medium",
    minutes=15,
    groups=[
        Group(
            PLACE,
            cases=[
                case([2, 3, 6, 7], 7, gives=[[7]]),
                case([2], 4, gives=[]),
                case([2, 3, 5], 5, gives=[[2, 3], [5]]),
                case([1, 2, 3, 4], 10, gives=[[1, 2, 3, 4]]),
                case([], 1, gives=[]),
            ],
            accept=same_combinations,
            nudge="After a number has been taken, from which index may the next one come?",
        ),
        Group(
            COPIES,
            cases=[
                case([2, 2], 4, gives=[[2, 2]]),
                case([1, 1, 2], 3, gives=[[1, 2]]),
                case([1, 2, 1], 3, gives=[[1, 2]]),
                case([3, 3, 3, 3], 9, gives=[[3, 3, 3]]),
                case([1, 1, 1, 2, 2], 5, gives=[[1, 2, 2], [1, 1, 1, 2]]),
                case([10, 1, 2, 7, 6, 1, 5], 8, gives=[[1, 1, 6], [1, 2, 5], [1, 7], [2, 6]]),
            ],
            accept=same_combinations,
            nudge="If numbers are equal, a call tries only the first; the calls below, the next.",
        ),
        Group(
            ANY_ONCE,
            cases=[
                case([5, 2, 9, 1], 6, gives=[[5, 1]]),
                case([9, 8, 1], 9, gives=[[9], [8, 1]]),
                case([4, 4, 4], 5, gives=[]),
                case(list(range(13, 0, -1)), 91, gives=[list(range(1, 14))]),
            ],
            inputs=sums_once,
            oracle=oracle_once,
            tries=80,
            accept=same_combinations,
            limit=5.0,
            nudge="Draw the tree for this call. Which branch is missing, or is one too many?",
        ),
        Growth(
            PRUNED,
            args=few_that_fit,
            oracle=oracle_once,
            accept=same_combinations,
            sizes=(6, 9, 12, 15),
            exponent=3.2,
            brute="every subset",
            best="one path, taken back",
            nudge="All numbers are positive: once the sum has passed n, nothing below can help.",
        ),
    ],
    hints=[
        "Take your `sum_to_n`. Which single expression lets a number be taken again?",
        "If each call starts one index further on, no index is used twice. What remains are equal "
        "numbers at different indices: sort, so that they're next to each other.",
        "At one level of the tree, two equal numbers would lead to equal branches, so try the "
        "first of them only. One level further down, the second copy is welcome.",
        "Sort a copy, call `extend(path, i + 1, left - numbers[i])`, and before that skip with "
        "`if i > start and numbers[i] == numbers[i - 1]: continue`. It is `i > start`, not "
        "`i > 0`: the first number that a level tries is never skipped.",
    ],
)


SAME = "as many as there are to list"
LARGE = "large n, and exact"
WORK = "work grows as n"

count_sums = Exercise(
    difficulty="medium",
    minutes=15,
    groups=[
        Group(
            SAME,
            cases=[
                case([2, 3, 6, 7], 7, gives=2),
                case([2, 2, 3], 4, gives=1),
                case([1, 2, 5], 5, gives=4),
                case([5, 2], 3, gives=0),
                case([], 3, gives=0),
            ],
            inputs=sums,
            oracle=oracle_count,
            tries=80,
            nudge="Compare with the list that sum_to_n returns for this call.",
        ),
        Group(
            LARGE,
            cases=[
                case([1, 2, 5, 10, 20, 50, 100, 200], 200, gives=73_682),
                case([1, 2], 5_000, gives=2_501),
                case([2, 4], 4_999, gives=0),
                case(list(range(1, 501)), 500, gives=2_300_165_032_574_323_995_027),
                case(
                    list(range(1, 1_001)), 1_000, gives=24_061_467_864_032_622_473_692_149_727_991
                ),
            ],
            accept=within(),
            limit=6.0,
            nudge=nudge_on(
                "value",
                "Use Python's own integers: floats and NumPy integers run out of digits.",
            )
            | nudge_on("deep slow", "Fill a DP table from small totals to large ones."),
        ),
        Growth(
            WORK,
            args=lambda n: ([1, 2, 5], n),
            oracle=counted_by_fives,
            sizes=(40, 80, 160, 320),
            exponent=1.3,
            brute="lists them all, and gives up beyond 3,000",
            best="one row",
            nudge="One addition per number and total is enough.",
        ),
    ],
    hints=[
        "You need how many, not which. Which subproblems in the tree come up twice?",
        "Let `ways[t]` be the number of combinations that sum to `t`, with the numbers seen so "
        "far. How does it change when one more number `x` is allowed?",
        "A combination that sums to `t` either has no `x`, and was counted before, or it has one: "
        "take it away, and a combination of `t - x` remains, which may hold `x` too.",
        "Start with `ways = [1] + [0] * n`. For each distinct `x`, for each `t` from `x` up to "
        "`n`: `ways[t] += ways[t - x]`. The loop over the numbers is the outer one.",
    ],
)


FEWER = "the fewest, or None"
FAR = "n up to 5,000"
TABLE = "work grows as n"

fewest_coins = Exercise(
    difficulty="medium",
    minutes=12,
    groups=[
        Group(
            FEWER,
            cases=[
                case([1, 3, 4], 6, gives=2),
                case([2], 3, gives=None),
                case([1, 2, 5], 11, gives=3),
                case([5], 5, gives=1),
                case([], 1, gives=None),
                case([4, 4, 9], 8, gives=2),
            ],
            inputs=sums,
            oracle=oracle_fewest,
            tries=80,
            nudge="The largest number that fits isn't always part of the best combination.",
        ),
        Group(
            FAR,
            cases=[
                case([1], 5_000, gives=5_000),
                case([2, 4], 4_999, gives=None),
                case([50, 499, 1], 4_990, gives=10),
                case([7, 3], 5_000, gives=716),
            ],
            limit=5.0,
            nudge=nudge_on("deep", "Recursing once per number taken exceeds the recursion limit."),
        ),
        Growth(
            TABLE,
            args=lambda n: ([3, 7, 8], n),
            oracle=fewest_by_eights,
            sizes=(20, 40, 80, 160),
            exponent=1.4,
            brute="lists every way to pay",
            best="infinity, number by number",
            nudge="Each total needs its answer computed only once. Memoise it.",
        ),
    ],
    hints=[
        "Is it enough to take the largest number that fits? Try 6 with 1, 3 and 4.",
        "It's the DP table of `count_sums` again, with a different question in each cell.",
        "The last number of the best combination for `t` is some `x`. Without it, a best "
        "combination for `t - x` remains. Try every `x`; some totals have no combination at all.",
        "`best = [0] + [inf] * n`. For `t` from 1 to `n`: the smallest `best[t - x] + 1` over "
        "the `x` that are at most `t`. At the end, turn `inf` into `None`. Test with `is None` or "
        "`== inf`, because `best[0]` is 0, which is falsy.",
    ],
)
