"""Groups that run an answer that is SQL on small databases, and compare rows."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field
from typing import Any

from autograder.core.outcomes import Answer, Outcome
from autograder.core.reports import Verdict
from autograder.core.values import known_type, same

from .base import LIMIT, Case, Failure, Work, of_trouble
from .database import (
    MOST_ROWS,
    Database,
    Engine,
    HasEngine,
    LocalEngine,
    SqlError,
    SqlTimeUp,
    SqlUnreadable,
    Statement,
    Table,
    as_text,
    local_engine,
)
from .drawn import Trying
from .metrics import Grain, Reactions

__all__ = [
    "COUNT",
    "DATE",
    "MONEY",
    "RATE",
    "Grain",
    "Kind",
    "Query",
    "Reactions",
    "Scans",
    "Script",
]

SHOWN_ROWS = 4
_DRAWN = "the smallest database found that shows it"
UNREADABLE = "DuckDB can't run it, whatever the tables hold."
SQL = "a query that it can run"
_NUMBER = r".*INT(EGER)?|DECIMAL\(.*|DOUBLE|FLOAT|BIGNUM"


@dataclass(frozen=True)
class Kind:
    """What a column holds: a word for its types, a pattern of their names, a tolerance."""

    word: str
    types: str
    within: float = 0.0

    def equal(self, got: object, want: object) -> bool:
        """Whether two values are equal as values."""
        if not self.within or got is None or want is None:
            return same(got, want)
        return abs(_float(got) - _float(want)) <= self.within


def _float(value: Any) -> float:
    return float(value)


DATE = Kind("a DATE or TIMESTAMP", r"DATE|TIMESTAMP(_.*)?")
COUNT = Kind("a number", _NUMBER)
MONEY = Kind("a number", _NUMBER, within=0.004)
RATE = Kind("a number", _NUMBER, within=0.0001)


Engines = Callable[[str], Engine]
"""Gives the engine with the bundled tables of a folder, with empty ones for ''."""


def _engines(answer: Answer, schema: Mapping[str, str]) -> Engines:
    """Where the SQL of an answer is run."""
    make = answer.engine if isinstance(answer, HasEngine) else local_engine
    return functools.cache(functools.partial(make, schema))


@dataclass(frozen=True)
class Situation(Case):
    """A database and the rows it should give. ``args`` is None for the bundled tables."""

    args: Any
    name: str = _DRAWN


@dataclass(frozen=True)
class _Sql:
    """An answer whose text was read and split, and where it is run."""

    name: str
    statements: Sequence[Statement]
    engines: Engines


@dataclass(frozen=True, eq=False)
class Query(Trying):
    """One query, run on databases with the tables of ``schema``.

    ``columns`` are those asked for, by name and in order, with their kinds. ``situations`` are
    named databases; ``inputs`` a strategy of databases (or a function that makes it); with
    ``folder`` the bundled tables of that folder come last. ``oracle(database)`` gives the rows
    in the order asked for; ``view(database)`` the part of a database that a failure shows.
    """

    _: KW_ONLY
    schema: Mapping[str, str]
    columns: Mapping[str, Kind]
    oracle: Callable[..., list[tuple[Any, ...]]]
    situations: Mapping[str, Any] = field(default_factory=dict)
    folder: str = ""
    view: Callable[[Database], Database] = dict
    tries: int = 20
    limit: float = LIMIT

    def _examples(self) -> Sequence[Case]:
        return self._once("examples", self._named_situations)

    def _named_situations(self) -> list[Case]:
        return [Situation(args, self._want(args), name) for name, args in self.situations.items()]

    def _subject(self, answer: Answer) -> _Sql | Failure:
        return read_sql(answer, _engines(answer, self.schema), self._refuse)

    def _last_cases(self) -> Sequence[Case]:
        return [self._once("bundled", self._bundled)] if self.folder else []

    def _engine(self, folder: str) -> LocalEngine:
        return local_engine(self.schema, folder)

    def _refuse(self, statements: Sequence[Statement]) -> str:
        """What is wrong with these statements, '' if they may be run."""
        return refuse_all_but_one_query(statements)

    def _want(self, args: Any) -> list[tuple[Any, ...]]:
        return self.oracle(args)

    def _with_want(self, drawn: Any) -> Situation:
        return Situation(drawn, self._want(drawn))

    def _bundled(self) -> Situation:
        want = self._want(self._engine(self.folder).tables())
        return Situation(None, want, f"the tables of data/{self.folder}")

    def _attempt(self, subject: Any, case: Case) -> Failure | None:
        assert isinstance(case, Situation)
        sql: _Sql = subject
        call = f"{case.name}\n{self._show(case.args)}".rstrip()
        want = functools.partial(_rows, self.columns, case.want)
        try:
            got = self._run(sql, case.args)
        except SqlUnreadable as error:
            return Failure(UNREADABLE, sql.name, SQL, str(error))
        except SqlTimeUp as error:
            return Failure("It was stopped.", call, want(), str(error), timed_out=True)
        except SqlError as error:
            return Failure("It does not run on this database.", call, want(), str(error))
        unfit = compare_columns(got, self.columns, sql.name)
        return unfit or compare_rows(got.rows, self.columns, case.want, call)

    def _run(self, sql: _Sql, args: Any) -> Table:
        engine = sql.engines("" if args is not None else self.folder)
        return engine.run(args or {}, [(sql.statements[0], {})], limit=self.limit)

    def _show(self, args: Any) -> str:
        return show_database(self.view(args), self.schema) if args is not None else ""


@dataclass(frozen=True, eq=False)
class Script(Query):
    """Statements that change a table, run once for each of several parameters, then read.

    Situations and inputs are pairs (database, values): the statements are run as one transaction
    for each value in turn, with the value as ``$parameter``. Then ``read``, a query, gives the
    rows that are compared with ``oracle(database, values)``.
    """

    _: KW_ONLY
    parameter: str
    read: str

    def _refuse(self, statements: Sequence[Statement]) -> str:
        return refuse_all_but_changes(statements, self.parameter)

    def _want(self, args: Any) -> list[tuple[Any, ...]]:
        return self.oracle(*args)

    def _run(self, sql: _Sql, args: Any) -> Table:
        database, values = args
        run = [each for each in sql.statements if each.kind != "TRANSACTION"]
        steps = [(each, {self.parameter: value}) for value in values for each in run]
        steps.append((Statement("SELECT", self.read), {}))
        return sql.engines("").run(database, steps, limit=self.limit)

    def _show(self, args: Any) -> str:
        database, values = args
        runs = ", then ".join(f"${self.parameter} = {value}" for value in values)
        return f"{show_database(self.view(database), self.schema)}\nrun with {runs}"


@dataclass(frozen=True, eq=False)
class Scans(Work):
    """A query whose plan over the bundled tables of ``folder`` reads ``table`` ``most`` times."""

    _: KW_ONLY
    schema: Mapping[str, str]
    folder: str
    table: str
    most: int

    def run_examples(self, answer: Answer) -> Verdict | None:
        """A plan gives nothing away, so it is read whole."""
        return self.run(answer)

    def _failure(self, answer: Answer, seed: int) -> Failure | None:
        sql = read_sql(answer, _engines(answer, self.schema), refuse_all_but_one_query)
        if isinstance(sql, Failure):
            return sql
        try:
            count = sql.engines(self.folder).scans(sql.statements[0]).count(self.table)
        except SqlError as error:
            return Failure(UNREADABLE, answer.name, SQL, str(error))
        if count <= self.most:
            return None
        text = f"It reads {self.table} {count} times."
        return Failure(text, "its plan", f"at most {self.most} scans", f"{count} scans")


def read_sql(
    answer: Answer, engines: Engines, refuse: Callable[[Sequence[Statement]], str]
) -> _Sql | Failure:
    """The statements of an answer, or what is wrong with its text."""
    outcome: Outcome = answer.value()
    if outcome.trouble:
        return of_trouble(outcome.trouble, answer.name)
    if not isinstance(outcome.value, str):
        kind = getattr(outcome.value, "type_name", type(outcome.value).__name__)
        text = f"{answer.name} should be a text that holds SQL; it is of type {known_type(kind)}."
        return Failure(text)
    try:
        statements = engines("").split(outcome.value)
    except SqlError as error:
        return Failure(UNREADABLE, answer.name, SQL, str(error))
    refused = refuse(statements)
    return Failure(refused) if refused else _Sql(answer.name, statements, engines)


def refuse_all_but_one_query(statements: Sequence[Statement]) -> str:
    """Why these statements are not one query, '' if they are."""
    if len(statements) != 1:
        return f"Give one statement; the text holds {len(statements) or 'none'}."
    if statements[0].kind == "MULTI":
        return "A PIVOT has to name its values here: PIVOT ... ON column IN (...)."
    if statements[0].kind != "SELECT":
        kind = statements[0].kind.replace("_", " ")
        return f"Only a query is run: SELECT, WITH, FROM or VALUES. This is {kind}."
    if statements[0].parameters:
        return f"It has a parameter, ${min(statements[0].parameters)}, which nobody fills in."
    return ""


def refuse_all_but_changes(statements: Sequence[Statement], parameter: str) -> str:
    """Why these statements do not just change rows, '' if they do."""
    allowed = ("INSERT", "UPDATE", "DELETE", "MERGE_INTO")
    if not any(each.kind in allowed for each in statements):
        return "The text holds no statement that changes rows: INSERT, UPDATE, DELETE or MERGE."
    for each in statements:
        if each.kind == "TRANSACTION" and re.match(r"\W*(BEGIN|START|COMMIT|END)", each.text, re.I):
            continue  # all statements are one transaction anyway
        if each.kind not in allowed:
            kind = each.kind.replace("_", " ")
            return f"Only INSERT, UPDATE, DELETE and MERGE are run. The text holds {kind}."
        if unknown := each.parameters - {parameter}:
            return f"It has a parameter, ${min(unknown)}. The only one is ${parameter}."
    opened = [
        not re.match(r"\W*(COMMIT|END)", each.text, re.I)
        for each in statements
        if each.kind == "TRANSACTION"
    ]
    if opened != [True, False] * (len(opened) // 2):
        return "Each BEGIN needs its COMMIT after it; without it, nothing would be kept."
    return ""


def compare_columns(got: Table, columns: Mapping[str, Kind], name: str) -> Failure | None:
    """What is wrong with the names or types of a result's columns; None if nothing is."""
    names = list(columns)
    if [each.lower() for each in got.columns] != names:
        text = "Its columns are not those asked for."
        return Failure(text, name, ", ".join(names), ", ".join(got.columns))
    for at, (column, kind, found) in enumerate(zip(names, columns.values(), got.types)):
        if not re.fullmatch(kind.types, found) and any(row[at] is not None for row in got.rows):
            text = f"{column} should be {kind.word}."
            return Failure(text, name, f"{column}: {kind.word}", f"{column}: {found}")
    return None


