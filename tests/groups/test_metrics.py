"""A metric that states its query, its grain, and how it reacts when the data changes."""

from __future__ import annotations

import pytest

from autograder.groups.queries import Grain, Reactions
from autograder.trying.local import LocalAnswer

SCHEMA = {
    "transactions": "id INTEGER, user_id INTEGER, created_at TIMESTAMP, product_id INTEGER, "
    "quantity INTEGER",
    "products": "id INTEGER, name VARCHAR, price DECIMAL(10,2)",
    "users": "id INTEGER, name VARCHAR, sex VARCHAR",
}
GRAIN = Grain("grain", schema=SCHEMA, folder="shop")
SHOPS = {
    "more": ((), ("UPDATE products SET price = price + 1",)),
    "swapped": (
        ("UPDATE products SET price = id % 3",),
        ("UPDATE products SET price = (id + 1) % 3",),
    ),
    "renamed": ((), ("UPDATE products SET name = 'x'",)),
}
REACTIONS = Reactions("reactions", schema=SCHEMA, folder="shop", shops=SHOPS)
METRIC = {
    "sql": "SELECT id, price AS cost FROM products",
    "grain": ["id"],
    "value": "cost",
    "reacts": {"more": "up", "swapped": "moves", "renamed": "same"},
}


def said(group, **changes) -> str:
    verdict = group.run(LocalAnswer("metric", METRIC | changes))
    if verdict.state == "passed":
        return ""
    shown = verdict.counterexample or {}
    return " ".join([verdict.message, shown.get("expected", ""), shown.get("got", "")])


def test_words_that_agree_with_the_query_pass():
    assert said(GRAIN) == "" and said(REACTIONS) == ""
    assert said(GRAIN, grain="ID", value="Cost") == ""


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"grain": ["id", "name"]}, "no column name"),
        ({"sql": "SELECT 1 AS id, price AS cost FROM products"}, "Two rows have the same id"),
        ({"sql": "SELECT id, price AS cost FROM products WHERE now() > '2020-01-01'"}, "now"),
        ({"sql": "SELECT id, 'now()' AS note, price AS cost FROM products"}, ""),
        ({"sql": "SELECT id, name AS cost FROM products"}, "should be numbers"),
        ({"sql": "SELECT id, price AS cost FROM products WHERE false"}, "no row"),
        ({"sql": "SELECT id, quantity AS cost FROM transactions"}, "more than 1,000 rows"),
        ({"sql": "SELEC 1"}, "can't run"),
        ({"sql": "SELECT 1; SELECT 2"}, "there are 2"),
        ({"sql": "DROP TABLE products"}, "Only a query"),
        ({"sql": "SELECT $a AS id, 1 AS cost"}, "Nobody fills in $a"),
        ({"sql": 3}, "as a string"),
        ({"grain": []}, "at least one column"),
        ({"grain": 3}, "list of columns"),
        ({"value": "id"}, "both the value and a column of the grain"),
        ({"value": ""}, "Name the column"),
    ],
)
def test_a_query_needs_one_row_per_grain_and_must_be_repeatable(changes, message):
    found = said(GRAIN, **changes)
    assert message in found and bool(found) == bool(message)


def test_the_first_shop_on_which_words_and_query_part_is_named():
    found = said(REACTIONS, reacts={"more": "same", "swapped": "up", "renamed": "same"})
    assert "part on the shop 'more'" in found and "'up': the total of cost goes from" in found
    assert "takes one of up, down" in said(REACTIONS, reacts={"more": "higher"})
    assert "Give a dict" in said(REACTIONS, reacts="up")


def test_what_changes_the_shop_is_rolled_back():
    assert said(REACTIONS) == said(REACTIONS) == ""


def test_a_form_that_is_not_filled_in_is_not_written():
    assert GRAIN.run(LocalAnswer("metric", {"sql": ..., "grain": ...})).state == "not written"
    assert "should be a dict" in GRAIN.run(LocalAnswer("metric", "SELECT 1")).message
