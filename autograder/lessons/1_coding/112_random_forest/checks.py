"""Checks of lesson 112: a toy forest that looks rows up, and a real one that learns.

NumPy is imported where it is needed, so that the module itself does without.
"""

from __future__ import annotations

import functools
import math
import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from autograder.groups import (
    Array,
    Exercise,
    Expect,
    Failure,
    Frame,
    Frequencies,
    Generator,
    Group,
    Growth,
    Large,
    OnlySource,
    Operations,
    Outcome,
    Scene,
    Step,
    Together,
    Trials,
    any_of,
    attribute,
    case,
    is_plausible,
    nudge_on,
    same,
    show,
    show_scene,
    within,
)

SKLEARN = (
    "sklearn", "sklearn.tree", "sklearn.ensemble", "DecisionTreeClassifier", "ExtraTreeClassifier",
    "RandomForestClassifier", "ExtraTreesClassifier", "BaggingClassifier", "lightgbm", "xgboost",
)  # fmt: skip
TINY = 1e-9


# ---- the toy forest


def most_frequent(data: Any, new_point: Mapping[str, Any]) -> Any:
    """What the toy forest should give, a set where several labels are equally frequent."""
    columns = {name: data[name].tolist() for name in data.columns}
    [label] = [name for name in columns if name not in new_point]
    counts = Counter(
        found
        for row, found in enumerate(columns[label])
        if all(columns[name][row] == value for name, value in new_point.items())
    )
    best = [each for each, count in counts.items() if count == max(counts.values())]
    return frozenset(best) if len(best) > 1 else best[0] if best else None


def toy_tables(with_odd_parts: bool) -> Callable[[], Any]:
    """Strategies of a data frame and a new point, whose values mostly occur in the frame.

    With odd parts: the label is anywhere, and rows have other names than 0, 1, 2, ... Sometimes no
    row matches.
    """

    def inputs():
        from hypothesis import strategies as st

        kinds = [(0, 1), ("no", "yes"), (False, True), (3, 7, 20)]
        labels = [("A", "B"), (0, 1), ("", "x", "y"), (False, True), (-1, 0, 5)]

        @st.composite
        def tables(draw):
            names = draw(st.permutations(["a", "b", "c", "y"]))[: draw(st.integers(2, 4))]
            at = draw(st.integers(0, len(names) - 1)) if with_odd_parts else len(names) - 1
            some = [
                st.sampled_from(draw(st.sampled_from(labels if place == at else kinds)))
                for place in range(len(names))
            ]
            # Drawn row by row, so that a failing table shrinks to few rows.
            rows = draw(st.lists(st.tuples(*some), min_size=1, max_size=8))
            columns = dict(zip(names, zip(*rows)))
            point = {}
            for name, values in zip(names, some):
                if name != names[at]:
                    rare = draw(st.integers(0, 3)) == 3
                    point[name] = draw(values if rare else st.sampled_from(columns[name]))
            index = None
            if with_odd_parts and draw(st.booleans()):
                labels_of_rows = st.lists(st.integers(0, 9), min_size=len(rows), max_size=len(rows))
                index = tuple(draw(labels_of_rows))
            keys = draw(st.permutations(sorted(point)))
            return Frame(columns, index), {key: point[key] for key in keys}

        return tables()

    return inputs


# ---- impurity and splits


def gini_of(labels: Any) -> float:
    """The chance that two rows, drawn with putting back, have different labels."""
    unlike = sum(bool(one != other) for one in labels for other in labels)
    return float(Fraction(unlike, len(labels) ** 2))


def _gini(labels: Sequence) -> float:
    counts = Counter(labels).values()
    return 1 - sum(count * count for count in counts) / len(labels) ** 2


def _entropy(labels: Sequence) -> float:
    shares = [count / len(labels) for count in Counter(labels).values()]
    return -sum(share * math.log2(share) for share in shares)


def thresholds(values: Sequence[float]) -> list[float]:
    """The points halfway between neighbouring different values."""
    known = sorted(set(values))
    return [(low + high) / 2 for low, high in zip(known, known[1:])]


def gain_of(
    x: Sequence[float], y: Sequence, threshold: float, min_leaf: int, impurity: Callable
) -> float | None:
    """How much a split lowers the weighted impurity; None if a side is too small."""
    left = [label for value, label in zip(x, y) if value <= threshold]
    right = [label for value, label in zip(x, y) if value > threshold]
    if min(len(left), len(right)) < max(min_leaf, 1):
        return None
    mixed = (len(left) * impurity(left) + len(right) * impurity(right)) / len(y)
    return impurity(y) - mixed


def best_splits(x: Any, y: Any, min_leaf: int = 1) -> list[tuple[float, float, float]]:
    """The best splits, as the neighbouring values that they part, and the gain; often just one."""
    x, y = x.tolist(), y.tolist()
    known = sorted(set(x))
    gains = {
        (low, high): gain_of(x, y, (low + high) / 2, min_leaf, _gini)
        for low, high in zip(known, known[1:])
    }
    allowed = {ends: gain for ends, gain in gains.items() if gain is not None}
    best = max(allowed.values(), default=0.0)
    return [(*ends, gain) for ends, gain in allowed.items() if gain >= best - TINY]


def split_fault(got: Any, want: Sequence[tuple[float, float, float]]) -> str | None:
    """What is wrong with a split; a threshold is judged by the rows on its sides."""
    if not want or got is None:
        if not want and got is None:
            return None
        return "There is a threshold." if want else "No threshold is allowed here."
    if not _is_pair(got):
        return "Should return a pair of numbers: threshold and gain."
    alike = [gain for low, high, gain in want if low <= got[0] < high]
    if not alike:
        return "Another threshold has a larger gain, or this one is not allowed."
    if abs(got[1] - alike[0]) > 1e-6:
        return "The gain of this threshold is another."
    return None


def halfway_fault(got: Any, want: Sequence[tuple[float, float, float]]) -> str | None:
    """`split_fault`, for thresholds halfway between two values."""
    text = split_fault(got, want)
    if text or got is None or any(same(got[0], (low + high) / 2) for low, high, _ in want):
        return text
    return "The threshold is not halfway between two neighbouring values."


def _is_pair(got: Any) -> bool:
    numbers = isinstance(got, (tuple, list)) and len(got) == 2
    return numbers and all(isinstance(part, (int, float)) for part in got)


def a_pair(args: tuple, outcome: Outcome) -> str | None:
    """What is wrong where a split of many rows is no pair of numbers."""
    return None if _is_pair(outcome.value) else "Should return a pair: threshold and gain."


