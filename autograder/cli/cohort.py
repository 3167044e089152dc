"""``mle cohort`` and ``mle doctor``: what an instructor runs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .base import Bar, command, group

DEMO = Path("build/cohort-demo")
FORMATS = ("csv", "json", "spreadsheet", "canvas", "moodle")


def add_commands(commands) -> None:
    """Add ``cohort`` and ``doctor`` to the command line."""
    verbs = group(commands, "cohort", "Run a class with nbgrader.")
    init = command(verbs, "init", _init, "Make the folder of a cohort, a real nbgrader course.")
    init.add_argument("folder", type=Path)
    assign = command(verbs, "assign", _assign, "Make an assignment of your own, or set its dates.")
    _add_assign(assign)
    release = command(verbs, "release", _release, "Make what students get, in release/.")
    grade = command(verbs, "grade", _grade, "Judge what was handed in and fill the gradebook.")
    feedback = command(verbs, "feedback", _feedback, "Write the HTML feedback of all students.")
    for parser in (release, grade, feedback):
        parser.add_argument("assignment", nargs="*", help="all of them, if none is named")
        _add_course(parser)
    for parser in (release, grade, feedback):
        _add_workers(parser)
    release.add_argument(
        "--dry-run", action="store_true", help="write nothing; say whose marks would change"
    )
    grade.add_argument(
        "--cluster", default="", metavar="tcp://HOST:PORT", help="a scheduler of dask.distributed"
    )
    grade.add_argument("--force", action="store_true", help="run unchanged submissions again")
    grade.add_argument("--unsafe", action="store_true", help="run students' code without a sandbox")
    report = command(verbs, "report", _report, "Say how the class is doing, group by group.")
    report.add_argument("assignment", nargs="*", help="all of them, if none is named")
    report.add_argument("--html", type=Path, metavar="FILE", help="write it as a page, with plots")
    _add_course(report)
    similar = command(verbs, "similar", _similar, "Show answers that share much, to be read.")
    similar.add_argument("assignment", nargs="*", help="all of them, if none is named")
    _add_course(similar)
    export = command(verbs, "export", _export, "Write the marks of all students.")
    export.add_argument("assignment", nargs="*", help="all of them, if none is named")
    export.add_argument(
        "--format", choices=FORMATS, default="csv", help="what reads it (default: csv)"
    )
    export.add_argument(
        "--roster", type=Path, metavar="FILE", help="Canvas: the gradebook that it exported"
    )
    export.add_argument(
        "--to", type=Path, help="a file, or - for standard output (default: grades.csv)"
    )
    _add_course(export)
    rename = command(verbs, "rename", _rename, "Give a student another id.")
    rename.add_argument("student")
    rename.add_argument("new")
    _add_course(rename)
    drop = command(verbs, "drop", _drop, "Take a student out; files and marks are kept aside.")
    drop.add_argument("student")
    _add_course(drop)
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


def _add_assign(parser) -> None:
    parser.add_argument("name", help="a name of your own, such as week1, or a part")
    parser.add_argument("lesson", nargs="*", help="its lessons, by number or topic")
    parser.add_argument(
        "--extra", action="append", default=[], metavar="LESSON", help="a lesson for extra credit"
    )
    parser.add_argument(
        "--due", default="", metavar="DATE", help="such as 2027-02-01T18:00; none takes it back"
    )
    parser.add_argument(
        "--extend", action="append", default=[], metavar="STUDENT=DATE", help="for one student"
    )
    _add_course(parser)


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


def _assign(options) -> int:
    from autograder.cohort.assigning import assign
    from autograder.cohort.course import Course

    lines = assign(
        Course.open(options.course),
        options.name,
        options.lesson,
        extra=options.extra,
        due=options.due,
        extensions=options.extend,
    )
    print("\n".join(lines))
    return 0


def _release(options) -> int:
    from autograder.cohort.course import Course
    from autograder.cohort.release import release_assignments

    course = Course.open(options.course)
    if options.dry_run:
        return _try_release(course, options)
    for plan in release_assignments(course, options.assignment):
        print(f"released {course.root / 'release' / plan.assignment}")
        print("".join(f"{line}\n" for line in plan.lines()), end="")
        if plan.handed_in:
            print(f"  It was handed in before. Next: mle cohort grade {plan.assignment}")
    return 0


def _try_release(course, options) -> int:
    from autograder.cohort.effects import effects
    from autograder.cohort.release import plans_of
    from autograder.cohort.summary import counted

    plans = plans_of(course, options.assignment)
    with Bar() as bar:
        changes, lost = effects(course, plans, workers=options.workers, progress=bar)
    for plan in plans:
        mine = [each for each in changes if each.assignment == plan.assignment]
        affected = {each.student for each in mine}
        handed_in = f"{len(affected)} of {counted(plan.handed_in, 'student')}"
        said = (
            f"{handed_in} would have other marks" if plan.handed_in else "handed in by nobody yet"
        )
        print(f"{plan.assignment}: {said}")
        print("".join(f"{line}\n" for line in plan.lines()), end="")
        print("".join(f"  {each.line()}\n" for each in mine), end="")
    for line in lost:
        print(f"  not judged: {line}")
    print("Nothing was changed. To do it, release without --dry-run and grade again.")
    return 1 if lost else 0


def _grade(options) -> int:
    from autograder.cohort.course import Course
    from autograder.cohort.grade import grade

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


def _report(options) -> int:
    from autograder.cohort.course import Course
    from autograder.cohort.dates import now
    from autograder.cohort.report.findings import findings
    from autograder.cohort.report.page import write_page
    from autograder.cohort.report.reading import read_work
    from autograder.cohort.report.terminal import lines

    course = Course.open(options.course)
    with Bar() as bar:
        every = [findings(work, now()) for work in read_work(course, options.assignment, bar)]
    print("\n".join(lines(every)))
    if options.html:
        write_page(options.html, course.root.name, every, now())
        print(f"The page is {options.html}. It is for instructors only.")
    return 0


def _similar(options) -> int:
    from autograder.cohort.course import Course
    from autograder.cohort.similar import SAID, hints

    course = Course.open(options.course)
    with Bar() as bar:
        found = hints(course, options.assignment, bar)
    for hint in found:
        print("\n".join([*hint.lines(), ""]))
    print(SAID if found else "No two answers share more than the class has in common.")
    return 0


def _export(options) -> int:
    from autograder.cohort.course import Course, CourseError
    from autograder.core.files import write_named

    course = Course.open(options.course)
    if options.roster and options.format != "canvas":
        raise CourseError("A roster is of use to Canvas alone. Add --format canvas.")
    text, count, notes = _exported(course, options)
    to = options.to or Path("grades.json" if options.format == "json" else "grades.csv")
    if str(to) == "-":
        sys.stdout.write(text)
        print(f"{count}.", file=sys.stderr)
    else:
        write_named(to, text.encode())
        print(f"{count} in {to}.")
    for note in notes:
        print(note, file=sys.stderr)
    return 0


def _exported(course, options) -> tuple[str, str, list[str]]:
    """The text of an export, how many rows it has, in words, and sentences about it."""
    from autograder.cohort import export, export_lms

    if options.format == "canvas":
        made = export_lms.for_canvas(course, options.assignment, options.roster)
        return made.text, f"{made.students} students", made.notes
    if options.format == "moodle":
        made = export_lms.for_moodle(course, options.assignment)
        return made.text, f"{made.students} students", made.notes
    rows = export.read_class(course, options.assignment).rows
    kinds = {"json": export.as_json, "spreadsheet": export.as_spreadsheet}
    return kinds.get(options.format, export.as_csv)(rows), f"{len(rows)} rows", []


def _rename(options) -> int:
    from autograder.cohort.course import Course
    from autograder.cohort.students import rename

    rename(Course.open(options.course), options.student, options.new)
    print(f"{options.student} is {options.new} now, with all files and marks.")
    return 0


def _drop(options) -> int:
    from autograder.cohort.course import Course
    from autograder.cohort.students import drop

    kept = drop(Course.open(options.course), options.student)
    print(f"{options.student} was taken out. Files and marks are kept in {kept}")
    return 0


def _wheel(options) -> int:
    from autograder.cohort.wheel import write_wheel

    path = write_wheel(options.to)
    print(f"Students install it with: pip install {path}")
    return 0


def _demo(options) -> int:
    from autograder.cohort.course import Course
    from autograder.cohort.dates import now
    from autograder.cohort.demo import falls_short, hand_in
    from autograder.cohort.export import export
    from autograder.cohort.feedback import give_feedback
    from autograder.cohort.grade import grade
    from autograder.cohort.release import release_assignments
    from autograder.cohort.report.findings import findings
    from autograder.cohort.report.page import write_page
    from autograder.cohort.report.reading import read_work
    from autograder.core.progress import no_progress

    course = Course.create(options.folder)
    released = [plan.assignment for plan in release_assignments(course, options.assignment)]
    notebooks = hand_in(course, released, options.students)
    print(f"{options.students} made-up students handed in {notebooks} notebooks.")
    with Bar() as bar:
        summary = grade(course, released, workers=options.workers, progress=bar)
    print("\n".join(summary.lines()))
    with Bar() as bar:
        pages = give_feedback(course, released, workers=options.workers, progress=bar)
    print(f"{len(pages)} feedback pages.")
    every = [findings(work, now()) for work in read_work(course, released, no_progress)]
    page = course.root / "report.html"
    write_page(page, course.root.name, every, now())
    print(f"The report of the class is {page}.")
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
