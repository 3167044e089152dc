"""Checks of lesson 112: a toy forest that looks rows up, and a real one that learns.

NumPy and pandas are imported where an argument is made, so that the module itself needs neither.
"""

from __future__ import annotations

import functools
import hashlib
import math
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field
from fractions import Fraction
from typing import Any

from autograder.core.exercise import Exercise
from autograder.core.outcomes import Answer, Outcome, Question
from autograder.core.reports import Verdict
from autograder.core.values import plain, same, show
from autograder.groups import (
    Case,
    Failure,
    Group,
    Growth,
    Named,
    case,
    of_trouble,
    passed,
    show_call,
)
from autograder.groups.base import LIMIT
from autograder.groups.chances import FALSE_ALARM
from autograder.groups.drawn import Asking
from autograder.groups.trials import divergence, largest_divergence

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

    @functools.cached_property
    def made(self) -> Any:
        """It can be shared: answers get copies."""
        import numpy

        return numpy.array(self.items)

    @functools.cached_property
    def as_plain(self) -> Any:
        return plain(self.made)

    def __repr__(self) -> str:
        return f"np.array({plain(_as_lists(self.items))})"


@dataclass(frozen=True)
class Frame:
    """Becomes a pandas data frame; ``index`` are the names of its rows, None for 0, 1, 2, ..."""

    columns: Mapping[str, Sequence]
    index: Sequence | None = None

    @functools.cached_property
    def made(self) -> Any:
        import pandas

        return pandas.DataFrame(
            {name: list(self.columns[name]) for name in self.columns},
            index=None if self.index is None else list(self.index),
        )

    @functools.cached_property
    def as_plain(self) -> Any:
        return plain(self.made)

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

    @property
    def made(self) -> Any:
        import numpy

        return numpy.random.default_rng(self.seed)

    def __repr__(self) -> str:
        return f"np.random.default_rng({self.seed})"


def _as_lists(items: Any) -> Any:
    return [_as_lists(each) for each in items] if isinstance(items, (list, tuple)) else items


def _made(args: Sequence[Any]) -> tuple:
    return tuple(arg.made if isinstance(arg, (Array, Frame, Seeded)) else arg for arg in args)


def changed(args: Sequence[Any], outcome: Outcome) -> tuple[str, str] | None:
    """The first argument that is not as it was, before and after."""
    for before, after in zip(args, outcome.after):
        if isinstance(before, Seeded) or after is _made([before])[0]:
            continue
        was = before.as_plain if isinstance(before, (Array, Frame)) else plain(before)
        moved = isinstance(before, Frame) and isinstance(after, dict) and [*after] != [*was]
        if moved or not same(after, was, rel=0):
            return show(was), show(after)
    return None


@dataclass(frozen=True, eq=False)
class OnArrays(Group):
    """`Group` for functions of arrays and data frames."""

    def _question(self, case: Case) -> Question:
        return Question(_made(case.args), self.limit)

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
class Splits(Asking, Named):
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

    def _question(self, case: Case) -> Question:
        return Question(_made(case.args), LIMIT)

    def _judge(self, name: str, each: Case, outcome: Outcome) -> Failure | None:
        x, y = each.args[0].items, each.args[1].items
        min_leaf = each.args[2] if len(each.args) > 2 else 1
        gains = {t: gain_of(x, y, t, min_leaf, _gini) for t in thresholds(x)}
        allowed = {t: gain for t, gain in gains.items() if gain is not None}
        best = max(allowed.values(), default=None)
        want = [(t, gain) for t, gain in allowed.items() if gain >= best - TINY] or [None]
        expected = " or ".join(show(each, 60) for each in want[:3])
        call = show_call(name, each.args)
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
        if (
            not isinstance(got, (tuple, list))
            or len(got) != 2
            or not all(isinstance(part, (int, float)) for part in got)
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
    return _made([Array(x), Array(y)])


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
                "Its memory grows faster than the number of rows.",
                f"{size:,} rows",
                f"at most {self.bytes_a_row * size:,} bytes",
                used,
            ).verdict(self)
        outcome = answer.call(self.args(self.rows), limit=2.0)
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
    return _values(answer.name, init, steps, _question(init, steps, limit).ask(answer))


