"""One answer gets its starter code back, by a command and from its notebook, and that is undone."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
from pathlib import Path
from unittest import mock

import pytest
from helpers.command import mle
from jupyter_client.manager import start_new_kernel

from autograder.core.errors import UserError
from autograder.core.files import ChangedMeanwhile
from autograder.study import resetting
from autograder.study.course import course_folder
from autograder.study.resetting import reset_in_file, starter
from autograder.study.workspace import update

LESSON = "1_coding/104_regex_matching.ipynb"
ANSWER = "def is_match(s, p):\n    return s == p  # mine"
LATER = "def is_match(s, p):\n    return True  # a second try"


@pytest.fixture
def workspace(tmp_path) -> Path:
    """A learner's folder with an answer to is_match, which has run."""
    folder = tmp_path / "my-course"
    update(folder, course_folder())
    answer(folder, ANSWER)
    return folder


def cells(workspace: Path) -> dict[str, dict]:
    return {cell["id"]: cell for cell in json.loads((workspace / LESSON).read_text())["cells"]}


def text(workspace: Path, name: str = "is_match") -> str:
    return "".join(cells(workspace)[name]["source"])


def answer(workspace: Path, source: str) -> None:
    notebook = json.loads((workspace / LESSON).read_text())
    for cell in notebook["cells"]:
        if cell["id"] == "is_match":
            out = {"output_type": "stream", "name": "stdout", "text": ["ran\n"]}
            cell |= {"source": source, "outputs": [out], "execution_count": 3}
    (workspace / LESSON).write_text(json.dumps(notebook))


def reset(workspace: Path, *words: str) -> subprocess.CompletedProcess:
    return mle("reset", *words, "--workspace", str(workspace))


def test_one_answer_is_reset_and_the_others_stay(workspace):
    before = cells(workspace)
    done = reset(workspace, "104", "is_match")
    assert done.returncode == 0 and "--undo" in done.stdout
    after = cells(workspace)
    assert text(workspace) == starter("is_match") != ANSWER
    assert after["is_match"]["outputs"] == [] and after["is_match"]["execution_count"] is None
    assert {k: v for k, v in after.items() if k != "is_match"} == {
        k: v for k, v in before.items() if k != "is_match"
    }


def test_undo_brings_the_answer_back_and_keeps_what_was_written_since(workspace):
    reset(workspace, "104", "is_match")
    answer(workspace, LATER)
    assert reset(workspace, "104", "is_match", "--undo").returncode == 0
    assert text(workspace) == ANSWER
    reset(workspace, "104", "is_match", "--undo")
    assert text(workspace) == LATER


def test_a_second_reset_does_not_lose_what_the_first_one_took_out(workspace):
    reset(workspace, "104", "is_match")
    assert "already" in reset(workspace, "104", "is_match").stdout
    reset(workspace, "104", "is_match", "--undo")
    assert text(workspace) == ANSWER
    assert "no reset" in reset(workspace, "104", "is_match", "--undo").stdout
    assert text(workspace) == ANSWER


@pytest.mark.parametrize("fault", [ChangedMeanwhile(), OSError(28, "No space left on device")])
def test_an_undo_that_is_interrupted_loses_nothing(workspace, fault):
    reset(workspace, "104", "is_match")
    answer(workspace, LATER)
    real, calls = resetting.write, []

    def write(path, content, **more):
        if path.name.endswith(".ipynb") and not calls:
            calls.append(path)
            raise fault
        real(path, content, **more)

    with mock.patch.object(resetting, "write", write):
        if isinstance(fault, OSError):
            with pytest.raises(UserError, match="No space left"):
                reset_in_file(workspace, "104", "is_match", undo=True)
            assert text(workspace) == LATER
        reset_in_file(workspace, "104", "is_match", undo=True)
    assert calls and text(workspace) == ANSWER
    reset_in_file(workspace, "104", "is_match", undo=True)
    assert text(workspace) == LATER


