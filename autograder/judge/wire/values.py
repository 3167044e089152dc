"""What crosses between the grader and the sandbox: plain values in tagged JSON.

Nothing is ever unpickled. Decoding builds exact built-in types only, and refuses what is too
large, too deep or too many, since the other side may be anything. A value that could make the
grader itself slow (a huge integer, a range without end) crosses as `Opaque`, which equals nothing.
"""

from __future__ import annotations

import base64
import datetime
import math
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from autograder.core.values import Opaque

DEEPEST = 220
LONGEST_NUMBER = 3_500  # hexadecimal digits, so that Python still writes it in decimal ones
LONGEST_RANGE = 100_000
LARGEST_EXPONENT = 5_000


class WireError(ValueError):
    """What came over the wire can't be taken."""


def encode(value: Any) -> Any:
    """A plain value as JSON: lists stay lists, everything else but the simplest has a tag."""
    kind = type(value)
    if value is None or kind in (bool, str):
        return value
    if kind is int and abs(value) < 2**53:
        return value
    if kind is float:
        return value if math.isfinite(value) else {"float": repr(value)}
    if kind is list:
        return _encode_list(value)
    if kind is dict:
        return {"dict": [[encode(k), encode(v)] for k, v in value.items()]}
    if kind in (tuple, set, frozenset):
        tag = "tuple" if kind is tuple else "set"
        return {tag: [encode(item) for item in value]}
    if kind is bytes:
        return {"bytes": base64.b64encode(value).decode()}
    if kind in _TO_TEXT:
        return {kind.__name__: _TO_TEXT[kind](value)}
    if kind is Opaque:
        return {"opaque": [value.type_name[:200], value.text[:300]]}
    raise WireError(f"a {kind.__name__} can't cross the wire")


SIMPLE = frozenset({bool, float, int, str, type(None)})
"""What JSON holds as it is."""


def _is_simple(items: Sequence[Any]) -> bool:
    """Whether all items of a list stay what they are, seen without a look at each."""
    kinds = set(map(type, items))
    if kinds == {int}:
        return bool(-(2**53) < min(items) and max(items) < 2**53)
    return kinds == {str} or (kinds == {float} and all(map(math.isfinite, items)))


def _encode_list(items: list[Any]) -> Any:
    """A list as JSON: where all items have the same tag, the tag and what follows it in each."""
    if _is_simple(items):
        return items
    kinds = set(map(type, items))
    if kinds == {tuple}:
        rows = [row if _is_simple(row) else [encode(item) for item in row] for row in items]
        return {"each": ["tuple", rows]}
    if len(kinds) == 1 and kinds <= _TO_TEXT.keys():
        [kind] = kinds
        return {"each": [kind.__name__, list(map(_TO_TEXT[kind], items))]}
    return [encode(item) for item in items]


def _digits(number: int) -> str:
    if abs(number).bit_length() > 4 * (LONGEST_NUMBER - 4):
        raise WireError("an integer of too many digits")
    return hex(number)


def _decimal_text(number: Decimal) -> str:
    if number.is_finite() and abs(number.adjusted()) > LARGEST_EXPONENT:
        raise WireError("a decimal number that is too large or too small")
    return str(number)


def _range_ends(value: range) -> list[Any]:
    ends = [value.start, value.stop, value.step]
    # Its length itself may be too large for len().
    if abs(value.stop - value.start) // abs(value.step) > LONGEST_RANGE:
        raise WireError("a range that is too long")
    return [_digits(end) for end in ends]


_TO_TEXT: Mapping[type, Callable[[Any], Any]] = {
    int: _digits,
    Decimal: _decimal_text,
    Fraction: lambda v: [_digits(v.numerator), _digits(v.denominator)],
    complex: lambda v: [repr(v.real), repr(v.imag)],
    range: _range_ends,
    datetime.datetime: lambda v: v.isoformat(),
    datetime.date: lambda v: v.isoformat(),
    datetime.time: lambda v: v.isoformat(),
    datetime.timedelta: lambda v: [v.days, v.seconds, v.microseconds],
}


