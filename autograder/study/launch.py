"""Start JupyterLab on a workspace, as a process of its own."""

from __future__ import annotations

import importlib.util
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath, PurePosixPath
from typing import Any
from urllib.parse import quote

from .files import StudyError

CONFIG = Path(__file__).parent / "jupyter"
"""Defaults for JupyterLab, which the learner's own settings override: no questions about news, no
parts that a learner has no use for (nbgrader's, for one, are for an instructor), wide names."""
EXTENSIONS = CONFIG / "labextensions"
LAYOUTS = Path(".mle", "jupyter")
"""Where JupyterLab keeps its layout, in the workspace: else it would be that of other folders."""
OFFERED = "MLE_STUDY"
"""The variable that says to a kernel: this JupyterLab has our extension."""
FIRST = PurePosixPath("0_start/001_start_here.ipynb")


def launch(
    workspace: Path,
    lesson: PurePath | None = None,
    *,
    browser: bool = True,
    port: int | None = None,
) -> int:
    """Run JupyterLab in `workspace` until it ends, and return its exit status.

    `lesson` is the notebook to open, in the workspace (absolute, or relative to it). Without one it
    is the one that was left last, and the first lesson at the very first time. Without a `port`
    JupyterLab takes the first free one from 8888 on; other servers are left alone. Ctrl-C reaches
    JupyterLab, which asks before it stops. Raises `StudyError` when JupyterLab is not installed or
    the port is in use.
    """
    if importlib.util.find_spec("jupyterlab") is None:
        raise StudyError("JupyterLab is not installed. Run: python -m pip install jupyterlab")
    if port is not None and not _is_free(port):
        raise StudyError(
            f"Port {port} is in use, or not yours to use. "
            "Give another with --port, or leave it out to take a free one."
        )
    if lesson is None:
        lesson = left_last(workspace) or (FIRST if (workspace / FIRST).is_file() else None)
    line = command(workspace, lesson, browser=browser, port=port)
    process = subprocess.Popen(line, env=_environment())
    return _wait(process)


def left_last(workspace: Path) -> PurePosixPath | None:
    """The notebook that was in front when JupyterLab was left, else the one opened last.

    None where no notebook was open, or it isn't there any more.
    """
    files = [*(workspace / LAYOUTS).glob("*.jupyterlab-workspace")]
    for path in sorted(files, key=lambda path: path.stat().st_mtime, reverse=True):
        try:
            names = list(_notebooks_of(json.loads(path.read_bytes())["data"]))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            continue
        for name in names:
            if (workspace / name).is_file():
                return PurePosixPath(name)
    return None


def _notebooks_of(layout: Mapping[str, Any]) -> Iterator[str]:
    """The notebook in front in a layout of JupyterLab, then those that were opened, last first."""
    kind, _, name = str(layout["layout-restorer:data"]["main"]["current"]).partition(":")
    if kind == "notebook":
        yield name
    for each in layout.get("docmanager:recents", {}).get("opened", ()):
        if each["contentType"] == "notebook":
            yield each["path"]


def command(
    workspace: Path, lesson: PurePath | None, *, browser: bool, port: int | None
) -> list[str]:
    """Return the command line that `launch` runs."""
    url = "/lab"
    if lesson is not None:
        url = f"/lab/tree/{quote(_inside(workspace, workspace / lesson).as_posix())}"
    line = [sys.executable, "-m", "jupyterlab"]
    line += ["--log-level=ERROR", "--LabApp.log_level=ERROR"]
    line += [f"--ServerApp.root_dir={workspace.resolve()}", f"--LabApp.default_url={url}"]
    line += [f"--LabApp.workspaces_dir={workspace.resolve() / LAYOUTS}"]
    line += [f"--LabApp.extra_labextensions_path={EXTENSIONS}"]
    if _can_encrypt():
        line.append("--KernelManager.transport_encryption=auto")  # else each kernel warns
    if port is not None:
        line += [f"--ServerApp.port={port}", "--ServerApp.port_retries=0"]
    if not browser:
        line.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        line.append("--allow-root")  # in a container one is root, and Jupyter would refuse
    return line


def _environment() -> dict[str, str]:
    """Return this process's environment, with our defaults after the paths that are set."""
    paths = [path for path in [os.environ.get("JUPYTER_CONFIG_PATH"), str(CONFIG)] if path]
    own = {
        "JUPYTER_CONFIG_PATH": os.pathsep.join(paths),
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",  # a warning of the debugger's in every kernel
        OFFERED: "1",
    }
    return os.environ | own


def _inside(workspace: Path, path: Path) -> Path:
    try:
        return path.relative_to(workspace)  # as it is written: a linked folder stays in its place
    except ValueError:
        return path.resolve().relative_to(workspace.resolve())


def _can_encrypt() -> bool:
    """Whether what kernels are talked to with was built with encryption."""
    if importlib.util.find_spec("zmq") is None:
        return False
    import zmq

    return zmq.has("curve")


def _is_free(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if os.name != "nt":  # as the server does, so that a port just left counts as free
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError):
            return False
    return True


def _wait(process: subprocess.Popen) -> int:
    """Wait for the server; hand on Ctrl-C and a request to end, and leave no server behind."""
    in_main = threading.current_thread() is threading.main_thread()
    before = signal.signal(signal.SIGTERM, lambda *_: process.terminate()) if in_main else None
    try:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                # From a terminal the signal went to the server too, which asks "Shut down?".
                if os.name != "nt" and not (sys.stdin and sys.stdin.isatty()):
                    process.send_signal(signal.SIGINT)
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait()
        if in_main:
            signal.signal(signal.SIGTERM, before)
