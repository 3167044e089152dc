# %% [markdown]
# # Business days
#
# > **What is really tested.** Whether you pin down the edge cases before you count, and whether you
# > see that you can count in weeks.
#
# **You will be able to**
# - name the four ways to count the ends of a range, and ask which one is meant
# - count business days with holidays, correct in every corner of the calendar
# - do it without a loop over days, and show it by counting steps
# - go n business days ahead, past weekends and runs of holidays
#
# **Before you start**: loops, sets, and `date` and `timedelta` from the module `datetime`.
#
# **Time**: 25 minutes reading, {{minutes}} minutes practice · {{points}} points

# %% given="setup"
from datetime import date, timedelta

from autograder import check, complexity

# %% [markdown]
# ## The question
#
# > "Given two dates, how many business days lie between them?"
#
# It comes with an example: from 2021-01-31 to 2021-02-18 there are 14. You're told nothing more. So
# first find out which of several questions this is.

# %% [markdown]
# ## Clarify
#
# | You ask | The answer, which the checks assume |
# |---|---|
# | Is the first day counted? And the last? | Both are. |
# | Which days are business days? | Monday to Friday, unless they are holidays. |
# | What are the two ends? | Both `date`, or both strings such as `"2021-01-31"`. No times of day. |
# | What if the start is after the end? | `ValueError`. Not 0, not a negative number. |
# | How do the holidays come? | As a list, tuple, `set` or `frozenset` of `date`, even when the ends are strings. The default is no holidays. |
# | Are they in order, on weekdays, in the range, each once? | Don't count on any of that. |
# | If a holiday falls on a Sunday, is Monday off? | Only if the Monday is in the list. Whoever makes the list decides. |
# | May I sort or change the list? | No, it's the caller's. |
# | How long can a range be? | Centuries. The last day is `date.max`, 31 December 9999. |
# | May I use NumPy or pandas? | Yes in the first exercise, no afterwards. |

# %% [markdown]
# ## A tiny example
#
# Lay out the example's range in weeks, with Monday 15 February as a holiday.

# %% folded=true
from autograder.figures import COLOURS, INK, axes, picture, style

START, END, OFF = date(2021, 1, 31), date(2021, 2, 18), date(2021, 2, 15)


def kind(day):
    """The name of what a day is, and its colour in the picture."""
    if not START <= day <= END:
        return "outside", "none"
    if day.weekday() > 4:
        return "weekend", INK + "20"
    return ("holiday", COLOURS[1] + "60") if day == OFF else ("counted", COLOURS[0] + "50")


with style():
    plot = axes(6.2, 2.9)
    monday = START - timedelta(days=START.weekday())
    for k in range(28):
        day = monday + timedelta(days=k)
        box = {"facecolor": kind(day)[1], "edgecolor": "none", "boxstyle": "round,pad=0.45"}
        bold = "bold" if day in (START, END) else "normal"
        plot.text(k % 7, k // 7, f"{day.day:2}", ha="center", va="center", bbox=box, weight=bold)
    for row, count in enumerate(("0", "5", "5", "3")):
        plot.text(7.2, row, f"+ {count}", va="center")
    for name, colour in dict(kind(monday + timedelta(k)) for k in range(28)).items():
        if name != "outside":
            plot.scatter([], [], marker="s", s=80, color=colour, label=name)
    plot.legend(loc="lower center", ncols=3, bbox_to_anchor=(0.5, -0.28))
    plot.set(xlim=(-0.6, 8), ylim=(3.6, -0.6), yticks=[])
    plot.set_xticks(range(7), ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])
    plot.tick_params(labeltop=True, labelbottom=False, length=0)
    plot.spines[:].set_visible(False)
    weeks = picture(plot.figure, "Four weeks, from Monday 25 January to Sunday 21 February 2021. "
                    "The range runs from Sunday 31 January to Thursday 18 February. The weeks give "
                    "0, 5, 5 and 3 counted days. Monday 15 February is a holiday and the weekends "
                    "are grey.")
weeks

# %% [markdown]
# 0 + 5 + 5 + 3 = 13 with the holiday, 14 without. Look at the shape: whole rows of the calendar
# always hold five. All the trouble is in the first row and the last one.

