"""Answers in SQL: run on locked databases, compared by value, explained; and ``%%sql`` cells."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from importlib import import_module
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import strategies as st

from autograder import sql
from autograder.check import grade
from autograder.core.card import as_text
from autograder.data import data_path
from autograder.groups.queries import COUNT, DATE, MONEY, Query, Scans, Script
from autograder.lessons import load
from autograder.trying.local import LocalAnswer

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = {"sales": "id INTEGER, day DATE, amount DECIMAL(10,2)"}
TWO = {"sales": [(1, None, Decimal("1.50")), (2, None, Decimal("0.25"))]}


def total(database) -> list[tuple]:
    rows = database.get("sales", ())
    return [(len(rows), sum((amount for _, _, amount in rows), Decimal("0.00")))]


def databases():
    amount = st.sampled_from([Decimal("1.00"), Decimal("2.50"), Decimal("-1.00")])
    rows = st.lists(st.tuples(st.just(None), amount), max_size=6)
    return rows.map(lambda rows: {"sales": [(i, *row) for i, row in enumerate(rows, 1)]})


TOTAL = Query(
    "total",
    schema=SCHEMA,
    columns={"n": COUNT, "amount": MONEY},
    oracle=total,
    situations={"nothing sold": {}, "two sales": TWO},
    inputs=databases,
    limit=0.3,
)
RIGHT = "SELECT count(*) AS n, coalesce(sum(amount), 0) AS amount FROM sales"
CLEAR = Script(
    "clear",
    schema=SCHEMA,
    columns={"id": COUNT},
    oracle=lambda database, ids: [(row[0],) for row in database["sales"] if row[0] not in ids],
    situations={"two sales, one cleared": (TWO, [1]), "both in turn": (TWO, [2, 1, 2])},
    parameter="id",
    read="SELECT id FROM sales ORDER BY id",
)


def verdict(text, group=TOTAL):
    return group.run(LocalAnswer("answer", text))


# ---- what is run


@pytest.mark.parametrize(
    "text",
    [
        RIGHT,
        f"  {RIGHT} ;  -- that is all",
        f"/* first */ {RIGHT};;",
        "SELECT count(*)::HUGEINT AS n, ifnull(sum(amount::DOUBLE), 0) AS amount FROM sales",
        "WITH s AS (FROM sales) SELECT sum(1) FILTER (id > 0) + 0 AS N, 0 AS amount FROM s"
        " HAVING false UNION ALL " + RIGHT,
        "FROM sales SELECT count(id) AS n, coalesce(sum(amount), 0)::DECIMAL(18, 4) AS amount",
        "FROM sales SELECT count(id)::BIGNUM AS n, coalesce(sum(amount), 0) AS amount",
    ],
)
def test_a_query_passes_whatever_its_form_and_its_number_types(text):
    assert verdict(text).state == "passed", verdict(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("CREATE TABLE t (a INTEGER)", "CREATE"),
        ("DROP TABLE sales", "DROP"),
        ("INSERT INTO sales VALUES (1, NULL, 1)", "INSERT"),
        ("DELETE FROM sales", "DELETE"),
        ("UPDATE sales SET id = 1", "UPDATE"),
        ("COPY sales TO 'out.csv'", "COPY"),
        ("ATTACH 'other.db'", "ATTACH"),
        ("PRAGMA version", "PRAGMA"),
        ("SET threads = 4", "SET"),
        ("INSTALL httpfs", "LOAD"),
        ("LOAD httpfs", "LOAD"),
        ("CALL enable_logging()", "CALL"),
        ("EXPLAIN SELECT 1", "EXPLAIN"),
        ("BEGIN", "TRANSACTION"),
        ("PIVOT sales ON id USING sum(amount)", "PIVOT"),
        (f"{RIGHT}; DROP TABLE sales", "one statement"),
        (f"{RIGHT}; {RIGHT}", "one statement"),
        ("-- nothing", "one statement"),
        (f"{RIGHT} WHERE id > $least", "$least"),
    ],
)
def test_all_but_one_query_is_refused_in_a_sentence(text, word):
    found = verdict(text)
    assert found.state == "failed" and found.earned == 0
    assert word in found.message
    assert found.message.endswith((".", ")."))


@pytest.mark.parametrize(
    ("value", "word"), [(12, "int"), (["SELECT 1"], "list"), (object(), "object"), (None, "None")]
)
def test_an_answer_that_is_no_text_is_told_so(value, word):
    found = verdict(value)
    assert "should be a string of SQL" in found.message and word in found.message


def test_an_unwritten_answer_is_not_a_mistake():
    assert verdict(...).state == "not written"


@pytest.mark.parametrize(
    "reach",
    [
        "read_text('/etc/hostname')",
        "read_csv('README.md')",
        "glob('/*')",
        "'data/shop/users.parquet'",
        "secret_frame",
        "duckdb_secrets()",
    ],
)
def test_a_query_reaches_neither_files_nor_variables_of_python(reach, monkeypatch):
    secret_frame = pd.DataFrame({"n": [0], "amount": [0.0]})
    monkeypatch.setitem(globals(), "secret_frame", secret_frame)
    found = verdict(f"SELECT 0 AS n, 0 AS amount FROM {reach} LIMIT 1")
    assert found.state == "failed"
    assert "Error" in found.counterexample["got"]


def test_an_endless_query_is_stopped():
    found = verdict(
        "SELECT count(*) AS n, 0 AS amount FROM range(1e12::BIGINT) WHERE hash(range)=1"
    )
    assert found.message == "Timed out."
    assert "0.3 s" in found.counterexample["got"]
    assert verdict(RIGHT).state == "passed"


def test_nothing_that_an_answer_does_is_left_to_the_next_one():
    drained = f"WITH gone AS (DELETE FROM sales RETURNING id) {RIGHT}"
    assert "two sales" in verdict(drained).counterexample["call"]  # it finds no rows any more
    assert verdict("SELECT setseed(0.1) AS n, 0 AS amount").state == "failed"
    assert verdict(RIGHT).state == "passed"


# ---- what a failure says


def test_a_named_situation_is_told_with_its_rows():
    found = verdict("SELECT count(*) AS n, sum(amount) AS amount FROM sales")
    assert found.counterexample["call"].startswith("nothing sold")
    assert "0.00" in found.counterexample["expected"]
    assert "NULL" in found.counterexample["got"]


def test_drawn_databases_are_shrunk_to_the_smallest():
    wrong = RIGHT.replace("sum(amount)", "sum(abs(amount))")
    shown = verdict(wrong).counterexample
    assert shown["call"].startswith("the smallest database")
    assert shown["call"].count("\n") == 3  # its heading, the table's, and one row
    assert "-1.00" in shown["call"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (RIGHT.replace("AS n", "AS m"), "columns"),
        (f"SELECT amount, n FROM ({RIGHT})", "columns"),
        (f"SELECT *, 1 AS more FROM ({RIGHT})", "columns"),
        (RIGHT.replace("count(*)", "count(*)::VARCHAR"), "n should be"),
        (f"{RIGHT} UNION ALL {RIGHT}", "1 unexpected row."),
        (f"SELECT q.* FROM ({RIGHT}) AS q, range(2000)", "more than 1,000 rows"),
        (f"{RIGHT} HAVING false", "0 rows"),
        (RIGHT.replace("coalesce(sum(amount), 0)", "round(sum(amount))"), "missing or wrong"),
    ],
)
def test_the_message_names_what_differs(text, message):
    assert message in verdict(text).message


def test_rows_in_another_order_are_told_so():
    days = Query(
        "days",
        schema=SCHEMA,
        columns={"id": COUNT},
        oracle=lambda database: [(row[0],) for row in database["sales"]],
        situations={"two": TWO},
    )
    assert verdict("SELECT id FROM sales ORDER BY id", days).state == "passed"
    assert "order" in verdict("SELECT id FROM sales ORDER BY id DESC", days).message


def test_rows_and_columns_may_come_in_any_order_where_none_is_set():
    rows = Query(
        "rows",
        schema=SCHEMA,
        columns={"id": COUNT, "amount": MONEY},
        oracle=lambda database: [(row[0], row[2]) for row in database["sales"]],
        situations={"two sales": TWO},
        ordered=False,
    )
    assert verdict("SELECT amount, ID FROM sales ORDER BY id DESC", rows).state == "passed"
    assert verdict("SELECT id, amount FROM sales", rows).state == "passed"
    for text, word in [
        ("SELECT id, amount FROM sales WHERE id = 1", "1 row"),
        ("SELECT id, amount FROM sales UNION ALL SELECT 1, 1.5", "1 unexpected row"),
        ("SELECT id, amount, amount FROM sales", "columns"),
        ("SELECT amount AS id, id AS amount FROM sales", "2"),
    ]:
        found = verdict(text, rows)
        assert found.state == "failed" and word in found.message, found


def test_dates_and_timestamps_are_the_same_moment_and_texts_are_not():
    import datetime

    day = datetime.date(2020, 2, 1)
    days = Query(
        "days",
        schema=SCHEMA,
        columns={"day": DATE},
        oracle=lambda database: [(day,)],
        situations={"one": {"sales": [(1, day, Decimal(1))]}},
    )
    for text in ("day", "day::TIMESTAMP AS day", "day::TIMESTAMP_NS AS day"):
        assert verdict(f"SELECT {text} FROM sales", days).state == "passed"
    for text in ("day::VARCHAR AS day", "day + INTERVAL 1 SECOND AS day", "day + 1 AS day"):
        assert verdict(f"SELECT {text} FROM sales", days).state == "failed"
    zoned = verdict("SELECT day::TIMESTAMPTZ AS day FROM sales", days)
    assert "Cast it to DATE or TIMESTAMP" in zoned.counterexample["got"]


@pytest.mark.parametrize("text", ["selec 1", "SELECT nothing AS n FROM sales", "SELECT 1 FROM t"])
def test_an_error_is_a_few_lines_with_the_place(text):
    found = verdict(text).counterexample
    assert "LINE 1" in found["got"] and "^" in found["got"]
    assert found["got"].count("\n") <= 6
    assert "Traceback" not in found["got"]


def test_an_error_that_depends_on_the_rows_shows_the_rows():
    broken = RIGHT.replace("sum(amount)", "sum(('x' || id)::INTEGER)")
    found = verdict(broken)
    assert "fails on this database" in found.message
    assert "two sales" in found.counterexample["call"] and "0.25" in found.counterexample["call"]
    assert "Conversion Error" in found.counterexample["got"]


# ---- statements that change a table


@pytest.mark.parametrize(
    "text",
    [
        "DELETE FROM sales WHERE id = $id",
        "BEGIN; DELETE FROM sales WHERE id = $id; COMMIT;",
        "START TRANSACTION; DELETE FROM sales WHERE id = $id; END",
        "UPDATE sales SET amount = 0 WHERE id = $id; DELETE FROM sales WHERE amount = 0; -- gone",
        "MERGE INTO sales USING (SELECT $id AS x) ON x = sales.id WHEN MATCHED THEN DELETE",
    ],
)
def test_a_script_may_change_rows(text):
    assert verdict(text, CLEAR).state == "passed", verdict(text, CLEAR)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("SELECT $id", "No statement changes rows"),
        ("", "No statement changes rows"),
        ("DROP TABLE sales", "No statement changes rows"),
        ("DELETE FROM sales WHERE id = $id; DROP TABLE sales", "DROP"),
        ("DELETE FROM sales WHERE id = $id; ROLLBACK", "TRANSACTION"),
        ("BEGIN; DELETE FROM sales WHERE id = $id", "BEGIN needs a COMMIT"),
        ("COMMIT; BEGIN; DELETE FROM sales WHERE id = $id", "BEGIN needs a COMMIT"),
        ("DELETE FROM sales WHERE id = $number", "$number"),
        ("DELETE FROM sales WHERE id = $id; COPY sales TO 'out.csv'", "COPY"),
        ("DELETE FROM sales", "0 rows; expected 1"),
        ("DELETE FROM sales WHERE id = 1", "1 unexpected row."),
    ],
)
def test_a_script_that_does_anything_else_fails(text, word):
    found = verdict(text, CLEAR)
    assert found.state == "failed" and word in found.message
    assert verdict("DELETE FROM sales WHERE id = $id", CLEAR).state == "passed"


def test_a_failed_script_shows_what_it_was_run_with():
    found = verdict("UPDATE sales SET amount = 0 WHERE id = $id", CLEAR)
    assert "run with $id = 1" in found.counterexample["call"]


def test_scans_are_counted_in_the_plan():
    schema = {"products": "id INTEGER, name VARCHAR, price DECIMAL(10,2)"}
    twice = Scans("twice", schema=schema, folder="shop", table="products", most=2)
    one = "SELECT count(*) FROM products WHERE price > {}"
    for many, state in ((1, "passed"), (2, "passed"), (3, "failed")):
        text = " UNION ALL ".join(one.format(price) for price in range(many))
        assert verdict(text, twice).state == state
    assert "3 times" in verdict(text, twice).message


# ---- lesson 110


def test_the_oracle_of_the_report_agrees_with_pandas():
    checks = import_module("autograder.lessons.1_coding.110_monthly_report.checks")
    orders = pd.read_csv(
        data_path("shop/transactions.csv"), parse_dates=["created_at"], date_format="ISO8601"
    )
    products = pd.read_csv(data_path("shop/products.csv"))
    sold = orders.merge(products, how="left", left_on="product_id", right_on="id")
    sold["cents"] = (sold.price * 100).round() * sold.quantity
    months = sold.created_at.dt.to_period("M")
    facts = sold.groupby(months).agg(
        users=("user_id", "nunique"), orders=("created_at", "size"), cents=("cents", "sum")
    )
    facts = facts.reindex(pd.period_range("2020-01", "2020-12", freq="M"), fill_value=0)
    group = load("110_monthly_report")["monthly_report"].groups[-1]
    ours = checks.report(group._engine("shop").tables())
    assert [row[1] for row in ours] == facts.users.tolist()
    assert [row[2] for row in ours] == facts.orders.tolist()
    assert [round(row[3] * 100) for row in ours] == facts.cents.astype(int).tolist()


def test_an_untouched_stub_of_the_lesson_says_what_to_do():
    for name, exercise in load("110_monthly_report").items():
        report = grade(exercise, LocalAnswer(name, ...))
        assert report.state == "not written" and report.earned == 0
        assert "Write your answer" in as_text(report)


# ---- in a notebook


@pytest.fixture
def shop():
    con = sql.connect()
    yield con
    con.close()


def test_no_sql_of_a_lesson_changes_the_data_files(shop, capsys):
    before = data_path("shop/users.parquet").read_bytes()
    for text in (
        f"COPY users TO '{data_path('shop/users.parquet')}'",
        "DELETE FROM transactions",
        "SET enable_external_access = true",
        f"ATTACH '{data_path('shop')}/new.db'",
    ):
        assert sql.run(shop, text) is None
        assert "Error" in capsys.readouterr().out
    assert data_path("shop/users.parquet").read_bytes() == before
    assert sql.run(shop, "SELECT count(*) FROM transactions").rows[0][0] > 100_000


def test_a_learner_can_make_tables_and_give_parameters(shop):
    assert sql.run(shop, "CREATE TABLE mine (a INTEGER)") is None
    sql.run(shop, "INSERT INTO mine VALUES ($x); INSERT INTO mine VALUES ($y)", {"x": 3, "y": 5})
    shown = sql.run(shop, "BEGIN; UPDATE mine SET a = a + $x; COMMIT; FROM mine", {"x": 4})
    assert shown.rows == [(7,), (9,)]


def test_what_is_wrong_with_sql_is_one_short_message(shop, capsys):
    for text in ("selec 1", "SELECT x FROM users", "SELECT $x", "", "SELECT 1 / 'x'::INT"):
        assert sql.run(shop, text) is None
        said = capsys.readouterr().out
        assert said.strip() and said.count("\n") <= 7 and "Traceback" not in said
    sql.run(shop, "BEGIN; SELECT x FROM users")
    assert sql.run(shop, "SELECT 1 AS a").rows == [(1,)]


def test_results_are_small_tables_with_nulls_and_exact_cents(shop):
    shown = sql.run(shop, "SELECT 1 AS a, NULL AS b, 1.10::DECIMAL(9,2) AS c, '<i>' AS d")
    assert repr(shown) == "a | b    |    c | d\n1 | NULL | 1.10 | <i>"
    html = shown._repr_html_()
    assert '<th scope="col">a</th>' in html and "&lt;i&gt;" in html and "NULL" in html
    many = sql.run(shop, "SELECT id FROM users ORDER BY id")
    assert len(many.rows) == 20 and "there are more" in repr(many)
    assert "there are more" in many._repr_html_()
    assert "no rows" in repr(sql.run(shop, "SELECT id FROM users WHERE false"))


def test_the_rows_that_a_query_reads_are_counted(shop, capsys):
    every = sql.run(shop, "SELECT count(*) FROM transactions").rows[0][0]
    assert sql.rows_read(shop, "SELECT sum(quantity) FROM transactions") == {"transactions": every}
    both = sql.rows_read(
        shop,
        "SELECT sum(quantity), (SELECT min(user_id) FROM transactions "
        "WHERE quantity < 0) FROM transactions",
    )
    assert both["transactions"] == 2 * every
    march = "created_at >= '2020-03-01' AND created_at < '2020-04-01'"
    assert (
        sql.rows_read(shop, f"SELECT count(*) FROM transactions WHERE {march}")["transactions"]
        < every
    )
    assert not sql.rows_read(shop, "SELECT nothing FROM transactions")
    assert "Binder Error" in capsys.readouterr().out


def test_sql_cells_run_keep_their_text_and_do_not_stop_the_notebook(shop, capsys):
    from IPython.core.interactiveshell import InteractiveShell

    shell = InteractiveShell.instance()
    try:
        sql.load(shop)
        ran = shell.run_cell("%%sql draft\nSELECT 41 + 1 AS answer;\n")
        assert ran.success and ran.result.rows == [(42,)]
        assert shell.user_ns["draft"] == "SELECT 41 + 1 AS answer;\n"
        assert shell.run_cell("%%sql\nSELECT nothing").success
        assert "Binder Error" in capsys.readouterr().out
        assert shell.run_cell("%%sql two words\nSELECT 1").success
        assert "name of one variable" in capsys.readouterr().out
    finally:
        InteractiveShell.clear_instance()


def test_load_does_nothing_outside_a_notebook(shop):
    sql.load(shop)


# ---- around it


def run_python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)


def test_the_ground_floor_does_not_import_duckdb():
    done = run_python(
        "import sys, autograder, autograder.groups\n"
        "from autograder.lessons import load; load('104_regex_matching')\n"
        "print('duckdb' in sys.modules, 'pandas' in sys.modules)"
    )
    assert done.stdout == "False False\n", done.stderr


def test_a_verdict_leaves_nothing_on_standard_error():
    done = run_python(
        "from autograder import check, sql\n"
        "shop = sql.connect(); sql.run(shop, 'SELECT 1')\n"
        "print(check(monthly_report='SELECT 1 AS month_start').earned)"
    )
    assert (done.stdout, done.stderr) == ("0\n", "")


def test_the_benchmark_runs_and_its_answers_are_equal():
    script = ROOT / "tests" / "benchmarks" / "monthly_report.py"
    command = [sys.executable, str(script), "--orders", "3000", "--repeat", "1"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert "all answers are equal" in done.stdout
    assert all(engine in done.stdout for engine in ("duckdb", "pandas", "sqlite"))
