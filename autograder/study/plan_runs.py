"""One run of `mle plan`: make the plan, keep it, write its files, and say what changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.core import clock
from autograder.core.files import write

from .calendar import calendar_bytes
from .catalogue import catalogue
from .files import StudyError, reason
from .plan_file import KeptPlan, following, keep, path_of, read_plan, set_aside
from .plan_page import plan_page
from .plan_words import changes, headline, shortage, weeks
from .planning import Moved, Settings, make_plan, moved, usual_days
from .progress import Progress, read_progress

if TYPE_CHECKING:
    from rich.console import Console

PAGE, CALENDAR = "plan.html", "plan.ics"


@dataclass(frozen=True)
class Wishes:
    """What was given on the command line; None is as in the plan before, or as usual."""

    until: date | None = None
    hours: float | None = None
    days: tuple[int, ...] | None = None
    at: int | None = None
    rounds: tuple[tuple[str, float], ...] | None = None


@dataclass(frozen=True)
class Made:
    """A new plan, what it was made from, and what moved since the one before."""

    workspace: Path
    kept: KeptPlan
    progress: Progress
    moved: list[Moved]
    notes: list[str]


def run(workspace: Path, wishes: Wishes) -> Made:
    """Plan what is left, and write `plan.json`, the page and the calendar. Raises `StudyError`."""
    notes: list[str] = []
    try:
        before = read_plan(workspace)
    except StudyError:
        if wishes.until is None or wishes.hours is None:
            raise
        before = None
        if aside := set_aside(workspace):
            notes.append(f"The old plan couldn't be read; it is kept in {aside.name}.")
    progress = read_progress(workspace)
    plan = make_plan(progress, _settings(wishes, before))
    kept = following(before, plan)
    topics = catalogue()
    shifted = moved(before.plan, plan, topics) if before else []
    made = Made(workspace, kept, progress, shifted, notes)
    files = {
        path_of(workspace): None,
        workspace / CALENDAR: calendar_bytes(kept, topics),
        workspace / PAGE: plan_page(made.kept, topics, progress, shifted),
    }
    for path, content in files.items():
        try:
            keep(workspace, kept) if content is None else write(path, content)
        except OSError as error:
            raise StudyError(f"{path} can't be written. {reason(error)}") from error
    return made


def _settings(wishes: Wishes, before: KeptPlan | None) -> Settings:
    old = before.plan.settings if before else None
    until = wishes.until or (old.until if old else None)
    hours = wishes.hours if wishes.hours is not None else (old.hours if old else None)
    if until is None or hours is None:
        missing = "the day of your interview" if until is None else "your hours per week"
        soon = clock.today() + timedelta(weeks=8)
        raise StudyError(f"Give {missing}. For example: mle plan --date {soon} --hours 6")
    days = wishes.days
    if days is None:
        kept_days = old is not None and wishes.hours in (None, old.hours)
        days = old.days if old and kept_days else usual_days(hours)
    settings = Settings(until, hours, days)
    at = wishes.at if wishes.at is not None else (old.at if old else settings.at)
    rounds = wishes.rounds or (old.rounds if old else settings.rounds)
    return Settings(until, hours, days, at, rounds)


def show(made: Made, console: Console) -> None:
    """Print the plan by week, what moved, what doesn't fit, and where the files are."""
    from rich.table import Table

    plan, topics = made.kept.plan, catalogue()
    table = Table(title=headline(plan), title_justify="left", box=None, pad_edge=False)
    for heading in ("day", "lesson", "min"):
        table.add_column(heading, justify="right" if heading == "min" else "left")
    for week, items in weeks(plan):
        total = sum(item.minutes for item in items)
        table.add_row("", f"[bold]Week of {clock.day_text(week)}[/bold]", f"[bold]{total}[/bold]")
        day = None
        for item in items:
            said = "" if item.day == day else clock.day_text(item.day)
            day = item.day
            again = "again: " if item.kind == "again" else ""
            table.add_row(said, f"{again}{topics[item.lesson].label}", str(item.minutes))
    console.print(table, highlight=False)
    for line in [*made.notes, *changes(made.moved), *shortage(plan)]:
        console.print(line, highlight=False, markup=False)
    console.print(
        f"Page: {made.workspace / PAGE}\nCalendar: {made.workspace / CALENDAR} "
        "(import it again after each plan: its events move)",
        highlight=False,
        soft_wrap=True,
    )
