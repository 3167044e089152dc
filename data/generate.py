"""Make the invented tables of the course: the shop, and the daily views of films.

    python data/generate.py [--out DIR]

writes `DIR/shop/*.csv`, `DIR/shop/*.parquet` and `DIR/films/views.csv`; DIR is this folder
unless told otherwise. The same code and the same DuckDB give the same bytes on every run.
What is odd in the tables on purpose is listed in README.md.

Chance comes from `PCG64.random_raw` alone, and everything computed from it is an integer.
NumPy promises that this stream stays as it is. It does not promise that of `Generator`'s
methods, and floats may round differently on another processor.
"""

from __future__ import annotations

import argparse
import csv
import os
from datetime import date, timedelta
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
from numpy.random import PCG64

HERE = Path(__file__).resolve().parent

SHOP_SEED = 2020
ORDERS = 196_000
FIRST_DAY = date(2019, 1, 1)
LAST_DAY = date(2021, 12, 31)
EMPTY_MONTH = (2020, 8)

USERS = 6_000
USERS_AT_START = 1_500
NEVER_ORDERS = 20  # users whose id is a multiple of this one have no transactions
UNKNOWN_USERS = (9_001, 20)  # first id, how many: they stand in no row of users
PRODUCTS = 240
NEVER_SOLD = 12  # the last products have no transactions
UNKNOWN_PRODUCTS = (901, 5)

# Instants at which a report by month goes wrong, each as a row of its own.
EDGES = (
    "2019-12-31 23:59:59.999999",
    "2020-01-01 00:00:00",
    "2020-01-31 23:59:59.5",
    "2020-02-29 23:59:59.5",
    "2020-07-31 23:59:59.999999",
    "2020-09-01 00:00:00",
    "2020-12-31 23:59:59.5",
    "2021-01-01 00:00:00",
)

WEEKDAYS = (9, 9, 9, 10, 12, 14, 13)  # Monday first
HOURS = (3, 2, 1, 1, 1, 2, 4, 7, 9, 10, 11, 12, 13, 12, 11, 11, 12, 14, 17, 20, 21, 18, 12, 6)
QUANTITIES = (1, 2, 3, 4, 5, 12)
QUANTITY_WEIGHTS = (700, 180, 70, 30, 15, 5)

SHOP_TYPES = {
    "transactions": "id INTEGER, user_id INTEGER, created_at TIMESTAMP, "
    "product_id INTEGER, quantity INTEGER",
    "products": "id INTEGER, name VARCHAR, price DECIMAL(10,2)",
    "users": "id INTEGER, name VARCHAR, sex VARCHAR",
}

FIRST_NAMES = (
    "Ada Amina Ana Anders Aoife Bao Carla Chidi Daan Dalia Elif Emeka Eva Farid Freya Goran Hana "
    "Hugo Ines Ivan Jun Kaito Kofi Lars Leila Lucía Maja Marek Mei Mira Nadia Nils Nour Omar "
    "Petra Priya Rafa Rosa Sami Sofia Tariq Tova Uma Viktor Wren Yara Yusuf Zoë"
).split()
LAST_NAMES = (
    "Abara Almeida Andersen Becker Bianchi Castro Chen Costa Dahl Demir Dubois Eriksen Farouk "
    "Fischer Garcia Haddad Horvat Ito Jansen Kamara Kaya Khan Kim Kowalska Kumar Larsen Lopez "
    "Mensah Moreau Nakamura Nguyen Novak Núñez Okafor Olsen O'Neill Park Petrov Popescu Rossi "
    "Santos Sato Schmidt Silva Tanaka Varga Weber Ødegård"
).split()
SEXES = ("F", "M", None)
SEX_WEIGHTS = (48, 48, 4)
MATERIALS = (
    "Bamboo Brass Canvas Ceramic Copper Cork Cotton Enamel Felt Glass Linen Oak Paper Steel Wool"
).split()
THINGS = (
    "bag blanket bookmark bottle bowl box clock cup cushion frame lamp mug notebook poster stand "
    "tray"
).split()
PRICE_ENDINGS = (0, 49, 95, 99)  # cents

VIEWS_SEED = 60
VIEW_DAYS = 60
VIEW_EVENTS = 110_000
WATCHED = 800
FADING = range(0, 12)  # ranks of popularity, 0 the most popular
RISING = range(30, 42)
HALVES_IN = 10  # days in which a fading title loses half of its views
DOUBLES_IN = 8  # days in which a rising title doubles them


def below(bits: PCG64, bound: int | np.ndarray, n: int) -> np.ndarray:
    """Draw `n` int64 from 0 to `bound` - 1; an array of `n` bounds gives each draw its own.

    The bias of the remainder is at most `bound` / 2**64.
    """
    return (bits.random_raw(n) % np.asarray(bound, dtype=np.uint64)).astype(np.int64)


def pick(bits: PCG64, weights: tuple[int, ...] | np.ndarray, n: int) -> np.ndarray:
    """Draw `n` positions of `weights` (integers, not all 0), each as likely as its weight."""
    ends = np.cumsum(weights, dtype=np.int64)
    return np.searchsorted(ends, below(bits, ends[-1], n), side="right")


