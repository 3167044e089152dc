"""Checks of lesson 108: counting business days, at once and backwards."""

from __future__ import annotations

import functools
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from ..exercise import Answer, Exercise, Right, Verdict, Wrong
from ..groups import Failure, Group, Growth, case, of_trouble

SATURDAY = 5
LAST = date.max.toordinal()
KINDS = (list, tuple, set, frozenset)


def as_date(value: date | str) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)


def one_by_one(first: date, last: date, off: set[date]) -> int:
    """The plain count: look at each day."""
    days = (date.fromordinal(k) for k in range(first.toordinal(), last.toordinal() + 1))
    return sum(day.weekday() < SATURDAY and day not in off for day in days)


def weekday_by_weekday(first: date, last: date, off: Collection[date] = ()) -> int:
    """The best of the plot: how often each of the five weekdays is in the range, less holidays."""
    start, stop = first.toordinal(), last.toordinal() + 1
    # Day 1 is a Monday, so the rest by 7 is 1 to 5 from Monday to Friday.
    count = sum(len(range(start + (day - start) % 7, stop, 7)) for day in range(1, 6))
    return count - len({day for day in off if first <= day <= last and day.weekday() < SATURDAY})


def by_numpy(first: date, last: date, off: set[date]) -> int:
    """NumPy's count, or `one_by_one` where there is no NumPy, as in a browser.

    Readers can see what runs in their browser, so that is the brute force of the lesson.
    """
    try:
        import numpy as np
    except ImportError:
        return one_by_one(first, last, off)
    start, end = np.datetime64(first), np.datetime64(last) + 1  # NumPy leaves the end out
    return int(np.busday_count(start, end, holidays=sorted(off)))


def counted(start: date | str, end: date | str, holidays=()) -> int:
    """What `business_days` should give; short ranges are counted in two ways."""
    first, last, off = as_date(start), as_date(end), set(holidays)
    if first > last:
        raise ValueError("start after end")
    count = by_numpy(first, last, off)
    assert last - first > timedelta(60) or count == one_by_one(first, last, off)
    return count


def moved(start: date, n: int, holidays=()) -> date:
    """What `add_business_days` should give, by NumPy or a day at a time."""
    try:
        import numpy as np
    except ImportError:
        return step_by_step(start, n, holidays)
    # Rolled back, a start on a day off counts as the business day before it.
    found = np.busday_offset(np.datetime64(start), n, "backward", holidays=sorted(set(holidays)))
    assert n > 30 or found.item() == step_by_step(start, n, holidays)
    return found.item()


def ranges(longest: int = 1500, since: date = date(1890, 1, 1), until: date = date(2110, 1, 1)):
    """Tuples (start, end): many short, some of several years."""
    from hypothesis import strategies as st

    days = st.one_of(st.integers(0, 16), st.integers(0, longest))
    return st.tuples(st.dates(since, until), days).map(
        lambda drawn: (drawn[0], date.fromordinal(min(drawn[0].toordinal() + drawn[1], LAST)))
    )


def ranges_anywhere():
    """Tuples (start, end) from the first day of the calendar to its last."""
    from hypothesis import strategies as st

    return st.one_of(ranges(), ranges(400, date.min, date.max))


def with_holidays(pairs):
    """Triples (start, end, holidays): about the range, in any order, some repeated."""
    from hypothesis import strategies as st

    @st.composite
    def drawn(draw):
        start, end = draw(pairs)
        low, high = max(1, start.toordinal() - 9), end.toordinal() + 9
        numbers = st.integers(low, min(high, LAST))
        found = draw(st.lists(numbers.map(date.fromordinal), max_size=12))
        found += draw(st.lists(st.sampled_from([*found, start, end]), max_size=4))
        return start, end, draw(st.sampled_from(KINDS))(found)

    return drawn()


def ranges_with_holidays():
    return with_holidays(ranges(60))


def ranges_anywhere_with_holidays():
    return with_holidays(ranges_anywhere())


def texts():
    """Pairs (start, end) as ISO text."""
    return ranges(400).map(lambda drawn: tuple(day.isoformat() for day in drawn))


def backwards():
    """Triples whose start is after their end, as dates or as text."""
    from hypothesis import strategies as st

    pairs = st.tuples(ranges(400), st.integers(1, 9), st.booleans())
    return pairs.map(
        lambda drawn: tuple(
            day.isoformat() if drawn[2] else day
            for day in (drawn[0][1] + timedelta(drawn[1]), drawn[0][0])
        )
    )


def starts_and_counts():
    """Pairs (start, n) without holidays."""
    from hypothesis import strategies as st

    return st.tuples(
        st.dates(date(1890, 1, 1), date(2110, 12, 31)),
        st.one_of(st.integers(1, 12), st.integers(1, 700)),
    )


def starts_counts_and_holidays():
    """Triples (start, n, holidays), with whole runs of holidays where the count may end."""
    from hypothesis import strategies as st

    @st.composite
    def drawn(draw):
        start, n = draw(st.tuples(st.dates(date(1890, 1, 1), date(2110, 12, 31)),
                                  st.integers(1, 25)))
        offsets = draw(st.lists(st.integers(-9, 60), max_size=14))
        first, length = draw(st.integers(0, 40)), draw(st.integers(0, 9))
        offsets += range(first, first + length)
        days = [start + timedelta(k) for k in draw(st.permutations(offsets))]
        return start, n, draw(st.sampled_from(KINDS))(days)

    return drawn()


# The ranges whose steps are counted all hold these holidays, and end on the same weekday.
FIRST = date(2001, 1, 1)
FEW = [date(2001, 1, 1), date(2001, 1, 15), date(2001, 2, 19)]


def long_range(days: int) -> tuple:
    return FIRST, FIRST + timedelta(days), FEW


