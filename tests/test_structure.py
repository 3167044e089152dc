"""Imports go one way, as autograder/README.md says, and a file has one subject."""

from __future__ import annotations

import ast
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "autograder"
ROOMS = [
    {"values", "limit", "names", "data"},
    {"exercise"},
    {"search", "chance", "live", "answer"},
    {"groups"},
    {"checks"},
    {"card", "check", "figures", "complexity", "sql"},
    {"lesson", "release"},
    {"bank", "authoring"},
    {"judge"},
    {"study", "cohort", "site"},
    {"cli"},
]
RANK = {room: number for number, rooms in enumerate(ROOMS) for room in rooms}
GROUND = {"hypothesis"}
SQL_ALONE = {"queries.py", "database.py"}
"""Groups that only the checks of SQL lessons import."""


def sources() -> list[Path]:
    return [path for path in PACKAGE.rglob("*.py") if "lessons" not in path.parts]


def room_of(path: Path) -> str:
    inside = path.relative_to(PACKAGE)
    return inside.parts[0].removesuffix(".py")


def imported(path: Path) -> list[tuple[str, int]]:
    """The rooms that a file imports, with the line."""
    package = ["autograder", *path.relative_to(PACKAGE).parent.parts]
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            stem = ".".join([*base, *([node.module] if node.module else [])])
            names = [f"{stem}.{alias.name}" for alias in node.names]
        for name in names:
            parts = name.split(".")
            if parts[0] == "autograder" and len(parts) > 1 and parts[1] in RANK:
                found.append((parts[1], node.lineno))
    return found


def test_imports_go_one_way():
    wrong = []
    for path in sources():
        room = room_of(path)
        if room == "__init__":
            continue
        for other, line in imported(path):
            peers = other != room and {other, room} <= ROOMS[-2]
            if RANK[other] > RANK[room] or peers:
                wrong.append(f"{path.relative_to(PACKAGE)}:{line} imports {other}")
    assert not wrong, "\n".join(wrong)


def test_every_room_is_in_the_table():
    rooms = {room_of(path) for path in sources()} - {"__init__", "__main__"}
    table = (PACKAGE / "README.md").read_text()
    assert rooms == set(RANK)
    assert all(f"`{room}.py`" in table or f"`{room}/`" in table for room in rooms)


def test_the_ground_floor_imports_the_standard_library_and_hypothesis_alone():
    import sys

    outside = []
    for path in sources():
        if RANK.get(room_of(path), 99) > RANK["groups"] or path.name in SQL_ALONE:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module or ""]
            outside += [
                f"{path.name}: {name}"
                for name in names
                if name.split(".")[0] not in {*sys.stdlib_module_names, *GROUND}
            ]
    assert outside == []
