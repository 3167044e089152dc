"""Checks of lesson 402: features as they were known, offline and online.

What a query or a store should return is worked out here row by row, in plain Python.
"""

from __future__ import annotations

import datetime
import functools
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from autograder.groups import (
    Exercise,
    Form,
    Group,
    MethodGrowth,
    Operations,
    Scene,
    Together,
    a_new_list,
    case,
    nudge_on,
    number,
)
from autograder.groups.queries import COUNT, Query, Scans

# --- store_capacity ---------------------------------------------------------------------------


def figure(want: float, unit: str):
    """A test for an estimate: right within 20%."""
    return number(want, within=0.2, unit=unit)


MEMBERS_A_DAY = 150_000_000
PAGES_AT_PEAK = MEMBERS_A_DAY * 4 * 3 / 86_400
UPDATES_A_DAY = MEMBERS_A_DAY * 10 * 3

store_capacity = Exercise(
    difficulty="easy",
    minutes=10,
    groups=[
        Form(
            "traffic",
            tests={
                "reads_per_second_peak": figure(PAGES_AT_PEAK, "pages per second"),
                "values_per_second_peak": figure(PAGES_AT_PEAK * 200, "values per second"),
                "writes_per_second": figure(UPDATES_A_DAY / 86_400, "updates per second"),
            },
            nudge="Write the unit next to each factor, and cancel units before you multiply.",
        ),
        Form(
            "storage and freshness",
            tests={
                "online_gigabytes": figure(300_000_000 * 200 * 24 / 1e9, "GB"),
                "offline_terabytes_per_year": figure(UPDATES_A_DAY * 365 * 24 / 1e12, "TB"),
                "pages_served_stale_in_an_hour_down": figure(PAGES_AT_PEAK * 3_600, "pages"),
            },
            nudge="Which table is one row per member and feature, and which is one per update?",
        ),
    ],
    hints=[
        "Which of these numbers are rates, and which are sizes? Sort the six keys first.",
        "Pages are what members open. Each page reads 200 values, and each event writes 3.",
        "The online store holds one value per stored member and feature, whether or not the "
        "member came today. The offline store keeps every update.",
        "Members per day × pages ÷ 86,400 × 3; that × 200; members per day × 10 × 3 ÷ 86,400. "
        "Stored members × 200 × 24 ÷ 10⁹; members per day × 10 × 3 × 365 × 24 ÷ 10¹²; "
        "the first number × 3,600.",
    ],
)

# --- the two tables ---------------------------------------------------------------------------

Row = tuple[Any, ...]
Database = Mapping[str, Sequence[Row]]

TABLES = {
    "labels": "label_id INTEGER, member INTEGER, moment TIMESTAMP, clicked INTEGER",
    "features": "member INTEGER, event_time TIMESTAMP, arrived TIMESTAMP, value INTEGER",
}
START = datetime.datetime(2026, 3, 1)
OLDEST = datetime.timedelta(hours=720)


def moment(time: float | str) -> datetime.datetime:
    """A time as hours after the start of March 2026, or as ISO text."""
    if isinstance(time, str):
        return datetime.datetime.fromisoformat(time)
    return START + datetime.timedelta(hours=time)


def database(labels: Iterable[Row], features: Iterable[Row]) -> dict[str, list[Row]]:
    """Rows (label_id, member, moment, clicked) and (member, event_time, arrived, value)."""
    return {
        "labels": [(number, who, moment(when), clicked) for number, who, when, clicked in labels],
        "features": [
            (who, moment(event), moment(came), value) for who, event, came, value in features
        ],
    }


def value_at(label: Row, features: Iterable[Row], only_arrived: bool) -> int | None:
    """The value of a label: the last event's at its moment, its last correction's."""
    _, member, at, _ = label
    last: Row | None = None
    for who, event, came, value in features:
        if who != member or event > at or (only_arrived and came > at):
            continue
        if last is None or (event, came) > last[:2]:
            last = (event, came, value)
    return None if last is None or at - last[0] > OLDEST else last[2]


def rows_by_event_time(tables: Database) -> list[Row]:
    """The rows of training_set."""
    features = tables.get("features", ())
    return [
        (label[0], label[3], value_at(label, features, False)) for label in tables.get("labels", ())
    ]


def rows_as_known(tables: Database) -> list[Row]:
    """The rows of as_known."""
    features = tables.get("features", ())
    return [
        (label[0], label[3], value_at(label, features, True)) for label in tables.get("labels", ())
    ]


RECENT = (0, 5, 6, 9, 10, 11, 24, -24)
AGED = (-720, -721, -719, -710, -711, -709)


def any_tables():
    """Databases of up to three labels of two members, and up to five features.

    With corrections, late and early arrivals, NULL, and rows that are about 30 days old.
    """
    from hypothesis import strategies as st

    label = st.tuples(
        st.sampled_from([7, 8]), st.sampled_from([0, 10, 24, 11]), st.sampled_from([1, 0])
    )
    feature = st.tuples(
        st.sampled_from([7, 8]),
        st.sampled_from([*RECENT, *AGED]),
        st.sampled_from([0, 1, 5, 900, -2]),
        st.sampled_from([1, 2, 3, None]),
    )

    def build(labels: list[tuple], features: list[tuple]) -> dict[str, list[Row]]:
        numbered = [(at, *label) for at, label in enumerate(labels, 1)]
        return database(numbered, [(m, t, t + delay, v) for m, t, delay, v in features])

    rows = st.lists(feature, max_size=5, unique_by=lambda row: (row[0], row[1], row[1] + row[2]))
    return st.builds(build, st.lists(label, max_size=3), rows)


