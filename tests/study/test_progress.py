"""``mle progress``, the record behind it, and the first page of a workspace."""

from __future__ import annotations

import json
import os
import re
import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from helpers.command import mle

from autograder import lessons
from autograder.authoring import release
from autograder.authoring.lesson import read_lesson
from autograder.core.record import Check, Record, append, read, record_path
from autograder.study import first_page as pages
from autograder.study.progress import progress_of
from autograder.study.workspace import update

pexpect = pytest.importorskip("pexpect")
CODE = "from autograder.cli import main; raise SystemExit(main())"
RECTANGLE = "def rotate_rectangle(m):\n    return [list(row) for row in zip(*m[::-1])]\n"


@pytest.fixture
def workspace(tmp_path, root) -> Path:
    """A workspace as `mle study` makes it."""
    update(tmp_path / "my-course", root / "notebooks")
    return tmp_path / "my-course"


def check(days_ago: float = 0, name: str = "rotate", lesson="101_rotate_matrix", **fields) -> Check:
    points = {exercise: e.points for exercise, e in lessons.load(lesson).items()}.get(name, 5)
    time = datetime.now(UTC) - timedelta(days=days_ago)
    return Check(time, lesson, name, **{"points": points, "of": points, **fields})


def keep(workspace: Path, *checks: Check) -> None:
    append(record_path(workspace), [each.line() for each in checks])


def done_lesson(days_ago: float) -> list[Check]:
    return [check(days_ago, name) for name in lessons.load("101_rotate_matrix")]


def shown(workspace: Path, *words: str) -> dict:
    done = mle("progress", "--json", *words, cwd=workspace)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def lesson_of(values: dict, name: str) -> dict:
    return next(each for each in values["lessons"] if each["lesson"] == name)


# A check in a notebook, and `mle check`.


def notebook(path: Path, name: str, **answers: str) -> Path:
    """Write the notebook of a lesson over the one in the workspace, some answers filled in."""
    made = release.notebook(read_lesson(lessons.find_path(name)))
    for cell in made["cells"]:
        cell["source"] = answers.get(cell["id"], cell["source"])
    path.write_bytes(release.as_bytes(made))
    return path


def test_a_passed_card_in_a_notebook_has_a_line_under_it_and_leaves_one(workspace):
    import nbformat
    from nbclient import NotebookClient

    patient = "from autograder.core import recording; recording.PATIENCE = 60"
    sources = [
        f"{patient}\nfrom autograder import check",
        "def rotate_rectangle(m):\n    return m\n",
        "check(rotate_rectangle)",
        RECTANGLE,
        "check(rotate_rectangle)",
        "check(rotate=rotate_rectangle)",  # an example of the text, under another name
        "def rotate(m):\n    raise NotImplementedError\n\ncheck(rotate)",
    ]
    made = nbformat.v4.new_notebook(cells=list(map(nbformat.v4.new_code_cell, sources)))
    where = {"metadata": {"path": str(workspace / "1_coding")}}
    NotebookClient(made, kernel_name="python3", resources=where, timeout=120).execute()
    cards = [out["data"] for cell in made.cells for out in cell.outputs if "data" in out]
    assert "try" not in cards[0]["text/html"].rpartition("</section>")[2]
    assert re.search(r"<p>2nd try, .+; next: rotate</p>", cards[1]["text/html"])
    assert [card["text/plain"] for card in cards] == ["0", "3", "0", "0"], "nbgrader reads these"
    kept = read(record_path(workspace)).checks
    assert [(each.exercise, each.points) for each in kept] == [
        ("rotate_rectangle", 0),
        ("rotate_rectangle", 3),
    ]
    assert kept[0].failed and not kept[1].failed


def test_mle_check_adds_what_it_found_once(workspace, tmp_path):
    path = workspace / "1_coding" / "101_rotate_matrix.ipynb"
    call = f"{RECTANGLE}\nfrom autograder import check\ncheck(rotate_rectangle)"
    notebook(path, "101_rotate_matrix", rotate_rectangle=call)
    assert mle("check", str(path)).returncode == 1
    [kept] = read(record_path(workspace)).checks
    assert (kept.exercise, kept.points, kept.by) == ("rotate_rectangle", 3, "mle check")
    elsewhere = notebook(tmp_path / "x.ipynb", "101_rotate_matrix", rotate_rectangle=RECTANGLE)
    mle("check", str(elsewhere))
    assert len(read(record_path(workspace)).checks) == 1
    assert not (tmp_path / ".course").exists()


