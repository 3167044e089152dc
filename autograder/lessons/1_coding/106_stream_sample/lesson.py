# %% [markdown]
# # A fair sample of a stream
#
# > **What is really tested.** Whether you can maintain an invariant about probabilities over a
# > stream, prove it in two lines, and say exactly what your sample is uniform over.
#
# **You will be able to**
# - draw one item, or k items, fairly from a stream of unknown length, in one pass
# - prove that the sample is fair, and check the proof by going through every outcome of the
#   generator
# - spend about ln n random numbers instead of n
# - merge the samples of two machines into one fair sample
#
# **Before you start**: loops over iterators, `random.Random`, adding and multiplying fractions.
#
# **Time**: 25 minutes reading, {{minutes}} minutes practice · {{points}} points

# %% given="setup"
import random
from collections import Counter
from itertools import count, islice, permutations, product

from autograder import check, complexity

# %% [markdown]
# ## The question
#
# > "Numbers arrive in a stream. You don't know how many there will be, and there are too many to
# > keep. When the stream ends, return one of them, each with the same probability. Use O(1)
# > memory."
#
# The same question comes in other forms: a random line of a file that doesn't fit in memory, a
# random node of a linked list, a few thousand rows of a log for labelling.

# %% [markdown]
# ## Clarify
#
# | You ask | The answer (the checks assume it) |
# |---|---|
# | Do I know the length? | No. It may be the first part of a stream that never ends. |
# | What is uniform: positions or values? | Positions. An item that occurs at two positions counts twice. |
# | What if the stream is empty? | Return `None`. |
# | May items be `None`, `0`, `""`? | Yes. Pass items on; never look at them. |
# | May I read the stream twice? | No. It's any iterable, and many can be read only once. |
# | Where do random numbers come from? | From `rng`, a `random.Random`, by any of its methods. Don't seed it, don't copy it, use no other source. |
# | How many random numbers may I draw? | As many as you like in the first exercise. |
# | What does O(1) memory allow? | A buffer of fixed size is fine. A number of items that grows with the stream isn't. |
# | Is one sample enough? | Yes, one when the stream ends. (At every moment is a follow-up.) |

# %% [markdown]
# ## A tiny example
#
# The items are a, b, c. You start with a. At b you draw an integer from 0 to 1, and at c one from 0
# to 2. A 0 means that the newcomer replaces what you hold.
#
# | drawn at b | drawn at c | you end with |
# |:-:|:-:|:-:|
# | 0 | 0 | c |
# | 0 | 1 | b |
# | 0 | 2 | b |
# | 1 | 0 | c |
# | 1 | 1 | a |
# | 1 | 2 | a |
#
# There are 2 · 3 = 6 outcomes, all equally likely, and each letter occurs in two of them. That's a
# proof for three items. The checks of this lesson work the same way: they run your function once
# for every outcome of its random numbers and compare fractions, so no luck is involved. Where the
# outcomes can't be listed (long streams, a logarithm of a random number) they run it many times,
# and correct code fails by bad luck less than once in a million.

# %% [markdown]
# ## Brute force first
#
# Keep everything, then choose. It's correct and short, but it needs memory for every item.

# %%
import tracemalloc

def store_all(stream, rng):
    items = list(stream)
    return rng.choice(items) if items else None

for length in (1_000, 10_000, 100_000):
    tracemalloc.start()
    store_all((f"event {i}" for i in range(length)), random.Random(0))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    print(f"{length:>7,} items: {peak / 1e6:5.2f} MB at the peak")

# %% [markdown]
# Time O(n), memory O(n), one random number. With two passes, you could count first and then stop at
# a random position, in O(1) memory. But a stream passes only once.

