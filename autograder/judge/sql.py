"""SQL that a student wrote, run in a sandbox of its own: both ends of it.

What reads the SQL is a large program in C++, and one call of it can be neither stopped nor held
to a limit of memory from inside. So it runs in a player without any cell, which the session
watches and ends like any other. Only its rows come back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from autograder.core.values import plain
from autograder.groups import database
from autograder.groups.database import (
    Database,
    SqlError,
    SqlTimeUp,
    SqlUnreadable,
    Statement,
    Table,
    local_engine,
)

from .session import TIMED_OUT, Ended, Session
from .wire import values as wire

T = TypeVar("T")

SECONDS_TO_READ = 5.0
_ERRORS = {kind.__name__: kind for kind in (SqlError, SqlUnreadable, SqlTimeUp)}


class RemoteEngine:
    """See `groups.database.Engine`. ``name`` is the answer that the SQL belongs to."""

    def __init__(self, name: str, session: Session, schema: Mapping[str, str], folder: str) -> None:
        self._name = name
        self._session = session
        self._place = {"schema": list(schema.items()), "folder": folder}

    def split(self, text: str) -> list[Statement]:
        """See `groups.database.Engine.split`."""
        return self._ask(_statements, SECONDS_TO_READ, call="split", args=[text])

    def run(
        self,
        database: Database,
        steps: Sequence[tuple[Statement, Mapping[str, Any]]],
        *,
        limit: float,
    ) -> Table:
        """See `groups.database.Engine.run`."""
        sent = [
            (statement.kind, statement.text, sorted(statement.parameters), dict(values))
            for statement, values in steps
        ]
        args = [{name: list(rows) for name, rows in database.items()}, sent, limit]
        return self._ask(_table, limit, call="run", args=args)

    def scans(self, statement: Statement) -> list[str]:
        """See `groups.database.Engine.scans`."""
        args = [(statement.kind, statement.text, sorted(statement.parameters))]
        return self._ask(_texts, SECONDS_TO_READ, call="scans", args=args)

    def _ask(self, read: Callable[[Any], T], limit: float, *, call: str, args: list[Any]) -> T:
        request = {"call": call, "args": wire.encode(args), **self._place}
        try:
            reply = self._session.ask(self._name, limit, do="sql", **request)
        except Ended as ended:
            if ended.status == TIMED_OUT:
                raise SqlTimeUp(f"Stopped after {limit:g} s. It may never finish.") from None
            raise SqlError(f"The database was stopped: {ended.status}.") from None
        try:
            kind, body = wire.decode(reply)
            if kind in _ERRORS:
                raise _ERRORS[kind](str(body))
            return read(body)
        except (ValueError, TypeError, ArithmeticError, RecursionError):
            raise SqlError("What it gives back can't be read.") from None


def _texts(body: Any) -> list[str]:
    if type(body) is not list or any(type(field) is not str for field in body):
        raise ValueError("not a list of texts")
    return body


def _statements(body: Any) -> list[Statement]:
    statements = []
    for kind, text, names in body:
        _texts([kind, text])
        statements.append(Statement(kind, text, frozenset(_texts(names))))
    return statements


def _table(body: Any) -> Table:
    columns, types, rows = body
    if any(type(row) is not tuple or len(row) != len(columns) for row in rows):
        raise ValueError("not the rows of a table")
    return Table(tuple(_texts(columns)), tuple(_texts(types)), rows)


def serve(request: Mapping[str, Any]) -> Any:
    """Answer a request of `RemoteEngine`, in the player."""
    engine = local_engine(dict(request["schema"]), request["folder"])
    args = wire.decode(request["args"])
    try:
        return [wire.encode("done"), _DO[request["call"]](engine, *args)]
    except SqlError as error:
        return [wire.encode(type(error).__name__), str(error)]


def _split(engine: database.Engine, text: str) -> Any:
    return [
        [statement.kind, statement.text, sorted(statement.parameters)]
        for statement in engine.split(text)
    ]


def _run(engine: database.Engine, tables: Database, sent: Sequence[Any], limit: float) -> Any:
    steps = [
        (Statement(kind, text, frozenset(names)), values) for kind, text, names, values in sent
    ]
    result = engine.run(tables, steps, limit=limit)
    rows = [{"tuple": [wire.encode_safely(plain(value)) for value in row]} for row in result.rows]
    return [list(result.columns), list(result.types), rows]


def _scans(engine: database.Engine, statement: Sequence[Any]) -> Any:
    kind, text, names = statement
    return engine.scans(Statement(kind, text, frozenset(names)))


_DO: Mapping[str, Callable[..., Any]] = {"split": _split, "run": _run, "scans": _scans}
