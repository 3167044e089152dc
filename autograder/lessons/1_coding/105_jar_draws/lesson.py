# %% [markdown]
# # Drawing from a jar
#
# > **What is really tested.** Whether you can turn counts into exact probabilities without an off-by-one error, and say how one draw affects the next.
#
# **You will be able to**
# - draw a colour with one random number in O(log m), and prove that no ball is favoured
# - draw k balls without putting them back, out of 10¹² and more
# - distinguish three distributions that are often confused
# - compute the chance that k balls show every colour, as an exact fraction
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
# > "A jar holds balls of several colours. I give you a list of the colours and a list with the
# > number of balls of each. Simulate drawing a ball. And when that works: draw k balls."
#
# With `jar = ["red", "green", "blue"]` and `n_balls = [3, 0, 2]` a draw gives red in three of five
# cases, blue in two, and green never.

# %% [markdown]
# ## Clarify
#
# | You ask | The answer, which the checks hold to |
# |---|---|
# | What is equally likely: colours or balls? | Balls. A colour has the chance count/total. |
# | Is a ball put back before the next draw? | No. What is drawn stays out. |
# | In which order do I return k balls? | In the order drawn. Every order is as likely as if you drew one by one. |
# | May I take the ball out of your list? | No. Both lists stay as they are, also after an error. |
# | Can a count be 0? | Yes. That colour is never drawn. |
# | Can a colour stand twice in the jar? | Yes. Go by position. |
# | And an empty jar? | `draw` raises `ValueError`. Drawing 0 balls from it gives `[]`. |
# | What else is an error? | `ValueError` for lists of different length, a negative count, k below 0, k above the total. |
# | Where do random numbers come from? | From `rng`, a `random.Random`, by any of its methods. Don't seed it, don't copy it, use no other source. |
# | How large does it get? | k up to 5,000, and totals that fit in a list. Then an exercise with totals of 10¹² and more. |

# %% [markdown]
# ## A tiny example
#
# Lay the five balls in a row, colour after colour, and give them numbers. A random number picks a
# ball. To find its colour you don't need the row: the **running totals** 3, 3, 5 say where each
# colour ends.

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
# Two ways of numbering, two ways of reading the totals:
#
# - Numbered **from 0**: the colour is the first whose total is **greater** than the number.
# - Numbered **from 1**: the colour is the first whose total is **at least** the number.
#
# Green shares its total with red, so in both readings it never comes first. The functions of
# `bisect` do these two searches, in this order: `bisect_right` and `bisect_left`.

# %%
print("from 0, bisect_right:", [jar[bisect_right(ends, number)] for number in range(0, 5)])
print("from 1, bisect_left: ", [jar[bisect_left(ends, number)] for number in range(1, 6)])

# %% [markdown]
# All five outcomes are equally likely, and each ball stands in one of them. That's a proof, not a statistical test. The checks of this lesson work in the same way: they run your function once for
# every outcome of its random numbers and compare fractions. Where the outcomes can't be listed they
# run it a thousand times or more, and right code fails by bad luck less than once in a million.

# %% [markdown]
# ## Brute force first
#
# Make the row. Then a draw is `choice`, and k balls are `sample`. It is right, and it needs memory
# for each ball.

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
# Counts are all you know and all you need. With m colours:
#
# **One ball**: running totals, one random number, one binary search. O(m) to set up, O(log m) for
# a draw. If balls were put back, you would draw from the same totals for ever.
#
# **k balls, kept out**: after a draw the jar is another jar. The count of *that* colour is one
# lower, and so is the total. Forget the first, and you may draw more red balls than there are.
# If you forget the second, some random numbers point past the last ball.
#
# | drawn so far | red | green | blue | total | chance of red next |
# |---|:-:|:-:|:-:|:-:|:-:|
# | nothing | 3 | 0 | 2 | 5 | 3/5 |
# | red | 2 | 0 | 2 | 4 | 2/4 |
# | red, blue | 2 | 0 | 1 | 3 | 2/3 |
#
# The chance of "red, blue, red" is the product of what was drawn: 3/5 · 2/4 · 2/3 = 1/5.
#
# | way | set up | each draw | memory |
# |---|---|---|---|
# | row of balls | O(total) | O(1) | O(total) |
# | walk through the counts | O(m) | O(m) | O(m) |
# | running totals, balls put back | O(m) | O(log m) | O(m) |
# | running totals, lowered after each draw | O(m) | O(m) | O(m) |
# | best known, balls kept out | O(m) | O(log m) | O(m + k) |
#
# The last line is an exercise.

