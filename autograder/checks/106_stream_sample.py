"""Checks of lesson 106: a fair sample of a stream whose length nobody knows."""

from __future__ import annotations

import functools
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from fractions import Fraction
from itertools import combinations
from math import comb
from typing import Any, ClassVar

from ..exercise import CHANCE, Answer, Exercise, Outcome, Question, Right, Stream, Verdict, Wrong
from ..groups import (
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
from ..groups.chances import OnlySource, divergence, largest_divergence

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
            if divergence(found[tenth] / drawn, 0.1) > largest_divergence(drawn, 10 * 10):
                text = "Short streams are fair, a long one is not: a rule changes on the way."
                return Failure(
                    text, call, f"about {drawn / 10:.0f} of {drawn} draws from each tenth of it",
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


def scan_for_smallest(stream, k: int, rng: random.Random) -> list:
    """Keep the k items with the largest random keys; looks at all of them for each item."""
    kept: list[tuple[float, Any]] = []
    for item in stream:
        kept.append((rng.random(), item))
        if len(kept) > k:
            at = 0
            for other in range(1, len(kept)):
                if kept[other][0] < kept[at][0]:
                    at = other
            kept.pop(at)
    return [item for _, item in kept]


def keep_slots(stream, k: int, rng: random.Random) -> list:
    """Keep k items in slots; a newcomer takes slot j if it draws j < k."""
    kept: list[Any] = []
    for seen, item in enumerate(stream, 1):
        if seen <= k:
            kept.append(item)
        elif (slot := rng.randrange(seen)) < k:
            kept[slot] = item
    return kept


# ---- one item

ANY = "any iterable and an empty one"
EQUAL = "every item equally likely"
FALSY = "items are never looked at"
SOURCE = "rng is the only source of chance"
ONE_PASS = "one pass with constant memory and work"


def keep_if(test: str, start: int = 1) -> str:
    """An answer that keeps the newest item whenever ``test`` holds."""
    return f"""
import random
def sample_stream(stream, rng):
    kept = None
    for seen, item in enumerate(stream, {start}):
        if {test}:
            kept = item
    return kept
"""


def from_list(expression: str) -> str:
    """An answer that stores the whole stream and then takes ``expression``."""
    return f"""
def sample_stream(stream, rng):
    items = list(stream)
    return {expression} if items else None
"""


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
    wrong=[
        Wrong("tosses a coin", keep_if("seen == 1 or rng.random() < 0.5"), EQUAL),
        Wrong("picks one of two", caught_by=EQUAL, source="""
def sample_stream(stream, rng):
    kept = None
    for seen, item in enumerate(stream):
        kept = rng.choice([kept, item]) if seen else item
    return kept
"""),
        Wrong("1/(k + 1)", keep_if("seen == 1 or rng.random() < 1 / (seen + 1)"), EQUAL),
        Wrong("1/(k - 1)", keep_if("seen == 0 or rng.random() < 1 / seen", 0), EQUAL),
        Wrong("counts from 0", keep_if("rng.randrange(seen) == 0", 0), EQUAL),
        Wrong("both ends of randint", keep_if("rng.randint(0, seen) == 0"), EQUAL),
        Wrong("rounds", keep_if("round(rng.random() * seen) == 0"), EQUAL),
        Wrong("keeps with 1/k, replaces otherwise",
              keep_if("seen == 1 or rng.randrange(seen) > 0"), EQUAL),
        Wrong("wrong at even places", keep_if("rng.randrange(seen + (seen % 2 == 0)) == 0"), EQUAL),
        Wrong("right for three items only",
              keep_if("rng.random() < (1 / seen if seen < 4 else 0.5)"), EQUAL),
        Wrong("a guessed length", keep_if("seen == 1 or rng.randrange(100) == 0"), EQUAL),
        Wrong("never rarer than 1/100", keep_if("rng.randrange(min(seen, 100)) == 0"), EQUAL),
        Wrong("reads on after a thousand, and keeps what it has",
              keep_if("seen <= 1000 and rng.randrange(seen) == 0"), EQUAL),
        Wrong("wrong at even places from the sixth",
              keep_if("rng.randrange(seen | 1 if seen > 5 else seen) == 0"), EQUAL),
        Wrong("keys of two digits", caught_by=EQUAL, source="""
def sample_stream(stream, rng):
    best, kept = -1, None
    for item in stream:
        key = rng.randrange(100)
        if key > best:
            best, kept = key, item
    return kept
"""),
        Wrong("the first one", keep_if("seen == 1"), EQUAL),
        Wrong("the last one", keep_if("True"), EQUAL),
        Wrong("leaves at the first hit", caught_by=EQUAL, source="""
def sample_stream(stream, rng):
    item = None
    for item in stream:
        if rng.random() < 0.25:
            break
    for _ in stream:
        pass
    return item
"""),
        Wrong("the last ten items", caught_by=EQUAL, source="""
from collections import deque
def sample_stream(stream, rng):
    last = deque(stream, maxlen=10)
    return rng.choice(last) if last else None
"""),
        Wrong("stores the stream", from_list("rng.choice(items)"), ONE_PASS),
        Wrong("sorts by keys", from_list("sorted(items, key=lambda _: rng.random())[0]"), ONE_PASS),
        Wrong("samples a list", from_list("rng.sample(items, 1)[0]"), ONE_PASS),
        Wrong("a second iterator", caught_by=ONE_PASS, source="""
from itertools import islice, tee
def sample_stream(stream, rng):
    first, second = tee(stream)
    length = sum(1 for _ in first)
    return next(islice(second, rng.randrange(length), None)) if length else None
"""),
        Wrong("a frame for each item", caught_by=ONE_PASS, source="""
def sample_stream(stream, rng):
    items = iter(stream)
    def rest(kept, seen):
        for item in items:
            return rest(item if rng.randrange(seen) == 0 else kept, seen + 1)
        return kept
    return rest(None, 1)
"""),
        Wrong("counts again for each item", caught_by=ONE_PASS, source="""
def sample_stream(stream, rng):
    kept, seen = None, 0
    for item in stream:
        seen += 1
        count = 0
        for _ in range(seen):
            count += 1
        if rng.randrange(count) == 0:
            kept = item
    return kept
"""),
        Wrong("stops after a thousand", caught_by=ONE_PASS, source="""
from itertools import islice
def sample_stream(stream, rng):
    kept = None
    for seen, item in enumerate(islice(stream, 1000), 1):
        if rng.randrange(seen) == 0:
            kept = item
    return kept
"""),
        Wrong("asks for the length", caught_by=ANY, source="""
def sample_stream(stream, rng):
    at = rng.randrange(len(stream)) if len(stream) else None
    for i, item in enumerate(stream):
        if i == at:
            return item
"""),
        Wrong("reads twice", caught_by=ANY, source="""
def sample_stream(stream, rng):
    length = sum(1 for _ in stream)
    at = rng.randrange(length) if length else -1
    for i, item in enumerate(stream):
        if i == at:
            return item
"""),
        Wrong("next of an iterable", caught_by=ANY, source="""
def sample_stream(stream, rng):
    kept = next(stream, None)
    for seen, item in enumerate(stream, 2):
        if rng.randrange(seen) == 0:
            kept = item
    return kept
"""),
        Wrong("nothing for an empty stream", caught_by=ANY, source="""
def sample_stream(stream, rng):
    for seen, item in enumerate(stream, 1):
        if rng.randrange(seen) == 0:
            kept = item
    return kept
"""),
        Wrong("empties the list", caught_by=ANY, source="""
def sample_stream(stream, rng):
    kept, seen = None, 0
    while isinstance(stream, list) and stream:
        seen += 1
        item = stream.pop()
        if rng.randrange(seen) == 0:
            kept = item
    for item in stream:
        seen += 1
        if rng.randrange(seen) == 0:
            kept = item
    return kept
"""),
        Wrong("None means empty", keep_if("kept is None or rng.randrange(seen) == 0"), FALSY),
        Wrong("not kept means empty", keep_if("not kept or rng.randrange(seen) == 0"), FALSY),
        Wrong("no falsy items", keep_if("item and rng.randrange(seen) == 0"), FALSY),
        Wrong("drops None", caught_by=FALSY, source="""
def sample_stream(stream, rng):
    kept, seen = None, 0
    for item in stream:
        if item is None:
            continue
        seen += 1
        if rng.randrange(seen) == 0:
            kept = item
    return kept
"""),
        Wrong("each value once", caught_by=FALSY, source="""
def sample_stream(stream, rng):
    items = sorted(set(stream), key=repr)
    return rng.choice(items) if items else None
"""),
        Wrong("repeats do not count", caught_by=FALSY, source="""
def sample_stream(stream, rng):
    kept, last, seen = None, object(), 0
    for item in stream:
        if item == last:
            continue
        last, seen = item, seen + 1
        if rng.randrange(seen) == 0:
            kept = item
    return kept
"""),
        Wrong("the module's generator", keep_if("random.randrange(seen) == 0"), SOURCE),
        Wrong("the system's generator",
              keep_if("random.SystemRandom().randrange(seen) == 0"), SOURCE),
        Wrong("a new generator for each item",
              keep_if("random.Random(seen).randrange(seen) == 0"), SOURCE),
        Wrong("seeds at each item",
              keep_if("rng.seed(seen) or rng.randrange(seen) == 0"), SOURCE),
        Wrong("seeds at the start", caught_by=SOURCE, source="""
def sample_stream(stream, rng):
    rng.seed(42)
    kept = None
    for seen, item in enumerate(stream, 1):
        if rng.randrange(seen) == 0:
            kept = item
    return kept
"""),
        Wrong("goes on counting at the next call", caught_by=SOURCE, source="""
def sample_stream(stream, rng, state={"seen": 0, "kept": None}):
    for item in stream:
        state["seen"] += 1
        if rng.randrange(state["seen"]) == 0:
            state["kept"] = item
    return state["kept"]
"""),
    ],
    right=[
        Right("compares a real number", keep_if("rng.random() < 1 / seen")),
        Right("the last of randint", keep_if("rng.randint(1, seen) == seen")),
        Right("integer part", keep_if("int(rng.random() * seen) == 0")),
        Right("keeps with (k - 1)/k", keep_if("not rng.random() * seen < seen - 1")),
        Right("a sample of positions", keep_if("0 in rng.sample(range(seen), 1)")),
        Right("the largest of random keys", """
def sample_stream(stream, rng):
    return max(stream, key=lambda _: rng.random(), default=None)
"""),
        Right("weighs the old against the new", """
from functools import reduce
def sample_stream(stream, rng):
    def step(kept, numbered):
        seen, item = numbered
        return rng.choices([kept, item], weights=[seen, 1])[0]
    return reduce(step, enumerate(stream), None)
"""),
        Right("an object that is offered items", """
class Reservoir:
    def __init__(self, rng):
        self.rng, self.seen, self.value = rng, 0, None
    def offer(self, item):
        self.seen += 1
        if not self.rng.randrange(self.seen):
            self.value = item
def sample_stream(stream, rng):
    reservoir = Reservoir(rng)
    for item in stream:
        reservoir.offer(item)
    return reservoir.value
"""),
        Right("next in an endless loop", """
def sample_stream(stream, rng):
    items, kept, seen = iter(stream), None, 0
    while True:
        try:
            item = next(items)
        except StopIteration:
            return kept
        seen += 1
        kept = item if rng.choice(range(seen)) == seen - 1 else kept
"""),
        Right("another generator, seeded by rng", """
import random
def sample_stream(stream, rng):
    own, kept = random.Random(rng.getrandbits(128)), None
    for seen, item in enumerate(stream, 1):
        if own.randrange(seen) == 0:
            kept = item
    return kept
"""),
        Right("a buffer of five hundred", """
from itertools import islice
def sample_stream(stream, rng):
    items, kept, seen = iter(stream), None, 0
    while chunk := list(islice(items, 500)):
        seen += len(chunk)
        at = rng.randrange(seen)
        if at < len(chunk):
            kept = chunk[at]
    return kept
"""),
        Right("skips by a logarithm", """
import math
def sample_stream(stream, rng):
    kept, target, w = None, 1, 1.0
    for seen, item in enumerate(stream, 1):
        if seen == target:
            kept = item
            w *= 1 - rng.random()
            gap = math.log(1 - rng.random()) / math.log1p(-w) if w < 1 else 0
            target += int(gap) + 1
    return kept
"""),
        Right("rejects random bits", """
def sample_stream(stream, rng):
    kept = None
    for seen, item in enumerate(stream, 1):
        bits = seen
        while bits >= seen:
            bits = rng.getrandbits(seen.bit_length())
        kept = kept if bits else item
    return kept
"""),
    ],
)


# ---- k items

SHORT = "short streams and any iterable"
SETS = "every set of k items equally likely"
KEEPS_K = "one pass that keeps about k items"
FLAT = "work does not grow with k"


def put(rule: str, start: int = 1) -> str:
    """An answer that fills k slots and then does ``rule`` with each further item."""
    lines = rule.replace("\n", "\n            ")
    return f"""
import random
def sample_k(stream, k, rng):
    kept = []
    for seen, item in enumerate(stream, {start}):
        if len(kept) < k:
            kept.append(item)
        else:
            {lines}
    return kept
"""


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
            brute=scan_for_smallest,
            best=keep_slots,
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
    wrong=[
        Wrong("one number too many",
              put("slot = rng.randrange(seen + 1)\nif slot < k: kept[slot] = item"), SETS),
        Wrong("one number too few",
              put("slot = rng.randrange(seen)\nif slot < k: kept[slot] = item", 0), SETS),
        Wrong("a slot too many",
              put("slot = rng.randrange(seen)\nif slot <= k: kept[slot] = item"), SETS),
        Wrong("chance 1/n",
              put("if rng.randrange(seen) == 0: kept[rng.randrange(k)] = item"), SETS),
        Wrong("a coin", put("if rng.random() < 0.5: kept[rng.randrange(k)] = item"), SETS),
        Wrong("keeps what it has after a thousand", put(
            "slot = rng.randrange(seen) if seen < 1000 else k\nif slot < k: kept[slot] = item"),
              SETS),
        Wrong("the caller's list where it is short", caught_by=SHORT, source="""
def sample_k(stream, k, rng):
    if isinstance(stream, list) and len(stream) <= k:
        return stream
    kept = []
    for seen, item in enumerate(stream, 1):
        if len(kept) < k:
            kept.append(item)
        elif (slot := rng.randrange(seen)) < k:
            kept[slot] = item
    return kept
"""),
        Wrong("sorts for each item", caught_by=FLAT, source="""
def sample_k(stream, k, rng):
    kept = []
    for at, item in enumerate(stream):
        kept.append((rng.random(), at, item))
        kept.sort()
        del kept[k:]
    return [item for _, _, item in kept]
"""),
        Wrong("the lowest ticket by min", caught_by=FLAT, source="""
def sample_k(stream, k, rng):
    kept = []
    for at, item in enumerate(stream):
        kept.append((rng.random(), at, item))
        if len(kept) > k:
            kept.remove(min(kept))
    return [item for _, _, item in kept]
"""),
        Wrong("always the first slot",
              put("if rng.randrange(seen) < k: kept[0] = item"), SETS),
        Wrong("drops the oldest",
              put("if rng.randrange(seen) < k: kept.pop(0); kept.append(item)"), SETS),
        Wrong("one of k + 1 leaves",
              put("kept.append(item)\nkept.pop(rng.randrange(k + 1))"), SETS),
        Wrong("the first k", put("pass"), SETS),
        Wrong("the last k", put("kept = [*kept[1:], item] if k else []"), SETS),
        Wrong("wrong for odd k",
              put("slot = rng.randrange(seen)\nif slot < k - k % 2: kept[slot] = item"), SETS),
        Wrong("no falsy newcomers",
              put("slot = rng.randrange(seen)\nif item and slot < k: kept[slot] = item"), SETS),
        Wrong("no equal newcomers", put(
            "slot = rng.randrange(seen)\nif item not in kept and slot < k: kept[slot] = item"),
            SETS),
        Wrong("the module's generator",
              put("slot = random.randrange(seen)\nif slot < k: kept[slot] = item"), SETS),
        Wrong("seeds with the position",
              put("rng.seed(seen)\nslot = rng.randrange(seen)\nif slot < k: kept[slot] = item"),
              SETS),
        Wrong("k samples of one", caught_by=SETS, source="""
def sample_k(stream, k, rng):
    kept, seen = [], 0
    for item in stream:
        seen += 1
        kept = [item if rng.randrange(seen) == 0 else each for each in kept or [item] * k]
    return kept[:seen]
"""),
        Wrong("a filled slot is not counted", caught_by=SETS, source="""
def sample_k(stream, k, rng):
    kept, seen = [], 0
    for item in stream:
        if len(kept) < k:
            kept.append(item)
            continue
        seen += 1
        slot = rng.randrange(seen + 1)
        if slot < k:
            kept[slot] = item
    return kept
"""),
        Wrong("pads with None", caught_by=SHORT, source="""
def sample_k(stream, k, rng):
    kept = [None] * k
    for seen, item in enumerate(stream, 1):
        slot = seen - 1 if seen <= k else rng.randrange(seen)
        if slot < k:
            kept[slot] = item
    return kept
"""),
        Wrong("starts a list again", caught_by=SHORT, source="""
from itertools import islice
def sample_k(stream, k, rng):
    kept = list(islice(stream, k))
    for seen, item in enumerate(stream, len(kept) + 1):
        slot = rng.randrange(seen)
        if slot < k:
            kept[slot] = item
    return kept
"""),
        Wrong("wants k items at least", caught_by=SHORT, source="""
def sample_k(stream, k, rng):
    items = iter(stream)
    kept = [next(items) for _ in range(k)]
    for seen, item in enumerate(items, k + 1):
        slot = rng.randrange(seen)
        if slot < k:
            kept[slot] = item
    return kept
"""),
        Wrong("no heap for k = 0", caught_by=SHORT, source="""
import heapq
def sample_k(stream, k, rng):
    heap = []
    for at, item in enumerate(stream):
        entry = (rng.random(), at, item)
        if at < k:
            heapq.heappush(heap, entry)
        elif entry[0] > heap[0][0]:
            heapq.heapreplace(heap, entry)
    return [item for _, _, item in heap]
"""),
        Wrong("one list for all calls", caught_by=SHORT, source="""
def sample_k(stream, k, rng, kept=[]):
    for seen, item in enumerate(stream, 1):
        if len(kept) < k:
            kept.append(item)
        elif (slot := rng.randrange(seen)) < k:
            kept[slot] = item
    return kept
"""),
        Wrong("None for an empty stream", caught_by=SHORT, source="""
def sample_k(stream, k, rng):
    kept = []
    for seen, item in enumerate(stream, 1):
        if len(kept) < k:
            kept.append(item)
        elif (slot := rng.randrange(seen)) < k:
            kept[slot] = item
    return kept or None
"""),
        Wrong("stores the stream", caught_by=KEEPS_K, source="""
def sample_k(stream, k, rng):
    items = list(stream)
    return rng.sample(items, min(k, len(items)))
"""),
        Wrong("sorts all keys", caught_by=KEEPS_K, source="""
def sample_k(stream, k, rng):
    return sorted(stream, key=lambda _: rng.random())[:k]
"""),
        Wrong("looks at every key", caught_by=FLAT, source="""
def sample_k(stream, k, rng):
    kept = []
    for item in stream:
        kept.append((rng.random(), item))
        if len(kept) > k:
            at = 0
            for other in range(1, len(kept)):
                if kept[other][0] < kept[at][0]:
                    at = other
            kept.pop(at)
    return [item for _, item in kept]
"""),
        Wrong("rebuilds the list", put(
            "slot = rng.randrange(seen)\n"
            "kept = [item if i == slot else old for i, old in enumerate(kept)]"), FLAT),
    ],
    right=[
        Right("a slot of its own",
              put("if rng.random() < k / seen: kept[rng.randrange(k)] = item")),
        Right("a choice of slots",
              put("if rng.random() * seen < k: kept[rng.choice(range(k))] = item")),
        Right("randint", put("slot = rng.randint(1, seen)\nif slot <= k: kept[-slot] = item")),
        Right("a heap of keys", """
import heapq
def sample_k(stream, k, rng):
    keyed = ((rng.random(), at, item) for at, item in enumerate(stream))
    return [item for _, _, item in heapq.nlargest(k, keyed)]
"""),
        Right("fills first", """
from itertools import islice
def sample_k(stream, k, rng):
    items = iter(stream)
    kept = list(islice(items, k))
    if k:
        for seen, item in enumerate(items, k + 1):
            slot = int(rng.random() * seen)
            if slot < k:
                kept[slot] = item
    return tuple(kept)
"""),
        Right("sorts a buffer now and then", """
def sample_k(stream, k, rng):
    kept = []
    for item in stream:
        kept.append((rng.random(), item))
        if len(kept) >= 2 * k + 100:
            kept.sort(key=lambda pair: pair[0])
            del kept[k:]
    kept.sort(key=lambda pair: pair[0])
    return [item for _, item in kept[:k]]
"""),
        Right("skips by logarithms", """
import math
def sample_k(stream, k, rng):
    kept, w, target = [], 1.0, k
    def ahead(w, target):
        w *= (1 - rng.random()) ** (1 / k)
        return w, target + int(math.log(1 - rng.random()) / math.log1p(-w)) + 1
    for at, item in enumerate(stream):
        if at < k:
            kept.append(item)
            if at == k - 1:
                w, target = ahead(w, k - 1)
        elif k and at == target:
            kept[rng.randrange(k)] = item
            w, target = ahead(w, target)
    return kept
"""),
        Right("an object that is offered items", """
class Reservoir:
    def __init__(self, k, rng):
        self.k, self.rng, self.seen, self.items = k, rng, 0, {}
    def offer(self, item):
        slot = self.seen if self.seen < self.k else self.rng.randrange(self.seen + 1)
        self.seen += 1
        if slot < self.k:
            self.items[slot] = item
def sample_k(stream, k, rng):
    reservoir = Reservoir(k, rng)
    for item in stream:
        reservoir.offer(item)
    return list(reservoir.items.values())
"""),
    ],
)


