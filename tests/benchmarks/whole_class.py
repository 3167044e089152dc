"""A class from release to export: how long each command takes, and how much memory.

    python tests/benchmarks/whole_class.py [--students N] [--distinct N] [--workers N]

makes N students (400) who hand in three assignments of lessons of the course, seven lessons in all.
Their answers are synthetic: of each lesson there are few distinct notebooks (8: the solution, wrong
answers of the bank, and a blank one), so that what is measured is what a class costs beyond the
judge. Then one lesson's checks change, in a copy of the lessons, and the class is graded again.

Columns: seconds on the clock, processor seconds of all processes, and the memory of the largest
process in MiB (of ``grade`` that may be a worker).
"""

from __future__ import annotations

import argparse
import csv
import ctypes
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from judge_throughput import MLE, Cost, run

TESTS = Path(__file__).parents[1]
sys.path.insert(0, str(TESTS))
from helpers.small_course import environment  # noqa: E402

from autograder import lessons  # noqa: E402
from autograder.authoring import release  # noqa: E402
from autograder.authoring.lesson import read_lesson  # noqa: E402
from autograder.core.files import write  # noqa: E402

WEEKS = {"week1": ["101", "102"], "week2": ["104", "108", "111"], "week3": ["302", "501"]}
CHANGED = "104_regex_matching"
ABSENT = 20
"""One in so many hands in nothing."""


class Class:
    """A cohort's folder with all that its students handed in."""

    def __init__(self, folder: Path, students: int, distinct: int) -> None:
        self.root, self.lessons = folder / "class", folder / "lessons"
        self.students, self.distinct = students, distinct
        shutil.copytree(lessons.LESSONS, self.lessons, ignore=shutil.ignore_patterns("__pycache__"))
        os.environ.update(environment(self.lessons))
        folder.mkdir(exist_ok=True)
        self.mle("init", str(self.root), cwd=folder)

    def mle(self, *words: str, cwd: Path | None = None) -> Cost:
        """What a command costs."""
        return run([*MLE, "cohort", *words], cwd or self.root)

    def assign(self) -> None:
        """Make the assignments."""
        for week, numbers in WEEKS.items():
            self.mle("assign", week, *numbers, "--due", "2026-01-01")

    def hand_in(self) -> int:
        """Write what everybody hands in; returns how many notebooks."""
        count = 0
        for week in WEEKS:
            for path in sorted((self.root / "release" / week).glob("*.ipynb")):
                variants = self._variants(path)
                for number in range(self.students):
                    if number % ABSENT == ABSENT - 1:
                        continue
                    student = f"student-{number:04}"
                    target = self.root / "submitted" / student / week / path.name
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(variants[(number * 7 + count) % len(variants)])
                    count += 1
        return count

    def _variants(self, path: Path) -> list[bytes]:
        """The distinct notebooks of a lesson."""
        blank = path.read_bytes()
        lesson = read_lesson(lessons.find_path(path.stem))
        solved = {cell.id: release.with_solution(cell.source) for cell in lesson.named("exercise")}
        made = [_answered(blank, solved)]
        for number in range(self.distinct - 2):
            answers = dict(solved)
            for name in lessons.load(lesson.name):
                if name in answers and (wrong := lessons.bank(name).wrong):
                    answers[name] = wrong[number % len(wrong)].source
            made.append(_answered(blank, answers))
        return [*made, blank]

    def change_a_lesson(self) -> None:
        """Change a lesson's checks, though not what they say."""
        [checks] = self.lessons.glob(f"*/{CHANGED}/checks.py")
        write(checks, checks.read_bytes() + b"\nCHANGED = True\n")


def _answered(blank: bytes, answers: dict[str, str]) -> bytes:
    notebook = json.loads(blank)
    for cell in notebook["cells"]:
        cell["source"] = answers.get(cell["id"], cell["source"])
    return release.as_bytes(notebook)


def main() -> int:
    """Print the table; returns the status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--students", type=int, default=400)
    parser.add_argument("--distinct", type=int, default=8)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    ctypes.CDLL(None).prctl(36, 1)  # a subreaper: processes whose parent has ended are counted too
    workers = ("--workers", str(options.workers))
    with tempfile.TemporaryDirectory(prefix="whole-class-") as folder:
        made = Class(Path(folder), options.students, options.distinct)
        made.assign()
        show("release", made.mle("release"))
        notebooks = made.hand_in()
        print(f"{options.students} students handed in {notebooks} notebooks")
        show("grade", made.mle("grade", *workers))
        show("grade, unchanged", made.mle("grade", *workers))
        made.change_a_lesson()
        show("release --dry-run", made.mle("release", "--dry-run", *workers))
        show("release, one changed lesson", made.mle("release"))
        show("grade, one changed lesson", made.mle("grade", *workers))
        show("report --html", made.mle("report", "--html", "report.html"))
        for kind in ("canvas", "moodle", "csv"):
            show(f"export --format {kind}", made.mle("export", "--format", kind))
        with open(made.root / "grades.csv", newline="") as file:
            rows = list(csv.DictReader(file))
        page = (made.root / "report.html").stat().st_size
        print(f"{len(rows)} rows, a page of {page / 1024:.0f} KiB")
        stored = subprocess.check_output(["du", "-sm", str(made.root)], text=True).split()[0]
        print(f"the cohort's folder: {stored} MiB")
        graded = sum(row["status"] == "graded" for row in rows)
        return 0 if graded == notebooks else 1


def show(name: str, cost: Cost) -> None:
    """Print one row."""
    print(
        f"  {name:28} {cost.seconds:8.1f} s {cost.processor:8.1f} processor s "
        f"{cost.memory:6.0f} MiB",
        flush=True,
    )


if __name__ == "__main__":
    raise SystemExit(main())
