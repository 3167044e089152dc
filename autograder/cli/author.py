"""``mle author``: build and check the lessons."""

from __future__ import annotations

import difflib
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
    matrix.add_argument("--only", metavar="NAME", help="print this solution and its report")
    new = command(verbs, "new", _new, "Start a lesson: mle author new 1_coding 114_name")
    new.add_argument("part")
    new.add_argument("name")


def _build(options) -> int:
    from autograder.authoring import release

    written = release.build(NOTEBOOKS)
    print(f"{len(written)} notebooks written, the others are up to date.")
    return 0


def _check(options) -> int:
    from autograder.authoring.review import check_all

    problems = check_all(NOTEBOOKS)
    for problem in problems:
        print(f"mle: {problem}", file=sys.stderr)
    print(f"{len(problems)} problems.")
    return 1 if problems else 0


def _matrix(options) -> int:
    from autograder.authoring import matrix
    from autograder.authoring.lesson import read_lesson
    from autograder.authoring.trials import trials
    from autograder.lessons import find_path

    if options.only:
        return _print_solution(options)
    if options.lesson:
        done = trials(read_lesson(find_path(options.lesson)), whole=True)
        print(matrix.matrix(done))
    else:
        done = matrix.write_matrix(Path("build/kill-matrix.md"))
    faults = [trial for trial in done if trial.fault]
    for trial in faults:
        print(f"mle: {trial.exercise}, {trial.name}: {trial.fault}", file=sys.stderr)
    wrong = sum(bool(trial.caught_by) for trial in done)
    print(f"{wrong} wrong and {len(done) - wrong} right solutions, {len(faults)} faults.")
    return 1 if faults else 0


def _print_solution(options) -> int:
    """Print the solutions of this name whole, and what the checks say of them."""
    from autograder.authoring.lesson import read_lesson
    from autograder.authoring.trials import Trial, namespace_of, report_on
    from autograder.core.card import as_text
    from autograder.core.errors import UserError
    from autograder.lessons import bank, find_path, load

    if not options.lesson:
        raise UserError("--only names a solution of one lesson: mle author matrix 104 --only NAME")
    lesson = read_lesson(find_path(options.lesson))
    exercises = load(lesson.name)
    chosen = [
        (exercise, solution)
        for exercise in exercises.values()
        for solution in bank(exercise.name).solutions
        if solution.name == options.only
    ]
    if not chosen:
        known = [s.name for name in exercises for s in bank(name).solutions]
        close = difflib.get_close_matches(options.only, known, n=1)
        hint = f" Did you mean {close[0]!r}?" if close else ""
        raise UserError(f"No bank of {lesson.name} has a solution {options.only!r}.{hint}")
    faults = 0
    for exercise, solution in chosen:
        report = report_on(exercise, solution.source, namespace_of(lesson))
        print(f"{solution.source}\n\n{as_text(report)}")
        fault = Trial.of(exercise, solution, report).fault
        faults += bool(fault)
        if fault:
            print(f"mle: {exercise.name}, {solution.name}: {fault}", file=sys.stderr)
    return 1 if faults else 0


def _new(options) -> int:
    from autograder.authoring.start import start_lesson

    for path in start_lesson(options.part, options.name):
        print(f"wrote {path}")
    return 0
