"""An answer in this process: called with copies, under a time limit, its faults described."""

from __future__ import annotations

import copy
import functools
import inspect
import itertools
import linecache
import random
import traceback
import types
import weakref
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from autograder.core.arguments import CHANCE, WIDEST, Chain, Counted, Grid, Stream
from autograder.core.limit import Spent, StepCounter, StepsUp, TimeUp, time_limit
from autograder.core.outcomes import Law, Outcome, Question, Trouble
from autograder.core.values import plain

from .chance import CountingRandom, enumerate_law
from .live import LinkedList, TrackedGrid, counted, read_linked
from .memory import PeakMemory, widest

IN_ALL = 3
"""How many times the limit of one call a sequence of calls may take."""
NOT_WRITTEN = Trouble("not written", "Not written yet.")


class LocalAnswer:
    """The learner's object, function or class, in this process."""

    def __init__(self, name: str, target: object) -> None:
        self.name = name
        self._target = target

    def value(self) -> Outcome:
        """See `exercise.Answer.value`. ``...`` and NotImplemented count as not written."""
        if self._target is ... or self._target is NotImplemented:
            return Outcome(trouble=NOT_WRITTEN)
        return Outcome(value=plain(self._target))

    def call(
        self, args: tuple, *, limit: float, count: bool = False, seed: int | None = None
    ) -> Outcome:
        """See `exercise.Answer.call`."""
        if not callable(self._target):
            return Outcome(trouble=not_callable(self.name, self._target))
        return call(self._target, args, limit, count, functools.partial(CountingRandom, seed))

    def operate(
        self,
        init: tuple,
        steps: Sequence[tuple[str, tuple]],
        *,
        limit: float,
        count: bool = False,
    ) -> list:
        """See `exercise.Answer.operate`."""
        if not callable(self._target):
            return [Outcome(trouble=not_callable(self.name, self._target))]
        return operate(self._target, init, steps, limit, count)

    def many(self, questions: Iterable[Question]) -> Iterator[Any]:
        """See `exercise.Answer.many`."""
        for question in questions:
            yield question.ask(self)

    def law(self, args: tuple, *, limit: float) -> Law:
        """See `exercise.Answer.law`."""
        if not callable(self._target):
            return Law(trouble=not_callable(self.name, self._target))
        return law(self._target, args, limit)

    def names(self) -> frozenset[str]:
        """See `exercise.Answer.names`."""
        found: set[str] = set()
        _collect_names(self._target, found, set())
        return frozenset(found)


def _collect_names(target: Any, found: set[str], seen: set[int]) -> None:
    """Add the names used by a function or class, and by the functions of its own it calls."""
    if id(target) in seen:
        return
    seen.add(id(target))
    if isinstance(target, type):
        for member in vars(target).values():
            _collect_names(member, found, seen)
    wrapped = getattr(target, "__wrapped__", None) or getattr(target, "__func__", None)
    if wrapped is not None:
        _collect_names(wrapped, found, seen)
    if not isinstance(target, types.FunctionType):
        return
    for name in _names_in(target.__code__):
        found.add(name)
        meant = target.__globals__.get(name)
        if isinstance(meant, types.ModuleType):
            found.add(meant.__name__)
        elif getattr(meant, "__module__", None) == target.__module__:
            _collect_names(meant, found, seen)
        elif callable(meant) and getattr(meant, "__module__", None):
            found.add(meant.__module__)


def _names_in(code: types.CodeType) -> set[str]:
    names = {*code.co_names, *code.co_freevars}
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            names |= _names_in(constant)
    return names


def not_callable(name: str, target: object) -> Trouble:
    """The trouble of an answer that should be a function or class and is not."""
    if target is ... or target is NotImplemented:
        return NOT_WRITTEN
    text = f"{name} should be a function or a class; it is of type {type(target).__name__}."
    return Trouble("not usable", text)


class _Reader:
    """An iterator that can be read once and counts what was read."""

    def __init__(self, stream: Stream) -> None:
        items = stream.items
        self._engine_read = 0
        self._engine_unread = itertools.cycle(items) if stream.endless else iter(items)

    def __iter__(self):
        return self

    def __reduce_ex__(self, protocol):
        raise TypeError("a stream can't be copied: it can be read once")

    def __next__(self):
        item = next(self._engine_unread)
        self._engine_read += 1
        return item


