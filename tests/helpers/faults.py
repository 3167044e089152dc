"""What students hand in that hurts a batch, and what tries to gain marks.

Each is one student of one cohort. ``loses`` are the exercises that lose all or some of their
points, with what is left; all others must keep theirs.
"""

from __future__ import annotations

import copy
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from helpers.small_course import EXERCISES, LESSON, as_bytes, released, solved

NOTHING = dict.fromkeys(EXERCISES, 0)
FILE = f"{LESSON}.ipynb"
RAISES = "def add(a, b):\n    "


@dataclass(frozen=True)
class Fault:
    """One student. ``write`` puts files into an empty folder."""

    name: str
    write: Callable[[Path], None]
    status: str = "graded"
    loses: Mapping[str, float] = field(default_factory=dict)
    feedback: str = ""


FAULTS: list[Fault] = []


def add(name: str, notebook, status: str = "graded", loses=None, feedback: str = "") -> None:
    """A student who hands in ``notebook``: its JSON, its bytes, or a function of the folder."""

    def write(folder: Path) -> None:
        if callable(notebook):
            notebook(folder)
        else:
            content = notebook if isinstance(notebook, bytes) else as_bytes(notebook)
            (folder / FILE).write_bytes(content)

    FAULTS.append(Fault(name, write, status, loses or {}, feedback))


def code(text: str, **sources: str):
    """The solved notebook with a cell of the student's own in front."""
    return solved(before=text, **sources)


def changed(change):
    """The solved notebook after ``change(its cells by id, its list of cells)``."""
    notebook = copy.deepcopy(solved())
    change({cell["id"]: cell for cell in notebook["cells"]}, notebook["cells"])
    return notebook


# Loops and ends ------------------------------------------------------------------------------
TOO_LONG = "timed out."
add("endless-loop", code("while True:\n    pass"), "cell added-1: timed out", feedback=TOO_LONG)
add(
    "loop-that-ignores-signals",
    code(
        "import signal\n"
        "for number in (signal.SIGINT, signal.SIGTERM, signal.SIGALRM):\n"
        "    signal.signal(number, signal.SIG_IGN)\n"
        "while True:\n    pass"
    ),
    "cell added-1: timed out",
)
add(
    "loop-that-catches-everything",
    code("while True:\n    try:\n        while True: pass\n    except BaseException: pass"),
    "cell added-1: timed out",
)
add("loop-inside-c", code("import itertools\nsum(itertools.repeat(0))"), "timed out")
add("sleep", code("import time\ntime.sleep(10**6)"), "cell added-1: timed out")
add(
    "five-endless-loops",
    solved(**dict.fromkeys(("add", "total", "Box", "toss", "largest"), "while True: pass")),
    "timed out",
    {**NOTHING, "answer": 1},
)
add(
    "hang-in-a-call",
    solved(add="def add(a, b):\n    while True: pass"),
    "graded",
    {"add": 0},
    feedback="Timed out",
)
add(
    "hang-in-a-call-inside-c",
    solved(add="import itertools\ndef add(a, b):\n    return sum(itertools.repeat(0))"),
    "exercise add: timed out",
    {"add": 0},
    feedback="A call to add timed out",
)
add(
    "process-ends-in-a-cell",
    code("import os\nos._exit(0)"),
    "cell added-1: ended by its own code",
    feedback="ended the process",
)
add(
    "process-ends-in-a-call",
    solved(add="import os\ndef add(a, b):\n    os._exit(0)"),
    "exercise add: ended by its own code",
    {"add": 0},
)
add("system-exit", code("import sys\nsys.exit(0)"))
add("exit", code("exit()"))
add("system-exit-in-a-call", solved(add=f"{RAISES}raise SystemExit"), loses={"add": 0})
add("keyboard-interrupt", code("raise KeyboardInterrupt"))
add(
    "interrupt-in-a-call",
    solved(add=f"{RAISES}raise KeyboardInterrupt"),
    "exercise add: ended by its own code",
    {"add": 0},
)
add("kills-itself", code("import os\nos.kill(os.getpid(), 9)"), "ended by its own code")
add("stops-itself", code("import os\nos.kill(os.getpid(), 19)"), "cell added-1: timed out")
add("kills-everybody", code("import os\nos.kill(-1, 9)"))
add(
    "stops-everybody",
    code(
        "import os\n"
        "for pid in (os.getppid(), 1, -1):\n"
        "    try: os.kill(pid, 19)\n"
        "    except OSError: pass"
    ),
    "",
)
add(
    "waits-for-what-never-comes",
    code("import os\nos.read(os.pipe()[0], 1)"),
    "cell added-1: timed out",
    feedback=TOO_LONG,
)
add(
    "switches-its-limits-off",
    code(
        "import signal\n"
        "for timer in (signal.ITIMER_REAL, signal.ITIMER_PROF): signal.setitimer(timer, 0)\n"
        "while True: pass"
    ),
    "cell added-1: timed out",
    feedback=TOO_LONG,
)
add("forgets-all-modules", code("import sys\nsys.modules.clear()"))
add(
    "spoils-all-modules",
    code("import sys\nfor name in list(sys.modules): sys.modules[name] = None"),
)
add("crashes-the-interpreter", code("import ctypes\nctypes.string_at(0)"), "ended by its own code")
add("deep-recursion", code("def f(): return f()\nf()"))
add(
    "very-deep-recursion",
    code("import sys\nsys.setrecursionlimit(10**9)\ndef f(): return f()\nf()"),
    "added-1",
)

