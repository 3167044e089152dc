"""Arguments that are built on the side of the answer."""

from __future__ import annotations

import copy
import inspect
import itertools
import random
import weakref
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from autograder.core.arguments import BUILT, CHANCE, Chain, Counted, Grid, Stream
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

    def after(self) -> dict[str, list[Any]]:
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
    nodes: list[Any] = []  # keeps the nodes alive, so that no other gets the id of one of them
    met: set[int] = set()
    node = first
    while hasattr(node, "value") and hasattr(node, "next") and id(node) not in met:
        nodes.append(node)
        met.add(id(node))
        node = node.next
    end = "a node met before" if id(node) in met else type(node).__name__
    return {
        "values": plain([node.value for node in nodes]),
        "nodes": [numbers.get(id(node)) for node in nodes],
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


def counted(items: Sequence[Any]) -> list[Any]:
    """The list that the answer gets for a `Counted`."""
    return [counted(item) if isinstance(item, Sequence) else Number(item) for item in items]


class Reader:
    """An iterator that can be read once and counts what was read."""

    def __init__(self, stream: Stream) -> None:
        items = stream.items
        self._engine_read = 0
        self._engine_unread = itertools.cycle(items) if stream.endless else iter(items)

    def __iter__(self) -> Iterator[Any]:
        return self

    def __reduce_ex__(self, protocol: Any) -> Any:
        raise TypeError("a stream can't be copied: it can be read once")

    def __next__(self) -> Any:
        item = next(self._engine_unread)
        self._engine_read += 1
        return item


class _Item(str):
    """A text to which weak references can be made."""

    __slots__ = ("__weakref__",)


class TrackingReader(Reader):
    """A reader that counts how many of the items it gave are alive."""

    def __init__(self, stream: Stream) -> None:
        super().__init__(stream)
        self._engine_held = 0
        self._engine_alive: weakref.WeakSet[_Item] = weakref.WeakSet()

    def __next__(self) -> Any:
        item = _Item(super().__next__())
        self._engine_alive.add(item)
        self._engine_held = max(self._engine_held, len(self._engine_alive))
        return item


def live_arguments(args: tuple[Any, ...], rng: random.Random) -> list[Any]:
    """Copies of ``args`` as the answer gets them: streams as iterators, the generator in place
    of `CHANCE`; grids, chains and counted items as lists."""
    return [live_argument(arg) for arg in build_all(args, lambda: rng)]


def node_class(target: Any) -> Any:
    """The class ``Node`` that the code of ``target`` sees."""
    names = getattr(inspect.unwrap(target), "__globals__", {})
    if "Node" not in names:
        raise NameError("Node is not defined. Run the cell that defines it.")
    return names["Node"]


def build_all(
    args: tuple[Any, ...], chance: Callable[[], random.Random], node: Any = None
) -> list[Any]:
    """What stands for each argument on the side of the answer; see `live_argument`.

    ``chance`` makes the generator, ``node`` a node of a linked list.
    """
    rng = chance() if any(arg is CHANCE for arg in args) else None
    return [_build(arg, rng, node) for arg in args]


def _build(arg: Any, rng: random.Random | None, node: Any) -> Any:
    if type(arg) in _ATOMS:
        return arg
    if isinstance(arg, Stream):
        return TrackingReader(arg) if arg.tracked else Reader(arg)
    if isinstance(arg, Grid):
        return TrackedGrid(arg)
    if isinstance(arg, Counted):
        return counted(arg.items)
    if isinstance(arg, Chain):
        return LinkedList(arg, node) if node else list(arg.items)
    if isinstance(arg, BUILT):
        return arg.build()
    return rng if arg is CHANCE else copied(arg)


_ATOMS = frozenset({bool, bytes, complex, date, datetime, float, Fraction, int, str, type(None)})


def copied(arg: Any) -> Any:
    """A deep copy, made quickly where ``arg`` is of lists and tuples: some have 100,000 rows."""
    kind = type(arg)
    if kind in _ATOMS:
        return arg
    if kind is list:
        if _ATOMS.issuperset(map(type, arg)):
            return arg.copy()
        return [
            item.copy()
            if type(item) is list and _ATOMS.issuperset(map(type, item))
            else copied(item)
            for item in arg
        ]
    if kind is tuple:
        return tuple([copied(item) for item in arg])
    return copy.deepcopy(arg)


def live_argument(built: Any) -> Any:
    """What the answer gets of what was built."""
    return built.live if isinstance(built, (TrackedGrid, LinkedList)) else built


def after_call(built: object) -> object:
    """The value of an argument after the call; None for what can't be told by a value."""
    if isinstance(built, TrackedGrid):
        return built.after()
    if isinstance(built, (Reader, LinkedList, random.Random)) or is_generator(built):
        return None
    return plain(built)


def is_generator(arg: object) -> bool:
    """Whether this is a generator of NumPy's."""
    kind = type(arg)
    return kind.__name__ == "Generator" and kind.__module__.startswith("numpy.")
