# %% [markdown]
# # Intersecting lines
#
# > **What is really tested.** Whether you can replace a calculation full of special cases with a
# > question about order, and then notice that order means sorting.
#
# **You will be able to**
# - decide whether two lines meet in a range, without a division and without a case for parallels
# - find all lines that meet another one in O(n log n), for 20,000 lines
# - count the pairs that meet while you sort
# - say where floats lead to a wrong answer, and show it
#
# **Before you start**: sorting with a key, sets of positions, `fractions.Fraction`. Merge sort, for
# the variation.
#
# **Time**: 25 minutes reading, {{minutes}} minutes practice · {{points}} points

# %% given="setup"
import random
from fractions import Fraction
from itertools import combinations, pairwise

from autograder import check, complexity

# %% [markdown]
# ## The question
#
# > "A line y = m·x + b is given as a pair (m, b). I give you a list of lines and a range of x.
# > Return the lines that intersect another line of the list within the range."
#
# For `[(2, 3), (-3, 5), (4, 6), (5, 7)]` and the range `(0, 1)` the answer is `[(2, 3), (-3, 5)]`.

# %% [markdown]
# ## Clarify
#
# | You ask | The answer, which the checks assume |
# |---|---|
# | Do you want lines, pairs, points, or a number? | The lines. |
# | In which order? | In the order of the list. |
# | Do the ends belong to the range? | Yes, both. |
# | Can the range be a single x? | Yes. It's never reversed: lo ≤ hi. |
# | Parallel lines? | They don't meet. |
# | The same line twice? | Those are two lines that meet at every x. Both are returned: lines are distinguished by position, not by value. |
# | Three lines through one point? | All three meet another one. |
# | Vertical lines? | They can't be written as (m, b), so there are none. |
# | No lines, or one line? | `[]`. |
# | What kind of numbers? | Integers of any size and fractions, and the answer is exact. Floats too, as long as no two lines meet within rounding error of an end. |
# | How many lines? | A few hundred. Then an exercise with 20,000. |

# %% [markdown]
# ## A tiny example
#
# Forget the plane. Stand at the left end of the range and list the lines from the lowest to the
# highest. Walk to the right end and list them again.

# %% folded=true
from autograder.figures import COLOURS, INK, axes, picture, style

LINES, RANGE = [(2, 3), (-3, 5), (4, 6), (5, 7)], (0, 1)

with style():
    plot = axes(6.2, 3.4)
    for (m, b), name, colour in zip(LINES, "ABCD", COLOURS):
        left, right = (m * x + b for x in RANGE)
        plot.plot(RANGE, (left, right), color=colour, lw=2.5)
        plot.text(-0.04, left, f"{name} {left}", ha="right", va="center", color=INK)
        plot.text(1.04, right, f"{right} {name}", ha="left", va="center", color=INK)
    for x, text in zip(RANGE, ("x = lo\nA B C D", "x = hi\nB A C D")):
        plot.plot([x, x], [1.2, 12.8], color=INK, lw=1)
        plot.text(x, 0.8, text, ha="center", va="top", color=INK)
    plot.plot(0.4, 3.8, "o", ms=11, mfc="none", mec=INK, mew=1.5)
    plot.set(xlim=(-0.3, 1.3), ylim=(-1.2, 12.6))
    plot.axis("off")
    orders = picture(plot.figure, "Four lines between two rails at x = 0 and x = 1. On the left rail "
                     "their order from below is A, B, C, D with heights 3, 5, 6, 7. On the right "
                     "rail it is B, A, C, D with heights 2, 5, 10, 12. Only A and B changed places, "
                     "and they cross inside, marked by a circle.")
orders

# %% [markdown]
# A and B changed places, so they crossed on the way. C and D kept their order relative to every
# other line, so they met none of them. Two straight lines that keep their order at both ends can't
# meet in between: they'd have to cross twice.
#
# If two heights are equal at an end, the lines meet right there, and the end belongs to the range.

# %% [markdown]
# ## Brute force first
#
# Solve m₁x + b₁ = m₂x + b₂ for every pair. Parallel lines need a case of their own, and `Fraction`
# keeps the division exact.

# %%
def place_of_meeting(one, other):
    """The x at which two lines of different slopes meet."""
    (m1, b1), (m2, b2) = one, other
    return Fraction(b2 - b1) / Fraction(m1 - m2)

