"""The autograded notebook: what the judge found, written where nbgrader and people look."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import nbformat
from nbgrader import utils

from autograder.cohort.judging import HANDED_IN, hash_of
from autograder.cohort.markdown import listed
from autograder.core import card
from autograder.judge.reading.repair import role_of, source_of
from autograder.judge.submission import Judged


def autograded(release: Mapping[str, Any], judged: Judged):
    """The notebook that is marked by hand and shown to the student, as an nbformat node.

    Outputs are the grader's own; what the judge and the student are to be told is at its head.
    """
    blank = {cell["id"]: cell for cell in release["cells"]}
    cells = [blank[cell] if isinstance(cell, str) else cell for cell in judged.cells]
    notebook = nbformat.from_dict({**release, "cells": cells})
    for cell in notebook.cells:
        cell.source = source_of(cell)
        if role_of(cell) == "essay":
            cell.metadata.autograder.setdefault(HANDED_IN, hash_of(cell))
        if role_of(cell) == "rubric":
            # Whoever marks an essay needs its rubric open.
            cell.source = cell.source.replace("<details>", "<details open>", 1)
        if cell.cell_type == "code":
            cell.outputs = _outputs(cell, judged)
            cell.execution_count = None
    if notes := [*judged.sentences, *judged.notes]:
        text = listed("Notes from grading", notes)
        notebook.cells.insert(0, nbformat.v4.new_markdown_cell(text, id="notes-from-grading"))
    return notebook


def unchanged(before: Path, notebook) -> frozenset[str]:
    """The essays whose text is that of the autograded notebook in the file ``before``."""
    try:
        old = {cell["id"]: cell for cell in json.loads(before.read_bytes())["cells"]}
    except (OSError, ValueError, LookupError, TypeError):
        return frozenset()
    same = [
        cell.id
        for cell in notebook.cells
        if role_of(cell) == "essay" and cell.id in old and _is_same(old[cell.id], cell)
    ]
    return frozenset(same)


def _is_same(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    noted = old["metadata"].get("autograder", {}).get(HANDED_IN)
    if noted is None:
        hashes = {hash_of({"source": text}) for text in _texts_before(source_of(old))}
    else:
        hashes = {noted}
    return new["metadata"]["autograder"][HANDED_IN] in hashes


def _texts_before(stored: str) -> Iterator[str]:
    """What an essay can have been that an earlier version stored as ``stored``.

    It kept no hash, and escaped what could run in the page of whoever marks.
    """
    yield stored
    text = re.sub(r"&#58; ", ":", stored)
    text = re.sub(r"&lt;(?=[A-Za-z/!?])", "<", text)
    yield re.sub(r"&amp;(?=[#A-Za-z])", "&", text)


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
