"""Groups that check how the work of a function grows."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass

from ..exercise import Answer, Verdict
from .base import Failure, Named, of_trouble, passed, show_call


@dataclass(frozen=True, eq=False)
class Growth(Named):
    """How the work of a function grows with the size of its input.

    The work is the number of lines of Python executed, never seconds. ``args(n)`` makes an
    input of size n; the fitted exponent over ``sizes`` must be at most ``exponent``. ``brute``
    and ``best`` are functions to plot beside the learner's.
    """

    _: KW_ONLY
    args: Callable[[int], tuple]
    sizes: Sequence[int]
    exponent: float
    brute: Callable | None = None
    best: Callable | None = None
    limit: float = 20.0

    def run_examples(self, answer: Answer) -> Verdict | None:
        """Growth has no example that would not be the whole check."""
        return None

    def run(self, answer: Answer, seed: int = 0) -> Verdict:
        """Count the work at each size and fit its exponent."""
        counted: list[int] = []
        for size in self.sizes:
            args = self.args(size)
            outcome = answer.call(args, limit=self.limit, count=True)
            if outcome.trouble:
                call = show_call(answer.name, args)
                return of_trouble(outcome.trouble, call, "an end").verdict(self)
            counted.append(outcome.steps)
        found = fitted_exponent(self.sizes, counted)
        if found <= self.exponent:
            return passed(self)
        text = (
            f"Doubling the input multiplies the work by {2**found:.1f} (exponent {found:.2f}); "
            f"it should be at most {2**self.exponent:.1f} (exponent {self.exponent:g})."
        )
        steps = ", ".join(f"size {n}: {s:,} steps" for n, s in zip(self.sizes, counted))
        return Failure(text, "counting steps", f"exponent <= {self.exponent:g}", steps).verdict(
            self
        )


def fitted_exponent(sizes: Sequence[int], steps: Sequence[int]) -> float:
    """The slope of log(steps) over log(size), least squares; 0 where the steps don't grow."""
    xs = [math.log(size) for size in sizes]
    ys = [math.log(max(step, 1)) for step in steps]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    slope = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys))
    return max(0.0, slope / sum((x - mean_x) ** 2 for x in xs))
