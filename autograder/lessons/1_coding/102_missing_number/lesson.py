# %% [markdown]
# # The missing number
#
# > **What is really tested.** Can you get from "look for each" to one pass and one number, and name
# > the precondition on the input that this relies on?
#
# **You will be able to**
# - find the missing number in four ways, and state the time and memory of each
# - explain why pairs cancel under exclusive or (XOR, `^`), and where the number n comes in
# - say when a sum overflows, and when it doesn't
# - split a problem with two unknowns into two problems with one
#
# **Before you start**: lists, sets and loops in Python. You don't have to know XOR.
#
# **Time**: 25 minutes reading, {{minutes}} minutes practice · {{points}} points

# %% given="setup"
from autograder import check, complexity

# %% [markdown]
# ## The question
#
# > An array `nums` of length n holds the numbers from 0 to n, except one. Find the missing one in
# > O(n).
#
# | `nums` | answer | because |
# |---|---|---|
# | `[0, 1, 2, 4, 5]` | 3 | five numbers are given, so 0 to 5 could be there |
# | `[3, 0, 1]` | 2 | the order doesn't matter |
# | `[0, 1, 2]` | 3 | the last number may be missing |
# | `[1]` | 0 | the first number may be missing |

# %% [markdown]
# ## Clarify
#
# Ask before you write. These are the answers in this lesson, and the checks assume them.
#
# | You ask | The answer |
# |---|---|
# | Is n the length, or the largest number? | The length. There are n + 1 numbers from 0 to n, and one of them is missing. |
# | Can 0 be missing? Can n? | Yes, both. |
# | Is it sorted? | No. |
# | Can it be empty? | Yes. Then n is 0, and 0 is missing. |
# | Can numbers repeat, or lie outside 0 to n? | No. You may rely on it. |
# | What is `nums`? | A list, a tuple or a range of ints. |
# | May I change it? | No. |
# | What do I return? | An int. |
# | How much memory may I use? | First O(n), then O(1). |

# %% [markdown]
# ## A tiny example
#
# Take `[5, 0, 4, 1, 2]`. Below it, write what should be there, and cross out what is in both.

# %%
given = [5, 0, 4, 1, 2]
should = list(range(len(given) + 1))
print("given ", given)
print("should", should)
print("left  ", [x for x in should if x not in given])

# %% [markdown]
# **Exclusive or** (XOR, written `^`) does the crossing out for you. It compares two numbers bit by
# bit, and its result has a 1 where they differ. Three rules are all you need:
#
# - a number cancels itself: `x ^ x` is 0
# - 0 changes nothing: `x ^ 0` is `x`
# - the order doesn't matter
#
# So put `^` between everything that should be there and everything that is given. Each number that
# occurs twice disappears. The right side of the picture shows the same in bits: the ones come in
# pairs in each row, except those of the missing number.

# %% folded=true
from matplotlib.patches import Rectangle

from autograder.figures import COLOURS, INK, axes, picture, style

LOST = COLOURS[1]


def draw_pairs(plot):
    """What should be there above, what is given below, and a line from each to its partner."""
    for x in should:
        colour, size = (INK, 13) if x in given else (LOST, 17)
        plot.text(x, 1, x, ha="center", va="center", color=colour, size=size, weight="bold")
        if x in given:
            plot.plot([x, given.index(x) + 0.5], [0.9, 0.1], color=COLOURS[0], lw=1.5)
    for place, x in enumerate(given):
        plot.text(place + 0.5, 0, x, ha="center", va="center", color=INK, size=13, weight="bold")
    plot.set(xlim=(-2.3, 5.6), ylim=(-0.25, 1.25))
    plot.text(-2.3, 1, "should be", va="center", size=9)
    plot.text(-2.3, 0, "given", va="center", size=9)
    plot.axis("off")


