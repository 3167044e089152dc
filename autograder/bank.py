"""Run the bank of wrong and right solutions: the checks are tested by what they catch."""

from __future__ import annotations

import linecache
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import lesson as lessons
from . import release
from .answer import LocalAnswer
from .check import grade, missing, quiet
from .checks import load
from .exercise import Exercise, Report
from .lesson import Lesson


@dataclass(frozen=True)
class Trial:
    """One solution of the bank and what the checks said of it."""

    exercise: Exercise
    name: str
    report: Report
    caught_by: str = ""

    @property
    def failed_groups(self) -> list[str]:
        return [v.name for v in self.report.verdicts if v.state != "passed"]

    @property
    def fault(self) -> str:
        """What is wrong with the checks, '' if they did what the bank says."""
        failed = self.failed_groups
        if not self.caught_by:
            reasons = [f"{v.name}: {v.message}" for v in self.report.verdicts if v.name in failed]
            return f"right, but failed {'; '.join(reasons)}" if failed else ""
        if self.caught_by not in {group.name for group in self.exercise.groups}:
            return f"there is no group called {self.caught_by!r}"
        if self.caught_by not in failed:
            return f"passes {self.caught_by!r}, fails {failed or 'nothing'}"
        return ""


def namespace_of(lesson: Lesson, solved: bool = True) -> dict[str, Any]:
    """The names after running the lesson's given cells, and its solved exercises."""
    namespace: dict[str, Any] = {"__name__": "__main__"}
    for cell in lesson.cells:
        if cell.kind != "code" or cell.role not in ("given", "exercise"):
            continue
        if cell.role == "given":
            run_source(cell.source, namespace, cell.id)
        elif solved:
            run_source(release.with_solution(cell.source), namespace, cell.id)
        else:
            run_source(release.without_solution(cell.source), namespace, cell.id)
    return namespace


def run_source(source: str, namespace: dict[str, Any], name: str) -> None:
    """Execute the text of a cell so that tracebacks can show its lines."""
    filename = f"<answer {name}>"
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
    exec(compile(source, filename, "exec"), namespace)


def report_on(exercise: Exercise, source: str, namespace: Mapping[str, Any]) -> Report:
    """What the checks say of the answer cell ``source``, run after the rest of the lesson."""
    fresh = {**namespace}
    fresh.pop(exercise.name, None)
    with quiet():
        run_source(source, fresh, exercise.name)
        if exercise.name not in fresh:
            return missing(exercise)
        return grade(exercise, LocalAnswer(exercise.name, fresh[exercise.name]))


def trials(lesson: Lesson) -> Iterator[Trial]:
    """Run the lesson's own solution and the whole bank of each of its exercises."""
    exercises = load(lesson.name)
    if not exercises:
        return
    namespace = namespace_of(lesson)
    for exercise in exercises.values():
        with quiet():
            own = grade(exercise, LocalAnswer(exercise.name, namespace[exercise.name]))
        yield Trial(exercise, "the lesson's solution", own)
        for right in exercise.right:
            yield Trial(exercise, right.name, report_on(exercise, right.source, namespace))
        for wrong in exercise.wrong:
            report = report_on(exercise, wrong.source, namespace)
            yield Trial(exercise, wrong.name, report, wrong.caught_by)


def matrix(all_trials: list[Trial]) -> str:
    """The kill matrix in Markdown: a table an exercise, wrong solutions by groups."""
    lines = ["# Kill matrix", "", "Each row is a solution, each column a group of checks."]
    lines += ["✗: the group fails it. **✗**: the group that is meant to catch it.", ""]
    for name in dict.fromkeys(trial.exercise.name for trial in all_trials):
        own = [trial for trial in all_trials if trial.exercise.name == name]
        groups = [group.name for group in own[0].exercise.groups]
        lines += [f"## {name}", "", "| solution | " + " | ".join(groups) + " |"]
        lines += ["|---" * (len(groups) + 1) + "|"]
        for trial in own:
            marks = [_mark(trial, group) for group in groups]
            kind = "wrong" if trial.caught_by else "right"
            lines.append(f"| {kind}: {trial.name} | " + " | ".join(marks) + " |")
        lines.append("")
    return "\n".join(lines)


def _mark(trial: Trial, group: str) -> str:
    if group not in trial.failed_groups:
        return "·"
    return "**✗**" if group == trial.caught_by else "✗"


def write_matrix(path: Path) -> list[Trial]:
    """Run the bank of all lessons and write the matrix to ``path``. Returns the trials."""
    found = [trial for each in lessons.paths() for trial in trials(lessons.read(each))]
    release.write_atomically(path, matrix(found).encode())
    return found
