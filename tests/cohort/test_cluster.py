"""A real scheduler with two worker processes gives the same grades, also when one is killed."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading

import pytest
from helpers.small_course import (
    EXERCISES,
    MLE,
    copy_of,
    environment,
    install_for,
    make_course,
    marks,
    only_one,
    scores,
    solved,
)

from autograder.cohort import workers
from autograder.cohort.course import CourseError
from autograder.cohort.grade import grade

pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
STUDENTS = {f"student-{n}": only_one(EXERCISES[n % 6]) for n in range(12)} | {"all": solved()}
STUDENTS["stops"] = solved(before="import os\nos._exit(0)")
for student, notebook in STUDENTS.items():
    notebook["cells"][0]["source"] = f"# {student}"
WANTED = {f"student-{n}": marks(EXERCISES[n % 6]) for n in range(12)}
WANTED |= {"all": marks(*EXERCISES), "stops": marks(*EXERCISES)}


class ACluster:
    """A scheduler and its workers, as an administrator would start them."""

    def __init__(self, folder) -> None:
        self._folder = folder
        self._started: list[subprocess.Popen] = []
        scheduler = self._start("dask_scheduler", "--port", "0", "--no-dashboard")
        self.address = self._said(scheduler, r"Scheduler at:\s+(tcp://\S+)")
        self.workers = [self.add_worker() for _ in range(2)]

    def _start(self, module: str, *words: str, **variables: str) -> subprocess.Popen:
        process = subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.{module}", *words],
            cwd=self._folder, env={**os.environ, **environment(), **variables}, text=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )  # fmt: skip
        self._started.append(process)
        return process

    @staticmethod
    def _said(process: subprocess.Popen, pattern: str) -> str:
        for line in process.stderr:
            if found := re.search(pattern, line):
                # Nobody else reads what it says.
                threading.Thread(target=process.stderr.read, daemon=True).start()
                return found[1]
        raise RuntimeError("it ended")

    def add_worker(self, **variables: str) -> subprocess.Popen:
        worker = self._start(
            "dask_worker",
            self.address,
            "--nthreads",
            "1",
            "--no-nanny",
            "--no-dashboard",
            **variables,
        )
        self._said(worker, r"(Registered to)")
        return worker

    def stop(self) -> None:
        for process in reversed(self._started):
            process.kill()
            process.wait()


@pytest.fixture
def cluster(tmp_path):
    made = ACluster(tmp_path)
    yield made
    made.stop()


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    with pytest.MonkeyPatch.context() as monkeypatch:
        install_for(monkeypatch)
        yield make_course(tmp_path_factory.mktemp("released") / "course", STUDENTS)


@pytest.fixture
def course(released, tmp_path, monkeypatch):
    install_for(monkeypatch)
    return copy_of(released, tmp_path / "course")


def test_a_killed_worker_costs_a_retry_and_the_grades_are_those_of_processes(
    course, released, cluster, tmp_path
):
    killed = []

    def progress(stage: str, done: int, total: int) -> None:
        if done >= 3 and not killed:
            killed.append(cluster.workers[0].pid)
            cluster.workers[0].send_signal(signal.SIGKILL)

    summary = grade(course, [], cluster=cluster.address, progress=progress)
    assert killed and cluster.workers[0].wait(10) == -signal.SIGKILL
    assert not summary.failed
    assert summary.judged == len(STUDENTS)
    assert scores(course) == WANTED
    here = copy_of(released, tmp_path / "here")
    grade(here, [], workers=2)
    assert scores(here) == scores(course)
    assert statuses(here) == statuses(course)


def test_one_cluster_judges_one_assignment_after_the_other(course, cluster):
    handed_in = course.handed_in("all", "1_coding")["190_small"]
    submission = course.submission("1_coding", handed_in, sandboxed=True)
    judges = workers.Cluster(cluster.address)
    for _ in range(2):
        [(tag, _, result)] = judges.run(iter([("tag", submission)]))
        assert (tag, result.status) == ("tag", "")
    judges.close()


def statuses(course) -> set[str]:
    from autograder.cohort.export import export

    export(course, course.root / "g.csv")
    return set((course.root / "g.csv").read_text().splitlines())


def test_workers_without_a_sandbox_refuse(course, cluster):
    for worker in cluster.workers:
        worker.kill()
        worker.wait()
    cluster.add_worker(MLE_NO_BUBBLEWRAP="1")
    ran = by_command(course, cluster.address)
    assert ran.returncode == 2
    assert "bubblewrap is not installed" in ran.stderr and "Traceback" not in ran.stderr
    assert not list(course.root.glob(".mle/judged/*/*.json"))


def by_command(course, address: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [*MLE, "cohort", "grade", "--course", str(course.root), "--cluster", address],
        env=os.environ | environment(), capture_output=True, text=True, timeout=180,
    )  # fmt: skip


def test_what_is_missing_is_said_in_a_sentence(course, cluster, monkeypatch):
    for worker in cluster.workers:
        worker.kill()
        worker.wait()
    ran = by_command(course, cluster.address)
    assert ran.returncode == 2
    assert "has no workers" in ran.stderr and "Traceback" not in ran.stderr
    with monkeypatch.context() as without:
        without.setitem(sys.modules, "distributed", None)
        with pytest.raises(CourseError, match="pip install"):
            grade(course, [], cluster=cluster.address)


@pytest.mark.parametrize("lost", ["workers", "scheduler"])
def test_a_cluster_that_is_lost_ends_the_run_with_what_to_do_and_what_is_done_is_kept(
    course, cluster, monkeypatch, lost
):
    monkeypatch.setattr(workers, "PATIENCE", 5)

    def progress(stage: str, done: int, total: int) -> None:
        if done == 3:
            cluster.stop() if lost == "scheduler" else [w.kill() for w in cluster.workers]

    with pytest.raises(CourseError, match="the same command"):
        grade(course, [], cluster=cluster.address, progress=progress)
    assert len(list(course.root.glob(".mle/judged/*/*.json"))) >= 3
    assert grade(course, []).unchanged >= 3
    assert scores(course) == WANTED


def test_a_scheduler_that_does_not_answer_is_named(course):
    with pytest.raises(CourseError, match="No scheduler answers at tcp://127.0.0.1:9"):
        grade(course, [], cluster="tcp://127.0.0.1:9")
