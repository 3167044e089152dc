"""One assignment of a whole cohort: what is judged, what is entered, and when."""

from __future__ import annotations

import contextlib
import hashlib
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder.core.files import write
from autograder.judge.grading import Judged, Submission

from .course import Course
from .intake import HandedIn
from .nbgrader.opening import opened
from .summary import Summary
from .workers import Lost, Workers


class Entering:
    """Enters results into the gradebook, and remembers which it holds.

    nbgrader is opened when the first student is entered.
    """

    def __init__(self, course: Course) -> None:
        self._course = course
        self._stack = contextlib.ExitStack()
        self._converter: Any = None

    def __enter__(self) -> Entering:
        if not self._is_same_gradebook():
            self._forget()
        return self

    def __exit__(self, *exc) -> None:
        self._stack.close()

    def prepare(self) -> None:
        """Import nbgrader, which takes a second or two."""
        from .nbgrader import entering  # noqa: F401

    def holds(self, student: str, assignment: str, keys: list[str]) -> bool:
        """Whether the gradebook holds just these results of a student."""
        graded = self._course.root / "autograded" / student / assignment
        try:
            noted = json.loads(self._note(student, assignment).read_text())
        except (OSError, ValueError):
            return False
        return noted == keys and graded.exists()

    def enter(self, student: str, assignment: str, keys: list[str]) -> str:
        """Enter a student's results; returns '' or why that failed."""
        from nbgrader.converters.base import NbGraderException

        converter = self._opened()
        try:
            converter.enter(self._course, student, assignment)
        except NbGraderException as error:
            return str(error) or "nbgrader stopped"
        write(self._note(student, assignment), json.dumps(keys).encode())
        return ""

    def _opened(self) -> Any:
        if self._converter is None:
            from .nbgrader.entering import Autograde

            directory, config = self._stack.enter_context(opened(self._course))
            self._converter = Autograde(coursedir=directory, config=config)
            self._stack.enter_context(self._converter.open_gradebook())
            described = self._describe(directory.db_url)
            if described != self._described():
                self._forget()
                self._describing.write_text(json.dumps(described))
        return self._converter

    def _note(self, student: str, assignment: str) -> Path:
        return self._course.private(f"entered/{assignment}/{student}.json")

    def _forget(self) -> None:
        shutil.rmtree(self._course.private("entered"), ignore_errors=True)

    @property
    def _describing(self) -> Path:
        return self._course.private("gradebook.json")

    def _described(self) -> dict | None:
        try:
            return json.loads(self._describing.read_text())
        except (OSError, ValueError):
            return None

    def _describe(self, db_url: str) -> dict:
        """What tells one gradebook from another without opening it."""
        config = hashlib.sha256((self._course.root / "nbgrader_config.py").read_bytes())
        file = db_url.removeprefix("sqlite:///") if db_url.startswith("sqlite:///") else ""
        description = {"config": config.hexdigest(), "file": file}
        with contextlib.suppress(OSError):
            return description | ({"inode": Path(file).stat().st_ino} if file else {})
        return description

    def _is_same_gradebook(self) -> bool:
        before = self._described()
        if before is None:
            return False
        return before == self._describe(f"sqlite:///{before['file']}" if before["file"] else "")


@dataclass
class _Student:
    """What is known of one student: the keys of the results, and how many are still to come."""

    handed_in: dict[str, HandedIn]
    keys: list[str] = field(default_factory=list)
    left: int = 0
    lost: str = ""


class Batch:
    """Judges and enters one assignment."""

    def __init__(
        self,
        course: Course,
        assignment: str,
        entering: Entering,
        summary: Summary,
        *,
        force: bool,
        unsafe: bool,
    ) -> None:
        self._course = course
        self._assignment = assignment
        self._entering = entering
        self._summary = summary
        self._force = force
        self._unsafe = unsafe
        self._known: dict[str, _Student] = {}
        self._ready: list[str] = []
        self._done = 0

    def run(self, workers: Workers, progress: Callable[[int, int], None]) -> None:
        """Let ``workers`` judge what is new, and enter each student who is complete."""
        for student in self._course.linked(self._assignment):
            folder = self._course.submitted(student, self._assignment)
            is_file = folder.is_file() and not folder.is_symlink()
            why = "a file, not a folder" if is_file else "a link, which is not followed"
            text = f"{self._assignment}: its folder is {why}"
            self._summary.failed.append((student, text))
        students = list(self._course.students(self._assignment))
        for student, submission, result in workers.run(
            self._work(students), self._entering.prepare
        ):
            self._take(student, submission, result)
            self._enter_ready()
            progress(self._done, len(students))
        self._enter_ready()
        progress(self._done, len(students))

    def _work(self, students: list[str]) -> Iterator[tuple[str, Submission]]:
        """The submissions to judge, as late as they are wanted."""
        lessons = self._course.lessons(self._assignment)
        for student in students:
            about = _Student(self._course.handed_in(student, self._assignment))
            absent = [(student, lesson) for lesson in lessons if lesson not in about.handed_in]
            self._summary.missing += absent
            new = []
            for handed_in in about.handed_in.values():
                submission, result = self._stored(handed_in)
                about.keys.append(submission.key())
                if result is None:
                    new.append(submission)
                else:
                    self._summary.unchanged += 1
                    self._summary.add(student, result, handed_in.note)
            about.left = len(new)
            if new:
                self._known[student] = about
            elif not self._force and self._entering.holds(student, self._assignment, about.keys):
                self._done += 1
            else:
                self._known[student] = about
                self._ready.append(student)
            for submission in new:
                yield student, submission

    def _stored(self, handed_in: HandedIn) -> tuple[Submission, Judged | None]:
        """The submission to judge, and its result if there is one that may be used."""
        stored = None
        for sandboxed in (True, False) if self._unsafe else (True,):
            submission = self._course.submission(self._assignment, handed_in, sandboxed)
            stored = None if self._force else self._course.result(submission)
            if stored is not None:
                break
        return submission, stored

    def _take(self, student: str, submission: Submission, result: Judged | Lost) -> None:
        about = self._known[student]
        if isinstance(result, Lost):
            about.lost = f"{submission.lesson}: {result.why}; run this again"
        else:
            self._course.store(submission, result)
            self._summary.judged += 1
            self._summary.add(student, result, about.handed_in[submission.lesson].note)
        about.left -= 1
        if not about.left:
            self._ready.append(student)

    def _enter_ready(self) -> None:
        for student in self._ready:
            about = self._known.pop(student)
            why = about.lost or self._entering.enter(student, self._assignment, about.keys)
            if why:
                self._summary.failed.append((student, why))
            else:
                self._summary.entered += 1
            self._done += 1
        self._ready.clear()
