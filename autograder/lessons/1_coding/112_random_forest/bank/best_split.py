# %% right="moves one row at a time"
import math
import numpy as np
from collections import Counter
def best_split(x, y, min_leaf=1):
    
    n = len(x)
    order = sorted(range(n), key=lambda row: x[row])
    x, y = [x[row] for row in order], [y[row] for row in order]
    counts_left, counts_right = Counter(), Counter(y)
    def impurity(counts, total):
        return 1 - sum(c * c for c in counts.values()) / total**2
    whole = impurity(counts_right, n)
    best = None
    done = 0
    for i in range(1, n):
        while done < i:
            counts_left[y[done]] += 1
            counts_right[y[done]] -= 1
            done += 1
        if x[i - 1] < x[i] and i >= min_leaf and n - i >= min_leaf:
            left, right = impurity(counts_left, i), impurity(counts_right, n - i)
            found = whole - (i * left + (n - i) * right) / n
            if best is None or found > best[1]:
                best = (x[i - 1] + x[i]) / 2, found
    return best

# %% right="the last of equal gains" of="moves one row at a time"
#-             if best is None or found > best[1]:
#+             if best is None or found >= best[1]:

# %% right="from the right to the left" of="moves one row at a time"
#-     order = sorted(range(n), key=lambda row: x[row])
#+     order = sorted(range(n), key=lambda row: (x[row], str(y[row])))

# %% right="sums of all counts"
import numpy as np
def best_split(x, y, min_leaf=1):
    n = len(x)
    order = np.argsort(x, kind="stable")
    x = x[order]
    labels, codes = np.unique(y, return_inverse=True)
    left = np.eye(len(labels))[codes[order]].cumsum(axis=0)[:-1]
    right = np.bincount(codes) - left
    i = np.arange(1, n)
    gini_left = 1 - (left**2).sum(axis=1) / i**2
    gini_right = 1 - (right**2).sum(axis=1) / (n - i) ** 2
    gain = 1 - (np.bincount(codes) ** 2).sum() / n**2 - (i * gini_left + (n - i) * gini_right) / n
    gain[(x[1:] == x[:-1]) | (i < min_leaf) | (n - i < min_leaf)] = -1
    if n < 2 or gain.max() < -0.5:
        return None
    at = gain.argmax()
    return float(x[at] + x[at + 1]) / 2, float(gain[at])

# %% right="pandas"
import pandas as pd
def best_split(x, y, min_leaf=1):
    counts = pd.crosstab(pd.Series(x), pd.Series(y)).cumsum()
    total, n = counts.iloc[-1], len(x)
    left = counts.iloc[:-1]
    sizes = left.sum(axis=1)
    left = left[(sizes >= min_leaf) & (n - sizes >= min_leaf)]
    if left.empty:
        return None
    sizes, right = left.sum(axis=1), total - left
    pure = (left**2).sum(axis=1) / sizes + (right**2).sum(axis=1) / (n - sizes)
    gain = pure / n - (total**2).sum() / n**2
    low = gain.idxmax()
    high = counts.index[counts.index.get_loc(low) + 1]
    return low + (high - low) / 2, gain[low]

# %% right="sums of squares kept up to date"
def best_split(x, y, min_leaf=1):
    pairs = sorted(zip(x.tolist(), y.tolist()), key=lambda pair: pair[0])
    left, right = {}, {}
    for _, label in pairs:
        left[label], right[label] = 0, right.get(label, 0) + 1
    squares_left, squares_right = 0, sum(count * count for count in right.values())
    n = len(pairs)
    start = squares_right / n
    found = []
    for i in range(1, n):
        value, label = pairs[i - 1]
        squares_left += 2 * left[label] + 1
        squares_right -= 2 * right[label] - 1
        left[label] += 1
        right[label] -= 1
        if value != pairs[i][0] and min_leaf <= i <= n - min_leaf:
            gain = (squares_left / i + squares_right / (n - i) - start) / n
            found.append((gain, (value + pairs[i][0]) / 2))
    if not found:
        return None
    gain, threshold = max(found)
    return [threshold, gain]

