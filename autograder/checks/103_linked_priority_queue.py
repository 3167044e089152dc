"""Checks of lesson 103: priority queues made of linked cells."""

from __future__ import annotations

import heapq
import itertools
import math
from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from ..exercise import WIDEST, Answer, Exercise, Right, Verdict, Wrong
from ..groups import Failure, MethodGrowth, Named, Operations, of_trouble, passed
from ..groups.base import LIMIT
from ..groups.calls import show_steps
from ..values import Opaque, same, show

NAN = float("nan")  # not the object math.nan, which an answer may know
MOST_IN_ONE = 12


class _AnyValue:
    """What `insert` returns where that is left open, as a failure's card shows it."""

    def __repr__(self) -> str:
        return "no exception"


class ByHeap:
    """What a priority queue should do: the standard library's heap, with a number for ties."""

    def __init__(self) -> None:
        self._heap: list = []
        self._numbers = itertools.count()

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN has no place in an order")
        heapq.heappush(self._heap, (priority, next(self._numbers), element))
        return _AnyValue()

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


def as_asked(got: object, want: object) -> bool:
    """Values must be the same where the model gives one; `_AnyValue` leaves it open."""
    return isinstance(want, Opaque) or same(got, want)


PEEK, DELETE, ANOTHER = ("peek", ()), ("delete", ()), ("__class__", ())


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


@dataclass(frozen=True, eq=False)
class Cells(Named):
    """No object of a queue of 200 or 400 elements refers to more than `MOST_IN_ONE` others.

    A cell of a linked list refers to its element, its priority and one or two neighbours. A
    list, dict, set or deque of elements, or of cells, refers to all of them. What stands in
    another place than the queue (a global variable, the class), or in one text or number, or
    in an array of NumPy's, is not seen; nor are trees told from lists.
    """

    of_work: ClassVar[bool] = True

    def run_examples(self, answer: Answer) -> Verdict | None:
        """There is no example that would not be the whole check."""
        return None

    def run(self, answer: Answer, seed: int = 0) -> Verdict:
        """Look into queues of different, of equal, and of twenty priorities."""
        shapes = (400, lambda number: -number), (200, lambda _: 7), (200, lambda each: -each % 20)
        for size, priority in shapes:
            steps = [put(number, priority(number)) for number in range(size)] + [(WIDEST, ())]
            outcomes = answer.operate((), steps, limit=LIMIT)
            if failed := next((each for each in outcomes if each.trouble), None):
                call = show_steps(answer.name, (), steps[: len(outcomes)])
                return of_trouble(failed.trouble, call, "no exception").verdict(self)
            found = outcomes[-1].value
            if found > MOST_IN_ONE:
                call = show_steps(answer.name, (), steps[:-1])
                expected = f"at most {MOST_IN_ONE} references from one object"
                return Failure(
                    "One object in the queue refers to very many others. A cell of a linked list "
                    "knows an element, its priority and its neighbours.",
                    call, expected, f"{found} from one object",
                ).verdict(self)
        return passed(self)


@dataclass(frozen=True, eq=False)
class Scripted(Named):
    """Long sequences of calls, with what the last of them give."""

    _: KW_ONLY
    script: Sequence[tuple]
    gives: Sequence
    limit: float = LIMIT

    def run_examples(self, answer: Answer) -> Verdict | None:
        """There is no example that would not be the whole check."""
        return None

    def run(self, answer: Answer, seed: int = 0) -> Verdict:
        """Make the calls and compare the last ones."""
        outcomes = answer.operate((), self.script, limit=self.limit)
        free = len(self.script) - len(self.gives)
        for at, outcome in enumerate(outcomes):
            want = show(self.gives[at - free]) if at >= free else "no exception"
            if outcome.trouble:
                return of_trouble(outcome.trouble, self._call(answer, at), want).verdict(self)
            if at >= free and not same(outcome.value, self.gives[at - free]):
                text = "The last call gives another value."
                call, got = self._call(answer, at), show(outcome.value)
                return Failure(text, call, want, got).verdict(self)
        return passed(self)

    def _call(self, answer: Answer, last: int) -> str:
        return show_steps(answer.name, (), self.script[: last + 1])


@dataclass(frozen=True, eq=False)
class Together(Named):
    """Several groups that are one promise: the first that fails speaks, with its own nudge."""

    _: KW_ONLY
    parts: Sequence[Named]

    def run_examples(self, answer: Answer) -> Verdict | None:
        """There is no example that would not be the whole check."""
        return None

    def run(self, answer: Answer, seed: int = 0) -> Verdict:
        """Run the parts in order, up to the first that fails."""
        for part in self.parts:
            verdict = part.run(answer, seed)
            if verdict.state != "passed":
                return replace(verdict, name=self.name, points=self.points)
        return passed(self)


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


def edited(name: str, caught_by: str, source: str, *edits: tuple[str, str]) -> Wrong:
    """A wrong solution: a right one with a few texts replaced."""
    for old, new in edits:
        assert source.count(old) == 1, (name, old)
        source = source.replace(old, new)
    return Wrong(name, source, caught_by)


