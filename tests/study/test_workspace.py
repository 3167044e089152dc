"""The promises of the learner's workspace, kept from outside: files in, files out."""

from __future__ import annotations

import codecs
import copy
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import nbformat
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autograder.core.errors import UnknownLesson, UserError
from autograder.study import (
    StudyError,
    files,
    find_lesson,
    launch,
    update,
    working_copy,
)
from autograder.study.launch import LAYOUTS, left_last

LESSON = "1_coding/104_regex_matching.ipynb"
OTHER = "1_coding/106_stream_sample.ipynb"
ANSWER = "def is_match(s, p):\n    return s == p  # mine"
posix = pytest.mark.skipif(os.name == "nt", reason="needs fork")


def cell(name: str, text: str, role: str = "prose") -> dict:
    """A course cell. Roles: prose, setup, exercise, check, essay."""
    kind = "markdown" if role in ("prose", "essay") else "code"
    made = {"cell_type": kind, "id": name, "metadata": {}, "source": text}
    if role in ("exercise", "check", "essay"):
        graded = role != "exercise"
        marks = {"grade_id": name, "grade": graded, "solution": role != "check"}
        made["metadata"]["nbgrader"] = {**marks, "locked": role == "check", "schema_version": 3}
    if role == "check":
        made["metadata"] |= {"deletable": False, "editable": False}
    return made | ({"execution_count": None, "outputs": []} if kind == "code" else {})


