"""``mle author``: build and check the lessons."""

from __future__ import annotations

import sys
from pathlib import Path

from .base import command, group

NOTEBOOKS = Path("notebooks")


def add_commands(commands) -> None:
    """Add ``author`` to the command line."""
    verbs = group(commands, "author", "Build and check the lessons.")
    command(verbs, "build", _build, "Turn the lessons into notebooks/.")
    command(verbs, "check", _check, "Fail on drift, leaks and unsound lessons.")
    matrix = command(verbs, "matrix", _matrix, "Run the bank of solutions, write the kill matrix.")
    matrix.add_argument("lesson", nargs="?", help="one lesson; its matrix is printed, not written")
    new = command(verbs, "new", _new, "Start a lesson: mle author new 1_coding 114_name")
    new.add_argument("part")
    new.add_argument("name")


def _build(options) -> int:
    from .. import release

    written = release.build(NOTEBOOKS)
    print(f"{len(written)} notebooks written, the others are up to date.")
    return 0


def _check(options) -> int:
    from ..authoring import check_all

    problems = check_all(NOTEBOOKS)
    for problem in problems:
        print(f"mle: {problem}", file=sys.stderr)
    print(f"{len(problems)} problems.")
    return 1 if problems else 0


def _matrix(options) -> int:
    from .. import bank, lesson

    if options.lesson:
        found = bank.trials(lesson.read(lesson.find_path(options.lesson)))
        print(bank.matrix(found))
    else:
        found = bank.write_matrix(Path("build/kill-matrix.md"))
    faults = [trial for trial in found if trial.fault]
    for trial in faults:
        print(f"mle: {trial.exercise}, {trial.name}: {trial.fault}", file=sys.stderr)
    wrong = sum(bool(trial.caught_by) for trial in found)
    print(f"{wrong} wrong and {len(found) - wrong} right solutions, {len(faults)} faults.")
    return 1 if faults else 0


def _new(options) -> int:
    from ..authoring import new

    print("\n".join(f"wrote {path}" for path in new(options.part, options.name)))
    return 0