# ---- one item, few random numbers

HOPS = "short streams and any iterable"
SKIPPED = "still every item equally likely"
FEW = "few random numbers and nothing stored"


def hop(target: str, test: str = "seen == target", start: int = 1) -> str:
    """An answer that jumps from one replacement to the next, at ``target``."""
    return f"""
import math, random
from fractions import Fraction
def sample_skipping(stream, rng):
    kept, target = None, {start}
    for seen, item in enumerate(stream, {start}):
        if {test}:
            kept = item
            target = {target}
    return kept
"""


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
    wrong=[
        Wrong("a number for each item", caught_by=FEW, source="""
def sample_skipping(stream, rng):
    kept = None
    for seen, item in enumerate(stream, 1):
        if rng.randrange(seen) == 0:
            kept = item
    return kept
"""),
        Wrong("the largest of random keys", caught_by=FEW, source="""
def sample_skipping(stream, rng):
    return max(stream, key=lambda _: rng.random(), default=None)
"""),
        Wrong("draws, and ignores most", caught_by=FEW, source="""
def sample_skipping(stream, rng):
    kept, target = None, 1
    for seen, item in enumerate(stream, 1):
        u = 1 - rng.random()
        if seen == target:
            kept, target = item, int(seen / u) + 1
    return kept
"""),
        Wrong("no more jumps after fifty items", caught_by=SKIPPED, source="""
def sample_skipping(stream, rng):
    kept = None
    for seen, item in enumerate(stream, 1):
        if seen <= 50 and rng.randrange(seen) == 0:
            kept = item
    return kept
"""),
        Wrong("nothing where a long stream ends before the next jump", caught_by=SKIPPED, source="""
from itertools import islice
def sample_skipping(stream, rng):
    items, kept, seen = iter(stream), None, 0
    while True:
        target = int(seen / (1 - rng.random())) + 1
        try:
            kept = next(islice(items, target - seen - 1, None))
        except StopIteration:
            return kept if seen < 20 else None
        seen = target
"""),
        Wrong("stays where it is", hop("int(seen / (1 - rng.random()))"), SKIPPED),
        Wrong("one too far", hop("int(seen / (1 - rng.random())) + 2"), SKIPPED),
        Wrong("rounds", hop("round(seen / (1 - rng.random())) + 1"), SKIPPED),
        Wrong("multiplies", hop("int(seen * (1 + rng.random())) + 1"), SKIPPED),
        Wrong("starts from 1 each time", hop("seen + int(1 / (1 - rng.random()))"), SKIPPED),
        Wrong("twice as far", hop("2 * seen"), SKIPPED),
        Wrong("at most twice as far", hop("rng.randint(seen + 1, 2 * seen)"), SKIPPED),
        Wrong("a root", hop("int(seen / (1 - rng.random()) ** 0.5) + 1"), SKIPPED),
        Wrong("an exponential gap", hop("seen + int(rng.expovariate(1 / seen)) + 1"), SKIPPED),
        Wrong("the chance of the next item for all", hop(
            "seen + 1 + int(math.log(1 - rng.random()) / math.log(1 - 1 / (seen + 1)))"), SKIPPED),
        Wrong("a fixed chance",
              hop("seen + 1 + int(math.log(1 - rng.random()) / math.log(0.5))"), SKIPPED),
        Wrong("keeps the one after",
              hop("int(seen / (1 - rng.random())) + 1", "seen == 1 or seen > target"), SKIPPED),
        Wrong("counts from 0", hop("int(seen / (1 - rng.random())) + 1", start=0), SKIPPED),
        Wrong("the module's generator", hop("int(seen / (1 - random.random())) + 1"), SKIPPED),
        Wrong("seeds with the position",
              hop("rng.seed(seen) or int(seen / (1 - rng.random())) + 1"), SKIPPED),
        Wrong("None is the end", caught_by=SKIPPED, source="""
from itertools import islice
def sample_skipping(stream, rng):
    items, kept, seen, target = iter(stream), None, 0, 1
    while (item := next(islice(items, target - seen - 1, None), None)) is not None:
        kept, seen = item, target
        target = int(seen / (1 - rng.random())) + 1
    return kept
"""),
        Wrong("loses the kept item at the end", caught_by=HOPS, source="""
from itertools import islice
def sample_skipping(stream, rng):
    items, kept, seen, target = iter(stream), None, 0, 1
    while True:
        try:
            kept = next(islice(items, target - seen - 1, None))
        except StopIteration:
            return None
        seen, target = target, int(target / (1 - rng.random())) + 1
"""),
        Wrong("next of an iterable", caught_by=HOPS, source="""
from itertools import islice
def sample_skipping(stream, rng):
    kept, seen, end = next(stream, None), 1, object()
    while True:
        target = int(seen / (1 - rng.random())) + 1
        item = next(islice(stream, target - seen - 1, None), end)
        if item is end:
            return kept
        kept, seen = item, target
"""),
        Wrong("a target for all calls", caught_by=SKIPPED, source="""
def sample_skipping(stream, rng, state={"target": 1}):
    kept = None
    for seen, item in enumerate(stream, 1):
        if seen == state["target"]:
            kept = item
            state["target"] = int(seen / (1 - rng.random())) + 1
    return kept
"""),
        Wrong("stores what it skips", caught_by=FEW, source="""
from itertools import islice
def sample_skipping(stream, rng):
    items, kept, seen, target = iter(stream), None, 0, 1
    while True:
        skipped = list(islice(items, target - seen))
        if len(skipped) < target - seen:
            return kept
        kept, seen = skipped[-1], target
        target = int(seen / (1 - rng.random())) + 1
"""),
        Wrong("stores the stream", caught_by=FEW, source="""
def sample_skipping(stream, rng):
    items = list(stream)
    return rng.choice(items) if items else None
"""),
        Wrong("leaves before the end", caught_by=FEW, source="""
from itertools import islice
def sample_skipping(stream, rng):
    kept, target = None, 1
    for seen, item in enumerate(islice(stream, 5_000), 1):
        if seen == target:
            kept, target = item, int(seen / (1 - rng.random())) + 1
    return kept
"""),
    ],
    right=[
        Right("rounds up", hop("max(math.ceil(seen / (1 - rng.random())), seen + 1)")),
        Right("a Pareto number", hop("int(seen * rng.paretovariate(1)) + 1")),
        Right("an exponential number", hop("int(seen * math.exp(rng.expovariate(1))) + 1")),
        Right("exact fractions", hop("seen / Fraction(1 - rng.random()) // 1 + 1")),
        Right("whole numbers", hop("(seen << 64) // (rng.getrandbits(64) + 1) + 1")),
        Right("slices of the iterator", """
from itertools import islice
def sample_skipping(stream, rng):
    items, end = iter(stream), object()
    kept, seen, item = None, 1, next(items, end)
    while item is not end:
        kept = item
        target = int(seen / (1 - rng.random())) + 1
        item = next(islice(items, target - seen - 1, None), end)
        seen = target
    return kept
"""),
        Right("a frame for each replacement", """
from itertools import islice
def sample_skipping(stream, rng):
    items = iter(stream)
    def after(kept, seen, target):
        for item in islice(items, target - seen - 1, None):
            return after(item, target, int(target / (1 - rng.random())) + 1)
        return kept
    return after(None, 0, 1)
"""),
        Right("two logarithms", """
import math
def sample_skipping(stream, rng):
    kept, target, w = None, 1, 1.0
    for seen, item in enumerate(stream, 1):
        if seen == target:
            kept = item
            w *= 1 - rng.random()
            target += int(math.log(1 - rng.random()) / math.log1p(-w)) + 1 if w < 1 else 1
    return kept
"""),
    ],
)


