"""``mle cohort`` and ``mle doctor``: what an instructor runs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .base import Bar, command, group

DEMO = Path("build/cohort-demo")


def add_commands(commands) -> None:
    """Add ``cohort`` and ``doctor`` to the command line."""
    verbs = group(commands, "cohort", "Run a class with nbgrader.")
    init = command(verbs, "init", _init, "Make the folder of a cohort, a real nbgrader course.")
    init.add_argument("folder", type=Path)
    release = command(verbs, "release", _release, "Make what students get, in release/.")
    grade = command(verbs, "grade", _grade, "Judge what was handed in and fill the gradebook.")
    feedback = command(verbs, "feedback", _feedback, "Write the HTML feedback of all students.")
    for parser in (release, grade, feedback):
        parser.add_argument("assignment", nargs="*", help="all of them, if none is named")
        _add_course(parser)
    _add_workers(grade)
    _add_workers(feedback)
    grade.add_argument(
        "--cluster", default="", metavar="tcp://HOST:PORT", help="a scheduler of dask.distributed"
    )
    grade.add_argument("--force", action="store_true", help="run unchanged submissions again")
    grade.add_argument("--unsafe", action="store_true", help="run students' code without a sandbox")
    export = command(verbs, "export", _export, "Write the grades of all students as CSV.")
    export.add_argument(
        "--to", type=Path, default=Path("grades.csv"), help="a file, or - for standard output"
    )
    _add_course(export)
    wheel = command(verbs, "wheel", _wheel, "Write what students install: no solutions in it.")
    wheel.add_argument("--to", type=Path, default=Path("."), help="the folder (default: this one)")
    demo = command(verbs, "demo", _demo, "Take a made-up class through all steps.")
    demo.add_argument("folder", type=Path, nargs="?", default=DEMO)
    demo.add_argument("--assignment", action="append", default=[], help="only this one")
    demo.add_argument(
        "--students", type=int, choices=range(1, 13), default=12, metavar="N", help="1 to 12"
    )
    _add_workers(demo)
    command(commands, "doctor", _doctor, "Say which sandbox works on this machine.")


def _add_workers(parser) -> None:
    parser.add_argument("--workers", type=_positive, default=2, help="processes (default: 2)")


def _positive(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is not a number of processes")
    return int(text)


def _add_course(parser) -> None:
    parser.add_argument(
        "--course", type=Path, default=Path("."), help="the cohort's folder (default: this one)"
    )


def _init(options) -> int:
    from autograder.cohort.course import Course

    course = Course.create(options.folder)
    print(f"The cohort's folder is {course.root}. Next: mle cohort release")
    return 0


def _release(options) -> int:
    from autograder.cohort.actions import release_assignments
    from autograder.cohort.course import Course

    course = Course.open(options.course)
    for assignment in release_assignments(course, options.assignment):
        print(f"released {course.root / 'release' / assignment}")
    return 0


def _grade(options) -> int:
    from autograder.cohort.actions import grade
    from autograder.cohort.course import Course

    course = Course.open(options.course)
    with Bar() as bar:
        summary = grade(
            course,
            options.assignment,
            workers=options.workers,
            force=options.force,
            unsafe=options.unsafe,
            cluster=options.cluster,
            progress=bar,
        )
    print("\n".join(summary.lines()))
    return 1 if summary.failed else 0


def _feedback(options) -> int:
    from autograder.cohort.course import Course
    from autograder.cohort.feedback import give_feedback

    course = Course.open(options.course)
    with Bar() as bar:
        files = give_feedback(course, options.assignment, workers=options.workers, progress=bar)
    print(f"{len(files)} feedback pages.")
    return 0


def _export(options) -> int:
    from autograder.cohort.actions import export, exported
    from autograder.cohort.course import Course

    course = Course.open(options.course)
    if str(options.to) == "-":
        text, count = exported(course)
        sys.stdout.write(text)
        print(f"{count} rows.", file=sys.stderr)
        return 0
    print(f"{export(course, options.to)} rows in {options.to}.")
    return 0


def _wheel(options) -> int:
    from autograder.cohort.wheel import write_wheel

    path = write_wheel(options.to)
    print(f"Students install it with: pip install {path}")
    return 0


def _demo(options) -> int:
    from autograder.cohort.actions import export, grade, release_assignments
    from autograder.cohort.course import Course
    from autograder.cohort.demo import falls_short, hand_in
    from autograder.cohort.feedback import give_feedback

    course = Course.create(options.folder)
    released = release_assignments(course, options.assignment)
    notebooks = hand_in(course, released, options.students)
    print(f"{options.students} made-up students handed in {notebooks} notebooks.")
    with Bar() as bar:
        summary = grade(course, released, workers=options.workers, progress=bar)
    print("\n".join(summary.lines()))
    with Bar() as bar:
        pages = give_feedback(course, released, workers=options.workers, progress=bar)
    print(f"{len(pages)} feedback pages.")
    rows = export(course, course.root / "grades.csv")
    print(f"{rows} rows in {course.root / 'grades.csv'}.")
    short = falls_short(course, released)
    for line in short:
        print(f"The lesson's own solution falls short: {line}")
    return 1 if summary.failed or short else 0


def _doctor(options) -> int:
    from autograder.judge.sandbox.launch import HELP, tier

    working = tier()
    if working.name == "none":
        print(HELP.format(detail=working.detail))
        return 1
    print(f"Students' code runs in a sandbox here: {working.detail}.")
    return 0
