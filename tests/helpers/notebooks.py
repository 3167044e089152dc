"""Notebooks of lessons with answers in them, run as a front end runs them."""

from __future__ import annotations

import nbformat
from nbclient import NotebookClient

from autograder import lessons
from autograder.authoring import release
from autograder.authoring.lesson import read_lesson


def made(name: str, variant: str = "learner", **answers: str):
    """The notebook of a lesson with these answers."""
    content = release.notebook(read_lesson(lessons.find_path(name)), variant)
    for cell in content["cells"]:
        cell["source"] = answers.get(cell["id"], cell["source"])
    return nbformat.from_dict(content)


def ran(notebook):
    """The notebook as a front end runs it: it stops at an error, but for cells that may raise."""
    return NotebookClient(notebook, kernel_name="python3", timeout=240).execute()
