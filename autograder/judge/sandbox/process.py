"""Start a program of the student's side, wait until it is ready, end it and all that it started."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.judge.wire import messages
from autograder.judge.wire.values import WireError

from .watch import children

PYTHON = (sys.executable, "-s", "-S", "-P", str(Path(__file__).parents[1] / "inside" / "start.py"))
START_SECONDS = 60


class NotStarted(RuntimeError):
    """It does not run; the text is the last that it said."""


@dataclass
class PlayerProcess:
    """A player that is ready: the process above all of its own, and the grader's connection.

    ``memory`` is what these processes had in bytes before they ran anything of a submission.
    ``forked`` says whether it came from a fork server.
    """

    pid: int
    connection: socket.socket
    end: Callable[[], None]
    memory: int = 0
    forked: bool = False

    def stop(self) -> None:
        """End the player and everything it started; returns when all of it has gone."""
        self.connection.close()
        self.end()


class Program:
    """A program that was started, with all that it starts.

    ``ready`` waits until it is; it raises what `messages.receive` does. ``sandboxed`` says that it
    is bubblewrap. Raises `NotStarted`.
    """

    def __init__(
        self,
        words: Sequence[str],
        ready: Callable[[], Any],
        fds: Iterable[int],
        place: Mapping[str, Any],
        *,
        sandboxed: bool,
    ) -> None:
        with tempfile.TemporaryFile() as said:
            try:
                self._process = subprocess.Popen(
                    words,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=said,
                    pass_fds=list(fds),
                    start_new_session=True,
                    **place,
                )
            except OSError as error:
                raise NotStarted(str(error)) from error
            self._first: list[int] = []
            try:
                ready()
            except (messages.Closed, messages.TooLate, WireError) as error:
                self.end()
                said.seek(0)
                last = said.read()[-400:].decode(errors="replace").strip().splitlines()
                raise NotStarted(last[-1] if last else "it did not start") from error
            except BaseException:  # Ctrl-C, while it starts
                self.end()
                raise
        if sandboxed:
            self._first = open_first(self.pid)

    @property
    def pid(self) -> int:
        """The outermost process."""
        return self._process.pid

    def end(self) -> None:
        """End all of it; returns when it has gone."""
        end_all(self._first)
        for pid in [*_descendants(self.pid), self.pid]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        self._process.wait()


def open_first(pid: int) -> list[int]:
    """The only child of ``pid`` as an open process, if it is still there.

    As the first process of a namespace it takes all others with it, and ends last.
    """
    with contextlib.suppress(OSError):
        return [os.pidfd_open(child) for child in children(pid)[:1]]
    return []


def end_all(opened: list[int]) -> None:
    """End these open processes one after the other, and close them."""
    while opened:
        pidfd = opened.pop(0)
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(pidfd, signal.SIGKILL)
        select.select([pidfd], [], [], 10)
        os.close(pidfd)


def _descendants(pid: int) -> list[int]:
    below = children(pid)
    return [*below, *(deeper for child in below for deeper in _descendants(child))]
