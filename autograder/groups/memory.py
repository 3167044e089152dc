"""Groups that check how the memory of a function grows."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass
from typing import ClassVar

from autograder.core.outcomes import Answer
from autograder.core.reports import Verdict

from .base import Failure, Named, of_trouble, passed, show_call
from .growth import fitted_exponent

SPARE = 2_048
ROUNDS = 3


@dataclass(frozen=True, eq=False)
class Memory(Named):
    """How the memory that a function needs grows with the size of its input.

    The memory is the most that is in use at once during the call, in bytes, its arguments not
    counted. ``args(n)`` makes an input of size n. The fitted exponent over ``sizes`` must be at
    most ``exponent``, where less than `SPARE` bytes count as `SPARE`: each call needs a few.

    What other threads of the process need at the same time is counted too. So a size that needs
    too much is measured up to `ROUNDS` times, and the least counts.
    """

    _: KW_ONLY
    of_work: ClassVar[bool] = True
    args: Callable[[int], tuple]
    sizes: Sequence[int]
    exponent: float
    limit: float = 10.0

    def __post_init__(self) -> None:
        object.__setattr__(self, "args", functools.cache(self.args))

    def run_examples(self, answer: Answer) -> Verdict | None:
        """Growth has no example that would not be the whole check."""
        return None

    def run(self, answer: Answer, seed: int = 0) -> Verdict:
        """Measure each size, after a call that pays for imports and the like."""
        answer.call(self.args(self.sizes[0]), limit=self.limit, count=True, seed=seed)
        least = self._peaks(answer, seed)
        for _ in range(ROUNDS - 1):
            if isinstance(least, Failure) or self._exponent(least) <= self.exponent:
                break
            again = self._peaks(answer, seed)
            least = again if isinstance(again, Failure) else list(map(min, least, again))
        if isinstance(least, Failure):
            return least.verdict(self)
        found = self._exponent(least)
        if found <= self.exponent:
            return passed(self)
        got = ", ".join(f"size {n:,}: {peak:,} bytes" for n, peak in zip(self.sizes, least))
        text = f"Doubling the input multiplies the memory by {2**found:.1f}."
        most = f"multiplied by at most {2**self.exponent:.1f}"
        return Failure(text, "measuring memory", most, got).verdict(self)

    def _peaks(self, answer: Answer, seed: int) -> list[int] | Failure:
        peaks: list[int] = []
        for size in self.sizes:
            args = self.args(size)
            outcome = answer.call(args, limit=self.limit, count=True, seed=seed)
            if outcome.trouble:
                return of_trouble(outcome.trouble, show_call(answer.name, args), "an end")
            if outcome.peak is None:
                return Failure("Its memory can't be measured.")
            peaks.append(outcome.peak)
        return peaks

    def _exponent(self, peaks: Sequence[int]) -> float:
        return fitted_exponent(self.sizes, [max(peak, SPARE) for peak in peaks])