def show_splits(value: Any) -> str:
    """A split, or those that are right."""
    if not isinstance(value, list) or not all(isinstance(each, tuple) for each in value):
        return show(value)
    pairs = [show(((low + high) / 2, gain), 60) for low, high, gain in value[:3]]
    return " or ".join(pairs) or "None"


def columns_and_labels(distinct: bool) -> Callable[[], Any]:
    """Strategies of x, y and perhaps min_leaf; the values of x are distinct or repeated."""

    def inputs():
        from hypothesis import strategies as st

        few = st.sampled_from([-3.0, 0.0, 0.5, 9.0])
        value = st.integers(-20, 20).map(float) if distinct else few
        kinds = st.sampled_from([("a", "b"), (0, 1), (4, -1, 7), ("x", "y", "z")])

        @st.composite
        def pairs(draw):
            x = draw(st.lists(value, min_size=2 if distinct else 1, max_size=9, unique=distinct))
            some = st.sampled_from(draw(kinds))
            y = draw(st.lists(some, min_size=len(x), max_size=len(x)))
            rest = draw(st.sampled_from([(), (), (1,), (2,), (3,)]))
            return Array(tuple(x)), Array(tuple(y)), *rest

        return pairs()

    return inputs


def shuffled_column(n: int) -> tuple:
    """n different values in random order, three labels that depend on them a little."""
    rng = random.Random(n)
    x = [float(value) for value in rng.sample(range(10 * n), n)]
    y = [(value > 5 * n) + rng.randrange(2) for value in x]
    return Array(x), Array(y)


# ---- what trees and forests are asked

OOB = attribute("oob_score_")
CLOSE = within(rel=1e-6, abs=1e-9)


def fit(X: Sequence, y: Sequence) -> Step:
    """The step ``fit(X, y)``."""
    return "fit", (Array(X), Array(y))


def proba(X: Sequence) -> Step:
    """The step ``predict_proba(X)``."""
    return "predict_proba", (Array(X),)


def predict(X: Sequence) -> Step:
    """The step ``predict(X)``."""
    return "predict", (Array(X),)


def table(value: Any, rows: int, columns: int) -> list[list[float]] | None:
    """A plain value as ``rows`` rows of ``columns`` numbers that sum to 1, or None."""
    if not isinstance(value, (list, tuple)) or len(value) != rows:
        return None
    for row in value:
        if not isinstance(row, (list, tuple)) or len(row) != columns:
            return None
        if not all(isinstance(each, (int, float)) for each in row) or abs(sum(row) - 1) > 1e-6:
            return None
    return [list(map(float, row)) for row in value]


def shares_fault(value: Any, rows: int, columns: int) -> Failure | None:
    """What is wrong where a value is no such table."""
    if table(value, rows, columns) is not None:
        return None
    text = "predict_proba gives a row for each row asked and a column for each label."
    expected = f"{rows} rows of {columns} shares that sum to 1"
    return Failure(text, expected=expected, got=show(value))


def labels_fault(value: Any, rows: int) -> Failure | None:
    """What is wrong where a value is not a label for each row."""
    if isinstance(value, (list, tuple)) and len(value) == rows:
        return None
    text = "predict gives a label for each row asked."
    return Failure(text, expected=f"{rows} labels", got=show(value))


def expect_shares(text: str, rows: int, columns: int, test: Callable) -> Expect:
    """The expectation of shares of this shape that pass a test."""

    def holds(value: Any) -> bool:
        shares = table(value, rows, columns)
        return shares is not None and test(shares)

    return Expect(text, holds)


# ---- trees that may be grown from a table


class Grown:
    """The trees that the rules of the lesson allow for a table, asked about some points.

    Ties between splits, Gini or entropy, and splits that gain nothing are open.
    """

    def __init__(self, table: Table, impurity: Callable, asked: Sequence, told: Sequence) -> None:
        self._table, self._impurity, self._asked, self._told = table, impurity, asked, told
        self._labels = sorted(set(table.labels))
        self._known: dict[tuple, bool] = {}

    def allows(self) -> bool:
        """Whether one of them says what was told."""
        return self._allows(tuple(range(len(self._table.rows))), tuple(range(len(self._asked))), 0)

    def one(self) -> list[list[float]]:
        """What the tree with the first of tied splits says."""
        said: list[list[float]] = [[]] * len(self._asked)
        waiting = [(tuple(range(len(self._table.rows))), tuple(range(len(self._asked))), 0)]
        while waiting:
            rows, points, depth = waiting.pop()
            splits = self._splits(rows, depth)
            if not splits:
                for point in points:
                    said[point] = self._shares(rows)
                continue
            for part in self._parts(rows, points, splits[0][1:]):
                waiting.append((*part, depth + 1))
        return said

    def _shares(self, rows: tuple) -> list[float]:
        found = Counter(self._table.labels[row] for row in rows)
        return [found[label] / len(rows) for label in self._labels]

    def _splits(self, rows: tuple, depth: int) -> list[tuple[float, int, float]]:
        """The best splits of a node as (gain, feature, threshold); none where it must be a leaf."""
        labels = [self._table.labels[row] for row in rows]
        if len(set(labels)) == 1 or depth == self._table.max_depth:
            return []
        found = []
        for feature in range(len(self._table.rows[0])):
            x = [self._table.rows[row][feature] for row in rows]
            for threshold in thresholds(x):
                gain = gain_of(x, labels, threshold, self._table.min_leaf, self._impurity)
                if gain is not None:
                    found.append((gain, feature, threshold))
        best = max((gain for gain, _, _ in found), default=0)
        return [split for split in found if split[0] >= best - TINY]

    def _parts(self, rows: tuple, points: tuple, split: tuple) -> Iterator[tuple[tuple, tuple]]:
        feature, threshold = split
        for left in (True, False):
            yield (
                tuple(r for r in rows if (self._table.rows[r][feature] <= threshold) == left),
                tuple(p for p in points if (self._asked[p][feature] <= threshold) == left),
            )

    def _allows(self, rows: tuple, points: tuple, depth: int) -> bool:
        if not points:
            return True
        key = rows, points, depth
        if key not in self._known:
            self._known[key] = self._decide(rows, points, depth)
        return self._known[key]

    def _decide(self, rows: tuple, points: tuple, depth: int) -> bool:
        splits = self._splits(rows, depth)
        if not splits or splits[0][0] <= TINY:
            shares = self._shares(rows)
            if all(same(self._told[point], shares, rel=1e-6) for point in points):
                return True
        return any(
            all(self._allows(*part, depth + 1) for part in self._parts(rows, points, split[1:]))
            for split in splits
        )


