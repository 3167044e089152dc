"""Checks of a small lesson that is there for tests of the site."""

from autograder.core.exercise import Exercise
from autograder.groups import Group, Rule, case, number

balanced = Exercise(
    difficulty="hard",
    minutes=25,
    groups=[
        Group("nothing is open", cases=[case("", gives=True), case("a", gives=True)]),
        Group("order", points=2, cases=[case("([)]", gives=False), case("([])", gives=True)]),
    ],
    hints=["What is open?", "Keep a **stack**.", "Push `(`, pop at `)`.", "Compare the pair."],
)

deepest = Exercise(
    difficulty="easy",
    minutes=1,
    groups=[Rule("value", test=number(2))],
    hints=["Count.", "Count the open ones.", "At once.", "Two."],
)
