"""What lesson 302 claims of its own numbers."""

from __future__ import annotations

import base64
import json
import re

from autograder.authoring.lesson import read_lesson
from autograder.design import breaches, read
from autograder.lessons import bank, find, find_path

LESSON = read_lesson(find_path("302_type_ahead"))
CODE = "\n\n".join(cell.source for cell in LESSON.cells if cell.kind == "code")
TEXT = "\n\n".join(cell.source for cell in LESSON.cells if cell.kind == "markdown")
PROMPT = find("type_ahead_sheet").groups[0].prompt


def p99_with(ranker: str) -> float:
    """The p99 of a request in ms, with this part as the ranker."""
    components = {
        "gateway": {"part": "service", "copies": 3},
        "lookup": {"part": "service", "copies": 3},
        "ranker": {"part": ranker, "copies": 3, "items": 100},
    }
    sheet = {"components": components, "request": ["gateway", "lookup", "ranker"]}
    return read(sheet, PROMPT).time.quantile(0.99)


def test_a_small_network_takes_more_than_half_of_the_reserve_and_an_encoder_all_of_it():
    trees, gpu, encoder = map(p99_with, ("trees", "gpu", "encoder"))
    assert trees < gpu < PROMPT.budget_ms < encoder
    assert gpu - trees > 0.5 * (PROMPT.budget_ms - trees)


def test_each_right_sheet_is_broken_by_a_change_and_the_robust_one_by_another():
    changes = find("type_ahead_sheet_after").groups[0].changes
    broken_by: dict[str, set[str]] = {}
    for solution in bank("type_ahead_sheet").right:
        namespace: dict = {}
        exec(solution.source, namespace)
        sheet = namespace["type_ahead_sheet"]
        broken_by[solution.name] = {
            name for name, prompt in changes.items() if any(breaches(read(sheet, prompt)))
        }
    assert all(broken_by.values()), broken_by
    assert broken_by["on the device, filtered by a service"] == {"news"}


def test_the_key_of_the_four_answers_opens_and_has_a_mark_per_dimension():
    sealed = re.search(r"sealed = \(\n(.*?)\n\)", CODE, re.DOTALL)
    assert sealed
    text = "".join(re.findall(r'"([^"]+)"', sealed[1]))
    key = json.loads(base64.b64decode(text))
    for name in "ABCD":
        assert f"<summary>Answer {name}</summary>" in TEXT and key["why"][name]
        assert len(key[name]) == 6 and set(key[name]) <= {0, 1, 1.5, 2}


def test_sixty_seconds_are_at_most_140_words():
    said = TEXT.split("## Say it in 60 seconds", 1)[1].split("## ", 1)[0]
    assert len(re.findall(r"\w[\w'-]*", said)) <= 140
