"""Checks of lesson 103: priority queues made of linked cells."""

from __future__ import annotations

import heapq
import itertools
import math
from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction

from autograder.groups import (
    WIDEST,
    Exercise,
    Holds,
    MethodGrowth,
    Operations,
    Scene,
    Together,
    another,
    nudge_on,
)

NAN = float("nan")  # not the object math.nan, which an answer may know
MOST_IN_ONE = 12


class ByHeap:
    """What a priority queue should do: the standard library's heap, with a number for ties."""

    def __init__(self) -> None:
        self._heap: list = []
        self._numbers = itertools.count()

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN has no place in an order")
        heapq.heappush(self._heap, (priority, next(self._numbers), element))
        return ...  # what insert returns is open

    def peek(self):
        return self._heap[0][2] if self._heap else None

    def delete(self):
        return heapq.heappop(self._heap)[2] if self._heap else None


class WithTickets:
    """What `TicketQueue` should do."""

    def __init__(self) -> None:
        self._waiting: dict = {}
        self._tickets = itertools.count()
        self._moves = itertools.count()

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN has no place in an order")
        ticket = next(self._tickets)
        self._waiting[ticket] = priority, next(self._moves), element
        return ticket

    def change(self, ticket, priority):
        if priority != priority:
            raise ValueError("NaN has no place in an order")
        if ticket not in self._waiting:
            return False
        self._waiting[ticket] = priority, next(self._moves), self._waiting[ticket][2]
        return True

    def delete(self):
        if not self._waiting:
            return None
        first = min(self._waiting, key=lambda ticket: self._waiting[ticket][:2])
        return self._waiting.pop(first)[2]


PEEK, DELETE, ANOTHER = ("peek", ()), ("delete", ()), another()


def put(element, priority) -> tuple:
    return "insert", (element, priority)


def change(ticket, priority) -> tuple:
    return "change", (ticket, priority)


def puts(*pairs) -> tuple:
    """Insert each (element, priority), look, then delete them all and once more."""
    return (*(put(*pair) for pair in pairs), PEEK, *[DELETE] * (len(pairs) + 1), PEEK)


def priorities():
    """Strategies of priorities, each of a kind whose members can be compared, with ties."""
    from hypothesis import strategies as st

    half = Fraction(1, 2)
    return [
        st.sampled_from([0, 1, 2, -1]),
        st.sampled_from([0, 1, True, 1.0, Fraction(1), half, 0.5, -0.0, math.inf, -math.inf, NAN]),
        st.sampled_from(["", "a", "b", "ab"]),
        st.sampled_from([(0, "a"), (0, "b"), (1, ""), (1,)]),
    ]


def elements():
    """Elements of many kinds: most can't be compared, several are false."""
    from hypothesis import strategies as st

    return st.sampled_from(["a", "b", "c", 1, 2, 0, None, "", False, 0.0, [], {}, {"a": 1}, 1j])


def looking(made: Sequence[tuple]) -> tuple:
    """The same calls, with a look after each."""
    return tuple(itertools.chain.from_iterable((call, PEEK) for call in made))


def calls():
    """Calls of a queue, its priorities all of one kind."""
    from hypothesis import strategies as st

    def of_kind(kind):
        some = st.one_of(
            st.tuples(elements(), kind).map(lambda pair: put(*pair)),
            st.tuples(elements(), kind).map(lambda pair: put(*pair)),
            st.just(DELETE),
            st.just(PEEK),
        )
        made = st.lists(some, max_size=16).map(lambda made: (*made, *[DELETE] * 4))
        return made | made.map(looking)

    return st.one_of([of_kind(kind) for kind in priorities()])


def ticket_calls():
    """Calls of a queue with tickets, some of them for tickets that don't wait."""
    from hypothesis import strategies as st

    def of_kind(kind):
        some = st.one_of(
            st.tuples(elements(), kind).map(lambda pair: put(*pair)),
            st.tuples(st.integers(0, 5), kind).map(lambda pair: change(*pair)),
            st.just(DELETE),
        )
        start = st.lists(st.tuples(elements(), kind).map(lambda pair: put(*pair)), max_size=4)
        return st.tuples(start, st.lists(some, max_size=14)).map(
            lambda made: (*made[0], *made[1], *[DELETE] * 4)
        )

    return st.one_of([of_kind(kind) for kind in priorities()])


