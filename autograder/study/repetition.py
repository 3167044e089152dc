"""When a lesson is due again, from an empty cell."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, timedelta

INTERVALS = (3, 10, 24)
"""Days from the day a lesson was done to its first repetition, and from each to the next."""


def due_on(done: date, repeated: Sequence[date]) -> date | None:
    """The day of the next repetition of a lesson; None after the last one."""
    if len(repeated) >= len(INTERVALS):
        return None
    last = max([done, *repeated])
    return last + timedelta(days=INTERVALS[len(repeated)])


def repetitions(done: date, solved_again: Sequence[tuple[date, str]], tasks: int) -> list[date]:
    """The days on which a lesson was repeated.

    ``solved_again`` are days after ``done`` with the exercise that was solved again on it. A lesson
    of ``tasks`` exercises is repeated once half of them, rounded up, have been solved again.
    """
    days: list[date] = []
    fresh: set[str] = set()
    for day, name in sorted(solved_again):
        if day <= max([done, *days]):
            continue
        fresh.add(name)
        if len(fresh) >= math.ceil(tasks / 2):
            days.append(day)
            fresh.clear()
    return days


def minutes_again(practice: int) -> int:
    """Minutes for one repetition: half of a lesson's exercises, and 10 at least."""
    return max(10, math.ceil(practice / 2))
