"""What crosses between the grader and the sandbox: plain values in tagged JSON, in frames.

Nothing is ever unpickled. Decoding builds exact built-in types only, and refuses what is too
large, too deep or too many, since the other side may be anything. A value that could make the
grader itself slow (a huge integer, a range without end) crosses as `Opaque`, which equals nothing.
"""

from __future__ import annotations

import base64
import datetime
import json
import marshal
import math
import socket
import struct
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from decimal import Decimal
from fractions import Fraction
from typing import Any

from ..exercise import CHANCE, Chain, Counted, Grid, Law, Outcome, Stream, Trouble
from ..values import Opaque, plain
from . import frames

LARGEST = 16 * 1024 * 1024
MOST_ITEMS = 1_000_000
DEEPEST = 220
LONGEST_NUMBER = 3_500  # hexadecimal digits, so that Python still writes it in decimal ones
LONGEST_RANGE = 100_000
LARGEST_EXPONENT = 5_000
TICK = 0.1
TOGETHER_SECONDS = 0.1
"""How long a player goes on with questions that came together."""
AGAIN = "again"
"""Stands for the arguments or the steps of the question before."""
KINDS = ("raised", "timed out", "too many steps", "not written", "not usable")


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
        return value if _is_simple(value) else [encode(item) for item in value]
    if kind is dict:
        return {"dict": [[encode(k), encode(v)] for k, v in value.items()]}
    if kind in (tuple, set, frozenset):
        tag = "tuple" if kind is tuple else "set"
        return {tag: [encode(item) for item in value]}
    if kind is bytes:
        return {"bytes": base64.b64encode(value).decode()}
    if kind in _TO_TEXT:
        return {kind.__name__: _TO_TEXT[kind](value)}
    if kind is Stream:
        return {"stream": [encode(list(value.items)), value.endless, value.tracked]}
    if value is CHANCE:
        return {"chance": None}
    if kind is Opaque:
        return {"opaque": [value.type_name[:200], value.text[:300]]}
    raise WireError(f"a {kind.__name__} can't cross the wire")


_SIMPLE = frozenset({bool, float, int, str, type(None)})


def _is_simple(items: list) -> bool:
    """Whether all items of a long list stay what they are, seen without a look at each."""
    kinds = set(map(type, items))
    if kinds == {int}:
        return -(2**53) < min(items) and max(items) < 2**53
    return kinds == {str} or (kinds == {float} and all(map(math.isfinite, items)))


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


def decode(tree: Any, depth: int = DEEPEST) -> Any:
    """The plain value that `encode` was given; raises `WireError` for anything else."""
    kind = type(tree)
    if tree is None or kind in (bool, str, int, float):
        return tree
    if depth == 0:
        raise WireError("nested too deeply")
    if kind is list:
        if _SIMPLE.issuperset(map(type, tree)):
            return tree
        return [decode(item, depth - 1) for item in tree]
    if kind is not dict or len(tree) != 1:
        raise WireError("not a tagged value")
    [(tag, body)] = tree.items()
    if tag in ("tuple", "set", "dict"):
        # Not in the table of readers: each level of nesting should cost few frames.
        return _decode_container(tag, body, depth - 1)
    reader = _READERS.get(tag)
    if reader is None:
        raise WireError(f"unknown tag {tag[:20]}")
    try:
        return reader(body)
    except WireError:
        raise
    except Exception as error:
        raise WireError(f"a broken {tag}") from error


def _decode_container(tag: str, body: Any, depth: int) -> Any:
    items = _list(body)
    if tag == "tuple":
        return tuple([decode(item, depth) for item in items])
    try:
        if tag == "dict":
            found = {}
            for key, value in items:
                found[decode(key, depth)] = decode(value, depth)
            return found
        # One by one, so that a time limit can stop a set whose items all have one hash.
        members = set()
        for item in items:
            members.add(decode(item, depth))
        return frozenset(members)
    except WireError:
        raise
    except (TypeError, ValueError) as error:
        raise WireError(f"a broken {tag}") from error


def _list(body: Any, length: int | None = None) -> list:
    if type(body) is not list or (length is not None and len(body) != length):
        raise WireError("not a list of the right length")
    return body


def _hex(text: Any) -> int:
    if type(text) is not str or len(text) > LONGEST_NUMBER:
        raise WireError("a number that is too long")
    return int(text, 16)


def _text(value: Any, most: int = 100) -> str:
    if type(value) is not str or len(value) > most:
        raise WireError("not a short text")
    return value


def _decimal(body: Any) -> Decimal:
    number = Decimal(_text(body, LONGEST_NUMBER))
    _decimal_text(number)
    return number


