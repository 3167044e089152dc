"""Run the solved lessons and keep the results.

A lesson is run again only when its notebook, the modules of the course that it rests on, or the
bundled data have changed.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from autograder import data
from autograder.authoring import release
from autograder.authoring.lesson import Lesson
from autograder.core.dependencies import fingerprint
from autograder.core.files import write
from autograder.core.progress import Progress, no_progress
from autograder.lessons import find_path

from .errors import SiteError

SECONDS_A_CELL = 600
STAGE = "Running changed lessons"

_ANSI = re.compile(r"\x1b\[[0-9;]*m")


def execute(
    lessons: Sequence[Lesson], folder: Path, progress: Progress = no_progress
) -> dict[str, dict[str, Any]]:
    """The executed solved notebook of each lesson, by name; ``folder`` keeps them.

    Raises `SiteError` for the first cell that fails without a ``raises-exception`` tag, and
    for a check that the lesson's own solution does not pass.
    """
    return asyncio.run(_execute_all(lessons, folder, progress))


async def _execute_all(
    lessons: Sequence[Lesson], folder: Path, progress: Progress
) -> dict[str, dict[str, Any]]:
    executed_by_name: dict[str, dict[str, Any]] = {}
    stale: list[tuple[Lesson, dict[str, Any], str]] = []
    data_digest = _digest_of_data()
    for lesson in lessons:
        solved = release.notebook(lesson, "solved")
        key = _key(lesson, release.as_bytes(solved), data_digest)
        kept = _kept(folder / f"{lesson.name}.ipynb", key)
        if kept is None:
            stale.append((lesson, solved, key))
        else:
            executed_by_name[lesson.name] = kept
    slots = asyncio.Semaphore(min(4, os.cpu_count() or 1))
    if stale:
        progress(STAGE, 0, len(stale))
    tasks = [asyncio.create_task(_execute_one(*task, slots)) for task in stale]
    try:
        for done, task in enumerate(asyncio.as_completed(tasks), 1):
            name, executed = await task
            text = json.dumps(executed, indent=1, ensure_ascii=False, sort_keys=True)
            write(folder / f"{name}.ipynb", f"{text}\n".encode())
            executed_by_name[name] = executed
            progress(STAGE, done, len(tasks))
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return executed_by_name


def _key(lesson: Lesson, solved: bytes, data_digest: str) -> str:
    """A hash of what the executed notebook rests on."""
    folder = find_path(lesson.name)
    # The bank as well: `complexity` plots two of its solutions.
    roots = [path for path in folder.rglob("*.py") if path.is_file()]
    return fingerprint(roots, solved, data_digest.encode(), sys.version.encode())


def _kept(path: Path, key: str) -> dict[str, Any] | None:
    """The executed notebook at ``path``, if nothing that it was made of has changed."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return kept if kept["metadata"]["executed"] == key else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


async def _execute_one(
    lesson: Lesson, solved: dict[str, Any], key: str, slots: asyncio.Semaphore
) -> tuple[str, dict[str, Any]]:
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellControlSignal, CellExecutionError, DeadKernelError

    notebook = nbformat.from_dict(solved)
    if not any(cell.cell_type == "code" for cell in notebook.cells):
        notebook.metadata["executed"] = key
        return lesson.name, notebook
    async with slots:
        with _workplace() as (place, environment):
            client = NotebookClient(
                notebook,
                kernel_name="python3",
                timeout=SECONDS_A_CELL,
                record_timing=False,
                resources={"metadata": {"path": str(place)}},
            )
            try:
                await client.async_execute(env=environment, stderr=subprocess.DEVNULL)
            except (CellControlSignal, CellExecutionError, DeadKernelError) as error:
                raise SiteError(_failure(lesson, notebook, error)) from error
    notebook.metadata["executed"] = key
    _refuse_failed_checks(lesson, notebook)
    return lesson.name, notebook


@contextlib.contextmanager
def _workplace():
    """An empty folder to run in, with the course's ``data`` in it."""
    with tempfile.TemporaryDirectory(prefix="mle-site-") as folder:
        environment = os.environ | {"PYDEVD_DISABLE_FILE_VALIDATION": "1", "MLE_SITE": "1"}
        with contextlib.suppress(OSError):
            source = data.data_path(".").resolve()
            environment["MLE_DATA"] = str(source)
            (Path(folder) / "data").symlink_to(source, target_is_directory=True)
        yield Path(folder), environment


def _failure(lesson: Lesson, notebook: Any, error: Exception) -> str:
    """One message: the lesson, the cell, what it raised, the end of the traceback."""
    for cell in notebook.cells:
        tagged = "raises-exception" in cell.metadata.get("tags", [])
        for output in cell.get("outputs", []):
            if output.output_type == "error" and not tagged:
                lines = _ANSI.sub("", "\n".join(output.traceback)).splitlines()
                tail = "\n".join(f"    {line}" for line in lines[-12:])
                what = f"{output.ename}: {output.evalue}"
                return f"{lesson.name}: the cell {cell.id} stopped with {what}\n{tail}"
    last = [cell for cell in notebook.cells if cell.get("execution_count") is not None][-1:]
    where = f"at the cell {last[0].id}" if last else "before its first cell"
    return f"{lesson.name}: the run stopped {where}: {error}"


def _refuse_failed_checks(lesson: Lesson, notebook: Any) -> None:
    for cell in notebook.cells:
        if cell.metadata.get("autograder", {}).get("role") != "check":
            continue
        points = cell.metadata.nbgrader.points
        said = [output.get("data", {}).get("text/plain", "") for output in cell.outputs]
        if f"{points:g}" not in said:
            errors = [output.get("evalue", "") for output in cell.outputs]
            got = " ".join(filter(None, [*said, *errors])) or "nothing"
            raise SiteError(
                f"{lesson.name}: the lesson's own solution does not pass {cell.id}: "
                f"expected {points:g} points, got {got}"
            )


def _digest_of_data() -> str:
    try:
        folder = data.data_path(".").resolve()
    except FileNotFoundError:
        return ""
    every = sorted(path for path in folder.rglob("*") if path.is_file())
    files = [path for path in every if path.suffix != ".pyc"]
    return _digest(*(str(path.relative_to(folder)).encode() + path.read_bytes() for path in files))


def _digest(*parts: bytes) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()
