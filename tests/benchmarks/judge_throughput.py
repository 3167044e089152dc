"""Stock nbgrader against `mle cohort grade`, on the same submissions of one lesson, in one run.

    python tests/benchmarks/judge_throughput.py [--students N] [--rounds N] [--workers N]
        [--lesson NAME] [--flat N]

makes a class that hands in right, wrong and blank answers from the lesson's bank, and grades it by
turns in four ways, each a whole command from start to gradebook:

    stock whole   `nbgrader autograde`: kernels, no sandbox, the checks run inside the notebook
    stock cut     the same without the course's own examples, which the judge doesn't run either
    ours          `mle cohort grade` with the sandbox and `--workers N`
    ours, one     the same with one worker, as stock has

It prints submissions per minute and processor seconds per submission, all processes counted, and
what each difference is a factor of; then what the student's own calls need, and how quickly an
unchanged class is graded again. With ``--flat N`` a class of N is graded as well, and the cost of
a submission and the memory of the head are compared.

Ends with status 1 where the ratio is below 5, regrading is not 100 times as fast, or a class of
N costs over a fifth more a submission.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from autograder import lessons
from autograder.authoring import release
from autograder.authoring.lesson import read_lesson
from autograder.core.files import write
from autograder.core.grade import grade as grade_here
from autograder.judge.reading.repair import role_of
from autograder.lessons import load
from autograder.trying.local import LocalAnswer

FLOOR, REGRADE, FLATNESS = 5.0, 100.0, 1.2
MLE = [sys.executable, "-c", "from autograder.cli import main; raise SystemExit(main())"]
STOCK = """
c = get_config()
c.CourseDirectory.root = {root!r}
c.CourseDirectory.course_id = "stock"
"""


@dataclass
class Cost:
    """What a command took: seconds on the clock, processor seconds, the head's memory in MiB."""

    seconds: float
    processor: float
    memory: float


