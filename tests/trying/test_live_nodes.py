"""Linked lists that the answer's side builds, and how the methods of a class are measured."""

from __future__ import annotations

import itertools
import json
from collections import deque

import pytest

from autograder.core.arguments import Chain, Counted
from autograder.core.outcomes import Outcome
from autograder.core.steps import WIDEST
from autograder.groups import Comparisons, MethodGrowth
from autograder.judge.wire import arguments
from autograder.trying.local import LocalAnswer


class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


def called(function, *args, count=False) -> Outcome:
    return LocalAnswer("f", function).call(args, limit=5, count=count)


def second(a):
    return a.next


def put_in_front(a):
    return Node(0, a)


def join(a, b):
    a.next = b
    return a


def bite_its_tail(a):
    a.next.next = a
    return a


def swap_values(a):
    a.value, a.next.value = a.next.value, a.value
    return a


def end_in_a_number(a):
    a.next = 7
    return a


@pytest.mark.parametrize(
    ("function", "args", "values", "nodes", "end"),
    [
        (second, [[1, 2]], [2], [1], None),
        (put_in_front, [[1]], [0, 1], [None, 0], None),
        (join, [[1], [2, "x"]], [1, 2, "x"], [0, 1, 2], None),
        (bite_its_tail, [[1, 2]], [1, 2], [0, 1], "a node met before"),
        (swap_values, [[1, 2]], [2, 1], [0, 1], None),
        (end_in_a_number, [[1, 2]], [1], [0], "int"),
    ],
)
def test_a_chain_comes_back_as_values_and_nodes(function, args, values, nodes, end):
    outcome = called(function, *map(Chain, args))
    assert outcome.value == {"values": values, "nodes": nodes, "end": end}


def test_an_empty_chain_is_none():
    assert called(lambda a: [a], Chain([])).value == [None]
    assert called(lambda a: a, Chain([])).value is None


def test_an_argument_that_comes_back_is_known():
    assert called(lambda a, b: b, [1], [1]).returned == 1
    assert called(lambda a, b: list(b), [1], [1]).returned is None
    assert called(lambda a: a, Chain([1])).returned == 0


def test_what_is_no_node_comes_back_plain():
    assert called(lambda a: [a.value, a.next.value], Chain([1, 2])).value == [1, 2]


def test_a_node_kept_from_an_earlier_call_is_a_new_one():
    kept: list = []

    def hand_back(a):
        kept.append(a)
        return kept[0]

    assert called(hand_back, Chain([1])).value["nodes"] == [0]
    assert called(hand_back, Chain([1])).value["nodes"] == [None]


def test_the_nodes_are_of_the_class_that_the_code_knows():
    names: dict = {}
    exec("class Node:\n def __init__(self, value): self.value, self.next = value, None", names)
    exec("def f(a): return isinstance(a, Node)", names)
    assert called(names["f"], Chain([1])).value is True
    del names["Node"]
    trouble = called(names["f"], Chain([1])).trouble
    assert trouble is not None
    assert "Node is not defined" in trouble.text


def test_a_node_class_that_can_not_be_made_is_the_answers_trouble():
    names: dict = {"Node": lambda: None}
    exec("def f(a): return a", names)
    trouble = called(names["f"], Chain([1])).trouble
    assert trouble is not None
    assert trouble.kind == "raised"


def test_a_hundred_thousand_nodes_can_be_read():
    value = called(lambda a: a, Chain(range(100_000))).value
    assert value["nodes"] == list(range(100_000))


@pytest.mark.parametrize("argument", [Chain([]), Chain([1, (2, "x")]), Counted([[1, 2], []])])
def test_they_cross_the_wire(argument):
    text = json.dumps(arguments.encode_arguments((argument, 1)))
    assert arguments.decode_arguments(json.loads(text)) == (argument, 1)


def test_lists_of_counted_items_are_lists():
    outcome = called(lambda lists: sorted(sum(lists, [])), Counted([[3], [], [1, 2]]), count=True)
    assert outcome.value == [1, 2, 3]
    assert outcome.steps > 2


