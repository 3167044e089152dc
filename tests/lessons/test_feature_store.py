"""Lesson 402: its oracles against pandas, its queries against its checks, its figures."""

from __future__ import annotations

import importlib
from typing import Any

import duckdb
import pandas as pd
import pytest

from autograder import lessons
from autograder.authoring import release
from autograder.authoring.lesson import read_lesson
from autograder.trying.drawing import draw

CHECKS = importlib.import_module("autograder.lessons.4_engineering.402_feature_store.checks")
DRAWN = draw(CHECKS.any_tables(), 150, 402)


@pytest.fixture(scope="module")
def lesson() -> dict[str, Any]:
    """The names of the solved lesson, up to the leak ladder and with the replay."""
    made = release.notebook(read_lesson(lessons.find_path("402")), "solved")
    namespace: dict[str, Any] = {}
    for cell in made["cells"]:
        source = cell["source"]
        wanted = ("import math", "from datetime", "LATEST", "# One row per label", "def world")
        wanted += ("def columns", "QUERIES", "class OnlineStore", "def parity", "def replay")
        if cell["cell_type"] == "code" and source.startswith(wanted):
            # What a cell shows at its end is not needed, and may need other cells.
            exec(compile(source.partition("\n\n\ntry:")[0], cell["id"], "exec"), namespace)
    return namespace


def frames(tables) -> tuple[pd.DataFrame, pd.DataFrame]:
    labels = pd.DataFrame(tables["labels"], columns=["label_id", "member", "moment", "clicked"])
    names = ["member", "event_time", "arrived", "value"]
    features = pd.DataFrame(tables["features"], columns=names)
    for frame, times in ((labels, ["moment"]), (features, ["event_time", "arrived"])):
        frame[times] = frame[times].astype("datetime64[us]")
        frame["member"] = frame["member"].astype(int)
    return labels, features


def by_pandas(tables, only_arrived: bool) -> list[tuple]:
    """The rows of the training set, each label with a merge_asof of its own."""
    labels, features = frames(tables)
    rows = []
    for at in range(len(labels)):
        label = labels.iloc[[at]]
        moment = label["moment"].iloc[0]
        known = features[features["arrived"] <= moment] if only_arrived else features
        last = known.sort_values("arrived").drop_duplicates(["member", "event_time"], keep="last")
        merged = pd.merge_asof(
            label,
            last.sort_values("event_time").assign(value=last["value"].astype(object)),
            left_on="moment",
            right_on="event_time",
            by="member",
            tolerance=pd.Timedelta(days=30),
        )
        value = merged["value"].iloc[0]
        found = None if pd.isna(value) else int(value)
        rows.append((int(merged["label_id"].iloc[0]), int(merged["clicked"].iloc[0]), found))
    return rows


def test_the_oracles_agree_with_merge_asof():
    differ = 0
    for tables in DRAWN:
        by_event, known = CHECKS.rows_by_event_time(tables), CHECKS.rows_as_known(tables)
        assert by_event == by_pandas(tables, False)
        assert known == by_pandas(tables, True)
        differ += by_event != known
    assert differ > 10, "the drawn databases hardly tell the two joins apart"


@pytest.mark.parametrize(
    ("query", "pick"),
    [
        ("LATEST", CHECKS.latest_value),
        ("SAME_DAY", CHECKS.same_day_value),
        ("training_set", CHECKS.late_value),
    ],
)
def test_the_queries_to_break_do_what_the_checks_of_leaks_say(lesson, query, pick):
    con = duckdb.connect()
    con.execute(lesson["TABLES"])
    for tables in DRAWN:
        for name, rows in tables.items():
            con.execute(f"DELETE FROM {name}")
            for row in rows:
                con.execute(f"INSERT INTO {name} VALUES (?, ?, ?, ?)", list(row))
        got = {row[0]: row[2] for row in con.execute(lesson[query]).fetchall()}
        assert got == {label[0]: pick(label, tables["features"]) for label in tables["labels"]}


@pytest.mark.parametrize("seed", [0, 11])
def test_a_leak_flatters_offline_and_is_paid_live(lesson, seed):
    labels, features, interest = lesson["world"](seed)
    rows = lesson["ladder"](labels, lesson["joined"](labels, features))
    gap = {name: auc - live for name, (auc, _, live, _) in rows.items()}
    loss = {name: live for name, (*_, live) in rows.items()}
    assert gap["same day"] >= 0.15
    assert gap["latest"] >= 0.05
    assert 0.005 <= gap["event time"] <= 0.04
    assert gap["as known"] == 0
    assert loss["same day"] >= loss["as known"] + 0.03


def test_a_replay_through_the_online_store_agrees_with_the_query(lesson):
    labels, features, _ = lesson["world"](7)
    labels = labels[labels["member"] < 300]
    features = features[features["member"] < 300]
    values = lesson["joined"](labels, features)
    served = lesson["replay"](labels, features)
    shares = {
        name: lesson["parity"](lesson["as_pairs"](values[name]), served, 0)["share"]
        for name in ("as known", "event time")
    }
    assert shares["as known"] == 1
    assert shares["event time"] < 0.9
