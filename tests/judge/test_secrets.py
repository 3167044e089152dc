"""What hidden calls were made with does not come back in the words of a report."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest
from hypothesis import strategies as st

from autograder.core.exercise import Exercise
from autograder.core.grade import grade
from autograder.groups import Group
from autograder.judge.remote import RemoteAnswer
from autograder.judge.sandbox.allowance import Allowance
from autograder.judge.sandbox.submission_limits import Limits
from autograder.judge.session import CodeCell, Session

RAISES = """
def half(n):
    raise type(f"seen_{n}", (KeyError,), {})(n)
"""


def test_the_class_of_an_exception_says_nothing_of_the_input():
    def oracle(n: int) -> int:
        raise ValueError(n)

    group = Group("raises", points=1, inputs=lambda: st.tuples(st.integers(10**6)), oracle=oracle)
    with Session([CodeCell("half", RAISES)], Limits(), True, Allowance(60)) as session:
        report = grade(
            Exercise([group], "easy", 1, [], name="half"), RemoteAnswer("half", session), 7
        )
    assert report.earned == 0
    shown = json.dumps(asdict(report.without_drawn()))
    assert "Raised KeyError instead of ValueError." in shown
    assert "seen_" in json.dumps(asdict(report)) and "seen_" not in shown


class Forged:
    """A session whose player says what it likes."""

    def __init__(self, kind: str, text: str, *, on_steps: bool = False) -> None:
        self._reply = [None, [kind, text, [], ""], None]
        self._on_steps = on_steps

    def ask(self, name: str, limit: float, **request):
        if request["do"] == "value":
            return self._reply
        return [[self._reply]] if self._on_steps else [self._reply]


@pytest.mark.parametrize("kind", ["not written", "not usable"])
@pytest.mark.parametrize(
    "text",
    ["1000017", "a has no method m17.", "half should be a function or class, not c17."],
)
def test_what_is_told_in_our_words_has_none_of_the_players(kind, text):
    answer = RemoteAnswer("half", Forged(kind, text))  # type: ignore[arg-type]
    assert "17" not in answer.value().trouble.text
    assert "17" not in answer.call((1,), limit=1).trouble.text
    answer = RemoteAnswer("half", Forged(kind, text, on_steps=True))  # type: ignore[arg-type]
    [outcome] = answer.operate((), [("m", ())], limit=1)
    assert outcome.trouble.kind == kind and "17" not in outcome.trouble.text


def test_what_helps_an_honest_answer_is_told():
    for text in ("half should be a function or class, not int.",):
        answer = RemoteAnswer("half", Forged("not usable", text))  # type: ignore[arg-type]
        assert answer.value().trouble.text == text
    player = Forged("not usable", "Queue has no method put.", on_steps=True)
    answer = RemoteAnswer("make", player)  # type: ignore[arg-type]
    assert answer.operate((), [("put", (1,))], limit=1)[0].trouble.text == (
        "What make makes has no method put."
    )