# %% [markdown]
# ## Brute force first
#
# Walk from the first day to the last, and check the weekday of each.

# %%
from time import perf_counter


def by_looking(first, last):
    """Count Monday to Friday from ``first`` to ``last``, one day at a time. No holidays."""
    count, day = 0, first
    while day <= last:
        count += day.weekday() < 5
        day += timedelta(days=1)
    return count


print("example:", by_looking(date(2021, 1, 31), date(2021, 2, 18)))
for years in (1, 10, 100, 1000):
    before = perf_counter()
    count = by_looking(date(2000, 1, 1), date(2000 + years, 1, 1))
    print(f"{years:5} years: {count:7,} business days, {1000 * (perf_counter() - before):6.1f} ms")

# %% [markdown]
# Ten times the range, ten times the work: **time** O(days), **memory** O(1). For one invoice that's
# plenty. But for one range it returns no answer at all:

# %%
try:
    by_looking(date.max, date.max)
except OverflowError as error:
    print("OverflowError:", error)

# %% [markdown]
# The loop takes its step before it checks whether it's done, and there's no day after `date.max` to
# step to. A loop over the *number* of days doesn't take that step.

# %% [markdown]
# ## A better way
#
# **Weeks and a remainder.** Seven days in a row hold five business days, wherever they begin. So
# divide. At most six days are left, and how many of those count depends on the weekday they begin
# with.
#
# **Or prefix counts, drawn as a staircase.** The prefix count of a day (its *height* in the
# picture) is the number of business days up to it. Begin at the first Monday of the calendar, and
# climb one step for each business day. You climb for five days and stay level for two, forever. The
# business days of a range are then the difference of two prefix counts, and it no longer matters
# where the range begins.

# %% folded=true
heights = [0]
for k in range(18):
    heights.append(heights[-1] + (k % 7 < 5))

with style():
    plot = axes(6.4, 3.1)
    plot.stairs(heights[1:], range(19), baseline=None, color=COLOURS[0], lw=2.5)
    for saturday in (5, 12):
        plot.axvspan(saturday, saturday + 2, color=INK, alpha=0.15, lw=0)
    plot.plot([4, 18], [4, 4], color=COLOURS[1], ls=":")
    plot.text(17.8, 4.3, "before its first day: 4", color=COLOURS[1], ha="right")
    plot.plot([0, 17], [13, 13], color=COLOURS[1], ls=":")
    plot.text(0.2, 13.3, "after its last day: 13", color=COLOURS[1])
    plot.annotate("", (6, 13.2), (6, 3.8), arrowprops={"arrowstyle": "<->", "color": COLOURS[1]})
    plot.text(6.2, 11, "13 - 4 = 9", color=COLOURS[1])
    plot.plot([4, 17], [0.3, 0.3], color=COLOURS[2], lw=5, solid_capstyle="butt")
    plot.text(10.5, 0.7, "the range: Friday to Wednesday", color=COLOURS[2], ha="center")
    plot.set_xticks([k + 0.5 for k in range(18)], (list("MTWTFSS") * 3)[:18])
    plot.tick_params(axis="x", length=0)
    plot.set(xlim=(-0.2, 18), ylim=(0, 14.6), ylabel="business days so far")
    stairs = picture(plot.figure, "A staircase over the days of two and a half weeks. It climbs one "
                     "step on each weekday and is level on Saturday and Sunday, which are shaded. "
                     "A range from Friday of the first week to Wednesday of the third begins after "
                     "height 4 and ends at height 13, so it holds 9 business days.")
stairs

# %% [markdown]
# Python numbers the days for you: `day.toordinal()` is 1 for `date.min`, and `date.min` is a
# Monday. So the staircase begins exactly where Python's calendar begins, and the prefix count at
# day `k` needs a division by 7 and nothing else.
#
# **Holidays.** Each holiday removes one day, but only a day that was counted. So keep those that
# are in the range and on a weekday, each of them once.
#
# | way | time | memory |
# |---|---|---|
# | look at each day, holidays in a list | O(days · holidays) | O(1) |
# | look at each day, holidays in a set | O(days + holidays) | O(holidays) |
# | weeks and a remainder, or prefix counts | O(holidays) | O(holidays) |
# | prefix counts, holidays sorted beforehand | O(log holidays) per range | O(holidays) |

