"""Checks of lesson 502: a template that keeps its scope, a metric that says how it reacts.

The form checks look at what can be counted. Each of their rules is on its card.
"""

from __future__ import annotations

import re
from typing import Any

from autograder.groups import (
    Exercise,
    Form,
    Group,
    Rule,
    StoryPart,
    case,
    placeholder,
    scores_form,
    show,
    story_groups,
    words,
)
from autograder.groups.queries import Grain, Reactions

# --- safe_template ------------------------------------------------------------------------------

_SHAPE = re.compile(r"select\s.*\sfrom\s+(\w+)\s+where\s+team\s*=\s*:team", re.DOTALL)
_SINGLE = ("select", "from", "where")
_NEVER = ("join", "union", "or")


def is_safe(sql: str, allowed: set[str]) -> bool:
    """The oracle: the rules of the card, one after the other, on the text without its strings."""
    bare = re.sub("'[^']*'", " ", sql).lower().strip()
    if any(sign in bare for sign in ("'", '"', ";", "--", "/*")):
        return False
    found = re.findall(r"\w+", bare)
    if any(found.count(word) != 1 for word in _SINGLE) or set(_NEVER) & set(found):
        return False
    if len(re.findall(r":team\b", bare)) != 1:
        return False
    match = _SHAPE.fullmatch(bare)
    return match is not None and match[1] in {name.lower() for name in allowed}


_HEADS = (
    "select n", "SELECT n, day", "select 'or; --' as note", "select count(*) as order_no",
    "select (select max(n) from pay)", "select 'it''s from pay'", "delete", "select :team as t",
)  # fmt: skip
_TABLES = (
    " from plays", " FROM Plays", "\nfrom plays", " from pay", " from plays, pay", " from plays p",
    " from plays join pay using (n)", " from pay union select n from plays",
)  # fmt: skip
_ENDS = (
    " where team = :team", "\nWHERE team=:team ", " where 1=1 or team = :team", " where n = 1",
    " where team = :team and n = 1", " where n = 1 and team = :team", " where team = :teams",
    " where team = 'a'", " where team = :team;", " where team = :team -- all", "",
    " where team = :team group by n", ' where "team" = :team', " where n = 1 -- team = :team",
)  # fmt: skip


def templates():
    """Texts from fragments, most of them a fragment away from one that is safe."""
    from hypothesis import strategies as st

    def near(heads, tables, ends):
        return st.tuples(st.sampled_from(heads), st.sampled_from(tables), st.sampled_from(ends))

    texts = st.one_of(
        near(_HEADS, _TABLES[:3], _ENDS[:2]),
        near(_HEADS[:4], _TABLES, _ENDS[:2]),
        near(_HEADS[:4], _TABLES[:3], _ENDS),
        near(_HEADS, _TABLES, _ENDS),
    ).map("".join)
    return st.tuples(texts, st.just({"plays", "shops"}))


_SCOPE = "scope can't be left"
_TABLE = "only allowed tables"
_STRINGS = "strings and case"
_OK = "select n from plays where team = :team"
_ONE = {"plays"}

