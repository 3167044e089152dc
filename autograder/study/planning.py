"""From a date and hours per week to a plan of days, over the lessons that are left.

Everything here is a function of its arguments, so the same record makes the same plan.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from .catalogue import FIRST, LAST, Topic
from .files import StudyError
from .progress import LessonState, Progress
from .repetition import INTERVALS, minutes_again

ROUNDS = {
    "coding": ("1_coding", "2_take_home"),
    "design": ("3_system_design", "4_engineering"),
    "behavioural": ("5_behavioural",),
}
"""The rounds of an interview, and the parts that prepare for each."""
MOST_HOURS = 60
SHORTEST = 15
"""Minutes; a shorter piece of a lesson is not worth a beginning."""
_PATTERNS = ((5,), (1, 5), (1, 3, 5), (0, 1, 3, 5), (0, 1, 2, 3, 5), (0, 1, 2, 3, 4, 5))
"""Days of the week by number of sessions, Monday as 0. Sunday stays free."""
_SESSION = 90
_LONGEST = timedelta(days=3 * 365)


@dataclass(frozen=True)
class Settings:
    """What a plan is made from.

    ``until`` is the day of the interview, ``hours`` are per week, ``days`` are weekdays (Monday is
    0), ``at`` is when a session starts (minutes after midnight), ``rounds`` weighs the rounds.
    """

    until: date
    hours: float
    days: tuple[int, ...]
    at: int = 19 * 60
    rounds: tuple[tuple[str, float], ...] = tuple((name, 1.0) for name in ROUNDS)

    @property
    def session(self) -> int:
        """Minutes of one session."""
        return math.floor(self.hours * 60 / len(self.days))


def usual_days(hours: float) -> tuple[int, ...]:
    """The weekdays for so many hours: sessions of about an hour and a half, Sunday free."""
    if not 0 < hours <= MOST_HOURS:
        return _PATTERNS[0]  # no plan; `require_possible` says so
    sessions = min(len(_PATTERNS), math.ceil(hours * 60 / _SESSION))
    return _PATTERNS[sessions - 1]


def require_possible(settings: Settings, today: date) -> None:
    """Raise `StudyError` where no plan can be made, with what to give instead."""
    if settings.until <= today:
        when = "today" if settings.until == today else "in the past"
        raise StudyError(
            f"{settings.until} is {when}. Give the day of your interview, from "
            f"{today + timedelta(days=1)} on: --date {today + timedelta(weeks=8)}"
        )
    if settings.until - today > _LONGEST:
        raise StudyError(f"{settings.until} is more than three years away. Give a nearer --date.")
    if not (math.isfinite(settings.hours) and 0 < settings.hours <= MOST_HOURS):
        raise StudyError(
            f"A plan needs more than 0 and at most {MOST_HOURS} hours per week, such as --hours 6."
        )
    if settings.session < SHORTEST:
        raise StudyError(
            f"{settings.hours:g} hours on {_days(len(settings.days))} are sessions of "
            f"{settings.session} minutes. Give more --hours or fewer --days."
        )
    if settings.session > 16 * 60:
        raise StudyError(
            f"{settings.hours:g} hours don't fit into {_days(len(settings.days))} per week. "
            "Give fewer --hours or more --days."
        )
    if not any(weight > 0 for _, weight in settings.rounds):
        raise StudyError("Every round has weight 0. Give one more: --rounds coding=1,design=1")


def _days(count: int) -> str:
    return f"{count} day{'s' * (count != 1)}"


@dataclass(frozen=True)
class Item:
    """A piece of work on a day. ``part`` counts the pieces of a lesson, or its repetitions."""

    day: date
    lesson: str
    kind: Literal["new", "again"]
    part: int
    minutes: int

    @property
    def key(self) -> str:
        """Names the piece in every later plan."""
        return f"{self.lesson}-{self.kind}-{self.part}"


@dataclass(frozen=True)
class Work:
    """A lesson that is left, with the minutes it still needs."""

    topic: Topic
    minutes: int


@dataclass(frozen=True)
class Plan:
    """Items by day, and what doesn't fit before the interview.

    ``dropped`` are lessons for which there is no time, ``unrepeated`` counts repetitions that come
    too late. ``hours_needed`` per week, or the day ``fits_by``, would hold all lessons; None where
    even a busy week or a year more wouldn't.
    """

    settings: Settings
    made: date
    items: tuple[Item, ...]
    dropped: tuple[Work, ...] = ()
    unrepeated: int = 0
    hours_needed: float | None = None
    fits_by: date | None = None

    def on(self, day: date) -> list[Item]:
        return [item for item in self.items if item.day == day]

    def last_day(self, lesson: str) -> date | None:
        """The day on which a lesson's new work ends, or None."""
        days = [each.day for each in self.items if each.lesson == lesson and each.kind == "new"]
        return max(days, default=None)


