"""Read a lesson: one py:percent file, with the role of each cell on its marker line."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

LESSONS = Path(__file__).parent / "lessons"
PARTS = {
    "0_start": "Start",
    "1_coding": "Coding and SQL",
    "2_take_home": "The take-home",
    "3_system_design": "ML system design",
    "4_engineering": "Engineering",
    "5_behavioural": "Behavioural",
    "6_mock_loop": "The mock loop",
}
ROLES = ("exercise", "check", "card", "hints", "essay", "rubric", "given")
_WORDS = ("points", "alt", "name", "language", "magic_args", "lines_to_next_cell")


class LessonError(ValueError):
    """A lesson file says something that can't be built."""


class UnknownLesson(LookupError):
    """There is no lesson of this name."""


@dataclass(frozen=True)
class Cell:
    """One cell. ``role`` is one of `ROLES` or '' and ``name`` what the role names."""

    kind: str
    source: str
    role: str = ""
    name: str = ""
    points: int = 0
    alt: str = ""
    id: str = ""


@dataclass(frozen=True)
class Lesson:
    """A lesson as its author wrote it. ``name`` is its file's, such as ``104_regex_matching``."""

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


def paths() -> list[Path]:
    """The files of all lessons, in the order of the course."""
    return sorted(LESSONS.glob("*/[0-9]*.py"))


def find_path(text: str) -> Path:
    """The file of the lesson called ``text``: a number, a name, or the start of one.

    Raises `UnknownLesson` with a suggestion.
    """
    known = {path.stem: path for path in paths()}
    found = [stem for stem in known if text in (stem, stem[:3], stem[4:])]
    found = found or [stem for stem in known if stem[4:].startswith(text)]
    if len(found) == 1:
        return known[found[0]]
    close = difflib.get_close_matches(text, [*known, *(s[4:] for s in known)], n=1, cutoff=0.4)
    hint = f" Did you mean {close[0]}?" if close else ""
    raise UnknownLesson(f"There is no lesson called {text}.{hint}")


def read(path: Path) -> Lesson:
    """Read the lesson file at ``path``; raises `LessonError`."""
    import jupytext

    part = path.parent.name
    text = path.read_text(encoding="utf-8")
    raw = jupytext.reads(text, fmt="py:percent").cells
    if part not in PARTS or not re.fullmatch(rf"{part[0]}\d\d_[a-z0-9_]+", path.stem):
        raise LessonError(f"{path}: a lesson of part {part} is called {part[0]}NN_name.py")
    title = re.match(r"# (.+)", raw[0].source) if raw else None
    if not title:
        raise LessonError(f"{path}: the first cell starts with a title, '# ...'")
    ids = _Ids()
    cells = tuple(_cell(path, each.cell_type, each.source, each.metadata, ids) for each in raw)
    return Lesson(path.stem, part, title[1].strip(), cells)


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
    wanted = name if role in ("exercise", "essay") else f"{role}-{name}" if role else ""
    cell_id = ids.take(wanted or metadata.get("name", ""), source)
    return Cell(kind, source.strip("\n"), role, name, points, str(metadata.get("alt", "")), cell_id)


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
