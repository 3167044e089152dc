"""Groups for a design sheet: an answer that is an architecture, held against a prompt's numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import KW_ONLY, dataclass

from autograder import design
from autograder.core.outcomes import Answer
from autograder.design.picture import drawing
from autograder.design.prompt import Prompt

from .base import Failure, Named, of_trouble
from .forms import NOT_WRITTEN

NOT_TRIED = Failure("Not tried yet: what the first group says comes first.")
NUDGES = {
    "data": "Follow one piece of data from its source to the stage that reads it.",
    "failure": "Switch off one stage after the other. What does a member see each time?",
    "load": "Follow the peak along the request, then take a third of the copies away.",
    "time": "Which stage scores many items, or waits for the slowest of many calls?",
    "cost": "Which line of the bill could you do without?",
}


@dataclass(frozen=True, eq=False)
class Drawn(Named):
    """An answer that is drawn: a sheet, or the sheets before and after a change."""

    def _failure(self, answer: Answer, seed: int) -> Failure | None:
        outcome = answer.value()
        if outcome.trouble:
            return of_trouble(outcome.trouble, answer.name)
        if self.is_blank(outcome.value):
            return NOT_WRITTEN
        return self._fault(outcome.value)

    def is_blank(self, value: object) -> bool:
        """Whether nothing is drawn yet."""
        return design.is_blank_change(value)

    def _fault(self, value: object) -> Failure | None:
        raise NotImplementedError


@dataclass(frozen=True, eq=False)
class Sheet(Drawn):
    """Some rules of the design sheet, which the answer must keep.

    ``prompt`` has the numbers. Where a requirement has changed, it is a dict of changed prompts:
    the answer names one in "change" and answers it with the sheet in "after". ``rules`` are names
    of `autograder.design.RULES`; the first that is broken is said, with its arithmetic. A sheet
    that can't be read is told so by the group that is ``first``.
    """

    _: KW_ONLY
    prompt: Prompt | Mapping[str, Prompt]
    rules: Sequence[str]
    first: bool = False

    def is_blank(self, value: object) -> bool:
        """Whether nothing is drawn yet."""
        blank = design.is_blank if isinstance(self.prompt, Prompt) else design.is_blank_change
        return blank(value)

    def _fault(self, value: object) -> Failure | None:
        try:
            sheet = self.read(value)
        except design.SheetError as error:
            said = self.first and not isinstance(error, design.ChoiceError)
            return Failure(str(error)) if said else NOT_TRIED
        breach = next(design.breaches(sheet, self.rules), None)
        return Failure(str(breach)) if breach else None

    def read(self, value: object) -> design.Architecture:
        """The architecture that a plain value describes; raises `SheetError`."""
        if isinstance(self.prompt, Prompt):
            return design.read(value, self.prompt)
        return design.read_after(value, self.prompt)

    def picture(self, value: object) -> str:
        """The sheet as HTML with what is broken marked; '' where it can't be read."""
        try:
            sheet = self.read(value)
        except design.SheetError:
            return ""
        return drawing(sheet, list(design.breaches(sheet)))


@dataclass(frozen=True, eq=False)
class Change(Drawn):
    """Which of ``changes`` the answer names: one that breaks its sheet "before", if any does."""

    _: KW_ONLY
    changes: Mapping[str, Prompt]

    def _fault(self, value: object) -> Failure | None:
        fault = design.choice_fault(value, self.changes)
        return Failure(fault) if fault else None


def sheet_groups(prompt: Prompt) -> list[Sheet]:
    """The groups of a design sheet: each rule in one of them, a point each."""
    return [
        Sheet(name, nudge=NUDGES[name], prompt=prompt, rules=rules, first=at == 0)
        for at, (name, rules) in enumerate(design.GROUPS.items())
    ]


def changed_sheet_groups(changes: Mapping[str, Prompt]) -> list[Drawn]:
    """The groups of a sheet that answers one of ``changes``: a point for the choice, two for it."""
    return [
        Change(
            "the change",
            changes=changes,
            nudge="Go through the rules with the new numbers: which does your first sheet break?",
        ),
        Sheet(
            "the new sheet",
            points=2,
            prompt=changes,
            rules=tuple(design.RULES),
            first=True,
            nudge="Change what the new requirement touches, and look at the bill again.",
        ),
    ]
