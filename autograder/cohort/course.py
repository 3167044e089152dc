"""The folder of a cohort: a real nbgrader course with a secret seed and a store of results."""

from __future__ import annotations

import json
import secrets
import sys
from dataclasses import dataclass
from pathlib import Path

from .. import lesson as lessons
from .. import release
from ..judge.grading import Judged, Submission, judge
from ..judge.limits import Limits
from ..lesson import PARTS

CONFIG = '''\
# The nbgrader course of a cohort. Everything that nbgrader can be told may be added below.
from autograder.cohort.settings import configure

c = get_config()  # noqa: F821
configure(c, root={root!r}, course_id={course_id!r})
'''


class CourseError(RuntimeError):
    """The cohort's folder is not as a command needs it. The text says what to do."""


@dataclass(frozen=True)
class Course:
    """A cohort's folder.

    ``source``, ``release``, ``submitted``, ``autograded`` and ``feedback`` are nbgrader's;
    ``.mle`` holds the secret seed, the limits, and the judge's results.
    """

    root: Path

    @classmethod
    def open(cls, root: Path) -> Course:
        """The course in ``root``; raises `CourseError` if there is none."""
        course = cls(root.resolve())
        if not course._private("seed").exists():
            raise CourseError(
                f"{root} is not the folder of a cohort. Make one with: mle cohort init {root}"
            )
        return course

    @classmethod
    def create(cls, root: Path) -> Course:
        """Make the folder of a cohort. One that is there already is left as it is."""
        course = cls(root.resolve())
        config = course.root / "nbgrader_config.py"
        if config.exists() and not course._private("seed").exists():
            raise CourseError(f"{config} exists already; choose an empty folder.")
        course._private("").mkdir(parents=True, exist_ok=True)
        if not course._private("seed").exists():
            text = CONFIG.format(root=str(course.root), course_id=course.root.name)
            release.write_atomically(config, text.encode())
            release.write_atomically(course._private("limits.json"), _limits_text().encode())
            release.write_atomically(course._private("seed"), str(secrets.randbits(63)).encode())
            course._private("seed").chmod(0o600)
        return course

    def _private(self, name: str) -> Path:
        return self.root / ".mle" / name

    @property
    def seed(self) -> int:
        """The secret from which hidden inputs are drawn."""
        return int(self._private("seed").read_text())

    @property
    def limits(self) -> Limits:
        """What a submission may use; see ``.mle/limits.json``."""
        try:
            return Limits(**json.loads(self._private("limits.json").read_text()))
        except (ValueError, TypeError) as error:
            raise CourseError(f"{self._private('limits.json')}: {error}") from error

    @property
    def log(self) -> Path:
        """Where nbgrader's own words go."""
        return self._private("nbgrader.log")

    @property
    def unsafe(self) -> bool:
        """Whether the last `mle cohort grade` was told to do without a sandbox."""
        return self._private("unsafe").exists()

    def set_unsafe(self, unsafe: bool) -> None:
        """Remember whether to do without a sandbox."""
        if unsafe:
            self._private("unsafe").write_text("Students' code runs unprotected here.\n")
        else:
            self._private("unsafe").unlink(missing_ok=True)

    def assignments(self) -> list[str]:
        """The assignments that were released."""
        return sorted(path.name for path in self.root.glob("release/*") if path.is_dir())

    def handed_in(self, assignment: str) -> list[tuple[str, list[str]]]:
        """Students who handed in ``assignment``, with the lessons whose files are there."""
        found = []
        for folder in sorted(self.root.glob(f"submitted/*/{assignment}")):
            files = {path.stem for path in folder.glob("*.ipynb")}
            known = {path.stem for path in (self.root / "release" / assignment).glob("*.ipynb")}
            found.append((folder.parent.name, sorted(files & known)))
        return found

    def submission(self, student: str, assignment: str, lesson: str) -> Submission:
        """One handed-in notebook with everything that its marks depend on."""
        handed_in = self.root / "submitted" / student / assignment / f"{lesson}.ipynb"
        released = self.root / "release" / assignment / f"{lesson}.ipynb"
        return Submission(
            handed_in.read_bytes(),
            released.read_bytes(),
            lesson,
            self.seed,
            self.limits,
            sandboxed=not self.unsafe,
        )

    def result(self, submission: Submission) -> Judged | None:
        """The stored result of a submission, None if it has not been judged."""
        path = self._private(f"judged/{submission.key()}.json")
        return Judged.from_json(path.read_text()) if path.exists() else None

    def judged(self, submission: Submission) -> Judged:
        """The result of a submission, judged now if it has not been before."""
        return self.result(submission) or self.store(submission, judge(submission))

    def store(self, submission: Submission, judged: Judged) -> Judged:
        """Keep a result."""
        path = self._private(f"judged/{submission.key()}.json")
        release.write_atomically(path, judged.to_json().encode())
        return judged

    def graded_mark(self, student: str, assignment: str) -> Path:
        """The file that says which results the gradebook holds for a student's assignment."""
        return self._private(f"graded/{assignment}/{student}.json")

    def write_sources(self, assignments: list[str]) -> list[str]:
        """Write nbgrader's source notebooks; returns the assignments, all parts with lessons."""
        parts = {path.parent.name for path in lessons.paths()}
        with_lessons = [part for part in PARTS if part in parts]
        unknown = sorted(set(assignments) - set(with_lessons))
        if unknown:
            raise CourseError(
                f"There is no assignment {unknown[0]}. There are: {', '.join(with_lessons)}."
            )
        chosen = assignments or with_lessons
        files = [path for path in lessons.paths() if path.parent.name in chosen]
        release.build(self.root / "source", "cohort", files)
        return chosen


def _limits_text() -> str:
    return json.dumps(Limits().__dict__, indent=1) + "\n"


def environment_bin() -> str:
    """The folder of this Python's commands; nbgrader runs a bare ``alembic``."""
    return str(Path(sys.executable).parent)