# Memory, processes, output -------------------------------------------------------------------
add(
    "one-huge-array",
    code("import numpy\nnumpy.ones(5 * 10**9)"),
    feedback="more memory than there is",
)
add(
    "grows-by-and-by",
    code("kept = []\nwhile True:\n    kept.append(bytearray(10**6))"),
    feedback="more memory than there is",
)
add(
    "processes-that-grow",
    code(
        "import os, time\n"
        "for n in range(8):\n"
        "    if os.fork() == 0:\n"
        "        kept = bytearray(10**8)\n"
        "        time.sleep(10**6)\n"
        "time.sleep(10**6)"
    ),
    "cell added-1: killed: memory",
    feedback="of memory",
)
add(
    "shared-memory",
    code(
        "import mmap, time\n"
        "kept = []\n"
        "block = b'x' * (2 * 10**7)\n"
        "for n in range(40):\n"
        "    kept.append(mmap.mmap(-1, len(block)))\n"
        "    kept[-1].write(block)\n"
        "time.sleep(10**6)"
    ),
    "cell added-1: killed: memory",
)
add(
    "grows-in-quick-calls",
    solved(
        add="import mmap\nkept = []\ndef add(a, b):\n"
        "    kept.append(mmap.mmap(-1, 10**8))\n    kept[-1].write(b'x' * 10**8)\n    return a + b"
    ),
    "exercise add: killed: memory",
    {"add": 1},
)
add(
    "fills-the-disk",
    code(
        "import os\n"
        "for folder in ('/tmp', '/dev/shm', '.'):\n"
        "    for n in range(10):\n"
        "        try:\n"
        "            with open(f'{folder}/{n}', 'wb') as file:\n"
        "                for _ in range(200): file.write(bytes(10**6))\n"
        "        except OSError as error: print(error)"
    ),
    feedback="No space left",
)
add("prints-thirty-megabytes", code("print('x' * 30_000_000)"), feedback="more characters")
add("prints-very-much", code("print('x' * 500_000_000)"), feedback="more memory than there is")
add("prints-many-lines", code("for n in range(200_000): print(n)"), feedback="more characters")
add(
    "prints-five-million-lines",
    code("for n in range(5_000_000): print(n)"),
    "",
    feedback="more characters",
)
add(
    "thirty-sleeping-forks",
    code("import os, time\nfor n in range(30):\n    if os.fork() == 0:\n        time.sleep(10**6)"),
)
add(
    "fork-bomb",
    code("import os, time\nwhile True:\n    try: os.fork()\n    except OSError: pass"),
    "cell added-1",
)
add(
    "daemon-in-its-own-session",
    code(
        "import os, time\n"
        "if os.fork() == 0:\n"
        "    os.setsid()\n"
        "    if os.fork() == 0:\n"
        "        time.sleep(10**6)\n"
        "    os._exit(0)"
    ),
)
add(
    "threads",
    code(
        "import threading, time\n"
        "for n in range(20): threading.Thread(target=time.sleep, args=(10**6,)).start()"
    ),
)
add("opens-many-files", code("kept = []\nwhile True:\n    kept.append(open('/dev/null'))"))

