"""What crosses between grader and sandbox: values come back the same, forgeries are refused."""

from __future__ import annotations

import datetime
import json
import math
import socket
import struct
import threading
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.core import arguments as core_arguments
from autograder.core.arguments import BUILT, CHANCE, Chain, Counted, Grid, Stream
from autograder.core.outcomes import Law, Outcome, Trouble
from autograder.core.values import Opaque, plain
from autograder.judge.wire import arguments, messages, outcomes
from autograder.judge.wire import values as wire


def crosses(number: Decimal) -> bool:
    """Whether a decimal number is small enough for the wire, which refuses others."""
    return not number.is_finite() or abs(number.adjusted()) <= wire.LARGEST_EXPONENT


hashable = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**200), 2**200)
    | st.text()
    | st.binary()
    | st.floats(allow_nan=False)
    | st.fractions()
    | st.dates()
    | st.datetimes()
    | st.times()
    | st.timedeltas()
    | st.decimals(allow_nan=False).filter(crosses)
    | st.complex_numbers(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3).map(tuple) | st.frozensets(inner, max_size=3),
    max_leaves=8,
)
values = st.recursive(
    hashable,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(hashable, inner),
    max_leaves=20,
)


def through_json(tree):
    return json.loads(json.dumps(tree))


def crossed(outcome: Outcome, args: tuple = ()) -> Outcome:
    return outcomes.decode_outcome(through_json(outcomes.encode_outcome(outcome, args)), args)


@settings(max_examples=300, deadline=None)
@given(values)
def test_plain_values_come_back_with_their_types(value):
    back = wire.decode(through_json(wire.encode(value)))
    assert back == value
    assert plain(back) == plain(value)
    assert repr(type(back)) == repr(type(value))


@pytest.mark.parametrize(
    "value",
    [
        math.inf,
        -math.inf,
        range(3, 30, 2),
        2**53,
        -(2**4000),
        Opaque("thing", "<it>"),
        {"a": [{1: (2, frozenset({3}))}]},
        [True, 1, 1.0],
    ],
    ids=lambda value: type(value).__name__,
)
def test_corners_come_back(value):
    back = wire.decode(through_json(wire.encode(value)))
    assert back == value and str(back) == str(value)


def test_not_a_number_comes_back():
    assert math.isnan(wire.decode(through_json(wire.encode(math.nan))))


