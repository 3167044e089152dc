# %% right="n, mean, M2"
class Running:
    def __init__(self):
        self.n, self.center, self.m2 = 0, 0.0, 0.0

    def add(self, x):
        if not abs(x) < 1e150:
            raise ValueError("x")
        self.n += 1
        step = x - self.center
        self.center += step / self.n
        self.m2 += step * (x - self.center)

    def mean(self):
        if self.n == 0:
            raise ValueError("no values")
        return self.center

    def variance(self):
        if self.n < 2:
            raise ValueError("too few values")
        return self.m2 / (self.n - 1)

    def state(self):
        return self.n, self.center, self.m2

    def merge(self, state):
        n, center, m2 = state
        if n == 0:
            return
        total = self.n + n
        step = center - self.center
        self.m2 += m2 + step * step * self.n * n / total
        self.center += step * n / total
        self.n = total

# %% right="sums of shifted values, the first one as the shift"
class Running:
    def __init__(self):
        self._state = (0, 0.0, 0.0, 0.0)

    def add(self, x: float) -> None:
        if math.isnan(x) or abs(x) >= 1e150:
            raise ValueError("not a value")
        self.merge((1, x, 0.0, 0.0))

    def merge(self, state: tuple) -> None:
        n, shift, total, squares = self._state
        m, other, more, others = state
        if m == 0:
            return
        if n == 0:
            self._state = state
            return
        by = other - shift
        self._state = (n + m, shift, total + more + m * by, squares + others + 2 * by * more + m * by * by)

    def state(self) -> tuple:
        return self._state

    def mean(self) -> float:
        n, shift, total, _ = self._state
        if n < 1:
            raise ValueError("empty")
        return shift + total / n

    def variance(self) -> float:
        n, _, total, squares = self._state
        if n < 2:
            raise ValueError("fewer than two")
        return (squares - total * total / n) / (n - 1)

# %% right="exact fractions of the sums"
from fractions import Fraction

class Running:
    def __init__(self):
        self.count = 0
        self.total = Fraction(0)
        self.squares = Fraction(0)

    def add(self, x):
        if x != x or not -1e150 < x < 1e150:
            raise ValueError(x)
        self.count += 1
        self.total += Fraction(x)
        self.squares += Fraction(x) ** 2

    def mean(self):
        if not self.count:
            raise ValueError
        return float(self.total / self.count)

    def variance(self):
        if self.count <= 1:
            raise ValueError
        return float((self.squares - self.total**2 / self.count) / (self.count - 1))

    def state(self):
        return (self.count, self.total, self.squares)

    def merge(self, state):
        self.count += state[0]
        self.total += state[1]
        self.squares += state[2]

# %% right="a merge of one value at a time"
def combine(one, other):
    if one is None or other is None:
        return one or other
    n, m = one[0] + other[0], one[1] * (one[0] / (one[0] + other[0])) + other[1] * (other[0] / (one[0] + other[0]))
    gap = one[1] - other[1]
    return n, m, one[2] + other[2] + gap**2 * (one[0] * other[0] / n)

class Running:
    parts = None

    def add(self, x):
        if not math.isfinite(x) or abs(x) >= 1e150:
            raise ValueError("x must be finite and small")
        self.parts = combine(self.parts, (1, x, 0.0))

    def mean(self):
        if self.parts is None:
            raise ValueError("no values")
        return self.parts[1]

    def variance(self):
        if self.parts is None or self.parts[0] == 1:
            raise ValueError("too few")
        return self.parts[2] / (self.parts[0] - 1)

    def state(self):
        return (self.parts,)

    def merge(self, state):
        self.parts = combine(self.parts, state[0])

# %% right="a dataclass that holds the variance itself"
from dataclasses import astuple, dataclass

@dataclass
class Running:
    n: int = 0
    m: float = 0.0
    v: float = 0.0

    def add(self, x):
        if math.isnan(x) or math.isinf(x) or abs(x) >= 1e150:
            raise ValueError("bad value")
        n, gap = self.n + 1, x - self.m
        self.v = (self.n * self.v + gap * gap * self.n / n) / n
        self.m, self.n = self.m + gap / n, n

    def mean(self):
        if self.n == 0:
            raise ValueError("no values")
        return self.m

    def variance(self):
        if self.n < 2:
            raise ValueError("at least two")
        return self.v * self.n / (self.n - 1)

    def state(self):
        return astuple(self)

    def merge(self, state):
        n, m, v = state
        if n:
            total = self.n + n
            gap = m - self.m
            self.v = (self.n * self.v + n * v + gap * gap * self.n * n / total) / total
            self.m += gap * n / total
            self.n = total

