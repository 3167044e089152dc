"""The checks that students may have: the same examples, and nothing that knows answers."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
import types

import pytest

from autograder import lessons
from autograder.authoring.lesson import read_lesson
from autograder.authoring.trials import namespace_of
from autograder.cohort.handout import handout
from autograder.core.grade import grade, grade_examples, quiet
from autograder.groups import parts_of
from autograder.groups.later import Later
from autograder.trying.local import LocalAnswer

LESSONS = [path.name for path in lessons.paths() if lessons.load(path.name)]


def handed_out(lesson: str, monkeypatch) -> dict:
    """The exercises that a handout defines, by name."""
    module = types.ModuleType(f"handed_out_{lesson}")
    monkeypatch.setitem(sys.modules, module.__name__, module)  # data classes look themselves up
    exec(compile(handout(lesson), lesson, "exec"), vars(module))
    names = lessons.load(lesson)
    return {name: dataclasses.replace(getattr(module, name), name=name) for name in names}


@pytest.mark.parametrize("lesson", LESSONS)
def test_right_answers_pass_what_was_handed_out(lesson, monkeypatch):
    namespace = namespace_of(read_lesson(lessons.find_path(lesson)))
    for name, exercise in handed_out(lesson, monkeypatch).items():
        whole = lessons.load(lesson)[name]
        assert [(g.name, g.points) for g in exercise.groups] == [
            (g.name, g.points) for g in whole.groups
        ]
        with quiet():
            report = grade_examples(exercise, LocalAnswer(name, namespace[name]))
        assert report.state == "passed", report


def example(lesson: str, name: str, source: str, monkeypatch) -> tuple:
    """What the whole check and what was handed out show of a wrong answer."""
    namespace = namespace_of(read_lesson(lessons.find_path(lesson)))
    exec(source, namespace)
    answer = LocalAnswer(name, namespace[name])
    exercises = lessons.load(lesson)[name], handed_out(lesson, monkeypatch)[name]
    return tuple(
        [verdict.counterexample for verdict in grade_examples(each, answer).verdicts]
        for each in exercises
    )


@pytest.mark.parametrize(
    ("lesson", "name", "source"),
    [
        ("104_regex_matching", "is_match", "def is_match(s, p): return s == p"),
        ("105_jar_draws", "draw", "def draw(jar, n_balls, rng): return jar[0]"),
        ("108_business_days", "business_days", "def business_days(a, b, holidays=()): return 5"),
        ("110_monthly_report", "monthly_report", "monthly_report = 'SELECT 1'"),
        ("110_monthly_report", "backfill", "backfill = 'DELETE FROM monthly'"),
        (
            "103_linked_priority_queue",
            "PriorityQueue",
            "class PriorityQueue:\n"
            "    def insert(self, element, priority): pass\n"
            "    def peek(self): pass\n"
            "    def delete(self): pass",
        ),
    ],
    ids=lambda value: value[:20],
)
def test_wrong_answers_are_shown_the_same_examples(lesson, name, source, monkeypatch):
    whole, handed = example(lesson, name, source, monkeypatch)
    assert any(handed)
    # None where the only example that shows it is too long to be handed out.
    assert all(shown in (known, None) for known, shown in zip(whole, handed))


def test_a_group_without_an_example_is_checked_later(monkeypatch):
    diagnostic = handed_out("001_start_here", monkeypatch)["diagnostic"]
    assert {type(group) for group in diagnostic.groups} == {Later}
    report = grade(diagnostic, LocalAnswer("diagnostic", {"q1": 32}))
    assert report.earned == 0
    assert {verdict.message for verdict in report.verdicts} == {"Checked during grading."}


def test_most_groups_of_the_coding_lessons_have_an_example(monkeypatch):
    """So that a handout that leaves nearly everything out can't pass unseen."""
    coding = [name for name in LESSONS if name.startswith("1")]
    groups = [
        group
        for lesson in coding
        for exercise in handed_out(lesson, monkeypatch).values()
        for group in parts_of(exercise.groups)
    ]
    later = [group for group in groups if isinstance(group, Later)]
    assert len(later) < len(groups) / 4


def test_the_same_course_makes_the_same_text():
    """Whatever the order of its sets."""
    code = "from autograder.cohort.handout import handout; print(handout('112_random_forest'))"
    texts = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(texts) == 1
