"""Which workspace a command means."""

from __future__ import annotations

from pathlib import Path

from autograder.core.record import workspace_of

from .files import StudyError

DEFAULT = Path("my-course")


def find_workspace(named: Path | None) -> Path:
    """The workspace ``named``, else the one around the current folder, else ``./my-course``.

    Raises `StudyError` where there is none.
    """
    if named is None:
        around = workspace_of(Path.cwd())
        named = around or DEFAULT
        hint = "Run `mle study` first, or name yours with --workspace."
    else:
        hint = "Name the folder that `mle study` made."
    if workspace_of(named) not in (named, Path(named).resolve()):
        raise StudyError(f"There is no workspace in {named}. {hint}")
    return named.resolve()
