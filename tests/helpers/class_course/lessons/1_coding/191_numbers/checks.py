"""Checks of a lesson for the tests of cohorts."""

from __future__ import annotations

from autograder.core.exercise import Exercise
from autograder.groups import Group, case


def numbers():
    from hypothesis import strategies as st

    return st.tuples(st.integers(-99, 99))


HINTS = ("One.", "Two.", "Three.", "Four.")
double = Exercise(
    groups=[
        Group("small numbers", points=1, nudge="What is twice 1?", cases=[case(1, gives=2)]),
        Group("any number", points=2, inputs=numbers, oracle=lambda n: n + n, tries=10),
    ],
    difficulty="easy", minutes=1, hints=HINTS,
)
sign = Exercise(
    groups=[
        Group("positive", points=1, cases=[case(5, gives=1)]),
        Group("zero", points=2, nudge="Zero is neither.", cases=[case(0, gives=0)]),
    ],
    difficulty="easy", minutes=1, hints=HINTS,
)
