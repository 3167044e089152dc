"""Arrays, data frames and NumPy generators as arguments: in this process and over the wire."""

from __future__ import annotations

import json
import subprocess
import sys

import numpy as np
import pandas as pd
import pytest
from hypothesis import strategies as st

from autograder.core.arguments import Array, Frame, Generator
from autograder.groups import Group, case
from autograder.judge.wire import arguments, outcomes
from autograder.trying.local import LocalAnswer

ARGS = (Array([[1.0, 2.0], [3.0, 4.0]]), Frame({"b": [1, 2], "a": ["x", ""]}, index=(7, 7)))


def crossed(args: tuple) -> tuple:
    return arguments.decode_arguments(json.loads(json.dumps(arguments.encode_arguments(args))))


def called(function, *args):
    return LocalAnswer("f", function).call(args, limit=5)


def called_over_there(function, *args):
    """As the judge does: arguments cross, the player calls, the outcome crosses back."""
    there = crossed(args)
    outcome = LocalAnswer("f", function).call(there, limit=5)
    tree = json.loads(json.dumps(outcomes.encode_outcome(outcome, there)))
    return outcomes.decode_outcome(tree, args)


@pytest.mark.parametrize("call", [called, called_over_there])
def test_an_answer_sees_arrays_and_frames(call):
    def kinds(x, table):
        assert x.shape == (2, 2) and x.dtype == float
        assert list(table.index) == [7, 7] and list(table.columns) == ["b", "a"]
        return [type(x).__name__, type(table).__name__]

    outcome = call(kinds, *ARGS)
    assert outcome.trouble is None
    assert outcome.value == ["ndarray", "DataFrame"]


@pytest.mark.parametrize("call", [called, called_over_there])
def test_a_generator_starts_anew_for_each_call(call):
    def draw(rng):
        return rng.integers(10**6, size=3)

    want = np.random.default_rng(7).integers(10**6, size=3).tolist()
    assert call(draw, Generator(7)).value == call(draw, Generator(7)).value == want


def test_the_seed_of_a_run_is_not_in_the_generator():
    one = Generator.of(12, 0)
    assert one == Generator.of(12, 0) != Generator.of(12, 1)
    assert "12" not in str(one.seed) or one.seed != 12


def change_array(x, table):
    x[0, 0] = 9


def change_cell(x, table):
    table.loc[7, "a"] = "y"


def add_column(x, table):
    table["c"] = 0


def move_column(x, table):
    column = table.pop("b")
    table["b"] = column


GROUP = Group("left alone", cases=[case(*ARGS, gives=None)])


@pytest.mark.parametrize("change", [change_array, change_cell, add_column, move_column])
@pytest.mark.parametrize("call", [called, called_over_there])
def test_an_argument_that_was_changed_is_told(change, call):
    class Answer(LocalAnswer):
        def call(self, args, **options):
            return call(change, *args)

    verdict = GROUP.run(Answer("f", change))
    assert verdict.message == "Modified its argument."
    assert verdict.counterexample["call"] == (
        "f(np.array([[1.0, 2.0], [3.0, 4.0]]), "
        "pd.DataFrame({'b': [1, 2], 'a': ['x', '']}, index=[7, 7]))"
    )
    assert GROUP.run(Answer("f", change)).state == "failed"  # and the next one gets a new one


@pytest.mark.parametrize("call", [called, called_over_there])
def test_an_argument_that_was_left_alone_is_not_told(call):
    class Answer(LocalAnswer):
        def call(self, args, **options):
            return call(lambda x, table: None, *args)

    assert GROUP.run(Answer("f", len)).state == "passed"


def test_they_are_shown_as_a_learner_would_write_them():
    names = {"np": np, "pd": pd}
    np.testing.assert_array_equal(eval(repr(ARGS[0]), names), ARGS[0].build())
    pd.testing.assert_frame_equal(eval(repr(ARGS[1]), names), ARGS[1].build())
    assert repr(Array(np.arange(3))) == "np.array([0, 1, 2])"
    assert repr(Array([np.float64(0.5)])) == "np.array([0.5])"
    assert repr(Generator(7)) == "np.random.default_rng(7)"
    assert eval(repr(Generator(7)), names).random() == Generator(7).build().random()


def test_an_oracle_gets_what_the_answer_gets():
    group = Group("mean", cases=[(ARGS[0],)], oracle=lambda x: x.mean())
    assert group.run(LocalAnswer("f", np.mean)).state == "passed"


def test_a_failing_array_is_shrunk_to_the_smallest():
    def inputs():
        rows = st.lists(st.integers(-50, 50), min_size=1, max_size=9)
        return st.tuples(rows.map(Array))

    group = Group("largest", inputs=inputs, oracle=lambda x: x.max())
    verdict = group.run(LocalAnswer("f", lambda x: x[:3].max()))
    assert verdict.counterexample["call"] == "f(np.array([0, 0, 0, 1]))"


def test_contracts_can_be_read_without_numpy():
    code = (
        "import sys\nfrom autograder.groups import Array, Frame, Generator, Group, case\n"
        "Group('a', cases=[case(Array([1]), Frame({'a': [1]}), Generator(3), gives=1)])\n"
        "print({'numpy', 'pandas'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.strip() == "set()", done.stderr
