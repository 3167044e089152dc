"""A student's SQL runs in a sandbox of its own, with the verdicts that it gets anywhere else."""

from __future__ import annotations

import json
import resource

import pytest
from helpers.small_course import as_bytes

from autograder import lessons
from autograder.authoring import release
from autograder.authoring import trials as bank
from autograder.authoring.lesson import read_lesson
from autograder.check import grade
from autograder.groups import database
from autograder.judge import sql
from autograder.judge.grading import judge
from autograder.judge.remote import RemoteAnswer
from autograder.judge.sandbox.allowance import Allowance
from autograder.judge.sandbox.submission_limits import Limits
from autograder.judge.session import Session
from autograder.judge.submission import Submission
from autograder.lessons import load
from autograder.trying.local import LocalAnswer

LESSON, SEED = "110_monthly_report", 11
NAME = "monthly_report"
SCHEMA = {"sales": "id INTEGER, day DATE, price DECIMAL(10, 2), note VARCHAR"}
ROWS = (
    "SELECT 1::HUGEINT << 100 AS i, 1.50::DECIMAL(10, 2) AS d, 0.1::DOUBLE AS f, 'é' AS t, NULL "
    "AS n, DATE '2020-02-29' AS day, TIMESTAMP '2020-01-01 10:00' AS at, [1, 2] AS l, "
    "{'a': 1} AS s, true AS b, 'x'::BLOB AS x"
)


def engine(folder: str = "", **limits):
    """A session with no cells, and the engine in it."""
    session = Session([], Limits(**{"memory": 500, **limits}), True, Allowance(120))
    return session, sql.RemoteEngine("f", session, SCHEMA, folder)


def query(made, text: str, tables=None, limit: float = 2.0):
    [statement] = made.split(text)
    return made.run(tables or {}, [(statement, {})], limit=limit)


def test_rows_come_back_as_they_do_from_an_engine_of_this_process():
    session, remote = engine()
    local = database.LocalEngine(SCHEMA)
    with session:
        for text in (ROWS, "SELECT 1 WHERE false", "FROM range(2000)", "SELECT 'nan'::DOUBLE AS x"):
            here, there = query(local, text), query(remote, text)
            assert (there.columns, there.types) == (here.columns, here.types)
            assert repr(list(there.rows)) == repr(list(here.rows))
        sales = {"sales": [(1, None, None, "it's"), (2, None, None, None)]}
        assert query(remote, "SELECT note FROM sales", sales).rows == [("it's",), (None,)]
        assert query(remote, "SELECT count(*) FROM sales").rows == [(0,)]
        for text in ("SELEC 1", "SELECT none FROM sales", "SELECT error('so')"):
            with pytest.raises(database.SqlError) as here:
                query(local, text)
            with pytest.raises(database.SqlError) as there:
                query(remote, text)
            assert (there.type, str(there.value)) == (here.type, str(here.value))


def test_statements_keep_their_kinds_and_parameters():
    text = "INSERT INTO sales (id) VALUES ($n); DELETE FROM sales WHERE id = $m"
    session, remote = engine()
    with session:
        found = remote.split(text)
        assert found == database.LocalEngine(SCHEMA).split(text)
        steps = [(found[0], {"n": 7}), *((each, {}) for each in remote.split("FROM sales"))]
        assert remote.run({}, steps, limit=2).rows == [(7, None, None, None)]
        assert remote.run({}, steps[1:], limit=2).rows == []


HOSTILE = {
    "a long call": ("SELECT levenshtein(repeat('a', 400000), repeat('b', 400000))", "Stopped"),
    "an endless query": ("SELECT count(*) FROM range(1000000000000) a, range(9) b", "Stopped"),
    "a huge text": ("SELECT length(repeat('x', 2000000000))", "emory"),
    "a growing list": ("SELECT list(a.range) FROM range(1000000000) a", ""),
    "a file": ("FROM read_csv('/etc/passwd')", "disabled"),
    "a folder": ("FROM glob('/*')", "disabled"),
    "a download": ("FROM read_parquet('https://example.org/x')", ""),
    "an extension": ("SELECT 1 FROM duckdb_extensions()", "disabled"),
    "a huge result": ("SELECT repeat('x', 1000000) FROM range(900)", ""),
}