# %% [markdown]
# ## Your turn
#
# First be correct. The method is up to you: look at each day if you like.

# %% [markdown] card="business_days"
# Write `business_days(start, end, holidays=())`, which returns the number of business days from
# `start` to `end`.
#
# - Count both ends. A business day is Monday to Friday and isn't a holiday.
# - `start` and `end` are both `date`, or both strings in the form `"2021-01-31"`.
# - `holidays` is a list, tuple, `set` or `frozenset` of `date`, even if the ends are strings. It
#   may be empty and in any order, and it may hold days that are repeated, on a weekend or outside
#   the range. Don't modify it.
# - Raise `ValueError` if the start is after the end, even when both are strings.
# - The last possible day is `date.max`. Ranges have up to 50 years.
# - Don't keep state between calls.

# %% exercise="business_days"
def business_days(start, end, holidays=()) -> int:
    """Return the number of business days from ``start`` to ``end``, both included.

    The ends are both `date` or both ISO text, the holidays `date`. Raises ValueError if
    ``start`` is after ``end``.
    """
    ### BEGIN SOLUTION
    if isinstance(start, str):
        start, end = date.fromisoformat(start), date.fromisoformat(end)
    if start > end:
        raise ValueError(f"the range runs backwards, from {start} to {end}")
    off = set(holidays)
    days = (start + timedelta(days=k) for k in range((end - start).days + 1))
    return sum(day.weekday() < 5 and day not in off for day in days)
    ### END SOLUTION

# %% check="business_days"
check(business_days)

# %% [markdown] hints="business_days"

# %% [markdown]
# "And now for a range of a thousand years, a million times a second." You need prefix counts, or
# weeks and a remainder.

# %% [markdown] card="business_days_fast"
# Write `business_days_fast(start, end, holidays=())`, which returns the same as `business_days`.
#
# - The ends are only `date`, and `start` is never after `end`. They may be anywhere from `date.min`
#   to `date.max`.
# - `holidays` is as before.
# - The work must not grow with the length of the range. Lines of Python are counted, on ranges
#   from 70 to 70,000 days.
# - It may grow linearly with the number of holidays, not quadratically: a call with 30,000 of them
#   is stopped after a second. A hundredth of that is enough.
# - Don't use NumPy, pandas or dateutil.

# %% exercise="business_days_fast"
def business_days_fast(start: date, end: date, holidays=()) -> int:
    """Return the number of business days from ``start`` to ``end``, both included.

    The work does not depend on the length of the range.
    """
    ### BEGIN SOLUTION
    def height(number: int) -> int:
        weeks, rest = divmod(number, 7)
        return 5 * weeks + min(rest, 5)

    count = height(end.toordinal()) - height(start.toordinal() - 1)
    taken = {day for day in holidays if start <= day <= end and day.weekday() < 5}
    return count - len(taken)
    ### END SOLUTION

# %% check="business_days_fast"
check(business_days_fast)

# %% [markdown] hints="business_days_fast"

# %% [markdown]
# ## A variation, unaided
#
# Set a timer for {{minutes add_business_days}} minutes, and keep the hints folded until it goes
# off. Say aloud what you do. "A trade is settled two business days after it was made. On which
# day?"

# %% [markdown] card="add_business_days"
# Write `add_business_days(start, n, holidays=())`, which returns the n-th business day after
# `start`, as a `date`.
#
# - `start` is a `date` and isn't counted, whether it's a business day or not. From a Saturday, the
#   first business day is the Monday.
# - `n` is an `int`, 1 or more.
# - `holidays` is as before: a list, tuple, `set` or `frozenset` of `date`, in any order. Its days
#   may be repeated, on weekends, before or after. Don't modify it, and don't keep state between
#   calls.
# - One point is for work that doesn't grow with `n` (growth as log n is fine). Lines of Python are
#   counted, for `n` from 50 to 50,000. Walking day by day earns the other points.
# - Don't use NumPy, pandas or dateutil.

