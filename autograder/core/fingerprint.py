"""A short name for what an answer says, to see whether it is the same one again."""

from __future__ import annotations

import functools
import hashlib
import types
from collections.abc import Iterator
from typing import Any

MOST_PARTS = 2_000
"""Parts of an answer that are looked at, so that a huge value costs no time."""
_WRAPPERS = (types.FunctionType, type(functools.cache(len)))
_PLAIN = (str, bytes, int, float, complex, bool, type(None))


def fingerprint(answer: Any) -> str:
    """12 hex digits that are the same for the same code or plain value, in any kernel.

    Of a function, only its own code counts, without its name of file and its line numbers. No
    method of the answer is called. Two answers that differ may share one where they are large or
    hold other objects.
    """
    digest = hashlib.sha256()
    for number, part in enumerate(_parts(answer, 0)):
        if number >= MOST_PARTS:
            break
        digest.update(part)
        digest.update(b"\0")
    return digest.hexdigest()[:12]


def _parts(value: Any, depth: int) -> Iterator[bytes]:
    yield type(value).__name__.encode()
    if depth > 8:
        return
    if type(value) in _PLAIN:
        yield value if isinstance(value, bytes) else repr(value).encode("utf-8", "replace")
    elif type(value) in (list, tuple, set, frozenset):
        members = sorted(value, key=repr) if _is_small_set(value) else value
        for member in members:
            yield from _parts(member, depth + 1)
    elif type(value) is dict:
        for key, member in value.items():
            yield from _parts(key, depth + 1)
            yield from _parts(member, depth + 1)
    elif type(value) is types.CodeType:
        yield value.co_code
        yield " ".join((*value.co_names, *value.co_varnames)).encode("utf-8", "replace")
        for constant in value.co_consts:
            yield from _parts(constant, depth + 1)
    elif code := _code_of(value):
        yield from _parts(code, depth + 1)
    elif issubclass(type(value), type):
        for name, member in sorted(vars(value).items()):
            if code := _code_of(member):
                yield name.encode("utf-8", "replace")
                yield from _parts(code, depth + 1)


def _is_small_set(value: Any) -> bool:
    """Whether it has no order of its own, and is plain and small enough to be sorted."""
    return (
        isinstance(value, (set, frozenset))
        and len(value) <= MOST_PARTS
        and all(type(member) in _PLAIN for member in value)
    )


def _code_of(value: Any) -> types.CodeType | None:
    """The code of a function, also below decorators, of a method or of a property."""
    for _ in range(10):
        if type(value) in (staticmethod, classmethod):
            value = value.__func__
        elif type(value) is property:
            value = value.fget
        elif type(value) in _WRAPPERS and "__wrapped__" in vars(value):
            value = vars(value)["__wrapped__"]
        else:
            break
    return value.__code__ if type(value) is types.FunctionType else None
