"""Runs the cells of a lesson and checks one answer. In a page this is Python in a worker.

The build runs the same code to find out which exercises need more than a page has.
"""

from __future__ import annotations

import ast
import contextlib
import functools
import io
import json
import linecache
import signal
import sys
import traceback
import types
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import random

    from autograder.core.outcomes import Outcome
    from autograder.core.steps import Step

MOST_CHARACTERS = 20_000
"""Of what one run prints; more would only make the page slow."""
STACK, SHALLOW = 140_000, 51_000
"""Bytes of the stack that Python may use: to run, and while it lets go of long chains."""


def run(request: str, say: Callable[[str], object]) -> str:
    """Run an answer and what it needs, then check it.

    ``request`` is JSON: ``cells``, those before the answer, each ``{id, role, source}``;
    ``name``, the exercise; ``source``, the answer. ``say`` gets what is printed, as it comes.
    Returns JSON: ``card`` (HTML, or '' where nothing was checked), ``state``, and ``stopped``,
    the cells that did not come to their end.
    """
    asked = json.loads(request)
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    out = _Out(say)
    stopped = []
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        for cell in needed(asked["cells"], asked["source"]):
            if failure := execute(cell["source"], cell["id"], module.__dict__):
                stopped.append(cell["id"])
                out.write(f"The cell {cell['id']}, which this one needs, stopped:\n{failure}")
        failure = execute(asked["source"], asked["name"], module.__dict__)
        out.write(failure)
    said = {"card": "", "state": "failed"}
    if not failure or asked["name"] in module.__dict__:
        said = check(asked["name"], module.__dict__)
    return json.dumps(said | {"stopped": stopped})


def check(name: str, namespace: Mapping[str, object]) -> dict[str, str]:
    """The card of an exercise, and its state."""
    from autograder import check as checked
    from autograder.core import card
    from autograder.core.grade import missing
    from autograder.lessons import find

    if name in namespace:
        result = checked(**{name: namespace[name]})
        return {"card": result.as_html(), "state": result.report.state}
    report = missing(find(name))
    return {"card": card.as_html(report), "state": report.state}


def needed(cells: Sequence[Mapping[str, str]], source: str) -> list[Mapping[str, str]]:
    """Those of the cells before an answer that it needs, in order.

    They are the given ones, and for each name that is used but not defined the last cell that
    defines it.
    """
    from autograder.core.names import names

    chosen: set[int] = set()
    waiting = [(len(cells), name) for name in names(source).lacked]

    def choose(at: int) -> None:
        if at not in chosen:
            chosen.add(at)
            waiting.extend((at, name) for name in names(cells[at]["source"]).lacked)

    for at, cell in enumerate(cells):
        if cell["role"] == "given":
            choose(at)
    while waiting:
        before, name = waiting.pop()
        for at in reversed(range(before)):
            if name in names(cells[at]["source"]).bound:
                choose(at)
                break
    return [cells[at] for at in sorted(chosen)]


def execute(source: str, name: str, namespace: dict[str, object]) -> str:
    """Run a cell; returns the traceback of what stopped it, '' where nothing did."""
    filename = f"<answer {name}>"
    text = f"{source}\n"
    linecache.cache[filename] = (len(text), None, text.splitlines(keepends=True), filename)
    try:
        tree = ast.parse(text, filename)
        exec(compile(tree, filename, "exec"), namespace)
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        steps = error.__traceback__.tb_next if error.__traceback__ else None
        own = None if isinstance(error, SyntaxError) else steps
        return "".join(traceback.format_exception(type(error), error, own))
    return ""


def use_stack(guard: Callable[[int], object]) -> None:
    """Keep to the stack that a browser has; ``guard(left)`` says how much is left, in bytes.

    Python lets go of a chain of objects by recursion, which it stops in time only where the
    stack is said to be shallow; too shallow to read source code. So what an answer made of such
    chains is kept until its call is over, and let go then.
    """
    from autograder.core.steps import ANOTHER
    from autograder.trying import local as answer

    guard(STACK)
    call, operate = answer.call, answer.operate

    def gently(kept: list[object]) -> None:
        guard(SHALLOW)
        kept.clear()
        guard(STACK)

    def call_gently(
        target: Any,
        args: tuple[Any, ...],
        limit: float,
        count: bool,
        chance: Callable[[], random.Random],
        before: int = 0,
        owner: Any = None,
    ) -> Outcome:
        kept: list[object] = []
        own = target if owner is None else owner  # else a line of this file could be shown
        try:
            done = call(_keeping(target, kept), args, limit, count, chance, before, own)
        finally:
            gently(kept)
        return done._replace(steps=max(done.steps - 1, 0)) if count else done

    def operate_gently(
        target: Any,
        init: tuple[Any, ...],
        steps: Sequence[Step],
        limit: float,
        count: bool = False,
    ) -> list[Outcome]:
        kept: list[object] = []
        try:
            outcomes = operate(_keeping(target, kept), init, steps, limit, count)
        finally:
            gently(kept)
        for at, (name, _) in enumerate(steps[: len(outcomes)]):
            if count and name == ANOTHER:  # what keeps the new instance took a line of its own
                outcomes[at] = outcomes[at]._replace(steps=max(outcomes[at].steps - 1, 0))
        return outcomes

    answer.call, answer.operate = call_gently, operate_gently


def _keeping(target: Callable, kept: list[object]) -> Callable:
    """``target``, which keeps what it is given and returns; that takes one line to count."""

    @functools.wraps(target, updated=())
    def keeping(*args):
        return (kept.append(args), kept.append(made := target(*args)), made)[2]

    return keeping


class _Out(io.TextIOBase):
    """Passes text on, up to `MOST_CHARACTERS`."""

    def __init__(self, say: Callable[[str], object]) -> None:
        self._say = say
        self._left = MOST_CHARACTERS

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if self._left > 0:
            self._say(text[: self._left])
            self._left -= len(text)
            if self._left <= 0:
                self._say("\n... the rest is left out.\n")
        return len(text)


def use_clock(start: Callable[[int, float, float], Sequence[float]]) -> None:
    """Give ``signal`` the timers that a browser lacks: ``start(which, seconds, again)`` sets one.

    It returns what was left of the one before, and its interval. Then the page raises SIGALRM or
    SIGPROF. A worker waits for nobody, so both run by the clock.
    """

    def setitimer(which: int, seconds: float, interval: float = 0.0) -> tuple[float, float]:
        left, again = start(which, seconds, interval)
        return left, again

    signal.ITIMER_REAL, signal.ITIMER_PROF = 0, 2
    signal.setitimer = setitimer
