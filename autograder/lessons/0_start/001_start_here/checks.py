"""Checks of lesson 001: a first answer, and ten questions that point to the parts to study."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import KW_ONLY, dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from autograder.core.exercise import Exercise
from autograder.core.outcomes import Answer
from autograder.core.reports import Verdict
from autograder.core.values import Opaque, show
from autograder.groups import Failure, Group, case, of_trouble
from autograder.groups.base import Named


@dataclass(frozen=True, eq=False)
class Questions(Named):
    """Questions of one part of the course, a point each; ``points`` is their number.

    ``asked`` maps a key of the answer, a dict, to a function that returns None for a right
    answer, else a sentence that says what to study and not what is right. A dict without any
    answer counts as not written.
    """

    _: KW_ONLY
    asked: Mapping[str, Callable[[Any], str | None]]

    def run_examples(self, answer: Answer) -> Verdict | None:
        """The sentences give nothing away, so all questions are asked."""
        return self.run(answer)

    def run(self, answer: Answer, seed: int = 0) -> Verdict:
        """Ask the questions of this part."""
        outcome = answer.value()
        if outcome.trouble:
            return of_trouble(outcome.trouble, answer.name).verdict(self)
        given = outcome.value
        if not isinstance(given, dict):
            text = f"{answer.name} should be a dict with the keys q1 to q10, not {show(given, 40)}."
            return Failure(text).verdict(self)
        if all(_is_open(value) for value in given.values()):
            return Failure("Not written yet.", not_written=True).verdict(self)
        said = [self._ask(key, given.get(key)) for key in self.asked]
        wrong = [text for text in said if text]
        state = "failed" if wrong else "passed"
        message = " ".join(wrong) or "Passed."
        return Verdict(self.name, self.points - len(wrong), self.points, message, state=state)

    def _ask(self, key: str, value: Any) -> str | None:
        said = "No answer yet." if _is_open(value) else self.asked[key](value)
        return said and f"Question {key[1:]}: {said}"


def _is_open(value: Any) -> bool:
    # The dots of the stub are no plain value.
    return value is None or isinstance(value, Opaque)


def number(want: float, advice: str, *, within: float = 0.0, most: float | None = None):
    """A question whose answer is a number, right within the fraction ``within``.

    ``most`` is the largest number that makes sense; above it the sentence is about the unit.
    """

    def test(value: Any) -> str | None:
        if isinstance(value, bool) or not isinstance(value, (int, float, Decimal, Fraction)):
            return f"Give a plain number, not {show(value, 40)}."
        if most is not None and value > most:
            return f"Give a number from 0 to {most:g}."
        return None if abs(float(value) - want) <= within * want else advice

    return test


def letter(want: str, advice: str):
    """A question whose answer is one of the letters a to d; case and brackets don't matter."""

    def test(value: Any) -> str | None:
        found = re.fullmatch(r"[\s(]*([a-d])[\s).:]*", value.lower()) if _is_text(value) else None
        if not found:
            return f'Give one letter in quotes, such as "a", not {show(value, 40)}.'
        return None if found[1] == want else advice

    return test


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def integers():
    """Whole numbers of any size, as a tuple of arguments."""
    from hypothesis import strategies as st

    return st.tuples(st.integers())


first_answer = Exercise(
    difficulty="easy",
    minutes=3,
    groups=[
        Group(
            "returns a value",
            cases=[case(2, gives=4)],
            nudge="A check sees what your function returns. What it prints is for you alone.",
        ),
        Group(
            "every whole number",
            # Small ones first: the lesson shows which number a square is told apart by.
            cases=[
                case(0, gives=0),
                case(1, gives=2),
                case(10**30 + 1, gives=2 * 10**30 + 2),
            ],
            inputs=integers,
            oracle=lambda n: n + n,
            accept=lambda got, want: got == want,
            nudge="Work out this one call by hand. What did your function do instead?",
        ),
    ],
    hints=[
        "Double means two times as much. Say in words what you would do with 7.",
        "Python's signs for arithmetic are `+`, `-`, `*` and `/`. One of them is enough.",
        "The result has to leave the function: a line that starts with `return`.",
        "Put `return 2 * n` in place of the line that raises NotImplementedError. Keep the indent.",
    ],
)

_CODING = "part 1: Coding and SQL"
_TAKE_HOME = "part 2: The take-home"
_DESIGN = "part 3: ML system design"
_ENGINEERING = "part 4: Engineering"
_BEHAVIOURAL = "part 5: Behavioural"


diagnostic = Exercise(
    difficulty="medium",
    minutes=15,
    groups=[
        Questions(
            _CODING,
            points=3,
            asked={
                "q1": number(
                    32,
                    "How does the number of pairs grow? Part 1 counts the work of your code.",
                    within=0.1,
                ),
                "q2": number(
                    2,
                    "What is kept from one call to the next? Part 1 shows the traps of state.",
                ),
                "q3": number(
                    1,
                    "Which rows does a LEFT JOIN keep, and what does * count? See the report "
                    "by month in part 1.",
                ),
            },
        ),
        Questions(
            _TAKE_HOME,
            points=2,
            asked={
                "q4": number(
                    0.009 / 0.0585,
                    "Count both kinds of flagged posts among 10,000. Part 2 works "
                    "with metrics where positives are rare.",
                    within=0.05,
                    most=1,
                ),
                "q5": letter(
                    "b",
                    "Which step learns something from rows that it should not see? Leaks are "
                    "a subject of part 2.",
                ),
            },
        ),
        Questions(
            _DESIGN,
            points=2,
            asked={
                "q6": number(
                    40e6 * 3 / 86_400,
                    "Write the units beside each factor until requests per "
                    "second are left. Each design of part 3 begins with such an estimate.",
                    within=0.2,
                ),
                "q7": number(
                    5.12,
                    "Count the numbers, then the bytes of one. Estimates of memory are in part 3.",
                    within=0.1,
                ),
            },
        ),
        Questions(
            _ENGINEERING,
            points=2,
            asked={
                "q8": number(
                    1 - 0.99**100,
                    "What has to happen for a page not to be slow? Part 4 treats "
                    "latency and its tails.",
                    within=0.02,
                    most=1,
                ),
                "q9": letter(
                    "c",
                    "How many chances does the test get to raise an alarm? Part 4 simulates it.",
                ),
            },
        ),
        Questions(
            _BEHAVIOURAL,
            asked={
                "q10": letter(
                    "d",
                    "Which sentence holds a decision, its reason, and what it is compared "
                    "with? Part 5 is about such evidence.",
                ),
            },
        ),
    ],
    hints=[
        "Run the check once before you open any hint: a question that you can't answer has done "
        "its work. Leave it as it is.",
        "Numbers: what is multiplied with what, and in which unit does it end? Letters: look for "
        "what was known at the time, and to whom.",
        "1: pairs, not items. 2: when is a default value made? 3: the unmatched row is still a "
        "row. 4: divide the rightly flagged by all flagged. 6: a day has 86,400 seconds. "
        "7: bytes = rows × columns × 4. 8: find the chance that no part is slow.",
        "1: the work grows by 4². 2: the default list is made once. 4: of 10,000 posts, 90 are "
        "rightly and 495 wrongly flagged. 6: 40,000,000 × 3 / 86,400. 7: 20,000 × 64 × 4 bytes. "
        "8: 1 − 0.99¹⁰⁰. 5, 9 and 10: the letters are b, c and d. The third is 1.",
    ],
)
