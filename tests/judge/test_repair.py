"""Notebooks that came back in another form than they were handed out in are repaired."""

from __future__ import annotations

import copy
import json

import pytest
from helpers.small_course import EXERCISES, as_bytes, lesson, released, solved
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.judge.reading.repair import clean, lesson_named, repair, role_of

RELEASE = json.loads(released())
SOLVED = solved()
PLAN = "First measure. Then decide. Then measure again."
GRADED = [c["id"] for c in RELEASE["cells"] if "nbgrader" in c["metadata"]]


def handed_in(change=lambda cells: None) -> dict:
    notebook = copy.deepcopy(SOLVED)
    cell_of(notebook["cells"], "plan")["source"] = PLAN
    notebook["cells"] = change(notebook["cells"]) or notebook["cells"]
    return notebook


def cell_of(cells: list, name: str) -> dict:
    return next(cell for cell in cells if cell.get("id") == name)


def graded_cells(notebook: dict) -> list[str]:
    return [
        c["metadata"]["nbgrader"]["grade_id"]
        for c in notebook["cells"]
        if "nbgrader" in c["metadata"]
    ]


def assert_whole(repaired, work: tuple[str, ...] = (*EXERCISES, "plan")) -> None:
    """Each graded cell is there once with the settings of the release, and the work is kept."""
    cells = {cell["id"]: cell for cell in repaired.notebook["cells"]}
    assert len(cells) == len(repaired.notebook["cells"])
    assert sorted(graded_cells(repaired.notebook)) == sorted(GRADED)
    for name in GRADED:
        original = cell_of(RELEASE["cells"], name)
        assert cells[name]["metadata"] == original["metadata"]
        assert cells[name]["cell_type"] == original["cell_type"]
        if role_of(original) == "check":
            assert cells[name]["source"] == "".join(original["source"])
    mine = handed_in()["cells"]
    for name in work:
        assert cells[name]["source"] == cell_of(mine, name)["source"]


def without_ids(cells):
    for cell in cells:
        del cell["id"]


def other_ids(cells):
    for number, cell in enumerate(cells):
        cell["id"] = f"{number:08x}"


def without_metadata(cells):
    for cell in cells:
        cell["metadata"] = {}


def without_ids_and_metadata(cells):
    without_ids(cells)
    without_metadata(cells)


def all_checks_deleted(cells):
    return [cell for cell in cells if not cell["id"].startswith("check-")]


def first_copied(cells):
    return [cells[2], *cells]


def answer_copied_with_its_name(cells):
    return [*cells, {**copy.deepcopy(cell_of(cells, "add")), "id": "0badcafe"}]


def check_copied(cells):
    return [*cells, copy.deepcopy(cell_of(cells, "check-add"))]


def points_changed(cells):
    cell_of(cells, "check-add")["metadata"]["nbgrader"]["points"] = 1000
    cell_of(cells, "plan")["metadata"]["nbgrader"]["points"] = "many"


def check_rewritten(cells):
    cell_of(cells, "check-add")["source"] = "100"


def cells_unlocked(cells):
    for cell in cells:
        if "nbgrader" in cell["metadata"]:
            cell["metadata"]["nbgrader"] |= {"locked": False, "grade": False, "solution": True}


def types_changed(cells):
    cell_of(cells, "add")["cell_type"] = "markdown"
    cell_of(cells, "plan")["cell_type"] = "raw"
    cell_of(cells, "check-add")["cell_type"] = "raw"


def reversed_cells(cells):
    return cells[::-1]


def metadata_of_other_types(cells):
    for number, cell in enumerate(cells):
        cell["metadata"] = [None, 3, "x", [], {"nbgrader": 5, "autograder": "x"}][number % 5]


def sources_as_lines(cells):
    for cell in cells:
        cell["source"] = cell["source"].splitlines(keepends=True)


def strange_outputs(cells):
    for cell in cells:
        cell["outputs"] = {"a": 1}
        cell["execution_count"] = "x"


def cells_between_cells(cells):
    return [each for cell in cells for each in (cell, 7, None, [], {"cell_type": "code"}, "x")]


