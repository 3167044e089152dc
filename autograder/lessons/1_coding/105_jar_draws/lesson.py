# %% [markdown]
# # Drawing from a jar
#
# > **What is really tested.** Whether you can turn counts into exact probabilities without an
# > off-by-one error, and say how one draw affects the next.
#
# **You will be able to**
# - draw a colour with one random number in O(log m), and prove that no ball is favoured
# - draw k balls without replacement, out of 10¹² and more
# - distinguish three distributions that are often confused
# - compute the probability that k balls show every colour, as an exact fraction
#
# **Before you start**: lists, `bisect`, `random.Random`, adding and multiplying fractions. It helps
# to know what $\binom{n}{k}$ counts.
#
# **Time**: 25 minutes reading, {{minutes}} minutes practice · {{points}} points

# %% given="setup"
import random
from bisect import bisect_left, bisect_right
from collections import Counter
from fractions import Fraction
from itertools import accumulate, permutations, product
from math import comb

from autograder import check, complexity

# %% [markdown]
# ## The question
#
# > "A jar holds balls of several colours. I give you a list of the colours and a list of how many
# > balls there are of each. Simulate drawing a ball. And when that works: draw k balls."
#
# With `jar = ["red", "green", "blue"]` and `n_balls = [3, 0, 2]` a draw returns red in three of
# five cases, blue in two, and green never.

# %% [markdown]
# ## Clarify
#
# | You ask | The answer (the checks assume it) |
# |---|---|
# | What is equally likely: colours or balls? | Balls. A colour has probability count/total. |
# | Do I draw with replacement? | No. A drawn ball stays out. |
# | In which order do I return k balls? | In the order drawn. Every order is as likely as if you drew one by one. |
# | May I take the ball out of your list? | No. Don't modify either list, even if you raise an error. |
# | Can a count be 0? | Yes. That colour is never drawn. |
# | Can a colour occur twice in the jar? | Yes. Go by position. |
# | And an empty jar? | `draw` raises `ValueError`. Drawing 0 balls from it returns `[]`. |
# | What else is an error? | `ValueError` for lists of different lengths, a negative count, k below 0, k above the total. |
# | Where do random numbers come from? | From `rng`, a `random.Random`, by any of its methods. Don't seed it, don't copy it, use no other source. |
# | How large does it get? | k up to 5,000, and totals that fit in a list. Then an exercise with totals of 10¹² and more. |

# %% [markdown]
# ## A tiny example
#
# Lay the five balls in a row, colour after colour, and number them. A random number picks a ball.
# To find its colour you don't need the row: the **prefix sums** (running totals) 3, 3, 5 say where
# each colour ends.

# %% folded=true
from autograder.figures import INK, axes, picture, style

HUE = {"red": "#d1495b", "green": "#2f9e6e", "blue": "#3b82c4"}
jar, n_balls = ["red", "green", "blue"], [3, 0, 2]
ends = list(accumulate(n_balls))

with style():
    plot = axes(6.4, 2.4)
    balls = [colour for colour, n in zip(jar, n_balls) for _ in range(n)]
    for number, colour in enumerate(balls):
        plot.barh(0, 0.96, 0.8, left=number + 0.02, color=HUE[colour])
        plot.text(number + 0.5, 0, f"{number}\n{colour}", ha="center", va="center", color="black")
        plot.text(number + 0.5, 0.62, number + 1, ha="center", va="center")
    for end, text in ((0, "0"), (3, "red 3\ngreen 3"), (5, "blue 5")):
        plot.plot([end, end], [-0.9, 0.45], color=INK, lw=1)
        plot.text(end, -1.0, text, ha="center", va="top")
    plot.text(-0.15, 0, "from 0:", ha="right", va="center")
    plot.text(-0.15, 0.62, "from 1:", ha="right", va="center")
    plot.text(-0.15, -1.0, "running totals:", ha="right", va="top")
    plot.set(xlim=(-1.2, 5.3), ylim=(-1.8, 0.9))
    plot.axis("off")
    row = picture(plot.figure, "The jar as a row of five balls: three red, then two blue. They are "
                  "numbered 0 to 4 inside the balls and 1 to 5 above them. Below stand the running "
                  "totals: red ends at 3, green ends at 3 too since it has no ball, blue ends at "
                  "5.")
row

