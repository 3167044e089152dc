# %% right="the module statistics"
from statistics import fmean, stdev

def paired_gain(before, after):
    if len(before) != len(after) or len(before) < 2:
        raise ValueError("not the same searches")
    differences = [new - old for old, new in zip(before, after)]
    return fmean(differences), stdev(differences) / len(differences) ** 0.5

# %% right="sums in a loop"
def paired_gain(before, after):
    n = len(before)
    if n != len(after):
        raise ValueError("lengths differ")
    if n <= 1:
        raise ValueError("a spread needs two searches")
    gain = 0.0
    for i in range(n):
        gain += (after[i] - before[i]) / n
    squares = 0.0
    for i in range(n):
        squares += (after[i] - before[i] - gain) ** 2
    return gain, (squares / (n - 1) / n) ** 0.5

# %% right="NumPy"
import numpy as np

def paired_gain(before, after):
    if len(before) != len(after) or len(before) < 2:
        raise ValueError
    d = np.asarray(after, dtype=float) - np.asarray(before, dtype=float)
    return d.mean(), d.std(ddof=1) / np.sqrt(d.size)

# %% right="Welford, one pass"
import math

def paired_gain(before, after):
    mean, squares, n = 0.0, 0.0, 0
    try:
        for old, new in zip(before, after, strict=True):
            n += 1
            step = (new - old) - mean
            mean += step / n
            squares += step * (new - old - mean)
        return mean, math.sqrt(squares / (n - 1) / n)
    except ZeroDivisionError:
        raise ValueError("too few searches") from None

# %% right="exact fractions"
from fractions import Fraction
from math import sqrt

def paired_gain(before, after):
    if len(before) != len(after) or not before[1:]:
        raise ValueError("two lists of at least two searches")
    d = [Fraction(b) - Fraction(a) for a, b in zip(before, after)]
    n, total = len(d), sum(d)
    variance = (sum(x * x for x in d) - total**2 / n) / (n - 1)
    return [float(total / n), sqrt(variance / n)]

# %% right="variances and a covariance"
from statistics import correlation, covariance, fmean, variance

def paired_gain(before, after):
    if len(before) < 2 or len(after) != len(before):
        raise ValueError("can't be paired")
    n = len(before)
    spread = variance(before) + variance(after) - 2 * covariance(before, after)
    return fmean(after) - fmean(before), (max(spread, 0) / n) ** 0.5

# %% right="pandas"
import pandas as pd

def paired_gain(before, after):
    if len(before) != len(after) or len(before) < 2:
        raise ValueError("not paired")
    d = pd.Series(after, dtype=float).sub(pd.Series(before, dtype=float))
    return d.mean(), d.sem()

# %% wrong="the lists are taken as independent" caught_by="the gain and its paired standard error" of="the module statistics"
#-     return fmean(differences), stdev(differences) / len(differences) ** 0.5
#+     error = (stdev(before) ** 2 + stdev(after) ** 2) ** 0.5 / len(before) ** 0.5
#+     return fmean(differences), error

# %% wrong="the spread of a population" caught_by="the gain and its paired standard error" of="the module statistics"
#-     return fmean(differences), stdev(differences) / len(differences) ** 0.5
#+     from statistics import pstdev
#+     return fmean(differences), pstdev(differences) / len(differences) ** 0.5

# %% wrong="the standard deviation itself" caught_by="the gain and its paired standard error" of="the module statistics"
#-     return fmean(differences), stdev(differences) / len(differences) ** 0.5
#+     return fmean(differences), stdev(differences)

# %% wrong="divided by n" caught_by="the gain and its paired standard error" of="the module statistics"
#-     return fmean(differences), stdev(differences) / len(differences) ** 0.5
#+     return fmean(differences), stdev(differences) / len(differences)

# %% wrong="the variance of the mean" caught_by="the gain and its paired standard error" of="the module statistics"
#-     return fmean(differences), stdev(differences) / len(differences) ** 0.5
#+     return fmean(differences), stdev(differences) ** 2 / len(differences)

# %% wrong="before minus after" caught_by="the gain and its paired standard error" of="the module statistics"
#-     differences = [new - old for old, new in zip(before, after)]
#+     differences = [old - new for old, new in zip(before, after)]

# %% wrong="differences without a sign" caught_by="the gain and its paired standard error" of="the module statistics"
#-     differences = [new - old for old, new in zip(before, after)]
#+     differences = [abs(new - old) for old, new in zip(before, after)]

