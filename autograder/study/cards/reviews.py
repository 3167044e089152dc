"""Reviews of cards: a file of lines that only grows, and what is due by them.

Spacing is FSRS's, by the package fsrs. Nothing but the reviews is stored: when a card is due
follows from them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.core import clock, record

from ..files import StudyError
from .deck import Flashcard

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

RATINGS = {1: "again", 2: "hard", 3: "good", 4: "easy"}
TAKEN_BACK = 0
"""The rating of a line that takes back the review of the card before it."""
_AGAIN_AFTER = timedelta(minutes=10)


@dataclass(frozen=True)
class Review:
    """One answer: how well the card was remembered, and after how many seconds."""

    time: datetime
    card: str
    rating: int
    seconds: float = 0

    def line(self) -> bytes:
        fields = {
            "format": record.FORMAT,
            "time": record.stamp(self.time),
            "card": self.card,
            "rating": self.rating,
            "seconds": round(self.seconds, 1),
        }
        return json.dumps(fields).encode("ascii") + b"\n"

    @classmethod
    def from_line(cls, line: bytes) -> Review | None:
        """The review that a line holds, or None where it isn't one."""
        try:
            fields: Any = json.loads(line)
            time = record.parse_stamp(fields["time"])
            card, rating = fields["card"], fields["rating"]
            seconds = float(fields.get("seconds", 0))
            known = fields["format"] == record.FORMAT
        except (ValueError, TypeError, KeyError, RecursionError):
            return None
        valid = isinstance(card, str) and type(rating) is int and rating in (TAKEN_BACK, *RATINGS)
        return cls(time, card, rating, seconds) if known and time and valid else None


def path_of(workspace: Path) -> Path:
    """Where the reviews of a workspace are."""
    return workspace / record.FOLDER / "cards.jsonl"


@dataclass(frozen=True)
class Reviewed:
    """All reviews that count, the earliest first, and how many lines aren't reviews."""

    reviews: tuple[Review, ...] = ()
    foreign: int = 0


def read_reviews(workspace: Path) -> Reviewed:
    """The reviews of a workspace. Raises `StudyError` where they can't be read."""
    path = path_of(workspace)
    try:
        lines = [line for line in path.read_bytes().split(b"\n") if line.strip()]
    except FileNotFoundError:
        return Reviewed()
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise StudyError(f"{path} can't be read: {why}. Make it readable.") from error
    known = [review for review in map(Review.from_line, lines) if review]
    counted: list[Review] = []
    for review in sorted(known, key=lambda each: each.time):
        if review.rating != TAKEN_BACK:
            counted.append(review)
        elif last := [place for place, r in enumerate(counted) if r.card == review.card][-1:]:
            del counted[last[0]]
    return Reviewed(tuple(counted), len(lines) - len(known))


def add_review(workspace: Path, review: Review) -> None:
    """Write one review at once, so that a killed terminal loses none. Raises `StudyError`."""
    try:
        record.append(path_of(workspace), [review.line()])
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise StudyError(
            f"The review can't be saved in {path_of(workspace)}: {why}. "
            "Put that right and run `mle cards` again; the reviews before it are saved."
        ) from error


@dataclass(frozen=True)
class Recall:
    """A review held against FSRS's forecast: the probability it gave, and whether it came true."""

    time: datetime
    forecast: float
    remembered: bool


class Memory:
    """What the reviews say of each card: when it is due, and how well forecasts came true."""

    def __init__(self, reviews: Iterable[Review] = ()) -> None:
        self._scheduler = _scheduler()
        self._cards: dict[str, Card] = {}
        self.first_seen: dict[str, datetime] = {}
        self.recalls: list[Recall] = []
        self.reviewed = 0
        for review in reviews:
            self.add(review)

    def add(self, review: Review) -> None:
        """Take a review into account."""
        from fsrs import Card, Rating

        card = self._cards.get(review.card) or Card(card_id=len(self._cards) + 1, due=review.time)
        if card.last_review and review.time - card.last_review >= timedelta(days=1):
            forecast = self._scheduler.get_card_retrievability(card, review.time)
            self.recalls.append(Recall(review.time, forecast, review.rating > 1))
        rating = Rating(review.rating)
        self._cards[review.card], _ = self._scheduler.review_card(card, rating, review.time)
        self.first_seen.setdefault(review.card, review.time)
        self.reviewed += 1

    def due(self, card: str) -> datetime | None:
        """When a card is due; None for one that was never reviewed."""
        known = self._cards.get(card)
        return known.due if known else None

    def queue(
        self, cards: Sequence[Flashcard], now: datetime, new: int, soon: timedelta = timedelta(0)
    ) -> list[Flashcard]:
        """What to review now: the cards that are due within ``soon``, then ``new`` unseen ones."""
        due = [(at, card) for card in cards if (at := self.due(card.id)) and at <= now + soon]
        unseen = [card for card in cards if self.due(card.id) is None]
        return [card for _, card in sorted(due, key=lambda pair: pair[0])] + unseen[: max(0, new)]

    def seen_on(self, now: datetime) -> int:
        """How many cards were seen for the first time on the day of ``now``."""
        day = clock.day_of(now)
        return sum(clock.day_of(time) == day for time in self.first_seen.values())


def brier(recalls: Sequence[Recall]) -> float:
    """The mean squared difference between forecast and outcome: 0 is perfect, 0.25 a coin's."""
    return sum((each.forecast - each.remembered) ** 2 for each in recalls) / len(recalls)


def _scheduler() -> Scheduler:
    from fsrs import Scheduler

    # Without fuzz, so that the same reviews make the same days in every run.
    steps = [_AGAIN_AFTER]
    return Scheduler(learning_steps=steps, relearning_steps=steps, enable_fuzzing=False)
