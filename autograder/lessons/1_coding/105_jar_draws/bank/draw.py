# %% right="numbers from 0"
import random
from bisect import bisect_left, bisect_right
from itertools import accumulate
def draw(jar, n_balls, rng):
    if len(jar) != len(n_balls) or any(n < 0 for n in n_balls) or not any(n_balls):
        raise ValueError("there is nothing to draw from")
    ends = list(accumulate(n_balls))
    total = ends[-1]
    return jar[bisect_right(ends, rng.randrange(total))]

# %% right="numbers from 1" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     return jar[bisect_left(ends, rng.randint(1, total))]

# %% right="a real number" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     return jar[bisect_right(ends, rng.random() * total)]

# %% right="the row of balls" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     return rng.choice([c for c, n in zip(jar, n_balls) for _ in range(n)])

# %% right="a shuffled row" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     places = [at for at, n in enumerate(n_balls) for _ in range(n)]
#+     return jar[places[rng.randrange(len(places))]]

# %% right="subtracts" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     ticket = rng.randrange(total)
#+     for colour, n in zip(jar, n_balls):
#+         if ticket < n:
#+             return colour
#+         ticket -= n

# %% right="weights of the library" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     return rng.choices(jar, weights=n_balls)[0]

# %% right="running totals of the library" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     return rng.choices(jar, cum_weights=ends)[0]

# %% right="a sample of one" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     return rng.sample(jar, 1, counts=n_balls)[0]

# %% right="a reservoir of one colour" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     seen, kept = 0, None
#+     for colour, n in zip(jar, n_balls):
#+         seen += n
#+         if n and rng.randrange(seen) < n:
#+             kept = colour
#+     return kept

# %% right="halves" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     def within(low, high):
#+         if high - low == 1:
#+             return jar[low]
#+         middle = (low + high) // 2
#+         left, right = sum(n_balls[low:middle]), sum(n_balls[middle:high])
#+         return within(low, middle) if rng.randrange(left + right) < left else within(middle, high)
#+     return within(0, len(jar))

# %% right="alarm clocks" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     return min((rng.expovariate(n), c) for c, n in zip(jar, n_balls) if n)[1]

# %% right="NumPy finds the place" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     import numpy as np
#+     return jar[int(np.searchsorted(np.cumsum(n_balls), rng.randrange(total), side="right"))]

# %% right="NumPy draws, and rng seeds it" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     import numpy as np
#+     shares = np.array(n_balls) / total
#+     return jar[int(np.random.default_rng(rng.getrandbits(64)).choice(len(jar), p=shares))]

# %% right="random bits until they fit" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     bits = (total - 1).bit_length()
#+     while (number := rng.getrandbits(bits) if bits else 0) >= total:
#+         pass
#+     return jar[bisect_right(ends, number)]

# %% right="two columns of an alias table"
import random
from bisect import bisect_left, bisect_right
from itertools import accumulate
def draw(jar, n_balls, rng):
    if len(jar) != len(n_balls) or any(n < 0 for n in n_balls) or not any(n_balls):
        raise ValueError("there is nothing to draw from")
    ends = list(accumulate(n_balls))
    total = ends[-1]
    m = len(n_balls)
    share, other = [n * m for n in n_balls], list(range(m))
    small = [i for i in range(m) if share[i] < total]
    large = [i for i in range(m) if share[i] >= total]
    while small:
        low, high = small.pop(), large.pop()
        other[low] = high
        share[high] -= total - share[low]
        (small if share[high] < total else large).append(high)
    column = rng.randrange(m)
    return jar[column if rng.randrange(total) < share[column] else other[column]]

# %% right="tries colours until one is accepted" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     while True:
#+         at = rng.randrange(len(jar))
#+         if rng.randrange(max(n_balls)) < n_balls[at]:
#+             return jar[at]

# %% wrong="numbers from 0, bisect_left" caught_by="each ball equally likely" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     return jar[bisect_left(ends, rng.randrange(total))]

# %% wrong="numbers from 1, bisect_right" caught_by="each ball equally likely" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     return jar[bisect_right(ends, rng.randint(1, total))]

# %% wrong="numbers from 1, bisect_right, cut off" caught_by="each ball equally likely" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     at = bisect_right(ends, rng.randint(1, total))
#+     return jar[min(at, len(jar) - 1)]

