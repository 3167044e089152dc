# %% [markdown]
# # Numerical stability
#
# > **What is really tested.** Whether you hear the failure in a formula before it runs: overflow in `exp`, cancellation in a difference, absorption in a sum, underflow in a gradient. Each has a rewrite of one line, and a test value that shows it. Reciting "subtract the max" is the smaller half.
#
# **You will be able to**
# - name four ways in which a floating-point formula fails, and the input that shows each
# - rewrite a softmax, a loss and its gradient so that they keep their digits at both ends
# - compute a mean and a variance in one pass, and merge them across machines
# - say which numbers may be held in float16, and scale the gradients that may not
#
# **Before you start**: functions, lists, `math` in Python; what a softmax and a gradient are. NumPy helps with the plots.
#
# **Time**: 40 minutes reading, {{minutes}} minutes practice, 30 minutes for your answer · {{points}} points

# %% given="setup"
import math

from autograder import check

# %% [markdown]
# ## The problem
#
# "Our ranking model trains in mixed precision. Last week the loss became NaN at step 12,431. This week it doesn't, but the model predicts far more clicks than there are, and the dashboard shows a negative variance of the latency. Nobody changed the model. Which lines do you look at, and how do you rewrite them?"
#
# Set a timer for 60 minutes if you want the practice: 5 to clarify, 15 for the softmax and the loss, 25 for the variance and the sums, 15 for questions. An interviewer rarely wants all seven functions below. You'll be asked for one or two, and then for the input that breaks the version you wrote first.

# %% [markdown]
# ## Clarify
#
# Ask before you write. These are invented answers, and the checks assume them.
#
# | You ask | You hear | So what |
# |---|---|---|
# | How large can a logit be? | Nobody limits them. Up to 1,000 has been seen. | `exp` of a raw logit isn't safe in any format. |
# | How right must a tiny result be? | The same number of digits as a large one. | Tolerances are relative: 0 isn't a good answer for 4e-18. |
# | Which format? | Weights in float32, activations and errors in float16. | Range and digits are two budgets. |
# | Can a row of a mask be empty? | It happens. It's a bug of whoever built the mask. | Raise an error. Equal shares would hide it. |
# | What do I do with NaN? | It must never pass silently. | Reject it where it enters. |
# | Does the data fit on one machine? | No, 200 of them. | The state must merge. |
# | May I use a library? | Yes at work. Here I want to see the formula. | `math` is enough. |
# | How fast? | One pass. | No sorting, no exact fractions. |

# %% [markdown]
# ## A tiny example
#
# A float is a sign, a power of two and a fixed number of digits. So floats lie densely near 0 and far apart from each other far away, with a largest one at the end. These are the three formats that you'll meet:

# %%
import numpy as np

print("format    largest    exp up to  spacing at 1  smallest above 0")
for kind in (np.float16, np.float32, np.float64):
    info = np.finfo(kind)
    top = math.log(float(info.max))
    print(f"{kind.__name__:9} {float(info.max):<10.3g} {top:<10.2f} "
          f"{float(info.eps):<13.2g} {float(info.smallest_subnormal):.2g}")

# %% [markdown]
# The column *exp up to* is the one to know by heart. In float16, `exp` overflows from 12 on. A logit of 12 isn't rare.

# %%
from autograder.figures import COLOURS, INK, axes, picture, style


def spacing_curve(plot, kind, colour):
    """Draw how far apart the floats of a format are, over their size."""
    sizes = [2.0**power for power in range(-32, 33 if kind != np.float16 else 16)]
    with np.errstate(under="ignore"):
        gaps = [float(np.spacing(kind(size))) for size in sizes]
    plot.loglog(sizes, gaps, color=colour, drawstyle="steps-post", label=kind.__name__)


NOTES = [("overflow:\nnothing beyond 65,504", (65504, 32), (2e5, 3e3)),
         ("underflow:\nhalf of this is 0", (4e-9, 6e-8), (3e-10, 2e-4)),
         ("absorption:\n2048 + 1 = 2048", (2048, 2), (2, 3e2)),
         ("cancellation:\nthe difference is small,\nits error isn't", (1, 2e-16), (4e-9, 2e-20))]

# %% folded=true
with style():
    plot = axes(6.6, 4)
    for kind, colour in zip((np.float16, np.float32, np.float64), COLOURS):
        spacing_curve(plot, kind, colour)
    for text, at, place in NOTES:
        plot.annotate(text, at, place, fontsize=8, color=INK,
                      arrowprops={"arrowstyle": "-|>", "color": INK})
    plot.set(xlabel="size of the number", ylabel="distance to the next one", ylim=(1e-27, 1e6))
    plot.legend(loc="lower right")
    number_line = picture(
        plot.figure,
        "Distance between neighbouring floats over their size, on log axes. Three parallel "
        "lines rise; float16 is the highest. It is flat at 6e-8 on the left (underflow) and ends "
        "at 65,504 on the right (overflow). At 2048 its distance is 2, so adding 1 is absorbed. "
        "In a difference of numbers near 1, the distance there stays as the error.",
    )
number_line

# %% [markdown]
# Read it aloud: to the right the line ends, which is **overflow**. To the left it is flat and then there's only 0: **underflow**. A small number next to a large one falls between two floats: **absorption**. And two nearby numbers, each already rounded, differ by little more than their rounding: **cancellation**.

# %% [markdown]
# ## Brute force: the formulas of the textbook
#
# Five lines, copied as they're printed. Before you run the cell, say for each what it returns.

# %%
from statistics import fmean


def attempt(formula, *values):
    """The value of a formula, or the name of its error."""
    try:
        return formula(*values)
    except (ArithmeticError, ValueError) as error:
        return type(error).__name__


def textbook_variance(xs):
    return fmean(x * x for x in xs) - fmean(xs) ** 2


far_away = [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]
print("log(exp(1000)):   ", attempt(lambda x: math.log(math.exp(x)), 1000.0), "  right: 1000")
print("log(1 - exp(-40)):", math.log(1 - math.exp(-40)), "  right: -4.2e-18")
print("a variance:       ", textbook_variance(far_away), "  right: 22.5")
print("a sum:            ", 1e16 + 1.0 + 1.0 - 1e16, "  right: 2")
print("float16 of 2e-8:  ", np.float16(2e-8), "  right: 2e-8")

# %% [markdown]
# Only the first one announces itself. The others return a number, and the number is wrong by 100% or more. That's why you need test values: a formula that fails doesn't look like one.
#
# The rest of this lesson is one rewrite for each failure.

# %% [markdown]
# ## Overflow: logsumexp
#
# "Write the log of a sum of exponentials, for log probabilities of any size."
#
# Raw logits of a network have a spread. If each is drawn from a normal distribution with standard deviation s, how often does a row of 100 of them overflow?

# %%
def overflow_share(spread, kind, seed, rows=2_000):
    """The share of rows of 100 normal logits with a raw sum of exp that is infinite."""
    logits = np.random.default_rng(seed).normal(0, spread, (rows, 100)).astype(kind)
    with np.errstate(over="ignore"):
        return float(np.isinf(np.exp(logits).sum(axis=1, dtype=kind)).mean())


