"""Checks of lesson 110: reports by month in SQL, run on small databases made to break them.

What a report should say is worked out here in plain Python, row by row.
"""

from __future__ import annotations

import datetime
import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from ..exercise import Exercise, Right, Wrong
from ..groups.queries import COUNT, DATE, MONEY, RATE, Kind, Query, Scans, Script

SHOP = {
    "transactions": "id INTEGER, user_id INTEGER, created_at TIMESTAMP, product_id INTEGER, "
    "quantity INTEGER",
    "products": "id INTEGER, name VARCHAR, price DECIMAL(10,2)",
    "users": "id INTEGER, name VARCHAR, sex VARCHAR",
}
MONTHLY = SHOP | {
    "monthly": "month_start DATE PRIMARY KEY, users BIGINT, orders BIGINT, gmv DECIMAL(18,2)"
}

PRODUCTS = [
    (1, "Brass bell", Decimal("9.99")),
    (2, "Oak stool", Decimal("150.00")),
    (3, "Paper sample", Decimal("0.00")),
    (4, "Tin button", Decimal("0.01")),
]
USERS = [(1, "Ida Berg", "F"), (2, "Otto Lind", None), (3, "Ida Berg", "F")]
NOBODY, NOTHING = 77, 88  # ids that stand in no row of users and of products
YEAR = [datetime.date(2020, month, 1) for month in range(1, 13)]


def shop(*orders: tuple, monthly: Sequence[tuple] | None = None) -> dict[str, list[tuple]]:
    """A database of orders (user, time as text, product, quantity), numbered from 1."""
    rows = [
        (number, user, datetime.datetime.fromisoformat(time), product, quantity)
        for number, (user, time, product, quantity) in enumerate(orders, 1)
    ]
    made = {"transactions": rows, "products": PRODUCTS, "users": USERS}
    if monthly is None:
        return made
    return made | {"monthly": [(datetime.date.fromisoformat(day), *rest) for day, *rest in monthly]}


def relevant(database: Mapping[str, Sequence[tuple]]) -> dict[str, Sequence[tuple]]:
    """What a failure shows of a database: users only where their names or absence matter."""
    orders = database.get("transactions", ())
    buyers = {order[1] for order in orders} - {None}
    users = [user for user in database.get("users", ()) if user[0] in buyers]
    bought = {order[3] for order in orders}
    products = [product for product in database.get("products", ()) if product[0] in bought]
    shown = {"transactions": orders} | ({"products": products} if orders else {})
    if len({name for _, name, _ in users}) < len(buyers):
        shown["users"] = users
    return shown | {name: rows for name, rows in database.items() if name == "monthly"}


def sales(database: Mapping) -> Iterator[tuple[datetime.date, int | None, Decimal]]:
    """Each order as (first of its month, user, amount); what is unknown is worth 0."""
    prices = {number: price for number, _, price in database.get("products", ())}
    for _, user, time, product, quantity in database.get("transactions", ()):
        amount = prices.get(product, Decimal(0)) * (quantity or 0)
        yield time.date().replace(day=1), user, amount


def month_row(database: Mapping, month: datetime.date) -> tuple:
    """(month, users, orders, gmv) of one month."""
    found = [(user, amount) for when, user, amount in sales(database) if when == month]
    users = {user for user, _ in found if user is not None}
    return month, len(users), len(found), sum((amount for _, amount in found), Decimal("0.00"))


def report(database: Mapping) -> list[tuple]:
    """The rows of monthly_report."""
    by_month: dict[datetime.date, list] = {month: [set(), 0, Decimal("0.00")] for month in YEAR}
    for month, user, amount in sales(database):
        if month in by_month:
            entry = by_month[month]
            entry[0] |= {user} - {None}
            entry[1] += 1
            entry[2] += amount
    return [(month, len(users), n, gmv) for month, (users, n, gmv) in by_month.items()]


def growth(database: Mapping) -> list[tuple]:
    """The rows of monthly_growth."""
    gmv: dict[datetime.date, Decimal] = defaultdict(lambda: Decimal("0.00"))
    for month, _, amount in sales(database):
        gmv[month] += amount
    befores = [datetime.date(2019, 12, 1), *YEAR]
    return [
        (month, gmv[month], gmv[month] / gmv[before] - 1 if gmv[before] > 0 else None)
        for before, month in zip(befores, YEAR)
    ]


def new_and_old(database: Mapping) -> list[tuple]:
    """The rows of new_and_returning."""
    active: dict[datetime.date, set] = {month: set() for month in YEAR}
    first: dict[int, datetime.date] = {}
    for month, user, _ in sales(database):
        if user is not None:
            first[user] = min(month, first.get(user, month))
            active.setdefault(month, set()).add(user)
    new = {month: {user for user in active[month] if first[user] == month} for month in YEAR}
    return [(month, len(new[month]), len(active[month] - new[month])) for month in YEAR]


def recomputed(database: Mapping, months: Iterable[datetime.date]) -> list[tuple]:
    """The rows of the table monthly after the backfill of ``months``."""
    rows = {row[0]: row for row in database.get("monthly", ())}
    rows |= {month: month_row(database, month) for month in months}
    return [rows[month] for month in sorted(rows)]


def all_rows(database: Mapping, months: Iterable[datetime.date]) -> list[tuple[str, str]]:
    """The rows of all tables after the backfill of ``months``, each as (table, its values)."""
    after = {**database, "monthly": recomputed(database, months)}
    return sorted(
        (name, ", ".join("NULL" if value is None else str(value) for value in row))
        for name in MONTHLY
        for row in after.get(name, ())
    )


def _moments() -> list[datetime.datetime]:
    """Middles, first and last instants of months, 2020 first."""
    months = [(2020, m) for m in range(1, 13)] + [(2019, 12), (2021, 1), (2019, 3), (2021, 7)]
    middles = [datetime.datetime(year, month, 15, 12) for year, month in months]
    firsts = [moment.replace(day=1, hour=0) for moment in middles]
    last = datetime.timedelta(microseconds=1)
    return [*middles, *firsts, *(first - last for first in firsts)]


def shops():
    """Databases of up to ten orders, at the times and with the gaps that reports get wrong."""
    from hypothesis import strategies as st

    order = st.tuples(
        st.sampled_from([1, 2, 3, NOBODY, None]),
        st.sampled_from(_moments()),
        st.sampled_from([1, 2, 3, 4, NOTHING, None]),
        st.sampled_from([1, 2, 7, -1, None, 0]),
    )

    def numbered(orders: list[tuple]) -> dict[str, list[tuple]]:
        rows = [(number, *order) for number, order in enumerate(orders, 1)]
        return {"transactions": rows, "products": PRODUCTS, "users": USERS}

    return st.lists(order, max_size=10).map(numbered)


def backfills():
    """Pairs (database, months to run) in which some months were computed before, wrongly."""
    from hypothesis import strategies as st

    month = st.sampled_from([*YEAR[:3], YEAR[-1], datetime.date(2019, 12, 1)])
    stale = st.tuples(st.integers(0, 9), st.integers(0, 9), st.just(Decimal("5.00")))
    done = st.dictionaries(month, stale, max_size=3)

    def joined(database: dict, done: dict, months: list) -> tuple:
        rows = [(month, *row) for month, row in sorted(done.items())]
        return database | {"monthly": rows}, months

    return st.builds(joined, shops(), done, st.lists(month, min_size=1, max_size=3))


EMPTY = {
    "no orders at all": shop(),
    "one order, in March 2020": shop((1, "2020-03-15 12:00", 1, 2)),
    "months without orders between months with orders": shop(
        (1, "2020-02-10 09:00", 1, 1),
        (2, "2020-05-10 09:00", 2, 1),
        (1, "2020-06-10 09:00", 2, 3),
        (3, "2020-11-10 09:00", 1, 1),
    ),
    "orders of other years only": shop(
        (1, "2019-04-15 12:00", 1, 1), (2, "2021-04-15 12:00", 2, 1)
    ),
}
EDGES = {
    "an order in the last half second of January": shop((1, "2020-01-31 23:59:59.500000", 1, 1)),
    "an order at noon on the last day of a month": shop((1, "2020-04-30 12:00", 1, 1)),
    "an order at the first instant of a month": shop((1, "2020-03-01 00:00", 2, 1)),
    "an order on 29 February": shop((1, "2020-02-29 18:30", 2, 1)),
    "the first and the last instant of 2020": shop(
        (1, "2020-01-01 00:00", 1, 1), (2, "2020-12-31 23:59:59.999999", 1, 1)
    ),
    "the first instant of 2021": shop((1, "2021-01-01 00:00", 1, 1)),
    "the last instant of 2019": shop((1, "2019-12-31 23:59:59.999999", 1, 1)),
    "the same month of three years": shop(
        (1, "2019-03-15 12:00", 2, 1), (2, "2020-03-15 12:00", 1, 1), (3, "2021-03-15 12:00", 2, 1)
    ),
}
MISSING = {
    "an order without a user": shop((None, "2020-03-15 12:00", 1, 1)),
    "an order of a user whom the table users lacks": shop((NOBODY, "2020-03-15 12:00", 1, 1)),
    "an order of a product that the table products lacks": shop(
        (1, "2020-03-15 12:00", NOTHING, 1)
    ),
    "an order without a product": shop((1, "2020-03-15 12:00", None, 1)),
    "orders with and without a user in one month": shop(
        (None, "2020-03-15 12:00", 1, 1),
        (None, "2020-03-16 12:00", 1, 1),
        (1, "2020-03-17 12:00", NOTHING, 2),
    ),
}
TWICE = {
    "one user, three orders in a month": shop(
        (1, "2020-03-01 08:00", 1, 1), (1, "2020-03-15 12:00", 2, 1), (1, "2020-03-31 20:00", 1, 2)
    ),
    "one user, orders in two months": shop(
        (1, "2020-03-15 12:00", 1, 1), (1, "2020-04-15 12:00", 1, 1)
    ),
    "two users of one name": shop((1, "2020-03-15 12:00", 1, 1), (3, "2020-03-16 12:00", 1, 1)),
    "two orders that are alike but for their id": shop(
        (1, "2020-03-15 12:00", 1, 1), (1, "2020-03-15 12:00", 1, 1)
    ),
}
AMOUNTS = {
    "a refund of an earlier order": shop(
        (1, "2020-03-15 12:00", 2, 2), (1, "2020-04-15 12:00", 2, -2), (2, "2020-04-16 12:00", 1, 1)
    ),
    "an order without a quantity": shop(
        (1, "2020-03-15 12:00", 1, None), (2, "2020-03-16 12:00", 2, 1)
    ),
    "a month of orders without quantities": shop((1, "2020-03-15 12:00", 1, None)),
    "an order of 0 pieces": shop((1, "2020-03-15 12:00", 1, 0)),
    "a free product": shop((1, "2020-03-15 12:00", 3, 5)),
    "different products and quantities": shop(
        (1, "2020-03-15 12:00", 1, 3), (2, "2020-03-16 12:00", 2, 2), (3, "2020-03-17 12:00", 4, 7)
    ),
    "two orders of one amount": shop(
        (1, "2020-03-15 12:00", 2, 1), (2, "2020-03-16 12:00", 2, 1)
    ),
    "large amounts and single cents": shop(
        (1, "2020-03-15 12:00", 2, 300_000),
        (2, "2020-03-16 12:00", 4, 1),
        (1, "2020-04-15 12:00", 1, 99_999),
    ),
}