LINKED = '''
class Cell:
    def __init__(self, element, priority, after=None):
        self.element, self.priority, self.after = element, priority, after

class PriorityQueue:
    def __init__(self):
        self.first = None

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN")
        new = Cell(element, priority)
        if self.first is None or priority < self.first.priority:
            new.after = self.first
            self.first = new
            return
        at = self.first
        while at.after is not None and at.after.priority <= priority:
            at = at.after
        new.after = at.after
        at.after = new

    def peek(self):
        if self.first is None:
            return None
        return self.first.element

    def delete(self):
        if self.first is None:
            return None
        element = self.first.element
        self.first = self.first.after
        return element
'''
SENTINEL = '''
class Link:
    def __init__(self, item=None, rank=None, nxt=None):
        self.item = item
        self.rank = rank
        self.nxt = nxt

class PriorityQueue:
    def __init__(self):
        self.front = Link()

    def insert(self, element, priority):
        if not priority == priority:
            raise ValueError(priority)
        spot = self.front
        while spot.nxt and not priority < spot.nxt.rank:
            spot = spot.nxt
        spot.nxt = Link(element, priority, spot.nxt)

    def peek(self):
        return self.front.nxt.item if self.front.nxt else None

    def delete(self):
        gone = self.front.nxt
        if gone:
            self.front.nxt = gone.nxt
            return gone.item
'''
TAIL = '''
class Cell:
    __slots__ = ("element", "priority", "after")

class PriorityQueue:
    def __init__(self):
        self.head = self.tail = None

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN")
        new = Cell()
        new.element, new.priority, new.after = element, priority, None
        if self.head is None:
            self.head = self.tail = new
        elif priority >= self.tail.priority:
            self.tail.after = new
            self.tail = new
        elif priority < self.head.priority:
            new.after, self.head = self.head, new
        else:
            at = self.head
            while at.after.priority <= priority:
                at = at.after
            new.after, at.after = at.after, new

    def peek(self):
        return None if self.head is None else self.head.element

    def delete(self):
        if self.head is None:
            return None
        element, self.head = self.head.element, self.head.after
        if self.head is None:
            self.tail = None
        return element
'''
SORTED_LIST = '''
class PriorityQueue:
    def __init__(self):
        self.items = []

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN")
        at = 0
        while at < len(self.items) and self.items[at][0] <= priority:
            at += 1
        self.items.insert(at, (priority, element))

    def peek(self):
        return self.items[0][1] if self.items else None

    def delete(self):
        return self.items.pop(0)[1] if self.items else None
'''
HEAP = '''
import heapq, itertools

class PriorityQueue:
    def __init__(self):
        self.heap, self.count = [], itertools.count()

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN")
        heapq.heappush(self.heap, (priority, next(self.count), element))

    def peek(self):
        return self.heap[0][2] if self.heap else None

    def delete(self):
        return heapq.heappop(self.heap)[2] if self.heap else None
'''

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
            accept=as_asked,
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
            nudge="Draw the cells before and after the last call, with an arrow for each link.",
        ),
        Operations(
            TIES,
            model=ByHeap,
            accept=as_asked,
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
            accept=as_asked,
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
            nudge="Ask of a priority only how it compares, and of an element nothing at all. Only "
            "NaN differs from itself.",
        ),
        Operations(
            ANY,
            model=ByHeap,
            accept=as_asked,
            cases=[(put("a", 1), put("b", 2), ANOTHER, PEEK, DELETE, DELETE)],
            inputs=calls,
            tries=60,
            nudge="Follow the cells by hand through these calls. Which link is wrong first?",
        ),
        Cells(
            LINKS,
            nudge="Keep the first cell in the queue, and in each cell the one that comes after.",
        ),
        Scripted(
            DEEP,
            script=[
                *(put(number, 5_000 - number) for number in range(5_000)),
                put("back", 5_000), put("middle", 2_500), PEEK, DELETE, DELETE,
            ],
            gives=[4_999, 4_999, 4_998],
            nudge="One stack frame a cell is too deep for 5,000 cells: use a loop.",
        ),
        MethodGrowth(
            WORK,
            scenes={"n different priorities": different, "n equal priorities": equal},
            sizes=(16, 48, 144),
            exponents={"insert": 1.3, "peek": 0.15, "delete": 0.15},
            nudge="Which end of the list must be reached without walking?",
        ),
    ],
    hints=[
        "`peek` and `delete` must not search. So where has the most urgent element to be?",
        "Keep the cells sorted, the smallest priority first. Then `insert` does the searching: it "
        "has to find the cell *behind which* the new one goes.",
        "Walk while there is a next cell and its priority is smaller than **or equal to** the new "
        "one. Stop at the cell before the gap. Two cases have no cell before the gap: the queue is "
        "empty, or the new priority is smaller than the first. Refuse NaN before you touch a link: "
        "it is the only number that differs from itself.",
        "First `if priority != priority: raise ValueError(...)`. Then, if `self._first is None or "
        "priority < self._first.priority`, set `self._first = Node(element, priority, "
        "self._first)`. Otherwise start at `node = self._first`, go on with `node = node.next` "
        "while `node.next is not None and node.next.priority <= priority`, and set `node.next = "
        "Node(element, priority, node.next)`.",
    ],
    wrong=[
        edited("what is not at most itself is NaN", KINDS, SENTINEL,
               ("if not priority == priority:", "if not priority <= priority:")),
        edited("larger number first", FRONT, SENTINEL,
               ("not priority < spot.nxt.rank", "not priority > spot.nxt.rank")),
        edited("a smaller element goes second", FRONT, LINKED,
               ("if self.first is None or priority < self.first.priority:",
                "if self.first is None:")),
        edited("the last cell is never passed", FRONT, LINKED,
               ("at.after is not None and at.after.priority <= priority",
                "at.after is not None and at.after.after is not None "
                "and at.after.priority <= priority")),
        edited("a new last element is lost", FRONT, LINKED,
               ("        new.after = at.after\n        at.after = new",
                "        if at.after is not None:\n            new.after = at.after\n"
                "            at.after = new")),
        edited("cuts off what comes after", FRONT, LINKED,
               ("        new.after = at.after\n        at.after = new",
                "        at.after = new\n        new.after = at.after if at.after is not new "
                "else None")),
        edited("peek removes", FRONT, LINKED,
               ("        return self.first.element", "        return self.delete()")),
        edited("delete only looks", FRONT, LINKED,
               ("        self.first = self.first.after\n", "")),
        edited("gives the priority too", FRONT, LINKED,
               ("        return element\n", "        return element, priority_of_first\n"),
               ("        element = self.first.element\n",
                "        element = self.first.element\n"
                "        priority_of_first = self.first.priority\n")),
        edited("an empty queue raises", FRONT, LINKED,
               ("    def delete(self):\n        if self.first is None:\n            return None\n",
                "    def delete(self):\n        if self.first is None:\n"
                "            raise IndexError('empty')\n")),
        edited("an old tail is kept when the queue runs empty", FRONT, TAIL,
               ("        if self.head is None:\n            self.head = self.tail = new\n"
                "        elif priority",
                "        if self.tail is None:\n            self.head = self.tail = new\n"
                "        elif priority"),
               ("        if self.head is None:\n            self.tail = None\n", "")),
        edited("goes before its equals", TIES, LINKED,
               ("at.after.priority <= priority", "at.after.priority < priority")),
        edited("goes before an equal first one", TIES, LINKED,
               ("priority < self.first.priority", "priority <= self.first.priority")),
        edited("goes behind the first of its equals only", TIES, LINKED,
               ("            at = at.after\n",
                "            at = at.after\n            if at.priority == priority:\n"
                "                break\n")),
        edited("with a tail, goes before its equals", TIES, TAIL,
               ("priority >= self.tail.priority", "priority > self.tail.priority"),
               ("at.after.priority <= priority", "at.after.priority < priority")),
        edited("a heap that compares elements", KINDS, HEAP,
               ("(priority, next(self.count), element)", "(priority, element)"),
               ("self.heap[0][2]", "self.heap[0][1]"),
               ("heapq.heappop(self.heap)[2]", "heapq.heappop(self.heap)[1]")),
        edited("an element that is false counts as none", KINDS, LINKED,
               ("        if self.first is None:\n            return None\n"
                "        return self.first.element",
                "        if self.first is None or not self.first.element:\n"
                "            return None\n        return self.first.element")),
        edited("a None element ends the queue", KINDS, SENTINEL,
               ("        if gone:\n", "        if gone and gone.item is not None:\n")),
        edited("priority 0 counts as none given", KINDS, LINKED,
               ("        new = Cell(element, priority)",
                "        priority = priority or 100\n        new = Cell(element, priority)")),
        edited("priorities are cut to whole numbers", KINDS, LINKED,
               ("        new = Cell(element, priority)",
                "        if isinstance(priority, float) and abs(priority) < 1e9:\n"
                "            priority = int(priority)\n        new = Cell(element, priority)")),
        edited("priorities must be numbers", KINDS, LINKED,
               ("        if priority != priority:",
                "        import math\n        if math.isnan(priority):")),
        edited("NaN is taken", KINDS, LINKED, ("if priority != priority:", "if False:")),
        edited("NaN is dropped without a word", KINDS, LINKED,
               ('raise ValueError("NaN")', "return")),
        edited("NaN raises TypeError", KINDS, LINKED, ("ValueError", "TypeError")),
        edited("NaN is in the list before it is refused", KINDS, LINKED,
               ('        if priority != priority:\n            raise ValueError("NaN")\n', ""),
               ("        at.after = new\n",
                '        at.after = new\n        if priority != priority:\n'
                '            raise ValueError("NaN")\n')),
        edited("an element is taken once only", KINDS, LINKED,
               ("        new = Cell(element, priority)",
                "        at = self.first\n        while at is not None:\n"
                "            if at.element == element and at.priority == priority:\n"
                "                return\n            at = at.after\n"
                "        new = Cell(element, priority)")),
        edited("all queues share one sentinel", ANY, SENTINEL,
               ("class PriorityQueue:\n    def __init__(self):\n        self.front = Link()",
                "class PriorityQueue:\n    front = Link()\n    def __init__(self):\n"
                "        self.front.nxt = None")),
        edited("a sentinel in a mutable default", ANY, SENTINEL,
               ("    def __init__(self):\n        self.front = Link()",
                "    def __init__(self, front=Link()):\n        self.front = front")),
        Wrong("each priority keeps its last element only", '''
class PriorityQueue:
    def __init__(self):
        self.of = {}
    def insert(self, element, priority):
        if priority != priority:
            raise ValueError
        self.of[priority] = element
    def peek(self):
        return self.of[min(self.of)] if self.of else None
    def delete(self):
        return self.of.pop(min(self.of)) if self.of else None
''', TIES),
        edited("delete leaves the tail on the way to two elements", ANY, TAIL,
               ("        element, self.head = self.head.element, self.head.after\n",
                "        element, self.head = self.head.element, self.head.after\n"
                "        if self.head is not None and self.head.after is self.tail:\n"
                "            self.tail = self.head\n")),
        Wrong("a sorted list, walked by hand", SORTED_LIST, LINKS),
        Wrong("a sorted list, by bisection", SORTED_LIST.replace('''        at = 0
        while at < len(self.items) and self.items[at][0] <= priority:
            at += 1
        self.items.insert(at, (priority, element))
''', '''        from bisect import insort
        insort(self.items, (priority, element), key=lambda item: item[0])
'''), LINKS),
        Wrong("a heap with a counter", HEAP, LINKS),
        Wrong("a list inside a box inside the queue", SORTED_LIST.replace(
            "class PriorityQueue:", "class Box:\n    pass\n\nclass PriorityQueue:").replace(
            "        self.items = []", "        self.box = Box()\n        self.box.items = []"
        ).replace("self.items.", "self.box.items.").replace("self.items", "self.box.items").replace(
            "self.box.box", "self.box"), LINKS),
        Wrong("linked cells, and a list of them besides", LINKED.replace(
            "        self.first = None\n\n", "        self.first = None\n        self.all = []\n\n"
        ).replace("        new = Cell(element, priority)\n",
                  "        new = Cell(element, priority)\n        self.all.append(new)\n"), LINKS),
        Wrong("a frame for each cell that it passes", '''
def placed(cell, element, priority):
    if cell is None or priority < cell[1]:
        return [element, priority, cell]
    cell[2] = placed(cell[2], element, priority)
    return cell

class PriorityQueue:
    def __init__(self):
        self.first = None
    def insert(self, element, priority):
        if priority != priority:
            raise ValueError
        self.first = placed(self.first, element, priority)
    def peek(self):
        return self.first and self.first[0]
    def delete(self):
        if self.first is None:
            return None
        element, _, self.first = self.first
        return element
''', DEEP),
        Wrong("unsorted: delete looks for the smallest", '''
class PriorityQueue:
    def __init__(self):
        self.first = self.last = None
    def insert(self, element, priority):
        if priority != priority:
            raise ValueError
        new = [element, priority, None]
        if self.last is None:
            self.first = new
        else:
            self.last[2] = new
        self.last = new
    def _smallest(self):
        best, before, at, last = self.first, None, self.first, None
        while at is not None:
            if at[1] < best[1]:
                best, before = at, last
            last, at = at, at[2]
        return best, before
    def peek(self):
        return None if self.first is None else self._smallest()[0][0]
    def delete(self):
        if self.first is None:
            return None
        best, before = self._smallest()
        if before is None:
            self.first = best[2]
        else:
            before[2] = best[2]
        if best is self.last:
            self.last = before
        return best[0]
''', WORK),
        Wrong("sorted the other way round: delete walks to the end", '''
class PriorityQueue:
    def __init__(self):
        self.first = None
    def insert(self, element, priority):
        if priority != priority:
            raise ValueError
        before, at = None, self.first
        while at is not None and at[1] > priority:
            before, at = at, at[2]
        new = [element, priority, at]
        if before is None:
            self.first = new
        else:
            before[2] = new
    def _end(self):
        before, at = None, self.first
        while at[2] is not None:
            before, at = at, at[2]
        return before, at
    def peek(self):
        return None if self.first is None else self._end()[1][0]
    def delete(self):
        if self.first is None:
            return None
        before, at = self._end()
        if before is None:
            self.first = None
        else:
            before[2] = None
        return at[0]
''', WORK),
        edited("delete counts what is left", WORK, LINKED,
               ("        self.first = self.first.after\n",
                "        self.first = self.first.after\n        self.size = 0\n"
                "        at = self.first\n        while at is not None:\n"
                "            self.size += 1\n            at = at.after\n")),
        Wrong("sorts the whole list by swapping neighbours at each insert", '''
class PriorityQueue:
    def __init__(self):
        self.first = None
    def insert(self, element, priority):
        if priority != priority:
            raise ValueError
        if self.first is None:
            self.first = [element, priority, None]
            return
        at = self.first
        while at[2] is not None:
            at = at[2]
        at[2] = [element, priority, None]
        end = None
        while end is not self.first:
            at = self.first
            while at[2] is not end:
                if at[2][1] < at[1]:
                    at[0], at[1], at[2][0], at[2][1] = at[2][0], at[2][1], at[0], at[1]
                at = at[2]
            end = at
    def peek(self):
        return self.first and self.first[0]
    def delete(self):
        if self.first is None:
            return None
        element, _, self.first = self.first
        return element
''', WORK),
        Wrong("knows the example by heart", '''
class PriorityQueue:
    def __init__(self):
        self.left = ["b", "c"]
        self.any = False
    def insert(self, element, priority):
        self.any = True
    def peek(self):
        return self.left[0] if self.any and self.left else None
    def delete(self):
        return self.left.pop(0) if self.any and self.left else None
''', FRONT),
        Wrong("only a float is asked whether it is NaN", '''
class PriorityQueue:

    def __init__(self):
        self.head = None

    def insert(self, element, priority):
        if isinstance(priority, float) and priority != priority:
            raise ValueError("NaN")
        if self.head is None or priority < self.head.priority:
            self.head = Node(element, priority, self.head)
            return
        cur = self.head
        while cur.next is not None and cur.next.priority <= priority:
            cur = cur.next
        cur.next = Node(element, priority, cur.next)

    def peek(self):
        return None if self.head is None else self.head.element

    def delete(self):
        if self.head is None:
            return None
        out = self.head
        self.head = out.next
        return out.element
''', KINDS),
        Wrong("knows one NaN, as an object", '''
class PriorityQueue:

    def __init__(self):
        self.head = None

    def insert(self, element, priority):
        import math
        if priority is math.nan:
            raise ValueError("NaN")
        if self.head is None or priority < self.head.priority:
            self.head = Node(element, priority, self.head)
            return
        cur = self.head
        while cur.next is not None and cur.next.priority <= priority:
            cur = cur.next
        cur.next = Node(element, priority, cur.next)

    def peek(self):
        return None if self.head is None else self.head.element

    def delete(self):
        if self.head is None:
            return None
        out = self.head
        self.head = out.next
        return out.element
''', KINDS),
        Wrong("knows NaN by its text", '''
class PriorityQueue:

    def __init__(self):
        self.head = None

    def insert(self, element, priority):
        if str(priority).lower() == "nan":
            raise ValueError("NaN")
        if self.head is None or priority < self.head.priority:
            self.head = Node(element, priority, self.head)
            return
        cur = self.head
        while cur.next is not None and cur.next.priority <= priority:
            cur = cur.next
        cur.next = Node(element, priority, cur.next)

    def peek(self):
        return None if self.head is None else self.head.element

    def delete(self):
        if self.head is None:
            return None
        out = self.head
        self.head = out.next
        return out.element
''', KINDS),
        Wrong("floats that are nearly equal are equal", '''
class PriorityQueue:

    def __init__(self):
        self.head = None

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN")
        if self.head is None or priority < self.head.priority:
            self.head = Node(element, priority, self.head)
            return
        cur = self.head
        def passes(other):
            near = isinstance(priority, float) and abs(other - priority) < 1e-09
            return other <= priority or near
        while cur.next is not None and passes(cur.next.priority):
            cur = cur.next
        cur.next = Node(element, priority, cur.next)

    def peek(self):
        return None if self.head is None else self.head.element

    def delete(self):
        if self.head is None:
            return None
        out = self.head
        self.head = out.next
        return out.element
''', KINDS),
        Wrong("peek remembers its answer until the next delete", '''
class PriorityQueue:

    def __init__(self):
        self.head = None

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN")
        if self.head is None or priority < self.head.priority:
            self.head = Node(element, priority, self.head)
            return
        cur = self.head
        while cur.next is not None and cur.next.priority <= priority:
            cur = cur.next
        cur.next = Node(element, priority, cur.next)

    def peek(self):
        if getattr(self, "c", None) is None:
            self.c = None if self.head is None else self.head.element
        return self.c

    def delete(self):
        if self.head is None:
            return None
        out = self.head
        self.c = None
        self.head = out.next
        return out.element
''', FRONT),
        Wrong("a pairing heap", '''
class _H:
    __slots__ = ("p", "s", "e", "child", "sib")

    def __init__(self, p, s, e):
        self.p, self.s, self.e, self.child, self.sib = (p, s, e, None, None)

def meld(a, b):
    if a is None:
        return b
    if b is None:
        return a
    if (b.p, b.s) < (a.p, a.s):
        a, b = (b, a)
    b.sib = a.child
    a.child = b
    return a

class PriorityQueue:

    def __init__(self):
        self.r = None
        self.s = 0

    def insert(self, e, p):
        if p != p:
            raise ValueError
        self.s += 1
        self.r = meld(self.r, _H(p, self.s, e))

    def peek(self):
        return self.r.e if self.r else None

    def delete(self):
        if not self.r:
            return None
        e = self.r.e
        c = self.r.child
        pairs = None
        while c:
            a = c
            b = c.sib
            c = b.sib if b else None
            a.sib = None
            if b:
                b.sib = None
            m = meld(a, b)
            m.sib = pairs
            pairs = m
        r = None
        while pairs:
            n = pairs.sib
            pairs.sib = None
            r = meld(r, pairs)
            pairs = n
        self.r = r
        return e
''', WORK),
    ],
    right=[
        Right("a first cell, or None", LINKED),
        Right("a sentinel in front", SENTINEL),
        Right("first and last cell known, slots", TAIL),
        Right("the queue is its own sentinel, cells of a dataclass", '''
from __future__ import annotations
from dataclasses import dataclass
from typing import Any

@dataclass
class Waiting:
    element: Any
    priority: Any
    next: Waiting | None = None

class PriorityQueue:
    next = None

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN can't be ordered")
        before = self
        while before.next is not None and before.next.priority <= priority:
            before = before.next
        before.next = Waiting(element, priority, before.next)

    def peek(self):
        return self.next.element if self.next else None

    def delete(self):
        out = self.next
        if out is None:
            return None
        self.next = out.next
        return out.element
'''),
        Right("cells are tuples, the front ones made anew", '''
class PriorityQueue:
    def __init__(self):
        self._cells = ()

    def insert(self, element, priority):
        if not priority == priority:
            raise ValueError("not in any order")
        passed, rest = (), self._cells
        while rest and rest[0] <= priority:
            passed, rest = (rest[0], rest[1], passed), rest[2]
        rest = priority, element, rest
        while passed:
            rest = passed[0], passed[1], rest
            passed = passed[2]
        self._cells = rest

    def peek(self):
        return self._cells[1] if self._cells else None

    def delete(self):
        if not self._cells:
            return None
        _, element, self._cells = self._cells
        return element
'''),
        Right("cells are lists, two pointers walk", '''
class PriorityQueue:
    def __init__(self) -> None:
        self.top = None

    def insert(self, element, priority) -> bool:
        if priority != priority:
            raise ValueError
        behind, here = None, self.top
        while here is not None and not here[0] > priority:
            behind, here = here, here[2]
        cell = [priority, element, here]
        if behind is None:
            self.top = cell
        else:
            behind[2] = cell
        return True

    def peek(self):
        if self.top is not None:
            return self.top[1]

    def delete(self):
        element = self.peek()
        if self.top is not None:
            self.top = self.top[2]
        return element
'''),
        Right("a doubly linked ring of dicts, walked from the back", '''
class PriorityQueue:
    def __init__(self):
        self.ring = {}
        self.ring["next"] = self.ring["last"] = self.ring

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError
        at = self.ring["last"]
        while at is not self.ring and at["priority"] > priority:
            at = at["last"]
        new = {"element": element, "priority": priority, "last": at, "next": at["next"]}
        at["next"]["last"] = new
        at["next"] = new
        return self

    def peek(self):
        return self.ring["next"].get("element")

    def delete(self):
        gone = self.ring["next"]
        if gone is self.ring:
            return None
        self.ring["next"] = gone["next"]
        gone["next"]["last"] = self.ring
        return gone["element"]
'''),
        Right("a generator walks, cells compare themselves", '''
import functools

@functools.total_ordering
class Cell:
    def __init__(self, element, priority):
        self.element, self.priority, self.rest = element, priority, None
    def __lt__(self, other):
        return self.priority < other.priority
    def __eq__(self, other):
        return self.priority == other.priority

class PriorityQueue:
    def __init__(self):
        self._head = None
    def _cells(self):
        cell = self._head
        while cell is not None:
            yield cell
            cell = cell.rest
    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("priority must not be NaN")
        new, before = Cell(element, priority), None
        for cell in self._cells():
            if new < cell:
                break
            before = cell
        if before is None:
            new.rest, self._head = self._head, new
        else:
            new.rest, before.rest = before.rest, new
    def peek(self):
        return next((cell.element for cell in self._cells()), None)
    def delete(self):
        found = self.peek()
        self._head = self._head.rest if self._head is not None else None
        return found
'''),
        Right("peek takes the first out and puts it back in front", '''
class PriorityQueue:

    def __init__(self):
        self.head = None

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN")
        if self.head is None or priority < self.head.priority:
            self.head = Node(element, priority, self.head)
            return
        cur = self.head
        while cur.next is not None and cur.next.priority <= priority:
            cur = cur.next
        cur.next = Node(element, priority, cur.next)

    def peek(self):
        h = self.head
        e = self.delete()
        if h is not None:
            self.head = Node(e, h.priority, h.next)
        return e

    def delete(self):
        if self.head is None:
            return None
        out = self.head
        self.head = out.next
        return out.element
'''),
        Right("cells are functions", '''
def cons(p, e, rest):
    return lambda f: f(p, e, rest)

class PriorityQueue:

    def __init__(self):
        self.l = None

    def insert(self, e, p):
        if p != p:
            raise ValueError("nan")
        back, l = (None, self.l)
        while l is not None and l(lambda q, _, __: q <= p):
            back = (l, back)
            l = l(lambda a, b, r: r)
        l = cons(p, e, l)
        while back:
            c, back = back
            l = c(lambda q, d, r: cons(q, d, l))
        self.l = l

    def peek(self):
        return None if self.l is None else self.l(lambda p, e, r: e)

    def delete(self):
        if self.l is None:
            return None
        e, self.l = self.l(lambda p, e, r: (e, r))
        return e
'''),
        Right("an empty last cell, values are moved between cells", '''
class PriorityQueue:
    """Insert after a node and swap contents."""

    def __init__(self):
        self.first = Node(None, None, None)

    def insert(self, e, p):
        if p != p:
            raise ValueError("nan")
        n = self.first
        while n.next is not None and n.priority <= p:
            n = n.next
        n.next = Node(n.element, n.priority, n.next)
        n.element, n.priority = (e, p)

    def peek(self):
        return self.first.element

    def delete(self):
        if self.first.next is None:
            return None
        e = self.first.element
        self.first = self.first.next
        return e
'''),
        Right("the variables of a function hold the list", '''
def PriorityQueue():
    first = None

    class Q:

        def insert(self, e, p):
            nonlocal first
            if p != p:
                raise ValueError("nan")
            before, n = (None, first)
            while n is not None and n.priority <= p:
                before, n = (n, n.next)
            new = Node(e, p, n)
            if before is None:
                first = new
            else:
                before.next = new

        def peek(self):
            return first.element if first else None

        def delete(self):
            nonlocal first
            if first is None:
                return None
            e, first = (first.element, first.next)
            return e
    return Q()
'''),
    ],
)

