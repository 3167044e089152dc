"""``from autograder import check``: what learners call.

``check(is_match)`` checks a function, class or value by its name; ``check(peak_qps=peak_qps)``
names it. The result is a card in JupyterLab, a text elsewhere, and a number to nbgrader.
"""

from __future__ import annotations

import dataclasses
import functools
import importlib
import re
import sys
from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from autograder import __version__
from autograder.core import card
from autograder.core.errors import UnknownExercise
from autograder.core.exercise import Exercise
from autograder.core.grade import grade, grade_examples, missing, nothing, quiet, undefined
from autograder.core.limit import Deadline
from autograder.core.outcomes import Answer
from autograder.core.recording import Recorder, here
from autograder.core.reports import Report, Verdict
from autograder.core.values import plain
from autograder.groups import Sheet
from autograder.lessons import find, index, load, ways
from autograder.trying.ceiling import ceiling
from autograder.trying.cells import FailedCells
from autograder.trying.life import sign_of_life
from autograder.trying.local import LocalAnswer

MOST_SECONDS = 10.0
"""What a whole check may take, counted as `limit.Spent` does."""
WHOLE = "print(check.last_input) prints the whole call."
FAILED_CELLS = FailedCells(index)
NOT_FROM_THIS_CELL = (
    "Nothing was checked: the cell that defines {name} stopped with {error}. "
    "{name} is still the version from before. Fix that cell, run it, then run this cell again."
)


def grade_namespace(lesson: str, namespace: Mapping[str, Any], seed: int = 0) -> dict[str, Report]:
    """The reports of all exercises of ``lesson``, answers taken by name from ``namespace``."""
    reports = {}
    for name, exercise in load(lesson).items():
        if name not in namespace:
            reports[name] = missing(exercise, FAILED_CELLS.error(name))
        else:
            how = functools.partial(grade, seed=seed, patient=False)
            reports[name] = _report(how, exercise, namespace[name])
    return reports


def _report(how: Callable, exercise: Exercise, target: object) -> Report:
    """What ``how`` says of an answer, even where it breaks a check.

    It costs neither the machine's memory nor the learner's patience.
    """
    # A page's only clock counts whatever else the machine does, and a page has a button to stop.
    deadline = None if sys.platform == "emscripten" else Deadline(MOST_SECONDS)
    answer = LocalAnswer(exercise.name, target, deadline=deadline)
    say = _say_in_terminal if notebook_shell() is None else _say_in_notebook()
    try:
        with quiet(), sign_of_life(exercise.name, MOST_SECONDS, say), ceiling.set():
            return how(exercise, answer)
    except Exception as error:
        text = f"The check can't handle what this returned ({type(error).__name__})."
        return nothing(exercise, text)


def _say_in_notebook() -> Callable[[str, bool], object]:
    """A function that shows a text as an output of the cell that runs now."""
    handle = importlib.import_module("IPython.display").DisplayHandle()

    def say(text: str, again: bool) -> None:
        style = "color:var(--jp-ui-font-color2, #616161);margin:.3em 0"
        data = {"text/plain": text, "text/html": f"<p style='{style}'>{escape(text)}</p>"}
        (handle.update if again else handle.display)(data, raw=True)

    return say


def _say_in_terminal(text: str, again: bool) -> None:
    if sys.__stderr__ is not None and sys.__stderr__.isatty():
        print(text, file=sys.__stderr__)


class Result:
    """The result of a check: a card where HTML can be shown, a text elsewhere.

    In a notebook its plain text is the number of points, which is what nbgrader reads. Below the
    card are a ``picture`` as HTML, of an answer that has one, and a ``note``, one line.
    """

    def __init__(self, report: Report, picture: str = "") -> None:
        self.report = report
        self._picture = picture
        self.note = ""

    @property
    def earned(self) -> float:
        return self.report.earned

    def __repr__(self) -> str:
        return card.as_text(self.report, WHOLE)

    def as_html(self, whole: str = "") -> str:
        """The card, and below it the picture and the note; ``whole`` as in `card.as_html`."""
        note = f"<p>{escape(self.note)}</p>" if self.note else ""
        return card.as_html(self.report, whole) + self._picture + note

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        if notebook_shell() is None:
            return {"text/plain": repr(self)}
        return {"text/plain": f"{self.earned:g}", "text/html": self.as_html(WHOLE)}


def notebook_shell() -> Any:
    """IPython's shell where this is a notebook's kernel, else None."""
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    return shell if hasattr(shell, "kernel") else None


