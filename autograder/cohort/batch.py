"""One assignment of a whole cohort: what is judged, what is entered, and when."""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder.core.errors import UserError
from autograder.core.files import write
from autograder.judge.submission import Judged, Submission

from . import intake
from .course import Course
from .intake import HandedIn
from .nbgrader.opening import opened
from .summary import Summary
from .workers import Lost, Workers


class Entering:
    """Enters results into the gradebook, and remembers which it holds.

    nbgrader is opened when it is first needed. What one student's files raise is that student's;
    once the gradebook itself can't be used, nobody further is entered.
    """

    def __init__(self, course: Course) -> None:
        self._course = course
        self._stack = contextlib.ExitStack()
        self._converter: Any = None
        self._unusable = ""

    def __enter__(self) -> Entering:
        return self

    def __exit__(self, *exc) -> None:
        self._stack.close()

    def prepare(self) -> None:
        """Import nbgrader, which takes a second or two."""
        from .nbgrader import entering  # noqa: F401

    def holds(self, student: str, assignment: str, keys: list[str]) -> bool:
        """Whether the gradebook holds just these results of a student, and what is late."""
        graded = self._course.root / "autograded" / student / assignment
        note = entered_note(self._course, assignment, student)
        if not (note.exists() and graded.exists()):
            return False
        try:
            converter = self._opened()  # which forgets the notes of another gradebook
            noted = json.loads(note.read_text())
            terms = converter.terms(self._course, student, assignment)
            return (noted["keys"], noted["terms"]) == (keys, terms)
        except Exception:
            return False  # entering will name it

    def enter(
        self, student: str, assignment: str, keys: list[str], contents: Mapping[str, str]
    ) -> tuple[str, list[str]]:
        """Enter a student's results; returns '' or why that failed, and notes.

        ``contents`` are hashes of the notebooks by lesson: how many there were is remembered.
        """
        if self._unusable:
            return self._unusable, []
        try:
            converter = self._opened()
            terms = converter.terms(self._course, student, assignment)
            notes = converter.enter(self._course, student, assignment)
            self._note_down(student, assignment, keys, terms, contents)
        except Exception as error:
            return self._reason(error), []
        return "", notes

    def _reason(self, error: Exception) -> str:
        from .nbgrader.gradebook import OTHER_VERSION, fault_of_gradebook

        if fault := fault_of_gradebook(error):
            converter = self._converter
            if converter is None or fault == OTHER_VERSION or not converter.can_write():
                self._unusable = (
                    f"{fault}. What was judged is kept; then run the same command again"
                )
                return self._unusable
        return reason(error, self._course)

    def _opened(self) -> Any:
        if self._converter is None:
            from .nbgrader.entering import Autograde

            directory, config = self._stack.enter_context(opened(self._course))
            converter = Autograde(coursedir=directory, config=config)
            self._stack.enter_context(converter.open_gradebook())
            described = self._describe(directory.db_url)
            if described != self._described():
                shutil.rmtree(self._course.private("entered"), ignore_errors=True)
                write(self._describing, json.dumps(described).encode())
            self._converter = converter
        return self._converter

    def _note_down(
        self,
        student: str,
        assignment: str,
        keys: list[str],
        terms: list[str],
        contents: Mapping[str, str],
    ) -> None:
        path = entered_note(self._course, assignment, student)
        versions: dict[str, list[str]] = {}
        with contextlib.suppress(OSError, ValueError, LookupError, TypeError):
            versions = dict(json.loads(path.read_text())["versions"])
        for lesson, content in contents.items():
            versions[lesson] = list(dict.fromkeys([*versions.get(lesson, []), content]))
        note = {"keys": keys, "terms": terms, "versions": versions}
        write(path, json.dumps(note).encode())

    @property
    def _describing(self) -> Path:
        return self._course.private("gradebook.json")

    def _described(self) -> dict | None:
        try:
            return json.loads(self._describing.read_text())
        except (OSError, ValueError):
            return None

    def _describe(self, db_url: str) -> dict:
        """What tells one gradebook from another, wherever the course's folder is."""
        config = hashlib.sha256((self._course.root / "nbgrader_config.py").read_bytes())
        place = hashlib.sha256(db_url.replace(str(self._course.root), "").encode())
        description: dict[str, Any] = {"config": config.hexdigest(), "place": place.hexdigest()}
        with contextlib.suppress(OSError):
            description["inode"] = Path(db_url.removeprefix("sqlite:///")).stat().st_ino
        return description


