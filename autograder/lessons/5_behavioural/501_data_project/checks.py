"""Checks of lesson 501: the form of a story, weighted kappa, and a filled-in form of scores.

The rules for the story look at form alone. They are all stated in the lesson, and none of them
judges whether the story is good.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from autograder.groups import Exercise, Group, Opaque, Rule, case, nudge_on, show

PARTS = ("context", "metric", "alternatives", "action", "result", "learning", "reused")
_PLACEHOLDER = re.compile(
    r"\bTODO\b|\b(?i:todo:|tbd\b|xxx+\b|lorem ipsum\b|blah blah\b)|<[A-Za-z][^<>]*>"
    r"|\[(?i:your)\b[^\]]*\]"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_DATE = re.compile(
    r"\b\d{1,2}([/.])\d{1,2}\1(?:19|20)\d\d\b"
    rf"|\d{{4}}-\d\d(?:-\d\d)?|\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}\b"
    rf"|\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b|\b(?:19|20)\d\d(?:[/–-]\d\d)?\b(?![.,]?\d|\s?%)"
)
_NUMBER = re.compile(r"(?<![\w.])(?<![A-Za-z]-)\.?\d")
_COMPARED = re.compile(
    r"(?i)\b(?:against|baseline|before|compar\w*|control|holdout|instead|otherwise|relative|than"
    r"|versus|vs|without|would)\b|\bfrom\b[^.!?]*\d[^!?]*\bto\b"
)
_I = re.compile(r"\b(?:I(?!/O)|i(?!\.e)|[Mm]y|[Mm]e|[Mm]ine|[Mm]yself)\b")
_WE = re.compile(r"\b(?:[Ww]e|[Oo]urs?|[Oo]urselves|us|Us)\b")


def text_of(value: Any) -> str:
    """All the text in a part of a story: a text, or lists, tuples and dicts of texts."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return " ".join(text_of(item) for pair in value.items() for item in pair)
    if isinstance(value, (list, tuple)):
        return " ".join(text_of(item) for item in value)
    return ""


def count_words(value: Any) -> int:
    """The number of words in a part; signs that stand alone are none."""
    return len(re.findall(r"\w[^\s]*", text_of(value)))


def story_rule(test: Callable[[dict[str, Any]], str | None]) -> Callable[[Any], str | None]:
    """A rule's test that first asks for a dict and then looks at its seven parts."""

    def tested(value: Any) -> str | None:
        if not isinstance(value, dict):
            return f"story should be a dict with the parts {', '.join(PARTS)}."
        return test({part: value.get(part, "") for part in PARTS})

    return tested


@story_rule
def written(story: dict[str, Any]) -> str | None:
    """Every part has words of its own."""
    for part, value in story.items():
        if isinstance(value, Opaque):
            return f"The part {part} is not written yet."
        if not isinstance(value, str) and value and part != "alternatives":
            return f"The part {part} takes one text in quotes, not {show(value, 60)}."
        if not count_words(value):
            return f"The part {part} is missing, or holds no text."
        if found := _PLACEHOLDER.search(text_of(value)):
            return f"The part {part} still holds the placeholder {found[0]}."
    seen: set[str] = set()
    for sentence in re.split(r"[.!?]+\s", " . ".join(map(text_of, story.values()))):
        plain = " ".join(re.findall(r"\w+", sentence.lower()))
        if plain in seen and plain.count(" ") >= 3:
            return f"This stands in the story twice: {show(sentence.strip(), 80)}."
        seen.add(plain)
    return None


@story_rule
def spoken_length(story: dict[str, Any]) -> str | None:
    """150 to 320 words."""
    words = sum(map(count_words, story.values()))
    if 150 <= words <= 320:
        return None
    wanted = "at least 150" if words < 150 else "at most 320"
    return f"The story has {words} words, about {words / 140 * 60:.0f} seconds. Make it {wanted}."


@story_rule
def mostly_action(story: dict[str, Any]) -> str | None:
    """What you did leads, the context stays short."""
    words = {part: count_words(value) for part, value in story.items()}
    total = sum(words.values()) or 1
    if words["context"] > 0.25 * total:
        share = words["context"] / total
        return f"The context takes {share:.0%} of the words; 25 % are the most."
    share = (words["alternatives"] + words["action"]) / total
    if share < 0.4:
        return f"Alternatives and action take {share:.0%} of the words; 40 % are the least."
    return None


