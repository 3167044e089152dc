"""What the checks say: a verdict per group, a report per exercise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

FAULTS = frozenset(
    "value accepted raised deep slow memory mutated state shape order syntax".split()
)
"""The kinds of failure: a wrong value; input accepted that should be rejected; an exception; the
recursion limit; too many steps, or a time limit; too much memory; a modified argument; something
kept between calls; a value of another type or form; the right items in the wrong order; code or SQL
that can't be read."""

State = Literal["passed", "failed", "not written", "not run", "to study"]


@dataclass(frozen=True)
class Verdict:
    """What one group says: points, a sentence, and the smallest counterexample found.

    ``counterexample`` has the keys ``call``, ``expected`` and ``got``, each a text, and ``where``
    for the first difference in a large value. Only it may tell of the input. ``drawn``
    says that it was drawn at random and is not one of the examples. ``fault`` is the kind of
    failure, one of `FAULTS`, '' where nothing failed. Two failures with the same ``cause``, if it
    isn't '', probably have one cause.
    ``whole`` is the call without cuts, '' where nothing of it was cut. What a diagnostic finds
    missing is ``to study``, which is no failure.
    """

    name: str
    earned: float
    points: float
    message: str
    counterexample: Mapping[str, str] | None = None
    nudge: str = ""
    state: State = "failed"
    drawn: bool = False
    fault: str = ""
    cause: str = ""
    whole: str = ""

    def as_dict(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "earned": self.earned,
            "points": self.points,
            "message": self.message,
            "counterexample": dict(self.counterexample) if self.counterexample else None,
        }


NOT_SHOWN = "The failing input is hidden; try small inputs of your own."


@dataclass(frozen=True)
class Report:
    """What the checks say of one exercise.

    ``ways`` are the names of other solutions, for an answer that passed.
    """

    exercise: str
    points: float
    verdicts: Sequence[Verdict]
    problem: str = ""
    ways: Sequence[str] = ()

    @classmethod
    def from_fields(cls, fields: Mapping[str, Any]) -> Report:
        """The report that ``dataclasses.asdict`` made ``fields`` of, also after a way as JSON."""
        verdicts = [Verdict(**verdict) for verdict in fields["verdicts"]]
        return cls(**{**fields, "verdicts": verdicts, "ways": tuple(fields.get("ways", ()))})

    @property
    def earned(self) -> float:
        return sum(verdict.earned for verdict in self.verdicts)

    @property
    def state(self) -> Literal["passed", "failed", "not written", "to study"]:
        """The state of the whole exercise."""
        if not self.problem and all(verdict.state == "passed" for verdict in self.verdicts):
            return "passed"
        if any(verdict.state == "to study" for verdict in self.verdicts):
            return "to study"
        written = self.problem or any(v.state != "not written" for v in self.verdicts)
        return "failed" if written else "not written"

    def without_drawn(self) -> Report:
        """The report as a cohort sees it: counterexamples drawn at random are left out.

        Causes become numbers: their texts would tell the calls.
        """
        numbers = {cause: str(at) for at, cause in enumerate(c.cause for c in self.verdicts)}
        numbers[""] = ""
        told = [replace(verdict, cause=numbers[verdict.cause]) for verdict in self.verdicts]
        verdicts = [
            replace(v, counterexample=None, message=f"{v.message} {NOT_SHOWN}", whole="")
            if v.drawn
            else v
            for v in told
        ]
        return replace(self, verdicts=verdicts)

    def as_dict(self) -> dict[str, Any]:
        groups = [verdict.as_dict() for verdict in self.verdicts]
        return {"earned": self.earned, "points": self.points, "groups": groups}