def _question(init: tuple, steps: Steps, limit: float = 5.0) -> Question:
    """The question whose answer `_values` reads."""
    made = [(method, _made(args)) for method, args in steps]
    return Question(_made(init), limit, steps=made)


def ask_each(answer: Answer, inits: Sequence[tuple], steps: Steps) -> Iterator[list[Any]]:
    """`ask` with one ``init`` after the other."""
    made = _question((), steps)
    questions = (made._replace(args=_made(init)) for init in inits)
    for init, outcomes in zip(inits, answer.many(questions)):
        yield _values(answer.name, init, steps, outcomes)


def _values(name: str, init: tuple, steps: Steps, outcomes: Sequence[Outcome]) -> list[Any]:
    for at, outcome in enumerate(outcomes):
        other = changed(steps[at][1], outcome)
        if outcome.trouble or other:
            call = as_lines(name, init, steps[: at + 1])
            if outcome.trouble:
                raise Fault(of_trouble(outcome.trouble, call, "a result"))
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


def names_for(answer: Answer, init: tuple, steps: Steps, rows: int) -> list[Any]:
    """What the steps give; raises `Fault` too if the last is no label for each of the rows."""
    found = ask(answer, init, steps)
    _want_labels(answer.name, init, steps, rows, found[-1])
    return found


def names_for_each(
    answer: Answer, inits: Sequence[tuple], steps: Steps, rows: int
) -> Iterator[Any]:
    """The last of `names_for` with one ``init`` after the other."""
    for init, found in zip(inits, ask_each(answer, inits, steps)):
        _want_labels(answer.name, init, steps, rows, found[-1])
        yield found[-1]


def _want_labels(name: str, init: tuple, steps: Steps, rows: int, got: Any) -> None:
    if not isinstance(got, (list, tuple)) or len(got) != rows:
        call = as_lines(name, init, steps)
        text = "predict gives a label for each row asked."
        raise Fault(Failure(text, call, f"{rows} labels", show(got)))


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

    def compare(self, name: str, outcomes: Sequence[Outcome]) -> None:
        """Raises `Fault` where the answer does something else."""
        for at, got in enumerate(_values(name, self.init, self.steps, outcomes)):
            want = self.want[at]
            if want is ...:
                continue
            right = want.test(got) if isinstance(want, Expect) else same(got, want, rel=1e-6)
            if not right:
                call = as_lines(name, self.init, self.steps[: at + 1])
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
        return self._verdict(answer, ()) if self.scenes else None

    def run(self, answer: Answer, seed: int = 0) -> Verdict:
        """The scenes, then the rest."""
        return self._verdict(answer, [functools.partial(each, seed=seed) for each in self.more])

    def _verdict(self, answer: Answer, more: Iterable[Callable[[Answer], None]]) -> Verdict:
        questions = [_question(each.init, each.steps, each.limit) for each in self.scenes]
        try:
            for scene, outcomes in zip(self.scenes, answer.many(questions)):
                scene.compare(answer.name, outcomes)
            for each in more:
                each(answer)
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

    @property
    def args(self) -> tuple:
        """What it was made of."""
        return self.rows, self.labels, self.max_depth, self.min_leaf

    @property
    def init(self) -> tuple:
        """The arguments of the class."""
        return self.max_depth, self.min_leaf, None, None

    @functools.cached_property
    def steps(self) -> Steps:
        """Fit, then ask at each point."""
        return [fit(self.rows, self.labels), proba(self.points), predict(self.points)]

    @functools.cached_property
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
class Trees(Asking, Named):
    """Trees grown from small tables, asked at every place where they may differ."""

    _: KW_ONLY
    cases: Sequence[TreeCase] = ()
    inputs: Any = None
    tries: int = 40
    scenes: Sequence[Scene] = ()
    _memory: dict = field(default_factory=dict, repr=False)

    def _with_want(self, drawn: Any) -> TreeCase:
        return TreeCase(*drawn)

    def run(self, answer: Answer, seed: int = 0) -> Verdict:
        """The cases, the drawn tables, then the scenes."""
        verdict = super().run(answer, seed)
        if verdict.state != "passed" or not self.scenes:
            return verdict
        rest = Scenes(self.name, points=self.points, nudge=self.nudge, scenes=self.scenes)
        return rest.run(answer)

    def _question(self, case: TreeCase) -> Question:
        return _question(case.init, case.steps)

    def _judge(self, name: str, case: TreeCase, outcome: Sequence[Outcome]) -> Failure | None:
        try:
            self._compare(name, case, outcome)
        except Fault as fault:
            return fault.failure
        return None

    def _compare(self, name: str, case: TreeCase, outcomes: Sequence[Outcome]) -> None:
        init, steps, points = case.init, case.steps, case.points
        labels = sorted(set(case.labels))
        _, shares, named = _values(name, init, steps, outcomes)
        _want_labels(name, init, steps, len(points), named)
        told = table(shares, len(points), len(labels))
        if told is None:
            call = as_lines(name, init, steps[:2])
            text = "predict_proba gives a row for each row asked and a column for each label."
            expected = f"{len(points)} rows of {len(labels)} shares that sum to 1"
            raise Fault(Failure(text, call, expected, show(shares)))
        if not any(Grown(case, each, points, told).allows() for each in (_gini, _entropy)):
            self._raise_difference(name, case, told)
        for point, row, label in zip(points, told, named):
            likely = [each for each, share in zip(labels, row) if share > max(row) - 1e-6]
            if not any(same(label, each) for each in likely):
                call = as_lines(name, init, [steps[0], predict([point])])
                text = "predict gives a label with the largest share."
                raise Fault(Failure(text, call, show(likely[0]), show(label)))

    @staticmethod
    def _raise_difference(name: str, case: TreeCase, told: Sequence) -> None:
        want = Grown(case, _gini, case.points, told).one()
        pairs = zip(case.points, want, told)
        point, wanted, got = next(p for p in pairs if not same(p[1], p[2], rel=1e-6))
        call = as_lines(name, case.init, [case.steps[0], proba([point])])
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