def notebook(*cells: dict) -> dict:
    metadata = {"autograder": {"lesson": "104_regex_matching", "title": "Regex"}}
    return {"cells": list(cells), "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def first_edition() -> list[dict]:
    return [
        cell("title", "# Regex"),
        cell("setup", "from autograder import check", "setup"),
        cell("is_match", "def is_match(s, p):\n    ...", "exercise"),
        cell("check_is_match", "check(is_match)", "check"),
        cell("trade_offs", "Your answer here.", "essay"),
        cell("recap", "Recap, first edition"),
    ]


def save(path: Path, content: dict) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def load(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


def texts(path: Path) -> list[str]:
    return ["".join(one["source"]) for one in load(path)["cells"]]


def ids(path: Path) -> list[str]:
    return [one["id"] for one in load(path)["cells"]]


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


class Bench:
    """A course and a learner's workspace of it."""

    def __init__(self, root: Path) -> None:
        self.root, self.course, self.workspace = root, root / "notebooks", root / "my course"
        self.data = root / "data"
        self.publish(first_edition())
        self.publish([cell("only", "# Sample"), cell("sample", "...", "exercise")], OTHER)

    def publish(self, cells: list[dict], lesson: str = LESSON) -> None:
        save(self.course / lesson, notebook(*cells))

    def change(self, **new: str) -> None:
        """Publish an edition in which some cells have a new text."""
        cells = load(self.course / LESSON)["cells"]
        for one in cells:
            one["source"] = new.get(one["id"], one["source"])
        self.publish(cells)

    def update(self):
        return update(self.workspace, self.course, data=self.data)

    @property
    def mine(self) -> Path:
        return self.workspace / LESSON

    def edit(self, **new: str) -> None:
        """The learner types into cells, and runs the code ones."""
        content = load(self.mine)
        for one in content["cells"]:
            if one["id"] in new:
                one["source"] = new[one["id"]].splitlines(keepends=True)  # as Jupyter saves it
                if one["cell_type"] == "code":
                    out = {"output_type": "stream", "name": "stdout", "text": ["ran\n"]}
                    one |= {"execution_count": 7, "outputs": [out]}
        save(self.mine, content)

    def rearrange(self, *names: str, own: dict | None = None) -> None:
        """The learner leaves these cells, in this order; `own` are cells to take besides."""
        have = {one["id"]: one for one in load(self.mine)["cells"]} | (own or {})
        save(self.mine, load(self.mine) | {"cells": [have[name] for name in names]})


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    made = Bench(tmp_path)
    made.update()
    return made


def assert_settled(bench: Bench) -> None:
    """A further update changes nothing, not even a time stamp."""
    before = snapshot(bench.workspace)
    report = bench.update()
    assert snapshot(bench.workspace) == before
    assert not (report.added or report.updated or report.data)


# Cells


def test_first_update_delivers_every_lesson(tmp_path):
    bench = Bench(tmp_path)
    report = bench.update()
    assert [entry.name for entry in report.added] == [LESSON, OTHER]
    assert report.exit_code == 0 and report.lines() == ["Lessons: 2 new."]
    assert load(bench.mine)["cells"] == first_edition()
    nbformat.validate(nbformat.read(bench.mine, as_version=4))
    assert_settled(bench)


def test_an_answer_and_its_output_survive_a_new_edition(bench):
    bench.edit(is_match=ANSWER, trade_offs="It is a *table*.")
    bench.change(is_match="def is_match(text, pattern):\n    ...", recap="Recap, second edition")
    report = bench.update()
    got = {one["id"]: one for one in load(bench.mine)["cells"]}
    assert "".join(got["is_match"]["source"]) == ANSWER
    assert got["is_match"]["execution_count"] == 7 and got["is_match"]["outputs"]
    assert got["trade_offs"]["source"] == ["It is a *table*."]
    assert got["recap"]["source"] == "Recap, second edition"
    assert "is_match" in report.updated[0].message, "the learner hears that the stub changed"
    assert_settled(bench)


def test_an_untouched_stub_follows_the_course(bench):
    bench.change(is_match="def is_match(text, pattern):\n    ...")
    bench.update()
    assert "def is_match(text, pattern):\n    ..." in texts(bench.mine)


def test_new_and_dropped_course_cells_arrive_in_place(bench):
    bench.edit(is_match=ANSWER)
    new = [one for one in first_edition() if one["id"] != "recap"]
    new.insert(2, cell("hint", "A hint"))
    bench.publish(new)
    bench.update()
    assert ids(bench.mine) == [one["id"] for one in new]
    assert_settled(bench)


def test_edited_prose_stays_until_the_course_changes_it_and_then_stands_beside(bench):
    bench.edit(recap="Recap, in my words")
    bench.change(title="# Regular expressions")
    bench.update()
    assert texts(bench.mine)[-1] == "Recap, in my words"
    for edition in ("second", "third"):
        bench.change(recap=f"Recap, {edition} edition")
        bench.update()
        assert texts(bench.mine)[-2:] == [f"Recap, {edition} edition", "Recap, in my words"]
    assert_settled(bench)


def test_an_edited_cell_that_the_course_drops_stays_as_the_learners_own(bench):
    bench.edit(is_match=ANSWER, check_is_match="check(is_match); mine()")
    bench.publish([one for one in first_edition() if "is_match" not in one["id"]])
    bench.update()
    kept = load(bench.mine)["cells"][2:4]
    assert ["".join(one["source"]) for one in kept] == [ANSWER, "check(is_match); mine()"]
    assert not any({"nbgrader", "editable"} & one["metadata"].keys() for one in kept)
    assert_settled(bench)


def test_added_cells_stay_after_their_neighbour(bench):
    note, top = cell("n1", "my note"), cell("n2", "my heading")
    names = [one["id"] for one in first_edition()]
    bench.rearrange("n2", *names[:3], "n1", *names[3:], own={"n1": note, "n2": top})
    new = first_edition()
    new.insert(3, cell("hint", "A hint"))
    new.insert(0, new.pop())  # the course moves its recap to the top
    bench.publish(new)
    bench.update()
    order = ids(bench.mine)
    assert order[0] == "n2" and order[order.index("is_match") + 1] == "n1"
    assert [name for name in order if name not in ("n1", "n2")] == [one["id"] for one in new]
    assert_settled(bench)


def test_deleted_answer_and_check_come_back_before_what_the_learner_wrote_instead(bench):
    own = {"n1": cell("n1", ANSWER, "setup")}
    bench.rearrange("title", "setup", "n1", "trade_offs", own=own)
    report = bench.update()
    assert ids(bench.mine) == ["title", "setup", "is_match", "check_is_match", "n1", "trade_offs"]
    assert "is_match, check_is_match" in report.updated[0].message
    assert_settled(bench)


def test_deleted_prose_comes_back_only_when_it_changes(bench):
    bench.rearrange("setup", "is_match", "check_is_match", "trade_offs")
    bench.change(recap="Recap, second edition")
    bench.update()
    assert "title" not in ids(bench.mine) and texts(bench.mine)[-1] == "Recap, second edition"
    assert_settled(bench)


def test_a_copied_answer_stays_and_each_graded_name_is_there_once(bench):
    bench.edit(is_match=ANSWER)
    twin = next(one for one in load(bench.mine)["cells"] if one["id"] == "is_match")
    names = [one["id"] for one in first_edition()]
    own = {"twin": {**twin, "id": "twin", "source": "def is_match(s, p): return 'second try'"}}
    bench.rearrange(*names, "twin", own=own)
    bench.update()
    cells = load(bench.mine)["cells"]
    assert cells[-1]["source"] == "def is_match(s, p): return 'second try'"
    graded = [
        one["metadata"]["nbgrader"]["grade_id"] for one in cells if "nbgrader" in one["metadata"]
    ]
    assert graded == ["is_match", "check_is_match", "trade_offs"]
    assert_settled(bench)


def test_cells_that_lost_their_ids_are_found_again(bench):
    bench.edit(is_match=ANSWER)
    old = load(bench.mine)
    for one in old["cells"]:
        del one["id"]
    save(bench.mine, old | {"nbformat_minor": 4})
    bench.change(recap="Recap, second edition")
    bench.update()
    assert ids(bench.mine) == [one["id"] for one in first_edition()]
    assert ANSWER in texts(bench.mine) and texts(bench.mine)[-1] == "Recap, second edition"
    assert_settled(bench)


def test_a_cell_that_the_course_renames_keeps_its_answer_or_follows(bench):
    bench.edit(is_match=ANSWER)
    new = first_edition()
    for name, text in [(2, "def is_match(x): ..."), (4, "Your answer goes here.")]:
        new[name] |= {"id": f"answer-{name}", "source": text}  # the graded name stays
    bench.publish(new)
    bench.update()
    assert ids(bench.mine) == [one["id"] for one in new]
    assert texts(bench.mine)[2:5:2] == [ANSWER, "Your answer goes here."]
    assert_settled(bench)


def test_cells_with_one_id_all_stay_with_an_id_each(bench):
    content = load(bench.mine)
    twins = [cell(name, f"mine {n}") for n, name in enumerate(["n", "n", "title", "recap"])]
    save(bench.mine, content | {"cells": content["cells"] + twins})
    bench.update()
    assert texts(bench.mine)[-4:] == [one["source"] for one in twins]
    assert len(set(ids(bench.mine))) == len(ids(bench.mine)) == 10
    assert_settled(bench)


def test_white_space_at_the_end_is_no_answer(bench):
    bench.edit(is_match="def is_match(s, p):\r\n    ...\n\n", recap="Recap, first edition ")
    bench.change(is_match="def is_match(text): ...", recap="Recap, second edition")
    bench.update()
    assert texts(bench.mine)[2] == "def is_match(text): ..."
    assert ids(bench.mine) == [one["id"] for one in first_edition()]


def test_the_learners_order_holds_unless_the_course_moves_cells(bench):
    bench.rearrange("recap", "title", "is_match", "check_is_match", "setup", "trade_offs")
    bench.publish([*first_edition(), cell("next", "Next lesson")])
    bench.update()
    assert ids(bench.mine)[:3] == ["recap", "next", "title"]
    assert_settled(bench)
    bench.publish(first_edition()[::-1])
    bench.update()
    assert ids(bench.mine) == [one["id"] for one in first_edition()][::-1]


def test_lost_marks_and_a_changed_cell_type_are_repaired(bench):
    bench.edit(is_match=ANSWER)
    content = load(bench.mine)
    answer = content["cells"][2]
    answer |= {"cell_type": "markdown", "metadata": {"mine": 1}}
    del answer["outputs"], answer["execution_count"]
    save(bench.mine, content)
    bench.update()
    got = load(bench.mine)["cells"][2]
    assert got["cell_type"] == "code" and "".join(got["source"]) == ANSWER
    assert got["metadata"] == {"mine": 1, **first_edition()[2]["metadata"]}
    nbformat.validate(nbformat.read(bench.mine, as_version=4))


def test_a_save_by_jupyterlab_in_the_middle_of_an_update_is_not_overwritten(bench):
    bench.change(recap="Recap, second edition")
    real, saved = os.fsync, []

    def save_in_between(descriptor):
        real(descriptor)
        if not saved and list(bench.mine.parent.glob("*.mle-tmp")):
            bench.edit(is_match=ANSWER)
            saved.append(True)

    with mock.patch("os.fsync", save_in_between):
        bench.update()
    assert saved and ANSWER in texts(bench.mine)
    assert texts(bench.mine)[-1] == "Recap, second edition"
    assert_settled(bench)


def test_unknown_fields_and_the_learners_kernel_survive(bench):
    content = load(bench.mine)
    content["metadata"] |= {"kernelspec": {"name": "mine"}, "widgets": {"a": 1}}
    content["cells"][0]["attachments"] = {"me.png": {"image/png": "AAAA"}}
    content["cells"][1]["outputs"] = [{"output_type": "error", "evalue": "\ud83d", "x": 1}]
    save_ascii = json.dumps(content)
    bench.mine.write_text(save_ascii, encoding="ascii")
    bench.change(trade_offs="Your answer goes here.")
    bench.update()
    got = load(bench.mine)
    assert got["metadata"]["kernelspec"] == {"name": "mine"} and got["metadata"]["widgets"]
    assert got["cells"][:2] == content["cells"][:2]
    assert_settled(bench)


def test_an_old_tab_saved_over_an_update_is_brought_up_to_date_again(bench):
    bench.edit(is_match=ANSWER)
    old_tab = bench.mine.read_bytes()
    bench.publish([*first_edition(), cell("next", "Next lesson")])
    bench.change(recap="Recap, second edition")
    bench.update()
    wanted = bench.mine.read_bytes()
    bench.mine.write_bytes(old_tab)
    bench.update()
    assert bench.mine.read_bytes() == wanted


def test_without_its_records_an_update_loses_nothing(bench):
    bench.edit(is_match=ANSWER, recap="Recap, in my words")
    shutil.rmtree(bench.workspace / ".mle")
    bench.change(recap="Recap, second edition")
    bench.update()
    assert texts(bench.mine)[-2:] == ["Recap, second edition", "Recap, in my words"]
    assert ANSWER in texts(bench.mine)
    assert_settled(bench)


# Files


def test_a_replaced_notebook_is_backed_up_at_most_ten_times(bench):
    before = []
    for edition in range(12):
        bench.edit(is_match=f"{ANSWER} {edition}")
        before.append(bench.mine.read_bytes())
        bench.change(recap=f"Recap {edition}")
        bench.update()
    folder = bench.workspace / ".mle" / "backups" / LESSON.removesuffix(".ipynb")
    assert [path.read_bytes() for path in sorted(folder.iterdir())] == before[-10:]


def test_a_deleted_lesson_is_delivered_again(bench):
    bench.mine.unlink()
    report = bench.update()
    assert load(bench.mine)["cells"] == first_edition()
    assert [entry.name for entry in report.added] == [LESSON] and "missing" in report.lines()[1]


def test_a_renamed_lesson_stays_and_the_lesson_is_delivered_again(bench):
    bench.edit(is_match=ANSWER)
    renamed = bench.workspace / "tries" / "first.ipynb"
    renamed.parent.mkdir()
    bench.mine.rename(renamed)
    before = renamed.read_bytes()
    report = bench.update()
    assert renamed.read_bytes() == before and load(bench.mine)["cells"] == first_edition()
    assert "tries/first.ipynb" in report.added[0].message
    assert_settled(bench)


def test_a_lesson_that_the_course_drops_stays_and_is_told_once(bench):
    bench.edit(is_match=ANSWER)
    before = bench.mine.read_bytes()
    (bench.course / LESSON).rename(bench.course / "1_coding" / "114_regex.ipynb")
    assert [entry.name for entry in bench.update().left] == [LESSON]
    assert bench.mine.read_bytes() == before
    assert not bench.update().left


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"def is_match(s, p): ...",
        b'{"cells": [], "nbformat": 4, "nbfor',
        '{"cells": ["\xe9"]}'.encode("latin-1"),
        "\ufeff{}".encode(),
        b"<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> theirs\n",
        b"[]",
        b'{"nbformat": 3, "worksheets": []}',
        b'{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"cell_type": "code"}]}',
        b'{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": 3}',
        b"[" * 100_000,
        bytes(range(256)),
    ],
)
def test_a_file_that_is_no_notebook_is_left_and_the_lesson_goes_beside(bench, content):
    bench.mine.write_bytes(content)
    report = bench.update()
    fresh = bench.mine.with_suffix(".fresh.ipynb")
    assert bench.mine.read_bytes() == content
    assert load(fresh)["cells"] == first_edition()
    assert fresh.name in report.beside[0].message and report.exit_code == 0
    assert [entry.name for entry in report.unchanged] == [OTHER]
    assert working_copy(bench.workspace, Path(LESSON)) == fresh
    assert_settled(bench)


