"""Questions that are asked together get the verdicts of questions asked one by one."""

from __future__ import annotations

import json

import pytest
from helpers.small_course import judged, solved

from autograder.core.outcomes import Question
from autograder.judge import remote
from autograder.judge.remote import RemoteAnswer
from autograder.judge.session import OWN_END, TIMED_OUT, Ended
from autograder.judge.wire import messages, questions

ANSWERS = {
    "right": "def add(a, b):\n    return a + b",
    "wrong after a while": (
        "seen = []\ndef add(a, b):\n    seen.append(a)\n    return a + b + (len(seen) > 9)"
    ),
    "raises after a while": (
        "seen = []\ndef add(a, b):\n    seen.append(a)\n"
        "    return a + b if len(seen) < 9 else 1 / 0"
    ),
    "ends after a while": (
        "import os\nseen = []\ndef add(a, b):\n    seen.append(a)\n"
        "    return a + b if len(seen) < 9 else os._exit(1)"
    ),
    "ends for some arguments": (
        "import os\ndef add(a, b):\n    return a + b if a < 300 else os._exit(1)"
    ),
    "never ends for some arguments": (
        "def add(a, b):\n    while a > 300:\n        pass\n    return a + b"
    ),
    "never ends and can't be stopped": (
        "def add(a, b):\n    while a > 300:\n        try:\n            while True:\n"
        "                pass\n        except BaseException:\n            pass\n    return a + b"
    ),
    "not a value": "def add(a, b):\n    return a + b if a < 300 else len",
    "too much": "def add(a, b):\n    return a + b if a < 300 else 'x' * 17_000_000",
    "one reply for all": (
        "import autograder.judge.inside.player as player\n"
        "player._ask_each = lambda answer, questions: [[3]] * len(questions)\n"
        "def add(a, b):\n    return a + b"
    ),
    "too many replies": (
        "import autograder.judge.inside.player as player\n"
        "player._ask_each = lambda answer, questions: [[3]] * 99\n"
        "def add(a, b):\n    return a + b"
    ),
    "no replies": (
        "import autograder.judge.inside.player as player\n"
        "player._ask_each = lambda answer, questions: {'tuple': []}\n"
        "def add(a, b):\n    return a + b"
    ),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_marks_and_statuses_are_those_of_questions_asked_one_by_one(name, monkeypatch):
    source = ANSWERS[name]
    together = judged(solved(add=source))
    monkeypatch.setattr(RemoteAnswer, "_ask_together", lambda self, waiting: [])
    apart = judged(solved(add=source))
    assert verdicts(together) == verdicts(apart)
    assert together.status == apart.status
    if name != "ends after a while":  # a new player begins to count anew
        assert together.reports == apart.reports


def verdicts(result) -> dict:
    """All but the calls that are shown."""
    return {
        name: [(each.earned, each.state, each.message) for each in report.verdicts]
        for name, report in result.reports.items()
    }


class Recorded:
    """A session in the place of a player: says what it is told to, and keeps the questions."""

    cells = ()

    def __init__(self, *replies) -> None:
        self.asked: list[dict] = []
        self._replies = list(replies)

    def ask(self, name, limit, *, questions, blamed=True, do):
        self.asked.append(
            {"questions": json.loads(questions), "limit": limit, "blamed": blamed, "do": do}
        )
        reply = self._replies.pop(0)
        if isinstance(reply, Exception):
            raise reply
        return reply


def reply(value, trouble=None):
    return [value, trouble, [value]]


def alone(value):
    return [reply(value)]


def test_fewer_replies_than_questions_leave_the_others_to_be_asked_again():
    raised = reply(None, ["raised", "no", ["ValueError"], ""])
    session = Recorded(alone(0), [reply(1), raised], [reply(3), reply(4)], alone(5))
    answer = RemoteAnswer("f", session)
    found = list(answer.many(Question((n,), 2.0) for n in range(5 + 1)))
    assert [outcome.value for outcome in found] == [0, 1, None, 3, 4, 5]
    assert found[2].trouble.kind == "raised"
    assert [len(each["questions"]) for each in session.asked] == [1, 5, 2, 1]
    assert session.asked[1]["limit"] == 2.0 + messages.TOGETHER_SECONDS


@pytest.mark.parametrize("broken", [Ended(OWN_END), Ended(TIMED_OUT), [], [reply(1)] * 5, "no", 3])
def test_after_a_broken_reply_each_question_is_asked_alone_and_blamed_alone(broken):
    session = Recorded(alone(0), broken, alone(1), Ended(OWN_END), alone(3))
    found = list(RemoteAnswer("f", session).many(Question((n,), 2.0) for n in range(4)))
    assert [outcome.value for outcome in found] == [0, 1, None, 3]
    assert [each["blamed"] for each in session.asked] == [True, False, True, True, True]


def test_long_questions_go_alone():
    long = "x" * remote.LONGEST_TOGETHER
    session = Recorded(*[alone(1)] * 3)
    list(RemoteAnswer("f", session).many(Question((long,), 2.0) for _ in range(3)))
    assert [len(each["questions"]) for each in session.asked] == [1, 1, 1]


def test_long_arguments_are_written_once_and_the_oldest_are_forgotten(monkeypatch):
    monkeypatch.setattr(questions._Texts, "MOST", 20_000)
    texts, written = questions._Texts(), []

    def encode(value):
        written.append(value)
        return value

    first, same, short = ["x" * 9_000], ["x" * 9_000], ["x"]
    for value in (first, first, same, same, short, short):
        assert texts.of(value, encode) == json.dumps(value)
    assert list(map(id, written)) == [id(first), id(same), id(short), id(short)]
    texts.of(first, encode)
    texts.of(["y" * 9_000], encode)  # the third: there is room for two
    written.clear()
    for value in (first, same):
        texts.of(value, encode)
    assert list(map(id, written)) == [id(same)]
