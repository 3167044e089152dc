"""Why a call of an answer gave no value, in the words of a `Trouble`."""

from __future__ import annotations

import linecache
import traceback
from collections.abc import Iterable

from autograder.core.limit import StepsUp, TimeUp
from autograder.core.outcomes import Trouble
from autograder.core.values import KNOWN_TYPES

from .ceiling import ROOM, ceiling
from .chance import COPIES, OTHER_SOURCE, SEEDS
from .paths import REMEMBERS

NOT_WRITTEN = Trouble("not written", "Not written yet.")


def no_method(owner: str, method: str) -> str:
    """What is said of an object that lacks a method."""
    return f"{owner} has no method {method}."


def _not_callable(name: str, kind: str) -> str:
    return f"{name} should be a function or class, not {kind}."


def texts_of(name: str, methods: Iterable[str]) -> set[str]:
    """What can be said of an answer ``name`` that is not usable, but for what names its own types.

    A grader shows such a text as it is, and must not take another one from the student's side: a
    name made up there could carry the inputs of hidden calls.
    """
    told = {SEEDS, COPIES, REMEMBERS, OTHER_SOURCE}
    told |= {_not_callable(name, kind) for kind in KNOWN_TYPES}
    return told | {no_method(name, method) for method in methods}


def not_callable(name: str, target: object) -> Trouble:
    """The trouble of an answer that should be a function or class and is not."""
    if target is ... or target is NotImplemented:
        return NOT_WRITTEN
    return Trouble("not usable", _not_callable(name, type(target).__name__))


def describe(error: BaseException, target: object, limit: float) -> Trouble:
    """Say in a `Trouble` what ended a call. Ctrl-C is not the answer's and is raised again."""
    if isinstance(error, KeyboardInterrupt):
        raise error
    if isinstance(error, TimeUp):
        return Trouble("timed out", f"Stopped after {limit:g} s. It may never finish.")
    if isinstance(error, StepsUp):
        return Trouble("too many steps", "Stopped at the step limit.")
    if isinstance(error, MemoryError):
        return _out_of_memory(error, target)
    bases = tuple(base.__name__ for base in type(error).__mro__[:-1])
    if isinstance(error, NotImplementedError):
        return NOT_WRITTEN
    text = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return Trouble("raised", text[:300], bases, _line_of(error, target))


def _out_of_memory(error: MemoryError, target: object) -> Trouble:
    ceiling.relieve(error)
    text = "Needs more memory than there is."
    if ceiling.is_set:
        text = f"Stopped at {ROOM >> 30} GB of memory."
    return Trouble("out of memory", text, line=_line_of(error, target))


def _line_of(error: BaseException, target: object) -> str:
    """The innermost line of the learner's own code in the traceback, '' if there is none."""
    target = getattr(target, "__wrapped__", target)  # a cache or a page may be put round it
    code = getattr(target, "__code__", None) or getattr(
        getattr(target, "__init__", None), "__code__", None
    )
    own = code.co_filename if code else None
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename == own or frame.filename.startswith("<answer"):
            text = linecache.getline(frame.filename, frame.lineno or 0).strip()
            return f"line {frame.lineno}: {text}" if text else f"line {frame.lineno}"
    return ""
