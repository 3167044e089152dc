"""The picture: no box on another, no line through a box, words for those who can't see it."""

from __future__ import annotations

import random
import xml.etree.ElementTree as ET
from dataclasses import replace
from itertools import combinations

import pytest
from helpers.other_systems import SENSIBLE, VIDEO

from autograder import sketch
from autograder.design import Architecture, breaches, read
from autograder.design.layout import HEIGHT, WIDTH, Layout
from autograder.design.picture import drawing, svg, words
from autograder.lessons import bank, find

KINDS = ("service", "memory", "disk", "edge", "database")


def random_sheet(rng: random.Random) -> Architecture:
    """A sheet of 6 to 15 components with arrows from anywhere to anywhere behind it."""
    names = [f"c{n}" for n in range(rng.randrange(6, 16))]
    stages, others = names[: len(names) // 2], names[len(names) // 2 :]
    components = {name: {"part": rng.choice(KINDS)} for name in names}
    for each in components.values():
        each |= {} if each["part"] == "edge" else {"copies": 3}
    request: list = []
    while stages:
        if len(stages) > 2 and rng.random() < 0.5:
            request.append([stages.pop(), [stages.pop(), stages.pop()]])
        else:
            request.append(stages.pop())
    order = [*VIDEO.sources, *others, *names[: len(names) // 2]]
    updates = [[rng.choice([*VIDEO.sources]), name] for name in others]
    for _ in range(rng.randrange(3, 9)):
        a, b = sorted(rng.sample(range(len(order)), 2))
        if order[b] not in VIDEO.sources:
            updates.append([order[a], order[b]])
    fallback = {"request": others[0]}
    sheet = {"components": components, "request": request, "updates": updates}
    return read(sheet | {"fallback": fallback}, VIDEO)


def crossed(layout: Layout, sheet: Architecture) -> list[str]:
    """Boxes that overlap, and lines that run through the inside of a box."""
    names = [*sheet.components, *{chain[0] for chain in sheet.updates} - sheet.components.keys()]
    corners = {name: layout.corner(name) for name in names}
    wrong = [
        f"{a} on {b}"
        for a, b in combinations(names, 2)
        if abs(corners[a][0] - corners[b][0]) < WIDTH
        and abs(corners[a][1] - corners[b][1]) < HEIGHT
    ]
    for arrow in layout.arrows():
        for (x0, y0), (x1, y1) in zip(arrow.points, arrow.points[1:]):
            for name, (x, y) in corners.items():
                across = min(x0, x1) < x + WIDTH - 1 and max(x0, x1) > x + 1
                if across and min(y0, y1) < y + HEIGHT - 1 and max(y0, y1) > y + 1:
                    wrong.append(f"a line through {name}")
    return wrong


@pytest.mark.parametrize("seed", range(0, 200, 20))
def test_no_boxes_overlap_and_no_line_crosses_one(seed):
    for each in range(seed, seed + 20):
        sheet = random_sheet(random.Random(each))
        assert crossed(Layout(sheet), sheet) == [], each


@pytest.mark.parametrize("name", SENSIBLE)
def test_sensible_sheets_are_drawn(name):
    prompt, value = SENSIBLE[name]
    sheet = read(value, prompt)
    assert crossed(Layout(sheet), sheet) == []
    picture = ET.fromstring(svg(sheet))
    texts = [text.text or "" for text in picture.iter("{http://www.w3.org/2000/svg}text")]
    assert all(any(each.startswith(box[:14]) for each in texts) for box in sheet.components)


def test_what_is_broken_is_marked_in_words_and_not_by_colour_alone():
    prompt, value = SENSIBLE["video"]
    sheet = read(value, replace(prompt, peak=60_000))
    found = list(breaches(sheet))
    assert [breach.rule for breach in found] == ["zone"]
    picture = svg(sheet, found)
    assert "✗ zone" in picture and "✗" not in svg(sheet)
    label = ET.fromstring(picture).get("aria-label") or ""
    assert "A request calls at the same time tv and filter." in label
    assert "plays to log to night to shelf to tv" in label
    assert f"Broken: {found[0]}" in label


def test_names_are_text_and_not_markup():
    prompt, value = SENSIBLE["forum sentiment"]
    components = {
        name.replace("box", "<b>&\"x'"): each for name, each in value["components"].items()
    }
    value = value | {
        "components": components,
        "request": ["browser", "<b>&\"x'"],
        "updates": [["comments", "hourly", "<b>&\"x'"], *value["updates"][1:]],
        "fallback": {"<b>&\"x'": "archive"},
    }
    picture = drawing(read(value, prompt))
    ET.fromstring(picture)
    assert "<b>" not in picture


def test_on_a_narrow_page_the_picture_scrolls_and_the_keyboard_reaches_it():
    prompt, value = SENSIBLE["unsafe content"]
    picture = ET.fromstring(drawing(read(value, prompt)))
    box = picture.find("div")
    assert box is not None and "overflow-x:auto" in str(box.get("style"))
    assert box.get("tabindex") == "0" and box.get("aria-label")
    drawn = box.find("{http://www.w3.org/2000/svg}svg")
    assert drawn is not None and drawn.get("fill") == "currentColor"


def solution(name: str) -> dict:
    namespace: dict = {}
    exec(bank("type_ahead_sheet")[name].source, namespace)
    return namespace["type_ahead_sheet"]


def test_a_sketch_draws_what_is_wrong_without_judging():
    type_ahead_sheet = solution("sized for the average")
    drawn = sketch(type_ahead_sheet=type_ahead_sheet)
    html = drawn._repr_mimebundle_()["text/html"]
    assert "<svg" in html and "✗" not in html
    sheet = read(type_ahead_sheet, find("type_ahead_sheet").groups[0].prompt)
    assert repr(drawn) == words(sheet)


def test_what_cannot_be_drawn_says_why():
    assert repr(sketch(type_ahead_sheet=...)) == "Nothing is drawn yet."
    assert repr(sketch(type_ahead_sheet={"request": ["a"]})).startswith(
        "Not drawn: The sheet has no"
    )
    assert "is not a design sheet" in repr(sketch(osa_distance=len))
    assert "Did you mean" in repr(sketch(type_ahead_shet={}))
    assert "text/html" not in sketch(type_ahead_sheet=...)._repr_mimebundle_()
