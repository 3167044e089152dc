"""Groups that run code many times with different seeds, and test all results together."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, replace
from typing import Any

from autograder.core.arguments import Generator
from autograder.core.outcomes import Answer, Outcome, Question
from autograder.core.values import Opaque, same, show
from autograder.trying.chance import hashable

from .base import MOST_FALSE_ALARM, Args, Failure, Named, of_trouble, show_call
from .operations import Scene, first_fault, show_scene, wanted


@dataclass(frozen=True, eq=False)
class Runs(Named):
    """What groups share that run an answer with many seeds.

    ``args`` are arguments with `CHANCE` where a ``random.Random`` goes, or a function of a NumPy
    `Generator` that makes them. For a class, ``scene`` is a function of a `Generator` that makes
    the `Scene` to run; the result of a run is then the list of the values of its steps.
    ``shown`` stands for the arguments on the card.
    """

    _: KW_ONLY
    args: Args | Callable[[Generator], Args] | None = None
    scene: Callable[[Generator], Scene] | None = None
    shown: str = ""
    limit: float = 5.0

    def _results(self, answer: Answer, seeds: Sequence[int], seed: int) -> Iterator[Any]:
        """The result of each run, or the `Failure` of one that gave none."""
        runs = [self._run_of(Generator.of(seed, number)) for number in seeds]
        questions = [
            Question(run, self.limit, seed=seed * MOST_RUNS + number)
            if isinstance(run, tuple)
            else Question(run.init, self.limit, steps=run.steps)
            for run, number in zip(runs, seeds)
        ]
        for run, outcome in zip(runs, answer.many(questions)):
            if isinstance(run, tuple):
                yield self._value(answer.name, run, outcome)
            else:
                yield self._values(answer.name, run, outcome)

    def _run_of(self, generator: Generator) -> Args | Scene:
        if self.scene is not None:
            return self.scene(generator)
        return self.args(generator) if callable(self.args) else self.args or ()

    def _value(self, name: str, args: Args, outcome: Outcome) -> Any:
        if outcome.trouble:
            return of_trouble(outcome.trouble, lambda: self._call(name, args), "a result")
        return outcome.value

    def _values(self, name: str, scene: Scene, outcomes: Sequence[Outcome]) -> Any:
        failure = first_fault(name, scene, outcomes, wanted(scene, None), same)
        return failure or [outcome.value for outcome in outcomes]

    def _call(self, name: str, run: Args | Scene) -> str:
        if self.shown:
            return f"{name}({self.shown})"
        return show_call(name, run) if isinstance(run, tuple) else show_scene(name, run)

    def _example_call(self, answer: Answer, seed: int) -> str:
        return self._call(answer.name, self._run_of(Generator.of(seed, 0)))


MOST_RUNS = 10_000
"""Seeds of runs are this far apart for seeds of the checks that follow each other."""


@dataclass(frozen=True, eq=False)
class Trials(Runs):
    """Several runs with different seeds, and a test of all their results.

    ``test(results)`` returns None, a sentence, or a `Failure`. ``alarm`` is the probability with
    which it fails results of right code, at most 1e-6: say beside it why.
    """

    _: KW_ONLY
    trials: int
    test: Callable[[list[Any]], str | Failure | None]
    alarm: float = 0.0

    @property
    def false_alarm(self) -> float:
        return self.alarm

    def _failure(self, answer: Answer, seed: int) -> Failure | None:
        results: list[Any] = []
        for result in self._results(answer, range(self.trials), seed):
            if isinstance(result, Failure):
                return result
            results.append(result)
        said = self.test(results)
        if not said:
            return None
        failure = said if isinstance(said, Failure) else Failure(said)
        return failure if failure.call else replace(failure, call=self._example_call(answer, seed))


@dataclass(frozen=True, eq=False)
class Frequencies(Runs):
    """How often a statistic of the result takes each of its values, beyond what can be enumerated.

    ``statistic(result)`` is one value, or a list of several that were drawn; ``law`` maps each
    value to its probability. Right code fails with a probability of at most ``alarm``, by
    Chernoff's bound; what has no place in the law fails at once. ``says`` is the sentence of a
    failure.
    """

    _: KW_ONLY
    statistic: Callable[[Any], Any]
    law: Mapping[Any, float]
    trials: int
    says: str
    alarm: float = 1e-7

    @property
    def false_alarm(self) -> float:
        return self.alarm

    def _failure(self, answer: Answer, seed: int) -> Failure | None:
        counts: Counter[Any] = Counter()
        for result in self._results(answer, range(self.trials), seed):
            if isinstance(result, Failure):
                return result
            counts.update(self._drawn(result))
        call, total = self._example_call(answer, seed), max(counts.total(), 1)
        strange = [value for value in counts if not self.law.get(value)]
        if strange or not counts:
            text = "Returned an impossible result."
            got = show(strange[0]) if strange else "nothing"
            return Failure(text, call, f"one of {show([*self.law], 100)}", got)
        for value, chance in self.law.items():
            if not is_plausible(counts[value], total, chance, self.alarm / len(self.law)):
                expected = f"{show(value)} in about {total * chance:.0f} of {total} draws"
                return Failure(self.says, call, expected, f"in {counts[value]} of {total} draws")
        return None

    def _drawn(self, result: Any) -> list[Any]:
        try:
            value = self.statistic(result)
            values = value if isinstance(value, list) else [value]
            return [hashable(each) for each in values]
        except Exception:  # of another form than the statistic expects
            return [show(result)]


@dataclass(frozen=True, eq=False)
class OnlySource(Runs):
    """The arguments and the generator alone decide the result.

    They must leave so many results possible that ten generators will not all lead to the same
    one. The same seed must give the same result again, other seeds another one.
    """

    _: KW_ONLY
    seeds: int = 10
    limit: float = 2.0

    def _failure(self, answer: Answer, seed: int) -> Failure | None:
        rounds: list[dict[int, Any]] = []
        for order in (1, -1):  # what is remembered is then another call's
            numbers = range(self.seeds)[::order]
            results: dict[int, Any] = {}
            for number, result in zip(numbers, self._results(answer, numbers, seed)):
                if isinstance(result, Failure):
                    return result
                results[number] = hashable(self._told(result))
            rounds.append(results)
        first, again = rounds
        call = self._example_call(answer, seed)
        if first != again:
            at = next(number for number in range(self.seeds) if first[number] != again[number])
            text = (
                "The same seed led to different results: there is another source of randomness, or "
                "something is kept between calls."
            )
            return Failure(text, call, f"{show(first[at])} again", show(again[at]), fault="state")
        if len(set(first.values())) == 1:
            text = f"{self.seeds} different seeds all led to the same result."
            return Failure(text, call, "results that differ", show(first[0]))
        return None

    def _told(self, result: Any) -> Any:
        """The result, but for what steps of a scene return that is no value, such as ``self``."""
        if self.scene is None:
            return result
        return [None if isinstance(value, Opaque) else value for value in result]


def is_plausible(
    count: float, trials: int, probability: float, alarm: float = MOST_FALSE_ALARM
) -> bool:
    """Whether an event of this probability happens ``count`` times of ``trials`` often enough.

    It is False of right code with a probability of at most ``alarm``.
    """
    seen = min(max(count / trials, 0.0), 1.0)
    return divergence(seen, float(probability)) <= largest_divergence(trials, 1, alarm)


def largest_divergence(trials: int, tests: int, alarm: float) -> float:
    """The divergence that right code exceeds in one of ``tests`` as rarely as ``alarm``.

    Chernoff: P(divergence(seen, p) >= d) <= 2 exp(-d * trials) for the frequency seen of an
    event of probability p.
    """
    return math.log(2 * tests / alarm) / trials


def divergence(seen: float, chance: float) -> float:
    """Kullback-Leibler divergence of two coins, in nats; infinite where it is impossible."""
    total = 0.0
    for p, q in ((seen, chance), (1 - seen, 1 - chance)):
        if p:
            total += p * math.log(p / q) if q else math.inf
    return total
