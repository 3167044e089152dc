"""Groups that apply a rule to an answer that is a value, and tests for such rules."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from autograder.core.outcomes import Answer
from autograder.core.values import show

from .base import Failure, Named, of_trouble
from .forms import NOT_WRITTEN, is_blank

Test = Callable[[Any], str | None]
"""Returns None for a plain value that is right, else a sentence that is said to the learner."""


@dataclass(frozen=True, eq=False)
class Rule(Named):
    """A rule for an answer that is a value: ``test(value)`` returns None, or what is wrong.

    The value is plain. What ``test`` returns is said to the learner as it is. A dict or list in
    which nothing but dots is filled in is not written.
    """

    _: KW_ONLY
    test: Test

    def _failure(self, answer: Answer, seed: int) -> Failure | None:
        outcome = answer.value()
        if outcome.trouble:
            return of_trouble(outcome.trouble, answer.name)
        if isinstance(outcome.value, (dict, list, tuple)) and is_blank(outcome.value):
            return NOT_WRITTEN
        try:
            message = self.test(outcome.value)
        except Exception as error:
            message = f"The answer doesn't have the required form ({type(error).__name__})."
        return Failure(message) if message else None


SLACK = Fraction(1, 10**12)
"""How far off an exact number may be."""


def _exact(value: Any) -> Fraction | None:
    """A finite number of any type, None for what is none."""
    if isinstance(value, bool) or not isinstance(value, (int, float, Fraction, Decimal)):
        return None
    try:
        return Fraction(value)
    except (ValueError, OverflowError):  # NaN, infinity
        return None


def _rounded(size: Fraction) -> str:
    return f"{float(size):.3g}" if size < 10**300 else "more than can be said"


def number(
    want: float,
    *,
    within: float = 0.0,
    unit: str = "",
    most: float | None = None,
    advice: str = "",
) -> Test:
    """A test for a number, right within the fraction ``within`` of ``want``.

    A wrong number is told how far off it is, not what is right; with ``advice``, that sentence
    in its place. ``most`` is the largest number that makes sense: above it, the unit is wrong.
    """

    def test(value: Any) -> str | None:
        exact = _exact(value)
        if exact is None:
            return f"Give one finite number{f' in {unit}' if unit else ''}, not {show(value, 60)}."
        if most is not None and exact > Fraction(most):
            return f"Give a number from 0 to {most:g}."
        if abs(exact - Fraction(want)) <= Fraction(within) * abs(Fraction(want)) + SLACK:
            return None
        if advice:
            return advice
        if want == 0 or exact * Fraction(want) <= 0:
            return f"{show(value, 40)} is wrong{f' (in {unit})' if unit else ''}."
        ratio = exact / Fraction(want)
        size, way = (ratio, "large") if ratio > 1 else (1 / ratio, "small")
        return f"{show(value, 40)} is too {way} by a factor of about {_rounded(size)}."

    return test


def letter(want: str, advice: str, letters: str = "abcd") -> Test:
    """A test for one of the ``letters``; case, brackets and full stops don't matter.

    ``advice`` is said where it is another one.
    """
    pattern = re.compile(rf"[\s(]*([{letters}])[\s).:]*")

    def test(value: Any) -> str | None:
        match = pattern.fullmatch(value.lower()) if isinstance(value, str) else None
        if not match:
            return f'Give one letter in quotes, such as "{letters[0]}", not {show(value, 40)}.'
        return None if match[1] == want else advice

    return test
