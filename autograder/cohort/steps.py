"""Our steps in nbgrader's pipeline.

With them, ``nbgrader autograde`` and the buttons of formgrader go through the judge as well.
"""

from __future__ import annotations

import json
from pathlib import Path

import nbformat
from nbconvert.exporters import NotebookExporter
from nbgrader import utils
from nbgrader.preprocessors import NbGraderPreprocessor

from .. import card
from ..judge.grading import Judged
from ..judge.repair import repair
from ..release import without_solution
from .course import Course


class ClearSolutions(NbGraderPreprocessor):
    """Puts the course's stubs in place of solutions."""

    def preprocess_cell(self, cell, resources, cell_index):
        """See nbconvert's Preprocessor."""
        if utils.is_solution(cell) and cell.cell_type == "code":
            cell.source = without_solution(cell.source)
        return cell, resources


class RepairingExporter(NotebookExporter):
    """Reads a handed-in notebook through `judge.repair`, so that no file stops a batch."""

    def from_filename(self, filename, resources=None, **kw):
        """See nbconvert's Exporter."""
        path = Path(filename)
        course, _, student, assignment = _place(path)
        released = course.root / "release" / assignment / path.name
        if path.is_relative_to(course.root / "submitted") and released.exists():
            fixed = repair(path.read_bytes(), json.loads(released.read_bytes()))
            notebook = nbformat.from_dict(fixed.notebook)
            return self.from_notebook_node(notebook, resources=resources, **kw)
        return super().from_filename(filename, resources=resources, **kw)


def _place(path: Path) -> tuple[Course, str, str, str]:
    """The course, stage, student and assignment of the file ``stage/student/assignment/file``."""
    path = path.resolve()
    return Course(path.parents[3]), path.parents[2].name, path.parents[1].name, path.parent.name


class Judge(NbGraderPreprocessor):
    """Writes the outputs of a submission's cells; the grades follow from them."""

    def preprocess(self, nb, resources):
        """See nbconvert's Preprocessor."""
        about = resources["nbgrader"]
        course = Course.open(Path.cwd())
        submission = course.submission(about["student"], about["assignment"], about["notebook"])
        write_outputs(nb, course.judged(submission))
        return nb, resources


def write_outputs(nb, judged: Judged) -> None:
    """Write the judge's result into the cells of an autograded notebook, in place."""
    for cell in nb.cells:
        if cell.cell_type == "markdown":
            # Whoever marks an essay needs its rubric open.
            if cell.metadata.get("autograder", {}).get("role") == "rubric":
                cell.source = cell.source.replace("<details>", "<details open>", 1)
            continue
        if cell.cell_type != "code":
            continue
        cell.outputs = []
        if utils.is_grade(cell):
            cell.outputs = [_mark(judged, cell.metadata.nbgrader["grade_id"])]
        elif printed := judged.printed.get(cell.get("id", "")):
            cell.outputs = [nbformat.v4.new_output("stream", name="stdout", text=printed)]
    notes = [*judged.notes, *([f"Stopped: {judged.status}."] if judged.status else [])]
    if notes:
        text = "**Notes from grading**\n\n" + "\n".join(f"- {note}" for note in notes)
        nb.cells.insert(0, nbformat.v4.new_markdown_cell(text, id="notes-from-grading"))


def _mark(judged: Judged, grade_id: str):
    """The output of a check cell: the points as text, the card as HTML."""
    report = judged.reports.get(grade_id.removeprefix("check-"))
    if report is None:
        data = {"text/plain": "0", "text/html": "<p>This check is not part of the lesson.</p>"}
    else:
        html = card.as_html(report.without_drawn())
        data = {"text/plain": f"{report.earned:g}", "text/html": html}
    return nbformat.v4.new_output("execute_result", data=data, execution_count=None)
