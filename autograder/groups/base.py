"""What all kinds of group share: cases, failures, and the search for the smallest failure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import KW_ONLY, dataclass, replace
from typing import Any, ClassVar

from autograder.core.outcomes import Answer, Question, Trouble
from autograder.core.reports import Verdict
from autograder.core.values import show
from autograder.trying.drawing import draw, shrink

LIMIT = 2.0


@dataclass(frozen=True)
class Raises:
    """The expectation that a call raises an exception of this class."""

    name: str

    def __repr__(self) -> str:
        return f"raises {self.name}"


@dataclass(frozen=True)
class Case:
    """Arguments and what they should give."""

    args: tuple
    want: Any


_MISSING = object()


def case(*args: Any, gives: Any = _MISSING, raises: type[Exception] | None = None) -> Case:
    """``case("aa", "a", gives=False)`` or ``case([], raises=ValueError)``."""
    if (gives is _MISSING) == (raises is None):
        raise TypeError("a case takes one of gives= and raises=")
    return Case(args, gives if raises is None else Raises(raises.__name__))


@dataclass(frozen=True)
class Failure:
    """One way in which an answer failed: a sentence, and the call it failed for.

    ``drawn`` says that the call was drawn at random, so that a cohort must not be shown it.
    """

    message: str
    call: str = ""
    expected: str = ""
    got: str = ""
    not_written: bool = False
    timed_out: bool = False
    drawn: bool = False

    def verdict(self, group: Any) -> Verdict:
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


def passed(group: Any) -> Verdict:
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


class Trying:
    """A group that tries examples, then drawn inputs, and reports the smallest failure."""

    cases: Sequence[Any]
    inputs: Any
    tries: int

    def _attempt(self, answer: Answer, case: Any) -> Failure | None:
        raise NotImplementedError

    def _with_want(self, drawn: Any) -> Any:
        raise NotImplementedError

    def _examples(self) -> Sequence[Any]:
        return self.cases

    def _drawn(self, seed: int) -> list[Any]:
        memory: dict = self._memory  # type: ignore[attr-defined]
        if seed not in memory:
            strategy = self.inputs() if callable(self.inputs) else self.inputs
            memory[seed] = (
                strategy,
                [self._with_want(drawn) for drawn in draw(strategy, self.tries, seed)],
            )
        return memory[seed]

    def run_examples(self, answer: Answer) -> Verdict | None:
        """Try the examples alone; None where there are none."""
        if not self.cases:
            return None
        failure = self._first_failure(answer, self._examples())
        return failure.verdict(self) if failure else passed(self)

    def _first_failure(self, answer: Answer, cases: Sequence[Any]) -> Failure | None:
        for failure in self._failures(answer, cases):
            if failure:
                return failure
        return None

    def _failures(self, answer: Answer, cases: Sequence[Any]) -> Iterator[Failure | None]:
        return (self._attempt(answer, each) for each in cases)

    def run(self, answer: Answer, seed: int = 0) -> Verdict:
        """Try the examples, then the inputs drawn with ``seed``."""
        failure = self._first_failure(answer, self._examples())
        if failure or self.inputs is None:
            return failure.verdict(self) if failure else passed(self)
        strategy, drawn = self._drawn(seed)
        for each, failure in zip(drawn, self._failures(answer, drawn)):
            if failure:
                smallest = self._smallest(answer, strategy, seed, each, failure)
                return replace(smallest, drawn=True).verdict(self)
        return passed(self)

    def _smallest(self, answer, strategy, seed, found, failure: Failure) -> Failure:
        if failure.not_written or failure.timed_out or not failure.call:
            return failure

        def fails(value: Any) -> bool:
            again = self._attempt(answer, self._with_want(value))
            return again is not None and not again.timed_out

        smallest = self._with_want(shrink(strategy, self.tries, seed, fails, found.args))
        again = self._attempt(answer, smallest)
        if again is None:
            again = self._attempt(answer, found)
        if again is None:
            text = "The same call gives different results: something is remembered between calls."
            return Failure(text, failure.call, failure.expected, failure.got)
        return again


class Asking(Trying):
    """A group whose cases are one question each."""

    def _question(self, case: Any) -> Question:
        raise NotImplementedError

    def _judge(self, name: str, case: Any, outcome: Any) -> Failure | None:
        """What is wrong with what the question gave."""
        raise NotImplementedError

    def _attempt(self, answer: Answer, case: Any) -> Failure | None:
        return self._judge(answer.name, case, self._question(case).ask(answer))

    def _failures(self, answer: Answer, cases: Sequence[Any]) -> Iterator[Failure | None]:
        outcomes = answer.many(map(self._question, cases))
        for each, outcome in zip(cases, outcomes):
            yield self._judge(answer.name, each, outcome)


@dataclass(frozen=True, eq=False)
class Named:
    """What every group has. ``nudge`` is one sentence towards the mistake it catches."""

    name: str
    _: KW_ONLY
    points: int = 1
    nudge: str = ""
    of_work: ClassVar[bool] = False
    """Whether it measures work or memory, which says nothing of an answer that is wrong."""


def show_call(name: str, args: Sequence[Any]) -> str:
    """``name(1, 'a')``, long arguments shortened."""
    return f"{name}({', '.join(show(arg, 120) for arg in args)})"
