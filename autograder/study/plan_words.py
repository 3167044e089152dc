"""What a plan says in words, in the terminal and on its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from autograder.core.attempts import minutes_text
from autograder.core.clock import day_text

from .planning import Item, Moved, Plan

_NAMED = 6
"""Lessons that a sentence lists; the others are counted."""


def headline(plan: Plan) -> str:
    """What the plan is for."""
    settings = plan.settings
    day = f"{day_text(settings.until)} {settings.until.year}"
    return f"Your plan up to {day}, {settings.hours:g} hours per week"


def weeks(plan: Plan) -> Iterator[tuple[date, list[Item]]]:
    """The items by week, each with its Monday."""
    by_week: dict[date, list[Item]] = {}
    for item in plan.items:
        by_week.setdefault(item.day - timedelta(days=item.day.weekday()), []).append(item)
    yield from by_week.items()


def changes(moves: Sequence[Moved]) -> list[str]:
    """What moved since the plan before."""
    later = [f"{each.topic.label} ({day_text(each.now)})" for each in moves if each.now]
    return [f"Later than planned before: {_some(later)}."] if later else []


def shortage(plan: Plan) -> list[str]:
    """What doesn't fit before the interview, and what would make it fit."""
    said = []
    if plan.dropped:
        names = [work.topic.label for work in plan.dropped]
        minutes = timedelta(minutes=sum(work.minutes for work in plan.dropped))
        lessons = f"{len(names)} lesson{'s' if len(names) != 1 else ''}"
        said.append(
            f"Doesn't fit before the interview: {lessons}, {minutes_text(minutes)}: {_some(names)}."
        )
        ways = []
        if plan.hours_needed:
            ways.append(f"with {plan.hours_needed:g} hours per week")
        if plan.fits_by:
            ways.append(f"with the interview on {plan.fits_by} or later")
        if ways:
            said.append(f"Everything fits {', or '.join(ways)}.")
    if plan.unrepeated:
        few = "1 repetition" if plan.unrepeated == 1 else f"{plan.unrepeated} repetitions"
        said.append(f"There is no time for {few} before the interview.")
    return said


def _some(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_NAMED])
    more = len(names) - _NAMED
    return f"{shown} and {more} more" if more > 0 else shown
