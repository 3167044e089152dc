"""Read the text of a lesson: one py:percent file, with the role of each cell on its marker line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder import lessons
from autograder.core.errors import LessonError
from autograder.lessons import PARTS

ROLES = ("exercise", "check", "card", "hints", "essay", "rubric", "given")
_WORDS = ("points", "alt", "folded", "name", "language", "magic_args", "lines_to_next_cell")


@dataclass(frozen=True)
class Cell:
    """One cell. ``role`` is one of `ROLES` or '' and ``name`` what the role names.

    ``folded`` is code that a reader wants to see less than what it shows, such as a drawing's.
    """

    kind: str
    source: str
    role: str = ""
    name: str = ""
    points: int = 0
    alt: str = ""
    id: str = ""
    folded: bool = False


@dataclass(frozen=True)
class Lesson:
    """A lesson as its author wrote it. ``name`` is its folder's, such as ``104_regex_matching``."""

    name: str
    part: str
    title: str
    cells: tuple[Cell, ...] = field(repr=False)

    @property
    def number(self) -> int:
        return int(self.name[:3])

    def named(self, role: str) -> list[Cell]:
        """The cells of one role, in order."""
        return [cell for cell in self.cells if cell.role == role]


def read_lesson(path: Path) -> Lesson:
    """Read the lesson in the folder ``path``; raises `LessonError`."""
    import jupytext

    part = path.parent.name
    if part not in PARTS or not re.fullmatch(rf"{part[0]}\d\d_[a-z0-9_]+", path.name):
        raise LessonError(f"{path}: a lesson of part {part} is called {part[0]}NN_name")
    file = path / "lesson.py"
    if not file.is_file():
        lessons.require_whole()
        raise LessonError(f"{path} has no lesson.py")
    raw = jupytext.reads(file.read_text(encoding="utf-8"), fmt="py:percent").cells
    title = re.match(r"# (.+)", raw[0].source) if raw else None
    if not title:
        raise LessonError(f"{path}: the first cell starts with a title, '# ...'")
    ids = _Ids()
    cells = tuple(_cell(path, cell.cell_type, cell.source, cell.metadata, ids) for cell in raw)
    return Lesson(path.name, part, title[1].strip(), cells)


def _cell(path: Path, kind: str, source: str, metadata: Mapping[str, Any], ids: _Ids) -> Cell:
    roles = [role for role in ROLES if role in metadata]
    if len(roles) > 1:
        raise LessonError(f"{path}: a cell has one role, not {' and '.join(roles)}")
    unknown = set(metadata) - {*ROLES, *_WORDS}
    if unknown:
        raise LessonError(f"{path}: unknown word on a marker line: {', '.join(sorted(unknown))}")
    role = roles[0] if roles else ""
    name = str(metadata.get(role, "")) if role else ""
    points = int(metadata.get("points", 0))
    if (role == "essay") != (points > 0):
        raise LessonError(f"{path}: points= stands on essays, and only there: {name or source!r}")
    folded = metadata.get("folded", False)
    if folded is not False and (folded is not True or kind != "code" or role not in ("", "given")):
        text = "folded=true stands on code that is neither an answer nor a check"
        raise LessonError(f"{path}: {text}: {source[:60]!r}")
    wanted = name if role in ("exercise", "essay") else f"{role}-{name}" if role else ""
    cell_id = ids.take(wanted or metadata.get("name", ""), source)
    alt = str(metadata.get("alt", ""))
    return Cell(kind, source.strip("\n"), role, name, points, alt, cell_id, folded)


class _Ids:
    """Ids of cells: their role's name, or the heading they stand under and a number."""

    def __init__(self) -> None:
        self._heading = "start"
        self._used: dict[str, int] = {}

    def take(self, name: str, source: str) -> str:
        headings = re.findall(r"^#{1,3} (.+)$", source, re.MULTILINE)
        if headings and not name:
            self._heading = re.sub(r"[^a-z0-9]+", "-", headings[0].lower()).strip("-")[:48]
        wanted = name or self._heading
        self._used[wanted] = count = self._used.get(wanted, 0) + 1
        if name and count > 1:
            raise LessonError(f"two cells are called {name}")
        # Numbered from the first on, so that a heading can't take an exercise's name.
        return name or f"{wanted}-{count}"
