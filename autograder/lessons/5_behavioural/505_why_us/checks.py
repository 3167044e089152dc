"""Checks of lesson 505: facts with a source, a year and an end; questions that could end it.

The form checks look at what can be counted. Each of their rules is on its card.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from typing import Any

from autograder.groups import Exercise, Rule, placeholder, scores_form, show, text_of, words

# --- claims -------------------------------------------------------------------------------------

SOURCES = ("blog", "code", "filing", "memo", "paper", "person", "press", "product", "talk")
_STALE = (
    (r"\bfederated\b", "Nothing public says that they train by federated learning."),
    (r"\bvectorflow\b", "Vectorflow has been dormant for years; it's no part of a current stack."),
    (r"\b(?:stock )?refreshers?\b", "Refreshers are other companies' pay. Ask the recruiter."),
    (r"(?<!no )(?<!no performance )(?<!not )(?<!without )\bbonus(?:es)?\b",
     "Public sources say the opposite about bonuses. Ask the recruiter."),
    (r"\bper second\b", "That rate would need every member to send a request each second."),
)  # fmt: skip
"""What a popular guide says of one company, and what is wrong with it."""


def _facts_of(value: Any) -> tuple[list[Any], str | None]:
    """The facts of the form, or what is wrong with the form."""
    if not isinstance(value, Mapping):
        return [], f"claims should be a dict with company and facts, not {show(value, 40)}."
    company = value.get("company")
    if not isinstance(company, str) or not words(company):
        return [], "company: Give the name of the company as a string."
    if found := placeholder(company):
        return [], f"company: It still holds the placeholder {found}."
    facts = value.get("facts")
    if not isinstance(facts, (list, tuple)):
        return [], f"facts: Give a list of at least two dicts, not {show(facts, 40)}."
    if len(facts) < 2:
        return [], f"facts: There {'is one' if facts else 'are none'}; at least two are needed."
    for number, fact in enumerate(facts, 1):
        if not isinstance(fact, Mapping):
            return [], f"Fact {number} should be a dict, not {show(fact, 60)}."
    return list(facts), None


def _long_enough(fact: Mapping[str, Any], key: str, least: int) -> str | None:
    value = fact.get(key)
    if not isinstance(value, str):
        return f"{key}: Give a string, not {show(value, 40)}."
    if found := placeholder(value):
        return f"{key}: It still holds the placeholder {found}."
    count = len(words(value))
    return f"{key}: It has {count} words; the minimum is {least}." if count < least else None


def of_each_fact(
    test: Callable[[Mapping[str, Any], str], str | None],
) -> Callable[[Any], str | None]:
    """A test of the form: the first fact of which ``test(fact, company)`` says something."""

    def tested(value: Any) -> str | None:
        facts, fault = _facts_of(value)
        if fault:
            return fault
        for number, fact in enumerate(facts, 1):
            if said := test(fact, value["company"]):
                return f"Fact {number}, {said}"
        return None

    return tested


def _looked_up(fact: Mapping[str, Any], company: str) -> str | None:
    if said := _long_enough(fact, "fact", 5):
        return said
    source = fact.get("source")
    if not isinstance(source, str) or source.strip().lower() not in SOURCES:
        return f"source: One of {', '.join(SOURCES)}, not {show(source, 40)}."
    year, last = fact.get("year"), datetime.date.today().year
    if isinstance(year, str) and re.fullmatch(r"\s*\d{4}\s*", year):
        year = int(year)
    if isinstance(year, bool) or not isinstance(year, int) or not 1990 <= year <= last:
        return f"year: The year of the source, from 1990 to {last}, not {show(year, 40)}."
    if "netflix" in company.lower():
        for pattern, why in _STALE:
            if found := re.search(pattern, str(fact["fact"]).lower()):
                return f"{found[0]!r}: {why}"
    return None


def _all_different(value: Any) -> str | None:
    facts, fault = _facts_of(value)
    if fault:
        return fault
    said = [" ".join(words(text_of(fact.get("fact")).lower())) for fact in facts]
    return "The same fact occurs twice." if len(set(said)) < len(said) else None


_each_looked_up = of_each_fact(_looked_up)
ends = of_each_fact(lambda fact, _: _long_enough(fact, "false_if", 4))


def can_be_looked_up(value: Any) -> str | None:
    """Two different facts, each with a kind of source and a year, none a guide's known error."""
    return _each_looked_up(value) or _all_different(value)


def _own(fact: Mapping[str, Any], _: str) -> str | None:
    if said := _long_enough(fact, "mine", 8):
        return said
    if not re.search(r"\b(?:I|[Mm]y|[Mm]e|[Mm]ine|[Mm]yself)\b", fact["mine"]):
        return "mine: I, my or me doesn't occur. What have you done that belongs next to this fact?"
    return None


own_evidence = of_each_fact(_own)

