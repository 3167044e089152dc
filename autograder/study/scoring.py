"""Score a notebook: run it from the top in a fresh kernel, then check every exercise.

Examples of the course that were left as they are do not run again (`cells_to_run`).
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any

from autograder import lessons
from autograder.authoring import release
from autograder.authoring.lesson import read_lesson
from autograder.core import card
from autograder.core.errors import UserError
from autograder.core.notebooks import Unreadable
from autograder.core.record import SWITCH
from autograder.core.reports import Report
from autograder.judge.asking import cells_to_run
from autograder.judge.grading import judge
from autograder.judge.reading.repair import lesson_named, read_cells, role_of, source_of
from autograder.judge.submission import Submission

MIME = "application/vnd.autograder+json"
CELL_SECONDS = 120


class CannotRun(UserError):
    """The notebook can't be scored. The text says why and what to do."""


@dataclass(frozen=True)
class Scored:
    """The marks of one notebook. ``errors`` are cells that stopped, a sentence each.

    ``essays`` are the points of each essay, which a person marks: on one's own, the learner.
    """

    path: Path
    lesson: str
    reports: Mapping[str, Report]
    essays: Mapping[str, int]
    errors: Sequence[str] = field(default=())

    @property
    def earned(self) -> float:
        """The points that the checks gave."""
        return sum(report.earned for report in self.reports.values())

    @property
    def checked(self) -> float:
        """The points that the checks can give."""
        return sum(report.points for report in self.reports.values())

    @property
    def to_mark(self) -> float:
        """The points of the essays."""
        return sum(self.essays.values())

    @property
    def points(self) -> float:
        """All points of the lesson, as it states them."""
        return self.checked + self.to_mark

    def headline(self) -> str:
        """One line: the lesson, what was earned, and what is left to mark."""
        said = f"{self.lesson}: {self.earned:g} of {self.points:g} points"
        return f"{said}; {self.to_mark:g} are for essays, yours to mark" if self.to_mark else said

    def as_dict(self) -> dict[str, Any]:
        """The form that ``mle check --json`` prints."""
        return {
            "lesson": self.lesson,
            "earned": self.earned,
            "to_mark": self.to_mark,
            "points": self.points,
            "exercises": {name: report.as_dict() for name, report in self.reports.items()},
            "essays": dict(self.essays),
        }


def score(path: Path, *, sandboxed: bool = False) -> Scored:
    """Run the notebook at ``path`` and check its exercises.

    With ``sandboxed`` it runs in the judge's sandbox, for a notebook that is somebody else's.
    Raises `CannotRun`.
    """
    try:
        content = path.read_bytes()
        cells = read_cells(content)
    except OSError as error:
        raise CannotRun(f"{path}: {error.strerror}. Give the path of a notebook.") from error
    except Unreadable as error:
        text = f"{path} is not a notebook: {error}. Open it in JupyterLab and save it again."
        raise CannotRun(text) from error
    name = lesson_of(path, content)
    if sandboxed:
        return _score_in_sandbox(path, content, name)
    return _score_in_kernel(path, cells, name)


def lesson_of(path: Path, content: bytes) -> str:
    """The lesson that a notebook belongs to, by its metadata or its file's name."""
    known = {lesson.stem for lesson in lessons.paths()}
    for candidate in (lesson_named(content), path.stem):
        if candidate in known:
            return candidate
    raise CannotRun(f"{path} isn't a lesson's notebook. Pass one from the course.")


def _score_in_sandbox(path: Path, content: bytes, name: str) -> Scored:
    judged = judge(Submission(content, _release_of(content, name), name))
    errors = [judged.status] if judged.status else []
    return Scored(path, name, judged.reports, _essays(name), [*errors, *judged.notes])


def _essays(name: str) -> dict[str, int]:
    lesson = read_lesson(lessons.find_path(name))
    return {cell.name: cell.points for cell in lesson.named("essay")}


def _release_of(content: bytes, name: str) -> bytes:
    """The release that a notebook was made from: a cohort's has other texts in its check cells."""
    lesson = read_lesson(lessons.find_path(name))
    released, of_cohort = release.notebook(lesson), release.notebook(lesson, "cohort")
    handed_in = {source_of(cell).strip() for cell in read_cells(content)}
    texts = {cell["id"]: cell["source"] for cell in of_cohort["cells"] if role_of(cell) == "check"}
    if any(source_of({"source": text}).strip() in handed_in for text in texts.values()):
        for cell in released["cells"]:
            cell["source"] = texts.get(cell["id"], cell["source"])
    return release.as_bytes(released)


