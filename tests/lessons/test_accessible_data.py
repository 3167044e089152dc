"""The rules of safe_template keep their promise where it counts: in DuckDB, with two teams."""

from __future__ import annotations

import functools
import random

import duckdb

from autograder.lessons import load

FRAGMENTS = (
    "select n", "select n, team", "select count(*)", "select 'or' as x", "from plays", "from pay",
    ", pay", "join pay using (n)", "where team = :team", "or team = 'b'", "and n > 0",
    "union select n from plays", "group by n", "-- where team = :team",
)  # fmt: skip


@functools.cache
def two_teams(other: int) -> duckdb.DuckDBPyConnection:
    """A database in which team b's rows hold ``other``."""
    con = duckdb.connect()
    for table in ("plays", "pay"):
        con.execute(f"CREATE TABLE {table} AS SELECT 'a' team, 1 n UNION ALL SELECT 'b', {other}")
    return con


def rows(text: str, other: int) -> object:
    """What ``text`` returns for team a; None for an error."""
    try:
        return two_teams(other).execute(text.replace(":team", "$team"), {"team": "a"}).fetchall()
    except duckdb.Error:
        return None


def test_no_accepted_text_of_two_thousand_depends_on_another_teams_rows():
    oracle = load("502_accessible_data")["safe_template"].groups[2].oracle
    rng = random.Random(502)
    texts = {" ".join(rng.choice(FRAGMENTS) for _ in range(rng.randint(1, 4))) for _ in range(200)}
    texts |= {
        f"{rng.choice(FRAGMENTS[:4])} {rng.choice(FRAGMENTS[4:8])} {rng.choice(FRAGMENTS[8:])}"
        + (f" {rng.choice(FRAGMENTS)}" if rng.random() < 0.3 else "")
        for _ in range(1_800)
    }
    accepted = [text for text in sorted(texts) if oracle(text, {"plays"})]
    assert 3 <= len(accepted) < len(texts)
    assert all(rows(text, 7) == rows(text, 8) is not None for text in accepted)
    leaks = [t for t in texts if not oracle(t, {"plays"}) and rows(t, 7) != rows(t, 8)]
    assert len(leaks) >= 3  # the family does hold texts that leak
