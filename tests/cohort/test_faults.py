"""A cohort in which everybody but one hands in something that hurts, or tries to gain marks.

All are graded in one run, given feedback and exported; then each student's marks are looked at.
"""

from __future__ import annotations

import contextlib
import csv
import ctypes
import html
import json
import os
import re
import socket
import time
from pathlib import Path

import pytest
from helpers.faults import FAULTS, FILE, Fault
from helpers.small_course import COURSE, EXERCISES, FULL, LESSON, PART, POINTS, install_for

import autograder
from autograder.cohort.course import Course
from autograder.cohort.export import export
from autograder.cohort.feedback import give_feedback
from autograder.cohort.grade import grade
from autograder.cohort.release import release_assignments
from autograder.judge.sandbox.watch import children

PR_SET_CHILD_SUBREAPER = 36  # <linux/prctl.h>
LIMITS = {"cell_seconds": 2, "submission_seconds": 25, "memory": 450, "notebook": 2}


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """The cohort after grading, feedback and export."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        install_for(monkeypatch)
        # What outlives its parent becomes a child of this process, and so is seen below.
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)
        yield Graded(tmp_path_factory.mktemp("faults") / "course")
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 0)


class Graded:
    """The course, the rows of its export by student, and what was there before and after."""

    def __init__(self, folder: Path) -> None:
        self.course = Course.create(folder)
        (folder / ".mle" / "limits.json").write_text(json.dumps(LIMITS))
        release_assignments(self.course, [PART])
        self.listener = socket.create_server(("127.0.0.1", 0))
        port = self.listener.getsockname()[1]
        self.abstract = socket.socket(socket.AF_UNIX)
        self.abstract.bind(f"\0mle-test-{port}")
        self.abstract.listen()
        places = {
            "root": folder,
            "checks": COURSE / "lessons",
            "port": port,
            "head": os.getpid(),
            "package": Path(autograder.__file__).parent,
        }
        for fault in FAULTS:
            where = folder / "submitted" / fault.name / PART
            where.mkdir(parents=True)
            if fault.name in LOOKERS:
                (where / "places.json").write_text(json.dumps(places, default=str))
            fault.write(where)
        self.before = survivors()
        self.summary = grade(self.course, [], workers=2)
        self.after = survivors()
        give_feedback(self.course, [])
        export(self.course, folder / "grades.csv")
        with open(folder / "grades.csv", newline="") as file:
            self.rows = {row["student"]: row for row in csv.DictReader(file)}

    def scores(self, student: str) -> dict[str, float]:
        """The points of each exercise, as nbgrader's gradebook has them."""
        from nbgrader.api import Gradebook

        with Gradebook(f"sqlite:///{self.course.root}/gradebook.db") as gradebook:
            entry = gradebook.find_submission_notebook(LESSON, PART, student)
            return {
                grade.name.removeprefix("check-"): grade.auto_score
                for grade in entry.grades
                if grade.name.startswith("check-")
            }

    def feedback(self, student: str) -> str:
        """The text of a student's feedback page."""
        page = self.course.root / "feedback" / student / PART / f"{LESSON}.html"
        text = re.sub(r"<style.*?</style>|<script.*?</script>", "", page.read_text(), flags=re.S)
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


SENTENCES = (
    "was stopped", "timed out.", "ended the process", "was not run, because",
    "Nothing in this notebook could be graded",
)  # fmt: skip
LOOKERS = ("reads-files", "writes-files", "lists-solutions", "opens-sockets")


def survivors() -> set[str]:
    """What a run could leave behind: processes of the sandbox, temporary files, mounts."""
    found = {str(path) for path in Path("/tmp").glob("mle-player-*")}
    found |= {line for line in Path("/proc/self/mountinfo").read_text().splitlines()}
    for pid in descendants(os.getpid()):
        with contextlib.suppress(OSError):
            command = Path(f"/proc/{pid}/cmdline").read_bytes()
            if b"judge/start.py" in command:
                found.add(f"{pid} {command.decode(errors='replace')}")
    return found


def descendants(pid: int) -> list[int]:
    """The processes below one; those whose parent has gone too, if it adopts them."""
    found = [pid]
    for each in found:
        found += children(each)
    return found[1:]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_it_ends_in_a_grade_and_costs_nothing_else(graded, fault: Fault):
    row = graded.rows[fault.name]
    assert fault.status in row["status"], row
    wanted = {name: fault.loses.get(name, POINTS[name]) for name in EXERCISES}
    assert graded.scores(fault.name) == wanted
    assert float(row["score"]) == sum(wanted.values())
    assert float(row["points"]) == FULL + 5
    if fault.feedback:
        assert fault.feedback in graded.feedback(fault.name)
    if row["status"] not in ("graded", "not handed in"):
        said = graded.feedback(fault.name)
        assert any(sentence in said for sentence in SENTENCES), row


@pytest.mark.parametrize("name", LOOKERS)
def test_nothing_is_in_reach(graded, name):
    said = graded.feedback(name)
    assert "refused" in said
    assert "GOT" not in said, said


def test_the_summary_names_what_was_not_whole(graded):
    assert not graded.summary.failed
    stopped = {who for who, _, _ in graded.summary.stopped + graded.summary.ungradable}
    expected = {
        fault.name for fault in FAULTS if fault.status not in ("graded", "not handed in", "")
    }
    assert expected <= stopped
    assert graded.summary.missing == [("no-notebook", LESSON)]


def test_nothing_survives_the_run(graded):
    deadline = time.monotonic() + 10
    while (left := survivors() - graded.before) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert not left


def test_links_and_pipes_are_not_followed_and_other_files_are_kept(graded):
    folder = graded.course.root / "autograded" / "links-beside-the-notebook" / PART
    assert sorted(str(path.relative_to(folder)) for path in folder.rglob("*")) == [
        FILE,
        "figure.txt",
        "more",
        "more/data.csv",
    ]
    assert not any(path.is_symlink() for path in graded.course.root.glob("autograded/**/*"))


def test_outputs_are_capped(graded):
    for page in graded.course.root.glob("feedback/*/*/*.html"):
        assert page.stat().st_size < 1_000_000, page


def test_a_second_run_changes_nothing(graded):
    before = {path: path.stat().st_mtime_ns for path in graded.course.root.glob("autograded/*/*")}
    again = grade(graded.course, [], workers=2)
    assert (again.judged, again.entered) == (0, 0)
    after = {path: path.stat().st_mtime_ns for path in graded.course.root.glob("autograded/*/*")}
    assert before == after