# What the table says.


def test_an_empty_workspace_says_how_to_begin(workspace):
    done = mle("progress", cwd=workspace)
    assert (done.returncode, done.stderr) == (0, "")
    said = " ".join(done.stdout.split())
    assert "Your next hour: 1. Begin 001 Start here" in said
    assert shown(workspace)["points"] == 0


def test_a_lesson_is_due_three_days_after_it_was_done(workspace):
    keep(workspace, *done_lesson(4))
    lesson = lesson_of(shown(workspace), "101_rotate_matrix")
    assert lesson["points"] == lesson["of"]
    assert lesson["due"] == str(date.today() - timedelta(days=1))
    assert "101 Rotate a matrix" in shown(workspace)["next"][0]["text"]


def test_solving_half_of_it_again_moves_the_next_repetition(workspace):
    keep(workspace, *done_lesson(4))
    for name in ("rotate", "rotate_k"):
        before = lesson_of(shown(workspace), "101_rotate_matrix")
        assert before["repeated"] == [], "one of three is less than half"
        keep(workspace, check(0.002, name, points=0), check(0.001, name))
    lesson = lesson_of(shown(workspace), "101_rotate_matrix")
    assert lesson["repeated"] == [str(date.today())]
    assert lesson["due"] == str(date.today() + timedelta(days=10))


def test_points_of_an_older_version_count_as_their_share(workspace):
    keep(workspace, check(1, "rotate", points=10, of=10), check(1, "rotate_k", points=5, of=10))
    exercises = lesson_of(shown(workspace), "101_rotate_matrix")["exercises"]
    assert exercises["rotate"] == {"points": 7, "of": 7, "tries": 1, "passed": True}
    assert exercises["rotate_k"]["points"] == 2
    assert not exercises["rotate_k"]["passed"]


def test_foreign_lines_and_unknown_exercises_are_named_and_kept(workspace):
    keep(workspace, check(1), check(1, "gone_since", "199_gone"))
    path = record_path(workspace)
    path.write_bytes(path.read_bytes() + b"<<<<<<< HEAD\n" + b'{"format": 2}\n')
    before = path.read_bytes()
    done = mle("progress", cwd=workspace)
    assert done.returncode == 0
    assert "Lines of the record that can't be read: 2" in done.stderr
    assert "this version of the course doesn't have: 1" in done.stderr
    assert lesson_of(shown(workspace), "101_rotate_matrix")["points"] == 7
    assert path.read_bytes() == before


def test_a_damaged_plan_does_not_hide_the_progress(workspace):
    keep(workspace, check(1))
    (workspace / ".course" / "plan.json").write_text("{")
    done = mle("progress", cwd=workspace)
    assert done.returncode == 0 and "7/15" in done.stdout
    assert "plan.json is damaged, or of another version" in done.stderr


@pytest.mark.parametrize("columns", [20, 40, 80, 200])
def test_any_width_is_wide_enough(workspace, columns, monkeypatch):
    keep(workspace, *done_lesson(4))
    monkeypatch.setenv("COLUMNS", str(columns))
    done = mle("progress", cwd=workspace)
    assert done.returncode == 0
    assert all(len(line.rstrip()) <= max(columns, 12) for line in done.stdout.splitlines())
    words = re.sub(r"\s", "", done.stdout)
    assert "15/15" in words


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_in_a_real_terminal_of_forty_columns(workspace):
    keep(workspace, *done_lesson(4))
    line = ["-c", CODE, "progress", "--workspace", str(workspace)]
    environment = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES")}
    child = pexpect.spawn(
        sys.executable, line, env={**environment, "TERM": "xterm"}, encoding="utf-8",
        dimensions=(24, 40), timeout=40,
    )  # fmt: skip
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    plain = re.sub(r"\x1b\[[0-9;]*m", "", child.before).replace("\r", "")
    assert "15/15" in plain
    assert all(len(row.rstrip()) <= 40 for row in plain.split("\n"))


# The record: import, switch.


