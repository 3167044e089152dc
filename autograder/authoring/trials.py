"""Run the bank of right and wrong solutions: the checks are tested by what they catch."""

from __future__ import annotations

import dataclasses
import json
import linecache
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from autograder import lessons
from autograder.core import grade as grading
from autograder.core.bank import Solution
from autograder.core.dependencies import fingerprint
from autograder.core.exercise import Exercise
from autograder.core.files import write
from autograder.core.grade import grade, missing, quiet
from autograder.core.reports import Report
from autograder.trying import local
from autograder.trying.drawing import without_shrinking
from autograder.trying.local import LocalAnswer

from . import release
from .lesson import Lesson

CACHE = Path("build/trials")
OWN = "the lesson's solution"


@dataclass(frozen=True)
class Trial:
    """One solution, wrong where ``caught_by`` names a group, and what became of it.

    ``failed`` holds the groups that it failed with their messages, ``groups`` all groups of the
    exercise, ``run`` those that it was run against.
    """

    exercise: str
    groups: Sequence[str]
    name: str
    caught_by: str
    failed: Mapping[str, str]
    run: Sequence[str]

    @classmethod
    def of(cls, exercise: Exercise, solution: Solution, report: Report) -> Trial:
        """The trial of a solution that the checks gave this report."""
        failed = {v.name: v.message for v in report.verdicts if v.state != "passed"}
        groups = [group.name for group in exercise.groups]
        run = [verdict.name for verdict in report.verdicts]
        return cls(exercise.name, groups, solution.name, solution.caught_by, failed, run)

    @property
    def fault(self) -> str:
        """What is wrong with the checks, '' if they did what the bank says."""
        if not self.caught_by:
            reasons = "; ".join(f"{name}: {message}" for name, message in self.failed.items())
            return f"right, but failed {reasons}" if self.failed else ""
        if self.caught_by not in self.groups:
            return f"there is no group called {self.caught_by!r}"
        if self.caught_by not in self.failed:
            return f"passes {self.caught_by!r}, fails {list(self.failed) or 'nothing'}"
        return ""


def namespace_of(lesson: Lesson, solved: bool = True) -> dict[str, Any]:
    """The names after running the lesson's given cells, and its answer cells or their stubs."""
    namespace: dict[str, Any] = {"__name__": "__main__"}
    for name, source in _sources(lesson, solved):
        run_source(source, namespace, name)
    return namespace


def _sources(lesson: Lesson, solved: bool) -> Iterator[tuple[str, str]]:
    answered = release.with_solution if solved else release.without_solution
    for cell in lesson.cells:
        if cell.kind == "code" and cell.role in ("given", "exercise"):
            yield cell.id, cell.source if cell.role == "given" else answered(cell.source)


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


def up_to(exercise: Exercise, group: str) -> Exercise:
    """The exercise with the groups that are run before ``group``, and that one, in their order."""
    order = sorted(exercise.groups, key=lambda group: group.of_work)
    names = [group.name for group in order]
    last = names.index(group) + 1 if group in names else len(names)
    return dataclasses.replace(exercise, groups=order[:last])


def run_bank(lesson: Lesson, whole: bool = False) -> Iterator[Trial]:
    """Try the lesson's own solution and the whole bank of each of its exercises.

    A wrong solution is run up to the group that must catch it; with ``whole`` against all, which
    takes nearly twice as long and is wanted for the kill matrix alone.
    """
    namespace = namespace_of(lesson)
    for exercise in lessons.load(lesson.name).values():
        with quiet(), without_shrinking():
            own = grade(exercise, LocalAnswer(exercise.name, namespace[exercise.name]))
        yield Trial.of(exercise, Solution(OWN, ""), own)
        for solution in lessons.bank(exercise.name).solutions:
            wanted = exercise if whole else up_to(exercise, solution.caught_by)
            with without_shrinking():
                report = report_on(wanted, solution.source, namespace)
            yield Trial.of(exercise, solution, report)


def trials(lesson: Lesson, cache: Path = CACHE, whole: bool = False) -> list[Trial]:
    """The trials of a lesson; they are run again only when something they rest on has changed.

    Whole ones that are kept serve where short ones are wanted.
    """
    if not lessons.load(lesson.name):
        return []
    key = trials_key(lesson)
    kept_whole, kept_short = cache / f"{lesson.name}.whole.json", cache / f"{lesson.name}.json"
    for stored in (kept_whole,) if whole else (kept_whole, kept_short):
        if (kept := _kept(stored, key)) is not None:
            return kept
    done = list(run_bank(lesson, whole))
    text = json.dumps({"key": key, "trials": [asdict(trial) for trial in done]}, indent=1)
    write(kept_whole if whole else kept_short, text.encode())
    return done


def _kept(stored: Path, key: str) -> list[Trial] | None:
    try:
        kept = json.loads(stored.read_text(encoding="utf-8"))
        return [Trial(**trial) for trial in kept["trials"]] if kept["key"] == key else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def trials_key(lesson: Lesson) -> str:
    """A hash of what the trials of a lesson rest on.

    That is not all this module imports: how notebooks are made, or what a card looks like,
    changes no verdict.
    """
    folder = lessons.find_path(lesson.name)
    solutions = [
        [name, solution.name, solution.caught_by, solution.source]
        for name in lessons.load(lesson.name)
        for solution in lessons.bank(name).solutions
    ]
    text = json.dumps([solutions, list(_sources(lesson, solved=True))])
    roots = [folder / "checks.py", *(Path(str(module.__file__)) for module in (grading, local))]
    return fingerprint(roots, Path(__file__).read_bytes(), text.encode())
