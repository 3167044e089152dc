"""Rules: what happens when a stage is down, and how a bad version is taken back."""

from __future__ import annotations

from .architecture import LAST, NOTHING, REQUEST, SKIP, Architecture
from .breach import Breach
from .parts import MODELS, QUEUE
from .rules_of_data import SLACK
from .words import quoted, span


def guard(sheet: Architecture) -> Breach | None:
    for data in sorted(sheet.prompt.guards):
        holders = [name for name in sheet.stages if data in sheet.components[name].holds]
        if not holders:
            return Breach(
                "guard",
                f"No stage of the request holds {data!r}, so nothing is held against it.",
            )
        for name in holders:
            if sheet.fallback.get(name) == SKIP:
                return Breach(
                    "guard",
                    f"When {name!r} is down it is skipped, and answers go out that {data!r} should "
                    "keep back. Let the request fail instead.",
                    (name,),
                )
        if all(_is_missed(sheet, name, data) for name in holders):
            name = holders[0]
            ready = sheet.stages[name].missed[0]
            share = sheet.components[ready].hit
            return Breach(
                "guard",
                f"{share:.0%} of the answers come from {ready!r} and never reach {name!r}, which "
                f"holds {data!r}. Call it before, or at the same time.",
                (name, ready),
            )
    return None


def _is_missed(sheet: Architecture, name: str, data: str) -> bool:
    """Whether some answers never come to a guard, nor from where this guard is held too."""
    missed = sheet.stages[name].missed
    return any(data not in sheet.components[ready].holds for ready in missed)


def fallback(sheet: Architecture) -> Breach | None:
    for name in sheet.stages:
        if sheet.components[name].kind != "device":
            sentence = _fallback_of(sheet, name)
            if sentence:
                return Breach("fallback", sentence, (name,))
    return None


def _fallback_of(sheet: Architecture, name: str) -> str:
    """What is wrong with what happens while a stage is down, '' if nothing."""
    prompt, whole = sheet.prompt, sheet.fallback.get(REQUEST)
    other = sheet.fallback.get(name, whole)
    if other == SKIP and sheet.components[name].calls > 1 and whole:
        other = whole  # late calls are left out; when all of them fail, the request does
    if other is None or other == name:
        return (
            f"Nothing is said about what a member sees while {name!r} is down. Give it, or "
            "'request' as a whole, a fallback."
        )
    here = sheet.components.get(other)
    waits = here is not None and here.kind == QUEUE
    if (other == NOTHING or waits) and not prompt.empty_allowed:
        return (
            f"While {name!r} is down the screen is empty; the prompt wants an answer, even a "
            "poorer one."
        )
    keeps_answers = here is not None and here.hit > 0
    if other in (LAST, NOTHING) or waits or keeps_answers:
        return ""
    if other == SKIP:
        held = _held(sheet, [each for each in sheet.stages if each != name])
        if any(enough <= held for enough in prompt.answers):
            return ""
        return f"{name!r} can't be skipped: without it no stage holds what an answer is made of."
    order = list(sheet.stages)
    before = order[: order.index(other)] if other in sheet.stages else []
    held = _held(sheet, [each for each in (*before, other) if each != name])
    if held & prompt.spares or any(enough <= held for enough in prompt.answers):
        return ""
    shown = sorted(prompt.spares.union(*prompt.answers))
    return f"The fallback of {name!r} is {other!r}, which holds nothing to show: {quoted(shown)}."


def _held(sheet: Architecture, names: list[str]) -> set[str]:
    return {data for name in names for data in sheet.components[name].holds}


def back(sheet: Architecture) -> Breach | None:
    allowed = sheet.prompt.minutes_back
    for name in sheet.stages:
        here = sheet.components[name]
        if here.versions > 1 or here.kind == "device":
            continue
        if here.kind in MODELS:
            return Breach(
                "back",
                f"A bad model in {name!r} would stay until another is trained; the prompt allows "
                f"{span(allowed)}. Keep two versions.",
                (name,),
            )
        for data in here.holds:
            takes = sum(
                sheet.run_minutes(job, frozenset({data}))
                for job, built in sheet.builds.items()
                if data in built and name in sheet.reached(job)
            )
            if takes > allowed * SLACK and data not in sheet.prompt.guards:
                return Breach(
                    "back",
                    f"A bad {data!r} in {name!r} would stay for {span(takes)}, until it is built "
                    f"again; the prompt allows {span(allowed)}. Keep two versions.",
                    (name,),
                )
    return None
