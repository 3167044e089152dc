# %% [markdown]
# # Combinations that sum to n
#
# > **What is really tested.** Can you search a tree of choices without duplicates and without
# > following dead ends? And do you notice when you don't have to search at all?
#
# **You will be able to**
# - list every combination once, with one rule that fixes the order of building
# - prune the tree, and say what pruning can and can't do
# - tell apart four questions that sound alike, and adapt your code from one to the next
# - count without listing, with dynamic programming
#
# **Before you start**: lists and recursion in Python.
#
# **Time**: 30 minutes reading, {{minutes}} minutes practice · {{points}} points

# %% given="setup"
from autograder import check, complexity

# %% [markdown]
# ## The question
#
# > Given a list of integers and an integer `n`, write `sum_to_n` to find all combinations that
# > sum to `n`.
#
# | `nums` | `n` | answer |
# |---|---|---|
# | `[2, 3, 6, 7]` | 7 | `[[2, 2, 3], [7]]` |
# | `[2, 3, 5]` | 8 | `[[2, 2, 2, 2], [2, 3, 3], [3, 5]]` |
# | `[2, 4]` | 7 | `[]` |

# %% [markdown]
# ## Clarify
#
# The question is one sentence, and it leaves nearly everything open. Ask before you write. These
# are the answers in this lesson, and the checks assume them.
#
# | You ask | The answer |
# |---|---|
# | May a number be used more than once? | Yes, as often as you like. Later in the lesson: each at most once. |
# | Are `[2, 3]` and `[3, 2]` two combinations? | No. A combination is which numbers are taken and how often; each is listed once. |
# | In which order do you want them? | Any order, and any order within a combination too. |
# | Are the numbers positive? | Yes, and `n` is at least 1. (With 0 or negative numbers and reuse, the list may be infinite.) |
# | Is `nums` sorted? Can a number occur in it twice? | It may be unsorted, and it may hold duplicates. With reuse, the second copy changes nothing. |
# | What if there's no combination, or `nums` is empty? | The empty list. |
# | May I sort the list that you pass? | No. Sort a copy. |
# | How long can a combination be? | Up to 200 numbers. |

# %% [markdown]
# ## A tiny example
#
# Take `nums = [2, 3, 6, 7]` and `n = 7`. Each step takes one number and leaves a smaller sum. After
# a number, only the same one or a larger one may follow. The next cell draws every step.

# %% folded=true
from autograder.figures import COLOURS, INK, axes, picture, style

NUMBERS = [2, 3, 6, 7]


def grow(left, start):
    """A drawing's tree: what is left, the steps that fit as (number, subtree), and the first
    number that does not fit, or None."""
    fitting = [(x, grow(left - x, i)) for i, x in enumerate(NUMBERS) if i >= start and x <= left]
    misfits = [x for x in NUMBERS[start:] if x > left]
    return left, fitting, misfits[0] if misfits and left else None


def draw(plot, tree, depth=0, column=0):
    """Draw a tree from ``column`` on. Returns its own column and the next free one."""
    left, fitting, misfit = tree
    places = []
    for number, below in fitting:
        place, column = draw(plot, below, depth + 1, column)
        places.append((place, number, COLOURS[0], "-"))
    if misfit:
        plot.text(column, -depth - 1, "✗", color=COLOURS[1], ha="center", va="center", size=14)
        places.append((column, misfit, COLOURS[1], ":"))
    if not places:
        places.append((column, None, "none", "-"))
    column += bool(misfit or not fitting)
    own = (places[0][0] + places[-1][0]) / 2
    for place, number, colour, line in places:
        plot.plot([own, place], [-depth - 0.18, -depth - 0.8], color=colour, ls=line)
        if number:
            side = -0.17 if place < own else 0.17
            plot.text(place + side, -depth - 0.84, number, color=colour, size=10,
                      ha="right" if side < 0 else "left", va="center")
    box = {"boxstyle": "circle", "facecolor": "none" if left else COLOURS[2] + "50",
           "edgecolor": INK if left else COLOURS[2]}
    plot.text(own, -depth, left, color=INK, ha="center", va="center", bbox=box)
    return own, column

