"""Checks of lesson 112: a toy forest that looks rows up, and a real one that learns.

NumPy and pandas are imported where an argument is made, so that the module itself needs neither.
"""

from __future__ import annotations

import hashlib
import math
import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field
from fractions import Fraction
from typing import Any

from ..exercise import Answer, Exercise, Outcome, Right, Verdict, Wrong
from ..groups import Case, Failure, Group, Growth, Named, case, of_trouble, passed, show_call
from ..groups.base import LIMIT, Trying
from ..groups.chances import FALSE_ALARM, divergence, largest_divergence
from ..values import plain, same, show

SKLEARN = (
    "sklearn", "sklearn.tree", "sklearn.ensemble", "DecisionTreeClassifier", "ExtraTreeClassifier",
    "RandomForestClassifier", "ExtraTreesClassifier", "BaggingClassifier", "lightgbm", "xgboost",
)  # fmt: skip
TINY = 1e-9


# ---- arguments that are made when the answer is called


@dataclass(frozen=True)
class Array:
    """Becomes a NumPy array."""

    items: Sequence

    def made(self) -> Any:
        import numpy

        return numpy.array(self.items)

    def __repr__(self) -> str:
        return f"np.array({plain(_as_lists(self.items))})"


@dataclass(frozen=True)
class Frame:
    """Becomes a pandas data frame; ``index`` are the names of its rows, None for 0, 1, 2, ..."""

    columns: Mapping[str, Sequence]
    index: Sequence | None = None

    def made(self) -> Any:
        import pandas

        return pandas.DataFrame({name: list(self.columns[name]) for name in self.columns},
                                index=None if self.index is None else list(self.index))

    def __repr__(self) -> str:
        index = "" if self.index is None else f", index={list(self.index)}"
        columns = {name: list(self.columns[name]) for name in self.columns}
        return f"pd.DataFrame({columns}{index})"


@dataclass(frozen=True)
class Seeded:
    """Becomes a NumPy generator. The number is a hash, so it says nothing of what it is made of."""

    seed: int

    @classmethod
    def of(cls, seed: int, number: int) -> Seeded:
        """Generator ``number`` of a run of the checks with ``seed``."""
        return cls(int(hashlib.sha256(f"{seed} {number}".encode()).hexdigest()[:8], 16))

    def made(self) -> Any:
        import numpy

        return numpy.random.default_rng(self.seed)

    def __repr__(self) -> str:
        return f"np.random.default_rng({self.seed})"


def _as_lists(items: Any) -> Any:
    return [_as_lists(each) for each in items] if isinstance(items, (list, tuple)) else items


def _made(args: Sequence[Any]) -> tuple:
    return tuple(arg.made() if isinstance(arg, (Array, Frame, Seeded)) else arg for arg in args)


class Making:
    """An answer whose calls make their arguments first."""

    def __init__(self, answer: Answer) -> None:
        self.name = answer.name
        self._answer = answer

    def call(self, args: tuple, **options: Any) -> Outcome:
        return self._answer.call(_made(args), **options)

    def operate(self, init: tuple, steps: Sequence[tuple[str, tuple]], **options: Any) -> list:
        made = [(method, _made(args)) for method, args in steps]
        return self._answer.operate(_made(init), made, **options)


def changed(args: Sequence[Any], outcome: Outcome) -> tuple[str, str] | None:
    """The first argument that is not as it was, before and after."""
    for before, after in zip(args, outcome.after):
        if isinstance(before, Seeded):
            continue
        was = plain(_made([before])[0])
        if not same(after, was, rel=0):
            return show(was), show(after)
    return None


@dataclass(frozen=True, eq=False)
class OnArrays(Group):
    """`Group` for functions of arrays and data frames."""

    def _attempt(self, answer: Answer, each: Case) -> Failure | None:
        return Group._attempt(self, Making(answer), each)  # type: ignore[arg-type]

    @staticmethod
    def _changed(case: Case, outcome: Outcome) -> tuple[str, str] | None:
        return changed(case.args, outcome)


# ---- the toy forest


def most_frequent(data: Frame, new_point: Mapping[str, Any]) -> Any:
    """What the toy forest should give, a set where several labels are equally frequent."""
    [label] = [name for name in data.columns if name not in new_point]
    rows = range(len(data.columns[label]))
    found = Counter(
        data.columns[label][row]
        for row in rows
        if all(data.columns[name][row] == value for name, value in new_point.items())
    )
    best = [each for each, count in found.items() if count == max(found.values())]
    return frozenset(best) if len(best) > 1 else best[0] if best else None


def any_of(got: Any, want: Any) -> bool:
    """Equal, or equal to one of a set."""
    options = want if isinstance(want, frozenset) else [want]
    return any(same(got, each) for each in options)


def toy_tables(with_odd_parts: bool) -> Callable[[], Any]:
    """Strategies of a data frame and a new point, whose values mostly occur in the frame.

    With odd parts: the label stands anywhere, rows have other names than 0, 1, 2, ..., labels
    may be falsy, and often no row matches.
    """

    def inputs():
        from hypothesis import strategies as st

        kinds = [(0, 1), ("no", "yes"), (False, True), (3, 7, 20)]
        labels = [("A", "B"), (0, 1), ("", "x", "y"), (False, True), (-1, 0, 5)]

        @st.composite
        def tables(draw):
            names = draw(st.permutations(["a", "b", "c", "y"]))[: draw(st.integers(2, 4))]
            at = draw(st.integers(0, len(names) - 1)) if with_odd_parts else len(names) - 1
            size = draw(st.integers(1, 8))
            columns, point = {}, {}
            for place, name in enumerate(names):
                kind = draw(st.sampled_from(labels if place == at else kinds))
                some = st.sampled_from(kind)
                columns[name] = tuple(draw(st.lists(some, min_size=size, max_size=size)))
                if place != at:
                    rare = with_odd_parts and draw(st.integers(0, 3)) == 0
                    point[name] = draw(some if rare else st.sampled_from(columns[name]))
            index = None
            if with_odd_parts and draw(st.booleans()):
                index = tuple(draw(st.lists(st.integers(0, 9), min_size=size, max_size=size)))
            keys = draw(st.permutations(sorted(point)))
            return Frame(columns, index), {key: point[key] for key in keys}

        return tables()

    return inputs


# ---- impurity and splits


