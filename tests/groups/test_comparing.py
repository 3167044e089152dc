"""How values are compared."""

from __future__ import annotations

import functools
import math
from decimal import Decimal
from fractions import Fraction

import pytest

from autograder.core.values import plain
from autograder.groups import any_of, exactly, item_by_item, linked, show_linked, unordered, within


@pytest.mark.parametrize(
    ("got", "want", "equal"),
    [
        ([1, 2, 2], [2, 1, 2], True),
        ([1, 2], [1, 2, 2], False),
        ([1, 1, 2], [1, 2, 2], False),
        ((1, 2), [2, 1], True),
        ([[1], {}, None], [None, [1], {}], True),
        ([0.1 + 0.2, 1], [1, 0.3], True),
        ([math.nan, 1], [1, math.nan], True),
        ("ab", ["a", "b"], False),
        (None, [], False),
        ([[1, 2]], [[2, 1]], False),
    ],
)
def test_unordered(got, want, equal):
    assert unordered(got, want) is equal


def test_unordered_inside_as_well():
    deep = functools.partial(unordered, item=unordered)
    assert deep([[1, 2], [3]], [[3], [2, 1]])
    assert not deep([[1, 2], [3]], [[3], [2, 2]])


@pytest.mark.parametrize(
    ("got", "want", "equal"),
    [
        (1, 1, True), (1, 1.0, False), (True, 1, False), ([1], [1], True), ([1], (1,), False),
        ([1.0], [1], False), ({"a": 1}, {"a": 1}, True), ({"a": 1}, {"a": True}, False),
        (math.nan, math.nan, True), (-0.0, 0.0, False), (Fraction(1), 1, False),
    ],
)  # fmt: skip
def test_exactly_tells_types_apart(got, want, equal):
    assert exactly(got, want) is equal


@pytest.mark.parametrize(
    ("got", "want", "equal"),
    [
        (1.09, 1, True), (1.11, 1, False), (0.9, 1, True), (Decimal("1.05"), Fraction(1), True),
        (True, 1, False), ("1", 1, False), ([1.05, 2], [1, 2], True), ([1], [1, 2], False),
        ({"a": 1.05}, {"a": 1}, True), ({"b": 1}, {"a": 1}, False), (math.nan, 1, False),
        (math.inf, math.inf, True), (math.nan, math.nan, True), (None, None, True),
        (10**400, 10**400 + 1, True),
    ],
)  # fmt: skip
def test_within_a_tenth(got, want, equal):
    assert within(rel=0.1)(got, want) is equal


def test_within_nothing_is_equal_to_the_last_bit():
    assert within()(0.5, Fraction(1, 2))
    assert not within()(0.1 + 0.2, 0.3)
    assert within(abs=1e-9)(0.1 + 0.2, 0.3)
    assert not within(abs=1e-9)(1e-8, 0)


def test_any_of_and_item_by_item():
    options = plain({"a", "b"})
    assert any_of("a", options) and any_of(1.0, 1) and not any_of("c", options)
    sets = item_by_item(unordered)
    assert sets([[1, 2], []], [[2, 1], []]) and not sets([[1]], [[1], []]) and not sets(3, [])


GIVEN = {"values": [1, 2], "nodes": [0, 1], "end": None}


@pytest.mark.parametrize(
    ("got", "said"),
    [
        (GIVEN, None),
        (None, "wrong list"),
        (3, "return a node"),
        ({**GIVEN, "values": [1, 2.0]}, "wrong list"),
        ({**GIVEN, "end": "a node met before"}, "has a cycle"),
        ({**GIVEN, "end": "int"}, "not int"),
        ({**GIVEN, "nodes": [None, 1]}, "Some nodes are new"),
        ({**GIVEN, "nodes": [1, 0]}, "Values have moved"),
    ],
)
def test_linked_lists(got, said):
    found = linked(got, GIVEN)
    assert found is None if said is None else said in found
    assert linked({**GIVEN, "nodes": [None, None]}, {**GIVEN, "nodes": ...}) is None
    assert show_linked(GIVEN) == "[1, 2], nodes [0, 1]"
