"""Forks players from a process that has done the imports, each with namespaces of its own.

Started by ``start.py`` in an outer sandbox that holds nothing of any submission. It runs no cell
itself; what runs one is forked into an inner sandbox and never comes back. The processes:

    bubblewrap ─ fork server ─┬─ waits ─ first of its namespaces ─ player, and what it starts
                              └─ waits ─ ...

The first of a namespace takes all others with it when it ends, and reaps what they leave behind.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import resource
import signal
import socket
import sys
from collections.abc import Iterable
from typing import NoReturn

from autograder.judge.sandbox.submission_limits import MIB, TEMPORARY
from autograder.judge.wire import messages

from . import confine, player

LONGEST_REQUEST = 256 * 1024


def main(fd: int) -> None:
    """Fork a player for each request until the grader hangs up.

    A request is one packet, with the player's end of its connection: the import statements that
    the course's own cells hold, the limits of the player, and the size of its folders in MiB.
    """
    control = socket.socket(fileno=fd)
    control.set_inheritable(False)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for a player
    control.send(b"ready")
    done: set[str] = set()
    while True:
        packet, fds, _, _ = socket.recv_fds(control, LONGEST_REQUEST, 1)
        if not packet:
            return
        request = json.loads(packet)
        _run_imports(request["imports"], done)
        if os.fork() == 0:
            _start_player(fds[0], request["limits"], request["scratch"])
        os.close(fds[0])


def _run_imports(statements: Iterable[str], done: set[str]) -> None:
    """Run import statements; what can't be imported the cells will find out."""
    missing = [statement for statement in statements if statement not in done]
    for statement in missing:
        with contextlib.suppress(Exception):
            exec(statement, {})
    if missing:
        done.update(missing)
        gc.collect()
        gc.freeze()  # a collection in a player would copy every page that it looks at


def _start_player(fd: int, limits: dict[str, int], scratch: int) -> NoReturn:
    """What the forked process does; it says why where it can't."""
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        confine.close_all_but(fd)
        os.setsid()
        confine.enter_namespaces(TEMPORARY, scratch * MIB)
        os.chdir(TEMPORARY[0])  # else it would still be in the folder below
        _wait_for(os.fork(), fd)
        confine.take_rights_away()
        _wait_for(os.fork(), fd)
        os.setsid()
        _forget_chance()
        player.main(fd, _beyond_what_it_has(limits))
    except OSError as error:
        messages.send(socket.socket(fileno=fd), {"failed": str(error)})
    finally:
        os._exit(0)


def _wait_for(pid: int, fd: int) -> None:
    """In the parent, wait until ``pid`` has ended, then end; in the child, go on."""
    if not pid:
        return
    os.close(fd)
    with contextlib.suppress(ChildProcessError):
        while os.wait()[0] != pid:
            pass
    os._exit(0)


def _forget_chance() -> None:
    """Python seeds its own random numbers anew after a fork, NumPy does not."""
    if "numpy.random" in sys.modules:
        sys.modules["numpy.random"].seed()


def _beyond_what_it_has(limits: dict[str, int]) -> dict[str, int]:
    """Limits of memory that leave out what the imports took before the fork."""
    with open("/proc/self/statm", encoding="ascii") as file:
        pages = file.read().split()
    has = {"RLIMIT_AS": pages[0], "RLIMIT_DATA": pages[5]}
    return {
        name: most + int(has.get(name, 0)) * resource.getpagesize() for name, most in limits.items()
    }
