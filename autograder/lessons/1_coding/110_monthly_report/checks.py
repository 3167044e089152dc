"""Checks of lesson 110: reports by month in SQL, run on small databases made to break them.

What a report should say is worked out here in plain Python, row by row.
"""

from __future__ import annotations

import datetime
import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from autograder.groups import Exercise
from autograder.groups.queries import COUNT, DATE, MONEY, RATE, Kind, Query, Scans, Script

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
    "two orders of one amount": shop((1, "2020-03-15 12:00", 2, 1), (2, "2020-03-16 12:00", 2, 1)),
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


def first_months():
    """Databases with an order in each of the first months from December 2019 on."""
    from hypothesis import strategies as st

    quantities = st.lists(st.integers(1, 9), min_size=1, max_size=6)
    return quantities.map(lambda found: shop(*each_month(*found)))


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
            nudge="A month starts at its first instant and ends just before the next one starts.",
        ),
        Reported(
            "orders without a known user or product",
            situations=MISSING,
            nudge="Every transaction is an order, whatever its user and product.",
        ),
        Reported(
            "a user counts once a month, an order always",
            situations=TWICE,
            nudge="For each count, which column tells two of the things it counts apart?",
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
        "Make the twelve months first, as a table of their own. Then join the orders to the "
        "months, not the months to the orders.",
        "`range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)` in `FROM` returns the "
        "months. `LEFT JOIN` the orders with both ends of the month in `ON`, `LEFT JOIN` the "
        "products, and group by the month. Then ask which of `count(*)`, `count(t.id)` and "
        "`count(DISTINCT t.user_id)` each column needs, and what `sum` returns when there is "
        "nothing to add.",
        "Nearly the query: `FROM months m LEFT JOIN transactions t ON t.created_at >= "
        "m.month_start AND t.created_at < m.month_start + INTERVAL 1 MONTH LEFT JOIN products p "
        "ON p.id = t.product_id GROUP BY m.month_start ORDER BY m.month_start`, with "
        "`count(DISTINCT t.user_id)`, `count(t.id)` and `coalesce(sum(...), 0)` in front of it.",
    ],
)


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
            smaller=first_months,
            nudge="Which row does January need, and is it still there when LAG is computed?",
        ),
        Query(
            "growth is NULL after zero or negative GMV",
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
            nudge="One pass can serve all months. Group by the month.",
        ),
    ],
    hints=[
        "First make the report with one number per month, and look at its rows before you "
        "compare any of them.",
        "A window function sees only the rows of its own input. January 2020 needs a row for "
        "December 2019, and the month after an empty one needs the row of zeros.",
        "Start the spine in December 2019. In a second step, take `lag(gmv) OVER (ORDER BY "
        "month_start)`. In a third, keep 2020: `WHERE` next to the window would remove "
        "December before `lag` is computed.",
        "Three steps in `WITH`: `report` (thirteen months), `compared` (`*` and `lag(gmv) OVER "
        "(ORDER BY month_start) AS before`), and at the end `CASE WHEN before > 0 THEN gmv / "
        "before - 1 END`, `WHERE month_start >= DATE '2020-01-01'`, `ORDER BY month_start`.",
    ],
)


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
            nudge="In any month a user is either new or returning. NULL doesn't count as a user.",
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
        "Find each user's first order in the whole table before you look at any month.",
        "Join that table of first orders to the report's join of months and orders. A user of the "
        "month is new if the first order isn't before the month, and returning if it is.",
        "`firsts` is `SELECT user_id, min(created_at) AS first_order FROM transactions WHERE "
        "user_id IS NOT NULL GROUP BY user_id`. In the report, `count(DISTINCT f.user_id) FILTER "
        "(f.first_order >= m.month_start)` counts the new users.",
    ],
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
            nudge="What does the second run find in the table, and what happens to it?",
        ),
        Backfill(
            "the month says what the report says",
            situations=AS_REPORTED,
            inputs=backfills,
            nudge="Compare the row with what monthly_report returns for this month.",
        ),
        Backfill(
            "all other rows stay as they are",
            situations=OTHERS,
            columns={"table_name": TEXT, "row_values": TEXT},
            oracle=all_rows,
            read=ALL_OF_ALL,
            nudge="Only the row of $month in monthly may change. No other row, in any table, may "
            "change, appear or disappear.",
        ),
    ],
    hints=[
        "Imagine that the job died halfway last night and is restarted now. What is in the "
        "table, and what should be there at the end?",
        "Describe what the row of the month is, not how it changes: replace the whole row with "
        "one computed from the orders.",
        "Two ways: delete the month's row and insert the new one, or insert with `ON CONFLICT "
        "(month_start) DO UPDATE`. Select the orders by both ends of the month, and leave out "
        "`GROUP BY`: then a month without orders returns a row too.",
        "`DELETE FROM monthly WHERE month_start = $month;` and then `INSERT INTO monthly SELECT "
        "$month, count(DISTINCT t.user_id), count(*), coalesce(sum(t.quantity * p.price), 0) FROM "
        "...` with `WHERE t.created_at >= $month AND t.created_at < $month + INTERVAL 1 MONTH`.",
    ],
)
