"""What an author runs: check that lessons are sound, and start a new one."""

from __future__ import annotations

import ast
import functools
import re
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from textwrap import dedent

from . import lesson as lessons
from . import release
from .checks import index, load
from .lesson import PARTS, Lesson, LessonError

CHECKS = Path(__file__).parent / "checks"

OPENING = ("**You will be able to**", "**Before you start**", "**Time**")
CLOSING = ("Recap", "Say it in 60 seconds", "Follow-ups to expect", "Next")
BODY = {
    "1_coding": (
        "The question",
        "Clarify",
        "A tiny example",
        "Brute force first",
        "A better way",
        "Your turn",
        "A variation, unaided",
        "Measured complexity",
        "Wrong answers people give",
        "Spot the error",
    ),
    "3_system_design": (
        "The prompt",
        "Clarify and frame",
        "Capacity",
        "Metrics",
        "Data and labels",
        "The miniature",
        "Serving",
        "Rollout, monitoring, failure",
        "Your design",
        "Rubric",
        "Model answer",
        "A weak answer",
    ),
    "5_behavioural": (
        "The question",
        "A weak answer",
        "A strong answer",
        "Your story",
        "Your two-minute answer",
        "Rubric",
        "Calibrate",
        "Probes to expect",
    ),
}


def check_all(notebooks: Path) -> list[str]:
    """Every problem of every lesson and of the built notebooks, a sentence each."""
    problems: list[str] = []
    read: list[Lesson] = []
    for path in lessons.paths():
        try:
            lesson = lessons.read(path)
            problems += [f"{path.stem}: {problem}" for problem in check_lesson(lesson)]
            read.append(lesson)
        except (LessonError, SyntaxError) as error:
            problems.append(f"{path.stem}: {error}")
    known = {lesson.name for lesson in read}
    orphans = sorted(set(index().values()) - known)
    problems += [f"checks/{name}.py has no lesson" for name in orphans]
    return problems + list(drift(read, notebooks))


def check_lesson(lesson: Lesson) -> Iterator[str]:
    """The problems of one lesson: its shape, its exercises, its stubs."""
    text = "\n\n".join(cell.source for cell in lesson.cells if cell.kind == "markdown")
    headings = re.findall(r"^## (.+?)\s*$", text, re.MULTILINE)
    opening = lesson.cells[0].source
    yield from (f"the first cell lacks {word}" for word in OPENING if word not in opening)
    if not re.search(r"^> \*\*What is really tested", opening, re.MULTILINE):
        yield "the first cell lacks the line '> **What is really tested.** ...'"
    wanted = (*BODY.get(lesson.part, ()), *CLOSING)
    yield from (f"the section '## {each}' is missing" for each in wanted if each not in headings)
    found = [each for each in headings if each in wanted]
    if sorted(found) == sorted(wanted) and found != list(wanted):
        yield f"the sections stand in another order than {', '.join(wanted)}"
    yield from _check_exercises(lesson)
    yield from _check_stubs(lesson)
    yield from _check_imports(lesson)


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
        if len(exercise.right) < 4:
            yield f"{name} has {len(exercise.right)} right solutions, fewer than four"
        if len({group.name for group in exercise.groups}) < len(exercise.groups):
            yield f"{name} has two groups of one name"
    defined = {n for cell in lesson.named("exercise") for n in defined_names(cell.source)}
    yield from (f"no answer cell defines {name}" for name in exercises if name not in defined)
    essays = {cell.name for cell in lesson.named("essay")}
    rubrics = {cell.name for cell in lesson.named("rubric")}
    yield from (f"the essay {name} has no rubric" for name in sorted(essays - rubrics))


def defined_names(source: str) -> set[str]:
    """The names that the text of a cell defines at its top level."""
    names: set[str] = set()
    for node in ast.parse(source).body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            names.add(node.name)
        targets = node.targets if isinstance(node, ast.Assign) else []
        targets = [node.target] if isinstance(node, ast.AnnAssign) else targets
        names |= {target.id for target in targets if isinstance(target, ast.Name)}
    return names


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
            yield from (f"the cell {cell.id} imports {name}, which learners may lack; say what "
                        "to do in an except ImportError" for name in lacking)


