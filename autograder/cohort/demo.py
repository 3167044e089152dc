"""A made-up class of twelve that is taken through all steps of a cohort."""

from __future__ import annotations

import json

from autograder import lessons
from autograder.authoring import release
from autograder.authoring.lesson import Lesson, read_lesson
from autograder.core.files import write
from autograder.lessons import bank, load

from .course import Course

CLASS = (
    ("ada", "solved"),
    ("dana", "partial"),
    ("jun", "blank"),
    ("bela", "solved"),
    ("eszter", "partial"),
    ("kofi", "blank"),
    ("farid", "partial"),
    ("grace", "partial"),
    ("hugo", "partial"),
    ("chidi", "solved"),
    ("ines", "partial"),
    ("lena", "blank"),
)
"""Students and what they hand in. The first three have one of each kind."""
ESSAY = "This is an answer that was made up for the demonstration class."


def hand_in(course: Course, assignments: list[str], students: int = len(CLASS)) -> int:
    """Write the submissions of the first ``students`` of the class; returns how many notebooks."""
    count = 0
    for number, (student, kind) in enumerate(CLASS[:students]):
        for assignment in assignments:
            for path in sorted((course.root / "release" / assignment).glob("*.ipynb")):
                notebook = json.loads(path.read_bytes())
                if kind != "blank":
                    lesson = read_lesson(lessons.find_path(path.stem))
                    _answer(notebook, lesson, number if kind == "partial" else None)
                target = course.root / "submitted" / student / assignment / path.name
                write(target, release.as_bytes(notebook))
                count += 1
    return count


def _answer(notebook: dict, lesson: Lesson, wrong: int | None) -> None:
    """Write the lesson's solutions; with ``wrong``, every other exercise gets a wrong one."""
    solutions = {cell.id: release.with_solution(cell.source) for cell in lesson.named("exercise")}
    for number, name in enumerate(load(lesson.name)):
        if wrong is not None and name in solutions and (number + wrong) % 2 == 0:
            others = bank(name).wrong
            solutions[name] = others[wrong % len(others)].source if others else solutions[name]
    for cell in notebook["cells"]:
        if cell["id"] in solutions:
            cell["source"] = solutions[cell["id"]]
        elif cell["metadata"].get("autograder", {}).get("role") == "essay":
            cell["source"] = ESSAY


def falls_short(course: Course, assignments: list[str]) -> list[str]:
    """The notebooks with all solutions that were not given all points, a line each."""
    short = []
    for student in [student for student, kind in CLASS if kind == "solved"]:
        for assignment in assignments:
            for lesson, handed_in in course.handed_in(student, assignment).items():
                result = course.result_of(assignment, handed_in)
                if result is None or result.earned < result.points:
                    earned = f"{result.earned:g} of {result.points:g}" if result else "not graded"
                    short.append(f"{student}, {lesson}: {earned}")
    return short
