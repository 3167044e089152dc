"""One submission in one sandbox, as the grader sees it: cells to run, answers to ask."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NoReturn

from autograder.core.limit import CLOCK_FACTOR
from autograder.core.outcomes import Trouble

from .handed import Hand
from .reading.repair import clean
from .sandbox import launch as sandbox
from .sandbox.allowance import Allowance
from .sandbox.process import PlayerProcess
from .sandbox.submission_limits import MIB, Limits
from .sandbox.watch import (
    finely_processor_of_tree,
    processor_of_tree,
    threads_of_tree,
    usage_of_tree,
)
from .wire import messages
from .wire.outcomes import decode_trouble
from .wire.values import WireError

GRACE = 2.0
"""Seconds beyond its own limit after which a player that does not answer is killed. The limits
of the player are its own to keep, or not; this one is counted by the kernel outside."""
MOST_STOPS = 3
"""How often an exercise may end the player before it is not asked any more."""
MOST_STARTS = 60
"""Players of one submission, whatever ends them: each costs the grader a start."""
CELLS_SHARE = 0.5
"""The part of a submission's time that its cells may take the first time they run."""

TIMED_OUT = "timed out"
MEMORY = "killed: memory"
PROCESSES = "killed: too many processes"
OWN_END = "ended by its own code"
BROKEN = "broke the rules of the sandbox"
NOT_RUN = "not run: the cells before it took too long"


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
        return TIMED_OUT if timed_out else self.ended