# %% folded=true
with style():
    plot = axes(8, 3.8)
    draw(plot, grow(7, 0))
    plot.set_axis_off()
    plot.set(xlim=(-0.6, 8.6), ylim=(-4.3, 0.3))
    pruned_tree = picture(plot.figure, (
        "The tree for 2, 3, 6, 7 and the sum 7. From the root 7 the steps 2, 3, 6 and 7 lead to "
        "what is left: 5, 4, 1 and 0. Below 5, the step 2 leads to 3 and the step 3 to 2. Below "
        "that 3, the step 3 leads to 0. So two paths end at 0: 2, 2, 3 and the single 7. Dotted "
        "lines with a cross mark the first number that is larger than what is left; the "
        "numbers after it are not looked at."))
pruned_tree

# %% [markdown]
# A circle holds what is left. The number next to a line is the one taken. A green 0 is a
# combination: read the numbers on the way to it. A cross marks a number that no longer fits. The
# numbers are sorted, so you don't have to try any after a cross.
#
# Two rules keep this tree small. **Never go back to a smaller number**: below 3 there is no 2, so
# `[3, 2, 2]` isn't built. **Never exceed what is left**: below a cross there is nothing.

# %% [markdown]
# ## Brute force first
#
# A combination has at most `n // min(nums)` numbers. The standard library lists all candidates of
# each size, and we keep those that sum to `n`.

# %%
from itertools import combinations, combinations_with_replacement


def by_trying(nums, n):
    """The combinations that sum to ``n``, and how many were tried."""
    numbers = sorted({x for x in nums if x <= n})
    most = n // numbers[0] if numbers else 0
    tried, found = 0, []
    for size in range(1, most + 1):
        for chosen in combinations_with_replacement(numbers, size):
            tried += 1
            if sum(chosen) == n:
                found.append(list(chosen))
    return found, tried


print(by_trying([2, 3, 6, 7], 7))
print("  n   found        tried")
for n in (6, 8, 10, 12):
    found, tried = by_trying(range(1, n + 1), n)
    print(f"{n:3} {len(found):7,} {tried:12,}")

# %% [markdown]
# It's right, and useful for tests. With `k` distinct numbers and at most `m` of them in a
# combination, it tries $\binom{k+m}{m} - 1$ candidates. The numbers 1 to 12 with `n = 12` have 77
# combinations, and it tries 2.7 million candidates. **Time**: exponential. **Memory**: O(m) in
# addition to the result.

# %% [markdown]
# ## A better way
#
# The second thing most people write is a recursion: take any number that fits, and solve the rest.
# It never exceeds `n`. But it builds every order of a combination, and has to drop all but one.

# %%
def by_any_order(nums, n):
    """Like ``by_trying``, by recursion. Also returns the number of calls."""
    found, calls = set(), 0

    def extend(path, left):
        nonlocal calls
        calls += 1
        if left == 0:
            found.add(tuple(sorted(path)))
        for x in nums:
            if x <= left:
                extend((*path, x), left - x)

    extend((), n)
    return [list(path) for path in found], calls


print("  n   found      calls")
for n in (6, 9, 12, 15, 18):
    found, calls = by_any_order([1, 2, 3], n)
    print(f"{n:3} {len(found):7} {calls:10,}")

# %% [markdown]
# The combinations grow slowly, but the calls explode. A combination of `m` distinct numbers is
# built `m!` times. The cure is one fixed order of building. Pass each call the index from which it
# may take numbers. It passes on the index of the number it has just taken, so the same number may
# come again, but an earlier one can't.
#
# A call then needs three things: the path so far, the start index, and what is left.
#
# - Nothing left: the path is a combination. Keep it.
# - Otherwise try the numbers from the start index on, as long as they fit. Each is one call.
#
# If all calls share one list as their path, each call removes its number again afterwards. This is
# called **backtracking**. It has a price: you must keep a copy of the path, because the list goes
# on changing.
#
# | way | time | memory in addition to the result |
# |---|---|---|
# | try every multiset | exponential, whatever is found | O(n / min) |
# | recursion, any order | exponential: every order of every combination | all combinations, to compare |
# | recursion, one order, pruned | the size of the pruned tree | O(n / min), one path and its frames |
#
# Any bound for the last row in `len(nums)` and `n` alone is far off. The result itself can be
# exponential, and no code can write it in less. So state the time in two parts: the result, with up
# to n / min numbers per combination, and the dead ends, which sorting and pruning reduce.