# %% right="Youngs and Cramer: the total instead of the mean"
class Running:
    def __init__(self):
        self.n, self.total, self.spread = 0, 0.0, 0.0

    def add(self, x):
        if not -1e150 < x < 1e150:
            raise ValueError(x)
        self.n += 1
        self.total += x
        if self.n > 1:
            self.spread += (self.n * x - self.total) ** 2 / (self.n * (self.n - 1))

    def mean(self):
        if self.n < 1:
            raise ValueError
        return self.total / self.n

    def variance(self):
        if self.n < 2:
            raise ValueError
        return self.spread / (self.n - 1)

    def state(self):
        return self.n, self.total, self.spread

    def merge(self, state):
        n, total, spread = state
        if not n:
            return
        if not self.n:
            self.n, self.total, self.spread = state
            return
        gap = total / n - self.total / self.n
        self.spread += spread + gap**2 * self.n * n / (self.n + n)
        self.n += n
        self.total += total

# %% wrong="E[x²] - E[x]²: all digits cancel" caught_by="far from zero"
class Running:
    def __init__(self):
        self.n, self.total, self.squares = 0, 0.0, 0.0

    def add(self, x):
        if not abs(x) < 1e150:
            raise ValueError("x")
        self.n += 1
        self.total += x
        self.squares += x * x

    def mean(self):
        if self.n == 0:
            raise ValueError("no values")
        return self.total / self.n

    def variance(self):
        if self.n < 2:
            raise ValueError("too few values")
        return (self.squares - self.total**2 / self.n) / (self.n - 1)

    def state(self):
        return self.n, self.total, self.squares

    def merge(self, state):
        self.n += state[0]
        self.total += state[1]
        self.squares += state[2]

# %% wrong="clips a negative variance to 0" caught_by="far from zero" of="E[x²] - E[x]²: all digits cancel"
#-         return (self.squares - self.total**2 / self.n) / (self.n - 1)
#+         return max(0.0, (self.squares - self.total**2 / self.n) / (self.n - 1))

# %% wrong="the size of a negative variance" caught_by="far from zero" of="E[x²] - E[x]²: all digits cancel"
#-         return (self.squares - self.total**2 / self.n) / (self.n - 1)
#+         return abs(self.squares - self.total**2 / self.n) / (self.n - 1)

# %% wrong="keeps all values" caught_by="mean and variance, in constant memory"
from statistics import fmean, variance

class Running:
    def __init__(self):
        self.values = []

    def add(self, x):
        if not abs(x) < 1e150:
            raise ValueError("x")
        self.values.append(x)

    def mean(self):
        if not self.values:
            raise ValueError("no values")
        return fmean(self.values)

    def variance(self):
        if len(self.values) < 2:
            raise ValueError("too few values")
        return variance(self.values)

    def state(self):
        return tuple(self.values)

    def merge(self, state):
        self.values += state

# %% wrong="both factors from the old mean" caught_by="mean and variance, in constant memory" of="n, mean, M2"
#-         self.m2 += step * (x - self.center)
#+         self.m2 += step * step

# %% wrong="both factors from the new mean" caught_by="mean and variance, in constant memory" of="n, mean, M2"
#-         self.m2 += step * (x - self.center)
#+         self.m2 += (x - self.center) ** 2

# %% wrong="divided by n" caught_by="mean and variance, in constant memory" of="n, mean, M2"
#-         return self.m2 / (self.n - 1)
#+         return self.m2 / self.n

# %% wrong="the standard deviation" caught_by="mean and variance, in constant memory" of="n, mean, M2"
#-         return self.m2 / (self.n - 1)
#+         return math.sqrt(self.m2 / (self.n - 1))

# %% wrong="exponential mean" caught_by="mean and variance, in constant memory" of="n, mean, M2"
#-         self.center += step / self.n
#+         self.center += step / min(self.n, 2)

