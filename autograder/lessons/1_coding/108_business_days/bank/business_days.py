# %% right="a look at each day"
def business_days(start, end, holidays=()):
    if isinstance(start, str):
        start, end = date.fromisoformat(start), date.fromisoformat(end)
    if start > end:
        raise ValueError("start is after end")
    off = set(holidays)
    count = 0
    for k in range((end - start).days + 1):
        day = start + timedelta(days=k)
        if day.weekday() < 5 and day not in off:
            count += 1
    return count

# %% right="full weeks, and the days that are left"
def business_days(start, end, holidays=()):
    if isinstance(start, str):
        start, end = date.fromisoformat(start), date.fromisoformat(end)
    if start > end:
        raise ValueError("start is after end")
    weeks, rest = divmod((end - start).days + 1, 7)
    count = 5 * weeks
    for k in range(rest):
        count += (start.weekday() + k) % 7 < 5
    for day in set(holidays):
        if start <= day <= end and day.weekday() < 5:
            count -= 1
    return count

# %% right="a difference of two heights"
def business_days(start, end, holidays=()):
    first, last = [date.fromisoformat(str(day)) for day in (start, end)]
    if last < first:
        raise ValueError(f"{start} is after {end}")
    def height(k):
        return k // 7 * 5 + min(k % 7, 5)
    count = height(last.toordinal()) - height(first.toordinal() - 1)
    return count - len({day for day in holidays if first <= day <= last and day.weekday() < 5})

# %% right="NumPy, with the last day added"
import numpy as np

def business_days(start, end, holidays=()):
    first, last = np.datetime64(start, "D"), np.datetime64(end, "D")
    if first > last:
        raise ValueError("the range runs backwards")
    return np.busday_count(first, last + np.timedelta64(1, "D"),
                           holidays=[np.datetime64(day) for day in holidays])

# %% right="pandas"
import pandas as pd

def business_days(start, end, holidays=()):
    if start > end:
        raise ValueError(f"{start} > {end}")
    days = pd.bdate_range(pd.Timestamp(start).as_unit("s"), pd.Timestamp(end).as_unit("s"),
                          unit="s")
    return int((~days.isin(pd.DatetimeIndex(list(holidays)).as_unit("s"))).sum())

# %% right="goes round the week with a cycle"
from itertools import cycle, islice

def business_days(start, end, holidays=()):
    start, end = (date.fromisoformat(d) if isinstance(d, str) else d for d in (start, end))
    length = (end - start).days + 1
    if length <= 0:
        raise ValueError("start must not be after end")
    week = cycle([1, 1, 1, 1, 1, 0, 0])
    total = sum(islice(week, start.weekday(), start.weekday() + length))
    inside = {h for h in holidays if start <= h and h <= end}
    return total - sum(1 for h in inside if h.isoweekday() not in (6, 7))

# %% right="the numbers of the days, as a set"
def business_days(start, end, holidays=()):
    to_number = lambda d: (date.fromisoformat(d) if isinstance(d, str) else d).toordinal()
    first, last = to_number(start), to_number(end)
    if first > last:
        raise ValueError
    days = set(range(first, last + 1))
    days -= {n for n in days if n % 7 in (6, 0)}
    days -= {h.toordinal() for h in holidays}
    return len(days)

# %% right="each weekday as a range with steps of seven"
def business_days(start, end, holidays=()):
    first, last = (date.fromisoformat(str(day)).toordinal() for day in (start, end))
    if last < first:
        raise ValueError("start after end")
    total = 0
    for offset in range(7):
        if (first + offset - 1) % 7 <= 4:
            total += len(range(first + offset, last + 1, 7))
    for n in {day.toordinal() for day in holidays}:
        if n in range(first, last + 1) and n % 7 not in (0, 6):
            total -= 1
    return total

# %% right="back to the Mondays of the first and the last week"
from datetime import datetime

def business_days(start, end, holidays=()):
    if isinstance(start, str):
        start = datetime.strptime(start, "%Y-%m-%d").date()
    if isinstance(end, str):
        end = datetime.strptime(end, "%Y-%m-%d").date()
    if not start <= end:
        raise ValueError("no such range")
    first_monday = start.toordinal() - start.weekday()
    last_monday = end.toordinal() - end.weekday()
    days = (last_monday - first_monday) // 7 * 5
    days += min(end.weekday() + 1, 5) - min(start.weekday(), 5)
    for holiday in sorted(frozenset(holidays)):
        if holiday < start:
            continue
        if holiday > end:
            break
        days -= holiday.weekday() in range(5)
    return days

