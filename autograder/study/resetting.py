"""Bring back the starter code of one answer, and undo that: in a file, or from its notebook.

What an answer was before is kept in `.mle/resets/LESSON/EXERCISE.json` of the workspace, so that
the command undoes what a notebook reset, and the other way round.
"""

from __future__ import annotations

import difflib
import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from autograder import lessons
from autograder.check import notebook_shell
from autograder.complexity import Sentence
from autograder.core.errors import UserError
from autograder.core.files import ChangedMeanwhile, write
from autograder.core.notebooks import Unreadable
from autograder.trying.cells import bound_names

from .course import course_folder
from .files import (
    StudyError,
    back_up,
    locked,
    notebook_bytes,
    parse_notebook,
    read_notebook,
    reason,
)
from .launch import OFFERED
from .lessons import find_lesson
from .merge import source_of
from .trust import has_outputs, trust, trusted
from .workspace import HOME, working_copy

COMM = "mle-reset"
"""What a front end that can change another cell listens to; see `jupyter/labextensions`."""
_CALL = re.compile(r"^[ \t]*reset\(.*\)[ \t]*;?[ \t]*(?:#.*)?$\n?", re.MULTILINE)


def reset_in_file(workspace: Path, lesson: str, exercise: str, *, undo: bool = False) -> str:
    """Put the starter code into the answer's cell of the learner's notebook; returns a sentence.

    With ``undo`` the text before comes back, and the next undo brings the one it replaced. Outputs
    of the cell go, and the notebook as it was is backed up. Raises `UserError`.
    """
    course = course_folder()
    found = find_lesson(course, lesson).relative_to(course)
    own = [name for name, folder in lessons.index().items() if folder.name == found.stem]
    if exercise not in own:
        raise StudyError(_no_exercise(found.stem, exercise, own))
    path = working_copy(workspace, found)
    try:
        with locked(workspace / HOME / "lock"):
            return _in_file(workspace, path, exercise, undo)
    except FileNotFoundError as error:
        text = f"There is no {path}. Run mle study first, or name your folder with --workspace."
        raise StudyError(text) from error
    except Unreadable as error:
        raise StudyError(f"{path} is not a notebook: {error}. Run mle study.") from error
    except OSError as error:
        raise StudyError(f"{path} can't be reset: {reason(error)}") from error


def _in_file(workspace: Path, path: Path, exercise: str, undo: bool) -> str:
    if not path.exists():
        raise FileNotFoundError(path)
    raw = path.read_bytes()
    notebook = parse_notebook(raw)
    cell = _answer_cell(notebook, exercise)
    if cell is None:
        raise StudyError(f"{path} has no cell for {exercise}. Run mle study, which puts it back.")
    kept = _Kept(workspace, exercise)
    before = kept.read()
    text, said = kept.exchange(source_of(cell), undo)
    if text is None:
        return said
    was_trusted = has_outputs(notebook) and trusted(raw)
    cell["source"] = text
    if cell["cell_type"] == "code":
        cell |= {"outputs": [], "execution_count": None}
    back_up(path, workspace / HOME / "backups" / path.relative_to(workspace).with_suffix(""))
    try:
        content = notebook_bytes(notebook)
        write(path, content, over=raw)
    except ChangedMeanwhile:  # JupyterLab saved at this moment
        kept.write(before)
        return _in_file(workspace, path, exercise, undo)
    except BaseException:
        kept.write(before)
        raise
    if was_trusted:
        trust(content)
    return f"{said} If the notebook is open, choose File, Reload Notebook from Disk."


def reset_in_notebook(exercise: str, *, undo: bool = False) -> Sentence:
    """What ``reset("is_match")`` does in a notebook: the front end changes the answer's cell.

    In the answer's own cell that works everywhere; from another cell where ``mle study`` opened
    JupyterLab. Returns a sentence that says what was done, or what to do.
    """
    try:
        starter(exercise)
        shell = notebook_shell()
        if shell is None:
            raise UserError("reset works in a notebook. In a terminal: mle reset LESSON EXERCISE.")
        return Sentence(_Notebook(shell, exercise).reset(undo))
    except UserError as error:
        return Sentence(error)


