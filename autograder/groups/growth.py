"""Groups that check how the work of a function, or of the methods of a class, grows."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass
from typing import ClassVar

from autograder.core.arguments import Counted
from autograder.core.outcomes import Answer
from autograder.core.reports import Verdict

from .base import Failure, Named, of_trouble, passed, show_call
from .calls import show_steps


@dataclass(frozen=True, eq=False)
class Growth(Named):
    """How the work of a function grows with the size of its input.

    The work is the number of lines of Python executed, never seconds. ``args(n)`` makes an
    input of size n; the fitted exponent over ``sizes`` must be at most ``exponent``. ``brute``
    and ``best`` name solutions of the bank to plot beside the learner's.
    """

    _: KW_ONLY
    of_work: ClassVar[bool] = True
    args: Callable[[int], tuple]
    sizes: Sequence[int]
    exponent: float
    brute: str = ""
    best: str = ""
    limit: float = 20.0

    def __post_init__(self) -> None:
        # The inputs are the same for everybody, and answers get copies.
        object.__setattr__(self, "args", functools.cache(self.args))

    def run_examples(self, answer: Answer) -> Verdict | None:
        """Growth has no example that would not be the whole check."""
        return None

    def run(self, answer: Answer, seed: int = 0) -> Verdict:
        """Count the work at each size and fit its exponent."""
        counted: list[int] = []
        for size in self.sizes:
            args = self.args(size)
            outcome = answer.call(args, limit=self.limit, count=True, seed=seed)
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


@dataclass(frozen=True, eq=False)
class Comparisons(Growth):
    """`Growth` of a function of `Counted` arguments that bounds the comparisons as well.

    They are the steps of a call beyond those of the same call with plain ints. ``most(n)`` is the
    largest number allowed; it is compared at the largest of the ``sizes``.
    """

    _: KW_ONLY
    most: Callable[[int], float]

    def run(self, answer: Answer, seed: int = 0) -> Verdict:
        """Fit the exponent of the steps, then count the comparisons."""
        verdict = super().run(answer, seed)
        if verdict.state != "passed":
            return verdict
        size = self.sizes[-1]
        args = self.args(size)
        plain = tuple(list(arg.items) if isinstance(arg, Counted) else arg for arg in args)
        steps = []
        for each in (args, plain):
            outcome = answer.call(each, limit=self.limit, count=True, seed=seed)
            if outcome.trouble:
                call = show_call(answer.name, each)
                return of_trouble(outcome.trouble, call, "an end").verdict(self)
            steps.append(outcome.steps)
        compared, most = steps[0] - steps[1], self.most(size)
        if compared <= most:
            return passed(self)
        text = f"It makes {compared:,} comparisons at size {size:,}; {most:,.0f} are enough."
        expected, got = f"at most {most:,.0f}", f"{compared:,}"
        return Failure(text, "counting comparisons", expected, got).verdict(self)


Calls = Sequence[tuple[str, tuple]]


@dataclass(frozen=True, eq=False)
class MethodGrowth(Named):
    """How the work of single calls of methods grows with what the instance holds.

    ``scenes`` maps a text that names it to a function of n, which returns two sequences of
    (method, arguments): calls that fill a new instance, and calls whose work is counted. The
    work of a method at size n is the most lines of Python that one of its counted calls
    executes. ``exponents`` maps methods to the largest exponent allowed in each scene.
    """

    _: KW_ONLY
    of_work: ClassVar[bool] = True
    scenes: Mapping[str, Callable[[int], tuple[Calls, Calls]]]
    sizes: Sequence[int]
    exponents: Mapping[str, float]
    init: tuple = ()
    limit: float = 10.0

    def run_examples(self, answer: Answer) -> Verdict | None:
        """Growth has no example that would not be the whole check."""
        return None

    def run(self, answer: Answer, seed: int = 0) -> Verdict:
        """Count the work in each scene and fit its exponents."""
        for scene, calls in self.scenes.items():
            failure = self._in_scene(answer, scene, calls)
            if failure:
                return failure.verdict(self)
        return passed(self)

    def _in_scene(self, answer: Answer, scene: str, calls: Callable) -> Failure | None:
        found = [self._most_steps(answer, *_calls_of(calls, size)) for size in self.sizes]
        if failure := next((each for each in found if isinstance(each, Failure)), None):
            return failure
        for method, most in self.exponents.items():
            steps = [each[method] for each in found]
            exponent = fitted_exponent(self.sizes, steps)
            if exponent > most:
                text = (
                    f"With {scene}, doubling n multiplies the work of one {method} by "
                    f"{2**exponent:.1f}; it should be at most {2**most:.1f}."
                )
                got = ", ".join(f"n = {n}: {s:,} steps" for n, s in zip(self.sizes, steps))
                return Failure(text, f"counting steps of {method}", f"exponent <= {most:g}", got)
        return None

    def _most_steps(self, answer: Answer, steps: Calls, counted: Calls) -> dict | Failure:
        outcomes = answer.operate(self.init, steps, limit=self.limit, count=True)
        failed = next((at for at, each in enumerate(outcomes) if each.trouble), None)
        if failed is not None:
            call = show_steps(answer.name, self.init, steps[: failed + 1])
            return of_trouble(outcomes[failed].trouble, call, "an end")
        most = dict.fromkeys(self.exponents, 0)
        for (method, _), outcome in zip(counted, outcomes[len(steps) - len(counted) :]):
            most[method] = max(most[method], outcome.steps)
        return most


@functools.cache  # the calls are the same for everybody, and answers get copies
def _calls_of(scene: Callable[[int], tuple[Calls, Calls]], size: int) -> tuple[Calls, Calls]:
    """All calls of a scene, and those of them whose work is counted."""
    fill, counted = scene(size)
    return [*fill, *counted], counted


def fitted_exponent(sizes: Sequence[int], steps: Sequence[int]) -> float:
    """The slope of log(steps) over log(size), least squares; 0 where the steps don't grow."""
    xs = [math.log(size) for size in sizes]
    ys = [math.log(max(step, 1)) for step in steps]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    slope = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys))
    return max(0.0, slope / sum((x - mean_x) ** 2 for x in xs))
