"""A group for a review: faults that were found in a text, line by line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import KW_ONLY, dataclass
from typing import Any

from autograder.core.outcomes import Answer
from autograder.core.reports import Verdict
from autograder.core.values import show

from .base import Failure, Named, of_trouble, passed
from .forms import NOT_WRITTEN, is_blank


@dataclass(frozen=True, eq=False)
class Findings(Named):
    """A dict from a line to what is at fault there: a kind, or a tuple that begins with it.

    ``faults`` maps each kind to the lines on which it may be named, give or take ``slack``. Each
    fault earns its share of the points once, each line without that fault takes ``cost`` points
    off, down to 0. What was missed isn't told, how many were is. ``lines`` is the last line.
    """

    _: KW_ONLY
    faults: Mapping[str, Sequence[int]]
    lines: int
    slack: int = 1
    cost: float = 0.5

    def run(self, answer: Answer, seed: int = 0) -> Verdict:
        """Count faults that were found, and lines without one."""
        outcome = answer.value()
        if outcome.trouble:
            return self._verdict(of_trouble(outcome.trouble, answer.name))
        value = outcome.value
        if is_blank(value) or isinstance(value, dict) and not value:
            return self._verdict(NOT_WRITTEN)
        if said := self._form_fault(answer.name, value):
            return self._verdict(Failure(said))
        assert isinstance(value, dict)
        kinds = {line: kind_of(entry) for line, entry in value.items()}
        right = {line: kind for line, kind in kinds.items() if self._is_there(line, kind)}
        found, beside = len(set(right.values())), [line for line in kinds if line not in right]
        if found == len(self.faults) and not beside:
            return passed(self)
        earned = max(0.0, self.points * found / len(self.faults) - self.cost * len(beside))
        text = f"{found} of {len(self.faults)} faults found."
        if beside:
            text += f" Line {min(beside)} has no fault of the kind {kinds[min(beside)]!r}."
        return Verdict(
            self.name, earned, self.points, text, nudge=self.nudge_for("value"), fault="value"
        )

    def _is_there(self, line: int, kind: str) -> bool:
        return any(abs(line - there) <= self.slack for there in self.faults[kind])

    def _form_fault(self, name: str, value: Any) -> str | None:
        if not isinstance(value, dict):
            return f"{name} should be a dict from line to fault, not {show(value, 40)}."
        for line, entry in value.items():
            if isinstance(line, bool) or not isinstance(line, int) or not 1 <= line <= self.lines:
                return f"Keys are lines from 1 to {self.lines}, not {show(line, 40)}."
            if kind_of(entry) not in self.faults:
                kinds = ", ".join(self.faults)
                return f"Line {line}: The kind is one of {kinds}, not {show(entry, 40)}."
        return None


def kind_of(entry: Any) -> str:
    """The kind that an entry names, in lower case; '' if it names none."""
    first = entry[0] if isinstance(entry, (list, tuple)) and entry else entry
    return first.strip().lower() if isinstance(first, str) else ""