def shuffled(bits: PCG64, n: int) -> np.ndarray:
    """Return 0 to `n` - 1 in a drawn order."""
    return np.argsort(bits.random_raw(n), kind="stable")


def calendar() -> list[date]:
    """Return every day of the shop's years."""
    return [FIRST_DAY + timedelta(i) for i in range((LAST_DAY - FIRST_DAY).days + 1)]


def day_weight(day: date) -> int:
    """Say how busy a day is: growth over the years, a week, and a season."""
    if (day.year, day.month) == EMPTY_MONTH:
        return 0
    season = {11: 12, 12: 15}.get(day.month, 10)
    return (600 + (day - FIRST_DAY).days) * WEEKDAYS[day.weekday()] * season


def make_users(bits: PCG64) -> pd.DataFrame:
    """Return the users; names are drawn, so some users share one."""
    first, last = below(bits, len(FIRST_NAMES), USERS), below(bits, len(LAST_NAMES), USERS)
    names = [f"{FIRST_NAMES[i]} {LAST_NAMES[j]}" for i, j in zip(first, last, strict=True)]
    sexes = [SEXES[i] for i in pick(bits, SEX_WEIGHTS, USERS)]
    return pd.DataFrame({"id": np.arange(1, USERS + 1), "name": names, "sex": sexes})


def make_products(bits: PCG64) -> pd.DataFrame:
    """Return the products; prices are text with two decimals, the first is free."""
    names = [f"{material} {thing}" for material in MATERIALS for thing in THINGS]
    names = [names[i] for i in shuffled(bits, PRODUCTS)]
    whole = 3 + below(bits, 15, PRODUCTS) ** 2
    cents = [PRICE_ENDINGS[i] for i in below(bits, len(PRICE_ENDINGS), PRODUCTS)]
    prices = [f"{w}.{c:02}" for w, c in zip(whole, cents, strict=True)]
    prices[0] = "0.00"
    return pd.DataFrame({"id": np.arange(1, PRODUCTS + 1), "name": names, "price": prices})


def draw_users(bits: PCG64, day: np.ndarray) -> np.ndarray:
    """Draw a user for each order, among those who had joined by its day (0 = the first).

    Users join in the order of their ids, evenly over the years.
    """
    activity = 1_000 // (1 + below(bits, 100, USERS))
    activity[NEVER_ORDERS - 1 :: NEVER_ORDERS] = 0
    ends = np.cumsum(activity)
    joined = USERS_AT_START + (USERS - USERS_AT_START) * day // (LAST_DAY - FIRST_DAY).days
    return 1 + np.searchsorted(ends, below(bits, ends[joined - 1], len(day)), side="right")


def draw_products(bits: PCG64, n: int) -> np.ndarray:
    """Draw a product for each order; a few products have most of the sales."""
    popularity = 1_000_000 // (3 + shuffled(bits, PRODUCTS))
    popularity[PRODUCTS - NEVER_SOLD :] = 0
    return 1 + pick(bits, popularity, n)


def draw_orders(bits: PCG64, n: int) -> pd.DataFrame:
    """Draw `n` ordinary orders, to the second, in no order of time."""
    days = calendar()
    day = pick(bits, np.array([day_weight(d) for d in days]), n)
    second = pick(bits, HOURS, n) * 3_600 + below(bits, 3_600, n)
    return pd.DataFrame(
        {
            "user_id": draw_users(bits, day),
            "created_at": np.datetime64(FIRST_DAY, "s") + (day * 86_400 + second),
            "product_id": draw_products(bits, n),
            "quantity": np.array(QUANTITIES)[pick(bits, QUANTITY_WEIGHTS, n)],
        }
    )


def draw_refunds(bits: PCG64, orders: pd.DataFrame) -> pd.DataFrame:
    """Give about 2 % of the orders back in full, 1 to 30 days later, as rows of their own."""
    refunds = orders[below(bits, 50, len(orders)) == 0].copy()
    wait = (1 + below(bits, 30, len(refunds))) * 86_400 + below(bits, 3_600, len(refunds))
    refunds["created_at"] += wait.astype("timedelta64[s]")
    refunds["quantity"] *= -1
    when = refunds["created_at"].dt
    in_gap = (when.year == EMPTY_MONTH[0]) & (when.month == EMPTY_MONTH[1])
    return refunds[~in_gap & (when.year <= LAST_DAY.year)]


def spoil(bits: PCG64, rows: pd.DataFrame) -> None:
    """Lose some users, products and quantities in place; 0 stands for NULL."""
    n = len(rows)
    user, product, quantity = (below(bits, 1_000, n) for _ in range(3))
    unknown_user = UNKNOWN_USERS[0] + below(bits, UNKNOWN_USERS[1], n)
    unknown_product = UNKNOWN_PRODUCTS[0] + below(bits, UNKNOWN_PRODUCTS[1], n)
    rows["user_id"] = np.select([user < 10, user < 13], [0, unknown_user], rows["user_id"])
    rows["product_id"] = np.select(
        [product < 4, product < 6], [unknown_product, 0], rows["product_id"]
    )
    rows["quantity"] = np.where(quantity < 3, 0, rows["quantity"])


