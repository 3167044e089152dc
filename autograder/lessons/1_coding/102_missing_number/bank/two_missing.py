# %% right="two halves by a bit"
def two_missing(nums):
    n = len(nums) + 1
    both = n ^ (n - 1)
    for i, x in enumerate(nums):
        both ^= i ^ x
    bit = both & -both
    a = 0
    for i in range(n + 1):
        if i & bit:
            a ^= i
    for x in nums:
        if x & bit:
            a ^= x
    b = a ^ both
    return (a, b) if a < b else (b, a)

# %% right="two halves by the mean"
def two_missing(nums):
    n = len(nums) + 1
    total = n * (n + 1) // 2 - sum(nums)
    half = total // 2
    a = half * (half + 1) // 2 - sum(x for x in nums if x <= half)
    return a, total - a

# %% right="sum and sum of squares"
from math import isqrt

def two_missing(nums):
    n = len(nums) + 1
    s = n * (n + 1) // 2 - sum(nums)
    q = n * (n + 1) * (2 * n + 1) // 6 - sum(x * x for x in nums)
    d = isqrt(2 * q - s * s)
    return (s - d) // 2, (s + d) // 2

# %% right="the highest bit, and both halves at once"
def two_missing(nums: list[int]) -> list[int]:
    both = 0
    for x in nums:
        both ^= x
    for x in range(len(nums) + 2):
        both ^= x
    bit = 1 << both.bit_length() - 1
    halves = [0, 0]
    for x in nums:
        halves[x & bit > 0] ^= x
    for x in range(len(nums) + 2):
        halves[x & bit > 0] ^= x
    return sorted(halves)

# %% right="halves by the mean, exclusive or in each"
from functools import reduce
from operator import xor

