"""Outcomes of calls and laws as JSON."""

from __future__ import annotations

import marshal
from fractions import Fraction
from typing import Any

from autograder.core.outcomes import Law, Outcome, Trouble
from autograder.core.values import plain
from autograder.trying.live import is_generator

from . import values as wire
from .arguments import is_special
from .frames import is_frame
from .values import SIMPLE, WireError, a_list, a_text, decode, encode

KINDS = (
    "raised", "timed out", "too many steps", "out of memory", "not written", "not usable",
)  # fmt: skip


def stops(outcome: Outcome) -> bool:
    """Whether a player leaves the questions after this outcome to be asked again.

    What raises an exception may be meant to; what was stopped would take as long each time.
    """
    return outcome.trouble is not None and outcome.trouble.kind != "raised"


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
    kind, text, bases, line = a_list(tree, 4)
    names = tuple(a_text(name, 200) for name in a_list(bases))
    if kind not in KINDS or (kind == "raised" and not names):
        raise WireError("an unknown trouble")
    return Trouble(kind, a_text(text, 400), names, a_text(line, 300))


_NO_COUNTS = Outcome()[3:]
_COUNTS = frozenset({int, type(None)})
_BY_VALUE = 2
"""The last version of marshal in which the bytes do not depend on which objects are the same."""


def encode_outcome(outcome: Outcome, args: tuple[Any, ...]) -> list[Any]:
    """An outcome of a call with ``args`` as JSON. A value that can't cross becomes `Opaque`.

    Most calls give a value, leave their arguments as they were and are not counted: of these the
    value crosses alone.
    """
    value, trouble, after, *counts = outcome
    tree = [wire.encode_safely(value)]
    is_counted = tuple(counts) != _NO_COUNTS
    are_left = trouble is None and _are_left(args, after)
    if are_left and not is_counted:
        return tree
    tree.append(encode_trouble(trouble))
    tree.append(None if are_left else [wire.encode_safely(arg) for arg in after])
    if is_counted:
        tree.append(counts)
    return tree


def _are_left(args: tuple[Any, ...], after: tuple[Any, ...]) -> bool:
    """Whether a call left all its arguments as they were, down to the types of their items."""
    return len(args) == len(after) and all(map(_is_left, args, after))


def _is_left(arg: Any, after: Any) -> bool:
    if arg is after:
        return True
    if is_special(arg) or is_generator(arg):
        return after is None
    before: Any = plain(arg) if is_frame(arg) else arg
    try:  # as bytes, in which 1, 1.0 and True differ
        return marshal.dumps(before, _BY_VALUE) == marshal.dumps(after, _BY_VALUE)
    except ValueError:  # dates and fractions
        return _has_the_same(before, after)


def _has_the_same(before: Any, after: Any) -> bool:
    """Whether two lists or tuples hold the same objects, at every depth: copies share them."""
    if before is after:
        return True
    if type(before) is not type(after) or type(before) not in (list, tuple):
        return False
    return len(before) == len(after) and all(map(_has_the_same, before, after))


def decode_outcome(tree: Any, args: tuple[Any, ...]) -> Outcome:
    """The outcome that `encode_outcome` was given. Arguments left as they were are ``args``."""
    if type(tree) is not list or not tree:
        raise WireError("not an outcome")
    value = tree[0]
    if type(value) not in SIMPLE:
        value = decode(value)
    if len(tree) == 1:
        return Outcome(value, None, args)
    if not 3 <= len(tree) <= 4:
        raise WireError("not an outcome")
    _, trouble, after, *counts = tree
    if trouble is not None:
        trouble = decode_trouble(trouble)
    after = args if after is None else tuple([decode(arg) for arg in a_list(after)])
    return Outcome(value, trouble, after, *(_counts(*counts) if counts else ()))


def _counts(tree: Any) -> list[int | None]:
    counts = a_list(tree, len(_NO_COUNTS))
    if not _COUNTS.issuperset(map(type, counts)):
        raise WireError("not a count")
    for count in filter(None, counts):
        if not 0 < count < 2**53:
            raise WireError("not a count")
    return counts


def encode_law(law: Law) -> Any:
    """A law as JSON."""
    chances = [[wire.encode_safely(value), encode(chance)] for value, chance in law.chances.items()]
    return [chances, encode(law.unresolved), encode_trouble(law.trouble), law.inexact]


def decode_law(tree: Any) -> Law:
    """The law that `encode_law` was given."""
    chances, unresolved, trouble, inexact = a_list(tree, 4)
    by_value: dict[object, Fraction] = {}
    for value, chance in a_list(chances):
        by_value[decode(value)] = _chance(chance)
    return Law(by_value, _chance(unresolved), decode_trouble(trouble), inexact is True)


def _chance(tree: Any) -> Fraction:
    chance = decode(tree)
    if type(chance) not in (int, Fraction) or not 0 <= chance <= 1:
        raise WireError("not a probability")
    return Fraction(chance)