# %% right="groups of equal values"
from collections import Counter
from itertools import groupby
def best_split(x, y, min_leaf=1):
    def weight(counts):
        n = sum(counts.values())
        return n - sum(c * c for c in counts.values()) / n if n else 0
    rows = sorted(zip(x.tolist(), y.tolist()), key=lambda row: row[0])
    left, right, before, best = Counter(), Counter(y.tolist()), None, None
    whole = weight(right)
    for value, group in groupby(rows, key=lambda row: row[0]):
        if before is not None and min(left.total(), right.total()) >= min_leaf:
            gain = (whole - weight(left) - weight(right)) / len(rows)
            best = max(best or (gain, (before + value) / 2), (gain, (before + value) / 2))
        for _, label in group:
            left[label] += 1
            right[label] -= 1
        before = value
    return best and (best[1], best[0])

# %% wrong="a sample of the cuts" caught_by="the largest weighted gain" of="moves one row at a time"
#-     for i in range(1, n):
#+     for i in sorted({1 + k * (n - 2) // 63 for k in range(64)}) if n > 64 else range(1, n):

# %% wrong="values in 32 bits" caught_by="halfway between different values, or None" of="moves one row at a time"
#-     
#+     x = np.asarray(x, np.float32).astype(float)

# %% wrong="close values are equal" caught_by="halfway between different values, or None" of="moves one row at a time"
#-         if x[i - 1] < x[i] and i >= min_leaf and n - i >= min_leaf:
#+         if x[i] - x[i - 1] > 1e-6 and i >= min_leaf and n - i >= min_leaf:

# %% wrong="counts anew in NumPy" caught_by="work grows as n log n"
import numpy as np
def best_split(x, y, min_leaf=1):
    order = np.argsort(x)
    x, y = x[order], np.unique(y, return_inverse=True)[1][order]
    def impurity(part):
        return 1 - ((np.bincount(part) / len(part)) ** 2).sum()
    n, best = len(x), None
    for i in range(1, n):
        if x[i - 1] < x[i] and i >= min_leaf and n - i >= min_leaf:
            gain = impurity(y) - (i * impurity(y[:i]) + (n - i) * impurity(y[i:])) / n
            if best is None or gain > best[1]:
                best = (x[i - 1] + x[i]) / 2, gain
    return best

# %% wrong="sides count the same" caught_by="the largest weighted gain" of="moves one row at a time"
#-             found = whole - (i * left + (n - i) * right) / n
#+             found = whole - (left + right) / 2

# %% wrong="sides are added up" caught_by="the largest weighted gain" of="moves one row at a time"
#-             found = whole - (i * left + (n - i) * right) / n
#+             found = whole - left - right

# %% wrong="the left side alone" caught_by="the largest weighted gain" of="moves one row at a time"
#-             found = whole - (i * left + (n - i) * right) / n
#+             found = whole - left

# %% wrong="the purer side" caught_by="the largest weighted gain" of="moves one row at a time"
#-             found = whole - (i * left + (n - i) * right) / n
#+             found = whole - min(left, right)

# %% wrong="the weights swapped" caught_by="the largest weighted gain" of="moves one row at a time"
#-             found = whole - (i * left + (n - i) * right) / n
#+             found = whole - ((n - i) * left + i * right) / n

# %% wrong="the smallest gain" caught_by="the largest weighted gain" of="moves one row at a time"
#-             if best is None or found > best[1]:
#+             if best is None or found < best[1]:

# %% wrong="the first cut that gains" caught_by="the largest weighted gain" of="moves one row at a time"
#-             if best is None or found > best[1]:
#+             if best is None or (best[1] <= 0 and found > best[1]):

# %% wrong="the impurity, not the gain" caught_by="the largest weighted gain" of="moves one row at a time"
#-             found = whole - (i * left + (n - i) * right) / n
#-             if best is None or found > best[1]:
#+             found = (i * left + (n - i) * right) / n
#+             if best is None or found < best[1]:

# %% wrong="gain in rows" caught_by="the largest weighted gain" of="moves one row at a time"
#-             found = whole - (i * left + (n - i) * right) / n
#+             found = n * whole - i * left - (n - i) * right

# %% wrong="entropy" caught_by="the largest weighted gain" of="moves one row at a time"
#-         return 1 - sum(c * c for c in counts.values()) / total**2
#+         return -sum(c / total * math.log2(c / total) for c in counts.values() if c)

# %% wrong="share of errors" caught_by="the largest weighted gain" of="moves one row at a time"
#-         return 1 - sum(c * c for c in counts.values()) / total**2
#+         return 1 - max(counts.values()) / total

# %% wrong="the gain is rounded" caught_by="the largest weighted gain" of="moves one row at a time"
#-             found = whole - (i * left + (n - i) * right) / n
#+             found = round(whole - (i * left + (n - i) * right) / n, 2)