@functools.cache
def learners_modules() -> frozenset[str]:
    """The top-level modules that come with Python, the course and what the course depends on."""
    needed = {
        _normal(re.match(r"[\w.-]+", each)[0])
        for each in metadata.requires("autograder") or ()
        if "extra ==" not in each
    }
    installed = metadata.packages_distributions()
    own = {name for name, owners in installed.items() if needed & set(map(_normal, owners))}
    return frozenset({"autograder", "IPython", *sys.stdlib_module_names, *own})


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
    if any(isinstance(each, ast.ExceptHandler) and _catches_import(each) for each in nodes):
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
    found = [word for word in (release.BEGIN, release.END) if word in text]
    for cell in lesson.named("exercise"):
        for body in release.solution_regions(cell.source):
            # As JSON writes it, so that quotes and line ends compare.
            lines = [line.strip() for line in body.splitlines() if line.strip()]
            if lines and all(release.json_text(line) in text for line in lines):
                found.append(lines[0])
    return found


LESSON_TEMPLATE = '''\
# %% [markdown]
# # {title}
#
# > **What is really tested.** One line.
#
# **You will be able to**
# - one
# - two
# - three
#
# **Before you start**: what the reader should know.
#
# **Time**: 20 minutes reading, {{{{minutes}}}} minutes practice · {{{{points}}}} points

# %% given="setup"
from autograder import check, complexity

{sections}# %% [markdown] card="{exercise}"
# What to write, with every case decided.

# %% exercise="{exercise}"
def {exercise}(n: int) -> int:
    """Return the square of ``n``."""
    ### BEGIN SOLUTION
    return n * n
    ### END SOLUTION

# %% check="{exercise}"
check({exercise})

# %% [markdown] hints="{exercise}"

{closing}'''

CHECKS_TEMPLATE = '''\
"""Checks of lesson {number}."""

from __future__ import annotations

from ..exercise import Exercise, Right, Wrong
from ..groups import Group, case

{exercise} = Exercise(
    difficulty="easy",
    minutes=10,
    groups=[
        Group("examples", cases=[case(3, gives=9)]),
    ],
    hints=["One.", "Two.", "Three.", "Four."],
    wrong=[
        Wrong(
            "doubles",
            caught_by="examples",
            source="""
def {exercise}(n):
    return 2 * n
""",
        ),
    ],
    right=[
        Right(name, f"def {exercise}(n):\\n    return {{text}}\\n")
        for name, text in {{"power": "n ** 2", "product": "n * n",
                          "sum": "sum(n for _ in range(n))", "abs": "abs(n) * abs(n)"}}.items()
    ],
)
'''


def new(part: str, name: str) -> list[Path]:
    """Write the two files of a new lesson from a template. Existing files are left alone."""
    if part not in PARTS:
        raise LessonError(f"There is no part {part}. The parts are {', '.join(PARTS)}.")
    if not re.fullmatch(rf"{part[0]}\d\d_[a-z0-9_]+", name):
        raise LessonError(f"A lesson of {part} is called {part[0]}NN_topic, in lower case.")
    exercise = f"{name[4:]}_answer"
    files = {
        lessons.LESSONS / part / f"{name}.py": LESSON_TEMPLATE.format(
            title=name[4:].replace("_", " ").capitalize(),
            exercise=exercise,
            sections="".join(f"# %% [markdown]\n# ## {each}\n\n" for each in BODY.get(part, ())),
            closing="\n".join(
                f"# %% [markdown]\n# ## {each}\n#\n# {'{{next}}' if each == 'Next' else '...'}\n"
                for each in CLOSING
            ),
        ),
        CHECKS / f"{name}.py": CHECKS_TEMPLATE.format(number=name[:3], exercise=exercise),
    }
    for path in files:
        if path.exists():
            raise LessonError(f"{path} exists already; nothing was written.")
    for path, text in files.items():
        release.write_atomically(path, dedent(text).encode())
    return list(files)