def make_plan(progress: Progress, settings: Settings) -> Plan:
    """Plan the lessons that aren't done, from today to the day before the interview.

    Lessons are chosen round by round in proportion to the weights, so that what doesn't fit is
    spread fairly. Lessons under way come first, then the parts that the diagnostic missed. Raises
    `StudyError`.
    """
    require_possible(settings, progress.today)
    queue = _Queue(progress, settings)
    chosen: list[Work] = []
    dropped: list[Work] = []
    schedule = _schedule([], progress, settings)
    while work := queue.next():
        attempt = _schedule(_in_order([*chosen, work], progress), progress, settings)
        if attempt.whole:
            chosen.append(work)
            queue.count(work)
            schedule = attempt
        else:
            dropped.append(work)
    plan = Plan(
        settings, progress.today, tuple(schedule.items), tuple(dropped), schedule.unrepeated
    )
    if not dropped:
        return plan
    everything = _in_order([*chosen, *dropped], progress)
    return replace(
        plan,
        hours_needed=_hours_for(everything, progress, settings),
        fits_by=_date_for(everything, progress, settings),
    )


def work_left(state: LessonState) -> int:
    """Minutes that a lesson still needs: its open exercises, and its text or half of it."""
    reading = state.topic.reading
    return (reading // 2 if state.begun else reading) + sum(task.minutes for task in state.left)


class _Queue:
    """The lessons that are left, in the order in which they get time.

    What is for everyone goes first, then the next lesson of whichever round has used the smallest
    part of its share. A round in which the diagnostic found gaps counts twice.
    """

    def __init__(self, progress: Progress, settings: Settings) -> None:
        left = [state for state in progress.lessons if state.done_on is None]
        works = [Work(state.topic, work_left(state)) for state in left]
        self._first = [work for work in works if work.topic.part in (FIRST, LAST)]
        self._of_round = {
            name: [work for part in parts for work in works if work.topic.part == part]
            for name, parts in ROUNDS.items()
        }
        missed = progress.missed_parts
        self._weights = {
            name: weight * (2 if any(part[0] in missed for part in ROUNDS[name]) else 1)
            for name, weight in settings.rounds
            if weight > 0
        }
        self._used = dict.fromkeys(self._weights, 0.0)

    def next(self) -> Work | None:
        """The lesson to try next, or None."""
        if self._first:
            return self._first.pop(0)
        waiting = [name for name in self._weights if self._of_round[name]]
        if not waiting:
            return None
        return self._of_round[min(waiting, key=self._used.__getitem__)].pop(0)

    def count(self, work: Work) -> None:
        """Count a lesson that got its time."""
        for name, weight in self._weights.items():
            if work.topic.part in ROUNDS[name]:
                self._used[name] += max(work.minutes, 1) / weight


def _in_order(works: Sequence[Work], progress: Progress) -> list[Work]:
    """The order of study: the start, what is under way, missed parts, the others, the mock loop."""
    missed = progress.missed_parts

    def rank(work: Work) -> int:
        if work.topic.part == FIRST:
            return 0
        if work.topic.part == LAST:
            return 4
        if progress.lesson(work.topic.name).begun:
            return 1
        return 2 if work.topic.part[0] in missed else 3

    return sorted(works, key=rank)


@dataclass(frozen=True)
class _Schedule:
    items: list[Item]
    unrepeated: int
    whole: bool


def study_days(today: date, settings: Settings) -> list[date]:
    """The days of study from today to the day before the interview."""
    span = (settings.until - today).days
    days = (today + timedelta(days=number) for number in range(span))
    return [day for day in days if day.weekday() in settings.days]


def _schedule(works: Sequence[Work], progress: Progress, settings: Settings) -> _Schedule:
    """Lay lessons and repetitions into the days; ``whole`` says whether all lessons fit."""
    items: list[Item] = []
    left = [(work.topic, max(work.minutes, SHORTEST), 1) for work in works]
    repeats = _Repeats(progress)
    for day in study_days(progress.today, settings):
        budget = settings.session
        # New work is never crowded out: repetition takes half of a session while there is any.
        budget -= repeats.take(day, budget // 2 if left else budget, items)
        while left and budget >= min(SHORTEST, left[0][1]):
            topic, minutes, part = left[0]
            piece = min(minutes, budget)
            if 0 < minutes - piece < SHORTEST:  # no crumbs for another day
                if minutes - SHORTEST < SHORTEST:
                    break
                piece = minutes - SHORTEST
            items.append(Item(day, topic.name, "new", part, piece))
            budget -= piece
            left[0] = (topic, minutes - piece, part + 1)
            if minutes == piece:
                left.pop(0)
                repeats.add(topic, day)
    late = repeats.until(settings.until)
    return _Schedule(items, late, not left)


class _Repeats:
    """The repetitions that wait, by the day on which each is due."""

    def __init__(self, progress: Progress) -> None:
        self._waiting: list[tuple[date, str, int, int]] = []
        for state in progress.lessons:
            if due := state.due_on:
                count = len(state.repeated_on)
                minutes = minutes_again(state.topic.practice)
                self._waiting.append((due, state.topic.name, count, minutes))

    def add(self, topic: Topic, done: date) -> None:
        due = done + timedelta(days=INTERVALS[0])
        if topic.repeated:
            self._waiting.append((due, topic.name, 0, minutes_again(topic.practice)))

    def take(self, day: date, budget: int, items: list[Item]) -> int:
        """Do what is due and fits into ``budget`` minutes; returns the minutes used."""
        used = 0
        for entry in sorted(self._waiting):
            due, name, count, minutes = entry
            alone = used == 0 and minutes > budget
            if due > day or (used + minutes > budget and not alone):
                continue
            minutes = min(minutes, budget) if alone else minutes
            if minutes < 10:
                continue
            items.append(Item(day, name, "again", count + 1, minutes))
            used += minutes
            self._waiting.remove(entry)
            if count + 1 < len(INTERVALS):
                after = day + timedelta(days=INTERVALS[count + 1])
                self._waiting.append((after, name, count + 1, entry[3]))
        return used

    def until(self, day: date) -> int:
        """How many are due before ``day`` and found no time."""
        return sum(due < day for due, *_ in self._waiting)


def _hours_for(works: Sequence[Work], progress: Progress, settings: Settings) -> float | None:
    """The fewest whole hours per week, on the usual days, in which all lessons fit."""
    for hours in range(math.floor(settings.hours) + 1, MOST_HOURS + 1):
        days = max(settings.days, usual_days(hours), key=len)
        if _schedule(works, progress, replace(settings, hours=hours, days=days)).whole:
            return hours
    return None


def _date_for(works: Sequence[Work], progress: Progress, settings: Settings) -> date | None:
    """The first interview, in whole weeks after the date, before which all lessons fit."""
    for weeks in range(1, 53):
        until = settings.until + timedelta(weeks=weeks)
        if _schedule(works, progress, replace(settings, until=until)).whole:
            return until
    return None


@dataclass(frozen=True)
class Moved:
    """A lesson whose end is on another day than in the plan before; None where it fell out."""

    topic: Topic
    before: date
    now: date | None


def moved(before: Plan, now: Plan, topics: Mapping[str, Topic]) -> list[Moved]:
    """The lessons of an earlier plan that end later in the new one, or no longer fit."""
    dropped = {work.topic.name for work in now.dropped}
    found = []
    for name in dict.fromkeys(item.lesson for item in before.items if item.kind == "new"):
        then, again = before.last_day(name), now.last_day(name)
        if name in topics and then and (name in dropped or (again and again > then)):
            found.append(Moved(topics[name], then, again))
    return found