@dataclass(frozen=True)
class Table:
    """A table and the settings of a tree."""

    rows: Sequence[Sequence[float]]
    labels: Sequence
    max_depth: int | None = None
    min_leaf: int = 1

    @property
    def init(self) -> tuple:
        """The arguments of the class."""
        return self.max_depth, self.min_leaf, None, None

    @property
    def scene(self) -> Scene:
        """Fit, then ask at each point."""
        steps = fit(self.rows, self.labels), proba(self.points), predict(self.points)
        return Scene(self.init, steps)

    @functools.cached_property
    def points(self) -> list[tuple[float, ...]]:
        """Points on, between and next to all places where a threshold may stand."""
        points = {tuple(row) for row in self.rows}
        for feature in range(len(self.rows[0])):
            values = sorted({row[feature] for row in self.rows})
            middles = {(a + b) / 2 for a in values for b in values}
            for row in self.rows:
                for value in middles | {middle + 1 / 64 for middle in middles}:
                    points.add((*row[:feature], value, *row[feature + 1 :]))
        return sorted(points)


def grow(*settings: Any) -> Scene:
    """The scene of a table: rows, labels, and perhaps max_depth and min_leaf."""
    return Table(*settings).scene


def tree_fault(scene: Scene, values: Sequence) -> Failure | None:
    """What is wrong with a tree that was asked at every place where trees may differ."""
    X, y = scene.steps[0][1]
    grown = Table(X.items, y.items, *scene.init[:2])
    labels, points = sorted(set(grown.labels)), grown.points
    _, shares, named = values
    if failure := labels_fault(named, len(points)):
        return failure
    if failure := shares_fault(shares, len(points), len(labels)):
        return failure
    told = table(shares, len(points), len(labels)) or []
    if not any(Grown(grown, each, points, told).allows() for each in (_gini, _entropy)):
        return _difference(grown, told)
    for point, row, label in zip(points, told, named):
        likely = [each for each, share in zip(labels, row) if share > max(row) - 1e-6]
        if not any(same(label, each) for each in likely):
            text = "predict gives a label with the largest share."
            call = show_scene("DecisionTree", Scene(scene.init, (scene.steps[0], predict([point]))))
            return Failure(text, call, show(likely[0]), show(label))
    return None


def _difference(grown: Table, told: Sequence) -> Failure:
    """The first point at which the tree differs from one that is allowed."""
    want = Grown(grown, _gini, grown.points, told).one()
    point, wanted, got = next(
        each for each in zip(grown.points, want, told) if not same(each[1], each[2], rel=1e-6)
    )
    steps = fit(grown.rows, grown.labels), proba([point])
    call = show_scene("DecisionTree", Scene(grown.init, steps))
    return Failure("No tree that the rules allow says this.", call, show([wanted]), show([got]))


VALUES = (0.0, 1.0, 2.5, 4.0, 8.0)


def small_tables(depths: Sequence, leaves: Sequence[int]) -> Callable[[], Any]:
    """Strategies of scenes of small tables."""

    def inputs():
        from hypothesis import strategies as st

        kinds = st.sampled_from([("a", "b"), ("a", "b", "c"), (0, 1), (-1, 5, 2)])

        @st.composite
        def tables(draw):
            width, size = draw(st.integers(1, 2)), draw(st.integers(1, 7))
            row = st.tuples(*[st.sampled_from(VALUES)] * width)
            some = st.sampled_from(draw(kinds))
            rows = draw(st.lists(row, min_size=size, max_size=size))
            labels = draw(st.lists(some, min_size=size, max_size=size))
            return rows, labels, draw(st.sampled_from(depths)), draw(st.sampled_from(leaves))

        return tables().map(lambda drawn: grow(*drawn))

    return inputs


# ---- chance

FLIPS = (0, 2, 1, 3)
GRADED = [[y ^ (number < flipped) for flipped in FLIPS] for y in (0, 1) for number in range(8)]
"""Sixteen rows, eight of each label. A feature is the label, but for the flipped ones: a split by
a feature with fewer of them is always better."""
GRADED_LABELS = [0] * 8 + [1] * 8
UNITS = [[int(a == b) for b in range(4)] for a in range(4)]
ONE_HOT = [[float(a == b) for b in range(24)] for a in range(24)]
"""A split parts one row from the rest, so a tree that is grown to the end has 23 levels."""
CORNERS = [[float(a), float(b), float(c)] for a in range(2) for b in range(2) for c in range(2)]
CUBE = [[float(a), float(b), float(c)] for a in range(3) for b in range(3) for c in range(3)]


def range_labels(n: int) -> list[int]:
    """n different labels."""
    return list(range(n))


def law_of_best(width: int, drawn: int) -> dict[int, float]:
    """How likely each of ``width`` graded features is the best of ``drawn`` different ones."""
    ways = math.comb(width, drawn)
    return {best: math.comb(width - 1 - best, drawn - 1) / ways for best in range(width)}


def one_split(drawn: int) -> Callable[[Generator], Scene]:
    """A tree of one split, by the best of the features drawn, asked which one it is."""
    steps = fit(GRADED, GRADED_LABELS), predict(UNITS)
    return lambda rng: Scene((1, 1, drawn, rng), steps)


def rank_of_feature(values: Sequence) -> Any:
    """How many features are better than the one that the split uses."""
    chosen = [at for at in range(4) if same(values[-1][at], 1)]
    return FLIPS[chosen[0]] if len(chosen) == 1 else f"{show(values[-1])} for its four units"


def features_drawn(drawn: int, trials: int) -> Frequencies:
    """The best of the features drawn is used, and each set of them is equally likely."""
    return Frequencies(
        scene=one_split(drawn),
        statistic=rank_of_feature,
        law=law_of_best(4, drawn),
        trials=trials,
        says="Four features, one better than the other. How often the split uses the best (0), the "
        f"second (1), ... does not fit {drawn} different features, each choice equally likely.",
    )


def same_feature_on_both_sides(results: Sequence) -> str | Failure | None:
    """What is wrong where the two sides of the first split never draw features of their own.

    With one of three features for each of them, the sides are split by different features, or one
    of them only, with a chance of 1/2 or more.
    """
    for _, labels in results:
        if failure := labels_fault(labels, 8):
            return failure
        named = [show(label) for label in labels]
        alike = [
            {a ^ b for a in range(8) for b in range(8) if named[a] == named[b] == name}
            for name in {*named}
        ]
        if any(leaf != alike[0] for leaf in alike):
            return None
    text = (
        f"In {len(results)} trees both sides of the first split were always split by the same "
        "feature: features are not drawn at each split."
    )
    return Failure(text, expected="sides that differ", got=show(named))