def test_a_byte_order_mark_costs_nothing_and_goes(bench):
    before = load(bench.mine)
    bench.mine.write_bytes(codecs.BOM_UTF8 + bench.mine.read_bytes())
    report = bench.update()
    assert load(bench.mine) == before  # `load` is as strict as JupyterLab
    assert [entry.message for entry in report.updated] == ["Its byte order mark was removed."]
    assert_settled(bench)


def test_work_goes_on_in_the_fresh_copy(bench):
    bench.mine.write_bytes(b"broken")
    bench.update()
    fresh = bench.mine.with_suffix(".fresh.ipynb")
    content = load(fresh)
    content["cells"][2]["source"] = ANSWER
    save(fresh, content)
    bench.change(recap="Recap, second edition")
    bench.update()
    assert ANSWER in texts(fresh) and texts(fresh)[-1] == "Recap, second edition"
    bench.mine.unlink()
    assert "Rename" in bench.update().beside[0].message and not bench.mine.exists()
    fresh.rename(bench.mine)
    assert not bench.update().beside
    assert ANSWER in texts(bench.mine)
    assert_settled(bench)


def test_two_broken_files_leave_room_for_a_third(bench):
    fresh = bench.mine.with_suffix(".fresh.ipynb")
    bench.mine.write_bytes(b"broken")
    fresh.write_bytes(b"broken too")
    bench.update()
    assert fresh.read_bytes() == b"broken too"
    assert load(bench.mine.with_suffix(".fresh-2.ipynb"))["cells"] == first_edition()


