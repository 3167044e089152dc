"""Turn lessons into notebooks: the learner's, the cohort's source, and the solved one.

The text of a notebook is a function of the lesson and its checks alone, so building twice
gives the same bytes.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

from autograder import lessons
from autograder.authoring.lesson import read_lesson
from autograder.core.exercise import Exercise
from autograder.core.files import write
from autograder.core.names import Names, bound_by, names
from autograder.design import tables
from autograder.groups import Prompt, Sheet
from autograder.lessons import load

from .lesson import Cell, Lesson, LessonError

Variant = Literal["learner", "cohort", "solved"]
BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
STUB = "raise NotImplementedError  # your code here"
MAY_STOP = "raises-exception"
"""The tag of a cell whose error must not stop Run All. Without it JupyterLab drops what is left."""
VALUE_STUB = "...  # your answer here"
_REGION = re.compile(
    rf"^(?P<indent>[ \t]*){BEGIN}[ \t]*\n(?P<body>.*?)^[ \t]*{END}[ \t]*(?:\n|\Z)",
    re.MULTILINE | re.DOTALL,
)
_WORD = re.compile(r"\w+")
_TOKEN = re.compile(r"\{\{ *([a-z_]+)(?: +(\w+))? *\}\}")


def without_solution(source: str) -> str:
    """Put stubs in place of the solution regions of an answer cell.

    Inside a function the stub raises NotImplementedError; at the top level each name that the
    region assigns becomes ``name = ...``, so that an unfinished cell never stops Run All.
    """
    stripped = _REGION.sub(_stub, source)
    if BEGIN in stripped or END in stripped:
        raise LessonError(f"a solution marker has no partner in:\n{source}")
    return stripped.rstrip("\n")


def _stub(match: re.Match[str]) -> str:
    indent, body = match["indent"], match["body"]
    if indent:
        return f"{indent}{STUB}\n"
    assigned: list[str] = []
    for statement in ast.parse(body).body:
        if isinstance(statement, (ast.FunctionDef, ast.ClassDef)):
            raise LessonError("a solution region stands inside a function, not around it")
        if isinstance(statement, (ast.Assign, ast.AnnAssign)):  # not what a loop or import binds
            bound = bound_by(statement)
            assigned += [word for word in _WORD.findall(ast.unparse(statement)) if word in bound]
    return "".join(f"{name} = {VALUE_STUB}\n" for name in dict.fromkeys(assigned))


def solution_regions(source: str) -> list[str]:
    """The texts between the markers of an answer cell."""
    return [match["body"] for match in _REGION.finditer(source)]


def json_text(line: str) -> str:
    """A line as it stands inside a JSON string."""
    return json.dumps(line, ensure_ascii=False)[1:-1]


def with_solution(source: str) -> str:
    """An answer cell as its author solved it, without the markers."""
    return re.sub(rf"^[ \t]*({BEGIN}|{END})[ \t]*\n?", "", source, flags=re.MULTILINE).rstrip("\n")


def notebook(
    lesson: Lesson, variant: Variant = "learner", among: Sequence[Path] = ()
) -> dict[str, Any]:
    """The notebook of a lesson, as nbformat 4.5 JSON.

    ``learner`` has stubs and checks everything, ``cohort`` has the solutions in their markers
    (nbgrader's source) and checks the examples, ``solved`` has solutions. ``among`` are the
    lessons that lie in one folder with it, where that isn't the folder of its part.
    """
    exercises = load(lesson.name)
    cells = [_notebook_cell(cell, lesson, exercises, variant, among) for cell in lesson.cells]
    if variant != "solved":
        for number in resting_on_answers(lesson):
            cells[number]["metadata"]["tags"] = [MAY_STOP]
    return {
        "cells": cells,
        "metadata": {
            "autograder": {"lesson": lesson.name, "part": lesson.part, "title": lesson.title},
            "kernelspec": {
                "display_name": "Python 3 (ipykernel)",
                "language": "python",
                "name": "python3",
            },
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def resting_on_answers(lesson: Lesson) -> list[int]:
    """The places of the code cells that an answer can stop: the answers, and what uses them.

    Run All goes on after an error in one of them. It stops in all others, whose errors are not
    the learner's.
    """
    places, resting = [], set[str]()
    for place, cell in enumerate(lesson.cells):
        own = names(cell.source) if cell.kind == "code" else Names()
        if cell.role in ("exercise", "check") or own.used & resting:
            places.append(place)
            resting |= own.bound
    return places


def _notebook_cell(
    cell: Cell,
    lesson: Lesson,
    exercises: dict[str, Exercise],
    variant: Variant,
    among: Sequence[Path],
) -> dict[str, Any]:
    metadata: dict[str, Any] = {}
    if cell.role:
        metadata["autograder"] = {"role": cell.role}
    if cell.alt:
        metadata["mystnb"] = {"image": {"alt": cell.alt}}
    if cell.folded:
        metadata["jupyter"] = {"source_hidden": True}
    if cell.role in ("exercise", "check", "essay"):
        points = exercises[cell.name].points if cell.role == "check" else cell.points
        metadata["nbgrader"] = _nbgrader(cell, points)
    if cell.role == "check":
        metadata |= {"deletable": False, "editable": False, "tags": [MAY_STOP]}
    notebook_cell: dict[str, Any] = {
        "cell_type": cell.kind,
        "id": cell.id,
        "metadata": metadata,
        "source": _source(cell, lesson, exercises, variant, among),
    }
    if cell.kind == "code":
        notebook_cell |= {"execution_count": None, "outputs": []}
    return notebook_cell


def _nbgrader(cell: Cell, points: int) -> dict[str, Any]:
    graded = cell.role in ("check", "essay")
    metadata = {
        "cell_type": cell.kind,
        "grade": graded,
        "grade_id": cell.id,
        "locked": cell.role == "check",
        "schema_version": 3,
        "solution": cell.role != "check",
        "task": False,
    }
    return metadata | ({"points": points} if graded else {})


def _source(
    cell: Cell,
    lesson: Lesson,
    exercises: dict[str, Exercise],
    variant: Variant,
    among: Sequence[Path],
) -> str:
    if cell.kind == "code":
        if cell.role == "exercise":
            return {"learner": without_solution, "solved": with_solution}.get(variant, str)(
                cell.source
            )
        if cell.role == "check" and variant == "cohort":
            return cell.source.replace("check(", "check.examples(", 1)
        return cell.source
    text = _TOKEN.sub(lambda token: _fill(token, lesson, exercises, among), cell.source)
    if cell.role == "card":
        return f"{card_head(exercises[cell.name])}\n\n{text}"
    if cell.role == "hints":
        after = [after_giving_up(cell.name)] if variant == "learner" else []
        return "\n".join([text, *hint_ladder(exercises[cell.name]), *after]).strip()
    if cell.role == "rubric":
        summary = "Rubric: open it after you have written your answer"
        return f"<details>\n<summary>{summary}</summary>\n\n{text}\n\n</details>"
    return text


def card_head(exercise: Exercise) -> str:
    """The head of an exercise card: difficulty, minutes, points, and what is checked."""
    points = f"{exercise.points} point{'s' * (exercise.points != 1)}"
    minutes = f"{exercise.minutes} minute{'s' * (exercise.minutes != 1)}"
    groups = ", ".join(f"{group.name} ({group.points})" for group in exercise.groups)
    return (
        f"> **Exercise `{exercise.name}`** · {exercise.difficulty} · {minutes} · {points}\n>\n"
        f"> Checked: {groups}"
    )


def hint_ladder(exercise: Exercise) -> list[str]:
    """The hints, each folded on its own."""
    rungs = []
    for number, hint in enumerate(exercise.hints, 1):
        summary = f"Hint {number} of {len(exercise.hints)}"
        rungs.append(f"<details>\n<summary>{summary}</summary>\n\n{hint}\n\n</details>\n")
    return rungs


def after_giving_up(exercise: str) -> str:
    """The last rung, in learners' notebooks alone: how to see solutions, and how to start again."""
    return (
        "<details>\n<summary>Give up, compare, or start again</summary>\n\n"
        f'- `solution("{exercise}")` in a cell of your own shows the course\'s solution and, where '
        "there are some, two that are written differently.\n"
        f'- `reset("{exercise}")` brings back the starter code. '
        f'`reset("{exercise}", undo=True)` brings back what you had.\n\n'
        "</details>\n"
    )


def _fill(
    token: re.Match[str], lesson: Lesson, exercises: dict[str, Exercise], among: Sequence[Path]
) -> str:
    word, name = token.groups()
    chosen = [exercises[name]] if name else list(exercises.values())
    if word == "minutes":
        return str(sum(exercise.minutes for exercise in chosen))
    if word == "points":
        essays = 0 if name else sum(cell.points for cell in lesson.named("essay"))
        return str(sum(exercise.points for exercise in chosen) + essays)
    if word == "next":
        return next_link(lesson, among)
    if word.startswith("sheet_"):
        return _of_a_sheet(word, name, exercises)
    raise LessonError(f"{lesson.name}: unknown token {token[0]}")


def _of_a_sheet(word: str, name: str, exercises: dict[str, Exercise]) -> str:
    """A table of the design sheet that the exercise ``name`` asks for."""
    groups = [g for g in exercises[name].groups if isinstance(g, Sheet)]
    if not groups:
        raise LessonError(f"{name} is not a design sheet, so it has no {{{{{word}}}}}")
    prompt = groups[0].prompt
    if not isinstance(prompt, Prompt):  # a changed one: beside the first of the lesson
        every = [g for each in exercises.values() for g in each.groups if isinstance(g, Sheet)]
        first = next(g.prompt for g in every if isinstance(g.prompt, Prompt))
        return tables.changes_table(first, prompt)
    texts = {
        "sheet_prompt": lambda: tables.prompt_table(prompt),
        "sheet_data": lambda: tables.data_table(prompt),
        "sheet_parts": lambda: tables.parts_table(prompt),
        "sheet_rules": tables.rules_table,
        "sheet_keys": lambda: tables.KEYS,
        "sheet_notes": lambda: tables.NOTES,
        "sheet_outcomes": tables.outcomes,
    }
    if word not in texts:
        raise LessonError(f"unknown token {{{{{word} {name}}}}}; known are {', '.join(texts)}")
    return texts[word]()


def next_link(lesson: Lesson, among: Sequence[Path] = ()) -> str:
    """A Markdown link to the lesson that follows in the course, or in the folder with ``among``.

    At the end it is a sentence.
    """
    every = among or lessons.paths()
    at = [path.name for path in every].index(lesson.name) + 1
    if at == len(every):
        return "This is the last lesson."
    path = every[at]
    same_folder = among or path.parent.name == lesson.part
    where = f"{path.name}.ipynb" if same_folder else f"../{path.parent.name}/{path.name}.ipynb"
    title = (path / "lesson.py").read_text(encoding="utf-8").split("\n# # ", 1)[1].split("\n", 1)[0]
    return f"[{title.strip()}]({where})"


def as_bytes(notebook: dict[str, Any]) -> bytes:
    """A notebook as it is written to disk."""
    split = [
        {**cell, "source": "".join(cell["source"]).splitlines(keepends=True)}
        for cell in notebook["cells"]
    ]
    text = json.dumps({**notebook, "cells": split}, indent=1, ensure_ascii=False, sort_keys=True)
    return f"{text}\n".encode()


def build(
    out: Path, variant: Variant = "learner", only: Sequence[Path] | None = None
) -> list[Path]:
    """Write the notebooks of all lessons (or of ``only`` these files) under ``out``, by part.

    Files that would not change are left alone. Returns what was written anew.
    """
    written = []
    for path in only or lessons.paths():
        lesson = read_lesson(path)
        target = out / lesson.part / f"{lesson.name}.ipynb"
        content = as_bytes(notebook(lesson, variant))
        if not target.exists() or target.read_bytes() != content:
            write(target, content)
            written.append(target)
    return written