# %% [markdown]
# ## A better way
#
# **Step 1: tickets.** Give each arriving item a ticket with a random number between 0 and 1, and
# keep the item with the highest ticket so far. No item is preferred, so the sample is fair. You
# keep one item and one ticket: O(1) memory.
#
# **Step 2: no tickets.** Item number k takes over exactly when its ticket is the highest of the k
# tickets. All k are equally likely to be the highest, so this happens with probability 1/k,
# whatever the order of the tickets before it. So forget the tickets and draw that event directly.
#
# **The invariant** (say this sentence in the interview): *after k items, I hold each of the k with
# probability 1/k.* It's true for k = 1. If it's true for k - 1, then after item k the newcomer has
# probability 1/k, and each older item has
#
# $$\frac{1}{k-1} \cdot \left(1 - \frac{1}{k}\right) = \frac{1}{k-1} \cdot \frac{k-1}{k} = \frac{1}{k}.$$
#
# In the picture, each column is a total probability of 1. A newcomer takes a slice off every older
# item, and all slices of a column end up equally thick.

# %% alt="Eight stacked columns, one for each number of items seen. Column k has k slices of equal height 1/k, one for each item a to h. A new slice appears on top of every column, and all older slices become thinner by the same factor." folded=true
from autograder.figures import COLOURS, INK, axes, picture, style

with style():
    plot = axes(6.4, 3.2)
    for seen in range(1, 9):
        for item in range(seen):
            plot.bar(seen, 1 / seen, 0.82, item / seen, color=COLOURS[item % 5])
            plot.text(seen, (item + 0.5) / seen, "abcdefgh"[item], ha="center", va="center",
                      fontsize=9, color="black")
    plot.set_xticks(range(1, 9))
    plot.set_xlabel("items seen")
    plot.set_ylabel("chance of being held")
    shown = picture(plot.figure, "Eight stacked columns, one for each number of items seen. "
                    "Column k has k slices of equal height 1/k, one for each item a to h.")
shown

# %% [markdown]
# | way | passes | memory | random numbers |
# |---|:-:|:-:|:-:|
# | store, then choose | 1 | O(n) | 1 |
# | count, then go to a random position | 2 | O(1) | 1 |
# | highest ticket | 1 | O(1) | n |
# | replace with probability 1/k | 1 | O(1) | n |
# | draw where the next replacement is | 1 | O(1) | about ln n |
#
# All take O(n) time, since every item must be read. The last line is an exercise below. The
# technique is called *reservoir sampling*; here, the reservoir holds one item.

# %% [markdown]
# ## Your turn

# %% [markdown] card="sample_stream"
# Write `sample_stream(stream, rng)`.
#
# - `stream` is any iterable: a list, a string, a generator, an open file. Read it once, from its
#   first item to its last, and don't modify it if it's a list.
# - Every position is equally likely. Return `None` for an empty stream.
# - Items may be anything, including `None`, `0`, `""`, or equal to each other.
# - Take all randomness from `rng`, a `random.Random`. Don't seed or copy it. The same arguments and
#   the same seed must lead to the same result in every call.
# - Memory and the work per item mustn't grow with the stream. A buffer of fixed size is fine; the
#   check uses 10,000 items and allows at most 5,000 of them alive at a time.

# %% exercise="sample_stream"
from collections.abc import Iterable
from typing import Any

def sample_stream(stream: Iterable, rng: random.Random) -> Any:
    """Return one item of ``stream``, each with the same chance; None if there is none."""
    ### BEGIN SOLUTION
    kept = None
    for seen, item in enumerate(stream, 1):
        if rng.randrange(seen) == 0:
            kept = item
    return kept
    ### END SOLUTION

# %% check="sample_stream"
check(sample_stream)

# %% [markdown] hints="sample_stream"

# %% [markdown]
# It doesn't need the length, so it works on the first part of an infinite stream:

# %%
def first_of_endless(function, items=100_000):
    try:
        return function(islice(count(), items), random.Random(106))
    except NotImplementedError:
        return "Write sample_stream first, then run this cell again."

first_of_endless(sample_stream)

