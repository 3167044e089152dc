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

from ..exercise import Answer, Exercise, Outcome, Question, Right, Verdict, Wrong
from ..groups import Case, Failure, Group, Growth, Named, case, of_trouble, passed, show_call
from ..groups.base import LIMIT, Asking
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

        return pandas.DataFrame({name: list(self.columns[name]) for name in self.columns},
                                index=None if self.index is None else list(self.index))

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
    most = largest_divergence(trials, tests)
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


def out_of_bag_again(answer: Answer, seed: int) -> None:
    """A second fit, of another table, has a score of its own."""
    sides = [[float(side)] for side in (0, 9) for _ in range(20)]
    names = [[float(row)] for row in range(12)]
    init = 10, None, 1, None, Seeded.of(seed, 44)
    steps = [fit(sides, [0] * 20 + [1] * 20), OOB, fit(sides, [1] * 20 + [0] * 20), OOB,
             fit(names, range_labels(12)), OOB]
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
                case(Frame({"a": (1, 1, 1), "y": (0.5, 0.5, 1.5)}), {"a": 1}, gives=0.5),
                case(Frame({"a": (0.0, 1.0), "y": ("n", "p")}), {"a": 1}, gives="p"),
                case(Frame({"is in?": (5, 5, 6), "a b": ("x", "x", "y")}), {"is in?": 5},
                     gives="x"),
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
    wrong=[
        Wrong("a whole label", by_mask(MODE.replace("found.mode().iloc[0]",
              "(lambda v: int(v) if isinstance(v, float) else v)(found.mode().iloc[0])")), ODD),
        Wrong("compares texts", by_mask(MODE, "data[name].astype(str) == str(value)"), ODD),
        Wrong("puts the label last", by_mask(
            MODE, before="values = data.pop(label); data[label] = values"), ODD),
        Wrong("names of columns in a query", caught_by=ODD, source="""
def toy_forest(data, new_point):
    [label] = [name for name in data.columns if name not in new_point]
    found = data.query(" and ".join(f"{name} == {value!r}" for name, value in new_point.items()))
    return None if found.empty else found[label].mode().iloc[0]
"""),
        Wrong("names of columns as attributes", caught_by=ODD, source="""
from collections import Counter
def toy_forest(data, new_point):
    [label] = [name for name in data.columns if name not in new_point]
    found = Counter(getattr(row, label) for row in data.itertuples()
                    if all(getattr(row, name) == value for name, value in new_point.items()))
    return found.most_common(1)[0][0] if found else None
"""),
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
            MODE, before="labels = data.pop(label); data = data.assign(**{label: labels})"), ODD),
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
    wrong=[
        Wrong("counts in a byte", caught_by=ANY_LABELS, source="""
import numpy as np
def gini(labels):
    counts = np.unique(labels, return_counts=True)[1].astype(np.uint8)
    return 1 - ((counts / counts.sum()) ** 2).sum()
"""),
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


# ---- best_split

GAIN = "the largest weighted gain"
BETWEEN = "halfway between different values, or None"
WORK = "work grows as n log n"


def scanning(
    gain: str = "whole - (i * left + (n - i) * right) / n",
    threshold: str = "(x[i - 1] + x[i]) / 2",
    allowed: str = "x[i - 1] < x[i] and i >= min_leaf and n - i >= min_leaf",
    before: str = "",
    order: str = "sorted(range(n), key=lambda row: x[row])",
    better: str = "best is None or found > best[1]",
    impurity: str = "1 - sum(c * c for c in counts.values()) / total**2",
    places: str = "range(1, n)",
    result: str = "best",
) -> str:
    """An answer that sorts once and moves row after row to the left."""
    return f"""
import math
import numpy as np
from collections import Counter
def best_split(x, y, min_leaf=1):
    {before}
    n = len(x)
    order = {order}
    x, y = [x[row] for row in order], [y[row] for row in order]
    counts_left, counts_right = Counter(), Counter(y)
    def impurity(counts, total):
        return {impurity}
    whole = impurity(counts_right, n)
    best = None
    done = 0
    for i in {places}:
        while done < i:
            counts_left[y[done]] += 1
            counts_right[y[done]] -= 1
            done += 1
        if {allowed}:
            left, right = impurity(counts_left, i), impurity(counts_right, n - i)
            found = {gain}
            if {better}:
                best = {threshold}, found
    return {result}
"""


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
            brute=every_threshold,
            best=sorted_once,
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
    wrong=[
        Wrong("a sample of the cuts", scanning(
            places="sorted({1 + k * (n - 2) // 63 for k in range(64)}) if n > 64 else range(1, n)"),
              GAIN),
        Wrong("values in 32 bits", scanning(before="x = np.asarray(x, np.float32).astype(float)"),
              BETWEEN),
        Wrong("close values are equal", scanning(
            allowed="x[i] - x[i - 1] > 1e-6 and i >= min_leaf and n - i >= min_leaf"), BETWEEN),
        Wrong("counts anew in NumPy", caught_by=WORK, source="""
import numpy as np
def best_split(x, y, min_leaf=1):
    order = np.argsort(x)
    x, y = x[order], np.unique(y, return_inverse=True)[1][order]
    def impurity(part):
        return 1 - ((np.bincount(part) / len(part)) ** 2).sum()
    n, best = len(x), None
    for i in range(1, n):
        if x[i - 1] < x[i] and i >= min_leaf and n - i >= min_leaf:
            gain = impurity(y) - (i * impurity(y[:i]) + (n - i) * impurity(y[i:])) / n
            if best is None or gain > best[1]:
                best = (x[i - 1] + x[i]) / 2, gain
    return best
"""),
        Wrong("sides count the same", scanning("whole - (left + right) / 2"), GAIN),
        Wrong("sides are added up", scanning("whole - left - right"), GAIN),
        Wrong("the left side alone", scanning("whole - left"), GAIN),
        Wrong("the purer side", scanning("whole - min(left, right)"), GAIN),
        Wrong("the weights swapped", scanning("whole - ((n - i) * left + i * right) / n"), GAIN),
        Wrong("the smallest gain", scanning(better="best is None or found < best[1]"), GAIN),
        Wrong("the first cut that gains", scanning(
            better="best is None or (best[1] <= 0 and found > best[1])"), GAIN),
        Wrong("the impurity, not the gain", scanning(
            "(i * left + (n - i) * right) / n", better="best is None or found < best[1]"), GAIN),
        Wrong("gain in rows", scanning("n * whole - i * left - (n - i) * right"), GAIN),
        Wrong("entropy", scanning(
            impurity="-sum(c / total * math.log2(c / total) for c in counts.values() if c)"), GAIN),
        Wrong("share of errors", scanning(impurity="1 - max(counts.values()) / total"), GAIN),
        Wrong("the gain is rounded", scanning("round(whole - (i * left + (n - i) * right) / n, 2)"),
              GAIN),
        Wrong("the gain ratio", scanning(
            "(whole - (i * left + (n - i) * right) / n)"
            " / -(i / n * math.log2(i / n) + (1 - i / n) * math.log2(1 - i / n))"), GAIN),
        Wrong("the last cut is forgotten", scanning(places="range(1, n - 1)"), GAIN),
        Wrong("the first cut is forgotten", scanning(places="range(2, n)"), GAIN),
        Wrong("the median alone", scanning(places="[max(n // 2, 1)] if n > 1 else []"), GAIN),
        Wrong("x is not sorted", scanning(order="list(range(n))"), GAIN),
        Wrong("y is not sorted with x",
              scanning(before="y = [y[r] for r in np.argsort(np.argsort(x))]"),
              GAIN),
        Wrong("a pair the other way round", scanning(result="best and best[::-1]"), GAIN),
        Wrong("labels are 0 and 1", caught_by=GAIN, source="""
import numpy as np
def best_split(x, y, min_leaf=1):
    order = np.argsort(x)
    x, y = x[order], y[order].astype(float)
    n, i = len(x), np.arange(1, len(x))
    left = y.cumsum()[:-1]
    right = y.sum() - left
    gain = 2 * y.mean() * (1 - y.mean())
    gain = gain - 2 * (left * (i - left) / i + right * (n - i - right) / (n - i)) / n
    allowed = (x[1:] > x[:-1]) & (i >= min_leaf) & (n - i >= min_leaf)
    if not allowed.any():
        return None
    at = np.where(allowed, gain, -1).argmax()
    return (x[at] + x[at + 1]) / 2, gain[at]
"""),
        Wrong("min_leaf is ignored", scanning(allowed="x[i - 1] < x[i]"), GAIN),
        Wrong("more than min_leaf", scanning(
            allowed="x[i - 1] < x[i] and i > min_leaf and n - i > min_leaf"), GAIN),
        Wrong("min_leaf on the left alone", scanning(allowed="x[i - 1] < x[i] and i >= min_leaf"),
              GAIN),
        Wrong("min_leaf is asked at the end", scanning(
            allowed="x[i - 1] < x[i]", result="best if best and min_leaf <= "
            "sum(v <= best[0] for v in x) <= n - min_leaf else None"), GAIN),
        Wrong("None without a gain", scanning(
            result="best if best and best[1] > 1e-12 else None"), GAIN),
        Wrong("at the lower value", scanning(threshold="x[i - 1]"), BETWEEN),
        Wrong("just below the upper value", scanning(threshold="math.nextafter(x[i], -math.inf)"),
              BETWEEN),
        Wrong("a third of the way", scanning(threshold="x[i - 1] + (x[i] - x[i - 1]) / 3"),
              BETWEEN),
        Wrong("the middle of the left side", scanning(threshold="(x[0] + x[i - 1]) / 2"), BETWEEN),
        Wrong("a whole number", scanning(threshold="(x[i - 1] + x[i]) // 2"), BETWEEN),
        Wrong("at the upper value", scanning(threshold="x[i]"), BETWEEN),
        Wrong("cuts between equal values", scanning(
            allowed="i >= min_leaf and n - i >= min_leaf"), BETWEEN),
        Wrong("one row of each value", caught_by=BETWEEN, source=scanning(
            before="x, at = np.unique(x, return_index=True); y = y[at]")),
        Wrong("a pair of nothing", scanning(result="best or (None, 0.0)"), BETWEEN),
        Wrong("an exception for one row", scanning(before="assert len(x) > 1"), BETWEEN),
        Wrong("an exception for equal values", scanning(result="tuple(best)"), BETWEEN),
        Wrong("sorts its argument", scanning(
            before="order = np.argsort(x); x.sort(); y[:] = y[order]"), GAIN),
        Wrong("the best of all calls", caught_by=GAIN, source="""
best = None
def best_split(x, y, min_leaf=1):
    global best
    gini = lambda part: 1 - sum((part == label).mean() ** 2 for label in set(part.tolist()))
    values = np.unique(x)
    for low, high in zip(values, values[1:]):
        left = x <= (low + high) / 2
        if min(left.sum(), (~left).sum()) >= min_leaf:
            gain = gini(y) - left.mean() * gini(y[left]) - (~left).mean() * gini(y[~left])
            if best is None or gain > best[1]:
                best = (low + high) / 2, gain
    return best
"""),
        Wrong("counts anew for each threshold", caught_by=WORK, source="""
from collections import Counter
def best_split(x, y, min_leaf=1):
    def gini(part):
        return 1 - sum(c * c for c in Counter(part).values()) / len(part) ** 2
    values, best = sorted(set(x.tolist())), None
    for low, high in zip(values, values[1:]):
        left, right = [], []
        for value, label in zip(x, y.tolist()):
            (left if value <= (low + high) / 2 else right).append(label)
        if min(len(left), len(right)) >= min_leaf:
            gain = gini(y.tolist()) - (len(left) * gini(left) + len(right) * gini(right)) / len(y)
            if best is None or gain > best[1]:
                best = (low + high) / 2, gain
    return best
"""),
        Wrong("a mask for each threshold", caught_by=WORK, source="""
import numpy as np
def best_split(x, y, min_leaf=1):
    def gini(part):
        counts = np.unique(part, return_counts=True)[1]
        return 1 - (counts**2).sum() / len(part) ** 2
    values, best = np.unique(x), None
    for threshold in (values[1:] + values[:-1]) / 2:
        left, right = y[x <= threshold], y[x > threshold]
        if min(len(left), len(right)) >= min_leaf:
            gain = gini(y) - (len(left) * gini(left) + len(right) * gini(right)) / len(y)
            if best is None or gain > best[1]:
                best = threshold, gain
    return best
"""),
        Wrong("a table of all rows by all thresholds", caught_by=WORK, source="""
import numpy as np
def best_split(x, y, min_leaf=1):
    values = np.unique(x)
    middle = (values[1:] + values[:-1]) / 2
    is_left = x <= middle[:, None]
    labels = np.unique(y)
    left = np.stack([(is_left & (y == label)).sum(axis=1) for label in labels], axis=1)
    total = np.array([(y == label).sum() for label in labels])
    sizes = left.sum(axis=1)
    allowed = (sizes >= min_leaf) & (len(x) - sizes >= min_leaf)
    if not allowed.any():
        return None
    pairs = (left**2).sum(axis=1) / sizes + ((total - left) ** 2).sum(axis=1) / (len(x) - sizes)
    at = np.where(allowed, pairs, -1).argmax()
    return middle[at], pairs[at] / len(x) - (total**2).sum() / len(x) ** 2
"""),
    ],
    right=[
        Right("moves one row at a time", scanning()),
        Right("the last of equal gains", scanning(better="best is None or found >= best[1]")),
        Right("from the right to the left", scanning(
            order="sorted(range(n), key=lambda row: (x[row], str(y[row])))", result="best")),
        Right("sums of all counts", """
import numpy as np
def best_split(x, y, min_leaf=1):
    n = len(x)
    order = np.argsort(x, kind="stable")
    x = x[order]
    labels, codes = np.unique(y, return_inverse=True)
    left = np.eye(len(labels))[codes[order]].cumsum(axis=0)[:-1]
    right = np.bincount(codes) - left
    i = np.arange(1, n)
    gini_left = 1 - (left**2).sum(axis=1) / i**2
    gini_right = 1 - (right**2).sum(axis=1) / (n - i) ** 2
    gain = 1 - (np.bincount(codes) ** 2).sum() / n**2 - (i * gini_left + (n - i) * gini_right) / n
    gain[(x[1:] == x[:-1]) | (i < min_leaf) | (n - i < min_leaf)] = -1
    if n < 2 or gain.max() < -0.5:
        return None
    at = gain.argmax()
    return float(x[at] + x[at + 1]) / 2, float(gain[at])
"""),
        Right("pandas", """
import pandas as pd
def best_split(x, y, min_leaf=1):
    counts = pd.crosstab(pd.Series(x), pd.Series(y)).cumsum()
    total, n = counts.iloc[-1], len(x)
    left = counts.iloc[:-1]
    sizes = left.sum(axis=1)
    left = left[(sizes >= min_leaf) & (n - sizes >= min_leaf)]
    if left.empty:
        return None
    sizes, right = left.sum(axis=1), total - left
    pure = (left**2).sum(axis=1) / sizes + (right**2).sum(axis=1) / (n - sizes)
    gain = pure / n - (total**2).sum() / n**2
    low = gain.idxmax()
    high = counts.index[counts.index.get_loc(low) + 1]
    return low + (high - low) / 2, gain[low]
"""),
        Right("sums of squares kept up to date", """
def best_split(x, y, min_leaf=1):
    pairs = sorted(zip(x.tolist(), y.tolist()), key=lambda pair: pair[0])
    left, right = {}, {}
    for _, label in pairs:
        left[label], right[label] = 0, right.get(label, 0) + 1
    squares_left, squares_right = 0, sum(count * count for count in right.values())
    n = len(pairs)
    start = squares_right / n
    found = []
    for i in range(1, n):
        value, label = pairs[i - 1]
        squares_left += 2 * left[label] + 1
        squares_right -= 2 * right[label] - 1
        left[label] += 1
        right[label] -= 1
        if value != pairs[i][0] and min_leaf <= i <= n - min_leaf:
            gain = (squares_left / i + squares_right / (n - i) - start) / n
            found.append((gain, (value + pairs[i][0]) / 2))
    if not found:
        return None
    gain, threshold = max(found)
    return [threshold, gain]
"""),
        Right("groups of equal values", """
from collections import Counter
from itertools import groupby
def best_split(x, y, min_leaf=1):
    def weight(counts):
        n = sum(counts.values())
        return n - sum(c * c for c in counts.values()) / n if n else 0
    rows = sorted(zip(x.tolist(), y.tolist()), key=lambda row: row[0])
    left, right, before, best = Counter(), Counter(y.tolist()), None, None
    whole = weight(right)
    for value, group in groupby(rows, key=lambda row: row[0]):
        if before is not None and min(left.total(), right.total()) >= min_leaf:
            gain = (whole - weight(left) - weight(right)) / len(rows)
            best = max(best or (gain, (before + value) / 2), (gain, (before + value) / 2))
        for _, label in group:
            left[label] += 1
            right[label] -= 1
        before = value
    return best and (best[1], best[0])
"""),
    ],
)


