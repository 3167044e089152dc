"""Assignments of an instructor's own: lessons of any part, dates, extensions, extra credit."""

from __future__ import annotations

import csv
import json
import shutil
import sys

import pytest
from helpers.small_class import (
    LATER,
    LESSONS,
    NUMBERS,
    PARTS,
    SOLVED,
    WORDS,
    SmallClass,
    copied,
    new_class,
    week1,
)

NBGRADER = [sys.executable, "-m", "nbgrader"]


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    """A class of three, with an assignment of lessons of two parts that two handed in."""
    return week1(tmp_path_factory.mktemp("assign") / "spring")


@pytest.fixture
def spring(template, tmp_path):
    return copied(template, tmp_path / "spring")


@pytest.fixture(scope="module")
def graded_template(template, tmp_path_factory):
    made = copied(template, tmp_path_factory.mktemp("graded") / "spring")
    made.mle("grade")
    return made


@pytest.fixture
def graded(graded_template, tmp_path):
    return copied(graded_template, tmp_path / "spring")


def rows(made: SmallClass, *words: str) -> dict[tuple[str, str], dict[str, str]]:
    made.mle("export", *words)
    with open(made.root / "grades.csv", newline="") as file:
        return {(row["student"], row["lesson"]): row for row in csv.DictReader(file)}


def scores(made: SmallClass) -> dict[tuple[str, str], float]:
    return {key: float(row["score"]) for key, row in rows(made).items()}


def test_lessons_of_two_parts_are_released_graded_fed_back_and_exported(graded):
    assert {path.name for path in (graded.root / "release").iterdir()} == {"week1"}
    assert "[Words](391_words.ipynb)" in graded.released("week1", NUMBERS).decode()
    assert scores(graded) == {
        ("ada", NUMBERS): 6, ("ada", WORDS): 2, ("bela", NUMBERS): 4, ("bela", WORDS): 0,
    }  # fmt: skip
    graded.mle("feedback", "week1")
    assert len(list(graded.root.glob("feedback/*/week1/*.html"))) == 3
    # Without a name, what was assigned is released again, and no part.
    assert graded.mle("release").count("released ") == 1


def test_what_was_not_handed_in_is_a_line_for_each_lesson(spring):
    said = spring.mle("grade")
    assert f"{WORDS}: not handed in by bela\n" in said


def test_dates_and_an_extension_before_the_hand_in_decide_who_is_late(spring):
    config = spring.root / "nbgrader_config.py"
    config.write_text(config.read_text() + "c.LateSubmissionPlugin.penalty_method = 'zero'\n")
    said = spring.mle("assign", "week1", "--extend", f"bela={LATER}")
    assert "due 2027-02-01 18:00" in said and "bela: until 2027-02-03 18:00" in said
    for student in ("ada", "bela"):
        stamp = spring.root / "submitted" / student / "week1" / "timestamp.txt"
        stamp.write_text("2027-02-02 12:00:00 UTC")
    spring.mle("grade")
    assert scores(spring)["ada", NUMBERS] == 0
    assert scores(spring)["bela", NUMBERS] == 4
    spring.mle("assign", "week1", "--extend", "bela=none")  # taken back
    assert "0 notebooks judged" in spring.mle("grade")
    assert scores(spring)["bela", NUMBERS] == 0
    spring.mle("assign", "week1", "--due", "none")
    spring.mle("grade")
    assert scores(spring)["ada", NUMBERS] == 6
    assert scores(spring)["bela", NUMBERS] == 4


def test_a_part_has_dates_too(tmp_path):
    made = new_class(tmp_path / "spring")
    said = made.mle("assign", "1_coding", "--due", "2027-02-01")
    assert NUMBERS in said and "due 2027-02-01 23:59" in said
    with made.gradebook() as gradebook:
        assert gradebook.find_assignment("1_coding").duedate is not None


