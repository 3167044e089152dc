"""How far right and wrong solutions are apart where their work is timed from outside.

    python tests/benchmarks/outside.py [LESSON ...]

Every group that counts steps is asked about its exercise's bank as if no count could be believed:
of the solutions that it must catch, and of all right ones, only the time is looked at. Prints a
line a group: the size at which it is timed, how many times the slowest right solution an answer may
take, the highest that a right solution took of that limit, and how many wrong ones are caught.
Ends with status 1 where a right solution is over the limit.
"""

from __future__ import annotations

import argparse
import contextlib
import json
from typing import Any
from unittest import mock

from autograder import lessons
from autograder.authoring import release
from autograder.authoring.lesson import read_lesson
from autograder.groups.together import parts_of
from autograder.judge import asking, outside
from autograder.judge.submission import Submission


def rows(lesson: str) -> list[dict[str, Any]]:
    """A row for each group of a lesson that is timed."""
    handed_out = release.as_bytes(
        release.notebook(read_lesson(lessons.find_path(lesson)), "learner")
    )
    submission = Submission(handed_out, handed_out, lesson)
    cells = json.loads(handed_out)["cells"]
    code, given = asking.cells_to_run(cells, cells)
    with contextlib.ExitStack() as stack:
        names = list(lessons.load(lesson))
        asked = asking.Asking(submission, names, code, given, [], stack)
        return [
            row(group)
            for exercise in lessons.load(lesson).values()
            for group in parts_of(
                outside.timed(exercise, lambda s, n=exercise.name: asked._peer(n, s)).groups
            )
            if isinstance(group, outside._Timed)
        ]


def row(group: outside._Timed) -> dict[str, Any]:
    """What becomes of the bank of a group's exercise."""
    solutions = lessons.bank(group.exercise)
    caught, highest, sizes, over = set(), 0.0, [], []
    for ask in group.asks:
        threshold = group._threshold(ask)
        sizes.append(threshold.size if threshold else None)
        if threshold is None:
            continue
        for solution in solutions.right:
            with group.peers(solution) as answer:
                took = min(ask(answer, threshold.size, 9.0).seconds for _ in range(2))
            highest = max(highest, took / threshold.seconds)
            over += [solution.name] if took > threshold.seconds else []
        for solution in wrong_of(group):
            with group.peers(solution) as answer:
                if outside._too_slow(answer, ask, threshold):
                    caught.add(solution.name)
    return {
        "group": f"{group.exercise}: {group.whole}",
        "sizes": sizes,
        "times": [
            round(t.seconds / t.right) for t in [group._threshold(a) for a in group.asks] if t
        ],
        "highest": highest,
        "caught": f"{len(caught)} of {len(wrong_of(group))}",
        "over": over,
    }


def wrong_of(group: outside._Timed) -> list[Any]:
    """The solutions that a group must catch."""
    wrong = lessons.bank(group.exercise).wrong
    return [solution for solution in wrong if solution.caught_by == group.whole]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("lessons", nargs="*", help="all, if there are none")
    names = parser.parse_args().lessons or [path.name for path in lessons.paths()]
    failed = False
    print(f"{'group':<62}{'size':>14}{'limit':>12}{'highest':>9}{'caught':>9}")
    for lesson in names:
        with mock.patch.object(outside, "_THRESHOLDS", {}):
            for each in rows(lesson):
                sizes = " ".join(str(size or "-") for size in each["sizes"])
                times = " ".join(f"{times} x" for times in each["times"])
                print(
                    f"{each['group'][:60]:<62}{sizes:>14}{times:>12}{each['highest']:>8.0%}"
                    f"{each['caught']:>9}",
                    flush=True,
                )
                for name in each["over"]:
                    print(f"    over the limit: {name}")
                failed = failed or bool(each["over"])
    raise SystemExit(failed)


if __name__ == "__main__":
    main()
