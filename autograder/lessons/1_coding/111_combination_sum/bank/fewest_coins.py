# %% right="a table of totals"
def fewest_coins(nums, n):
    best = [0] + [None] * n
    for total in range(1, n + 1):
        for x in nums:
            if x <= total and best[total - x] is not None:
                if best[total] is None or best[total - x] + 1 < best[total]:
                    best[total] = best[total - x] + 1
    return best[n]

# %% right="infinity, number by number"
import math
def fewest_coins(nums, n):
    best = [0] + [math.inf] * n
    for x in nums:
        for t in range(x, n + 1):
            best[t] = min(best[t], best[t - x] + 1)
    return best[n] if best[n] < math.inf else None

# %% right="breadth first over totals"
def fewest_coins(nums, n):
    seen = level = {0}
    steps = 0
    while level:
        if n in level:
            return steps
        level = {t + x for t in level for x in nums if t + x <= n} - seen
        seen = seen | level
        steps += 1
    return None

# %% right="totals as the bits of an integer"
def fewest_coins(nums, n):
    reached, seen, steps = 1, 1, 0
    mask = (1 << n + 1) - 1
    while reached:
        if reached >> n & 1:
            return steps
        new = 0
        for x in set(nums):
            new |= reached << x
        reached = new & mask & ~seen
        seen |= reached
        steps += 1

# %% right="backwards from n, the largest steps first"
from collections import deque
def fewest_coins(nums, n):
    steps, waiting = {n: 0}, deque([n])
    sizes = sorted(set(nums), reverse=True)
    while waiting and 0 not in steps:
        left = waiting.popleft()
        for x in sizes:
            if left >= x and left - x not in steps:
                steps[left - x] = steps[left] + 1
                waiting.append(left - x)
    return steps.get(0)

# %% right="a cache that is filled from below"
from functools import lru_cache
def fewest_coins(nums, n):
    @lru_cache(maxsize=None)
    def best(t):
        if t == 0:
            return 0
        return min((best(t - x) + 1 for x in nums if x <= t), default=10**9)
    for t in range(n):
        best(t)
    return best(n) if best(n) < 10**9 else None

# %% wrong="greedy, the largest first" caught_by="the fewest, or None"
def fewest_coins(nums, n):
    count = 0
    for x in sorted(nums, reverse=True):
        count += n // x
        n %= x
    return None if n else count

# %% wrong="-1 where there is none" caught_by="the fewest, or None" of="a table of totals"
#-     return best[n]
#+     return -1 if best[n] is None else best[n]

# %% wrong="inf where there is none" caught_by="the fewest, or None" of="a table of totals"
#-     return best[n]
#+     return float("inf") if best[n] is None else best[n]

# %% wrong="0 is taken for none" caught_by="the fewest, or None" of="a table of totals"
#-             if x <= total and best[total - x] is not None:
#+             if x <= total and best[total - x]:

# %% wrong="None counts as 0" caught_by="the fewest, or None" of="a table of totals"
#-     best = [0] + [None] * n
#+     best = [0] + [0] * n
#
#-                 if best[total] is None or best[total - x] + 1 < best[total]:
#+                 if best[total] == 0 or best[total - x] + 1 < best[total]:

# %% wrong="the most, not the fewest" caught_by="the fewest, or None" of="a table of totals"
#-                 if best[total] is None or best[total - x] + 1 < best[total]:
#+                 if best[total] is None or best[total - x] + 1 > best[total]:

# %% wrong="each number once" caught_by="the fewest, or None"
def fewest_coins(nums, n):
    best = {0: 0}
    for x in nums:
        for total, count in sorted(best.items(), reverse=True):
            best[total + x] = min(count + 1, best.get(total + x, count + 1))
    return best.get(n)

# %% wrong="a number that is n itself is left out" caught_by="the fewest, or None" of="a table of totals"
#-             if x <= total and best[total - x] is not None:
#+             if x < total and best[total - x] is not None:

# %% wrong="only the last number that leads there counts" caught_by="the fewest, or None" of="a table of totals"
#-                 if best[total] is None or best[total - x] + 1 < best[total]:
#+                 if True:

# %% wrong="answers kept between calls by n" caught_by="the fewest, or None"
seen = {0: 0}

def fewest_coins(nums, n):
    for total in range(1, n + 1):
        if total not in seen:
            ways = [seen[total - x] for x in nums if x <= total and seen[total - x] is not None]
            seen[total] = min(ways) + 1 if ways else None
    return seen[n]

# %% wrong="a cache, and a frame for each number taken" caught_by="n up to 5,000"
from functools import cache
def fewest_coins(nums, n):
    @cache
    def best(left):
        if left == 0:
            return 0
        ways = [best(left - x) for x in nums if x <= left]
        ways = [way for way in ways if way is not None]
        return min(ways) + 1 if ways else None
    return best(n)

# %% wrong="no total needs more than 999" caught_by="n up to 5,000" of="a table of totals"
#-     return best[n]
#+     return best[n] if (best[n] or 0) < 999 else None

# %% wrong="one too many" caught_by="the fewest, or None" of="a table of totals"
#-     return best[n]
#+     return best[n] and best[n] + 1

# %% wrong="stops at the first number that fits" caught_by="the fewest, or None" of="a table of totals"
#-                     best[total] = best[total - x] + 1
#+                     best[total] = best[total - x] + 1
#+                     break

# %% wrong="the combination instead of its length" caught_by="the fewest, or None" of="a table of totals"
#-     return best[n]
#+     return best[n] and [min(nums)] * best[n]

# %% wrong="tries every combination" caught_by="work grows as n"
def fewest_coins(nums, n):
    if n == 0:
        return 0
    ways = [fewest_coins(nums, n - x) for x in nums if x <= n]
    ways = [way for way in ways if way is not None]
    return min(ways) + 1 if ways else None

# %% wrong="lists every way to pay" caught_by="work grows as n"
def fewest_coins(nums, n):
    coins = sorted(set(nums))
    ways = []

    def pay(at, rest, paid):
        if rest == 0:
            ways.append(paid)
        for k in range(at, len(coins)):
            if coins[k] > rest:
                break
            pay(k, rest - coins[k], paid + [coins[k]])

    pay(0, n, [])
    return min(map(len, ways), default=None)