def gini_of(labels: Any) -> float:
    """The chance that two rows, drawn with putting back, have different labels."""
    labels = list(labels.items if isinstance(labels, Array) else labels)
    unlike = sum(one != other for one in labels for other in labels)
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


@dataclass(frozen=True, eq=False)
class Splits(Trying, Named):
    """Calls of `best_split`.

    The threshold is judged by the rows on its sides, and with ``exact`` also as a number.
    """

    _: KW_ONLY
    cases: Sequence[Case] = ()
    inputs: Any = None
    tries: int = 80
    exact: bool = False
    _memory: dict = field(default_factory=dict, repr=False)

    def _with_want(self, drawn: tuple) -> Case:
        return Case(drawn, None)

    def _attempt(self, answer: Answer, each: Case) -> Failure | None:
        x, y = each.args[0].items, each.args[1].items
        min_leaf = each.args[2] if len(each.args) > 2 else 1
        gains = {t: gain_of(x, y, t, min_leaf, _gini) for t in thresholds(x)}
        allowed = {t: gain for t, gain in gains.items() if gain is not None}
        best = max(allowed.values(), default=None)
        want = [(t, gain) for t, gain in allowed.items() if gain >= best - TINY] or [None]
        expected = " or ".join(show(each, 60) for each in want[:3])
        outcome = Making(answer).call(each.args, limit=LIMIT)
        call = show_call(answer.name, each.args)
        if outcome.trouble:
            return of_trouble(outcome.trouble, call, expected)
        text = self._wrong(outcome.value, x, want)
        if text:
            return Failure(text, call, expected, show(outcome.value))
        if other := changed(each.args, outcome):
            return Failure("It changes its argument.", call, *other)
        return None

    def _wrong(self, got: Any, x: Sequence[float], want: Sequence) -> str | None:
        if want == [None] or got is None:
            if want == [got]:
                return None
            return "No threshold is allowed here." if want == [None] else "There is a threshold."
        if not isinstance(got, (tuple, list)) or len(got) != 2 or not all(
            isinstance(part, (int, float)) for part in got
        ):
            return "It should give a pair of numbers: threshold and gain."
        left = [value <= got[0] for value in x]
        alike = [pair for pair in want if [value <= pair[0] for value in x] == left]
        if not alike:
            return "Another threshold has a larger gain, or this one is not allowed."
        if abs(got[1] - alike[0][1]) > 1e-6:
            return "The gain of this threshold is another."
        if self.exact and not same(got[0], alike[0][0]):
            return "The threshold is not halfway between two neighbouring values."
        return None


def columns_and_labels(distinct: bool) -> Callable[[], Any]:
    """Strategies of x, y and perhaps min_leaf; the values of x are distinct or repeated."""

    def inputs():
        from hypothesis import strategies as st

        value = st.integers(-20, 20).map(float) if distinct else st.sampled_from([-3.0, 0.0, 0.5, 9.0])
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
    return _made([Array(x), Array(y)])


def every_threshold(x, y) -> tuple[float, float] | None:
    """Try each threshold and count both sides anew."""
    best = None
    for threshold in thresholds(x):
        left: dict = {}
        right: dict = {}
        for value, label in zip(x, y):
            side = left if value <= threshold else right
            side[label] = side.get(label, 0) + 1
        mixed = _mixed(left, right, len(x))
        if best is None or mixed < best[1]:
            best = threshold, mixed
    return best


def sorted_once(x, y) -> tuple[float, float] | None:
    """Sort, then move one row after the other from the right to the left."""
    best = None
    left: dict = {}
    right = dict(Counter(y))
    pairs = sorted(zip(x, y))
    for (value, label), (after, _) in zip(pairs, pairs[1:]):
        left[label] = left.get(label, 0) + 1
        right[label] -= 1
        if value < after:
            mixed = _mixed(left, right, len(x))
            if best is None or mixed < best[1]:
                best = (value + after) / 2, mixed
    return best


def _mixed(left: Mapping, right: Mapping, n: int) -> float:
    squares = 0.0
    for counts in (left, right):
        squares += sum(count * count for count in counts.values()) / sum(counts.values())
    return 1 - squares / n


@dataclass(frozen=True, eq=False)
class SplitWork(Growth):
    """`Growth` of `best_split`, its memory, and a call with so many rows that n² is too slow."""

    _: KW_ONLY
    rows: int = 30_000
    bytes_a_row: int = 1_500

    def run(self, answer: Answer, seed: int = 0) -> Verdict:
        verdict = super().run(answer, seed)
        if verdict.state != "passed":
            return verdict
        size = self.sizes[-1]
        peak = answer.call(self.args(size), limit=self.limit, count=True).peak
        if peak is None or peak > self.bytes_a_row * size:
            used = "an unknown number of bytes" if peak is None else f"{peak:,} bytes"
            return Failure(
                "Its memory grows faster than the number of rows.", f"{size:,} rows",
                f"at most {self.bytes_a_row * size:,} bytes", used,
            ).verdict(self)
        outcome = answer.call(self.args(self.rows), limit=5.0)
        if outcome.trouble:
            call = f"{answer.name}(x, y) with {self.rows:,} rows"
            return of_trouble(outcome.trouble, call, "a result").verdict(self)
        return passed(self)


# ---- what trees and forests are asked