# ---- DecisionTree

SPLIT = "the best split, halfway, equal goes left"
GROW = "splits go on until pure, deep or small enough"
TABLES = "any labels, any table, fitted again"
DRAW = "features drawn at random at every split"

DEFAULTS = (None, 1, None, None)
FIVE = [(0.0,), (1.0,), (2.5,), (4.0,), (8.0,)]

TREE = """
import numpy as np

class DecisionTree:
    def __init__(self, max_depth=None, min_samples_leaf=1, max_features=None, rng=None):
        self.max_depth, self.min_leaf = max_depth, min_samples_leaf
        self.max_features, self.rng = max_features, rng

    def fit(self, X, y):
        X, y = np.asarray(X, dtype=float), np.asarray(y)
        self.labels = np.unique(y)
        codes = np.searchsorted(self.labels, y)
        self.root = self.grow(X, codes, 0)
        return self

    def impurity(self, codes):
        shares = np.bincount(codes) / len(codes)
        return 1 - (shares**2).sum()

    def features(self, width):
        if self.max_features is None:
            return range(width)
        return self.rng.choice(width, size=self.max_features, replace=False)

    def grow(self, X, codes, depth):
        shares = np.bincount(codes, minlength=len(self.labels)) / len(codes)
        if shares.max() == 1 or depth == self.max_depth:
            return shares
        best = None
        for j in self.features(X.shape[1]):
            values = np.unique(X[:, j])
            for low, high in zip(values[:-1], values[1:]):
                threshold = (low + high) / 2
                left = X[:, j] <= threshold
                n, m = left.sum(), (~left).sum()
                if min(n, m) < self.min_leaf:
                    continue
                mixed = n * self.impurity(codes[left]) + m * self.impurity(codes[~left])
                if best is None or mixed < best[0]:
                    best = mixed, j, threshold
        if best is None:
            return shares
        _, j, threshold = best
        left = X[:, j] <= threshold
        return (j, threshold, self.grow(X[left], codes[left], depth + 1),
                self.grow(X[~left], codes[~left], depth + 1))

    def predict_proba(self, X):
        return np.array([self.walk(row) for row in np.asarray(X, dtype=float)])

    def walk(self, row):
        node = self.root
        while isinstance(node, tuple):
            j, threshold, left, right = node
            node = left if row[j] <= threshold else right
        return node

    def predict(self, X):
        return self.labels[self.predict_proba(X).argmax(axis=1)]
"""
STOP = "if shares.max() == 1 or depth == self.max_depth:"
CODES = "codes = np.searchsorted(self.labels, y)"
FEATURES = """        if self.max_features is None:
            return range(width)
        return self.rng.choice(width, size=self.max_features, replace=False)"""


