"""A report as lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from autograder.cohort.dates import shown
from autograder.cohort.summary import named

from .findings import Findings, sentence, who_may_need_help

MOST_HELPED = 12
MOST_SHOWN = 5


def lines(every: Sequence[Findings]) -> Iterator[str]:
    """What an instructor should know at a glance."""
    for each in every:
        yield from _assignment(each)
        yield ""
    helped = who_may_need_help(every)
    yield "Who may need help:" if helped else "Nobody seems to need help."
    for who, reasons in helped[:MOST_HELPED]:
        yield f"  {who}: {', '.join(reasons)}"
    if len(helped) > MOST_HELPED:
        yield f"  and {len(helped) - MOST_HELPED} more; they are in the page (--html FILE)"


def _assignment(each: Findings) -> Iterator[str]:
    yield each.name + (f", due {shown(each.due)}" if each.due else "")
    yield f"  {progress(each)}"
    if each.missing:
        yield f"  missing: {named(each.missing)}"
    if each.late:
        yield f"  late: {named([f'{who} ({duration(time)})' for who, time in each.late])}"
    if each.shares:
        yield f"  {marks(each)}"
    if each.failed_most:
        yield "  failed most often:"
    for failed in each.failed_most[:MOST_SHOWN]:
        exercise, group = failed.exercise, failed.group
        yield (
            f"    {group.failed} of {exercise.written}  {exercise.lesson}, {exercise.name}: "
            f"{group.name}"
        )
        if said := sentence(failed):
            yield f"      {said}"


def progress(each: Findings) -> str:
    """How many have handed in, and how far their marks are."""
    counts = {
        "graded": each.graded,
        "waiting for marking": each.waiting,
        "not graded": each.ungraded,
        "missing": len(each.missing),
        "not due yet": len(each.not_yet),
    }
    said = ", ".join(f"{count} {word}" for word, count in counts.items() if count)
    return f"{each.handed_in} of {each.size} handed in" + (f": {said}" if said else "")


def marks(each: Findings) -> str:
    """The median and the quartiles of the marks."""
    low, middle, high = each.quartiles
    waiting = ", without what waits for marking" if each.waiting else ""
    return (
        f"marks{waiting}: median {middle:.0%} of {each.points:g} points, "
        f"half of the class between {low:.0%} and {high:.0%}"
    )


def duration(time: timedelta) -> str:
    """``2 days``, ``3 h``, ``20 min``: the largest unit that is whole at least once."""
    minutes = max(1, round(time.total_seconds() / 60))
    if minutes < 60:
        return f"{minutes} min"
    if minutes < 48 * 60:
        return f"{minutes // 60} h"
    return f"{minutes // (24 * 60)} days"
