"""The learner's record: a file of lines, one per check, that only ever grows.

It is `.course/record.jsonl` in the workspace and never leaves the machine. A line that isn't the
record's own, a torn one or one of a later version is passed over and stays in the file.
"""

from __future__ import annotations

import json
import math
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

FOLDER = ".course"
PLAN = "plan.json"
"""The learner's plan, beside the record."""
FORMAT = 1
SWITCH = "MLE_RECORD"
"""The variable of the environment that switches the record off, with the value ``off``."""
OFF = "record.off"
"""The file beside the record that switches it off in this workspace."""
IN_NOTEBOOK, IN_TERMINAL = "notebook", "mle check"
_LONGEST_LINE = 8_192
"""Bytes; a line of `Check` has a few hundred."""
_LONGEST_AGO = timedelta(days=3_660)


@dataclass(frozen=True)
class Check:
    """One check of one exercise.

    ``points`` of ``of`` were earned. ``seconds`` is the time since the line before, or since the
    kernel started. ``version`` is the course's. ``answer`` is a `fingerprint` of what was checked,
    and ``failed`` holds the names of the groups that failed.
    """

    time: datetime
    lesson: str
    exercise: str
    points: float
    of: float
    seconds: float = 0
    seed: int = 0
    version: str = ""
    by: str = IN_NOTEBOOK
    answer: str = ""
    failed: tuple[str, ...] = field(default=())

    @property
    def passed(self) -> bool:
        """Whether all points were earned."""
        return self.points >= self.of

    def line(self) -> bytes:
        """The check as a line of the record."""
        fields = {"format": FORMAT, **asdict(self), "time": stamp(self.time)}
        return json.dumps(fields, ensure_ascii=True).encode("ascii") + b"\n"

    @classmethod
    def from_line(cls, line: bytes) -> Check | None:
        """The check that a line holds, or None where it isn't one."""
        if len(line) > _LONGEST_LINE:
            return None
        try:
            fields = json.loads(line)
        except (ValueError, RecursionError):
            return None
        return cls.from_fields(fields)

    @classmethod
    def from_fields(cls, fields: Any) -> Check | None:
        """The check that a JSON object describes, or None; unknown keys are passed over."""
        if not isinstance(fields, dict) or fields.get("format") != FORMAT:
            return None
        time = parse_stamp(fields.get("time"))
        texts = [fields.get(key, "") for key in ("lesson", "exercise", "version", "by", "answer")]
        numbers = [fields.get("points"), fields.get("of"), fields.get("seconds", 0)]
        seed, failed = fields.get("seed", 0), fields.get("failed", [])
        valid = (
            time is not None
            and all(isinstance(text, str) for text in texts)
            and all(texts[:2])
            and all(_is_amount(number) for number in numbers)
            and isinstance(seed, int)
            and isinstance(failed, list)
            and all(isinstance(name, str) for name in failed)
        )
        if not valid or time is None or not 0 < numbers[1] or numbers[0] > numbers[1]:
            return None
        lesson, exercise, version, by, answer = texts
        points, of, seconds = numbers
        return cls(
            time, lesson, exercise, points, of, seconds, seed, version, by, answer, tuple(failed)
        )


def _is_amount(value: Any) -> bool:
    """Whether it is a number that a record may hold: not negative, not infinite, not a bool."""
    return type(value) in (int, float) and math.isfinite(value) and value >= 0


def stamp(time: datetime) -> str:
    """A time as the record writes it: UTC, to the millisecond."""
    return time.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def parse_stamp(text: Any) -> datetime | None:
    """The time of a stamp in UTC, or None where it isn't one."""
    try:
        time = datetime.fromisoformat(text)
        return time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)
    except (TypeError, ValueError, OverflowError):
        return None


@dataclass(frozen=True)
class Record:
    """What a record holds: its checks, the earliest first, and how many lines aren't its own."""

    checks: tuple[Check, ...] = ()
    foreign: int = 0


def workspace_of(folder: Path) -> Path | None:
    """The workspace that ``folder`` is in: it, or the nearest one above, made by `mle study`."""
    for candidate in (folder, *folder.parents):
        if (candidate / FOLDER).is_dir() or (candidate / ".mle" / "base").is_dir():
            return candidate
    return None


def record_path(workspace: Path) -> Path:
    """Where the record of a workspace is."""
    return workspace / FOLDER / "record.jsonl"


def is_off(workspace: Path) -> bool:
    """Whether the learner switched the record off, here or for this process."""
    return os.environ.get(SWITCH, "") == "off" or (workspace / FOLDER / OFF).exists()


def read(path: Path) -> Record:
    """Read a record; one that isn't there is empty. Raises `OSError` where it can't be read."""
    try:
        return parse(path.read_bytes())
    except FileNotFoundError:
        return Record()


def parse(content: bytes) -> Record:
    """Read the lines of a record."""
    lines = [line for line in content.split(b"\n") if line.strip()]
    known = [check for check in map(Check.from_line, lines) if check]
    return Record(tuple(sorted(known, key=lambda each: each.time)), len(lines) - len(known))


def append(path: Path, lines: Iterable[bytes]) -> None:
    """Add lines in a single write, so that two programs at once don't mix theirs.

    A torn last line is ended first. Raises `OSError`.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b", buffering=0) as file:
        end = file.seek(0, os.SEEK_END)
        torn = False
        if end:
            file.seek(end - 1)
            torn = file.read(1) != b"\n"
        file.write(b"".join([b"\n" if torn else b"", *lines]))


def seconds_since(last: datetime | None, time: datetime) -> float:
    """Seconds from ``last`` to ``time``, 0 where that is unknown or a clock was set back."""
    passed = time - last if last else timedelta(0)
    return round(passed.total_seconds(), 1) if timedelta(0) < passed < _LONGEST_AGO else 0
