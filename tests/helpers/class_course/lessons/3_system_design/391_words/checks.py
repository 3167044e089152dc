"""Checks of a lesson for the tests of cohorts."""

from __future__ import annotations

from autograder.core.exercise import Exercise
from autograder.groups import Group, case

HINTS = ("One.", "Two.", "Three.", "Four.")
greet = Exercise(
    groups=[Group("a name", points=2, cases=[case("Ada", gives="Hello Ada")])],
    difficulty="easy", minutes=1, hints=HINTS,
)