for kind, spreads in ((np.float32, (10, 20, 30, 40)), (np.float16, (2, 3, 4))):
    for spread in spreads:
        shares = [overflow_share(spread, kind, seed) for seed in range(5)]
        print(f"{kind.__name__}, s = {spread:2}: {np.mean(shares):.4f} of rows overflow "
              f"({min(shares):.4f} to {max(shares):.4f} over 5 seeds)")

# %% [markdown]
# A spread of 40 is a model that has gone wrong, and that's when you want the loss to tell you so. In float16 a spread of 4 is enough, and that's an ordinary model.
#
# The rewrite multiplies by exp(−c) inside of the logarithm and takes it back outside. It's an identity for every c, so choose the c that suits you: log Σ exp(x) = c + log Σ exp(x − c).

# %% [markdown] card="logsumexp"
# Write `logsumexp(xs)`, which returns log Σ exp(x) over the list `xs`.
#
# - `xs` is a list of floats. Values up to ±1e300 must work.
# - An empty list returns −inf: an empty sum is 0. A list of nothing but −inf returns −inf too, and −inf next to other numbers adds nothing.
# - If any number is inf and none is NaN, return inf.
# - Raise `ValueError` if any number is NaN, even next to inf.
# - The result must be right to a relative 1e-12, or to 1e-15 next to 0.
# - Don't modify `xs`.

# %% exercise="logsumexp"
def logsumexp(xs: list[float]) -> float:
    """Return log of the sum of exp(x), for floats of any size; -inf for an empty list.

    Raises ValueError for NaN.
    """
    ### BEGIN SOLUTION
    if any(math.isnan(x) for x in xs):
        raise ValueError("NaN has no exponential")
    top = max(xs, default=-math.inf)
    if math.isinf(top):
        return top
    return top + math.log(sum(math.exp(x - top) for x in xs))
    ### END SOLUTION

# %% check="logsumexp"
check(logsumexp)

# %% [markdown] hints="logsumexp"

# %% [markdown]
# ## Overflow again: softmax
#
# "Now the shares. With a temperature, because we sample from them. And with a mask, because we pad." The temperature adds a second way to overflow, and the mask adds 0/0.

# %% [markdown] card="softmax"
# Write `softmax(xs, temperature)`, which returns the list of exp(x / temperature), divided by their sum.
#
# - `xs` is a list of floats. −inf is a masked score: its share is exactly 0.0. An empty list returns `[]`.
# - If every score is masked, raise `ValueError`: there's no distribution, and the mask is the bug.
# - Raise `ValueError` if a score is NaN or inf.
# - Raise `ValueError` if the temperature isn't finite and above 0, even if `xs` is empty. It may be as small as 1e-300.
# - Each share must be right to a relative 1e-12, even a share of 1e-300, and even if all scores are near a million.
# - Don't modify `xs`.

# %% exercise="softmax"
def softmax(xs: list[float], temperature: float) -> list[float]:
    """Return the shares exp(x / temperature) / sum of them; -inf is a masked score.

    Raises ValueError if everything is masked, for invalid scores and for an invalid temperature.
    """
    ### BEGIN SOLUTION
    if not (math.isfinite(temperature) and temperature > 0):
        raise ValueError("the temperature must be finite and above 0")
    if any(math.isnan(x) or x == math.inf for x in xs):
        raise ValueError("a score is NaN or inf")
    if not xs:
        return []
    top = max(xs)
    if top == -math.inf:
        raise ValueError("everything is masked")
    terms = [math.exp((x - top) / temperature) for x in xs]
    total = sum(terms)
    return [term / total for term in terms]
    ### END SOLUTION

# %% check="softmax"
check(softmax)

# %% [markdown] hints="softmax"

# %% [markdown]
# Two shortcuts are common. The first writes −1e9 for a masked score. The second takes `exp(x - logsumexp(xs))`. Look at both:

# %%
def shortcut(xs):
    whole = logsumexp(xs)
    return [math.exp(x - whole) for x in xs]


try:
    print("masked as -1e9, next to a score of -1e9:", softmax([-1e9, -1e9], 1.0))
    print("masked as -inf, next to a score of -1e9:", softmax([-math.inf, -1e9], 1.0))
    for size in (0.0, 1e6, 1e12):
        scores = [size, size - 0.5, size - 3.0]
        print(f"near {size:5.0e}: softmax sums to {sum(softmax(scores, 1.0)):.12f}, "
              f"the shortcut to {sum(shortcut(scores)):.12f}")
except NotImplementedError:
    print("Write logsumexp and softmax first.")

# %% [markdown]
# The stand-in leaks as soon as real scores are as low as it is. In float16 it can't even be written: −1e9 becomes −inf. The shortcut rounds `logsumexp` to the spacing of floats near the scores, and `exp` turns that absolute error into a relative one.

# %% [markdown]
# ## The loss, with its gradient
#
# "Cross-entropy for one example. Return the gradient too." Everybody subtracts the maximum. Fewer people notice that the formula has a second failure at the other end, where the model is confident and right.

# %%
def raw_loss(logits, label, kind):
    """The loss as the textbook prints it: -log(softmax), in one format."""
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        terms = np.exp(np.array(logits, dtype=kind))
        return float(-np.log((terms / terms.sum())[label]))


for kind in (np.float16, np.float32, np.float64):
    right, wrong = (raw_loss([100, 0], label, kind) for label in (0, 1))
    print(f"{kind.__name__}: label 0 of [100, 0]: {right} (right: 3.7e-44), "
          f"label 1: {wrong} (right: 100)")
print("p - 1 for logits [40, 0]:", 1 / (1 + math.exp(-40)) - 1, " right: -4.2e-18")

# %% [markdown]
# NaN is the friendly failure. The unfriendly ones are −0.0 and 0.0: an example that's learnt perfectly, says the format. In float64 that's harmless. In float16, p rounds to 1 from a logit of 8 on, and the gradient of the label is 0 while the other gradients aren't.

# %% [markdown] card="cross_entropy"
# Write `cross_entropy(logits, label)`, which returns a tuple: the loss −log(softmax(logits)[label]), and the list of its derivatives with respect to the logits.
#
# - `logits` is a list of finite floats, `label` an index.
# - Loss and derivatives must be right to a relative 1e-12. Logits [40, 0] and label 0 have a loss of 4.25e-18 and the gradient [−4.25e-18, 4.25e-18]: 0 isn't right.
# - A single class returns `(0.0, [0.0])`.
# - Raise `ValueError` if the label isn't in 0 … n − 1 (−1 isn't valid either), if there are no logits, or if a logit isn't finite.
# - Don't modify `logits`.

# %% exercise="cross_entropy"
def cross_entropy(logits: list[float], label: int) -> tuple[float, list[float]]:
    """Return the loss of one example, in nats, and its gradient with respect to the logits.

    Raises ValueError for a label that isn't an index, and for logits that aren't finite.
    """
    ### BEGIN SOLUTION
    if not 0 <= label < len(logits):
        raise ValueError("the label isn't an index")
    if not all(math.isfinite(x) for x in logits):
        raise ValueError("a logit isn't finite")
    top = max(logits)
    terms = [math.exp(x - top) for x in logits]
    largest = logits.index(top)
    rest = sum(terms[:largest] + terms[largest + 1 :])
    loss = (top - logits[label]) + math.log1p(rest)
    gradient = [term / (1 + rest) for term in terms]
    gradient[label] = -sum(gradient[:label] + gradient[label + 1 :])
    return loss, gradient
    ### END SOLUTION

