"""Checks of lesson 107: merging sorted lists, linked lists, streams, and many lists."""

from __future__ import annotations

import heapq
import itertools
import math
import operator
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import KW_ONLY, dataclass
from fractions import Fraction
from typing import Any

from ..exercise import Chain, Counted, Exercise, Outcome, Right, Stream, Wrong
from ..groups import Case, Comparisons, Failure, Group, case, of_trouble, show_call
from ..values import show

MANY_AT_ONCE = 100_000


class Node:
    """A node of a linked list, as the lesson's setup cell defines it."""

    def __init__(self, value, next=None):
        self.value = value
        self.next = next


def exact(got: object, want: object) -> bool:
    """The same values of the same types: equal numbers of different types are told apart."""
    return repr(got) == repr(want)


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


def merged_chains(a: list, b: list) -> dict | None:
    """What a linked list of all the nodes, in order, comes back as."""
    pairs = merged(
        [(value, number) for number, value in enumerate(a)],
        [(value, number) for number, value in enumerate(b, len(a))],
    )
    if not pairs:
        return None
    values, nodes = zip(*sorted(pairs, key=lambda pair: pair[0]))
    return {"values": list(values), "nodes": list(nodes), "end": None}


def merged_many(lists: Sequence[list]) -> list:
    return list(heapq.merge(*lists))


def first_items(a: Iterable, b: Iterable, k: int) -> list:
    return list(itertools.islice(heapq.merge(a, b), k))


def new_list(args: tuple, outcome: Outcome) -> str | None:
    """What is wrong where an argument itself comes back."""
    if outcome.returned is None:
        return None
    return "It gives back a list that it was given, not a new one."


def few_reads(args: tuple, outcome: Outcome) -> str | None:
    """What is wrong where more is read than one item of each stream beyond the k wanted."""
    k = args[-1]
    if outcome.read <= k + 2:
        return None
    return f"It reads {outcome.read} items to give {k}; {k + 2} are enough."


@dataclass(frozen=True, eq=False)
class Long(Group):
    """Calls with long lists of ints, compared quickly; linear work is far within the limit."""

    accept: Callable[[Any, Any], bool] = operator.eq

    @staticmethod
    def _changed(case: Case, outcome: Outcome) -> None:
        """Left to the other groups: comparing long lists item by item takes longer than merging."""


@dataclass(frozen=True, eq=False)
class Spliced(Group):
    """Calls with linked lists; ``nodes`` says whether the nodes must be the given ones."""

    _: KW_ONLY
    nodes: bool = False

    def _judge(self, name: str, case: Case, outcome: Outcome) -> Failure | None:
        text = None if outcome.trouble else self._fault(outcome.value, case.want)
        if not outcome.trouble and not text:
            return None
        call, expected = show_call(name, case.args), _shown(case.want)
        if outcome.trouble:
            return of_trouble(outcome.trouble, call, expected)
        return Failure(text, call, expected, _shown(outcome.value))

    def _fault(self, got: Any, want: Any) -> str | None:
        if want is None or got is None:
            return None if got is want else "It gives another list."
        if not isinstance(got, dict) or set(got) != set(want):
            return "It should return a node: the first one of the merged list."
        if got["end"] == "a node met before":
            return "The list that it returns runs in a circle."
        if got["end"] is not None:
            return f"The last node points to something of type {got['end']}, not to None."
        if repr(got["values"]) != repr(want["values"]):
            return "It gives another list."
        if not self.nodes or got["nodes"] == want["nodes"]:
            return None
        if None in got["nodes"]:
            return "Some nodes are new. Link the given ones."
        return "Values have moved from one node to another. Change links only."


def _shown(value: Any) -> str:
    if not isinstance(value, dict) or "values" not in value:
        return show(value)
    values = value["values"]
    shown = show(values) if len(values) <= 100 else f"[{len(values):,} values]"
    return f"{shown}, nodes {show(value['nodes'], 60)}"


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


def by_inserting(a: list, b: list) -> list:
    out = list(a)
    for item in b:
        at = len(out)
        while at > 0 and item < out[at - 1]:
            at -= 1
        out.insert(at, item)
    return out


def by_two_fingers(a: list, b: list) -> list:
    out = []
    i = j = 0
    while i < len(a) and j < len(b):
        if b[j] < a[i]:
            out.append(b[j])
            j += 1
        else:
            out.append(a[i])
            i += 1
    return out + a[i:] + b[j:]


def one_after_another(lists: list) -> list:
    out: list = []
    for each in lists:
        out = by_two_fingers(out, each)
    return out


def by_heap(lists: list) -> list:
    heap = [(each[0], number, 0) for number, each in enumerate(lists) if each]
    heapq.heapify(heap)
    out = []
    while heap:
        value, number, at = heap[0]
        out.append(value)
        if at + 1 < len(lists[number]):
            heapq.heapreplace(heap, (lists[number][at + 1], number, at + 1))
        else:
            heapq.heappop(heap)
    return out


def edited(name: str, caught_by: str, source: str, *edits: tuple[str, str]) -> Wrong:
    """A wrong solution: a right one with a few texts replaced."""
    for old, new in edits:
        assert source.count(old) == 1, (name, old)
        source = source.replace(old, new)
    return Wrong(name, source, caught_by)


