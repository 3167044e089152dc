"""Arguments that are built on the side of the answer, and what is measured there."""

from __future__ import annotations

import itertools
import tracemalloc
from collections.abc import Callable
from typing import Any

from .exercise import Grid


class Cell:
    """An object that can be moved, and nothing else."""

    __slots__ = ("_number",)
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, number: int) -> None:
        self._number = number

    def __repr__(self) -> str:
        return f"c{self._number}"

    def _refuse(self, *args: Any) -> Any:
        raise TypeError("a cell may be any object: move it, and do nothing else with it")

    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __bool__ = _refuse
    __copy__ = __deepcopy__ = __reduce_ex__ = _refuse


class TrackedGrid:
    """The list that the answer gets for a `Grid`, and where its rows and cells stood at first."""

    def __init__(self, grid: Grid) -> None:
        numbers = itertools.count()
        self._cells = [
            [Cell(next(numbers)) for _ in range(grid.columns)] for _ in range(grid.rows)
        ]
        self._rows = [list(row) for row in self._cells]
        self.live = list(self._rows)

    def after(self) -> dict[str, list]:
        """Where the rows and cells stand now. See `Grid`."""
        places = {id(row): place for place, row in enumerate(self._rows)}
        numbers = {id(cell): number for number, cell in enumerate(itertools.chain(*self._cells))}
        rows = [row if type(row) is list else [] for row in self.live]
        return {
            "rows": [places.get(id(row)) for row in self.live],
            "cells": [[numbers.get(id(cell)) for cell in row] for row in rows],
        }


def _in_python(operation: Callable[..., Any]) -> Any:
    """The operation as a function of one line, so that a tracer of lines sees each call."""

    def method(*operands: Any) -> Any:
        return operation(*operands)

    return method


class Number(int):
    """An int whose comparisons and hashes are steps."""

    __eq__, __ne__ = _in_python(int.__eq__), _in_python(int.__ne__)
    __lt__, __le__ = _in_python(int.__lt__), _in_python(int.__le__)
    __gt__, __ge__ = _in_python(int.__gt__), _in_python(int.__ge__)
    __hash__ = _in_python(int.__hash__)


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
