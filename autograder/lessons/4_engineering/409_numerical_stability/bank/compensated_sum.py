# %% right="Neumaier: two branches"
def compensated_sum(xs):
    total = lost = 0.0
    for x in xs:
        new = total + x
        if abs(total) >= abs(x):
            lost += (total - new) + x
        else:
            lost += (x - new) + total
        total = new
    return total + lost

# %% right="Knuth's two-sum, no branch"
def two_sum(a, b):
    s = a + b
    t = s - a
    return s, (a - (s - t)) + (b - t)

def compensated_sum(xs: list[float]) -> float:
    total, lost = 0.0, 0.0
    for x in xs:
        total, error = two_sum(total, x)
        lost += error
    return total + lost

# %% right="Shewchuk's partials"
def compensated_sum(xs):
    partials = []
    for x in xs:
        kept = []
        for y in partials:
            if abs(x) < abs(y):
                x, y = y, x
            high = x + y
            low = y - (high - x)
            if low:
                kept.append(low)
            x = high
        partials = [*kept, x]
    return sum(partials) if len(partials) < 3 else sum(partials[:-1]) + partials[-1]

# %% right="the smaller and the larger, sorted"
def compensated_sum(xs):
    total = 0.0
    errors = 0.0
    for x in xs:
        small, large = sorted((total, x), key=abs)
        total = small + large
        errors = errors + (small - (total - large))
    return total + errors

# %% right="errors in a second compensated sum"
def compensated_sum(xs):
    s = c = d = 0.0
    for x in xs:
        t = s + x
        c1 = (s - t) + x if abs(s) >= abs(x) else (x - t) + s
        s = t
        t = c + c1
        d += (c - t) + c1 if abs(c) >= abs(c1) else (c1 - t) + c
        c = t
    return s + (c + d)

# %% right="reduce over pairs"
from functools import reduce

def compensated_sum(xs):
    def step(state, x):
        total, lost = state
        new = total + x
        back = new - total
        return new, lost + ((total - (new - back)) + (x - back))

    return sum(reduce(step, xs, (0.0, 0.0)))

# %% right="integers: every float is a multiple of 2**-1074"
def compensated_sum(xs):
    numerator = 0
    for x in xs:
        top, bottom = x.as_integer_ratio()
        numerator += top * (2**1074 // bottom)
    return numerator / 2**1074

# %% wrong="plain sum" caught_by="what a plain sum loses"
def compensated_sum(xs):
    total = 0.0
    for x in xs:
        total += x
    return total

# %% wrong="the built-in sum, whatever the version" caught_by="what a plain sum loses"
def compensated_sum(xs):
    return float(sum(xs))

# %% wrong="math.fsum" caught_by="what a plain sum loses"
def compensated_sum(xs):
    return math.fsum(xs)

# %% wrong="fsum under another name" caught_by="what a plain sum loses"
from math import fsum as exact

def compensated_sum(xs):
    return exact(xs)

# %% wrong="fractions" caught_by="what a plain sum loses"
from fractions import Fraction

def compensated_sum(xs):
    return float(sum(map(Fraction, xs)))

# %% wrong="Kahan: loses when the new one is larger" caught_by="the new number is the larger one"
def compensated_sum(xs):
    total = carry = 0.0
    for x in xs:
        y = x - carry
        new = total + y
        carry = (new - total) - y
        total = new
    return total

# %% wrong="sorted by size, then plain" caught_by="what a plain sum loses"
def compensated_sum(xs):
    total = 0.0
    for x in sorted(xs, key=abs):
        total += x
    return total

# %% wrong="sorted downwards, then plain" caught_by="many small numbers"
def compensated_sum(xs):
    total = 0.0
    for x in sorted(xs, key=abs, reverse=True):
        total += x
    return total

# %% wrong="sorts its argument" caught_by="what a plain sum loses" of="Neumaier: two branches"
#-     total = lost = 0.0
#+     xs.sort(key=abs, reverse=True)
#+     total = lost = 0.0

# %% wrong="pairwise" caught_by="what a plain sum loses"
def compensated_sum(xs):
    if len(xs) < 3:
        return sum(xs, 0.0)
    half = len(xs) // 2
    return compensated_sum(xs[:half]) + compensated_sum(xs[half:])

# %% wrong="NumPy's sum" caught_by="what a plain sum loses"
import numpy as np

def compensated_sum(xs):
    return float(np.sum(xs)) if xs else 0.0

# %% wrong="positive and negative ones apart" caught_by="what a plain sum loses"
def compensated_sum(xs):
    return sum((x for x in xs if x > 0), 0.0) + sum((x for x in xs if x < 0), 0.0)

# %% wrong="the compensation is subtracted" caught_by="what a plain sum loses" of="Neumaier: two branches"
#-     return total + lost
#+     return total - lost

# %% wrong="the compensation is not added at the end" caught_by="what a plain sum loses" of="Neumaier: two branches"
#-     return total + lost
#+     return total

# %% wrong="the compensation is not added up" caught_by="what a plain sum loses" of="Neumaier: two branches"
#-             lost += (total - new) + x
#-         else:
#-             lost += (x - new) + total
#+             lost = (total - new) + x
#+         else:
#+             lost = (x - new) + total

# %% wrong="the compensation goes into the total at once" caught_by="what a plain sum loses" of="Neumaier: two branches"
#-         total = new
#+         total = new + lost
#+         lost = 0.0

# %% wrong="compared with signs, not sizes" caught_by="what a plain sum loses" of="Neumaier: two branches"
#-         if abs(total) >= abs(x):
#+         if total >= x:

# %% wrong="the branches swapped" caught_by="what a plain sum loses" of="Neumaier: two branches"
#-         if abs(total) >= abs(x):
#+         if abs(total) < abs(x):

# %% wrong="only the first branch" caught_by="the new number is the larger one" of="Neumaier: two branches"
#-         if abs(total) >= abs(x):
#-             lost += (total - new) + x
#-         else:
#-             lost += (x - new) + total
#+         lost += (total - new) + x

# %% wrong="only the second branch" caught_by="what a plain sum loses" of="Neumaier: two branches"
#-         if abs(total) >= abs(x):
#-             lost += (total - new) + x
#-         else:
#-             lost += (x - new) + total
#+         lost += (x - new) + total

# %% wrong="algebra: (total + x) - new is 0" caught_by="what a plain sum loses" of="Neumaier: two branches"
#-             lost += (total - new) + x
#+             lost += (total + x) - new

# %% wrong="the error with the wrong sign" caught_by="what a plain sum loses" of="Neumaier: two branches"
#-             lost += (total - new) + x
#+             lost += (new - total) - x

# %% wrong="starts with the first number" caught_by="what a plain sum loses" of="Neumaier: two branches"
#-     total = lost = 0.0
#-     for x in xs:
#+     total, lost = xs[0], 0.0
#+     for x in xs[1:]:

# %% wrong="float32" caught_by="what a plain sum loses"
import numpy as np

def compensated_sum(xs):
    total = lost = np.float32(0)
    with np.errstate(all="ignore"):
        for x in np.array(xs, dtype=np.float32):
            new = total + x
            lost += (total - new) + x if abs(total) >= abs(x) else (x - new) + total
            total = new
        return float(total + lost)

# %% wrong="rounds to 10 places" caught_by="what a plain sum loses" of="Neumaier: two branches"
#-     return total + lost
#+     return round(total + lost, 10)

# %% wrong="empty fails" caught_by="what a plain sum loses" of="Neumaier: two branches"
#-     total = lost = 0.0
#+     total = lost = 0.0 * xs[0]
