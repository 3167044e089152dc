"""Ask a submission's answers, each in a session that can be believed, or from outside."""

from __future__ import annotations

import contextlib
import functools
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from autograder.core.bank import Solution
from autograder.core.exercise import Exercise
from autograder.core.grade import grade
from autograder.core.limit import TimeUp, time_limit
from autograder.core.reports import Report, Verdict
from autograder.lessons import bank

from .outside import timed
from .reading.measure import doubt
from .reading.repair import role_of, source_of
from .reading.source import hides_names, lent, needed
from .remote import RemoteAnswer, Unmeasured
from .sandbox.allowance import Allowance
from .session import CodeCell, Session
from .submission import Submission

FOR_SQL = ("from autograder.judge import sql",)
GRADERS_SECONDS = 120
"""What the grader's own work on a submission may take beyond the submission's time: a fair share
for each exercise, and as much again before all of it is given up."""
PEERS_SECONDS = 60
"""What a solution of the bank may take that answers are timed against."""


class Asking:
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
            return failed(exercise, "Checking what it gave back took too long.")
        except Exception as error:
            notes.append(
                f"{exercise.name} could not be checked: the check itself raised "
                f"{type(error).__name__}: {error}"[:300]
            )
            return failed(exercise, "The check couldn't handle what this returned.")

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
        hides = exercise.without and hides_names([cell.source for cell in self._cells])
        trusted = {"which names it uses"} if hides else set()
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


def failed(exercise: Exercise, text: str) -> Report:
    """The report of an exercise that was given up; ``text`` says why."""
    verdicts = [Verdict(group.name, 0, group.points, text) for group in exercise.groups]
    return Report(exercise.name, exercise.points, verdicts, text)


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
