"""Plain values: what an answer may give back, how it is compared, how it is shown.

Everything that comes back from an answer is first made plain: exact built-in types only,
so that no object of the learner's can decide a comparison.
"""

from __future__ import annotations

import builtins
import contextlib
import datetime
import math
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

DEEPEST = 200
_EXACT = (datetime.datetime, datetime.date, datetime.time, datetime.timedelta)


KNOWN_TYPES = frozenset(
    [name for name, value in vars(builtins).items() if isinstance(value, type)]
    + "NoneType DataFrame Decimal Fraction Index Random Series Timestamp date datetime deque "
    "ellipsis function generator method module ndarray".split()
)
"""Types that may be named in a message. A name made up by an answer could carry hidden inputs."""


def known_type(name: str) -> str:
    """A type's name for a message, without what an answer may have made up."""
    return name if name in KNOWN_TYPES else "another class"


@dataclass(frozen=True)
class Opaque:
    """A value with no plain form. It equals nothing but an equal ``Opaque``.

    ``type_name`` is the name of its class and ``text`` the start of its repr.
    """

    type_name: str
    text: str = ""

    def __repr__(self) -> str:
        return self.text or f"<{self.type_name}>"


_SIMPLE = frozenset({type(None), bool, int, float, complex, str, bytes})


def is_flat(items: Sequence[Any]) -> bool:
    """Whether all items are of the simplest types, seen without a look at each in Python."""
    return _SIMPLE.issuperset(map(type, items))


def plain(value: Any, depth: int = DEEPEST) -> object:
    """Rebuild ``value`` out of exact built-in types.

    NumPy scalars and arrays become numbers and nested lists, a pandas Series becomes a list,
    a DataFrame a dict of lists. Tuples stay tuples. What has no plain form becomes `Opaque`.
    """
    kind = type(value)
    if kind in _SIMPLE or kind is Opaque:
        return value
    if depth == 0:
        return Opaque("too deep", "<nested too deeply>")
    if kind is list:
        if is_flat(value):
            return value.copy()
        return [  # many have 100,000 short rows
            item.copy()
            if type(item) is list and _SIMPLE.issuperset(map(type, item))
            else plain(item, depth - 1)
            for item in value
        ]
    if kind is tuple:
        return tuple([plain(item, depth - 1) for item in value])
    return _plain_of_other(value, depth - 1)


def _plain_of_other(value: Any, depth: int) -> object:
    kind = type(value)
    if kind in (set, frozenset):
        return frozenset(_hashable(plain(item, depth)) for item in value)
    if kind in (Decimal, Fraction) or kind in _EXACT or kind is range:
        return value
    if kind.__module__.partition(".")[0] in ("numpy", "pandas"):
        return _plain_of_array(value, depth)
    for base in (bool, int, float, str, bytes):
        if issubclass(kind, base):
            return _TO_BASE[base](value)  # never by a method of its own class
    if issubclass(kind, dict):
        return {_hashable(plain(k, depth)): plain(v, depth) for k, v in dict.items(value)}
    if issubclass(kind, (list, tuple)):
        if issubclass(kind, list):
            return [plain(item, depth) for item in list.__iter__(value)]
        return tuple([plain(item, depth) for item in tuple.__iter__(value)])
    return Opaque(kind.__name__, _safe_repr(value))


_TO_BASE: Mapping[type, Callable[[Any], object]] = {
    bool: bool,
    int: int.__int__,
    float: float.__float__,
    str: str.__str__,
    bytes: lambda value: bytes.__getitem__(value, slice(None)),
}


def _plain_of_array(value: Any, depth: int) -> object:
    name = type(value).__name__
    if name == "DataFrame":
        return {str(c): plain(value[c].tolist(), depth) for c in value.columns}
    if name in ("NaTType", "NAType"):
        return None
    if name == "Timestamp":
        return value.to_pydatetime()
    if hasattr(value, "tolist"):
        return plain(value.tolist(), depth)
    if hasattr(value, "item"):
        return plain(value.item(), depth)
    return Opaque(name, _safe_repr(value))


