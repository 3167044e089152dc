"""The checks are tested: every wrong solution is caught where it should be, every right one passes.

Writes the kill matrix to build/kill-matrix.md.
"""

from __future__ import annotations

import pytest

from autograder import bank, lesson, release
from autograder.checks import load

LESSONS = [path.stem for path in lesson.paths() if load(path.stem)]


@pytest.fixture(scope="module")
def trials(root):
    """All trials of all lessons; the matrix is written whatever they say."""
    return bank.write_matrix(root / "build" / "kill-matrix.md")


@pytest.mark.parametrize("name", LESSONS)
def test_the_bank_of_a_lesson(name, trials):
    own = [trial for trial in trials if trial.exercise.name in load(name)]
    faults = [f"{t.exercise.name}, {t.name}: {t.fault}" for t in own if t.fault]
    assert own
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("name", LESSONS)
def test_each_stub_is_told_what_to_do(name):
    read = lesson.read(lesson.find_path(name))
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
    right = exercise.right[0]
    report = bank.report_on(exercise, right.source, {})
    group = exercise.groups[0].name
    assert "passes" in bank.Trial(exercise, "x", report, caught_by=group).fault
    assert "no group" in bank.Trial(exercise, "x", report, caught_by="nonsense").fault


def test_a_right_solution_that_fails_is_a_fault():
    exercise = load("104_regex_matching")["is_match"]
    report = bank.report_on(exercise, exercise.wrong[0].source, {})
    assert bank.Trial(exercise, "x", report).fault.startswith("right, but failed")