def tree_with_features(name: str, body: str, *edits: tuple[str, str]) -> Wrong:
    """A tree that chooses its features in another way."""
    return edited(name, DRAW, TREE, (FEATURES, f"        {body}"), *edits)


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
                    [fit([[float(row)] for row in range(3_000)], ["same"] * 3_000),
                     predict([[7.0]])],
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
                    [fit([[float(row)] for row in range(300)], ["a"] * 150 + ["b"] + ["a"] * 149),
                     predict([[149.0], [150.0], [151.0]])],
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
                    [fit([[0.0], [1.0], [2.0]], ["b", "c", "a"]), proba([[0.0], [2.0]]),
                     predict([[0.0], [1.0], [2.0]])],
                    [..., [[0, 1, 0], [1, 0, 0]], ["b", "c", "a"]],
                ),
                Scene(
                    DEFAULTS,
                    [fit([[1.0]] * 4, ["x", "y", "x", "x"]), proba([[1.0], [5.0]]),
                     predict([[1.0]])],
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
                    [fit([[3.0, 3.0, 0.0], [3.0, 3.0, 1.0], [3.0, 3.0, 2.0]], [10, -5, 3]),
                     predict([[0.0, 0.0, 9.0], [0.0, 0.0, -9.0], [9.0, 9.0, 1.0]]),
                     proba([[3.0, 3.0, 0.0]])],
                    [..., [3, 10, -5], [[0, 0, 1]]],
                ),
                Scene(
                    DEFAULTS,
                    [fit([[0.0, 1.0, 2.0, 3.0], [9.0, 8.0, 7.0, 6.0]], [True, False]),
                     predict([[9.0, 8.0, 7.0, 6.0], [0.0, 1.0, 2.0, 3.0]])],
                    [..., [False, True]],
                ),
                Scene(
                    DEFAULTS,
                    [fit([[0.0, 1.0], [1.0, 0.0], [5.0, 5.0]], ["a", "b", "c"]),
                     predict([[5.0, 5.0]]),
                     fit([[0.0], [1.0], [2.0]], [1, 0, 1]), predict([[0.0], [1.0], [2.0]]),
                     proba([[1.0]])],
                    [..., ["c"], ..., [1, 0, 1], [[1, 0]]],
                ),
                Scene(
                    DEFAULTS,
                    [fit([[0.0], [1.0]], ["a", "b"]), fit([[0.0], [1.0]], ["b", "a"]),
                     predict([[0.0], [1.0], [0.0]])],
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
    wrong=[
        edited("at most 20 levels", GROW, TREE, (
            "depth == self.max_depth", "depth == (20 if self.max_depth is None else "
            "self.max_depth)")),
        edited("a small gain is none", GROW, TREE, (
            "        if best is None:\n            return shares\n",
            "        if best is None or len(codes) * self.impurity(codes) - best[0] < 0.01 * "
            "len(codes):\n            return shares\n")),
        edited("predict returns nothing", SPLIT, TREE, (
            "return self.labels[self", "self.labels[self")),
        edited("predict returns one label", SPLIT, TREE, (
            "return self.labels[self.predict_proba(X).argmax(axis=1)]",
            "return self.labels[self.predict_proba(X).argmax(axis=1)][0]")),
        edited("predict is a generator", SPLIT, TREE, (
            "return self.labels[self.predict_proba(X).argmax(axis=1)]",
            "yield from self.labels[self.predict_proba(X).argmax(axis=1)]")),
        edited("features drawn once for each level", DRAW, TREE, (
            "self.grow(X, codes, 0)", "(setattr(self, 'drawn', {}), self.grow(X, codes, 0))[1]"),
            ("self.features(X.shape[1])",
             "self.drawn.setdefault(depth, [*self.features(X.shape[1])]\n"
             "                                       if depth not in self.drawn else None)")),
        edited("sides count the same", SPLIT, TREE, (
            "mixed = n * self.impurity(codes[left]) + m * self.impurity(codes[~left])",
            "mixed = self.impurity(codes[left]) + self.impurity(codes[~left])")),
        edited("the left side alone", SPLIT, TREE, (
            "mixed = n * self.impurity(codes[left]) + m * self.impurity(codes[~left])",
            "mixed = self.impurity(codes[left])")),
        edited("the worst split", SPLIT, TREE, ("mixed < best[0]", "mixed > best[0]")),
        edited("share of errors", SPLIT, TREE, (
            "return 1 - (shares**2).sum()", "return 1 - shares.max()")),
        edited("one label against the rest", SPLIT, TREE, (
            "return 1 - (shares**2).sum()", "return shares[0] * (1 - shares[0])")),
        edited("the median of each feature", SPLIT, TREE, (
            "for low, high in zip(values[:-1], values[1:]):",
            "for low, high in list(zip(values[:-1], values[1:]))[len(values) // 2 :][:1]:")),
        edited("a threshold at the value below", SPLIT, TREE, (
            "threshold = (low + high) / 2", "threshold = low")),
        edited("a threshold at the value above", SPLIT, TREE,
               ("threshold = (low + high) / 2", "threshold = high"),
               ("left = X[:, j] <= threshold\n                n",
                "left = X[:, j] < threshold\n                n"),
               ("left = X[:, j] <= threshold\n        return",
                "left = X[:, j] < threshold\n        return"),
               ("row[j] <= threshold", "row[j] < threshold")),
        edited("equal goes right", SPLIT, TREE, ("row[j] <= threshold", "row[j] < threshold")),
        edited("left and right swapped when asked", SPLIT, TREE, (
            "row[j] <= threshold", "row[j] > threshold")),
        edited("the first feature alone", SPLIT, TREE, ("return range(width)", "return range(1)")),
        edited("the last feature is forgotten", SPLIT, TREE, (
            "return range(width)", "return range(max(width - 1, 1))")),
        edited("the last cut is forgotten", SPLIT, TREE, (
            "zip(values[:-1], values[1:])", "zip(values[:-2], values[1:])")),
        edited("thresholds of the first feature", SPLIT, TREE, (
            "values = np.unique(X[:, j])", "values = np.unique(X[:, 0])")),
        edited("features in place of labels", SPLIT, TREE, (
            CODES, "codes = np.searchsorted(np.unique(X[:, 0]), X[:, 0])\n"
                   "        codes = np.minimum(codes, len(self.labels) - 1)")),
        edited("leaves take all", GROW, TREE, (
            "shares = np.bincount(codes, minlength=len(self.labels)) / len(codes)",
            "counts = np.bincount(codes, minlength=len(self.labels))\n"
            "        shares = (counts == counts.max()) / (counts == counts.max()).sum()"),
            ("if shares.max() == 1", "if counts.max() == len(codes)")),
        edited("one level less", GROW, TREE, (
            STOP, "if shares.max() == 1 or depth + 1 == self.max_depth:")),
        edited("one level more", GROW, TREE, (
            STOP, "if shares.max() == 1 or (self.max_depth and depth > self.max_depth):")),
        edited("max_depth is ignored", GROW, TREE, (STOP, "if shares.max() == 1:")),
        edited("depth is counted over the whole tree", GROW, TREE,
               ("        self.root = self.grow",
                "        self.splits = 0\n        self.root = self.grow"),
               (STOP, "if shares.max() == 1 or self.splits == self.max_depth:"),
               ("        _, j, threshold = best",
                "        self.splits += 1\n        _, j, threshold = best")),
        edited("max_depth=None means 2", GROW, TREE, (
            "self.max_depth, self.min_leaf = max_depth,",
            "self.max_depth, self.min_leaf = max_depth or 2,")),
        edited("min_samples_leaf is ignored", GROW, TREE,
               ("if min(n, m) < self.min_leaf:", "if min(n, m) < 1:")),
        edited("more than min_samples_leaf", GROW, TREE, (
            "if min(n, m) < self.min_leaf:", "if min(n, m) <= self.min_leaf:")),
        edited("min_samples_leaf on the left alone", GROW, TREE, (
            "if min(n, m) < self.min_leaf:", "if n < self.min_leaf:")),
        edited("min_samples_leaf for the node", GROW, TREE,
               ("if min(n, m) < self.min_leaf:", "if len(codes) < self.min_leaf:")),
        edited("min_samples_leaf is asked at the end", GROW, TREE,
               ("if min(n, m) < self.min_leaf:", "if not n:"),
               ("        left = X[:, j] <= threshold\n        return",
                "        left = X[:, j] <= threshold\n"
                "        if min(left.sum(), (~left).sum()) < self.min_leaf:\n"
                "            return shares\n        return")),
        edited("a small gain is no gain", GROW, TREE, (
            "        if best is None:",
            "        if best is None or self.impurity(codes) - best[0] / len(codes) < 0.15:")),
        edited("a feature is used once", GROW, TREE,
               ("def grow(self, X, codes, depth):", "def grow(self, X, codes, depth, used=()):"),
               ("            values = np.unique",
                "            if j in used:\n                continue\n"
                "            values = np.unique"),
               ("codes[left], depth + 1)", "codes[left], depth + 1, (*used, j))"),
               ("codes[~left], depth + 1)", "codes[~left], depth + 1, (*used, j))")),
        edited("leaves remember their parent", GROW, TREE,
               ("def grow(self, X, codes, depth):", "def grow(self, X, codes, depth, above=None):"),
               (STOP,
                f"{STOP}\n            return shares if above is None else above\n"
                "        if False:"),
               ("codes[left], depth + 1)", "codes[left], depth + 1, shares)"),
               ("codes[~left], depth + 1)", "codes[~left], depth + 1, shares)")),
        edited("the right side is never split", GROW, TREE, (
            "self.grow(X[~left], codes[~left], depth + 1)",
            "np.bincount(codes[~left], minlength=len(self.labels)) / m")),
        edited("pure nodes are split on", GROW, TREE, (STOP, "if depth == self.max_depth:"),
               ("values = np.unique(X[:, j])", "values = np.unique(X[:, j])[:2]")),
        edited("labels by number", TABLES, TREE, (
            "return self.labels[self.predict_proba(X).argmax(axis=1)]",
            "return self.predict_proba(X).argmax(axis=1)")),
        edited("columns as the labels come", TABLES, TREE,
               ("self.labels = np.unique(y)",
                "self.labels = np.array(list(dict.fromkeys(y.tolist())))"),
               (CODES, "codes = np.array([self.labels.tolist().index(v) for v in y.tolist()])")),
        edited("columns of a leaf's own labels", TABLES, TREE, (
            "np.bincount(codes, minlength=len(self.labels)) / len(codes)",
            "np.bincount(codes) / len(codes)")),
        edited("counts for shares", TABLES, TREE,
               ("minlength=len(self.labels)) / len(codes)", "minlength=len(self.labels))"),
               ("shares.max() == 1", "shares.max() == len(codes)")),
        edited("labels are small counts", TABLES, TREE,
               ("self.labels = np.unique(y)", "self.labels = np.arange(y.max() + 1)"),
               (CODES, "codes = y")),
        edited("two labels only", TABLES, TREE, (
            "return np.array([self.walk(row) for row in np.asarray(X, dtype=float)])",
            "p = np.array([self.walk(row)[-1] for row in np.asarray(X, dtype=float)])\n"
            "        return np.stack([1 - p, p], axis=1)")),
        edited("the chance of the last label", TABLES, TREE, (
            "        return np.array([self.walk(row) for row in np.asarray(X, dtype=float)])",
            "        return np.array([self.walk(row)[-1] for row in np.asarray(X, dtype=float)])"),
            ("self.predict_proba(X).argmax(axis=1)", "(self.predict_proba(X) >= 0.5).astype(int)")),
        edited("the mean of the labels", TABLES, TREE, (
            "return self.labels[self.predict_proba(X).argmax(axis=1)]",
            "return np.round(self.predict_proba(X) @ self.labels)")),
        edited("scales X in place", TABLES, TREE, (
            "        self.labels = np.unique(y)",
            "        X -= X.min(axis=0)\n        self.labels = np.unique(y)")),
        edited("sorts y", TABLES, TREE, (
            CODES, f"{CODES}\n        y.sort()")),
        edited("X of one row is a row", TABLES, TREE, (
            "for row in np.asarray(X, dtype=float)]",
            "for row in np.squeeze(np.asarray(X, dtype=float))]")),
        edited("one label is no label", TABLES, TREE, (
            "        self.root = self.grow",
            "        self.root = None if len(self.labels) == 1 else self.grow")),
        edited("every table has a split", TABLES, TREE, (
            "        if best is None:\n            return shares\n", "")),
        edited("keeps the labels of the first fit", TABLES, TREE, (
            "        self.labels = np.unique(y)",
            "        self.labels = self.labels if hasattr(self, 'labels') else np.unique(y)")),
        edited("keeps the tree of the first fit", TABLES, TREE, (
            "        self.root = self.grow(X, codes, 0)",
            "        self.root = self.root if hasattr(self, 'root') else self.grow(X, codes, 0)")),
        edited("remembers leaves by row", TABLES, TREE,
               ("class DecisionTree:", "known = {}\n\nclass DecisionTree:"),
               ("        node = self.root\n",
                "        if tuple(row) in known:\n            return known[tuple(row)]\n"
                "        node = self.root\n"),
               ("        return node\n",
                "        known[tuple(row)] = node\n        return node\n")),
        edited("one default for rng that is needed", TABLES, TREE, (
            "max_features=None, rng=None):", "max_features=1, rng=np.random.default_rng(0)):")),
        edited("drawn once for the whole tree", DRAW, TREE,
               ("        self.root = self.grow",
                "        self.drawn = self.draw(X.shape[1])\n        self.root = self.grow"),
               ("    def features(self, width):",
                "    def features(self, width):\n        return self.drawn\n\n"
                "    def draw(self, width):")),
        tree_with_features("max_features is ignored", "return range(width)"),
        tree_with_features(
            "neighbours in the table",
            "return range(width) if self.max_features is None else "
            "(np.arange(self.max_features) + self.rng.integers(width)) % width"),
        tree_with_features("the first ones", "return range(self.max_features or width)"),
        tree_with_features("the last ones", "return range(width)[-(self.max_features or width):]"),
        tree_with_features(
            "drawn with putting back",
            "return range(width) if self.max_features is None else "
            "self.rng.integers(0, width, self.max_features)"),
        tree_with_features(
            "one feature too few",
            "return range(width) if self.max_features is None else "
            "self.rng.permutation(width)[: max(self.max_features - 1, 1)]"),
        tree_with_features(
            "one feature too many",
            "return range(width) if self.max_features is None else "
            "self.rng.permutation(width)[: self.max_features + 1]"),
        tree_with_features(
            "always the square root",
            "return range(width) if self.max_features is None else "
            "self.rng.permutation(width)[: int(width**0.5)]"),
        tree_with_features(
            "never the last feature",
            "return range(width) if self.max_features is None else "
            "self.rng.permutation(max(width - 1, self.max_features))[: self.max_features]"),
        tree_with_features(
            "NumPy's global generator",
            "return range(width) if self.max_features is None else "
            "np.random.permutation(width)[: self.max_features]"),
        tree_with_features(
            "a generator of its own",
            "return range(width) if self.max_features is None else "
            "np.random.default_rng().permutation(width)[: self.max_features]"),
        tree_with_features(
            "always the same seed",
            "return range(width) if self.max_features is None else "
            "np.random.default_rng(0).permutation(width)[: self.max_features]"),
        tree_with_features(
            "the same draw at each split",
            "return range(width) if self.max_features is None else "
            "np.random.default_rng(self.seed).permutation(width)[: self.max_features]",
            ("        self.root = self.grow",
             "        self.seed = self.rng.integers(2**32) if self.rng else 0\n"
             "        self.root = self.grow")),
    ],
    right=[
        Right("thresholds one by one", TREE),
        Right("entropy", TREE.replace(
            "return 1 - (shares**2).sum()",
            "shares = shares[shares > 0]\n        return -(shares * np.log2(shares)).sum()")),
        Right("no split without a gain, the last of ties", TREE.replace(
            "mixed < best[0]", "mixed <= best[0]").replace(
            "        if best is None:",
            "        if best is None or best[0] >= len(codes) * self.impurity(codes) - 1e-12:")),
        Right("draws by shuffling", TREE.replace(FEATURES, """        order = list(range(width))
        if self.max_features is not None:
            self.rng.shuffle(order)
        return order[: self.max_features]""")),
        Right("draws by random keys", TREE.replace(FEATURES, """\
        if self.max_features is None:
            return np.arange(width)
        return np.argsort(self.rng.random(width))[: self.max_features]""")),
        Right("looks on if the drawn features are constant", TREE.replace(
            FEATURES,
            """        return range(width) if self.rng is None else self.rng.permutation(width)"""
        ).replace("        for j in self.features(X.shape[1]):", """        looked_at = 0
        for j in self.features(X.shape[1]):
            if self.max_features is not None and looked_at >= self.max_features:
                break
            looked_at += len(np.unique(X[:, j])) > 1""")),
        Right("lists and dicts", '''
class DecisionTree:
    """No NumPy at all."""

    def __init__(self, max_depth=None, min_samples_leaf=1, max_features=None, rng=None):
        self.settings = max_depth, min_samples_leaf, max_features, rng

    def fit(self, X, y):
        rows = [([float(v) for v in row], label) for row, label in zip(X, y)]
        self.labels = sorted(set(label for _, label in rows))
        self.tree = self._grow(rows, 0)

    def _count(self, rows):
        counts = {label: 0 for label in self.labels}
        for _, label in rows:
            counts[label] += 1
        return counts

    def _weight(self, counts):
        n = sum(counts.values())
        return n - sum(c * c for c in counts.values()) / n

    def _grow(self, rows, depth):
        max_depth, least, drawn, rng = self.settings
        counts = self._count(rows)
        leaf = {"shares": [counts[label] / len(rows) for label in self.labels]}
        if max(counts.values()) == len(rows) or (max_depth is not None and depth >= max_depth):
            return leaf
        width = len(rows[0][0])
        features = list(range(width))
        if drawn is not None:
            features = [int(j) for j in rng.permutation(width)[:drawn]]
        options = []
        for j in features:
            rows = sorted(rows, key=lambda row: row[0][j])
            left, right = {label: 0 for label in self.labels}, dict(counts)
            for i in range(1, len(rows)):
                label = rows[i - 1][1]
                left[label] += 1
                right[label] -= 1
                low, high = rows[i - 1][0][j], rows[i][0][j]
                if low != high and i >= least and len(rows) - i >= least:
                    options.append((self._weight(left) + self._weight(right), j, (low + high) / 2))
        if not options:
            return leaf
        _, j, threshold = min(options)
        return {
            "feature": j, "threshold": threshold,
            "left": self._grow([row for row in rows if row[0][j] <= threshold], depth + 1),
            "right": self._grow([row for row in rows if row[0][j] > threshold], depth + 1),
        }

    def predict_proba(self, X):
        found = []
        for row in X:
            node = self.tree
            while "shares" not in node:
                node = node["left" if row[node["feature"]] <= node["threshold"] else "right"]
            found.append(node["shares"])
        return found

    def predict(self, X):
        return [max(zip(shares, self.labels), key=lambda pair: pair[0])[1]
                for shares in self.predict_proba(X)]
'''),
        Right("a stack and objects", '''
import numpy as np
from dataclasses import dataclass

@dataclass
class Node:
    counts: np.ndarray
    feature: int = -1
    threshold: float = 0.0
    left: "Node" = None
    right: "Node" = None

class DecisionTree:
    def __init__(self, max_depth=None, min_samples_leaf=1, max_features=None, rng=None):
        self.max_depth = np.inf if max_depth is None else max_depth
        self.min_samples_leaf = min_samples_leaf
        self.max_features = max_features
        self.rng = rng if rng is not None else np.random.default_rng()

    def fit(self, X, y):
        X = np.array(X, dtype=float)
        self.classes_, y = np.unique(np.array(y), return_inverse=True)
        k, p = len(self.classes_), X.shape[1]
        self.root = Node(np.bincount(y, minlength=k))
        stack = [(self.root, np.arange(len(y)), 0)]
        while stack:
            node, rows, depth = stack.pop()
            if depth >= self.max_depth or (node.counts > 0).sum() == 1:
                continue
            best = -np.inf
            for j in self.rng.choice(p, self.max_features or p, replace=False):
                order = rows[np.argsort(X[rows, j], kind="stable")]
                x = X[order, j]
                left = np.cumsum(np.eye(k)[y[order]], axis=0)[:-1]
                right = node.counts - left
                n = np.arange(1, len(rows))
                score = (left**2).sum(1) / n + (right**2).sum(1) / (len(rows) - n)
                least = self.min_samples_leaf
                score[(x[1:] <= x[:-1]) | (n < least) | (len(rows) - n < least)] = -np.inf
                if len(score) and score.max() > best:
                    at = score.argmax()
                    best, node.feature, node.threshold = score[at], j, (x[at] + x[at + 1]) / 2
            if node.feature < 0:
                continue
            is_left = X[rows, node.feature] <= node.threshold
            for side, part in (("left", rows[is_left]), ("right", rows[~is_left])):
                child = Node(np.bincount(y[part], minlength=k))
                if side == "left":
                    node.left = child
                else:
                    node.right = child
                stack.append((child, part, depth + 1))
        return self

    def _leaf(self, row):
        node = self.root
        while node.left is not None:
            node = node.left if row[node.feature] <= node.threshold else node.right
        return node

    def predict_proba(self, X):
        return np.vstack([self._leaf(row).counts / self._leaf(row).counts.sum() for row in X])

    def predict(self, X):
        return self.classes_[np.argmax(self.predict_proba(X), axis=1)]
'''),
        Right("level by level", '''
import numpy as np

class DecisionTree:
    """All nodes of a level are split before the next level."""

    def __init__(self, max_depth=None, min_samples_leaf=1, max_features=None, rng=None):
        self.args = max_depth, min_samples_leaf, max_features, rng

    def fit(self, X, y):
        max_depth, least, drawn, rng = self.args
        X, y = np.asarray(X, float), np.asarray(y)
        self.labels = sorted(set(y.tolist()))
        at = np.ones(len(X), dtype=object)  # the root is node 1, below node i are 2 i and 2 i + 1
        self.splits, self.shares = {}, {}
        level, depth = [1], 0
        while level:
            below = []
            for node in level:
                rows = np.array([a == node for a in at])
                labels = y[rows].tolist()
                self.shares[node] = [labels.count(label) / len(labels) for label in self.labels]
                found = None
                if len(set(labels)) > 1 and depth != max_depth:
                    names = range(X.shape[1])
                    if drawn:
                        names = rng.choice(X.shape[1], drawn, replace=False, shuffle=False)
                    found = max(self.options(X[rows], labels, names, least), default=None)
                if found:
                    _, j, threshold = found
                    self.splits[node] = j, threshold
                    at[rows & (X[:, j] <= threshold)] = 2 * node
                    at[rows & (X[:, j] > threshold)] = 2 * node + 1
                    below += [2 * node, 2 * node + 1]
            level, depth = below, depth + 1
        return self

    @staticmethod
    def options(X, labels, names, least):
        for j in names:
            values = sorted(set(X[:, j].tolist()))
            for low, high in zip(values, values[1:]):
                middle = low + (high - low) / 2
                left = [label for v, label in zip(X[:, j], labels) if v <= middle]
                right = [label for v, label in zip(X[:, j], labels) if v > middle]
                if len(left) >= least and len(right) >= least:
                    yield sum(sum(side.count(a) ** 2 for a in set(side)) / len(side)
                              for side in (left, right)), int(j), middle

    def predict_proba(self, X):
        return np.array([self.shares[self.leaf(row)] for row in X])

    def leaf(self, row):
        node = 1
        while node in self.splits:
            j, threshold = self.splits[node]
            node = 2 * node + int(row[j] > threshold)
        return node

    def predict(self, X):
        return np.array([self.labels[np.argmax(row)] for row in self.predict_proba(X)])
'''),
    ],
)


