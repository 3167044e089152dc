"""Groups of work for an answer whose own counting can't be believed: timed from outside.

Steps are counted beside the student's code, in its own process. Where the text could reach what
counts, the kernel's word is taken: the processor time of the player, at a size at which right and
wrong solutions of the exercise's bank are far apart. They are timed on this machine too, so only
ratios matter. Where no size tells them apart, the count stands, and the instructor is told.
"""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass, replace
from typing import Any

from autograder.core.arguments import Counted
from autograder.core.bank import Solution
from autograder.core.exercise import Exercise
from autograder.core.outcomes import Answer
from autograder.groups.base import Args, Failure, Named
from autograder.groups.growth import Growth
from autograder.groups.instances import MethodGrowth
from autograder.groups.operations import Scene, first_fault, wanted
from autograder.groups.together import Together
from autograder.lessons import bank

from .remote import RemoteAnswer

FAR_APART = 150.0
"""The ratio of times at which a size is large enough. The limit is then a third of what the
fastest wrong solution takes, and fifty times what the slowest right one does."""
TOO_CLOSE = 9.0
"""Below this ratio nothing is decided: both must be three times away from the limit."""
MARGIN = 3.0
DOUBLINGS = 9
MEASURABLE = 0.05
"""Seconds that a wrong solution must take: below, the noise of a machine is as large."""
WRONG_SECONDS = 1.5
RIGHT_SECONDS = 0.5
MOST_RIGHT, MOST_WRONG = 10, 4
TIMES = 3

Ask = Callable[[RemoteAnswer, int, float], "Timing"]
Peers = Callable[[Solution], contextlib.AbstractContextManager[RemoteAnswer]]
"""Starts a player with a solution of the bank in place of the student's."""


@dataclass(frozen=True)
class Timing:
    """Processor seconds of a call (infinite where it was stopped), and its fault."""

    seconds: float
    failure: Failure | None = None


@dataclass(frozen=True)
class Threshold:
    """At this size an answer may take so many seconds; ``right`` is the slowest right solution."""

    size: int
    seconds: float
    right: float


def timed(exercise: Exercise, peers: Peers) -> Exercise:
    """The exercise with the groups that count steps checked from outside as well."""
    groups = [_timed(group, exercise.name, group.name, peers) for group in exercise.groups]
    return replace(exercise, groups=groups)


def _timed(group: Any, exercise: str, whole: str, peers: Peers) -> Any:
    """The group, or one that times what it counts; ``whole`` is the group it is a part of."""
    if isinstance(group, Together):
        return replace(group, parts=[_timed(p, exercise, whole, peers) for p in group.parts])
    if isinstance(group, (Growth, MethodGrowth)):
        return _Timed(
            group.name,
            points=group.points,
            nudge=group.nudge,
            group=group,
            exercise=exercise,
            whole=whole,
            asks=_asks(group),
            peers=peers,
        )
    return group


@dataclass(frozen=True, eq=False)
class _Timed(Named):
    """A group that counts, and then what it counted held against the time that it took."""

    _: KW_ONLY
    group: Growth | MethodGrowth
    exercise: str
    whole: str
    asks: Sequence[Ask]
    peers: Peers

    @property
    def of_work(self) -> bool:
        return True

    def run_examples(self, answer: Answer) -> None:
        """None: see `groups.base.Work`."""

    def _failure(self, answer: Answer, seed: int) -> Failure | None:
        assert isinstance(answer, RemoteAnswer)
        if failure := self.group._failure(answer, seed):
            return failure
        answer.trusted.discard("its steps and its memory")
        plain = answer.unwatched()
        for place, ask in enumerate(self.asks):
            key = (self.exercise, self.whole, self.group.name, place)
            if key not in _THRESHOLDS:
                _THRESHOLDS[key] = self._threshold(ask)
            threshold = _THRESHOLDS[key]
            if threshold is None:
                answer.trusted.add(f"how its work grows ({self.whole})")
            elif failure := _too_slow(plain, ask, threshold):
                return failure
        return None

    def _threshold(self, ask: Ask) -> Threshold | None:
        solutions = bank(self.exercise)
        wrong = [solution for solution in solutions.wrong if solution.caught_by == self.whole]
        with contextlib.ExitStack() as stack:
            right_answers, wrong_answers = (
                [stack.enter_context(self.peers(solution)) for solution in chosen]
                for chosen in (solutions.right[:MOST_RIGHT], wrong[:MOST_WRONG])
            )
            return _far_apart(right_answers, wrong_answers, ask, max(self.group.sizes))


_THRESHOLDS: dict[tuple[str, str, str, int], Threshold | None] = {}
"""Kept for all submissions that this process grades: they hold for its machine."""


def _too_slow(answer: RemoteAnswer, ask: Ask, threshold: Threshold) -> Failure | None:
    least, stopped = math.inf, 2 * threshold.seconds + RIGHT_SECONDS
    for _ in range(TIMES):
        timing = ask(answer, threshold.size, stopped)
        if timing.failure and timing.seconds < math.inf:
            return timing.failure
        least = min(least, timing.seconds)
        if least <= threshold.seconds:
            return None
    times, most = least / threshold.right, threshold.seconds / threshold.right
    got = "timed out" if least == math.inf else f"{times:,.0f} times"
    return Failure(
        f"Takes too long at size {threshold.size:,}, measured as processor time.",
        "timing a call",
        f"at most {most:,.0f} times what the course's slowest right solution takes",
        got,
    )


