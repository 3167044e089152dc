"""A random real number that is known only as far as the code has asked."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction
from numbers import Rational
from typing import Any, NoReturn

from .paths import MOST_BRANCHES, Inexact, Path


class Real:
    """A random real number in [0, 1), known only as far as the code has asked."""

    __slots__ = ("path", "low", "high")

    def __init__(self, path: Path) -> None:
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

    def __init__(
        self, real: Real, scale: Fraction = Fraction(1), shift: Fraction = Fraction(0)
    ) -> None:
        self._engine_real = real
        self._engine_scale = scale
        self._engine_shift = shift

    def _ends(self) -> tuple[Fraction, Fraction]:
        ends = self._engine_real.low, self._engine_real.high
        low, high = (self._engine_scale * end + self._engine_shift for end in ends)
        return (low, high) if low <= high else (high, low)

    def _compare(self, other: Any) -> int:
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

    def _fraction(self, number: Any) -> Fraction:
        """A number as written: 1/3 and 0.1 + 0.2 are meant as fractions, not as their bits."""
        if isinstance(number, Rational):
            return Fraction(int(number.numerator), int(number.denominator))
        if not isinstance(number, float) or not math.isfinite(number):
            self._inexact()
        exact = Fraction(number)
        simple = exact.limit_denominator(10**9)
        return simple if abs(simple - exact) <= abs(exact) / 2**50 else exact

    # A single point has probability 0, so < and <= are the same event, and == never happens.
    def __lt__(self, other: Any) -> bool:
        return self._compare(other) < 0

    def __gt__(self, other: Any) -> bool:
        return self._compare(other) > 0

    __le__, __ge__ = __lt__, __gt__

    def __bool__(self) -> bool:
        return True

    def __mul__(self, other: Any) -> Any:
        factor = self._fraction(other)
        scale, shift = self._engine_scale * factor, self._engine_shift * factor
        return Uniform(self._engine_real, scale, shift) if factor else 0.0

    def __truediv__(self, other: Any) -> Any:
        return self * (1 / self._fraction(other))

    def __add__(self, other: Any) -> Any:
        shift = self._engine_shift + self._fraction(other)
        return Uniform(self._engine_real, self._engine_scale, shift)

    __rmul__, __radd__ = __mul__, __add__

    def __sub__(self, other: Any) -> Any:
        return self + -self._fraction(other)

    def __rsub__(self, other: Any) -> Any:
        return -self + other

    def __neg__(self) -> Any:
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

    def __round__(self, digits: Any = None) -> int:
        return int((self + 0.5).__floor__()) if digits is None else self._inexact()

    def __floordiv__(self, other: Any) -> float:
        return float((self / other).__floor__())

    def _inexact(self, *args: Any) -> NoReturn:
        self._engine_real.path.stop(Inexact())

    __float__ = __index__ = __pow__ = __rpow__ = __rtruediv__ = __mod__ = __abs__ = _inexact
    __repr__ = __str__ = __format__ = __complex__ = __reduce__ = _inexact
