"""The kill matrix: every solution of every bank by every group of checks."""

from __future__ import annotations

import functools
import multiprocessing
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from autograder import lessons
from autograder.core.files import write

from .lesson import read_lesson
from .trials import Trial, trials


def matrix(all_trials: Sequence[Trial]) -> str:
    """The kill matrix in Markdown: a table per exercise, solutions by groups."""
    lines = [
        "# Kill matrix",
        "",
        "Each row is a solution, each column a group of checks. The name in front says whether the "
        "solution is right or wrong. **caught**: it fails the group that is meant to catch it. "
        "An empty cell: a wrong solution that was caught earlier was not run against that group.",
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
    if group not in trial.run:
        return ""
    if group not in trial.failed:
        return "passes"
    return "**caught**" if group == trial.caught_by else "fails"


def write_matrix(
    path: Path,
    progress: Callable[[int, int], object] = lambda done, total: None,
    whole: bool = True,
) -> list[Trial]:
    """Write the matrix of all lessons to ``path``, run side by side. Returns the trials.

    ``progress`` gets the numbers of lessons that are done, and of all. ``whole`` is that of
    `trials`.
    """
    folders = lessons.paths()
    every: list[Trial] = []
    progress(0, len(folders))
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(4, os.cpu_count() or 1), mp_context=spawn) as pool:
        for done, own in enumerate(
            pool.map(functools.partial(_trials_of, whole=whole), folders), 1
        ):
            every += own
            progress(done, len(folders))
    write(path, matrix(every).encode())
    return every


def _trials_of(folder: Path, whole: bool) -> list[Trial]:
    return trials(read_lesson(folder), whole=whole)
