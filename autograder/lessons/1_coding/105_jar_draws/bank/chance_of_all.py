# %% right="colour after colour"
from fractions import Fraction
from math import comb
def chance_of_all(n_balls, k):
    if any(n < 0 for n in n_balls) or not 0 <= k <= sum(n_balls):
        raise ValueError("k balls can't be drawn")
    ways = [1] + [0] * k
    for n in n_balls:
        if n:
            ways = [sum(ways[drawn - i] * comb(n, i) for i in range(1, min(n, drawn) + 1))
                    for drawn in range(k + 1)]
    return Fraction(ways[k], comb(sum(n_balls), k))

# %% right="recursion that remembers"
import random
from fractions import Fraction
from functools import cache, reduce
from itertools import combinations, product
from math import comb, factorial, perm, prod
def chance_of_all(n_balls, k):
    if any(n < 0 for n in n_balls) or not 0 <= k <= sum(n_balls):
        raise ValueError("k balls can't be drawn")
    counts = [n for n in n_balls if n]
    m, total = len(counts), sum(counts)
    @cache
    def ways(at, left):
        if at == m:
            return int(left == 0)
        return sum(comb(counts[at], i) * ways(at + 1, left - i)
                   for i in range(1, min(counts[at], left) + 1))
    return Fraction(ways(0, k), comb(total, k))

# %% right="sums of missing balls with a sign"
import random
from fractions import Fraction
from functools import cache, reduce
from itertools import combinations, product
from math import comb, factorial, perm, prod
def chance_of_all(n_balls, k):
    if any(n < 0 for n in n_balls) or not 0 <= k <= sum(n_balls):
        raise ValueError("k balls can't be drawn")
    counts = [n for n in n_balls if n]
    m, total = len(counts), sum(counts)
    signed = {0: 1}
    for n in counts:
        for gone, sign in list(signed.items())[::-1]:
            signed[gone + n] = signed.get(gone + n, 0)
        signed = {gone: signed.get(gone, 0) - signed.get(gone - n, 0) for gone in signed}
    return Fraction(sum(sign * comb(total - gone, k) for gone, sign in signed.items()),
                    comb(total, k))

# %% right="one large integer for a polynomial"
import random
from fractions import Fraction
from functools import cache, reduce
from itertools import combinations, product
from math import comb, factorial, perm, prod
def chance_of_all(n_balls, k):
    if any(n < 0 for n in n_balls) or not 0 <= k <= sum(n_balls):
        raise ValueError("k balls can't be drawn")
    counts = [n for n in n_balls if n]
    m, total = len(counts), sum(counts)
    bits = total + 8
    x = 1 << bits
    whole = prod((1 + x) ** n - 1 for n in counts)
    return Fraction(whole >> bits * k & x - 1, comb(total, k))

# %% right="the chance, colour by colour"
import random
from fractions import Fraction
from functools import cache, reduce
from itertools import combinations, product
from math import comb, factorial, perm, prod
def chance_of_all(n_balls, k):
    if any(n < 0 for n in n_balls) or not 0 <= k <= sum(n_balls):
        raise ValueError("k balls can't be drawn")
    counts = [n for n in n_balls if n]
    m, total = len(counts), sum(counts)
    chances, rest = {k: Fraction(1)}, total
    for n in counts:
        after = {}
        for left, chance in chances.items():
            for i in range(1, min(n, left) + 1):
                if left - i <= rest - n:
                    one = Fraction(comb(n, i) * comb(rest - n, left - i), comb(rest, left))
                    after[left - i] = after.get(left - i, 0) + chance * one
        chances, rest = after, rest - n
    return chances.get(0, Fraction(0))

# %% right="multiplies polynomials" of="one large integer for a polynomial"
#-     bits = total + 8
#-     x = 1 << bits
#-     whole = prod((1 + x) ** n - 1 for n in counts)
#-     return Fraction(whole >> bits * k & x - 1, comb(total, k))
#+     def times(p, q):
#+         out = [0] * (len(p) + len(q) - 1)
#+         for i, a in enumerate(p):
#+             for j, b in enumerate(q):
#+                 out[i + j] += a * b
#+         return out[: k + 1]
#+     ways = reduce(times, ([0, *(comb(n, i) for i in range(1, n + 1))] for n in counts), [1])
#+     return Fraction(ways[k] if k < len(ways) else 0, comb(total, k))

