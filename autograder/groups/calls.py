"""Groups that call a function and compare what it returns."""

from __future__ import annotations

import functools
import random
import zlib
from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass, replace
from typing import Any

from autograder.core.arguments import CHANCE
from autograder.core.outcomes import Answer, Outcome, Question
from autograder.core.reports import Verdict
from autograder.core.values import plain, same, show
from autograder.trying.live import live_arguments

from .base import (
    LIMIT,
    Args,
    Case,
    Failure,
    Named,
    Raises,
    changed,
    of_trouble,
    show_call,
    with_call,
)
from .comparing import Comparer, is_open
from .differing import difference, told_apart
from .drawn import Asking, listed


def a_new_list(args: Args, outcome: Outcome) -> Failure | None:
    """For ``also``: what is wrong where an argument is handed back."""
    if outcome.returned is not None:
        text = "Returned an input list. Return a new one."
        return Failure(text, expected="a new list", got=show(outcome.value), fault="mutated")
    return None


@dataclass(frozen=True, eq=False)
class Compared(Named):
    """What groups share that compare the value of a call.

    ``oracle`` gets the arguments as the answer does (arrays as arrays, streams as iterators) and
    returns what the call should give; one that raises an exception expects the answer to raise it
    too. Without an oracle the value is open. ``accept(got, want)`` compares plain values;
    ``test(got, want)`` does so in its place where it says more than that they differ: it returns
    None or a sentence. ``also(args, outcome)`` looks at all else that a call did. A test may
    return a `Failure` instead of a sentence, with what was expected and what came.

    With ``in_place`` the result is the first argument after the call, which must return None.
    """

    _: KW_ONLY
    oracle: Callable[..., Any] | None = None
    accept: Comparer = same
    test: Callable[[Any, Any], str | Failure | None] | None = None
    also: Callable[[Args, Outcome], str | Failure | None] | None = None
    in_place: bool = False
    show: Callable[[Any], str] = show

    def _wanted(self, args: Args) -> Any:
        if self.oracle is None:
            return ...
        try:
            return self.oracle(*live_arguments(args, random.Random(0)))
        except Exception as error:
            return Raises(type(error).__name__)

    def _show_want(self, want: Any) -> str:
        return "a result" if is_open(want) else self.show(want)

    def _fault(self, args: Args, want: Any, outcome: Outcome) -> Failure | None:
        """What is wrong with a call that gave a value, without the text of the call."""
        return self._value_fault(want, outcome) or self._other_fault(args, want, outcome)

    def _value_fault(self, want: Any, outcome: Outcome) -> Failure | None:
        if self.in_place and outcome.value is not None:
            text = "Should modify its argument in place and return None."
            return Failure(text, expected="None", got=self.show(outcome.value), fault="shape")
        if is_open(want):
            return None
        got = outcome.after[0] if self.in_place else outcome.value
        if self.test is not None:
            return self._said(self.test(got, plain(want)), want, outcome)
        if self.accept(got, plain(want)):
            return None
        if self.in_place:
            return self._said("Left the wrong contents in its argument.", want, outcome)
        expected, shown = told_apart(self._show_want(want), self.show(got), plain(want), got)
        message, fault = difference(got, plain(want), may_be_none=self._may_be_none())
        return Failure(message, expected=expected, got=shown, fault=fault)

    def _may_be_none(self) -> bool:
        """Whether None is a right value of some call."""
        return False

    def _other_fault(self, args: Args, want: Any, outcome: Outcome) -> Failure | None:
        return self._said(self.also(args, outcome), want, outcome) if self.also else None

    def _said(self, said: str | Failure | None, want: Any, outcome: Outcome) -> Failure | None:
        if not said:
            return None
        failure = said if isinstance(said, Failure) else Failure(said)
        if failure.expected or failure.got:
            return failure
        got = outcome.after[0] if self.in_place else outcome.value
        return replace(failure, expected=self._show_want(want), got=self.show(got))


