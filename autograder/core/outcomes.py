"""What an answer is to the groups, what it is asked, and what it gave."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, NamedTuple, Protocol

from .steps import Step
from .values import KNOWN_TYPES


@dataclass(frozen=True)
class Trouble:
    """Why a call gave no value.

    ``kind``: ``raised``, ``timed out``, ``too many steps``, ``out of memory``, ``not written`` or
    ``not usable``.
    ``bases`` are the names of an exception's classes, its own first; ``line`` is the learner's
    source line in which it was raised.
    """

    kind: str
    text: str = ""
    bases: tuple[str, ...] = ()
    line: str = ""

    @property
    def known(self) -> str:
        """The nearest class of Python's own: a name made up by an answer could carry inputs."""
        return next((name for name in self.bases if name in KNOWN_TYPES), "another class")


class Outcome(NamedTuple):
    """What one call did: a plain value or a trouble, and the arguments as it left them.

    A named tuple, since a submission makes thousands of them. ``after`` holds plain values; an
    argument that was left as it was may stand for itself.

    ``read`` is the number of items taken from a `Stream` argument, ``held`` the most of them
    that were alive at once (only where the stream is ``tracked``), ``draws`` the number of
    random numbers taken, ``steps`` that of lines of Python executed (only where counted).
    ``peak`` is the most memory in bytes that was in use at once beyond what was in use before
    the call (only where counted). ``returned`` is the place of the argument that came back as
    the value, the same object.
    """

    value: object = None
    trouble: Trouble | None = None
    after: tuple[Any, ...] = ()
    read: int = 0
    steps: int = 0
    held: int | None = None
    draws: int | None = None
    peak: int | None = None
    returned: int | None = None


@dataclass(frozen=True)
class Law:
    """The exact distribution of an answer over all outcomes of its random numbers.

    ``unresolved`` is the probability of paths that were too long to follow. ``trouble`` is
    set where a path ended without a value; ``inexact`` where the answer used random numbers
    in a way that can't be enumerated, such as the logarithm of ``rng.random()``.
    """

    chances: Mapping[object, Fraction] = field(default_factory=dict)
    unresolved: Fraction = Fraction(0)
    trouble: Trouble | None = None
    inexact: bool = False


class Question(NamedTuple):
    """A call of an answer, or where there are ``steps`` an instance and calls of its methods.

    The fields are the arguments of `Answer.call` and `Answer.operate`. A named tuple, since a
    submission is asked thousands.
    """

    args: tuple[Any, ...]
    limit: float
    count: bool = False  # type: ignore[assignment]  # a tuple's own count is not used
    seed: int | None = None
    steps: Sequence[Step] | None = None
    watched: bool = False

    def ask(self, answer: Answer) -> Any:
        """What ``answer`` gives: an `Outcome`, or a list of one a step."""
        if self.steps is None:
            return answer.call(
                self.args,
                limit=self.limit,
                count=self.count,
                seed=self.seed,
                watched=self.watched,
            )
        return answer.operate(self.args, self.steps, limit=self.limit, count=self.count)


class Answer(Protocol):
    """An answer as the groups see it, in this process or behind a sandbox."""

    name: str

    def value(self) -> Outcome:
        """The answer itself, as a plain value."""

    def call(
        self,
        args: tuple[Any, ...],
        *,
        limit: float,
        count: bool = False,
        seed: int | None = None,
        watched: bool = False,
    ) -> Outcome:
        """Call the answer with a copy of ``args`` for at most ``limit`` seconds.

        With ``count`` its steps are counted and its memory is measured; ``seed`` seeds the
        generator in place of `CHANCE`. ``watched`` says that what it reads and draws matters.
        """

    def operate(
        self,
        init: tuple[Any, ...],
        steps: Sequence[Step],
        *,
        limit: float,
        count: bool = False,
    ) -> list[Outcome]:
        """Make an instance of the answer, a class, and take steps on it in turn; see `core.steps`.

        Returns an `Outcome` a step; after a timeout no further ones. ``limit`` is for one call;
        all together may take three times as long. With ``count`` the lines of each call are
        counted.
        """

    def many(self, questions: Iterable[Question]) -> Iterator[Any]:
        """What each question gives, in order.

        An answer behind a sandbox may be asked some questions before the results of those in
        front of them are read.
        """

    def law(self, args: tuple[Any, ...], *, limit: float) -> Law:
        """The exact distribution of ``answer(*args)``, where one argument is `CHANCE`."""

    def names(self) -> frozenset[str]:
        """The names that the code of the answer uses, modules by their full name."""

    def left(self) -> float:
        """The seconds that are left for all that is asked of the answer; infinite for no limit."""

    def under(self, harness: Callable[..., Any]) -> Answer:
        """The same answer, called as ``harness(answer, *args)`` on its own side.

        See `trying.harness`.
        """
