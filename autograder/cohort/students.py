"""Students who leave a class or get another id, with everything that a cohort's folder has of them.

Each step can be repeated, so that a command that was interrupted can be given again.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from autograder.core.files import write

from . import intake
from .assigning import require_student
from .assignments import keep_assignments, read_assignments
from .batch import entered_note
from .course import Course, CourseError
from .dates import now
from .export import as_json, read_class
from .nbgrader.opening import opened_gradebook

FOLDERS = ("submitted", "autograded", "feedback")
ABOUT = ("first_name", "last_name", "email", "lms_user_id")
LONGEST = 128
"""Characters of an id in nbgrader's gradebook."""


def rename(course: Course, old: str, new: str) -> None:
    """Give a student another id; raises `CourseError` before anything is changed."""
    from nbgrader.api import Student, SubmittedAssignment

    if not new or intake.is_leftover(new) or not {"/", "\0"}.isdisjoint(new) or len(new) > LONGEST:
        raise CourseError(
            f'"{new}" can\'t be the id of a student. Use at most {LONGEST} characters without "/", '
            'not "." at its beginning.'
        )
    with opened_gradebook(course) as gradebook:
        people = [student.id for student in gradebook.students]
        require_student(course, old, people)
        taken = [name for name in FOLDERS if _both(course.root / name, old, new)]
        if taken or {old, new} <= {*people}:
            where = f" in {taken[0]}/" if taken else ""
            raise CourseError(
                f"There is a student {new} already{where}. Take one of the two out with: "
                f"mle cohort drop {new}"
            )
        if old in people:
            before = gradebook.find_student(old)
            about = {name: getattr(before, name) for name in ABOUT}
            gradebook.db.add(Student(id=new, **about))
            gradebook.db.flush()
            gradebook.db.query(SubmittedAssignment).filter_by(student_id=old).update(
                {"student_id": new}
            )
            gradebook.db.query(Student).filter_by(id=old).delete()
            gradebook.db.commit()
    for folder in _folders(course, old):
        folder.rename(folder.with_name(new))
    for assignment in course.assignments():
        note = entered_note(course, assignment, old)
        if note.exists():
            note.rename(entered_note(course, assignment, new))
    _extensions(course, old, new)


def drop(course: Course, student: str) -> Path:
    """Take a student out of the class; returns the folder in which files and marks are kept."""
    with opened_gradebook(course) as gradebook:
        people = [each.id for each in gradebook.students]
    require_student(course, student, people)
    kept = course.private(f"dropped/{student}/{now():%Y%m%d-%H%M%S}")
    if student in people:
        rows = [row for row in read_class(course).rows if row.student == student]
        write(kept / "marks.json", as_json(rows).encode())
        with opened_gradebook(course) as gradebook:
            cells = [_cells(submission) for submission in gradebook.student_submissions(student)]
            write(kept / "cells.json", (json.dumps(cells, indent=1) + "\n").encode())
            gradebook.remove_student(student)
    kept.mkdir(parents=True, exist_ok=True)
    for folder in _folders(course, student):
        folder.rename(kept / folder.parent.name)
    for assignment in course.assignments():
        entered_note(course, assignment, student).unlink(missing_ok=True)
    _extensions(course, student, "")
    return kept


def _cells(submission: Any) -> dict[str, Any]:
    """Each mark and comment of an assignment, as nbgrader has them."""
    return {
        "assignment": submission.name,
        "grades": [grade.to_dict() for book in submission.notebooks for grade in book.grades],
        "comments": [each.to_dict() for book in submission.notebooks for each in book.comments],
    }


def _both(root: Path, old: str, new: str) -> bool:
    return (root / old).exists() and (root / new).exists()


def _folders(course: Course, student: str) -> list[Path]:
    return [path for name in FOLDERS if (path := course.root / name / student).exists()]


def _extensions(course: Course, old: str, new: str) -> None:
    """Let the extensions of ``old`` be those of ``new``, or nobody's if that is ''."""
    assignments = read_assignments(course)
    changed = False
    for name, assignment in assignments.items():
        if old in assignment.extensions:
            extensions = dict(assignment.extensions)
            until = extensions.pop(old)
            if new:
                extensions[new] = until
            assignments[name] = replace(assignment, extensions=extensions)
            changed = True
    if changed:
        keep_assignments(course, assignments)
