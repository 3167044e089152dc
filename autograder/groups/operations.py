"""Groups that make an instance of a class and call its methods."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass, replace
from typing import Any

from autograder.core.outcomes import Outcome, Question, Trouble
from autograder.core.steps import ANOTHER, ATTRIBUTE, HELD, WIDEST, Step
from autograder.core.values import is_uncut, plain, same, show
from autograder.trying.local import LocalAnswer

from .base import (
    LIMIT,
    Args,
    Case,
    Failure,
    Raises,
    changed,
    of_trouble,
    show_call,
    with_call,
)
from .comparing import Comparer, is_open
from .differing import difference, told_apart
from .drawn import Asking, listed

Steps = Sequence[Step]
_MODELS_SECONDS = 60.0


@dataclass(frozen=True)
class Expect:
    """What a step should give where that is not one value: a text for the card, and a test."""

    text: str
    test: Callable[[Any], bool]

    def __repr__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Scene:
    """An instance made with ``init``, and steps on it: methods with their arguments, named steps.

    ``gives`` is what the last of the steps return: values, `Expect`, `Raises`, or ``...`` for what
    is open. Without it a model knows.
    """

    init: Args = ()
    steps: Steps = ()
    gives: Sequence[Any] | None = None


@dataclass(frozen=True, eq=False)
class Operations(Asking):
    """Sequences of steps on an instance, compared with a model or with what a `Scene` says.

    ``model`` is a class that is right; a method of it that returns ``...`` leaves its value open.
    ``cases`` are tuples of (method, arguments) on an instance made with ``init``, or `Scene`
    objects; or a function that lists them, where they are large. ``inputs`` is a strategy of such
    cases. ``accept(got, want)`` compares the plain values of each step, whose arguments must be
    left as they were. ``also(scene, values)`` looks at the values of all steps together: it
    returns None, a sentence, or a `Failure`.
    """

    _: KW_ONLY
    model: type | None = None
    cases: Sequence[Scene | Steps] | Callable[[], Sequence[Scene | Steps]] = ()
    init: Args = ()
    accept: Comparer = same
    also: Callable[[Scene, list[Any]], str | Failure | None] | None = None
    tries: int = 60
    limit: float = LIMIT

    def _scene(self, drawn: Any) -> Scene:
        return drawn if isinstance(drawn, Scene) else Scene(self.init, tuple(drawn))

    def _examples(self) -> Sequence[Case]:
        return self._once(
            "examples", lambda: [self._with_want(drawn) for drawn in listed(self.cases)]
        )

    def _with_want(self, drawn: Any) -> Case:
        return Case(drawn, wanted(self._scene(drawn), self.model))

    def _question(self, case: Case) -> Question:
        scene = self._scene(case.args)
        return Question(scene.init, self.limit, steps=scene.steps)

    def _judge(self, name: str, case: Case, outcome: list[Outcome]) -> Failure | None:
        scene = self._scene(case.args)
        failure = first_fault(name, scene, outcome, case.want, self.accept)
        if failure or self.also is None:
            return failure
        said = self.also(scene, [each.value for each in outcome])
        if not said:
            return None
        failure = said if isinstance(said, Failure) else Failure(said)
        return with_call(failure, lambda: show_scene(name, scene))


def wanted(scene: Scene, model: type | None) -> list[Outcome]:
    """What each step of a scene should give."""
    if scene.gives is not None:
        free = len(scene.steps) - len(scene.gives)
        return [Outcome(...)] * free + list(map(_given, scene.gives))
    if model is None:
        return [Outcome(...)] * len(scene.steps)
    return LocalAnswer("model", model).operate(scene.init, scene.steps, limit=_MODELS_SECONDS)


def _given(value: Any) -> Outcome:
    if isinstance(value, Raises):
        return Outcome(trouble=Trouble("raised", bases=(value.name,)))
    return Outcome(value)


def first_fault(
    name: str, scene: Scene, outcomes: Sequence[Outcome], want: Sequence[Outcome], accept: Comparer
) -> Failure | None:
    """The failure of the first step that gave something else than wanted."""
    for at, (outcome, wanted) in enumerate(zip(outcomes, want)):
        shown = functools.partial(show_scene, name, scene, at + 1)
        if outcome.trouble and not wanted.trouble:
            return of_trouble(outcome.trouble, shown, show_wanted(wanted.value))
        failure = _step_fault(outcome, wanted, accept) or _change_fault(scene, at, outcome)
        if failure:
            return with_call(failure, shown)
    if len(outcomes) < len(want):
        call = show_scene(name, scene, len(outcomes) + 1)
        expected = show_wanted(want[len(outcomes)].value)
        return Failure("A call produced no result.", call, expected, "nothing")
    return None


def _change_fault(scene: Scene, at: int, outcome: Outcome) -> Failure | None:
    if at >= len(scene.steps) or outcome.trouble:
        return None
    pair = changed(scene.steps[at][1], outcome.after)
    return (
        Failure("Modified its argument.", expected=pair[0], got=pair[1], fault="mutated")
        if pair
        else None
    )


def _step_fault(outcome: Outcome, want: Outcome, accept: Comparer) -> Failure | None:
    trouble = outcome.trouble
    if want.trouble:
        kind = want.trouble.bases[0]
        if trouble and kind in trouble.bases:
            return None
        if trouble is None:
            text, got = f"Should have raised {kind}.", show(outcome.value)
            return Failure(text, expected=f"raises {kind}", got=got, fault="accepted")
        failure = of_trouble(trouble, "", f"raises {kind}")
        if trouble.kind != "raised":
            return failure
        return replace(failure, message=f"Raised {trouble.known} instead of {kind}.")
    if is_open(want.value):
        return None
    if isinstance(want.value, Expect):
        is_right = want.value.test(outcome.value)
    else:
        is_right = accept(outcome.value, plain(want.value))
    if is_right:
        return None
    expected, got = show_wanted(want.value), show(outcome.value)
    if isinstance(want.value, Expect):
        return Failure("The last call returned the wrong value.", expected=expected, got=got)
    message, fault = difference(outcome.value, plain(want.value), may_be_none=True)
    message = message.replace("Returned", "The last call returned", 1)
    expected, got = told_apart(expected, got, plain(want.value), outcome.value)
    return Failure(message, expected=expected, got=got, fault=fault)


def show_wanted(want: Any) -> str:
    """What a step should give, as the card shows it."""
    return "no exception" if is_open(want) else show(want)


def show_scene(name: str, scene: Scene, steps: int | None = None) -> str:
    """The first ``steps`` of a scene as lines of Python; many are shortened in the middle."""
    lines = [f"x = {show_call(name, scene.init)}"]
    lines += [show_step(name, step) for step in scene.steps[:steps]]
    if len(lines) > 14 and not is_uncut():
        lines = [*lines[:6], f"... {len(lines) - 12} more ...", *lines[-6:]]
    return "\n".join(lines)


def show_step(name: str, step: Step) -> str:
    """A step as a line of Python, or in words where Python has no word for it."""
    method, args = step
    if method == ANOTHER:
        return f"y = {show_call(name, args)}"
    if method == ATTRIBUTE:
        return f"x.{args[0]}"
    if method == WIDEST:
        return "(the widest object of x)"
    if method == HELD:
        return "(all that x holds)"
    return f"x.{show_call(method, args)}"