# %% [markdown]
# ## Improve it: a sample of k
#
# Now sample k items, no position twice. Running k single-item samplers won't do: they use k random
# numbers per item, and two of them may hold the same position.
#
# The invariant becomes: *after n ≥ k items, every set of k of them is equally likely.* So item n
# must be held with probability k/n, and if it comes in, another item must go.

# %% [markdown] card="sample_k"
# Write `sample_k(stream, k, rng)`, which returns a new list.
#
# - `stream` and `rng` as before. `k` is an `int`, 0 or more.
# - For a stream of n items, the list has min(k, n) of them, in any order. Each set of that many
#   positions is equally likely. Return `[]` for `k = 0` and for an empty stream.
# - Keep about k items in memory, whatever n is. The work per item mustn't grow with k, which may be
#   8,000. (The log k of a heap is accepted. Sorting or searching all k for each item isn't.)

# %% exercise="sample_k"
def sample_k(stream: Iterable, k: int, rng: random.Random) -> list:
    """Return ``k`` items of ``stream``, each set of positions with the same chance."""
    ### BEGIN SOLUTION
    kept = []
    for seen, item in enumerate(stream, 1):
        if len(kept) < k:
            kept.append(item)
        else:
            slot = rng.randrange(seen)
            if slot < k:
                kept[slot] = item
    return kept
    ### END SOLUTION

# %% check="sample_k"
check(sample_k)

# %% [markdown] hints="sample_k"

# %% [markdown]
# ## Improve it again: fewer random numbers
#
# Replacements become rare. Item k causes one with probability 1/k. So a stream of n items has 1 +
# 1/2 + ... + 1/n of them on average, about ln n + 0.58:

# %%
for n in (100, 10_000, 1_000_000):
    print(f"{n:>9,} items: {sum(1 / k for k in range(1, n + 1)):5.2f} replacements on average")

# %% [markdown]
# All other random numbers say "no". If they're expensive (a cryptographic generator, a GPU kernel,
# a hundred million items a second), draw *where the next "yes" is* instead. Say item i has just
# been kept. The probability that none of the items i + 1, ..., j replaces it is
#
# $$\frac{i}{i+1} \cdot \frac{i+1}{i+2} \cdots \frac{j-1}{j} = \frac{i}{j}.$$

# %% [markdown] card="sample_skipping"
# Write `sample_skipping(stream, rng)`, with the same contract as `sample_stream`, but few random
# numbers.
#
# - For a stream of 10,000 items, draw at most 100 random numbers on average. (One per replacement
#   makes about 10.)
# - Still read the stream once, to its end. Don't store what you skip.
# - `rng.random()` may return 0.0, and never returns 1.0.

# %% exercise="sample_skipping"
def sample_skipping(stream: Iterable, rng: random.Random) -> Any:
    """Return one item of ``stream``, each with the same chance; draw about ln n numbers."""
    ### BEGIN SOLUTION
    kept, target = None, 1
    for seen, item in enumerate(stream, 1):
        if seen == target:
            kept = item
            u = 1 - rng.random()
            target = int(seen / u) + 1
    return kept
    ### END SOLUTION

# %% check="sample_skipping"
check(sample_skipping)

# %% [markdown] hints="sample_skipping"

# %% [markdown]
# ## A variation, unaided
#
# Set a timer for {{minutes merge_samples}} minutes, and keep the hints folded until it goes off.
#
# Two machines each see half of the traffic. Each keeps a fair sample and a counter. In the evening,
# you have the two samples and the two counters, but the streams are gone.

# %% [markdown] card="merge_samples"
# Write `merge_samples(a, n_a, b, n_b, k, rng)`, which returns a new list.
#
# - `a` is a fair sample of min(k, n_a) of the `n_a` items of the first stream, `b` one of min(k,
#   n_b) of the `n_b` items of the second. The counts may be large, 10¹⁵ and more.
# - The list has min(k, n_a + n_b) items, in any order, none of `a` or `b` twice. It must be a fair
#   sample of all n_a + n_b items: each set of that many positions is equally likely.
# - The order within `a` and `b` tells you nothing and isn't random. So however many items you take
#   from `a`, every set of that many positions must be equally likely; the same goes for `b`.
# - Don't modify `a` and `b`. Equal items, `None`, an empty side and `k = 0` are all possible.