ONE_FEATURE = "With max_features=1 a whole tree uses one feature: it is not drawn at each split."


def few_leaves(results: Sequence) -> str | Failure | None:
    """What is wrong where trees keep to one feature: three leaves for the 27 cells of a cube.

    Trees that draw anew have three leaves at most with a chance of 1/81 or less.
    """
    for _, labels in results:
        if failure := labels_fault(labels, 27):
            return failure
    leaves = [len({show(label) for label in labels}) for _, labels in results]
    if max(leaves) > 3:
        return None
    return Failure(ONE_FEATURE, expected="more than 3 different labels", got=show(leaves))


# ---- forests

BAG_ROWS, BAG_TREES = 5, 200
LINE = [[float(row)] for row in range(BAG_ROWS)]


def bags(trees: int, *more: Step) -> Callable[[Generator], Scene]:
    """A forest of five rows with five labels. A tree names the label of a row exactly if that row
    is in its bag."""
    steps = fit(LINE, range_labels(BAG_ROWS)), proba(LINE), *more
    return lambda rng: Scene((trees, None, 1, None, rng), steps)


def distinct_in_bag(n: int) -> list[float]:
    """The chances that a bag of n rows has 0, 1, ..., n different ones."""
    law = [1.0] + [0.0] * n
    for _ in range(n):
        law = [law[d] * d / n + (law[d - 1] * (n - d + 1) / n if d else 0.0) for d in range(n + 1)]
    return law


def total_is_likely(total: float, trees: int, n: int, alarm: float) -> bool:
    """Whether so many different rows, added over the bags, are not in the last ``alarm`` of
    both tails."""
    import numpy

    law = numpy.ones(1)
    for _ in range(trees):
        law = numpy.convolve(law, distinct_in_bag(n))
    at = round(total)
    return 0 <= at < len(law) and min(law[: at + 1].sum(), law[at:].sum()) > alarm / 2


def bags_fault(results: Sequence) -> Failure | None:
    """What is wrong where trees do not have bags of n rows, drawn with putting back."""
    [[_, shares]] = results
    if failure := shares_fault(shares, BAG_ROWS, BAG_ROWS):
        return failure
    if all(share in (0.0, 1.0) for row in shares for share in row):
        text = "All trees say the same: each needs a bag of rows of its own."
        return Failure(text, expected="shares between 0 and 1", got=show(shares))
    own = [shares[row][row] for row in range(BAG_ROWS)]
    inside = 1 - (1 - 1 / BAG_ROWS) ** BAG_ROWS
    alarm = BAGS_ALARM / (BAG_ROWS + 1)
    likely = [is_plausible(share * BAG_TREES, BAG_TREES, inside, alarm) for share in own]
    if all(likely) and total_is_likely(sum(own) * BAG_TREES, BAG_TREES, BAG_ROWS, alarm):
        return None
    text = (
        "A tree knows a row's own label only if the row is in its bag. How often that is so "
        "does not fit bags of n rows drawn with putting back."
    )
    expected = f"each row in about {inside:.0%} of the bags"
    return Failure(text, expected=expected, got=", ".join(f"{share:.1%}" for share in own))


BAGS_ALARM = 5e-7


def vote_fault(results: Sequence) -> Failure | None:
    """What is wrong where predict names another label than the one with the largest share.

    Leaves are pure, so both ways to vote agree.
    """
    for _, shares, named in results:
        if failure := shares_fault(shares, BAG_ROWS, BAG_ROWS) or labels_fault(named, BAG_ROWS):
            return failure
        for row, name in zip(shares, named):
            likely = [label for label, share in enumerate(row) if share > max(row) - 1e-6]
            if not any(same(name, label) for label in likely):
                text = f"predict names {show(name)}, but the largest share is another label's."
                return Failure(text, expected=f"{likely[0]} for {show(row)}", got=show(name))
    return None


TWINS = [[float(side)] * 4 for side in (0, 1) for _ in range(20)]
TWIN_LABELS = [0] * 20 + [1] * 20
NOISY = [[float(side), float(number % 2)] for side in (0, 1) for number in range(30)]
NOISY_LABELS = [0] * 30 + [1] * 30
TWIN_TREES = 120


def twins(rng: Generator) -> Scene:
    """Four equal features, of which each tree of one split draws one."""
    probes = [[float(a == b) for b in range(4)] for a in range(4)]
    return Scene((TWIN_TREES, 1, 1, 1, rng), (fit(TWINS, TWIN_LABELS), proba(probes)))


def twins_fault(results: Sequence) -> Failure | None:
    """What is wrong where not each of the four is used by about a quarter of the trees."""
    [[_, shares]] = results
    used = [row[1] * TWIN_TREES for row in table(shares, 4, 2) or []]
    if len(used) == 4 and all(is_plausible(count, TWIN_TREES, 0.25, 1e-7) for count in used):
        return None
    text = "Four equal features, one drawn for each split: all are used equally often."
    return Failure(text, expected="about 0.25 for label 1 in each row", got=show(shares))


def noise(drawn: int, trees: int, least: float, most: float, expected: str, alarm: float) -> Trials:
    """The first feature is the label, the second is noise; the share says how often it is used."""
    steps = fit(NOISY, NOISY_LABELS), proba([[1.0, 0.0], [1.0, 1.0]])

    def fault(results: Sequence) -> Failure | None:
        [[_, shares]] = results
        found = table(shares, 2, 2)
        if found and least < (found[0][1] + found[1][1]) / 2 < most:
            return None
        text = f"The first feature is the label, the second is noise. max_features is {drawn}."
        return Failure(text, expected=expected, got=show(shares))

    return Trials(
        scene=lambda rng: Scene((trees, 1, 1, drawn, rng), steps), trials=1, test=fault, alarm=alarm
    )


def cube(rng: Generator) -> Scene:
    """Six whole trees for the 27 cells of a cube, with one feature for each split."""
    return Scene((6, None, 1, 1, rng), (fit(CUBE, range_labels(27)), proba(CUBE)))


def cube_fault(results: Sequence) -> Failure | None:
    """As `few_leaves`: the shares of the right labels add up to the leaves of a tree."""
    [[_, shares]] = results
    found = table(shares, 27, 27)
    leaves = sum(found[row][row] for row in range(27)) if found else 0
    if leaves > 3.01:
        return None
    got = f"{leaves:.2f} leaves a tree"
    return Failure(ONE_FEATURE, expected="more than 3 leaves a tree", got=got)