class Text(str):
    """A text that a notebook shows as it is, without quotes."""

    __repr__ = str.__str__


class _Check:
    """See the module's docstring."""

    def __init__(self) -> None:
        self.last_input: Text | None = None
        """The whole call that the last card shortened; None where it shortened none."""

    def __call__(self, *answer: Any, **named: Any) -> Result:
        namespace = sys._getframe(1).f_globals
        name, target = one_answer(answer, named, namespace)
        result = self._run(name, target, functools.partial(grade, patient=False))
        if result.report.state == "passed" and "solution" in namespace:  # which shows them
            others = [way.name for way in ways(name)]
            result.report = dataclasses.replace(result.report, ways=others)
        result.note = _note(result.report, target, namespace)
        return result

    def examples(self, *answer: Any, **named: Any) -> Result:
        """Check only the examples; the rest is checked when the notebook is graded."""
        name, target = one_answer(answer, named, sys._getframe(1).f_globals)
        return self._run(name, target, _examples_in_full)

    def _run(self, name: str, target: Any, how: Callable) -> Result:
        try:
            exercise = find(name)
        except UnknownExercise as error:
            return Result(Report(name, 0, [], str(error)))
        if stopped := not_redefined(name):
            return Result(nothing(exercise, stopped))
        sheet = sheet_of(exercise)
        picture = sheet.picture(plain(target)) if sheet else ""
        result = Result(_report(how, exercise, target), picture)
        whole = next(filter(None, (each.whole for each in result.report.verdicts)), "")
        self.last_input = Text(whole) if whole else None
        return result


def sheet_of(exercise: Exercise) -> Sheet | None:
    """The group that can read and draw the answer, where that is a design sheet."""
    return next((group for group in exercise.groups if isinstance(group, Sheet)), None)


def _examples_in_full(exercise: Exercise, answer: Answer) -> Report:
    """Passing examples count in full, so that nbgrader's Validate has nothing to report."""
    report = grade_examples(exercise, answer)
    if report.state != "passed":
        return report
    verdicts = [
        Verdict(g.name, g.points, g.points, v.message, state="passed")
        for g, v in zip(exercise.groups, report.verdicts)
    ]
    return Report(exercise.name, exercise.points, verdicts)


def one_answer(answer: tuple, named: dict[str, Any], namespace: dict[str, Any]) -> tuple[str, Any]:
    """The name and the object that ``check(...)`` was called with."""
    if len(answer) + len(named) != 1:
        raise TypeError("check one answer at a time: check(is_match) or check(peak_qps=peak_qps)")
    if named:
        return next(iter(named.items()))
    return name_of(answer[0], namespace), answer[0]


def not_redefined(name: str) -> str:
    """The sentence for an answer that is from before, since its cell stopped; '' for any other."""
    error = FAILED_CELLS.error(name)
    return NOT_FROM_THIS_CELL.format(name=name, error=error) if error else ""


def name_of(target: Any, namespace: Mapping[str, Any]) -> str:
    """The exercise that ``target`` answers: the name it has in ``namespace``, or its own."""
    known = index()
    for name, value in namespace.items():
        if value is target and name in known:
            return name
    own = getattr(target, "__name__", None)
    if own is None:
        raise TypeError("name the answer: check(peak_qps=peak_qps)")
    return own


check = _Check()
_recorder = Recorder(here(), __version__)


def _note(report: Report, target: Any, namespace: Mapping[str, Any]) -> str:
    """Record a check of a learner's own answer in a notebook; the line under its card.

    An example of the text checks something under another name, and leaves no line.
    """
    own = namespace.get(report.exercise, _recorder) is target
    if notebook_shell() is None or not own or report.exercise not in index():
        return ""
    return _recorder.remember(report, target, {name: at.name for name, at in index().items()})


def _explain_undefined(shell, kind, error, traceback, tb_offset=None) -> None:
    """Answer ``check(is_match)`` with a sentence where is_match is not defined.

    It goes to standard error, which nbgrader's Validate takes for a failure.
    """
    cell = (shell.user_ns.get("In") or [""])[-1]
    if error.name in index() and re.search(r"\b(check|complexity)\b", cell):
        print(undefined(error.name, FAILED_CELLS.error(error.name)), file=sys.stderr)
    else:
        shell.showtraceback((kind, error, traceback), tb_offset=tb_offset)


if _shell := notebook_shell():
    _shell.set_custom_exc((NameError,), _explain_undefined)
    _shell.events.register("post_run_cell", FAILED_CELLS.after_cell)
