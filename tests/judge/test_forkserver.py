"""Players that are forked from one warm process share nothing but what it had before."""

from __future__ import annotations

import os
import signal
import socket
from pathlib import Path

import pytest
from helpers.small_course import FULL, earned, judged, solved

from autograder.judge.sandbox import bubblewrap, warm
from autograder.judge.sandbox import launch as sandbox
from autograder.judge.sandbox.allowance import Allowance
from autograder.judge.sandbox.submission_limits import Limits
from autograder.judge.sandbox.watch import children
from autograder.judge.session import CodeCell, Session


def session(source: str, imports: tuple[str, ...] = (), **limits) -> Session:
    """A session that runs one cell."""
    wanted = Limits(**{"output_chars": 50_000, **limits})
    return Session([CodeCell("probe", source)], wanted, True, Allowance(60), imports)


def printed_by(source: str, imports: tuple[str, ...] = (), **limits) -> str:
    """What one cell prints in a forked player."""
    with session(source, imports, **limits) as running:
        assert running._player.forked
        ran = running.ran["probe"]
    assert ran.trouble is None and not ran.ended, ran
    return ran.printed


LEAVE_TRACES = """
import os, socket, subprocess
for folder in ('/tmp', '/dev/shm', '.'):
    open(f'{folder}/trace', 'w').write('here')
listening = socket.socket(socket.AF_UNIX)
listening.bind('\\0trace')
listening.listen()
port = socket.socket()
port.bind(('127.0.0.1', 4711))
port.listen()
os.environ['TRACE'] = '1'
import json
json.trace = 1
if os.fork() == 0:
    os.setsid()
    import time
    time.sleep(600)
"""
LOOK_FOR_TRACES = """
import errno, json, os, socket
print(sorted(os.listdir('/tmp')), sorted(os.listdir('/dev/shm')), os.listdir('.'))
for family, address in ((socket.AF_UNIX, '\\0trace'), (socket.AF_INET, ('127.0.0.1', 4711))):
    try:
        socket.socket(family).connect(address)
    except OSError as error:
        print(errno.errorcode[error.errno])
print('TRACE' in os.environ, hasattr(json, 'trace'))
print(sorted(int(each) for each in os.listdir('/proc') if each.isdigit()))
"""


def test_a_player_finds_nothing_of_another_one_even_while_that_runs():
    with session(LEAVE_TRACES) as other:
        assert other.ran["probe"].trouble is None
        lines = printed_by(LOOK_FOR_TRACES).splitlines()
        assert other._player is not None
    # Where the checkout or its environment are in /tmp, their folders are there, and no others.
    own = sorted({Path(each).parts[2] for each in bubblewrap.folders() if each.startswith("/tmp/")})
    assert lines[0] == f"{own} [] {own}"
    assert lines[1:] == ["ECONNREFUSED", "ECONNREFUSED", "False False", "[1, 2]"]


def test_the_loopback_of_a_player_is_its_own_and_works():
    code = (
        "import socket\nserver = socket.create_server(('127.0.0.1', 0))\n"
        "client = socket.create_connection(server.getsockname())\nprint(client.fileno() > 0)"
    )
    assert printed_by(code) == "True\n"


ATTACK = """
import os, signal
for pid in (-1, 1, os.getppid()):
    for number in (signal.SIGSTOP, signal.SIGTERM, signal.SIGKILL):
        try:
            os.kill(pid, number)
        except OSError as error:
            print(error.strerror)
print('alive')
"""


def test_signals_reach_no_other_player_and_not_the_fork_server():
    with session("x = 1") as other:
        server = warm.server._server
        assert "alive" in printed_by(ATTACK)
        assert other.request(5, do="run", name="again", source="print(x)")["printed"] == "1\n"
    assert warm.server._server is server


READ_ONLY = """
import ctypes, errno, os
libc = ctypes.CDLL(None, use_errno=True)
paths = {line.split()[-1] for line in open('/proc/self/maps') if line.rstrip().endswith('.so')}
for path in ('/proc/self/exe', '/proc/1/exe', *sorted(paths)[:3]):
    print(bool(os.statvfs(path).f_flag & os.ST_RDONLY))
    try:
        open(path, 'r+b')
    except OSError as error:
        print(errno.errorcode[error.errno])
for folder in (b'/tmp', b'/dev/shm', b'/proc', b'/'):
    print(libc.umount2(folder, 2), errno.errorcode[ctypes.get_errno()])
for path in ('/proc/1/mem', '/proc/sys/user/max_user_namespaces', '/proc/1/uid_map'):
    try:
        open(path, 'r+b', buffering=0).write(b'1')
    except OSError as error:
        print(errno.errorcode[error.errno])
"""


