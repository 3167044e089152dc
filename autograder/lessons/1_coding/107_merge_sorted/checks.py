"""Checks of lesson 107: merging sorted lists, linked lists, streams, and many lists."""

from __future__ import annotations

import heapq
import itertools
import math
import operator
import random
from collections.abc import Iterable, Sequence
from fractions import Fraction

from autograder.groups import (
    Chain,
    Comparisons,
    Counted,
    Exercise,
    Group,
    Outcome,
    Stream,
    a_new_list,
    case,
    exactly,
    linked,
    nudge_on,
    show_linked,
)

MANY_AT_ONCE = 100_000


def kinds():
    """Strategies of items, each of a kind whose members have an order, with ties among types."""
    from hypothesis import strategies as st

    ones = [0, 1, 0.0, 1.0, False, True, Fraction(0), Fraction(1), -1, 2, 0.5]
    return [
        st.integers(-3, 3),
        st.sampled_from(ones),
        st.sampled_from([-math.inf, -1.5, -0.0, 0.0, 2.0, math.inf, 10**400]),
        st.sampled_from(["", "a", "ab", "b", "é", "B"]),
        st.sampled_from([(), (0,), (0, "x"), (1, ""), (1.0, "")]),
    ]


def sorted_lists(most: int, size: int = 5):
    """Lists of ``most`` sorted lists at most, of one kind of items."""
    from hypothesis import strategies as st

    def of_kind(kind):
        # Sorting is stable, so equal items of different types stand in any order.
        return st.lists(st.lists(kind, max_size=size).map(sorted), max_size=most)

    return st.one_of([of_kind(kind) for kind in kinds()])


def two_lists():
    """Pairs of sorted lists."""
    return sorted_lists(2, 8).map(lambda lists: tuple([*lists, [], []][:2]))


def many_lists():
    """A list of sorted lists, as the one argument."""
    return sorted_lists(6).map(lambda lists: (lists,))


def two_chains():
    """Pairs of linked lists."""
    return two_lists().map(lambda pair: tuple(map(Chain, pair)))


def streams_and_k():
    """Two sorted lists or iterators, and how many items are wanted."""
    from hypothesis import strategies as st

    return st.tuples(two_lists(), st.booleans(), st.booleans(), st.integers(0, 9)).map(
        lambda drawn: (
            Stream(drawn[0][0]) if drawn[1] else drawn[0][0],
            Stream(drawn[0][1]) if drawn[2] else drawn[0][1],
            drawn[3],
        )
    )


def two_iterators():
    """Two sorted iterators, and how many items are wanted."""
    from hypothesis import strategies as st

    return st.tuples(two_lists(), st.integers(0, 9)).map(
        lambda drawn: (Stream(drawn[0][0]), Stream(drawn[0][1]), drawn[1])
    )


def merged(a: Iterable, b: Iterable) -> list:
    return list(heapq.merge(a, b))


def merged_chains(a: list, b: list, nodes: bool = False) -> dict | None:
    """What a linked list of all the values, in order, comes back as; of the given ``nodes``, or
    of any."""
    pairs = merged(
        [(value, number) for number, value in enumerate(a)],
        [(value, number) for number, value in enumerate(b, len(a))],
    )
    if not pairs:
        return None
    values, numbers = zip(*sorted(pairs, key=lambda pair: pair[0]))
    return {"values": list(values), "nodes": list(numbers) if nodes else ..., "end": None}


def spliced(a: list, b: list) -> dict | None:
    """The same, of the given nodes alone."""
    return merged_chains(a, b, nodes=True)


def chains(a: Sequence, b: Sequence) -> tuple[Chain, Chain]:
    return Chain(a), Chain(b)


def merged_many(lists: Sequence[list]) -> list:
    return list(heapq.merge(*lists))


def first_items(a: Iterable, b: Iterable, k: int) -> list:
    return list(itertools.islice(heapq.merge(a, b), k))


def few_reads(args: tuple, outcome: Outcome) -> str | None:
    """What is wrong where more is read than one item of each stream beyond the k wanted."""
    k = args[-1]
    if outcome.read <= k + 2:
        return None
    return f"Read {outcome.read} items to return {k}; the limit is {k + 2}."


def interleaved(n: int) -> tuple[Counted, Counted]:
    """Two lists of n // 2 ints each that alternate in runs of one to four."""
    rng = random.Random(107)
    a: list[int] = []
    b: list[int] = []
    value = 0
    while len(a) < n // 2 or len(b) < n // 2:
        for each in (a, b):
            for _ in range(rng.randint(1, 4)):
                value += 1
                if len(each) < n // 2:
                    each.append(value)
    return Counted(a), Counted(b)