Rows = functools.partial(
    Query,
    schema=TABLES,
    columns={"label_id": COUNT, "clicked": COUNT, "value": COUNT},
    ordered=False,
)
ByEventTime = functools.partial(Rows, oracle=rows_by_event_time)
AsKnown = functools.partial(Rows, oracle=rows_as_known)

ONE = [(1, 7, 10, 1)]
"""One label: member 7, ten o'clock, clicked."""

NO_FEATURES = {
    "a label, no features at all": database(ONE, []),
    "features of the other member only": database(ONE, [(8, 5, 5, 1)]),
    "no labels": database([], [(7, 5, 5, 1)]),
}
AGE = {
    "a feature that is exactly 30 days old": database(ONE, [(7, -710, -710, 1)]),
    "a feature that is 30 days and one hour old": database(ONE, [(7, -711, -711, 1)]),
    "a month is not 30 days: February": database(
        [(1, 7, "2026-03-15 00:00", 1)], [(7, "2026-02-14 00:00", "2026-02-14 00:00", 1)]
    ),
    "a month is not 30 days: July": database(
        [(1, 7, "2026-07-31 12:00", 1)], [(7, "2026-07-01 10:00", "2026-07-01 10:00", 1)]
    ),
    "30 midnights and 22 hours": database(
        [(1, 7, "2026-03-31 23:00", 1)], [(7, "2026-03-01 01:00", "2026-03-01 01:00", 1)]
    ),
    "29 days and 22 hours, 30 midnights": database(
        [(1, 7, "2026-03-31 01:00", 1)], [(7, "2026-03-01 03:00", "2026-03-01 03:00", 1)]
    ),
    "an old row of one label is recent for another": database(
        [(1, 7, 10, 1), (2, 7, -10, 0)], [(7, -711, -711, 1)]
    ),
}
NULLS = {
    "the last value is NULL": database(ONE, [(7, 5, 5, 1), (7, 6, 6, None)]),
    "the only value is NULL": database(ONE, [(7, 5, 5, None)]),
    "a value of 0": database(ONE, [(7, 5, 5, 0)]),
    "NULL, then a value": database(ONE, [(7, 5, 5, None), (7, 6, 6, 2)]),
}

# --- training_set -----------------------------------------------------------------------------

LAST = "the last value at or before the label"
EMPTY = "30 days, NULL, no features"
ONE_ROW = "one row per label, corrections"

training_set = Exercise(
    difficulty="medium",
    minutes=20,
    groups=[
        ByEventTime(
            LAST,
            situations={
                "one feature before the label": database(ONE, [(7, 5, 5, 1)]),
                "one at the very moment": database(ONE, [(7, 10, 10, 1)]),
                "one before and one after the label": database(ONE, [(7, 5, 5, 1), (7, 11, 11, 2)]),
                "one after the label only": database(ONE, [(7, 11, 11, 2)]),
                "the last of two is the smaller": database(ONE, [(7, 5, 5, 3), (7, 6, 6, 2)]),
                "the member of another label": database(
                    [(1, 7, 10, 1), (2, 8, 10, 0)], [(8, 5, 5, 1), (7, 4, 4, 2)]
                ),
                "one that arrived after the label": database(ONE, [(7, 5, 5, 1), (7, 6, 12, 2)]),
                "two labels, an event between them": database(
                    [(1, 7, 10, 1), (2, 7, 20, 0)], [(7, 5, 5, 1), (7, 15, 15, 2)]
                ),
                "an event of the evening before": database(ONE, [(7, -2, -2, 4)]),
            },
            nudge="For this label, which rows of its member had happened? Which is the last?",
        ),
        ByEventTime(
            EMPTY,
            situations=NO_FEATURES | AGE | NULLS,
            nudge="What does your query return for a label whose feature is missing, NULL or old?",
        ),
        ByEventTime(
            ONE_ROW,
            situations={
                "a correction": database(ONE, [(7, 5, 5, 1), (7, 5, 6, 2)]),
                "a correction to NULL": database(ONE, [(7, 5, 5, 1), (7, 5, 6, None)]),
                "a correction that lowers the value": database(ONE, [(7, 5, 5, 3), (7, 5, 6, 2)]),
                "a correction that arrived after the label": database(
                    ONE, [(7, 5, 5, 1), (7, 5, 12, 2)]
                ),
                "an older event, corrected after the last one": database(
                    ONE, [(7, 4, 4, 1), (7, 4, 9, 2), (7, 5, 5, 3)]
                ),
                "two labels of one member at one moment": database(
                    [(1, 7, 10, 1), (2, 7, 10, 1)], [(7, 5, 5, 1)]
                ),
                "three labels, two of them alike": database(
                    [(3, 7, 10, 0), (1, 7, 10, 0), (2, 7, 11, 0)], [(7, 5, 5, 1), (7, 5, 7, 4)]
                ),
                "corrections of both members": database(
                    [(1, 7, 10, 1), (2, 8, 10, 1)],
                    [(7, 5, 5, 1), (7, 5, 8, 2), (8, 5, 5, 3), (8, 5, 6, 4)],
                ),
            },
            inputs=any_tables,
            tries=30,
            nudge="How many rows does a label have here after your join? Which one should stay?",
        ),
    ],
    hints=[
        "Take one label and read the features of its member from the top. Which rows may it see, "
        "and which of them counts?",
        "Start from the labels and left join, so that a label without a feature keeps its row. "
        "The join needs the member and the time, and one row must be left per label.",
        "`ASOF LEFT JOIN … ON f.member = l.member AND f.event_time <= l.moment` finds the last "
        "event by itself. It doesn't know about corrections: reduce `features` to one row per "
        "member and event time before it, the one that arrived last. Then the age.",
        "`FROM labels l ASOF LEFT JOIN (FROM features QUALIFY row_number() OVER (PARTITION BY "
        "member, event_time ORDER BY arrived DESC) = 1) f ON f.member = l.member AND f.event_time "
        "<= l.moment`, and `CASE WHEN l.moment - f.event_time <= INTERVAL 720 HOUR THEN f.value "
        "END AS value`.",
    ],
)