# Files that are no notebooks -----------------------------------------------------------------
NO_NOTEBOOK = "Nothing in this notebook could be graded"
add("empty-file", b"", "not a notebook", NOTHING, NO_NOTEBOOK)
add("text-file", b"def add(a, b): ...", "not a notebook", NOTHING, NO_NOTEBOOK)
add("not-utf-8", b"\xff\xfe" + as_bytes(solved()), "not a notebook", NOTHING, NO_NOTEBOOK)
add("half-a-file", as_bytes(solved())[:-500], "not a notebook", NOTHING, NO_NOTEBOOK)
add("deeply-nested", b"[" * 50_000, "not a notebook", NOTHING, NO_NOTEBOOK)
add(
    "too-large",
    lambda folder: (folder / FILE).write_bytes(b" " * 3_000_000),
    "larger than 2 MiB",
    NOTHING,
    NO_NOTEBOOK,
)
add("a-folder", lambda folder: (folder / FILE).mkdir(), "it is a folder", NOTHING, NO_NOTEBOOK)
add("a-pipe", lambda folder: os.mkfifo(folder / FILE), "not a regular file", NOTHING, NO_NOTEBOOK)
add(
    "a-link",
    lambda folder: (folder / FILE).symlink_to("../../honest/1_coding/" + FILE),
    "it is a link",
    NOTHING,
    NO_NOTEBOOK,
)
add(
    "no-notebook",
    lambda folder: (folder / "notes.txt").write_text("Later."),
    "not handed in",
    NOTHING,
)
add(
    "wrong-name",
    lambda folder: (folder / "homework (1).ipynb").write_bytes(as_bytes(solved())),
    feedback="was called homework (1).ipynb",
)

# Notebooks in another form -------------------------------------------------------------------
add("untouched", released(), loses=NOTHING)
add("no-kernelspec", {**solved(), "metadata": {}})
add("another-language", {**solved(), "metadata": {"kernelspec": {"name": "ir", "language": "R"}}})
add(
    "old-format",
    {**changed(lambda by_id, cells: [c.pop("id") for c in cells]), "nbformat_minor": 4},
)
add("same-ids", changed(lambda by_id, cells: [c.update(id="same") for c in cells]))
add("no-metadata", changed(lambda by_id, cells: [c.update(metadata={}) for c in cells]))
add(
    "check-copied",
    changed(lambda by_id, cells: cells.append(copy.deepcopy(by_id["check-add"]))),
    feedback="stood there twice",
)
add(
    "answer-copied",
    changed(lambda by_id, cells: cells.insert(0, {**copy.deepcopy(by_id["add"]), "id": "x"})),
)
add(
    "checks-deleted",
    changed(
        lambda by_id, cells: [cells.remove(c) for n, c in by_id.items() if n.startswith("check-")]
    ),
    feedback="was missing",
)
add(
    "points-changed",
    changed(lambda by_id, cells: by_id["check-add"]["metadata"]["nbgrader"].update(points=10**6)),
)
add("number-from-a-check", changed(lambda by_id, cells: by_id["check-add"].update(source="1000")))
add(
    "outputs-that-claim-points",
    changed(
        lambda by_id, cells: by_id["check-add"].update(
            source="raise Exception",
            outputs=[
                {
                    "output_type": "execute_result",
                    "data": {"text/plain": "999"},
                    "metadata": {},
                    "execution_count": 1,
                }
            ],
        )
    ),
)
add("half-characters", code("print('\\ud83d')\nx = '\ud83d'"))
add("null-bytes", code("x = '\x00'"))