def law_of_best(width: int, drawn: int) -> list[Fraction]:
    """How likely each of ``width`` graded features is the best of ``drawn`` different ones."""
    ways = math.comb(width, drawn)
    return [Fraction(math.comb(width - 1 - best, drawn - 1), ways) for best in range(width)]


def compare_law(counts: Sequence[float], law: Sequence[Any], trials: int, tests: int) -> bool:
    """Whether counts agree with a law; right ones don't with a chance of at most 1e-6, over
    ``tests`` comparisons."""
    most = largest_divergence(trials, tests, FALSE_ALARM)
    return all(
        divergence(min(max(count / trials, 0.0), 1.0), float(chance)) <= most
        for count, chance in zip(counts, law)
    )


def draws_features(answer: Answer, seed: int) -> None:
    """The best of the features drawn is used, and each set of them is equally likely."""
    steps = [fit(GRADED, GRADED_LABELS), predict(UNITS)]
    for drawn, trials in ((1, 80), (2, 100), (4, 12)):
        counts = [0, 0, 0, 0]
        inits = [(1, 1, drawn, Seeded.of(seed, trial)) for trial in range(trials)]
        for init, named in zip(inits, names_for_each(answer, inits, steps, 4)):
            chosen = [at for at in range(4) if same(named[at], 1)]
            if len(chosen) != 1:
                call = as_lines(answer.name, init, steps)
                text = "A tree of one split looks at one feature."
                raise Fault(Failure(text, call, "a single 1", show(named)))
            counts[FLIPS[chosen[0]]] += 1
        if not compare_law(counts, law_of_best(4, drawn), trials, 12):
            text = (
                "Four features, one better than the other. How often the split uses the best, the "
                f"second, ... does not fit {drawn} different features, each choice equally likely."
            )
            law = [f"{float(chance):.2f}" for chance in law_of_best(4, drawn)]
            found = [f"{count / trials:.2f}" for count in counts]
            call = f"{trials} trees with max_features={drawn}"
            raise Fault(Failure(text, call, ", ".join(law), ", ".join(found)))


