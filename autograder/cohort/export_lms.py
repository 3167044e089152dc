"""Export sums of assignments as Canvas and Moodle import them: a row for each student.

Canvas's importer knows a student by ID, SIS User ID or SIS Login ID, and an assignment by a number
behind its title. Moodle's asks which column is what, and takes no grade above 100 by itself, so it
is given percentages.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from .assignments import Assignment, read_assignments
from .course import Course, CourseError
from .dates import now
from .export import Row, harmless, number, read_class, written
from .nbgrader.marks import Marks, Person
from .standing import ABSENT, UNGRADED
from .summary import named

CANVAS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
MOODLE = ("Username", "ID number", "First name", "Last name", "Email address")
POINTS_POSSIBLE = "    Points Possible"
NO_GRADE = "-"
"""What Moodle reads as no grade. An empty cell would be another thing for a new column."""
MOST_PERCENT = 100.0


@dataclass(frozen=True)
class Total:
    """A student's assignment: a score, or '' and why there is none to be exported yet."""

    score: float | None
    why: str = ""


@dataclass(frozen=True)
class Export:
    """A file, the number of its students, and sentences about it."""

    text: str
    students: int
    notes: list[str]


@dataclass(frozen=True)
class Sums:
    """The totals of a class by student and assignment, and the points of each assignment."""

    people: dict[str, Person]
    points: dict[str, float]
    totals: dict[str, dict[str, Total]]

    def open_questions(self) -> list[str]:
        """A sentence for each reason why somebody's mark is left out."""
        by_reason: dict[str, list[str]] = {}
        for student, totals in self.totals.items():
            for assignment, total in totals.items():
                if total.why:
                    by_reason.setdefault(f"{assignment}, {total.why}", []).append(student)
        return [f"{why}: {named(students)}." for why, students in sorted(by_reason.items())]


def sums(course: Course, assignments: Sequence[str]) -> Sums:
    """The totals of these assignments, or of all that were released."""
    whole = read_class(course, assignments)
    assigned = read_assignments(course)
    by_student: dict[str, dict[str, list[Row]]] = {}
    for row in whole.rows:
        by_student.setdefault(row.student, {}).setdefault(row.assignment, []).append(row)
    totals = {
        student: {
            name: _total(rows[name], _due(whole.marks[name], assigned.get(name), student))
            for name in rows
        }
        for student, rows in by_student.items()
    }
    people = {student: whole.people.get(student, Person(student)) for student in sorted(totals)}
    return Sums(people, whole.points, totals)


def _due(marks: Marks, assigned: Assignment | None, student: str) -> datetime | None:
    until = assigned.until(student) if assigned else None
    due = marks.due_for(student)
    return max(due, until) if due and until else due


def _total(rows: Sequence[Row], due: datetime | None) -> Total:
    if any(row.needs_marking for row in rows):
        return Total(None, "left out, because an essay waits to be marked")
    if any(row.status == UNGRADED or row.status.startswith("not read") for row in rows):
        return Total(None, "left out, because it was handed in and not graded")
    if all(row.status == ABSENT for row in rows) and due and due > now():
        return Total(None)
    return Total(sum(row.score for row in rows))


def for_canvas(course: Course, assignments: Sequence[str], roster: Path | None) -> Export:
    """The gradebook file that Canvas imports.

    ``roster`` is the file that Canvas exports: its students' ids and its assignments' numbers are
    taken over. An empty cell is a mark that isn't known yet.
    """
    known = sums(course, assignments)
    notes = known.open_questions()
    if roster is None:
        header, students = list(CANVAS), {who: _for_canvas(p) for who, p in known.people.items()}
        titles = {name: name for name in known.points}
    else:
        header, students, titles = _from_roster(roster, known)
        if strangers := [who for who in known.people if who not in students]:
            notes.append(f"Not in {roster}, and left out: {named(strangers)}.")
    if not students:
        where = f"in {roster}. Name the file of this course" if roster else "known. Grade first"
        raise CourseError(f"No student of the class is {where}.")
    by_row: dict[tuple[str, ...], str] = {}
    for who, cells in students.items():
        if (other := by_row.setdefault(tuple(cells), who)) != who:
            raise CourseError(
                f"{other} and {who} are the same student of {roster}. Take one of them out with: "
                "mle cohort drop"
            )
    notes += _renamed(students.values())
    first = [POINTS_POSSIBLE, *[""] * (len(header) - 1), *map(number, known.points.values())]
    table = [[*header, *(titles[name] for name in known.points)], first]
    for who, cells in students.items():
        totals = known.totals[who]
        scores = [_shown(totals.get(name), number, "") for name in known.points]
        table.append([*map(harmless, cells), *scores])
    return Export(written(table), len(students), notes)


