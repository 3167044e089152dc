"""Groups that run an answer that is SQL on small databases, and compare rows."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field
from typing import Any

from autograder.core.outcomes import Answer, Outcome, Trouble
from autograder.core.reports import Verdict
from autograder.core.values import known_type

from .base import LIMIT, Case, Failure, Work, of_trouble, with_call
from .database import (
    Database,
    Engine,
    HasEngine,
    LocalEngine,
    SqlError,
    SqlTimeUp,
    SqlUnreadable,
    Statement,
    Table,
    local_engine,
)
from .drawn import Trying
from .metrics import Grain, Reactions
from .tables import (
    COUNT,
    DATE,
    MONEY,
    RATE,
    Kind,
    arranged,
    compare_columns,
    compare_rows,
    show_database,
    show_rows,
)

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

_DRAWN = "the smallest database found that shows it"
UNREADABLE = "DuckDB can't run this SQL, whatever the data."
SQL = "a query that it can run"


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
    left: Callable[[], float]


@dataclass(frozen=True, eq=False)
class Query(Trying):
    """One query, run on databases with the tables of ``schema``.

    ``columns`` are those asked for, by name and in order, with their kinds. ``situations`` are
    named databases; ``inputs`` a strategy of databases (or a function that makes it); with
    ``folder`` the bundled tables of that folder come last. ``oracle(database)`` gives the rows
    in the order asked for; ``view(database)`` the part of a database that a failure shows. With
    ``ordered=False`` rows and columns may come in any order.
    """

    _: KW_ONLY
    schema: Mapping[str, str]
    columns: Mapping[str, Kind]
    oracle: Callable[..., list[tuple[Any, ...]]]
    situations: Mapping[str, Any] = field(default_factory=dict)
    folder: str = ""
    view: Callable[[Database], Database] = dict
    ordered: bool = True
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
        failure = self._try(sql, case)
        return with_call(failure, lambda: self._call_text(case)) if failure else None

    def _call_text(self, case: Situation) -> str:
        return f"{case.name}\n{self._show(case.args)}".rstrip()

    def _try(self, sql: _Sql, case: Situation) -> Failure | None:
        """What is wrong in this situation, without the text of the call."""
        want = functools.partial(show_rows, self.columns, case.want)
        try:
            got = self._run(sql, case.args)
        except SqlUnreadable as error:
            return unreadable(sql.name, error)
        except SqlTimeUp as error:
            trouble = Trouble("timed out", str(error))
            return of_trouble(trouble, "", want())
        except SqlError as error:
            text, said = "It fails on this database.", str(error)
            return Failure(text, expected=want(), got=said, fault="raised", cause=said)
        if not self.ordered:
            got = arranged(got, list(self.columns))
        unfit = compare_columns(got, self.columns, sql.name)
        return unfit or compare_rows(got.rows, self.columns, case.want, self.ordered)

    def _run(self, sql: _Sql, args: Any) -> Table:
        engine = sql.engines("" if args is not None else self.folder)
        return engine.run(args or {}, [(sql.statements[0], {})], limit=self._limit(sql))

    def _limit(self, sql: _Sql) -> float:
        return max(min(self.limit, sql.left()), 0.01)

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
        return sql.engines("").run(database, steps, limit=self._limit(sql))

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
            return unreadable(answer.name, error)
        if count <= self.most:
            return None
        text = f"Reads {self.table} {count} times; the limit is {self.most}."
        got = f"{count} scans"
        return Failure(text, "its plan", f"at most {self.most} scans", got, fault="slow")


def unreadable(name: str, error: SqlError) -> Failure:
    """The failure of SQL that no data could make run."""
    return Failure(UNREADABLE, name, SQL, str(error), fault="syntax", cause=str(error))


def read_sql(
    answer: Answer, engines: Engines, refuse: Callable[[Sequence[Statement]], str]
) -> _Sql | Failure:
    """The statements of an answer, or what is wrong with its text."""
    outcome: Outcome = answer.value()
    if outcome.trouble:
        return of_trouble(outcome.trouble, answer.name)
    if not isinstance(outcome.value, str):
        kind = getattr(outcome.value, "type_name", type(outcome.value).__name__)
        text = f"{answer.name} should be a string of SQL, not {known_type(kind)}."
        return Failure(text, fault="shape", cause=text)
    try:
        statements = engines("").split(outcome.value)
    except SqlError as error:
        return unreadable(answer.name, error)
    refused = refuse(statements)
    return (
        Failure(refused, fault="syntax", cause=refused)
        if refused
        else _Sql(answer.name, statements, engines, answer.left)
    )


def refuse_all_but_one_query(statements: Sequence[Statement]) -> str:
    """Why these statements are not one query, '' if they are."""
    if len(statements) != 1:
        return f"Write one statement; there are {len(statements)}."
    if statements[0].kind == "MULTI":
        return "A PIVOT has to name its values here: PIVOT ... ON column IN (...)."
    if statements[0].kind != "SELECT":
        kind = statements[0].kind.replace("_", " ")
        return f"Only a query is run: SELECT, WITH, FROM or VALUES. This is {kind}."
    if statements[0].parameters:
        return f"It has a parameter, ${min(statements[0].parameters)}, which has no value."
    return ""


def refuse_all_but_changes(statements: Sequence[Statement], parameter: str) -> str:
    """Why these statements do not just change rows, '' if they do."""
    allowed = ("INSERT", "UPDATE", "DELETE", "MERGE_INTO")
    if not any(each.kind in allowed for each in statements):
        return "No statement changes rows: write an INSERT, UPDATE, DELETE or MERGE."
    for each in statements:
        if each.kind == "TRANSACTION" and re.match(r"\W*(BEGIN|START|COMMIT|END)", each.text, re.I):
            continue  # all statements are one transaction anyway
        if each.kind not in allowed:
            kind = each.kind.replace("_", " ")
            return f"Only INSERT, UPDATE, DELETE and MERGE are run. This is {kind}."
        if unknown := each.parameters - {parameter}:
            return f"It has a parameter, ${min(unknown)}. The only one is ${parameter}."
    opened = [
        not re.match(r"\W*(COMMIT|END)", each.text, re.I)
        for each in statements
        if each.kind == "TRANSACTION"
    ]
    if opened != [True, False] * (len(opened) // 2):
        return "Each BEGIN needs a COMMIT after it, or nothing is kept."
    return ""
