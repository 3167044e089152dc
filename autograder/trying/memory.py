"""What an answer holds in memory, measured on its own side."""

from __future__ import annotations

import array
import gc
import tracemalloc
import types
from collections.abc import Iterator
from typing import Any


def widest(root: Any) -> int:
    """The value of the step `WIDEST` for the instance ``root``.

    Classes and modules are not followed, nor the names that a function finds in its module.
    """
    return max(len(referents) for _, referents in _reachable(root))


def held(root: Any) -> int:
    """The value of the step `HELD` for the instance ``root``; it follows what `widest` follows."""
    return sum(_size(holder) + len(referents) for holder, referents in _reachable(root))


def _reachable(root: Any) -> Iterator[tuple[Any, list[Any]]]:
    """The objects that are reachable from ``root``, itself included, and what each refers to."""
    seen, waiting, kept = {id(root)}, [root], [root]
    while waiting:
        holder = waiting.pop()
        referents = _referents(holder)
        kept.append(referents)  # what is made on the way must not lend its id to something else
        yield holder, referents
        for each in referents:
            if id(each) not in seen:
                seen.add(id(each))
                waiting.append(each)


def _size(holder: Any) -> int:
    """What an object holds itself, beside its references. No method of its class is called."""
    kind = type(holder)
    if issubclass(kind, int):
        return int.bit_length(holder)
    for base in (str, bytes, bytearray):
        if issubclass(kind, base):
            return int(base.__len__(holder))
    if kind is array.array:
        return len(holder) * int(holder.itemsize)
    return int(holder.nbytes) if kind.__module__ == "numpy" and hasattr(holder, "nbytes") else 0


def _referents(holder: Any) -> list[Any]:
    if type(holder) is types.FunctionType:
        held = [*(holder.__closure__ or ()), *(holder.__defaults__ or ())]
    else:
        held = gc.get_referents(holder)
    return [each for each in held if not issubclass(type(each), (type, types.ModuleType))]


class PeakMemory:
    """Measures the most memory in use at once inside a block, beyond what was in use before it.

    ``peak`` is in bytes; None before the block has ended, or where its code ended the measuring.
    """

    peak: int | None = None

    def __enter__(self) -> PeakMemory:
        self._started = not tracemalloc.is_tracing()
        if self._started:
            tracemalloc.start()
        tracemalloc.reset_peak()
        self._before, _ = tracemalloc.get_traced_memory()
        return self

    def __exit__(self, *exc: object) -> None:
        if tracemalloc.is_tracing():
            _, most = tracemalloc.get_traced_memory()
            self.peak = max(0, most - self._before)
            if self._started:
                tracemalloc.stop()