# %% right="ball after ball"
import random
from fractions import Fraction
from functools import cache, reduce
from itertools import combinations, product
from math import comb, factorial, perm, prod
def chance_of_all(n_balls, k):
    if any(n < 0 for n in n_balls) or not 0 <= k <= sum(n_balls):
        raise ValueError("k balls can't be drawn")
    counts = [n for n in n_balls if n]
    m, total = len(counts), sum(counts)
    if k < m:
        return 0
    ways = {0: 1}
    for n in counts:
        taken = {(d, False): w for d, w in ways.items()}
        for _ in range(n):
            step = dict(taken)
            for (d, _), w in taken.items():
                if d < k:
                    step[d + 1, True] = step.get((d + 1, True), 0) + w
            taken = step
        ways = {d: w for (d, some), w in taken.items() if some}
    return Fraction(ways.get(k, 0), comb(total, k))

# %% wrong="puts the balls back" caught_by="edges and errors" of="one large integer for a polynomial"
#-     bits = total + 8
#-     x = 1 << bits
#-     whole = prod((1 + x) ** n - 1 for n in counts)
#-     return Fraction(whole >> bits * k & x - 1, comb(total, k))
#+     if not k:
#+         return Fraction(not m)
#+     ways = sum((-1) ** size * sum(left) ** k for size in range(m + 1)
#+                for left in combinations(counts, m - size))
#+     return Fraction(ways, total ** k)

# %% wrong="colours as if independent" caught_by="edges and errors" of="one large integer for a polynomial"
#-     bits = total + 8
#-     x = 1 << bits
#-     whole = prod((1 + x) ** n - 1 for n in counts)
#-     return Fraction(whole >> bits * k & x - 1, comb(total, k))
#+     return prod((1 - Fraction(comb(total - n, k), comb(total, k)) for n in counts), start=Fraction(1))

# %% wrong="one colour missing, and no more" caught_by="exact chances" of="one large integer for a polynomial"
#-     bits = total + 8
#-     x = 1 << bits
#-     whole = prod((1 + x) ** n - 1 for n in counts)
#-     return Fraction(whole >> bits * k & x - 1, comb(total, k))
#+     return 1 - sum((Fraction(comb(total - n, k), comb(total, k)) for n in counts), start=Fraction(0))

# %% wrong="never subtracts" caught_by="edges and errors" of="one large integer for a polynomial"
#-     bits = total + 8
#-     x = 1 << bits
#-     whole = prod((1 + x) ** n - 1 for n in counts)
#-     return Fraction(whole >> bits * k & x - 1, comb(total, k))
#+     ways = sum(comb(total - sum(gone), k) for size in range(m + 1)
#+                for gone in combinations(counts, size))
#+     return Fraction(ways, comb(total, k))

# %% wrong="one of each, then any" caught_by="edges and errors" of="one large integer for a polynomial"
#-     bits = total + 8
#-     x = 1 << bits
#-     whole = prod((1 + x) ** n - 1 for n in counts)
#-     return Fraction(whole >> bits * k & x - 1, comb(total, k))
#+     if k < m:
#+         return 0
#+     return Fraction(prod(counts) * comb(total - m, k - m), comb(total, k))

# %% wrong="numbers of each colour equally likely" caught_by="exact chances" of="one large integer for a polynomial"
#-     bits = total + 8
#-     x = 1 << bits
#-     whole = prod((1 + x) ** n - 1 for n in counts)
#-     return Fraction(whole >> bits * k & x - 1, comb(total, k))
#+     hands = [h for h in product(*(range(n + 1) for n in counts)) if sum(h) == k]
#+     return Fraction(sum(all(h) for h in hands), len(hands))

# %% wrong="in order over not in order" caught_by="edges and errors" of="one large integer for a polynomial"
#-     bits = total + 8
#-     x = 1 << bits
#-     whole = prod((1 + x) ** n - 1 for n in counts)
#-     return Fraction(whole >> bits * k & x - 1, comb(total, k))
#+     ways = [1] + [0] * k
#+     for n in n_balls:
#+         if n:
#+             ways = [sum(ways[drawn - i] * comb(n, i) for i in range(1, min(n, drawn) + 1))
#+                     for drawn in range(k + 1)]
#+     return Fraction(ways[k], perm(total, k))

# %% wrong="a float" caught_by="edges and errors" of="colour after colour"
#-     return Fraction(ways[k], comb(sum(n_balls), k))
#+     return ways[k] / comb(sum(n_balls), k)

# %% wrong="a fraction of a float" caught_by="edges and errors" of="colour after colour"
#-     return Fraction(ways[k], comb(sum(n_balls), k))
#+     return Fraction(ways[k] / comb(sum(n_balls), k))

# %% wrong="rounded to a simple fraction" caught_by="exact chances" of="colour after colour"
#-     return Fraction(ways[k], comb(sum(n_balls), k))
#+     return Fraction(ways[k], comb(sum(n_balls), k)).limit_denominator(20)

# %% wrong="a denominator of at most a million" caught_by="no list of all subsets or hands" of="colour after colour"
#-     return Fraction(ways[k], comb(sum(n_balls), k))
#+     return Fraction(ways[k], comb(sum(n_balls), k)).limit_denominator(10**6)

# %% wrong="NumPy's 64 bits" caught_by="no list of all subsets or hands" of="one large integer for a polynomial"
#-     bits = total + 8
#-     x = 1 << bits
#-     whole = prod((1 + x) ** n - 1 for n in counts)
#-     return Fraction(whole >> bits * k & x - 1, comb(total, k))
#+     import numpy as np
#+     ways = np.array([1])
#+     for n in counts:
#+         ways = np.convolve(ways, [0, *(comb(n, i) for i in range(1, n + 1))])
#+     return Fraction(int(ways[k]), comb(total, k))

# %% wrong="one colour missing, cut at 0" caught_by="exact chances" of="one large integer for a polynomial"
#-     bits = total + 8
#-     x = 1 << bits
#-     whole = prod((1 + x) ** n - 1 for n in counts)
#-     return Fraction(whole >> bits * k & x - 1, comb(total, k))
#+     return max(Fraction(0), 1 - sum(Fraction(comb(total - n, k), comb(total, k)) for n in counts))

# %% wrong="no colour may be empty" caught_by="edges and errors" of="colour after colour"
#-         if n:
#+         if True:

# %% wrong="also none of a colour" caught_by="edges and errors" of="colour after colour"
#-             ways = [sum(ways[drawn - i] * comb(n, i) for i in range(1, min(n, drawn) + 1))
#+             ways = [sum(ways[drawn - i] * comb(n, i) for i in range(0, min(n, drawn) + 1))

# %% wrong="never all of a colour" caught_by="edges and errors" of="colour after colour"
#-             ways = [sum(ways[drawn - i] * comb(n, i) for i in range(1, min(n, drawn) + 1))
#+             ways = [sum(ways[drawn - i] * comb(n, i) for i in range(1, min(n, drawn + 1)))

# %% wrong="balls of a colour are one" caught_by="edges and errors" of="colour after colour"
#-             ways = [sum(ways[drawn - i] * comb(n, i) for i in range(1, min(n, drawn) + 1))
#+             ways = [sum(ways[drawn - i] * 1 for i in range(1, min(n, drawn) + 1))

# %% wrong="at most k balls" caught_by="edges and errors" of="colour after colour"
#-     return Fraction(ways[k], comb(sum(n_balls), k))
#+     return Fraction(sum(ways), comb(sum(n_balls), k))

# %% wrong="nothing is never right" caught_by="edges and errors" of="colour after colour"
#-         raise ValueError("k balls can't be drawn")
#+         raise ValueError("k balls can't be drawn")
#+     if k == 0:
#+         return 0

# %% wrong="more draws than balls are fine" caught_by="edges and errors" of="colour after colour"
#-     if any(n < 0 for n in n_balls) or not 0 <= k <= sum(n_balls):
#+     if any(n < 0 for n in n_balls) or k < 0:
#
#-                     for drawn in range(k + 1)]
#+                     for drawn in range(k + 1)]
#+     if k > sum(n_balls):
#+         return 1

# %% wrong="a negative k gives 0" caught_by="edges and errors" of="colour after colour"
#- def chance_of_all(n_balls, k):
#+ def chance_of_all(n_balls, k):
#+     if k < 0:
#+         return 0

# %% wrong="lets negative counts through" caught_by="edges and errors" of="colour after colour"
#-     if any(n < 0 for n in n_balls) or not 0 <= k <= sum(n_balls):
#+     if not 0 <= k <= sum(n_balls):
#
#-         if n:
#+         if n > 0:

# %% wrong="drops empty colours from the caller's list" caught_by="edges and errors" of="colour after colour"
#-         raise ValueError("k balls can't be drawn")
#+         raise ValueError("k balls can't be drawn")
#+     while 0 in n_balls:
#+         n_balls.remove(0)

# %% wrong="sorts the caller's list" caught_by="exact chances" of="colour after colour"
#-         raise ValueError("k balls can't be drawn")
#+         raise ValueError("k balls can't be drawn")
#+     n_balls.sort()

# %% wrong="remembers by k" caught_by="edges and errors" of="colour after colour"
#- def chance_of_all(n_balls, k):
#+ def chance_of_all(n_balls, k, memory={}):
#
#-     return Fraction(ways[k], comb(sum(n_balls), k))
#+     return memory.setdefault(k, Fraction(ways[k], comb(sum(n_balls), k)))

# %% wrong="wrong for an even number of colours" caught_by="edges and errors" of="colour after colour"
#-     return Fraction(ways[k], comb(sum(n_balls), k))
#+     return Fraction(ways[k] - (len(n_balls) % 2 == 0 and k > 1), comb(sum(n_balls), k))

# %% wrong="runs it a thousand times" caught_by="edges and errors" of="one large integer for a polynomial"
#-     bits = total + 8
#-     x = 1 << bits
#-     whole = prod((1 + x) ** n - 1 for n in counts)
#-     return Fraction(whole >> bits * k & x - 1, comb(total, k))
#+     balls = [at for at, n in enumerate(counts) for _ in range(n)]
#+     rng = random.Random(1)
#+     return Fraction(sum(len({*rng.sample(balls, k)}) == m for _ in range(1_000)), 1_000)

# %% wrong="lists all hands" caught_by="no list of all subsets or hands" of="one large integer for a polynomial"
#-     bits = total + 8
#-     x = 1 << bits
#-     whole = prod((1 + x) ** n - 1 for n in counts)
#-     return Fraction(whole >> bits * k & x - 1, comb(total, k))
#+     balls = [at for at, n in enumerate(counts) for _ in range(n)]
#+     good = hands = 0
#+     for hand in combinations(balls, k):
#+         hands += 1
#+         good += len(set(hand)) == m
#+     return Fraction(good, hands)

# %% wrong="lists all subsets of colours" caught_by="no list of all subsets or hands" of="one large integer for a polynomial"
#-     bits = total + 8
#-     x = 1 << bits
#-     whole = prod((1 + x) ** n - 1 for n in counts)
#-     return Fraction(whole >> bits * k & x - 1, comb(total, k))
#+     ways = 0
#+     for size in range(m + 1):
#+         for missing in combinations(counts, size):
#+             ways += (-1) ** size * comb(total - sum(missing), k)
#+     return Fraction(ways, comb(total, k))

# %% wrong="recursion that forgets" caught_by="no list of all subsets or hands" of="recursion that remembers"
#-     @cache
#
#-             return int(left == 0)
#+             return left == 0
