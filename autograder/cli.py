"""The command ``mle``."""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from .lesson import LessonError, UnknownLesson


class Parser(argparse.ArgumentParser):
    """An argument parser that suggests the nearest command."""

    def error(self, message: str) -> NoReturn:
        if "invalid choice: " in message:
            typed = message.split("invalid choice: '", 1)[1].split("'", 1)[0]
            commands = [c for a in self._subparsers._group_actions for c in a.choices]
            close = difflib.get_close_matches(typed, commands, n=1, cutoff=0.5)
            hint = f"Did you mean {close[0]}?" if close else f"Commands: {', '.join(commands)}."
            message = f"there is no command {typed}. {hint}"
        self.exit(2, f"{self.prog}: {message}\n")


def fail(message: object) -> int:
    """Say on standard error what is wrong; the exit status of bad input."""
    print(f"mle: {message}", file=sys.stderr)
    return 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit status."""
    parser = Parser(prog="mle", description="The interview course: study, check, teach, author.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=Parser)
    _add_author(commands)
    options = parser.parse_args(argv)
    try:
        return options.run(options)
    except (LessonError, UnknownLesson) as error:
        return fail(error)
    except KeyboardInterrupt:
        print("mle: stopped.", file=sys.stderr)
        return 130


def _add_author(commands) -> None:
    author = commands.add_parser("author", help="build and check the lessons")
    verbs = author.add_subparsers(required=True, metavar="COMMAND", parser_class=Parser)

    build = verbs.add_parser("build", help="turn lessons into notebooks/")
    build.set_defaults(run=_author_build)
    check = verbs.add_parser("check", help="fail on drift, leaks and unsound lessons")
    check.set_defaults(run=_author_check)
    matrix = verbs.add_parser("matrix", help="run the bank of solutions, write the kill matrix")
    matrix.add_argument("lesson", nargs="?", help="one lesson; its matrix is printed, not written")
    matrix.set_defaults(run=_author_matrix)
    new = verbs.add_parser("new", help="start a lesson: mle author new 1_coding 114_name")
    new.add_argument("part")
    new.add_argument("name")
    new.set_defaults(run=_author_new)


def _author_build(options) -> int:
    from . import release

    written = release.build(Path("notebooks"))
    print(f"{len(written)} notebooks written, the others are up to date.")
    return 0


def _author_check(options) -> int:
    from .authoring import check_all

    problems = check_all(Path("notebooks"))
    for problem in problems:
        print(f"mle: {problem}", file=sys.stderr)
    print(f"{len(problems)} problems.")
    return 1 if problems else 0


def _author_matrix(options) -> int:
    from . import bank
    from . import lesson as lessons

    if options.lesson:
        found = list(bank.trials(lessons.read(lessons.find_path(options.lesson))))
        print(bank.matrix(found))
    else:
        found = bank.write_matrix(Path("build/kill-matrix.md"))
    faults = [trial for trial in found if trial.fault]
    for trial in faults:
        print(f"mle: {trial.exercise.name}, {trial.name}: {trial.fault}", file=sys.stderr)
    wrong = sum(bool(trial.caught_by) for trial in found)
    print(f"{wrong} wrong and {len(found) - wrong} right solutions, {len(faults)} faults.")
    return 1 if faults else 0


def _author_new(options) -> int:
    from .authoring import new

    print("\n".join(f"wrote {path}" for path in new(options.part, options.name)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