@story_rule
def i_not_we(story: dict[str, Any]) -> str | None:
    """The teller is in the story."""
    text = " ".join(map(text_of, story.values()))
    own, shared = len(_I.findall(text)), len(_WE.findall(text))
    if own >= 5 and own >= shared:
        return None
    return f"I, my and me stand {own} times, we, our and us {shared} times. Say what you did."


@story_rule
def two_alternatives(story: dict[str, Any]) -> str | None:
    """At least two pairs of an option and why it lost."""
    given = story["alternatives"]
    pairs = list(given.items()) if isinstance(given, Mapping) else given
    if not isinstance(pairs, (list, tuple)):
        return "Give alternatives as a list of pairs: (option, why not)."
    if len(pairs) == 2 and all(isinstance(each, str) for each in pairs):
        return "Put each option with its reason: [(option, why not), (option, why not)]."
    for pair in pairs:
        if not isinstance(pair, (list, tuple)) or len(pair) != 2:
            return f"This is no pair (option, why not): {show(pair, 80)}."
        if any(count_words(half) < 3 for half in pair):
            return f"An option and its reason take three words each at least: {show(pair, 80)}."
    different = {text_of(option).lower().strip() for option, _ in pairs}
    if len(different) < 2:
        return f"Name two different options; there is {len(different)}."
    return None


@story_rule
def measured_result(story: dict[str, Any]) -> str | None:
    """A number that is no date, and a word that compares."""
    result = text_of(story["result"])
    if not _NUMBER.search(_DATE.sub(" ", result)):
        return "The result has no number in digits. Years, dates and names like Q3 do not count."
    if not _COMPARED.search(result):
        return (
            "The number in the result is compared with nothing. Say what it was before, or what it "
            "would be without you: against, before, instead of, than, versus, without."
        )
    return None


@story_rule
def learning_reused(story: dict[str, Any]) -> str | None:
    """A learning in a sentence, and another place where it was used."""
    if (words := count_words(story["learning"])) < 8:
        return f"The learning has {words} words. Say in 8 or more what you learned."
    if (words := count_words(story["reused"])) < 5:
        return f"The part reused has {words} words. Say in 5 or more where you used it."
    if text_of(story["reused"]).strip() == text_of(story["learning"]).strip():
        return "The parts learning and reused are the same."
    return None


_WRITTEN = "every part is written"
_LENGTH = "one to two minutes long"
_SHARE = "most of it is what you did"
_WE_GROUP = "I stands as often as we"
_OPTIONS = "two alternatives with reasons"
_RESULT = "the result has a number and a comparison"
_LEARNING = "a learning that was used again"

