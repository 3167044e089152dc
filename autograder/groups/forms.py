"""Groups for an answer that is a form: a dict whose values the learner fills in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import KW_ONLY, dataclass
from typing import Any

from autograder.core.outcomes import Answer
from autograder.core.reports import Verdict
from autograder.core.values import show

from .base import Failure, Named, of_trouble
from .comparing import OPEN

NOT_WRITTEN = Failure("Not written yet.", not_written=True)


def is_blank(value: Any) -> bool:
    """Whether nothing is filled in: dots, None, or a dict, list or tuple of nothing else."""
    if isinstance(value, (dict, list, tuple)):
        items = value.values() if isinstance(value, dict) else value
        return len(value) > 0 and all(map(is_blank, items))
    return value is None or value == OPEN


@dataclass(frozen=True, eq=False)
class Form(Named):
    """Some keys of a dict that the learner fills in, with a test for each.

    ``tests`` maps a key to a function of its plain value that returns None, or a sentence, said
    after the key. In the stub each value is ``...``; a form in which nothing is filled in is not
    written, and one key that is not is told so. With ``per_key`` each key earns its share of the
    points, and all that is wrong is told; else the first that is wrong, for all of them.

    Several groups may look at keys of the same form.
    """

    _: KW_ONLY
    tests: Mapping[str, Callable[[Any], str | None]]
    per_key: bool = False

    def run(self, answer: Answer, seed: int = 0) -> Verdict:
        """Test the keys."""
        outcome = answer.value()
        if outcome.trouble:
            return self._verdict(of_trouble(outcome.trouble, answer.name))
        form = outcome.value
        if not isinstance(form, dict):
            keys = ", ".join(self.tests)
            text = f"{answer.name} should be a dict with the keys {keys}, not {show(form, 40)}."
            return self._verdict(Failure(text))
        if not form or is_blank(form):
            return self._verdict(NOT_WRITTEN)
        said = list(filter(None, (self._say(key, form) for key in self.tests)))
        if not said:
            return self._verdict(None)
        if not self.per_key:
            return self._verdict(Failure(said[0]))
        earned = self.points * (len(self.tests) - len(said)) / len(self.tests)
        text, nudge = " ".join(said), self.nudge_for("value")
        return Verdict(self.name, earned, self.points, text, nudge=nudge, fault="value")

    def _say(self, key: str, form: Mapping[Any, Any]) -> str | None:
        if key not in form:
            return f"The key {key!r} is missing."
        if is_blank(form[key]):
            return f"{key}: No answer yet."
        said = self.tests[key](form[key])
        return f"{key}: {said}" if said else None
