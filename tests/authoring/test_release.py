"""Lessons become notebooks: the same bytes every time, and nothing leaks."""

from __future__ import annotations

import json
import shutil

import nbformat
import pytest

from autograder import lessons
from autograder.authoring import release
from autograder.authoring import review as authoring
from autograder.authoring.lesson import LessonError, read_lesson
from autograder.core.errors import UserError

NAMES = [path.name for path in lessons.paths()]


def read(name: str):
    return read_lesson(lessons.find_path(name))


def test_building_twice_gives_the_same_bytes_and_touches_nothing(tmp_path):
    first = release.build(tmp_path)
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in first}
    assert len(first) == len(NAMES)
    assert release.build(tmp_path) == []
    assert before == {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in first}


def test_the_committed_notebooks_are_what_the_lessons_say(root):
    assert authoring.check_all(root / "notebooks") == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("variant", ["learner", "cohort", "solved"])
def test_each_notebook_is_valid(name, variant):
    made = nbformat.reads(release.as_bytes(release.notebook(read(name), variant)).decode(), 4)
    nbformat.validate(made)
    ids = [cell["id"] for cell in made.cells]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", NAMES)
def test_no_solution_leaks(name):
    text = release.as_bytes(release.notebook(read(name))).decode()
    assert authoring.leaks(read(name), text) == []


def test_a_leak_is_seen():
    lesson_ = read("104_regex_matching")
    solved = release.as_bytes(release.notebook(lesson_, "solved")).decode()
    assert authoring.leaks(lesson_, solved)
    cohort = release.as_bytes(release.notebook(lesson_, "cohort")).decode()
    assert "### BEGIN SOLUTION" in authoring.leaks(lesson_, cohort)


def test_drift_is_seen(tmp_path):
    release.build(tmp_path)
    path = next(tmp_path.glob("*/104_*.ipynb"))
    path.write_text(path.read_text().replace("Regex", "Rex"))
    extra = path.with_name("199_extra.ipynb")
    shutil.copy(path, extra)
    problems = "\n".join(authoring.check_all(tmp_path))
    assert f"{path} is not what its lesson says; run mle author build" in problems
    assert f"{extra} has no lesson" in problems


def test_points_and_ids_come_from_one_place():
    made = release.notebook(read("104_regex_matching"))
    check = next(cell for cell in made["cells"] if cell["id"] == "check-is_match")
    points = check["metadata"]["nbgrader"]["points"]
    card = next(cell for cell in made["cells"] if cell["id"] == "card-is_match")
    assert f"{points} points" in card["source"]
    assert check["metadata"]["nbgrader"]["grade_id"] == "check-is_match"


def test_a_course_that_is_not_installed_says_what_to_do(monkeypatch):
    monkeypatch.setattr(authoring, "DISTRIBUTION", "not-installed-anywhere")
    authoring.learners_modules.cache_clear()
    with pytest.raises(UserError, match="pip install -e"):
        authoring.learners_modules()


@pytest.mark.parametrize(
    ("source", "stub"),
    [
        (
            "def f(n):\n    ### BEGIN SOLUTION\n    return n\n    ### END SOLUTION\n",
            f"def f(n):\n    {release.STUB}",
        ),
        (
            "### BEGIN SOLUTION\na = 1\nb: int = a + 1\n### END SOLUTION",
            f"a = {release.VALUE_STUB}\nb = {release.VALUE_STUB}",
        ),
        (
            "### BEGIN SOLUTION\nimport math\nba, xa, a = 1, 2, math.pi\nfor i in range(3):\n"
            "    a += i\n### END SOLUTION",
            "\n".join(f"{name} = {release.VALUE_STUB}" for name in ("ba", "xa", "a")),
        ),
        ("x = 1\n", "x = 1"),
    ],
)
def test_stubs(source, stub):
    assert release.without_solution(source) == stub


@pytest.mark.parametrize(
    "source",
    [
        "### BEGIN SOLUTION\na = 1\n",
        "a = 1\n### END SOLUTION\n",
        "### BEGIN SOLUTION\ndef f():\n    pass\n### END SOLUTION\n",
    ],
)
def test_a_region_that_cannot_become_a_stub_is_refused(source):
    with pytest.raises(LessonError):
        release.without_solution(source)