def test_a_folder_in_the_way_is_reported_and_the_others_are_done(bench):
    bench.mine.unlink()
    (bench.mine / "things").mkdir(parents=True)
    bench.publish([cell("only", "# Sample, second edition")], OTHER)
    report = bench.update()
    assert [entry.name for entry in report.failed] == [LESSON] and report.exit_code == 1
    assert "folder" in report.failed[0].message and (bench.mine / "things").is_dir()
    assert texts(bench.workspace / OTHER) == ["# Sample, second edition"]


def test_a_file_that_another_program_holds_is_reported(bench):
    # What Windows does when a program has the file open; elsewhere it can only be imitated.
    real = os.replace

    def held(source, target):
        if str(target).endswith(LESSON):
            raise PermissionError(13, "in use")
        real(source, target)

    bench.edit(is_match=ANSWER)
    before = bench.mine.read_bytes()
    bench.change(recap="Recap, second edition")
    bench.publish([cell("only", "# Sample, second edition")], OTHER)
    with mock.patch("os.replace", held):
        report = bench.update()
    assert [entry.name for entry in report.failed] == [LESSON]
    assert "another program" in report.lines()[-1]
    assert bench.mine.read_bytes() == before
    assert texts(bench.workspace / OTHER) == ["# Sample, second edition"]
    assert not list(bench.workspace.rglob("*.mle-tmp"))
    assert bench.update().exit_code == 0 and texts(bench.mine)[-1] == "Recap, second edition"


