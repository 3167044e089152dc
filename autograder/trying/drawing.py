"""Draw inputs with Hypothesis, and shrink a failing one to the smallest.

Hypothesis is imported on first use, so that importing the course costs nothing.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from typing import Any

SHRINK_SECONDS = 1.0


_shrinking = True


@contextlib.contextmanager
def without_shrinking() -> Iterator[None]:
    """Leave failing inputs as they are found, where only the fact of a failure is wanted."""
    global _shrinking
    before, _shrinking = _shrinking, False
    try:
        yield
    finally:
        _shrinking = before


class _Failed(Exception):
    pass


def _explore(
    strategy: Any, test: Callable[[Any], object], most: int, seed: int, shrinking: bool
) -> None:
    from hypothesis import HealthCheck, Phase, Verbosity, given, settings
    from hypothesis import seed as seeded

    phases = [Phase.generate, Phase.shrink] if shrinking else [Phase.generate]

    @seeded(seed)
    @settings(
        max_examples=most,
        database=None,
        deadline=None,
        phases=phases,
        suppress_health_check=list(HealthCheck),
        verbosity=Verbosity.quiet,
        report_multiple_bugs=False,
    )
    @given(strategy)
    def explore(drawn: Any) -> None:
        test(drawn)

    explore()


def draw(strategy: Any, most: int, seed: int) -> list[Any]:
    """Up to ``most`` values of ``strategy``, the same ones for the same ``seed``."""
    drawn: list[Any] = []
    _explore(strategy, drawn.append, most, seed, shrinking=False)
    return drawn


def shrink(strategy: Any, most: int, seed: int, fails: Callable[[Any], bool], first: Any) -> Any:
    """The smallest value of ``strategy`` for which ``fails`` that is found in about a second.

    ``first`` is a value known to fail; it comes back when nothing smaller is found.
    """
    from hypothesis.errors import HypothesisException

    if not _shrinking:
        return first
    smallest = first
    until = time.monotonic() + SHRINK_SECONDS

    def test(value: Any) -> None:
        nonlocal smallest
        if time.monotonic() < until and fails(value):
            smallest = value
            raise _Failed

    try:
        _explore(strategy, test, most, seed, shrinking=True)
    except (_Failed, HypothesisException):
        pass  # running out of time looks to Hypothesis like a flaky test
    return smallest
