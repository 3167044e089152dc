"""Checks of lesson 501: the form of a story, weighted kappa, and a filled-in form of scores.

The rules for the story look at form alone. They are all stated in the lesson, and none of them
judges whether the story is good.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from ..exercise import Answer, Exercise, Right, Verdict, Wrong
from ..groups import Failure, Group, Rule, case
from ..values import Opaque, show

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


@dataclass(frozen=True, eq=False)
class Form(Rule):
    """A rule for a dict that the learner fills in; with only dots in it, it is not written."""

    def run(self, answer: Answer, seed: int = 0) -> Verdict:
        """Apply the rule, unless nothing is filled in."""
        value = answer.value().value
        if isinstance(value, dict) and value and all(isinstance(v, Opaque) for v in value.values()):
            return Failure("Not written yet.", not_written=True).verdict(self)
        return super().run(answer, seed)


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
        return f"Two different options are asked for; there is {len(different)}."
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


_FERRY = {
    "context": "A ferry company sold more seats than its boats held on busy days, and turned "
    "people away at the pier. I was the only data scientist beside two planners.",
    "metric": "In the first week I agreed with both planners on refused passengers per thousand. "
    "It stood at 7.2, and below 4 the new limits would stay.",
    "alternatives": [
        ("Copy the limits of last summer", "two routes had new boats since then"),
        ("Buy a forecast from a vendor", "it knew nothing of our school holidays"),
    ],
    "action": "I read two hundred complaints before I opened a table. Most came from groups who "
    "booked late, so I split the no-show rate by group size and lead time. My first model "
    "looked good since it saw cancellations made after departure. I found that by replaying a "
    "Saturday hour by hour, removed the column, and told the planners that my earlier figures "
    "were wrong. Then I ran the new limits on one route for a month while a similar route kept "
    "the old ones.",
    "result": "Refusals fell to 3.1 per thousand, against 6.8 on the route that kept the old "
    "limits in the same month. Empty seats rose by half a percent, which I had not expected.",
    "learning": "I learned to replay a day in the order in which facts arrived before I trust a "
    "model.",
    "reused": "I did this first in the luggage forecast a year later, and found a similar leak.",
}


def _cell(drop: str = "", **changes: object) -> str:
    """An answer cell: the invented ferry story but for ``changes``, without the part ``drop``."""
    story = {part: text for part, text in (_FERRY | changes).items() if part != drop}
    return f"story = {story!r}\n"


def _everywhere(change: Callable[[str], str]) -> str:
    """An answer cell: the invented ferry story with all its texts changed."""
    pairs = [tuple(map(change, pair)) for pair in _FERRY["alternatives"]]
    texts = {part: change(text) for part, text in _FERRY.items() if part != "alternatives"}
    return _cell(**texts, alternatives=pairs)


def _all_we(text: str) -> str:
    return re.sub(r"\b[Mm]y\b", "our", re.sub(r"\bI\b", "we", text))


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
        Form(_WRITTEN, test=written),
        Form(_LENGTH, test=spoken_length),
        Form(_SHARE, test=mostly_action),
        Form(_WE_GROUP, test=i_not_we),
        Form(_OPTIONS, test=two_alternatives),
        Form(_RESULT, test=measured_result),
        Form(_LEARNING, test=learning_reused),
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
    wrong=[
        Wrong("we did everything", _everywhere(_all_we), _WE_GROUP),
        Wrong("no number", _cell(result="Refusals fell a lot, against the other route, and the "
              "planners kept the new limits for good after that month."), _RESULT),
        Wrong("a year is its only number", _cell(result="Since summer 2021 far fewer people are "
              "turned away than on the route that kept the old limits."), _RESULT),
        Wrong("a date with slashes is its only number", _cell(result="On 3/7/2021 far fewer "
              "patients missed it, compared with the other clinics."), _RESULT),
        Wrong("dates are its only numbers", _cell(result="From 3 July 2021 to 2021-08-14 far fewer "
              "people were refused than before, and in the season 2021/22 as well."), _RESULT),
        Wrong("names with digits are its only numbers", _cell(result="By Q3 the model v2 ran on "
              "EC2 beside GPT-4 and refused far fewer people than the old limits did."), _RESULT),
        Wrong("a number beside nothing", _cell(result="Refusals are now 3.1 per thousand on this "
              "route, and the planners are content with it."), _RESULT),
        Wrong("no learning", _cell(drop="learning"), _WRITTEN),
        Wrong("an empty part", _cell(metric="  "), _WRITTEN),
        Wrong("dots in a part", _cell(reused="..."), _WRITTEN),
        Wrong("a part left as in the stub", _cell() + "story['reused'] = ...\n", _WRITTEN),
        Wrong("action as a list of steps", _cell(action=_FERRY["action"].split(". ")), _WRITTEN),
        Wrong("a number for a result", _cell(result=3.1), _WRITTEN),
        Wrong("a placeholder", _cell(context="TODO where and who. " + _FERRY["context"]), _WRITTEN),
        Wrong("a placeholder in small letters", _cell(metric=_FERRY["metric"].replace(
              "7.2", "xxx")), _WRITTEN),
        Wrong("a note to oneself", _cell(learning="Todo: " + _FERRY["learning"]), _WRITTEN),
        Wrong("brackets of a template", _cell(reused="I did this again at <company> a year later, "
              "and it worked there too."), _WRITTEN),
        Wrong("one sentence twice to fill it", _cell(reused=_FERRY["learning"] + " "
              + _FERRY["reused"]), _WRITTEN),
        Wrong("three minutes", _cell(action=_FERRY["action"] + "".join(
              f" Then I asked the planner of route {n} what had changed." for n in range(14))),
              _LENGTH),
        Wrong("notes", _cell(action="I split rates by group and replayed a day.",
              reused="I did it again for luggage."), _LENGTH),
        Wrong("all context", _cell(context=_FERRY["context"] + " The company had been founded by "
              "two brothers, ran nine boats between four islands, and had moved its bookings to a "
              "new system in the spring, which nobody on the piers liked at first. My manager had "
              "come from an airline and knew such questions well."), _SHARE),
        Wrong("mostly learning", _cell(action="I read complaints, split the rates, replayed a "
              "Saturday, and ran new limits on one route.", learning=_FERRY["learning"] + " I also "
              "learned that complaints are data, that planners know more than tables, that a leak "
              "looks like a good model, that a similar route is worth more than a long history, "
              "and that an apology for wrong figures costs less than it seems at the time."),
              _SHARE),
        Wrong("one alternative", _cell(alternatives=_FERRY["alternatives"][:1]), _OPTIONS),
        Wrong("one alternative twice", _cell(alternatives=_FERRY["alternatives"][:1] * 2),
              _OPTIONS),
        Wrong("one pair without a list", _cell(alternatives=_FERRY["alternatives"][0]), _OPTIONS),
        Wrong("no reasons", _cell(alternatives=["Copy the limits", "Buy a forecast", "Wait"]),
              _OPTIONS),
        Wrong("reasons of a word", _cell(alternatives=[("Copy the limits", "old"),
              ("Buy a forecast", "expensive")]), _OPTIONS),
        Wrong("a slogan for a learning", _cell(learning="Communication is key."), _LEARNING),
        Wrong("used again nowhere", _cell(reused="Not yet."), _LEARNING),
        Wrong("one text", "story = 'I once worked for a ferry company. ' * 40\n", _WRITTEN),
    ],
    right=[
        Right("the ferry", _cell()),
        Right("alternatives as a dict", _cell(alternatives=dict(_FERRY["alternatives"]))),
        Right("alternatives as lists", _cell(alternatives=list(map(list, _FERRY["alternatives"])))),
        Right("a to-do list is no placeholder", _cell(reused=_FERRY["reused"]
              + " It stands on my todo list for each project.")),
        Right("another order, and a title", "story = dict(reversed("
              + repr(_FERRY | {"title": "Ferry seats"}) + ".items()))\n"),
        Right("curly apostrophes, euros, a small i", _cell(
            result="Refunds fell from €41k to €18k a month. i can’t say how much of it is weather.",
            reused="I’ve done it in the luggage forecast, and found the same fault.")),
        Right("US is no pronoun", _cell(context="The US arm of a ferry company turned people away "
              "at the pier; our I/O was fine. I was its only data scientist.")),
        Right(
            "a bakery, told in short sentences",
            '''
story = {
    "context": "Nine bakeries threw away bread each night. I worked alone, for the owner.",
    "metric": "Loaves thrown away per hundred baked. 14 at the start. Agreed before I saw any "
              "data: the owner would change his orders if a trial got it under 10.",
    "alternatives": (
        ("An app for staff to enter leftovers", "Nobody has a free hand at closing time."),
        ("One model for all nine shops", "Two of them sell mainly before eight in the morning."),
        ("Bake less everywhere", "It empties the shelf on Saturdays."),
    ),
    "action": "I stood in three shops for a day. I counted shelves every hour. The till knew what "
              "was sold, not what was asked for and gone. I marked every hour in which a shelf was "
              "empty, and treated it as unknown, not as zero. I fitted a plain seasonal average a "
              "shop. A boosted model was one loaf better; I left it out, since I could not explain "
              "it to the bakers. For six weeks I sent suggested orders to five shops drawn by lot. "
              "In week two I had swapped the numbers of two shops. I rang both and said so.",
    "result": "11.0 loaves per hundred, versus 13.7 in the four shops without suggestions. I "
              "missed the target of 10.",
    "learning": "An empty shelf is a missing value. I look for such zeros now before I fit.",
    "reused": "A pharmacy asked me for stock limits; a tenth of its zeros were empty shelves.",
}
''',
        ),
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

    named = st.integers(1, 7).flatmap(
        lambda levels: pairs(levels).map(lambda two: (*two, levels))
    )
    return st.one_of(pairs(4), named)


_ENDS = "1 for agreement and -1 for opposition"
_CHANCE = "agreement by chance is taken off"
_FAR = "far misses cost more"
_SAME = "all scores the same"
_ANY = "any scores and number of levels"
_KEPT = "the lists stay as they were"
_BAD = "bad scores raise ValueError"

_PLAIN = '''
def weighted_kappa(mine, key, levels=4):
    if not mine or len(mine) != len(key):
        raise ValueError("lengths")
    if any(score not in range(1, levels + 1) for score in [*mine, *key]):
        raise ValueError("levels")
    n = len(mine)
    observed = sum((a - b) ** 2 for a, b in zip(mine, key)) / n
    expected = sum((a - b) ** 2 for a in mine for b in key) / n**2
    if expected == 0:
        return 1.0
    return 1 - observed / expected
'''


def _mutant(name: str, old: str, new: str, caught_by: str) -> Wrong:
    """The plain solution with ``old`` replaced."""
    assert _PLAIN.count(old) == 1, name
    return Wrong(name, _PLAIN.replace(old, new), caught_by)


def _after_checks(body: str) -> str:
    """The plain solution's checks of its input, and another body."""
    head = _PLAIN.split("    n = len(mine)")[0]
    return head + "".join(f"    {line}\n" for line in body.strip().splitlines())