# %% wrong="one number too many" caught_by="each ball equally likely" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     return jar[bisect_left(ends, rng.randint(0, total))]

# %% wrong="one number too few" caught_by="each ball equally likely" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     return jar[bisect_left(ends, rng.randint(1, max(1, total - 1)))]

# %% wrong="rounds" caught_by="each ball equally likely" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     return jar[bisect_left(ends, round(rng.random() * total))]

# %% wrong="each colour alike" caught_by="a colour that is in the jar" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     return rng.choice(jar)

# %% wrong="each colour that is there alike" caught_by="each ball equally likely" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     return rng.choice([c for c, n in zip(jar, n_balls) if n])

# %% wrong="each name once" caught_by="each ball equally likely" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     return rng.choice(sorted({c for c, n in zip(jar, n_balls) if n}))

# %% wrong="the most frequent" caught_by="each ball equally likely" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     return jar[n_balls.index(max(n_balls))]

# %% wrong="rounded percentages" caught_by="each ball equally likely" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     shares = [round(100 * n / total) for n in n_balls]
#+     return rng.choices(jar, weights=shares)[0]

# %% wrong="chances cut to two digits" caught_by="each ball equally likely" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     u, seen = rng.random(), 0.0
#+     for colour, n in zip(jar, n_balls):
#+         seen += int(100 * n / total) / 100
#+         if n and u < seen:
#+             return colour
#+     return colour

# %% wrong="a new number for each colour" caught_by="each ball equally likely" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     for colour, n in zip(jar, n_balls):
#+         if rng.randrange(total) < n:
#+             return colour
#+     return next(c for c, n in zip(jar, n_balls) if n)

# %% wrong="squared weights" caught_by="each ball equally likely" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     return rng.choices(jar, weights=[n * n for n in n_balls])[0]

# %% wrong="totals for weights" caught_by="a colour that is in the jar" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     return rng.choices(jar, weights=ends)[0]

# %% wrong="counts the other way round" caught_by="a colour that is in the jar" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     return rng.choices(jar, weights=n_balls[::-1])[0]

# %% wrong="one count a name" caught_by="a colour that is in the jar" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     counts = dict(zip(jar, n_balls))
#+     return rng.choices(list(counts), weights=list(counts.values()))[0]

# %% wrong="wrong for an even total" caught_by="each ball equally likely" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     return jar[bisect_right(ends, rng.randrange(total - (total % 2 == 0 and total > 2)))]

# %% wrong="at most a hundred balls" caught_by="each ball equally likely" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     return jar[bisect_right(ends, rng.randrange(min(total, 100)))]

# %% wrong="takes the ball out" caught_by="a colour that is in the jar" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     at = bisect_right(ends, rng.randrange(total))
#+     n_balls[at] -= 1
#+     return jar[at]

# %% wrong="drops empty colours from the lists" caught_by="a colour that is in the jar" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     for at in reversed(range(len(jar))):
#+         if not n_balls[at]:
#+             del jar[at], n_balls[at]
#+     return jar[bisect_right(list(accumulate(n_balls)), rng.randrange(total))]

# %% wrong="the place of the colour" caught_by="a colour that is in the jar" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     return bisect_right(ends, rng.randrange(total))

# %% wrong="a list of one" caught_by="a colour that is in the jar" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     return rng.choices(jar, weights=n_balls)

# %% wrong="asks whether the colour is true" caught_by="a colour that is in the jar" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     ticket = rng.randrange(total)
#+     return next((c for c, end in zip(jar, ends) if c and ticket < end), None)

# %% wrong="the module's generator" caught_by="all randomness comes from rng" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     return jar[bisect_right(ends, random.randrange(total))]

# %% wrong="a generator of its own" caught_by="all randomness comes from rng" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     return jar[bisect_right(ends, random.Random(7).randrange(total))]

# %% wrong="seeds rng" caught_by="all randomness comes from rng" of="numbers from 0"
#-     total = ends[-1]
#+     total = ends[-1]
#+     rng.seed(total)

