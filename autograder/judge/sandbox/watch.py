"""What a process and everything it has started use, as the kernel counts it."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass

# Memory that is no file's: what was allocated, what is shared or lies in a mapped temporary
# file, and what was swapped out. Pages of libraries are not counted.
_COUNTED = (b"RssAnon:", b"RssShmem:", b"VmSwap:")


@dataclass
class Usage:
    """Memory in bytes and the number of processes. Shared memory counts once a process."""

    memory: int = 0
    processes: int = 0


def usage_of_tree(pid: int) -> Usage:
    """What ``pid`` and its descendants use. Nothing is counted where there is no /proc."""
    usage = Usage()
    waiting = [pid]
    while waiting:
        current = waiting.pop()
        # A process may end while it is looked at.
        with contextlib.suppress(OSError, ValueError, IndexError):
            status = _read(f"/proc/{current}/status")
            usage.processes += 1
            for line in status.splitlines():
                if line.startswith(_COUNTED):
                    usage.memory += int(line.split()[1]) * 1024
            waiting += children(current)
    return usage


def threads_of_tree(pid: int) -> int:
    """How many threads ``pid`` and its descendants have."""
    count, waiting = 0, [pid]
    while waiting:
        current = waiting.pop()
        with contextlib.suppress(OSError):
            count += len(os.listdir(f"/proc/{current}/task"))
        waiting += children(current)
    return count


def processor_of_tree(pid: int) -> float:
    """The processor seconds that ``pid``, its descendants and those that they waited for took."""
    ticks, waiting = 0, [pid]
    while waiting:
        current = waiting.pop()
        with contextlib.suppress(OSError, ValueError, IndexError):
            after_name = _read(f"/proc/{current}/stat").rpartition(b")")[2].split()
            ticks += sum(map(int, after_name[11:15]))
            waiting += children(current)
    return ticks / os.sysconf("SC_CLK_TCK")


def finely_processor_of_tree(pid: int) -> float:
    """The same without the ticks of the system's clock, which may be a hundredth of a second.

    Threads and processes that have ended count in ticks alone, so the larger of both is taken.
    """
    nanoseconds, waiting = 0, [pid]
    while waiting:
        current = waiting.pop()
        with contextlib.suppress(OSError, ValueError, IndexError):
            for task in os.listdir(f"/proc/{current}/task"):
                path = f"/proc/{current}/task/{task}/schedstat"
                nanoseconds += int(_read(path).split()[0])
        waiting += children(current)
    return max(nanoseconds / 1e9, processor_of_tree(pid))


def children(pid: int) -> list[int]:
    """The direct children of a process, as far as it can be seen."""
    pids: list[int] = []
    with contextlib.suppress(OSError, ValueError):
        for task in os.listdir(f"/proc/{pid}/task"):
            pids += map(int, _read(f"/proc/{pid}/task/{task}/children").split())
    return pids


def _read(path: str) -> bytes:
    """A whole file of the kernel's. Reading it as a text would cost three times as much."""
    with open(path, "rb", buffering=0) as file:
        return file.read()
