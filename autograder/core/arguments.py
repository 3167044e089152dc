"""Arguments that the answer sees as something else: streams, grids, lists that count, chains."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Stream:
    """An argument that the answer sees as an iterator: it can be consumed once, has no length.

    With ``endless`` it repeats ``items`` for ever. With ``tracked`` the items are different
    texts, each made when it is read, so that `Outcome.held` can say how many the answer keeps.
    """

    items: Sequence
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

    items: Sequence

    def __repr__(self) -> str:
        return f"chain({list(self.items)!r})"


WIDEST = "__widest__"
"""Stands for a method in `Answer.operate`. Its value is the largest number of objects that one
object reachable from the instance refers to: a node of a linked list refers to few, whatever the
length of the list; a list, dict or set refers to all that it holds."""


class _Chance:
    def __repr__(self) -> str:
        return "rng"

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


CHANCE = _Chance()
"""Stands in a list of arguments where the answer gets a ``random.Random``."""