def short_lists(k: int) -> tuple[Counted]:
    """k sorted lists of eight ints each."""
    rng = random.Random(107)
    return (Counted([sorted(rng.sample(range(10**6), 8)) for _ in range(k)]),)


def enough_for_many(k: int) -> float:
    """Four comparisons for each item and level; a heap of tuples needs two to three."""
    return 4 * (8 * k) * (1 + math.log2(k))


EMPTY = "empty lists, and always a new list"
TIES = "equal elements: those of a first"
ANY = "any sorted lists, left unchanged"
SCALE = "300,000 elements"
FEW = "at most 4 (n + m) comparisons"

merge_lists = Exercise(
    difficulty="easy",
    minutes=12,
    groups=[
        Group(
            EMPTY,
            accept=exactly,
            also=a_new_list,
            cases=[
                case([], [], gives=[]),
                case([1, 2], [], gives=[1, 2]),
                case([], [1, 2], gives=[1, 2]),
                case([1, 2], [3, 4], gives=[1, 2, 3, 4]),
                case([3, 4], [1, 2], gives=[1, 2, 3, 4]),
                case([1], [0, 2, 3, 4], gives=[0, 1, 2, 3, 4]),
                case([0, 2, 3, 4], [1], gives=[0, 1, 2, 3, 4]),
            ],
            nudge=nudge_on(
                "value raised",
                "When one list is used up, what is left of the other still has to follow.",
            )
            | nudge_on(
                "mutated",
                "Your caller may change the result, and still needs both lists. Return a list "
                "of your own.",
            ),
        ),
        Group(
            TIES,
            accept=exactly,
            cases=[
                case([1, 2, 5], [2, 4, 6], gives=[1, 2, 2, 4, 5, 6]),
                case([1, 2], [1.0, 2.0], gives=[1, 1.0, 2, 2.0]),
                case([1.0, 1, 1.0], [1, 1.0], gives=[1.0, 1, 1.0, 1, 1.0]),
                case([0, 1, 1], [False, True], gives=[0, False, 1, 1, True]),
            ],
            nudge=nudge_on(
                "value order",
                "1 and 1.0 are equal and can be told apart. Which of them does your test take?",
            ),
        ),
        Group(
            ANY,
            accept=exactly,
            cases=[
                case([0, 0], [-1, 0, 3], gives=[-1, 0, 0, 0, 3]),
                case(
                    [-math.inf, 0.5],
                    [math.inf, math.inf],
                    gives=[-math.inf, 0.5, math.inf, math.inf],
                ),
                case(["", "b"], ["a", "é"], gives=["", "a", "b", "é"]),
                case([(1, "b")], [(1, "a"), (2,)], gives=[(1, "a"), (1, "b"), (2,)]),
            ],
            inputs=two_lists,
            oracle=merged,
            tries=120,
            nudge=nudge_on(
                "value order raised", "Work through this call by hand, with a finger on each list."
            ),
        ),
        Group(
            SCALE,
            accept=operator.eq,
            compare_arguments=False,
            cases=lambda: [
                case(
                    list(range(300_000)),
                    [-1, 7, 300_000],
                    gives=[-1, *range(8), *range(7, 300_001)],
                ),
            ],
            nudge=nudge_on(
                "slow",
                "`pop(0)`, `insert(0, x)` and `out = out + [x]` move all elements, each time.",
            )
            | nudge_on("deep", "Recursing once per element exceeds the recursion limit."),
        ),
        Comparisons(
            FEW,
            args=interleaved,
            oracle=merged,
            sizes=(64, 128, 256, 512),
            exponent=1.25,
            most=lambda n: 4 * n,
            brute="puts each element of b into a, walking from the front",
            best="two indices",
            nudge="After each comparison one element can leave for good.",
        ),
    ],
    hints=[
        "Which elements can be the smallest of all? There are only two.",
        "Put a finger on the first element of each list. Take the smaller of the two, and move "
        "that finger.",
        "Go on while both fingers are on an element. When one list is used up, the rest of the "
        "other follows unchanged. If the two elements are equal, take the one from `a`: so test "
        "`a[i] <= b[j]`.",
        "`out, i, j = [], 0, 0`. `while i < len(a) and j < len(b)`: if `a[i] <= b[j]`, append "
        "`a[i]` and add 1 to `i`, else append `b[j]` and add 1 to `j`. After the loop return "
        "`out + a[i:] + b[j:]`; one of the two is empty.",
    ],
)


