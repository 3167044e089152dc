"""A small lesson of six exercises, for the tests of the judge and of cohorts.

`install` puts it in the place of the course's lessons in this process. Programs that are started
with `environment` do the same when Python starts.
"""

from __future__ import annotations

import contextlib
import functools
import json
import os
import shutil
import sys
import time
from pathlib import Path
from typing import Any

from autograder.authoring.lesson import read_lesson

TESTS = Path(__file__).parents[1]
COURSE = Path(__file__).parent / "judge_course"
LESSON, PART = "190_small", "1_coding"
EXERCISES = ("add", "total", "Box", "toss", "largest", "answer")
POINTS = {"add": 3, "total": 4, "Box": 3, "toss": 3, "largest": 2, "answer": 1}
FULL = sum(POINTS.values())


def install(patch=setattr, folder: Path = COURSE / "lessons") -> None:
    """Replace the course's lessons with those of ``folder``; ``patch`` sets an attribute."""
    from autograder import lessons

    patch(lessons, "LESSONS", folder)
    patch(lessons, "__path__", [str(folder), *lessons.__path__])
    patch(lessons, "index", functools.cache(lessons.index.__wrapped__))
    if os.environ.get("MLE_NO_BUBBLEWRAP"):  # as on a machine on which it is not installed
        from autograder.judge.sandbox import bubblewrap

        patch(bubblewrap, "program", lambda: None)


def install_for(monkeypatch) -> None:
    """The same in this process and those that it starts, until the test has ended."""
    install(monkeypatch.setattr)
    for name, value in environment().items():
        monkeypatch.setenv(name, value)


@contextlib.contextmanager
def installed():
    """The same in this process, for a while."""
    from pytest import MonkeyPatch

    with MonkeyPatch.context() as monkeypatch:
        install(monkeypatch.setattr)
        yield


def environment(lessons: Path = COURSE / "lessons") -> dict[str, str]:
    """The environment in which every Python knows the small lesson, or those of a folder."""
    folders = [str(COURSE / "site"), str(TESTS), str(TESTS.parent)]
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return {"PYTHONPATH": os.pathsep.join(folders), "MLE_SMALL_COURSE": str(lessons), "PATH": path}


def lesson():
    """The small lesson."""
    return read_lesson(COURSE / "lessons" / PART / LESSON)


@functools.cache
def released(variant: str = "learner") -> bytes:
    """The notebook that students get, or the one with all solutions."""
    from autograder.authoring import release

    with installed():
        notebook = release.notebook(lesson(), variant)
        for cell in notebook["cells"]:
            if cell["id"].startswith("check-"):  # as in a cohort
                cell["source"] = cell["source"].replace("check(", "check.examples(")
        return release.as_bytes(notebook)


def solved(*, before: str = "", after: str = "", **sources: str) -> dict[str, Any]:
    """The notebook with all solutions; ``sources`` replace those of exercises by name.

    ``before`` and ``after`` are cells of the student's own.
    """
    made = json.loads(released("solved"))
    for cell in made["cells"]:
        cell["source"] = sources.get(cell["id"], "".join(cell["source"]))
    own = [
        {
            "cell_type": "code",
            "id": name,
            "metadata": {},
            "source": text,
            "execution_count": None,
            "outputs": [],
        }
        for name, text in (("own-before", before), ("own-after", after))
        if text
    ]
    made["cells"][1:1] = own[:1] if before else []
    made["cells"] += own[-1:] if after else []
    return made


def as_bytes(notebook: dict[str, Any]) -> bytes:
    """A notebook as a file."""
    return json.dumps(notebook).encode()


def judged(notebook: dict[str, Any] | bytes, *, seed: int = 7, **limits: Any):
    """What the judge says of a notebook."""
    from autograder.judge.grading import judge
    from autograder.judge.sandbox.submission_limits import Limits
    from autograder.judge.submission import Submission

    content = notebook if isinstance(notebook, bytes) else as_bytes(notebook)
    wanted = Limits(**{"cell_seconds": 2, "submission_seconds": 40, "memory": 400, **limits})
    with installed():
        return judge(Submission(content, released(), LESSON, seed, wanted, explain=False))


def earned(result) -> dict[str, float]:
    """The points of each exercise."""
    return {name: report.earned for name, report in result.reports.items()}


def make_course(folder: Path, students: dict[str, Any], **limits: Any):
    """A released cohort in which ``students`` handed in these notebooks (or bytes)."""
    from autograder.cohort.course import Course
    from autograder.cohort.release import release_assignments

    course = Course.create(folder)
    if limits:
        (folder / ".mle" / "limits.json").write_text(json.dumps(limits))
    release_assignments(course, [PART])
    for student, notebook in students.items():
        hand_in(course, student, notebook)
    return course


def copy_of(course, folder: Path):
    """A copy of a cohort's folder under another name."""
    from autograder.cohort.course import Course

    shutil.copytree(course.root, folder)
    config = folder / "nbgrader_config.py"
    config.write_text(config.read_text().replace(str(course.root), str(folder)))
    (folder / ".mle" / "gradebook.json").unlink(missing_ok=True)
    return Course.open(folder)


def hand_in(course, student: str, notebook: Any) -> Path:
    """Put a notebook where nbgrader's collect would put it."""
    target = course.submitted(student, PART) / f"{LESSON}.ipynb"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(notebook if isinstance(notebook, bytes) else as_bytes(notebook))
    return target


def scores(course, db_url: str = "") -> dict[str, dict[str, float]]:
    """The points of each exercise by student, as nbgrader's gradebook has them."""
    from nbgrader.api import Gradebook

    found = {}
    with Gradebook(db_url or f"sqlite:///{course.root}/gradebook.db") as gradebook:
        for submission in gradebook.assignment_submissions(PART):
            (entry,) = submission.notebooks
            found[submission.student.id] = {
                grade.name.removeprefix("check-"): grade.auto_score
                for grade in entry.grades
                if grade.name != "plan"
            }
        gradebook.engine.dispose()
    return found


def only_one(name: str, before: str = "") -> dict[str, Any]:
    """A notebook in which this exercise alone is solved; ``before`` is a cell of the student's."""
    blank = {other: f"{other} = ..." for other in EXERCISES if other != name}
    return solved(before=before, **blank)


def marks(*names: str) -> dict[str, float]:
    """The points for having solved these exercises and no others."""
    return {name: POINTS[name] if name in names else 0 for name in EXERCISES}


MLE = [sys.executable, "-c", "from autograder.cli import main; raise SystemExit(main())"]


def judge_or_die(submission):
    """Stands for the judge: ends its own process where a submission says so."""
    from autograder.judge.submission import Judged

    if submission.content == b"kill":
        os.kill(os.getpid(), 9)
    if submission.content == b"raise":
        raise ZeroDivisionError("a bug")
    time.sleep(0.02)
    return Judged(submission.lesson, {}, str(len(submission.content)))
