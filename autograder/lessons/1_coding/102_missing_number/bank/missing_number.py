# %% right="exclusive or"
def missing_number(nums):
    left = len(nums)
    for i, x in enumerate(nums):
        left ^= i ^ x
    return left

# %% right="the sum"
def missing_number(nums):
    n = len(nums)
    return n * (n + 1) // 2 - sum(nums)

# %% right="sorted"
def missing_number(nums):
    for i, x in enumerate(sorted(nums)):
        if i != x:
            return i
    return len(nums)

# %% right="a set"
def missing_number(nums):
    seen = set(nums)
    for i in range(len(nums) + 1):
        if i not in seen:
            return i

# %% right="a running difference"
def missing_number(nums):
    left = 0
    for i, x in enumerate(nums, 1):
        left += i - x
    return left

# %% right="the difference of two sets"
def missing_number(nums: list[int]) -> int:
    (answer,) = set(range(len(nums) + 1)).difference(nums)
    return answer

# %% right="a flag for each number"
def missing_number(nums):
    seen = bytearray(len(nums) + 1)
    for x in nums:
        seen[x] = 1
    return seen.find(0)

# %% right="the bits of one integer"
def missing_number(nums):
    absent = (1 << len(nums) + 1) - 1
    for x in nums:
        absent ^= 1 << x
    return absent.bit_length() - 1

# %% right="exclusive or by reduce and chain"
from functools import reduce
from itertools import chain
from operator import xor

def missing_number(nums):
    return reduce(xor, chain(nums, range(len(nums) + 1)), 0)

# %% right="NumPy"
import numpy as np

def missing_number(nums):
    seen = np.zeros(len(nums) + 1, dtype=bool)
    seen[np.array(list(nums), dtype=np.int64)] = True
    return np.argmin(seen)

# %% right="sorted, and a binary search"
def missing_number(nums):
    ordered = sorted(nums)
    low, high = 0, len(ordered)
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if ordered[middle] > middle else (middle + 1, high)
    return low

# %% right="bit by bit, keeping the smaller half"
def missing_number(nums):
    answer, bit, rest, count = 0, 1, list(nums), len(nums) + 1
    while count > 1 or rest:
        even = [x for x in rest if not x & bit]
        expected_even = (count + 1) // 2
        if len(even) < expected_even:
            rest, count = even, expected_even
        else:
            answer |= bit
            rest, count = [x for x in rest if x & bit], count // 2
        bit <<= 1
    return answer

# %% right="a counter"
from collections import Counter

def missing_number(nums):
    left = Counter(range(len(nums) + 1))
    left.subtract(nums)
    return max(left, key=left.get)

# %% right="halves of a recursion over the values"
def missing_number(nums):
    def search(low, high, part):
        if high - low == 1:
            return low
        middle = (low + high) // 2
        lower = [x for x in part if x < middle]
        if len(lower) < middle - low:
            return search(low, middle, lower)
        return search(middle, high, [x for x in part if x >= middle])
    return search(0, len(nums) + 1, nums)

# %% wrong="exclusive or without n" caught_by="0 or n is missing" of="exclusive or"
#-     left = len(nums)
#+     left = 0

# %% wrong="n is one too large" caught_by="any order, any gap" of="the sum"
#-     n = len(nums)
#+     n = len(nums) + 1

# %% wrong="n is the largest number given" caught_by="0 or n is missing" of="the sum"
#-     n = len(nums)
#+     n = max(nums, default=0)

# %% wrong="expects 1 to n" caught_by="0 or n is missing" of="a set"
#-     for i in range(len(nums) + 1):
#+     for i in range(1, len(nums) + 1):
#
#-             return i
#+             return i
#+     return len(nums) + 1

# %% wrong="never finds n" caught_by="0 or n is missing" of="a set"
#-     for i in range(len(nums) + 1):
#+     for i in range(len(nums)):

# %% wrong="sorts, and forgets the last case" caught_by="0 or n is missing" of="sorted"
#-     return len(nums)

# %% wrong="the last case gives -1" caught_by="0 or n is missing" of="sorted"
#-     return len(nums)
#+     return -1

# %% wrong="0 is no number" caught_by="0 or n is missing" of="a set"
#-         if i not in seen:
#+         if i and i not in seen:

# %% wrong="a missing 0 is nothing missing" caught_by="0 or n is missing" of="exclusive or"
#-     return left
#+     return left or len(nums)

# %% wrong="no numbers give None" caught_by="empty or one number" of="the sum"
#- def missing_number(nums):
#+ def missing_number(nums):
#+     if not nums:
#+         return None

# %% wrong="no numbers raise an error" caught_by="empty or one number" of="the sum"
#-     n = len(nums)
#+     n = max(len(nums), min(nums))

# %% wrong="does not sort first" caught_by="any order, any gap" of="sorted"
#-     for i, x in enumerate(sorted(nums)):
#+     for i, x in enumerate(nums):

# %% wrong="looks at neighbours, unsorted" caught_by="any order, any gap"
def missing_number(nums):
    for before, after in zip(nums, nums[1:]):
        if after - before > 1:
            return before + 1
    return len(nums) if 0 in nums else 0

# %% wrong="binary search, unsorted" caught_by="any order, any gap"
def missing_number(nums):
    low, high = 0, len(nums)
    while low < high:
        middle = (low + high) // 2
        if nums[middle] > middle:
            high = middle
        else:
            low = middle + 1
    return low

# %% wrong="exclusive or with a sign for subtraction" caught_by="any order, any gap" of="exclusive or"
#-         left ^= i ^ x
#+         left ^= i - x

# %% wrong="or in place of exclusive or" caught_by="any order, any gap" of="exclusive or"
#-         left ^= i ^ x
#+         left |= i ^ x

