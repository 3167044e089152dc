"""Groups that call a function, or the methods of a class."""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass, field
from typing import Any

from ..answer import LocalAnswer, live_arguments
from ..exercise import Answer, Outcome
from ..values import plain, same, show
from .base import LIMIT, Case, Failure, Named, Raises, Trying, of_trouble, show_call


def a_new_list(args: tuple, outcome: Outcome) -> str | None:
    """For `Group.also`: what is wrong where an argument is handed back."""
    if outcome.returned is not None:
        return "It returns the list that it was given. Its caller needs a new one."
    return None


@dataclass(frozen=True, eq=False)
class Group(Trying, Named):
    """Calls of a function.

    ``cases`` are the examples a learner may see; ``inputs`` a Hypothesis strategy of tuples of
    arguments (or a function that makes it), ``oracle`` what they should give. An oracle that
    raises an exception expects the answer to raise it too. ``accept(got, want)`` compares plain
    values. With ``in_place`` the result is the first argument after the call, and the call must
    return None; otherwise the arguments must be left as they were. ``also(args, outcome)`` may
    return a sentence that says what else is wrong.
    """

    _: KW_ONLY
    cases: Sequence[Case] = ()
    inputs: Any = None
    oracle: Callable[..., Any] | None = None
    tries: int = 80
    accept: Callable[[Any, Any], bool] = same
    in_place: bool = False
    also: Callable[[tuple, Outcome], str | None] | None = None
    limit: float = LIMIT
    _memory: dict = field(default_factory=dict, repr=False)

    def _with_want(self, drawn: tuple) -> Case:
        assert self.oracle is not None
        try:
            return Case(drawn, self.oracle(*live_arguments(drawn, random.Random(0))))
        except Exception as error:
            return Case(drawn, Raises(type(error).__name__))

    def _attempt(self, answer: Answer, case: Case) -> Failure | None:
        call = show_call(answer.name, case.args)
        # A seed of its own for each call: random code does the same when it is asked again.
        outcome = answer.call(case.args, limit=self.limit, seed=zlib.crc32(call.encode()))
        expected = show(case.want)
        if isinstance(case.want, Raises):
            return self._judge_raising(outcome, case, call)
        if outcome.trouble:
            return of_trouble(outcome.trouble, call, expected)
        want = plain(case.want)
        got = outcome.after[0] if self.in_place else outcome.value
        if self.in_place and outcome.value is not None:
            text = "It should change its argument and return None."
            return Failure(text, call, "None", show(outcome.value))
        if not self.accept(got, want):
            return Failure("It gives another value.", call, expected, show(got))
        if not self.in_place and (changed := self._changed(case, outcome)):
            return Failure("It changes its argument.", call, *changed)
        extra = self.also(case.args, outcome) if self.also else None
        return Failure(extra, call, expected, show(got)) if extra else None

    def _judge_raising(self, outcome: Outcome, case: Case, call: str) -> Failure | None:
        trouble = outcome.trouble
        expected = show(case.want)
        if trouble is None:
            text = f"It should raise {case.want.name}."
            return Failure(text, call, expected, show(outcome.value))
        if trouble.kind != "raised":
            return of_trouble(trouble, call, expected)
        if case.want.name not in trouble.bases:
            return Failure(
                f"It should raise {case.want.name}, not {trouble.bases[0]}.",
                call, expected, trouble.text,
            )
        if changed := self._changed(case, outcome):
            return Failure("It changes its argument before it raises.", call, *changed)
        return None

    @staticmethod
    def _changed(case: Case, outcome: Outcome) -> tuple[str, str] | None:
        for before, after in zip(case.args, outcome.after):
            if isinstance(before, (list, dict, set)) and not same(after, plain(before), rel=0):
                return show(before), show(after)
        return None


@dataclass(frozen=True, eq=False)
class Operations(Trying, Named):
    """Sequences of method calls on a class, compared with ``model``, a class that is right.

    ``cases`` are tuples of (method, arguments); ``inputs`` a strategy of such tuples.
    """

    _: KW_ONLY
    model: type = object
    cases: Sequence[tuple] = ()
    inputs: Any = None
    tries: int = 60
    init: tuple = ()
    accept: Callable[[Any, Any], bool] = same
    limit: float = LIMIT
    _memory: dict = field(default_factory=dict, repr=False)

    def _with_want(self, drawn: Any) -> Case:
        return Case(tuple(drawn), None)

    def _attempt(self, answer: Answer, case: Any) -> Failure | None:
        steps = case.args if isinstance(case, Case) else case
        wanted = LocalAnswer(answer.name, self.model).operate(self.init, steps, limit=60)
        outcomes = answer.operate(self.init, steps, limit=self.limit)
        for at, (outcome, want) in enumerate(zip(outcomes, wanted)):
            failure = self._compare(answer.name, steps[: at + 1], outcome, want)
            if failure:
                return failure
        if len(outcomes) < len(wanted):
            call = show_steps(answer.name, self.init, steps[: len(outcomes) + 1])
            expected = show(wanted[len(outcomes)].value)
            return Failure("A call gave no answer.", call, expected, "nothing")
        return None

    def _compare(self, name: str, steps, outcome: Outcome, want: Outcome) -> Failure | None:
        call = show_steps(name, self.init, steps)
        if want.trouble:
            if outcome.trouble and want.trouble.bases[0] in outcome.trouble.bases:
                return None
            expected = f"raises {want.trouble.bases[0]}"
            got = outcome.trouble.text if outcome.trouble else show(outcome.value)
            return Failure(f"It should raise {want.trouble.bases[0]}.", call, expected, got)
        if outcome.trouble:
            return of_trouble(outcome.trouble, call, show(want.value))
        if not self.accept(outcome.value, want.value):
            text = "The last call gives another value."
            return Failure(text, call, show(want.value), show(outcome.value))
        return None


def show_steps(name: str, init: Sequence[Any], steps: Sequence[tuple[str, tuple]]) -> str:
    """The operations as lines of Python; many are shortened in the middle."""
    lines = [f"x = {show_call(name, init)}"]
    lines += [f"x.{show_call(method, args)}" for method, args in steps]
    if len(lines) > 14:
        lines = [*lines[:6], f"... {len(lines) - 12} more ...", *lines[-6:]]
    return "\n".join(lines)
