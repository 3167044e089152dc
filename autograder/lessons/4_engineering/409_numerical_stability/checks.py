"""Checks of lesson 409: seven formulas that fail in floating point, and their rewrites.

The expected values come from `decimal` with 60 digits and more, `fractions`, `math.fsum`, and the
half-precision floats of `struct`.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Sequence
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal
from fractions import Fraction
from typing import Any

from autograder.groups import Exercise, Group, Holds, Scene, Together, case, same, within

INF, NAN = float("inf"), float("nan")

DIGITS_60 = Context(prec=60, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])
DIGITS_400 = Context(prec=400, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])
"""For 1 - exp(-x) with x down to 1e-300, and for 1 + exp(-700)."""

SUBNORMAL = 1e-322
"""Twenty steps of the smallest float: down there no result can have 12 digits."""


def tuples_of(*strategies):
    """A strategy of tuples of arguments."""
    from hypothesis import strategies as st

    return st.tuples(*strategies)


def floats_near_zero(most: float):
    """Floats up to ``most`` in size, with few binary digits, so that they shrink to short ones."""
    from hypothesis import strategies as st

    return st.integers(int(-64 * most), int(64 * most)).map(lambda k: k / 64)


# --- logsumexp --------------------------------------------------------------------------------


def weights(xs: Sequence[float]) -> tuple[Decimal, list[Decimal]]:
    """The largest of ``xs``, and each exp(x - largest), to 60 digits; finite numbers and -inf."""
    top = Decimal(max(xs))
    return top, [
        Decimal(0) if x == -INF else DIGITS_60.exp(DIGITS_60.subtract(Decimal(x), top)) for x in xs
    ]


def deep_sum(values: Sequence[Decimal], digits: Context = DIGITS_60) -> Decimal:
    total = Decimal(0)
    for value in values:
        total = digits.add(total, value)
    return total


def oracle_logsumexp(xs: list[float]) -> float:
    if any(math.isnan(x) for x in xs):
        raise ValueError("NaN")
    if not xs or max(xs) in (INF, -INF):
        return max(xs, default=-INF)
    top, parts = weights(xs)
    return float(DIGITS_60.add(top, DIGITS_60.ln(deep_sum(parts))))


def lists_of_sizes():
    """Lists of finite floats of all sizes."""
    from hypothesis import strategies as st

    sizes = [0.0, 1.0, -1.0, 1e3, -1e3, 999.0, 1e5, -1e5, 30.0, -40.0, 1e300, -1e300]
    item = st.one_of(floats_near_zero(5), st.sampled_from(sizes))
    return tuples_of(st.lists(item, min_size=1, max_size=5))


def shifted_lists():
    """Lists of floats that are close together and far from 0, or not far."""
    from hypothesis import strategies as st

    @st.composite
    def one(draw):
        by = draw(st.sampled_from([0.0, 3.0, -3.0, 100.0, -100.0, 300.0, -300.0]))
        items = draw(st.lists(floats_near_zero(5), min_size=1, max_size=5))
        return ([x + by for x in items],)

    return one()


def lists_with_infinities():
    """Lists with infinite numbers, now and then NaN or nothing at all."""
    from hypothesis import strategies as st

    item = st.sampled_from([0.0, 1.0, 3.0, -1.0, -INF, -INF, -INF, INF, NAN])
    return tuples_of(st.lists(item, max_size=4))


SIZES = "large and small values"
SHIFT = "shift invariance: logsumexp(x + c) = logsumexp(x) + c"
NOT_FINITE = "-inf, inf, empty, NaN"

logsumexp = Exercise(
    difficulty="easy",
    minutes=10,
    groups=[
        Group(
            SIZES,
            cases=[
                case([0.0, 0.0], gives=math.log(2)),
                case([1000.0], gives=1000.0),
                case([-1000.0], gives=-1000.0),
                case([0.0, 1000.0], gives=1000.0),
                case([0.0, 2000.0], gives=2000.0),
                case([2000.0, 0.0], gives=2000.0),
                ([1000.0, 1000.5, 999.0],),
                ([-1000.0, -1000.5, -1e5],),
                ([0.0, -5.0],),
                case([0.0, -40.0], gives=0.0),
                case([1e300, -1e300], gives=1e300),
                ([-0.75, -0.75, -3.0],),
            ],
            inputs=lists_of_sizes,
            oracle=oracle_logsumexp,
            accept=within(rel=1e-12, abs=1e-15),
            nudge="Which is the largest number that goes into `exp`, and the smallest sum that "
            "goes into `log`?",
        ),
        Group(
            SHIFT,
            cases=[
                case([0.0], gives=0.0),
                case([3.0], gives=3.0),
                ([1.0, 2.0],),
                ([101.0, 102.0],),
                ([-99.0, -98.0],),
                ([301.0, 302.0],),
                ([-299.0, -298.0, -298.0],),
            ],
            inputs=shifted_lists,
            oracle=oracle_logsumexp,
            accept=within(rel=1e-12, abs=1e-15),
            nudge="Add 100 to every number. By how much must the result grow?",
        ),
        Group(
            NOT_FINITE,
            cases=[
                case([], gives=-INF),
                case([-INF], gives=-INF),
                case([-INF, -INF], gives=-INF),
                case([-INF, 3.0], gives=3.0),
                case([INF, 1.0], gives=INF),
                case([1.0, INF, INF], gives=INF),
                case([INF, -INF], gives=INF),
                case([NAN], raises=ValueError),
                case([1.0, NAN], raises=ValueError),
                case([NAN, 1.0], raises=ValueError),
                case([INF, NAN], raises=ValueError),
                case([NAN, -INF], raises=ValueError),
            ],
            inputs=lists_with_infinities,
            oracle=oracle_logsumexp,
            accept=within(rel=1e-12, abs=1e-15),
            nudge="An empty sum is 0. What is the logarithm of 0, and what is -inf minus -inf?",
        ),
    ],
    hints=[
        "Which input is the largest for which `math.exp` still returns a number? What does it do "
        "above, and what does it return for -1000?",
        "Multiply the sum by exp(-c) and take that back outside of the logarithm: log Σ exp(x) = "
        "c + log Σ exp(x - c), for any c.",
        "With the largest x as c, every term is at most 1 and one of them is exactly 1. So nothing "
        "overflows, and the sum is never 0. This step fails if c is infinite.",
        "Reject NaN. `top = max(xs, default=-inf)`. If `top` is infinite, return it. Otherwise "
        "return `top + math.log(sum(math.exp(x - top) for x in xs))`.",
    ],
)


# --- softmax ----------------------------------------------------------------------------------


def oracle_softmax(xs: list[float], temperature: float) -> list[float]:
    if not (math.isfinite(temperature) and temperature > 0):
        raise ValueError("temperature")
    if any(math.isnan(x) or x == INF for x in xs):
        raise ValueError("not a score")
    if not xs:
        return []
    if max(xs) == -INF:
        raise ValueError("everything masked")
    top = Decimal(max(xs))
    parts = []
    for x in xs:
        distance = DIGITS_60.subtract(Decimal(x), top) if x > -INF else Decimal("-Infinity")
        parts.append(DIGITS_60.exp(DIGITS_60.divide(distance, Decimal(temperature))))
    total = deep_sum(parts)
    return [float(DIGITS_60.divide(part, total)) for part in parts]


def scores_and_temperatures():
    """Finite scores, and temperatures above 0."""
    from hypothesis import strategies as st

    item = st.one_of(floats_near_zero(3), st.sampled_from([0.0, 1.0, -1.0, 1e3, -1e3, 1e6]))
    temperatures = st.sampled_from([1.0, 0.5, 2.0, 1e-3, 1e-300])
    return tuples_of(st.lists(item, min_size=1, max_size=4), temperatures)


def masked_scores():
    """Scores of which some are masked, and temperatures of which some aren't valid."""
    from hypothesis import strategies as st

    item = st.sampled_from([0.0, 1.0, -1.0, -INF, -INF, INF, NAN])
    scores = st.one_of(
        st.lists(item, max_size=4),
        st.lists(st.sampled_from([0.0, 1.0, 2.0, -INF]), max_size=4),
    )
    return tuples_of(scores, st.sampled_from([1.0, 1.0, 1.0, 1.0, 0.0, -1.0, INF, NAN]))