class _Item(str):
    """A text to which weak references can be made."""

    __slots__ = ("__weakref__",)


class _TrackingReader(_Reader):
    """A reader that counts how many of the items it gave are alive."""

    def __init__(self, stream: Stream) -> None:
        super().__init__(stream)
        self._engine_held = 0
        self._engine_alive: weakref.WeakSet[_Item] = weakref.WeakSet()

    def __next__(self):
        item = _Item(super().__next__())
        self._engine_alive.add(item)
        self._engine_held = max(self._engine_held, len(self._engine_alive))
        return item


def call(
    target: Any,
    args: tuple,
    limit: float,
    count: bool,
    chance: Callable[[], random.Random],
    before: int = 0,
) -> Outcome:
    """Call ``target`` with copies of ``args`` and describe what came of it.

    ``chance`` makes the generator that stands for `CHANCE`. The call took ``before`` steps
    already.
    """
    built: Sequence[Any] = ()
    live: Sequence[Any] = ()
    counter, memory = (StepCounter(), PeakMemory()) if count else (None, None)
    value, trouble, returned = None, None, None
    try:
        node = _node_class(target) if any(type(arg) is Chain for arg in args) else None
        built = _build_all(args, chance, node)
        live = [_live(arg) for arg in built]
        with time_limit(limit):
            if counter and memory:
                with memory, counter:
                    value = target(*live)
            else:
                value = target(*live)
            returned = next((at for at, arg in enumerate(live) if arg is value), None)
            value = plain(value) if node is None else read_linked(value, built)
    except BaseException as error:
        trouble = describe(error, target, limit)
    return Outcome(
        value if trouble is None else None,
        trouble,
        tuple([_after(arg) for arg in built]),
        read=sum(arg._engine_read for arg in live if isinstance(arg, _Reader)),
        steps=before + (counter.steps if counter else 0),
        held=_total(arg._engine_held for arg in live if isinstance(arg, _TrackingReader)),
        draws=_total(arg.draws for arg in live if isinstance(arg, CountingRandom)),
        peak=memory.peak if memory else None,
        returned=returned,
    )


def _total(counts: Iterable[int]) -> int | None:
    """The sum of the counts, None where nothing was counted."""
    found = list(counts)
    return sum(found) if found else None


def operate(
    target: Any, init: tuple, steps: Sequence[tuple[str, tuple]], limit: float, count: bool = False
) -> list:
    """Make ``target(*init)`` and call its methods; an outcome a step."""
    made: list[Any] = []
    chance = functools.partial(random.Random, 0)
    first = call(lambda *args: made.append(target(*args)), init, limit, False, chance)
    if first.trouble:
        return [first]
    outcomes = []
    spent = Spent()
    for method, args in steps:
        if method == WIDEST:
            outcomes.append(Outcome(value=widest(made[0])))
            continue
        left = max(0.01, min(limit, IN_ALL * limit - spent.seconds()))
        bound, found = _look_up(made[0], method, left, count)
        if found.trouble is None and bound is None:
            text = f"{type(made[0]).__name__} has no method {method}."
            outcomes.append(Outcome(trouble=Trouble("not usable", text)))
            continue
        if found.trouble is None:
            found = call(bound, args, left, count, chance, before=found.steps)
        outcomes.append(found)
        if found.trouble and found.trouble.kind == "timed out":
            break
    return outcomes


_FOUND = Outcome()


def _look_up(made: Any, method: str, limit: float, count: bool) -> tuple[Any, Outcome]:
    """The bound method, None where there is none, and what looking it up took.

    A property or ``__getattr__`` is code of the answer, so it is limited and counted as well.
    """
    if _is_function(type(made), method):
        return getattr(made, method), _FOUND
    found: list[Any] = []
    outcome = call(
        lambda: found.append(getattr(made, method, None)), (), limit, count, random.Random
    )
    return (found or [None])[0], outcome._replace(steps=max(outcome.steps - 1, 0))


