# %% right="two sweeps"
def find_intersecting_fast(lines, x_range):
    lo, hi = x_range
    ends = [(m * lo + b, m * hi + b) for m, b in lines]
    order = sorted(range(len(lines)), key=lambda i: (ends[i][0], -ends[i][1]))
    found = [False] * len(lines)
    for places, sign in ((order, 1), (order[::-1], -1)):
        best = None
        for i in places:
            height = sign * ends[i][1]
            if best is not None and best >= height:
                found[i] = True
            if best is None or height > best:
                best = height
    return [line for line, met in zip(lines, found) if met]

# %% right="arrays of extremes"
from itertools import accumulate
def find_intersecting_fast(lines, x_range):
    lo, hi = x_range
    order = sorted(range(len(lines)),
                   key=lambda i: (lines[i][0] * lo + lines[i][1], -lines[i][0]))
    then = [lines[i][0] * hi + lines[i][1] for i in order]
    highest = list(accumulate(then, max))
    lowest = list(accumulate(reversed(then), min))[::-1]
    found = set()
    for k, i in enumerate(order):
        before = k > 0 and highest[k - 1] >= then[k]
        after = k + 1 < len(then) and lowest[k + 1] <= then[k]
        if before or after:
            found.add(i)
    return [lines[i] for i in sorted(found)]

# %% right="fractions throughout" of="two sweeps"
#-     lo, hi = x_range
#+     from fractions import Fraction
#+     lo, hi = map(Fraction, x_range)

# %% right="starts at the upper end" of="two sweeps"
#-     ends = [(m * lo + b, m * hi + b) for m, b in lines]
#+     ends = [(m * hi + b, m * lo + b) for m, b in lines]

# %% right="a sort in place of a copy"
def find_intersecting_fast(lines, x_range):
    lo, hi = x_range
    rows = [(m * lo + b, -m * hi - b, i) for i, (m, b) in enumerate(lines)]
    rows.sort()
    met = [0] * len(rows)
    top = bottom = None
    for _, fall, i in rows:
        if top is not None and fall >= top:
            met[i] = 1
        top = fall if top is None else min(top, fall)
    for _, fall, i in rows[::-1]:
        if bottom is not None and fall <= bottom:
            met[i] = 1
        bottom = fall if bottom is None else max(bottom, fall)
    return [line for line, one in zip(lines, met) if one]

# %% right="groups that hold together"
def find_intersecting_fast(lines, x_range):
    lo, hi = x_range
    ends = {i: (m * lo + b, m * hi + b) for i, (m, b) in enumerate(lines)}
    here = sorted(ends, key=lambda i: (ends[i][0], -ends[i][1]))
    lone, top = set(), []
    for i in here:
        top.append(max(top[-1], ends[i][1]) if top else ends[i][1])
    floor = None
    for k in range(len(here) - 1, -1, -1):
        y = ends[here[k]][1]
        if (k == 0 or top[k - 1] < y) and (floor is None or y < floor):
            lone.add(here[k])
        floor = y if floor is None or y < floor else floor
    return tuple(lines[i] for i in range(len(lines)) if i not in lone)

