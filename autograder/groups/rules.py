"""Groups that apply a rule to an answer that is a value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from autograder.core.outcomes import Answer
from autograder.core.reports import Verdict
from autograder.core.values import show

from .base import Failure, Named, of_trouble, passed


@dataclass(frozen=True, eq=False)
class Rule(Named):
    """A rule for an answer that is a value: ``test(value)`` returns None, or what is wrong.

    The value is plain. What ``test`` returns is said to the learner as it is.
    """

    _: KW_ONLY
    test: Callable[[Any], str | None]

    def run_examples(self, answer: Answer) -> Verdict | None:
        """A rule gives nothing away, so it runs whole."""
        return self.run(answer)

    def run(self, answer: Answer, seed: int = 0) -> Verdict:
        """Apply the rule to the answer."""
        outcome = answer.value()
        if outcome.trouble:
            return of_trouble(outcome.trouble, answer.name).verdict(self)
        try:
            message = self.test(outcome.value)
        except Exception as error:
            message = f"The answer has another form than asked for ({type(error).__name__})."
        if message is None:
            return passed(self)
        return Failure(message).verdict(self)


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


def number(want: float, *, within: float = 0.0, unit: str = "") -> Callable[[Any], str | None]:
    """A rule's test for a number, right within the fraction ``within`` of ``want``.

    A wrong number is told how far off it is, not what is right.
    """

    def test(value: Any) -> str | None:
        exact = _exact(value)
        if exact is None:
            return f"Give one finite number{f' in {unit}' if unit else ''}, not {show(value, 60)}."
        if abs(exact - Fraction(want)) <= Fraction(within) * abs(Fraction(want)) + SLACK:
            return None
        if want == 0 or exact * Fraction(want) <= 0:
            return f"{show(value, 40)} is not it{f' (in {unit})' if unit else ''}."
        ratio = exact / Fraction(want)
        size, way = (ratio, "large") if ratio > 1 else (1 / ratio, "small")
        return f"{show(value, 40)} is too {way} by a factor of about {_rounded(size)}."

    return test