def lesson_file(tmp_path, text: str):
    path = tmp_path / "1_coding" / "199_try"
    path.mkdir(parents=True)
    (path / "lesson.py").write_text(text)
    return path


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# %% [markdown]\n# no title\n", "starts with a title"),
        ('# %% [markdown]\n# # T\n\n# %% check="a" exercise="b"\nx\n', "one role"),
        ('# %% [markdown]\n# # T\n\n# %% chekc="a"\nx\n', "unknown word"),
        ('# %% [markdown]\n# # T\n\n# %% [markdown] essay="a"\n# x\n', "points"),
        ('# %% [markdown]\n# # T\n\n# %% check="a"\nx\n\n# %% check="a"\nx\n', "called check-a"),
    ],
)
def test_a_broken_lesson_file_is_refused_with_a_sentence(tmp_path, text, said):
    with pytest.raises(LessonError, match=said):
        read_lesson(lesson_file(tmp_path, text))


def test_the_source_of_a_cohort_holds_the_solutions_and_shows_the_examples():
    made = json.dumps(release.notebook(read("104_regex_matching"), "cohort"))
    assert "### BEGIN SOLUTION" in made
    assert "check.examples(is_match)" in made


def test_what_a_cohort_is_handed_out_offers_no_solution():
    made = {kind: json.dumps(release.notebook(read("104"), kind)) for kind in ("learner", "cohort")}
    assert 'solution(\\"is_match\\")' in made["learner"]
    assert 'reset(\\"is_match\\")' in made["learner"]
    assert "solution(" not in made["cohort"] and "reset(" not in made["cohort"]


@pytest.mark.parametrize("variant", ["learner", "cohort"])
def test_the_code_of_a_drawing_is_folded_in_jupyterlab_and_nothing_else_is(variant):
    cells = release.notebook(read("104"), variant)["cells"]
    hidden = [c["source"] for c in cells if c["metadata"].get("jupyter", {}).get("source_hidden")]
    assert len(hidden) == 2 and all("plot" in source for source in hidden)
    assert not any(name in "".join(hidden) for name in ("def is_match", "check("))


SOUND = (lessons.find_path("102") / "lesson.py").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("## Clarify", "## Details", "the section '## Clarify' is missing"),
        ("**Before you start**", "First", "the first cell lacks **Before you start**"),
        ('check="missing_number"', 'check="missing"', "check cells name"),
        ("check(missing_number)", "check(missing)", "does not check missing_number"),
        ("### BEGIN SOLUTION", "# begins", "a solution marker has no partner"),
        ("import hashlib", "import sklearn.tree", "imports sklearn, which learners may lack"),
        (" folded=true\n", "\n", "isn't folded; write folded=true on its marker"),
        ('exercise="missing_number"', 'exercise="missing_number" folded=true', "neither an answer"),
        (" folded=true\n", " folded=1\n", "folded=true stands on code"),
    ],
)
def test_an_unsound_lesson_is_told_what_is_wrong(tmp_path, old, new, said):
    assert SOUND.count(old) >= 1
    path = tmp_path / "1_coding" / "102_missing_number"
    path.mkdir(parents=True)
    (path / "lesson.py").write_text(SOUND.replace(old, new, 1))
    try:
        problems = "\n".join(authoring.check_lesson(read_lesson(path)))
    except LessonError as error:
        problems = str(error)
    assert said in problems


def test_an_import_that_may_fail_is_left_alone():
    guarded = "try:\n    import sklearn\nexcept ImportError:\n    print('pip install scikit-learn')"
    assert authoring.imported_modules(guarded) == set()
    assert authoring.imported_modules("%%sql\nSELECT 1") == set()
    assert authoring.imported_modules("def f():\n    from scipy.linalg import blas") == {"scipy"}
    assert {"numpy", "duckdb", "marisa_trie", "math"} <= authoring.learners_modules()
