"""Groups that check the exact distribution of code that draws random numbers."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass
from fractions import Fraction
from typing import Any

from ..exercise import CHANCE, Answer, Law, Verdict
from ..values import show
from .base import Failure, Named, of_trouble, passed, show_call


@dataclass(frozen=True, eq=False)
class Chances(Named):
    """The exact law of code that draws random numbers.

    ``situations`` are tuples of arguments with `CHANCE` where the generator goes; ``law`` maps
    the other arguments to ``{value: Fraction}``. Code whose use of the generator can't be
    enumerated is tested on ``trials`` runs instead; the bound used is Chernoff's, so that right
    code fails with a probability of at most 1e-6.
    """

    _: KW_ONLY
    situations: Sequence[tuple]
    law: Callable[..., Mapping[Any, Fraction]]
    trials: int = 4_000
    limit: float = 10.0

    def run_examples(self, answer: Answer) -> Verdict | None:
        """The first situation alone."""
        failure = self._attempt(answer, self.situations[0], 0)
        return failure.verdict(self) if failure else passed(self)

    def run(self, answer: Answer, seed: int = 0) -> Verdict:
        """Every situation in turn."""
        for args in self.situations:
            failure = self._attempt(answer, args, seed)
            if failure:
                return failure.verdict(self)
        return passed(self)

    def _attempt(self, answer: Answer, args: tuple, seed: int) -> Failure | None:
        call = show_call(answer.name, args)
        want = dict(self.law(*(arg for arg in args if arg is not CHANCE)))
        law = answer.law(args, limit=self.limit)
        if law.trouble:
            return of_trouble(law.trouble, call, _show_law(want))
        if law.inexact:
            return self._by_trials(answer, args, want, call, seed)
        for value in [*want, *law.chances]:
            got = law.chances.get(value, Fraction(0))
            if not got <= want.get(value, 0) <= got + law.unresolved:
                return self._wrong_law(want, law, call)
        return None

    @staticmethod
    def _wrong_law(want: Mapping, law: Law, call: str) -> Failure:
        text = "Over all outcomes of the random numbers, the chances are not those asked for."
        return Failure(text, call, _show_law(want), _show_law(law.chances))

    def _by_trials(self, answer, args, want: Mapping, call: str, seed: int) -> Failure | None:
        counts: dict[Any, int] = {}
        for trial in range(self.trials):
            outcome = answer.call(args, limit=self.limit, seed=seed * self.trials + trial)
            if outcome.trouble:
                return of_trouble(outcome.trouble, call)
            value = outcome.value
            value = tuple(value) if isinstance(value, list) else value
            counts[value] = counts.get(value, 0) + 1
        most = math.log(2 * len(want) * len(self.situations) / 1e-6) / self.trials
        for value in {*want, *counts}:
            seen = counts.get(value, 0) / self.trials
            if _divergence(seen, float(want.get(value, 0))) > most:
                text = f"In {self.trials:,} runs the frequencies are not those asked for."
                seen_all = {v: f"{n / self.trials:.3f}" for v, n in sorted(counts.items())}
                return Failure(text, call, _show_law(want), show(seen_all))
        return None


def _divergence(seen: float, chance: float) -> float:
    """Kullback-Leibler divergence of two coins, in nats."""
    if chance in (0.0, 1.0):
        return 0.0 if seen == chance else math.inf
    total = 0.0
    for p, q in ((seen, chance), (1 - seen, 1 - chance)):
        total += p * math.log(p / q) if p else 0.0
    return total


def _show_law(law: Mapping[Any, Fraction]) -> str:
    items = sorted(law.items(), key=lambda item: (-item[1], repr(item[0])))
    parts = [f"{show(value, 40)}: {chance}" for value, chance in items[:6]]
    if len(items) > 6:
        parts.append(f"... {len(items) - 6} more")
    return "{" + ", ".join(parts) + "}"