# %% [markdown]
# ## Your turn
#
# Start with reuse, which is what the question usually means.

# %% [markdown] card="sum_to_n"
# Write `sum_to_n(nums, n)`, which returns a list of all combinations of numbers of `nums` that sum
# to `n`. Each combination is a list.
#
# - A number may be used any number of times.
# - List each combination once. `[2, 3]` and `[3, 2]` are the same combination; return one of them.
#   The order of the combinations, and of the numbers in one, is up to you.
# - `nums` holds positive integers in any order. The same number may occur in it several times; that
#   makes no further combinations. `nums` may be empty. Don't modify it.
# - `n` is at least 1. If there's no combination, return `[]`.
# - A combination may have up to 200 numbers.
# - Don't build a combination in several orders. The check counts your steps for 1, 2, 3 and a
#   growing `n`. Brute force over multisets passes; building every order doesn't.

# %% exercise="sum_to_n"
def sum_to_n(nums: list[int], n: int) -> list[list[int]]:
    """Return all combinations of ``nums`` that sum to ``n``, each once, numbers reused freely.

    The numbers are positive, ``n`` is at least 1. Both orders are open.
    """
    ### BEGIN SOLUTION
    numbers = sorted(set(nums))
    found: list[list[int]] = []
    path: list[int] = []

    def extend(start: int, left: int) -> None:
        if left == 0:
            found.append(path[:])
            return
        for i in range(start, len(numbers)):
            if numbers[i] > left:
                break
            path.append(numbers[i])
            extend(i, left - numbers[i])
            path.pop()

    extend(0, n)
    return found
    ### END SOLUTION

# %% check="sum_to_n"
check(sum_to_n)

# %% [markdown] hints="sum_to_n"

# %% [markdown]
# ## Each number once
#
# "And if I can use each element of the list only once?" It sounds like a small change in your code,
# and it is. But now equal numbers matter: `[1, 1, 2]` holds two ones, so `[1, 1]` is a combination
# for 2, and there are two ways to make `[1, 2]` for 3.

# %% [markdown] card="sum_to_n_once"
# Write `sum_to_n_once(nums, n)`, which returns a list of all combinations that sum to `n`, where
# each **position** of `nums` is used at most once.
#
# - A number that occurs twice in `nums` may be used twice.
# - List each combination once: `sum_to_n_once([1, 1, 2], 3)` is `[[1, 2]]`. The order of the
#   combinations, and of the numbers in one, is up to you.
# - `nums` holds positive integers in any order and may be empty. Don't modify it.
# - `n` is at least 1. If there's no combination, return `[]`.
# - Leave a branch as soon as it can't reach `n`. The check counts your steps on inputs where few
#   numbers fit together; looking at all 2^len(nums) subsets doesn't pass.

# %% exercise="sum_to_n_once"
def sum_to_n_once(nums: list[int], n: int) -> list[list[int]]:
    """Return all combinations that sum to ``n``, each once, each place of ``nums`` used once.

    The numbers are positive, ``n`` is at least 1. Both orders are open.
    """
    ### BEGIN SOLUTION
    numbers = sorted(nums)
    found: list[list[int]] = []
    path: list[int] = []

    def extend(start: int, left: int) -> None:
        if left == 0:
            found.append(path[:])
            return
        for i in range(start, len(numbers)):
            if numbers[i] > left:
                break
            if i > start and numbers[i] == numbers[i - 1]:
                continue
            path.append(numbers[i])
            extend(i + 1, left - numbers[i])
            path.pop()

    extend(0, n)
    return found
    ### END SOLUTION

# %% check="sum_to_n_once"
check(sum_to_n_once)

# %% [markdown] hints="sum_to_n_once"

# %% [markdown]
# ## Only how many
#
# "I don't need the list. How many are there, for `n` in the thousands?" Walking the tree is
# hopeless: the numbers 1 to 500 have more than 2 · 10²¹ combinations for 500. But many branches of
# the tree solve the same subproblem: in how many ways can you make the rest with the numbers from
# here on? There are only `len(nums)` · `n` such subproblems. Solving each one once and storing the
# answer is **dynamic programming**: you *memoise* the recursion, or fill a *DP table*.

