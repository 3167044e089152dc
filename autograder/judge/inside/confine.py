"""Namespaces of its own for a process forked inside the sandbox, and no way out of them.

bubblewrap can start a program, not take in one that is running. This gives a fork of a warm
process what bubblewrap gives a program: see user_namespaces(7), pid_namespaces(7),
mount_namespaces(7), capabilities(7) and seccomp(2).
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import fcntl
import os
import re
import socket
import struct
from collections.abc import Iterator, Sequence

from autograder.judge.sandbox import seccomp

_NEW_NAMESPACES = (
    0x10000000  # CLONE_NEWUSER
    | 0x20000000  # CLONE_NEWPID, for the processes started from here on
    | 0x00020000  # CLONE_NEWNS
    | 0x40000000  # CLONE_NEWNET
    | 0x08000000  # CLONE_NEWIPC
    | 0x04000000  # CLONE_NEWUTS
    | 0x02000000  # CLONE_NEWCGROUP
)
_MS_NOSUID, _MS_NODEV, _MS_NOEXEC, _MS_BIND, _MS_REC = 2, 4, 8, 4096, 16384
_PR_SET_SECCOMP, _PR_CAPBSET_DROP, _PR_SET_NO_NEW_PRIVS = 22, 24, 38
_SECCOMP_MODE_FILTER = 2
_CAPABILITY_VERSION_3 = 0x20080522
_SIOCSIFFLAGS, _IFF_UP = 0x8914, 1

_libc = ctypes.CDLL(None, use_errno=True)


def _call(name: str, *args: object) -> None:
    """Call a function of the C library; raises `OSError` where it gives anything but 0."""
    if getattr(_libc, name)(*args):
        number = ctypes.get_errno()
        raise OSError(number, f"{name}: {os.strerror(number)}")


def enter_namespaces(folders: Sequence[str], size: int) -> None:
    """Leave all namespaces of the parent; raises `OSError` where the kernel refuses.

    Each of ``folders`` becomes an empty one of at most ``size`` bytes; what the parent has mounted
    below it, such as an environment or a checkout in /tmp, is there again. The next process that
    is started is the first of its namespace; `take_rights_away` belongs there.
    """
    user, group = os.getuid(), os.getgid()
    _call("unshare", _NEW_NAMESPACES)
    for name, text in (
        ("setgroups", "deny"),
        ("uid_map", f"{user} {user} 1"),
        ("gid_map", f"{group} {group} 1"),
    ):
        _write(f"/proc/self/{name}", text)
    for folder in folders:
        with _held(mounts_below(folder)) as held:
            _mount("tmpfs", folder, _MS_NOSUID | _MS_NODEV, f"size={size},mode=0755")
            for place, fd in held.items():
                os.makedirs(place)
                # With all that is mounted in it: what hides the answers stays over them.
                source = f"/proc/self/fd/{fd}".encode()
                _call("mount", source, os.fsencode(place), None, _MS_BIND | _MS_REC, None)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as loopback:
        fcntl.ioctl(loopback, _SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", _IFF_UP))


@contextlib.contextmanager
def _held(places: Sequence[str]) -> Iterator[dict[str, int]]:
    """Open folders, by their place, that can be reached after something is mounted over them."""
    opened: dict[str, int] = {}
    try:
        for place in places:
            opened[place] = os.open(place, os.O_PATH | os.O_CLOEXEC)
        yield opened
    finally:
        for fd in opened.values():
            os.close(fd)


def mounts_below(folder: str) -> list[str]:
    """The outermost folders below ``folder`` on which something is mounted."""
    with open("/proc/self/mountinfo", "rb") as file:
        fields = [line.split()[4] for line in file]
    escaped = re.compile(rb"\\([0-7]{3})")  # a space in a name is written \040
    places = [escaped.sub(lambda match: bytes([int(match[1], 8)]), field) for field in fields]
    below = sorted(p for p in map(os.fsdecode, places) if p.startswith(f"{folder}/"))
    outermost: list[str] = []
    for place in below:
        if not any(place.startswith(f"{other}/") for other in outermost):
            outermost.append(place)
    return outermost


def take_rights_away() -> None:
    """See only processes of this namespace, and lose every capability for good."""
    _mount("proc", "/proc", _MS_NOSUID | _MS_NODEV | _MS_NOEXEC, "")
    _write("/proc/sys/user/max_user_namespaces", "0")
    for capability in range(64):
        if _libc.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0):
            if ctypes.get_errno() == errno.EINVAL:
                break  # past the last one that this kernel knows
            raise OSError(ctypes.get_errno(), "a capability can't be dropped")
    _call("prctl", _PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    head = ctypes.create_string_buffer(struct.pack("Ii", _CAPABILITY_VERSION_3, 0))
    _call("capset", head, ctypes.create_string_buffer(struct.pack("6I", *[0] * 6)))
    filter_ = seccomp.program()
    steps = ctypes.create_string_buffer(filter_, len(filter_))
    program = struct.pack("HxxxxxxP", len(filter_) // 8, ctypes.addressof(steps))
    _call("prctl", _PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.create_string_buffer(program))


def close_all_but(kept: int) -> None:
    """Close every file but ``kept``; what stood at 0, 1 and 2 is then /dev/null."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in range(3):
        os.dup2(nothing, standard)
    first = max(kept, 3)
    os.closerange(3, first)
    os.closerange(first + 1, os.sysconf("SC_OPEN_MAX"))


def _mount(kind: str, place: str, flags: int, options: str) -> None:
    _call("mount", kind.encode(), place.encode(), kind.encode(), flags, options.encode())


def _write(path: str, text: str) -> None:
    with open(path, "w", encoding="ascii") as file:
        file.write(text)