# %% check="cross_entropy"
check(cross_entropy)

# %% [markdown] hints="cross_entropy"

# %% [markdown]
# ## Cancellation: the logarithm of "not"
#
# "I have log p = −x. Give me log(1 − p)." You meet it in survival models, in noisy-or, in negative sampling, and wherever probabilities are kept as logarithms because they would underflow. The formula has two differences from 1, and each one is dangerous at its own end.

# %% [markdown] card="log1mexp"
# Write `log1mexp(x)`, which returns log(1 − exp(−x)).
#
# - `x` is a float above 0. For inf return 0.0.
# - Raise `ValueError` if x is NaN, 0 or negative.
# - The result must be right to a relative 1e-14 for every x from 1e-300 to 745. Above that the result is 0.0.
# - `math.expm1` and `math.log1p` are allowed.

# %% exercise="log1mexp"
def log1mexp(x: float) -> float:
    """Return log(1 - exp(-x)) for x > 0. Raises ValueError for other numbers and NaN."""
    ### BEGIN SOLUTION
    if not x > 0:
        raise ValueError("x must be above 0")
    if x < math.log(2):
        return math.log(-math.expm1(-x))
    return math.log1p(-math.exp(-x))
    ### END SOLUTION

# %% check="log1mexp"
check(log1mexp)

# %% [markdown] hints="log1mexp"

# %% [markdown]
# Here is the error of each version over x. The expected values have 60 digits.

# %%
from decimal import Context, Decimal

DEEP = Context(prec=60)
POINTS = [10 ** (k / 10) for k in range(-180, 21)]
RIGHT = [float(DEEP.ln(DEEP.subtract(1, DEEP.exp(Decimal(-x))))) for x in POINTS]
VERSIONS = {"as it's printed": lambda x: math.log(1 - math.exp(-x)),
            "log1p everywhere": lambda x: math.log1p(-math.exp(-x)),
            "expm1 everywhere": lambda x: math.log(-math.expm1(-x)), "yours": log1mexp}


def errors(version):
    """The relative error at each point; 1 where there is no value."""
    results = [attempt(version, x) for x in POINTS]
    pairs = zip(results, RIGHT)
    return [1.0 if isinstance(got, str) else abs(got / want - 1) for got, want in pairs]


try:
    curves = {name: errors(version) for name, version in VERSIONS.items()}
except NotImplementedError:
    curves = {name: errors(VERSIONS[name]) for name in list(VERSIONS)[:3]}
    print("Write log1mexp first, then your curve is in the plot.")
for name, curve in curves.items():
    lost = sum(error >= 1 for error in curve)
    print(f"{name:17} largest error {max(curve):.1e}, no digit right at {lost:2} of "
          f"{len(POINTS)} points")

# %% folded=true
with style():
    plot = axes(6.4, 3.6)
    for (name, curve), line in zip(curves.items(), ("-", "--", "-.", "-")):
        plot.loglog(POINTS, [max(error, 1e-17) for error in curve], line, label=name)
    plot.axvline(math.log(2), color=INK, linestyle=":", linewidth=1)
    plot.set(xlabel="x", ylabel="relative error (0 drawn as 1e-17)")
    plot.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=2)
    two_ends = picture(
        plot.figure,
        "Relative error of log(1 - exp(-x)) over x, log axes. log1p everywhere is wrong for small "
        "x, and its error falls as x grows. expm1 everywhere rises to 100% at x = 38. As it's "
        "printed, it has both faults. The version with two branches stays near 1e-16.",
    )
two_ends

# %% [markdown]
# The two slopes cross near log 2, where exp(−x) is one half. That's why the usual change-over is there. Anything between 0.01 and 3 keeps 14 digits here: the choice is a matter of taste, the two branches aren't.

# %% [markdown]
# ## Cancellation: mean and variance in one pass
#
# "Compute the variance of a billion latencies. They don't fit in memory, and they arrive on 200 machines." The textbook's E[x²] − E[x]² is one pass and merges easily. It also subtracts two numbers that agree in almost all their digits if the mean is far from 0.

# %% [markdown] card="Running"
# Write a class `Running`, which takes numbers one by one.
#
# - `add(x)` takes a float. Raise `ValueError` if x is NaN or |x| ≥ 1e150, and leave everything unmodified.
# - `mean()` returns the mean. Raise `ValueError` if there are no values.
# - `variance()` returns the sample variance, divided by n − 1. Raise `ValueError` if there are fewer than two values.
# - `state()` returns a tuple. What's in it is up to you.
# - `merge(state)` takes what `state()` of another instance returned. Afterwards everything is as if this instance had been given all those values too. Merging an empty one, merging into an empty one, and merging an instance with itself all work. The other instance isn't modified.
# - Use one pass and constant memory: what an instance holds is measured.
# - Results must be right to 1e-6, relative (absolute if the right result is near 0). 1e9 + 4, 7, 13 and 16 have a variance of 30.

# %% exercise="Running"
class Running:
    """Mean and sample variance of numbers that arrive one by one; states can be merged."""

    def __init__(self) -> None:
        ### BEGIN SOLUTION
        self._n, self._mean, self._m2 = 0, 0.0, 0.0
        ### END SOLUTION

    def add(self, x: float) -> None:
        """Take one number. Raises ValueError for NaN and for sizes of 1e150 or more."""
        ### BEGIN SOLUTION
        if not abs(x) < 1e150:
            raise ValueError("x is NaN or too large")
        self._n += 1
        step = x - self._mean
        self._mean += step / self._n
        self._m2 += step * (x - self._mean)
        ### END SOLUTION

    def mean(self) -> float:
        """Return the mean. Raises ValueError without values."""
        ### BEGIN SOLUTION
        if self._n < 1:
            raise ValueError("no values")
        return self._mean
        ### END SOLUTION

    def variance(self) -> float:
        """Return the sample variance. Raises ValueError with fewer than two values."""
        ### BEGIN SOLUTION
        if self._n < 2:
            raise ValueError("fewer than two values")
        return self._m2 / (self._n - 1)
        ### END SOLUTION

    def state(self) -> tuple:
        """Return what `merge` of another instance needs."""
        ### BEGIN SOLUTION
        return self._n, self._mean, self._m2
        ### END SOLUTION

    def merge(self, state: tuple) -> None:
        """Take all numbers of another instance, by its state."""
        ### BEGIN SOLUTION
        n, mean, m2 = state
        if n == 0:
            return
        total = self._n + n
        step = mean - self._mean
        self._m2 += m2 + step * step * self._n * n / total
        self._mean += step * n / total
        self._n = total
        ### END SOLUTION

# %% check="Running"
check(Running)

# %% [markdown] hints="Running"

# %% [markdown]
# How wrong is the textbook's formula? 2,000 values with a standard deviation of 1, at growing distance from 0. The expected value shifts them back first, which is exact.

# %%
def running_variance(xs, parts=1):
    """The variance with your class, of all values or merged from ``parts`` machines."""
    whole = Running()
    for part in np.array_split(xs, parts):
        one = Running()
        for x in part.tolist():
            one.add(x)
        whole.merge(one.state())
    return whole.variance()


def naive_variance(xs):
    """The textbook's formula, from a running sum and a running sum of squares."""
    total, squares = np.cumsum(xs)[-1], np.cumsum(xs * xs)[-1]
    return float((squares - total * total / len(xs)) / (len(xs) - 1))