def draw_bits(plot):
    """All numbers as columns of bits, and the exclusive or of each row of bits."""
    everything = [*should, *given]
    for column, x in enumerate(everything):
        lost = x not in given
        plot.text(column, -1, x, ha="center", va="center", color=LOST if lost else INK)
        for row, bit in enumerate((4, 2, 1)):
            if x & bit:
                colour = LOST if lost else COLOURS[0]
                plot.add_patch(Rectangle((column - 0.4, row - 0.4), 0.8, 0.8, color=colour))
    for row, bit in enumerate((4, 2, 1)):
        ones = sum(x & bit > 0 for x in everything)
        odd = ones % 2
        plot.text(-1.2, row, bit, va="center", size=9)
        plot.text(11.0, row, f"{ones} ones: {'odd, 1' if odd else 'even, 0'}", va="center",
                  color=LOST if odd else INK, size=10)
    plot.set(xlim=(-1.4, 14.6), ylim=(2.7, -1.6), aspect="equal")
    plot.axis("off")


# %% folded=true
with style():
    left, right = axes(10, 2.3, ncols=2, width_ratios=[2, 3])
    draw_pairs(left)
    draw_bits(right)
    cancelling = picture(left.figure, (
        "Left: the numbers 0 to 5 above, the given 5, 0, 4, 1, 2 below, a line between equal ones; "
        "3 has no partner. Right: the eleven numbers as columns of three bits. The row of fours has "
        "4 ones, which is even and gives 0. The rows of twos and of ones have 3 and 5, odd, and "
        "give 1 each. The result is 011 in binary, which is 3."))
cancelling

# %% [markdown]
# ## Brute force first
#
# Look for each number in turn. Say this first. Then count what `in` does on a list: it compares
# one item after another.

# %%
comparisons = 0


def by_looking(nums):
    global comparisons
    for candidate in range(len(nums) + 1):
        for x in nums:                       # what `candidate in nums` does, made visible
            comparisons += 1
            if x == candidate:
                break
        else:
            return candidate


print("     n  comparisons")
for n in (10, 100, 1000):
    comparisons = 0
    by_looking(range(n))                     # n is missing
    print(f"{n:6}  {comparisons:11,}")

# %% [markdown]
# Ten times as many numbers take a hundred times the work. **Time**: O(n²). **Memory**: O(1). The
# question says "in O(n)", so this is the start and not the answer.

# %% [markdown]
# ## A better way
#
# | way | idea | time | memory |
# |---|---|---|---|
# | look for each | `i not in nums` | O(n²) | O(1) |
# | sort | the first index `i` where the number isn't `i`; if there is none, n | O(n log n) | O(n) for the copy |
# | set | `in` on a set is O(1) on average | O(n) | O(n) |
# | sum | 0 + 1 + … + n = n(n + 1)/2, minus the sum of what is given | O(n) | O(1) |
# | XOR | pairs cancel | O(n) | O(1) |
# | running difference | add `i - x` as you go, with indices from 1; no multiplying or halving | O(n) | O(1) |
#
# The last three read each number once, in any order, and keep one number. That is the whole trick:
# find an operation that doesn't depend on the order and can be undone.

# %% [markdown]
# ## Your turn
#
# First any way in O(n) or O(n log n). Then with a single number of memory.

# %% [markdown] card="missing_number"
# Write `missing_number(nums)`, which returns the one number from 0 to `len(nums)` that isn't in
# `nums`.
#
# - `nums` is a list, a tuple or a range of ints, in any order, up to 70,000 of them. Every integer
#   from 0 to `len(nums)` except one appears exactly once, and nothing else appears.
# - `[]` gives 0.
# - Return an int, not a float.
# - Don't modify `nums`, and don't keep state between calls.
# - Keep the work to O(n) or O(n log n). `x in nums` on a list is a loop over all of it.
# - O(n) extra memory is fine here.

# %% exercise="missing_number"
def missing_number(nums) -> int:
    """Return the number from 0 to ``len(nums)`` that is not in ``nums``.

    ``nums`` is a list, tuple or range of ints, in any order; it stays as it is.
    """
    ### BEGIN SOLUTION
    seen = set(nums)
    for candidate in range(len(nums) + 1):
        if candidate not in seen:
            return candidate
    ### END SOLUTION

# %% check="missing_number"
check(missing_number)

# %% [markdown] hints="missing_number"

# %% [markdown]
# ## One number is enough
#
# "Good. Now without the extra memory." Use the sum, XOR, or a way of your own.

