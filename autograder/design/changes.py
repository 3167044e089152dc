"""A requirement changes: which sheets that breaks, and whether the new sheet answers it."""

from __future__ import annotations

from collections.abc import Mapping

from .architecture import Architecture
from .breach import Breach
from .prompt import Prompt
from .reading import KEYS, SheetError, is_blank, read
from .rules import breaches
from .words import quoted

CHANGE, BEFORE = "change", "before"


def change_of(value: object, changes: Mapping[str, Prompt]) -> str:
    """The change that a sheet answers; raises `SheetError`."""
    if not isinstance(value, Mapping):
        raise SheetError(f"Write a dict with {quoted([CHANGE, BEFORE, *KEYS], 'and')}.")
    change = value.get(CHANGE)
    if not isinstance(change, str) or change not in changes:
        raise SheetError(f"Write into {CHANGE!r} which one you answer: {quoted(changes)}.")
    return change


def read_after(value: object, changes: Mapping[str, Prompt]) -> Architecture:
    """The new sheet under its changed prompt; raises `SheetError`."""
    change = change_of(value, changes)
    assert isinstance(value, Mapping)
    sheet = {key: each for key, each in value.items() if key not in (CHANGE, BEFORE)}
    return read(sheet, changes[change])


def choice_fault(value: object, changes: Mapping[str, Prompt]) -> str | None:
    """Whether the chosen change leaves anything to do, given the sheet before it."""
    try:
        change = change_of(value, changes)
    except SheetError as error:
        return str(error)
    assert isinstance(value, Mapping)
    before = value.get(BEFORE)
    if is_blank(before):
        return f"{BEFORE!r} is your first sheet, and nothing is drawn there yet."
    broken: dict[str, list[Breach]] = {}
    try:
        for name, prompt in changes.items():
            broken[name] = list(breaches(read(before, prompt)))
    except SheetError as error:
        return f"{BEFORE!r}, your first sheet, can't be read: {error}"
    if broken[change] or not any(broken.values()):
        return None
    other = next(name for name in changes if broken[name])
    rules = quoted([breach.rule for breach in broken[other]], "and")
    return (
        f"Your first sheet keeps every rule after {change!r}, so there is nothing to change. "
        f"Answer {other!r}, which breaks {rules}."
    )
