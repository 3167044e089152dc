"""What a behavioural lesson rehearses with: clock, counts, committed levels, drafts, probes."""

from __future__ import annotations

import base64
import datetime
import json

import pytest

from autograder.rehearsal import (
    KEPT,
    Calibration,
    Drill,
    Stopwatch,
    by_chance,
    changes,
    counts,
    heard,
    interval,
    within_answers,
)

KEY = {"A": [1, 3, 2, 4, 1], "B": [4, 1, 3, 1, 2], "C": [2, 2, 4, 3, 3]}
ROWS = ("one", "two", "three", "four", "five")
ENCODED = base64.b64encode(json.dumps(KEY).encode()).decode()
OWN = [2, 3, 2, 1, 2]


class Clock:
    def __init__(self, now=0.0):
        self.now = now

    def __call__(self):
        return self.now


def calibration(folder, lesson="501_test", now=datetime.datetime(2026, 3, 2, 9)) -> Calibration:
    return Calibration(lesson, ROWS, ENCODED, folder=folder, now=lambda: now)


def scores(**changed):
    own = [(level, "I asked them.") for level in OWN]
    return {**KEY, "own": own} | changed


def test_one_gut_level_per_answer_agrees_on_nothing_within_answers():
    key = list(KEY.values())
    assert within_answers(key, key) == pytest.approx(1)
    gut = [[round(sum(row) / 5)] * 5 for row in key]
    assert within_answers(gut, key) == 0
    kinder = [[level + 1 for level in row] for row in key]
    assert within_answers(kinder, key) == pytest.approx(1)
    opposite = [[5 - level for level in row] for row in key]
    assert within_answers(opposite, key) == pytest.approx(-1)


def test_shuffled_rows_agree_about_zero_and_the_interval_holds_the_agreement():
    key = list(KEY.values())
    low, high = by_chance(key, key)
    assert low < 0 < high < 0.7
    mine = [[1, 3, 3, 3, 1], [3, 1, 3, 2, 2], [2, 3, 4, 3, 2]]
    least, most = interval(mine, key)
    assert least < within_answers(mine, key) < most <= 1


def test_the_key_stays_closed_until_the_levels_are_committed(tmp_path):
    one = calibration(tmp_path)
    assert "closed" in one.reveal({}) and "nothing to commit" in one.commit({})
    assert "aren't committed" in one.reveal(scores())
    assert one.commit(scores()).startswith("2026-03-02T09:00:00  ")
    shown = one.reveal(scores())
    assert "bias +0.00" in shown and "within answers: 1.00" in shown
    assert "<details>" in shown._repr_html_()
    assert "after 04 March" in shown


def test_a_miss_of_two_levels_is_to_be_read_again_and_other_first_levels_are_named(tmp_path):
    one = calibration(tmp_path)
    one.commit(scores())
    far = scores(A=[4, 3, 2, 4, 1])
    one.commit(far)
    shown = one.reveal(far)
    assert "read again: A, one: you 4, key 1" in shown
    assert "You committed other levels first, at 2026-03-02T09:00:00." in shown


def test_levels_are_kept_beside_the_notebook_and_pooled_over_lessons(tmp_path):
    calibration(tmp_path, "502_no_notebook").commit(scores())
    assert not (tmp_path / KEPT).exists()
    for lesson in ("501_test", "502_other"):
        (tmp_path / f"{lesson}.ipynb").write_text("{}")
    one = calibration(tmp_path)
    one.commit(scores())
    one.commit(scores())
    assert len(json.loads((tmp_path / KEPT).read_text())["501_test"]) == 1
    other = calibration(tmp_path, "502_other")
    other.commit(scores())
    assert "over 6 anchors so far: 1.00" in other.reveal(scores())
    later = calibration(tmp_path, now=datetime.datetime(2026, 3, 5))
    assert "unchanged" in later.reveal(scores())
    moved = scores(own=[(4, "I asked them.")] * 5)
    later.commit(moved)
    assert "one 2 → 4" in later.reveal(moved)


def test_a_broken_file_is_neither_read_nor_overwritten(tmp_path):
    (tmp_path / "501_test.ipynb").write_text("{}")
    (tmp_path / KEPT).write_text("not json")
    one = calibration(tmp_path)
    one.commit(scores())
    assert "bias" in one.reveal(scores())
    assert (tmp_path / KEPT).read_text() == "not json"


def test_fillers_and_stock_phrases_are_named_and_the_first_sentence_is_shown():
    text = "So basically we moved fast. I learned that communication is key, um, basically. 3 of 4."
    shown = heard(text, seconds=30)
    assert "begins with   So basically we moved fast." in shown
    assert "um, basically (2)" in shown and "communication is key" in shown
    assert "words/minute " in shown and f"{counts(text)['words'] * 2}" in shown
    assert "Put what you said" in heard(...)


def test_two_drafts_show_what_came_and_went():
    shown = changes("It went well. I stayed.", "I stayed. Errors fell from 9 to 4.")
    assert "- It went well." in shown and "+ Errors fell from 9 to 4." in shown
    assert "I stayed" not in shown
    assert "Put both drafts" in changes(..., "x")


def test_the_stopwatch_counts_from_the_last_start():
    clock = Clock()
    watch = Stopwatch(clock)
    assert "isn't running" in watch.stop() and watch.seconds is None
    watch.start()
    clock.now = 118.6
    assert watch.stop().startswith("119 seconds") and watch.seconds == 118.6


def test_the_drill_gives_each_probe_once_and_says_what_an_answer_lacks():
    clock = Clock()
    drill = Drill(["Why?", "How many?", "Who?"], seed=1, clock=clock)
    first = drill.ask().split("\n")[0]
    assert "No answer yet to" in drill.ask()
    clock.now = 50
    second = drill.ask("It was 12 of 30.").split("\n")[0]
    third = drill.ask("I don't know, I would find it by asking the team.").split("\n")[0]
    assert {first, second, third} == {"Why?", "How many?", "Who?"}
    review = drill.ask("It was fine.")
    assert "50 s; over 40 seconds" in review
    assert review.count("no number") == 1 and "It was fine." in review