# %% wrong="right for an even n alone" caught_by="any order, any gap" of="the sum"
#-     return n * (n + 1) // 2 - sum(nums)
#+     return n // 2 * (n + 1) - sum(nums)

# %% wrong="right for an odd n alone" caught_by="any order, any gap" of="the sum"
#-     return n * (n + 1) // 2 - sum(nums)
#+     return (n + 1) // 2 * n - sum(nums)

# %% wrong="gives a float" caught_by="any order, any gap" of="the sum"
#-     return n * (n + 1) // 2 - sum(nums)
#+     return n * (n + 1) / 2 - sum(nums)

# %% wrong="the mean of the others" caught_by="empty or one number"
def missing_number(nums):
    return round(len(nums) / 2 * (len(nums) + 1) - sum(nums) / len(nums) * len(nums))

# %% wrong="knows the examples by heart" caught_by="any order, any gap"
def missing_number(nums):
    known = {(0, 1, 2, 4, 5): 3, (3, 0, 1): 2, (1, 2, 3): 0, (2, 3, 1): 0}
    return known.get(tuple(nums), len(nums))

# %% wrong="a sum kept from one call to the next" caught_by="any order, any gap"
def missing_number(nums, total=[0]):
    for i, x in enumerate(nums, 1):
        total[0] += i - x
    return total[0]

# %% wrong="answers kept by the length" caught_by="any order, any gap"
seen = {}
def missing_number(nums):
    if len(nums) not in seen:
        seen[len(nums)] = sum(range(len(nums) + 1)) - sum(nums)
    return seen[len(nums)]

# %% wrong="sorts the list itself" caught_by="the list stays as it was" of="sorted"
#-     for i, x in enumerate(sorted(nums)):
#+     if isinstance(nums, list):
#+         nums.sort()
#+     else:
#+         nums = sorted(nums)
#+     for i, x in enumerate(nums):

# %% wrong="puts each number at its own index" caught_by="the list stays as it was"
def missing_number(nums):
    nums = nums if isinstance(nums, list) else list(nums)
    for i in range(len(nums)):
        while nums[i] < len(nums) and nums[i] != i:
            j = nums[i]
            nums[i], nums[j] = nums[j], nums[i]
    for i, x in enumerate(nums):
        if i != x:
            return i
    return len(nums)

# %% wrong="adds n to the list" caught_by="the list stays as it was"
def missing_number(nums):
    nums += [len(nums)] if isinstance(nums, list) else (len(nums),)
    left = 0
    for i, x in enumerate(nums[:-1]):
        left ^= i ^ x
    return left ^ nums[-1]

# %% wrong="needs a list to sort" caught_by="tuples and ranges" of="sorted"
#-     for i, x in enumerate(sorted(nums)):
#+     nums = nums.copy()
#+     nums.sort()
#+     for i, x in enumerate(nums):

# %% wrong="needs a list to add to" caught_by="tuples and ranges" of="a set"
#-     seen = set(nums)
#+     seen = nums + []

# %% wrong="marks what it has seen by a sign, and takes it back" caught_by="tuples and ranges"
def missing_number(nums):
    n = len(nums)
    seen_n = False
    for i in range(n):
        x = nums[i] if nums[i] >= 0 else -nums[i] - 1
        if x < n:
            nums[x] = -nums[x] - 1
        else:
            seen_n = True
    answer = next((i for i in range(n) if nums[i] >= 0), n)
    for i in range(n):
        if nums[i] < 0:
            nums[i] = -nums[i] - 1
    return answer

# %% wrong="sums of 32 bits" caught_by="70,000 numbers"
import numpy as np

def missing_number(nums):
    n = np.array([len(nums)], dtype=np.int32)
    total = n * (n + 1) // 2
    return int((total - np.sum(nums, dtype=np.int32))[0])

# %% wrong="marks in 16 bits" caught_by="70,000 numbers"
import numpy as np

def missing_number(nums):
    left = np.array(list(nums), dtype=np.int64).astype(np.uint16)
    every = np.arange(len(nums) + 1).astype(np.uint16)
    return int(np.bitwise_xor.reduce(left) ^ np.bitwise_xor.reduce(every)) if len(nums) else 0

# %% wrong="a frame for each number" caught_by="70,000 numbers"
def missing_number(nums, i=0):
    if i == len(nums):
        return i
    return i - nums[i] + missing_number(nums, i + 1)

# %% wrong="a list of flags of a fixed length" caught_by="70,000 numbers"
def missing_number(nums):
    seen = [False] * 65_536
    for x in nums:
        seen[x] = True
    return seen.index(False)

# %% wrong="looks for each number in the list" caught_by="work grows as n, or n log n" of="a set"
#-     seen = set(nums)
#
#-         if i not in seen:
#+         if i not in nums:

# %% wrong="takes each number out of a list" caught_by="work grows as n, or n log n"
def missing_number(nums):
    left = list(range(len(nums) + 1))
    for x in nums:
        left.remove(x)
    return left[0]

# %% wrong="counts each number" caught_by="work grows as n, or n log n"
def missing_number(nums):
    return [nums.count(i) for i in range(len(nums) + 1)].index(0)

# %% wrong="two loops, by hand" caught_by="work grows as n, or n log n"
def missing_number(nums):
    for i in range(len(nums) + 1):
        found = False
        for x in nums:
            if x == i:
                found = True
        if not found:
            return i

# %% wrong="sorts by selection" caught_by="work grows as n, or n log n"
def missing_number(nums):
    rest, i = list(nums), 0
    while rest and min(rest) == i:
        rest.remove(i)
        i += 1
    return i
