"""A cohort's folder is its own root, wherever it is, and not everybody's to read."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys

import pytest
from helpers.small_course import (
    EXERCISES,
    FULL,
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

from autograder.cohort.course import Course
from autograder.cohort.export import export
from autograder.cohort.grade import grade

STUDENTS = {"honest": solved(), "one": only_one("Box")}
BEFORE = """\
# The nbgrader course of a cohort. Everything that nbgrader can be told may be added below.
from autograder.cohort.settings import configure

c = get_config()  # noqa: F821
configure(c, root={root!r}, course_id='spring')
"""
"""The configuration as cohorts were made with until now."""


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    """A graded cohort."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        install_for(monkeypatch)
        made = make_course(tmp_path_factory.mktemp("folder") / "spring", STUDENTS)
        grade(made, [])
        yield made


@pytest.fixture
def spring(template, tmp_path, monkeypatch):
    install_for(monkeypatch)
    return copy_of(template, tmp_path / "spring")


def run(folder, *words: str, python: tuple[str, ...] = tuple(MLE)) -> subprocess.CompletedProcess:
    return subprocess.run(
        [*python, *words], cwd=folder, env=os.environ | environment(),
        capture_output=True, text=True, timeout=120,
    )  # fmt: skip


@pytest.mark.parametrize("made", ["now", "before"])
def test_a_copy_and_a_moved_folder_are_courses_of_their_own(spring, made):
    if made == "before":
        (spring.root / "nbgrader_config.py").write_text(BEFORE.format(root=str(spring.root)))
        assert grade(spring, []).judged == 0
    autumn = Course(spring.root.with_name("autumn"))
    shutil.copytree(spring.root, autumn.root)
    hand_in(autumn, "one", only_one("add"))
    hand_in(autumn, "new", solved())
    before = (spring.root / "gradebook.db").read_bytes()
    ran = run(autumn.root, "cohort", "grade")
    assert ran.returncode == 0, ran.stderr
    assert (spring.root / "gradebook.db").read_bytes() == before
    assert not (spring.root / "autograded" / "new").exists()
    wanted = {"honest": marks(*EXERCISES), "one": marks("add"), "new": marks(*EXERCISES)}
    assert scores(autumn) == wanted
    moved = Course(spring.root.with_name("winter"))
    autumn.root.rename(moved.root)
    shutil.rmtree(spring.root)
    hand_in(moved, "one", only_one("total"))
    stock = (sys.executable, "-m", "nbgrader")
    ran = run(moved.root, "autograde", PART, "--student", "one", "--force", python=stock)
    assert ran.returncode == 0, ran.stderr
    assert scores(moved) == wanted | {"one": marks("total")}
    ran = run(moved.root, "cohort", "grade")
    assert ran.returncode == 0, ran.stderr
    assert run(moved.root, "cohort", "feedback").returncode == 0


def test_a_gradebook_that_was_removed_from_a_copy_is_noticed(spring):
    autumn = Course(spring.root.with_name("autumn"))
    shutil.copytree(spring.root, autumn.root)
    (autumn.root / "gradebook.db").unlink()
    assert run(autumn.root, "cohort", "release").returncode == 0
    assert grade(autumn, []).entered == 2
    assert scores(autumn)["one"] == marks("Box")


def late_rows(course) -> dict[str, float]:
    export(course, course.root / "g.csv")
    with open(course.root / "g.csv", newline="") as file:
        return {row["student"]: float(row["score"]) for row in csv.DictReader(file)}


def test_dates_and_extensions_are_applied_without_running_code_again(spring):
    from nbgrader.api import Gradebook

    def gradebook() -> Gradebook:
        return Gradebook(f"sqlite:///{spring.root}/gradebook.db", "spring")

    def graded(entered: int) -> dict[str, float]:
        summary = grade(spring, [])
        assert (summary.judged, summary.entered, summary.failed) == (0, entered, [])
        assert grade(spring, []).entered == 0
        return late_rows(spring)

    config = spring.root / "nbgrader_config.py"
    config.write_text(config.read_text() + "c.LateSubmissionPlugin.penalty_method = 'zero'\n")
    on_time = {"honest": FULL, "one": 3}
    assert graded(2) == on_time
    stamp = spring.submitted("honest", PART) / "timestamp.txt"
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        stamp.write_bytes("2026-01-03 12:00:00 UTC\r\n".encode(encoding))
        with gradebook() as book:
            book.update_or_create_assignment(PART, duedate="2026-01-02 00:00:00 UTC")
        assert graded(2) == on_time | {"honest": 0}
        stamp.write_text("2026-01-01 12:00:00 UTC")
        assert graded(1) == on_time
        stamp.write_bytes("2026-01-03 12:00:00 UTC\r\n".encode(encoding))
        assert graded(1) == on_time | {"honest": 0}
        with gradebook() as book:
            book.update_or_create_assignment(PART, duedate="2026-01-04 00:00:00 UTC")
        assert graded(2) == on_time
    with gradebook() as book:
        book.update_or_create_assignment(PART, duedate="2026-01-02 00:00:00 UTC")
    assert graded(2) == on_time | {"honest": 0}
    with gradebook() as book:
        book.grant_extension(PART, "honest", days=2)
    assert graded(1) == on_time
    stamp.write_text("yesterday evening")
    assert any("timestamp.txt" in note for _, _, note in grade(spring, []).noted)


def test_an_export_replaces_files_only(spring, tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    link = tmp_path / "link"
    link.symlink_to(pipe)
    for target in (pipe, link, tmp_path, "/dev/null", "/dev/stdout"):
        before = os.lstat(target)
        ran = run(spring.root, "cohort", "export", "--to", str(target))
        after = os.lstat(target)
        assert (before.st_ino, before.st_mode) == (after.st_ino, after.st_mode)
        assert ran.returncode == 2, ran
        assert len(ran.stderr.splitlines()) == 1 and "regular file" in ran.stderr, ran.stderr
    ran = run(spring.root, "cohort", "export", "--to", "-")
    assert ran.returncode == 0
    assert ran.stdout.splitlines()[0].startswith("assignment,student,lesson")
    assert len(ran.stdout.splitlines()) == 3 and "2 rows" in ran.stderr
    missing = tmp_path / "file"
    missing.write_text("")
    ran = run(spring.root, "cohort", "export", "--to", str(missing / "grades.csv"))
    assert ran.returncode == 2 and len(ran.stderr.splitlines()) == 1


def test_others_can_read_nothing_of_it(tmp_path, monkeypatch):
    install_for(monkeypatch)
    before = os.umask(0o022)
    try:
        old = tmp_path / "old"
        old.mkdir(mode=0o755)
        for course in (
            make_course(tmp_path / "made", STUDENTS), make_course(old, STUDENTS)
        ):  # fmt: skip
            for path in (course.root, course.root / "source", course.root / "gradebook.db"):
                assert path.stat().st_mode & 0o007 == 0, path
            course.root.chmod(0o755)
            (course.root / "source").chmod(0o755)
            (course.root / "gradebook.db").chmod(0o644)
            grade(course, [])
            for path in (course.root, course.root / "source", course.root / "gradebook.db"):
                assert path.stat().st_mode & 0o007 == 0, path
    finally:
        os.umask(before)
