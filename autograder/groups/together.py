"""Several groups that count as one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import KW_ONLY, dataclass, replace

from autograder.core.exercise import Checks
from autograder.core.outcomes import Answer
from autograder.core.reports import Verdict

from .base import MOST_FALSE_ALARM, Named, Work, passed


@dataclass(frozen=True, eq=False)
class Together(Named):
    """Several parts that are one requirement: all of them must pass.

    They run in order, up to the first that fails. It speaks, with its own nudge where it has one.
    Parts need no names, and their points do not count. A group with a part that measures work is
    of work itself: it runs after the others, and only for an answer that has half of their points.
    The false alarms of the parts may add up to one in a million.
    """

    _: KW_ONLY
    parts: Sequence[Named]

    def __post_init__(self) -> None:
        if self.false_alarm > MOST_FALSE_ALARM * (1 + 1e-9):
            raise ValueError(
                f"The parts of {self.name!r} fail right code with a probability of up to "
                f"{self.false_alarm:g}; at most {MOST_FALSE_ALARM:g} is allowed."
            )

    @property
    def of_work(self) -> bool:
        return any(part.of_work for part in self.parts)

    def nudge_for(self, fault: str) -> str:
        """A nudge given as a string is one for the kinds that the nudges of the parts are for."""
        if isinstance(self.nudge, str):
            kinds = Work.NUDGED if self.of_work else self.NUDGED
            return self.nudge if fault in kinds else ""
        return super().nudge_for(fault)

    @property
    def false_alarm(self) -> float:
        return sum(part.false_alarm for part in self.parts)

    def run(self, answer: Answer, seed: int = 0) -> Verdict:
        """Run the parts in order, up to the first that fails."""
        return self._first(part.run(answer, seed) for part in self.parts)

    def run_examples(self, answer: Answer) -> Verdict | None:
        """The examples of the parts; None where no part has any, or where work is measured."""
        if self.of_work:
            return None
        verdicts = [each for each in (p.run_examples(answer) for p in self.parts) if each]
        return self._first(verdicts) if verdicts else None

    def _first(self, verdicts: Iterable[Verdict]) -> Verdict:
        for verdict in verdicts:
            if verdict.state != "passed":
                nudge = verdict.nudge or self.nudge_for(verdict.fault)
                return replace(verdict, name=self.name, earned=0, points=self.points, nudge=nudge)
        return passed(self)


def parts_of(groups: Iterable[Checks]) -> Iterator[Checks]:
    """The groups, and in place of each `Together` its parts."""
    for group in groups:
        if isinstance(group, Together):
            yield from parts_of(group.parts)
        else:
            yield group
