"""The course works where nothing but its wheel is installed: no checkout, an empty folder."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import time
import zipfile
from pathlib import Path

import pytest
from helpers.browser import free_port
from helpers.installed import Installed, built

from autograder import lessons
from autograder.authoring import release
from autograder.authoring.lesson import read_lesson


@pytest.fixture(scope="module")
def wheel(root, tmp_path_factory) -> Path:
    """The wheel of this checkout."""
    return built(root, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Installed:
    return Installed.of(wheel, tmp_path_factory.mktemp("installed") / "venv")


def test_it_is_the_wheel_that_runs(installed, tmp_path):
    code = (
        "import autograder, autograder.data as d; print(autograder.__file__, d.data_path('shop'))"
    )
    said = installed.run(installed.python, "-c", code, cwd=tmp_path).stdout.split()
    assert [Path(each).is_relative_to(installed.folder) for each in said] == [True, True]


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
        there = set(archive.namelist())
    assert wanted - there == set()
    assert {name for name in there if name.startswith(("tests/", "data/", "notebooks/"))} == set()


def test_a_learner_starts_in_an_empty_folder(installed, tmp_path):
    mle = installed.python.with_name("mle")
    line = [mle, "study", "--no-browser", "--port", str(free_port())]
    environment = installed.environment
    with open(tmp_path / "said", "w") as said:
        server = subprocess.Popen(line, cwd=tmp_path, env=environment, stdout=said, stderr=said)
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
    notebook = solved("110", tmp_path / "report.ipynb")
    done = installed.mle("check", notebook.name, "--json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    marks = json.loads(done.stdout)
    assert marks["earned"] == marks["points"] > 0


def test_a_cohort_is_graded_in_an_empty_folder(installed, tmp_path):
    if installed.mle("doctor", cwd=tmp_path).returncode:
        pytest.skip("no sandbox works here")
    spring = tmp_path / "spring"
    for words, place in [
        (("cohort", "init", "spring"), tmp_path),
        (("cohort", "release", "0_start"), spring),
    ]:
        done = installed.mle(*words, cwd=place)
        assert done.returncode == 0, done.stderr
    solved("001", spring / "submitted" / "ada" / "0_start" / "001_start_here.ipynb")
    for words in ("cohort", "grade"), ("cohort", "export", "--to", "grades.csv"):
        done = installed.mle(*words, cwd=spring)
        assert done.returncode == 0, done.stdout + done.stderr
    [row] = csv.DictReader((spring / "grades.csv").read_text().splitlines())
    assert row["score"] == row["points"] != "0"


def test_a_page_of_the_site_is_built_in_an_empty_folder(installed, tmp_path):
    runner = shutil.which("npm") is not None
    code = (
        "from pathlib import Path; from autograder.site.build import build\n"
        f"build(Path('site'), only=['001'], runner={runner})"
    )
    done = installed.run(installed.python, "-c", code, cwd=tmp_path, seconds=600)
    assert done.returncode == 0, done.stderr
    pages = [path.name for path in (tmp_path / "site").rglob("*.html")]
    assert "001_start_here.html" in pages
    assert [*(tmp_path / "site").rglob("*.css")]


def solved(lesson: str, path: Path) -> Path:
    """Write a lesson's notebook with its author's solutions."""
    made = release.notebook(read_lesson(lessons.find_path(lesson)), "solved")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(release.as_bytes(made))
    return path
