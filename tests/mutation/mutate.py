"""Change the lessons' own solutions a little, and see whether the checks notice.

    python tests/mutation/mutate.py [LESSON ...]

Writes ``build/mutation.md`` and prints one line an exercise. A mutant that survives is either
explained in ``equivalent.toml``, because it does the same as the original, or is a hole in the
checks: then the exit status is 1. Python is mutated by cosmic-ray's operators, SQL by replacing
one word or sign at a time. All lessons take minutes.
"""

from __future__ import annotations

import ast
import functools
import itertools
import multiprocessing
import re
import sys
import tomllib
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

from autograder import lessons
from autograder.authoring import release
from autograder.authoring import trials as bank
from autograder.authoring.lesson import read_lesson
from autograder.core.files import write
from autograder.lessons import load
from autograder.trying.drawing import without_shrinking

FOLDER = Path(__file__).parent
REPORT = Path("build/mutation.md")

# One or two replacements an operator are enough; `is` for `==` changes nothing for small values.
_BINARY = (
    "Add_Sub Add_Mul Sub_Add Sub_Mul Mul_Add Mul_FloorDiv Div_Mul Div_FloorDiv FloorDiv_Div "
    "FloorDiv_Mul Mod_FloorDiv Mod_Add Pow_Mul RShift_LShift LShift_RShift BitOr_BitAnd "
    "BitAnd_BitOr BitXor_BitOr BitXor_BitAnd"
).split()
_LEFT_OUT = re.compile(r"_Is$|_IsNot$|Variable|_Delete_|_UAdd|_Invert")
OPERATORS = [
    name
    for name in operator_names()
    if ("BinaryOperator" not in name or name.partition("Operator_")[2] in _BINARY)
    and (not _LEFT_OUT.search(name) or name.endswith("Operator_Is_IsNot"))
]
HEAD = [
    "# Mutation",
    "",
    "Small changes to the lessons' own solutions. A survivor passes all checks; why it is no hole",
    "stands beside it.",
    "",
    "| lesson | exercise | mutants | killed | survive |",
    "|---|---|---|---|---|",
]
SQL_CHANGES = [
    (r"(?<![<>])<(?![=>])", "<="), (r"<=", "<"), (r"(?<![<-])>(?!=)", ">="), (r">=", ">"),
    (r"(?<![<>!:])=", "<>"), (r"\bLEFT JOIN\b", "JOIN"), (r"\bDISTINCT\b", ""), (r"\*", "+"),
    (r"\+", "-"), (r"(?<=\s)-(?=\s)", "+"), (r"\bAND\b", "OR"), (r"\b0\b", "1"), (r"\b1\b", "2"),
    (r"\bsum\b", "max"), (r"\bcount\b", "max"), (r"\bmonth\b", "year"), (r"\bASC\b", "DESC"),
    (r"\bIS NULL\b", "IS NOT NULL"), (r"\bUNION ALL\b", "UNION"),
    (r"\bUNION\b(?! ALL)", "UNION ALL"), (r"\b2020\b", "2021"), (r"\b2021\b", "2022"),
    (r"\bmin\b", "max"), (r"\bmax\b", "min"),
]  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """A changed solution: the line that was changed, and what stands there now."""

    lesson: str
    exercise: str
    was: str
    now: str
    source: str


def mutants(lesson: str) -> Iterator[Mutant]:
    """All mutants of a lesson's solutions, each once."""
    read = read_lesson(lessons.find_path(lesson))
    forms = _known()["forms"]
    for name in load(read.name):
        if name in forms:
            continue
        for cell in read.cells:
            if cell.kind == "code" and cell.role == "exercise" and cell.name == name:
                original = release.with_solution(cell.source)
                yield from _of(read.name, name, original)


