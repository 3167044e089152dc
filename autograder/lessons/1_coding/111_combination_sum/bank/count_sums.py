# %% right="one row"
def count_sums(nums, n):
    ways = [1] + [0] * n
    for x in set(nums):
        for total in range(x, n + 1):
            ways[total] += ways[total - x]
    return ways[n]

# %% right="two dimensions"
def count_sums(nums, n):
    values = list(dict.fromkeys(nums))
    dp = [[1] + [0] * n for _ in range(len(values) + 1)]
    for i, v in enumerate(values, 1):
        for t in range(1, n + 1):
            dp[i][t] = dp[i - 1][t] + (dp[i][t - v] if t >= v else 0)
    return dp[-1][n]

# %% right="a dictionary of totals"
from collections import defaultdict
def count_sums(nums, n):
    ways = defaultdict(int, {0: 1})
    for x in sorted(set(nums)):
        for total in range(n - x + 1):
            if ways[total]:
                ways[total + x] += ways[total]
    return ways[n]

# %% right="NumPy objects"
import numpy as np
def count_sums(nums, n):
    ways = np.zeros(n + 1, dtype=object)
    ways[0] = 1
    for x in np.unique(np.array(nums, dtype=int)).tolist():
        for at in range(min(x, n + 1)):
            ways[at::x] = np.cumsum(ways[at::x])
    return int(ways[n])

# %% right="a new tuple for each number"
def count_sums(nums, n):
    ways = (1,) + (0,) * n
    for x in frozenset(nums):
        longer = []
        for total, count in enumerate(ways):
            longer.append(count + (longer[total - x] if total >= x else 0))
        ways = tuple(longer)
    return ways[n]

# %% right="running sums of every x-th total"
from itertools import accumulate
def count_sums(nums, n):
    ways = [1] + [0] * n
    for x in {x for x in nums if x <= n}:
        for at in range(x):
            ways[at::x] = accumulate(ways[at::x])
    return ways[-1]

# %% wrong="floats, returned as they are" caught_by="large n, and exact" of="one row"
#-     ways = [1] + [0] * n
#+     ways = [1.0] + [0.0] * n

# %% wrong="decimals of 28 digits" caught_by="large n, and exact"
from decimal import Decimal

def count_sums(nums, n):
    ways = [Decimal(1)] + [Decimal(0)] * n
    for x in set(nums):
        for total in range(x, n + 1):
            ways[total] += ways[total - x]
    return int(ways[n])

# %% wrong="counts every order" caught_by="as many as there are to list"
def count_sums(nums, n):
    ways = [1] + [0] * n
    for total in range(1, n + 1):
        for x in set(nums):
            if x <= total:
                ways[total] += ways[total - x]
    return ways[n]

# %% wrong="each number once" caught_by="as many as there are to list" of="one row"
#-         for total in range(x, n + 1):
#+         for total in range(n, x - 1, -1):

# %% wrong="equal numbers count again" caught_by="as many as there are to list" of="one row"
#-     for x in set(nums):
#+     for x in nums:

# %% wrong="there is no way to sum to 0" caught_by="as many as there are to list" of="one row"
#-     ways = [1] + [0] * n
#+     ways = [0] * (n + 1)

# %% wrong="stops before n" caught_by="as many as there are to list" of="one row"
#-         for total in range(x, n + 1):
#+         for total in range(x, n):

# %% wrong="all totals up to n" caught_by="as many as there are to list" of="one row"
#-     return ways[n]
#+     return sum(ways[1:])

# %% wrong="True or False" caught_by="as many as there are to list" of="one row"
#-     return ways[n]
#+     return ways[n] > 0

# %% wrong="the table is a mutable default" caught_by="as many as there are to list" of="one row"
#- def count_sums(nums, n):
#-     ways = [1] + [0] * n
#+ def count_sums(nums, n, ways=[1] + [0] * 9999):

# %% wrong="answers kept between calls by n" caught_by="as many as there are to list"
seen = {}

def table(nums, n):
    ways = [1] + [0] * n
    for x in set(nums):
        for total in range(x, n + 1):
            ways[total] += ways[total - x]
    return ways[n]

def count_sums(nums, n):
    if n not in seen:
        seen[n] = table(nums, n)
    return seen[n]

# %% wrong="floats" caught_by="large n, and exact" of="one row"
#-     ways = [1] + [0] * n
#+     ways = [1.0] + [0.0] * n
#
#-     return ways[n]
#+     return int(ways[n])

# %% wrong="64-bit integers" caught_by="large n, and exact" of="one row"
#-     return ways[n]
#+     return ways[n] % 2**64

# %% wrong="modulo a prime" caught_by="large n, and exact" of="one row"
#-     return ways[n]
#+     return ways[n] % (10**9 + 7)

# %% wrong="a cache, and a frame for each number taken" caught_by="large n, and exact"
from functools import cache
def count_sums(nums, n):
    numbers = sorted(set(nums))
    @cache
    def ways(i, left):
        if left == 0:
            return 1
        if i == len(numbers) or numbers[i] > left:
            return 0
        return ways(i, left - numbers[i]) + ways(i + 1, left)
    return ways(0, n)

# %% wrong="every number of copies for every total" caught_by="work grows as n" of="one row"
#-         for total in range(x, n + 1):
#-             ways[total] += ways[total - x]
#+         new = [0] * (n + 1)
#+         for total in range(n + 1):
#+             for left in range(total, -1, -x):
#+                 new[total] += ways[left]
#+         ways = new

# %% wrong="lists them all, and gives up beyond 3,000" caught_by="work grows as n"
def count_sums(nums, n):
    numbers = sorted(set(nums), reverse=True)
    todo, count = [(0, n)], 0
    while todo:
        start, left = todo.pop()
        count += left == 0
        for i in range(start, len(numbers)):
            if numbers[i] <= left:
                todo.append((i, left - numbers[i]))
        if count > 3000:
            raise MemoryError
    return count