def each_month(*amounts: int) -> list[tuple]:
    """Orders for so many hundred pieces a month, from December 2019 on, 0 for none."""
    months = [f"{2019 + (11 + at) // 12}-{(11 + at) % 12 + 1:02}" for at in range(len(amounts))]
    return [(1, f"{month}-15 12:00", 2, n * 100) for month, n in zip(months, amounts) if n]


BEFORE = {
    "orders in every month": shop(*each_month(4, 6, 3, 3, 7, 5, 9, 1, 2, 8, 5, 6, 12)),
    "orders in every month but the last": shop(*each_month(5, 4, 6, 3, 3, 7, 5, 9, 1, 2, 8, 5, 0)),
    "orders at the first and last instants of months": shop(
        *each_month(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1),
        (2, "2019-11-30 23:59:59.999999", 2, 800),
        (2, "2019-12-01 00:00", 2, 400),
        (2, "2019-12-31 23:59:59.999999", 2, 300),
        (2, "2020-06-30 23:59:59.500000", 2, 500),
        (2, "2020-09-01 00:00", 2, 700),
        (2, "2020-12-31 23:59:59.999999", 2, 200),
        (2, "2021-01-01 00:00", 2, 900),
    ),
    "a refund, an unknown product, no quantity, no user": shop(
        *each_month(2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2),
        (2, "2020-02-16 12:00", 2, -100),
        (2, "2020-04-16 12:00", NOTHING, 1),
        (2, "2020-06-16 12:00", 1, None),
        (None, "2020-08-16 12:00", 2, 150),
    ),
}
NOTHING_BEFORE = {
    "no orders at all": shop(),
    "nothing in December 2019": shop((1, "2020-01-15 12:00", 2, 1), (1, "2020-02-15 12:00", 1, 1)),
    "a month without orders": shop(
        (1, "2020-03-15 12:00", 2, 1), (1, "2020-05-15 12:00", 2, 4), (2, "2020-06-15 12:00", 2, 2)
    ),
    "a month of free products": shop((1, "2020-03-15 12:00", 3, 1), (1, "2020-04-15 12:00", 2, 1)),
    "a month that refunds to 0": shop(
        (1, "2020-03-14 12:00", 2, 1), (1, "2020-03-15 12:00", 2, -1), (1, "2020-04-15 12:00", 2, 1)
    ),
    "a month of refunds only": shop(
        (1, "2020-02-15 12:00", 2, 1), (1, "2020-03-15 12:00", 2, -1), (1, "2020-04-15 12:00", 2, 1)
    ),
    "a December of refunds": shop((1, "2019-12-15 12:00", 2, -1), (1, "2020-01-15 12:00", 2, 2)),
    "large and small": shop(
        (1, "2020-06-15 12:00", 2, 300_000),
        (2, "2020-07-15 12:00", 4, 1),
        (2, "2020-08-15 12:00", 1, 1),
    ),
}
FIRST = {
    "a first order in 2019": shop((1, "2019-06-15 12:00", 1, 1), (1, "2020-03-15 12:00", 1, 1)),
    "a first order long ago": shop((1, "2011-06-15 12:00", 1, 1), (1, "2020-03-15 12:00", 1, 1)),
    "a first order at the last instant of 2019": shop(
        (1, "2019-12-31 23:59:59.999999", 1, 1), (1, "2020-01-01 00:00", 1, 1)
    ),
    "a first order at the first instant of a month": shop(
        (1, "2020-05-01 00:00", 1, 1), (1, "2020-06-15 12:00", 1, 1)
    ),
    "a return after two months": shop(
        (1, "2020-01-15 12:00", 1, 1), (1, "2020-04-15 12:00", 1, 1), (2, "2020-04-16 12:00", 1, 1)
    ),
    "the first order has the larger id": shop(
        (1, "2020-05-15 12:00", 1, 1), (1, "2020-02-15 12:00", 1, 1)
    ),
    "a first order of an unknown product, without a quantity": shop(
        (1, "2020-02-15 12:00", NOTHING, None), (1, "2020-03-15 12:00", 1, 1)
    ),
    "a refund comes first": shop((1, "2020-02-15 12:00", 1, -1), (1, "2020-03-15 12:00", 1, 1)),
    "a first order of 0 pieces": shop((1, "2020-02-15 12:00", 1, 0), (1, "2020-03-15 12:00", 1, 1)),
    "a return in 2021": shop(
        (1, "2020-12-31 23:59:59.999999", 1, 1), (1, "2021-01-01 00:00", 1, 1)
    ),
}
ONE_OF_TWO = {
    "two orders in the first month": shop(
        (1, "2020-03-01 00:00", 1, 1), (1, "2020-03-15 12:00", 1, 1)
    ),
    "two orders in a later month": shop(
        (1, "2020-03-15 12:00", 1, 1), (1, "2020-05-15 12:00", 1, 1), (1, "2020-05-16 12:00", 1, 1)
    ),
    "orders without a user": shop(
        (None, "2020-03-15 12:00", 1, 1), (None, "2020-04-15 12:00", 1, 1)
    ),
    "a user whom the table users lacks": shop(
        (NOBODY, "2020-03-15 12:00", 1, 1), (NOBODY, "2020-04-15 12:00", 1, 1)
    ),
    "two first orders at one instant": shop(
        (1, "2020-03-15 12:00", 1, 1), (1, "2020-03-15 12:00", 2, 1), (2, "2020-03-15 12:00", 1, 1)
    ),
    "no orders at all": shop(),
}


def _done(month: str) -> tuple:
    return month, 4, 9, Decimal("1.00")


def backfill_of(month: str, *orders: tuple, done: Sequence[str] = (), times: int = 1) -> tuple:
    """A situation of the backfill: stale rows for the months ``done``, one month run."""
    database = shop(*orders, monthly=[_done(each) for each in done])
    return database, [datetime.date.fromisoformat(month)] * times


def _half_right(*row: object) -> tuple:
    """A situation of the backfill: 1 user, 1 order, 19.98 in March, where ``row`` stands."""
    database = shop((1, "2020-03-15 12:00", 1, 2), monthly=[("2020-03-01", *row)])
    return database, [datetime.date(2020, 3, 1)]


RERUN = {
    "the month was never computed": backfill_of("2020-03-01", (1, "2020-03-15 12:00", 1, 2)),
    "the month was computed before, with other rows": backfill_of(
        "2020-03-01", (1, "2020-03-15 12:00", 1, 2), done=["2020-03-01"]
    ),
    "computed before, and only gmv has changed": _half_right(1, 1, Decimal("1.00")),
    "computed before, and only the users have changed": _half_right(4, 1, Decimal("19.98")),
    "computed before, and only the orders have changed": _half_right(1, 9, Decimal("19.98")),
    "the same month twice": backfill_of("2020-03-01", (1, "2020-03-15 12:00", 1, 2), times=2),
    "the same month three times, rows before and after": backfill_of(
        "2020-03-01",
        (1, "2020-03-15 12:00", 1, 2),
        (2, "2020-03-16 12:00", 2, 1),
        done=["2020-02-01", "2020-03-01", "2020-04-01"],
        times=3,
    ),
    "two months in turn, the later first": (
        shop((1, "2020-03-15 12:00", 1, 2), (1, "2020-02-15 12:00", 1, 2), monthly=[]),
        [datetime.date(2020, 3, 1), datetime.date(2020, 2, 1), datetime.date(2020, 3, 1)],
    ),
}
AS_REPORTED = {
    "a month without orders": backfill_of("2020-08-01", (1, "2020-07-15 12:00", 1, 2)),
    "all orders of the month are gone": backfill_of(
        "2020-08-01", (1, "2020-07-15 12:00", 1, 2), done=["2020-08-01"]
    ),
    "the last instant of the month, the first of the next": backfill_of(
        "2020-12-01",
        (1, "2020-12-01 00:00", 1, 1),
        (2, "2020-12-31 23:59:59.999999", 1, 1),
        (3, "2021-01-01 00:00", 1, 1),
    ),
    "29 February, and February of other years": backfill_of(
        "2020-02-01",
        (1, "2020-02-29 23:59:59.500000", 1, 1),
        (2, "2019-02-15 12:00", 1, 1),
        (2, "2021-02-15 12:00", 1, 1),
    ),
    "no user, no known product, no quantity, a refund": backfill_of(
        "2020-03-01",
        (None, "2020-03-15 12:00", 1, 1),
        (1, "2020-03-15 12:00", NOTHING, 1),
        (1, "2020-03-15 12:00", 1, None),
        (1, "2020-03-16 12:00", 2, -1),
        (NOBODY, "2020-03-16 12:00", 2, 2),
    ),
    "only orders that are worth nothing": backfill_of(
        "2020-03-01", (1, "2020-03-15 12:00", None, None), (2, "2020-03-16 12:00", 1, 0)
    ),
    "large amounts and single cents": backfill_of(
        "2020-03-01", (1, "2020-03-15 12:00", 1, 99_999), (2, "2020-03-16 12:00", 4, 1)
    ),
    "a month of 2019": backfill_of("2019-12-01", (1, "2019-12-15 12:00", 1, 2)),
}
OTHERS = {
    "stale rows of the months around it": backfill_of(
        "2020-03-01",
        (1, "2020-02-15 12:00", 1, 1),
        (1, "2020-03-15 12:00", 1, 1),
        (1, "2020-04-15 12:00", 1, 1),
        done=["2020-02-01", "2020-03-01", "2020-04-01"],
    ),
    "the same month of other years": backfill_of(
        "2020-03-01",
        (1, "2020-03-15 12:00", 1, 1),
        done=["2019-03-01", "2020-03-01", "2021-03-01"],
    ),
    "months that were never computed": backfill_of(
        "2020-03-01", (1, "2020-02-15 12:00", 1, 1), (1, "2020-03-15 12:00", 1, 1)
    ),
    "a user and a product that the tables lack, no quantity": backfill_of(
        "2020-03-01",
        (1, "2020-03-15 12:00", 1, 1),
        (NOBODY, "2020-03-15 12:00", 1, 1),
        (1, "2020-03-15 12:00", NOTHING, 1),
        (1, "2020-03-15 12:00", 1, None),
        (None, "2020-03-15 12:00", 1, 1),
    ),
}


