"""What crosses between the grader and the sandbox: plain values in tagged JSON, in frames.

Nothing is ever unpickled. Decoding builds exact built-in types only, and refuses what is too
large or too deep, since the other side may be anything.
"""

from __future__ import annotations

import base64
import datetime
import json
import math
import select
import socket
import struct
import time
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from ..exercise import CHANCE, Law, Outcome, Stream, Trouble
from ..values import Opaque

LARGEST = 32 * 1024 * 1024
DEEPEST = 250
LONGEST_NUMBER = 40_000


class WireError(ValueError):
    """What came over the wire can't be taken."""


def encode(value: Any) -> Any:
    """A plain value as JSON: lists stay lists, everything else but the simplest has a tag."""
    kind = type(value)
    if value is None or kind in (bool, str):
        return value
    if kind is int:
        return value if abs(value) < 2**53 else {"int": hex(value)}
    if kind is float:
        return value if math.isfinite(value) else {"float": repr(value)}
    if kind is list:
        return [encode(item) for item in value]
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
        return {"stream": [encode(list(value.items)), value.endless]}
    if value is CHANCE:
        return {"chance": None}
    if kind is Opaque:
        return {"opaque": [value.type_name, value.text]}
    raise WireError(f"a {kind.__name__} can't cross the wire")


_TO_TEXT: Mapping[type, Callable[[Any], Any]] = {
    Decimal: str,
    Fraction: lambda v: [hex(v.numerator), hex(v.denominator)],
    complex: lambda v: [repr(v.real), repr(v.imag)],
    range: lambda v: [v.start, v.stop, v.step],
    datetime.datetime: lambda v: v.isoformat(),
    datetime.date: lambda v: v.isoformat(),
    datetime.time: lambda v: v.isoformat(),
    datetime.timedelta: lambda v: [v.days, v.seconds, v.microseconds],
}


def decode(tree: Any, depth: int = DEEPEST) -> Any:
    """The plain value that `encode` was given; raises `WireError` for anything else."""
    if tree is None or type(tree) in (bool, str, int, float):
        return tree
    if depth == 0:
        raise WireError("nested too deeply")
    if type(tree) is list:
        return [decode(item, depth - 1) for item in tree]
    if type(tree) is not dict or len(tree) != 1:
        raise WireError("not a tagged value")
    [(tag, body)] = tree.items()
    reader = _READERS.get(tag)
    if reader is None:
        raise WireError(f"unknown tag {tag[:20]}")
    try:
        return reader(body, depth - 1)
    except WireError:
        raise
    except Exception as error:
        raise WireError(f"a broken {tag}") from error


def _hex(text: Any) -> int:
    if type(text) is not str or len(text) > LONGEST_NUMBER:
        raise WireError("a number that is too long")
    return int(text, 16)


def _text(value: Any, most: int = 100) -> str:
    if type(value) is not str or len(value) > most:
        raise WireError("not a short text")
    return value


def _items(body: Any, depth: int) -> list:
    if type(body) is not list:
        raise WireError("not a list")
    return [decode(item, depth) for item in body]


_READERS: Mapping[str, Callable[[Any, int], Any]] = {
    "int": lambda body, d: _hex(body),
    "float": lambda body, d: {"inf": math.inf, "-inf": -math.inf, "nan": math.nan}[body],
    "dict": lambda body, d: {decode(k, d): decode(v, d) for k, v in body},
    "tuple": lambda body, d: tuple(_items(body, d)),
    "set": lambda body, d: frozenset(_items(body, d)),
    "bytes": lambda body, d: base64.b64decode(body, validate=True),
    "Decimal": lambda body, d: Decimal(_text(body, LONGEST_NUMBER)),
    "Fraction": lambda body, d: Fraction(_hex(body[0]), _hex(body[1])),
    "complex": lambda body, d: complex(float(_text(body[0])), float(_text(body[1]))),
    "range": lambda body, d: range(*map(int, body)),
    "datetime": lambda body, d: datetime.datetime.fromisoformat(_text(body)),
    "date": lambda body, d: datetime.date.fromisoformat(_text(body)),
    "time": lambda body, d: datetime.time.fromisoformat(_text(body)),
    "timedelta": lambda body, d: datetime.timedelta(*map(int, body)),
    "stream": lambda body, d: Stream(_items(body[0], d), body[1] is True),
    "chance": lambda body, d: CHANCE,
    "opaque": lambda body, d: Opaque(_text(body[0], 200), _text(body[1], 300)),
}


