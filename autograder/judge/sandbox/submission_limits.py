"""What a submission may use."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024
TEMPORARY = ("/tmp", "/dev/shm")
"""The folders to which a submission can write."""


@dataclass(frozen=True)
class Limits:
    """What a submission may use. Times in seconds, sizes in MiB.

    ``memory`` and ``processes`` count all processes of the submission together; ``scratch`` is
    the size of each of its two temporary folders; ``notebook`` that of the file handed in.
    """

    cell_seconds: float = 20.0
    submission_seconds: float = 120.0
    memory: int = 1536
    processes: int = 48
    open_files: int = 256
    file_size: int = 64
    scratch: int = 64
    output_chars: int = 10_000
    notebook: int = 32