def test_extra_credit_counts_beyond_the_points(graded):
    graded.mle("assign", "week1", "--extra", "391")
    found = rows(graded, "week1")
    assert float(found["ada", NUMBERS]["points"]) == 6
    assert (found["ada", WORDS]["score"], found["ada", WORDS]["points"]) == ("2", "0")


REFUSED = {
    "no lesson": (["week2", "999"], 'No lesson is called "999". Name it'),
    "nothing new": (["week2"], "There is no assignment week2 yet. Name its lessons"),
    "a part": (["1_coding", "391"], "is a part of the course"),
    "an empty part": (["2_take_home"], "has no lessons yet"),
    "a path": (["../week", "191"], "can't be the name of an assignment"),
    "no date": (["week1", "--due", "2027-02-30"], '"2027-02-30" isn\'t a date. Write it like'),
    "nobody": (["week1", "--extend", f"bella={LATER}"], "Did you mean bela?"),
    "no student": (["week1", "--extend", LATER], "Write STUDENT=DATE"),
    "too early": (["week1", "--extend", "ada=2027-01-01"], "Give a later date"),
    "all extra": (["week2", "191", "--extra", "191"], "can't be both"),
    "other lessons": (["week1", "191"], "mle cohort assign week1b"),
}


@pytest.fixture(scope="module")
def kept(template, tmp_path_factory):
    return copied(template, tmp_path_factory.mktemp("kept") / "spring")


@pytest.mark.parametrize("words, said", REFUSED.values(), ids=REFUSED)
def test_bad_input_is_one_sentence_and_changes_nothing(kept, words, said):
    assigned = (kept.root / ".mle" / "assignments.json").read_bytes()
    before = kept.gradebook_bytes()
    assert said in kept.refused("assign", *words)
    assert (kept.root / ".mle" / "assignments.json").read_bytes() == assigned
    assert kept.gradebook_bytes() == before


def test_other_lessons_under_marks_are_refused_with_a_way_out(graded):
    path = graded.root / ".mle" / "assignments.json"
    stored = json.loads(path.read_text())
    stored["week1"]["lessons"] = [NUMBERS]  # as when a hand-in came between assign and release
    path.write_text(json.dumps(stored))
    before = scores(graded), graded.released("week1", WORDS)
    assert "mle cohort assign week1b" in graded.refused("release", "week1")
    assert (scores(graded), graded.released("week1", WORDS)) == before


def test_lessons_may_change_while_nobody_has_handed_in(tmp_path):
    made = new_class(tmp_path / "spring")
    for lesson in ("191", "391"):
        assert "Next: mle cohort release week1" in made.mle("assign", "week1", lesson)
        made.mle("release", "week1")
    for folder in ("source", "release"):
        names = [path.name for path in (made.root / folder / "week1").iterdir()]
        assert names == [f"{WORDS}.ipynb"]
    with made.gradebook() as gradebook:
        assert [n.name for n in gradebook.find_assignment("week1").notebooks] == [WORDS]


@pytest.mark.parametrize("command", ["release", "grade", "feedback", "export"])
def test_an_assignment_that_is_not_there_is_named(kept, command):
    said = kept.refused(command, "week7")
    assert "week7" in said and "week1" in said


def changed(made: SmallClass, tmp_path, old: str, new: str) -> SmallClass:
    """The same class after an update of the course in which a check reads ``new``."""
    lessons = tmp_path / "lessons"
    shutil.copytree(LESSONS, lessons)
    checks = lessons / PARTS[NUMBERS] / NUMBERS / "checks.py"
    text = checks.read_text()
    assert text.count(old) == 1
    checks.write_text(text.replace(old, new))
    return SmallClass(made.root, lessons)


ZERO = 'Group("zero", points=2, nudge="Zero is neither.", cases=[case(0, gives=0)]),'


