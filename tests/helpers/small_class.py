"""A class of three on two small lessons, taken through the real commands."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from helpers.small_course import MLE, as_bytes, environment

LESSONS = Path(__file__).parent / "class_course" / "lessons"
NUMBERS, WORDS = "191_numbers", "391_words"
PARTS = {NUMBERS: "1_coding", WORDS: "3_system_design"}
SOLVED = {
    "double": "def double(n):\n    return 2 * n",
    "sign": "def sign(n):\n    return (n > 0) - (n < 0)",
    "greet": "def greet(name):\n    return f'Hello {name}'",
}
NO_ZERO = {**SOLVED, "sign": "def sign(n):\n    return 1 if n >= 0 else -1"}


class SmallClass:
    """A cohort's folder, and ``mle`` in it. ``lessons`` are those of the course."""

    def __init__(self, root: Path, lessons: Path = LESSONS) -> None:
        self.root, self.lessons = root, lessons

    def run(self, *words: str, python: list[str] = MLE) -> subprocess.CompletedProcess:
        """What a command said."""
        return subprocess.run(
            [*python, *words], cwd=self.root, env=os.environ | environment(self.lessons),
            capture_output=True, text=True, timeout=180, stdin=subprocess.DEVNULL,
        )  # fmt: skip

    def mle(self, *words: str) -> str:
        """What ``mle cohort`` printed; it must succeed."""
        ran = self.run("cohort", *words)
        assert ran.returncode == 0, ran.stdout + ran.stderr
        return ran.stdout

    def refused(self, *words: str) -> str:
        """What ``mle cohort`` said of bad input: one line on standard error."""
        ran = self.run("cohort", *words)
        assert ran.returncode == 2, ran.stdout + ran.stderr
        assert "Traceback" not in ran.stderr and len(ran.stderr.splitlines()) == 1, ran.stderr
        return ran.stderr.strip()

    def hand_in(self, student: str, assignment: str, lesson: str, **answers: str) -> None:
        """Hand in a lesson with these answers, by the name of the cell."""
        notebook = json.loads(self.released(assignment, lesson))
        for cell in notebook["cells"]:
            cell["source"] = answers.get(cell["id"], cell["source"])
        target = self.root / "submitted" / student / assignment / f"{lesson}.ipynb"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(as_bytes(notebook))

    def released(self, assignment: str, lesson: str) -> bytes:
        """The file that students got."""
        return (self.root / "release" / assignment / f"{lesson}.ipynb").read_bytes()

    def gradebook_bytes(self) -> bytes:
        """The file of the gradebook."""
        return (self.root / "gradebook.db").read_bytes()

    def gradebook(self) -> Any:
        """nbgrader's gradebook, to be used in a with statement."""
        from nbgrader.api import Gradebook

        return Gradebook(f"sqlite:///{self.root}/gradebook.db", self.root.name)


DUE, LATER = "2027-02-01T18:00+00:00", "2027-02-03T18:00+00:00"


def week1(root: Path) -> SmallClass:
    """A class with an assignment of lessons of two parts: two handed it in, one of them a part."""
    made = new_class(root)
    made.mle("assign", "week1", "191", "words", "--due", DUE)
    made.mle("release", "week1")
    made.hand_in("ada", "week1", NUMBERS, **SOLVED)
    made.hand_in("ada", "week1", WORDS, **SOLVED)
    made.hand_in("bela", "week1", NUMBERS, **NO_ZERO)
    return made


def copied(made: SmallClass, root: Path) -> SmallClass:
    """A copy of a class under another path."""
    shutil.copytree(made.root, root)
    (root / ".mle" / "gradebook.json").unlink(missing_ok=True)
    return SmallClass(root, made.lessons)


def new_class(root: Path, lessons: Path = LESSONS) -> SmallClass:
    """A cohort without assignments."""
    made = SmallClass(root, lessons)
    root.mkdir(parents=True)
    made.mle("init", ".")
    return made