# %% [markdown]
# There are two ways to number the balls, and two ways to read the running totals:
#
# - Numbered **from 0**: the colour is the first whose total is **greater** than the number.
# - Numbered **from 1**: the colour is the first whose total is **at least** the number.
#
# Green has the same total as red, so it never comes first in either reading. Two functions of
# `bisect` do these searches, in this order: `bisect_right` and `bisect_left`.

# %%
print("from 0, bisect_right:", [jar[bisect_right(ends, number)] for number in range(0, 5)])
print("from 1, bisect_left: ", [jar[bisect_left(ends, number)] for number in range(1, 6)])

# %% [markdown]
# All five outcomes are equally likely, and each ball occurs in exactly one of them. That's a proof,
# not a statistical test. The checks of this lesson work the same way: they run your function once
# for every outcome of its random numbers and compare fractions. Where the outcomes can't be listed,
# they run it a thousand times or more, and correct code fails by bad luck less than once in a
# million.

# %% [markdown]
# ## Brute force first
#
# Build the row. Then one ball is `choice`, and k balls are `sample`. It's correct, but it needs
# memory for every ball.

# %%
import tracemalloc

def by_row(jar, n_balls, k, rng):
    balls = [colour for colour, n in zip(jar, n_balls) for _ in range(n)]
    return rng.sample(balls, k)

