"""Bring a learner's notebook up to date: a three-way merge, cell by cell.

Pure functions on parsed notebooks. `base` is what the course delivered when the learner's copy
was last brought up to date, `mine` the learner's copy, `new` the course of today.
README.md has the rules as a table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from .files import Notebook, digest

Cell = dict[str, Any]

_NOT_TEXT = ("id", "metadata", "outputs", "execution_count")
_COURSE_MARKS = ("nbgrader", "autograder")  # metadata that is the course's alone
_LOCKS = ("deletable", "editable")
_ABSENT = object()


@dataclass
class Changes:
    """What a merge did, by the names of the cells."""

    changed: list[str] = field(default_factory=list)  # follow the course
    added: list[str] = field(default_factory=list)  # new in the course
    removed: list[str] = field(default_factory=list)  # gone from the course, never edited
    restored: list[str] = field(default_factory=list)  # answer or check cells that were missing
    beside: list[str] = field(default_factory=list)  # edited, and the course changed or dropped it
    stubs: list[str] = field(default_factory=list)  # answered, and the course changed the stub


def merge(base: Notebook | None, mine: Notebook, new: Notebook) -> tuple[Notebook, Changes]:
    """Return the learner's notebook with the course's changes, and what was done.

    `new` must have an id on every cell, each once. Nothing that the learner wrote is missing
    from the result, and merging the result again gives the same. The arguments stay as they are.
    """
    return _Merge(base, mine, new).run()


class _Merge:
    def __init__(self, base: Notebook | None, mine: Notebook, new: Notebook) -> None:
        self.base_notebook = base or {"metadata": {}, "cells": []}
        self.mine_notebook = mine
        self.new_notebook = new
        self.base = {cell["id"]: cell for cell in self.base_notebook["cells"]}
        self.new = {cell["id"]: cell for cell in new["cells"]}
        self.cells: list[Cell] = mine["cells"]
        self.position = _match(self.cells, self.base, self.new)  # course id -> place in `cells`
        self.ids = set(self.new)  # taken in the result
        self.changes = Changes()
        self.own = self._own()

    def run(self) -> tuple[Notebook, Changes]:
        blocks = {}
        restored = set()
        for name, cell in self.new.items():
            if name in self.position:
                blocks[name] = self._both(self.cells[self.position[name]], cell)
            elif name not in self.base:
                blocks[name] = [cell]
                self.changes.added.append(_name(cell))
            elif _is_graded(cell):
                blocks[name] = [cell]
                restored.add(name)
                self.changes.restored.append(_name(cell))
            elif not _same(self.base[name], cell):
                blocks[name] = [cell]
                self.changes.changed.append(_name(cell))
            # else: prose that the learner deleted, and that did not change, stays deleted
        order = self._order(list(blocks))
        merged = {
            **self.mine_notebook,
            "cells": list(_emit(order, blocks, self.own, restored)),
            "metadata": _metadata(
                self.base_notebook["metadata"],
                self.mine_notebook["metadata"],
                self.new_notebook["metadata"],
            ),
            "nbformat_minor": max(
                self.mine_notebook["nbformat_minor"], self.new_notebook["nbformat_minor"]
            ),
        }
        return merged, self.changes

    def _both(self, mine: Cell, new: Cell) -> list[Cell]:
        """Return the cells that stand for a course cell which the learner has too."""
        base = self.base.get(new["id"]) or self.base.get(mine.get("id", ""))
        metadata = _metadata(base["metadata"] if base else {}, mine["metadata"], new["metadata"])
        kept = {**mine, "id": new["id"], "metadata": metadata}
        fresh = {**new, "metadata": metadata}
        if _same(mine, new):
            return [kept]
        if base and _same(mine, base):
            self.changes.changed.append(_name(new))
            return [fresh]
        if _is_answer(new):
            if base and not _same(base, new):
                self.changes.stubs.append(_name(new))
            return [_retyped(kept, new["cell_type"])]
        if base and _same(base, new):
            return [kept]
        self.changes.beside.append(_name(new))
        if any(_same(mine, cell) for cells in self.own.values() for cell in cells):
            return [fresh]  # the same words stand in a cell of the learner's own already
        return [fresh, self._owned(mine, f"{new['id'][:40]}-mine-{digest(_text(mine))[:8]}")]

    def _own(self) -> dict[str | None, list[Cell]]:
        """Return the learner's own cells by the course cell that they stand after."""
        named = {place: name for name, place in self.position.items()}
        own: dict[str | None, list[Cell]] = {}
        anchor = None
        for place, cell in enumerate(self.cells):
            if place in named:
                anchor = named[place]
                continue
            dropped = self.base.get(cell.get("id", ""))
            if dropped and dropped["id"] not in self.new:
                if _same(dropped, cell):
                    self.changes.removed.append(_name(dropped))
                    continue
                self.changes.beside.append(_name(dropped))
            own.setdefault(anchor, []).append(self._owned(cell, cell.get("id", "")))
        return own

    def _owned(self, cell: Cell, name: str) -> Cell:
        """Return a cell as the learner's own: an id of its own, no marks of the course."""
        while not name or name in self.ids:
            name = digest([name, source_of(cell)])
        self.ids.add(name)
        metadata = cell["metadata"]
        if any(key in metadata for key in _COURSE_MARKS):
            drop = (*_COURSE_MARKS, *_LOCKS)
            metadata = {key: value for key, value in metadata.items() if key not in drop}
        return {**cell, "id": name, "metadata": metadata}

    def _order(self, present: list[str]) -> list[str]:
        """Return the course cells in the course's order, or in the learner's if they moved some.

        When both changed the order the course's holds.
        """
        learners = sorted(self.position, key=self.position.__getitem__)
        common = self.position.keys() & self.base.keys() if self.base else self.position.keys()
        mine = [name for name in learners if name in common]
        new = [name for name in present if name in common]
        base = [name for name in self.base if name in common] if self.base else new
        if mine == base or base != new:
            return present
        order = learners
        for before, name in zip([None, *present], present, strict=False):
            if name not in self.position:
                order.insert(order.index(before) + 1 if before else 0, name)
        return order


