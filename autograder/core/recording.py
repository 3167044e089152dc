"""Write a check into the learner's record while the notebook goes on.

A check must not wait for a slow disk, and no trouble with the record may reach the learner. So a
thread writes, and the check waits for it for `PATIENCE` at most.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from . import clock, record
from .attempts import card_line
from .fingerprint import fingerprint
from .record import Check
from .reports import Report

PATIENCE = 0.005
"""Seconds that a check waits for its line to be written, and for the line on its card."""
_READ_AT_MOST = 400_000
"""Bytes of the record's end that are read for the line on a card: some 1,400 checks."""
_TAIL = 16_384


def here() -> Path | None:
    """The folder that the kernel started in, which is the notebook's, or None."""
    with contextlib.suppress(OSError):
        return Path.cwd()
    return None


class Recorder:
    """Writes the checks of one kernel.

    ``folder`` is the notebook's, None where it is unknown; ``version`` is the course's.
    """

    def __init__(self, folder: Path | None, version: str) -> None:
        self.folder = folder
        self.version = version
        self.started = clock.now()
        self._of_lesson = _OfLesson()

    def remember(
        self, report: Report, answer: Any, lesson_of: Mapping[str, str], seed: int = 0
    ) -> str:
        """Record a check, and return the line for the card of a passed one.

        ``lesson_of`` has the lesson of each exercise, in the course's order. The line is empty
        where the exercise isn't passed, the record is off, or the disk is slow. Never raises.
        """
        said: list[str] = []

        def work() -> None:
            with contextlib.suppress(Exception):
                said.append(self._write(report, answer, lesson_of, seed))

        try:
            thread = threading.Thread(target=work, name="mle-record", daemon=True)
            thread.start()
        except RuntimeError:  # no threads here, as in a browser
            return ""
        thread.join(PATIENCE)
        return said[0] if said else ""

    def _write(self, report: Report, answer: Any, lesson_of: Mapping[str, str], seed: int) -> str:
        workspace = record.workspace_of(self.folder) if self.folder else None
        if workspace is None or record.is_off(workspace):
            return ""
        lesson = lesson_of[report.exercise]
        path, time = record.record_path(workspace), clock.now()
        if report.state == "not written":
            # Run All reaches exercises that nobody has begun. One that was passed before and is
            # empty now is being done again.
            before = self._of_lesson.read(path, lesson)
            if not any(check.passed for check in before if check.exercise == report.exercise):
                return ""
        last = _last_time(path)
        check = Check(
            time=time,
            lesson=lesson,
            exercise=report.exercise,
            points=report.earned,
            of=report.points,
            seconds=record.seconds_since(max(last, self.started) if last else self.started, time),
            seed=seed,
            version=self.version,
            answer=fingerprint(answer),
            failed=failed_groups(report),
        )
        record.append(path, [check.line()])
        if not check.passed:
            return ""
        of_lesson = self._of_lesson.read(path, lesson)
        own = [each for each in of_lesson if each.exercise == check.exercise]
        return card_line(own, of_lesson, lesson_of, path.with_name(record.PLAN).exists())


class _OfLesson:
    """The checks of one lesson in a record. Only what was added since is read again."""

    def __init__(self) -> None:
        self._source: tuple[Path, str] | None = None
        self._read_to = 0
        self._checks: list[Check] = []

    def read(self, path: Path, lesson: str) -> list[Check]:
        """The checks up to now, in the order of the lines. Raises `OSError`."""
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            if self._source != (path, lesson) or size < self._read_to:
                self._source, self._checks = (path, lesson), []
                self._read_to = max(0, size - _READ_AT_MOST)
            file.seek(self._read_to)
            new = file.read(size - self._read_to)
        whole = new.rpartition(b"\n")[0] + b"\n"
        self._read_to += len(whole) if b"\n" in new else 0
        wanted = f'"{lesson}"'.encode()
        found = [Check.from_line(line) for line in whole.split(b"\n") if wanted in line]
        self._checks += [check for check in found if check and check.lesson == lesson]
        return self._checks


def _last_time(path: Path) -> datetime | None:
    """The time of the last line of the record that is one."""
    try:
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - _TAIL))
            lines = file.read(min(size, _TAIL)).split(b"\n")
    except FileNotFoundError:
        return None
    last = next(filter(None, map(Check.from_line, reversed(lines))), None)
    return last.time if last else None


def failed_groups(report: Report) -> tuple[str, ...]:
    """The names of the groups of a report that did not earn all points."""
    return tuple(v.name[:80] for v in report.verdicts if v.earned < v.points)[:20]
