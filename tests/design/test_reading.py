"""Every form that is not a sheet is answered with what to write instead."""

from __future__ import annotations

import random
from copy import deepcopy

import pytest
from helpers.other_systems import SENSIBLE

from autograder.design import RULES, SheetError, breaches, is_blank, read
from autograder.design.picture import svg
from autograder.lessons import bank, find

PROMPT = find("type_ahead_sheet").groups[0].prompt


def sheet() -> dict:
    return {
        "components": {
            "front": {"part": "service", "copies": 30},
            "lists": {"part": "memory", "copies": 3, "holds": ["lists"]},
            "rules": {"part": "memory", "copies": 3, "holds": ["playable", "blocked"]},
            "log": {"part": "queue", "copies": 3},
            "nightly": {"part": "job", "copies": 4, "minutes": 1440},
            "phone": {"part": "device", "holds": ["small"]},
        },
        "request": ["front", ["lists", "rules"]],
        "updates": [["plays", "log", "nightly", "lists"], ["rights", "rules"]],
        "fallback": {"request": "phone"},
    }


def said(value: object) -> str:
    with pytest.raises(SheetError) as raised:
        read(value, PROMPT)
    return str(raised.value)


def of(name: str, **keys) -> dict:
    """The sheet with keys of a component set; ``...`` takes one away."""
    changed = sheet()
    for key, value in keys.items():
        changed["components"][name][key] = value
        if value is ...:
            del changed["components"][name][key]
    return changed


def whole(**keys) -> dict:
    return sheet() | keys


def more(**components) -> dict:
    return whole(components=sheet()["components"] | components)


FORMS = [
    (3, "Write the sheet as a dict"),
    ("front -> lists", "Write the sheet as a dict"),
    ([sheet()], "Write the sheet as a dict"),
    ({}, "no 'components' yet"),
    (whole(boxes={}), "A sheet has no key 'boxes'"),
    (whole(update=[]), "Did you mean 'updates'?"),
    (whole(request=[]), "no 'request' yet"),
    (whole(components=["front"]), "Write 'components' as a dict"),
    (whole(components={f"c{n}": {} for n in range(31)}), "at most 30 components, not 31"),
    (more(**{"": {"part": "edge"}}), "is a string of up to 40 characters"),
    (whole(components={7: {"part": "edge"}}), "is a string of up to 40 characters, not 7"),
    (more(plays={"part": "edge"}), "'plays' has a meaning of its own"),
    (more(skip={"part": "edge"}), "'skip' has a meaning of its own"),
    (more(other="edge"), "Write 'other' as a dict with its part"),
    (more(other={"copies": 3}), "Write 'other' as a dict with its part"),
    (of("front", part="kafka"), "There is no part 'kafka', which 'front' is"),
    (of("front", part="Kafka"), "Did you mean 'queue'?"),
    (of("front", part=["service"]), "There is no part ['service']"),
    (of("front", replicas=3), "Did you mean 'copies'?"),
    (of("front", colour="red"), "'front' has a key 'colour'"),
    (of("front", copies=...), "'front' has no 'copies': how many of it do you run?"),
    (of("phone", copies=3), "Leave out 'copies' of 'phone': it is a 'device', and every member"),
    (of("front", copies=0), "'copies' of 'front' is above 0, not 0."),
    (of("front", copies=2.5), "'copies' of 'front' is an integer, not 2.5."),
    (of("front", copies="30"), "'copies' of 'front' is a number below a billion, not '30'."),
    (of("front", copies=True), "is a number below a billion, not True."),
    (of("front", copies=float("inf")), "is a number below a billion, not inf."),
    (of("front", copies=float("nan")), "is a number below a billion, not nan."),
    (of("front", copies=10**5_000), "is a number below a billion, not a number of very many"),
    (of("front", hit=60, minutes=5), "'hit' of 'front' is a share, from 0 to below 1"),
    (of("front", hit=0.5), "say in 'minutes' how long it keeps an answer"),
    (of("front", items=100), "Leave out 'items' of 'front'"),
    (of("front", timeout_ms=5), "'front' has a 'timeout_ms': say in 'fallback'"),
    (of("log", hit=0.5, minutes=5), "'log' has a 'hit' and isn't a stage"),
    (of("lists", holds=3), "Write 'holds' of 'lists' as a list of data, not 3."),
    (of("lists", holds=["list"]), "'lists' holds 'list'; the prompt has the data"),
    (of("lists", holds=["list"]), "Did you mean 'lists'?"),
    (of("nightly", minutes=...), "'nightly' has no 'minutes': how often does it start?"),
    (of("front", part="trees"), "'front' has no 'items'"),
    (whole(request="front"), "Write 'request' as a list of names"),
    (whole(request=["front", []]), "Write 'request' as a list of names"),
    (whole(request=["frontt"]), "'request' calls 'frontt', which isn't a component. Did you mean"),
    (whole(request=["front", ["lists", "front"]]), "'request' calls 'front' twice."),
    (whole(request=["front", "log", "lists"]), "'log' is a 'queue', which answers no requests."),
    (whole(request=[[[[[[[[["front"]]]]]]]]]), "nested more than"),
    (whole(updates={"plays": "log"}), "Write 'updates' as a list of chains."),
    (whole(updates=[["plays"]]), "two or more: not ['plays']."),
    (whole(updates=[["plays", "logs"]]), "'updates' names 'logs', which is neither"),
    (whole(updates=[["log", "plays"]]), "'plays' is where data arises"),
    (whole(updates=[["plays", "log", "nightly", "log"]]), "comes to 'log' twice."),
    (
        whole(updates=[["plays", "log", "nightly", "lists"], ["lists", "log"]]),
        "lead from 'log' back to 'log'.",
    ),
    (whole(updates=[["plays", "nightly", "phone"]]), "'nightly' can't write to 'phone', a device."),
    (whole(updates=[["rights", "phone"]]), "'rights' can't write to 'phone', a device."),
    (whole(fallback=["phone"]), "Write 'fallback' as a dict"),
    (whole(fallback={"log": "last"}), "'fallback' names 'log', which isn't a stage"),
    (whole(fallback={"front": "front"}), "The fallback of 'front' is 'front' itself"),
    (whole(fallback={"front": "cached"}), "is a component or 'skip', 'last' or 'nothing'"),
    (whole(fallback={"request": "skip"}), "A request as a whole can't be skipped"),
    (whole(fallback={"front": "nightly"}), "which answers no requests."),
    (more(spare={"part": "edge"}), "'spare' is drawn and not used."),
]


