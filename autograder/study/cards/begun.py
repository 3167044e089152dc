"""Which cards a learner has met, and how many of them wait."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from autograder.core import clock

from ..records import read_record
from .deck import Flashcard, cards_of_course
from .reviews import Memory, read_reviews


def of_begun_lessons(workspace: Path, cards: Sequence[Flashcard]) -> list[Flashcard]:
    """The cards of lessons that were begun, and those that were reviewed before.

    All cards, where no lesson was begun.
    """
    begun = {check.lesson for check in read_record(workspace).checks}
    seen = {review.card for review in read_reviews(workspace).reviews}
    if not begun and not seen:
        return list(cards)
    return [card for card in cards if card.lesson in begun or card.id in seen]


def cards_due(workspace: Path) -> int:
    """How many cards are due that were reviewed before."""
    reviews = read_reviews(workspace).reviews
    if not reviews:
        return 0
    return len(Memory(reviews).queue(cards_of_course(), clock.now(), 0))
