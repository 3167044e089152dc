# %% right="the whole table"
def osa_distance(a, b):
    d = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) + 1):
        d[i][0] = i
    for j in range(len(b) + 1):
        d[0][j] = j
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            cost = 0 if a[i - 1] == b[j - 1] else 1
            d[i][j] = min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + cost)
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                d[i][j] = min(d[i][j], d[i - 2][j - 2] + 1)
    return d[-1][-1]

# %% right="three rows"
def osa_distance(a, b):
    older, old, row = [], [], list(range(len(b) + 1))
    for i in range(len(a)):
        older, old, row = old, row, [i + 1]
        for j in range(len(b)):
            best = min(old[j + 1] + 1, row[j] + 1, old[j] + (a[i] != b[j]))
            if i and j and a[i] == b[j - 1] and a[i - 1] == b[j]:
                best = min(best, older[j - 1] + 1)
            row.append(best)
    return row[-1]

# %% right="recursion with a memory"
from functools import lru_cache
def osa_distance(a, b):
    @lru_cache(None)
    def d(i, j):
        if i == len(a) or j == len(b):
            return len(a) - i + len(b) - j
        if a[i] == b[j]:
            return d(i + 1, j + 1)
        ways = [d(i + 1, j), d(i, j + 1), d(i + 1, j + 1)]
        if a[i:i + 2] == b[j:j + 2][::-1] and len(a) - i > 1:
            ways.append(d(i + 2, j + 2))
        return 1 + min(ways)
    return d(0, 0)

# %% right="NumPy table"
import numpy as np
def osa_distance(a, b):
    d = np.zeros((len(a) + 1, len(b) + 1), dtype=int)
    d[:, 0], d[0, :] = np.arange(len(a) + 1), np.arange(len(b) + 1)
    for i, j in np.ndindex(len(a), len(b)):
        d[i + 1, j + 1] = min(d[i, j + 1] + 1, d[i + 1, j] + 1, d[i, j] + (a[i] != b[j]))
        if min(i, j) > 0 and (a[i], a[i - 1]) == (b[j - 1], b[j]):
            d[i + 1, j + 1] = min(d[i + 1, j + 1], d[i - 1, j - 1] + 1)
    return d[-1, -1]

# %% right="shortest path, best first"
import heapq
def osa_distance(a, b):
    todo, done = [(0, 0, 0)], set()
    while True:
        cost, i, j = heapq.heappop(todo)
        if (i, j) == (len(a), len(b)):
            return cost
        if (i, j) in done:
            continue
        done.add((i, j))
        if i < len(a):
            heapq.heappush(todo, (cost + 1, i + 1, j))
        if j < len(b):
            heapq.heappush(todo, (cost + 1, i, j + 1))
        if i < len(a) and j < len(b):
            heapq.heappush(todo, (cost + (a[i] != b[j]), i + 1, j + 1))
        if i + 1 < len(a) and j + 1 < len(b) and a[i] == b[j + 1] and a[i + 1] == b[j]:
            heapq.heappush(todo, (cost + 1, i + 2, j + 2))

