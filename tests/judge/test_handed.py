"""What is handed over one by one: the grader's counts, and laws whose outcomes it chooses."""

from __future__ import annotations

import contextlib
from fractions import Fraction

import pytest

from autograder.core.arguments import CHANCE, Stream
from autograder.judge.remote import RemoteAnswer, Unmeasured
from autograder.judge.sandbox.allowance import Allowance
from autograder.judge.sandbox.submission_limits import Limits
from autograder.judge.session import CodeCell, Session
from autograder.trying.local import LocalAnswer


@contextlib.contextmanager
def answering(source: str, doubt: str | None = "it uses os"):
    """The function ``f`` of this text in a player, its counts not believed."""
    allowance = Allowance(60)
    with Session([CodeCell("f", source)], Limits(), True, allowance) as session:
        session.begin(60)
        yield RemoteAnswer("f", session, doubt=doubt)


def here(source: str) -> LocalAnswer:
    names: dict = {}
    exec(source, names)
    return LocalAnswer("f", names["f"])


TAKES_THREE = "import itertools\ndef f(stream): return list(itertools.islice(stream, 3))"


@pytest.mark.parametrize("stream", [Stream("abcde"), Stream("ab", endless=True), Stream(range(9))])
def test_items_are_counted_where_they_are_handed_over(stream):
    with answering(TAKES_THREE) as answer:
        outcome = answer.call((stream,), limit=2, watched=True)
    known = here(TAKES_THREE).call((stream,), limit=2)
    assert outcome._replace(after=()) == known._replace(after=())
    assert outcome.read == 3


def test_a_forged_count_of_items_is_not_believed():
    source = (
        "def f(stream):\n    got = list(stream)\n    stream._engine_read = 1\n    return got[0]"
    )
    with answering(source) as answer:
        assert answer.call((Stream("abcde"),), limit=2, watched=True).read == 5


def test_random_numbers_are_those_of_the_seed_and_counted():
    source = "def f(rng): return [rng.randrange(9), rng.random(), rng.sample(range(99), 4)]"
    with answering(source) as answer, answering(source, doubt=None) as believed:
        outcome = answer.call((CHANCE,), limit=2, seed=5, watched=True)
        assert outcome == believed.call((CHANCE,), limit=2, seed=5)
        assert outcome.draws > 5
        assert outcome.value != answer.call((CHANCE,), limit=2, seed=6, watched=True).value


def test_streams_of_methods_are_handed_over_in_order():
    source = (
        "class f:\n    def put(self, one, two):\n"
        "        next(two)\n        return next(one) + next(two)"
    )
    with answering(source) as answer:
        [outcome] = answer.operate((), [("put", (Stream("ab"), Stream("xy")))], limit=2)
    assert outcome.value == "ay"


LAWS = {
    "an index": "def f(rng): return rng.randrange(3)",
    "a real": "def f(rng): return rng.random() < 0.25",
    "two reals": "def f(rng): return rng.random() < rng.random()",
    "a shuffle": "def f(rng):\n    x = [1, 2, 3]\n    rng.shuffle(x)\n    return x",
    "two choices": "def f(rng): return rng.choice('ab' if rng.random() < .5 else 'xyz')",
    "an exception": "def f(rng): raise KeyError(rng.randrange(2))",
    "a seed": "def f(rng):\n    rng.seed(1)\n    return rng.randrange(3)",
    "digits": "def f(rng): return str(rng.random())",
    "again until": "def f(rng):\n    while (x := rng.randrange(3)) == 0: pass\n    return x",
}


@pytest.mark.parametrize("name", LAWS)
def test_a_law_by_hand_is_that_of_the_same_code_here(name):
    with answering(LAWS[name]) as answer:
        by_hand, known = answer.law((CHANCE,), limit=5), here(LAWS[name]).law((CHANCE,), limit=5)
    assert by_hand.chances == known.chances
    assert (by_hand.inexact, by_hand.unresolved) == (known.inexact, known.unresolved)
    assert (by_hand.trouble is None) == (known.trouble is None)


def test_a_law_can_not_be_forged_by_what_counts():
    """A player that says something else of its law is not asked for it."""
    source = (
        "import autograder.trying.local as local\n"
        "local.law = lambda *a: __import__('autograder').core.outcomes.Law({0: 1})\n"
        "def f(rng): return rng.randrange(2) and rng.randrange(2)"
    )
    with answering(source) as answer:
        assert answer.law((CHANCE,), limit=5).chances == {0: Fraction(3, 4), 1: Fraction(1, 4)}


def test_questions_that_are_none_end_the_player():
    source = (
        "def f(stream):\n    items = stream._engine_unread\n"
        "    return items.gi_frame.f_locals['self']._channel.ask('item', 7)"
    )
    with answering(source) as answer:
        asked = answer.call((Stream("ab"),), limit=2, watched=True)
        assert asked.trouble and "broke the rules" in asked.trouble.text, asked
    with answering(source.replace("'item', 7", "'item', 0")) as answer:
        assert answer.call((Stream("ab"),), limit=2, watched=True).value == ["a"]


def test_a_stop_in_the_middle_of_a_question_leaves_the_next_one_whole():
    source = "def f(stream):\n    for item in stream:\n        pass"
    with answering(source) as answer:
        endless = answer.call((Stream("ab", endless=True),), limit=0.3, watched=True)
        assert endless.trouble is not None and endless.trouble.kind == "timed out"
        assert answer.call((Stream("ab"),), limit=2, watched=True).read == 2


def test_without_a_reason_nothing_is_handed_over():
    with answering(TAKES_THREE, doubt="") as answer, pytest.raises(Unmeasured):
        answer.call((Stream("abcde"),), limit=2, watched=True)