class Fault(Exception):
    """Ends the run of a group; ``failure`` is what it reports."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.message)
        self.failure = failure


Steps = Sequence[tuple[str, tuple]]
OOB = ("__getattribute__", ("oob_score_",))


def fit(X: Sequence, y: Sequence) -> tuple[str, tuple]:
    """The step ``fit(X, y)``."""
    return "fit", (Array(X), Array(y))


def proba(X: Sequence) -> tuple[str, tuple]:
    """The step ``predict_proba(X)``."""
    return "predict_proba", (Array(X),)


def predict(X: Sequence) -> tuple[str, tuple]:
    """The step ``predict(X)``."""
    return "predict", (Array(X),)


def as_lines(name: str, init: tuple, steps: Steps) -> str:
    """The steps as lines of Python."""
    lines = [f"x = {show_call(name, init)}"]
    for method, args in steps:
        lines.append("x.oob_score_" if (method, args) == OOB else f"x.{show_call(method, args)}")
    return "\n".join(lines)


def ask(answer: Answer, init: tuple, steps: Steps, limit: float = 5.0) -> list[Any]:
    """What the steps give; raises `Fault` at an exception or where an argument was changed."""
    outcomes = Making(answer).operate(init, steps, limit=limit)
    for at, outcome in enumerate(outcomes):
        call = as_lines(answer.name, init, steps[: at + 1])
        if outcome.trouble:
            raise Fault(of_trouble(outcome.trouble, call, "a result"))
        if other := changed(steps[at][1], outcome):
            raise Fault(Failure("It changes its argument.", call, *other))
    return [outcome.value for outcome in outcomes]


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


def is_table(rows: int, columns: int, test: Callable[[list[list[float]]], bool]) -> Callable:
    """An expectation of `Scene`: shares of this shape that pass a test."""

    def holds(value: Any) -> bool:
        found = table(value, rows, columns)
        return found is not None and test(found)

    return holds


@dataclass(frozen=True)
class Expect:
    """What a step of a `Scene` should give, where that is not one value."""

    text: str
    test: Callable[[Any], bool]


@dataclass(frozen=True)
class Scene:
    """Calls of one instance, and what the steps should give: a value, an `Expect`, or ``...``
    for what is open. Without a generator in ``init`` it may not need one."""

    init: tuple
    steps: Steps
    want: Sequence
    limit: float = 5.0

    def run(self, answer: Answer) -> None:
        """Raises `Fault` where the answer does something else."""
        for at, got in enumerate(ask(answer, self.init, self.steps, self.limit)):
            want = self.want[at]
            if want is ...:
                continue
            right = want.test(got) if isinstance(want, Expect) else same(got, want, rel=1e-6)
            if not right:
                call = as_lines(answer.name, self.init, self.steps[: at + 1])
                expected = want.text if isinstance(want, Expect) else show(want)
                text = "The last line gives another value."
                raise Fault(Failure(text, call, expected, show(got)))


@dataclass(frozen=True, eq=False)
class Scenes(Named):
    """Scenes, one after the other. ``more(answer, seed)`` may raise `Fault` too."""

    _: KW_ONLY
    scenes: Sequence[Scene] = ()
    more: Sequence[Callable[[Answer, int], None]] = ()

    def run_examples(self, answer: Answer) -> Verdict | None:
        """The scenes alone."""
        return self._all(answer, [scene.run for scene in self.scenes]) if self.scenes else None

    def run(self, answer: Answer, seed: int = 0) -> Verdict:
        """The scenes, then the rest."""
        steps = [scene.run for scene in self.scenes]
        return self._all(answer, steps + [lambda a, each=each: each(a, seed) for each in self.more])

    def _all(self, answer: Answer, steps: Sequence[Callable[[Answer], None]]) -> Verdict:
        try:
            for step in steps:
                step(answer)
        except Fault as fault:
            return fault.failure.verdict(self)
        return passed(self)


# ---- trees that may be grown from a table


class Grown:
    """The trees that the rules of the lesson allow for a table, asked about some points.

    Ties between splits, Gini or entropy, and splits that gain nothing are open.
    """

    def __init__(self, case: TreeCase, impurity: Callable, asked: Sequence, told: Sequence) -> None:
        self._case, self._impurity, self._asked, self._told = case, impurity, asked, told
        self._labels = sorted(set(case.labels))
        self._known: dict[tuple, bool] = {}

    def allows(self) -> bool:
        """Whether one of them says what was told."""
        return self._allows(tuple(range(len(self._case.rows))), tuple(range(len(self._asked))), 0)

    def one(self) -> list[list[float]]:
        """What the tree with the first of tied splits says."""
        said: list[list[float]] = [[]] * len(self._asked)
        waiting = [(tuple(range(len(self._case.rows))), tuple(range(len(self._asked))), 0)]
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
        found = Counter(self._case.labels[row] for row in rows)
        return [found[label] / len(rows) for label in self._labels]

    def _splits(self, rows: tuple, depth: int) -> list[tuple[float, int, float]]:
        """The best splits of a node as (gain, feature, threshold); none where it must be a leaf."""
        labels = [self._case.labels[row] for row in rows]
        if len(set(labels)) == 1 or depth == self._case.max_depth:
            return []
        found = []
        for feature in range(len(self._case.rows[0])):
            x = [self._case.rows[row][feature] for row in rows]
            for threshold in thresholds(x):
                gain = gain_of(x, labels, threshold, self._case.min_leaf, self._impurity)
                if gain is not None:
                    found.append((gain, feature, threshold))
        best = max((gain for gain, _, _ in found), default=0)
        return [split for split in found if split[0] >= best - TINY]

    def _parts(self, rows: tuple, points: tuple, split: tuple) -> Iterator[tuple[tuple, tuple]]:
        feature, threshold = split
        for left in (True, False):
            yield (
                tuple(r for r in rows if (self._case.rows[r][feature] <= threshold) == left),
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
class TreeCase:
    """A table and the settings of a tree."""

    rows: Sequence[Sequence[float]]
    labels: Sequence
    max_depth: int | None = None
    min_leaf: int = 1

    def points(self) -> list[tuple[float, ...]]:
        """Points on, between and next to all places where a threshold may stand."""
        found = {tuple(row) for row in self.rows}
        for feature in range(len(self.rows[0])):
            values = sorted({row[feature] for row in self.rows})
            middles = {(a + b) / 2 for a in values for b in values}
            for row in self.rows:
                for value in middles | {middle + 1 / 64 for middle in middles}:
                    found.add((*row[:feature], value, *row[feature + 1 :]))
        return sorted(found)


@dataclass(frozen=True, eq=False)
class Trees(Trying, Named):
    """Trees grown from small tables, asked at every place where they may differ."""

    _: KW_ONLY
    cases: Sequence[TreeCase] = ()
    inputs: Any = None
    tries: int = 40
    scenes: Sequence[Scene] = ()
    _memory: dict = field(default_factory=dict, repr=False)

    def _with_want(self, drawn: Any) -> Case:
        return Case(tuple(drawn), None)

    def run(self, answer: Answer, seed: int = 0) -> Verdict:
        """The cases, the drawn tables, then the scenes."""
        verdict = super().run(answer, seed)
        if verdict.state != "passed" or not self.scenes:
            return verdict
        return Scenes(self.name, points=self.points, nudge=self.nudge, scenes=self.scenes).run(answer)

    def _attempt(self, answer: Answer, each: Case | TreeCase) -> Failure | None:
        try:
            self._judge(answer, TreeCase(*each.args) if isinstance(each, Case) else each)
        except Fault as fault:
            return fault.failure
        return None

    def _judge(self, answer: Answer, case: TreeCase) -> None:
        points = case.points()
        labels = sorted(set(case.labels))
        init = case.max_depth, case.min_leaf, None, None
        start = fit(case.rows, case.labels)
        _, shares, named = ask(answer, init, [start, proba(points), predict(points)])
        told = table(shares, len(points), len(labels))
        if told is None:
            call = as_lines(answer.name, init, [start, proba(points)])
            text = "predict_proba gives a row for each row asked and a column for each label."
            expected = f"{len(points)} rows of {len(labels)} shares that sum to 1"
            raise Fault(Failure(text, call, expected, show(shares)))
        if not any(Grown(case, each, points, told).allows() for each in (_gini, _entropy)):
            self._raise_difference(answer.name, init, start, case, points, told)
        for point, row, name in zip(points, told, named):
            likely = [label for label, share in zip(labels, row) if share > max(row) - 1e-6]
            if not any(same(name, label) for label in likely):
                call = as_lines(answer.name, init, [start, predict([point])])
                text = "predict gives a label with the largest share."
                raise Fault(Failure(text, call, show(likely[0]), show(name)))

    @staticmethod
    def _raise_difference(name, init, start, case: TreeCase, points, told) -> None:
        want = Grown(case, _gini, points, told).one()
        pairs = zip(points, want, told)
        point, wanted, got = next(p for p in pairs if not same(p[1], p[2], rel=1e-6))
        call = as_lines(name, init, [start, proba([point])])
        text = "No tree that the rules allow says this."
        raise Fault(Failure(text, call, show([wanted]), show([got])))


VALUES = (0.0, 1.0, 2.5, 4.0, 8.0)


def small_tables(depths: Sequence, leaves: Sequence[int]) -> Callable[[], Any]:
    """Strategies of rows, labels, max_depth and min_samples_leaf."""

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

        return tables()

    return inputs


# ---- chance


GRADED = [[y ^ (number < flipped) for flipped in (0, 1, 2)] for y in (0, 1) for number in range(6)]
"""Twelve rows, six of each label. The first feature is the label, the second is wrong for one row
of each label, the third for two: a split by an earlier one is always better."""
GRADED_LABELS = [0] * 6 + [1] * 6
UNITS = [[int(a == b) for b in range(3)] for a in range(3)]
CUBE = [[float(a), float(b), float(c)] for a in range(3) for b in range(3) for c in range(3)]


def law_of_best(width: int, drawn: int) -> list[Fraction]:
    """How likely each of ``width`` graded features is the best of ``drawn`` different ones."""
    ways = math.comb(width, drawn)
    return [Fraction(math.comb(width - 1 - best, drawn - 1), ways) for best in range(width)]


def compare_law(counts: Sequence[float], law: Sequence[Any], trials: int, tests: int) -> bool:
    """Whether counts agree with a law; right ones don't with a chance of at most 1e-6, over
    ``tests`` comparisons."""
    most = largest_divergence(trials, tests)
    return all(
        divergence(min(max(count / trials, 0.0), 1.0), float(chance)) <= most
        for count, chance in zip(counts, law)
    )


def draws_features(answer: Answer, seed: int, trials: int = 80) -> None:
    """The best of the features drawn is used, and each set of them is equally likely."""
    start = fit(GRADED, GRADED_LABELS)
    for drawn in (1, 2, 3):
        counts = [0, 0, 0]
        for trial in range(trials if drawn < 3 else 10):
            init = 1, 1, drawn, Seeded.of(seed, trial)
            named = ask(answer, init, [start, predict(UNITS)])[1]
            chosen = [at for at in range(3) if same(named[at], 1)] if len(named) == 3 else []
            if len(chosen) != 1:
                call = as_lines(answer.name, init, [start, predict(UNITS)])
                text = "A tree of one split looks at one feature."
                raise Fault(Failure(text, call, "a single 1", show(named)))
            counts[chosen[0]] += 1
        if not compare_law(counts, law_of_best(3, drawn), sum(counts), 9):
            text = (
                "Three features, the first the best and the last the worst. How often the split "
                f"uses each of them does not fit {drawn} different features drawn at random."
            )
            law = [f"{float(chance):.2f}" for chance in law_of_best(3, drawn)]
            found = [f"{count / sum(counts):.2f}" for count in counts]
            call = f"{sum(counts)} trees with max_features={drawn}"
            raise Fault(Failure(text, call, ", ".join(law), ", ".join(found)))


def draws_at_each_split(answer: Answer, seed: int, trees: int = 5) -> None:
    """Trees that keep to one feature have at most three leaves for the 27 cells of a cube.

    Trees that draw anew have three leaves at most with a chance of 1/81 or less, and all five of
    them with one below 1e-9.
    """
    start, leaves = fit(CUBE, range_labels(27)), []
    for number in range(trees):
        init = None, 1, 1, Seeded.of(seed, 1_000 + number)
        named = ask(answer, init, [start, predict(CUBE)])[1]
        leaves.append(len({show(name) for name in named}))
    if max(leaves) <= 3:
        text = "With max_features=1 a whole tree uses one feature: it is not drawn at each split."
        call = as_lines(answer.name, init, [start, predict(CUBE)])
        raise Fault(Failure(text, call, "more than 3 different labels", show(leaves)))


def same_seed_same_tree(answer: Answer, seed: int) -> None:
    """The generator alone decides which features are drawn."""
    steps, found = [fit(GRADED, GRADED_LABELS), predict(UNITS)], []
    for number in [*range(12)] * 2:
        found.append(ask(answer, (1, 1, 1, Seeded.of(seed, number)), steps)[1])
    if not same(found[:12], found[12:]):
        text = "Generators with the same seeds lead to other trees: chance comes from elsewhere."
        raise Fault(Failure(text, "12 trees of one split, twice", show(found[:12]), show(found[12:])))


def range_labels(n: int) -> list[int]:
    """n different labels."""
    return list(range(n))


# ---- forests

BAG_ROWS, BAG_TREES = 5, 200
LINE = [[float(row)] for row in range(BAG_ROWS)]


def bag_shares(answer: Answer, seed: int, number: int) -> list[list[float]]:
    """What a forest says of five rows with five labels. A tree names the label of a row exactly
    if that row is in its bag."""
    init = BAG_TREES, None, 1, None, Seeded.of(seed, number)
    steps = [fit(LINE, range_labels(BAG_ROWS)), proba(LINE)]
    got = ask(answer, init, steps)[1]
    found = table(got, BAG_ROWS, BAG_ROWS)
    if found is None:
        text = "predict_proba gives a row for each row asked and a column for each label."
        expected = "5 rows of 5 shares that sum to 1"
        raise Fault(Failure(text, as_lines(answer.name, init, steps), expected, show(got)))
    return found


def distinct_in_bag(n: int) -> list[float]:
    """The chances that a bag of n rows has 0, 1, ..., n different ones."""
    law = [1.0] + [0.0] * n
    for _ in range(n):
        law = [
            law[d] * d / n + (law[d - 1] * (n - d + 1) / n if d else 0.0) for d in range(n + 1)
        ]
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


def draws_bags(answer: Answer, seed: int) -> None:
    """Each tree has a bag of n rows with putting back."""
    shares = bag_shares(answer, seed, 0)
    init = BAG_TREES, None, 1, None, Seeded.of(seed, 0)
    call = as_lines(answer.name, init, [fit(LINE, range_labels(BAG_ROWS)), proba(LINE)])
    own = [shares[row][row] for row in range(BAG_ROWS)]
    if all(share in (0.0, 1.0) for row in shares for share in row):
        text = "All trees say the same: each needs a bag of rows of its own."
        raise Fault(Failure(text, call, "shares between 0 and 1", show(shares)))
    counts = [share * BAG_TREES for share in own]
    inside = 1 - (1 - 1 / BAG_ROWS) ** BAG_ROWS
    likely = compare_law(counts, [inside] * BAG_ROWS, BAG_TREES, 6)
    likely = likely and total_is_likely(sum(counts), BAG_TREES, BAG_ROWS, FALSE_ALARM / 6)
    if not likely:
        text = (
            "A tree knows a row's own label only if the row is in its bag. How often that is so "
            "does not fit bags of n rows drawn with putting back."
        )
        expected = f"each row in about {inside:.0%} of the bags"
        raise Fault(Failure(text, call, expected, ", ".join(f"{share:.1%}" for share in own)))


def bags_from_rng_alone(answer: Answer, seed: int) -> None:
    """The same seed gives the same forest, another seed another one."""
    first, again, other = (bag_shares(answer, seed, number) for number in (1, 1, 2))
    call = f"two forests of {BAG_TREES} trees"
    if first != again:
        text = "Two generators with one seed lead to different forests: chance comes from elsewhere."
        raise Fault(Failure(text, call, show(first[0]), show(again[0])))
    if first == other:
        text = "Generators with different seeds lead to the same forest."
        raise Fault(Failure(text, call, "shares that differ", show(first[0])))


TWINS = [[float(side)] * 4 for side in (0, 1) for _ in range(20)]
TWIN_LABELS = [0] * 20 + [1] * 20
NOISY = [[float(side), float(number % 2)] for side in (0, 1) for number in range(30)]
NOISY_LABELS = [0] * 30 + [1] * 30


def forest_draws_features(answer: Answer, seed: int, trees: int = 120) -> None:
    """Of four equal features each is used by about a quarter of the trees of one split."""
    probes = [[float(a == b) for b in range(4)] for a in range(4)]
    init = trees, 1, 1, 1, Seeded.of(seed, 10)
    steps = [fit(TWINS, TWIN_LABELS), proba(probes)]
    got, again = (ask(answer, init, steps)[1] for _ in range(2))
    found = table(got, 4, 2)
    call = as_lines(answer.name, init, steps)
    if not same(got, again):
        text = "The same seed leads to another forest: features are drawn from another source."
        raise Fault(Failure(text, call, f"{show(got)} again", show(again)))
    expected = "about 0.25 for label 1 in each row"
    if found is None or not compare_law([r[1] * trees for r in found], [0.25] * 4, trees, 4):
        text = "Four equal features, one drawn for each split: all are used equally often."
        raise Fault(Failure(text, call, expected, show(got)))


def forest_passes_on_how_many(answer: Answer, seed: int, trees: int = 100) -> None:
    """With one of two features drawn, the useless one must be used by about half of the trees."""
    for drawn, holds, expected in (
        (1, lambda share: 0.5 < share < 0.95, "about 0.75 for label 1"),
        (2, lambda share: share > 0.99, "1.0 for label 1"),
    ):
        init = trees, 1, 1, drawn, Seeded.of(seed, 20 + drawn)
        steps = [fit(NOISY, NOISY_LABELS), proba([[1.0, 0.0], [1.0, 1.0]])]
        got = ask(answer, init, steps)[1]
        found = table(got, 2, 2)
        if found is None or not holds((found[0][1] + found[1][1]) / 2):
            text = f"The first feature is the label, the second is noise. max_features is {drawn}."
            call = as_lines(answer.name, init, steps)
            raise Fault(Failure(text, call, expected, show(got)))


def forest_draws_at_each_split(answer: Answer, seed: int, trees: int = 10) -> None:
    """As `draws_at_each_split`: the shares of the right labels add up to the leaves of a tree."""
    init = trees, None, 1, 1, Seeded.of(seed, 30)
    steps = [fit(CUBE, range_labels(27)), proba(CUBE)]
    got = ask(answer, init, steps)[1]
    found = table(got, 27, 27)
    leaves = sum(found[row][row] for row in range(27)) if found else 0
    if leaves <= 3.01:
        text = "With max_features=1 a whole tree uses one feature: it is not drawn at each split."
        call = as_lines(answer.name, init, steps)
        raise Fault(Failure(text, call, "more than 3 leaves a tree", f"{leaves:.2f} leaves a tree"))


def score_is(
    answer: Answer, init: tuple, X: Sequence, y: Sequence, want: float, why: str
) -> None:
    """Raises `Fault` if the out-of-bag score is not ``want``."""
    steps = [fit(X, y), OOB]
    got = ask(answer, init, steps)[1]
    if not isinstance(got, (int, float)) or not same(got, want, rel=1e-6):
        call = as_lines(answer.name, init, steps)
        raise Fault(Failure(why, call, show(want), show(got)))


def out_of_bag(answer: Answer, seed: int) -> None:
    """Tables for which the score is certain, but for less than one seed in a million."""
    unknown = [[float(row)] for row in range(12)]
    text = "Each row has a label of its own, so no tree that did not see a row can name its label."
    score_is(answer, (5, None, 1, None, Seeded.of(seed, 40)), unknown, range_labels(12), 0.0, text)
    sides = [[float(side)] for side in (0, 9) for _ in range(20)]
    labels = ["left"] * 20 + ["right"] * 20
    text = "One tree. The rows in its bag are left out of the score, all others are named rightly."
    score_is(answer, (1, None, 1, None, Seeded.of(seed, 41)), sides, labels, 1.0, text)
    mixed = [[float(side)] for side in (0, 90) for _ in range(10)]
    mixed += [[200.0 + 10 * row] for row in range(10)]
    labels = ["left"] * 10 + ["right"] * 10 + [f"own {row}" for row in range(10)]
    text = "20 of 30 rows can be named by trees that did not see them, 10 have labels of their own."
    score_is(answer, (60, None, 1, None, Seeded.of(seed, 42)), mixed, labels, 2 / 3, text)


def out_of_bag_votes(answer: Answer, seed: int) -> None:
    """Each tree is wrong on a tenth of the rows, but the vote of the trees is right on all."""
    rows, labels = [], []
    for side in (0, 1):
        for number in range(20):
            rows.append([float(side ^ (number % 10 == feature)) for feature in range(10)])
            labels.append(side)
    text = "Each tree names 90 % of the rows; the vote of a row's out-of-bag trees names them all."
    score_is(answer, (150, 1, 1, 1, Seeded.of(seed, 43)), rows, labels, 1.0, text)


def edited(name: str, caught_by: str, source: str, *edits: tuple[str, str]) -> Wrong:
    """A wrong solution: a right one with a few texts replaced."""
    for old, new in edits:
        assert source.count(old) == 1, (name, old)
        source = source.replace(old, new)
    return Wrong(name, source, caught_by)


# ---- toy_forest

MATCH = "the rows that match decide"
ODD = "None without a match, any label, column order and index"

PETS = Frame({
    "indoors": (1, 1, 0, 0, 1, 0),
    "small": (1, 0, 1, 0, 1, 1),
    "pet": ("cat", "dog", "cat", "dog", "cat", "bird"),
})  # fmt: skip


def by_mask(vote: str, test: str = "data[name] == value", before: str = "", label: str = "") -> str:
    """A toy forest that keeps the rows which match and then takes ``vote``."""
    label = label or "[name for name in data.columns if name not in new_point][0]"
    return f"""
