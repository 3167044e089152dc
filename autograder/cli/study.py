"""``mle study``, ``mle reset`` and ``mle check``: what a learner runs."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from .base import Bar, command, fail

WORKSPACE = Path("my-course")


def add_commands(commands) -> None:
    """Add ``study``, ``reset`` and ``check`` to the command line."""
    study = command(commands, "study", _study, "Open the course in JupyterLab.")
    study.add_argument("lesson", nargs="?", help="a number or name, such as 104")
    study.add_argument(
        "--workspace", type=Path, default=WORKSPACE, help="your folder (default: ./my-course)"
    )
    study.add_argument("--no-browser", action="store_true", help="do not open a browser")
    study.add_argument("--port", type=int, help="the port of JupyterLab")
    reset = command(commands, "reset", _reset, "Bring back the starter code of one answer.")
    reset.add_argument("lesson", help="a number or name, such as 104")
    reset.add_argument("exercise", help="the name of the exercise, such as is_match")
    reset.add_argument("--undo", action="store_true", help="bring back what was there before")
    reset.add_argument(
        "--workspace", type=Path, default=WORKSPACE, help="your folder (default: ./my-course)"
    )
    check = command(commands, "check", _check, "Score notebooks.")
    check.add_argument("notebook", nargs="+", type=Path)
    check.add_argument("--json", action="store_true", help="print JSON, one line per notebook")
    check.add_argument("--html", type=Path, metavar="FILE", help="write a report to FILE")
    check.add_argument("--sandbox", action="store_true", help="for a notebook you didn't write")


def _study(options) -> int:
    from autograder.data import data_path
    from autograder.study.course import course_folder
    from autograder.study.first_page import first_page, kept_fresh
    from autograder.study.launch import launch
    from autograder.study.lessons import find_lesson
    from autograder.study.workspace import update, working_copy

    course = course_folder()
    lesson = find_lesson(course, options.lesson) if options.lesson else None
    report = update(options.workspace, course, data=data_path("README.md").parent)
    print("\n".join(report.lines()))
    first_page(options.workspace)  # a tab behind the lesson
    opened = lesson and working_copy(options.workspace, lesson.relative_to(course))
    browser = not options.no_browser
    with kept_fresh(options.workspace):
        return launch(options.workspace, opened, browser=browser, port=options.port)


def _reset(options) -> int:
    from autograder.study.resetting import reset_in_file

    print(reset_in_file(options.workspace, options.lesson, options.exercise, undo=options.undo))
    return 0


def _check(options) -> int:
    from autograder.study.records import record_scored
    from autograder.study.scoring import CannotRun, Scored, as_page, score

    scored: list[Scored] = []
    broken = 0
    with Bar() as bar:
        for number, path in enumerate(options.notebook, 1):
            try:
                scored.append(score(path, sandboxed=options.sandbox))
                if not options.sandbox:  # somebody else's is no progress of the learner's
                    record_scored(path, scored[-1].lesson, scored[-1].reports)
            except CannotRun as error:
                broken += 1
                fail(error)
            bar("scoring", number, len(options.notebook))
    if options.json:
        for marks in scored:
            print(json.dumps(marks.as_dict()))
    else:
        _print_table(scored)
    if options.html:
        from autograder.core.files import write_named

        write_named(options.html, as_page(scored).encode())
        print(f"The report is in {options.html}.", file=sys.stderr)
    if broken:
        return 2
    return 0 if all(marks.earned == marks.checked for marks in scored) else 1


def _print_table(scored) -> None:
    from rich.console import Console
    from rich.table import Table

    from autograder.core.card import as_text
    from autograder.study.scoring import HEADINGS, summary

    console = Console()
    for marks in scored:
        table = Table(title=marks.headline())
        for heading in ("exercise", "group", "points"):
            table.add_column(heading)
        for name, report in marks.reports.items():
            for verdict in report.verdicts:
                points = f"{verdict.earned:g}/{verdict.points:g}"
                table.add_row(name, verdict.name, points)
                name = ""
        for name, points in marks.essays.items():
            table.add_row(name, "essay, yours to mark with its rubric", f"?/{points}")
        console.print(table)
        for error in marks.errors:
            print(f"Note: {error}")
        for report in marks.reports.values():
            if report.state != "passed":
                print(as_text(report))
    if len(scored) > 1:
        table = Table(title="All notebooks")
        for heading in HEADINGS:
            table.add_column(heading, justify="left" if heading == "lesson" else "right")
        for row in summary(scored):
            table.add_row(*row, end_section=row[0] == scored[-1].lesson)
        console.print(table)