def of_priorities(priority) -> Callable[[int], Scene]:
    """Scenes of n elements, the priority of each by its number."""
    return lambda n: Scene((), [put(number, priority(number)) for number in range(n)])


def linked_cells(nudge: str) -> Together:
    """No object of a queue of 200 or 400 elements refers to more than `MOST_IN_ONE` others.

    A cell of a linked list refers to its element, its priority and one or two neighbours. A
    list, dict, set or deque of elements, or of cells, refers to all of them. What stands in one
    text or number, or in an array of NumPy's, is not seen; nor are trees told from lists.
    """
    says = (
        "One object in the queue refers to very many others. A cell of a linked list "
        "knows an element, its priority and its neighbours."
    )
    shapes = {
        400: {"different priorities": of_priorities(lambda number: -number)},
        200: {
            "equal priorities": of_priorities(lambda number: 7),
            "twenty priorities": of_priorities(lambda number: -number % 20),
        },
    }
    parts = [
        Holds(scenes=scenes, sizes=[n], measure=WIDEST, most=lambda _: MOST_IN_ONE, says=says)
        for n, scenes in shapes.items()
    ]
    return Together(LINKS, parts=parts, nudge=nudge)


def different(n: int) -> tuple[list, list]:
    """n different priorities, then calls at the back, in the middle and at the front."""
    fill = [put(number, 2 * (n - number)) for number in range(n)]
    return fill, [put(0, 3 * n), PEEK, put(0, n + 1), DELETE, put(0, -1), PEEK, DELETE, DELETE]


def equal(n: int) -> tuple[list, list]:
    """n equal priorities, then more of them."""
    seven = [put(number, 1_007 + 0 * number) for number in range(n)]  # n objects of one value
    return seven, [put(0, 1_007), PEEK, DELETE, put(0, 1_007), DELETE]


def three(n: int) -> tuple[list, list]:
    """n elements of three priorities, then calls for each of them."""
    fill = [put(number, number % 3) for number in range(n)]
    return fill, [put(0, 0), put(0, 1), PEEK, put(0, 2), DELETE, put(0, 3), DELETE]


def gone_upwards(n: int) -> tuple[list, list]:
    """n rising priorities that came and went, then calls among the few that are left."""
    fill = [put("last", math.inf)]
    for number in range(n):
        fill += [put(number, number), DELETE]
    return fill, [put(0, n), PEEK, put(0, n + 1), DELETE, put(0, -1), DELETE, DELETE, DELETE]


def gone_downwards(n: int) -> tuple[list, list]:
    """n falling priorities that came and went, then calls among the few that are left."""
    fill = [put("last", math.inf)]
    for number in range(n):
        fill += [put(number, -number), DELETE]
    return fill, [put(0, 1), PEEK, put(0, 2), DELETE, PEEK, DELETE, DELETE]


def gone_at_once(n: int) -> tuple[list, list]:
    """n different priorities that all came, then all went."""
    fill = [put(number, -number) for number in range(n)] + [DELETE] * n
    return fill, [PEEK, DELETE, put(0, 1), PEEK, put(0, -n), DELETE, DELETE]


FRONT = "smaller number first, None when empty"
TIES = "first in, first out among equals"
KINDS = "any element, any priority but NaN"
ANY = "any order of calls"
LINKS = "linked cells only"
DEEP = "5,000 elements"
WORK = "insert in O(k), peek and delete in O(1)"

