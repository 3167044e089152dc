"""Grade one submission: bytes in, plain results out. A pure function but for the time it takes."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from autograder.core.bank import Solution
from autograder.core.dependencies import fingerprint
from autograder.core.exercise import Exercise
from autograder.core.grade import grade
from autograder.core.limit import TimeUp, time_limit
from autograder.core.reports import Report, Verdict
from autograder.lessons import bank, find_path, load
from autograder.trying.drawing import without_shrinking

from .outside import timed
from .reading.choice import choose
from .reading.measure import doubt
from .reading.repair import Repaired, clean, role_of, source_of
from .reading.source import forgotten, imports, lent, needed
from .remote import RemoteAnswer, Unmeasured
from .sandbox.allowance import Allowance
from .sandbox.launch import require_imports
from .sandbox.submission_limits import Limits
from .session import BROKEN, MEMORY, NOT_RUN, OWN_END, PROCESSES, TIMED_OUT, CodeCell, Session

STUDENTS_SIDE = sorted((Path(__file__).parent / "inside").glob("*.py"))
"""What is started as a program of its own, and so imported by nothing here."""
FOR_SQL = ("from autograder.judge import sql",)
READING_SECONDS = 60
"""What bringing a notebook back to its form may take."""
GRADERS_SECONDS = 120
"""What the grader's own work on a submission may take beyond the submission's time: a fair share
for each exercise, and as much again before all of it is given up."""

PEERS_SECONDS = 60
"""What a solution of the bank may take that answers are timed against."""


@dataclass(frozen=True)
class Submission:
    """What is graded, and against what. ``release`` is the notebook that was handed out.

    ``name`` is '' or the name of the file where it is not the lesson's; ``others`` are further
    files for the lesson, by their name: the one with most answers is graded. ``problem`` says why
    no file could be taken, ``version`` which version of the course
    must grade (`course_version`; '' for any). Only with ``explain`` is a counterexample that was
    drawn made small, which takes time and is nothing that a cohort is shown.
    """

    content: bytes
    release: bytes
    lesson: str
    seed: int = 0
    limits: Limits = field(default_factory=Limits)
    sandboxed: bool = True
    name: str = ""
    others: tuple[tuple[str, bytes], ...] = ()
    problem: str = ""
    version: str = ""
    explain: bool = True

    def key(self) -> str:
        """A hash of everything that the result depends on."""
        parts: list[Any] = [
            self.content,
            self.release,
            self.lesson,
            self.seed,
            self.sandboxed,
            self.problem,
        ]
        parts += [self.name, *(part for file in self.others for part in file)]
        text = json.dumps([hashlib.sha256(_bytes(part)).hexdigest() for part in parts])
        settings = json.dumps(asdict(self.limits), sort_keys=True)
        return hashlib.sha256((text + settings + course_version(self.lesson)).encode()).hexdigest()


def _bytes(part: Any) -> bytes:
    return part if isinstance(part, bytes) else str(part).encode()


@functools.cache
def course_version(lesson: str) -> str:
    """A hash of the lesson's checks and of the code that runs them."""
    checks = [find_path(lesson) / "checks.py"] if load(lesson) else []
    return fingerprint([Path(__file__), *STUDENTS_SIDE, *checks])


class OtherVersion(RuntimeError):
    """The machine that should grade has another version of the course."""


@dataclass
class Judged:
    """The marks of one submission. ``status`` is '' or what was stopped and why.

    ``sentences`` say the same to the student; ``printed`` holds the text output of each cell by
    id, ``notes`` sentences for the instructor, ``tier`` the protection in which it ran, and
    ``processor`` the processor seconds that it took there. ``cells`` are those of the repaired
    notebook, a cell as it was handed out by its id; ``changed`` are the ids of Markdown cells
    whose text is the student's.
    """

    lesson: str
    reports: dict[str, Report]
    status: str = ""
    printed: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)
    tier: str = ""
    processor: float = 0.0
    cells: list[str | dict[str, Any]] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)

    @property
    def earned(self) -> float:
        return sum(report.earned for report in self.reports.values())

    @property
    def points(self) -> float:
        return sum(report.points for report in self.reports.values())

    def to_json(self) -> str:
        """The result as text, for the store."""
        reports = {name: asdict(report) for name, report in self.reports.items()}
        return json.dumps({**self.__dict__, "reports": reports}, indent=1)

    @classmethod
    def from_json(cls, text: str) -> Judged:
        """The result that `to_json` wrote."""
        fields = json.loads(text)
        fields["reports"] = {
            name: Report.from_fields(report) for name, report in fields["reports"].items()
        }
        return cls(**fields)


