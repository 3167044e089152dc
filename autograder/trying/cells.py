"""Which names a notebook's cells failed to define when they ran last.

A check that runs after a cell with an error finds the version from before, or nothing. It must not
judge that as if it were what is on the screen.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Container
from typing import Any

from autograder.core.names import bound_by

_BINDS = re.compile(
    r"^(?:(?:async\s+)?def|class)\s+(\w+)|^(\w+)\s*(?::[^=\n]+)?=(?!=)", re.MULTILINE
)
_LONGEST = 160
"""Characters of an error that are told."""


class FailedCells:
    """The names that a cell should have defined and did not, with the error that stopped it.

    ``known()`` are the names to look for. `after_cell` is IPython's ``post_run_cell``.
    """

    def __init__(self, known: Callable[[], Container[str]]) -> None:
        self._known = known
        self._errors: dict[str, str] = {}

    def after_cell(self, result: Any) -> None:
        """Remember what a cell that stopped left undefined; forget what this one defined."""
        source = str(getattr(result.info, "raw_cell", "") or "")
        error = result.error_before_exec or result.error_in_exec
        lost = lost_names(source, error) if error else set()
        for name in bound_names(source):
            self._errors.pop(name, None)
        told = _told(error) if error else ""
        self._errors |= {name: told for name in lost if name in self._known()}

    def error(self, name: str) -> str:
        """``SyntaxError: invalid syntax (line 3)`` where ``name`` was not defined; else ''."""
        return self._errors.get(name, "")


def lost_names(source: str, error: BaseException) -> set[str]:
    """The names that a cell binds at its top level from the statement on at which it stopped."""
    statements = _statements(source)
    line = _line_of(error)
    if statements is None:
        return bound_names(source)
    return {
        name
        for statement in statements
        if line is None or (statement.end_lineno or statement.lineno) >= line
        for name in bound_by(statement)
    }


def bound_names(source: str) -> set[str]:
    """The names that a cell binds at its top level, guessed by its lines where it can't be read."""
    statements = _statements(source)
    if statements is None:
        return {name for pair in _BINDS.findall(source) for name in pair if name}
    return {name for statement in statements for name in bound_by(statement)}


def _statements(source: str) -> list[ast.stmt] | None:
    try:
        return ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _line_of(error: BaseException) -> int | None:
    """The line of the cell's top level at which it stopped; None where nothing of it ran."""
    lines = []
    traceback = error.__traceback__
    while traceback:
        if traceback.tb_frame.f_code.co_name == "<module>":
            lines.append(traceback.tb_lineno)
        traceback = traceback.tb_next
    return lines[0] if lines else None


def _told(error: BaseException) -> str:
    """The error in one line, with the line of the cell."""
    if isinstance(error, SyntaxError):
        said, line = f"{type(error).__name__}: {error.msg}", error.lineno
    else:
        said, line = f"{type(error).__name__}: {error}".rstrip(": "), _line_of(error)
    said = said.splitlines()[0][:_LONGEST]
    return f"{said} (line {line})" if line else said