# --- leaks ------------------------------------------------------------------------------------

Pick = Callable[[Row, Sequence[Row]], int | None]


def latest_value(label: Row, features: Sequence[Row]) -> int | None:
    """What the query "latest" returns: the last value of all, whenever that was."""
    present = [row[1:] for row in features if row[0] == label[1] and row[3] is not None]
    return max(present)[2] if present else None


def same_day_value(label: Row, features: Sequence[Row]) -> int | None:
    """What the query "same day" returns: the last value of the label's date."""
    return latest_value(label, [row for row in features if row[1].date() == label[2].date()])


def late_value(label: Row, features: Sequence[Row]) -> int | None:
    """What a right training_set returns."""
    return value_at(label, features, False)


def leak(pick: Pick) -> Callable[[Any], str | None]:
    """A test for a database on which the query that ``pick`` stands for leaks."""

    def test(pair: Any) -> str | None:
        try:
            label, features = read_pair(pair)
        except ValueError as error:
            return str(error)
        return leak_fault(pick(label, features), label, features)

    return test


def read_pair(pair: Any) -> tuple[Row, list[Row]]:
    """The label and the features of a learner's database; raises ValueError."""
    if not isinstance(pair, (list, tuple)) or len(pair) != 2:
        raise ValueError("Give a pair of lists: (labels, features).")
    labels, features = pair
    for name, rows in (("labels", labels), ("features", features)):
        if not isinstance(rows, (list, tuple)):
            raise ValueError(f"{name} should be a list of rows.")
        if not all(isinstance(row, (list, tuple)) and len(row) == 4 for row in rows):
            raise ValueError(f"Each row of {name} should be a tuple of four values.")
    if len(labels) != 1:
        raise ValueError(f"Give one label; there are {len(labels)}.")
    if len(features) > 2:
        raise ValueError(f"There are {len(features)} feature rows, more than two.")
    number, member, when, clicked = labels[0]
    label = (integer(number), integer(member), read_time(when), integer(clicked))
    read = [
        (integer(who), read_time(event), read_time(came), None if value is None else integer(value))
        for who, event, came, value in features
    ]
    if any(came < event for _, event, came, _ in read):
        raise ValueError("A feature arrived before it happened.")
    if len({row[:3] for row in read}) < len(read):
        raise ValueError("Two feature rows have the same member, event time and arrival.")
    return label, read


def integer(value: Any) -> int:
    """An int; raises ValueError."""
    if not isinstance(value, int):
        raise ValueError(f"Ids, clicked and values are integers, not {value!r:.40}.")
    return value


def read_time(value: Any) -> datetime.datetime:
    """A time without a time zone; raises ValueError."""
    try:
        time = datetime.datetime.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        time = None
    if not isinstance(time, datetime.datetime) or time.tzinfo:
        raise ValueError(f"Write a time as '2026-03-01 10:00', not {value!r:.40}.")
    return time


def leak_fault(value: int | None, label: Row, features: Sequence[Row]) -> str | None:
    """Why what a query returned is no leak; None if it is one."""
    _, member, at, _ = label
    if value is None:
        return "The query returned NULL: no leak."
    holders = [(event, came) for who, event, came, v in features if who == member and v == value]
    if not any(max(event, came) > at for event, came in holders):
        return f"The query returned {value}, which had happened and arrived by then: no leak."
    if value_at(label, features, True) == value:
        return f"The query returned {value}, and {value} was known at that moment: no difference."
    return None


leaks = Exercise(
    difficulty="medium",
    minutes=15,
    groups=[
        Form(
            "latest leaks",
            tests={"latest": leak(latest_value)},
            nudge="When the label was recorded, who could have known this value?",
        ),
        Form(
            "same day leaks",
            tests={"same day": leak(same_day_value)},
            nudge="What may lie between the label and midnight?",
        ),
        Form(
            "event time leaks when rows are late",
            tests={"late": leak(late_value)},
            nudge="The query compares when it happened. What does it not look at?",
        ),
    ],
    hints=[
        "Draw a line for the time, and put the label on it. Where does each query look?",
        "The shortest leak is a single feature row. Place it where the query sees it and where "
        "nobody could have known it.",
        'For "latest", any later time will do. For "same day", it must be the same date. For '
        '"late", the event lies before the label, and another time doesn\'t.',
        "With the label at 10:00, one row each: an event on the next day; an event at 11:00 of "
        "the same day; an event at 9:00 that arrived at 11:00.",
    ],
)

