"""Groups that check what a function keeps: how its memory grows, how it reads a stream."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass

from autograder.core.arguments import Stream
from autograder.core.outcomes import Answer, Outcome, Question
from autograder.core.values import show

from .base import Args, Failure, Work, of_trouble
from .growth import Measured, fitted_exponent

SPARE = 2_048
ROUNDS = 3


@dataclass(frozen=True, eq=False)
class Memory(Measured):
    """How the memory that a function needs grows with the size of its input.

    The memory is the most that is in use at once during the call, in bytes, its arguments not
    counted. The fitted exponent over ``sizes`` must be at most ``exponent``, where less than
    `SPARE` bytes count as `SPARE`: each call needs a few.

    What other threads of the process need at the same time is counted too. So a size that needs
    too much is measured up to `ROUNDS` times, and the least counts.
    """

    _: KW_ONLY
    limit: float = 10.0

    def _failure(self, answer: Answer, seed: int) -> Failure | None:
        self._counted(answer, self.args_of(self.sizes[0]), seed)  # it pays for imports
        least = self._peaks(answer, seed)
        for _ in range(ROUNDS - 1):
            if isinstance(least, Failure) or self._exponent(least) <= self.exponent:
                break
            again = self._peaks(answer, seed)
            least = again if isinstance(again, Failure) else list(map(min, least, again))
        if isinstance(least, Failure):
            return least
        exponent = self._exponent(least)
        if exponent <= self.exponent:
            return None
        got = ", ".join(f"size {n:,}: {peak:,} bytes" for n, peak in zip(self.sizes, least))
        text = f"Doubling the input size multiplies peak memory by {2**exponent:.1f}."
        most = f"multiplied by at most {2**self.exponent:.1f}"
        return Failure(text, "measuring memory", most, got, fault="memory")

    def _peaks(self, answer: Answer, seed: int) -> list[int] | Failure:
        peaks: list[int] = []
        for size in self.sizes:
            outcome = self._counted(answer, self.args_of(size), seed)
            if failure := self._fault_at(answer, size, outcome):
                return failure
            if outcome.peak is None:
                return Failure("Can't measure its memory.")
            peaks.append(outcome.peak)
        return peaks

    def _exponent(self, peaks: Sequence[int]) -> float:
        return fitted_exponent(self.sizes, [max(peak, SPARE) for peak in peaks])


@dataclass(frozen=True, eq=False)
class OnePass(Work):
    """Reads a long stream to its end once, keeps few items at a time, draws few random numbers.

    ``args()`` makes the arguments, the first of them a tracked `Stream`. At most ``most_held``
    items may be alive at once; ``most_draws`` bounds the random numbers drawn, on average over
    ``seeds`` calls. ``also(args, outcome)`` looks at what a call returned.
    """

    _: KW_ONLY
    args: Callable[[], Args]
    most_held: int
    most_draws: int | None = None
    seeds: int = 1
    also: Callable[[Args, Outcome], str | None] | None = None
    limit: float = 5.0

    def _failure(self, answer: Answer, seed: int) -> Failure | None:
        args = self._once("args", self.args)
        shown = [f"<a stream of {_length(args):,} items>", *(show(arg, 120) for arg in args[1:])]
        call = f"{answer.name}({', '.join(shown)})"
        draws = 0
        seeds = range(seed * self.seeds, (seed + 1) * self.seeds)
        asked = (Question(args, self.limit, seed=each, watched=True) for each in seeds)
        for outcome in answer.many(asked):
            if outcome.trouble:
                return of_trouble(outcome.trouble, call, "a result")
            if failure := self._judge(args, outcome, call):
                return failure
            draws += outcome.draws or 0
        mean = draws / self.seeds
        if self.most_draws is None or mean <= self.most_draws:
            return None
        text = f"Drew {mean:,.0f} random numbers for a stream of {_length(args):,} items."
        return Failure(
            text, call, f"at most {self.most_draws} on average", f"{mean:,.0f}", fault="slow"
        )

    def _judge(self, args: Args, outcome: Outcome, call: str) -> Failure | None:
        length = _length(args)
        if outcome.read != length:
            text = f"Read {outcome.read:,} of the {length:,} items."
            return Failure(text, call, f"{length:,} items read", f"{outcome.read:,}")
        if outcome.held is None or outcome.held > self.most_held:
            text = "Keeps too many stream items alive at once."
            kept = "unknown" if outcome.held is None else f"{outcome.held:,} items kept"
            expected = f"a number that does not grow with the stream, here {self.most_held:,}"
            return Failure(text, call, expected, kept, fault="memory")
        said = self.also(args, outcome) if self.also else None
        return Failure(said, call) if said else None


def _length(args: Args) -> int:
    stream = args[0]
    assert isinstance(stream, Stream)
    return len(stream.items)