def test_changed_points_are_told_student_by_student_before_they_change(graded, tmp_path):
    updated = changed(graded, tmp_path, ZERO, ZERO.replace("points=2", "points=3"))
    before = scores(graded), graded.gradebook_bytes(), graded.released("week1", NUMBERS)
    said = updated.mle("release", "week1", "--dry-run")
    assert "week1: 2 of 2 students would have other marks" in said
    assert "sign has 4 points instead of 3" in said
    assert f"ada, {NUMBERS}: 6 of 6 now, 7 of 7 then" in said
    assert f"bela, {NUMBERS}: 4 of 6 now, 4 of 7 then" in said
    assert WORDS not in said
    assert (scores(graded), graded.gradebook_bytes()) == before[:2]
    assert graded.released("week1", NUMBERS) == before[2]
    assert not (graded.root / ".mle" / "draft").exists()
    assert "mle cohort release week1" in updated.run("cohort", "grade").stdout
    assert "sign has 4 points instead of 3" in updated.mle("release", "week1")
    assert "0 notebooks judged" in updated.mle("grade")  # the dry run has
    assert scores(updated)["ada", NUMBERS] == 7


def test_a_mended_check_is_told_too(graded, tmp_path):
    lenient = ZERO.replace("gives=0)", "gives=...)")
    updated = changed(graded, tmp_path, ZERO, lenient)
    said = updated.mle("release", "week1", "--dry-run")
    assert "1 of 2 students would have other marks" in said
    assert f"bela, {NUMBERS}: 4 of 6 now, 6 of 6 then" in said
    updated.mle("release", "week1")
    updated.mle("grade")
    assert scores(updated)["bela", NUMBERS] == 6


def test_another_exercise_in_a_lesson_that_was_handed_in_is_refused_with_a_way_out(
    graded, tmp_path
):
    lessons = tmp_path / "lessons"
    shutil.copytree(LESSONS, lessons)
    text = lessons / PARTS[WORDS] / WORDS / "lesson.py"
    text.write_text(text.read_text().replace("essay_words", "essay_other"))
    updated = SmallClass(graded.root, lessons)
    said = updated.refused("release", "week1")
    assert "new: essay_other; gone: essay_words" in said and "assign week1b 391" in said
    assert scores(graded)["ada", WORDS] == 2


def test_a_lesson_that_came_to_a_part_later_is_left_out_of_what_was_handed_in(tmp_path):
    made = new_class(tmp_path / "spring")
    made.mle("release", "1_coding")
    own = made.root / "source" / "1_coding" / "own.ipynb"  # beside the course's lessons
    own.write_bytes((own.parent / f"{NUMBERS}.ipynb").read_bytes())
    made.mle("release", "1_coding")
    made.hand_in("ada", "1_coding", NUMBERS, **SOLVED)
    made.mle("grade")
    lessons = tmp_path / "lessons"
    shutil.copytree(LESSONS, lessons)
    later = lessons / "1_coding" / "192_later" / "lesson.py"
    later.parent.mkdir()
    later.write_text("# %% [markdown]\n# # Later\n#\n# A text.\n")
    updated = SmallClass(made.root, lessons)
    said = updated.mle("release", "1_coding")
    assert "192_later: new in this part, and left out" in said
    assert "mle cohort assign NAME 192" in said
    names = {path.name for path in (made.root / "release" / "1_coding").iterdir()}
    assert names == {f"{NUMBERS}.ipynb", "own.ipynb"}
    assert scores(updated)["ada", NUMBERS] == 6


def test_a_gradebook_of_an_older_nbgrader_is_one_sentence_that_works(graded):
    import sqlite3

    before = scores(graded)
    with sqlite3.connect(graded.root / "gradebook.db") as database:
        database.execute("ALTER TABLE student DROP COLUMN lms_user_id")
        database.execute("UPDATE alembic_version SET version_num = '167914646830'")
    for command in ("export", "report", "feedback", "release"):
        assert "nbgrader db upgrade" in graded.refused(command)
    ran = graded.run("cohort", "grade", "--force")
    assert ran.returncode == 1 and "nbgrader db upgrade" in ran.stdout
    ran = graded.run("db", "upgrade", python=NBGRADER)
    assert ran.returncode == 0, ran.stderr
    graded.mle("grade")
    assert scores(graded) == before
