"""An answer in this process: called with copies, under a time limit, its faults described."""

from __future__ import annotations

import functools
import gc
import math
import random
import types
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from autograder.core.arguments import Chain
from autograder.core.limit import Deadline, Spent, StepCounter, time_limit
from autograder.core.outcomes import Law, Outcome, Question, Trouble
from autograder.core.steps import ANOTHER, ATTRIBUTE, HELD, WIDEST, Step
from autograder.core.values import plain

from .chance import CountingRandom, enumerate_law
from .live import (
    Reader,
    TrackingReader,
    after_call,
    build_all,
    live_argument,
    live_arguments,
    node_class,
    read_linked,
)
from .memory import PeakMemory, held, widest
from .names import used_names
from .troubles import NOT_WRITTEN, describe, no_method, not_callable

IN_ALL = 3
"""How many times the limit of one call a sequence of calls may take."""


class LocalAnswer:
    """The learner's object, function or class, in this process.

    ``chance(seed)`` makes the generator that stands for `CHANCE` in a call.
    All calls together end at the ``deadline``, if there is one.
    """

    def __init__(
        self,
        name: str,
        target: object,
        harness: Callable[..., Any] | None = None,
        deadline: Deadline | None = None,
        chance: Callable[[int | None], random.Random] = CountingRandom,
    ) -> None:
        self.name = name
        self._target = target
        self._harness = harness
        self._chance = chance
        self._deadline = deadline

    def left(self) -> float:
        """See `outcomes.Answer.left`."""
        return math.inf if self._deadline is None else self._deadline.left()

    def _late(self, limit: float = 0.0) -> Trouble | None:
        """What ends a call of this limit where the deadline comes first; None where it doesn't."""
        if self._deadline is None or self.left() > limit:
            return None
        text = f"The whole check was stopped after {self._deadline.seconds:g} s."
        return Trouble("timed out", text)

    def value(self) -> Outcome:
        """See `outcomes.Answer.value`. ``...`` and NotImplemented count as not written."""
        if self._target is ... or self._target is NotImplemented:
            return Outcome(trouble=NOT_WRITTEN)
        return Outcome(value=plain(self._target))

    def call(
        self,
        args: tuple[Any, ...],
        *,
        limit: float,
        count: bool = False,
        seed: int | None = None,
        watched: bool = False,
    ) -> Outcome:
        """See `outcomes.Answer.call`; here all is watched."""
        if not callable(self._target):
            return Outcome(trouble=not_callable(self.name, self._target))
        target: Any = self._target
        if self._harness is not None:
            target = functools.partial(self._harness, target)
        chance = functools.partial(self._chance, seed)
        if late := self._late():
            return Outcome(trouble=late)
        late, limit = self._late(limit), min(limit, self.left())
        outcome = call(target, args, limit, count, chance, owner=self._target)
        return outcome._replace(trouble=_told(outcome.trouble, late))

    def operate(
        self,
        init: tuple[Any, ...],
        steps: Sequence[Step],
        *,
        limit: float,
        count: bool = False,
    ) -> list[Outcome]:
        """See `outcomes.Answer.operate`."""
        if not callable(self._target):
            return [Outcome(trouble=not_callable(self.name, self._target))]
        if late := self._late():
            return [Outcome(trouble=late)]
        late, limit = self._late(limit), min(limit, self.left())
        outcomes = operate(self._target, init, steps, limit, count)
        return [outcome._replace(trouble=_told(outcome.trouble, late)) for outcome in outcomes]

    def many(self, questions: Iterable[Question]) -> Iterator[Any]:
        """See `outcomes.Answer.many`."""
        for question in questions:
            yield question.ask(self)

    def law(self, args: tuple[Any, ...], *, limit: float) -> Law:
        """See `outcomes.Answer.law`."""
        if not callable(self._target):
            return Law(trouble=not_callable(self.name, self._target))
        if late := self._late():
            return Law(trouble=late)
        late, limit = self._late(limit), min(limit, self.left())
        found = law(self._target, args, limit)
        return replace(found, trouble=_told(found.trouble, late))

    def names(self) -> frozenset[str]:
        """See `outcomes.Answer.names`."""
        return used_names(self._target)

    def under(self, harness: Callable[..., Any]) -> LocalAnswer:
        """See `exercise.Answer.under`."""
        return LocalAnswer(self.name, self._target, harness, self._deadline, self._chance)


def _told(trouble: Trouble | None, late: Trouble | None) -> Trouble | None:
    """The trouble of a call, in place of a timeout ``late`` if the deadline came first."""
    timed_out = trouble is not None and trouble.kind == "timed out"
    return late if late and timed_out else trouble


