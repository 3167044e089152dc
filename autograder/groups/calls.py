"""Groups that call a function, or the methods of a class."""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass, field
from typing import Any

from autograder.core.arguments import CHANCE
from autograder.core.outcomes import Outcome, Question
from autograder.core.values import plain, same, show
from autograder.trying.local import LocalAnswer, live_arguments

from .base import LIMIT, Asking, Case, Failure, Named, Raises, of_trouble, show_call


def a_new_list(args: tuple, outcome: Outcome) -> str | None:
    """For `Group.also`: what is wrong where an argument is handed back."""
    if outcome.returned is not None:
        return "It returns the list that it was given. Its caller needs a new one."
    return None


@dataclass(frozen=True, eq=False)
class Group(Asking, Named):
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

    def _question(self, case: Case) -> Question:
        if not any(arg is CHANCE for arg in case.args):
            return Question(case.args, self.limit)
        # A seed of its own for each call: random code does the same when it is asked again.
        seed = zlib.crc32(show_call("", case.args).encode())
        return Question(case.args, self.limit, seed=seed)

    def _judge(self, name: str, case: Case, outcome: Outcome) -> Failure | None:
        if isinstance(case.want, Raises):
            return self._judge_raising(name, case, outcome)
        if outcome.trouble:
            return of_trouble(outcome.trouble, show_call(name, case.args), show(case.want))
        got = outcome.after[0] if self.in_place else outcome.value
        expected, extra = case.want, None
        if self.in_place and outcome.value is not None:
            extra = "It should change its argument and return None."
            expected, got = None, outcome.value
        elif not self.accept(got, plain(case.want)):
            extra = "It gives another value."
        elif not self.in_place and (changed := self._changed(case, outcome)):
            return Failure("It changes its argument.", show_call(name, case.args), *changed)
        elif self.also:
            extra = self.also(case.args, outcome)
        if not extra:
            return None  # most calls are right: only others need texts
        return Failure(extra, show_call(name, case.args), show(expected), show(got))

    def _judge_raising(self, name: str, case: Case, outcome: Outcome) -> Failure | None:
        trouble = outcome.trouble
        if trouble and trouble.kind == "raised" and case.want.name in trouble.bases:
            changed = self._changed(case, outcome)
            text = "It changes its argument before it raises."
            return Failure(text, show_call(name, case.args), *changed) if changed else None
        call, expected = show_call(name, case.args), show(case.want)
        if trouble is None:
            text = f"It should raise {case.want.name}."
            return Failure(text, call, expected, show(outcome.value))
        if trouble.kind != "raised":
            return of_trouble(trouble, call, expected)
        text = f"It should raise {case.want.name}, not {trouble.bases[0]}."
        return Failure(text, call, expected, trouble.text)

    @staticmethod
    def _changed(case: Case, outcome: Outcome) -> tuple[str, str] | None:
        for before, after in zip(case.args, outcome.after):
            if after is before or not isinstance(before, (list, dict, set)):
                continue
            if not same(after, plain(before), rel=0):
                return show(before), show(after)
        return None


@dataclass(frozen=True, eq=False)
class Operations(Asking, Named):
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

    def _parts(self, operations: tuple) -> tuple[tuple, Sequence[tuple[str, tuple]]]:
        """The arguments of the constructor, and the calls."""
        return self.init, operations

    def _with_want(self, drawn: Any) -> Case:
        """The operations, and what the model gives for each."""
        init, steps = self._parts(tuple(drawn))
        wanted = LocalAnswer("model", self.model).operate(init, steps, limit=60)
        return Case(tuple(drawn), wanted)

    def _examples(self) -> Sequence[Case]:
        if "examples" not in self._memory:
            self._memory["examples"] = [self._with_want(each) for each in self.cases]
        return self._memory["examples"]

    def _question(self, case: Case) -> Question:
        init, steps = self._parts(case.args)
        return Question(init, self.limit, steps=steps)

    def _judge(self, name: str, case: Case, outcome: list[Outcome]) -> Failure | None:
        init, steps = self._parts(case.args)
        for at, (each, want) in enumerate(zip(outcome, case.want)):
            if not self._is_right(each, want):
                return self._fault(show_steps(name, init, steps[: at + 1]), each, want)
        if len(outcome) < len(case.want):
            call = show_steps(name, init, steps[: len(outcome) + 1])
            expected = show(case.want[len(outcome)].value)
            return Failure("A call gave no answer.", call, expected, "nothing")
        return None

    def _is_right(self, outcome: Outcome, want: Outcome) -> bool:
        if want.trouble:
            return bool(outcome.trouble) and want.trouble.bases[0] in outcome.trouble.bases
        return not outcome.trouble and self.accept(outcome.value, want.value)

    @staticmethod
    def _fault(call: str, outcome: Outcome, want: Outcome) -> Failure:
        if want.trouble:
            expected = f"raises {want.trouble.bases[0]}"
            got = outcome.trouble.text if outcome.trouble else show(outcome.value)
            return Failure(f"It should raise {want.trouble.bases[0]}.", call, expected, got)
        if outcome.trouble:
            return of_trouble(outcome.trouble, call, show(want.value))
        text = "The last call gives another value."
        return Failure(text, call, show(want.value), show(outcome.value))


def show_steps(name: str, init: Sequence[Any], steps: Sequence[tuple[str, tuple]]) -> str:
    """The operations as lines of Python; many are shortened in the middle."""
    lines = [f"x = {show_call(name, init)}"]
    lines += [f"x.{show_call(method, args)}" for method, args in steps]
    if len(lines) > 14:
        lines = [*lines[:6], f"... {len(lines) - 12} more ...", *lines[-6:]]
    return "\n".join(lines)
