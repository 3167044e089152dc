"""Checks of lesson 503: facts, judgements and disguises; a strength and a weakness in a form.

The form checks look at what can be counted. Each of their rules is on its card.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import Any

from autograder.groups import (
    Exercise,
    Form,
    Rule,
    counts_something,
    placeholder,
    quotations,
    scores_form,
    show,
    words,
)

# --- labels -------------------------------------------------------------------------------------

_KEY = (
    "judgement disguise disguise judgement fact fact "
    "disguise judgement fact judgement disguise fact"
).split()
_ASK = {
    "fact": "Could somebody who was there say yes or no to it?",
    "judgement": "It has a cost that an interviewer can ask about, but nobody could look it up.",
    "disguise": "Swap 'too' for 'very', or read it to a friend: is it praise?",
}


def _label(value: Any) -> str:
    text = value.strip().lower() if isinstance(value, str) else ""
    return "judgement" if text == "judgment" else text


def labelled(start: int, end: int) -> Callable[[Any], str | None]:
    """A test for the labels of the statements numbered ``start`` to ``end``, counted from 1."""

    def test(value: Any) -> str | None:
        if not isinstance(value, (list, tuple)):
            return f"labels should be a list of 12 strings, not {show(value, 40)}."
        if len(value) != len(_KEY):
            return f"labels has {len(value)} entries; there are 12 statements."
        given = [_label(each) for each in value]
        for number, each in enumerate(given, 1):
            if each not in _ASK:
                shown = show(value[number - 1], 40)
                return f"Statement {number}: one of fact, judgement, disguise, not {shown}."
        wrong = [n for n in range(start, end + 1) if given[n - 1] != _KEY[n - 1]]
        if not wrong:
            return None
        right = end - start + 1 - len(wrong)
        asked = _ASK[_KEY[wrong[0] - 1]]
        return f"{right} of {end - start + 1} are right. Statement {wrong[0]}: {asked}"

    return test


labels = Exercise(
    difficulty="easy",
    minutes=10,
    groups=[
        Rule("statements 1 to 6", test=labelled(1, 6)),
        Rule("statements 7 to 12", test=labelled(7, 12)),
    ],
    hints=[
        "Imagine that the interviewer asks back: 'When was that?' Which statements have an answer?",
        "A fact can be looked up or witnessed. A judgement is a view that may be true and costs "
        "something. A disguise is praise that wears the clothes of a weakness.",
        "Swap 'too' for 'very' and listen: 'my standards are very high'. And ask who paid for it: "
        "if nobody but you did, it's a disguise.",
        "There are four of each. The facts hold a month, a count, or a person who did something. "
        "The judgements would make a colleague nod, not smile.",
    ],
)

# --- feedback -----------------------------------------------------------------------------------

DISGUISES = (
    "perfectionist", "workaholic", "care too much", "too deep", "too detailed", "high standards",
    "too honest", "too nice", "can't say no", "impatient for results", "work too hard",
    "too passionate",
)  # fmt: skip
_COST = re.compile(
    r"(?i)\b(late|later|lost|lose|loses|missed|miss|redone|redo|redid|waited|wait|waiting|left"
    r"|leave|cost|costs|delayed|delay|delays|rework\w*|wasted|failed|broke|quit|gave up|stopped"
    r"|angry|hurt|apologi\w+|overtime|slipped|blocked|again|twice|complain\w*|confused)\b"
)
_DAY = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?![\d-])")


def _text_fault(value: Any) -> str | None:
    if not isinstance(value, str) or not words(value):
        return f"Give one string, not {show(value, 40)}."
    found = placeholder(value)
    return f"It still holds the placeholder {found}." if found else None


def quoted_strength(value: Any) -> str | None:
    """A quotation of four words, and three words around it."""
    if fault := _text_fault(value):
        return fault
    said = quotations(value)
    longest = max((len(words(each)) for each in said), default=0)
    if longest < 4:
        return (
            "There is no quotation of four words or more. Put what somebody said about your work "
            "in quotation marks."
        )
    around = len(words(value)) - sum(len(words(each)) for each in said)
    if around < 3:
        return "Say in three words or more who said it, and of what."
    return None


def costly_weakness(value: Any) -> str | None:
    """A cost, and none of the disguises outside quotations."""
    if fault := _text_fault(value):
        return fault
    own = value
    for each in quotations(value):
        own = own.replace(each, " ")
    plain = " ".join(words(own.lower().replace("’", "'").replace("-", " ")))
    plain = plain.replace("cannot say no", "can't say no")
    for disguise in DISGUISES:
        if re.search(rf"(?<!\w){re.escape(disguise)}(?!\w)", plain):
            return f"{disguise!r} is on the list of disguises. What did it cost somebody else?"
    if not counts_something(value) and not _COST.search(value):
        return (
            "It has no cost: no number, and none of the words on the card (late, lost, missed, "
            "redone, waited, left, ...)."
        )
    return None


def dated_action(value: Any) -> str | None:
    """A month or day in ISO form that isn't in the future."""
    if fault := _text_fault(value):
        return fault
    today = datetime.date.today()
    days = []
    for year, month, day in _DAY.findall(value):
        try:
            days.append(datetime.date(int(year), int(month), int(day or 1)))
        except ValueError:
            return f"{year}-{month}{'-' + day if day else ''} isn't a date."
    if not days:
        return "There is no date such as 2026-03-09 or 2026-03. When did you begin?"
    if min(days) > today:
        return f"{min(days)} is in the future. A plan isn't an action yet."
    if len(words(value)) < 6:
        return "Say in six words or more what you do differently."
    return None


def evidence_of_change(value: Any) -> str | None:
    """A number or a quotation."""
    if fault := _text_fault(value):
        return fault
    if not counts_something(value) and not quotations(value):
        return "There is no number and no quotation. Who would notice, and what would they count?"
    return None


feedback = Exercise(
    difficulty="medium",
    minutes=30,
    groups=[
        Form(
            "a quoted strength and a change that shows",
            tests={"strength": quoted_strength, "evidence": evidence_of_change},
            nudge="Look into your last review, or a message that thanked you for something.",
        ),
        Form(
            "a weakness with its cost and a dated action",
            tests={"weakness": costly_weakness, "action": dated_action},
            nudge="Who had to do something again, or wait, because of it?",
        ),
    ],
    hints=[
        "Don't start with yourself. Which sentence of your last review do you remember word for "
        "word?",
        "For the weakness, look for a week that somebody else would like back.",
        "An action is something that others can see: a document, a meeting, a rule with a date. "
        "'I try to' can't be seen.",
        "Skeleton: strength = 'After ..., my manager wrote: \"...\"' · weakness = 'I ... In ... it "
        "cost ... two days.' · action = 'Since 2026-03-09 I ...' · evidence = 'Of the last ten "
        "..., "
        '... were ...; ... said: "..."\'',
    ],
)

ROWS = ("strength", "weakness", "action", "change", "candour")

view_scores = Exercise(
    difficulty="easy",
    minutes=20,
    groups=[
        Rule("levels for three anchors with evidence for yours", test=scores_form("ABC", ROWS))
    ],
    hints=[
        "Cover the first sentence of each anchor. Its tone colours everything that follows.",
        "Take one row of the rubric, and look for the sentence that earns it. No sentence means "
        "level 1.",
        "For the weakness ask who paid. For the change ask who else saw it. 'I feel' is level 2.",
        "`anchor_a = [2, 1, 3, 1, 2]` gives five levels in the order of the rubric. In `own` each "
        "row takes a pair: the level, and the sentence of your answer that earns it.",
    ],
)