def variance_errors(mean, method, seeds=10):
    """Relative errors over the seeds, and how many variances are negative."""
    results = []
    for seed in range(seeds):
        xs = np.random.default_rng(seed).normal(mean, 1, 2_000)
        results.append((method(xs), float(np.var(xs - mean, ddof=1))))
    off = [abs(got / want - 1) for got, want in results]
    return off, sum(got < 0 for got, _ in results)


MEANS, far = (1e4, 1e6, 1e8, 1e9), {}
try:
    for name, method in (("textbook", naive_variance), ("one pass", running_variance),
                         ("three merged", lambda xs: running_variance(xs, 3))):
        for mean in MEANS:
            off, negative = variance_errors(mean, method)
            far.setdefault(name, []).append(float(np.mean(off)))
            print(f"{name:12} mean {mean:.0e}: error {np.mean(off):7.1e} ({min(off):.0e} to "
                  f"{max(off):.0e} over 10 seeds), {negative} negative")
except NotImplementedError:
    print("Write Running first.")

# %% folded=true
with style():
    plot = axes(6, 3.2)
    for (name, curve), line in zip(far.items(), ("-o", "-s", "--^")):
        plot.loglog(MEANS[: len(curve)], curve, line, label=name)
    plot.set(xlabel="mean (standard deviation 1)", ylabel="relative error")
    if far:
        plot.legend()
    variance_plot = picture(
        plot.figure,
        "Relative error of the variance over the mean, log axes. The textbook's formula rises "
        "with the square of the mean and passes 100% before 1e8. One pass and the merged states "
        "rise with the mean and stay below 1e-6.",
    )
variance_plot

# %% [markdown]
# At a mean of 1e8 the textbook's formula has no digit right, and some variances are negative. Clipping them at 0 hides the sign and keeps the error. Nor is 1e8 exotic: milliseconds since 1970 are 1.7e12. In float32 it happens at 10,000:

# %%
for mean in (100, 10_000):
    xs = np.random.default_rng(0).normal(mean, 1, 100_000).astype(np.float32)
    naive = np.mean(xs * xs, dtype=np.float32) - np.mean(xs, dtype=np.float32) ** 2
    print(f"float32, mean {mean:6,}: E[x²] - E[x]² = {naive:8.5f}, np.var = {np.var(xs):.5f}, "
          f"truth {np.var(xs.astype(np.float64)):.5f}")

# %% [markdown]
# ## Absorption: a sum that keeps what it loses
#
# "Sum a hundred million amounts." Each addition rounds, and what it rounds off is a float itself. So you can compute it and keep it: a **compensated sum**.
#
# | | left to right | pairwise | Kahan | Neumaier |
# |---|---|---|---|---|
# | idea | one total | halves, and halves of halves | put what was lost into the next number | keep what was lost in a sum of its own |
# | error grows with n | as n | as log n | hardly | hardly |
# | a new number that's larger than the total | lost | lost | lost | kept |
# | who does it | `np.cumsum`, `sum` up to Python 3.11 | `np.sum` along contiguous memory | | `sum` from Python 3.12 on |
#
# The last row is the reason why `sum(xs)` isn't an answer here: its result depends on the version of Python.

# %% [markdown] card="compensated_sum"
# Write `compensated_sum(xs)`, which returns the sum of the list, with compensation for what each addition rounds off.
#
# - `xs` is a list of finite floats, and no sum on the way overflows. An empty list returns 0.0.
# - The result must be right to a relative 2e-15, even if large numbers cancel: [1e16, 1.0, 1.0, −1e16] returns 2.0.
# - The new number may be larger than the sum so far: [1.0, 1e100, 1.0, −1e100] returns 2.0.
# - One sum of compensations is enough. Inputs that would need another for what that sum loses, such as [1.0, 1e50, 1e100, −1e100, −1e50], don't occur.
# - Don't use `math.fsum`, `fractions`, `decimal` or `statistics`. In the check, the built-in `sum` adds plainly, as it did up to Python 3.11.
# - Two extra numbers are enough. The memory isn't measured.
# - Don't modify `xs`.

# %% exercise="compensated_sum"
def compensated_sum(xs: list[float]) -> float:
    """Return the sum of finite floats, with compensation; 0.0 for an empty list."""
    ### BEGIN SOLUTION
    total = lost = 0.0
    for x in xs:
        new = total + x
        if abs(total) >= abs(x):
            lost += (total - new) + x
        else:
            lost += (x - new) + total
        total = new
    return total + lost
    ### END SOLUTION

# %% check="compensated_sum"
check(compensated_sum)

# %% [markdown] hints="compensated_sum"

# %% [markdown]
# The errors of four ways to add, measured against `math.fsum`, over n:

# %%
def kahan(xs):
    total = carry = 0.0
    for x in xs:
        x += carry
        new = total + x
        carry = (total - new) + x
        total = new
    return total


def plain(xs):
    return float(np.cumsum(xs)[-1])