def test_an_update_of_the_course_leaves_a_reset_answer_alone(workspace):
    reset(workspace, "104", "is_match")
    update(workspace, course_folder())
    assert text(workspace) == starter("is_match")
    reset(workspace, "104", "is_match", "--undo")
    update(workspace, course_folder())
    assert text(workspace) == ANSWER


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("104", "is_mach"), "Did you mean is_match?"),
        (("104", "first_answer"), "has no exercise first_answer"),
        (("regexx", "is_match"), "Did you mean 104_regex_matching?"),
    ],
)
def test_a_wrong_name_is_one_sentence_and_changes_nothing(workspace, words, said):
    before = (workspace / LESSON).read_bytes()
    done = reset(workspace, *words)
    assert done.returncode == 2 and said in done.stderr and done.stderr.count("\n") == 1
    assert (workspace / LESSON).read_bytes() == before


def test_without_a_workspace_it_says_how_to_make_one(tmp_path):
    done = reset(tmp_path / "none", "104", "is_match")
    assert done.returncode == 2 and "Run mle study" in done.stderr
    assert not (tmp_path / "none" / LESSON).exists()


@pytest.fixture
def kernel(workspace):
    """A kernel beside the lesson, as in a JupyterLab that nobody started with `mle study`."""
    environment = {key: value for key, value in os.environ.items() if key != "MLE_STUDY"}
    manager, client = start_new_kernel(cwd=str(workspace / "1_coding"), env=environment)
    run(client, "from autograder import check")
    yield client
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def run(client, source: str) -> tuple[str, str | None]:
    """What a cell says, and the text that the front end puts in place of the cell."""
    told: list[str] = []
    request = client.execute(source)
    while True:
        try:
            content = client.get_iopub_msg(timeout=120)["content"]
        except queue.Empty as error:
            raise AssertionError("the kernel does not answer") from error
        if content.get("execution_state") == "idle":
            break
        told.append(str(content.get("text") or content.get("data") or content.get("ename") or ""))
    while (reply := client.get_shell_msg(timeout=120))["parent_header"]["msg_id"] != request:
        pass
    put = [each for each in reply["content"].get("payload", []) if each.get("replace")]
    return "\n".join(told), put[0]["text"] if put else None


def test_in_its_own_cell_an_answer_is_reset_and_brought_back(kernel, workspace):
    run(kernel, ANSWER)
    _, put = run(kernel, f'reset("is_match")\n{LATER}')
    assert put == starter("is_match")
    assert "is not defined" in run(kernel, "check(is_match)")[0], "the old one is not judged"
    _, put = run(kernel, f'reset("is_match", undo=True)\n{put}')
    assert put == LATER
    run(kernel, f'reset("is_match")\n{ANSWER}')
    answer(workspace, starter("is_match"))
    assert reset(workspace, "104", "is_match", "--undo").returncode == 0
    assert text(workspace) == ANSWER, "the command undoes what the notebook did"


def test_from_another_cell_it_says_where_to_write_it(kernel):
    run(kernel, ANSWER)
    said, put = run(kernel, 'reset("is_match")')
    assert put is None and "Nothing was changed" in said
    assert "Did you mean is_match?" in run(kernel, 'reset("is_mach")')[0]


def test_solution_shows_the_courses_own_and_two_others(kernel):
    said, _ = run(kernel, 'solution("is_match")')
    assert said.count("def is_match") >= 3 and "text/markdown" in said
    assert "Another way: a table of suffixes, from the end" in said
    assert "solution of `capacity_estimate`" in run(kernel, 'solution("capacity_estimate")')[0]
    assert "Did you mean is_match?" in run(kernel, 'solution("is_mach")')[0]


def test_each_solution_that_is_shown_is_right():
    """The text is run as it is shown, in the lesson's own names."""
    code = (
        "from autograder.study.solutions import solutions_of\n"
        "from autograder.authoring.lesson import read_lesson\n"
        "from autograder.authoring.trials import namespace_of, report_on\n"
        "from autograder import lessons\n"
        "for name in ('is_match', 'first_answer', 'monthly_report', 'gini'):\n"
        "    lesson = read_lesson(lessons.folder_of(name))\n"
        "    for each in solutions_of(name).solutions:\n"
        "        report = report_on(lessons.find(name), each.source, namespace_of(lesson))\n"
        "        assert report.state == 'passed', (name, each.name)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_the_card_of_a_passed_exercise_names_two_other_ways(kernel):
    run(kernel, "def first_answer(n):\n    return 2 * n")
    said, _ = run(kernel, "check(first_answer)")
    assert "Two other ways to write it: adds; shifts." in said
    run(kernel, "def first_answer(n):\n    return n")
    assert "other ways" not in run(kernel, "check(first_answer)")[0]
