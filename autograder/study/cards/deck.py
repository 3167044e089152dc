"""Find the cards in the text of the lessons: nothing is written a second time for them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from autograder.core.notebooks import Unreadable

from ..course import course_folder
from ..files import StudyError, read_notebook
from ..workspace import course_lessons

Kind = Literal["follow-up", "error", "probe", "say it"]
_HEADING = re.compile(r"^## +(.+?) *$", re.MULTILINE)
_FOLDED = re.compile(r"<details>\s*<summary>(.*?)</summary>(.*?)</details>", re.DOTALL)
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
_ROW = re.compile(r"^\|(.+)\|\s*$", re.MULTILINE)
_CLAIM = re.compile(r"^\*\*\d+\.|^### ")
_RIGHT = re.compile(r"\*\*(?:Correct|Right is):?\*\*:? *")
_ANSWERS = ("answer", "an answer")
_SENTENCE = re.compile(r"(?<=[.?!])[*\"”]{0,3}(?=\s|$)")


@dataclass(frozen=True)
class Flashcard:
    """A question and its answer, in Markdown. ``id`` is the same as long as the question is."""

    id: str
    lesson: str
    part: str
    title: str
    kind: Kind
    front: str
    back: str

    @property
    def number(self) -> int:
        """The id as a number below 2**60."""
        return int(hashlib.sha256(self.id.encode()).hexdigest()[:15], 16)


def cards_of_course(course: Path | None = None) -> list[Flashcard]:
    """The cards of all lessons, in the order of the course. Raises `StudyError`."""
    folder = course or course_folder()
    return [card for lesson in course_lessons(folder) for card in _cards_in(folder / lesson)]


def _cards_in(path: Path) -> list[Flashcard]:
    try:
        notebook = read_notebook(path)
    except (OSError, Unreadable) as error:
        raise StudyError(f"{path} can't be read ({error}). Install the course again.") from error
    texts = ["".join(c["source"]) for c in notebook["cells"] if c["cell_type"] == "markdown"]
    whole = "\n\n".join(texts)
    title = _TITLE.search(whole)
    label = f"{path.stem.partition('_')[0]} {title[1].strip() if title else path.stem}"
    cards: dict[str, Flashcard] = {}
    for heading, text in _sections(whole):
        for kind, front, back in _found(heading, text, label):
            asked = " ".join(re.findall(r"\w+", front.lower()))
            digest = hashlib.sha256(asked.encode()).hexdigest()[:10]
            name = f"{path.stem}/{kind}/{digest}"
            card = Flashcard(name, path.stem, path.parent.name, label, kind, front, back)
            cards.setdefault(name, card)
    return list(cards.values())


def _sections(text: str) -> Iterator[tuple[str, str]]:
    """The sections of a lesson: heading and text."""
    heads = list(_HEADING.finditer(text))
    for head, after in zip(heads, [*heads[1:], None]):
        yield head[1], text[head.end() : after.start() if after else len(text)]


def _found(heading: str, text: str, label: str) -> Iterator[tuple[Kind, str, str]]:
    if heading == "Follow-ups to expect":
        yield from (("follow-up", front, back) for front, back in _folded(text))
    elif heading == "Say it in 60 seconds":
        spoken = "\n".join(line.removeprefix(">").strip() for line in text.strip().splitlines())
        yield "say it", f"Say it in 60 seconds: **{label}**", spoken.strip()
    elif heading == "Probes to expect":
        yield from (("probe", front, back) for front, back in _probes(text))
    elif heading == "Spot the error":
        yield from (("error", front, back) for front, back in _errors(text))


def _folded(text: str) -> Iterator[tuple[str, str]]:
    """Folded answers. The question is the summary, or what stands in bold above it."""
    end = 0
    for match in _FOLDED.finditer(text):
        above, end = text[end : match.start()].strip(), match.end()
        asked = match[1].strip()
        if asked.lower().rstrip(".") in _ANSWERS:
            bold = re.findall(r"\*\*(.+?)\*\*", above, re.DOTALL)
            asked = " ".join(bold[-1].split()) if bold else ""
        if asked and match[2].strip():
            yield asked, match[2].strip()


def _probes(text: str) -> Iterator[tuple[str, str]]:
    """The rows of a table of probes: what is asked, what it tests, what to have ready."""
    rows = [[cell.strip() for cell in row.split(" | ")] for row in _ROW.findall(text)]
    if len(rows) < 3 or len(rows[0]) != 3:
        return
    _, tests, ready = rows[0]
    for row in rows[2:]:
        if len(row) == 3:
            asked, tested, wanted = row
            yield asked, f"*{tests}*: {tested}\n\n*{ready}*: {wanted}"


def _errors(text: str) -> Iterator[tuple[str, str]]:
    """What a guide says, and what is right.

    Of the claim, only the first sentence is asked: the others lead over to a cell that shows it.
    """
    paragraphs = [each.strip() for each in re.split(r"\n\s*\n", text) if each.strip()]
    claim = ""
    for paragraph in paragraphs:
        right = _RIGHT.search(paragraph)
        if _CLAIM.match(paragraph):
            claim = paragraph[: right.start()] if right else paragraph
        elif claim.startswith("### ") and not right and "\n" not in claim:
            claim = f"{claim}\n{paragraph}"
        if claim and right:
            yield f"What is wrong here? {_first_sentence(claim)}", paragraph[right.end() :].strip()
            claim = ""


def _first_sentence(claim: str) -> str:
    text = re.sub(r"^### .*\n?", "", claim)
    text = re.sub(r"^\*\*\d+\.\*\* *|(?<=\*\*)\d+\. *", "", " ".join(text.split()), count=1)
    end = _SENTENCE.search(text)
    return text[: end.end()] if end else text.rstrip(":")


def chosen(cards: Sequence[Flashcard], lesson: str) -> list[Flashcard]:
    """The cards of one lesson."""
    return [card for card in cards if card.lesson == lesson]
