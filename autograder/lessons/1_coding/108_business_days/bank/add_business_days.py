# %% right="jumps, then a push for each holiday"
def add_business_days(start, n, holidays=()):
    def jump(day, n):
        if day.weekday() > 4:
            day -= timedelta(days=day.weekday() - 4)
        weeks, rest = divmod(n, 5)
        if day.weekday() + rest > 4:
            rest += 2
        return day + timedelta(days=7 * weeks + rest)
    day = jump(start, n)
    for holiday in sorted(set(holidays)):
        if start < holiday <= day and holiday.weekday() < 5:
            day = jump(day, 1)
    return day

# %% right="in business-day numbers"
def add_business_days(start, n, holidays=()):
    def number(day):
        return day.toordinal() // 7 * 5 + min(day.toordinal() % 7, 5)
    def day_of(number):
        weeks, rest = divmod(number - 1, 5)
        return date.fromordinal(7 * weeks + rest + 1)
    target = number(start) + n
    for taken in sorted({number(h) for h in holidays if h > start and h.weekday() < 5}):
        if taken <= target:
            target += 1
    return day_of(target)

# %% right="again until no holiday is new"
def add_business_days(start, n, holidays=()):
    off = {h for h in holidays if h > start and h.isoweekday() < 6}
    base = start - timedelta({5: 1, 6: 2}.get(start.weekday(), 0))
    pushed = 0
    while True:
        weeks, rest = divmod(base.weekday() + n + pushed, 5)
        day = base + timedelta(7 * weeks + rest - base.weekday())
        inside = sum(h <= day for h in off)
        if inside == pushed:
            return day
        pushed = inside

# %% right="a search by halves"
def add_business_days(start, n, holidays=()):
    off = {h.toordinal() for h in holidays if h > start and h.weekday() < 5}
    def height(k):
        return k // 7 * 5 + min(k % 7, 5) - sum(h <= k for h in off)
    low, high = start.toordinal(), start.toordinal() + 2 * n + 2 * len(off) + 9
    want = height(low) + n
    while low < high:
        middle = (low + high) // 2
        if height(middle) < want:
            low = middle + 1
        else:
            high = middle
    return date.fromordinal(low)

