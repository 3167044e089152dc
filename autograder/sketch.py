"""``from autograder import sketch``: draw a design sheet without judging it.

``sketch(my_sheet)`` finds the prompt by the name of the exercise, as ``check`` does.
"""

from __future__ import annotations

import sys
from typing import Any

from autograder.check import one_answer, sheet_of
from autograder.core.errors import UnknownExercise
from autograder.core.values import plain
from autograder.design import SheetError
from autograder.design.picture import drawing, words
from autograder.lessons import find


class Sketch:
    """A picture where HTML can be shown, its words elsewhere."""

    def __init__(self, words: str, html: str = "") -> None:
        self._words = words
        self._html = html

    def __repr__(self) -> str:
        return self._words

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        both = {"text/plain": self._words}
        return both | ({"text/html": self._html} if self._html else {})


def sketch(*answer: Any, **named: Any) -> Sketch:
    """The picture of a design sheet; a sentence where it can't be read yet."""
    name, target = one_answer(answer, named, sys._getframe(1).f_globals)
    try:
        group = sheet_of(find(name))
    except UnknownExercise as error:
        return Sketch(str(error))
    if group is None:
        return Sketch(f"{name} is not a design sheet, so there is nothing to draw.")
    value = plain(target)
    if group.is_blank(value):
        return Sketch("Nothing is drawn yet.")
    try:
        sheet = group.read(value)
    except SheetError as error:
        return Sketch(f"Not drawn: {error}")
    return Sketch(words(sheet), drawing(sheet))