# %% [markdown] card="missing_number_lean"
# Write `missing_number_lean(nums)`. It does the same, in **O(n) time and O(1) memory** beyond the
# input.
#
# - The check measures the peak memory of a call, for 1,000 and for 20,000 numbers. Use no copy, no
#   set, no list, no bit per number and no stack frame per number.
# - `nums` may be a tuple or a range, so it can't serve as your memory. Don't modify a list.
# - Everything else is as before.

# %% exercise="missing_number_lean"
def missing_number_lean(nums) -> int:
    """Return the number from 0 to ``len(nums)`` that is not in ``nums``.

    One pass, a constant amount of memory.
    """
    ### BEGIN SOLUTION
    answer = len(nums)
    for place, number in enumerate(nums):
        answer ^= place ^ number
    return answer
    ### END SOLUTION

# %% check="missing_number_lean"
check(missing_number_lean)

# %% [markdown] hints="missing_number_lean"

# %% [markdown]
# ## A variation, unaided
#
# Set a timer for {{minutes two_missing}} minutes, and keep the hints folded until it goes off. Say
# aloud what you do, starting with the first clarifying question.

# %% [markdown] card="two_missing"
# Now **two** are missing. Write `two_missing(nums)`, which returns both, the smaller first, as a
# tuple or a list of two ints.
#
# - `nums` is a list, a tuple or a range. With n = `len(nums)`, every integer from 0 to
#   **n + 1** except two appears exactly once, in any order, and nothing else appears.
# - `[]` gives `(0, 1)`.
# - O(n) time and O(1) memory beyond the input. You may read `nums` more than once.
# - Don't modify `nums`, and don't keep state between calls.

# %% exercise="two_missing"
def two_missing(nums) -> tuple[int, int]:
    """Return the two numbers from 0 to ``len(nums) + 1`` that are not in ``nums``.

    The smaller one comes first. A constant amount of memory.
    """
    ### BEGIN SOLUTION
    last = len(nums) + 1
    total = last * (last + 1) // 2 - sum(nums)
    half = total // 2
    smaller = half * (half + 1) // 2 - sum(x for x in nums if x <= half)
    return smaller, total - smaller
    ### END SOLUTION

# %% check="two_missing"
check(two_missing)

# %% [markdown] hints="two_missing"

# %% [markdown]
# ## Measured complexity
#
# The plots count the lines of Python that your code executes while n doubles. Comparing or hashing
# one of the numbers counts as a line too, even when C code does it, so `in` on a list can't hide.
# That's why sorting shows an exponent a little above 1.

# %%
complexity(missing_number)

# %%
complexity(missing_number_lean)

# %% [markdown]
# Now the memory: Python can count the peak bytes that each way uses.

# %%
import tracemalloc
from functools import reduce
from operator import xor

WAYS = {
    "a set": lambda nums: (set(range(len(nums) + 1)) - set(nums)).pop(),
    "sorted": lambda nums: next((i for i, x in enumerate(sorted(nums)) if i != x), len(nums)),
    "a bit for each": lambda nums: reduce(lambda seen, x: seen | 1 << x, nums, 0).bit_length(),
    "sum": lambda nums: len(nums) * (len(nums) + 1) // 2 - sum(nums),
    "exclusive or": lambda nums: reduce(xor, nums, 0) ^ reduce(xor, range(len(nums) + 1)),
}


def peak_bytes(function, nums):
    """The most memory that the call has in use at one time, in bytes."""
    tracemalloc.start()
    function(nums)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def least_peak(function, nums):
    """Of three calls the least: the notebook itself may need memory at the same time."""
    return min(peak_bytes(function, nums) for _ in range(3))


print(f"{'':15} {'1,000':>12} {'4,000':>12} {'16,000':>12}")
for name, way in WAYS.items():
    peaks = [least_peak(way, range(n)) for n in (1_000, 4_000, 16_000)]
    print(f"{name:15}", *(f"{peak:12,}" for peak in peaks))

