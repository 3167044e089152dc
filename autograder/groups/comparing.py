"""How what an answer returned is compared with what is wanted, both as plain values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from numbers import Number
from typing import Any

from autograder.core.values import known_type, plain, same, show
from autograder.trying.chance import hashable

Comparer = Callable[[Any, Any], bool]
OPEN = plain(...)
"""What ``...`` is as a plain value."""


def is_open(want: Any) -> bool:
    """Whether nothing certain is wanted: ``...`` stands there."""
    return want is ... or want == OPEN


def exactly(got: Any, want: Any) -> bool:
    """Equal, and of equal types at every depth: 1, 1.0 and True differ, and so do [1] and (1,)."""
    if type(got) is not type(want):
        return False
    if isinstance(want, (list, tuple)):
        return len(got) == len(want) and all(map(exactly, got, want))
    if isinstance(want, Mapping):
        pairs = zip(got.items(), want.items())
        return len(got) == len(want) and all(exactly(*pair) for pair in pairs)
    return repr(got) == repr(want) if isinstance(want, Number) else bool(got == want)


def within(*, rel: float = 0.0, abs: float = 0.0) -> Comparer:
    """Numbers that are at most so far off, relative to what is wanted or as a difference.

    They are compared as exact fractions, so ``within()`` takes equal numbers alone, of any type.
    A bool is no number here. Lists, tuples and dicts are compared number by number; everything
    else must be the same.
    """

    def close(got: Any, want: Any) -> bool:
        if isinstance(want, (list, tuple)):
            return (
                isinstance(got, (list, tuple))
                and len(got) == len(want)
                and all(map(close, got, want))
            )
        if isinstance(want, Mapping):
            return (
                isinstance(got, Mapping)
                and got.keys() == want.keys()
                and all(close(got[key], want[key]) for key in want)
            )
        if not _is_real(want):
            return same(got, want, rel=0)
        if not _is_real(got):
            return False
        try:
            off, size = _distance(got, want), _distance(want, 0)
        except (ValueError, OverflowError):  # NaN and infinity are no fractions
            return same(got, want, rel=0)
        return off <= max(Fraction(rel) * size, Fraction(abs))

    return close


def _is_real(value: Any) -> bool:
    return isinstance(value, (int, float, Fraction, Decimal)) and not isinstance(value, bool)


def _distance(one: Any, other: Any) -> Fraction:
    difference = Fraction(one) - Fraction(other)
    return max(difference, -difference)


def unordered(got: Any, want: Any, item: Comparer = same) -> bool:
    """Lists or tuples with the same items, each as often, in any order.

    ``item`` compares two items: with ``functools.partial(unordered, item=unordered)`` the items
    are lists whose order is open too.
    """
    if not isinstance(got, (list, tuple)) or len(got) != len(want):
        return False
    if item is same and _counted(got) == _counted(want):
        return True
    left = list(got)
    for wanted in want:
        at = next((at for at, each in enumerate(left) if item(each, wanted)), None)
        if at is None:
            return False
        del left[at]
    return True


def _counted(items: Sequence[Any]) -> Counter[Any] | None:
    try:
        return Counter(map(hashable, items))
    except TypeError:
        return None


def item_by_item(accept: Comparer) -> Comparer:
    """Lists or tuples of equal length, whose items are compared by ``accept``, in order."""

    def compare(got: Any, want: Any) -> bool:
        return (
            isinstance(got, (list, tuple)) and len(got) == len(want) and all(map(accept, got, want))
        )

    return compare


def any_of(got: Any, want: Any) -> bool:
    """Equal, or where a set is wanted equal to one of its members."""
    options = want if isinstance(want, frozenset) else [want]
    return any(same(got, option) for option in options)


def linked(got: Any, want: Any) -> str | None:
    """A `Group.test` for a linked list that is returned: its values, in order, and its end.

    ``want`` is what `Chain` says comes back, or None for an empty list; in it ``nodes`` may be
    ``...`` for nodes of any kind, else they must be the given ones.
    """
    if want is None or got is None:
        return None if got is want else "Returned the wrong list."
    if not isinstance(got, dict) or set(got) != set(want):
        return "Should return a node: the first one of the list."
    if got["end"] == "a node met before":
        return "The returned list has a cycle."
    if got["end"] is not None:
        return f"The last node's next should be None, not {known_type(got['end'])}."
    if not exactly(got["values"], want["values"]):
        return "Returned the wrong list."
    if is_open(want["nodes"]) or got["nodes"] == want["nodes"]:
        return None
    if None in got["nodes"]:
        return "Some nodes are new. Link the given ones."
    return "Values have moved from one node to another. Change links only."


def show_linked(value: Any) -> str:
    """A linked list as its values and the numbers of its nodes."""
    if not isinstance(value, dict) or "values" not in value:
        return show(value)
    values, nodes = value["values"], value["nodes"]
    text = show(values) if len(values) <= 100 else f"[{len(values):,} values]"
    return text if is_open(nodes) else f"{text}, nodes {show(nodes, 60)}"
