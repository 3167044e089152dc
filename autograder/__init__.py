"""A notebook curriculum for Machine Learning Engineer interviews, with checks that teach."""

import importlib
import os

__version__ = "0.3.0"

from .check import check, notebook_shell
from .complexity import complexity
from .core.limit import StepCounter
from .lessons import is_whole
from .sketch import sketch
from .trying.chance import CountingRandom, enumerate_law

__all__ = [
    "CountingRandom",
    "StepCounter",
    "check",
    "complexity",
    "enumerate_law",
    "reset",
    "sketch",
    "solution",
]


def solution(exercise: str):
    """Show the course's solution of an exercise, and two that are written differently."""
    return _study("solutions").shown(exercise)


def reset(exercise: str, undo: bool = False):
    """Bring back the starter code of an answer; with ``undo`` what was there before."""
    return _study("resetting").reset_in_notebook(exercise, undo=undo)


def _study(module: str):
    # By a computed name: what a page of the site or a student's copy lacks is not imported there.
    return importlib.import_module(f"{__name__}.study.{module}")


# Learners have both by name in every lesson. The site's pages and students' copies have neither.
if (_shell := notebook_shell()) and is_whole() and "MLE_SITE" not in os.environ:
    _offered = {"solution": solution, "reset": reset}
    _shell.push({k: v for k, v in _offered.items() if k not in _shell.user_ns}, interactive=False)
