"""The checks of lesson 112: what crosses to the sandbox, and what they say of a known forest."""

from __future__ import annotations

import importlib
import json
import math

import numpy as np
import pandas as pd
import pytest

from autograder.judge.wire import arguments
from autograder.lessons import load
from autograder.trying.local import LocalAnswer

# scikit-learn warns where each row has a label of its own.
pytestmark = pytest.mark.filterwarnings("ignore:The number of unique classes:UserWarning")

LESSON = load("112_random_forest")
MODULE = importlib.import_module("autograder.lessons.1_coding.112_random_forest.checks")


def crossed(*args):
    return arguments.decode_arguments(json.loads(json.dumps(arguments.encode_arguments(args))))


def test_a_generator_crosses_with_its_seed_and_can_spawn():
    (other,) = crossed(np.random.default_rng(2**80 + 3))
    own = np.random.default_rng(2**80 + 3)
    assert other.random(5).tolist() == own.random(5).tolist()
    assert other.spawn(1)[0].random() == own.spawn(1)[0].random()


def test_a_frame_crosses_with_its_index():
    frame = pd.DataFrame({"b": ["x", ""], "a": [True, False]}, index=[7, 7])
    (other,) = crossed(frame)
    pd.testing.assert_frame_equal(other, frame)


@pytest.mark.parametrize("array", [np.zeros((0, 3)), np.array(["a", "bc"]), np.array([True])])
def test_an_array_crosses_with_its_shape_and_type(array):
    (other,) = crossed(array)
    assert (other.shape, other.dtype) == (array.shape, array.dtype)
    assert other.tolist() == array.tolist()


def of_sklearn(name: str, **settings):
    """scikit-learn's class with the constructor of the lesson."""
    ensemble = pytest.importorskip("sklearn.ensemble")
    tree = pytest.importorskip("sklearn.tree")

    def make_tree(max_depth=None, min_samples_leaf=1, max_features=None, rng=None):
        return tree.DecisionTreeClassifier(
            max_depth=max_depth, min_samples_leaf=min_samples_leaf, max_features=max_features,
            random_state=0 if rng is None else int(rng.integers(2**31)), **settings,
        )  # fmt: skip

    def make_forest(n_trees, max_depth, min_samples_leaf, max_features, rng):
        return ensemble.RandomForestClassifier(
            n_trees, max_depth=max_depth, min_samples_leaf=min_samples_leaf,
            max_features=max_features, random_state=int(rng.integers(2**31)), **settings,
        )  # fmt: skip

    return LocalAnswer(name, make_tree if name == "DecisionTree" else make_forest)


@pytest.mark.parametrize("criterion", ["gini", "entropy"])
@pytest.mark.parametrize("group", LESSON["DecisionTree"].groups, ids=lambda group: group.name)
def test_scikit_learns_tree_passes(group, criterion):
    verdict = group.run(of_sklearn("DecisionTree", criterion=criterion), 3)
    assert verdict.state == "passed", (verdict.message, verdict.counterexample)


# Its out-of-bag score counts rows that were in every bag, so that group is not for it.
@pytest.mark.parametrize("group", LESSON["RandomForest"].groups[:3], ids=lambda group: group.name)
def test_scikit_learns_forest_passes(group):
    verdict = group.run(of_sklearn("RandomForest"), 3)
    assert verdict.state == "passed", (verdict.message, verdict.counterexample)


def test_scikit_learns_tree_with_other_leaves_fails():
    group = LESSON["DecisionTree"].groups[1]
    verdict = group.run(of_sklearn("DecisionTree", min_impurity_decrease=0.2), 3)
    assert verdict.state == "failed"


@pytest.mark.parametrize("name", ["DecisionTree", "RandomForest"])
def test_a_stub_is_not_written_yet(name):
    class Stub:
        def __init__(self, *args):
            pass

        def fit(self, X, y):
            raise NotImplementedError

    group = LESSON[name].groups[0]
    assert group.run(LocalAnswer(name, Stub)).state == "not written"


def test_the_law_of_different_rows_in_a_bag():
    law = MODULE.distinct_in_bag(3)
    assert law == pytest.approx([0, 3 / 27, 18 / 27, 6 / 27])
    mean = sum(count * chance for count, chance in enumerate(MODULE.distinct_in_bag(50)))
    assert mean == pytest.approx(50 * (1 - (1 - 1 / 50) ** 50))


def test_totals_in_the_tails_are_unlikely():
    law = [MODULE.total_is_likely(total, 200, 5, 1e-6) for total in range(200, 1001)]
    likely = [total for total, is_likely in zip(range(200, 1001), law) if is_likely]
    mean = 200 * 5 * (1 - 0.8**5)
    assert likely == list(range(likely[0], likely[-1] + 1))
    assert likely[0] < mean < likely[-1]
    assert not any(low <= 600 or low >= 800 for low in likely)
    assert math.isclose(mean - likely[0], likely[-1] - mean, rel_tol=0.2)
