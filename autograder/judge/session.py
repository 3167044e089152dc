"""One submission in one sandbox, as the grader sees it: cells to run, answers to call."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..exercise import Law, Outcome, Trouble
from . import sandbox, wire
from .sandbox import MIB, Limits
from .source import used_names

GRACE = 2.0
"""Seconds beyond its own limit after which a player that does not answer is killed."""


class Ended(RuntimeError):
    """The player has gone, or the submission used up what it may. ``status`` names why."""

    def __init__(self, status: str) -> None:
        super().__init__(status)
        self.status = status


@dataclass(frozen=True)
class CodeCell:
    """A cell to run: its text, and the id it has in the notebook."""

    id: str
    source: str


@dataclass
class Ran:
    """What running a cell gave: the text it printed, its trouble, or the status that ended it."""

    printed: str = ""
    trouble: Trouble | None = None
    ended: str = ""

    @property
    def status(self) -> str:
        """'' or what stopped the cell."""
        timed_out = self.trouble is not None and self.trouble.kind == "timed out"
        return "timed out" if timed_out else self.ended


@dataclass
class Session:
    """Runs the cells of one submission, and starts again without a cell that ended the player."""

    cells: Sequence[CodeCell]
    limits: Limits
    sandboxed: bool
    ran: dict[str, Ran] = field(default_factory=dict)
    _player: Any = None
    _number: int = 0
    _until: float = 0.0

    def __enter__(self) -> Session:
        self._until = time.monotonic() + self.limits.submission_seconds
        self._start()
        return self

    def __exit__(self, *exc) -> None:
        self._stop()

    def _stop(self) -> None:
        if self._player is not None:
            sandbox.stop(*self._player)
            self._player = None

    def _start(self) -> None:
        """Start a player and bring it to the state after the last cell."""
        while self._player is None:
            self._player = sandbox.launch(self.limits, self.sandboxed)
            for cell in self.cells:
                if self.ran.get(cell.id, Ran()).ended:
                    continue
                try:
                    reply = self.request(self.limits.cell_seconds, do="run", **cell.__dict__)
                    trouble = wire.decode_trouble(reply["trouble"])
                    self.ran[cell.id] = Ran(str(reply["printed"])[:50_000], trouble)
                except Ended as ended:
                    self.ran[cell.id] = Ran(ended=ended.status)
                    if time.monotonic() > self._until:
                        return
                    break
                except (KeyError, TypeError, ValueError):
                    self._stop()
                    self.ran[cell.id] = Ran(ended="broke the rules of the sandbox")
                    break

    def ask(self, limit: float, **request: Any) -> Any:
        """Send a request about an answer, to a new player where the last one has ended."""
        if self._player is None:
            if time.monotonic() > self._until:
                raise Ended("timed out: the whole submission took too long")
            self._start()
        return self.request(limit, **request)

    def request(self, limit: float, **request: Any) -> Any:
        """Send one request to the player; raises `Ended`, after which the player is gone."""
        process, connection = self._player if self._player else (None, None)
        if process is None:
            raise Ended("timed out: the whole submission took too long")
        if "source" in request:
            request["name"] = request.pop("id")
        self._number += 1
        patience = min(limit + GRACE, self._until - time.monotonic())
        try:
            wire.send(connection, {"id": self._number, "limit": limit, **request})
            reply = wire.receive(connection, max(patience, 0.01), self._watch)
            if type(reply) is not dict or reply.get("id") != self._number:
                raise wire.WireError("a reply to another request")
            return reply["reply"]
        except wire.TooLate:
            self._end("timed out")
        except wire.Closed:
            self._end("ended by its own code")
        except (wire.WireError, KeyError):
            self._end("broke the rules of the sandbox")

    def _end(self, status: str) -> None:
        self._stop()
        raise Ended(status)

    def _watch(self) -> None:
        """Kill a player whose processes together use more memory than they may."""
        if memory_of_tree(self._player[0].pid) > self.limits.memory * MIB:
            self._end("killed: memory")


def memory_of_tree(pid: int) -> int:
    """The resident memory of a process and its descendants, in bytes, shared pages once each."""
    total, waiting = 0, [pid]
    page = os.sysconf("SC_PAGE_SIZE")
    while waiting:
        current = waiting.pop()
        with contextlib.suppress(OSError, ValueError, IndexError):
            _, resident, shared, *_ = Path(f"/proc/{current}/statm").read_text().split()
            total += (int(resident) - int(shared)) * page
            for task in Path(f"/proc/{current}/task").iterdir():
                waiting += map(int, (task / "children").read_text().split())
    return total


class RemoteAnswer:
    """An answer inside a session, called through plain values. See `exercise.Answer`."""

    def __init__(self, name: str, session: Session) -> None:
        self.name = name
        self._session = session

    def _ask(self, decode: Callable[[Any], Any], limit: float, **request: Any) -> Any:
        """The decoded reply, or a `Trouble`."""
        try:
            reply = self._session.ask(limit, name=self.name, **request)
        except Ended as ended:
            return Trouble("ended", f"The code was stopped: {ended.status}.")
        if reply is None:
            return Trouble("not usable", f"{self.name} is not defined.")
        try:
            return decode(reply)
        except (wire.WireError, ValueError, TypeError, KeyError, IndexError, ArithmeticError):
            return Trouble("not usable", f"{self.name} gave back something that can't be read.")

    def value(self) -> Outcome:
        """See `exercise.Answer.value`."""
        return self._outcome(self._ask(wire.decode_outcome, 5.0, do="value"))

    def call(
        self, args: tuple, *, limit: float, count: bool = False, seed: int | None = None
    ) -> Outcome:
        """See `exercise.Answer.call`."""
        wanted = {"args": wire.encode(args), "count": count, "seed": seed}
        return self._outcome(self._ask(wire.decode_outcome, limit, do="call", **wanted))

    @staticmethod
    def _outcome(got: Outcome | Trouble) -> Outcome:
        return Outcome(trouble=got) if isinstance(got, Trouble) else got

    def operate(self, init: tuple, steps: Sequence[tuple[str, tuple]], *, limit: float) -> list:
        """See `exercise.Answer.operate`."""

        def decode(reply: Any) -> list[Outcome]:
            return [wire.decode_outcome(each) for each in reply]

        encoded = wire.encode(tuple(steps))
        got = self._ask(decode, limit, do="operate", args=wire.encode(init), steps=encoded)
        return [Outcome(trouble=got)] if isinstance(got, Trouble) else got

    def law(self, args: tuple, *, limit: float) -> Law:
        """See `exercise.Answer.law`."""
        got = self._ask(wire.decode_law, limit, do="law", args=wire.encode(args))
        return Law(trouble=got) if isinstance(got, Trouble) else got

    def names(self) -> frozenset[str]:
        """See `exercise.Answer.names`; read from the text, not asked of the student's side."""
        return used_names([cell.source for cell in self._session.cells], self.name)
