"""``mle plan``: from a date and hours per week to a plan of days and a calendar."""

from __future__ import annotations

import argparse
import re
from datetime import date
from pathlib import Path

from .base import command

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def add_commands(commands) -> None:
    """Add ``plan`` to the command line."""
    plan = command(commands, "plan", _plan, "Plan your lessons up to the day of the interview.")
    plan.add_argument("--date", type=_date, metavar="DAY", help="of your interview: 2027-02-01")
    plan.add_argument("--hours", type=_hours, metavar="N", help="hours per week, such as 6")
    plan.add_argument("--days", type=_days, metavar="DAYS", help="days of study: mon,wed,sat")
    plan.add_argument("--at", type=_time, metavar="TIME", help="when you begin: 19:00")
    plan.add_argument(
        "--rounds", type=_rounds, metavar="WEIGHTS", help="such as coding=3,design=2,behavioural=1"
    )
    plan.add_argument("--workspace", type=Path, help="your folder (default: ./my-course)")


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} isn't a day. Write it as 2027-02-01.") from None


def _hours(text: str) -> float:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} isn't a number of hours, such as 6.") from None


def _days(text: str) -> tuple[int, ...]:
    names = [name.strip().lower()[:3] for name in text.split(",") if name.strip()]
    if not names or any(name not in WEEKDAYS for name in names):
        raise argparse.ArgumentTypeError(
            f"{text} aren't days of the week. Write them as mon,wed,sat."
        )
    return tuple(sorted({WEEKDAYS.index(name) for name in names}))


def _time(text: str) -> int:
    match = re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)", text)
    if not match:
        raise argparse.ArgumentTypeError(f"{text} isn't a time of day. Write it as 19:00.")
    return int(match[1]) * 60 + int(match[2])


def _rounds(text: str) -> tuple[tuple[str, float], ...]:
    from autograder.study.planning import ROUNDS

    weights = dict.fromkeys(ROUNDS, 0.0)
    for pair in text.split(","):
        name, _, number = pair.partition("=")
        if name.strip() not in ROUNDS or not re.fullmatch(r"\s*\d{1,4}(\.\d{1,4})?\s*", number):
            known = ", ".join(ROUNDS)
            raise argparse.ArgumentTypeError(
                f"{pair.strip()} isn't a weight of a round. Rounds are {known}; write coding=3."
            )
        weights[name.strip()] = float(number)
    return tuple(weights.items())


def _plan(options) -> int:
    from rich.console import Console

    from autograder.study import plan_runs
    from autograder.study.place import find_workspace

    wishes = plan_runs.Wishes(options.date, options.hours, options.days, options.at, options.rounds)
    workspace = find_workspace(options.workspace)
    made = plan_runs.run(workspace, wishes)
    plan_runs.show(made, Console())
    return 0
