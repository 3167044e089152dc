"""The feedback pages of a cohort. nbgrader takes half a second for each: processes share them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor
from pathlib import Path

from autograder.core.progress import Progress, no_progress

from .course import Course, CourseError
from .nbgrader.opening import opened, opened_gradebook
from .workers import processes

FEW = 12
"""Folders that are written sooner than other processes have started."""
TOGETHER = 4

Folders = Sequence[tuple[str, str]]
"""The assignment and the student of each."""


def give_feedback(
    course: Course,
    assignments: list[str],
    *,
    workers: int = 2,
    progress: Progress = no_progress,
) -> list[Path]:
    """Write the HTML feedback of all graded submissions; returns its files.

    Raises `CourseError` when all others are written and one could not be.
    """
    from .nbgrader.marks import read_marks

    chosen = course.released(assignments)
    with opened_gradebook(course) as gradebook:
        entered = {name: read_marks(gradebook, name).entries.keys() for name in chosen}
    folders = [
        (assignment, folder.parent.name)
        for assignment in chosen
        for folder in sorted(course.root.glob(f"autograded/*/{assignment}"))
        # Of a student who was dropped, the folder may still be there.
        if folder.parent.name in entered[assignment] and any(folder.glob("*.ipynb"))
    ]
    failed, done = [], 0
    for count, failures in _written(course, folders, workers):
        failed += failures
        done += count
        progress("writing feedback", done, len(folders))
    if failed:
        more = f" ({len(failed)} in all)" if len(failed) > 1 else ""
        raise CourseError(f"There is no feedback for {failed[0]}{more}; see {course.log}")
    return sorted(course.root.glob("feedback/*/*/*.html"))


def _written(course: Course, folders: Folders, workers: int) -> Iterator[tuple[int, list[str]]]:
    """How many folders are written each time, and what failed."""
    parts = [folders[start : start + TOGETHER] for start in range(0, len(folders), TOGETHER)]
    if workers == 1 or len(folders) <= FEW:
        for part in parts:
            yield len(part), _write(course, part)
        return
    try:
        with processes(workers) as pool:
            for part, failures in zip(parts, pool.map(_write, [course] * len(parts), parts)):
                yield len(part), failures
    except BrokenExecutor as error:
        text = "A process that wrote feedback was killed. Run the same command again."
        raise CourseError(text) from error


def _write(course: Course, folders: Folders) -> list[str]:
    """Write these folders; returns a sentence for each that failed."""
    from nbgrader.converters import GenerateFeedback

    class OfOneStudent(GenerateFeedback):
        """It takes the id as it is; nbgrader would read [x] or * as a pattern."""

        def init_notebooks(self) -> None:
            folder = self._format_source(self.coursedir.assignment_id, self.coursedir.student_id)
            self.assignments = {folder: sorted(map(str, Path(folder).glob("*.ipynb")))}

    failed = []
    with opened(course) as (directory, config):
        for assignment, student in folders:
            directory.assignment_id, directory.student_id = assignment, student
            converter = OfOneStudent(coursedir=directory, config=config)
            converter.force = True
            try:
                converter.start()
            except (Exception, SystemExit) as error:
                converter.log.error("No feedback for %s of %s", assignment, student, exc_info=error)
                failed.append(f"{assignment} of {student}: {error}")
    return failed
