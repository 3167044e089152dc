"""Groups that measure instances of a class: the work of its methods, what one holds."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass

from autograder.core.outcomes import Answer, Outcome
from autograder.core.steps import HELD
from autograder.core.values import same

from .base import LIMIT, Args, Failure, Work, of_trouble
from .comparing import Comparer
from .growth import ENDS, fitted_exponent
from .operations import Scene, Steps, first_fault, show_scene, wanted


@dataclass(frozen=True, eq=False)
class MethodGrowth(Work):
    """How the work of single calls of methods grows with what the instance holds.

    ``scenes`` maps a text that names it to a function of n, which returns two sequences of
    (method, arguments): calls that fill a new instance, and calls whose work is counted. The
    work of a method at size n is the most lines of Python that one of its counted calls
    executes. ``exponents`` maps methods to the largest exponent allowed in each scene. The values
    of all calls are compared with those of ``model``, as in `Operations`.
    """

    _: KW_ONLY
    scenes: Mapping[str, Callable[[int], tuple[Steps, Steps]]]
    sizes: Sequence[int]
    exponents: Mapping[str, float]
    init: Args = ()
    model: type | None = None
    accept: Comparer = same
    limit: float = 10.0

    def _failure(self, answer: Answer, seed: int) -> Failure | None:
        for text in self.scenes:
            if failure := self._in_scene(answer, text):
                return failure
        return None

    def _in_scene(self, answer: Answer, text: str) -> Failure | None:
        most: list[dict[str, int]] = []
        for size in self.sizes:
            steps = self._most_steps(answer, text, size)
            if isinstance(steps, Failure):
                return steps
            most.append(steps)
        for method, limit in self.exponents.items():
            counted = [each[method] for each in most]
            exponent = fitted_exponent(self.sizes, counted)
            if exponent > limit:
                said = (
                    f"With {text}, doubling n multiplies the steps of one {method} call by "
                    f"{2**exponent:.1f}; the limit is {2**limit:.1f}."
                )
                got = ", ".join(f"n = {n}: {s:,} steps" for n, s in zip(self.sizes, counted))
                call = f"counting steps of {method}"
                return Failure(said, call, f"exponent <= {limit:g}", got, fault="slow")
        return None

    def _most_steps(self, answer: Answer, text: str, size: int) -> dict[str, int] | Failure:
        scene, want, counted = self._once((text, size), lambda: self._prepare(text, size))
        outcomes = answer.operate(scene.init, scene.steps, limit=self.limit, count=True)
        if failure := first_fault(answer.name, scene, outcomes, want, self.accept):
            return failure
        most = dict.fromkeys(self.exponents, 0)
        for (method, _), outcome in zip(counted, outcomes[len(scene.steps) - len(counted) :]):
            most[method] = max(most[method], outcome.steps)
        return most

    def _prepare(self, text: str, size: int) -> tuple[Scene, list[Outcome], Steps]:
        fill, counted = self.scenes[text](size)
        scene = Scene(self.init, [*fill, *counted])
        return scene, wanted(scene, self.model), counted


@dataclass(frozen=True, eq=False)
class Holds(Work):
    """What an instance holds, measured at the end of a scene.

    ``scenes`` maps a text that names it to a function of n, which returns a `Scene`. ``measure``
    is the named step that measures: `HELD` for all that the instance refers to, or `WIDEST` for
    the most that one object in it refers to. At the largest of the ``sizes`` the value may be at
    most ``most(value at the smallest)``. ``says`` is the sentence of a failure.

    Not seen is what stands in another place than the instance: a global name, the class.
    """

    _: KW_ONLY
    scenes: Mapping[str, Callable[[int], Scene]]
    sizes: Sequence[int]
    most: Callable[[int], float]
    says: str
    measure: str = HELD
    limit: float = LIMIT

    def _failure(self, answer: Answer, seed: int) -> Failure | None:
        for text in self.scenes:
            if failure := self._in_scene(answer, text):
                return failure
        return None

    def _in_scene(self, answer: Answer, text: str) -> Failure | None:
        values: list[int] = []
        for size in sorted({min(self.sizes), max(self.sizes)}):
            scene = self._once((text, size), functools.partial(self.scenes[text], size))
            steps = [*scene.steps, (self.measure, ())]
            outcomes = answer.operate(scene.init, steps, limit=self.limit)
            if failure := _first_trouble(answer.name, scene, outcomes):
                return failure
            value = outcomes[-1].value
            if type(value) is not int:
                return Failure("Can't measure what it holds.")
            values.append(value)
        most = self.most(values[0])
        if values[-1] <= most:
            return None
        got = ", then ".join(f"{value:,}" for value in values)
        expected = f"{self.measure}: at most {most:,.0f} references, characters and bits"
        return Failure(self.says, show_scene(answer.name, scene), expected, got, fault="memory")


def _first_trouble(name: str, scene: Scene, outcomes: Sequence[Outcome]) -> Failure | None:
    for at, outcome in enumerate(outcomes):
        if outcome.trouble:
            return of_trouble(outcome.trouble, show_scene(name, scene, at + 1), ENDS)
    return None
