"""The plots of a progress page. Each answers one question, and is left out where data are few."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from autograder.core import clock, record
from autograder.core.attempts import LONGEST_PAUSE, minutes_text, worked
from autograder.figures import Picture, axes, picture, style

from .cards.reviews import Memory, brier
from .catalogue import part_title
from .plan_file import KeptPlan
from .progress import LessonState, Progress, TaskState

_SIZE = (6.0, 3.2)
_FEWEST_WEEKS = 2
_FEWEST_TASKS = 3
_FEWEST_RECALLS = 20
_NAMED = 5
_FEWEST_IN_BIN = 5


@dataclass(frozen=True)
class Plot:
    """A picture, and a sentence that says what to read in it."""

    picture: Picture
    caption: str


def plots(progress: Progress, kept: KeptPlan | None, memory: Memory) -> list[Plot]:
    """The plots for which there are data."""
    made = [
        points_over_weeks(progress, kept),
        hours_per_week(progress, kept),
        first_tries(progress),
        minutes_beside_card(progress),
        card_forecasts(memory),
    ]
    return [plot for plot in made if plot]


def monday(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def weeks_of(progress: Progress) -> list[date]:
    """The Mondays from the first check to today."""
    checks = progress.checks
    if not checks:
        return []
    first, last = monday(clock.day_of(checks[0].time)), monday(progress.today)
    return [first + timedelta(weeks=n) for n in range((last - first).days // 7 + 1)]


def points_by_week(progress: Progress) -> dict[str, list[float]]:
    """The points of each part at the end of each week."""
    weeks = weeks_of(progress)
    totals: dict[str, list[float]] = {}
    for state in progress.lessons:
        row = totals.setdefault(state.topic.part, [0.0] * len(weeks))
        for place, week in enumerate(weeks):
            row[place] += sum(_best_before(each, week + timedelta(weeks=1)) for each in state.tasks)
    return {part: row for part, row in totals.items() if any(row)}


def _best_before(state: TaskState, day: date) -> float:
    checks = tuple(check for check in state.checks if clock.day_of(check.time) < day)
    return TaskState(state.task, checks).best


def points_over_weeks(progress: Progress, kept: KeptPlan | None) -> Plot | None:
    """Do the points grow, and where?"""
    weeks, rows = weeks_of(progress), points_by_week(progress)
    if len(weeks) < _FEWEST_WEEKS or not rows:
        return None
    with style():
        plot = axes(*_SIZE)
        names = [part_title(part) for part in rows]
        plot.stackplot(range(1, len(weeks) + 1), list(rows.values()), labels=names, alpha=0.85)
        plot.axhline(progress.points, linestyle="--", linewidth=1, color="#7a7a7a")
        plot.set_xlabel(f"week (1 began on {clock.day_text(weeks[0])})")
        plot.set_ylabel("points")
        plot.set_xticks(range(1, len(weeks) + 1))
        plot.set_ylim(0, progress.points * 1.05)
        plot.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=3, fontsize=8)
        totals = [sum(column) for column in zip(*rows.values())]
        said = ", ".join(f"{total:g}" for total in totals)
        shown = picture(plot.figure, f"Points at the end of each week, by part: {said} in all.")
    gained = totals[-1] - totals[-2]
    caption = (
        f"Your points at the end of each week; the dashed line is all {progress.points:g} points "
        f"of the course. This week you gained {gained:g}."
    )
    return Plot(shown, caption)


def hours_per_week(progress: Progress, kept: KeptPlan | None) -> Plot | None:
    """How much did I work, beside what I planned?"""
    weeks = weeks_of(progress)
    if len(weeks) < _FEWEST_WEEKS:
        return None
    minutes = dict.fromkeys(weeks, 0.0)
    for check in progress.checks:
        minutes[monday(clock.day_of(check.time))] += worked([check]).total_seconds() / 60
    hours = [value / 60 for value in minutes.values()]
    with style():
        plot = axes(*_SIZE)
        plot.bar(range(1, len(weeks) + 1), hours, width=0.65)
        if kept:
            planned = kept.plan.settings.hours
            plot.axhline(planned, linestyle="--", linewidth=1, color="#7a7a7a")
        plot.set_xticks(range(1, len(weeks) + 1))
        plot.set_xlabel("week")
        plot.set_ylabel("hours between checks")
        said = ", ".join(f"{value:.1f}" for value in hours)
        shown = picture(plot.figure, f"Hours of work in each week: {said}.")
    pause = minutes_text(LONGEST_PAUSE)
    caption = (
        f"Hours between checks in notebooks. A pause longer than {pause} counts as {pause}, so "
        "reading without a check is missing."
    )
    if kept:
        caption += f" The dashed line is your plan's {kept.plan.settings.hours:g} hours per week."
    return Plot(shown, caption)


def first_tries(progress: Progress) -> Plot | None:
    """Does the first try get better?"""
    by_week: dict[date, list[float]] = defaultdict(list)
    for state in _tasks(progress):
        first = state.checks[0]
        by_week[monday(clock.day_of(first.time))].append(first.points / first.of)
    weeks = weeks_of(progress)
    with_tries = [week for week in weeks if by_week[week]]
    if len(with_tries) < _FEWEST_WEEKS or sum(map(len, by_week.values())) < 2 * _FEWEST_TASKS:
        return None
    xs = [weeks.index(week) + 1 for week in with_tries]
    means = [100 * sum(by_week[week]) / len(by_week[week]) for week in with_tries]
    with style():
        plot = axes(*_SIZE)
        for x, week in zip(xs, with_tries):
            ys = [100 * share for share in by_week[week]]
            plot.plot([x] * len(ys), ys, "o", color="C0", alpha=0.35, markersize=5)
        plot.plot(xs, means, "-o", color="C1", label="mean of the week")
        plot.set_xticks(range(1, len(weeks) + 1))
        plot.set_xlim(0.5, len(weeks) + 0.5)
        plot.set_ylim(-5, 105)
        plot.set_xlabel("week")
        plot.set_ylabel("% of points, first try")
        plot.legend(loc="lower right")
        said = ", ".join(f"week {x}: {mean:.0f}%" for x, mean in zip(xs, means))
        shown = picture(plot.figure, f"Share of the points that first tries earned: {said}.")
    caption = (
        f"What the first check of each new exercise earned: {means[0]:.0f}% in week {xs[0]}, "
        f"{means[-1]:.0f}% in week {xs[-1]}. One exercise is a dot."
    )
    return Plot(shown, caption)


def minutes_beside_card(progress: Progress) -> Plot | None:
    """Which exercises took longer than the card says?"""
    took = []
    for state in _tasks(progress):
        if state.passed and any(check.by == record.IN_NOTEBOOK for check in state.checks):
            minutes = worked(state.solved[0]).total_seconds() / 60
            if minutes >= 1:
                took.append((state.task.minutes, minutes, state.task.name))
    if len(took) < _FEWEST_TASKS:
        return None
    longest = sorted(took, key=lambda each: each[1] / each[0], reverse=True)[:_NAMED]
    slow = [each for each in longest if each[1] > 1.5 * each[0]]
    top = max(max(said, minutes) for said, minutes, _ in took) * 1.1
    with style():
        plot = axes(*_SIZE)
        plot.plot([0, top], [0, top], linestyle="--", linewidth=1, color="#7a7a7a")
        plot.plot([each[0] for each in took], [each[1] for each in took], "o", alpha=0.75)
        plot.plot([each[0] for each in slow], [each[1] for each in slow], "o", color="C1")
        plot.set_xlim(0, max(said for said, _, _ in took) * 1.35)
        plot.set_ylim(0, top)
        plot.set_xlabel("minutes on the card")
        plot.set_ylabel("your minutes")
        above = sum(minutes > said for said, minutes, _ in took)
        alt = f"Your minutes beside the card's for {len(took)} exercises; {above} took longer."
        shown = picture(plot.figure, alt)
    caption = (
        f"Minutes up to the first pass, beside the minutes on the card. {above} of {len(took)} are "
        "above the dashed line: they took you longer."
    )
    if slow:
        caption += f" Furthest above, in orange: {', '.join(name for *_, name in slow)}."
    return Plot(shown, caption)


def card_forecasts(memory: Memory) -> Plot | None:
    """Are the cards spaced well: do I remember as often as the spacing expects?"""
    recalls = memory.recalls
    if len(recalls) < _FEWEST_RECALLS:
        return None
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for each in recalls:
        bins[min(9, int(each.forecast * 10))].append((each.forecast, each.remembered))
    points = [
        (sum(f for f, _ in pairs) / len(pairs), sum(r for _, r in pairs) / len(pairs), len(pairs))
        for _, pairs in sorted(bins.items())
        if len(pairs) >= _FEWEST_IN_BIN
    ]
    remembered = sum(each.remembered for each in recalls) / len(recalls)
    with style():
        plot = axes(*_SIZE)
        plot.plot([0, 100], [0, 100], linestyle="--", linewidth=1, color="#7a7a7a")
        for forecast, share, count in points:
            plot.plot(100 * forecast, 100 * share, "o", color="C0", markersize=3 + count**0.5)
        plot.set_xlabel("expected to be remembered, %")
        plot.set_ylabel("remembered, %")
        plot.set_xlim(0, 103)
        plot.set_ylim(-3, 103)
        said = ", ".join(
            f"{100 * f:.0f}% expected, {100 * s:.0f}% remembered" for f, s, _ in points
        )
        shown = picture(plot.figure, f"Cards, forecast beside outcome: {said}.")
    caption = (
        f"{len(recalls)} reviews of cards after a day or more: you remembered {remembered:.0%}. A "
        "larger dot stands for more reviews. On the dashed line, the spacing fits you. "
        f"Brier score: {brier(recalls):.2f} (0 is perfect, 0.25 is a coin)."
    )
    return Plot(shown, caption)


def _tasks(progress: Progress) -> Sequence[TaskState]:
    states: list[LessonState] = list(progress.lessons)
    return [each for state in states for each in state.tasks if each.checks]
