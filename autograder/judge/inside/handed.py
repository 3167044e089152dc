"""The student's side of `judge.handed`: asks the grader for items, numbers and choices."""

from __future__ import annotations

import itertools
import random
import signal
import socket
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any, NoReturn

from autograder.core.arguments import Stream
from autograder.judge.wire import messages
from autograder.judge.wire.values import decode
from autograder.trying.chance import COPIES, SEEDS, ScriptedRandom
from autograder.trying.paths import Inexact, Path, PathEnded

_TIMERS = {signal.SIGALRM, signal.SIGPROF}


class Channel:
    """The way back to the grader while it waits for a reply."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection

    def ask(self, *question: Any) -> Any:
        """The grader's reply. Time limits wait: half a message would be taken for another one."""
        before = signal.pthread_sigmask(signal.SIG_BLOCK, _TIMERS)
        try:
            messages.send(self._connection, {"ask": question})
            return messages.receive(self._connection, None)["given"]
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Items:
    """The items of one stream, each asked for when it is read."""

    def __init__(self, channel: Channel, number: int) -> None:
        self._channel = channel
        self._number = number

    def __iter__(self) -> Iterator[Any]:
        while item := self._channel.ask("item", self._number):
            yield decode(item[0])


Steps = list[tuple[str, tuple[Any, ...]]]


def by_hand(
    channel: Channel, args: tuple[Any, ...], steps: Steps | None
) -> tuple[tuple[Any, ...], Steps | None]:
    """Arguments and steps whose streams ask for their items; the grader numbers them alike."""
    numbers = itertools.count()

    def given(arg: Any) -> Any:
        if not isinstance(arg, Stream):
            return arg
        return replace(arg, items=_Items(channel, next(numbers)))  # type: ignore[arg-type]

    args = tuple(map(given, args))
    return args, steps and [(step, tuple(map(given, more))) for step, more in steps]


class HandedRandom(random.Random):
    """A ``random.Random`` whose numbers the grader draws."""

    _engine_channel: Channel

    @classmethod
    def of(cls, channel: Channel) -> HandedRandom:
        """A generator that asks through ``channel``."""
        rng = cls(0)
        rng._engine_channel = channel
        return rng

    def random(self) -> float:
        number: float = self._engine_channel.ask("random")
        return number

    def getrandbits(self, k: int) -> int:
        bits: int = self._engine_channel.ask("bits", k)
        return bits

    def __reduce__(self) -> Any:
        raise TypeError(COPIES)


class HandedPath(Path):
    """A path that the grader follows: each choice is asked of it."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._reals = False
        super().__init__(())
        self._numbers: dict[object, int] = {}

    def _ask(self, *question: Any) -> Any:
        reply = self._channel.ask(*question)
        if type(reply) is dict:
            self.stopped = self.stopped or PathEnded()
            raise self.stopped
        return reply

    def _number(self, key: object) -> int:
        return self._numbers.setdefault(key, len(self._numbers))

    @property
    def gave_reals(self) -> bool:
        """Whether a random real number was drawn; the grader must know it too."""
        return self._reals

    @gave_reals.setter
    def gave_reals(self, gave: bool) -> None:
        if gave and not self._reals:
            self._reals = True
            self._ask("reals")

    def choose(self, width: int) -> int:
        pick: int = self._ask("choose", min(width, 1 << 64))
        return pick

    def branch(self, chances: Sequence[Fraction]) -> int:
        pick: int = self._ask("branch", [[part.numerator, part.denominator] for part in chances])
        return pick

    def first_of(self, one: object, other: object) -> bool:
        first: bool = self._ask("first", self._number(one), self._number(other))
        return first

    def is_ordered(self, key: object) -> bool:
        ordered: bool = self._ask("ordered", self._number(key))
        return ordered

    def stop(self, why: BaseException) -> NoReturn:
        reasons = {SEEDS: "seeds", COPIES: "copies"}
        self._ask("stop", "inexact" if isinstance(why, Inexact) else reasons.get(str(why), ""))
        raise why


def followed(channel: Channel) -> ScriptedRandom:
    """A generator whose outcomes the grader chooses."""
    return ScriptedRandom.of(HandedPath(channel))
