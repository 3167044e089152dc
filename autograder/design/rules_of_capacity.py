"""Rules: load, lost zones, time and money."""

from __future__ import annotations

from collections.abc import Mapping

from .architecture import Architecture, Component
from .breach import Breach
from .latency import share_below
from .load import dollars, loads
from .rules_of_data import SLACK
from .words import figure, span


def bounds(sheet: Architecture) -> Breach | None:
    prompt = sheet.prompt
    for name, here in sheet.components.items():
        if here.hit > prompt.most_hit + 1e-9:
            return Breach(
                "bounds",
                f"{name!r} answers {here.hit:.0%} by itself; the prompt has at most "
                f"{prompt.most_hit:.0%}.",
                (name,),
            )
        if here.hit and not (here.holds or here.decides) and (here.minutes or 0) < 1:
            return Breach(
                "bounds",
                f"{name!r} keeps an answer for {span(here.minutes or 0)}; the hits of the prompt "
                "are those of a minute or more.",
                (name,),
            )
        fewest = prompt.fewest_items.get(here.kind, 0)
        if here.items < fewest:
            return Breach(
                "bounds",
                f"'items' of {name!r} is {figure(here.items)}; the prompt has at least "
                f"{figure(fewest)} to score per request.",
                (name,),
            )
    return _hits_in_a_row(sheet)


def _hits_in_a_row(sheet: Architecture) -> Breach | None:
    """Caches behind each other answer no more together than the prompt gives."""
    most = sheet.prompt.most_hit
    for name, stage in sheet.stages.items():
        answered = 1 - stage.share
        if answered > most + 1e-9:
            return Breach(
                "bounds",
                f"Before {name!r}, hits answer {answered:.0%} of the requests together; the prompt "
                f"has at most {most:.0%}.",
                (name,),
            )
    return None


def load(sheet: Architecture) -> Breach | None:
    carried = loads(sheet)
    stages_first = [*sheet.stages, *(each for each in sheet.components if each not in sheet.stages)]
    for name in stages_first:
        here = sheet.components[name]
        if not _is_limited(here):
            continue
        capacity = here.copies * (here.part.per_second or 0)
        if carried[name] > capacity * SLACK:
            return Breach(
                "load",
                f"At the peak {name!r} gets {figure(carried[name])} {_unit(sheet, name)} per second"
                f"{_factors(sheet, name)}; {_product(here)}.",
                (name,),
            )
    return _load_of_a_fallback(sheet, carried)


def _is_limited(here: Component) -> bool:
    return here.part.per_second is not None and here.kind != "job"


def _unit(sheet: Architecture, name: str) -> str:
    if sheet.components[name].part.scores_items:
        return "items"
    called = name in sheet.stages or name in sheet.fallback.values()
    return "requests" if called else "events"


def _factors(sheet: Architecture, name: str) -> str:
    """How the load of a stage comes about: " (18,750 × 100 items)"."""
    here, stage = sheet.components[name], sheet.stages.get(name)
    if stage is None:
        return ""
    terms = [figure(sheet.prompt.peak)]
    terms += [f"{stage.share:.2g}"] if stage.share < 1 else []
    terms += [f"{figure(here.calls)} calls"] if here.calls > 1 else []
    terms += [f"{figure(here.items)} items"] if here.items > 1 else []
    return f" ({' × '.join(terms)})" if len(terms) > 1 else ""


def _product(here: Component) -> str:
    one = here.part.per_second or 0
    return f"{figure(here.copies)} × {figure(one)} are {figure(here.copies * one)}"


def _load_of_a_fallback(sheet: Architecture, carried: Mapping[str, float]) -> Breach | None:
    """A fallback that isn't called anyway carries what it stands in for as well."""
    for stage, other in sheet.fallback.items():
        here = sheet.components.get(other)
        if here is None or not _is_limited(here) or other in sheet.stages:
            continue
        share = sheet.stages[stage].share if stage in sheet.stages else 1.0
        requests = sheet.prompt.peak * share * here.items + carried[other]
        if requests > here.copies * (here.part.per_second or 0) * SLACK:
            return Breach(
                "load",
                f"While {stage!r} is down, its fallback {other!r} gets {figure(requests)} "
                f"{_unit(sheet, other)} per second; {_product(here)}.",
                (other,),
            )
    return None


def zone(sheet: Architecture) -> Breach | None:
    if not sheet.prompt.zone_unnoticed:
        return None
    carried = loads(sheet)
    for name in sheet.stages:
        here = sheet.components[name]
        one = here.part.per_second
        if one is None or carried[name] <= here.left * one * SLACK:
            continue
        if here.copies == 1:
            sentence = (
                f"There is one copy of {name!r}, and when its zone is lost so is every request. "
                "Run one in each of the three zones."
            )
        else:
            sentence = (
                f"When one zone of three is lost, {figure(here.left)} of {figure(here.copies)} "
                f"copies of {name!r} are left: {figure(here.left)} × {figure(one)} are "
                f"{figure(here.left * one)} of {figure(carried[name])} {_unit(sheet, name)} per "
                "second."
            )
        return Breach("zone", sentence, (name,))
    return None


def latency(sheet: Architecture) -> Breach | None:
    budget, p99 = sheet.prompt.budget_ms, sheet.time.quantile(0.99)
    if p99 <= budget * 1.01:
        return None
    times = {name: sheet.components[name].time(sheet.step_ms) for name in sheet.stages}
    slowest = max(times, key=lambda name: times[name].quantile(0.99))
    here, own = sheet.components[slowest], times[slowest]
    takes = f"up to {figure(round(p99))} ms"
    if sheet.time.is_beyond(0.99):
        takes = "more than three times the budget"
    stage = (
        "more than three budgets"
        if own.is_beyond(0.99)
        else (f"{figure(round(own.quantile(0.99)))} ms")
    )
    sentence = (
        f"99 of 100 requests take {takes}; the budget is {figure(budget)} ms. The slowest stage is "
        f"{slowest!r} with a p99 of {stage}.{_why_slow(here)}"
    )
    return Breach("latency", sentence, (slowest,))


def _why_slow(here: Component) -> str:
    if here.calls > 1:
        return (
            f" It waits for the slowest of {here.calls} calls: 1 − 0.99^{here.calls} = "
            f"{1 - 0.99**here.calls:.0%} of the requests meet a call beyond its p99."
        )
    return f" It scores {figure(here.items)} items." if here.items > 100 else ""


def cut(sheet: Architecture) -> Breach | None:
    for name in sheet.stages:
        here = sheet.components[name]
        if not here.timeout_ms:
            continue
        late = 1 - share_below(*here.ms, here.timeout_ms)
        if late > sheet.prompt.most_cut + 1e-9:
            return Breach(
                "cut",
                f"{name!r} may take {figure(here.timeout_ms)} ms, and {late:.0%} of its calls take "
                f"longer. A fallback is for {sheet.prompt.most_cut:.0%} of them at most.",
                (name,),
            )
    return None


def cost(sheet: Architecture) -> Breach | None:
    prices, month = dollars(sheet), sheet.prompt.month
    total = sum(prices.values())
    if total <= month * SLACK:
        return None
    dearest = sorted(prices, key=lambda name: -prices[name])[:3]
    terms = ", ".join(f"{name!r} {figure(round(prices[name]))}" for name in dearest)
    return Breach(
        "cost",
        f"A month costs {figure(round(total))} dollars; the prompt has {figure(month)}. Most of "
        f"it: {terms}.",
        tuple(dearest[:1]),
    )
