"""What an answer holds in memory, measured on its own side."""

from __future__ import annotations

import gc
import tracemalloc
import types
from typing import Any


def widest(root: Any) -> int:
    """The largest number of objects that one object reachable from ``root`` refers to.

    Classes and modules are not followed, nor the names that a function finds in its module.
    """
    most, seen, waiting = 0, {id(root)}, [root]
    while waiting:
        referents = _referents(waiting.pop())
        most = max(most, len(referents))
        for each in referents:
            if id(each) not in seen:
                seen.add(id(each))
                waiting.append(each)
    return most


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