@pytest.mark.parametrize("text, said", HOSTILE.values(), ids=HOSTILE)
def test_sql_that_hurts_ends_in_an_error_and_the_next_query_works(text, said):
    session, remote = engine()
    with session:
        with pytest.raises(database.SqlError) as raised:
            query(remote, text, limit=1)
        assert said in str(raised.value)
        assert query(remote, "SELECT 42").rows == [(42,)]
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert used < 1_500_000  # KiB: it was not this process that tried


def test_the_engine_has_no_rights_of_its_own_to_lose():
    """Where the locks of the database are open, there is still nothing to be read or written."""
    session, remote = engine()
    with session:
        for text in (
            "SET enable_external_access = true",
            "INSTALL httpfs",
            "ATTACH '/tmp/x.db'",
            "COPY (SELECT 1) TO '/tmp/x.csv'",
        ):
            with pytest.raises(database.SqlError):
                query(remote, text)


@pytest.fixture(scope="module")
def course():
    """The lesson as it is handed out."""
    read = read_lesson(lessons.find_path(LESSON))
    return release.as_bytes(release.notebook(read, "learner"))


def handed_in(course: bytes, text: str) -> bytes:
    notebook = json.loads(course)
    for cell in notebook["cells"]:
        if cell["id"] == NAME:
            cell["source"] = f"{NAME} = {text!r}"
    return as_bytes(notebook)


def judged(course: bytes, text: str, **limits):
    wanted = Limits(**{"memory": 600, **limits})
    content = handed_in(course, text)
    return judge(Submission(content, course, LESSON, SEED, wanted, explain=False))


def answers():
    """Texts of right and wrong answers from the lesson's bank."""
    solutions = lessons.bank(NAME)
    sources = [each.source for each in (*solutions.right[:2], *solutions.wrong[:4])]
    found = []
    for source in sources:
        namespace: dict = bank.namespace_of(read_lesson(lessons.find_path(LESSON)))
        exec(source, namespace)
        found.append(namespace[NAME])
    return found


@pytest.mark.parametrize("number", range(6))
def test_verdicts_are_those_of_an_engine_of_this_process(course, number):
    text = answers()[number]
    here = grade(load(LESSON)[NAME], LocalAnswer(NAME, text), SEED)
    result = judged(course, text)
    assert result.status == ""
    there = result.reports[NAME]
    assert [(v.name, v.earned) for v in there.verdicts] == [
        (v.name, v.earned) for v in here.verdicts
    ]


def test_this_process_never_sees_the_sql(course, monkeypatch):
    seen = []

    class Spy(database.LocalEngine):
        def split(self, text):
            seen.append(text)
            return super().split(text)

        def run(self, *args, **options):
            seen.append(args)
            return super().run(*args, **options)

    monkeypatch.setattr(database, "LocalEngine", Spy)
    database._local_engine.cache_clear()
    report = judged(course, answers()[0]).reports[NAME]
    assert report.earned == report.points
    database._local_engine.cache_clear()
    assert not seen


def test_sql_that_can_not_be_interrupted_is_named_and_costs_its_exercise_alone(course):
    names = list(load(LESSON))
    result = judged(course, HOSTILE["a long call"][0], cell_seconds=5, submission_seconds=60)
    assert f"exercise {NAME}: timed out" in result.status
    assert result.reports[NAME].earned == 0
    assert any("timed out" in sentence for sentence in result.sentences)
    assert list(result.reports) == names


def test_an_engine_that_forges_replies_gets_an_error_at_worst():
    replies = [
        None,
        [],
        ["done", 3],
        ["done", [[1], [2], 3]],
        ["done", [["a"], ["b"], [[1]]]],
        ["done", "ab"],
        [["done"], 1],
        "too large",
        {"x": 1},
    ]

    class Fake:
        def ask(self, name, limit, **request):
            return self.reply

    fake = Fake()
    made = sql.RemoteEngine("f", fake, SCHEMA, "")
    for fake.reply in replies:
        for ask in (lambda: made.split("SELECT 1"), lambda: made.run({}, [], limit=1)):
            with pytest.raises(database.SqlError):
                ask()


def test_answers_of_this_process_use_its_own_engine():
    assert not isinstance(LocalAnswer("f", "x"), database.HasEngine)
    assert isinstance(RemoteAnswer("f", None), database.HasEngine)
    assert database.local_engine(dict(SCHEMA)) is database.local_engine(SCHEMA)
