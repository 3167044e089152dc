# %% [markdown]
# # Combinations that sum to n
#
# > **What is really tested.** Can you search a tree of choices without duplicates and without following dead ends? And do you notice when you need not walk at all?
#
# **You will be able to**
# - list every combination once, with one rule that fixes the order of building
# - prune the tree, and say what pruning can do and what it can't
# - tell four questions apart that sound alike, and change your code from one to the next
# - count without listing, by a table
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
# The question is one sentence, and leaves nearly everything open. Ask before you write. These are
# the answers in this lesson, and the checks hold to them.
#
# | You ask | The answer |
# |---|---|
# | May a number be used more than once? | Yes, as often as you like. Later in the lesson: each at most once. |
# | Are `[2, 3]` and `[3, 2]` two combinations? | No. A combination is what was taken and how often; each comes once. |
# | In which order do you want them? | Any order, and any order inside a combination too. |
# | Are the numbers positive? | Yes, and `n` is at least 1. (With 0 or negative numbers and reuse the list may be endless.) |
# | Is `nums` sorted? Can a number stand in it twice? | Not sorted. It can. With reuse the second copy changes nothing. |
# | What if nothing fits, or `nums` is empty? | The empty list. |
# | May I sort the list that you give me? | No. Sort a copy. |
# | How long can a combination be? | Up to 200 numbers. |

# %% [markdown]
# ## A tiny example
#
# Take `nums = [2, 3, 6, 7]` and `n = 7`. Each step takes one number and leaves a smaller sum. After
# a number only the same one or a larger one may follow. The next cell draws every step.

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
# A circle holds what is left. The number beside it is the one that was taken. A green 0 is a
# combination: read the numbers on the way to it. A cross is a number that no longer fits. The
# numbers are sorted, so behind a cross nothing needs to be tried.
#
# Two rules make this tree small. **Never go back to a smaller number**: below 3 there is no 2, so
# `[3, 2, 2]` is not built. **Never pass what is left**: below a cross there is nothing.

# %% [markdown]
# ## Brute force first
#
# A combination has at most `n // min(nums)` numbers. The standard library lists everything of each
# size, and we keep what sums to `n`.

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
# It is right, and a good thing to have for tests. With `k` different numbers and at most `m` of
# them in a combination it tries $\binom{k+m}{m} - 1$ candidates. The numbers 1 to 12 with `n = 12`
# have 77 combinations, and it tries 2.7 million. **Time**: exponential. **Memory**: O(m) beside the
# result.

# %% [markdown]
# ## A better way
#
# The second thing most people write is a recursion: take any number that fits, and solve the rest.
# It never passes `n`. But it builds every order of a combination, and has to drop all but one.

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
# The found ones grow slowly, the calls explode. A combination of `m` different numbers is built
# `m!` times. The cure is to have one order of building. Pass each call the index from which it may take numbers. It passes on the place of the number it has just taken, so that the same number may
# come again, and an earlier one can't.
#
# A call then needs three things: the path so far, the place to start from, and what is left.
#
# - Nothing left: the path is a combination. Keep it.
# - Otherwise try the numbers from the place on, as long as they fit. Each is one call.
#
# If all calls share one list as their path, each call takes its number off again afterwards. This
# is called **backtracking**. It has a price: what you keep must be a copy, since the list goes on
# changing.
#
# | way | time | memory beside the result |
# |---|---|---|
# | try every multiset | exponential, whatever is found | O(n / min) |
# | recursion, any order | exponential: every order of every combination | all combinations, to compare |
# | recursion, one order, pruned | the size of the pruned tree | O(n / min), one path and its frames |
#
# The last time can't be given in `len(nums)` and `n` alone without being far off. The result itself
# can be exponential, and no code can write it in less. So say it in two parts: the result, with up
# to n / min numbers a combination, and the dead ends, which sorting and pruning make fewer.

# %% [markdown]
# ## Your turn
#
# First with reuse, as the question is mostly meant.

