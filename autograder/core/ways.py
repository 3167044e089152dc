"""Two solutions of a bank that a learner gains most from reading side by side."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from .bank import Bank, Solution


def two_ways(bank: Bank) -> list[Solution]:
    """Two right solutions that have least in common, among the shorter half; [] for fewer than two.

    The shorter half, because a long one is written that way to try the checks, not to be read.
    """
    right = sorted(bank.right, key=lambda solution: len(solution.source))
    short = right[: max(3, (len(right) + 1) // 2)]
    pairs = itertools.combinations(short, 2)
    return list(
        max(pairs, key=lambda pair: difference(*(each.source for each in pair)), default=())
    )


def difference(one: str, other: str) -> float:
    """From 0 for the same code to 1 for nothing in common, by pairs of neighbouring tokens."""
    first, second = _pairs(one), _pairs(other)
    return 1 - (first & second).total() / max(1, (first | second).total())


def _pairs(source: str) -> Counter[tuple[str, str]]:
    tokens = re.findall(r"\w+|[^\w\s]", source)
    return Counter(itertools.pairwise(tokens))