def score(init: tuple, X: Sequence, y: Sequence, want: float, why: str) -> Trials:
    """A table whose out-of-bag score is certain, but for less than one seed in ten million."""
    steps = fit(X, y), OOB

    def fault(results: Sequence) -> Failure | None:
        [[_, got]] = results
        if isinstance(got, (int, float)) and CLOSE(got, want):
            return None
        return Failure(why, expected=show(want), got=show(got))

    return Trials(scene=lambda rng: Scene((*init, rng), steps), trials=1, test=fault, alarm=1e-7)


SIDES = [[float(side)] for side in (0, 9) for _ in range(20)]
UNKNOWN = [[float(row)] for row in range(12)]
MIXED = [
    *([float(side)] for side in (0, 90) for _ in range(10)),
    *([200.0 + 10 * row] for row in range(10)),
]
MIXED_LABELS = ["left"] * 10 + ["right"] * 10 + [f"own {row}" for row in range(10)]
VOTES = [
    [float(side ^ (number % 7 == feature)) for feature in range(7)]
    for side in (0, 1)
    for number in range(21)
]


def fitted_again(rng: Generator) -> Scene:
    """A second and a third fit, of other tables, each with a score of its own."""
    tables = (
        (SIDES, [0] * 20 + [1] * 20), (SIDES, [1] * 20 + [0] * 20), (UNKNOWN, range_labels(12)),
    )  # fmt: skip
    return Scene((10, None, 1, None, rng), [step for each in tables for step in (fit(*each), OOB)])


def scores_fault(results: Sequence) -> Failure | None:
    """What is wrong with the scores of `fitted_again`."""
    scores = results[0][1::2]
    if CLOSE(scores, [1.0, 1.0, 0.0]):
        return None
    text = "Two tables are learned without a mistake, the third can't be learned."
    return Failure(text, expected="1.0, then 1.0, then 0.0", got=show(scores))


# ---- toy_forest

MATCH = "the rows that match decide"
ODD = "None without a match, any label, column order and index"

PETS = Frame({
    "indoors": (1, 1, 0, 0, 1, 0),
    "small": (1, 0, 1, 0, 1, 1),
    "pet": ("cat", "dog", "cat", "dog", "cat", "bird"),
})  # fmt: skip


toy_forest = Exercise(
    difficulty="easy",
    minutes=10,
    groups=[
        Group(
            MATCH,
            cases=[
                case(PETS, {"indoors": 1, "small": 1}, gives="cat"),
                case(PETS, {"small": 0, "indoors": 0}, gives="dog"),
                case(Frame({"a": (0, 0, 0, 1), "y": ("n", "p", "p", "n")}), {"a": 0}, gives="p"),
            ],
            inputs=toy_tables(False),
            oracle=most_frequent,
            accept=any_of,
            nudge="Which rows are left after all filters, whatever their order?",
        ),
        Group(
            ODD,
            cases=[
                case(PETS, {"indoors": 1, "small": 7}, gives=None),
                case(Frame({"y": (0, 0, 1), "a": (5, 5, 5)}), {"a": 5}, gives=0),
                case(Frame({"a": (1, 1), "y": ("", "")}, index=(4, 4)), {"a": 1}, gives=""),
                case(Frame({"a": (), "y": ()}), {"a": 1}, gives=None),
                case(Frame({"a": (1, 1, 1), "y": (0.5, 0.5, 1.5)}), {"a": 1}, gives=0.5),
                case(Frame({"a": (0.0, 1.0), "y": ("n", "p")}), {"a": 1}, gives="p"),
                case(
                    Frame({"is in?": (5, 5, 6), "a b": ("x", "x", "y")}), {"is in?": 5}, gives="x"
                ),
            ],
            inputs=toy_tables(True),
            oracle=most_frequent,
            accept=any_of,
            nudge=nudge_on(
                "value raised", "The label is the column that new_point lacks, wherever it is."
            ),
        ),
    ],
    hints=[
        "Take two columns, and split by the first and then by the second. Now the other way "
        "round. Which rows are left at the end each time?",
        "A row survives all splits if and only if it equals `new_point` in every column. The "
        "order doesn't matter, so all the trees of this forest cast the same vote.",
        "Find the label first: the column whose name isn't in `new_point`. Keep the rows that "
        "match in all other columns, and count their labels. No rows means `None`.",
        "Start with a mask of `True` for every row. For each name and value do `keep &= "
        "data[name] == value`. With `found = data[keep][label]`, return `None` if `found.empty`, "
        "else `found.mode().iloc[0]`.",
    ],
)


# ---- gini

HAND = "values worked out by hand"
ANY_LABELS = "any labels in any order"


gini = Exercise(
    difficulty="easy",
    minutes=5,
    groups=[
        Group(
            HAND,
            cases=[
                case(["a", "a", "b", "b"], gives=1 / 2),
                case(["a", "a", "a", "a"], gives=0),
                case(["a", "a", "a", "b"], gives=3 / 8),
                case(["a", "b", "c"], gives=2 / 3),
                case([0, 1, 1, 1, 1], gives=8 / 25),
            ],
            nudge="What is the share of each label? Square each share, then add the squares.",
        ),
        Group(
            ANY_LABELS,
            cases=[
                case(["x"], gives=0),
                case([False, False, True], gives=4 / 9),
                case([-3, 5, -3, 0, 5, 5], gives=11 / 18),
                case(Array(("b", "a", "b")), gives=4 / 9),
                case(Array((2, 0, 2, 7)), gives=5 / 8),
                case(["a"] * 300 + ["b"] * 100, gives=3 / 8),
            ],
            inputs=lambda: _labels(),
            oracle=gini_of,
            nudge="All that counts is whether two labels are equal or not.",
        ),
    ],
    hints=[
        "A measure of mixing should be 0 when all labels are equal. What is the probability that "
        "two rows, each drawn from all rows, have the same label?",
        "A label with share p is drawn twice with probability p². Add this up over the labels, "
        "and subtract the sum from 1.",
        "Count the labels, divide each count by the number of rows, square, add, subtract from 1.",
        "`1 - sum((count / len(labels)) ** 2 for count in Counter(labels).values())`, with "
        "`labels = list(labels)` in front if they may be an array.",
    ],
)


def _labels():
    """A strategy of a list or an array of labels."""
    from hypothesis import strategies as st

    kinds = [("a", "b", "c"), (0, 1), (-2, 0, 9), (False, True), ("", "x")]
    lists = st.sampled_from(kinds).flatmap(
        lambda kind: st.lists(st.sampled_from(kind), min_size=1, max_size=9)
    )
    return st.tuples(st.one_of(lists, lists.map(lambda items: Array(tuple(items)))))


