"""The command line: bad input gets a sentence on standard error and a status."""

from __future__ import annotations

import functools
import json

import pytest
from helpers.command import mle

from autograder.authoring.lesson import read_lesson
from autograder.core.errors import LessonError


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
        (b'{"cells": [], "metadata": {}}', "isn't a lesson's notebook"),
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


def test_a_new_lesson_passes_its_own_bank_and_check(tmp_path, monkeypatch):
    from autograder import lessons
    from autograder.authoring import start, trials
    from autograder.authoring.review import check_lesson

    for part in lessons.PARTS:
        name = f"{part[0]}99_fresh_idea_{part[0]}"
        folder = tmp_path / part / name
        with monkeypatch.context() as patch:
            patch.setattr(lessons, "LESSONS", tmp_path)
            patch.setattr(lessons, "__path__", [str(tmp_path), *lessons.__path__])
            patch.setattr(lessons, "index", functools.cache(lessons.index.__wrapped__))
            files = start.start_lesson(part, name)
            assert [path.relative_to(folder).as_posix() for path in files] == [
                "lesson.py",
                "checks.py",
                f"bank/fresh_idea_{part[0]}_answer.py",
            ]
            lesson = read_lesson(folder)
            assert list(check_lesson(lesson)) == []
            done = list(trials.run_bank(lesson, whole=True))
            assert len(done) == 7
            assert [trial.fault for trial in done] == [""] * 7
            with pytest.raises(LessonError, match="exists already"):
                start.start_lesson(part, name)
