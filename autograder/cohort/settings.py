"""What a cohort's ``nbgrader_config.py`` tells nbgrader."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import nbgrader.converters
from nbgrader.preprocessors import (
    CheckCellMetadata,
    ClearOutput,
    ComputeChecksums,
    LockCells,
    SaveCells,
)

from .course import Course, environment_bin
from .nbgrader.entering import Autograde
from .nbgrader.preprocessors import ClearSolutions, Refuse

USERS = ("nbgrader.apps.autogradeapp", "nbgrader.apps.api")
"""The modules of nbgrader that grade: its command, and what formgrader's buttons call."""


def configure(config, course_id: str, root: str = "") -> None:
    """Set up nbgrader for the course of the file that calls: our stubs, and our judge for a kernel.

    The course is in the folder of that file, wherever it was moved or copied to. ``root`` counts
    only where that is not a cohort's folder; cohorts made before always pass the path they had.
    """
    # nbgrader runs a bare "alembic" to look at its database.
    folders = os.environ.get("PATH", "").split(os.pathsep)
    if environment_bin() not in folders:
        os.environ["PATH"] = os.pathsep.join([environment_bin(), *folders])
    here = Path(os.path.abspath(sys._getframe(1).f_globals["__file__"])).parent
    config.CourseDirectory.root = str(here if Course(here).is_there() or not root else Path(root))
    config.CourseDirectory.course_id = course_id
    config.GenerateAssignment.preprocessors = [
        LockCells,
        ClearSolutions,
        ClearOutput,
        CheckCellMetadata,
        ComputeChecksums,
        SaveCells,
        CheckCellMetadata,
    ]
    _replace_autograde()
    config.Autograde.sanitize_preprocessors = [Refuse]
    config.Autograde.autograde_preprocessors = [Refuse]


def _replace_autograde() -> None:
    """nbgrader has no setting for the class that grades, so ours takes its name."""
    nbgrader.converters.Autograde = Autograde
    for name in USERS:
        if name in sys.modules:
            sys.modules[name].Autograde = Autograde  # type: ignore[attr-defined]
