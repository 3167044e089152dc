"""What all kinds of group share: cases, failures, verdicts."""

from __future__ import annotations

import functools
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, replace
from typing import Any, ClassVar, TypeVar

from autograder.core.arguments import Array, Frame
from autograder.core.exercise import Checks
from autograder.core.outcomes import Answer, Trouble
from autograder.core.reports import FAULTS, Verdict
from autograder.core.values import plain, same, show, uncut

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

    ``fault`` is the kind of failure, see `reports.FAULTS`. ``drawn`` says that the call was drawn
    at random, so that a cohort must not be shown it. A test of a contract may return a failure
    without a call: the group puts in its own. ``cause`` and ``whole`` are those of a `Verdict`;
    ``where`` names the place of the first difference.
    """

    message: str
    call: str = ""
    expected: str = ""
    got: str = ""
    not_written: bool = False
    timed_out: bool = False
    drawn: bool = False
    fault: str = "value"
    cause: str = ""
    whole: str = ""
    where: str = ""

    def verdict(self, group: Checks) -> Verdict:
        """The verdict of ``group`` that reports this failure."""
        shown = {"where": self.where} if self.where else {}
        shown |= {"call": self.call, "expected": self.expected, "got": self.got}
        return Verdict(
            name=group.name,
            earned=0,
            points=group.points,
            message=self.message,
            counterexample=shown if self.call else None,
            nudge="" if self.not_written else group.nudge_for(self.fault),
            state="not written" if self.not_written else "failed",
            drawn=self.drawn,
            fault="" if self.not_written else self.fault,
            cause=self.cause or self._same_call(),
            whole=self.whole,
        )

    def _same_call(self) -> str:
        """The cause of a failure of which nothing more is known: the same call, the same result."""
        return f"{self.fault}: {self.call} {self.got}" if self.call and self.got else ""


def passed(group: Checks) -> Verdict:
    """The verdict of a group that found nothing wrong."""
    return Verdict(group.name, group.points, group.points, "Passed.", state="passed")


def of_trouble(trouble: Trouble, call: str | Callable[[], str], expected: str = "") -> Failure:
    """The failure of a call that gave no value; ``call`` is its text, or writes it."""
    if trouble.kind == "not written":
        return Failure(trouble.text, not_written=True)
    if trouble.kind == "not usable":
        return Failure(trouble.text, fault="shape", cause=trouble.text)
    got = f"{trouble.text} ({trouble.line})" if trouble.line else trouble.text
    text, fault = {
        "raised": ("Raised an exception.", fault_of(trouble)),
        "timed out": ("Timed out.", "slow"),
        "too many steps": ("Exceeded the step limit.", "slow"),
        "out of memory": ("Ran out of memory.", "memory"),
    }.get(trouble.kind, ("Produced no result.", "raised"))
    failure = Failure(
        text,
        "" if callable(call) else call,
        expected,
        got,
        timed_out=trouble.kind == "timed out",
        fault=fault,
        cause=cause_of(trouble),
    )
    return with_call(failure, call) if callable(call) else failure


def fault_of(trouble: Trouble) -> str:
    """The kind of failure of a call that raised an exception."""
    return "deep" if "RecursionError" in trouble.bases else "raised"


def cause_of(trouble: Trouble) -> str:
    """What failures of one cause share: the exception with its line, or that a limit was met."""
    if trouble.kind == "raised":
        return f"{trouble.bases[:1]} {trouble.line or trouble.text}"
    return trouble.kind


@dataclass(frozen=True, eq=False)
class Named:
    """What every group has.

    ``name`` says what is checked; a part of a `Together` needs none. ``nudge`` is one sentence
    towards the mistake that the group catches. It belongs to kinds of failure: those of `NUDGED`
    unless it was made by `nudge_on`, which names others.
    """

    NUDGED: ClassVar[frozenset[str]] = frozenset({"value"})
    """The kinds of failure that a nudge given as a string is shown for."""

    name: str = ""
    _: KW_ONLY
    points: int = 1
    nudge: str | Mapping[str, str] = ""

    @property
    def of_work(self) -> bool:
        """Whether it measures work or memory, which says nothing of an answer that is wrong."""
        return False

    @property
    def false_alarm(self) -> float:
        """The probability with which it fails code that is right, at the most."""
        return 0.0

    def nudge_for(self, fault: str) -> str:
        """The nudge for a kind of failure, '' where none fits."""
        if isinstance(self.nudge, str):
            return self.nudge if fault in self.NUDGED else ""
        return self.nudge.get(fault, "")

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
    """A group that measures work or memory. It has no example that would not be the whole check.

    Its nudge is about the work or memory, not about a wrong value met on the way.
    """

    NUDGED = frozenset({"slow", "memory"})

    @property
    def of_work(self) -> bool:
        return True

    def run_examples(self, answer: Answer) -> Verdict | None:
        """None: nothing is measured of an answer that may be wrong."""
        return None


def nudge_on(faults: str, text: str) -> dict[str, str]:
    """A nudge for these kinds of failure, of `reports.FAULTS`, separated by blanks.

    Several can be merged: ``nudge_on("value", "...") | nudge_on("slow deep", "...")``.
    """
    if unknown := set(faults.split()) - FAULTS:
        raise ValueError(f"{', '.join(sorted(unknown))}: a kind of failure that does not exist")
    return dict.fromkeys(faults.split(), text)


def show_call(name: str, args: Sequence[Any]) -> str:
    """``name(1, 'a')``, long arguments shortened."""
    return f"{name}({', '.join(show(arg, 120) for arg in args)})"


def called(failure: Failure, name: str, args: Args) -> Failure:
    """The failure of this call, unless it names one of its own."""
    return with_call(failure, lambda: show_call(name, args))


def with_call(failure: Failure, shown: Callable[[], str]) -> Failure:
    """The failure of the call that ``shown`` writes, unless it names one of its own."""
    if failure.call:
        return failure
    call = shown()
    with uncut():
        whole = shown()
    return replace(failure, call=call, whole="" if whole == call else whole)


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
