"""What the work of a class says: shares, discriminations, what failed most, who may need help."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from .reading import Exercise, Failure, Work
from .statistics import discrimination, histogram, quartiles

MOST_PATTERNS = 3
MOST_FAILED = 8
LOW_SHARE = 0.5
"""Below this share of the points that the checks give, a student may need help."""
LOW_DISCRIMINATION = 0.1
"""Below it, an item tells good from weak work no better than a coin."""


@dataclass(frozen=True)
class GroupFindings:
    """A group: how many of the written answers passed and failed; the rest weren't measured."""

    name: str
    points: float
    passed: int
    failed: int
    discrimination: float | None
    common: tuple[int, Failure] | None


@dataclass(frozen=True)
class ExerciseFindings:
    """An exercise: ``whole`` answers have all points, ``mean`` is the share of them on average.

    ``patterns`` are the groups that most answers failed together, with how many.
    """

    lesson: str
    name: str
    points: float
    handed_in: int
    written: int
    whole: int
    mean: float
    discrimination: float | None
    groups: list[GroupFindings]
    patterns: list[tuple[int, list[str]]]


@dataclass(frozen=True)
class Failed:
    """A group that many failed, with its exercise."""

    exercise: ExerciseFindings
    group: GroupFindings


@dataclass(frozen=True)
class Findings:
    """An assignment. ``shares`` are the students' marks by id, 0 to 1 and beyond.

    ``low`` are the shares of the checks' points of those who have few, once it is due.
    """

    name: str
    due: datetime | None
    points: float
    lessons: list[str]
    extra: tuple[str, ...]
    size: int
    graded: int
    waiting: int
    ungraded: int
    missing: list[str]
    not_yet: list[str]
    late: list[tuple[str, timedelta]]
    shares: dict[str, float]
    low: dict[str, float]
    bins: list[int]
    quartiles: tuple[float, float, float]
    tries: tuple[float, int] | None
    exercises: list[ExerciseFindings]
    failed_most: list[Failed]

    @property
    def handed_in(self) -> int:
        return self.graded + self.waiting + self.ungraded


def findings(work: Work, now: datetime) -> Findings:
    """What one assignment says, ``now`` in UTC without a time zone."""
    absent = [who for who, own in work.students.items() if not own.handed_in]
    not_yet = [who for who in absent if (due := _due(work, who)) and due > now]
    present = {who: own for who, own in work.students.items() if own.handed_in}
    ungraded = [who for who, own in present.items() if own.ungraded]
    waiting = [who for who, own in present.items() if own.waits and not own.ungraded]
    shares = {
        who: own.score / work.points
        for who, own in present.items()
        if work.points and not own.ungraded
    }
    tries = [own.tries for own in present.values() if own.tries]
    totals = {who: sum(map(sum, _earned(work, who))) for who in present}
    exercises = [_exercise(each, totals) for _, each in sorted(work.exercises.items())]
    failed = [Failed(each, group) for each in exercises for group in each.groups if group.failed]
    return Findings(
        work.name,
        work.due,
        work.points,
        work.lessons,
        work.extra,
        len(work.students),
        len(present) - len(waiting) - len(ungraded),
        len(waiting),
        len(ungraded),
        [who for who in absent if who not in not_yet],
        not_yet,
        sorted(
            ((who, own.late) for who, own in present.items() if own.late), key=lambda pair: -pair[1]
        ),
        shares,
        _low(work, {who: totals[who] for who in present if who not in ungraded}, now),
        histogram(list(shares.values())),
        quartiles(list(shares.values())),
        (quartiles(tries)[1], max(tries)) if tries else None,
        exercises,
        sorted(failed, key=lambda each: -each.group.failed)[:MOST_FAILED],
    )


def _earned(work: Work, student: str) -> list[tuple[float, ...]]:
    every = work.exercises.values()
    return [each.answers[student].earned for each in every if student in each.answers]


def _low(work: Work, totals: Mapping[str, float], now: datetime) -> dict[str, float]:
    """The shares of the checks' points of those with few, if the assignment is due for them."""
    most = sum(sum(e.points) for e in work.exercises.values() if e.lesson not in work.extra)
    return {
        who: total / most
        for who, total in totals.items()
        if total < LOW_SHARE * most and not ((due := _due(work, who)) and due > now)
    }


def _due(work: Work, student: str) -> datetime | None:
    until = work.until.get(student)
    return max(until, work.due) if until and work.due else work.due


def _exercise(exercise: Exercise, totals: Mapping[str, float]) -> ExerciseFindings:
    students = list(exercise.answers)
    written = [who for who in students if exercise.answers[who].written]
    most = sum(exercise.points)
    earned = {who: sum(exercise.answers[who].earned) for who in students}
    patterns = Counter(
        tuple(sorted(exercise.answers[who].failures))
        for who in written
        if exercise.answers[who].failures
    )
    return ExerciseFindings(
        exercise.lesson,
        exercise.name,
        most,
        len(students),
        len(written),
        sum(earned[who] >= most for who in students),
        sum(earned.values()) / (most * len(students)) if most and students else 0.0,
        discrimination(
            [earned[who] for who in students], [totals[who] - earned[who] for who in students]
        ),
        [_group(exercise, place, written, totals) for place in range(len(exercise.groups))],
        [
            (count, [exercise.groups[place] for place in places])
            for places, count in patterns.most_common(MOST_PATTERNS)
        ],
    )


def _group(
    exercise: Exercise, place: int, written: Sequence[str], totals: Mapping[str, float]
) -> GroupFindings:
    answers = exercise.answers
    failures = [f for who in written if (f := answers[who].failures.get(place))]
    passed = {who: float(answers[who].earned[place] >= exercise.points[place]) for who in written}
    common = Counter(failures).most_common(1)
    return GroupFindings(
        exercise.groups[place],
        exercise.points[place],
        sum(map(int, passed.values())),
        len(failures),
        discrimination(
            list(passed.values()),
            [totals[who] - answers[who].earned[place] for who in passed],
        ),
        (common[0][1], common[0][0]) if common else None,
    )


def who_may_need_help(every: Sequence[Findings]) -> list[tuple[str, list[str]]]:
    """Students with the reasons, those with most reasons first.

    A reason is an assignment that is missing, or one with less than `LOW_SHARE` of the points that
    its checks give.
    """
    reasons: dict[str, list[str]] = {}
    for each in every:
        for who in each.missing:
            reasons.setdefault(who, []).append(f"{each.name} is missing")
        for who, share in each.low.items():
            reasons.setdefault(who, []).append(f"{share:.0%} of the checks of {each.name}")
    return sorted(reasons.items(), key=lambda pair: (-len(pair[1]), pair[0]))


def sentence(failed: Failed) -> str:
    """What most of those who failed a group were shown, such as ``f([]) should be 0; got None``."""
    if failed.group.common is None:
        return ""
    count, failure = failed.group.common
    if not failure.call:
        said = failure.message
    else:
        said = f"{failure.call} should be {failure.expected}; got {failure.got}"
    return f"{said} ({count} of {failed.group.failed})"
