"""Read the record of a workspace, and add to it from elsewhere than a notebook."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from autograder import __version__
from autograder.core import clock, record
from autograder.core.record import Check, Record
from autograder.core.recording import failed_groups
from autograder.core.reports import Report

from .files import StudyError


def read_record(workspace: Path) -> Record:
    """The record of a workspace. Raises `StudyError` where it can't be read."""
    path = record.record_path(workspace)
    try:
        return record.read(path)
    except OSError as error:
        raise StudyError(
            f"{path} can't be read: {_why(error)}. Make it readable, then run this again."
        ) from error


def record_scored(notebook: Path, lesson: str, reports: Mapping[str, Report]) -> None:
    """Record what `mle check` found in a notebook of a workspace; elsewhere nothing.

    Trouble with the record is no trouble of the score, so nothing is raised.
    """
    workspace = record.workspace_of(notebook.resolve().parent)
    if workspace is None or record.is_off(workspace):
        return
    path, time = record.record_path(workspace), clock.now()
    with contextlib.suppress(OSError):
        checks = record.read(path).checks
        since = record.seconds_since(checks[-1].time if checks else None, time)
        lines = []
        for name, report in reports.items():
            if report.state == "not written":
                continue
            check = Check(
                time,
                lesson,
                name,
                report.earned,
                report.points,
                since,
                version=__version__,
                by=record.IN_TERMINAL,
                failed=failed_groups(report),
            )
            lines.append(check.line())
            since = 0
        if lines:
            record.append(path, lines)


@dataclass(frozen=True)
class Imported:
    """What an import did: checks that were new, those that were there already, foreign lines."""

    new: int
    known: int
    foreign: int


def import_record(workspace: Path, file: Path) -> Imported:
    """Add the checks in a file to the record: lines as in a record, or a JSON list of such objects.

    Raises `StudyError` where nothing was written.
    """
    try:
        found = _checks_in(file.read_bytes())
    except OSError as error:
        raise StudyError(f"{file} can't be read: {_why(error)}. Name another file.") from error
    if not found.checks:
        raise StudyError(f"{file} holds no checks. Name a record, such as .course/record.jsonl.")
    have = {check.line() for check in read_record(workspace).checks}
    lines = dict.fromkeys(check.line() for check in found.checks)
    new = [line for line in lines if line not in have]
    try:
        if new:
            record.append(record.record_path(workspace), new)
    except OSError as error:
        raise StudyError(
            f"The checks can't be added to the record: {_why(error)}. "
            "Put that right, then import the file again."
        ) from error
    return Imported(len(new), len(found.checks) - len(new), found.foreign)


def _checks_in(content: bytes) -> Record:
    content = content.removeprefix(b"\xef\xbb\xbf")
    if not content.lstrip().startswith(b"["):
        return record.parse(content)
    try:
        listed = json.loads(content)
    except (ValueError, RecursionError):
        return Record((), 1)
    known = [check for check in map(Check.from_fields, listed) if check]
    return Record(tuple(sorted(known, key=lambda each: each.time)), len(listed) - len(known))


def switch(workspace: Path, on: bool) -> None:
    """Switch the record of a workspace on or off. What it holds stays. Raises `StudyError`."""
    mark = workspace / record.FOLDER / record.OFF
    try:
        if on:
            mark.unlink(missing_ok=True)
        else:
            mark.parent.mkdir(exist_ok=True)
            mark.touch()
    except OSError as error:
        raise StudyError(f"{mark} can't be changed: {_why(error)}.") from error


def _why(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
