"""Dates as people type and read them. nbgrader keeps them in UTC, without a time zone."""

from __future__ import annotations

from datetime import UTC, datetime

from .course import CourseError


def read_date(text: str) -> datetime:
    """The date that was typed, in UTC without a time zone; raises `CourseError`.

    Without a zone it is on the clock of this machine; a day alone ends at 23:59.
    """
    try:
        when = datetime.fromisoformat(text.strip())
        if "T" not in text.upper() and ":" not in text:
            when = when.replace(hour=23, minute=59)
        return when.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    except (ValueError, OverflowError) as error:
        raise CourseError(
            f'"{text}" isn\'t a date. Write it like 2027-02-01T18:00, on the clock of this '
            "machine, or with a zone: 2027-02-01T18:00+01:00."
        ) from error


def shown(when: datetime) -> str:
    """A date of the gradebook on the clock of this machine."""
    return when.replace(tzinfo=UTC).astimezone().strftime("%Y-%m-%d %H:%M %Z")


def now() -> datetime:
    """This moment, as the gradebook would have it."""
    return datetime.now(UTC).replace(tzinfo=None)