TEMPERED = "values and temperature"
MASKS = "masks, and what is not valid"

softmax = Exercise(
    difficulty="easy",
    minutes=10,
    groups=[
        Group(
            TEMPERED,
            cases=[
                case([0.0, 0.0], 1.0, gives=[0.5, 0.5]),
                ([1.0, 0.0], 1.0),
                ([1.0, 0.0], 2.0),
                ([1.0, 0.0], 0.5),
                case([1000.0, 0.0], 1.0, gives=[1.0, 0.0]),
                case([0.0, 1000.0], 1.0, gives=[0.0, 1.0]),
                case([0.0, 2000.0], 1.0, gives=[0.0, 1.0]),
                case([-1000.0, -1000.0], 1.0, gives=[0.5, 0.5]),
                ([1000.0, 900.0], 1.0),
                ([20.0, 0.0], 1.0),
                ([0.0, -700.0], 1.0),
                ([1e6, 1e6 - 0.5, 1e6 - 3.0], 1.0),
                case([1e10, 0.0], 1e-300, gives=[1.0, 0.0]),
                case([1e10, 1e10], 1e-300, gives=[0.5, 0.5]),
                ([3.0, 1.0, 2.0, 1.0], 10.0),
            ],
            inputs=scores_and_temperatures,
            oracle=oracle_softmax,
            accept=within(rel=1e-12, abs=SUBNORMAL),
            nudge="Write down the number that goes into `exp`, for the largest score and for the "
            "smallest.",
        ),
        Group(
            MASKS,
            cases=[
                case([-INF, 3.0], 1.0, gives=[0.0, 1.0]),
                case([2.0, -INF, 2.0], 1.0, gives=[0.5, 0.0, 0.5]),
                case([-INF, -1e9], 1.0, gives=[0.0, 1.0]),
                case([], 1.0, gives=[]),
                case([-INF], 1.0, raises=ValueError),
                case([-INF, -INF], 1.0, raises=ValueError),
                case([INF, 0.0], 1.0, raises=ValueError),
                case([0.0, NAN], 1.0, raises=ValueError),
                case([NAN, -INF], 1.0, raises=ValueError),
                case([1.0, 0.0], -1.0, raises=ValueError),
                case([1.0, 0.0], 0.0, raises=ValueError),
                case([1.0, 0.0], INF, raises=ValueError),
                case([1.0, 0.0], NAN, raises=ValueError),
                case([], 0.0, raises=ValueError),
            ],
            inputs=masked_scores,
            oracle=oracle_softmax,
            accept=within(rel=1e-12, abs=SUBNORMAL),
            nudge="A masked score gets a share of exactly 0. If all are masked, which shares "
            "would sum to 1?",
        ),
    ],
    hints=[
        "Shares don't change when you add the same number to all scores. Which number makes the "
        "largest argument of `exp` harmless?",
        "Subtract the largest score first, then divide by the temperature. Why in this order? Try "
        "a score of 1e10 and a temperature of 1e-300.",
        "`math.exp(-inf)` is 0.0, so a mask needs no case of its own. But -inf minus -inf is NaN: "
        "handle a row that is all mask before you subtract.",
        "Reject a temperature that isn't finite and above 0, then scores that are NaN or inf. "
        "Return `[]` for no scores; raise if the largest is -inf. Then `terms = [math.exp((x - "
        "top) / temperature) for x in xs]`, each divided by their sum.",
    ],
)


