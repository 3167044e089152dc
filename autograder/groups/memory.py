"""Groups that check how the memory of a function grows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass

from ..exercise import Answer, Outcome, Verdict
from .base import Failure, Named, of_trouble, passed, show_call
from .growth import fitted_exponent

SPARE = 2_048


@dataclass(frozen=True, eq=False)
class Memory(Named):
    """How the memory that a function needs grows with the size of its input.

    The memory is the most that is in use at once during the call, in bytes, its arguments not
    counted. ``args(n)`` makes an input of size n. The fitted exponent over ``sizes`` must be at
    most ``exponent``, where less than `SPARE` bytes count as `SPARE`: each call needs a few.
    """

    _: KW_ONLY
    args: Callable[[int], tuple]
    sizes: Sequence[int]
    exponent: float
    limit: float = 10.0

    def run_examples(self, answer: Answer) -> Verdict | None:
        """Growth has no example that would not be the whole check."""
        return None

    def run(self, answer: Answer, seed: int = 0) -> Verdict:
        """Measure each size, after a call that pays for imports and the like."""
        self._call(answer, self.sizes[0])
        failure = self._failure(answer)
        if failure and not failure.timed_out:
            # Other threads of a notebook's kernel may have needed memory at the same time.
            failure = self._failure(answer)
        return failure.verdict(self) if failure else passed(self)

    def _call(self, answer: Answer, size: int) -> Outcome:
        return answer.call(self.args(size), limit=self.limit, count=True)

    def _failure(self, answer: Answer) -> Failure | None:
        peaks: list[int] = []
        for size in self.sizes:
            outcome = self._call(answer, size)
            if outcome.trouble:
                return of_trouble(
                    outcome.trouble, show_call(answer.name, self.args(size)), "an end"
                )
            if outcome.peak is None:
                return Failure("Its memory can't be measured.")
            peaks.append(outcome.peak)
        found = fitted_exponent(self.sizes, [max(peak, SPARE) for peak in peaks])
        if found <= self.exponent:
            return None
        got = ", ".join(f"size {n:,}: {peak:,} bytes" for n, peak in zip(self.sizes, peaks))
        text = f"Doubling the input multiplies the memory by {2**found:.1f}."
        most = f"multiplied by at most {2**self.exponent:.1f}"
        return Failure(text, "measuring memory", most, got)