@dataclass(frozen=True, eq=False)
class Group(Compared, Asking):
    """Calls of a function.

    ``cases`` are the examples a learner may see: made by `case`, or tuples of arguments for which
    the oracle knows the result; or a function that lists them, where they are large. ``inputs``
    is a Hypothesis strategy of tuples of arguments (or a function that makes it), compared with
    the oracle. How values are compared says `Compared`. The arguments must be left as they were,
    but for ``in_place``; with ``compare_arguments=False`` those of large calls are not compared.

    With ``harness`` the answer is used by it, as `trying.harness` says: cases and oracle are then
    about ``harness(answer, *args)``, and ``written(*args)`` is the call as the card shows it.
    """

    _: KW_ONLY
    cases: Sequence[Case | Args] | Callable[[], Sequence[Case | Args]] = ()
    compare_arguments: bool = True
    limit: float = LIMIT
    harness: Callable[..., Any] | None = None
    written: Callable[..., str] | None = None

    def _subject(self, answer: Answer) -> Answer:
        return answer if self.harness is None else answer.under(self.harness)

    def _call_text(self, name: str, args: Args) -> str:
        return self.written(*args) if self.written else show_call(name, args)

    def _called(self, failure: Failure, name: str, args: Args) -> Failure:
        return with_call(failure, lambda: self._call_text(name, args))

    def _examples(self) -> Sequence[Case]:
        return self._once("examples", self._list_examples)

    def _list_examples(self) -> list[Case]:
        return [
            each if isinstance(each, Case) else self._with_want(each) for each in listed(self.cases)
        ]

    def _with_want(self, drawn: Args) -> Case:
        return Case(drawn, self._wanted(drawn))

    def _may_be_none(self) -> bool:
        return any(case.want is None for case in self._examples())

    def _question(self, case: Case) -> Question:
        watched = self.also is not None
        if not any(arg is CHANCE for arg in case.args):
            return Question(case.args, self.limit, watched=watched)
        # A seed of its own for each call: random code does the same when it is asked again.
        seed = zlib.crc32(show_call("", case.args).encode())
        return Question(case.args, self.limit, seed=seed, watched=watched)

    def _judge(self, name: str, case: Case, outcome: Outcome) -> Failure | None:
        if isinstance(case.want, Raises):
            return self._judge_raising(name, case, outcome)
        if outcome.trouble:
            call = functools.partial(self._call_text, name, case.args)
            return of_trouble(outcome.trouble, call, self._show_want(case.want))
        failure = (
            self._value_fault(case.want, outcome)
            or self._change_fault(case, outcome, "Modified its argument.")
            or self._other_fault(case.args, case.want, outcome)
        )
        return self._called(failure, name, case.args) if failure else None

    def _judge_raising(self, name: str, case: Case, outcome: Outcome) -> Failure | None:
        trouble = outcome.trouble
        if trouble and trouble.kind == "raised" and case.want.name in trouble.bases:
            text = "Modified its argument before raising."
            failure = self._change_fault(case, outcome, text)
            return self._called(failure, name, case.args) if failure else None
        call, expected = functools.partial(self._call_text, name, case.args), show(case.want)
        if trouble is None:
            text, got = f"Should have raised {case.want.name}.", self.show(outcome.value)
            return with_call(Failure(text, expected=expected, got=got, fault="accepted"), call)
        if trouble.kind != "raised":
            return of_trouble(trouble, call, expected)
        text = f"Raised {trouble.known} instead of {case.want.name}."
        return replace(of_trouble(trouble, call, expected), message=text)

    def _change_fault(self, case: Case, outcome: Outcome, text: str) -> Failure | None:
        if not self.compare_arguments:
            return None
        args, after = case.args, outcome.after
        pair = changed(args[1:], after[1:]) if self.in_place else changed(args, after)
        return Failure(text, expected=pair[0], got=pair[1], fault="mutated") if pair else None


@dataclass(frozen=True, eq=False)
class Large(Compared):
    """One large call, whose input is made when it is first needed and kept for the next answer.

    ``args()`` makes the arguments; ``gives`` or the oracle says what the call should give, else it
    must end. ``limit`` is in seconds, or a function that measures on this machine what is fair;
    ``slow`` is said where it is exceeded. ``shown`` stands for the arguments on the card.
    ``most_memory`` is the most bytes that may be in use at once during the call, its arguments
    not counted; then steps are counted too, and 400,000 are the most.

    It has no example. One that follows a `Growth` is a part of a `Together`: steps do not see the
    work inside C code, and the large call does.
    """

    _: KW_ONLY
    args: Callable[[], Args]
    gives: Any = ...
    limit: float | Callable[[], float] = LIMIT
    shown: str = ""
    slow: str = "Timed out."
    wrong: str = ""
    most_memory: int | None = None

    def run_examples(self, answer: Answer) -> Verdict | None:
        """None: the large call is not made for a look."""
        return None

    def _failure(self, answer: Answer, seed: int) -> Failure | None:
        args = self._once("args", self.args)
        want = self._once("want", lambda: self._wanted(args))
        outcome = self._call(answer, args, seed)
        failure = None if outcome.trouble else self._judge(args, want, outcome)
        if not (outcome.trouble or failure):
            return None

        def call() -> str:
            return f"{answer.name}({self.shown})" if self.shown else show_call(answer.name, args)

        if outcome.trouble:
            stopped = of_trouble(outcome.trouble, call, self._show_want(want))
            return replace(stopped, message=self.slow) if stopped.timed_out else stopped
        return with_call(failure, call) if failure else None

    def _wanted(self, args: Args) -> Any:
        return super()._wanted(args) if is_open(self.gives) else self.gives

    def _call(self, answer: Answer, args: Args, seed: int) -> Outcome:
        limit = self.limit() if callable(self.limit) else self.limit
        return answer.call(args, limit=limit, count=self.most_memory is not None, seed=seed)

    def _judge(self, args: Args, want: Any, outcome: Outcome) -> Failure | None:
        if self.most_memory is not None and (outcome.peak or 0) > self.most_memory:
            return Failure(
                "Its memory grows with the input size.",
                expected=f"at most {self.most_memory:,} bytes",
                got=f"{outcome.peak:,} bytes",
                fault="memory",
            )
        failure = self._fault(args, want, outcome)
        return replace(failure, message=self.wrong or failure.message) if failure else None