# --- cross_entropy ----------------------------------------------------------------------------


def oracle_cross_entropy(logits: list[float], label: int) -> tuple[float, list[float]]:
    if not all(map(math.isfinite, logits)) or not 0 <= label < len(logits):
        raise ValueError("logits or label")
    top, parts = weights(logits)
    total = deep_sum(parts)
    distance = DIGITS_60.subtract(top, Decimal(logits[label]))
    loss = DIGITS_60.add(distance, DIGITS_400.ln(deep_sum(parts, DIGITS_400)))
    shares = [DIGITS_60.divide(part, total) for part in parts]
    others = deep_sum([share for at, share in enumerate(shares) if at != label])
    gradient = [-others if at == label else share for at, share in enumerate(shares)]
    return float(loss), list(map(float, gradient))


def is_pair(got: Any) -> bool:
    """Whether it has the form of a loss and a list."""
    return isinstance(got, (tuple, list)) and len(got) == 2


TWELVE_DIGITS = within(rel=1e-12, abs=SUBNORMAL)


def same_loss(got: Any, want: Any) -> bool:
    return is_pair(got) and TWELVE_DIGITS(got[0], want[0])


def same_gradient(got: Any, want: Any) -> bool:
    return is_pair(got) and TWELVE_DIGITS(got[1], want[1])


def logits_and_label(items: Any):
    """Up to four logits, and one of their positions."""
    from hypothesis import strategies as st

    @st.composite
    def one(draw):
        logits = draw(st.lists(items, min_size=1, max_size=4))
        return logits, draw(st.integers(0, len(logits) - 1))

    return one()


def moderate_logits():
    return logits_and_label(floats_near_zero(5))


def confident_logits():
    """Logits with gaps of up to 1,600; now and then one that isn't valid, or the label isn't."""
    from hypothesis import strategies as st

    sizes = st.sampled_from([0.0, 40.0, -40.0, 20.0, 800.0, -800.0])
    not_finite = st.sampled_from([0.0, 40.0, -INF, INF, NAN])
    return st.one_of(
        logits_and_label(sizes),
        logits_and_label(st.one_of(sizes, floats_near_zero(5))),
        tuples_of(st.lists(st.one_of(sizes, not_finite), max_size=3), st.integers(-1, 4)),
    )


LOSS = "the loss"
GRADIENT = "the gradient"
CONFIDENT = "confident and wrong, confident and right, not valid"

