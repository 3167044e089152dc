"""Stories told in parts, forms of scores, and what is counted in prose."""

from __future__ import annotations

import datetime

import pytest

from autograder.core.values import plain
from autograder.groups import (
    StoryPart,
    compares,
    counts_something,
    day_of,
    numbers,
    pairs_fault,
    placeholder,
    quotations,
    scores_form,
    sentences,
    story_groups,
    words,
)
from autograder.trying.local import LocalAnswer

PARTS = {
    "context": StoryPart(),
    "action": StoryPart(least=10),
    "options": StoryPart(pairs=2),
    "result": StoryPart(number=True, compared=True),
    "heard": StoryPart(quoted=3),
}
GROUPS = {
    group.name: group
    for group in story_groups(
        PARTS, context="context", action=["action", "options"], shortest=40, longest=80
    )
}
STORY = {
    "context": "A bakery threw bread away each night.",
    "action": "I weighed the bins for two weeks. Then I asked sellers when they stop refilling, "
    "and I moved the last batch.",
    "options": [
        ("Bake less all day", "shelves were empty at noon"),
        ("Ask the owner", "he guesses"),
    ],
    "result": "Waste fell from 31 to 12 kilos a day.",
    "heard": "The owner said: “I should have weighed it.”",
}


def said(name: str, **changes) -> str:
    """What the group says of the story with these parts, '' if it passes."""
    verdict = GROUPS[name].run(LocalAnswer("story", STORY | changes))
    return "" if verdict.state == "passed" else verdict.message


STORY["options"][1] = ("Ask the owner", "he could only guess")


def test_a_story_that_holds_everything_passes_every_group():
    assert [name for name in GROUPS if said(name)] == []
    assert len(GROUPS) == 6


@pytest.mark.parametrize(
    ("group", "changes", "message"),
    [
        ("every part is written", {"result": ""}, "result is missing"),
        ("every part is written", {"result": ...}, "result is not written"),
        ("every part is written", {"action": "I did it."}, "has 3 words; the minimum is 10"),
        ("every part is written", {"context": "At <company> we"}, "placeholder <company>"),
        ("every part is written", {"context": ["a", "b"]}, "takes one string"),
        ("every part is written", {"result": STORY["context"]}, "occurs twice"),
        ("fits the clock", {"action": "I ran", "options": ""}, "words, about"),
        ("mostly what you did", {"context": "So there was this. " * 6}, "the maximum is 25%"),
        ("mostly what you did", {"result": "It was 3 before and so on. " * 12}, "minimum is 40%"),
        ("I at least as often as we", {"action": "We did our part, us, we, we, I."}, "we, our"),
        ("numbers and comparisons", {"result": "Waste fell in 2024, from Q3 on."}, "no number"),
        (
            "numbers and comparisons",
            {"result": "Waste is 12 kilos a day."},
            "compares with nothing",
        ),
        ("numbers and comparisons", {"heard": "The owner said “well done”."}, "no quotation of 3"),
        ("ways not taken with reasons", {"options": "bake less"}, "list of pairs"),
        ("ways not taken with reasons", {"options": [("a b c", "d e f")] * 2}, "1 different"),
        ("ways not taken with reasons", {"options": [("a", "b"), ("c", "")]}, "may be empty"),
    ],
)
def test_what_is_missing_is_named(group, changes, message):
    assert message in said(group, **changes)


def test_a_value_of_another_form_gets_a_sentence():
    verdict = GROUPS["fits the clock"].run(LocalAnswer("story", "It was last year"))
    assert "dict with the parts context, action" in verdict.message


def test_options_may_be_a_dict_and_the_first_person_in_quotations_is_not_the_tellers():
    assert (
        pairs_fault(
            {"bake less bread": "shelves were empty", "ask the owner": "he only guesses"}, 2
        )
        is None
    )
    assert (
        said("I at least as often as we", heard="They said “we want our bread, give us, we, we”.")
        == ""
    )


def test_counting():
    assert words("It's 12-fold, isn’t it?") == ["It's", "12-fold", "isn’t", "it"]
    assert sentences("One. Two! “Three?” 4.5 is none. ") == [
        "One.",
        "Two!",
        "“Three?",
        "4.5 is none.",
    ]
    assert numbers("−3 % of 1,200 on 3 July 2024, Q3, top-10, 0.5") == ["3", "1200", "0.5"]
    assert counts_something("it took three weeks") and not counts_something("it took one week")
    assert compares("still 3") and compares("was 9 and is 4") and not compares("it is 4")
    assert quotations("He said 'that is not what I asked' and \"no\".") == [
        "that is not what I asked",
        "no",
    ]
    assert quotations("It's the team's choice, isn't it?") == []
    assert quotations("'he's slow but he counts', she said") == ["he's slow but he counts"]
    assert (
        day_of("2026-02-28") == day_of(datetime.date(2026, 2, 28)) and day_of("2026-02-30") is None
    )
    assert placeholder("by ____") == "____" and placeholder("a < b > c") == ""


SCORES = {"A": [1, 2], "own": {"x": (3, "I asked them twice."), "y": (1, "")}}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({}, None),
        ({"A": (1.0, 4)}, None),
        ({"A": {"y": 1, "x": 2}}, None),
        ({"own": [(1, ""), (2, "I asked the team.")]}, None),
        ({"A": [1]}, "A: Give 2 levels"),
        ({"A": [1, 5]}, "from 1 to 4"),
        ({"A": [True, 1]}, "from 1 to 4"),
        ({"A": plain(...)}, "A is not filled in"),
        ({"own": [(2, ""), (1, "")]}, "own, x: Level 2 needs the sentence"),
        ({"own": [2, 1]}, "pair (level, sentence)"),
        ({"own": [(0, "I asked them once."), (1, "")]}, "from 1 to 4, not 0"),
    ],
)
def test_levels_of_the_own_answer_need_a_sentence(changes, message):
    found = scores_form(["A"], ["x", "y"])(SCORES | changes)
    assert found is None if message is None else message in found
