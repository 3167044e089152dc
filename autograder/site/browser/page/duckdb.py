"""The few parts of the ``duckdb`` package that the course uses, over DuckDB in the same worker.

`page_sql` is the JavaScript beside this file. A connection is a database of its own: one that is
attached, since there is only one engine. It reads the bundled tables and no other file.
"""

from __future__ import annotations

import contextlib
import datetime
import enum
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import PurePath

import page_sql

FOR_EVER = 1e9
EVERYTHING = 10**7

# What a setting would be good for is given here: there is one thread, no file and no network.
_NOT_NEEDED = re.compile(
    r"\s*SET\s+(TimeZone|enable_external_access|lock_configuration)\b", re.IGNORECASE
)
_BUNDLED = re.compile(r"read_parquet\(\?\)")
_COLUMNS = {
    "products": "{'id': 'INTEGER', 'name': 'VARCHAR', 'price': 'DECIMAL(10,2)'}",
    "transactions": "{'id': 'INTEGER', 'user_id': 'INTEGER', 'created_at': 'TIMESTAMP', "
    "'product_id': 'INTEGER', 'quantity': 'INTEGER'}",
    "users": "{'id': 'INTEGER', 'name': 'VARCHAR', 'sex': 'VARCHAR'}",
}
_PIECES = re.compile(
    r"""
    (?P<comment>--[^\n]*|/\*.*?(?:\*/|\Z))
    |(?P<text>[eE]'(?:[^'\\]|\\.|'')*(?:'|\Z)|'(?:[^']|'')*(?:'|\Z)|(\$\w*\$).*?(?:\3|\Z))
    |(?P<quoted>"(?:[^"]|"")*(?:"|\Z))
    |(?P<parameter>\$\w+)
    |(?P<word>[^\W\d]\w*)
    |(?P<end>;)
    |(?P<space>\s+)
    |(?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_QUERIES = (
    "SELECT",
    "FROM",
    "VALUES",
    "TABLE",
    "SUMMARIZE",
    "DESCRIBE",
    "SHOW",
    "PIVOT",
    "UNPIVOT",
)
_KINDS = dict.fromkeys(_QUERIES, "SELECT") | {
    "INSERT": "INSERT",
    "UPDATE": "UPDATE",
    "DELETE": "DELETE",
    "TRUNCATE": "DELETE",
    "MERGE": "MERGE_INTO",
    "BEGIN": "TRANSACTION",
    "START": "TRANSACTION",
    "COMMIT": "TRANSACTION",
    "END": "TRANSACTION",
    "ROLLBACK": "TRANSACTION",
    "ABORT": "TRANSACTION",
}


class Error(Exception):
    """Any error of DuckDB."""


class BinderException(Error):
    """A name or a type does not fit."""


class CatalogException(Error):
    """A table or a function does not exist."""


class ParserException(Error):
    """The text is no SQL."""


class InterruptException(Error):
    """The statement was stopped."""


_ERRORS = {
    "Binder Error": BinderException,
    "Catalog Error": CatalogException,
    "Parser Error": ParserException,
    "INTERRUPT Error": InterruptException,
}


class DuckDBPyConnection:
    """A database of its own."""

    _opened = 0

    def __init__(self) -> None:
        DuckDBPyConnection._opened += 1
        name = f"database_{DuckDBPyConnection._opened}"
        self._id = page_sql.connect()
        self._seconds = FOR_EVER
        self._rows: list[tuple] = []
        self.description: list[tuple] | None = None
        self.execute(f"ATTACH ':memory:' AS {name}; USE {name}")

    @contextlib.contextmanager
    def time_limit(self, seconds: float) -> Iterator[None]:
        """Stop each statement of the block after ``seconds``."""
        self._seconds = seconds
        try:
            yield
        finally:
            self._seconds = FOR_EVER

    def extract_statements(self, text: str) -> list[Statement]:
        """The statements of a text; raises `ParserException`."""
        statements = []
        for pieces in _split(text):
            statement = _statement(pieces)
            problem = page_sql.prepare(self._id, statement.query)
            if problem.startswith("Parser Error"):
                raise ParserException(problem)
            statements.append(statement)
        return statements

    def execute(
        self, what: str | Statement, parameters: Mapping[str, object] | Sequence | None = None
    ) -> DuckDBPyConnection:
        """Run a statement, or the statements of a text; keep the last one's rows."""
        text = what.query if isinstance(what, Statement) else what
        for pieces in _split(text):
            self._run(_statement(pieces, parameters or ()))
        return self

    def _run(self, statement: Statement) -> None:
        text = statement.query
        if _NOT_NEEDED.match(text):
            return
        types = self._types(text) if statement.type is StatementType["SELECT"] else None
        reply = self._ask(text)
        names = reply["columns"]
        types = types or ["BIGINT" if name == "Count" else "VARCHAR" for name in names]
        self.description = [(name, kind) for name, kind in zip(names, types)]
        readers = [_reader(kind) for kind in types]
        self._rows = [
            tuple(None if cell is None else read(cell) for cell, read in zip(row, readers))
            for row in reply["rows"]
        ]

    def _types(self, text: str) -> list[str]:
        """DuckDB's names of the types of a query's columns."""
        words = (piece[0].upper() for piece in _PIECES.finditer(text) if piece.lastgroup == "word")
        if next(words, "") in ("DESCRIBE", "SHOW", "SUMMARIZE"):
            return []
        return [row[1] for row in self._ask(f"DESCRIBE {text}")["rows"]]

    def _ask(self, text: str) -> dict:
        reply = json.loads(page_sql.run(self._id, text, self._seconds, EVERYTHING))
        if "error" in reply:
            message = reply["error"]
            raise _ERRORS.get(message.partition(":")[0], Error)(message)
        return reply

    def fetchmany(self, size: int) -> list[tuple]:
        """The next rows."""
        taken, self._rows = self._rows[:size], self._rows[size:]
        return taken

    def fetchall(self) -> list[tuple]:
        """All rows that are left."""
        return self.fetchmany(len(self._rows))

    def rollback(self) -> None:
        """End the open transaction."""
        self.execute("ROLLBACK")


def connect(database: str = ":memory:", config: Mapping[str, str] | None = None):
    """A new database in memory. What ``config`` asks for holds here anyway."""
    return DuckDBPyConnection()


StatementType = enum.Enum(  # type: ignore[misc]  # mypy wants the names written out
    "StatementType", sorted({*_KINDS.values(), "EXPLAIN", "OTHER", "CREATE", "DROP", "SET"})
)


@dataclass(frozen=True)
class Statement:
    """One statement: its kind, its text, and the parameters it names."""

    type: StatementType
    query: str
    named_parameters: frozenset[str]


def _split(text: str) -> Iterator[list[re.Match[str]]]:
    """The pieces of each statement of a text; a text of comments alone has none."""
    pieces: list[re.Match[str]] = []
    for piece in _PIECES.finditer(text):
        if piece.lastgroup == "end":
            if _says_something(pieces):
                yield pieces
            pieces = []
        else:
            pieces.append(piece)
    if _says_something(pieces):
        yield pieces


def _says_something(pieces: Sequence[re.Match[str]]) -> bool:
    return any(piece.lastgroup not in ("comment", "space") for piece in pieces)


def _statement(
    pieces: Sequence[re.Match[str]], parameters: Mapping[str, object] | Sequence = ()
) -> Statement:
    named = frozenset(piece[0][1:] for piece in pieces if piece.lastgroup == "parameter")
    given = parameters if isinstance(parameters, Mapping) else {}
    text = "".join(
        literal(given[piece[0][1:]])
        if piece.lastgroup == "parameter" and piece[0][1:] in given
        else piece[0]
        for piece in pieces
    )
    if not isinstance(parameters, Mapping) and parameters:
        text = _BUNDLED.sub(lambda _: _bundled(parameters[0]), text)
    return Statement(_kind(pieces), text.strip(), named)


def _bundled(path: object) -> str:
    name = PurePath(str(path)).stem
    return f"read_csv('{name}.csv', header = true, nullstr = '', columns = {_COLUMNS[name]})"


def _kind(pieces: Sequence[re.Match[str]]) -> StatementType:
    """The kind of a statement, by its first word; after WITH, by the one behind all brackets."""
    depth, first = 0, ""
    for piece in pieces:
        depth += (piece[0] == "(") - (piece[0] == ")")
        word = piece[0].upper() if piece.lastgroup == "word" else ""
        if not first and piece[0] == "(":
            first = "SELECT"
        if word and not first:
            first = word
        elif first == "WITH" and depth == 0 and word in _KINDS:
            return StatementType[_KINDS[word]]
        if first and first != "WITH":
            break
    name = _KINDS.get(first, first)
    return StatementType[name] if name in StatementType.__members__ else StatementType["OTHER"]


def literal(value: object) -> str:
    """A value as SQL."""
    if isinstance(value, datetime.datetime):
        return f"TIMESTAMP '{value.isoformat(' ')}'"
    if isinstance(value, datetime.date):
        return f"DATE '{value.isoformat()}'"
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return "NULL" if value is None else str(value)


def _reader(kind: str):
    """What makes Python's value of a cell of this type."""
    if match := re.fullmatch(r"DECIMAL\(\d+,(\d+)\)", kind):
        scale = -int(match[1])
        return lambda cell: Decimal(cell).scaleb(scale)
    if re.fullmatch(r"U?(HUGE|BIG|SMALL|TINY)?INT(EGER)?", kind):
        return int
    if kind in ("DOUBLE", "FLOAT"):
        return float
    if kind == "DATE":
        return lambda cell: datetime.date(1970, 1, 1) + datetime.timedelta(days=int(cell))
    if match := re.fullmatch(r"TIMESTAMP(_S|_MS|_NS)?", kind):
        unit = {"_S": 10**6, "_MS": 10**3, "_NS": 0.001}.get(match[1], 1)
        start = datetime.datetime(1970, 1, 1)
        return lambda cell: start + datetime.timedelta(microseconds=int(int(cell) * unit))
    return lambda cell: cell
