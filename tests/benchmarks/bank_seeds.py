"""Which wrong solutions are caught with one seed and not with another?

    python tests/benchmarks/bank_seeds.py [--seeds N] [--only WORD] [LESSON ...]

Grades each wrong solution of the lessons' banks with seeds 0 to N - 1, and prints a table of those
that pass, with some seed, the group which must catch them. Groups of work are left out: they count
steps, which no seed changes. ``--only`` takes the solutions with WORD in their names. Ends with
status 1 where the table has a row.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from autograder import lessons
from autograder.authoring.lesson import read_lesson
from autograder.authoring.trials import namespace_of, run_source
from autograder.core.grade import quiet
from autograder.lessons import load
from autograder.trying.local import LocalAnswer


def missed(lesson: str, seeds: int, only: str) -> Iterator[tuple[str, str, list[int]]]:
    """Exercise, name, and the seeds that miss it, of each wrong solution; the list may be empty."""
    path = lessons.find_path(lesson)
    namespace = namespace_of(read_lesson(path))
    for exercise in load(lesson).values():
        groups = {group.name: group for group in exercise.groups if not group.of_work}
        for solution in lessons.bank(exercise.name).wrong:
            group = groups.get(solution.caught_by)
            if group is None or only not in solution.name:
                continue
            fresh = {**namespace}
            with quiet():
                run_source(solution.source, fresh, exercise.name)
                answer = LocalAnswer(exercise.name, fresh[exercise.name])
                passes = [s for s in range(seeds) if group.run(answer, s).state == "passed"]
            yield exercise.name, solution.name, passes


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Wrong solutions that some seeds miss.")
    parser.add_argument("lessons", nargs="+", metavar="LESSON")
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--only", default="", metavar="WORD")
    wanted = parser.parse_args()
    tried = rows = 0
    print("exercise | wrong solution | missed with seeds")
    for lesson in wanted.lessons:
        for exercise, name, passes in missed(lesson, wanted.seeds, wanted.only):
            tried += 1
            if passes:
                rows += 1
                print(f"{exercise} | {name} | {', '.join(map(str, passes))}", flush=True)
    print(f"{rows} of {tried} solutions are missed with some of {wanted.seeds} seeds.")
    return 1 if rows else 0


if __name__ == "__main__":
    raise SystemExit(main())