def call(
    target: Any,
    args: tuple[Any, ...],
    limit: float,
    count: bool,
    chance: Callable[[], random.Random],
    before: int = 0,
    owner: Any = None,
) -> Outcome:
    """Call ``target`` with copies of ``args`` and describe what came of it.

    ``chance`` makes the generator that stands for `CHANCE`. The call took ``before`` steps
    already. ``owner`` is the learner's own object where ``target`` only wraps a use of it.
    """
    built: Sequence[Any] = ()
    live: Sequence[Any] = ()
    counter, memory = (StepCounter(), PeakMemory()) if count else (None, None)
    value, trouble, returned = None, None, None
    try:
        node = node_class(target) if any(type(arg) is Chain for arg in args) else None
        built = build_all(args, chance, node)
        live = [live_argument(arg) for arg in built]
        with time_limit(limit):
            if counter and memory:
                with memory, counter:
                    value = target(*live)
            else:
                value = target(*live)
            returned = next((at for at, arg in enumerate(live) if arg is value), None)
            value = plain(value) if node is None else read_linked(value, built)
        after = tuple([after_call(arg) for arg in built])
    except BaseException as error:
        value = None
        trouble = describe(error, target if owner is None else owner, limit)
        after = _after(built)
    if trouble is not None and trouble.kind == "out of memory":
        gc.collect()  # what was made is held by objects that refer to each other
    return Outcome(
        value,
        trouble,
        after,
        read=sum(arg._engine_read for arg in live if isinstance(arg, Reader)),
        steps=before + (counter.steps if counter else 0),
        held=_total(arg._engine_held for arg in live if isinstance(arg, TrackingReader)),
        draws=_total(arg.draws for arg in live if isinstance(arg, CountingRandom)),
        peak=memory.peak if memory else None,
        returned=returned,
    )


def _after(built: Sequence[Any]) -> tuple[Any, ...]:
    """The arguments after a call that failed; one that has outgrown the memory is left out."""
    try:
        return tuple([after_call(arg) for arg in built])
    except MemoryError:
        return tuple([None for _ in built])


def _total(counts: Iterable[int]) -> int | None:
    """The sum of the counts, None where nothing was counted."""
    counted = list(counts)
    return sum(counted) if counted else None


def operate(
    target: Any,
    init: tuple[Any, ...],
    steps: Sequence[Step],
    limit: float,
    count: bool = False,
) -> list[Outcome]:
    """Make ``target(*init)`` and take steps on it; an outcome a step."""
    instances: list[Any] = []
    first = _instantiate(target, init, limit, False, instances.append)
    if first.trouble:
        return [first]
    instance = instances[0]
    outcomes: list[Outcome] = []
    spent = Spent()
    for name, args in steps:
        left = max(0.01, min(limit, IN_ALL * limit - spent.seconds()))
        if name == ANOTHER:
            outcome = _instantiate(target, args, left, count, lambda _: None)
        elif name == ATTRIBUTE:
            outcome = _read(target, instance, args[0], left, count)
        elif name == WIDEST:
            outcome = Outcome(widest(instance))
        elif name == HELD:
            outcome = Outcome(held(instance))
        else:
            outcome = _call_method(instance, name, args, left, count)
        outcomes.append(outcome)
        if outcome.trouble and outcome.trouble.kind == "timed out":
            break
    return outcomes


def _instantiate(
    target: Any,
    init: tuple[Any, ...],
    limit: float,
    count: bool,
    keep: Callable[[Any], None],
) -> Outcome:
    def instantiate(*args: Any) -> None:
        keep(target(*args))

    return call(instantiate, init, limit, count, _first_chance, owner=target)


def _read(target: Any, instance: Any, name: str, limit: float, count: bool) -> Outcome:
    """The value of an attribute, which may be a property."""
    return call(lambda: getattr(instance, name), (), limit, count, _first_chance, owner=target)


def _call_method(
    instance: Any, method: str, args: tuple[Any, ...], limit: float, count: bool
) -> Outcome:
    bound, lookup = _look_up(instance, method, limit, count)
    if lookup.trouble is not None:
        return lookup
    if bound is None:
        text = no_method(type(instance).__name__, method)
        return Outcome(trouble=Trouble("not usable", text))
    return call(bound, args, limit, count, _first_chance, before=lookup.steps)


def _first_chance() -> random.Random:
    return random.Random(0)


_NO_STEPS = Outcome()


def _look_up(instance: Any, method: str, limit: float, count: bool) -> tuple[Any, Outcome]:
    """The bound method, None where there is none, and what looking it up took.

    A property or ``__getattr__`` is code of the answer, so it is limited and counted as well.
    """
    if _is_function(type(instance), method):
        return getattr(instance, method), _NO_STEPS
    methods: list[Any] = []
    outcome = call(
        lambda: methods.append(getattr(instance, method, None)), (), limit, count, _first_chance
    )
    return (methods or [None])[0], outcome._replace(steps=max(outcome.steps - 1, 0))


def _is_function(kind: type, name: str) -> bool:
    """Whether objects of this class have a method of this name that was written as a function."""
    for base in kind.__mro__:
        if name in base.__dict__:
            return isinstance(base.__dict__[name], types.FunctionType)
    return False


def law(target: Any, args: tuple[Any, ...], limit: float) -> Law:
    """The exact law of ``target(*args)`` over the outcomes of the generator among ``args``."""

    def run(rng: random.Random) -> object:
        return plain(target(*live_arguments(args, rng)))

    try:
        with time_limit(limit):
            return enumerate_law(run)
    except BaseException as error:
        return Law(trouble=describe(error, target, limit))
