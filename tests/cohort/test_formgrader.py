"""An instructor opens formgrader in the cohort's folder and finds essays with their rubric."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.request

import pytest
from helpers.browser import free_port, needs_browser, open_page

from autograder.cohort import demo
from autograder.cohort.course import Course
from autograder.cohort.grade import grade
from autograder.cohort.release import release_assignments

TOKEN = "a-token-for-this-test"
PATIENCE = 240_000
"""Milliseconds: a busy machine is slow, and a fault shows in what is there at last."""
PART = "5_behavioural"


@pytest.fixture(scope="module")
def course(tmp_path_factory, root):
    """A graded cohort of three made-up students."""
    folder = tmp_path_factory.mktemp("cohort") / "spring"
    made = Course.create(folder)
    release_assignments(made, [PART])
    demo.hand_in(made, [PART], students=3)
    summary = grade(made, [PART])
    assert not summary.failed
    return made


@pytest.fixture(scope="module")
def address(course, tmp_path_factory):
    """The address of a JupyterLab that was started in the cohort's folder."""
    port = free_port()
    home = tmp_path_factory.mktemp("home")
    server = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "jupyterlab",
            "--no-browser",
            "--allow-root",
            f"--ServerApp.port={port}",
        ],
        cwd=course.root,
        env={**os.environ, "JUPYTER_TOKEN": TOKEN, "HOME": str(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        for _ in range(240):
            try:
                urllib.request.urlopen(f"{url}/api/status?token={TOKEN}", timeout=5)
                break
            except OSError:
                time.sleep(0.5)
        yield url
    finally:
        server.terminate()
        server.wait(timeout=60)


@needs_browser
def test_an_essay_arrives_with_its_rubric_open(course, address, root):
    with open_page(viewport={"width": 1280, "height": 1000}) as page:
        page.goto(f"{address}/login?token={TOKEN}")
        for number in (1, 2, 3):  # in an order by chance; one of the three wrote no essay
            page.goto(f"{address}/formgrader/gradebook/{PART}/501_data_project")
            submission = page.get_by_role("link", name=f"Submission #{number}").first
            submission.click(timeout=PATIENCE)
            page.locator("input.score").first.wait_for(timeout=PATIENCE)
            if page.get_by_text(demo.ESSAY).count():
                break
        assert page.get_by_text(demo.ESSAY).count()
        rubric = page.locator("details[open]", has_text="staff").first
        assert rubric.is_visible()
        score = page.locator("input.score").first
        assert score.is_visible()
        folder = root / "build" / "screenshots"
        folder.mkdir(parents=True, exist_ok=True)
        page.get_by_text(demo.ESSAY).first.scroll_into_view_if_needed()
        page.screenshot(path=folder / "formgrader.png")


def test_marks_of_honest_blank_and_partial_answers(course):
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{course.root}/gradebook.db") as gradebook:
        marks = {
            submission.student.id: submission.code_score
            for submission in gradebook.assignment_submissions(PART)
        }
        most = gradebook.find_assignment(PART).max_code_score
    assert marks["ada"] == most
    assert marks["jun"] == 0
    assert 0 < marks["dana"] < most
