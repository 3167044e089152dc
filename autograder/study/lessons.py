"""Find a lesson of the course by what a learner types."""

from __future__ import annotations

import difflib
from pathlib import Path

from .files import StudyError
from .workspace import course_lessons


class UnknownLesson(StudyError, LookupError):
    """No lesson, or more than one, answers to a text; `close` has names that may be meant."""

    def __init__(self, message: str, close: list[str]) -> None:
        super().__init__(message)
        self.close = close


def find_lesson(course: Path, text: str) -> Path:
    """Return the notebook in the folder `course` that `text` means.

    `text` is a name (`104_regex_matching`, with or without its folder and ending), a number
    (`104`), a topic (`regex_matching`) or the beginning of a word of it (`regex`). Upper case,
    spaces and hyphens do not matter. Raises `UnknownLesson` for none and for several.
    """
    lessons = {lesson.stem.lower(): Path(course, lesson) for lesson in course_lessons(course)}
    name = text.replace("\\", "/").rstrip("/").rpartition("/")[2].strip().lower()
    name = name.removesuffix(".ipynb").removesuffix(".py").replace("-", "_").replace(" ", "_")
    found: list[str] = []
    for fits in (_is_name, _is_number, _is_topic, _starts_word):
        found = [lesson for lesson in lessons if name and fits(name, lesson)]
        if found:
            break
    if len(found) == 1:
        return lessons[found[0]]
    if found:
        raise UnknownLesson(f'"{text}" can mean {_either(found)}. Type more of the name.', found)
    close = _close(name, list(lessons))
    hint = f"Did you mean {_either(close)}?" if close else f"The lessons are in {course}."
    raise UnknownLesson(f'No lesson is called "{text}". {hint}', close)


def _is_name(text: str, lesson: str) -> bool:
    return text == lesson


def _is_number(text: str, lesson: str) -> bool:
    number = lesson.partition("_")[0]
    return text.isdecimal() and number.isdecimal() and int(text) == int(number)


def _is_topic(text: str, lesson: str) -> bool:
    return text == lesson.partition("_")[2]


def _starts_word(text: str, lesson: str) -> bool:
    return f"_{text}" in f"_{lesson}"


def _close(text: str, lessons: list[str]) -> list[str]:
    """Return up to three lessons whose name, topic or a word of it looks like `text`."""
    parts = {}
    for lesson in lessons:
        for part in {lesson, lesson.partition("_")[2], *lesson.split("_")}:
            parts.setdefault(part, lesson)
    near = difflib.get_close_matches(text, parts, n=6, cutoff=0.6)
    return list(dict.fromkeys(parts[part] for part in near))[:3]


def _either(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"
