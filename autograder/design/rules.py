"""The rules of a design sheet. Each holds, or says in one sentence what breaks it, and where."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from . import rules_of_capacity as capacity
from . import rules_of_data as data
from . import rules_of_failure as failure
from .architecture import Architecture
from .breach import Breach


@dataclass(frozen=True)
class Rule:
    """A rule: its name, what it demands, and the test of it."""

    name: str
    demands: str
    test: Callable[[Architecture], Breach | None]


RULES: Mapping[str, Rule] = {
    rule.name: rule
    for rule in (
        Rule("answer", "The stages of the request hold what an answer is made of.", data.answer),
        Rule(
            "guard",
            "Every answer is held against the guards, even a ready one and even when something "
            "is down.",
            failure.guard,
        ),
        Rule(
            "bounds",
            "Shares of hits and numbers of items are those that the prompt allows.",
            capacity.bounds,
        ),
        Rule("load", "Every component carries its share of the peak.", capacity.load),
        Rule(
            "zone",
            "The copies left after the loss of one zone of three carry the peak.",
            capacity.zone,
        ),
        Rule("size", "Every store has room for all versions of what it holds.", data.size),
        Rule("latency", "99 of 100 requests keep the budget.", capacity.latency),
        Rule("cut", "Few calls meet their time limit.", capacity.cut),
        Rule("fallback", "When a stage is down, a member still sees something.", failure.fallback),
        Rule("build", "A job has ended before it starts again.", data.build),
        Rule(
            "fresh",
            "What a request reads is no older than the prompt allows.",
            data.fresh,
        ),
        Rule("back", "A bad version can be taken back in time.", failure.back),
        Rule("cost", "A month costs no more than the prompt has.", capacity.cost),
    )
}
GROUPS = {
    "data": ("answer", "size", "build", "fresh"),
    "failure": ("guard", "fallback", "back"),
    "load": ("bounds", "load", "zone"),
    "time": ("latency", "cut"),
    "cost": ("cost",),
}
"""The rules by the question that they answer together."""


def breaches(sheet: Architecture, rules: Collection[str] = RULES.keys()) -> Iterator[Breach]:
    """What the sheet breaks of these rules, in the order of `RULES`."""
    for name, rule in RULES.items():
        if name in rules and (breach := rule.test(sheet)) is not None:
            yield breach
