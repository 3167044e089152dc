"""Students who leave, and students who get another id."""

from __future__ import annotations

import csv
import io
import shutil
import sys

import pytest
from helpers.small_class import LATER, NUMBERS, SOLVED, WORDS, copied, week1

NBGRADER = [sys.executable, "-m", "nbgrader"]


@pytest.fixture(scope="module")
def graded_template(tmp_path_factory):
    """A graded class in which ada's essay was marked by hand and bela has an extension."""
    made = week1(tmp_path_factory.mktemp("students") / "spring")
    made.hand_in("ada", "week1", WORDS, **SOLVED, essay_words="My own words.")
    made.mle("assign", "week1", "--extend", f"bela={LATER}")
    made.mle("grade")
    with made.gradebook() as gradebook:
        mark = gradebook.find_grade("essay_words", WORDS, "week1", "ada")
        mark.manual_score, mark.needs_manual_grade = 4, False
        gradebook.db.commit()
    made.mle("feedback")
    return made


@pytest.fixture
def graded(graded_template, tmp_path):
    return copied(graded_template, tmp_path / "spring")


def scores(made) -> dict[tuple[str, str], float]:
    said = made.mle("export", "--to", "-")
    return {
        (r["student"], r["lesson"]): float(r["score"]) for r in csv.DictReader(io.StringIO(said))
    }


def test_a_student_keeps_everything_under_another_id(graded):
    before = scores(graded)
    graded.mle("rename", "ada", "ada.lovelace")
    graded.mle("rename", "bela", "béla")
    said = graded.mle("grade")
    assert "0 notebooks judged" in said
    new = {"ada": "ada.lovelace", "bela": "béla"}
    assert scores(graded) == {(new[who], lesson): mark for (who, lesson), mark in before.items()}
    assert scores(graded)["ada.lovelace", WORDS] == 6
    assert "béla: until 2027-02-03" in graded.mle("assign", "week1")
    assert not [path for path in graded.root.rglob("*") if path.name in ("ada", "bela")]
    graded.mle("feedback")
    assert len(list((graded.root / "feedback" / "ada.lovelace").rglob("*.html"))) == 2


def test_a_student_who_leaves_is_kept_aside(graded):
    said = graded.mle("drop", "ada")
    [kept] = graded.root.glob(".mle/dropped/ada/*")
    assert str(kept) in said
    assert (kept / "submitted" / "week1" / f"{NUMBERS}.ipynb").exists()
    assert '"manual_score": 4' in (kept / "cells.json").read_text()
    assert '"score": 6.0' in (kept / "marks.json").read_text()
    graded.mle("grade")
    graded.mle("feedback")
    assert {student for student, _ in scores(graded)} == {"bela"}
    assert "ada" not in graded.mle("report")


@pytest.mark.parametrize(
    "words, said",
    [
        (["rename", "adda", "x"], "Did you mean ada?"),
        (["rename", "ada", "bela"], "There is a student bela already"),
        (["rename", "ada", "../x"], "can't be the id of a student"),
        (["drop", "nobody"], "No student is called nobody"),
    ],
    ids=lambda value: value[-1] if isinstance(value, list) else "",
)
def test_bad_input_is_one_sentence_and_changes_nothing(graded_template, words, said):
    before = graded_template.gradebook_bytes()
    assert said in graded_template.refused(*words)
    assert graded_template.gradebook_bytes() == before
    assert (graded_template.root / "submitted" / "ada").is_dir()


def test_what_was_removed_or_renamed_by_hand_leaves_nothing_that_errs(graded):
    shutil.rmtree(graded.root / "submitted" / "ada")
    ran = graded.run("db", "student", "remove", "ada", "--force", python=NBGRADER)
    assert ran.returncode == 0, ran.stderr
    (graded.root / "submitted" / "bela").rename(graded.root / "submitted" / "béla")
    assert "0 notebooks judged" in graded.mle("grade")
    graded.mle("feedback")
    found = scores(graded)
    assert "ada" not in {student for student, _ in found}
    assert found["béla", NUMBERS] == 4
    graded.mle("report")
