"""A ceiling on the memory that an answer may take, so that a runaway one never takes the machine.

A set of a thousand million numbers is made in one call into C, which no signal interrupts; only the
system can refuse the memory. Where it does (Linux), the process gets a limit of its own for the
while, and Python raises MemoryError at the very allocation. Elsewhere a thread watches, and raises
MemoryError at the next bytecode.
"""

from __future__ import annotations

import contextlib
import gc
import os
import sys
import threading
import traceback
from collections.abc import Iterator
from typing import Any

ROOM = 1 << 30
"""Bytes that may be taken beyond what is in use when the ceiling is set."""
_FOR_A_CORE = 48 << 20
"""NumPy reserves about so much for each core when it is imported."""
_RESERVE = 16 << 20
_PROBE = 64 << 20
_LOOKS_A_SECOND = 20


class Ceiling:
    """The ceiling that is set now, if any."""

    def __init__(self) -> None:
        self._before: tuple[int, int] | None = None
        self._reserve: bytearray | None = None
        self._users = 0
        self._met = False

    @contextlib.contextmanager
    def set(self, room: int = ROOM) -> Iterator[None]:
        """Inside, the process may take ``room`` bytes more than it has.

        What was asked for beyond them raises MemoryError. Nothing is left behind.
        """
        if self._users or sys.platform == "emscripten":  # a page has a ceiling of its own
            yield
            return
        self._users = 1
        # Ctrl-C may come while the inner block is left, so the outer one lifts the limit again.
        try:
            try:
                if self._limit(room):
                    yield
                else:
                    self._lift()
                    with _watched(room):
                        yield
            finally:
                self._lift()
        finally:
            self._lift()
            self._users = 0
            if self._met:
                self._met = False
                gc.collect()

    @property
    def is_set(self) -> bool:
        """Whether a ceiling is set."""
        return self._users > 0

    def _limit(self, room: int) -> bool:
        """Let the system refuse more; whether it does."""
        if not sys.platform.startswith("linux"):
            return False
        import resource

        self._reserve = bytearray(_RESERVE)
        soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
        most = _data_in_use() + room
        if "numpy" not in sys.modules:
            most += _FOR_A_CORE * (os.cpu_count() or 1)
        if soft != resource.RLIM_INFINITY and soft <= most:
            return True  # somebody else's limit is lower
        self._before = soft, hard
        resource.setrlimit(resource.RLIMIT_DATA, (most, hard))
        return _is_refused(room + _FOR_A_CORE * (os.cpu_count() or 1) + _PROBE)

    def _lift(self) -> None:
        self._reserve = None
        if self._before is not None:
            import resource

            resource.setrlimit(resource.RLIMIT_DATA, self._before)
            self._before = None

    def relieve(self, error: BaseException) -> None:
        """Let go of what the code that raised ``error`` still holds.

        At the ceiling not even a small object can be made: hence the reserve, which is given up
        for the while.
        """
        self._reserve, self._met = None, True
        each: BaseException | None = error
        while each is not None:
            traceback.clear_frames(each.__traceback__)
            each = each.__context__
        if self._before is not None:
            with contextlib.suppress(MemoryError):
                self._reserve = bytearray(_RESERVE)


ceiling = Ceiling()


def _data_in_use() -> int:
    """Bytes that the system counts as data of this process."""
    with open("/proc/self/status", encoding="ascii", errors="replace") as status:
        for line in status:
            if line.startswith("VmData:"):
                return int(line.split()[1]) << 10
    return 0


def _is_refused(size: int) -> bool:
    """Whether so much memory can't be had; it is not touched, so it costs nothing."""
    import mmap

    try:
        mmap.mmap(-1, size, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS).close()
    except (OSError, MemoryError):
        return True
    return False


@contextlib.contextmanager
def _watched(room: int) -> Iterator[None]:
    """Raise MemoryError inside the block when the process has taken ``room`` bytes more.

    One long call into C is only stopped when it returns.
    """
    import ctypes

    resident = _resident()
    if resident is None:
        yield
        return
    most = resident() + room
    target, error = ctypes.c_ulong(threading.get_ident()), ctypes.py_object(MemoryError)
    done, lock = threading.Event(), threading.Lock()

    def watch() -> None:
        while not done.wait(1 / _LOOKS_A_SECOND):
            if resident() > most:
                with lock:
                    if not done.is_set():
                        ctypes.pythonapi.PyThreadState_SetAsyncExc(target, error)
                done.wait(1)

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        with lock:
            done.set()
        watcher.join()


def _resident() -> Any:
    """A function of the bytes of memory that this process holds, None where nothing tells."""
    psutil = sys.modules.get("psutil")  # a notebook's kernel has imported it
    if psutil is None:
        return None
    process = psutil.Process()
    return lambda: process.memory_info().rss
