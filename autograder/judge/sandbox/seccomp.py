"""The system calls that nobody needs to solve an exercise, as a filter for the kernel.

The filter is a program of classic BPF, made here: one comparison a system call, so that nothing
has to be installed. It stands behind the namespaces: what it refuses is either another way to
memory that the limits do not see, or a part of the kernel with a long list of past holes.
"""

from __future__ import annotations

import errno
import platform
import struct

# Numbers on x86-64 and on ARM64, 0 where there is no such call.
_REFUSED = {
    # Memory that RLIMIT_AS and RLIMIT_DATA do not see.
    "memfd_create": (319, 279), "memfd_secret": (447, 447), "shmget": (29, 194),
    "msgget": (68, 186), "semget": (64, 190), "mq_open": (240, 180),
    # Other processes.
    "ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271),
    "process_madvise": (440, 440), "pidfd_getfd": (438, 438), "kcmp": (312, 272),
    # Namespaces and mounts.
    "unshare": (272, 97), "setns": (308, 268), "mount": (165, 40), "umount2": (166, 39),
    "pivot_root": (155, 41), "chroot": (161, 51), "move_mount": (429, 429),
    "open_tree": (428, 428), "fsopen": (430, 430), "fsconfig": (431, 431), "fsmount": (432, 432),
    "fspick": (433, 433), "mount_setattr": (442, 442),
    # Keys, programs for the kernel, tracing, asynchronous calls.
    "add_key": (248, 217), "request_key": (249, 218), "keyctl": (250, 219), "bpf": (321, 280),
    "perf_event_open": (298, 241), "userfaultfd": (323, 282), "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426), "io_uring_register": (427, 427), "fanotify_init": (300, 262),
    "lookup_dcookie": (212, 18), "vmsplice": (278, 75),
    # The machine.
    "kexec_load": (246, 104), "kexec_file_load": (320, 294), "init_module": (175, 105),
    "finit_module": (313, 273), "delete_module": (176, 106), "reboot": (169, 142),
    "swapon": (167, 224), "swapoff": (168, 225), "acct": (163, 89), "quotactl": (179, 60),
    "quotactl_fd": (443, 443), "syslog": (103, 116), "settimeofday": (164, 170),
    "clock_settime": (227, 112), "adjtimex": (159, 171), "clock_adjtime": (305, 266),
    "name_to_handle_at": (303, 264), "open_by_handle_at": (304, 265), "personality": (135, 92),
    "iopl": (172, 0), "ioperm": (173, 0), "modify_ldt": (154, 0), "uselib": (134, 0),
}  # fmt: skip
_CLONE, _CLONE3, _SOCKET = (56, 220), (435, 435), (41, 198)
_NEW_NAMESPACE = 0x7E020080  # CLONE_NEWUSER, NEWPID, NEWNET, NEWIPC, NEWUTS, NEWCGROUP, NEWNS, TIME
_FAMILIES = (1, 2, 10)  # AF_UNIX, and the internet's, which have no way out of the sandbox
_MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}

_LOAD, _JUMP_EQUAL, _JUMP_AT_LEAST, _JUMP_ANY, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _KILL, _ERRNO = 0x7FFF0000, 0x80000000, 0x00050000
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16


def _step(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("<HBBI", code, if_true, if_false, value)


def program(machine: str | None = None) -> bytes:
    """The filter for ``machine`` (default: this one), b'' where its numbers are not known.

    A refused call fails with EPERM. `clone3` fails with ENOSYS, since the filter can't see its
    flags; the C library then takes `clone`.
    """
    known = _MACHINES.get(machine or platform.machine())
    if known is None:
        return b""
    column, architecture = known
    steps = [
        _step(_LOAD, _ARCHITECTURE),
        _step(_JUMP_EQUAL, architecture, 1, 0),
        _step(_RETURN, _KILL),
        _step(_LOAD, _NUMBER),
    ]
    if column == 0:
        # The calls of the x32 interface have other numbers for the same things.
        steps += [_step(_JUMP_AT_LEAST, 0x40000000, 0, 1), _step(_RETURN, _KILL)]
    for numbers in _REFUSED.values():
        if number := numbers[column]:
            steps += [_step(_JUMP_EQUAL, number, 0, 1), _step(_RETURN, _ERRNO | errno.EPERM)]
    steps += [_step(_JUMP_EQUAL, _CLONE3[column], 0, 1), _step(_RETURN, _ERRNO | errno.ENOSYS)]
    steps += [
        _step(_JUMP_EQUAL, _CLONE[column], 0, 3),
        _step(_LOAD, _FIRST_ARGUMENT),
        _step(_JUMP_ANY, _NEW_NAMESPACE, 0, 1 + 3 + len(_FAMILIES)),
        _step(_RETURN, _ERRNO | errno.EPERM),
        _step(_JUMP_EQUAL, _SOCKET[column], 0, 2 + len(_FAMILIES)),
        _step(_LOAD, _FIRST_ARGUMENT),
    ]
    steps += [
        _step(_JUMP_EQUAL, family, len(_FAMILIES) - at, 0) for at, family in enumerate(_FAMILIES)
    ]
    steps += [_step(_RETURN, _ERRNO | errno.EAFNOSUPPORT), _step(_RETURN, _ALLOW)]
    return b"".join(steps)
