"""Release, grade and export, all through nbgrader's own converters."""

from __future__ import annotations

import contextlib
import csv
import functools
import io
from collections.abc import Iterator
from pathlib import Path

from autograder.core.files import write_named
from autograder.core.progress import Progress, no_progress

from .batch import Batch, Entering
from .course import Course, CourseError
from .nbgrader.opening import opened, require_gradebook
from .summary import Summary
from .workers import Cluster, Processes


def release_assignments(course: Course, assignments: list[str]) -> list[str]:
    """Write the sources and make what students get. Returns the names of the assignments."""
    from nbgrader.converters import GenerateAssignment
    from nbgrader.converters.base import NbGraderException

    chosen = course.write_sources(assignments)
    failed = []
    with opened(course) as (directory, config):
        require_gradebook(directory)
        for assignment in chosen:
            directory.assignment_id = assignment
            converter = GenerateAssignment(coursedir=directory, config=config)
            converter.force = True
            try:
                converter.start()
            except (NbGraderException, SystemExit) as error:
                failed.append(f"{assignment} was not released: {error}")
    if failed:
        raise CourseError(f"{'; '.join(failed)}; see {course.log}")
    return chosen


def grade(
    course: Course,
    assignments: list[str],
    *,
    workers: int = 2,
    force: bool = False,
    unsafe: bool = False,
    cluster: str = "",
    progress: Progress = no_progress,
) -> Summary:
    """Judge what was handed in and enter the marks into the gradebook.

    With ``cluster``, the address of a scheduler, its workers judge. Unchanged submissions are
    not run again unless ``force``. Interrupted at any moment, the same call goes on where it
    stopped.
    """
    released = course.assignments()
    if unknown := sorted(set(assignments) - set(released)):
        raise CourseError(f"{unknown[0]} was not released. Released: {', '.join(released)}.")
    summary = Summary()
    judges = Cluster(cluster) if cluster else Processes(workers)
    with contextlib.closing(judges), Entering(course) as entering:
        for assignment in assignments or released:
            batch = Batch(course, assignment, entering, summary, force=force, unsafe=unsafe)
            batch.run(judges, functools.partial(progress, f"grading {assignment}"))
    return summary


COLUMNS = (
    "assignment",
    "student",
    "lesson",
    "score",
    "points",
    "needs_marking",
    "status",
    "sandbox",
)


def export(course: Course, to: Path) -> int:
    """Write one row a student and lesson as CSV; returns the number of rows."""
    text, count = exported(course)
    write_named(to, text.encode())
    return count


def exported(course: Course) -> tuple[str, int]:
    """The grades of all students as CSV, one row per student and lesson; and how many rows."""
    from nbgrader.api import Gradebook

    rows: list[tuple] = []
    with opened(course) as (directory, config):
        with Gradebook(directory.db_url, directory.course_id) as gradebook:
            for assignment in course.assignments():
                rows += _rows(course, gradebook, assignment)
            gradebook.engine.dispose()
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(sorted(rows))
    return text.getvalue(), len(rows)


def _rows(course: Course, gradebook, assignment: str) -> Iterator[tuple]:
    entered = set()
    for submission in gradebook.assignment_submissions(assignment):
        student = submission.student.id
        entered.add(student)
        for notebook in submission.notebooks:
            status, tier = _status(course, assignment, student, notebook.name)
            needs = "yes" if notebook.needs_manual_grade else "no"
            score = max(0, notebook.score - (notebook.late_submission_penalty or 0))
            scores = (f"{score:g}", f"{notebook.max_score:g}")
            yield (assignment, student, notebook.name, *scores, needs, status, tier)
    most = {
        notebook.name: notebook.max_score
        for notebook in gradebook.find_assignment(assignment).notebooks
    }
    everybody = {student.id for student in gradebook.students} | set(course.students(assignment))
    for student in everybody - entered:
        for lesson, points in most.items():
            status, _ = _status(course, assignment, student, lesson)
            status = status if status == "not handed in" else "not graded"
            yield (assignment, student, lesson, "0", f"{points:g}", "no", status, "")


def _status(course: Course, assignment: str, student: str, lesson: str) -> tuple[str, str]:
    """What became of a notebook, in a word, and the protection in which it ran."""
    try:
        handed_in = course.handed_in(student, assignment).get(lesson)
        if handed_in is None:
            return "not handed in", ""
        result = course.result_of(assignment, handed_in)
    except Exception as error:  # what one student's folder does is no other's
        return f"not read: {type(error).__name__}", ""
    if result is None:
        return "not graded", ""
    return result.status or "graded", result.tier
