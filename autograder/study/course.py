"""Where the notebooks of the course are."""

from __future__ import annotations

from pathlib import Path

from autograder.authoring import release

CHECKOUT = Path(__file__).resolve().parents[2]


def course_folder(workspace: Path) -> Path:
    """The folder of built notebooks: the checkout's, or one built beside the workspace's records
    where the course is installed without them."""
    built = CHECKOUT / "notebooks"
    if built.is_dir():
        return built
    fallback = workspace / ".mle" / "course"
    release.build(fallback)
    return fallback
