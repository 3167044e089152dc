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
from numbers import Rational
from typing import NoReturn

from autograder.core.outcomes import Law, Trouble

MOST_PATHS = 6_000
MOST_BRANCHES = 10_000
MOST_ORDERS = 720
LONGEST_PATH = 200
RAREST_PATH = 10**9  # one in so many

SEEDS = "It seeds rng, or sets its state. Draw from rng as it comes."
COPIES = "It copies rng, so the same numbers come twice. Draw from rng itself."
REMEMBERS = (
    "The same arguments and random numbers do not always lead to the same draws: something is "
    "remembered from one call to the next, or rng is not the only source of chance."
)
OTHER_SOURCE = (
    "It draws from the module random, which everybody shares and rng does not steer. "
    "Write rng.randrange(...), not random.randrange(...)."
)


# Not Exceptions, so that ``except Exception`` in the code does not swallow them.
class Inexact(BaseException):
    """The code used a random number in a way that can't be enumerated."""


class Refused(BaseException):
    """The code did to the generator what it must not do; the text says what."""


class _PathEnded(BaseException):
    """This path is too improbable, or too long, to follow further."""


class _Path:
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
            self.stop(_PathEnded())

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


class _Real:
    """A random real number in [0, 1), known only as far as the code has asked."""

    __slots__ = ("path", "low", "high")

    def __init__(self, path: _Path) -> None:
        self.path = path
        self.low, self.high = Fraction(0), Fraction(1)


class Uniform:
    """What ``rng.random()`` gives: a random real number times ``scale`` plus ``shift``.

    Comparing it with a number is a branch that narrows what is known; so are taking its integer
    part and comparing it with another such number. Sums and products with constants stay exact.
    Asking for its digits is `Inexact`.
    """

    __slots__ = ("_engine_real", "_engine_scale", "_engine_shift")
    __array_ufunc__ = None  # NumPy scalars leave the arithmetic to this class

    def __init__(self, real: _Real, scale=Fraction(1), shift=Fraction(0)) -> None:
        self._engine_real = real
        self._engine_scale = scale
        self._engine_shift = shift

    def _ends(self) -> tuple[Fraction, Fraction]:
        ends = self._engine_real.low, self._engine_real.high
        low, high = (self._engine_scale * end + self._engine_shift for end in ends)
        return (low, high) if low <= high else (high, low)

    def _compare(self, other) -> int:
        """-1 where it is below ``other``, 1 above, 0 where it is neither (NaN, itself)."""
        if isinstance(other, Uniform):
            return self._compare_reals(other)
        if isinstance(other, float) and not math.isfinite(other):
            return 0 if math.isnan(other) else -1 if other > 0 else 1
        low, high = self._ends()
        cut = min(max(self._fraction(other), low), high)
        if low < cut < high:
            return -1 if self._part([low, cut, high]) == 0 else 1
        return -1 if cut == high else 1

    def _compare_reals(self, other: Uniform) -> int:
        one, two = self._engine_real, other._engine_real
        if (self._engine_scale, self._engine_shift) != (other._engine_scale, other._engine_shift):
            self._inexact()
        if one is two:
            return 0
        if any(real.high - real.low < 1 for real in (one, two)):
            self._inexact()
        below = one.path.first_of(one, two)
        return -1 if below == (self._engine_scale > 0) else 1

    def _part(self, cuts: Sequence[Fraction]) -> int:
        """In which of the parts between ``cuts``, which start and end at its ends, it lies."""
        real = self._engine_real
        if real.path.is_ordered(real):
            self._inexact()
        whole = cuts[-1] - cuts[0]
        part = real.path.branch([(b - a) / whole for a, b in zip(cuts, cuts[1:])])
        ends = [(cut - self._engine_shift) / self._engine_scale for cut in cuts[part : part + 2]]
        real.low, real.high = min(ends), max(ends)
        return part

    def _fraction(self, number) -> Fraction:
        """A number as written: 1/3 and 0.1 + 0.2 are meant as fractions, not as their bits."""
        if isinstance(number, Rational):
            return Fraction(int(number.numerator), int(number.denominator))
        if not isinstance(number, float) or not math.isfinite(number):
            self._inexact()
        exact = Fraction(number)
        simple = exact.limit_denominator(10**9)
        return simple if abs(simple - exact) <= abs(exact) / 2**50 else exact

    # A single point has probability 0, so < and <= are the same event, and == never happens.
    def __lt__(self, other):
        return self._compare(other) < 0

    def __gt__(self, other):
        return self._compare(other) > 0

    __le__, __ge__ = __lt__, __gt__

    def __bool__(self):
        return True

    def __mul__(self, other):
        factor = self._fraction(other)
        scale, shift = self._engine_scale * factor, self._engine_shift * factor
        return Uniform(self._engine_real, scale, shift) if factor else 0.0

    def __truediv__(self, other):
        return self * (1 / self._fraction(other))

    def __add__(self, other):
        shift = self._engine_shift + self._fraction(other)
        return Uniform(self._engine_real, self._engine_scale, shift)

    __rmul__, __radd__ = __mul__, __add__

    def __sub__(self, other):
        return self + -self._fraction(other)

    def __rsub__(self, other):
        return -self + other

    def __neg__(self):
        return self * -1

    def __floor__(self) -> int:
        low, high = self._ends()
        first, last = math.floor(low), math.ceil(high) - 1
        if first == last:
            return first
        if last - first > MOST_BRANCHES:
            self._inexact()
        return first + self._part([low, *map(Fraction, range(first + 1, last + 1)), high])

    def __ceil__(self) -> int:
        return self.__floor__() + 1

    def __trunc__(self) -> int:
        return self.__floor__() if self > 0 else self.__ceil__()

    __int__ = __trunc__

    def __round__(self, digits=None) -> int:
        return (self + 0.5).__floor__() if digits is None else self._inexact()

    def __floordiv__(self, other) -> float:
        return float((self / other).__floor__())

    def _inexact(self, *args) -> NoReturn:
        self._engine_real.path.stop(Inexact())

    __float__ = __index__ = __pow__ = __rpow__ = __rtruediv__ = __mod__ = __abs__ = _inexact
    __repr__ = __str__ = __format__ = __complex__ = __reduce__ = _inexact