# %% [markdown]
# ## A million draws at once
#
# If balls are put back, the totals never change, and NumPy looks up all numbers in one call. It has
# a generator of its own. The exercises give you a `random.Random`, so this is for your own work.

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
# The last line draws the *counts* of a hand in O(m), without its order. With its standard method it
# refuses totals of 10⁹ and more.

# %% [markdown]
# ## Your turn

# %% [markdown] card="draw"
# Write `draw(jar, n_balls, rng)`, which returns one colour.
#
# - `jar` is a list of texts, `n_balls` a list of whole numbers: `n_balls[i]` balls of colour
#   `jar[i]`. A colour may stand twice, and may be the empty text.
# - Each ball is equally likely.
# - It raises `ValueError` if the lists have different lengths, a count is negative, or there is no
#   ball.
# - The lists stay unchanged, also after an error: the ball is looked at, not taken.
# - All chance comes from `rng`, a `random.Random`, by any of its methods. Don't seed or copy it.
#   The same arguments and the same seed give the same result in every call.

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
# - A drawn ball stays out. Every sequence of colours has the chance that it has if the balls are
#   drawn one by one.
# - `k = 0` gives `[]`, also from an empty jar.
# - It raises `ValueError` if k is negative or above the total, if the lists have different lengths,
#   or if a count is negative, for k = 0 too.
# - The lists stay unchanged, also after an error.
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
# Now the jar is a catalogue: 80,000 titles, and `n_balls` are their plays, 10¹² in all. You want
# 80,000 plays without repeats. A row is out of the question, and walking through 80,000 counts for
# each of 80,000 draws is 6.4·10⁹ steps.
#
# Running totals make *one* draw cheap. Ask what exactly is out of date after a draw, and whether you have to fix it.

# %% [markdown] card="draw_many_large"
# Write `draw_many_large(jar, n_balls, k, rng)`: the contract of `draw_many`, word for word.
#
# - With m colours the work is O(m + k log m) and the memory O(m + k), whatever the total.
# - Totals of 10¹² and more; up to 80,000 colours and 80,000 draws.
# - `rng` as before. (The standard library has a method that does most of this. You may use it. In
#   an interview you will be asked what is inside.)

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
# Set a clock to {{minutes chance_of_all}} minutes and open no hint before it rings.
#
# "You draw k balls and keep them out. What is the chance that every colour has come up?" In other
# words: that a batch of k examples holds every class.

# %% [markdown] card="chance_of_all"
# Write `chance_of_all(n_balls, k)`, which returns an exact fraction.
#
# - `n_balls` are the counts of the colours. k balls are drawn, none put back.
# - The result is the chance that every colour with at least one ball is among them, as a
#   `Fraction` (or the whole number 0 or 1). Floats are not accepted, and it is exact also where
#   the number of hands is far beyond 64 bits.
# - Colours without balls need not come up. If no colour has a ball and k = 0, the chance is 1.
# - It raises `ValueError` if a count is negative, or if k is negative or above the total.
# - The list stays unchanged.
# - Listing all sets of colours, or all sets of balls, is too much work: both double with a colour
#   or a ball. Work that grows as a small power of the counts is fine.

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
# The steps of your `draw_many_large` with n colours and n draws. Beside it: a walk through the
# counts for each ball, and a way whose draws take O(log n). That one has its binary search written
# out, so that you see its steps; work inside C code, such as `bisect`, is not seen.