# What honest students write -----------------------------------------------------------------
add("honest", solved())
add("asks-for-input", code("name = input('Your name?')"), feedback="ask anybody")
add(
    "warns",
    solved(
        add="import warnings\ndef add(a, b):\n    warnings.warn('deprecated')\n    return a + b"
    ),
)
add("prints-in-an-answer", solved(add="def add(a, b):\n    print(a, b)\n    return a + b"))
add("magic-commands", code("%time 1 + 1\n!echo hello\ndisplay(1)\nget_ipython()"))
add("waits-for-something", code("import asyncio\nawait asyncio.sleep(0)"))
add("wrong-answer", solved(add="def add(a, b):\n    return a - b"), loses={"add": 0})
add("half-right", solved(add="def add(a, b):\n    return 3"), loses={"add": 1})
add("syntax-error", solved(add="def add(a, b)\n    return a + b"), loses={"add": 0})
add("raises", solved(add=f"{RAISES}raise ValueError(a)"), loses={"add": 0})

# Attempts to gain marks ----------------------------------------------------------------------
EQUAL = (
    "class Equal:\n"
    "    def __eq__(self, other): return True\n"
    "    def __ne__(self, other): return False\n"
    "    def __hash__(self): return 1\n"
    "    def __bool__(self): return True\n"
    "    def __instancecheck__(self, other): return True\n"
)
add("equals-everything", solved(add=f"{EQUAL}def add(a, b): return Equal()"), loses={"add": 0})
add(
    "number-that-equals-everything",
    solved(
        add="class N(int):\n    __eq__ = lambda s, o: True\n    __hash__ = int.__hash__\n"
        "def add(a, b): return N(10**6)"
    ),
    loses={"add": 0},
)
BLANK = {name: f"{name} = ..." for name in EXERCISES}
add(
    "drops-the-checks",
    solved(
        before=(
            "import ast\n"
            "class Drop(ast.NodeTransformer):\n"
            "    def visit_Assert(self, node): return ast.Pass()\n"
            "    def visit_Expr(self, node): return ast.Constant(999)\n"
            "ip = get_ipython()\n"
            "ip.ast_transformers.append(Drop())\n"
            "ip.input_transformers_cleanup.append(lambda lines: ['999'])\n"
            "ip.set_custom_exc((BaseException,), lambda *a: None)\n"
            "ip.run_cell = lambda *a, **k: 999\n"
            "type(ip).run_cell = ip.run_cell\n"
            "from ipykernel.ipkernel import IPythonKernel\n"
            "IPythonKernel.do_execute = IPythonKernel.execute_request = lambda *a, **k: 999"
        ),
        **BLANK,
    ),
    loses=NOTHING,
)
add(
    "patches-what-compares",
    solved(
        before=(
            "import builtins, math, numpy.testing, pandas.testing\n"
            "for name in pandas.testing.__all__:\n"
            "    setattr(pandas.testing, name, lambda *a, **k: None)\n"
            "numpy.testing.assert_array_equal = lambda *a, **k: None\n"
            "numpy.testing.assert_allclose = lambda *a, **k: None\n"
            "builtins.isinstance = lambda *a: True\n"
            "builtins.all = builtins.any = lambda *a: True\n"
            "math.isclose = lambda *a, **k: True"
        ),
        **BLANK,
    ),
    "",
    NOTHING,
)
add(
    "names-of-the-grader",
    solved(
        before=(
            "def check(*a, **k): return 999\n"
            "grade = judge = same = plain = passed = score = lambda *a, **k: 999\n"
            "Judged = Report = lambda *a, **k: 999\n"
            "earned = points = 999"
        ),
        **BLANK,
    ),
    loses=NOTHING,
)
add(
    "patches-the-player",
    solved(
        before=(
            "import sys\n"
            "import autograder.trying.local, autograder.core.values\n"
            "import autograder.judge.wire.values as wire\n"
            "import autograder.check as check_module, autograder.groups.base as base\n"
            "autograder.core.values.same = lambda *a, **k: True\n"
            "autograder.trying.local.call = None\n"
            "check_module.grade = lambda *a: 999\n"
            "base.passed = lambda *a: 999"
        ),
        **BLANK,
    ),
    "",
    NOTHING,
)
STEAL = """
import os, socket, struct, json, time
def connection():
    for fd in range(3, 256):
        try:
            found = socket.socket(fileno=os.dup(fd))
            if found.family == socket.AF_UNIX: return found
        except OSError: pass
def say(body): connection().sendall(struct.pack('!I', len(body)) + body)
"""
PASS = json.dumps({"id": 99, "reply": [3, None, [], [0, 0, None, None, None]]})
add(
    "forges-replies",
    code(f"{STEAL}\nfor n in range(50): say({PASS!r}.encode())"),
    "broke the rules",
)
add(
    "forges-replies-to-calls",
    solved(
        before=STEAL,
        add="def add(a, b):\n"
        "    for n in range(9999): say(json.dumps({'id': n, 'reply': [a + b]}).encode())\n"
        "    return 0",
    ),
    "broke the rules",
    {"add": 0},
)
add(
    "sends-a-huge-reply",
    code(f"{STEAL}\nconnection().sendall(b'\\xff' * 10**7)"),
    "broke the rules",
)
add("sends-a-deep-reply", code(f"{STEAL}\nsay(b'[' * 10**6)"), "broke the rules")
add(
    "sends-a-pickle",
    code(f"{STEAL}\nimport pickle\nsay(pickle.dumps(os.system))"),
    "broke the rules",
)
add("hangs-up", code(f"{STEAL}\nconnection().shutdown(2)\ntime.sleep(10**6)"), "ended by its own")
add("huge-value", solved(add="def add(a, b): return [0] * (2 * 10**6)"), loses={"add": 0})
add(
    "deep-value",
    solved(add="def add(a, b):\n    x = []\n    for n in range(10**5): x = [x]\n    return x"),
    loses={"add": 0},
)
add(
    "endless-value",
    solved(
        add="class L(list):\n    def __iter__(self):\n        while True: yield 1\n"
        "def add(a, b): return L()"
    ),
    loses={"add": 0},
)
add("huge-number", solved(add="def add(a, b): return 10**10_000"), loses={"add": 0})
add(
    "forges-steps",
    solved(
        total="import sys\ndef total(numbers):\n    sys.settrace(None)\n"
        "    return sum(n for n in numbers for m in numbers) // max(len(numbers), 1)"
    ),
    loses={"total": 2},
    feedback="step limit",
)
add(
    "forges-steps-from-another-cell",
    solved(
        before=(
            "import autograder.core.limit\n"
            "autograder.core.limit.StepCounter._trace = lambda *a: None"
        ),
        total="def total(numbers):\n"
        "    return sum(n for n in numbers for m in numbers) // max(len(numbers), 1)",
    ),
    loses={"total": 2},
)
add(
    "forges-chances",
    solved(
        before="import autograder.trying.local as answer\nfrom fractions import Fraction\n"
        "from autograder.core.outcomes import Law\n"
        "answer.law = lambda t, a, s: Law({x: Fraction(1, len(a[0])) for x in a[0]})",
        toss="def toss(sides, rng): return sides[0]",
    ),
    loses={"toss": 0},
)
add(
    "hides-what-it-uses",
    # Nobody outside can know; the instructor gets a note (tests/judge/test_styles.py).
    solved(largest="import builtins\nlargest = vars(builtins)['xam'[::-1]]"),
)
add(
    "replaces-an-answer-by-another-name",
    solved(
        largest="def largest(numbers): return numbers[0]",
        after="import builtins\nglobals()['largest'] = getattr(builtins, 'm' + 'ax')",
    ),
)

