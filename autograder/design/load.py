"""What a sheet carries and costs: requests per second, dollars per month."""

from __future__ import annotations

import math
from collections.abc import Mapping

from .architecture import Architecture
from .parts import DAY, MESSAGE_GIGABYTES, MONTH_SECONDS


def loads(sheet: Architecture) -> Mapping[str, float]:
    """The requests, events or items per second at the peak, by component."""
    loads = dict.fromkeys(sheet.components, 0.0)
    for name, stage in sheet.stages.items():
        here = sheet.components[name]
        loads[name] += sheet.prompt.peak * stage.share * here.calls * here.items
    for source, events in sheet.prompt.sources.items():
        for name in _sees_every_event(sheet, source):
            loads[name] += events
    for name, fetches in fetches_per_second(sheet).items():
        loads[name] += fetches
    return loads


def _sees_every_event(sheet: Architecture, source: str) -> set[str]:
    """The queues and streams that the events of a source come to one by one."""
    seen: set[str] = set()
    waiting = [source]
    while waiting:
        here = waiting.pop()
        for a, b in sheet.edges:
            if a == here and b not in seen and sheet.components[b].kind in ("queue", "stream"):
                seen.add(b)
                waiting.append(b)
    return seen


def fetches_per_second(sheet: Architecture) -> Mapping[str, float]:
    """How often devices fetch, by the component that they fetch from. A push is not asked."""
    found: dict[str, float] = {}
    for name, device, _ in sheet.fetches:
        if sheet.components[name].kind != "push":
            every = 60 * sheet.fetch_minutes(device)
            found[name] = found.get(name, 0.0) + sheet.prompt.devices / every
    return found


def dollars(sheet: Architecture) -> Mapping[str, float]:
    """The price of a month, by component."""
    fetched = fetches_per_second(sheet)
    prices = {}
    for name, here in sheet.components.items():
        stage = sheet.stages.get(name)
        called = sheet.prompt.average * stage.share * here.calls if stage else 0.0
        requests = (called + fetched.get(name, 0.0)) * MONTH_SECONDS
        prices[name] = here.copies * here.part.month + requests / 1e6 * here.part.million
    for name, device, data in sheet.fetches:
        part = sheet.components[name].part
        if sheet.components[name].kind == "push":
            sent = sum(_messages(sheet, name, each) for each in data)
            prices[name] += sent / 1e6 * part.million
        else:
            bytes_of_all = sum(_fetched_gigabytes(sheet, device, each) for each in data)
            prices[name] += bytes_of_all * part.gigabyte
    return prices


def _fetched_gigabytes(sheet: Architecture, device: str, data: str) -> float:
    """What all devices fetch of ``data`` in a month: each time, what has changed since."""
    facts, every = sheet.prompt.data[data], sheet.fetch_minutes(device)
    if facts.own:
        return 0.0  # a member's own part is hardly anything
    changed = facts.gigabytes * min(1.0, facts.daily * every / DAY)
    return sheet.prompt.devices * changed * MONTH_SECONDS / (60 * every)


def _messages(sheet: Architecture, push: str, data: str) -> float:
    """The messages of a month: what has changed since the last time, in pieces of 4 kB.

    It goes out when a job before the push has run; without one, with each event.
    """
    facts, prompt = sheet.prompt.data[data], sheet.prompt
    jobs = [
        sheet.components[job].minutes or DAY
        for job in sheet.builds
        if push in sheet.reached(job) and job in sheet.reached(facts.source)
    ]
    if not jobs:
        events = prompt.sources[facts.source] * MONTH_SECONDS
        return events if facts.own else events * prompt.devices
    every = max(jobs)
    changed = 0.0 if facts.own else facts.gigabytes * min(1.0, facts.daily * every / DAY)
    pieces = max(1, math.ceil(changed / MESSAGE_GIGABYTES - 1e-9))
    return pieces * prompt.devices * MONTH_SECONDS / (60 * every)
