"""Stop the learner's code when it takes too long, or too many steps."""

from __future__ import annotations

import contextlib
import gc
import signal
import sys
import threading
import time
import types
from collections.abc import Callable, Iterator


class TimeUp(BaseException):
    """The code ran longer than its limit. Not an `Exception`, so that ``except Exception`` in
    the learner's code does not swallow it."""


class StepsUp(BaseException):
    """The code executed more lines than its limit."""


_OF_BLOCKS = frozenset({__file__, contextlib.__file__})
"""The code that enters and leaves a limited block."""
CLOCK_FACTOR = 5
"""How many times its limit code may take on the clock, where it has to wait for a processor."""


class Spent:
    """Seconds as limits count them, from when it is made.

    They are processor seconds, so that a busy machine costs nobody an answer; for code that
    waits for something, a fifth of the seconds on the clock. Several processors at once count
    as one. ``processor`` gives the processor seconds of whatever is limited.
    """

    def __init__(self, processor: Callable[[], float] = time.process_time) -> None:
        self._processor = processor
        self._clock_then, self._processor_then = time.monotonic(), processor()

    def seconds(self) -> float:
        """The seconds that count so far."""
        clock = time.monotonic() - self._clock_then
        return max(min(self._processor() - self._processor_then, clock), clock / CLOCK_FACTOR)


@contextlib.contextmanager
def time_limit(seconds: float, again: float = 0.2) -> Iterator[None]:
    """Raise `TimeUp` inside the block once it has spent ``seconds``, counted as `Spent` does.

    It is raised again every ``again`` seconds until the block is left, since a bare ``except:``
    may swallow the first one.
    """
    if hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread():
        with _by_signal(seconds, again):  # in a browser the page brings the timer
            yield
    elif _threads_work():
        with _by_thread(seconds, again):
            yield
    else:
        yield


def _threads_work() -> bool:
    return sys.platform != "emscripten"


@contextlib.contextmanager
def _by_signal(seconds: float, again: float) -> Iterator[None]:
    # One timer counts the processor time of all threads, the other one that on the clock.
    timers = {signal.SIGPROF: signal.ITIMER_PROF, signal.SIGALRM: signal.ITIMER_REAL}
    started = time.monotonic()
    left = False
    raised: Spent | None = None

    def up(signum: int, frame: types.FrameType | None) -> None:
        # Raised while the block is being left, it would skip what ends the timers: neither in
        # the code that leaves it, nor while the last one may still be on its way there.
        nonlocal raised
        leaving = left or (frame is not None and frame.f_code.co_filename in _OF_BLOCKS)
        on_its_way = raised is not None and raised.seconds() < again / 10
        if not leaving and not on_its_way and time.monotonic() - started >= seconds:
            raised = Spent()
            raise TimeUp

    processor_started = time.process_time()
    before = {each: signal.signal(each, up) for each in timers}
    around = {
        signal.SIGPROF: signal.setitimer(signal.ITIMER_PROF, seconds, again),
        signal.SIGALRM: signal.setitimer(signal.ITIMER_REAL, CLOCK_FACTOR * seconds, again),
    }
    try:
        try:
            yield
        finally:
            left = True
    finally:
        passed = {
            signal.SIGPROF: time.process_time() - processor_started,
            signal.SIGALRM: time.monotonic() - started,
        }
        for each, timer in timers.items():
            signal.setitimer(timer, 0)
            signal.signal(each, before[each] or signal.SIG_DFL)
            due, interval = around[each]
            if due:  # a limit around this one goes on
                signal.setitimer(timer, max(due - passed[each], 0.001), interval)


@contextlib.contextmanager
def _by_thread(seconds: float, again: float) -> Iterator[None]:
    import ctypes  # takes a while to import, and is rarely needed

    raise_in = ctypes.pythonapi.PyThreadState_SetAsyncExc
    target, time_up = ctypes.c_ulong(threading.get_ident()), ctypes.py_object(TimeUp)
    fired = False
    done = threading.Event()
    lock = threading.Lock()
    spent = Spent()

    def watch() -> None:
        nonlocal fired
        wait = seconds
        while not done.wait(wait):
            wait = seconds - spent.seconds()
            if wait > 0:
                wait = max(wait, 0.01)
                continue
            wait = again
            with lock:
                if not done.is_set():
                    fired = True
                    raise_in(target, time_up)

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        left = False
        while not left:
            with contextlib.suppress(TimeUp):
                with lock:
                    done.set()
                if fired:
                    # One that was set but not yet raised must not reach what comes after, and
                    # it can't be taken back: Python would look for it for ever, and with tracing
                    # on do nothing else. So it is replaced, and caught here.
                    left = True
                    raise_in(target, time_up)
                    while True:
                        pass
                left = True
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
