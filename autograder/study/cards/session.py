"""Review cards in a terminal. Each answer is saved at once, so it may stop at any moment."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.core import clock

from .deck import Flashcard
from .reviews import RATINGS, TAKEN_BACK, Memory, Review, add_review, read_reviews

if TYPE_CHECKING:
    from rich.console import Console

NEW_PER_DAY = 10
_SOON = timedelta(minutes=20)
"""A card that was forgotten comes back in this session, after the others."""
_LONGEST_LOOK = 300.0
"""Seconds; whoever looks longer was called away."""
_RATINGS = " · ".join(f"{number} {word}" for number, word in RATINGS.items())


class Stopped(Exception):
    """The learner ends the session."""


def review(
    workspace: Path,
    cards: Sequence[Flashcard],
    console: Console,
    *,
    new: int = NEW_PER_DAY,
    ask: Callable[[str], str] = input,
) -> int:
    """Review what is due, then new cards, ``new`` per day at most; returns the number of reviews.

    ``ask`` shows a prompt and returns a line. Raises `StudyError` where a review can't be saved.
    """
    memory = Memory(read_reviews(workspace).reviews)
    left_new = new - memory.seen_on(clock.now())
    queue = memory.queue(cards, clock.now(), left_new)
    done: list[Review] = []
    total = len(queue)
    if not queue:
        console.print(_nothing_due(memory, cards, new))
        return 0
    console.print(
        f"{total} card{'s' * (total != 1)}. Ctrl-C stops; run mle cards again to go on.\n"
    )
    by_id = {card.id: card for card in cards}
    try:
        while queue:
            card = queue.pop(0)
            console.rule(f"{len(done) + 1} of {max(total, len(done) + 1 + len(queue))}")
            answer = _show(card, console, ask)
            if answer is None:  # take back the one before
                if done:
                    last = done.pop()
                    add_review(workspace, Review(clock.now(), last.card, TAKEN_BACK))
                    memory = Memory(read_reviews(workspace).reviews)
                    taken = by_id[last.card]
                    queue = [taken, *(each for each in [card, *queue] if each.id != taken.id)]
                else:
                    console.print("There is nothing to take back yet.")
                    queue.insert(0, card)
                continue
            rating, seconds = answer
            made = Review(clock.now(), card.id, rating, seconds)
            add_review(workspace, made)
            memory.add(made)
            done.append(made)
            console.print(f"[dim]{_when(memory, card)}[/dim]\n")
            if not queue:
                queue = memory.queue(_forgotten(cards, done), clock.now(), 0, _SOON)
    except (Stopped, KeyboardInterrupt, EOFError):
        left = len(queue) + 1
        console.print(f"\nPaused after {_reviews(len(done))}, all saved. {left} left for today.")
        return len(done)
    console.print(f"Done for today: {_reviews(len(done))}. {_next_time(memory, cards)}")
    return len(done)


def _show(card: Flashcard, console: Console, ask: Callable[[str], str]) -> tuple[int, float] | None:
    """Ask one card; the rating and the seconds until the answer was wanted, None to go back."""
    from rich.markdown import Markdown

    console.print(f"[dim]{card.title} · {card.kind}[/dim]", highlight=False)
    console.print(Markdown(card.front))
    started = time.monotonic()
    console.print("[dim]Enter shows the answer (u takes back, q stops)[/dim]")
    if _word(ask("show> ")) == "u":
        return None
    seconds = min(time.monotonic() - started, _LONGEST_LOOK)
    console.print()
    console.print(Markdown(card.back))
    console.print(f"[dim]{_RATINGS} (u takes back, q stops)[/dim]")
    while True:
        word = _word(ask("rate> "))
        if word == "u":
            return None
        if word in {str(number) for number in RATINGS}:
            return int(word), seconds
        if word in RATINGS.values():
            return next(number for number, name in RATINGS.items() if name == word), seconds
        console.print(f"Type a number from 1 to 4: {_RATINGS}.", highlight=False)


def _word(line: str) -> str:
    word = line.strip().lower()
    if word in ("q", "quit", "exit"):
        raise Stopped
    return word


def _forgotten(cards: Sequence[Flashcard], done: Sequence[Review]) -> list[Flashcard]:
    """The cards whose last answer in this session was "again"."""
    last = {each.card: each.rating for each in done}
    return [card for card in cards if last.get(card.id) == 1]


def _when(memory: Memory, card: Flashcard) -> str:
    due = memory.due(card.id)
    assert due is not None
    days = (clock.day_of(due) - clock.today()).days
    if days < 1:
        return "Comes back in this session."
    return "Comes back tomorrow." if days == 1 else f"Comes back in {days} days."


def _nothing_due(memory: Memory, cards: Sequence[Flashcard], new: int) -> str:
    if not cards:
        return "There are no cards here yet."
    if not any(memory.due(card.id) for card in cards) and new <= 0:
        return "No card is due. Without --new 0 you would see new ones."
    return f"No card is due now. {_next_time(memory, cards)}"


def _next_time(memory: Memory, cards: Sequence[Flashcard]) -> str:
    dues = [due for card in cards if (due := memory.due(card.id))]
    unseen = len(cards) - len(dues)
    parts = []
    if dues:
        parts.append(f"The next is due on {clock.day_text(clock.day_of(min(dues)))}.")
    if unseen:
        parts.append(f"{unseen} card{'s are' if unseen != 1 else ' is'} still new.")
    return " ".join(parts)


def _reviews(count: int) -> str:
    return f"{count} review{'s' * (count != 1)}"
