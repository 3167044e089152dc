"""Checks of lesson 508: a review, two comments, a plan, a story, and the matrix of all stories.

The form checks look at what can be counted. Each of their rules is on its card.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from autograder.groups import (
    Exercise,
    Findings,
    Rule,
    StoryPart,
    counts_something,
    kind_of,
    placeholder,
    scores_form,
    show,
    story_groups,
    words,
)

# --- found --------------------------------------------------------------------------------------

FAULTS = {
    "leak": (10, 15, 19, 22),
    "skew": (13, 15, 31),
    "silent": (33, 35, 36),
    "metric": (24,),
    "columns": (20, 21, 32),
    "missing": (5, 9),
}
"""The lines on which each kind of fault may be named."""
HURTS = ("leak", "skew", "silent")


def ranked(value: Any) -> str | None:
    """The three that hurt members have the smallest ranks, and no two faults share one."""
    if not isinstance(value, Mapping) or not value:
        return "There is nothing to rank yet."
    ranks: dict[str, int] = {}
    for line, entry in value.items():
        if not isinstance(entry, (list, tuple)) or len(entry) != 2:
            return f"Line {show(line, 20)}: Give a pair (kind, rank), not {show(entry, 40)}."
        rank = entry[1]
        if isinstance(rank, bool) or not isinstance(rank, int) or not 1 <= rank <= 6:
            return f"Line {show(line, 20)}: The rank is an integer from 1 to 6."
        kind = kind_of(entry)
        ranks[kind] = min(rank, ranks.get(kind, rank))
    if absent := [kind for kind in HURTS if kind not in ranks]:
        return f"{len(absent)} of the three that hurt members most aren't in your list."
    if len(set(ranks.values())) < len(ranks):
        return "Two kinds of fault have the same rank. Which one would you fix if there's one day?"
    others = [rank for kind, rank in ranks.items() if kind not in HURTS]
    if others and max(ranks[kind] for kind in HURTS) > min(others):
        return "A fault that a test would have shown ranks above one that harms members unseen."
    return None


found = Exercise(
    difficulty="hard",
    minutes=30,
    groups=[
        Findings(
            "six faults by line and kind",
            points=3,
            faults=FAULTS,
            lines=36,
            nudge="Follow one member without any event through the code, then one request at "
            "serving time.",
        ),
        Rule(
            "what hurts members comes first",
            test=ranked,
            nudge="Which of these would nobody notice for a month?",
        ),
    ],
    hints=[
        "Read it three times: once as the training row, once as the test row, once as the request "
        "at three in the morning.",
        "Ask of each line that computes something from many rows: which rows, and are they the "
        "same "
        "ones in training and in serving?",
        "Two faults are about statistics computed from the wrong rows, one about a missing row, "
        "one "
        "about what `predict` returns, one about columns, one about what happens when all of this "
        "fails.",
        "Line 10 uses the row's own label. Line 31 fits the scaler again, on one row. Line 35 "
        "turns "
        "every error into 'stays'. Line 24 scores classes. Line 21 and 32 make dummies apart. "
        "Line 9 "
        "fills before the rows are aligned.",
    ],
)

# --- comments -----------------------------------------------------------------------------------

_REASON = re.compile(r"(?i)\b(?:because|since|so that|otherwise|as a result|which means|due to)\b")
_PRESSURE = re.compile(
    r"(?i)\byou should\b|\byou must\b|\bobviously\b|\bjust\b|\bwrong\b|\bsimply\b"
)
_CODE = re.compile(r"`[^`]*`|\"[^\"]*\"|“[^”]*”")


def _two_texts(value: Any) -> tuple[list[str], str | None]:
    texts = list(value.values()) if isinstance(value, Mapping) else value
    if not isinstance(texts, (list, tuple)) or not all(isinstance(each, str) for each in texts):
        return [], f"Give a list of two strings, not {show(value, 40)}."
    if len(texts) != 2:
        return [], f"There {'is' if len(texts) == 1 else 'are'} {len(texts)}; give two comments."
    return list(texts), None


def asks_with_reason(value: Any) -> str | None:
    """Two comments of 25 to 120 words, each with a question and a reason."""
    texts, fault = _two_texts(value)
    if fault:
        return fault
    for number, text in enumerate(texts, 1):
        if found_ := placeholder(text):
            return f"Comment {number} still holds the placeholder {found_}."
        count = len(words(text))
        if not 25 <= count <= 120:
            limit = "at least 25" if count < 25 else "at most 120"
            return f"Comment {number} has {count} words. Make it {limit}."
        if "?" not in text:
            return f"Comment {number} asks nothing. What could they find out by themselves?"
        if not _REASON.search(text):
            return f"Comment {number} gives no reason: because, since, so that, otherwise, ..."
    same_text = words(texts[0].lower()) == words(texts[1].lower())
    return "The two comments are the same." if same_text else None


def no_pressure(value: Any) -> str | None:
    """None of the words that end a conversation, outside of code and quotations."""
    texts, fault = _two_texts(value)
    if fault:
        return fault
    if not all(map(words, texts)):
        return "A comment is empty."
    for number, text in enumerate(texts, 1):
        if hit := _PRESSURE.search(_CODE.sub(" ", text)):
            return (
                f"Comment {number} says {hit[0].lower()!r}. Read it as the one who wrote the code."
            )
    return None


comments = Exercise(
    difficulty="medium",
    minutes=20,
    groups=[
        Rule("a question and a reason", test=asks_with_reason),
        Rule("no word that ends the talk", test=no_pressure),
    ],
    hints=[
        "What would the author have to see to find the fault without you?",
        "Name an input, ask what happens, say why it matters, and offer the next step.",
        "'Wrong' tells somebody that they failed. 'Which rows does this see?' tells them where to "
        "look.",
        "Skeleton: 'What does line 9 give for a member without a single event? I tried one, and "
        "... . "
        "I ask because ... . Would a test with two members, one of them idle, be a way in?'",
    ],
)

# --- autonomy -----------------------------------------------------------------------------------

_KEYS = ("task", "decides", "share", "measure", "fallback")


def four_weeks(value: Any) -> str | None:
    """Four weeks, each with a task, who decides, a share, a measure and a fallback."""
    weeks = list(value.values()) if isinstance(value, Mapping) else value
    if not isinstance(weeks, (list, tuple)) or len(weeks) != 4:
        count = len(weeks) if isinstance(weeks, (list, tuple)) else show(value, 30)
        return f"Give a list of four weeks, not {count}."
    shares = []
    for number, week in enumerate(weeks, 1):
        if not isinstance(week, Mapping):
            return f"Week {number} should be a dict with {', '.join(_KEYS)}."
        if absent := [key for key in _KEYS if key not in week]:
            return f"Week {number} has no {absent[0]}."
        for key, least in (("task", 2), ("decides", 1), ("measure", 2), ("fallback", 3)):
            text = week[key]
            if not isinstance(text, str) or len(words(text)) < least:
                unit = "word" if least == 1 else "words"
                return f"Week {number}, {key}: at least {least} {unit}, not {show(text, 40)}."
            if left := placeholder(text):
                return f"Week {number}, {key}: it still holds the placeholder {left}."
        if not counts_something(week["measure"]) and not re.search(
            r"(?i)\b(?:no|one|every|all)\b", week["measure"]
        ):
            return f"Week {number}, measure: there is no number that shows it."
        share = week["share"]
        if isinstance(share, bool) or not isinstance(share, (int, float)) or not 0 <= share <= 100:
            return f"Week {number}, share: a percentage from 0 to 100, not {show(share, 40)}."
        shares.append(share)
    for number, (before, after) in enumerate(zip(shares, shares[1:]), 2):
        if after < before:
            return f"In week {number} the share falls from {before:g} to {after:g}."
    return None


autonomy = Exercise(
    difficulty="easy",
    minutes=15,
    groups=[Rule("four weeks and a share that doesn't fall", test=four_weeks)],
    hints=[
        "What would you like not to be asked any more in week four?",
        "Hand over decisions, not tasks: who chooses, not who types.",
        "A measure is what you'd see from your desk: questions per day, reviews without a finding, "
        "a rollback that they did alone.",
        "{'task': 'ships the drift check', 'decides': 'she, I veto', 'share': 40, 'measure': 'at "
        "most 3 questions a day', 'fallback': 'we pair for an afternoon'}",
    ],
)

# --- the own story, the levels, the matrix ------------------------------------------------------

mentor_story = Exercise(
    difficulty="medium",
    minutes=25,
    groups=story_groups(
        {
            "situation": StoryPart(least=6),
            "gap": StoryPart(least=10),
            "method": StoryPart(least=15),
            "rails": StoryPart(least=6),
            "alone": StoryPart(least=6, number=True, compared=True),
            "scaled": StoryPart(least=6),
            "their_words": StoryPart(quoted=3),
        },
        context="situation",
        action=("gap", "method", "rails"),
    ),
    hints=[
        "Whom did you help so that they don't need you any more? A brother, a student, a new nurse "
        "will do.",
        "`gap` is what was missing and what wasn't. How did you find out?",
        "Ask them for `their_words`. If they'd say something unkind, take that.",
        "Skeleton: '... could ..., but when ..., ...' · 'I watched ... and found that it wasn't "
        "..., "
        "it was ...' · 'I ... and held back ...' · 'If ..., then ...' · 'From ... a week to ...' · "
        "'... uses it with ...' · '\"You ... \"'",
    ],
)

ROWS = ("gap", "method", "autonomy", "scaled", "mentee")

mentor_scores = Exercise(
    difficulty="easy",
    minutes=20,
    groups=[
        Rule("levels for three anchors with evidence for yours", test=scores_form("ABC", ROWS))
    ],
    hints=[
        "Warmth isn't a row. Score the anchor that you'd have wanted as a mentor last.",
        "Take one row of the rubric, and look for the sentence that earns it. No sentence means "
        "level 1.",
        "For autonomy look for a count before and after. For mentee look for quotation marks.",
        "`anchor_a = [2, 1, 3, 1, 2]` gives five levels in the order of the rubric. In `own` each "
        "row takes a pair: the level, and the sentence of your answer that earns it.",
    ],
)

PROMPTS = ("501", "502", "503", "504", "505", "506", "507", "508")
AREAS = (
    "motivation", "proactivity", "unstructured environment", "perseverance", "conflict", "empathy",
    "growth", "communication",
)  # fmt: skip


def _rows_of(value: Any) -> tuple[list[tuple[str, str, list[str]]], str | None]:
    """(prompt, story, areas) per prompt, or what is wrong with the form."""
    if not isinstance(value, Mapping):
        return [], f"stories should be a dict from prompt to (story, areas), not {show(value, 40)}."
    entries = {str(key).strip(): entry for key, entry in value.items()}
    rows = []
    for prompt in PROMPTS:
        if prompt not in entries:
            return [], f"The prompt {prompt} is missing."
        entry = entries[prompt]
        if not isinstance(entry, (list, tuple)) or len(entry) != 2:
            return [], f"{prompt}: Give a pair (story, list of areas), not {show(entry, 60)}."
        story, areas = entry
        areas = [areas] if isinstance(areas, str) else areas
        if not isinstance(story, str) or not words(story) or placeholder(story):
            return [], f"{prompt}: Give the story a name, not {show(story, 40)}."
        if not isinstance(areas, (list, tuple, frozenset)) or not areas:
            return [], f"{prompt}: Give a list of at least one focus area."
        plain = [each.strip().lower() if isinstance(each, str) else "" for each in areas]
        if unknown := [each for each in plain if each not in AREAS]:
            return [], f"{prompt}: {show(unknown[0], 40)} isn't one of {', '.join(AREAS)}."
        rows.append((prompt, " ".join(words(story.lower())), plain))
    return rows, None


def five_stories(value: Any) -> str | None:
    """Five different stories or more, none for more than three prompts."""
    rows, fault = _rows_of(value)
    if fault:
        return fault
    uses = Counter(story for _, story, _ in rows)
    if len(uses) < 5:
        return f"There are {len(uses)} different stories; the minimum is 5."
    story, times = uses.most_common(1)[0]
    return f"{story!r} answers {times} prompts; the maximum is 3." if times > 3 else None


def all_areas(value: Any) -> str | None:
    """Each focus area is covered by a story."""
    rows, fault = _rows_of(value)
    if fault:
        return fault
    covered = {area for _, _, areas in rows for area in areas}
    absent = [area for area in AREAS if area not in covered]
    return f"No story covers {', '.join(absent)}." if absent else None


stories = Exercise(
    difficulty="easy",
    minutes=15,
    groups=[
        Rule("five stories or more", test=five_stories),
        Rule("every focus area is covered", test=all_areas),
    ],
    hints=[
        "Which of your stories would you be sorry not to tell?",
        "Lay the names of your stories in a row, and give each prompt the one that answers it "
        "best.",
        "A story may be told for several prompts, from another side each time. More than three, "
        "and "
        "the interviewers will compare notes.",
        "{'501': ('stock alerts', ['proactivity', 'perseverance']), '502': ('printed line', "
        "['empathy']), ...}: eight prompts, five stories or more, and all eight areas.",
    ],
)