def answer(name: str, sql: str) -> str:
    """The text of an answer cell that holds ``sql``."""
    return f'{name} = """\n{sql.strip()}\n"""\n'


def mistakes(
    name: str, base: str, group: str, wrong: Mapping[str, str | Sequence[str]]
) -> list[Wrong]:
    """Wrong answers that ``group`` must catch: ``base`` after one or more ``old => new``."""
    made = []
    for mistake, changes in wrong.items():
        sql = base
        for change in [changes] if isinstance(changes, str) else changes:
            old, new = change.split(" => ")
            assert old in sql, f"{mistake}: the query has no {old!r}"
            sql = sql.replace(old, new)
        made.append(Wrong(mistake, answer(name, sql), group))
    return made


SPINE = """
WITH months AS (
    SELECT range::DATE AS month_start
    FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
)
SELECT
    m.month_start,
    count(DISTINCT t.user_id) AS users,
    count(t.id) AS orders,
    coalesce(sum(t.quantity * p.price), 0) AS gmv
FROM months AS m
LEFT JOIN transactions AS t
    ON t.created_at >= m.month_start
    AND t.created_at < m.month_start + INTERVAL 1 MONTH
LEFT JOIN products AS p ON p.id = t.product_id
GROUP BY m.month_start
ORDER BY m.month_start
"""
MONTHS = SPINE[SPINE.index("SELECT range") : SPINE.index("\n)\n")]
IN_MONTH = SPINE[SPINE.index("t.created_at >=") : SPINE.index("\nLEFT JOIN products")]
GMV = "coalesce(sum(t.quantity * p.price), 0)"
JOIN_USERS = "LEFT JOIN users AS u ON u.id = t.user_id\nGROUP BY"

Reported = functools.partial(
    Query,
    schema=SHOP,
    view=relevant,
    columns={"month_start": DATE, "users": COUNT, "orders": COUNT, "gmv": MONEY},
    oracle=report,
)

