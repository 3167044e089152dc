"""Time as a distribution agrees with simulated requests."""

from __future__ import annotations

import math
import random
from dataclasses import replace

import pytest
from helpers.other_systems import VIDEO

from autograder.design import Architecture, read
from autograder.design.latency import Time, share_below, slowest

PROMPT = replace(VIDEO, budget_ms=200, most_hit=0.9)
SHEETS = {
    "in a row": ["front", "store", "ranker"],
    "at the same time": ["front", ["store", "ranker"], "end"],
    "a branch of two": ["front", ["end", ["store", "ranker"]]],
    "after a hit": ["front", "cache", "store", "ranker"],
    "a hit in a branch": ["front", ["end", ["cache", "store"]], "ranker"],
    "from the device": ["tv", "front", "store"],
    "the device for some of them": ["own", "front", "store"],
    "the device beside a service": [["tv", "front"], "end"],
    "the device alone": ["tv"],
}
COMPONENTS = {
    "front": {"part": "service", "copies": 3},
    "end": {"part": "search", "copies": 3},
    "store": {"part": "disk", "copies": 3, "calls": 8},
    "ranker": {"part": "trees", "copies": 3, "items": 500, "timeout_ms": 20},
    "cache": {"part": "cache", "copies": 3, "hit": 0.7, "minutes": 5},
    "tv": {"part": "device", "items": 100},
    "own": {"part": "device", "hit": 0.3, "minutes": 5},
}


def sheet_of(request: list) -> Architecture:
    def names(steps):
        return [
            name for step in steps for name in (names(step) if isinstance(step, list) else [step])
        ]

    components = {name: COMPONENTS[name] for name in names(request)}
    fallback = {"ranker": "skip"} if "ranker" in components else {}
    return read({"components": components, "request": request, "fallback": fallback}, PROMPT)


def one_time(median: float, p99: float, rng: random.Random) -> float:
    return rng.lognormvariate(math.log(median), math.log(p99 / median) / 2.3263478740408408)


def simulate(sheet: Architecture, rng: random.Random) -> float:
    """The ms of one request, written as a walk through the boxes."""

    def visit(name: str) -> float:
        here = sheet.components[name]
        times = [one_time(*here.ms, rng) for _ in range(here.calls)]
        return min(max(times), here.timeout_ms or math.inf)

    def walk(steps, at_home: bool) -> tuple[float, bool]:
        total = 0.0
        for step in steps:
            if isinstance(step, tuple):
                branches = [walk(b if isinstance(b, tuple) else (b,), at_home) for b in step]
                total += max(each for each, _ in branches)
                at_home = all(home for _, home in branches)
                continue
            here = sheet.components[step]
            if at_home and here.kind != "device":
                total, at_home = total + one_time(*PROMPT.network_ms, rng), False
            total += visit(step)
            if rng.random() < here.hit:
                return total, at_home
        return total, at_home

    return walk(sheet.request, True)[0]


@pytest.mark.parametrize("name", SHEETS)
def test_quantiles_are_those_of_simulated_requests(name):
    sheet = sheet_of(SHEETS[name])
    rng = random.Random(name)
    times = sorted(simulate(sheet, rng) for _ in range(20_000))
    for share, slack in ((0.5, 0.03), (0.9, 0.03), (0.99, 0.06)):
        expected = times[int(share * len(times))]
        assert sheet.time.quantile(share) == pytest.approx(expected, rel=slack, abs=1.5)


def test_p99s_do_not_add_up():
    sheet = sheet_of(["front", "store", "end"])
    stages = sum(sheet.components[name].time(1.0).quantile(0.99) for name in sheet.stages)
    assert sheet.time.quantile(0.99) < stages + PROMPT.network_ms[1] - 40


def test_of_forty_calls_a_third_of_the_requests_meet_one_beyond_the_p99():
    forty = Time.of_call(5, 50, 0.5, calls=40)
    below = sum(forty.chances[:101])
    assert below == pytest.approx(0.99**40, abs=0.01)


def test_times_far_beyond_the_budget_keep_all_their_probability():
    slow = Time.of_call(1e7, 1e8, 0.5)
    assert sum(slow.then(slow).chances) == pytest.approx(1, abs=1e-6)
    assert slow.is_beyond(0.5) and slowest([slow, Time.none(0.5)]).is_beyond(0.5)
    assert share_below(5, 5, 4.9) == 0 and share_below(5, 5, 5) == 1
