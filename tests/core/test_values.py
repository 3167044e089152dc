"""Values are compared as values, and no object of the learner's has a say in it."""

from __future__ import annotations

import datetime
import math
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.core.values import Opaque, plain, same, show


class EqualsEverything:
    def __eq__(self, other):
        return True

    __hash__ = None


class Text(str):
    def __eq__(self, other):
        return True

    __hash__ = str.__hash__


@pytest.mark.parametrize(
    ("got", "want"),
    [
        (True, True),
        (1, True),
        (np.bool_(False), False),
        (np.int64(3), 3),
        (3.0, 3),
        (Decimal("1.50"), 1.5),
        (Fraction(1, 2), 0.5),
        (float("nan"), math.nan),
        (0.1 + 0.2, 0.3),
        ((1, 2), [1, 2]),
        (np.array([1, 2]), [1, 2]),
        (pd.Series([1, 2]), [1, 2]),
        ({"a": np.float64(1)}, {"a": 1}),
        (datetime.datetime(2020, 1, 1), datetime.date(2020, 1, 1)),
        (pd.Timestamp("2020-01-01"), datetime.date(2020, 1, 1)),
        (range(3), [0, 1, 2]),
    ],
)
def test_equal_values_of_other_types_are_the_same(got, want):
    assert same(plain(got), plain(want))


@pytest.mark.parametrize(
    ("got", "want"),
    [
        (None, False),
        ("1", 1),
        (EqualsEverything(), 1),
        ([EqualsEverything()], [1]),
        (Text("b"), "a"),
        ([1, 2, 3], [1, 2]),
        (0.3001, 0.3),
        (2**70 + 1, 2**70),
        ({"a": 1}, {"a": 1, "b": 2}),
        ("ab", ["a", "b"]),
        (object(), object()),
        (math.nan, 0.0),
    ],
)
def test_other_values_are_not(got, want):
    assert not same(plain(got), plain(want))


def test_a_value_with_no_plain_form_is_opaque():
    assert isinstance(plain(EqualsEverything()), Opaque)
    assert not same(plain(EqualsEverything()), plain(EqualsEverything()))


def test_a_list_that_holds_itself_ends():
    loop: list = []
    loop.append(loop)
    assert "too deep" in show(plain(loop), 10**6) or "deeply" in show(plain(loop), 10**6)


@given(st.recursive(st.none() | st.integers() | st.text() | st.floats(), st.lists))
def test_every_plain_value_is_the_same_as_itself(value):
    assert same(plain(value), plain(value))


def test_long_values_are_shown_with_their_middle_left_out():
    text = show("a" * 1000, 50)
    assert len(text) <= 50
    assert " ... " in text