safe_template = Exercise(
    difficulty="medium",
    minutes=25,
    groups=[
        Group(
            _SCOPE,
            cases=[
                case(_OK, _ONE, gives=True),
                case("select n from plays", _ONE, gives=False),
                case("select n from plays where team = 7", _ONE, gives=False),
                case("select n from plays where 1=1 or team = :team", _ONE, gives=False),
                case("select :team as team from plays where n = 1", _ONE, gives=False),
                case("select n from plays where n = 1 -- where team = :team", _ONE, gives=False),
                case("select n from plays where n = 1 /* :team */", _ONE, gives=False),
                case("select :team from plays where team = :team", _ONE, gives=False),
                case("select n from plays where team = :teams", _ONE, gives=False),
                case("select n from plays where team = :team and n = 1", _ONE, gives=False),
                case("select n from plays where n = 1 and team = :team", _ONE, gives=False),
                case(f"{_OK};", _ONE, gives=False),
                case(f"{_OK}; select n from plays", _ONE, gives=False),
                case("delete from plays where team = :team", _ONE, gives=False),
                case("select n from plays where not team = :team", _ONE, gives=False),
                case("select n from plays where n = 1 where team = :team", _ONE, gives=False),
                case('select n from plays where "team" = :team', _ONE, gives=False),
                case("explain select n from plays where team = :team", _ONE, gives=False),
                case("table select n from plays where team = :team", _ONE, gives=False),
                case("select n or m from plays where team = :team", _ONE, gives=False),
                case("select where from plays where team = :team", _ONE, gives=False),
                case("select 1 where team = :team", _ONE, gives=False),
                case("", _ONE, gives=False),
            ],
            nudge="For which rows is the condition of this text true? Could a row of another team "
            "be among them?",
        ),
        Group(
            _TABLE,
            cases=[
                case("select n from pay where team = :team", _ONE, gives=False),
                case("select n from plays, pay where team = :team", _ONE, gives=False),
                case(
                    "select n from plays join pay using (id) where team = :team", _ONE, gives=False
                ),
                case(
                    "select n from pay union select n from plays where team = :team",
                    _ONE,
                    gives=False,
                ),
                case(
                    "select (select max(n) from pay) from plays where team = :team",
                    _ONE,
                    gives=False,
                ),
                case("select n from plays p where team = :team", _ONE, gives=False),
                case("select n from (pay) where team = :team", {"pay"}, gives=False),
                case("select n from plays where team = :team", {"pay", "plays"}, gives=True),
                case("select n from shops where team = :team", {"pay", "shops"}, gives=True),
                case("select n from players where team = :team", _ONE, gives=False),
                case("select n from plays where team = :team", set(), gives=False),
            ],
            nudge="Which tables does DuckDB read for this text?",
        ),
        Group(
            _STRINGS,
            cases=[
                case("SELECT n FROM plays WHERE team = :TEAM", _ONE, gives=True),
                case("  select n\nfrom Plays\nwhere team=:team  ", _ONE, gives=True),
                case("select n, 'or; --' as note from plays where team = :team", _ONE, gives=True),
                case(
                    "select 'it''s from pay' as t from plays where team = :team", _ONE, gives=True
                ),
                case("select order_no, origin from plays where team = :team", _ONE, gives=True),
                case("select 'open from plays where team = :team", _ONE, gives=False),
                case("select n from plays where note = 'where team = :team'", _ONE, gives=False),
                case("select n from 'plays' where team = :team", _ONE, gives=False),
            ],
            inputs=templates,
            tries=160,
            oracle=is_safe,
            nudge="Blank the strings first. Is what is left still a text that you would let run?",
        ),
    ],
    hints=[
        "You can't list all that is dangerous. Can you list all that is harmless?",
        "Only one shape is allowed: select, some columns, from, one table, where, team = :team. A "
        "text that doesn't have this shape is refused, whatever it means.",
        "Remove the strings before you look for words: `'or'` is data, `or` is not. Then split the "
        "rest into words, so that `order_no` doesn't count as `or`.",
        "Replace each `'[^']*'` with a space, lower the case, strip. Refuse ; -- /* and any quote "
        "that is left. Count the words select, from and where: one each; join, union and or: none; "
        ":team once. Then match the end: from, a name in `allowed`, where team = :team.",
    ],
)


# --- metric_contract ----------------------------------------------------------------------------

SHOP = {
    "transactions": "id INTEGER, user_id INTEGER, created_at TIMESTAMP, product_id INTEGER, "
    "quantity INTEGER",
    "products": "id INTEGER, name VARCHAR, price DECIMAL(10,2)",
    "users": "id INTEGER, name VARCHAR, sex VARCHAR",
}
_ORDER = (
    "INSERT INTO transactions SELECT 9000000, 1, TIMESTAMP '2020-03-01 00:00:00', min(id), 3 "
    "FROM products WHERE price > 5"
)
SHOPS = {
    "refunds doubled": (
        (),
        ("UPDATE transactions SET quantity = 2 * quantity WHERE quantity < 0",),
    ),
    "unknown user": (
        (),
        (
            "INSERT INTO transactions SELECT id + 10000000, 999999, created_at, product_id, "
            "quantity FROM transactions WHERE id % 50 = 0 AND quantity > 0",
        ),
    ),
    "across midnight": (
        (_ORDER,),
        (
            "UPDATE transactions SET created_at = TIMESTAMP '2020-02-29 23:59:59' "
            "WHERE id = 9000000",
        ),
    ),
}
"""For each altered shop the statements that prepare it, and those that alter it."""
_NOBODY = {"team", "teams", "everyone", "everybody", "all", "us", "we", "data", "nobody", "tbd"}


def a_name(value: Any) -> str | None:
    """A name of three letters or more."""
    if not isinstance(value, str) or len(re.findall(r"\w", value)) < 3:
        return f"Give a name of at least three letters, not {show(value, 40)}."
    return f"Fill in {found}." if (found := placeholder(value)) else None


def an_owner(value: Any) -> str | None:
    """A person or a role."""
    if not isinstance(value, str) or len(re.findall(r"\w", value)) < 2:
        return f"Name a person or a role, not {show(value, 40)}."
    if found := placeholder(value):
        return f"Fill in {found}."
    if set(words(value.lower())) <= _NOBODY | {"the", "a", "our", "whole"}:
        return f"{value!r} is nobody who could be asked. Name a person or a role."
    return None


