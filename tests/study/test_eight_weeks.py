"""A made-up learner studies for eight weeks: plan, checks, cards, and the pages at the end."""

from __future__ import annotations

import contextlib
import io
import json
import os
import random
import re
import time
from datetime import UTC, date, datetime, timedelta

import pytest
from helpers.browser import fits_and_is_accessible, needs_browser, open_page
from helpers.learner import Clock, Learner

from autograder import lessons
from autograder.cli import main
from autograder.study.cards import session
from autograder.study.cards.begun import of_begun_lessons
from autograder.study.cards.deck import cards_of_course
from autograder.study.plan_file import read_plan
from autograder.study.workspace import update

pytestmark = pytest.mark.skipif(os.name == "nt", reason="sets the time zone")
FIRST, INTERVIEW = date(2027, 1, 4), date(2027, 3, 1)
HOURS = 4


@pytest.fixture(scope="module")
def story(tmp_path_factory, root):
    """The learner after eight weeks, with what the commands printed on the way."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "UTC")
        time.tzset()
        clock = Clock(datetime(2027, 1, 4, 17, tzinfo=UTC))
        patch.setattr("autograder.core.clock.now", clock)
        workspace = tmp_path_factory.mktemp("eight-weeks") / "my-course"
        update(workspace, root / "notebooks")
        learner = Learner(workspace, clock, patch, FIRST)
        yield learner, _study(learner)
    time.tzset()


def _study(learner: Learner) -> dict[str, str]:
    """Live through the weeks; returns what `mle plan` printed, by week."""
    said = {}
    words = ["plan", "--workspace", str(learner.workspace)]
    for week in range(8):
        monday = FIRST + timedelta(weeks=week)
        learner.clock.go_to(monday, 17)
        given = ["--date", str(INTERVIEW), "--hours", str(HOURS)] if week == 0 else []
        said[week + 1] = _printed([*words, *given])
        if week + 1 in learner.missed_weeks:
            continue
        plan = read_plan(learner.workspace).plan
        for day in sorted({item.day for item in plan.items if 0 <= (item.day - monday).days < 7}):
            learner.clock.go_to(day)
            for item in plan.on(day):
                if item.kind == "again":
                    learner.repeat(item.lesson)
                else:
                    learner.learn(item.lesson, item.minutes)
            _review(learner)
    learner.clock.go_to(INTERVIEW - timedelta(days=1), 20)
    return said


def _printed(words: list[str]) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        assert main(words) == 0
    return out.getvalue()


def _review(learner: Learner) -> None:
    from rich.console import Console

    rng = random.Random(learner.clock.time.isoformat())

    def ask(prompt: str) -> str:
        learner.clock.tick(0.3)
        if prompt.startswith("show"):
            return ""
        return "3" if rng.random() < 0.75 + 0.02 * learner.week else "1"

    console = Console(file=open(os.devnull, "w"), width=80)
    cards = of_begun_lessons(learner.workspace, cards_of_course())
    session.review(learner.workspace, cards, console, new=5, ask=ask)


@pytest.fixture(scope="module")
def shown(story):
    """What `mle progress --json` says at the end."""
    learner, _ = story
    return json.loads(_printed(["progress", "--json", "--workspace", str(learner.workspace)]))


def test_the_points_are_those_that_were_earned(story, shown):
    learner, _ = story
    assert len(learner.passed) > 40
    for lesson in shown["lessons"]:
        for name, exercise in lesson["exercises"].items():
            assert exercise["passed"] == (name in learner.passed), name
            if name in learner.passed:
                assert exercise["points"] == exercise["of"]
                assert exercise["tries"] == learner.tries[name], name
        names = set(lesson["exercises"])
        if names <= set(learner.passed):
            assert lesson["done"] == max(learner.passed[name] for name in names).isoformat()
    points = {e: load.points for p in lessons.paths() for e, load in lessons.load(p.name).items()}
    assert shown["points"] >= sum(points[name] for name in learner.passed)


def test_the_minutes_are_those_between_checks(story, shown):
    learner, _ = story
    assert shown["minutes"] == pytest.approx(sum(learner.minutes.values()), rel=0.02)


def test_what_is_due_is_due_and_what_is_not_done_comes_next(story, shown):
    learner, _ = story
    for lesson in shown["lessons"]:
        if lesson["due"] and not lesson["repeated"]:
            days = date.fromisoformat(lesson["due"]) - date.fromisoformat(lesson["done"])
            assert days.days == 3
    due = [each for each in shown["lessons"] if each["due"] and each["due"] <= shown["today"]]
    if due:
        first = min(due, key=lambda each: each["due"])["lesson"]
        assert first[:3] in shown["next"][0]["text"]


def test_a_missed_week_moves_what_was_planned(story):
    learner, said = story
    assert "Later than planned" not in said[1]
    assert "Later than planned before" in said[5]
    assert learner.minutes[4] == 0 < learner.minutes[5]


def test_the_line_under_a_card_tells_tries_and_what_comes_next(story):
    learner, _ = story
    firsts = [note for note in learner.notes if not note.startswith("Solved again")]
    assert len(firsts) == len(learner.passed)
    for note in firsts:
        assert re.fullmatch(r"(1st|2nd) try, (\d+ minutes?|1 h( \d\d)?|under a minute); .+", note)
    assert any("; next: Matcher" in note for note in firsts)
    assert any("; lesson done, today.md says what comes next" in note for note in firsts)


def test_skill_grows_in_the_plots_as_it_did(story):
    from autograder.study.plots import first_tries, points_by_week
    from autograder.study.progress import read_progress

    learner, _ = story
    progress = read_progress(learner.workspace)
    plot = first_tries(progress)
    for week, shares in learner.first_share.items():
        mean = 100 * sum(shares) / len(shares)
        assert f"week {week}: {mean:.0f}%" in plot.picture.alt
    rows = points_by_week(progress).values()
    totals = [sum(column) for column in zip(*rows)]
    assert totals == sorted(totals)
    assert totals[3] == totals[2], "nothing was earned in the missed week"
    assert totals[-1] == progress.best


@needs_browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_are_readable_and_accessible(story, scheme, axe, tmp_path):
    learner, _ = story
    page_file = tmp_path / "progress.html"
    _printed(["progress", "--html", str(page_file), "--workspace", str(learner.workspace)])
    for file in (page_file, learner.workspace / "plan.html"):
        for width in (1280, 400):
            with open_page(color_scheme=scheme, viewport={"width": width, "height": 900}) as page:
                page.goto(file.as_uri())
                fits_and_is_accessible(page, axe)
                loaded = page.evaluate(
                    "[...document.images].every(image => image.complete && image.naturalWidth)"
                )
                assert loaded
    assert "http" not in re.sub(r"data:image/png;base64,\S+", "", page_file.read_text())
