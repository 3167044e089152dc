"""Release, grade, give feedback and export, all through nbgrader's own converters."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import logging
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path

from ..judge import sandbox
from ..judge.grading import Judged, Submission, judge
from ..release import write_atomically
from .course import Course, CourseError

Progress = Callable[[str, int, int], None]


def _nothing(stage: str, done: int, total: int) -> None:
    pass


@dataclass
class Summary:
    """What a run of grading did. ``ungradable`` holds (student, lesson, why)."""

    judged: int = 0
    unchanged: int = 0
    entered: int = 0
    missing: list[tuple[str, str]] = field(default_factory=list)
    stopped: list[tuple[str, str, str]] = field(default_factory=list)
    noted: list[tuple[str, str, str]] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)

    def lines(self) -> list[str]:
        """The summary as lines of text."""
        lines = [
            f"{self.judged} notebooks judged, {self.unchanged} unchanged, "
            f"{self.entered} assignments entered into the gradebook."
        ]
        lines += [f"  {who}, {lesson}: not handed in" for who, lesson in self.missing]
        lines += [f"  {who}, {lesson}: {why}" for who, lesson, why in self.stopped]
        lines += [f"  {who}, {lesson}: {why}" for who, lesson, why in self.noted]
        lines += [f"  {who}: not entered, {why}" for who, why in self.failed]
        return lines


def _settings(course: Course):
    """nbgrader's course directory and configuration, as its own commands load them."""
    from nbgrader.coursedir import CourseDirectory
    from traitlets.config import PyFileConfigLoader

    config = PyFileConfigLoader("nbgrader_config.py", path=str(course.root)).load_config()
    return CourseDirectory(config=config), config


@contextlib.contextmanager
def _nbgrader(course: Course) -> Iterator[tuple]:
    """Run nbgrader in the course's folder, with its log in a file."""
    before = Path.cwd()
    os.chdir(course.root)
    handler = logging.FileHandler(course.log)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log = logging.getLogger("traitlets")
    propagate, log.propagate = log.propagate, False
    others, log.handlers = log.handlers, [handler]
    try:
        yield _settings(course)
    finally:
        log.handlers, log.propagate = others, propagate
        handler.close()
        os.chdir(before)


def release_assignments(course: Course, assignments: list[str]) -> list[str]:
    """Write the sources and make what students get. Returns the names of the assignments."""
    from nbgrader.converters import GenerateAssignment
    from nbgrader.converters.base import NbGraderException

    chosen = course.write_sources(assignments)
    with _nbgrader(course) as (directory, config):
        for assignment in chosen:
            directory.assignment_id = assignment
            converter = GenerateAssignment(coursedir=directory, config=config)
            converter.force = True
            try:
                converter.start()
            except (NbGraderException, SystemExit) as error:
                text = f"{assignment} was not released: {error}; see {course.log}"
                raise CourseError(text) from error
    return chosen


def grade(
    course: Course,
    assignments: list[str],
    *,
    workers: int = 2,
    force: bool = False,
    unsafe: bool = False,
    executor: Executor | None = None,
    progress: Progress = _nothing,
) -> Summary:
    """Judge what was handed in and enter the marks into the gradebook.

    Unchanged submissions are not run again unless ``force``. Interrupted at any moment, the
    same call goes on where it stopped.
    """
    sandbox.require_tier(unsafe)
    course.set_unsafe(unsafe)
    released = course.assignments()
    if unknown := sorted(set(assignments) - set(released)):
        raise CourseError(f"{unknown[0]} was not released. Released: {', '.join(released)}.")
    summary = Summary()
    for assignment in assignments or released:
        keys = _judge_all(course, assignment, workers, force, executor, progress, summary)
        _enter_all(course, assignment, keys, force, progress, summary)
    return summary


def _judge_all(
    course: Course,
    assignment: str,
    workers: int,
    force: bool,
    executor: Executor | None,
    progress: Progress,
    summary: Summary,
) -> dict[str, list[str]]:
    """Judge every notebook of an assignment; returns the keys of the results by student."""
    lessons = sorted(path.stem for path in course.root.glob(f"release/{assignment}/*.ipynb"))
    keys: dict[str, list[str]] = {}
    waiting: list[tuple[str, Submission]] = []
    for student, handed_in in course.handed_in(assignment):
        submissions = [course.submission(student, assignment, lesson) for lesson in handed_in]
        keys[student] = [submission.key() for submission in submissions]
        summary.missing += [(student, lesson) for lesson in lessons if lesson not in handed_in]
        for submission in submissions:
            result = None if force else course.result(submission)
            if result is None:
                waiting.append((student, submission))
            else:
                summary.unchanged += 1
                _note(summary, student, result)
    pool = executor or ProcessPoolExecutor(max_workers=workers)
    try:
        futures = {pool.submit(judge, submission): (who, submission) for who, submission in waiting}
        for done, future in enumerate(as_completed(futures), 1):
            student, submission = futures[future]
            result = course.store(submission, future.result())
            summary.judged += 1
            _note(summary, student, result)
            progress(f"judging {assignment}", done, len(futures))
    finally:
        if executor is None:
            pool.shutdown(cancel_futures=True)
    return keys


