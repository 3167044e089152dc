"""Run the bank of wrong and right solutions: the checks are tested by what they catch."""

from __future__ import annotations

import hashlib
import json
import linecache
import multiprocessing
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from . import lesson as lessons
from . import release
from .answer import LocalAnswer
from .check import grade, missing, quiet
from .checks import load
from .exercise import Exercise, Report
from .lesson import Lesson
from .search import without_shrinking

PACKAGE = Path(__file__).parent
CACHE = Path("build/kill-matrix")


@dataclass(frozen=True)
class Trial:
    """One solution of the bank, wrong where ``caught_by`` names a group, and what became of it.

    ``failed`` holds the groups that it failed with their messages, ``groups`` all groups.
    """

    exercise: str
    groups: Sequence[str]
    name: str
    caught_by: str
    failed: Mapping[str, str]

    @classmethod
    def of(cls, exercise: Exercise, name: str, report: Report, caught_by: str = "") -> Trial:
        """The trial of a solution that the checks gave this report."""
        failed = {v.name: v.message for v in report.verdicts if v.state != "passed"}
        groups = [group.name for group in exercise.groups]
        return cls(exercise.name, groups, name, caught_by, failed)

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
    answered = release.with_solution if solved else release.without_solution
    for cell in lesson.cells:
        if cell.kind == "code" and cell.role in ("given", "exercise"):
            source = cell.source if cell.role == "given" else answered(cell.source)
            run_source(source, namespace, cell.id)
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


def run_bank(lesson: Lesson) -> Iterator[Trial]:
    """Try the lesson's own solution and the whole bank of each of its exercises."""
    namespace = namespace_of(lesson)
    for exercise in load(lesson.name).values():
        with quiet(), without_shrinking():
            own = grade(exercise, LocalAnswer(exercise.name, namespace[exercise.name]))
        yield Trial.of(exercise, "the lesson's solution", own)
        for each in (*exercise.right, *exercise.wrong):
            with without_shrinking():
                report = report_on(exercise, each.source, namespace)
            yield Trial.of(exercise, each.name, report, getattr(each, "caught_by", ""))


def trials(lesson: Lesson, cache: Path = CACHE) -> list[Trial]:
    """The trials of a lesson; they are run again only when something they rest on has changed."""
    if not load(lesson.name):
        return []
    stored = cache / f"{lesson.name}.json"
    key = _fingerprint(lesson)
    if stored.exists():
        found = json.loads(stored.read_text(encoding="utf-8"))
        if found["key"] == key:
            return [Trial(**trial) for trial in found["trials"]]
    made = list(run_bank(lesson))
    text = json.dumps({"key": key, "trials": [asdict(trial) for trial in made]}, indent=1)
    release.write_atomically(stored, text.encode())
    return made


def _fingerprint(lesson: Lesson) -> str:
    """A hash of the lesson, its checks and the engine below them."""
    files = [*PACKAGE.glob("*.py"), *PACKAGE.glob("groups/*.py")]
    files += [PACKAGE / "checks" / f"{lesson.name}.py", lessons.find_path(lesson.name)]
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def matrix(all_trials: Sequence[Trial]) -> str:
    """The kill matrix in Markdown: a table an exercise, solutions by groups."""
    lines = [
        "# Kill matrix",
        "",
        "Each row is a solution, each column a group of checks. The name in front says whether the "
        "solution is right or wrong. **caught**: it fails the group that is meant to catch it.",
        "",
    ]
    for name in dict.fromkeys(trial.exercise for trial in all_trials):
        own = [trial for trial in all_trials if trial.exercise == name]
        lines += [f"## {name}", "", "| solution | " + " | ".join(own[0].groups) + " |"]
        lines += ["|---" * (len(own[0].groups) + 1) + "|"]
        for trial in own:
            kind = "wrong" if trial.caught_by else "right"
            marks = [_mark(trial, group) for group in own[0].groups]
            lines.append(f"| {kind}: {trial.name} | " + " | ".join(marks) + " |")
        lines.append("")
    return "\n".join(lines)


def _mark(trial: Trial, group: str) -> str:
    if group not in trial.failed:
        return "passes"
    return "**caught**" if group == trial.caught_by else "fails"


def write_matrix(
    path: Path, progress: Callable[[int, int], object] = lambda done, total: None
) -> list[Trial]:
    """Write the matrix of all lessons to ``path``, run side by side. Returns the trials.

    ``progress`` gets the numbers of lessons that are done, and of all.
    """
    paths = lessons.paths()
    found: list[Trial] = []
    progress(0, len(paths))
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(4, os.cpu_count() or 1), mp_context=spawn) as pool:
        for done, own in enumerate(pool.map(_trials_of, paths), 1):
            found += own
            progress(done, len(paths))
    release.write_atomically(path, matrix(found).encode())
    return found


def _trials_of(path: Path) -> list[Trial]:
    return trials(lessons.read(path))
