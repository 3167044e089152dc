"""Bring a handed-in notebook back to the form that was handed out, keeping the student's work.

Graded cells are known by their id, by nbgrader's name for them, or by the name they define, so
that a lost id or lost metadata costs nothing.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from autograder.core import notebooks
from autograder.core.names import LONGEST

from .source import names


@dataclass
class Repaired:
    """A notebook that is safe to grade, and what was done to it, a sentence each.

    ``unreadable`` is '' or says why nothing could be taken from the file; ``changed`` are the
    ids of Markdown cells whose text is the student's.
    """

    notebook: dict[str, Any]
    notes: list[str] = field(default_factory=list)
    unreadable: str = ""
    changed: set[str] = field(default_factory=set)


MOST_CELLS = 2_000
MOST_CODE = 2 * LONGEST
"""Characters of code that are read in one notebook: each may cost hundreds of bytes as a tree."""
IMAGES = ("image/png", "image/jpeg", "image/gif", "image/webp")
MOST_IMAGES = 8 * 1024 * 1024
"""Characters of the images in one notebook, as base64."""


def repair(content: bytes, release: Mapping[str, Any]) -> Repaired:
    """Rebuild the notebook in ``content`` on the ``release`` that was handed out."""
    released = [{**cell, "source": source_of(cell)} for cell in release["cells"]]
    blank = {**release, "cells": released}
    try:
        handed_in = read_cells(content)
    except notebooks.Unreadable as error:
        why = f"it is not a notebook ({error})"
        return Repaired(blank, [f"The file could not be read: {why}."], why)
    work = _Work(released)
    for number, cell in enumerate(handed_in[:MOST_CELLS]):
        work.take(cell, number)
    if len(handed_in) > MOST_CELLS:
        work.notes.append(f"Only the first {MOST_CELLS:,} of {len(handed_in):,} cells were taken.")
    blank["cells"] = work.finished()
    return Repaired(blank, work.notes, "", work.changed)


def read_cells(content: bytes) -> list[dict[str, Any]]:
    """The cells of a notebook file that have the form of one; raises `Unreadable`."""
    return [cell for cell in notebooks.parse(content, upgrade)["cells"] if isinstance(cell, dict)]


def upgrade(notebook: dict[str, Any]) -> dict[str, Any]:
    """A notebook of nbformat 3 or older as one of nbformat 4; raises what nbformat does."""
    import nbformat  # few notebooks are that old, and the import takes half a second

    old = nbformat.from_dict(notebook)  # type: ignore[no-untyped-call]
    upgraded: dict[str, Any] = nbformat.convert(old, 4)  # type: ignore[no-untyped-call]
    return upgraded


def lesson_named(content: bytes) -> str:
    """The lesson that a notebook file says it belongs to, '' if it says none."""
    try:
        metadata = _mapping(notebooks.parse(content).get("metadata"))
    except notebooks.Unreadable:
        return ""
    lesson = _mapping(metadata.get("autograder")).get("lesson")
    return lesson if isinstance(lesson, str) else ""


_UNSEEN = {code: None for code in range(32) if chr(code) not in "\n\t"} | {127: None}


def clean(text: str) -> str:
    """A text that can be stored and shown: without half characters and control characters."""
    return text.encode("utf-8", "replace").decode().translate(_UNSEEN)


def source_of(cell: Mapping[str, Any]) -> str:
    """The text of a cell, whether it is stored as one string or as lines."""
    source = cell.get("source", "")
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    return source.encode("utf-8", "replace").decode() if isinstance(source, str) else ""


def role_of(cell: Mapping[str, Any]) -> str:
    """The role that a released cell has in its lesson, '' for none."""
    return str(_mapping(_mapping(cell.get("metadata")).get("autograder")).get("role", ""))


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _grade_id(cell: Mapping[str, Any]) -> str:
    return str(_mapping(_mapping(cell.get("metadata")).get("nbgrader")).get("grade_id", ""))


class _Work:
    """The cells of the repaired notebook as they come together."""

    def __init__(self, released: Sequence[dict[str, Any]]) -> None:
        self.notes: list[str] = []
        self.changed: set[str] = set()
        self._released: dict[str, dict[str, Any]] = {cell["id"]: cell for cell in released}
        self._by_name: dict[str, str] = {
            _grade_id(cell): cell["id"] for cell in released if _grade_id(cell)
        }
        self._taken: set[str] = set()
        self._cells: list[dict[str, Any]] = []
        self._code_left = MOST_CODE
        self._images_left = MOST_IMAGES

    def take(self, cell: Mapping[str, Any], number: int) -> None:
        """Add one cell of the student's notebook."""
        if not self._may_be_read(cell):
            return
        match = self._match(cell)
        if match is None and self._is_blank_copy(cell):
            self.notes.append("A second, blank copy of an answer cell was left out.")
        elif match is None:
            self._add_own(cell, number, _grade_id(cell))
        elif match in self._taken:
            self._take_copy(cell, number, match)
        else:
            self._taken.add(match)
            self._add_known(cell, match)

    def _may_be_read(self, cell: Mapping[str, Any]) -> bool:
        if cell.get("cell_type") != "code":
            return True
        length = len(source_of(cell))
        if length > LONGEST:
            return True  # it is run, and never read
        if self._code_left < length:
            note = f"Only the first {MOST_CODE:,} characters of code were taken."
            self.notes += [note] if note not in self.notes else []
            self._code_left = 0
            return False
        self._code_left -= length
        return True

    def _is_blank_copy(self, cell: Mapping[str, Any]) -> bool:
        """Whether a cell of the student's own is the empty answer to an exercise that is there."""
        source = source_of(cell).strip()
        return any(
            role_of(released) == "exercise" and source == released["source"].strip()
            for name, released in self._released.items()
            if name in self._taken
        )

    def _match(self, cell: Mapping[str, Any]) -> str | None:
        own_id = str(cell.get("id", ""))
        if own_id in self._released:
            return own_id
        if _grade_id(cell) in self._by_name:
            return self._by_name[_grade_id(cell)]
        source, kind = source_of(cell), cell.get("cell_type")
        for released_id, released in self._released.items():
            same = source.strip() == released["source"].strip() and kind == released["cell_type"]
            if same and source.strip() and released_id not in self._taken:
                return released_id
        bound = names(source).bound if kind == "code" else frozenset()
        for released_id, released in self._released.items():
            free = role_of(released) == "exercise" and released_id not in self._taken
            if free and released_id in bound:
                return released_id
        return None

    def _add_known(self, cell: Mapping[str, Any], match: str) -> None:
        released = copy.deepcopy(self._released[match])
        role = role_of(released)
        if role == "check":
            if source_of(cell) != source_of(released):
                self.notes.append(f"The check cell {match} was changed; its text was restored.")
        else:
            graded = role in ("exercise", "essay")
            lost = _grade_id(cell) != _grade_id(released)
            if graded and (lost or cell.get("cell_type") != released["cell_type"]):
                self.notes.append(f"The settings of cell {match} were lost; they were restored.")
            if graded or released["cell_type"] == cell.get("cell_type"):
                if released["cell_type"] == "markdown":
                    self._write_markdown(released, source_of(cell), cell)
                else:
                    released["source"] = source_of(cell)
        self._cells.append(released)

    def _write_markdown(self, known: dict[str, Any], source: str, cell: Mapping[str, Any]) -> None:
        """Write the student's text, with the images pasted into it, into a cell."""
        images = self._images(cell)
        if source != self._released.get(known["id"], {}).get("source") or images:
            self.changed.add(known["id"])
        known["source"] = source
        if images:
            known["attachments"] = images

    def _images(self, cell: Mapping[str, Any]) -> dict[str, dict[str, str]]:
        images: dict[str, dict[str, str]] = {}
        for name, bundle in _mapping(cell.get("attachments")).items():
            for kind, data in _mapping(bundle).items():
                text = data if isinstance(data, str) else ""
                whole = kind in IMAGES and re.fullmatch(r"[A-Za-z0-9+/=\s]+", text)
                if whole and len(text) <= self._images_left:
                    self._images_left -= len(text)
                    images.setdefault(clean(str(name)), {})[kind] = "".join(text.split())
                else:
                    why = "too large" if whole else "no picture of a known kind"
                    self.notes.append(f"What was pasted as {clean(str(name))[:40]} is {why}.")
        return images

    def _take_copy(self, cell: Mapping[str, Any], number: int, match: str) -> None:
        role = role_of(self._released[match])
        blank = self._released[match]["source"]
        if role in ("exercise", "essay") and source_of(cell).strip() == blank.strip():
            self.notes.append(f"A second, blank copy of the answer cell {match} was left out.")
            return
        first = next(known for known in self._cells if known["id"] == match)
        if role == "essay" and first["source"].strip() == blank.strip():
            self._write_markdown(first, source_of(cell), cell)
            self.notes.append(f"The answer cell {match} stood there twice; the written one counts.")
            return
        if role == "check":
            self.notes.append(f"The check cell {match} stood there twice; one was left out.")
            return
        if role in ("exercise", "essay"):
            which = "last" if role == "exercise" else "first"
            self.notes.append(f"The answer cell {match} stood there twice; the {which} one counts.")
        self._add_own(cell, number, "")

    def _add_own(self, cell: Mapping[str, Any], number: int, grade_id: str) -> None:
        if grade_id:
            name = clean(grade_id)[:40]
            self.notes.append(f"A cell claimed the unknown name {name}; it has no points.")
        kind = "code" if cell.get("cell_type") == "code" else "markdown"
        own: dict[str, Any] = {
            "cell_type": kind,
            "id": f"added-{number}",
            "metadata": {},
            "source": source_of(cell),
        }
        if kind == "code":
            own |= {"execution_count": None, "outputs": []}
        else:
            self._write_markdown(own, own["source"], cell)
            self.changed.add(own["id"])
        self._cells.append(own)

    def finished(self) -> list[dict[str, Any]]:
        """All cells; those of the course that were deleted are back behind their neighbour."""
        elsewhere = {
            name
            for cell in self._cells
            if cell["cell_type"] == "code" and role_of(cell) != "check"
            for name in names(cell["source"]).bound
        }
        previous = None
        for released_id, released in self._released.items():
            if released_id not in self._taken:
                self._put_back(released, previous, released_id in elsewhere)
            previous = released_id
        for released_id, released in self._released.items():
            if role_of(released) == "essay":
                self._find_essay(released_id)
        return self._cells

    def _find_essay(self, name: str) -> None:
        """Where an essay was left as it was handed out, take what was written right below it."""
        at = next(i for i, cell in enumerate(self._cells) if cell["id"] == name)
        essay = self._cells[at]
        if name in self.changed:
            return
        below = []
        while self._stands_there(at + 1, "markdown"):
            below.append(self._cells.pop(at + 1))
        if below:
            images = [cell.get("attachments", {}) for cell in below]
            essay["source"] = "\n\n".join(cell["source"] for cell in below)
            if any(images):
                essay["attachments"] = {k: v for each in images for k, v in each.items()}
            self.changed.add(name)
            self.notes.append(f"The answer {name} was written below its cell and taken from there.")
        elif any(self._stands_there(i, "markdown") for i in range(len(self._cells))):
            self.notes.append(
                f"The answer cell {name} is as it was handed out, and the notebook has texts of "
                "the student's own: see whether one of them is the answer."
            )

    def _put_back(self, released: dict[str, Any], previous: str | None, elsewhere: bool) -> None:
        name, role = released["id"], role_of(released)
        restored = copy.deepcopy(released)
        at = next((i for i, c in enumerate(self._cells) if c["id"] == previous), -1) + 1
        if role == "exercise" and elsewhere:
            # The empty answer of the release must not hide the student's own.
            restored["source"] = f"# {name} is defined in another cell of this notebook."
        elif role in ("exercise", "essay") and self._stands_there(at, released["cell_type"]):
            restored["source"] = self._cells.pop(at)["source"]
            self.changed.add(name)
            self.notes.append(f"A cell without settings was taken for {name}, by its place.")
        elif role in ("exercise", "check", "essay", "given"):
            self.notes.append(f"The cell {name} was missing; it was put back.")
        self._cells.insert(at, restored)

    def _stands_there(self, at: int, kind: str) -> bool:
        """Whether a cell of the student's own, of this type, stands at a place."""
        if at >= len(self._cells):
            return False
        cell = self._cells[at]
        own = cell["id"].startswith("added-") and bool(cell["source"].strip())
        return own and cell["cell_type"] == kind