# %% [markdown] card="sum_to_n"
# Write `sum_to_n(nums, n)`, which returns a list of all combinations of numbers of `nums` that sum
# to `n`. Each combination is a list.
#
# - A number may be used any number of times.
# - Each combination comes once. `[2, 3]` and `[3, 2]` are the same combination, and give one of
#   them. The order of the combinations, and of the numbers in one, is up to you.
# - `nums` holds positive integers in any order. The same number may stand in it several times;
#   that makes no further combinations. `nums` may be empty. Leave it as it is.
# - `n` is at least 1. Where nothing fits, return `[]`.
# - A combination may have up to 200 numbers.
# - Don't build a combination in several orders. The check counts your steps for 1, 2, 3 and a
#   growing `n`. Brute force over multisets passes; every order does not.

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
# "And if I can use each element of the list only once?" It sounds like one more word in your code,
# and it is. But now equal numbers matter: `[1, 1, 2]` holds two ones, so `[1, 1]` is a combination
# for 2, and `[1, 2]` for 3 can be made in two ways.

# %% [markdown] card="sum_to_n_once"
# Write `sum_to_n_once(nums, n)`, which returns a list of all combinations that sum to `n`, where
# each **place** of `nums` is used at most once.
#
# - A number that stands twice in `nums` may be used twice.
# - Each combination comes once: `sum_to_n_once([1, 1, 2], 3)` is `[[1, 2]]`. Both orders are open.
# - `nums` holds positive integers in any order and may be empty. Leave it as it is. `n` is at least
#   1. Where nothing fits, return `[]`.
# - Leave a branch as soon as it can't reach `n`. The check counts your steps where few numbers fit
#   together; looking at all 2^len(nums) subsets does not pass.

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
# "I don't need the list. How many are there, for `n` in the thousands?" Walking through the tree is
# hopeless: the numbers 1 to 500 have more than 2 · 10²¹ combinations for 500. But many branches of
# the tree ask the same question, "in how many ways can the rest be made with the numbers from here
# on?". There are only `len(nums)` · `n` such questions.

# %% [markdown] card="count_sums"
# Write `count_sums(nums, n)`, which returns the number of combinations that `sum_to_n(nums, n)`
# lists: numbers are reused freely, each combination counts once, equal numbers in `nums` count as
# one.
#
# - `nums` holds positive integers in any order and may be empty. Leave it as it is. `n` is from 1
#   to 5,000. Where nothing fits, return 0.
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
# Set a clock to {{minutes fewest_coins}} minutes. Say aloud what you do, and leave the hints folded
# until the clock has run out.

# %% [markdown] card="fewest_coins"
# Write `fewest_coins(nums, n)`, which returns the size of the smallest combination that sums to `n`, or `None` if there is none.
#
# - A number may be used any number of times: `fewest_coins([1, 3, 4], 6)` is 2, for `3 + 3`.
# - `nums` holds positive integers in any order, may hold equal ones, and may be empty. Leave it as
#   it is.
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
# `n`. Every order, the brute force of the plot, grows without any power.

# %%
complexity(sum_to_n)

# %% [markdown]
# The second has `k` numbers of which one pair fits. Brute force looks at all $2^k$ subsets.

# %%
complexity(sum_to_n_once)

# %% [markdown]
# Counting, with 1, 2 and 5. Brute force lists them all and counts the list.

# %%
complexity(count_sums)

# %%
complexity(fewest_coins)

