"""The plan as a page of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from html import escape

from autograder.core.attempts import minutes_text
from autograder.core.clock import day_text

from .calendar import timed
from .catalogue import Topic
from .page import Column, page, table
from .plan_file import KeptPlan
from .plan_words import changes, headline, shortage, weeks
from .planning import Moved
from .progress import Progress

_COLUMNS = (Column("day", "day"), Column("at"), Column("what"), Column("minutes", "number"))


def plan_page(
    kept: KeptPlan, topics: Mapping[str, Topic], progress: Progress, moves: Sequence[Moved]
) -> bytes:
    """The page: today, what moved, what doesn't fit, then a table per week."""
    plan = kept.plan
    starts = {item: start for item, start in timed(kept)}
    done = sum(state.done_on is not None for state in progress.lessons)
    body = [
        f"<h1>{escape(headline(plan))}</h1>",
        f'<p class="quiet">Made on {day_text(plan.made)} {plan.made.year}. '
        f"{done} of {len(progress.lessons)} lessons are done. "
        "Run <code>mle plan</code> again after a missed week: it moves what is left.</p>",
        *(f"<p>{escape(line)}</p>" for line in changes(moves)),
        *(f'<p class="late">{escape(line)}</p>' for line in shortage(plan)),
    ]
    if not plan.items:
        body.append("<p>Nothing is left to plan.</p>")
    for monday, items in weeks(plan):
        total = minutes_text(timedelta(minutes=sum(item.minutes for item in items)))
        rows = []
        day = None
        for item in items:
            said = day_text(item.day) if item.day != day else '<span class="quiet">then</span>'
            day = item.day
            topic = topics[item.lesson]
            label = escape(topic.label)
            link = f'<a href="{escape(topic.notebook)}">{label}</a>'
            what = f"again: {link}" if item.kind == "again" else link
            rows.append([said, f"{starts[item]:%H:%M}", what, str(item.minutes)])
        body.append(f"<h2>Week of {day_text(monday)}</h2>")
        body.append(table(f"{total} in the week of {day_text(monday)}", _COLUMNS, {"": rows}))
    return page(headline(plan), body)