def _score_in_kernel(path: Path, cells: Sequence[Mapping[str, Any]], name: str) -> Scored:
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellTimeoutError, DeadKernelError

    released = release.notebook(read_lesson(lessons.find_path(name)))
    to_run, _ = cells_to_run(cells, released["cells"])
    asking = (
        "from IPython.display import publish_display_data as _publish\n"
        "from autograder.study.scoring import kernel_scores as _scores\n"
        f"_publish({{{MIME!r}: _scores({name!r}, globals())}})"
    )
    sources = [*(cell.source for cell in to_run), asking]
    notebook = nbformat.v4.new_notebook(cells=list(map(nbformat.v4.new_code_cell, sources)))
    where = {"metadata": {"path": str(path.resolve().parent)}}
    client = NotebookClient(
        notebook, kernel_name="python3", allow_errors=True, timeout=CELL_SECONDS, resources=where
    )
    try:
        # What the kernel says on its own account is of no use to the learner.
        client.execute(stderr=subprocess.DEVNULL, env=os.environ | {SWITCH: "off"})
    except DeadKernelError as error:
        raise CannotRun(f"{path}: the kernel died. Does a cell end the process?") from error
    except CellTimeoutError as error:
        text = f"{path}: a cell ran for more than {CELL_SECONDS} s. Fix or remove it."
        raise CannotRun(text) from error
    *ran, last = notebook.cells
    published = [out["data"][MIME] for out in last.outputs if MIME in out.get("data", {})]
    if not published:
        raise CannotRun(f"{path}: the checks could not be run in its kernel.{_error_of(last)}")
    reports = {exercise: Report.from_fields(fields) for exercise, fields in published[0].items()}
    errors = [f"a cell stopped:{_error_of(cell)}" for cell in ran if _error_of(cell)]
    return Scored(path, name, reports, _essays(name), errors)


def kernel_scores(name: str, namespace: dict[str, Any]) -> dict[str, Any]:
    """The reports of a lesson's exercises as plain dicts; called inside the notebook's kernel."""
    from dataclasses import asdict

    from autograder.check import grade_namespace

    return {
        exercise: asdict(report) for exercise, report in grade_namespace(name, namespace).items()
    }


def _error_of(cell: Mapping[str, Any]) -> str:
    for output in cell["outputs"]:
        if output["output_type"] == "error":
            return f" {output['ename']}: {output['evalue']}".splitlines()[0][:200]
    return ""


HEADINGS = ("lesson", "earned", "checked", "yours to mark", "points")


def summary(scored: Sequence[Scored]) -> list[tuple[str, ...]]:
    """The rows of a table of several notebooks, the sum last; `HEADINGS` names its columns."""
    rows = [(s.lesson, s.earned, s.checked, s.to_mark, s.points) for s in scored]
    sums = [sum(column) for column in list(zip(*rows))[1:]]
    return [(name, *(f"{n:g}" for n in numbers)) for name, *numbers in [*rows, ("sum", *sums)]]


def as_page(scored: Sequence[Scored]) -> str:
    """An HTML page with the cards of all exercises; several notebooks are summed up first."""
    parts = []
    if len(scored) > 1:
        head = "".join(f"<th>{heading}</th>" for heading in HEADINGS)
        rows = ["".join(f"<td>{escape(cell)}</td>" for cell in row) for row in summary(scored)]
        body = "".join(f"<tr>{row}</tr>" for row in rows)
        parts.append(f"<table><tr>{head}</tr>{body}</table>")
    for marks in scored:
        parts.append(f"<h2>{escape(marks.headline())}</h2>")
        parts += [f"<p>{escape(error)}</p>" for error in marks.errors]
        parts += [card.as_html(report) for report in marks.reports.values()]
        parts += [
            f"<p>{escape(name)}: {points} points, yours to mark with its rubric</p>"
            for name, points in marks.essays.items()
        ]
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Your marks</title>'
        '<meta name="viewport" content="width=device-width">'
        "<style>body{font:16px/1.5 system-ui,sans-serif;max-width:54em;margin:2em auto;"
        "padding:0 1em;color-scheme:light}td,th{padding:.1em .8em .1em 0;text-align:left}</style>"
        f"<h1>Your marks</h1>{''.join(parts)}</html>\n"
    )