# %% [markdown]
# ## Wrong answers people give
#
# Each of the wrong answers below is one small change. The next cell runs them on small inputs. The
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
# | the path is kept without a copy | all results are one list, and it is empty in the end |
# | every call starts at the first number | permutations: `[2, 2, 3]` comes in three orders |
# | equal numbers are tried each | with reuse, `[2, 2, 3]` for 4 gives `[2, 2]` three times |
# | `break` on a list that is not sorted | a large number hides the small ones behind it; use `continue`, or sort |
# | skip with `i > 0` in place of `i > start` | forbids the second 1 altogether, so `[1, 1, 6]` is lost |
# | skip in a list that is not sorted | equal numbers that don't stand side by side are not seen |
# | `>= left` in place of `> left` | the number that completes the sum is never taken |
# | `nums.sort()` | it works, and changes the caller's list |
# | `def f(nums, n, found=[])` | the default list lives on: the second call gets the first one's results too |
# | a set of remainders already seen | right for "is there one?", wrong for "all": two paths may leave the same rest |
# | totals in the outer loop when counting | counts orders: see the third line of the next section |

# %% [markdown]
# ## Spot the error
#
# **1. A common guide says**: choose a number, subtract, and skip duplicates. It gives this as *the*
# method for combinations that sum to `n`. But "skip duplicates" belongs to one reading only. Here
# are four readings, each by brute force, on the same input.

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
# **Correct**: ask whether a number may be reused, and whether order counts. With reuse, make the
# numbers distinct before you start, and there is nothing to skip. Without reuse, sort, and skip an
# equal number at the same level of the tree only.
#
# **2. A common guide says**: stop when the remaining sum is negative. That is right for positive
# numbers, which the guide does not say. We try it on random lists with negative numbers, each place
# once, against all subsets. Then with reuse and a zero.

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
# **Correct**: "the rest is negative" means "nothing below can help" only while every number still
# to come is at least 0. For a sorted list and a positive `n` this happens to hold, since the
# negative numbers come first. It fails for a negative `n`, and for lists that are not sorted. With
# reuse, a 0 can be taken for ever, so such input has to be refused.
#
# **3. A common guide says**: pruning keeps the average case fast. Pruning removes dead ends. It
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
# **Correct**: the time is at least the size of the result, which can be exponential. Pruning helps
# where few combinations exist. If only their number is wanted, don't list: the table took fewer
# than n² additions for the last line. And ask what `n = 0` should give. The empty combination sums
# to 0, so `[[]]` is the answer that agrees with `ways[0] = 1`. In this lesson `n` is at least 1.

# %% [markdown]
# ## Why it matters in ML engineering
#
# You will seldom be asked to list sums at work. What carries over are the two halves of the lesson.
# The first is a search that leaves hopeless branches early: choosing models or features under a
# budget of latency or memory, and branch and bound in general. The second is to see that many
# branches ask the same question, and to keep one answer each. The forward algorithm of a hidden
# Markov model and the loss of CTC sum over exponentially many paths in this way. A small case:
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
# An invented interview. *C* is a candidate who does well, *I* the interviewer.
#
# > **C**: May I reuse a number? … Yes. Are 2, 3 and 3, 2 the same? … Good, so combinations. Are all
# > numbers positive? … Then the depth is bounded by n over the smallest. Can the list hold a number
# > twice? … It can, so I'll make it a set first, and sort it.
# >
# > **C**: I think of a tree. A node knows what is left. Each child takes one number. If I let a
# > child take any number, I get each combination in every order. So a child may take only the same
# > number or a later one.
# >
# > **I**: *Could you not collect all of them in a set in the end?*
# >
# > **C**: I could, and it would be right. But a combination of ten different numbers would be built
# > 3.6 million times. One index avoids that.
# >
# > **C**: Since the numbers are sorted, I stop at the first that is larger than what is left. I use
# > one list as the path, and append a copy when nothing is left. Without the copy I would return
# > the same empty list many times.
# >
# > **I**: *What is the complexity?*
# >
# > **C**: It depends on the result. With the numbers 1 to 40 and n = 40 there are tens of thousands
# > of combinations, and I have to write them all. The memory beside the result is one path, at most
# > n over the smallest number. I would not call it O(2^n) and leave it there.
# >
# > **I**: *Now each element only once.*
# >
# > **C**: Then I step on with i + 1, and I keep equal numbers. At one level I skip a number that is
# > equal to the one before, but only after the first of this level. Let me test with 1, 1, 6 and 8:
# > the second 1 is the first of its level, so it is taken. Good.
# >
# > **I**: *And if I only want the count, for n = 5,000?*
# >
# > **C**: Then no tree. One row of totals, numbers in the outer loop so that order does not count,
# > and `ways[t] += ways[t - x]`. That is len(nums) times n.

