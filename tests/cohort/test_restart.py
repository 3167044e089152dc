"""Grading that is killed, interrupted, or loses a worker goes on and ends with the same marks."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest
from helpers.small_course import (
    EXERCISES,
    LESSON,
    MLE,
    copy_of,
    environment,
    hand_in,
    install_for,
    judge_or_die,
    make_course,
    marks,
    only_one,
    scores,
    solved,
)

from autograder.cohort import workers
from autograder.cohort.export import export
from autograder.cohort.grade import grade
from autograder.cohort.workers import Lost, Processes
from autograder.judge.submission import Submission

STUDENTS = {f"student-{n}": only_one(EXERCISES[n % 6]) for n in range(14)} | {"all": solved()}
for student, notebook in STUDENTS.items():  # no two hand-ins are the same
    notebook["cells"][0]["source"] = f"# {student}"
WANTED = {f"student-{n}": marks(EXERCISES[n % 6]) for n in range(14)} | {"all": marks(*EXERCISES)}


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    with pytest.MonkeyPatch.context() as monkeypatch:
        install_for(monkeypatch)
        yield make_course(tmp_path_factory.mktemp("released") / "course", STUDENTS)


def start_grading(course, *words: str) -> subprocess.Popen:
    return subprocess.Popen(
        [*MLE, "cohort", "grade", "--course", str(course.root), *words],
        cwd="/", env=os.environ | environment(), start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def processes_of(course_or_pid) -> list[str]:
    """The command lines of processes that were started by a run of grading."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            session = (path / "stat").read_text().rsplit(")", 1)[1].split()[3]
            if int(session) == course_or_pid:
                found.append((path / "cmdline").read_text())
        except (OSError, IndexError):
            continue
    return [each for each in found if each]


def wait_until(condition, seconds: float = 20) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.05)
    return False


def test_a_run_that_is_killed_at_any_moment_is_finished_by_the_next(released, tmp_path):
    course = copy_of(released, tmp_path / "course")
    moments = random.Random(5)
    for _ in range(6):
        head = start_grading(course)
        time.sleep(moments.uniform(0.5, 5))
        head.send_signal(signal.SIGKILL)
        head.communicate()
        assert wait_until(lambda pid=head.pid: not processes_of(pid)), processes_of(head.pid)
    head = start_grading(course)
    said, errors = head.communicate(timeout=120)
    assert head.returncode == 0, errors
    assert scores(course) == WANTED
    export(course, course.root / "g.csv")
    rows = (course.root / "g.csv").read_text().splitlines()
    assert len(rows) == 1 + len(STUDENTS)
    assert all(",graded,bubblewrap" in row for row in rows[1:])
    left = [path for path in course.root.rglob(".*") if path.name not in (".mle",)]
    assert not [path for path in left if path.name.endswith((".new", ".old"))]
    head = start_grading(course)
    said, _ = head.communicate(timeout=60)
    assert f"0 notebooks judged, {len(STUDENTS)} unchanged" in said


@pytest.mark.parametrize("after", ["judging", "entering"])
def test_a_run_that_dies_between_two_steps_is_finished_by_the_next(
    released, tmp_path, monkeypatch, after
):
    """The head fails right after each single step in turn."""
    from autograder.cohort.course import Course
    from autograder.cohort.nbgrader.entering import Autograde

    install_for(monkeypatch)
    course = copy_of(released, tmp_path / "course")
    where, name = {
        "judging": (Course, "store"),
        "entering": (Autograde, "_enter_scores"),
    }[after]
    whole = getattr(where, name)

    def dies(self, *args):
        whole(self, *args)
        raise SystemExit("killed")

    for _ in range(3):
        with monkeypatch.context() as broken:
            broken.setattr(where, name, dies)
            with pytest.raises(SystemExit):
                grade(course, [])
    grade(course, [])
    assert scores(course) == WANTED


def test_ctrl_c_ends_at_once_without_a_trace_and_loses_nothing(released, tmp_path):
    course = copy_of(released, tmp_path / "course")
    for n in range(14):  # slow ones, so that there is something left to interrupt
        pause = f"import time; time.sleep(1)  # {n}"
        hand_in(course, f"student-{n}", only_one(EXERCISES[n % 6], before=pause))
    head = start_grading(course)
    assert wait_until(lambda: list(course.root.glob(".mle/judged/*/*.json")), 60)
    os.killpg(head.pid, signal.SIGINT)  # as a terminal does
    said, errors = head.communicate(timeout=20)
    assert head.returncode == 130
    assert errors.strip().splitlines()[-1] == "mle: stopped."
    assert "Traceback" not in errors
    assert wait_until(lambda: not processes_of(head.pid))
    kept = len(list(course.root.glob(".mle/judged/*/*.json")))
    summary = grade_again(course)
    assert kept < len(STUDENTS)
    assert f"{kept} unchanged" in summary
    assert scores(course) == WANTED


def grade_again(course) -> str:
    head = start_grading(course)
    said, errors = head.communicate(timeout=120)
    assert head.returncode == 0, errors
    return said


def submissions(*contents: bytes):
    return [(n, Submission(each, b"{}", LESSON)) for n, each in enumerate(contents)]


def test_a_killed_worker_costs_no_other_submission(monkeypatch):
    install_for(monkeypatch)
    monkeypatch.setattr(workers, "judge", judge_or_die)
    work = submissions(*(b"x" * n for n in range(20)), b"kill", *(b"y" * n for n in range(20)))
    found = {tag: result for tag, _, result in Processes(2).run(work)}
    lost = {tag for tag, result in found.items() if isinstance(result, Lost)}
    assert sorted(found) == list(range(41))
    assert lost == {20}
    assert "killed" in found[20].why
    assert {found[n].status for n in (3, 24)} == {"3"}


def test_a_bug_in_a_check_costs_no_other_submission(monkeypatch):
    install_for(monkeypatch)
    monkeypatch.setattr(workers, "judge", judge_or_die)
    found = {tag: result for tag, _, result in Processes(2).run(submissions(b"raise", b"x"))}
    assert isinstance(found[0], Lost) and "ZeroDivisionError: a bug" in found[0].why
    assert found[1].status == "1"


def test_few_submissions_are_on_their_way_at_a_time(monkeypatch):
    install_for(monkeypatch)
    monkeypatch.setattr(workers, "judge", judge_or_die)
    taken = 0

    def work():
        nonlocal taken
        for item in submissions(*(b"x" for _ in range(60))):
            taken += 1
            yield item

    for done, _ in enumerate(Processes(2).run(work())):
        assert taken <= done + 6
    assert taken == 60
