"""Which lesson a person means by what they type."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from .errors import UnknownLesson


def lesson_named(text: str, names: Iterable[str], where: str = "") -> str:
    """The one of ``names``, such as ``104_regex_matching``, that ``text`` means.

    ``text`` is a name (with or without its folder and ending), a number (``104``), a topic
    (``regex_matching``) or the beginning of a word of it (``regex``). Upper case, spaces and
    hyphens do not matter. Raises `UnknownLesson` for none and for several; ``where`` says in
    that case where to look.
    """
    lessons = {name.lower(): name for name in names}
    typed = text.replace("\\", "/").rstrip("/").rpartition("/")[2].strip().lower()
    typed = typed.removesuffix(".ipynb").removesuffix(".py").replace("-", "_").replace(" ", "_")
    matches: list[str] = []
    for is_meant in (_is_name, _is_number, _is_topic, _starts_word):
        matches = [lesson for lesson in lessons if typed and is_meant(typed, lesson)]
        if matches:
            break
    if len(matches) == 1:
        return lessons[matches[0]]
    if matches:
        message = f'"{text}" can mean {_either(matches)}. Type more of the name.'
        raise UnknownLesson(message, [lessons[match] for match in matches])
    close = [lessons[name] for name in _close(typed, list(lessons))]
    hint = f" Did you mean {_either(close)}?" if close else f" {where}".rstrip()
    raise UnknownLesson(f'No lesson is called "{text}".{hint}', close)


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
    """Up to three lessons whose name, topic or a word of it looks like ``text``."""
    parts: dict[str, str] = {}
    for lesson in lessons:
        for part in (lesson, lesson.partition("_")[2], *lesson.split("_")):
            parts.setdefault(part, lesson)
    near = difflib.get_close_matches(text, parts, n=6, cutoff=0.6)
    return list(dict.fromkeys(parts[part] for part in near))[:3]


def _either(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"
