"""``mle plan``: rules that hold for any learner, the calendar file, and bad input."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, timedelta

import pytest
from helpers.command import mle
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from autograder.core.record import Check, Record
from autograder.study.calendar import calendar_bytes
from autograder.study.catalogue import Task, Topic
from autograder.study.files import StudyError
from autograder.study.plan_file import KeptPlan, following, read_plan
from autograder.study.planning import ROUNDS, Settings, make_plan, moved, usual_days
from autograder.study.progress import progress_of
from autograder.study.repetition import INTERVALS

TODAY = date(2027, 1, 4)
PARTS = ["0_start", *(part for parts in ROUNDS.values() for part in parts), "6_mock_loop"]


def topic(number: int, part: str, reading: int = 30, minutes: int = 60) -> Topic:
    name = f"{part[0]}{number:02}_topic"
    return Topic(name, part, f"Topic {number}", reading, (Task(f"task_{name}", 5, minutes),))


def course(*lengths: int) -> dict[str, Topic]:
    """A lesson of each part in turn, with so many minutes of practice."""
    topics = [topic(n, PARTS[n % len(PARTS)], 20, length) for n, length in enumerate(lengths)]
    return {each.name: each for each in sorted(topics, key=lambda each: each.name)}


def passed(name: str, day: date, **fields) -> Check:
    time = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return Check(time, name, f"task_{name}", 5, 5, **fields)


def planned(topics, weeks: float = 8, hours: float = 6, checks=(), today=TODAY, **wishes):
    progress = progress_of(Record(tuple(checks)), topics, today)
    until = TODAY + timedelta(days=round(7 * weeks))
    return make_plan(progress, Settings(until, hours, usual_days(hours), **wishes))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(5, 200), min_size=1, max_size=14),
    st.integers(1, 90),
    st.floats(0.5, 40),
    st.sets(st.integers(0, 13), max_size=5),
)
def test_the_rules_of_a_plan_hold_for_anybody(lengths, days, hours, done):
    topics = course(*lengths)
    names = list(topics)
    checks = [passed(names[n], TODAY - timedelta(days=5)) for n in done if n < len(names)]
    plan = planned(topics, days / 7, hours, checks)
    by_day: dict[date, int] = {}
    weeks: dict[tuple, int] = {}
    for item in plan.items:
        assert TODAY <= item.day < plan.settings.until
        assert item.day.weekday() in plan.settings.days
        by_day[item.day] = by_day.get(item.day, 0) + item.minutes
        week = item.day.isocalendar()[:2]
        weeks[week] = weeks.get(week, 0) + item.minutes
    assert [item.day for item in plan.items] == sorted(item.day for item in plan.items)
    assert all(minutes <= plan.settings.session for minutes in by_day.values())
    assert all(minutes <= 60 * hours for minutes in weeks.values())
    assert len(plan.settings.days) < 7, "a day per week is free"
    keys = [item.key for item in plan.items]
    assert len(keys) == len(set(keys))
    finished = {check.lesson for check in checks}
    dropped = {work.topic.name for work in plan.dropped}
    new = {item.lesson for item in plan.items if item.kind == "new"}
    assert new | dropped | finished == set(names), "every lesson is planned, dropped or done"
    assert not new & dropped and not new & finished
    for name in new:
        got = sum(item.minutes for item in plan.items if (item.lesson, item.kind) == (name, "new"))
        assert got >= topics[name].minutes
        again = [i.day for i in plan.items if (i.lesson, i.kind) == (name, "again")]
        if again:
            assert again[0] >= plan.last_day(name) + timedelta(days=INTERVALS[0])
            gaps = [(b - a).days for a, b in zip(again, again[1:])]
            assert all(gap >= least for gap, least in zip(gaps, INTERVALS[1:]))


def test_what_makes_it_fit_is_said_and_true():
    topics = course(*[90] * 12)
    plan = planned(topics, weeks=2, hours=3)
    assert plan.dropped and plan.hours_needed and plan.fits_by
    enough = planned(topics, weeks=2, hours=plan.hours_needed)
    assert not enough.dropped
    assert planned(topics, weeks=2, hours=plan.hours_needed - 1).dropped
    later = planned(topics, weeks=(plan.fits_by - TODAY).days / 7, hours=3)
    assert not later.dropped


def test_weights_share_what_is_too_little():
    topics = {
        t.name: t for n in range(6) for t in (topic(n, "1_coding"), topic(n, "5_behavioural"))
    }
    topics = dict(sorted(topics.items()))

    def hours_of(part: str, **weights: float) -> int:
        rounds = tuple((name, weights.get(name, 0.0)) for name in ROUNDS)
        plan = planned(topics, weeks=3, hours=4, rounds=rounds)
        return sum(i.minutes for i in plan.items if i.kind == "new" and i.lesson[0] == part)

    assert hours_of("1", coding=1, behavioural=1) == hours_of("5", coding=1, behavioural=1)
    assert hours_of("1", coding=3, behavioural=1) > hours_of("5", coding=3, behavioural=1) > 0
    assert hours_of("5", coding=1) == 0


def test_what_the_diagnostic_missed_comes_first():
    start = Topic("001_start", "0_start", "Start", 10, (Task("diagnostic", 10, 15),))
    topics = {"001_start": start, **course(*[60] * 12)}
    failed = ("part 5: Behavioural",)
    time = datetime(2027, 1, 3, tzinfo=UTC)
    check = Check(time, "001_start", "diagnostic", 8, 10, failed=failed)
    plan = planned(topics, weeks=20, checks=[check])
    order = list(dict.fromkeys(i.lesson for i in plan.items if i.kind == "new"))
    rest = [name for name in order if name[0] != "0"]
    behavioural = [name for name in rest if name[0] == "5"]
    assert rest[: len(behavioural)] == behavioural


def test_after_a_missed_week_what_is_left_moves_and_what_is_done_is_gone():
    topics = course(*[60] * 10)
    before = planned(topics)
    first = before.items[0].lesson
    now = TODAY + timedelta(days=10)
    after = planned(topics, checks=[passed(first, TODAY)], today=now)
    assert all(item.day >= now for item in after.items)
    assert first not in {item.lesson for item in after.items if item.kind == "new"}
    shifted = moved(before, after, topics)
    assert shifted and all(each.now is None or each.now > each.before for each in shifted)


# The calendar.


def events(content: bytes) -> dict[str, dict]:
    calendar = Calendar.from_ical(content)
    assert not calendar.errors
    return {str(event["uid"]): event for event in calendar.walk("VEVENT")}


def test_a_strict_parser_and_the_rules_of_calendars_accept_it():
    topics = course(*[60] * 10)
    kept = following(None, planned(topics))
    content = calendar_bytes(kept, topics)
    found = events(content)
    assert len(found) == len(kept.plan.items)
    for event in found.values():
        assert not event.errors
        assert event.start.tzinfo is None, "times of the wall clock, wherever the learner is"
        assert event.end > event.start
    # RFC 5545, and what Outlook and Google's import want beside it.
    assert content.startswith(b"BEGIN:VCALENDAR\r\n") and content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    for line in (b"VERSION:2.0", b"PRODID:", b"METHOD:PUBLISH"):
        assert line in content
    for wanted in (b"UID:", b"DTSTAMP:", b"SEQUENCE:", b"DTSTART:", b"DTEND:", b"SUMMARY:"):
        assert content.count(wanted) == len(found), wanted
    assert len(re.findall(rb"DTSTAMP:\d{8}T\d{6}Z\r\n", content)) == len(found)


def test_importing_again_moves_events_and_cancels_what_is_gone():
    topics = course(*[60] * 10)
    first = following(None, planned(topics))
    now = TODAY + timedelta(days=10)
    checks = [passed(item.lesson, TODAY) for item in first.plan.items[-1:]]
    second = following(first, planned(topics, checks=checks, today=now))
    old, new = (events(calendar_bytes(kept, topics)) for kept in (first, second))
    assert set(old) & set(new)
    for uid, event in new.items():
        assert int(event["sequence"]) == 1
        if str(event.get("status")) == "CANCELLED":
            assert uid in old
    gone = {u for u, e in old.items() if e.start.date() >= now} - set(new)
    assert gone == set(), "an event that is gone would stay in the calendar"
    assert any(str(event.get("status")) == "CANCELLED" for event in new.values())


def test_two_learners_have_events_of_their_own():
    topics = course(60)
    one, two = (events(calendar_bytes(following(None, planned(topics)), topics)) for _ in "12")
    assert not set(one) & set(two)


# From outside.


@pytest.fixture
def workspace(tmp_path):
    (tmp_path / "my-course" / ".course").mkdir(parents=True)
    return tmp_path / "my-course"


SOON = str(date.today() + timedelta(days=56))


def test_the_command_writes_a_table_a_page_and_a_calendar(workspace):
    done = mle("plan", "--date", SOON, "--hours", "25", "--at", "07:30", cwd=workspace.parent)
    assert (done.returncode, done.stderr) == (0, "")
    assert "001 Start here" in done.stdout and "Doesn't fit" not in done.stdout
    starts = {
        event.start.time().isoformat()
        for event in events((workspace / "plan.ics").read_bytes()).values()
    }
    assert min(starts) == "07:30:00"
    assert (workspace / "plan.html").read_text().startswith("<!doctype html>")
    again = mle("plan", cwd=workspace)
    assert again.returncode == 0, "date and hours are kept"
    assert read_plan(workspace).revision == 1


def test_what_does_not_fit_is_said(workspace):
    soon = str(date.today() + timedelta(days=9))
    done = mle("plan", "--date", soon, "--hours", "2", cwd=workspace)
    assert done.returncode == 0
    said = " ".join(done.stdout.split())
    assert "Doesn't fit before the interview:" in said and "Everything fits with" in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "Give the day of your interview"),
        (["--date", SOON], "Give your hours per week"),
        (["--date", "2020-01-01", "--hours", "6"], "is in the past"),
        (["--date", str(date.today()), "--hours", "6"], "is today"),
        (["--date", "9999-01-01", "--hours", "6"], "three years"),
        (["--date", SOON, "--hours", "0"], "more than 0"),
        (["--date", SOON, "--hours", "-3"], "more than 0"),
        (["--date", SOON, "--hours", "nan"], "more than 0"),
        (["--date", SOON, "--hours", "200"], "at most 60"),
        (["--date", SOON, "--hours", "0.1"], "sessions of 6 minutes"),
        (["--date", SOON, "--hours", "60", "--days", "mon"], "don't fit into 1 day"),
        (["--date", "soon", "--hours", "6"], "Write it as 2027-02-01"),
        (["--date", SOON, "--hours", "six"], "isn't a number of hours"),
        (["--date", SOON, "--hours", "6", "--days", "someday"], "Write them as mon,wed,sat"),
        (["--date", SOON, "--hours", "6", "--at", "25:00"], "Write it as 19:00"),
        (["--date", SOON, "--hours", "6", "--rounds", "codnig=1"], "Rounds are coding"),
        (["--date", SOON, "--hours", "6", "--rounds", "coding=0"], "Every round has weight 0"),
        (["--workspace", "nowhere"], "There is no workspace in nowhere"),
    ],
)
def test_bad_input_is_a_sentence_and_nothing_is_lost(words, said, workspace):
    assert mle("plan", "--date", SOON, "--hours", "5", cwd=workspace.parent).returncode == 0
    if not words or words == ["--date", SOON]:
        (workspace / ".course" / "plan.json").unlink()
    before = {path: path.read_bytes() for path in workspace.rglob("*") if path.is_file()}
    done = mle("plan", *words, cwd=workspace.parent)
    assert done.returncode == 2
    assert said in done.stderr and "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1
    assert {path: path.read_bytes() for path in workspace.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("content", [b"", b"{", b'{"format": 9}', b"[]", b"\xff\xfe"])
def test_a_plan_of_another_version_is_named_and_kept(content, workspace):
    path = workspace / ".course" / "plan.json"
    path.write_bytes(content)
    done = mle("plan", cwd=workspace)
    assert done.returncode == 2
    assert "is damaged, or of another version" in done.stderr
    assert path.read_bytes() == content
    done = mle("plan", "--date", SOON, "--hours", "6", cwd=workspace)
    assert done.returncode == 0
    [aside] = path.parent.glob("plan-*.json")
    assert aside.read_bytes() == content
    assert aside.name in done.stdout


def test_a_plan_is_read_as_it_was_kept(workspace):
    assert mle("plan", "--date", SOON, "--hours", "6", cwd=workspace).returncode == 0
    kept = read_plan(workspace)
    assert isinstance(kept, KeptPlan)
    fields = json.loads((workspace / ".course" / "plan.json").read_text())
    assert len(kept.plan.items) == len(fields["items"])
    with pytest.raises(StudyError, match="past"):
        progress = progress_of(Record(), today=kept.plan.settings.until + timedelta(days=1))
        make_plan(progress, kept.plan.settings)
