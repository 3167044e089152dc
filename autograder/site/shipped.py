"""The part of the package that the pages run: the checks without their banks, and what they use.

The wrong and right solutions of an exercise, its hints and the curves to plot beside an answer
are arguments of the calls that make it. They are left out, and so is every definition that
nothing uses any more. What is left is what a check needs to judge an answer.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from .. import release

PACKAGE = Path(release.__file__).parent
BANK = ("hints", "right", "wrong")
CURVES = ("best", "brute")
_GROUND = (
    "__init__", "answer", "card", "chance", "check", "complexity", "data", "exercise", "figures",
    "lesson", "limit", "live", "names", "search", "sql", "values",
)


def files(
    lessons: Sequence[str], exercises: Mapping[str, Collection[str]] | None = None
) -> dict[str, bytes]:
    """The files of the package by their path in it, with the checks of these lessons.

    ``exercises`` names those of each lesson that are wanted; without it all are.
    """
    paths = [PACKAGE / f"{name}.py" for name in _GROUND]
    paths += sorted(PACKAGE.glob("groups/*.py"))
    paths += [PACKAGE / "checks" / "__init__.py"]
    found = {path.relative_to(PACKAGE.parent).as_posix(): path.read_bytes() for path in paths}
    for name in lessons:
        path = PACKAGE / "checks" / f"{name}.py"
        if path.exists():
            where = path.relative_to(PACKAGE.parent).as_posix()
            found[where] = without_bank(
                path.read_text(encoding="utf-8"), exercises[name] if exercises else None
            ).encode()
    return found


def without_bank(source: str, exercises: Collection[str] | None = None) -> str:
    """The text of a module of checks without solutions, comments and docstrings.

    ``exercises`` are those to keep.
    """
    module = ast.parse(source)
    if exercises is not None:
        module.body = [
            node
            for node in module.body
            if not _is_exercise(node) or not set(_defined(node)).isdisjoint(exercises)
        ]
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            node.keywords = [each for each in node.keywords if each.arg not in CURVES]
        if _is_exercise(node):
            call = node.value
            call.keywords = [each for each in call.keywords if each.arg not in BANK]
            call.keywords.append(ast.keyword("hints", ast.Tuple([], ast.Load())))
    kept = set(_used(module))
    module.body = [node for node in module.body if node in kept]
    for node in ast.walk(module):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and ast.get_docstring(node):
            node.body = node.body[1:] or [ast.Pass()]
    return f"{ast.unparse(module)}\n"


def _used(module: ast.Module) -> Iterator[ast.stmt]:
    """The imports, the exercises, and all that these use, directly or not."""
    definitions: dict[str, list[ast.stmt]] = {}
    waiting: list[ast.stmt] = []
    for node in module.body:
        names = list(_defined(node))
        for name in names:
            definitions.setdefault(name, []).append(node)
        if isinstance(node, (ast.Import, ast.ImportFrom)) or _is_exercise(node):
            waiting.append(node)
        elif not names and not _is_text(node):
            waiting.append(node)
    seen: set[ast.stmt] = set()
    while waiting:
        node = waiting.pop()
        if node in seen:
            continue
        seen.add(node)
        yield node
        parts = list(ast.walk(node))
        imported = {
            alias.asname or alias.name
            for part in parts
            if isinstance(part, (ast.Import, ast.ImportFrom))
            for alias in part.names
        }
        for part in parts:
            if isinstance(part, ast.Name) and part.id not in imported:
                waiting += definitions.get(part.id, [])


def _defined(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        yield node.name
    elif isinstance(node, (ast.Assign, ast.AnnAssign)):
        for part in ast.walk(node):
            if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
                yield part.id


def _is_exercise(node: ast.AST) -> bool:
    made = node.value if isinstance(node, ast.Assign) else None
    return isinstance(made, ast.Call) and ast.unparse(made.func) == "Exercise"


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