# %% exercise="merge_samples"
def merge_samples(a: list, n_a: int, b: list, n_b: int, k: int, rng: random.Random) -> list:
    """Merge fair samples of ``n_a`` and of ``n_b`` items into one of min(k, n_a + n_b)."""
    ### BEGIN SOLUTION
    a, b = list(a), list(b)
    merged = []
    while len(merged) < k and n_a + n_b > 0:
        if rng.randrange(n_a + n_b) < n_a:
            merged.append(a.pop(rng.randrange(len(a))))
            n_a -= 1
        else:
            merged.append(b.pop(rng.randrange(len(b))))
            n_b -= 1
    return merged
    ### END SOLUTION

# %% check="merge_samples"
check(merge_samples)

# %% [markdown] hints="merge_samples"

# %% [markdown]
# ## Measured complexity
#
# The plot shows the steps of your `sample_k` on 1,000 items, as k grows (so "size" is k here). Next
# to it is a method that gives each item a ticket and searches all k for the lowest.

# %%
complexity(sample_k)

# %% [markdown]
# The next picture counts random numbers instead of steps, as the stream grows.

# %% alt="Random numbers drawn over the length of the stream: one for each item on a straight line, and those of sample_skipping, which stay between 3 and 15." folded=true
from autograder import CountingRandom

def numbers_drawn(function, length, runs=20):
    generators = [CountingRandom(seed) for seed in range(runs)]
    for rng in generators:
        function(range(length), rng)
    return sum(rng.draws for rng in generators) / runs

def plot_numbers(function):
    sizes = [2**power for power in range(3, 15)]
    try:
        drawn = [numbers_drawn(function, size) for size in sizes]
    except NotImplementedError:
        return "Write sample_skipping first, then run this cell again."
    with style():
        plot = axes(6, 3)
        plot.plot(sizes, sizes, marker="o", label="one for each item")
        plot.plot(sizes, drawn, marker="s", label="yours, mean of 20 runs")
        plot.set_xscale("log", base=2)
        plot.set_yscale("log", base=2)
        plot.set_xlabel("items in the stream")
        plot.set_ylabel("random numbers drawn")
        plot.legend()
        return picture(plot.figure, "Random numbers drawn over the length of the stream: one for "
                       f"each item, and yours, {drawn[-1]:.1f} at {sizes[-1]:,} items.")

plot_numbers(sample_skipping)

# %% [markdown]
# ## Wrong answers people give
#
# Here are four wrong rules for "replace at item number k", each followed through every outcome for
# five items:

# %%
from autograder import enumerate_law

RULES = {
    "a coin: 1/2": lambda rng, k: k == 1 or rng.random() < 1 / 2,
    "too small: 1/(k + 1)": lambda rng, k: k == 1 or rng.random() < 1 / (k + 1),
    "too large: 1/(k - 1)": lambda rng, k: k == 1 or rng.random() < 1 / (k - 1),
    "keeps with 1/k": lambda rng, k: k == 1 or rng.random() >= 1 / k,
}

def follow(rule):
    def run(rng):
        return [letter for k, letter in enumerate("abcde", 1) if rule(rng, k)][-1]
    return enumerate_law(run).chances

laws = {name: follow(rule) for name, rule in RULES.items()}
for name, law in laws.items():
    print(f"{name:<22}", *(f"{letter} {law.get(letter, 0)!s:<6}" for letter in "abcde"))

