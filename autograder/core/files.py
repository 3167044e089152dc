"""Files that are written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import shutil
import threading
from pathlib import Path

from .errors import UserError

_TEMPORARY = ".mle-tmp"


class ChangedMeanwhile(Exception):
    """Another program wrote the file that was about to be replaced."""


def write(path: Path, content: bytes, *, over: bytes | None = None) -> None:
    """Replace ``path`` by ``content`` at once: a reader sees the old file or the new one.

    Folders are made as needed; the mode of an old file is kept. Raises `OSError` and leaves what is
    there when that is impossible, even when the file is marked read-only (which a rename alone
    would not respect) or is no regular file but a folder, a device or a pipe. With ``over``,
    raises `ChangedMeanwhile` if that is not what the file holds at the last moment.
    """
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "is not a regular file", str(path))
    path = Path(os.path.realpath(path))  # a link stays a link
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(f"{path} is read-only")
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = _temporary(path)
    try:
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, temporary)
        if over is not None and path.read_bytes() != over:
            raise ChangedMeanwhile
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def write_named(path: Path, content: bytes) -> None:
    """`write` to a path that somebody typed: whatever is wrong with it is a `UserError`."""
    try:
        write(path, content)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise UserError(f"{path} can't be written: {why}. Name another file.") from error


def sweep(target: Path) -> None:
    """Remove what a killed run left beside ``target``, or below it if it is a folder."""
    if target.is_dir():
        stale = target.rglob(f".*{_TEMPORARY}")
    else:
        stale = target.parent.glob(f"{_stem(target)}.*{_TEMPORARY}")
    for path in stale:
        with contextlib.suppress(OSError):
            path.unlink()


def _temporary(path: Path) -> Path:
    # Two processes or threads may write the same file, and a name may be as long as names can be.
    return path.with_name(f"{_stem(path)}.{os.getpid()}.{threading.get_ident()}{_TEMPORARY}")


def _stem(path: Path) -> str:
    return f".{hashlib.sha256(os.fsencode(path.name)).hexdigest()[:12]}"