cross_entropy = Exercise(
    difficulty="medium",
    minutes=20,
    groups=[
        Group(
            LOSS,
            cases=[
                ([0.0, 0.0], 0),
                ([2.0, 0.0], 0),
                ([2.0, 0.0], 1),
                ([1.0, 2.0, 3.0], 1),
                ([3.0, 3.0, 3.0], 2),
                ([100.0, 101.0], 0),
                ([0.0, -3.0, 3.0], 0),
            ],
            inputs=moderate_logits,
            oracle=oracle_cross_entropy,
            accept=same_loss,
            nudge="The loss is logsumexp(logits) minus the logit of the label.",
        ),
        Group(
            GRADIENT,
            cases=[
                ([0.0, 0.0], 0),
                ([2.0, 0.0], 0),
                ([2.0, 0.0], 1),
                ([1.0, 2.0, 3.0], 1),
                ([3.0, 3.0, 3.0], 2),
                ([100.0, 101.0], 0),
            ],
            inputs=moderate_logits,
            oracle=oracle_cross_entropy,
            accept=same_gradient,
            nudge="Raise one logit a little. By how much does the loss change? What do all "
            "entries sum to?",
        ),
        Group(
            CONFIDENT,
            cases=[
                case([7.0], 0, gives=(0.0, [0.0])),
                case([0.0, 1000.0], 0, gives=(1000.0, [-1.0, 1.0])),
                case([1000.0, 0.0], 0, gives=(0.0, [0.0, 0.0])),
                ([40.0, 0.0], 0),
                ([40.0, 0.0], 1),
                ([20.0, 0.0, 0.0], 0),
                ([-800.0, 800.0, -800.0], 2),
                ([0.0, 700.0], 1),
                ([40.0, 40.0, 0.0], 1),
                ([40.0, 40.0, 0.0], 2),
                case([1.0], -1, raises=ValueError),
                case([1.0, 2.0], -1, raises=ValueError),
                case([1.0, 2.0], 2, raises=ValueError),
                case([], 0, raises=ValueError),
                case([-INF, 0.0], 0, raises=ValueError),
                case([0.0, -INF], 0, raises=ValueError),
                case([INF, 0.0], 0, raises=ValueError),
                case([NAN, 0.0], 1, raises=ValueError),
            ],
            inputs=confident_logits,
            oracle=oracle_cross_entropy,
            accept=TWELVE_DIGITS,
            nudge="What is `1 + 4e-18` in floating point, and what is `p - 1` for a p that near "
            "to 1? Find the small number before it's added to 1.",
        ),
    ],
    hints=[
        "For logits [40, 0] and label 0 the loss is 4.25e-18. In which operation does the formula "
        "that you have lose it?",
        "The largest term of the sum is exactly 1. Leave it out of the sum, and use `math.log1p` "
        "of the rest.",
        "The gradient of the label is p - 1, which cancels. But 1 - p is the sum of all other "
        "probabilities, and a sum of positive numbers doesn't cancel.",
        "Take one index of the largest logit out: `rest = sum of exp(x - top)` over all other "
        "indices. Loss: `(top - logits[label]) + log1p(rest)`. Probabilities: `exp(x - top) / (1 "
        "+ rest)`. Entry of the label: minus the sum of the other probabilities.",
    ],
)


# --- log1mexp ---------------------------------------------------------------------------------


def oracle_log1mexp(x: float) -> float:
    if math.isnan(x) or x <= 0:
        raise ValueError("x must be above 0")
    if x == INF:
        return 0.0
    return float(DIGITS_400.ln(DIGITS_400.subtract(1, DIGITS_400.exp(-Decimal(x)))))


def small_numbers():
    """Powers of ten from 1e-300 to 0.1, times a digit."""
    from hypothesis import strategies as st

    power = st.one_of(st.integers(-20, -2), st.sampled_from([-300, -100, -50]))
    return st.builds(lambda k, digit: (float(f"{digit}e{k}"),), power, st.integers(1, 9))


def large_numbers():
    """Numbers from 20 to 745, where exp(-x) is the smallest float."""
    from hypothesis import strategies as st

    return tuples_of(st.integers(20 * 8, 745 * 8).map(lambda k: k / 8))


def middle_numbers():
    """Numbers from 0 to 20, and what isn't valid."""
    from hypothesis import strategies as st

    special = st.sampled_from([math.log(2), 0.0, -1.0, INF, NAN, -INF, 745.0, 800.0])
    return tuples_of(st.one_of(st.integers(1, 20 * 64).map(lambda k: k / 64), special))


SMALL_X = "small x"
LARGE_X = "large x"
BETWEEN = "in between, and what is not valid"
FOURTEEN_DIGITS = within(rel=1e-14, abs=SUBNORMAL)

