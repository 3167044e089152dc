# %% right="merge sort"
def count_crossings(lines, x_range):
    lo, hi = x_range
    ends = sorted((m * lo + b, -(m * hi + b)) for m, b in lines)
    then = [-fall for _, fall in ends]
    def sort(part):
        if len(part) < 2:
            return part, 0
        middle = len(part) // 2
        left, a = sort(part[:middle])
        right, b = sort(part[middle:])
        merged, count, at = [], a + b, 0
        for y in right:
            while at < len(left) and left[at] < y:
                merged.append(left[at])
                at += 1
            count += len(left) - at
            merged.append(y)
        return merged + left[at:], count
    return sort(then)[1]

# %% right="a tree of counts"
from bisect import bisect_left
def count_crossings(lines, x_range):
    lo, hi = x_range
    ends = sorted((m * lo + b, -(m * hi + b)) for m, b in lines)
    heights = sorted({-fall for _, fall in ends})
    tree = [0] * (len(heights) + 1)
    count = 0
    for seen, (_, fall) in enumerate(ends):
        rank = bisect_left(heights, -fall)
        below, at = 0, rank
        while at > 0:
            below += tree[at]
            at -= at & -at
        count += seen - below
        at = rank + 1
        while at < len(tree):
            tree[at] += 1
            at += at & -at
    return count

# %% right="a sorted list"
from bisect import bisect_left, insort
def count_crossings(lines, x_range):
    lo, hi = x_range
    seen, count = [], 0
    for _, fall in sorted((m * lo + b, -(m * hi + b)) for m, b in lines):
        count += len(seen) - bisect_left(seen, -fall)
        insort(seen, -fall)
    return count

# %% right="runs from below"
def count_crossings(lines, x_range):
    lo, hi = x_range
    row = [-f for _, f in sorted((m * lo + b, -m * hi - b) for m, b in lines)]
    count, width = 0, 1
    while width < len(row):
        merged = []
        for start in range(0, len(row), 2 * width):
            left = row[start:start + width]
            right = row[start + width:start + 2 * width]
            i = j = 0
            while i < len(left) and j < len(right):
                if right[j] <= left[i]:
                    count += len(left) - i
                    merged.append(right[j])
                    j += 1
                else:
                    merged.append(left[i])
                    i += 1
            merged += left[i:] + right[j:]
        row, width = merged, 2 * width
    return count