def _match(cells: list[Cell], base: dict[str, Cell], new: dict[str, Cell]) -> dict[str, int]:
    """Find the learner's copy of each course cell: by id, else by graded name, else by text.

    Cutting and pasting gives a cell a new id, and older tools lose all of them.
    """
    places: dict[str, int] = {}
    for place, cell in enumerate(cells):
        if cell.get("id") in new:
            places.setdefault(cell["id"], place)
    taken = set(places.values())
    for name in [name for name in new if name not in places]:
        for place, cell in enumerate(cells):
            if place not in taken and _is_copy(cell, new[name], base.get(name)):
                places[name] = place
                taken.add(place)
                break
    return places


def _is_copy(mine: Cell, new: Cell, base: Cell | None) -> bool:
    graded = _grade_id(new)
    if graded is not None or _grade_id(mine) is not None:
        return graded == _grade_id(mine)
    return _same(mine, new) or (base is not None and _same(mine, base))


def _emit(
    order: list[str],
    blocks: dict[str, list[Cell]],
    own: dict[str | None, list[Cell]],
    restored: set[str],
) -> Iterator[Cell]:
    waiting = own.get(None, [])
    for name in order:
        if name in restored:
            # Before the learner's cells of this place: what they wrote instead of the missing
            # cell runs after the stub, so that it still counts.
            yield from blocks[name]
            continue
        yield from waiting
        yield from blocks[name]
        waiting = own.get(name, [])
    yield from waiting


def _retyped(cell: Cell, kind: str) -> Cell:
    """Return an answer as the type of cell that the course reads, with every word of it."""
    if cell["cell_type"] == kind:
        return cell
    drop = ("outputs", "execution_count", "attachments")
    cell = {key: value for key, value in cell.items() if key not in drop}
    extra: dict[str, Any] = {"execution_count": None, "outputs": []} if kind == "code" else {}
    return {**cell, "cell_type": kind, **extra}


def _metadata(base: dict, mine: dict, new: dict) -> dict:
    """Merge metadata key by key; where both changed one, the course's value counts."""
    merged = {}
    for key in [*mine, *(key for key in new if key not in mine)]:
        before, ours, theirs = (side.get(key, _ABSENT) for side in (base, mine, new))
        follow = key in _COURSE_MARKS or ours == before or theirs != before
        value = theirs if follow else ours
        if value is not _ABSENT:
            merged[key] = value
    return merged


def _text(cell: Cell) -> Cell:
    """Return what a person wrote in a cell: its type, its text, its pictures."""
    text = {key: value for key, value in cell.items() if key not in _NOT_TEXT and value != {}}
    return {**text, "source": source_of(cell).replace("\r\n", "\n").rstrip()}


def _same(one: Cell, other: Cell) -> bool:
    return _text(one) == _text(other)


def source_of(cell: Cell) -> str:
    source = cell["source"]
    return source if isinstance(source, str) else "".join(source)


def _nbgrader(cell: Cell) -> dict:
    marks = cell["metadata"].get("nbgrader")
    return marks if isinstance(marks, dict) else {}


def _grade_id(cell: Cell) -> str | None:
    return _nbgrader(cell).get("grade_id")


def _name(cell: Cell) -> str:
    return _grade_id(cell) or cell["id"]


def _is_answer(cell: Cell) -> bool:
    return bool(_nbgrader(cell).get("solution"))


def _is_graded(cell: Cell) -> bool:
    marks = _nbgrader(cell)
    return bool(marks.get("solution") or marks.get("grade"))