# %% [markdown] card="count_sums"
# Write `count_sums(nums, n)`, which returns the number of combinations that `sum_to_n(nums, n)`
# lists: numbers are reused freely, each combination counts once, equal numbers in `nums` count as
# one.
#
# - `nums` holds positive integers in any order and may be empty. Don't modify it. `n` is from 1 to
#   5,000. If there's no combination, return 0.
# - The result is an exact integer, however large it is.
# - The work must grow at most as `len(nums)` times `n`. The check counts steps for 1, 2, 5 and a
#   growing `n`.

# %% exercise="count_sums"
def count_sums(nums: list[int], n: int) -> int:
    """Return how many combinations of ``nums`` sum to ``n``, numbers reused freely.

    The numbers are positive, ``n`` is at least 1. O(len(nums) · n) time, O(n) memory.
    """
    ### BEGIN SOLUTION
    ways = [1] + [0] * n
    for x in set(nums):
        for total in range(x, n + 1):
            ways[total] += ways[total - x]
    return ways[n]
    ### END SOLUTION

# %% check="count_sums"
check(count_sums)

# %% [markdown] hints="count_sums"

# %% [markdown]
# ## A variation, unaided
#
# Set a timer for {{minutes fewest_coins}} minutes, and keep the hints folded until it goes off. Say
# aloud what you do.

# %% [markdown] card="fewest_coins"
# Write `fewest_coins(nums, n)`, which returns the size of the smallest combination that sums to
# `n`, or `None` if there is none.
#
# - A number may be used any number of times: `fewest_coins([1, 3, 4], 6)` is 2, for `3 + 3`.
# - `nums` holds positive integers in any order, may hold equal ones, and may be empty. Don't modify
#   it.
# - `n` is from 1 to 5,000. The work must grow at most as `len(nums)` times `n`.

# %% exercise="fewest_coins"
def fewest_coins(nums: list[int], n: int) -> int | None:
    """Return the fewest numbers of ``nums`` that sum to ``n``, reused freely; None if none do.

    The numbers are positive, ``n`` is at least 1.
    """
    ### BEGIN SOLUTION
    best: list[int | None] = [0] + [None] * n
    for total in range(1, n + 1):
        before = [best[total - x] for x in nums if x <= total]
        possible = [count for count in before if count is not None]
        if possible:
            best[total] = min(possible) + 1
    return best[n]
    ### END SOLUTION

# %% check="fewest_coins"
check(fewest_coins)

# %% [markdown] hints="fewest_coins"

# %% [markdown]
# ## Measured complexity
#
# The plots count the lines of Python that your code executes. The first uses the numbers 1, 2, 3
# and a growing `n`. There are about n²/12 combinations, so even the best way grows as a power of
# `n`. Building every order, the brute force in the plot, grows faster than any power.

# %%
complexity(sum_to_n)

# %% [markdown]
# The second has `k` numbers, of which one pair fits. Brute force looks at all $2^k$ subsets.

# %%
complexity(sum_to_n_once)

# %% [markdown]
# Counting, with 1, 2 and 5. Brute force lists all combinations and counts the list.

# %%
complexity(count_sums)

# %%
complexity(fewest_coins)

# %% [markdown]
# ## Wrong answers people give
#
# Each wrong answer below is one small change. The next cell runs some of them on small inputs. The
# table says how to recognise them.

# %%
def no_copy(nums, n):
    """Keeps the shared path itself."""
    found, path = [], []

    def extend(start, left):
        if left == 0:
            found.append(path)
        for i in range(start, len(nums)):
            if nums[i] <= left:
                path.append(nums[i])
                extend(i, left - nums[i])
                path.pop()

    extend(0, n)
    return found


def variant(nums, n, step=0, from_start=False, skip=lambda i, start: False, stop=False):
    """A tree walk with a fault to choose; it does not sort."""
    def walk(path, start, left):
        if left == 0:
            return [path]
        found = []
        for i in range(0 if from_start else start, len(nums)):
            if nums[i] > left and stop:
                break
            if nums[i] > left or (skip(i, start) and nums[i] == nums[i - 1]):
                continue
            found += walk([*path, nums[i]], i + step, left - nums[i])
        return found

    return walk([], 0, n)


