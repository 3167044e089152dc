# %% right="shifted by the largest"
def logsumexp(xs):
    if any(x != x for x in xs):
        raise ValueError("NaN")
    top = max(xs, default=float("-inf"))
    if top in (float("inf"), float("-inf")):
        return top
    return top + math.log(sum(math.exp(x - top) for x in xs))

# %% right="logaddexp of NumPy, one by one"
import numpy as np

def logsumexp(xs: list[float]) -> float:
    if np.isnan(xs).any():
        raise ValueError("NaN")
    return float(np.logaddexp.reduce(xs, initial=-np.inf))

# %% right="two at a time, with log1p"
def logsumexp(xs):
    if any(math.isnan(x) for x in xs):
        raise ValueError
    total = -math.inf
    for x in xs:
        low, high = min(total, x), max(total, x)
        total = high if math.isinf(high) or low == -math.inf else high + math.log1p(math.exp(low - high))
    return total

# %% right="one pass: a running largest and a rescaled sum"
def logsumexp(xs):
    top, total = -math.inf, 0.0
    for x in xs:
        if math.isnan(x):
            raise ValueError("NaN")
        if x == -math.inf:
            continue
        if x == math.inf:
            top = x
        elif x <= top:
            if top != math.inf:
                total += math.exp(x - top)
        else:
            total = total * math.exp(top - x) + 1.0
            top = x
    if any(map(math.isnan, xs)):
        raise ValueError("NaN")
    return top if math.isinf(top) else top + math.log(total)

# %% right="recursion over halves"
def logsumexp(xs):
    if not xs:
        return float("-inf")
    if len(xs) == 1:
        if math.isnan(xs[0]):
            raise ValueError(xs)
        return xs[0]
    half = len(xs) // 2
    a, b = logsumexp(xs[:half]), logsumexp(xs[half:])
    if a < b:
        a, b = b, a
    if math.isinf(a):
        return a
    return a + math.log1p(math.exp(b - a))

# %% right="sorted, the largest taken out"
def logsumexp(xs):
    if not all(x == x for x in xs):
        raise ValueError("not a number")
    ordered = sorted(xs)
    if not ordered or abs(ordered[-1]) == math.inf:
        return ordered[-1] if ordered else -math.inf
    top = ordered.pop()
    return top + math.log1p(math.fsum(math.exp(x - top) for x in ordered))

# %% right="NumPy, with the largest as a shift"
import numpy as np

def logsumexp(xs):
    values = np.asarray(xs, dtype=float)
    if np.isnan(values).any():
        raise ValueError("NaN")
    if values.size == 0:
        return -np.inf
    shift = values.max()
    if not np.isfinite(shift):
        return shift
    return shift + np.log(np.exp(values - shift).sum())

# %% right="decimal"
from decimal import Decimal, getcontext

def logsumexp(xs):
    if any(math.isnan(x) for x in xs):
        raise ValueError("NaN")
    finite = [Decimal(x) for x in xs if not math.isinf(x)]
    if math.inf in xs:
        return math.inf
    if not finite:
        return -math.inf
    top = max(finite)
    return float(top + sum((x - top).exp() for x in finite).ln())

# %% wrong="the formula as it stands" caught_by="large and small values"
def logsumexp(xs):
    if any(x != x for x in xs):
        raise ValueError("NaN")
    if not xs or max(xs) in (math.inf, -math.inf):
        return max(xs, default=-math.inf)
    return math.log(sum(math.exp(x) for x in xs))

# %% wrong="small values underflow to log 0" caught_by="large and small values" of="shifted by the largest"
#-     return top + math.log(sum(math.exp(x - top) for x in xs))
#+     if top < 700:
#+         return math.log(sum(math.exp(x) for x in xs))
#+     return top + math.log(sum(math.exp(x - top) for x in xs))

# %% wrong="shifted by the mean" caught_by="large and small values" of="shifted by the largest"
#-     return top + math.log(sum(math.exp(x - top) for x in xs))
#+     finite = [x for x in xs if x > -math.inf]
#+     middle = sum(finite) / len(finite)
#+     return middle + math.log(sum(math.exp(x - middle) for x in finite))

# %% wrong="shifted by the smallest" caught_by="large and small values" of="shifted by the largest"
#-     return top + math.log(sum(math.exp(x - top) for x in xs))
#+     low = min(x for x in xs if x > -math.inf)
#+     return low + math.log(sum(math.exp(x - low) for x in xs))

# %% wrong="shifted by the first" caught_by="large and small values" of="shifted by the largest"
#-     return top + math.log(sum(math.exp(x - top) for x in xs))
#+     first = next(x for x in xs if x > -math.inf)
#+     return first + math.log(sum(math.exp(x - first) for x in xs))

# %% wrong="shifted by the largest size" caught_by="large and small values" of="shifted by the largest"
#-     return top + math.log(sum(math.exp(x - top) for x in xs))
#+     top = max((x for x in xs if x > -math.inf), key=abs)
#+     return top + math.log(sum(math.exp(x - top) for x in xs))