# %% right="halves the range, by recursion"
def business_days(start, end, holidays=()):
    if type(start) is str:
        start, end = map(date.fromisoformat, (start, end))
    if start > end:
        raise ValueError("start > end")
    def count(a, b):
        if a == b:
            day = date.fromordinal(a)
            return 0 if day.weekday() >= 5 or day in holidays else 1
        middle = (a + b) // 2
        return count(a, middle) + count(middle + 1, b)
    return count(start.toordinal(), end.toordinal())

# %% wrong="leaves the last day out" caught_by="both ends count" of="a look at each day"
#-     for k in range((end - start).days + 1):
#+     for k in range((end - start).days):

# %% wrong="leaves the first day out" caught_by="both ends count" of="a look at each day"
#-     for k in range((end - start).days + 1):
#+     for k in range(1, (end - start).days + 1):

# %% wrong="leaves both ends out" caught_by="both ends count" of="a look at each day"
#-     for k in range((end - start).days + 1):
#+     for k in range(1, (end - start).days):

# %% wrong="a range of one day is refused" caught_by="both ends count" of="a look at each day"
#-     if start > end:
#+     if start >= end:

# %% wrong="hands it to NumPy, which leaves the last day out" caught_by="both ends count"
import numpy as np

def business_days(start, end, holidays=()):
    if start > end:
        raise ValueError
    return int(np.busday_count(start, end, holidays=list(holidays)))

# %% wrong="counts calendar days" caught_by="weekends do not count"
def business_days(start, end, holidays=()):
    if isinstance(start, str):
        start, end = date.fromisoformat(start), date.fromisoformat(end)
    if start > end:
        raise ValueError
    return (end - start).days

# %% wrong="Saturday is a business day" caught_by="weekends do not count" of="a look at each day"
#-         if day.weekday() < 5 and day not in off:
#+         if day.weekday() < 6 and day not in off:

# %% wrong="counts from Monday as 1 and loses Friday" caught_by="any range" of="a look at each day"
#-         if day.weekday() < 5 and day not in off:
#+         if day.isoweekday() < 5 and day not in off:

# %% wrong="the weekend is Friday and Saturday" caught_by="weekends do not count" of="a look at each day"
#-         if day.weekday() < 5 and day not in off:
#+         if day.weekday() not in (4, 5) and day not in off:

# %% wrong="counts full weeks only" caught_by="any range" of="full weeks, and the days that are left"
#-     for k in range(rest):
#+     for k in range(0):

# %% wrong="the rest never holds a weekend" caught_by="any range" of="full weeks, and the days that are left"
#-         count += (start.weekday() + k) % 7 < 5
#+         count += 1

# %% wrong="the rest always begins on a Monday" caught_by="any range" of="full weeks, and the days that are left"
#-         count += (start.weekday() + k) % 7 < 5
#+         count += k < 5

# %% wrong="the rest does not run over a Sunday" caught_by="any range" of="full weeks, and the days that are left"
#-         count += (start.weekday() + k) % 7 < 5
#+         count += start.weekday() + k < 5

