"""Stop the learner's code when it takes too long, or too many steps."""

from __future__ import annotations

import contextlib
import gc
import signal
import sys
import threading
import time
from collections.abc import Iterator


class TimeUp(BaseException):
    """The code ran longer than its limit. Not an `Exception`, so that ``except Exception`` in
    the learner's code does not swallow it."""


class StepsUp(BaseException):
    """The code executed more lines than its limit."""


@contextlib.contextmanager
def time_limit(seconds: float, again: float = 0.2) -> Iterator[None]:
    """Raise `TimeUp` inside the block once ``seconds`` have passed, and again every ``again``
    seconds until the block is left, since a bare ``except:`` may swallow the first one.
    """
    if not _threads_work():
        yield  # in a browser the page ends the whole worker instead
    elif hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread():
        with _by_signal(seconds, again):
            yield
    else:
        with _by_thread(seconds, again):
            yield


def _threads_work() -> bool:
    return sys.platform != "emscripten"


def _up(signum, frame):
    raise TimeUp


@contextlib.contextmanager
def _by_signal(seconds: float, again: float) -> Iterator[None]:
    started = time.monotonic()
    before = signal.getsignal(signal.SIGALRM)
    if before is not _up:
        signal.signal(signal.SIGALRM, _up)
    left, interval = signal.setitimer(signal.ITIMER_REAL, seconds, again)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        if before is not _up:
            signal.signal(signal.SIGALRM, before)
        elif signal.getsignal(signal.SIGALRM) is not _up:
            signal.signal(signal.SIGALRM, _up)
        if left:  # a limit around this one goes on
            left = max(left - (time.monotonic() - started), 0.001)
            signal.setitimer(signal.ITIMER_REAL, left, interval)


@contextlib.contextmanager
def _by_thread(seconds: float, again: float) -> Iterator[None]:
    import ctypes  # takes a while to import, and is rarely needed

    target = ctypes.c_ulong(threading.get_ident())
    done = threading.Event()
    lock = threading.Lock()

    def watch() -> None:
        wait = seconds
        while not done.wait(wait):
            with lock:
                if not done.is_set():
                    ctypes.pythonapi.PyThreadState_SetAsyncExc(target, ctypes.py_object(TimeUp))
            wait = again

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        with lock:
            done.set()
            # An exception that was set but not yet raised must not reach what comes after.
            ctypes.pythonapi.PyThreadState_SetAsyncExc(target, None)
        watcher.join()


class StepCounter:
    """Counts the lines of Python that a block executes; a loop counts each round.

    Raises `StepsUp` inside the block after ``most`` lines, and at its end where a bare
    ``except:`` swallowed the first. The count is the same on every machine, which seconds are
    not. Time inside C code (a slice, ``sorted``) is not seen.
    """

    def __init__(self, most: int = 400_000) -> None:
        self.steps = 0
        self._most = most

    def _trace(self, frame, event, arg):
        if event == "line":
            self.steps += 1
            if self.steps > self._most:
                raise StepsUp
        return self._trace

    def __enter__(self) -> StepCounter:
        # Libraries hook on to the garbage collector in Python: their lines would be counted too.
        self._collects = gc.isenabled()
        gc.disable()
        self._before = sys.gettrace()
        self._counting = self._trace
        sys.settrace(self._counting)
        return self

    def __exit__(self, kind, error, traceback) -> None:
        # Python ends tracing when the trace function raises, at the deepest recursion too.
        counting = sys.gettrace() is self._counting
        sys.settrace(self._before)
        if self._collects:
            gc.enable()
        if kind is None and (self.steps > self._most or not counting):
            raise StepsUp
