"""The one clock of the course: what time it is for records, plans and cards."""

from __future__ import annotations

from datetime import UTC, date, datetime


def now() -> datetime:
    """The time in UTC, with its zone."""
    return datetime.now(UTC)


def day_of(time: datetime) -> date:
    """The calendar day of a time, where the learner is."""
    return time.astimezone().date()


def today() -> date:
    """The learner's calendar day."""
    return day_of(now())
