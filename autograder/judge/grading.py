"""Grade one submission: bytes in, plain results out. A pure function but for the time it takes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from ..check import grade, missing
from ..checks import load
from ..exercise import Report, Verdict
from . import sandbox
from .repair import repair, role_of, source_of
from .sandbox import Limits
from .session import CodeCell, RemoteAnswer, Session

PACKAGE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Submission:
    """What is graded, and against what. ``release`` is the notebook that was handed out."""

    content: bytes
    release: bytes
    lesson: str
    seed: int = 0
    limits: Limits = field(default_factory=Limits)
    sandboxed: bool = True

    def key(self) -> str:
        """A hash of everything that the result depends on."""
        parts = [self.content, self.release, self.lesson, self.seed, self.sandboxed]
        text = json.dumps([hashlib.sha256(_bytes(part)).hexdigest() for part in parts])
        settings = json.dumps(asdict(self.limits), sort_keys=True)
        return hashlib.sha256((text + settings + engine_hash()).encode()).hexdigest()


def _bytes(part: Any) -> bytes:
    return part if isinstance(part, bytes) else str(part).encode()


def engine_hash() -> str:
    """A hash of the checks and of the code that runs them."""
    digest = hashlib.sha256()
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.parts[-2] not in ("site", "study", "cohort") and "lessons" not in path.parts:
            digest.update(path.read_bytes())
    return digest.hexdigest()


@dataclass
class Judged:
    """The marks of one submission. ``status`` is '' or why it could not be run to its end.

    ``printed`` holds the text output of each cell by id, ``notes`` sentences for the instructor.
    """

    lesson: str
    reports: dict[str, Report]
    status: str = ""
    printed: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    tier: str = ""

    @property
    def earned(self) -> float:
        return sum(report.earned for report in self.reports.values())

    @property
    def points(self) -> float:
        return sum(report.points for report in self.reports.values())

    def to_json(self) -> str:
        """The result as text, for the cache."""
        reports = {name: asdict(report) for name, report in self.reports.items()}
        return json.dumps({**self.__dict__, "reports": reports}, indent=1)

    @classmethod
    def from_json(cls, text: str) -> Judged:
        """The result that `to_json` wrote."""
        fields = json.loads(text)
        fields["reports"] = {
            name: Report(**{**report, "verdicts": [Verdict(**v) for v in report["verdicts"]]})
            for name, report in fields["reports"].items()
        }
        return cls(**fields)


def judge(submission: Submission) -> Judged:
    """Run the submission in a sandbox and grade every exercise of its lesson."""
    exercises = load(submission.lesson)
    tier = sandbox.require_tier(unsafe=not submission.sandboxed).name
    release = json.loads(submission.release)
    repaired = repair(submission.content, release)
    if repaired.unreadable:
        nothing = {name: missing(exercise) for name, exercise in exercises.items()}
        return Judged(
            submission.lesson, nothing, repaired.unreadable, {}, repaired.notes, tier
        )
    cells = cells_to_run(repaired.notebook["cells"], release["cells"])
    with Session(cells, submission.limits, submission.sandboxed) as session:
        reports = {
            name: grade(exercise, RemoteAnswer(name, session), submission.seed)
            for name, exercise in exercises.items()
        }
    printed = {
        cell: "".join([ran.printed, f"\n{ran.trouble.text}" if ran.trouble else ""]).strip("\n")
        for cell, ran in session.ran.items()
    }
    stopped = [f"cell {cell} {ran.status}" for cell, ran in session.ran.items() if ran.status]
    return Judged(
        submission.lesson, reports, "; ".join(stopped), printed, repaired.notes, tier
    )


def cells_to_run(
    repaired: Sequence[Mapping[str, Any]], released: Sequence[Mapping[str, Any]]
) -> list[CodeCell]:
    """The code cells to run: all but checks, and examples of the course left as they are."""
    originals = {cell["id"]: cell for cell in released}
    cells = []
    for cell in repaired:
        source, role = source_of(cell), role_of(cell)
        if cell["cell_type"] != "code" or not source.strip() or role == "check":
            continue
        original = originals.get(cell["id"])
        untouched = original is not None and source == source_of(original)
        if not untouched or role in ("given", "exercise"):
            cells.append(CodeCell(cell["id"], source))
    return cells
