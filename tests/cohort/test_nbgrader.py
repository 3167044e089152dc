"""nbgrader's own command and formgrader's buttons go through the judge, and keep its gradebook."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest
from helpers.small_course import (
    EXERCISES,
    FULL,
    LESSON,
    PART,
    as_bytes,
    copy_of,
    environment,
    hand_in,
    install_for,
    make_course,
    marks,
    only_one,
    scores,
    solved,
)

from autograder.cohort import feedback
from autograder.cohort.course import CourseError
from autograder.cohort.export import export
from autograder.cohort.feedback import give_feedback
from autograder.cohort.grade import grade
from autograder.cohort.nbgrader.opening import opened
from autograder.judge.sandbox import bubblewrap, warm
from autograder.judge.sandbox import launch as sandbox

# With nbgrader's own autograde, these get full marks for blank answers.
FOOLS_STOCK = solved(
    before="import ast\n"
    "class Drop(ast.NodeTransformer):\n"
    "    def visit(self, node): return ast.Module([], [])\n"
    "get_ipython().ast_transformers.append(Drop())",
    **{name: f"{name} = ..." for name in EXERCISES},
)
LAUGHS = solved(**{name: f"{name} = ..." for name in EXERCISES})
for cell in LAUGHS["cells"]:
    if cell["id"].startswith("check-"):
        cell["source"] = "print('all right')"
STUDENTS = {"honest": solved(), "fools": FOOLS_STOCK, "laughs": LAUGHS, "one": only_one("Box")}
WANTED = {
    "honest": marks(*EXERCISES),
    "fools": marks(),
    "laughs": marks(),
    "one": marks("Box"),
}


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    """A released cohort, and a copy of it that was graded."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        install_for(monkeypatch)
        released = make_course(tmp_path_factory.mktemp("released") / "course", STUDENTS)
        graded = copy_of(released, tmp_path_factory.mktemp("graded") / "course")
        grade(graded, [])
        yield released, graded


@pytest.fixture
def small(monkeypatch):
    """The small lesson in the place of the course's."""
    install_for(monkeypatch)
    return monkeypatch


@pytest.fixture
def course(template, small, tmp_path):
    """A released cohort in which nothing was graded."""
    return copy_of(template[0], tmp_path / "course")


@pytest.fixture
def graded(template, small, tmp_path):
    """A graded cohort."""
    return copy_of(template[1], tmp_path / "course")


def api_of(course):
    """What formgrader's buttons call."""
    from nbgrader.apps import NbGraderAPI
    from nbgrader.coursedir import CourseDirectory
    from traitlets.config import PyFileConfigLoader

    config = PyFileConfigLoader("nbgrader_config.py", path=str(course.root)).load_config()
    return NbGraderAPI(CourseDirectory(config=config), config=config)


