"""Steps are counted of the answer alone."""

from __future__ import annotations

import gc

from autograder.limit import StepCounter


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