def _range(body: Any) -> range:
    found = range(*map(_hex, _list(body, 3)))
    _range_ends(found)
    return found


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "int": _hex,
    "float": lambda body: {"inf": math.inf, "-inf": -math.inf, "nan": math.nan}[body],
    "bytes": lambda body: base64.b64decode(body, validate=True),
    "Decimal": _decimal,
    "Fraction": lambda body: Fraction(_hex(body[0]), _hex(body[1])),
    "complex": lambda body: complex(float(_text(body[0])), float(_text(body[1]))),
    "range": _range,
    "datetime": lambda body: datetime.datetime.fromisoformat(_text(body)),
    "date": lambda body: datetime.date.fromisoformat(_text(body)),
    "time": lambda body: datetime.time.fromisoformat(_text(body)),
    "timedelta": lambda body: datetime.timedelta(*map(int, body)),
    "opaque": lambda body: Opaque(_text(body[0], 200), _text(body[1], 300)),
}


SPECIAL = {kind.__name__: kind for kind in (Stream, Grid, Counted, Chain)}
"""Arguments that are not values: the answer sees something that is made on its side."""
_KINDS = frozenset(SPECIAL.values())


def is_special(arg: Any) -> bool:
    """Whether an argument is not a value, so that what is reported of it is a measurement."""
    return arg is CHANCE or type(arg) in _KINDS


def encode_arguments(args: Sequence[Any]) -> list[Any]:
    """The arguments of a call as JSON."""
    if _SIMPLE.issuperset(map(type, args)):
        return list(args)  # the player reads what the grader wrote, so no number needs a tag
    return [_encode_argument(arg) for arg in args]


def _encode_argument(arg: Any) -> Any:
    if type(arg) in _KINDS:
        parts = [getattr(arg, field.name) for field in fields(arg)]
        sent = [encode(list(part) if isinstance(part, Sequence) else part) for part in parts]
        return {type(arg).__name__: sent}
    return frames.encode_frame(arg, encode) if frames.is_frame(arg) else encode(arg)


def decode_arguments(tree: Sequence[Any]) -> tuple:
    """The arguments that `encode_arguments` was given. Only the player asks for this."""
    if _SIMPLE.issuperset(map(type, tree)):
        return tuple(tree)
    return tuple([_decode_argument(arg) for arg in tree])


def _decode_argument(tree: Any) -> Any:
    tag = next(iter(tree)) if type(tree) is dict else ""
    if tag == "chance":
        return CHANCE
    if tag in SPECIAL:
        return SPECIAL[tag](*map(decode, tree[tag]))
    return frames.decode_frame(tree, decode) if tag in frames.TAGS else decode(tree)


def encode_trouble(trouble: Trouble | None) -> Any:
    """A trouble as JSON."""
    if trouble is None:
        return None
    bases = [base[:200] for base in trouble.bases[:20]]
    return [trouble.kind, trouble.text[:400], bases, trouble.line[:300]]


def decode_trouble(tree: Any) -> Trouble | None:
    """The trouble that `encode_trouble` was given."""
    if tree is None:
        return None
    kind, text, bases, line = _list(tree, 4)
    names = tuple(_text(name, 200) for name in _list(bases))
    if kind not in KINDS or (kind == "raised" and not names):
        raise WireError("an unknown trouble")
    return Trouble(kind, _text(text, 400), names, _text(line, 300))


_NO_COUNTS = Outcome()[3:]
_COUNTS = frozenset({int, type(None)})
_BY_VALUE = 2
"""The last version of marshal in which the bytes do not depend on which objects are the same."""


def encode_outcome(outcome: Outcome, args: tuple) -> list[Any]:
    """An outcome of a call with ``args`` as JSON. A value that can't cross becomes `Opaque`.

    Most calls give a value, leave their arguments as they were and are not counted: of these the
    value crosses alone.
    """
    value, trouble, after, *counts = outcome
    tree = [encode_safely(value)]
    is_counted = tuple(counts) != _NO_COUNTS
    are_left = trouble is None and _are_left(args, after)
    if are_left and not is_counted:
        return tree
    tree.append(encode_trouble(trouble))
    tree.append(None if are_left else [encode_safely(arg) for arg in after])
    if is_counted:
        tree.append(counts)
    return tree


def _are_left(args: tuple, after: tuple) -> bool:
    """Whether a call left all its arguments as they were, down to the types of their items."""
    return len(args) == len(after) and all(map(_is_left, args, after))


def _is_left(arg: Any, after: Any) -> bool:
    if arg is after:
        return True
    if is_special(arg):
        return after is None
    try:  # as bytes, in which 1, 1.0 and True differ
        return marshal.dumps(plain(arg), _BY_VALUE) == marshal.dumps(after, _BY_VALUE)
    except ValueError:
        return False