def _for_canvas(person: Person) -> list[str]:
    name = ", ".join(filter(None, [person.last_name, person.first_name])) or person.id
    return [name, person.lms_user_id, "", person.id, ""]


def _from_roster(
    roster: Path, known: Sums
) -> tuple[list[str], dict[str, list[str]], dict[str, str]]:
    """The columns about students, their cells by our id, and the titles, as Canvas has them."""
    try:
        rows = list(csv.reader(io.StringIO(roster.read_text(encoding="utf-8-sig"), newline="")))
    except (OSError, ValueError, csv.Error) as error:
        raise CourseError(f"{roster} can't be read ({error}). Export it from Canvas.") from error
    header = rows[0] if rows else []
    if header[:2] != list(CANVAS[:2]) or "Section" not in header:
        raise CourseError(
            f"{roster} isn't a gradebook exported from Canvas: it must have the columns "
            "Student, ID and Section. Export it again."
        )
    width = header.index("Section") + 1
    about = [place for place, title in enumerate(header[:width]) if title in CANVAS]
    titles = {
        name: next((t for t in header[width:] if t.rpartition(" (")[0] == name), name)
        for name in known.points
    }
    by_column: dict[str, dict[str, list[str]]] = {header[place]: {} for place in about}
    for row in rows[1:]:
        if len(row) >= width:
            for place in about:
                by_column[header[place]][row[place]] = [row[each] for each in about]
    students = {who: _found(person, by_column) for who, person in known.people.items()}
    return (
        [header[place] for place in about],
        {who: cells for who, cells in students.items() if cells},
        titles,
    )


def _found(person: Person, by_column: dict[str, dict[str, list[str]]]) -> list[str]:
    """The cells of a student: what one column calls them may be somebody else in another one."""
    login, sis, canvas = "SIS Login ID", "SIS User ID", "ID"
    ways = (
        (canvas, person.lms_user_id), (login, person.id), (sis, person.id), (login, person.email),
        (canvas, person.id),
    )  # fmt: skip
    found = (by_column.get(column, {}).get(text) for column, text in ways if text)
    return next(filter(None, found), [])


def for_moodle(course: Course, assignments: Sequence[str]) -> Export:
    """The file that Moodle imports, in percent of the points."""
    known = sums(course, assignments)
    notes = known.open_questions()
    table = [[*MOODLE, *known.points]]
    people = {
        who: [who, p.lms_user_id, p.first_name, p.last_name, p.email]
        for who, p in known.people.items()
    }
    notes += _renamed(people.values())
    above: list[str] = []
    for who, cells in people.items():
        percent = {
            name: Total(_percent(total.score, known.points[name]))
            for name, total in known.totals[who].items()
        }
        grades = [_shown(percent.get(name), _at_most, NO_GRADE) for name in known.points]
        table.append([*map(harmless, cells), *grades])
        if any((total.score or 0) > MOST_PERCENT for total in percent.values()):
            above.append(who)
    if above:
        notes.append(f"Moodle takes 100% at most, so extra credit was cut for: {named(above)}.")
    return Export(written(table), len(people), notes)


def _percent(score: float | None, points: float) -> float | None:
    return None if score is None else 100 * score / points if points else 0.0


def _at_most(percent: float) -> str:
    return number(min(percent, MOST_PERCENT))


def _shown(total: Total | None, text: Callable[[float], str], absent: str) -> str:
    return absent if total is None or total.score is None else text(total.score)


def _renamed(students) -> list[str]:
    changed = [cell for cells in students for cell in cells if harmless(cell) != cell]
    if not changed:
        return []
    return [
        "A spreadsheet would run what starts with one of = + - @, so an apostrophe was put before "
        f"it: {named(changed)}."
    ]
