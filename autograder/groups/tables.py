"""Tables that came out of SQL, compared with those that were expected, and told apart."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from autograder.core.values import same

from .base import Failure
from .database import MOST_ROWS, Database, Table, as_text, show_cell

SHOWN_ROWS = 4
_NUMBER = r".*INT(EGER)?|DECIMAL\(.*|DOUBLE|FLOAT|BIGNUM"


@dataclass(frozen=True)
class Kind:
    """What a column holds: a word for its types, a pattern of their names, a tolerance.

    Numbers with a fraction are shown rounded to ``digits`` decimals, where these are given.
    """

    word: str
    types: str
    within: float = 0.0
    digits: int | None = None

    def rounded(self, value: object) -> object:
        """A value as it is shown."""
        if self.digits is None or not isinstance(value, (float, Decimal)):
            return value
        return round(Decimal(str(value)), self.digits) if math.isfinite(value) else value

    def equal(self, got: object, want: object) -> bool:
        """Whether two values are equal as values."""
        if not self.within or got is None or want is None:
            return same(got, want)
        return abs(_float(got) - _float(want)) <= self.within


def _float(value: Any) -> float:
    return float(value)


DATE = Kind("a DATE or TIMESTAMP", r"DATE|TIMESTAMP(_.*)?")
COUNT = Kind("a number", _NUMBER)
MONEY = Kind("a number", _NUMBER, within=0.004, digits=2)
RATE = Kind("a number", _NUMBER, within=0.0001, digits=4)


def compare_columns(got: Table, columns: Mapping[str, Kind], name: str) -> Failure | None:
    """What is wrong with the names or types of a result's columns; None if nothing is."""
    names = list(columns)
    if [each.lower() for each in got.columns] != names:
        text, columns_got = "The columns don't match.", ", ".join(got.columns)
        return Failure(
            text, name, ", ".join(names), columns_got, fault="shape", cause=f"{text} {columns_got}"
        )
    for at, (column, kind, found) in enumerate(zip(names, columns.values(), got.types)):
        if not re.fullmatch(kind.types, found) and any(row[at] is not None for row in got.rows):
            text = f"{column} should be {kind.word}."
            expected, type_got = f"{column}: {kind.word}", f"{column}: {found}"
            return Failure(text, name, expected, type_got, fault="shape", cause=text)
    return None


def arranged(got: Table, names: Sequence[str]) -> Table:
    """The table with its columns in the order of ``names``; unchanged if they are others."""
    present = [each.lower() for each in got.columns]
    if sorted(present) != sorted(names):
        return got
    places = [present.index(name) for name in names]
    return replace(
        got,
        columns=tuple(got.columns[place] for place in places),
        types=tuple(got.types[place] for place in places),
        rows=[tuple(row[place] for place in places) for row in got.rows],
    )


def compare_rows(
    got: Sequence[tuple[Any, ...]],
    columns: Mapping[str, Kind],
    want: Sequence[tuple[Any, ...]],
    ordered: bool = True,
) -> Failure | None:
    """What is wrong with the rows of a result; None if they are what was asked for."""
    if len(got) > MOST_ROWS:
        text = f"Returned more than {MOST_ROWS:,} rows; expected {len(want)}."
        return Failure(text, "", show_rows(columns, want), show_rows(columns, got))
    kinds = list(columns.values())

    def equal(row: tuple[Any, ...], other: tuple[Any, ...]) -> bool:
        return all(kind.equal(g, w) for kind, g, w in zip(kinds, row, other))

    if len(got) == len(want) and all(map(equal, got, want)):
        return None
    surplus = list(got)
    missing = []
    for row in want:
        match = next((each for each in surplus if equal(each, row)), None)
        if match is None:
            missing.append(row)
        else:
            surplus.remove(match)
    if not missing and not surplus:
        if not ordered:
            return None
        text = "The rows are right, but in the wrong order."
        return Failure(text, "", show_rows(columns, want), show_rows(columns, got), fault="order")
    if not missing:
        text = f"Returned {len(surplus)} unexpected row{'s'[: len(surplus) > 1]}."
    elif len(got) != len(want):
        text = f"Returned {_count(len(got))}; expected {len(want)}."
    else:
        text = f"{len(missing)} of {len(want)} expected rows {_is(len(missing))} missing or wrong."
    told = _told(columns, missing, surplus)
    exact = show_rows(columns, missing) == show_rows(columns, surplus)
    expected, found = (show_rows(columns, rows, exact=exact) for rows in (missing, surplus))
    return Failure(text, "", expected, found, where=told)


def _told(
    columns: Mapping[str, Kind],
    missing: Sequence[tuple[Any, ...]],
    surplus: Sequence[tuple[Any, ...]],
) -> str:
    """What is wrong in the first row that came otherwise, by its columns; '' where none is alike.

    Rows are told by their first column.
    """
    (key, kind), *_ = columns.items()
    for want in missing:
        got = next((row for row in surplus if kind.equal(row[0], want[0])), None)
        if got is None:
            continue
        wrong = [
            f"{column} is {g}, expected {w}"
            for (column, kind), *pair in zip(columns.items(), got, want)
            if not kind.equal(*pair)
            for g, w in [_both(kind, *pair)]
        ]
        shown = show_cell(_as_date(want[0]))
        return f"{key} {shown}: {'; '.join(wrong)}"
    if missing and not surplus:
        return f"{key} {show_cell(_as_date(missing[0][0]))}: no row"
    return ""


def _both(kind: Kind, got: object, want: object) -> tuple[str, str]:
    """Two values of a column as text, rounded where that leaves them different."""
    one, other = (show_cell(_as_date(kind.rounded(value))) for value in (got, want))
    return (one, other) if one != other else (show_cell(got), show_cell(want))


def show_rows(
    columns: Mapping[str, Kind], rows: Sequence[tuple[Any, ...]], *, exact: bool = False
) -> str:
    """Rows as a table; numbers rounded unless they are to be ``exact``."""
    kinds = columns.values()
    shown = [
        tuple(_as_date(value if exact else kind.rounded(value)) for kind, value in zip(kinds, row))
        for row in rows
    ]
    return as_text(list(columns), shown, SHOWN_ROWS) if rows else "no such row"


def _as_date(value: object) -> object:
    """A midnight as a date, so that expected and got look alike."""
    at_midnight = isinstance(value, datetime.datetime) and value.time() == datetime.time()
    return value.date() if at_midnight else value  # type: ignore[attr-defined]


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