import numpy as np
import pandas as pd
def toy_forest(data, new_point):
    label = {label}
    {before}
    keep = np.ones(len(data), dtype=bool)
    for name, value in new_point.items():
        keep &= ({test}).to_numpy()
    found = data[keep][label]
    {vote}
"""


MODE = "return None if found.empty else found.mode().iloc[0]"

toy_forest = Exercise(
    difficulty="easy",
    minutes=10,
    groups=[
        OnArrays(
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
        OnArrays(
            ODD,
            cases=[
                case(PETS, {"indoors": 1, "small": 7}, gives=None),
                case(Frame({"y": (0, 0, 1), "a": (5, 5, 5)}), {"a": 5}, gives=0),
                case(Frame({"a": (1, 1), "y": ("", "")}, index=(4, 4)), {"a": 1}, gives=""),
                case(Frame({"a": (), "y": ()}), {"a": 1}, gives=None),
            ],
            inputs=toy_tables(True),
            oracle=most_frequent,
            accept=any_of,
            nudge="The label is the column that new_point lacks, wherever it stands.",
        ),
    ],
    hints=[
        "Take two columns, and split by the first and then by the second. Now the other way round. "
        "Which rows end up in the last cell each time?",
        "A row survives all splits exactly if it equals `new_point` in every column. The order "
        "plays no part, so all the trees of this forest cast the same vote.",
        "Find the label first: the column whose name is not in `new_point`. Keep the rows that "
        "match in all other columns, and count their labels. No rows means `None`.",
        "Start with a mask of `True` for every row. For each name and value do `keep &= data[name] "
        "== value`. With `found = data[keep][label]`, return `None` if `found.empty`, else "
        "`found.mode().iloc[0]`.",
    ],
    wrong=[
        Wrong("all rows vote", by_mask(
            "return None if data.empty else data[label].mode().iloc[0]"), MATCH),
        Wrong("the first row that matches", by_mask(
            "return None if found.empty else found.iloc[0]"), MATCH),
        Wrong("the last row that matches", by_mask(
            "return None if found.empty else found.iloc[-1]"), MATCH),
        Wrong("the least frequent label", by_mask(
            "return None if found.empty else found.value_counts().index[-1]"), MATCH),
        Wrong("the largest label", by_mask("return None if found.empty else max(found)"), MATCH),
        Wrong("repeated rows count once", by_mask(
            MODE, before="data = data.drop_duplicates()"), MATCH),
        Wrong("the first column only", caught_by=MATCH, source="""