def two_missing(nums):
    m = len(nums) + 2
    middle = (m * (m - 1) // 2 - sum(nums)) // 2
    small = reduce(xor, (x for x in nums if x <= middle), 0)
    large = reduce(xor, (x for x in nums if x > middle), 0)
    return (reduce(xor, range(middle + 1), small), reduce(xor, range(middle + 1, m), large))

# %% right="running sums and squares, integer root by hand"
def two_missing(nums):
    s = q = 0
    for i, x in enumerate(nums):
        s += i - x
        q += i * i - x * x
    for i in (len(nums), len(nums) + 1):
        s += i
        q += i * i
    low, high = 0, len(nums) + 2
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if middle * middle <= 2 * q - s * s else (low, middle - 1)
    return [(s - low) // 2, (s + low) // 2]

# %% right="a generator of the halves, divmod"
def lacking(nums, low, high):
    yield from range(low, high + 1)
    yield from (-x for x in nums if low <= x <= high)

def two_missing(nums):
    last = len(nums) + 1
    half, _ = divmod(sum(lacking(nums, 0, last)), 2)
    return sum(lacking(nums, 0, half)), sum(lacking(nums, half + 1, last))

# %% wrong="splits by the last bit" caught_by="any two, the smaller first" of="two halves by a bit"
#-     bit = both & -both
#+     bit = 1

# %% wrong="splits by the whole exclusive or" caught_by="any two, the smaller first" of="two halves by a bit"
#-     bit = both & -both
#+     bit = both

# %% wrong="forgets n + 1" caught_by="empty or one number" of="two halves by a bit"
#-     both = n ^ (n - 1)
#+     both = n - 1

# %% wrong="expects numbers up to n" caught_by="empty or one number" of="two halves by the mean"
#-     n = len(nums) + 1
#+     n = len(nums)

# %% wrong="forgets the last number in a half" caught_by="any two, the smaller first" of="two halves by a bit"
#-     for i in range(n + 1):
#+     for i in range(n):

# %% wrong="the larger first" caught_by="empty or one number" of="two halves by the mean"
#-     return a, total - a
#+     return total - a, a

# %% wrong="in the order in which they fall out" caught_by="any two, the smaller first" of="two halves by a bit"
#-     return (a, b) if a < b else (b, a)
#+     return a, b

# %% wrong="splits the numbers in the middle" caught_by="any two, the smaller first" of="two halves by the mean"
#-     half = total // 2
#+     half = n // 2

# %% wrong="the half itself is left out" caught_by="any two, the smaller first" of="two halves by the mean"
#-     a = half * (half + 1) // 2 - sum(x for x in nums if x <= half)
#+     a = half * (half + 1) // 2 - sum(x for x in nums if x < half)

# %% wrong="the half rounded up" caught_by="any two, the smaller first" of="two halves by the mean"
#-     half = total // 2
#+     half = (total + 1) // 2

# %% wrong="gives floats" caught_by="any two, the smaller first" of="sum and sum of squares"
#-     return (s - d) // 2, (s + d) // 2
#+     return (s - d) / 2, (s + d) / 2

# %% wrong="the sum of squares one term short" caught_by="any two, the smaller first" of="sum and sum of squares"
#-     q = n * (n + 1) * (2 * n + 1) // 6 - sum(x * x for x in nums)
#+     q = n * (n + 1) * (2 * n - 1) // 6 - sum(x * x for x in nums)

# %% wrong="the root of the wrong difference" caught_by="any two, the smaller first" of="sum and sum of squares"
#-     d = isqrt(2 * q - s * s)
#+     d = isqrt(abs(q - s * s))

# %% wrong="gives a set" caught_by="empty or one number"
def two_missing(nums):
    return set(range(len(nums) + 2)) - set(nums)

# %% wrong="looks for a gap of two" caught_by="any two, the smaller first"
def two_missing(nums):
    n = len(nums) + 1
    total = n * (n + 1) // 2 - sum(nums)
    return total // 2, total - total // 2

# %% wrong="0 is no number" caught_by="empty or one number"
def two_missing(nums):
    first = second = None
    for i in range(len(nums) + 2):
        if i not in nums:
            first, second = (i, second) if not first else (first, i)
    return first, second

# %% wrong="never finds the last" caught_by="empty or one number"
def two_missing(nums):
    found = [i for i in range(len(nums) + 1) if i not in nums]
    return tuple(found)

# %% wrong="keeps what it found for the next call" caught_by="empty or one number"
def two_missing(nums, found=[]):
    seen = set(nums)
    found += [i for i in range(len(nums) + 2) if i not in seen]
    return tuple(found[:2])

# %% wrong="sorts the list itself" caught_by="any two, the smaller first"
def two_missing(nums):
    nums = nums if isinstance(nums, list) else list(nums)
    nums.sort()
    found, i = [], 0
    for x in nums:
        while i < x:
            found.append(i)
            i += 1
        i += 1
    while len(found) < 2:
        found.append(i)
        i += 1
    return tuple(found)

# %% wrong="sums and squares of 32 bits" caught_by="any two, the smaller first"
import numpy as np

def two_missing(nums):
    n = len(nums) + 1
    every, given = np.arange(n + 1, dtype=np.int32), np.array(nums, dtype=np.int32)
    s = int(every.sum(dtype=np.int32) - given.sum(dtype=np.int32))
    q = int((every * every).sum(dtype=np.int32) - (given * given).sum(dtype=np.int32))
    d = int(max(2 * q - s * s, 0) ** 0.5)
    return (s - d) // 2, (s + d) // 2

# %% wrong="knows the examples by heart" caught_by="any two, the smaller first"
def two_missing(nums):
    known = {(): (0, 1), (0,): (1, 2), (1,): (0, 2), (2,): (0, 1), (0, 1, 3, 5): (2, 4),
             (4, 0, 3, 1): (2, 5), (2, 3, 4): (0, 1), (1, 0, 2): (3, 4)}
    return known.get(tuple(nums), (len(nums), len(nums) + 1))

# %% wrong="the difference of two sets" caught_by="constant memory"
def two_missing(nums):
    return tuple(sorted(set(range(len(nums) + 2)) - set(nums)))

# %% wrong="a list of flags" caught_by="constant memory"
def two_missing(nums):
    seen = [False] * (len(nums) + 2)
    for x in nums:
        seen[x] = True
    return tuple(i for i, there in enumerate(seen) if not there)

# %% wrong="two lists by a bit" caught_by="constant memory"
from functools import reduce
from operator import xor

def two_missing(nums):
    every = [*nums, *range(len(nums) + 2)]
    both = reduce(xor, every)
    a = reduce(xor, [x for x in every if x & (both & -both)])
    return min(a, a ^ both), max(a, a ^ both)

# %% wrong="the product, a number of many digits" caught_by="constant memory"
from math import isqrt

def two_missing(nums):
    n = len(nums) + 1
    s, given, should = n * (n + 1) // 2 - sum(nums), 1, 1
    for x in nums:
        given *= x + 1
    for i in range(n + 1):
        should *= i + 1
    p = should // given                          # (a + 1)(b + 1)
    d = isqrt((s + 2) ** 2 - 4 * p)
    return (s - d) // 2, (s + d) // 2

# %% wrong="a list of the lower half" caught_by="constant memory" of="two halves by the mean"
#-     a = half * (half + 1) // 2 - sum(x for x in nums if x <= half)
#-     return a, total - a
#+     smaller = half * (half + 1) // 2 - sum([x for x in nums if x <= half])
#+     return smaller, total - smaller

# %% wrong="halves the candidates for the smaller, reads all numbers each time" caught_by="work grows as n"
def two_missing(nums):
    n = len(nums) + 1
    total = n * (n + 1) // 2 - sum(nums)
    low, high = 0, (total - 1) // 2
    while low < high:
        middle = (low + high) // 2
        if sum(1 for x in nums if x <= middle) <= middle:
            high = middle
        else:
            low = middle + 1
    return low, total - low

# %% wrong="looks for each number in the list" caught_by="work grows as n"
def two_missing(nums):
    return tuple(i for i in range(len(nums) + 2) if i not in nums)

# %% wrong="tries each first number with the sum" caught_by="work grows as n"
def two_missing(nums):
    n = len(nums) + 1
    total = n * (n + 1) // 2 - sum(nums)
    for a in range(total // 2 + 1):
        if a not in nums and a < total - a <= n and total - a not in nums:
            return a, total - a