# %%
complexity(draw_many_large)

# %% [markdown]
# ## Wrong answers people give
#
# Six ways to draw one ball, each followed through every outcome of its random numbers. The jar has
# one red, two green and three blue balls, so 1/6, 1/3 and 1/2 would be right.

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
# And three ways to draw two, from a jar of two red balls and one blue. Red-red, red-blue and
# blue-red should have 1/3 each.

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
# | `n_balls[i] -= 1` on the caller's list | the next caller draws from another jar |
# | `jar.index(colour)` to find the count to lower | wrong if a colour stands twice |
# | `dict(zip(jar, n_balls))` | of a colour that stands twice, only the last count is left |
# | returning `Counter(...).elements()`, or sorted balls | the counts are right, the order is not random |
# | letting `zip` cut the longer list | a jar that makes no sense is drawn from in silence |
# | `min(k, total)` | fewer balls than asked for, and nobody is told |
# | drawing first, checking when the jar runs out | the error comes after the damage |
# | a shuffle that swaps each place with *any* place | nⁿ equally likely paths to n! orders, which can't come out even |
# | `rng.sample(jar, k, counts=n_balls)` as it is | takes a negative count, and refuses k = 0 from an empty jar |

# %% [markdown]
# ## Spot the error
#
# **1.** A common guide says: *draw a whole number from 1 to the total and binary-search it in the
# running totals.* There are two searches and two ways to number, so four pairs. The jar has 1 red,
# 10 green and 2 blue balls:

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
# **Correct**: the pair matters. 1 to total goes with `bisect_left`, 0 to total - 1 goes with
# `bisect_right`. One of the crossed pairs raises an `IndexError`, now and then. The other one never
# complains: it hands a ball of the last colour to the first one.
#
# With a real number instead of a whole one, `bisect_left` is right for all numbers but one. That
# number, 0.0, comes about once in 9·10¹⁵ draws, and then a colour that is not in the jar is drawn:

# %%
class AlwaysZero(random.Random):
    def random(self):
        return 0.0

ends = list(accumulate([0, 5]))
for search in (bisect_left, bisect_right):
    print(search.__name__, "→", ["empty colour", "red"][search(ends, AlwaysZero().random() * 5)])

# %% [markdown]
# **2.** A common guide says that a draw takes O(log m), and that you *adjust the counts and the
# total after each draw*. Count how many numbers change when one ball leaves. In running totals it
# is all of those behind it. In a tree of sums it is those on the way from the root to a leaf.

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
# **Correct**: the search takes O(log m). Adjusting the running totals takes O(m), so the draw does
# too. O(log m) for a draw needs one of two things. Either a form in which few numbers change: a
# tree of sums as above, or its compact form, a Fenwick tree. Or a way without any adjusting: number
# the balls of the *full* jar, draw numbers that don't repeat, and look each up in running totals
# that never change. For weights that are fixed, with balls put back, an alias table even needs O(1)
# for a draw.
#
# **3.** A common guide says that the jar *mirrors weighted reservoir sampling*. Draw two balls from
# a jar of two red and one blue, and follow every outcome. The last line is a thousand runs, since
# powers of a random number can't be followed:

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
# **Correct**: these are different laws. A jar is a finite set with known counts: the counts in the
# hand are *multinomial* if balls are put back and *multivariate hypergeometric* if not. A plain reservoir over the stream of balls has the same distribution as drawing from the jar without replacement; that's the connection. A *weighted* reservoir takes different items of a stream of unknown length, each with a
# weight. An item can't come twice, however heavy, so with two colours it always holds both.
# For one draw all four agree: red with chance 2/3.

