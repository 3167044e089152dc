"""Numbers, times and lists as a sentence has them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping


def figure(number: float) -> str:
    """A number as a reader wants it: 18,750 or 0.072."""
    if abs(number) >= 1_000:
        return f"{number:,.0f}"
    return f"{number:.3g}"


def span(minutes: float) -> str:
    """Minutes as text: "30 minutes", "26 hours", "4 days"."""
    for size, word in ((2 * 1_440, "days"), (120, "hours")):
        if minutes >= size:
            return f"{figure(round(minutes / (1_440 if word == 'days' else 60), 1))} {word}"
    return "1 minute" if minutes == 1 else f"{figure(minutes)} minutes"


def rate(per_second: float) -> str:
    """A rate in short: "18.8k", "42M"."""
    for size, letter in ((1e9, "G"), (1e6, "M"), (1e4, "k")):
        if per_second >= size:
            return f"{per_second / (1e3 if letter == 'k' else size):.3g}{letter}"
    return figure(per_second if per_second < 10 else round(per_second))


def quoted(names: Iterable[object], last: str = "or") -> str:
    """Names in quotes: ``'a', 'b' or 'c'``."""
    words = [repr(name) for name in names]
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def short(value: object, width: int = 30) -> str:
    """The start of a value's repr."""
    try:
        text = repr(value)
    except ValueError:  # an integer of more than 4,300 digits
        text = "a number of very many digits"
    return text if len(text) <= width else f"{text[: width - 1]}…"


def suggestion(word: object, known: Iterable[str], other_words: Mapping[str, str]) -> str:
    """ " Did you mean 'queue'?", or "" if no known word is near."""
    names, typed = list(known), word[:60].lower() if isinstance(word, str) else ""
    meant = other_words.get(typed)
    close = [meant] if meant in names else difflib.get_close_matches(typed, names, 1)
    return f" Did you mean {close[0]!r}?" if close else ""
