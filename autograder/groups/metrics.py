"""Groups for a metric that states its query, its grain, and how it reacts when the data changes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import KW_ONLY, dataclass
from fractions import Fraction
from typing import Any

from autograder.core.outcomes import Answer
from autograder.core.values import same, show

from .base import Failure, Named, of_trouble
from .database import (
    MOST_ROWS,
    Engine,
    HasEngine,
    SqlError,
    SqlTimeUp,
    Statement,
    Table,
    as_text,
    local_engine,
)
from .forms import NOT_WRITTEN, is_blank

REACTIONS = ("up", "down", "same", "moves")
"""What a metric's total does; ``moves`` if rows change and their total doesn't."""
LIMIT = 5.0
_UNREPEATABLE = re.compile(
    r"(?i)\b(now|today|random|uuid|gen_random_uuid|get_current_timestamp)\s*\("
    r"|\b(current_date|current_timestamp|current_time|localtimestamp)\b"
)
_NOT_CODE = re.compile(r"'(?:[^']|'')*'|--[^\n]*|/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True, eq=False)
class _OfMetric(Named):
    """What groups of a metric share: the form's ``sql``, ``grain`` and ``value`` are run.

    The answer is a dict: ``sql`` is one query on the bundled tables of ``folder``, ``grain`` the
    columns that tell its rows apart, ``value`` the column that is the metric.
    """

    _: KW_ONLY
    schema: Mapping[str, str]
    folder: str

    def _failure(self, answer: Answer, seed: int) -> Failure | None:
        outcome = answer.value()
        if outcome.trouble:
            return of_trouble(outcome.trouble, answer.name)
        form = outcome.value
        if not isinstance(form, dict):
            return Failure(f"{answer.name} should be a dict, not {show(form, 40)}.")
        if not form or is_blank(form):
            return NOT_WRITTEN
        make = answer.engine if isinstance(answer, HasEngine) else local_engine
        try:
            metric = _Metric.of(form, make(self.schema, self.folder))
            return self._fault(metric)
        except _Unusable as error:
            return Failure(str(error))
        except SqlTimeUp as error:
            return Failure("Timed out.", "sql", "rows", str(error), timed_out=True)
        except SqlError as error:
            return Failure("DuckDB can't run this SQL.", "sql", "rows", str(error))

    def _fault(self, metric: _Metric) -> Failure | None:
        raise NotImplementedError


@dataclass(frozen=True, eq=False)
class Grain(_OfMetric):
    """The query is repeatable and returns one row per grain, with a number as its value."""

    def _fault(self, metric: _Metric) -> Failure | None:
        if found := _UNREPEATABLE.search(_NOT_CODE.sub(" ", metric.query.text)):
            word = next(filter(None, found.groups()))
            return Failure(
                f"The query uses {word}: tomorrow it returns something else for the same data. "
                "Write the dates out."
            )
        table = metric.run(())
        if not table.rows:
            return Failure("The query returns no row on the bundled tables.")
        places = [metric.place(table, column) for column in metric.grain]
        seen: dict[tuple[Any, ...], tuple[Any, ...]] = {}
        for row in table.rows:
            key = tuple(row[at] for at in places)
            if key in seen:
                rows = as_text(table.columns, [seen[key], row])
                text = f"Two rows have the same {', '.join(metric.grain)}."
                return Failure(text, "two rows of its result", "one row per grain", rows)
            seen[key] = row
        return metric.value_fault(table)


@dataclass(frozen=True, eq=False)
class Reactions(_OfMetric):
    """What the form says the metric does when the data changes is what it does.

    ``shops`` maps a name to two lists of statements: those that prepare the tables, and those that
    change them. ``reacts`` of the form maps each name to one of `REACTIONS`: how the total of
    ``value`` over all rows differs after the change. A failure names the first shop on which words
    and query part.
    """

    _: KW_ONLY
    shops: Mapping[str, tuple[Sequence[str], Sequence[str]]]

    def _fault(self, metric: _Metric) -> Failure | None:
        said = metric.form.get("reacts")
        if not isinstance(said, dict):
            return Failure(f"reacts: Give a dict with {', '.join(self.shops)}.")
        for name in self.shops:
            if said.get(name) not in REACTIONS:
                text = f"reacts: {name} takes one of {', '.join(REACTIONS)}"
                return Failure(f"{text}, not {show(said.get(name), 40)}.")
        for name, (prepare, change) in self.shops.items():
            before, after = metric.run(prepare), metric.run((*prepare, *change))
            found = metric.reaction(before, after)
            if found != said[name]:
                return Failure(
                    f"The words and the query part on the shop {name!r}.",
                    f"reacts[{name!r}]",
                    f"{found!r}: {metric.difference(before, after)}",
                    repr(said[name]),
                )
        return None


class _Unusable(Exception):
    """The form can't be run. Its text is a sentence for the learner."""


