"""Progress as a table in a terminal, and as plain values."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from autograder.core.attempts import minutes_text
from autograder.core.clock import day_text

from .progress import LessonState, Progress
from .standing import Standing

if TYPE_CHECKING:
    from rich.console import Console

_NARROW = 70


def show(standing: Standing, console: Console) -> None:
    """Print what to do next, then one line per lesson."""
    from rich.table import Table

    progress = standing.progress
    console.print(f"[bold]{summary(progress)}[/bold]", highlight=False)
    console.print("\nYour next hour:", highlight=False)
    for number, step in enumerate(standing.steps, 1):
        console.print(
            f"  {number}. {step.text} ({step.minutes} min)", highlight=False, markup=False
        )
    console.print()
    narrow = console.width < _NARROW
    table = Table(box=None, pad_edge=False)
    heads = ("lesson", "points") if narrow else ("lesson", "points", "time", "last", "again")
    for head in heads:
        table.add_column(head, justify="right" if head in ("points", "time") else "left")
    for state in progress.lessons:
        name = state.topic.label
        points = f"{state.best:g}/{state.topic.points:g}"
        if narrow:
            table.add_row(name, points)
            continue
        time = minutes_text(state.worked) if state.begun else ""
        last = day_text(state.last_on) if state.last_on else ""
        table.add_row(name, points, time, last, due_text(state, progress.today))
    console.print(table, highlight=False)


def summary(progress: Progress) -> str:
    """The points, the time and the checks so far in a sentence."""
    checks = progress.checks
    if not checks:
        return "No check is recorded yet."
    count = f"{len(checks)} check{'s' if len(checks) != 1 else ''}"
    done = sum(state.done_on is not None for state in progress.lessons)
    return (
        f"{progress.best:g} of {progress.points:g} points, {done} of {len(progress.lessons)} "
        f"lessons done, {minutes_text(progress.worked)} in {count}."
    )


def due_text(state: LessonState, today: date) -> str:
    """When a lesson is due again."""
    if state.done_on is None:
        return f"next: {state.left[0].name}" if state.begun and state.left else ""
    due = state.due_on
    if due is None:
        return f"repeated {len(state.repeated_on)} times" if state.topic.repeated else "done"
    return f"due since {day_text(due)}" if due <= today else day_text(due)


def as_dict(standing: Standing) -> dict[str, Any]:
    """Progress as JSON values."""
    progress = standing.progress
    return {
        "today": progress.today.isoformat(),
        "points": progress.best,
        "of": progress.points,
        "minutes": round(progress.worked.total_seconds() / 60, 1),
        "checks": len(progress.checks),
        "cards_due": standing.cards_due,
        "next": [{"text": s.text, "minutes": s.minutes} for s in standing.steps],
        "lessons": [_lesson(state) for state in progress.lessons],
    }


def _lesson(state: LessonState) -> dict[str, Any]:
    return {
        "lesson": state.topic.name,
        "points": state.best,
        "of": state.topic.points,
        "minutes": round(state.worked.total_seconds() / 60, 1),
        "last": _iso(state.last_on),
        "done": _iso(state.done_on),
        "repeated": [day.isoformat() for day in state.repeated_on],
        "due": _iso(state.due_on),
        "exercises": {
            each.task.name: {
                "points": each.best,
                "of": each.task.points,
                "tries": each.tries,
                "passed": each.passed,
            }
            for each in state.tasks
        },
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