def entered_note(course: Course, assignment: str, student: str) -> Path:
    """The file that says which results of a student the gradebook holds."""
    name = hashlib.sha256(student.encode()).hexdigest()[:32]  # theirs may be as long as can be
    return course.private(f"entered/{assignment}/{name}.json")


def reason(error: Exception, course: Course) -> str:
    """Why a student was not entered, as part of a sentence; the whole story goes to the log."""
    from nbgrader.converters.base import NbGraderException

    log = logging.getLogger("traitlets")
    if isinstance(error, (UserError, NbGraderException)) and str(error):
        return str(error).rstrip(".")
    log.error("A student was not entered", exc_info=error)
    if isinstance(error, OSError) and error.strerror:
        where = f" at {intake.shown(str(error.filename))}" if error.filename else ""
        return f"{error.strerror.lower()}{where}; rename or remove that"
    first = (str(error).strip().splitlines() or [""])[0][:200]
    return f"{type(error).__name__}: {intake.shown(first)}; see {course.log}"


@dataclass
class _Student:
    """What is known of one student: the keys of the results, and how many are still to come."""

    handed_in: dict[str, HandedIn]
    keys: list[str] = field(default_factory=list)
    left: int = 0
    lost: str = ""

    def contents(self) -> dict[str, str]:
        """A hash of what was handed in for each lesson."""
        return {
            lesson: hashlib.sha256(handed_in.content).hexdigest()[:16]
            for lesson, handed_in in self.handed_in.items()
        }


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
        try:
            self._course.require_points(self._assignment)
        except UserError as error:
            self._summary.failed.append((self._assignment, str(error).rstrip(".")))
            return
        for student, why in self._course.refused(self._assignment).items():
            self._summary.failed.append((student, f"{self._assignment}: its folder is {why}"))
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
        for student in students:
            try:
                new = self._look_at(student)
            except Exception as error:
                self._fail(student, reason(error, self._course))
                continue
            for submission in new:
                yield student, submission

    def _look_at(self, student: str) -> list[Submission]:
        """The submissions of a student that are to be judged."""
        about = _Student(self._course.handed_in(student, self._assignment))
        lessons = self._course.lessons(self._assignment)
        absent = [(student, lesson) for lesson in lessons if lesson not in about.handed_in]
        new = []
        stored = []
        for handed_in in about.handed_in.values():
            submission, result = self._stored(handed_in)
            about.keys.append(submission.key())
            if result is None:
                new.append(submission)
            else:
                stored.append(result)
        self._summary.missing += absent
        for result in stored:
            self._summary.unchanged += 1
            self._summary.add(student, result)
        about.left = len(new)
        if new:
            self._known[student] = about
        elif not self._force and self._entering.holds(student, self._assignment, about.keys):
            self._done += 1
        else:
            self._known[student] = about
            self._ready.append(student)
        return new

    def _fail(self, student: str, why: str) -> None:
        self._summary.failed.append((student, why))
        self._done += 1

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
            self._keep(about, submission, result)
            self._summary.judged += 1
            self._summary.add(student, result)
        about.left -= 1
        if not about.left:
            self._ready.append(student)

    def _keep(self, about: _Student, submission: Submission, result: Judged) -> None:
        try:
            self._course.store(submission, result)
        except OSError as error:
            about.lost = f"{submission.lesson}: {reason(error, self._course)}"

    def _enter_ready(self) -> None:
        for student in self._ready:
            about = self._known.pop(student)
            why = about.lost
            notes: list[str] = []
            if not why:
                why, notes = self._entering.enter(
                    student, self._assignment, about.keys, about.contents()
                )
            self._summary.noted += [(student, self._assignment, note) for note in notes]
            if why:
                self._fail(student, why)
            else:
                self._summary.entered += 1
                self._done += 1
        self._ready.clear()