def in_child(function) -> int:
    """Run `function` in a forked process; return its exit status, 99 for an exception."""
    child = os.fork()
    if child == 0:
        try:
            os._exit(function() or 0)
        finally:
            os._exit(99)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@posix
@pytest.mark.parametrize("locked", ["file", "folder"])
def test_a_read_only_file_or_folder_is_reported_and_the_others_are_done(locked):
    # Root may write anywhere, so as root this runs as `nobody`, in a folder that it can reach.
    with tempfile.TemporaryDirectory() as root:
        bench = Bench(Path(root))
        bench.publish([cell("only", "# Plan")], "0_start/001_start_here.ipynb")
        bench.update()
        bench.edit(is_match=ANSWER)
        before = bench.mine.read_bytes()
        bench.change(recap="Recap, second edition")
        bench.publish([cell("only", "# Plan, second edition")], "0_start/001_start_here.ipynb")
        if os.geteuid() == 0:
            for path in [Path(root), *Path(root).rglob("*")]:
                os.chown(path, 65534, 65534)
        target, mode = (bench.mine, 0o444) if locked == "file" else (bench.mine.parent, 0o555)
        target.chmod(mode)

        def run() -> int:
            if os.geteuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            report = bench.update()
            names = [entry.name for entry in report.failed]
            return report.exit_code if names == [LESSON] else 98

        try:
            assert in_child(run) == 1
        finally:
            target.chmod(0o755)
        assert bench.mine.read_bytes() == before
        assert texts(bench.workspace / "0_start/001_start_here.ipynb") == ["# Plan, second edition"]


def test_a_lesson_that_stays_closed_for_many_editions_is_merged_from_its_own(bench):
    # Each run keeps the edition that it could not deliver; the notebook's own must not be lost.
    bench.edit(is_match=ANSWER)
    real = os.replace

    def held(source, target):
        if str(target).endswith(LESSON) and ".mle" not in str(target):
            raise PermissionError(13, "in use")
        real(source, target)

    with mock.patch("os.replace", held):
        for edition in range(15):
            bench.change(recap=f"Recap {edition}")
            assert bench.update().failed
    bench.update()
    assert texts(bench.mine)[-2:] == ["Your answer here.", "Recap 14"]
    kept = bench.workspace / ".mle" / "base" / LESSON.removesuffix(".ipynb")
    assert len(list(kept.iterdir())) <= 11


@posix
def test_a_linked_notebook_stays_a_link_and_keeps_its_mode(bench):
    elsewhere = bench.root / "synced.ipynb"
    bench.mine.rename(elsewhere)
    bench.mine.symlink_to(elsewhere)
    elsewhere.chmod(0o640)
    bench.change(recap="Recap, second edition")
    bench.update()
    assert bench.mine.is_symlink() and texts(elsewhere)[-1] == "Recap, second edition"
    assert elsewhere.stat().st_mode & 0o777 == 0o640


def test_a_broken_course_notebook_is_reported_and_the_answers_stay(bench):
    bench.edit(is_match=ANSWER)
    (bench.course / LESSON).write_bytes(b"half a note")
    report = bench.update()
    assert [entry.name for entry in report.failed] == [LESSON] and ANSWER in texts(bench.mine)


def test_no_course_and_a_workspace_in_the_course_are_refused(bench):
    with pytest.raises(StudyError, match="no notebooks"):
        update(bench.workspace, bench.root / "nowhere")
    before = snapshot(bench.root)
    for folder in (bench.course, bench.course / "mine", bench.root):
        with pytest.raises(StudyError, match="--workspace"):
            update(folder, bench.course, data=bench.data)
    assert snapshot(bench.root) == before
    with pytest.raises(StudyError, match="--workspace"):
        update(bench.course / LESSON / "mine", bench.root / "elsewhere" / "..")


# Data


def test_data_is_copied_when_it_differs_and_an_edited_file_is_backed_up(tmp_path):
    bench = Bench(tmp_path)
    (bench.data / "shop" / "__pycache__").mkdir(parents=True)
    (bench.data / "shop" / "__pycache__" / "x.pyc").write_bytes(b"x")
    (bench.data / "shop" / "users.csv").write_bytes(b"id\n1\n")
    (bench.data / "README.md").write_bytes(b"first")
    bench.update()
    got = bench.workspace / "data"
    (got / "my.csv").write_bytes(b"mine")
    assert_settled(bench)
    (got / "shop" / "users.csv").write_bytes(b"id\n2\n")
    (bench.data / "README.md").write_bytes(b"second")
    report = bench.update()
    assert [(entry.name, bool(entry.message)) for entry in report.data] == [
        ("data/README.md", False),
        ("data/shop/users.csv", True),
    ]
    assert {path.relative_to(got).as_posix(): path.read_bytes() for path in got.rglob("*.*")} == {
        "README.md": b"second",
        "my.csv": b"mine",
        "shop/users.csv": b"id\n1\n",
    }
    (kept,) = (
        path for path in (bench.workspace / ".mle/backups/data").rglob("*.*") if path.is_file()
    )
    assert kept.read_bytes() == b"id\n2\n"
    assert_settled(bench)


