"""nbgrader's autograde with the judge in place of a kernel.

`settings.configure` puts `Autograde` in the place of nbgrader's own, so that its command and the
buttons of formgrader run nothing themselves either.
"""

from __future__ import annotations

import contextlib
import fnmatch
import glob
import json
import os
import shutil
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path

from nbgrader.api import BaseCell, Comment, Grade, Gradebook
from nbgrader.converters import autograde
from nbgrader.converters.base import NbGraderException
from nbgrader.preprocessors import AssignLatePenalties, SaveAutoGrades
from nbgrader.utils import parse_utc

from autograder.authoring.release import as_bytes
from autograder.cohort import intake
from autograder.cohort.course import Course, CourseError
from autograder.cohort.intake import HandedIn
from autograder.core.files import write
from autograder.judge.grading import Judged, judge
from autograder.judge.reading.repair import repair
from autograder.judge.sandbox import launch as sandbox

from .outputs import autograded

MODE = 0o444


class Autograde(autograde.Autograde):
    """Enters the judge's results into the gradebook and writes the autograded notebooks.

    A notebook that has no result yet is judged, in a sandbox. A notebook that is absent gets no
    points; none stops those of other students.
    """

    def start(self) -> None:
        """See nbgrader's converters."""
        course = Course.open(Path(self.coursedir.root))
        pattern = self._format_source(self.coursedir.assignment_id, self.coursedir.student_id)
        folders = sorted(map(Path, glob.glob(pattern)))
        if not folders:
            raise NbGraderException(f"Nothing was handed in at {pattern}")
        failed = []
        with self.open_gradebook():
            for folder in folders:
                student, assignment = folder.parent.name, folder.name
                if not self._is_due(student, assignment):
                    self.log.info("Skipping existing assignment of %s", student)
                    continue
                try:
                    self.enter(course, student, assignment)
                    self.log.info("Graded %s of %s", assignment, student)
                except (NbGraderException, CourseError, sandbox.NoSandbox, OSError) as error:
                    self.log.error("%s of %s was not graded: %s", assignment, student, error)
                    failed.append(student)
        if failed:
            raise NbGraderException(f"Not graded: {', '.join(failed)}")

    def _is_due(self, student: str, assignment: str) -> bool:
        excluded = (self.coursedir.student_id_exclude or "").split(",")
        graded = Path(self._format_dest(assignment, student))
        if student in excluded:
            return False
        if self.force or not graded.exists():
            return True
        handed_in = Path(self._format_source(assignment, student))
        new, old = _timestamp(handed_in), _timestamp(graded)
        return new is not None and old is not None and new > old

    @contextlib.contextmanager
    def open_gradebook(self) -> Iterator[None]:
        """Keep one connection to the gradebook while the block runs."""
        with warnings.catch_warnings():
            # nbgrader's own, from SQLAlchemy, once a student.
            warnings.filterwarnings("ignore", message="Object of type .* not in session")
            with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as self._gradebook:
                try:
                    yield
                finally:
                    self._gradebook.engine.dispose()

    def enter(self, course: Course, student: str, assignment: str) -> None:
        """Grade one student's assignment; raises `NbGraderException`."""
        folder = course.submitted(student, assignment)
        handed_in = course.handed_in(student, assignment)
        chosen = fnmatch.filter(course.lessons(assignment), self.coursedir.notebook_id)
        notebooks = {
            lesson: self._graded(course, assignment, handed_in[lesson])
            for lesson in chosen
            if lesson in handed_in
        }
        own = intake.is_own_folder(folder, course.root / "submitted")
        self._enter_scores(student, assignment, folder if own else None, chosen, notebooks)
        self._write(student, assignment, folder if own else None, notebooks)

    def _graded(self, course: Course, assignment: str, handed_in: HandedIn):
        judged = course.result_of(assignment, handed_in) or _judge_now(
            course, assignment, handed_in
        )
        submission = course.submission(assignment, handed_in, sandboxed=True)
        repaired = repair(submission.content, json.loads(submission.release))
        notes = [*judged.sentences, *filter(None, [handed_in.note]), *judged.notes]
        return autograded(repaired, judged, notes)

    def _enter_scores(
        self,
        student: str,
        assignment: str,
        folder: Path | None,
        lessons: Sequence[str],
        notebooks: dict,
    ) -> None:
        gradebook = self._gradebook
        try:
            gradebook.update_or_create_student(student)
            when = _timestamp(folder) if folder else None
            known = {"timestamp": when} if when else {}
            submission = gradebook.update_or_create_submission(assignment, student, **known)
            late = submission.total_seconds_late
            for entry in submission.notebooks:
                if entry.name in notebooks:
                    _Scores(parent=self).save(notebooks[entry.name], _Rows(gradebook.db, entry))
                elif entry.name in lessons:
                    for grade in entry.grades:
                        grade.auto_score, grade.needs_manual_grade = 0, False
            gradebook.db.flush()
            for entry in submission.notebooks:
                self._penalize(gradebook.db, entry, student, late)
            gradebook.db.commit()
        except KeyError as error:
            raise NbGraderException(
                f"the gradebook knows no cell {error}; release {assignment} again"
            ) from error
        finally:
            gradebook.db.rollback()
            gradebook.db.expunge_all()

    def _penalize(self, db, entry, student: str, seconds: float) -> None:
        entry.late_submission_penalty = None
        if seconds > 0:
            db.refresh(entry)  # its score is computed by the database
            step = AssignLatePenalties(parent=self)
            step.init_plugin()
            penalty = step.plugin_inst.late_submission_penalty(student, entry.score, seconds)
            if penalty is not None:
                entry.late_submission_penalty = step._check_late_penalty(entry, penalty)

    def _write(self, student: str, assignment: str, folder: Path | None, notebooks: dict) -> None:
        """Put the notebooks, and the files handed in beside them, where nbgrader looks."""
        target = Path(self._format_dest(assignment, student))
        if self.coursedir.notebook_id != "*":
            for lesson, notebook in notebooks.items():
                write(target / f"{lesson}.ipynb", as_bytes(notebook))
            return
        new = target.with_name(f".{target.name}.new")
        _remove(new)
        new.mkdir(parents=True)
        for name, content in intake.other_files(folder) if folder else ():
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            (new / name).write_bytes(content)
        for lesson, notebook in notebooks.items():
            (new / f"{lesson}.ipynb").write_bytes(as_bytes(notebook))
        for parent, _, files in os.walk(new):
            for name in files:
                os.chmod(os.path.join(parent, name), MODE)
        old = target.with_name(f".{target.name}.old")
        _remove(old)
        if target.exists():
            target.rename(old)
        new.rename(target)
        _remove(old)