def test_nbgraders_command_goes_through_the_judge(course):
    ran = subprocess.run(
        [sys.executable, "-m", "nbgrader", "autograde", PART],
        cwd=course.root,
        env=os.environ | environment(),
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert ran.returncode == 0, ran.stderr
    assert scores(course) == WANTED
    assert list(course.root.glob(".mle/judged/*/*.json"))
    again = subprocess.run(
        [sys.executable, "-m", "nbgrader", "autograde", PART],
        cwd=course.root,
        env=os.environ | environment(),
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert again.stderr.count("Skipping existing assignment") == len(STUDENTS)


def test_formgraders_button_goes_through_the_judge(course):
    api = api_of(course)
    for student in STUDENTS:
        result = api.autograde(PART, student)
        assert result["success"], result
    assert scores(course) == WANTED
    hand_in(course, "one", only_one("add"))
    assert api.autograde(PART, "one")["success"]
    assert scores(course)["one"] == marks("add")
    assert scores(course)["honest"] == marks(*EXERCISES)


def test_all_three_ways_agree_and_share_their_results(graded):
    course = graded
    by_us = scores(course)
    judged = list(course.root.glob(".mle/judged/*/*.json"))
    api = api_of(course)
    for student in STUDENTS:
        assert api.autograde(PART, student)["success"]
    assert scores(course) == by_us == WANTED
    assert list(course.root.glob(".mle/judged/*/*.json")) == judged
    assert grade(course, []).judged == 0


def without_a_sandbox(monkeypatch):
    monkeypatch.setattr(bubblewrap, "program", lambda: None)
    sandbox.tier.cache_clear()
    warm.server.close()


def test_the_button_refuses_where_there_is_no_sandbox(course, small):
    without_a_sandbox(small)
    result = api_of(course).autograde(PART, "honest")
    sandbox.tier.cache_clear()
    assert not result["success"]
    assert "bubblewrap is not installed" in result["log"]
    assert "honest" not in scores(course)


def test_unsafe_grading_does_not_make_the_button_unsafe(course, small):
    grade(course, [], unsafe=True)
    assert scores(course) == WANTED
    rows = course.root / "g.csv"
    export(course, rows)
    assert ",graded,none" in rows.read_text()
    without_a_sandbox(small)
    api = api_of(course)
    assert api.autograde(PART, "honest")["success"]  # it has a result
    hand_in(course, "honest", only_one("add"))
    assert not api.autograde(PART, "honest")["success"]
    sandbox.tier.cache_clear()


def test_nbgraders_own_class_runs_nothing_with_our_settings(course):
    from nbgrader.converters.autograde import Autograde

    with opened(course) as (directory, config):
        directory.assignment_id, directory.student_id = PART, "honest"
        with pytest.raises(Exception, match="traceback|log"):
            Autograde(coursedir=directory, config=config).start()
    assert "mle cohort grade" in course.log.read_text()


def test_one_notebook_alone_can_be_regraded(graded):
    course = graded
    before = (course.root / "autograded" / "one" / PART / f"{LESSON}.ipynb").read_bytes()
    ran = subprocess.run(
        [sys.executable, "-m", "nbgrader", "autograde", PART, "--student", "honest",
         "--notebook", "190*", "--force"],
        cwd=course.root, env=os.environ | environment(), capture_output=True, text=True,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert scores(course) == WANTED
    assert (course.root / "autograded" / "one" / PART / f"{LESSON}.ipynb").read_bytes() == before


def test_marks_by_hand_are_kept_and_essays_wait_for_them(course):
    from nbgrader.api import Gradebook

    essay = solved()
    next(c for c in essay["cells"] if c["id"] == "plan")["source"] = "First this, then that."
    hand_in(course, "honest", essay)
    grade(course, [])
    with Gradebook(f"sqlite:///{course.root}/gradebook.db") as gradebook:
        mark = gradebook.find_grade("plan", LESSON, PART, "honest")
        assert mark.needs_manual_grade and mark.auto_score is None
        blank = gradebook.find_grade("plan", LESSON, PART, "one")
        assert not blank.needs_manual_grade and blank.auto_score == 0
        mark.manual_score, mark.needs_manual_grade = 4, False
        gradebook.db.commit()
    for text, needs in (("First this, then that.", False), ("Another plan.", True)):
        next(c for c in essay["cells"] if c["id"] == "plan")["source"] = text
        hand_in(course, "honest", essay)
        grade(course, [], force=True)
        with Gradebook(f"sqlite:///{course.root}/gradebook.db") as gradebook:
            mark = gradebook.find_grade("plan", LESSON, PART, "honest")
            assert (mark.manual_score, mark.needs_manual_grade) == (4, needs)
            assert gradebook.find_submission(PART, "honest").score == FULL + 4


def test_an_edit_of_the_configuration_asks_for_no_mark_again(course):
    from nbgrader.api import Gradebook

    essay = solved()
    next(c for c in essay["cells"] if c["id"] == "plan")["source"] = "First this, then that."
    hand_in(course, "honest", essay)
    grade(course, [])
    with Gradebook(f"sqlite:///{course.root}/gradebook.db") as gradebook:
        for name, score in (("plan", 4), ("check-add", 1)):  # an essay, and a mark changed by hand
            mark = gradebook.find_grade(name, LESSON, PART, "honest")
            mark.manual_score, mark.needs_manual_grade = score, False
        gradebook.db.commit()
    config = course.root / "nbgrader_config.py"
    config.write_text(config.read_text() + "# another line\n")
    assert grade(course, []).entered == len(STUDENTS)
    with Gradebook(f"sqlite:///{course.root}/gradebook.db") as gradebook:
        for name in ("plan", "check-add"):
            assert not gradebook.find_grade(name, LESSON, PART, "honest").needs_manual_grade


def test_late_hand_ins_are_penalized_as_the_settings_say(course):
    from nbgrader.api import Gradebook

    config = course.root / "nbgrader_config.py"
    config.write_text(config.read_text() + "c.LateSubmissionPlugin.penalty_method = 'zero'\n")
    with Gradebook(f"sqlite:///{course.root}/gradebook.db") as gradebook:
        gradebook.update_or_create_assignment(PART, duedate="2026-01-02 00:00:00 UTC")
    for student, day in (("honest", "01"), ("one", "03")):
        folder = course.submitted(student, PART)
        (folder / "timestamp.txt").write_text(f"2026-01-{day} 12:00:00 UTC")
    (course.submitted("laughs", PART) / "timestamp.txt").write_text("yesterday evening")
    grade(course, [])
    with Gradebook(f"sqlite:///{course.root}/gradebook.db") as gradebook:
        assert gradebook.find_submission(PART, "one").total_seconds_late == 36 * 3600
        assert gradebook.find_submission(PART, "laughs").timestamp is None
    export(course, course.root / "g.csv")
    with open(course.root / "g.csv", newline="") as file:
        found = {row["student"]: float(row["score"]) for row in csv.DictReader(file)}
    assert found == {"honest": FULL, "one": 0, "fools": 0, "laughs": 0}


SCRIPT = (
    "<script>alert(1)</script> <img src=x onerror=alert(2)> [a](javascript:alert(3)) "
    "[b](&#106;avascript:alert(4)) [c](java&Tab;script:alert(5)) [d]: data:text/html,x\n\n"
    "and 1 < 2, R&D, $a<b$, [fine](https://example.org) `x < y`"
)


def test_what_students_write_can_not_run_in_the_page_of_whoever_marks(course):
    from nbconvert.exporters import HTMLExporter
    from nbgrader.server_extensions.formgrader import handlers
    from traitlets.config import Config

    essay = solved(add="def add(a, b):\n    raise ValueError('<script>alert(6)</script>')")
    next(c for c in essay["cells"] if c["id"] == "plan")["source"] = SCRIPT
    extra = [
        {
            "cell_type": kind,
            "id": kind,
            "metadata": {"raw_mimetype": "text/html"},
            "source": SCRIPT,
            "attachments": {"x": {"text/html": SCRIPT}},
        }
        for kind in ("raw", "markdown")
    ]
    claim = {
        "cell_type": "code",
        "id": "q",
        "source": "print('<script>alert(7)</script>')",
        "metadata": {"nbgrader": {"grade_id": "<script>alert(8)"}},
    }
    essay["cells"] += [*extra, claim]
    hand_in(course, "<b>", essay)
    grade(course, [])
    give_feedback(course, [])
    settings = Config()
    settings.HTMLExporter.template_name = "formgrade"
    settings.HTMLExporter.extra_template_basedirs = [handlers.template_path]
    autograded = course.root / "autograded" / "<b>" / PART / f"{LESSON}.ipynb"
    exporter = HTMLExporter(config=settings)
    resources = {"index": 0, "total": 1, "base_url": "", "submission_id": "1"}
    formgrader, _ = exporter.from_filename(str(autograded), resources=resources)
    feedback = course.root / "feedback" / "<b>" / PART / f"{LESSON}.html"
    for page in (formgrader, feedback.read_text()):
        low = page.lower()
        assert "<script>alert" not in low and "<img src=x" not in low
        assert 'href="javascript' not in low and 'href="data' not in low
        assert "java\tscript" not in low
        assert 'href="https://example.org"' in page and "1 &lt; 2" in page and "R&amp;D" in page


def test_a_gradebook_that_was_removed_is_filled_again(graded):
    course = graded
    export(course, course.root / "before.csv")
    (course.root / "gradebook.db").unlink()
    with opened(course):
        pass
    from autograder.cohort.release import release_assignments

    release_assignments(course, [PART])
    again = grade(course, [])
    assert (again.judged, again.entered) == (0, len(STUDENTS))
    export(course, course.root / "after.csv")
    assert (course.root / "before.csv").read_text() == (course.root / "after.csv").read_text()


def test_students_without_a_hand_in_are_in_the_export(graded):
    from nbgrader.api import Gradebook

    course = graded
    hand_in(course, "later", solved())
    with Gradebook(f"sqlite:///{course.root}/gradebook.db") as gradebook:
        gradebook.add_student("absent")
    export(course, course.root / "g.csv")
    rows = (course.root / "g.csv").read_text().splitlines()
    assert f"{PART},absent,{LESSON},0,{FULL + 5},no,not handed in," in rows
    assert f"{PART},later,{LESSON},0,{FULL + 5},no,not graded," in rows


def test_a_folder_that_is_a_link_is_not_followed(graded):
    course = graded
    target = course.root / "submitted" / "sly" / PART
    target.parent.mkdir()
    target.symlink_to(course.root / "submitted" / "honest" / PART)
    (course.root / "submitted" / "slyer").symlink_to(course.root / "submitted" / "honest")
    summary = grade(course, [])
    assert {who for who, _ in summary.failed} == {"sly", "slyer"}
    assert all("is a link" in why for _, why in summary.failed)
    assert scores(course) == WANTED


def test_a_folder_that_is_a_file_is_named_and_costs_nobody_else(graded):
    target = graded.root / "submitted" / "file" / PART
    target.parent.mkdir()
    target.write_text("my answers")
    [(who, why)] = grade(graded, []).failed
    assert who == "file" and "a file, not a folder" in why
    assert scores(graded) == WANTED


def test_a_new_hand_in_replaces_the_old_one_alone(graded):
    course = graded
    grade(course, [])
    hand_in(course, "one", only_one("total"))
    again = grade(course, [])
    assert (again.judged, again.unchanged, again.entered) == (1, len(STUDENTS) - 1, 1)
    assert scores(course) == WANTED | {"one": marks("total")}
    (course.submitted("one", PART) / f"{LESSON}.ipynb").unlink()
    assert grade(course, []).missing == [("one", LESSON)]
    assert scores(course)["one"] == marks()


def test_other_versions_of_the_course_are_refused(course, small):
    from autograder.judge.grading import judge
    from autograder.judge.submission import OtherVersion, Submission

    content = as_bytes(solved())
    submission = Submission(content, content, LESSON, version="another")
    with pytest.raises(OtherVersion, match="same"):
        judge(submission)


def test_the_folder_of_the_cohort_stays_private(course):
    private = Path(course.root, ".mle")
    assert private.stat().st_mode & 0o077 == 0
    assert (private / "seed").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("few", [0, 100], ids=["in processes", "in this one"])
def test_feedback_that_can_not_be_written_is_named_and_the_other_is(few, template, small, tmp_path):
    course = copy_of(template[1], tmp_path / "course")
    hand_in(course, "[x]*", solved())
    grade(course, [])
    broken = course.root / "autograded" / "laughs" / PART / f"{LESSON}.ipynb"
    broken.write_text("{}")
    small.setattr(feedback, "FEW", few)
    told = []
    with pytest.raises(CourseError, match=f"no feedback for {PART} of laughs"):
        give_feedback(course, [], progress=lambda *words: told.append(words))
    assert told[-1] == ("writing feedback", 5, 5)
    pages = {path.parts[-3] for path in course.root.glob("feedback/*/*/*.html")}
    assert pages == {"honest", "fools", "one", "[x]*"}