def draws_at_each_node(answer: Answer, seed: int, trees: int = 24) -> None:
    """The two sides of the first split draw features of their own.

    With one of three features for each of them, the sides are split by different features, or one
    of them only, with a chance of 1/2 or more: in none of 24 trees with one below 1e-7.
    """
    steps = [fit(CORNERS, range_labels(8)), predict(CORNERS)]
    inits = [(2, 1, 1, Seeded.of(seed, 2_000 + number)) for number in range(trees)]
    for labels in names_for_each(answer, inits, steps, 8):
        named = [show(label) for label in labels]
        alike = [
            {a ^ b for a in range(8) for b in range(8) if named[a] == named[b] == name}
            for name in {*named}
        ]
        if any(leaf != alike[0] for leaf in alike):
            return
    text = (
        f"In {trees} trees both sides of the first split were always split by the same feature: "
        "features are not drawn at each split."
    )
    call = as_lines(answer.name, inits[-1], steps)
    raise Fault(Failure(text, call, "sides that differ", show(named)))


def draws_at_each_split(answer: Answer, seed: int, trees: int = 5) -> None:
    """Trees that keep to one feature have at most three leaves for the 27 cells of a cube.

    Trees that draw anew have three leaves at most with a chance of 1/81 or less, and all five of
    them with one below 1e-9.
    """
    steps = [fit(CUBE, range_labels(27)), predict(CUBE)]
    inits = [(None, 1, 1, Seeded.of(seed, 1_000 + number)) for number in range(trees)]
    leaves = [
        len({show(label) for label in labels})
        for labels in names_for_each(answer, inits, steps, 27)
    ]
    if max(leaves) <= 3:
        text = "With max_features=1 a whole tree uses one feature: it is not drawn at each split."
        call = as_lines(answer.name, inits[-1], steps)
        raise Fault(Failure(text, call, "more than 3 different labels", show(leaves)))


def same_seed_same_tree(answer: Answer, seed: int) -> None:
    """The generator alone decides which features are drawn."""
    steps = [fit(GRADED, GRADED_LABELS), predict(UNITS)]
    inits = [(1, 1, 1, Seeded.of(seed, number)) for number in [*range(12)] * 2]
    found = [labels for _, labels in ask_each(answer, inits, steps)]
    first, again = found[:12], found[12:]
    if not same(first, again):
        text = "Generators with the same seeds lead to other trees: chance comes from elsewhere."
        raise Fault(Failure(text, "12 trees of one split, twice", show(first), show(again)))


def range_labels(n: int) -> list[int]:
    """n different labels."""
    return list(range(n))


# ---- forests

BAG_ROWS, BAG_TREES = 5, 200
LINE = [[float(row)] for row in range(BAG_ROWS)]


def bag_shares(answer: Answer, seed: int, number: int, trees: int) -> list[list[float]]:
    """What a forest says of five rows with five labels. A tree names the label of a row exactly
    if that row is in its bag."""
    init = trees, None, 1, None, Seeded.of(seed, number)
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


def draws_bags(answer: Answer, seed: int) -> None:
    """Each tree has a bag of n rows with putting back."""
    shares = bag_shares(answer, seed, 0, BAG_TREES)
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


def bags_from_rng_alone(answer: Answer, seed: int, trees: int = 30) -> None:
    """The same seed gives the same forest, another seed another one.

    Two forests of 30 trees that have nothing to do with each other say the same of all five rows
    with a chance of about 2e-8 (16 pairs of equal ones among 800 million simulated).
    """
    first, again, other = (bag_shares(answer, seed, number, trees) for number in (1, 1, 2))
    call = f"two forests of {trees} trees"
    if first != again:
        text = "Two generators with one seed lead to other forests: chance comes from elsewhere."
        raise Fault(Failure(text, call, show(first[0]), show(again[0])))
    if first == other:
        text = "Generators with different seeds lead to the same forest."
        raise Fault(Failure(text, call, "shares that differ", show(first[0])))


def predict_follows(answer: Answer, seed: int) -> None:
    """predict names a label with the largest share. Leaves are pure, so both ways to vote agree."""
    for number in range(3):
        init = 15, None, 1, None, Seeded.of(seed, 60 + number)
        steps = [fit(LINE, range_labels(BAG_ROWS)), proba(LINE), predict(LINE)]
        _, got, named = names_for(answer, init, steps, BAG_ROWS)
        for row, name in zip(table(got, BAG_ROWS, BAG_ROWS) or [], named):
            likely = [label for label, share in enumerate(row) if share > max(row) - 1e-6]
            if not any(same(name, label) for label in likely):
                call = as_lines(answer.name, init, steps)
                text = f"predict names {show(name)}, but the largest share is another label's."
                raise Fault(Failure(text, call, f"{likely[0]} for {show(row)}", show(name)))


