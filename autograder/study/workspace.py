"""The learner's workspace: the course's notebooks with the learner's answers in them.

`.mle/` in the workspace holds what an update needs: `base/` (the course's text as delivered, one
file for each version that a lesson was delivered in), `backups/`, `data.json` and the lock.
"""

from __future__ import annotations

import codecs
import itertools
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePath, PurePosixPath
from typing import Any

from autograder.core.files import ChangedMeanwhile, sweep, write
from autograder.core.notebooks import Unreadable

from .files import (
    Notebook,
    StudyError,
    back_up,
    digest,
    file_digest,
    locked,
    notebook_bytes,
    parse_notebook,
    read_notebook,
    reason,
)
from .merge import merge
from .report import Entry, UpdateReport, describe
from .trust import has_outputs, trust, trusted

BASES_KEPT = 10
HOME = ".mle"


def update(workspace: Path, course: Path, *, data: Path | None = None) -> UpdateReport:
    """Bring `workspace` up to date with the notebooks in the folder `course`.

    The folder is made if it is not there. `data` is a folder that is copied to
    `workspace/data`. A lesson that can't be brought up to date is in `UpdateReport.failed` and does
    not stop the others. Raises `StudyError` when nothing can be done at all: no course, a
    workspace that can't be written or that is the course itself, or another run that does not end.
    """
    workspace, course = Path(workspace).resolve(), Path(course).resolve()
    data = data.resolve() if data else None
    lessons = list(course_lessons(course))
    if not lessons:
        raise StudyError(f"There are no notebooks in {course}. Run `mle author build` first.")
    if course in (workspace, *workspace.parents) or data == workspace / "data":
        raise StudyError(
            f"{workspace} is the course's own folder. Choose another with --workspace."
        )
    report = UpdateReport()
    try:
        with locked(workspace / HOME / "lock"):
            sweep(workspace / HOME)
            for lesson in lessons:
                _deliver(workspace, course, lesson, report)
            _tell_dropped(workspace, lessons, report)
            if data:
                _copy_data(workspace, data, report)
    except OSError as error:
        raise StudyError(
            f"The workspace {workspace} can't be used: {reason(error)} "
            "Or choose another folder with --workspace."
        ) from error
    return report


def course_lessons(course: Path) -> Iterator[PurePosixPath]:
    """Yield the notebooks of a course as paths relative to its folder, in order of name."""
    for path in sorted(course.rglob("*.ipynb")):
        lesson = PurePosixPath(path.relative_to(course).as_posix())
        if not any(part.startswith(".") for part in lesson.parts):
            yield lesson


def working_copy(workspace: Path, lesson: PurePath) -> Path:
    """Return the file that holds a lesson in the workspace; it need not exist.

    It has the lesson's name, or `NAME.fresh.ipynb` when a file that is no notebook has that name.
    """
    first = workspace / lesson
    missing = []
    for ending in itertools.chain(("", ".fresh"), (f".fresh-{n}" for n in itertools.count(2))):
        path = first.with_suffix(f"{ending}.ipynb")
        try:
            read_notebook(path)
        except Unreadable:
            continue
        except (FileNotFoundError, NotADirectoryError):
            missing.append(path)
            if path == first:
                continue  # the broken file may be gone, and the fresh one not yet renamed
            return missing[0]
        except OSError:
            pass  # whoever opens it says what is wrong
        return path
    raise AssertionError("the numbers never end")


def _deliver(workspace: Path, course: Path, lesson: PurePosixPath, report: UpdateReport) -> None:
    try:
        new = _course_notebook(course / lesson)
    except (OSError, Unreadable) as error:
        message = f"The course's notebook can't be read ({error}). Rebuild the course."
        report.failed.append(Entry(str(lesson), message))
        return
    try:
        target = working_copy(workspace, lesson)
        sweep(target)
        entries, message = _bring(workspace, lesson, target, new, report)
        if target != workspace / lesson:
            entries, message = report.beside, _beside(workspace, lesson, target)
        entries.append(Entry(str(lesson), message))
    except OSError as error:
        report.failed.append(Entry(str(lesson), reason(error)))


def _bring(
    workspace: Path, lesson: PurePosixPath, target: Path, new: Notebook, report: UpdateReport
) -> tuple[list[Entry], str]:
    """Write the lesson to `target` if need be; return the list that it belongs to and why."""
    bases = _Bases(workspace, lesson)
    if not target.exists():
        message = _missing(workspace, lesson, bases)
        bases.keep(new)
        write(target, notebook_bytes(new))
        return report.added, message
    raw = target.read_bytes()
    mine = parse_notebook(raw)
    merged, changes = merge(bases.of(mine), mine, new)
    # The base goes first: whatever version the notebook names, its base is there.
    bases.keep(new, but=_version(mine))
    # JupyterLab opens no file with a byte order mark, so one is rewritten without it.
    if merged == mine and not raw.startswith(codecs.BOM_UTF8):
        return report.unchanged, ""
    back_up(target, workspace / HOME / "backups" / lesson.with_suffix(""))
    content = notebook_bytes(merged)
    was_trusted = has_outputs(mine) and trusted(raw)
    try:
        write(target, content, over=raw)
    except ChangedMeanwhile:  # JupyterLab saved while we merged
        return _bring(workspace, lesson, target, new, report)
    if was_trusted:
        trust(content)  # all outputs in it are the learner's own: the course delivers none
    unmarked = "Its byte order mark was removed."
    return report.updated, unmarked if merged == mine else describe(changes)


