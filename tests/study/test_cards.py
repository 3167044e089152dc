"""``mle cards``: what becomes a card, reviews in a real terminal, and the deck for Anki."""

from __future__ import annotations

import json
import os
import re
import signal
import sqlite3
import sys
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from helpers.command import mle

from autograder import lessons
from autograder.authoring.lesson import read_lesson
from autograder.core.record import Check, append, record_path
from autograder.study.cards.anki import as_html
from autograder.study.cards.deck import Flashcard, cards_of_course
from autograder.study.cards.reviews import Memory, Review, add_review, path_of, read_reviews

pexpect = pytest.importorskip("pexpect")
posix = pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
NOW = datetime(2027, 1, 4, 19, tzinfo=UTC)
CARDS = cards_of_course()
CODE = "from autograder.cli import main; raise SystemExit(main())"


@pytest.fixture
def workspace(tmp_path) -> Path:
    (tmp_path / ".course").mkdir()
    return tmp_path


# What becomes a card.


@pytest.mark.parametrize("path", lessons.paths(), ids=lambda path: path.name)
def test_every_follow_up_of_a_lesson_is_a_card_with_its_own_words(path):
    """One truth: question and answer stand in the lesson's text, letter by letter."""
    text = "\n".join(cell.source for cell in read_lesson(path).cells)
    own = [card for card in CARDS if card.lesson == path.name]
    section = text.split("## Follow-ups to expect", 1)[1].split("\n## ", 1)[0]
    follow_ups = [card for card in own if card.kind == "follow-up"]
    assert len(follow_ups) == section.count("<details>") > 0
    assert [card.kind for card in own].count("say it") == 1
    plain = " ".join(text.split())
    for card in follow_ups:
        assert " ".join(card.front.split()) in plain, card.front
        assert " ".join(card.back.split()) in plain, card.back


