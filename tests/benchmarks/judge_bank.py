"""Every solution of the bank through the judge: does it say there what it says in one process?

    python tests/benchmarks/judge_bank.py [LESSON ...]

Each wrong and right solution takes the place of the lesson's own in a notebook, which is judged in
the sandbox, one exercise at a time. Prints a line an exercise: solutions, seconds, and those that
the judge takes for something else than the bank does. Ends with status 1 where there are any. All
lessons take some minutes.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from unittest import mock

from autograder import lessons
from autograder.authoring import release
from autograder.authoring.lesson import read_lesson
from autograder.authoring.trials import Trial
from autograder.judge import grading
from autograder.judge.submission import Submission
from autograder.lessons import load


@dataclass(frozen=True)
class Judged:
    """What became of the solutions of one exercise; ``faults`` maps a name to what is wrong."""

    exercise: str
    solutions: int
    seconds: float
    faults: dict[str, str]


def judge_all(lesson: str, name: str) -> Judged:
    """Judge the bank of an exercise."""
    handed_out = read_lesson(lessons.find_path(lesson))
    learner = release.as_bytes(release.notebook(handed_out, "learner"))
    exercise = load(lesson)[name]
    solutions = lessons.bank(exercise.name).solutions
    faults = {}
    started = time.monotonic()
    with mock.patch.object(grading, "load", lambda _: {name: exercise}):
        for each in solutions:
            solved = release.notebook(handed_out, "solved")
            [cell] = [cell for cell in solved["cells"] if cell["id"] == name]
            cell["source"] = each.source
            submission = Submission(release.as_bytes(solved), learner, lesson, 0, explain=False)
            report = grading.judge(submission).reports[name]
            trial = Trial.of(exercise, each, report)
            if trial.fault:
                faults[each.name] = trial.fault
    return Judged(name, len(solutions), time.monotonic() - started, faults)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("lessons", nargs="*", help="all, if there are none")
    names = parser.parse_args().lessons or [path.name for path in lessons.paths()]
    jobs = [(name, exercise) for name in names for exercise in load(name)]
    spawn = multiprocessing.get_context("spawn")
    print(f"{'exercise':<28}{'solutions':>10}{'seconds':>9}")
    total = wrong = 0
    with ProcessPoolExecutor(os.cpu_count(), mp_context=spawn) as pool:
        for found in pool.map(judge_all, *zip(*jobs)):
            total, wrong = total + found.solutions, wrong + len(found.faults)
            print(f"{found.exercise:<28}{found.solutions:>10}{found.seconds:>9.0f}", flush=True)
            for solution, fault in found.faults.items():
                print(f"    {solution}: {fault}")
    print(f"{total} solutions, {wrong} taken for something else")
    raise SystemExit(wrong > 0)


if __name__ == "__main__":
    main()