def test_the_files_of_the_warm_process_can_be_changed_through_no_back_door():
    lines = printed_by(READ_ONLY).splitlines()
    opened, rest = lines[:10], lines[10:]
    assert opened[::2] == ["True"] * 5
    assert set(opened[1::2]) <= {"EROFS", "EACCES", "ETXTBSY"}
    assert rest[:4] == ["-1 EPERM"] * 4
    assert len(rest) == 7, rest


def test_chance_is_another_one_in_each_player():
    code = (
        "import random, numpy, os\n"
        "print(random.random(), numpy.random.random(), numpy.random.default_rng().random())"
    )
    found = [printed_by(code, ("import numpy",)).split() for _ in range(3)]
    assert all(len(set(column)) == 3 for column in zip(*found))


def test_the_imports_of_the_course_are_done_and_wrong_ones_do_no_harm():
    code = "import sys\nprint('colorsys' in sys.modules, 'nothing_of_the_kind' in sys.modules)"
    assert printed_by(code) == "False False\n"
    imports = ("from nothing_of_the_kind import x", "from colorsys import rgb_to_hls", "raise 1 x")
    assert printed_by(code, imports) == "True False\n"
    assert printed_by(code + "\nprint('rgb_to_hls' in globals())") == "True False\nFalse\n"


def test_memory_that_the_imports_take_is_not_counted_as_the_submissions_own():
    code = "held = b'x' * (110 << 20)\nimport time\ntime.sleep(0.5)\nprint(len(held) >> 20)"
    assert printed_by(f"import pandas\n{code}", ("import pandas",), memory=128) == "110\n"
    more = "held = [bytearray(b'x' * (30 << 20)) for _ in range(10)]\nimport time\ntime.sleep(1)"
    with session(more, ("import pandas",), memory=128) as running:
        ran = running.ran["probe"]
    assert ran.ended == "killed: memory" or ran.trouble.kind == "out of memory", ran


def test_a_fork_server_that_is_killed_is_started_again():
    assert sum(earned(judged(solved())).values()) == FULL
    before = warm.server._server
    os.kill(before._program.pid, signal.SIGKILL)
    result = judged(solved())
    assert (sum(earned(result).values()), result.status) == (FULL, "")
    assert warm.server._server is not before and not warm.server.refused


def test_where_the_kernel_refuses_players_are_started_one_by_one(monkeypatch):
    monkeypatch.setattr(warm, "server", warm._Warm())
    fork = warm.ForkServer.fork

    def refuse(server: warm.ForkServer, *args) -> sandbox.Player:
        raise warm.Refused("unshare: Operation not permitted")

    monkeypatch.setattr(warm.ForkServer, "fork", refuse)
    sandbox.tier.cache_clear()
    try:
        assert sandbox.tier().detail.endswith(
            "each player started anew (unshare: Operation not permitted)"
        )
        monkeypatch.setattr(warm.ForkServer, "fork", fork)
        result = judged(solved())
        assert (sum(earned(result).values()), result.status) == (FULL, "")
        assert warm.server._server is None
    finally:
        sandbox.tier.cache_clear()


def test_a_player_that_can_not_be_confined_says_so_and_runs_nothing(monkeypatch):
    """The size of a folder is no number: the mount fails, after the namespaces were made."""
    monkeypatch.setattr(warm, "server", warm._Warm())
    server = warm.ForkServer()
    with pytest.raises(warm.Refused, match="mount"):
        server.fork({}, -1, ())
    server.close()


def test_a_process_forked_from_the_grader_has_a_fork_server_of_its_own():
    sandbox.launch(Limits(), True).stop()
    parents = warm.server._server
    reader, writer = socket.socketpair()
    pid = os.fork()
    if pid == 0:
        try:
            player = sandbox.launch(Limits(), True)
            writer.send(b"%d %d" % (warm.server._server is parents, player.forked))
            player.stop()
            warm.server.close()
        finally:
            os._exit(0)
    os.waitpid(pid, 0)
    assert reader.recv(100) == b"0 1"
    player = sandbox.launch(Limits(), True)
    player.stop()
    assert player.forked and warm.server._server is parents


@pytest.mark.parametrize("number", range(3))
def test_nothing_is_left_of_a_player(number):
    player = sandbox.launch(Limits(), True)
    server = warm.server._server._children()
    assert player.pid in server and children(player.pid)
    player.stop()
    assert player.pid not in warm.server._server._children()
