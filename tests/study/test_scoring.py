"""``mle check``: a notebook is run from the top in a fresh kernel and scored."""

from __future__ import annotations

import json
import re

import pytest
from helpers.command import mle

from autograder import lessons
from autograder.authoring import release
from autograder.authoring.lesson import read_lesson
from autograder.core.grade import missing
from autograder.judge.asking import cells_to_run
from autograder.study.scoring import Scored, score

NAMES = [path.name for path in lessons.paths()]


def write(path, name: str, variant: str = "learner", **answers: str | None):
    """Write the notebook of a lesson, some answer cells replaced; None removes a cell.

    With answers, the lesson's examples are left out, to save their time.
    """
    made = release.notebook(read_lesson(lessons.find_path(name)), variant)
    if answers:
        made["cells"] = [cell for cell in made["cells"] if "autograder" in cell["metadata"]]
    for cell_id, source in answers.items():
        for cell in made["cells"]:
            if cell["id"] == cell_id:
                cell["source"] = source
    made["cells"] = [cell for cell in made["cells"] if cell["source"] is not None]
    path.write_bytes(release.as_bytes(made))
    return path


def scored(*words) -> tuple[dict, int, str]:
    result = mle("check", "--json", *map(str, words))
    return json.loads(result.stdout), result.returncode, result.stderr


@pytest.mark.parametrize("name", NAMES)
def test_a_solved_lesson_scores_full_marks(name, tmp_path):
    marks, status, said = scored(write(tmp_path / "x.ipynb", name, "solved"))
    assert marks["earned"] == marks["points"] - marks["to_mark"], said
    assert status == 0


@pytest.mark.parametrize("name", NAMES)
def test_the_points_are_those_that_the_lesson_states(name, tmp_path):
    path = write(tmp_path / "x.ipynb", name)
    stated = re.search(r"\*\*Time\*\*.*· (\d+) points", path.read_text())[1]
    lesson = read_lesson(lessons.find_path(name))
    blank = {each: missing(exercise) for each, exercise in lessons.load(name).items()}
    essays = {cell.name: cell.points for cell in lesson.named("essay")}
    assert Scored(path, name, blank, essays).points == int(stated)


def test_essays_are_points_that_are_yours_to_mark(tmp_path):
    path = write(tmp_path / "x.ipynb", "501_data_project", my_scores="my_scores = 1")
    marks, status, _ = scored(path)
    assert (marks["to_mark"], marks["essays"]) == (20, {"data_project_answer": 20})
    assert marks["points"] == 20 + sum(each["points"] for each in marks["exercises"].values())
    assert status == 1
    shown = mle("check", "--html", str(tmp_path / "r.html"), str(path)).stdout
    for text in (shown, (tmp_path / "r.html").read_text()):
        assert f"0 of {marks['points']:g} points; 20 are for essays, yours to mark" in text
        assert "data_project_answer" in text


def test_several_notebooks_are_summed_in_one_table(tmp_path):
    one = write(tmp_path / "1.ipynb", "001_start_here", "solved", diagnostic="diagnostic = ...")
    two = write(tmp_path / "2.ipynb", "501_data_project", my_scores="my_scores = 1")
    each = [scored(path)[0] for path in (one, two)]
    sums = [f"{sum(marks[key] for marks in each):g}" for key in ("earned", "to_mark", "points")]
    done = mle("check", "--html", str(tmp_path / "r.html"), str(one), str(two))
    [last] = [line for line in done.stdout.splitlines() if line.startswith("│ sum")]
    cells = [cell.strip() for cell in last.strip("│").split("│")]
    assert [cells[1], cells[3], cells[4]] == sums
    page = (tmp_path / "r.html").read_text()
    assert all(f"<td>{number}</td>" in page for number in sums)
    assert "All notebooks" not in mle("check", str(one)).stdout


@pytest.mark.parametrize("name", NAMES)
def test_a_blank_lesson_scores_zero_and_is_no_error(name, tmp_path):
    marks, status, said = scored(write(tmp_path / "x.ipynb", name))
    assert marks["earned"] == 0
    assert (status, said) == (1, "")
    for exercise in marks["exercises"].values():
        assert all(group["message"] for group in exercise["groups"])


def test_the_form_of_the_json(tmp_path):
    marks, _, _ = scored(write(tmp_path / "x.ipynb", "104_regex_matching", is_match="is_match = 1"))
    assert set(marks) == {"lesson", "earned", "to_mark", "points", "exercises", "essays"}
    exercise = marks["exercises"]["is_match"]
    assert set(exercise) == {"earned", "points", "groups"}
    wanted = {"name", "earned", "points", "message", "counterexample"}
    assert all(set(group) == wanted for group in exercise["groups"])


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (None, "is_match is not defined"),
        ("def ismatch(s, p): return True", "is_match is not defined"),
        ("def is_match(s, p):\n    return unknown", "NameError"),
        ("1 / 0\ndef is_match(s, p): return True", "is_match is not defined"),
        ("def is_match(s, p:", "is_match is not defined"),
    ],
)
def test_trouble_in_one_answer_leaves_the_others_their_marks(answer, said, tmp_path):
    path = write(tmp_path / "x.ipynb", "104_regex_matching", "solved", is_match=answer)
    marks, status, _ = scored(path)
    assert status == 1
    assert marks["exercises"]["is_match"]["earned"] == 0
    assert said in json.dumps(marks["exercises"]["is_match"])
    others = [each for name, each in marks["exercises"].items() if name != "is_match"]
    assert others
    assert all(each["earned"] == each["points"] for each in others)