def compare_rows(
    got: Sequence[tuple[Any, ...]],
    columns: Mapping[str, Kind],
    want: Sequence[tuple[Any, ...]],
    call: str,
) -> Failure | None:
    """What is wrong with the rows of a result; None if they are what was asked for."""
    if len(got) > MOST_ROWS:
        text = f"It gives more than {MOST_ROWS:,} rows; {len(want)} are asked for."
        return Failure(text, call, _rows(columns, want), _rows(columns, got))
    kinds = list(columns.values())

    def equal(row: tuple[Any, ...], other: tuple[Any, ...]) -> bool:
        return all(kind.equal(g, w) for kind, g, w in zip(kinds, row, other))

    if len(got) == len(want) and all(map(equal, got, want)):
        return None
    surplus = list(got)
    missing = []
    for row in want:
        found = next((each for each in surplus if equal(each, row)), None)
        if found is None:
            missing.append(row)
        else:
            surplus.remove(found)
    if not missing and not surplus:
        text = "The rows are right, but not in the order asked for."
        return Failure(text, call, _rows(columns, want), _rows(columns, got))
    text = f"{_count(len(missing))} of {len(want)} asked for {_is(len(missing))} missing or wrong."
    if not missing:
        text = f"It gives {_count(len(surplus))} that nobody asked for."
    elif len(got) != len(want):
        text = f"It gives {_count(len(got))}; {len(want)} are asked for."
    return Failure(text, call, _rows(columns, missing), _rows(columns, surplus))


def _rows(columns: Mapping[str, Kind], rows: Sequence[tuple[Any, ...]]) -> str:
    shown = [_as_asked(row) for row in rows]
    return as_text(list(columns), shown, SHOWN_ROWS) if rows else "no such row"


def _as_asked(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """Midnights as dates, so that expected and got look alike."""
    midnight = datetime.time()
    return tuple(
        v.date() if isinstance(v, datetime.datetime) and v.time() == midnight else v for v in row
    )


def _count(n: int) -> str:
    return f"{n} row" if n == 1 else f"{n} rows"


def _is(n: int) -> str:
    return "is" if n == 1 else "are"


def show_database(database: Database, schema: Mapping[str, str]) -> str:
    """The tables of a small database as text; those that it does not name are left out."""
    parts = []
    for name, rows in database.items():
        names = [column.split()[0] for column in schema[name].split(", ")]
        parts.append(f"{name}:\n{as_text(names, rows, 8)}" if rows else f"{name}: no rows")
    return "\n".join(parts)