# %% exercise="add_business_days"
def add_business_days(start: date, n: int, holidays=()) -> date:
    """Return the ``n``-th business day after ``start``; ``n`` is at least 1."""
    ### BEGIN SOLUTION
    def ahead(day: date, n: int) -> date:
        friday = day - timedelta(days=max(0, day.weekday() - 4))  # a weekend adds nothing
        weeks, rest = divmod(n, 5)
        over_weekend = friday.weekday() + rest > 4
        return friday + timedelta(days=7 * weeks + rest + 2 * over_weekend)

    day = ahead(start, n)
    for holiday in sorted(set(holidays)):
        if start < holiday <= day and holiday.weekday() < 5:
            day = ahead(day, 1)
    return day
    ### END SOLUTION

# %% check="add_business_days"
check(add_business_days)

# %% [markdown] hints="add_business_days"

# %% [markdown]
# ## Measured complexity
#
# The plots count the lines of Python that your code executes, on ranges that grow a thousand-fold.
# You want a flat line: the exponent is then 0.

# %%
complexity(business_days_fast)

# %% [markdown]
# A binary search over the calendar takes O(log n) steps: nearly flat. Jumping weeks is flat.

# %%
complexity(add_business_days)

# %% [markdown]
# ## A million ranges at once
#
# In a table of events, you have two columns of dates. NumPy's `busday_count` takes whole columns.
# It leaves the last day out, so add one day to the ends. The staircase of prefix counts works on
# columns too, because it's only arithmetic.

# %%
import numpy as np

rng = np.random.default_rng(108)
starts = np.datetime64("2000-01-01") + rng.integers(0, 9_000, 1_000_000)
ends = starts + rng.integers(0, 1_000, 1_000_000)


def height(numbers):
    return numbers // 7 * 5 + np.minimum(numbers % 7, 5)


before = perf_counter()
library = np.busday_count(starts, ends + 1)
middle = perf_counter()
first, last = (days.astype(int) + date(1970, 1, 1).toordinal() for days in (starts, ends))
formula = height(last) - height(first - 1)
after = perf_counter()
looked = perf_counter()
some = [by_looking(a, b) for a, b in zip(starts[:500].tolist(), ends[:500].tolist())]
slow = (perf_counter() - looked) / 500

print("equal:", bool((library == formula).all()), some == library[:500].tolist())
for name, seconds in (("busday_count", middle - before), ("staircase", after - middle)):
    print(f"{name:13} {slow * 1e6 / seconds:7,.0f} times as fast as looking at each day")

# %% [markdown]
# ## Wrong answers people give
#
# Each of the following was somebody's formula. We try them on all ranges of 1 to 28 days that
# begin in two weeks of February 2021, without holidays.

# %%
FIRSTS = [date(2021, 2, 1) + timedelta(days=k) for k in range(14)]
RANGES = [(a, a + timedelta(days=k)) for k in range(28) for a in FIRSTS]


def length(a, b):
    return (b - a).days + 1