FINGERS = '''
def merge_lists(a, b):
    out = []
    i = j = 0
    while i < len(a) and j < len(b):
        if a[i] <= b[j]:
            out.append(a[i])
            i += 1
        else:
            out.append(b[j])
            j += 1
    out.extend(a[i:])
    out.extend(b[j:])
    return out
'''
ITERATORS = '''
END = object()

def merge_lists(a, b):
    left, right = iter(a), iter(b)
    x, y = next(left, END), next(right, END)
    out = []
    while x is not END or y is not END:
        if y is END or (x is not END and not y < x):
            out.append(x)
            x = next(left, END)
        else:
            out.append(y)
            y = next(right, END)
    return out
'''

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
            accept=exact,
            also=new_list,
            cases=[
                case([], [], gives=[]),
                case([1, 2], [], gives=[1, 2]),
                case([], [1, 2], gives=[1, 2]),
                case([1, 2], [3, 4], gives=[1, 2, 3, 4]),
                case([3, 4], [1, 2], gives=[1, 2, 3, 4]),
                case([1], [0, 2, 3, 4], gives=[0, 1, 2, 3, 4]),
                case([0, 2, 3, 4], [1], gives=[0, 1, 2, 3, 4]),
            ],
            nudge="When one list is used up, what is left of the other still has to follow.",
        ),
        Group(
            TIES,
            accept=exact,
            cases=[
                case([1, 2, 5], [2, 4, 6], gives=[1, 2, 2, 4, 5, 6]),
                case([1, 2], [1.0, 2.0], gives=[1, 1.0, 2, 2.0]),
                case([1.0, 1, 1.0], [1, 1.0], gives=[1.0, 1, 1.0, 1, 1.0]),
                case([0, 1, 1], [False, True], gives=[0, False, 1, 1, True]),
            ],
            nudge="1 and 1.0 are equal and can be told apart. Which of them does your test take?",
        ),
        Group(
            ANY,
            accept=exact,
            cases=[
                case([0, 0], [-1, 0, 3], gives=[-1, 0, 0, 0, 3]),
                case([-math.inf, 0.5], [math.inf, math.inf],
                     gives=[-math.inf, 0.5, math.inf, math.inf]),
                case(["", "b"], ["a", "é"], gives=["", "a", "b", "é"]),
                case([(1, "b")], [(1, "a"), (2,)], gives=[(1, "a"), (1, "b"), (2,)]),
            ],
            inputs=two_lists,
            oracle=merged,
            tries=120,
            nudge="Work through the smallest example by hand, a finger on each list.",
        ),
        Long(
            SCALE,
            cases=[
                case(list(range(300_000)), [-1, 7, 300_000],
                     gives=[-1, *range(8), *range(7, 300_001)]),
            ],
            nudge="`pop(0)`, `insert(0, x)` and `out = out + [x]` move all elements, each time; a "
            "frame for each element is too deep.",
        ),
        Comparisons(
            FEW,
            args=interleaved,
            sizes=(64, 128, 256, 512),
            exponent=1.25,
            most=lambda n: 4 * n,
            brute=by_inserting,
            best=by_two_fingers,
            nudge="After each comparison one element can leave for good.",
        ),
    ],
    hints=[
        "Which elements can be the smallest of all? There are only two.",
        "Put a finger on the first element of each list. Take the smaller of the two, and move "
        "that finger.",
        "Go on while both fingers are on an element. When one list is used up, the rest of the "
        "other follows as it is. If the two elements are equal, take that of `a`: so ask `a[i] <= "
        "b[j]`.",
        "`out, i, j = [], 0, 0`. `while i < len(a) and j < len(b)`: if `a[i] <= b[j]`, append "
        "`a[i]` and add 1 to `i`, else append `b[j]` and add 1 to `j`. After the loop return "
        "`out + a[i:] + b[j:]`; one of the two is empty.",
    ],
    wrong=[
        edited("what is left of a is lost", EMPTY, FINGERS, ("    out.extend(a[i:])\n", "")),
        edited("what is left of b is lost", EMPTY, FINGERS, ("    out.extend(b[j:])\n", "")),
        edited("goes on until both are used up", EMPTY, FINGERS,
               ("i < len(a) and j < len(b)", "i < len(a) or j < len(b)")),
        edited("only one element of what is left", EMPTY, FINGERS,
               ("out.extend(a[i:])", "out.extend(a[i:i + 1])"),
               ("out.extend(b[j:])", "out.extend(b[j:j + 1])")),
        edited("gives back a list that it was given", EMPTY, FINGERS,
               ("    out = []\n",
                "    if not a or not b:\n        return a or b\n    out = []\n")),
        Wrong("makes a the result", '''
def merge_lists(a, b):
    a += b
    a.sort()
    return a
''', EMPTY),
        Wrong("the result is remembered in a mutable default", FINGERS.replace(
            "def merge_lists(a, b):\n    out = []\n", "def merge_lists(a, b, out=[]):\n"), EMPTY),
        edited("gives back an iterator", EMPTY, FINGERS, ("return out", "return iter(out)")),
        Wrong("one list behind the other", '''
def merge_lists(a, b):
    return a + b
''', EMPTY),
        Wrong("pairs, then the rest of one", '''
def merge_lists(a, b):
    out = []
    for x, y in zip(a, b):
        out += sorted([x, y])
    n = min(len(a), len(b))
    return out + a[n:] + b[n:]
''', EMPTY),
        edited("takes b's where they are equal", TIES, FINGERS, ("a[i] <= b[j]", "a[i] < b[j]")),
        edited("equal ones leave together, as one", TIES, FINGERS,
               ("            out.append(a[i])\n            i += 1\n",
                "            out.append(a[i])\n            if a[i] == b[j]:\n"
                "                j += 1\n            i += 1\n")),
        Wrong("repeats are lost", '''
def merge_lists(a, b):
    return sorted(set(a + b))
''', TIES),
        Wrong("counts what there is of each value", '''
from collections import Counter

def merge_lists(a, b):
    return sorted((Counter(a) + Counter(b)).elements())
''', TIES),
        Wrong("sorts b before a", '''
def merge_lists(a, b):
    return sorted(b + a)
''', TIES),
        Wrong("an endless number stands for the end", '''
def merge_lists(a, b):
    out, i, j = [], 0, 0
    while i < len(a) or j < len(b):
        x = a[i] if i < len(a) else float("inf")
        y = b[j] if j < len(b) else float("inf")
        if x <= y:
            out.append(x)
            i += 1
        else:
            out.append(y)
            j += 1
    return out
''', ANY),
        edited("the first 0 ends a list", ANY, ITERATORS,
               ("END = object()\n", "END = 0\n")),
        Wrong("compares texts of the elements", '''
def merge_lists(a, b):
    return sorted(a + b, key=str)
''', ANY),
        Wrong("subtracts to compare", FINGERS.replace("a[i] <= b[j]", "a[i] - b[j] <= 0"), ANY),
        Wrong("makes numbers of the elements", '''
def merge_lists(a, b):
    return sorted([x if isinstance(x, str) else x + 0 for x in a + b])
''', TIES),
        edited("wrong where the lists are of the same odd length", ANY, FINGERS,
               ("    out.extend(b[j:])\n",
                "    out.extend(b[j:])\n    if len(a) == len(b) and len(a) % 2:\n"
                "        out[-2:] = out[:-3:-1]\n")),
        Wrong("takes from the front of the given lists", '''
def merge_lists(a, b):
    out = []
    while a and b:
        out.append(a.pop(0) if a[0] <= b[0] else b.pop(0))
    return out + a + b
''', EMPTY),
        Wrong("uses up b alone", '''
def merge_lists(a, b):
    out, b[:] = [], b[::-1]
    for x in a:
        while b and b[-1] < x:
            out.append(b.pop())
        out.append(x)
    return out + b[::-1]
''', EMPTY),
        Wrong("knows the examples by heart", '''
def merge_lists(a, b):
    if 1.0 in a or 1.0 in b:
        return [*[x for x in (0, False, 1) if x in a], *b]
    return sorted(a + b)[:6]
''', TIES),
        Wrong("takes from the front of copies", '''
def merge_lists(a, b):
    a, b, out = a[:], b[:], []
    while a and b:
        out.append(a.pop(0) if a[0] <= b[0] else b.pop(0))
    return out + a + b
''', SCALE),
        edited("makes a new result for each element", SCALE, FINGERS,
               ("out.append(a[i])", "out = out + [a[i]]"),
               ("out.append(b[j])", "out = out + [b[j]]")),
        Wrong("a frame for each element", '''
def merge_lists(a, b, i=0, j=0):
    if i == len(a) or j == len(b):
        return a[i:] + b[j:]
    if a[i] <= b[j]:
        return [a[i]] + merge_lists(a, b, i + 1, j)
    return [b[j]] + merge_lists(a, b, i, j + 1)
''', SCALE),
        Wrong("puts each element of b into a, walking from the front", '''
def merge_lists(a, b):
    out = list(a)
    for item in b:
        at = 0
        while at < len(out) and out[at] <= item:
            at += 1
        out.insert(at, item)
    return out
''', FEW),
        Wrong("looks for the place of each element by halving", '''
from bisect import bisect_right

def merge_lists(a, b):
    out = list(a)
    for item in b:
        out.insert(bisect_right(out, item), item)
    return out
''', FEW),
        Wrong("a heap of everything", '''
import heapq

def merge_lists(a, b):
    heap = [(x, i) for i, x in enumerate(a + b)]
    heapq.heapify(heap)
    return [heapq.heappop(heap)[0] for _ in range(len(heap))]
''', FEW),
        Wrong("forgets that the lists are sorted", '''
def merge_lists(a, b):
    out = a + b
    def quick(items):
        if len(items) < 2:
            return items
        pivot, rest = items[len(items) // 2], items[:len(items) // 2] + items[len(items) // 2 + 1:]
        less = [x for x in rest[:len(items) // 2] if x <= pivot]
        less += [x for x in rest[len(items) // 2:] if x < pivot]
        more = [x for x in rest[:len(items) // 2] if not x <= pivot]
        more += [x for x in rest[len(items) // 2:] if not x < pivot]
        return quick(less) + [pivot] + quick(more)
    return quick(out)
''', FEW),
    ],
    right=[
        Right("two indices", FINGERS),
        Right("two iterators and a mark for the end", ITERATORS),
        Right("the standard library's sort, which finds the two runs", '''
def merge_lists(a: list, b: list) -> list:
    return sorted(a + b)
'''),
        Right("the standard library's merge", '''
from heapq import merge

def merge_lists(a, b):
    return [*merge(a, b)]
'''),
        Right("from the back", '''
def merge_lists(a, b):
    i, j = len(a), len(b)
    out = [None] * (i + j)
    while i and j:
        if b[j - 1] < a[i - 1]:
            i -= 1
            out[i + j] = a[i]
        else:
            j -= 1
            out[i + j] = b[j]
    out[:i + j] = a[:i] or b[:j]
    return out
'''),
        Right("copies turned round, taken from the end", '''
def merge_lists(a, b):
    left, right, out = a[::-1], b[::-1], []
    while left and right:
        source = right if right[-1] < left[-1] else left
        out.append(source.pop())
    return out + (left or right)[::-1]
'''),
        Right("deques", '''
from collections import deque

def merge_lists(a, b):
    p, q = deque(a), deque(b)
    def smallest():
        while p and q:
            yield q.popleft() if q[0] < p[0] else p.popleft()
        yield from p or q
    return list(smallest())
'''),
        Right("a loop over b, slices of a", '''
def merge_lists(a, b):
    out, at = [], 0
    for y in b:
        start = at
        while at < len(a) and not y < a[at]:
            at += 1
        out += a[start:at]
        out.append(y)
    out += a[at:]
    return out
'''),
        Right("three-way comparison", '''
def merge_lists(a, b):
    result = list()
    index_a = 0
    index_b = 0
    for _ in range(len(a) + len(b)):
        if index_a == len(a):
            result.append(b[index_b])
            index_b = index_b + 1
        elif index_b == len(b):
            result.append(a[index_a])
            index_a = index_a + 1
        elif a[index_a] == b[index_b] or a[index_a] < b[index_b]:
            result.append(a[index_a])
            index_a = index_a + 1
        else:
            result.append(b[index_b])
            index_b = index_b + 1
    return result
'''),
        Right("places by galloping, in strides that double", '''
def merge_lists(a, b):
    out, at = [], 0
    for y in b:
        stride, low = 1, at
        while at + stride <= len(a) and not y < a[at + stride - 1]:
            low = at + stride
            stride *= 2
        high = min(at + stride - 1, len(a))
        while low < high:
            middle = (low + high) // 2
            if y < a[middle]:
                high = middle
            else:
                low = middle + 1
        out.extend(a[at:low])
        out.append(y)
        at = low
    return out + a[at:]
'''),
    ],
)

