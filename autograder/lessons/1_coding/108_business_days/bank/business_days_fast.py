# %% right="full weeks, and the days that are left"
def business_days_fast(start, end, holidays=()):
    weeks, rest = divmod((end - start).days + 1, 7)
    count = 5 * weeks
    for k in range(rest):
        count += (start.weekday() + k) % 7 < 5
    for day in set(holidays):
        if start <= day <= end and day.weekday() < 5:
            count -= 1
    return count

# %% right="a difference of two heights"
def business_days_fast(start, end, holidays=()):
    def height(k):
        return k // 7 * 5 + min(k % 7, 5)
    count = height(end.toordinal()) - height(start.toordinal() - 1)
    return count - len({day for day in holidays if start <= day <= end and day.weekday() < 5})

# %% right="the same with numbers, holidays sorted"
def business_days_fast(start: date, end: date, holidays=()) -> int:
    n = (end - start).days + 1
    extra = n % 7
    first_day = start.isoweekday()
    total = (n - extra) // 7 * 5 + extra
    if extra:
        total -= len({6, 7} & {(first_day + i - 1) % 7 + 1 for i in range(extra)})
    previous = None
    for h in sorted(holidays):
        if h != previous and start <= h <= end and h.isoweekday() <= 5:
            total -= 1
        previous = h
    return total

# %% right="a table for weekday and rest"
TABLE = [[sum((w + k) % 7 < 5 for k in range(r)) for r in range(7)] for w in range(7)]

def business_days_fast(start, end, holidays=()):
    weeks, rest = divmod((end - start).days + 1, 7)
    off = [h for h in {*holidays} if start <= h <= end and h.weekday() not in (5, 6)]
    return weeks * 5 + TABLE[start.weekday()][rest] - len(off)

# %% right="less the Saturdays and the Sundays"
def business_days_fast(start, end, holidays=()):
    a, b = start.toordinal(), end.toordinal()
    saturdays = (b + 1) // 7 - a // 7
    sundays = b // 7 - (a - 1) // 7
    free = 0
    for day in frozenset(holidays):
        number = day.toordinal()
        if a <= number <= b and number % 7 in (1, 2, 3, 4, 5):
            free += 1
    return b - a + 1 - saturdays - sundays - free

# %% right="from Monday to Monday"
def business_days_fast(start, end, holidays=()):
    weeks = ((end.toordinal() - end.weekday()) - (start.toordinal() - start.weekday())) // 7
    total = 5 * weeks - min(start.weekday(), 5) + min(end.weekday() + 1, 5)
    seen = set()
    for h in holidays:
        if h in seen or h < start or h > end or h.weekday() >= 5:
            continue
        seen.add(h)
    return total - len(seen)

# %% right="weekday by weekday, as ranges"
def business_days_fast(start, end, holidays=()):
    days = range(start.toordinal(), end.toordinal() + 1)
    total = sum(len(days[(w - days[0]) % 7::7]) for w in (1, 2, 3, 4, 5))
    off = {h.toordinal() for h in holidays}
    return total - sum(1 for n in off if n in days and n % 7 not in (6, 0))

# %% wrong="looks at each day" caught_by="work does not grow with the range"
def business_days_fast(start, end, holidays=()):
    off = set(holidays)
    days = (start + timedelta(k) for k in range((end - start).days + 1))
    return sum(day.weekday() < 5 and day not in off for day in days)

# %% wrong="makes a set of all days" caught_by="work does not grow with the range"
def business_days_fast(start, end, holidays=()):
    days = {k for k in range(start.toordinal(), end.toordinal() + 1) if k % 7 not in (0, 6)}
    return len(days - {day.toordinal() for day in holidays})

# %% wrong="jumps from Monday to Monday" caught_by="work does not grow with the range"
def business_days_fast(start, end, holidays=()):
    first, last = start.toordinal(), end.toordinal()
    count = 0
    while first + 6 <= last:
        count += 5
        first += 7
    while first <= last:
        count += first % 7 not in (0, 6)
        first += 1
    return count - sum(start <= day <= end and day.weekday() < 5 for day in set(holidays))

