"""The few statistics of a report."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence

FEWEST = 10
"""Students without whom a correlation says nothing."""
BINS = 10


def discrimination(item: Sequence[float], rest: Sequence[float]) -> float | None:
    """The correlation of an item's scores with the students' scores in all else.

    None for fewer than `FEWEST` students, or where one of the two is the same for all.
    """
    if len(item) < FEWEST or len(set(item)) < 2 or len(set(rest)) < 2:
        return None
    value = statistics.correlation(item, rest)
    return None if math.isnan(value) else value


def histogram(shares: Sequence[float]) -> list[int]:
    """How many of these shares, 0 to 1 and beyond, are in each tenth; 1 is in the last one."""
    counts = [0] * BINS
    for share in shares:
        # A share such as 0.7 can be a hair below 7 tenths.
        counts[min(BINS - 1, max(0, math.floor(share * BINS + 1e-9)))] += 1
    return counts


def quartiles(values: Sequence[float]) -> tuple[float, float, float]:
    """The lower quartile, the median and the upper one; all 0 where there is no value."""
    if len(values) < 2:
        return (values[0],) * 3 if values else (0.0, 0.0, 0.0)
    low, middle, high = statistics.quantiles(values, n=4, method="inclusive")
    return low, middle, high