# %% alt="Bars of the chances of five items under four wrong rules, with a line at the fair chance 1/5. The coin favours the last items, 1/(k+1) favours the first, 1/(k-1) never keeps the first and 1/k for keeping favours the last." folded=true
with style():
    plot = axes(6.4, 3)
    for number, (name, law) in enumerate(laws.items()):
        places = [at + (number - 1.5) * 0.2 for at in range(5)]
        plot.bar(places, [float(law.get(letter, 0)) for letter in "abcde"], 0.18, label=name)
    plot.axhline(0.2, color=INK, linestyle="--", linewidth=1)
    plot.text(4.5, 0.215, "fair: 1/5", fontsize=9)
    plot.set_xticks(range(5), "abcde")
    plot.set_ylabel("chance")
    plot.legend(fontsize=9)
    shown = picture(plot.figure, "Chances of five items under four wrong rules; fair would be 1/5 "
                    "each. " + " ".join(f"{name}: " + ", ".join(str(law.get(x, 0)) for x in "abcde")
                                        + "." for name, law in laws.items()))
shown

# %% [markdown]
# | mistake | what happens |
# |---|---|
# | counting from 0 and calling `randrange(0)` | it raises at the first item |
# | `if kept is None` for "nothing held yet" | a held item that *is* `None` is always replaced |
# | `randint(0, k)`, which includes both ends | item k comes in with probability 1/(k + 1), and there may be no result at all |
# | seeding at each item, or `random.Random(0)` inside | every run returns the same result |
# | the module's `random.random()` | it looks right, but nobody can reproduce a run with a seed |
# | `return` at the first hit | the rest of the stream has probability 0 |
# | `islice(stream, k)`, then `for item in stream` | with a list, the loop starts at the front again; call `iter(stream)` once |
# | one slot too many: `if slot <= k` | an `IndexError`, but only now and then |
# | `rng.sample(a + b, k)` to merge | a machine that saw 3 items counts as much as one that saw 3 million |

# %% [markdown]
# ## Spot the error
#
# **1.** A popular guide says: *hold the first item, replace it by the k-th with probability 1/k;
# this is what makes sampled logs unbiased.* The rule is right. Now look at what the sample is
# uniform over, in the log of the bundled shop (invented data).

# %%
import csv
from hashlib import blake2b

from autograder.data import data_path

with open(data_path("shop/transactions.csv"), newline="", encoding="utf-8") as file:
    log = [row for row in csv.DictReader(file) if row["user_id"]]
