"""A notebook's file is read in one way, by the workspace and by the judge."""

import codecs
import json

import pytest

from autograder.core.notebooks import MOST_ITEMS, Unreadable, parse
from autograder.judge.reading.repair import lesson_named, read_cells
from autograder.study.files import parse_notebook

NOTEBOOK = {
    "cells": [{"cell_type": "code", "source": "f = 'é'", "metadata": {}}],
    "metadata": {"autograder": {"lesson": "104_regex_matching"}},
    "nbformat": 4,
    "nbformat_minor": 5,
}
CONTENT = json.dumps(NOTEBOOK, ensure_ascii=False).encode()


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_a_byte_order_mark_is_passed_over_by_all_readers(mark):
    content = mark + CONTENT
    assert parse(content) == parse_notebook(content) == NOTEBOOK
    assert read_cells(content) == NOTEBOOK["cells"]
    assert lesson_named(content) == "104_regex_matching"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "it is empty"),
        (codecs.BOM_UTF8, "it is empty"),
        (b"def f(): ...", "it is not JSON"),
        (b"[" * 100_000, "it is not JSON"),
        ("\xe9".encode("latin-1"), "it is not UTF-8 text"),
        (b"[]", "it has no list of cells"),
        (b'{"cells": 3}', "it has no list of cells"),
        (b"," * (MOST_ITEMS + 1), "it has too many parts"),
    ],
)
def test_all_readers_say_the_same_of_what_is_no_notebook(content, why):
    for read in (parse, parse_notebook, read_cells):
        with pytest.raises(Unreadable) as refused:
            read(content)
        assert str(refused.value) == why
    assert lesson_named(content) == ""


@pytest.mark.parametrize(
    "metadata", [[], 3, {"autograder": []}, {"autograder": {"lesson": None}}, {}]
)
def test_a_notebook_may_name_no_lesson(metadata):
    assert lesson_named(json.dumps({**NOTEBOOK, "metadata": metadata}).encode()) == ""
