"""Checks of lesson 106: a fair sample of a stream whose length nobody knows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import combinations
from math import comb
from typing import Any

from autograder.groups import (
    CHANCE,
    Chances,
    Exercise,
    Frequencies,
    Group,
    Growth,
    Large,
    OnePass,
    OnlySource,
    Outcome,
    Stream,
    Together,
    a_new_list,
    case,
    nudge_on,
    unordered,
)

LENGTH = 10_000
TENTHS = Stream([10 * i // LENGTH + 1 for i in range(LENGTH)])
"""Each item says in which tenth of the stream it stands."""
LAST_OF = (65, 101, 129, 257, 1_001)
"""One more item than fills blocks of common sizes."""


def long_stream(*more: Any) -> Callable[[], tuple]:
    """Arguments with a stream whose items are counted while they are alive."""
    return lambda: (Stream([f"item {i}" for i in range(LENGTH)], tracked=True), *more, CHANCE)


def fair_at_any_length(
    name: str, nudge: str, *, far: tuple, far_calls: int, one: tuple = (), **settings: Any
) -> Together:
    """The law of short streams, how often tenths of a long one are drawn, and the last item.

    ``far`` and ``one`` are the arguments between the stream and the generator; ``one`` asks for
    one item.
    """
    return Together(
        name,
        parts=[
            Chances(**settings),
            Frequencies(
                args=(TENTHS, *far, CHANCE),
                shown=", ".join([f"<{LENGTH:,} items>", *map(repr, far), "rng"]),
                statistic=tenths_of,
                law=dict.fromkeys(range(1, 11), 0.1),
                trials=far_calls,
                says="Short streams are fair, a long one is not: a rule changes on the way.",
                alarm=2.5e-7,
            ),
            *(
                Frequencies(
                    args=(Stream(["another"] * (length - 1) + ["last"]), *one, CHANCE),
                    shown=", ".join([f"<{length:,} items>", *map(repr, one), "rng"]),
                    statistic=tenths_of,
                    law={"last": 1 / length, "another": 1 - 1 / length},
                    trials=60,
                    says=f"Of {length:,} items, the last one is drawn too often.",
                    alarm=2.5e-7 / len(LAST_OF),
                )
                for length in LAST_OF
            ),
        ],
        nudge=nudge,
    )


def tenths_of(drawn: Any) -> Any:
    """The tenth that one item stands in, or a list of those of several."""
    return list(drawn) if isinstance(drawn, tuple) else drawn


def constant_work(n: int) -> tuple:
    return Stream(range(n)), CHANCE


def an_item_of_it(args: tuple, outcome: Outcome) -> str | None:
    """What is wrong where the result is no item of the stream."""
    return None if outcome.value in args[0].items else "This is no item of the stream."


def k_items_of_it(args: tuple, outcome: Outcome) -> str | None:
    """What is wrong where the result is not k different items of the stream."""
    stream, k, _ = args
    got = outcome.value
    if isinstance(got, (list, tuple)) and len(got) == k == len({*got} & {*stream.items}):
        return None
    return f"These are not {k:,} different items of the stream."


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
        return f"Read {outcome.read} of the {len(args[0].items)} items."
    return None


def with_k(k: int) -> tuple:
    """A stream of fixed length, for a sample of ``k``."""
    return Stream(range(1_000)), k, CHANCE


# ---- one item

ANY = "any iterable and an empty one"
EQUAL = "every item equally likely"
FALSY = "items are never looked at"
SOURCE = "all randomness comes from rng"
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
            nudge=nudge_on(
                "raised", "A for loop takes any iterable. len(), indexing and next() don't."
            ),
        ),
        fair_at_any_length(
            EQUAL,
            situations=[(Stream("abcdef"[:n]), CHANCE) for n in (3, 1, 2, 4, 5, 6)],
            sampled=[(Stream(range(40)), CHANCE)],
            far=(),
            far_calls=12,
            trials=1_000,
            law=uniform,
            nudge="Work out by hand how likely each of three items is to be the one kept at the "
            "end.",
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
            nudge=nudge_on(
                "value raised",
                "Don't inspect an item: not whether it's truthy, None, or seen before.",
            ),
        ),
        OnlySource(
            SOURCE,
            args=(Stream(range(50)), CHANCE),
            nudge=nudge_on(
                "value state",
                "Draw from rng alone, never seed it, and keep nothing from one call to the next.",
            ),
        ),
        Together(
            ONE_PASS,
            parts=[
                OnePass(args=long_stream(), most_held=LENGTH // 2, also=an_item_of_it),
                Growth(
                    args=constant_work, also=an_item_of_it, sizes=(100, 400, 1_600), exponent=1.4
                ),
            ],
            nudge="Which two things do you need to know after each item?",
        ),
    ],
    hints=[
        "You may change your mind while you read. After one item there is one choice. What must "
        "happen at the second item so that both are equally likely?",
        "Suppose that after k - 1 items, each of them is the kept one with probability 1/(k - 1). "
        "With which probability must item k replace the kept one, so that item k has probability "
        "1/k?",
        "Replace with probability 1/k. An older item is then kept with probability (1/(k - 1)) · "
        "((k - 1)/k), which is 1/k. So store the number of items seen and the kept item, nothing "
        "else.",
        "`for seen, item in enumerate(stream, 1):` replace the kept item if `rng.randrange(seen) "
        "== 0`. For the first item, that's always the case.",
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
            accept=unordered,
            also=a_new_list,
            nudge=nudge_on("value", "The sample has min(k, length) items.")
            | nudge_on("raised", "An iterable isn't always an iterator."),
        ),
        fair_at_any_length(
            SETS,
            situations=[
                (Stream("abc"), 2, CHANCE),
                (Stream("abc"), 1, CHANCE),
                (Stream("abcd"), 2, CHANCE),
                (Stream("abcde"), 3, CHANCE),
                (Stream(["a", "", "a", None]), 2, CHANCE),
            ],
            sampled=[(Stream(range(12)), 1, CHANCE)],
            far=(100,),
            one=(1,),
            far_calls=2,
            trials=1_000,
            law=uniform_sets,
            view=as_set,
            nudge="Item number n must be kept with probability k/n. Which item does it replace?",
        ),
        OnePass(
            KEEPS_K,
            args=long_stream(10),
            most_held=LENGTH // 2,
            also=k_items_of_it,
            nudge="k slots and a counter are enough.",
        ),
        Together(
            FLAT,
            parts=[
                Growth(
                    args=with_k,
                    also=k_items_of_it,
                    sizes=(4, 16, 64, 256),
                    exponent=0.4,
                    brute="looks at every key",
                    best="randint",
                ),
                # Steps don't see work inside C code, such as sorting for each item. This call is
                # stopped after many times what a right answer needs.
                Large(
                    args=lambda: (Stream(range(30_000)), 8_000, CHANCE),
                    also=k_items_of_it,
                    limit=1.0,
                    shown="<30,000 items>, 8000, rng",
                    slow="Timed out with k = 8,000. What goes through all k for each item?",
                ),
            ],
            nudge="One random number can decide both whether an item stays and in which slot.",
        ),
    ],
    hints=[
        "With k = 1, this is the exercise that you've solved. What does the single kept item "
        "become?",
        "Keep a list of k slots. The first k items fill them. Item number n should be kept with "
        "probability k/n, and each slot should be equally likely to make room.",
        "Draw one number from n equally likely ones. k of them mean that the item is kept, and "
        "each of these k can represent one slot.",
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
            nudge=nudge_on(
                "value raised", "The stream may end before the next replacement. What is kept then?"
            ),
        ),
        fair_at_any_length(
            SKIPPED,
            situations=[(Stream("abc"), CHANCE), (Stream([None, 0]), CHANCE)],
            sampled=[(Stream(range(12)), CHANCE)],
            far=(),
            far_calls=40,
            trials=1_500,
            law=uniform,
            nudge="P(no replacement at i + 1, ..., j) = i/j. Check your jump for i = 1, j = 2.",
        ),
        OnePass(
            FEW,
            args=long_stream(),
            most_held=LENGTH // 2,
            also=an_item_of_it,
            most_draws=100,
            seeds=4,
            nudge="Draw once per replacement. Read and discard the items between two of them.",
        ),
    ],
    hints=[
        "In ten thousand items, about ten replacements happen. Draw where the next one is, not "
        "whether this item is one.",
        "The item at position i has just been kept. What is the probability that none of the "
        "items i + 1, ..., j replaces it? Multiply the fractions and see what cancels.",
        "It is i/j. If u is uniform between 0 and 1, then u < i/j exactly when i/u > j. So the "
        "next replacement is at the first integer above i/u.",
        "Start with `target = 1`. Whenever `seen == target`, keep the item and set `target = "
        "int(seen / (1 - rng.random())) + 1`. The 1 - keeps u above 0.",
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
            accept=unordered,
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
        "Imagine all n_a + n_b items in one jar, and k draws from it without replacement. Each "
        "draw comes from the first stream with a probability that changes from draw to draw.",
        "A draw comes from the first stream with probability n_a/(n_a + n_b). Afterwards that "
        "count is one lower. Your sample `a` supplies the item: any of those left in it.",
        "Copy both lists. While there are fewer than k and something is left: `rng.randrange(n_a "
        "+ n_b) < n_a` decides the side, then pop a random index of that list and lower its count "
        "by one.",
    ],
)
