"""Checks of lesson 108: counting business days, at once and backwards."""

from __future__ import annotations

from datetime import date, timedelta

from autograder.groups import Exercise, Group, Growth, Large, Together, case, nudge_on

SATURDAY = 5
LAST = date.max.toordinal()
KINDS = (list, tuple, set, frozenset)


def as_date(value: date | str) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)


def one_by_one(first: date, last: date, off: set[date]) -> int:
    """The plain count: look at each day."""
    days = (date.fromordinal(k) for k in range(first.toordinal(), last.toordinal() + 1))
    return sum(day.weekday() < SATURDAY and day not in off for day in days)


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
        start, n = draw(
            st.tuples(st.dates(date(1890, 1, 1), date(2110, 12, 31)), st.integers(1, 25))
        )
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


def every_weekday(n: int) -> tuple:
    """A range of n weekdays, each of them a holiday."""
    weekdays = [FIRST + timedelta(7 * (k // 5) + k % 5) for k in range(n)]
    return FIRST, weekdays[-1], weekdays


def far_ahead(n: int) -> tuple:
    return FIRST, n, FEW


def step_by_step(start, n, holidays=()):
    off = set(holidays)
    while n:
        start += timedelta(1)
        n -= start.weekday() < SATURDAY and start not in off
    return start


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
            nudge="Write down the days of this range. Is the first one counted, and the last?",
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
            nudge="For a Monday, weekday() is 0. Which two numbers are Saturday and Sunday?",
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
                case(date(2099, 12, 1), date(2100, 3, 7), gives=69),
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
            nudge=nudge_on(
                "value raised", "Convert both ends to dates first. The holidays are already dates."
            ),
        ),
        Group(
            "holidays",
            cases=[
                case(date(2021, 7, 1), date(2021, 7, 7), [date(2021, 7, 5)], gives=4),
                case(date(2021, 7, 1), date(2021, 7, 7), gives=5),
                case(date(2021, 7, 1), date(2021, 7, 7), [date(2021, 7, 4)], gives=5),
                case(
                    date(2021, 7, 1),
                    date(2021, 7, 7),
                    (date(2021, 7, 5), date(2021, 7, 2), date(2021, 7, 5)),
                    gives=3,
                ),
                case(
                    date(2021, 7, 1),
                    date(2021, 7, 7),
                    {date(2021, 7, 1), date(2021, 7, 7), date(2021, 7, 8)},
                    gives=3,
                ),
                case(date(2021, 7, 2), date(2021, 7, 2), [date(2021, 7, 2)], gives=0),
                case(date(2021, 7, 1), date(2021, 7, 7), [], gives=5),
                case(
                    date(2021, 7, 1),
                    date(2021, 7, 7),
                    [date(2020, 7, 2), date(2022, 7, 6)],
                    gives=5,
                ),
            ],
            inputs=ranges_with_holidays,
            oracle=counted,
            tries=150,
            nudge="A holiday removes a day once, and only where a business day was counted.",
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
            nudge=nudge_on(
                "accepted", "Nobody can tell a range that was swapped by mistake from an empty one."
            ),
        ),
        Group(
            "up to the last day of the calendar",
            cases=[
                case(date.max, date.max, gives=1),
                case(date(9999, 12, 20), date.max, gives=10),
                case("9999-12-31", "9999-12-31", gives=1),
                case(date(9999, 12, 25), date.max, [date.max], gives=4),
            ],
            nudge=nudge_on("value raised", "There's no day after 31 December 9999 to step to."),
        ),
    ],
    hints=[
        "Start with the easy part: convert both ends to `date`, reject a range that runs "
        "backwards, and count without holidays. Which of your steps ever needs the day after "
        "`end`?",
        "The number of days is `(end - start).days + 1`. For each of them, `weekday()` is 0 on a "
        "Monday and 6 on a Sunday.",
        "A day counts if it is Monday to Friday *and* not a holiday. If you test each day like "
        "this, a holiday on a Sunday, a repeated one and one outside the range do no harm. A `set` "
        "of the holidays makes the test fast and leaves the list unmodified.",
        "`if isinstance(start, str)`: convert both with `date.fromisoformat`. `if start > end: "
        "raise ValueError(...)`. Then `off = set(holidays)`, go through `k in range((end - "
        "start).days + 1)` with `day = start + timedelta(k)`, and add 1 if `day.weekday() < 5 and "
        "day not in off`.",
    ],
)

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
            nudge="Seven days in a row hold five business days, wherever they begin. What about "
            "the rest?",
        ),
        Group(
            "holidays",
            cases=[
                case(
                    date(2021, 7, 1),
                    date(2021, 7, 7),
                    (date(2021, 7, 5), date(2021, 7, 4), date(2021, 7, 5)),
                    gives=4,
                ),
                case(date(2021, 7, 1), date(2021, 7, 7), gives=5),
                case(
                    date(2021, 7, 1),
                    date(2021, 7, 7),
                    [date(2020, 7, 2), date(2022, 7, 6)],
                    gives=5,
                ),
                case(
                    date(2021, 7, 1),
                    date(2021, 7, 7),
                    {date(2021, 7, 1), date(2021, 7, 7), date(2021, 7, 8)},
                    gives=3,
                ),
            ],
            inputs=ranges_anywhere_with_holidays,
            oracle=counted,
            tries=150,
            nudge="Subtract a holiday once, and only if it's in the range and on a weekday.",
        ),
        Growth(
            RANGE_GROUP,
            args=long_range,
            oracle=counted,
            sizes=(70, 700, 7_000, 70_000),
            exponent=0.2,
            brute="looks at each day",
            best="full weeks, and the days that are left",
            nudge="Don't look at single days or weeks: divide.",
        ),
        Together(
            "linear in the holidays",
            parts=[
                Growth(args=many_holidays, oracle=counted, sizes=(64, 128, 256, 512), exponent=1.3),
                # To look for a day in a list is one line, however long the list. With a set the
                # call takes a hundredth of the limit, with a list several times the limit.
                Large(
                    args=lambda: every_weekday(30_000),
                    gives=0,
                    limit=1.0,
                    shown="<a range of 30,000 weekdays, each a holiday>",
                    slow="Timed out on 30,000 holidays. Work counts even where one line hides it, "
                    "such as looking for a day in a list.",
                ),
            ],
            nudge="With a set, you can tell at once whether you've seen a holiday before.",
        ),
    ],
    hints=[
        "How many business days do seven days in a row hold? Does it matter where they begin?",
        "`divmod(days, 7)` returns the full weeks and what's left, fewer than seven days. Or: how "
        "many business days are there from the first day of the calendar to a given day?",
        "Day 1 of `toordinal()` is a Monday. So days 1 to k hold 5 per full week, and of the rest "
        "all but the part beyond five. A range is the difference of two such counts. Which two?",
        "`height(k) = 5 * (k // 7) + min(k % 7, 5)`. The count is `height(end.toordinal()) - "
        "height(start.toordinal() - 1)`. Subtract the number of distinct holidays with `start <= "
        "day <= end` and `day.weekday() < 5`.",
    ],
    without=("numpy", "pandas", "dateutil"),
)

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
            nudge="The start isn't counted. Number the business days after it 1, 2, 3.",
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
            nudge="Five business days ahead is the same weekday a week later.",
        ),
        Group(
            "holidays",
            cases=[
                case(date(2021, 7, 2), 1, [date(2021, 7, 5)], gives=date(2021, 7, 6)),
                case(date(2021, 7, 2), 1, gives=date(2021, 7, 5)),
                case(
                    date(2021, 7, 2),
                    1,
                    [date(2020, 7, 5), date(2022, 7, 5)],
                    gives=date(2021, 7, 5),
                ),
                case(
                    date(2021, 7, 2),
                    1,
                    [date(2021, 7, 6), date(2021, 7, 5)],
                    gives=date(2021, 7, 7),
                ),
                case(
                    date(2021, 7, 2),
                    2,
                    (date(2021, 7, 4), date(2021, 7, 2)),
                    gives=date(2021, 7, 6),
                ),
                case(
                    date(2021, 7, 2),
                    2,
                    {date(2021, 7, 6), date(2021, 7, 7)},
                    gives=date(2021, 7, 8),
                ),
                case(
                    date(2021, 7, 1),
                    1,
                    (date(2021, 7, 2), date(2021, 7, 2)),
                    gives=date(2021, 7, 5),
                ),
            ],
            inputs=starts_counts_and_holidays,
            oracle=moved,
            tries=200,
            nudge="A holiday pushes the result on by a day, and that day may be a holiday too.",
        ),
        Growth(
            FAR_GROUP,
            args=far_ahead,
            oracle=moved,
            sizes=(50, 500, 5_000, 50_000),
            exponent=0.2,
            brute="walks day by day",
            best="in business-day numbers",
            nudge="Five business days are a week. Jump the weeks, then walk what is left.",
        ),
    ],
    hints=[
        "Leave the holidays aside at first. Where are you after 5, after 10, after 500 business "
        "days?",
        "Begin on a weekday: a start on a weekend behaves like the Friday before it. Jump "
        "`n // 5` weeks. At most four days are left, and they may run over one weekend.",
        "Now the holidays, in order of date. Each one that is on a weekday, after the start and "
        "not after the current result pushes the result on by one business day. Why must they be "
        "in order?",
        "`jump(day, n)`: from a weekend go back to Friday; `weeks, rest = divmod(n, 5)`; add 2 to "
        "`rest` if `day.weekday() + rest > 4`; return `day + timedelta(7 * weeks + rest)`. Then "
        "`day = jump(start, n)`, and for each `h` of `sorted(set(holidays))` with `start < h <= "
        "day` and `h.weekday() < 5`: `day = jump(day, 1)`.",
    ],
    without=("numpy", "pandas", "dateutil"),
)