def test_the_sheet_of_these_tests_is_read():
    assert set(read(sheet(), PROMPT).stages) == {"front", "lists", "rules"}


@pytest.mark.parametrize("value, expected", FORMS, ids=[text for _, text in FORMS])
def test_another_form_is_told_what_to_write(value, expected):
    assert expected in said(value)


def test_a_sheet_of_which_nothing_is_written_is_blank():
    empty = {"components": {}, "request": [], "updates": [], "fallback": {}}
    for value in (None, ..., {}, empty, dict.fromkeys(empty, ...), empty | {"updates": ...}):
        assert is_blank(value)
    for value in (3, "a drawing", sheet(), empty | {"request": ["a"]}, {"boxes": []}):
        assert not is_blank(value)


def damaged(value, rng: random.Random):
    """A copy with one place replaced, dropped or doubled."""
    value = deepcopy(value)
    places = []

    def visit(node) -> None:
        for key in list(node) if isinstance(node, dict) else range(len(node)):
            places.append((node, key))
            if isinstance(node[key], (dict, list)):
                visit(node[key])

    visit(value)
    node, key = rng.choice(places)
    junk = [
        None,
        0,
        -1,
        1e300,
        10**40,
        "",
        "front",
        "plays",
        [],
        {},
        [[]],
        "skip",
        True,
        {"part": 3},
    ]
    junk += [
        [["a"]],
        ["plays"],
        "x" * 5_000,
        (1, 2),
        frozenset({"lists"}),
        float("nan"),
        ...,
        b"ab",
    ]
    what = rng.randrange(4)
    if what == 0:
        node[key] = rng.choice(junk)
    elif what == 1:
        del node[key]
    elif what == 2 and isinstance(node, list):
        node.insert(rng.randrange(len(node) + 1), deepcopy(rng.choice(places)[1]))
    else:
        other, at = rng.choice(places)
        node[key] = deepcopy(other[at]) if rng.random() < 0.8 else rng.choice(junk)
    return value


def test_whatever_is_damaged_there_is_a_sentence_or_a_verdict():
    rng = random.Random(15)
    sheets = [(sheet(), PROMPT), *((value, prompt) for prompt, value in SENSIBLE.values())]
    read_in_the_end = 0
    for turn in range(4_000):
        value, prompt = sheets[turn % len(sheets)]
        for _ in range(rng.randrange(1, 4)):
            value = damaged(value, rng)
            if not isinstance(value, dict) or not value:
                break
        try:
            architecture = read(value, prompt)
        except SheetError as error:
            assert str(error).endswith((".", "?"))
            continue
        read_in_the_end += 1
        found = list(breaches(architecture))
        assert all(breach.rule in RULES for breach in found)
        if turn % 10 == 0:
            assert svg(architecture, found).endswith("</svg>")
    assert read_in_the_end > 100


def test_every_solution_of_the_bank_has_its_sheet_in_plain_values():
    for solution in bank("type_ahead_sheet").right:
        namespace: dict = {}
        exec(solution.source, namespace)
        assert list(breaches(read(namespace["type_ahead_sheet"], PROMPT))) == []