class CountingRandom(random.Random):
    """A ``random.Random`` that gives the usual numbers and counts them."""

    _engine_draws = 0

    @property
    def draws(self) -> int:
        """How many numbers were drawn; one of any size counts once."""
        return self._engine_draws

    def __reduce__(self):
        raise TypeError(COPIES)

    def random(self) -> float:
        self._engine_draws += 1
        return super().random()

    def getrandbits(self, k: int) -> int:
        self._engine_draws += 1
        return super().getrandbits(k)


class ScriptedRandom(random.Random):
    """A ``random.Random`` that takes its outcomes from a path."""

    _engine_path: _Path | None = None

    @classmethod
    def of(cls, path: _Path) -> ScriptedRandom:
        """A generator that follows ``path``."""
        rng = cls(0)
        rng._engine_path = path
        return rng

    def _randbelow(self, n: int) -> int:
        return self._engine_path.choose(n)

    def random(self):
        self._engine_path.gave_reals = True
        return Uniform(_Real(self._engine_path))

    def getrandbits(self, k: int) -> int:
        return self._engine_path.choose(1 << min(k, 64))

    def seed(self, *args, **kwargs) -> None:
        if self._engine_path:
            self._engine_path.stop(Refused(SEEDS))
        super().seed(*args, **kwargs)

    def setstate(self, state) -> None:
        self._engine_path.stop(Refused(SEEDS))

    def __reduce__(self):
        self._engine_path.stop(Refused(COPIES))


def enumerate_law(run: Callable[[random.Random], object], most_paths: int = MOST_PATHS) -> Law:
    """The exact law of ``run(rng)`` over all outcomes of ``rng``.

    Lists and dicts that ``run`` returns become hashable, see `hashable`. Gives up, as inexact,
    after ``most_paths`` paths. What ``run`` raises is raised, unless a random real number was
    drawn, since its stand-in may be the cause: then the law is inexact, too.
    """
    before = random.getstate()
    try:
        law = _enumerate(run, most_paths)
    except Inexact:
        law = Law(inexact=True)
    except Refused as refused:
        law = Law(trouble=Trouble("not usable", str(refused)))
    if random.getstate() != before:
        return Law(trouble=Trouble("not usable", OTHER_SOURCE))
    return law


def _enumerate(run: Callable[[random.Random], object], most_paths: int) -> Law:
    chances: defaultdict[Hashable, Fraction] = defaultdict(Fraction)
    unresolved = Fraction(0)
    given: list[tuple[int, int]] | None = []
    for _ in range(most_paths):
        path = _Path(given)
        value = _follow(run, path)
        if isinstance(path.stopped, _PathEnded):
            unresolved += path.chance
        else:
            chances[hashable(value)] += path.chance
        given = path.next()
        if given is None:
            return Law(chances=dict(chances), unresolved=unresolved)
    raise Inexact


def _follow(run: Callable[[random.Random], object], path: _Path) -> object:
    """The value of ``run`` on one path, None where the path ended early."""
    value = None
    try:
        value = run(ScriptedRandom.of(path))
    except _PathEnded:
        return None
    except Exception:
        if not path.stopped and not path.gave_reals:
            raise
        path.stopped = path.stopped or Inexact()
    if path.stopped and not isinstance(path.stopped, _PathEnded):
        raise path.stopped
    return value


def hashable(value: object) -> Hashable:
    """A plain value as a key: lists become tuples and dicts sets of pairs, at every depth."""
    if isinstance(value, (list, tuple)):
        return tuple(map(hashable, value))
    if isinstance(value, dict):
        return frozenset((key, hashable(item)) for key, item in value.items())
    return value