monthly_report = Exercise(
    difficulty="medium",
    minutes=25,
    groups=[
        Reported(
            "one row a month, also for a month without orders",
            situations=EMPTY,
            nudge="Which table has a row for a month in which nothing happened?",
        ),
        Reported(
            "2020 from its first instant to its last",
            situations=EDGES,
            nudge="A month begins at its first instant and ends just before the next one begins.",
        ),
        Reported(
            "orders without a known user or product",
            situations=MISSING,
            nudge="Every transaction is an order, whatever its user and its product are.",
        ),
        Reported(
            "a user counts once a month, an order always",
            situations=TWICE,
            nudge="Ask of each count which column tells two of its things apart.",
        ),
        Reported(
            "gmv to the cent",
            situations=AMOUNTS,
            nudge="Each order is worth its quantity times its price; work one row out by hand.",
        ),
        Reported(
            "any database, the shop's own too",
            inputs=shops,
            folder="shop",
            nudge="Take the smallest database and follow each of its rows through your query.",
        ),
    ],
    hints=[
        "Count the rows of the result before you look at the numbers. Where would a row for a "
        "month without orders come from?",
        "Make the twelve months first, as a table of their own. Then bring the orders to the "
        "months, not the months to the orders.",
        "`range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)` in `FROM` gives the "
        "months. `LEFT JOIN` the orders with both ends of the month in `ON`, `LEFT JOIN` the "
        "products, group by the month. Then ask which of `count(*)`, `count(t.id)` and "
        "`count(DISTINCT t.user_id)` each column needs, and what `sum` gives where there is "
        "nothing.",
        "Nearly the query: `FROM months m LEFT JOIN transactions t ON t.created_at >= "
        "m.month_start AND t.created_at < m.month_start + INTERVAL 1 MONTH LEFT JOIN products p "
        "ON p.id = t.product_id GROUP BY m.month_start ORDER BY m.month_start`, with "
        "`count(DISTINCT t.user_id)`, `count(t.id)` and `coalesce(sum(...), 0)` in front of it.",
    ],
    wrong=[
        *mistakes(
            "monthly_report",
            SPINE,
            "one row a month, also for a month without orders",
            {
                "counts rows, also of an empty month": "count(t.id) => count(*)",
                "filters 2020 after the left join":
                "GROUP BY => WHERE year(t.created_at) = 2020 GROUP BY",
                "filters 2020 or NULL, after a join by month of the year": (
                    f"{IN_MONTH} => month(t.created_at) = month(m.month_start)",
                    "GROUP BY => WHERE year(t.created_at) = 2020 OR t.id IS NULL GROUP BY",
                ),
                "inner join to products after the left join": "LEFT JOIN products => JOIN products",
                "inner join to the orders": "LEFT JOIN transactions => JOIN transactions",
                "gmv NULL": f"{GMV} => sum(t.quantity * p.price)",
                "gmv NaN": f"{GMV} => coalesce(sum(t.quantity * p.price), 'nan'::DOUBLE)",
                "the months of the orders":
                f"{MONTHS} => SELECT DISTINCT date_trunc('month', created_at)::DATE AS "
                "month_start FROM transactions WHERE year(created_at) = 2020",
                "the months from the first order to the last":
                f"{MONTHS} => SELECT unnest(range(min(date_trunc('month', created_at)), "
                "max(created_at) + INTERVAL 1 DAY, INTERVAL 1 MONTH))::DATE AS month_start "
                "FROM transactions WHERE year(created_at) = 2020",
                "thirteen months": (
                    "SELECT range => SELECT generate_series",
                    "FROM range => FROM generate_series",
                ),
                "eleven months": "DATE '2021-01-01' => DATE '2020-12-01'",
                "in no order": "ORDER BY m.month_start => ",
                "newest first": "ORDER BY m.month_start => ORDER BY m.month_start DESC",
                "ordered by gmv": "ORDER BY m.month_start => ORDER BY gmv DESC, 1",
                "ordered by the name of the month":
                "ORDER BY m.month_start => ORDER BY monthname(m.month_start)",
                "the month as text":
                "    m.month_start, =>     m.month_start::VARCHAR AS month_start,",
                "the month as a number":
                "    m.month_start, =>     month(m.month_start) AS month_start,",
                "the last day of each month":
                "    m.month_start, =>     last_day(m.month_start) AS month_start,",
                "other names of columns": "AS users => AS num_customers",
                "columns in another order": (
                    "    count(t.id) AS orders,\n => ",
                    "    count(DISTINCT =>     count(t.id) AS orders, count(DISTINCT",
                ),
                "one column more": "AS gmv => AS gmv, sum(t.quantity) AS pieces",
                "a total row": "GROUP BY m.month_start => GROUP BY ROLLUP (m.month_start)",
                "a column that the tables lack": "t.quantity * p.price => t.order_total",
                "two statements": "ORDER BY m.month_start => ORDER BY m.month_start; SELECT 1",
                "makes a view": "WITH months => CREATE VIEW report AS WITH months",
            },
        ),
        Wrong(
            "the figures of the shop, written down",
            answer("monthly_report", """
VALUES (DATE '2020-01-01', 1405, 3780, 357049.12), (DATE '2020-02-01', 1431, 3823, 363031.10)
"""),
            "one row a month, also for a month without orders",
        ),
        Wrong(
            "not a text",
            "monthly_report = 12\n",
            "one row a month, also for a month without orders",
        ),
        *mistakes(
            "monthly_report",
            SPINE,
            "2020 from its first instant to its last",
            {
                "between two days":
                f"{IN_MONTH} => t.created_at BETWEEN m.month_start AND last_day(m.month_start)",
                "thirty days": "INTERVAL 1 MONTH\nLEFT => INTERVAL 30 DAY LEFT",
                "the first instant counts twice": "t.created_at <  => t.created_at <= ",
                "the first instant is lost": "t.created_at >=  => t.created_at > ",
                "up to the last whole second":
                "t.created_at < m.month_start + INTERVAL 1 MONTH => t.created_at <= "
                "m.month_start + INTERVAL 1 MONTH - INTERVAL 1 SECOND",
                "the same month of all years":
                f"{IN_MONTH} => month(t.created_at) = month(m.month_start)",
                "the calendar year by days":
                f"{IN_MONTH} => {IN_MONTH} AND t.created_at <= '2020-12-31'",
                "February of 28 days":
                f"{IN_MONTH} => {IN_MONTH} AND strftime(t.created_at, '%m-%d') <> '02-29'",
                "rounded to seconds":
                "t.created_at < => date_trunc('second', t.created_at + INTERVAL 500 "
                "MILLISECOND) <",
                "an hour off": "t.created_at  => t.created_at + INTERVAL 1 HOUR ",
            },
        ),
        *mistakes(
            "monthly_report",
            SPINE,
            "orders without a known user or product",
            {
                "orders of known users only":
                "GROUP BY => LEFT JOIN users AS u ON u.id = t.user_id WHERE t.id IS NULL OR "
                "u.id IS NOT NULL GROUP BY",
                "users counted in the table users": (
                    "t.user_id) => u.id)",
                    f"GROUP BY => {JOIN_USERS}",
                ),
                "NULL is a user":
                "DISTINCT t.user_id => DISTINCT CASE WHEN t.id > 0 THEN ifnull(t.user_id, 0) "
                "END",
                "orders of known products only": "count(t.id) => count(p.id)",
                "orders with a user only": "count(t.id) => count(t.user_id)",
                "orders with a product only": "count(t.id) => count(t.product_id)",
                "users of known products only":
                "t.user_id) => t.user_id) FILTER (p.id IS NOT NULL)",
                "an unknown product costs 1": "p.price) => coalesce(p.price, 1))",
            },
        ),
        *mistakes(
            "monthly_report",
            SPINE,
            "a user counts once a month, an order always",
            {
                "users counted as often as they order": "DISTINCT t.user_id => t.user_id",
                "users counted by name": (
                    "DISTINCT t.user_id => DISTINCT coalesce(u.name, t.user_id::VARCHAR)",
                    f"GROUP BY => {JOIN_USERS}",
                ),
                "one order a user": "count(t.id) => count(DISTINCT t.user_id)",
                "orders counted by their time": "count(t.id) => count(DISTINCT t.created_at)",
                "one order a user a day":
                "count(t.id) => count(DISTINCT (t.user_id, t.created_at::DATE)) FILTER (t.id "
                "> 0)",
                "orders that are alike counted once":
                "LEFT JOIN transactions AS t => LEFT JOIN (SELECT min(id) AS id, user_id, "
                "created_at, product_id, quantity FROM transactions GROUP BY ALL) AS t",
                "a user counts in the first month only":
                "DISTINCT t.user_id => DISTINCT CASE WHEN NOT EXISTS (FROM transactions AS e "
                "WHERE e.user_id = t.user_id AND e.created_at < m.month_start) THEN t.user_id "
                "END",
                "orders joined twice":
                "LEFT JOIN products => LEFT JOIN transactions AS again ON date_trunc('month', "
                "again.created_at) = m.month_start LEFT JOIN products",
                "users joined by name":
                "GROUP BY => LEFT JOIN users AS u ON u.id = t.user_id LEFT JOIN users AS same "
                "ON same.name = u.name GROUP BY",
            },
        ),
        *mistakes(
            "monthly_report",
            SPINE,
            "gmv to the cent",
            {
                "pieces instead of orders": "count(t.id) => coalesce(sum(t.quantity), 0)",
                "the price without the quantity": "t.quantity * p.price => p.price",
                "refunds left out": f"{IN_MONTH} => {IN_MONTH} AND coalesce(t.quantity, 1) > 0",
                "refunds are no orders": "count(t.id) => count(t.id) FILTER (t.quantity > 0)",
                "refunds raise gmv": "t.quantity * p.price => abs(t.quantity) * p.price",
                "gmv is never negative": f"{GMV} => greatest(sum(t.quantity * p.price), 0)",
                "no quantity is one piece": "t.quantity * => coalesce(t.quantity, 1) *",
                "no quantity is no order": f"{IN_MONTH} => {IN_MONTH} AND t.quantity IS NOT NULL",
                "0 pieces are no order":
                f"{IN_MONTH} => {IN_MONTH} AND t.quantity IS DISTINCT FROM 0",
                "worth nothing is no order":
                "count(t.id) => count(nullif(t.quantity * p.price, 0))",
                "each amount cut to whole units":
                "t.quantity * p.price => trunc(t.quantity * p.price)",
                "rounded to whole units": f"{GMV} => coalesce(round(sum(t.quantity * p.price)), 0)",
                "FLOAT money":
                "sum(t.quantity * p.price) => sum((t.quantity * p.price)::FLOAT)::FLOAT",
                "FLOAT prices": "p.price) => p.price::FLOAT)",
                "equal amounts once": "sum(t. => sum(DISTINCT t.",
                "pieces times the average price":
                "sum(t.quantity * p.price) => sum(t.quantity) * avg(p.price)",
                "the largest order": "sum(t. => max(t.",
            },
        ),
        *mistakes(
            "monthly_report",
            SPINE,
            "any database, the shop's own too",
            {
                "users of the whole year so far":
                "count(DISTINCT t.user_id) AS users => (SELECT count(DISTINCT y.user_id) FROM "
                "transactions AS y WHERE year(y.created_at) = 2020 AND month(y.created_at) <= "
                "month(m.month_start)) AS users",
                "at most 1,000 orders are read":
                "LEFT JOIN transactions AS t => LEFT JOIN (FROM transactions ORDER BY id "
                "LIMIT 1000) AS t",
                "an approximate number of users":
                "count(DISTINCT t.user_id) => approx_count_distinct(t.user_id)",
            },
        ),
    ],
    right=[
        Right("aggregate first, then join the months", answer("monthly_report", """
WITH facts AS (
    SELECT
        date_trunc('month', t.created_at) AS month_start,
        count(DISTINCT t.user_id) AS users,
        count(*) AS orders,
        sum(t.quantity * p.price) AS gmv
    FROM transactions AS t LEFT JOIN products AS p ON t.product_id = p.id
    WHERE t.created_at >= '2020-01-01' AND t.created_at < '2021-01-01'
    GROUP BY 1
)
SELECT m.range AS month_start, coalesce(users, 0) AS users, coalesce(orders, 0) AS orders,
       coalesce(gmv, 0) AS gmv
FROM range(TIMESTAMP '2020-01-01', TIMESTAMP '2021-01-01', INTERVAL '1 month') AS m
LEFT JOIN facts ON facts.month_start = m.range
ORDER BY 1;
-- one row a month
""")),
        Right("one subquery a column", answer("monthly_report", """
SELECT
    m AS month_start,
    (SELECT count(DISTINCT user_id) FROM transactions
     WHERE created_at >= m AND created_at < m + INTERVAL 1 MONTH) AS users,
    (SELECT count(*) FROM transactions
     WHERE created_at >= m AND created_at < m + INTERVAL 1 MONTH) AS orders,
    (SELECT coalesce(sum(quantity * price), 0) FROM transactions, products
     WHERE product_id = products.id
     AND created_at >= m AND created_at < m + INTERVAL 1 MONTH) AS gmv
FROM (SELECT unnest(generate_series(DATE '2020-01-01', DATE '2020-12-01', INTERVAL 1 MONTH)) AS m)
ORDER BY m
""")),
        Right("one query a month", '''
parts = [
    f"""
    SELECT DATE '2020-{m:02}-01' AS month_start, count(DISTINCT user_id) AS users,
           count(*) AS orders, coalesce(sum(quantity * price), 0.0) AS gmv
    FROM transactions LEFT JOIN products ON products.id = product_id
    WHERE year(created_at) = 2020 AND month(created_at) = {m}
    """
    for m in range(1, 13)
]
monthly_report = " UNION ALL ".join(parts) + " ORDER BY month_start"
'''),
        Right("the months by recursion, money in DOUBLE", answer("monthly_report", """
WITH RECURSIVE months(month_start) AS (
    SELECT DATE '2020-01-01'
    UNION ALL
    SELECT (month_start + INTERVAL 1 MONTH)::DATE FROM months WHERE month_start < '2020-12-01'
)
SELECT Month_Start, count(DISTINCT user_id) AS Users, sum((t.id IS NOT NULL)::INT) AS Orders,
       coalesce(sum(quantity::DOUBLE * price::DOUBLE), 0) AS GMV
FROM months LEFT JOIN transactions t ON date_trunc('month', created_at) = month_start
LEFT JOIN products p ON product_id = p.id
GROUP BY ALL ORDER BY ALL
""")),
        Right("months in VALUES, orders on the left of a right join", answer("monthly_report", """
SELECT m.s AS month_start, count(DISTINCT t.user_id) AS users, count(t.id)::INTEGER AS orders,
       CAST(ifnull(SUM(t.amount), 0) AS DECIMAL(18, 2)) AS gmv
FROM (SELECT x.*, x.quantity * p.price AS amount
      FROM transactions x LEFT OUTER JOIN products p ON x.product_id = p.id) t
RIGHT JOIN (VALUES
    (DATE '2020-01-01', DATE '2020-02-01'), (DATE '2020-02-01', DATE '2020-03-01'),
    (DATE '2020-03-01', DATE '2020-04-01'), (DATE '2020-04-01', DATE '2020-05-01'),
    (DATE '2020-05-01', DATE '2020-06-01'), (DATE '2020-06-01', DATE '2020-07-01'),
    (DATE '2020-07-01', DATE '2020-08-01'), (DATE '2020-08-01', DATE '2020-09-01'),
    (DATE '2020-09-01', DATE '2020-10-01'), (DATE '2020-10-01', DATE '2020-11-01'),
    (DATE '2020-11-01', DATE '2020-12-01'), (DATE '2020-12-01', DATE '2021-01-01')
) AS m(s, e) ON t.created_at >= m.s AND t.created_at < m.e
GROUP BY m.s
ORDER BY m.s ASC
""")),
        Right("every order and twelve rows of nothing", answer("monthly_report", """
/* Twelve rows without an order, under the orders. */
WITH rows AS (
    SELECT date_trunc('month', created_at) AS month_start, user_id, 1 AS n,
           coalesce(quantity * price, 0) AS amount
    FROM transactions LEFT JOIN products ON products.id = transactions.product_id
    WHERE extract('year' FROM created_at) = 2020
    UNION ALL
    SELECT make_date(2020, i::INT, 1), NULL, 0, 0 FROM range(1, 13) AS r(i)
)
SELECT month_start, count(DISTINCT user_id) AS users, sum(n) AS orders, sum(amount) AS gmv
FROM rows GROUP BY month_start ORDER BY month_start NULLS LAST
""")),
        Right("all pairs, counted with a filter", answer("monthly_report", """
FROM range(12) AS r(i)
LEFT JOIN transactions AS t ON TRUE
LEFT JOIN products AS p ON p.id = t.product_id
SELECT
    DATE '2020-01-01' + to_months(i::INT) AS month_start,
    count(DISTINCT user_id) FILTER (WHERE year(created_at) = 2020 AND month(created_at) = i + 1)
        AS users,
    count(*) FILTER (WHERE year(created_at) = 2020 AND month(created_at) = i + 1) AS orders,
    coalesce(sum(CASE WHEN year(created_at) = 2020 AND month(created_at) = i + 1
                      THEN quantity * price ELSE 0 END), 0) AS gmv
GROUP BY i
ORDER BY i
""")),
        Right("lateral, and the nearest month before", answer("monthly_report", """
WITH months AS (
    SELECT strptime('2020-' || i || '-1', '%Y-%m-%d') AS month_start FROM range(1, 13) r(i)
), placed AS (
    SELECT m.month_start, t.*
    FROM transactions t ASOF JOIN months m ON t.created_at >= m.month_start
    WHERE t.created_at < TIMESTAMP '2021-01-01 00:00:00'
)
SELECT months.month_start::DATE AS month_start, f.users, f.orders, round(f.gmv, 2) AS gmv
FROM months, LATERAL (
    SELECT count(DISTINCT user_id) AS users, count(placed.id) AS orders,
           coalesce(sum(quantity * (SELECT price FROM products p WHERE p.id = product_id)), 0)
               AS gmv
    FROM placed WHERE placed.month_start = months.month_start
) AS f
ORDER BY months.month_start
""")),
    ],
)


