"""Check that lessons are sound, and that what was built from them is up to date."""

from __future__ import annotations

import ast
import functools
import re
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from autograder import lessons
from autograder.core.errors import LessonError, UserError
from autograder.core.exercise import Exercise
from autograder.core.names import names
from autograder.groups import Growth, parts_of
from autograder.lessons import bank, load

from . import release
from .lesson import Lesson, read_lesson
from .shape import BODY, CLOSING, OPENING

DRAWS = re.compile(
    r"^with style\(\)|\bplot\.(?:text|plot|set|add_patch)\(|\b(?:axes|picture)\(", re.MULTILINE
)
"""What the code of a drawing has in it."""
DISTRIBUTION = "mle-interview-course"


def check_all(notebooks: Path) -> list[str]:
    """Every problem of every lesson and of the built notebooks, a sentence each."""
    problems: list[str] = []
    read: list[Lesson] = []
    for path in lessons.paths():
        try:
            lesson = read_lesson(path)
            problems += [f"{path.name}: {problem}" for problem in check_lesson(lesson)]
            read.append(lesson)
        except (LessonError, SyntaxError) as error:
            problems.append(f"{path.name}: {error}")
    return problems + list(drift(read, notebooks))


def check_lesson(lesson: Lesson) -> Iterator[str]:
    """The problems of one lesson: its shape, its exercises, its stubs."""
    text = "\n\n".join(cell.source for cell in lesson.cells if cell.kind == "markdown")
    headings = re.findall(r"^## (.+?)\s*$", text, re.MULTILINE)
    opening = lesson.cells[0].source
    yield from (f"the first cell lacks {word}" for word in OPENING if word not in opening)
    if not re.search(r"^> \*\*What is really tested", opening, re.MULTILINE):
        yield "the first cell lacks the line '> **What is really tested.** ...'"
    wanted = (*BODY[lesson.part], *CLOSING)
    yield from (
        f"the section '## {section}' is missing" for section in wanted if section not in headings
    )
    present = [section for section in headings if section in wanted]
    if sorted(present) == sorted(wanted) and present != list(wanted):
        yield f"the sections stand in another order than {', '.join(wanted)}"
    yield from _check_exercises(lesson)
    yield from _check_stubs(lesson)
    yield from _check_imports(lesson)
    yield from _check_folds(lesson)


def _check_exercises(lesson: Lesson) -> Iterator[str]:
    exercises = load(lesson.name)
    for role in ("check", "card", "hints"):
        named = [cell.name for cell in lesson.named(role)]
        if sorted(named) != sorted(exercises):
            yield f"{role} cells name {sorted(named)}, the checks define {sorted(exercises)}"
    for cell in lesson.named("check"):
        if not re.search(rf"check\({cell.name}(=|\))", cell.source):
            yield f"the cell check={cell.name} does not check {cell.name}"
    for name, exercise in exercises.items():
        if len(exercise.hints) != 4:
            yield f"{name} has {len(exercise.hints)} hints, not four"
        yield from _check_bank(exercise)
        if len({group.name for group in exercise.groups}) < len(exercise.groups):
            yield f"{name} has two groups of one name"
    bound = {name for cell in lesson.named("exercise") for name in names(cell.source).bound}
    yield from (f"no answer cell defines {name}" for name in exercises if name not in bound)
    essays = {cell.name for cell in lesson.named("essay")}
    rubrics = {cell.name for cell in lesson.named("rubric")}
    yield from (f"the essay {name} has no rubric" for name in sorted(essays - rubrics))


def _check_bank(exercise: Exercise) -> Iterator[str]:
    solutions = bank(exercise.name)
    if len(solutions.right) < 4:
        yield f"{exercise.name} has {len(solutions.right)} right solutions, fewer than four"
    groups = {group.name for group in exercise.groups}
    for wrong in solutions.wrong:
        if wrong.caught_by not in groups:
            yield f"{exercise.name}, {wrong.name!r}: there is no group {wrong.caught_by!r}"
    known = {solution.name for solution in solutions.solutions}
    for group in parts_of(exercise.groups):
        if isinstance(group, Growth):
            curves = {group.brute, group.best} - {""} - known
            yield from (
                f"{exercise.name} plots {name!r}, which is not in its bank"
                for name in sorted(curves)
            )


