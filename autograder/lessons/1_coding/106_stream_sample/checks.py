"""Checks of lesson 106: a fair sample of a stream whose length nobody knows."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from fractions import Fraction
from itertools import combinations
from math import comb
from typing import Any, ClassVar

from autograder.core.arguments import CHANCE, Stream
from autograder.core.exercise import Exercise
from autograder.core.outcomes import Answer, Outcome, Question
from autograder.core.reports import Verdict
from autograder.groups import (
    Chances,
    Failure,
    Group,
    Growth,
    Named,
    a_new_list,
    case,
    of_trouble,
    passed,
    show_call,
)
from autograder.groups.trials import OnlySource, divergence, largest_divergence

LENGTH = 10_000
LONG = Stream([f"item {i}" for i in range(LENGTH)], tracked=True)
TENTHS = Stream([10 * i // LENGTH + 1 for i in range(LENGTH)])


@dataclass(frozen=True, eq=False)
class Frugal(Named):
    """Reads a long stream to its end, keeps few items at a time, and draws few random numbers.

    ``args`` hold one tracked `Stream` of `LENGTH` items. ``most_draws`` is the mean over
    ``seeds`` calls. ``counted`` are arguments for one more call, whose steps are counted: it is
    stopped where the work for an item is not constant.
    """

    _: KW_ONLY
    of_work: ClassVar[bool] = True
    args: tuple
    most_held: int = LENGTH // 2
    most_draws: int | None = None
    seeds: int = 1
    counted: tuple | None = None
    limit: float = 5.0

    def run_examples(self, answer: Answer) -> Verdict | None:
        """It has no example that would not be the whole check."""
        return None

    def run(self, answer: Answer, seed: int = 0) -> Verdict:
        """Call the answer on the long stream with each seed."""
        draws = 0
        seeds = range(seed * self.seeds, (seed + 1) * self.seeds)
        asked = (Question(self.args, self.limit, seed=each) for each in seeds)
        for outcome in answer.many(asked):
            failure = self._judge(outcome, answer.name)
            if failure:
                return failure.verdict(self)
            draws += outcome.draws or 0
        mean = draws / self.seeds
        if self.most_draws is not None and mean > self.most_draws:
            text = f"A stream of {LENGTH:,} items costs it {mean:,.0f} random numbers."
            expected = f"at most {self.most_draws} on average"
            call = self._call(answer.name)
            return Failure(text, call, expected, f"{mean:,.0f}").verdict(self)
        return self._count(answer, seed)

    def _count(self, answer: Answer, seed: int) -> Verdict:
        if self.counted:
            outcome = answer.call(self.counted, limit=self.limit, count=True, seed=seed)
            if outcome.trouble:
                call = show_call(answer.name, self.counted)
                return of_trouble(outcome.trouble, call, "a result").verdict(self)
        return passed(self)

    def _judge(self, outcome: Outcome, name: str) -> Failure | None:
        if outcome.trouble:
            return of_trouble(outcome.trouble, self._call(name), "a result")
        if outcome.read != LENGTH:
            text = f"It reads {outcome.read:,} of the {LENGTH:,} items."
            return Failure(text, self._call(name), f"{LENGTH:,} items read", f"{outcome.read:,}")
        if outcome.held is None or outcome.held > self.most_held:
            text = "It keeps too many items of the stream at one time."
            kept = "unknown" if outcome.held is None else f"{outcome.held:,} items kept"
            expected = f"a number that does not grow with the stream, here {self.most_held:,}"
            return Failure(text, self._call(name), expected, kept)
        return None

    def _call(self, name: str) -> str:
        stream = f"<a stream of {LENGTH:,} items>"
        return f"{name}({', '.join([stream, *map(repr, self.args[1:])])})"


@dataclass(frozen=True, eq=False)
class FarToo(Chances):
    """`Chances` of short streams, then draws from a stream of `LENGTH` items.

    ``far`` are arguments with the stream `TENTHS`, whose items say in which tenth they stand.
    No tenth may come up so often, or so rarely, over ``far_calls`` calls that right code would
    do so less than once in ten million times, beside what `Chances` allows itself.
    """

    _: KW_ONLY
    far: tuple
    far_calls: int = 12

    def run(self, answer: Answer, seed: int = 0) -> Verdict:
        """Check the laws, then the tenths."""
        verdict = super().run(answer, seed)
        failure = self._far(answer, seed) if verdict.state == "passed" else None
        return failure.verdict(self) if failure else verdict

    def _far(self, answer: Answer, seed: int) -> Failure | None:
        call = f"{answer.name}({', '.join([f'<{LENGTH:,} items>', *map(repr, self.far[1:])])})"
        found: Counter[str] = Counter()
        seeds = range(seed * self.far_calls, (seed + 1) * self.far_calls)
        for outcome in answer.many(Question(self.far, 5.0, seed=each) for each in seeds):
            if outcome.trouble:
                return of_trouble(outcome.trouble, call, "a result")
            got = outcome.value if isinstance(outcome.value, (list, tuple)) else [outcome.value]
            found.update(map(repr, got))
        tenths = [str(tenth) for tenth in range(1, 11)]
        if not found or any(value not in tenths for value in found):
            strange = next((value for value in found if value not in tenths), "nothing")
            text = "From a long stream it gives something that does not stand in it."
            return Failure(text, call, "an item of the stream", strange)
        drawn = found.total()
        for tenth in tenths:
            if divergence(found[tenth] / drawn, 0.1) > largest_divergence(drawn, 10 * 10, 5e-7):
                text = "Short streams are fair, a long one is not: a rule changes on the way."
                return Failure(
                    text,
                    call,
                    f"about {drawn / 10:.0f} of {drawn} draws from each tenth of it",
                    f"{found[tenth]} of {drawn} draws from tenth number {tenth}",
                )
        return None


@dataclass(frozen=True, eq=False)
class FlatToo(Growth):
    """`Growth` by steps, then one large sample.

    Steps don't see work inside C code, such as sorting for each item. The call does: it is
    stopped after many times what a right answer needs.
    """

    _: KW_ONLY
    size: int = 8_000
    length: int = 30_000
    patience: float = 1.0

    @functools.cached_property
    def _large_call(self) -> tuple:
        return Stream(range(self.length)), self.size, CHANCE

    def run(self, answer: Answer, seed: int = 0) -> Verdict:
        """Fit the exponent of the steps, then draw the large sample."""
        verdict = super().run(answer, seed)
        if verdict.state != "passed":
            return verdict
        outcome = answer.call(self._large_call, limit=self.patience, seed=seed)
        call, want = f"{answer.name}(<{self.length:,} items>, {self.size}, rng)", "an end"
        if outcome.trouble and outcome.trouble.kind == "timed out":
            text = f"With k = {self.size:,} it was stopped: what goes through all k for each item?"
            return Failure(text, call, want, outcome.trouble.text).verdict(self)
        if outcome.trouble:
            return of_trouble(outcome.trouble, call, want).verdict(self)
        return passed(self)


# ---- what is right


def uniform(stream: Stream) -> dict[Any, Fraction]:
    """The law of one item, each position equally likely."""
    items = list(stream.items)
    law: dict[Any, Fraction] = {} if items else {None: Fraction(1)}
    for item in items:
        law[item] = law.get(item, Fraction(0)) + Fraction(1, len(items))
    return law


def as_set(value: Any) -> Any:
    """The items of a list in an order of their own; anything else as it is."""
    return tuple(sorted(value, key=repr)) if isinstance(value, (list, tuple)) else value


def same_items(got: Any, want: Any) -> bool:
    """Whether a list has these items, in any order."""
    return isinstance(got, (list, tuple)) and as_set(got) == as_set(want)


def uniform_sets(stream: Stream, k: int) -> dict[Any, Fraction]:
    """The law of ``k`` items, each set of positions equally likely."""
    items = list(stream.items)
    size = min(k, len(items))
    law: dict[Any, Fraction] = {}
    for chosen in combinations(items, size):
        law[as_set(chosen)] = law.get(as_set(chosen), 0) + Fraction(1, comb(len(items), size))
    return law


def merged_sets(a: Sequence, n_a: int, b: Sequence, n_b: int, k: int) -> dict[Any, Fraction]:
    """The law of a merged sample, for these two samples."""
    size = min(k, n_a + n_b)
    law: dict[Any, Fraction] = {}
    for of_a in range(max(0, size - len(b)), min(size, len(a)) + 1):
        of_b = size - of_a
        split = Fraction(comb(n_a, of_a) * comb(n_b, of_b), comb(n_a + n_b, size))
        each = split / (comb(len(a), of_a) * comb(len(b), of_b))
        for from_a in combinations(a, of_a):
            for from_b in combinations(b, of_b):
                key = as_set(from_a + from_b)
                law[key] = law.get(key, 0) + each
    return law


def read_whole(args: tuple, outcome: Outcome) -> str | None:
    """What is wrong where a finite stream was not read to its end."""
    if isinstance(args[0], Stream) and outcome.read != len(args[0].items):
        return f"It reads {outcome.read} of the {len(args[0].items)} items."
    return None


def with_k(k: int) -> tuple:
    """A stream of fixed length, for a sample of ``k``."""
    return Stream(range(1_000)), k, CHANCE


# ---- one item

ANY = "any iterable and an empty one"
EQUAL = "every item equally likely"
FALSY = "items are never looked at"
SOURCE = "rng is the only source of chance"
ONE_PASS = "one pass with constant memory and work"


sample_stream = Exercise(
    difficulty="medium",
    minutes=12,
    groups=[
        Group(
            ANY,
            cases=[
                case(Stream([]), CHANCE, gives=None),
                case(Stream(["only"]), CHANCE, gives="only"),
                case(["x", "x", "x"], CHANCE, gives="x"),
                case([], CHANCE, gives=None),
                case((7, 7), CHANCE, gives=7),
                case("zzzz", CHANCE, gives="z"),
                case(range(3, 4), CHANCE, gives=3),
                case(Stream(["x"] * 5), CHANCE, gives="x"),
            ],
            also=read_whole,
            nudge="A for loop takes any iterable. len(), indexing and next() do not.",
        ),
        FarToo(
            EQUAL,
            situations=[(Stream("abcdef"[:n]), CHANCE) for n in (3, 1, 2, 4, 5, 6)],
            sampled=[(Stream(range(40)), CHANCE)],
            far=(TENTHS, CHANCE),
            trials=1_000,
            law=uniform,
            nudge="Work out by hand how likely each of three items is to be the last one kept.",
        ),
        Chances(
            FALSY,
            situations=[
                (Stream([None, "a"]), CHANCE),
                (Stream(["a", None, ""]), CHANCE),
                (Stream(["", 0, None, ()]), CHANCE),
                (Stream(["a", "a", "b"]), CHANCE),
            ],
            law=uniform,
            nudge="Nothing may be read from an item: not whether it is true, None, or seen before.",
        ),
        OnlySource(
            SOURCE,
            args=(Stream(range(50)), CHANCE),
            nudge="Draw from rng alone, never seed it, and keep nothing from one call to the next.",
        ),
        Frugal(
            ONE_PASS,
            args=(LONG, CHANCE),
            counted=(Stream(range(3_000)), CHANCE),
            nudge="Which two things are enough to know after each item?",
        ),
    ],
    hints=[
        "You may change your mind while you read. After one item there is one choice. What must "
        "happen at the second item so that both are equally likely?",
        "Suppose that after k - 1 items each of them is the kept one with chance 1/(k - 1). With "
        "which chance must item k replace the kept one, so that item k has chance 1/k?",
        "Replace with chance 1/k. An older item survives with chance (1/(k - 1)) · ((k - 1)/k), "
        "which is 1/k. So remember the number of items seen and the kept item, nothing else.",
        "`for seen, item in enumerate(stream, 1):` replace the kept item if "
        "`rng.randrange(seen) == 0`. For the first item that is always so.",
    ],
)


# ---- k items

SHORT = "short streams and any iterable"
SETS = "every set of k items equally likely"
KEEPS_K = "one pass that keeps about k items"
FLAT = "work does not grow with k"


sample_k = Exercise(
    difficulty="medium",
    minutes=12,
    groups=[
        Group(
            SHORT,
            cases=[
                case(Stream([]), 3, CHANCE, gives=[]),
                case(Stream(["a", "b"]), 3, CHANCE, gives=["a", "b"]),
                case(list(range(30)), 30, CHANCE, gives=list(range(30))),
                case(Stream(["x"] * 5), 2, CHANCE, gives=["x", "x"]),
                case(["a", "b"], 0, CHANCE, gives=[]),
                case((None, 0, ""), 4, CHANCE, gives=[None, 0, ""]),
                case("zz", 1, CHANCE, gives=["z"]),
            ],
            accept=same_items,
            also=a_new_list,
            nudge="The sample has min(k, length) items. An iterable is not always an iterator.",
        ),
        FarToo(
            SETS,
            situations=[
                (Stream("abc"), 2, CHANCE),
                (Stream("abc"), 1, CHANCE),
                (Stream("abcd"), 2, CHANCE),
                (Stream("abcde"), 3, CHANCE),
                (Stream(["a", "", "a", None]), 2, CHANCE),
            ],
            sampled=[(Stream(range(12)), 1, CHANCE)],
            far=(TENTHS, 100, CHANCE),
            far_calls=2,
            trials=1_000,
            law=uniform_sets,
            view=as_set,
            nudge="Item number n must be kept with chance k/n. Whom does it replace?",
        ),
        Frugal(
            KEEPS_K,
            args=(LONG, 10, CHANCE),
            nudge="k slots and a counter are enough.",
        ),
        FlatToo(
            FLAT,
            args=with_k,
            sizes=(4, 16, 64, 256),
            exponent=0.4,
            brute="looks at every key",
            best="randint",
            nudge="One random number can decide both whether an item stays and in which slot.",
        ),
    ],
    hints=[
        "With k = 1 this is the exercise that you have solved. What does the single kept item "
        "become?",
        "Keep a list of k slots. The first k items fill them. Item number n should be kept with "
        "chance k/n, and each slot should be as likely as any other to make room.",
        "Draw one number from n equally likely ones. k of them mean that the item is kept, and "
        "each of these k can stand for one slot.",
        "`slot = rng.randrange(seen)`, and if `slot < k`, then `kept[slot] = item`. While "
        "`len(kept) < k`, append instead.",
    ],
)


# ---- one item, few random numbers

HOPS = "short streams and any iterable"
SKIPPED = "still every item equally likely"
FEW = "few random numbers and nothing stored"


sample_skipping = Exercise(
    difficulty="hard",
    minutes=15,
    groups=[
        Group(
            HOPS,
            cases=[
                case(Stream([]), CHANCE, gives=None),
                case(Stream(["only"]), CHANCE, gives="only"),
                case(["x", "x", "x"], CHANCE, gives="x"),
                case([], CHANCE, gives=None),
                case("zzzzzzzz", CHANCE, gives="z"),
                case(Stream([0] * 20), CHANCE, gives=0),
            ],
            also=read_whole,
            nudge="The stream may end before the next replacement. What is kept then?",
        ),
        FarToo(
            SKIPPED,
            situations=[(Stream("abc"), CHANCE), (Stream([None, 0]), CHANCE)],
            sampled=[(Stream(range(12)), CHANCE)],
            far=(TENTHS, CHANCE),
            far_calls=40,
            trials=1_500,
            law=uniform,
            nudge="P(no replacement at i + 1, ..., j) = i/j. Check your jump for i = 1, j = 2.",
        ),
        Frugal(
            FEW,
            args=(LONG, CHANCE),
            most_draws=100,
            seeds=4,
            nudge="Draw once for each replacement. Read and forget the items between two of them.",
        ),
    ],
    hints=[
        "In ten thousand items about ten replacements happen. Draw where the next one is, not "
        "whether this item is one.",
        "The item at position i has just been kept. What is the chance that none of the items "
        "i + 1, ..., j replaces it? Multiply the fractions and see what cancels.",
        "It is i/j. If u is uniform between 0 and 1, then u < i/j just when i/u > j. So the next "
        "replacement is the first whole number above i/u.",
        "Keep `target = 1` at first. Whenever `seen == target`, keep the item and set "
        "`target = int(seen / (1 - rng.random())) + 1`. The 1 - keeps u above 0.",
    ],
)


# ---- two samples into one

SIDES = "any sizes and unchanged inputs"
FAIR = "every set of the union equally likely"


merge_samples = Exercise(
    difficulty="hard",
    minutes=20,
    groups=[
        Group(
            SIDES,
            cases=[
                case([], 0, ["x"], 1, 2, CHANCE, gives=["x"]),
                case(["a"], 1, [], 0, 5, CHANCE, gives=["a"]),
                case([], 0, [], 0, 3, CHANCE, gives=[]),
                case([], 5, [], 7, 0, CHANCE, gives=[]),
                case(["a", "b"], 2, ["x"], 1, 3, CHANCE, gives=["a", "b", "x"]),
                case(["a", "a"], 2, ["a", None], 2, 9, CHANCE, gives=["a", "a", "a", None]),
                case(["x", "x"], 10**15, ["x", "x"], 10**15, 2, CHANCE, gives=["x", "x"]),
            ],
            accept=same_items,
            also=a_new_list,
            limit=0.5,
            nudge="The result has min(k, n_a + n_b) items, none of them twice.",
        ),
        Chances(
            FAIR,
            points=2,
            situations=[
                (["a"], 3, ["x"], 2, 1, CHANCE),
                (["a", "b"], 2, ["x", "y"], 2, 2, CHANCE),
                (["a", "b"], 3, ["x", "y"], 5, 2, CHANCE),
                (["a", "b"], 5, ["x"], 1, 2, CHANCE),
                (["a", "b", "c"], 3, ["", None], 2, 3, CHANCE),
            ],
            sampled=[(["a", "b", "c", "d"], 4, ["w", "x", "y", "z"], 4, 4, CHANCE)],
            trials=3_000,
            law=merged_sets,
            view=as_set,
            nudge="How many of a fair sample of all n_a + n_b items come from the first stream?",
        ),
    ],
    hints=[
        "Take k = 1 first. From which side does the item come, and how likely is that?",
        "Imagine all n_a + n_b items in one bag, and k draws from it without putting back. Each "
        "draw comes from the first stream with a chance that changes from draw to draw.",
        "A draw from the first stream has chance n_a/(n_a + n_b). Afterwards that count is one "
        "lower. Which item it is, your sample `a` answers: any of those left in it.",
        "Copy both lists. While there are fewer than k and something is left: "
        "`rng.randrange(n_a + n_b) < n_a` decides the side, then pop a random place of that list "
        "and lower its count by one.",
    ],
)
