"""Laws at sizes beyond enumeration, and tests of many seeds, with their false alarms."""

from __future__ import annotations

import random

import pytest

from autograder.core.arguments import CHANCE, Stream
from autograder.groups import (
    Chances,
    Frequencies,
    OnlySource,
    Scene,
    Together,
    Trials,
    is_plausible,
)
from autograder.trying.local import LocalAnswer


def run(group, target, seed=0):
    return group.run(LocalAnswer("f", target), seed)


def law(size, parts=5):
    return {part: 1 / parts for part in range(parts)}


def fifth_of(size):
    return lambda value: value * 5 // size


@pytest.mark.parametrize("size", [65, 257, 1_000])
@pytest.mark.parametrize("seed", range(3))
def test_a_statistic_of_the_result_is_compared_beyond_what_can_be_enumerated(size, seed):
    fifths = {value: len([i for i in range(size) if i * 5 // size == value]) / size
              for value in range(5)}  # fmt: skip
    group = Frequencies(
        args=(Stream(range(size)), CHANCE), statistic=fifth_of(size), law=fifths,
        trials=60, says="Long streams are not fair.",
    )  # fmt: skip

    def reservoir(stream, rng, most=10**9):
        kept = None
        for seen, item in enumerate(stream, 1):
            if rng.randrange(min(seen, most)) == 0:
                kept = item
        return kept

    assert run(group, reservoir, seed).state == "passed"
    verdict = run(group, lambda stream, rng: reservoir(stream, rng, 10), seed)
    assert verdict.message == "Long streams are not fair."
    assert "of 60 draws" in verdict.counterexample["got"]


def test_what_has_no_place_in_the_law_fails_at_once():
    group = Frequencies(
        args=(3, CHANCE), statistic=lambda value: value, law=law(3, 3), trials=5, says="x"
    )
    assert run(group, lambda n, rng: 7).message == "Returned an impossible result."
    assert run(group, lambda n, rng: [7]).counterexample["got"] == "7"


def test_a_statistic_may_be_several_draws_at_once():
    group = Frequencies(
        args=(100, CHANCE), statistic=lambda drawn: [each % 2 for each in drawn],
        law={0: 0.5, 1: 0.5}, trials=2, says="Not fair.",
    )  # fmt: skip
    assert run(group, lambda n, rng: rng.sample(range(1000), n)).state == "passed"
    assert run(group, lambda n, rng: [2] * n).message == "Not fair."


class Coin:
    def __init__(self, rng):
        self.rng = rng

    def flip(self):
        return int(self.rng.integers(2))


def flips(times):
    return lambda rng: Scene((rng,), [("flip", ())] * times)


def test_instances_get_numpys_generators_with_different_seeds():
    fair = Frequencies(
        scene=flips(4), statistic=sum, trials=200, says="Not fair.",
        law={k: c / 16 for k, c in enumerate((1, 4, 6, 4, 1))},
    )  # fmt: skip
    assert run(fair, Coin).state == "passed"

    class Sticky(Coin):
        def flip(self):
            self.last = getattr(self, "last", super().flip())
            return self.last

    verdict = run(fair, Sticky)
    assert verdict.message == "Not fair."
    assert "np.random.default_rng(" in verdict.counterexample["call"]


def test_a_function_gets_a_generator_too():
    def both(results):
        return None if {*results} == {0, 1} else "It never changes."

    group = Trials(
        args=lambda rng: (2, rng), trials=40, test=both,
        alarm=2 * 0.5**40,  # all alike
    )  # fmt: skip
    assert run(group, lambda n, rng: rng.integers(n)).state == "passed"
    verdict = run(group, lambda n, rng: 0)
    assert verdict.message == "It never changes."
    assert verdict.counterexample["call"].startswith("f(2, np.random.default_rng(")
    assert run(group, lambda n, rng: 1 / 0).message == "Raised an exception."


def test_the_generator_is_the_only_source():
    group = OnlySource("source", scene=flips(40))
    assert run(group, Coin).state == "passed"

    class Chained(Coin):
        def start(self):
            return self

    def started(rng):
        return Scene((rng,), [("start", ()), *[("flip", ())] * 40])

    assert run(OnlySource("source", scene=started), Chained).state == "passed"

    class Elsewhere(Coin):
        def flip(self):
            return random.randrange(2)

    assert "another source of randomness" in run(group, Elsewhere).message

    class Never(Coin):
        def flip(self):
            return 0

    assert "led to the same result" in run(group, Never).message


def test_a_law_and_a_statistic_of_larger_inputs_are_one_group_with_one_false_alarm():
    group = Together(
        "fair", parts=[
            Chances(situations=[(2, CHANCE)], law=lambda n: dict.fromkeys(range(n), 1 / n)),
            Frequencies(args=(2, CHANCE), statistic=int, law=law(2, 2), trials=40, says="x"),
        ],
    )  # fmt: skip
    assert group.false_alarm == 6e-7


@pytest.mark.parametrize("alarm", [1e-3, 1e-6])
@pytest.mark.parametrize("p", [0.1, 0.5])
def test_a_plausible_count_is_one_that_right_code_reaches(p, alarm):
    import math

    n = 200
    tail = sum(
        math.comb(n, k) * p**k * (1 - p) ** (n - k)
        for k in range(n + 1)
        if not is_plausible(k, n, p, alarm)
    )
    assert 0 < tail <= alarm
