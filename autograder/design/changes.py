"""A requirement changes: which sheets that breaks, and the sheet that answers it.

An answer has the name of the "change", the sheet "before" it, and the sheet "after" it.
"""

from __future__ import annotations

from collections.abc import Mapping

from .architecture import Architecture
from .prompt import Prompt
from .reading import SheetError, is_blank, read
from .rules import breaches
from .words import quoted, short

CHANGE, BEFORE, AFTER = "change", "before", "after"


class ChoiceError(SheetError):
    """The answer names no change, so there is no prompt to read its sheet with."""


def is_blank_change(value: object) -> bool:
    """Whether no sheet is drawn yet that answers a change."""
    return is_blank(value[AFTER] if isinstance(value, Mapping) and AFTER in value else value)


def read_after(value: object, changes: Mapping[str, Prompt]) -> Architecture:
    """The sheet after the change, under its changed prompt; raises `SheetError`."""
    change, answer = _parts(value, changes)
    return read(answer.get(AFTER), changes[change])


def choice_fault(value: object, changes: Mapping[str, Prompt]) -> str | None:
    """What is wrong with the chosen change: it has to break the sheet before it, if any does."""
    try:
        change, answer = _parts(value, changes)
    except ChoiceError as error:
        return str(error)
    before = answer.get(BEFORE)
    if is_blank(before):
        return f"{BEFORE!r} is your first sheet, and nothing is drawn there yet."
    broken: dict[str, list[str]] = {}
    try:
        for name, prompt in changes.items():
            broken[name] = [breach.rule for breach in breaches(read(before, prompt))]
    except SheetError as error:
        return f"{BEFORE!r}, your first sheet, can't be read: {error}"
    if broken[change] or not any(broken.values()):
        return None
    other = next(name for name in changes if broken[name])
    return (
        f"Your first sheet keeps every rule after {change!r}, so there is nothing to change. "
        f"Answer {other!r}, which breaks {quoted(broken[other], 'and')}."
    )


def _parts(value: object, changes: Mapping[str, Prompt]) -> tuple[str, Mapping[object, object]]:
    """The name of the change, and the whole answer; raises `ChoiceError`."""
    keys = (CHANGE, BEFORE, AFTER)
    if not isinstance(value, Mapping):
        raise ChoiceError(f"Write a dict with the keys {quoted(keys, 'and')}.")
    for key in value:
        if key not in keys:
            raise ChoiceError(f"The keys are {quoted(keys, 'and')}, not {short(key)}.")
    change = value.get(CHANGE)
    if not isinstance(change, str) or change not in changes:
        raise ChoiceError(f"Write into {CHANGE!r} which one you answer: {quoted(changes)}.")
    return change, value
