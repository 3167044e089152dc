"""nbgrader's autograde with the judge in place of a kernel.

`settings.configure` puts `Autograde` in the place of nbgrader's own, so that its command and the
buttons of formgrader run nothing themselves either.
"""

from __future__ import annotations

import contextlib
import fnmatch
import glob
import os
import shutil
import warnings
from collections.abc import Iterator, Sequence, Set
from datetime import datetime
from pathlib import Path

import sqlalchemy
from nbgrader import utils
from nbgrader.api import Assignment, BaseCell, Comment, Grade, Gradebook, SubmittedAssignment
from nbgrader.converters import autograde
from nbgrader.converters.base import NbGraderException
from nbgrader.preprocessors import AssignLatePenalties, SaveAutoGrades
from nbgrader.utils import parse_utc

from autograder.authoring.release import as_bytes
from autograder.cohort import intake
from autograder.cohort.assignments import Assignment as Assigned
from autograder.cohort.assignments import read_assignments
from autograder.cohort.course import Course
from autograder.cohort.intake import HandedIn
from autograder.cohort.judging import judge
from autograder.core.files import write
from autograder.judge.submission import Judged

from .gradebook import fault_of_gradebook
from .outputs import autograded, unchanged

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
        folders = [each for each in folders if not intake.is_leftover(each.parent.name)]
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
                    course.require_points(assignment)
                    self.enter(course, student, assignment)
                    self.log.info("Graded %s of %s", assignment, student)
                except Exception as error:
                    said = fault_of_gradebook(error) or str(error) or type(error).__name__
                    self.log.error("%s of %s was not graded: %s", assignment, student, said)
                    if fault_of_gradebook(error) and not self.can_write():
                        raise NbGraderException(said) from error
                    self.log.debug("Why it was not graded", exc_info=error)
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
        (new, _), (old, _) = _timestamp(handed_in), _timestamp(graded)
        return new is not None and old is not None and new > old

    @contextlib.contextmanager
    def open_gradebook(self) -> Iterator[None]:
        """Keep one connection to the gradebook while the block runs."""
        with warnings.catch_warnings():
            # nbgrader's own, from SQLAlchemy, once a student.
            warnings.filterwarnings("ignore", message="Object of type .* not in session")
            with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as self._gradebook:
                self._dates: dict[str, tuple[str, dict[str, str]]] = {}
                try:
                    yield
                finally:
                    self._gradebook.engine.dispose()

    def can_write(self) -> bool:
        """Whether the gradebook takes a change now."""
        db = self._gradebook.db
        try:
            db.rollback()
            db.execute(sqlalchemy.text("UPDATE course SET id = id"))
            return True
        except sqlalchemy.exc.DBAPIError:
            return False
        finally:
            db.rollback()

    def terms(self, course: Course, student: str, assignment: str) -> list[str]:
        """What decides whether a student is late: when they handed in, the date, the extension."""
        if assignment not in self._dates:
            assigned = read_assignments(course).get(assignment, Assigned())
            self._dates[assignment] = self._read_dates(assignment, assigned)
        due, extensions = self._dates[assignment]
        when, _ = _timestamp(course.submitted(student, assignment))
        return [str(when), due, extensions.get(student, "None")]

    def _read_dates(self, assignment: str, assigned: Assigned) -> tuple[str, dict[str, str]]:
        db = self._gradebook.db
        try:
            due = db.query(Assignment.duedate).filter(Assignment.name == assignment).one()[0]
            rows = db.query(SubmittedAssignment.student_id, SubmittedAssignment.extension)
            rows = rows.join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
            rows = rows.filter(Assignment.name == assignment)
            extensions = {student: str(extension) for student, extension in rows}
            return str(due), {**extensions, **assigned.extensions}
        finally:
            db.rollback()

    def enter(self, course: Course, student: str, assignment: str) -> list[str]:
        """Grade one student's assignment; returns notes for the instructor."""
        folder = course.submitted(student, assignment)
        handed_in = course.handed_in(student, assignment)
        chosen = fnmatch.filter(course.lessons(assignment), self.coursedir.notebook_id)
        notebooks = {
            lesson: self._graded(course, assignment, handed_in[lesson])
            for lesson in chosen
            if lesson in handed_in
        }
        own = intake.is_own_folder(folder, course.root / "submitted")
        when, note = _timestamp(folder) if own else (None, "")
        assigned = read_assignments(course).get(assignment, Assigned())
        self._enter_scores(student, assignment, when, chosen, notebooks, assigned)
        notes = self._write(student, assignment, folder if own else None, notebooks)
        return [*filter(None, [note]), *notes]

    def _graded(self, course: Course, assignment: str, handed_in: HandedIn):
        judged = course.result_of(assignment, handed_in) or _judge_now(
            course, assignment, handed_in
        )
        return autograded(course.release(assignment, handed_in.lesson), judged)

    def _enter_scores(
        self,
        student: str,
        assignment: str,
        when: datetime | None,
        lessons: Sequence[str],
        notebooks: dict,
        assigned: Assigned,
    ) -> None:
        gradebook = self._gradebook
        try:
            gradebook.update_or_create_student(student)
            known = {"timestamp": when} if when else {}
            submission = gradebook.update_or_create_submission(assignment, student, **known)
            if assigned.until(student):
                submission.extension = assigned.beyond(student, submission.assignment.duedate)
            late = submission.total_seconds_late
            for entry in submission.notebooks:
                if entry.name in notebooks:
                    before = Path(self._format_dest(assignment, student), f"{entry.name}.ipynb")
                    notebook = notebooks[entry.name]
                    rows = _Rows(gradebook.db, entry)
                    _Scores(parent=self).save(notebook, rows, unchanged(before, notebook))
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

    def _write(
        self, student: str, assignment: str, folder: Path | None, notebooks: dict
    ) -> list[str]:
        """Put the notebooks, and the files handed in beside them, where nbgrader looks.

        Returns a note where a file was left out.
        """
        target = Path(self._format_dest(assignment, student))
        if self.coursedir.notebook_id != "*":
            for lesson, notebook in notebooks.items():
                write(target / f"{lesson}.ipynb", as_bytes(notebook))
            return []
        left_out = []
        new = target.with_name(f".{target.name}.new")
        _remove(new)
        new.mkdir(parents=True)
        for name, content in intake.other_files(folder) if folder else ():
            try:
                (new / name).parent.mkdir(parents=True, exist_ok=True)
                (new / name).write_bytes(content)
            except OSError as error:  # such as a path that is one character too long here
                left_out.append(f"{intake.shown(name)[:80]} ({error.strerror})")
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
        return [f"Files were not copied to autograded: {', '.join(left_out)}."] if left_out else []


