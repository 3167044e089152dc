"""The numbers of a prompt: what a design sheet is held against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from .parts import PARTS, Part


@dataclass(frozen=True)
class Data:
    """Data that the prompt names.

    ``source`` is where it arises, ``minutes`` the most that it may be old when a request reads it,
    ``build`` the number of items that a job works on for one build. Of data that is ``own`` a
    device holds its member's part alone, which takes hardly any room. ``daily`` is the share of
    it that changes within a day: a device that has the rest gets only that.
    """

    gigabytes: float
    source: str
    minutes: float
    build: float = 0
    own: bool = False
    daily: float = 1.0


@dataclass(frozen=True)
class Prompt:
    """What the interviewer says.

    Rates are per second. ``budget_ms`` is kept by 99 of 100 requests; ``network_ms`` is the median
    and the p99 of the way from the device and back. Each set of ``answers`` is enough data for
    an answer, ``guards`` are what every answer is held against, and any of the ``spares`` will do
    when something is down. ``fewest_items`` is by part. ``most_cut`` is the share of calls that may
    meet their time limit, ``devices`` the number that fetch. ``own_parts`` replace or extend
    `PARTS`.
    """

    peak: float
    average: float
    budget_ms: float
    network_ms: tuple[float, float]
    month: float
    sources: Mapping[str, float]
    data: Mapping[str, Data]
    answers: tuple[frozenset[str], ...]
    guards: frozenset[str] = frozenset()
    spares: frozenset[str] = frozenset()
    most_hit: float = 0.0
    fewest_items: Mapping[str, float] = field(default_factory=dict)
    zone_unnoticed: bool = True
    empty_allowed: bool = False
    minutes_back: float = 15
    most_cut: float = 0.02
    devices: float = 0
    own_parts: Mapping[str, Part] = field(default_factory=dict)

    def __post_init__(self) -> None:
        named = set().union(self.guards, self.spares, *self.answers)
        if unknown := sorted(named - self.data.keys()):
            raise ValueError(f"the prompt has no data {', '.join(unknown)}")
        if unknown := sorted({each.source for each in self.data.values()} - self.sources.keys()):
            raise ValueError(f"the prompt has no source {', '.join(unknown)}")

    @cached_property
    def parts(self) -> Mapping[str, Part]:
        """All parts that a sheet may use, by name."""
        return {**PARTS, **self.own_parts}
