"""Make and change assignments of an instructor's own, due dates and extensions."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from autograder import lessons
from autograder.core.errors import UnknownLesson
from autograder.core.lookup import lesson_named
from autograder.lessons import PARTS

from .assignments import Assignment, keep_assignments, lessons_of_part, parts, read_assignments
from .course import Course, CourseError
from .dates import now, read_date, shown
from .summary import counted

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,99}")
NOT_ANY = "none"
"""What is typed in place of a date to take it back."""


def assign(
    course: Course,
    name: str,
    wanted: Sequence[str],
    *,
    extra: Sequence[str] = (),
    due: str = "",
    extensions: Sequence[str] = (),
) -> list[str]:
    """Make or change an assignment; returns what it is now, as lines of text.

    ``wanted`` and ``extra`` are lessons as people type them, ``due`` a date, ``extensions`` texts
    like ``ada=2027-02-03T18:00``. What isn't given stays. Raises `UserError` before anything is
    changed.
    """
    from .nbgrader.opening import opened_gradebook

    before = read_assignments(course)
    after = _chosen(course, name, before.get(name), wanted, extra)
    with opened_gradebook(course) as gradebook:
        dates = _Dates(gradebook, name)
        _require_same_lessons(course, name, after, dates.entered)
        if due:
            dates.due = None if due == NOT_ANY else read_date(due)
        after = _extended(course, after, extensions, dates)
        dates.save(after, before.get(name, Assignment()))
        keep_assignments(course, {**before, name: after})
        return _described(course, name, after, dates.due)


def _chosen(
    course: Course,
    name: str,
    before: Assignment | None,
    wanted: Sequence[str],
    extra: Sequence[str],
) -> Assignment:
    """The assignment with the lessons that were typed, each in one of the two lists."""
    if name in PARTS:
        if wanted or extra:
            raise CourseError(
                f"{name} is a part of the course and has all of its lessons. "
                "Choose another name for an assignment of your own."
            )
        if name not in parts():
            raise CourseError(f"{name} has no lessons yet. Assign another part, or lessons.")
        return before or Assignment()
    if not NAME.fullmatch(name):
        raise CourseError(
            f'"{name}" can\'t be the name of an assignment. Use letters, digits, "-", "_" and ".", '
            "such as week1."
        )
    if before is None and not wanted:
        raise CourseError(
            f"There is no assignment {name} yet. Name its lessons: mle cohort assign {name} 104 108"
        )
    before = before or Assignment()
    main = _named(wanted) if wanted else [n for n in before.lessons if n not in before.extra]
    beyond = _named(extra) if extra else [n for n in before.extra if n not in main]
    if extra and not wanted:
        main = [lesson for lesson in main if lesson not in beyond]
    if both := set(main) & set(beyond):
        raise CourseError(f"{min(both)} can't be both a lesson that counts and extra credit.")
    if not main:
        raise CourseError(f"All lessons of {name} would be extra credit. Name one that counts.")
    return replace(before, lessons=tuple(sorted({*main, *beyond})), extra=tuple(sorted(beyond)))


def _named(texts: Sequence[str]) -> list[str]:
    where = "Name it as in notebooks/: by its number or its topic, such as 104."
    names = [path.name for path in lessons.paths()]
    try:
        return list(dict.fromkeys(lesson_named(text, names, where) for text in texts))
    except UnknownLesson as error:
        raise CourseError(str(error)) from error


def _require_same_lessons(
    course: Course, name: str, after: Assignment, entered: Sequence[str]
) -> None:
    """Raise where the lessons would change under students who have handed them in."""
    released = course.lessons(name)
    if name in PARTS or not released or released == list(after.lessons):
        return
    if students := {*entered, *course.students(name)}:
        new = [lesson.partition("_")[0] for lesson in after.lessons if lesson not in released]
        raise CourseError(
            f"{name} was released with {', '.join(released)}, and handed in by "
            f"{counted(students, 'student')}, so its lessons can't change. Use another name: "
            f"mle cohort assign {name}b {' '.join(new) or 'LESSON ...'}"
        )


def _extended(
    course: Course, assignment: Assignment, texts: Sequence[str], dates: _Dates
) -> Assignment:
    extensions = dict(assignment.extensions)
    for text in texts:
        student, equals, when = text.rpartition("=")
        if not equals or not student:
            raise CourseError(f'"{text}" extends nothing. Write STUDENT=DATE.')
        require_student(course, student, dates.people)
        if when == NOT_ANY:
            extensions.pop(student, None)
            continue
        until = read_date(when)
        if dates.due is None:
            raise CourseError(
                f"{dates.name} has no due date that could be extended. Give one with --due."
            )
        if until <= dates.due:
            raise CourseError(
                f"{shown(until)} isn't an extension for {student}, because {dates.name} is due on "
                f"{shown(dates.due)}. Give a later date."
            )
        extensions[student] = until.isoformat()
    return replace(assignment, extensions=extensions)


def require_student(course: Course, student: str, people: Sequence[str]) -> None:
    """Raise `CourseError` for a student who is neither among ``people`` nor has a folder."""
    known = {*people, *(path.name for path in course.root.glob("submitted/*"))}
    if student in known:
        return
    close = difflib.get_close_matches(student, known, n=1)
    hint = f" Did you mean {close[0]}?" if close else ""
    raise CourseError(
        f"No student is called {student}.{hint} A new one is added with: "
        f"nbgrader db student add {student}"
    )


class _Dates:
    """The due date and the extensions of one assignment in the gradebook."""

    def __init__(self, gradebook: Any, name: str) -> None:
        from nbgrader.api import MissingEntry

        self.name = name
        self._gradebook = gradebook
        self.people = [student.id for student in gradebook.students]
        try:
            there = gradebook.find_assignment(name)
            self.due: datetime | None = there.duedate
            self.entered = [submission.student_id for submission in there.submissions]
        except MissingEntry:
            self.due, self.entered = None, []
        self._before = self.due

    def save(self, assignment: Assignment, before: Assignment) -> None:
        """Write the date, and the extensions of students whose marks are there already."""
        if self.due != self._before:
            self._gradebook.update_or_create_assignment(self.name, duedate=self.due)
        for student in {*assignment.extensions, *before.extensions}.intersection(self.entered):
            submission = self._gradebook.find_submission(self.name, student)
            submission.extension = assignment.beyond(student, self.due)
        self._gradebook.db.commit()


def _described(
    course: Course, name: str, assignment: Assignment, due: datetime | None
) -> list[str]:
    every = [path.name for path in lessons_of_part(name)] or list(assignment.lessons)
    main = [lesson for lesson in every if lesson not in assignment.extra]
    lines = [f"{name}: {', '.join(main)}"]
    if assignment.extra:
        lines.append(f"  extra credit: {', '.join(assignment.extra)}")
    if due:
        past = " (which is past)" if due < now() else ""
        lines.append(f"  due {shown(due)}{past}")
    for student in sorted(assignment.extensions):
        until = assignment.until(student)
        if until:
            lines.append(f"  {student}: until {shown(until)}")
    if course.lessons(name) != sorted(every):
        lines.append(f"Next: mle cohort release {name}")
    return lines
