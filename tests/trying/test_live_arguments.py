"""Arguments that the answer's side builds, and the memory that is measured there."""

from __future__ import annotations

import copy
import json
import pickle

import pytest

from autograder.core.arguments import Counted, Grid
from autograder.core.outcomes import Outcome
from autograder.groups.memory import Memory
from autograder.judge.wire import arguments, outcomes
from autograder.judge.wire import values as wire
from autograder.trying.local import LocalAnswer


def called(function, *args, count=False) -> Outcome:
    return LocalAnswer("f", function).call(args, limit=5, count=count)


def swap(matrix):
    matrix[0][0], matrix[1][1] = matrix[1][1], matrix[0][0]


def swap_rows(matrix):
    matrix.reverse()


def make_new_rows(matrix):
    matrix[:] = [list(row) for row in matrix]


def rebind(matrix):
    matrix = [list(row) for row in matrix]
    matrix.reverse()


def put_in_another_object(matrix):
    matrix[0][0] = object()


def lose_a_row(matrix):
    matrix[0] = (1, 2)


@pytest.mark.parametrize(
    ("function", "rows", "cells"),
    [
        (swap, [0, 1], [[3, 1], [2, 0]]),
        (swap_rows, [1, 0], [[2, 3], [0, 1]]),
        (make_new_rows, [None, None], [[0, 1], [2, 3]]),
        (rebind, [0, 1], [[0, 1], [2, 3]]),
        (put_in_another_object, [0, 1], [[None, 1], [2, 3]]),
        (lose_a_row, [None, 1], [[], [2, 3]]),
        (list.clear, [], []),
    ],
)
def test_a_grid_says_where_its_rows_and_cells_are(function, rows, cells):
    assert called(function, Grid(2, 2)).after == ({"rows": rows, "cells": cells},)


def test_cells_kept_from_an_earlier_call_are_not_this_grids():
    kept: list = []

    def hand_back(matrix):
        kept.append(matrix[0])
        matrix[0] = kept[0]

    assert called(hand_back, Grid(1, 2)).after[0]["rows"] == [0]
    assert called(hand_back, Grid(1, 2)).after == ({"rows": [None], "cells": [[None, None]]},)


@pytest.mark.parametrize(
    "use",
    [
        lambda cell, other: cell == other,
        lambda cell, other: cell != other,
        lambda cell, other: cell < other,
        lambda cell, other: sorted([cell, other]),
        lambda cell, other: bool(cell),
        lambda cell, other: {cell},
        lambda cell, other: cell ^ other,
        lambda cell, other: cell + 0,
        lambda cell, other: int(cell),
        lambda cell, other: copy.copy(cell),
        lambda cell, other: copy.deepcopy([cell]),
        lambda cell, other: pickle.dumps(cell),
    ],
)
def test_a_cell_can_only_be_moved(use):
    outcome = called(lambda matrix: use(matrix[0][0], matrix[0][1]), Grid(1, 2))
    assert outcome.trouble is not None
    assert "TypeError" in outcome.trouble.bases


def test_a_grid_is_made_of_plain_lists():
    types = called(lambda m: [type(m).__name__, type(m[0]).__name__], Grid(1, 1)).value
    assert types == ["list", "list"]


@pytest.mark.parametrize(
    ("rows", "columns", "text"),
    [(0, 0, "[]"), (1, 1, "[[c0]]"), (2, 3, "[[c0, c1, c2], [c3, c4, c5]]")],
)
def test_a_grid_is_shown_as_the_list_it_becomes(rows, columns, text):
    assert repr(Grid(rows, columns)) == text


def steps(function, size: int) -> int:
    return called(function, Counted(range(size)), count=True).steps


@pytest.mark.parametrize(
    "function", [lambda nums: -1 in nums, max, sorted, set, lambda nums: nums.count(7)]
)
def test_comparisons_inside_c_code_are_steps(function):
    small, large = steps(function, 100), steps(function, 200)
    assert small >= 99
    assert large - small >= 99


def test_counted_items_are_ints_that_come_back_plain():
    outcome = called(lambda nums: [nums[0] ^ nums[1], nums[1]], Counted([5, 3]))
    assert outcome.value == [6, 3]
    assert [type(each) for each in outcome.value] == [int, int]
    assert outcome.after == ([5, 3],)


@pytest.mark.parametrize("argument", [Grid(2, 3), Grid(0, 0), Counted([3, 1, 2]), Counted([])])
def test_they_cross_the_wire_to_the_answer(argument):
    text = json.dumps(arguments.encode_arguments((argument, 1)))
    assert arguments.decode_arguments(json.loads(text)) == (argument, 1)


@pytest.mark.parametrize("argument", [Grid(2, 2), Counted([1])])
def test_they_do_not_come_back(argument):
    with pytest.raises(wire.WireError):
        wire.decode(arguments.encode_arguments((argument,))[0])


def test_what_was_measured_comes_back():
    measured = Outcome(steps=3, peak=4_096)
    sent = json.dumps(outcomes.encode_outcome(measured, ()))
    assert outcomes.decode_outcome(json.loads(sent), ()) == measured


def constant(nums):
    total = 0
    for each in nums:
        total ^= each
    return total


def a_bit_an_item(nums):
    seen = bytearray(len(nums) // 8 + 1)
    for each in nums:
        seen[each // 8] |= 1 << each % 8
    return seen[0]


def a_set(nums):
    return len(set(nums))


def imports_on_first_use(nums):
    import colorsys  # noqa: F401

    return constant(nums)


def memory() -> Memory:
    return Memory("memory", args=lambda n: (list(range(n)),), sizes=(1_000, 32_000), exponent=0.1)


@pytest.mark.parametrize(
    ("function", "state"),
    [
        (constant, "passed"),
        (imports_on_first_use, "passed"),
        (a_bit_an_item, "failed"),
        (a_set, "failed"),
    ],
)
def test_memory_that_grows_is_found(function, state):
    verdict = memory().run(LocalAnswer("f", function))
    assert verdict.state == state, verdict


@pytest.mark.parametrize(("noisy_calls", "state"), [(1, "passed"), (100, "failed")])
def test_memory_that_is_needed_once_is_not_the_answers(noisy_calls, state):
    calls = iter(range(100))

    def answer(nums):
        if 3 <= next(calls) + 1 < 3 + noisy_calls and len(nums) > 1_000:
            bytearray(50_000)
        return constant(nums)

    assert memory().run(LocalAnswer("f", answer)).state == state


def test_memory_that_is_freed_in_between_counts_once():
    def again_and_again(nums):
        for _ in range(20):
            bytearray(10_000)

    assert 10_000 <= called(again_and_again, [], count=True).peak < 20_000


def test_memory_is_measured_only_where_steps_are_counted():
    assert called(len, [1, 2]).peak is None


def test_an_answer_that_ends_the_measuring_is_not_passed():
    def cheat(nums):
        import tracemalloc

        tracemalloc.stop()
        return len(set(nums))

    verdict = memory().run(LocalAnswer("f", cheat))
    assert verdict.state == "failed"
    assert "measure" in verdict.message


def test_a_stub_is_not_written_yet():
    def stub(nums):
        raise NotImplementedError

    assert memory().run(LocalAnswer("f", stub)).state == "not written"
