"""SQL in a notebook: a locked connection to the bundled shop, and ``%%sql`` cells.

    from autograder import sql

    shop = sql.connect()
    sql.load(shop)

After that a cell that begins with ``%%sql`` runs on ``shop`` and shows its rows; with
``%%sql draft`` its text is also kept, in the variable ``draft``. An error in the SQL is one
message, and does not stop Run All.
"""

from __future__ import annotations

import contextlib
import json
import sys
from collections import Counter
from collections.abc import Mapping
from html import escape
from typing import Any

import duckdb

from autograder.data import data_path
from autograder.groups.database import SqlError, Table, as_text, fetch, nodes, show_cell, words

__all__ = ["Shown", "connect", "load", "rows_read", "run"]

MOST_ROWS = 20
_NOTHING_TO_SHOW = (("Count",), ("Success",))


class Shown:
    """The rows of a query, as they are shown in a notebook. NULL reads NULL, cents are exact."""

    def __init__(self, table: Table) -> None:
        self.columns = table.columns
        self.rows = list(table.rows[:MOST_ROWS])
        self._more = len(table.rows) > MOST_ROWS

    @property
    def _notice(self) -> str:
        return f"The first {MOST_ROWS} rows; there are more." if self._more else ""

    def __repr__(self) -> str:
        text = as_text(self.columns, self.rows, MOST_ROWS) if self.rows else self._empty()
        return f"{text}\n{self._notice}".rstrip()

    def _empty(self) -> str:
        return f"{', '.join(self.columns)}: no rows"

    def _repr_html_(self) -> str:
        head = "".join(f'<th scope="col">{escape(name)}</th>' for name in self.columns)
        body = "".join(
            f"<tr>{''.join(f'<td>{escape(show_cell(value))}</td>' for value in row)}</tr>"
            for row in self.rows
        )
        note = "" if self.rows else "<p>no rows</p>"
        note = f"<p>{self._notice}</p>" if self._more else note
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{note}"


def connect() -> duckdb.DuckDBPyConnection:
    """A DuckDB in memory with the views ``transactions``, ``products`` and ``users``.

    The rows come from the Parquet files of data/shop. After that no file can be read or
    written, so no SQL changes the data of the course; tables made here last as long as the
    connection does.
    """
    con = duckdb.connect(":memory:")
    con.execute("CREATE SCHEMA shop")
    for name in ("transactions", "products", "users"):
        path = data_path(f"shop/{name}.parquet")
        con.execute(f"CREATE TABLE shop.{name} AS FROM read_parquet(?)", [str(path)])
        con.execute(f"CREATE VIEW {name} AS FROM shop.{name}")
    con.execute("SET enable_external_access = false; SET lock_configuration = true")
    return con


def run(
    con: duckdb.DuckDBPyConnection, text: str, parameters: Mapping[str, Any] | None = None
) -> Shown | None:
    """Run the statements of ``text`` and return the rows of the last one.

    Each statement gets those of the ``parameters`` that it names. An error is printed, as one
    message of a few lines, and an open transaction is rolled back. None comes back where there
    is nothing to show.
    """
    given = parameters or {}
    try:
        statements = con.extract_statements(text)
        for statement in statements:
            if missing := statement.named_parameters - given.keys():
                print(f"The SQL has a parameter, ${min(missing)}, which was not given.")
                return None
            named = {name: given[name] for name in statement.named_parameters}
            con.execute(statement, named or None)
        if not statements:
            print("There is no SQL statement.")
            return None
        table = fetch(con, MOST_ROWS + 1)
    except (duckdb.Error, SqlError) as error:
        print(words(error))
        with contextlib.suppress(duckdb.Error):  # most often there is none
            con.rollback()
        return None
    return Shown(table) if table.columns not in _NOTHING_TO_SHOW or table.rows else None


def rows_read(con: duckdb.DuckDBPyConnection, text: str) -> Counter[str]:
    """How many rows of each table a query reads, counted by DuckDB while it runs.

    A table that is read twice counts twice; parts of a table that are skipped do not count.
    An error is printed, as `run` does it; nothing is counted then.
    """
    count: Counter[str] = Counter()
    try:
        plan = con.execute(f"EXPLAIN (ANALYZE, FORMAT json) {text}").fetchall()[0][1]
    except duckdb.Error as error:
        print(words(error))
        return count
    for node in nodes(json.loads(plan)["operator"]):
        table = node.get("extra_info", {}).get("Table", "")
        count[table.rpartition(".")[2]] += node.get("rows_scanned", 0)
    return +count


def load(con: duckdb.DuckDBPyConnection) -> None:
    """Make ``%%sql`` cells run on ``con``. Outside a notebook nothing happens."""
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    if shell is None:
        return

    def cell(line: str, text: str) -> Shown | None:
        name = line.strip()
        if name and not name.isidentifier():
            print(f"%%sql takes the name of one variable, or nothing; this is {name!r}.")
            return None
        if name:
            shell.user_ns[name] = text
        return run(con, text)

    shell.register_magic_function(cell, "cell", "sql")
