"""Scenes of an instance: models, named steps, what an instance holds, work of its methods."""

from __future__ import annotations

import pytest

from autograder.core.arguments import Array
from autograder.core.steps import HELD, WIDEST
from autograder.groups import (
    Expect,
    Failure,
    Holds,
    MethodGrowth,
    Operations,
    Scene,
    another,
    attribute,
    within,
)
from autograder.groups.base import Raises
from autograder.groups.operations import show_scene
from autograder.trying.local import LocalAnswer


def run(group, target):
    return group.run(LocalAnswer("Box", target))


class Box:
    """A model: ``put`` returns what the contract leaves open."""

    def __init__(self, start=0):
        self.total = start

    def put(self, n):
        self.total += n
        return ...

    def get(self):
        return self.total

    def shout(self):
        raise ValueError("no")


class Talking(Box):
    def put(self, n):
        super().put(n)
        return "thanks"


class Shared(Box):
    kept: list = []

    def __init__(self, start=0):
        Shared.kept.clear()
        Shared.kept.append(start)

    def put(self, n):
        Shared.kept.append(n)

    def get(self):
        return sum(Shared.kept)


PUT, GET = ("put", (2,)), ("get", ())


def test_a_model_may_leave_a_value_open():
    group = Operations("box", model=Box, cases=[(PUT, GET)])
    assert run(group, Talking).state == "passed"


def test_a_scene_brings_the_arguments_of_its_constructor():
    group = Operations("box", model=Box, cases=[Scene((5,), (PUT, GET))])
    assert run(group, Box).state == "passed"
    verdict = run(group, lambda start: Box())
    assert verdict.counterexample == {
        "call": "x = Box(5)\nx.put(2)\nx.get()", "expected": "7", "got": "2"
    }  # fmt: skip


def test_a_scene_may_say_itself_what_its_last_steps_give():
    scene = Scene((1,), (PUT, PUT, GET, ("total", ())), None)
    assert scene.gives is None
    group = Operations("box", cases=[Scene((1,), (PUT, PUT, GET), gives=[5])])
    assert run(group, Box).state == "passed"
    group = Operations("box", cases=[Scene((1,), (PUT, PUT, GET), gives=[6])])
    assert run(group, Box).counterexample["got"] == "5"
    odd = Expect("an odd number", lambda value: value % 2 == 1)
    group = Operations("box", cases=[Scene((1,), (PUT, GET), gives=[..., odd])])
    assert run(group, Box).state == "passed"
    assert run(group, lambda start: Box(start + 1)).counterexample["expected"] == "an odd number"


def test_an_exception_of_the_model_is_expected():
    group = Operations("box", model=Box, cases=[(("shout", ()),)])
    assert run(group, Box).state == "passed"

    class Silent(Box):
        def shout(self):
            return None

    assert run(group, Silent).message == "Should have raised ValueError."


def test_another_instance_changes_nothing_for_the_first():
    group = Operations("box", model=Box, cases=[Scene((1,), (PUT, another(50), GET))])
    assert run(group, Box).state == "passed"
    verdict = run(group, Shared)
    assert verdict.counterexample["call"] == "x = Box(1)\nx.put(2)\ny = Box(50)\nx.get()"


def test_an_attribute_is_read():
    group = Operations("box", cases=[Scene((1,), (PUT, attribute("total")), gives=[3])])
    assert run(group, Box).state == "passed"

    class Without:
        def __init__(self, start):
            pass

        def put(self, n):
            pass

    verdict = run(group, Without)
    assert verdict.counterexample["call"].endswith("x.total")
    assert "AttributeError" in verdict.counterexample["got"]


def test_all_values_may_be_tested_together():
    def rises(scene, values):
        return None if values == sorted(values) else Failure("It falls.", got=str(values))

    scene = Scene((), (GET, GET))
    group = Operations("box", cases=[scene], also=rises)
    assert run(group, Box).state == "passed"

    class Falling(Box):
        def get(self):
            self.total -= 1
            return self.total

    verdict = run(group, Falling)
    assert (verdict.message, verdict.counterexample["got"]) == ("It falls.", "[-1, -2]")
    assert verdict.counterexample["call"].startswith("x = Box()")