_ONE_AT_A_TIME = threading.Lock()


def judge(submission: Submission) -> Judged:
    """Run the submission in a sandbox and grade every exercise of its lesson.

    Raises `sandbox.NoSandbox` or `OtherVersion`; nothing that a submission does raises.
    """
    if submission.version and submission.version != course_version(submission.lesson):
        raise OtherVersion(
            "A worker has another version of the course than this machine. Install the same one."
        )
    # Threads of one process would share the databases that the checks keep open.
    quick = contextlib.nullcontext() if submission.explain else without_shrinking()
    with _ONE_AT_A_TIME, quick, forgotten():
        release = json.loads(submission.release)
        files = [(submission.name, submission.content), *submission.others]
        try:
            with time_limit(READING_SECONDS, again=5):
                repaired = choose(files, submission.lesson, release)
        except TimeUp:
            cells = [{**cell, "source": source_of(cell)} for cell in release["cells"]]
            why = "timed out: reading the notebook took too long"
            repaired = Repaired({"cells": cells}, unreadable=why)
        judged = _judge(submission, release, repaired)
        judged.cells = _compact(repaired.notebook["cells"], release["cells"])
        judged.changed = sorted(repaired.changed)
        return judged


def _judge(submission: Submission, release: Mapping[str, Any], repaired: Repaired) -> Judged:
    exercises = load(submission.lesson)
    problem = submission.problem or repaired.unreadable
    if problem:
        return _nothing(submission.lesson, exercises, problem, repaired.notes)
    require_imports(submission.sandboxed)
    seconds = submission.limits.submission_seconds + 2 * GRADERS_SECONDS
    try:
        with time_limit(seconds, again=5):
            return _run(submission, exercises, release, repaired)
    except TimeUp:
        text = "timed out: checking what it gave back took too long"
        return _nothing(submission.lesson, exercises, text, repaired.notes)


def _compact(
    cells: Sequence[Mapping[str, Any]], released: Sequence[Mapping[str, Any]]
) -> list[str | dict[str, Any]]:
    """Cells, with the id in place of one that is as it was handed out."""
    blank = {cell["id"]: {**cell, "source": source_of(cell)} for cell in released}
    return [cell["id"] if cell == blank.get(cell["id"]) else dict(cell) for cell in cells]


def _nothing(
    lesson: str, exercises: Mapping[str, Exercise], status: str, notes: list[str]
) -> Judged:
    sentence = f"Nothing in this notebook could be graded: {status}."
    reports = {name: _failed(exercise, sentence) for name, exercise in exercises.items()}
    return Judged(lesson, reports, status, {}, notes, [sentence], "not run")


def _failed(exercise: Exercise, text: str) -> Report:
    verdicts = [Verdict(group.name, 0, group.points, text) for group in exercise.groups]
    return Report(exercise.name, exercise.points, verdicts, text)


def _run(
    submission: Submission,
    exercises: Mapping[str, Exercise],
    release: Mapping[str, Any],
    repaired: Repaired,
) -> Judged:
    cells, given = cells_to_run(repaired.notebook["cells"], release["cells"])
    notes = list(repaired.notes)
    reports = {}
    with contextlib.ExitStack() as stack:
        handed_out, _ = cells_to_run(release["cells"], release["cells"])
        common = imports([cell.source for cell in handed_out])
        asking = _Asking(submission, list(exercises), cells, given, common, stack)
        for place, (name, exercise) in enumerate(exercises.items()):
            share = asking.total.left() / (len(exercises) - place)
            reports[name] = _cleaned(asking.grade(exercise, share, notes))
    whole = asking.whole
    stopped = {f"cell {cell}": ran.status for cell, ran in whole.ran.items() if ran.status}
    stopped |= {f"exercise {name}": why for name, why in asking.stopped.items()}
    printed = {cell: _printed(ran) for cell, ran in whole.ran.items()}
    return Judged(
        submission.lesson,
        reports,
        "; ".join(f"{where}: {why}" for where, why in stopped.items()),
        {cell: text for cell, text in printed.items() if text},
        [clean(note) for note in notes],
        [_sentence(where, why, submission.limits) for where, why in stopped.items()],
        "bubblewrap" if submission.sandboxed else "none",
        asking.processor(),
    )


