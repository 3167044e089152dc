"""The cards as a deck for Anki."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Sequence

from autograder.lessons import PARTS

from .deck import Flashcard

_MODEL = 1_607_392_319
"""Anki's id of our type of note. Never change it: Anki would take the notes for others."""
_MATH = re.compile(r"(?<![\\$\w])\$(?=\S)([^$\n]+?)(?<=\S)\$(?![\w$])")
_CODE = re.compile(r"(```.*?```|`[^`\n]+`)", re.DOTALL)
_STYLE = """
.card { font: 18px/1.5 system-ui, sans-serif; text-align: left; max-width: 42em; margin: 0 auto; }
.lesson { color: #5a5e65; font-size: .8em; }
.nightMode .lesson { color: #a4a9b0; }
pre { overflow-x: auto; background: #f4f2ed; padding: .5em; font-size: .85em; }
.nightMode pre { background: #1f2226; }
table { border-collapse: collapse; } td, th { border: 1px solid #8a8780; padding: .2em .5em; }
"""


def anki_deck(cards: Sequence[Flashcard]) -> bytes:
    """The file of a deck (`.apkg`) with a deck per part of the course.

    Notes and decks keep their ids, so that importing a later file updates the texts and leaves the
    learner's reviews alone.
    """
    import genanki

    head = '<div class="lesson">{{Lesson}}</div>{{Question}}'
    model = genanki.Model(
        _MODEL,
        "Interview course",
        fields=[{"name": "Question"}, {"name": "Answer"}, {"name": "Lesson"}],
        templates=[{"name": "Card", "qfmt": head, "afmt": "{{FrontSide}}<hr id=answer>{{Answer}}"}],
        css=_STYLE,
    )
    decks: dict[str, genanki.Deck] = {}
    for card in cards:
        name = f"MLE interviews::{PARTS.get(card.part, card.part)}"
        deck = decks.setdefault(card.part, genanki.Deck(_deck_id(card.part), name))
        fields = [as_html(card.front), as_html(card.back), as_html(card.title)]
        tags = [card.lesson, card.kind.replace(" ", "_")]
        deck.add_note(genanki.Note(model, fields, guid=genanki.guid_for(card.id), tags=tags))
    file = io.BytesIO()
    genanki.Package(list(decks.values())).write_to_file(file)
    return file.getvalue()


def _deck_id(part: str) -> int:
    digest = hashlib.sha256(f"mle-interview-course/{part}".encode()).hexdigest()
    return (1 << 30) + int(digest[:7], 16)


def as_html(text: str) -> str:
    """Markdown as HTML, with formulas as Anki writes them."""
    from markdown_it import MarkdownIt

    # Formulas are set aside: Markdown would take their underscores and backslashes for its own.
    formulas: list[str] = []

    def aside(match: re.Match[str]) -> str:
        formulas.append(match[1])
        return f"\x02{len(formulas) - 1}\x03"

    pieces = _CODE.split(text)
    pieces[::2] = [_MATH.sub(aside, piece) for piece in pieces[::2]]
    html = MarkdownIt("commonmark", {"html": False}).enable("table").render("".join(pieces))
    return re.sub(
        r"\x02(\d+)\x03", lambda m: f"\\({_escaped(formulas[int(m[1])])}\\)", html
    ).strip()


def _escaped(formula: str) -> str:
    from html import escape

    return escape(formula, quote=False)
