"""Limits are processor time: a busy machine costs nobody a mark, and nothing runs for ever."""

from __future__ import annotations

import contextlib
import copy
import os
import signal
import subprocess
import sys
import threading
import time

import pytest
from helpers.small_course import EXERCISES, POINTS, earned, judged, marks, solved

from autograder.core.arguments import CHANCE, Stream
from autograder.core.limit import CLOCK_FACTOR, Spent, TimeUp, time_limit
from autograder.judge.remote import RemoteAnswer
from autograder.judge.sandbox.allowance import Allowance
from autograder.judge.sandbox.submission_limits import Limits
from autograder.judge.session import CodeCell, Session
from autograder.trying.local import IN_ALL, LocalAnswer, operate

HOG = "import os\nparent = os.getppid()\nwhile os.getppid() == parent:\n    sum(range(10**5))"


@contextlib.contextmanager
def busy_machine(a_core: int = 4):
    """Processes that do nothing but compute."""
    hogs = [
        subprocess.Popen([sys.executable, "-S", "-c", HOG])
        for _ in range(a_core * len(os.sched_getaffinity(0)))
    ]
    try:
        yield
    finally:
        for hog in hogs:
            hog.kill()
            hog.wait()


# Each needs about a third of its limit on a machine that does nothing else.
SLOW = (
    "import time\n"
    "def work(seconds):\n"
    "    until = time.process_time() + seconds\n"
    "    while time.process_time() < until: sum(range(1000))\n"
)


def test_on_a_busy_machine_a_slow_but_right_answer_keeps_all_marks():
    notebook = solved(
        before=f"{SLOW}work(1.0)",
        add="seen = []\ndef add(a, b):\n    if not seen: work(0.9)\n    seen.append(a)\n"
        "    return a + b",
    )
    with busy_machine():
        result = judged(notebook, cell_seconds=2)
    assert (result.status, earned(result)) == ("", marks(*EXERCISES))


SLOW_CLASS = f"""{SLOW}
class Slow:
    def step(self): work(0.13)
"""


def test_a_sequence_of_calls_has_the_same_limit_here_and_in_the_sandbox():
    steps = [("step", ())] * 9
    namespace: dict = {}
    exec(SLOW_CLASS, namespace)
    here = LocalAnswer("Slow", namespace["Slow"]).operate((), steps, limit=0.2)
    cells = [CodeCell("slow", SLOW_CLASS)]
    with Session(cells, Limits(), True, Allowance(60)) as session:
        session.begin(60)
        there = RemoteAnswer("Slow", session).operate((), steps, limit=0.2)
    for outcomes in (here, there):
        assert len(outcomes) == IN_ALL * 0.2 // 0.13 + 1
        assert outcomes[-1].trouble.kind == "timed out"
        assert not any(each.trouble for each in outcomes[:-1])


def in_thread(function):
    """Run a test's function in a thread that is not the main one."""
    found: list = []

    def run() -> None:
        try:
            found.append(function())
        except BaseException as error:
            found.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if isinstance(found[0], BaseException):
        raise found[0]
    return found[0]


WAYS = pytest.mark.parametrize("way", [lambda f: f(), in_thread], ids=["main", "thread"])


def spin() -> None:
    while True:
        pass


@WAYS
def test_a_loop_ends_when_it_has_had_its_processor_time(way):
    def limited() -> float:
        started = time.process_time()
        with pytest.raises(TimeUp), time_limit(0.3):
            spin()
        return time.process_time() - started

    assert way(limited) >= 0.25


@WAYS
def test_a_loop_on_a_busy_machine_gets_as_much_processor_time_or_five_times_as_long(way):
    def limited() -> tuple[float, float]:
        spent = Spent()
        with pytest.raises(TimeUp), time_limit(0.5):
            spin()
        return spent.on_the_processor(), spent.on_the_clock()

    with busy_machine(2):
        processor, clock = way(limited)
    assert processor >= 0.3 or clock >= CLOCK_FACTOR * 0.5


@WAYS
def test_waiting_ends_on_the_clock_and_is_let_off_longer(way):
    def limited(nap: float) -> float:
        started = time.monotonic()
        with time_limit(0.2):
            for _ in range(round(nap / 0.01)):
                time.sleep(0.01)
        return time.monotonic() - started

    assert way(lambda: limited(0.3)) >= 0.3
    with pytest.raises(TimeUp):
        way(lambda: limited(60))


def test_a_limit_inside_a_limit_leaves_the_outer_one_as_it_was():
    handlers = [signal.getsignal(each) for each in (signal.SIGPROF, signal.SIGALRM)]
    with pytest.raises(TimeUp):
        with time_limit(0.4):
            with contextlib.suppress(TimeUp), time_limit(0.1):
                spin()
            spin()
    with pytest.raises(TimeUp):
        with time_limit(0.1):
            with time_limit(60):
                pass
            time.sleep(60)
    assert [signal.getsignal(each) for each in (signal.SIGPROF, signal.SIGALRM)] == handlers
    assert not any(signal.getitimer(t)[0] for t in (signal.ITIMER_PROF, signal.ITIMER_REAL))