_OBSERVED = "sum((a - b) ** 2 for a, b in zip(mine, key))"
_EXPECTED = "sum((a - b) ** 2 for a in mine for b in key) / n**2"

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
            nudge="Pair each score of the one with every score of the other: that is chance.",
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
            nudge="Where no disagreement is possible by chance, agreement is complete.",
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
            nudge="sort() and pop() change the caller's list. Work on a copy.",
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
            nudge="Look at the lengths and the range before you compute anything.",
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
    wrong=[
        Wrong("share of equal scores", _after_checks(
            "return sum(a == b for a, b in zip(mine, key)) / len(mine)"), _CHANCE),
        Wrong("no correction for chance", _after_checks(
            "worst = (levels - 1) ** 2 or 1\n"
            f"return 1 - {_OBSERVED} / len(mine) / worst"), _CHANCE),
        _mutant("chance is a uniform scorer", _EXPECTED,
                "sum((a - b) ** 2 for a in mine for b in range(1, levels + 1)) / n / levels",
                _CHANCE),
        _mutant("chance from the key alone", _EXPECTED,
                "sum((a - b) ** 2 for a in key for b in key) / n**2", _CHANCE),
        _mutant("chance from both lists thrown together", _EXPECTED,
                "sum((a - b) ** 2 for a in [*mine, *key] for b in [*mine, *key]) / (2 * n) ** 2",
                _CHANCE),
        Wrong("a correlation", _after_checks(
            "import numpy as np\n"
            "if np.std(mine) == 0 or np.std(key) == 0:\n"
            "    return float(mine == key)\n"
            "return float(np.corrcoef(mine, key)[0, 1])"), _FAR),
        Wrong("linear weights", _PLAIN.replace("(a - b) ** 2", "abs(a - b)"), _FAR),
        Wrong("no weights", _PLAIN.replace("(a - b) ** 2", "(a != b)"), _FAR),
        Wrong("weights to the third power", _PLAIN.replace(
            "(a - b) ** 2", "abs(a - b) ** 3"), _FAR),
        _mutant("takes pairs with themselves out of chance", "/ n**2", "/ (n * (n - 1) or 1)",
                _CHANCE),
        _mutant("distances between ranks of the scores seen", "    n = len(mine)\n",
                "    n = len(mine)\n    place = sorted({*mine, *key}).index\n"
                "    mine, key = [*map(place, mine)], [*map(place, key)]\n", _FAR),
        _mutant("sorts both lists first", _OBSERVED, _OBSERVED.replace(
            "zip(mine, key)", "zip(sorted(mine), sorted(key))"), _ENDS),
        _mutant("sorts the learner's list in place", "    n = len(mine)\n",
                "    n = len(mine)\n    pairs = list(zip(mine, key))\n    mine.sort()\n"
                "    mine, key = zip(*pairs)\n", _KEPT),
        _mutant("turned round", "1 - observed / expected", "observed / expected", _ENDS),
        _mutant("never below zero", "1 - observed / expected", "max(0.0, 1 - observed / expected)",
                _ENDS),
        _mutant("rounds to two digits", "1 - observed / expected",
                "round(1 - observed / expected, 2)", _FAR),
        _mutant("divides by zero", "    if expected == 0:\n        return 1.0\n", "", _SAME),
        _mutant("zero where all scores are the same", "return 1.0", "return 0.0", _SAME),
        _mutant("not a number where all scores are the same", "return 1.0", 'return float("nan")',
                _SAME),
        _mutant("one for any two scorers who never vary", "if expected == 0:",
                "if len(set(mine)) == len(set(key)) == 1:", _SAME),
        _mutant("four levels, whatever is asked for", "range(1, levels + 1)", "range(1, 5)", _ANY),
        _mutant("levels are counted from 0", "range(1, levels + 1)", "range(levels)", _ENDS),
        _mutant("no look at the range", "any(score not in range(1, levels + 1) for score in "
                "[*mine, *key])", "False", _BAD),
        _mutant("looks at the range of the own scores only", "[*mine, *key]", "mine", _BAD),
        _mutant("no look at the lengths", "not mine or len(mine) != len(key)", "not mine", _BAD),
        _mutant("only too long a key is refused", "len(mine) != len(key)", "len(mine) < len(key)",
                _BAD),
        _mutant("asserts in place of ValueError", '        raise ValueError("lengths")',
                '        raise AssertionError("lengths")', _BAD),
        _mutant("empty lists agree", "    if not mine or", "    if not mine and not key:\n"
                "        return 1.0\n    if", _BAD),
        Wrong("remembers the chance of an earlier call", _PLAIN.replace(
            "levels=4):", "levels=4, known={}):").replace(
            _EXPECTED, f"known.setdefault(n, {_EXPECTED})"), _CHANCE),
    ],
    right=[
        Right("mean squared distances", _PLAIN),
        Right("broadcasting", _after_checks("""
import numpy as np
a, b = np.asarray(mine), np.asarray(key)
expected = np.mean(np.subtract.outer(a, b) ** 2)
return 1 - np.mean((a - b) ** 2) / expected if expected else 1
""")),
        Right("two tables", _after_checks("""
import numpy as np
seen = np.zeros((levels, levels))
np.add.at(seen, (np.array(mine) - 1, np.array(key) - 1), 1)
chance = np.outer(seen.sum(axis=1), seen.sum(axis=0)) / len(mine)
weights = np.subtract.outer(np.arange(levels), np.arange(levels)) ** 2
total = (weights * chance).sum()
return np.float64(1) if total == 0 else 1 - (weights * seen).sum() / total
""")),
        Right("means and variances", _after_checks("""
from statistics import fmean, pvariance
a, b = fmean(mine), fmean(key)
together = fmean((x - a) * (y - b) for x, y in zip(mine, key))
spread = pvariance(mine) + pvariance(key) + (a - b) ** 2
return 2 * together / spread if spread else 1.0
""")),
        Right("counted, as a fraction", _after_checks("""
from collections import Counter
from fractions import Fraction
one, two = Counter(mine), Counter(key)
chance = sum(one[i] * two[j] * (i - j) ** 2 for i in one for j in two)
seen = sum(times * (i - j) ** 2 for (i, j), times in Counter(zip(mine, key)).items())
return Fraction(1) if not chance else 1 - Fraction(len(mine) * seen, chance)
""")),
        Right("weights of agreement", _after_checks("""
from itertools import product
far = max(levels - 1, 1) ** 2
def agree(pairs):
    pairs = list(pairs)
    return sum(1 - (i - j) ** 2 / far for i, j in pairs) / len(pairs)
if set(mine) == set(key) and len(set(mine)) == 1:
    return 1
chance = agree(product(mine, key))
return (agree(zip(mine, key)) - chance) / (1 - chance)
""")),
        Right("decimals, with try", _after_checks("""
from decimal import Decimal, DivisionByZero, InvalidOperation
seen = Decimal(sum((a - b) ** 2 for a, b in zip(mine, key))) * len(mine)
try:
    return 1 - seen / Decimal(sum((a - b) ** 2 for a in mine for b in key))
except (DivisionByZero, InvalidOperation):
    return 1.0
""")),
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
_FILLED = {"A": [2, 2, 2, 2, 2], "B": [2, 2, 2, 2, 2], "C": [3, 3, 3, 3, 3], "own": [2, 2, 3, 2, 1]}


def _form(**changes: object) -> str:
    """An answer cell: the form filled in, but for ``changes``."""
    return f"my_scores = {_FILLED | changes!r}\n"


my_scores = Exercise(
    difficulty="easy",
    minutes=20,
    groups=[Form(_FORM, test=in_form)],
    hints=[
        "Read an anchor once from start to end before you give it any score.",
        "Take one row of the rubric, and look in the text for the sentence that earns it. No "
        "sentence means level 1.",
        "Level 3 or 4 needs everything that stands in that column. When you hesitate between two "
        "levels, name what is missing for the upper one.",
        "Each line takes a list, in the order of the rows of the rubric: `anchor_a = [2, 1, 3, 1, "
        "2]` says level 2 for ownership, 1 for the metric, and so on. (These five are no hint.)",
    ],
    wrong=[
        Wrong(name, source, _FORM)
        for name, source in [
            ("a score of 0", _form(A=[0, 1, 2, 3, 4])),
            ("a score of 5", _form(B=[1, 2, 3, 4, 5])),
            ("half a level", _form(C=[2.5, 3, 3, 3, 3])),
            ("four scores", _form(A=[1, 2, 3, 4])),
            ("a sum in place of scores", _form(C=15)),
            ("words for levels", _form(B=["mid", "mid", "senior", "mid", "mid"])),
            ("an anchor left out", _form(B=None)),
            ("the own answer left out", _form() + "my_scores['own'] = ...\n"),
            ("no key for the own answer", _form() + "del my_scores['own']\n"),
            ("a text in place of a list", _form(own="2, 2, 3, 2, 1")),
            ("a text of five digits", _form(own="22321")),
            ("digits in quotes", _form(C=["3", "3", "3", "3", "3"])),
            ("dots for a score", _form() + "my_scores['B'] = [2, 3, 2, 1, ...]\n"),
            ("scores in a row", "my_scores = [1, 2, 3] * 5\n"),
            ("True for 1", _form(own=[True, 2, 3, 2, 1])),
        ]
    ],
    right=[
        Right("lists", _form()),
        Right("tuples", _form(A=(1, 1, 1, 1, 1))),
        Right("floats without a fraction", _form(B=[2.0, 3.0, 2.0, 1.0, 1.0])),
        Right("NumPy", "import numpy as np\n" + _form() + "my_scores['C'] = np.full(5, 3)\n"),
        Right("rows by name", _form(own={"ownership": 2, "metric": 2, "obstacle": 3, "result": 2,
                                         "learning": 1})),
        Right("with a note", _form(note="scored twice")),
    ],
)
