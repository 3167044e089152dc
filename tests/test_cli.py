"""The command line: bad input gets a sentence on standard error and a status."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest


def mle(*words: str, cwd=None) -> subprocess.CompletedProcess:
    line = [sys.executable, "-c", "from autograder.cli import main; raise SystemExit(main())"]
    return subprocess.run(
        [*line, *words], capture_output=True, text=True, timeout=240, cwd=cwd,
        stdin=subprocess.DEVNULL,
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["chekc", "x.ipynb"], "Did you mean check?"),
        (["cohort", "relaese"], "Did you mean release?"),
        (["author", "matrix", "104_regex_mathcing"], "Did you mean 104_regex_matching?"),
        (["check", "nowhere.ipynb"], "Give the path of a notebook"),
        (["cohort", "grade", "--course", "."], "mle cohort init"),
        (["author", "new", "1_codng", "114_x"], "There is no part 1_codng"),
        (["author", "new", "1_coding", "214_x"], "1NN_topic"),
    ],
)
def test_bad_input_is_answered_with_a_sentence(words, said, tmp_path):
    result = mle(*words, cwd=tmp_path)
    assert result.returncode == 2
    assert said in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "not a notebook"),
        (b"[1, 2]", "not a notebook"),
        (b"\xff\xfe\x00", "not a notebook"),
        (b'{"cells": 3}', "no list of cells"),
        (b'{"cells": [], "metadata": {}}', "belongs to no lesson"),
    ],
)
def test_a_notebook_that_is_none_is_named_and_the_others_are_scored(content, said, tmp_path, root):
    broken = tmp_path / "broken.ipynb"
    broken.write_bytes(content)
    good = next((root / "notebooks").glob("*/104_*.ipynb"))
    result = mle("check", "--json", str(broken), str(good))
    assert result.returncode == 2
    assert said in result.stderr
    assert json.loads(result.stdout)["lesson"] == "104_regex_matching"


def test_a_new_lesson_is_two_files_that_pass_their_own_bank(tmp_path, monkeypatch):
    from autograder import authoring, bank, checks, lesson

    lessons_folder, checks_folder = tmp_path / "lessons", tmp_path / "checks"
    monkeypatch.setattr(lesson, "LESSONS", lessons_folder)
    monkeypatch.setattr(authoring, "CHECKS", checks_folder)
    files = authoring.new("1_coding", "199_fresh_idea")
    assert [path.parent.parent for path in files] == [lessons_folder, tmp_path]
    namespace: dict = {"__name__": "autograder.checks.199_fresh_idea"}
    namespace["__package__"] = "autograder.checks"
    exec(files[1].read_text(), namespace)
    made = {"fresh_idea_answer": namespace["fresh_idea_answer"]}
    monkeypatch.setattr(bank, "load", lambda name: made)
    monkeypatch.setattr(checks, "load", lambda name: made)
    exercise = made["fresh_idea_answer"]
    object.__setattr__(exercise, "name", "fresh_idea_answer")
    trials = list(bank.run_bank(lesson.read(files[0])))
    assert len(trials) == 6
    assert [trial.fault for trial in trials] == [""] * 6
    with pytest.raises(lesson.LessonError, match="exists already"):
        authoring.new("1_coding", "199_fresh_idea")
