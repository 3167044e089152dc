"""Groups that check the exact distribution of code that draws random numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass
from fractions import Fraction
from typing import Any

from autograder.core.arguments import CHANCE
from autograder.core.outcomes import Answer, Question
from autograder.core.reports import Verdict
from autograder.core.values import show
from autograder.trying.chance import hashable

from .base import Args, Failure, Named, of_trouble, show_call
from .trials import divergence, largest_divergence

FALSE_ALARM = 5e-7
"""Half of the one in a million that a group may have, so that it can stand beside `Frequencies` of
larger inputs in a `Together`."""
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
    that right code fails the group with a probability of at most 5e-7. ``limit`` is also that of
    a single run. Larger inputs still, of which only a statistic has a known law, are `Frequencies`
    beside it in a `Together`.
    """

    _: KW_ONLY
    situations: Sequence[Args]
    law: Callable[..., Mapping[Any, Fraction]]
    view: Callable[[Any], Any] = as_it_is
    sampled: Sequence[Args] = ()
    trials: int = 4_000
    limit: float = 1.0

    @property
    def false_alarm(self) -> float:
        return FALSE_ALARM

    def run_examples(self, answer: Answer) -> Verdict | None:
        """The first situation alone."""
        return self._verdict(self._enumerated(answer, self.situations[0], 0))

    def _failure(self, answer: Answer, seed: int) -> Failure | None:
        for args in self.situations:
            if failure := self._enumerated(answer, args, seed):
                return failure
        for args in self.sampled:
            if failure := self._by_trials(answer, args, seed):
                return failure
        return None

    def _want(self, args: Args) -> Mapping[Any, Fraction]:
        # The contract holds the arguments, so their id stays theirs.
        return self._once(
            id(args), lambda: dict(self.law(*(arg for arg in args if arg is not CHANCE)))
        )

    def _seen(self, value: Any) -> Any:
        try:
            return hashable(self.view(value))
        except Exception:
            return hashable(value)  # of another form than the view expects, so not in the law

    def _enumerated(self, answer: Answer, args: Args, seed: int) -> Failure | None:
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
                text = "Over all outcomes of rng, the probabilities are wrong."
                if len(law.chances) == 1 and not law.unresolved:
                    text = "The result doesn't depend on rng."
                return _other_law(text, call, want, got)
        return None

    def _by_trials(self, answer: Answer, args: Args, seed: int) -> Failure | None:
        call, want = show_call(answer.name, args), self._want(args)
        counts = dict.fromkeys(want, 0)
        seeds = range(seed * self.trials, (seed + 1) * self.trials)
        for outcome in answer.many(Question(args, self.limit, seed=each) for each in seeds):
            if outcome.trouble:
                return of_trouble(outcome.trouble, call, _show(want, list(want)))
            seen = self._seen(outcome.value)
            counts[seen] = counts.get(seen, 0) + 1
        tests = len(want) * (len(self.situations) + len(self.sampled))
        most = largest_divergence(self.trials, tests, FALSE_ALARM)
        for value, count in counts.items():
            if divergence(count / self.trials, float(want.get(value, 0))) > most:
                text = (
                    f"The frequencies over {self.trials:,} runs don't fit the required "
                    "distribution."
                )
                return _other_law(
                    text, call, want, {seen: count / self.trials for seen, count in counts.items()}
                )
        return None


def _other_law(text: str, call: str, want: Mapping[Any, Any], got: Mapping[Any, Any]) -> Failure:
    """The failure that shows both laws, of many values those that differ most."""
    values = [*want, *(value for value in got if value not in want)]
    if len(values) > MOST_SHOWN:
        values.sort(key=lambda value: -abs(want.get(value, 0) - got.get(value, 0)))
    return Failure(text, call, _show(want, values), _show(got, values))


def _show(law: Mapping[Any, Any], values: Sequence[Any]) -> str:
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
