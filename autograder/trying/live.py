"""Arguments that are built on the side of the answer."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from typing import Any

from autograder.core.arguments import Chain, Grid
from autograder.core.values import plain


class Cell:
    """An object that can be moved, and nothing else."""

    __slots__ = ("_engine_number",)
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, number: int) -> None:
        self._engine_number = number

    def __repr__(self) -> str:
        return f"c{self._engine_number}"

    def _refuse(self, *args: Any) -> Any:
        raise TypeError("a cell may be any object: move it, and do nothing else with it")

    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __bool__ = _refuse
    __copy__ = __deepcopy__ = __reduce_ex__ = _refuse


class TrackedGrid:
    """The list that the answer gets for a `Grid`, and where its rows and cells stood at first."""

    def __init__(self, grid: Grid) -> None:
        numbers = itertools.count()
        self._cells = [[Cell(next(numbers)) for _ in range(grid.columns)] for _ in range(grid.rows)]
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


class LinkedList:
    """The nodes that the answer gets for a `Chain`; ``live`` is the first of them, or None."""

    def __init__(self, chain: Chain, node_class: Callable[[Any], Any]) -> None:
        self.nodes = [node_class(item) for item in chain.items]
        for node, after in itertools.pairwise(self.nodes):
            node.next = after
        self.live = self.nodes[0] if self.nodes else None


def read_linked(first: Any, built: Sequence[Any]) -> object:
    """What a linked list holds, as `Chain` says, if ``first`` is a node; else its plain value."""
    if not hasattr(first, "value") or not hasattr(first, "next"):
        return plain(first)
    given = [node for arg in built if isinstance(arg, LinkedList) for node in arg.nodes]
    numbers = {id(node): number for number, node in enumerate(given)}
    found: list[Any] = []  # keeps the nodes alive, so that no other gets the id of one of them
    met: set[int] = set()
    node = first
    while hasattr(node, "value") and hasattr(node, "next") and id(node) not in met:
        found.append(node)
        met.add(id(node))
        node = node.next
    end = "a node met before" if id(node) in met else type(node).__name__
    return {
        "values": plain([node.value for node in found]),
        "nodes": [numbers.get(id(node)) for node in found],
        "end": None if node is None else end,
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


def counted(items: Sequence[Any]) -> list:
    """The list that the answer gets for a `Counted`."""
    return [counted(item) if isinstance(item, Sequence) else Number(item) for item in items]
