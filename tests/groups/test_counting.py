"""Steps are counted of the answer alone."""

from __future__ import annotations

import gc
import subprocess
import sys

import pytest

from autograder.core.limit import StepCounter


def cells(n: int) -> list:
    linked: list = []
    for _ in range(n):
        linked = [linked]
    return linked


def steps_of(n: int) -> int:
    with StepCounter() as counter:
        cells(n)
    return counter.steps


def test_a_callback_of_the_garbage_collector_is_not_counted():
    expected = steps_of(200)
    ran = []

    def callback(phase, info):
        for _ in range(100):
            ran.append(phase)

    thresholds = gc.get_threshold()
    gc.callbacks.append(callback)
    gc.set_threshold(10)
    try:
        assert steps_of(200) == expected
        assert gc.isenabled()
        cells(200)
        assert ran  # the collector was at work, but for the count
    finally:
        gc.set_threshold(*thresholds)
        gc.callbacks.remove(callback)


def test_a_collector_that_was_off_stays_off():
    gc.disable()
    try:
        steps_of(5)
        assert not gc.isenabled()
    finally:
        gc.enable()


IN_A_THREAD = """
import threading, time
from autograder.core.limit import StepCounter, TimeUp, time_limit

def limited():
    try:
        with time_limit(0.05, again=0.02):
            {block}
    except TimeUp:
        pass

thread = threading.Thread(target=limited)
thread.start()
thread.join()
def ten():
    for _ in range(10):
        pass

with StepCounter() as counter:
    ten()
print(counter.steps > 9)
"""


@pytest.mark.parametrize(
    "block",
    [
        "time.sleep(0.01)",
        "while True: pass",
        "time.sleep(0.5)",
        "end = time.time() + 0.5\n            while time.time() < end:\n"
        "                try: time.sleep(0.01)\n                except BaseException: pass",
    ],
    ids=["in time", "stopped", "stopped at its end", "goes on"],
)
def test_a_limit_in_a_thread_does_not_disturb_the_count(block):
    done = subprocess.run(
        [sys.executable, "-c", IN_A_THREAD.format(block=block)],
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("True\n", "")