GROWTH = """
WITH months AS (
    SELECT range::DATE AS month_start
    FROM range(DATE '2019-12-01', DATE '2021-01-01', INTERVAL 1 MONTH)
),
report AS (
    SELECT m.month_start, coalesce(sum(t.quantity * p.price), 0) AS gmv
    FROM months AS m
    LEFT JOIN transactions AS t
        ON t.created_at >= m.month_start
        AND t.created_at < m.month_start + INTERVAL 1 MONTH
    LEFT JOIN products AS p ON p.id = t.product_id
    GROUP BY m.month_start
),
compared AS (
    SELECT *, lag(gmv) OVER (ORDER BY month_start) AS before
    FROM report
)
SELECT month_start, gmv, CASE WHEN before > 0 THEN gmv / before - 1 END AS growth
FROM compared
WHERE month_start >= DATE '2020-01-01'
ORDER BY month_start
"""
FACTS = """
WITH facts AS (
    SELECT date_trunc('month', created_at)::DATE AS month_start, sum(quantity * price) AS gmv
    FROM transactions LEFT JOIN products ON products.id = product_id
    GROUP BY 1
),
"""
CASE = "CASE WHEN before > 0 THEN gmv / before - 1 END"

monthly_growth = Exercise(
    difficulty="medium",
    minutes=20,
    groups=[
        Query(
            "the month before, also across the year",
            schema=SHOP,
            view=relevant,
            columns={"month_start": DATE, "gmv": MONEY, "growth": RATE},
            oracle=growth,
            situations=BEFORE,
            nudge="Which row does January need, and is it still there when LAG looks for it?",
        ),
        Query(
            "growth from nothing or less is NULL",
            schema=SHOP,
            view=relevant,
            columns={"month_start": DATE, "gmv": MONEY, "growth": RATE},
            oracle=growth,
            situations=NOTHING_BEFORE,
            inputs=shops,
            folder="shop",
            nudge="What does your query divide by in this month?",
        ),
        Scans(
            "the orders are read at most four times",
            schema=SHOP,
            folder="shop",
            table="transactions",
            most=4,
            nudge="One pass can serve all months: group by the month.",
        ),
    ],
    hints=[
        "Make the report of one number a month first, and look at its rows before you compare "
        "any of them.",
        "A window function looks at rows of its own input only. January 2020 needs a row for "
        "December 2019, and the month after an empty one needs the row of zeros.",
        "Start the spine in December 2019. In a second step, take `lag(gmv) OVER (ORDER BY "
        "month_start)`. In a third, keep 2020: `WHERE` beside the window would remove December "
        "before `lag` is worked out.",
        "Three steps in `WITH`: `report` (thirteen months), `compared` (`*` and `lag(gmv) OVER "
        "(ORDER BY month_start) AS before`), and at the end `CASE WHEN before > 0 THEN gmv / "
        "before - 1 END`, `WHERE month_start >= DATE '2020-01-01'`, `ORDER BY month_start`.",
    ],
    wrong=[
        *mistakes(
            "monthly_growth",
            GROWTH,
            "the month before, also across the year",
            {
                "January has no month before": "DATE '2019-12-01' => DATE '2020-01-01'",
                "December is filtered before the window":
                "    FROM report\n =>     FROM report WHERE month_start >= DATE '2020-01-01' ",
                "thirteen rows": "WHERE month_start >= DATE '2020-01-01'\n => ",
                "empty months are missing": "    LEFT JOIN transactions =>     JOIN transactions",
                "gmv NULL in an empty month":
                "coalesce(sum(t.quantity * p.price), 0) => sum(t.quantity * p.price)",
                "the month after": "lag(gmv) => lead(gmv)",
                "the same month of the year before": (
                    "DATE '2019-12-01' => DATE '2019-01-01'",
                    "lag(gmv) => lag(gmv, 12)",
                ),
                "the first month of all": "lag(gmv) => first_value(gmv)",
                "the largest month so far":
                "lag(gmv) OVER (ORDER BY month_start) => max(gmv) OVER (ORDER BY month_start "
                "ROWS UNBOUNDED PRECEDING EXCLUDE CURRENT ROW)",
                "the window starts again each year":
                "OVER (ORDER BY month_start) => OVER (PARTITION BY year(month_start) ORDER BY "
                "month_start)",
                "the window is ordered by gmv":
                "OVER (ORDER BY month_start) => OVER (ORDER BY gmv)",
                "the window is ordered by the month of the year":
                "OVER (ORDER BY month_start) => OVER (ORDER BY month(month_start))",
                "per cent": "gmv / before - 1 => 100 * (gmv / before - 1)",
                "the ratio": "gmv / before - 1 => gmv / before",
                "the difference": "gmv / before - 1 => gmv - before",
                "divided by this month": "gmv / before - 1 => (gmv - before) / nullif(gmv, 0)",
                "whole numbers": "gmv / before - 1 => gmv::BIGINT // nullif(before::BIGINT, 0) - 1",
                "rounded to per cents": "gmv / before - 1 => round(gmv / before - 1, 2)",
                "a fall is a rise": "gmv / before - 1 => abs(gmv / before - 1)",
                "growth of the number of orders": "sum(t.quantity * p.price) => count(t.id)",
                "between two days":
                "t.created_at < m.month_start + INTERVAL 1 MONTH => t.created_at <= "
                "last_day(m.month_start)",
                "the first instant of a month is left out":
                "t.created_at >= m.month_start => t.created_at > m.month_start",
                "newest first": "\nORDER BY month_start =>  ORDER BY month_start DESC",
            },
        ),
        *mistakes(
            "monthly_growth",
            GROWTH,
            "growth from nothing or less is NULL",
            {
                "the month before is the row before": (
                    "    LEFT JOIN transactions =>     JOIN transactions",
                    "FROM compared\nWHERE month_start >= DATE '2020-01-01'\n => FROM months "
                    "LEFT JOIN compared USING (month_start) WHERE month_start >= DATE "
                    "'2020-01-01' ",
                    f"{CASE} => CASE WHEN before > 0 THEN coalesce(gmv, 0) / before - 1 END",
                    "gmv, CASE => coalesce(gmv, 0) AS gmv, CASE",
                ),
                "no growth is 0": "- 1 END => - 1 ELSE 0 END",
                "divides by 0 and below": f"{CASE} => gmv / before - 1",
                "divides below 0": f"{CASE} => gmv / nullif(before, 0) - 1",
                "divides by the size of a loss":
                f"{CASE} => (gmv - before) / abs(nullif(before, 0))",
                "nothing counts as one": f"{CASE} => gmv / greatest(before, 1) - 1",
                "from nothing is 100 %":
                f"{CASE} => CASE WHEN before > 0 THEN gmv / before - 1 ELSE 1 END",
                "from nothing is a lot": f"{CASE} => (gmv - before) / (before + 1e-9)",
                "NULL only where both are nothing":
                f"{CASE} => CASE WHEN before > 0 OR gmv > 0 THEN gmv / before - 1 END",
                "a loss is compared with the month before it":
                "SELECT *, lag(gmv) => SELECT *, lag(nullif(greatest(gmv, 0), 0) IGNORE NULLS)",
            },
        ),
        Wrong(
            "one query a month",
            '''
from datetime import date
starts = [date(2019, 12, 1)] + [date(2020, month, 1) for month in range(1, 13)]
union = " UNION ALL ".join(
    f"""
    SELECT DATE '{start}' AS month_start, coalesce(sum(quantity * price), 0) AS gmv
    FROM transactions LEFT JOIN products ON products.id = product_id
    WHERE created_at >= DATE '{start}' AND created_at < DATE '{start}' + INTERVAL 1 MONTH
    """
    for start in starts
)
monthly_growth = f"""
WITH report AS ({union}), compared AS (
    SELECT *, lag(gmv) OVER (ORDER BY month_start) AS before FROM report
)
SELECT month_start, gmv, CASE WHEN before > 0 THEN gmv / before - 1 END AS growth
FROM compared WHERE month_start >= DATE '2020-01-01' ORDER BY month_start
"""
''',
            "the orders are read at most four times",
        ),
    ],
    right=[
        Right("the report joined to itself", answer("monthly_growth", FACTS + """
months AS (
    SELECT unnest(generate_series(DATE '2019-12-01', DATE '2020-12-01', INTERVAL 1 MONTH)) AS m
),
report AS (SELECT m, coalesce(gmv, 0) AS gmv FROM months LEFT JOIN facts ON m = month_start)
SELECT a.m AS month_start, a.gmv, (a.gmv - b.gmv) / nullif(greatest(b.gmv, 0), 0) AS growth
FROM report AS a JOIN report AS b ON a.m = b.m + INTERVAL 1 MONTH
ORDER BY a.m
""")),
        Right("QUALIFY after the window", answer("monthly_growth", """
SELECT
    m::DATE AS month_start,
    coalesce(sum(quantity * price), 0) AS gmv,
    CASE WHEN lag(coalesce(sum(quantity * price), 0)) OVER months > 0
         THEN coalesce(sum(quantity * price), 0)
              / lag(coalesce(sum(quantity * price), 0)) OVER months - 1 END AS growth
FROM range(DATE '2019-12-01', DATE '2021-01-01', INTERVAL 1 MONTH) AS r(m)
LEFT JOIN transactions ON date_trunc('month', created_at) = m
LEFT JOIN products ON products.id = product_id
GROUP BY m
WINDOW months AS (ORDER BY m)
QUALIFY m >= '2020-01-01'
ORDER BY m
""")),
        Right("two subqueries a month, DOUBLE", answer("monthly_growth", """
SELECT month_start, gmv, IF(before > 0, gmv::DOUBLE / before::DOUBLE - 1, NULL) AS growth
FROM (
    SELECT
        s AS month_start,
        (SELECT ifnull(sum(quantity * price), 0) FROM transactions t LEFT JOIN products p
         ON p.id = t.product_id
         WHERE created_at >= s AND created_at < s + INTERVAL 1 MONTH) AS gmv,
        (SELECT ifnull(sum(quantity * price), 0) FROM transactions t LEFT JOIN products p
         ON p.id = t.product_id
         WHERE created_at >= s - INTERVAL 1 MONTH AND created_at < s) AS before
    FROM range(TIMESTAMP '2020-01-01', TIMESTAMP '2021-01-01', INTERVAL 1 MONTH) AS r(s)
)
ORDER BY month_start
""")),
        Right("a frame of one row, rounded", answer("monthly_growth", FACTS + """
report AS (
    SELECT make_date(2019, 12, 1) + to_months(i::INT) AS m,
           coalesce((SELECT gmv FROM facts WHERE month_start = m), 0) AS gmv
    FROM range(13) AS r(i)
), framed AS (
    SELECT *, sum(gmv) OVER (ORDER BY m ROWS BETWEEN 1 PRECEDING AND 1 PRECEDING) AS before
    FROM report
)
SELECT m AS month_start, round(gmv, 2) AS gmv,
       CASE WHEN before <= 0 THEN NULL ELSE round(gmv / before - 1, 4) END AS growth
FROM framed WHERE m > DATE '2019-12-31' ORDER BY 1;
""")),
        Right("lead from the other side, zeros by union", answer("monthly_growth", """
WITH rows AS (
    SELECT date_trunc('month', created_at) AS m, quantity * price AS amount
    FROM transactions JOIN products ON products.id = product_id
    UNION ALL
    SELECT range, 0 FROM range(TIMESTAMP '2019-12-01', TIMESTAMP '2021-01-01', INTERVAL 1 MONTH)
), report AS (
    SELECT m, sum(ifnull(amount, 0)) AS gmv FROM rows GROUP BY m
), compared AS (
    SELECT *, lead(gmv, 1, 0) OVER (ORDER BY m DESC) AS before FROM report
)
FROM compared
SELECT m::DATE AS month_start, gmv, gmv / CASE WHEN before > 0 THEN before END - 1 AS growth
WHERE year(m) = 2020
ORDER BY m
""")),
        Right("months as numbers", answer("monthly_growth", """
WITH numbered AS (
    SELECT year(created_at) * 12 + month(created_at) - 1 AS k, quantity * price AS amount
    FROM transactions LEFT OUTER JOIN products ON products.id = product_id
), report AS (
    SELECT k.range AS k, coalesce(sum(amount), 0)::DECIMAL(18, 2) AS gmv
    FROM range(2019 * 12 + 11, 2021 * 12) AS k LEFT JOIN numbered ON numbered.k = k.range
    GROUP BY 1
)
SELECT make_date((now.k // 12)::INT, (now.k % 12 + 1)::INT, 1) AS month_start, now.gmv,
       CASE WHEN old.gmv > 0 THEN (now.gmv / old.gmv - 1)::DECIMAL(18, 6) END AS growth
FROM report AS now JOIN report AS old ON old.k + 1 = now.k
ORDER BY now.k
""")),
    ],
)


