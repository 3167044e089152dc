"""How much time is left, on a machine that has other things to do as well."""

from __future__ import annotations

import time
from collections.abc import Callable

from autograder.core.limit import CLOCK_FACTOR, Spent


class Allowance:
    """Seconds that some work may take, counted as `limit.Spent` does.

    ``processor`` gives the processor seconds of what is limited. It is asked only when the time
    could be up: seconds that count never pass faster than those on the clock.
    """

    def __init__(self, seconds: float, processor: Callable[[], float] = time.process_time) -> None:
        self._seconds = seconds
        self._spent = Spent(processor)
        self._last = time.monotonic() + CLOCK_FACTOR * seconds
        self._look_at = time.monotonic() + seconds

    def left(self) -> float:
        """The seconds that are left, 0 when it is up."""
        return max(self._seconds - self._spent.seconds(), 0.0)

    def left_on_the_clock(self) -> float:
        """The most seconds that what is left can last, 0 when it is up."""
        return max(self._last - time.monotonic(), 0.0)

    def is_up(self) -> bool:
        """Whether nothing is left."""
        now = time.monotonic()
        if now < self._look_at:
            return False
        left = self.left()
        self._look_at = now + left
        return not left