# ---- two samples into one

SIDES = "any sizes and unchanged inputs"
FAIR = "every set of the union equally likely"


def taking(side: str, more: str = "") -> str:
    """An answer that takes one item after the other; ``side`` says when from a."""
    lines = more.replace("\n", "\n        ")
    return f"""
import random
def merge_samples(a, n_a, b, n_b, k, rng):
    a, b, merged = list(a), list(b), []
    while len(merged) < k and (a or b):
        from_a = {side}
        {lines}
        side = a if (from_a and a) or not b else b
        merged.append(side.pop(rng.randrange(len(side))))
    return merged
"""


def splitting(of_a: str, take: str = "rng.sample(a, of_a) + rng.sample(b, k - of_a)") -> str:
    """An answer that first decides how many come from a."""
    return f"""
import random
from math import comb
def merge_samples(a, n_a, b, n_b, k, rng):
    k = min(k, n_a + n_b)
    if not k:
        return []
    of_a = {of_a}
    return {take}
"""


COUNT_DOWN = "n_a, n_b = n_a - from_a, n_b - (not from_a)"
SPLIT = "sum(i < n_a for i in rng.sample(range(n_a + n_b), k))"

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
    wrong=[
        Wrong("the other list where one is empty", caught_by=SIDES, source="""
def merge_samples(a, n_a, b, n_b, k, rng):
    if not a or not b:
        return (a or b) if k else []
    of_a = sum(at < n_a for at in rng.sample(range(n_a + n_b), min(k, n_a + n_b)))
    return rng.sample(a, of_a) + rng.sample(b, min(k, n_a + n_b) - of_a)
"""),
        Wrong("one bag of both samples", caught_by=FAIR, source="""
def merge_samples(a, n_a, b, n_b, k, rng):
    both = a + b
    return rng.sample(both, min(k, len(both)))
"""),
        Wrong("tosses a coin", taking("rng.random() < 0.5"), FAIR),
        Wrong("lengths for counts", taking("rng.randrange(len(a) + len(b)) < len(a)"), FAIR),
        Wrong("counts stay as they are", taking("rng.randrange(n_a + n_b) < n_a"), FAIR),
        Wrong("lowers one count only",
              taking("rng.randrange(n_a + n_b) < n_a", "n_a -= from_a and n_a > 1"), FAIR),
        Wrong("swaps the counts", taking(
            "rng.randrange(n_a + n_b) < n_b", "n_b, n_a = n_b - from_a, n_a - (not from_a)\n"
            "n_a, n_b = max(n_a, 1), max(n_b, 1)"), FAIR),
        Wrong("one too many for a", taking(
            "rng.randrange(n_a + n_b + 1) <= n_a", "n_a, n_b = max(n_a - from_a, 0), "
            "max(n_b - (not from_a), 0)"), FAIR),
        Wrong("in proportion", splitting("round(k * n_a / (n_a + n_b))"), FAIR),
        Wrong("all from one side", caught_by=FAIR, source="""
def merge_samples(a, n_a, b, n_b, k, rng):
    if n_a + n_b <= k:
        return a + b
    side = a if rng.randrange(n_a + n_b) < n_a else b
    other = b if side is a else a
    return (side + other)[:k]
"""),
        Wrong("the longer stream", caught_by=FAIR, source="""
def merge_samples(a, n_a, b, n_b, k, rng):
    return list(a + b if n_a >= n_b else b + a)[:k]
"""),
        Wrong("neighbours from a random place", splitting(
            SPLIT, "neighbours(a, of_a) + neighbours(b, k - of_a)") + """
def neighbours(items, n):
    at = rng.randrange(len(items)) if items else 0
    return (items[at:] + items[:at])[:n]
""", FAIR),
        Wrong("the front of each", splitting(SPLIT, "a[:of_a] + b[: k - of_a]"), FAIR),
        Wrong("puts back", splitting(
            SPLIT, "[rng.choice(a) for _ in range(of_a)] + [rng.choice(b) for _ in "
            "range(k - of_a)] if n_a + n_b > k else a + b"), FAIR),
        Wrong("any split is as likely", splitting(
            "rng.randint(max(0, k - len(b)), min(k, len(a)))"), FAIR),
        Wrong("a binomial split", splitting(
            "min(len(a), max(k - len(b), sum(rng.randrange(n_a + n_b) < n_a "
            "for _ in range(k))))"), FAIR),
        Wrong("goes on with the items of b", caught_by=FAIR, source="""
def merge_samples(a, n_a, b, n_b, k, rng):
    merged = list(a)
    for seen, item in enumerate(b, n_a + 1):
        if len(merged) < k:
            merged.append(item)
        elif (slot := rng.randrange(seen)) < k:
            merged[slot] = item
    return merged
"""),
        Wrong("the module's generator", caught_by=FAIR, source="""
import random
def merge_samples(a, n_a, b, n_b, k, rng):
    a, b, merged = list(a), list(b), []
    while len(merged) < k and n_a + n_b:
        if random.randrange(n_a + n_b) < n_a:
            merged.append(a.pop(random.randrange(len(a))))
            n_a -= 1
        else:
            merged.append(b.pop(random.randrange(len(b))))
            n_b -= 1
    return merged
"""),
        Wrong("right for k = 1", caught_by=FAIR, source="""
def merge_samples(a, n_a, b, n_b, k, rng):
    if k != 1 or n_a + n_b < 2:
        both = a + b
        return rng.sample(both, min(k, len(both)))
    return [rng.choice(a if rng.randrange(n_a + n_b) < n_a else b)]
"""),
        Wrong("empties its inputs", caught_by=SIDES, source="""
def merge_samples(a, n_a, b, n_b, k, rng):
    merged = []
    while len(merged) < k and n_a + n_b:
        if rng.randrange(n_a + n_b) < n_a:
            merged.append(a.pop(rng.randrange(len(a))))
            n_a -= 1
        else:
            merged.append(b.pop(rng.randrange(len(b))))
            n_b -= 1
    return merged
"""),
        Wrong("turns its inputs round", caught_by=SIDES, source="""
def merge_samples(a, n_a, b, n_b, k, rng):
    a.reverse()
    b.reverse()
    k = min(k, n_a + n_b)
    of_a = sum(i < n_a for i in rng.sample(range(n_a + n_b), k))
    return rng.sample(a, of_a) + rng.sample(b, k - of_a)
"""),
        Wrong("draws k whatever there is", caught_by=SIDES, source="""
def merge_samples(a, n_a, b, n_b, k, rng):
    of_a = sum(i < n_a for i in rng.sample(range(n_a + n_b), k))
    return rng.sample(a, of_a) + rng.sample(b, k - of_a)
"""),
        Wrong("a label for each item", caught_by=SIDES, source="""
def merge_samples(a, n_a, b, n_b, k, rng):
    k = min(k, n_a + n_b)
    of_a = sum(rng.sample([1] * n_a + [0] * n_b, k))
    return rng.sample(a, of_a) + rng.sample(b, k - of_a)
"""),
        Wrong("each value once", caught_by=SIDES, source="""
def merge_samples(a, n_a, b, n_b, k, rng):
    a, b, merged = list(a), list(b), []
    while len(merged) < k and n_a + n_b:
        from_a = rng.randrange(n_a + n_b) < n_a
        side = a if from_a else b
        n_a, n_b = n_a - from_a, n_b - (not from_a)
        item = side.pop(rng.randrange(len(side)))
        if item not in merged:
            merged.append(item)
    return merged
"""),
    ],
    right=[
        Right("one after the other", taking("rng.randrange(n_a + n_b) < n_a", COUNT_DOWN)),
        Right("a real number decides", taking("rng.random() * (n_a + n_b) < n_a", COUNT_DOWN)),
        Right("weights decide",
              taking("rng.choices([True, False], weights=[n_a, n_b])[0]", COUNT_DOWN)),
        Right("positions in the union", splitting(SPLIT)),
        Right("counts in the sample", splitting(
            "rng.sample([True, False], k, counts=[n_a, n_b]).count(True)")),
        Right("shuffled copies", splitting(
            SPLIT, "rng.sample(a, len(a))[:of_a] + rng.sample(b, len(b))[: k - of_a]")),
        Right("random keys within each side", splitting(
            SPLIT, "sorted(a, key=lambda _: rng.random())[:of_a] + "
            "sorted(b, key=lambda _: rng.random())[: k - of_a]")),
        Right("a frame for each item", """
def merge_samples(a, n_a, b, n_b, k, rng):
    if not k or not n_a + n_b:
        return ()
    if rng.randrange(n_a + n_b) >= n_a:
        a, n_a, b, n_b = b, n_b, a, n_a
    at = rng.randrange(len(a))
    return (a[at], *merge_samples(a[:at] + a[at + 1 :], n_a - 1, b, n_b, k - 1, rng))
"""),
        Right("the distribution itself", """
from math import comb
def merge_samples(a, n_a, b, n_b, k, rng):
    k = min(k, n_a + n_b)
    ticket = rng.randrange(comb(n_a + n_b, k))
    of_a = 0
    while ticket >= (ways := comb(n_a, of_a) * comb(n_b, k - of_a)):
        ticket -= ways
        of_a += 1
    return rng.sample(a, of_a) + rng.sample(b, k - of_a)
"""),
    ],
)
