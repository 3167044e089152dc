"""What students install works with what was released to them, and gives nothing away."""

from __future__ import annotations

import ast
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.installed import Installed, built

from autograder import lessons
from autograder.authoring import release
from autograder.authoring.lesson import read_lesson
from autograder.groups import parts_of

LESSONS = [path.name for path in lessons.paths()]
RUNS = """
import json, sys, nbformat
from nbclient import NotebookClient
notebook = nbformat.read(sys.argv[1], 4)
NotebookClient(notebook, kernel_name="python3", allow_errors=True).execute()
nbformat.write(notebook, sys.argv[1])
"""


@pytest.fixture(scope="module")
def wheel(root, tmp_path_factory) -> Path:
    """The student's wheel, made by an installation without a checkout."""
    folder = tmp_path_factory.mktemp("whole")
    whole = Installed.of(built(root, folder), folder / "venv")
    done = whole.mle("cohort", "wheel", "--to", "for students", cwd=folder)
    assert done.returncode == 0, done.stderr
    [made] = (folder / "for students").glob("*.whl")
    assert str(made.name) in done.stdout
    return made


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Installed:
    return Installed.of(wheel, tmp_path_factory.mktemp("student") / "venv")


@pytest.fixture(scope="module")
def texts(wheel) -> dict[str, str]:
    """All texts in the wheel, by name."""
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if not name.endswith((".parquet", ".png"))]
        return {name: archive.read(name).decode() for name in names}


def test_it_has_a_name_of_its_own_and_the_same_version(installed, wheel, root):
    assert wheel.name.startswith("mle_interview_course_student-")
    code = (
        "from importlib.metadata import version as of; import autograder\n"
        "print(of('mle-interview-course-student'), autograder.__version__)"
    )
    done = installed.run(installed.python, "-c", code, cwd=wheel.parent)
    one, other = done.stdout.split()
    assert one == other


def test_no_lesson_bank_notebook_or_generator_is_in_it(texts):
    there = {name for name in texts if name.startswith(("autograder/lessons", "autograder/bund"))}
    contracts = {name for name in there if name.endswith("/checks.py")}
    assert len(contracts) == sum(bool(lessons.load(lesson)) for lesson in LESSONS)
    assert {Path(name).suffix for name in there - contracts} == {".py", ".csv", ".md"}
    assert [name for name in there - contracts if name.endswith(".py")] == [
        "autograder/lessons/__init__.py"
    ]


@pytest.mark.parametrize("lesson", LESSONS)
def test_no_text_of_a_solution_is_in_it(texts, lesson):
    # `found = {}`, an answer of a bank, is no secret.
    secrets = [text for text in (*solutions(lesson), *banks(lesson)) if len(text.strip()) > 12]
    written = {" ".join(text.split()) for text in texts.values()}
    found = [s for s in secrets if any(" ".join(s.split()) in text for text in written)]
    assert found == []


@pytest.mark.parametrize("lesson", LESSONS)
def test_no_function_of_a_solution_or_an_oracle_is_in_it(texts, lesson):
    path = lessons.find_path(lesson)
    place = f"autograder/lessons/{path.parent.name}/{lesson}/checks.py"
    if place not in texts:
        pytest.skip("it has no exercise")
    handed_out = set(functions(texts[place]))
    known = {each for text in [*answers(lesson), *banks(lesson)] for each in functions(text)}
    assert handed_out & known == set()
    defined = {node.name for node in ast.parse(texts[place]).body if hasattr(node, "name")}
    assert defined & set(oracles(lesson)) == set()


def test_no_key_of_a_quiz_is_in_it(texts):
    """The self-diagnostic's answers stand in its contract, as numbers and letters."""
    text = texts["autograder/lessons/0_start/001_start_here/checks.py"]
    assert "diagnostic" in text and "Later" in text
    assert not any(key in text for key in ("q1", "5.12", "letter", "86_400"))


