"""The gradebook in PostgreSQL: nbgrader's ``db_url`` is all that is set."""

from __future__ import annotations

import itertools
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

import pytest
from helpers.small_course import (
    EXERCISES,
    PART,
    install_for,
    make_course,
    marks,
    only_one,
    scores,
    solved,
)

from autograder.cohort.course import Course
from autograder.cohort.export import export
from autograder.cohort.feedback import give_feedback
from autograder.cohort.grade import grade
from autograder.cohort.release import release_assignments

pytest.importorskip("psycopg2", reason="psycopg2-binary is not installed")
STUDENTS = {"all": solved(), "one": only_one("add"), "none": b"not a notebook"}
WANTED = {"all": marks(*EXERCISES), "one": marks("add"), "none": marks()}


def programs() -> Path | None:
    """The folder of the newest PostgreSQL of this machine."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """The URL of a server that was started for this test."""
    where = programs()
    if where is None:
        pytest.skip("PostgreSQL is not installed (apt install postgresql)")
    folder = tmp_path_factory.mktemp("postgres")
    as_user: list[str] = []
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        user = next((u for u in pwd.getpwall() if u.pw_name in ("postgres", "nobody")), None)
        if user is None or not shutil.which("setpriv"):
            pytest.skip("there is no other user to run PostgreSQL as")
        as_user = ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
        os.chown(folder, user.pw_uid, user.pw_gid)
        for parent in itertools.takewhile(
            lambda each: each != Path(tempfile.gettempdir()), folder.parents
        ):
            parent.chmod(0o755)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    data = folder / "data"
    run = {"check": True, "stdout": subprocess.DEVNULL, "cwd": "/", "timeout": 120}
    subprocess.run(
        [*as_user, where / "initdb", "-D", data, "-U", "grader", "-A", "trust", "-E", "UTF8"], **run
    )
    words = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
    control = [*as_user, where / "pg_ctl", "-D", data, "-w", "-l", folder / "log"]
    subprocess.run([*control, "-o", words, "start"], **run)
    yield f"postgresql+psycopg2://grader@127.0.0.1:{port}/postgres"
    subprocess.run([*control, "-m", "immediate", "stop"], **run)


def test_grades_and_exports_are_those_of_a_file(server, tmp_path, monkeypatch):
    install_for(monkeypatch)
    course = Course.create(tmp_path / "course")
    config = course.root / "nbgrader_config.py"
    config.write_text(config.read_text() + f"c.CourseDirectory.db_url = {server!r}\n")
    make_course(course.root, STUDENTS)
    summary = grade(course, [])
    assert (summary.entered, summary.failed) == (3, [])
    assert scores(course, server) == WANTED
    assert not (course.root / "gradebook.db").exists()
    assert len(give_feedback(course, [])) == 3
    export(course, tmp_path / "postgres.csv")

    again = grade(course, [])
    assert (again.judged, again.entered) == (0, 0)
    assert grade(course, [], force=True).entered == 3
    release_assignments(course, [PART])
    assert scores(course, server) == WANTED

    other = make_course(tmp_path / "other", STUDENTS)
    grade(other, [])
    export(other, tmp_path / "file.csv")
    assert (tmp_path / "postgres.csv").read_text() == (tmp_path / "file.csv").read_text()