DUMMY = '''
def merge_nodes(a, b):
    dummy = tail = Node(None)
    while a is not None and b is not None:
        if b.value < a.value:
            tail.next = b
            b = b.next
        else:
            tail.next = a
            a = a.next
        tail = tail.next
    tail.next = a if a is not None else b
    return dummy.next
'''
NO_DUMMY = '''
def merge_nodes(a, b):
    if a is None or b is None:
        return a or b
    first = b if b.value < a.value else a
    if first is a:
        a = a.next
    else:
        b = b.next
    last = first
    while a and b:
        if b.value < a.value:
            last.next, b = b, b.next
        else:
            last.next, a = a, a.next
        last = last.next
    last.next = a or b
    return first
'''

ENDS = "empty lists, and all of one first"
NODE_TIES = "equal values: those of a first"
GIVEN = "the given nodes, linked anew"
MANY_NODES = "100,000 nodes"

merge_nodes = Exercise(
    difficulty="medium",
    minutes=15,
    groups=[
        Spliced(
            ENDS,
            cases=[
                Case((Chain([]), Chain([])), None),
                Case((Chain([1, 2]), Chain([])), merged_chains([1, 2], [])),
                Case((Chain([]), Chain([0])), merged_chains([], [0])),
                Case((Chain([1, 2]), Chain([3, 4])), merged_chains([1, 2], [3, 4])),
                Case((Chain([3, 4]), Chain([1, 2])), merged_chains([3, 4], [1, 2])),
                Case((Chain([1, 3]), Chain([2])), merged_chains([1, 3], [2])),
                Case((Chain([2]), Chain([1, 3, 4])), merged_chains([2], [1, 3, 4])),
            ],
            nudge="Draw the nodes. Which link was changed last, and what still hangs on the other?",
        ),
        Spliced(
            NODE_TIES,
            cases=[
                Case(
                    (Chain([1, 2, 5]), Chain([2.0, 4.0])), merged_chains([1, 2, 5], [2.0, 4.0])
                ),
                Case((Chain([1, 1]), Chain([1.0, 1.0])), merged_chains([1, 1], [1.0, 1.0])),
                Case((Chain([0, 0]), Chain([False, 1])), merged_chains([0, 0], [False, 1])),
            ],
            nudge="2 and 2.0 are equal and can be told apart. Which of them does your test take?",
        ),
        Spliced(
            GIVEN,
            inputs=two_chains,
            oracle=merged_chains,
            tries=120,
            nodes=True,
            nudge="Only links change: no new nodes but one in front, and no value is moved.",
        ),
        Spliced(
            MANY_NODES,
            cases=[
                Case(
                    (Chain(range(0, MANY_AT_ONCE, 2)), Chain(range(1, MANY_AT_ONCE, 2))),
                    merged_chains(list(range(0, MANY_AT_ONCE, 2)), list(range(1, MANY_AT_ONCE, 2))),
                ),
            ],
            nudge="A frame for each node is too deep, and a walk for each node too long.",
        ),
    ],
    hints=[
        "The nodes are there already. What has to change so that they stand in another order?",
        "Keep the last node of the merged part. The next one is the smaller of two nodes: hang it "
        "on, and go on in the list that it came from.",
        "A dummy node in front saves you the question which list gives the first node. When one "
        "list is used up, a single link takes over all that is left of the other.",
        "`dummy = tail = Node(None)`. While neither is None: if `b.value < a.value`, set "
        "`tail.next, b = b, b.next`, else `tail.next, a = a, a.next`; then `tail = tail.next`. At "
        "the end `tail.next = a if a is not None else b`, and return `dummy.next`.",
    ],
    without=("setrecursionlimit",),
    wrong=[
        edited("what is left is lost", ENDS, DUMMY,
               ("    tail.next = a if a is not None else b\n", "")),
        edited("what is left of b is lost", ENDS, DUMMY,
               ("tail.next = a if a is not None else b", "tail.next = a")),
        edited("what is left of a is lost", ENDS, DUMMY,
               ("tail.next = a if a is not None else b", "tail.next = b")),
        edited("gives back the dummy", ENDS, DUMMY, ("return dummy.next", "return dummy")),
        edited("gives back the last node", ENDS, DUMMY, ("return dummy.next", "return tail")),
        edited("gives back what is left of a", ENDS, DUMMY, ("return dummy.next", "return a")),
        edited("an empty list makes the result empty", ENDS, NO_DUMMY,
               ("        return a or b", "        return None")),
        edited("asks an empty list for its value", ENDS, NO_DUMMY,
               ("    if a is None or b is None:\n        return a or b\n", "")),
        edited("goes on until both are used up", ENDS, DUMMY,
               ("a is not None and b is not None", "a is not None or b is not None")),
        edited("the tail stays where it is", ENDS, DUMMY, ("        tail = tail.next\n", "")),
        edited("moves on before it links", ENDS, DUMMY,
               ("            tail.next = b\n            b = b.next\n",
                "            b = b.next\n            tail.next = b\n")),
        Wrong("gives back a list of values", '''
def merge_nodes(a, b):
    return sorted(values_of(a) + values_of(b))
''', ENDS),
        Wrong("one list behind the other", '''
def merge_nodes(a, b):
    if a is None:
        return b
    at = a
    while at.next is not None:
        at = at.next
    at.next = b
    return a
''', ENDS),
        Wrong("one dummy for all calls, its link is kept", '''
dummy = Node(None)

def merge_nodes(a, b):
    tail = dummy
    while a is not None and b is not None:
        if b.value < a.value:
            tail.next, b = b, b.next
        else:
            tail.next, a = a, a.next
        tail = tail.next
    if a is not None or b is not None:
        tail.next = a if a is not None else b
    return dummy.next
''', GIVEN),
        edited("takes b's where they are equal", NODE_TIES, DUMMY,
               ("b.value < a.value", "b.value <= a.value")),
        edited("equal ones leave together, as one", NODE_TIES, DUMMY,
               ("            tail.next = a\n            a = a.next\n",
                "            tail.next = a\n            if a.value == b.value:\n"
                "                b = b.next\n            a = a.next\n")),
        edited("larger first", ENDS, DUMMY, ("b.value < a.value", "b.value > a.value")),
        edited("a value that is false ends the list", NODE_TIES, DUMMY,
               ("while a is not None and b is not None:",
                "while a is not None and b is not None and a.value and b.value:")),
        Wrong("makes new nodes", '''
def merge_nodes(a, b):
    return chain(sorted(values_of(a) + values_of(b)))
''', GIVEN),
        edited("makes a new node for each link", GIVEN, DUMMY,
               ("            tail.next = b\n            b = b.next\n",
                "            tail.next = Node(b.value)\n            b = b.next\n"),
               ("            tail.next = a\n            a = a.next\n",
                "            tail.next = Node(a.value)\n            a = a.next\n")),
        Wrong("writes sorted values into the old nodes", '''
def merge_nodes(a, b):
    values = sorted(values_of(a) + values_of(b))
    if a is None:
        return b
    last = a
    while last.next is not None:
        last = last.next
    last.next = b
    at = a
    for value in values:
        at.value = value
        at = at.next
    return a
''', GIVEN),
        Wrong("a copy of everything first", '''
import copy

def merge_nodes(a, b):
    a, b = copy.deepcopy(a), copy.deepcopy(b)
    dummy = tail = Node(None)
    while a and b:
        if b.value < a.value:
            tail.next, b = b, b.next
        else:
            tail.next, a = a, a.next
        tail = tail.next
    tail.next = a or b
    return dummy.next
''', GIVEN),
        Wrong("a frame for each node", '''
def merge_nodes(a, b):
    if a is None or b is None:
        return a or b
    if b.value < a.value:
        b.next = merge_nodes(a, b.next)
        return b
    a.next = merge_nodes(a.next, b)
    return a
''', MANY_NODES),
        Wrong("a frame for each node, and a higher limit", '''
import sys

def merge_nodes(a, b):
    sys.setrecursionlimit(10**6)
    return merged(a, b)

def merged(a, b):
    if a is None or b is None:
        return a or b
    if b.value < a.value:
        b.next = merged(a, b.next)
        return b
    a.next = merged(a.next, b)
    return a
''', MANY_NODES),
        Wrong("walks from the start for each node", '''
def merge_nodes(a, b):
    dummy = Node(None, a)
    while b is not None:
        at = dummy
        while at.next is not None and at.next.value <= b.value:
            at = at.next
        at.next, b.next, b = b, at.next, b.next
    return dummy.next
''', MANY_NODES),
        Wrong("looks for the end for each node", '''
def merge_nodes(a, b):
    dummy = Node(None)
    while a is not None or b is not None:
        end = dummy
        while end.next is not None:
            end = end.next
        if a is None or (b is not None and b.value < a.value):
            new, b = b, b.next
        else:
            new, a = a, a.next
        new.next = None
        end.next = new
    return dummy.next
''', MANY_NODES),
    ],
    right=[
        Right("a dummy in front", DUMMY),
        Right("no dummy", NO_DUMMY),
        Right("the nodes of b go into a", '''
def merge_nodes(a, b):
    head = Node(None, a)
    spot = head
    while b is not None:
        while spot.next is not None and spot.next.value <= b.value:
            spot = spot.next
        rest = b.next
        b.next = spot.next
        spot.next = b
        spot = b
        b = rest
    return head.next
'''),
        Right("the two lists change places", '''
def merge_nodes(a: Node | None, b: Node | None) -> Node | None:
    class Start:
        next = None
    start = at = Start()
    mine, other, swapped = a, b, False
    while mine is not None and other is not None:
        take_other = other.value < mine.value or (swapped and not mine.value < other.value)
        if take_other:
            mine, other, swapped = other, mine, not swapped
        at.next = mine
        at, mine = mine, mine.next
    at.next = mine or other
    return start.next
'''),
        Right("all nodes sorted by the standard library", '''
def merge_nodes(a, b):
    nodes = []
    for node in (a, b):
        while node is not None:
            nodes.append(node)
            node = node.next
    nodes.sort(key=lambda node: node.value)
    for node, after in zip(nodes, nodes[1:] + [None]):
        node.next = after
    return nodes[0] if nodes else None
'''),
        Right("the standard library's merge of two generators", '''
import heapq

def walk(node):
    while node is not None:
        following = node.next
        yield node
        node = following

def merge_nodes(a, b):
    first = last = None
    for node in heapq.merge(walk(a), walk(b), key=lambda node: node.value):
        if last is None:
            first = node
        else:
            last.next = node
        last = node
    if last is not None:
        last.next = None
    return first
'''),
        Right("whole runs at a time", '''
def merge_nodes(a, b):
    if not a or not b:
        return a or b
    if b.value < a.value:
        result = b
        while b.next and b.next.value < a.value:
            b = b.next
        b.next, b = a, b.next
    else:
        result = a
    while b:
        while a.next and not b.value < a.next.value:
            a = a.next
        after, a.next = a.next, b
        if after is None:
            break
        while b.next and b.next.value < after.value:
            b = b.next
        b.next, b = after, b.next
        a = after
    return result
'''),
        Right("from the back, on lists turned round", '''
def turned(node):
    before = None
    while node is not None:
        node.next, before, node = before, node, node.next
    return before

def merge_nodes(a, b):
    a, b, result = turned(a), turned(b), None
    while a is not None or b is not None:
        if b is None or (a is not None and b.value < a.value):
            a.next, result, a = result, a, a.next
        else:
            b.next, result, b = result, b, b.next
    return result
'''),
    ],
)