BUCKETS = '''
class Cell:
    def __init__(self, element):
        self.element, self.after = element, None

class Line:
    def __init__(self, priority, cell, after):
        self.priority, self.first, self.last, self.after = priority, cell, cell, after

class BucketQueue:
    def __init__(self):
        self.lines = None

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN")
        before, line = None, self.lines
        while line is not None and line.priority < priority:
            before, line = line, line.after
        cell = Cell(element)
        if line is not None and line.priority == priority:
            line.last.after = cell
            line.last = cell
        elif before is None:
            self.lines = Line(priority, cell, line)
        else:
            before.after = Line(priority, cell, line)

    def peek(self):
        return None if self.lines is None else self.lines.first.element

    def delete(self):
        if self.lines is None:
            return None
        cell = self.lines.first
        self.lines.first = cell.after
        if cell.after is None:
            self.lines = self.lines.after
        return cell.element
'''
RUNS = '''
class Cell:
    def __init__(self, element, priority):
        self.element, self.priority = element, priority
        self.after = None
        self.end = self

class BucketQueue:
    """One sorted list. The first cell of a run of equals knows the last of its run."""
    def __init__(self):
        self.head = Cell(None, None)

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN")
        new, before = Cell(element, priority), self.head
        while before.after is not None and before.after.priority < priority:
            before = before.after.end
        run = before.after
        if run is not None and run.priority == priority:
            new.after, run.end.after = run.end.after, new
            run.end = new
        else:
            new.after, before.after = run, new

    def peek(self):
        return self.head.after.element if self.head.after else None

    def delete(self):
        gone = self.head.after
        if gone is None:
            return None
        if gone.end is not gone:
            gone.after.end = gone.end
        self.head.after = gone.after
        return gone.element
'''
SAME = "the same answers as before"
FLOOD = "insert in O(d), peek and delete in O(1)"
GONE = "priorities that have gone cost nothing"


