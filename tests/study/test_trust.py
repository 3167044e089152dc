"""Outputs that Jupyter trusted stay trusted after an update; what it did not trust doesn't."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat.sign import NotebookNotary

from autograder.study.course import course_folder
from autograder.study.resetting import reset_in_file
from autograder.study.workspace import update

LESSON = "0_start/001_start_here.ipynb"
CARD = "<section class='mle-card' style='color:var(--jp-error-color1)'>first_answer</section>"


@pytest.fixture(autouse=True)
def own_store(tmp_path, monkeypatch):
    """Jupyter's signatures in a folder of this test."""
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "jupyter"))


@pytest.fixture
def course(tmp_path) -> Path:
    folder = tmp_path / "notebooks"
    (folder / "0_start").mkdir(parents=True)
    (folder / LESSON).write_bytes((course_folder() / LESSON).read_bytes())
    return folder


def saved_by_jupyter(path: Path, *, signed: bool) -> None:
    """The notebook with a card in it, as JupyterLab saves one that it trusts."""
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook["cells"]:
        if cell["id"] in ("check-first_answer", "first_answer"):
            data = {"text/plain": "0", "text/html": CARD}
            out = {"output_type": "execute_result", "execution_count": 1, "metadata": {}}
            cell["outputs"] = [nbformat.from_dict({**out, "data": data})]
            cell["execution_count"] = 1
    nbformat.write(notebook, path)
    if signed:
        NotebookNotary().sign(nbformat.read(path, as_version=4))


def is_trusted(path: Path) -> bool:
    """As JupyterLab decides it when it opens the file."""
    return NotebookNotary().check_signature(nbformat.read(path, as_version=4))


def change(course: Path) -> None:
    notebook = json.loads((course / LESSON).read_text())
    notebook["cells"][0]["source"] = ["# Start here, second edition"]
    (course / LESSON).write_text(json.dumps(notebook))


@pytest.mark.parametrize("signed", [True, False])
def test_an_update_keeps_the_trust_that_there_was_and_gives_none(course, tmp_path, signed):
    workspace = tmp_path / "my-course"
    update(workspace, course)
    saved_by_jupyter(workspace / LESSON, signed=signed)
    assert is_trusted(workspace / LESSON) == signed
    change(course)
    report = update(workspace, course)
    assert [entry.name for entry in report.updated] == [LESSON]
    assert "second edition" in (workspace / LESSON).read_text()
    assert CARD in (workspace / LESSON).read_text()
    assert is_trusted(workspace / LESSON) == signed


def test_a_reset_keeps_it_too(tmp_path):
    workspace = tmp_path / "my-course"
    update(workspace, course_folder())
    path = workspace / LESSON
    notebook = json.loads(path.read_text())
    for cell in notebook["cells"]:
        if cell["id"] == "first_answer":
            cell["source"] = ["first_answer = len"]
    path.write_text(json.dumps(notebook))
    saved_by_jupyter(path, signed=True)
    reset_in_file(workspace, "001", "first_answer")
    assert "first_answer = len" not in path.read_text()
    assert is_trusted(path)


def test_where_signatures_cannot_be_stored_the_update_goes_on(course, tmp_path, monkeypatch):
    workspace = tmp_path / "my-course"
    update(workspace, course)
    saved_by_jupyter(workspace / LESSON, signed=True)
    change(course)
    (tmp_path / "file").touch()
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "file" / "inside"))
    assert [entry.name for entry in update(workspace, course).updated] == [LESSON]


def test_a_workspace_without_outputs_is_updated_without_jupyters_libraries(course, tmp_path):
    update(tmp_path / "my-course", course)
    change(course)
    code = (
        "import sys; from pathlib import Path; from autograder.study.workspace import update\n"
        "update(Path(sys.argv[1]), Path(sys.argv[2])); print('nbformat' in sys.modules)"
    )
    line = [sys.executable, "-c", code, str(tmp_path / "my-course"), str(course)]
    assert subprocess.run(line, capture_output=True, text=True).stdout == "False\n"
