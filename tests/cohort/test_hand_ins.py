"""Hand-ins that lie there are found under any name, or named."""

from __future__ import annotations

import json

import pytest
from helpers.small_course import (
    EXERCISES,
    LESSON,
    PART,
    as_bytes,
    hand_in,
    install_for,
    make_course,
    marks,
    released,
    scores,
    solved,
)

from autograder.cohort import intake
from autograder.cohort.course import Course
from autograder.cohort.export import export
from autograder.cohort.grade import grade

SOLVED, BLANK = as_bytes(solved()), released()


def with_one_answer() -> bytes:
    notebook = json.loads(BLANK)
    [cell] = [cell for cell in notebook["cells"] if cell["id"] == "Box"]
    [cell["source"]] = [each["source"] for each in solved()["cells"] if each["id"] == "Box"]
    return as_bytes(notebook)


ONE = with_one_answer()
FOUND = {
    "copy1": {f"{LESSON}-Copy1.ipynb": SOLVED},
    "downloaded": {f"{LESSON} (1).ipynb": SOLVED},
    "copy-of": {f"Copy of {LESSON}.ipynb": SOLVED},
    "capitals": {f"{LESSON.upper()}.IPYNB": SOLVED},
    "text": {f"{LESSON}.ipynb.txt": SOLVED},
    "spaces": {"190 small final.ipynb": SOLVED},
    "deeper": {f"{PART}/{LESSON}.ipynb": SOLVED},
    "much-deeper": {f"hand in/{PART}/notebooks/{LESSON}.ipynb": SOLVED},
    "renamed": {"homework.ipynb": SOLVED},
    "blank-beside": {f"{LESSON}.ipynb": BLANK, f"{LESSON}-Copy1.ipynb": SOLVED},
    "blank-copy-beside": {f"{LESSON}.ipynb": SOLVED, f"{LESSON}-Copy1.ipynb": BLANK},
    "blank-deeper": {f"{LESSON}.ipynb": SOLVED, f"{PART}/{LESSON}.ipynb": BLANK},
    "more-in-a-copy": {f"{LESSON}.ipynb": ONE, f"{LESSON}-Copy2.ipynb": SOLVED},
    "broken-beside": {f"{LESSON}.ipynb": b"", f"{LESSON} (1).ipynb": SOLVED},
    "checkpoint": {
        f"{LESSON}.ipynb": SOLVED, f".ipynb_checkpoints/{LESSON}-checkpoint.ipynb": ONE,
        f"__MACOSX/._{LESSON}.ipynb": b"\0\5\26\7", f"._{LESSON}.ipynb": b"\0\5\26\7",
    },
}  # fmt: skip
NAMED = {
    "script": {f"{LESSON}.py": b"def add(a, b): return a + b"},
    "page": {f"{LESSON}.html": b"<html>"},
    "archive": {f"{LESSON}.zip": b"PK"},
}
NOBODY = {
    "no-lesson": {"homework.ipynb": b'{"cells": [], "metadata": {}}', "notes.txt": b"x"},
    "leftovers": {f".ipynb_checkpoints/{LESSON}-checkpoint.ipynb": SOLVED},
}


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """The course with all of these students, and what grading said."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        install_for(monkeypatch)
        course = make_course(tmp_path_factory.mktemp("hand-ins") / "course", {})
        for student, files in (FOUND | NAMED | NOBODY).items():
            for name, content in files.items():
                path = course.submitted(student, PART) / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
        for student in (".ipynb_checkpoints", "__MACOSX"):
            hand_in(course, student, solved())
        summary = grade(course, [])
        assert not summary.failed
        yield course, summary, scores(course)


@pytest.mark.parametrize("student", FOUND)
def test_it_is_found(graded, student):
    _, summary, found = graded
    assert found[student] == marks(*EXERCISES)
    notes = " ".join(note for who, _, note in summary.noted if who == student)
    names = [name for name, content in FOUND[student].items() if content == SOLVED]
    if names != [f"{LESSON}.ipynb"]:
        assert f"was called {names[0]}" in notes
    if len(FOUND[student]) > 1 and student != "checkpoint":
        assert "was handed in as well" in notes
    if student == "checkpoint":
        assert not notes


@pytest.mark.parametrize("student", NAMED)
def test_what_is_no_notebook_is_named(graded, student):
    course, summary, found = graded
    [why] = [why for who, _, why in summary.ungradable if who == student]
    assert f"{next(iter(NAMED[student]))} is not a notebook" in why
    assert found[student] == marks()
    export(course, course.root / "g.csv")
    assert f"{student},{LESSON},0" in (course.root / "g.csv").read_text()


def test_leftovers_are_no_students_and_no_hand_ins(graded):
    course, summary, found = graded
    assert set(found) == {*FOUND, *NAMED, *NOBODY}
    assert {who for who, _ in summary.missing} == set(NOBODY)
    for student in ("checkpoint", "leftovers"):
        names = {path.name for path in (course.root / "autograded" / student).rglob("*")}
        assert names <= {PART, f"{LESSON}.ipynb"}


def test_a_lesson_in_the_text_of_a_cell_is_no_claim(tmp_path):
    claim = '{"autograder": {"lesson": "190_small"}}'
    other = {"cells": [{"cell_type": "markdown", "source": claim}], "metadata": {}}
    (tmp_path / "homework.ipynb").write_text(json.dumps(other))
    assert not intake.notebooks(tmp_path, [LESSON], 10**6)
    (tmp_path / "homework.ipynb").write_text(json.dumps({**other, "metadata": json.loads(claim)}))
    assert list(intake.notebooks(tmp_path, [LESSON], 10**6)) == [LESSON]


def test_a_folder_is_read_up_to_a_depth_and_a_size(tmp_path):
    course = Course(tmp_path)
    deep = course.submitted("deep", PART).joinpath(*"abcdefgh")
    deep.mkdir(parents=True)
    (deep / f"{LESSON}.ipynb").write_bytes(SOLVED)
    assert not intake.notebooks(course.submitted("deep", PART), [LESSON], 10**6)
    wide = course.submitted("wide", PART)
    wide.mkdir(parents=True)
    for number in range(9):
        (wide / f"{LESSON} ({number}).ipynb").write_bytes(SOLVED)
    taken = intake.notebooks(wide, [LESSON], 3 * len(SOLVED))[LESSON]
    assert len(taken.others) == 2