print("no copy               ", no_copy([2, 3, 6, 7], 7))
print("from the first number ", variant([2, 3], 7, from_start=True))
print("equal numbers twice   ", variant([2, 2, 3], 4))
print("break, unsorted       ", variant([7, 2, 6, 3], 6, stop=True))
print("once, skip i > 0      ", variant([1, 1, 6], 8, step=1, skip=lambda i, start: i > 0))
print("once, skip i > start  ", variant([1, 1, 6], 8, step=1, skip=lambda i, start: i > start))

# %% [markdown]
# | Wrong answer | Why it fails |
# |---|---|
# | the path is kept without a copy | all results are one list, which is empty in the end |
# | every call starts at the first number | permutations: `[2, 2, 3]` comes in three orders |
# | each of several equal numbers is tried | with reuse, `[2, 2, 3]` for 4 gives `[2, 2]` three times |
# | `break` on an unsorted list | a large number hides the small ones after it; use `continue`, or sort |
# | skip with `i > 0` instead of `i > start` | never takes the second 1, so `[1, 1, 6]` is lost |
# | skip in an unsorted list | misses equal numbers that aren't next to each other |
# | `>= left` instead of `> left` | the number that completes the sum is never taken |
# | `nums.sort()` | it works, but modifies the caller's list |
# | `def f(nums, n, found=[])` | the default list persists: the second call returns the first one's results too |
# | a set of remainders already seen | right for "is there one?", wrong for "all": two paths may leave the same remainder |
# | totals in the outer loop when counting | counts orders: see the third line of the next section |

# %% [markdown]
# ## Spot the error
#
# **1. A popular guide says**: choose a number, subtract, and skip duplicates. It presents this as
# *the* method for combinations that sum to `n`. But "skip duplicates" belongs to one reading only.
# Here are four readings, each by brute force, on the same input.

# %%
from itertools import product

NUMS, N = [1, 1, 2, 3], 4
DISTINCT = sorted(set(NUMS))
readings = {
    "numbers reused": {c for size in range(1, N + 1)
                       for c in combinations_with_replacement(DISTINCT, size) if sum(c) == N},
    "each place once": {c for size in range(1, len(NUMS) + 1)
                        for c in combinations(sorted(NUMS), size) if sum(c) == N},
    "reused, order counts": {c for size in range(1, N + 1)
                             for c in product(DISTINCT, repeat=size) if sum(c) == N},
    "reused, exactly two": {c for c in combinations_with_replacement(DISTINCT, 2) if sum(c) == N},
}
for name, found in readings.items():
    print(f"{name:21} {len(found)}  {sorted(found)}")

# %% [markdown]
# **Correct:** ask whether a number may be reused, and whether order counts. With reuse, make the
# numbers distinct before you start, and there is nothing to skip. Without reuse, sort, and skip an
# equal number only at the same level of the tree.
#
# **2. A popular guide says**: stop when the remaining sum is negative. That's right for positive
# numbers, but the guide doesn't say so. Here it runs on random lists with negative numbers, each
# position used once, against all subsets. Then it runs with reuse and a zero.

# %%
import random


def stops_when_negative(nums, n):
    """The sums by places used once; leaves a branch whose rest is negative."""
    found = set()

    def extend(path, start, left):
        if left < 0:
            return
        if left == 0 and path:
            found.add(tuple(sorted(path)))
        for i in range(start, len(nums)):
            extend((*path, nums[i]), i + 1, left - nums[i])

    extend((), 0, n)
    return found


def every_subset(nums, n):
    return {tuple(sorted(c)) for size in range(1, len(nums) + 1)
            for c in combinations(nums, size) if sum(c) == n}


def share_wrong(order, targets, rounds=2000):
    rng, wrong = random.Random(111), 0
    for _ in range(rounds):
        nums, n = order(rng.choices(range(-6, 7), k=5)), rng.choice(targets)
        wrong += stops_when_negative(nums, n) != every_subset(nums, n)
    return wrong / rounds


for name, order in (("sorted", sorted), ("unsorted", list)):
    for targets in (range(1, 7), range(-6, 0)):
        print(f"{name:9} n from {targets[0]:2} to {targets[-1]:2}: "
              f"wrong for {share_wrong(order, targets):.0%} of the lists")
try:
    variant([0, 2], 4)
except RecursionError as error:
    print("reuse with a 0:", type(error).__name__)

