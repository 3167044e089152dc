"""Which of several files handed in for the same lesson is graded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .repair import Repaired, repair, role_of


def choose(files: Sequence[tuple[str, bytes]], lesson: str, release: Mapping[str, Any]) -> Repaired:
    """The repaired notebook of the file with most answers, the first of equals, with notes.

    ``files`` are names, '' for the lesson's own, and contents.
    """
    notebooks = [repair(content, release) for _, content in files]
    written = [_answers(each, release) for each in notebooks]
    at = max(range(len(files)), key=lambda i: (not notebooks[i].unreadable, written[i], -i))
    names = [name or f"{lesson}.ipynb" for name, _ in files]
    chosen = notebooks[at]
    if names[at] != f"{lesson}.ipynb":
        chosen.notes.append(f"The file was called {names[at][:80]}; it was taken for this lesson.")
    for i, (_, content) in enumerate(files):
        if i != at and content != files[at][1]:
            what = f"{written[i]} answers in it" if written[i] else "nothing written in it"
            chosen.notes.append(
                f"{names[i][:80]} was handed in as well, with {what}; it was not graded."
            )
    return chosen


def _answers(repaired: Repaired, release: Mapping[str, Any]) -> int:
    """How many answer cells differ from those that were handed out."""
    blank = {cell["id"]: "".join(cell["source"]) for cell in release["cells"]}
    return sum(
        role_of(cell) in ("exercise", "essay") and cell["source"] != blank[cell["id"]]
        for cell in repaired.notebook["cells"]
    )
