"""The checks are tested: each wrong solution is caught where it should be, right ones pass."""

from __future__ import annotations

import subprocess
import sys

import pytest

from autograder import lessons
from autograder.authoring import release
from autograder.authoring import trials as bank
from autograder.authoring.lesson import read_lesson
from autograder.core.bank import Solution
from autograder.lessons import load

LESSONS = [path.name for path in lessons.paths() if load(path.name)]


@pytest.mark.parametrize("name", LESSONS)
def test_the_bank_of_a_lesson(name, root):
    trials = bank.trials(read_lesson(lessons.find_path(name)), root / bank.CACHE)
    assert {trial.exercise for trial in trials} == set(load(name))
    assert any(trial.caught_by for trial in trials)
    faults = [f"{t.exercise}, {t.name}: {t.fault}" for t in trials if t.fault]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("name", ["108_business_days", "501_data_project"])
def test_the_judge_takes_each_solution_for_what_the_bank_says(name, root):
    script = root / "tests" / "benchmarks" / "judge_bank.py"
    result = subprocess.run([sys.executable, script, name], capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("name", LESSONS)
def test_each_stub_is_told_what_to_do(name):
    read = read_lesson(lessons.find_path(name))
    namespace = bank.namespace_of(read, solved=False)
    for exercise in load(name).values():
        source = next(
            release.without_solution(cell.source)
            for cell in read.named("exercise")
            if exercise.name in cell.source
        )
        report = bank.report_on(exercise, source, namespace)
        assert report.earned == 0, exercise.name
        assert report.state == "not written", (exercise.name, report)


def test_a_wrong_solution_that_passes_is_a_fault():
    exercise = load("104_regex_matching")["is_match"]
    right = lessons.bank("is_match").right[0]
    report = bank.report_on(exercise, right.source, {})
    group = exercise.groups[0].name
    assert "passes" in bank.Trial.of(exercise, Solution("x", "", group), report).fault
    assert "no group" in bank.Trial.of(exercise, Solution("x", "", "nonsense"), report).fault


def test_a_right_solution_that_fails_is_a_fault():
    exercise = load("104_regex_matching")["is_match"]
    report = bank.report_on(exercise, lessons.bank("is_match").wrong[0].source, {})
    assert bank.Trial.of(exercise, Solution("x", ""), report).fault.startswith("right, but failed")
