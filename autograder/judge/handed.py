"""What an answer is handed piece by piece, so that the grader counts it.

The text of some answers is doubted: it could reach what counts the items read and the numbers
drawn in its own process. There the player holds neither. It asks for each item of a stream and
for each random number, and the count is that of the questions.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from autograder.core.arguments import CHANCE, Stream
from autograder.core.outcomes import Outcome, Question
from autograder.trying.chance import COPIES, SEEDS
from autograder.trying.paths import Inexact, Path, PathEnded, Refused

from .wire.values import WireError, a_list, encode

MOST_BITS = 1 << 16
MOST_KEYS = 1_000
"""Random real numbers of one path: more orders of so many could never be followed."""


class Hand:
    """Serves one request: the items of its streams, and numbers of ``seed`` or of a ``path``."""

    def __init__(
        self, streams: Sequence[Stream] = (), seed: int | None = None, path: Path | None = None
    ) -> None:
        self._streams = streams
        self._seed = seed
        self._path = path
        self.begin()

    def begin(self) -> None:
        """Start again, for a player that has been handed nothing yet."""
        self.read = self.draws = 0
        self._rng = random.Random(self._seed)
        self._items: list[Iterator[Any]] = [
            itertools.cycle(stream.items) if stream.endless else iter(stream.items)
            for stream in self._streams
        ]

    def __call__(self, wanted: Any) -> Any:
        """The reply to a question of the player; raises `WireError` where it is none."""
        kind, *words = a_list(wanted)
        if kind == "item":
            return self._item(_number(words, len(self._items) - 1))
        if self._path is not None:
            try:
                return _followed(self._path, kind, words)
            except (Inexact, PathEnded, Refused):
                return {"stop": True}
        if kind == "random" and not words:
            self.draws += 1
            return self._rng.random()
        if kind == "bits":
            self.draws += 1
            return self._rng.getrandbits(_number(words, MOST_BITS))
        raise WireError("an unknown question")

    def _item(self, stream: int) -> Any:
        for item in self._items[stream]:
            self.read += 1
            return [encode(item)]
        return []


def _followed(path: Path, kind: Any, words: Sequence[Any]) -> Any:
    """What a path answers; raises what the path does where it ends."""
    if kind == "choose":
        return path.choose(_number(words, 1 << 64))
    if kind == "branch":
        chances = [Fraction(*map(_whole, a_list(pair, 2))) for pair in a_list(words[0])]
        if sum(chances) != 1 or min(chances) < 0:
            raise WireError("no probabilities")
        return path.branch(chances)
    if kind == "first":
        one, other = a_list(words, 2)
        return path.first_of(_number([one], MOST_KEYS), _number([other], MOST_KEYS))
    if kind == "ordered":
        return path.is_ordered(_number(words, MOST_KEYS))
    if kind == "reals":
        path.gave_reals = True
        return None
    if kind == "stop":
        reasons = {"seeds": Refused(SEEDS), "copies": Refused(COPIES)}
        path.stop(reasons.get(str(words[0]), Inexact()))
    raise WireError("an unknown question")


def _number(words: Any, most: int) -> int:
    [number] = a_list(words, 1)
    if type(number) is not int or not 0 <= number <= most:
        raise WireError("no number of what is there")
    return number


def _whole(number: Any) -> int:
    if type(number) is not int or abs(number) >= 1 << 256:
        raise WireError("no whole number")
    return number


def is_handed(question: Question) -> bool:
    """Whether a question has arguments that can be handed piece by piece."""
    return any(arg is CHANCE or isinstance(arg, Stream) for arg in _all_arguments(question))


def streams_of(question: Question) -> list[Stream]:
    """The streams among the arguments of a question, in order."""
    return [arg for arg in _all_arguments(question) if isinstance(arg, Stream)]


def emptied(question: Question) -> Question:
    """The question as it is sent: its streams hold no items, and its generator no seed."""
    steps = question.steps and [(step, _without_items(args)) for step, args in question.steps]
    return question._replace(args=_without_items(question.args), steps=steps, seed=None)


def _without_items(args: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(
        replace(arg, items=(), endless=False) if isinstance(arg, Stream) else arg for arg in args
    )


def _all_arguments(question: Question) -> Iterator[Any]:
    yield from question.args
    for _, args in question.steps or ():
        yield from args


def with_counts(outcome: Outcome, hand: Hand, question: Question) -> Outcome:
    """The outcome with what the grader counted in place of what the player says."""
    draws = hand.draws if CHANCE in question.args else None
    return outcome._replace(read=hand.read, draws=draws)
