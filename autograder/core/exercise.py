"""What an exercise is: groups of checks with points, and hints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from .outcomes import Answer
from .reports import Verdict

Difficulty = Literal["easy", "medium", "hard"]


class Checks(Protocol):
    """A group of checks. The kinds of group are in `autograder.groups`."""

    @property
    def name(self) -> str: ...

    @property
    def points(self) -> int: ...

    @property
    def nudge(self) -> str | Mapping[str, str]: ...

    def nudge_for(self, fault: str) -> str:
        """The nudge for a kind of failure, '' where none fits."""

    @property
    def of_work(self) -> bool:
        """Whether it measures work or memory, which says nothing of an answer that is wrong."""

    def run(self, answer: Answer, seed: int = 0) -> Verdict: ...

    def run_examples(self, answer: Answer) -> Verdict | None:
        """What gives nothing away; None where there is no such part."""


@dataclass(frozen=True)
class Explanation:
    """Why the right answer to a question is right, and where the course treats it.

    ``lesson`` is a number such as ``"104"`` and ``section`` a heading of that lesson; '' for none.
    """

    text: str
    lesson: str = ""
    section: str = ""


@dataclass(frozen=True, eq=False)
class Exercise:
    """One exercise. Its name is the name of the variable that holds it in its checks module.

    ``minutes`` is the time a prepared reader needs; ``hints`` are four, from a nudge to nearly
    the solution, in Markdown. ``without`` names modules and functions that the answer may not use.
    A ``diagnostic`` finds out what to study, so a miss is no failure. ``explained`` says after an
    attempt why each key of a form has its value; students of a cohort are not given it.
    """

    groups: Sequence[Checks]
    difficulty: Difficulty
    minutes: int
    hints: Sequence[str]
    without: Sequence[str] = ()
    name: str = ""
    diagnostic: bool = False
    explained: Mapping[str, Explanation] = field(default_factory=dict)

    @property
    def points(self) -> int:
        return sum(group.points for group in self.groups)