# %% right="a merge of halves"
def find_intersecting_fast(lines, x_range):
    lo, hi = x_range
    ends = sorted((m * lo + b, -(m * hi + b), i) for i, (m, b) in enumerate(lines))
    met = set()
    def solve(part):
        if len(part) < 2:
            return part
        left, right = solve(part[:len(part) // 2]), solve(part[len(part) // 2:])
        highest, lowest = left[-1][0], right[0][0]
        for y, i in reversed(left):
            if y < lowest:
                break
            met.add(i)
        for y, i in right:
            if y > highest:
                break
            met.add(i)
        return sorted(left + right)
    solve([(-z, i) for _, z, i in ends])
    return [lines[i] for i in sorted(met)]

# %% wrong="an open range at the upper end" caught_by="ties at an end" of="two sweeps"
#-             if best is not None and best >= height:
#+             if best is not None and best > height:

# %% wrong="ties in input order" caught_by="ties at an end" of="two sweeps"
#-     order = sorted(range(len(lines)), key=lambda i: (ends[i][0], -ends[i][1]))
#+     order = sorted(range(len(lines)), key=lambda i: ends[i][0])

# %% wrong="ties the other way round" caught_by="ties at an end" of="two sweeps"
#-     order = sorted(range(len(lines)), key=lambda i: (ends[i][0], -ends[i][1]))
#+     order = sorted(range(len(lines)), key=lambda i: (ends[i][0], ends[i][1]))

# %% wrong="ties by steepness the other way" caught_by="ties at an end" of="arrays of extremes"
#-                    key=lambda i: (lines[i][0] * lo + lines[i][1], -lines[i][0]))
#+                    key=lambda i: (lines[i][0] * lo + lines[i][1], lines[i][0]))

# %% wrong="forwards only" caught_by="ties at an end" of="two sweeps"
#-     for places, sign in ((order, 1), (order[::-1], -1)):
#+     for places, sign in ((order, 1),):

# %% wrong="backwards only" caught_by="ties at an end" of="two sweeps"
#-     for places, sign in ((order, 1), (order[::-1], -1)):
#+     for places, sign in ((order[::-1], -1),):

# %% wrong="the line before, not the highest" caught_by="the same lines as find_intersecting" of="two sweeps"
#-             if best is None or height > best:
#+             if True:

# %% wrong="neighbours in the order" caught_by="the same lines as find_intersecting"
def find_intersecting_fast(lines, x_range):
    lo, hi = x_range
    ends = [(m * lo + b, m * hi + b) for m, b in lines]
    order = sorted(range(len(lines)), key=lambda i: (ends[i][0], -ends[i][1]))
    found = set()
    for i, j in zip(order, order[1:]):
        if ends[i][1] >= ends[j][1]:
            found |= {i, j}
    return [lines[i] for i in sorted(found)]

# %% wrong="neighbours at both ends" caught_by="the same lines as find_intersecting"
def find_intersecting_fast(lines, x_range):
    found = set()
    for x, other in (x_range, x_range[::-1]):
        here = [m * x + b for m, b in lines]
        there = [m * other + b for m, b in lines]
        order = sorted(range(len(lines)), key=lambda i: (here[i], -there[i]))
        for i, j in zip(order, order[1:]):
            if there[i] >= there[j] or here[i] == here[j]:
                found |= {i, j}
    return [lines[i] for i in sorted(found)]

# %% wrong="another place in the order" caught_by="ties at an end"
def find_intersecting_fast(lines, x_range):
    orders = [sorted(range(len(lines)), key=lambda i: lines[i][0] * x + lines[i][1])
              for x in x_range]
    moved = {i for i, j in zip(*orders) if i != j}
    return [lines[i] for i in sorted(moved)]

# %% wrong="another rank" caught_by="the same lines as find_intersecting"
from collections import Counter
def find_intersecting_fast(lines, x_range):
    ends = [tuple(m * x + b for x in x_range) for m, b in lines]
    columns = [Counter(ys) for ys in zip(*ends)]
    ranks = [{y: k for k, y in enumerate(sorted(column))} for column in columns]
    return [line for line, (y, z) in zip(lines, ends) if ranks[0][y] != ranks[1][z]
            or columns[0][y] > 1 or columns[1][z] > 1]

# %% wrong="the highest of all" caught_by="ties at an end" of="arrays of extremes"
#-         before = k > 0 and highest[k - 1] >= then[k]
#+         before = k > 0 and highest[-1] >= then[k]

# %% wrong="itself included" caught_by="ties at an end" of="arrays of extremes"
#-         before = k > 0 and highest[k - 1] >= then[k]
#+         before = highest[k] > then[k]

# %% wrong="heights of the slope alone" caught_by="ties at an end" of="arrays of extremes"
#-     then = [lines[i][0] * hi + lines[i][1] for i in order]
#+     then = [lines[i][0] for i in order]

# %% wrong="sorts by intercept" caught_by="the same lines as find_intersecting" of="two sweeps"
#-     ends = [(m * lo + b, m * hi + b) for m, b in lines]
#+     ends = [(b, m * hi + b) for m, b in lines]

# %% wrong="in order of height" caught_by="the same lines as find_intersecting" of="arrays of extremes"
#-     return [lines[i] for i in sorted(found)]
#+     return [lines[i] for i in order if i in found]

# %% wrong="each line once" caught_by="ties at an end" of="arrays of extremes"
#-     return [lines[i] for i in sorted(found)]
#+     return list(dict.fromkeys(lines[i] for i in sorted(found)))

# %% wrong="sorts the caller's list" caught_by="ties at an end" of="two sweeps"
#-     lo, hi = x_range
#+     lo, hi = x_range
#+     lines.sort(key=lambda line: line[0] * lo + line[1])

# %% wrong="repeats are one line" caught_by="ties at an end" of="two sweeps"
#-     lo, hi = x_range
#+     lo, hi = x_range
#+     lines = list(dict.fromkeys(lines))

# %% wrong="not for the empty list" caught_by="the same lines as find_intersecting" of="two sweeps"
#-         best = None
#+         best = sign * ends[places[0]][1] - 1

# %% wrong="nothing is the highest" caught_by="the same lines as find_intersecting" of="two sweeps"
#-         best = None
#+         best = -10
#
#-             if best is not None and best >= height:
#+             if best >= height:
#
#-             if best is None or height > best:
#+             if height > best:

# %% wrong="a falsy highest" caught_by="ties at an end" of="two sweeps"
#-             if best is not None and best >= height:
#+             if best and best >= height:

# %% wrong="keeps the highest for the next call" caught_by="the same lines as find_intersecting" of="two sweeps"
#- def find_intersecting_fast(lines, x_range):
#+ def find_intersecting_fast(lines, x_range, kept={}):
#
#-         best = None
#+         best = kept.get(sign)
#
#-                 best = height
#+                 best = kept[sign] = height

# %% wrong="floats for heights" caught_by="exact for large numbers and fractions" of="two sweeps"
#-     ends = [(m * lo + b, m * hi + b) for m, b in lines]
#+     ends = [(float(m * lo + b), float(m * hi + b)) for m, b in lines]

# %% wrong="64-bit heights" caught_by="exact for large numbers and fractions" of="two sweeps"
#-     ends = [(m * lo + b, m * hi + b) for m, b in lines]
#+     ends = [(m * lo + b, m * hi + b) for m, b in lines]
#+     import numpy as np
#+     ends = np.array(ends, dtype=np.float64).reshape(-1, 2)

# %% wrong="rounds heights" caught_by="exact for large numbers and fractions" of="two sweeps"
#-     ends = [(m * lo + b, m * hi + b) for m, b in lines]
#+     ends = [(round(m * lo + b, 9), round(m * hi + b, 9)) for m, b in lines]

# %% wrong="a small step into the range" caught_by="ties at an end"
from fractions import Fraction
def find_intersecting_fast(lines, x_range):
    lo, hi = Fraction(x_range[0]), Fraction(x_range[1])
    step = (hi - lo) / 10**6
    orders = [sorted(range(len(lines)), key=lambda i: lines[i][0] * x + lines[i][1])
              for x in (lo + step, hi - step)]
    place = {i: k for k, i in enumerate(orders[1])}
    found, best = set(), -1
    for i in orders[0]:
        if place[i] < best:
            found.add(i)
        best = max(best, place[i])
    best = len(lines)
    for i in reversed(orders[0]):
        if place[i] > best:
            found.add(i)
        best = min(best, place[i])
    return [lines[i] for i in sorted(found)]

# %% wrong="every pair" caught_by="work grows as n log n, up to 20,000 lines" of="signs at the ends"
#- def find_intersecting(lines, x_range):
#+ def find_intersecting_fast(lines, x_range):

# %% wrong="every pair until one meets" caught_by="work grows as n log n, up to 20,000 lines" of="solves with fractions"
#- def find_intersecting(lines, x_range):
#+ def find_intersecting_fast(lines, x_range):

# %% wrong="pairs of different slopes" caught_by="work grows as n log n, up to 20,000 lines"
from collections import defaultdict
def find_intersecting_fast(lines, x_range):
    lo, hi = x_range
    buckets = defaultdict(list)
    for i, (m, b) in enumerate(lines):
        buckets[m].append(i)
    found = set()
    for m, own in buckets.items():
        for n, others in buckets.items():
            for i in own:
                for j in others:
                    d = (lines[i][1] - lines[j][1])
                    if i != j and ((m - n) * lo + d) * ((m - n) * hi + d) <= 0:
                        found.add(i)
    return [lines[i] for i in sorted(found)]

# %% wrong="all that come before" caught_by="work grows as n log n, up to 20,000 lines"
def find_intersecting_fast(lines, x_range):
    lo, hi = x_range
    ends = sorted((m * lo + b, -(m * hi + b), i) for i, (m, b) in enumerate(lines))
    found = set()
    for k, (_, y, i) in enumerate(ends):
        for _, z, j in ends[:k]:
            if z <= y:
                found |= {i, j}
    return [lines[i] for i in sorted(found)]

# %% wrong="swaps neighbours until sorted" caught_by="work grows as n log n, up to 20,000 lines"
def find_intersecting_fast(lines, x_range):
    lo, hi = x_range
    ends = sorted((m * lo + b, -(m * hi + b), i) for i, (m, b) in enumerate(lines))
    row, found = [(-z, i) for _, z, i in ends], set()
    for k in range(len(row)):
        j = k
        while j > 0 and row[j - 1][0] >= row[j][0]:
            found |= {row[j - 1][1], row[j][1]}
            row[j - 1], row[j] = row[j], row[j - 1]
            j -= 1
    return [lines[i] for i in sorted(found)]

# %% wrong="positions in a list" caught_by="work grows as n log n, up to 20,000 lines" of="two sweeps"
#-     found = [False] * len(lines)
#+     found = []
#
#-                 found[i] = True
#+                 found += [] if i in found else [i]
#
#-     return [line for line, met in zip(lines, found) if met]
#+     return [line for i, line in enumerate(lines) if i in found]

# %% wrong="the lowest of a slice" caught_by="work grows as n log n, up to 20,000 lines" of="arrays of extremes"
#-         after = k + 1 < len(then) and lowest[k + 1] <= then[k]
#+         after = k + 1 < len(then) and min(then[k + 1 :]) <= then[k]

# %% wrong="the highest of a slice" caught_by="work grows as n log n, up to 20,000 lines"
def find_intersecting_fast(lines, x_range):
    lo, hi = x_range
    ends = sorted((m * lo + b, -(m * hi + b), i) for i, (m, b) in enumerate(lines))
    then = [-z for _, z, _ in ends]
    found = set()
    for k, (_, _, i) in enumerate(ends):
        if k and max(then[:k]) >= then[k] or then[k + 1:] and min(then[k + 1:]) <= then[k]:
            found.add(i)
    return [lines[i] for i in sorted(found)]

# %% wrong="a frame for each line" caught_by="work grows as n log n, up to 20,000 lines"
def find_intersecting_fast(lines, x_range):
    lo, hi = x_range
    ends = sorted((m * lo + b, -(m * hi + b), i) for i, (m, b) in enumerate(lines))
    found = set()
    def walk(k, highest):
        if k == len(ends):
            return None
        _, z, i = ends[k]
        if highest is not None and highest >= -z:
            found.add(i)
        top = -z if highest is None else max(highest, -z)
        lowest = walk(k + 1, top)
        if lowest is not None and lowest <= -z:
            found.add(i)
        return -z if lowest is None else min(lowest, -z)
    walk(0, None)
    return [lines[i] for i in sorted(found)]