TWINS = [[float(side)] * 4 for side in (0, 1) for _ in range(20)]
TWIN_LABELS = [0] * 20 + [1] * 20
NOISY = [[float(side), float(number % 2)] for side in (0, 1) for number in range(30)]
NOISY_LABELS = [0] * 30 + [1] * 30


def forest_draws_features(answer: Answer, seed: int, trees: int = 120) -> None:
    """Of four equal features each is used by about a quarter of the trees of one split."""
    probes = [[float(a == b) for b in range(4)] for a in range(4)]
    init = trees, 1, 1, 1, Seeded.of(seed, 10)
    steps = [fit(TWINS, TWIN_LABELS), proba(probes)]
    found = table(got := ask(answer, init, steps)[1], 4, 2)
    call = as_lines(answer.name, init, steps)
    expected = "about 0.25 for label 1 in each row"
    if found is None or not compare_law([r[1] * trees for r in found], [0.25] * 4, trees, 4):
        text = "Four equal features, one drawn for each split: all are used equally often."
        raise Fault(Failure(text, call, expected, show(got)))


def forest_passes_on_how_many(answer: Answer, seed: int) -> None:
    """With one of two features drawn, the useless one must be used by about half of the trees."""
    for drawn, trees, holds, expected in (
        (1, 50, lambda share: 0.5 < share < 0.95, "about 0.75 for label 1"),
        (2, 20, lambda share: share > 0.99, "1.0 for label 1"),
    ):
        init = trees, 1, 1, drawn, Seeded.of(seed, 20 + drawn)
        steps = [fit(NOISY, NOISY_LABELS), proba([[1.0, 0.0], [1.0, 1.0]])]
        got = ask(answer, init, steps)[1]
        found = table(got, 2, 2)
        if found is None or not holds((found[0][1] + found[1][1]) / 2):
            text = f"The first feature is the label, the second is noise. max_features is {drawn}."
            call = as_lines(answer.name, init, steps)
            raise Fault(Failure(text, call, expected, show(got)))


def forest_draws_at_each_split(answer: Answer, seed: int, trees: int = 6) -> None:
    """As `draws_at_each_split`: the shares of the right labels add up to the leaves of a tree."""
    init = trees, None, 1, 1, Seeded.of(seed, 30)
    steps = [fit(CUBE, range_labels(27)), proba(CUBE)]
    got, again = (ask(answer, init, steps)[1] for _ in range(2))
    if not same(got, again):
        text = "The same seed leads to another forest: features are drawn from another source."
        call = as_lines(answer.name, init, steps)
        raise Fault(Failure(text, call, f"{show(got)} again", show(again)))
    found = table(got, 27, 27)
    leaves = sum(found[row][row] for row in range(27)) if found else 0
    if leaves <= 3.01:
        text = "With max_features=1 a whole tree uses one feature: it is not drawn at each split."
        call = as_lines(answer.name, init, steps)
        raise Fault(Failure(text, call, "more than 3 leaves a tree", f"{leaves:.2f} leaves a tree"))


def score_is(answer: Answer, init: tuple, X: Sequence, y: Sequence, want: float, why: str) -> None:
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


def out_of_bag_again(answer: Answer, seed: int) -> None:
    """A second fit, of another table, has a score of its own."""
    sides = [[float(side)] for side in (0, 9) for _ in range(20)]
    names = [[float(row)] for row in range(12)]
    init = 10, None, 1, None, Seeded.of(seed, 44)
    steps = [
        fit(sides, [0] * 20 + [1] * 20),
        OOB,
        fit(sides, [1] * 20 + [0] * 20),
        OOB,
        fit(names, range_labels(12)),
        OOB,
    ]
    scores = ask(answer, init, steps)[1::2]
    if not same(scores, [1.0, 1.0, 0.0]):
        call = as_lines(answer.name, init, steps)
        text = "Two tables are learned without a mistake, the third can't be learned."
        raise Fault(Failure(text, call, "1.0, then 1.0, then 0.0", show(scores)))