# ---- best_split

GAIN = "the largest weighted gain"
BETWEEN = "halfway between different values, or None"
WORK = "work grows as n log n"


best_split = Exercise(
    difficulty="medium",
    minutes=20,
    groups=[
        Group(
            GAIN,
            oracle=best_splits,
            test=split_fault,
            show=show_splits,
            cases=[
                (Array((1.0, 2.0, 3.0, 4.0)), Array(("a", "a", "b", "b"))),
                (Array((4.0, 1.0, 3.0, 2.0)), Array(("b", "a", "a", "b"))),
                (Array((1.0, 2.0, 3.0, 4.0, 5.0, 6.0)), Array((0, 1, 1, 1, 0, 0))),
                (Array((5.0, 6.0, 7.0, 8.0)), Array((3, 3, 3, 3))),
                (Array((1.0, 2.0, 3.0, 4.0, 5.0)), Array(("a", "b", "b", "b", "b")), 2),
                (Array(tuple(map(float, range(150)))), Array((0,) * 54 + (1,) * 96)),
            ],
            inputs=columns_and_labels(True),
            nudge="Weight the impurity of each side by its number of rows.",
        ),
        Group(
            BETWEEN,
            oracle=best_splits,
            test=halfway_fault,
            show=show_splits,
            cases=[
                (Array((1.0, 4.0)), Array(("a", "b"))),
                (Array((2.0, 2.0, 2.0)), Array(("a", "b", "a"))),
                (Array((1.0, 1.0, 9.0)), Array((0, 1, 1))),
                (Array((7.0,)), Array(("a",))),
                (Array((0.0, 0.0, 1.0, 1.0)), Array((0, 1, 0, 1)), 3),
                (Array((1e9, 1e9 + 1, 1e9 + 2)), Array(("a", "b", "b"))),
                (Array((0.0, 1e-8, 2e-8)), Array(("a", "b", "b"))),
            ],
            inputs=columns_and_labels(False),
            nudge=nudge_on(
                "value shape raised",
                "Rows with equal values can't be separated, and a threshold isn't the value of "
                "any row.",
            ),
        ),
        Together(
            WORK,
            parts=[
                Growth(
                    args=shuffled_column,
                    oracle=best_splits,
                    test=split_fault,
                    show=show_splits,
                    sizes=(125, 250, 500, 1_000, 2_000),
                    exponent=1.4,
                    brute="counts anew for each threshold",
                    best="moves one row at a time",
                ),
                Large(
                    args=lambda: shuffled_column(2_000),
                    also=a_pair,
                    limit=20.0,
                    most_memory=1_500 * 2_000,
                    shown="<2,000 rows>",
                ),
                Large(args=lambda: shuffled_column(30_000), also=a_pair, shown="<30,000 rows>"),
            ],
            nudge="When the threshold moves by one row, what changes in the counts of both sides?",
        ),
    ],
    hints=[
        "How many thresholds are really different? Only the rows on each side matter.",
        "Sort the rows by x. Every split is then a cut between two neighbours, and it counts only "
        "if their values differ.",
        "From one cut to the next, a single row moves from the right to the left. So keep two "
        "tables of label counts and update them instead of counting again.",
        "In NumPy: `order = np.argsort(x)`, then one column per label, `(y[order][:, None] "
        "== np.unique(y)).cumsum(axis=0)`, returns all left counts at once. The right counts are "
        "the last row minus these. Set cuts between equal values, or with a side below "
        "`min_leaf`, to -1 before `argmax`.",
    ],
)


# ---- DecisionTree

SPLIT = "the best split, halfway, equal goes left"
GROW = "splits go on until pure, deep or small enough"
TABLES = "any labels, any table, fitted again"
DRAW = "features drawn at random at every split"

DEFAULTS = (None, 1, None, None)
FIVE = [(0.0,), (1.0,), (2.5,), (4.0,), (8.0,)]


