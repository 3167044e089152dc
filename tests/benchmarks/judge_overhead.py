"""What the judge costs above the student's own code, in processor seconds of a submission.

    python tests/benchmarks/judge_overhead.py [--times N] [LESSON ...]

grades a notebook with all solutions N times in one warm worker, sandbox on, and prints medians.
The first row is the lesson of six small exercises that the tests of the judge use.

- **all**: every processor second of a submission: the grader's, and those of every process of
  its sandboxes, from their start to the moment at which they are ended; **inside** are the latter.
- **calls**: the student's own exercise code: the same calls (and SQL) by `LocalAnswer` in one
  warm process, with steps counted where the checks count them.
- **overhead**: all - calls. Of it, **cells** is what running the cells takes in a new Python
  process: imports, mostly, which the student's code wants and a warm process has done already.

The two are measured by turns, so that a busy machine slows both.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))
from helpers import small_course

from autograder import lessons
from autograder.authoring import release
from autograder.authoring.lesson import read_lesson
from autograder.check import grade, quiet
from autograder.core.outcomes import Question
from autograder.groups.database import local_engine
from autograder.judge.asking import cells_to_run
from autograder.judge.grading import judge
from autograder.judge.sandbox import launch as sandbox
from autograder.judge.sandbox.watch import children
from autograder.judge.submission import Submission
from autograder.lessons import load
from autograder.trying.local import LocalAnswer

LESSONS = (
    "103_linked_priority_queue", "104_regex_matching", "106_stream_sample",
    "110_monthly_report", "112_random_forest",
)  # fmt: skip
GOAL = 0.15
IN_NEW_PROCESS = """
import sys, time
sys.path[:] = {path!r}
start = time.process_time()
for source in {sources!r}:
    exec(source, globals())
print(time.process_time() - start, file=sys.__stdout__)
"""


class _Timed:
    """Passes calls on to ``target`` and adds up the processor seconds of those named."""

    def __init__(self, target: Any, names: tuple[str, ...], spent: list[float]) -> None:
        self._target, self._names, self._spent = target, names, spent

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._target, name)
        return self._timed(found) if name in self._names else found

    def _timed(self, function: Callable) -> Callable:
        def timed(*args: Any, **options: Any) -> Any:
            start = time.process_time()
            try:
                return function(*args, **options)
            finally:
                self._spent[0] += time.process_time() - start

        return timed


class _TimedAnswer(_Timed):
    """A `LocalAnswer` that knows how long its calls took; SQL is timed as well."""

    def __init__(self, name: str, target: object, spent: list[float]) -> None:
        calls = ("value", "call", "operate", "law")
        super().__init__(LocalAnswer(name, target), calls, spent)

    def many(self, questions: Iterable[Question]) -> Iterator[Any]:
        """One by one, so that each is timed."""
        return (question.ask(self) for question in questions)

    def engine(self, schema: Any, folder: str) -> Any:
        return _Timed(local_engine(schema, folder), ("split", "run", "scans"), self._spent)


class _Sandboxes:
    """Adds up what the processes of sandboxes took until they were ended.

    The kernel does not add the time of a killed namespace to that of its parent, and /proc's own
    totals are rounded to hundredths of a second.
    """

    def __init__(self) -> None:
        self.spent = 0.0
        self._forking: dict[int, float] = {}
        stop = sandbox.Player.stop

        def counting(player: sandbox.Player) -> None:
            self._count(player)
            stop(player)

        sandbox.Player.stop = counting  # type: ignore[method-assign]

    def _count(self, player: sandbox.Player) -> None:
        if player.forked:
            self.spent += _of_process(player.pid) + self._of_server(_parent(player.pid))
        self.spent += self._inside(player.pid)

    def _of_server(self, pid: int) -> float:
        """What the fork server took since the last player."""
        now = _of_process(pid)
        before = self._forking.get(pid, now)
        self._forking[pid] = now
        return now - before

    def _inside(self, pid: int) -> float:
        """What all descendants took; the outermost process of a cold player is waited for."""
        return sum(_of_process(child) + self._inside(child) for child in children(pid))


def _of_process(pid: int) -> float:
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9


def _parent(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])


def _processor() -> float:
    parts = [resource.getrusage(w) for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(part.ru_utime + part.ru_stime for part in parts)


class Measured:
    """One lesson with all solutions: its costs, one reading a submission."""

    def __init__(self, name: str, sandboxes: _Sandboxes) -> None:
        self.lesson = read_lesson(lessons.find_path(name))
        self._sandboxes = sandboxes
        solved = release.notebook(self.lesson, "solved")
        handed_out = release.notebook(self.lesson, "learner")
        self._submission = Submission(
            release.as_bytes(solved), release.as_bytes(handed_out), name, 1, explain=False
        )
        cells, _ = cells_to_run(solved["cells"], handed_out["cells"])
        self._sources = [cell.source for cell in cells]
        self._namespace: dict[str, Any] = {"__name__": "__main__"}
        with quiet():
            for source in self._sources:
                exec(source, self._namespace)
        self.all: list[float] = []
        self.inside: list[float] = []
        self.calls: list[float] = []
        self.cells: list[float] = []

    def measure(self, times: int) -> None:
        """Take ``times`` readings of each cost."""
        self._judge()  # makes the worker warm: imports, inputs
        self._call()
        for _ in range(times):
            self.calls.append(self._call())
            self.all.append(self._judge())
            self.cells.append(self._run_cells())

    def _judge(self) -> float:
        before, self._sandboxes.spent = _processor(), 0.0
        judged = judge(self._submission)
        spent = _processor() - before + self._sandboxes.spent
        self.inside.append(self._sandboxes.spent)
        if judged.earned != judged.points or judged.status:
            raise SystemExit(f"{self.lesson.name}: {judged.earned} of {judged.points}")
        return spent

    def _call(self) -> float:
        spent = [0.0]
        with quiet():
            for name, exercise in load(self.lesson.name).items():
                grade(exercise, _TimedAnswer(name, self._namespace[name], spent), 1)
        return spent[0]

    def _run_cells(self) -> float:
        path = [str(Path(__file__).parents[2]), *sys.path[1:]]
        text = IN_NEW_PROCESS.format(sources=self._sources, path=path)
        done = subprocess.run(
            [sys.executable, "-c", text], capture_output=True, text=True, check=True
        )
        return float(done.stdout.splitlines()[-1])

    def row(self) -> str:
        """The medians, and the least and the most overhead."""
        over = [whole - own for whole, own in zip(self.all, self.calls)]
        columns = self.all, self.inside, self.calls, over, self.cells
        parts = [statistics.median(each) for each in columns]
        texts = "".join(f"{part:>10.3f}" for part in parts)
        return f"{self.lesson.name:<28}{texts}   {min(over):.3f} to {max(over):.3f}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("lessons", nargs="*", default=LESSONS)
    parser.add_argument("--times", type=int, default=7)
    options = parser.parse_args()
    sandboxes = _Sandboxes()
    names = "".join(f"{name:>10}" for name in ("all", "inside", "calls", "overhead", "cells"))
    print(f"{'lesson':<28}{names}   overhead, range")
    with small_course.installed():
        _show(small_course.LESSON, sandboxes, options.times)
    for name in options.lessons:
        _show(name, sandboxes, options.times)
    print(f"goal: an overhead of at most {GOAL} s")


def _show(name: str, sandboxes: _Sandboxes, times: int) -> None:
    measured = Measured(name, sandboxes)
    measured.measure(times)
    print(measured.row(), flush=True)


if __name__ == "__main__":
    main()
