"""Arguments that the answer sees as something else: streams, grids, lists that count, chains,
arrays, data frames, generators.

NumPy and pandas are imported where an argument is built, so that contracts can be read without.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .values import plain


@dataclass(frozen=True)
class Stream:
    """An argument that the answer sees as an iterator: it can be consumed once, has no length.

    With ``endless`` it repeats ``items`` for ever. With ``tracked`` the items are different
    texts, each made when it is read, so that `Outcome.held` can say how many the answer keeps.
    """

    items: Sequence[Any]
    endless: bool = False
    tracked: bool = False

    def __repr__(self) -> str:
        return f"iter({list(self.items)!r}{' for ever' if self.endless else ''})"


@dataclass(frozen=True)
class Grid:
    """An argument that the answer sees as a list of ``rows`` lists of ``columns`` objects.

    The objects can be moved, and nothing else: comparing, hashing, copying or computing with
    them raises TypeError. `Outcome.after` holds ``{"rows": [...], "cells": [[...], ...]}``: for
    each row the place where the same list stood before, for each cell the number of the object,
    counted row by row from 0. None stands for what was not there before.
    """

    rows: int
    columns: int

    def __repr__(self) -> str:
        cells = [f"c{number}" for number in range(self.rows * self.columns)]
        starts = range(0, len(cells), max(self.columns, 1))
        rows = [f"[{', '.join(cells[start : start + self.columns])}]" for start in starts]
        return f"[{', '.join(rows)}]"


@dataclass(frozen=True)
class Counted:
    """An argument that the answer sees as a list of ints, whose comparisons are counted.

    Comparing or hashing an item is one step, also where C code does it, as in ``x in items``.
    Items that are lists of ints become lists.
    """

    items: Sequence[int] | Sequence[Sequence[int]]

    def __repr__(self) -> str:
        return repr(list(self.items))


@dataclass(frozen=True)
class Chain:
    """An argument that the answer sees as a linked list: its first node, None for no items.

    The nodes are of the class ``Node`` that the answer's code knows, with ``value`` and ``next``.
    A node that the answer returns becomes ``{"values": [...], "nodes": [...], "end": ...}``: what
    follows it, itself included. ``nodes`` are numbers, counted from 0 over all chains of the call,
    None for a node that was not given. ``end`` says what the last ``next`` is: None, ``"a node
    met before"``, or the name of a type that is no node's.
    """

    items: Sequence[Any]

    def __repr__(self) -> str:
        return f"chain({list(self.items)!r})"


@dataclass(frozen=True)
class Array:
    """An argument that the answer sees as a NumPy array of ``items``, a copy for each call.

    ``items`` may be nested. In `Outcome.after` it is a list, nested where the array is.
    """

    items: Any

    @functools.cached_property
    def _array(self) -> Any:
        import numpy

        return numpy.array(self.items)

    @functools.cached_property
    def as_plain(self) -> Any:
        """Its value in built-in types."""
        return plain(self._array)

    def build(self) -> Any:
        """A new array."""
        return self._array.copy()

    def __repr__(self) -> str:
        return f"np.array({self.as_plain!r})"


@dataclass(frozen=True)
class Frame:
    """An argument that the answer sees as a pandas data frame, a copy for each call.

    ``columns`` holds the values of each column by its name; ``index`` the labels of the rows,
    None for 0, 1, 2, ... In `Outcome.after` it is a dict of lists, without the index.
    """

    columns: Mapping[str, Sequence[Any]]
    index: Sequence[Any] | None = None

    @functools.cached_property
    def _frame(self) -> Any:
        import pandas

        columns = {name: list(values) for name, values in self.columns.items()}
        return pandas.DataFrame(columns, index=None if self.index is None else list(self.index))

    @functools.cached_property
    def as_plain(self) -> Any:
        """Its columns in built-in types."""
        return plain(self._frame)

    def build(self) -> Any:
        """A new data frame."""
        return self._frame.copy()

    def __repr__(self) -> str:
        index = "" if self.index is None else f", index={plain(list(self.index))!r}"
        columns = {name: plain(list(values)) for name, values in self.columns.items()}
        return f"pd.DataFrame({columns!r}{index})"


@dataclass(frozen=True)
class Generator:
    """An argument that the answer sees as ``numpy.random.default_rng(seed)``, new for each call."""

    seed: int

    @classmethod
    def of(cls, seed: int, number: int) -> Generator:
        """Generator ``number`` of a run of the checks with ``seed``.

        Its own seed is a hash, so it gives nothing away of ``seed``, which a cohort keeps secret.
        """
        return cls(int(hashlib.sha256(f"{seed} {number}".encode()).hexdigest()[:8], 16))

    def build(self) -> Any:
        """A new generator."""
        import numpy

        return numpy.random.default_rng(self.seed)

    def __repr__(self) -> str:
        return f"np.random.default_rng({self.seed})"


BUILT = (Array, Frame, Generator)
"""Arguments that are objects of a library: ``build()`` makes one."""


class _Chance:
    def __repr__(self) -> str:
        return "rng"

    def __copy__(self) -> _Chance:
        return self

    def __deepcopy__(self, memo: object) -> _Chance:
        return self


CHANCE = _Chance()
"""Stands in a list of arguments where the answer gets a ``random.Random``."""