@dataclass
class Session:
    """Runs the cells of one submission, and starts again without a cell that ended the player.

    ``total`` is the time of the submission; ``stopped`` says of each exercise that had to be
    stopped by what. ``imports`` are statements of the course that its cells probably hold. With
    ``stays`` threads that are left over do not end the player: the ones of a database are its own.
    """

    cells: Sequence[CodeCell]
    limits: Limits
    sandboxed: bool
    total: Allowance
    imports: Sequence[str] = ()
    stays: bool = False
    ran: dict[str, Ran] = field(default_factory=dict)
    stopped: dict[str, str] = field(default_factory=dict)

    # Three times run at once. `total` is the whole submission's; `_share` is the part of it that
    # the cells, and then each exercise, may take; `_patience` is that of the request under way.
    def __post_init__(self) -> None:
        self._player: PlayerProcess | None = None
        self._number = 0  # of the request: a reply to an earlier one is never taken for its own
        self._starts = 0  # players, of all exercises
        self._stops = 0  # players that this exercise has ended
        self._timeouts = 0  # cells that were stopped when they ran first
        self._share = self.total
        self._most = GRACE  # seconds of the request under way
        self._patience: Allowance | None = None
        self._watched = 0.0  # when the processes were last looked at
        self._processor = 0.0  # seconds of the players that are gone
        self._asked: set[str] = set()  # exercises that this player has been asked about
        self._threads = 0  # of this player after its cells

    def __enter__(self) -> Session:
        self._share = Allowance(CELLS_SHARE * self.limits.submission_seconds, self.processor)
        try:
            self._start()
        except Ended:
            pass  # what is left of the submission is still asked
        return self

    def __exit__(self, *exc: object) -> None:
        self._stop()

    def _stop(self) -> None:
        if self._player is not None:
            # Read before it goes: the kernel forgets what a process took once it is reaped.
            self._processor = self.processor()
            self._player.stop()
            self._player = None

    def processor(self) -> float:
        """The processor seconds of all its players, as far as the kernel still knows them."""
        running = processor_of_tree(self._player.pid) if self._player is not None else 0.0
        return self._processor + running

    def busy(self) -> float:
        """The same of the player that runs now, to the microsecond."""
        return finely_processor_of_tree(self._player.pid) if self._player is not None else 0.0

    def begin(self, seconds: float) -> None:
        """Give the next exercise ``seconds``, and its own number of stops.

        What the calls of the last one left running must not take the time of this one.
        """
        if self._player is not None and not self.stays:
            if threads_of_tree(self._player.pid) > self._threads:
                self._stop()
        self._share = Allowance(seconds, self.processor)
        self._stops = 0

    def restart(self) -> None:
        """Let the next question go to a new player; a reply may still be on its way."""
        self._stop()

    def _start(self) -> None:
        """Start a player and bring it to the state after the last cell.

        A cell that ends the player is noted in ``ran`` and left out of the next one. So each
        round either comes to the last cell or leaves out one cell more, and the loop ends.
        """
        while self._player is None:
            self._starts += 1
            if self._starts > MOST_STARTS:
                raise Ended(TIMED_OUT)
            self._player = sandbox.launch(self.limits, self.sandboxed, self.imports)
            self._asked.clear()
            for cell in self.cells:
                if not self.ran.get(cell.id, Ran()).ended and not self._run(cell):
                    break
            if self._player is not None:
                self._threads = threads_of_tree(self._player.pid)

    def _run(self, cell: CodeCell) -> bool:
        """Run one cell; returns whether the player is still there."""
        # A notebook full of endless loops must leave time for its other answers, and even its
        # last cell has a thousandth of the limit, in which an ordinary definition runs.
        limit = self.limits.cell_seconds / 2 ** min(self._timeouts, 10)
        if cell.id not in self.ran and self._is_up():
            self.ran[cell.id] = Ran(ended=NOT_RUN)
            return True
        # It runs again where a new player is brought to the state of the one before. If the time
        # is up then, the exercise used it and not the cell.
        again = cell.id in self.ran
        try:
            reply = self.request(limit, do="run", name=cell.id, source=cell.source)
            ran = Ran(self._printed(reply), decode_trouble(reply["trouble"]))
        except Ended as ended:
            if again and self._is_up():
                raise
            ran = Ran(ended=ended.status)
        except (KeyError, TypeError, ValueError):
            self._stop()
            ran = Ran(ended=BROKEN)
        self._timeouts += ran.status == TIMED_OUT and not again
        self.ran[cell.id] = ran
        return self._player is not None

    def _is_up(self) -> bool:
        return self._share.is_up() or self.total.is_up()

    def _printed(self, reply: Any) -> str:
        printed = reply["printed"]
        if type(printed) is not str or len(printed) > self.limits.output_chars + 100:
            raise ValueError("more than the player keeps")
        return clean(printed)

    def ask(self, name: str, limit: float, *, blamed: bool = True, **request: Any) -> Any:
        """Ask about the answer ``name``, of a new player where the last one has ended.

        Not ``blamed`` for ending the player is a request that will be made again in parts.
        """
        if self._stops >= MOST_STOPS:
            raise Ended(self.stopped[name])
        while True:
            others = False  # whether this player has done something for another exercise
            try:
                if self._is_up():
                    raise Ended(TIMED_OUT)
                self._start()
                others = bool(self._asked - {name})
                self._asked.add(name)
                return self.request(limit, name=name, **request)
            except Ended as ended:
                if others and not self._is_up():
                    # Another exercise may have left there what ended it, so a player that has done
                    # nothing else is asked once more. There `others` is False: no endless loop.
                    continue
                if blamed:
                    self._stops += 1
                    self.stopped[name] = ended.status
                raise

    def request(
        self, limit: float, *, questions: str = "", hand: Hand | None = None, **request: Any
    ) -> Any:
        """Send one request to the player; raises `Ended`, after which the player is gone.

        It may take ``limit`` seconds. ``questions`` are in JSON already; ``hand`` answers what
        the player asks before it replies.
        """
        if self._player is None:
            raise Ended(TIMED_OUT)
        connection = self._player.connection
        if hand is not None:
            hand.begin()
        self._number += 1
        self._most = limit + GRACE
        self._patience = None  # made when it is looked at: most requests end before
        on_the_clock = min(
            CLOCK_FACTOR * self._most,
            self._share.left_on_the_clock(),
            self.total.left_on_the_clock(),
        )
        message = {"id": self._number, "limit": limit, **request}
        # The clock stops a player that waits. `_watch`, which `receive` calls again and again,
        # stops one that works too long; while a request is sent, the clock alone does.
        try:
            until = time.monotonic() + on_the_clock + 0.05
            messages.send(connection, message, on_the_clock + 0.05, questions)
            reply = messages.receive(connection, on_the_clock + 0.05, self._watch)
            while hand is not None and type(reply) is dict and "ask" in reply:
                messages.send(connection, {"given": hand(reply["ask"])})
                reply = messages.receive(connection, until - time.monotonic(), self._watch)
        except messages.TooLate:
            self._end(TIMED_OUT)
        except messages.Closed:
            self._end(OWN_END)
        except WireError:
            self._end(BROKEN)
        # The student's code can reach this connection, so any reply may be forged. It can say
        # nothing that an answer could not return; counts are believed by what the text says.
        if type(reply) is not dict or reply.get("id") != self._number or "reply" not in reply:
            self._end(BROKEN)
        return reply["reply"]

    def _end(self, status: str) -> NoReturn:
        self._stop()
        raise Ended(status)

    def _watch(self) -> None:
        """Kill a player whose processes together use more than they may, or for too long."""
        now = time.monotonic()
        if self._player is None or now - self._watched < messages.TICK:
            return
        self._watched = now
        usage = usage_of_tree(self._player.pid)
        # The player's own `memory` is what it had before it ran anything: the imports.
        if usage.memory - self._player.memory > self.limits.memory * MIB:
            self._end(MEMORY)
        if usage.processes > self.limits.processes + 8:  # bubblewrap's own are among them
            self._end(PROCESSES)
        if self._patience is None:
            self._patience = Allowance(self._most, self.processor)
        if self._patience.is_up() or self._is_up():
            self._end(TIMED_OUT)