def make_transactions(bits: PCG64, orders: int) -> pd.DataFrame:
    """Return `orders` orders, their refunds and the EDGES, by time; 0 stands for NULL."""
    ordered = draw_orders(bits, orders)
    rows = pd.concat([ordered, draw_refunds(bits, ordered)], ignore_index=True)
    spoil(bits, rows)
    edges = pd.DataFrame(
        {
            "user_id": np.arange(1, len(EDGES) + 1),
            "created_at": np.array(EDGES, dtype="datetime64[us]"),
            "product_id": np.arange(2, len(EDGES) + 2),
            "quantity": 1,
        }
    )
    rows = pd.concat([rows.astype({"created_at": "datetime64[us]"}), edges], ignore_index=True)
    rows = rows.sort_values("created_at", kind="stable", ignore_index=True)
    rows.insert(0, "id", np.arange(1, len(rows) + 1))
    return rows


def create_shop(con: duckdb.DuckDBPyConnection, orders: int = ORDERS) -> None:
    """Create the tables `transactions`, `products` and `users` in `con`.

    `orders` is how many ordinary orders to draw; refunds add about 2 %. The committed files
    hold the default; ten million orders need some 1.3 GB of memory.
    """
    rows = {
        "users": make_users(PCG64([SHOP_SEED, 1])),
        "products": make_products(PCG64([SHOP_SEED, 2])),
        "transactions": make_transactions(PCG64([SHOP_SEED, 3]), orders),
    }
    for table, types in SHOP_TYPES.items():
        con.execute(f"CREATE TABLE {table} ({types})")
        con.register("drawn", rows[table])
        columns = "*"
        if table == "transactions":
            columns = (
                "id, nullif(user_id, 0), created_at, nullif(product_id, 0), nullif(quantity, 0)"
            )
        con.execute(f"INSERT INTO {table} SELECT {columns} FROM drawn")
        con.unregister("drawn")


def view_weights() -> np.ndarray:
    """Return the weight of each cell, int64 of shape (WATCHED, VIEW_DAYS), by rank and day."""
    base = 10_000_000 // (8 + np.arange(WATCHED))
    trend = np.full((WATCHED, VIEW_DAYS), 1_000)
    for day in range(VIEW_DAYS):
        trend[list(FADING), day] = round(4_000 * 2 ** (-day / HALVES_IN))
        trend[list(RISING), day] = round(4_000 * 2 ** ((day + 1 - VIEW_DAYS) / DOUBLES_IN))
    week = np.array([WEEKDAYS[day % 7] for day in range(VIEW_DAYS)])
    return base[:, None] * trend * week


def views_by_rank(title_ids: list[int]) -> list[int]:
    """Return the ids of the watched titles, the most popular first."""
    order = shuffled(PCG64([VIEWS_SEED, 1]), len(title_ids))
    return [title_ids[i] for i in order[:WATCHED]]


def create_views(con: duckdb.DuckDBPyConnection, title_ids: list[int]) -> None:
    """Create the table `views(title_id, day, views)` in `con`: day 0 the oldest, no zeros."""
    cells = pick(PCG64([VIEWS_SEED, 2]), view_weights().ravel(), VIEW_EVENTS)
    counts = np.bincount(cells)
    cell = np.flatnonzero(counts)
    rank, day = np.divmod(cell, VIEW_DAYS)
    ids = np.array(views_by_rank(title_ids))[rank]
    con.register("drawn", pd.DataFrame({"title_id": ids, "day": day, "views": counts[cell]}))
    con.execute("CREATE TABLE views (title_id INTEGER, day INTEGER, views INTEGER)")
    con.execute("INSERT INTO views SELECT * FROM drawn ORDER BY day, title_id")
    con.unregister("drawn")


def read_title_ids(path: Path = HERE / "films" / "titles.csv") -> list[int]:
    """Return the ids of titles.csv, ascending."""
    with path.open(encoding="utf-8", newline="") as file:
        return sorted(int(row["id"]) for row in csv.DictReader(file))


def write_table(con: duckdb.DuckDBPyConnection, table: str, path: Path) -> None:
    """Write a table as CSV or Parquet, by the ending of `path`, whole or not at all."""
    part = path.with_name(path.name + ".part")
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".csv":
        con.table(table).write_csv(str(part), header=True)
    else:
        con.table(table).write_parquet(str(part), compression="zstd", row_group_size=40_960)
    os.replace(part, path)


def main() -> None:
    """Write every invented table under --out."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=HERE, metavar="DIR")
    out = parser.parse_args().out
    # One thread keeps the order of rows, and so the bytes.
    with duckdb.connect(config={"threads": 1}) as con:
        create_shop(con)
        for table in SHOP_TYPES:
            for ending in ("csv", "parquet"):
                write_table(con, table, out / "shop" / f"{table}.{ending}")
        create_views(con, read_title_ids())
        write_table(con, "views", out / "films" / "views.csv")


if __name__ == "__main__":
    main()
