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


def day_text(day: date) -> str:
    """A day as it is said, such as ``Mon 7 Dec``."""
    return f"{day:%a} {day.day} {day:%b}"
