"""What is graded, and what came of it: bytes in, plain results out."""

from __future__ import annotations

import functools
import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from autograder.core.dependencies import fingerprint
from autograder.core.reports import Report
from autograder.lessons import find_path, load

from .sandbox.submission_limits import Limits

HERE = Path(__file__).parent
STUDENTS_SIDE = sorted((HERE / "inside").glob("*.py"))
"""What is started as a program of its own, and so imported by nothing here."""


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
    return fingerprint([HERE / "grading.py", *STUDENTS_SIDE, *checks])


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