def toy_forest(data, new_point):
    label = [name for name in data.columns if name not in new_point][0]
    for name, value in new_point.items():
        found = data[data[name] == value][label]
        return None if found.empty else found.mode().iloc[0]
"""),
        Wrong("one column is enough", caught_by=MATCH, source="""
def toy_forest(data, new_point):
    label = [name for name in data.columns if name not in new_point][0]
    keep = [any(row[n] == v for n, v in new_point.items()) for row in data.to_dict("records")]
    found = data[keep][label]
    return None if found.empty else found.mode().iloc[0]
"""),
        Wrong("each column votes for itself", caught_by=MATCH, source="""
from collections import Counter
def toy_forest(data, new_point):
    label = [name for name in data.columns if name not in new_point][0]
    votes = Counter()
    for name, value in new_point.items():
        votes.update(data[data[name] == value][label])
    return votes.most_common(1)[0][0] if votes else None
"""),
        Wrong("stops before it has no rows", caught_by=ODD, source="""
from collections import Counter
from itertools import permutations
def toy_forest(data, new_point):
    label = [name for name in data.columns if name not in new_point][0]
    votes = Counter()
    for order in permutations(new_point):
        rows = data
        for name in order:
            fewer = rows[rows[name] == new_point[name]]
            if fewer.empty:
                break
            rows = fewer
        if len(rows):
            votes[rows[label].mode().iloc[0]] += 1
    return votes.most_common(1)[0][0] if votes else None