@dataclass(frozen=True)
class _Metric:
    """A metric of a form, and the engine that runs it."""

    form: Mapping[str, Any]
    query: Statement
    grain: tuple[str, ...]
    value: str
    engine: Engine

    @classmethod
    def of(cls, form: Mapping[str, Any], engine: Engine) -> _Metric:
        sql, grain, value = form.get("sql"), form.get("grain"), form.get("value")
        if not isinstance(sql, str) or not sql.strip():
            raise _Unusable("sql: Give one query as a string.")
        grain = [grain] if isinstance(grain, str) else grain
        if not isinstance(grain, (list, tuple)) or not all(isinstance(c, str) for c in grain):
            raise _Unusable("grain: Give a list of columns of the result.")
        if not grain:
            raise _Unusable("grain: Name at least one column.")
        if not isinstance(value, str) or not value.strip():
            raise _Unusable("value: Name the column that is the metric.")
        statements = engine.split(sql)
        if len(statements) != 1:
            raise _Unusable(f"sql: Give one statement; there are {len(statements)}.")
        if statements[0].kind != "SELECT":
            raise _Unusable("sql: Only a query is run: SELECT, WITH or FROM.")
        if statements[0].parameters:
            raise _Unusable(f"sql: Nobody fills in ${min(statements[0].parameters)}.")
        names = tuple(column.strip().lower() for column in grain)
        return cls(form, statements[0], names, value.strip().lower(), engine)

    def run(self, changes: Sequence[str]) -> Table:
        """The rows after ``changes``, which are rolled back."""
        steps: list[tuple[Statement, Mapping[str, Any]]] = []
        steps += [(Statement("UPDATE", each), {}) for each in changes]
        table = self.engine.run({}, [*steps, (self.query, {})], limit=LIMIT)
        if len(table.rows) > MOST_ROWS:
            raise _Unusable(
                f"The query returns more than {MOST_ROWS:,} rows. Choose a coarser grain, or "
                "filter to a year."
            )
        return table

    def place(self, table: Table, column: str) -> int:
        names = [each.lower() for each in table.columns]
        if column not in names:
            raise _Unusable(f"The result has no column {column}; it has {', '.join(names)}.")
        return names.index(column)

    def value_fault(self, table: Table) -> Failure | None:
        if self.value in self.grain:
            return Failure(f"{self.value} can't be both the value and a column of the grain.")
        at = self.place(table, self.value)
        odd = [row[at] for row in table.rows if row[at] is not None and not _is_number(row[at])]
        if odd:
            return Failure(f"The values of {self.value} should be numbers, not {show(odd[0], 40)}.")
        return None

    def reaction(self, before: Table, after: Table) -> str:
        was, now = self._values(before), self._values(after)
        if was.keys() == now.keys() and all(same(now[key], was[key]) for key in was):
            return "same"
        one, other = _total(was), _total(now)
        if abs(other - one) <= abs(one) / 10**9:
            return "moves"
        return "up" if other > one else "down"

    def difference(self, before: Table, after: Table) -> str:
        """In words: how the totals differ, and the first row that does."""
        was, now = self._values(before), self._values(after)
        text = f"the total of {self.value} goes from {float(_total(was)):,.6g}"
        text += f" to {float(_total(now)):,.6g}"
        for key in dict.fromkeys([*was, *now]):
            one, other = was.get(key), now.get(key)
            if not same(other, one):
                shown = ", ".join(map(str, key))
                return f"{text}; at {shown} it was {one} and is {other}"
        return f"{text}; no row differs"

    def _values(self, table: Table) -> dict[tuple[Any, ...], Any]:
        places = [self.place(table, column) for column in self.grain]
        at = self.place(table, self.value)
        return {tuple(row[place] for place in places): row[at] for row in table.rows}


def _is_number(value: Any) -> bool:
    try:
        Fraction(value)
    except (TypeError, ValueError, OverflowError):
        return False
    return not isinstance(value, (str, bool))


def _total(values: Mapping[Any, Any]) -> Fraction:
    numbers = (Fraction(each) for each in values.values() if each is not None and _is_number(each))
    return sum(numbers, Fraction(0))
