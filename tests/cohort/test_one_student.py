"""What one student's files, or the gradebook, do to a run: everybody else is entered."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import time

import pytest
from helpers.small_course import (
    EXERCISES,
    FULL,
    LESSON,
    MLE,
    PART,
    copy_of,
    environment,
    hand_in,
    install_for,
    make_course,
    marks,
    only_one,
    scores,
    solved,
)

from autograder.cohort.export import export
from autograder.cohort.grade import grade
from autograder.cohort.nbgrader.entering import Autograde

STUDENTS = {"first": solved(), "second": only_one("Box"), "third": only_one("add")}
WANTED = {"first": marks(*EXERCISES), "second": marks("Box"), "third": marks("add")}


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    """A cohort in which everything was judged and nothing entered."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        install_for(monkeypatch)
        made = make_course(tmp_path_factory.mktemp("released") / "course", STUDENTS)
        blank = copy_of(made, tmp_path_factory.mktemp("judged") / "course")
        grade(made, [])
        shutil.copytree(made.root / ".mle" / "judged", blank.root / ".mle" / "judged")
        yield blank


@pytest.fixture
def course(template, tmp_path, monkeypatch):
    """A copy of it."""
    install_for(monkeypatch)
    return copy_of(template, tmp_path / "course")


def run(course, *words: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [*MLE, "cohort", *words], cwd=course.root, env=os.environ | environment(),
        capture_output=True, text=True, timeout=120,
    )  # fmt: skip


def test_a_folder_called_like_a_notebook(course):
    path = course.submitted("second", PART) / f"{LESSON}.ipynb"
    path.unlink()
    path.mkdir()
    (path / "inside.txt").write_text("x")
    for _ in range(2):
        summary = grade(course, [])
        assert not summary.failed
        assert {who for who, _ in summary.missing} | {who for who, _, _ in summary.ungradable} == {
            "second"
        }
    assert scores(course) == WANTED | {"second": marks()}


def test_names_that_are_not_utf_8(course):
    folder = os.fsencode(course.submitted("second", PART))
    (course.submitted("second", PART) / f"{LESSON}.ipynb").rename(
        os.fsdecode(folder + b"/\xffmy homework.ipynb")
    )
    with open(folder + b"/\xff\xfe.csv", "w") as file:
        file.write("1,2")
    os.makedirs(os.fsencode(course.root) + b"/submitted/\xffada/" + PART.encode())
    ran = run(course, "grade")
    assert "Traceback" not in ran.stderr
    assert ran.returncode == 1
    assert r"\xffada: not entered" in ran.stdout and "rename it" in ran.stdout
    assert r"\xffmy homework.ipynb" in ran.stdout
    assert scores(course) == WANTED
    assert run(course, "feedback").returncode == 0
    assert run(course, "export", "--to", "grades.csv").returncode == 0
    assert len((course.root / "grades.csv").read_text().splitlines()) == 4


def test_a_path_that_is_nearly_as_long_as_can_be(course):
    folder = course.submitted("second", PART)
    room = 4095 - len(str(folder))
    here = os.getcwd()
    os.chdir(folder)  # the whole path is too long for the calls that would make it
    try:
        parts = ["d" * 250] * ((room - 60) // 251)
        for part in parts:
            os.mkdir(part)
            os.chdir(part)
        left = 4095 - len(os.getcwd()) - 1
        for length in (left - 1, left - 12):
            with open("f" * min(length, 255), "w") as file:
                file.write("x")
    finally:
        os.chdir(here)
    student = "s" * 255
    hand_in(course, student, solved())
    summary = grade(course, [])
    assert not summary.failed
    assert scores(course) == WANTED | {student: marks(*EXERCISES)}


def test_more_points_than_were_released(course):
    path = course.root / "release" / PART / f"{LESSON}.ipynb"
    released = json.loads(path.read_bytes())
    check = next(cell for cell in released["cells"] if cell["id"] == "check-add")
    check["metadata"]["nbgrader"]["points"] = 1
    path.chmod(0o644)
    path.write_text(json.dumps(released))
    [(who, why)] = grade(course, []).failed
    assert who == PART
    assert "add was released with 1 points" in why and f"mle cohort release {PART}" in why
    assert not scores(course)
    assert run(course, "release", PART).returncode == 0
    assert not grade(course, []).failed
    assert scores(course) == WANTED


def test_any_exception_is_the_students_own(course, monkeypatch):
    enter = Autograde._enter_scores

    def fails_for_one(self, student, *rest):
        if student == "second":
            raise ZeroDivisionError("a bug")
        enter(self, student, *rest)

    monkeypatch.setattr(Autograde, "_enter_scores", fails_for_one)
    for _ in range(2):
        [(who, why)] = grade(course, []).failed
        assert who == "second"
        assert "ZeroDivisionError: a bug" in why
    assert "a bug" in course.log.read_text()
    assert scores(course) == {name: WANTED[name] for name in ("first", "third")}


def test_what_can_not_be_looked_at_is_the_students_own(course, monkeypatch):
    from autograder.cohort import intake

    listed = intake.notebooks

    def fails_for_one(folder, *rest):
        if "second" in str(folder):
            raise RecursionError("too deep")
        return listed(folder, *rest)

    monkeypatch.setattr(intake, "notebooks", fails_for_one)
    [(who, why)] = grade(course, []).failed
    assert who == "second" and "too deep" in why
    export(course, course.root / "grades.csv")
    rows = (course.root / "grades.csv").read_text()
    assert f"{PART},first,{LESSON},{FULL}," in rows and f"{PART},second,{LESSON},0," in rows


def test_a_stored_result_that_was_damaged_is_judged_again(course):
    stored = next(course.root.glob(".mle/judged/*/*.json"))
    stored.write_text('{"lesson"')
    summary = grade(course, [])
    assert (summary.judged, summary.failed) == (1, [])
    assert scores(course) == WANTED


def test_a_locked_gradebook_is_one_sentence_and_a_list(course):
    hand_in(course, "new", solved())
    lock = sqlite3.connect(course.root / "gradebook.db", isolation_level=None)
    for kind in ("IMMEDIATE", "EXCLUSIVE"):
        lock.execute(f"BEGIN {kind}")
        started = time.monotonic()
        ran = run(course, "grade")
        lock.execute("ROLLBACK")
        assert ran.returncode == 1
        assert "Traceback" not in ran.stdout + ran.stderr
        [line] = [line for line in ran.stdout.splitlines() if "not entered" in line]
        assert "first, second, third, new: " in line or "new, " in line or ", new: " in line
        assert all(name in line for name in [*STUDENTS, "new"])
        assert "locked the gradebook" in line and "run the same command again" in line
        assert time.monotonic() - started < 100  # not five seconds per student
    for command in ("feedback", "export", "release"):
        lock.execute("BEGIN EXCLUSIVE")
        ran = run(course, command)
        lock.execute("ROLLBACK")
        assert ran.returncode == 2, (command, ran.stdout, ran.stderr)
        assert len(ran.stderr.splitlines()) == 1 and "locked the gradebook" in ran.stderr
    lock.close()
    summary = grade(course, [])
    assert (summary.judged, summary.failed, summary.entered) == (0, [], 4)
    assert scores(course) == WANTED | {"new": marks(*EXERCISES)}