def _course_notebook(path: Path) -> Notebook:
    """Return a notebook of the course, marked with the version that it is."""
    notebook = read_notebook(path)
    names = [cell.get("id") for cell in notebook["cells"]]
    if None in names or len(set(names)) < len(names):
        raise Unreadable("its cells need an id each")
    marks = notebook["metadata"].get("autograder")
    marks = marks if isinstance(marks, dict) else {}
    marks = {**marks, "delivered": digest(notebook)}
    return {**notebook, "metadata": {**notebook["metadata"], "autograder": marks}}


def _version(notebook: Notebook) -> str | None:
    """Return the version of the course that a learner's notebook descends from."""
    marks = notebook["metadata"].get("autograder")
    version = marks.get("delivered") if isinstance(marks, dict) else None
    valid = isinstance(version, str) and re.fullmatch("[0-9a-f]{16}", version)
    return version if valid else None


class _Bases:
    """The versions of a lesson that were delivered to this workspace.

    Each has a file named by its content, and each notebook names the version it descends from.
    So the base is right also when JupyterLab saves an old tab over an updated file, and when the
    learner puts back a backup.
    """

    def __init__(self, workspace: Path, lesson: PurePosixPath) -> None:
        self.folder = workspace / HOME / "base" / lesson.with_suffix("")
        self.dropped = self.folder / "dropped"

    def versions(self) -> list[Path]:
        """Return the files, the latest last."""
        files = [(path.stat().st_mtime_ns, path) for path in self.folder.glob("*.ipynb")]
        return [path for _, path in sorted(files)]

    def of(self, mine: Notebook) -> Notebook | None:
        """Return what the learner's notebook was made from, else the latest, else None."""
        named = self.folder / f"{_version(mine)}.ipynb"
        for path in [named, *reversed(self.versions())]:
            try:
                return read_notebook(path)
            except (OSError, Unreadable):
                continue
        return None

    def keep(self, new: Notebook, but: str | None = None) -> None:
        """Store a version as the latest; drop the oldest ones, except the version `but`."""
        path = self.folder / f"{_version(new)}.ipynb"
        content = notebook_bytes(new)
        versions = self.versions()
        if versions and versions[-1] == path and path.read_bytes() == content:
            self.dropped.unlink(missing_ok=True)
            return
        write(path, content)
        self.dropped.unlink(missing_ok=True)
        old = [other for other in versions if other != path and other.stem != but]
        for other in old[: max(0, len(old) + 1 - BASES_KEPT)]:
            other.unlink()


def _missing(workspace: Path, lesson: PurePosixPath, bases: _Bases) -> str:
    """Say why a lesson that was delivered before is delivered again; else nothing."""
    known = {path.stem for path in bases.versions()}
    if not known:
        return ""
    for folder, subfolders, names in os.walk(workspace):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(name for name in names if name.endswith(".ipynb")):
            path = Path(folder, name)
            try:
                if _version(read_notebook(path)) in known:
                    renamed = path.relative_to(workspace).as_posix()
                    return f"It was renamed to {renamed}, which stays as it is. This one is fresh."
            except (OSError, Unreadable):
                continue
    return "It was missing, so here it is afresh."


def _beside(workspace: Path, lesson: PurePosixPath, target: Path) -> str:
    try:
        read_notebook(workspace / lesson)
    except FileNotFoundError:
        return f"The lesson is in {target.name}. Rename that file to {lesson.name}."
    except Unreadable as error:
        why = str(error)
    return (
        f"This file is not a notebook: {why}. It is left as it is, and the lesson is in "
        f"{target.name} beside it. Copy there what you need, delete the broken file, and rename "
        f"{target.name} to {lesson.name}."
    )


def _tell_dropped(workspace: Path, lessons: list[PurePosixPath], report: UpdateReport) -> None:
    """UpdateReport, once, the lessons that were delivered and that the course has no longer."""
    home = workspace / HOME / "base"
    folders = {path.parent for path in home.rglob("*.ipynb")}
    for folder in sorted(folders - {home / lesson.with_suffix("") for lesson in lessons}):
        lesson = PurePosixPath(folder.relative_to(home).as_posix() + ".ipynb")
        dropped = _Bases(workspace, lesson).dropped
        if not dropped.exists():
            dropped.touch()
            if (workspace / lesson).exists():
                message = "The course has no lesson of this name any more. Your file stays."
                report.left.append(Entry(str(lesson), message))


def _copy_data(workspace: Path, data: Path, report: UpdateReport) -> None:
    """Copy the data files that differ; a file that the learner changed is backed up first."""
    record = workspace / HOME / "data.json"
    delivered = _read_record(record)
    now = dict(delivered)
    for source in sorted(data.rglob("*")):
        name = source.relative_to(data).as_posix()
        hidden = any(part.startswith((".", "__")) for part in name.split("/"))
        if hidden or not source.is_file():
            continue
        entry = f"data/{name}"
        target = workspace / "data" / name
        try:
            sweep(target)
            have, want = file_digest(target), file_digest(source)
            if have != want:
                message = ""
                if have not in (None, delivered.get(name)):
                    folder = workspace / HOME / "backups" / entry
                    back_up(target, folder)
                    kept = folder.relative_to(workspace).as_posix()
                    message = f"It was edited. The course's file is back, yours is in {kept}."
                write(target, source.read_bytes())
                report.data.append(Entry(entry, message))
            now[name] = want
        except OSError as error:
            report.failed.append(Entry(entry, reason(error)))
    if now != delivered:
        write(record, (json.dumps(now, indent=1, sort_keys=True) + "\n").encode("ascii"))


def _read_record(path: Path) -> dict[str, Any]:
    try:
        record = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}