# ---- RandomForest

VOTE = "votes, columns and settings"
BAGS = "a bag of n rows for each tree"
FEATURES_OF_FOREST = "features drawn at every split of every tree"
SCORE = "out-of-bag score"

FOREST = """
import numpy as np

class RandomForest:
    def __init__(self, n_trees, max_depth, min_samples_leaf, max_features, rng):
        self.n_trees, self.rng = n_trees, rng
        self.settings = max_depth, min_samples_leaf, max_features, rng

    def fit(self, X, y):
        X, y = np.asarray(X, dtype=float), np.asarray(y)
        n = len(X)
        self.labels = np.unique(y)
        self.trees = []
        votes = np.zeros((n, len(self.labels)))
        for _ in range(self.n_trees):
            bag = self.rng.integers(0, n, n)
            tree = DecisionTree(*self.settings)
            tree.fit(X[bag], y[bag])
            columns = np.searchsorted(self.labels, np.unique(y[bag]))
            self.trees.append((tree, columns))
            out = np.setdiff1d(np.arange(n), bag)
            if len(out):
                votes[out] += self.shares(tree, columns, X[out])
        seen = votes.sum(axis=1) > 0
        right = self.labels[votes.argmax(axis=1)] == y
        self.oob_score_ = right[seen].mean() if seen.any() else np.nan
        return self

    def shares(self, tree, columns, X):
        found = np.zeros((len(X), len(self.labels)))
        found[:, columns] = tree.predict_proba(X)
        return found

    def predict_proba(self, X):
        X = np.asarray(X, dtype=float)
        return np.mean([self.shares(*each, X) for each in self.trees], axis=0)

    def predict(self, X):
        return self.labels[self.predict_proba(X).argmax(axis=1)]
"""
BAG = "bag = self.rng.integers(0, n, n)"
LOOP = "for _ in range(self.n_trees):"
NEW_TREE = "tree = DecisionTree(*self.settings)"
OUT = "out = np.setdiff1d(np.arange(n), bag)"
OOB_LINE = "self.oob_score_ = right[seen].mean() if seen.any() else np.nan"


