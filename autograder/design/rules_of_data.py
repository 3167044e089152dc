"""Rules: what an answer is made of is there, fits, is built in time, and is young enough."""

from __future__ import annotations

from .architecture import Architecture, Component
from .breach import Breach
from .words import figure, quoted, span

SLACK = 1.001
"""Rounding decides nothing."""


def answer(sheet: Architecture) -> Breach | None:
    held = {data for name in sheet.stages for data in sheet.components[name].holds}
    if any(enough <= held for enough in sheet.prompt.answers):
        return None
    ways = ", or ".join(quoted(sorted(enough), "with") for enough in sheet.prompt.answers)
    return Breach(
        "answer",
        f"No stage of the request holds what an answer is made of: {ways}. Write it into 'holds' "
        "of the stage that reads it.",
        (),
    )


def size(sheet: Architecture) -> Breach | None:
    for name, here in sheet.components.items():
        if here.part.gigabytes is None or not here.holds:
            continue
        terms, total = [], 0.0
        for data in here.holds:
            gigabytes, versions = _room(sheet, here, data)
            total += gigabytes * versions
            times = f" × {versions} versions" if versions > 1 else ""
            terms.append(f"{data} {figure(gigabytes)}{times}")
        # Of a single copy nothing is left, which the rule of zones says.
        zone_counts = sheet.prompt.zone_unnoticed and name in sheet.stages and here.copies > 1
        copies = here.left if zone_counts else here.copies
        room = here.part.gigabytes * copies
        if total > room * SLACK:
            there = f"there is room for {figure(room)}"
            if here.part.copies:
                there = f"{figure(copies)} × {figure(here.part.gigabytes)} are {figure(room)}"
            lost = " with a zone lost" if zone_counts else ""
            sentence = f"{name!r} holds {figure(total)} GB ({' + '.join(terms)}); {there}{lost}."
            return Breach("size", sentence, (name,))
    return None


def _room(sheet: Architecture, here: Component, data: str) -> tuple[float, int]:
    """The GB of one version of ``data`` in a component, and the number of versions there."""
    facts = sheet.prompt.data[data]
    if here.kind == "device":
        return (0.0 if facts.own else facts.gigabytes), 1
    is_built = facts.build and any(data in built for built in sheet.builds.values())
    return facts.gigabytes, here.versions if is_built else 1


def build(sheet: Architecture) -> Breach | None:
    for job, built in sheet.builds.items():
        here, takes = sheet.components[job], sheet.run_minutes(job)
        if here.minutes and takes > here.minutes * SLACK:
            items = sum(sheet.prompt.data[data].build for data in built)
            return Breach(
                "build",
                f"{job!r} starts every {span(here.minutes)} and takes {span(takes)}: "
                f"{figure(items)} items ({', '.join(sorted(built))}) ÷ ({figure(here.copies)} × "
                f"{figure(here.part.per_second or 0)} per second).",
                (job,),
            )
    return None


def fresh(sheet: Architecture) -> Breach | None:
    """Reports what exceeds its limit by the largest factor."""
    stand_ins = [each for each in sheet.fallback.values() if each in sheet.components]
    worst, breach = SLACK, None
    for name in dict.fromkeys([*sheet.stages, *stand_ins]):
        for data in sheet.components[name].holds:
            facts = sheet.prompt.data[data]
            steps = sheet.youngest(data, name)
            if steps is None:
                return Breach(
                    "fresh",
                    f"Nothing writes {data!r} into {name!r}. Give 'updates' a chain from "
                    f"{facts.source!r} to it.",
                    (name,),
                )
            if name not in sheet.stages:
                continue  # how old a stand-in may be is left open
            steps = [*steps, ("kept in a cache", sheet.stages[name].kept)]
            age = sum(minutes for _, minutes in steps)
            if age > facts.minutes * worst:
                worst = age / facts.minutes
                terms = " + ".join(
                    f"{step} {figure(round(minutes, 1))}" for step, minutes in steps if minutes
                )
                breach = Breach(
                    "fresh",
                    f"{data!r} in {name!r} can be {span(age)} old ({terms} minutes); the prompt "
                    f"allows {span(facts.minutes)}.",
                    (name,),
                )
    return breach
