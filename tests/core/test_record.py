"""The learner's record: it survives whatever happens to it, and no check waits for it."""

from __future__ import annotations

import json
import multiprocessing
import os
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.core import record, recording
from autograder.core.attempts import card_line, rounds, tries, worked
from autograder.core.fingerprint import fingerprint
from autograder.core.record import Check
from autograder.core.reports import Report, Verdict

START = datetime(2027, 1, 4, 19, tzinfo=UTC)
LESSON_OF = {"is_match": "104_regex", "Matcher": "104_regex", "draw": "105_jar"}
posix = pytest.mark.skipif(os.name == "nt", reason="needs Unix")


def a_check(minutes: float = 0, **fields) -> Check:
    given = {"lesson": "104_regex", "exercise": "is_match", "points": 7, "of": 7, **fields}
    return Check(START + timedelta(minutes=minutes), **given)


def report(earned: float = 7, state: str = "passed") -> Report:
    return Report("is_match", 7, [Verdict("any text", earned, 7, "", state=state)])


@pytest.fixture
def workspace(tmp_path) -> Path:
    (tmp_path / ".course").mkdir()
    (tmp_path / "1_coding").mkdir()
    return tmp_path


@pytest.fixture
def recorder(workspace, monkeypatch) -> recording.Recorder:
    monkeypatch.setattr(recording, "PATIENCE", 30)
    return recording.Recorder(workspace / "1_coding", "0.2.0")


def lines(workspace: Path) -> list[dict]:
    text = record.record_path(workspace).read_text()
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def test_a_check_is_a_line_with_what_the_record_promises(recorder, workspace):
    said = recorder.remember(report(), len, LESSON_OF)
    assert said == "1st try, under a minute; next: Matcher"
    [line] = lines(workspace)
    named = ("lesson", "exercise", "points", "of", "seed", "version", "failed")
    assert {key: line[key] for key in named} == {
        "lesson": "104_regex", "exercise": "is_match", "points": 7, "of": 7, "seed": 0,
        "version": "0.2.0", "failed": [],
    }  # fmt: skip
    assert 0 <= line["seconds"] < 60


@given(
    st.builds(
        Check,
        st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)).map(
            lambda time: time.replace(microsecond=0, tzinfo=UTC)
        ),
        st.text(min_size=1, max_size=20),
        st.text(min_size=1, max_size=20),
        points=st.integers(0, 5),
        of=st.integers(5, 9),
        seconds=st.floats(0, 1e6),
        failed=st.lists(st.text(max_size=30), max_size=4).map(tuple),
    )
)
def test_a_line_is_read_as_it_was_written(check):
    assert Check.from_line(check.line()) == check
    assert check.line().count(b"\n") == 1


@given(st.lists(st.binary(max_size=60) | st.just(a_check().line()), max_size=8))
def test_foreign_lines_are_passed_over_whatever_they_hold(parts):
    kept = record.parse(b"\n".join(parts))
    assert all(isinstance(check, Check) for check in kept.checks)
    assert len(kept.checks) >= sum(part == a_check().line() for part in parts)


@pytest.mark.parametrize(
    "line",
    [
        "{}", "[]", "3", "null", '{"format": 2}', "{" * 100_000, '{"format": 1, "time": "today"}',
        a_check().line().decode().replace('"points": 7', '"points": NaN'),
        a_check().line().decode().replace('"points": 7', '"points": 8'),
        a_check().line().decode().replace('"of": 7', '"of": 0'),
        a_check().line().decode().replace('"points": 7', '"points": true'),
        a_check().line().decode().replace('"is_match"', "7"),
    ],
)  # fmt: skip
def test_a_line_that_is_no_check_is_counted_as_foreign(line, tmp_path):
    path = tmp_path / "record.jsonl"
    path.write_bytes(a_check().line() + line.encode() + b"\n" + a_check(1).line())
    kept = record.read(path)
    assert len(kept.checks) == 2
    assert kept.foreign == 1


def test_a_torn_last_line_costs_itself_and_no_other(recorder, workspace):
    recorder.remember(report(), len, LESSON_OF)
    path = record.record_path(workspace)
    path.write_bytes(path.read_bytes() + a_check().line()[:40])
    recorder.remember(report(), abs, LESSON_OF)
    kept = record.read(path)
    assert (len(kept.checks), kept.foreign) == (2, 1)


def _write_many(folder: str, name: str) -> None:
    recording.PATIENCE = 30
    recorder = recording.Recorder(Path(folder), name)
    for _ in range(100):
        recorder.remember(report(), len, LESSON_OF)


def test_two_kernels_at_once_lose_no_line(workspace):
    context = multiprocessing.get_context("spawn")
    kernels = [
        context.Process(target=_write_many, args=(str(workspace / "1_coding"), name))
        for name in ("one", "two")
    ]
    for kernel in kernels:
        kernel.start()
    for kernel in kernels:
        kernel.join(120)
    kept = record.read(record.record_path(workspace))
    assert kept.foreign == 0
    assert sorted(check.version for check in kept.checks) == ["one"] * 100 + ["two"] * 100


@posix
def test_a_full_disk_is_no_trouble_of_the_check(recorder, workspace):
    record.record_path(workspace).symlink_to("/dev/full")
    assert recorder.remember(report(), len, LESSON_OF) == ""
    assert Path("/dev/full").is_char_device()


