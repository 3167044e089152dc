"""Groups for a story told in parts, and for a form of scores: only what can be counted."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from autograder.core.values import Opaque, show

from .forms import is_blank
from .prose import (
    compares,
    counts_something,
    own_and_shared,
    placeholder,
    quotations,
    repeated_sentence,
    text_of,
    words,
)
from .rules import Rule

PACE = 140
"""Words a minute of somebody who speaks calmly."""
WRITTEN = "every part is written"
LENGTH = "fits the clock"
SHARE = "mostly what you did"
TELLER = "I at least as often as we"
EVIDENCE = "numbers and comparisons"
PAIRS = "ways not taken with reasons"


@dataclass(frozen=True)
class StoryPart:
    """What a part of a story must hold.

    ``least`` is its fewest words. A ``number`` may be written in digits or in words; ``compared``
    asks for a word that compares; ``quoted`` for a quotation of so many words. With ``pairs`` the
    part is a list of at least so many pairs such as (option, why not), neither half empty.
    """

    least: int = 3
    number: bool = False
    compared: bool = False
    quoted: int = 0
    pairs: int = 0


Test = Callable[[dict[str, Any]], str | None]


def story_groups(
    parts: Mapping[str, StoryPart],
    *,
    context: str,
    action: Sequence[str],
    shortest: int = 100,
    longest: int = 360,
    own: int = 3,
) -> list[Rule]:
    """The groups of a story told in ``parts``, a point each.

    All parts are written; together they have ``shortest`` to ``longest`` words; the part
    ``context`` takes at most a quarter of them and ``action`` at least 40%; *I* occurs ``own``
    times or more, and as often as *we*; parts hold their numbers, comparisons, quotations, pairs.
    """

    def rule(name: str, test: Callable[..., str | None], *args: Any) -> Rule:
        return Rule(name, test=functools.partial(_of_parts, parts, test, *args))

    groups = [
        rule(WRITTEN, _unwritten, parts),
        rule(LENGTH, _wrong_length, shortest, longest),
        rule(SHARE, _too_little_action, context, action),
        rule(TELLER, _missing_teller, own),
    ]
    if any(part.number or part.compared or part.quoted for part in parts.values()):
        groups.append(rule(EVIDENCE, _missing_evidence, parts))
    if any(part.pairs for part in parts.values()):
        groups.append(rule(PAIRS, _missing_pairs, parts))
    return groups


def _of_parts(
    parts: Mapping[str, StoryPart], test: Callable[..., str | None], *args: Any
) -> str | None:
    *given, value = args
    if not isinstance(value, dict):
        return f"The story should be a dict with the parts {', '.join(parts)}."
    return test(*given, {part: value.get(part, "") for part in parts})


def _unwritten(parts: Mapping[str, StoryPart], story: dict[str, Any]) -> str | None:
    for name, value in story.items():
        if is_blank(value) or isinstance(value, Opaque):
            return f"The part {name} is not written yet."
        if not isinstance(value, str) and value and not parts[name].pairs:
            return f"The part {name} takes one string, not {show(value, 60)}."
        text = text_of(value)
        if not words(text):
            return f"The part {name} is missing, or has no text."
        if (count := len(words(text))) < parts[name].least:
            return f"The part {name} has {count} words; the minimum is {parts[name].least}."
        if found := placeholder(text):
            return f"The part {name} still holds the placeholder {found}."
    if twice := repeated_sentence([text_of(value) for value in story.values()]):
        return f"This sentence occurs twice: {show(twice, 80)}."
    return None


def _count(value: Any) -> int:
    return len(words(text_of(value)))


def _wrong_length(shortest: int, longest: int, story: dict[str, Any]) -> str | None:
    total = sum(map(_count, story.values()))
    if shortest <= total <= longest:
        return None
    limit = f"at least {shortest}" if total < shortest else f"at most {longest}"
    return f"The story has {total} words, about {total / PACE * 60:.0f} seconds. Make it {limit}."


def _too_little_action(context: str, action: Sequence[str], story: dict[str, Any]) -> str | None:
    total = sum(map(_count, story.values())) or 1
    if (share := _count(story[context]) / total) > 0.25:
        return f"The part {context} takes {share:.0%} of the words; the maximum is 25%."
    if (share := sum(_count(story[part]) for part in action) / total) < 0.4:
        return f"{' and '.join(action)} take {share:.0%} of the words; the minimum is 40%."
    return None


def _missing_teller(own: int, story: dict[str, Any]) -> str | None:
    mine, shared = own_and_shared(" ".join(map(text_of, story.values())))
    if mine >= own and mine >= shared:
        return None
    return f"I, my and me occur {mine} times, we, our and us {shared} times. Say what you did."


def _missing_evidence(parts: Mapping[str, StoryPart], story: dict[str, Any]) -> str | None:
    for name, part in parts.items():
        text = text_of(story[name])
        if part.number and not counts_something(text):
            return f"The part {name} has no number. Years, dates and names like Q3 don't count."
        if part.compared and not compares(text):
            return (
                f"The part {name} compares with nothing. Say what it was before, or what it would "
                "have been: against, before, fell, instead of, more, still, than, without, would."
            )
        longest = max((len(words(each)) for each in quotations(text)), default=0)
        if longest < part.quoted:
            return (
                f"The part {name} has no quotation of {part.quoted} words or more. Put what was "
                "said in quotation marks."
            )
    return None


def _missing_pairs(parts: Mapping[str, StoryPart], story: dict[str, Any]) -> str | None:
    for name, part in parts.items():
        if part.pairs and (said := pairs_fault(story[name], part.pairs)):
            return f"{name}: {said}"
    return None


def pairs_fault(value: Any, least: int) -> str | None:
    """What is wrong with a list of pairs of strings (or a dict); None if nothing is."""
    pairs = list(value.items()) if isinstance(value, Mapping) else value
    if not isinstance(pairs, (list, tuple)):
        return "Give a list of pairs: [(option, why not), (option, why not)]."
    if least <= len(pairs) <= 2 and all(isinstance(each, str) for each in pairs):
        return "Put each option with its reason: [(option, why not), (option, why not)]."
    for pair in pairs:
        if not isinstance(pair, (list, tuple)) or len(pair) != 2:
            return f"This isn't a pair (option, why not): {show(pair, 80)}."
        if not _count(pair[0]) or not _count(pair[1]):
            return f"Neither half of a pair may be empty: {show(pair, 80)}."
    different = {" ".join(words(text_of(option).lower())) for option, _ in pairs}
    if len(different) < least:
        return f"There are {len(different)} different options; the minimum is {least}."
    return None


def scores_form(anchors: Sequence[str], rows: Sequence[str]) -> Callable[[Any], str | None]:
    """A test for levels from 1 to 4: a list per anchor, and of the own answer with evidence.

    ``own`` holds for each row a pair (level, sentence), in a dict by row or a list in the order of
    ``rows``. A level above 1 needs a sentence of three words or more.
    """

    def test(value: Any) -> str | None:
        if not isinstance(value, dict):
            return f"The scores should be a dict with the keys {', '.join(anchors)} and own."
        for name in (*anchors, "own"):
            if name not in value:
                return f"The key {name!r} is missing. The last lines of the answer cell make it."
            if is_blank(value[name]) or isinstance(value[name], Opaque):
                return f"{name} is not filled in yet."
        for name in anchors:
            if said := _levels_fault(value[name], rows):
                return f"{name}: {said}"
        return _own_fault(value["own"], rows)

    return test


def _in_order(value: Any, rows: Sequence[str]) -> Any:
    """A dict by row as a list in the order of the rows."""
    if isinstance(value, dict) and set(value) == set(rows):
        return [value[row] for row in rows]
    return value


def _levels_fault(value: Any, rows: Sequence[str]) -> str | None:
    levels = _in_order(value, rows)
    if not isinstance(levels, (list, tuple)) or len(levels) != len(rows):
        return f"Give {len(rows)} levels, in the order {', '.join(rows)}, not {show(value, 60)}."
    if any(is_blank(each) for each in levels):
        return f"A level is missing: {show(value, 60)}."
    if any(isinstance(each, bool) or each not in (1, 2, 3, 4) for each in levels):
        return f"Levels are integers from 1 to 4: {show(value, 60)}."
    return None


def _own_fault(value: Any, rows: Sequence[str]) -> str | None:
    pairs = _in_order(value, rows)
    if not isinstance(pairs, (list, tuple)) or len(pairs) != len(rows):
        return f"own: Give a pair (level, sentence) for each of {', '.join(rows)}."
    for row, pair in zip(rows, pairs):
        if not isinstance(pair, (list, tuple)) or len(pair) != 2:
            return f"own, {row}: Give a pair (level, sentence), not {show(pair, 60)}."
        level, sentence = pair
        if isinstance(level, bool) or level not in (1, 2, 3, 4):
            return f"own, {row}: The level is an integer from 1 to 4, not {show(level, 40)}."
        if level > 1 and len(words(text_of(sentence))) < 3:
            return (
                f"own, {row}: Level {level} needs the sentence of your answer that earns it. "
                "Without one it is level 1."
            )
    return None