log1mexp = Exercise(
    difficulty="medium",
    minutes=15,
    groups=[
        Group(
            SMALL_X,
            cases=[(1e-17,), (1e-10,), (1e-5,), (1e-3,), (1e-300,), (3e-8,)],
            inputs=small_numbers,
            oracle=oracle_log1mexp,
            accept=FOURTEEN_DIGITS,
            nudge="How many digits of x are left in `1 - exp(-x)`?",
        ),
        Group(
            LARGE_X,
            cases=[(40.0,), (30.0,), (60.0,), (700.0,), (745.0,), case(800.0, gives=0.0)],
            inputs=large_numbers,
            oracle=oracle_log1mexp,
            accept=FOURTEEN_DIGITS,
            nudge="What is `1 - 4e-18` in floating point? Hand the small number itself to a "
            "logarithm that can take it.",
        ),
        Group(
            BETWEEN,
            cases=[
                (1.0,),
                (0.5,),
                (math.log(2),),
                (0.1,),
                (2.0,),
                (5.0,),
                case(INF, gives=0.0),
                case(0.0, raises=ValueError),
                case(-0.0, raises=ValueError),
                case(-1.0, raises=ValueError),
                case(-INF, raises=ValueError),
                case(NAN, raises=ValueError),
            ],
            inputs=middle_numbers,
            oracle=oracle_log1mexp,
            accept=FOURTEEN_DIGITS,
            nudge="Where does your code change from one formula to the other, and are both good "
            "there?",
        ),
    ],
    hints=[
        "There are two differences from 1 in this formula. Which one is dangerous for small x, and "
        "which for large x?",
        "`math.expm1(y)` is exp(y) - 1, and `math.log1p(y)` is log(1 + y), both without the "
        "cancellation. Each repairs one end.",
        "Small x: log(-expm1(-x)). Large x: log1p(-exp(-x)). Both are good around log 2, where "
        "exp(-x) is one half.",
        "Raise ValueError unless x > 0, which also rejects NaN. `if x < math.log(2): return "
        "math.log(-math.expm1(-x))`, otherwise `math.log1p(-math.exp(-x))`.",
    ],
)


# --- Running ----------------------------------------------------------------------------------


def use_running(answer, operations):
    """Do the operations on two instances, a and b; returns what each of them gave."""
    objects = {"a": answer(), "b": answer()}
    results = []
    for name, method, *args in operations:
        try:
            if method == "merge":
                args = [objects[args[0]].state()]
            results.append(getattr(objects[name], method)(*args))
        except NotImplementedError:
            raise
        except Exception as error:
            results.append(f"raises {type(error).__name__}")
    return results


def written_running(operations: Sequence[tuple]) -> str:
    """The operations as the card shows them, a line each."""
    lines = ["a, b = Running(), Running()"]
    for name, method, *args in operations:
        inside = f"{args[0]}.state()" if method == "merge" else ", ".join(map(repr, args))
        lines.append(f"{name}.{method}({inside})")
    return "\n".join(lines)


def oracle_running(operations: Sequence[tuple]) -> list[Any]:
    """All values kept, as fractions."""
    values: dict[str, list[Fraction]] = {"a": [], "b": []}
    results: list[Any] = []
    for name, method, *args in operations:
        own = values[name]
        result: Any = None
        if method == "add":
            if math.isnan(args[0]) or abs(args[0]) >= 1e150:
                result = "raises ValueError"
            else:
                own.append(Fraction(args[0]))
        elif method == "merge":
            values[name] = own + values[args[0]]
        elif len(own) < (1 if method == "mean" else 2):
            result = "raises ValueError"
        else:
            mean = sum(own, Fraction(0)) / len(own)
            squares = sum(((x - mean) ** 2 for x in own), Fraction(0))
            result = float(mean if method == "mean" else squares / (len(own) - 1))
        results.append(result)
    return results


def added(name: str, *values: float) -> list[tuple]:
    return [(name, "add", value) for value in values]


def asked(name: str) -> list[tuple]:
    return [(name, "mean"), (name, "variance")]


def running_case(*parts: Sequence[tuple]) -> tuple:
    """The arguments of a case: all operations in one list."""
    return ([operation for part in parts for operation in part],)


def one_object():
    """Values added to one object, then its mean and variance."""
    from hypothesis import strategies as st

    values = st.lists(st.sampled_from([1.0, 2.0, 4.0, 7.0, -3.0]), min_size=2, max_size=7)
    return values.map(lambda drawn: running_case(added("a", *drawn), asked("a")))


def two_objects(shift: float = 0.0):
    """Operations on two objects, all values shifted; at the end both have two values or more."""
    from hypothesis import strategies as st

    values = [x + shift for x in (1.0, 2.0, 4.0, 7.0, -3.0)]
    name = st.sampled_from(["a", "b"])
    add = st.tuples(name, st.just("add"), st.sampled_from(values))
    merge = st.tuples(name, st.just("merge"), name)
    start = added("a", *values[:2]) + added("b", values[3])
    steps = st.lists(st.one_of(add, add, merge), max_size=9)
    return steps.map(lambda drawn: running_case(start, drawn, asked("a"), [("b", "mean")]))


def shifted_objects():
    """`two_objects` at 1e6."""
    return two_objects(1e6)


def bad_operations():
    """Values of which most are bad, and questions in between."""
    from hypothesis import strategies as st

    values = st.sampled_from([1.0, 2.0, NAN, INF, -INF, 1e150, -1e150, 1e149])
    add = st.tuples(st.just("a"), st.just("add"), values)
    ask = st.tuples(st.just("a"), st.sampled_from(["mean", "variance"]))
    return st.lists(st.one_of(add, ask), max_size=8).map(running_case)


