"""A harness uses an answer on the answer's side, here and behind a sandbox."""

from __future__ import annotations

import pytest
from helpers.small_course import judged, solved

from autograder.cohort.handout import handout
from autograder.core.exercise import Exercise
from autograder.groups import Group, case, parts_of
from autograder.judge import grading
from autograder.lessons import load, paths
from autograder.trying.harness import from_text, text_of
from autograder.trying.local import LocalAnswer

OUTSIDE = 3


def with_callback(answer, first, second):
    """Add two numbers through ``answer``, and note what it calls."""
    calls = []

    def note(value):
        calls.append(value)
        if value < 0:
            raise KeyError(value)
        return value

    try:
        result = answer(note(first), note(second))
    except KeyError:
        result = "KeyError"
    return {"result": result, "calls": calls}


def interrupted(answer, first, second):
    mine = KeyboardInterrupt()

    class Interrupts(int):
        def __add__(self, other):
            raise mine

    try:
        return answer(Interrupts(first), second)
    except KeyboardInterrupt as error:
        if error is not mine:
            raise
        return "interrupted"


def rests_on_another_name(answer, first, second):
    return answer(first, second) + OUTSIDE


ADDED = Group(
    "added",
    harness=with_callback,
    written=lambda first, second: f"add(<{first}>, <{second}>)",
    cases=[
        case(1, 2, gives={"result": 3, "calls": [1, 2]}),
        case(-1, 2, gives={"result": "KeyError", "calls": [-1]}),
    ],
)


def run(function, group=ADDED):
    return group.run(LocalAnswer("add", function))


def test_the_value_is_what_the_harness_returns():
    assert run(lambda a, b: a + b).state == "passed"
    verdict = run(lambda a, b: a - b)
    assert verdict.message == "Returned the wrong value."
    assert verdict.counterexample == {
        "call": "add(<1>, <2>)",
        "expected": "{'result': 3, 'calls': [1, 2]}",
        "got": "{'result': -1, 'calls': [1, 2]}",
    }


def test_without_a_text_of_its_own_the_call_is_shown_with_the_arguments():
    group = Group("added", harness=with_callback, cases=[case(1, 2, gives=0)])
    assert run(max, group).counterexample["call"] == "add(1, 2)"


def test_a_stub_is_not_written_and_an_error_names_the_line_of_the_answer():
    def stub(a, b):
        raise NotImplementedError

    def broken(a, b):
        return a / 0

    assert run(stub).state == "not written"
    verdict = run(broken)
    assert verdict.message == "Raised an exception."
    assert "return a / 0" in verdict.counterexample["got"]


def test_an_exception_may_be_expected():
    group = Group("raises", harness=with_callback, cases=[case(1, 2, raises=ZeroDivisionError)])
    assert run(lambda a, b: a / 0, group).state == "passed"
    assert run(lambda a, b: a, group).message == "Should have raised ZeroDivisionError."


def test_an_interrupt_of_the_harness_is_its_own_and_ctrl_c_is_not():
    group = Group("stops", harness=interrupted, cases=[case(1, 2, gives="interrupted")])
    assert run(lambda a, b: a + b, group).state == "passed"

    def ctrl_c(a, b):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(ctrl_c, group)


def test_a_text_that_uses_other_names_does_not_cross():
    with pytest.raises(ValueError, match="rests_on_another_name uses OUTSIDE from outside"):
        text_of(rests_on_another_name)
    again = from_text(text_of(with_callback))
    assert again(max, 1, 2) == with_callback(max, 1, 2)


@pytest.mark.parametrize(
    ("source", "state"),
    [
        ("def add(a, b):\n    return a + b", "passed"),
        ("def add(a, b):\n    return a - b", "failed"),
        ("def add(a, b):\n    raise NotImplementedError", "not written"),
        ("def add(a, b):\n    while True: pass", "failed"),
    ],
)
def test_the_judge_says_the_same(source, state, monkeypatch):
    stops = Group("stops", harness=interrupted, cases=[case(1, 2, gives="interrupted")])
    exercise = Exercise([ADDED, stops], "easy", 1, [], name="add")
    monkeypatch.setattr(grading, "load", lambda _: {"add": exercise})
    verdicts = judged(solved(add=source)).reports["add"].verdicts
    assert [verdict.state for verdict in verdicts] == [state, state]


def test_every_harness_of_a_lesson_can_cross():
    for path in paths():
        for exercise in load(path.name).values():
            for group in parts_of(exercise.groups):
                if harness := getattr(group, "harness", None):
                    assert from_text(text_of(harness)).__name__ == harness.__name__


def test_students_get_the_harness_with_the_examples_and_no_oracle():
    text = handout("401_metaflow")
    assert "harness=use_flow" in text and "written=written_flow" in text
    assert "oracle" not in text