def out_of_bag_votes(answer: Answer, seed: int) -> None:
    """Each tree is wrong on a seventh of the rows, but the vote of the trees is right on all."""
    rows, labels = [], []
    for side in (0, 1):
        for number in range(21):
            rows.append([float(side ^ (number % 7 == feature)) for feature in range(7)])
            labels.append(side)
    text = "Each tree names 6 rows of 7; the vote of a row's out-of-bag trees names them all."
    score_is(answer, (150, 1, 1, 1, Seeded.of(seed, 43)), rows, labels, 1.0, text)


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
                case(Frame({"a": (1, 1, 1), "y": (0.5, 0.5, 1.5)}), {"a": 1}, gives=0.5),
                case(Frame({"a": (0.0, 1.0), "y": ("n", "p")}), {"a": 1}, gives="p"),
                case(
                    Frame({"is in?": (5, 5, 6), "a b": ("x", "x", "y")}), {"is in?": 5}, gives="x"
                ),
            ],
            inputs=toy_tables(True),
            oracle=most_frequent,
            accept=any_of,
            nudge="The label is the column that new_point lacks, wherever it stands.",
        ),
    ],
    hints=[
        "Take two columns, and split by the first and then by the second. Now the other way "
        "round. Which rows end up in the last cell each time?",
        "A row survives all splits exactly if it equals `new_point` in every column. The order "
        "plays no part, so all the trees of this forest cast the same vote.",
        "Find the label first: the column whose name is not in `new_point`. Keep the rows that "
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
                case(["a"] * 300 + ["b"] * 100, gives=3 / 8),
            ],
            inputs=lambda: _labels(),
            oracle=gini_of,
            nudge="Labels are only ever equal or not equal.",
        ),
    ],
    hints=[
        "A measure of mixing should be 0 for labels that are all equal. What is the chance that "
        "two rows, each drawn from all rows, have the same label?",
        "A label with the share p is drawn twice with the chance p². Add this over the labels, "
        "and take the rest up to 1.",
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
        Splits(
            GAIN,
            cases=[
                Case((Array((1.0, 2.0, 3.0, 4.0)), Array(("a", "a", "b", "b"))), None),
                Case((Array((4.0, 1.0, 3.0, 2.0)), Array(("b", "a", "a", "b"))), None),
                Case((Array((1.0, 2.0, 3.0, 4.0, 5.0, 6.0)), Array((0, 1, 1, 1, 0, 0))), None),
                Case((Array((5.0, 6.0, 7.0, 8.0)), Array((3, 3, 3, 3))), None),
                Case((Array((1.0, 2.0, 3.0, 4.0, 5.0)), Array(("a", "b", "b", "b", "b")), 2), None),
                Case((Array(tuple(map(float, range(150)))), Array((0,) * 54 + (1,) * 96)), None),
            ],
            inputs=columns_and_labels(True),
            nudge="Weigh the impurity of each side by its number of rows.",
        ),
        Splits(
            BETWEEN,
            exact=True,
            cases=[
                Case((Array((1.0, 4.0)), Array(("a", "b"))), None),
                Case((Array((2.0, 2.0, 2.0)), Array(("a", "b", "a"))), None),
                Case((Array((1.0, 1.0, 9.0)), Array((0, 1, 1))), None),
                Case((Array((7.0,)), Array(("a",))), None),
                Case((Array((0.0, 0.0, 1.0, 1.0)), Array((0, 1, 0, 1)), 3), None),
                Case((Array((1e9, 1e9 + 1, 1e9 + 2)), Array(("a", "b", "b"))), None),
                Case((Array((0.0, 1e-8, 2e-8)), Array(("a", "b", "b"))), None),
            ],
            inputs=columns_and_labels(False),
            nudge="Rows with equal values can't be parted, and a threshold is no row's value.",
        ),
        SplitWork(
            WORK,
            args=shuffled_column,
            sizes=(125, 250, 500, 1_000, 2_000),
            exponent=1.4,
            brute="counts anew for each threshold",
            best="moves one row at a time",
            nudge="When the threshold moves by one row, what changes in the counts of both sides?",
        ),
    ],
    hints=[
        "How many thresholds are really different? Only the rows on each side matter.",
        "Sort the rows by x. Every split is then a cut between two neighbours, and it counts only "
        "if their values differ.",
        "From one cut to the next a single row goes from the right to the left. So keep two "
        "tables of label counts and update them, in place of counting anew.",
        "In NumPy: `order = np.argsort(x)`, then one column for each label, `(y[order][:, None] "
        "== np.unique(y)).cumsum(axis=0)`, gives all left counts at once. The right counts are "
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
        Trees(
            SPLIT,
            cases=[
                TreeCase([(1.0,), (2.0,), (4.0,), (8.0,)], ["a", "a", "b", "b"], 1),
                TreeCase([(0.0, 1.0), (1.0, 0.0), (4.0, 1.0), (8.0, 0.0)], [0, 1, 0, 1], 1),
                TreeCase(FIVE, ["a", "b", "b", "c", "c"], 1),
                TreeCase(FIVE, [1, 0, 0, 0, 0], 1),
            ],
            inputs=small_tables([1], [1]),
            nudge="With max_depth=1 there is one split: the one with the largest weighted gain.",
        ),
        Trees(
            GROW,
            cases=[
                TreeCase([(0.0,), (1.0,), (2.5,), (4.0,)], ["a", "b", "a", "b"]),
                TreeCase([(0.0, 0.0), (0.0, 8.0), (8.0, 0.0), (8.0, 8.0)], [0, 1, 2, 3], 2),
                TreeCase(FIVE, ["b", "a", "a", "a", "a"], None, 2),
                TreeCase(FIVE, ["a", "a", "a", "a", "b"], None, 2),
                TreeCase(FIVE, ["a", "b", "a", "b", "b"], 2),
            ],
            inputs=small_tables([None, None, 1, 2, 3], [1, 1, 2, 3]),
            scenes=[
                Scene(
                    DEFAULTS,
                    [
                        fit([[float(row)] for row in range(3_000)], ["same"] * 3_000),
                        predict([[7.0]]),
                    ],
                    [..., ["same"]],
                    limit=2.0,
                ),
                Scene(
                    DEFAULTS,
                    [fit(ONE_HOT, range_labels(24)), predict(ONE_HOT)],
                    [..., range_labels(24)],
                ),
                Scene(
                    DEFAULTS,
                    [
                        fit(
                            [[float(row)] for row in range(300)], ["a"] * 150 + ["b"] + ["a"] * 149
                        ),
                        predict([[149.0], [150.0], [151.0]]),
                    ],
                    [..., ["a", "b", "a"]],
                ),
            ],
            nudge="A node is a leaf if it is pure, at max_depth, or has no split that is allowed.",
        ),
        Scenes(
            TABLES,
            scenes=[
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
            nudge="Number the labels in sorted order for the tree, and name them again at the end.",
        ),
        Scenes(
            DRAW,
            more=[draws_features, same_seed_same_tree, draws_at_each_split, draws_at_each_node],
            nudge="Draw max_features different features from rng each time a node is to be split.",
        ),
    ],
    hints=[
        "A tree is a nested if. Think first of what a leaf has to remember, then of what an inner "
        "node has to remember, and write the walk down to a leaf before you write the growing.",
        "Growing is one question asked again and again: given these rows at this depth, is the "
        "node a leaf? If not, split the rows in two and ask for both. Keep row numbers, not "
        "copies.",
        "A node is a leaf if its rows have one label, its depth is `max_depth`, or no split is "
        "allowed. Otherwise draw the features, ask `best_split(X[rows, j], y[rows], "
        "min_samples_leaf)` for each of them, and keep the one with the largest gain.",
        "`self.classes_, codes = np.unique(y, return_inverse=True)` numbers the labels in sorted "
        "order. A leaf keeps `np.bincount(codes[rows], minlength=len(self.classes_)) / "
        "len(rows)`. Draw with `self.rng.permutation(X.shape[1])[: self.max_features]`, inside "
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
        Scenes(
            VOTE,
            scenes=[
                Scene(
                    (20, None, 1, 1, Seeded.of(0, 50)),
                    [
                        fit([[0.0]] * 20 + [[9.0]] * 20, ["no"] * 20 + ["yes"] * 20),
                        predict([[-1.0], [0.0], [9.0], [20.0]]),
                        proba([[0.0], [9.0]]),
                    ],
                    [..., ["no", "no", "yes", "yes"], [[1, 0], [0, 1]]],
                ),
                Scene(
                    (60, None, 1, 1, Seeded.of(0, 51)),
                    [fit(RARE, RARE_LABELS), proba([[50.0], [90.0]]), proba([[0.0]])],
                    [
                        ...,
                        [[0, 1, 0], [0, 0, 1]],
                        Expect("one row of 3 shares that sum to 1", is_table(1, 3, lambda t: True)),
                    ],
                ),
                Scene(
                    (7, None, 1, 1, Seeded.of(0, 52)),
                    [fit(SIX, [30, 10, 50, 20, 60, 40]), proba(SIX)],
                    [
                        ...,
                        Expect(
                            "6 rows of 6 shares, each a multiple of 1/7",
                            is_table(6, 6, all_sevenths),
                        ),
                    ],
                ),
                Scene(
                    (1, 1, 1, 1, Seeded.of(0, 53)),
                    [fit(EIGHT, range_labels(8)), proba(EIGHT)],
                    [
                        ...,
                        Expect(
                            "at most 2 different rows of shares: max_depth is 1",
                            is_table(8, 8, at_most_two),
                        ),
                    ],
                ),
                Scene(
                    (3, None, 5, 1, Seeded.of(0, 54)),
                    [fit(EIGHT, range_labels(8)), proba(EIGHT)],
                    [
                        ...,
                        Expect(
                            "8 equal rows of 8 shares: no side can have 5 rows of 8",
                            is_table(8, 8, all_equal),
                        ),
                    ],
                ),
                Scene(
                    (5, None, 1, None, Seeded.of(0, 55)),
                    [
                        fit([[1.0, 2.0]], ["a"]),
                        predict([[0.0, 0.0], [3.0, 3.0]]),
                        proba([[0.0, 0.0]]),
                    ],
                    [..., ["a", "a"], [[1]]],
                ),
                Scene(
                    (30, None, 1, None, Seeded.of(0, 56)),
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
                        (1, None, 1, None, Seeded.of(0, number)),
                        [fit([[1.0]] * 5, range_labels(5)), proba([[1.0]])],
                        [
                            ...,
                            Expect(
                                "5 shares, each a multiple of 1/5: a bag has 5 rows",
                                is_table(1, 5, all_fifths),
                            ),
                        ],
                    )
                    for number in (57, 58)
                ],
            ],
            more=[predict_follows],
            nudge="A tree knows the labels in its bag alone. Place its shares among all labels.",
        ),
        Scenes(
            BAGS,
            more=[draws_bags, bags_from_rng_alone],
            nudge="Each tree gets n row numbers from rng, each from 0 to n - 1, repeats allowed.",
        ),
        Scenes(
            FEATURES_OF_FOREST,
            more=[forest_draws_features, forest_passes_on_how_many, forest_draws_at_each_split],
            nudge="Hand max_features and rng on to each tree, and let the tree draw.",
        ),
        Scenes(
            SCORE,
            more=[out_of_bag, out_of_bag_again, out_of_bag_votes],
            nudge="For each row, let those trees vote whose bags lack it. Then compare with y.",
        ),
    ],
    hints=[
        "Your tree can do everything but differ from itself. Where can chance come in, and which "
        "of these places does the tree already serve?",
        "Each tree gets its own bag: n row numbers drawn with putting back. Fit the tree on these "
        "rows, once for each time they were drawn. About a third of the rows stay outside.",
        "While you fit, keep a table of votes, a row for each row of X and a column for each "
        "label. Each tree adds its shares to the rows outside its bag. At the end, rows with no "
        "vote are left out, and the score is how often the largest entry is the row's own label.",
        "`bag = rng.integers(n, size=n)`, `out = np.setdiff1d(np.arange(n), bag)`. Number the "
        "labels once with `self.classes_, codes = np.unique(y, return_inverse=True)` and fit "
        "trees on `codes[bag]`: then a tree's own `classes_` are column numbers, and "
        "`votes[np.ix_(out, tree.classes_)] += tree.predict_proba(X[out])` is all that is needed. "
        "`predict_proba` adds in the same way and divides by the number of trees.",
    ],
)