# %% right="pairs that don't meet"
def count_crossings(lines, x_range):
    lo, hi = x_range
    order = sorted((m * lo + b, -(m * hi + b)) for m, b in lines)
    def calm(row):
        if len(row) <= 1:
            return 0, row
        a, left = calm(row[:len(row) // 2])
        b, right = calm(row[len(row) // 2:])
        total, i = a + b, 0
        for y in right:
            while i < len(left) and left[i] < y:
                i += 1
            total += i
        return total, sorted(left + right)
    n = len(lines)
    return n * (n - 1) // 2 - calm([-f for _, f in order])[0]

# %% right="ranks"
def count_crossings(lines, x_range):
    ends = [tuple(m * x + b for x in x_range) for m, b in lines]
    order = sorted(ends, key=lambda end: (end[0], -end[1]))
    rank = {y: k for k, y in enumerate(sorted({y for _, y in order}))}
    size = 1
    while size <= len(rank):
        size *= 2
    sums = [0] * (2 * size)
    count = 0
    for _, y in order:
        low, high = size + rank[y], 2 * size
        while low < high:
            if low & 1:
                count += sums[low]
                low += 1
            if high & 1:
                high -= 1
                count += sums[high]
            low, high = low // 2, high // 2
        at = size + rank[y]
        while at:
            sums[at] += 1
            at //= 2
    return count

# %% wrong="equal heights don't count" caught_by="few lines, ties and repeats" of="merge sort"
#-             while at < len(left) and left[at] < y:
#+             while at < len(left) and left[at] <= y:

# %% wrong="ties the other way round" caught_by="few lines, ties and repeats" of="merge sort"
#-     ends = sorted((m * lo + b, -(m * hi + b)) for m, b in lines)
#-     then = [-fall for _, fall in ends]
#+     ends = sorted((m * lo + b, m * hi + b) for m, b in lines)
#+     then = [fall for _, fall in ends]

# %% wrong="ties in input order" caught_by="few lines, ties and repeats" of="merge sort"
#-     ends = sorted((m * lo + b, -(m * hi + b)) for m, b in lines)
#+     ends = sorted(((m * lo + b, -(m * hi + b)) for m, b in lines), key=lambda e: e[0])

# %% wrong="counts the merged" caught_by="few lines, ties and repeats" of="merge sort"
#-             count += len(left) - at
#+             count += at

# %% wrong="counts from the right" caught_by="few lines, ties and repeats" of="merge sort"
#-             count += len(left) - at
#+             count += len(right)

# %% wrong="forgets the halves" caught_by="any lines" of="merge sort"
#-         merged, count, at = [], a + b, 0
#+         merged, count, at = [], 0, 0

# %% wrong="forgets one half" caught_by="any lines" of="merge sort"
#-         merged, count, at = [], a + b, 0
#+         merged, count, at = [], a, 0

# %% wrong="an odd one is left out" caught_by="any lines" of="merge sort"
#-         right, b = sort(part[middle:])
#+         right, b = sort(part[-middle:])

# %% wrong="does not merge" caught_by="any lines" of="merge sort"
#-         return merged + left[at:], count
#+         return part, count

# %% wrong="loses the rest" caught_by="any lines" of="merge sort"
#-         return merged + left[at:], count
#+         return merged, count

# %% wrong="one for each right item" caught_by="any lines" of="merge sort"
#-             count += len(left) - at
#+             count += len(left) > at

# %% wrong="each pair twice" caught_by="few lines, ties and repeats" of="merge sort"
#-     return sort(then)[1]
#+     return 2 * sort(then)[1]

# %% wrong="sorts by intercept" caught_by="any lines" of="merge sort"
#-     ends = sorted((m * lo + b, -(m * hi + b)) for m, b in lines)
#+     ends = sorted((b, -(m * hi + b)) for m, b in lines)

# %% wrong="sorts by slope" caught_by="few lines, ties and repeats" of="merge sort"
#-     ends = sorted((m * lo + b, -(m * hi + b)) for m, b in lines)
#+     ends = sorted((m, -(m * hi + b)) for m, b in lines)

# %% wrong="repeats are one line" caught_by="few lines, ties and repeats" of="merge sort"
#-     ends = sorted((m * lo + b, -(m * hi + b)) for m, b in lines)
#+     ends = sorted((m * lo + b, -(m * hi + b)) for m, b in {*lines})

# %% wrong="coincident lines don't meet" caught_by="few lines, ties and repeats" of="a tree of counts"
#-     return count
#+     return count - sum(a == b for i, a in enumerate(lines) for b in lines[:i])

# %% wrong="neighbours" caught_by="any lines" of="merge sort"
#-     return sort(then)[1]
#+     return sum(y >= z for y, z in zip(then, then[1:]))

# %% wrong="lines, not pairs" caught_by="few lines, ties and repeats" of="merge sort"
#-     return sort(then)[1]
#+     return sum(any(z >= y for z in then[:k]) or any(z <= y for z in then[k + 1:]) for k, y in enumerate(then))

# %% wrong="different heights once" caught_by="any lines" of="merge sort"
#-     then = [-fall for _, fall in ends]
#+     then = list(dict.fromkeys(-fall for _, fall in ends))

# %% wrong="places before it, strictly" caught_by="few lines, ties and repeats" of="a tree of counts"
#-         below, at = 0, rank
#+         below, at = 0, rank + 1

# %% wrong="a tree that is kept" caught_by="few lines, ties and repeats" of="a tree of counts"
#- def count_crossings(lines, x_range):
#+ def count_crossings(lines, x_range, tree=[0] * 9):
#
#-     tree = [0] * (len(heights) + 1)
#+     tree += [0] * len(heights)

# %% wrong="sorts the caller's list" caught_by="few lines, ties and repeats" of="merge sort"
#-     lo, hi = x_range
#+     lo, hi = x_range
#+     lines.sort(reverse=True)

# %% wrong="floats for heights" caught_by="exact for large numbers and fractions" of="merge sort"
#-     ends = sorted((m * lo + b, -(m * hi + b)) for m, b in lines)
#+     ends = sorted((float(m * lo + b), -float(m * hi + b)) for m, b in lines)

# %% wrong="a range that starts at 0" caught_by="any lines" of="merge sort"
#-     lo, hi = x_range
#+     lo, hi = 0, x_range[1]

# %% wrong="an empty range at one point" caught_by="few lines, ties and repeats" of="merge sort"
#-     lo, hi = x_range
#+     lo, hi = x_range
#+     if lo == hi:
#+         return 0

# %% wrong="different places of meeting" caught_by="few lines, ties and repeats"
from fractions import Fraction
from itertools import combinations
def count_crossings(lines, x_range):
    places = set()
    for (m, b), (n, c) in combinations(lines, 2):
        if m != n and x_range[0] <= Fraction(c - b) / Fraction(m - n) <= x_range[1]:
            places.add(Fraction(c - b) / Fraction(m - n))
    return len(places)

# %% wrong="every pair" caught_by="work grows as n log n, up to 20,000 lines"
from itertools import combinations
def count_crossings(lines, x_range):
    lo, hi = x_range
    return sum(((m - n) * lo + b - c) * ((m - n) * hi + b - c) <= 0
               for (m, b), (n, c) in combinations(lines, 2))

# %% wrong="swaps neighbours until sorted" caught_by="work grows as n log n, up to 20,000 lines"
def count_crossings(lines, x_range):
    lo, hi = x_range
    row = [-y for _, y in sorted((m * lo + b, -(m * hi + b)) for m, b in lines)]
    count = 0
    for k in range(len(row)):
        while k > 0 and row[k - 1] >= row[k]:
            row[k - 1], row[k] = row[k], row[k - 1]
            k -= 1
            count += 1
    return count

# %% wrong="merges by looking at all" caught_by="work grows as n log n, up to 20,000 lines" of="merge sort"
#-             count += len(left) - at
#+             count += sum(1 for z in left if z >= y)

# %% wrong="sorts again for each line" caught_by="work grows as n log n, up to 20,000 lines"
from bisect import bisect_left
def count_crossings(lines, x_range):
    lo, hi = x_range
    before, count = [], 0
    for _, fall in sorted((m * lo + b, -(m * hi + b)) for m, b in lines):
        count += len(before) - bisect_left(before, -fall)
        before = sorted([*before, -fall])
    return count

# %% wrong="a place in a sorted list by index()" caught_by="work grows as n log n, up to 20,000 lines"
from collections import Counter
def count_crossings(lines, x_range):
    lo, hi = x_range
    then = [-fall for _, fall in sorted((m * lo + b, -(m * hi + b)) for m, b in lines)]
    rest, count = sorted(then), 0
    for y in then:
        at = rest.index(y)
        count += at
        rest.pop(at)
    return count + sum(k * (k - 1) // 2 for k in Counter(then).values())

# %% wrong="halves of one and the rest" caught_by="work grows as n log n, up to 20,000 lines" of="merge sort"
#-         middle = len(part) // 2
#+         middle = 1

# %% wrong="a pivot at the front" caught_by="work grows as n log n, up to 20,000 lines"
def count_crossings(lines, x_range):
    lo, hi = x_range
    def sort(row):
        if not row:
            return 0
        first, *rest = row
        low = [y for y in rest if y <= first]
        high = [y for y in rest if y > first]
        crossed, more = 0, 0
        for y in rest:
            if y > first:
                more += 1
            else:
                crossed += more
        return len(low) + crossed + sort(low) + sort(high)
    return sort([-y for _, y in sorted((m * lo + b, -(m * hi + b)) for m, b in lines)])