def many_holidays(size: int) -> tuple:
    """A range of 80 years with ``size`` holidays, each of them twice."""
    some = [FIRST + timedelta(k * 13 % 29_000) for k in range(size // 2)]
    return FIRST, FIRST + timedelta(29_000), some + some[::-1]


@functools.cache
def every_weekday(n: int) -> tuple:
    """A range of n weekdays, each of them a holiday."""
    weekdays = [FIRST + timedelta(7 * (k // 5) + k % 5) for k in range(n)]
    return FIRST, weekdays[-1], weekdays


@dataclass(frozen=True, eq=False)
class GrowthAndTime(Growth):
    """`Growth`, and a call with 30,000 holidays that must end soon.

    To look for a day in a list is one line, however long the list. With a set the call takes a
    hundredth of the limit, with a list several times the limit.
    """

    def run(self, answer: Answer, seed: int = 0) -> Verdict:
        """Fit the exponent, then make the large call."""
        verdict = super().run(answer, seed)
        if verdict.state != "passed":
            return verdict
        args = every_weekday(30_000)
        outcome = answer.call(args, limit=1.0, seed=seed)
        if not outcome.trouble:
            return verdict
        call = f"{answer.name} of {args[0]} to {args[1]}, each weekday a holiday"
        if outcome.trouble.kind != "timed out":
            return of_trouble(outcome.trouble, call, "0").verdict(self)
        text = (
            "It was stopped after a second, with 30,000 holidays. The work counts also where it "
            "is hidden in one line, such as looking for a day in a list."
        )
        return Failure(text, call, "0", "no end").verdict(self)


def far_ahead(n: int) -> tuple:
    return FIRST, n, FEW


def day_by_day(start, end, holidays=()):
    off = set(holidays)
    days = (end - start).days + 1
    return sum((start + timedelta(k)).weekday() < SATURDAY and start + timedelta(k) not in off
               for k in range(days))


def step_by_step(start, n, holidays=()):
    off = set(holidays)
    while n:
        start += timedelta(1)
        n -= start.weekday() < SATURDAY and start not in off
    return start


def by_heights(start, n, holidays=()):
    """The best known way: business days are numbered, the holidays push in order."""
    def height(day: date) -> int:
        weeks, rest = divmod(day.toordinal(), 7)
        return 5 * weeks + min(rest, 5)

    goal = height(start) + n
    for day in sorted({day for day in holidays if day > start and day.weekday() < SATURDAY}):
        goal += height(day) <= goal
    weeks, rest = divmod(goal - 1, 5)
    return date.fromordinal(7 * weeks + rest + 1)


def edited(name: str, caught_by: str, source: str, *edits: tuple[str, str]) -> Wrong:
    """A wrong solution: a right one with a few texts replaced."""
    for old, new in edits:
        assert source.count(old) == 1, (name, old)
        source = source.replace(old, new)
    return Wrong(name, source, caught_by)


LOOP = '''
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
'''
WEEKS = '''
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
'''
STAIRS = '''
def business_days(start, end, holidays=()):
    first, last = [date.fromisoformat(str(day)) for day in (start, end)]
    if last < first:
        raise ValueError(f"{start} is after {end}")
    def height(k):
        return k // 7 * 5 + min(k % 7, 5)
    count = height(last.toordinal()) - height(first.toordinal() - 1)
    return count - len({day for day in holidays if first <= day <= last and day.weekday() < 5})
'''

business_days = Exercise(
    difficulty="medium",
    minutes=18,
    groups=[
        Group(
            "both ends count",
            cases=[
                case(date(2021, 2, 1), date(2021, 2, 5), gives=5),
                case(date(2021, 2, 5), date(2021, 2, 5), gives=1),
                case(date(2021, 2, 2), date(2021, 2, 3), gives=2),
            ],
            nudge="Write the days of this range down. Is the first one counted, and the last?",
        ),
        Group(
            "weekends do not count",
            cases=[
                case(date(2021, 2, 6), date(2021, 2, 6), gives=0),
                case(date(2021, 2, 6), date(2021, 2, 7), gives=0),
                case(date(2021, 2, 5), date(2021, 2, 7), gives=1),
                case(date(2021, 2, 7), date(2021, 2, 8), gives=1),
                case(date(2021, 2, 5), date(2021, 2, 8), gives=2),
                case(date(2021, 2, 6), date(2021, 2, 13), gives=5),
                case(date(2021, 2, 7), date(2021, 2, 14), gives=5),
            ],
            nudge="Monday is weekday() 0. Which two numbers have Saturday and Sunday?",
        ),
        Group(
            "any range",
            cases=[
                case(date(2021, 1, 31), date(2021, 2, 18), gives=14),
                case(date(2021, 2, 1), date(2021, 2, 13), gives=10),
                case(date(2021, 2, 4), date(2021, 2, 16), gives=9),
                case(date(2020, 2, 24), date(2020, 3, 6), gives=10),
                case(date(1900, 2, 26), date(1900, 3, 2), gives=5),
                case(date(1951, 1, 1), date(2000, 12, 31), gives=13045),
            ],
            inputs=ranges,
            oracle=counted,
            tries=120,
            nudge="What is left after the full weeks depends on the weekday it begins with.",
        ),
        Group(
            "ISO text",
            cases=[
                case("2021-01-31", "2021-02-18", gives=14),
                case("2021-02-05", "2021-02-05", gives=1),
                case("2021-07-01", "2021-07-07", [date(2021, 7, 5)], gives=4),
            ],
            inputs=texts,
            oracle=counted,
            tries=40,
            nudge="Turn both ends into dates first. The holidays are dates already.",
        ),
        Group(
            "holidays",
            cases=[
                case(date(2021, 7, 1), date(2021, 7, 7), [date(2021, 7, 5)], gives=4),
                case(date(2021, 7, 1), date(2021, 7, 7), gives=5),
                case(date(2021, 7, 1), date(2021, 7, 7), [date(2021, 7, 4)], gives=5),
                case(date(2021, 7, 1), date(2021, 7, 7),
                     (date(2021, 7, 5), date(2021, 7, 2), date(2021, 7, 5)), gives=3),
                case(date(2021, 7, 1), date(2021, 7, 7),
                     {date(2021, 7, 1), date(2021, 7, 7), date(2021, 7, 8)}, gives=3),
                case(date(2021, 7, 2), date(2021, 7, 2), [date(2021, 7, 2)], gives=0),
                case(date(2021, 7, 1), date(2021, 7, 7), [], gives=5),
                case(date(2021, 7, 1), date(2021, 7, 7),
                     [date(2020, 7, 2), date(2022, 7, 6)], gives=5),
            ],
            inputs=ranges_with_holidays,
            oracle=counted,
            tries=150,
            nudge="A holiday takes a day off once, and only where a business day was counted.",
        ),
        Group(
            "start after end raises ValueError",
            cases=[
                case(date(2021, 2, 18), date(2021, 1, 31), raises=ValueError),
                case(date(2021, 2, 7), date(2021, 2, 6), raises=ValueError),
                case("2021-02-18", "2021-01-31", raises=ValueError),
                case(date(2021, 7, 6), date(2021, 7, 5), [date(2021, 7, 5)], raises=ValueError),
            ],
            inputs=backwards,
            oracle=counted,
            tries=30,
            nudge="Nobody can tell a range that was swapped by mistake from an empty one.",
        ),
        Group(
            "up to the last day of the calendar",
            cases=[
                case(date.max, date.max, gives=1),
                case(date(9999, 12, 20), date.max, gives=10),
                case("9999-12-31", "9999-12-31", gives=1),
                case(date(9999, 12, 25), date.max, [date.max], gives=4),
            ],
            nudge="After 31 December 9999 there is no day to step to.",
        ),
    ],
    hints=[
        "Make it easy first: turn both ends into `date`, refuse a range that runs backwards, and "
        "count without holidays. Which of your steps ever needs the day after `end`?",
        "The number of days is `(end - start).days + 1`. For each of them, `weekday()` is 0 on a "
        "Monday and 6 on a Sunday.",
        "A day counts if it is Monday to Friday *and* not a holiday. Asked of each day in this "
        "way, a holiday on a Sunday, a repeated one and one outside do no harm. A `set` of the "
        "holidays makes the question quick and leaves the list as it was.",
        "`if isinstance(start, str)`: both through `date.fromisoformat`. `if start > end: raise "
        "ValueError(...)`. Then `off = set(holidays)`, go through `k in range((end - start).days "
        "+ 1)` with `day = start + timedelta(k)`, and add 1 if `day.weekday() < 5 and day not in "
        "off`.",
    ],
    wrong=[
        edited("leaves the last day out", "both ends count", LOOP, (".days + 1", ".days")),
        edited("leaves the first day out", "both ends count", LOOP,
               ("range((end", "range(1, (end")),
        edited("leaves both ends out", "both ends count", LOOP,
               ("range((end - start).days + 1)", "range(1, (end - start).days)")),
        edited("a range of one day is refused", "both ends count", LOOP,
               ("start > end", "start >= end")),
        Wrong("hands it to NumPy, which leaves the last day out", '''
import numpy as np

def business_days(start, end, holidays=()):
    if start > end:
        raise ValueError
    return int(np.busday_count(start, end, holidays=list(holidays)))
''', "both ends count"),
        Wrong("counts calendar days", '''
def business_days(start, end, holidays=()):
    if isinstance(start, str):
        start, end = date.fromisoformat(start), date.fromisoformat(end)
    if start > end:
        raise ValueError
    return (end - start).days
''', "weekends do not count"),
        edited("Saturday is a business day", "weekends do not count", LOOP,
               ("weekday() < 5", "weekday() < 6")),
        edited("counts from Monday as 1 and loses Friday", "any range", LOOP,
               ("weekday() < 5", "isoweekday() < 5")),
        edited("the weekend is Friday and Saturday", "weekends do not count", LOOP,
               ("day.weekday() < 5", "day.weekday() not in (4, 5)")),
        edited("counts full weeks only", "any range", WEEKS,
               ("for k in range(rest):", "for k in range(0):")),
        edited("the rest never holds a weekend", "any range", WEEKS,
               ("count += (start.weekday() + k) % 7 < 5", "count += 1")),
        edited("the rest always begins on a Monday", "any range", WEEKS,
               ("(start.weekday() + k) % 7 < 5", "k < 5")),
        edited("the rest does not run over a Sunday", "any range", WEEKS,
               ("(start.weekday() + k) % 7 < 5", "start.weekday() + k < 5")),
        Wrong("two days a week off, then looks at the two ends", '''
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
''', "any range"),
        Wrong("five sevenths of the days, rounded", '''
def business_days(start, end, holidays=()):
    if isinstance(start, str):
        start, end = date.fromisoformat(start), date.fromisoformat(end)
    if start > end:
        raise ValueError
    count = round(((end - start).days + 1) * 5 / 7)
    for day in set(holidays):
        count -= start <= day <= end and day.weekday() < 5
    return count
''', "any range"),
        Wrong("a calendar of its own, in which each fourth year is a leap year", '''
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
''', "any range"),
        Wrong("a stack frame a day", '''
def business_days(start, end, holidays=()):
    if isinstance(start, str):
        start, end = date.fromisoformat(start), date.fromisoformat(end)
    if start > end:
        raise ValueError
    here = start.weekday() < 5 and start not in holidays
    if start == end:
        return int(here)
    return here + business_days(start + timedelta(1), end, holidays)
''', "any range"),
        edited("wrong where an odd number of weeks is full", "any range", WEEKS,
               ("count = 5 * weeks", "count = 10 * (weeks // 2)")),
        edited("takes dates only", "ISO text", LOOP,
               ("    if isinstance(start, str):\n"
                "        start, end = date.fromisoformat(start), date.fromisoformat(end)\n", "")),
        edited("month and day are swapped", "ISO text", LOOP,
               ("start, end = date.fromisoformat(start), date.fromisoformat(end)",
                "start, end = (date(int(t[:4]), int(t[8:]), int(t[5:7])) for t in (start, end))")),
        edited("with text the holidays should be text too", "ISO text", LOOP,
               ("        start, end",
                "        holidays = [date.fromisoformat(h) for h in holidays]\n"
                "        start, end")),
        edited("with text the holidays are forgotten", "ISO text", LOOP,
               ("        start, end", "        holidays = ()\n        start, end")),
        edited("ignores the holidays", "holidays", LOOP, (" and day not in off", "")),
        edited("a holiday on a weekend is taken off too", "holidays", WEEKS,
               (" and day.weekday() < 5", "")),
        edited("a holiday that is listed twice is taken off twice", "holidays", WEEKS,
               ("set(holidays)", "holidays")),
        edited("holidays outside the range are taken off", "holidays", WEEKS,
               ("if start <= day <= end and day", "if day")),
        edited("holidays at the ends are not taken off", "holidays", WEEKS,
               ("start <= day <= end", "start < day < end")),
        edited("stops at the first holiday after the end", "holidays", WEEKS,
               ("in set(holidays)", "in dict.fromkeys(holidays)"),
               ("        if start <= day",
                "        if day > end:\n            break\n        if start <= day")),
        edited("takes the number of holidays off", "holidays", WEEKS,
               ("    for day in set(holidays):\n        if start <= day <= end and "
                "day.weekday() < 5:\n            count -= 1\n    return count",
                "    return max(0, count - len(holidays))")),
        edited("looks holidays up by halves, though they are in no order", "holidays", LOOP,
               ("    off = set(holidays)",
                "    from bisect import bisect_left\n    off = list(holidays)"),
               ("day not in off", "off[bisect_left(off, day):][:1] != [day]")),
        edited("works with sets only", "holidays", LOOP,
               ("    off = set(holidays)", "    off = holidays | set()")),
        edited("no holidays at all is taken for a missing argument", "holidays", LOOP,
               ("    off = set(holidays)",
                "    off = set(holidays or [date(2021, 7, 5), date(2021, 12, 24)])")),
        edited("a holiday of another year counts", "holidays", LOOP,
               ("    off = set(holidays)",
                "    off = {(day.month, day.day) for day in holidays}"),
               ("day not in off", "(day.month, day.day) not in off")),
        edited("empties the caller's set", "holidays", WEEKS,
               ("    for day in set(holidays):",
                "    off = holidays if isinstance(holidays, set) else set(holidays)\n"
                "    while off:\n        day = off.pop()")),
        edited("sorts the caller's list", "holidays", LOOP,
               ("    off = set(holidays)",
                "    if isinstance(holidays, list):\n        holidays.sort()\n"
                "    off = set(holidays)")),
        edited("crosses holidays off the caller's list", "holidays", LOOP,
               ("            count += 1",
                "            count += 1\n        while isinstance(holidays, list) "
                "and day in holidays:\n            holidays.remove(day)")),
        edited("holidays of earlier calls stay", "holidays", LOOP,
               ("holidays=()):", "holidays=(), off=set()):"),
               ("off = set(holidays)", "off.update(holidays)")),
        edited("results are kept by the two ends", "holidays", LOOP,
               ("holidays=()):", "holidays=(), kept={}):"),
               ("    off = set(holidays)",
                "    if (start, end) in kept:\n        return kept[start, end]\n"
                "    off = set(holidays)"),
               ("    return count", "    kept[start, end] = count\n    return count")),
        edited("backwards gives 0", "start after end raises ValueError", LOOP,
               ('raise ValueError("start is after end")', "return 0")),
        edited("backwards counts as negative", "start after end raises ValueError", LOOP,
               ('raise ValueError("start is after end")',
                "return -business_days(end, start, holidays)")),
        edited("backwards is turned round", "start after end raises ValueError", LOOP,
               ('raise ValueError("start is after end")', "start, end = end, start")),
        edited("backwards fails an assertion", "start after end raises ValueError", LOOP,
               ('    if start > end:\n        raise ValueError("start is after end")\n',
                "    assert start <= end\n")),
        edited("backwards is noticed in dates, not in text", "start after end raises ValueError",
               LOOP, ("    if start > end:", "    elif start > end:")),
        edited("backwards by a day or two is let through", "start after end raises ValueError",
               WEEKS, ("start > end", "(start - end).days > 2")),
        Wrong("steps past the end before it looks", '''
def business_days(start, end, holidays=()):
    if isinstance(start, str):
        start, end = date.fromisoformat(start), date.fromisoformat(end)
    if start > end:
        raise ValueError
    count = 0
    while start <= end:
        count += start.weekday() < 5 and start not in holidays
        start += timedelta(days=1)
    return count
''', "up to the last day of the calendar"),
        edited("needs the day after the end", "up to the last day of the calendar", LOOP,
               ("    off = set(holidays)",
                "    end += timedelta(days=1)\n    off = set(holidays)"), (".days + 1", ".days")),
        edited("goes to the Sunday after the end", "up to the last day of the calendar", WEEKS,
               ("    weeks, rest = divmod((end - start).days + 1, 7)\n    count = 5 * weeks\n"
                "    for k in range(rest):\n        count += (start.weekday() + k) % 7 < 5\n",
                "    monday = start - timedelta(start.weekday())\n"
                "    sunday = end + timedelta(6 - end.weekday())\n"
                "    count = ((sunday - monday).days + 1) // 7 * 5\n"
                "    count -= min(start.weekday(), 5) + max(0, 4 - end.weekday())\n")),
        Wrong("knows the examples by heart", '''
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
''', "any range"),
    ],
    right=[
        Right("a look at each day", LOOP),
        Right("full weeks, and the days that are left", WEEKS),
        Right("a difference of two heights", STAIRS),
        Right("NumPy, with the last day added", '''
import numpy as np

def business_days(start, end, holidays=()):
    first, last = np.datetime64(start, "D"), np.datetime64(end, "D")
    if first > last:
        raise ValueError("the range runs backwards")
    return np.busday_count(first, last + np.timedelta64(1, "D"),
                           holidays=[np.datetime64(day) for day in holidays])
'''),
        Right("pandas", '''
import pandas as pd

def business_days(start, end, holidays=()):
    if start > end:
        raise ValueError(f"{start} > {end}")
    days = pd.bdate_range(pd.Timestamp(start).as_unit("s"), pd.Timestamp(end).as_unit("s"),
                          unit="s")
    return int((~days.isin(pd.DatetimeIndex(list(holidays)).as_unit("s"))).sum())
'''),
        Right("goes round the week with a cycle", '''
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
'''),
        Right("the numbers of the days, as a set", '''
def business_days(start, end, holidays=()):
    to_number = lambda d: (date.fromisoformat(d) if isinstance(d, str) else d).toordinal()
    first, last = to_number(start), to_number(end)
    if first > last:
        raise ValueError
    days = set(range(first, last + 1))
    days -= {n for n in days if n % 7 in (6, 0)}
    days -= {h.toordinal() for h in holidays}
    return len(days)
'''),
        Right("each weekday as a range with steps of seven", '''
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
'''),
        Right("back to the Mondays of the first and the last week", '''
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
'''),
        Right("halves the range, by recursion", '''
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
'''),
    ],
)

FAST = '''
def business_days_fast(start, end, holidays=()):
    weeks, rest = divmod((end - start).days + 1, 7)
    count = 5 * weeks
    for k in range(rest):
        count += (start.weekday() + k) % 7 < 5
    for day in set(holidays):
        if start <= day <= end and day.weekday() < 5:
            count -= 1
    return count
'''
FAST_STAIRS = '''
def business_days_fast(start, end, holidays=()):
    def height(k):
        return k // 7 * 5 + min(k % 7, 5)
    count = height(end.toordinal()) - height(start.toordinal() - 1)
    return count - len({day for day in holidays if start <= day <= end and day.weekday() < 5})
'''
RANGE_GROUP = "work does not grow with the range"

business_days_fast = Exercise(
    difficulty="medium",
    minutes=15,
    groups=[
        Group(
            "any range",
            cases=[
                case(date(2021, 1, 31), date(2021, 2, 18), gives=14),
                case(date(2021, 2, 1), date(2021, 2, 13), gives=10),
                case(date(2021, 2, 4), date(2021, 2, 16), gives=9),
                case(date(2021, 2, 6), date(2021, 2, 7), gives=0),
                case(date.max, date.max, gives=1),
                case(date.min, date.min, gives=1),
                case(date(1601, 1, 1), date(2000, 12, 31), gives=104355),
            ],
            inputs=ranges_anywhere,
            oracle=counted,
            tries=150,
            nudge="Seven days in a row hold five business days, wherever they begin. What of the "
            "rest?",
        ),
        Group(
            "holidays",
            cases=[
                case(date(2021, 7, 1), date(2021, 7, 7),
                     (date(2021, 7, 5), date(2021, 7, 4), date(2021, 7, 5)), gives=4),
                case(date(2021, 7, 1), date(2021, 7, 7), gives=5),
                case(date(2021, 7, 1), date(2021, 7, 7),
                     [date(2020, 7, 2), date(2022, 7, 6)], gives=5),
                case(date(2021, 7, 1), date(2021, 7, 7),
                     {date(2021, 7, 1), date(2021, 7, 7), date(2021, 7, 8)}, gives=3),
            ],
            inputs=ranges_anywhere_with_holidays,
            oracle=counted,
            tries=150,
            nudge="Take a holiday off once, and only if it stands in the range and on a weekday.",
        ),
        Growth(
            RANGE_GROUP,
            args=long_range,
            sizes=(70, 700, 7_000, 70_000),
            exponent=0.2,
            brute=day_by_day,
            best=weekday_by_weekday,
            nudge="Look at no day and at no week: divide.",
        ),
        GrowthAndTime(
            "work grows as the holidays",
            args=many_holidays,
            sizes=(64, 128, 256, 512),
            exponent=1.3,
            nudge="A set tells at once whether a holiday was seen before.",
        ),
    ],
    hints=[
        "How many business days do seven days in a row hold? Does it matter where they begin?",
        "`divmod(days, 7)` gives the full weeks and what is left, fewer than seven days. Or: how "
        "many business days are there from the first day of the calendar to a given day?",
        "Day 1 of `toordinal()` is a Monday. So the days 1 to k hold 5 for each full week, and of "
        "the rest all but the part beyond five. A range is the difference of two such counts. "
        "Which two?",
        "`height(k) = 5 * (k // 7) + min(k % 7, 5)`. The count is `height(end.toordinal()) - "
        "height(start.toordinal() - 1)`. From it take the number of different holidays with "
        "`start <= day <= end` and `day.weekday() < 5`.",
    ],
    without=("numpy", "pandas", "dateutil"),
    wrong=[
        Wrong("looks at each day", '''
def business_days_fast(start, end, holidays=()):
    off = set(holidays)
    days = (start + timedelta(k) for k in range((end - start).days + 1))
    return sum(day.weekday() < 5 and day not in off for day in days)
''', RANGE_GROUP),
        Wrong("makes a set of all days", '''
def business_days_fast(start, end, holidays=()):
    days = {k for k in range(start.toordinal(), end.toordinal() + 1) if k % 7 not in (0, 6)}
    return len(days - {day.toordinal() for day in holidays})
''', RANGE_GROUP),
        Wrong("jumps from Monday to Monday", '''
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
''', RANGE_GROUP),
        Wrong("adds up the years", '''
def business_days_fast(start, end, holidays=()):
    def part(a, b):
        weeks, rest = divmod((b - a).days + 1, 7)
        return 5 * weeks + sum((a.weekday() + k) % 7 < 5 for k in range(rest))
    count = 0
    for year in range(start.year, end.year + 1):
        count += part(max(start, date(year, 1, 1)), min(end, date(year, 12, 31)))
    return count - sum(start <= day <= end and day.weekday() < 5 for day in set(holidays))
''', RANGE_GROUP),
        Wrong("makes a table of the counts up to each day", '''
def business_days_fast(start, end, holidays=()):
    heights = [0]
    for day in range(start.toordinal(), end.toordinal() + 1):
        heights.append(heights[-1] + (day % 7 not in (0, 6)))
    return heights[-1] - sum(start <= day <= end and day.weekday() < 5 for day in set(holidays))
''', RANGE_GROUP),
        Wrong("halves the range down to single days", '''
def business_days_fast(start, end, holidays=()):
    off = set(holidays)
    def count(a, b):
        if a == b:
            day = date.fromordinal(a)
            return int(day.weekday() < 5 and day not in off)
        return count(a, (a + b) // 2) + count((a + b) // 2 + 1, b)
    return count(start.toordinal(), end.toordinal())
''', RANGE_GROUP),
        edited("counts full weeks only", "any range", FAST, ("range(rest)", "range(0)")),
        edited("all days that are left count", "any range", FAST,
               ("count += (start.weekday() + k) % 7 < 5", "count += 1")),
        edited("what is left always begins on a Monday", "any range", FAST,
               ("(start.weekday() + k) % 7 < 5", "k < 5")),
        edited("what is left does not run over a Sunday", "any range", FAST,
               ("(start.weekday() + k) % 7 < 5", "start.weekday() + k < 5")),
        edited("leaves the last day out", "any range", FAST, (".days + 1", ".days")),
        edited("leaves the first day out", "any range", FAST_STAIRS,
               ("start.toordinal() - 1", "start.toordinal()")),
        edited("the staircase begins on a Sunday", "any range", FAST_STAIRS,
               ("return k // 7 * 5 + min(k % 7, 5)",
                "return k // 7 * 5 + max(0, min(k % 7 - 1, 5))")),
        edited("the stairs have no flat part", "any range", FAST_STAIRS,
               ("min(k % 7, 5)", "k % 7")),
        edited("the slope of five sevenths", "any range", FAST_STAIRS,
               ("k // 7 * 5 + min(k % 7, 5)", "k * 5 // 7")),
        Wrong("a range that ends on a weekend before it begins in the week", '''
def business_days_fast(start, end, holidays=()):
    weeks, rest = divmod((end - start).days + 1, 7)
    count = 5 * weeks + rest
    if rest and end.weekday() < start.weekday():
        count -= 2
    return count - sum(start <= day <= end and day.weekday() < 5 for day in set(holidays))
''', "any range"),
        edited("needs the day after the end", "any range", FAST,
               ("divmod((end - start).days + 1, 7)",
                "divmod((end + timedelta(1) - start).days, 7)")),
        edited("needs the day before the start", "any range", FAST_STAIRS,
               ("start.toordinal() - 1", "(start - timedelta(1)).toordinal()")),
        Wrong("takes the seconds of a difference for all of it", '''
def business_days_fast(start, end, holidays=()):
    from datetime import datetime
    midnights = [datetime(day.year, day.month, day.day) for day in (start, end)]
    weeks, rest = divmod((midnights[1] - midnights[0]).seconds // 86_400 + 1, 7)
    return 5 * weeks + sum((start.weekday() + k) % 7 < 5 for k in range(rest))
''', "any range"),
        edited("ignores the holidays", "holidays", FAST, ("in set(holidays)", "in ()")),
        edited("a holiday on a weekend is taken off too", "holidays", FAST,
               (" and day.weekday() < 5", "")),
        edited("a holiday that is listed twice is taken off twice", "holidays", FAST,
               ("set(holidays)", "holidays")),
        edited("holidays outside the range are taken off", "holidays", FAST,
               ("if start <= day <= end and day", "if day")),
        edited("a holiday on the last day is forgotten", "holidays", FAST_STAIRS,
               ("start <= day <= end", "start <= day < end")),
        edited("holidays are looked for in the full weeks only", "holidays", FAST,
               ("start <= day <= end", "start <= day < start + timedelta(7 * weeks)")),
        edited("equal neighbours are dropped, though the list is not sorted", "holidays", FAST,
               ("in set(holidays)",
                "in [d for k, d in enumerate(list(holidays)) if [d] != list(holidays)[k - 1:k]]")),
        edited("a holiday of another year counts", "holidays", FAST,
               ("    for day in set(holidays):",
                "    for day in {d.replace(year=start.year) for d in holidays\n"
                "                if (d.month, d.day) != (2, 29)}:")),
        edited("sorts the caller's list", "holidays", FAST,
               ("    weeks, rest",
                "    if isinstance(holidays, list):\n        holidays.sort()\n    weeks, rest")),
        edited("a holiday of an earlier call is not taken off again", "holidays", FAST,
               ("holidays=()):", "holidays=(), seen=set()):"),
               ("        if start <= day <= end and day.weekday() < 5:",
                "        if start <= day <= end and day.weekday() < 5 and day not in seen:\n"
                "            seen.add(day)")),
        Wrong("each holiday is looked for in a list of those before it", '''
def business_days_fast(start, end, holidays=()):
    weeks, rest = divmod((end - start).days + 1, 7)
    count = 5 * weeks + sum((start.weekday() + k) % 7 < 5 for k in range(rest))
    seen = []
    for day in holidays:
        if start <= day <= end and day.weekday() < 5 and day not in seen:
            seen.append(day)
    return count - len(seen)
''', "work grows as the holidays"),
        Wrong("each holiday is compared with all before it", '''
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
''', "work grows as the holidays"),
    ],
    right=[
        Right("full weeks, and the days that are left", FAST),
        Right("a difference of two heights", FAST_STAIRS),
        Right("the same with numbers, holidays sorted", '''
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
'''),
        Right("a table for weekday and rest", '''
TABLE = [[sum((w + k) % 7 < 5 for k in range(r)) for r in range(7)] for w in range(7)]

def business_days_fast(start, end, holidays=()):
    weeks, rest = divmod((end - start).days + 1, 7)
    off = [h for h in {*holidays} if start <= h <= end and h.weekday() not in (5, 6)]
    return weeks * 5 + TABLE[start.weekday()][rest] - len(off)
'''),
        Right("less the Saturdays and the Sundays", '''
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
'''),
        Right("from Monday to Monday", '''
def business_days_fast(start, end, holidays=()):
    weeks = ((end.toordinal() - end.weekday()) - (start.toordinal() - start.weekday())) // 7
    total = 5 * weeks - min(start.weekday(), 5) + min(end.weekday() + 1, 5)
    seen = set()
    for h in holidays:
        if h in seen or h < start or h > end or h.weekday() >= 5:
            continue
        seen.add(h)
    return total - len(seen)
'''),
        Right("weekday by weekday, as ranges", '''
def business_days_fast(start, end, holidays=()):
    days = range(start.toordinal(), end.toordinal() + 1)
    total = sum(len(days[(w - days[0]) % 7::7]) for w in (1, 2, 3, 4, 5))
    off = {h.toordinal() for h in holidays}
    return total - sum(1 for n in off if n in days and n % 7 not in (6, 0))
'''),
    ],
)

STEPS = '''
def add_business_days(start, n, holidays=()):
    off = {day for day in holidays if day > start and day.weekday() < 5}
    day = start
    while n > 0:
        day += timedelta(days=1)
        if day.weekday() < 5 and day not in off:
            n -= 1
    return day
'''
JUMPS = '''
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
'''
FAR_GROUP = "work does not grow with n"

add_business_days = Exercise(
    difficulty="hard",
    minutes=20,
    groups=[
        Group(
            "from a weekday, from a weekend",
            cases=[
                case(date(2021, 2, 1), 1, gives=date(2021, 2, 2)),
                case(date(2021, 2, 5), 1, gives=date(2021, 2, 8)),
                case(date(2021, 2, 6), 1, gives=date(2021, 2, 8)),
                case(date(2021, 2, 7), 1, gives=date(2021, 2, 8)),
                case(date(2021, 2, 4), 2, gives=date(2021, 2, 8)),
                case(date(2021, 2, 1), 5, gives=date(2021, 2, 8)),
                case(date(2021, 2, 5), 5, gives=date(2021, 2, 12)),
                case(date(2021, 2, 6), 5, gives=date(2021, 2, 12)),
            ],
            nudge="The start is not counted. Number the business days after it 1, 2, 3.",
        ),
        Group(
            "any start, any n",
            cases=[
                case(date(2020, 2, 28), 1, gives=date(2020, 3, 2)),
                case(date(2021, 1, 1), 261, gives=date(2022, 1, 3)),
            ],
            inputs=starts_and_counts,
            oracle=moved,
            tries=120,
            nudge="Five business days on is the same weekday a week later.",
        ),
        Group(
            "holidays",
            cases=[
                case(date(2021, 7, 2), 1, [date(2021, 7, 5)], gives=date(2021, 7, 6)),
                case(date(2021, 7, 2), 1, gives=date(2021, 7, 5)),
                case(date(2021, 7, 2), 1, [date(2020, 7, 5), date(2022, 7, 5)],
                     gives=date(2021, 7, 5)),
                case(date(2021, 7, 2), 1, [date(2021, 7, 6), date(2021, 7, 5)],
                     gives=date(2021, 7, 7)),
                case(date(2021, 7, 2), 2, (date(2021, 7, 4), date(2021, 7, 2)),
                     gives=date(2021, 7, 6)),
                case(date(2021, 7, 2), 2, {date(2021, 7, 6), date(2021, 7, 7)},
                     gives=date(2021, 7, 8)),
                case(date(2021, 7, 1), 1, (date(2021, 7, 2), date(2021, 7, 2)),
                     gives=date(2021, 7, 5)),
            ],
            inputs=starts_counts_and_holidays,
            oracle=moved,
            tries=200,
            nudge="A holiday pushes the result a day on, and there may stand the next holiday.",
        ),
        Growth(
            FAR_GROUP,
            args=far_ahead,
            sizes=(50, 500, 5_000, 50_000),
            exponent=0.2,
            brute=step_by_step,
            best=by_heights,
            nudge="Five business days are a week. Jump the weeks, then walk what is left.",
        ),
    ],
    hints=[
        "Leave the holidays aside at first. Where are you after 5, after 10, after 500 business "
        "days?",
        "Begin on a weekday: a start on a weekend behaves like the Friday before it. Jump "
        "`n // 5` weeks. What is left is at most four days, and it may run over one weekend.",
        "Now the holidays, in order of date. Each one that stands on a weekday after the start "
        "and not after the present result pushes the result one business day on. Why must they be "
        "in order?",
        "`jump(day, n)`: from a weekend go back to Friday; `weeks, rest = divmod(n, 5)`; add 2 to "
        "`rest` if `day.weekday() + rest > 4`; return `day + timedelta(7 * weeks + rest)`. Then "
        "`day = jump(start, n)`, and for each `h` of `sorted(set(holidays))` with `start < h <= "
        "day` and `h.weekday() < 5`: `day = jump(day, 1)`.",
    ],
    without=("numpy", "pandas", "dateutil"),
    wrong=[
        edited("counts the start as the first day", "from a weekday, from a weekend", STEPS,
               ("    day = start\n", "    day = start - timedelta(days=1)\n")),
        edited("calendar days", "from a weekday, from a weekend", STEPS,
               ("if day.weekday() < 5 and day not in off", "if day not in off")),
        edited("Saturday is a business day", "from a weekday, from a weekend", STEPS,
               ("if day.weekday() < 5", "if day.weekday() < 6")),
        edited("a start on a weekend rolls on to Monday, then counts",
               "from a weekday, from a weekend", STEPS,
               ("    while n > 0", "    while day.weekday() > 4:\n"
                                   "        day += timedelta(days=1)\n    while n > 0")),
        edited("a start on a Sunday goes back one day only", "from a weekday, from a weekend",
               JUMPS, ("timedelta(days=day.weekday() - 4)", "timedelta(days=1)")),
        edited("a start on a weekend stays there", "from a weekday, from a weekend", JUMPS,
               ("        if day.weekday() > 4:\n"
                "            day -= timedelta(days=day.weekday() - 4)\n", "")),
        edited("the result is moved out of the weekend at the end", "any start, any n", JUMPS,
               ("        if day.weekday() + rest > 4:\n            rest += 2\n"
                       "        return day + timedelta(days=7 * weeks + rest)",
                       "        day += timedelta(days=7 * weeks + rest)\n"
                       "        while day.weekday() > 4:\n"
                       "            day += timedelta(days=1)\n        return day")),
        edited("a rest that ends on a Saturday is let through", "from a weekday, from a weekend",
               JUMPS, ("day.weekday() + rest > 4", "day.weekday() + rest > 5")),
        edited("returns the number of calendar days", "from a weekday, from a weekend", STEPS,
               ("    return day\n", "    return (day - start).days\n")),
        edited("returns text", "from a weekday, from a weekend", STEPS,
               ("    return day\n", "    return day.isoformat()\n")),
        edited("seven fifths of n, rounded", "from a weekday, from a weekend", JUMPS,
               ("7 * weeks + rest)", "round(n * 7 / 5))")),
        edited("a week less for each full week beyond the fortieth", "any start, any n", JUMPS,
               ("weeks, rest = divmod(n, 5)",
                "weeks, rest = divmod(n, 5)\n        weeks -= weeks > 40")),
        edited("wrong for an odd number of weeks and nothing left", "any start, any n", JUMPS,
               ("weeks, rest = divmod(n, 5)",
                "weeks, rest = divmod(n, 5)\n        if weeks % 2 and weeks > 1 and not rest:\n"
                "            rest = 1")),
        Wrong("a stack frame a day", '''
def add_business_days(start, n, holidays=()):
    if n == 0:
        return start
    day = start + timedelta(1)
    counts = day.weekday() < 5 and day not in holidays
    return add_business_days(day, n - counts, holidays)
''', FAR_GROUP),
        Wrong("knows the examples by heart", '''
def add_business_days(start, n, holidays=()):
    if (start.year, start.month) == (2021, 2):
        return date(2021, 2, {(1, 1): 2, (5, 5): 12, (6, 5): 12}.get((start.day, n), 8))
    return date(2020, 3, 2) if n == 1 else date(2022, 1, 3)
''', "any start, any n"),
        edited("ignores the holidays", "holidays", JUMPS, ("sorted(set(holidays))", "()")),
        edited("a holiday on a weekend pushes too", "holidays", JUMPS,
               (" and holiday.weekday() < 5", "")),
        edited("a holiday that is listed twice pushes twice", "holidays", JUMPS,
               ("sorted(set(holidays))", "sorted(holidays)")),
        edited("a holiday on the start pushes too", "holidays", JUMPS,
               ("start < holiday", "start <= holiday")),
        edited("a holiday where the count ends does not push", "holidays", JUMPS,
               ("holiday <= day", "holiday < day")),
        edited("the holidays are taken as they come", "holidays", JUMPS,
               ("sorted(set(holidays))", "dict.fromkeys(holidays)")),
        edited("latest holiday first", "holidays", JUMPS,
               ("sorted(set(holidays))", "sorted(set(holidays), reverse=True)")),
        Wrong("counts the holidays once, before the result has moved", '''
def add_business_days(start, n, holidays=()):
    def jump(day, n):
        day -= timedelta(max(0, day.weekday() - 4))
        weeks, rest = divmod(n, 5)
        return day + timedelta(7 * weeks + rest + 2 * (day.weekday() + rest > 4))
    day = jump(start, n)
    return jump(day, sum(start < h <= day and h.weekday() < 5 for h in set(holidays)))
''', "holidays"),
        edited("a holiday pushes by a calendar day", "holidays", JUMPS,
               ("            day = jump(day, 1)", "            day += timedelta(days=1)")),
        edited("a holiday of another year counts", "holidays", STEPS,
               ("off = {day for day in holidays if day > start and day.weekday() < 5}",
                "off = {(day.month, day.day) for day in holidays}"),
               ("day not in off", "(day.month, day.day) not in off")),
        edited("sorts the caller's list", "holidays", JUMPS,
               ("    day = jump(start, n)",
                "    if isinstance(holidays, list):\n        holidays.sort()\n"
                "    day = jump(start, n)")),
        edited("holidays of earlier calls stay", "holidays", STEPS,
               ("holidays=()):", "holidays=(), off=set()):"),
               ("off = {day for day in holidays if day > start and day.weekday() < 5}",
                "off.update(holidays)")),
        edited("results are kept by start and n", "holidays", JUMPS,
               ("holidays=()):", "holidays=(), kept={}):"),
               ("    day = jump(start, n)",
                "    if (start, n) in kept:\n        return kept[start, n]\n"
                "    day = jump(start, n)"),
               ("            day = jump(day, 1)\n    return day",
                "            day = jump(day, 1)\n    kept[start, n] = day\n    return day")),
        edited("walks day by day", FAR_GROUP, STEPS),
        Wrong("walks week by week", '''
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
''', FAR_GROUP),
    ],
    right=[
        Right("jumps, then a push for each holiday", JUMPS),
        Right("in business-day numbers", '''
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
'''),
        Right("again until no holiday is new", '''
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
'''),
        Right("a search by halves", '''
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
'''),
        Right("jumps between the holidays", '''
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
'''),
        Right("walks the last days only", '''
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
'''),
    ],
)