# Interruptions and two at once


def die_at(step: int) -> None:
    """Make this process end, as by kill -9, at its `step`-th half-written or renamed file."""
    left = [step]
    fsync, replace = os.fsync, os.replace

    def passes() -> bool:
        left[0] -= 1
        return left[0] >= 0

    def half_written(descriptor: int) -> None:
        if not passes():
            os.ftruncate(descriptor, os.fstat(descriptor).st_size // 2)
            os._exit(9)
        fsync(descriptor)

    def before_or_after(source, target) -> None:
        if not passes():
            os._exit(9)
        replace(source, target)
        if not passes():
            os._exit(9)

    os.fsync, os.replace = half_written, before_or_after


def kill_everywhere(bench: Bench) -> Iterator[int]:
    """Run an update again and again from the same start, killed one write later each time."""
    start = bench.root / "start"
    bench.workspace.rename(start)
    for step in range(1000):
        shutil.rmtree(bench.workspace, ignore_errors=True)
        shutil.copytree(start, bench.workspace)
        status = in_child(lambda step=step: die_at(step) or bench.update().exit_code)
        yield step
        if status == 0:
            assert step >= 15, "the run was to be killed at every write"
            return
        assert status == 9


def files_of(workspace: Path) -> dict[str, bytes]:
    found = {name: content for name, (content, _) in snapshot(workspace).items()}
    return {name: content for name, content in found.items() if "backups" not in name}


@pytest.fixture
def busy(bench: Bench) -> Bench:
    """A workspace with answers and a broken file, and a course that has changed everywhere."""
    users = bench.data / "users.csv"
    bench.data.mkdir()
    users.write_bytes(b"first")
    bench.update()
    users.write_bytes(b"second")
    bench.edit(is_match=ANSWER, recap="Recap, in my words")
    (bench.workspace / OTHER).write_bytes(b"broken")
    bench.change(recap="Recap, second edition", is_match="def is_match(text): ...")
    bench.publish([cell("only", "# New")], "2_take_home/201_new.ipynb")
    return bench


@posix
def test_a_run_killed_at_any_write_is_completed_by_the_next(busy):
    old = files_of(busy.workspace)
    twin = shutil.copytree(busy.workspace, busy.root / "twin")
    update(twin, busy.course, data=busy.data)
    whole = files_of(twin)
    for step in kill_everywhere(busy):
        for name, content in files_of(busy.workspace).items():
            assert name.endswith(".mle-tmp") or content in (old.get(name), whole.get(name))
        busy.update()
        assert files_of(busy.workspace) == whole, f"killed at step {step}"
        backups = busy.workspace / ".mle" / "backups" / LESSON.removesuffix(".ipynb")
        assert len(list(backups.iterdir())) == 1, "the same notebook is kept once"


@posix
def test_a_killed_run_leaves_no_litter_even_if_the_course_takes_its_change_back(busy):
    litter = 0
    second = load(busy.course / LESSON)
    users = busy.data / "users.csv"
    for _ in kill_everywhere(busy):
        litter += len(list(busy.workspace.rglob("*.mle-tmp")))
        busy.publish(first_edition())
        users.write_bytes(b"first")
        busy.update()
        assert not list(busy.workspace.rglob("*.mle-tmp")) and ANSWER in texts(busy.mine)
        save(busy.course / LESSON, second)
        users.write_bytes(b"second")
    assert litter >= 10


@posix
def test_two_runs_at_once_wait_for_each_other_and_a_dead_one_holds_nothing(bench):
    bench.change(recap="Recap, second edition")
    ready, tell = os.pipe()
    child = os.fork()
    if child == 0:
        os.replace = lambda *_: os.write(tell, b"x") and time.sleep(600)
        try:
            bench.update()
        finally:
            os._exit(0)
    os.read(ready, 1)
    try:
        with mock.patch.object(files, "LOCK_WAIT", 0.2), pytest.raises(StudyError, match="Another"):
            bench.update()
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    bench.update()
    assert texts(bench.mine)[-1] == "Recap, second edition"


# Any edits, any editions

ROLES = {"intro": "prose", "setup": "setup", "a": "exercise", "check_a": "check"}
ROLES |= {"b": "essay", "same": "prose", "rule": "prose"}
editions = st.tuples(
    st.lists(st.sampled_from(list(ROLES)), min_size=1, unique=True),
    st.fixed_dictionaries({name: st.integers(0, 2) for name in ROLES}),
)
edits = st.lists(
    st.tuples(
        st.sampled_from(
            "rewrite extend delete add copy move paste retype lose_ids bare old_tab "
            "forget remove rename break".split()
        ),
        st.integers(0, 30),
        st.integers(0, 30),
    ),
    max_size=6,
)


def course_text(name: str, version: int) -> str:
    return "---" if name in ("same", "rule") and version == 0 else f"{name} {version}"


class Learner:
    """Does anything to a workspace; what they type is unique and has the word `mine`."""

    def __init__(self, bench: Bench) -> None:
        self.bench, self.typed, self.saves = bench, 0, []
        self.records_whole = True

    def do(self, action: str, where: int, other: int) -> None:
        path = working_copy(self.bench.workspace, Path(LESSON))
        if not path.exists():
            return
        self.typed += 1
        content = load(path)
        cells = content["cells"]
        self.saves.append(path.read_bytes())
        if action == "old_tab":
            path.write_bytes(self.saves[where % len(self.saves)])
        elif action == "forget":
            shutil.rmtree(self.bench.workspace / ".mle", ignore_errors=True)
            self.records_whole = False
        elif action == "remove":
            path.unlink()
        elif action == "rename":
            path.rename(self.bench.workspace / f"mine {self.typed}.ipynb")
        elif action == "break":
            path.write_bytes(f"mine {self.typed}".encode())
        elif action == "add":
            cells.insert(where % (len(cells) + 1), cell(f"n{self.typed}", f"mine {self.typed}"))
        elif cells:
            self.change(action, content, where % len(cells), other)
        if action not in ("old_tab", "remove", "rename", "break"):
            save(path, content)

    def change(self, action: str, content: dict, place: int, other: int) -> None:
        cells = content["cells"]
        one = cells[place]
        spot = other % (len(cells) + 1)
        if action == "rewrite":
            one["source"] = f"mine {self.typed}"
        elif action == "extend":
            one["source"] = ["".join(one["source"]) + "\n", f"mine {self.typed}"]
        elif action == "delete":
            del cells[place]
        elif action == "copy":
            twin = {} if other % 4 == 0 else {"id": f"c{self.typed}"}
            cells.insert(spot, copy.deepcopy(one) | twin)
        elif action == "move":
            cells.insert(min(spot, len(cells) - 1), cells.pop(place))
        elif action == "paste":
            del cells[place]
            cells.insert(spot, {**one, "id": f"p{self.typed}"})
        elif action == "retype" and "mine" in "".join(one["source"]):
            turned = cell("", one["source"], "prose" if one["cell_type"] == "code" else "setup")
            same = {key: one[key] for key in ("id", "metadata") if key in one}
            cells[place] = {key: turned[key] for key in turned if key != "id"} | same
        elif action == "lose_ids":
            content["nbformat_minor"] = 4
            for each in cells:
                each.pop("id", None)
        elif action == "bare":
            content["metadata"] = {}
            for each in cells:
                each["metadata"] = {}
            self.records_whole = False


def learners_words(workspace: Path) -> set[str]:
    """Return all that the learner typed: cells by their text, broken files by their content."""
    words = set()
    for path in workspace.rglob("*.ipynb"):
        if ".mle" in path.parts:
            continue
        try:
            words |= {text.strip() for text in texts(path) if "mine" in text}
        except ValueError:
            words.add(path.read_text())
    return words


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(editions, st.lists(st.tuples(edits, editions), min_size=1, max_size=4))
def test_no_word_of_the_learners_is_ever_lost(first, steps):
    with tempfile.TemporaryDirectory() as root, mock.patch("os.fsync"):
        bench = Bench(Path(root))
        learner = Learner(bench)
        for actions, (names, versions) in [([], first), *steps]:
            for action in actions:
                learner.do(*action)
            course = [cell(name, course_text(name, versions[name]), ROLES[name]) for name in names]
            bench.publish(course)
            words = learners_words(bench.workspace)
            assert not bench.update().failed
            assert words <= learners_words(bench.workspace)
            now = working_copy(bench.workspace, Path(LESSON))
            assert_current(load(now), course, learner.records_whole)
            assert_settled(bench)


def assert_current(content: dict, course: list[dict], records_whole: bool) -> None:
    """The course's graded cells are there once each, and course text is today's or edited."""
    by_id = {one["id"]: one for one in content["cells"]}
    assert len(by_id) == len(content["cells"])
    marks = [one["metadata"].get("nbgrader") for one in content["cells"]]
    wanted = [one["metadata"].get("nbgrader") for one in course]
    key = json.dumps
    assert sorted(map(key, filter(None, marks))) == sorted(map(key, filter(None, wanted)))
    nbformat.validate(nbformat.from_dict(content))
    for one in course:
        text = "".join(by_id[one["id"]]["source"]) if one["id"] in by_id else one["source"]
        assert text == one["source"] or "mine" in text or not records_whole


# Finding a lesson


@pytest.fixture
def course(tmp_path: Path) -> Path:
    names = "0_start/001_start_here 1_coding/101_rotate_matrix 1_coding/104_regex_matching"
    names += " 1_coding/109_matrix_sum 3_system_design/302_type_ahead"
    for name in names.split():
        save(tmp_path / f"{name}.ipynb", notebook())
    save(tmp_path / "1_coding/.ipynb_checkpoints/104_regex-checkpoint.ipynb", notebook())
    return tmp_path


@pytest.mark.parametrize(
    "text",
    [
        *("104", "104_regex_matching", "regex_matching", "regex", "matching", "Regex-Matching"),
        *("regex matching", "1_coding/104_regex_matching.ipynb", "1_coding\\104_regex_matching"),
        *("104_regex_matching.py", "104_r", " 104 "),
    ],
)
def test_a_lesson_is_found_by_what_a_learner_types(course, text):
    assert find_lesson(course, text) == course / LESSON


def test_a_number_may_lack_its_zeros(course):
    assert find_lesson(course, "1").stem == "001_start_here"


@pytest.mark.parametrize(
    ("text", "close"),
    [
        ("regx", ["104_regex_matching"]),
        ("140_regex_maching", ["104_regex_matching"]),
        ("typeahead", ["302_type_ahead"]),
        ("matrix", ["101_rotate_matrix", "109_matrix_sum"]),
        ("zebra", []),
        ("", []),
        ("999", []),
    ],
)
def test_an_unknown_lesson_brings_a_suggestion(course, text, close):
    with pytest.raises(UnknownLesson) as caught:
        find_lesson(course, text)
    assert caught.value.close == close
    assert all(name in str(caught.value) for name in [text, *close])
    assert isinstance(caught.value, UserError)


# Starting JupyterLab


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answer_of(url: str) -> str | None:
    """Return the address that a server sends us to, or None while there is no server."""
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return answer.url
    except urllib.error.HTTPError as error:
        return error.url
    except OSError:
        return None


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
@posix
def test_jupyterlab_opens_the_lesson_and_ends_with_us(bench, stop):
    port = free_port()
    code = (
        "import sys; from pathlib import Path; from autograder.study import launch\n"
        "space, lesson, port = sys.argv[1:]\n"
        "sys.exit(launch(Path(space), Path(lesson), browser=False, port=int(port)))"
    )
    line = [sys.executable, "-c", code, str(bench.workspace), LESSON, str(port)]
    env = os.environ | {"JUPYTER_TOKEN": "t", "HOME": str(bench.root)}
    pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    ours = subprocess.Popen(line, env=env, text=True, **pipes)
    try:
        root = f"http://127.0.0.1:{port}"
        until = time.monotonic() + 60
        while answer_of(f"{root}/api") is None and ours.poll() is None:
            assert time.monotonic() < until
            time.sleep(0.2)
        assert answer_of(f"{root}/?token=t").partition("?")[0] == f"{root}/lab/tree/{LESSON}"
        file = f"{root}/api/contents/{LESSON}?content=0&token=t"
        assert json.load(urllib.request.urlopen(file))["type"] == "notebook"
        with pytest.raises(StudyError, match=f"Port {port} is in use"):
            launch(bench.workspace, port=port)
    finally:
        ours.send_signal(stop)
        output, _ = ours.communicate(timeout=60)
    assert ours.returncode == 0, output
    assert "Traceback" not in output
    assert answer_of(f"{root}/api") is None, "the server went with us"


def test_jupyterlab_gets_the_folder_the_lesson_and_the_port(tmp_path):
    started = []

    class Server:
        def __init__(self, line, env):
            started.append(line)
            assert env["JUPYTER_CONFIG_PATH"].endswith("jupyter")

        def wait(self):
            return 3

        poll = wait

    workspace = tmp_path / "my cöurse"
    with mock.patch("subprocess.Popen", Server):
        assert launch(workspace, workspace / "a b" / "1%.ipynb") == 3
        assert launch(workspace, browser=False, port=free_port()) == 3
    first, second = started
    assert first[:3] == [sys.executable, "-m", "jupyterlab"]
    assert f"--ServerApp.root_dir={workspace}" in first
    assert "--LabApp.default_url=/lab/tree/a%20b/1%25.ipynb" in first
    assert not any("browser" in part or ".port" in part for part in first)
    assert "--LabApp.default_url=/lab" in second and "--no-browser" in second


def test_the_room_starts_without_jupyter():
    code = "import autograder.study, sys; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in run.stdout.split()}
    assert not loaded & {"jupyterlab", "jupyter_server", "nbformat", "numpy", "traitlets"}


@pytest.mark.parametrize(
    ("layout", "opened"),
    [
        ({"current": "notebook:1_coding/104_regex_matching.ipynb"}, LESSON),
        ({"current": "markdownviewer-widget:notes.md"}, OTHER),
        ({"current": "notebook:1_coding/deleted.ipynb"}, OTHER),
        ({}, None),
        ("not a layout", None),
    ],
)
def test_the_notebook_that_was_left_last_is_found_in_jupyterlabs_layout(bench, layout, opened):
    recents = [{"path": "1_coding", "contentType": "directory"}]
    recents += [{"path": OTHER, "contentType": "notebook"}]
    data = {"layout-restorer:data": {"main": layout}, "docmanager:recents": {"opened": recents}}
    save(bench.workspace / LAYOUTS / "default.jupyterlab-workspace", {"data": data})
    found = left_last(bench.workspace)
    assert (found and found.as_posix()) == opened
