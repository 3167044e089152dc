"""Checks of lesson 501: the form of a story, weighted kappa, and a filled-in form of scores.

The rules for the story look at form alone. They are all stated in the lesson, and none of them
judges whether the story is good.
"""

from __future__ import annotations

from fractions import Fraction

from autograder.groups import (
    Exercise,
    Group,
    Rule,
    StoryPart,
    Together,
    case,
    nudge_on,
    scores_form,
    story_groups,
)

story = Exercise(
    difficulty="medium",
    minutes=30,
    groups=story_groups(
        {
            "context": StoryPart(),
            "metric": StoryPart(),
            "alternatives": StoryPart(pairs=2),
            "action": StoryPart(least=15),
            "result": StoryPart(number=True, compared=True),
            "learning": StoryPart(least=8),
            "reused": StoryPart(least=5),
        },
        context="context",
        action=("alternatives", "action"),
    ),
    hints=[
        "Choose the project in which you decided most, not the one with the largest name.",
        "Write the action first, as five sentences that begin with a verb of yours: read, asked, "
        "split, dropped, replayed. The other parts follow from it.",
        "For the result ask: what would have happened without me? An old version beside the new "
        "one, the year before, a similar group: any of them gives the comparison.",
        "Skeleton: 'In the first week I agreed with ... on ... It stood at ...' · ('...', 'it "
        "needed ...') · 'I read ... I found ... My first ... was wrong since ...' · '... fell from "
        "... to ..., against ... where nothing changed' · 'I learned to ... before I ...' · 'I did "
        "this in ..., and it showed ...'",
    ],
)


def kappa(mine: list[int], key: list[int], levels: int = 4) -> float:
    """The oracle, from the tables of the definition, in exact fractions.

    It agrees with scikit-learn's ``cohen_kappa_score(..., weights="quadratic")`` wherever that
    is a number.
    """
    scale = range(1, levels + 1)
    if not mine or len(mine) != len(key) or not {*mine, *key} <= {*scale}:
        raise ValueError("scores")
    pairs, n = list(zip(mine, key)), len(mine)
    observed = expected = Fraction(0)
    for i in scale:
        for j in scale:
            weight = Fraction(i - j, levels - 1 or 1) ** 2
            observed += weight * Fraction(pairs.count((i, j)), n)
            expected += weight * Fraction(mine.count(i), n) * Fraction(key.count(j), n)
    return float(1 - observed / expected) if expected else 1.0


def scores():
    """Pairs of lists of scores of equal length, with and without the number of levels."""
    from hypothesis import strategies as st

    def pairs(levels: int):
        score = st.integers(1, levels)
        rows = st.lists(st.tuples(score, score), min_size=1, max_size=12)
        return rows.map(lambda drawn: tuple(map(list, zip(*drawn))))

    named = st.integers(1, 7).flatmap(lambda levels: pairs(levels).map(lambda two: (*two, levels)))
    return st.one_of(pairs(4), named)


weighted_kappa = Exercise(
    difficulty="medium",
    minutes=20,
    groups=[
        Together(
            "the formula",
            parts=[
                Group(
                    cases=[
                        case([1, 2, 3, 4], [1, 2, 3, 4], gives=1),
                        case([1, 2, 3, 4], [4, 3, 2, 1], gives=-1),
                        case([1, 4, 4], [1, 4, 4], gives=1),
                    ],
                    nudge="Which disagreement is observed here, and which would you expect by "
                    "chance?",
                ),
                Group(
                    cases=[
                        case([3, 3, 3, 3], [1, 2, 3, 4], gives=0),
                        case([1, 1, 2, 2], [1, 2, 1, 2], gives=0),
                        case([2, 3, 2, 3], [1, 1, 4, 4], gives=0),
                    ],
                    nudge="Pair each score of the one with every score of the other: that is "
                    "chance.",
                ),
                Group(
                    cases=[
                        case([1, 2, 3], [1, 3, 3], gives=0.8),
                        case([1, 2, 3, 4], [1, 2, 3, 1], gives=kappa([1, 2, 3, 4], [1, 2, 3, 1])),
                        case([1, 2, 4, 4], [2, 2, 4, 1], gives=kappa([1, 2, 4, 4], [2, 2, 4, 1])),
                        case([1, 2, 4], [1, 1, 3], gives=kappa([1, 2, 4], [1, 1, 3])),
                    ],
                    nudge="A miss by two levels weighs four times a miss by one.",
                ),
                Group(
                    inputs=scores,
                    oracle=kappa,
                    nudge="Fill in both tables for this case by hand.",
                ),
            ],
        ),
        Together(
            "edges and errors",
            parts=[
                Group(
                    cases=[
                        case([3, 3, 3], [3, 3, 3], gives=1),
                        case([1], [1], gives=1),
                        case([2, 2], [4, 4], gives=0),
                        case([1, 1], [1, 1], 1, gives=1),
                    ],
                    nudge="Where no disagreement is possible by chance, agreement is complete.",
                ),
                Group(
                    cases=[
                        case([4, 1, 3], [4, 1, 3], gives=1),
                        case([3, 1, 2, 4], [2, 4, 3, 1], gives=kappa([3, 1, 2, 4], [2, 4, 3, 1])),
                    ],
                    nudge=nudge_on(
                        "mutated", "sort() and pop() modify the caller's list. Work on a copy."
                    ),
                ),
                Group(
                    cases=[
                        case([], [], raises=ValueError),
                        case([1, 2], [1], raises=ValueError),
                        case([1], [1, 2], raises=ValueError),
                        case([0, 2], [1, 2], raises=ValueError),
                        case([1, 2], [1, 5], raises=ValueError),
                        case([3, 1], [2, 2], 2, raises=ValueError),
                    ],
                    nudge="Look at the lengths and the range before you compute anything.",
                ),
            ],
        ),
    ],
    hints=[
        "You need two numbers: how far apart the pairs are, and how far apart they would be if "
        "somebody had shuffled one of the lists.",
        "Squared distances need no table. What is the mean of `(a - b) ** 2` over the pairs that "
        "belong together? And over all pairs, each score of the one with each of the other?",
        "`observed` runs over `zip(mine, key)` and is divided by `n`. `expected` runs over two "
        "nested loops and is divided by `n * n`. When is `expected` zero?",
        "Raise ValueError for empty lists, different lengths, and scores outside 1 to `levels`. "
        "Then return `1 - observed / expected`, or `1.0` where `expected` is 0.",
    ],
)


ROWS = ("ownership", "metric", "obstacle", "result", "learning")

my_scores = Exercise(
    difficulty="easy",
    minutes=30,
    groups=[
        Rule("levels for six anchors with evidence for yours", test=scores_form("ABCDEF", ROWS))
    ],
    hints=[
        "Read an anchor once from start to end before you give it any level.",
        "Take one row of the rubric, and look for the sentence that earns it. No sentence means "
        "level 1.",
        "Level 3 or 4 needs everything in that column. If you hesitate between two levels, name "
        "what is missing for the upper one.",
        "`anchor_a = [2, 1, 3, 1, 2]` gives five levels in the order of the rubric. In `own` each "
        "row takes a pair: the level, and the sentence of your answer that earns it.",
    ],
)
