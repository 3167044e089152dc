"""The kill matrix names every solution of every bank, and says what became of it.

Two small lessons stand for all: the matrix of the course is made when the site is built.
"""

from __future__ import annotations

from autograder import lessons
from autograder.authoring.matrix import write_matrix
from autograder.lessons import load


def test_the_matrix_is_written(tmp_path, monkeypatch):
    chosen = [lessons.find_path(name) for name in ("001", "501")]
    monkeypatch.setattr(lessons, "paths", lambda: chosen)
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "kill-matrix.md"
    trials = write_matrix(path)
    assert [f"{t.exercise}, {t.name}: {t.fault}" for t in trials if t.fault] == []
    text = path.read_text(encoding="utf-8")
    for folder in chosen:
        for exercise in load(folder.name).values():
            section = text.partition(f"\n## {exercise.name}\n")[2].partition("\n## ")[0]
            rows = [line.split(" | ") for line in section.splitlines() if line.startswith("| ")]
            marks = {row[0].removeprefix("| "): row[1:] for row in rows}
            for right in lessons.bank(exercise.name).right:
                assert {mark.strip(" |") for mark in marks[f"right: {right.name}"]} == {"passes"}
            for wrong in lessons.bank(exercise.name).wrong:
                assert any("**caught**" in mark for mark in marks[f"wrong: {wrong.name}"])
