"""Print how long a check waits for the record, by the number of lines that it holds.

Run: python tests/benchmarks/record.py
"""

from __future__ import annotations

import statistics
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from autograder import lessons
from autograder.core import record, recording
from autograder.core.record import Check
from autograder.core.reports import Report, Verdict

LESSON_OF = {name: folder.name for name, folder in lessons.index().items()}
REPORT = Report("is_match", 7, [Verdict("any text", 7, 7, "", state="passed")])
ROUNDS = 300


def waits(lines: int) -> list[float]:
    """Milliseconds that each of many checks waits, in a record of so many lines."""
    with tempfile.TemporaryDirectory() as folder:
        path = record.record_path(Path(folder))
        start = datetime(2027, 1, 1, tzinfo=UTC)
        names = list(LESSON_OF)
        kept = [
            Check(start + timedelta(minutes=n), LESSON_OF[name], name, 3, 7, 60, answer=f"{n:012x}")
            for n in range(lines)
            for name in [names[n % len(names)]]
        ]
        record.append(path, [check.line() for check in kept])
        recorder = recording.Recorder(Path(folder), "0.2.0")
        took = []
        for _ in range(ROUNDS):
            begun = time.perf_counter()
            recorder.remember(REPORT, waits, LESSON_OF)
            took.append(1000 * (time.perf_counter() - begun))
        return took


def main() -> None:
    print(f"{'lines':>7} {'first':>7} {'median':>7} {'99%':>7} {'largest':>7}   milliseconds")
    for lines in (0, 600, 6_000, 60_000):
        took = waits(lines)
        late = statistics.quantiles(took, n=100)[98]
        print(
            f"{lines:7} {took[0]:7.2f} {statistics.median(took):7.2f} {late:7.2f} {max(took):7.2f}"
        )


if __name__ == "__main__":
    main()
