"""Rules: no good design is rejected, and each mistake is named by its own rule."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

import pytest
from helpers.other_systems import SENSIBLE

from autograder.design import GROUPS, RULES, Data, Part, Prompt, breaches, read

NIGHTLY = 1_440
PROMPT = Prompt(
    peak=2_000,
    average=500,
    budget_ms=100,
    network_ms=(20, 40),
    month=6_000,
    devices=1_000_000,
    sources={"orders": 100, "menu": 0.1},
    data={
        "dishes": Data(10, "menu", 2 * NIGHTLY, build=5_000_000, daily=0.01),
        "trends": Data(0.1, "orders", 60, build=10_000),
        "sold_out": Data(0.01, "orders", 5),
        "classics": Data(0.001, "menu", 2 * NIGHTLY, daily=0.0001),
    },
    answers=(frozenset({"dishes", "trends"}),),
    guards=frozenset({"sold_out"}),
    spares=frozenset({"classics"}),
    most_hit=0.5,
    fewest_items={"trees": 20},
)
SHEET = {
    "components": {
        "front": {"part": "service", "copies": 6},
        "store": {"part": "memory", "copies": 3, "holds": ["dishes", "trends", "sold_out"]},
        "ranker": {"part": "trees", "copies": 3, "items": 20},
        "night": {"part": "job", "copies": 2, "minutes": NIGHTLY},
        "recent": {"part": "stream", "copies": 1},
        "app": {"part": "device", "holds": ["classics"]},
        "cdn": {"part": "edge"},
    },
    "request": ["front", "store", "ranker"],
    "updates": [
        ["menu", "night", "store"],
        ["orders", "recent", "store"],
        ["menu", "cdn", "app"],
    ],
    "fallback": {"ranker": "skip", "request": "app"},
}


def broken(sheet: dict = SHEET, prompt: Prompt = PROMPT) -> dict[str, str]:
    """The sentence of each rule that is broken."""
    return {breach.rule: breach.sentence for breach in breaches(read(sheet, prompt))}


def edited(**changes) -> dict:
    """The sheet with keys of components changed (None drops one), or whole keys of its own."""
    sheet = deepcopy(SHEET)
    for name, change in changes.items():
        if name in sheet:
            sheet[name] = change
        elif change is None:
            del sheet["components"][name]
        else:
            sheet["components"].setdefault(name, {}).update(change)
    return sheet


def test_the_sheet_of_these_tests_breaks_nothing():
    assert broken() == {}


@pytest.mark.parametrize("name", SENSIBLE)
def test_sensible_designs_of_other_systems_break_nothing(name):
    prompt, sheet = SENSIBLE[name]
    assert broken(sheet, prompt) == {}


def test_every_rule_belongs_to_one_group():
    assert sorted(name for names in GROUPS.values() for name in names) == sorted(RULES)


MISTAKES = {
    "the request reads no trends": (
        "answer",
        edited(store={"holds": ["dishes", "sold_out"]}, fallback={"request": "app"}),
        "'dishes' with 'trends'",
    ),
    "nothing is held against sold out dishes": (
        "guard",
        edited(store={"holds": ["dishes", "trends"]}),
        "'sold_out'",
    ),
    "half of the answers never meet the guard": (
        "guard",
        edited(
            ready={"part": "cache", "copies": 3, "holds": ["classics"], "hit": 0.5},
            request=["front", "ready", "store", "ranker"],
            updates=[*SHEET["updates"], ["menu", "ready"]],
        ),
        "50% of the answers come from 'ready' and never reach 'store'",
    ),
    "the guard is skipped": (
        "guard",
        edited(
            rules={"part": "memory", "copies": 3, "holds": ["sold_out"]},
            store={"holds": ["dishes", "trends"]},
            request=["front", ["store", "rules"], "ranker"],
            updates=[*SHEET["updates"], ["orders", "rules"]],
            fallback={"ranker": "skip", "rules": "skip", "request": "app"},
        ),
        "When 'rules' is down it is skipped",
    ),
    "more hits than the prompt has": (
        "bounds",
        edited(
            cache={"part": "cache", "copies": 3, "hit": 0.8, "minutes": 2},
            request=["front", "cache", "store", "ranker"],
        ),
        "'cache' answers 80% by itself",
    ),
    "two caches in a row": (
        "bounds",
        edited(
            near={"part": "cache", "copies": 3, "hit": 0.5, "minutes": 1},
            far={"part": "cache", "copies": 3, "hit": 0.5, "minutes": 1},
            request=["front", "near", "far", "store", "ranker"],
        ),
        "Before 'store', hits answer 75% of the requests together",
    ),
    "hits of a cache that keeps nothing": (
        "bounds",
        edited(
            cache={"part": "cache", "copies": 3, "hit": 0.5, "minutes": 0.1},
            request=["front", "cache", "store", "ranker"],
        ),
        "'cache' keeps an answer for 0.1 minutes",
    ),
    "a ranker of two dishes": ("bounds", edited(ranker={"items": 2}), "'items' of 'ranker' is 2"),
    "sized for the average": (
        "load",
        edited(front={"copies": 1}),
        "At the peak 'front' gets 2,000 requests per second; 1 × 1,000 are 1,000.",
    ),
    "three calls of each request": (
        "load",
        edited(front={"calls": 4}),
        "gets 8,000 requests per second (2,000 × 4 calls); 6 × 1,000 are 6,000.",
    ),
    "devices fetch each minute from a service": (
        "load",
        edited(cdn={"part": "service", "copies": 3}, app={"minutes": 1}),
        "'cdn' gets 16,667 events per second",
    ),
    "a fallback too small for the peak": (
        "load",
        edited(
            spare={"part": "database", "copies": 2, "holds": ["classics"]},
            updates=[*SHEET["updates"], ["menu", "spare"]],
            fallback={"ranker": "skip", "request": "spare"},
        ),
        "While 'request' is down, its fallback 'spare' gets 2,000 requests per second",
    ),
    "no room for a lost zone": (
        "zone",
        edited(front={"copies": 2}),
        "1 of 2 copies of 'front' are left: 1 × 1,000 are 1,000 of 2,000 requests per second.",
    ),
    "one copy": ("zone", edited(ranker={"copies": 1}), "There is one copy of 'ranker'"),
    "two versions don't fit": (
        "size",
        edited(store={"part": "vectors", "copies": 3, "items": 100}),
        "(dishes 10 × 2 versions + trends 0.1 + sold_out 0.01); 2 × 8 are 16 with a zone lost.",
    ),
    "the menu is too large for an app": (
        "size",
        edited(app={"holds": ["classics", "dishes"]}),
        "'app' holds 10 GB (dishes 10 + classics 0.001); there is room for 0.05.",
    ),
    "a network that reads each dish": (
        "latency",
        edited(ranker={"part": "encoder", "copies": 60, "items": 100}),
        "The slowest stage is 'ranker' with a p99 of 120 ms.",
    ),
    "forty shards on disk": (
        "latency",
        edited(store={"part": "disk", "copies": 30, "calls": 40}),
        "1 − 0.99^40 = 33% of the requests meet a call beyond its p99.",
    ),
    "a time limit that every call meets": (
        "cut",
        edited(ranker={"timeout_ms": 1.4}),
        "50% of its calls take longer",
    ),
    "nothing is said about a stage that is down": (
        "fallback",
        edited(fallback={"ranker": "skip"}),
        "Nothing is said about what a member sees while 'front' is down.",
    ),
    "an empty screen": (
        "fallback",
        edited(fallback={"ranker": "skip", "request": "nothing"}),
        "the screen is empty",
    ),
    "the store is skipped": (
        "fallback",
        edited(
            rules={"part": "memory", "copies": 3, "holds": ["sold_out"]},
            store={"holds": ["dishes", "trends"]},
            request=["front", ["store", "rules"], "ranker"],
            updates=[*SHEET["updates"], ["orders", "rules"]],
            fallback={"store": "skip", "request": "app"},
        ),
        "'store' can't be skipped",
    ),
    "a stand-in with nothing to show": (
        "fallback",
        edited(fallback={"ranker": "skip", "store": "cdn", "request": "app"}),
        "The fallback of 'store' is 'cdn', which holds nothing to show",
    ),
    "the night is too short": (
        "build",
        edited(night={"minutes": 30, "copies": 2}),
        "'night' starts every 30 minutes and takes 41.7 minutes: 5,000,000 items (dishes)",
    ),
    "nobody writes the trends": (
        "fresh",
        edited(recent=None, updates=[["menu", "night", "store"], ["menu", "cdn", "app"]]),
        "Nothing writes 'trends' into 'store'. Give 'updates' a chain from 'orders' to it.",
    ),
    "sold out dishes come at night": (
        "fresh",
        edited(
            recent=None,
            updates=[["menu", "night", "store"], ["orders", "night"], ["menu", "cdn", "app"]],
        ),
        "'sold_out' in 'store' can be 24.7 hours old",
    ),
    "answers are kept for an hour": (
        "fresh",
        edited(
            cache={"part": "cache", "copies": 3, "hit": 0.5, "minutes": 60},
            request=["front", "cache", "store", "ranker"],
        ),
        "'sold_out' in 'store' can be 60.5 minutes old (recent 0.5 + kept in a cache 60 minutes)",
    ),
    "no earlier model": ("back", edited(ranker={"versions": 1}), "Keep two versions."),
    "no earlier menu": (
        "back",
        edited(store={"versions": 1}),
        "A bad 'dishes' in 'store' would stay for 41.7 minutes",
    ),
    "fifty copies to be safe": (
        "cost",
        edited(front={"copies": 60}),
        "A month costs 8,215 dollars; the prompt has 6,000. Most of it: 'front' 6,000",
    ),
    "devices that fetch all the time": (
        "cost",
        edited(app={"minutes": 1}),
        "'cdn' 21,600",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_named_by_its_rule(name):
    rule, sheet, said = MISTAKES[name]
    found = broken(sheet)
    assert said in found[rule], found


def test_a_mistake_breaks_few_other_rules():
    """One cause, one red line: nearly all of these sheets break one group of rules alone."""
    groups = {rule: group for group, rules in GROUPS.items() for rule in rules}
    alone = [
        name
        for name, (_, sheet, _) in MISTAKES.items()
        if len({groups[rule] for rule in broken(sheet)}) == 1
    ]
    assert len(alone) >= 0.7 * len(MISTAKES), sorted(set(MISTAKES) - set(alone))


def test_a_push_is_priced_by_what_it_carries():
    """What is sent to every device is never free: by message, and a message holds 4 kB."""

    def cost(data: Data) -> float:
        sheet = edited(
            cdn={"part": "push"},
            hourly={"part": "job", "copies": 1, "minutes": 60},
            updates=[*SHEET["updates"][:2], ["menu", "hourly", "cdn", "app"]],
        )
        prompt = replace(PROMPT, month=1, data={**PROMPT.data, "classics": data})
        return float(broken(sheet, prompt)["cost"].split()[3].replace(",", ""))

    small = Data(0.001, "menu", 2 * NIGHTLY, daily=0.0001)
    others = cost(small) - 72  # 720 times a month to a million devices, a message each
    assert cost(replace(small, daily=0.01)) == pytest.approx(others + 72)
    assert cost(replace(small, daily=0.24)) == pytest.approx(others + 72 * 3)
    assert cost(replace(small, daily=1)) == pytest.approx(others + 72 * 11)
    assert cost(replace(small, daily=24)) == pytest.approx(others + 72 * 250)


def test_events_that_go_through_one_by_one_load_a_queue_and_a_stream():
    prompt = replace(PROMPT, sources={**PROMPT.sources, "orders": 12_000})
    assert "'recent' gets 12,000 events per second; 1 × 5,000" in broken(SHEET, prompt)["load"]
    sheet = edited(recent={"part": "queue", "copies": 1})
    assert "'recent' gets 12,000 events per second; 1 × 10,000" in broken(sheet, prompt)["load"]


def test_a_prompt_may_bring_a_part_of_its_own():
    own = Part("a mainframe", 100_000, (1, 2), gigabytes=1_000, month=5_000, minutes=0)
    sheet = edited(store={"part": "mainframe"})
    assert broken(sheet, replace(PROMPT, own_parts={"mainframe": own}))["cost"]


def test_a_prompt_that_names_unknown_data_is_refused():
    with pytest.raises(ValueError, match="no data soup"):
        replace(PROMPT, guards=frozenset({"soup"}))
    with pytest.raises(ValueError, match="no source kitchen"):
        replace(PROMPT, data={**PROMPT.data, "soup": Data(1, "kitchen", 5)})


def test_a_cascade_passes_a_share_on_and_what_it_clears_meets_the_guard_before():
    sheet = edited(
        cheap={"part": "trees", "copies": 3, "items": 20, "hit": 0.5},
        request=["front", "store", "cheap", "ranker"],
    )
    assert broken(sheet) == {}
    sheet["request"] = ["front", "cheap", "store", "ranker"]
    assert "never reach 'store'" in broken(sheet)["guard"]


def test_a_queue_may_keep_the_request_where_nothing_has_to_be_shown():
    sheet = edited(
        later={"part": "queue", "copies": 1},
        fallback={"ranker": "skip", "request": "later"},
    )
    assert "the screen is empty" in broken(sheet)["fallback"]
    assert broken(sheet, replace(PROMPT, empty_allowed=True)) == {}