CHANGES = [
    without_ids, other_ids, without_metadata, without_ids_and_metadata, all_checks_deleted,
    first_copied, answer_copied_with_its_name, check_copied, points_changed, check_rewritten,
    cells_unlocked, types_changed, reversed_cells, metadata_of_other_types, sources_as_lines,
    strange_outputs, cells_between_cells,
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_changed_notebook_is_whole_again(change):
    repaired = repair(as_bytes(handed_in(change)), RELEASE)
    assert repaired.unreadable == ""
    assert_whole(repaired)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (all_checks_deleted, "check-add was missing"),
        (answer_copied_with_its_name, "add stood there twice"),
        (check_copied, "check-add stood there twice"),
        (check_rewritten, "check-add was changed"),
        (without_metadata, "settings of cell add were lost"),
        (types_changed, "settings of cell plan were lost"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_the_instructor_is_told(change, said):
    notes = repair(as_bytes(handed_in(change)), RELEASE).notes
    assert any(said in note for note in notes), notes


def test_an_untouched_notebook_needs_no_note():
    assert repair(as_bytes(handed_in()), RELEASE).notes == []
    assert repair(released(), RELEASE).notes == []


def test_the_last_of_two_answers_counts():
    def change(cells):
        return [*cells, {**cell_of(cells, "add"), "id": "later", "source": "def add(a, b): ..."}]

    cells = repair(as_bytes(handed_in(change)), RELEASE).notebook["cells"]
    sources = [cell["source"] for cell in cells if "def add" in cell["source"]]
    assert sources[-1] == "def add(a, b): ..."


def test_answers_that_were_merged_into_one_cell_are_not_hidden_by_empty_ones():
    def change(cells):
        merged = "\n\n".join(cell_of(cells, name)["source"] for name in EXERCISES)
        rest = [cell for cell in cells if cell["id"] not in EXERCISES]
        return [{"cell_type": "code", "metadata": {}, "source": merged}, *rest]

    repaired = repair(as_bytes(handed_in(change)), RELEASE)
    code = "\n".join(c["source"] for c in repaired.notebook["cells"] if c["cell_type"] == "code")
    assert "NotImplementedError" not in code and "answer = ..." not in code
    assert sorted(graded_cells(repaired.notebook)) == sorted(GRADED)


def test_an_answer_that_is_no_python_is_known_by_its_place():
    def change(cells):
        for cell in cells:
            cell.pop("id")
            cell["metadata"] = {}
        cells[2]["source"] = "def add(a, b)\n    return"

    repaired = repair(as_bytes(handed_in(change)), RELEASE)
    assert cell_of(repaired.notebook["cells"], "add")["source"].startswith("def add(a, b)\n")


def test_a_claimed_name_gives_no_points():
    extra = {
        "cell_type": "code",
        "id": "e",
        "source": "100",
        "metadata": {"nbgrader": {"grade_id": "bonus<script>", "grade": True, "points": 99}},
    }
    repaired = repair(as_bytes(handed_in(lambda cells: [*cells, extra])), RELEASE)
    assert_whole(repaired)
    assert any("bonus" in note for note in repaired.notes)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"), (b"\x80abc", "not UTF-8"), (b"PK\x03\x04", "not JSON"),
        (b"null", "no list of cells"), (b"{}", "no list of cells"),
        (b'{"worksheets": []}', "no list of cells"), (b'{"cells": {"a": 1}}', "no list of cells"),
        (b"[" * 100_000, "not JSON"), (b"[" + b"[]," * 2_100_000 + b"[]]", "too many parts"),
        (b'{"cells": [' + b"9" * 5_000 + b"]}", "not JSON"),
    ],
    ids=range(10),
)  # fmt: skip
def test_a_file_that_is_no_notebook_is_named(content, said):
    repaired = repair(content, RELEASE)
    assert said in repaired.unreadable
    assert sorted(graded_cells(repaired.notebook)) == sorted(GRADED)


@pytest.mark.parametrize(
    "source",
    [
        "from mine import add",
        "add, other = (lambda a, b: a + b), 0",
        "try:\n    import numpy\n    add = numpy.add\nexcept ImportError:\n    def add(a, b): ...",
    ],
)
def test_an_answer_is_known_by_any_statement_that_binds_its_name(source):
    def change(cells):
        cell = cell_of(cells, "add")
        cell["source"], cell["id"], cell["metadata"] = source, "another", {}

    repaired = repair(as_bytes(handed_in(change)), RELEASE)
    assert cell_of(repaired.notebook["cells"], "add")["source"] == source


def test_a_mark_at_the_start_of_the_file_is_no_fault():
    assert repair(b"\xef\xbb\xbf" + as_bytes(handed_in()), RELEASE).unreadable == ""