DecisionTree = Exercise(
    difficulty="hard",
    minutes=40,
    without=SKLEARN,
    groups=[
        Operations(
            SPLIT,
            also=tree_fault,
            tries=40,
            limit=5.0,
            cases=[
                grow([(1.0,), (2.0,), (4.0,), (8.0,)], ["a", "a", "b", "b"], 1),
                grow([(0.0, 1.0), (1.0, 0.0), (4.0, 1.0), (8.0, 0.0)], [0, 1, 0, 1], 1),
                grow(FIVE, ["a", "b", "b", "c", "c"], 1),
                grow(FIVE, [1, 0, 0, 0, 0], 1),
            ],
            inputs=small_tables([1], [1]),
            nudge="With max_depth=1 there is one split: the one with the largest weighted gain.",
        ),
        Together(
            GROW,
            parts=[
                Operations(
                    also=tree_fault,
                    tries=40,
                    limit=5.0,
                    cases=[
                        grow([(0.0,), (1.0,), (2.5,), (4.0,)], ["a", "b", "a", "b"]),
                        grow([(0.0, 0.0), (0.0, 8.0), (8.0, 0.0), (8.0, 8.0)], [0, 1, 2, 3], 2),
                        grow(FIVE, ["b", "a", "a", "a", "a"], None, 2),
                        grow(FIVE, ["a", "a", "a", "a", "b"], None, 2),
                        grow(FIVE, ["a", "b", "a", "b", "b"], 2),
                    ],
                    inputs=small_tables([None, None, 1, 2, 3], [1, 1, 2, 3]),
                ),
                Operations(
                    accept=CLOSE,
                    cases=[
                        Scene(
                            DEFAULTS,
                            [
                                fit([[float(row)] for row in range(3_000)], ["same"] * 3_000),
                                predict([[7.0]]),
                            ],
                            [..., ["same"]],
                        ),
                    ],
                ),
                Operations(
                    accept=CLOSE,
                    limit=5.0,
                    cases=[
                        Scene(
                            DEFAULTS,
                            [fit(ONE_HOT, range_labels(24)), predict(ONE_HOT)],
                            [..., range_labels(24)],
                        ),
                        Scene(
                            DEFAULTS,
                            [
                                fit(
                                    [[float(row)] for row in range(300)],
                                    ["a"] * 150 + ["b"] + ["a"] * 149,
                                ),
                                predict([[149.0], [150.0], [151.0]]),
                            ],
                            [..., ["a", "b", "a"]],
                        ),
                    ],
                ),
            ],
            nudge="A node is a leaf if it is pure, is at max_depth, or has no allowed split.",
        ),
        Operations(
            TABLES,
            accept=CLOSE,
            limit=5.0,
            cases=[
                Scene(
                    DEFAULTS,
                    [
                        fit([[0.0], [1.0], [2.0]], ["b", "c", "a"]),
                        proba([[0.0], [2.0]]),
                        predict([[0.0], [1.0], [2.0]]),
                    ],
                    [..., [[0, 1, 0], [1, 0, 0]], ["b", "c", "a"]],
                ),
                Scene(
                    DEFAULTS,
                    [
                        fit([[1.0]] * 4, ["x", "y", "x", "x"]),
                        proba([[1.0], [5.0]]),
                        predict([[1.0]]),
                    ],
                    [..., [[0.75, 0.25]] * 2, ["x"]],
                ),
                Scene(
                    DEFAULTS,
                    [fit([[3.0, 4.0]], [7]), proba([[0.0, 9.0]]), predict([[5.0, 5.0]])],
                    [..., [[1]], [7]],
                ),
                Scene(
                    DEFAULTS,
                    [fit([[1.0], [2.0], [3.0]], [-2, -2, -2]), predict([[0.0], [9.0]])],
                    [..., [-2, -2]],
                ),
                Scene(
                    (),
                    [
                        fit([[3.0, 3.0, 0.0], [3.0, 3.0, 1.0], [3.0, 3.0, 2.0]], [10, -5, 3]),
                        predict([[0.0, 0.0, 9.0], [0.0, 0.0, -9.0], [9.0, 9.0, 1.0]]),
                        proba([[3.0, 3.0, 0.0]]),
                    ],
                    [..., [3, 10, -5], [[0, 0, 1]]],
                ),
                Scene(
                    DEFAULTS,
                    [
                        fit([[0.0, 1.0, 2.0, 3.0], [9.0, 8.0, 7.0, 6.0]], [True, False]),
                        predict([[9.0, 8.0, 7.0, 6.0], [0.0, 1.0, 2.0, 3.0]]),
                    ],
                    [..., [False, True]],
                ),
                Scene(
                    DEFAULTS,
                    [
                        fit([[0.0, 1.0], [1.0, 0.0], [5.0, 5.0]], ["a", "b", "c"]),
                        predict([[5.0, 5.0]]),
                        fit([[0.0], [1.0], [2.0]], [1, 0, 1]),
                        predict([[0.0], [1.0], [2.0]]),
                        proba([[1.0]]),
                    ],
                    [..., ["c"], ..., [1, 0, 1], [[1, 0]]],
                ),
                Scene(
                    DEFAULTS,
                    [
                        fit([[0.0], [1.0]], ["a", "b"]),
                        fit([[0.0], [1.0]], ["b", "a"]),
                        predict([[0.0], [1.0], [0.0]]),
                    ],
                    [..., ..., ["b", "a", "b"]],
                ),
            ],
            nudge=nudge_on(
                "value raised",
                "Number the labels in sorted order for the tree, and map them back at the end.",
            ),
        ),
        Together(
            DRAW,
            parts=[
                features_drawn(1, trials=80),
                features_drawn(2, trials=100),
                features_drawn(4, trials=12),
                OnlySource(scene=one_split(1), seeds=12),
                Trials(
                    scene=lambda rng: Scene(
                        (None, 1, 1, rng), (fit(CUBE, range_labels(27)), predict(CUBE))
                    ),
                    trials=5,
                    test=few_leaves,
                    alarm=1 / 81**5,
                ),
                Trials(
                    scene=lambda rng: Scene(
                        (2, 1, 1, rng), (fit(CORNERS, range_labels(8)), predict(CORNERS))
                    ),
                    trials=24,
                    test=same_feature_on_both_sides,
                    alarm=1 / 2**24,
                ),
            ],
            nudge="Sample max_features distinct features from rng each time you split a node.",
        ),
    ],
    hints=[
        "A tree is a nested if. Decide first what a leaf has to store, then what an inner node "
        "has to store, and write the walk down to a leaf before you write the growing.",
        "Growing is one question repeated: given these rows at this depth, is the node a leaf? If "
        "not, split the rows in two and repeat the question for both parts. Keep row indices, not "
        "copies.",
        "A node is a leaf if its rows have one label, its depth is `max_depth`, or no split is "
        "allowed. Otherwise sample features, call `best_split(X[rows, j], y[rows], "
        "min_samples_leaf)` for each of them, and keep the one with the largest gain.",
        "`self.classes_, codes = np.unique(y, return_inverse=True)` numbers the labels in sorted "
        "order. A leaf stores `np.bincount(codes[rows], minlength=len(self.classes_)) / "
        "len(rows)`. Sample with `self.rng.permutation(X.shape[1])[: self.max_features]`, inside "
        "the part that splits a node. `left = X[rows, j] <= threshold`, then go on with "
        "`rows[left]` and `rows[~left]` at `depth + 1`.",
    ],
)


# ---- RandomForest

VOTE = "votes, columns and settings"
BAGS = "a bag of n rows for each tree"
FEATURES_OF_FOREST = "features drawn at every split of every tree"
SCORE = "out-of-bag score"


def all_equal(shares: Sequence) -> bool:
    """Whether all rows of a table are equal."""
    return all(same(row, shares[0]) for row in shares)


def all_sevenths(shares: Sequence) -> bool:
    """Whether all shares of a table are multiples of 1/7."""
    return all(abs(7 * share - round(7 * share)) < 1e-6 for row in shares for share in row)


def at_most_two(shares: Sequence) -> bool:
    """Whether a table has one or two different rows."""
    return len({*map(show, shares)}) <= 2


def all_fifths(shares: Sequence) -> bool:
    """Whether all shares of a table are multiples of 1/5."""
    return all(abs(5 * share - round(5 * share)) < 1e-6 for row in shares for share in row)


RARE = [[0.0]] + [[50.0]] * 20 + [[90.0]] * 20
RARE_LABELS = ["A"] + ["b"] * 20 + ["c"] * 20
EIGHT = [[float(row)] for row in range(8)]
SIX = [[float(row)] for row in range(6)]