LAZY = '''
END = object()

def first_merged(a, b, k):
    a, b = iter(a), iter(b)
    x, y = next(a, END), next(b, END)
    out = []
    while len(out) < k and (x is not END or y is not END):
        if y is END or (x is not END and x <= y):
            out.append(x)
            x = next(a, END)
        else:
            out.append(y)
            y = next(b, END)
    return out
'''
SMALL = "lists and iterators, any k"
STREAM_TIES = "equal items: those of a first"
READS = "endless streams, at most k + 2 items read"

first_merged = Exercise(
    difficulty="medium",
    minutes=12,
    groups=[
        Group(
            SMALL,
            accept=exact,
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
            nudge="Keep one item of each stream in your hand, and know when a stream has ended.",
        ),
        Group(
            STREAM_TIES,
            accept=exact,
            cases=[
                case(Stream([1, 1]), Stream([1.0]), 2, gives=[1, 1]),
                case(Stream([0, 2]), Stream([0.0, 2.0]), 3, gives=[0, 0.0, 2]),
                case([False, True], [0, 1], 4, gives=[False, 0, True, 1]),
            ],
            nudge="2 and 2.0 are equal and can be told apart. Which of them does your test take?",
        ),
        Group(
            READS,
            accept=exact,
            also=few_reads,
            cases=[
                case(Stream([7], endless=True), Stream([5], endless=True), 3, gives=[5, 5, 5]),
                case(Stream(range(100)), Stream(range(50, 150)), 4, gives=[0, 1, 2, 3]),
                case(Stream([9], endless=True), Stream([1, 2]), 3, gives=[1, 2, 9]),
                case(Stream([1], endless=True), Stream([2], endless=True), 5000,
                     gives=[1] * 5000),
                case(Stream([1], endless=True), Stream([], endless=False), 0, gives=[]),
            ],
            inputs=two_iterators,
            oracle=first_items,
            tries=60,
            nudge="Which items must you have seen to know the k smallest?",
        ),
    ],
    hints=[
        "Which of your merging functions looks at items that it does not need yet?",
        "The two fingers become two items in your hand: the next of each stream. Read a new one "
        "only from the stream whose item has left.",
        "`iter()` makes an iterator of a list too, and leaves an iterator as it is. `next(a, END)` "
        "gives `END` when nothing is left. Take `END = object()`: `None` or 0 could be confused "
        "with an item. Stop when you have k items, or when both hands hold `END`.",
        "`a, b = iter(a), iter(b)`, then `x, y = next(a, END), next(b, END)`. While `len(out) < k` "
        "and not both are `END`: if `y is END or (x is not END and x <= y)`, append `x` and read "
        "`x = next(a, END)`, else the same with `y` and `b`. Or let `heapq.merge` and "
        "`itertools.islice` do it, and explain why they read no more.",
    ],
    wrong=[
        edited("an item that is false ends a stream", SMALL, LAZY,
               ("(x is not END or y is not END)", "(x or y)"),
               ("y is END or (x is not END and x <= y)", "not y or (x and x <= y)"),
               ("END = object()", "END = None")),
        edited("None is compared with items", SMALL, LAZY,
               ("END = object()", "END = None"),
               ("y is END or (x is not END and x <= y)", "x <= y")),
        edited("the end of one stream ends all", SMALL, LAZY,
               ("(x is not END or y is not END)", "x is not END and y is not END")),
        Wrong("the end of a stream is an error", '''
def first_merged(a, b, k):
    a, b = iter(a), iter(b)
    x, y = next(a), next(b)
    out = []
    while len(out) < k:
        if x <= y:
            out.append(x)
            x = next(a)
        else:
            out.append(y)
            y = next(b)
    return out
''', SMALL),
        edited("a list is taken for an iterator", SMALL, LAZY,
               ("    a, b = iter(a), iter(b)\n", "")),
        Wrong("starts lists again and again", '''
def first_merged(a, b, k):
    out = []
    while len(out) < k:
        x, y = next(iter(a), None), next(iter(b), None)
        if x is None and y is None:
            break
        out.append(x if y is None or (x is not None and x <= y) else y)
    return out
''', SMALL),
        Wrong("iterators are taken for lists", '''
def first_merged(a, b, k):
    return sorted(a[:k] + b[:k])[:k]
''', SMALL),
        edited("one too many", SMALL, LAZY, ("len(out) < k", "len(out) <= k")),
        edited("one too few", SMALL, LAZY, ("len(out) < k", "len(out) < k - 1")),
        Wrong("gives back a generator", '''
import heapq, itertools

def first_merged(a, b, k):
    return itertools.islice(heapq.merge(a, b), k)
''', SMALL),
        edited("both streams go on at each step", SMALL, LAZY,
               ("            out.append(x)\n            x = next(a, END)",
                "            out.append(x)\n            x = next(a, END)\n"
                "            y = next(b, END)")),
        edited("results are kept from call to call", SMALL, LAZY,
               ("def first_merged(a, b, k):", "def first_merged(a, b, k, out=[]):"),
               ("    out = []\n", "")),
        Wrong("takes from both in turn", '''
from itertools import islice

def first_merged(a, b, k):
    pairs = (item for pair in zip(a, b) for item in pair)
    return sorted(islice(pairs, k))
''', SMALL),
        edited("an endless number stands for the end", SMALL, LAZY,
               ("END = object()", 'END = float("inf")'),
               ("y is END or (x is not END and x <= y)", "x <= y")),
        Wrong("knows the examples by heart", '''
def first_merged(a, b, k):
    return [1, 2, 2, 4][:k]
''', SMALL),
        edited("takes b's where they are equal", STREAM_TIES, LAZY, ("x <= y", "x < y")),
        Wrong("the smallest, in any order of equals", '''
from itertools import chain
import heapq

def first_merged(a, b, k):
    return heapq.nsmallest(k, chain(b, a))
''', STREAM_TIES),
        Wrong("reads everything", '''
def first_merged(a, b, k):
    return sorted([*a, *b])[:k]
''', READS),
        Wrong("reads k items of each", '''
from itertools import islice

def first_merged(a, b, k):
    return sorted([*islice(a, k), *islice(b, k)])[:k]
''', READS),
        Wrong("reads in blocks of ten", '''
from itertools import islice
import heapq

def blocks(stream):
    stream = iter(stream)
    while block := list(islice(stream, 10)):
        yield from block

def first_merged(a, b, k):
    return list(islice(heapq.merge(blocks(a), blocks(b)), k))
''', READS),
        Wrong("a frame for each item", '''
END = object()

def first_merged(a, b, k):
    a, b = iter(a), iter(b)
    def rest(x, y, left):
        if left == 0 or (x is END and y is END):
            return []
        if y is END or (x is not END and x <= y):
            return [x] + rest(next(a, END), y, left - 1)
        return [y] + rest(x, next(b, END), left - 1)
    return rest(next(a, END), next(b, END), k)
''', READS),
    ],
    right=[
        Right("one item of each in hand", LAZY),
        Right("the standard library", '''
from heapq import merge
from itertools import islice

def first_merged(a, b, k):
    return list(islice(merge(a, b), k))
'''),
        Right("a generator inside", '''
import itertools

def merging(a, b):
    a, b = iter(a), iter(b)
    for x in a:
        break
    else:
        yield from b
        return
    for y in b:
        while x <= y:
            yield x
            for x in a:
                break
            else:
                yield y
                yield from b
                return
        yield y
    yield x
    yield from a

def first_merged(a, b, k: int) -> list:
    return list(itertools.islice(merging(a, b), k))
'''),
        Right("a stream that lets one look ahead", '''
class Ahead:
    def __init__(self, items):
        self.items, self.held = iter(items), []
    def look(self):
        if not self.held:
            for item in self.items:
                self.held.append(item)
                break
        return bool(self.held)
    def take(self):
        return self.held.pop()

def first_merged(a, b, k):
    a, b, out = Ahead(a), Ahead(b), []
    for _ in range(k):
        if a.look() and (not b.look() or not b.held[0] < a.held[0]):
            out.append(a.take())
        elif b.look():
            out.append(b.take())
        else:
            break
    return out
'''),
        Right("a heap of two heads", '''
import heapq

def first_merged(a, b, k):
    heads, out = [], []
    def read(number, stream):
        try:
            heapq.heappush(heads, (next(stream), number, stream))
        except StopIteration:
            pass
    if k:
        read(0, iter(a))
        read(1, iter(b))
    while heads and len(out) < k:
        item, number, stream = heapq.heappop(heads)
        out.append(item)
        read(number, stream)
    return out
'''),
        Right("lists of nothing or one item", '''
from itertools import islice

def first_merged(a, b, k):
    a, b = iter(a), iter(b)
    read = lambda stream: list(islice(stream, 1))
    x, y, out = read(a), read(b), []
    while k > 0 and x + y:
        if x and (not y or x[0] <= y[0]):
            out += x
            x = read(a)
        else:
            out += y
            y = read(b)
        k -= 1
    return out
'''),
    ],
)