def test_a_copied_answer_cell_counts_once_and_the_last_one_counts(tmp_path):
    path = write(tmp_path / "x.ipynb", "104_regex_matching", "solved", glob_match="")
    made = json.loads(path.read_bytes())
    at = next(i for i, cell in enumerate(made["cells"]) if cell["id"] == "is_match")
    copy = {**made["cells"][at], "source": "def is_match(s, p): return True"}
    path.write_bytes(release.as_bytes({**made, "cells": [copy, *made["cells"]]}))
    marks, _, _ = scored(path)
    assert marks["exercises"]["is_match"]["earned"] == marks["exercises"]["is_match"]["points"]


RESTS_ON_AN_EXAMPLE = """
def is_match(s, p):
    @cache
    def fits(i, j):
        if j == len(p):
            return i == len(s)
        one = i < len(s) and p[j] in (s[i], ".")
        if p[j + 1 : j + 2] == "*":
            return fits(i, j + 2) or one and fits(i + 1, j)
        return one and fits(i + 1, j + 1)

    return fits(0, 0)
"""


@pytest.mark.parametrize("sandboxed", [False, True])
def test_an_answer_may_use_what_an_example_above_it_imports(sandboxed, tmp_path):
    path = tmp_path / "x.ipynb"
    write(path, "104_regex_matching", "solved")
    made = json.loads(path.read_bytes())
    next(c for c in made["cells"] if c["id"] == "is_match")["source"] = RESTS_ON_AN_EXAMPLE
    path.write_bytes(release.as_bytes(made))
    report = score(path, sandboxed=sandboxed).reports["is_match"]
    assert report.earned >= 5, report  # deep patterns are too much for its recursion


def test_examples_run_again_only_where_they_are_needed():
    lesson = read_lesson(lessons.find_path("104"))
    cells = release.notebook(lesson, "solved")["cells"]
    examples = {cell["source"] for cell in cells if not cell["metadata"].get("autograder")}
    run, _ = cells_to_run(cells, cells)
    assert not examples & {cell.source for cell in run}

    changed = [{**c, "source": RESTS_ON_AN_EXAMPLE} if c["id"] == "is_match" else c for c in cells]
    run, given = cells_to_run(changed, cells)
    [extra] = examples & {cell.source for cell in run}
    assert "import cache" in extra and extra in given
    places = [[each["source"] for each in changed].index(cell.source) for cell in run]
    assert places == sorted(places)

    bare = [{**cell, "metadata": {}} for cell in cells if not cell["id"].startswith("check-")]
    assert cells_to_run(bare, cells) == cells_to_run(cells, cells)
    assert cells_to_run([{**cells[0], "cell_type": "code", "id": [1]}], cells)


def test_somebody_elses_notebook_scores_the_same_in_the_sandbox(tmp_path):
    path = write(tmp_path / "x.ipynb", "104_regex_matching", "solved", is_match="is_match = len")
    assert scored(path)[0]["earned"] == scored("--sandbox", path)[0]["earned"] > 0


def test_the_report_as_a_page(tmp_path):
    answer = "def is_match(s, p): return 0"
    path = write(tmp_path / "x.ipynb", "104_regex_matching", is_match=answer)
    result = mle("check", "--html", str(tmp_path / "r.html"), str(path))
    assert result.returncode == 1
    page = (tmp_path / "r.html").read_text()
    assert "is_match: " in page
    assert "expected" in page
    assert "104_regex_matching: " in result.stdout


def test_the_sandbox_knows_a_cohorts_check_cells_and_those_that_were_changed(tmp_path):
    path = write(tmp_path / "x.ipynb", "104_regex_matching", "solved")
    made = json.loads(path.read_bytes())
    found = read_lesson(lessons.find_path("104_regex_matching"))
    of_cohort = {cell["id"]: cell for cell in release.notebook(found, "cohort")["cells"]}
    for cell in made["cells"]:
        if cell["id"].startswith("check-"):
            cell["source"] = of_cohort[cell["id"]]["source"]
    changed = json.loads(json.dumps(made))
    next(c for c in changed["cells"] if c["id"] == "check-is_match")["source"] = "999"
    for content, notes in ((made, 0), (changed, 1)):
        path.write_bytes(release.as_bytes(content))
        errors = score(path, sandboxed=True).errors
        assert len([each for each in errors if "was changed" in each]) == notes