# %% wrong="remembers the first jar" caught_by="each ball equally likely" of="numbers from 0"
#- def draw(jar, n_balls, rng):
#+ def draw(jar, n_balls, rng, memory={}):
#
#-     ends = list(accumulate(n_balls))
#+     ends = memory.setdefault(tuple(jar), list(accumulate(n_balls)))

# %% wrong="another colour than the last time" caught_by="each ball equally likely" of="numbers from 0"
#- def draw(jar, n_balls, rng):
#+ def draw(jar, n_balls, rng, last=[None]):
#
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     colour = rng.choices(jar, weights=n_balls)[0]
#+     if colour == last[0]:
#+         colour = rng.choices(jar, weights=n_balls)[0]
#+     last[0] = colour
#+     return colour

# %% wrong="leaves the empty text out" caught_by="each ball equally likely" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     balls = [c for c, n in zip(jar, n_balls) if c for _ in range(n)]
#+     return rng.choice(balls) if balls else ""

# %% wrong="tidies the names" caught_by="each ball equally likely" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     return [c.lower().strip() for c in jar][bisect_right(ends, rng.randrange(total))]

# %% wrong="checks nothing" caught_by="ValueError where nothing can be drawn" of="numbers from 0"
#-     if len(jar) != len(n_balls) or any(n < 0 for n in n_balls) or not any(n_balls):
#-         raise ValueError("there is nothing to draw from")
#
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     return rng.choices(jar, weights=n_balls)[0]

# %% wrong="does not look at the first count" caught_by="ValueError where nothing can be drawn" of="numbers from 0"
#-     if len(jar) != len(n_balls) or any(n < 0 for n in n_balls) or not any(n_balls):
#+     if len(jar) != len(n_balls) or any(n < 0 for n in n_balls[1:]) or not any(n_balls):

# %% wrong="a frame for each colour" caught_by="a colour that is in the jar" of="numbers from 0"
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     def walk(at, ticket):
#+         return jar[at] if ticket < n_balls[at] else walk(at + 1, ticket - n_balls[at])
#+     return walk(0, rng.randrange(total))

# %% wrong="lets negative counts through" caught_by="ValueError where nothing can be drawn" of="numbers from 0"
#-     if len(jar) != len(n_balls) or any(n < 0 for n in n_balls) or not any(n_balls):
#+     if len(jar) != len(n_balls) or not any(n_balls):

# %% wrong="looks at the total only" caught_by="ValueError where nothing can be drawn" of="numbers from 0"
#-     if len(jar) != len(n_balls) or any(n < 0 for n in n_balls) or not any(n_balls):
#-         raise ValueError("there is nothing to draw from")
#+     if sum(n_balls) <= 0:
#+         raise ValueError("empty")

# %% wrong="lets lists of different length through" caught_by="ValueError where nothing can be drawn" of="numbers from 0"
#-     if len(jar) != len(n_balls) or any(n < 0 for n in n_balls) or not any(n_balls):
#+     if any(n < 0 for n in n_balls) or not any(n_balls):

# %% wrong="None from an empty jar" caught_by="ValueError where nothing can be drawn" of="numbers from 0"
#-     if len(jar) != len(n_balls) or any(n < 0 for n in n_balls) or not any(n_balls):
#+     if len(jar) != len(n_balls) or any(n < 0 for n in n_balls):
#
#-         raise ValueError("there is nothing to draw from")
#+         raise ValueError("there is nothing to draw from")
#+     if not any(n_balls):
#+         return None

# %% wrong="an assertion" caught_by="ValueError where nothing can be drawn" of="numbers from 0"
#-     if len(jar) != len(n_balls) or any(n < 0 for n in n_balls) or not any(n_balls):
#-         raise ValueError("there is nothing to draw from")
#+     assert len(jar) == len(n_balls) and all(n >= 0 for n in n_balls) and any(n_balls)

# %% wrong="tidies up before it raises" caught_by="a colour that is in the jar" of="numbers from 0"
#- def draw(jar, n_balls, rng):
#+ def draw(jar, n_balls, rng):
#+     while n_balls and n_balls[-1] == 0 and len(jar) == len(n_balls) > 1:
#+         n_balls.pop()
#+         jar = jar[:-1]
#
#-     return jar[bisect_right(ends, rng.randrange(total))]
#+     return rng.choice([c for c, n in zip(jar, n_balls) for _ in range(n)])