NEW = """
WITH months AS (
    SELECT range::DATE AS month_start
    FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
),
firsts AS (
    SELECT user_id, min(created_at) AS first_order
    FROM transactions
    WHERE user_id IS NOT NULL
    GROUP BY user_id
)
SELECT
    m.month_start,
    count(DISTINCT f.user_id) FILTER (f.first_order >= m.month_start) AS new_users,
    count(DISTINCT f.user_id) FILTER (f.first_order < m.month_start) AS returning_users
FROM months AS m
LEFT JOIN transactions AS t
    ON t.created_at >= m.month_start
    AND t.created_at < m.month_start + INTERVAL 1 MONTH
LEFT JOIN firsts AS f ON f.user_id = t.user_id
GROUP BY m.month_start
ORDER BY m.month_start
"""
RETURNS = "count(DISTINCT f.user_id) FILTER (f.first_order < m.month_start)"
IS_NEW = "count(DISTINCT f.user_id) FILTER (f.first_order >= m.month_start)"
FIRSTS = NEW[NEW.index("    SELECT user_id, min") : NEW.index("\n)\nSELECT\n")]
NewOrNot = functools.partial(
    Query,
    schema=SHOP,
    view=relevant,
    columns={"month_start": DATE, "new_users": COUNT, "returning_users": COUNT},
    oracle=new_and_old,
)

