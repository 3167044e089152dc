"""Stop the learner's code when it takes too long, or too many steps.

The code runs in this thread, so there are three ways to stop it: a signal of a timer (in the
main thread, on Unix), an exception that another thread sets, and a trace function, which is called
for every line. All three raise inside the learner's code, which may catch what is raised, be in the
middle of anything, or be leaving the block at this very moment.
"""

from __future__ import annotations

import contextlib
import gc
import signal
import sys
import threading
import time
import types
from collections.abc import Callable, Iterator
from typing import Any


class TimeUp(BaseException):
    """The code ran longer than its limit. Not an `Exception`, so that ``except Exception`` in
    the learner's code does not swallow it."""


class StepsUp(BaseException):
    """The code executed more lines than its limit."""


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

    def on_the_clock(self) -> float:
        """The seconds on the clock so far."""
        return time.monotonic() - self._clock_then

    def on_the_processor(self) -> float:
        """The processor seconds so far."""
        return self._processor() - self._processor_then

    def seconds(self) -> float:
        """The seconds that count so far."""
        # Several threads take more processor time than passes on the clock: hence the `min`.
        clock = self.on_the_clock()
        return max(min(self.on_the_processor(), clock), clock / CLOCK_FACTOR)


class Deadline:
    """When all that is asked of an answer must be done: some seconds from when it is made.

    They are counted as `Spent` does.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._spent = Spent()

    def left(self) -> float:
        """The seconds that are left, 0 where none are."""
        return max(0.0, self.seconds - self._spent.seconds())


def time_limit(seconds: float, again: float = 0.2) -> contextlib.AbstractContextManager[None]:
    """Raise `TimeUp` inside the block once it has spent ``seconds``, counted as `Spent` does.

    It is raised again every ``again`` seconds until the block is left, since a bare ``except:``
    may swallow the first one. While a block inside it runs, the limit of that one counts.
    """
    if _has_timers():
        return _Block(seconds, again)
    if sys.platform == "emscripten":  # in a browser the page brings the timer
        return contextlib.nullcontext()
    return _by_thread(seconds, again)


def _has_timers() -> bool:
    main = threading.current_thread() is threading.main_thread()
    return main and hasattr(signal, "setitimer")


@contextlib.contextmanager
def kept_timers() -> Iterator[None]:
    """Limited blocks inside share their timers, so that thousands of them cost little."""
    if not _has_timers():
        yield
        return
    before = _timers.users, len(_timers.blocks)
    try:
        _timers.start()
        yield
    finally:
        # Ctrl-C may have come while a block was entered or left.
        _timers.users = before[0] + 1
        del _timers.blocks[before[1] :]
        _timers.stop()


class _Timers:
    """Two timers of the system, and the limited blocks that run now, the innermost last.

    One counts the processor time of all threads, the other one that on the clock: neither alone
    knows when `Spent` reaches a limit, so both fire at the earliest moment at which it could. They
    are not stopped with each block, since thousands of short ones are entered: one that fires too
    early is set again to what is left.
    """

    def __init__(self) -> None:
        self.blocks: list[_Block] = []
        self.users = 0

    def start(self) -> None:
        """Take the timers, and remember who had them."""
        self.users += 1
        if self.users > 1:
            return
        kinds = {signal.SIGPROF: signal.ITIMER_PROF, signal.SIGALRM: signal.ITIMER_REAL}
        self._spent = Spent()
        self._before = {each: signal.signal(each, self._fired) for each in kinds}
        self._around = {each: (kind, *signal.setitimer(kind, 0)) for each, kind in kinds.items()}

    def stop(self) -> None:
        """Give them back, where nobody else in here uses them."""
        self.users -= 1
        if self.users:
            return
        passed = {
            signal.SIGPROF: self._spent.on_the_processor(),
            signal.SIGALRM: self._spent.on_the_clock(),
        }
        for each, (kind, due, interval) in self._around.items():
            signal.setitimer(kind, 0)
            signal.signal(each, self._before[each] or signal.SIG_DFL)
            if due:  # somebody else's timer goes on
                signal.setitimer(kind, max(due - passed[each], 0.001), interval)

    def set(self, block: _Block) -> None:
        """See to it that both timers fire in time for ``block``."""
        spent, again = block.spent, block.again
        self._set(signal.ITIMER_PROF, block.seconds - spent.on_the_processor(), again)
        self._set(signal.ITIMER_REAL, CLOCK_FACTOR * block.seconds - spent.on_the_clock(), again)

    @staticmethod
    def _set(kind: int, seconds: float, again: float) -> None:
        # One that fires sooner is left alone: `_fired` sets it again. 0 would switch it off.
        if not 0 < signal.getitimer(kind)[0] <= seconds:
            signal.setitimer(kind, max(seconds, 0.001), again)

    def _fired(self, signum: int, frame: types.FrameType | None) -> None:
        # The signal may come while this file enters or leaves a block; raised there, it would come
        # out of the block half set up. A frame of this file anywhere below says so. Nothing is
        # lost: the timer's interval brings the signal again.
        while frame is not None and frame.f_code.co_filename != __file__:
            frame = frame.f_back
        if frame is not None or not self.blocks:
            return
        block = self.blocks[-1]
        if block.spent.seconds() < block.seconds:
            self.set(block)
        elif block.raised is None or block.raised.seconds() >= block.again / 10:
            # The last one may still be on its way, so the next one waits.
            block.raised = Spent()
            raise TimeUp


class _Block:
    """A block whose time is limited by timers; see `time_limit`."""

    def __init__(self, seconds: float, again: float) -> None:
        self.seconds, self.again = seconds, again
        self.raised: Spent | None = None

    def __enter__(self) -> None:
        _timers.start()
        self.spent = Spent()
        _timers.blocks.append(self)
        _timers.set(self)

    def __exit__(self, *exc: object) -> None:
        _timers.blocks.pop()
        if _timers.blocks:
            _timers.set(_timers.blocks[-1])
        _timers.stop()


_timers = _Timers()


@contextlib.contextmanager
def _by_thread(seconds: float, again: float) -> Iterator[None]:
    """`time_limit` where there are no timers: another thread sets the exception.

    Python raises it at the next bytecode of the target thread, so one long call into C is stopped
    only when it returns.
    """
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
            with lock:  # so that nothing is set once the block is said to be done
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

    def _trace(self, frame: types.FrameType, event: str, arg: object) -> Callable[..., Any]:
        # Returned, it is the trace function of the new frame as well, so calls are counted inside.
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
        self._counting = self._trace  # kept, since each look at a method makes another object
        sys.settrace(self._counting)
        return self

    def __exit__(self, kind: object, *error: object) -> None:
        # Python ends tracing when the trace function raises, at the deepest recursion too.
        counting = sys.gettrace() is self._counting
        sys.settrace(self._before)
        if self._collects:
            gc.enable()
        if kind is None and (self.steps > self._most or not counting):
            raise StepsUp
