"""Checks of lesson 504: a message for a product lead, and how long evidence takes.

The form checks look at what can be counted. Each of their rules is on its card.
"""

from __future__ import annotations

import re
from typing import Any

from autograder.groups import (
    Exercise,
    Group,
    Rule,
    StoryPart,
    case,
    numbers,
    placeholder,
    scores_form,
    sentences,
    show,
    story_groups,
    words,
)

# --- rewrite ------------------------------------------------------------------------------------

LONGEST, SHORTEST = 120, 25
LONGEST_SENTENCE, MEAN_SENTENCE = 25, 16
JARGON = (
    "NDCG", "AUC", "logits", "ablation", "embeddings", "holdout", "p-value", "propensity",
    "uplift", "shadow",
)  # fmt: skip
_JARGON = re.compile(
    r"(?i)\b(n-?dcg|auc|logits?|ablations?|embeddings?|hold-?outs?|p[- ]values?|propensit\w+"
    r"|uplifts?|shadow\w*)"
)
IN_MESSAGE = {"1.8", "0.6", "5", "0.4", "28", "0.03", "2", "6", "20"}
"""The numbers of the message, those spelled out included."""
_ASKS = re.compile(
    r"(?i)\?|\bplease\b|\bdecide\b|\bI(?:['’]d)? (?:need|ask|would like|like)\b|\bwe need you"
    r"|\bapprove\b|\b(?:can|could|will|would) you\b|\btell me\b|\blet me know\b|\byour (?:yes|no"
    r"|ok|decision|answer|call|go-ahead|word|agreement)\b|\bchoose\b|\bconfirm\b|\bsay (?:yes|no)\b"
)
_WHEN = re.compile(
    r"(?i)\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:today|tonight|tomorrow|noon)\b"
    r"|\b(?:this|next|end of the|end of) week\b|\b\d{1,2}(?:st|nd|rd|th)\b|\d{4}-\d\d-\d\d"
    r"|\b\d{1,2}[./]\d{1,2}\b\.?|\b(?:\d{1,2}\.? )?(?:of )?(?:january|february|march|april|june"
    r"|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b"
)
_SHORT_DATE = re.compile(
    r"(?i)\b(?:by|on|until|till|before|from|of|is)\s+(?:\w+,? )?\d{1,2}[./]\d{1,2}"
    r"(?![\d%]|\s?(?:%|points))"
)
_RISK = re.compile(
    r"(?i)\b(?:risks?|risky|if|may|might|could|unless|unsure|uncertain|don['’]?t know|not know"
    r"|worst|danger|threat|in case)\b"
)


def _pieces(text: str) -> list[str]:
    """Sentences; a line of its own counts as one. Numbers of a list are no words."""
    lines = [re.sub(r"^\s*(?:[-*•]|\d{1,2}[.)])\s+", "", line) for line in text.splitlines()]
    return [each for line in lines for each in sentences(line)]


def _of_text(value: Any) -> str | None:
    if not isinstance(value, str):
        return f"rewrite should be a string, not {show(value, 40)}."
    if not words(value):
        return "The message is empty."
    found = placeholder(value)
    return f"It still holds the placeholder {found}." if found else None


def short_and_plain(value: Any) -> str | None:
    """25 to 120 words, no sentence above 25, 16 on average."""
    if fault := _of_text(value):
        return fault
    lengths = [len(words(each)) for each in _pieces(value)]
    total = sum(lengths)
    if not SHORTEST <= total <= LONGEST:
        limit = f"at least {SHORTEST}" if total < SHORTEST else f"at most {LONGEST}"
        return f"The message has {total} words. Make it {limit}."
    if max(lengths) > LONGEST_SENTENCE:
        longest = max(_pieces(value), key=lambda each: len(words(each)))
        return f"A sentence has {max(lengths)} words; the limit is 25: {show(longest, 90)}."
    if total / len(lengths) > MEAN_SENTENCE:
        return f"The sentences have {total / len(lengths):.1f} words on average; the limit is 16."
    return None


def decision_number_risk(value: Any) -> str | None:
    """Somebody is asked for something by a day; a number of the message; a risk."""
    if fault := _of_text(value):
        return fault
    pieces = _pieces(value)
    asked = [at for at, each in enumerate(pieces) if _ASKS.search(each)]
    if not asked:
        return "Nobody is asked for anything. Ask a question, or write: please decide, I need."
    if not any(_WHEN.search(each) for at in asked for each in pieces[at : at + 2]):
        return "The request has no day: put a date or a weekday into it, or into the next sentence."
    found = [number for each in pieces for number in numbers(_SHORT_DATE.sub(" ", each))]
    if made_up := [each for each in found if each not in IN_MESSAGE]:
        return f"The number {made_up[0]} isn't in the message."
    if not found:
        return "No number of the message is left. Which one would the lead repeat to somebody else?"
    if not any(_RISK.search(each) for each in pieces):
        return "No sentence says what could go wrong: risk, if, may, might, could, unless."
    return None


def no_jargon(value: Any) -> str | None:
    """None of the ten terms."""
    if fault := _of_text(value):
        return fault
    if found := _JARGON.search(value):
        return f"{found[0]!r} is on the list of jargon. What does the lead need to know instead?"
    return None