def encode_safely(value: Any) -> Any:
    """A plain value as JSON, or an `Opaque` in its place if it can't cross."""
    try:
        return encode(value)
    except (WireError, RecursionError, TypeError, ValueError):
        return encode(Opaque(type(value).__name__))


def decode(tree: Any, depth: int = DEEPEST) -> Any:
    """The plain value that `encode` was given; raises `WireError` for anything else."""
    kind = type(tree)
    if tree is None or kind in (bool, str, int, float):
        return tree
    if depth <= 0:
        raise WireError("nested too deeply")
    if kind is list:
        if SIMPLE.issuperset(map(type, tree)):
            return tree
        return [decode(item, depth - 1) for item in tree]
    if kind is not dict or len(tree) != 1:
        raise WireError("not a tagged value")
    [(tag, body)] = tree.items()
    if tag in ("tuple", "set", "dict"):
        # Not in the table of readers: each level of nesting should cost few frames.
        return _decode_container(tag, body, depth - 1)
    if tag == "each":
        tag, bodies = a_list(body, 2)
        if tag == "tuple":
            return [_decode_container(tag, body, depth - 2) for body in a_list(bodies)]
        return _read(tag, a_list(bodies))
    return _read(tag, [body])[0]


def _read(tag: Any, bodies: list[Any]) -> list[Any]:
    """The values of which these are the texts, all of one kind."""
    reader = _READERS.get(tag) if type(tag) is str else None
    if reader is None:
        raise WireError(f"unknown tag {str(tag)[:20]}")
    try:
        return list(map(reader, bodies))
    except WireError:
        raise
    except Exception as error:
        raise WireError(f"a broken {tag}") from error


def _decode_container(tag: str, body: Any, depth: int) -> Any:
    items = a_list(body)
    if tag == "tuple":
        if SIMPLE.issuperset(map(type, items)):
            return tuple(items)
        return tuple([decode(item, depth) for item in items])
    try:
        if tag == "dict":
            mapping = {}
            for key, value in items:
                mapping[decode(key, depth)] = decode(value, depth)
            return mapping
        # One by one, so that a time limit can stop a set whose items all have one hash.
        members = set()
        for item in items:
            members.add(decode(item, depth))
        return frozenset(members)
    except WireError:
        raise
    except (TypeError, ValueError) as error:
        raise WireError(f"a broken {tag}") from error


def a_list(body: Any, length: int | None = None) -> list[Any]:
    """``body`` if it is a list, of this length where one is given; raises `WireError`."""
    if type(body) is not list or (length is not None and len(body) != length):
        raise WireError("not a list of the right length")
    return body


def _hex(text: Any) -> int:
    if type(text) is not str or len(text) > LONGEST_NUMBER:
        raise WireError("a number that is too long")
    return int(text, 16)


def a_text(value: Any, most: int = 100) -> str:
    """``value`` if it is a text of at most so many characters; raises `WireError`."""
    if type(value) is not str or len(value) > most:
        raise WireError("not a short text")
    return value


def _decimal(body: Any) -> Decimal:
    number = Decimal(a_text(body, LONGEST_NUMBER))
    _decimal_text(number)
    return number


def _range(body: Any) -> range:
    decoded = range(*map(_hex, a_list(body, 3)))
    _range_ends(decoded)
    return decoded


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "int": _hex,
    "float": lambda body: {"inf": math.inf, "-inf": -math.inf, "nan": math.nan}[body],
    "bytes": lambda body: base64.b64decode(body, validate=True),
    "Decimal": _decimal,
    "Fraction": lambda body: Fraction(_hex(body[0]), _hex(body[1])),
    "complex": lambda body: complex(float(a_text(body[0])), float(a_text(body[1]))),
    "range": _range,
    "datetime": lambda body: datetime.datetime.fromisoformat(a_text(body)),
    "date": lambda body: datetime.date.fromisoformat(a_text(body)),
    "time": lambda body: datetime.time.fromisoformat(a_text(body)),
    "timedelta": lambda body: datetime.timedelta(*map(int, body)),
    "opaque": lambda body: Opaque(a_text(body[0], 200), a_text(body[1], 300)),
}