"""),
        Wrong("the most frequent label where none matches", by_mask(
            "return data[label].mode().iloc[0] if found.empty else found.mode().iloc[0]"), ODD),
        Wrong("an exception where none matches", by_mask("return found.mode().iloc[0]"), ODD),
        Wrong("0 where none matches", by_mask(
            "return 0 if found.empty else found.mode().iloc[0]"), ODD),
        Wrong("'None' where none matches", by_mask(
            "return 'None' if found.empty else found.mode().iloc[0]"), ODD),
        Wrong("a falsy label is no label", by_mask(
            "return None if found.empty else found.mode().iloc[0] or None"), ODD),
        Wrong("the label is the last column", by_mask(MODE, label="data.columns[-1]"), ODD),
        Wrong("the label is the first column", by_mask(MODE, label="data.columns[0]"), MATCH),
        Wrong("the label is called y", by_mask(MODE, label="'y'"), MATCH),
        Wrong("the label is part of the match", caught_by=MATCH, source="""
def toy_forest(data, new_point):
    label = [name for name in data.columns if name not in new_point][0]
    best = max(set(data[label])) if len(data) else None
    wanted = {**new_point, label: best}
    keep = [all(row[n] == v for n, v in wanted.items()) for row in data.to_dict("records")]
    found = data[keep][label]
    return None if found.empty else found.mode().iloc[0]
