"""The summary of a run can be read, however large the class is."""

from __future__ import annotations

from autograder.cohort.summary import Summary


def test_what_nobody_handed_in_is_a_count():
    summary = Summary(missing=[(f"s{n:03}", lesson) for n in range(400) for lesson in ("a", "b")])
    lines = summary.lines()
    assert len(lines) == 4
    assert lines[2:] == [
        f"  {lesson}: not handed in by s000, s001, s002, s003, s004 and 395 more"
        for lesson in ("a", "b")
    ]


def test_what_was_stopped_is_not_hidden_behind_it():
    summary = Summary(
        missing=[(f"s{n:03}", "a") for n in range(400)],
        stopped=[("ada", "a", "cell x: timed out")],
        failed=[("bela", "a link"), ("cher", "a link")],
    )
    said = "\n".join(summary.lines())
    assert "ada, a: cell x: timed out" in said
    assert "bela, cher: not entered, a link." in said


def test_a_few_are_all_named():
    assert (
        "  a: not handed in by ada, bela" in Summary(missing=[("bela", "a"), ("ada", "a")]).lines()
    )
