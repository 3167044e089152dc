"""The folder of a cohort: a real nbgrader course with a secret seed and a store of results."""

from __future__ import annotations

import contextlib
import json
import secrets
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from autograder import lessons
from autograder.core.errors import UserError
from autograder.core.files import write
from autograder.judge.sandbox.submission_limits import MIB, Limits
from autograder.judge.submission import Judged, Submission, course_version

from . import intake
from .intake import HandedIn

CONFIG = """\
# The nbgrader course of a cohort. Everything that nbgrader can be told may be added below.
from autograder.cohort.settings import configure

c = get_config()  # noqa: F821
configure(c, course_id={course_id!r})
"""


class CourseError(UserError):
    """The cohort's folder is not as a command needs it. The text says what to do."""


@dataclass(frozen=True)
class Course:
    """A cohort's folder.

    ``source``, ``release``, ``submitted``, ``autograded`` and ``feedback`` are nbgrader's;
    ``.mle`` holds the secret seed, the limits, and the judge's results.
    """

    root: Path
    release_folder: str = "release"
    """The folder in ``root`` with what students get, or what they would get."""

    @classmethod
    def open(cls, root: Path) -> Course:
        """The course in ``root``; raises `CourseError` if there is none."""
        lessons.require_whole()
        course = cls(root.resolve())
        if not course.is_there():
            raise CourseError(
                f"{root} is not the folder of a cohort. Make one with: mle cohort init {root}"
            )
        return course

    @classmethod
    def create(cls, root: Path) -> Course:
        """Make the folder of a cohort. One that is there already is left as it is."""
        lessons.require_whole()
        course = cls(root.resolve())
        config = course.root / "nbgrader_config.py"
        if config.exists() and not course.is_there():
            raise CourseError(f"{config} exists already; choose an empty folder.")
        course.private("").mkdir(parents=True, exist_ok=True)
        if not course.is_there():
            text = CONFIG.format(course_id=course.root.name)
            write(config, text.encode())
            write(course.private("limits.json"), _limits_text().encode())
            write(course.private("seed"), str(secrets.randbits(63)).encode())
            course.private("seed").chmod(0o600)
            course.private("").chmod(0o700)
        course.close_to_others()
        return course

    def close_to_others(self) -> None:
        """Take from everybody else what they could read: solutions, hidden inputs, marks.

        What belongs to the owner and the group stays as it is: instructors may share a course.
        """
        for path in (self.root, self.root / "source", self.root / "gradebook.db"):
            with contextlib.suppress(OSError):  # absent, or another instructor's
                if path.stat().st_mode & 0o007:
                    path.chmod(path.stat().st_mode & 0o770)

    def is_there(self) -> bool:
        """Whether ``root`` is the folder of a cohort."""
        return self.private("seed").exists()

    def private(self, name: str) -> Path:
        """A file of the grader's own."""
        return self.root / ".mle" / name

    @property
    def seed(self) -> int:
        """The secret from which hidden inputs are drawn."""
        return int(self.private("seed").read_text())

    @property
    def limits(self) -> Limits:
        """What a submission may use; see ``.mle/limits.json``."""
        try:
            return Limits(**json.loads(self.private("limits.json").read_text()))
        except (OSError, ValueError, TypeError) as error:
            raise CourseError(f"{self.private('limits.json')}: {error}") from error

    @property
    def log(self) -> Path:
        """Where nbgrader's own words go."""
        return self.private("nbgrader.log")

    @property
    def _releases(self) -> Path:
        return self.root / self.release_folder

    def released(self, assignments: Sequence[str]) -> list[str]:
        """These assignments, or all that were released if none is named.

        Raises `CourseError` where one was not released.
        """
        released = self.assignments()
        for assignment in assignments:
            if assignment not in released:
                there = ", ".join(released) or "nothing yet"
                raise CourseError(
                    f"{assignment} was not released. Released: {there}. "
                    f"Run: mle cohort release {assignment}"
                )
        return list(assignments) or released

    def assignments(self) -> list[str]:
        """The assignments that were released."""
        return sorted(path.name for path in self._releases.glob("*") if path.is_dir())

    def lessons(self, assignment: str) -> list[str]:
        """The lessons of a released assignment."""
        return sorted(path.stem for path in self._releases.glob(f"{assignment}/*.ipynb"))

    def students(self, assignment: str) -> list[str]:
        """The students who have a folder for ``assignment`` that can be read."""
        return [name for name, why in self._folders(assignment).items() if not why]

    def refused(self, assignment: str) -> dict[str, str]:
        """The students whose folder for ``assignment`` is not read, and what it is."""
        return {intake.shown(name): why for name, why in self._folders(assignment).items() if why}

    def _folders(self, assignment: str) -> dict[str, str]:
        """By student, '' or what the folder is that keeps it from being read."""
        whole = {}
        for folder in sorted(self.root.glob(f"submitted/*/{assignment}")):
            student, why = folder.parent.name, ""
            if intake.is_leftover(student):
                continue
            if not intake.is_own_folder(folder, self.root / "submitted"):
                why = "a link, which is not followed"
            elif not folder.is_dir():
                why = "a file, not a folder"
            elif intake.shown(student) != student:
                why = "named in another encoding than UTF-8; rename it"
            whole[student] = why
        return whole

    def release(self, assignment: str, lesson: str) -> dict[str, Any]:
        """The notebook of a lesson that students got."""
        notebook: dict[str, Any] = json.loads(self._released(assignment, lesson).read_bytes())
        return notebook

    def _released(self, assignment: str, lesson: str) -> Path:
        return self._releases / assignment / f"{lesson}.ipynb"

    def require_points(self, assignment: str) -> None:
        """Raises `CourseError` where other points were released than the checks give now."""
        for lesson in self.lessons(assignment):
            given = {name: exercise.points for name, exercise in lessons.load(lesson).items()}
            for cell in self.release(assignment, lesson)["cells"]:
                about = cell["metadata"].get("nbgrader", {})
                name = about.get("grade_id", "").removeprefix("check-")
                if name in given and about.get("grade") and about["points"] != given[name]:
                    raise CourseError(
                        f"{lesson}: {name} was released with {about['points']:g} points, and has "
                        f"{given[name]:g} now. Run: mle cohort release {assignment}. Then grade."
                    )

    def submitted(self, student: str, assignment: str) -> Path:
        """The folder in which a student's files lie."""
        return self.root / "submitted" / student / assignment

    def handed_in(self, student: str, assignment: str) -> dict[str, HandedIn]:
        """What a student handed in for each lesson of an assignment."""
        folder = self.submitted(student, assignment)
        if not intake.is_own_folder(folder, self.root / "submitted"):
            return {}
        most = self.limits.notebook * MIB
        return intake.notebooks(folder, self.lessons(assignment), most)

    def submission(self, assignment: str, handed_in: HandedIn, sandboxed: bool) -> Submission:
        """A handed-in notebook with everything that its marks depend on."""
        return Submission(
            handed_in.content,
            self._released(assignment, handed_in.lesson).read_bytes(),
            handed_in.lesson,
            self.seed,
            self.limits,
            sandboxed=sandboxed,
            name=handed_in.name,
            others=handed_in.others,
            problem=handed_in.problem,
            version=course_version(handed_in.lesson),
            explain=False,
        )

    def result(self, submission: Submission) -> Judged | None:
        """The stored result of a submission, None if it has not been judged."""
        try:
            return Judged.from_json(self._stored(submission).read_text(encoding="utf-8"))
        except (OSError, ValueError, TypeError, LookupError):
            return None  # there is none, or it was damaged: it will be judged again

    def result_of(self, assignment: str, handed_in: HandedIn) -> Judged | None:
        """The stored result of a handed-in notebook; one from a sandbox goes before others."""
        for sandboxed in (True, False):
            result = self.result(self.submission(assignment, handed_in, sandboxed))
            if result is not None:
                return result
        return None

    def store(self, submission: Submission, judged: Judged) -> Judged:
        """Keep a result."""
        write(self._stored(submission), judged.to_json().encode())
        return judged

    def _stored(self, submission: Submission) -> Path:
        key = submission.key()
        return self.private(f"judged/{key[:2]}/{key}.json")


def _limits_text() -> str:
    return json.dumps(asdict(Limits()), indent=1) + "\n"


def environment_bin() -> str:
    """The folder of this Python's commands; nbgrader runs a bare ``alembic``."""
    return str(Path(sys.executable).parent)
