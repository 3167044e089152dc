"""Draw inputs with Hypothesis, and shrink a failing one to the smallest.

Hypothesis is imported on first use, so that importing the course costs nothing.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

MOST_TRIED = 600
"""Inputs that are tried to make one small, so that each machine finds the same."""


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


def is_shrinking() -> bool:
    """Whether small inputs are looked for."""
    return _shrinking


class _Failed(Exception):
    pass


class _Enough(BaseException):
    """Ends the search at once; Hypothesis takes it for Ctrl-C."""


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


def shrink(
    strategy: Any,
    most: int,
    seed: int,
    fails: Callable[[Any], bool],
    first: Any,
    is_over: Callable[[], bool] = lambda: False,
) -> Any:
    """The smallest value of ``strategy`` for which ``fails`` among the first `MOST_TRIED`.

    ``first`` is a value known to fail; it comes back when nothing smaller is found. ``is_over``
    says that there is no time for another one.
    """
    from hypothesis.errors import HypothesisException

    if not _shrinking:
        return first
    smallest, tried = first, 0

    def test(value: Any) -> None:
        nonlocal smallest, tried
        tried += 1
        if tried > MOST_TRIED or is_over():
            raise _Enough
        if fails(value):
            smallest = value
            raise _Failed

    try:
        _explore(strategy, test, most, seed, shrinking=True)
    except (_Failed, _Enough, HypothesisException):
        pass  # an answer that keeps something looks to Hypothesis like a flaky test
    return smallest
