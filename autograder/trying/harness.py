"""Harnesses: functions of a contract that use an answer on the answer's side.

Some answers take what no plain value stands for: a callback, or a task that fails twice. A harness
makes it where the answer runs. It is called as ``harness(answer, *args)`` with the arguments of a
case, uses the answer, and returns what happened as a plain value. Behind a sandbox its text
crosses, so it may use its arguments, Python's own names, and what it imports inside. Call its first
argument ``answer``: a harness that uses the name of an exercise isn't handed out to students.

A stub raises `NotImplementedError`: let it through. Catch `KeyboardInterrupt` and `SystemExit`
only where it is the very exception that the harness raised: any other one is the reader's Ctrl-C.
"""

from __future__ import annotations

import functools
import inspect
import textwrap
from collections.abc import Callable
from typing import Any

from autograder.core.names import names


@functools.cache
def text_of(harness: Callable[..., Any]) -> str:
    """The text of a harness; raises ValueError for one that can't run on the answer's side."""
    text = textwrap.dedent(inspect.getsource(harness))
    if lacked := sorted(names(text).lacked):
        raise ValueError(f"The harness {harness.__name__} uses {', '.join(lacked)} from outside.")
    return text


@functools.cache
def from_text(text: str) -> Callable[..., Any]:
    """The harness whose text this is."""
    namespace: dict[str, Any] = {}
    exec(compile(text, "<harness>", "exec"), namespace)
    [name] = names(text).bound
    harness: Callable[..., Any] = namespace[name]
    return harness