# --- as_known ---------------------------------------------------------------------------------

ARRIVED = "only what had arrived"
LAST_EVENT = "the last event, not the last arrival"
REST = "corrections, age, one row per label"
TWO_SCANS = "each table is read at most twice"

as_known = Exercise(
    difficulty="hard",
    minutes=25,
    groups=[
        AsKnown(
            ARRIVED,
            situations={
                "a feature that arrived at once": database(ONE, [(7, 5, 5, 1)]),
                "one that arrived at the very moment": database(ONE, [(7, 5, 10, 1)]),
                "one that arrived an hour after the label": database(ONE, [(7, 5, 11, 1)]),
                "the last event arrived late, the one before in time": database(
                    ONE, [(7, 5, 5, 1), (7, 6, 12, 2)]
                ),
                "two late events after one that was known": database(
                    ONE, [(7, 4, 4, 3), (7, 5, 900, 1), (7, 6, 12, 2)]
                ),
                "the label of each member": database(
                    [(1, 7, 10, 1), (2, 8, 10, 0)], [(8, 5, 5, 1), (7, 4, 4, 2)]
                ),
                "known for the second label only": database(
                    [(1, 7, 10, 1), (2, 7, 20, 0)], [(7, 5, 15, 2), (7, 4, 4, 1)]
                ),
            },
            nudge="Leave out the rows that arrived after this label. Which is the last of the "
            "others?",
        ),
        AsKnown(
            LAST_EVENT,
            situations={
                "the older event arrived last": database(ONE, [(7, 6, 6, 1), (7, 5, 7, 2)]),
                "an event at the very moment": database(ONE, [(7, 10, 10, 1)]),
                "an event dated after the label that has arrived": database(ONE, [(7, 11, 9, 1)]),
                "a known event, and one dated after the label": database(
                    ONE, [(7, 5, 5, 1), (7, 11, 9, 2)]
                ),
                "three events, arrived in the opposite order": database(
                    ONE, [(7, 4, 9, 1), (7, 5, 8, 2), (7, 6, 7, 3)]
                ),
            },
            nudge="The arrival decides whether a row may be used. What decides which one is?",
        ),
        AsKnown(
            REST,
            situations=NO_FEATURES
            | AGE
            | NULLS
            | {
                "a correction in time": database(ONE, [(7, 5, 5, 1), (7, 5, 6, 2)]),
                "a correction to NULL in time": database(ONE, [(7, 5, 5, 1), (7, 5, 6, None)]),
                "a correction that came too late": database(ONE, [(7, 5, 5, 1), (7, 5, 12, 2)]),
                "one correction in time, one too late": database(
                    ONE, [(7, 5, 5, 1), (7, 5, 6, 2), (7, 5, 12, 3)]
                ),
                "an old event that arrived today": database(ONE, [(7, -711, 5, 1)]),
                "two labels of one member at one moment": database(
                    [(1, 7, 10, 1), (2, 7, 10, 1)], [(7, 5, 5, 1)]
                ),
            },
            inputs=any_tables,
            tries=30,
            nudge="Write down all rows that were known. Take the last event, then its last "
            "version, then look at its age.",
        ),
        Together(
            TWO_SCANS,
            parts=[
                Scans(schema=TABLES, folder="", table=table, most=2)
                for table in ("features", "labels")
            ],
            nudge="One join can bring all candidates; an order decides among them.",
        ),
    ],
    hints=[
        "Two conditions say which rows may be used. Which order says which one of them is?",
        "An ASOF join takes a single inequality, and you have two. Join all rows that were known, "
        "and keep one per label.",
        "`LEFT JOIN features f ON f.member = l.member AND f.event_time <= l.moment AND f.arrived "
        "<= l.moment`. Then one row per label_id: the largest event_time, then the largest "
        "arrived. `arg_max` skips NULL, so it isn't the same.",
        "Add to the join above `AND f.event_time >= l.moment - INTERVAL 720 HOUR`, and behind it "
        "`QUALIFY row_number() OVER (PARTITION BY l.label_id ORDER BY f.event_time DESC, "
        "f.arrived DESC) = 1`.",
    ],
)

# --- OnlineStore ------------------------------------------------------------------------------


class AllCalls:
    """An online store that keeps every accepted put in one list, and scans it."""

    def __init__(self, ttl: int) -> None:
        if ttl < 1:
            raise ValueError("ttl must be at least 1")
        self.ttl = ttl
        self.kept: list[tuple[Any, Any, Any, int]] = []

    def _last(self, member: Any, feature: Any) -> tuple[Any, Any, Any, int] | None:
        return next((put for put in reversed(self.kept) if put[:2] == (member, feature)), None)

    def put(self, member: Any, feature: Any, value: Any, event_time: int) -> bool:
        last = self._last(member, feature)
        if last and last[3] > event_time:
            return False
        self.kept.append((member, feature, value, event_time))
        return True

    def get(self, member: Any, features: Sequence[Any], now: int) -> list:
        values = []
        for feature in features:
            last = self._last(member, feature)
            fresh = last is not None and 0 <= now - last[3] <= self.ttl
            values.append(last[2] if last and fresh else None)
        return values

    def expire(self, now: int) -> int:
        keys = {put[:2] for put in self.kept}
        gone = {key for key in keys if now - self._last(*key)[3] > self.ttl}  # type: ignore[index]
        self.kept = [put for put in self.kept if put[:2] not in gone]
        return len(gone)