def renamed(source: str) -> str:
    """A solution of `PriorityQueue` under the name of `BucketQueue`."""
    return source.replace("PriorityQueue", "BucketQueue")


BucketQueue = Exercise(
    difficulty="medium",
    minutes=20,
    groups=[
        Operations(
            SAME,
            model=ByHeap,
            accept=as_asked,
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
            nudge="Follow the cells by hand through these calls. Which link is wrong first?",
        ),
        Cells(LINKS, nudge="A bucket knows its first and its last cell, and the next bucket."),
        Together(
            FLOOD,
            parts=[
                MethodGrowth(
                    FLOOD,
                    scenes={"n equal priorities": equal, "n elements of three priorities": three},
                    sizes=(16, 48, 144),
                    exponents={"insert": 0.15, "peek": 0.15, "delete": 0.15},
                    nudge="How does a new element get behind all its equals without passing them?",
                ),
                MethodGrowth(
                    FLOOD,
                    scenes={"n different priorities": different},
                    sizes=(16, 48, 144),
                    exponents={"insert": 1.3, "peek": 0.15, "delete": 0.15},
                    nudge="Keep the buckets in order: `insert` walks once, the others never.",
                ),
                Scripted(
                    FLOOD,
                    script=[
                        *(put(number, 1_500 - number) for number in range(1_500)),
                        put("back", 1_501), put("after it", 1_501), PEEK, DELETE,
                    ],
                    gives=[1_499, 1_499],
                    nudge="One stack frame a bucket is too deep for 1,500 buckets: use a loop.",
                ),
            ],
        ),
        MethodGrowth(
            GONE,
            scenes={
                "n rising priorities that came and went in turn": gone_upwards,
                "n falling priorities that came and went in turn": gone_downwards,
                "n priorities that came, then went": gone_at_once,
            },
            sizes=(12, 36, 108),
            exponents={"insert": 0.15, "peek": 0.15, "delete": 0.15},
            nudge="What happens to a priority's place in your queue when its last element leaves?",
        ),
    ],
    hints=[
        "Which cells does `insert` pass, although it could have known that it has to pass them?",
        "Put two lists into one another: a list of buckets, one for each priority, and in each "
        "bucket the list of its elements. `insert` walks over buckets only.",
        "A bucket holds its priority, the first and the last of its cells, and the next bucket. "
        "The last cell makes joining O(1). Three cases end the walk: there is a bucket of that "
        "priority; there is none and one comes before; there is none and the new one is first. "
        "When the last cell of a bucket leaves, the bucket leaves too.",
        "Walk with `before, bucket = None, self._first` while `bucket is not None and "
        "bucket.priority < priority`. If `bucket is not None and bucket.priority == priority`, "
        "then `bucket.last.next = node` and `bucket.last = node`. Otherwise make "
        "`Bucket(priority, node, bucket)` and hang it behind `before`, or into `self._first`. In "
        "`delete`, take `bucket.first`; if it is also `bucket.last`, set `self._first = "
        "bucket.next`, else `bucket.first = bucket.first.next`.",
    ],
    wrong=[
        Wrong("one sorted list", renamed(LINKED), FLOOD),
        Wrong("one sorted list with a tail", renamed(TAIL), FLOOD),
        edited("walks to the end of the bucket", FLOOD, BUCKETS,
               ("            line.last.after = cell\n            line.last = cell",
                "            at = line.first\n            while at.after is not None:\n"
                "                at = at.after\n            at.after = cell")),
        edited("walks over runs, but cell by cell", FLOOD, RUNS,
               ("before = before.after.end", "before = before.after")),
        edited("empty buckets stay, and are skipped", GONE, BUCKETS,
               ("        if cell.after is None:\n            self.lines = self.lines.after\n", ""),
               ("        return None if self.lines is None else self.lines.first.element",
                "        line = self._busy()\n"
                "        return None if line is None else line.first.element"),
               ("        if self.lines is None:\n            return None\n"
                "        cell = self.lines.first\n        self.lines.first = cell.after\n",
                "        line = self._busy()\n        if line is None:\n            return None\n"
                "        cell = line.first\n        line.first = cell.after\n"),
               ("            line.last.after = cell\n",
                "            if line.first is None:\n                line.first = cell\n"
                "            line.last.after = cell\n"),
               ("    def peek(self):",
                "    def _busy(self):\n        line = self.lines\n"
                "        while line is not None and line.first is None:\n"
                "            line = line.after\n        return line\n\n    def peek(self):")),
        edited("an empty bucket stays in front", SAME, BUCKETS,
               ("        if cell.after is None:\n            self.lines = self.lines.after\n", "")),
        edited("the last cell of a bucket is not moved on", SAME, BUCKETS,
               ("            line.last = cell\n", "")),
        edited("a bucket is a stack", SAME, BUCKETS,
               ("            line.last.after = cell\n            line.last = cell",
                "            cell.after = line.first\n            line.first = cell")),
        edited("joins behind the first of its bucket", SAME, BUCKETS,
               ("            line.last.after = cell\n            line.last = cell",
                "            cell.after = line.first.after\n            line.first.after = cell\n"
                "            line.last = line.last if cell.after else cell")),
        edited("a new first bucket is lost", SAME, BUCKETS,
               ("        elif before is None:\n            self.lines = Line(priority, cell, line)",
                "        elif before is None:\n"
                "            self.lines = self.lines or Line(priority, cell, line)")),
        edited("a new bucket cuts off those after it", SAME, BUCKETS,
               ("before.after = Line(priority, cell, line)",
                "before.after = Line(priority, cell, None)")),
        edited("larger number first", SAME, BUCKETS,
               ("line.priority < priority", "line.priority > priority")),
        edited("a bucket for each object, not for each value", SAME, BUCKETS,
               ("line.priority == priority", "line.priority is priority")),
        edited("buckets for whole numbers", SAME, BUCKETS,
               ("        before, line = None, self.lines\n",
                "        if isinstance(priority, float) and abs(priority) < 1e9:\n"
                "            priority = int(priority)\n"
                "        before, line = None, self.lines\n")),
        edited("priorities in the order of their texts", SAME, BUCKETS,
               ("        before, line = None, self.lines\n",
                "        priority = str(priority)\n        before, line = None, self.lines\n")),
        edited("delete empties the whole bucket", SAME, BUCKETS,
               ("        if cell.after is None:\n            self.lines = self.lines.after\n",
                "        self.lines = self.lines.after\n")),
        edited("NaN is taken", SAME, BUCKETS, ("if priority != priority:", "if False:")),
        edited("an element that is false is not shown", SAME, BUCKETS,
               ("self.lines.first.element", "self.lines.first.element or None")),
        edited("the last bucket used is remembered after it has gone", SAME, BUCKETS,
               ("        self.lines = None\n\n", "        self.lines = self.recent = None\n\n"),
               ("        before, line = None, self.lines\n",
                "        if self.recent is not None and self.recent.priority == priority:\n"
                "            cell = Cell(element)\n            self.recent.last.after = cell\n"
                "            self.recent.last = cell\n            return\n"
                "        before, line = None, self.lines\n"),
               ("            line.last = cell\n",
                "            line.last = cell\n            self.recent = line\n")),
        edited("a run forgets its end when its first cell leaves", SAME, RUNS,
               ("        if gone.end is not gone:\n            gone.after.end = gone.end\n", "")),
        edited("all queues share their buckets", SAME, BUCKETS,
               ("    def __init__(self):\n        self.lines = None\n",
                "    def __init__(self):\n        BucketQueue.lines = None\n"),
               ("            self.lines = Line(priority, cell, line)",
                "            BucketQueue.lines = Line(priority, cell, line)"),
               ("            self.lines = self.lines.after",
                "            BucketQueue.lines = self.lines.after")),
        Wrong("a dict of queues", '''
from collections import deque

class BucketQueue:
    def __init__(self):
        self.of = {}
    def insert(self, element, priority):
        if priority != priority:
            raise ValueError
        self.of.setdefault(priority, deque()).append(element)
    def peek(self):
        return self.of[min(self.of)][0] if self.of else None
    def delete(self):
        if not self.of:
            return None
        first = min(self.of)
        element = self.of[first].popleft()
        if not self.of[first]:
            del self.of[first]
        return element
''', LINKS),
        Wrong("linked buckets, each with a deque", '''
from collections import deque

class BucketQueue:
    def __init__(self):
        self.first = None
    def insert(self, element, priority):
        if priority != priority:
            raise ValueError
        before, at = None, self.first
        while at is not None and at[0] < priority:
            before, at = at, at[2]
        if at is not None and at[0] == priority:
            at[1].append(element)
            return
        new = [priority, deque([element]), at]
        if before is None:
            self.first = new
        else:
            before[2] = new
    def peek(self):
        return self.first[1][0] if self.first else None
    def delete(self):
        if self.first is None:
            return None
        element = self.first[1].popleft()
        if not self.first[1]:
            self.first = self.first[2]
        return element
''', LINKS),
        Wrong("a linked list, and a dict from a priority to its last cell", '''
class BucketQueue:
    def __init__(self):
        self.head = [None, None, None]
        self.last = {}
    def insert(self, element, priority):
        if priority != priority:
            raise ValueError
        at = self.last.get(priority)
        if at is None:
            at = self.head
            while at[2] is not None and at[2][1] < priority:
                at = self.last[at[2][1]]
        at[2] = self.last[priority] = [element, priority, at[2]]
    def peek(self):
        return self.head[2][0] if self.head[2] else None
    def delete(self):
        gone = self.head[2]
        if gone is None:
            return None
        self.head[2] = gone[2]
        if self.last[gone[1]] is gone:
            del self.last[gone[1]]
        return gone[0]
''', LINKS),
        Wrong("empty buckets pile up, and go when they come up", '''
class BucketQueue:

    def __init__(self):
        self.first = None

    def insert(self, e, p):
        if p != p:
            raise ValueError
        a, b = (None, self.first)
        while b is not None and b.priority < p:
            a, b = (b, b.next)
        n = Node(e, p)
        if b is not None and b.priority == p:
            if b.first is None:
                b.first = n
            else:
                b.last.next = n
            b.last = n
        elif a is None:
            self.first = Bucket(p, n, b)
        else:
            a.next = Bucket(p, n, b)

    def _drop(self):
        while self.first is not None and self.first.first is None:
            self.first = self.first.next

    def peek(self):
        self._drop()
        return self.first.first.element if self.first else None

    def delete(self):
        self._drop()
        b = self.first
        if b is None:
            return None
        n = b.first
        b.first = n.next
        return n.element
''', GONE),
        Wrong("buckets in order of arrival, delete searches", '''
class BucketQueue:

    def __init__(self):
        self.h = Bucket(None, None)

    def insert(self, e, p):
        if p != p:
            raise ValueError
        b = self.h
        n = Node(e, p)
        while b.next is not None:
            b = b.next
            if b.priority == p:
                b.last.next = n
                b.last = n
                return
        b.next = Bucket(p, n)

    def _best(self):
        best, b = (None, self.h)
        while b.next is not None:
            if best is None or b.next.priority < best.next.priority:
                best = b
            b = b.next
        return best

    def peek(self):
        a = self._best()
        return a.next.first.element if a else None

    def delete(self):
        a = self._best()
        if a is None:
            return None
        b = a.next
        n = b.first
        if n is b.last:
            a.next = b.next
        else:
            b.first = n.next
        return n.element
''', FLOOD),
        Wrong("buckets from the largest, delete walks to the end", '''
class BucketQueue:

    def __init__(self):
        self.h = Bucket(None, None)

    def insert(self, e, p):
        if p != p:
            raise ValueError
        a = self.h
        while a.next is not None and a.next.priority > p:
            a = a.next
        n = Node(e, p)
        if a.next is not None and a.next.priority == p:
            a.next.last.next = n
            a.next.last = n
        else:
            a.next = Bucket(p, n, a.next)

    def peek(self):
        a = self.h
        while a.next is not None:
            a = a.next
        return a.first.element if a.first else None

    def delete(self):
        if self.h.next is None:
            return None
        a = self.h
        while a.next.next is not None:
            a = a.next
        b = a.next
        n = b.first
        if n is b.last:
            a.next = None
        else:
            b.first = n.next
        return n.element
''', FLOOD),
        Wrong("a frame for each bucket that it passes", '''
class BucketQueue:

    def __init__(self):
        self.first = None

    def insert(self, e, p):
        if p != p:
            raise ValueError
        n = Node(e, p)

        def put(b):
            if b is None or p < b.priority:
                return Bucket(p, n, b)
            if b.priority == p:
                b.last.next = n
                b.last = n
                return b
            b.next = put(b.next)
            return b
        self.first = put(self.first)

    def peek(self):
        return self.first.first.element if self.first else None

    def delete(self):
        b = self.first
        if b is None:
            return None
        n = b.first
        if n is b.last:
            self.first = b.next
        else:
            b.first = n.next
        return n.element
''', FLOOD),
        Wrong("starts again at the front for each bucket", '''
class BucketQueue:

    def __init__(self):
        self.first = None

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN")
        before, b = (None, self.first)
        while b is not None and b.priority < priority:
            x = self.first
            while x is not None:
                x = x.next
            before, b = (b, b.next)
        node = Node(element, priority)
        if b is not None and b.priority == priority:
            b.last.next = node
            b.last = node
        elif before is None:
            self.first = Bucket(priority, node, b)
        else:
            before.next = Bucket(priority, node, b)

    def peek(self):
        return self.first.first.element if self.first else None

    def delete(self):
        b = self.first
        if b is None:
            return None
        node = b.first
        b.first = node.next
        if b.first is None:
            self.first = b.next
        return node.element
''', FLOOD),
        Wrong("two stacks a bucket, turned round by delete", '''
class K:

    def __init__(s, p, nx):
        s.p, s.nx, s.i, s.o = (p, nx, None, None)

class BucketQueue:

    def __init__(self):
        self.f = None

    def insert(self, e, p):
        if p != p:
            raise ValueError
        a, b = (None, self.f)
        while b is not None and b.p < p:
            a, b = (b, b.nx)
        if b is None or b.p != p:
            b = K(p, b)
            if a is None:
                self.f = b
            else:
                a.nx = b
        b.i = (e, b.i)

    def _flip(self, b):
        if b.o is None:
            while b.i is not None:
                e, b.i = b.i
                b.o = (e, b.o)

    def peek(self):
        if self.f is None:
            return None
        self._flip(self.f)
        return self.f.o[0]

    def delete(self):
        b = self.f
        if b is None:
            return None
        self._flip(b)
        e, b.o = b.o
        if b.o is None and b.i is None:
            self.f = b.nx
        return e
''', FLOOD),
    ],
    right=[
        Right("a list of lists", BUCKETS),
        Right("one list whose runs know their end", RUNS),
        Right("buckets are lists of four, with a sentinel", '''
class BucketQueue:
    def __init__(self):
        self.start = [None, None, None, None]

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN")
        cell = [element, None]
        here = self.start
        while here[3] and here[3][0] < priority:
            here = here[3]
        found = here[3]
        if found and found[0] == priority:
            found[2][1] = found[2] = cell
            return
        here[3] = [priority, cell, cell, found]

    def peek(self):
        return self.start[3][1][0] if self.start[3] else None

    def delete(self):
        bucket = self.start[3]
        if not bucket:
            return None
        element, bucket[1] = bucket[1]
        if not bucket[1]:
            self.start[3] = bucket[3]
        return element
'''.replace("found[2][1] = found[2] = cell", "found[2][1] = cell\n            found[2] = cell")),
        Right("each bucket is a ring that knows its last cell", '''
class Ring:
    def __init__(self, priority, next_ring):
        self.priority, self.next_ring, self.last = priority, next_ring, None
    def add(self, element):
        cell = {"element": element}
        if self.last is None:
            cell["next"] = cell
        else:
            cell["next"] = self.last["next"]
            self.last["next"] = cell
        self.last = cell
    def take(self):
        first = self.last["next"]
        if first is self.last:
            self.last = None
        else:
            self.last["next"] = first["next"]
        return first["element"]

class BucketQueue:
    def __init__(self):
        self.ring = None
    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN")
        if self.ring is None or priority < self.ring.priority:
            self.ring = Ring(priority, self.ring)
        at = self.ring
        while at.next_ring is not None and not priority < at.next_ring.priority:
            at = at.next_ring
        if at.priority < priority:
            at.next_ring = Ring(priority, at.next_ring)
            at = at.next_ring
        at.add(element)
    def peek(self):
        return None if self.ring is None else self.ring.last["next"]["element"]
    def delete(self):
        if self.ring is None:
            return None
        element = self.ring.take()
        if self.ring.last is None:
            self.ring = self.ring.next_ring
        return element
'''),
        Right("a small linked queue, used twice over", '''
class Fifo:
    def __init__(self):
        self.head = self.tail = None
    def push(self, value):
        cell = [value, None]
        if self.head is None:
            self.head = cell
        else:
            self.tail[1] = cell
        self.tail = cell
    def pop(self):
        value, self.head = self.head
        return value

class BucketQueue:
    def __init__(self):
        self.first = None

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError(priority)
        holder, key = self.__dict__, "first"
        while holder[key] is not None and holder[key]["priority"] < priority:
            holder, key = holder[key], "next"
        found = holder[key]
        if found is None or found["priority"] > priority:
            found = {"priority": priority, "waiting": Fifo(), "next": found}
            holder[key] = found
        found["waiting"].push(element)

    def peek(self):
        return None if self.first is None else self.first["waiting"].head[0]

    def delete(self):
        if self.first is None:
            return None
        element = self.first["waiting"].pop()
        if self.first["waiting"].head is None:
            self.first = self.first["next"]
        return element
'''),
        Right("a sorted list, doubly linked, with a bucket above it", '''
from types import SimpleNamespace as Thing

class BucketQueue:
    def __init__(self):
        self.items = Thing(element=None, next=None)
        self.buckets = Thing(key=None, end=self.items, next=None)

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN")
        b = self.buckets
        while b.next is not None and b.next.key <= priority:
            b = b.next
        item = Thing(element=element, next=b.end.next)
        b.end.next = item
        if b is not self.buckets and b.key == priority:
            b.end = item
        else:
            b.next = Thing(key=priority, end=item, next=b.next)

    def peek(self):
        return self.items.next.element if self.items.next else None

    def delete(self):
        gone = self.items.next
        if gone is None:
            return None
        self.items.next = gone.next
        if self.buckets.next.end is gone:
            self.buckets.next = self.buckets.next.next
        return gone.element
'''),
        Right("one empty bucket may stay until the next call", '''
class BucketQueue:

    def __init__(self):
        self.f = None

    def _clean(self):
        if self.f is not None and self.f[1] is None:
            self.f = self.f[3]

    def insert(self, e, p):
        if p != p:
            raise ValueError
        self._clean()
        a, b = (None, self.f)
        while b is not None and b[0] < p:
            a, b = (b, b[3])
        c = [e, None]
        if b is not None and b[0] == p:
            b[2][1] = c
            b[2] = c
            return
        n = [p, c, c, b]
        if a is None:
            self.f = n
        else:
            a[3] = n

    def peek(self):
        self._clean()
        return self.f[1][0] if self.f else None

    def delete(self):
        self._clean()
        if not self.f:
            return None
        c = self.f[1]
        self.f[1] = c[1]
        return c[0]
'''),
        Right("the list of buckets is made of tuples", '''
class BucketQueue:

    def __init__(self):
        self.spine = None

    def insert(self, e, p):
        if p != p:
            raise ValueError
        st, s = (None, self.spine)
        while s is not None and s[0] < p:
            st, s = ((s, st), s[2])
        c = [e, None]
        if s is not None and s[0] == p:
            s[1][1][1] = c
            s[1][1] = c
            return
        s = (p, [c, c], s)
        while st is not None:
            (q, b, _), st = st
            s = (q, b, s)
        self.spine = s

    def peek(self):
        return self.spine[1][0][0] if self.spine else None

    def delete(self):
        if self.spine is None:
            return None
        b = self.spine[1]
        c = b[0]
        b[0] = c[1]
        if b[0] is None:
            self.spine = self.spine[2]
        return c[0]
'''),
    ],
)

