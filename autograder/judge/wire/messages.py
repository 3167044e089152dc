"""Messages between the grader and the sandbox: JSON in frames, of limited size and time."""

from __future__ import annotations

import json
import socket
import struct
import time
from collections.abc import Callable
from typing import Any

from .values import WireError

LARGEST = 16 * 1024 * 1024
MOST_ITEMS = 1_000_000
TICK = 0.1
TOGETHER_SECONDS = 0.1
"""How long a player goes on with questions that came together."""
AGAIN = "again"
"""Stands for the arguments or the steps of the question before."""

_ENCODER = json.JSONEncoder(separators=(",", ":"))


class Closed(ConnectionError):
    """The other side has gone."""


class TooLate(TimeoutError):
    """No whole message came in time."""


def to_json(message: Any) -> str:
    """A message as text."""
    return _ENCODER.encode(message)


def send(connection: socket.socket, message: Any, seconds: float = 60, questions: str = "") -> None:
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
