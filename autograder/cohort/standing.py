"""What became of a student's hand-in, lesson by lesson."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from autograder.judge.submission import Judged

from .course import Course

ABSENT, UNGRADED = "not handed in", "not graded"


@dataclass(frozen=True)
class Standing:
    """A word for it, and the judge's result where there is one."""

    status: str
    judged: Judged | None = None

    @property
    def tier(self) -> str:
        """The protection in which it ran."""
        return self.judged.tier if self.judged else ""


def standings(
    course: Course, assignment: str, student: str, lessons: Iterable[str]
) -> dict[str, Standing]:
    """How a student stands with each of these lessons. Nothing that is in their folder raises."""
    try:
        handed_in = course.handed_in(student, assignment)
    except Exception as error:  # what one student's folder does is no other's
        return {lesson: Standing(f"not read: {type(error).__name__}") for lesson in lessons}
    found = {}
    for lesson in lessons:
        if lesson not in handed_in:
            found[lesson] = Standing(ABSENT)
            continue
        judged = course.result_of(assignment, handed_in[lesson])
        status = judged.status or "graded" if judged else UNGRADED
        found[lesson] = Standing(status, judged)
    return found