def fresh(value: Any) -> str | None:
    """A number of hours from 1 to 168."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 1 <= value <= 168:
        return f"Give the hours after which it is stale, from 1 to 168, not {show(value, 40)}."
    return None


def some_readers(value: Any) -> str | None:
    """A list of names."""
    if isinstance(value, str) or not isinstance(value, (list, tuple, frozenset)) or not value:
        return f"Give a list of who may see it, not {show(value, 40)}."
    if not all(isinstance(each, str) and words(each) for each in value):
        return "Each reader is a string."
    return None


def what_it_leaves_out(value: Any) -> str | None:
    """Five words or more."""
    text = " ".join(value) if isinstance(value, (list, tuple)) else value
    count = len(words(text)) if isinstance(text, str) else 0
    if count < 5:
        return f"Say in five words or more what a reader must not conclude; there are {count}."
    return f"Fill in {found}." if (found := placeholder(text)) else None


_WORDS_OF = "complete in words"
_GRAIN = "one row per grain"
_REACTS = "words and query agree"

metric_contract = Exercise(
    difficulty="medium",
    minutes=25,
    groups=[
        Form(
            _WORDS_OF,
            tests={
                "name": a_name,
                "owner": an_owner,
                "freshness_hours": fresh,
                "readers": some_readers,
                "says_not": what_it_leaves_out,
            },
            nudge="Who is called when the number looks wrong?",
        ),
        Grain(
            _GRAIN,
            schema=SHOP,
            folder="shop",
            nudge="What does one row of the result stand for? Those columns are the grain.",
        ),
        Reactions(
            _REACTS,
            schema=SHOP,
            folder="shop",
            shops=SHOPS,
            nudge="Follow one changed order through the query: is it filtered, joined away, "
            "counted, or summed?",
        ),
    ],
    hints=[
        "Start with a number that somebody would decide on, and say what one row of it is.",
        "Write the query first and run it. Then walk through the three altered shops with one "
        "order "
        "in your hand.",
        "A join to `users` drops orders of an unknown user; `count(DISTINCT user_id)` counts them "
        "as one. Refunds have a negative quantity: does your query sum them, count them, or filter "
        "them out? If a second moves an order to another row, the total is the same and two rows "
        "move.",
        "For gross sales per month of 2020: grain `['month']`, value `'gmv'`, "
        "`WHERE quantity > 0`. Then doubled refunds change nothing ('same'), the unknown user's "
        "orders add up ('up') if you don't join `users`, and midnight moves a row ('moves').",
    ],
)


# --- the own story and the levels ---------------------------------------------------------------

access_story = Exercise(
    difficulty="medium",
    minutes=25,
    groups=story_groups(
        {
            "audience": StoryPart(least=8),
            "artefact": StoryPart(least=15),
            "not_built": StoryPart(pairs=1),
            "guardrails": StoryPart(least=8),
            "adoption": StoryPart(number=True, compared=True),
            "removed": StoryPart(least=5),
            "learning": StoryPart(least=8),
        },
        context="audience",
        action=("artefact", "not_built", "guardrails"),
    ),
    hints=[
        "Who asked you the same question every week, and what did they do with the answer?",
        "Begin with the removed part: what could go because of what you built? If nothing, say "
        "what "
        "you would switch off first.",
        "Adoption isn't page views. What did people stop doing: calls, tickets, spreadsheets, a "
        "meeting? Count it before and after, or here and in a group that got it later.",
        "Skeleton: 'The ... had to decide ... every ...' · 'I sat with ... I built ...' · ('a "
        "dashboard', 'they ...') · 'Only ... could see ..., and when the load was late it said "
        "...' "
        "· 'Requests fell from ... to ..., against ...' · 'I switched off ...' · 'Since then I "
        "...'",
    ],
)

ROWS = ("audience", "artefact", "guardrails", "adoption", "removed")

access_scores = Exercise(
    difficulty="easy",
    minutes=20,
    groups=[
        Rule("levels for three anchors with evidence for yours", test=scores_form("ABC", ROWS))
    ],
    hints=[
        "Read an anchor once from start to end before you give it any level.",
        "Take one row of the rubric, and look for the sentence that earns it. No sentence means "
        "level 1.",
        "Level 3 or 4 needs everything in that column. If you hesitate, name what is missing for "
        "the upper one.",
        "`anchor_a = [2, 1, 3, 1, 2]` gives five levels in the order of the rubric. In `own` each "
        "row takes a pair: the level, and the sentence of your answer that earns it.",
    ],
)