def _judge_now(course: Course, assignment: str, handed_in: HandedIn) -> Judged:
    """Judge a notebook that has no result, in a sandbox or not at all."""
    submission = course.submission(assignment, handed_in, sandboxed=True)
    return course.store(submission, judge(submission))


class _Scores(SaveAutoGrades):
    """nbgrader's own step, with the rows of one notebook at hand instead of a query a cell."""

    def save(self, notebook, rows: _Rows, same: Set[str]) -> None:
        """Set the scores of all cells; the caller commits. ``same`` are essays entered before."""
        self.notebook_id = self.assignment_id = self.student_id = ""
        self.gradebook = rows
        self._same = same
        for index, cell in enumerate(notebook.cells):
            self.preprocess_cell(cell, {}, index)

    def _add_score(self, cell, resources) -> None:
        """See nbgrader, which asks for another look at every mark that a person has set."""
        name = cell.metadata["nbgrader"]["grade_id"]
        grade = self.gradebook.find_grade(name)
        seen, score = not grade.needs_manual_grade, grade.auto_score
        super()._add_score(cell, resources)
        is_essay = utils.is_solution(cell)
        if seen and (name in self._same if is_essay else score == grade.auto_score):
            grade.needs_manual_grade = False


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


_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}


def _timestamp(folder: Path) -> tuple[datetime | None, str]:
    """When an assignment was handed in, as its ``timestamp.txt`` says; None if it does not.

    With a note where there is such a file and it can't be read.
    """
    try:
        content = intake.read_file(folder / "timestamp.txt", 1000)
        mark = next((mark for mark in _MARKS if content.startswith(mark)), b"")
        text = content.decode(_MARKS.get(mark, "utf-8")).strip()
        return (parse_utc(text) if text else None), ""
    except FileNotFoundError:
        return None, ""
    except (OSError, ValueError, OverflowError):
        return None, "timestamp.txt is not read as a time, so nothing counts as late by it."


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