class Kept:
    """Holds what is put in as ``make`` says."""

    make: type = list

    def __init__(self):
        self.held = self.make()

    def put(self, item):
        self.held.append(item)


class InDeque(Kept):
    make = deque


class InSlots:
    __slots__ = ("first",)

    def __init__(self):
        self.first = None

    def put(self, item):
        self.first = Node(item, self.first)


class InTuples:
    def __init__(self):
        self.first = ()

    def put(self, item):
        self.first = (item, self.first)


class InClosures:
    def __init__(self):
        self.give = lambda: None

    def put(self, item):
        before = self.give
        self.give = lambda: (item, before)


class InAListOfAClosure:
    def __init__(self):
        held: list = []
        self.add = lambda item: held.append(item)

    def put(self, item):
        self.add(item)


class InAnObjectOfAnObject:
    def __init__(self):
        self.inner = Kept()

    def put(self, item):
        self.inner.put(item)


class InAGenerator:
    def __init__(self):
        self.generator = self._collect()
        next(self.generator)

    def _collect(self):
        held: list = []
        while True:
            held.append((yield))

    def put(self, item):
        self.generator.send(item)


class InADict:
    def __init__(self):
        self.held: dict = {}

    def put(self, item):
        self.held[item] = item


@pytest.mark.parametrize("kind", [InSlots, InTuples, InClosures])
def test_linked_cells_are_narrow(kind):
    assert widest(kind, 300) < 10


@pytest.mark.parametrize(
    "kind", [Kept, InDeque, InADict, InAListOfAClosure, InAnObjectOfAnObject, InAGenerator]
)
def test_containers_are_as_wide_as_what_they_hold(kind):
    assert widest(kind, 300) >= 300


def widest(kind, size: int) -> int:
    steps = [("put", (number,)) for number in range(size)] + [(WIDEST, ())]
    return LocalAnswer("Kept", kind).operate((), steps, limit=5)[-1].value


class Walks:
    """Walks over all that it holds at each ``put``; ``look`` looks at one."""

    def __init__(self):
        self.first = None

    def put(self, item):
        node = self.first
        while node is not None:
            node = node.next
        self.first = Node(item, self.first)

    def look(self):
        return self.first and self.first.value


def scene(size: int):
    return [("put", (0,))] * size, [("look", ()), ("put", (0,)), ("look", ())]


class Stub:
    def put(self, item):
        raise NotImplementedError


@pytest.mark.parametrize(
    ("kind", "exponents", "state"),
    [
        (Walks, {"put": 1.2, "look": 0.1}, "passed"),
        (Walks, {"put": 0.5, "look": 0.1}, "failed"),
        (Stub, {"put": 1.2}, "not written"),
    ],
)
def test_the_work_of_each_method_is_measured(kind, exponents, state):
    group = MethodGrowth("g", scenes={"n": scene}, sizes=(10, 20, 40), exponents=exponents)
    verdict = group.run(LocalAnswer("Walks", kind))
    assert verdict.state == state, verdict


def test_steps_of_operations_are_counted_only_where_asked():
    answer = LocalAnswer("Walks", Walks)
    fill = scene(5)[0]
    assert [each.steps for each in answer.operate((), fill, limit=5)] == [0] * 5
    steps = [each.steps for each in answer.operate((), fill, limit=5, count=True)]
    # The loop has two lines, and one node more to visit each time.
    assert [after - before for before, after in itertools.pairwise(steps)] == [2] * 4


@pytest.mark.parametrize(
    ("function", "state"),
    [
        (sorted, "passed"),
        (lambda items: [sorted(items), sorted(items)], "failed"),
        (lambda items: sorted(items, key=int), "passed"),
    ],
)
def test_comparisons_are_bounded(function, state):
    group = Comparisons(
        "g",
        args=lambda n: (Counted(range(n)),),
        sizes=(64, 128),
        exponent=1.1,
        most=lambda n: n,
    )
    assert group.run(LocalAnswer("f", lambda items: function(items))).state == state