def test_an_argument_of_a_step_must_be_left_as_it_was():
    class Sorter:
        def largest(self, items):
            items.sort()
            return items[-1]

    scene = Scene((), (("largest", (Array([3, 1]),)),), gives=[3])
    verdict = run(Operations("sort", cases=[scene], accept=within()), Sorter)
    assert verdict.message == "Modified its argument."
    assert verdict.counterexample["expected"] == "np.array([3, 1])"


def test_no_card_shows_a_dunder():
    steps = (another(1), attribute("total"), (WIDEST, ()), (HELD, ()), GET)
    shown = show_scene("Box", Scene((), steps))
    assert shown.splitlines() == [
        "x = Box()", "y = Box(1)", "x.total", "(the widest object of x)", "(all that x holds)",
        "x.get()",
    ]  # fmt: skip


# ---- what an instance holds


class Node:
    def __init__(self, value, after):
        self.value, self.after = value, after


class Linked:
    def __init__(self):
        self.first = None

    def put(self, n):
        self.first = Node(n, self.first)


class Listed:
    def __init__(self):
        self.items = []

    def put(self, n):
        self.items.append(n)


class Text(Listed):
    def __init__(self):
        self.items = ""

    def put(self, n):
        self.items += "x"


class Bits(Listed):
    def __init__(self):
        self.items = 1

    def put(self, n):
        self.items = 2 * self.items


class Closed:
    def __init__(self):
        items = []
        self.put = lambda n: items.append(n)


class Last:
    def __init__(self):
        self.last = None

    def put(self, n):
        self.last = n


def puts(n):
    return Scene((), [("put", (number % 3,)) for number in range(n)])


KEEPS = Holds(
    "keeps little", scenes={"n numbers": puts}, sizes=(20, 150),
    most=lambda size: size + 60, says="What it holds grows.",
)  # fmt: skip


@pytest.mark.parametrize("kind", [Listed, Text, Bits, Closed, Linked])
def test_what_grows_inside_an_instance_is_seen(kind):
    verdict = run(KEEPS, kind)
    assert verdict.message == "What it holds grows."
    assert ", then " in verdict.counterexample["got"]


def test_what_does_not_grow_passes():
    assert run(KEEPS, Last).state == "passed"


def test_the_widest_object_tells_a_list_from_linked_nodes():
    group = Holds(
        "linked", scenes={"n numbers": puts}, sizes=(200,), measure=WIDEST,
        most=lambda _: 12, says="One object refers to very many others.",
    )  # fmt: skip
    assert run(group, Linked).state == "passed"
    verdict = run(group, Listed)
    assert verdict.message == "One object refers to very many others."
    assert verdict.counterexample["got"] == "200"


def test_an_exception_on_the_way_is_told():
    class Broken(Last):
        def put(self, n):
            raise KeyError(n)

    assert run(KEEPS, Broken).message == "Raised an exception."


# ---- work of methods


def filled(n):
    return [("put", (1,))] * n, [("put", (1,)), ("get", ())]


METHODS = MethodGrowth(
    "work", scenes={"n numbers": filled}, sizes=(10, 30, 90),
    exponents={"put": 0.1, "get": 0.1}, model=Box,
)  # fmt: skip


def test_values_of_counted_calls_are_those_of_the_model():
    assert run(METHODS, Box).state == "passed"

    class GivesUp(Box):
        def get(self):
            return self.total if self.total < 50 else 0

    verdict = run(METHODS, GivesUp)
    assert (verdict.counterexample["expected"], verdict.counterexample["got"]) == ("91", "0")


def test_work_of_a_method_that_grows_is_told():
    class Slow(Box):
        def get(self):
            total = 0
            for _ in range(self.total):
                total += 1
            return total

    assert "multiplies the steps of one get call" in run(METHODS, Slow).message


def test_a_scene_may_say_that_a_step_raises():
    class Refuses(Box):
        def put(self, n):
            if n < 0:
                raise ValueError(n)
            return super().put(n)

    says = [..., Raises("ValueError"), 2]
    group = Operations("n", cases=[Scene((), (("put", (2,)), ("put", (-1,)), ("get", ())), says)])
    assert run(group, Refuses).state == "passed"
    assert run(group, Box).message == "Should have raised ValueError."