story = Exercise(
    difficulty="medium",
    minutes=30,
    groups=[
        Rule(_WRITTEN, test=written),
        Rule(_LENGTH, test=spoken_length),
        Rule(_SHARE, test=mostly_action),
        Rule(_WE_GROUP, test=i_not_we),
        Rule(_OPTIONS, test=two_alternatives),
        Rule(_RESULT, test=measured_result),
        Rule(_LEARNING, test=learning_reused),
    ],
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


_ENDS = "1 for agreement and -1 for opposition"
_CHANCE = "agreement by chance is taken off"
_FAR = "far misses cost more"
_SAME = "all scores the same"
_ANY = "any scores and number of levels"
_KEPT = "the lists stay as they were"
_BAD = "bad scores raise ValueError"


weighted_kappa = Exercise(
    difficulty="medium",
    minutes=20,
    groups=[
        Group(
            _ENDS,
            cases=[
                case([1, 2, 3, 4], [1, 2, 3, 4], gives=1),
                case([1, 2, 3, 4], [4, 3, 2, 1], gives=-1),
                case([1, 4, 4], [1, 4, 4], gives=1),
            ],
            nudge="Which disagreement is observed here, and which would you expect by chance?",
        ),
        Group(
            _CHANCE,
            cases=[
                case([3, 3, 3, 3], [1, 2, 3, 4], gives=0),
                case([1, 1, 2, 2], [1, 2, 1, 2], gives=0),
                case([2, 3, 2, 3], [1, 1, 4, 4], gives=0),
            ],
            nudge="Pair each score of one with every score of the other: that is chance agreement.",
        ),
        Group(
            _FAR,
            cases=[
                case([1, 2, 3], [1, 3, 3], gives=0.8),
                case([1, 2, 3, 4], [1, 2, 3, 1], gives=kappa([1, 2, 3, 4], [1, 2, 3, 1])),
                case([1, 2, 4, 4], [2, 2, 4, 1], gives=kappa([1, 2, 4, 4], [2, 2, 4, 1])),
                case([1, 2, 4], [1, 1, 3], gives=kappa([1, 2, 4], [1, 1, 3])),
            ],
            nudge="A miss by two levels weighs four times a miss by one.",
        ),
        Group(
            _SAME,
            cases=[
                case([3, 3, 3], [3, 3, 3], gives=1),
                case([1], [1], gives=1),
                case([2, 2], [4, 4], gives=0),
                case([1, 1], [1, 1], 1, gives=1),
            ],
            nudge=nudge_on(
                "value raised",
                "Where no disagreement is possible by chance, agreement is complete.",
            ),
        ),
        Group(
            _ANY,
            inputs=scores,
            oracle=kappa,
            nudge="Fill in both tables for this case by hand.",
        ),
        Group(
            _KEPT,
            cases=[
                case([4, 1, 3], [4, 1, 3], gives=1),
                case([3, 1, 2, 4], [2, 4, 3, 1], gives=kappa([3, 1, 2, 4], [2, 4, 3, 1])),
            ],
            nudge=nudge_on("mutated", "sort() and pop() change the caller's list. Work on a copy."),
        ),
        Group(
            _BAD,
            cases=[
                case([], [], raises=ValueError),
                case([1, 2], [1], raises=ValueError),
                case([1], [1, 2], raises=ValueError),
                case([0, 2], [1, 2], raises=ValueError),
                case([1, 2], [1, 5], raises=ValueError),
                case([3, 1], [2, 2], 2, raises=ValueError),
            ],
            nudge=nudge_on(
                "accepted raised", "Look at the lengths and the range before you compute anything."
            ),
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


def in_form(value: Any) -> str | None:
    """Anchors A, B and C and the own answer, five whole scores from 1 to 4 each."""
    if not isinstance(value, dict):
        return "my_scores should be a dict with the keys A, B, C and own."
    for key, name in _NAMES.items():
        if key not in value:
            return f"my_scores has no key {key!r}. The last line of the answer cell makes all four."
        given = value[key]
        row = list(given.values()) if isinstance(given, dict) else given
        if given is None or isinstance(given, Opaque):
            return f"{name} is not filled in yet."
        if not isinstance(row, (list, tuple)):
            return f"{name} takes a list such as [2, 1, 3, 1, 2], not {show(given, 60)}."
        if len(row) != 5:
            return f"{name} takes five scores, one for each row of the rubric, not {len(row)}."
        if any(isinstance(each, Opaque) for each in row):
            return f"{name} is not filled in to its end: {show(given, 60)}."
        if any(isinstance(each, bool) or each not in (1, 2, 3, 4) for each in row):
            return f"{name} takes whole numbers from 1 to 4, not {show(given, 60)}."
    return None


_NAMES = {"A": "anchor_a", "B": "anchor_b", "C": "anchor_c", "own": "own"}
_FORM = "five scores from 1 to 4 for each of four answers"


my_scores = Exercise(
    difficulty="easy",
    minutes=20,
    groups=[Rule(_FORM, test=in_form)],
    hints=[
        "Read an anchor once from start to end before you give it any score.",
        "Take one row of the rubric, and look in the text for the sentence that earns it. No "
        "sentence means level 1.",
        "Level 3 or 4 needs everything that stands in that column. When you hesitate between two "
        "levels, name what is missing for the upper one.",
        "Each line takes a list, in the order of the rows of the rubric: `anchor_a = [2, 1, 3, 1, "
        "2]` says level 2 for ownership, 1 for the metric, and so on. (These five are no hint.)",
    ],
)
