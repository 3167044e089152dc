"""The monthly report over ten million orders: DuckDB, pandas and SQLite, in one run.

    python tests/benchmarks/monthly_report.py [--orders N] [--repeat N]

makes the shop of data/generate.py in memory, gives each engine the same rows, checks that all
answers are equal to the cent, and prints a table. Seconds are the median of the repeats and
say nothing about another machine; the ratios say more. Ten million orders need about 1.5 GB of
memory, temporary disk for a SQLite file of them, and a few minutes.
"""

from __future__ import annotations

import argparse
import importlib.util
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import duckdb
import pandas as pd

ROOT = Path(__file__).resolve().parents[2]

JOIN_FIRST = """
WITH months AS (
    SELECT range::DATE AS month_start
    FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH)
)
SELECT m.month_start::VARCHAR, count(DISTINCT t.user_id), count(t.id),
       coalesce(sum(t.quantity * p.price), 0)
FROM months AS m
LEFT JOIN transactions AS t
    ON t.created_at >= m.month_start AND t.created_at < m.month_start + INTERVAL 1 MONTH
LEFT JOIN products AS p ON p.id = t.product_id
GROUP BY m.month_start ORDER BY m.month_start
"""
GROUP_FIRST = """
WITH facts AS (
    SELECT date_trunc('month', t.created_at) AS month_start, count(DISTINCT t.user_id) AS users,
           count(*) AS orders, sum(t.quantity * p.price) AS gmv
    FROM transactions AS t LEFT JOIN products AS p ON p.id = t.product_id
    WHERE t.created_at >= '2020-01-01' AND t.created_at < '2021-01-01'
    GROUP BY 1
)
SELECT m.range::DATE::VARCHAR, coalesce(users, 0), coalesce(orders, 0), coalesce(gmv, 0)
FROM range(DATE '2020-01-01', DATE '2021-01-01', INTERVAL 1 MONTH) AS m
LEFT JOIN facts ON facts.month_start = m.range
ORDER BY m.range
"""
IN_SQLITE = """
WITH facts AS (
    SELECT substr(t.created_at, 1, 7) || '-01' AS month_start,
           count(DISTINCT t.user_id) AS users, count(*) AS orders,
           sum(t.quantity * p.cents) AS cents
    FROM transactions AS t LEFT JOIN products AS p ON p.id = t.product_id
    WHERE t.created_at >= '2020-01-01' AND t.created_at < '2021-01-01'
    GROUP BY 1
), months (month_start) AS (
    SELECT '2020-01-01' UNION ALL
    SELECT date(month_start, '+1 month') FROM months WHERE month_start < '2020-12-01'
)
SELECT months.month_start, coalesce(users, 0), coalesce(orders, 0), coalesce(cents, 0)
FROM months LEFT JOIN facts USING (month_start) ORDER BY 1
"""


def load_generator():
    """The module data/generate.py, which is not part of the package."""
    spec = importlib.util.spec_from_file_location("generate", ROOT / "data" / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def by_duckdb(con: duckdb.DuckDBPyConnection, query: str) -> list[tuple]:
    return con.execute(query).fetchall()


def by_pandas(transactions: pd.DataFrame, products: pd.DataFrame) -> list[tuple]:
    """Prices are whole cents, so that sums are exact."""
    year = transactions[
        (transactions.created_at >= "2020-01-01") & (transactions.created_at < "2021-01-01")
    ]
    price = products.set_index("id").cents
    year = year.assign(
        month=year.created_at.dt.month,
        cents=year.quantity * year.product_id.map(price),
    )
    facts = year.groupby("month").agg(
        users=("user_id", "nunique"), orders=("id", "size"), cents=("cents", "sum")
    )
    facts = facts.reindex(range(1, 13), fill_value=0)
    return [
        (f"2020-{month:02}-01", int(users), int(orders), Decimal(round(cents)) / 100)
        for month, users, orders, cents in facts.itertuples()
    ]


def by_sqlite(con: sqlite3.Connection) -> list[tuple]:
    rows = con.execute(IN_SQLITE).fetchall()
    return [(month, users, orders, Decimal(cents) / 100) for month, users, orders, cents in rows]


def fill_sqlite(path: Path, shop: duckdb.DuckDBPyConnection) -> sqlite3.Connection:
    """Copy the two tables that the report reads, money as whole cents, times as text."""
    con = sqlite3.connect(path)
    con.execute("PRAGMA journal_mode = OFF")
    con.execute("PRAGMA synchronous = OFF")
    con.execute(
        "CREATE TABLE transactions (id INTEGER PRIMARY KEY, user_id INTEGER, created_at TEXT, "
        "product_id INTEGER, quantity INTEGER)"
    )
    con.execute("CREATE TABLE products (id INTEGER PRIMARY KEY, cents INTEGER)")
    prices = shop.execute("SELECT id, (price * 100)::INTEGER FROM products").fetchall()
    con.executemany("INSERT INTO products VALUES (?, ?)", prices)
    shop.execute("SELECT id, user_id, created_at::VARCHAR, product_id, quantity FROM transactions")
    while rows := shop.fetchmany(200_000):
        con.executemany("INSERT INTO transactions VALUES (?, ?, ?, ?, ?)", rows)
    con.commit()
    return con


def timed(report: Callable[[], list[tuple]], repeat: int) -> tuple[float, list[tuple]]:
    """The median seconds of ``repeat`` runs, and the last answer."""
    seconds = []
    answer: list[tuple] = []
    for _ in range(repeat):
        start = time.perf_counter()
        answer = report()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds), answer


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--orders", type=int, default=10_000_000)
    parser.add_argument("--repeat", type=int, default=5)
    options = parser.parse_args()

    shop = duckdb.connect()
    load_generator().create_shop(shop, options.orders)
    rows = shop.execute("SELECT count(*) FROM transactions").fetchall()[0][0]
    print(f"{rows:,} rows of transactions, median of {options.repeat} runs")

    transactions = shop.execute("FROM transactions").df()
    products = shop.execute("SELECT id, (price * 100)::INTEGER AS cents FROM products").df()
    with tempfile.TemporaryDirectory() as folder:
        lite = fill_sqlite(Path(folder) / "shop.db", shop)
        files = duckdb.connect()
        for table in ("transactions", "products"):
            parquet = Path(folder) / f"{table}.parquet"
            shop.table(table).write_parquet(str(parquet), compression="zstd")
            files.execute(f"CREATE VIEW {table} AS FROM read_parquet('{parquet}')")
        engines = {
            "duckdb, months joined by range": lambda: by_duckdb(shop, JOIN_FIRST),
            "duckdb, grouped first": lambda: by_duckdb(shop, GROUP_FIRST),
            "duckdb on Parquet, grouped first": lambda: by_duckdb(files, GROUP_FIRST),
            "pandas": lambda: by_pandas(transactions, products),
            "sqlite": lambda: by_sqlite(lite),
        }
        results = {name: timed(report, options.repeat) for name, report in engines.items()}
        lite.close()
        files.close()

    answers = [answer for _, answer in results.values()]
    if any(answer != answers[0] for answer in answers) or len(answers[0]) != 12:
        raise SystemExit("The answers differ.")
    best = results["duckdb, grouped first"][0]
    print(f"{'engine':<34}{'seconds':>9}{'ratio':>8}")
    for name, (seconds, _) in results.items():
        print(f"{name:<34}{seconds:>9.2f}{seconds / best:>8.1f}")
    print("all answers are equal to the cent")


if __name__ == "__main__":
    main()
