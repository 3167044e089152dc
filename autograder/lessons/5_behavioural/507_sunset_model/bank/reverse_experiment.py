# %% right="by hand"
def reverse_experiment(holdout, exposed):
    if len(holdout) < 2 or len(exposed) < 2:
        raise ValueError("two per arm")
    n, m = len(holdout), len(exposed)
    without, with_it = sum(holdout) / n, sum(exposed) / m
    var_h = sum((x - without) ** 2 for x in holdout) / (n - 1)
    var_e = sum((x - with_it) ** 2 for x in exposed) / (m - 1)
    effect = with_it - without
    error = (var_h / n + var_e / m) ** 0.5
    half = 1.959963984540054 * error
    return effect, effect - half, effect + half

# %% right="NumPy"
import numpy as np


def reverse_experiment(holdout, exposed):
    if len(holdout) < 2 or len(exposed) < 2:
        raise ValueError("two per arm")
    h, e = np.asarray(holdout, float), np.asarray(exposed, float)
    effect = e.mean() - h.mean()
    half = 1.959963984540054 * np.sqrt(h.var(ddof=1) / h.size + e.var(ddof=1) / e.size)
    return effect, effect - half, effect + half

# %% right="statistics"
from statistics import NormalDist, mean, stdev


def reverse_experiment(holdout, exposed):
    if len(holdout) < 2 or len(exposed) < 2:
        raise ValueError("two per arm")
    effect = mean(exposed) - mean(holdout)
    half = NormalDist().inv_cdf(0.975) * (
        (stdev(holdout) / len(holdout) ** 0.5) ** 2 + (stdev(exposed) / len(exposed) ** 0.5) ** 2
    ) ** 0.5
    return [effect, effect - half, effect + half]

# %% right="pandas"
import pandas as pd


def reverse_experiment(holdout, exposed):
    if len(holdout) < 2 or len(exposed) < 2:
        raise ValueError("two per arm")
    h, e = pd.Series(holdout), pd.Series(exposed)
    effect = e.mean() - h.mean()
    half = 1.959963984540054 * (h.sem() ** 2 + e.sem() ** 2) ** 0.5
    return float(effect), float(effect - half), float(effect + half)

# %% right="fractions until the root"
from fractions import Fraction
from math import sqrt


def reverse_experiment(holdout, exposed):
    if len(holdout) < 2 or len(exposed) < 2:
        raise ValueError("two per arm")
    def arm(values):
        values = [Fraction(value) for value in values]
        mean = sum(values) / len(values)
        return mean, sum((v - mean) ** 2 for v in values) / (len(values) - 1) / len(values)

    (a, s), (b, t) = arm(holdout), arm(exposed)
    half = 1.959963984540054 * sqrt(s + t)
    return float(b - a), float(b - a) - half, float(b - a) + half

# %% right="pairs of values"
import math


def reverse_experiment(holdout, exposed):
    if len(holdout) < 2 or len(exposed) < 2:
        raise ValueError("two per arm")
    def squared_error(values):
        n = len(values)
        pairs = sum((a - b) ** 2 for i, a in enumerate(values) for b in values[:i])
        return pairs / n / (n - 1) / n

    effect = math.fsum(exposed) / len(exposed) - math.fsum(holdout) / len(holdout)
    half = 1.959963984540054 * math.sqrt(squared_error(holdout) + squared_error(exposed))
    return effect, effect - half, effect + half

# %% right="a named tuple"
from collections import namedtuple
from statistics import fmean, variance

Effect = namedtuple('Effect', 'mean low high')


def reverse_experiment(holdout, exposed):
    if min(map(len, (holdout, exposed))) <= 1:
        raise ValueError
    mean = fmean(exposed) - fmean(holdout)
    half = 1.959963984540054 * sum(variance(arm) / len(arm) for arm in (holdout, exposed)) ** 0.5
    return Effect(mean, mean - half, mean + half)

# %% wrong="holdout minus exposed" caught_by="difference" of="by hand"
#-     effect = with_it - without
#+     effect = without - with_it

# %% wrong="an absolute effect" caught_by="difference" of="by hand"
#-     effect = with_it - without
#+     effect = abs(with_it - without)

# %% wrong="relative effect" caught_by="difference" of="by hand"
#-     effect = with_it - without
#+     effect = (with_it - without) / without if without else 0.0

# %% wrong="sums instead of means" caught_by="difference" of="by hand"
#-     effect = with_it - without
#+     effect = sum(exposed) - sum(holdout)

# %% wrong="the interval only" caught_by="difference" of="by hand"
#-     return effect, effect - half, effect + half
#+     return effect - half, effect + half

# %% wrong="the effect only" caught_by="difference" of="by hand"
#-     return effect, effect - half, effect + half
#+     return effect