ENDS = "empty lists, and all of one first"
NODE_TIES = "equal values: those of a first"
GIVEN = "the same nodes, relinked"
MANY_NODES = "100,000 nodes"

merge_nodes = Exercise(
    difficulty="medium",
    minutes=15,
    groups=[
        Group(
            ENDS,
            oracle=merged_chains,
            test=linked,
            show=show_linked,
            cases=[
                chains([], []),
                chains([1, 2], []),
                chains([], [0]),
                chains([1, 2], [3, 4]),
                chains([3, 4], [1, 2]),
                chains([1, 3], [2]),
                chains([2], [1, 3, 4]),
            ],
            nudge="Draw the nodes. Which link did you change last, and what's left of the other "
            "list?",
        ),
        Group(
            NODE_TIES,
            oracle=merged_chains,
            test=linked,
            show=show_linked,
            cases=[
                chains([1, 2, 5], [2.0, 4.0]),
                chains([1, 1], [1.0, 1.0]),
                chains([0, 0], [False, 1]),
            ],
            nudge=nudge_on(
                "value order",
                "2 and 2.0 are equal and can be told apart. Which of them does your test take?",
            ),
        ),
        Group(
            GIVEN,
            inputs=two_chains,
            oracle=spliced,
            test=linked,
            show=show_linked,
            tries=120,
            nudge="Change only links: no new nodes except one in front, and no moved values.",
        ),
        Group(
            MANY_NODES,
            oracle=merged_chains,
            test=linked,
            show=show_linked,
            cases=lambda: [chains(range(0, MANY_AT_ONCE, 2), range(1, MANY_AT_ONCE, 2))],
            nudge=nudge_on("deep", "Recursing once per node exceeds the recursion limit.")
            | nudge_on("slow", "Does your code walk the list again for each node?"),
        ),
    ],
    hints=[
        "The nodes already exist. What has to change so that they come in another order?",
        "Keep the last node of the merged part. The next one is the smaller of two nodes: link it, "
        "and move on in the list it came from.",
        "With a dummy node in front, it doesn't matter which list has the first node. When one "
        "list is used up, a single link attaches all that's left of the other.",
        "`dummy = tail = Node(None)`. While neither is None: if `b.value < a.value`, set "
        "`tail.next, b = b, b.next`, else `tail.next, a = a, a.next`; then `tail = tail.next`. At "
        "the end `tail.next = a if a is not None else b`, and return `dummy.next`.",
    ],
    without=("setrecursionlimit",),
)

SMALL = "lists and iterators, any k"
STREAM_TIES = "equal items: those of a first"
READS = "endless streams, at most k + 2 items read"

first_merged = Exercise(
    difficulty="medium",
    minutes=12,
    groups=[
        Group(
            SMALL,
            accept=exactly,
            cases=[
                case([1, 2, 5], [2, 4, 6], 4, gives=[1, 2, 2, 4]),
                case(Stream([1, 4]), Stream([2, 3]), 3, gives=[1, 2, 3]),
                case(Stream([1, 4]), [2, 3], 9, gives=[1, 2, 3, 4]),
                case([3], Stream([]), 2, gives=[3]),
                case(Stream([]), Stream([1, 2, 3]), 3, gives=[1, 2, 3]),
                case(Stream([1, 2, 3]), Stream([2]), 9, gives=[1, 2, 2, 3]),
                case([], [], 3, gives=[]),
                case([1], [2], 0, gives=[]),
                case(Stream([0, 1]), Stream([-1, 0, 2]), 9, gives=[-1, 0, 0, 1, 2]),
                case(Stream(["", "b"]), Stream(["a"]), 2, gives=["", "a"]),
            ],
            inputs=streams_and_k,
            oracle=first_items,
            tries=120,
            nudge=nudge_on(
                "value order raised",
                "Keep one item of each stream in your hand, and know when a stream has ended.",
            ),
        ),
        Group(
            STREAM_TIES,
            accept=exactly,
            cases=[
                case(Stream([1, 1]), Stream([1.0]), 2, gives=[1, 1]),
                case(Stream([0, 2]), Stream([0.0, 2.0]), 3, gives=[0, 0.0, 2]),
                case([False, True], [0, 1], 4, gives=[False, 0, True, 1]),
            ],
            nudge=nudge_on(
                "value order",
                "2 and 2.0 are equal and can be told apart. Which of them does your test take?",
            ),
        ),
        Group(
            READS,
            accept=exactly,
            also=few_reads,
            cases=[
                case(Stream([7], endless=True), Stream([5], endless=True), 3, gives=[5, 5, 5]),
                case(Stream(range(100)), Stream(range(50, 150)), 4, gives=[0, 1, 2, 3]),
                case(Stream([9], endless=True), Stream([1, 2]), 3, gives=[1, 2, 9]),
                case(Stream([1], endless=True), Stream([2], endless=True), 5000, gives=[1] * 5000),
                case(Stream([1], endless=True), Stream([], endless=False), 0, gives=[]),
            ],
            inputs=two_iterators,
            oracle=first_items,
            tries=60,
            nudge=nudge_on(
                "value slow memory", "Which items must you have seen to know the k smallest?"
            ),
        ),
    ],
    hints=[
        "Which of your merging functions looks at items that it doesn't need yet?",
        "The two pointers become two items in your hand: the next one of each stream. Read a new "
        "one only from the stream whose item has left.",
        "`iter()` turns a list into an iterator too, and returns an iterator unchanged. `next(a, "
        "END)` returns `END` when nothing is left. Use `END = object()`: `None` or 0 could be "
        "confused with an item. Stop when you have k items, or when both hands hold `END`.",
        "`a, b = iter(a), iter(b)`, then `x, y = next(a, END), next(b, END)`. While `len(out) < k` "
        "and not both are `END`: if `y is END or (x is not END and x <= y)`, append `x` and read "
        "`x = next(a, END)`, else the same with `y` and `b`. Or let `heapq.merge` and "
        "`itertools.islice` do it, and explain why they read no more.",
    ],
)

