"""Arguments as JSON: values, what is made on the answer's side, arrays and data frames."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from autograder.core.arguments import BUILT, CHANCE, Chain, Counted, Grid, Stream

from . import frames
from .values import SIMPLE, decode, encode

SPECIAL = {kind.__name__: kind for kind in (Stream, Grid, Counted, Chain)}
"""Arguments that are not values: the answer sees something that is made on its side."""
_KINDS = frozenset(SPECIAL.values())


def is_special(arg: Any) -> bool:
    """Whether an argument is not a value, so that what is reported of it is a measurement."""
    return arg is CHANCE or type(arg) in _KINDS


def encode_arguments(args: Sequence[Any]) -> list[Any]:
    """The arguments of a call as JSON."""
    if SIMPLE.issuperset(map(type, args)):
        return list(args)
    return [_encode_argument(arg) for arg in args]


def _encode_argument(arg: Any) -> Any:
    if type(arg) is list and _is_json(arg):
        return {"json": arg}
    if type(arg) is set:
        return {"items": [encode(item) for item in arg]}
    if arg is CHANCE:
        return {"chance": None}
    if type(arg) in _KINDS:
        parts = [getattr(arg, field.name) for field in fields(arg)]
        sent = [encode(list(part) if isinstance(part, Sequence) else part) for part in parts]
        return {type(arg).__name__: sent}
    if isinstance(arg, BUILT):
        arg = arg.build()
    return frames.encode_frame(arg, encode) if frames.is_frame(arg) else encode(arg)


def _is_json(items: list[Any]) -> bool:
    """Whether a list is JSON as it stands, which Python reads back the same, numbers included."""
    kinds = set(map(type, items)) - SIMPLE
    if kinds == {list}:
        return all(_is_json(item) for item in items if type(item) is list)
    return not kinds


def decode_arguments(tree: Sequence[Any]) -> tuple[Any, ...]:
    """The arguments that `encode_arguments` was given. Only the player asks for this."""
    if SIMPLE.issuperset(map(type, tree)):
        return tuple(tree)
    return tuple([_decode_argument(arg) for arg in tree])


def _decode_argument(tree: Any) -> Any:
    tag = next(iter(tree)) if type(tree) is dict else ""
    if tag == "json":
        return tree[tag]
    if tag == "items":  # plain sets are frozen ones
        return set(map(decode, tree[tag]))
    if tag == "chance":
        return CHANCE
    if tag in SPECIAL:
        return SPECIAL[tag](*map(decode, tree[tag]))
    return frames.decode_frame(tree, decode) if tag in frames.TAGS else decode(tree)