def test_half_characters_can_be_stored_and_shown():
    notebook = handed_in()
    cell_of(notebook["cells"], "plan")["source"] = "a \ud83d b \x00 c"
    repaired = repair(as_bytes(notebook), RELEASE)
    json.dumps(repaired.notebook, ensure_ascii=False).encode()
    assert clean("a\ud83d\x00\x1b[31m\tb\n") == "a?[31m\tb\n"


def test_very_many_cells_are_cut_with_a_note():
    extra = [{"cell_type": "code", "metadata": {}, "source": f"x{n} = 1"} for n in range(3_000)]
    repaired = repair(as_bytes(handed_in(lambda cells: cells + extra)), RELEASE)
    assert_whole(repaired)
    assert any("Only the first" in note for note in repaired.notes)


def own(source: str, kind: str = "code", **more) -> dict:
    return {"cell_type": kind, "id": f"own{hash(source)}", "metadata": {}, "source": source, **more}


BLANK = {cell["id"]: {**cell, "source": "".join(cell["source"])} for cell in RELEASE["cells"]}


@pytest.mark.parametrize("lost", [(), ("id",), ("id", "metadata")], ids=str)
def test_a_blank_copy_below_the_written_answer_does_not_win(lost):
    def change(cells):
        copied = {key: value for key, value in BLANK["add"].items() if key not in lost}
        return [*cells, copied]

    repaired = repair(as_bytes(handed_in(change)), RELEASE)
    assert_whole(repaired)
    sources = [c["source"] for c in repaired.notebook["cells"] if "def add" in c["source"]]
    assert sources == [cell_of(SOLVED["cells"], "add")["source"]]
    assert any("blank copy" in note for note in repaired.notes)


def test_a_written_copy_below_a_blank_answer_wins():
    def change(cells):
        written = cell_of(cells, "add")["source"]
        cell_of(cells, "add")["source"] = BLANK["add"]["source"]
        return [*cells, own(written)]

    cells = repair(as_bytes(handed_in(change)), RELEASE).notebook["cells"]
    sources = [cell["source"] for cell in cells if "def add" in cell["source"]]
    assert sources[-1] == cell_of(SOLVED["cells"], "add")["source"]


@pytest.mark.parametrize("where", ["above", "below"])
def test_of_two_essays_the_written_one_counts(where):
    def change(cells):
        at = cells.index(cell_of(cells, "plan"))
        return [*cells[: at + (where == "below")], BLANK["plan"], *cells[at + (where == "below") :]]

    repaired = repair(as_bytes(handed_in(change)), RELEASE)
    assert_whole(repaired)
    assert repaired.changed == {"plan"}
    assert any("blank copy" in note or "written one" in note for note in repaired.notes)


def test_an_essay_below_its_untouched_cell_is_taken():
    def change(cells):
        at = cells.index(cell_of(cells, "plan"))
        cells[at]["source"] = BLANK["plan"]["source"]
        parts = [own("First measure.", "markdown"), own("Then.", "raw")]
        return [*cells[: at + 1], *parts, *cells[at + 1 :]]

    repaired = repair(as_bytes(handed_in(change)), RELEASE)
    assert_whole(repaired, EXERCISES)
    assert cell_of(repaired.notebook["cells"], "plan")["source"] == "First measure.\n\nThen."
    assert "plan" in repaired.changed
    assert any("written below its cell" in note for note in repaired.notes)


def test_a_text_elsewhere_is_noted_where_the_essay_is_untouched():
    def change(cells):
        cell_of(cells, "plan")["source"] = BLANK["plan"]["source"]
        return [own("My plan: measure.", "markdown"), *cells]

    repaired = repair(as_bytes(handed_in(change)), RELEASE)
    assert any("see whether one of them is the answer" in note for note in repaired.notes)
    assert cell_of(repaired.notebook["cells"], "plan")["source"] == BLANK["plan"]["source"]
    assert not any("see whether" in note for note in repair(released(), RELEASE).notes)