def encode_trouble(trouble: Trouble | None) -> Any:
    """A trouble as JSON."""
    if trouble is None:
        return None
    return [trouble.kind, trouble.text[:400], list(trouble.bases)[:20], trouble.line[:300]]


def decode_trouble(tree: Any) -> Trouble | None:
    """The trouble that `encode_trouble` was given."""
    if tree is None:
        return None
    kind, text, bases, line = tree
    names = tuple(_text(name, 200) for name in bases)
    return Trouble(_text(kind, 40), _text(text, 400), names, _text(line, 300))


def encode_outcome(outcome: Outcome) -> Any:
    """An outcome as JSON. A value that can't cross becomes `Opaque`."""
    return [
        _safely(outcome.value),
        encode_trouble(outcome.trouble),
        [_safely(arg) for arg in outcome.after],
        outcome.read,
        outcome.steps,
    ]


def _safely(value: Any) -> Any:
    try:
        return encode(value)
    except (WireError, RecursionError, TypeError, ValueError):
        return encode(Opaque(type(value).__name__))


def decode_outcome(tree: Any) -> Outcome:
    """The outcome that `encode_outcome` was given."""
    value, trouble, after, read, steps = tree
    return Outcome(
        decode(value), decode_trouble(trouble), tuple(_items(after, DEEPEST)), int(read), int(steps)
    )


def encode_law(law: Law) -> Any:
    """A law as JSON."""
    chances = [[_safely(value), encode(chance)] for value, chance in law.chances.items()]
    return [chances, encode(law.unresolved), encode_trouble(law.trouble), law.inexact]


def decode_law(tree: Any) -> Law:
    """The law that `encode_law` was given."""
    chances, unresolved, trouble, inexact = tree
    found = {decode(value): Fraction(decode(chance)) for value, chance in chances}
    return Law(found, Fraction(decode(unresolved)), decode_trouble(trouble), inexact is True)


class Closed(ConnectionError):
    """The other side has gone."""


class TooLate(TimeoutError):
    """No whole message came in time."""


def send(connection: socket.socket, message: Any, seconds: float = 60) -> None:
    """Send one JSON message as a frame; raises `Closed` or `TooLate`."""
    body = json.dumps(message).encode()
    connection.settimeout(seconds)
    try:
        connection.sendall(struct.pack("!I", len(body)) + body)
    except TimeoutError as error:
        raise TooLate from error
    except OSError as error:
        raise Closed from error


def receive(
    connection: socket.socket, seconds: float | None, watch: Callable[[], None] | None = None
) -> Any:
    """Receive one JSON message; raises `Closed`, `TooLate` or `WireError`.

    ``watch`` is called about every quarter of a second while waiting; it may raise.
    """
    until = None if seconds is None else time.monotonic() + seconds
    head = _exactly(connection, 4, until, watch)
    (length,) = struct.unpack("!I", head)
    if length > LARGEST:
        raise WireError("a reply that is too large")
    body = _exactly(connection, length, until, watch)
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise WireError("a reply that is not JSON") from error


def _exactly(connection: socket.socket, length: int, until, watch) -> bytes:
    parts: list[bytes] = []
    while length:
        left = None if until is None else until - time.monotonic()
        if left is not None and left <= 0:
            raise TooLate
        wait = 0.25 if left is None else min(0.25, left)
        if not select.select([connection], [], [], wait)[0]:
            if watch:
                watch()
            continue
        try:
            part = connection.recv(min(length, 1 << 20))
        except OSError as error:
            raise Closed from error
        if not part:
            raise Closed
        parts.append(part)
        length -= len(part)
    return b"".join(parts)