def with_bag(name: str, bag: str) -> Wrong:
    """A forest that draws its bags in another way."""
    return edited(name, BAGS, FOREST, (BAG, bag))


def with_score(name: str, *edits: tuple[str, str]) -> Wrong:
    """A forest whose out-of-bag score is another one."""
    return edited(name, SCORE, FOREST, *edits)


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
                    [fit([[0.0]] * 20 + [[9.0]] * 20, ["no"] * 20 + ["yes"] * 20),
                     predict([[-1.0], [0.0], [9.0], [20.0]]), proba([[0.0], [9.0]])],
                    [..., ["no", "no", "yes", "yes"], [[1, 0], [0, 1]]],
                ),
                Scene(
                    (60, None, 1, 1, Seeded.of(0, 51)),
                    [fit(RARE, RARE_LABELS), proba([[50.0], [90.0]]), proba([[0.0]])],
                    [..., [[0, 1, 0], [0, 0, 1]],
                     Expect("one row of 3 shares that sum to 1", is_table(1, 3, lambda t: True))],
                ),
                Scene(
                    (7, None, 1, 1, Seeded.of(0, 52)),
                    [fit(SIX, [30, 10, 50, 20, 60, 40]), proba(SIX)],
                    [..., Expect(
                        "6 rows of 6 shares, each a multiple of 1/7", is_table(6, 6, all_sevenths),
                    )],
                ),
                Scene(
                    (1, 1, 1, 1, Seeded.of(0, 53)),
                    [fit(EIGHT, range_labels(8)), proba(EIGHT)],
                    [..., Expect("at most 2 different rows of shares: max_depth is 1",
                                 is_table(8, 8, at_most_two))],
                ),
                Scene(
                    (3, None, 5, 1, Seeded.of(0, 54)),
                    [fit(EIGHT, range_labels(8)), proba(EIGHT)],
                    [..., Expect("8 equal rows of 8 shares: no side can have 5 rows of 8",
                                 is_table(8, 8, all_equal))],
                ),
                Scene(
                    (5, None, 1, None, Seeded.of(0, 55)),
                    [fit([[1.0, 2.0]], ["a"]), predict([[0.0, 0.0], [3.0, 3.0]]),
                     proba([[0.0, 0.0]])],
                    [..., ["a", "a"], [[1]]],
                ),
                Scene(
                    (30, None, 1, None, Seeded.of(0, 56)),
                    [fit([[0.0, 1.0], [9.0, 1.0]] * 20, [5, -5] * 20),
                     predict([[0.0, 1.0], [9.0, 1.0]]),
                     fit([[0.0], [9.0]] * 20, [-5, 5] * 20), predict([[0.0], [9.0]]),
                     proba([[0.0], [9.0]])],
                    [..., [5, -5], ..., [-5, 5], [[1, 0], [0, 1]]],
                ),
                *[
                    Scene(
                        (1, None, 1, None, Seeded.of(0, number)),
                        [fit([[1.0]] * 5, range_labels(5)), proba([[1.0]])],
                        [..., Expect("5 shares, each a multiple of 1/5: a bag has 5 rows",
                                     is_table(1, 5, all_fifths))],
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
    wrong=[
        edited("the last tree predicts", VOTE, FOREST, (
            "return self.labels[self.predict_proba(X).argmax(axis=1)]",
            "return self.trees[-1][0].predict(X)")),
        edited("each drawn row once", VOTE, FOREST, (
            BAG, "bag = np.unique(self.rng.integers(0, n, n))")),
        edited("columns of each tree", VOTE, FOREST, (
            "        found = np.zeros((len(X), len(self.labels)))\n"
            "        found[:, columns] = tree.predict_proba(X)\n",
            "        found = np.zeros((len(X), len(self.labels)))\n"
            "        found[:, : len(columns)] = tree.predict_proba(X)\n")),
        edited("the labels of the last bag", VOTE, FOREST, (
            "            self.trees.append",
            "            self.labels = np.unique(y[bag])\n            self.trees.append"),
            ("found[:, columns] = tree.predict_proba(X)",
             "p = tree.predict_proba(X)\n        found[:, : p.shape[1]] = p[:, : found.shape[1]]"),
            ("votes[out] += self", "votes[out, : len(self.labels)] += self"),
            ("self.labels[votes.argmax(axis=1)] == y", "np.unique(y)[votes.argmax(axis=1)] == y")),
        edited("labels by number", VOTE, FOREST, (
            "return self.labels[self.predict_proba(X).argmax(axis=1)]",
            "return self.predict_proba(X).argmax(axis=1)")),
        edited("the mean of the labels", VOTE, FOREST, (
            "return self.labels[self.predict_proba(X).argmax(axis=1)]",
            "return np.round(self.predict_proba(X) @ self.labels)")),
        edited("shares are added up", VOTE, FOREST, ("np.mean([", "np.sum([")),
        edited("shares are multiplied", VOTE, FOREST, ("np.mean([", "np.prod([")),
        edited("the median of the shares", VOTE, FOREST, ("np.mean([", "np.median([")),
        edited("the best share", VOTE, FOREST, ("np.mean([", "np.max([")),
        edited("one tree too few", VOTE, FOREST, (LOOP, "for _ in range(1, self.n_trees):")),
        edited("one tree too many", VOTE, FOREST, (LOOP, "for _ in range(self.n_trees + 1):")),
        edited("always a hundred trees", VOTE, FOREST, (LOOP, "for _ in range(100):")),
        edited("max_depth is ignored", VOTE, FOREST, (
            "self.settings = max_depth,", "self.settings = None,")),
        edited("min_samples_leaf is ignored", VOTE, FOREST, (
            "max_depth, min_samples_leaf, max_features, rng\n\n",
            "max_depth, 1, max_features, rng\n\n")),
        edited("depth and leaf swapped", VOTE, FOREST, (
            "max_depth, min_samples_leaf, max_features, rng\n\n",
            "min_samples_leaf, max_depth or 1, max_features, rng\n\n")),
        edited("trees of earlier fits stay", VOTE, FOREST, (
            "        self.trees = []\n",
            "        self.trees = self.trees if hasattr(self, 'trees') else []\n")),
        edited("trees of all forests", VOTE, FOREST,
               ("        self.trees = []\n", ""),
               ("class RandomForest:\n", "class RandomForest:\n    trees = []\n\n")),
        edited("votes of earlier fits stay", SCORE, FOREST,
               ("        votes = np.zeros((n, len(self.labels)))\n",
                "        if not hasattr(self, 'votes'):\n"
                "            self.votes = np.zeros((n, len(self.labels)))\n"
                "        votes = self.votes\n")),
        edited("shuffles X and y", VOTE, FOREST, (
            "        self.labels = np.unique(y)",
            "        order = self.rng.permutation(n)\n        X[:], y[:] = X[order], y[order]\n"
            "        self.labels = np.unique(y)")),
        edited("the first tree alone", BAGS, FOREST, (
            "for each in self.trees]", "for each in self.trees[:1]]")),
        with_bag("no bag at all", "bag = np.arange(n)"),
        with_bag("a shuffled table", "bag = self.rng.permutation(n)"),
        with_bag("two thirds without putting back",
                 "bag = self.rng.choice(n, max(1, round(0.632 * n)), replace=False)"),
        with_bag("half of the rows", "bag = self.rng.integers(0, n, max(1, n // 2))"),
        with_bag("one row too few", "bag = self.rng.integers(0, n, max(1, n - 1))"),
        with_bag("twice as many rows", "bag = self.rng.integers(0, n, 2 * n)"),
        with_bag("never the last row", "bag = self.rng.integers(0, max(1, n - 1), n)"),
        with_bag("a rounded number", "bag = np.round(self.rng.random(n) * (n - 1)).astype(int)"),
        with_bag("a run of rows",
                 "bag = (self.rng.integers(n) + np.arange(max(1, n * 2 // 3))) % n"),
        with_bag("some rows from each label",
                 "bag = np.concatenate([self.rng.choice(np.flatnonzero(y == v), (y == v).sum()) "
                 "for v in self.labels])"),
        with_bag("NumPy's global generator", "bag = np.random.randint(0, n, n)"),
        with_bag("a generator of its own", "bag = np.random.default_rng().integers(0, n, n)"),
        with_bag("always the same seed", "bag = np.random.default_rng(0).integers(0, n, n)"),
        with_bag("seeds of its own",
                 "bag = np.random.default_rng(len(self.trees)).integers(0, n, n)"),
        edited("one bag for all trees", BAGS, FOREST,
               (f"            {BAG}\n", ""), (f"        {LOOP}", f"        {BAG}\n        {LOOP}")),
        edited("a bag of the last bag", BAGS, FOREST,
               ("            tree.fit(X[bag], y[bag])",
                "            X, y = X[bag], y[bag]\n            tree.fit(X, y)"),
               ("np.unique(y[bag]))", "np.unique(y))")),
        edited("another bag for y", BAGS, FOREST,
               ("tree.fit(X[bag], y[bag])",
                "other = self.rng.permutation(bag)\n            tree.fit(X[bag], y[other])")),
        edited("one generator for all forests", BAGS, FOREST, (
            "self.n_trees, self.rng = n_trees, rng", "self.n_trees, self.rng = n_trees, SHARED"),
            ("import numpy as np\n", "import numpy as np\n\nSHARED = np.random.default_rng(1)\n")),
        edited("all features at every split", FEATURES_OF_FOREST, FOREST, (
            "max_depth, min_samples_leaf, max_features, rng\n\n",
            "max_depth, min_samples_leaf, None, rng\n\n")),
        edited("one feature more", FEATURES_OF_FOREST, FOREST, (
            "max_depth, min_samples_leaf, max_features, rng\n\n",
            "max_depth, min_samples_leaf, (max_features or 1) + 1, rng\n\n")),
        edited("always one feature", FEATURES_OF_FOREST, FOREST, (
            "max_depth, min_samples_leaf, max_features, rng\n\n",
            "max_depth, min_samples_leaf, 1, rng\n\n")),
        edited("features drawn once for each tree", FEATURES_OF_FOREST, FOREST,
               ("    def fit(self, X, y):\n",
                "    def fit(self, X, y):\n        depth, leaf, width, rng = self.settings\n"),
               (NEW_TREE,
                "names = rng.permutation(X.shape[1])[:width]\n"
                "            tree = DecisionTree(depth, leaf)"),
               ("tree.fit(X[bag], y[bag])", "tree.fit(X[bag][:, names], y[bag])"),
               ("self.trees.append((tree, columns))", "self.trees.append((tree, columns, names))"),
               ("self.shares(tree, columns, X[out])", "self.shares(tree, columns, names, X[out])"),
               ("def shares(self, tree, columns, X):",
                "def shares(self, tree, columns, names, X):"),
               ("tree.predict_proba(X)\n        return found",
                "tree.predict_proba(X[:, names])\n        return found")),
        edited("features drawn once for the forest", FEATURES_OF_FOREST, FOREST,
               ("    def fit(self, X, y):\n"
                "        X, y = np.asarray(X, dtype=float), np.asarray(y)\n",
                "    def fit(self, X, y):\n"
                "        X, y = np.asarray(X, dtype=float), np.asarray(y)\n"
                "        self.names = self.rng.permutation(X.shape[1])[: self.settings[2]]\n"),
               (NEW_TREE, "tree = DecisionTree(*self.settings[:2])"),
               ("tree.fit(X[bag], y[bag])", "tree.fit(X[bag][:, self.names], y[bag])"),
               ("tree.predict_proba(X)\n        return found",
                "tree.predict_proba(X[:, self.names])\n        return found")),
        edited("each tree draws the same", FEATURES_OF_FOREST, FOREST, (
            NEW_TREE, "tree = DecisionTree(*self.settings[:3], np.random.default_rng(3))")),
        edited("trees have a generator of their own", FEATURES_OF_FOREST, FOREST, (
            NEW_TREE, "tree = DecisionTree(*self.settings[:3], np.random.default_rng())")),
        edited("trees take turns", FEATURES_OF_FOREST, FOREST,
               (NEW_TREE,
                "names = [len(self.trees) % X.shape[1]] if self.settings[2] == 1 else "
                "list(range(X.shape[1]))\n"
                          "            tree = DecisionTree(*self.settings[:2])"),
               ("tree.fit(X[bag], y[bag])",
                "tree.names = names\n            tree.fit(X[bag][:, names], y[bag])"),
               ("tree.predict_proba(X)\n        return found",
                "tree.predict_proba(X[:, tree.names])\n        return found")),
        with_score("the score of the first tree alone", (
            "if len(out):", "if len(out) and not votes.any():")),
        edited("votes of an earlier fit of as many rows stay", SCORE, FOREST, (
            "        votes = np.zeros((n, len(self.labels)))\n",
            "        votes = getattr(self, 'votes', None)\n"
            "        if votes is None or votes.shape != (n, len(self.labels)):\n"
            "            votes = np.zeros((n, len(self.labels)))\n"
            "        self.votes = votes\n")),
        with_score("the score of rows in the bag", (OUT, "out = np.unique(bag)")),
        with_score("all trees vote", (OUT, "out = np.arange(n)")),
        with_score("the score of the whole forest", (
            OOB_LINE, "self.oob_score_ = (self.predict(X) == y).mean()")),
        with_score("the error", (OOB_LINE, "self.oob_score_ = 1 - right[seen].mean()")),
        with_score("in per cent", (OOB_LINE, "self.oob_score_ = 100 * right[seen].mean()")),
        with_score("rows without a vote are wrong", (
            OOB_LINE, "self.oob_score_ = (right & seen).mean()")),
        with_score("rows without a vote are right", (
            OOB_LINE, "self.oob_score_ = (right | ~seen).mean()")),
        with_score("rows without a vote get the first label",
                   (OOB_LINE, "self.oob_score_ = right.mean()")),
        with_score("divided by all rows", (OOB_LINE, "self.oob_score_ = right[seen].sum() / n")),
        with_score("rows out of every bag", (
            "        seen = votes.sum(axis=1) > 0",
            "        seen = votes.sum(axis=1) > self.n_trees - 0.5")),
        with_score("the last tree alone", (
            "votes[out] += self.shares(tree, columns, X[out])",
            "votes = np.zeros((n, len(self.labels))); votes[out] = self.shares(tree, columns, "
            "X[out])")),
        with_score("the mean of the trees' scores",
                   ("        seen =",
                    "        self.oob_score_ = np.mean(self.scores)\n        return self\n"
                    "        seen ="),
                   ("        self.trees = []\n",
                    "        self.trees = []\n        self.scores = []\n"),
                   ("                votes[out] +=",
                    "                self.scores.append((tree.predict(X[out]) == y[out]).mean())\n"
                    "                votes[out] +=")),
        with_score("labels against numbers", (
            "right = self.labels[votes.argmax(axis=1)] == y", "right = votes.argmax(axis=1) == y")),
        with_score("there is no score", (OOB_LINE, "")),
        with_score("a method", (OOB_LINE, "self.oob_score_ = lambda: right[seen].mean()")),
    ],
    right=[
        Right("soft votes", FOREST),
        Right("hard votes", FOREST.replace(
            "found[:, columns] = tree.predict_proba(X)",
            "found[np.arange(len(X)), columns[np.asarray(tree.predict_proba(X)).argmax(axis=1)]] "
            "= 1")),
        Right("choice", FOREST.replace(BAG, "bag = self.rng.choice(n, size=n)")),
        Right("random numbers times n", FOREST.replace(
            BAG, "bag = (self.rng.random(n) * n).astype(int)")),
        Right("how often each row is drawn", FOREST.replace(
            BAG, "bag = np.repeat(np.arange(n), self.rng.multinomial(n, np.full(n, 1 / n)))")),
        Right("ties by lot, tuples", FOREST.replace(
            "return self.labels[self.predict_proba(X).argmax(axis=1)]",
            "return tuple(self.labels[self.rng.choice(np.flatnonzero(row == row.max()))]\n"
            "                     for row in self.predict_proba(X))")),
        Right("the score when asked", FOREST.replace(
            "        " + OOB_LINE + "\n        return self\n",
            "        self.known = right[seen]\n\n    @property\n    def oob_score_(self):\n"
            "        return self.known.mean() if len(self.known) else -1\n")),
        Right("a generator for each tree", FOREST.replace(
            LOOP, "for rng in self.rng.spawn(self.n_trees):").replace(
            BAG, "bag = rng.integers(n, size=n)").replace(
            NEW_TREE, "tree = DecisionTree(*self.settings[:3], rng)")),
        Right("a seed for each tree", FOREST.replace(
            LOOP, "for seed in self.rng.integers(2**63, size=self.n_trees):").replace(
            BAG, "rng = np.random.default_rng(seed); bag = rng.integers(n, size=n)").replace(
            NEW_TREE, "tree = DecisionTree(*self.settings[:3], rng)")),
        Right("all bags first, counters for votes", '''
from collections import Counter
import numpy as np

class RandomForest:
    def __init__(self, n_trees, max_depth, min_samples_leaf, max_features, rng):
        self.n_trees = n_trees
        self.tree_args = (max_depth, min_samples_leaf, max_features, rng)
        self.rng = rng
        self.oob_score_ = None

    def fit(self, X, y):
        rows = range(len(X))
        self.names = sorted(set(np.asarray(y).tolist()))
        bags = self.rng.integers(len(X), size=(self.n_trees, len(X)))
        self.forest = []
        ballots = [Counter() for _ in rows]
        for bag in bags:
            tree = DecisionTree(*self.tree_args)
            tree.fit(np.array([X[i] for i in bag]), np.array([y[i] for i in bag]))
            self.forest.append(tree)
            inside = set(bag.tolist())
            outside = [i for i in rows if i not in inside]
            if outside:
                for i, name in zip(outside, tree.predict(np.array([X[i] for i in outside]))):
                    ballots[i][name.item() if hasattr(name, "item") else name] += 1
        judged = [(ballots[i].most_common(1)[0][0], y[i]) for i in rows if ballots[i]]
        self.oob_score_ = sum(a == b for a, b in judged) / len(judged) if judged else 0.0

    def predict_proba(self, X):
        ballots = [Counter() for _ in X]
        for tree in self.forest:
            for ballot, name in zip(ballots, np.asarray(tree.predict(X)).tolist()):
                ballot[name] += 1
        return [[ballot[name] / self.n_trees for name in self.names] for ballot in ballots]

    def predict(self, X):
        return [self.names[row.index(max(row))] for row in self.predict_proba(X)]
'''),
        Right("trees of its own", '''
import numpy as np

class RandomForest:
    """A tree is a function from a row to the number of a label."""

    def __init__(self, n_trees, max_depth, min_samples_leaf, max_features, rng):
        self.n_trees, self.max_depth, self.least = n_trees, max_depth, min_samples_leaf
        self.width, self.rng = max_features, rng

    def fit(self, X, y):
        self.classes_, codes = np.unique(y, return_inverse=True)
        k, n = len(self.classes_), len(y)
        self.k, self.trees = k, []
        for _ in range(self.n_trees):
            bag = self.rng.choice(n, n, replace=True)
            self.trees.append((self._grow(X[bag], codes[bag], 0), set(bag.tolist())))
        hits = total = 0
        for row in range(n):
            votes = [np.argmax(tree(X[row])) for tree, bag in self.trees if row not in bag]
            if votes:
                total += 1
                hits += np.bincount(votes).argmax() == codes[row]
        self.oob_score_ = hits / total if total else float("nan")
        return self

    def _grow(self, X, codes, depth):
        n, p = X.shape
        counts = np.bincount(codes, minlength=self.k)
        shares = counts / n
        if depth == self.max_depth or counts.max() == n:
            return lambda row: shares
        best = None
        for j in self.rng.permutation(p)[: self.width]:
            for value in np.unique(X[:, j])[:-1]:
                left = X[:, j] <= value
                sides = codes[left], codes[~left]
                if min(map(len, sides)) < self.least:
                    continue
                pure = sum((np.bincount(side) ** 2).sum() / len(side) for side in sides)
                if best is None or pure > best[0]:
                    best = pure, j, (value + X[~left, j].min()) / 2
        if best is None:
            return lambda row: shares
        _, j, threshold = best
        left = X[:, j] <= threshold
        low = self._grow(X[left], codes[left], depth + 1)
        high = self._grow(X[~left], codes[~left], depth + 1)
        return lambda row: low(row) if row[j] <= threshold else high(row)

    def predict_proba(self, X):
        return np.array([np.mean([tree(row) for tree, _ in self.trees], axis=0) for row in X])

    def predict(self, X):
        return self.classes_[self.predict_proba(X).argmax(axis=1)]
'''),
    ],
)
