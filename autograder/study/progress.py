"""Where a learner stands: their record held against the lessons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from autograder.core import clock
from autograder.core.attempts import rounds, tries, worked
from autograder.core.record import Check, Record

from .catalogue import Task, Topic, catalogue
from .records import read_record
from .repetition import due_on, repetitions

DIAGNOSTIC = "diagnostic"
"""The exercise of lesson 001 whose groups are the parts of the course."""


@dataclass(frozen=True)
class TaskState:
    """An exercise and what the record says of it. ``best`` is in today's points.

    ``solved`` are the rounds that ended with all points, each with its checks.
    """

    task: Task
    checks: tuple[Check, ...] = ()

    @property
    def best(self) -> float:
        # Points of an older version count as their share of today's.
        shares = [check.points / check.of for check in self.checks]
        share = max(shares, default=0)
        return self.task.points if share >= 1 else int(share * self.task.points + 1e-9)

    @property
    def passed(self) -> bool:
        return any(check.passed for check in self.checks)

    @property
    def solved(self) -> list[list[Check]]:
        return [each for each in rounds(self.checks) if each[-1].passed]

    @property
    def tries(self) -> int:
        """Tries up to the first pass, or so far."""
        return tries(rounds(self.checks)[0]) if self.checks else 0

    @property
    def worked(self) -> timedelta:
        return worked(self.checks)

    @property
    def days_passed(self) -> list[date]:
        """The day of the first pass, and the days on which it was solved again."""
        return [clock.day_of(each[-1].time) for each in self.solved]


@dataclass(frozen=True)
class LessonState:
    """A lesson, and how far the learner is in it."""

    topic: Topic
    tasks: tuple[TaskState, ...]

    @property
    def best(self) -> float:
        return sum(each.best for each in self.tasks)

    @property
    def begun(self) -> bool:
        return any(each.checks for each in self.tasks)

    @property
    def done_on(self) -> date | None:
        """The day on which the last exercise was passed, or None."""
        if not self.tasks or not all(each.passed for each in self.tasks):
            return None
        return max(each.days_passed[0] for each in self.tasks)

    @property
    def repeated_on(self) -> list[date]:
        done = self.done_on
        if done is None:
            return []
        again = [(day, each.task.name) for each in self.tasks for day in each.days_passed[1:]]
        return repetitions(done, again, len(self.tasks))

    @property
    def due_on(self) -> date | None:
        """The day of the next repetition; None before the lesson is done and after the last."""
        done = self.done_on
        return due_on(done, self.repeated_on) if done and self.topic.repeated else None

    @property
    def last_on(self) -> date | None:
        """The day of the last check."""
        times = [check.time for each in self.tasks for check in each.checks]
        return clock.day_of(max(times)) if times else None

    @property
    def worked(self) -> timedelta:
        return sum((each.worked for each in self.tasks), timedelta(0))

    @property
    def left(self) -> list[Task]:
        """The exercises that are not passed yet."""
        return [each.task for each in self.tasks if not each.passed]


@dataclass(frozen=True)
class Progress:
    """Everything that the record says on one day.

    ``unknown`` counts checks of exercises that this version of the course doesn't have, and
    ``foreign`` lines that aren't checks.
    """

    today: date
    lessons: tuple[LessonState, ...]
    unknown: int = 0
    foreign: int = 0

    @property
    def checks(self) -> list[Check]:
        every = [c for lesson in self.lessons for each in lesson.tasks for c in each.checks]
        return sorted(every, key=lambda check: check.time)

    @property
    def best(self) -> float:
        return sum(lesson.best for lesson in self.lessons)

    @property
    def points(self) -> float:
        return sum(lesson.topic.points for lesson in self.lessons)

    @property
    def worked(self) -> timedelta:
        return sum((lesson.worked for lesson in self.lessons), timedelta(0))

    @property
    def due(self) -> list[LessonState]:
        """The lessons to repeat, the one that waits longest first."""
        due = [(day, each) for each in self.lessons if (day := each.due_on) and day <= self.today]
        return [each for _, each in sorted(due, key=lambda pair: pair[0])]

    @property
    def under_way(self) -> LessonState | None:
        """The lesson to go on with: the one begun last, else the first that isn't done."""
        left = [each for each in self.lessons if each.done_on is None and each.tasks]
        begun = [(each.last_on or date.min, each) for each in left if each.begun]
        if begun:
            return max(begun, key=lambda pair: pair[0])[1]
        return left[0] if left else None

    def lesson(self, name: str) -> LessonState:
        return next(each for each in self.lessons if each.topic.name == name)

    @property
    def missed_parts(self) -> list[str]:
        """The digits of the parts that the last diagnostic missed something in, in its order."""
        diagnostic = [check for check in self.checks if check.exercise == DIAGNOSTIC]
        failed = diagnostic[-1].failed if diagnostic else ()
        return [name[5] for name in failed if name.startswith("part ") and name[5:6].isdigit()]


def progress_of(
    kept: Record, topics: Mapping[str, Topic] | None = None, today: date | None = None
) -> Progress:
    """Hold a record against the lessons (the course's, unless ``topics`` are given)."""
    topics = catalogue() if topics is None else topics
    by_exercise: dict[str, list[Check]] = {}
    for check in kept.checks:
        by_exercise.setdefault(check.exercise, []).append(check)
    states = [
        LessonState(topic, tuple(_state(task, by_exercise) for task in topic.tasks))
        for topic in topics.values()
    ]
    unknown = sum(map(len, by_exercise.values()))
    return Progress(today or clock.today(), tuple(states), unknown, kept.foreign)


def _state(task: Task, by_exercise: dict[str, list[Check]]) -> TaskState:
    return TaskState(task, tuple(by_exercise.pop(task.name, ())))


def read_progress(workspace: Path) -> Progress:
    """Where the learner of a workspace stands. Raises `StudyError`."""
    return progress_of(read_record(workspace))