# %% [markdown]
# ## Why it matters in ML engineering
#
# A batch of training examples is a draw from a jar of labels. Say 10,000 examples, of which 200
# left the service (invented numbers). Batches of 64, nothing put back within an epoch:

# %%
stay, leave, batch = 9_800, 200, 64
total = stay + leave
none = comb(stay, batch) / comb(total, batch)
print(f"mean number of leavers in a batch: {batch * leave / total:.2f}")
print(f"batches without any leaver:        {none:.1%}")

# %% [markdown]
# More than every fourth batch says nothing about leavers. A common remedy is the **balanced
# batch**: for each place choose the class first, then an example of it. Each class deals from a
# shuffled deck of its own, so that no example repeats before all have come.

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
# It has a price, and you should say it. Each leaver is seen 25 times while half of the others are
# not seen at all, so the model can learn the 200 by heart. And it now believes that half of all
# people leave. A probability p from it has to be turned back: multiply its odds by the odds of the
# classes in the jar.

# %%
def turned_back(p):
    odds = p / (1 - p) * leave / stay
    return odds / (1 + odds)

print(*(f"{p:.0%} → {turned_back(p):.1%}" for p in (0.2, 0.5, 0.9)), sep="     ")

# %% [markdown]
# ## Think aloud
#
# *This dialogue is invented. It shows how much can be said while the code is short.*
#
# > **Candidate.** Each ball is equally likely, so a colour has the chance count over total? And a
# > count can be zero?\
# > **Interviewer.** Yes, and yes.\
# > **Candidate.** Then I number the balls from 0 and draw a number below the total. The colour is
# > the first whose running total is greater than the number. I check the pair with counts 1, 0, 2:
# > totals 1, 1, 3. Number 0 gives the first colour. Number 1: the first total greater than 1 is 3,
# > so the third. The empty colour is skipped. That is `bisect_right`.\
# > **Interviewer.** What if the total is zero?\
# > **Candidate.** I raise a ValueError, and likewise for a negative count or lists of different
# > length. I check before I draw.\
# > **Interviewer.** Now draw a thousand balls and keep them out.\
# > **Candidate.** I work on a copy of the counts, since the list is yours. Each draw lowers one
# > count and the total. Walking through the counts is O(m) a draw.\
# > **Interviewer.** You had O(log m) a minute ago.\
# > **Candidate.** For the search. But one ball less changes all running totals behind it, so
# > keeping them up to date is O(m). A tree of sums would change log m of them. Or I never update: I
# > draw ball *numbers* that don't repeat, and the totals of the full jar stay right.\
# > **Interviewer.** How do you draw numbers that don't repeat, out of 10¹²?\
# > **Candidate.** A shuffle from the back that stops after k, with the array replaced by a dict
# > that knows only the places that were moved. O(k) memory.\
# > **Interviewer.** And your test?\
# > **Candidate.** Small jars, every outcome of the generator, exact fractions. Two red and one blue:
# > red-red, red-blue and blue-red have 1/3 each. A jar that is drawn empty must give back all balls.

# %% [markdown]
# ## Recap
#
# - One ball: running totals and one number. 0 to total - 1 goes with `bisect_right`, 1 to total
#   with `bisect_left`. Empty colours are skipped by themselves.
# - k balls kept out: one count *and* the total go down, in a copy. O(k · m).
# - Large jars: draw ball numbers that don't repeat and leave the totals alone, or keep a tree of
#   sums. O(m + k log m).
# - Put back: multinomial. Kept out: hypergeometric. Weighted reservoir: neither.
# - The chance that k balls show every colour is counted colour by colour, not over all subsets.

