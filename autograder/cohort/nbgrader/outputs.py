"""The autograded notebook: what the judge found, written where nbgrader and people look."""

from __future__ import annotations

import re
from collections.abc import Sequence

import nbformat
from nbgrader import utils

from autograder.core import card
from autograder.judge.grading import Judged
from autograder.judge.reading.repair import Repaired


def autograded(repaired: Repaired, judged: Judged, notes: Sequence[str]):
    """The notebook that is marked by hand and shown to the student, as an nbformat node.

    ``notes`` are sentences for its head. Outputs are the grader's own; the student's Markdown
    can't bring scripts into the page of whoever marks it.
    """
    notebook = nbformat.from_dict(repaired.notebook)
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            if cell.id in repaired.changed:
                cell.source = harmless(cell.source)
            elif cell.metadata.get("autograder", {}).get("role") == "rubric":
                # Whoever marks an essay needs its rubric open.
                cell.source = cell.source.replace("<details>", "<details open>", 1)
        elif cell.cell_type == "code":
            cell.outputs = _outputs(cell, judged)
            cell.execution_count = None
    if notes:
        text = "**Notes from grading**\n\n" + "\n".join(f"- {harmless(note)}" for note in notes)
        notebook.cells.insert(0, nbformat.v4.new_markdown_cell(text, id="notes-from-grading"))
    return notebook


def _outputs(cell, judged: Judged) -> list:
    if utils.is_grade(cell):
        return [_mark(judged, cell.metadata.nbgrader["grade_id"])]
    printed = judged.printed.get(cell.id)
    return [nbformat.v4.new_output("stream", name="stdout", text=printed)] if printed else []


def _mark(judged: Judged, grade_id: str):
    """The output of a check cell: the points as text, the card as HTML."""
    report = judged.reports.get(grade_id.removeprefix("check-"))
    if report is None:
        data = {"text/plain": "0", "text/html": "<p>This check is not part of the lesson.</p>"}
    else:
        html = card.as_html(report.without_drawn())
        data = {"text/plain": f"{report.earned:g}", "text/html": html}
    return nbformat.v4.new_output("execute_result", data=data, execution_count=None)


def harmless(markdown: str) -> str:
    """Markdown whose HTML and links can't run anything.

    nbgrader's pages show Markdown with the HTML in it, in the browser of whoever marks.
    """
    text = re.sub(r"&(?=[#A-Za-z])", "&amp;", markdown)
    text = re.sub(r"<(?=[A-Za-z/!?])", "&lt;", text)
    return re.sub(r"(?i)(script|data|file)\s*:(?!//)", r"\1&#58; ", text)