new_and_returning = Exercise(
    difficulty="medium",
    minutes=20,
    groups=[
        NewOrNot(
            "new means the first order of all years",
            situations=FIRST,
            nudge="When did this user order for the first time, looking at the whole table?",
        ),
        NewOrNot(
            "a user is one of the two, and counts once",
            situations=ONE_OF_TWO,
            nudge="In one month a user is either new or returning; NULL is nobody.",
        ),
        NewOrNot(
            "any database, the shop's own too",
            inputs=shops,
            folder="shop",
            nudge="Write down the first order of each user in this database, then go by month.",
        ),
    ],
    hints=[
        "Being new is a fact about a user, not about an order. Which table would hold it?",
        "Work out each user's first order over the whole table before you look at any month.",
        "Join that table of firsts to the report's join of months and orders. A user of the "
        "month is new if the first order is not before the month, and returning if it is.",
        "`firsts` is `SELECT user_id, min(created_at) AS first_order FROM transactions WHERE "
        "user_id IS NOT NULL GROUP BY user_id`. In the report, `count(DISTINCT f.user_id) FILTER "
        "(f.first_order >= m.month_start)` are the new ones.",
    ],
    wrong=[
        *mistakes(
            "new_and_returning",
            NEW,
            "new means the first order of all years",
            {
                "the first order of 2020":
                "WHERE user_id IS NOT NULL => WHERE user_id IS NOT NULL AND created_at >= "
                "'2020-01-01'",
                "everyone of 2019 is old, everyone of 2020 is new": (
                    "f.first_order >= m.month_start => f.first_order >= DATE '2020-01-01'",
                    "f.first_order < m.month_start => f.first_order < DATE '2020-01-01'",
                ),
                "returning means an order in the month before":
                f"{RETURNS} => count(DISTINCT t.user_id) FILTER (EXISTS (FROM transactions AS "
                "e WHERE e.user_id = t.user_id AND e.created_at < m.month_start AND "
                "e.created_at >= m.month_start - INTERVAL 1 MONTH))",
                "the first order by id": "min(created_at) => arg_min(created_at, id)",
                "the last order": "min(created_at) => max(created_at)",
                "first orders since 2019 only":
                "WHERE user_id IS NOT NULL => WHERE user_id IS NOT NULL AND created_at >= "
                "'2019-01-01'",
                "orders of 0 pieces are no first orders":
                "WHERE user_id IS NOT NULL => WHERE user_id IS NOT NULL AND quantity IS DISTINCT "
                "FROM 0",
                "refunds are no first orders":
                "WHERE user_id IS NOT NULL => WHERE user_id IS NOT NULL AND quantity > 0",
                "first orders of known products only":
                "WHERE user_id IS NOT NULL => WHERE user_id IS NOT NULL AND product_id IN "
                "(SELECT id FROM products)",
                "the first instant of a month is the month before": (
                    "f.first_order < => f.first_order <=",
                    "f.first_order >= => f.first_order >",
                ),
                "new for the whole first year":
                "min(created_at) => date_trunc('year', min(created_at)) + INTERVAL 1 YEAR",
                "months by their number":
                f"{IN_MONTH} => month(t.created_at) = month(m.month_start)",
                "between two days":
                f"{IN_MONTH} => t.created_at BETWEEN m.month_start AND last_day(m.month_start)",
            },
        ),
        *mistakes(
            "new_and_returning",
            NEW,
            "a user is one of the two, and counts once",
            {
                "the second order is a return":
                f"{RETURNS} => count(DISTINCT f.user_id) FILTER (f.first_order < t.created_at)",
                "orders are counted": "count(DISTINCT f.user_id) => count(f.user_id)",
                "NULL is a user": (
                    "WHERE user_id IS NOT NULL\n     => ",
                    "ON f.user_id = t.user_id => ON f.user_id IS NOT DISTINCT FROM t.user_id",
                    "DISTINCT f.user_id => DISTINCT CASE WHEN t.id > 0 THEN ifnull(f.user_id, "
                    "0) END",
                ),
                "only users whom the table knows":
                "FROM transactions\n => FROM transactions JOIN users ON users.id = user_id ",
                "the firsts are counted by instant":
                f"{IS_NEW} => count(DISTINCT f.first_order) FILTER (f.first_order >= "
                "m.month_start)",
                "the number of first orders":
                f"{IS_NEW} => count(f.user_id) FILTER (f.first_order = t.created_at)",
                "all who ever ordered before":
                f"{RETURNS} => (SELECT count(*) FROM firsts WHERE first_order < m.month_start)",
                "all users of the month return": f"{RETURNS} => count(DISTINCT f.user_id)",
                "months without orders are missing": "LEFT JOIN transactions => JOIN transactions",
                "NULL where nobody is new": f"{IS_NEW} => nullif({IS_NEW}, 0)",
                "the two swapped": (
                    "AS new_users => AS n",
                    "AS returning => AS new",
                    "AS n, => AS returning_users,",
                ),
                "newest first": "ORDER BY m.month_start => ORDER BY m.month_start DESC",
            },
        ),
        *mistakes(
            "new_and_returning",
            NEW,
            "any database, the shop's own too",
            {
                "the first five hundred users": f"{FIRSTS} => {FIRSTS} ORDER BY user_id LIMIT 500",
            },
        ),
    ],
    right=[
        Right("first order by a window", answer("new_and_returning", """
WITH placed AS (
    SELECT user_id, date_trunc('month', created_at) AS m,
           min(created_at) OVER (PARTITION BY user_id) AS first_order
    FROM transactions
)
SELECT
    s.range AS month_start,
    count(DISTINCT user_id) FILTER (WHERE date_trunc('month', first_order) = m) AS new_users,
    count(DISTINCT user_id) FILTER (WHERE date_trunc('month', first_order) < m) AS returning_users
FROM range(TIMESTAMP '2020-01-01', TIMESTAMP '2021-01-01', INTERVAL 1 MONTH) AS s
LEFT JOIN placed ON placed.m = s.range
GROUP BY ALL
ORDER BY ALL;
""")),
        Right("one row a user and month, then NOT EXISTS", answer("new_and_returning", """
WITH active AS (
    SELECT DISTINCT user_id, date_trunc('month', created_at)::DATE AS m
    FROM transactions WHERE user_id IS NOT NULL
), marked AS (
    SELECT *, NOT EXISTS (SELECT 1 FROM active b WHERE b.user_id = a.user_id AND b.m < a.m)
        AS is_new
    FROM active a
)
SELECT make_date(2020, i::INT, 1) AS month_start,
       coalesce(sum(is_new::INT), 0) AS new_users,
       coalesce(sum((NOT is_new)::INT), 0) AS returning_users
FROM range(1, 13) AS r(i) LEFT JOIN marked ON m = make_date(2020, i::INT, 1)
GROUP BY i ORDER BY i
""")),
        Right("all less the new ones", answer("new_and_returning", """
WITH RECURSIVE months(s) AS (
    SELECT DATE '2020-01-01' UNION ALL
    SELECT (s + INTERVAL 1 MONTH)::DATE FROM months WHERE s < '2020-12-01'
), new AS (
    SELECT date_trunc('month', first) AS s, count(*) AS n
    FROM (SELECT user_id, min(created_at) AS first FROM transactions GROUP BY user_id)
    WHERE user_id IS NOT NULL GROUP BY 1
), users_of AS (
    SELECT date_trunc('month', created_at) AS s, count(DISTINCT user_id) AS n
    FROM transactions GROUP BY 1
)
SELECT months.s AS month_start, coalesce(new.n, 0) AS new_users,
       coalesce(users_of.n, 0) - coalesce(new.n, 0) AS returning_users
FROM months LEFT JOIN new ON new.s = months.s LEFT JOIN users_of ON users_of.s = months.s
ORDER BY months.s
""")),
        Right("row numbers of users' months", answer("new_and_returning", """
WITH active AS (
    SELECT user_id, year(created_at) * 12 + month(created_at) AS k FROM transactions
    WHERE user_id IS NOT NULL GROUP BY ALL
), ranked AS (
    SELECT k, row_number() OVER (PARTITION BY user_id ORDER BY k) AS n FROM active
)
SELECT m AS month_start, count(*) FILTER (n = 1) AS new_users,
       count(*) FILTER (n > 1) AS returning_users
FROM generate_series(DATE '2020-01-01', DATE '2020-12-31', INTERVAL 1 MONTH) AS g(m)
LEFT JOIN ranked ON k = year(m) * 12 + month(m)
GROUP BY m ORDER BY m
""")),
        Right("two subqueries a month", answer("new_and_returning", """
SELECT m AS month_start,
    (SELECT count(*) FROM (SELECT min(created_at) AS f FROM transactions
                           WHERE user_id IS NOT NULL GROUP BY user_id)
     WHERE f >= m AND f < m + INTERVAL 1 MONTH) AS new_users,
    (SELECT count(*) FROM (
        SELECT user_id FROM transactions
        WHERE user_id IS NOT NULL AND created_at >= m AND created_at < m + INTERVAL 1 MONTH
        INTERSECT
        SELECT user_id FROM transactions WHERE created_at < m)) AS returning_users
FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH) AS r(m)
ORDER BY 1
""")),
        Right("the month before, by LAG", answer("new_and_returning", """
WITH active AS (
    SELECT DISTINCT user_id, date_trunc('month', created_at) AS m FROM transactions
    WHERE user_id IS NOT NULL
), earlier AS (
    SELECT m, lag(m) OVER (PARTITION BY user_id ORDER BY m) AS previous FROM active
    UNION ALL
    SELECT unnest(range(TIMESTAMP '2020-01-01', TIMESTAMP '2021-01-01', INTERVAL 1 MONTH)), NULL
)
SELECT m::DATE AS month_start, count(*) - count(previous) - 1 AS new_users,
       count(previous) AS returning_users
FROM earlier WHERE m BETWEEN DATE '2020-01-01' AND DATE '2020-12-01'
GROUP BY m ORDER BY m
""")),
    ],
)


BACKFILL = """
DELETE FROM monthly WHERE month_start = $month;
INSERT INTO monthly (month_start, users, orders, gmv)
SELECT
    $month,
    count(DISTINCT t.user_id),
    count(*),
    coalesce(sum(t.quantity * p.price), 0)
FROM transactions AS t
LEFT JOIN products AS p ON p.id = t.product_id
WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH;
"""
DELETES = "DELETE FROM monthly WHERE month_start = $month;\n"
IN_THE_MONTH = "t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH"
UPSERT = BACKFILL.replace(DELETES, "").replace(
    "INTERVAL 1 MONTH;",
    "INTERVAL 1 MONTH\n"
    "ON CONFLICT (month_start) DO UPDATE\n"
    "SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv;",
)
ALL_OF_MONTHLY = "SELECT month_start, users, orders, gmv FROM monthly ORDER BY month_start"


def _values_of(table: str) -> str:
    """A query that gives each row of a table as (table, its values), as `all_rows` does."""
    names = [column.split()[0] for column in MONTHLY[table].replace("(10,2)", "").split(", ")]
    values = ", ".join(f"coalesce({name}::VARCHAR, 'NULL')" for name in names)
    return f"SELECT '{table}' AS table_name, concat_ws(', ', {values}) AS row_values FROM {table}"


TEXT = Kind("a text", "VARCHAR")
ALL_OF_ALL = " UNION ALL ".join(map(_values_of, MONTHLY)) + " ORDER BY ALL"
Backfill = functools.partial(
    Script,
    schema=MONTHLY,
    view=relevant,
    columns={"month_start": DATE, "users": COUNT, "orders": COUNT, "gmv": MONEY},
    oracle=recomputed,
    parameter="month",
    read=ALL_OF_MONTHLY,
)