def _far_apart(
    right: Sequence[RemoteAnswer], wrong: Sequence[RemoteAnswer], ask: Ask, start: int
) -> Threshold | None:
    """The size at which the solutions are furthest apart, None where they never are."""
    right = [answer for answer in right if ask(answer, start, RIGHT_SECONDS).failure is None]
    wrong = [answer for answer in wrong if not _is_wrong(ask(answer, start, WRONG_SECONDS))]
    best: tuple[float, Threshold] | None = None
    for size in (start << doubling for doubling in range(DOUBLINGS)):
        slowest = max((_least(answer, ask, size) for answer in right), default=math.inf)
        if slowest > RIGHT_SECONDS:
            break
        slow = [ask(answer, size, WRONG_SECONDS) for answer in wrong]
        taken = [min(timing.seconds, WRONG_SECONDS) for timing in slow if not _is_wrong(timing)]
        fastest = min((each for each in taken if each > TOO_CLOSE * slowest), default=0.0)
        if fastest < MEASURABLE:
            continue
        limit = max(math.sqrt(slowest * fastest), fastest / MARGIN)
        if best is None or fastest / slowest > best[0]:
            best = fastest / slowest, Threshold(size, limit, slowest)
        if fastest / slowest > FAR_APART:
            break
    return best and best[1]


def _is_wrong(timing: Timing) -> bool:
    """Whether a solution is wrong for another reason than its time."""
    return timing.failure is not None and timing.seconds < math.inf


def _least(answer: RemoteAnswer, ask: Ask, size: int) -> float:
    timings = [ask(answer, size, 2 * RIGHT_SECONDS) for _ in range(2)]
    return math.inf if any(each.failure for each in timings) else min(t.seconds for t in timings)


def _asks(group: Growth | MethodGrowth) -> list[Ask]:
    """How an answer is timed: one way for a function, one for each scene of a class."""
    if isinstance(group, Growth):
        return [_Call(group)]
    return [_InScene(group, text) for text in group.scenes]


class _Call:
    """Times a call of a function at one size, without what the group takes off."""

    def __init__(self, group: Growth) -> None:
        self._group = group
        self._wants: dict[int, Any] = {}

    def __call__(self, answer: RemoteAnswer, size: int, limit: float) -> Timing:
        args = _plain(self._group.args_of(size))
        timing = self._timing(answer, size, args, limit)
        if timing.failure or self._group.minus is None:
            return timing
        less = self._timing(answer, size, _plain(self._group.minus(size)), limit, compared=False)
        return replace(timing, seconds=max(timing.seconds - less.seconds, 0.0))

    def _timing(
        self, answer: RemoteAnswer, size: int, args: Args, limit: float, compared: bool = True
    ) -> Timing:
        before = answer.busy()
        outcome = answer.call(args, limit=limit, seed=0)
        seconds = answer.busy() - before
        if outcome.trouble:
            stopped = outcome.trouble.kind in ("timed out", "ended")
            trouble = Failure(outcome.trouble.text)
            return Timing(math.inf if stopped else seconds, failure=trouble)
        failure = self._fault(size, args, outcome) if compared else None
        return Timing(seconds, failure)

    def _fault(self, size: int, args: Args, outcome: Any) -> Failure | None:
        """What is wrong with a value. An oracle may be too slow for a size as large as this, so
        the first right solution of the bank, which is asked first, says what is right."""
        if self._group.oracle is None:
            return self._group._fault(args, ..., outcome)
        result = outcome.after[0] if self._group.in_place else outcome.value
        want = self._wants.setdefault(size, result)
        return self._group._fault(args, want, outcome)


class _InScene:
    """Times a scene of a class: the calls that fill an instance, and those counted, repeated."""

    def __init__(self, group: MethodGrowth, text: str) -> None:
        self._group, self._text = group, text
        self._scenes: dict[int, tuple[Scene, list[Any]]] = {}

    def __call__(self, answer: RemoteAnswer, size: int, limit: float) -> Timing:
        if size not in self._scenes:
            fill, counted = self._group.scenes[self._text](size)
            steps = [*fill, *(list(counted) * max(1, size // max(len(counted), 1)))]
            scene = Scene(self._group.init, steps)
            self._scenes[size] = scene, wanted(scene, self._group.model)
        scene, want = self._scenes[size]
        before = answer.busy()
        outcomes = answer.operate(scene.init, scene.steps, limit=limit)
        seconds = answer.busy() - before
        troubles = [outcome.trouble.kind for outcome in outcomes if outcome.trouble]
        if "timed out" in troubles or "ended" in troubles:
            return Timing(math.inf, failure=Failure("It was stopped."))
        failure = first_fault(answer.name, scene, outcomes, want, self._group.accept)
        return Timing(seconds, failure=failure)


def _plain(args: Args) -> Args:
    """Arguments whose comparisons nobody counts."""
    return tuple(list(arg.items) if isinstance(arg, Counted) else arg for arg in args)