claims = Exercise(
    difficulty="medium",
    minutes=40,
    groups=[
        Rule(
            "two facts that can be looked up",
            test=can_be_looked_up,
            nudge="Where would somebody find this, and in which year was it written?",
        ),
        Rule(
            "what would make them false today",
            test=ends,
            nudge="Which announcement, release or departure would make you strike this sentence?",
        ),
        Rule(
            "your own evidence next to each",
            test=own_evidence,
            nudge="What did you do that only somebody who cares about this fact would have done?",
        ),
    ],
    hints=[
        "Which of their sentences made you think 'but how do they ...'? Start from that, not from "
        "the careers page.",
        "Good sources say how they did something: an engineering blog, a paper, a talk, code, a "
        "letter to shareholders. Write down the year before the fact.",
        "`false_if` isn't 'if it changes'. It's an event: a new memo, a stopped repository, a "
        "reorganisation, a price list without it.",
        "Skeleton: {'fact': 'They first compare rankers by ...', 'source': 'blog', 'year': 2017, "
        "'false_if': 'a newer post says that ...', 'mine': 'In ... I ... and it ...'}",
    ],
)

# --- questions_to_ask ---------------------------------------------------------------------------


def _pairs(value: Any) -> tuple[list[tuple[Any, Any]], str | None]:
    if isinstance(value, Mapping):
        return list(value.items()), None
    if not isinstance(value, (list, tuple)):
        return [], f"Give a list of pairs (question, answer that ends it), not {show(value, 40)}."
    pairs = []
    for each in value:
        if isinstance(each, Mapping) and len(each) == 2:
            each = tuple(each.values())
        if not isinstance(each, (list, tuple)) or len(each) != 2:
            return [], f"This isn't a pair (question, answer that ends it): {show(each, 60)}."
        pairs.append((each[0], each[1]))
    return pairs, None


def five_questions(value: Any) -> str | None:
    """Five or more different questions of five words or more."""
    pairs, fault = _pairs(value)
    if fault:
        return fault
    if len(pairs) < 5:
        return f"There are {len(pairs)} questions; at least five are needed."
    seen = set()
    for number, (question, _) in enumerate(pairs, 1):
        if not isinstance(question, str) or "?" not in question:
            return f"Question {number} has no question mark: {show(question, 60)}."
        if (count := len(words(question))) < 5:
            return f"Question {number} has {count} words; the minimum is 5."
        if found := placeholder(question):
            return f"Question {number} still holds the placeholder {found}."
        seen.add(" ".join(words(question.lower())))
    return "A question occurs twice." if len(seen) < len(pairs) else None


def ending_answers(value: Any) -> str | None:
    """To each question an answer of three words or more."""
    pairs, fault = _pairs(value)
    if fault:
        return fault
    if not pairs:
        return "There are no questions yet."
    answers = []
    for number, (_, answer) in enumerate(pairs, 1):
        text = answer if isinstance(answer, str) else ""
        if (count := len(words(text))) < 3:
            return f"Question {number}: its answer has {count} words; the minimum is 3."
        if found := placeholder(text):
            return f"Question {number}: its answer still holds the placeholder {found}."
        answers.append(" ".join(words(text.lower())))
    if len(set(answers)) < len(answers):
        return "Two questions have the same answer. What would you hear that ends this one?"
    return None


questions_to_ask = Exercise(
    difficulty="easy",
    minutes=20,
    groups=[
        Rule("five questions", test=five_questions, nudge="Which of them can only they answer?"),
        Rule(
            "an answer that would make you say no",
            test=ending_answers,
            nudge="If no answer could end it, why do you ask?",
        ),
    ],
    hints=[
        "What went wrong in your last job that you'd have seen coming if you had asked?",
        "A good question is about the last time: 'When did you last ...?' It can't be answered "
        "with "
        "a value.",
        "For the second half, write the answer that you'd hear on a bad day, in their words.",
        "Skeleton: ('Who can stop an experiment of yours, and when did somebody last do it?', "
        "'nobody ever has, and nobody could')",
    ],
)

# --- levels -------------------------------------------------------------------------------------

ROWS = ("facts", "fit", "want", "downside", "question")

company_scores = Exercise(
    difficulty="easy",
    minutes=20,
    groups=[
        Rule("levels for three anchors with evidence for yours", test=scores_form("ABC", ROWS))
    ],
    hints=[
        "Enthusiasm isn't a row. Strike the adjectives in your head, then score.",
        "Take one row of the rubric, and look for the sentence that earns it. No sentence means "
        "level 1.",
        "For facts, look for a source and a year. For fit, look for something that the teller did.",
        "`anchor_a = [2, 1, 3, 1, 2]` gives five levels in the order of the rubric. In `own` each "
        "row takes a pair: the level, and the sentence of your answer that earns it.",
    ],
)