# %% wrong="adds up the years" caught_by="work does not grow with the range"
def business_days_fast(start, end, holidays=()):
    def part(a, b):
        weeks, rest = divmod((b - a).days + 1, 7)
        return 5 * weeks + sum((a.weekday() + k) % 7 < 5 for k in range(rest))
    count = 0
    for year in range(start.year, end.year + 1):
        count += part(max(start, date(year, 1, 1)), min(end, date(year, 12, 31)))
    return count - sum(start <= day <= end and day.weekday() < 5 for day in set(holidays))

# %% wrong="makes a table of the counts up to each day" caught_by="work does not grow with the range"
def business_days_fast(start, end, holidays=()):
    heights = [0]
    for day in range(start.toordinal(), end.toordinal() + 1):
        heights.append(heights[-1] + (day % 7 not in (0, 6)))
    return heights[-1] - sum(start <= day <= end and day.weekday() < 5 for day in set(holidays))

# %% wrong="halves the range down to single days" caught_by="work does not grow with the range"
def business_days_fast(start, end, holidays=()):
    off = set(holidays)
    def count(a, b):
        if a == b:
            day = date.fromordinal(a)
            return int(day.weekday() < 5 and day not in off)
        return count(a, (a + b) // 2) + count((a + b) // 2 + 1, b)
    return count(start.toordinal(), end.toordinal())

# %% wrong="counts full weeks only" caught_by="any range" of="full weeks, and the days that are left"
#-     for k in range(rest):
#+     for k in range(0):

# %% wrong="all days that are left count" caught_by="any range" of="full weeks, and the days that are left"
#-         count += (start.weekday() + k) % 7 < 5
#+         count += 1

# %% wrong="what is left always begins on a Monday" caught_by="any range" of="full weeks, and the days that are left"
#-         count += (start.weekday() + k) % 7 < 5
#+         count += k < 5

# %% wrong="what is left does not run over a Sunday" caught_by="any range" of="full weeks, and the days that are left"
#-         count += (start.weekday() + k) % 7 < 5
#+         count += start.weekday() + k < 5

# %% wrong="leaves the last day out" caught_by="any range" of="full weeks, and the days that are left"
#-     weeks, rest = divmod((end - start).days + 1, 7)
#+     weeks, rest = divmod((end - start).days, 7)

# %% wrong="leaves the first day out" caught_by="any range" of="a difference of two heights"
#-     count = height(end.toordinal()) - height(start.toordinal() - 1)
#+     count = height(end.toordinal()) - height(start.toordinal())

# %% wrong="the staircase begins on a Sunday" caught_by="any range" of="a difference of two heights"
#-         return k // 7 * 5 + min(k % 7, 5)
#+         return k // 7 * 5 + max(0, min(k % 7 - 1, 5))

# %% wrong="the stairs have no flat part" caught_by="any range" of="a difference of two heights"
#-         return k // 7 * 5 + min(k % 7, 5)
#+         return k // 7 * 5 + k % 7

# %% wrong="the slope of five sevenths" caught_by="any range" of="a difference of two heights"
#-         return k // 7 * 5 + min(k % 7, 5)
#+         return k * 5 // 7

# %% wrong="a range that ends on a weekend before it begins in the week" caught_by="any range"
def business_days_fast(start, end, holidays=()):
    weeks, rest = divmod((end - start).days + 1, 7)
    count = 5 * weeks + rest
    if rest and end.weekday() < start.weekday():
        count -= 2
    return count - sum(start <= day <= end and day.weekday() < 5 for day in set(holidays))

# %% wrong="needs the day after the end" caught_by="any range" of="full weeks, and the days that are left"
#-     weeks, rest = divmod((end - start).days + 1, 7)
#+     weeks, rest = divmod((end + timedelta(1) - start).days, 7)

# %% wrong="needs the day before the start" caught_by="any range" of="a difference of two heights"
#-     count = height(end.toordinal()) - height(start.toordinal() - 1)
#+     count = height(end.toordinal()) - height((start - timedelta(1)).toordinal())

# %% wrong="takes the seconds of a difference for all of it" caught_by="any range"
def business_days_fast(start, end, holidays=()):
    from datetime import datetime
    midnights = [datetime(day.year, day.month, day.day) for day in (start, end)]
    weeks, rest = divmod((midnights[1] - midnights[0]).seconds // 86_400 + 1, 7)
    return 5 * weeks + sum((start.weekday() + k) % 7 < 5 for k in range(rest))

# %% wrong="ignores the holidays" caught_by="holidays" of="full weeks, and the days that are left"
#-     for day in set(holidays):
#+     for day in ():

# %% wrong="a holiday on a weekend is taken off too" caught_by="holidays" of="full weeks, and the days that are left"
#-         if start <= day <= end and day.weekday() < 5:
#+         if start <= day <= end:

# %% wrong="a holiday that is listed twice is taken off twice" caught_by="holidays" of="full weeks, and the days that are left"
#-     for day in set(holidays):
#+     for day in holidays:

# %% wrong="holidays outside the range are taken off" caught_by="holidays" of="full weeks, and the days that are left"
#-         if start <= day <= end and day.weekday() < 5:
#+         if day.weekday() < 5:

# %% wrong="a holiday on the last day is forgotten" caught_by="holidays" of="a difference of two heights"
#-     return count - len({day for day in holidays if start <= day <= end and day.weekday() < 5})
#+     return count - len({day for day in holidays if start <= day < end and day.weekday() < 5})

# %% wrong="holidays are looked for in the full weeks only" caught_by="holidays" of="full weeks, and the days that are left"
#-         if start <= day <= end and day.weekday() < 5:
#+         if start <= day < start + timedelta(7 * weeks) and day.weekday() < 5:

# %% wrong="equal neighbours are dropped, though the list is not sorted" caught_by="holidays" of="full weeks, and the days that are left"
#-     for day in set(holidays):
#+     for day in [d for k, d in enumerate(list(holidays)) if [d] != list(holidays)[k - 1:k]]:

# %% wrong="a holiday of another year counts" caught_by="holidays" of="full weeks, and the days that are left"
#-     for day in set(holidays):
#+     for day in {d.replace(year=start.year) for d in holidays
#+                 if (d.month, d.day) != (2, 29)}:

# %% wrong="sorts the caller's list" caught_by="holidays" of="full weeks, and the days that are left"
#- def business_days_fast(start, end, holidays=()):
#+ def business_days_fast(start, end, holidays=()):
#+     if isinstance(holidays, list):
#+         holidays.sort()

# %% wrong="a holiday of an earlier call is not taken off again" caught_by="holidays" of="full weeks, and the days that are left"
#- def business_days_fast(start, end, holidays=()):
#+ def business_days_fast(start, end, holidays=(), seen=set()):
#
#-         if start <= day <= end and day.weekday() < 5:
#+         if start <= day <= end and day.weekday() < 5 and day not in seen:
#+             seen.add(day)

# %% wrong="each holiday is looked for in a list of those before it" caught_by="linear in the holidays"
def business_days_fast(start, end, holidays=()):
    weeks, rest = divmod((end - start).days + 1, 7)
    count = 5 * weeks + sum((start.weekday() + k) % 7 < 5 for k in range(rest))
    seen = []
    for day in holidays:
        if start <= day <= end and day.weekday() < 5 and day not in seen:
            seen.append(day)
    return count - len(seen)

# %% wrong="each holiday is compared with all before it" caught_by="linear in the holidays"
def business_days_fast(start, end, holidays=()):
    weeks, rest = divmod((end - start).days + 1, 7)
    count = 5 * weeks + sum((start.weekday() + k) % 7 < 5 for k in range(rest))
    found = list(holidays)
    for k in range(len(found)):
        new = True
        for other in found[:k]:
            if other == found[k]:
                new = False
        if new and start <= found[k] <= end and found[k].weekday() < 5:
            count -= 1
    return count
