"""What all kinds of group share: cases, failures, verdicts."""

from __future__ import annotations

import functools
from collections.abc import Callable, Hashable, Sequence
from dataclasses import KW_ONLY, dataclass, replace
from typing import Any, TypeVar

from autograder.core.arguments import Array, Frame
from autograder.core.exercise import Checks
from autograder.core.outcomes import Answer, Trouble
from autograder.core.reports import Verdict
from autograder.core.values import plain, same, show

LIMIT = 2.0
"""Seconds for a call, where a contract names no others."""
MOST_FALSE_ALARM = 1e-6
"""The probability with which a group may fail code that is right."""

Args = tuple[Any, ...]
T = TypeVar("T")


@dataclass(frozen=True)
class Raises:
    """The expectation that a call raises an exception of this class."""

    name: str

    def __repr__(self) -> str:
        return f"raises {self.name}"


@dataclass(frozen=True)
class Case:
    """Arguments and what they should give: a value, `Raises`, or ``...`` for what is open."""

    args: Args
    want: Any


_MISSING = object()


def case(*args: Any, gives: Any = _MISSING, raises: type[Exception] | None = None) -> Case:
    """``case("aa", "a", gives=False)`` or ``case([], raises=ValueError)``.

    ``gives=...`` leaves the value open, where another test looks at the call.
    """
    if (gives is _MISSING) == (raises is None):
        raise TypeError("a case takes one of gives= and raises=")
    return Case(args, gives if raises is None else Raises(raises.__name__))


@dataclass(frozen=True)
class Failure:
    """One way in which an answer failed: a sentence, and the call it failed for.

    ``drawn`` says that the call was drawn at random, so that a cohort must not be shown it. A test
    of a contract may return a failure without a call: the group puts in its own.
    """

    message: str
    call: str = ""
    expected: str = ""
    got: str = ""
    not_written: bool = False
    timed_out: bool = False
    drawn: bool = False

    def verdict(self, group: Checks) -> Verdict:
        """The verdict of ``group`` that reports this failure."""
        shown = {"call": self.call, "expected": self.expected, "got": self.got}
        return Verdict(
            name=group.name,
            earned=0,
            points=group.points,
            message=self.message,
            counterexample=shown if self.call else None,
            nudge="" if self.not_written else group.nudge,
            state="not written" if self.not_written else "failed",
            drawn=self.drawn,
        )


def passed(group: Checks) -> Verdict:
    """The verdict of a group that found nothing wrong."""
    return Verdict(group.name, group.points, group.points, "Passed.", state="passed")


def of_trouble(trouble: Trouble, call: str, expected: str = "") -> Failure:
    """The failure of a call that gave no value."""
    if trouble.kind == "not written":
        return Failure(trouble.text, not_written=True)
    if trouble.kind == "not usable":
        return Failure(trouble.text)
    got = f"{trouble.text} ({trouble.line})" if trouble.line else trouble.text
    text = {
        "raised": "It raises an exception.",
        "timed out": "It was stopped.",
        "too many steps": "It takes too many steps.",
    }.get(trouble.kind, "It gives no answer.")
    return Failure(text, call, expected, got, timed_out=trouble.kind == "timed out")


@dataclass(frozen=True, eq=False)
class Named:
    """What every group has.

    ``name`` says what is checked; a part of a `Together` needs none. ``nudge`` is one sentence
    towards the mistake that the group catches.
    """

    name: str = ""
    _: KW_ONLY
    points: int = 1
    nudge: str = ""

    @property
    def of_work(self) -> bool:
        """Whether it measures work or memory, which says nothing of an answer that is wrong."""
        return False

    @property
    def false_alarm(self) -> float:
        """The probability with which it fails code that is right, at the most."""
        return 0.0

    def run(self, answer: Answer, seed: int = 0) -> Verdict:
        """Check the answer; what is drawn at random is drawn with ``seed``."""
        return self._verdict(self._failure(answer, seed))

    def run_examples(self, answer: Answer) -> Verdict | None:
        """What gives nothing away; None where there is no such part. Here it is all of it."""
        return self.run(answer)

    def _failure(self, answer: Answer, seed: int) -> Failure | None:
        raise NotImplementedError

    def _verdict(self, failure: Failure | None) -> Verdict:
        return failure.verdict(self) if failure else passed(self)

    @functools.cached_property
    def _memory(self) -> dict[Hashable, Any]:
        return {}

    def _once(self, key: Hashable, compute: Callable[[], T]) -> T:
        """``compute()``, kept from the first time on: inputs are the same for every answer."""
        if key not in self._memory:
            self._memory[key] = compute()
        value: T = self._memory[key]
        return value


@dataclass(frozen=True, eq=False)
class Work(Named):
    """A group that measures work or memory. It has no example that would not be the whole check."""

    @property
    def of_work(self) -> bool:
        return True

    def run_examples(self, answer: Answer) -> Verdict | None:
        """None: nothing is measured of an answer that may be wrong."""
        return None


def show_call(name: str, args: Sequence[Any]) -> str:
    """``name(1, 'a')``, long arguments shortened."""
    return f"{name}({', '.join(show(arg, 120) for arg in args)})"


def called(failure: Failure, name: str, args: Args) -> Failure:
    """The failure of this call, unless it names one of its own."""
    return failure if failure.call else replace(failure, call=show_call(name, args))


def changed(args: Sequence[Any], after: Sequence[Any]) -> tuple[str, str] | None:
    """The first argument that a call has changed: as it was, and as it is."""
    for before, now in zip(args, after):
        if now is before or not isinstance(before, (list, dict, set, Array, Frame)):
            continue
        was = before.as_plain if isinstance(before, (Array, Frame)) else plain(before)
        if not same(now, was, rel=0) or _is_reordered(before, now):
            return show(before), show(now)
    return None


def _is_reordered(before: Any, now: Any) -> bool:
    """Whether the columns of a frame stand in another order."""
    return isinstance(before, Frame) and [*now] != [*before.as_plain]
