"""The bundled samples: made again byte for byte, odd where the datasheet says so, found."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import unicodedata
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import duckdb
import pytest

from autograder.data import data_path

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "data"
INVENTED_CSV = ["shop/transactions.csv", "shop/products.csv", "shop/users.csv", "films/views.csv"]
PARQUET = ["shop/transactions.parquet", "shop/products.parquet", "shop/users.parquet"]


def run_script(name: str, *args: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(DATA / name), *args]
    return subprocess.run(command, capture_output=True, text=True)


def created_by(path: Path) -> str:
    query = "SELECT created_by FROM parquet_file_metadata(?)"
    return duckdb.connect().execute(query, [str(path)]).fetchone()[0]


@pytest.fixture(scope="module")
def made_again(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("data")
    done = run_script("generate.py", "--out", str(out))
    assert done.returncode == 0, done.stderr
    return out


@pytest.fixture(scope="module")
def shop():
    """Return a function that runs a query on the committed Parquet files."""
    con = duckdb.connect()
    for path in (DATA / "shop").glob("*.parquet"):
        con.execute(f"CREATE TABLE {path.stem} AS FROM read_parquet(?)", [str(path)])
    return lambda query: con.execute(query).fetchall()


@pytest.fixture(scope="module")
def films():
    """Return a function that runs a query on the committed film files."""
    con = duckdb.connect()
    for path in (DATA / "films").glob("*.csv"):
        con.execute(f"CREATE TABLE {path.stem} AS FROM read_csv(?)", [str(path)])
    return lambda query: con.execute(query).fetchall()


# ---- made again


@pytest.mark.parametrize("name", INVENTED_CSV)
def test_csv_is_made_again_byte_for_byte(made_again, name):
    assert (made_again / name).read_bytes() == (DATA / name).read_bytes()


@pytest.mark.parametrize("name", PARQUET)
def test_parquet_is_made_again_byte_for_byte(made_again, name):
    made_by, here = created_by(DATA / name), created_by(made_again / name)
    if made_by != here:
        pytest.skip(f"{name} was written by {made_by}, this is {here}")
    assert (made_again / name).read_bytes() == (DATA / name).read_bytes()


def test_generator_leaves_no_other_files(made_again):
    files = {str(path.relative_to(made_again)) for path in made_again.rglob("*") if path.is_file()}
    assert files == {str(Path(name)) for name in INVENTED_CSV + PARQUET}


@pytest.mark.parametrize("table", ["transactions", "products", "users"])
def test_csv_and_parquet_hold_the_same_rows(table):
    con = duckdb.connect()
    con.execute(f"CREATE TABLE p AS FROM read_parquet('{DATA}/shop/{table}.parquet')")
    types = {name: kind for name, kind, *_ in con.execute("DESCRIBE p").fetchall()}
    con.execute(
        "CREATE TABLE c AS FROM read_csv(?, types = ?)",
        [str(DATA / "shop" / f"{table}.csv"), types],
    )
    both = "(FROM c EXCEPT ALL FROM p) UNION ALL (FROM p EXCEPT ALL FROM c)"
    assert con.execute(both).fetchall() == []


def test_films_are_extracted_again_byte_for_byte(tmp_path):
    try:
        release = version("bokeh_sampledata")
    except PackageNotFoundError:
        pytest.skip("bokeh_sampledata is not installed")
    if release != "2026.1":
        pytest.skip(f"titles.csv is from bokeh_sampledata 2026.1, this is {release}")
    done = run_script("extract_films.py", "--out", str(tmp_path / "titles.csv"))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "titles.csv").read_bytes() == (DATA / "films/titles.csv").read_bytes()


def test_extraction_without_the_package_says_what_to_install(tmp_path):
    script = DATA / "extract_films.py"
    hidden = "import sys, runpy; sys.modules['bokeh_sampledata'] = None; sys.argv = sys.argv[1:]; "
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            hidden + "runpy.run_path(sys.argv[0], run_name='__main__')",
            str(script),
            "--out",
            str(tmp_path / "titles.csv"),
        ],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert "pip install --no-deps bokeh-sampledata" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


# ---- the datasheet


def test_datasheet_counts_the_rows_of_every_file():
    listed = re.findall(
        r"^\| `(\S+\.(?:csv|parquet))` \| ([\d,]+) \|",
        (DATA / "README.md").read_text("utf-8"),
        re.M,
    )
    counts = {
        str(path.relative_to(DATA).as_posix()): duckdb.connect()
        .execute(f"SELECT count(*) FROM '{path}'")
        .fetchone()[0]
        for path in DATA.rglob("*")
        if path.suffix in {".csv", ".parquet"}
    }
    assert {name: int(rows.replace(",", "")) for name, rows in listed} == counts


def test_data_stays_small():
    sizes = {path: path.stat().st_size for path in DATA.rglob("*") if path.is_file()}
    assert sum(sizes.values()) < 12_000_000
    assert sizes[DATA / "shop/transactions.csv"] < 8_000_000
    assert sizes[DATA / "films/views.csv"] < 400_000


# ---- the shop


def test_types(shop):
    def types(table):
        return {name: kind for name, kind, *_ in shop(f"DESCRIBE {table}")}

    assert types("transactions") == {
        "id": "INTEGER",
        "user_id": "INTEGER",
        "created_at": "TIMESTAMP",
        "product_id": "INTEGER",
        "quantity": "INTEGER",
    }
    assert types("products") == {"id": "INTEGER", "name": "VARCHAR", "price": "DECIMAL(10,2)"}
    assert types("users") == {"id": "INTEGER", "name": "VARCHAR", "sex": "VARCHAR"}


@pytest.mark.parametrize("table", ["transactions", "products", "users"])
def test_ids_are_unique_and_never_null(shop, table):
    [(rows, ids)] = shop(f"SELECT count(*), count(DISTINCT id) FROM {table}")
    assert rows == ids


def test_years(shop):
    query = "SELECT year(created_at), count(*) FROM transactions GROUP BY 1 ORDER BY 1"
    assert shop(query) == [(2019, 47_132), (2020, 62_971), (2021, 89_643)]


def test_one_month_of_the_three_years_is_empty(shop):
    months = {
        (year, month)
        for year, month in shop(
            "SELECT DISTINCT year(created_at), month(created_at) FROM transactions"
        )
    }
    every = {(year, month) for year in (2019, 2020, 2021) for month in range(1, 13)}
    assert every - months == {(2020, 8)}


@pytest.mark.parametrize(
    "instant",
    [
        "2019-12-31 23:59:59.999999",
        "2020-01-01 00:00:00",
        "2020-01-31 23:59:59.5",
        "2020-02-29 23:59:59.5",
        "2020-07-31 23:59:59.999999",
        "2020-09-01 00:00:00",
        "2020-12-31 23:59:59.5",
        "2021-01-01 00:00:00",
    ],
)
def test_edges_of_months_are_real_sales(shop, instant):
    rows = shop(
        "SELECT quantity, price > 0, u.id IS NOT NULL FROM transactions t "
        "JOIN products p ON p.id = product_id JOIN users u ON u.id = user_id "
        f"WHERE created_at = TIMESTAMP '{instant}'"
    )
    assert rows == [(1, True, True)]


@pytest.mark.parametrize(
    ("condition", "rows"),
    [
        ("user_id IS NULL", 2_105),
        ("user_id IS NOT NULL AND user_id NOT IN (SELECT id FROM users)", 603),
        ("product_id IS NULL", 421),
        ("product_id IS NOT NULL AND product_id NOT IN (SELECT id FROM products)", 813),
        ("quantity IS NULL", 612),
        ("quantity < 0", 3_723),
        ("quantity = 0", 0),
    ],
)
def test_faulty_rows(shop, condition, rows):
    assert shop(f"SELECT count(*) FROM transactions WHERE {condition}") == [(rows,)]
    if rows:
        in_2020 = f"{condition} AND year(created_at) = 2020"
        assert shop(f"SELECT count(*) > 0 FROM transactions WHERE {in_2020}") == [(True,)]


def test_refunds_give_back_an_earlier_order(shop):
    unmatched = shop(
        "SELECT count(*) FROM transactions r WHERE quantity < 0 "
        "AND r.user_id <= 6000 AND r.product_id <= 240 AND NOT EXISTS ("
        "  FROM transactions o WHERE o.created_at < r.created_at AND o.quantity = -r.quantity"
        "  AND o.created_at > r.created_at - INTERVAL 31 DAY"
        "  AND (o.user_id = r.user_id OR coalesce(o.user_id, 9001) > 9000)"
        "  AND (o.product_id = r.product_id OR coalesce(o.product_id, 901) > 900))"
    )
    # A refund whose order has lost its quantity finds none.
    assert unmatched[0][0] < 20


def test_some_users_never_order_and_some_products_never_sell(shop):
    idle = {
        row[0]
        for row in shop(
            "SELECT id FROM users WHERE id NOT IN "
            "(SELECT user_id FROM transactions WHERE user_id IS NOT NULL)"
        )
    }
    assert len(idle) == 494
    assert idle >= set(range(20, 6_001, 20))
    unsold = shop(
        "SELECT id FROM products WHERE id NOT IN "
        "(SELECT product_id FROM transactions WHERE product_id IS NOT NULL) ORDER BY id"
    )
    assert [row[0] for row in unsold] == list(range(229, 241))


def test_names_are_shared_and_a_product_is_free(shop):
    shared = "SELECT sum(n) FROM (SELECT count(*) n FROM users GROUP BY name HAVING n > 1)"
    assert shop(shared) == [(5_559,)]
    assert shop("SELECT count(*) FROM users WHERE sex IS NULL") == [(261,)]
    assert shop("SELECT id FROM products WHERE price = 0") == [(1,)]


# ---- the films


def test_titles_are_utf8_with_unique_ids(films):
    text = (DATA / "films/titles.csv").read_bytes().decode("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert "Salò, or the 120 Days of Sodom" in text
    assert films("SELECT count(*), count(DISTINCT id), count(title) FROM titles") == [
        (17_472, 17_472, 17_472)
    ]
    assert films("SELECT min(year), max(year) FROM titles") == [(1940, 2014)]


def test_titles_hold_no_scores_or_views(films):
    columns = [row[0] for row in films("DESCRIBE titles")]
    assert columns == ["id", "title", "year", "runtime", "genres", "languages", "countries"]


def test_oddities_of_titles(films):
    def shared(columns):
        return films(
            f"SELECT sum(n) FROM (SELECT count(*) n FROM titles GROUP BY {columns} HAVING n > 1)"
        )

    assert shared("title") == [(1_172,)]
    assert shared("title, year") == [(10,)]
    missing = "SELECT " + ", ".join(
        f"count(*) FILTER ({column} IS NULL)"
        for column in ("runtime", "genres", "languages", "countries")
    )
    assert films(f"{missing} FROM titles") == [(1_299, 443, 201, 3)]
    titles = [row[0] for row in films("SELECT title FROM titles")]
    assert sum(not title.isascii() for title in titles) == 178
    assert sum(title.isdigit() for title in titles) == 22


def test_views_are_sparse_and_of_known_films(films):
    assert films("SELECT min(day), max(day), min(views), max(views) FROM views") == [
        (0, 59, 1, 185)
    ]
    assert films("SELECT sum(views), count(DISTINCT title_id) FROM views") == [(110_000, 800)]
    assert films("SELECT count(*) FROM views WHERE title_id NOT IN (SELECT id FROM titles)") == [
        (0,)
    ]
    pairs = "SELECT count(*), count(DISTINCT (title_id, day)) FROM views"
    [(rows, distinct)] = films(pairs)
    assert rows == distinct < 800 * 60


def test_old_hits_lead_in_total_and_risers_with_a_half_life(films):
    def top(score):
        query = f"SELECT title_id FROM views GROUP BY 1 ORDER BY {score} DESC, 1 LIMIT 12"
        return {row[0] for row in films(query)}

    total, recent = top("sum(views)"), top("sum(views * pow(0.5, (59 - day) / 3.0))")
    assert not total & recent

    def growth(ids):
        among = ", ".join(map(str, ids))
        query = (
            "SELECT sum(views) FILTER (day >= 50) / sum(views) FILTER (day < 10) "
            f"FROM views WHERE title_id IN ({among})"
        )
        return films(query)[0][0]

    assert growth(total) < 0.1
    assert growth(recent) > 10


# ---- finding the folder


@pytest.fixture
def elsewhere(tmp_path, monkeypatch) -> Path:
    """Return a fresh current directory with no data above it."""
    monkeypatch.delenv("MLE_DATA", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make_data(parent: Path) -> Path:
    (parent / "data" / "shop").mkdir(parents=True)
    (parent / "data" / "README.md").touch()
    (parent / "data" / "shop" / "users.csv").touch()
    return parent / "data"


def test_path_beside_the_package(elsewhere):
    assert data_path("shop/users.csv") == DATA / "shop" / "users.csv"


def test_path_above_the_current_directory_comes_first(elsewhere, monkeypatch):
    ours = make_data(elsewhere)
    deep = elsewhere / "notebooks" / "1_coding"
    deep.mkdir(parents=True)
    (deep / "data").mkdir()  # somebody's own folder of that name
    monkeypatch.chdir(deep)
    assert data_path("shop/users.csv") == ours / "shop" / "users.csv"


def test_environment_comes_before_everything(elsewhere, monkeypatch):
    make_data(elsewhere)
    chosen = make_data(elsewhere / "other")
    monkeypatch.setenv("MLE_DATA", os.path.join("other", "data"))
    assert data_path("shop") == chosen / "shop"


def test_wrong_environment_is_an_error_that_names_it(elsewhere, monkeypatch):
    monkeypatch.setenv("MLE_DATA", str(elsewhere))
    with pytest.raises(FileNotFoundError, match=r"MLE_DATA names .*set it to"):
        data_path("shop/users.csv")


def test_unknown_name_is_an_error_that_names_it(elsewhere):
    with pytest.raises(FileNotFoundError, match=r"no shop/nothing\.csv.*README"):
        data_path("shop/nothing.csv")


def test_no_folder_at_all_is_an_error_that_says_what_to_do(elsewhere, monkeypatch):
    monkeypatch.setattr("autograder.data._PACKAGE", elsewhere / "lib" / "a")
    with pytest.raises(FileNotFoundError, match=r"set MLE_DATA"):
        data_path("shop/users.csv")
