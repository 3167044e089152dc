"""Files of a workspace: notebooks read with care, backups, the lock."""

from __future__ import annotations

import contextlib
import hashlib
import json
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from autograder.core.errors import UserError
from autograder.core.files import write
from autograder.core.notebooks import Unreadable, parse

Notebook = dict[str, Any]

BACKUPS_KEPT = 10
LOCK_WAIT = 10.0  # seconds; an update takes well under one


class StudyError(UserError):
    """Something that the learner can put right; the text says how."""


def read_notebook(path: Path) -> Notebook:
    """Return the notebook in `path`; as `parse_notebook`, or `OSError` if it can't be opened."""
    return parse_notebook(path.read_bytes())


def parse_notebook(raw: bytes) -> Notebook:
    """Return a notebook as plain JSON values.

    It must be one that Jupyter can show and that can be merged: format 4, and cells that each
    have a type and a text. Raises `Unreadable`.
    """
    notebook = parse(raw)
    if notebook.get("nbformat") != 4 or not isinstance(notebook.get("nbformat_minor"), int):
        raise Unreadable("its notebook format is not 4")
    if not isinstance(notebook.setdefault("metadata", {}), dict):
        raise Unreadable("its metadata is damaged")
    for number, cell in enumerate(notebook["cells"], start=1):
        if not _is_cell(cell):
            raise Unreadable(f"its cell {number} is damaged")
    return notebook


def _is_cell(cell: Any) -> bool:
    if not isinstance(cell, dict) or cell.get("cell_type") not in ("code", "markdown", "raw"):
        return False
    source = cell.get("source")
    lines = source if isinstance(source, list) else [source]
    return (
        all(isinstance(line, str) for line in lines)
        and isinstance(cell.get("id", ""), str)
        and isinstance(cell.setdefault("metadata", {}), dict)
    )


def notebook_bytes(notebook: Notebook) -> bytes:
    """Return the notebook as it is written to disk: one space of indent, UTF-8."""
    try:
        return (json.dumps(notebook, indent=1, ensure_ascii=False) + "\n").encode("utf-8")
    except UnicodeEncodeError:  # half a surrogate pair in an output: only an escape can hold it
        return (json.dumps(notebook, indent=1) + "\n").encode("ascii")


def digest(value: Any) -> str:
    """Return 16 hex digits that name a JSON value."""
    text = json.dumps(value, sort_keys=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:16]


def file_digest(path: Path) -> str | None:
    """Return the SHA-256 of a file, or None where there is no file."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return None


def back_up(path: Path, folder: Path) -> None:
    """Keep a copy of `path` in `folder`, named by the time; the ten newest copies stay."""
    content = path.read_bytes()
    kept = sorted(folder.glob(f"*{path.suffix}"))
    if kept and kept[-1].read_bytes() == content:
        return
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    write(folder / f"{stamp}{path.suffix}", content)
    for old in kept[: max(0, len(kept) + 1 - BACKUPS_KEPT)]:
        with contextlib.suppress(OSError):  # a copy too many is no reason to stop
            old.unlink()


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file `path`; wait for another run for ten seconds, then `StudyError`.

    The operating system holds the lock, so it goes when the process that took it dies.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    deadline = time.monotonic() + LOCK_WAIT
    with path.open("ab") as file:
        while not _try_lock(file.fileno()):
            if time.monotonic() > deadline:
                raise StudyError(
                    f"Another `mle study` is updating {path.parent.parent}. "
                    "Wait until it is done, then run this again."
                )
            time.sleep(0.05)
        yield  # closing the file gives the lock back


def _try_lock(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        # Some network folders have no locks. Every write is whole all the same.
        return True
    return True


def reason(error: OSError) -> str:
    """Say in a sentence what to do about an error of the file system."""
    if isinstance(error, PermissionError):
        return (
            "You may not read or change it, or another program holds it open. "
            "Make it writable or close that program, then run `mle study` again."
        )
    if isinstance(error, (IsADirectoryError, NotADirectoryError, FileExistsError)):
        return "There is a folder where a file belongs, or a file for a folder. Move it away."
    return f"{error.strerror or error}. Put that right and run `mle study` again."