RandomForest = Exercise(
    difficulty="hard",
    minutes=25,
    without=SKLEARN,
    groups=[
        Together(
            VOTE,
            parts=[
                Operations(
                    accept=CLOSE,
                    limit=5.0,
                    cases=[
                        Scene(
                            (20, None, 1, 1, Generator.of(0, 50)),
                            [
                                fit([[0.0]] * 20 + [[9.0]] * 20, ["no"] * 20 + ["yes"] * 20),
                                predict([[-1.0], [0.0], [9.0], [20.0]]),
                                proba([[0.0], [9.0]]),
                            ],
                            [..., ["no", "no", "yes", "yes"], [[1, 0], [0, 1]]],
                        ),
                        Scene(
                            (60, None, 1, 1, Generator.of(0, 51)),
                            [fit(RARE, RARE_LABELS), proba([[50.0], [90.0]]), proba([[0.0]])],
                            [
                                ...,
                                [[0, 1, 0], [0, 0, 1]],
                                expect_shares(
                                    "one row of 3 shares that sum to 1", 1, 3, lambda t: True
                                ),
                            ],
                        ),
                        Scene(
                            (7, None, 1, 1, Generator.of(0, 52)),
                            [fit(SIX, [30, 10, 50, 20, 60, 40]), proba(SIX)],
                            [
                                ...,
                                expect_shares(
                                    "6 rows of 6 shares, each a multiple of 1/7", 6, 6, all_sevenths
                                ),
                            ],
                        ),
                        Scene(
                            (1, 1, 1, 1, Generator.of(0, 53)),
                            [fit(EIGHT, range_labels(8)), proba(EIGHT)],
                            [
                                ...,
                                expect_shares(
                                    "at most 2 different rows of shares: max_depth is 1",
                                    8,
                                    8,
                                    at_most_two,
                                ),
                            ],
                        ),
                        Scene(
                            (3, None, 5, 1, Generator.of(0, 54)),
                            [fit(EIGHT, range_labels(8)), proba(EIGHT)],
                            [
                                ...,
                                expect_shares(
                                    "8 equal rows of 8 shares: no side can have 5 rows of 8",
                                    8,
                                    8,
                                    all_equal,
                                ),
                            ],
                        ),
                        Scene(
                            (5, None, 1, None, Generator.of(0, 55)),
                            [
                                fit([[1.0, 2.0]], ["a"]),
                                predict([[0.0, 0.0], [3.0, 3.0]]),
                                proba([[0.0, 0.0]]),
                            ],
                            [..., ["a", "a"], [[1]]],
                        ),
                        Scene(
                            (30, None, 1, None, Generator.of(0, 56)),
                            [
                                fit([[0.0, 1.0], [9.0, 1.0]] * 20, [5, -5] * 20),
                                predict([[0.0, 1.0], [9.0, 1.0]]),
                                fit([[0.0], [9.0]] * 20, [-5, 5] * 20),
                                predict([[0.0], [9.0]]),
                                proba([[0.0], [9.0]]),
                            ],
                            [..., [5, -5], ..., [-5, 5], [[1, 0], [0, 1]]],
                        ),
                        *[
                            Scene(
                                (1, None, 1, None, Generator.of(0, number)),
                                [fit([[1.0]] * 5, range_labels(5)), proba([[1.0]])],
                                [
                                    ...,
                                    expect_shares(
                                        "5 shares, each a multiple of 1/5: a bag has 5 rows",
                                        1,
                                        5,
                                        all_fifths,
                                    ),
                                ],
                            )
                            for number in (57, 58)
                        ],
                    ],
                ),
                Trials(scene=bags(15, predict(LINE)), trials=3, test=vote_fault),
            ],
            nudge="A tree knows only the labels in its bag. Align its shares with all labels.",
        ),
        Together(
            BAGS,
            parts=[
                Trials(scene=bags(BAG_TREES), trials=1, test=bags_fault, alarm=BAGS_ALARM),
                # Two forests of 30 trees that have nothing to do with each other say the same of
                # all five rows with a chance of about 2e-8 (16 pairs of 800 million simulated).
                OnlySource(scene=bags(30), seeds=2, limit=5.0),
            ],
            nudge="Each tree gets n row indices from rng, each from 0 to n - 1, with replacement.",
        ),
        Together(
            FEATURES_OF_FOREST,
            parts=[
                Trials(scene=twins, trials=1, test=twins_fault, alarm=4e-7),
                noise(1, 50, 0.5, 0.95, "about 0.75 for label 1", 1e-8),
                noise(2, 20, 0.99, 1.01, "1.0 for label 1", 0.0),
                OnlySource(scene=cube, seeds=2, limit=5.0),
                Trials(scene=cube, trials=1, test=cube_fault, alarm=1 / 81**6),
            ],
            nudge="Pass max_features and rng on to each tree, and let the tree sample.",
        ),
        Together(
            SCORE,
            parts=[
                score(
                    (5, None, 1, None),
                    UNKNOWN,
                    range_labels(12),
                    0.0,
                    "Each row has a label of its own, so no tree that did not see a row can name "
                    "its label.",
                ),
                score(
                    (1, None, 1, None),
                    SIDES,
                    ["left"] * 20 + ["right"] * 20,
                    1.0,
                    "One tree. The rows in its bag are left out of the score, all others are named "
                    "rightly.",
                ),
                score(
                    (60, None, 1, None),
                    MIXED,
                    MIXED_LABELS,
                    2 / 3,
                    "20 of 30 rows can be named by trees that did not see them, 10 have labels of "
                    "their own.",
                ),
                Trials(scene=fitted_again, trials=1, test=scores_fault, alarm=1e-7),
                # Each tree is wrong on a seventh of the rows, but the vote is right on all.
                score(
                    (150, 1, 1, 1),
                    VOTES,
                    [0] * 21 + [1] * 21,
                    1.0,
                    "Each tree names 6 rows of 7; the vote of a row's out-of-bag trees names them "
                    "all.",
                ),
            ],
            nudge="For each row, let only the trees vote for which it is out-of-bag. Then compare "
            "with y.",
        ),
    ],
    hints=[
        "Your tree can do everything except differ from itself. Where can randomness come in, and "
        "which of these sources does the tree already have?",
        "Each tree gets its own bag: n row indices drawn with replacement. Fit the tree on these "
        "rows, once for each time they were drawn. About a third of the rows stay out-of-bag.",
        "While you fit, keep a table of votes, with one row per row of X and one column per "
        "label. Each tree adds its shares to its out-of-bag rows. At the end, leave out rows "
        "without votes. The score is how often the largest entry is the row's own label.",
        "`bag = rng.integers(n, size=n)`, `out = np.setdiff1d(np.arange(n), bag)`. Number the "
        "labels once with `self.classes_, codes = np.unique(y, return_inverse=True)` and fit "
        "trees on `codes[bag]`: then a tree's own `classes_` are column numbers, and "
        "`votes[np.ix_(out, tree.classes_)] += tree.predict_proba(X[out])` is all you need. "
        "`predict_proba` adds up in the same way and divides by the number of trees.",
    ],
)