# %% [markdown]
# **Correct:** "the rest is negative" means "nothing below can help" only while every number still
# to come is at least 0. For a sorted list and a positive `n` this happens to hold, because the
# negative numbers come first. It fails for a negative `n`, and for unsorted lists. With reuse, a 0
# can be taken forever, so reject such input.
#
# **3. A popular guide says**: pruning keeps the average case fast. Pruning removes dead ends. It
# can't remove results. Count the results for the numbers 1 to `n`:

# %%
print("  n     combinations")
for n in (10, 20, 40, 80, 160):
    ways = [1] + [0] * n
    for x in range(1, n + 1):
        for total in range(x, n + 1):
            ways[total] += ways[total - x]
    print(f"{n:3} {ways[n]:16,}")

# %% [markdown]
# **Correct:** the time is at least the size of the result, which can be exponential. Pruning helps
# when there are few combinations. If you only need their number, don't list them: the DP table took
# fewer than n² additions for the last line. And ask what to return for `n = 0`. The empty
# combination sums to 0, so `[[]]` is the answer that agrees with `ways[0] = 1`. In this lesson `n`
# is at least 1.

# %% [markdown]
# ## Why it matters in ML engineering
#
# You'll seldom be asked to list sums at work. What carries over are the two halves of the lesson.
# The first is a search that leaves hopeless branches early: choosing models or features under a
# latency or memory budget, and branch and bound in general. The second is dynamic programming: many
# branches solve the same subproblem, so you store one answer for each. The forward algorithm of a
# hidden Markov model and the CTC loss sum over exponentially many paths in this way. A small case:
# training texts come in a few length classes and are packed into windows of fixed length without
# gaps. The mixes are combinations that sum to the window.

