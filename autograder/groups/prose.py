"""What can be counted in prose: words, sentences, numbers, quotations, dates, the teller.

None of it judges meaning. A rule that uses these says what it counted, and its card says the rule.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Any

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_DATE = re.compile(
    r"\b\d{1,2}([/.])\d{1,2}\1(?:19|20)\d\d\b|\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b|\b\d{1,2}:\d\d\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)\b"
    rf"|\d{{4}}-\d\d(?:-\d\d)?|\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}\b"
    rf"|\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b|\b(?:19|20)\d\d(?:[/–-]\d\d)?\b(?![.,]?\d|\s?%)"
)
_NUMBER = re.compile(r"(?<![\w.])(?<![A-Za-z]-)[-+−]?\.?\d+(?:[.,]\d+)*\s?%?")
_SPELLED = re.compile(
    r"(?i)\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven"
    r"|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?"
    r"|half|halved|third|quarter|twice|doubled|tripled|dozens?|none|zero)(?![\w])"
)
_COMPARED = re.compile(
    r"(?i)\b(?:above|against|baseline|before|below|compar\w*|control|down|doubled|earlier|fell"
    r"|fallen|fewer|had been|half|halved|holdout|instead|less|more|otherwise|relative|rose"
    r"|risen|same|still|than|twice|unchanged|under|up|used to|versus|vs|without|would)\b"
    r"|\b(?:from|was|were)\b[^.!?]*\d[^!?]*\b(?:to|is|are|now)\b"
)
_I = re.compile(r"\b(?:I(?!/O)|i(?!\.e)|[Mm]y|[Mm]e|[Mm]ine|[Mm]yself)\b")
_WE = re.compile(r"\b(?:[Ww]e|[Oo]urs?|[Oo]urselves|us|Us)\b")
_QUOTED = re.compile(
    r'"([^"]+)"|“([^”]+)”|«([^»]+)»|„([^“”]+)[“”]'
    r"|(?<!\w)['‘]((?:[^'’]|(?<=\w)['’](?=\w)){12,}?)['’](?!\w)"
)
_PLACEHOLDER = re.compile(
    r"\bTODO\b|\b(?i:todo:|tbd\b|xxx+\b|lorem ipsum\b|blah blah\b)|<[A-Za-z][^<>]*>"
    r"|\[(?i:your)\b[^\]]*\]|_{3,}"
)


def text_of(value: Any) -> str:
    """All the text in a value: a string, or lists, tuples and dicts of strings."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return " ".join(text_of(item) for pair in value.items() for item in pair)
    if isinstance(value, (list, tuple)):
        return " ".join(text_of(item) for item in value)
    return ""


def words(text: str) -> list[str]:
    """The words of a text: runs of letters, digits, apostrophes and hyphens."""
    return _WORD.findall(text)


def sentences(text: str) -> list[str]:
    """The sentences of a text; one ends with ``.``, ``!`` or ``?`` before a space or the end."""
    found = (each.strip() for each in re.split(r"(?<=[.!?])[\"'”’)]*\s+|\n\s*\n", text))
    return [each for each in found if words(each)]


def numbers(text: str) -> list[str]:
    """The numbers written in digits, without sign, ``%`` and commas; dates, times, 3rd don't count.

    A plain number from 1900 to 2099 counts as a year, and what is glued to letters (Q3, top-10)
    as a name.
    """
    found = _NUMBER.findall(_DATE.sub(" ", text))
    return [each.strip(" %+-−").replace(",", "") for each in found]


def counts_something(text: str) -> bool:
    """Whether a number is in the text, in digits or spelled out (from two on, half, twice, ...)."""
    return bool(numbers(text) or _SPELLED.search(text))


def compares(text: str) -> bool:
    """Whether it compares: against, before, fell, more, same, than, without, from 3 to 2, ..."""
    return bool(_COMPARED.search(text))


def dates(text: str) -> list[str]:
    """What reads as a date or a year."""
    return [match[0] for match in _DATE.finditer(text)]


def is_day(value: Any) -> bool:
    """Whether the value is a day: an ISO string such as 2026-03-09, or a `datetime.date`."""
    return day_of(value) is not None


def day_of(value: Any) -> datetime.date | None:
    """The day that a value is; None where it is none."""
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    try:
        return datetime.date.fromisoformat(value.strip()) if isinstance(value, str) else None
    except ValueError:
        return None


def quotations(text: str) -> list[str]:
    """What is in quotation marks of any style; single ones only around 12 characters or more."""
    return [next(filter(None, match.groups())) for match in _QUOTED.finditer(text)]


def own_and_shared(text: str) -> tuple[int, int]:
    """How often *I, my, me, mine, myself* and *we, our, us* occur outside quotations."""
    told = _QUOTED.sub(" ", text)
    return len(_I.findall(told)), len(_WE.findall(told))


def placeholder(text: str) -> str:
    """The first thing that was left to fill in (TODO, <name>, [your ...], ___), or ''."""
    found = _PLACEHOLDER.search(text)
    return found[0] if found else ""


def repeated_sentence(texts: list[str]) -> str:
    """The first sentence of four words or more that occurs twice in the texts, or ''."""
    seen: set[str] = set()
    for sentence in (each for text in texts for each in sentences(text)):
        plain = " ".join(words(sentence.lower()))
        if plain in seen and plain.count(" ") >= 3:
            return sentence
        seen.add(plain)
    return ""