NONE = "no lists, empty lists, one list"
MANY = "any lists, left unchanged; equals in the order of the lists"
LEVELS = "O(N log k) comparisons"


merge_many = Exercise(
    difficulty="medium",
    minutes=15,
    groups=[
        Group(
            NONE,
            accept=exactly,
            cases=[
                case([], gives=[]),
                case([[]], gives=[]),
                case([[], [], []], gives=[]),
                case([[1, 2]], gives=[1, 2]),
                case([[], [1], [], [0, 2], []], gives=[0, 1, 2]),
                case([[1, 4], [2, 5], [3, 6]], gives=[1, 2, 3, 4, 5, 6]),
                case([[5], [4], [3], [2], [1]], gives=[1, 2, 3, 4, 5]),
                case([[3, 4], [1, 2]], gives=[1, 2, 3, 4]),
                case([[0, 0], [0], [-1, 0]], gives=[-1, 0, 0, 0, 0]),
            ],
            nudge=nudge_on(
                "value raised",
                "A list that is empty, or has run empty, has no first element to compare.",
            ),
        ),
        Group(
            MANY,
            accept=exactly,
            cases=[
                case([[1, 2], [1.0], [True, 2.0]], gives=[1, 1.0, True, 2, 2.0]),
                case([[1], [1.0, 5], [True, 2]], gives=[1, 1.0, True, 2, 5]),
                case(
                    [[1, 9.0], [1.0], [True], [Fraction(1), 9], [1.0]],
                    gives=[1, 1.0, True, Fraction(1), 1.0, 9.0, 9],
                ),
                case([["b"], ["", "c"], ["a", "b"]], gives=["", "a", "b", "b", "c"]),
            ],
            inputs=many_lists,
            oracle=merged_many,
            tries=120,
            nudge=nudge_on(
                "value order raised",
                "When two first elements are equal, what decides in your code?",
            ),
        ),
        Comparisons(
            LEVELS,
            args=short_lists,
            oracle=merged_many,
            sizes=(16, 32, 64, 128),
            exponent=1.4,
            most=enough_for_many,
            brute="one after another",
            best="a heap of first elements",
            nudge="How often is an element compared before it reaches its final position?",
        ),
    ],
    hints=[
        "If you merge the lists one after another, how often is an element of the first one moved?",
        "Two ways lead to N log k: halve the number of lists in each round, or keep the k first "
        "elements where you can find the smallest in log k steps.",
        "In rounds: merge neighbours, first with second, third with fourth, until one list is "
        "left; an odd one waits for the next round, in its position. With a heap: entries of "
        "(value, number of the list, index in it), so that the list decides ties and the lists are "
        "never compared.",
        "`heap = [(each[0], number, 0) for number, each in enumerate(lists) if each]` and "
        "`heapq.heapify(heap)`. While the heap is not empty: pop `(value, number, at)`, append the "
        "value, and if `at + 1 < len(lists[number])` push `(lists[number][at + 1], number, at + "
        "1)`.",
    ],
)