# %% [markdown]
# The two sets cost more than a hundred bytes per number. The sorted copy costs about forty: a
# reference, and the int itself, because a range makes its numbers only when they are read. One bit
# per number still grows. The last two stay constant.
#
# **As a stream.** The running difference needs no length in advance. It's a good closing point when
# the interviewer says that the numbers arrive one by one:

# %%
def of_a_stream(numbers):
    """The missing one of 0 to n, for an iterable of n numbers."""
    left = 0
    for i, x in enumerate(numbers, 1):
        left += i - x
    return left


print(of_a_stream(x for x in [5, 0, 4, 1, 2]))

# %% [markdown]
# ## Wrong answers people give
#
# The next cells run each of them on all lists of 0 to n with one number missing, in all orders, up
# to n = 4, the shortest first.

# %%
from itertools import permutations

LISTS = [(list(order), gap)
         for n in range(5) for gap in range(n + 1)
         for order in permutations([x for x in range(n + 1) if x != gap])]


def without_n(nums):
    left = 0
    for i, x in enumerate(nums):
        left ^= i ^ x
    return left


def n_is_the_largest(nums):
    n = max(nums, default=0)
    return n * (n + 1) // 2 - sum(nums)


def n_is_one_more(nums):
    n = len(nums) + 1
    return n * (n + 1) // 2 - sum(nums)


def rounds_too_early(nums):
    n = len(nums)
    return n // 2 * (n + 1) - sum(nums)


# %%
def sorts_and_forgets_the_last(nums):
    for i, x in enumerate(sorted(nums)):
        if i != x:
            return i


def takes_it_for_sorted(nums):
    low, high = 0, len(nums)
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if nums[middle] > middle else (middle + 1, high)
    return low


def takes_0_for_nothing(nums):
    return next((x for x in range(1, len(nums) + 1) if x not in nums), None)


print(f"{len(LISTS)} lists")
for function in (without_n, n_is_the_largest, n_is_one_more, rounds_too_early,
                 sorts_and_forgets_the_last, takes_it_for_sorted, takes_0_for_nothing):
    wrong = [(nums, gap, function(nums)) for nums, gap in LISTS if function(nums) != gap]
    nums, gap, got = wrong[0]
    print(f"{function.__name__:27} wrong for {len(wrong):3}; {nums} lacks {gap}, it says {got}")

# %% [markdown]
# | Wrong answer | Why it fails |
# |---|---|
# | without n | the indices end at n − 1, so n itself has no partner |
# | n is the largest | not when n itself is missing |
# | n is one more | `len(nums)` **is** n: one of n + 1 numbers is missing |
# | rounds too early | `n // 2` loses a half if n is odd; n · (n + 1) is always even, so divide last |
# | sorts and forgets the last | the loop finds no gap if n is missing, and returns `None` |
# | takes it for sorted | binary search needs sorted input |
# | takes 0 for nothing | 0 can be missing |
#
# Two more are right on all these lists, and wrong all the same. `nums.sort()` modifies the caller's
# list. `n * (n + 1) / 2 - sum(nums)` returns a float, and floats are exact only up to 2⁵³:

# %%
n = 2**27
given_sum = n * (n + 1) // 2 - 7              # 7 is missing
print("with //:", n * (n + 1) // 2 - given_sum, "  with /:", n * (n + 1) / 2 - given_sum)

# %% [markdown]
# ## Spot the error
#
# **1. A popular guide says**: XOR all indices with all elements, and the missing number is left. Try
# it:

# %%
for nums in ([0, 1, 2], [0, 2, 3], [0, 2]):
    print(nums, "missing", (set(range(len(nums) + 1)) - set(nums)).pop(),
          "  by indices and elements:", without_n(nums),
          "  with n:", without_n(nums) ^ len(nums))

# %% [markdown]
# **Correct:** the indices are 0 to n − 1, and the numbers are 0 to n. XOR with **n** as well, most
# simply by starting with `left = len(nums)`. Without it, the result is always the answer `^ n`.
#
# **2. A popular guide says** to subtract the sum of the elements from n × (n + 1)/2, and doesn't say
# what n is. It's `len(nums)`, not one more. Nor does the guide say what happens in fixed-width
# integers. Python's ints never overflow. NumPy's 32-bit integers do, as in C or Java:

# %%
import numpy as np


def in_32_bits(n, gap):
    """The sum formula with 32-bit integers throughout."""
    nums = np.delete(np.arange(n + 1, dtype=np.int32), gap)
    size = np.array([n], dtype=np.int32)
    total = size * (size + 1) // 2                             # wraps round without a word
    return int((total - np.sum(nums, dtype=np.int32))[0])


sizes = range(1_000, 95_000, 1_000)
bad = [n for n in sizes if in_32_bits(n, gap=7) != 7]
print(f"wrong for {len(bad)} of {len(sizes)} sizes, the first {bad[:3]}")
print("n = 60,000, and 7 is missing:", in_32_bits(60_000, gap=7))
fits = [n for n in range(50_000) if n * (n + 1) < 2**31]
print(f"n * (n + 1) fits into 32 bits, with a sign, up to n = {fits[-1]:,}")

# %% [markdown]
# The product is twice the sum, so it overflows first, and halving a wrapped product doesn't give the
# sum back. **Correct:** n is the length. With 32-bit integers, use 64 bits for the product, or don't
# build the large number at all: the running difference adds `i - x`. Even if that wraps, it wraps
# back, because nothing is halved. (In C, use unsigned integers: signed ones must not overflow there.)
# Know your library, too:

# %%
nums = np.delete(np.arange(60_001, dtype=np.int32), 7)
size = np.int32(60_000)
print("np.sum of int32 is", nums.sum().dtype, " and right:", 60_000 * 60_001 // 2 - nums.sum())
with np.errstate(over="ignore"):
    print("size * (size + 1) is", (size * (size + 1)).dtype, " and not:", size * (size + 1) // 2)
running = np.add.accumulate(np.arange(1, 60_001, dtype=np.int32) - nums, dtype=np.int32)
print("running difference in 32 bits:", running[-1])
print("exclusive or in 32 bits:", np.bitwise_xor.reduce(nums)
      ^ np.bitwise_xor.reduce(np.arange(60_001, dtype=np.int32)))

# %% [markdown]
# **3. A popular guide says** that XOR saves memory, because it needs no large integers. That's true
# for a fixed width. Python's ints grow, and the sum of a million numbers takes four bytes more than
# one of them. What the guide leaves out is more important: both tricks trust the input to be valid.

# %%
import sys

print("bytes of an int:", sys.getsizeof(999_999), " of the sum:", sys.getsizeof(sum(range(10**6))))
for name, nums in {"a number twice": [0, 1, 1, 4], "one out of range": [0, 1, 2, 9],
                   "two missing, one twice": [0, 0, 3]}.items():
    print(f"{name:23} {nums!s:13} sum says {WAYS['sum'](nums):3},",
          f"exclusive or says {WAYS['exclusive or'](nums)}")

# %% [markdown]
# No error and no warning. In the last case both return 3, and 3 is in the list. **Correct:** state
# the precondition, and check it if the data comes from outside. Two signs are free: an answer outside
# 0 to n, or a sum and an XOR that differ, means that the precondition is broken. As the last case
# shows, their absence means nothing. For certainty, you need a set, or a flag per number.

# %%
def checked(nums):
    """The missing number; ValueError if ``nums`` is not 0 to n without one."""
    seen = bytearray(len(nums) + 1)
    for x in nums:
        if not 0 <= x <= len(nums) or seen[x]:
            raise ValueError(f"{x} is out of range, or there twice")
        seen[x] = 1
    return seen.index(0)


for nums in ([3, 0, 1], [0, 1, 1, 4]):
    try:
        print(nums, checked(nums))
    except ValueError as error:
        print(nums, "ValueError:", error)

# %% [markdown]
# ## Why it matters in ML engineering
#
# You'll seldom look for one number. You'll often ask whether a copy of a data set is complete: did
# each row arrive, each shard, each event of a partition? The idea is the same. Fold everything into
# one number with an operation that doesn't depend on the order. Then many workers can read the copy
# in another order, and you combine their numbers at the end. The warning is the same too: under XOR,
# a row that was written twice cancels itself.

# %%
import hashlib

rows = [f"user {u}, film {f}, watched" for u in range(50) for f in range(20)]


def fingerprint(rows):
    """Count, sum modulo 2**64, and exclusive or of the rows' hashes."""
    hashes = [int.from_bytes(hashlib.blake2b(row.encode(), digest_size=8).digest()) for row in rows]
    return len(hashes), sum(hashes) % 2**64, reduce(xor, hashes, 0)


def merged(prints):
    counts, sums, xors = zip(*prints)
    return sum(counts), sum(sums) % 2**64, reduce(xor, xors, 0)


whole = fingerprint(rows)
parts = [rows[start::4] for start in range(4)]
print("four workers, other order:", merged(map(fingerprint, parts)) == whole)
for name, copy in {"a row lost": rows[1:], "a row twice": rows + rows[:1],
                   "two lost, two others twice": rows[2:] + rows[2:4],
                   "a row three times": rows + rows[:1] * 2}.items():
    same = [mine == theirs for mine, theirs in zip(fingerprint(copy), whole)]
    print(f"{name:27} count, sum, exclusive or the same: {same}")

# %% [markdown]
# The count alone misses a loss that a repeat makes up for. XOR alone misses a row that occurs three
# times. The sum of hashes catches all four here. For n rows, keep count and sum together.

# %% [markdown]
# ## Thinking aloud
#
# An invented interview. The candidate does well.
#
# > **Candidate.** n numbers out of 0 to n, so n + 1 candidates, and n is the length? … Good. No
# > repeats, nothing out of range? … Unsorted. May it be empty? Then the answer is 0.
# >
# > **Candidate.** Brute force: for each candidate, is it in the list? That's n squared, because
# > `in` on a list is a loop. With a set it's n, with n memory.
# >
# > **Interviewer.** *And without the memory?*
# >
# > **Candidate.** I need something that ignores the order and lets me subtract what is there. The
# > sum. It should be n times n + 1 over 2, and the difference is the answer.
# >
# > **Interviewer.** *What if this is C, with 32-bit integers?*
# >
# > **Candidate.** Then n times n + 1 overflows before the sum does, near n = 46,000. I wouldn't
# > build it. I add index minus element as I go, with indices from 1. Or I use XOR: each expected
# > number once, each given number once, and pairs cancel. The indices end at n − 1, so I start with
# > n.
# >
# > **Candidate.** Let me run the edge cases by hand. Empty: starts with 0, no loop, 0. `[0]`:
# > starts with 1, 1 ^ 0 ^ 0 is 1. `[1]`: 1 ^ 0 ^ 1 is 0. Good.
# >
# > **Interviewer.** *Now two are missing.*
# >
# > **Candidate.** The sum gives me a + b. One of them is at most half of that, the other is above.
# > So I read the list again, only the numbers up to the half. That's the old problem, and its
# > answer is a. Two passes, still one or two numbers of memory.
# >
# > **Candidate.** All of this trusts the precondition. For data from a file, I'd rather use one bit
# > per number and raise an error on repeats.

# %% [markdown]
# ## Recap
#
# - n + 1 candidates, n given, n = `len(nums)`. Either end can be missing.
# - Looking for each is O(n²), because `in` on a list is a loop. A set makes it O(n), for O(n) memory.
# - Sum, XOR and running difference need one number. XOR has to include n.
# - In 32 bits the product n · (n + 1) overflows first. Python's ints don't.
# - Two missing: split by half of their sum, or by a bit, and solve each half.
# - The tricks trust the input to be valid. State the precondition, or check it.

# %% [markdown]
# ## Say it in 60 seconds
#
# > n is the length, so there are n plus one candidates, and either end may be missing. Checking each
# > candidate against the list is n squared. A set makes it linear with linear memory. For constant
# > memory, I use something that ignores the order: the expected sum minus the actual one, or XOR over
# > all indices, all elements, and n, so that pairs cancel. In fixed width, the product n times n plus
# > one overflows, so there I add index minus element as I go, or use XOR. If two are missing, the sum
# > gives me a plus b. The smaller is at most half of that, so a second pass over that half solves it.
# > Duplicates or stray values break all of this silently, so I state the contract, or spend one bit
# > per number to check it.
#
# Say it once, with a timer, without reading.

# %% [markdown]
# ## Follow-ups to expect
#
# **The list is sorted.**
#
# <details>
# <summary>Answer</summary>
#
# Then binary search, O(log n): before the gap `nums[i] == i`, after it `nums[i] == i + 1`. I look for
# the first index where `nums[i]` isn't `i`.
#
# ```python
# from bisect import bisect
#
# def missing_sorted(nums):
#     return bisect(range(len(nums)), False, key=lambda i: nums[i] != i)
# ```
#
# </details>
#
# **One number occurs twice, and one is missing.** The numbers are 1 to n, and n are given.
#
# <details>
# <summary>Answer</summary>
#
# Two unknowns, two equations: sum and sum of squares. With `d` = repeated − missing from the sums and
# `q` = repeated² − missing² from the squares, `q // d` is repeated + missing.
#
# ```python
# def repeated_and_missing(nums):
#     d = sum(x - i for i, x in enumerate(nums, 1))
#     q = sum(x * x - i * i for i, x in enumerate(nums, 1))
#     return (q // d + d) // 2, (q // d - d) // 2
# ```
#
# Or by a bit: the XOR of everything is repeated ^ missing; split by one of its bits. Then one more
# pass tells which of the two is which.
#
# </details>
#
# **k numbers are missing.**
#
# <details>
# <summary>Answer</summary>
#
# One pass with k sums (of powers 1 to k) gives me k equations. They have one solution, and for k
# above 2 nobody wants to compute it. Better: split the range in halves and compare how many numbers
# should be in each half with how many are. Continue only where some are missing: O(n log n) time for
# few gaps, and memory for the k ranges. Or keep one bit per number: O(n) time, n/8 bytes.
#
# </details>
#
# **Four billion numbers in a file, 10 MB of memory.**
#
# <details>
# <summary>Answer</summary>
#
# If exactly one is missing, XOR needs 4 bytes. If the question is "find *any* that is missing", count
# first: 65,536 buckets by the upper 16 bits, 4 bytes each, a quarter of a megabyte. A bucket with
# fewer than 65,536 numbers lacks one. In a second pass, keep one bit per number of that bucket: 8 KB.
# (One bit for each of all 2³² would be 512 MB.)
#
# </details>
#
# **The smallest positive number that is missing, from any list of ints.**
#
# <details>
# <summary>Answer</summary>
#
# Now there's no precondition, so sums tell you nothing. The answer is in 1 to n + 1. A set is O(n).
# In place, if I may modify the list: put each x of 1 to n at index x − 1, then look for the first
# index with the wrong number.
#
# ```python
# def first_missing_positive(nums):
#     n = len(nums)
#     for i in range(n):
#         while 1 <= nums[i] <= n and nums[nums[i] - 1] != nums[i]:
#             j = nums[i] - 1
#             nums[i], nums[j] = nums[j], nums[i]
#     return next((i + 1 for i in range(n) if nums[i] != i + 1), n + 1)
# ```
#
# The nested loop is O(n) in total, because each swap puts a number at its final index.
#
# </details>
#
# **Would you write the sum or XOR?**
#
# <details>
# <summary>Answer</summary>
#
# In Python, the sum: one line, built-in loops in C, no overflow, and everyone can read it. In C on
# 32-bit data, XOR, because it never overflows. On many machines, either: you can combine partial
# results of both in any order.
#
# </details>
#
# **Can you compute 0 ^ 1 ^ … ^ n without a loop?**
#
# <details>
# <summary>Answer</summary>
#
# Yes. It repeats with period four: `(n, 1, n + 1, 0)[n % 4]`. Each pair `2m ^ (2m + 1)` is 1, and two
# such pairs cancel. So you only have to read the given numbers.
#
# </details>
#
# **How would you do it on a GPU or on a hundred workers?**
#
# <details>
# <summary>Answer</summary>
#
# As a reduction: addition and XOR are associative and commutative, so each worker folds its part, and
# you fold the results in a tree. With integers, the result doesn't depend on the order. With floats
# it would.
#
# </details>

# %% [markdown]
# ## Next
#
# {{next}}