def by_solving(lines, x_range):
    lo, hi = x_range
    found = set()
    for i, j in combinations(range(len(lines)), 2):
        one, other = lines[i], lines[j]
        if one[0] == other[0]:
            meet = one[1] == other[1]
        else:
            meet = lo <= place_of_meeting(one, other) <= hi
        if meet:
            found |= {i, j}
    return [lines[i] for i in sorted(found)]

print(by_solving(LINES, RANGE))
print("A and B meet at x =", place_of_meeting(LINES[0], LINES[1]))
for n in (10, 100, 1_000, 20_000):
    print(f"{n:>7,} lines: {n * (n - 1) // 2:>12,} pairs")

# %% [markdown]
# Time O(n²), memory O(n). It's right, but three things call for something better: the division, the
# special case and the last row.

# %% [markdown]
# ## A better way
#
# **Step 1: no division, no special case.** The difference of two lines is a line too:
#
# $$d(x) = (m_1 - m_2) \cdot x + (b_1 - b_2).$$
#
# They meet in the range if and only if d is zero somewhere in it. A straight line is zero somewhere
# between lo and hi unless it's above zero at both ends, or below zero at both ends.

# %%
PAIRS = {
    "cross inside": ((2, 3), (-3, 5)), "cross outside": ((2, 3), (4, 6)),
    "touch at an end": ((1, 0), (2, -1)), "parallel": ((1, 0), (1, 4)),
    "coincident": ((1, 2), (1, 2)),
}
print(f"{'':<16} {'d(0)':>5} {'d(1)':>5}  same sign at both ends?")
for name, ((m1, b1), (m2, b2)) in PAIRS.items():
    at_lo, at_hi = ((m1 - m2) * x + (b1 - b2) for x in (0, 1))
    print(f"{name:<16} {at_lo:>5} {at_hi:>5}  {at_lo * at_hi > 0}")

# %% [markdown]
# Sums, products and signs: integers stay integers, fractions stay fractions. Parallel and
# coincident lines need no case of their own, and neither does a range of one point.
#
# **Step 2: no pairs.** You don't have to know *which* lines a line meets, only whether it meets any.
# By step 1, two lines miss each other only if one is strictly below the other at both ends. So look
# at the picture again. What has to hold, at the right end, for a line that met none? And what's the
# least you have to remember to check it, when you go through the lines in the order of the left
# end?
#
# | way | time | memory | exact |
# |---|---|---|---|
# | solve for x in floats | O(n²) | O(n) | no |
# | solve for x in fractions | O(n²) | O(n) | yes |
# | signs at the ends | O(n²) | O(n) | yes |
# | buckets of equal slope, then pairs | O(n²) | O(n) | yes |
# | order at one end, extremes at the other | O(n log n) | O(n) | yes |

# %% [markdown]
# ## Your turn

# %% [markdown] card="find_intersecting"
# Write `find_intersecting(lines, x_range)`, which returns a list.
#
# - `lines` is a list of pairs (m, b), each the line y = m·x + b. `x_range` is a pair (lo, hi) with
#   lo ≤ hi.
# - The result holds the lines that meet another one of the list at some x with lo ≤ x ≤ hi, in the
#   order of the list.
# - Lines are distinguished by position. A line that occurs twice meets its copy, and both are in
#   the result.
# - Parallel lines don't meet, unless they are the same line.
# - Numbers are ints of any size, Fractions or floats. For ints and Fractions the result is exact.
# - Don't modify the list.
# - There are at most 300 lines, and O(n²) is fine.

# %% exercise="find_intersecting"
def find_intersecting(lines: list[tuple], x_range: tuple) -> list[tuple]:
    """Return the lines (m, b), by position and in order, that meet another one in the closed range.

    ``x_range`` is (lo, hi) with lo <= hi. Exact for ints and Fractions.
    """
    ### BEGIN SOLUTION
    lo, hi = x_range
    ends = [(m * lo + b, m * hi + b) for m, b in lines]
    found = set()
    for i, j in combinations(range(len(lines)), 2):
        at_lo = ends[i][0] - ends[j][0]
        at_hi = ends[i][1] - ends[j][1]
        if at_lo * at_hi <= 0:
            found |= {i, j}
    return [lines[i] for i in sorted(found)]
    ### END SOLUTION

# %% check="find_intersecting"
check(find_intersecting)

# %% [markdown] hints="find_intersecting"