def _of(lesson: str, exercise: str, original: str) -> Iterator[Mutant]:
    seen = {_meaning(ast.parse(original))}
    for changed in (*_python(original), *_sql(original)):
        try:
            tree = ast.parse(changed)
        except SyntaxError:
            continue
        if (meaning := _meaning(tree)) in seen:
            continue
        seen.add(meaning)
        pairs = zip(original.splitlines(), changed.splitlines())
        was, now = next((a, b) for a, b in pairs if a != b)
        yield Mutant(lesson, exercise, was.strip(), now.strip(), changed)


def _meaning(tree: ast.Module) -> str:
    """The text without its annotations, which change nothing."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            node.returns = None
        elif isinstance(node, ast.arg):
            node.annotation = None
        elif isinstance(node, ast.AnnAssign):
            node.annotation = ast.Constant(None)
    return ast.unparse(tree)


def _python(original: str) -> Iterator[str]:
    for name in OPERATORS:
        operator = get_operator(name)()
        for occurrence in itertools.count():
            changed = mutate_code(original, operator, occurrence)
            if changed is None:
                break
            yield changed


def _sql(original: str) -> Iterator[str]:
    """Changes inside the texts of the solution that hold a query."""
    for node in ast.walk(ast.parse(original)):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        if not re.search(r"\bselect\b", node.value, re.I) or node.value not in original:
            continue
        start = original.index(node.value)
        for pattern, other in SQL_CHANGES:
            for found in re.finditer(pattern, node.value, re.I):
                at, end = start + found.start(), start + found.end()
                yield original[:at] + other + original[end:]


def survives(mutant: Mutant) -> bool:
    """Whether all groups of the exercise pass the mutant."""
    exercise = load(mutant.lesson)[mutant.exercise]
    namespace = _namespace(mutant.lesson)
    try:
        with without_shrinking():
            return bank.report_on(exercise, mutant.source, namespace).state == "passed"
    except (Exception, SystemExit):
        return False  # the cell itself breaks


@functools.cache
def _namespace(lesson: str) -> dict[str, Any]:
    return bank.namespace_of(read_lesson(lessons.find_path(lesson)))


@functools.cache
def _known() -> dict[str, Any]:
    return tomllib.loads((FOLDER / "equivalent.toml").read_text(encoding="utf-8"))


def explanations() -> dict[tuple[str, str, str], str]:
    """Why a mutant is no hole, by exercise and by the line before and after."""
    return {
        (exercise, _dense(each["was"]), _dense(now)): each["why"]
        for exercise, entries in _known().items()
        if exercise != "forms"
        for each in entries
        for now in ([each["now"]] if isinstance(each["now"], str) else each["now"])
    }


def _dense(line: str) -> str:
    return "".join(line.split())


def main(names: list[str]) -> int:
    """Run all mutants of the lessons; returns 1 where one survives unexplained."""
    known = explanations()
    chosen = [lessons.find_path(name).name for name in names] or [
        path.name for path in lessons.paths() if load(path.name)
    ]
    rows, notes, holes = [], [], 0
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as pool:
        for lesson in chosen:
            made = list(mutants(lesson))
            left = [m for m, alive in zip(made, pool.map(survives, made)) if alive]
            for exercise in dict.fromkeys(mutant.exercise for mutant in made):
                all_of_it = sum(mutant.exercise == exercise for mutant in made)
                alive = sum(mutant.exercise == exercise for mutant in left)
                rows.append(
                    f"| {lesson} | {exercise} | {all_of_it} | {all_of_it - alive} | {alive} |"
                )
                print(rows[-1], flush=True)
            for each in left:
                why = known.get((each.exercise, _dense(each.was), _dense(each.now)), "")
                change = f"`{each.was}` → `{each.now}`"
                notes.append(f"- `{each.exercise}`: {change}: {why or '**not explained**'}")
                if not why:
                    holes += 1
                    print(notes[-1], flush=True)
    write(REPORT, "\n".join([*HEAD, *rows, "", *notes, ""]).encode())
    return 1 if holes else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