class _Asking:
    """Grades the exercises of one submission, each in a session that can be believed.

    ``whole`` runs all cells. Where their text is in doubt (`measure.doubt`), answers of which
    something is measured are asked in a session that runs no cell but those they need.
    """

    def __init__(
        self,
        submission: Submission,
        names: Sequence[str],
        cells: Sequence[CodeCell],
        given: Sequence[str],
        imports: Sequence[str],
        stack: contextlib.ExitStack,
    ) -> None:
        self._submission = submission
        self._names = names
        self._cells = cells
        self._given = given
        self._imports = imports
        self._stack = stack
        self._sessions: dict[tuple[CodeCell, ...], Session] = {}
        self._sql: Session | None = None
        self.total = Allowance(submission.limits.submission_seconds, self.processor)
        self._doubts: dict[tuple[CodeCell, ...], str] = {}
        self.whole = self._session(cells)

    @property
    def stopped(self) -> dict[str, str]:
        """The exercises that had to be stopped, and why."""
        return {name: why for session in self._all() for name, why in session.stopped.items()}

    def processor(self) -> float:
        """The processor seconds of all sessions."""
        return sum(session.processor() for session in self._all())

    def _all(self) -> list[Session]:
        return [*self._sessions.values(), *([self._sql] if self._sql else [])]

    def grade(self, exercise: Exercise, seconds: float, notes: list[str]) -> Report:
        """The report of one exercise, which may take ``seconds``."""
        own = GRADERS_SECONDS / len(self._names)
        try:
            with time_limit(seconds + own, again=5):
                return self._grade(exercise, seconds, notes)
        except TimeUp:
            for session in self._all():
                session.restart()
            notes.append(f"{exercise.name} was given up: checking what it gave back took too long.")
            return _failed(exercise, "Checking what it gave back took too long.")
        except Exception as error:
            notes.append(
                f"{exercise.name} could not be checked: the check itself raised "
                f"{type(error).__name__}: {error}"[:300]
            )
            return _failed(exercise, "The check couldn't handle what this returned.")

    def _grade(self, exercise: Exercise, seconds: float, notes: list[str]) -> Report:
        doubted = self._doubt(tuple(self._cells))
        if not (exercise.without and doubted):
            with contextlib.suppress(Unmeasured):
                return self._ask(exercise, self.whole, seconds, "" if doubted else None)
        return self._grade_apart(exercise, seconds, notes)

    def _grade_apart(self, exercise: Exercise, seconds: float, notes: list[str]) -> Report:
        """In a session that can be believed, or measured from outside.

        No word in a text costs an honest answer its points. What nobody outside can know is
        taken on trust, and the instructor is told.
        """
        apart: Report | None = None
        for names in (self._names, [exercise.name]):
            cells = self._needed(names)
            reason = self._doubt(cells)
            if not reason:
                apart = self._ask(exercise, self._session(cells), seconds, None)
                break
        if apart and apart.earned == apart.points:
            return apart
        # What an answer needs may be bound where reading can't see it.
        reason = self._doubt(tuple(self._cells))
        trusted = {"which names it uses"} if exercise.without else set()
        report = self._ask(exercise, self.whole, seconds, reason, trusted)
        if apart and apart.earned >= report.earned:
            return apart
        if trusted and report.earned:
            notes.append(
                f"{exercise.name}: {reason}, so these were taken on trust: "
                f"{', '.join(sorted(trusted))}. Read that cell if the points matter."
            )
        return report

    def _ask(
        self,
        exercise: Exercise,
        session: Session,
        seconds: float,
        doubt: str | None,
        trusted: set[str] | None = None,
    ) -> Report:
        session.begin(seconds)

        @functools.cache
        def for_sql() -> Session:
            if self._sql is None:
                self._sql = self._started([], FOR_SQL, stays=True)
            self._sql.begin(seconds)
            return self._sql

        name = exercise.name
        answer = RemoteAnswer(name, session, doubt=doubt, for_sql=for_sql, trusted=trusted)
        if doubt:
            exercise = timed(exercise, functools.partial(self._peer, name))
        return grade(exercise, answer, self._submission.seed)

    @contextlib.contextmanager
    def _peer(self, name: str, solution: Solution) -> Iterator[RemoteAnswer]:
        """An answer of the bank in the notebook that was handed out, all others being right."""
        release = json.loads(self._submission.release)["cells"]
        answers = {other: bank(other).right for other in self._names if other != name}
        sources = {other: right[0].source for other, right in answers.items() if right}
        sources[name] = solution.source
        cells = [
            replace(cell, source=sources.get(cell.id, cell.source))
            for cell in cells_to_run(release, release)[0]
        ]
        settings = self._submission
        allowance = Allowance(PEERS_SECONDS)
        session = Session(cells, settings.limits, settings.sandboxed, allowance, self._imports)
        with session:
            session.begin(PEERS_SECONDS)
            yield RemoteAnswer(name, session)

    def _session(self, cells: Sequence[CodeCell]) -> Session:
        key = tuple(cells)
        if key not in self._sessions:
            self._sessions[key] = self._started(cells, self._imports)
        return self._sessions[key]

    def _started(
        self, cells: Sequence[CodeCell], imports: Sequence[str], *, stays: bool = False
    ) -> Session:
        settings = self._submission
        session = Session(cells, settings.limits, settings.sandboxed, self.total, imports, stays)
        return self._stack.enter_context(session)

    def _needed(self, names: Sequence[str]) -> tuple[CodeCell, ...]:
        """The cells that these answers need."""
        sources = [cell.source for cell in self._cells]
        places = needed(sources, names)
        return tuple(cell for place, cell in enumerate(self._cells) if place in places)

    def _doubt(self, cells: tuple[CodeCell, ...]) -> str:
        """What in these cells could reach what counts steps, '' for nothing."""
        if cells not in self._doubts:
            self._doubts[cells] = doubt([cell.source for cell in cells], self._given)
        return self._doubts[cells]