SORTED_TICKETS = '''
class Cell:
    def __init__(self, ticket, element, priority):
        self.ticket, self.element, self.priority, self.after = ticket, element, priority, None

class TicketQueue:
    def __init__(self):
        self.head = Cell(None, None, None)
        self.given = 0

    def _place(self, cell):
        at = self.head
        while at.after is not None and at.after.priority <= cell.priority:
            at = at.after
        cell.after = at.after
        at.after = cell

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN")
        ticket = self.given
        self.given += 1
        self._place(Cell(ticket, element, priority))
        return ticket

    def change(self, ticket, priority):
        if priority != priority:
            raise ValueError("NaN")
        at = self.head
        while at.after is not None and at.after.ticket != ticket:
            at = at.after
        found = at.after
        if found is None:
            return False
        at.after = found.after
        found.priority = priority
        self._place(found)
        return True

    def delete(self):
        gone = self.head.after
        if gone is None:
            return None
        self.head.after = gone.after
        return gone.element
'''
UNSORTED_TICKETS = '''
class TicketQueue:
    def __init__(self):
        self.first = None
        self.moves = self.tickets = 0

    def _add(self, ticket, element, priority):
        self.first = [priority, self.moves, ticket, element, self.first]
        self.moves += 1

    def _find(self, fits):
        before, at = None, self.first
        while at is not None and not fits(at):
            before, at = at, at[4]
        return before, at

    def _take(self, before, at):
        if before is None:
            self.first = at[4]
        else:
            before[4] = at[4]

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError
        self._add(self.tickets, element, priority)
        self.tickets += 1
        return self.tickets - 1

    def change(self, ticket, priority):
        if priority != priority:
            raise ValueError
        before, at = self._find(lambda cell: cell[2] == ticket)
        if at is None:
            return False
        self._take(before, at)
        self._add(ticket, at[3], priority)
        return True

    def delete(self):
        if self.first is None:
            return None
        best = at = self.first
        while at is not None:
            if at[0] < best[0] or (at[0] == best[0] and at[1] < best[1]):
                best = at
            at = at[4]
        self._take(*self._find(lambda cell: cell is best))
        return best[3]
'''
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
            accept=as_asked,
            cases=[
                (DELETE, put("b", 2), put("a", 1), put("c", 2), *[DELETE] * 4),
                (put("a", 1), DELETE, put("b", 1), DELETE, put("c", 1), DELETE),
                (put("a", 1), put("x", NAN), put("b", 1), DELETE, DELETE, DELETE),
                (put("a", 1), ANOTHER, put("b", 1), DELETE, DELETE),
                (put(None, 1), put("", 1), put({}, 1), put(0, 1), *[DELETE] * 4),
            ],
            nudge="Tickets count the elements taken: 0, 1, 2. A ticket is never given twice.",
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
            nudge="Take the cell out of the list, link its neighbours, then insert it anew.",
        ),
        Cells(LINKS, nudge="To find a ticket you may walk: O(k) is asked for."),
        Together(
            LONG,
            parts=[
                Scripted(
                    LONG,
                    script=[
                        *(put(number, 1_500 - number) for number in range(1_500)),
                        put("back", 1_500), change(1_500, 1_501), change(1, 0), change(1_501, 0),
                        DELETE, DELETE,
                    ],
                    gives=[1_500, True, True, False, 1, 1_499],
                    nudge="One stack frame a cell is too deep for 1,500 cells: use a loop.",
                ),
                MethodGrowth(
                    LONG,
                    scenes={"n different priorities": tickets, "n equal priorities": equal_tickets},
                    sizes=(12, 36, 108),
                    exponents={"insert": 1.3, "change": 1.3, "delete": 1.3},
                    nudge="Walk to the ticket once, and once to its new place.",
                ),
            ],
        ),
    ],
    hints=[
        "A change is two things that you have written already, and one that you have not.",
        "Taking a cell out of the middle of a list: which link has to change, and what must you "
        "know to reach it?",
        "Walk until the *next* cell has the ticket. Link past it. Then give the cell its new "
        "priority and insert it as if it were new, with its old ticket. A sentinel in front saves "
        "you the case of the first cell. Refuse NaN before you take anything out.",
        "Keep `self._head = Node(None, None)`, so that each cell has one before it. In `change`: "
        "`before = self._head`, and `before = before.next` while `before.next is not None and "
        "before.next.ticket != ticket`. If `before.next` is None return False. Otherwise `node = "
        "before.next`, `before.next = node.next`, `node.priority = priority`, and hand `node` to "
        "the method that `insert` uses to place a node behind its equals.",
    ],
    wrong=[
        edited("the cell stays where it is", CHANGED, SORTED_TICKETS,
               ("        at.after = found.after\n", ""), ("        self._place(found)\n", "")),
        edited("goes before its equals", CHANGED, SORTED_TICKETS,
               ("        at.after = found.after\n        found.priority = priority\n"
                "        self._place(found)\n",
                "        at.after = found.after\n        found.priority = priority\n"
                "        at = self.head\n"
                "        while at.after is not None and at.after.priority < priority:\n"
                "            at = at.after\n        found.after, at.after = at.after, found\n")),
        edited("an unchanged priority keeps its place", CHANGED, SORTED_TICKETS,
               ("        at.after = found.after\n",
                "        if found.priority == priority:\n            return True\n"
                "        at.after = found.after\n")),
        edited("a ticket that has left comes back", CHANGED, SORTED_TICKETS,
               ("            return False\n",
                "            if not 0 <= ticket < self.given:\n                return False\n"
                "            found = Cell(ticket, self.last, priority)\n"
                "            self._place(found)\n            return True\n"),
               ("        return gone.element", "        self.last = gone.element\n"
                "        return gone.element")),
        edited("says yes to every ticket", CHANGED, SORTED_TICKETS,
               ("            return False\n", "            return True\n")),
        edited("an unknown ticket raises", CHANGED, SORTED_TICKETS,
               ("            return False\n", "            raise KeyError(ticket)\n")),
        edited("says nothing of its success", CHANGED, SORTED_TICKETS,
               ("        self._place(found)\n        return True\n",
                "        self._place(found)\n")),
        edited("the first cell can't be found", CHANGED, SORTED_TICKETS,
               ("        at = self.head\n        while at.after is not None and at.after.ticket",
                "        at = self.head.after or self.head\n"
                "        while at.after is not None and at.after.ticket")),
        edited("the last cell can't be found", CHANGED, SORTED_TICKETS,
               ("        if found is None:\n",
                "        if found is None or found.after is None:\n")),
        edited("what came after the cell is lost", CHANGED, SORTED_TICKETS,
               ("        at.after = found.after\n", "        at.after = None\n")),
        edited("the cell is in the list twice", CHANGED, SORTED_TICKETS,
               ("        at.after = found.after\n", ""),
               ("        self._place(found)\n",
                "        self._place(Cell(ticket, found.element, priority))\n")),
        edited("a change gives a new ticket", CHANGED, SORTED_TICKETS,
               ("        found.priority = priority\n",
                "        found.priority, found.ticket = priority, self.given\n"
                "        self.given += 1\n")),
        edited("only ever moves towards the front", CHANGED, SORTED_TICKETS,
               ("        at.after = found.after\n",
                "        if found.priority < priority:\n            return True\n"
                "        at.after = found.after\n")),
        edited("is placed behind where it was, never before", CHANGED, SORTED_TICKETS,
               ("        self._place(found)\n        return True\n",
                "        while at.after is not None and at.after.priority <= priority:\n"
                "            at = at.after\n        found.after, at.after = at.after, found\n"
                "        return True\n")),
        edited("finds the element, not the ticket", CHANGED, SORTED_TICKETS,
               ("        found = at.after\n",
                "        found = at.after\n        if found is not None:\n"
                "            wanted, at = found.element, self.head\n"
                "            while at.after.element != wanted:\n                at = at.after\n"
                "            found = at.after\n")),
        edited("NaN takes the cell out before it is refused", CHANGED, SORTED_TICKETS,
               ("    def change(self, ticket, priority):\n        if priority != priority:\n"
                '            raise ValueError("NaN")\n',
                "    def change(self, ticket, priority):\n"),
               ("        found.priority = priority\n",
                '        if priority != priority:\n            raise ValueError("NaN")\n'
                "        found.priority = priority\n")),
        edited("NaN is no change", CHANGED, SORTED_TICKETS,
               ("    def change(self, ticket, priority):\n        if priority != priority:\n"
                '            raise ValueError("NaN")\n',
                "    def change(self, ticket, priority):\n        if priority != priority:\n"
                "            return False\n")),
        edited("tickets count what waits", TICKETS, SORTED_TICKETS,
               ("        self.head.after = gone.after\n",
                "        self.head.after = gone.after\n        self.given -= 1\n")),
        edited("tickets start at 1", TICKETS, SORTED_TICKETS,
               ("        ticket = self.given\n        self.given += 1\n",
                "        self.given += 1\n        ticket = self.given\n")),
        edited("insert returns nothing", TICKETS, SORTED_TICKETS, ("        return ticket\n", "")),
        edited("a refused element uses up a ticket", TICKETS, SORTED_TICKETS,
               ("    def insert(self, element, priority):\n        if priority != priority:\n"
                '            raise ValueError("NaN")\n        ticket = self.given\n'
                "        self.given += 1\n",
                "    def insert(self, element, priority):\n        ticket = self.given\n"
                "        self.given += 1\n        if priority != priority:\n"
                '            raise ValueError("NaN")\n')),
        edited("all queues count tickets together", TICKETS, SORTED_TICKETS,
               ("        self.given = 0\n", ""),
               ("class TicketQueue:\n", "class TicketQueue:\n    given = 0\n\n"),
               ("        self.given += 1\n", "        TicketQueue.given += 1\n")),
        edited("a new queue takes the cells of the old one", TICKETS, SORTED_TICKETS,
               ("class TicketQueue:\n    def __init__(self):\n"
                "        self.head = Cell(None, None, None)\n",
                "HEAD = Cell(None, None, None)\n\nclass TicketQueue:\n    def __init__(self):\n"
                "        self.head = HEAD\n        self.head.after = None\n")),
        edited("unsorted, and the newest of equals leaves first", TICKETS, UNSORTED_TICKETS,
               ("at[1] < best[1]", "at[1] > best[1]")),
        edited("unsorted, and a change keeps its turn", CHANGED, UNSORTED_TICKETS,
               ("        self._take(before, at)\n        self._add(ticket, at[3], priority)\n",
                "        at[0] = priority\n")),
        Wrong("a heap, old entries left in it", '''
import heapq

class TicketQueue:
    def __init__(self):
        self.heap, self.valid, self.moves, self.tickets = [], {}, 0, 0
    def _push(self, ticket, element, priority):
        entry = (priority, self.moves, ticket, element)
        self.valid[ticket] = entry
        heapq.heappush(self.heap, entry)
        self.moves += 1
    def insert(self, element, priority):
        if priority != priority:
            raise ValueError
        self._push(self.tickets, element, priority)
        self.tickets += 1
        return self.tickets - 1
    def change(self, ticket, priority):
        if priority != priority:
            raise ValueError
        if ticket not in self.valid:
            return False
        self._push(ticket, self.valid[ticket][3], priority)
        return True
    def delete(self):
        while self.heap:
            entry = heapq.heappop(self.heap)
            if self.valid.get(entry[2]) is entry:
                del self.valid[entry[2]]
                return entry[3]
        return None
''', LINKS),
        Wrong("linked cells, and a dict from tickets to them", SORTED_TICKETS.replace(
            "        self.given = 0\n", "        self.given = 0\n        self.of = {}\n").replace(
            "        self._place(Cell(ticket, element, priority))\n",
            "        self.of[ticket] = Cell(ticket, element, priority)\n"
            "        self._place(self.of[ticket])\n"), LINKS),
        Wrong("a list that is sorted at each delete", '''
class TicketQueue:
    def __init__(self):
        self.waiting, self.tickets = [], 0
    def insert(self, element, priority):
        if priority != priority:
            raise ValueError
        self.waiting.append([priority, self.tickets, element])
        self.tickets += 1
        return self.tickets - 1
    def change(self, ticket, priority):
        if priority != priority:
            raise ValueError
        for at, (_, its, element) in enumerate(self.waiting):
            if its == ticket:
                del self.waiting[at]
                self.waiting.append([priority, ticket, element])
                return True
        return False
    def delete(self):
        self.waiting.sort(key=lambda each: each[0])
        return self.waiting.pop(0)[2] if self.waiting else None
''', LINKS),
        Wrong("a frame for each cell that it passes", '''
class TicketQueue:

    def __init__(self):
        self.h = None
        self.n = 0

    def insert(self, e, p):
        if p != p:
            raise ValueError
        t = self.n
        self.n += 1
        self.h = self._put(self.h, Node((t, e), p))
        return t

    def _put(self, l, n):
        if l is None or n.priority < l.priority:
            n.next = l
            return n
        l.next = self._put(l.next, n)
        return l

    def _cut(self, l, t):
        if l is None:
            return (None, None)
        if l.element[0] == t:
            return (l, l.next)
        g, l.next = self._cut(l.next, t)
        return (g, l)

    def change(self, t, p):
        if p != p:
            raise ValueError
        g, self.h = self._cut(self.h, t)
        if g is None:
            return False
        g.priority = p
        self.h = self._put(self.h, g)
        return True

    def delete(self):
        if self.h is None:
            return None
        e, self.h = (self.h.element[1], self.h.next)
        return e
''', LONG),
        Wrong("walks to the end for each cell", '''
class TicketQueue:

    def __init__(self):
        self.head = Node(None, None)
        self.count = 0

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN")
        ticket = self.count
        self.count += 1
        self._put(ticket, element, priority)
        return ticket

    def _put(self, ticket, element, priority):
        c = self.head
        while c.next is not None and c.next.priority <= priority:
            c = c.next
        c.next = Node(element, priority, c.next)
        c.next.ticket = ticket

    def change(self, ticket, priority):
        if priority != priority:
            raise ValueError("NaN")
        c = self.head
        while c.next is not None and c.next.ticket != ticket:
            x = self.head
            while x is not None:
                x = x.next
            c = c.next
        if c.next is None:
            return False
        gone = c.next
        c.next = gone.next
        self._put(ticket, gone.element, priority)
        return True

    def delete(self):
        gone = self.head.next
        if gone is None:
            return None
        self.head.next = gone.next
        return gone.element
''', LONG),
    ],
    right=[
        Right("sorted, with a sentinel", SORTED_TICKETS),
        Right("unsorted: delete searches", UNSORTED_TICKETS),
        Right("no sentinel, the first cell apart", '''
class Job:
    __slots__ = ("number", "what", "urgency", "next")

    def __init__(self, number, what, urgency):
        self.number, self.what, self.urgency, self.next = number, what, urgency, None

class TicketQueue:
    def __init__(self):
        self._first = None
        self._count = 0

    def _link(self, job):
        if self._first is None or job.urgency < self._first.urgency:
            job.next = self._first
            self._first = job
            return
        before = self._first
        while before.next is not None and before.next.urgency <= job.urgency:
            before = before.next
        job.next = before.next
        before.next = job

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN")
        job = Job(self._count, element, priority)
        self._count += 1
        self._link(job)
        return job.number

    def change(self, ticket, priority):
        if priority != priority:
            raise ValueError("NaN")
        if self._first is not None and self._first.number == ticket:
            job, self._first = self._first, self._first.next
        else:
            before = self._first
            while before is not None and (before.next is None or before.next.number != ticket):
                before = before.next
            if before is None:
                return False
            job = before.next
            before.next = job.next
        job.urgency = priority
        self._link(job)
        return True

    def delete(self):
        job = self._first
        if job is not None:
            self._first = job.next
            return job.what
        return None
'''),
        Right("doubly linked ring", '''
import itertools

class Cell:
    def __init__(self):
        self.prev = self.next = self

    def leave(self):
        self.prev.next, self.next.prev = self.next, self.prev

class TicketQueue:
    def __init__(self):
        self._ring = Cell()
        self._next_ticket = itertools.count()

    def __iter__(self):
        cell = self._ring.next
        while cell is not self._ring:
            yield cell
            cell = cell.next

    def _join(self, cell, priority):
        after = self._ring.prev
        while after is not self._ring and after.priority > priority:
            after = after.prev
        cell.priority, cell.prev, cell.next = priority, after, after.next
        after.next.prev = after.next = cell

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError("NaN")
        cell = Cell()
        cell.element, cell.ticket = element, next(self._next_ticket)
        self._join(cell, priority)
        return cell.ticket

    def change(self, ticket, priority):
        if priority != priority:
            raise ValueError("NaN")
        for cell in self:
            if cell.ticket == ticket:
                cell.leave()
                self._join(cell, priority)
                return True
        return False

    def delete(self):
        for cell in self:
            cell.leave()
            return cell.element
'''.replace("        after.next.prev = after.next = cell\n",
            "        after.next.prev = cell\n        after.next = cell\n")),
        Right("cells are tuples, the list made anew", '''
class TicketQueue:
    def __init__(self):
        self.cells, self.tickets = None, 0

    @staticmethod
    def _with(cells, ticket, element, priority):
        front = None
        while cells is not None and cells[0] <= priority:
            front, cells = (*cells[:3], front), cells[3]
        cells = priority, ticket, element, cells
        while front is not None:
            cells, front = (*front[:3], cells), front[3]
        return cells

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError
        self.cells = self._with(self.cells, self.tickets, element, priority)
        self.tickets += 1
        return self.tickets - 1

    def change(self, ticket, priority):
        if priority != priority:
            raise ValueError
        front, rest = None, self.cells
        while rest is not None and rest[1] != ticket:
            front, rest = (*rest[:3], front), rest[3]
        if rest is None:
            return False
        element, rest = rest[2], rest[3]
        while front is not None:
            rest, front = (*front[:3], rest), front[3]
        self.cells = self._with(rest, ticket, element, priority)
        return True

    def delete(self):
        if self.cells is None:
            return None
        _, _, element, self.cells = self.cells
        return element
'''),
        Right("a change marks the cell as gone and adds another", '''
class TicketQueue:
    def __init__(self):
        self.root = {"next": None}
        self.number = -1

    def _add(self, ticket, element, priority):
        at = self.root
        while at["next"] and not priority < at["next"]["priority"]:
            at = at["next"]
        at["next"] = {"ticket": ticket, "element": element, "priority": priority,
                      "gone": False, "next": at["next"]}

    def insert(self, element, priority):
        if priority != priority:
            raise ValueError
        self.number += 1
        self._add(self.number, element, priority)
        return self.number

    def change(self, ticket, priority):
        if priority != priority:
            raise ValueError
        at = self.root["next"]
        while at:
            if at["ticket"] == ticket and not at["gone"]:
                at["gone"] = True
                self._add(ticket, at["element"], priority)
                return True
            at = at["next"]
        return False

    def delete(self):
        while self.root["next"]:
            first = self.root["next"]
            self.root["next"] = first["next"]
            if not first["gone"]:
                return first["element"]
        return None
'''),
        Right("a change finds both places in one walk", '''
class TicketQueue:

    def __init__(self):
        self.h = Node(None, None)
        self.n = 0

    def insert(self, e, p):
        if p != p:
            raise ValueError
        node = Node((self.n, e), p)
        self.n += 1
        a = self.h
        while a.next and a.next.priority <= p:
            a = a.next
        node.next, a.next = (a.next, node)
        return node.element[0]

    def change(self, t, p):
        if p != p:
            raise ValueError
        cut = spot = None
        a = self.h
        while True:
            if spot is None and (a.next is None or p < a.next.priority):
                spot = a
            if a.next is None:
                break
            if a.next.element[0] == t:
                cut = a
            a = a.next
        if cut is None:
            return False
        node = cut.next
        if spot is node:
            node.priority = p
            return True
        cut.next = node.next
        node.priority = p
        node.next = spot.next
        spot.next = node
        return True

    def delete(self):
        a = self.h.next
        if a is None:
            return None
        self.h.next = a.next
        return a.element[1]
'''),
        Right("buckets, searched one after the other", '''
class TicketQueue:

    def __init__(self):
        self.b = [None, None, None]
        self.n = 0

    def insert(self, e, p):
        if p != p:
            raise ValueError
        t = self.n
        self.n += 1
        self._put([t, e, None], p)
        return t

    def _put(self, cell, p):
        a = self.b
        while a[2] is not None and a[2][0] < p:
            a = a[2]
        if a[2] is None or a[2][0] != p:
            a[2] = [p, None, a[2]]
        b = a[2]
        if b[1] is None:
            b[1] = cell
        else:
            c = b[1]
            while c[2] is not None:
                c = c[2]
            c[2] = cell

    def change(self, t, p):
        if p != p:
            raise ValueError
        a = self.b
        while a[2] is not None:
            b = a[2]
            prev, c = (None, b[1])
            while c is not None:
                if c[0] == t:
                    if prev is None:
                        b[1] = c[2]
                    else:
                        prev[2] = c[2]
                    if b[1] is None:
                        a[2] = b[2]
                    c[2] = None
                    self._put(c, p)
                    return True
                prev, c = (c, c[2])
            a = b
        return False

    def delete(self):
        b = self.b[2]
        if b is None:
            return None
        c = b[1]
        b[1] = c[2]
        if b[1] is None:
            self.b[2] = b[2]
        return c[1]
'''),
        Right("the place in the line is a part of the key", '''
class C:
    __slots__ = ("e", "key", "t", "nx")

class TicketQueue:

    def __init__(self):
        self.h = C()
        self.h.nx = None
        self.n = self.m = 0

    def _put(self, c):
        a = self.h
        while a.nx is not None and a.nx.key < c.key:
            a = a.nx
        c.nx = a.nx
        a.nx = c

    def insert(self, e, p):
        if p != p:
            raise ValueError
        c = C()
        c.e, c.key, c.t = (e, (p, self.m), self.n)
        self.n += 1
        self.m += 1
        self._put(c)
        return c.t

    def change(self, t, p):
        if p != p:
            raise ValueError
        a = self.h
        while a.nx:
            c = a.nx
            if c.t == t:
                a.nx = c.nx
                c.key = (p, self.m)
                self.m += 1
                self._put(c)
                return True
            a = c
        return False

    def delete(self):
        c = self.h.nx
        if c is None:
            return None
        self.h.nx = c.nx
        return c.e
'''),
    ],
)