# %% [markdown]
# ## Improve it: 20,000 lines
#
# 20,000 lines make 200 million pairs. Answer the same question without them.

# %% [markdown] card="find_intersecting_fast"
# Write `find_intersecting_fast(lines, x_range)`, with exactly the contract of `find_intersecting`.
#
# - The work is O(n log n), for every kind of input: many meetings, none, all slopes different, all
#   equal. There are up to 20,000 lines. A `max`, `min` or `in` over many lines doesn't count as one
#   step.
# - Mind the ties: two lines of equal height at an end meet.

# %% exercise="find_intersecting_fast"
def find_intersecting_fast(lines: list[tuple], x_range: tuple) -> list[tuple]:
    """Return the lines (m, b), by position and in order, that meet another one in the closed range.

    Works in O(n log n). Exact for ints and Fractions.
    """
    ### BEGIN SOLUTION
    lo, hi = x_range
    ends = [(m * lo + b, m * hi + b) for m, b in lines]
    # On a tie at lo the line that is higher at hi comes first, so that >= below sees the pair.
    order = sorted(range(len(lines)), key=lambda i: (ends[i][0], -ends[i][1]))
    found = set()
    highest = None
    for i in order:
        height = ends[i][1]
        if highest is not None and highest >= height:
            found.add(i)
        else:
            highest = height
    lowest = None
    for i in reversed(order):
        height = ends[i][1]
        if lowest is not None and lowest <= height:
            found.add(i)
        else:
            lowest = height
    return [lines[i] for i in sorted(found)]
    ### END SOLUTION

# %% check="find_intersecting_fast"
check(find_intersecting_fast)

# %% [markdown] hints="find_intersecting_fast"

# %% [markdown]
# ## A variation, unaided
#
# Set a timer for {{minutes count_crossings}} minutes, and keep the hints folded until it goes off.
#
# "How many *pairs* of lines meet in the range?" With 20,000 lines there can be 199,990,000 of them,
# so you can't count them one by one.

# %% [markdown] card="count_crossings"
# Write `count_crossings(lines, x_range)`, which returns an `int`.
#
# - `lines` and `x_range` are as before.
# - The result is the number of pairs of positions i < j whose lines meet at some x with
#   lo ≤ x ≤ hi. A line that occurs three times makes three pairs by itself. Three lines through
#   one point make three pairs.
# - The result is exact for ints and Fractions.
# - Don't modify the list.
# - The work is O(n log n), however many pairs meet.

