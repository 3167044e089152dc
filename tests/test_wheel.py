"""The course works where nothing but its wheel is installed: no checkout, an empty folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from helpers.browser import free_port

from autograder import lessons
from autograder.authoring import release
from autograder.authoring.lesson import read_lesson

RUN = "from autograder.cli import main; raise SystemExit(main())"


@pytest.fixture(scope="module")
def wheel(root, tmp_path_factory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    line = [sys.executable, "-m", "pip", "wheel", str(root), "--no-deps", "--no-build-isolation"]
    subprocess.run([*line, "--quiet", "--wheel-dir", str(folder)], check=True)
    [made] = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> dict[str, str]:
    """The environment of a Python that has the wheel, and of this one only what it depends on."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    environment = {name: value for name, value in os.environ.items() if name != "MLE_DATA"}
    return environment | {"PYTHONPATH": str(folder), "PYTHONSAFEPATH": "1"}


def run(installed, place: Path, *words: str) -> subprocess.CompletedProcess:
    line = [sys.executable, "-c", RUN, *words]
    return subprocess.run(
        line, cwd=place, env=installed, capture_output=True, text=True, timeout=240
    )


def test_it_is_the_wheel_that_runs(installed, tmp_path):
    code = "import autograder; print(autograder.__file__)"
    said = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=installed, capture_output=True, text=True
    )
    assert said.stdout.startswith(installed["PYTHONPATH"])


def test_everything_of_the_package_is_in_the_wheel(root, wheel):
    listed = subprocess.run(
        ["git", "ls-files", "-z", "autograder", "data", "notebooks"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    names = [name for name in listed.split("\0") if name and (root / name).is_file()]
    top = ("data/", "notebooks/")
    wanted = {f"autograder/bundled/{n}" if n.startswith(top) else n for n in names}
    with zipfile.ZipFile(wheel) as archive:
        assert wanted - set(archive.namelist()) == set()


def test_a_learner_starts_in_an_empty_folder(installed, tmp_path):
    line = [sys.executable, "-c", RUN, "study", "--no-browser", "--port", str(free_port())]
    with open(tmp_path / "said", "w") as said:
        server = subprocess.Popen(line, cwd=tmp_path, env=installed, stdout=said, stderr=said)
    notebook = tmp_path / "my-course" / "1_coding" / "104_regex_matching.ipynb"
    table = tmp_path / "my-course" / "data" / "shop" / "users.csv"
    try:
        deadline = time.monotonic() + 120
        while server.poll() is None and time.monotonic() < deadline:
            if notebook.exists() and table.exists():
                break
            time.sleep(0.1)
        assert notebook.exists() and table.exists(), (tmp_path / "said").read_text()
    finally:
        server.terminate()
        server.wait(60)


def test_a_notebook_is_checked_in_an_empty_folder(installed, tmp_path):
    lesson = read_lesson(lessons.find_path("110"))
    notebook = tmp_path / f"{lesson.name}.ipynb"
    notebook.write_bytes(release.as_bytes(release.notebook(lesson, "solved")))
    done = run(installed, tmp_path, "check", notebook.name, "--json")
    assert done.returncode == 0, done.stderr
    marks = json.loads(done.stdout)
    assert marks["earned"] == marks["points"] > 0


def test_a_cohort_is_released_in_an_empty_folder(installed, tmp_path):
    done = run(installed, tmp_path, "cohort", "init", "spring")
    assert done.returncode == 0, done.stderr
    done = run(installed, tmp_path / "spring", "cohort", "release", "0_start")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "spring" / "release" / "0_start" / "001_start_here.ipynb").exists()