def cells_to_run(
    repaired: Sequence[Mapping[str, Any]], released: Sequence[Mapping[str, Any]]
) -> tuple[list[CodeCell], list[str]]:
    """The code cells to run, and the texts of those among them that are the course's own.

    Checks are not run, and neither are examples of the course that were left as they are, but for
    those that bind a name which another cell lacks: an answer may rest on what they import.
    """
    originals = {cell["id"]: cell for cell in released}
    cells: list[CodeCell] = []
    examples: list[CodeCell] = []
    given: list[str] = []
    places: dict[CodeCell, int] = {}
    for place, cell in enumerate(repaired):
        known = CodeCell(str(cell.get("id", "")), source_of(cell))
        is_check = role_of(cell) == "check"
        if cell.get("cell_type") != "code" or not known.source.strip() or is_check:
            continue
        places[known] = place
        original = originals.get(known.id, {})
        untouched = source_of(original) == known.source
        spared = untouched and role_of(original) not in ("given", "exercise")
        (examples if spared else cells).append(known)
        if untouched:
            given.append(known.source)
    for at in lent([cell.source for cell in cells], [cell.source for cell in examples]):
        cells.append(examples[at])
    return sorted(cells, key=places.__getitem__), given


def _printed(ran: Any) -> str:
    trouble = ran.trouble
    said = f"{trouble.text} ({trouble.line})" if trouble and trouble.line else ""
    said = said or (trouble.text if trouble else f"[{ran.ended}]" if ran.ended else "")
    return clean("\n".join(filter(None, [ran.printed.rstrip("\n"), said])))


def _cleaned(report: Report) -> Report:
    """The report with texts that can be stored: parts of them are the student's."""
    fields = json.loads(json.dumps(asdict(report)), object_hook=_clean_values)
    return Report.from_fields(fields)


def _clean_values(mapping: dict[str, Any]) -> dict[str, Any]:
    return {key: clean(v) if isinstance(v, str) else v for key, v in mapping.items()}


def _sentence(where: str, why: str, limits: Limits) -> str:
    """Say to the student what was stopped and why."""
    kind, _, name = where.partition(" ")
    what = f"The cell {name}" if kind == "cell" else f"A call to {name}"
    if name.startswith("added-"):
        what = f"Cell number {int(name.removeprefix('added-')) + 1}"
    return {
        TIMED_OUT: f"{what} timed out.",
        MEMORY: f"{what} was stopped: it used more than {limits.memory} MiB of memory.",
        PROCESSES: f"{what} was stopped: it started more than {limits.processes} processes.",
        OWN_END: f"{what} ended the process, so it was skipped.",
        BROKEN: f"{what} interfered with the connection to the grader, so it was stopped.",
        NOT_RUN: f"{what} was not run, because the cells before it took too long.",
    }.get(why, f"{what} was stopped: {why}.")
