"""The grader's end of the fork server, which gives players that have done their imports.

Where the kernel lets nobody make namespaces inside a sandbox, there is none: then each player is
started in a sandbox of its own, which takes longer and protects as well.
"""

from __future__ import annotations

import atexit
import contextlib
import functools
import json
import os
import socket
import threading
from collections.abc import Mapping, Sequence

from autograder.judge.wire import messages

from . import bubblewrap
from .process import PYTHON, START_SECONDS, NotStarted, PlayerProcess, Program, end_all, open_first
from .watch import children, usage_of_tree

OWN_SCRATCH = 16


class Refused(RuntimeError):
    """The fork server runs, but can't give its players namespaces; the text says why."""


class ForkServer:
    """A running fork server; raises `process.NotStarted`."""

    def __init__(self) -> None:
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        try:
            with theirs:
                words = [*PYTHON, "forkserver", str(theirs.fileno())]
                self._program = Program(
                    bubblewrap.command(words, OWN_SCRATCH, nested=True),
                    functools.partial(self._wait, theirs),
                    [theirs.fileno()],
                    bubblewrap.STARTED_WITH,
                    sandboxed=True,
                )
        except (NotStarted, OSError) as error:
            self._control.close()
            raise NotStarted(str(error)) from error

    def _wait(self, theirs: socket.socket) -> None:
        theirs.close()  # else nobody would notice that the other side has gone
        self._control.settimeout(START_SECONDS)
        try:
            ready = self._control.recv(16)
        except TimeoutError as error:
            raise messages.TooLate from error
        if not ready:
            raise messages.Closed

    def fork(
        self, limits: Mapping[str, int], scratch: int, imports: Sequence[str]
    ) -> PlayerProcess:
        """A new player that has run ``imports``; raises `Refused` or `process.NotStarted`."""
        ours, theirs = socket.socketpair()
        request = {"imports": imports, "limits": limits, "scratch": scratch}
        with contextlib.ExitStack() as undo:
            undo.callback(ours.close)
            try:
                known = set(self._children())
                with theirs:
                    packet = json.dumps(request).encode()
                    socket.send_fds(self._control, [packet], [theirs.fileno()])
                said = messages.receive(ours, START_SECONDS)
                if "failed" in said:
                    raise Refused(said["failed"])
                [pid] = set(self._children()) - known
                ends = [*open_first(pid), os.pidfd_open(pid)]
            except (OSError, ValueError) as error:
                raise NotStarted(f"the fork server has gone: {error}") from error
            undo.pop_all()
        memory = usage_of_tree(pid).memory
        return PlayerProcess(pid, ours, functools.partial(end_all, ends), memory, forked=True)

    def _children(self) -> list[int]:
        """The processes that it has forked: it is the only child of the first of its namespace."""
        [first] = children(self._program.pid)
        [server] = children(first)
        return children(server)

    def close(self) -> None:
        """End it and its players."""
        self._control.close()
        self._program.end()


class _Warm:
    """The fork server of this process: started when it is first wanted, and again if it has gone.

    ``refused`` says why there is none, '' while there may be one.
    """

    def __init__(self) -> None:
        self._reset()

    def _reset(self) -> None:
        self._owner = os.getpid()
        self._lock = threading.Lock()
        self._server: ForkServer | None = None
        self.refused = ""

    def fork(
        self, limits: Mapping[str, int], scratch: int, imports: Sequence[str]
    ) -> PlayerProcess | None:
        """A player, None where it has to be started in another way."""
        self._forget_the_parents()
        with self._lock:
            again = self._server is not None  # one that ran may have been killed
            while not self.refused:
                try:
                    self._server = self._server or ForkServer()
                    return self._server.fork(limits, scratch, imports)
                except Refused as error:
                    self.refused = str(error)
                except NotStarted:
                    if not again:
                        break
                    again = False
                self._close()
            self._close()
            return None

    def close(self) -> None:
        """End the fork server; a new one is started when it is wanted."""
        self._forget_the_parents()
        with self._lock:
            self._close()

    def _forget_the_parents(self) -> None:
        if self._owner != os.getpid():  # this process was forked, and the server is not its own
            self._reset()

    def _close(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None


server = _Warm()
atexit.register(server.close)
