"""Release: nbgrader's sources are written, and what students get is made of them."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from autograder.core.files import write

from .assignments import parts, read_assignments
from .course import Course, CourseError
from .nbgrader.opening import opened
from .release_plan import Plan, plan

DRAFT = ".mle/draft"
"""The folder in which a release is made before it takes the place of another."""


def release_assignments(course: Course, assignments: Sequence[str]) -> list[Plan]:
    """Make what students get. Returns what was released.

    Without names these are the instructor's own assignments and all that were released before, or
    else all parts. Everything is planned before the first one is written, and an assignment that
    can't be made leaves what was released of it as it was.
    """
    plans = plans_of(course, assignments)
    failed = []
    for each in plans:
        try:
            _write_source(course, each)
            _convert(course, each, "source", f"{DRAFT}/release", in_gradebook=True)
            _put_in_place(course, each.assignment)
        except CourseError as error:
            failed.append(str(error))
    shutil.rmtree(course.root / DRAFT, ignore_errors=True)
    if failed:
        raise CourseError(f"{'; '.join(failed)}; see {course.log}")
    return plans


def plans_of(course: Course, assignments: Sequence[str]) -> list[Plan]:
    """The plans of these assignments, or of those that a release without names means."""
    own = [name for name, each in read_assignments(course).items() if each.lessons]
    known = [*own, *parts()]
    before = [name for name in course.assignments() if name in known and name not in own]
    return [plan(course, name) for name in assignments or [*own, *before] or parts()]


@contextlib.contextmanager
def drafted(course: Course, plans: Sequence[Plan]) -> Iterator[Course]:
    """The course as it would be after a release, as long as the block runs."""
    folder = course.root / DRAFT
    shutil.rmtree(folder, ignore_errors=True)
    try:
        for each in plans:
            for lesson in each.lessons:
                path = folder / "source" / each.assignment / f"{lesson.name}.ipynb"
                write(path, lesson.source)
            _convert(course, each, f"{DRAFT}/source", f"{DRAFT}/release", in_gradebook=False)
        yield replace(course, release_folder=f"{DRAFT}/release")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _write_source(course: Course, release: Plan) -> None:
    """Write nbgrader's source notebooks; those of lessons that it no longer has are removed."""
    from autograder import lessons

    folder = course.root / "source" / release.assignment
    wanted = {f"{lesson.name}.ipynb" for lesson in release.lessons}
    for path in lessons.paths():
        if f"{path.name}.ipynb" not in wanted:
            (folder / f"{path.name}.ipynb").unlink(missing_ok=True)
    for lesson in release.lessons:
        target = folder / f"{lesson.name}.ipynb"
        if not target.exists() or target.read_bytes() != lesson.source:
            write(target, lesson.source)


def _convert(
    course: Course, release: Plan, source: str, target: str, *, in_gradebook: bool
) -> None:
    """Let nbgrader make the notebooks of ``source``, a folder in the course, into ``target``."""
    from nbgrader.converters import GenerateAssignment
    from nbgrader.converters.base import NbGraderException
    from nbgrader.preprocessors import SaveCells

    with opened(course) as (directory, config):
        directory.assignment_id = release.assignment
        directory.source_directory, directory.release_directory = source, target
        converter = GenerateAssignment(coursedir=directory, config=config)
        converter.force = True
        if not in_gradebook:
            converter.no_database = True
            steps = converter.preprocessors
            converter.preprocessors = [step for step in steps if step is not SaveCells]
        try:
            converter.start()
        except (NbGraderException, SystemExit) as error:
            raise CourseError(f"{release.assignment} was not released: {error}") from error


def _put_in_place(course: Course, assignment: str) -> None:
    """Let the folder that was made take the place of what was released before."""
    made, target = (
        course.root / DRAFT / "release" / assignment,
        course.root / "release" / assignment,
    )
    target.parent.mkdir(exist_ok=True)
    old = course.root / DRAFT / "old"
    _remove(old)
    if target.exists():
        target.rename(old)
    made.rename(target)
    _remove(old)


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
