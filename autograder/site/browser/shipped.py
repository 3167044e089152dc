"""The part of the package that the pages run: what notebooks import, checks, and what they rest on.

Banks are text beside the checks, so they stay at home by themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from autograder import lessons as course
from autograder.core.dependencies import PACKAGE, dependencies

from .runtime import OURS


def files(lessons: Sequence[str]) -> dict[str, bytes]:
    """The files of the package by their path beside it, with the checks of these lessons."""
    checks = [path for name in lessons if (path := checks_of(name)).exists()]
    # At the top of the package is what the cells of a lesson may import.
    roots = [*PACKAGE.glob("*.py"), OURS / "page.py", *checks]
    return {
        path.relative_to(PACKAGE.parent).as_posix(): path.read_bytes()
        for path in dependencies(roots)
        if path != OURS / "page.py"
    }


def checks_of(lesson: str) -> Path:
    """Where the checks of a lesson are, if it has any."""
    return course.find_path(lesson) / "checks.py"