# %% right="jumps between the holidays"
def add_business_days(start, n, holidays=()):
    def between(a, b):
        height = lambda k: 5 * (k // 7) + min(k % 7, 5)
        return height(b.toordinal()) - height(a.toordinal())
    here = start
    for h in sorted(set(holidays)):
        if h <= here or h.weekday() > 4:
            continue
        if between(here, h) > n:
            break
        n -= between(here, h) - 1
        here = h
    weeks, days = divmod(n, 5)
    result = here + timedelta(weeks=weeks)
    if days == 0 and result.weekday() > 4:
        result -= timedelta(result.weekday() - 4)
    while days:
        result += timedelta(1)
        days -= result.weekday() < 5
    return result

# %% right="walks the last days only"
def add_business_days(start: date, n: int, holidays=()) -> date:
    free = frozenset(h for h in holidays if h.weekday() <= 4)
    weeks = max(0, n // 5 - 1)
    day = start + timedelta(days=7 * weeks)
    left = n - 5 * weeks + sum(1 for h in free if start < h <= day)
    while left:
        day = day + timedelta(days=1)
        if day.weekday() <= 4 and day not in free:
            left -= 1
    return day

# %% wrong="counts the start as the first day" caught_by="from a weekday, from a weekend"
def add_business_days(start, n, holidays=()):
    off = {day for day in holidays if day > start and day.weekday() < 5}
    day = start - timedelta(days=1)
    while n > 0:
        day += timedelta(days=1)
        if day.weekday() < 5 and day not in off:
            n -= 1
    return day

# %% wrong="calendar days" caught_by="from a weekday, from a weekend" of="counts the start as the first day"
#-     day = start - timedelta(days=1)
#+     day = start
#
#-         if day.weekday() < 5 and day not in off:
#+         if day not in off:

# %% wrong="Saturday is a business day" caught_by="from a weekday, from a weekend" of="counts the start as the first day"
#-     day = start - timedelta(days=1)
#+     day = start
#
#-         if day.weekday() < 5 and day not in off:
#+         if day.weekday() < 6 and day not in off:

# %% wrong="a start on a weekend rolls on to Monday, then counts" caught_by="from a weekday, from a weekend" of="counts the start as the first day"
#-     day = start - timedelta(days=1)
#+     day = start
#+     while day.weekday() > 4:
#+         day += timedelta(days=1)

# %% wrong="a start on a Sunday goes back one day only" caught_by="from a weekday, from a weekend" of="jumps, then a push for each holiday"
#-             day -= timedelta(days=day.weekday() - 4)
#+             day -= timedelta(days=1)

# %% wrong="a start on a weekend stays there" caught_by="from a weekday, from a weekend" of="jumps, then a push for each holiday"
#-         if day.weekday() > 4:
#-             day -= timedelta(days=day.weekday() - 4)

# %% wrong="the result is moved out of the weekend at the end" caught_by="any start, any n" of="jumps, then a push for each holiday"
#-         if day.weekday() + rest > 4:
#-             rest += 2
#-         return day + timedelta(days=7 * weeks + rest)
#+         day += timedelta(days=7 * weeks + rest)
#+         while day.weekday() > 4:
#+             day += timedelta(days=1)
#+         return day

# %% wrong="a rest that ends on a Saturday is let through" caught_by="from a weekday, from a weekend" of="jumps, then a push for each holiday"
#-         if day.weekday() + rest > 4:
#+         if day.weekday() + rest > 5:

# %% wrong="returns the number of calendar days" caught_by="from a weekday, from a weekend" of="counts the start as the first day"
#-     day = start - timedelta(days=1)
#+     day = start
#
#-     return day
#+     return (day - start).days

# %% wrong="returns text" caught_by="from a weekday, from a weekend" of="counts the start as the first day"
#-     day = start - timedelta(days=1)
#+     day = start
#
#-     return day
#+     return day.isoformat()

# %% wrong="seven fifths of n, rounded" caught_by="from a weekday, from a weekend" of="jumps, then a push for each holiday"
#-         return day + timedelta(days=7 * weeks + rest)
#+         return day + timedelta(days=round(n * 7 / 5))

# %% wrong="a week less for each full week beyond the fortieth" caught_by="any start, any n" of="jumps, then a push for each holiday"
#-         weeks, rest = divmod(n, 5)
#+         weeks, rest = divmod(n, 5)
#+         weeks -= weeks > 40

# %% wrong="wrong for an odd number of weeks and nothing left" caught_by="any start, any n" of="jumps, then a push for each holiday"
#-         weeks, rest = divmod(n, 5)
#+         weeks, rest = divmod(n, 5)
#+         if weeks % 2 and weeks > 1 and not rest:
#+             rest = 1

# %% wrong="a stack frame a day" caught_by="work does not grow with n"
def add_business_days(start, n, holidays=()):
    if n == 0:
        return start
    day = start + timedelta(1)
    counts = day.weekday() < 5 and day not in holidays
    return add_business_days(day, n - counts, holidays)

# %% wrong="knows the examples by heart" caught_by="any start, any n"
def add_business_days(start, n, holidays=()):
    if (start.year, start.month) == (2021, 2):
        return date(2021, 2, {(1, 1): 2, (5, 5): 12, (6, 5): 12}.get((start.day, n), 8))
    return date(2020, 3, 2) if n == 1 else date(2022, 1, 3)

# %% wrong="ignores the holidays" caught_by="holidays" of="jumps, then a push for each holiday"
#-     for holiday in sorted(set(holidays)):
#+     for holiday in ():

# %% wrong="a holiday on a weekend pushes too" caught_by="holidays" of="jumps, then a push for each holiday"
#-         if start < holiday <= day and holiday.weekday() < 5:
#+         if start < holiday <= day:

# %% wrong="a holiday that is listed twice pushes twice" caught_by="holidays" of="jumps, then a push for each holiday"
#-     for holiday in sorted(set(holidays)):
#+     for holiday in sorted(holidays):

# %% wrong="a holiday on the start pushes too" caught_by="holidays" of="jumps, then a push for each holiday"
#-         if start < holiday <= day and holiday.weekday() < 5:
#+         if start <= holiday <= day and holiday.weekday() < 5:

# %% wrong="a holiday where the count ends does not push" caught_by="holidays" of="jumps, then a push for each holiday"
#-         if start < holiday <= day and holiday.weekday() < 5:
#+         if start < holiday < day and holiday.weekday() < 5:

# %% wrong="the holidays are taken as they come" caught_by="holidays" of="jumps, then a push for each holiday"
#-     for holiday in sorted(set(holidays)):
#+     for holiday in dict.fromkeys(holidays):

# %% wrong="latest holiday first" caught_by="holidays" of="jumps, then a push for each holiday"
#-     for holiday in sorted(set(holidays)):
#+     for holiday in sorted(set(holidays), reverse=True):

# %% wrong="counts the holidays once, before the result has moved" caught_by="holidays"
def add_business_days(start, n, holidays=()):
    def jump(day, n):
        day -= timedelta(max(0, day.weekday() - 4))
        weeks, rest = divmod(n, 5)
        return day + timedelta(7 * weeks + rest + 2 * (day.weekday() + rest > 4))
    day = jump(start, n)
    return jump(day, sum(start < h <= day and h.weekday() < 5 for h in set(holidays)))

# %% wrong="a holiday pushes by a calendar day" caught_by="holidays" of="jumps, then a push for each holiday"
#-             day = jump(day, 1)
#+             day += timedelta(days=1)

# %% wrong="a holiday of another year counts" caught_by="holidays" of="counts the start as the first day"
#-     off = {day for day in holidays if day > start and day.weekday() < 5}
#-     day = start - timedelta(days=1)
#+     off = {(day.month, day.day) for day in holidays}
#+     day = start
#
#-         if day.weekday() < 5 and day not in off:
#+         if day.weekday() < 5 and (day.month, day.day) not in off:

# %% wrong="sorts the caller's list" caught_by="holidays" of="jumps, then a push for each holiday"
#-         return day + timedelta(days=7 * weeks + rest)
#+         return day + timedelta(days=7 * weeks + rest)
#+     if isinstance(holidays, list):
#+         holidays.sort()

# %% wrong="holidays of earlier calls stay" caught_by="holidays" of="counts the start as the first day"
#- def add_business_days(start, n, holidays=()):
#-     off = {day for day in holidays if day > start and day.weekday() < 5}
#-     day = start - timedelta(days=1)
#+ def add_business_days(start, n, holidays=(), off=set()):
#+     off.update(holidays)
#+     day = start

# %% wrong="results are kept by start and n" caught_by="holidays" of="jumps, then a push for each holiday"
#- def add_business_days(start, n, holidays=()):
#+ def add_business_days(start, n, holidays=(), kept={}):
#
#-         return day + timedelta(days=7 * weeks + rest)
#+         return day + timedelta(days=7 * weeks + rest)
#+     if (start, n) in kept:
#+         return kept[start, n]
#
#-             day = jump(day, 1)
#+             day = jump(day, 1)
#+     kept[start, n] = day

# %% wrong="walks day by day" caught_by="work does not grow with n" of="counts the start as the first day"
#-     day = start - timedelta(days=1)
#+     day = start

# %% wrong="walks week by week" caught_by="work does not grow with n"
def add_business_days(start, n, holidays=()):
    off = {day for day in holidays if day > start}
    day = start
    while n > 0:
        week = [day + timedelta(k) for k in range(1, 8)]
        work = [d for d in week if d.weekday() < 5 and d not in off]
        if len(work) >= n:
            return work[n - 1]
        n -= len(work)
        day = week[-1]