def run(words: list[str], folder: Path) -> Cost:
    """Run a command to its end, and everything it started."""
    environment = os.environ | {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # few users set it; some machines do
    before, start = _processor(), time.monotonic()
    process = subprocess.Popen(
        words, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.monotonic() - start
    if process.returncode:
        raise SystemExit(f"{words} failed:\n{said.decode()[-3000:]}")
    try:
        while True:  # what the command left to end on its own
            os.wait()
    except ChildProcessError:
        pass
    return Cost(seconds, _processor() - before, used.ru_maxrss / 1024)


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Class:
    """The same hand-ins as a course of stock nbgrader and as a cohort."""

    def __init__(self, folder: Path, lesson: lessons.Lesson, size: int) -> None:
        self.lesson, self.size = lesson, size
        self.stock, self.cut, self.ours = folder / "stock", folder / "cut", folder / "ours"
        self._part = lesson.part
        self._prepare_stock(self.stock, list)
        self._prepare_stock(self.cut, _without_examples)
        run([*MLE, "cohort", "init", str(self.ours)], folder)
        (self.ours / ".mle" / "seed").write_text("0")  # as the checks in a kernel
        self._release_ours()
        self.empty = folder / "empty"
        shutil.copytree(self.ours, self.empty)
        for number in range(size):
            whole = self._hand_in(number)
            cut = {**whole, "cells": _without_examples(whole["cells"])}
            for course, made in ((self.stock, whole), (self.cut, cut), (self.ours, whole)):
                name = f"{lesson.name}.ipynb"
                target = course / "submitted" / f"student-{number:05}" / self._part / name
                write(target, release.as_bytes(made))

    def _prepare_stock(self, folder: Path, chosen: Callable[[list], list]) -> None:
        source = release.notebook(self.lesson, "cohort")
        source["cells"] = chosen(source["cells"])
        for cell in source["cells"]:  # the whole check runs in the kernel
            cell["source"] = cell["source"].replace("check.examples(", "check(", 1)
        name = f"{self.lesson.name}.ipynb"
        folder.mkdir(parents=True)
        (folder / "nbgrader_config.py").write_text(STOCK.format(root=str(folder)))
        write(folder / "source" / self._part / name, release.as_bytes(source))
        self._nbgrader("generate_assignment", folder)

    def _release_ours(self) -> None:
        name = f"{self.lesson.name}.ipynb"
        source = release.as_bytes(release.notebook(self.lesson, "cohort"))
        write(self.ours / "source" / self._part / name, source)
        self._nbgrader("generate_assignment", self.ours)

    def _nbgrader(self, verb: str, folder: Path) -> Cost:
        return run([sys.executable, "-m", "nbgrader", verb, self._part], folder)

    def _hand_in(self, number: int) -> dict:
        """One student's notebook: right, written otherwise, partly wrong or partly blank."""
        made = release.notebook(self.lesson, "learner")
        solutions = {
            cell.id: release.with_solution(cell.source) for cell in self.lesson.named("exercise")
        }
        for place, name in enumerate(load(self.lesson.name)):
            kind = (number + place) % 5
            right, wrong = lessons.bank(name).right, lessons.bank(name).wrong
            if kind == 1 and right:
                solutions[name] = right[number % len(right)].source
            elif kind == 2 and wrong:
                solutions[name] = wrong[number % len(wrong)].source
            elif kind == 3 and number % 2:
                solutions.pop(name, None)
        for cell in made["cells"]:
            cell["source"] = solutions.get(cell["id"], cell["source"])
        made["cells"][0]["source"] += f"\n\nStudent {number}"
        return made

    def grade_stock(self, folder: Path) -> Cost:
        """`nbgrader autograde`, from nothing."""
        shutil.rmtree(folder / "autograded", ignore_errors=True)
        return self._nbgrader("autograde", folder)

    def grade_ours(self, workers: int) -> Cost:
        """`mle cohort grade`, from nothing."""
        shutil.rmtree(self.ours / "autograded", ignore_errors=True)
        for name in ("judged", "entered"):
            shutil.rmtree(self.ours / ".mle" / name, ignore_errors=True)
        cost = self.grade_again(workers)
        # The kernel does not add the time of a killed namespace to that of its parent.
        for path in self.ours.glob(".mle/judged/*/*.json"):
            cost.processor += json.loads(path.read_text())["processor"]
        return cost

    def grade_again(self, workers: int) -> Cost:
        """`mle cohort grade`, with what it knows."""
        return run([*MLE, "cohort", "grade", "--workers", str(workers)], self.ours)

    def differences(self) -> list[str]:
        """The students whose scores differ between the two gradebooks, with both."""
        stock, ours = _scores(self.stock), _scores(self.ours)
        return [
            f"{who}: {stock.get(who)} {ours.get(who)}"
            for who in stock
            if stock[who] != ours.get(who)
        ]


def _without_examples(cells: list[dict]) -> list[dict]:
    """The text, and of the code what sets up, answers and checks."""
    kept = ("given", "exercise", "check")
    return [cell for cell in cells if cell["cell_type"] != "code" or role_of(cell) in kept]


def _scores(course: Path) -> dict[str, float]:
    from nbgrader.api import Gradebook

    (assignment,) = [path.name for path in (course / "release").iterdir()]
    with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:
        return {s.student.id: s.score for s in gradebook.assignment_submissions(assignment)}


def own_seconds(made: Class) -> float:
    """Processor seconds that the answers of a student with all solutions need, in this process,
    with inputs that are drawn already; the calls and the counting of steps are among them."""
    namespace: dict = {}
    for cell in made.lesson.named("exercise"):
        exec(release.with_solution(cell.source), namespace)
    for _ in range(2):
        start = time.process_time()
        for name, exercise in load(made.lesson.name).items():
            grade_here(exercise, LocalAnswer(name, namespace[name]), 1)
        spent = time.process_time() - start
    return spent


def main() -> int:
    """Print the table; returns the status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--students", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--lesson", default="104_regex_matching")
    parser.add_argument("--flat", type=int, default=0)
    options = parser.parse_args()
    become_subreaper, prctl = 36, ctypes.CDLL(None).prctl
    prctl(become_subreaper, 1)  # so that processes whose parent has ended are counted too
    lesson = read_lesson(lessons.find_path(options.lesson))
    with tempfile.TemporaryDirectory(prefix="judge-throughput-") as folder:
        made = Class(Path(folder) / "class", lesson, options.students)
        good = compare(made, options.rounds, options.workers)
        if options.flat:
            large = Class(Path(folder) / "large", lesson, options.flat)
            good &= is_flat(made, large, options.workers)
    return 0 if good else 1


def compare(made: Class, rounds: int, workers: int) -> bool:
    """Grade by turns and print the figures."""
    size = made.size
    print(f"{size} submissions of {made.lesson.name}, {workers} workers, {os.cpu_count()} cores")
    ways = {
        "stock whole": lambda: made.grade_stock(made.stock),
        "stock cut": lambda: made.grade_stock(made.cut),
        "ours": lambda: made.grade_ours(workers),
        "ours, one": lambda: made.grade_ours(1),
    }
    costs: dict[str, list[Cost]] = {way: [] for way in ways}
    for number in range(1, rounds + 1):
        for way, grade in ways.items():
            cost = grade()
            costs[way].append(cost)
            print(
                f"  round {number}  {way:12}  {60 * size / cost.seconds:7.1f} a minute  "
                f"{cost.processor / size:6.3f} processor s each"
            )
    clock = {way: statistics.median(cost.seconds for cost in c) for way, c in costs.items()}
    spent = {way: sum(cost.processor for cost in c) for way, c in costs.items()}
    for what, slow, fast in (
        ("all together", "stock whole", "ours"),
        ("no examples run", "stock whole", "stock cut"),
        ("no kernels, no shrinking", "stock cut", "ours, one"),
        (f"{workers} workers", "ours, one", "ours"),
    ):
        print(
            f"  {what:26}{clock[slow] / clock[fast]:5.1f} times the submissions a minute, "
            f"{spent[slow] / spent[fast]:5.1f} in processor seconds"
        )
    ratio = clock["stock whole"] / clock["ours"]
    alike = clock["stock cut"] / clock["ours, one"]
    print(f"ratio of submissions a minute: {ratio:.1f} (floor {FLOOR:g})")
    print(f"like for like, with one worker and the same cells: {alike:.1f} (goal 10)")
    print(f"a right answer's own calls need {own_seconds(made):.3f} processor s")
    again = min(made.grade_again(workers).seconds for _ in range(5))
    start_up = min(run([*MLE, "cohort", "grade"], made.empty).seconds for _ in range(5))
    first = clock["ours"]
    beyond = first / max(again - start_up, 0.001)
    print(
        f"an unchanged class again: {again:.3f} s, {first / again:.0f} times as fast; beyond the "
        f"{start_up:.3f} s that the command needs for an empty class, {beyond:.0f} times"
    )
    for line in made.differences():
        print(f"  another score than stock: {line}")
    return ratio >= FLOOR and beyond >= REGRADE


def is_flat(small: Class, large: Class, workers: int) -> bool:
    """Whether a large class costs as much a submission as a small one."""
    costs = {each.size: each.grade_ours(workers) for each in (small, large)}
    for size, cost in costs.items():
        print(
            f"  {size:6} submissions: {cost.processor / size:.3f} processor s each, "
            f"{60 * size / cost.seconds:.0f} a minute, {cost.memory:.0f} MiB in the head"
        )
    again = min(large.grade_again(workers).seconds for _ in range(3))
    quicker = costs[large.size].seconds / again
    print(f"  {large.size} unchanged again: {again:.2f} s, {quicker:.0f} times as fast")
    one, other = (cost.processor / size for size, cost in costs.items())
    return other <= FLATNESS * one and quicker >= REGRADE


if __name__ == "__main__":
    raise SystemExit(main())
