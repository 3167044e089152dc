"""The report of a class: in the terminal, and as a page that needs nothing else."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from helpers.browser import fits_and_is_accessible, needs_browser, open_page
from helpers.small_class import NUMBERS, SOLVED, WORDS, week1

from autograder.cohort.report.findings import findings, sentence, who_may_need_help
from autograder.cohort.report.reading import Answer, Exercise, Failure, StudentsWork, Work
from autograder.cohort.report.statistics import discrimination, histogram, quartiles

SCRIPT = "<img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def reported(tmp_path_factory):
    """A class of four, with what the report says of it and the page."""
    made = week1(tmp_path_factory.mktemp("report") / "spring")
    with made.gradebook() as gradebook:
        gradebook.add_student("absent")
    made.hand_in("ada", "week1", WORDS, **SOLVED, essay_words="My own words.")
    made.hand_in("<b>", "week1", NUMBERS, **SOLVED | {"sign": f"def sign(n): return '{SCRIPT}'"})
    made.mle("assign", "week1", "--due", "2026-01-01T12:00+00:00")
    stamp = made.root / "submitted" / "bela" / "week1" / "timestamp.txt"
    stamp.write_text("2026-01-01 15:00:00 UTC")
    made.mle("grade")
    made.hand_in("<b>", "week1", NUMBERS, double=SOLVED["double"])
    made.mle("grade")
    said = made.mle("report", "week1", "--html", "report.html")
    return made, said, (made.root / "report.html").read_text()


def test_the_terminal_says_how_far_the_class_is_and_what_failed(reported):
    _, said, _ = reported
    assert "week1, due 2026-01-01 12:00" in said
    assert "3 of 4 handed in: 2 graded, 1 waiting for marking, 1 missing" in said
    assert "missing: absent" in said
    assert "late: bela (3 h)" in said
    assert f"1 of 2  {NUMBERS}, sign: zero" in said
    assert "sign(0) should be 0; got 1 (1 of 1)" in said
    assert "absent: week1 is missing" in said
    assert "<b>: 38% of the checks of week1" in said


def test_the_page_is_whole_and_private(reported):
    made, _, page = reported
    assert (made.root / "report.html").stat().st_mode & 0o077 == 0
    assert "median 1, most 2." in " ".join(page.split())  # hand-ins that were graded
    assert "://" not in page and "<script" not in page and "<img" not in page
    assert '<th scope="row" class="least">&lt;b&gt;</th>' in page
    assert "Zero is neither." in page


@needs_browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1100])
def test_the_page_is_accessible_and_asks_nobody(reported, scheme, width, axe):
    made, _, _ = reported
    asked = []
    with open_page(color_scheme=scheme, viewport={"width": width, "height": 900}) as page:
        page.on("request", lambda request: asked.append(request.url))
        page.goto((made.root / "report.html").as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        fits_and_is_accessible(page, axe)
    assert len(asked) == 1


def test_no_hand_in_and_no_release_are_said(reported, tmp_path):
    made, _, _ = reported
    assert "week7 was not released" in made.refused("report", "week7")
    assert "can't be written" in made.refused("report", "--html", "submitted")


def many(count: int = 40) -> Work:
    """A class of 40: the first 17 forget row 0, and the first 10 of them all else."""
    students = [f"s{number:02}" for number in range(count)]
    failure = Failure("f([])", "0", "None", "Wrong.", "What of row 0?")
    first = Exercise("101_a", "f", ["row 0", "other rows"], [1.0, 2.0])
    second = Exercise("102_b", "g", ["any"], [3.0])
    for number, who in enumerate(students):
        forgets, weak = number < 17, number < 10
        failures = {0: failure} if forgets else {}
        failures |= {1: Failure(message="Too slow.")} if weak else {}
        first.answers[who] = Answer(True, (1.0 - forgets, 0.0 if weak else 2.0), failures)
        second.answers[who] = Answer(not weak, (0.0 if weak else 3.0,), {})
    work = {who: StudentsWork(handed_in=2, score=4) for who in students}
    lessons = ["101_a", "102_b"]
    exercises = {("101_a", "f"): first, ("102_b", "g"): second}
    return Work("week1", datetime(2026, 1, 1), {}, 6.0, lessons, (), work, exercises)


def test_seventeen_of_forty_forget_row_0():
    found = findings(many(), datetime(2026, 2, 1))
    [first, *_] = found.failed_most
    assert (first.group.name, first.group.failed, first.exercise.written) == ("row 0", 17, 40)
    assert sentence(first) == "f([]) should be 0; got None (17 of 17)"
    f, g = found.exercises
    assert (f.whole, g.whole, g.written) == (23, 30, 30)
    assert f.patterns == [(10, ["row 0", "other rows"]), (7, ["row 0"])]
    assert f.discrimination > 0.5 and g.discrimination > 0.5
    assert len(who_may_need_help([found])) == 10
    assert not who_may_need_help([findings(many(), datetime(2025, 12, 1))])  # not due yet


def test_who_has_an_extension_is_not_missing_yet():
    work = many()
    work.students["late"] = StudentsWork()
    work.until["late"] = datetime(2026, 1, 1) + timedelta(days=7)
    assert findings(work, datetime(2026, 1, 2)).missing == []
    assert findings(work, datetime(2026, 1, 9)).missing == ["late"]


def test_statistics_at_their_ends():
    assert discrimination([1.0] * 40, list(map(float, range(40)))) is None
    assert discrimination([0.0, 1.0], [1.0, 2.0]) is None
    assert discrimination([0.0, 1.0] * 10, [0.0, 1.0] * 10) == pytest.approx(1)
    assert histogram([0, 0.0999, 0.3, 0.7, 1, 1.2]) == [2, 0, 0, 1, 0, 0, 0, 1, 0, 2]
    assert quartiles([]) == (0, 0, 0) and quartiles([0.5]) == (0.5, 0.5, 0.5)
    assert quartiles([0.0, 0.5, 1.0]) == (0.25, 0.5, 0.75)