def fed(count: int) -> Scene:
    """An instance to which ``count`` values were added."""
    return Scene((), [("add", (float(at % 7),)) for at in range(count)])


def running_group(name: str, **rest: Any) -> Group:
    return Group(
        name,
        oracle=oracle_running,
        harness=use_running,
        written=written_running,
        accept=within(rel=1e-6, abs=1e-6),
        **rest,
    )


MEAN_VARIANCE = "mean and variance, in constant memory"
FAR = "far from zero"
MERGE = "merge"
TOO_FEW = "too few values, bad values"
AT_A_BILLION = [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]

Running = Exercise(
    difficulty="medium",
    minutes=20,
    groups=[
        Together(
            MEAN_VARIANCE,
            parts=[
                running_group(
                    "",
                    cases=[
                        running_case(added("a", 1.0, 2.0), asked("a")),
                        running_case(added("a", 1.0, 5.0), asked("a")),
                        running_case(added("a", 1.0, 2.0, 3.0), asked("a")),
                        running_case(added("a", 5.0, 5.0, 5.0), asked("a")),
                        running_case(added("a", 1.0, 2.0), asked("a"), added("a", 7.0), asked("a")),
                        running_case(added("a", 1.0, 2.0), added("b", 9.0, 4.0), asked("a")),
                    ],
                    inputs=one_object,
                    tries=40,
                    nudge="Work it out for 1 and 2: mean 1.5, squares .25 + .25, divided by n - 1.",
                ),
                Holds(
                    scenes={"n values": fed},
                    sizes=(20, 200),
                    most=lambda size: size + 100,
                    says="What it holds grows with the number of values.",
                    nudge="Three numbers are enough. Which ones?",
                ),
            ],
        ),
        running_group(
            FAR,
            cases=[
                running_case(added("a", *AT_A_BILLION), asked("a")),
                running_case(added("a", *(-x for x in AT_A_BILLION)), asked("a")),
                running_case(added("a", *AT_A_BILLION[::-1]), asked("a")),
                running_case(added("a", 1e8 + 1, 1e8, 1e8 + 2), asked("a")),
            ],
            inputs=shifted_objects,
            tries=40,
            nudge="A square of 1e9 has 18 digits, a float holds 16. Which differences are small?",
        ),
        running_group(
            MERGE,
            cases=[
                running_case(
                    added("a", 1.0, 2.0), added("b", 7.0), [("a", "merge", "b")], asked("a")
                ),
                running_case(
                    added("a", 1.0, 2.0, 6.0),
                    added("b", 7.0, 11.0),
                    [("a", "merge", "b")],
                    asked("a"),
                    asked("b"),
                ),
                running_case(added("b", 1.0, 2.0), [("a", "merge", "b")], asked("a")),
                running_case(
                    added("b", 1.0, 2.0), [("a", "merge", "b")], added("b", 50.0), asked("a")
                ),
                running_case(added("a", 1.0, 2.0), [("a", "merge", "b")], asked("a")),
                running_case([("a", "merge", "b")], added("a", 1.0, 2.0), asked("a")),
                running_case([("a", "merge", "b")], [("a", "mean")]),
                running_case(added("a", 1.0, 2.0), [("a", "merge", "a")], asked("a")),
                running_case(
                    added("a", 1.0),
                    added("b", 2.0),
                    [("a", "merge", "b")],
                    added("b", 50.0),
                    added("a", 4.0),
                    asked("a"),
                    asked("b"),
                ),
            ],
            inputs=two_objects,
            tries=60,
            nudge="Two values 1.5 and one value 7: where is the mean of all three, and how far is "
            "each part from it?",
        ),
        running_group(
            TOO_FEW,
            cases=[
                running_case(asked("a")),
                running_case(added("a", 3.0), asked("a")),
                running_case(added("a", 3.0), asked("a"), added("a", 5.0), asked("a")),
                running_case(added("a", 1.0, NAN, 2.0), asked("a")),
                running_case(added("a", 1.0, INF, 2.0), asked("a")),
                running_case(added("a", 1.0, 1e150, 2.0), asked("a")),
                running_case(added("a", 1.0, -1e150, 2.0), asked("a")),
                running_case(added("a", 1e149, -1e149), asked("a")),
            ],
            inputs=bad_operations,
            tries=60,
            nudge="How many values does a mean need, and a variance? A bad value must leave "
            "everything unmodified.",
        ),
    ],
    hints=[
        "Subtracting two squares that agree in 18 digits leaves nothing. Which smaller number "
        "could you square instead?",
        "Keep n, the mean so far, and M2, the sum of squared distances from the mean so far. What "
        "does one more value change?",
        "With `step = x - mean` before the update, the mean moves by `step / n`, and M2 grows by "
        "`step * (x - new mean)`: one factor from the old mean, one from the new.",
        "Merging (n, mean, M2) with (m, other, S): `step = other - mean`, `total = n + m`; M2 "
        "grows by `S + step * step * n * m / total`, then the mean by `step * m / total`. Nothing "
        "to do if m is 0.",
    ],
)


