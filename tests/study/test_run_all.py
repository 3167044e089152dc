"""Run All goes on after whatever an answer does, and a check never judges what is not on screen."""

from __future__ import annotations

import queue

import pytest
from helpers.notebooks import made, ran
from jupyter_client.manager import start_new_kernel

from autograder import lessons
from autograder.authoring.lesson import read_lesson

BROKEN = {
    "a syntax error": "def is_match(s, p:\n    pass",
    "an error at once": "1 / 0\n\ndef is_match(s, p):\n    pass",
}


@pytest.mark.parametrize("variant", ["learner", "cohort"])
@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_run_all_reaches_the_last_cell_whatever_one_answer_does(broken, variant):
    cells = ran(made("104", variant, is_match=broken))["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code" and cell["source"].strip()]
    assert all(cell["execution_count"] for cell in code)
    said = str(next(cell["outputs"] for cell in cells if cell["id"] == "check-is_match"))
    assert "is_match is not defined: its cell stopped with" in said
    others = next(cell["outputs"] for cell in cells if cell["id"] == "check-glob_match")
    assert "text/html" in others[0]["data"], "the other answers are checked all the same"


@pytest.mark.parametrize("name", ["001", "110", "302", "501"])
def test_run_all_reaches_the_last_cell_where_no_answer_is_python(name):
    lesson = read_lesson(lessons.find_path(name))
    broken = {cell.name: "def (" for cell in lesson.named("exercise")}
    ran(made(name, **broken))


def test_an_error_that_no_answer_causes_still_stops_run_all():
    notebook = made("104")
    example = next(c for c in notebook["cells"] if c["cell_type"] == "code" and not c["metadata"])
    example["source"] = "1 / 0"
    with pytest.raises(Exception, match="ZeroDivisionError"):
        ran(notebook)


@pytest.fixture(scope="module")
def kernel():
    manager, client = start_new_kernel(kernel_name="python3")
    yield client
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def said_by(client, source: str) -> str:
    """What a cell prints and shows, as text."""
    told: list[str] = []
    client.execute(source)
    while True:
        try:
            message = client.get_iopub_msg(timeout=120)
        except queue.Empty as error:
            raise AssertionError("the kernel does not answer") from error
        content = message["content"]
        if content.get("execution_state") == "idle":
            return "\n".join(told)
        told.append(str(content.get("text") or content.get("data") or content.get("ename") or ""))


RIGHT = "def first_answer(n):\n    return 2 * n"


@pytest.mark.parametrize(
    ("broken", "named"),
    [
        ("def first_answer(n:\n    return 2 * n", "SyntaxError"),
        ("import nothing_like_this\n\n" + RIGHT, "ModuleNotFoundError"),
        ("first_answer = lambda n: 2 * n; 1 / 0; first_answer = len", "ZeroDivisionError"),
    ],
)
def test_a_check_after_a_cell_that_stopped_judges_nothing(kernel, broken, named):
    said_by(kernel, "from autograder import check, complexity\n" + RIGHT)
    assert "2 of 2" in said_by(kernel, "check(first_answer)")
    said_by(kernel, broken)
    for call in ("check(first_answer)", "check.examples(first_answer)"):
        told = said_by(kernel, call)
        assert "2 of 2" not in told
        assert f"the cell that defines first_answer stopped with {named}" in told
        assert "still the version from before" in told
    said_by(kernel, RIGHT)
    assert "2 of 2" in said_by(kernel, "check(first_answer)")


def test_what_a_cell_defined_before_it_stopped_is_judged(kernel):
    said_by(kernel, "from autograder import check\n" + RIGHT + "\nprint(first_answer(1 / 0))")
    assert "2 of 2" in said_by(kernel, "check(first_answer)")


def test_another_cell_that_stops_is_no_matter(kernel):
    said_by(kernel, "from autograder import check\n" + RIGHT)
    said_by(kernel, "print(first_answer(")
    said_by(kernel, "other = 1 / 0")
    assert "2 of 2" in said_by(kernel, "check(first_answer)")
