"""Several parts count as one group; forms; what every kind of group promises."""

from __future__ import annotations

import pytest

from autograder import complexity
from autograder.authoring import review
from autograder.core.exercise import Exercise
from autograder.core.grade import grade, grade_examples
from autograder.groups import Form, Group, Growth, Rule, Together, case, letter, number, parts_of
from autograder.groups.base import Named
from autograder.trying.local import LocalAnswer


def exercise_of(*groups) -> Exercise:
    return Exercise(difficulty="easy", groups=groups, minutes=1, hints=[], name="f")


def run(group, target):
    return group.run(LocalAnswer("f", target))


ONE = Group(cases=[case(1, gives=1)], nudge="of the first")
TWO = Group(cases=[case(2, gives=2)])
GROWS = Growth(args=lambda n: (n,), sizes=(10, 20, 40), exponent=0.5, brute="no such one")


def test_the_first_part_that_fails_speaks_for_the_group():
    both = Together("both", points=3, parts=[ONE, TWO], nudge="of the group")
    verdict = run(both, lambda n: 0)
    assert (verdict.name, verdict.earned, verdict.points) == ("both", 0, 3)
    assert (verdict.counterexample["call"], verdict.nudge) == ("f(1)", "of the first")
    verdict = run(both, lambda n: min(n, 1))
    assert (verdict.counterexample["call"], verdict.nudge) == ("f(2)", "of the group")
    verdict = run(both, lambda n: n)
    assert (verdict.state, verdict.earned) == ("passed", 3)


def test_parts_after_the_first_failure_are_not_run():
    def never():
        raise AssertionError("it ran")

    both = Together("both", parts=[ONE, Group(inputs=never, oracle=int)])
    assert run(both, lambda n: 0).state == "failed"


def test_an_answer_that_is_not_written_is_not_nudged():
    def stub(n):
        raise NotImplementedError

    verdict = run(Together("both", parts=[ONE, TWO]), stub)
    assert (verdict.state, verdict.nudge) == ("not written", "")


def test_with_a_part_of_work_it_is_of_work():
    work = Together("work", parts=[ONE, GROWS])
    assert work.of_work and not Together("values", parts=[ONE, TWO]).of_work
    exercise = exercise_of(work, Group("value", cases=[case(3, gives=3)]))
    wrong = grade(exercise, LocalAnswer("f", lambda n: 1)).verdicts[0]
    assert "half of the other points" in wrong.message
    assert work.run_examples(LocalAnswer("f", lambda n: 1)) is None


def test_examples_of_the_parts_are_examples_of_the_group():
    exercise = exercise_of(Together("both", points=2, parts=[ONE, TWO]))
    assert grade_examples(exercise, LocalAnswer("f", lambda n: n)).earned == 2
    assert grade_examples(exercise, LocalAnswer("f", lambda n: 1)).earned == 0


def test_a_growth_inside_is_found_by_plots_and_by_the_review(monkeypatch):
    exercise = exercise_of(Together("all", parts=[ONE, Together(parts=[TWO, GROWS])]))
    assert [*parts_of(exercise.groups)] == [ONE, TWO, GROWS]

    def f(n):
        return n

    module = __import__("sys").modules["autograder.complexity"]
    monkeypatch.setattr(module, "find", lambda name: exercise)
    monkeypatch.setattr(module, "name_of", lambda target, names: "f")
    assert "yours: size^0.00" in complexity(f).alt

    monkeypatch.setattr(review, "bank", lambda name: __import__("types").SimpleNamespace(
        right=[1] * 4, wrong=[], solutions=[]
    ))  # fmt: skip
    assert [*review._check_bank(exercise)] == ["f plots 'no such one', which is not in its bank"]


def test_false_alarms_of_the_parts_may_not_add_up_to_more_than_one_in_a_million():
    class Alarming(Named):
        false_alarm = 6e-7

    assert Together("one", parts=[Alarming(), ONE]).false_alarm == 6e-7
    with pytest.raises(ValueError, match="at most 1e-06"):
        Together("two", parts=[Alarming(), Alarming()])


# ---- forms

TESTS = {"a": number(100, within=0.1), "b": letter("c", "Look at b again.")}


@pytest.mark.parametrize("form", [{"a": ..., "b": ...}, {"a": None, "b": [..., ...]}, {}])
def test_a_form_with_nothing_filled_in_is_not_written(form):
    assert run(Form("form", tests=TESTS), form).state == "not written"


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"a": 100, "b": ...}, "b: No answer yet."),
        ({"a": 100}, "The key 'b' is missing."),
        ({"a": 1, "b": "d"}, "a: 1 is too small by a factor of about 100."),
        ({"a": 105, "b": "d"}, "b: Look at b again."),
        ({"a": 105, "b": 3}, "b: Give one letter in quotes"),
        (3, "f should be a dict with the keys a, b, not 3."),
    ],
)
def test_a_form_says_which_key_is_wrong(form, said):
    verdict = run(Form("form", tests=TESTS), form)
    assert verdict.message.startswith(said)
    assert (verdict.state, verdict.earned) == ("failed", 0)


@pytest.mark.parametrize("b", ["c", "C", "(c)", " c. "])
def test_a_form_that_is_right_passes(b):
    assert run(Form("form", tests=TESTS), {"a": 95, "b": b, "more": ...}).state == "passed"


def test_a_form_may_give_points_for_each_key():
    form = Form("form", points=2, tests=TESTS, per_key=True)
    half = run(form, {"a": 100, "b": "a"})
    assert (half.earned, half.state, half.message) == (1, "failed", "b: Look at b again.")
    none = run(form, {"a": 1, "c": "c"})
    assert none.earned == 0 and "a: 1 is too small" in none.message and "'b'" in none.message


def test_groups_that_share_a_form_each_look_at_their_own_keys():
    one, other = Form("a", tests={"a": number(1)}), Form("b", tests={"b": number(2)})
    report = grade(exercise_of(one, other), LocalAnswer("f", {"a": 1, "b": ...}))
    assert [verdict.earned for verdict in report.verdicts] == [1, 0]


def test_a_rule_sees_a_dict_without_any_answer_as_not_written():
    rule = Rule("rule", test=lambda value: None if value["a"] else "wrong")
    assert run(rule, {"a": ...}).state == "not written"
    assert run(rule, {"a": 0}).message == "wrong"
    assert "doesn't have the required form" in run(rule, {"b": 0}).message


def test_a_number_may_be_advised_and_bounded():
    test = number(0.2, within=0.1, most=1, advice="Count again.")
    assert test(20) == "Give a number from 0 to 1."
    assert test(0.5) == "Count again."
    assert test(0.21) is None