def test_pasted_pictures_are_kept_and_nothing_else():
    picture = {"image/png": "iVBORw0KGgo="}

    def change(cells):
        cell_of(cells, "plan")["attachments"] = {
            "image.png": picture,
            "page": {"text/html": "<script>"},
            "drawn": {"image/svg+xml": "PHN2Zz4="},
            "broken": {"image/png": '"><script>'},
            "lines": {"image/jpeg": "AAAA\nBBBB\n"},
        }
        return [*cells, own("![x](attachment:y)", "markdown", attachments={"y": picture})]

    repaired = repair(as_bytes(handed_in(change)), RELEASE)
    kept = cell_of(repaired.notebook["cells"], "plan")["attachments"]
    assert kept == {"image.png": picture, "lines": {"image/jpeg": "AAAABBBB"}}
    assert repaired.notebook["cells"][-1]["attachments"] == {"y": picture}
    assert sum("What was pasted" in note for note in repaired.notes) == 3
    huge = {"a": {"image/png": "A" * (9 * 2**20)}}
    repaired = repair(
        as_bytes(handed_in(lambda cells: cell_of(cells, "plan").update(attachments=huge))), RELEASE
    )
    assert any("too large" in note for note in repaired.notes)
    assert "attachments" not in cell_of(repaired.notebook["cells"], "plan")


def test_a_notebook_of_the_format_before_is_upgraded():
    import nbformat

    today = nbformat.from_dict(handed_in())
    old = nbformat.v4.downgrade(nbformat.convert(today, 4))
    assert "worksheets" in old
    repaired = repair(json.dumps(old).encode(), RELEASE)
    assert repaired.unreadable == ""
    assert_whole(repaired)
    broken = repair(b'{"nbformat": 3, "worksheets": [{"cells": 7}]}', RELEASE)
    assert "old format" in broken.unreadable


def test_the_code_that_is_read_has_a_limit():
    extra = [own(f"# {n}\n" + "a\n" * 99_000) for n in range(12)]
    repaired = repair(as_bytes(handed_in(lambda cells: cells + extra)), RELEASE)
    assert_whole(repaired)
    notes = [note for note in repaired.notes if "characters of code" in note]
    assert len(notes) == 1
    code = [c["source"] for c in repaired.notebook["cells"] if c["cell_type"] == "code"]
    assert sum(map(len, code)) < 450_000


def test_the_lesson_is_read_from_the_metadata():
    assert lesson_named(released()) == lesson().name
    assert lesson_named(b'{"metadata": {"autograder": 3}}') == lesson_named(b"[") == ""


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)
known = st.sampled_from(["id", "metadata", "source", "cell_type", "outputs"])


@st.composite
def damaged(draw):
    """The solved notebook after some random damage, and which answers were not damaged."""
    notebook = copy.deepcopy(SOLVED)
    cells = [(cell["id"], cell) for cell in notebook["cells"]]
    hurt: set[str] = set()
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(cells) - 1))
        name, cell = cells[at]
        hurt.add(name)
        what = draw(st.sampled_from(["delete", "copy", "move", "key", "value", "replace"]))
        if what == "delete" and len(cells) > 1:
            del cells[at]
        elif what == "copy":
            cells.insert(draw(st.integers(0, len(cells))), (name, copy.deepcopy(cell)))
        elif what == "move":
            cells.insert(draw(st.integers(0, len(cells) - 1)), cells.pop(at))
        elif what == "key" and isinstance(cell, dict):
            cell.pop(draw(known), None)
        elif what == "value" and isinstance(cell, dict):
            cell[draw(known)] = draw(json_values)
        elif what == "replace":
            cells[at] = (name, draw(json_values))
    notebook["cells"] = [cell for _, cell in cells]
    return notebook, hurt


@settings(max_examples=150, deadline=None)
@given(damaged())
def test_no_damage_loses_a_graded_cell_or_work_elsewhere(drawn):
    notebook, hurt = drawn
    repaired = repair(as_bytes(notebook), RELEASE)
    assert repaired.unreadable == ""
    assert sorted(graded_cells(repaired.notebook)) == sorted(GRADED)
    ids = [cell["id"] for cell in repaired.notebook["cells"]]
    assert len(ids) == len(set(ids))
    for name in set(EXERCISES) - hurt:
        source = cell_of(SOLVED["cells"], name)["source"]
        assert cell_of(repaired.notebook["cells"], name)["source"] == source
    again = repair(as_bytes(repaired.notebook), RELEASE)
    assert graded_cells(again.notebook) == graded_cells(repaired.notebook)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200) | json_values.map(lambda tree: json.dumps(tree).encode()))
def test_any_bytes_give_a_notebook_with_all_graded_cells(content):
    repaired = repair(content, RELEASE)
    assert sorted(graded_cells(repaired.notebook)) == sorted(GRADED)