# --- compensated_sum --------------------------------------------------------------------------


def use_compensated(answer, xs):
    """Call the answer with a built-in ``sum`` that adds plainly, as before Python 3.12."""
    import builtins
    import math

    def plain_sum(numbers, /, start=0):
        for number in numbers:
            start = start + number
        return start

    def no_fsum(numbers):
        raise RuntimeError("Solve it without math.fsum.")

    scope = getattr(answer, "__globals__", {})
    aliases = [name for name, value in scope.items() if value is math.fsum]
    kept_sum, kept_fsum = builtins.sum, math.fsum
    builtins.sum, math.fsum = plain_sum, no_fsum
    for name in aliases:
        scope[name] = no_fsum
    try:
        return answer(xs)
    finally:
        builtins.sum, math.fsum = kept_sum, kept_fsum
        for name in aliases:
            scope[name] = kept_fsum


def written_sum(xs: list[float]) -> str:
    text = repr(xs)
    return f"compensated_sum({text if len(text) < 300 else text[:250] + ', ...]'})"


def large_beside_small():
    """Integers of very different sizes."""
    from hypothesis import strategies as st

    return tuples_of(st.lists(st.sampled_from([1e16, -1e16, 1.0, -1.0, 3.0, 1e8]), max_size=11))


def many_small():
    """Up to 110 numbers between 0 and 1, or up to 550 times the same one."""
    from hypothesis import strategies as st

    uniform = st.lists(st.integers(0, 9999).map(lambda k: k / 10000), max_size=110)
    equal = st.builds(lambda x, n: [x] * n, st.sampled_from([0.1, 0.7]), st.integers(0, 550))
    return tuples_of(st.one_of(uniform, equal))


def sum_group(name: str, **rest: Any) -> Group:
    return Group(
        name,
        oracle=math.fsum,
        harness=use_compensated,
        written=written_sum,
        accept=within(rel=2e-15),
        **rest,
    )


LOST = "what a plain sum loses"
LARGER = "the new number is the larger one"
MANY = "many small numbers"

compensated_sum = Exercise(
    difficulty="medium",
    minutes=15,
    groups=[
        sum_group(
            LOST,
            cases=[
                case([], gives=0.0),
                case([0.1], gives=0.1),
                case([1e-12], gives=1e-12),
                case([1e16, 1.0, 1.0, -1e16], gives=2.0),
                case([-1e16, 1.0, 1.0, 1e16], gives=2.0),
                case([1e16, -1.0, -1.0, -1e16], gives=-2.0),
                case([1e100, 1.0, -1e100], gives=1.0),
                case([2.0, 3.0, -1.0], gives=4.0),
            ],
            inputs=large_beside_small,
            tries=100,
            nudge="Add the first two numbers by hand. What does the rounded sum lack, and which "
            "expression returns exactly that?",
        ),
        sum_group(
            LARGER,
            cases=[
                case([1.0, 1e100, 1.0, -1e100], gives=2.0),
                case([1.0, 1e16, -1e16], gives=1.0),
                case([1.0, -1e100, 1.0, 1e100], gives=2.0),
                case([-1.0, -1e100, -1.0, 1e100], gives=-2.0),
                case([3.0, 1e17, 3.0, -1e17], gives=6.0),
            ],
            nudge="The sum so far is 1.0 and the new number is 1e100. Which of the two is "
            "rounded away?",
        ),
        sum_group(
            MANY,
            cases=[
                ([0.1] * 10,),
                ([0.1] * 550,),
                ([0.7] * 300,),
                case([1.0, *[1e-16] * 40], gives=math.fsum([1.0, *[1e-16] * 40])),
                ([1e6, *[1e-12] * 500],),
            ],
            inputs=many_small,
            tries=40,
            nudge="Each addition loses half a unit in the last place, and the losses add up. "
            "Collect them in a sum of their own.",
        ),
    ],
    without=("fsum", "fractions", "decimal", "statistics"),
    hints=[
        "`new = total + x` is rounded. The error is itself a float. Which differences of total, x "
        "and new return it exactly?",
        "Keep two numbers: the total, and the sum of what the additions lost. Add the second to "
        "the first only at the very end.",
        "If `abs(total) >= abs(x)`, then x lost its low digits: `(total - new) + x`. Otherwise "
        "the total lost them: `(x - new) + total`.",
        "`total = lost = 0.0`. For each x: `new = total + x`; add the error to `lost`, by the "
        "branch that compares the sizes; `total = new`. Return `total + lost`.",
    ],
)


# --- loss_scale -------------------------------------------------------------------------------