"""),
        Wrong("false values are not compared", by_mask(
            MODE, test="(data[name] == value) | (not value)"), MATCH),
        Wrong("values are compared as numbers", by_mask(
            MODE, test="data[name].astype(float) == float(value)"), MATCH),
        Wrong("at least, not equal", by_mask(MODE, test="data[name] >= value"), MATCH),
        Wrong("the mean of the labels", by_mask(
            "return None if found.empty else round(found.astype(float).mean())"), MATCH),
        Wrong("a series of labels", by_mask("return None if found.empty else found.mode()"), MATCH),
        Wrong("the count, too", by_mask(
            "return None if found.empty else (found.mode().iloc[0], len(found))"), MATCH),
        Wrong("columns by place", caught_by=ODD, source="""
def toy_forest(data, new_point):
    label = [name for name in data.columns if name not in new_point][0]
    values = list(new_point.values())
    found = [row for row in data.values.tolist() if row[: len(values)] == values]
    labels = [row[-1] for row in found]
    return max(set(labels), key=labels.count) if labels else None
"""),
        Wrong("rows are named 0, 1, 2, ...", caught_by=ODD, source="""
def toy_forest(data, new_point):
    label = [name for name in data.columns if name not in new_point][0]
    labels = []
    for i in range(len(data)):
        if all(data.loc[i, name] == value for name, value in new_point.items()):
            labels.append(data.loc[i, label])
    return max(set(labels), key=labels.count) if labels else None
"""),
        Wrong("rows are found by name", caught_by=ODD, source="""
def toy_forest(data, new_point):
    label = [name for name in data.columns if name not in new_point][0]
    names = set(data.index)
    for name, value in new_point.items():
        names &= set(data.index[data[name] == value])
    found = data[data.index.isin(names)][label]
    return None if found.empty else found.mode().iloc[0]
"""),
        Wrong("takes the label out of the table", by_mask(
            MODE, before="labels = data.pop(label); data[label] = labels"), ODD),
        Wrong("empties the new point", caught_by=MATCH, source="""
def toy_forest(data, new_point):
    label = [name for name in data.columns if name not in new_point][0]
    while new_point:
        name, value = new_point.popitem()
        data = data[data[name] == value]
    return None if data.empty else data[label].mode().iloc[0]
"""),
        Wrong("remembers by the new point", caught_by=MATCH, source="""
known = {}
def toy_forest(data, new_point):
    key = tuple(sorted(new_point.items()))
    if key not in known:
        label = [name for name in data.columns if name not in new_point][0]
        keep = [all(r[n] == v for n, v in new_point.items()) for r in data.to_dict("records")]
        found = data[keep][label]
        known[key] = None if found.empty else found.mode().iloc[0]
    return known[key]
"""),
    ],
    right=[
        Right("a mask", by_mask(MODE)),
        Right("counts of values", by_mask(
            "return None if found.empty else found.value_counts().idxmax()")),
        Right("one filter after the other", """
def toy_forest(data, new_point):
    [label] = set(data.columns) - set(new_point)
    for name in new_point:
        data = data[data[name] == new_point[name]]
    return data[label].mode().iloc[0] if len(data) else None
"""),
        Right("every permutation has a vote", """
from collections import Counter
from itertools import permutations
def toy_forest(data, new_point):
    label = next(name for name in data if name not in new_point)
    votes = Counter()
    for order in permutations(new_point):
        rows = data
        for name in order:
            rows = rows[rows[name] == new_point[name]]
        votes[None if rows.empty else rows[label].mode()[0]] += 1
    return votes.most_common(1)[0][0]
"""),
        Right("rows as dicts", """
from collections import Counter
def toy_forest(data, new_point):
    rows = data.to_dict("records")
    found = [row for row in rows if all(row[name] == new_point[name] for name in new_point)]
    label = (set(data.columns) - set(new_point)).pop()
    votes = Counter(row[label] for row in found)
    return votes.most_common(1)[0][0] if votes else None
"""),
        Right("the table against a series", """
import pandas as pd
def toy_forest(data, new_point):
    names = list(new_point)
    keep = (data[names] == pd.Series(new_point)).all(axis=1)
    found = data.loc[keep.to_numpy()].drop(columns=names).iloc[:, 0]
    return None if found.empty else found.mode().iloc[0]
"""),
        Right("NumPy", """
import numpy as np
def toy_forest(data, new_point):
    label = data.columns.difference(list(new_point))[0]
    keep = np.logical_and.reduce([data[n].to_numpy() == v for n, v in new_point.items()])
    values, counts = np.unique(data[label].to_numpy()[keep], return_counts=True)
    return values[counts.argmax()] if len(values) else None
"""),
        Right("a recursion", """
def toy_forest(data, new_point):
    if data.empty:
        return None
    if not new_point:
        names = list(data)
        return data[names[0]].mode().iloc[0]
    (name, value), *rest = new_point.items()
    return toy_forest(data[data[name] == value].drop(columns=name), dict(rest))
"""),
        Right("a join", """
import pandas as pd
def toy_forest(data, new_point):
    label = [name for name in data.columns if name not in new_point][0]
    found = data.astype(object).merge(pd.DataFrame([new_point]).astype(object), on=list(new_point))
    counts = found.groupby(label, sort=False).size() if len(found) else []
    return counts.idxmax() if len(counts) else None
