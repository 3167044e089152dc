"""The untrusted side: runs a submission's cells and calls its answers, one request at a time.

Started by ``start.py`` inside the sandbox. Everything that it says is treated by the grader as
the student's word.
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import io
import os
import random
import resource
import socket
import sys
import time
import types
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NoReturn

from autograder.core.limit import kept_timers, time_limit
from autograder.core.outcomes import Trouble
from autograder.judge.reading.magics import plain
from autograder.judge.wire import messages
from autograder.judge.wire.arguments import decode_arguments
from autograder.judge.wire.outcomes import encode_law, encode_outcome, encode_trouble, stops
from autograder.judge.wire.values import WireError
from autograder.trying.harness import from_text
from autograder.trying.local import LocalAnswer
from autograder.trying.troubles import describe

from . import handed


class _Capped(io.TextIOBase):
    """Keeps the first characters that are written, and counts the others."""

    def __init__(self, most: int) -> None:
        self._left = most
        self._kept: list[str] = []
        self.dropped = 0

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        kept = text[: self._left]
        if kept:
            self._kept.append(kept)
            self._left -= len(kept)
        self.dropped += len(text) - len(kept)
        return len(text)

    def text(self) -> str:
        notice = f"\n[{self.dropped:,} more characters were left out]" if self.dropped else ""
        return "".join(self._kept) + notice


class Player:
    """The namespace of one submission and what can be asked of it."""

    def __init__(self, output_chars: int) -> None:
        main_module = types.ModuleType("__main__")
        sys.modules["__main__"] = main_module
        self._namespace: dict[str, Any] = main_module.__dict__
        self._namespace["__builtins__"] = builtins
        self._output_chars = output_chars
        self._modules = dict(sys.modules)

    def run(self, source: str, name: str, limit: float) -> dict[str, Any]:
        """Run one cell; returns its printed text and its trouble."""
        printed = _Capped(self._output_chars)
        trouble: Trouble | None = None
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            try:
                with time_limit(limit):
                    self._execute(source, f"<answer {name}>")
            except KeyboardInterrupt as error:  # here it is the cell's own doing
                trouble = Trouble("raised", "KeyboardInterrupt", (type(error).__name__,))
            except BaseException as error:
                trouble = describe(error, None, limit)
        sys.modules.update(self._modules)  # the next cells need them too
        return {"printed": printed.text(), "trouble": encode_trouble(trouble)}

    def _execute(self, source: str, filename: str) -> None:
        import linecache

        python = plain(source)
        if not python.alike:
            self._execute_with_magics(source)
            return
        text = python.text
        linecache.cache[filename] = (len(text), None, text.splitlines(True), filename)
        code = compile(text, filename, "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
        if code.co_flags & 0x80:  # CO_COROUTINE: the cell awaits something
            self._execute_with_magics(source)
        else:
            exec(code, self._namespace)

    def _execute_with_magics(self, source: str) -> None:
        result = self.shell().run_cell(source, store_history=False, silent=True)
        result.raise_error()

    def shell(self) -> Any:
        """An IPython shell over the same names, for the few cells that need one."""
        from IPython.core.interactiveshell import InteractiveShell
        from traitlets.config import Config

        settings = Config({"HistoryManager": {"enabled": False}})
        return InteractiveShell.instance(user_module=sys.modules["__main__"], config=settings)

    def ask(self, request: dict[str, Any], channel: handed.Channel) -> Any:
        """Answer one request of the grader about an exercise.

        What it is to be handed piece by piece comes through ``channel``.
        """
        if request["do"] == "sql":
            from autograder.judge.sql import serve

            return serve(request)
        name = request["name"]
        if name not in self._namespace:
            return None
        answer = LocalAnswer(name, self._namespace[name])
        by_hand = channel if request.get("by_hand") else None
        if by_hand:
            answer = LocalAnswer(name, self._namespace[name], chance=_chance_of(channel, request))
        if "harness" in request:
            answer = answer.under(from_text(request["harness"]))
        nowhere = _Capped(0)
        with contextlib.redirect_stdout(nowhere), contextlib.redirect_stderr(nowhere):
            if request["do"] == "value":
                return encode_outcome(answer.value(), ())
            if request["do"] == "law":
                args = decode_arguments(request["args"])
                return encode_law(answer.law(args, limit=request["limit"]))
            return _ask_each(answer, request["questions"], by_hand)


def _chance_of(
    channel: handed.Channel, request: Mapping[str, Any]
) -> Callable[[int | None], random.Random]:
    """What makes the generators whose numbers the grader draws, or whose outcomes it chooses."""
    follow = request["by_hand"] == "follow"
    return lambda seed: handed.followed(channel) if follow else handed.HandedRandom.of(channel)


def _ask_each(
    answer: LocalAnswer, questions: Sequence[Sequence[Any]], by_hand: handed.Channel | None
) -> list[Any]:
    """The replies to the first questions, up to one that is stopped or comes too late."""
    replies: list[Any] = []
    args: tuple[Any, ...] = ()
    steps: list[tuple[str, tuple[Any, ...]]] | None = None
    until = time.monotonic() + messages.TOGETHER_SECONDS
    for limit, count, seed, new_args, new_steps in questions:
        if new_args != messages.AGAIN:
            args = decode_arguments(new_args)
        if new_steps != messages.AGAIN:
            steps = new_steps and [
                (step, decode_arguments(arguments)) for step, arguments in new_steps
            ]
        if by_hand:
            args, steps = handed.by_hand(by_hand, args, steps)
        if steps is None:
            outcomes = [answer.call(args, limit=limit, count=count, seed=seed)]
            replies.append(encode_outcome(outcomes[0], args))
        else:
            outcomes = answer.operate(args, steps, limit=limit, count=count)
            given = [*(arguments for _, arguments in steps), ()]
            replies.append(list(map(encode_outcome, outcomes, given)))
        if time.monotonic() > until or any(map(stops, outcomes)):
            break
    return replies


def _add_names_of_notebooks(player: Player) -> None:
    """What cells find in every notebook, without a browser behind it."""

    def display(*objects: Any, **options: Any) -> None:
        for value in objects:
            print(repr(value))

    def no_input(prompt: Any = "") -> NoReturn:
        raise EOFError("input() can't ask anybody while a notebook is graded.")

    def leave(code: Any = None) -> NoReturn:
        raise SystemExit(code)

    names = {"display": display, "get_ipython": player.shell, "input": no_input}
    builtins.__dict__.update(names, exit=leave, quit=leave)


def main(fd: int, limits: Mapping[str, int]) -> None:
    """Serve requests until the grader hangs up; see `sandbox` for the ``limits``."""
    for name, most in limits.items():
        if name.startswith("RLIMIT_"):
            _set_limit(getattr(resource, name), most)
    connection = socket.socket(fileno=fd)
    connection.set_inheritable(False)
    player = Player(limits["output_chars"])
    _add_names_of_notebooks(player)
    channel = handed.Channel(connection)
    messages.send(connection, {"ready": True})
    # Until now, what went wrong was told to the grader there. Students' code has no business
    # with the grader's file.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    with contextlib.suppress(messages.Closed):
        while True:
            request = messages.receive(connection, None)
            if request["do"] == "run":
                reply = player.run(request["source"], request["name"], request["limit"])
            else:
                with kept_timers():
                    reply = player.ask(request, channel)
            _send(connection, request["id"], reply)


def _set_limit(which: int, most: int) -> None:
    _, hard = resource.getrlimit(which)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(which, (most, most))


def _send(connection: socket.socket, number: int, reply: Any) -> None:
    try:
        messages.send(connection, {"id": number, "reply": reply}, seconds=3600)
    except WireError:
        messages.send(connection, {"id": number, "reply": "too large"}, seconds=3600)