def encode_safely(value: Any) -> Any:
    """A plain value as JSON, or an `Opaque` in its place if it can't cross."""
    try:
        return encode(value)
    except (WireError, RecursionError, TypeError, ValueError):
        return encode(Opaque(type(value).__name__))


def decode_outcome(tree: Any, args: tuple) -> Outcome:
    """The outcome that `encode_outcome` was given. Arguments left as they were are ``args``."""
    if type(tree) is not list or not tree:
        raise WireError("not an outcome")
    value = tree[0]
    if type(value) not in _SIMPLE:
        value = decode(value)
    if len(tree) == 1:
        return Outcome(value, None, args)
    if not 3 <= len(tree) <= 4:
        raise WireError("not an outcome")
    _, trouble, after, *counts = tree
    if trouble is not None:
        trouble = decode_trouble(trouble)
    after = args if after is None else tuple([decode(arg) for arg in _list(after)])
    return Outcome(value, trouble, after, *(_counts(*counts) if counts else ()))


def _counts(tree: Any) -> list[int | None]:
    if not _COUNTS.issuperset(map(type, _list(tree, len(_NO_COUNTS)))):
        raise WireError("not a count")
    for count in filter(None, tree):
        if not 0 < count < 2**53:
            raise WireError("not a count")
    return tree


def encode_law(law: Law) -> Any:
    """A law as JSON."""
    chances = [[encode_safely(value), encode(chance)] for value, chance in law.chances.items()]
    return [chances, encode(law.unresolved), encode_trouble(law.trouble), law.inexact]


def decode_law(tree: Any) -> Law:
    """The law that `encode_law` was given."""
    chances, unresolved, trouble, inexact = _list(tree, 4)
    found = {}
    for value, chance in _list(chances):
        found[decode(value)] = _chance(chance)
    return Law(found, _chance(unresolved), decode_trouble(trouble), inexact is True)


def _chance(tree: Any) -> Fraction:
    chance = decode(tree)
    if type(chance) not in (int, Fraction) or not 0 <= chance <= 1:
        raise WireError("not a probability")
    return Fraction(chance)


_ENCODER = json.JSONEncoder(separators=(",", ":"))


class Closed(ConnectionError):
    """The other side has gone."""


class TooLate(TimeoutError):
    """No whole message came in time."""


def to_json(message: Any) -> str:
    """A message as text."""
    return _ENCODER.encode(message)


def send(
    connection: socket.socket, message: Any, seconds: float = 60, questions: str = ""
) -> None:
    """Send one JSON message as a frame; raises `Closed`, `TooLate` or `WireError`.

    ``questions`` is in JSON already; the message gets it under this name.
    """
    text = to_json(message)
    if questions:
        text = f'{text[:-1]},"questions":{questions}}}'
    body = text.encode()
    if len(body) > LARGEST or _has_too_many_items(body):
        raise WireError("a message that is too large")
    connection.settimeout(seconds)
    try:
        connection.sendall(struct.pack("!I", len(body)) + body)
    except TimeoutError as error:
        raise TooLate from error
    except OSError as error:
        raise Closed from error


def _has_too_many_items(body: bytes) -> bool:
    """Whether reading a message could cost much more memory than the message has bytes."""
    return len(body) > MOST_ITEMS and sum(map(body.count, (b",", b"[", b"{"))) > MOST_ITEMS


def receive(
    connection: socket.socket, seconds: float | None, watch: Callable[[], None] | None = None
) -> Any:
    """Receive one JSON message; raises `Closed`, `TooLate` or `WireError`.

    ``watch`` is called at least every `TICK` seconds while waiting; it may raise.
    """
    until = None if seconds is None else time.monotonic() + seconds
    connection.settimeout(None if until is None else TICK)
    head = _exactly(connection, 4, until, watch)
    (length,) = struct.unpack("!I", head)
    if length > LARGEST:
        raise WireError("a reply that is too large")
    body = _exactly(connection, length, until, watch)
    if _has_too_many_items(body):
        raise WireError("a reply of too many items")
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise WireError("a reply that is not JSON") from error


def _exactly(
    connection: socket.socket,
    length: int,
    until: float | None,
    watch: Callable[[], None] | None,
) -> bytes:
    parts: list[bytes] = []
    while length:
        if until is not None and time.monotonic() > until:
            raise TooLate
        try:
            part = connection.recv(min(length, 1 << 20))
        except TimeoutError:
            part = None
        except OSError as error:
            raise Closed from error
        if watch:
            watch()
        if part is None:
            continue
        if not part:
            raise Closed
        parts.append(part)
        length -= len(part)
    return b"".join(parts)
