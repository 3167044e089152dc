"""Read the file of a notebook, whoever wrote it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

MOST_ITEMS = 4_000_000
"""Commas and opening brackets of a file: each may cost a hundred bytes of memory once parsed."""


class Unreadable(ValueError):
    """A file that is not a notebook; the text says why, as half a sentence."""


def parse(
    content: bytes, upgrade: Callable[[dict[str, Any]], dict[str, Any]] | None = None
) -> dict[str, Any]:
    """The JSON object in the file of a notebook, with a list of cells; raises `Unreadable`.

    ``upgrade`` brings one with worksheets, as they were before nbformat 4, into today's form. A
    byte order mark in front is passed over: Windows editors write one, and what a learner
    wrote behind it is there all the same.
    """
    if sum(map(content.count, (b",", b"[", b"{"))) > MOST_ITEMS:
        raise Unreadable("it has too many parts")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable("it is not UTF-8 text") from error
    try:
        notebook = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable("it is not JSON" if text.strip() else "it is empty") from error
    if upgrade and isinstance(notebook, dict) and notebook.get("worksheets"):
        try:
            notebook = upgrade(notebook)
        except Exception as error:
            raise Unreadable("its old format can't be read") from error
    if not isinstance(notebook, dict) or not isinstance(notebook.get("cells"), list):
        raise Unreadable("it has no list of cells")
    return notebook