# %% wrong="the gain ratio" caught_by="the largest weighted gain" of="moves one row at a time"
#-             found = whole - (i * left + (n - i) * right) / n
#+             found = (whole - (i * left + (n - i) * right) / n) / -(i / n * math.log2(i / n) + (1 - i / n) * math.log2(1 - i / n))

# %% wrong="the last cut is forgotten" caught_by="the largest weighted gain" of="moves one row at a time"
#-     for i in range(1, n):
#+     for i in range(1, n - 1):

# %% wrong="the first cut is forgotten" caught_by="the largest weighted gain" of="moves one row at a time"
#-     for i in range(1, n):
#+     for i in range(2, n):

# %% wrong="the median alone" caught_by="the largest weighted gain" of="moves one row at a time"
#-     for i in range(1, n):
#+     for i in [max(n // 2, 1)] if n > 1 else []:

# %% wrong="x is not sorted" caught_by="the largest weighted gain" of="moves one row at a time"
#-     order = sorted(range(n), key=lambda row: x[row])
#+     order = list(range(n))

# %% wrong="y is not sorted with x" caught_by="the largest weighted gain" of="moves one row at a time"
#-     
#+     y = [y[r] for r in np.argsort(np.argsort(x))]

# %% wrong="a pair the other way round" caught_by="the largest weighted gain" of="moves one row at a time"
#-     return best
#+     return best and best[::-1]

# %% wrong="labels are 0 and 1" caught_by="the largest weighted gain"
import numpy as np
def best_split(x, y, min_leaf=1):
    order = np.argsort(x)
    x, y = x[order], y[order].astype(float)
    n, i = len(x), np.arange(1, len(x))
    left = y.cumsum()[:-1]
    right = y.sum() - left
    gain = 2 * y.mean() * (1 - y.mean())
    gain = gain - 2 * (left * (i - left) / i + right * (n - i - right) / (n - i)) / n
    allowed = (x[1:] > x[:-1]) & (i >= min_leaf) & (n - i >= min_leaf)
    if not allowed.any():
        return None
    at = np.where(allowed, gain, -1).argmax()
    return (x[at] + x[at + 1]) / 2, gain[at]

# %% wrong="min_leaf is ignored" caught_by="the largest weighted gain" of="moves one row at a time"
#-         if x[i - 1] < x[i] and i >= min_leaf and n - i >= min_leaf:
#+         if x[i - 1] < x[i]:

# %% wrong="more than min_leaf" caught_by="the largest weighted gain" of="moves one row at a time"
#-         if x[i - 1] < x[i] and i >= min_leaf and n - i >= min_leaf:
#+         if x[i - 1] < x[i] and i > min_leaf and n - i > min_leaf:

# %% wrong="min_leaf on the left alone" caught_by="the largest weighted gain" of="moves one row at a time"
#-         if x[i - 1] < x[i] and i >= min_leaf and n - i >= min_leaf:
#+         if x[i - 1] < x[i] and i >= min_leaf:

# %% wrong="min_leaf is asked at the end" caught_by="the largest weighted gain" of="moves one row at a time"
#-         if x[i - 1] < x[i] and i >= min_leaf and n - i >= min_leaf:
#+         if x[i - 1] < x[i]:
#
#-     return best
#+     return best if best and min_leaf <= sum(v <= best[0] for v in x) <= n - min_leaf else None

# %% wrong="None without a gain" caught_by="the largest weighted gain" of="moves one row at a time"
#-     return best
#+     return best if best and best[1] > 1e-12 else None

# %% wrong="at the lower value" caught_by="halfway between different values, or None" of="moves one row at a time"
#-                 best = (x[i - 1] + x[i]) / 2, found
#+                 best = x[i - 1], found

# %% wrong="just below the upper value" caught_by="halfway between different values, or None" of="moves one row at a time"
#-                 best = (x[i - 1] + x[i]) / 2, found
#+                 best = math.nextafter(x[i], -math.inf), found

# %% wrong="a third of the way" caught_by="halfway between different values, or None" of="moves one row at a time"
#-                 best = (x[i - 1] + x[i]) / 2, found
#+                 best = x[i - 1] + (x[i] - x[i - 1]) / 3, found

# %% wrong="the middle of the left side" caught_by="halfway between different values, or None" of="moves one row at a time"
#-                 best = (x[i - 1] + x[i]) / 2, found
#+                 best = (x[0] + x[i - 1]) / 2, found

