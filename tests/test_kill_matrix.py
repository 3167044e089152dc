"""The kill matrix names every solution of every bank, and says what became of it.

The banks are run by test_bank.py; what it found is used again here.
"""

from __future__ import annotations

from autograder import bank, lesson
from autograder.checks import load


def test_the_matrix_of_all_lessons_is_written(root):
    path = root / "build" / "kill-matrix.md"
    trials = bank.write_matrix(path)
    assert [f"{t.exercise}, {t.name}: {t.fault}" for t in trials if t.fault] == []
    text = path.read_text(encoding="utf-8")
    for each in lesson.paths():
        for exercise in load(each.stem).values():
            section = text.partition(f"\n## {exercise.name}\n")[2].partition("\n## ")[0]
            rows = [line.split(" | ") for line in section.splitlines() if line.startswith("| ")]
            marks = {row[0].removeprefix("| "): row[1:] for row in rows}
            for right in exercise.right:
                assert {mark.strip(" |") for mark in marks[f"right: {right.name}"]} == {"passes"}
            for wrong in exercise.wrong:
                assert any("**caught**" in mark for mark in marks[f"wrong: {wrong.name}"])
