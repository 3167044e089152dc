"""Take files that were handed in, without trusting their folder.

Only regular files that lie in the folder itself are read: a link could lead to the grader's own
files, a pipe would never end.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.judge.reading.repair import lesson_named
from autograder.judge.sandbox.submission_limits import MIB

LARGEST_OTHER = 20 * MIB
MOST_OTHERS = 100
MOST_RENAMED = 20


@dataclass(frozen=True)
class HandedIn:
    """The notebook of one lesson: its bytes, or the problem for which they were not taken.

    ``note`` is '' or a sentence for the instructor.
    """

    lesson: str
    content: bytes = b""
    problem: str = ""
    note: str = ""


class NotTaken(OSError):
    """A file that is not read. The text says why."""


def read_file(path: Path, most: int) -> bytes:
    """The bytes of a regular file of at most ``most`` bytes; raises `NotTaken`."""
    try:
        fd = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        why = "it is a link" if path.is_symlink() else (error.strerror or "").lower()
        raise NotTaken(f"not taken: {why}") from error
    try:
        status = os.fstat(fd)
        if not stat.S_ISREG(status.st_mode):
            raise NotTaken("not taken: it is not a regular file")
        if status.st_size > most:
            raise NotTaken(f"not taken: it is larger than {most // MIB} MiB")
        with os.fdopen(os.dup(fd), "rb") as file:
            return file.read(most)
    finally:
        os.close(fd)


def is_own_folder(folder: Path, root: Path) -> bool:
    """Whether neither ``folder`` nor a folder between it and ``root`` is a link."""
    between = [folder, *folder.parents]
    return all(not path.is_symlink() for path in between[: between.index(root)])


def notebooks(folder: Path, lessons: Sequence[str], most: int) -> dict[str, HandedIn]:
    """What was handed in in ``folder`` for each of these lessons; absent ones are left out.

    A notebook under another name is known by the lesson in its metadata.
    """
    taken_in: dict[str, HandedIn] = {}
    others: list[Path] = []
    for path in sorted(_listed(folder)):
        if path.suffix != ".ipynb":
            continue
        if path.stem in lessons:
            taken_in[path.stem] = _take(path, path.stem, most)
        else:
            others.append(path)
    for path in others[:MOST_RENAMED]:
        if len(taken_in) == len(lessons):
            break
        taken = _take(path, "", most)
        lesson = lesson_named(taken.content) if not taken.problem else ""
        if lesson in lessons and lesson not in taken_in:
            note = f"The file was called {path.name[:80]}; it was taken by the lesson it names."
            taken_in[lesson] = HandedIn(lesson, taken.content, "", note)
    return taken_in


def _listed(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _take(path: Path, lesson: str, most: int) -> HandedIn:
    try:
        return HandedIn(lesson, read_file(path, most))
    except NotTaken as error:
        return HandedIn(lesson, problem=str(error))


def other_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The files beside the notebooks, by their path in ``folder``, as far as they can be taken."""
    count = 0
    for parent, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            path = Path(parent, name)
            if path.suffix == ".ipynb" or count >= MOST_OTHERS:
                continue
            try:
                content = read_file(path, LARGEST_OTHER)
            except NotTaken:
                continue
            count += 1
            yield str(path.relative_to(folder)), content