PriorityQueue = Exercise(
    difficulty="medium",
    minutes=20,
    groups=[
        Operations(
            FRONT,
            model=ByHeap,
            cases=[
                (PEEK, DELETE, PEEK),
                puts(("b", 1), ("c", 3)),
                puts(("a", 1), ("b", 2), ("c", 3), ("d", 4)),
                puts(("c", 3), ("b", 1), ("a", 0)),
                puts(("b", 2), ("d", 4), ("a", 1), ("c", 3)),
                (put("b", 2), put("a", 1), PEEK, PEEK, DELETE, PEEK, DELETE, DELETE),
                (put("a", 1), DELETE, DELETE, put("b", 1), put("c", 2), DELETE, DELETE, PEEK),
                (PEEK, put("b", 2), PEEK, put("a", 1), PEEK, DELETE, PEEK, DELETE, PEEK),
            ],
            smaller=calls,
            nudge="Draw the nodes before and after the last call, with an arrow for each link.",
        ),
        Operations(
            TIES,
            model=ByHeap,
            cases=[
                puts(("a", 1), ("b", 1)),
                puts(("a", 1), ("b", 1), ("c", 1), ("d", 1)),
                puts(("x", 0), ("a", 1), ("b", 1), ("c", 1), ("y", 2)),
                puts(("a", 1), ("y", 2), ("b", 1), ("c", 1), ("z", 2)),
                (put("a", 1), put("b", 1), DELETE, put("c", 1), DELETE, DELETE),
            ],
            nudge="An element goes behind those that wait with the same priority.",
        ),
        Operations(
            KINDS,
            model=ByHeap,
            cases=[
                puts((None, 1), (0, 2), ("", 3), (False, 4), ([], 5)),
                puts(({}, 1), (None, 1), ({}, 1), (1j, 1), ("a", 1)),
                puts(("a", 1), ("a", 1), ("b", 2), ("a", 3)),
                puts(("c", 0.5), ("b", -1), ("d", math.inf), ("a", -math.inf), ("e", 10**400)),
                puts(("b", 0), ("a", -0.5), ("c", Fraction(1, 3)), ("d", 0.9)),
                puts(("c", (1, "b")), ("b", (1, "a")), ("a", (0, "z"))),
                puts(("b", "low"), ("a", "high")),
                puts(("b", "nan"), ("a", "inf")),
                puts(("c", 1.0), ("b", 1.0 - 1e-12), ("a", 1.0 - 2e-12)),
                puts(("c", 2**53 + 1), ("a", 2**53), ("b", 2.0**53)),
                (put("a", NAN), PEEK, DELETE),
                (put("b", 1), put("a", NAN), put("c", 1), PEEK, DELETE, DELETE, DELETE),
                (put("a", Decimal(2)), put("b", Decimal("NaN")), PEEK, DELETE, DELETE),
            ],
            nudge=nudge_on(
                "value raised accepted",
                "Only compare priorities, and do nothing at all with elements. Only NaN "
                "differs from itself.",
            ),
        ),
        Operations(
            ANY,
            model=ByHeap,
            cases=[(put("a", 1), put("b", 2), ANOTHER, PEEK, DELETE, DELETE)],
            inputs=calls,
            tries=60,
            nudge="Follow the nodes by hand through these calls. Which link is wrong first?",
        ),
        linked_cells(
            nudge="Keep the first node in the queue, and in each node a link to the next.",
        ),
        Operations(
            DEEP,
            model=ByHeap,
            cases=lambda: [
                (
                    *(put(number, 5_000 - number) for number in range(5_000)),
                    put("back", 5_000),
                    put("middle", 2_500),
                    PEEK,
                    DELETE,
                    DELETE,
                )
            ],
            nudge=nudge_on(
                "deep",
                "Recursing once per node exceeds the recursion limit at 5,000 nodes: use a loop.",
            ),
        ),
        MethodGrowth(
            WORK,
            model=ByHeap,
            scenes={"n different priorities": different, "n equal priorities": equal},
            sizes=(16, 48, 144),
            exponents={"insert": 1.3, "peek": 0.15, "delete": 0.15},
            nudge="Which end of the list do you have to reach without walking?",
        ),
    ],
    hints=[
        "`peek` and `delete` must not search. So where does the most urgent element have to be?",
        "Keep the nodes sorted, the smallest priority first. Then `insert` does the searching: it "
        "has to find the node *behind which* the new one goes.",
        "Walk while there is a next node and its priority is smaller than **or equal to** the new "
        "one. Stop at the node before the gap. Two cases have no node before the gap: the queue is "
        "empty, or the new priority is smaller than the first. Reject NaN before you touch a link: "
        "it is the only number that differs from itself.",
        "First `if priority != priority: raise ValueError(...)`. Then, if `self._first is None or "
        "priority < self._first.priority`, set `self._first = Node(element, priority, "
        "self._first)`. Otherwise start at `node = self._first`, go on with `node = node.next` "
        "while `node.next is not None and node.next.priority <= priority`, and set `node.next = "
        "Node(element, priority, node.next)`.",
    ],
)

SAME = "the same answers as before"
FLOOD = "insert in O(d), peek and delete in O(1)"
GONE = "priorities that have gone cost nothing"