# %% wrong="shifted by a constant" caught_by="large and small values" of="shifted by the largest"
#-     return top + math.log(sum(math.exp(x - top) for x in xs))
#+     return 700 + math.log(sum(math.exp(x - 700) for x in xs))

# %% wrong="the shift is not added back" caught_by="shift invariance: logsumexp(x + c) = logsumexp(x) + c" of="shifted by the largest"
#-     return top + math.log(sum(math.exp(x - top) for x in xs))
#+     return math.log(sum(math.exp(x - top) for x in xs))

# %% wrong="the shift is subtracted" caught_by="shift invariance: logsumexp(x + c) = logsumexp(x) + c" of="shifted by the largest"
#-     return top + math.log(sum(math.exp(x - top) for x in xs))
#+     return math.log(sum(math.exp(x - top) for x in xs)) - top

# %% wrong="the shift is multiplied" caught_by="shift invariance: logsumexp(x + c) = logsumexp(x) + c" of="shifted by the largest"
#-     return top + math.log(sum(math.exp(x - top) for x in xs))
#+     return top * math.log(sum(math.exp(x - top) for x in xs))

# %% wrong="log1p of the sum" caught_by="large and small values" of="shifted by the largest"
#-     return top + math.log(sum(math.exp(x - top) for x in xs))
#+     return top + math.log1p(sum(math.exp(x - top) for x in xs))

# %% wrong="mean instead of sum" caught_by="large and small values" of="shifted by the largest"
#-     return top + math.log(sum(math.exp(x - top) for x in xs))
#+     return top + math.log(sum(math.exp(x - top) for x in xs) / len(xs))

# %% wrong="-inf - -inf is NaN" caught_by="-inf, inf, empty, NaN" of="shifted by the largest"
#-     if top in (float("inf"), float("-inf")):
#+     if not xs or top == float("inf"):

# %% wrong="empty fails" caught_by="-inf, inf, empty, NaN" of="shifted by the largest"
#-     top = max(xs, default=float("-inf"))
#+     top = max(xs)

# %% wrong="empty is 0" caught_by="-inf, inf, empty, NaN" of="shifted by the largest"
#-     top = max(xs, default=float("-inf"))
#+     top = max(xs, default=float("-inf"))
#+     if not xs:
#+         return 0.0

# %% wrong="nothing but -inf raises" caught_by="-inf, inf, empty, NaN" of="shifted by the largest"
#-     if top in (float("inf"), float("-inf")):
#-         return top
#+     if xs and top == float("-inf"):
#+         raise ValueError("log 0")
#+     if not xs or top == float("inf"):
#+         return top

# %% wrong="clips at -3" caught_by="large and small values" of="shifted by the largest"
#-     return top + math.log(sum(math.exp(x - top) for x in xs))
#+     return top + math.log(sum(math.exp(max(x - top, -3.0)) for x in xs))

# %% wrong="clips at -30" caught_by="large and small values" of="shifted by the largest"
#-     return top + math.log(sum(math.exp(x - top) for x in xs))
#+     return top + math.log(sum(math.exp(max(x - top, -30.0)) for x in xs))

# %% wrong="adds 1e-8 inside the logarithm" caught_by="shift invariance: logsumexp(x + c) = logsumexp(x) + c" of="shifted by the largest"
#-     return top + math.log(sum(math.exp(x - top) for x in xs))
#+     return top + math.log(sum(math.exp(x - top) for x in xs) + 1e-8)

# %% wrong="inf is NaN" caught_by="-inf, inf, empty, NaN" of="shifted by the largest"
#-     if top in (float("inf"), float("-inf")):
#+     if top == float("-inf"):

# %% wrong="NaN passes" caught_by="-inf, inf, empty, NaN" of="shifted by the largest"
#-     if any(x != x for x in xs):
#-         raise ValueError("NaN")
#+     if any(x != x for x in xs):
#+         return float("nan")

# %% wrong="NaN is found by max alone" caught_by="-inf, inf, empty, NaN" of="shifted by the largest"
#-     if any(x != x for x in xs):
#-         raise ValueError("NaN")
#-     top = max(xs, default=float("-inf"))
#+     top = max(xs, default=float("-inf"))
#+     if top != top:
#+         raise ValueError("NaN")

# %% wrong="NaN next to inf passes" caught_by="-inf, inf, empty, NaN" of="shifted by the largest"
#-     if any(x != x for x in xs):
#+     if float("inf") in xs:
#+         return float("inf")
#+     if any(x != x for x in xs):

# %% wrong="inf raises" caught_by="-inf, inf, empty, NaN" of="shifted by the largest"
#-     if any(x != x for x in xs):
#+     if any(x != x or x == float("inf") for x in xs):

# %% wrong="sorts its argument" caught_by="large and small values" of="shifted by the largest"
#-     top = max(xs, default=float("-inf"))
#+     xs.sort()
#+     top = xs[-1] if xs else float("-inf")