@pytest.mark.parametrize(
    "value",
    [
        10**5_000,
        range(10**9),
        range(10**30),
        Decimal("1e999999"),
        Decimal("1e-999999"),
        Fraction(10**5_000, 3),
        object(),
        lambda: 0,
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_could_slow_the_grader_crosses_as_opaque(value):
    assert isinstance(crossed(Outcome(value=value)).value, Opaque)


def nested(tag: str, depth: int):
    tree = 0
    for _ in range(depth):
        tree = [tree] if tag == "list" else {tag: [tree]}
    return tree


@pytest.mark.parametrize("tag", ["list", "tuple", "set"])
def test_nesting_is_taken_as_deep_as_plain_values_go_and_no_deeper(tag):
    assert wire.decode(nested(tag, 200))
    with pytest.raises(wire.WireError):
        wire.decode(nested(tag, 400))


@pytest.mark.parametrize(
    "tree",
    [
        {"unknown": 1}, {"int": 5}, {"int": "0x" + "f" * 10_000}, {"float": "1"}, {"set": [[1]]},
        {"dict": [[[1], 2]]}, {"dict": [[1]]}, {"tuple": 3}, {"bytes": "é"}, {"Decimal": "x"},
        {"Decimal": "1e999999999"}, {"Fraction": ["0x1", "0x0"]}, {"Fraction": "1/3"},
        {"range": [0, 10, 1]}, {"range": ["0x0", "0xffffffffff", "0x1"]}, {"complex": ["a", "b"]},
        {"datetime": "yesterday"}, {"timedelta": [10**30, 0, 0]}, {"opaque": ["a"]},
        {"opaque": ["a" * 999, ""]}, {"a": 1, "b": 2}, {},
        # Arguments are made by the player alone.
        {"chance": None}, {"Stream": [[1], False, False]}, {"ndarray": [[1], "<f8", [1.0]]},
    ],
)  # fmt: skip
def test_forged_values_are_refused(tree):
    with pytest.raises(wire.WireError):
        wire.decode(tree)


@pytest.mark.parametrize(
    "tree",
    [
        None, [], "a", 3, {"a": 1}, [1, None], [1, None, 3], [1, None, [], [0] * 7],
        [1, None, {}], [1, 2, None],
        [1, ["raised", "text", [], ""], [], None], [1, ["no such kind", "", ["E"], ""], [], None],
        [1, None, [], [-1] * 6], [1, None, [], ["1"] * 6], [1, None, [], [1e9] * 6],
        [1, None, [], [False] * 6], [1, None, [], [[]] * 6], [1, None, [], [2**53] * 6],
    ],
)  # fmt: skip
def test_forged_outcomes_are_refused(tree):
    with pytest.raises((wire.WireError, TypeError)):
        outcomes.decode_outcome(tree, ())


@pytest.mark.parametrize("chance", [2, -1, 0.5, "1e999999999", {"Decimal": "0.5"}, None])
def test_forged_chances_are_refused(chance):
    with pytest.raises(wire.WireError):
        outcomes.decode_law([[["a", chance]], 0, None, False])


def test_every_field_of_an_outcome_crosses():
    sample = {name: number for number, name in enumerate(Outcome._fields, 1)}
    sample |= {
        "trouble": Trouble("raised", "no", ("KeyError", "Exception"), "line 3"),
        "after": (1, [2]),
    }
    outcome = Outcome(**sample)
    assert crossed(outcome, (1, [2])) == outcome


@pytest.mark.parametrize(
    "arg",
    [
        1,
        "a",
        None,
        0.5,
        [1, 2],
        [[1], [2, "b"]],
        ((1,), [True]),
        {"a": [1]},
        [math.nan],
        [(Fraction(1, 3), 2)],
        [datetime.date(2020, 1, 2)],
        Stream([1]),
        CHANCE,
        np.array([1.5, 2.0]),
        pd.DataFrame({"a": [1, 2]}),
    ],
    ids=lambda arg: type(arg).__name__,
)
def test_an_argument_left_as_it_was_crosses_as_itself(arg):
    after = None if arguments.is_special(arg) else plain(arg)
    assert outcomes.encode_outcome(Outcome(3, after=(after,)), (arg,)) == [3]
    assert crossed(Outcome(3, after=(after,)), (arg,)).after[0] is arg


@pytest.mark.parametrize(
    ("arg", "after"),
    [
        (1, 2), (1, True), (1, 1.0), ([1, 2], [1, True]), ([1, 2], [1]), ([], [1]), ([1], (1,)),
        ([[1], [2]], [[1], [2.0]]), ([[1], [2]], [[1]]), ({"a": 1}, {"a": 1.0}), ({1: 2}, {}),
        ([Fraction(1, 3)], [0.5]),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}), (np.array([1, 2]), [1, 3]), (np.array([1]), [1.0]),
        (pd.DataFrame({"a": [1]}), {"a": [2]}), (pd.DataFrame({"a": [1], "b": [2]}), {"a": [1]}),
    ],
)  # fmt: skip
def test_an_argument_that_was_changed_crosses_as_it_is(arg, after):
    [back] = crossed(Outcome(3, after=(after,)), (arg,)).after
    assert back == after
    assert repr(back) == repr(after)


def test_an_argument_of_which_it_is_hard_to_say_crosses_in_full():
    [back] = crossed(Outcome(after=(plain({1, 2}),)), ({1, 2},)).after
    assert back == {1, 2} and type(back) is frozenset


def test_a_call_that_failed_says_how_it_left_its_arguments():
    failed = Outcome(trouble=Trouble("raised", "no", ("KeyError",)), after=([1],))
    assert outcomes.encode_outcome(failed, ([1],))[2] == [[1]]


def test_a_law_crosses():
    law = Law({(1, "a"): Fraction(1, 3)}, Fraction(2, 3), None, True)
    assert outcomes.decode_law(through_json(outcomes.encode_law(law))) == law


