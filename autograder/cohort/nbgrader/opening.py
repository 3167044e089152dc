"""Open the nbgrader course of a cohort as nbgrader's own commands do."""

from __future__ import annotations

import contextlib
import logging
import os
from collections.abc import Iterator
from pathlib import Path

from autograder.cohort.course import Course


@contextlib.contextmanager
def opened(course: Course) -> Iterator[tuple]:
    """Run nbgrader in the course's folder, with its log in a file.

    Gives nbgrader's course directory and configuration.
    """
    from nbgrader.coursedir import CourseDirectory
    from traitlets.config import PyFileConfigLoader

    before = Path.cwd()
    os.chdir(course.root)
    handler = logging.FileHandler(course.log)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log = logging.getLogger("traitlets")
    propagate, log.propagate = log.propagate, False
    others, log.handlers = log.handlers, [handler]
    try:
        config = PyFileConfigLoader("nbgrader_config.py", path=str(course.root)).load_config()
        yield CourseDirectory(config=config), config
    finally:
        log.handlers, log.propagate = others, propagate
        handler.close()
        os.chdir(before)
