"""Grade one submission: bytes in, plain results out. A pure function but for the time it takes."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from autograder.core.exercise import Exercise
from autograder.core.limit import TimeUp, time_limit
from autograder.core.reports import Report
from autograder.lessons import load
from autograder.trying.drawing import without_shrinking

from . import asking
from .asking import Asking, cells_to_run, failed
from .reading.choice import choose
from .reading.repair import Repaired, clean, source_of
from .reading.source import forgotten, imports
from .sandbox.launch import require_imports
from .sandbox.submission_limits import Limits
from .session import BROKEN, MEMORY, NOT_RUN, OWN_END, PROCESSES, TIMED_OUT
from .submission import Judged, OtherVersion, Submission, course_version

READING_SECONDS = 60
"""What bringing a notebook back to its form may take."""

_ONE_AT_A_TIME = threading.Lock()


def judge(submission: Submission) -> Judged:
    """Run the submission in a sandbox and grade every exercise of its lesson.

    Raises `sandbox.NoSandbox` or `OtherVersion`; nothing that a submission does raises.
    """
    if submission.version and submission.version != course_version(submission.lesson):
        raise OtherVersion(
            "A worker has another version of the course than this machine. Install the same one."
        )
    # Threads of one process would share the databases that the checks keep open.
    quick = contextlib.nullcontext() if submission.explain else without_shrinking()
    with _ONE_AT_A_TIME, quick, forgotten():
        release = json.loads(submission.release)
        files = [(submission.name, submission.content), *submission.others]
        try:
            with time_limit(READING_SECONDS, again=5):
                repaired = choose(files, submission.lesson, release)
        except TimeUp:
            cells = [{**cell, "source": source_of(cell)} for cell in release["cells"]]
            why = "timed out: reading the notebook took too long"
            repaired = Repaired({"cells": cells}, unreadable=why)
        judged = _judge(submission, release, repaired)
        judged.cells = _compact(repaired.notebook["cells"], release["cells"])
        judged.changed = sorted(repaired.changed)
        return judged


def _judge(submission: Submission, release: Mapping[str, Any], repaired: Repaired) -> Judged:
    exercises = load(submission.lesson)
    problem = submission.problem or repaired.unreadable
    if problem:
        return _nothing(submission.lesson, exercises, problem, repaired.notes)
    require_imports(submission.sandboxed)
    seconds = submission.limits.submission_seconds + 2 * asking.GRADERS_SECONDS
    try:
        with time_limit(seconds, again=5):
            return _run(submission, exercises, release, repaired)
    except TimeUp:
        text = "timed out: checking what it gave back took too long"
        return _nothing(submission.lesson, exercises, text, repaired.notes)


def _compact(
    cells: Sequence[Mapping[str, Any]], released: Sequence[Mapping[str, Any]]
) -> list[str | dict[str, Any]]:
    """Cells, with the id in place of one that is as it was handed out."""
    blank = {cell["id"]: {**cell, "source": source_of(cell)} for cell in released}
    return [cell["id"] if cell == blank.get(cell["id"]) else dict(cell) for cell in cells]


def _nothing(
    lesson: str, exercises: Mapping[str, Exercise], status: str, notes: list[str]
) -> Judged:
    sentence = f"Nothing in this notebook could be graded: {status}."
    reports = {name: failed(exercise, sentence) for name, exercise in exercises.items()}
    return Judged(lesson, reports, status, {}, notes, [sentence], "not run")


def _run(
    submission: Submission,
    exercises: Mapping[str, Exercise],
    release: Mapping[str, Any],
    repaired: Repaired,
) -> Judged:
    cells, given = cells_to_run(repaired.notebook["cells"], release["cells"])
    notes = list(repaired.notes)
    reports = {}
    with contextlib.ExitStack() as stack:
        handed_out, _ = cells_to_run(release["cells"], release["cells"])
        common = imports([cell.source for cell in handed_out])
        asked = Asking(submission, list(exercises), cells, given, common, stack)
        for place, (name, exercise) in enumerate(exercises.items()):
            share = asked.total.left() / (len(exercises) - place)
            reports[name] = _cleaned(asked.grade(exercise, share, notes))
    whole = asked.whole
    stopped = {f"cell {cell}": ran.status for cell, ran in whole.ran.items() if ran.status}
    stopped |= {f"exercise {name}": why for name, why in asked.stopped.items()}
    printed = {cell: _printed(ran) for cell, ran in whole.ran.items()}
    return Judged(
        submission.lesson,
        reports,
        "; ".join(f"{where}: {why}" for where, why in stopped.items()),
        {cell: text for cell, text in printed.items() if text},
        [clean(note) for note in notes],
        [_sentence(where, why, submission.limits) for where, why in stopped.items()],
        "bubblewrap" if submission.sandboxed else "none",
        asked.processor(),
    )


def _printed(ran: Any) -> str:
    trouble = ran.trouble
    said = f"{trouble.text} ({trouble.line})" if trouble and trouble.line else ""
    said = said or (trouble.text if trouble else f"[{ran.ended}]" if ran.ended else "")
    return clean("\n".join(filter(None, [ran.printed.rstrip("\n"), said])))


def _cleaned(report: Report) -> Report:
    """The report with texts that can be stored: parts of them are the student's."""
    fields = json.loads(json.dumps(asdict(report)), object_hook=_clean_values)
    return Report.from_fields(fields)


def _clean_values(mapping: dict[str, Any]) -> dict[str, Any]:
    return {key: clean(v) if isinstance(v, str) else v for key, v in mapping.items()}


def _sentence(where: str, why: str, limits: Limits) -> str:
    """Say to the student what was stopped and why."""
    kind, _, name = where.partition(" ")
    what = f"The cell {name}" if kind == "cell" else f"A call to {name}"
    if name.startswith("added-"):
        what = f"Cell number {int(name.removeprefix('added-')) + 1}"
    return {
        TIMED_OUT: f"{what} timed out.",
        MEMORY: f"{what} was stopped: it used more than {limits.memory} MiB of memory.",
        PROCESSES: f"{what} was stopped: it started more than {limits.processes} processes.",
        OWN_END: f"{what} ended the process, so it was skipped.",
        BROKEN: f"{what} interfered with the connection to the grader, so it was stopped.",
        NOT_RUN: f"{what} was not run, because the cells before it took too long.",
    }.get(why, f"{what} was stopped: {why}.")