def test_a_record_is_imported_once(workspace, tmp_path):
    keep(workspace, check(2))
    there = record_path(workspace).read_bytes()
    other = tmp_path / "export.jsonl"
    other.write_bytes(there + check(1, "rotate_k").line() + b"a foreign line\n")
    done = mle("progress", "--import", str(other), cwd=workspace)
    assert "New checks: 1. Already in the record: 1." in done.stdout
    assert "left out: 1" in done.stderr
    again = mle("progress", "--import", str(other), cwd=workspace)
    assert "New checks: 0. Already in the record: 2." in again.stdout
    listed = tmp_path / "export.json"
    listed.write_text(json.dumps([json.loads(check(0, "rotate_rectangle").line())]))
    assert "New checks: 1." in mle("progress", "--import", str(listed), cwd=workspace).stdout
    assert lesson_of(shown(workspace), "101_rotate_matrix")["points"] == 15


@pytest.mark.parametrize("content", [None, b"", b"nothing of use", b"[1, 2", b"\xff\xfe\x00"])
def test_a_file_without_checks_is_refused_and_nothing_is_lost(workspace, content, tmp_path):
    keep(workspace, check(2))
    before = record_path(workspace).read_bytes()
    file = tmp_path / "export.jsonl"
    if content is not None:
        file.write_bytes(content)
    done = mle("progress", "--import", str(file), cwd=workspace)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr and str(file) in done.stderr
    assert record_path(workspace).read_bytes() == before


def test_it_is_switched_off_and_on(workspace):
    path = workspace / "1_coding" / "101_rotate_matrix.ipynb"
    notebook(path, "101_rotate_matrix", rotate_rectangle=RECTANGLE)
    assert mle("progress", "--record", "off", cwd=workspace).returncode == 0
    mle("check", str(path))
    assert not record_path(workspace).exists()
    assert "the record is off" in mle("progress", cwd=workspace).stderr
    mle("progress", "--record", "on", cwd=workspace)
    mle("check", str(path))
    assert record_path(workspace).exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["progress"], "There is no workspace in my-course. Run `mle study` first"),
        (["progress", "--workspace", "nowhere"], "There is no workspace in nowhere"),
        (["progress", "--workspace", "\u2028"], "There is no workspace"),
    ],
)
def test_no_workspace_is_a_sentence(words, said, tmp_path):
    done = mle(*words, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr and "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="needs Unix")
def test_a_record_that_cannot_be_read_is_a_sentence(workspace):
    record_path(workspace).mkdir(parents=True)
    done = mle("progress", cwd=workspace)
    assert done.returncode == 2
    assert "can't be read" in done.stderr and "Traceback" not in done.stderr


# The first page.


def test_the_first_page_says_what_to_do_and_links_to_it(workspace):
    keep(workspace, *done_lesson(4))
    path = pages.first_page(workspace)
    text = path.read_text(encoding="utf-8")
    hour = text.split("## Your next hour", 1)[1].split("##", 1)[0]
    assert re.search(
        r"1\. \[101 Rotate a matrix: empty .+\]\(1_coding/101_rotate_matrix\.ipynb\)", hour
    )
    assert "## Due again" in text
    links = re.findall(r"\]\(([^)]+)\)", text)
    assert len(links) > 17
    assert all((workspace / link).exists() for link in links)
    before = path.stat().st_mtime_ns
    pages.first_page(workspace)
    assert path.stat().st_mtime_ns == before, "what would not change is left alone"


def test_a_file_of_the_learners_with_its_name_is_left_alone(workspace):
    (workspace / pages.NAME).write_text("my notes")
    (workspace / pages.PAGE).write_text("my page")
    assert pages.first_page(workspace) is None
    assert (workspace / pages.NAME).read_text() == "my notes"
    assert (workspace / pages.PAGE).read_text() == "my page"


def test_the_page_follows_the_record_while_the_course_is_open(workspace, monkeypatch):
    monkeypatch.setattr(pages, "_EVERY", 0.05)
    pages.first_page(workspace)
    with pages.kept_fresh(workspace):
        keep(workspace, check())
        for _ in range(600):
            if "7 of 15" in (workspace / pages.NAME).read_text(encoding="utf-8"):
                break
            time.sleep(0.1)
        else:
            raise AssertionError("the page did not follow")


def test_a_record_that_cannot_be_read_does_not_keep_the_course_shut(workspace):
    record_path(workspace).mkdir(parents=True)
    assert pages.first_page(workspace) is None


def test_progress_of_nothing_is_no_error():
    empty = progress_of(Record(), {})
    assert (empty.best, empty.points, empty.due, empty.under_way) == (0, 0, [], None)
