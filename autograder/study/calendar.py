"""The plan as a calendar file (`.ics`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, time, timedelta

from autograder.core import clock

from .catalogue import Topic
from .plan_file import KeptPlan
from .planning import Item

_WORDS = {"new": "", "again": "Again: "}


def calendar_bytes(kept: KeptPlan, topics: Mapping[str, Topic]) -> bytes:
    """The events of a plan, one per item, as RFC 5545 text.

    An event keeps its id from plan to plan and counts its versions, so that importing the file
    again moves events instead of doubling them; what the plan no longer has is cancelled. Times are
    those of the clock on the wall, wherever the learner is.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//mle-interview-course//mle plan//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Interview preparation")
    for item, start in timed(kept):
        calendar.add_component(_event(kept, item.key, start, item.minutes, _summary(item, topics)))
    for key, day in kept.cancelled().items():
        start = datetime.combine(day, time())
        event = _event(kept, key, start, 15, "No longer in the plan")
        event.add("status", "CANCELLED")
        calendar.add_component(event)
    return calendar.to_ical()


def timed(kept: KeptPlan) -> Iterator[tuple[Item, datetime]]:
    """The items with their starts: a session begins at its hour, one item after the other."""
    at = timedelta(minutes=kept.plan.settings.at)
    starts: dict[object, datetime] = {}
    for item in kept.plan.items:
        start = starts.get(item.day, datetime.combine(item.day, time()) + at)
        starts[item.day] = start + timedelta(minutes=item.minutes)
        yield item, start


def _summary(item: Item, topics: Mapping[str, Topic]) -> str:
    topic = topics.get(item.lesson)
    return f"{_WORDS[item.kind]}{topic.label if topic else item.lesson}"


def _event(kept: KeptPlan, key: str, start: datetime, minutes: int, summary: str):
    from icalendar import Event

    event = Event()
    event.add("uid", f"{key}@{kept.name}.mle-interview-course")
    event.add("dtstamp", clock.now().astimezone(UTC).replace(microsecond=0))
    event.add("sequence", kept.revision)
    event.add("dtstart", start)
    event.add("dtend", start + timedelta(minutes=minutes))
    event.add("summary", summary)
    if "-again-" in key:
        event.add("description", "Empty the cells of half of the exercises and solve them again.")
    else:
        number = key.partition("_")[0]
        event.add("description", f"Open it with: mle study {number}")
    return event