def in_float16(x: float) -> float:
    """The nearest half-precision float, ties to even; infinite above the largest."""
    try:
        return struct.unpack("e", struct.pack("e", x))[0]
    except OverflowError:
        return math.copysign(INF, x)


def oracle_loss_scale(gradients: list[float]) -> dict[str, float | int]:
    if any(math.isnan(g) or abs(g) > 65504.0 * 2**24 for g in gradients):
        raise ValueError("a gradient that no scale can help")
    scale = 1.0
    if any(gradients):
        powers = [2.0**power for power in range(24, -100, -1)]
        scale = next(
            power
            for power in powers
            if all(math.isfinite(in_float16(g * power)) for g in gradients)
        )

    def count_lost(by: float) -> int:
        return sum(1 for g in gradients if g != 0 and in_float16(g * by) == 0)

    return {"scale": scale, "lost_before": count_lost(1.0), "lost_after": count_lost(scale)}


def same_scale(got: Any, want: Any) -> bool:
    return (
        isinstance(got, dict) and set(got) == set(want) and same(got["scale"], want["scale"], rel=0)
    )


def same_losses(got: Any, want: Any) -> bool:
    """Both counts, and the keys; the other group compares the scale."""
    return (
        isinstance(got, dict)
        and set(got) == set(want)
        and all(within()(got[key], want[key]) for key in ("lost_before", "lost_after"))
    )


GRADIENTS = [
    0.0, 1e-8, -1e-8, 2.0**-25, 2.0**-24, 3e-8, -3e-8, 1e-4, 1.0, -1.0, 65504.0, 65519.9,
    65520.0, -65520.0, 1e6, -1e6, 2e-12, 1e-20,
]  # fmt: skip


def lists_of_gradients():
    """Up to five gradients."""
    from hypothesis import strategies as st

    return tuples_of(st.lists(st.sampled_from(GRADIENTS), max_size=5))


def gradients_and_bad_ones():
    """Up to five gradients, among them some that aren't finite."""
    from hypothesis import strategies as st

    bad = st.sampled_from([NAN, INF, -INF, 65504.0 * 2**24, 65505.0 * 2**24, -(2.0**41)])
    return tuples_of(st.lists(st.one_of(st.sampled_from(GRADIENTS), bad), max_size=5))


SCALE = "the scale"
WHAT_IS_LOST = "what is lost"

loss_scale = Exercise(
    difficulty="medium",
    minutes=15,
    groups=[
        Group(
            SCALE,
            cases=[
                ([1.0],),
                ([3.0],),
                ([1e-8, 1e-4, 1e-3],),
                ([1.0, 1e-4, 1e-4],),
                ([-1.0, 1e-8],),
                ([1e6],),
                ([65504.0],),
                ([65510.0],),
                ([65519.9],),
                ([65520.0],),
                ([1e-20],),
                ([0.0, 0.0],),
                ([],),
                ([65504.0 * 2**24],),
                case([INF], raises=ValueError),
                case([1.0, -INF], raises=ValueError),
                case([NAN], raises=ValueError),
                case([1.0, NAN], raises=ValueError),
                case([65505.0 * 2**24], raises=ValueError),
                case([-65505.0 * 2**24], raises=ValueError),
                case([1e300], raises=ValueError),
            ],
            inputs=gradients_and_bad_ones,
            oracle=oracle_loss_scale,
            accept=same_scale,
            nudge="Multiply the largest gradient, by size, with your scale and with twice your "
            "scale. Which of them is still below 65,520?",
        ),
        Group(
            WHAT_IS_LOST,
            cases=[
                ([1e-8, 1.0],),
                ([1e-8, 65504.0],),
                ([0.0, 1.0],),
                ([1e-5],),
                ([5e-8, 65504.0],),
                ([-1e-8, 65504.0],),
                ([2.0**-25, 65504.0],),
                ([math.nextafter(2.0**-25, 1), 65504.0],),
                ([1e-8, 1e-4, 1e-3],),
                ([1e-20],),
                ([1e-7, 1e6],),
                ([0.0],),
                ([],),
            ],
            inputs=lists_of_gradients,
            oracle=oracle_loss_scale,
            accept=same_losses,
            nudge="The smallest half-precision number above 0 is 2**-24. Which numbers below it "
            "round up to it, and which one is exactly halfway?",
        ),
    ],
    hints=[
        "What limits the scale from above, and what would you like to save at the other end?",
        "Only the largest gradient, by size, limits the scale. A number rounds to infinity in "
        "float16 from 65,520 on: halfway between 65,504 and the next step.",
        "Start at 2**24 and halve while the largest gradient times the scale is at least 65,520. "
        "Below, everything up to 2**-25 becomes 0: the tie goes to the even neighbour, which is 0.",
        "Reject NaN and sizes above `65504 * 2**24`. Keep 1.0 if nothing but zeros is left. Count "
        "the gradients with `0 < abs(g) * by <= 2**-25`, once with `by = 1` and once with the "
        "scale.",
    ],
)
