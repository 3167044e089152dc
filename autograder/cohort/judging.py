"""What a worker does with a submission: judge it, and make its texts ready to be shown.

Everything that reads what a student wrote is here or in the judge, where it has limits. The head
only writes it down.
"""

from __future__ import annotations

import hashlib
import json
import time
from typing import Any

from autograder.judge import grading
from autograder.judge.reading.repair import role_of
from autograder.judge.submission import Judged, Submission

from .markdown import as_html

HANDED_IN = "handed_in"
"""In the metadata of an essay: a hash of its text as it was handed in."""
LONGEST_SHOWN = 100_000
MOST_SHOWN = 1_000_000
"""Characters of a cell, and of all of a notebook's cells, that are shown to whoever marks it."""

SECONDS = 20
"""After which no more Markdown of a notebook is rendered."""


def judge(submission: Submission) -> Judged:
    """See `judge.grading.judge`. Markdown of the student's comes back as HTML."""
    judged = grading.judge(submission)
    left = MOST_SHOWN
    started = time.process_time()
    for cell in judged.cells:
        if isinstance(cell, dict):
            if role_of(cell) == "essay":
                cell["metadata"] = _with_hash(cell)
            source = _cut(cell["source"], min(LONGEST_SHOWN, left))
            left -= len(source)
            pictures = cell.pop("attachments", {})
            if cell["id"] in judged.changed:
                plain = time.process_time() - started > SECONDS
                source = as_html(source, pictures, plain=plain)
            cell["source"] = source
    return judged


def _with_hash(cell: dict[str, Any]) -> dict[str, Any]:
    about = {**cell["metadata"]["autograder"], HANDED_IN: hash_of(cell)}
    return {**cell["metadata"], "autograder": about}


def hash_of(essay: dict[str, Any]) -> str:
    """A hash of what an essay says and shows."""
    pictures = json.dumps(essay.get("attachments", {}), sort_keys=True)
    return hashlib.sha256((essay["source"] + pictures).encode()).hexdigest()


def _cut(text: str, most: int) -> str:
    left_out = len(text) - most
    return f"{text[:most]}\n[{left_out:,} more characters are not shown]" if left_out > 0 else text
