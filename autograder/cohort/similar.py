"""Hints at similar answers of a class, exercise by exercise: to be read by a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from autograder import lessons
from autograder.core.progress import Progress, no_progress
from autograder.judge.reading.repair import role_of, source_of

from .course import Course
from .programs import Pair, similar
from .standing import standings

MOST = 30
"""Pairs that are shown."""
SAID = (
    "Two people can write the same on their own, or from the same page. Read the passages, then "
    "ask. No mark depends on this."
)


@dataclass(frozen=True)
class Hint:
    """Two students' answers to an exercise that share much."""

    assignment: str
    lesson: str
    exercise: str
    pair: Pair

    def lines(self) -> list[str]:
        """The hint with both passages."""
        pair = self.pair
        head = (
            f"{self.assignment}, {self.lesson}, {self.exercise}: {pair.one} and {pair.other} share "
            f"{pair.share:.0%} of what the class doesn't have in common"
        )
        lines = [head]
        for who, texts in zip((pair.one, pair.other), pair.passages):
            lines.append(f"  {who}:")
            for text in texts:
                lines += [f"    {line}" for line in text.splitlines()] + ["    ..."]
            lines.pop()
        return lines


def hints(
    course: Course, assignments: Sequence[str], progress: Progress = no_progress
) -> list[Hint]:
    """The most similar pairs of each exercise of these assignments, or of all that were released.

    Compared is what was graded, in the exercises' own cells; the released text and the right
    solutions of the bank are taken off, and what many of the class have.
    """
    found = []
    for assignment in course.released(assignments):
        answers = _answers(course, assignment, progress)
        for (lesson, exercise), sources in sorted(answers.items()):
            known = [*_released(course, assignment, lesson, exercise)]
            known += [solution.source for solution in lessons.bank(exercise).right]
            found += [Hint(assignment, lesson, exercise, each) for each in similar(sources, known)]
    return sorted(found, key=lambda hint: -hint.pair.share)[:MOST]


def _answers(
    course: Course, assignment: str, progress: Progress
) -> dict[tuple[str, str], dict[str, str]]:
    """The sources of each exercise's cell by student, where it is not as it was released."""
    answers: dict[tuple[str, str], dict[str, str]] = {}
    every = course.lessons(assignment)
    students = course.students(assignment)
    for done, student in enumerate(students, 1):
        for lesson, standing in standings(course, assignment, student, every).items():
            for cell in standing.judged.cells if standing.judged else ():
                if isinstance(cell, dict) and role_of(cell) == "exercise":
                    answers.setdefault((lesson, cell["id"]), {})[student] = source_of(cell)
        progress(f"reading {assignment}", done, len(students))
    return answers


def _released(course: Course, assignment: str, lesson: str, exercise: str) -> Iterator[str]:
    for cell in course.release(assignment, lesson)["cells"]:
        if cell["id"] == exercise:
            yield source_of(cell)
