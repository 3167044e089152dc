"""What an exercise, a group of checks, a case and a verdict are.

An exercise is data: groups of checks with points, four hints, and a bank of wrong and right
solutions that the checks themselves are tested against. The kinds of group are in `groups`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any, Literal, NamedTuple, Protocol

Difficulty = Literal["easy", "medium", "hard"]


@dataclass(frozen=True)
class Trouble:
    """Why a call gave no value.

    ``kind``: ``raised``, ``timed out``, ``too many steps``, ``not written`` or ``not usable``.
    ``bases`` are the names of an exception's classes, its own first; ``line`` is the learner's
    source line in which it was raised.
    """

    kind: str
    text: str = ""
    bases: tuple[str, ...] = ()
    line: str = ""


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
    after: tuple = ()
    read: int = 0
    steps: int = 0
    held: int | None = None
    draws: int | None = None
    peak: int | None = None
    returned: int | None = None


@dataclass(frozen=True)
class Stream:
    """An argument that the answer sees as an iterator: it can be consumed once, has no length.

    With ``endless`` it repeats ``items`` for ever. With ``tracked`` the items are different
    texts, each made when it is read, so that `Outcome.held` can say how many the answer keeps.
    """

    items: Sequence
    endless: bool = False
    tracked: bool = False

    def __repr__(self) -> str:
        return f"iter({list(self.items)!r}{' for ever' if self.endless else ''})"


@dataclass(frozen=True)
class Grid:
    """An argument that the answer sees as a list of ``rows`` lists of ``columns`` objects.

    The objects can be moved, and nothing else: comparing, hashing, copying or computing with
    them raises TypeError. `Outcome.after` holds ``{"rows": [...], "cells": [[...], ...]}``: for
    each row the place where the same list stood before, for each cell the number of the object,
    counted row by row from 0. None stands for what was not there before.
    """

    rows: int
    columns: int

    def __repr__(self) -> str:
        cells = [f"c{number}" for number in range(self.rows * self.columns)]
        starts = range(0, len(cells), max(self.columns, 1))
        rows = [f"[{', '.join(cells[start : start + self.columns])}]" for start in starts]
        return f"[{', '.join(rows)}]"


@dataclass(frozen=True)
class Counted:
    """An argument that the answer sees as a list of ints, whose comparisons are counted.

    Comparing or hashing an item is one step, also where C code does it, as in ``x in items``.
    Items that are lists of ints become lists.
    """

    items: Sequence[int] | Sequence[Sequence[int]]

    def __repr__(self) -> str:
        return repr(list(self.items))


@dataclass(frozen=True)
class Chain:
    """An argument that the answer sees as a linked list: its first node, None for no items.

    The nodes are of the class ``Node`` that the answer's code knows, with ``value`` and ``next``.
    A node that the answer returns becomes ``{"values": [...], "nodes": [...], "end": ...}``: what
    follows it, itself included. ``nodes`` are numbers, counted from 0 over all chains of the call,
    None for a node that was not given. ``end`` says what the last ``next`` is: None, ``"a node
    met before"``, or the name of a type that is no node's.
    """

    items: Sequence

    def __repr__(self) -> str:
        return f"chain({list(self.items)!r})"


WIDEST = "__widest__"
"""Stands for a method in `Answer.operate`. Its value is the largest number of objects that one
object reachable from the instance refers to: a node of a linked list refers to few, whatever the
length of the list; a list, dict or set refers to all that it holds."""


class _Chance:
    def __repr__(self) -> str:
        return "rng"

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


CHANCE = _Chance()
"""Stands in a list of arguments where the answer gets a ``random.Random``."""


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

    args: tuple
    limit: float
    count: bool = False
    seed: int | None = None
    steps: Sequence[tuple[str, tuple]] | None = None

    def ask(self, answer: Answer) -> Any:
        """What ``answer`` gives: an `Outcome`, or a list of one a step."""
        if self.steps is None:
            return answer.call(self.args, limit=self.limit, count=self.count, seed=self.seed)
        return answer.operate(self.args, self.steps, limit=self.limit, count=self.count)


class Answer(Protocol):
    """An answer as the groups see it, in this process or behind a sandbox."""

    name: str

    def value(self) -> Outcome:
        """The answer itself, as a plain value."""

    def call(
        self, args: tuple, *, limit: float, count: bool = False, seed: int | None = None
    ) -> Outcome:
        """Call the answer with a copy of ``args`` for at most ``limit`` seconds.

        With ``count`` its steps are counted and its memory is measured; ``seed`` seeds the
        generator in place of `CHANCE`.
        """

    def operate(
        self,
        init: tuple,
        steps: Sequence[tuple[str, tuple]],
        *,
        limit: float,
        count: bool = False,
    ) -> list:
        """Make an instance of the answer, a class, and call its methods in turn.

        Returns an `Outcome` a step; after a timeout no further ones. ``limit`` is for one call;
        all together may take three times as long. With ``count`` the steps of each call are
        counted. `WIDEST` stands for a method.
        """

    def many(self, questions: Iterable[Question]) -> Iterator[Any]:
        """What each question gives, in order.

        An answer behind a sandbox may be asked some questions before the results of those in
        front of them are read.
        """

    def law(self, args: tuple, *, limit: float) -> Law:
        """The exact distribution of ``answer(*args)``, where one argument is `CHANCE`."""

    def names(self) -> frozenset[str]:
        """The names that the code of the answer uses, modules by their full name."""


@dataclass(frozen=True)
class Verdict:
    """What one group says: points, a sentence, and the smallest counterexample found.

    ``counterexample`` has the keys ``call``, ``expected`` and ``got``, each a text; ``drawn``
    says that it was drawn at random and is not one of the examples.
    """

    name: str
    earned: float
    points: float
    message: str
    counterexample: Mapping[str, str] | None = None
    nudge: str = ""
    state: Literal["passed", "failed", "not written"] = "failed"
    drawn: bool = False

    def as_dict(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "earned": self.earned,
            "points": self.points,
            "message": self.message,
            "counterexample": dict(self.counterexample) if self.counterexample else None,
        }


class Checks(Protocol):
    """A group of checks. The kinds of group are in `autograder.groups`."""

    name: str
    points: int
    of_work: bool

    def run(self, answer: Answer, seed: int = 0) -> Verdict: ...

    def run_examples(self, answer: Answer) -> Verdict | None: ...


@dataclass(frozen=True)
class Wrong:
    """A wrong solution: the text of an answer cell, and the group that must catch it first."""

    name: str
    source: str
    caught_by: str


@dataclass(frozen=True)
class Right:
    """A right solution written differently: the text of an answer cell."""

    name: str
    source: str


@dataclass(frozen=True, eq=False)
class Exercise:
    """One exercise. Its name is the name of the variable that holds it in its checks module.

    ``minutes`` is the time a prepared reader needs; ``hints`` are four, from a nudge to nearly
    the solution, in Markdown. ``without`` names modules and functions that the answer may not use.
    """

    groups: Sequence[Checks]
    difficulty: Difficulty
    minutes: int
    hints: Sequence[str]
    wrong: Sequence[Wrong] = ()
    right: Sequence[Right] = ()
    without: Sequence[str] = ()
    name: str = ""

    @property
    def points(self) -> int:
        return sum(group.points for group in self.groups)


NOT_SHOWN = "The input it failed for is not shown; test your own small ones."


@dataclass(frozen=True)
class Report:
    """What the checks say of one exercise."""

    exercise: str
    points: float
    verdicts: Sequence[Verdict]
    problem: str = ""

    @property
    def earned(self) -> float:
        return sum(verdict.earned for verdict in self.verdicts)

    @property
    def state(self) -> Literal["passed", "failed", "not written"]:
        """The state of the whole exercise."""
        if not self.problem and all(verdict.state == "passed" for verdict in self.verdicts):
            return "passed"
        written = self.problem or any(v.state != "not written" for v in self.verdicts)
        return "failed" if written else "not written"

    def without_drawn(self) -> Report:
        """The report as a cohort sees it: counterexamples drawn at random are left out."""
        verdicts = [
            replace(v, counterexample=None, message=f"{v.message} {NOT_SHOWN}") if v.drawn else v
            for v in self.verdicts
        ]
        return replace(self, verdicts=verdicts)

    def as_dict(self) -> dict[str, Any]:
        groups = [verdict.as_dict() for verdict in self.verdicts]
        return {"earned": self.earned, "points": self.points, "groups": groups}
