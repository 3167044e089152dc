"""Find a lesson of the course by what a learner types."""

from __future__ import annotations

from pathlib import Path

from autograder.core.lookup import lesson_named

from .workspace import course_lessons


def find_lesson(course: Path, text: str) -> Path:
    """The notebook in the folder ``course`` that ``text`` means; see `lesson_named`.

    Raises `UnknownLesson` for none and for several.
    """
    notebooks = {path.stem: Path(course, path) for path in course_lessons(course)}
    return notebooks[lesson_named(text, notebooks, where=f"The lessons are in {course}.")]
