"""Open the nbgrader course of a cohort as nbgrader's own commands do."""

from __future__ import annotations

import contextlib
import logging
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from autograder.cohort.course import Course, CourseError

LOGS = ("traitlets", "tornado.application")
"""Where nbgrader's converters and its gradebook write."""


@contextlib.contextmanager
def opened(course: Course) -> Iterator[tuple]:
    """Run nbgrader in the course's folder, with its log in a file.

    Gives nbgrader's course directory and configuration. Raises `CourseError` where the
    configuration or the gradebook can't be used.
    """
    from nbgrader.coursedir import CourseDirectory
    from sqlalchemy.exc import DBAPIError

    from .gradebook import fault_of_gradebook

    before = Path.cwd()
    os.chdir(course.root)
    handler = logging.FileHandler(course.log)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logs = [logging.getLogger(name) for name in LOGS]
    settings = [(log.propagate, log.handlers) for log in logs]
    for log in logs:
        log.propagate, log.handlers = False, [handler]
    try:
        config = _configuration(course)
        yield CourseDirectory(config=config), config
    except DBAPIError as error:
        raise CourseError(
            f"{fault_of_gradebook(error)}, then run the same command again."
        ) from error
    finally:
        for log, (propagate, handlers) in zip(logs, settings):
            log.propagate, log.handlers = propagate, handlers
        handler.close()
        os.chdir(before)
        course.close_to_others()


@contextlib.contextmanager
def opened_gradebook(course: Course) -> Iterator[Any]:
    """nbgrader's gradebook of a course, as long as the block runs; raises as `opened` does."""
    from nbgrader.api import Gradebook

    with opened(course) as (directory, _):
        with Gradebook(directory.db_url, directory.course_id) as gradebook:
            try:
                _require_version(gradebook)
                yield gradebook
            finally:
                gradebook.engine.dispose()


def _require_version(gradebook: Any) -> None:
    """Raise `CourseError` where the tables are those of another version of nbgrader."""
    from alembic.script import ScriptDirectory
    from nbgrader.dbutil import ALEMBIC_DIR
    from sqlalchemy import text

    from .gradebook import OTHER_VERSION

    version = gradebook.db.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if version != ScriptDirectory(ALEMBIC_DIR).get_current_head():
        raise CourseError(f"{OTHER_VERSION}, then run the same command again.")


def _configuration(course: Course):
    from traitlets.config import PyFileConfigLoader

    try:
        return PyFileConfigLoader("nbgrader_config.py", path=str(course.root)).load_config()
    except Exception as error:
        said = f"{type(error).__name__}: {error}"
        raise CourseError(f"{course.root / 'nbgrader_config.py'} can't be read: {said}") from error