def _note(summary: Summary, student: str, result: Judged) -> None:
    if result.status:
        summary.stopped.append((student, result.lesson, result.status))
    summary.noted += [(student, result.lesson, note) for note in result.notes]


def _enter_all(
    course: Course,
    assignment: str,
    keys: dict[str, list[str]],
    force: bool,
    progress: Progress,
    summary: Summary,
) -> None:
    """Let nbgrader enter the results of every student whose results are new."""
    new = [
        student
        for student, wanted in keys.items()
        if force or not _entered(course, student, assignment, wanted)
    ]
    if not new:
        return
    with _nbgrader(course) as (directory, config):
        for done, student in enumerate(new, 1):
            why = _enter(directory, config, assignment, student)
            if why:
                summary.failed.append((student, why))
            else:
                mark = course.graded_mark(student, assignment)
                write_atomically(mark, json.dumps(keys[student]).encode())
                summary.entered += 1
            progress(f"entering {assignment}", done, len(new))


def _entered(course: Course, student: str, assignment: str, keys: list[str]) -> bool:
    mark = course.graded_mark(student, assignment)
    autograded = course.root / "autograded" / student / assignment
    return mark.exists() and autograded.exists() and json.loads(mark.read_text()) == keys


def _enter(directory, config, assignment: str, student: str) -> str:
    """Run nbgrader's autograde for one student; returns '' or why it failed."""
    from nbgrader.converters import Autograde
    from nbgrader.converters.base import NbGraderException

    directory.assignment_id, directory.student_id = assignment, student
    converter = Autograde(coursedir=directory, config=config)
    converter.force = True
    try:
        converter.start()
    except (NbGraderException, SystemExit) as error:
        return str(error) or "nbgrader stopped"
    return ""


def give_feedback(course: Course, assignments: list[str]) -> list[Path]:
    """Write the HTML feedback of all graded submissions; returns its files."""
    from nbgrader.converters import GenerateFeedback
    from nbgrader.converters.base import NbGraderException

    with _nbgrader(course) as (directory, config):
        for assignment in assignments or course.assignments():
            if not list(course.root.glob(f"autograded/*/{assignment}")):
                continue
            directory.assignment_id, directory.student_id = assignment, "*"
            converter = GenerateFeedback(coursedir=directory, config=config)
            converter.force = True
            try:
                converter.start()
            except (NbGraderException, SystemExit) as error:
                text = f"There is no feedback for {assignment}: {error}; see {course.log}"
                raise CourseError(text) from error
    return sorted(course.root.glob("feedback/*/*/*.html"))


COLUMNS = (
    "assignment", "student", "lesson", "score", "points", "needs_marking", "status", "sandbox",
)


def export(course: Course, to: Path) -> int:
    """Write one row a student and lesson as CSV; returns the number of rows."""
    from nbgrader.api import Gradebook

    rows = []
    with _nbgrader(course) as (directory, config):
        with Gradebook(directory.db_url, directory.course_id) as gradebook:
            for assignment in course.assignments():
                for submission in gradebook.assignment_submissions(assignment):
                    for notebook in submission.notebooks:
                        rows.append(_row(course, assignment, submission.student.id, notebook))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(sorted(rows))
    write_atomically(to, text.getvalue().encode())
    return len(rows)


def _row(course: Course, assignment: str, student: str, notebook) -> tuple:
    try:
        submission = course.submission(student, assignment, notebook.name)
    except FileNotFoundError:
        status, tier = "not handed in", ""
    else:
        result = course.result(submission)
        status = (result.status or "graded") if result else "not graded"
        tier = result.tier if result else ""
    needs = "yes" if notebook.needs_manual_grade else "no"
    scores = (f"{notebook.score:g}", f"{notebook.max_score:g}")
    return (assignment, student, notebook.name, *scores, needs, status, tier)
