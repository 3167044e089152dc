"""Time as a distribution: a p99 cannot be added up, a distribution can.

Each call takes a log-normal time through its part's median and p99. On a grid of equal steps,
stages in a row are convolved, and stages at the same time multiply their distribution functions.
Stages are taken to be slow for reasons of their own.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Sequence
from dataclasses import dataclass

STEPS_PER_BUDGET = 200
BINS = 3 * STEPS_PER_BUDGET
"""Times beyond three budgets are not told apart: the last bin holds them all."""
_Z99 = 2.3263478740408408
_SCALE = 2**31
"""Probabilities become integers of this scale, so that a product of two fits into 64 bits."""


@dataclass(frozen=True)
class Time:
    """The probabilities of 0, 1, 2, ... steps of ``step`` ms."""

    chances: tuple[float, ...]
    step: float

    @classmethod
    def none(cls, step: float) -> Time:
        """No time at all."""
        return cls((1.0,), step)

    @classmethod
    def of_call(
        cls,
        median: float,
        p99: float,
        step: float,
        *,
        calls: int = 1,
        limit: float | None = None,
    ) -> Time:
        """The slowest of ``calls`` log-normal calls, each cut off at ``limit`` ms."""
        chances: list[float] = []
        below = 0.0
        while below < 1 - 1e-9 and len(chances) < BINS - 1:
            upper = (len(chances) + 0.5) * step
            cut = limit is not None and upper >= limit
            now = 1.0 if cut else share_below(median, p99, upper) ** calls
            chances.append(now - below)
            below = now
        return cls((*chances, 1 - below), step)

    def then(self, other: Time) -> Time:
        """The time of both, one after the other."""
        return Time(_convolved(self.chances, other.chances), self.step)

    def only(self, share: float) -> Time:
        """This time for a ``share`` of the requests, no time for the others."""
        first, *rest = (share * chance for chance in self.chances)
        return Time((first + 1 - share, *rest), self.step)

    def quantile(self, share: float) -> float:
        """The ms that this share of the requests stays within."""
        below = 0.0
        for at, chance in enumerate(self.chances):
            below += chance
            if below >= share - 1e-7:
                return at * self.step
        return len(self.chances) * self.step

    def is_beyond(self, share: float) -> bool:
        """Whether the quantile is where times are no longer told apart."""
        return self.quantile(share) >= (BINS - 2) * self.step


def slowest(times: Sequence[Time]) -> Time:
    """The time of all, started together."""
    below, before, chances = [0.0] * len(times), 0.0, []
    for at in range(max(len(each.chances) for each in times)):
        for which, each in enumerate(times):
            below[which] += each.chances[at] if at < len(each.chances) else 0.0
        now = math.prod(min(each, 1.0) for each in below)
        chances.append(max(now - before, 0.0))
        before = now
    return Time(tuple(chances), times[0].step)


def share_below(median: float, p99: float, ms: float) -> float:
    """The share of log-normal times with this median and p99 that are below ``ms``."""
    if ms <= 0:
        return 0.0
    if p99 <= median:
        return float(ms >= median)
    spread = math.log(p99 / median) / _Z99
    return 0.5 * (1 + math.erf(math.log(ms / median) / spread / math.sqrt(2)))


def _convolved(one: Sequence[float], other: Sequence[float]) -> tuple[float, ...]:
    """The distribution of a sum.

    Both lists are written as one long integer, 64 bits per probability; the product of the two
    holds all sums of products. That is a hundred times as fast as two loops.
    """
    size = len(one) + len(other)
    product = _as_integer(one) * _as_integer(other)
    sums = struct.unpack(f"<{size}Q", product.to_bytes(8 * size, "little"))
    chances = [each / _SCALE**2 for each in sums]
    return (*chances[: BINS - 1], sum(chances[BINS - 1 :]))


def _as_integer(chances: Sequence[float]) -> int:
    digits = [round(chance * _SCALE) for chance in chances]
    return int.from_bytes(struct.pack(f"<{len(digits)}Q", *digits), "little")