class _Notebook:
    """The notebook whose kernel this is."""

    def __init__(self, shell: Any, exercise: str) -> None:
        self._shell, self._exercise = shell, exercise
        self._raw: list[str] = list(shell.history_manager.input_hist_raw)
        self._kept = _Kept(_workspace(), exercise)

    def reset(self, undo: bool) -> str:
        own = self._cell_id() == self._exercise or self._binds(self._raw[-1])
        if not own and OFFERED not in os.environ:
            raise UserError(
                f"Nothing was changed. Write this line into the cell of {self._exercise} itself, "
                "and run that cell."
            )
        text, said = self._kept.exchange(self._before(own), undo, certain=own)
        if text is not None:
            self._forget_after_this_cell()
            self._replace(text, own)
        return said

    def _forget_after_this_cell(self) -> None:
        """Undefine the answer, which the rest of this cell may define: no check judges it."""
        events = self._shell.events

        def forget(result: Any) -> None:
            events.unregister("post_run_cell", forget)
            self._shell.user_ns.pop(self._exercise, None)

        events.register("post_run_cell", forget)

    def _cell_id(self) -> str:
        """The id of the cell that runs, where the front end tells it."""
        parent = self._shell.kernel.get_parent("shell") or {}
        return str(parent.get("metadata", {}).get("cellId", ""))

    def _binds(self, source: str) -> bool:
        return self._exercise in bound_names(source)

    def _before(self, own: bool) -> str:
        """The answer's text: what is beside the call, else what ran last, else what is saved."""
        beside = _CALL.sub("", self._raw[-1]).strip("\n") if own else ""
        if beside.strip():
            return beside
        ran = [_CALL.sub("", text) for text in self._raw[:-1] if self._binds(text)]
        return ran[-1].strip("\n") if ran else _saved(self._exercise)

    def _replace(self, text: str, own: bool) -> None:
        if own:
            self._shell.set_next_input(text, replace=True)
            return
        from comm import create_comm

        comm = create_comm(COMM, data={"cell": self._exercise, "source": text})
        comm.on_msg(lambda message: self._kept.correct(message["content"]["data"]["source"]))


class _Kept:
    """The texts that a reset or its undo took out of a cell, in a file or in this process."""

    _here: dict[str, str] = {}

    def __init__(self, workspace: Path | None, exercise: str) -> None:
        self._exercise = exercise
        folder = lessons.folder_of(exercise).name
        home = workspace / HOME / "resets" / folder if workspace else None
        self._path = home / f"{exercise}.json" if home else None

    def exchange(self, now: str, undo: bool, certain: bool = True) -> tuple[str | None, str]:
        """The text to put in place of ``now``, or None for no change, and a sentence.

        Where ``now`` isn't ``certain``, the front end may have a later text, see `correct`.
        """
        name, fresh = self._exercise, starter(self._exercise)
        is_fresh = now.rstrip() == fresh.rstrip()
        if not undo:
            if is_fresh and certain:
                return None, f"{name} has its starter code already."
            if not is_fresh:
                self.write(now)
            return fresh, f"{name} has its starter code again. To undo: {self._undo()}."
        kept = self.read()
        if kept is None:
            return None, f"There is no reset of {name} to undo."
        self.write(None if is_fresh else now)
        return kept, f"{name} is back as it was before."

    def correct(self, now: str) -> None:
        """Keep the text that really was in the cell: the front end knows what was not run."""
        before = self.read()
        if now.strip() and now.rstrip() != starter(self._exercise).rstrip() and before != now:
            self.write(now)

    def _undo(self) -> str:
        return f'reset("{self._exercise}", undo=True), or mle reset with --undo'

    def read(self) -> str | None:
        """The text that an undo brings back, None for none."""
        if self._path is None:
            return self._here.get(self._exercise)
        try:
            return str(json.loads(self._path.read_bytes())["source"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def write(self, source: str | None) -> None:
        """Keep this text, or none."""
        if self._path is None:
            self._here.pop(self._exercise, None)
            if source is not None:
                self._here[self._exercise] = source
        elif source is None:
            self._path.unlink(missing_ok=True)
        else:
            write(self._path, json.dumps({"source": source}).encode())


def starter(exercise: str) -> str:
    """The text of an answer's cell as the course delivers it. Raises `UserError`."""
    folder = lessons.folder_of(exercise)
    path = course_folder() / folder.parent.name / f"{folder.name}.ipynb"
    try:
        cell = _answer_cell(read_notebook(path), exercise)
    except (OSError, Unreadable) as error:
        raise StudyError(f"{path} can't be read ({error}). Rebuild the course.") from error
    if cell is None:
        raise StudyError(f"{path} has no cell for {exercise}. Rebuild the course.")
    return source_of(cell)


def _answer_cell(notebook: dict[str, Any], exercise: str) -> dict[str, Any] | None:
    """The cell of an answer: by nbgrader's name for it, else by its id."""
    tests: tuple[Callable[[dict[str, Any]], Any], ...] = (
        lambda cell: (cell["metadata"].get("nbgrader") or {}).get("grade_id"),
        lambda cell: cell.get("id"),
    )
    for test in tests:
        for cell in notebook["cells"]:
            if test(cell) == exercise:
                return cell
    return None


def _workspace() -> Path | None:
    """The workspace that this process runs in, if it runs in one."""
    here = Path.cwd()
    return next((path for path in (here, *here.parents) if (path / HOME).is_dir()), None)


def _saved(exercise: str) -> str:
    """The answer in the saved notebook beside this process, or its starter code."""
    folder = lessons.folder_of(exercise)
    session = os.environ.get("JPY_SESSION_NAME", "")
    for path in (Path(session), Path(f"{folder.name}.ipynb")):
        try:
            cell = _answer_cell(read_notebook(path), exercise)
        except (OSError, Unreadable):
            continue
        if cell:
            return source_of(cell)
    return starter(exercise)


def _no_exercise(lesson: str, typed: str, own: list[str]) -> str:
    close = difflib.get_close_matches(typed, own, n=1)
    hint = f"Did you mean {close[0]}?" if close else f"It has {', '.join(own) or 'none'}."
    return f"{lesson} has no exercise {typed}. {hint}"