# %% wrong="a whole number" caught_by="halfway between different values, or None" of="moves one row at a time"
#-                 best = (x[i - 1] + x[i]) / 2, found
#+                 best = (x[i - 1] + x[i]) // 2, found

# %% wrong="at the upper value" caught_by="halfway between different values, or None" of="moves one row at a time"
#-                 best = (x[i - 1] + x[i]) / 2, found
#+                 best = x[i], found

# %% wrong="cuts between equal values" caught_by="halfway between different values, or None" of="moves one row at a time"
#-         if x[i - 1] < x[i] and i >= min_leaf and n - i >= min_leaf:
#+         if i >= min_leaf and n - i >= min_leaf:

# %% wrong="one row of each value" caught_by="halfway between different values, or None" of="moves one row at a time"
#-     
#+     x, at = np.unique(x, return_index=True); y = y[at]

# %% wrong="a pair of nothing" caught_by="halfway between different values, or None" of="moves one row at a time"
#-     return best
#+     return best or (None, 0.0)

# %% wrong="an exception for one row" caught_by="halfway between different values, or None" of="moves one row at a time"
#-     
#+     assert len(x) > 1

# %% wrong="an exception for equal values" caught_by="halfway between different values, or None" of="moves one row at a time"
#-     return best
#+     return tuple(best)

# %% wrong="sorts its argument" caught_by="the largest weighted gain" of="moves one row at a time"
#-     
#+     order = np.argsort(x); x.sort(); y[:] = y[order]

# %% wrong="the best of all calls" caught_by="the largest weighted gain"
best = None
def best_split(x, y, min_leaf=1):
    global best
    gini = lambda part: 1 - sum((part == label).mean() ** 2 for label in set(part.tolist()))
    values = np.unique(x)
    for low, high in zip(values, values[1:]):
        left = x <= (low + high) / 2
        if min(left.sum(), (~left).sum()) >= min_leaf:
            gain = gini(y) - left.mean() * gini(y[left]) - (~left).mean() * gini(y[~left])
            if best is None or gain > best[1]:
                best = (low + high) / 2, gain
    return best

# %% wrong="counts anew for each threshold" caught_by="work grows as n log n"
from collections import Counter
def best_split(x, y, min_leaf=1):
    def gini(part):
        return 1 - sum(c * c for c in Counter(part).values()) / len(part) ** 2
    values, best = sorted(set(x.tolist())), None
    for low, high in zip(values, values[1:]):
        left, right = [], []
        for value, label in zip(x, y.tolist()):
            (left if value <= (low + high) / 2 else right).append(label)
        if min(len(left), len(right)) >= min_leaf:
            gain = gini(y.tolist()) - (len(left) * gini(left) + len(right) * gini(right)) / len(y)
            if best is None or gain > best[1]:
                best = (low + high) / 2, gain
    return best

# %% wrong="a mask for each threshold" caught_by="work grows as n log n"
import numpy as np
def best_split(x, y, min_leaf=1):
    def gini(part):
        counts = np.unique(part, return_counts=True)[1]
        return 1 - (counts**2).sum() / len(part) ** 2
    values, best = np.unique(x), None
    for threshold in (values[1:] + values[:-1]) / 2:
        left, right = y[x <= threshold], y[x > threshold]
        if min(len(left), len(right)) >= min_leaf:
            gain = gini(y) - (len(left) * gini(left) + len(right) * gini(right)) / len(y)
            if best is None or gain > best[1]:
                best = threshold, gain
    return best

# %% wrong="a table of all rows by all thresholds" caught_by="work grows as n log n"
import numpy as np
def best_split(x, y, min_leaf=1):
    values = np.unique(x)
    middle = (values[1:] + values[:-1]) / 2
    is_left = x <= middle[:, None]
    labels = np.unique(y)
    left = np.stack([(is_left & (y == label)).sum(axis=1) for label in labels], axis=1)
    total = np.array([(y == label).sum() for label in labels])
    sizes = left.sum(axis=1)
    allowed = (sizes >= min_leaf) & (len(x) - sizes >= min_leaf)
    if not allowed.any():
        return None
    pairs = (left**2).sum(axis=1) / sizes + ((total - left) ** 2).sum(axis=1) / (len(x) - sizes)
    at = np.where(allowed, pairs, -1).argmax()
    return middle[at], pairs[at] / len(x) - (total**2).sum() / len(x) ** 2
