"""Progress as a page of its own, with plots."""

from __future__ import annotations

from html import escape

from autograder.core.attempts import minutes_text
from autograder.core.clock import day_text

from .catalogue import part_title
from .page import Column, bar, figure, page, table
from .plan_words import headline
from .plots import plots
from .progress import LessonState, Progress
from .progress_table import due_text, summary
from .standing import Standing

TITLE = "Your progress"
_COLUMNS = (
    Column("lesson", "name"),
    Column("points", "number"),
    Column("tries", "number less"),
    Column("time", "number less"),
    Column("last check", "day less"),
    Column("again"),
)


def progress_page(standing: Standing) -> bytes:
    """The page: the next hour, plots, one table per part, and where the data are from."""
    progress = standing.progress
    today = f"{day_text(progress.today)} {progress.today.year}"
    body = [
        f"<h1>{TITLE}</h1>",
        f'<p class="quiet">{today}</p>',
        f"<p>{escape(summary(progress))}</p>",
        _next_hour(standing),
    ]
    shown = plots(progress, standing.plan, standing.memory)
    if shown:
        figures = [figure(plot.picture._repr_html_(), plot.caption) for plot in shown]
        body += ["<h2>How it goes</h2>", '<div class="plots">', *figures, "</div>"]
    body += ["<h2>The lessons</h2>", _lessons(progress)]
    body.append(_about(standing))
    return page(TITLE, body)


def _next_hour(standing: Standing) -> str:
    items = []
    for step in standing.steps:
        text = escape(step.text)
        if step.notebook:
            text = f'<a href="{escape(step.notebook)}">{text}</a>'
        items.append(f"<li>{text} ({step.minutes} minutes)</li>")
    plan = standing.plan
    said = escape(headline(plan.plan)) if plan else "No plan yet: run <code>mle plan</code>"
    return (
        '<section class="next" aria-label="Your next hour"><h2>Your next hour</h2>'
        f'<ol>{"".join(items)}</ol><p class="quiet">{said}.</p></section>'
    )


def _lessons(progress: Progress) -> str:
    groups: dict[str, list[list[str]]] = {}
    for part in dict.fromkeys(state.topic.part for state in progress.lessons):
        states = [state for state in progress.lessons if state.topic.part == part]
        best = sum(state.best for state in states)
        points = sum(state.topic.points for state in states)
        name = f"{part_title(part)}: {best:g} of {points:g} points"
        groups[name] = [_row(state, progress) for state in states]
    return table("Points, tries and time by lesson", _COLUMNS, groups)


def _row(state: LessonState, progress: Progress) -> list[str]:
    late = "late" if state in progress.due else "quiet"
    tries = sum(each.tries for each in state.tasks)
    return [
        f'<a href="{escape(state.topic.notebook)}">{escape(state.topic.label)}</a>',
        f"{bar(state.best, state.topic.points)} {state.best:g}/{state.topic.points:g}",
        str(tries) if tries else "",
        minutes_text(state.worked) if state.begun else "",
        day_text(state.last_on) if state.last_on else "",
        f'<span class="{late}">{escape(due_text(state, progress.today))}</span>',
    ]


def _about(standing: Standing) -> str:
    cards = f"{standing.memory.reviewed} reviews of cards; {standing.cards_due} cards are due now."
    notes = "".join(f"<p>{escape(note)}</p>" for note in standing.notes)
    return (
        f"<h2>Where this comes from</h2><p>{cards}</p>{notes}"
        '<p class="quiet">Checks in notebooks and by <code>mle check</code> add a line each to '
        "<code>.course/record.jsonl</code> in your folder. Nothing leaves this machine; "
        "<code>mle progress --record off</code> stops it. Essays are graded by people, so their "
        "points aren't in these numbers. A lesson counts as repeated once half of its exercises "
        "have been solved again on a later day.</p>"
    )
