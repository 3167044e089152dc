"""Marks for programs, spreadsheets, Canvas and Moodle."""

from __future__ import annotations

import csv
import io
import json

import pytest
from helpers.small_class import LATER, NO_ZERO, NUMBERS, SOLVED, WORDS, copied, week1

STUDENTS = {
    "007": {"first_name": "Zoë", "last_name": "Őry", "lms_user_id": "4711", "email": "z@ex.org"},
    "=cmd()": {},
    "later": {},
    "absent": {},
}


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """ada's essay waits; the others have ids that spreadsheets spoil, one has an extension."""
    made = week1(tmp_path_factory.mktemp("export") / "spring")
    with made.gradebook() as gradebook:
        for student, about in STUDENTS.items():
            gradebook.add_student(student, **about)
    made.hand_in("ada", "week1", WORDS, **SOLVED, essay_words="My own words.")
    for student, answers in (("007", SOLVED), ("=cmd()", NO_ZERO)):
        made.hand_in(student, "week1", NUMBERS, **answers)
    made.mle("assign", "week1", "--due", "2026-01-01", "--extend", f"later={LATER}")
    made.mle("grade")
    return made


@pytest.fixture
def spring(graded, tmp_path):
    return copied(graded, tmp_path / "spring")


def table(made, *words: str) -> tuple[list[list[str]], str]:
    """The rows of an export and what was said about it."""
    ran = made.run("cohort", "export", "--to", "-", *words)
    assert ran.returncode == 0, ran.stderr
    return list(csv.reader(io.StringIO(ran.stdout))), ran.stderr


def test_csv_and_json_say_the_same_as_it_is(spring):
    rows, said = table(spring)
    assert said == "12 rows.\n"
    assert ["week1", "=cmd()", NUMBERS, "4", "6", "no", "graded", "bubblewrap"] in rows
    assert ["week1", "absent", NUMBERS, "0", "6", "no", "not handed in", ""] in rows
    spring.mle("export", "--format", "json")
    listed = json.loads((spring.root / "grades.json").read_text())
    assert [[row["student"], row["score"]] for row in listed] == [
        [row[1], float(row[3])] for row in rows[1:]
    ]


def test_a_spreadsheet_runs_nothing_and_keeps_ids(spring):
    spring.mle("export", "--format", "spreadsheet")
    content = (spring.root / "grades.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    students = {row[1] for row in csv.reader(io.StringIO(content.decode("utf-8-sig")))}
    assert students == {"student", '="007"', "'=cmd()", "ada", "bela", "later", "absent"}


def test_canvas_gets_its_columns_and_no_mark_that_is_not_known(spring):
    rows, said = table(spring, "--format", "canvas")
    assert rows[0] == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "week1"]
    assert rows[1] == ["    Points Possible", "", "", "", "", "13"]
    assert ["Őry, Zoë", "4711", "", "007", "", "6"] in rows
    scores = {row[3]: row[5] for row in rows[2:]}
    assert scores == {
        "007": "6", "'=cmd()": "4", "ada": "", "bela": "4", "later": "", "absent": "0",
    }  # fmt: skip
    assert "week1, left out, because an essay waits to be marked: ada." in said
    assert "an apostrophe was put before it: '=cmd()" in said or "=cmd()" in said


CANVAS = """\
Student,ID,SIS User ID,SIS Login ID,Section,quiz (12),week1 (99),Current Score
    Points Possible,,,,,5,13,(read only)
"Őry, Zoë",4711,00042,zory,One,3,,50
"Bela, B",4712,007,bela,Two,3,,50
"Student, Test",4713,,,One,,,
"""


def test_a_roster_of_canvas_gives_its_ids_and_numbers(spring):
    (spring.root / "roster.csv").write_text("\ufeff" + CANVAS)
    rows, said = table(spring, "--format", "canvas", "--roster", "roster.csv")
    assert rows == [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "week1 (99)"],
        ["    Points Possible", "", "", "", "", "13"],
        ["Őry, Zoë", "4711", "00042", "zory", "One", "6"],
        ["Bela, B", "4712", "007", "bela", "Two", "4"],
    ]
    assert "Not in roster.csv, and left out: =cmd(), absent, ada, later." in said


def test_moodle_gets_percentages_and_a_dash_for_no_grade(spring):
    spring.mle("assign", "week1", "--extra", WORDS)
    rows, said = table(spring, "--format", "moodle", "week1")
    assert rows[0] == [
        "Username", "ID number", "First name", "Last name", "Email address", "week1"
    ]  # fmt: skip
    assert ["007", "4711", "Zoë", "Őry", "z@ex.org", "100"] in rows
    grades = {row[0]: row[5] for row in rows[1:]}
    assert (grades["bela"], grades["ada"], grades["later"]) == ("66.67", "-", "-")
    with spring.gradebook() as gradebook:
        mark = gradebook.find_grade("essay_words", WORDS, "week1", "ada")
        mark.manual_score, mark.needs_manual_grade = 5, False
        gradebook.db.commit()
    rows, said = table(spring, "--format", "moodle")
    assert {row[0]: row[5] for row in rows}["ada"] == "100"
    assert "extra credit was cut for: ada" in said


def test_sums_are_those_of_nbgrader(spring):
    rows, _ = table(spring)
    with spring.gradebook() as gradebook:
        for submission in gradebook.assignment_submissions("week1"):
            mine = [row for row in rows if row[1] == submission.student.id]
            assert sum(float(row[3]) for row in mine) == submission.score
            assert sum(float(row[4]) for row in mine) == submission.max_score
            assert any(row[5] == "yes" for row in mine) == submission.needs_manual_grade


@pytest.mark.parametrize(
    "words, said",
    [
        (["--format", "excel"], "invalid choice"),
        (["--roster", "x.csv"], "Add --format canvas"),
        (["--format", "canvas", "--roster", "absent.csv"], "can't be read"),
        (["--format", "canvas", "--roster", "grades.json"], "isn't a gradebook exported from"),
        (["--to", "submitted"], "submitted can't be written"),
    ],
    ids=lambda value: value[-1] if isinstance(value, list) else "",
)
def test_bad_input_is_one_sentence(graded, words, said):
    (graded.root / "grades.json").write_text("[]")
    assert said in graded.refused("export", *words)