# Attempts to read and to change what is not theirs --------------------------------------------
LOOK = """
import os, socket
def attempt(what, do):
    try: print('G' + 'OT', what, do())
    except BaseException as error: print('refused', what, type(error).__name__)
"""
READS = [
    "/etc/passwd", "/etc/shadow", "{root}/gradebook.db", "{root}/.mle/seed",
    "{root}/source/1_coding/190_small.ipynb", "{root}/submitted/honest/1_coding/190_small.ipynb",
    "{checks}/1_coding/190_small/checks.py",
    "{package}/lessons/1_coding/104_regex_matching/checks.py", "/proc/{head}/environ",
]  # fmt: skip
add(
    "reads-files",
    lambda folder: _look(
        folder, "".join(f"attempt({name!r}, lambda: open({name!r}).read())\n" for name in READS)
    ),
)
add(
    "writes-files",
    lambda folder: _look(
        folder,
        "".join(
            f"attempt({name!r}, lambda: open({name!r}, 'w').write('x'))\n"
            for name in [*READS, "{package}/exercise.py", "/usr/bin/true", "/proc/sysrq-trigger"]
        ),
    ),
)
add(
    "lists-solutions",
    lambda folder: _look(
        folder,
        (
            "from pathlib import Path\n"
            "attempt('lessons', lambda: list(Path('{package}/lessons').glob('*/*.py'))[0])\n"
            "attempt('checks', lambda: list(Path('{package}/lessons').glob('[0-9]*'))[0])\n"
            "attempt('submitted', lambda: list(Path('{root}').iterdir())[0])"
        ),
    ),
)
add(
    "opens-sockets",
    lambda folder: _look(
        folder,
        (
            "def dial(family, to):\n"
            "    s = socket.socket(family)\n    s.settimeout(1)\n    s.connect(to)\n    return s\n"
            "attempt('tcp', lambda: dial(socket.AF_INET, ('127.0.0.1', {port})))\n"
            "attempt('abstract', lambda: dial(socket.AF_UNIX, '\\0mle-test-{port}'))\n"
            "attempt('netlink', lambda: socket.socket(socket.AF_NETLINK, 3, 0))\n"
            "attempt('raw', lambda: socket.socket(socket.AF_PACKET, 3, 0))\n"
            "attempt('vsock', lambda: socket.socket(socket.AF_VSOCK, 1, 0))\n"
            "attempt('names', lambda: socket.gethostbyname('example.org'))"
        ),
    ),
)
add(
    "leaves-links",
    code(
        "import os\n"
        "for name in ('190_small.ipynb', 'secret.txt', '/tmp/feedback.html'):\n"
        "    os.symlink('/etc/passwd', name)"
    ),
)
add("links-beside-the-notebook", lambda folder: _with_links(folder))


def _look(folder: Path, text: str) -> None:
    values = json.loads((folder / "places.json").read_text())
    (folder / "places.json").unlink()
    for name, value in values.items():
        text = text.replace("{" + name + "}", str(value))
    (folder / FILE).write_bytes(as_bytes(code(LOOK + text)))


def _with_links(folder: Path) -> None:
    (folder / FILE).write_bytes(as_bytes(solved()))
    (folder / "secret.txt").symlink_to("../../../.mle/seed")
    (folder / "passwords").symlink_to("/etc")
    os.mkfifo(folder / "pipe")
    (folder / "timestamp.txt").symlink_to("/etc/passwd")
    (folder / "figure.txt").write_text("a figure")
    (folder / "more").mkdir()
    (folder / "more" / "data.csv").write_text("1,2")
