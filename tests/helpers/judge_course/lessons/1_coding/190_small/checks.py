"""Checks of a small lesson for the tests of the judge."""

from __future__ import annotations

from fractions import Fraction

from autograder.core.arguments import CHANCE
from autograder.core.exercise import Exercise
from autograder.groups import Chances, Group, Growth, Operations, Rule, case, number


def pairs():
    from hypothesis import strategies as st

    return st.tuples(st.integers(-1000, 1000), st.integers(-1000, 1000))


def lists():
    from hypothesis import strategies as st

    return st.tuples(st.lists(st.integers(-99, 99), min_size=1, max_size=9))


def uses():
    from hypothesis import strategies as st

    put = st.tuples(st.just("put"), st.tuples(st.integers(0, 9)))
    return st.lists(put | st.just(("take", ())), max_size=9)


class Model:
    def __init__(self) -> None:
        self._things: list = []

    def put(self, thing) -> None:
        self._things.append(thing)

    def take(self):
        return self._things.pop() if self._things else None


HINTS = ("One.", "Two.", "Three.", "Four.")
add = Exercise(
    groups=[
        Group("small numbers", points=1, cases=[case(1, 2, gives=3)]),
        Group("any numbers", points=2, inputs=pairs, oracle=lambda a, b: a + b, tries=20),
    ],
    difficulty="easy", minutes=1, hints=HINTS,
)
total = Exercise(
    groups=[
        Group("any list", points=2, inputs=lists, oracle=sum, tries=20),
        Growth("one pass", points=2, args=lambda n: ([1] * n,), sizes=(20, 40, 80), exponent=1.3),
    ],
    difficulty="easy", minutes=1, hints=HINTS,
)
Box = Exercise(
    groups=[Operations("any use", points=3, model=Model, inputs=uses, tries=10)],
    difficulty="easy", minutes=1, hints=HINTS,
)
toss = Exercise(
    groups=[
        Chances(
            "each with the same chance", points=3, situations=[(["a", "b", "c"], CHANCE)],
            law=lambda sides: dict.fromkeys(sides, Fraction(1, len(sides))),
        )
    ],
    difficulty="easy", minutes=1, hints=HINTS,
)
largest = Exercise(
    groups=[Group("any list", points=2, inputs=lists, oracle=max, tries=20)],
    difficulty="easy", minutes=1, hints=HINTS, without=("max", "sorted"),
)
answer = Exercise(
    groups=[Rule("the number", points=1, test=number(42))],
    difficulty="easy", minutes=1, hints=HINTS,
)
