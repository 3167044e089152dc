"""Take files that were handed in, without trusting their folder.

Only regular files that lie in the folder itself are read: a link could lead to the grader's own
files, a pipe would never end.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.judge.sandbox.submission_limits import MIB

LARGEST_OTHER = 20 * MIB
MOST_OTHERS = 100
MOST_RENAMED = 20
MOST_COPIES = 5
MOST_FILES = 2_000
DEEPEST = 4
"""How many folders deep a hand-in is looked for: an archive may bring some of its own."""


@dataclass(frozen=True)
class HandedIn:
    """The notebook of one lesson: its bytes, or the problem for which they were not taken.

    ``name`` is '' or the name it has in place of the lesson's own. ``others`` are further files
    for the same lesson, with their names.
    """

    lesson: str
    content: bytes = b""
    name: str = ""
    problem: str = ""
    others: tuple[tuple[str, bytes], ...] = ()


class NotTaken(OSError):
    """A file that is not read. The text says why."""


def read_file(path: Path, most: int) -> bytes:
    """The bytes of a regular file of at most ``most`` bytes; raises `NotTaken`."""
    try:
        fd = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        raise
    except OSError as error:
        why = "it is a link" if path.is_symlink() else (error.strerror or "").lower()
        raise NotTaken(f"not taken: {why}") from error
    try:
        status = os.fstat(fd)
        if stat.S_ISDIR(status.st_mode):
            raise NotTaken("not taken: it is a folder, not a file")
        if not stat.S_ISREG(status.st_mode):
            raise NotTaken("not taken: it is not a regular file")
        if status.st_size > most:
            raise NotTaken(f"not taken: it is larger than {most // MIB} MiB")
        with os.fdopen(os.dup(fd), "rb") as file:
            return file.read(most)
    finally:
        os.close(fd)


def shown(name: str) -> str:
    """A file's name as a text that can be written and stored: other bytes than UTF-8 as \\xNN."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def is_leftover(name: str) -> bool:
    """Whether a folder of this name is a program's own, and nobody's work."""
    return name == "__MACOSX" or name.startswith(".")


def is_own_folder(folder: Path, root: Path) -> bool:
    """Whether neither ``folder`` nor a folder between it and ``root`` is a link."""
    between = [folder, *folder.parents]
    return all(not path.is_symlink() for path in between[: between.index(root)])


def notebooks(folder: Path, lessons: Sequence[str], most: int) -> dict[str, HandedIn]:
    """What was handed in in ``folder`` for each of these lessons; absent ones are left out.

    A notebook is known by the lesson that its name holds, however it was copied or downloaded, or
    else by the lesson in its metadata. The one with the lesson's own name comes first.
    """
    named: dict[str, list[Path]] = {lesson: [] for lesson in lessons}
    foreign: dict[str, Path] = {}
    unknown: list[Path] = []
    for path in _listed(folder):
        lesson = _lesson_in(path.name, lessons)
        if not _is_notebook(path):
            if lesson and path.is_file():
                foreign.setdefault(lesson, path)
        elif lesson:
            named[lesson].append(path)
        else:
            unknown.append(path)
    if not all(named.values()):
        for path in unknown[:MOST_RENAMED]:
            lesson = _lesson_of(path, most)
            if lesson in named:
                named[lesson].append(path)
    taken = {lesson: _take(folder, lesson, paths, most) for lesson, paths in named.items() if paths}
    for lesson, path in foreign.items():
        if lesson not in taken:
            problem = f"not taken: {shown(path.name)[:80]} is not a notebook"
            taken[lesson] = HandedIn(lesson, problem=problem)
    return taken


def _listed(folder: Path) -> list[Path]:
    """What lies in a folder and not much deeper, the nearest first."""
    listed: list[Path] = []
    for parent, folders, files in os.walk(folder):
        depth = len(Path(parent).relative_to(folder).parts)
        # Whatever is called like a notebook was meant to be one, and is named if it can't be read.
        listed += [Path(parent, name) for name in folders if name.endswith(".ipynb")]
        listed += [Path(parent, name) for name in files if not is_leftover(name)]
        _prune(folders, depth)
        if len(listed) > MOST_FILES:
            break
    return sorted(listed, key=lambda path: (len(path.parts), os.fsencode(path)))


def _prune(folders: list[str], depth: int) -> None:
    folders[:] = sorted(name for name in folders if not is_leftover(name)) * (depth < DEEPEST)


def _is_notebook(path: Path) -> bool:
    return re.search(r"\.ipynb(\.txt|\.json)?$", path.name, re.IGNORECASE) is not None


def _lesson_in(name: str, lessons: Sequence[str]) -> str:
    """The lesson whose name is part of a file's name, such as "Copy of 101_x (1).ipynb"."""
    plain = re.sub(r"[\s-]+", "_", name.lower())
    return max((each for each in lessons if each.lower() in plain), key=len, default="")


_LESSON = re.compile(rb'"autograder"\s*:\s*\{[^{}]*?"lesson"\s*:\s*"([\w-]{1,200})"')
"""In the text of a notebook. Inside its cells every quotation mark has a backslash before it."""


def _lesson_of(path: Path, most: int) -> str:
    """The lesson that a notebook's metadata name, found without parsing it."""
    try:
        match = _LESSON.search(read_file(path, most))
    except OSError:
        return ""
    return match[1].decode(errors="replace") if match else ""


def _take(folder: Path, lesson: str, paths: list[Path], most: int) -> HandedIn:
    own = folder / f"{lesson}.ipynb"
    paths = sorted(paths, key=lambda path: path != own)  # which keeps the order of the others
    files: list[tuple[str, bytes]] = []
    problem = ""
    for path in paths[:MOST_COPIES]:
        try:
            content = read_file(path, most - sum(len(content) for _, content in files))
            files.append((shown(str(path.relative_to(folder))), content))
        except OSError as error:
            problem = problem or str(error)
    if not files:
        return HandedIn(lesson, problem=problem)
    (name, content), *others = files
    return HandedIn(lesson, content, "" if name == own.name else name, others=tuple(others))


def other_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The files beside the notebooks, by their path in ``folder``, as far as they can be taken."""
    count = 0
    for parent, folders, files in os.walk(folder):
        _prune(folders, len(Path(parent).relative_to(folder).parts))
        folders[:] = [name for name in folders if not name.endswith(".ipynb")]
        for name in sorted(files):
            path = Path(parent, name)
            if path.suffix == ".ipynb" or count >= MOST_OTHERS or is_leftover(name):
                continue
            try:
                content = read_file(path, LARGEST_OTHER)
            except OSError:
                continue
            count += 1
            yield str(path.relative_to(folder)), content
