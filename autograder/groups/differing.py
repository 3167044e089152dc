"""How a wrong value differs from the right one, told so that it can be seen."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date, time
from decimal import Decimal
from fractions import Fraction
from typing import Any

from autograder.core.values import Opaque, known_type, show

from .comparing import unordered

WRONG_VALUE = "Returned the wrong value."
WRONG_ORDER = "The items are right, but in the wrong order."
_MARKED = 32
"""Texts from this length on get a mark under their first difference."""
_WIDEST = 60
"""A mark further to the right would stand under a line that a card has wrapped."""
_FAMILIES: tuple[tuple[type, ...], ...] = (
    (bool, int, float, complex, Decimal, Fraction),
    (str,),
    (bytes,),
    (list, tuple, range),
    (dict,),
    (frozenset,),
    (date, time),
    (type(None),),
)


def difference(got: Any, want: Any, *, may_be_none: bool = False) -> tuple[str, str]:
    """A sentence for a wrong value, and its kind of failure: ``shape``, ``order`` or ``value``.

    A value of another type has another shape; None has, unless right answers ``may_be_none``.
    """
    if not _is_alike(got, want) and not (may_be_none and (got is None or want is None)):
        return f"Returned {type_name(got)}; expected {type_name(want)}.", "shape"
    if isinstance(want, (list, tuple)) and len(want) > 1 and unordered(got, want):
        return WRONG_ORDER, "order"
    return WRONG_VALUE, "value"


def _is_alike(got: Any, want: Any) -> bool:
    # Where a set is wanted, it may be one of several right values.
    if isinstance(want, (frozenset, Opaque)):
        return True
    return _family(got) == _family(want)


def _family(value: Any) -> int:
    return next((at for at, types in enumerate(_FAMILIES) if isinstance(value, types)), -1)


def type_name(value: Any) -> str:
    """The type of a plain value for a message, without what an answer may have made up."""
    if value is None:
        return "None"
    return known_type(value.type_name if isinstance(value, Opaque) else type(value).__name__)


def told_apart(expected: str, got: str, want: Any, value: Any) -> tuple[str, str]:
    """Both texts, with a second line where the two values look alike or are long.

    The line marks the first difference and names code points, types, or the items that differ.
    """
    if "\n" in expected or "\n" in got:
        return expected, got
    path, one, other = _first_difference(want, value)
    notes = _notes(one, other)
    if expected == got and not any(notes):
        notes = _where_they_part(one, other)
    at = _common(expected, got)
    long = min(len(expected), len(got)) >= _MARKED and at >= 3 and " ... " not in expected + got
    if path and any(notes):
        return f"{expected}\n{path}: {notes[0]}", f"{got}\n{path}: {notes[1]}"
    if not any(notes) and not long:
        return expected, got
    if expected == got:
        return f"{expected}\n{notes[0]}", f"{got}\n{notes[1]}"
    return _marked(expected, at, notes[0]), _marked(got, at, notes[1])


def _where_they_part(want: Any, got: Any) -> tuple[str, str]:
    """What is at the first difference of two values whose texts were cut to the same."""
    if not (isinstance(want, str) and isinstance(got, str)):
        return show(want, 60), show(got, 60)
    at = _common(want, got)
    one, other = (f"[{at}]: {text[at : at + 20]!r}" for text in (want, got))
    return one, other


def _marked(text: str, at: int, note: str) -> str:
    if at > _WIDEST:
        return f"{text}\n{note}".rstrip()
    return f"{text}\n{' ' * sum(map(_width, text[:at]))}^ {note}".rstrip()


def _width(char: str) -> int:
    """The columns that a character takes."""
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _common(one: str, other: str) -> int:
    """The number of characters that both texts begin with."""
    pairs = zip(one, other)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _first_difference(want: Any, got: Any) -> tuple[str, Any, Any]:
    """The place of the first difference, '' for the values themselves, and what is there."""
    path = ""
    while True:
        step = next(_steps(want, got), None)
        if step is None:
            return path, want, got
        key, want, got = step
        path += f"[{show(key, 40)}]"


def _steps(want: Any, got: Any) -> Iterator[tuple[Any, Any, Any]]:
    pairs: Iterator[tuple[Any, Any, Any]] = iter(())
    if isinstance(want, (list, tuple)) and isinstance(got, (list, tuple)):
        pairs = ((at, *pair) for at, pair in enumerate(zip(want, got)))
    elif isinstance(want, Mapping) and isinstance(got, Mapping):
        pairs = ((key, want[key], got[key]) for key in want if key in got)
    return ((key, w, g) for key, w, g in pairs if repr(w) != repr(g))


def _notes(want: Any, got: Any) -> tuple[str, str]:
    """What tells two values apart that look alike; '' twice where they don't."""
    if type(want) is not type(got):
        numbers = _family(want) == _family(got) == 0 and bool(want == got)
        if numbers or str(want) == str(got):
            return type_name(want), type_name(got)
        return "", ""
    if not isinstance(want, str):
        return "", ""
    at = _common(want, got)
    one, other = want[at : at + 1], got[at : at + 1]
    if not (_can_be_mistaken(one) or _can_be_mistaken(other)):
        return "", ""
    return _code_point(one), _code_point(other)


def _can_be_mistaken(char: str) -> bool:
    """Whether a character may look like another one, or like none."""
    return bool(char) and (not char.isascii() or char.isspace() or not char.isprintable())


def _code_point(char: str) -> str:
    if not char:
        return "the string ends here"
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".rstrip()
