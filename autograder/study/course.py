"""Where the notebooks of the course are."""

from __future__ import annotations

from pathlib import Path

from autograder import lessons

from .files import StudyError

PACKAGE = Path(__file__).resolve().parents[1]


def course_folder() -> Path:
    """The folder of built notebooks: the checkout's, or the one that a wheel brings along.

    Raises `StudyError` where there is neither.
    """
    for folder in (PACKAGE.parent / "notebooks", PACKAGE / "bundled" / "notebooks"):
        if folder.is_dir():
            return folder
    lessons.require_whole()
    raise StudyError(
        f"The course's notebooks are neither in {PACKAGE.parent} nor in {PACKAGE}. "
        "Install the course again, from a checkout or from its wheel."
    )