# %% exercise="count_crossings"
def count_crossings(lines: list[tuple], x_range: tuple) -> int:
    """Return the number of pairs of lines (m, b) that meet in the closed range, in O(n log n)."""
    ### BEGIN SOLUTION
    lo, hi = x_range
    order = sorted((m * lo + b, -(m * hi + b)) for m, b in lines)
    heights = [-negative for _, negative in order]

    def sort(part: list) -> tuple[list, int]:
        """The sorted part, and its pairs of which the earlier is at least as high."""
        if len(part) < 2:
            return part, 0
        left, of_left = sort(part[: len(part) // 2])
        right, of_right = sort(part[len(part) // 2 :])
        merged, pairs, at = [], of_left + of_right, 0
        for height in right:
            while at < len(left) and left[at] < height:
                merged.append(left[at])
                at += 1
            pairs += len(left) - at
            merged.append(height)
        return merged + left[at:], pairs

    return sort(heights)[1]
    ### END SOLUTION

# %% check="count_crossings"
check(count_crossings)

# %% [markdown] hints="count_crossings"

# %% [markdown]
# ## Measured complexity
#
# These are the steps of your `find_intersecting_fast`. Half of the lines cross each other; the
# other half meet none. Comparing pairs may stop at the first meeting, which helps with the first
# half only.

# %%
complexity(find_intersecting_fast)

# %% [markdown]
# ## Wrong answers people give
#
# Six versions that look right, run on all lists of up to three lines with slopes -1, 0, 1 and
# intercepts 0, 1, 2, in two ranges.

# %%
from itertools import product

def with_test(meet):
    """Brute force, with another test for a pair."""
    def find(lines, x_range):
        ends = [[m * x + b for x in x_range] for m, b in lines]
        found = {k for i, j in combinations(range(len(lines)), 2) if meet(ends[i], ends[j])
                 for k in (i, j)}
        return [lines[i] for i in sorted(found)]
    return find

def sign(number):
    return (number > 0) - (number < 0)

def neighbours_only(lines, x_range):
    ends = [tuple(m * x + b for x in x_range) for m, b in lines]
    order = sorted(range(len(lines)), key=lambda i: (ends[i][0], -ends[i][1]))
    found = {k for i, j in pairwise(order) if ends[i][1] >= ends[j][1] for k in (i, j)}
    return [lines[i] for i in sorted(found)]

def places_changed(lines, x_range):
    lo, hi = (sorted(range(len(lines)), key=lambda i: lines[i][0] * x + lines[i][1])
              for x in x_range)
    return [lines[i] for i in sorted({i for i, j in zip(lo, hi) if i != j})]

VERSIONS = {
    "an open range": with_test(lambda p, q: sign(p[0] - q[0]) * sign(p[1] - q[1]) < 0),
    "coincident lines don't meet": with_test(
        lambda p, q: p != q and sign(p[0] - q[0]) * sign(p[1] - q[1]) <= 0),
    "parallel lines meet": with_test(lambda p, q: p[1] - p[0] == q[1] - q[0]
                                     or sign(p[0] - q[0]) * sign(p[1] - q[1]) <= 0),
    "each line once": lambda lines, x_range: list(dict.fromkeys(by_solving(lines, x_range))),
    "neighbours at the left end": neighbours_only,
    "another place at the right end": places_changed,
}
GRID = list(product((-1, 0, 1), (0, 1, 2)))
TRIED = [(list(lines), x_range) for n in range(4) for lines in product(GRID, repeat=n)
         for x_range in ((0, 1), (1, 1))]
EXPECTED = [by_solving(*args) for args in TRIED]

for name, version in VERSIONS.items():
    wrong = [args for args, want in zip(TRIED, EXPECTED) if version(*args) != want]
    print(f"{name:<31} wrong for {len(wrong):>4} of {len(TRIED):,}, first {wrong[0]}")

# %% [markdown]
# "Neighbours at the left end" deserves a second look, because it's nearly right. If *any* two lines
# cross, some two neighbours do. But a line may cross only lines that aren't its neighbours: take
# three level lines, and a steep one that starts above them all and ends below them all.
#
# | mistake | what happens |
# |---|---|
# | `(b1 - b2) / (m1 - m2)` | the sign is wrong: right for lines that meet at x = 0, and otherwise flipped |
# | no case for m1 = m2 when solving | `ZeroDivisionError` |
# | `lines.index(line)`, `set(lines)` | copies of a line are lost |
# | `return` or `break` after the first meeting | the partner's other partners are lost |
# | returning a set of lines | copies and order are lost |
# | ties at lo sorted the wrong way | pairs that touch at lo are missed |
# | `if best and ...` for "nothing seen yet" | a height of 0 counts as nothing |
# | `lines.sort()` | the caller's list is reordered |

# %% [markdown]
# ## Spot the error
#
# **1.** A popular guide says: *treat vertical overlaps (equal slopes) and shared intercepts as
# special cases.* It mixes up two terms. Look at four pairs:

# %%
print(f"{'lines':<18} {'slopes':<10} {'intercepts':<11} {'meet in 0..2':<13} meet in 1..2")
for one, other in [((1, 0), (1, 3)), ((1, 3), (1, 3)), ((1, 3), (2, 3)), ((1, 3), (2, 2))]:
    words = ["equal" if one[k] == other[k] else "different" for k in (0, 1)]
    met = [bool(by_solving([one, other], x_range)) for x_range in ((0, 2), (1, 2))]
    print(f"{one!s} {other!s:<11} {words[0]:<10} {words[1]:<11} {met[0]!s:<13} {met[1]}")

try:
    x1, y1, x2, y2 = 4, 0, 4, 7
    print((y2 - y1) / (x2 - x1))
except ZeroDivisionError as error:
    print("slope of the line through (4, 0) and (4, 7):", error)

# %% [markdown]
# **Correct:** equal slopes mean *parallel*. Parallel lines with equal intercepts are *coincident*:
# one and the same line, which meets its copy everywhere. *Vertical* is something else, x = c, and
# has no slope, so it can't be written as (m, b). Equal intercepts only mean that two lines meet at
# x = 0, which counts if 0 is in the range. None of these needs a case if you compare the orders at
# the ends.
#
# **2.** A popular guide says: *put the lines into buckets by slope, to prune the search.* Count
# what is left to do. Next to it are the comparisons of a sort, counted, plus two per line.

# %%
from collections import Counter
from functools import cmp_to_key

def pairs_left(slopes):
    """The pairs of lines that stand in different buckets."""
    n = len(slopes)
    return n * (n - 1) // 2 - sum(k * (k - 1) // 2 for k in Counter(slopes).values())

def comparisons(heights):
    """How many comparisons it takes to sort them, and two more for each."""
    count = 0

    def compare(one, other):
        nonlocal count
        count += 1
        return (one > other) - (one < other)

    sorted(heights, key=cmp_to_key(compare))
    return count + 2 * len(heights)

rng = random.Random(29)
n = 1_600
print(f"all pairs: {n * (n - 1) // 2:,}")
for name, slopes in {"all slopes different": rng.sample(range(10**6), n),
                     "ten slopes": [rng.randrange(10) for _ in range(n)],
                     "two slopes": [rng.randrange(2) for _ in range(n)]}.items():
    heights = [m + rng.randrange(10**6) for m in slopes]
    print(f"{name:<21} {pairs_left(slopes):>9,} pairs left  {comparisons(heights):>7,} comparisons")

# %% [markdown]
# **Correct:** buckets save only the pairs *inside* them. If all slopes are different, they save
# nothing. Even with two slopes, half of the pairs are left. The order at one end and the extremes
# at the other do it in O(n log n), whatever the slopes are.
#
# **3.** A popular guide says: *compute the x of the intersection and check that it lies in the
# range.* It leaves open whether the ends count, and doesn't say which type of number to use. The
# lines y = 0.1x and y = -0.2x + 0.3 meet at x = 1. Is that in the range from 1 to 2?

# %%
def by_floats(lines, x_range):
    """Solving for x with a division of plain numbers, for two lines."""
    (m1, b1), (m2, b2) = lines
    return x_range[0] <= (b2 - b1) / (m1 - m2) <= x_range[1]

def by_signs(lines, x_range):
    at_lo, at_hi = ((lines[0][0] - lines[1][0]) * x + lines[0][1] - lines[1][1] for x in x_range)
    return at_lo * at_hi <= 0

tenths = [(Fraction(1, 10), Fraction(0)), (Fraction(-2, 10), Fraction(3, 10))]
floats = [(0.1, 0.0), (-0.2, 0.3)]
print("in floats x =", 0.3 / (0.1 + 0.2))
print("floats:    divided", by_floats(floats, (1, 2)), "  signs", by_signs(floats, (1, 2)))
print("fractions: divided", by_floats(tenths, (1, 2)), "   signs", by_signs(tenths, (1, 2)))

lines, x_range = [(1, 0), (0, 2**53 + 1)], (0, 2**53)
print("whole numbers that meet at 2⁵³ + 1, range up to 2⁵³: divided",
      by_floats(lines, x_range), "  signs", by_signs(lines, x_range))

# %% [markdown]
# **Correct:** say that the range is closed. For integers, compare signs at the ends: the answer is
# exact, while a division of ints is rounded to a float. For fractions both ways are exact. For
# floats neither is: 0.1 isn't a tenth, so the lines in memory really meet a little before 1. If the
# data mean tenths, read them as `Fraction("0.1")`. And ask what to return: lines, pairs, points or
# a number are four different programs.

# %% [markdown]
# ## Why it matters in ML engineering
#
# Nobody at work will hand you lines. But many scores are linear in a weight: relevance plus w times
# freshness is a line in w, with freshness as its slope. "Which titles change their rank relative to
# any other one, if w goes from 0 to 0.3?" is this exercise, word for word. The number of pairs that
# meet shows how much of the ranking depends on the weight. (Invented scores.)

# %%
TITLES = {  # relevance, freshness
    "Harbour": (0.92, 0.10), "Winter sun": (0.88, 0.35), "The eighth hour": (0.80, 0.20),
    "Paper boats": (0.71, 0.90), "Low tide": (0.40, 0.30), "Night bus": (0.15, 0.20),
}
exact = {title: [Fraction(str(value)) for value in pair] for title, pair in TITLES.items()}
lines = [(freshness, relevance) for relevance, freshness in exact.values()]
knob = (0, Fraction(3, 10))

for w in knob:
    ranked = sorted(exact, key=lambda title: -(exact[title][0] + w * exact[title][1]))
    print(f"w = {float(w)}:", ", ".join(ranked))
moving = by_solving(lines, knob)
print("change against somebody:", [t for t, line in zip(exact, lines) if line in moving])
met = sum(len(by_solving(pair, knob)) == 2 for pair in combinations(lines, 2))
print(f"{met} of {len(lines) * (len(lines) - 1) // 2} pairs")

# %% [markdown]
# Pairs that changed their order have a name in evaluation: they're the *discordant pairs* of
# Kendall's rank correlation, τ = 1 - 2 · discordant / all pairs, if there are no ties. The merge
# sort of the variation counts them in O(n log n).

# %% [markdown]
# ## Think aloud
#
# An invented interview. It shows how much you can say while the code stays short.
#
# > **Candidate.** I return lines, in input order? Do the ends of the range count, and what about
# > the same line twice?\
# > **Interviewer.** Lines. The ends count. The same line twice: they meet.\
# > **Candidate.** So I keep positions, not values. For each pair I could solve for x, but then I
# > divide, and equal slopes need a case. Instead I take the difference of the two lines at lo and
# > at hi. If it has the same strict sign at both ends, they don't meet. Otherwise they do. In code:
# > is the product at most zero?\
# > **Interviewer.** And coincident lines?\
# > **Candidate.** Zero at both ends, so the product is zero, and they meet. Parallel ones have the
# > same difference at both ends, so a positive product.\
# > **Interviewer.** A hundred thousand lines.\
# > **Candidate.** Then no pairs. I sort by the height at lo. A line meets one of those before it if
# > one of them is at least as high at hi, so the highest so far is enough. The lines after it work
# > the same way from the other side, with the lowest.\
# > **Interviewer.** Two lines have the same height at lo.\
# > **Candidate.** They meet at lo. My test sees it if the earlier one is at least as high at hi, so
# > on a tie I put the higher one first. Let me try it: (1, 0) and (2, 0) from 0 to 1. Their heights
# > at hi are 1 and 2. Sorted: 2, then 1. 2 ≥ 1, found. From the other side 1 ≤ 2, found too.\
# > **Interviewer.** How do you test it?\
# > **Candidate.** Against brute force over the pairs, on all small lists: slopes and intercepts of
# > -1, 0, 1. That's full of ties. Then a large list with a known answer, for speed.

# %% [markdown]
# ## Recap
#
# - Two lines meet in a closed range if and only if their difference doesn't have the same strict
#   sign at both ends. No division, no special cases, exact for integers and fractions.
# - Keep positions, not values. Ask what to return, and whether the ends count.
# - All lines that meet another one: sort at lo, with the line that is higher at hi first on a tie.
#   Compare with the highest before and the lowest after. O(n log n).
# - The number of pairs is the number of inversions, ties included, and merge sort counts it.
# - Buckets by slope prune nothing if all slopes differ.

# %% [markdown]
# ## Say it in 60 seconds
#
# > "Two lines meet in the closed range unless one is strictly above the other at both ends. So I
# > take the heights at lo and hi and compare signs: no division, and no case for parallel or
# > coincident lines. That's O(n²) over pairs. To be faster, I sort the lines by height at lo. A
# > line meets an earlier one if and only if the highest earlier height at hi is at least its own.
# > It meets a later one if the lowest later height is at most its own. On a tie at lo, the higher one
# > at hi goes first. Two passes after a sort, O(n log n). The number of pairs is the
# > inversions of the heights at hi, counted by merge sort. With ints and fractions it's all exact.
# > I keep positions, so copies count separately."

# %% [markdown]
# ## Follow-ups to expect
#
# **Report all pairs, not only the lines.**
#
# <details><summary>Answer</summary>
#
# There may be k = n²/2 of them, so aim at O(n log n + k). Sort at lo, then insertion-sort the
# heights at hi. Each swap of neighbours is one pair that meets, so there are exactly k swaps.
#
# ```python
# def pairs_that_meet(lines, x_range):
#     lo, hi = x_range
#     ends = [(m * lo + b, m * hi + b) for m, b in lines]
#     row = sorted(range(len(lines)), key=lambda i: (ends[i][0], -ends[i][1]))
#     for k in range(len(row)):
#         while k > 0 and ends[row[k - 1]][1] >= ends[row[k]][1]:
#             yield tuple(sorted(row[k - 1 : k + 1]))
#             row[k - 1], row[k] = row[k], row[k - 1]
#             k -= 1
# ```
#
# For segments instead of lines, Bentley and Ottmann's sweep does it in O((n + k) log n).
#
# </details>
#
# **Do it in NumPy.**
#
# <details><summary>Answer</summary>
#
# The loop becomes two running extremes. The sort with its ties becomes one `lexsort`, whose last
# key counts first. It's exact only as long as no height overflows: with ints, below 2⁶³.
#
# ```python
# def find_with_numpy(lines, x_range):
#     m, b = np.array(lines, dtype=np.int64).reshape(-1, 2).T
#     at_lo, at_hi = (m * x + b for x in x_range)
#     order = np.lexsort((-at_hi, at_lo))
#     heights = at_hi[order]
#     met = np.zeros(len(lines), dtype=bool)
#     met[1:] |= np.maximum.accumulate(heights)[:-1] >= heights[1:]
#     met[:-1] |= np.minimum.accumulate(heights[::-1])[::-1][1:] <= heights[:-1]
#     return [lines[i] for i in np.sort(order[met])]
# ```
#
# </details>
#
# **Where is the first meeting?**
#
# <details><summary>Answer</summary>
#
# Until the first meeting, the order is that of lo, so the first two lines to meet are neighbours
# there. Look at n - 1 pairs. Here you need the x itself, so divide, with fractions:
#
# ```python
# def first_crossing(lines, x_range):
#     lo, hi = x_range
#     order = sorted(lines, key=lambda line: line[0] * lo + line[1])
#     places = []
#     for (m, b), (n, c) in pairwise(order):
#         if m * lo + b == n * lo + c:
#             return Fraction(lo)
#         if m > n:
#             places.append(Fraction(c - b) / Fraction(m - n))
#     return min((x for x in places if x <= hi), default=None)
# ```
#
# </details>
#
# **Now they are segments, including vertical ones.**
#
# <details><summary>Answer</summary>
#
# Signs again, this time of cross products: on which side of a segment does a point lie? Two
# segments meet if each has its ends on different sides of the other, or if an end lies on the other
# one. It's exact for ints, without a division.
#
# ```python
# def side(p, q, r):
#     """> 0 if r lies left of the way from p to q, < 0 right of it, 0 on the line."""
#     return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
#
# def on(p, q, r):
#     return (side(p, q, r) == 0 and min(p[0], q[0]) <= r[0] <= max(p[0], q[0])
#             and min(p[1], q[1]) <= r[1] <= max(p[1], q[1]))
#
# def segments_meet(p, q, r, s):
#     apart = side(p, q, r) * side(p, q, s) < 0 and side(r, s, p) * side(r, s, q) < 0
#     return apart or on(p, q, r) or on(p, q, s) or on(r, s, p) or on(r, s, q)
# ```
#
# </details>
#
# **The range is the whole number line.**
#
# <details><summary>Answer</summary>
#
# Then two lines meet unless they're parallel and distinct. If there are two or more slopes, every
# line meets another. If there's one, only copies do: count the intercepts. O(n).
#
# </details>
#
# **The numbers are floats from a sensor. How do you make it robust?**
#
# <details><summary>Answer</summary>
#
# First decide what you want: the floats as they are, or "within a tolerance". As they are:
# `Fraction(0.1)` is exactly the number in memory, so the exact code works on them, only slower. To
# be fast as well, compute the difference in floats with an error bound, and switch to fractions
# only if the sign is in doubt. A tolerance is a different question: it makes lines meet that don't,
# and "meets" is no longer the same from both ends of a chain.
#
# </details>
#
# **Lines arrive one at a time, and after each one I ask whether it meets another.**
#
# <details><summary>Answer</summary>
#
# Keep a balanced tree sorted by the height at lo, and store in each node the highest and lowest
# height at hi below it. A query looks at the highest among the lines before and the lowest among
# the lines after: O(log n) per line.
#
# </details>
#
# **Ten billion lines?**
#
# <details><summary>Answer</summary>
#
# Use an external sort by the height at lo, then one pass forwards and one backwards, each with a
# single number in memory. Both passes parallelise: each part computes its highest and lowest, and a
# scan over the parts computes the starting values of each part.
#
# </details>
#
# **Through which point do most lines pass?**
#
# <details><summary>Answer</summary>
#
# For each line, count the points where the others cross it, as fractions in a `Counter`, plus its
# copies. O(n²). With floats as dictionary keys, one point could split into several.
#
# </details>

# %% [markdown]
# ## Next
#
# {{next}}