def _check_stubs(lesson: Lesson) -> Iterator[str]:
    for cell in lesson.cells:
        marked = release.BEGIN in cell.source or release.END in cell.source
        if cell.role != "exercise":
            if marked:
                yield f"a solution marker stands outside an answer cell: {cell.id}"
            continue
        if not marked:
            yield f"the answer cell {cell.name} marks no solution"
        stub = release.without_solution(cell.source)
        ast.parse(stub)
        if stub.strip() == release.with_solution(cell.source).strip():
            yield f"the stub of {cell.name} is its solution"


def _check_imports(lesson: Lesson) -> Iterator[str]:
    """Modules that a learner may not have: neither Python's own nor those of a dependency."""
    present = learners_modules()
    for cell in lesson.cells:
        if cell.kind == "code":
            lacking = sorted(imported_modules(cell.source) - present)
            yield from (
                f"the cell {cell.id} imports {name}, which learners may lack; say what "
                "to do in an except ImportError"
                for name in lacking
            )


def _check_folds(lesson: Lesson) -> Iterator[str]:
    """Drawings whose code stands open: a reader wants to see the picture first."""
    for cell in lesson.cells:
        draws = cell.kind == "code" and not cell.role and DRAWS.search(cell.source)
        if draws and not cell.folded:
            start = cell.source.partition("\n")[0]
            yield f"the drawing that starts {start!r} isn't folded; write folded=true on its marker"


@functools.cache
def learners_modules() -> frozenset[str]:
    """The top-level modules that come with Python, the course and what the course depends on."""
    needed = {
        _normal(re.split(r"[^\w.-]", requirement)[0])
        for requirement in _requirements()
        if "extra ==" not in requirement
    }
    installed = metadata.packages_distributions()
    own = {name for name, owners in installed.items() if needed & set(map(_normal, owners))}
    return frozenset({"autograder", "IPython", *sys.stdlib_module_names, *own})


def _requirements() -> list[str]:
    try:
        return metadata.requires(DISTRIBUTION) or []
    except metadata.PackageNotFoundError as error:  # a checkout that was renamed since
        text = f"{DISTRIBUTION} is not installed here. Run pip install -e . in the course's folder."
        raise UserError(text) from error


def _normal(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()


def imported_modules(source: str) -> set[str]:
    """The top-level modules that a cell can't do without.

    None for a cell that says what to do on an ImportError, or that is no Python.
    """
    try:
        nodes = list(ast.walk(ast.parse(source)))
    except SyntaxError:
        return set()
    if any(isinstance(node, ast.ExceptHandler) and _catches_import(node) for node in nodes):
        return set()
    names = {a.name for node in nodes if isinstance(node, ast.Import) for a in node.names}
    names |= {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    return {name.partition(".")[0] for name in names}


def _catches_import(handler: ast.ExceptHandler) -> bool:
    caught = ast.unparse(handler.type) if handler.type else "ImportError"
    return "ImportError" in caught or "ModuleNotFoundError" in caught


def drift(read: list[Lesson], notebooks: Path) -> Iterator[str]:
    """Built notebooks that differ from their lessons, and solutions that leaked into them."""
    expected = {}
    for lesson in read:
        path = notebooks / lesson.part / f"{lesson.name}.ipynb"
        expected[path] = lesson
        content = release.as_bytes(release.notebook(lesson))
        if not path.exists():
            yield f"{path} is missing; run mle author build"
        elif path.read_bytes() != content:
            yield f"{path} is not what its lesson says; run mle author build"
        yield from (f"{lesson.name}: leaks {leak!r}" for leak in leaks(lesson, content.decode()))
    for path in sorted(notebooks.glob("*/*.ipynb")):
        if path not in expected:
            yield f"{path} has no lesson; remove it"


def leaks(lesson: Lesson, text: str) -> list[str]:
    """Markers, and whole solution regions, that stand in the text of a released notebook."""
    leaked = [word for word in (release.BEGIN, release.END) if word in text]
    for cell in lesson.named("exercise"):
        for body in release.solution_regions(cell.source):
            # As JSON writes it, so that quotes and line ends compare.
            lines = [line.strip() for line in body.splitlines() if line.strip()]
            if lines and all(release.json_text(line) in text for line in lines):
                leaked.append(lines[0])
    return leaked