# %% [markdown]
# ## Recap
#
# - One order of building lists each combination once: after a number, only the same or later ones.
# - Sort a copy, stop at the first number that does not fit, keep a copy of the path.
# - Each place once: go on with `i + 1`, and skip equal numbers with `i > start`.
# - Four questions sound alike: reuse or not, order or not. Ask.
# - Pruning removes dead ends, not results. To count, fill a table in O(len(nums) · n).

# %% [markdown]
# ## Say it in 60 seconds
#
# > I ask whether numbers may be reused, whether order counts, and whether all are positive. Then I
# > walk a tree: a node is what is left, a child takes one number. To get each combination once, a
# > child may only take the same number or a later one, so I pass an index down. I sort a copy and
# > stop at the first number that is larger than what is left. One shared path, appended and popped,
# > copied when the rest is zero. If each may be used once, I pass i + 1 and skip equal numbers on
# > the same level. The time is the size of the pruned tree, at least the size of the result, which
# > can be exponential; the memory is one path. If only the number or the shortest is wanted, I fill
# > a table over the totals, in len(nums) times n.
#
# Say it once, with a clock, without reading.

# %% [markdown]
# ## Follow-ups to expect
#
# **Only combinations of exactly k numbers?**
#
# <details>
# <summary>An answer</summary>
#
# Pass down how many are still to be taken, and keep a path only if that is 0 when nothing is left.
# It prunes at both ends: with `k` to take from a sorted list, the least sum is `k` times the next
# number, the largest `k` times the last one. Outside of that, leave.
#
# </details>
#
# **Each number has its own largest number of copies?**
#
# <details>
# <summary>An answer</summary>
#
# Go number by number, and try each count up to the bound. Reuse and once are the two ends of it.
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
# **The list does not fit into memory. I want them one at a time, in sorted order.**
#
# <details>
# <summary>An answer</summary>
#
# A generator. The tree, walked in ascending order, gives them in lexicographic order already, and
# holds one path only.
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
# Each item passes through one `yield from` for each level. With a stack of one's own it does not.
#
# </details>
#
# **Zeros or negative numbers?**
#
# <details>
# <summary>An answer</summary>
#
# With reuse I refuse them: a 0, or a positive and a negative number together, can give endless
# many combinations. Each once is fine, but a negative rest no longer ends a branch. A sound bound
# is: what is left must lie between the sum of the negative and the sum of the positive numbers
# still to come.
#
# </details>
#
# **Forty numbers, each once, n about 10¹²: is there any combination?**
#
# <details>
# <summary>An answer</summary>
#
# The table would have 10¹² cells, the tree up to 2⁴⁰ leaves. Meet in the middle: list the sums of
# each half, 2²⁰ each, and look for a pair.
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
# <summary>An answer</summary>
#
# No. `n` is a value, not a length: with ten more digits the table is 10¹⁰ times as long. That is
# called pseudo-polynomial. The problem is NP-complete, and the table is good where `n` is small.
#
# </details>
#
# **A combination of 100,000 numbers?**
#
# <details>
# <summary>An answer</summary>
#
# The recursion has a frame for each number taken, and Python allows about a thousand. I would keep
# a stack of my own with (path, start, left), or recurse over the different numbers and loop over
# the counts: then the depth is `len(set(nums))`.
#
# </details>
#
# **Which coins does `fewest_coins` use?**
#
# <details>
# <summary>An answer</summary>
#
# Keep beside each total the number that was taken last. Then walk back from `n`: take
# `last[n]`, go to `n - last[n]`, until 0.
#
# </details>

# %% [markdown]
# ## Next
#
# {{next}}
