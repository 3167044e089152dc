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
from collections.abc import Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from dataclasses import dataclass
from typing import Any, Protocol

from ..judge.grading import Judged, OtherVersion, Submission, judge
from ..judge.sandbox import NoSandbox, require_tier
from .course import CourseError

Work = Iterable[tuple[Any, Submission]]
ENDS_THE_RUN = (NoSandbox, OtherVersion)


@dataclass(frozen=True)
class Lost:
    """A submission that has no result, through no fault that the judge could name."""

    why: str


Results = Iterator[tuple[Any, Submission, Judged | Lost]]


class Workers(Protocol):
    """Judges submissions in any order."""

    def run(self, work: Work) -> Results:
        """The result of each submission, with the tag that came with it."""


class Processes:
    """Judges in ``count`` processes of this machine.

    If one of them is killed, what was under way is judged again, one at a time, so that one
    submission can't take others with it.
    """

    def __init__(self, count: int, unsafe: bool = False) -> None:
        self._count = count
        self._unsafe = unsafe
        self._context = multiprocessing.get_context(
            "forkserver" if sys.platform == "linux" else "spawn"
        )
        if sys.platform == "linux":
            self._context.set_forkserver_preload(["autograder.judge.grading"])

    def run(self, work: Work) -> Results:
        """See `Workers`. Raises `NoSandbox` before anything is judged, where there is none."""
        first = next(waiting := iter(work), None)
        if first is None:
            return
        require_tier(self._unsafe)
        waiting = itertools.chain([first], waiting)
        lost: list[tuple[Any, Submission]] = []
        while True:
            with self._pool(self._count) as pool:
                yield from _run(pool, waiting, 2 * self._count, lost)
            if not lost:
                return
            for tag, submission in lost:
                with self._pool(1) as pool:
                    try:
                        result = pool.submit(judge, submission).result()
                    except BrokenExecutor:
                        result = Lost("the process that judged it was killed")
                yield tag, submission, result
            lost.clear()

    @contextlib.contextmanager
    def _pool(self, count: int) -> Iterator[ProcessPoolExecutor]:
        before = set(multiprocessing.active_children())
        pool = ProcessPoolExecutor(count, self._context, initializer=_prepare)
        try:
            yield pool
            pool.shutdown()
        except BaseException:
            # Ctrl-C: what is under way is not waited for; it will be judged the next time.
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
                "A cluster needs dask.distributed. Install it with: pip install autograder[cluster]"
            ) from error
        try:
            self._client = Client(address, timeout=20, set_as_default=False)
        except (OSError, ValueError) as error:
            raise CourseError(f"No scheduler answers at {address}: {error}") from error
        if not self._client.nthreads():
            self._client.close()
            raise CourseError(f"The scheduler at {address} has no workers. Start some, then grade.")

    def run(self, work: Work) -> Results:
        """See `Workers`."""
        threads = sum(self._client.nthreads().values())
        pool = self._client.get_executor(pure=False)
        lost: list[tuple[Any, Submission]] = []
        try:
            yield from _run(pool, iter(work), 3 * threads, lost)
        finally:
            pool.shutdown(wait=False)
            self._client.close()
        for tag, submission in lost:
            yield tag, submission, Lost("it killed its worker several times")


def _run(
    pool: Executor,
    waiting: Iterator[tuple[Any, Submission]],
    most: int,
    lost: list[tuple[Any, Submission]],
) -> Results:
    """Judge in ``pool``, at most ``most`` at a time; what is ``lost`` when a worker is killed."""
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
        done, _ = wait(under_way, return_when=FIRST_COMPLETED)
        for future in done:
            tag, submission = under_way.pop(future)
            try:
                yield tag, submission, future.result()
            except ENDS_THE_RUN:
                raise
            except Exception as error:
                if _worker_was_killed(error):
                    lost.append((tag, submission))
                else:
                    text = f"the check failed: {type(error).__name__}: {error}"
                    yield tag, submission, Lost(text)


def _worker_was_killed(error: Exception) -> bool:
    return isinstance(error, BrokenExecutor) or type(error).__name__ == "KilledWorker"