def test_every_kind_of_argument_crosses():
    args = (
        1, [2], {3}, frozenset({4}), CHANCE, Stream([1, 2], True, True), Grid(2, 3),
        Counted([3, 1]), Chain([1, 2]),
    )  # fmt: skip
    back = arguments.decode_arguments(through_json(arguments.encode_arguments(args)))
    assert back == args
    assert list(map(type, back)) == list(map(type, args))
    # What is built of NumPy's and pandas's classes crosses as such: see test_library_arguments.
    kinds = {type(arg) for arg in args} | set(BUILT)
    promised = {
        kind
        for kind in vars(core_arguments).values()
        if isinstance(kind, type) and "An argument that the answer sees" in (kind.__doc__ or "")
    }
    assert promised and promised <= kinds


def test_arrays_and_frames_cross_as_arguments():
    array = np.arange(6, dtype="int16").reshape(2, 3)
    frame = pd.DataFrame(
        {
            "a": [1, 2],
            "b": ["x", None],
            "c": [0.5, math.nan],
            "d": [True, False],
            "f": np.array([0.1, math.nan], dtype="float32"),
            "t": pd.to_datetime(["2020-01-01", None]),
            "e": pd.array([1, None], dtype="Int64"),
        }
    )
    back_array, back_frame, back_series = arguments.decode_arguments(
        through_json(arguments.encode_arguments((array, frame, frame["a"])))
    )
    np.testing.assert_array_equal(back_array, array)
    assert back_array.dtype == array.dtype
    pd.testing.assert_frame_equal(back_frame, frame)
    pd.testing.assert_series_equal(back_series, frame["a"])


@pytest.fixture
def ends():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours, theirs


def frame_of(body: bytes) -> bytes:
    return struct.pack("!I", len(body)) + body


def send_all(connection: socket.socket, content: bytes) -> threading.Thread:
    def run() -> None:
        try:
            connection.sendall(content)
        except OSError:
            pass  # the other side has hung up

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    return thread


def test_messages_cross_in_any_pieces(ends):
    ours, theirs = ends
    message = {"a": "é" * 100_000}
    sender = threading.Thread(target=messages.send, args=(theirs, message))
    sender.start()
    assert messages.receive(ours, 10) == message
    sender.join()


@pytest.mark.parametrize(
    "content",
    [
        struct.pack("!I", 2**32 - 1),
        frame_of(b"not json"),
        frame_of(b"[" * 100_000),
        frame_of(b'{"a":' * 100_000),
        frame_of(b"\xff\xfe"),
        frame_of(b"9" * 5_000),
        frame_of(b"[" + b"0," * 1_200_000 + b"0]"),
    ],
    ids=["length", "text", "lists", "objects", "bytes", "number", "items"],
)
def test_huge_deep_and_broken_replies_are_refused(ends, content):
    ours, theirs = ends
    send_all(theirs, content)
    with pytest.raises(wire.WireError):
        messages.receive(ours, 10)


def test_a_trickle_of_bytes_ends_in_time_and_is_watched(ends):
    ours, theirs = ends
    watched = []
    theirs.sendall(struct.pack("!I", 100))
    with pytest.raises(messages.TooLate):
        messages.receive(ours, 0.3, lambda: watched.append(1))
    assert watched


def test_a_side_that_has_gone_is_noticed(ends):
    ours, theirs = ends
    theirs.close()
    with pytest.raises(messages.Closed):
        messages.receive(ours, 10)
    with pytest.raises(messages.Closed):
        messages.send(ours, {})


def test_a_side_that_does_not_read_is_not_waited_for(ends):
    ours, _ = ends
    with pytest.raises(messages.TooLate):
        messages.send(ours, {"a": "x" * 5_000_000}, seconds=0.2)


def test_a_set_whose_items_all_have_one_hash_can_be_stopped():
    from autograder.core.limit import TimeUp, time_limit

    same_hash = [{"int": hex(i * (2**61 - 1))} for i in range(60_000)]
    with pytest.raises(TimeUp), time_limit(0.3):
        wire.decode({"set": same_hash})


def test_dates_of_all_kinds_are_exact_types():
    stamp = pd.Timestamp("2020-02-03")
    back = wire.decode(through_json(wire.encode(plain(stamp))))
    assert type(back) is datetime.datetime