# %% wrong="a dict" caught_by="difference" of="by hand"
#-     return effect, effect - half, effect + half
#+     return {"effect": effect, "low": effect - half, "high": effect + half}

# %% wrong="rounded" caught_by="difference" of="by hand"
#-     return effect, effect - half, effect + half
#+     return round(effect, 1), round(effect - half, 1), round(effect + half, 1)

# %% wrong="the median" caught_by="difference" of="by hand"
#-     effect = with_it - without
#+     effect = sorted(exposed)[m // 2] - sorted(holdout)[n // 2]

# %% wrong="integer means" caught_by="difference" of="by hand"
#-     effect = with_it - without
#+     effect = sum(exposed) // m - sum(holdout) // n

# %% wrong="population variance" caught_by="interval" of="by hand"
#-     var_h = sum((x - without) ** 2 for x in holdout) / (n - 1)
#+     var_h = sum((x - without) ** 2 for x in holdout) / n
#
#-     var_e = sum((x - with_it) ** 2 for x in exposed) / (m - 1)
#+     var_e = sum((x - with_it) ** 2 for x in exposed) / m

# %% wrong="SD instead of the standard error" caught_by="interval" of="by hand"
#-     error = (var_h / n + var_e / m) ** 0.5
#+     error = (var_h + var_e) ** 0.5

# %% wrong="one sided" caught_by="interval" of="by hand"
#-     half = 1.959963984540054 * error
#+     half = 1.6448536269514722 * error

# %% wrong="1.96 rounded to 2" caught_by="interval" of="by hand"
#-     half = 1.959963984540054 * error
#+     half = 2 * error

# %% wrong="1.96, not exactly" caught_by="interval" of="by hand"
#-     half = 1.959963984540054 * error
#+     half = 1.96 * error

# %% wrong="pooled over all rows" caught_by="interval" of="by hand"
#-     error = (var_h / n + var_e / m) ** 0.5
#+     every = [*holdout, *exposed]
#+     mean = sum(every) / len(every)
#+     error = (sum((x - mean) ** 2 for x in every) / (len(every) - 1) / len(every)) ** 0.5

# %% wrong="widths added" caught_by="interval" of="by hand"
#-     error = (var_h / n + var_e / m) ** 0.5
#+     error = (var_h / n) ** 0.5 + (var_e / m) ** 0.5

# %% wrong="divided by all" caught_by="interval" of="by hand"
#-     error = (var_h / n + var_e / m) ** 0.5
#+     error = ((var_h + var_e) / (n + m)) ** 0.5

# %% wrong="sizes swapped" caught_by="interval" of="by hand"
#-     error = (var_h / n + var_e / m) ** 0.5
#+     error = (var_h / m + var_e / n) ** 0.5

# %% wrong="only the exposed arm" caught_by="interval" of="by hand"
#-     error = (var_h / n + var_e / m) ** 0.5
#+     error = (var_e / m) ** 0.5

# %% wrong="no root" caught_by="interval" of="by hand"
#-     error = (var_h / n + var_e / m) ** 0.5
#+     error = var_h / n + var_e / m

# %% wrong="high before low" caught_by="interval" of="by hand"
#-     return effect, effect - half, effect + half
#+     return effect, effect + half, effect - half

# %% wrong="paired" caught_by="interval" of="by hand"
#-     error = (var_h / n + var_e / m) ** 0.5
#+     pairs = [b - a for a, b in zip(holdout, exposed)]
#+     mid = sum(pairs) / len(pairs)
#+     error = (sum((d - mid) ** 2 for d in pairs) / (len(pairs) - 1) / len(pairs)) ** 0.5

# %% wrong="the half width instead of the ends" caught_by="interval" of="by hand"
#-     return effect, effect - half, effect + half
#+     return effect, half, half

# %% wrong="one row is enough" caught_by="interval" of="by hand"
#-     if len(holdout) < 2 or len(exposed) < 2:
#+     if not holdout or not exposed:
#
#-     var_h = sum((x - without) ** 2 for x in holdout) / (n - 1)
#+     var_h = sum((x - without) ** 2 for x in holdout) / max(n - 1, 1)
#
#-     var_e = sum((x - with_it) ** 2 for x in exposed) / (m - 1)
#+     var_e = sum((x - with_it) ** 2 for x in exposed) / max(m - 1, 1)

# %% wrong="only the holdout is checked" caught_by="interval" of="by hand"
#-     if len(holdout) < 2 or len(exposed) < 2:
#+     if len(holdout) < 2:

# %% wrong="only the exposed arm is checked" caught_by="interval" of="by hand"
#-     if len(holdout) < 2 or len(exposed) < 2:
#+     if len(exposed) < 2:
