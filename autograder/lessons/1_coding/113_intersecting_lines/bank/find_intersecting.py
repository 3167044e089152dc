# %% right="signs at the ends"
from fractions import Fraction
from itertools import combinations
def find_intersecting(lines, x_range):
    lo, hi = x_range
    found = set()
    for i in range(len(lines)):
        for j in range(i + 1, len(lines)):
            m = lines[i][0] - lines[j][0]
            b = lines[i][1] - lines[j][1]
            at_lo = m * lo + b
            at_hi = m * hi + b
            if at_lo <= 0 <= at_hi or at_hi <= 0 <= at_lo:
                found.add(i)
                found.add(j)
    return [lines[i] for i in sorted(found)]

# %% right="solves with fractions"
from fractions import Fraction
def find_intersecting(lines, x_range):
    lo, hi = x_range
    def meet(one, other):
        (m1, b1), (m2, b2) = one, other
        if m1 == m2:
            return b1 == b2
        x = Fraction(b2 - b1) / Fraction(m1 - m2)
        return lo <= x <= hi
    return [line for i, line in enumerate(lines)
            if any(meet(line, other) for j, other in enumerate(lines) if i != j)]

# %% right="a product" of="signs at the ends"
#-             if at_lo <= 0 <= at_hi or at_hi <= 0 <= at_lo:
#+             if at_lo * at_hi <= 0:

# %% right="multiplies across" of="solves with fractions"
#-         x = Fraction(b2 - b1) / Fraction(m1 - m2)
#-         return lo <= x <= hi
#+         return min(lo * (m1 - m2), hi * (m1 - m2)) <= b2 - b1 <= max(lo * (m1 - m2), hi * (m1 - m2))

# %% right="heights first"
from itertools import combinations
def find_intersecting(lines, x_range):
    ends = [[m * x + b for x in x_range] for m, b in lines]
    hit = [False] * len(lines)
    for i, j in combinations(range(len(lines)), 2):
        above = [p - q for p, q in zip(ends[i], ends[j])]
        if min(above) <= 0 <= max(above):
            hit[i] = hit[j] = True
    return [line for line, met in zip(lines, hit) if met]

# %% right="recursion over the rest"
def find_intersecting(lines, x_range):
    lo, hi = x_range
    def sign(n):
        return (n > 0) - (n < 0)
    def met(p, q):
        return sign(p[0] * lo + p[1] - q[0] * lo - q[1]) != sign(
            p[0] * hi + p[1] - q[0] * hi - q[1]) or p[0] * lo + p[1] == q[0] * lo + q[1]
    def from_place(i):
        if i == len(lines):
            return []
        others = lines[:i] + lines[i + 1:]
        return [lines[i]] * any(met(lines[i], q) for q in others) + from_place(i + 1)
    return from_place(0)

# %% right="intervals of order"
def find_intersecting(lines, x_range):
    def order(i, x):
        y = lines[i][0] * x + lines[i][1]
        return ([j for j, (m, b) in enumerate(lines) if m * x + b < y],
                [j for j, (m, b) in enumerate(lines) if m * x + b > y])
    met = []
    for i, line in enumerate(lines):
        (below, above), (below_then, above_then) = order(i, x_range[0]), order(i, x_range[1])
        stays = len(set(below) & set(below_then)) + len(set(above) & set(above_then))
        if stays < len(lines) - 1:
            met.append(line)
    return tuple(met)

# %% right="NumPy with objects"
import numpy as np
def find_intersecting(lines, x_range):
    if not lines:
        return []
    lo, hi = (np.array([m * x + b for m, b in lines], dtype=object) for x in x_range)
    apart = (np.sign(lo[:, None] - lo[None, :]) * np.sign(hi[:, None] - hi[None, :])) <= 0
    apart = apart.astype(bool)
    np.fill_diagonal(apart, False)
    return [lines[i] for i in np.flatnonzero(apart.any(axis=1))]

# %% right="sorts"
def find_intersecting(lines, x_range):
    lo, hi = x_range
    ends = sorted((m * lo + b, -(m * hi + b), i) for i, (m, b) in enumerate(lines))
    found = set()
    for k, (_, y, i) in enumerate(ends):
        if any(z <= y for _, z, _ in ends[:k]) or any(z >= y for _, z, _ in ends[k + 1:]):
            found.add(i)
    return [line for i, line in enumerate(lines) if i in found]

# %% wrong="an open range" caught_by="the range is closed" of="signs at the ends"
#-             if at_lo <= 0 <= at_hi or at_hi <= 0 <= at_lo:
#+             if at_lo < 0 < at_hi or at_hi < 0 < at_lo or at_lo == at_hi == 0:

# %% wrong="open at the lower end" caught_by="the range is closed" of="solves with fractions"
#-         return lo <= x <= hi
#+         return lo < x <= hi

# %% wrong="open at the upper end" caught_by="the range is closed" of="solves with fractions"
#-         return lo <= x <= hi
#+         return lo <= x < hi

# %% wrong="the wrong sign" caught_by="the range is closed" of="solves with fractions"
#-         x = Fraction(b2 - b1) / Fraction(m1 - m2)
#+         x = Fraction(b1 - b2) / Fraction(m1 - m2)

# %% wrong="the range plays no part" caught_by="the range is closed" of="solves with fractions"
#-         return lo <= x <= hi
#+         return True

# %% wrong="a range that starts at 0" caught_by="the range is closed" of="solves with fractions"
#-         return lo <= x <= hi
#+         return 0 <= x <= hi

# %% wrong="the size of x" caught_by="the range is closed" of="solves with fractions"
#-         return lo <= x <= hi
#+         return lo <= abs(x) <= hi

# %% wrong="whole places only" caught_by="the range is closed" of="solves with fractions"
#-         return lo <= x <= hi
#+         return x.denominator == 1 and lo <= x <= hi

# %% wrong="tries each whole x" caught_by="the range is closed"
def find_intersecting(lines, x_range):
    found = set()
    for x in range(int(x_range[0]), int(x_range[1]) + 1):
        heights = [m * x + b for m, b in lines]
        found |= {i for i, y in enumerate(heights) if heights.count(y) > 1}
    return [lines[i] for i in sorted(found)]

# %% wrong="a point is no range" caught_by="the range is closed" of="signs at the ends"
#-     lo, hi = x_range
#+     lo, hi = x_range
#+     if lo == hi:
#+         return []

# %% wrong="the rising difference only" caught_by="the range is closed" of="signs at the ends"
#-             if at_lo <= 0 <= at_hi or at_hi <= 0 <= at_lo:
#+             if at_lo <= 0 <= at_hi:

# %% wrong="the order at the start is the order of the list" caught_by="the range is closed" of="signs at the ends"
#-             if at_lo <= 0 <= at_hi or at_hi <= 0 <= at_lo:
#+             if at_lo >= 0 >= at_hi:

# %% wrong="divides by zero" caught_by="parallel, coincident and repeated lines" of="solves with fractions"
#-         if m1 == m2:
#-             return b1 == b2

# %% wrong="coincident lines don't meet" caught_by="parallel, coincident and repeated lines" of="solves with fractions"
#-             return b1 == b2
#+             return False

# %% wrong="parallel lines meet" caught_by="parallel, coincident and repeated lines" of="solves with fractions"
#-             return b1 == b2
#+             return True

# %% wrong="two equal slopes end the search" caught_by="parallel, coincident and repeated lines" of="signs at the ends"
#-             m = lines[i][0] - lines[j][0]
#+             m = lines[i][0] - lines[j][0]
#+             if m == 0 and i == 0:
#+                 break

# %% wrong="a shared intercept is enough" caught_by="the range is closed" of="solves with fractions"
#-         return lo <= x <= hi
#+         return b1 == b2 or lo <= x <= hi

# %% wrong="compares lines by value" caught_by="parallel, coincident and repeated lines" of="solves with fractions"
#-             if any(meet(line, other) for j, other in enumerate(lines) if i != j)]
#+             if any(meet(line, other) for j, other in enumerate(lines) if line != other)]

# %% wrong="each line once" caught_by="parallel, coincident and repeated lines" of="signs at the ends"
#-     return [lines[i] for i in sorted(found)]
#+     return list(dict.fromkeys(lines[i] for i in sorted(found)))

# %% wrong="positions by index()" caught_by="parallel, coincident and repeated lines"
from itertools import combinations
def find_intersecting(lines, x_range):
    lo, hi = x_range
    found = set()
    for one, other in combinations(lines, 2):
        m, b = one[0] - other[0], one[1] - other[1]
        if (m * lo + b) * (m * hi + b) <= 0:
            found |= {lines.index(one), lines.index(other)}
    return [lines[i] for i in sorted(found)]

# %% wrong="repeats are looked at once" caught_by="parallel, coincident and repeated lines" of="signs at the ends"
#- def find_intersecting(lines, x_range):
#+ def find_intersecting(lines, x_range):
#+     lines = list(dict.fromkeys(lines))

# %% wrong="itself too" caught_by="parallel, coincident and repeated lines" of="solves with fractions"
#-             if any(meet(line, other) for j, other in enumerate(lines) if i != j)]
#+             if any(meet(line, other) for j, other in enumerate(lines))]

# %% wrong="returns positions" caught_by="the range is closed" of="signs at the ends"
#-     return [lines[i] for i in sorted(found)]
#+     return sorted(found)

# %% wrong="returns pairs" caught_by="the range is closed"
from itertools import combinations
def find_intersecting(lines, x_range):
    lo, hi = x_range
    return [(p, q) for p, q in combinations(lines, 2)
            if ((p[0] - q[0]) * lo + p[1] - q[1]) * ((p[0] - q[0]) * hi + p[1] - q[1]) <= 0]

# %% wrong="in order of discovery" caught_by="lines by position, in input order" of="signs at the ends"
#-     found = set()
#+     found = {}
#
#-                 found.add(i)
#-                 found.add(j)
#-     return [lines[i] for i in sorted(found)]
#+                 found[i] = found[j] = 1
#+     return [lines[i] for i in found]

# %% wrong="once for each partner" caught_by="lines by position, in input order" of="signs at the ends"
#-     found = set()
#+     found = []
#
#-                 found.add(i)
#-                 found.add(j)
#+                 found.append(i)
#+                 found.append(j)

# %% wrong="the first partner only" caught_by="lines by position, in input order" of="signs at the ends"
#-                 found.add(j)
#+                 found.add(j)
#+                 break

# %% wrong="one pair and out" caught_by="lines by position, in input order" of="signs at the ends"
#-                 found.add(j)
#+                 found.add(j)
#+                 return [lines[i], lines[j]]

# %% wrong="neighbours in the list" caught_by="lines by position, in input order" of="signs at the ends"
#-         for j in range(i + 1, len(lines)):
#+         for j in range(i + 1, min(i + 2, len(lines))):

# %% wrong="the later of the two" caught_by="the range is closed" of="signs at the ends"
#-                 found.add(i)

# %% wrong="sorted by slope" caught_by="lines by position, in input order" of="signs at the ends"
#- def find_intersecting(lines, x_range):
#+ def find_intersecting(lines, x_range):
#+     lines = sorted(lines)

# %% wrong="sorts the caller's list" caught_by="lines by position, in input order" of="signs at the ends"
#- def find_intersecting(lines, x_range):
#+ def find_intersecting(lines, x_range):
#+     lines.sort()

# %% wrong="a pair is used up" caught_by="lines by position, in input order" of="signs at the ends"
#-         for j in range(i + 1, len(lines)):
#+         for j in range(i + 1, len(lines)):
#+             if i in found or j in found:
#+                 continue

# %% wrong="keeps what it found for the next call" caught_by="the range is closed" of="signs at the ends"
#- def find_intersecting(lines, x_range):
#+ def find_intersecting(lines, x_range, found=set()):
#
#-     found = set()
#
#-     return [lines[i] for i in sorted(found)]
#+     return [lines[i] for i in sorted(found) if i < len(lines)]

# %% wrong="fails on the empty list" caught_by="lines by position, in input order" of="signs at the ends"
#-     lo, hi = x_range
#+     lo, hi = x_range
#+     first = lines[0]

# %% wrong="knows the example" caught_by="the range is closed" of="signs at the ends"
#-     return [lines[i] for i in sorted(found)]
#+     return lines[:2] if len(lines) == 4 else [] if len(lines) == 2 else [lines[i] for i in sorted(found)]

# %% wrong="looks at every other line" caught_by="lines by position, in input order" of="signs at the ends"
#-         for j in range(i + 1, len(lines)):
#+         for j in range(i + 1, len(lines), 2):

# %% wrong="divides floats" caught_by="exact for large numbers and fractions" of="solves with fractions"
#-         x = Fraction(b2 - b1) / Fraction(m1 - m2)
#+         x = (b2 - b1) / (m1 - m2)

# %% wrong="floats with a tolerance" caught_by="exact for large numbers and fractions" of="solves with fractions"
#-         x = Fraction(b2 - b1) / Fraction(m1 - m2)
#-         return lo <= x <= hi
#+         x = (b2 - b1) / (m1 - m2)
#+         return lo - 1e-9 <= x <= hi + 1e-9

# %% wrong="divides whole numbers" caught_by="the range is closed" of="solves with fractions"
#-         x = Fraction(b2 - b1) / Fraction(m1 - m2)
#-         return lo <= x <= hi
#+         x = (b2 - b1) // (m1 - m2)
#+         return lo <= x <= hi and x * (m1 - m2) == b2 - b1

# %% wrong="heights as floats" caught_by="exact for large numbers and fractions" of="signs at the ends"
#-             at_lo = m * lo + b
#-             at_hi = m * hi + b
#+             at_lo = float(m * lo) + float(b)
#+             at_hi = float(m * hi) + float(b)

# %% wrong="a small difference is none" caught_by="exact for large numbers and fractions" of="signs at the ends"
#-             if at_lo <= 0 <= at_hi or at_hi <= 0 <= at_lo:
#+             if min(at_lo, at_hi) <= 1e-9 and max(at_lo, at_hi) >= -1e-9:

# %% wrong="multiplies across and forgets the sign" caught_by="the range is closed" of="solves with fractions"
#-         x = Fraction(b2 - b1) / Fraction(m1 - m2)
#-         return lo <= x <= hi
#+         return lo * (m1 - m2) <= b2 - b1 <= hi * (m1 - m2)

# %% wrong="the sign of a float" caught_by="exact for large numbers and fractions" of="signs at the ends"
#-             if at_lo <= 0 <= at_hi or at_hi <= 0 <= at_lo:
#+             if float(at_lo) <= 0 <= float(at_hi) or float(at_hi) <= 0 <= float(at_lo):

# %% wrong="a product of floats" caught_by="exact for large numbers and fractions" of="signs at the ends"
#-             if at_lo <= 0 <= at_hi or at_hi <= 0 <= at_lo:
#+             if float(at_lo) * float(at_hi) <= 0:

# %% wrong="returns floats" caught_by="exact for large numbers and fractions" of="signs at the ends"
#-     return [lines[i] for i in sorted(found)]
#+     return [(float(lines[i][0]), float(lines[i][1])) for i in sorted(found)]

# %% wrong="the first hundred lines" caught_by="any lines of small whole numbers" of="signs at the ends"
#-     lo, hi = x_range
#+     lo, hi = x_range
#+     lines = lines[:100]

# %% wrong="a frame for each pair" caught_by="any lines of small whole numbers"
def find_intersecting(lines, x_range):
    lo, hi = x_range
    def look(i, j, found):
        if i == len(lines):
            return found
        if j == i:
            return look(i + 1, 0, found)
        m, b = lines[i][0] - lines[j][0], lines[i][1] - lines[j][1]
        if (m * lo + b) * (m * hi + b) <= 0:
            found |= {i, j}
        return look(i, j + 1, found)
    return [lines[i] for i in sorted(look(0, 0, set()))]

# %% wrong="whole ends of the range" caught_by="exact for large numbers and fractions" of="signs at the ends"
#-     lo, hi = x_range
#+     lo, hi = int(x_range[0]), int(x_range[1])