def put(member: int, feature: str, value: int | None, event_time: int) -> tuple:
    return ("put", (member, feature, value, event_time))


def get(member: int, features: list[str], now: int) -> tuple:
    return ("get", (member, features, now))


def expire(now: int) -> tuple:
    return ("expire", (now,))


def use_two(answer, ttl):
    """What two stores of one class return: the second is asked for what the first holds."""
    first, second = answer(ttl), answer(ttl)
    first.put(1, "a", 3, 2)
    return [second.get(1, ["a"], 3), second.put(1, "a", 9, 1), first.get(1, ["a"], 3)]


def written_two(ttl: int) -> str:
    """The calls as lines of Python."""
    return (
        f"x, y = OnlineStore({ttl}), OnlineStore({ttl})\nx.put(1, 'a', 3, 2)\n"
        "[y.get(1, ['a'], 3), y.put(1, 'a', 9, 1), x.get(1, ['a'], 3)]"
    )


def uses(with_expire: bool):
    """Up to eight calls on a store, with two members, two features and times from 0 to 7."""
    from hypothesis import strategies as st

    member = st.sampled_from([1, 2])
    feature = st.sampled_from(["a", "b"])
    time = st.integers(0, 7)
    value = st.sampled_from([3, 9, 0, None])
    puts = st.builds(put, member, feature, value, time)
    gets = st.builds(get, member, st.lists(feature, max_size=3), time)
    step = puts | gets | st.builds(expire, time) if with_expire else puts | gets
    ttl = st.sampled_from([5, 3, 1])
    return st.builds(Scene, ttl.map(lambda n: (n,)), st.lists(step, max_size=8).map(tuple))


