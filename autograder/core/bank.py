"""The bank of an exercise: right and wrong solutions, as other people would write them.

A bank is text that is never imported: a py:percent file, a cell per solution. A solution that
differs little from another one is written as edits of it::

    # %% right="two rows"
    def is_match(s, p): ...

    # %% wrong="row 0 is all false" caught_by="empty text" of="two rows"
    #-         row[j + 1] = p[j] == "*" and row[j - 1]
    #+         pass
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from .errors import LessonError

_MARKER = re.compile(r"^# %%(.*)$", re.MULTILINE)
_WORDS = re.compile(r'\s*(\w+)="((?:[^"\\]|\\.)*)"')


@dataclass(frozen=True)
class Solution:
    """The text of an answer cell. ``caught_by`` is the group that must catch a wrong one."""

    name: str
    source: str
    caught_by: str = ""

    @property
    def is_wrong(self) -> bool:
        return bool(self.caught_by)


@dataclass(frozen=True)
class Bank:
    """The solutions of one exercise, in the order of its file."""

    solutions: Sequence[Solution] = ()

    @property
    def right(self) -> list[Solution]:
        return [solution for solution in self.solutions if not solution.is_wrong]

    @property
    def wrong(self) -> list[Solution]:
        return [solution for solution in self.solutions if solution.is_wrong]

    def __getitem__(self, name: str) -> Solution:
        """The solution of this name; raises KeyError."""
        for solution in self.solutions:
            if solution.name == name:
                return solution
        raise KeyError(name)


@dataclass(frozen=True)
class _Entry:
    """A cell of a bank, before its edits are applied."""

    name: str
    caught_by: str
    of: str
    body: str


def read_bank(text: str, elsewhere: Callable[[str], str]) -> Bank:
    """The bank that a file's text holds; raises `LessonError`.

    ``elsewhere(name)`` is the source of a solution that ``of=`` names and this file lacks; it
    raises KeyError where there is none.
    """
    entries = list(_entries(text))
    names = [entry.name for entry in entries]
    for name in names:
        if names.count(name) > 1:
            raise LessonError(f"two solutions are called {name!r}")
    whole = {entry.name: entry.body for entry in entries if not entry.of}
    solutions = []
    for entry in entries:
        source = entry.body
        if entry.of:
            try:
                base = whole[entry.of] if entry.of in whole else elsewhere(entry.of)
            except KeyError:
                message = f"{entry.name!r} is an edit of {entry.of!r}, which is no whole solution"
                raise LessonError(message) from None
            source = edited(base, entry.body, entry.name)
        solutions.append(Solution(entry.name, source, entry.caught_by))
    return Bank(tuple(solutions))


def whole_solutions(text: str) -> dict[str, str]:
    """The solutions that are written out, by name: those that ``of=`` may name."""
    return {entry.name: entry.body for entry in _entries(text) if not entry.of}


def edited(base: str, edits: str, name: str) -> str:
    """``base`` with whole lines taken out and put in; raises `LessonError`.

    Lines that begin with ``#-`` are taken out, lines that begin with ``#+`` stand there instead;
    a line ``#`` ends an edit. What is taken out must occur exactly once.
    """
    text = f"\n{base}\n"
    for old, new in _edits(edits, name):
        before = "".join(f"\n{line}" for line in old) + "\n"
        if (count := text.count(before)) != 1:
            raise LessonError(f"{name!r} edits lines that occur {count} times:{before.rstrip()}")
        text = text.replace(before, "".join(f"\n{line}" for line in new) + "\n")
    return text[1:-1]


def _edits(text: str, name: str) -> Iterator[tuple[list[str], list[str]]]:
    old: list[str] = []
    new: list[str] = []
    for line in [*text.split("\n"), "#"]:
        if line.startswith("#-") and not new:
            old.append(line[3:])
        elif line.startswith("#+"):
            new.append(line[3:])
        elif line == "#" and old:
            yield old, new
            old, new = [], []
        else:
            message = f"{name!r} is an edit, whose lines begin with '#-', '#+' or '#', not {line!r}"
            raise LessonError(message)


def _entries(text: str) -> Iterator[_Entry]:
    markers = list(_MARKER.finditer(text))
    if text[: markers[0].start()].strip() if markers else text.strip():
        raise LessonError("a bank begins with a marker, such as '# %% right=\"...\"'")
    for marker, after in zip(markers, [*markers[1:], None]):
        words = _words(marker[1])
        body = text[marker.end() : after.start() if after else None].strip("\n")
        name = words.get("wrong") or words["right"]
        yield _Entry(name, words.get("caught_by", ""), words.get("of", ""), body)


def _words(line: str) -> dict[str, str]:
    words: dict[str, str] = {}
    at = 0
    while match := _WORDS.match(line, at):
        words[match[1]] = re.sub(r"\\(.)", r"\1", match[2])
        at = match.end()
    wrong = "wrong" in words
    allowed = {"wrong", "caught_by", "of"} if wrong else {"right", "of"}
    if line[at:].strip() or not set(words) <= allowed or wrong != bool(words.get("caught_by")):
        raise LessonError(f"a marker of a bank says right= or wrong= and caught_by=, not{line}")
    if not words.get("wrong" if wrong else "right"):
        raise LessonError(f"a solution has no name:{line}")
    return words