backfill = Exercise(
    difficulty="medium",
    minutes=20,
    groups=[
        Backfill(
            "run again, the result is the same",
            situations=RERUN,
            nudge="What does the second run find in the table, and what becomes of it?",
        ),
        Backfill(
            "the month says what the report says",
            situations=AS_REPORTED,
            inputs=backfills,
            nudge="Compare the row with what monthly_report gives for this month.",
        ),
        Backfill(
            "all other rows stay as they are",
            situations=OTHERS,
            columns={"table_name": TEXT, "row_values": TEXT},
            oracle=all_rows,
            read=ALL_OF_ALL,
            nudge="Only the row of $month in monthly may change. In no table may another row "
            "change, appear or go.",
        ),
    ],
    hints=[
        "Imagine that the job died half-way last night and starts again now. What is in the "
        "table, and what should be there at the end?",
        "Say what the row of the month is, not how it changes: replace the whole row by what the "
        "orders say.",
        "Two ways: delete the month's row and insert the new one, or insert with `ON CONFLICT "
        "(month_start) DO UPDATE`. Select the orders by both ends of the month, and leave out "
        "`GROUP BY`: then a month without orders gives a row too.",
        "`DELETE FROM monthly WHERE month_start = $month;` and then `INSERT INTO monthly SELECT "
        "$month, count(DISTINCT t.user_id), count(*), coalesce(sum(t.quantity * p.price), 0) FROM "
        "...` with `WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH`.",
    ],
    wrong=[
        *mistakes(
            "backfill",
            BACKFILL,
            "run again, the result is the same",
            {
                "inserts only": f"{DELETES} => ",
                "inserts where there is nothing yet": (
                    f"{DELETES} => ",
                    "INSERT INTO => INSERT OR IGNORE INTO",
                ),
                "keeps a row that is there": (
                    f"{DELETES} => ",
                    "INTERVAL 1 MONTH; => INTERVAL 1 MONTH AND $month NOT IN (SELECT "
                    "month_start FROM monthly);",
                ),
                "deletes after inserting": (
                    f"{DELETES} => ",
                    f"INTERVAL 1 MONTH; => INTERVAL 1 MONTH; {DELETES}",
                ),
                "updates only":
                "DELETE FROM monthly WHERE month_start = $month;\nINSERT INTO monthly "
                "(month_start, users, orders, gmv)\nSELECT\n    $month,\n    count(DISTINCT "
                "t.user_id),\n    count(*),\n    coalesce(sum(t.quantity * p.price), 0)\nFROM "
                "transactions AS t\nLEFT JOIN products AS p ON p.id = t.product_id\nWHERE "
                "t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH; => "
                "UPDATE monthly SET users = 0, orders = 0, gmv = 0 WHERE month_start = $month",
                "deletes the orders that it has counted":
                "INTERVAL 1 MONTH; => INTERVAL 1 MONTH; DELETE FROM transactions WHERE "
                "created_at >= $month AND created_at < $month + INTERVAL 1 MONTH;",
                "deletes the day only": "month_start = $month => month_start = current_date",
                "always March": "$month => DATE '2020-03-01'",
                "drops the table first":
                f"{DELETES} => DROP TABLE monthly; CREATE TABLE monthly (month_start DATE);",
                "another parameter": "$month => $day",
                "a query": (
                    f"{DELETES} => ",
                    "INSERT INTO monthly (month_start, users, orders, gmv)\n => ",
                ),
                "rolls back": "INTERVAL 1 MONTH; => INTERVAL 1 MONTH; ROLLBACK;",
            },
        ),
        *mistakes(
            "backfill",
            UPSERT,
            "run again, the result is the same",
            {
                "adds to what is there":
                "SET users = excluded.users, orders = excluded.orders, gmv = excluded.gmv => "
                "SET users = users + excluded.users, orders = orders + excluded.orders, gmv = "
                "gmv + excluded.gmv",
                "replaces gmv only": "users = excluded.users, orders = excluded.orders,  => ",
                "replaces a row only where its orders differ":
                "gmv = excluded.gmv => gmv = excluded.gmv WHERE orders <> excluded.orders",
                "replaces a row only where its gmv differs":
                "gmv = excluded.gmv => gmv = excluded.gmv WHERE gmv <> excluded.gmv",
                "replaces a row only where its users differ":
                "gmv = excluded.gmv => gmv = excluded.gmv WHERE users <> excluded.users",
                "keeps the larger value": (
                    "gmv = excluded.gmv => gmv = greatest(gmv, excluded.gmv)",
                    "users = excluded.users => users = greatest(users, excluded.users)",
                ),
                "does nothing on conflict":
                "DO UPDATE\nSET users = excluded.users, orders = excluded.orders, gmv = "
                "excluded.gmv => DO NOTHING",
            },
        ),
        *mistakes(
            "backfill",
            BACKFILL,
            "the month says what the report says",
            {
                "no row for a month without orders":
                "INTERVAL 1 MONTH; => INTERVAL 1 MONTH GROUP BY date_trunc('month', "
                "t.created_at);",
                "gmv NULL": "coalesce(sum(t.quantity * p.price), 0) => sum(t.quantity * p.price)",
                "inner join to products": "LEFT JOIN => JOIN",
                "between two days":
                f"{IN_THE_MONTH} => t.created_at BETWEEN $month AND last_day($month)",
                "the end counts twice": "t.created_at < => t.created_at <=",
                "this month of all years": f"{IN_THE_MONTH} => month(t.created_at) = month($month)",
                "all of the year": f"{IN_THE_MONTH} => year(t.created_at) = year($month)",
                "thirty days": "INTERVAL 1 MONTH => INTERVAL 30 DAY",
                "orders with a user only": "count(*) => count(t.user_id)",
                "users as often as they order": "DISTINCT  => ",
                "no quantity is one": "t.quantity * => coalesce(t.quantity, 1) *",
                "refunds left out": (
                    ";\n =>  AND t.quantity > 0; ",
                    "$month AND t.quantity > 0; => $month;",
                ),
                "orders of 0 pieces left out":
                "WHERE t. => WHERE t.quantity IS DISTINCT FROM 0 AND t.",
                "money as FLOAT": "* p.price => * p.price::FLOAT",
                "the price alone": "t.quantity * p.price => p.price",
                "2020 only": "WHERE t. => WHERE year($month) = 2020 AND t.",
                "the last day as month_start": "    $month, =>     last_day($month),",
            },
        ),
        *mistakes(
            "backfill",
            BACKFILL,
            "all other rows stay as they are",
            {
                "mends the orders without a quantity":
                f"{DELETES} => UPDATE transactions SET quantity = 0 WHERE quantity IS NULL; "
                f"{DELETES}",
                "makes the products that are unknown":
                f"{DELETES} => INSERT INTO products SELECT DISTINCT product_id, '?', 0 FROM "
                f"transactions WHERE product_id NOT IN (SELECT id FROM products); {DELETES}",
                "makes the users that are unknown":
                f"{DELETES} => INSERT INTO users SELECT DISTINCT user_id, '?', NULL FROM "
                f"transactions WHERE user_id NOT IN (SELECT id FROM users); {DELETES}",
                "empties the table": f"{DELETES} => DELETE FROM monthly; ",
                "truncates the table": f"{DELETES} => TRUNCATE monthly; ",
                "deletes the month and all later ones":
                "month_start = $month => month_start >= $month",
                "deletes this month of all years":
                "month_start = $month => month(month_start) = month($month)",
                "deletes the month before too":
                "month_start = $month => month_start BETWEEN $month - INTERVAL 1 MONTH AND "
                "$month",
                "computes all months": (
                    f"{DELETES} => DELETE FROM monthly; ",
                    "    $month, =>     date_trunc('month', t.created_at)::DATE,",
                    f"WHERE {IN_THE_MONTH} => GROUP BY 1",
                ),
                "replaces all months": (
                    f"{DELETES} => ",
                    "INSERT INTO => INSERT OR REPLACE INTO",
                    "    $month, =>     date_trunc('month', t.created_at)::DATE,",
                    f"WHERE {IN_THE_MONTH} => GROUP BY 1",
                ),
            },
        ),
    ],
    right=[
        Right("upsert", answer("backfill", UPSERT)),
        Right("insert or replace, from a spine of one month", answer("backfill", """
-- the month is the left side, so it always has a row
INSERT OR REPLACE INTO monthly
SELECT m.month_start, count(DISTINCT user_id), count(t.id), ifnull(sum(quantity * price), 0)
FROM (SELECT $month::DATE AS month_start) AS m
LEFT JOIN transactions AS t ON date_trunc('month', t.created_at) = m.month_start
LEFT JOIN products AS p ON p.id = product_id
GROUP BY ALL
""")),
        Right("merge", answer("backfill", """
MERGE INTO monthly USING (
    SELECT $month AS month_start, count(DISTINCT user_id) AS users, count(*) AS orders,
           coalesce(sum(quantity * price), 0) AS gmv
    FROM transactions LEFT JOIN products ON products.id = product_id
    WHERE year(created_at) = year($month) AND month(created_at) = month($month)
) AS s ON monthly.month_start = s.month_start
WHEN MATCHED THEN UPDATE SET users = s.users, orders = s.orders, gmv = s.gmv
WHEN NOT MATCHED THEN INSERT VALUES (s.month_start, s.users, s.orders, s.gmv);
""")),
        Right("in a transaction of its own", answer("backfill", """
BEGIN TRANSACTION;
DELETE FROM monthly WHERE month_start = $month;
INSERT INTO monthly BY NAME
SELECT count(*) AS orders, $month AS month_start, coalesce(sum(quantity * price), 0.00) AS gmv,
       count(DISTINCT user_id) AS users
FROM transactions LEFT JOIN products ON products.id = product_id
WHERE last_day(created_at) = last_day($month);
COMMIT;
-- done
""")),
        Right("a row of zeros, then an update", answer("backfill", """
INSERT INTO monthly VALUES ($month, 0, 0, 0) ON CONFLICT DO NOTHING;
UPDATE monthly SET
    users = (SELECT count(DISTINCT user_id) FROM transactions
             WHERE created_at >= $month AND created_at < $month + INTERVAL '1 month'),
    orders = (SELECT count(*) FROM transactions
              WHERE created_at >= $month AND created_at < $month + INTERVAL '1 month'),
    gmv = coalesce((SELECT sum(quantity * price) FROM transactions, products
                    WHERE products.id = product_id
                    AND created_at >= $month AND created_at < $month + INTERVAL '1 month'), 0)
WHERE month_start = $month
""")),
        Right("delete by joining, insert from a CTE", answer("backfill", """
DELETE FROM monthly USING (SELECT $month AS m) AS x WHERE monthly.month_start = x.m;
WITH placed AS (
    SELECT user_id, CAST(quantity * price AS DECIMAL(18, 2)) AS amount
    FROM transactions t LEFT JOIN products p ON t.product_id = p.id
    WHERE t.created_at::DATE BETWEEN $month AND last_day($month)
)
INSERT INTO monthly
SELECT $month, count(DISTINCT user_id), count(*), coalesce(sum(amount), 0) FROM placed;
""")),
    ],
)