def filled(n: int) -> tuple[list, list]:
    """Puts of ``n`` keys in mixed order, and calls whose work is counted."""
    fill = [put(at * 7 % n, "a", at, 2) for at in range(n)]
    counted = [
        put(0, "a", 5, 3),
        put(n // 2, "a", 5, 1),
        put(n + 1, "b", 5, 3),
        get(1, ["a"], 4),
        get(n // 2, ["a"], 9),
        get(n + 5, ["a"], 4),
    ]
    return fill, counted


def read_at(*times: int, ttl: int = 5) -> Scene:
    """A value stored at 2, read at each of ``times``."""
    return Scene((ttl,), (put(1, "a", 3, 2), *(get(1, ["a"], time) for time in times)))


FIVE = (5,)
NEWER = "late events never overwrite newer ones"
READ = "time to live at read time"
EXPIRE = "expire, and no state outside the object"
CONSTANT = "put and get don't grow with the store"
Store = functools.partial(Operations, model=AllCalls, init=FIVE)

OnlineStore = Exercise(
    difficulty="medium",
    minutes=20,
    groups=[
        Store(
            NEWER,
            cases=[
                (put(1, "a", 3, 2), get(1, ["a"], 4)),
                (put(1, "a", 3, 4), put(1, "a", 9, 2), get(1, ["a"], 5)),
                (put(1, "a", 3, 2), put(1, "a", 9, 4), get(1, ["a"], 5)),
                (put(1, "a", 3, 2), put(1, "a", 9, 2), get(1, ["a"], 3)),
                (put(1, "a", 3, 4), put(1, "b", 9, 2), get(1, ["a", "b"], 4)),
                (put(1, "a", 3, 4), put(2, "a", 9, 2), get(1, ["a"], 4), get(2, ["a"], 4)),
                (put(1, "a", None, 4), put(1, "a", 9, 2), get(1, ["a"], 5)),
                (put(1, "a", 0, 4), put(1, "a", 9, 2), get(1, ["a"], 5)),
                (put(1, "a", 3, 0), put(1, "a", 9, -1), get(1, ["a"], 1)),
                (put(1, "a", 3, 2), put(1, "a", 3, 2), get(1, ["a"], 3)),
                (put(1, "a", 3, 6), put(1, "a", 9, 2), get(1, ["a"], 9)),
            ],
            nudge="Compare event times, not the order of the calls. What is stored now, and which "
            "event is newer?",
        ),
        Store(
            READ,
            cases=[
                read_at(7),
                read_at(8),
                read_at(2),
                read_at(1),
                read_at(6, 9),
                read_at(3, 4, ttl=1),
                (put(1, "a", 0, 2), get(1, ["a"], 4)),
                (put(1, "a", None, 2), get(1, ["a"], 4)),
                (put(1, "a", 3, 6), get(1, ["a"], 5), get(1, ["a"], 6)),
                (put(1, "a", 3, 2), get(2, ["a"], 4)),
                (put(1, "a", 3, 2), get(1, ["b", "a"], 4)),
                (put(1, "a", 3, 2), get(1, ["a", "b", "a"], 4), get(1, [], 4)),
                (get(1, ["a"], 4),),
                (put(1, "a", 3, 2), put(1, "b", 9, 6), get(1, ["a", "b"], 8)),
            ],
            inputs=lambda: uses(with_expire=False),
            nudge="For each feature that was asked for: is it stored, how old is it, and is its "
            "event still ahead?",
        ),
        Together(
            EXPIRE,
            parts=[
                Store(
                    cases=[
                        (put(1, "a", 3, 2), expire(7), get(1, ["a"], 7)),
                        (put(1, "a", 3, 2), expire(8), expire(8)),
                        (put(1, "a", 3, 4), expire(10), put(1, "a", 9, 2), get(1, ["a"], 6)),
                        (put(1, "a", 3, 4), get(1, ["a"], 10), put(1, "a", 9, 2)),
                        (put(1, "a", 3, 2), put(1, "b", 9, 6), put(2, "a", 4, 1), expire(8)),
                        (put(1, "a", 3, 2), put(1, "b", 9, 6), expire(8), get(1, ["b"], 8)),
                        (put(1, "a", 3, 2), put(1, "a", 9, 6), expire(8), get(1, ["a"], 8)),
                        (expire(3),),
                        (put(1, "a", 3, 9), expire(2), get(1, ["a"], 9)),
                        (put(1, "a", None, 2), expire(8), put(1, "a", 3, 1), get(1, ["a"], 3)),
                        Scene((1,), (put(1, "a", 3, 2), expire(3), expire(4))),
                    ],
                    inputs=lambda: uses(with_expire=True),
                    nudge="Which keys are past their time to live, and what is left of them "
                    "afterwards?",
                ),
                Group(
                    cases=[
                        case(5, gives=[[None], True, [3]]),
                        case(1, gives=[[None], True, [3]]),
                        case(0, raises=ValueError),
                        case(-1, raises=ValueError),
                    ],
                    harness=use_two,
                    written=written_two,
                    nudge=nudge_on(
                        "value accepted state",
                        "What belongs to one store, and which time to live makes sense?",
                    ),
                ),
            ],
        ),
        MethodGrowth(
            CONSTANT,
            scenes={"n keys stored": filled},
            sizes=(64, 192, 576),
            exponents={"put": 0.15, "get": 0.15},
            init=FIVE,
            model=AllCalls,
            nudge="How many stored keys does one call look at?",
        ),
    ],
    hints=[
        "What identifies a stored value, and what do you have to keep with it?",
        "A dict from (member, feature) to the value and its event time answers every call. Only "
        "event times are compared, never the times of calls.",
        "Test whether the key is present, not whether its value is true: `None` and 0 are values. "
        "A value is readable if `0 <= now - event_time <= ttl`.",
        "`put`: if the key is present and its event time is larger, return False; else store and "
        "return True. `expire`: collect the keys with `now - event_time > ttl` in a list, delete "
        "them, return the length.",
    ],
)

# --- backfill_day -----------------------------------------------------------------------------

DAY = 86_400


def oracle_backfill(table: Sequence[Row], events: Sequence[Row], day: int) -> list[Row]:
    """The table with the rows of ``day`` computed from the events, member by member."""
    own = {event for event in events if day * DAY <= event[2] < (day + 1) * DAY}
    rows = [row for row in table if row[0] != day]
    for member in {event[1] for event in own}:
        amounts = [event[3] for event in own if event[1] == member]
        rows.append((day, member, len(amounts), sum(amounts)))
    return sorted(rows)


def run_days(answer, table, events, days):
    """The table after a backfill of each of ``days``, one after another."""
    for day in days:
        table = answer(table, events, day)
    return table


def oracle_days(table: Sequence[Row], events: Sequence[Row], days: Sequence[int]) -> list[Row]:
    """The table after ``days``, each of them computed once: more runs change nothing."""
    rows = list(table)
    for day in sorted(set(days)):
        rows = oracle_backfill(rows, events, day)
    return sorted(rows)


def written_days(table: Sequence[Row], events: Sequence[Row], days: Sequence[int]) -> str:
    """The calls as a line of Python."""
    text = f"{table}"
    for day in days:
        text = f"backfill_day({text}, {events}, {day})"
    return text


def days_of_events(several: bool):
    """Triples (table, events, day), or (table, events, days) if ``several``."""
    from hypothesis import strategies as st

    row = st.tuples(
        st.integers(-1, 2), st.sampled_from([7, 8]), st.integers(1, 3), st.integers(0, 5)
    )
    table = st.lists(row, max_size=4, unique_by=lambda row: row[:2])
    around = [DAY, DAY + 5, 2 * DAY - 1, 2 * DAY, 0, DAY - 1, -1, -DAY]
    event = st.tuples(
        st.integers(1, 6),
        st.sampled_from([7, 8]),
        st.sampled_from(around),
        st.sampled_from([3, 4, -3, 0]),
    )

    def copied(events: list[Row], again: list[int]) -> list[Row]:
        return events + [events[at % len(events)] for at in again if events]

    events = st.builds(
        copied,
        st.lists(event, max_size=5, unique_by=lambda event: event[0]),
        st.lists(st.integers(0, 4), max_size=2),
    )
    day = st.sampled_from([1, 0, -1, 2])
    return st.tuples(table, events, st.lists(day, min_size=2, max_size=3) if several else day)


PAIR = [(1, 7, DAY + 5, 3), (2, 7, DAY + 9, 4)]
"""Two events of member 7 on day 1: count 2, total 7."""
RECOMPUTED = "the day is recomputed"
AGAIN = "run twice, the same table"

backfill_day = Exercise(
    difficulty="medium",
    minutes=15,
    groups=[
        Group(
            RECOMPUTED,
            cases=[
                case([], PAIR, 1, gives=[(1, 7, 2, 7)]),
                case([(1, 7, 5, 9)], PAIR, 1, gives=[(1, 7, 2, 7)]),
                case([(1, 8, 1, 1)], PAIR, 1, gives=[(1, 7, 2, 7)]),
                case([], [PAIR[0], PAIR[0]], 1, gives=[(1, 7, 1, 3)]),
                case([], [(1, 7, DAY, 3), (2, 7, DAY, 3)], 1, gives=[(1, 7, 2, 6)]),
                case([], [(3, 7, 5, 3), PAIR[0]], 1, gives=[(1, 7, 1, 3)]),
                case([], [(1, 7, -1, 3)], 0, gives=[]),
                case([], [(1, 7, -1, 3)], -1, gives=[(-1, 7, 1, 3)]),
                case([], [(1, 7, 2 * DAY - 1, 3), (2, 7, 2 * DAY, 4)], 1, gives=[(1, 7, 1, 3)]),
                case([], [(1, 7, DAY, 3), (2, 7, DAY, -2)], 1, gives=[(1, 7, 2, 1)]),
                case([], [(1, 7, DAY, 3), (2, 7, DAY, -3)], 1, gives=[(1, 7, 2, 0)]),
                case([], [(1, 8, DAY, 1), (2, 7, DAY, 1)], 1, gives=[(1, 7, 1, 1), (1, 8, 1, 1)]),
                case([], [], 1, gives=[]),
                case([(1, 7, 2, 7)], [], 1, gives=[]),
            ],
            inputs=lambda: days_of_events(several=False),
            oracle=oracle_backfill,
            nudge="Cross out the rows of the day, then write them from the events alone.",
        ),
        Together(
            AGAIN,
            parts=[
                Group(
                    cases=[
                        case([], PAIR, [1, 1], gives=[(1, 7, 2, 7)]),
                        case([(1, 7, 2, 7)], PAIR, [1, 1], gives=[(1, 7, 2, 7)]),
                        case([(0, 8, 1, 1)], PAIR, [1], gives=[(0, 8, 1, 1), (1, 7, 2, 7)]),
                        case(
                            [(2, 8, 1, 1)],
                            [*PAIR, (3, 7, 5, 1)],
                            [1, 0],
                            gives=[(0, 7, 1, 1), (1, 7, 2, 7), (2, 8, 1, 1)],
                        ),
                        case(
                            [(2, 8, 1, 1)],
                            [*PAIR, (3, 7, 5, 1)],
                            [0, 1],
                            gives=[(0, 7, 1, 1), (1, 7, 2, 7), (2, 8, 1, 1)],
                        ),
                    ],
                    inputs=lambda: days_of_events(several=True),
                    oracle=oracle_days,
                    harness=run_days,
                    written=written_days,
                    nudge="What does the second run find in the table, and what becomes of it?",
                ),
                Group(
                    cases=[
                        case([], [], 1, gives=[]),
                        case(
                            [(2, 8, 1, 1), (0, 8, 1, 1)], [], 1, gives=[(0, 8, 1, 1), (2, 8, 1, 1)]
                        ),
                        case([(0, 8, 1, 1)], PAIR, 1, gives=[(0, 8, 1, 1), (1, 7, 2, 7)]),
                    ],
                    also=a_new_list,
                    nudge=nudge_on(
                        "value mutated state",
                        "Is the list that you return one that the caller holds?",
                    ),
                ),
            ],
        ),
    ],
    hints=[
        "The job died halfway last night and starts again now. What may be in the table, and what "
        "should be there at the end?",
        "Say what the rows of the day are, not how they change: throw all of them away and compute "
        "them from the events.",
        "Copies have the same id: `{event[0]: event for event in events}` keeps one of each. The "
        "day of a time is `time // 86400`, which rounds down, even below 0.",
        "Keep the rows of other days. For each event of the day, once per id, add 1 and the amount "
        "to its member's entry. Return `sorted(others + own)`, a new list.",
    ],
)

# --- parity -----------------------------------------------------------------------------------

NAN, INFINITE = math.nan, math.inf


def is_equal(a: float | None, b: float | None, tolerance: float) -> bool:
    """Whether two values of a feature agree."""
    if a is None or b is None:
        return a is b
    if math.isnan(a) or math.isnan(b):
        return math.isnan(a) and math.isnan(b)
    return a == b or abs(a - b) <= tolerance


def oracle_parity(offline: Sequence[Row], online: Sequence[Row], tolerance: float) -> dict:
    """The comparison, each key looked for in the whole of the other side."""
    for side in (offline, online):
        keys = [key for key, _ in side]
        if any(keys.count(key) > 1 for key in keys):
            raise ValueError("a key occurs twice")
    if not offline or tolerance < 0:
        raise ValueError("nothing to compare, or a negative tolerance")
    missing = [key for key, _ in offline if key not in [other for other, _ in online]]
    extra = [key for key, _ in online if key not in [other for other, _ in offline]]
    different = [
        key
        for key, value in offline
        for other, served in online
        if key == other and not is_equal(value, served, tolerance)
    ]
    return {
        "share": 1 - (len(missing) + len(different)) / len(offline),
        "different": sorted(different),
        "missing": sorted(missing),
        "extra": sorted(extra),
    }


def sides():
    """Triples (offline, online, tolerance) of up to three of four keys on each side."""
    from hypothesis import strategies as st

    value = st.sampled_from([1.0, 0.0, 0.25, 0.5, 1.5, 2.0, None, NAN, INFINITE, -INFINITE])
    side = st.dictionaries(st.integers(1, 4), value, max_size=3).flatmap(
        lambda values: st.permutations(list(values.items()))
    )
    one_key = st.lists(st.tuples(st.integers(1, 2), value), max_size=3)
    tolerance = st.sampled_from([0.0, 0.25, 0.5, -0.25])
    return st.tuples(side, side, tolerance) | st.tuples(one_key, side, tolerance)


def parity_of(share: float, different=(), missing=(), extra=()) -> dict:
    return {
        "share": share,
        "different": list(different),
        "missing": list(missing),
        "extra": list(extra),
    }


LISTS = "share and lists"
VALUES = "None, NaN, infinity, tolerance"

parity = Exercise(
    difficulty="easy",
    minutes=10,
    groups=[
        Group(
            LISTS,
            cases=[
                case([(1, 1.0)], [(1, 1.0)], 0.0, gives=parity_of(1.0)),
                case([(1, 1.0), (2, 2.0)], [(1, 1.0)], 0.0, gives=parity_of(0.5, missing=[2])),
                case([(1, 1.0)], [(1, 1.0), (3, 9.0)], 0.0, gives=parity_of(1.0, extra=[3])),
                case([(1, 1.0), (2, 2.0)], [(2, 2.0), (1, 1.0)], 0.0, gives=parity_of(1.0)),
                case([(1, 1.0)], [], 0.0, gives=parity_of(0.0, missing=[1])),
                case(
                    [(2, 1.0), (1, 1.0)],
                    [(1, 5.0), (2, 5.0)],
                    0.0,
                    gives=parity_of(0.0, different=[1, 2]),
                ),
                case(
                    [(9, 1.0), (4, 1.0), (3, 1.0), (1, 1.0)],
                    [(8, 1.0), (1, 1.0), (7, 1.0)],
                    0.0,
                    gives=parity_of(0.25, missing=[3, 4, 9], extra=[7, 8]),
                ),
                case([], [], 0.0, raises=ValueError),
                case([], [(1, 1.0)], 0.0, raises=ValueError),
                case([(1, 1.0), (1, 2.0)], [(1, 2.0)], 0.0, raises=ValueError),
                case([(1, 1.0), (1, 1.0)], [(1, 1.0)], 0.0, raises=ValueError),
                case([(1, 1.0)], [(2, 1.0), (2, 2.0)], 0.0, raises=ValueError),
                case([(1, 1.0)], [(1, 1.0)], -0.25, raises=ValueError),
            ],
            nudge="Sort the keys into those of both sides, of offline only, of online only. The "
            "share is over the keys of offline.",
        ),
        Group(
            VALUES,
            cases=[
                case([(1, None)], [(1, None)], 0.0, gives=parity_of(1.0)),
                case([(1, None)], [(1, 0.0)], 0.0, gives=parity_of(0.0, [1])),
                case([(1, 0.0)], [(1, None)], 0.5, gives=parity_of(0.0, [1])),
                case([(1, NAN)], [(1, NAN)], 0.0, gives=parity_of(1.0)),
                case([(1, NAN)], [(1, 2.0)], 0.0, gives=parity_of(0.0, [1])),
                case([(1, 2.0)], [(1, NAN)], 0.5, gives=parity_of(0.0, [1])),
                case([(1, NAN)], [(1, None)], 0.0, gives=parity_of(0.0, [1])),
                case([(1, INFINITE)], [(1, INFINITE)], 0.0, gives=parity_of(1.0)),
                case([(1, INFINITE)], [(1, -INFINITE)], 0.5, gives=parity_of(0.0, [1])),
                case([(1, 1.0)], [(1, 1.5)], 0.5, gives=parity_of(1.0)),
                case([(1, 1.5)], [(1, 1.0)], 0.5, gives=parity_of(1.0)),
                case([(1, 1.0)], [(1, 2.0)], 0.5, gives=parity_of(0.0, [1])),
                case([(1, 2.0)], [(1, 1.0)], 0.5, gives=parity_of(0.0, [1])),
                case([(1, 1.0)], [(1, 1.25)], 0.5, gives=parity_of(1.0)),
                case([(1, 0.25)], [(1, 0.5)], 0.25, gives=parity_of(1.0)),
                case([(1, 8.0)], [(1, 9.0)], 0.25, gives=parity_of(0.0, [1])),
            ],
            inputs=sides,
            oracle=oracle_parity,
            nudge="For this one pair of values: are they equal, and how far apart are they?",
        ),
    ],
    hints=[
        "A key is on both sides, on one, or on the other. What do you want to know about each?",
        "Make a dict of each side, and compare its length with the list's: that finds keys that "
        "occur twice.",
        "Decide the special values before you subtract: `None` first, then NaN with `math.isnan`, "
        "then `a == b`, which covers the infinities. The difference comes last.",
        "`share` is the number of keys of offline that are neither missing nor different, divided "
        "by the number of keys of offline. Raise ValueError for none of them, for a key twice and "
        "for a tolerance below 0.",
    ],
)