def test_a_call_that_changes_the_handlers_does_not_outlive_its_limit_for_others():
    def disarms():
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, signal.SIG_IGN)

    assert LocalAnswer("f", disarms).call((), limit=1).trouble is None
    outcome = LocalAnswer("f", spin).call((), limit=0.2)
    assert outcome.trouble.kind == "timed out"


def test_time_that_is_left_counts_the_processor_of_what_is_limited():
    used = [0.0]
    allowance = Allowance(0.05, lambda: used[0])
    time.sleep(0.1)
    assert not allowance.is_up() and 0 < allowance.left() < 0.05
    used[0] = 10.0
    time.sleep(0.05)
    assert allowance.is_up() and allowance.left() == 0
    sleeps = Allowance(0.02, lambda: 0.0)
    time.sleep(0.02 * CLOCK_FACTOR)
    assert sleeps.is_up() and sleeps.left_on_the_clock() == 0


DISARMED = (
    "import signal\n"
    "signal.setitimer(signal.ITIMER_PROF, 0)\nsignal.setitimer(signal.ITIMER_REAL, 0)\n"
)


@pytest.mark.parametrize(
    "cell",
    [f"{DISARMED}while True: pass", f"{DISARMED}signal.pause()",
     f"{DISARMED}import os\nos.read(os.pipe()[0], 1)",
     f"{DISARMED}import os\nos.fork()\nwhile True: pass"],
    ids=["loops", "pauses", "reads", "loops in two processes"],
)  # fmt: skip
def test_who_switches_the_timers_off_is_stopped_from_outside(cell):
    limits = Limits(cell_seconds=0.5, submission_seconds=30)
    cells = [CodeCell("bad", cell), CodeCell("good", "print('here')")]
    with Session(cells, limits, True, Allowance(30)) as session:
        assert session.ran["bad"].status == "timed out"
        assert session.ran["good"].printed == "here\n"


def test_an_exercise_that_uses_its_share_up_costs_no_cell_of_others():
    """The player is started again for it; that must not count against the cells."""
    result = judged(
        solved(before=f"{SLOW}work(1.5)", add="import os\ndef add(a, b): os._exit(0)"),
        submission_seconds=12,
        cell_seconds=4,
    )
    assert earned(result) == {**marks(*EXERCISES), "add": 0}


BOMB = (
    "import os, threading, time\n"
    "def _end():\n    time.sleep(0.3)\n    os._exit(3)\n"
    "def add(a, b):\n    threading.Thread(target=_end, daemon=True).start()\n    return a + b"
)


def test_what_a_call_leaves_running_costs_no_other_exercise():
    found = earned(judged(solved(add=BOMB)))
    assert {name: found[name] for name in EXERCISES if name != "add"} == {
        name: POINTS[name] for name in EXERCISES if name != "add"
    }


def test_a_value_that_is_slow_to_read_costs_its_exercise_alone(monkeypatch):
    monkeypatch.setattr("autograder.judge.asking.GRADERS_SECONDS", 6)
    collides = (
        "import autograder.judge.wire.values as wire\n"
        "M, plain = (1 << 61) - 1, wire.encode_safely\n"
        "BIG = {'set': [{'int': hex(n * M)} for n in range(150_000)]}\n"
        "wire.encode_safely = lambda value: BIG if value == 'big' else plain(value)\n"
        "def add(a, b): return 'big'"
    )
    result = judged(solved(add=collides), submission_seconds=18)
    assert any("add was given up" in note for note in result.notes)
    found = earned(result)
    assert found == {**POINTS, "add": 0}


def test_work_in_a_property_is_limited_and_counted():
    assert earned(judged(solved(
        Box="class Box:\n    @property\n    def put(self):\n        while True: pass\n"
            "    def take(self): return None"))) == {**POINTS, "Box": 0}  # fmt: skip

    class Slow:
        def put(self, thing):
            return thing

        @property
        def take(self):
            for _ in range(100):
                pass
            return lambda: None

    steps = [("put", (1,)), ("take", ()), ("no", ())]
    put, take, missing = operate(Slow, (), steps, 5.0, True)
    assert put.steps < 5 < 100 < take.steps
    assert missing.trouble.text == "Slow has no method no."


@pytest.mark.parametrize("way", [copy.copy, copy.deepcopy])
def test_what_counts_can_not_be_copied(way):
    for arg in (Stream(range(3)), CHANCE):
        outcome = LocalAnswer("f", lambda given: way(given)).call((arg,), limit=5.0)
        assert outcome.trouble.kind == "raised" and "cop" in outcome.trouble.text


def test_signals_at_any_moment_let_no_limit_out_of_its_block():
    before = signal.signal(signal.SIGALRM, lambda *_: None)
    done = threading.Event()

    def pester():
        while not done.is_set():
            os.kill(os.getpid(), signal.SIGALRM)
            time.sleep(0)

    thread = threading.Thread(target=pester)
    thread.start()
    try:
        for _ in range(5_000):
            with contextlib.suppress(TimeUp), time_limit(0.0001, again=5):
                while True:
                    pass
            assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)
    finally:
        done.set()
        thread.join()
        signal.signal(signal.SIGALRM, before)