@posix
def test_a_folder_that_cannot_be_written_is_no_trouble_of_the_check(recorder, workspace):
    (workspace / ".course").rmdir()
    (workspace / ".course").write_text("a file for a folder")
    (workspace / ".mle" / "base").mkdir(parents=True)
    assert recorder.remember(report(), len, LESSON_OF) == ""
    assert (workspace / ".course").read_text() == "a file for a folder"


def test_a_disk_that_hangs_does_not_hold_up_the_check(workspace, monkeypatch):
    hanging = threading.Event()
    monkeypatch.setattr(record, "append", lambda *_: hanging.wait(60))
    recorder = recording.Recorder(workspace / "1_coding", "0.2.0")
    started = time.monotonic()
    assert recorder.remember(report(), len, LESSON_OF) == ""
    waited = time.monotonic() - started
    hanging.set()
    assert waited < 30, "it waited for the disk"


def test_nothing_is_recorded_where_there_is_no_workspace(tmp_path, monkeypatch):
    monkeypatch.setattr(recording, "PATIENCE", 30)
    assert recording.Recorder(tmp_path, "0.2.0").remember(report(), len, LESSON_OF) == ""
    assert recording.Recorder(None, "0.2.0").remember(report(), len, LESSON_OF) == ""
    assert list(tmp_path.iterdir()) == []


def test_it_can_be_switched_off_here_and_for_a_process(recorder, workspace, monkeypatch):
    off = workspace / ".course" / record.OFF
    off.touch()
    recorder.remember(report(), len, LESSON_OF)
    off.unlink()
    monkeypatch.setenv(record.SWITCH, "off")
    recorder.remember(report(), len, LESSON_OF)
    assert not record.record_path(workspace).exists()
    monkeypatch.delenv(record.SWITCH)
    recorder.remember(report(), len, LESSON_OF)
    assert len(lines(workspace)) == 1


def test_what_nobody_has_begun_leaves_no_line_and_what_is_emptied_does(recorder, workspace):
    recorder.remember(report(0, "not written"), len, LESSON_OF)
    assert not record.record_path(workspace).exists()
    recorder.remember(report(), len, LESSON_OF)
    recorder.remember(report(0, "not written"), len, LESSON_OF)
    assert [line["points"] for line in lines(workspace)] == [7, 0]


# What a fingerprint tells apart.


def test_the_same_code_has_the_same_name_in_any_cell():
    def made(text: str):
        namespace: dict = {}
        exec(compile(text, f"<cell {len(text)}>", "exec"), namespace)
        return fingerprint(namespace["f"])

    plain = "def f(x):\n    return x + 1\n"
    assert made(plain) == made("\n\n" + plain)
    assert made(plain) != made(plain.replace("1", "2"))
    decorated = f"import functools\n@functools.cache\n{plain}"
    assert made(decorated) == made("\n" + decorated)
    methods = "class f:\n    def g(self):\n        return 1\n"
    assert made(methods) == made("# a\n" + methods) != made(methods.replace("1", "2"))


@pytest.mark.parametrize("value", [3, "text", [1, {"a": (2.5, None)}], {1, 2}, object(), print])
def test_any_value_has_one(value):
    assert fingerprint(value) == fingerprint(value)
    assert fingerprint({"q1": 1}) != fingerprint({"q1": 2})


def test_no_method_of_an_answer_is_called():
    class Trap:
        def __getattribute__(self, name):
            raise AssertionError(name)

        def __repr__(self):
            raise AssertionError

    assert fingerprint([Trap()])


# What the checks of an exercise say.


def failed(minutes: float, **fields) -> Check:
    return a_check(minutes, points=3, failed=("any text",), **fields)


def test_the_same_answer_checked_again_is_the_same_try():
    checks = [failed(1, answer="a"), failed(2, answer="a"), failed(3, answer="b"), a_check(4)]
    assert tries(checks) == 3
    assert card_line(checks, checks, LESSON_OF).startswith("3rd try")


def test_run_all_a_week_later_is_not_solving_again():
    week = 7 * 24 * 60
    first = a_check(1, answer="a")
    same, other = a_check(week, answer="a"), a_check(week, answer="b")
    empty = a_check(week - 1, points=0)
    assert len(rounds([first, same])) == 1
    assert len(rounds([first, other])) == 2
    assert len(rounds([first, empty, same])) == 2
    assert len(rounds([first, a_check(2, answer="b")])) == 1, "on the same day"
    assert len(rounds([first, a_check(week, by=record.IN_TERMINAL)])) == 1
    said = card_line([first, empty, same], [first, same], LESSON_OF)
    assert said.startswith("Solved again after 7 days: 2nd try")


def test_a_long_pause_counts_as_three_quarters_of_an_hour():
    assert worked([a_check(seconds=3 * 3600), a_check(seconds=60)]) == timedelta(minutes=46)
    assert worked([a_check(seconds=60, by=record.IN_TERMINAL)]) == timedelta(0)


@pytest.mark.parametrize(
    ("passed", "said"),
    [
        (["is_match"], "next: Matcher"),
        (["Matcher", "is_match"], "lesson done, next: 105 jar"),
        (["draw"], "lesson done, and it is the last one"),
    ],
)
def test_the_line_says_what_comes_next(passed, said):
    checks = [a_check(n, exercise=name, lesson=LESSON_OF[name]) for n, name in enumerate(passed)]
    own = [check for check in checks if check.exercise == passed[-1]]
    assert card_line(own, checks, LESSON_OF).endswith(said)
