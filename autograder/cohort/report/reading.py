"""Read what a report needs: the gradebook once, then the judge's results one after the other."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from autograder.cohort.assignments import Assignment, extra_credit, read_assignments
from autograder.cohort.batch import entered_note
from autograder.cohort.course import Course
from autograder.cohort.nbgrader.marks import Marks, read_marks, read_people
from autograder.cohort.nbgrader.opening import opened_gradebook
from autograder.cohort.standing import ABSENT, standings
from autograder.core.grade import NOT_MEASURED
from autograder.core.progress import Progress
from autograder.core.reports import Report

LONGEST = 160
"""Characters of a call or a value that are kept."""


@dataclass(frozen=True)
class Failure:
    """How an answer failed a group: what it was called with, what it should and did return."""

    call: str = ""
    expected: str = ""
    got: str = ""
    message: str = ""
    nudge: str = ""


@dataclass(frozen=True)
class Answer:
    """One student's exercise: the points of each group, and the failures of those not passed.

    Work that is measured only after other groups have passed is in neither.
    """

    written: bool
    earned: tuple[float, ...]
    failures: Mapping[int, Failure]


@dataclass
class Exercise:
    """An exercise with the names and points of its groups, and all answers by student."""

    lesson: str
    name: str
    groups: list[str]
    points: list[float]
    answers: dict[str, Answer] = field(default_factory=dict)


@dataclass
class StudentsWork:
    """What one student did for an assignment. ``points`` and ``score`` are nbgrader's sums."""

    handed_in: int = 0
    ungraded: int = 0
    waits: bool = False
    score: float = 0.0
    late: timedelta = timedelta(0)
    tries: int = 0


@dataclass
class Work:
    """What a class did for an assignment. Students are keys of ``students``, handed in or not."""

    name: str
    due: datetime | None
    until: dict[str, datetime]
    points: float
    lessons: list[str]
    extra: tuple[str, ...]
    students: dict[str, StudentsWork]
    exercises: dict[tuple[str, str], Exercise]


def read_work(course: Course, assignments: Sequence[str], progress: Progress) -> list[Work]:
    """The work of these assignments, or of all that were released; raises `CourseError`."""
    chosen = course.released(assignments)
    with opened_gradebook(course) as gradebook:
        people = list(read_people(gradebook))
        marks = {name: read_marks(gradebook, name) for name in chosen}
    assigned = read_assignments(course)
    return [
        _work(course, marks[name], people, assigned.get(name, Assignment()), progress)
        for name in chosen
    ]


def _work(
    course: Course, marks: Marks, people: Sequence[str], assigned: Assignment, progress: Progress
) -> Work:
    extra = extra_credit(course, marks.name)
    lessons = sorted(marks.points)
    points = sum(sum(marks.points[lesson].values()) for lesson in lessons if lesson not in extra)
    until = {who: when for who in assigned.extensions if (when := assigned.until(who))}
    work = Work(marks.name, marks.due, until, points, lessons, extra, {}, {})
    students = sorted({*people, *course.students(marks.name)})
    for done, student in enumerate(students, 1):
        work.students[student] = _students_work(course, work, marks, student)
        progress(f"reading {marks.name}", done, len(students))
    return work


def _students_work(course: Course, work: Work, marks: Marks, student: str) -> StudentsWork:
    own = StudentsWork(late=marks.late(student), tries=_tries(course, marks.name, student))
    entry = marks.entries.get(student)
    if entry:
        own.score = sum(notebook.score for notebook in entry.notebooks.values())
        own.waits = any(notebook.waits for notebook in entry.notebooks.values())
    for lesson, standing in standings(course, marks.name, student, work.lessons).items():
        if standing.status == ABSENT:
            continue
        own.handed_in += 1
        if standing.judged is None or entry is None:
            own.ungraded += 1
            continue
        for name, report in standing.judged.reports.items():
            key = (lesson, name)
            if key not in work.exercises:
                work.exercises[key] = _exercise(lesson, report)
            work.exercises[key].answers[student] = _answer(report)
    return own


def _exercise(lesson: str, report: Report) -> Exercise:
    verdicts = report.verdicts
    return Exercise(
        lesson,
        report.exercise,
        [verdict.name for verdict in verdicts],
        [verdict.points for verdict in verdicts],
    )


def _answer(report: Report) -> Answer:
    failures = {}
    for place, verdict in enumerate(report.verdicts):
        if verdict.state == "failed" and verdict.message != NOT_MEASURED:
            shown = verdict.counterexample or {}
            failures[place] = Failure(
                _short(shown.get("call", "")),
                _short(shown.get("expected", "")),
                _short(shown.get("got", "")),
                _short(report.problem or verdict.message),
                verdict.nudge,
            )
    earned = tuple(verdict.earned for verdict in report.verdicts)
    return Answer(report.state != "not written", earned, failures)


def _short(text: str) -> str:
    line = "; ".join(text.split("\n"))
    return line if len(line) <= LONGEST else f"{line[:LONGEST]} ..."


def _tries(course: Course, assignment: str, student: str) -> int:
    """How many different hand-ins were graded, of the lesson with most of them; 0 if unknown."""
    try:
        noted = json.loads(entered_note(course, assignment, student).read_text())
        return max(map(len, noted["versions"].values()), default=0)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return 0
