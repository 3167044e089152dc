"""Large calls, growth with values compared, work of a part of a call."""

from __future__ import annotations

import pytest

from autograder.core.arguments import CHANCE, Array, Counted, Stream
from autograder.groups import (
    Comparisons,
    Group,
    Growth,
    Large,
    Memory,
    OnePass,
    case,
    within,
)
from autograder.trying.local import LocalAnswer


def run(group, target):
    return group.run(LocalAnswer("f", target))


def test_a_large_input_is_made_once_and_not_before_it_is_needed():
    made = []

    def args():
        made.append(1)
        return ([1] * 1000,)

    group = Large("sum", args=args, oracle=sum)
    assert made == []
    assert run(group, sum).state == run(group, sum).state == "passed"
    assert made == [1]
    assert group.run_examples(LocalAnswer("f", sum)) is None


def test_a_large_call_is_shown_by_a_text_of_its_own():
    group = Large(args=lambda: ([1] * 1000,), gives=1000, shown="<1,000 ones>", wrong="Not them.")
    verdict = run(group, lambda items: items[0])
    assert verdict.message == "Not them."
    assert verdict.counterexample == {"call": "f(<1,000 ones>)", "expected": "1000", "got": "1"}


def test_a_large_call_that_is_too_slow_is_told_so():
    def slow(items):
        while True:
            pass

    group = Large(args=lambda: ([1],), limit=0.1, slow="What does each item go through?")
    verdict = run(group, slow)
    assert verdict.message == "What does each item go through?"
    assert "Stopped after 0.1 s" in verdict.counterexample["got"]
    assert run(Large(args=lambda: ([1],), limit=lambda: 0.1), slow).state == "failed"


def test_an_exception_in_a_large_call_is_told_as_such():
    verdict = run(Large(args=lambda: ([],), slow="slow"), lambda items: items[0])
    assert verdict.message == "Raised an exception."


def test_a_large_call_may_have_a_ceiling_of_memory():
    group = Large(args=lambda: (10_000,), most_memory=20_000)
    assert run(group, lambda n: sum(range(n))).state == "passed"
    assert "memory grows" in run(group, lambda n: len([0] * n)).message


def test_without_a_value_a_large_call_must_only_end():
    assert run(Large(args=lambda: (1,)), lambda n: "anything").state == "passed"


@pytest.mark.parametrize("kind", [Growth, Memory])
def test_the_value_of_each_measured_call_is_compared(kind):
    group = kind(args=lambda n: ([1] * n,), sizes=(10, 20, 40), exponent=1.2, oracle=sum)
    assert run(group, sum).state == "passed"
    verdict = run(group, lambda items: sum(items) if len(items) <= 20 else [])
    assert verdict.message == "Returned list; expected int."
    assert verdict.counterexample["expected"] == "40"


def test_the_value_of_counted_comparisons_is_compared():
    group = Comparisons(
        args=lambda n: (Counted(range(n, 0, -1)),),
        sizes=(8, 16), exponent=1.5, most=lambda n: n * n, oracle=sorted,
    )  # fmt: skip
    assert run(group, sorted).state == "passed"
    assert run(group, lambda items: items if len(items) > 8 else sorted(items)).state == "failed"


def test_random_code_is_compared_by_a_test_of_its_own():
    def is_of_the_input(args, outcome):
        return None if outcome.value in args[0] else "Not an item."

    group = Growth(
        args=lambda n: (list(range(n)), CHANCE), sizes=(8, 16), exponent=1, also=is_of_the_input
    )
    assert run(group, lambda items, rng: rng.choice(items)).state == "passed"
    verdict = run(group, lambda items, rng: -1)
    assert (verdict.message, verdict.counterexample["got"]) == ("Not an item.", "-1")


def test_in_place_work_is_compared_by_what_the_argument_holds():
    group = Growth(
        args=lambda n: (list(range(n)),), sizes=(8, 16), exponent=1.2,
        in_place=True, oracle=lambda items: items[::-1],
    )  # fmt: skip
    assert run(group, lambda items: items.reverse()).state == "passed"
    assert run(group, lambda items: None).state == "failed"


def test_the_work_of_another_call_is_taken_off():
    def look_up(items, wanted):
        known = {}
        for item in items:
            known[item] = True
        return [key in known for key in wanted]

    def walk(items, wanted):
        return [any(item == key for item in items) for key in wanted]

    group = Growth(
        args=lambda n: (list(range(n)), [-1, -2]),
        minus=lambda n: (list(range(n)), []),
        sizes=(50, 100, 200), exponent=0.3, work="the work of two lookups",
    )  # fmt: skip
    assert run(group, look_up).state == "passed"
    verdict = run(group, walk)
    assert "Doubling the input size multiplies the work of two lookups by" in verdict.message
    raises = run(group, lambda items, wanted: wanted[0])
    assert "IndexError" in raises.counterexample["got"]


def test_cases_may_be_listed_by_a_function_and_their_result_by_the_oracle():
    group = Group("sum", cases=lambda: [([1, 2],), case([5], gives=5)], oracle=sum)
    assert run(group, sum).state == "passed"
    assert run(group, len).counterexample["expected"] == "5"  # the smaller one


def test_a_case_may_leave_its_value_open():
    group = Group("runs", cases=[case(1, gives=...)])
    assert run(group, lambda n: "anything").state == "passed"
    assert run(group, lambda n: 1 / 0).state == "failed"


def test_long_arguments_need_not_be_compared():
    cases = [case([2, 1], gives=[1, 2])]

    def sort(items):
        items.sort()
        return list(items)

    assert run(Group("a", cases=cases), sort).message == "Modified its argument."
    assert run(Group("a", cases=cases, compare_arguments=False), sort).state == "passed"


def test_other_arguments_of_a_call_in_place_must_be_left():
    group = Group(
        "a", cases=[case([1], [2], gives=[1, 2])], in_place=True,
    )  # fmt: skip
    assert run(group, lambda a, b: a.extend(b)).state == "passed"
    verdict = run(group, lambda a, b: a.append(b.pop()))
    assert verdict.message == "Modified its argument."


def test_a_test_says_in_its_own_words_what_is_wrong():
    def test(got, want):
        return None if got == want else f"Off by {got - want}."

    group = Group("a", cases=[case(1, gives=1)], test=test)
    assert run(group, lambda n: 3).message == "Off by 2."


# ---- one pass

LONG = Stream([f"item {i}" for i in range(500)], tracked=True)


def last(stream, rng):
    kept = None
    for item in stream:
        kept = item
    return kept


def draws_each(stream, rng):
    for _ in stream:
        rng.random()


@pytest.mark.parametrize(
    ("function", "said"),
    [
        (last, ""),
        (lambda stream, rng: len(list(stream)), "too many stream items"),
        (lambda stream, rng: next(stream), "Read 1 of the 500 items."),
        (draws_each, "Drew 500 random numbers"),
    ],
)
def test_one_pass_over_a_stream(function, said):
    group = OnePass("pass", args=lambda: (LONG, CHANCE), most_held=10, most_draws=20, seeds=2)
    verdict = run(group, function)
    assert (verdict.state == "passed") == (not said)
    assert said in verdict.message
    if said:
        assert verdict.counterexample["call"] == "f(<a stream of 500 items>, rng)"


def test_arrays_are_measured_too():
    group = Growth(
        args=lambda n: (Array(range(n)),), sizes=(10, 20, 40), exponent=0.1,
        oracle=lambda x: x.sum(), accept=within(),
    )  # fmt: skip
    assert run(group, lambda x: x.sum()).state == "passed"
    assert run(group, lambda x: sum(value for value in x)).state == "failed"