def _is_function(kind: type, name: str) -> bool:
    """Whether objects of this class have a method of this name that was written as a function."""
    for base in kind.__mro__:
        if name in base.__dict__:
            return isinstance(base.__dict__[name], types.FunctionType)
    return False


def law(target: Any, args: tuple, limit: float) -> Law:
    """The exact law of ``target(*args)`` over the outcomes of the generator among ``args``."""

    def run(rng: random.Random) -> object:
        return plain(target(*live_arguments(args, rng)))

    try:
        with time_limit(limit):
            return enumerate_law(run)
    except BaseException as error:
        return Law(trouble=describe(error, target, limit))


def live_arguments(args: tuple, rng: random.Random) -> list:
    """Copies of ``args`` as the answer gets them: streams as iterators, the generator in place
    of `CHANCE`; grids, chains and counted items as lists."""
    return [_live(arg) for arg in _build_all(args, lambda: rng)]


def _node_class(target: Any) -> Any:
    """The class ``Node`` that the code of ``target`` sees."""
    names = getattr(inspect.unwrap(target), "__globals__", {})
    if "Node" not in names:
        raise NameError("Node is not defined. Run the cell that defines it.")
    return names["Node"]


def _build_all(args: tuple, chance: Callable[[], random.Random], node: Any = None) -> list:
    rng = chance() if any(arg is CHANCE for arg in args) else None
    return [_build(arg, rng, node) for arg in args]


def _build(arg: Any, rng: random.Random | None, node: Any) -> Any:
    if type(arg) in _ATOMS:
        return arg
    if isinstance(arg, Stream):
        return _TrackingReader(arg) if arg.tracked else _Reader(arg)
    if isinstance(arg, Grid):
        return TrackedGrid(arg)
    if isinstance(arg, Counted):
        return counted(arg.items)
    if isinstance(arg, Chain):
        return LinkedList(arg, node) if node else list(arg.items)
    return rng if arg is CHANCE else copied(arg)


_ATOMS = frozenset({bool, bytes, complex, date, datetime, float, Fraction, int, str, type(None)})


def copied(arg: Any) -> Any:
    """A deep copy, made quickly where ``arg`` is of lists and tuples: some have 100,000 rows."""
    kind = type(arg)
    if kind in _ATOMS:
        return arg
    if kind is list:
        if _ATOMS.issuperset(map(type, arg)):
            return arg.copy()
        return [
            item.copy()
            if type(item) is list and _ATOMS.issuperset(map(type, item))
            else copied(item)
            for item in arg
        ]
    if kind is tuple:
        return tuple([copied(item) for item in arg])
    return copy.deepcopy(arg)


def _live(built: Any) -> Any:
    return built.live if isinstance(built, (TrackedGrid, LinkedList)) else built


def _after(built: object) -> object:
    if isinstance(built, TrackedGrid):
        return built.after()
    return None if isinstance(built, (_Reader, LinkedList, random.Random)) else plain(built)


def describe(error: BaseException, target: object, limit: float) -> Trouble:
    """Say in a `Trouble` what ended a call. Ctrl-C is not the answer's and is raised again."""
    if isinstance(error, KeyboardInterrupt):
        raise error
    if isinstance(error, TimeUp):
        return Trouble("timed out", f"Stopped after {limit:g} s: it may never end.")
    if isinstance(error, StepsUp):
        return Trouble("too many steps", "Stopped: it takes too many steps.")
    bases = tuple(base.__name__ for base in type(error).__mro__[:-1])
    if isinstance(error, NotImplementedError):
        return NOT_WRITTEN
    text = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return Trouble("raised", text[:300], bases, _line_of(error, target))


def _line_of(error: BaseException, target: object) -> str:
    """The innermost line of the learner's own code in the traceback, '' if there is none."""
    code = getattr(target, "__code__", None) or getattr(
        getattr(target, "__init__", None), "__code__", None
    )
    own = code.co_filename if code else None
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename == own or frame.filename.startswith("<answer"):
            text = linecache.getline(frame.filename, frame.lineno or 0).strip()
            return f"line {frame.lineno}: {text}" if text else f"line {frame.lineno}"
    return ""
