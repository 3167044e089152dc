"""Groups that check how the work of a function grows."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass

from autograder.core.arguments import Counted
from autograder.core.outcomes import Answer, Outcome

from .base import Args, Failure, Work, called, of_trouble, show_call
from .calls import Compared

ENDS = "a call that finishes"


@dataclass(frozen=True, eq=False)
class Measured(Work, Compared):
    """What groups share that measure a call at several sizes.

    ``args(n)`` makes an input of size n. The value of each measured call is compared as `Compared`
    says, since work on a wrong result says nothing.
    """

    _: KW_ONLY
    args: Callable[[int], Args]
    sizes: Sequence[int]
    exponent: float
    limit: float = 20.0

    def args_of(self, size: int) -> Args:
        """The arguments of one size, the same each time."""
        return self._once(("args", size), lambda: self.args(size))

    def _counted(self, answer: Answer, args: Args, seed: int) -> Outcome:
        return answer.call(args, limit=self.limit, count=True, seed=seed)

    def _fault_at(self, answer: Answer, size: int, outcome: Outcome) -> Failure | None:
        """What is wrong with the value of the call of one size."""
        args = self.args_of(size)
        if outcome.trouble:
            return of_trouble(outcome.trouble, lambda: show_call(answer.name, args), ENDS)
        want = self._once(("want", size), lambda: self._wanted(args))
        failure = self._fault(args, want, outcome)
        return called(failure, answer.name, args) if failure else None


@dataclass(frozen=True, eq=False)
class Growth(Measured):
    """How the work of a function grows with the size of its input.

    The work is the number of lines of Python executed, never seconds. Its fitted exponent over
    ``sizes`` must be at most ``exponent``. With ``minus`` the work of another call, whose
    arguments are ``minus(n)``, is taken off: that which is not looked at. ``work`` says on the
    card what is counted. ``brute`` and ``best`` name solutions of the bank to plot beside the
    learner's.
    """

    _: KW_ONLY
    minus: Callable[[int], Args] | None = None
    work: str = "the steps"
    brute: str = ""
    best: str = ""

    def measure(self, answer: Answer, size: int, seed: int = 0) -> tuple[Outcome, int]:
        """What the call of one size did, and the lines of Python that count."""
        outcome = self._counted(answer, self.args_of(size), seed)
        if self.minus is None or outcome.trouble:
            return outcome, outcome.steps
        less = self._counted(answer, self._minus_of(size), seed)
        return outcome._replace(trouble=less.trouble), outcome.steps - less.steps

    def _minus_of(self, size: int) -> Args:
        assert self.minus is not None
        minus = self.minus
        return self._once(("minus", size), lambda: minus(size))

    def _failure(self, answer: Answer, seed: int) -> Failure | None:
        steps: list[int] = []
        for size in self.sizes:
            outcome, counted = self.measure(answer, size, seed)
            if failure := self._fault_at(answer, size, outcome):
                return failure
            steps.append(counted)
        exponent = fitted_exponent(self.sizes, steps)
        if exponent <= self.exponent:
            return None
        text = (
            f"Doubling the input size multiplies {self.work} by {2**exponent:.1f} (exponent "
            f"{exponent:.2f}); the limit is {2**self.exponent:.1f} (exponent {self.exponent:g})."
        )
        got = ", ".join(f"size {n}: {s:,} steps" for n, s in zip(self.sizes, steps))
        return Failure(text, "counting steps", f"exponent <= {self.exponent:g}", got, fault="slow")


@dataclass(frozen=True, eq=False)
class Comparisons(Growth):
    """`Growth` of a function of `Counted` arguments that bounds the comparisons as well.

    They are the steps of a call beyond those of the same call with plain ints. ``most(n)`` is the
    largest number allowed; it is compared at the largest of the ``sizes``.
    """

    _: KW_ONLY
    most: Callable[[int], float]

    def _failure(self, answer: Answer, seed: int) -> Failure | None:
        return super()._failure(answer, seed) or self._compare(answer, seed)

    def _compare(self, answer: Answer, seed: int) -> Failure | None:
        size = self.sizes[-1]
        args = self.args_of(size)
        plain = tuple(list(arg.items) if isinstance(arg, Counted) else arg for arg in args)
        steps = []
        for given in (args, plain):
            outcome = self._counted(answer, given, seed)
            if outcome.trouble:
                return of_trouble(outcome.trouble, show_call(answer.name, given), ENDS)
            steps.append(outcome.steps)
        compared, most = steps[0] - steps[1], self.most(size)
        if compared <= most:
            return None
        text = f"Made {compared:,} comparisons at size {size:,}; the limit is {most:,.0f}."
        return Failure(
            text, "counting comparisons", f"at most {most:,.0f}", f"{compared:,}", fault="slow"
        )


def fitted_exponent(sizes: Sequence[int], steps: Sequence[int]) -> float:
    """The slope of log(steps) over log(size), least squares; 0 where the steps don't grow."""
    xs = [math.log(size) for size in sizes]
    ys = [math.log(max(step, 1)) for step in steps]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    slope = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys))
    return max(0.0, slope / sum((x - mean_x) ** 2 for x in xs))
