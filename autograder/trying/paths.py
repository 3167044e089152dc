"""Paths through the tree of choices that code with random numbers makes."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NoReturn

MOST_BRANCHES = 10_000
MOST_ORDERS = 720
LONGEST_PATH = 200
RAREST_PATH = 10**9  # one in so many

REMEMBERS = (
    "The same arguments and random numbers don't always lead to the same draws: something is kept "
    "between calls, or rng isn't the only source of randomness."
)


# Not Exceptions, so that ``except Exception`` in the code does not swallow them.
class Inexact(BaseException):
    """The code used a random number in a way that can't be enumerated."""


class Refused(BaseException):
    """The code did to the generator what it must not do; the text says what."""


class PathEnded(BaseException):
    """This path is too improbable, or too long, to follow further."""


class Path:
    """One path through the tree of choices: ``given`` (pick, width) pairs, then always the first.

    Once it has stopped, every further draw stops it again, in case the code swallowed the first.
    """

    def __init__(self, given: Sequence[tuple[int, int]]) -> None:
        self._given = given
        self._taken: list[tuple[int, int]] = []
        self._orders: list[tuple[object, ...]] = [()]
        # A Fraction is slow to multiply; this is its numerator and denominator.
        self._over, self._under = 1, 1
        self.stopped: BaseException | None = None
        self.gave_reals = False

    @property
    def chance(self) -> Fraction:
        """The probability of the choices made so far."""
        return Fraction(self._over, self._under)

    def stop(self, why: BaseException) -> NoReturn:
        """End this path; the first reason counts."""
        self.stopped = self.stopped or why
        raise self.stopped

    def choose(self, width: int) -> int:
        """Choose among ``width`` equally likely branches."""
        if width > MOST_BRANCHES:
            self.stop(Inexact())
        if width <= 1:
            return 0
        pick = self._pick(width)
        self._go_on(1, width)
        return pick

    def branch(self, chances: Sequence[Fraction]) -> int:
        """Choose among branches with these probabilities; those of probability 0 don't exist."""
        real = [index for index, chance in enumerate(chances) if chance]
        if len(real) == 1:
            return real[0]
        index = real[self._pick(len(real))]
        self._go_on(chances[index].numerator, chances[index].denominator)
        return index

    def _pick(self, width: int) -> int:
        if self.stopped:
            self.stop(self.stopped)
        at = len(self._taken)
        pick, width_before = self._given[at] if at < len(self._given) else (0, width)
        if width != width_before:
            self.stop(Refused(REMEMBERS))
        self._taken.append((pick, width))
        return pick

    def _go_on(self, over: int, under: int) -> None:
        self._over *= over
        self._under *= under
        if len(self._taken) > LONGEST_PATH or self._over * RAREST_PATH < self._under:
            self.stop(PathEnded())

    def first_of(self, one: object, other: object) -> bool:
        """Whether of two uniform numbers, known only by comparisons, ``one`` is the smaller.

        Given the comparisons so far, all orders of the numbers that agree with them are equally
        likely; a new number may stand anywhere.
        """
        for key in (one, other):
            if key not in self._orders[0]:
                places = range(len(self._orders[0]) + 1)
                if len(self._orders) * len(places) > MOST_ORDERS:
                    self.stop(Inexact())
                self._orders = [o[:at] + (key,) + o[at:] for o in self._orders for at in places]
        first = [order for order in self._orders if order.index(one) < order.index(other)]
        chance = Fraction(len(first), len(self._orders))
        is_first = self.branch([chance, 1 - chance]) == 0
        if is_first:
            self._orders = first
        else:
            self._orders = [o for o in self._orders if o.index(one) > o.index(other)]
        return is_first

    def is_ordered(self, key: object) -> bool:
        """Whether this number has been compared with another one."""
        return key in self._orders[0]

    def next(self) -> list[tuple[int, int]] | None:
        """What the next path in depth-first order is given, None after the last."""
        if len(self._taken) < len(self._given):
            self.stop(Refused(REMEMBERS))
        taken = self._taken
        while taken:
            pick, width = taken.pop()
            if pick + 1 < width:
                return [*taken, (pick + 1, width)]
        return None
