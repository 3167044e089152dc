"""Groups that check code that draws random numbers: its exact distribution, its only source."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field
from fractions import Fraction
from typing import Any

from autograder.core.arguments import CHANCE
from autograder.core.outcomes import Answer, Question
from autograder.core.reports import Verdict
from autograder.core.values import show
from autograder.trying.chance import hashable

from .base import Failure, Named, of_trouble, passed, show_call

FALSE_ALARM = 5e-7
"""Half of the one in a million that a group may have, which may add a test of its own."""
MOST_SHOWN = 6


def as_it_is(value: Any) -> Any:
    """The view that leaves a value unchanged."""
    return value


@dataclass(frozen=True, eq=False)
class Chances(Named):
    """The exact law of code that draws random numbers.

    ``situations`` are tuples of arguments with `CHANCE` where the generator goes; ``law`` maps
    the other arguments to ``{value: Fraction}``, values with tuples for lists. ``view`` says
    what of a value the law speaks of, such as its items in sorted order.

    ``sampled`` are situations with too many outcomes to enumerate. They, and code whose use of
    the generator can't be enumerated within ``limit`` seconds, such as code that draws again
    until something is new, are tested on ``trials`` runs each; the bound used is Chernoff's, so
    that right code fails the group with a probability of at most 1e-6. ``limit`` is also that of
    a single run.
    """

    _: KW_ONLY
    situations: Sequence[tuple]
    law: Callable[..., Mapping[Any, Fraction]]
    view: Callable[[Any], Any] = as_it_is
    sampled: Sequence[tuple] = ()
    trials: int = 4_000
    limit: float = 1.0
    _memory: dict = field(default_factory=dict, repr=False)

    def run_examples(self, answer: Answer) -> Verdict | None:
        """The first situation alone."""
        failure = self._enumerated(answer, self.situations[0], 0)
        return failure.verdict(self) if failure else passed(self)

    def run(self, answer: Answer, seed: int = 0) -> Verdict:
        """Every situation in turn."""
        for attempt, situations in (
            (self._enumerated, self.situations),
            (self._by_trials, self.sampled),
        ):
            for args in situations:
                failure = attempt(answer, args, seed)
                if failure:
                    return failure.verdict(self)
        return passed(self)

    def _want(self, args: tuple) -> Mapping[Any, Fraction]:
        if id(args) not in self._memory:
            law = self.law(*(arg for arg in args if arg is not CHANCE))
            self._memory[id(args)] = args, dict(law)  # with args, so that their id stays theirs
        return self._memory[id(args)][1]

    def _seen(self, value: Any) -> Any:
        try:
            return hashable(self.view(value))
        except Exception:
            return hashable(value)  # of another form than the view expects, so not in the law

    def _enumerated(self, answer: Answer, args: tuple, seed: int) -> Failure | None:
        law = answer.law(args, limit=self.limit)
        if law.inexact or (law.trouble and law.trouble.kind == "timed out"):
            return self._by_trials(answer, args, seed)
        call, want = show_call(answer.name, args), self._want(args)
        if law.trouble:
            return of_trouble(law.trouble, call, _show(want, list(want)))
        got: dict[Any, Fraction] = {}
        for value, chance in law.chances.items():
            seen = self._seen(value)
            got[seen] = got.get(seen, Fraction(0)) + chance
        for value in [*want, *got]:
            least = got.get(value, Fraction(0))
            if not least <= want.get(value, 0) <= least + law.unresolved:
                text = (
                    "Over all outcomes of the random numbers, the chances are not those asked for."
                )
                if len(law.chances) == 1 and not law.unresolved:
                    text = "The result does not depend on the numbers that rng gives."
                return _other_law(text, call, want, got)
        return None

    def _by_trials(self, answer: Answer, args: tuple, seed: int) -> Failure | None:
        call, want = show_call(answer.name, args), self._want(args)
        counts = dict.fromkeys(want, 0)
        seeds = range(seed * self.trials, (seed + 1) * self.trials)
        for outcome in answer.many(Question(args, self.limit, seed=each) for each in seeds):
            if outcome.trouble:
                return of_trouble(outcome.trouble, call, _show(want, list(want)))
            seen = self._seen(outcome.value)
            counts[seen] = counts.get(seen, 0) + 1
        tests = len(want) * (len(self.situations) + len(self.sampled))
        most = largest_divergence(self.trials, tests)
        for value, count in counts.items():
            if divergence(count / self.trials, float(want.get(value, 0))) > most:
                text = f"In {self.trials:,} runs the frequencies are not those asked for."
                return _other_law(
                    text, call, want, {seen: count / self.trials for seen, count in counts.items()}
                )
        return None


@dataclass(frozen=True, eq=False)
class OnlySource(Named):
    """The arguments and the generator alone decide the result.

    ``args`` must leave so many results possible that ten generators will not all lead to the
    same one. The same seed must give the same result again, other seeds another one.
    """

    _: KW_ONLY
    args: tuple
    seeds: int = 10
    limit: float = 2.0

    def run_examples(self, answer: Answer) -> Verdict | None:
        """It gives nothing away, so it runs whole."""
        return self.run(answer)

    def run(self, answer: Answer, seed: int = 0) -> Verdict:
        """Call the answer twice with each seed, in two orders."""
        failure = self._attempt(answer, seed)
        return failure.verdict(self) if failure else passed(self)

    def _attempt(self, answer: Answer, seed: int) -> Failure | None:
        call = show_call(answer.name, self.args)
        rounds: list[dict[int, Any]] = [{}, {}]
        for results, order in zip(rounds, (1, -1)):  # what is remembered is then another call's
            for each in range(self.seeds)[::order]:
                outcome = answer.call(self.args, limit=self.limit, seed=seed * self.seeds + each)
                if outcome.trouble:
                    return of_trouble(outcome.trouble, call, "a result")
                results[each] = hashable(outcome.value)
        first, again = rounds
        if first != again:
            at = next(i for i in range(self.seeds) if first[i] != again[i])
            text = (
                "Two generators with the same seed lead to different results: there is another "
                "source of chance, or something is remembered from one call to the next."
            )
            return Failure(text, call, f"{show(first[at])} again", show(again[at]))
        if len(set(first.values())) == 1:
            text = f"{self.seeds} generators with different seeds lead to the same result."
            return Failure(text, call, "results that differ", show(first[0]))
        return None


def largest_divergence(trials: int, tests: int) -> float:
    """The divergence that right code exceeds in one of ``tests`` as rarely as `FALSE_ALARM`.

    Chernoff: P(divergence(seen, p) >= d) <= 2 exp(-d * trials) for the frequency seen of an
    event of probability p.
    """
    return math.log(2 * tests / FALSE_ALARM) / trials


def divergence(seen: float, chance: float) -> float:
    """Kullback-Leibler divergence of two coins, in nats; infinite where it is impossible."""
    total = 0.0
    for p, q in ((seen, chance), (1 - seen, 1 - chance)):
        if p:
            total += p * math.log(p / q) if q else math.inf
    return total


def _other_law(text: str, call: str, want: Mapping, got: Mapping) -> Failure:
    """The failure that shows both laws, of many values those that differ most."""
    values = [*want, *(value for value in got if value not in want)]
    if len(values) > MOST_SHOWN:
        values.sort(key=lambda value: -abs(want.get(value, 0) - got.get(value, 0)))
    return Failure(text, call, _show(want, values), _show(got, values))


def _show(law: Mapping, values: Sequence) -> str:
    parts = [
        f"{show(value, 40)}: {_show_chance(law.get(value, Fraction(0)))}"
        for value in values[:MOST_SHOWN]
    ]
    if len(values) > MOST_SHOWN:
        parts.append(f"... {len(values) - MOST_SHOWN} more")
    return "{" + ", ".join(parts) + "}"


def _show_chance(chance: Fraction | float) -> str:
    short = isinstance(chance, Fraction) and chance.denominator < 10_000
    return str(chance) if short else f"{float(chance):.3f}"