def _hashable(value: object) -> object:
    if isinstance(value, list):
        return tuple(_hashable(item) for item in value)
    if isinstance(value, Mapping):
        return frozenset((k, _hashable(v)) for k, v in value.items())
    return value


def _safe_repr(value: object) -> str:
    try:
        return str(repr(value))[:200]
    except Exception:
        return ""


def same(got: object, want: object, *, rel: float = 1e-9) -> bool:
    """Whether two plain values are equal as values.

    Numbers of any type compare as numbers, floats within ``rel``; NaN equals NaN. A list and
    a tuple with equal items are equal. A dict or set must have equal keys.
    """
    if type(got) is type(want) and type(want) in _SIMPLE and got == want:
        return True
    if isinstance(want, Opaque) or isinstance(got, Opaque):
        return False
    if _is_number(want):
        return _is_number(got) and _same_number(got, want, rel)
    if isinstance(want, (list, tuple, range)):
        if type(want) is list and is_flat(want) and got == want:
            return True
        return (
            isinstance(got, (list, tuple, range))
            and len(got) == len(want)
            and all(same(g, w, rel=rel) for g, w in zip(got, want))
        )
    if isinstance(want, Mapping):
        return (
            isinstance(got, Mapping)
            and got.keys() == want.keys()
            and all(same(got[key], want[key], rel=rel) for key in want)
        )
    if isinstance(want, Set):
        return isinstance(got, Set) and got == want
    if isinstance(want, datetime.date) and isinstance(got, datetime.date):
        return _moment(got) == _moment(want)
    return type(got) is type(want) and got == want


def _is_number(value: object) -> bool:
    return isinstance(value, (bool, int, float, complex, Decimal, Fraction))


def _same_number(got: Any, want: Any, rel: float) -> bool:
    if got == want:
        return True
    if isinstance(got, complex) or isinstance(want, complex):
        return bool(abs(got - want) <= rel * max(abs(got), abs(want)))
    if not isinstance(got, float) and not isinstance(want, float):
        return False
    try:
        got, want = float(got), float(want)
    except OverflowError:
        return False
    if math.isnan(got) or math.isnan(want):
        return math.isnan(got) and math.isnan(want)
    return bool(rel) and math.isclose(got, want, rel_tol=rel, abs_tol=rel * 1e-3)


def _moment(value: datetime.date) -> datetime.datetime:
    if isinstance(value, datetime.datetime):
        return value.replace(tzinfo=None) if value.tzinfo is None else value
    return datetime.datetime(value.year, value.month, value.day)


_uncut = False
LONGEST = 1_000_000
"""Characters of a value that is shown whole."""


@contextlib.contextmanager
def uncut() -> Iterator[None]:
    """Inside, `show` leaves nothing out, up to `LONGEST` characters."""
    global _uncut
    before, _uncut = _uncut, True
    try:
        yield
    finally:
        _uncut = before


def is_uncut() -> bool:
    """Whether all of a value or of a sequence of steps is to be shown."""
    return _uncut


def show(value: object, width: int = 160) -> str:
    """The repr of a plain value, with its middle left out where it is longer than ``width``."""
    if _uncut:
        width = LONGEST
    try:
        if isinstance(value, (list, tuple)) and len(value) > 2 * width:
            # A long repr takes many times the memory of the list, and most of it is left out.
            head, tail = repr(value[:width]), repr(value[-width:])
            text = f"{head[:-1].rstrip(',')}, {tail[1:]}"
        else:
            text = repr(value) if not isinstance(value, frozenset) else _show_set(value)
    except ValueError:  # Python writes no number of more than 4,300 digits
        return f"<{type(value).__name__} with a number of very many digits>"
    except MemoryError:
        return f"<{type(value).__name__} too large to be shown>"
    if len(text) <= width:
        return text
    side = (width - 5) // 2
    return f"{text[:side]} ... {text[-side:]}"


def _show_set(value: frozenset[Any]) -> str:
    return "{" + ", ".join(sorted(map(repr, value))) + "}" if value else "set()"