# %% wrong="a gain in percent" caught_by="the gain and its paired standard error" of="the module statistics"
#-     return fmean(differences), stdev(differences) / len(differences) ** 0.5
#+     gain = fmean(differences) / (fmean(before) or 1)
#+     return gain, stdev(differences) / len(differences) ** 0.5

# %% wrong="the median" caught_by="the gain and its paired standard error" of="the module statistics"
#-     return fmean(differences), stdev(differences) / len(differences) ** 0.5
#+     from statistics import median
#+     return median(differences), stdev(differences) / len(differences) ** 0.5

# %% wrong="only searches that changed" caught_by="the gain and its paired standard error" of="the module statistics"
#-     differences = [new - old for old, new in zip(before, after)]
#+     differences = [new - old for old, new in zip(before, after) if new != old] or [0, 0]
#+     differences = differences if len(differences) > 1 else differences * 2

# %% wrong="searches without a hit are left out" caught_by="the gain and its paired standard error" of="the module statistics"
#-     differences = [new - old for old, new in zip(before, after)]
#+     differences = [new - old for old, new in zip(before, after) if old or new] or [0, 0]
#+     differences = differences if len(differences) > 1 else differences * 2

# %% wrong="both lists sorted first" caught_by="the gain and its paired standard error" of="the module statistics"
#-     differences = [new - old for old, new in zip(before, after)]
#+     differences = [new - old for old, new in zip(sorted(before), sorted(after))]

# %% wrong="rounded to three digits" caught_by="the gain and its paired standard error" of="the module statistics"
#-     return fmean(differences), stdev(differences) / len(differences) ** 0.5
#+     return round(fmean(differences), 3), round(stdev(differences) / len(differences) ** 0.5, 3)

# %% wrong="the error before the gain" caught_by="the gain and its paired standard error" of="the module statistics"
#-     return fmean(differences), stdev(differences) / len(differences) ** 0.5
#+     return stdev(differences) / len(differences) ** 0.5, fmean(differences)

# %% wrong="twice the standard error" caught_by="the gain and its paired standard error" of="the module statistics"
#-     return fmean(differences), stdev(differences) / len(differences) ** 0.5
#+     return fmean(differences), 1.96 * stdev(differences) / len(differences) ** 0.5

# %% wrong="a pooled spread of all values" caught_by="the gain and its paired standard error" of="the module statistics"
#-     return fmean(differences), stdev(differences) / len(differences) ** 0.5
#+     return fmean(differences), stdev([*before, *after]) / len(differences) ** 0.5

# %% wrong="two degrees of freedom lost" caught_by="the gain and its paired standard error" of="the module statistics"
#-     return fmean(differences), stdev(differences) / len(differences) ** 0.5
#+     n = len(differences)
#+     return fmean(differences), stdev(differences) * ((n - 1) / max(n - 2, 1) / n) ** 0.5

# %% wrong="the longer list is cut" caught_by="lists that can't be paired" of="the module statistics"
#-     if len(before) != len(after) or len(before) < 2:
#+     if min(len(before), len(after)) < 2:

# %% wrong="one search has no error" caught_by="lists that can't be paired" of="the module statistics"
#-     if len(before) != len(after) or len(before) < 2:
#-         raise ValueError("not the same searches")
#+     if len(before) != len(after):
#+         raise ValueError("not the same searches")
#+     if len(before) < 2:
#+         return (after[0] - before[0], 0.0) if before else (0.0, 0.0)

# %% wrong="nothing is checked" caught_by="lists that can't be paired" of="the module statistics"
#-     if len(before) != len(after) or len(before) < 2:
#-         raise ValueError("not the same searches")
#+     n = min(len(before), len(after))
#+     if n < 2:
#+         return 0.0, 0.0

# %% wrong="the error of the module is passed on" caught_by="lists that can't be paired" of="the module statistics"
#-     if len(before) != len(after) or len(before) < 2:
#-         raise ValueError("not the same searches")
#+     if len(before) != len(after):
#+         raise ValueError("not the same searches")
#+     if len(before) < 2:
#+         raise IndexError("too few")

# %% wrong="the lists are used up" caught_by="the gain and its paired standard error"
from statistics import fmean, stdev

def paired_gain(before, after):
    if len(before) != len(after) or len(before) < 2:
        raise ValueError
    differences = []
    while before:
        differences.append(after.pop() - before.pop())
    return fmean(differences), stdev(differences) / len(differences) ** 0.5
