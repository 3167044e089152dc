"""The oracles of lesson 409 against mpmath and NumPy, which its checks don't need."""

from __future__ import annotations

import importlib
import itertools
import math

import mpmath
import numpy as np
import pytest

CHECKS = importlib.import_module("autograder.lessons.4_engineering.409_numerical_stability.checks")
SIZES = [0.0, 1.0, -0.75, 3.0, 40.0, -40.0, 700.0, -800.0, 1000.0, 1e6]


@pytest.fixture(autouse=True)
def digits():
    """So many that 1 and exp(-1500) can be added."""
    with mpmath.workdps(800):
        yield


def is_right(got: float, want: mpmath.mpf) -> bool:
    """Equal to the last bit, or both below the smallest float."""
    return got == float(want)


def exponentials(xs):
    return [mpmath.exp(mpmath.mpf(x)) for x in xs]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_logsumexp_and_softmax(count):
    for xs in itertools.product(SIZES, repeat=count):
        total = mpmath.fsum(exponentials(xs))
        assert is_right(CHECKS.oracle_logsumexp(list(xs)), mpmath.log(total)), xs
        shares = [each / total for each in exponentials(xs)]
        assert all(map(is_right, CHECKS.oracle_softmax(list(xs), 1.0), shares)), xs


@pytest.mark.parametrize("temperature", [0.5, 2.0, 1e-3])
def test_softmax_with_a_temperature(temperature):
    for xs in itertools.product(SIZES, repeat=2):
        terms = exponentials([mpmath.mpf(x) / mpmath.mpf(temperature) for x in xs])
        shares = [each / mpmath.fsum(terms) for each in terms]
        assert all(map(is_right, CHECKS.oracle_softmax(list(xs), temperature), shares)), xs


def test_cross_entropy():
    for logits in itertools.product([0.0, 1.0, 40.0, -700.0, 800.0], repeat=3):
        total = mpmath.fsum(exponentials(logits))
        for label in range(3):
            loss, gradient = CHECKS.oracle_cross_entropy(list(logits), label)
            shares = [each / total for each in exponentials(logits)]
            others = mpmath.fsum(share for at, share in enumerate(shares) if at != label)
            shares[label] = -others
            assert is_right(loss, mpmath.log(total) - logits[label]), logits
            assert all(map(is_right, gradient, shares)), logits


@pytest.mark.parametrize("x", [1e-300, 1e-17, 1e-8, 0.1, math.log(2), 3.0, 40.0, 700.0, 745.0])
def test_log1mexp(x):
    assert is_right(CHECKS.oracle_log1mexp(x), mpmath.log(-mpmath.expm1(-mpmath.mpf(x))))


def test_float16():
    near_limits = [2.0**-25, 2.0**-24, 2.0**-14, 1.0, 2048.0, 65504.0, 65519.9, 65520.0, 1e6]
    for x in near_limits:
        for value in (x, math.nextafter(x, 0), math.nextafter(x, math.inf), -x):
            with np.errstate(over="ignore"):
                assert CHECKS.in_float16(value) == float(np.float16(value)), value
