"""Lesson 001: the diagnostic fails nobody, explains every question, and says where to read."""

from __future__ import annotations

import re

import pytest
from helpers.notebooks import made, ran

from autograder import lessons
from autograder.authoring import release
from autograder.authoring.lesson import read_lesson
from autograder.core import card
from autograder.core.grade import grade
from autograder.trying.local import LocalAnswer

EXERCISE = lessons.find("diagnostic")
RIGHT = {
    "q1": 32, "q2": 2, "q3": 1, "q4": 0.15, "q5": "b",
    "q6": 1_400, "q7": 5.1, "q8": 0.63, "q9": "c", "q10": "d",
}  # fmt: skip
MISSED = {"q2": 1, "q3": 0, "q5": "a", "q6": ..., "q10": "a"}


def shown(answers: dict) -> tuple[str, str]:
    """The card of the diagnostic and the reading list of a learner who answers so."""
    text = "{" + ", ".join(
        f"{key!r}: {'...' if v is ... else repr(v)}" for key, v in answers.items()
    )
    source = f"expected_right = 7\ndiagnostic = {text}}}"
    cells = ran(made("001", diagnostic=source))["cells"]
    [checked] = [cell for cell in cells if cell["id"] == "check-diagnostic"]
    [listed] = [cell for cell in cells if "def reading_list" in cell["source"]]
    return checked["outputs"][0]["data"]["text/html"], listed["outputs"][-1]["data"][
        "text/markdown"
    ]


def test_a_miss_leads_to_the_lesson_and_the_section_that_treat_it():
    html, listed = shown(RIGHT | MISSED)
    first, rest = listed.split("<details>")
    assert "**5 of 10 are right.** You expected 7." in first
    for key in MISSED:
        why = EXERCISE.explained[key]
        [line] = [each for each in first.splitlines() if each.startswith(f"- **{key}.**")]
        assert why.text in line
        there = [path for path in lessons.paths() if path.name.startswith(why.lesson)]
        wanted = f"({there[0].parent.name}/{there[0].name}.ipynb" if there else "No lesson of this"
        assert wanted.removeprefix("(") in line
    assert "104_regex_matching.ipynb#Wrong-answers-people-give" in first
    assert all(f"- **{key}.**" in rest for key in set(RIGHT) - set(MISSED)), "the others too"
    assert 'aria-label="diagnostic: 5 of 10 points, the rest is to study"' in html
    assert "not passed" not in html and "error-color" not in html and "✗" not in html


def test_the_weakest_part_comes_first():
    _, listed = shown(RIGHT | {"q1": 1, "q8": 0.5, "q9": "a"})
    places = [listed.index(part) for part in ("part 4: Engineering", "part 1: Coding and SQL")]
    assert places == sorted(places)


def test_before_an_attempt_nothing_is_explained_and_after_a_perfect_one_all_is():
    _, listed = shown(dict.fromkeys(RIGHT, ...))
    assert not any(each.text in listed for each in EXERCISE.explained.values())
    html, listed = shown(RIGHT)
    assert "No gap found" in listed and "passed" in html
    assert all(each.text in listed for each in EXERCISE.explained.values())


def test_every_question_is_explained_where_the_course_treats_it():
    keys = [key for group in EXERCISE.groups for key in group.tests]
    assert list(EXERCISE.explained) == keys == list(RIGHT)
    for key, why in EXERCISE.explained.items():
        for path in lessons.paths():
            if path.name.startswith(why.lesson) and why.section:
                text = (path / "lesson.py").read_text(encoding="utf-8")
                assert f"\n# ## {why.section}\n" in text, f"{key}: {path.name} has no {why.section}"


def test_no_hint_gives_an_answer_away():
    hints = " ".join(EXERCISE.hints)
    for key in ("5", "9", "10"):  # questions with letters
        assert not re.search(rf"\b{key}: [a-d]\b", hints) and "letters are" not in hints
    for value in ("32", "0.15", "1,400", "1,389", "5.1", "5.12", "0.63", "16", "495", "0.37"):
        assert not re.search(rf"(?<![\w.,]){re.escape(value)}(?![\d,])", hints), value


@pytest.mark.parametrize("variant", ["learner", "cohort"])
def test_no_notebook_holds_an_explanation(variant):
    text = release.as_bytes(
        release.notebook(read_lesson(lessons.find_path("001")), variant)
    ).decode()
    assert not any(each.text in text for each in EXERCISE.explained.values())


def test_a_wrong_kind_of_answer_is_told_and_breaks_nothing():
    report = grade(EXERCISE, LocalAnswer("diagnostic", [1, 2]))
    assert report.earned == 0 and "should be a dict" in card.as_text(report)
    assert "not passed" not in card.headline(report)
