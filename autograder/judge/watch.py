"""What a process and everything it has started use, as the kernel counts it."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path

# Memory that is no file's: what was allocated, what is shared or lies in a mapped temporary
# file, and what was swapped out. Pages of libraries are not counted.
_COUNTED = ("RssAnon:", "RssShmem:", "VmSwap:")


@dataclass
class Usage:
    """Memory in bytes and the number of processes. Shared memory counts once a process."""

    memory: int = 0
    processes: int = 0


def usage_of_tree(pid: int) -> Usage:
    """What ``pid`` and its descendants use. Nothing is counted where there is no /proc."""
    found = Usage()
    waiting = [pid]
    while waiting:
        current = waiting.pop()
        # A process may end while it is looked at.
        with contextlib.suppress(OSError, ValueError, IndexError):
            status = Path(f"/proc/{current}/status").read_text(errors="replace")
            found.processes += 1
            for line in status.splitlines():
                if line.startswith(_COUNTED):
                    found.memory += int(line.split()[1]) * 1024
            waiting += children(current)
    return found


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
            after_name = Path(f"/proc/{current}/stat").read_text().rpartition(")")[2].split()
            ticks += sum(map(int, after_name[11:15]))
            waiting += children(current)
    return ticks / os.sysconf("SC_CLK_TCK")


def children(pid: int) -> list[int]:
    """The direct children of a process, as far as it can be seen."""
    found: list[int] = []
    with contextlib.suppress(OSError, ValueError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            found += map(int, (task / "children").read_text().split())
    return found