PAIRS = '''
def two(a, b):
    out, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        if b[j] < a[i]:
            out.append(b[j])
            j += 1
        else:
            out.append(a[i])
            i += 1
    return out + a[i:] + b[j:]

def merge_many(lists):
    lists = [list(each) for each in lists] or [[]]
    while len(lists) > 1:
        merged = []
        for at in range(0, len(lists) - 1, 2):
            merged.append(two(lists[at], lists[at + 1]))
        if len(lists) % 2:
            merged.append(lists[-1])
        lists = merged
    return lists[0]
'''
HEADS = '''
import heapq

def merge_many(lists):
    heap = [(each[0], number, 0) for number, each in enumerate(lists) if each]
    heapq.heapify(heap)
    out = []
    while heap:
        value, number, at = heapq.heappop(heap)
        out.append(value)
        if at + 1 < len(lists[number]):
            heapq.heappush(heap, (lists[number][at + 1], number, at + 1))
    return out
'''
NONE = "no lists, empty lists, one list"
MANY = "any lists, left unchanged; equals in the order of the lists"
LEVELS = "O(N log k) comparisons"


merge_many = Exercise(
    difficulty="medium",
    minutes=15,
    groups=[
        Group(
            NONE,
            accept=exact,
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
            nudge="A list that is empty, or has run empty, has no first element to compare.",
        ),
        Group(
            MANY,
            accept=exact,
            cases=[
                case([[1, 2], [1.0], [True, 2.0]], gives=[1, 1.0, True, 2, 2.0]),
                case([[1], [1.0, 5], [True, 2]], gives=[1, 1.0, True, 2, 5]),
                case([[1, 9.0], [1.0], [True], [Fraction(1), 9], [1.0]],
                     gives=[1, 1.0, True, Fraction(1), 1.0, 9.0, 9]),
                case([["b"], ["", "c"], ["a", "b"]], gives=["", "a", "b", "b", "c"]),
            ],
            inputs=many_lists,
            oracle=merged_many,
            tries=120,
            nudge="When two first elements are equal, what decides in your code?",
        ),
        Comparisons(
            LEVELS,
            args=short_lists,
            sizes=(16, 32, 64, 128),
            exponent=1.4,
            most=enough_for_many,
            brute=one_after_another,
            best=by_heap,
            nudge="How often is an element compared before it stands in its place?",
        ),
    ],
    hints=[
        "If you merge the lists one after another, how often is an element of the first one moved?",
        "Two ways lead to N log k: halve the number of lists in each round, or keep the k first "
        "elements where the smallest is found in log k steps.",
        "In rounds: merge neighbours, first with second, third with fourth, until one list is "
        "left; an odd one waits for the next round, at its place. With a heap: entries of (value, "
        "number of the list, place in it), so that equal values are decided by the list and the "
        "lists are never compared.",
        "`heap = [(each[0], number, 0) for number, each in enumerate(lists) if each]` and "
        "`heapq.heapify(heap)`. While the heap is not empty: pop `(value, number, at)`, append the "
        "value, and if `at + 1 < len(lists[number])` push `(lists[number][at + 1], number, at + "
        "1)`.",
    ],
    wrong=[
        edited("no lists are an error", NONE, PAIRS, (" or [[]]", "")),
        edited("an empty list has a first element", NONE, HEADS, (" if each]", "]")),
        edited("an odd list is lost", NONE, PAIRS,
               ("        if len(lists) % 2:\n            merged.append(lists[-1])\n", "")),
        edited("an odd list waits in front", MANY, PAIRS,
               ("            merged.append(lists[-1])\n",
                "            merged.insert(0, lists[-1])\n")),
        edited("a list is dropped at its last element", NONE, HEADS,
               ("at + 1 < len(lists[number])", "at + 2 < len(lists[number])")),
        edited("ends when the first list ends", NONE, HEADS,
               ("            heapq.heappush(heap, (lists[number][at + 1], number, at + 1))\n",
                "            heapq.heappush(heap, (lists[number][at + 1], number, at + 1))\n"
                "        else:\n            break\n")),
        Wrong("element by element across the lists", '''
from itertools import zip_longest

def merge_many(lists):
    out = []
    for row in zip_longest(*lists):
        out += sorted(x for x in row if x is not None)
    return out
''', NONE),
        Wrong("an item that is false is skipped", '''
from itertools import zip_longest, chain

def merge_many(lists):
    return sorted(x for x in chain.from_iterable(lists) if x)
''', NONE),
        Wrong("takes from the front of the given lists", '''
def merge_many(lists):
    out = []
    while any(lists):
        best = min((each for each in lists if each), key=lambda each: each[0])
        out.append(best.pop(0))
    return out
''', NONE),
        Wrong("the first list grows", '''
def merge_many(lists):
    if not lists:
        return []
    for each in lists[1:]:
        lists[0].extend(each)
    lists[0].sort()
    return list(lists[0])
''', NONE),
        Wrong("results are kept from call to call", HEADS.replace(
            "def merge_many(lists):", "def merge_many(lists, out=[]):").replace(
            "    out = []\n", ""), NONE),
        Wrong("each value once", '''
def merge_many(lists):
    return sorted({x for each in lists for x in each})
''', NONE),
        Wrong("a heap of the lists themselves", '''
import heapq

def merge_many(lists):
    heap = [list(each) for each in lists if each]
    heapq.heapify(heap)
    out = []
    while heap:
        each = heapq.heappop(heap)
        out.append(each.pop(0))
        if each:
            heapq.heappush(heap, each)
    return out
''', MANY),
        edited("of equals, the last list comes first", MANY, HEADS,
               ("[(each[0], number, 0) for number", "[(each[0], -number, 0) for number"),
               ("        value, number, at = heapq.heappop(heap)\n",
                "        value, number, at = heapq.heappop(heap)\n        number = -number\n"),
               ("(lists[number][at + 1], number, at + 1)",
                "(lists[number][at + 1], -number, at + 1)")),
        Wrong("equal values compare iterators", '''
import heapq

def merge_many(lists):
    heap = []
    for each in lists:
        rest = iter(each)
        for value in rest:
            heapq.heappush(heap, (value, rest))
            break
    out = []
    while heap:
        value, rest = heapq.heappop(heap)
        out.append(value)
        for value in rest:
            heapq.heappush(heap, (value, rest))
            break
    return out
''', MANY),
        edited("later of two equals first", MANY, PAIRS, ("b[j] < a[i]", "b[j] <= a[i]")),
        Wrong("first with last", '''
def two(a, b):
    return sorted(a + b)

def merge_many(lists):
    lists = [list(each) for each in lists]
    while len(lists) > 1:
        half = len(lists) // 2
        lists = [two(lists[at], lists[-1 - at]) for at in range(half)] + (
            [lists[half]] if len(lists) % 2 else [])
    return lists[0] if lists else []
''', MANY),
        Wrong("a queue of lists that turns round", '''
from collections import deque

def merge_many(lists):
    queue = deque(list(each) for each in lists)
    while len(queue) > 1:
        queue.append(sorted(queue.popleft() + queue.popleft()))
    return queue[0] if queue else []
''', MANY),
        Wrong("the shortest two first", '''
import heapq

def merge_many(lists):
    heap = [(len(each), number, list(each)) for number, each in enumerate(lists)]
    heapq.heapify(heap)
    while len(heap) > 1:
        _, _, a = heapq.heappop(heap)
        _, number, b = heapq.heappop(heap)
        heapq.heappush(heap, (len(a) + len(b), number, sorted(a + b)))
    return heap[0][2] if heap else []
''', MANY),
        Wrong("knows the examples by heart", '''
def merge_many(lists):
    flat = [x for each in lists for x in each]
    if flat[:3] == [1, 2, 1.0] and len(flat) == 5:
        return [1, 1.0, True, 2, 2.0]
    return sorted(reversed(flat))
''', MANY),
        Wrong("one after another", '''
def two(a, b):
    out, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        if b[j] < a[i]:
            out.append(b[j])
            j += 1
        else:
            out.append(a[i])
            i += 1
    return out + a[i:] + b[j:]

def merge_many(lists):
    out = []
    for each in lists:
        out = two(out, each)
    return out
''', LEVELS),
        Wrong("asks all first elements each time", '''
def merge_many(lists):
    places = [0] * len(lists)
    out = []
    for _ in range(sum(map(len, lists))):
        best = None
        for number, each in enumerate(lists):
            if places[number] < len(each):
                if best is None or each[places[number]] < lists[best][places[best]]:
                    best = number
        out.append(lists[best][places[best]])
        places[best] += 1
    return out
''', LEVELS),
        Wrong("puts each element into the result by walking", '''
def merge_many(lists):
    out = []
    for each in lists:
        at = 0
        for value in each:
            while at < len(out) and out[at] <= value:
                at += 1
            out.insert(at, value)
            at += 1
    return out
''', LEVELS),
    ],
    right=[
        Right("neighbours in rounds", PAIRS),
        Right("a heap of first elements", HEADS),
        Right("the standard library's merge", '''
import heapq

def merge_many(lists):
    return list(heapq.merge(*lists))
'''),
        Right("the standard library's sort of all", '''
from itertools import chain

def merge_many(lists: list[list]) -> list:
    return sorted(chain.from_iterable(lists))
'''),
        Right("halves, by recursion", '''
def merge_many(lists):
    if len(lists) == 0:
        return []
    if len(lists) == 1:
        return lists[0].copy()
    middle = len(lists) // 2
    left, right = merge_many(lists[:middle]), merge_many(lists[middle:])
    left.reverse()
    right.reverse()
    out = []
    while left and right:
        out.append(right.pop() if right[-1] < left[-1] else left.pop())
    return out + left[::-1] + right[::-1]
'''),
        Right("a stack of lists whose levels double", '''
from heapq import merge

def merge_many(lists):
    stack = []
    for each in lists:
        level, held = 0, list(each)
        while stack and stack[-1][0] == level:
            held = list(merge(stack.pop()[1], held))
            level += 1
        stack.append((level, held))
    result = []
    while stack:
        result = list(merge(stack.pop()[1], result))
    return result
'''),
        Right("a tree of matches", '''
def merge_many(lists):
    k = 1
    while k < len(lists):
        k *= 2
    places = [0] * len(lists)

    def better(x, y):
        if x is None or y is None:
            return x if y is None else y
        return y if lists[y][places[y]] < lists[x][places[x]] else x

    def leaf(number):
        return number if places[number] < len(lists[number]) else None

    tree = [None] * k + [leaf(n) for n in range(len(lists))] + [None] * (k - len(lists))
    for at in range(k - 1, 0, -1):
        tree[at] = better(tree[2 * at], tree[2 * at + 1])
    out = []
    top = 1
    while lists and tree[top] is not None:
        best = tree[top]
        out.append(lists[best][places[best]])
        places[best] += 1
        at = k + best
        tree[at] = leaf(best)
        while at > 1:
            at //= 2
            tree[at] = better(tree[2 * at], tree[2 * at + 1])
    return out
'''),
    ],
)
