"""Exact laws of random code: right for every way to draw, and safe where they can't be had."""

from __future__ import annotations

import copy
import heapq
import itertools
import math
import pickle
import random
from fractions import Fraction

import pytest
from hypothesis import strategies as st

from autograder.core.arguments import CHANCE, Stream
from autograder.core.outcomes import Outcome
from autograder.groups import Chances, Comparisons, Group, Growth, OnlySource
from autograder.groups.chances import FALSE_ALARM
from autograder.groups.memory import Memory
from autograder.groups.trials import divergence, largest_divergence
from autograder.trying.chance import CountingRandom, enumerate_law
from autograder.trying.local import LocalAnswer


def uniform(items):
    items = list(items)
    law = dict.fromkeys(items, Fraction(0))
    for item in items:
        law[item] += Fraction(1, len(items))
    return law


def rejecting(rng, n):
    while True:
        bits = rng.getrandbits(n.bit_length())
        if bits < n:
            return bits


def quarter(number, above):
    return "abcd"[sum(above(number, cut) for cut in (0.25, 0.5, 0.75))]


# ---- laws that are enumerated


DRAWS = {
    "randrange": lambda rng: "abcd"[rng.randrange(4)],
    "randrange with a step": lambda rng: "abcd"[rng.randrange(10, 2, -2) // 2 - 2],
    "randint": lambda rng: "abcd"[rng.randint(1, 4) - 1],
    "choice": lambda rng: rng.choice("abcd"),
    "choices": lambda rng: rng.choices("abcd")[0],
    "choices with weights": lambda rng: rng.choices("abcd", [5, 5, 5, 5])[0],
    "choices with cumulated weights": lambda rng: rng.choices("abcd", cum_weights=[1, 2, 3, 4])[0],
    "sample": lambda rng: rng.sample("abcd", 2)[1],
    "sample with counts": lambda rng: rng.sample("abcd", 1, counts=[2, 2, 2, 2])[0],
    "getrandbits": lambda rng: "abcd"[rng.getrandbits(2)],
    "randbytes": lambda rng: "abcd"[rng.randbytes(1)[0] % 4],
    "int of a product": lambda rng: "abcd"[int(rng.random() * 4)],
    "int of a reversed product": lambda rng: "abcd"[int(4 * rng.random())],
    "floor": lambda rng: "abcd"[math.floor(rng.random() * 4)],
    "ceil": lambda rng: "abcd"[math.ceil(rng.random() * 4) - 1],
    "trunc below zero": lambda rng: "abcd"[math.trunc(-rng.random() * 4)],
    "round": lambda rng: "abcd"[round(rng.random() * 4 - 0.5)],
    "floor division": lambda rng: "abcd"[int(rng.random() // 0.25)],
    "uniform": lambda rng: "abcd"[int(rng.uniform(3, 7)) - 3],
    "comparisons": lambda rng: quarter(rng.random(), lambda u, cut: u >= cut),
    "reversed comparisons": lambda rng: quarter(rng.random(), lambda u, cut: cut < u),
    "conditional chances": lambda rng: next(
        (c for c, left in zip("abc", (4, 3, 2)) if rng.random() < 1 / left), "d"
    ),
    "largest key": lambda rng: max("abcd", key=lambda _: rng.random()),
    "smallest pair of key and item": lambda rng: min((rng.random(), c) for c in "abcd")[1],
    "smallest negative key": lambda rng: min("abcd", key=lambda _: -rng.random()),
    "sorted by keys": lambda rng: sorted("abcd", key=lambda _: rng.random())[2],
    "heap of keys": lambda rng: heapq.nlargest(2, ((rng.random(), c) for c in "abcd"))[1][1],
    "own key above a first bound": lambda rng: max(
        ("", -math.inf), *((c, rng.random()) for c in "abcd"), key=lambda pair: pair[1]
    )[0],
}


@pytest.mark.parametrize("name", DRAWS)
def test_every_way_to_draw_one_of_four_is_exact(name):
    law = enumerate_law(DRAWS[name])
    assert law.trouble is None and not law.inexact
    assert law.chances == uniform("abcd")
    assert law.unresolved == 0


def test_shuffles_and_samples_have_every_order_once():
    def shuffled(rng):
        items = list("abcd")
        rng.shuffle(items)
        return items

    assert enumerate_law(shuffled).chances == uniform(itertools.permutations("abcd"))
    drawn = enumerate_law(lambda rng: rng.sample("abcd", 3))
    assert drawn.chances == uniform(itertools.permutations("abcd", 3))


@pytest.mark.parametrize("chance", [1 / 3, 0.1 + 0.2, 1 - 0.9, 1e-7, 2.5e-12, 1.0])
def test_a_float_stands_for_the_fraction_that_was_meant(chance):
    law = enumerate_law(lambda rng: rng.random() < chance)
    meant = Fraction(chance).limit_denominator(10**14)
    least = law.chances.get(True, Fraction(0))
    assert least <= meant <= least + law.unresolved + Fraction(1, 10**20)


class Point(random.Random):
    """A generator whose ``random()`` gives one real number."""

    point = 0.0

    def random(self):
        return self.point


EXPRESSIONS = {
    "affine": lambda u: 2 * u + 1 < 1.5,
    "difference": lambda u: 1 - u > 0.25,
    "quotient": lambda u: int(u / 0.125),
    "negative": lambda u: math.floor(-3 * u),
    "across zero": lambda u: int(4 * u - 2),
    "ceil across zero": lambda u: math.ceil(5 * u - 2),
    "twice": lambda u: (u < 0.5, int(u * 3)),
    "floor, then compare": lambda u: (int(u * 3), u > 0.5, u <= 0.9),
    "clamped": lambda u: int(10 * min(max(u, 0.3), 0.6)),
    "infinite": lambda u: (u < math.inf, u > -math.inf, u < math.nan, u > math.nan),
    "equal": lambda u: (u == 0.5, u != 0.5, u in (0.25, 0.75), bool(u)),
    "rounded": lambda u: round(4 * u),
}


@pytest.mark.parametrize("name", EXPRESSIONS)
def test_arithmetic_on_real_numbers_agrees_with_a_fine_grid(name):
    expression = EXPRESSIONS[name]
    steps = 7200
    counts: dict = {}
    for step in range(steps):
        rng = Point()
        rng.point = (step + 0.5) / steps
        value = expression(rng.random())
        counts[value] = counts.get(value, 0) + Fraction(1, steps)
    law = enumerate_law(lambda rng: expression(rng.random()))
    assert not law.inexact and law.chances == counts


def test_numpy_numbers_mix_with_the_real_numbers():
    np = pytest.importorskip("numpy")
    law = enumerate_law(lambda rng: (int(np.int64(2) * rng.random()), np.float64(0.5) > 0.1))
    assert law.chances == uniform([(0, True), (1, True)])
    law = enumerate_law(lambda rng: bool(rng.random() < np.float64(1) / np.int32(3)))
    assert law.chances == {True: Fraction(1, 3), False: Fraction(2, 3)}


def test_lists_inside_values_are_compared_as_tuples():
    law = enumerate_law(lambda rng: ([rng.randrange(2)], {"k": [1]}))
    assert law.chances == uniform([((i,), frozenset({("k", (1,))})) for i in range(2)])


# ---- loops that need not end


@pytest.mark.parametrize("n", [1, 3, 6])
def test_rejection_leaves_the_rest_unresolved_and_loses_no_probability(n):
    law = enumerate_law(lambda rng: rejecting(rng, n), most_paths=20_000)
    assert not law.inexact
    assert sum(law.chances.values()) + law.unresolved == 1
    assert law.unresolved < Fraction(1, 1000)
    assert all(got <= Fraction(1, n) <= got + law.unresolved for got in law.chances.values())


def test_paths_that_end_early_lose_no_probability():
    def geometric(rng):
        tries = 0
        while rng.random() < 0.9:
            tries += 1
        return tries % 2

    law = enumerate_law(geometric)
    assert sum(law.chances.values()) + law.unresolved == 1


def test_too_many_paths_are_given_up_as_inexact():
    assert enumerate_law(lambda rng: [rng.randrange(100) for _ in range(5)]).inexact


# ---- what can't be enumerated


INEXACT = {
    "log": lambda rng: math.log(rng.random()) < -1,
    "reciprocal": lambda rng: int(1 / (1 - rng.random())),
    "power": lambda rng: rng.random() ** 0.5 > 0.3,
    "many bits": lambda rng: rng.getrandbits(32) % 4,
    "many values": lambda rng: rng.randrange(10**9) < 5,
    "sum of two": lambda rng: rng.random() + rng.random() < 1,
    "gauss": lambda rng: rng.gauss(0, 1) < 0,
    "shown": lambda rng: str(rng.random())[2] == "1",
    "a new generator": lambda rng: random.Random(rng.random()).randrange(2),
    "a digit swallowed": lambda rng: swallowing(lambda: float(rng.random())),
}


def swallowing(call):
    try:
        return call()
    except BaseException:
        return "swallowed"


def replacing(call):
    try:
        return call()
    except BaseException:
        raise ValueError from None


@pytest.mark.parametrize("name", INEXACT)
def test_other_uses_are_inexact_and_not_the_codes_fault(name):
    law = enumerate_law(INEXACT[name])
    assert law.inexact and law.trouble is None


def test_own_exceptions_are_raised():
    with pytest.raises(ZeroDivisionError):
        enumerate_law(lambda rng: 1 // rng.randrange(2))


# ---- what the generator refuses, and what is noticed


REFUSED = {
    "seed": (lambda rng: rng.seed(1), "seeds rng"),
    "set state": (lambda rng: rng.setstate(random.getstate()), "seeds rng"),
    "copy": (lambda rng: copy.copy(rng).random(), "copies rng"),
    "deep copy": (lambda rng: copy.deepcopy(rng).random(), "copies rng"),
    "pickle": (lambda rng: pickle.dumps(rng), "copies rng"),
    "seed, swallowed": (lambda rng: swallowing(lambda: rng.seed(1)), "seeds rng"),
    "seed, replaced": (lambda rng: replacing(lambda: rng.seed(1)), "seeds rng"),
    "module": (lambda rng: random.randrange(3), "module random"),
    "module and rng": (lambda rng: random.random() < 0.5 or rng.randrange(2), "module random"),
    "module, inexact": (lambda rng: math.log(random.random()) < rng.random(), "module random"),
    "module seeded": (lambda rng: random.seed(5), "module random"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_misuse_of_the_generator_is_named(name):
    run, words = REFUSED[name]
    law = enumerate_law(run)
    assert law.trouble is not None and words in law.trouble.text


def test_draws_that_depend_on_earlier_calls_are_named():
    calls = []

    def growing(rng):
        calls.append(1)
        return rng.randrange(len(calls) + 1)

    assert "kept between calls" in enumerate_law(growing).trouble.text
    calls.clear()

    def shrinking(rng):
        calls.append(1)
        return [rng.randrange(2) for _ in range(3 - len(calls))]

    assert "kept between calls" in enumerate_law(shrinking).trouble.text


def test_an_answer_gets_a_generator_that_counts_and_gives_the_usual_numbers():
    rng, usual = CountingRandom(7), random.Random(7)
    wanted = [usual.random(), usual.randrange(10**9), usual.sample(range(99), 4), usual.gauss()]
    assert [rng.random(), rng.randrange(10**9), rng.sample(range(99), 4), rng.gauss()] == wanted
    assert rng.draws >= 7
    with pytest.raises(AttributeError):
        rng.draws = 0
    answer = LocalAnswer("f", lambda stream, rng: [rng.random() < 2 for _ in stream])
    assert answer.call((Stream("abc"), CHANCE), limit=1, seed=1).draws == 3
    assert answer.call((Stream("abc"), 5), limit=1).draws is None


def test_a_tracked_stream_counts_the_items_that_are_kept():
    texts = [str(i) for i in range(50)]

    def outcome(function, tracked=True):
        return LocalAnswer("f", function).call((Stream(texts, tracked=tracked),), limit=1)

    assert outcome(list).held == 50
    assert outcome(lambda stream: list(stream)[:5]).value == texts[:5]
    assert outcome(lambda stream: [x for x in stream if x.endswith("7")]).held == 7
    assert outcome(lambda stream: sum(1 for _ in stream)).held <= 2
    assert outcome(list, tracked=False).held is None


# ---- the groups


def reservoir(stream, rng):
    kept = None
    for seen, item in enumerate(stream, 1):
        if rng.randrange(seen) == 0:
            kept = item
    return kept


def skipping(stream, rng):
    stream, at, kept = iter(stream), 0, None
    target = 1
    for at, item in enumerate(stream, 1):
        if at == target:
            kept, target = item, int(at / (1 - rng.random())) + 1
    return kept


def half(stream, rng):
    kept = None
    for item in stream:
        kept = item if kept is None or rng.random() < 0.5 else kept
    return kept


def half_with_logs(stream, rng):
    kept = None
    for item in stream:
        kept = item if kept is None or math.log(1 - rng.random()) > math.log(0.5) else kept
    return kept


def one_too_far(stream, rng):
    kept = None
    for seen, item in enumerate(stream, 1):
        if rng.randrange(seen + (seen > 1)) == 0:
            kept = item
    return kept


GROUP = Chances(
    "every item equally likely",
    situations=[(Stream("ab"), CHANCE), (Stream("abc"), CHANCE)],
    sampled=[(Stream(range(12)), CHANCE)],
    trials=1_500,
    law=lambda stream: uniform(stream.items),
)


def verdict(group, function, seed=0):
    return group.run(LocalAnswer("sample", function), seed)


@pytest.mark.parametrize("function", [reservoir, skipping])
@pytest.mark.parametrize("seed", range(5))
def test_right_code_passes(function, seed):
    assert verdict(GROUP, function, seed).state == "passed"


def test_wrong_code_is_shown_both_laws():
    found = verdict(GROUP, one_too_far)
    assert found.state == "failed" and "probabilities" in found.message
    assert found.counterexample["call"] == "sample(iter(['a', 'b']), rng)"
    assert found.counterexample["expected"] == "{'a': 1/2, 'b': 1/2}"
    assert found.counterexample["got"] == "{'a': 2/3, 'b': 1/3}"


def test_wrong_code_that_can_not_be_enumerated_fails_on_frequencies():
    found = verdict(GROUP, half_with_logs)
    assert found.state == "failed" and "1,500 runs" in found.message


def test_code_that_is_wrong_only_for_long_streams_fails():
    def forgets(stream, rng):
        return rng.choice(list(stream)[-6:])

    found = verdict(GROUP, forgets)
    assert found.state == "failed" and "1,500 runs" in found.message


def test_code_that_takes_too_long_to_enumerate_is_tried_instead():
    """It draws again until the number is new, and each path takes a while."""

    def pair(rng, ends=2):
        sum(range(20_000))
        found = []
        while len(found) < ends:
            number = int(rng.random() * 30)
            if number not in found:
                found.append(number)
        return [number < 15 for number in found]

    group = Chances(
        "both halves as likely",
        situations=[(CHANCE,)],
        law=lambda: {
            (one, other): Fraction(14 if one == other else 15, 58)
            for one in (True, False) for other in (True, False)
        },
        trials=2_000,
        limit=0.02,
    )  # fmt: skip
    assert LocalAnswer("pair", pair).law((CHANCE,), limit=0.02).trouble.kind == "timed out"
    assert verdict(group, pair).state == "passed"
    found = verdict(group, lambda rng: pair(rng, 1) * 2)
    assert found.state == "failed"

    def stuck(rng):
        while True:
            pass

    assert "Stopped after" in verdict(group, stuck).counterexample["got"]


class Seeds:
    """An answer that notes with which seeds it is called."""

    name = "f"

    def __init__(self) -> None:
        self.seen: list = []

    def call(self, args, *, limit, count=False, seed=None):
        self.seen.append(seed)
        return Outcome(steps=len(args[0]), peak=0)


@pytest.mark.parametrize("kind", [Growth, Comparisons, Memory])
def test_random_answers_whose_work_is_counted_get_a_seed(kind):
    more = {"most": float} if kind is Comparisons else {}
    group = kind("work", args=lambda n: ([0] * n,), sizes=(10, 20), exponent=1.1, **more)
    answer = Seeds()
    assert group.run(answer, seed=17).state == "passed"
    assert set(answer.seen) == {17}


def test_code_that_never_draws_is_told_so():
    found = verdict(GROUP, lambda stream, rng: next(iter(stream)))
    assert "doesn't depend" in found.message


def test_a_stub_is_not_written():
    def stub(stream, rng):
        raise NotImplementedError

    assert verdict(GROUP, stub).state == "not written"
    assert GROUP.run_examples(LocalAnswer("sample", stub)).state == "not written"


def test_a_view_compares_sets_whatever_their_order():
    group = Chances(
        "every pair equally likely",
        situations=[(Stream("abc"), CHANCE)],
        law=lambda stream: uniform(itertools.combinations(stream.items, 2)),
        view=lambda value: tuple(sorted(value)),
    )
    assert verdict(group, lambda s, rng: rng.sample(list(s), 2)).state == "passed"
    assert verdict(group, lambda s, rng: rng.choices(list(s), k=2)).state == "failed"
    assert verdict(group, lambda s, rng: None).state == "failed"


def test_the_source_of_chance_is_the_given_generator():
    group = OnlySource("only rng", args=(Stream(range(40)), CHANCE))
    assert verdict(group, reservoir).state == "passed"
    other = verdict(group, lambda s, rng: random.choice(list(s)))
    assert "same seed" in other.message
    fixed = verdict(group, lambda s, rng: random.Random(3).choice(list(s)))
    assert "different seeds" in fixed.message
    assert "Raised" in verdict(group, lambda s, rng: s[0]).message


def test_what_is_remembered_from_call_to_call_is_another_source():
    last = [None]

    def never_twice(stream, rng):
        items = list(stream)
        drawn = rng.choice(items)
        while drawn == last[0]:
            drawn = rng.choice(items)
        last[0] = drawn
        return drawn

    group = OnlySource("only rng", args=(Stream("ab"), CHANCE), seeds=40)
    assert "kept between calls" in verdict(group, never_twice).message


def test_a_random_answer_that_fails_at_times_is_shown_its_smallest_input():
    group = Group(
        "an item of the list",
        inputs=st.tuples(st.lists(st.integers(0, 9), min_size=1), st.just(CHANCE)),
        oracle=lambda items, rng: items,
        accept=lambda got, want: got in want,
    )
    assert verdict(group, lambda items, rng: rng.choice(items)).state == "passed"
    found = [
        verdict(group, lambda items, rng: [*items, "?"][rng.randrange(len(items) + 1)])
        for _ in range(3)
    ]
    assert {each.counterexample["got"] for each in found} == {"'?'"}
    assert len({each.counterexample["call"] for each in found}) == 1


# ---- the bound on false alarms


@pytest.mark.parametrize("trials", [1_000, 4_000])
@pytest.mark.parametrize("n", [2, 5, 60])
def test_right_frequencies_fail_less_often_than_one_in_a_million(n, trials):
    most = largest_divergence(trials, tests=n, alarm=FALSE_ALARM)
    p = 1 / n
    tail = sum(
        math.exp(
            math.lgamma(trials + 1)
            - math.lgamma(k + 1)
            - math.lgamma(trials - k + 1)
            + k * math.log(p)
            + (trials - k) * math.log1p(-p)
        )
        for k in range(trials + 1)
        if divergence(k / trials, p) > most
    )
    assert 0 < n * tail <= 1e-6


def test_impossible_values_fail_at_once():
    assert divergence(1 / 4000, 0.0) == math.inf
    assert divergence(0.999, 1.0) == math.inf
    assert divergence(0.0, 0.0) == divergence(1.0, 1.0) == 0
