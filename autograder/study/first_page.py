"""The first page of a workspace: `today.md`, which JupyterLab shows when the course opens."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path

from autograder.core.attempts import minutes_text
from autograder.core.clock import day_text
from autograder.core.errors import UserError
from autograder.core.files import write
from autograder.core.record import record_path

from .cards.reviews import path_of as reviews_path
from .catalogue import Topic, part_title
from .plan_file import path_of as plan_path
from .plan_words import headline
from .progress_page import progress_page
from .progress_table import due_text, summary
from .standing import Standing, standing_of

NAME, PAGE = "today.md", "progress.html"
_MARK = "<!-- Written by mle study. It is written again, so keep your notes in another file. -->"
_HTML_MARK = '<!doctype html>\n<html lang="en">\n<!-- Written by mle'
_EVERY = 5.0
"""Seconds between two looks at the record."""


def first_page(workspace: Path) -> Path | None:
    """Write the first page and the page of progress; returns the first page.

    None where it can't be written, or where a file of the learner's has its name, which is left
    alone: the course opens without it.
    """
    try:
        standing = standing_of(workspace)
        _write_own(workspace / PAGE, progress_page(standing), _HTML_MARK.encode())
        path = workspace / NAME
        return path if _write_own(path, text_of(standing).encode(), _MARK.encode()) else None
    except (UserError, OSError):
        return None


@contextlib.contextmanager
def kept_fresh(workspace: Path) -> Iterator[None]:
    """Write the pages again while the block runs, whenever the record has grown."""
    ended = threading.Event()
    watched = [record_path(workspace), reviews_path(workspace), plan_path(workspace)]

    begun = _sizes(watched)

    def watch() -> None:
        before = begun
        while not ended.wait(_EVERY):
            now = _sizes(watched)
            if now != before:
                before = now
                first_page(workspace)

    thread = threading.Thread(target=watch, name="mle-first-page", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
        first_page(workspace)


def _sizes(paths: list[Path]) -> list[tuple[int, int]]:
    sizes = []
    for path in paths:
        with contextlib.suppress(OSError):
            stat = path.stat()
            sizes.append((stat.st_size, stat.st_mtime_ns))
    return sizes


def _write_own(path: Path, content: bytes, mark: bytes) -> bool:
    """Write a file unless somebody else's is there; files that would not change are left alone."""
    if path.exists():
        there = path.read_bytes()
        if not there.startswith(mark):
            return False
        if there == content:
            return True
    write(path, content)
    return True


def text_of(standing: Standing) -> str:
    """What to do in the next hour, what is due, and every lesson with its points, as Markdown."""
    progress = standing.progress
    lines = [
        _MARK,
        "",
        f"# Today, {day_text(progress.today)}",
        "",
        summary(progress) if progress.checks else "Welcome. This page says what to do next.",
        "",
        "## Your next hour",
        "",
    ]
    for number, step in enumerate(standing.steps, 1):
        text = f"[{step.text}]({step.notebook})" if step.notebook else step.text
        lines.append(f"{number}. {text} ({step.minutes} minutes)")
    lines += ["", _plan_line(standing), ""]
    if progress.due:
        lines += ["## Due again, from an empty cell", ""]
        lines += [
            f"- {_link(state.topic)}: {due_text(state, progress.today)}" for state in progress.due
        ]
        lines.append("")
    lines += ["## Your lessons", "", "| lesson | points | time | again |", "|---|---|---|---|"]
    for part in dict.fromkeys(state.topic.part for state in progress.lessons):
        lines.append(f"| **{part_title(part)}** | | | |")
        for state in progress.lessons:
            if state.topic.part == part:
                time = minutes_text(state.worked) if state.begun else ""
                points = f"{state.best:g} of {state.topic.points:g}"
                again = due_text(state, progress.today)
                lines.append(f"| {_link(state.topic)} | {points} | {time} | {again} |")
    lines.append("")
    lines += [
        f"More, with plots: [{PAGE}]({PAGE}).",
        "In a terminal: `mle progress`, `mle plan`, `mle cards`.",
        "",
        "Your checks are recorded in this folder alone; `mle progress --record off` stops that.",
        "",
    ]
    return "\n".join(lines)


def _plan_line(standing: Standing) -> str:
    if standing.plan is None:
        return "No plan yet: `mle plan --date DAY --hours 6` makes one up to your interview."
    plan = standing.plan.plan
    items = [item for item in plan.items if item.day >= standing.progress.today]
    text = f"{headline(plan)}: [plan.html](plan.html)."
    if items:
        minutes = sum(item.minutes for item in plan.on(items[0].day))
        text += f" The next session is on {day_text(items[0].day)}, {minutes} minutes."
    return text


def _link(topic: Topic) -> str:
    return f"[{topic.label}]({topic.notebook})"
