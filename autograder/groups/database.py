"""Run SQL that someone else wrote on small tables: in memory, locked, stopped in time.

`Engine` is what the groups see of it. A `LocalEngine` runs it in this process; an answer may bring
an engine of its own, such as the judge's, which runs SQL in a sandbox (see `HasEngine`).
"""

from __future__ import annotations

import contextlib
import datetime
import functools
import json
import os
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Protocol, runtime_checkable

import duckdb

from autograder.core.limit import Spent
from autograder.core.values import is_uncut
from autograder.data import data_path

Database = Mapping[str, Sequence[tuple[Any, ...]]]
"""The rows of each table by its name; a table that is not named is empty."""

MOST_ROWS = 1_000
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "memory_limit": "512MB",
    "python_enable_replacements": "false",  # or SQL could read variables of Python
    "temp_directory": "",
    "threads": "1",
}
_LOCK = "SET TimeZone = 'UTC'; SET enable_external_access = false; SET lock_configuration = true"


class SqlError(Exception):
    """The SQL can't be run. Its text is DuckDB's own words, a few lines at most."""


class SqlUnreadable(SqlError):
    """The SQL can't be run on any rows: it is no SQL, or names what the tables lack."""


class SqlTimeUp(SqlError):
    """The SQL ran longer than its limit."""


@dataclass(frozen=True)
class Table:
    """The rows of a result, with the names of its columns and DuckDB's names of their types."""

    columns: tuple[str, ...]
    types: tuple[str, ...]
    rows: Sequence[tuple[Any, ...]]


@dataclass(frozen=True)
class Statement:
    """One statement of a text. ``kind`` is DuckDB's word for it, such as ``SELECT``."""

    kind: str
    text: str
    parameters: frozenset[str] = frozenset()


class Engine(Protocol):
    """Runs SQL on tables that it was made for."""

    def split(self, text: str) -> list[Statement]:
        """The statements of a text, in order; raises `SqlUnreadable`."""

    def run(
        self,
        database: Database,
        steps: Sequence[tuple[Statement, Mapping[str, Any]]],
        *,
        limit: float,
    ) -> Table:
        """Run statements with their parameters on ``database``; returns the last one's rows.

        At most `MOST_ROWS` and one more are read. Raises `SqlError`, or `SqlTimeUp` after
        ``limit`` seconds.
        """

    def scans(self, statement: Statement) -> list[str]:
        """The tables that the plan of a query reads, each as often as it is read."""


@runtime_checkable
class HasEngine(Protocol):
    """An answer whose SQL must not run in this process."""

    def engine(self, schema: Mapping[str, str], folder: str) -> Engine:
        """An engine for its SQL; see `local_engine`."""


class LocalEngine:
    """A database in memory with the tables of ``schema``, ``{"products": "id INTEGER, ..."}``.

    It reads no file, loads no extension, and its configuration is locked. The tables are empty,
    or hold the bundled Parquet files of ``folder``. What a run changes is rolled back.
    """

    def __init__(self, schema: Mapping[str, str], folder: str = "") -> None:
        self._schema = dict(schema)
        self._watch = _Watch()
        self._files = {name: data_path(f"{folder}/{name}.parquet") for name in schema if folder}
        self._open()

    def _open(self) -> None:
        self._con = duckdb.connect(":memory:", config=_CONFIG)
        self._rows: dict[str, Sequence[tuple[Any, ...]]] = {}
        for name, columns in self._schema.items():
            self._con.execute(f"CREATE TABLE {name} ({columns})")
            if name in self._files:
                read = f"INSERT INTO {name} FROM read_parquet(?)"
                self._con.execute(read, [str(self._files[name])])
        if not self._files:
            # On a dozen rows the optimizer takes longer than the query does.
            self._con.execute("PRAGMA disable_optimizer")
        self._con.execute(_LOCK)

    def _load(self, database: Database) -> None:
        """Put the rows of ``database`` in place of those of the last one, where they differ."""
        for name in self._schema:
            rows = database.get(name, ())
            if rows != self._rows.get(name, ()):
                self._con.execute(f"DELETE FROM {name}")
                if rows:
                    self._con.execute(f"INSERT INTO {name} VALUES {literals(rows)}")
                self._rows[name] = rows

    def split(self, text: str) -> list[Statement]:
        """See `Engine.split`."""
        with _errors(0):
            found = self._con.extract_statements(text)
        whole = text if len(found) == 1 else ""
        return [
            Statement(each.type.name, whole or each.query, frozenset(each.named_parameters))
            for each in found
        ]

    def run(
        self,
        database: Database,
        steps: Sequence[tuple[Statement, Mapping[str, Any]]],
        *,
        limit: float,
    ) -> Table:
        """See `Engine.run`."""
        if not self._files:
            self._load(database)
        with self._transaction(), _errors(limit), self._watch.limit(self._con, limit):
            for statement, values in steps:
                given = {name: values[name] for name in statement.parameters}
                self._con.execute(statement.text, given or None)
            return fetch(self._con, MOST_ROWS + 1)

    def scans(self, statement: Statement) -> list[str]:
        """See `Engine.scans`."""
        with self._transaction(), _errors(0):
            plan = self._con.execute(f"EXPLAIN (FORMAT json) {statement.text}").fetchall()
        infos = [node.get("extra_info", {}) for node in nodes(json.loads(plan[0][1]))]
        return [info["Table"].rpartition(".")[2] for info in infos if "Table" in info]

    def tables(self) -> Database:
        """All rows of all tables."""
        return {name: self._con.execute(f"FROM {name}").fetchall() for name in self._schema}

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        self._con.execute("BEGIN")
        try:
            yield
        finally:
            try:
                self._con.execute("ROLLBACK")
            except duckdb.Error:
                self._open()  # a fatal error ends the whole database


