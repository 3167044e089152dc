"""``mle cards``: the lessons' questions, reviewed in the terminal or exported to Anki."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .base import command, fail


def add_commands(commands) -> None:
    """Add ``cards`` to the command line."""
    cards = command(commands, "cards", _cards, "Review the lessons' questions, spaced over days.")
    cards.add_argument("lesson", nargs="?", help="a number or name, such as 104 (default: all)")
    cards.add_argument("--new", type=_count, metavar="N", help="new cards per day (default: 10)")
    cards.add_argument("--anki", type=Path, metavar="FILE", help="write a deck for Anki (.apkg)")
    cards.add_argument("--workspace", type=Path, help="your folder (default: ./my-course)")


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) > 1000:
        raise argparse.ArgumentTypeError("give a number from 0 to 1000")
    return int(text)


def _cards(options) -> int:
    from autograder.core.lookup import lesson_named
    from autograder.study.cards.deck import cards_of_course, chosen

    cards = cards_of_course()
    if options.lesson:
        name = lesson_named(options.lesson, dict.fromkeys(card.lesson for card in cards))
        cards = chosen(cards, name)
    if options.anki:
        return _export(cards, options.anki)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return fail("Cards are reviewed in a terminal. To review them elsewhere: --anki cards.apkg")
    from rich.console import Console

    from autograder.study.cards import session
    from autograder.study.cards.begun import of_begun_lessons
    from autograder.study.place import find_workspace

    workspace = find_workspace(options.workspace)
    if not options.lesson:
        cards = of_begun_lessons(workspace, cards)
    new = session.NEW_PER_DAY if options.new is None else options.new
    session.review(workspace, cards, Console(highlight=False), new=new)
    return 0


def _export(cards, file: Path) -> int:
    from autograder.core.files import write_named
    from autograder.study.cards.anki import anki_deck

    write_named(file, anki_deck(cards))
    print(f"{len(cards)} cards are in {file}. In Anki: File, Import. Later files update them.")
    return 0