print(by_row(["red", "blue"], [3, 2], 4, random.Random(105)))
for total in (10_000, 100_000, 1_000_000):
    tracemalloc.start()
    by_row(["red", "blue"], [total // 2, total // 2], 10, random.Random(105))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    print(f"{total:>9,} balls: {peak / 1e6:5.2f} MB at the peak")

# %% [markdown]
# Time and memory O(total + k). With 10¹² balls, the row would take 8 TB.

# %% [markdown]
# ## A better way
#
# The counts are all you know and all you need. With m colours:
#
# **One ball**: running totals, one random number, one binary search. O(m) to set up, O(log m) per
# draw. With replacement, you could draw from the same totals forever.
#
# **k balls, without replacement**: each draw changes the jar. The count of *that* colour is one
# lower, and so is the total. If you forget the first, you may draw more red balls than there are.
# If you forget the second, some random numbers point past the last ball.
#
# | drawn so far | red | green | blue | total | probability of red next |
# |---|:-:|:-:|:-:|:-:|:-:|
# | nothing | 3 | 0 | 2 | 5 | 3/5 |
# | red | 2 | 0 | 2 | 4 | 2/4 |
# | red, blue | 2 | 0 | 1 | 3 | 2/3 |
#
# The probability of "red, blue, red" is the product over the draws: 3/5 · 2/4 · 2/3 = 1/5.
#
# | way | set up | per draw | memory |
# |---|---|---|---|
# | row of balls | O(total) | O(1) | O(total) |
# | walk through the counts | O(m) | O(m) | O(m) |
# | running totals, with replacement | O(m) | O(log m) | O(m) |
# | running totals, lowered after every draw | O(m) | O(m) | O(m) |
# | best known, without replacement | O(m) | O(log m) | O(m + k) |
#
# The last line is an exercise.

# %% [markdown]
# ## A million draws at once
#
# With replacement, the totals never change, and NumPy looks up all numbers in one call. It has its
# own generator. The exercises pass you a `random.Random`, so this is for your own work.

# %%
import time

import numpy as np

counts = [3, 0, 2]
ends = np.cumsum(counts)
generator, rng = np.random.default_rng(105), random.Random(105)

def one_by_one(draws):
    totals = ends.tolist()
    places = Counter(bisect_right(totals, rng.randrange(5)) for _ in range(draws))
    return [places[place] for place in range(len(counts))]

def at_once(draws):
    places = np.searchsorted(ends, generator.integers(5, size=draws), side="right")
    return np.bincount(places, minlength=len(counts)).tolist()

for way in (one_by_one, at_once):
    start = time.perf_counter()
    found = way(1_000_000)
    print(f"{way.__name__:<10} {found}  {time.perf_counter() - start:.2f} s")
print("4 balls kept out, how many of each:", generator.multivariate_hypergeometric(counts, 4))

# %% [markdown]
# The last line draws the *counts* of a hand in O(m), without its order. NumPy's default method
# rejects totals of 10⁹ and more.

# %% [markdown]
# ## Your turn

# %% [markdown] card="draw"
# Write `draw(jar, n_balls, rng)`, which returns one colour.
#
# - `jar` is a list of strings (`str`), `n_balls` a list of `int`: there are `n_balls[i]` balls of
#   colour `jar[i]`. A colour may occur twice, and may be the empty string.
# - Each ball is equally likely.
# - Raise `ValueError` if the lists have different lengths, a count is negative, or there are no
#   balls.
# - Don't modify the lists, even if you raise an error: look at the ball, don't take it.
# - Take all randomness from `rng`, a `random.Random`, by any of its methods. Don't seed or copy it.
#   The same arguments and the same seed must lead to the same result in every call.

# %% exercise="draw"
def draw(jar: list[str], n_balls: list[int], rng: random.Random) -> str:
    """Return the colour of one ball, each ball with the same chance.

    Raises ValueError for lists of different length, a negative count, and an empty jar.
    """
    ### BEGIN SOLUTION
    if len(jar) != len(n_balls):
        raise ValueError("jar and n_balls have different lengths")
    if any(n < 0 for n in n_balls):
        raise ValueError("a count is negative")
    ends = list(accumulate(n_balls))
    if not ends or ends[-1] == 0:
        raise ValueError("the jar is empty")
    return jar[bisect_right(ends, rng.randrange(ends[-1]))]
    ### END SOLUTION

# %% check="draw"
check(draw)

# %% [markdown] hints="draw"

# %% [markdown] card="draw_many"
# Write `draw_many(jar, n_balls, k, rng)`, which returns a new list of k colours in the order drawn.
#
# - Draw without replacement. Every sequence of colours has the probability that it has if the balls
#   are drawn one by one.
# - For `k = 0` return `[]`, even from an empty jar.
# - Raise `ValueError` if k is negative or above the total, if the lists have different lengths, or
#   if a count is negative, even for k = 0.
# - Don't modify the lists, even if you raise an error.
# - k is at most 5,000, and so is the total. A row of all balls is fine here.
# - `rng` as before.

# %% exercise="draw_many"
def draw_many(jar: list[str], n_balls: list[int], k: int, rng: random.Random) -> list[str]:
    """Return the colours of ``k`` balls drawn one by one, none put back.

    Raises ValueError for lists of different length, a negative count, and k below 0 or above
    the number of balls.
    """
    ### BEGIN SOLUTION
    if len(jar) != len(n_balls):
        raise ValueError("jar and n_balls have different lengths")
    if any(n < 0 for n in n_balls):
        raise ValueError("a count is negative")
    left, total = list(n_balls), sum(n_balls)
    if not 0 <= k <= total:
        raise ValueError("k is not between 0 and the number of balls")
    drawn = []
    for _ in range(k):
        ticket = rng.randrange(total)
        for place, n in enumerate(left):
            if ticket < n:
                break
            ticket -= n
        left[place] -= 1
        total -= 1
        drawn.append(jar[place])
    return drawn
    ### END SOLUTION

# %% check="draw_many"
check(draw_many)

# %% [markdown] hints="draw_many"

# %% [markdown]
# ## Improve it: a million million balls
#
# Now the jar is a catalogue: 80,000 titles, and `n_balls` holds their plays, 10¹² in all. You want
# 80,000 plays without repeats. A row is out of the question, and walking through 80,000 counts for
# each of 80,000 draws takes 6.4·10⁹ steps.
#
# Running totals make *one* draw cheap. Ask yourself what exactly is out of date after a draw, and
# whether you have to fix it.

# %% [markdown] card="draw_many_large"
# Write `draw_many_large(jar, n_balls, k, rng)`, with the contract of `draw_many`, word for word.
#
# - With m colours, take O(m + k log m) work and O(m + k) memory, whatever the total.
# - Expect totals of 10¹² and more, and up to 80,000 colours and 80,000 draws.
# - `rng` as before. (The standard library has a method that does most of this. You may use it. In
#   an interview, you'll be asked how it works inside.)

# %% exercise="draw_many_large"
def draw_many_large(jar: list[str], n_balls: list[int], k: int, rng: random.Random) -> list[str]:
    """Return the colours of ``k`` balls drawn one by one, none put back, in O(m + k log m).

    Raises ValueError for lists of different length, a negative count, and k below 0 or above
    the number of balls.
    """
    ### BEGIN SOLUTION
    if len(jar) != len(n_balls):
        raise ValueError("jar and n_balls have different lengths")
    if any(n < 0 for n in n_balls):
        raise ValueError("a count is negative")
    ends, total = list(accumulate(n_balls)), sum(n_balls)
    if not 0 <= k <= total:
        raise ValueError("k is not between 0 and the number of balls")
    # A shuffle of the numbers 0 to total - 1 from the back; only what was moved is written down.
    moved: dict[int, int] = {}
    drawn = []
    for last in range(total - 1, total - 1 - k, -1):
        place = rng.randrange(last + 1)
        number = moved.get(place, place)
        moved[place] = moved.get(last, last)
        drawn.append(jar[bisect_right(ends, number)])
    return drawn
    ### END SOLUTION

# %% check="draw_many_large"
check(draw_many_large)

# %% [markdown] hints="draw_many_large"

# %% [markdown]
# ## A variation, unaided
#
# Set a timer for {{minutes chance_of_all}} minutes, and keep the hints folded until it goes off.
#
# "You draw k balls without replacement. What is the probability that every colour has come up?" In
# other words: that a batch of k examples contains every class.

# %% [markdown] card="chance_of_all"
# Write `chance_of_all(n_balls, k)`, which returns an exact fraction.
#
# - `n_balls` holds the counts of the colours. k balls are drawn without replacement.
# - Return the probability that every colour with at least one ball is among them, as a `Fraction`
#   (or the `int` 0 or 1). Floats aren't accepted. The result must be exact, even when the number of
#   hands is far beyond 64 bits.
# - Colours without balls don't have to come up. If no colour has a ball and k = 0, the probability
#   is 1.
# - Raise `ValueError` if a count is negative, or if k is negative or above the total.
# - Don't modify the list.
# - Don't list all sets of colours, or all sets of balls. That's too much work: their number doubles
#   with every colour or ball. Work that grows as a small power of the counts is fine.

# %% exercise="chance_of_all"
def chance_of_all(n_balls: list[int], k: int) -> Fraction:
    """Return the chance that ``k`` balls, none put back, show every colour that has a ball.

    Raises ValueError for a negative count, and for k below 0 or above the number of balls.
    """
    ### BEGIN SOLUTION
    if any(n < 0 for n in n_balls):
        raise ValueError("a count is negative")
    if not 0 <= k <= sum(n_balls):
        raise ValueError("k is not between 0 and the number of balls")
    ways = [1] + [0] * k
    for n in n_balls:
        if n:
            ways = [sum(ways[drawn - i] * comb(n, i) for i in range(1, min(n, drawn) + 1))
                    for drawn in range(k + 1)]
    return Fraction(ways[k], comb(sum(n_balls), k))
    ### END SOLUTION

# %% check="chance_of_all"
check(chance_of_all)

# %% [markdown] hints="chance_of_all"

# %% [markdown]
# ## Measured complexity
#
# The plot shows the steps of your `draw_many_large` with n colours and n draws. Next to it are a
# walk through the counts for each ball, and a method whose draws take O(log n). That one has its
# binary search written out, so that its steps count; work inside C code, such as `bisect`, isn't
# counted.

# %%
complexity(draw_many_large)

# %% [markdown]
# ## Wrong answers people give
#
# Here are six ways to draw one ball, each followed through every outcome of its random numbers. The
# jar has one red, two green and three blue balls, so the right probabilities are 1/6, 1/3 and 1/2.

# %%
from autograder import enumerate_law

JAR, COUNTS = ["red", "green", "blue"], [1, 2, 3]
ENDS = list(accumulate(COUNTS))

DRAWS = {
    "each colour alike": lambda rng: rng.choice(JAR),
    "one number too many": lambda rng: JAR[bisect_left(ENDS, rng.randint(0, 6))],
    "rounds a real number": lambda rng: JAR[bisect_left(ENDS, round(rng.random() * 6))],
    "a new number each time": lambda rng: next(
        (c for c, n in zip(JAR, COUNTS) if rng.random() < n / 6), "blue"),
    "tenths, cut off": lambda rng: rng.choices(JAR, [int(10 * n / 6) for n in COUNTS])[0],
    "right": lambda rng: JAR[bisect_right(ENDS, rng.randrange(6))],
}
for name, one in DRAWS.items():
    law = enumerate_law(one).chances
    print(f"{name:<24}", *(f"{colour} {law.get(colour, 0)!s:<8}" for colour in JAR))

# %% [markdown]
# And here are three wrong ways to draw two balls from a jar of two red and one blue, and the right
# one. Red-red, red-blue and blue-red should have probability 1/3 each.

# %%
def two_balls(rng, lower_count=True, lower_total=True):
    left, total, drawn = [2, 1], 3, ""
    for _ in range(2):
        at = 0 if rng.randrange(total) < left[0] else 1
        left[at] -= lower_count
        total -= lower_total
        drawn += "RB"[at]
    return drawn

for name, options in {"puts the ball back": (False, False), "lowers the total only": (False, True),
                      "lowers the count only": (True, False), "lowers both": (True, True)}.items():
    law = enumerate_law(lambda rng: two_balls(rng, *options)).chances
    print(f"{name:<24}", *(f"{pair} {law.get(pair, 0)!s:<6}" for pair in ("RR", "RB", "BR", "BB")))

# %% [markdown]
# | mistake | what happens |
# |---|---|
# | `n_balls[i] -= 1` on the caller's list | the next caller draws from a different jar |
# | `jar.index(colour)` to find the count to lower | wrong if a colour occurs twice |
# | `dict(zip(jar, n_balls))` | if a colour occurs twice, only its last count is left |
# | returning `Counter(...).elements()`, or sorted balls | the counts are right, but the order isn't random |
# | letting `zip` cut the longer list | it silently draws from a jar that makes no sense |
# | `min(k, total)` | silently returns fewer balls than requested |
# | drawing first, checking when the jar runs out | it raises after the damage is done |
# | a shuffle that swaps each position with *any* position | nⁿ equally likely paths lead to n! orders, which can't come out even |
# | `rng.sample(jar, k, counts=n_balls)` as it is | accepts a negative count, and rejects k = 0 from an empty jar |

# %% [markdown]
# ## Spot the error
#
# **1.** A popular guide says: *draw an integer from 1 to the total and binary-search it in the
# running totals.* There are two searches and two ways to number, which makes four pairs. The jar
# has 1 red, 10 green and 2 blue balls:

# %%
COUNTS = [1, 10, 2]
ENDS = list(accumulate(COUNTS))

for first in (0, 1):
    for search in (bisect_left, bisect_right):
        found = Counter(search(ENDS, number) for number in range(first, first + 13))
        outside = "   outside the list!" if 3 in found else ""
        print(f"numbers {first} to {first + 12:2}, {search.__name__:<13}",
              [found[place] for place in range(4)], outside)

# %% [markdown]
# **Correct:** the pair matters. 1 to total goes with `bisect_left`, 0 to total - 1 goes with
# `bisect_right`. One of the crossed pairs raises an `IndexError` now and then. The other one never
# raises: it silently gives one of the last colour's balls to the first colour.
#
# With a real number instead of an integer, `bisect_left` is right for all numbers except one. That
# number, 0.0, comes up about once in 9·10¹⁵ draws, and then a colour that isn't in the jar is
# drawn:

# %%
class AlwaysZero(random.Random):
    def random(self):
        return 0.0

ends = list(accumulate([0, 5]))
for search in (bisect_left, bisect_right):
    print(search.__name__, "→", ["empty colour", "red"][search(ends, AlwaysZero().random() * 5)])

# %% [markdown]
# **2.** A popular guide says that a draw takes O(log m), and that you *adjust the counts and the
# total after each draw*. Count how many numbers change when one ball leaves. With running totals,
# it's all of the totals from its colour on. With a segment tree (a tree of sums), it's the sums on
# the path from the root to a leaf.

# %% folded=true
with style():
    plot = axes(6.4, 2.6)
    sums = {(0, 0): 9, (1, 0): 3, (1, 1): 6, (2, 0): 3, (2, 1): 0, (2, 2): 2, (2, 3): 4}
    place = {node: ((node[1] + 0.5) * 2 ** (2 - node[0]), -node[0]) for node in sums}
    path = [(0, 0), (1, 1), (2, 2)]
    for (depth, at), total in sums.items():
        x, y = place[depth, at]
        on_path = (depth, at) in path
        if depth:
            up_x, up_y = place[depth - 1, at // 2]
            plot.plot([x, up_x], [y, up_y], color=HUE["red"] if on_path else INK,
                      lw=3 if on_path else 1, zorder=0)
        text = f"{total} → {total - 1}" if on_path else str(total)
        plot.text(x, y, text, ha="center", va="center", color="black", bbox={
            "boxstyle": "round", "facecolor": "#f2c9c9" if on_path else "#dddddd",
            "edgecolor": "none"})
    for at, colour in enumerate(("red", "green", "blue", "white")):
        plot.text(at + 0.5, -2.45, colour, ha="center", va="top")
    plot.text(2.35, 0.02, "number 4, drawn from 0 to 8", ha="left", va="center")
    plot.text(2.75, -0.45, "4 ≥ 3: go right with 4 - 3 = 1", ha="left", va="center")
    plot.text(3.35, -1.0, "1 < 2: go left", ha="left", va="center")
    plot.set(xlim=(-0.2, 5.2), ylim=(-2.9, 0.3))
    plot.axis("off")
    tree = picture(plot.figure, "A binary tree of sums over four colours with 3, 0, 2 and 4 balls. "
                   "The root is 9, its children 3 and 6. Number 4 is not below 3, so it goes right "
                   "as number 1, which is below 2, so it goes left to blue. The three sums on this "
                   "path, 9, 6 and 2, are lowered by one; the other four stay.")
tree

# %%
def numbers_changed(m, rng, draws=2_000):
    """The mean number of running totals, and of sums in a tree, that one ball changes."""
    places = [rng.randrange(m) for _ in range(draws)]
    return sum(m - place for place in places) / draws, (m - 1).bit_length() + 1

for m in (10, 1_000, 100_000):
    totals, tree_sums = numbers_changed(m, random.Random(14))
    print(f"{m:>7,} colours: {totals:>9,.1f} running totals, {tree_sums:>2} sums of the tree")

# %% [markdown]
# **Correct:** the search takes O(log m). Adjusting the running totals takes O(m), so the draw does
# too. You get O(log m) per draw in one of two ways. Either use a data structure in which few
# numbers change: a segment tree as above, or its compact form, a Fenwick tree. Or don't adjust
# anything: number the balls of the *full* jar, draw numbers that don't repeat, and look each up in
# running totals that never change. For fixed weights, with replacement, an alias table even takes
# O(1) per draw.
#
# **3.** A popular guide says that the jar *mirrors weighted reservoir sampling*. Draw two balls
# from a jar of two red and one blue, and follow every outcome. The last line shows a thousand runs,
# because powers of a random number can't be followed:

# %%
import heapq

def reservoir(stream, k, rng):
    kept = []
    for seen, item in enumerate(stream, 1):
        if seen <= k:
            kept.append(item)
        elif (slot := rng.randrange(seen)) < k:
            kept[slot] = item
    return kept

def weighted_reservoir(weights, k, rng):
    return heapq.nlargest(k, weights, key=lambda item: rng.random() ** (1 / weights[item]))

def as_pairs(outcomes):
    found = Counter("".join(sorted(pair)) for pair in outcomes)
    return {pair: Fraction(n, found.total()) for pair, n in sorted(found.items())}

def show(name, law):
    print(f"{name:<34}", *(f"{pair} {law.get(pair, 0)!s:<5}" for pair in ("BB", "BR", "RR")))

show("jar, ball put back", as_pairs(product("RRB", repeat=2)))
show("jar, ball kept out", as_pairs(permutations("RRB", 2)))
followed = enumerate_law(lambda rng: "".join(sorted(reservoir("RRB", 2, rng)))).chances
show("reservoir of 2 over the balls", followed)
rng = random.Random(15)
runs = [weighted_reservoir({"R": 2, "B": 1}, 2, rng) for _ in range(1_000)]
show("weighted reservoir of 2 colours", as_pairs(runs))

# %% [markdown]
# **Correct:** these are different distributions. A jar is a finite set with known counts: the
# counts in the hand are *multinomial* with replacement and *multivariate hypergeometric* without. A
# plain reservoir over the stream of balls has the same distribution as drawing from the jar without
# replacement; that's the connection. A *weighted* reservoir takes distinct items from a stream of
# unknown length, each with a weight. An item can't come twice, however heavy it is, so with two
# colours the sample always holds both. For one draw all four agree: red has probability 2/3.

# %% [markdown]
# ## Why it matters in ML engineering
#
# A batch of training examples is a draw from a jar of labels. Say you have 10,000 examples, 200 of
# them people who left the service (invented numbers). You draw batches of 64, without replacement
# within an epoch:

# %%
stay, leave, batch = 9_800, 200, 64
total = stay + leave
none = comb(stay, batch) / comb(total, batch)
print(f"mean number of leavers in a batch: {batch * leave / total:.2f}")
print(f"batches without any leaver:        {none:.1%}")

# %% [markdown]
# More than one batch in four contains nothing about leavers. A common remedy is the **balanced
# batch**: for each slot, choose the class first, then an example of it. Each class deals from its
# own shuffled deck, so that no example repeats before all of them have come.

# %%
def balanced_batches(places, each, rng):
    """Endless batches with ``each`` examples of every class, dealt from shuffled decks."""
    decks = {label: [] for label in places}
    while True:
        dealt = []
        for label, own in places.items():
            for _ in range(each):
                decks[label] = decks[label] or rng.sample(own, len(own))
                dealt.append(decks[label].pop())
        yield dealt

places = {"stay": range(stay), "leave": range(stay, total)}
batches = balanced_batches(places, batch // 2, random.Random(9))
seen = Counter(example for _ in range(total // batch) for example in next(batches))
for label, own in places.items():
    print(f"{label:<6} seen {sum(seen[i] for i in own) / len(own):5.2f} times in {total // batch} "
          "batches")

# %% [markdown]
# It has a price, and you should name it. Each leaver is seen 25 times while half of the others
# aren't seen at all, so the model can memorise the 200. And it's now calibrated as if half of all
# people left. A probability p from it has to be corrected: multiply its odds by the odds of the
# classes in the jar.

# %%
def turned_back(p):
    odds = p / (1 - p) * leave / stay
    return odds / (1 + odds)

print(*(f"{p:.0%} → {turned_back(p):.1%}" for p in (0.2, 0.5, 0.9)), sep="     ")

# %% [markdown]
# ## Think aloud
#
# An invented interview. It shows how much you can say while the code is short.
#
# > **Candidate.** Each ball is equally likely, so a colour has probability count over total? And a
# > count can be zero?\
# > **Interviewer.** Yes, and yes.\
# > **Candidate.** Then I number the balls from 0 and draw a number below the total. The colour is
# > the first whose running total is greater than the number. I check the search with counts 1, 0,
# > 2: totals 1, 1, 3. Number 0 gives the first colour. For number 1, the first total greater than 1
# > is 3, so it gives the third. The empty colour is skipped. That's `bisect_right`.\
# > **Interviewer.** What if the total is zero?\
# > **Candidate.** I raise a ValueError, and likewise for a negative count or lists of different
# > lengths. I check before I draw.\
# > **Interviewer.** Now draw a thousand balls without replacement.\
# > **Candidate.** I work on a copy of the counts, since the list is yours. Each draw lowers one
# > count and the total. Walking through the counts takes O(m) per draw.\
# > **Interviewer.** You had O(log m) a minute ago.\
# > **Candidate.** For the search, yes. But one ball fewer changes every running total from its
# > colour on, so keeping them up to date is O(m). A Fenwick tree would change only log m sums. Or I
# > never update: I draw ball *numbers* that don't repeat, and the totals of the full jar stay
# > valid.\
# > **Interviewer.** How do you draw numbers that don't repeat, out of 10¹²?\
# > **Candidate.** I shuffle from the back and stop after k swaps. A dict replaces the array, and
# > holds only the positions that were moved. That's O(k) memory.\
# > **Interviewer.** And your test?\
# > **Candidate.** Small jars, every outcome of the generator, exact fractions. Two red and one
# > blue: red-red, red-blue and blue-red have probability 1/3 each. Drawing a jar empty must return
# > every ball.

# %% [markdown]
# ## Recap
#
# - One ball: running totals and one number. 0 to total - 1 goes with `bisect_right`, 1 to total
#   with `bisect_left`. Colours without balls are skipped automatically.
# - k balls without replacement: lower one count *and* the total, in a copy. O(k · m).
# - Large jars: draw ball numbers that don't repeat and leave the totals alone, or keep a segment
#   tree or Fenwick tree. O(m + k log m).
# - With replacement: multinomial. Without replacement: multivariate hypergeometric. Weighted
#   reservoir: neither.
# - For the probability that k balls show every colour, count colour by colour, not over all
#   subsets.

# %% [markdown]
# ## Say it in 60 seconds
#
# > "I number the balls from 0, colour after colour. Prefix sums say where each colour ends. I draw
# > a number below the total and take the first colour whose prefix sum is greater: O(m) to set up,
# > O(log m) to search, and colours without balls are skipped. Without replacement, each draw lowers
# > one count and the total, on a copy. Walking through the counts is O(m) per draw. Updating prefix
# > sums is O(m) too. So for large m I use a Fenwick tree, or I draw ball numbers without repeats,
# > by a shuffle in a dict, and look them up in the full jar's totals. That's O(m + k log m),
# > whatever the number of balls. I validate first. I test every outcome of the generator on small
# > jars, as exact fractions."

# %% [markdown]
# ## Follow-ups to expect
#
# **I want a billion draws, with replacement.**
#
# <details><summary>Answer</summary>
#
# The counts never change, so set up more and pay less per draw: use Walker's alias table. Cut the
# total into m columns of equal height. Each column holds part of one colour, and is topped up with
# another. A draw chooses a column, then one of its two colours: O(1). Set-up is O(m).
#
# ```python
# def alias_table(n_balls):
#     m, total = len(n_balls), sum(n_balls)
#     share = [n * m for n in n_balls]                 # a column holds `total` of these
#     other = list(range(m))
#     small = [i for i in range(m) if share[i] < total]
#     large = [i for i in range(m) if share[i] >= total]
#     while small:
#         low, high = small.pop(), large.pop()
#         other[low] = high
#         share[high] -= total - share[low]
#         (small if share[high] < total else large).append(high)
#     return share, other
#
# def draw_from(share, other, total, rng):
#     column = rng.randrange(len(share))
#     return column if rng.randrange(total) < share[column] else other[column]
# ```
#
# It uses only integers, so it's exact.
#
# </details>
#
# **Balls are also added while you draw.**
#
# <details><summary>Answer</summary>
#
# Then you can't number the balls of a full jar any more, and a tree is the right choice. A Fenwick
# tree is a single list. `tree[i]` holds the sum of the last `i & -i` counts up to i:
#
# ```python
# def change(tree, place, by):
#     place += 1
#     while place < len(tree):
#         tree[place] += by
#         place += place & -place
#
# def find(tree, ticket):
#     place, step = 0, 1 << len(tree).bit_length()
#     while step:
#         if place + step < len(tree) and tree[place + step] <= ticket:
#             place += step
#             ticket -= tree[place]
#         step //= 2
#     return place
# ```
#
# </details>
#
# **The weights are real numbers, and I want k distinct items.**
#
# <details><summary>Answer</summary>
#
# This is weighted sampling without replacement: one item after another, in proportion to the
# weights that are left. Give each item the key u^(1/w) with u uniform, and take the k largest
# (Efraimidis and Spirakis). It takes one pass, and works on a stream. With tiny weights the power
# underflows to 0.0, so compare logarithms:
#
# ```python
# heapq.nlargest(k, items, key=lambda item: math.log(1 - rng.random()) / weight[item])
# ```
#
# `1 - rng.random()` is never 0. On a GPU, write the same with Gumbel noise: add `-log(-log(u))` to
# each log-weight and take the top k. No loop, no state.
#
# </details>
#
# **What is the probability of exactly 3 red balls among 10?**
#
# <details><summary>Answer</summary>
#
# Hypergeometric: choose 3 of the red and 7 of the others.
#
# ```python
# Fraction(comb(red, 3) * comb(total - red, 7), comb(total, 10))
# ```
#
# With replacement it's binomial: comb(10, 3) · p³ · (1 - p)⁷. For a large jar and few draws, the
# two are close.
#
# </details>
#
# **How many draws until every colour has come up, with replacement?**
#
# <details><summary>Answer</summary>
#
# This is the coupon collector's problem. For m equally frequent colours, it takes m · (1 + 1/2 +
# ... + 1/m) draws on average, so about m ln m. For unequal ones, the rarest colour decides: at
# least total/count of it.
#
# </details>
#
# **Two machines hold half of the jar each. Draw k balls.**
#
# <details><summary>Answer</summary>
#
# First decide how many come from each: draw a hypergeometric number from the two totals. Then each
# machine draws its share by itself, and the results are shuffled together. Before the balls, only
# the two totals and the two shares cross the network. Lesson 106 merges two samples this way.
#
# </details>
#
# **Are floats good enough for `rng.random() * total`?**
#
# <details><summary>Answer</summary>
#
# `random()` returns one of 2⁵³ numbers, about 9·10¹⁵. With a total of 10¹², each ball gets about
# 9,007 of them, some one more than others. That's a relative error of 10⁻⁴ for a single ball, and
# nothing you could measure for a colour. Above 2⁵³ there are balls that can never be drawn.
# `randrange` is exact for any size.
#
# </details>
#
# **How would you test it?**
#
# <details><summary>Answer</summary>
#
# Pass the generator in. For small jars, follow every outcome and compare fractions. Draw a whole
# jar and compare the counts. Check that the arguments are unmodified, even after an error. For
# large jars, fix the rate of false alarms first, such as one in a million, and derive from it how
# far a frequency may be off.
#
# </details>

# %% [markdown]
# ## Next
#
# {{next}}
