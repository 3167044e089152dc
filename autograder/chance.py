"""Exact distributions of code that draws random numbers.

The code gets a ``random.Random`` whose outcomes are enumerated: each choice it makes is a
branch with a known probability, and the code is run once for every path. So a check compares
exact fractions, not frequencies.
"""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from fractions import Fraction

from .exercise import Law, Trouble

DEEPEST_PATH = 400
RAREST_PATH = Fraction(1, 10**9)


class Inexact(BaseException):
    """The code used a random number in a way that can't be enumerated."""


class Reseeded(BaseException):
    """The code seeded the generator that it was given, or set its state."""


class _PathEnded(BaseException):
    """This path is too improbable, or too long, to follow further."""


class _Path:
    """One path through the tree of choices: the first ones are given, then always the first."""

    def __init__(self, given: Sequence[int]) -> None:
        self._given = given
        self.taken: list[int] = []
        self.widths: list[int] = []
        self.chance = Fraction(1)

    def branch(self, chances: Sequence[Fraction]) -> int:
        """Choose among branches with these probabilities; those of probability 0 don't exist."""
        real = [(i, p) for i, p in enumerate(chances) if p > 0]
        at = len(self.taken)
        pick = self._given[at] if at < len(self._given) else 0
        index, chance = real[pick]
        self.chance *= chance
        if at > DEEPEST_PATH or self.chance < RAREST_PATH:
            raise _PathEnded
        self.taken.append(pick)
        self.widths.append(len(real))
        return index

    def next(self) -> list[int] | None:
        """The choices of the next path in depth-first order, None after the last."""
        taken = list(self.taken)
        while taken:
            if taken[-1] + 1 < self.widths[len(taken) - 1]:
                taken[-1] += 1
                return taken
            taken.pop()
        return None


class Uniform:
    """A random real number in [low, high), known only as far as the code has asked.

    Comparing it with a number is a branch that narrows the interval; so is taking its integer
    part. Sums and products with constants stay exact. Asking for its digits is `Inexact`.
    """

    __slots__ = ("_path", "_span", "_scale", "_shift")

    def __init__(self, path: _Path, span=None, scale=Fraction(1), shift=Fraction(0)) -> None:
        self._path = path
        self._span = span if span is not None else [Fraction(0), Fraction(1)]
        self._scale = scale
        self._shift = shift

    def _ends(self) -> tuple[Fraction, Fraction]:
        low, high = (self._scale * end + self._shift for end in self._span)
        return (low, high) if low <= high else (high, low)

    def _below(self, other) -> bool:
        low, high = self._ends()
        cut = min(max(_fraction(other), low), high)
        below = (cut - low) / (high - low)
        is_below = self._path.branch([below, 1 - below]) == 0
        self._narrow(low if is_below else cut, cut if is_below else high)
        return is_below

    def _narrow(self, low: Fraction, high: Fraction) -> None:
        ends = sorted((end - self._shift) / self._scale for end in (low, high))
        self._span[:] = ends

    # A single point has probability 0, so < and <= are the same event.
    def __lt__(self, other):
        return self._below(other)

    __le__ = __lt__

    def __gt__(self, other):
        return not self._below(other)

    __ge__ = __gt__

    def __eq__(self, other):
        return self is other

    __hash__ = None

    def __bool__(self):
        return True

    def __mul__(self, other):
        factor = _fraction(other)
        if factor == 0:
            return 0.0
        return Uniform(self._path, self._span, self._scale * factor, self._shift * factor)

    __rmul__ = __mul__

    def __truediv__(self, other):
        return self * (1 / _fraction(other))

    def __add__(self, other):
        return Uniform(self._path, self._span, self._scale, self._shift + _fraction(other))

    __radd__ = __add__

    def __sub__(self, other):
        return self + -_fraction(other)

    def __rsub__(self, other):
        return self * -1 + other

    def __neg__(self):
        return self * -1

    def __floor__(self) -> int:
        low, high = self._ends()
        first, last = math.floor(low), math.ceil(high) - 1
        if last - first > 10_000:
            raise Inexact
        cuts = [low, *map(Fraction, range(first + 1, last + 1)), high]
        parts = [(b - a) / (high - low) for a, b in zip(cuts, cuts[1:])]
        part = self._path.branch(parts)
        self._narrow(cuts[part], cuts[part + 1])
        return first + part

    def __trunc__(self) -> int:
        low, high = self._ends()
        if low < 0 < high:
            raise Inexact
        return self.__floor__() if low >= 0 else -(-self).__floor__()

    __int__ = __trunc__

    def __ceil__(self) -> int:
        return self.__floor__() + 1

    def __floordiv__(self, other):
        return (self / other).__floor__()

    def _inexact(self, *args):
        raise Inexact

    __float__ = __index__ = __pow__ = __rpow__ = __rtruediv__ = __mod__ = __round__ = _inexact
    __abs__ = __repr__ = __str__ = __format__ = __complex__ = _inexact


def _fraction(number) -> Fraction:
    if isinstance(number, Uniform):
        raise Inexact
    return Fraction(number).limit_denominator(10**9) if isinstance(number, float) else Fraction(
        number
    )


class ScriptedRandom(random.Random):
    """A ``random.Random`` that takes its outcomes from a path."""

    def __init__(self, path: _Path) -> None:
        self._path = path
        super().__init__(0)
        self._ready = True

    def _randbelow(self, n: int) -> int:
        if n <= 0:
            return 0
        if n > 10_000:
            raise Inexact
        return self._path.branch([Fraction(1, n)] * n)

    def random(self):
        return Uniform(self._path)

    def getrandbits(self, k: int) -> int:
        return self._randbelow(1 << k) if k <= 12 else self._no_bits()

    def _no_bits(self):
        raise Inexact

    def seed(self, *args, **kwargs) -> None:
        if getattr(self, "_ready", False):
            raise Reseeded

    def setstate(self, state) -> None:
        raise Reseeded


def enumerate_law(run: Callable[[random.Random], Hashable], most_paths: int = 20_000) -> Law:
    """The exact law of ``run(rng)`` over all outcomes of ``rng``.

    ``run`` returns a hashable value, or a `Trouble`, which ends the enumeration. Gives up, as
    inexact, after ``most_paths`` paths.
    """
    chances: defaultdict[Hashable, Fraction] = defaultdict(Fraction)
    unresolved = Fraction(0)
    given: list[int] | None = []
    for _ in range(most_paths):
        path = _Path(given)
        try:
            value = run(ScriptedRandom(path))
        except _PathEnded:
            unresolved += path.chance
        except Inexact:
            return Law(inexact=True)
        except Reseeded:
            text = "It seeds the generator again. Draw from rng as it comes."
            return Law(trouble=Trouble("not usable", text))
        else:
            if isinstance(value, Trouble):
                return Law(trouble=value)
            chances[value] += path.chance
        given = path.next()
        if given is None:
            return Law(chances=dict(chances), unresolved=unresolved)
    return Law(inexact=True)