# %% wrong="two days a week off, then looks at the two ends" caught_by="any range"
def business_days(start, end, holidays=()):
    if isinstance(start, str):
        start, end = date.fromisoformat(start), date.fromisoformat(end)
    if start > end:
        raise ValueError
    days = (end - start).days + 1
    count = days - 2 * (days // 7)
    count -= start.weekday() > 4
    count -= end.weekday() > 4 and start != end
    for day in set(holidays):
        count -= start <= day <= end and day.weekday() < 5
    return max(count, 0)

# %% wrong="five sevenths of the days, rounded" caught_by="any range" of="counts calendar days"
#-     return (end - start).days
#+     count = round(((end - start).days + 1) * 5 / 7)
#+     for day in set(holidays):
#+         count -= start <= day <= end and day.weekday() < 5
#+     return count

# %% wrong="a calendar of its own, in which each fourth year is a leap year" caught_by="any range"
def business_days(start, end, holidays=()):
    if isinstance(start, str):
        start, end = date.fromisoformat(start), date.fromisoformat(end)
    if start > end:
        raise ValueError
    months = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    def number(day):
        leaps = day.year // 4 - (day.year % 4 == 0 and day.month < 3)
        return day.year * 365 + leaps + sum(months[:day.month - 1]) + day.day
    count = 0
    for k in range(number(start), number(end) + 1):
        count += (start.weekday() + k - number(start)) % 7 < 5
    for day in set(holidays):
        count -= start <= day <= end and day.weekday() < 5
    return count

# %% wrong="a stack frame a day" caught_by="any range" of="counts calendar days"
#-     return (end - start).days
#+     here = start.weekday() < 5 and start not in holidays
#+     if start == end:
#+         return int(here)
#+     return here + business_days(start + timedelta(1), end, holidays)

# %% wrong="wrong where an odd number of weeks is full" caught_by="any range" of="full weeks, and the days that are left"
#-     count = 5 * weeks
#+     count = 10 * (weeks // 2)

# %% wrong="takes dates only" caught_by="ISO text" of="a look at each day"
#-     if isinstance(start, str):
#-         start, end = date.fromisoformat(start), date.fromisoformat(end)

# %% wrong="month and day are swapped" caught_by="ISO text" of="a look at each day"
#-         start, end = date.fromisoformat(start), date.fromisoformat(end)
#+         start, end = (date(int(t[:4]), int(t[8:]), int(t[5:7])) for t in (start, end))

# %% wrong="with text the holidays should be text too" caught_by="ISO text" of="a look at each day"
#-     if isinstance(start, str):
#+     if isinstance(start, str):
#+         holidays = [date.fromisoformat(h) for h in holidays]

# %% wrong="with text the holidays are forgotten" caught_by="ISO text" of="a look at each day"
#-     if isinstance(start, str):
#+     if isinstance(start, str):
#+         holidays = ()

# %% wrong="ignores the holidays" caught_by="holidays" of="a look at each day"
#-         if day.weekday() < 5 and day not in off:
#+         if day.weekday() < 5:

# %% wrong="a holiday on a weekend is taken off too" caught_by="holidays" of="full weeks, and the days that are left"
#-         if start <= day <= end and day.weekday() < 5:
#+         if start <= day <= end:

# %% wrong="a holiday that is listed twice is taken off twice" caught_by="holidays" of="full weeks, and the days that are left"
#-     for day in set(holidays):
#+     for day in holidays:

# %% wrong="holidays outside the range are taken off" caught_by="holidays" of="full weeks, and the days that are left"
#-         if start <= day <= end and day.weekday() < 5:
#+         if day.weekday() < 5:

# %% wrong="holidays at the ends are not taken off" caught_by="holidays" of="full weeks, and the days that are left"
#-         if start <= day <= end and day.weekday() < 5:
#+         if start < day < end and day.weekday() < 5:

# %% wrong="stops at the first holiday after the end" caught_by="holidays" of="full weeks, and the days that are left"
#-     for day in set(holidays):
#+     for day in dict.fromkeys(holidays):
#+         if day > end:
#+             break

# %% wrong="takes the number of holidays off" caught_by="holidays" of="full weeks, and the days that are left"
#-     for day in set(holidays):
#-         if start <= day <= end and day.weekday() < 5:
#-             count -= 1
#-     return count
#+     return max(0, count - len(holidays))

# %% wrong="looks holidays up by halves, though they are in no order" caught_by="holidays" of="a look at each day"
#-     off = set(holidays)
#+     from bisect import bisect_left
#+     off = list(holidays)
#
#-         if day.weekday() < 5 and day not in off:
#+         if day.weekday() < 5 and off[bisect_left(off, day):][:1] != [day]:

# %% wrong="works with sets only" caught_by="holidays" of="a look at each day"
#-     off = set(holidays)
#+     off = holidays | set()

# %% wrong="no holidays at all is taken for a missing argument" caught_by="holidays" of="a look at each day"
#-     off = set(holidays)
#+     off = set(holidays or [date(2021, 7, 5), date(2021, 12, 24)])

# %% wrong="a holiday of another year counts" caught_by="holidays" of="a look at each day"
#-     off = set(holidays)
#+     off = {(day.month, day.day) for day in holidays}
#
#-         if day.weekday() < 5 and day not in off:
#+         if day.weekday() < 5 and (day.month, day.day) not in off:

# %% wrong="empties the caller's set" caught_by="holidays" of="full weeks, and the days that are left"
#-     for day in set(holidays):
#+     off = holidays if isinstance(holidays, set) else set(holidays)
#+     while off:
#+         day = off.pop()

# %% wrong="sorts the caller's list" caught_by="holidays" of="a look at each day"
#-         raise ValueError("start is after end")
#+         raise ValueError("start is after end")
#+     if isinstance(holidays, list):
#+         holidays.sort()

# %% wrong="crosses holidays off the caller's list" caught_by="holidays" of="a look at each day"
#-             count += 1
#+             count += 1
#+         while isinstance(holidays, list) and day in holidays:
#+             holidays.remove(day)

# %% wrong="holidays of earlier calls stay" caught_by="holidays" of="a look at each day"
#- def business_days(start, end, holidays=()):
#+ def business_days(start, end, holidays=(), off=set()):
#
#-     off = set(holidays)
#+     off.update(holidays)

# %% wrong="results are kept by the two ends" caught_by="holidays" of="a look at each day"
#- def business_days(start, end, holidays=()):
#+ def business_days(start, end, holidays=(), kept={}):
#
#-         raise ValueError("start is after end")
#+         raise ValueError("start is after end")
#+     if (start, end) in kept:
#+         return kept[start, end]
#
#-             count += 1
#+             count += 1
#+     kept[start, end] = count

# %% wrong="backwards gives 0" caught_by="start after end raises ValueError" of="a look at each day"
#-         raise ValueError("start is after end")
#+         return 0

# %% wrong="backwards counts as negative" caught_by="start after end raises ValueError" of="a look at each day"
#-         raise ValueError("start is after end")
#+         return -business_days(end, start, holidays)

# %% wrong="backwards is turned round" caught_by="start after end raises ValueError" of="a look at each day"
#-         raise ValueError("start is after end")
#+         start, end = end, start

# %% wrong="backwards fails an assertion" caught_by="start after end raises ValueError" of="a look at each day"
#-     if start > end:
#-         raise ValueError("start is after end")
#+     assert start <= end

# %% wrong="backwards is noticed in dates, not in text" caught_by="start after end raises ValueError" of="a look at each day"
#-     if start > end:
#+     elif start > end:

# %% wrong="backwards by a day or two is let through" caught_by="start after end raises ValueError" of="full weeks, and the days that are left"
#-     if start > end:
#+     if (start - end).days > 2:

# %% wrong="steps past the end before it looks" caught_by="up to the last day of the calendar" of="counts calendar days"
#-     return (end - start).days
#+     count = 0
#+     while start <= end:
#+         count += start.weekday() < 5 and start not in holidays
#+         start += timedelta(days=1)
#+     return count

# %% wrong="needs the day after the end" caught_by="up to the last day of the calendar" of="a look at each day"
#-         raise ValueError("start is after end")
#+         raise ValueError("start is after end")
#+     end += timedelta(days=1)
#
#-     for k in range((end - start).days + 1):
#+     for k in range((end - start).days):

# %% wrong="goes to the Sunday after the end" caught_by="up to the last day of the calendar" of="full weeks, and the days that are left"
#-     weeks, rest = divmod((end - start).days + 1, 7)
#-     count = 5 * weeks
#-     for k in range(rest):
#-         count += (start.weekday() + k) % 7 < 5
#+     monday = start - timedelta(start.weekday())
#+     sunday = end + timedelta(6 - end.weekday())
#+     count = ((sunday - monday).days + 1) // 7 * 5
#+     count -= min(start.weekday(), 5) + max(0, 4 - end.weekday())

# %% wrong="knows the examples by heart" caught_by="any range"
def business_days(start, end, holidays=()):
    if start > end:
        raise ValueError
    return {("2021-01-31", "2021-02-18"): 14, ("2021-02-01", "2021-02-05"): 5,
            ("2021-02-05", "2021-02-05"): 1, ("2021-02-05", "2021-02-08"): 2,
            ("2021-02-06", "2021-02-06"): 0, ("2021-02-06", "2021-02-07"): 0,
            ("2021-02-05", "2021-02-07"): 1, ("2021-02-07", "2021-02-08"): 1,
            ("2021-02-06", "2021-02-13"): 5, ("2021-02-07", "2021-02-14"): 5,
            ("2021-02-01", "2021-02-13"): 10, ("2021-02-04", "2021-02-16"): 9,
            ("2020-02-24", "2020-03-06"): 10, ("1900-02-26", "1900-03-02"): 5,
            ("1951-01-01", "2000-12-31"): 13045}[str(start), str(end)]