BucketQueue = Exercise(
    difficulty="medium",
    minutes=20,
    groups=[
        Operations(
            SAME,
            model=ByHeap,
            cases=[
                (PEEK, DELETE, PEEK),
                puts(("c", 3), ("a", 1), ("b", 2)),
                puts(("a", 1), ("b", 1), ("c", 1), ("d", 1)),
                puts(("b", 2), ("a", 1), ("c", 2), ("a", 1), ("d", 2)),
                puts(("b", 0.5), ("a", 0), ("c", Fraction(2, 3)), (None, 0), (0, 0)),
                (put("a", 1), DELETE, put("b", 1), put("c", 0), DELETE, DELETE, DELETE),
                (*(put(each, 1) for each in "abc"), DELETE, put("d", 1), *[DELETE] * 4),
                (put("b", 1), put("c", 2), put("a", 1.0), DELETE, DELETE, put("d", True), DELETE),
                puts(("a", 1), ("b", 1.0), ("c", 1)),
                puts(("a", 1.0), ("c", 1.0 + 1e-12), ("b", 1)),
                (PEEK, put("b", 2), PEEK, put("a", 1), PEEK, DELETE, PEEK, DELETE, PEEK),
                (put("a", NAN), PEEK, put("b", 1), put("a", NAN), DELETE, DELETE),
                (put("a", Decimal(2)), put("b", Decimal("NaN")), PEEK, DELETE, DELETE),
                (put("a", 1), put("b", 2), ANOTHER, PEEK, DELETE, DELETE),
            ],
            inputs=calls,
            tries=60,
            nudge="Follow the nodes by hand through these calls. Which link is wrong first?",
        ),
        linked_cells(
            nudge="A bucket refers to its first and its last node, and to the next bucket."
        ),
        Together(
            FLOOD,
            parts=[
                MethodGrowth(
                    model=ByHeap,
                    scenes={"n equal priorities": equal, "n elements of three priorities": three},
                    sizes=(16, 48, 144),
                    exponents={"insert": 0.15, "peek": 0.15, "delete": 0.15},
                    nudge="How does a new element get behind all its equals without passing them?",
                ),
                MethodGrowth(
                    model=ByHeap,
                    scenes={"n different priorities": different},
                    sizes=(16, 48, 144),
                    exponents={"insert": 1.3, "peek": 0.15, "delete": 0.15},
                    nudge="Keep the buckets in order: `insert` walks once, the others never.",
                ),
                Operations(
                    model=ByHeap,
                    cases=lambda: [
                        (
                            *(put(number, 1_500 - number) for number in range(1_500)),
                            put("back", 1_501),
                            put("after it", 1_501),
                            PEEK,
                            DELETE,
                        )
                    ],
                    nudge=nudge_on(
                        "deep",
                        "Recursing once per bucket exceeds the recursion limit at 1,500 "
                        "buckets: use a loop.",
                    ),
                ),
            ],
        ),
        MethodGrowth(
            GONE,
            model=ByHeap,
            scenes={
                "n rising priorities that came and went in turn": gone_upwards,
                "n falling priorities that came and went in turn": gone_downwards,
                "n priorities that came, then went": gone_at_once,
            },
            sizes=(12, 36, 108),
            exponents={"insert": 0.15, "peek": 0.15, "delete": 0.15},
            nudge="What happens to a priority in your queue when its last element leaves?",
        ),
    ],
    hints=[
        "Which nodes does `insert` pass, although you know in advance that it has to pass them?",
        "Nest two lists: a list of buckets, one per priority, and in each bucket the list of its "
        "elements. `insert` walks over buckets only.",
        "A bucket holds its priority, the first and the last of its nodes, and the next bucket. "
        "The link to the last node makes joining O(1). Three cases end the walk: there is a bucket "
        "of that priority; there is none and one comes before; there is none and the new one is "
        "first. When the last node of a bucket leaves, the bucket leaves too.",
        "Walk with `before, bucket = None, self._first` while `bucket is not None and "
        "bucket.priority < priority`. If `bucket is not None and bucket.priority == priority`, "
        "then `bucket.last.next = node` and `bucket.last = node`. Otherwise make "
        "`Bucket(priority, node, bucket)` and link it behind `before`, or set `self._first`. In "
        "`delete`, take `bucket.first`; if it is also `bucket.last`, set `self._first = "
        "bucket.next`, else `bucket.first = bucket.first.next`.",
    ],
)

TICKETS = "tickets, and the order as before"
CHANGED = "a changed priority"
LONG = "1,500 elements, each call in O(k)"


