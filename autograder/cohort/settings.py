"""What a cohort's ``nbgrader_config.py`` tells nbgrader."""

from __future__ import annotations

import os
from pathlib import Path

from nbgrader.preprocessors import (
    AssignLatePenalties,
    CheckCellMetadata,
    ClearOutput,
    ComputeChecksums,
    LimitOutput,
    LockCells,
    OverwriteCells,
    OverwriteKernelspec,
    SaveAutoGrades,
    SaveCells,
)

from .course import environment_bin
from .steps import ClearSolutions, Judge, RepairingExporter


def configure(config, root: str, course_id: str) -> None:
    """Set up nbgrader for the course in ``root``: our stubs, our repairs, our judge."""
    # nbgrader runs a bare "alembic" to look at its database.
    folders = os.environ.get("PATH", "").split(os.pathsep)
    if environment_bin() not in folders:
        os.environ["PATH"] = os.pathsep.join([environment_bin(), *folders])
    config.CourseDirectory.root = str(Path(root))
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
    config.Autograde.exporter_class = RepairingExporter
    config.Autograde.sanitize_preprocessors = [
        ClearOutput,
        OverwriteKernelspec,
        OverwriteCells,
        CheckCellMetadata,
    ]
    config.Autograde.autograde_preprocessors = [
        Judge,
        LimitOutput,
        SaveAutoGrades,
        AssignLatePenalties,
        CheckCellMetadata,
    ]
