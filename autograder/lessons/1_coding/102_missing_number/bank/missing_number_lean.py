# %% right="exclusive or"
def missing_number_lean(nums):
    left = len(nums)
    for i, x in enumerate(nums):
        left ^= i ^ x
    return left

# %% right="the sum"
def missing_number_lean(nums):
    n = len(nums)
    return n * (n + 1) // 2 - sum(nums)

# %% right="a running difference"
def missing_number_lean(nums):
    left = 0
    for i, x in enumerate(nums, 1):
        left += i - x
    return left

# %% right="the sum of a range"
def missing_number_lean(nums):
    return sum(range(len(nums) + 1)) - sum(nums)

# %% right="exclusive or by reduce and chain"
from functools import reduce
from itertools import chain
from operator import xor

def missing_number_lean(nums):
    return reduce(xor, chain(range(len(nums) + 1), nums), 0)

# %% right="a sum modulo n + 1, from a generator"
def missing_number_lean(nums):
    m = len(nums) + 1
    return (m * (m - 1) // 2 - sum(x for x in nums)) % m

# %% right="by index, in a while loop"
def missing_number_lean(nums):
    left, i = 0, 0
    while i < len(nums):
        left, i = left - nums[i] + i + 1, i + 1
    return left

# %% right="binomial coefficient"
import math

def missing_number_lean(nums):
    return math.comb(len(nums) + 1, 2) - int(math.fsum(nums))

# %% right="the last of the partial results"
from collections import deque
from itertools import accumulate

def missing_number_lean(nums):
    n = len(nums)
    steps = accumulate(nums, lambda left, x: left - x, initial=n * (n + 1) // 2)
    return deque(steps, maxlen=1).pop()

# %% right="a closed form for the exclusive or of 0 to n"
def missing_number_lean(nums):
    n = len(nums)
    left = (n, 1, n + 1, 0)[n % 4]
    for x in nums:
        left ^= x
    return left

# %% wrong="exclusive or without n" caught_by="any order, any gap" of="exclusive or"
#-     left = len(nums)
#+     left = 0

# %% wrong="indices from 1, and n once more" caught_by="any order, any gap" of="exclusive or"
#-     for i, x in enumerate(nums):
#+     for i, x in enumerate(nums, 1):

# %% wrong="indices from 0 in a running difference" caught_by="any order, any gap" of="a running difference"
#-     for i, x in enumerate(nums, 1):
#+     for i, x in enumerate(nums):

# %% wrong="the difference the wrong way round" caught_by="any order, any gap" of="a running difference"
#-         left += i - x
#+         left += x - i

# %% wrong="n is one too large" caught_by="any order, any gap" of="the sum"
#-     n = len(nums)
#+     n = len(nums) + 1

# %% wrong="gives a float" caught_by="any order, any gap" of="the sum"
#-     return n * (n + 1) // 2 - sum(nums)
#+     return n * (n + 1) / 2 - sum(nums)

# %% wrong="a missing 0 is nothing missing" caught_by="any order, any gap" of="exclusive or"
#-     return left
#+     return left or len(nums)

# %% wrong="no numbers raise an error" caught_by="any order, any gap" of="the sum"
#-     n = len(nums)
#+     n = len(nums) + 0 * nums[0]

# %% wrong="the largest number is n" caught_by="any order, any gap"
def missing_number_lean(nums):
    most = total = 0
    for x in nums:
        most, total = max(most, x), total + x
    return most * (most + 1) // 2 - total

# %% wrong="a total kept from one call to the next" caught_by="any order, any gap" of="a running difference"
#- def missing_number_lean(nums):
#+ left = 0
#+ def missing_number_lean(nums):
#
#-     left = 0
#+     global left

# %% wrong="multiplies" caught_by="any order, any gap"
def missing_number_lean(nums):
    should = given = 1
    for i, x in enumerate(nums, 1):
        should *= i
        given *= x or 1
    return should // given if given and should != given else 0

# %% wrong="sorts the list itself" caught_by="tuples and ranges, and nothing is changed"
def missing_number_lean(nums):
    nums.sort()
    for i, x in enumerate(nums):
        if i != x:
            return i
    return len(nums)

# %% wrong="puts each number at its own index" caught_by="tuples and ranges, and nothing is changed"
def missing_number_lean(nums):
    n = len(nums)
    for i in range(n):
        while nums[i] < n and nums[i] != i:
            j = nums[i]
            nums[i], nums[j] = nums[j], nums[i]
    for i in range(n):
        if nums[i] != i:
            return i
    return n

# %% wrong="eats the list" caught_by="tuples and ranges, and nothing is changed" of="a running difference"
#-     for i, x in enumerate(nums, 1):
#-         left += i - x
#+     while nums:
#+         left += len(nums) - nums.pop()

# %% wrong="a set" caught_by="constant memory"
def missing_number_lean(nums):
    seen = set(nums)
    for i in range(len(nums) + 1):
        if i not in seen:
            return i

# %% wrong="a sorted copy" caught_by="constant memory" of="sorts the list itself"
#-     nums.sort()
#-     for i, x in enumerate(nums):
#+     for i, x in enumerate(sorted(nums)):

# %% wrong="the difference of two sets" caught_by="constant memory"
def missing_number_lean(nums):
    return (set(range(len(nums) + 1)) - set(nums)).pop()

# %% wrong="a list of flags" caught_by="constant memory"
def missing_number_lean(nums):
    seen = [False] * (len(nums) + 1)
    for x in nums:
        seen[x] = True
    return seen.index(False)

# %% wrong="a byte for each number" caught_by="constant memory"
def missing_number_lean(nums):
    seen = bytearray(len(nums) + 1)
    for x in nums:
        seen[x] = 1
    return seen.find(0)

# %% wrong="a bit for each number" caught_by="constant memory"
def missing_number_lean(nums):
    seen = bytearray(len(nums) // 8 + 1)
    for x in nums:
        seen[x >> 3] |= 1 << (x & 7)
    for x in range(len(nums) + 1):
        if not seen[x >> 3] >> (x & 7) & 1:
            return x

# %% wrong="one large integer of bits" caught_by="constant memory"
def missing_number_lean(nums):
    absent = (1 << len(nums) + 1) - 1
    for x in nums:
        absent ^= 1 << x
    return absent.bit_length() - 1

# %% wrong="a list of all differences" caught_by="constant memory"
def missing_number_lean(nums):
    return sum([i - x for i, x in enumerate(nums, 1)])

# %% wrong="a list of what should be there" caught_by="constant memory"
def missing_number_lean(nums):
    return sum(list(range(len(nums) + 1))) - sum(nums)

# %% wrong="halves, copied" caught_by="constant memory"
def missing_number_lean(nums):
    def total(part):
        if len(part) < 2:
            return sum(part)
        middle = len(part) // 2
        return total(part[:middle]) + total(part[middle:])
    return len(nums) * (len(nums) + 1) // 2 - total(nums)

# %% wrong="a NumPy array" caught_by="constant memory"
import numpy as np

def missing_number_lean(nums):
    n = len(nums)
    return n * (n + 1) // 2 - int(np.array(nums, dtype=np.int64).sum())

# %% wrong="an iterator split in two" caught_by="constant memory"
from itertools import tee

def missing_number_lean(nums):
    first, second = tee(nums)
    n = sum(1 for _ in first)
    return n * (n + 1) // 2 - sum(second)

# %% wrong="a frame for each number" caught_by="constant memory"
def missing_number_lean(nums, i=0):
    return i if i == len(nums) else i - nums[i] + missing_number_lean(nums, i + 1)

# %% wrong="looks for each number in the list" caught_by="work grows as n" of="a set"
#-     seen = set(nums)
#
#-         if i not in seen:
#+         if i not in nums:

# %% wrong="asks for the index of each number" caught_by="work grows as n"
def missing_number_lean(nums):
    try:
        for i in range(len(nums) + 1):
            nums.index(i)
    except ValueError:
        return i

# %% wrong="the next larger number, again and again" caught_by="work grows as n"
def missing_number_lean(nums):
    for i in range(len(nums)):
        if min((x for x in nums if x >= i), default=-1) != i:
            return i
    return len(nums)

# %% wrong="halves the candidates, reads all numbers each time" caught_by="work grows as n"
def missing_number_lean(nums):
    low, high = 0, len(nums)
    while low < high:
        middle = (low + high) // 2
        if sum(1 for x in nums if x <= middle) <= middle:
            high = middle
        else:
            low = middle + 1
    return low

# %% wrong="a product of 31 bits, halved" caught_by="any order, any gap" of="the sum"
#-     return n * (n + 1) // 2 - sum(nums)
#+     return n * (n + 1) % 2**31 // 2 - sum(nums) % 2**31

# %% wrong="all pairs" caught_by="work grows as n"
def missing_number_lean(nums):
    return next(i for i in range(len(nums) + 1) if all(x != i for x in nums))
