"""The plan of a release: what it would change, and for whom, before anything is written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder import lessons
from autograder.authoring import release as notebooks
from autograder.authoring.lesson import read_lesson

from .assignments import lessons_of, lessons_of_part
from .course import Course, CourseError
from .nbgrader.opening import opened_gradebook
from .summary import counted


@dataclass(frozen=True)
class LessonPlan:
    """A lesson's source, and what is not as it was released.

    ``points`` are those before and now of each graded cell that has others.
    """

    name: str
    source: bytes
    is_new: bool = False
    text: bool = False
    points: Mapping[str, tuple[float, float]] = field(default_factory=dict)

    def line(self) -> str:
        """What changes, as a line."""
        said = [
            f"{cell.removeprefix('check-')} has {now:g} points instead of {before:g}"
            for cell, (before, now) in self.points.items()
        ]
        said += ["its text changed"] * self.text
        return f"{self.name}: {', '.join(said) or 'as it was released'}"


@dataclass(frozen=True)
class Plan:
    """What a release of an assignment writes.

    ``left_out`` are lessons that came to the part after students had handed it in.
    """

    assignment: str
    lessons: list[LessonPlan]
    handed_in: list[str]
    left_out: list[str]

    def lines(self) -> list[str]:
        """What an instructor should know of it: nothing for a first release."""
        lines = [
            f"  {lesson.line()}"
            for lesson in self.lessons
            if not lesson.is_new and (lesson.text or lesson.points)
        ]
        if self.left_out:
            lines.append(
                f"  {', '.join(self.left_out)}: new in this part, and left out, because it was "
                "handed in without. Give it out with: mle cohort assign NAME "
                + " ".join(lesson.partition("_")[0] for lesson in self.left_out)
            )
        return lines


def plan(course: Course, assignment: str) -> Plan:
    """The plan of one assignment; raises `CourseError` where nbgrader could not keep the marks."""
    paths = lessons_of(course, assignment)
    with opened_gradebook(course) as gradebook:
        known, entered = _known(gradebook, assignment)
    left_out: list[str] = []
    if entered and lessons_of_part(assignment):
        left_out = [path.name for path in paths if path.name not in known]
        paths = [path for path in paths if path.name in known]
    # A notebook of the instructor's own may lie in the source folder too.
    released = known.keys() & {path.name for path in lessons.paths()}
    if entered and released != {path.name for path in paths}:
        raise CourseError(
            f"{assignment} was released with {', '.join(sorted(released))}, and the gradebook "
            f"holds marks of {counted(entered, 'student')}, so its lessons can't change. Give out "
            f"other lessons under another name: mle cohort assign {assignment}b LESSON ..."
        )
    among = () if lessons_of_part(assignment) else tuple(paths)
    plans = [_lesson(course, assignment, path, among) for path in paths]
    if entered:
        for lesson in plans:
            _require_cells(assignment, lesson, known[lesson.name], entered)
    return Plan(assignment, plans, sorted({*entered, *course.students(assignment)}), left_out)


def _known(gradebook: Any, assignment: str) -> tuple[dict[str, set[str]], set[str]]:
    """The graded cells that the gradebook knows, by notebook, and the students with marks."""
    from nbgrader.api import MissingEntry

    try:
        there = gradebook.find_assignment(assignment)
    except MissingEntry:
        return {}, set()
    cells = {each.name: {cell.name for cell in each.grade_cells} for each in there.notebooks}
    return cells, {submission.student_id for submission in there.submissions}


def _lesson(course: Course, assignment: str, path: Path, among: tuple[Path, ...]) -> LessonPlan:
    notebook = notebooks.notebook(read_lesson(path), "cohort", among)
    source = notebooks.as_bytes(notebook)
    try:
        before = course.release(assignment, path.name)
    except (OSError, ValueError):
        return LessonPlan(path.name, source, is_new=True)
    old, new = _points(before), _points(notebook)
    points = {cell: (old[cell], new[cell]) for cell in new if old.get(cell, new[cell]) != new[cell]}
    return LessonPlan(path.name, source, False, _text(before) != _text(notebook), points)


def _points(notebook: Mapping[str, Any]) -> dict[str, float]:
    """The points of each graded cell by its id."""
    about = [cell["metadata"].get("nbgrader", {}) for cell in notebook["cells"]]
    return {each["grade_id"]: float(each["points"]) for each in about if each.get("grade")}


def _text(notebook: Mapping[str, Any]) -> list[str]:
    """What students read and get to write in, without the solutions."""
    texts = []
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        about = cell["metadata"].get("nbgrader", {})
        if about.get("solution") and cell["cell_type"] == "code":
            source = notebooks.without_solution(source)
        texts.append(source)
    return texts


def _require_cells(assignment: str, lesson: LessonPlan, known: set[str], entered: set[str]) -> None:
    cells = _points(json.loads(lesson.source)).keys()
    if cells == known:
        return
    new, gone = sorted(cells - known), sorted(known - cells)
    said = [f"new: {', '.join(new)}"] * bool(new) + [f"gone: {', '.join(gone)}"] * bool(gone)
    number = lesson.name.partition("_")[0]
    raise CourseError(
        f"{lesson.name} has other graded cells than when {assignment} was released "
        f"({'; '.join(said)}), and the gradebook holds marks of {counted(entered, 'student')}. "
        f"Give it out again under another name: mle cohort assign {assignment}b {number}"
    )
