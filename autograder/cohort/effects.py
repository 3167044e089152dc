"""Whose marks a release would change, and by how much: judged before anything is released."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from autograder.core.progress import Progress, no_progress
from autograder.judge.submission import Judged, Submission

from .course import Course, CourseError
from .nbgrader.opening import opened_gradebook
from .release import drafted
from .release_plan import Plan
from .workers import Lost, Processes

MARGIN = 1e-9


@dataclass(frozen=True)
class Effect:
    """The checks' part of a student's mark for a lesson: before, after, and of how many points.

    ``by_hand`` names exercises whose mark a person has set, which stays.
    """

    assignment: str
    student: str
    lesson: str
    before: float
    after: float
    most_before: float
    most_after: float
    by_hand: tuple[str, ...] = ()

    @property
    def changes(self) -> bool:
        same = abs(self.before - self.after) + abs(self.most_before - self.most_after) < MARGIN
        return not same

    def line(self) -> str:
        """The change, as a line."""
        kept = f" (set by hand, and kept: {', '.join(self.by_hand)})" if self.by_hand else ""
        return (
            f"{self.student}, {self.lesson}: {self.before:g} of {self.most_before:g} now, "
            f"{self.after:g} of {self.most_after:g} then{kept}"
        )


def effects(
    course: Course,
    plans: Sequence[Plan],
    *,
    workers: int = 2,
    progress: Progress = no_progress,
) -> tuple[list[Effect], list[str]]:
    """What releasing and grading again would change for those whose marks are in the gradebook.

    What is judged for it is kept, so that grading need not do it again. Returns the effects and,
    as sentences, the hand-ins that could not be judged.
    """
    found: list[Effect] = []
    lost: list[str] = []
    with drafted(course, plans) as draft:
        for each in plans:
            marks = _marks(course, each.assignment)
            for student, result in _results(draft, each, list(marks), workers, progress):
                if isinstance(result, Lost):
                    lost.append(f"{student}: {result.why}")
                else:
                    found.append(_effect(each.assignment, student, result, marks))
    return sorted((e for e in found if e.changes), key=lambda e: (e.student, e.lesson)), lost


def _results(
    draft: Course, release: Plan, students: Sequence[str], workers: int, progress: Progress
) -> Iterator[tuple[str, Judged | Lost]]:
    """What the checks say of each hand-in of these students, under the release to come."""
    waiting: dict[str, set[str]] = {}
    for student, submission, result in _hand_ins(draft, release, students):
        if result is None:
            waiting.setdefault(student, set()).add(submission.lesson)
        else:
            yield student, result
    new = (
        (student, submission)
        for student, submission, _ in _hand_ins(draft, release, list(waiting))
        if submission.lesson in waiting[student]
    )
    total = sum(map(len, waiting.values()))
    for done, (student, submission, judged) in enumerate(Processes(workers).run(new), 1):
        progress(f"trying {release.assignment}", done, total)
        if not isinstance(judged, Lost):
            draft.store(submission, judged)
        yield student, judged


def _marks(course: Course, assignment: str) -> dict:
    from .nbgrader.marks import read_marks

    if assignment not in course.assignments():
        return {}
    with opened_gradebook(course) as gradebook:
        marks = read_marks(gradebook, assignment)
    return {
        student: {
            lesson: (notebook.cells, marks.points[lesson])
            for lesson, notebook in entry.notebooks.items()
        }
        for student, entry in marks.entries.items()
    }


def _hand_ins(
    draft: Course, release: Plan, students: Sequence[str]
) -> Iterator[tuple[str, Submission, Judged | None]]:
    for student in students:
        try:
            handed_in = draft.handed_in(student, release.assignment)
        except (OSError, CourseError):
            continue  # grading names it
        for each in handed_in.values():
            submission = draft.submission(release.assignment, each, sandboxed=True)
            yield student, submission, draft.result(submission)


def _effect(assignment: str, student: str, judged: Judged, marks: dict) -> Effect:
    cells, points = marks[student].get(judged.lesson, ({}, {}))
    names = {f"check-{name}" for name in judged.reports}
    by_hand = sorted(n for n in names if n in cells and cells[n].by_hand)
    before = sum(cells[n].automatic or 0.0 for n in names & cells.keys())
    most = sum(points.get(n, 0.0) for n in names)
    hand = tuple(name.removeprefix("check-") for name in by_hand)
    return Effect(
        assignment, student, judged.lesson, before, judged.earned, most, judged.points, hand
    )
