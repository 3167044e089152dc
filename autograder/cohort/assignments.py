"""Assignments: the parts of the course, and an instructor's own, with dates and extensions.

The due date is in nbgrader's gradebook. What that has no place for is in ``.mle/assignments.json``:
the lessons of an assignment, which of them are extra credit, and extensions of students who have
not handed in.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from autograder import lessons
from autograder.core.files import write
from autograder.lessons import PARTS

from .course import Course, CourseError


@dataclass(frozen=True)
class Assignment:
    """``lessons`` are empty for a part, which has all of its own; ``extra`` are some of them.

    ``extensions`` are by student, as ISO 8601 in UTC.
    """

    lessons: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    extensions: Mapping[str, str] = field(default_factory=dict)

    def until(self, student: str) -> datetime | None:
        """When a student's extension ends, in UTC without a time zone; None where there is none."""
        text = self.extensions.get(student)
        return datetime.fromisoformat(text) if text else None

    def beyond(self, student: str, due: datetime | None) -> timedelta | None:
        """How much later than ``due`` a student may hand in, as nbgrader has it."""
        until = self.until(student)
        return until - due if until and due and until > due else None


def read_assignments(course: Course) -> dict[str, Assignment]:
    """What was assigned, by name; a part is among them only where something was said of it."""
    path = _file(course)
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        return {
            name: Assignment(tuple(a["lessons"]), tuple(a["extra"]), dict(a["extensions"]))
            for name, a in stored.items()
        }
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise CourseError(
            f"{path} can't be read ({error}). Put back a copy of it, or remove it and assign again."
        ) from error


def keep_assignments(course: Course, assignments: Mapping[str, Assignment]) -> None:
    """Write them down."""
    stored = {name: asdict(assignment) for name, assignment in assignments.items()}
    write(_file(course), (json.dumps(stored, indent=1) + "\n").encode())


def _file(course: Course) -> Path:
    return course.private("assignments.json")


def parts() -> list[str]:
    """The parts that have lessons: assignments that need not be assigned."""
    there = {path.parent.name for path in lessons.paths()}
    return [part for part in PARTS if part in there]


def lessons_of(course: Course, name: str) -> list[Path]:
    """The folders of an assignment's lessons, in the order of the course; raises `CourseError`."""
    own = read_assignments(course)
    if of_part := lessons_of_part(name):
        return of_part
    if name not in own:
        known = ", ".join([*own, *(part for part in parts() if part not in own)])
        raise CourseError(
            f"There is no assignment {name}. There are: {known}. "
            f"Make one with: mle cohort assign {name} LESSON ..."
        )
    return [path for path in lessons.paths() if path.name in own[name].lessons]


def lessons_of_part(name: str) -> list[Path]:
    """The folders of a part's lessons; none where ``name`` is no part."""
    return [path for path in lessons.paths() if path.parent.name == name]


def extra_credit(course: Course, name: str) -> tuple[str, ...]:
    """The lessons of an assignment whose points count beyond its sum."""
    return read_assignments(course).get(name, Assignment()).extra