FORMULAS = {
    "calendar days": lambda a, b: (b - a).days,
    "five sevenths, rounded": lambda a, b: round(length(a, b) * 5 / 7),
    "full weeks only": lambda a, b: length(a, b) // 7 * 5,
    "the rest begins on a Monday": lambda a, b: length(a, b) // 7 * 5 + min(length(a, b) % 7, 5),
    "two off a full week": lambda a, b: length(a, b) - 2 * (length(a, b) // 7),
    "... and ends on a weekend": lambda a, b: (
        length(a, b) - 2 * (length(a, b) // 7) - (a.weekday() > 4) - (b.weekday() > 4)),
    "weekday() > 5 is the weekend": lambda a, b: sum(
        (a.weekday() + k) % 7 <= 5 for k in range(length(a, b))),
    "the last day left out": lambda a, b: by_looking(a, b - timedelta(days=1)),
}
for name, formula in FORMULAS.items():
    wrong = [(a, b) for a, b in RANGES if formula(a, b) != by_looking(a, b)]
    a, b = wrong[0]
    print(f"{name:29} wrong for {len(wrong) / len(RANGES):4.0%}, first {a:%a %d} to {b:%a %d}: "
          f"{formula(a, b)}, not {by_looking(a, b)}")

# %% [markdown]
# | Wrong answer | Why it fails |
# |---|---|
# | calendar days | One published answer to this very question does it, and returns 18 for the example. |
# | five sevenths | Right only on average. |
# | full weeks only | The remainder has up to five business days. |
# | the rest begins on a Monday | Right if the range does. |
# | ends on a weekend taken off | Neither end has to be on a weekend: Friday to Monday has one inside. |
# | `weekday() > 5` | Saturday is 5. Write `>= 5`, or name the days. |
# | the last day left out | `range`, slices and NumPy do this. The question doesn't. |
#
# Three more fail silently. Python compares a date with anything, and `sort` modifies the list in
# place:

# %%
from datetime import datetime

print("text in a list of dates:   ", "2021-07-05" in [date(2021, 7, 5)])
print("date in a list of datetimes:", date(2021, 7, 5) in [datetime(2021, 7, 5)])
off = [date(2021, 7, 5), date(2021, 1, 1)]
off.sort()
print("the caller's list now:     ", [str(day) for day in off])

# %% [markdown]
# Neither comparison raises an error, and neither finds the holiday. So convert everything to one
# type first. And `sort()` in your function would modify a list that isn't yours; `sorted()` returns
# a new one.

# %% [markdown]
# ## Spot the error
#
# **1. A popular guide says**: take the total days, subtract two for each full week, and adjust for
# the weekend. That's a plan, not an answer: it doesn't say whether the ends count. Public versions
# of this question use four conventions.

# %%
def four_ways(a, b):
    one = timedelta(days=1)
    return {"both ends": by_looking(a, b), "start only": by_looking(a, b - one),
            "end only": by_looking(a + one, b), "neither": by_looking(a + one, b - one)}


for a, b in ((date(2021, 1, 31), date(2021, 2, 18)), (date(2021, 2, 1), date(2021, 2, 5))):
    print(f"{a:%a} {a} to {b:%a} {b}: {four_ways(a, b)}")
print("numpy.busday_count:", np.busday_count("2021-01-31", "2021-02-18"))

# %% [markdown]
# The question's example begins on a Sunday. So it can't tell "both ends" from "end only": ask, or
# try Monday to Friday. NumPy counts only the start.
#
# The second half, "adjust for the weekend", is the whole difficulty. Without it, the formula
# depends on only two things: the weekday of the start, and the remainder modulo 7. So we can try
# every case:

# %%
wrong = 0
for weekday in range(7):
    for rest in range(7):
        true = sum((weekday + k) % 7 < 5 for k in range(rest))
        wrong += true != rest
print(f"wrong in {wrong} of 49 cases, {wrong / 49:.0%}")

# %% [markdown]
# **Correct:** state the convention, then count full weeks and *look at the remainder*, with the
# weekday it begins on. Or take the difference of two prefix counts, which needs no cases at all.
#
# **2. A popular guide says**: optionally subtract the days of a holiday set. Which of them?

# %%
first, last = date(2021, 7, 1), date(2021, 7, 7)  # Thursday to Wednesday
cases = {
    "none": [], "Sunday 4 July": [date(2021, 7, 4)], "Monday 5 July": [date(2021, 7, 5)],
    "5 July, twice": [date(2021, 7, 5)] * 2, "25 December": [date(2021, 12, 25)],
}
for name, holidays in cases.items():
    naive = by_looking(first, last) - len(holidays)
    numpy_says = np.busday_count(first, last + timedelta(days=1), holidays=holidays)
    print(f"{name:14} subtracting all: {naive}   NumPy: {numpy_says}")

# %% [markdown]
# **Correct:** subtract the *distinct* holidays that are in the range *and* on a weekday. A list
# from two sources has duplicates, and a list for a year has weekends.
#
# The guide leaves out two more cases. First, a start after the end. NumPy returns a negative
# number, and not the one you'd guess:

# %%
print("forwards ", np.busday_count("2021-01-31", "2021-02-18"))
print("backwards", np.busday_count("2021-02-18", "2021-01-31"))

# %% [markdown]
# Backwards, it counts the other end. Neither 0 nor a sign tells the caller that two columns were
# swapped, so this lesson raises `ValueError`. Second, a timestamp isn't a date until you say where:

# %%
from datetime import timezone

paid = datetime(2021, 2, 19, 23, 30, tzinfo=timezone(timedelta(hours=-5)))
for name, zone in (("at the office", paid.tzinfo), ("in UTC", timezone.utc)):
    day = paid.astimezone(zone).date()
    print(f"{name:14} {day:%A} {day}")

# %% [markdown]
# **Correct:** convert timestamps to dates in the time zone of the business, once, before you count.
# Here the same payment was on a Friday in one zone and on a Saturday in the other.

# %% [markdown]
# ## Why it matters in ML engineering
#
# Business days are features ("open for 7 business days"), horizons ("paid within 5") and limits for
# labels: a complaint may come within ten business days, so until they're over, a row without one
# has no label yet. The usual damage isn't a crash. The training query uses one convention and the
# service another, so the model sees different numbers from those it learned from:

# %%
sent = np.datetime64("2024-01-01") + rng.integers(0, 366, 10_000)
asked = sent + rng.integers(1, 31, 10_000)
training, serving = np.busday_count(sent, asked + 1), np.busday_count(sent, asked)
rule = (training > 10) != (serving > 10)
print(f"the feature differs in {(training != serving).mean():.0%} of the rows")
print(f"'open for more than 10 days' differs in {rule.mean():.1%} of the rows")
print("differences found:", np.unique(training - serving).tolist())

# %% [markdown]
# A difference of at most one day looks like noise in every dashboard. So write the convention into
# the column's name, and compute it in one place.

# %% [markdown]
# ## Thinking aloud
#
# An invented interview.
#
# > **Candidate**: "Between" can mean four things. For Monday to Friday of one week, do you want 5,
# > 4 or 3? … 5, so both ends count. Are there holidays? … You pass them as a list. May it hold
# > weekends or the same day twice? … What if the start is after the end: an error? Good, I'd rather
# > fail.
# >
# > **Candidate**: I begin with a loop over the days. It's easy to get right, and I can test other
# > code against it. The number of days is end minus start plus one. The plus one is there because
# > both ends count.
# >
# > **Interviewer**: *It's slow.*
# >
# > **Candidate**: It's linear in the length of the range. Seven days in a row always hold five
# > business days, so I can divide by seven. Up to six days are left, and I could loop over those.
# >
# > **Interviewer**: *Without a loop?*
# >
# > **Candidate**: Then I'd number the days from some Monday and count the business days up to day
# > k: five per full week, and at most five of the rest. Call that the prefix count at k. The answer
# > is the prefix count at the end, minus the one at the day before the start. Before, because the
# > start counts.
# >
# > **Interviewer**: *What about your holidays?*
# >
# > **Candidate**: I'd make a set of those inside the range and on a weekday. A Sunday was never
# > counted, so I mustn't subtract it. … Let me test: Monday to Friday gives 5. Saturday to Sunday
# > gives 0. Friday to Monday gives 2. And one day, a Friday, gives 1; that catches a missing plus
# > one.
# >
# > **Interviewer**: *We get a million pairs of dates.*
# >
# > **Candidate**: The formula is arithmetic, so it runs on whole columns. I'd keep the holidays on
# > weekdays, sort them once, and find by binary search how many come before each end. That's a
# > difference of two counts again.

# %% [markdown]
# ## Recap
#
# - The question has four readings. Monday to Friday shows whether both ends count, one or neither;
#   an example that begins on a Sunday doesn't.
# - Correct first: both types of ends, a rejected range, holidays checked on each day, `date.max`.
# - Count in weeks: five per seven days. The remainder depends on the weekday it begins with. A
#   difference of two prefix counts needs no cases and no loop.
# - To go n days ahead, jump the weeks, then let the holidays push the result on, in order of date.

# %% [markdown]
# ## Say it in 60 seconds
#
# > First I ask whether both ends count, what is a holiday, and what happens if the start is after
# > the end. The plain way is to look at each day: correct, linear in the length, good for testing.
# > To be faster, I use the fact that seven days in a row hold five business days. I number the days
# > from a Monday. The prefix count at day k is five per full week, plus the rest, at most five. A
# > range is the prefix count at its end, minus the one at the day before its start. Then I subtract
# > the holidays: each one once, only inside the range, only on a weekday. That's O(1) plus the
# > holidays, and it works on whole columns. I test one day, a weekend, Friday to Monday, and a
# > holiday on a Sunday.
#
# Say it once, with a timer, without reading.

# %% [markdown]
# ## Follow-ups to expect
#
# **In Riyadh and Cairo, Friday and Saturday are off. What changes?**
#
# <details>
# <summary>Answer</summary>
#
# The flat part of the staircase is elsewhere. Take a week of seven zeros and ones, and compute its
# prefix sums once; then any weekend works, even one of a single day.
#
# ```python
# from itertools import accumulate
#
# def height(number, week=(1, 1, 1, 1, 0, 0, 1)):      # Monday first: Friday, Saturday off
#     upto = [0, *accumulate(week)]
#     return number // 7 * upto[7] + upto[number % 7]
#
# height(date(2021, 2, 7).toordinal()) - height(date(2021, 1, 31).toordinal())   # 5
# ```
#
# NumPy calls it `weekmask="1111001"`. The United Arab Emirates moved their weekend from these days
# to Saturday and Sunday in 2022, so a weekend needs a date from which it's valid.
#
# </details>
#
# **We work in 40 countries. Where do holidays come from?**
#
# <details>
# <summary>Answer</summary>
#
# From a table with country, region, date, and the day on which the row became known, with an owner
# who maintains it. Don't use a formula in code: governments move holidays at short notice. For
# features of the past, I use what was known on that day; otherwise the model learns from calendars
# that didn't exist yet.
#
# </details>
#
# **Many ranges, one list of 10,000 holidays.**
#
# <details>
# <summary>Answer</summary>
#
# Sort the holidays that are on weekdays once. The number inside a range is a difference of two
# positions.
#
# ```python
# from bisect import bisect_left, bisect_right
#
# def inside(off, start, end):      # off: sorted, on weekdays, each once
#     return bisect_right(off, end) - bisect_left(off, start)
# ```
#
# That's O(log h) per range. In NumPy, use `searchsorted`, or a `busdaycalendar` that you create
# once and pass to each call.
#
# </details>
#
# **Christmas Eve is half a day.**
#
# <details>
# <summary>Answer</summary>
#
# Then each day has a weight, and I count in halves to stay with integers: 2 for a full day, 1 for a
# half, 0 for none. With arbitrary weights there's no formula. Prefix sums over the calendar of the
# years in use are one array of a few thousand numbers, and a range is a difference of two of them.
#
# ```python
# from itertools import accumulate
#
# first = date(2021, 12, 20)
# halves = [2, 2, 2, 2, 1, 0, 0, 2, 2, 2, 2, 1]      # Monday 20 to Friday 31 December
# upto = [0, *accumulate(halves)]
#
# def halves_in(start, end):
#     return upto[(end - first).days + 1] - upto[(start - first).days]
#
# halves_in(date(2021, 12, 23), date(2021, 12, 27)) / 2      # 2.5
# ```
#
# </details>
#
# **Do it in SQL.**
#
# <details>
# <summary>Answer</summary>
#
# Use a calendar table: one row per day, with the number of business days up to it, computed once.
# Then a range is two joins, and the convention is in one place.
#
# ```sql
# SELECT i.id, e.business_days_so_far - s.business_days_so_far + s.is_business_day AS open_days
# FROM invoices i
# JOIN calendar s ON s.day = i.sent
# JOIN calendar e ON e.day = i.paid
# ```
#
# A join on `day BETWEEN sent AND paid` with a `COUNT` is correct too, but it produces a row for
# each day of each invoice.
#
# </details>
#
# **Ten business days *before* a date?**
#
# <details>
# <summary>Answer</summary>
#
# It's the reflection: a start on a weekend behaves like the Monday after it, and the holidays push
# the result back, latest first. With prefix counts: the first business day before the start has the
# prefix count of the day before the start, and the n-th has n - 1 less. Look up the day on which
# that count is reached.
#
# </details>
#
# **How would you test this?**
#
# <details>
# <summary>Answer</summary>
#
# Against the loop, on random ranges with random holidays, most of them short, since the mistakes
# are at the ends. Then properties that hold for every input: a range cut in two has the sum of its
# parts; without holidays, shifting both ends by 7 days changes nothing; reversing the list of
# holidays changes nothing. And a few days by hand, including 29 February and `date.max`.
#
# </details>

# %% [markdown]
# ## Next
#
# {{next}}
