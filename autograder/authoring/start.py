"""Start a lesson: its folder, made from the templates."""

from __future__ import annotations

import re
from pathlib import Path

from autograder import lessons
from autograder.core.errors import LessonError
from autograder.core.files import write
from autograder.lessons import PARTS

from .shape import BODY, CLOSING

TEMPLATES = Path(__file__).parent / "templates"


def start_lesson(part: str, name: str) -> list[Path]:
    """Write the files of a new lesson. Raises `LessonError` where its folder exists already."""
    if part not in PARTS:
        raise LessonError(f"There is no part {part}. The parts are {', '.join(PARTS)}.")
    if not re.fullmatch(rf"{part[0]}\d\d_[a-z0-9_]+", name):
        raise LessonError(f"A lesson of {part} is called {part[0]}NN_topic, in lower case.")
    folder = lessons.LESSONS / part / name
    taken = [other for other in lessons.paths() if other.name[:3] == name[:3]]
    if folder.exists() or taken:
        raise LessonError(f"{(taken or [folder])[0]} exists already; nothing was written.")
    exercise = f"{name[4:]}_answer"
    words = {
        "number": name[:3],
        "title": name[4:].replace("_", " ").capitalize(),
        "exercise": exercise,
        "sections": "".join(f"# %% [markdown]\n# ## {section}\n\n" for section in BODY[part]),
        "closing": "\n".join(
            f"# %% [markdown]\n# ## {section}\n#\n# {'{{next}}' if section == 'Next' else '...'}\n"
            for section in CLOSING
        ),
    }
    files = {
        folder / "lesson.py": "lesson.py.template",
        folder / "checks.py": "checks.py.template",
        folder / "bank" / f"{exercise}.py": "bank.py.template",
    }
    for path, template in files.items():
        text = (TEMPLATES / template).read_text(encoding="utf-8")
        write(path, _filled(text, words).encode())
    return list(files)


def _filled(text: str, words: dict[str, str]) -> str:
    """The text with ``{word}`` filled in; other braces are the template's own."""
    for word, value in words.items():
        text = text.replace(f"{{{word}}}", value)
    return text