rewrite = Exercise(
    difficulty="medium",
    minutes=25,
    groups=[
        Rule(
            "length and plainness",
            test=short_and_plain,
            nudge="Read it aloud. Where you breathe, a sentence ends.",
        ),
        Rule(
            "decision with number and risk",
            test=decision_number_risk,
            nudge="What can the lead do with this message that they couldn't do before?",
        ),
        Rule("no jargon", test=no_jargon, nudge="Say it to somebody who sells the product."),
    ],
    hints=[
        "What does the product lead have to decide, and until when? That is your first sentence.",
        "Three numbers in the message matter to somebody who owns the product: one that goes down, "
        "one that goes up, and how many members would see it.",
        "Don't translate the terms; leave them out. 'NDCG' isn't 'ranking quality' to this reader. "
        "It is nothing.",
        "Skeleton: 'Can we show ... to ... % of members from ...? I need your yes or no by ... . "
        "Fewer people click (5%). More are still with us after four weeks (0.4 points), so far in "
        "two of six countries. The risk: ... If ..., I switch it off.'",
    ],
)

# --- evidence_horizon ---------------------------------------------------------------------------


def long_enough(days_of_effect: int, days_measured: int, exposed: bool) -> bool:
    """The oracle: the days on which the effect can have been seen, counted one by one."""
    if days_of_effect < 1 or days_measured < 0:
        raise ValueError("days")
    seen = sum(1 for _ in range(days_measured)) if exposed else -1
    return not seen < days_of_effect


def _spans():
    from hypothesis import strategies as st

    days = st.integers(-2, 40)
    near = days.flatmap(lambda n: st.tuples(st.just(n), st.integers(n - 2, n + 2), st.booleans()))
    return st.one_of(near, st.tuples(days, days, st.booleans()))


evidence_horizon = Exercise(
    difficulty="easy",
    minutes=10,
    groups=[
        Group(
            "seen for long enough",
            cases=[
                case(28, 28, True, gives=True),
                case(28, 27, True, gives=False),
                case(28, 14, True, gives=False),
                case(28, 20, True, gives=False),
                case(28, 1, True, gives=False),
                case(28, 90, True, gives=True),
                case(28, 90, False, gives=False),
                case(1, 0, True, gives=False),
                case(1, 1, True, gives=True),
                case(7, 14, True, gives=True),
                case(10**9, 10**6, True, gives=False),
                case(0, 3, True, raises=ValueError),
                case(-1, 3, False, raises=ValueError),
                case(1, -1, True, raises=ValueError),
                case(1, -1, False, raises=ValueError),
                case(0, 0, False, raises=ValueError),
            ],
            inputs=_spans,
            oracle=long_enough,
            nudge="Who saw the change, and on how many days could it have shown?",
        )
    ],
    hints=[
        "There are two ways not to see an effect. Which one does shadow traffic have?",
        "Nobody who wasn't exposed can react, however long you watch.",
        "Equality is enough: an effect that takes 28 days can be seen on day 28. Look at the "
        "arguments before anything else.",
        "Raise ValueError if days_of_effect is below 1 or days_measured below 0. Otherwise return "
        "whether exposed is true and days_measured is at least days_of_effect.",
    ],
)

# --- the own story and the levels ---------------------------------------------------------------

conflict_story = Exercise(
    difficulty="medium",
    minutes=25,
    groups=story_groups(
        {
            "situation": StoryPart(least=10),
            "their_view": StoryPart(least=12),
            "my_fault": StoryPart(least=8),
            "tried": StoryPart(pairs=1),
            "change": StoryPart(least=12),
            "outcome": StoryPart(least=6, number=True),
            "ritual": StoryPart(least=6),
        },
        context="situation",
        action=("their_view", "my_fault", "tried", "change"),
    ),
    hints=[
        "Whom did you think of as difficult? What were they right about?",
        "Write `their_view` first, and so that they would sign it. If you can't, the story isn't "
        "ready.",
        "For `my_fault`, look for the mail or the meeting after which it got worse. Who wrote it?",
        "Skeleton: 'For ... it looked like this: ..., and they were right that ...' · 'I had sent "
        "..., which said nothing about ...' · ('another meeting', 'it made ...') · 'I rewrote it "
        "as "
        "...' · 'They decided ..., and ... of ...' · 'Every ... we now ...'",
    ],
)

ROWS = ("their_view", "own_fault", "message", "outcome", "ritual")

conflict_scores = Exercise(
    difficulty="easy",
    minutes=20,
    groups=[
        Rule("levels for three anchors with evidence for yours", test=scores_form("ABC", ROWS))
    ],
    hints=[
        "Whose side are you on after the first sentence? Notice it, then score.",
        "Take one row of the rubric, and look for the sentence that earns it. No sentence means "
        "level 1.",
        "For their_view ask: would they nod? For own_fault ask: what exactly did the teller do?",
        "`anchor_a = [2, 1, 3, 1, 2]` gives five levels in the order of the rubric. In `own` each "
        "row takes a pair: the level, and the sentence of your answer that earns it.",
    ],
)