# %%
window, classes = 4096, [512, 1024, 2048]
mixes, _ = by_trying([length // 512 for length in classes], window // 512)
for mix in sorted(mixes, key=len):
    print(" + ".join(f"{mix.count(part)} × {part * 512}" for part in sorted(set(mix))))

# %% [markdown]
# ## Thinking aloud
#
# An invented interview.
#
# > **Candidate**: May I reuse a number? … Yes. Are 2, 3 and 3, 2 the same? … Good, so combinations.
# > Are all numbers positive? … Then the depth is bounded by n over the smallest. Can the list hold
# > duplicates? … It can, so I'll make it a set first, and sort it.
# >
# > **Candidate**: I think of a tree. A node holds what is left, and each child takes one number. If
# > a child may take any number, I get each combination in every order. So a child may take only the
# > same number or a later one.
# >
# > **Interviewer**: *Couldn't you collect all of them in a set at the end?*
# >
# > **Candidate**: I could, and it would be right. But a combination of ten distinct numbers would
# > be built 3.6 million times. One index avoids that.
# >
# > **Candidate**: The numbers are sorted, so I stop at the first one that is larger than what is
# > left. I use one list as the path, and append a copy when nothing is left. Without the copy I'd
# > return the same empty list many times.
# >
# > **Interviewer**: *What's the complexity?*
# >
# > **Candidate**: It depends on the result. With the numbers 1 to 40 and n = 40 there are tens of
# > thousands of combinations, and I have to write them all. The memory in addition to the result is
# > one path, at most n over the smallest number. I wouldn't call it O(2^n) and leave it there.
# >
# > **Interviewer**: *Now each element only once.*
# >
# > **Candidate**: Then I pass i + 1, and I keep duplicates in the list. At one level I skip a
# > number that equals the one before it, except for the first of that level. Let me test it with 1,
# > 1, 6 and 8: the second 1 is the first of its level, so it's taken. Good.
# >
# > **Interviewer**: *And if I only want the count, for n = 5,000?*
# >
# > **Candidate**: Then I don't walk the tree. I fill a DP table, one row of totals, with the
# > numbers in the outer loop so that order doesn't count, and `ways[t] += ways[t - x]`. That's
# > len(nums) times n.

# %% [markdown]
# ## Recap
#
# - One order of building lists each combination once: after a number, only the same or later ones.
# - Sort a copy, stop at the first number that doesn't fit, keep a copy of the path.
# - Each position once: pass `i + 1`, and skip equal numbers with `i > start`.
# - Four questions sound alike: reuse or not, order or not. Ask.
# - Pruning removes dead ends, not results. To count, fill a DP table in O(len(nums) · n).

# %% [markdown]
# ## Say it in 60 seconds
#
# > I ask whether numbers may be reused, whether order counts, and whether all are positive. Then I
# > search a tree: a node holds what is left, a child takes one number. To list each combination
# > once, a child takes only the same number or a later one, so I pass an index down. I sort a copy
# > and stop at the first number larger than what is left. One shared path, appended and popped,
# > copied when nothing is left. If each number may be used once, I pass i + 1 and skip equal
# > numbers at the same level. The time is the size of the pruned tree, at least the size of the
# > result, which can be exponential. The memory is one path. For the count or the shortest, I fill
# > a DP table in len(nums) times n.
#
# Say it once, against a timer, without reading.

# %% [markdown]
# ## Follow-ups to expect
#
# **Only combinations of exactly k numbers?**
#
# <details>
# <summary>Answer</summary>
#
# Pass down how many are still to be taken, and keep a path only if that's 0 when nothing is left.
# You can prune at both ends. With `k` to take from a sorted list, the smallest sum is `k` times the
# next number, and the largest is `k` times the last one. Leave a branch outside that range.
#
# </details>
#
# **Each number has its own largest number of copies?**
#
# <details>
# <summary>Answer</summary>
#
# Go number by number, and try each count up to the bound. Reuse and "each once" are its two
# extremes.
#
# ```python
# def bounded(most, n):
#     """Combinations for ``most``, a dict of number to its largest count."""
#     def walk(items, left):
#         if left == 0:
#             yield []
#         elif items:
#             (x, copies), *rest = items
#             for count in range(min(copies, left // x) + 1):
#                 for path in walk(rest, left - count * x):
#                     yield [x] * count + path
#     return list(walk(list(most.items()), n))
# ```
#
# </details>
#
# **The list doesn't fit in memory. I want them one at a time, in sorted order.**
#
# <details>
# <summary>Answer</summary>
#
# Use a generator. Walking the tree in ascending order already yields them in lexicographic order,
# and holds only one path.
#
# ```python
# def lazily(nums, n):
#     numbers = sorted(set(nums))
#     def walk(path, start, left):
#         if left == 0:
#             yield path
#         for i in range(start, len(numbers)):
#             if numbers[i] > left:
#                 return
#             yield from walk([*path, numbers[i]], i, left - numbers[i])
#     yield from walk([], 0, n)
# ```
#
# Each item passes through one `yield from` per level. A stack of your own avoids that.
#
# </details>
#
# **Zeros or negative numbers?**
#
# <details>
# <summary>Answer</summary>
#
# With reuse I reject them: a 0, or a positive and a negative number together, can produce
# infinitely many combinations. With each number once it's fine, but a negative rest no longer ends
# a branch. A sound bound is this: what is left must lie between the sum of the negative and the sum
# of the positive numbers still to come.
#
# </details>
#
# **Forty numbers, each once, n about 10¹²: is there any combination?**
#
# <details>
# <summary>Answer</summary>
#
# The DP table would have 10¹² cells, the tree up to 2⁴⁰ leaves. Meet in the middle: list the sums
# of each half, 2²⁰ each, and look for a pair.
#
# ```python
# def reachable(nums, n):
#     def sums(part):
#         found = {0}
#         for x in part:
#             found |= {total + x for total in found}
#         return found
#     half = len(nums) // 2
#     right = sums(nums[half:])
#     return any(n - total in right for total in sums(nums[:half]))
# ```
#
# </details>
#
# **Your table is O(len(nums) · n). So subset sum is easy?**
#
# <details>
# <summary>Answer</summary>
#
# No. `n` is a value, not a length: with ten more digits the table is 10¹⁰ times as long. That's
# called pseudo-polynomial. The problem is NP-complete, and the table is good when `n` is small.
#
# </details>
#
# **A combination of 100,000 numbers?**
#
# <details>
# <summary>Answer</summary>
#
# The recursion has a frame for each number taken, and Python's recursion limit is about a thousand.
# I'd keep a stack of my own with (path, start, left), or recurse over the distinct numbers and loop
# over the counts. Then the depth is `len(set(nums))`.
#
# </details>
#
# **Which coins does `fewest_coins` use?**
#
# <details>
# <summary>Answer</summary>
#
# For each total, also store the number that was taken last. Then walk back from `n`: take
# `last[n]`, go to `n - last[n]`, and stop at 0.
#
# </details>

# %% [markdown]
# ## Next
#
# {{next}}