def tickets(n: int) -> tuple[list, list]:
    """n different priorities, then changes from each end to the other."""
    fill = [put(number, 2 * (n - number)) for number in range(n)]
    return fill, [put(0, 3 * n), change(0, -1), change(n, 1), change(n // 2, 4 * n), DELETE, DELETE]


def equal_tickets(n: int) -> tuple[list, list]:
    """n equal priorities, then changes to the same one."""
    fill = [put(number, 7) for number in range(n)]
    return fill, [put(0, 7), change(n, 7), change(0, 7), change(n + 9, 7), DELETE]


TicketQueue = Exercise(
    difficulty="hard",
    minutes=20,
    groups=[
        Operations(
            TICKETS,
            model=WithTickets,
            cases=[
                (DELETE, put("b", 2), put("a", 1), put("c", 2), *[DELETE] * 4),
                (put("a", 1), DELETE, put("b", 1), DELETE, put("c", 1), DELETE),
                (put("a", 1), put("x", NAN), put("b", 1), DELETE, DELETE, DELETE),
                (put("a", 1), ANOTHER, put("b", 1), DELETE, DELETE),
                (put(None, 1), put("", 1), put({}, 1), put(0, 1), *[DELETE] * 4),
            ],
            nudge="Tickets count the elements accepted: 0, 1, 2. Never issue a ticket twice.",
        ),
        Operations(
            CHANGED,
            model=WithTickets,
            cases=[
                (put("a", 1), put("b", 2), change(1, 0), DELETE, DELETE, DELETE),
                (put("a", 1), put("b", 2), change(0, 3), DELETE, DELETE, DELETE),
                (put("a", 1), put("b", 2), put("c", 3), change(1, 9), *[DELETE] * 4),
                (put("a", 1), put("b", 2), put("c", 2), change(0, 2), *[DELETE] * 4),
                (put("a", 1), put("b", 1), put("c", 1), change(0, 1), *[DELETE] * 4),
                (put("a", 1), put("b", 1), put("c", 1), change(2, 1), *[DELETE] * 4),
                (put("a", 1), change(0, 5), change(0, 2), DELETE, change(0, 1), DELETE),
                (put("a", 1), change(1, 0), change(-1, 0), DELETE, DELETE),
                (put("a", 1), put("b", 3), put("a", 4), change(2, 2), *[DELETE] * 4),
                (put("a", 1), put("b", 2), change(0, NAN), change(7, NAN), DELETE, DELETE),
            ],
            inputs=ticket_calls,
            tries=80,
            nudge="Take the node out of the list, link its neighbours, then insert it again.",
        ),
        linked_cells(
            nudge=nudge_on("memory", "To find a ticket you may walk: O(k) is fast enough.")
        ),
        Together(
            LONG,
            parts=[
                Operations(
                    model=WithTickets,
                    cases=lambda: [
                        (
                            *(put(number, 1_500 - number) for number in range(1_500)),
                            put("back", 1_500),
                            change(1_500, 1_501),
                            change(1, 0),
                            change(1_501, 0),
                            DELETE,
                            DELETE,
                        )
                    ],
                    nudge=nudge_on(
                        "deep",
                        "Recursing once per node exceeds the recursion limit at 1,500 nodes: "
                        "use a loop.",
                    ),
                ),
                MethodGrowth(
                    model=WithTickets,
                    scenes={"n different priorities": tickets, "n equal priorities": equal_tickets},
                    sizes=(12, 36, 108),
                    exponents={"insert": 1.3, "change": 1.3, "delete": 1.3},
                    nudge="Walk to the ticket once, and to its new position once.",
                ),
            ],
        ),
    ],
    hints=[
        "A change consists of two steps that you have written already, and one that you haven't.",
        "To take a node out of the middle of a list, which link has to change, and what do you "
        "need to know to reach it?",
        "Walk until the *next* node has the ticket. Link past it. Then set the node's new "
        "priority and insert it as if it were new, with its old ticket. A sentinel in front saves "
        "you the case of the first node. Reject NaN before you take anything out.",
        "Keep `self._head = Node(None, None)`, so that each node has one before it. In `change`: "
        "`before = self._head`, and `before = before.next` while `before.next is not None and "
        "before.next.ticket != ticket`. If `before.next` is None return False. Otherwise `node = "
        "before.next`, `before.next = node.next`, `node.priority = priority`, and pass `node` to "
        "the method that `insert` uses to place a node behind its equals.",
    ],
)
