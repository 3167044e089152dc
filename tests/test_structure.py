"""Imports go one way, as autograder/README.md says, and the rooms are what it names."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from autograder import groups, lessons
from autograder.groups import queries

PACKAGE = Path(__file__).parents[1] / "autograder"
FLOORS = [
    {"core", "data"},
    {"trying", "design"},
    {"groups"},
    {"lessons"},
    {"check", "figures", "complexity", "rehearsal", "sketch", "sql"},
    {"authoring", "judge"},
    {"study", "cohort", "site"},
    {"cli"},
]
RANK = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
NOTEBOOKS_IMPORT = {
    "check", "complexity", "figures", "rehearsal", "sketch", "sql", "data", "lessons",
}  # fmt: skip
ON_A_PAGE = {"core", "trying", "groups", "design", "lessons"}
SQL_ALONE = {"queries.py", "database.py", "metrics.py", "tables.py"}
"""Groups that only the checks of SQL lessons import."""
WHERE_BUILT = {"core/arguments.py": {"numpy", "pandas"}}
"""Libraries that are imported inside a function, where an argument of theirs is built."""
MIRRORED = (
    "core",
    "trying",
    "design",
    "groups",
    "authoring",
    "judge",
    "study",
    "cohort",
    "site",
    "cli",
)


def sources() -> list[Path]:
    """The modules of the package, without those of lessons."""
    return [path for path in PACKAGE.rglob("*.py") if not is_of_a_lesson(path)]


def is_of_a_lesson(path: Path) -> bool:
    return path.relative_to(PACKAGE).parts[0] == "lessons" and path.name != "__init__.py"


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> list[tuple[str, int]]:
    """The modules that a file imports, by their full name, with the line."""
    package = ["autograder", *path.relative_to(PACKAGE).parent.parts]
    names: list[tuple[str, int]] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [(alias.name, node.lineno) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            stem = ".".join([*base, *([node.module] if node.module else [])])
            names += [(f"{stem}.{alias.name}", node.lineno) for alias in node.names]
    return names


def test_imports_go_one_way():
    wrong = []
    for path in sources():
        room = room_of(path)
        for name, line in imported(path) if room != "__init__" else []:
            parts = name.split(".")
            other = parts[1] if parts[0] == "autograder" and len(parts) > 1 else room
            if other not in RANK or other == room:
                continue
            beside = RANK[other] == RANK[room] >= RANK["authoring"]
            if RANK[other] > RANK[room] or beside:
                wrong.append(f"{path.relative_to(PACKAGE)}:{line} imports {other}")
    assert not wrong, "\n".join(wrong)


def test_every_room_has_a_line_in_the_table():
    rooms = {room_of(path) for path in sources()} - {"__init__"}
    assert rooms <= set(RANK)
    table = (PACKAGE / "README.md").read_text(encoding="utf-8")
    lines = [line for line in table.splitlines() if line.startswith("| `")]
    assert {name for line in lines for name in re.findall(r"`(\w+)(?:/|\.py)`", line)} >= rooms


def test_at_the_top_of_the_package_is_what_notebooks_import():
    top = {path.stem for path in PACKAGE.glob("*.py")} - {"__init__"}
    assert top == NOTEBOOKS_IMPORT - {"lessons"}
    exported = {*NOTEBOOKS_IMPORT, "CountingRandom", "StepCounter", "enumerate_law"}
    for path in PACKAGE.glob("lessons/*/*/lesson.py"):
        for name, line in imported(path):
            parts = name.split(".")
            if parts[0] == "autograder":
                assert parts[1] in exported, f"{path}:{line} imports {name}"


def test_what_runs_on_a_page_imports_the_standard_library_and_hypothesis_alone():
    outside = [
        f"{path.relative_to(PACKAGE)}: {name}"
        for path in sources()
        if room_of(path) in ON_A_PAGE and path.name not in SQL_ALONE
        for name, _ in imported(path)
        if name.split(".")[0] not in {*sys.stdlib_module_names, "hypothesis", "autograder"}
        and name not in WHERE_BUILT.get(path.relative_to(PACKAGE).as_posix(), ())
    ]
    assert outside == []
    code = "import sys, autograder.groups\nprint({'numpy', 'pandas'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout == "set()\n", done.stderr


def test_checks_import_from_the_public_page_of_groups_alone():
    """A contract uses nothing private. The groups for SQL have a page of their own."""
    public = {f"autograder.groups.{name}" for name in groups.__all__}
    public |= {f"autograder.groups.queries.{name}" for name in queries.__all__}
    wrong = [
        f"{path.parent.name}:{line} imports {name}"
        for path in PACKAGE.glob("lessons/*/*/checks.py")
        for name, line in imported(path)
        if name.startswith("autograder.") and name not in public
    ]
    assert not wrong, "\n".join(wrong)


def test_no_contract_defines_a_kind_of_group():
    """A contract is data. What a lesson needs of a group of its own, `groups` offers."""
    wrong = [
        f"{name}: {each.__name__}"
        for name in (path.name for path in lessons.paths() if lessons.load(path.name))
        for each in vars(sys.modules[checks_module(name)]).values()
        if isinstance(each, type)
        and each.__module__ == checks_module(name)
        and hasattr(each, "run")
    ]
    assert not wrong, "\n".join(wrong)


def test_the_values_of_measured_calls_are_compared():
    """Else an answer that gives up on large inputs has full marks for its work."""
    open_ended = [
        f"{name}: {group.name or type(group).__name__}"
        for name in (path.name for path in lessons.paths())
        for exercise in lessons.load(name).values()
        for group in groups.parts_of(exercise.groups)
        if isinstance(group, (groups.Growth, groups.Memory, groups.MethodGrowth))
        and not any(getattr(group, each, None) for each in ("oracle", "also", "model"))
    ]
    assert not open_ended, "\n".join(open_ended)


def checks_module(lesson: str) -> str:
    folder = lessons.find_path(lesson)
    return f"autograder.lessons.{folder.parent.name}.{folder.name}.checks"


def test_the_table_of_groups_names_all_kinds():
    table = (PACKAGE / "groups" / "README.md").read_text(encoding="utf-8")
    kinds = {name for name in groups.__all__ if hasattr(getattr(groups, name), "run_examples")}
    kinds |= {name for name in queries.__all__ if hasattr(getattr(queries, name), "run_examples")}
    assert {name for name in kinds if f"| `{name}` |" not in table} == set()


def test_the_tests_mirror_the_rooms():
    tests = Path(__file__).parent
    assert all((tests / room).is_dir() and [*(tests / room).glob("test_*.py")] for room in MIRRORED)


@pytest.mark.parametrize("folder", sorted(PACKAGE.glob("lessons/*/*/")), ids=lambda path: path.name)
def test_a_folder_of_a_lesson_holds_the_lesson_and_nothing_else(folder):
    inside = {path.name for path in folder.iterdir()} - {"__pycache__"}
    assert inside <= {"lesson.py", "checks.py", "bank"}
    assert "lesson.py" in inside
    assert all(path.suffix == ".py" for path in folder.glob("bank/*"))
