"""The checks: one module a lesson, each exercise a variable of its module.

Names of exercises are unique over the whole course, so a name is enough to find one.
"""

from __future__ import annotations

import dataclasses
import difflib
import functools
import importlib
import re
from pathlib import Path

from ..exercise import Exercise

_DEFINITION = re.compile(r"^(\w+) = Exercise\(", re.MULTILINE)


class UnknownExercise(LookupError):
    """No lesson has an exercise of this name."""


@functools.cache
def index() -> dict[str, str]:
    """The lesson of each exercise: ``{"is_match": "104_regex_matching", ...}``.

    Read from the text of the modules, so that none has to be imported.
    """
    found: dict[str, str] = {}
    for path in sorted(Path(__file__).parent.glob("[0-9]*.py")):
        for name in _DEFINITION.findall(path.read_text(encoding="utf-8")):
            if name in found:
                raise ValueError(f"exercise {name} stands in {found[name]} and in {path.stem}")
            found[name] = path.stem
    return found


@functools.cache
def load(lesson: str) -> dict[str, Exercise]:
    """The exercises of a lesson by name, in order. A lesson without checks has none."""
    names = [name for name, where in index().items() if where == lesson]
    if not names:
        return {}
    module = importlib.import_module(f"{__name__}.{lesson}")
    return {name: dataclasses.replace(getattr(module, name), name=name) for name in names}


def find(name: str) -> Exercise:
    """The exercise of this name; raises `UnknownExercise` with a suggestion."""
    lesson = index().get(name)
    if lesson is None:
        close = difflib.get_close_matches(name, index(), n=1)
        hint = f" Did you mean {close[0]}?" if close else ""
        raise UnknownExercise(f"The course has no exercise called {name}.{hint}")
    return load(lesson)[name]
