"""The untrusted side: runs a submission's cells and calls its answers, one request at a time.

Started inside the sandbox as ``python -m autograder.judge.player FD LIMITS``. Everything that it
says is treated by the grader as the student's word.
"""

from __future__ import annotations

import contextlib
import io
import json
import resource
import socket
import sys
from typing import Any

from ..answer import LocalAnswer, describe
from ..exercise import Outcome, Trouble
from ..limit import time_limit
from . import wire


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
        self._namespace: dict[str, Any] = {"__name__": "__main__"}
        self._output_chars = output_chars

    def run(self, source: str, name: str, limit: float) -> dict[str, Any]:
        """Run one cell; returns its printed text and its trouble."""
        printed = _Capped(self._output_chars)
        trouble: Trouble | None = None
        try:
            with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
                with time_limit(limit):
                    self._execute(source, f"<answer {name}>")
        except BaseException as error:
            trouble = describe(error, None, limit)
        return {"printed": printed.text(), "trouble": wire.encode_trouble(trouble)}

    def _execute(self, source: str, filename: str) -> None:
        import linecache

        linecache.cache[filename] = (len(source), None, source.splitlines(True), filename)
        try:
            code = compile(source, filename, "exec")
        except SyntaxError:
            self._execute_with_magics(source)
        else:
            exec(code, self._namespace)

    def _execute_with_magics(self, source: str) -> None:
        from IPython.core.interactiveshell import InteractiveShell

        shell = InteractiveShell.instance(user_ns=self._namespace)
        self._namespace = shell.user_ns
        result = shell.run_cell(source, store_history=False, silent=True)
        result.raise_error()

    def ask(self, request: dict[str, Any]) -> Any:
        """Answer one request of the grader about an exercise."""
        name = request["name"]
        if name not in self._namespace:
            return None
        answer = LocalAnswer(name, self._namespace[name])
        limit = request["limit"]
        with contextlib.redirect_stdout(_Capped(0)), contextlib.redirect_stderr(_Capped(0)):
            if request["do"] == "value":
                return wire.encode_outcome(answer.value())
            args = wire.decode(request["args"])
            if request["do"] == "call":
                count, seed = request["count"], request["seed"]
                return wire.encode_outcome(answer.call(args, limit=limit, count=count, seed=seed))
            if request["do"] == "operate":
                steps = wire.decode(request["steps"])
                found: list[Outcome] = answer.operate(args, steps, limit=limit)
                return [wire.encode_outcome(outcome) for outcome in found]
            return wire.encode_law(answer.law(args, limit=limit))


def main() -> None:
    """Serve requests until the grader hangs up."""
    limits = json.loads(sys.argv[2])
    for which, most in (
        (resource.RLIMIT_AS, limits["address_space"]),
        (resource.RLIMIT_NPROC, limits["processes"]),
        (resource.RLIMIT_FSIZE, limits["file_size"]),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(which, (most, most))
    connection = socket.socket(fileno=int(sys.argv[1]))
    player = Player(limits["output_chars"])
    wire.send(connection, {"ready": True})
    while True:
        try:
            request = wire.receive(connection, None)
        except wire.Closed:
            return
        if request["do"] == "run":
            reply = player.run(request["source"], request["name"], request["limit"])
        else:
            reply = player.ask(request)
        wire.send(connection, {"id": request["id"], "reply": reply}, seconds=3600)


if __name__ == "__main__":
    main()
