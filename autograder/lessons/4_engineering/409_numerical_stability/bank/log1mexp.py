# %% right="two branches at log 2"
def log1mexp(x):
    if not x > 0:
        raise ValueError("x must be above 0")
    if x < math.log(2):
        return math.log(-math.expm1(-x))
    return math.log1p(-math.exp(-x))

# %% right="changes over at 1"
from math import exp, expm1, log, log1p

def log1mexp(x: float) -> float:
    if math.isnan(x) or x <= 0:
        raise ValueError(x)
    return log(-expm1(-x)) if x <= 1 else log1p(-exp(-x))

# %% right="changes over at 0.01"
def log1mexp(x):
    if x != x:
        raise ValueError("NaN")
    if x <= 0.0:
        raise ValueError("not positive")
    if x == float("inf"):
        return 0.0
    if x < 0.01:
        return math.log(-math.expm1(-x))
    return math.log1p(-math.exp(-x))

# %% right="changes over at 3"
def log1mexp(x):
    if not x > 0:
        raise ValueError(f"{x} isn't above 0")
    return math.log(-math.expm1(-x)) if x < 3 else math.log1p(-math.exp(-x))

# %% right="NumPy"
import numpy as np

def log1mexp(x):
    if np.isnan(x) or x <= 0:
        raise ValueError("x")
    with np.errstate(under="ignore"):
        if x > np.log(2):
            return float(np.log1p(-np.exp(-x)))
        return float(np.log(-np.expm1(-x)))

# %% right="sinh for small x, a series for large x"
def log1mexp(x):
    if not x > 0:
        raise ValueError("x")
    if x < 0.7:
        return math.log(2 * math.sinh(x / 2)) - x / 2 if x > 1e-300 else math.log(x)
    q = math.exp(-x)
    return -math.fsum(q**k / k for k in range(1, 80))

# %% right="decimal"
from decimal import Context, Decimal

DEEP = Context(prec=420, Emax=10**6 - 1, Emin=-(10**6) + 1)

def log1mexp(x):
    if not x > 0:
        raise ValueError("x")
    if math.isinf(x):
        return 0.0
    return float(DEEP.ln(DEEP.subtract(Decimal(1), DEEP.exp(DEEP.minus(Decimal(x))))))

# %% wrong="the formula as it stands, small x: log 0" caught_by="small x"
def log1mexp(x):
    if not x > 0:
        raise ValueError("x must be above 0")
    if x > 1:
        return math.log1p(-math.exp(-x))
    return math.log(1 - math.exp(-x))

# %% wrong="log(1 - exp(-x)): half the digits" caught_by="small x" of="two branches at log 2"
#-         return math.log(-math.expm1(-x))
#+         return math.log(1 - math.exp(-x)) if x > 1e-15 else math.log(x)

# %% wrong="log(1 - exp(-x)) for large x: 0" caught_by="large x" of="two branches at log 2"
#-     return math.log1p(-math.exp(-x))
#+     return math.log(1 - math.exp(-x))

# %% wrong="the formula as it stands" caught_by="small x"
def log1mexp(x):
    if not x > 0:
        raise ValueError("x must be above 0")
    return math.log(1 - math.exp(-x))

# %% wrong="expm1 everywhere" caught_by="large x" of="two branches at log 2"
#-     if x < math.log(2):
#-         return math.log(-math.expm1(-x))
#-     return math.log1p(-math.exp(-x))
#+     return math.log(-math.expm1(-x))

# %% wrong="log1p everywhere" caught_by="small x" of="two branches at log 2"
#-     if x < math.log(2):
#-         return math.log(-math.expm1(-x))
#-     return math.log1p(-math.exp(-x))
#+     return math.log1p(-math.exp(-x)) if math.exp(-x) < 1 else math.log(x)

# %% wrong="the two branches swapped" caught_by="large x" of="two branches at log 2"
#-     if x < math.log(2):
#+     if x > math.log(2):

# %% wrong="changes over at 50" caught_by="large x" of="two branches at log 2"
#-     if x < math.log(2):
#+     if x < 50:

# %% wrong="changes over at 10" caught_by="in between, and what is not valid" of="two branches at log 2"
#-     if x < math.log(2):
#+     if x < 10:

# %% wrong="changes over at 1e-6" caught_by="small x" of="two branches at log 2"
#-     if x < math.log(2):
#+     if x < 1e-6:

# %% wrong="first term of the series" caught_by="in between, and what is not valid" of="two branches at log 2"
#-     return math.log1p(-math.exp(-x))
#+     return -math.exp(-x)

# %% wrong="log x for small x" caught_by="in between, and what is not valid" of="two branches at log 2"
#-         return math.log(-math.expm1(-x))
#+         return math.log(x)

# %% wrong="softplus" caught_by="in between, and what is not valid" of="two branches at log 2"
#-     if x < math.log(2):
#-         return math.log(-math.expm1(-x))
#-     return math.log1p(-math.exp(-x))
#+     return math.log1p(math.exp(-x))

# %% wrong="takes -x" caught_by="in between, and what is not valid" of="two branches at log 2"
#-     if not x > 0:
#+     x = -x
#+     if not x > 0:

# %% wrong="x = 0 is -inf" caught_by="in between, and what is not valid" of="two branches at log 2"
#-     if not x > 0:
#+     if x == 0:
#+         return -math.inf
#+     if not x > 0:

# %% wrong="NaN passes" caught_by="in between, and what is not valid" of="two branches at log 2"
#-     if not x > 0:
#+     if x <= 0:

# %% wrong="a negative x is made positive" caught_by="in between, and what is not valid" of="two branches at log 2"
#-     if not x > 0:
#+     x = abs(x)
#+     if not x > 0:

# %% wrong="inf is rejected" caught_by="in between, and what is not valid" of="two branches at log 2"
#-     if not x > 0:
#+     if not 0 < x < math.inf:

# %% wrong="adds 1e-12" caught_by="small x" of="two branches at log 2"
#-         return math.log(-math.expm1(-x))
#+         return math.log(-math.expm1(-x) + 1e-12)

# %% wrong="base 10" caught_by="in between, and what is not valid" of="two branches at log 2"
#-     return math.log1p(-math.exp(-x))
#+     return math.log10(1 - math.exp(-x))