def test_it_offers_no_solution_and_no_reset(installed, tmp_path):
    made = released("104")
    source = (
        "from autograder import reset, solution\nprint(reset('is_match'))\nsolution('is_match')"
    )
    setup = next(cell for cell in made["cells"] if cell["id"] == "given-setup")
    setup["source"] = f"{setup['source']}\noffered = 'solution' in globals()\n{source}\n"
    made["cells"] = [setup, {**setup, "id": "more", "source": "offered"}]
    outputs = executed(installed, tmp_path, made)
    assert "student's copy" in str(outputs["given-setup"]).lower()
    assert "def is_match" not in str(outputs)
    assert shown(outputs["more"]) == "False"


@pytest.mark.parametrize("lesson", ["104", "103", "110", "302", "501"])
def test_examples_pass_for_what_is_right_and_complexity_draws(installed, tmp_path, lesson):
    made = released(lesson)
    outputs = executed(installed, tmp_path, made)
    for cell in made["cells"]:
        if cell["id"].startswith("check-"):
            name = cell["id"].removeprefix("check-")
            points = str(lessons.find(name).points)
            assert shown(outputs[cell["id"]]) == points, (name, outputs[cell["id"]])
        elif "complexity(" in cell["source"]:
            assert "<img" in shown(outputs[cell["id"]], "text/html"), outputs[cell["id"]]


def test_a_wrong_answer_is_shown_its_example(installed, tmp_path):
    made = released("104")
    for cell in made["cells"]:
        if cell["id"] == "is_match":
            cell["source"] = "def is_match(s, p):\n    return s == p"
    output = executed(installed, tmp_path, made)["check-is_match"]
    assert "a*b*" in shown(output, "text/html")


@pytest.mark.parametrize(
    "words",
    [
        ("check", "104_regex_matching.ipynb"),
        ("check", "--sandbox", "104_regex_matching.ipynb"),
        ("author", "matrix", "104"),
        ("author", "matrix"),
        ("study", "--no-browser"),
        ("cohort", "init", "spring"),
        ("cohort", "wheel"),
        ("site", "build"),
    ],
    ids=" ".join,
)
def test_what_needs_the_lessons_says_in_a_sentence_what_is_missing(installed, tmp_path, words):
    notebook = tmp_path / "104_regex_matching.ipynb"
    notebook.write_bytes(release.as_bytes(released("104")))
    done = installed.mle(*words, cwd=tmp_path)
    assert done.returncode == 2
    assert "student's copy" in done.stderr and done.stderr.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == [notebook.name]


def released(lesson: str) -> dict:
    """A cohort's notebook with its author's solutions, which checks the examples."""
    return release.notebook(read_lesson(lessons.find_path(lesson)), "cohort")


def executed(installed: Installed, folder: Path, notebook: dict) -> dict[str, list[dict]]:
    """The outputs of the code cells, by their id, run with what students have."""
    path = folder / "notebook.ipynb"
    path.write_bytes(release.as_bytes(notebook))
    done = installed.run(installed.python, "-c", RUNS, path, cwd=folder)
    assert done.returncode == 0, done.stderr
    cells = json.loads(path.read_text())["cells"]
    return {cell["id"]: cell["outputs"] for cell in cells if cell["cell_type"] == "code"}


def shown(outputs: list[dict], kind: str = "text/plain") -> str:
    """A cell's result in one of its forms."""
    forms = [each["data"] for each in outputs if "data" in each]
    return "".join("".join(data.get(kind, "")) for data in forms)


def answers(lesson: str) -> list[str]:
    """The answer cells of a lesson, solved."""
    return [
        release.with_solution(cell.source)
        for cell in read_lesson(lessons.find_path(lesson)).named("exercise")
    ]


def solutions(lesson: str) -> Iterator[str]:
    for cell in read_lesson(lessons.find_path(lesson)).named("exercise"):
        yield from release.solution_regions(cell.source)


def banks(lesson: str) -> list[str]:
    return [each.source for name in lessons.load(lesson) for each in lessons.bank(name).solutions]


def functions(text: str) -> Iterator[str]:
    """The functions of a text, each as the tree of its body, whatever it is called."""
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return  # a solution in SQL
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            yield ast.dump(ast.Module(node.body, []))


def oracles(lesson: str) -> Iterator[str]:
    """The names of what a contract compares answers with."""
    for exercise in lessons.load(lesson).values():
        for group in parts_of(exercise.groups):
            for field in ("oracle", "model", "law"):
                yield getattr(getattr(group, field, None), "__name__", "")
