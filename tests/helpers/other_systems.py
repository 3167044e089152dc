"""Unusual but sensible designs of other systems, with a prompt of their own each.

They were drawn before anybody tried the rules on them: a rule that rejects one is wrong. Numbers of
the prompts are invented.
"""

from __future__ import annotations

from autograder.design import Data, Prompt

HOUR, DAY, WEEK = 60, 1_440, 7 * 1_440

# Home page without a gateway: the TV has its member's rows, made at night, and asks one store
# what it may show. Nothing else runs by day.
VIDEO = Prompt(
    peak=21_000,
    average=6_900,
    budget_ms=200,
    network_ms=(40, 90),
    month=40_000,
    devices=150_000_000,
    sources={"plays": 50_000, "catalogue": 1, "rights": 5},
    data={
        "rows": Data(180, "plays", 3 * DAY, build=900_000_000, own=True),
        "members": Data(77, "plays", 2 * DAY, build=300_000_000, own=True),
        "titles": Data(0.005, "catalogue", 2 * DAY, build=20_000, daily=0.01),
        "watched": Data(6, "plays", 10, own=True),
        "allowed": Data(0.02, "rights", 60),
        "popular": Data(0.001, "plays", 2 * DAY, build=20_000),
    },
    answers=(frozenset({"members", "titles"}), frozenset({"rows"})),
    guards=frozenset({"watched", "allowed"}),
    spares=frozenset({"popular"}),
    most_hit=0.1,
    fewest_items={"vectors": 20_000, "trees": 75, "gpu": 75, "encoder": 75},
)
video = {
    "components": {
        "tv": {"part": "device", "holds": ["rows", "watched"], "items": 75},
        "filter": {"part": "memory", "copies": 3, "holds": ["allowed"]},
        "log": {"part": "queue", "copies": 6},
        "night": {"part": "job", "copies": 20, "minutes": DAY},
        "shelf": {"part": "file"},
    },
    "request": [["tv", "filter"]],
    "updates": [
        ["plays", "log", "night", "shelf", "tv"],
        ["plays", "tv"],
        ["rights", "filter"],
    ],
    "fallback": {"filter": "last"},
}

# Ad breaks: a network scores each episode when it arrives, an editor may overrule it, and the
# player reads a manifest. No request ever waits for a model.
AD_BREAK = Prompt(
    peak=5_000,
    average=1_500,
    budget_ms=300,
    network_ms=(40, 120),
    month=12_000,
    sources={"episodes": 0.01, "editors": 0.1},
    data={
        "manifests": Data(2, "episodes", DAY, build=100_000),
        "overrules": Data(0.01, "editors", 30),
    },
    answers=(frozenset({"manifests"}),),
    guards=frozenset({"overrules"}),
    most_hit=0.9,
    fewest_items={"gpu": 900},
    empty_allowed=True,
)
ad_break = {
    "components": {
        "arrivals": {"part": "queue", "copies": 1},
        "scorer": {"part": "gpu", "copies": 2, "items": 900},
        "desk": {"part": "database", "copies": 2},
        "publish": {"part": "job", "copies": 1, "minutes": 20},
        "edge": {"part": "edge", "holds": ["manifests", "overrules"], "minutes": 5},
    },
    "request": ["edge"],
    "updates": [
        ["episodes", "arrivals", "scorer", "desk", "publish", "edge"],
        ["editors", "desk"],
    ],
    "fallback": {"edge": "nothing"},  # no break: the film goes on
}

# Uploads: known pictures are found by hash, a cheap model clears nearly all others, and a network
# sees the rest. What can't be judged waits in a queue for people.
UNSAFE = Prompt(
    peak=3_500,
    average=1_160,
    budget_ms=1_000,
    network_ms=(60, 200),
    month=60_000,
    sources={"reports": 2, "hash_lists": 0.01, "reviewers": 5},
    data={
        "hashes": Data(1.5, "hash_lists", 2 * HOUR),
        "policy": Data(0.001, "reviewers", HOUR),
    },
    answers=(frozenset({"hashes", "policy"}),),
    guards=frozenset({"hashes"}),
    most_hit=0.96,
    empty_allowed=True,
    minutes_back=30,
)
unsafe = {
    "components": {
        "door": {"part": "service", "copies": 6},
        "known": {"part": "memory", "copies": 3, "holds": ["hashes"], "hit": 0.02},
        "cheap": {"part": "trees", "copies": 3, "items": 1, "hit": 0.95},
        "network": {"part": "gpu", "copies": 3, "items": 10, "timeout_ms": 100},
        "verdict": {"part": "service", "copies": 3, "holds": ["policy"]},
        "people": {"part": "queue", "copies": 2},
        "trainer": {"part": "job", "copies": 2, "minutes": DAY},
    },
    "request": ["door", "known", "cheap", "network", "verdict"],
    "updates": [
        ["hash_lists", "known"],
        ["reviewers", "verdict"],
        ["reports", "people", "trainer", "network"],
    ],
    "fallback": {"network": "people", "cheap": "people", "request": "people"},
}

# A weekly list that is part of the app: it is fetched once and works in a tunnel.
WEEKLY = Prompt(
    peak=30_000,
    average=5_000,
    budget_ms=300,
    network_ms=(50, 200),
    month=30_000,
    devices=250_000_000,
    sources={"plays": 60_000, "catalogue": 1},
    data={
        "lists": Data(60, "plays", 3 * WEEK, build=7_500_000_000, own=True),
        "charts": Data(0.001, "plays", 3 * WEEK, build=10_000),
    },
    answers=(frozenset({"lists"}),),
    spares=frozenset({"charts"}),
    most_hit=0.9,
    minutes_back=WEEK,
)
weekly = {
    "components": {
        "app": {"part": "device", "holds": ["lists"], "minutes": WEEK},
        "store": {"part": "file"},
        "log": {"part": "queue", "copies": 6},
        "sunday": {"part": "job", "copies": 25, "minutes": WEEK},
    },
    "request": ["app"],
    "updates": [["plays", "log", "sunday", "store", "app"]],
    "fallback": {},
}

# Sentiment of a forum: one machine, one file, and a person who labels two hundred texts a week.
FORUM = Prompt(
    peak=20,
    average=2,
    budget_ms=800,
    network_ms=(60, 200),
    month=600,
    sources={"comments": 1, "labels": 0.001},
    data={
        "scores": Data(0.01, "comments", 2 * HOUR, build=60_000),
        "week": Data(0.001, "comments", 2 * WEEK, build=60_000),
    },
    answers=(frozenset({"scores"}),),
    spares=frozenset({"week"}),
    most_hit=0.95,
    zone_unnoticed=False,
    minutes_back=DAY,
)
forum = {
    "components": {
        "browser": {"part": "device", "hit": 0.8, "minutes": 5},
        "box": {"part": "service", "copies": 1, "holds": ["scores"]},
        "hourly": {"part": "job", "copies": 1, "minutes": HOUR},
        "archive": {"part": "file", "holds": ["week"]},
        "retrain": {"part": "job", "copies": 1, "minutes": WEEK},
    },
    "request": ["browser", "box"],
    "updates": [
        ["comments", "hourly", "box"],
        ["labels", "retrain", "hourly"],
        ["hourly", "archive"],
    ],
    "fallback": {"box": "archive"},
}

SENSIBLE = {
    "video": (VIDEO, video),
    "ad break": (AD_BREAK, ad_break),
    "unsafe content": (UNSAFE, unsafe),
    "weekly list": (WEEKLY, weekly),
    "forum sentiment": (FORUM, forum),
}
