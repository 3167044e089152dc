"""What the gradebook holds of an assignment, read in few queries however large the class is."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from nbgrader.api import (
    Assignment,
    Grade,
    Gradebook,
    GradeCell,
    Notebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
    TaskCell,
)

from autograder.cohort.course import CourseError


@dataclass(frozen=True)
class Mark:
    """The mark of one graded cell, as nbgrader adds it up.

    ``automatic`` is the judge's, None where there is none; ``waits`` says that a person has yet
    to look at it, ``by_hand`` that one has set it.
    """

    score: float
    automatic: float | None
    waits: bool
    by_hand: bool


@dataclass
class NotebookMarks:
    """The marks of a student's notebook by the cell's name, and the penalty for lateness."""

    cells: dict[str, Mark] = field(default_factory=dict)
    penalty: float = 0.0

    @property
    def score(self) -> float:
        return max(0.0, sum(mark.score for mark in self.cells.values()) - self.penalty)

    @property
    def waits(self) -> bool:
        return any(mark.waits for mark in self.cells.values())


@dataclass
class Entry:
    """One student's assignment. Times are UTC without a time zone, as nbgrader has them."""

    notebooks: dict[str, NotebookMarks]
    handed_in: datetime | None = None
    extension: timedelta | None = None


@dataclass
class Marks:
    """An assignment: ``points`` by lesson and cell, and an `Entry` for each student entered."""

    name: str
    due: datetime | None
    points: dict[str, dict[str, float]]
    entries: dict[str, Entry]

    def due_for(self, student: str) -> datetime | None:
        """When a student's assignment is due, with their extension."""
        entry = self.entries.get(student)
        more = entry.extension if entry else None
        return self.due + more if self.due and more else self.due

    def late(self, student: str) -> timedelta:
        """How late a student handed in; nothing where no date or no time is known."""
        entry, due = self.entries.get(student), self.due_for(student)
        if entry is None or entry.handed_in is None or due is None:
            return timedelta(0)
        return max(timedelta(0), entry.handed_in - due)


@dataclass(frozen=True)
class Person:
    """A student as the gradebook knows them; what it doesn't know is ''."""

    id: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    lms_user_id: str = ""


def read_people(gradebook: Gradebook) -> dict[str, Person]:
    """The students in the gradebook, by their ids."""
    columns = (
        Student.id, Student.first_name, Student.last_name, Student.email, Student.lms_user_id,
    )  # fmt: skip
    rows = gradebook.db.query(*columns).order_by(Student.id)
    return {row[0]: Person(row[0], *(text or "" for text in row[1:])) for row in rows}


def read_marks(gradebook: Gradebook, assignment: str) -> Marks:
    """All marks of an assignment. Raises `CourseError` where the gradebook has no such one."""
    db = gradebook.db
    row = db.query(Assignment.id, Assignment.duedate).filter(Assignment.name == assignment).first()
    if row is None:
        raise CourseError(
            f"The gradebook has no assignment {assignment}. Run: mle cohort release {assignment}"
        )
    key, due = row
    points: dict[str, dict[str, float]] = {
        name: {} for (name,) in db.query(Notebook.name).filter(Notebook.assignment_id == key)
    }
    cells = {}
    for kind in (GradeCell, TaskCell):
        for cell, name, most, lesson in (
            db.query(kind.id, kind.name, kind.max_score, Notebook.name)
            .join(Notebook, Notebook.id == kind.notebook_id)
            .filter(Notebook.assignment_id == key)
        ):
            cells[cell] = name
            points[lesson][name] = most
    return Marks(assignment, due, points, _entries(db, key, cells))


def _entries(db, key: str, cells: dict[str, str]) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    notebooks: dict[str, NotebookMarks] = defaultdict(NotebookMarks)
    for student, when, extension, notebook, lesson, penalty in (
        db.query(
            SubmittedAssignment.student_id, SubmittedAssignment.timestamp,
            SubmittedAssignment.extension, SubmittedNotebook.id, Notebook.name,
            SubmittedNotebook.late_submission_penalty,
        )
        .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Notebook, Notebook.id == SubmittedNotebook.notebook_id)
        .filter(SubmittedAssignment.assignment_id == key)
    ):  # fmt: skip
        entry = entries.setdefault(student, Entry({}, when, extension))
        notebooks[notebook].penalty = penalty or 0.0
        entry.notebooks[lesson] = notebooks[notebook]
    for notebook, cell, automatic, manual, extra, waits in (
        db.query(
            Grade.notebook_id, Grade.cell_id, Grade.auto_score, Grade.manual_score,
            Grade.extra_credit, Grade.needs_manual_grade,
        )
        .join(SubmittedNotebook, SubmittedNotebook.id == Grade.notebook_id)
        .join(SubmittedAssignment, SubmittedAssignment.id == SubmittedNotebook.assignment_id)
        .filter(SubmittedAssignment.assignment_id == key)
    ):  # fmt: skip
        if cell in cells:
            score = manual if manual is not None else automatic or 0.0
            mark = Mark(score + (extra or 0.0), automatic, bool(waits), manual is not None)
            notebooks[notebook].cells[cells[cell]] = mark
    return entries