# %% [markdown]
# ## Say it in 60 seconds
#
# > "I number the balls from 0, colour after colour. The running totals say where each colour ends. I
# > draw a number below the total and take the first colour whose total is greater: O(m) to set up,
# > O(log m) to search, and colours without balls are skipped. For k balls that stay out, a draw
# > lowers one count and the total, on a copy. Walking through the counts is O(m) a draw. Updating
# > running totals is O(m) too, so if m is large I use a tree of sums, or I draw ball numbers
# > without repeats, by a shuffle that lives in a dict, and look them up in the totals of the full
# > jar. That is O(m + k log m) and does not depend on the number of balls. I raise ValueError
# > before I touch anything. I test with every outcome of the generator on small jars, as fractions."

# %% [markdown]
# ## Follow-ups to expect
#
# **Balls are put back, and I want a billion draws.**
#
# <details><summary>Answer</summary>
#
# The counts never change, so set up more and pay less for a draw: Walker's alias table. Cut the
# total into m columns of equal height. Each column holds part of one colour, and is filled up with
# another one. A draw chooses a column, then one of its two colours: O(1). Set-up is O(m).
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
# It stays in whole numbers, so it is exact.
#
# </details>
#
# **Balls are also added while you draw.**
#
# <details><summary>Answer</summary>
#
# Then "number the balls of the full jar" is over, and the tree of sums is right. As a Fenwick tree
# it is one list. `tree[i]` holds the sum of the last `i & -i` counts up to i:
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
# **The weights are real numbers, and I want k different items.**
#
# <details><summary>Answer</summary>
#
# Weighted sampling without replacement, one item after the other in proportion to the weights that
# are left. Give each item the key u^(1/w) with u uniform, and take the k largest (Efraimidis and
# Spirakis). It is one pass, and works on a stream. With tiny weights the power becomes 0.0, so
# compare logarithms:
#
# ```python
# heapq.nlargest(k, items, key=lambda item: math.log(1 - rng.random()) / weight[item])
# ```
#
# `1 - rng.random()` is never 0. On a GPU the same is written with Gumbel noise: add
# `-log(-log(u))` to each log-weight and take the top k. No loop, no state.
#
# </details>
#
# **What is the chance of exactly 3 red balls among 10?**
#
# <details><summary>Answer</summary>
#
# Hypergeometric: choose 3 of the red and 7 of the others.
#
# ```python
# Fraction(comb(red, 3) * comb(total - red, 7), comb(total, 10))
# ```
#
# With balls put back it is binomial: comb(10, 3) · p³ · (1 - p)⁷. For a large jar and few draws the
# two are close.
#
# </details>
#
# **How many draws until every colour has come up, with putting back?**
#
# <details><summary>Answer</summary>
#
# The coupon collector. For m equally frequent colours m · (1 + 1/2 + ... + 1/m) on average, so about
# m ln m. For unequal ones the rare colour decides: at least total/count of it.
#
# </details>
#
# **Two machines hold half of the jar each. Draw k balls.**
#
# <details><summary>Answer</summary>
#
# First decide how many come from each: a hypergeometric number with the two totals. Then each
# machine draws its share by itself, and the results are shuffled together. Before the balls, only
# the two totals and the two shares cross the network. Lesson 106 merges two samples in this way.
#
# </details>
#
# **Are floats good enough for `rng.random() * total`?**
#
# <details><summary>Answer</summary>
#
# `random()` gives one of 2⁵³ numbers, about 9·10¹⁵. With a total of 10¹² each ball gets about 9,007
# of them, some one more than others: a relative error of 10⁻⁴ for a single ball and nothing you
# could measure for a colour. Above 2⁵³ there are balls that can never be drawn. `randrange` is
# exact for every size.
#
# </details>
#
# **How would you test it?**
#
# <details><summary>Answer</summary>
#
# Pass the generator in. For small jars follow every outcome and compare fractions. Draw a whole jar
# and compare the counts. Check that the arguments are as before, also after an error. For large
# jars fix the rate of false alarms first, such as one in a million, and derive from it how far a
# frequency may be off.
#
# </details>

# %% [markdown]
# ## Next
#
# {{next}}
