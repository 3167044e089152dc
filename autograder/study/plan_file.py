"""The plan as it is kept between runs: `.course/plan.json` in the workspace."""

from __future__ import annotations

import contextlib
import json
import uuid
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from autograder.core import clock
from autograder.core.files import write
from autograder.core.record import FOLDER, PLAN

from .files import StudyError
from .planning import ROUNDS, Item, Plan, Settings

FORMAT = 1


@dataclass(frozen=True)
class KeptPlan:
    """A plan with what its calendar needs.

    ``name`` tells its events from those of other learners, ``revision`` counts its versions, and
    ``issued`` has the day of each event that a calendar may hold, by key.
    """

    plan: Plan
    name: str
    revision: int
    issued: dict[str, date] = field(default_factory=dict)

    def cancelled(self) -> dict[str, date]:
        """Events that a calendar may still show, and that the plan no longer has."""
        keys = {item.key for item in self.plan.items}
        return {
            key: day
            for key, day in self.issued.items()
            if key not in keys and day >= self.plan.made
        }


def path_of(workspace: Path) -> Path:
    """Where the plan of a workspace is kept."""
    return workspace / FOLDER / PLAN


def following(before: KeptPlan | None, plan: Plan) -> KeptPlan:
    """The plan after ``before``, with the same name, so that its events replace the old ones."""
    issued = {item.key: item.day for item in plan.items}
    if before is None:
        return KeptPlan(plan, uuid.uuid4().hex, 0, issued)
    return KeptPlan(plan, before.name, before.revision + 1, {**before.issued, **issued})


def keep(workspace: Path, kept: KeptPlan) -> None:
    """Write the plan. Raises `OSError`."""
    plan = kept.plan
    settings = plan.settings
    fields = {
        "format": FORMAT,
        "name": kept.name,
        "revision": kept.revision,
        "made": plan.made.isoformat(),
        "until": settings.until.isoformat(),
        "hours": settings.hours,
        "days": settings.days,
        "at": settings.at,
        "rounds": dict(settings.rounds),
        "items": [[i.day.isoformat(), i.lesson, i.kind, i.part, i.minutes] for i in plan.items],
        "issued": {key: day.isoformat() for key, day in kept.issued.items()},
    }
    write(path_of(workspace), (json.dumps(fields, indent=1) + "\n").encode("ascii"))


def read_plan(workspace: Path) -> KeptPlan | None:
    """The plan of a workspace, or None where there is none.

    Raises `StudyError` where its file is damaged or of a later version.
    """
    path = path_of(workspace)
    try:
        return _from_fields(json.loads(path.read_bytes()))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StudyError(
            f"{path} can't be read: {(error.strerror or str(error)).lower()}."
        ) from error
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise StudyError(
            f"{path} is damaged, or of another version of the course. "
            "Make a new plan with --date and --hours; the old file is kept beside it."
        ) from error


def _from_fields(fields: dict[str, Any]) -> KeptPlan:
    if fields["format"] != FORMAT:
        raise ValueError(fields["format"])
    rounds = {name: float(fields["rounds"][name]) for name in ROUNDS}
    settings = Settings(
        date.fromisoformat(fields["until"]),
        float(fields["hours"]),
        tuple(int(day) for day in fields["days"] if 0 <= day < 7),
        int(fields["at"]),
        tuple(rounds.items()),
    )
    items = tuple(
        Item(date.fromisoformat(day), str(lesson), kind, int(part), int(minutes))
        for day, lesson, kind, part, minutes in fields["items"]
        if kind in ("new", "again")
    )
    plan = Plan(settings, date.fromisoformat(fields["made"]), items)
    issued = {str(key): date.fromisoformat(day) for key, day in fields["issued"].items()}
    if not settings.days or not str(fields["name"]).isalnum():
        raise ValueError("no days or no name")
    return KeptPlan(plan, str(fields["name"]), int(fields["revision"]), issued)


def set_aside(workspace: Path) -> Path | None:
    """Move a plan that can't be read out of the way, and return where it is now."""
    path = path_of(workspace)
    aside = path.with_name(f"plan-{clock.now():%Y%m%dT%H%M%S}.json")
    with contextlib.suppress(OSError):
        return path.rename(aside)
    return None
