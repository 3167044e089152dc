"""Exact distributions of code that draws random numbers.

The code gets a ``random.Random`` whose outcomes are enumerated: each choice it makes is a
branch with a known probability, and the code is run once for every path. So a check compares
exact fractions, not frequencies.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Hashable
from fractions import Fraction
from typing import Any

from autograder.core.outcomes import Law, Trouble

from .paths import Inexact, Path, PathEnded, Refused
from .uniform import Real, Uniform

MOST_PATHS = 6_000

SEEDS = "It seeds rng, or sets its state. Draw from rng as it comes."
COPIES = "It copies rng, so the same numbers come twice. Draw from rng itself."
OTHER_SOURCE = (
    "It draws from the module random, which everybody shares and rng doesn't control. "
    "Write rng.randrange(...), not random.randrange(...)."
)


class CountingRandom(random.Random):
    """A ``random.Random`` that gives the usual numbers and counts them."""

    _engine_draws = 0

    @property
    def draws(self) -> int:
        """How many numbers were drawn; one of any size counts once."""
        return self._engine_draws

    def __reduce__(self) -> Any:
        raise TypeError(COPIES)

    def random(self) -> float:
        self._engine_draws += 1
        return super().random()

    def getrandbits(self, k: int) -> int:
        self._engine_draws += 1
        return super().getrandbits(k)


class ScriptedRandom(random.Random):
    """A ``random.Random`` that takes its outcomes from a path."""

    _engine_path: Path | None = None

    @classmethod
    def of(cls, path: Path) -> ScriptedRandom:
        """A generator that follows ``path``."""
        rng = cls(0)
        rng._engine_path = path
        return rng

    def _engine_followed(self) -> Path:
        assert self._engine_path is not None
        return self._engine_path

    def _randbelow(self, n: int) -> int:
        return self._engine_followed().choose(n)

    def random(self) -> Any:
        path = self._engine_followed()
        path.gave_reals = True
        return Uniform(Real(path))

    def getrandbits(self, k: int) -> int:
        return self._engine_followed().choose(1 << min(k, 64))

    def seed(self, *args: Any, **kwargs: Any) -> None:
        if self._engine_path:
            self._engine_path.stop(Refused(SEEDS))
        super().seed(*args, **kwargs)

    def setstate(self, state: Any) -> None:
        self._engine_followed().stop(Refused(SEEDS))

    def __reduce__(self) -> Any:
        self._engine_followed().stop(Refused(COPIES))


def enumerate_law(run: Callable[[random.Random], object], most_paths: int = MOST_PATHS) -> Law:
    """The exact law of ``run(rng)`` over all outcomes of ``rng``.

    Lists and dicts that ``run`` returns become hashable, see `hashable`. Gives up, as inexact,
    after ``most_paths`` paths. What ``run`` raises is raised, unless a random real number was
    drawn, since its stand-in may be the cause: then the law is inexact, too.
    """
    before = random.getstate()
    try:
        law = _enumerate(run, most_paths)
    except Inexact:
        law = Law(inexact=True)
    except Refused as refused:
        law = Law(trouble=Trouble("not usable", str(refused)))
    if random.getstate() != before:
        return Law(trouble=Trouble("not usable", OTHER_SOURCE))
    return law


def _enumerate(run: Callable[[random.Random], object], most_paths: int) -> Law:
    chances: defaultdict[Hashable, Fraction] = defaultdict(Fraction)
    unresolved = Fraction(0)
    given: list[tuple[int, int]] | None = []
    for _ in range(most_paths):
        assert given is not None
        path = Path(given)
        value = _follow(run, path)
        if isinstance(path.stopped, PathEnded):
            unresolved += path.chance
        else:
            chances[hashable(value)] += path.chance
        given = path.next()
        if given is None:
            return Law(chances=dict(chances), unresolved=unresolved)
    raise Inexact


def _follow(run: Callable[[random.Random], object], path: Path) -> object:
    """The value of ``run`` on one path, None where the path ended early."""
    value = None
    try:
        value = run(ScriptedRandom.of(path))
    except PathEnded:
        return None
    except Exception:
        if not path.stopped and not path.gave_reals:
            raise
        path.stopped = path.stopped or Inexact()
    if path.stopped and not isinstance(path.stopped, PathEnded):
        raise path.stopped
    return value


def hashable(value: object) -> Hashable:
    """A plain value as a key: lists become tuples and dicts sets of pairs, at every depth."""
    if isinstance(value, (list, tuple)):
        return tuple(map(hashable, value))
    if isinstance(value, dict):
        return frozenset((key, hashable(item)) for key, item in value.items())
    return value