orders = Counter(row["user_id"] for row in log)
heavy = {user for user, _ in orders.most_common(len(orders) // 10)}

def share_of_heavy(users):
    return sum(user in heavy for user in users) / len(users)

events = random.Random(1).sample(log, 2_000)
few = {user for user in orders if blake2b(user.encode()).digest()[0] < 26}
print(f"heavy users among the users:          {share_of_heavy(list(orders)):.1%}")
print(f"heavy users among 2,000 fair events:  {share_of_heavy([e['user_id'] for e in events]):.1%}")
print(f"heavy users among {len(few)} hashed users:    {share_of_heavy(list(few)):.1%}")

# %% [markdown]
# **Correct:** the sample is uniform over the *events that reach it*. It isn't uniform over users: a
# tenth of them make most of the events. And if something upstream drops events (a failed upload, a
# consent filter, a timeout), the sample inherits that bias. To sample uniformly over users, decide
# by a hash of the user's id, as in the last line: all events of a chosen user stay, and those of
# the others go.
#
# **2.** A popular guide says that drawing balls from a jar with known counts *mirrors weighted
# reservoir sampling*. Take a jar with two red balls and one blue, and draw two.

# %%
import heapq

jar = ["red", "red", "blue"]

def pairs(draws):
    found = Counter(" and ".join(sorted(pair)) for pair in draws)
    return {pair: f"{n}/{found.total()}" for pair, n in sorted(found.items())}

def weighted_reservoir(weights, k, rng):
    return heapq.nlargest(k, weights, key=lambda item: rng.random() ** (1 / weights[item]))

rng = random.Random(2)
runs = [weighted_reservoir({"red": 2, "blue": 1}, 2, rng) for _ in range(1_000)]
print("jar, ball put back:      ", pairs(product(jar, repeat=2)))
print("jar, ball kept out:      ", pairs(permutations(jar, 2)))
print("weighted reservoir of 2: ", pairs(runs))

# %% [markdown]
# **Correct:** they agree for one draw (red has probability 2/3), but not for more. The jar is a
# finite set with known counts: with replacement, the counts are multinomial; without it,
# multivariate hypergeometric. A weighted reservoir takes *distinct items* from a stream of unknown
# length, each with a weight, so an item can't come twice, however heavy it is.

# %% [markdown]
# ## Why it matters in ML engineering
#
# Much of what you look at is a sample of something that is too big: rows for labelling, the
# reference window of a drift monitor, the negatives of a recommender, a learner's replay buffer.
# The cheap way is to take the first rows, but that's a sample of the oldest data. The shop's log is
# ordered by time, and this is what a table of 2,000 rows tells you about the years:

# %%
def years(rows):
    found = Counter(row["created_at"][:4] for row in rows)
    return "  ".join(f"{year} {found[year] / len(rows):6.1%}" for year in ("2019", "2020", "2021"))

try:
    fair = sample_k(iter(log), 2_000, random.Random(3))
except NotImplementedError:
    fair = random.Random(3).sample(log, 2_000)  # until you have written sample_k
print("all rows:         ", years(log))
print("the first 2,000:  ", years(log[:2_000]))
print("a fair 2,000:     ", years(fair))

# %% [markdown]
# ## Think aloud
#
# An invented interview. It shows how much you can say while the code is short.
#
# > **Candidate.** The length is unknown and I can't keep the items. May I read the stream twice?\
# > **Interviewer.** No.\
# > **Candidate.** Then I hold one item and decide at each newcomer. The invariant I want: after k
# > items, each is held with probability 1/k. For k = 1, that's the first item.\
# > **Interviewer.** And the second?\
# > **Candidate.** It must come in with probability 1/2, the third with 1/3. An older item survives
# > step k with probability (k - 1)/k, and 1/(k - 1) times that is 1/k. So the invariant holds.\
# > **Interviewer.** Why not toss a coin each time?\
# > **Candidate.** Then the last item has probability 1/2, and the first of five has 1/16. Recent
# > items win.\
# > **Interviewer.** Fine. How do you test random code?\
# > **Candidate.** I pass the generator in. For four items I can go through all 1 · 2 · 3 · 4
# > outcomes and count: 6 for each item, exactly. For long streams, I use a frequency test with a
# > stated rate of false alarms.\
# > **Interviewer.** Now I want a thousand items.\
# > **Candidate.** I keep a list of k slots. Item n draws a number below n; if it's below k, the
# > item takes that slot. That's O(k) memory and O(n) time.\
# > **Interviewer.** We have twenty machines.\
# > **Candidate.** Each keeps its sample *and its count*. I merge by drawing the side in proportion
# > to the remaining counts. Without the counts, it can't be done.

# %% [markdown]
# ## Recap
#
# - One item: hold it, and let item k take over with probability 1/k. O(1) memory, one pass. For k
#   items: draw a number below n; if it's below k, it's the slot.
# - The proof is one line: 1/(k - 1) · (k - 1)/k = 1/k. For small n, check it by going through every
#   outcome.
# - After item i, there's no replacement up to item j with probability i/j. So one random number
#   determines the next replacement, and about ln n are enough.
# - Samples merge if each comes with its count.
# - The sample is uniform over the events that arrive, and only over them.

# %% [markdown]
# ## Say it in 60 seconds
#
# > "I hold one item and a counter. Item number k replaces the held one with probability 1/k. By
# > induction, each of the first k items is then held with probability 1/k: the newcomer by
# > construction, an older one with 1/(k - 1) times (k - 1)/k. That's one pass, O(n) time and O(1)
# > memory. It works on an infinite stream, because the invariant holds after every item. For k
# > items I keep k slots, draw a number below n, and overwrite that slot if it's below k. If random
# > numbers are expensive, I jump to the next replacement: after item i, the probability of none up
# > to j is i/j. Across machines, I merge with the counts. And I'd say what it's uniform over:
# > events that reach me, not users."

# %% [markdown]
# ## Follow-ups to expect
#
# **The stream never ends, and I may ask at any moment.**
#
# <details><summary>Answer</summary>
#
# Keep the state in an object. The invariant holds after each item, so the value may be read at any
# time. Two samples read at different moments aren't independent of each other: the later one is
# often still the same item.
#
# ```python
# class Reservoir:
#     def __init__(self, rng):
#         self._rng, self.seen, self.value = rng, 0, None
#
#     def offer(self, item):
#         self.seen += 1
#         if self._rng.random() * self.seen < 1:
#             self.value = item
# ```
#
# </details>
#
# **Some items should be more likely: item x has weight w(x).**
#
# <details><summary>Answer</summary>
#
# For one item, let W be the sum of the weights so far: the newcomer replaces the held item with
# probability w/W. The proof is the same. For k distinct items, give each the key u^(1/w), u
# uniform, and keep the k highest keys in a heap (Efraimidis and Spirakis). With tiny weights,
# u^(1/w) underflows to 0.0, so compare log(u)/w instead.
#
# ```python
# def sample_weighted(pairs, rng):
#     kept, total = None, 0
#     for item, weight in pairs:
#         total += weight
#         if rng.random() * total < weight:
#             kept = item
#     return kept
# ```
#
# </details>
#
# **k items with few random numbers?**
#
# <details><summary>Answer</summary>
#
# `sample_k` above is Vitter's algorithm R, with one random number per item. Think of tickets again.
# The lowest of the k highest tickets is a threshold that a newcomer must pass, and the number of
# items until one does is geometric. Li's algorithm L draws the threshold and the gap with
# logarithms, from O(k · (1 + log(n/k))) random numbers.
#
# </details>
#
# **The items come as arrays of 10,000.**
#
# <details><summary>Answer</summary>
#
# Draw one random number per array. After it, the held item should come from this array with
# probability length/seen, and then be equally likely at each of its positions. A single number
# below `seen` decides both.
#
# ```python
# def sample_arrays(arrays, rng):
#     kept, seen = None, 0
#     for array in arrays:
#         seen += len(array)
#         if len(array) and (place := rng.randrange(seen)) < len(array):
#             kept = array[place]
#     return kept
# ```
#
# </details>
#
# **Only the last hour should count.**
#
# <details><summary>Answer</summary>
#
# Items leave the window, so the held one may leave too. Keep those that can still win: give each a
# ticket, and keep an item only while no later item has a higher ticket. The kept tickets decrease
# from front to back, and about ln m of the m items in the window are kept. If old items should fade
# rather than leave, use weights that grow with time, exp(λt), in the weighted version (compare
# logarithms, or the weights overflow).
#
# </details>
#
# **Uniform over users, not over events.**
#
# <details><summary>Answer</summary>
#
# Hash the user's id and keep a user if the hash is below a threshold. For exactly k users, keep the
# k smallest hashes. The same user gets the same decision on every machine and every day, so joins
# between sampled tables still work.
#
# </details>
#
# **How would you test it?**
#
# <details><summary>Answer</summary>
#
# Pass the generator in. For small n, go through all outcomes and compare exact fractions. For large
# n, fix the rate of false alarms first, such as one in a million, and derive from it how far a
# frequency may be off; a test that fails "sometimes" gets ignored. Then test the plain cases:
# empty, one item, `None` as an item, a generator, a list.
#
# </details>
#
# **Does the order of the k slots matter?**
#
# <details><summary>Answer</summary>
#
# Yes, if somebody relies on it. Early items that survive stay in the slot with their own number, so
# slot 1 holds item 1 more often than any other item. The *set* is fair, but the order isn't.
# Shuffle before you take "the first hundred of the sample".
#
# </details>

# %% [markdown]
# ## Next
#
# {{next}}
