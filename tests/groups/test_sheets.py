"""Design sheets as exercises: groups, cards, what students get, pages and the judge's values."""

from __future__ import annotations

import json
import sys
import types
from dataclasses import replace

import pytest
from helpers.other_systems import FORUM, forum

from autograder import check
from autograder.authoring import release
from autograder.authoring.lesson import LessonError, read_lesson
from autograder.cohort.handout import handout
from autograder.core.exercise import Exercise
from autograder.core.grade import grade
from autograder.core.values import plain
from autograder.groups import changed_sheet_groups, sheet_groups
from autograder.judge.wire import values
from autograder.lessons import bank, find, find_path
from autograder.site.browser.page import page
from autograder.trying.local import LocalAnswer

SHEET = Exercise(sheet_groups(FORUM), "medium", 5, [], name="mine")
AFTER = Exercise(
    changed_sheet_groups({"readers": replace(FORUM, peak=6_000), "quiet": replace(FORUM, peak=10)}),
    "medium",
    5,
    [],
    name="mine",
)


def said(answer: object, exercise: Exercise = SHEET) -> dict[str, str]:
    """The messages of the groups that fail."""
    report = grade(exercise, LocalAnswer("mine", answer))
    return {v.name: v.message for v in report.verdicts if v.state != "passed"}


def solution(exercise: str, name: str) -> object:
    namespace: dict = {}
    exec(bank(exercise)[name].source, namespace)
    return namespace[exercise]


def test_a_group_says_its_first_broken_rule_where_and_how():
    assert said(forum) == {}
    box = {**forum["components"]["box"], "copies": 7}
    wrong = {**forum, "components": {**forum["components"], "box": box}}
    assert said(wrong) == {
        "cost": "cost: A month costs 910 dollars; the prompt has 600. Most of it: 'box' 700, "
        "'hourly' 100, 'retrain' 100."
    }


def test_a_sheet_that_cannot_be_read_is_told_once():
    messages = said({**forum, "requests": []})
    assert messages.pop("data").endswith("Did you mean 'request'?")
    assert set(messages) == {"failure", "load", "time", "cost"}
    assert set(messages.values()) == {"Not tried yet: what the first group says comes first."}


@pytest.mark.parametrize("blank", [..., {}, {"components": {}, "request": [], "updates": []}])
def test_the_four_empty_keys_are_not_written_yet(blank):
    assert set(said(blank).values()) == {"Not written yet."}
    after = {"change": ..., "before": forum, "after": blank}
    assert set(said(after, AFTER).values()) == {"Not written yet."}


def test_a_change_that_breaks_nothing_is_no_way_out():
    quiet = {"change": "quiet", "before": forum, "after": forum}
    assert said(quiet, AFTER) == {
        "the change": "Your first sheet keeps every rule after 'quiet', so there is nothing to "
        "change. Answer 'readers', which breaks 'load'."
    }
    readers = quiet | {"change": "readers"}
    assert list(said(readers, AFTER)) == ["the new sheet"]
    box = {**forum["components"]["box"], "copies": 2}
    more = {**forum, "components": {**forum["components"], "box": box}}
    assert said(readers | {"after": more}, AFTER) == {}
    assert "readers' or 'quiet" in said(readers | {"change": "rain"}, AFTER)["the change"]
    assert "can't be read" in said(readers | {"before": {"request": 3}}, AFTER)["the change"]


def test_the_card_has_the_picture_below_it_with_what_is_broken_marked():
    type_ahead_sheet = solution("type_ahead_sheet", "sized for the average")
    html = check(type_ahead_sheet=type_ahead_sheet).as_html()
    card, picture = html.split("</section>")
    assert "At the peak &#x27;gateway&#x27; gets 18,750 requests per second" in card
    assert "✗ load, zone" in picture and picture.endswith("</figure>")
    unreadable = check(type_ahead_sheet={"request": ["front"]})
    assert "<svg" not in unreadable.as_html()
    assert "<svg" not in check(osa_distance=len).as_html()


def test_a_sheet_crosses_to_the_judge_as_a_value():
    for name in ("lists computed at night", "scores from a stream, the index from a nightly job"):
        sheet = plain(solution("type_ahead_sheet", name))
        there = values.decode(json.loads(json.dumps(values.encode(sheet))))
        exercise = find("type_ahead_sheet")
        report = grade(exercise, LocalAnswer("type_ahead_sheet", there))
        assert report.state == "passed"


def test_students_of_a_cohort_get_the_rules_and_the_picture(monkeypatch):
    module = types.ModuleType("handed_out")
    monkeypatch.setitem(sys.modules, "handed_out", module)
    exec(compile(handout("302_type_ahead"), "handed_out", "exec"), vars(module))
    exercise = replace(module.type_ahead_sheet, name="type_ahead_sheet")
    for each in bank("type_ahead_sheet").solutions:
        namespace: dict = {}
        exec(each.source, namespace)
        report = grade(exercise, LocalAnswer("type_ahead_sheet", namespace["type_ahead_sheet"]))
        failed = [verdict.name for verdict in report.verdicts if verdict.state != "passed"]
        assert (each.caught_by in failed) if each.is_wrong else not failed, each.name


def test_a_page_checks_a_sheet_and_draws_it():
    source = bank("type_ahead_sheet")["exactly enough copies"].source
    asked = {"cells": [], "name": "type_ahead_sheet", "source": source}
    result = json.loads(page.run(json.dumps(asked), lambda text: None))
    assert result["state"] == "failed" and result["stopped"] == []
    assert "12 of 19 copies" in result["card"] and "<svg" in result["card"]


def test_a_card_has_the_numbers_of_the_prompt():
    lesson = read_lesson(find_path("302_type_ahead"))
    cells = {cell["id"]: cell["source"] for cell in release.notebook(lesson)["cells"]}
    card = cells["card-type_ahead_sheet"]
    assert "| requests per second | 18,750 at the peak, 6,250 on average |" in card
    assert "| `playable` | 0.01 | `rights` | 5 minutes | not built | 100% |" in card
    assert "| `queue` | event log | 10,000 | answers no requests |" in card
    change = cells["card-type_ahead_sheet_after"]
    assert "requests per second: 37,500 at the peak" in change and "25,000 dollars" in change
    assert "`index` may be 15 minutes old" in change


@pytest.mark.parametrize("token", ["sheet_prompt osa_distance", "sheet_colours type_ahead_sheet"])
def test_a_card_that_asks_for_what_is_not_there_is_refused(token):
    lesson = read_lesson(find_path("302_type_ahead"))
    cells = [replace(cell, source=f"{{{{{token}}}}}") for cell in lesson.cells[:1]]
    with pytest.raises(LessonError):
        release.notebook(replace(lesson, cells=tuple(cells)))
