"""Export the marks of a class, a row for each student and lesson: CSV, JSON, a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, astuple, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.core.files import write_named

from .assignments import extra_credit
from .course import Course
from .nbgrader.opening import opened_gradebook
from .standing import ABSENT, UNGRADED, standings

if TYPE_CHECKING:
    from .nbgrader.marks import Marks, Person

BOM = "\ufeff"
"""Without it a spreadsheet takes UTF-8 for something else."""
RUN = ("=", "+", "-", "@", "\t", "\r")
"""A cell of a spreadsheet that starts so may be run as a formula."""
DIGITS_KEPT = 15
"""Of a number with more digits a spreadsheet forgets some."""


@dataclass(frozen=True, order=True)
class Row:
    """A student's lesson. One for extra credit has 0 ``points``, so that sums are right."""

    assignment: str
    student: str
    lesson: str
    score: float
    points: float
    needs_marking: bool
    status: str
    sandbox: str


@dataclass(frozen=True)
class Class:
    """The rows of all assignments, the points of each, and what else the gradebook knows."""

    rows: list[Row]
    points: dict[str, float]
    marks: dict[str, Marks]
    people: dict[str, Person]


def read_class(course: Course, assignments: Sequence[str] = ()) -> Class:
    """The marks of these assignments, or of all that were released; raises `CourseError`."""
    from .nbgrader.marks import read_marks, read_people

    chosen = course.released(assignments)
    with opened_gradebook(course) as gradebook:
        people = read_people(gradebook)
        marks = {name: read_marks(gradebook, name) for name in chosen}
    points = {name: _points(course, marks[name]) for name in chosen}
    rows = [row for name in chosen for row in _rows(course, marks[name], people, points[name])]
    sums = {name: sum(by_lesson.values()) for name, by_lesson in points.items()}
    return Class(sorted(rows), sums, marks, people)


def _points(course: Course, marks: Marks) -> dict[str, float]:
    """The points of each lesson; extra credit has none."""
    extra = extra_credit(course, marks.name)
    return {
        lesson: 0.0 if lesson in extra else sum(cells.values())
        for lesson, cells in marks.points.items()
    }


def _rows(
    course: Course, marks: Marks, people: dict[str, Person], points: dict[str, float]
) -> Iterator[Row]:
    for student in {*people, *course.students(marks.name)}:
        entry = marks.entries.get(student)
        for lesson, standing in standings(course, marks.name, student, points).items():
            notebook = entry.notebooks.get(lesson) if entry else None
            status = standing.status
            if entry is None and status != ABSENT:
                status = UNGRADED
            yield Row(
                marks.name,
                student,
                lesson,
                notebook.score if notebook else 0.0,
                points[lesson],
                notebook.waits if notebook else False,
                status,
                standing.tier if entry else "",
            )


def export(course: Course, to: Path) -> int:
    """Write all marks as CSV; returns the number of rows."""
    rows = read_class(course).rows
    write_named(to, as_csv(rows).encode())
    return len(rows)


def as_csv(rows: Sequence[Row]) -> str:
    """The rows as CSV, texts as they are: for programs."""
    return written([_names(), *map(_cells, rows)])


def as_spreadsheet(rows: Sequence[Row]) -> str:
    """The rows as CSV for Excel and its like: no text is run, and no id loses a digit."""
    table = [_names()]
    for row in rows:
        cells = [harmless(cell) for cell in _cells(row)]
        cells[1] = _kept(cells[1])
        table.append(cells)
    return BOM + written(table)


def as_json(rows: Sequence[Row]) -> str:
    """The rows as a JSON list of objects."""
    return json.dumps([asdict(row) for row in rows], indent=1) + "\n"


def _names() -> list[str]:
    return [field.name for field in fields(Row)]


def _cells(row: Row) -> list[str]:
    return [_cell(value) for value in astuple(row)]


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return number(value) if isinstance(value, float) else str(value)


def number(value: float) -> str:
    """A mark with at most two decimals, as gradebooks have them."""
    return f"{round(value, 2):.12g}"


def harmless(text: str) -> str:
    """A cell that a spreadsheet takes as text; a number is left as it is."""
    is_number = text.lstrip("-").replace(".", "", 1).isdecimal()
    return f"'{text}" if text.startswith(RUN) and not is_number else text


def _kept(text: str) -> str:
    """An id of digits alone as the formula of that text, so that 007 is not shown as 7."""
    is_short = len(text) <= DIGITS_KEPT and not text.startswith("0")
    return text if not text.isdecimal() or is_short else f'="{text}"'


def written(table: Sequence[Sequence[str]]) -> str:
    """A table as CSV."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(table)
    return text.getvalue()