"""),
    ],
)


# ---- gini

HAND = "values worked out by hand"
ANY_LABELS = "any labels in any order"


def shares_of(expression: str, counting: str = "Counter(labels).values()") -> str:
    """An answer that counts the labels and then takes an expression of the shares p."""
    return f"""
import math
from collections import Counter
import numpy as np
def gini(labels):
    labels = list(labels)
    n = len(labels)
    p = [count / n for count in {counting}]
    return {expression}
"""


gini = Exercise(
    difficulty="easy",
    minutes=5,
    groups=[
        OnArrays(
            HAND,
            cases=[
                case(["a", "a", "b", "b"], gives=1 / 2),
                case(["a", "a", "a", "a"], gives=0),
                case(["a", "a", "a", "b"], gives=3 / 8),
                case(["a", "b", "c"], gives=2 / 3),
                case([0, 1, 1, 1, 1], gives=8 / 25),
            ],
            nudge="What is the share of each label? Square each share, add the squares.",
        ),
        OnArrays(
            ANY_LABELS,
            cases=[
                case(["x"], gives=0),
                case([False, False, True], gives=4 / 9),
                case([-3, 5, -3, 0, 5, 5], gives=11 / 18),
                case(Array(("b", "a", "b")), gives=4 / 9),
                case(Array((2, 0, 2, 7)), gives=5 / 8),
            ],
            inputs=lambda: _labels(),
            oracle=gini_of,
            nudge="Labels are only ever equal or not equal.",
        ),
    ],
    hints=[
        "A measure of mixing should be 0 for labels that are all equal. What is the chance that "
        "two rows, each drawn from all rows, have the same label?",
        "A label with the share p is drawn twice with the chance p². Add this over the labels, and "
        "take the rest up to 1.",
        "Count the labels, divide each count by the number of rows, square, add, subtract from 1.",
        "`1 - sum((count / len(labels)) ** 2 for count in Counter(labels).values())`, with "
        "`labels = list(labels)` in front if they may be an array.",
    ],
    wrong=[
        Wrong("the squares themselves", shares_of("sum(q * q for q in p)"), HAND),
        Wrong("half of it", shares_of("(1 - sum(q * q for q in p)) / 2"), HAND),
        Wrong("entropy", shares_of("-sum(q * math.log2(q) for q in p)"), HAND),
        Wrong("the share of errors", shares_of("1 - max(p)"), HAND),
        Wrong("for one label", shares_of("p[0] * (1 - p[0])"), HAND),
        Wrong("for two labels only", shares_of("2 * p[0] * (1 - p[0])"), HAND),
        Wrong("without putting back", shares_of(
            "(1 - sum(q * q for q in p)) * n / max(n - 1, 1)"), HAND),
        Wrong("scaled to 1", shares_of(
            "(1 - sum(q * q for q in p)) * len(p) / max(len(p) - 1, 1)"), HAND),
        Wrong("rounded", shares_of("round(1 - sum(q * q for q in p), 2)"), HAND),
        Wrong("the square of the sum", shares_of("1 - sum(p) ** 2"), HAND),
        Wrong("the variance", shares_of("float(np.var(np.unique(labels, return_inverse=True)[1]))"),
              HAND),
        Wrong("counts for shares", shares_of("1 - sum((q * n) ** 2 for q in p)"), HAND),
        Wrong("divides by the number of labels", caught_by=HAND, source="""
from collections import Counter
def gini(labels):
    counts = Counter(list(labels)).values()
    return 1 - sum((count / len(counts)) ** 2 for count in counts)
"""),
        Wrong("labels are small counts", caught_by=HAND, source="""
import numpy as np
def gini(labels):
    p = np.bincount(labels) / len(labels)
    return float(1 - (p**2).sum())
"""),
        Wrong("labels are 0 and 1", caught_by=HAND, source="""
def gini(labels):
    p = sum(labels) / len(labels)
    return 2 * p * (1 - p)
"""),
        Wrong("equal neighbours make a run", caught_by=ANY_LABELS, source="""
from itertools import groupby
def gini(labels):
    runs = [len(list(run)) for _, run in groupby(labels)]
    return 1 - sum((run / len(labels)) ** 2 for run in runs)
"""),
        Wrong("sorts its argument", caught_by=ANY_LABELS, source="""
from itertools import groupby
def gini(labels):
    labels.sort()
    runs = [len(list(run)) for _, run in groupby(labels)]
    return 1 - sum((run / len(labels)) ** 2 for run in runs)
"""),
        Wrong("falsy labels are left out", shares_of(
            "1 - sum(q * q for q in p)", "Counter(x for x in labels if x).values()"), HAND),
        Wrong("one row is mixed", shares_of("1 - sum(q * q for q in p) if n > 1 else 1.0"),
              ANY_LABELS),
        Wrong("a list only", caught_by=ANY_LABELS, source="""
def gini(labels):
    return 1 - sum((labels.count(x) / len(labels)) ** 2 for x in set(labels))
"""),
        Wrong("counts live on", caught_by=HAND, source="""
from collections import Counter
def gini(labels, counts=Counter()):
    counts.update(list(labels))
    return 1 - sum((count / counts.total()) ** 2 for count in counts.values())
"""),
    ],
    right=[
        Right("a counter", shares_of("1 - sum(q * q for q in p)")),
        Right("p times the rest", shares_of("sum(q * (1 - q) for q in p)")),
        Right("unlike pairs", """
def gini(labels):
    labels = list(labels)
    return sum(a != b for a in labels for b in labels) / len(labels) ** 2
"""),
        Right("NumPy", """
import numpy as np
def gini(labels):
    counts = np.unique(np.asarray(labels), return_counts=True)[1]
    return 1 - ((counts / counts.sum()) ** 2).sum()
"""),
        Right("pandas", """
import pandas as pd
def gini(labels):
    return 1 - (pd.Series(labels).value_counts(normalize=True) ** 2).sum()
"""),
        Right("exact fractions", """
from fractions import Fraction
def gini(labels):
    labels = list(labels)
    return 1 - sum(Fraction(labels.count(x), len(labels)) ** 2 for x in set(labels))
"""),
        Right("sorted runs", """
from itertools import groupby
def gini(labels):
    runs = [len(list(run)) for _, run in groupby(sorted(labels))]
    return 1.0 - sum(run * run for run in runs) / sum(runs) ** 2
"""),
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
