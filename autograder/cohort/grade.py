"""Grade what was handed in: judged by workers, entered into nbgrader's gradebook."""

from __future__ import annotations

import contextlib
import functools

from autograder.core.progress import Progress, no_progress

from .batch import Batch, Entering
from .course import Course
from .summary import Summary
from .workers import Cluster, Processes


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
    stopped. Raises `CourseError` where an assignment was not released.
    """
    chosen = course.released(assignments)
    summary = Summary()
    judges = Cluster(cluster) if cluster else Processes(workers)
    with contextlib.closing(judges), Entering(course) as entering:
        for assignment in chosen:
            batch = Batch(course, assignment, entering, summary, force=force, unsafe=unsafe)
            batch.run(judges, functools.partial(progress, f"grading {assignment}"))
    return summary
