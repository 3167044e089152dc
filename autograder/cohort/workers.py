"""Who judges: processes on this machine, or the workers of a cluster.

Both are given the same pure function. Only a few submissions are on their way at a time, so that
the memory of this process does not grow with the cohort.
"""

from __future__ import annotations

import contextlib
import itertools
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from dataclasses import dataclass
from typing import Any, Protocol

from autograder.judge.sandbox.launch import HELP, NoSandbox
from autograder.judge.submission import Judged, OtherVersion, Submission

from .course import CourseError
from .judging import judge

PATIENCE = 60
"""Seconds without a result after which the workers are looked at."""
GONE = "The scheduler or all its workers have gone; what was graded is kept"
Work = Iterable[tuple[Any, Submission]]
Meanwhile = Callable[[], None]


def _nothing() -> None:
    pass


@dataclass(frozen=True)
class Lost:
    """A submission that has no result, through no fault that the judge could name."""

    why: str


Results = Iterator[tuple[Any, Submission, Judged | Lost]]


class Workers(Protocol):
    """Judges submissions in any order.

    Raises `NoSandbox` or `OtherVersion` where a worker can't judge at all.
    """

    def run(self, work: Work, meanwhile: Meanwhile = _nothing) -> Results:
        """The result of each submission, with the tag that came with it.

        ``meanwhile`` is called once, when the first submissions are on their way.
        """

    def close(self) -> None:
        """Let go of what is needed between two runs."""


class Processes:
    """Judges in ``count`` processes of this machine.

    If one of them is killed, what was under way is judged again, one at a time, so that one
    submission can't take others with it.
    """

    def __init__(self, count: int) -> None:
        self._count = count

    def run(self, work: Work, meanwhile: Meanwhile = _nothing) -> Results:
        """See `Workers`."""
        first = next(waiting := iter(work), None)
        if first is None:
            return
        waiting = itertools.chain([first], waiting)
        lost: list[tuple[Any, Submission]] = []
        while True:
            with processes(self._count) as pool:
                yield from _run(pool, waiting, 2 * self._count, lost, meanwhile)
            if not lost:
                return
            for tag, submission in lost:
                with processes(1) as pool:
                    try:
                        result: Judged | Lost = pool.submit(judge, submission).result()
                    except BrokenExecutor:
                        result = Lost("the process that judged it was killed")
                yield tag, submission, result
            lost.clear()

    def close(self) -> None:
        """See `Workers`. The processes end with each run."""


@contextlib.contextmanager
def processes(count: int) -> Iterator[ProcessPoolExecutor]:
    """Processes of this machine that inherit nothing of this one, and end with it."""
    context = multiprocessing.get_context("forkserver" if sys.platform == "linux" else "spawn")
    if sys.platform == "linux":
        context.set_forkserver_preload(["autograder.cohort.judging", "hypothesis"])
    before = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(count, context, initializer=_prepare)
    try:
        yield pool
        pool.shutdown()
    except BaseException:
        # Ctrl-C: what is under way is not waited for; it will be done the next time.
        pool.shutdown(wait=False, cancel_futures=True)
        for process in set(multiprocessing.active_children()) - before:
            process.kill()
        raise


def _prepare() -> None:
    """Leave Ctrl-C to the parent, and end with it, also when it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
    os.kill(os.getpid(), signal.SIGKILL)


class Cluster:
    """Judges on the workers of a running scheduler of dask.distributed at ``address``."""

    def __init__(self, address: str) -> None:
        try:
            from distributed import Client
        except ImportError as error:
            raise CourseError(
                "A cluster needs dask.distributed. Install it with: pip install distributed"
            ) from error
        try:
            self._client = Client(address, timeout=20, set_as_default=False)
        except (OSError, ValueError) as error:
            raise CourseError(f"No scheduler answers at {address}: {error}") from error
        if not self._client.nthreads():
            self._client.close()
            raise CourseError(f"The scheduler at {address} has no workers. Start some, then grade.")

    def run(self, work: Work, meanwhile: Meanwhile = _nothing) -> Results:
        """See `Workers`."""
        threads = sum(self._client.nthreads().values())
        pool = self._client.get_executor(pure=False)
        lost: list[tuple[Any, Submission]] = []
        try:
            yield from _run(pool, iter(work), 3 * threads, lost, meanwhile, self._require_workers)
        finally:
            pool.shutdown(wait=False)
        for tag, submission in lost:
            yield tag, submission, Lost("it killed its worker several times")

    def close(self) -> None:
        """See `Workers`."""
        self._client.close()

    def _require_workers(self) -> None:
        """Called while nothing comes back: without workers nothing ever will."""
        if not self._client.scheduler_info().get("workers"):
            raise CourseError(f"{GONE}. Start some, then run the same command again.")


def _run(
    pool: Executor,
    waiting: Iterator[tuple[Any, Submission]],
    most: int,
    lost: list[tuple[Any, Submission]],
    meanwhile: Meanwhile,
    idle: Meanwhile = _nothing,
) -> Results:
    """Judge in ``pool``, at most ``most`` at a time; what is ``lost`` when a worker is killed.

    ``idle`` is called when nothing came back for `PATIENCE` seconds.
    """
    under_way: dict[Future, tuple[Any, Submission]] = {}
    while True:
        while len(under_way) < most and not lost:
            item = next(waiting, None)
            if item is None:
                break
            try:
                under_way[pool.submit(judge, item[1])] = item
            except BrokenExecutor:
                lost.append(item)
        if not under_way:
            return
        meanwhile()
        meanwhile = _nothing
        done, _ = wait(under_way, PATIENCE, return_when=FIRST_COMPLETED)
        if not done:
            idle()
        for future in done:
            tag, submission = under_way.pop(future)
            try:
                yield tag, submission, future.result()
            except NoSandbox as error:
                raise NoSandbox(HELP.format(detail=error)) from error
            except OtherVersion:
                raise
            except CancelledError as error:
                raise CourseError(f"{GONE}. Start it, then run the same command again.") from error
            except Exception as error:
                if _worker_was_killed(error):
                    lost.append((tag, submission))
                else:
                    text = f"the check failed: {type(error).__name__}: {error}"
                    yield tag, submission, Lost(text)


def _worker_was_killed(error: Exception) -> bool:
    return isinstance(error, BrokenExecutor) or type(error).__name__ == "KilledWorker"
