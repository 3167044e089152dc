"""The command ``mle``, run as a process of its own."""

from __future__ import annotations

import subprocess
import sys


def mle(*words: str, cwd=None) -> subprocess.CompletedProcess:
    """What ``mle`` printed, and its exit status."""
    line = [sys.executable, "-c", "from autograder.cli import main; raise SystemExit(main())"]
    return subprocess.run(
        [*line, *words],
        capture_output=True,
        text=True,
        timeout=240,
        cwd=cwd,
        stdin=subprocess.DEVNULL,
    )