# %% wrong="one state for all objects" caught_by="mean and variance, in constant memory"
class Running:
    shared = [0, 0.0, 0.0]

    def add(self, x):
        if not abs(x) < 1e150:
            raise ValueError("x")
        s = self.shared
        s[0] += 1
        step = x - s[1]
        s[1] += step / s[0]
        s[2] += step * (x - s[1])

    def mean(self):
        if self.shared[0] == 0:
            raise ValueError("no values")
        return self.shared[1]

    def variance(self):
        if self.shared[0] < 2:
            raise ValueError("too few values")
        return self.shared[2] / (self.shared[0] - 1)

    def state(self):
        return tuple(self.shared)

    def merge(self, state):
        pass

# %% wrong="merge adds the squares only" caught_by="merge" of="n, mean, M2"
#-         self.m2 += m2 + step * step * self.n * n / total
#+         self.m2 += m2

# %% wrong="merge forgets the other squares" caught_by="merge" of="n, mean, M2"
#-         self.m2 += m2 + step * step * self.n * n / total
#+         self.m2 += step * step * self.n * n / total

# %% wrong="merge: mean of the means" caught_by="merge" of="n, mean, M2"
#-         self.center += step * n / total
#+         self.center += step / 2

# %% wrong="merge: weights swapped" caught_by="merge" of="n, mean, M2"
#-         self.center += step * n / total
#+         self.center += step * self.n / total

# %% wrong="merge: mean first, then the squares" caught_by="merge" of="n, mean, M2"
#-         step = center - self.center
#-         self.m2 += m2 + step * step * self.n * n / total
#-         self.center += step * n / total
#+         self.center += (center - self.center) * n / total
#+         step = center - self.center
#+         self.m2 += m2 + step * step * self.n * n / total

# %% wrong="merge: n is not moved on" caught_by="merge" of="n, mean, M2"
#-         self.n = total
#+         pass

# %% wrong="merge: step not squared" caught_by="merge" of="n, mean, M2"
#-         self.m2 += m2 + step * step * self.n * n / total
#+         self.m2 += m2 + abs(step) * self.n * n / total

# %% wrong="merge replaces what was there" caught_by="merge" of="n, mean, M2"
#-         total = self.n + n
#+         self.n, self.center, self.m2 = state
#+         return

# %% wrong="merge of two empty ones divides by 0" caught_by="merge" of="n, mean, M2"
#-         if n == 0:
#-             return
#+         pass

# %% wrong="merge into an empty one is forgotten" caught_by="merge" of="n, mean, M2"
#-         if n == 0:
#+         if n == 0 or self.n == 0:

# %% wrong="merge of an empty one raises" caught_by="merge" of="n, mean, M2"
#-         if n == 0:
#-             return
#+         if n == 0:
#+             raise ValueError("nothing to merge")

# %% wrong="the state is the object itself" caught_by="merge" of="n, mean, M2"
#-         return self.n, self.center, self.m2
#+         return (self,)
#
#-         n, center, m2 = state
#-         if n == 0:
#-             return
#+         other = state[0]
#+         if other.n == 0:
#+             return
#+         if self.n == 0:
#+             self.__dict__ = other.__dict__
#+             return
#+         n, center, m2 = other.n, other.center, other.m2

# %% wrong="one value has variance 0" caught_by="too few values, bad values" of="n, mean, M2"
#-         if self.n < 2:
#-             raise ValueError("too few values")
#+         if self.n < 2:
#+             return 0.0

# %% wrong="no value has mean 0" caught_by="too few values, bad values" of="n, mean, M2"
#-         if self.n == 0:
#-             raise ValueError("no values")
#+         pass

# %% wrong="one value divides by 0" caught_by="too few values, bad values" of="n, mean, M2"
#-         if self.n < 2:
#+         if self.n < 1:

# %% wrong="NaN passes and spoils everything" caught_by="too few values, bad values" of="n, mean, M2"
#-         if not abs(x) < 1e150:
#+         if abs(x) >= 1e150:

# %% wrong="counts a bad value before it raises" caught_by="too few values, bad values" of="n, mean, M2"
#-         if not abs(x) < 1e150:
#+         if not abs(x) < 1e150:
#+             self.n += 1

# %% wrong="a bad value is skipped silently" caught_by="too few values, bad values" of="n, mean, M2"
#-             raise ValueError("x")
#+             return

# %% wrong="negative values may be as large as they like" caught_by="too few values, bad values" of="n, mean, M2"
#-         if not abs(x) < 1e150:
#+         if not x < 1e150 or x == -math.inf:

# %% wrong="1e150 itself passes" caught_by="too few values, bad values" of="n, mean, M2"
#-         if not abs(x) < 1e150:
#+         if not abs(x) <= 1e150:
