"""The lessons: a folder each, and how the files in it are found.

A lesson's folder holds ``lesson.py`` (its text), ``checks.py`` (each exercise a variable of that
module) and ``bank/`` (right and wrong solutions of each exercise, read as text). Names of
exercises are unique over the whole course, so a name is enough to find one.
"""

from __future__ import annotations

import dataclasses
import difflib
import functools
import importlib
import re
from pathlib import Path

from autograder.core.bank import Bank, Solution, read_bank, whole_solutions
from autograder.core.errors import LessonError, StudentsCopy, UnknownExercise
from autograder.core.exercise import Exercise
from autograder.core.lookup import lesson_named
from autograder.core.ways import two_ways
from autograder.groups import Form, Rule, parts_of

LESSONS = Path(__file__).parent
PARTS = {
    "0_start": "Start",
    "1_coding": "Coding and SQL",
    "2_take_home": "The take-home",
    "3_system_design": "ML system design",
    "4_engineering": "Engineering",
    "5_behavioural": "Behavioural",
    "6_mock_loop": "The mock loop",
}
_DEFINITION = re.compile(r"^(\w+) = Exercise\(", re.MULTILINE)


def paths() -> list[Path]:
    """The folders of all lessons, in the order of the course."""
    return sorted(LESSONS.glob("[0-9]_*/[0-9]*/"), key=lambda folder: folder.name)


def find_path(text: str) -> Path:
    """The folder of the lesson that ``text`` means; see `lesson_named`. Raises `UnknownLesson`."""
    folders = {folder.name: folder for folder in paths()}
    return folders[lesson_named(text, folders)]


def is_whole() -> bool:
    """Whether the lessons are here. What students of a cohort install has their checks alone."""
    return any((folder / "lesson.py").is_file() for folder in paths())


def require_whole() -> None:
    """Raise `StudentsCopy` where only what students install is here: checks without lessons."""
    if not is_whole():
        raise StudentsCopy(
            "The student's copy of the course has no lessons, no solutions and only the examples "
            "of the checks: use check.examples in your notebook, or run this where the whole "
            "course is installed."
        )


@functools.cache
def index() -> dict[str, Path]:
    """The folder of the lesson of each exercise: ``{"is_match": .../104_regex_matching, ...}``.

    Read from the text of the modules, so that none has to be imported.
    """
    folders: dict[str, Path] = {}
    for folder in paths():
        checks = folder / "checks.py"
        text = checks.read_text(encoding="utf-8") if checks.exists() else ""
        for name in _DEFINITION.findall(text):
            if name in folders:
                both = f"{folders[name].name} and {folder.name}"
                raise LessonError(f"The exercise {name} is defined in {both}. Rename one of them.")
            folders[name] = folder
    return folders


@functools.cache
def load(lesson: str) -> dict[str, Exercise]:
    """The exercises of a lesson by name, in order. A lesson without checks has none."""
    names = {name: folder for name, folder in index().items() if folder.name == lesson}
    if not names:
        return {}
    folder = next(iter(names.values()))
    module = importlib.import_module(f"{__name__}.{folder.parent.name}.{lesson}.checks")
    return {name: dataclasses.replace(getattr(module, name), name=name) for name in names}


def find(name: str) -> Exercise:
    """The exercise of this name; raises `UnknownExercise` with a suggestion."""
    return load(folder_of(name).name)[name]


def folder_of(exercise: str) -> Path:
    """The folder of the lesson that has this exercise; raises `UnknownExercise`."""
    folder = index().get(exercise)
    if folder is None:
        close = difflib.get_close_matches(exercise, index(), n=1)
        hint = f" Did you mean {close[0]}?" if close else ""
        raise UnknownExercise(f"The course has no exercise called {exercise}.{hint}")
    return folder


@functools.cache
def bank(exercise: str) -> Bank:
    """The bank of this exercise; an empty one where the lesson has none.

    Raises `UnknownExercise`, or `LessonError` where the bank can't be read. Never needed to check
    an answer.
    """
    path = folder_of(exercise) / "bank" / f"{exercise}.py"
    if not path.exists():
        return Bank()
    try:
        return read_bank(
            path.read_text(encoding="utf-8"), functools.partial(_in_another_bank, path)
        )
    except LessonError as error:
        raise LessonError(f"{path.parent.parent.name}/bank/{path.name}: {error}") from None


@functools.cache
def ways(exercise: str) -> list[Solution]:
    """Two right solutions of its bank that are written most differently; see `two_ways`.

    None for an answer that is a value, of which there are no ways to write it, and where the
    course came without its banks. Raises as `bank` does.
    """
    groups = parts_of(find(exercise).groups)
    if any(isinstance(group, (Form, Rule)) for group in groups):
        return []
    return two_ways(bank(exercise))


def _in_another_bank(path: Path, name: str) -> str:
    """The source of a solution of another exercise of the lesson; raises KeyError."""
    sources = [
        solutions[name]
        for other in sorted(path.parent.glob("*.py"))
        if other != path and name in (solutions := whole_solutions(other.read_text("utf-8")))
    ]
    if len(sources) > 1:
        raise LessonError(f"of={name!r} could be a solution of several exercises; rename one")
    if not sources:
        raise KeyError(name)
    return sources[0]
