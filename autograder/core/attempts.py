"""What a learner's checks of an exercise say: tries, time, and whether it was done again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from . import clock, record
from .record import Check

LONGEST_PAUSE = timedelta(minutes=45)
"""Time between two checks that counts as work; what is longer was partly something else."""


def rounds(checks: Sequence[Check]) -> list[list[Check]]:
    """The times that an exercise was solved: for each, the checks from the first try to the pass.

    A pass on a later day counts as solved again if the answer is a new one, or if it failed or was
    empty in between. The same answer checked again (Run All, `mle check`) is no round. The last
    list may lack its pass: a round that is under way.
    """
    solved: list[list[Check]] = []
    current: list[Check] = []
    known: set[str] = set()
    for check in checks:
        if not check.passed:
            current.append(check)
            continue
        fresh = current or (known and check.answer and check.answer not in known)
        again = fresh and solved and check.by != record.IN_TERMINAL
        if not solved or (again and clock.day_of(check.time) > clock.day_of(solved[-1][-1].time)):
            solved.append([*current, check])
        current = []
        known |= {check.answer} - {""}
    return [*solved, current] if current else solved


def tries(of_round: Sequence[Check]) -> int:
    """The number of tries; the same answer checked again with the same result is one."""
    count, before = 0, None
    for check in of_round:
        what = (check.answer, check.points)
        count += not check.answer or what != before
        before = what
    return count


def worked(checks: Sequence[Check]) -> timedelta:
    """The time that went into ``checks``; a pause counts as `LONGEST_PAUSE` at most.

    `mle check` scores what was done before, so its lines hold no work.
    """
    in_notebook = [check for check in checks if check.by != record.IN_TERMINAL]
    pauses = (min(timedelta(seconds=each.seconds), LONGEST_PAUSE) for each in in_notebook)
    return sum(pauses, timedelta(0))


def card_line(
    own: Sequence[Check],
    of_lesson: Sequence[Check],
    lesson_of: Mapping[str, str],
    planned: bool = False,
) -> str:
    """The line under a passed card, such as ``3rd try, 14 minutes; next: Matcher``.

    ``own`` are the checks of the exercise, the last of which passed; ``of_lesson`` those of its
    lesson; ``lesson_of`` has the lesson of each exercise, in the course's order. Where the learner
    has a plan (``planned``), the first page of the workspace says which lesson is next.
    """
    solved = [each for each in rounds(own) if each[-1].passed]
    this = solved[-1]
    text = f"{ordinal(tries(this))} try, {minutes_text(worked(this))}"
    if len(solved) > 1:
        days = clock.day_of(this[-1].time) - clock.day_of(solved[-2][-1].time)
        text = f"Solved again after {days.days} day{'s' * (days.days != 1)}: {text}"
    exercise, lesson = own[-1].exercise, own[-1].lesson
    passed = {check.exercise for check in of_lesson if check.passed}
    names = list(lesson_of)
    at = names.index(exercise)
    later = [name for name in names[at:] + names[:at] if lesson_of[name] == lesson]
    if left := [name for name in later if name not in passed]:
        return f"{text}; next: {left[0]}"
    if planned:
        return f"{text}; lesson done, today.md says what comes next"
    following = next((lesson_of[name] for name in names[at:] if lesson_of[name] != lesson), "")
    if following:
        number, _, topic = following.partition("_")
        return f"{text}; lesson done, next: {number} {topic.replace('_', ' ')}"
    return f"{text}; lesson done, and it is the last one"


def minutes_text(time: timedelta) -> str:
    """A length of time in words: ``14 minutes``, ``1 h 20``."""
    minutes = round(time.total_seconds() / 60)
    if minutes < 1:
        return "under a minute"
    if minutes < 60:
        return f"{minutes} minute{'s' * (minutes != 1)}"
    return f"{minutes // 60} h {minutes % 60:02}" if minutes % 60 else f"{minutes // 60} h"


def ordinal(number: int) -> str:
    """``1st``, ``2nd``, ``3rd``, ``11th``."""
    teens = number % 100 in (11, 12, 13)
    ending = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
