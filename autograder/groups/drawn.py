"""Groups that try examples, then inputs drawn at random, and shrink what fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import KW_ONLY, dataclass, replace
from typing import Any

from autograder.core.outcomes import Answer, Question
from autograder.core.reports import Verdict
from autograder.trying.drawing import draw, is_shrinking, shrink

from .base import Case, Failure, Named


@dataclass(frozen=True, eq=False)
class Trying(Named):
    """A group that tries examples, then drawn inputs, and reports the smallest failure.

    ``inputs`` is a Hypothesis strategy, or a function that makes it, of which ``tries`` values are
    drawn. Where an example fails, inputs are drawn all the same: one of them may show it smaller.
    ``smaller`` is such a strategy for that alone, where the examples are the whole check.
    """

    _: KW_ONLY
    inputs: Any = None
    smaller: Any = None
    tries: int = 80

    def _attempt(self, subject: Any, case: Case) -> Failure | None:
        """What is wrong with the subject in this case."""
        raise NotImplementedError

    def _with_want(self, drawn: Any) -> Case:
        """The case of an input."""
        raise NotImplementedError

    def _examples(self) -> Sequence[Case]:
        raise NotImplementedError

    def _last_cases(self) -> Sequence[Case]:
        """What is tried after the drawn inputs."""
        return ()

    def _subject(self, answer: Answer) -> Any:
        """What is tried: the answer, or what was read of it; a `Failure` where it can't be."""
        return answer

    def run_examples(self, answer: Answer) -> Verdict | None:
        """Try the examples alone; None where there are none."""
        examples = self._examples()
        if not examples:
            return None
        subject = self._subject(answer)
        failed = isinstance(subject, Failure)
        return self._verdict(subject if failed else self._first_failure(subject, examples))

    def _failure(self, answer: Answer, seed: int) -> Failure | None:
        subject = self._subject(answer)
        if isinstance(subject, Failure):
            return subject
        if failure := self._example_failure(subject):
            return self._smaller(subject, seed, failure)
        return self._drawn_failure(subject, seed) or self._last_failure(subject, seed)

    def _example_failure(self, subject: Any) -> Failure | None:
        """The smallest failure of the kind that the examples show first."""
        first: Failure | None = None
        for failure in self._failures(subject, self._examples()):
            if failure is None:
                continue
            if not (is_shrinking() and _can_be_smaller(failure)):
                return first or failure
            if first is None or (_are_alike(failure, first) and _size(failure) < _size(first)):
                first = failure
        return first

    def _last_failure(self, subject: Any, seed: int) -> Failure | None:
        return self._first_failure(subject, self._last_cases())

    def _smaller(self, subject: Any, seed: int, failure: Failure) -> Failure:
        """The failure, or a smaller one of its kind that drawn inputs show."""
        if not (is_shrinking() and _can_be_smaller(failure)):
            return failure
        drawn = self._drawn_failure(subject, seed, failure)
        return drawn if drawn and _size(drawn) < _size(failure) else failure

    def _failures(self, subject: Any, cases: Sequence[Case]) -> Iterator[Failure | None]:
        return (self._attempt(subject, case) for case in cases)

    def _first_failure(self, subject: Any, cases: Sequence[Case]) -> Failure | None:
        return next(filter(None, self._failures(subject, cases)), None)

    def _drawn_failure(
        self, subject: Any, seed: int, like: Failure | None = None
    ) -> Failure | None:
        """The smallest failure of drawn inputs, like another one if that is given."""
        drawn_from = self.inputs if self.inputs is not None or like is None else self.smaller
        if drawn_from is None:
            return None
        strategy, cases = self._once(seed, lambda: self._draw(drawn_from, seed))
        for case, failure in zip(cases, self._failures(subject, cases)):
            if failure and like and not _can_be_smaller(failure):
                return None
            if failure and _are_alike(failure, like or failure):
                smallest = self._smallest(subject, strategy, seed, case, failure)
                return replace(smallest, drawn=True)
        return None

    def _draw(self, inputs: Any, seed: int) -> tuple[Any, list[Case]]:
        strategy = inputs() if callable(inputs) else inputs
        return strategy, [self._with_want(value) for value in draw(strategy, self.tries, seed)]

    def _smallest(
        self, subject: Any, strategy: Any, seed: int, case: Case, failure: Failure
    ) -> Failure:
        if not _can_be_smaller(failure):
            return failure
        until = subject.left() / 2

        def fails(value: Any) -> bool:
            again = self._attempt(subject, self._with_want(value))
            return again is not None and not again.timed_out and _are_alike(again, failure)

        def is_over() -> bool:
            return bool(subject.left() < until)

        found = shrink(strategy, self.tries, seed, fails, case.args, is_over)
        smallest = self._with_want(found)
        again = self._attempt(subject, smallest) or self._attempt(subject, case)
        if again is None:
            text = "The same call returned different results: something is kept between calls."
            return replace(failure, message=text, fault="state", cause="")
        return again


def _can_be_smaller(failure: Failure) -> bool:
    """Whether a smaller input may show the same; one that takes no time to show it."""
    if failure.not_written or failure.timed_out or failure.fault == "memory":
        return False
    return bool(failure.call)


def _are_alike(one: Failure, other: Failure) -> bool:
    """Whether two failures may be one mistake: of one kind, the same exception, the same verdict.

    A function that accepts too much is not the one that rejects too much.
    """
    if one.fault != other.fault:
        return False
    if one.fault in ("raised", "deep"):
        return one.cause == other.cause
    return one.expected == other.expected or not _CONSTANTS & {one.expected, other.expected}


_CONSTANTS = frozenset({"True", "False", "None"})


def _size(failure: Failure) -> tuple[int, str]:
    """How much there is to read in a failure's call."""
    text = failure.whole or failure.call
    return len(text), text


@dataclass(frozen=True, eq=False)
class Asking(Trying):
    """A group whose cases are one question each."""

    def _question(self, case: Case) -> Question:
        raise NotImplementedError

    def _judge(self, name: str, case: Case, outcome: Any) -> Failure | None:
        """What is wrong with what the question gave."""
        raise NotImplementedError

    def _attempt(self, subject: Any, case: Case) -> Failure | None:
        return self._judge(subject.name, case, self._question(case).ask(subject))

    def _failures(self, subject: Any, cases: Sequence[Case]) -> Iterator[Failure | None]:
        outcomes = subject.many(map(self._question, cases))
        for case, outcome in zip(cases, outcomes):
            yield self._judge(subject.name, case, outcome)


def listed(cases: Sequence[Any] | Callable[[], Sequence[Any]]) -> Sequence[Any]:
    """The cases of a contract, which may be made by a function: large ones never at import."""
    return cases() if callable(cases) else cases
