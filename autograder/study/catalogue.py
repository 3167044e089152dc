"""The lessons as plans and progress need them: titles, minutes, exercises with their points."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from autograder import lessons
from autograder.lessons import PARTS

from .files import StudyError

FIRST, LAST = "0_start", "6_mock_loop"
"""Parts that are for everyone: at the beginning and at the end."""
_TITLE = re.compile(r"^# # (.+)$", re.MULTILINE)
_TIME = re.compile(r"^# \*\*Time\*\*:(.+)$", re.MULTILINE)
_MINUTES = re.compile(r"(\d+)(?: minutes| for)")


@dataclass(frozen=True)
class Task:
    """An exercise: its points, and the minutes that a prepared reader needs."""

    name: str
    points: float
    minutes: int


@dataclass(frozen=True)
class Topic:
    """A lesson. ``reading`` are the minutes for everything but its exercises.

    ``name`` is that of its folder, ``notebook`` its file relative to the workspace.
    """

    name: str
    part: str
    title: str
    reading: int
    tasks: tuple[Task, ...]

    @property
    def number(self) -> str:
        return self.name.partition("_")[0]

    @property
    def label(self) -> str:
        """How the lesson is called in tables and calendars."""
        return f"{self.number} {self.title}"

    @property
    def notebook(self) -> str:
        return f"{self.part}/{self.name}.ipynb"

    @property
    def repeated(self) -> bool:
        """Whether its exercises are solved again later; the first and the last part are not."""
        return bool(self.tasks) and self.part not in (FIRST, LAST)

    @property
    def practice(self) -> int:
        """Minutes for all exercises."""
        return sum(task.minutes for task in self.tasks)

    @property
    def minutes(self) -> int:
        """Minutes for the whole lesson."""
        return self.reading + self.practice

    @property
    def points(self) -> float:
        return sum(task.points for task in self.tasks)


@functools.cache
def catalogue() -> Mapping[str, Topic]:
    """All lessons by name, in the order of the course. Raises `StudentsCopy`."""
    lessons.require_whole()
    return {folder.name: _topic(folder) for folder in lessons.paths()}


def _topic(folder: Path) -> Topic:
    text = (folder / "lesson.py").read_text(encoding="utf-8")
    title, time = _TITLE.search(text), _TIME.search(text)
    if not title or not time:
        raise StudyError(
            f"{folder.name} has no title or no line **Time**. Install the course again."
        )
    tasks = [Task(e.name, e.points, e.minutes) for e in lessons.load(folder.name).values()]
    reading = sum(map(int, _MINUTES.findall(time[1])))
    return Topic(folder.name, folder.parent.name, title[1].strip(), reading, tuple(tasks))


def part_title(part: str) -> str:
    """The name of a part as a reader knows it."""
    return PARTS.get(part, part)
