"""A made-up learner: answers from the banks, wrong ones first, with growing skill."""

from __future__ import annotations

import contextlib
import io
import random
import sys
import warnings
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from autograder import lessons
from autograder.authoring import release
from autograder.authoring.lesson import read_lesson
from autograder.authoring.trials import namespace_of, run_source

SLOW = {"sum_to_n_once": 1, "rotate_k": 1}
"""Exercises of whose wrong solutions the first takes seconds to check; the next one is taken."""


@dataclass
class Clock:
    """A clock that stands in for the course's, and that moves when it is told to."""

    time: datetime

    def __call__(self) -> datetime:
        return self.time

    def tick(self, minutes: float) -> None:
        self.time += timedelta(minutes=minutes)

    def go_to(self, day: date, hour: int = 19) -> None:
        self.time = datetime.combine(day, time(hour), UTC)


class Kernel:
    """What a notebook's kernel looks like to `check`: a shell, a folder, and a start."""

    def __init__(self, workspace: Path, lesson: str, clock: Clock, monkeypatch) -> None:
        module = sys.modules["autograder.check"]
        folder = lessons.find_path(lesson)
        self._recorder = module.Recorder(workspace / folder.parent.name, "0.2.0")
        monkeypatch.setattr(module, "_recorder", self._recorder)
        monkeypatch.setattr(module, "notebook_shell", lambda: type("Shell", (), {"kernel": 1})())
        monkeypatch.setattr(module, "_say_in_notebook", lambda: lambda text, again: None)
        monkeypatch.setattr("autograder.core.recording.PATIENCE", 30)
        self.namespace = _namespace(lesson)

    def check(self, name: str, source: str):
        """Run an answer cell and its check cell; returns the check's result."""
        namespace = dict(self.namespace)
        namespace.pop(name, None)
        with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore")
            run_source(source, namespace, name)
            run_source(
                f"from autograder import check\nresult = check({name}={name})", namespace, ""
            )
        return namespace["result"]


_KNOWN: dict[str, dict] = {}


def _namespace(lesson: str) -> dict:
    if lesson not in _KNOWN:
        _KNOWN[lesson] = namespace_of(read_lesson(lessons.find_path(lesson)))
    return _KNOWN[lesson]


@dataclass
class Learner:
    """Somebody who studies by their plan, and what they did, counted without the course's help."""

    workspace: Path
    clock: Clock
    monkeypatch: object
    first: date
    missed_weeks: tuple[int, ...] = (4,)
    seed: int = 3
    passed: dict[str, date] = field(default_factory=dict)
    tries: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    first_share: dict[int, list[float]] = field(default_factory=lambda: defaultdict(list))
    minutes: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    notes: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.rng = random.Random(self.seed)

    @property
    def week(self) -> int:
        """1 for the first week."""
        return (self.clock.time.date() - self.first).days // 7 + 1

    @property
    def skill(self) -> float:
        return min(0.95, 0.25 + 0.09 * self.week)

    def work_at(self, kernel: Kernel, name: str, source: str, minutes: float):
        """Work for some minutes, then check; counts what came of it."""
        self.clock.tick(minutes)
        self.minutes[self.week] += minutes
        return kernel.check(name, source)

    def learn(self, lesson: str, budget: float) -> None:
        """Read on in a lesson and solve its next exercises, as far as the minutes reach."""
        kernel = Kernel(self.workspace, lesson, self.clock, self.monkeypatch)
        spent = 0.0
        for name, exercise in lessons.load(lesson).items():
            if name in self.passed:
                continue
            if spent >= budget:
                return
            bank = lessons.bank(name)
            pace = 1.5 - 0.07 * self.week
            new = name not in self.tries
            if new and bank.wrong and self.rng.random() > self.skill:
                wrong = bank.wrong[SLOW.get(name, 0)]
                result = self.work_at(kernel, name, wrong.source, 0.7 * pace * exercise.minutes)
                spent += 0.7 * pace * exercise.minutes
                self.tries[name] += 1
                self.first_share[self.week].append(result.earned / exercise.points)
                new = False
                assert result.note == ""
            right = release.with_solution(_answer_cell(lesson, name))
            result = self.work_at(kernel, name, right, 0.8 * pace * exercise.minutes)
            spent += 0.8 * pace * exercise.minutes
            assert result.earned == exercise.points, (name, str(result))
            self.tries[name] += 1
            self.notes.append(result.note)
            if new:
                self.first_share[self.week].append(1.0)
            self.passed[name] = self.clock.time.date()

    def repeat(self, lesson: str) -> None:
        """Empty half of a lesson's exercises and solve them again."""
        kernel = Kernel(self.workspace, lesson, self.clock, self.monkeypatch)
        every = list(lessons.load(lesson).items())
        for name, exercise in every[: (len(every) + 1) // 2]:
            cell = _answer_cell(lesson, name)
            kernel.check(name, release.without_solution(cell))
            minutes = 0.5 * exercise.minutes
            result = self.work_at(kernel, name, release.with_solution(cell), minutes)
            assert "Solved again after" in result.note, result.note


def _answer_cell(lesson: str, name: str) -> str:
    cells = read_lesson(lessons.find_path(lesson)).named("exercise")
    return next(cell.source for cell in cells if cell.name == name)