def _judge_now(course: Course, assignment: str, handed_in: HandedIn) -> Judged:
    """Judge a notebook that has no result, in a sandbox or not at all."""
    submission = course.submission(assignment, handed_in, sandboxed=True)
    return course.store(submission, judge(submission))


class _Scores(SaveAutoGrades):
    """nbgrader's own step, with the rows of one notebook at hand instead of a query a cell."""

    def save(self, notebook, rows: _Rows) -> None:
        """Set the scores of all cells; the caller commits."""
        self.notebook_id = self.assignment_id = self.student_id = ""
        self.gradebook = rows
        for index, cell in enumerate(notebook.cells):
            self.preprocess_cell(cell, {}, index)


class _Rows:
    """Answers as nbgrader's gradebook does, about one notebook."""

    def __init__(self, db, entry) -> None:
        self._grades = self._by_name(db, Grade, entry)
        self._comments = self._by_name(db, Comment, entry)
        self.db = self

    @staticmethod
    def _by_name(db, table, entry) -> dict:
        rows = db.query(BaseCell.name, table).join(BaseCell, BaseCell.id == table.cell_id)
        return dict(rows.filter(table.notebook_id == entry.id).all())

    def find_grade(self, name: str, *place: str):
        return self._grades[name]

    def find_comment(self, name: str, *place: str):
        return self._comments[name]

    def commit(self) -> None:
        """All of a student's scores are committed at once, later."""


def _timestamp(folder: Path):
    """When an assignment was handed in, as its ``timestamp.txt`` says; None if it does not."""
    try:
        text = intake.read_file(folder / "timestamp.txt", 1000).decode().strip()
        return parse_utc(text) if text else None
    except (OSError, ValueError, OverflowError):
        return None


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