def local_engine(schema: Mapping[str, str], folder: str = "") -> LocalEngine:
    """The engine of this process for these tables, the same one each time."""
    return _local_engine(tuple(schema.items()), folder, os.getpid())


@functools.cache
def _local_engine(schema: tuple[tuple[str, str], ...], folder: str, process: int) -> LocalEngine:
    # A connection does not survive a fork, so each process has its own.
    return LocalEngine(dict(schema), folder)


@contextlib.contextmanager
def _errors(limit: float) -> Iterator[None]:
    """Raise DuckDB's errors as `SqlError`."""
    try:
        yield
    except duckdb.InterruptException:
        raise SqlTimeUp(f"Stopped after {limit:.2g} s. It may never finish.") from None
    except (duckdb.BinderException, duckdb.CatalogException, duckdb.ParserException) as error:
        raise SqlUnreadable(words(error)) from None
    except (duckdb.Error, RuntimeError) as error:
        raise SqlError(words(error)) from None


class _Watch:
    """Interrupts connections that run too long. One thread serves many runs, then ends."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: tuple[duckdb.DuckDBPyConnection, Spent, float] | None = None
        self._used = 0.0
        self._alive = False

    @contextlib.contextmanager
    def limit(self, con: duckdb.DuckDBPyConnection, seconds: float) -> Iterator[None]:
        """Interrupt ``con`` once ``seconds`` have passed, until the block is left."""
        if sys.platform == "emscripten":  # a browser has no threads; its DuckDB stops by itself
            with con.time_limit(seconds):
                yield
            return
        with self._lock:
            self._used = time.monotonic()
            self._running = con, Spent(), seconds
            if not self._alive:
                self._alive = True
                threading.Thread(target=self._watch, daemon=True).start()
        try:
            yield
        finally:
            with self._lock:
                self._running = None

    def _watch(self) -> None:
        while self._alive:
            time.sleep(0.02)
            self._look()

    def _look(self) -> None:
        # In a frame of its own: Python may end while the thread sleeps, and a thread that still
        # held a connection then would make DuckDB complain.
        with self._lock:
            if self._running:
                con, spent, most = self._running
                if spent.seconds() > most:
                    con.interrupt()
            self._alive = self._running is not None or time.monotonic() - self._used < 1


def fetch(con: duckdb.DuckDBPyConnection, most: int) -> Table:
    """Up to ``most`` rows of what ``con`` has executed last; raises `SqlError`."""
    description = con.description or []
    types = tuple(str(column[1]) for column in description)
    for (name, *_), kind in zip(description, types):
        if "TIME ZONE" in kind:
            raise SqlError(f"The column {name} is a {kind}. Cast it to DATE or TIMESTAMP.")
    rows = con.fetchmany(most)
    if "BIGNUM" in types:  # DuckDB hands it over as text
        rows = [tuple(map(_number_of_text, row, types)) for row in rows]
    return Table(tuple(column[0] for column in description), types, rows)


def _number_of_text(value: Any, kind: str) -> Any:
    return int(value) if kind == "BIGNUM" and value is not None else value


def nodes(plan: Any) -> Iterator[dict[str, Any]]:
    """The operators of a plan in JSON, each before those below it."""
    for node in plan if isinstance(plan, list) else [plan]:
        yield node
        yield from nodes(node.get("children", []))


def words(error: Exception) -> str:
    """What DuckDB says of an error, without blank lines and without its own stack."""
    lines = [line for line in str(error).expandtabs(2).splitlines() if line.strip()]
    lines = [line[:160] for line in lines if not line.startswith("Stack Trace")]
    if len(lines) > 7:
        lines = [*lines[:4], "...", *lines[-2:]]
    return "\n".join(lines)


def literals(rows: Sequence[tuple[Any, ...]]) -> str:
    """Rows as SQL: ``(1, DATE '2020-01-01', NULL), ...``."""
    return ", ".join(f"({', '.join(map(_literal, row))})" for row in rows)


def _literal(value: Any) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, datetime.datetime):
        return f"TIMESTAMP '{value.isoformat(' ')}'"
    if isinstance(value, datetime.date):
        return f"DATE '{value.isoformat()}'"
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return str(value)


def as_text(columns: Sequence[str], rows: Sequence[tuple[Any, ...]], most: int = 6) -> str:
    """Rows as an aligned table, numbers to the right, at most ``most`` of them unless `uncut`."""
    if is_uncut():
        most = len(rows)
    cells = [[show_cell(value) for value in row] for row in rows[:most]]
    widths = [max(map(len, column)) for column in zip(columns, *cells)]
    numbers = [
        any(isinstance(row[at], (int, float, Decimal)) for row in rows[:most])
        for at in range(len(columns))
    ]
    lines = [
        " | ".join(
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(line, widths, numbers)
        ).rstrip()
        for line in [list(columns), *cells]
    ]
    lines += [f"... {len(rows) - most:,} more"] * (len(rows) > most)
    return "\n".join(lines)


def show_cell(value: object) -> str:
    """One value of a result, NULL as NULL, long texts shortened."""
    if value is None:
        return "NULL"
    text = f"{value:.12g}" if isinstance(value, float) else str(value)
    return text if len(text) <= 40 else f"{text[:37]}..."