# %% right="common ends cut off, table in a dict"
def osa_distance(a, b):
    while a and b and a[0] == b[0]:
        a, b = a[1:], b[1:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    d = {}
    for i in range(len(a) + 1):
        for j in range(len(b) + 1):
            if not i or not j:
                d[i, j] = i + j
                continue
            x, y = a[i - 1], b[j - 1]
            d[i, j] = min(d[i - 1, j] + 1, d[i, j - 1] + 1, d[i - 1, j - 1] + int(x != y))
            if (i - 2, j - 2) in d and (a[i - 2], x) == (y, b[j - 2]):
                d[i, j] = min(d[i, j], d[i - 2, j - 2] + 1)
    return d[len(a), len(b)]

# %% wrong="row and column 0 are 0" caught_by="insert, delete, replace" of="the whole table"
#-         d[i][0] = i
#+         d[i][0] = 0
#
#-         d[0][j] = j
#+         d[0][j] = 0

# %% wrong="column 0 is 0" caught_by="insert, delete, replace" of="the whole table"
#-         d[i][0] = i
#+         d[i][0] = 0

# %% wrong="a replacement costs 2" caught_by="insert, delete, replace" of="the whole table"
#-             cost = 0 if a[i - 1] == b[j - 1] else 1
#+             cost = 0 if a[i - 1] == b[j - 1] else 2

# %% wrong="no replacement" caught_by="insert, delete, replace" of="the whole table"
#-             d[i][j] = min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + cost)
#+             d[i][j] = min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + cost * 9)

# %% wrong="folds case" caught_by="insert, delete, replace" of="the whole table"
#- def osa_distance(a, b):
#+ def osa_distance(a, b):
#+     a, b = a.lower(), b.lower()

# %% wrong="decomposes before it compares" caught_by="insert, delete, replace" of="the whole table"
#- def osa_distance(a, b):
#+ def osa_distance(a, b):
#+     import unicodedata
#+     a, b = (unicodedata.normalize('NFD', text) for text in (a, b))

# %% wrong="composes before it compares" caught_by="insert, delete, replace" of="the whole table"
#- def osa_distance(a, b):
#+ def osa_distance(a, b):
#+     import unicodedata
#+     a, b = (unicodedata.normalize('NFC', text) for text in (a, b))

# %% wrong="stops at 2" caught_by="insert, delete, replace" of="the whole table"
#-     return d[-1][-1]
#+     return min(d[-1][-1], 2)

# %% wrong="similarity instead of distance" caught_by="insert, delete, replace" of="the whole table"
#-     return d[-1][-1]
#+     return 1 - d[-1][-1] / max(len(a), len(b), 1)

# %% wrong="fails on an empty text" caught_by="insert, delete, replace" of="the whole table"
#- def osa_distance(a, b):
#+ def osa_distance(a, b):
#+     a[0], b[0]

# %% wrong="a swap at the start wraps around" caught_by="insert, delete, replace" of="the whole table"
#-             if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
#+             if a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:

# %% wrong="Levenshtein: a swap is two edits" caught_by="neighbours swapped, no place edited twice" of="the whole table"
#-             if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
#+             if False and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:

# %% wrong="a swap is free" caught_by="neighbours swapped, no place edited twice" of="the whole table"
#-                 d[i][j] = min(d[i][j], d[i - 2][j - 2] + 1)
#+                 d[i][j] = min(d[i][j], d[i - 2][j - 2])

# %% wrong="a swap costs 2" caught_by="neighbours swapped, no place edited twice" of="the whole table"
#-                 d[i][j] = min(d[i][j], d[i - 2][j - 2] + 1)
#+                 d[i][j] = min(d[i][j], d[i - 2][j - 2] + 2)

# %% wrong="a swap with one letter alike" caught_by="neighbours swapped, no place edited twice" of="the whole table"
#-             if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
#+             if i > 1 and j > 1 and a[i - 1] == b[j - 2]:

# %% wrong="a swap from one cell back" caught_by="neighbours swapped, no place edited twice" of="the whole table"
#-                 d[i][j] = min(d[i][j], d[i - 2][j - 2] + 1)
#+                 d[i][j] = min(d[i][j], d[i - 1][j - 1])

# %% wrong="a swap at the start is missed" caught_by="neighbours swapped, no place edited twice" of="the whole table"
#-             if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
#+             if i > 2 and j > 2 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:

# %% wrong="Hamming distance" caught_by="insert, delete, replace"
def osa_distance(a, b):
    return sum(x != y for x, y in zip(a, b)) + abs(len(a) - len(b))

# %% wrong="common letters in any order" caught_by="insert, delete, replace"
from collections import Counter
def osa_distance(a, b):
    more, less = Counter(a) - Counter(b), Counter(b) - Counter(a)
    return max(sum(more.values()), sum(less.values()))

# %% wrong="difflib" caught_by="insert, delete, replace"
import difflib
def osa_distance(a, b):
    blocks = difflib.SequenceMatcher(None, a, b, False).get_matching_blocks()
    return max(len(a), len(b)) - sum(block.size for block in blocks)

# %% wrong="the last row only, the old diagonal lost" caught_by="insert, delete, replace"
def osa_distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row[0] = i
        for j, y in enumerate(b, 1):
            row[j] = min(row[j] + 1, row[j - 1] + 1, row[j - 1] + (x != y))
    return row[-1]

# %% wrong="remembers pairs of positions between calls" caught_by="insert, delete, replace"
def osa_distance(a, b, memo={}):
    def d(i, j):
        if i == 0 or j == 0:
            return i + j
        if (i, j) not in memo:
            best = min(d(i - 1, j) + 1, d(i, j - 1) + 1, d(i - 1, j - 1) + (a[i - 1] != b[j - 1]))
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                best = min(best, d(i - 2, j - 2) + 1)
            memo[i, j] = best
        return memo[i, j]
    return d(len(a), len(b))

# %% wrong="recursion without a table" caught_by="insert, delete, replace"
def osa_distance(a, b):
    if not a or not b:
        return len(a) + len(b)
    best = min(osa_distance(a[1:], b) + 1, osa_distance(a, b[1:]) + 1,
               osa_distance(a[1:], b[1:]) + (a[0] != b[0]))
    if len(a) > 1 and len(b) > 1 and a[0] == b[1] and a[1] == b[0]:
        best = min(best, osa_distance(a[2:], b[2:]) + 1)
    return best

# %% wrong="true Damerau-Levenshtein" caught_by="neighbours swapped, no place edited twice"
def osa_distance(a, b):
    far = len(a) + len(b)
    d = {(-1, -1): far}
    for i in range(len(a) + 1):
        d[i, -1], d[i, 0] = far, i
    for j in range(len(b) + 1):
        d[-1, j], d[0, j] = far, j
    last = {}
    for i in range(1, len(a) + 1):
        match = 0
        for j in range(1, len(b) + 1):
            k, l = last.get(b[j - 1], 0), match
            cost = 1
            if a[i - 1] == b[j - 1]:
                cost, match = 0, j
            d[i, j] = min(d[i - 1, j - 1] + cost, d[i, j - 1] + 1, d[i - 1, j] + 1,
                          d[k - 1, l - 1] + (i - k - 1) + 1 + (j - l - 1))
        last[a[i - 1]] = i
    return d[len(a), len(b)]

# %% wrong="undoes swaps first, from the left" caught_by="neighbours swapped, no place edited twice"
def osa_distance(a, b):
    a, swaps = list(a), 0
    for i in range(min(len(a), len(b)) - 1):
        if a[i] != b[i] and a[i] == b[i + 1] and a[i + 1] == b[i]:
            a[i], a[i + 1] = a[i + 1], a[i]
            swaps += 1
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
    return row[-1] + swaps

# %% wrong="one swap in all" caught_by="neighbours swapped, no place edited twice"
def osa_distance(a, b):
    def levenshtein(a, b):
        row = list(range(len(b) + 1))
        for i, x in enumerate(a, 1):
            before, row[0] = row[0], i
            for j, y in enumerate(b, 1):
                before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
        return row[-1]
    swapped = [a[:i] + a[i + 1] + a[i] + a[i + 2:] for i in range(len(a) - 1)]
    return min([levenshtein(a, b)] + [levenshtein(text, b) + 1 for text in swapped])