def test_every_error_that_a_lesson_corrects_is_a_card():
    for path in lessons.paths():
        text = "\n".join(cell.source for cell in read_lesson(path).cells)
        section = re.search(r"^## Spot the error$(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
        own = [card for card in CARDS if (card.lesson, card.kind) == (path.name, "error")]
        if section:
            numbered = len(re.findall(r"^\*\*\d+\.|^### ", section[1], re.MULTILINE))
            assert len(own) == numbered, path.name


def test_ids_are_unique_and_stay_when_an_answer_changes():
    assert len({card.id for card in CARDS}) == len(CARDS)
    assert len({card.number for card in CARDS}) == len(CARDS)
    assert all("<details>" not in card.front + card.back for card in CARDS)
    assert all(card.front.strip() and card.back.strip() for card in CARDS)


# Reviews.


def test_a_card_that_is_remembered_comes_back_later_and_later():
    memory = Memory()
    time, gaps = NOW, []
    for _ in range(4):
        memory.add(Review(time, "a", 3))
        gaps.append((memory.due("a") - time).days)
        time = memory.due("a")
    assert gaps == sorted(gaps) and gaps[0] >= 1 and gaps[-1] > 10
    memory.add(Review(time, "a", 1))
    assert memory.due("a") - time < timedelta(hours=1)


def test_the_same_reviews_make_the_same_days():
    reviews = [Review(NOW + timedelta(days=n), "a", 3) for n in (0, 3, 9)]
    assert Memory(reviews).due("a") == Memory(reviews).due("a")


def test_foreign_and_torn_lines_lose_no_review(workspace):
    add_review(workspace, Review(NOW, "a", 3))
    with path_of(workspace).open("ab") as file:
        file.write(b'{"format": 9}\nnonsense\n' + Review(NOW, "b", 3).line()[:20])
    add_review(workspace, Review(NOW, "c", 4))
    reviewed = read_reviews(workspace)
    assert [review.card for review in reviewed.reviews] == ["a", "c"]
    assert reviewed.foreign == 3


# In a real terminal.


def begun(workspace: Path, lesson: str = "101_rotate_matrix") -> None:
    check = Check(datetime.now(UTC), lesson, "rotate", 7, 7)
    append(record_path(workspace), [check.line()])


class Terminal:
    """``mle cards`` in a pseudo-terminal of so many columns."""

    def __init__(self, workspace: Path, *words: str, columns: int = 80, begin=None) -> None:
        environment = {**os.environ, "TERM": "xterm", "COLUMNS": str(columns)}
        line = ["-c", CODE, "cards", "--workspace", str(workspace), *words]
        self.child = pexpect.spawn(
            sys.executable, line, env=environment, encoding="utf-8", timeout=40,
            dimensions=(24, columns), preexec_fn=begin,
        )  # fmt: skip

    def answer(self, rating: str) -> None:
        self.child.expect("show> ")
        self.child.sendline("")
        self.child.expect("rate> ")
        self.child.sendline(rating)

    def end(self) -> tuple[str, int]:
        self.child.expect(pexpect.EOF)
        self.child.close()
        return self.child.before, self.child.exitstatus


@posix
def test_a_session_goes_through_new_cards_and_forgotten_ones_come_back(workspace):
    begun(workspace)
    terminal = Terminal(workspace, "--new", "2")
    terminal.child.expect("2 cards")
    terminal.answer("1")
    terminal.child.expect("Comes back in this session")
    terminal.answer("good")
    terminal.child.expect("Comes back in|Comes back tomorrow")
    terminal.answer("3")
    said, status = terminal.end()
    assert "Done for today: 3 reviews" in said and status == 0
    reviews = read_reviews(workspace).reviews
    assert [review.rating for review in reviews] == [1, 3, 3]
    assert reviews[0].card == reviews[2].card
    again = Terminal(workspace, "--new", "2")
    said, status = again.end()
    assert "No card is due now" in said and status == 0


@posix
@pytest.mark.parametrize("way", ["q", "ctrl-c", "ctrl-d", "closed", "killed"])
def test_it_stops_at_any_moment_and_goes_on(workspace, way):
    begun(workspace)
    terminal = Terminal(workspace, "--new", "3")
    terminal.answer("3")
    terminal.child.expect("show> ")
    if way in ("closed", "killed"):
        terminal.child.kill(signal.SIGHUP if way == "closed" else signal.SIGKILL)
        terminal.child.close(force=True)
    else:
        if way == "q":
            terminal.child.sendline("q")
        else:
            terminal.child.sendintr() if way == "ctrl-c" else terminal.child.sendeof()
        said, status = terminal.end()
        assert "Paused after 1 review, all saved. 2 left" in said and status == 0
    assert len(read_reviews(workspace).reviews) == 1
    terminal = Terminal(workspace, "--new", "3")
    terminal.child.expect("2 cards")
    terminal.answer("4")
    terminal.answer("4")
    said, _ = terminal.end()
    assert "Done for today: 2 reviews" in said


@posix
def test_a_slip_of_the_finger_is_taken_back(workspace):
    begun(workspace)
    terminal = Terminal(workspace, "--new", "1")
    terminal.child.expect("show> ")
    terminal.child.sendline("u")
    terminal.child.expect("nothing to take back")
    terminal.answer("7")
    terminal.child.expect("Type a number from 1 to 4")
    terminal.child.expect("rate> ")
    terminal.child.sendline("1")
    terminal.child.expect("show> ")
    terminal.child.sendline("u")
    terminal.answer("4")
    said, _ = terminal.end()
    assert "Done for today: 1 review" in said
    assert [review.rating for review in read_reviews(workspace).reviews] == [4]


@posix
def test_forty_columns_are_enough(workspace):
    begun(workspace)
    terminal = Terminal(workspace, "--new", "1", columns=40)
    terminal.answer("3")
    said, status = terminal.end()
    assert status == 0
    plain = re.sub(r"\x1b\[[0-9;]*m", "", said)
    assert all(len(line.rstrip()) <= 40 for line in plain.replace("\r", "").split("\n"))


def _no_room() -> None:
    """As on a full disk: no file of this process may grow."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


@posix
def test_a_review_that_cannot_be_saved_is_said_at_once(workspace):
    begun(workspace)
    terminal = Terminal(workspace, "--new", "2", begin=_no_room)
    terminal.answer("3")
    said, status = terminal.end()
    assert status == 2
    assert "can't be saved" in said and "Traceback" not in said


@posix
def test_cards_are_of_lessons_that_were_begun_or_of_the_one_that_is_named(workspace):
    begun(workspace, "104_regex_matching")
    terminal = Terminal(workspace, "--new", "500")
    own = [card for card in CARDS if card.lesson == "104_regex_matching"]
    terminal.child.expect(f"{len(own)} cards")
    terminal.child.sendintr()
    terminal.end()
    terminal = Terminal(workspace, "401", "--new", "1")
    terminal.child.expect("401 Workflows")
    terminal.child.sendintr()
    terminal.end()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["cards"], "Cards are reviewed in a terminal"),
        (["cards", "--new", "many"], "from 0 to 1000"),
        (["cards", "1234"], 'No lesson is called "1234"'),
        (["cards", "--anki", "no/such\0folder"], "can't be written"),
    ],
)
def test_bad_input_is_a_sentence(words, said, tmp_path):
    if "\0" in words[-1]:
        (tmp_path / "file").write_text("")
        words = [*words[:-1], str(tmp_path / "file" / "deck.apkg")]
    done = mle(*words, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr and "Traceback" not in done.stderr


# Anki.


def notes(path: Path) -> dict[str, tuple[int, str]]:
    """The notes of a deck: by their guid, the type of note and the fields."""
    with zipfile.ZipFile(path) as archive:
        archive.extract("collection.anki2", path.parent)
    database = sqlite3.connect(path.parent / "collection.anki2")
    found = {g: (m, f) for g, m, f in database.execute("select guid, mid, flds from notes")}
    decks = json.loads(database.execute("select decks from col").fetchone()[0])
    database.close()
    return found | {name: (int(name), deck["name"]) for name, deck in decks.items()}


def test_a_deck_made_again_updates_the_notes_of_the_first(tmp_path):
    first, second = tmp_path / "a.apkg", tmp_path / "b.apkg"
    done = mle("cards", "--anki", str(first))
    assert done.returncode == 0 and f"{len(CARDS)} cards" in done.stdout
    assert mle("cards", "--anki", str(second)).returncode == 0
    assert notes(first) == notes(second)
    guids = [guid for guid in notes(first) if not guid.isdigit()]
    assert len(guids) == len(CARDS)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**bold** and `a < b`", "<p><strong>bold</strong> and <code>a &lt; b</code></p>"),
        (r"is $\frac{a_1}{b_2} < 1$ here", r"<p>is \(\frac{a_1}{b_2} &lt; 1\) here</p>"),
        ("costs 5 $ or 6 $ each", "<p>costs 5 $ or 6 $ each</p>"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ],
)
def test_text_becomes_what_anki_shows(text, html):
    assert html in as_html(text)


def test_a_number_of_a_card_fits_into_a_database():
    card = Flashcard("x", "l", "p", "t", "probe", "f", "b")
    assert 0 <= card.number < 2**60
