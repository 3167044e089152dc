"""How long a verdict takes: the first one, and the median of those that follow.

Run with: python tests/benchmarks/verdicts.py [LESSON ...]
"""

from __future__ import annotations

import statistics
import sys
import time

from autograder import lessons
from autograder.authoring import trials as bank
from autograder.authoring.lesson import read_lesson
from autograder.core.grade import grade, quiet
from autograder.lessons import load
from autograder.trying.local import LocalAnswer

REPEATS = 5


def main() -> None:
    wanted = sys.argv[1:] or [path.name for path in lessons.paths() if load(path.name)]
    medians = []
    print(f"{'exercise':<28}{'first s':>9}{'median s':>10}")
    for name in wanted:
        read = read_lesson(lessons.find_path(name))
        namespace = bank.namespace_of(read)
        for exercise in load(read.name).values():
            answer = LocalAnswer(exercise.name, namespace[exercise.name])
            seconds = []
            for _ in range(REPEATS + 1):
                start = time.perf_counter()
                with quiet():
                    grade(exercise, answer)
                seconds.append(time.perf_counter() - start)
            medians.append(statistics.median(seconds[1:]))
            print(f"{exercise.name:<28}{seconds[0]:>9.2f}{medians[-1]:>10.3f}")
    print(f"median {statistics.median(medians):.3f} s, largest {max(medians):.3f} s")


if __name__ == "__main__":
    main()