def cancelling(n, seed):
    """Numbers of up to 1e12 that cancel in pairs, and small ones; in random order."""
    rng = np.random.default_rng(seed)
    large = rng.uniform(-1e12, 1e12, n // 4)
    xs = np.concatenate([large, -large, rng.random(n // 2)])
    return rng.permutation(xs).tolist()


WAYS = {"left to right": plain, "pairwise": lambda xs: float(np.sum(xs)), "Kahan": kahan,
        "yours": compensated_sum}


def sum_error(way, n, numbers):
    """The mean and the range of the relative error over 5 seeds."""
    pairs = [(way(xs), math.fsum(xs)) for xs in (numbers(n, seed) for seed in range(5))]
    off = [abs(got - want) / want for got, want in pairs]
    return float(np.mean(off)), min(off), max(off)


def uniform(n, seed):
    return np.random.default_rng(seed).random(n).tolist()


SIZES = [2**k for k in range(6, 17, 2)]
try:
    sums = {}
    for name, way in WAYS.items():
        sums[name] = [sum_error(way, n, uniform)[0] for n in SIZES]
        mean, least, most = sum_error(way, 50_000, cancelling)
        print(f"50,000 numbers that cancel, {name:13} error {mean:.0e} "
              f"({least:.0e} to {most:.0e} over 5 seeds)")
except NotImplementedError:
    print("Write compensated_sum first.")

# %% folded=true
with style():
    plot = axes(6, 3.2)
    for (name, curve), line in zip(sums.items(), ("-o", "-s", "--^", ":x")):
        plot.loglog(SIZES, [max(error, 1e-18) for error in curve], line, label=name)
    plot.set(xlabel="n uniform numbers", ylabel="relative error (0 drawn as 1e-18)")
    plot.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=4)
    sums_plot = picture(
        plot.figure,
        "Relative error of a sum of n uniform numbers against fsum, log axes. Left to right it "
        "rises with n. Pairwise it stays near 1e-16. Kahan's and the compensated sum are at or "
        "near 0.",
    )
sums_plot

# %% [markdown]
# A parallel reduction adds in whatever order its workers finish. How many different answers does one set of float32 numbers have?

# %%
for seed in range(3):
    rng = np.random.default_rng(seed)
    xs = rng.normal(0, 1, 10_000).astype(np.float32)
    orders = [float(np.sum(rng.permutation(xs))) for _ in range(100)]
    bound = float(np.finfo(np.float32).eps * np.log2(len(xs)) * np.abs(xs).sum())
    print(f"seed {seed}: {len(set(orders)):2} different sums in 100 orders; they span "
          f"{max(orders) - min(orders):.1e}, the bound is {bound:.1e}")

# %% [markdown]
# So "the same model gives other scores" isn't a bug report yet. Agree on a tolerance, and derive it instead of counting digits that look nice: ε · log n · Σ|x| is the bound in the cell. It's a worst case, and the measured span is hundreds of times smaller, so set the gate between the two.

# %% [markdown]
# ## Underflow: gradients in float16
#
# "No NaN, no warning, a healthy loss curve. And the model predicts 1.8 times the clicks that there are." Take a click rate of 6 in 10,000 and a batch of 32,768. For a row without a click, the error signal is p / n: 0.0006 / 32,768 = 1.8e-8. The smallest float16 above 0 is 6e-8, and everything up to half of it rounds to 0.

# %% [markdown] card="loss_scale"
# Write `loss_scale(gradients)`, which returns a dict with the keys `scale`, `lost_before` and `lost_after`.
#
# - `gradients` is a list of floats. They'll be multiplied by the scale and then rounded to float16 (ties to even).
# - `scale` is the largest power of two, at most 2²⁴, with which no gradient becomes infinite in float16. The largest float16 is 65,504, and a product rounds to infinity from 65,520 on. The scale may be below 1. If there's nothing but zeros, or nothing at all, it's 1.0.
# - `lost_before` counts the non-zero gradients that become 0 in float16 without a scale, `lost_after` those that do with it. 2⁻²⁵ is halfway between 0 and the smallest float16 and becomes 0.
# - Raise `ValueError` if a gradient is NaN or infinite, or above 65,504 · 2²⁴ in size.
# - Don't modify `gradients`.

# %% exercise="loss_scale"
def loss_scale(gradients: list[float]) -> dict:
    """Return the largest safe power of two for float16, and how many gradients are lost.

    Keys: scale, lost_before, lost_after. Raises ValueError for gradients that no scale helps.
    """
    ### BEGIN SOLUTION
    if not all(abs(g) <= 65504 * 2.0**24 for g in gradients):
        raise ValueError("a gradient is NaN, infinite or too large")
    largest = max(map(abs, gradients), default=0.0)
    scale = 2.0**24 if largest > 0 else 1.0
    while largest * scale >= 65520:
        scale /= 2
    sizes = [abs(g) for g in gradients if g != 0]
    before, after = (sum(size * by <= 2.0**-25 for size in sizes) for by in (1.0, scale))
    return {"scale": scale, "lost_before": before, "lost_after": after}
    ### END SOLUTION

# %% check="loss_scale"
check(loss_scale)

# %% [markdown] hints="loss_scale"

# %% [markdown]
# Now the model from the problem. The clicks are invented: three features, a logistic regression, Adam. Everything is float32, except that the error signal (p − y) / n passes through float16, as in mixed precision.

# %%
BATCH, BATCHES, RATE = 32_768, 4, 6e-4


def clicks(seed):
    """Features with a constant one, and clicks at a rate of about 6 in 10,000."""
    rng = np.random.default_rng(seed)
    weights = rng.normal(0, 0.4, 3)
    x = rng.standard_normal((BATCH * BATCHES, 3), dtype=np.float32)
    odds = np.exp(x @ weights + math.log(RATE) - weights @ weights / 2)
    y = (rng.random(len(x)) < odds / (1 + odds)).astype(np.float32)
    return np.column_stack([x, np.ones(len(x), np.float32)]), y


def through_float16(errors, scale):
    """The errors as they come back from float16."""
    scale = np.float32(scale)
    return (errors * scale).astype(np.float16).astype(np.float32) / scale


def train(x, y, scale=None, steps=80):
    """Predicted over true rate by step, the share of errors lost, the last errors, the loss."""
    theta, mean, square = np.array([0, 0, 0, math.log(RATE)], np.float32), 0.0, 0.0
    rates, lost = [], 0.0
    for step in range(1, steps + 1):
        at = slice(step % BATCHES * BATCH, (step % BATCHES + 1) * BATCH)
        p = 1 / (1 + np.exp(-x[at] @ theta))
        error = kept = (p - y[at]) / np.float32(BATCH)
        if scale:
            kept = through_float16(error, scale)
        lost += float(np.mean(kept == 0)) / steps
        gradient = kept @ x[at]
        mean, square = 0.9 * mean + 0.1 * gradient, 0.99 * square + 0.01 * gradient**2
        root = np.sqrt(square / (1 - 0.99**step)) + 1e-12
        theta -= 0.03 * mean / (1 - 0.9**step) / root
        rates.append(float(p.mean() / y.mean()))
    z = x @ theta
    return rates, lost, error, float(np.mean(np.logaddexp(0, z) - y * z))


data = [clicks(seed) for seed in range(5)]
runs = {scale: [train(x, y, scale) for x, y in data] for scale in (None, 1, 2**8)}
for scale, results in runs.items():
    rates, lost, _, losses = zip(*results)
    final = [np.mean(curve[-BATCHES:]) for curve in rates]
    print(f"{f'scale {scale}' if scale else 'float32':9}: rate x {np.mean(final):.2f} "
          f"({min(final):.2f} to {max(final):.2f} over 5 seeds), errors lost "
          f"{np.mean(lost):.3f}, loss {np.mean(losses):.5f}")
try:
    print("your loss_scale for seed 0:", loss_scale(runs[None][0][2].tolist()))
except NotImplementedError:
    print("Write loss_scale first.")

# %% folded=true
with style():
    left, right = axes(7.4, 3, ncols=2)
    last = runs[None][0][2]
    bins = np.logspace(-10, 6, 90)
    left.hist(abs(last), bins, color=COLOURS[1], label="scale 1")
    left.hist(abs(last) * 2**24, bins, color=COLOURS[0], label="scale 2²⁴", alpha=0.7)
    for limit in (2.0**-25, 65504):
        left.axvline(limit, color=INK, linestyle="--", linewidth=1)
    left.set(xscale="log", yscale="log", xlabel="size of an error (dashed: limits)")
    left.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=2, fontsize=8)
    for (scale, results), line in zip(runs.items(), ("-", "--", ":")):
        curve = np.mean([run[0] for run in results], axis=0)
        right.plot(curve, line, label={None: "float32", 1: "scale 1"}.get(scale, "scale 2⁸"))
    right.set(xlabel="step", title="predicted over true rate")
    right.legend(fontsize=8)
    left.figure.tight_layout()
    lost_errors = picture(
        left.figure,
        "Left: histogram of the errors of one batch on log axes, with dashed lines at 2^-25 and "
        "65,504. At scale 1 most errors are left of 2^-25 and become 0; at scale 2^24 all are "
        "between the lines. Right: predicted over true click rate over steps. float32 and scale "
        "2^8 stay near 1, scale 1 rises to about 1.8.",
    )
lost_errors

# %% [markdown]
# The rows without a click lose their gradient, one by one; the rows with a click keep theirs, which is 1 / n. So the model learns that everybody clicks more, until p / n is large enough to survive. No NaN, no warning, and a loss that differs by a few per cent. The ratio of predicted to true rate is the monitor that sees it, and lesson 406 builds that monitor.

# %% [markdown]
# ## A variation, on your own
#
# Set a timer for ten minutes, and write it in a cell of your own. "Your softmax needs the maximum before the first `exp`, so it reads the scores twice. They arrive in blocks. Read each block once." Write `merge_parts(one, other)`: a part is a pair (largest score, Σ exp(x − largest)) of a block, and the result is the pair of both blocks together. An empty block is (−inf, 0.0).
#
# <details>
# <summary>Answer</summary>
#
# ```python
# def merge_parts(one, other):
#     top = max(one[0], other[0])
#     if top == -math.inf:
#         return top, 0.0
#     return top, sum(total * math.exp(largest - top) for largest, total in (one, other))
# ```
#
# It's the same idea as merging (n, mean, M2): move both states to a common origin, then add. The factor exp(old maximum − new maximum) is at most 1, so nothing overflows. Blockwise attention does this while it streams over the keys, and rescales the output so far by the same factor. The case of two empty blocks is −inf minus −inf, which is NaN.
#
# </details>

# %% [markdown]
# ## Today's practice
#
# <details>
# <summary>Fused losses</summary>
#
# Libraries take logits, not probabilities, and compute loss and gradient together. The reason is a number: in float32, `1 / (1 + exp(-z))` is exactly 1 from a logit of 17 on. From there the loss is 0, or infinite if the label is the other one, and no later code can tell 17 from 100.
#
# </details>
#
# <details>
# <summary>Mixed precision</summary>
#
# Two ways. float16 with a dynamic scale: multiply the loss, halve the scale and skip the step when a gradient is infinite, double it after some 2,000 good steps. Or bfloat16, which has the range of float32 and needs no scale; its spacing at 1 is 0.0078, so it buys range with digits. Either way sums, norms and the master weights stay in float32: a weight of 1 doesn't notice a step of 0.001 in bfloat16.
#
# </details>
#
# <details>
# <summary>Online softmax</summary>
#
# Your variation above: blocks of (maximum, sum) that merge. It makes attention a single pass over the keys, whose memory doesn't grow with their number.
#
# </details>
#
# <details>
# <summary>Metrics at scale</summary>
#
# A running float32 sum of 50 million times 0.1 doesn't end at 5,000,000. It stops growing at 2²¹ = 2,097,152, where the spacing is 0.25 and 0.1 is less than half of it. Accumulate in float64, and merge states, not averages.
#
# </details>
#
# <details>
# <summary>Determinism</summary>
#
# Parallel reductions change the order, so bits change. Deterministic kernels exist and cost time. Agree on a tolerance that follows from the format, and keep exact equality for integers.
#
# </details>

# %% [markdown]
# Two of these numbers, computed:

# %%
first = next(z for z in np.arange(1, 40, dtype=np.float32) if 1 / (1 + np.exp(-z)) == 1)
print("float32: the first whole logit with a probability of exactly 1 is", int(first))
total = np.float32(2**21)
print(f"float32: 2**21 + 0.1 == {total + np.float32(0.1):,.0f}, spacing {np.spacing(total)}")

# %% [markdown]
# ## Deep dive
#
# Five questions, in the order in which a senior round asks them. Answer aloud before you unfold.
#
# <details>
# <summary>1. "The loss became NaN at step 12,431. What do you do first?"</summary>
#
# I look for the **first** non-finite tensor, not the last: inputs, activations, logits, loss, gradients, in the order of the computation. I save the batch and the weights of the step before, and replay that one step in float64. If it's finite there, it's range or cancellation; if it isn't, it's the formula or the data. The usual suspects: `exp` of raw logits, log 0, 0/0 of a row that's all mask, the square root of a negative variance, a scale that overflowed. Clipping the loss comes last, because it hides the next one.
#
# </details>
#
# <details>
# <summary>2. "Why does subtracting the maximum help, and when doesn't it?"</summary>
#
# Afterwards the largest term is exactly 1. So nothing overflows, the sum is at least 1, and its logarithm is never log 0. Small terms underflow, which is harmless next to a 1. It doesn't repair what comes after: log(softmax) is still log 0 for a far class, 1 + tiny still loses the tiny, and p − 1 still cancels. For those you need log-softmax, `log1p`, and the sum of the other probabilities. And it fails for a row that's all −inf.
#
# </details>
#
# <details>
# <summary>3. "Compute the variance of a billion latencies on 200 machines."</summary>
#
# Each machine keeps (n, mean, M2), and I merge the states as a tree. The state of E[x²] − E[x]² merges too, but in float64 its results may be negative once mean over standard deviation reaches 1e8, and in float32 at 1e4. I'd test with values at 1e9 + 4, 7, 13, 16. Retries must not count a machine twice, so states carry an id. Quantiles don't merge that way: they need a sketch.
#
# </details>
#
# <details>
# <summary>4. "In float16 the model predicts 1.8 times the clicks, without a NaN."</summary>
#
# That smells of underflow. I plot a histogram of the error signals against 2⁻²⁵. With a click rate of 6 in 10,000 and a large batch, p / n is below it: the negatives lose their gradient, the positives keep theirs. Scale the loss, use bfloat16, or divide by n after the sum instead of before. The alarm is calibration: predicted over observed rate, per segment.
#
# </details>
#
# <details>
# <summary>5. "The same model gives other scores in the new serving stack. Is it a bug?"</summary>
#
# Not by itself. The order of sums, fused multiply-add and float16 weights all change bits. I bound the expected difference from ε and the condition of the computation, and compare with the measured one. If it's larger, it is a bug: a missing normalisation, another tokeniser, another default of an epsilon. Then I compare what matters: ranks in the top ten, calibration, the online metric on a small share. The tolerance for the gate is written down before the comparison.
#
# </details>

# %% [markdown]
# ## Your answer
#
# Set a timer for 30 minutes. A colleague sends you this training step for review. It's invented, it runs on most batches, and it has at least six numerical weaknesses. All arrays are float16 unless the code says otherwise.
#
# ```python
# def train_step(model, batch, state):
#     x, labels, mask = batch                          # mask: 1 for a token, 0 for padding
#     n = len(labels)
#     scores = model.scores(x) + (1 - mask) * -1e4     # attention, one row per query
#     weights = np.exp(scores)
#     weights = weights / weights.sum(axis=-1, keepdims=True)
#     logits = model.head(weights @ model.values(x))   # one row per example
#     p = np.exp(logits) / np.exp(logits).sum(axis=-1, keepdims=True)
#     loss = -np.log(p[np.arange(n), labels] + 1e-12).mean()
#     error = (p - one_hot(labels)) / n
#     gradients = model.backward(error)                # a list of arrays
#     norm = np.sqrt(sum((g**2).sum() for g in gradients))
#     for weight, g in zip(model.weights, gradients):
#         weight -= 1e-4 * g / max(1, norm)
#     state.steps += 1
#     state.sum += loss                                # float32, over the whole training
#     state.squares += loss**2
#     mean = state.sum / state.steps
#     state.sd = np.sqrt(state.squares / state.steps - mean**2)
#     return loss
# ```
#
# Write the review under the headings.

# %% [markdown] essay="numerical_review" points=10
# **Findings, most urgent first** (line, failure, what makes it urgent for this data):
#
# **The input that shows each** (one line of arithmetic, or one test value):
#
# **Rewrites** (the formula, not a clip):
#
# **Formats** (what stays in float32, what may be float16, what it costs):
#
# **Tests** (oracle, properties, tolerances):
#
# **In operation** (what you count, what raises an alarm, how a step is replayed):

# %% [markdown]
# ## Rubric
#
# Six dimensions: 0 for absent or wrong, 1 for the level of *mid*, 1.5 for *senior*, 2 for *staff*. Add them up and multiply by 10/12. Write first. Then mark yourself, with a sentence of evidence for each number.

# %% [markdown] rubric="numerical_review"
# | dimension | 0: very weak | 1: mid | 1.5: senior | 2: staff |
# |---|---|---|---|---|
# | finding | "floats are imprecise" | names the overflow of a softmax | finds cancellation, absorption and underflow too | ranks them by what the data can trigger |
# | explaining | no reason | "unstable" | one line of arithmetic, and the input that shows it | an error bound; relative against absolute |
# | repairing | try and except | clips, adds an epsilon | rewrites the formula | says what an epsilon does to the gradient |
# | precision | no format named | float64 everywhere | sums in float32, float16 elsewhere, a loss scale | cost of each choice in memory and time |
# | testing | runs it once | compares with a library | high-precision oracle, shift invariance, extreme inputs | property tests in CI with a stated tolerance |
# | operations | none | looks at the loss | counts non-finite and lost gradients | alarms, and a reproducible replay of a step |

# %% [markdown]
# ## Model answer
#
# This answer is invented. It is one good review, not the only one.
#
# <details>
# <summary>Model answer: open it after you have marked your own</summary>
#
# **Findings.** (1) *Error signal*, line `error`: p / n in float16. With n in the ten thousands and rare classes, most entries are below 2⁻²⁵ and become 0, on every batch, silently. Most urgent, because nothing shows it. (2) *Weights*, line `weight -=`: a weight near 1 has a spacing of 0.001 in float16, so a step of 1e-4 is absorbed. Also on every batch. (3) *Mask*: a row that's all padding is 0/0, so NaN. Whoever repairs the softmax by subtracting the maximum turns that into something worse: shares for padding, silently, because −1e4 isn't −inf. (−1e9 would be −inf in float16, and 0 · −inf is NaN.) (4) *Both softmaxes*: `exp` overflows from 12 on in float16. (5) *Loss*: 1e-12 is 0 in float16, so it protects nothing; in float32 it caps the loss at 27.6, and a loss that's differentiated through it has no gradient where the model is most wrong. Here the gradient is analytic, so only the report lies. `p - 1` cancels: from a logit of 8 on the label has no gradient. (6) *Norm*: squares of gradients of 1e-4 underflow, of 300 overflow; then `max(1, nan)` depends on the order of its arguments. (7) *Statistics*: a float32 sum over millions of steps stops growing, and E[x²] − E[x]² may be negative.
#
# **Inputs.** p = 6e-4 and n = 32,768: 1.8e-8 < 3.0e-8. `float16(1) - float16(1e-4) == 1`. A mask of zeros: `exp(-1e4)` is 0, and 0/0. `exp(12)`. Logits [100, 0] with label 1. Gradients of 1e-4: the square is 1e-8. Losses 1e4 + 4, 7, 13, 16.
#
# **Rewrites.** `np.where(mask, scores, -inf)`, reject rows that are all mask, subtract the row's maximum. Loss from logits: (top − logit) + log1p(rest); gradient of the label as minus the sum of the others. Scale the loss by a power of two, divide by n after the backward pass, unscale in float32. Norm: divide by the largest entry first, or sum squares in float32. Statistics: (n, mean, M2) in float64.
#
# **Formats.** Matrix products in float16 or bfloat16. Softmax, loss, norms, sums and master weights in float32: for w weights that's four more bytes each for the master copy, and the elementwise part is bound by memory, so I'd measure the share of the step that it takes. bfloat16 would make the scale unnecessary and leaves three digits.
#
# **Tests.** The step against the same step in float64 on small sizes; loss and gradient against 60 digits for logits up to ±1,000, relative 1e-6 in float32. Properties, drawn in CI: shift invariance of the softmax, entries of the gradient sum to 0, merged statistics equal those of all values. A batch with an empty row must raise.
#
# **In operation.** Per step: non-finite entries by tensor, the share of errors that became 0, the scale. Alarm when the share passes 1%, when the scale falls below 1, and when predicted over observed rate leaves 0.95 to 1.05. Every step can be replayed: seed, batch ids, and weights of the last checkpoint.
#
# </details>

# %% [markdown]
# ## A weak answer
#
# Invented as well. Mark it with the rubric before you read the right column.
#
# | what the candidate wrote | what a marker notes |
# |---|---|
# | "The softmax is unstable, subtract the max." | One finding of seven. Which input? |
# | "Add 1e-8 to the log so that it can't be log 0." | It's already there with 1e-12. What does it do to the loss, and in float16? |
# | "Clip the gradients to avoid NaN." | Clipping NaN gives NaN. The norm is the line that's broken. |
# | "Use float64 to be safe." | No cost, and `exp` still overflows from 710 on. The row of padding is still 0/0. |
# | "Clip the variance at 0." | Hides the sign, keeps the error. |
# | "Then compare with the library." | On which inputs, to which tolerance? |
#
# With the rubric: finding 1, explaining 1, repairing 1, precision 1, testing 1, operations 0. Five of twelve, which is 4.2 points.

# %% [markdown]
# ## Wrong answers people give
#
# | Exercise | Wrong answer | Why it fails |
# |---|---|---|
# | `logsumexp` | shift by the mean, or by the first | a value 1,000 above it still overflows |
# | | shift by the maximum, always | −inf minus −inf is NaN; so is inf minus inf |
# | | clip at −30 | small terms get a share that they don't have |
# | `softmax` | x / temperature first | overflows before the shift can help |
# | | −1e9 for a mask | leaks when all scores are low; −inf in float16 |
# | | equal shares for an empty mask | hides the bug of the mask |
# | `cross_entropy` | log of the softmax | log 0 for a far class |
# | | p − 1 for the label | 0 from a logit of 37 on |
# | | log(1 + rest) | 0 for the same reason |
# | | an epsilon in the logarithm | caps the loss; see below |
# | `log1mexp` | one of the two functions everywhere | repairs one end |
# | `Running` | E[x²] − E[x]² | negative variances |
# | | both factors from the same mean | off by n / (n − 1), or by its inverse |
# | | the mean of the means | forgets how many values each has |
# | `compensated_sum` | Kahan | loses when the new number is the larger one |
# | | sort first | cancellation doesn't care about the order |
# | `loss_scale` | always 1,024 | 1.8e-8 survives, and a gradient of 100 doesn't |
# | | 65,504 as the limit | up to 65,520 everything still rounds down |

# %% [markdown]
# ## Spot the error
#
# ### An epsilon in the logarithm
#
# A popular repair is `-log(p + 1e-12)`. Look at the loss and at its derivative with respect to the logit of the label, −p(1 − p) / (p + 1e-12), as the model gets more wrong.

# %%
for gap in (10, 20, 30, 40, 100):
    p = math.exp(-gap) / (1 + math.exp(-gap))
    loss, slope = -math.log(p + 1e-12), -p * (1 - p) / (p + 1e-12)
    print(f"wrong by {gap:3}: loss {loss:4.1f}, derivative {slope:9.2e}   right: {gap}, -1")

# %% [markdown]
# **Correct:** the loss is capped at 27.6, and its gradient vanishes where the model is most wrong. Use the logits: the loss grows linearly, and the derivative is −1.
#
# ### The loss of a library
#
# A popular guide tells candidates to "familiarize with Vectorflow optimizations". Vectorflow is a small library in D that Netflix published in 2017. Read on 1 December 2026, its newest commit is of April 2022 and its last change of source code of April 2020. Its multinomial loss (`losses.d` at commit 4becd50) takes `exp` of the raw logits, and its logarithm has an epsilon. In NumPy, line by line:

# %%
def multinomial(logits, label):
    """Loss and gradient as that file computes them: exp in float32, sum in float64."""
    with np.errstate(over="ignore", invalid="ignore"):
        terms = np.exp(np.array(logits, dtype=np.float32))
        r = terms.astype(np.float64) / terms.sum(dtype=np.float64)
        return float(-np.log(r[label] + 1e-9)), (r - (np.arange(len(r)) == label)).tolist()


def log1expp(x):
    """Its helper for log(1 + exp(x)): log1p, with a shortcut for large numbers."""
    return x if -x > 60 else math.log1p(math.exp(x))


for logits in ([80, 0], [88, 0], [89, 0], [100, 0]):
    loss, gradient = multinomial(logits, 1)
    print(f"logits {logits}: loss {loss:.4g}, gradient {gradient}, right loss {logits[0]}")
print("log1expp(-100):", attempt(log1expp, -100.0), "  right: 3.7e-44")
print("log1expp(800):", attempt(log1expp, 800.0), "  right: 800")

# %% [markdown]
# **Correct:** from a logit of 89 on, one entry of the gradient is infinity over infinity, which is NaN, and the backward pass spreads it to every weight. The reported loss still says 20.72, since the epsilon caps it there from a gap of 21 on. (The gradient doesn't pass through the epsilon.) The same code base has a stable-looking helper in `math.d`, `log1expp`. Nothing calls it, and its shortcut has the wrong sign: it returns −100 where the value is 3.7e-44, and still overflows at 800. (Where Python raises OverflowError, D returns infinity.) So read a library before you recommend it, and test a helper at both ends.
#
# ### "Vectorised BLAS accelerates the sum"
#
# A popular guide says so about the sum of a matrix.

# %%
x = np.full(10_000_001, 0.1, dtype=np.float32)
blas = np.show_config(mode="dicts")["Build Dependencies"]["blas"]["name"]
print("this NumPy was built with", blas)
print(f"np.sum:               {np.sum(x):,.2f}")
print(f"dot product of ones:  {x @ np.ones_like(x):,.2f}")
print("integers, which BLAS doesn't have:", np.sum(np.arange(5)))

# %% [markdown]
# **Correct:** `np.sum` is NumPy's own reduction, pairwise along contiguous memory. BLAS does the dot product, in another order, so the digits differ. Lesson 109 rebuilds `np.sum` bit by bit in Python.
#
# ### "Mind integer overflow"
#
# The same guide warns of integers only.

# %%
with np.errstate(over="ignore"):
    hundreds = np.array([100, 100], dtype=np.int8)
    print("int8, 100 + 100:", hundreds.sum(dtype=np.int8), " by default:", hundreds.sum())
    n = np.int32(65_536)
    half = n * (n + np.int32(1)) // 2
    print("int32, n(n + 1) // 2:", half, " right:", 65_536 * 65_537 // 2)
    print("float16, 70,000 ones:", np.ones(70_000, np.float16).sum())
    print("float16, 4,000 ones one by one:", np.cumsum(np.ones(4_000, np.float16))[-1])
two = np.full((5_000_000, 2), 0.1, dtype=np.float32)
print(f"float32, 5 million times 0.1: flat {two[:, 0].copy().sum():,.2f}, "
      f"cumsum {np.cumsum(two[:, 0])[-1]:,.2f}, axis 0 of two columns {two.sum(axis=0)[0]:,.2f}")

# %% [markdown]
# **Correct:** integers wrap, and half of a wrapped product is just another number (lesson 102). But floats are the larger danger in this work: they absorb silently. Along axis 0 of a table NumPy adds row after row, without the pairwise halves: the result is 4% short. (A single column is contiguous and takes the pairwise path, so the example needs two.) Say `dtype=np.float64`.

# %% [markdown]
# ## Recap
#
# - You named overflow, cancellation, absorption and underflow, each with an input that shows it.
# - You rewrote softmax, loss and gradient so that 4e-18 stays 4e-18, and saw what an epsilon does instead.
# - You computed a variance in one pass, merged it, and saw the textbook's formula return negative ones.
# - You kept what a sum loses, and scaled gradients so that float16 doesn't lose one class of them.

# %% [markdown]
# ## Say it in 60 seconds
#
# "Floats have a fixed number of digits and a largest number, so four things go wrong. `exp` overflows: I subtract the maximum, which is an identity. 1 − p and p − 1 cancel: I use log1p, expm1, and the sum of the other probabilities, and I take losses from logits, never from probabilities. Variances as E[x²] − E[x]² cancel too: I keep count, mean and M2, which merge across machines. Long sums absorb small numbers: I accumulate in a wider format, pairwise or with compensation. And in float16, small gradients underflow, which shows up not as NaN but as a biased model: I scale the loss, keep sums and master weights in float32, and watch calibration. I test with extreme inputs against a high-precision oracle, with relative tolerances, and I don't add epsilons, because they cap the loss exactly where the gradient matters."

# %% [markdown]
# ## Follow-ups to expect
#
# <details>
# <summary>Where would you put the maximum when the scores are sharded over devices?</summary>
#
# Each device computes its own pair (maximum, sum), and the pairs are merged: one all-reduce with `max`, one with the rescaled sums. It's `merge_parts` from the variation. The gradient needs no further exchange: each device has its own terms and the common sum.
#
# </details>
#
# <details>
# <summary>How do you choose a tolerance for a test?</summary>
#
# From the format and the condition of the problem. A sum of n numbers has an error of about ε · log n · Σ|x| with pairwise addition. If Σ|x| is much larger than |Σx|, no relative tolerance is fair, and that's a property of the question, not of the code. Relative for results that may be tiny, absolute only where 0 is a legitimate neighbour.
#
# </details>
#
# <details>
# <summary>Why not compute everything in float64?</summary>
#
# Twice the memory and traffic of float32, and on accelerators often a small fraction of the speed. It also moves the failures instead of removing them: `exp` overflows at 709 instead of 88, the variance fails at a mean of 1e8 instead of 1e4. A rewrite removes them.
#
# </details>
#
# <details>
# <summary>What does a dynamic loss scale cost?</summary>
#
# A multiplication, a check for non-finite gradients per step, and the steps that are skipped after an overflow, at most about one in 2,000 if the scale doubles that often. It must be part of the checkpoint. With several devices all must agree on skipping, or their weights part.
#
# </details>
#
# <details>
# <summary>Is Kahan's sum ever the right choice?</summary>
#
# Where numbers are of similar size and the total grows: a counter, a clock, an optimiser's weight that takes tiny steps (the compensation is then a second, low-order weight). It needs care that no compiler option reorders it, since algebra says that the compensation is 0.
#
# </details>

# %% [markdown]
# ## Next
#
# {{next}}
