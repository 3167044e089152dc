"""``from autograder import check``: what learners call.

``check(is_match)`` checks a function, class or value by its name; ``check(peak_qps=peak_qps)``
names it. The result is a card in JupyterLab, a text elsewhere, and a number to nbgrader.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from autograder import __version__
from autograder.core import card
from autograder.core.errors import UnknownExercise
from autograder.core.exercise import Exercise
from autograder.core.grade import MISSING, grade, grade_examples, missing, nothing, quiet
from autograder.core.outcomes import Answer
from autograder.core.recording import Recorder, here
from autograder.core.reports import Report, Verdict
from autograder.lessons import find, index, load
from autograder.trying.local import LocalAnswer


def grade_namespace(lesson: str, namespace: Mapping[str, Any], seed: int = 0) -> dict[str, Report]:
    """The reports of all exercises of ``lesson``, answers taken by name from ``namespace``."""
    reports = {}
    for name, exercise in load(lesson).items():
        if name not in namespace:
            reports[name] = missing(exercise)
        else:
            how = functools.partial(grade, seed=seed)
            reports[name] = _report(how, exercise, LocalAnswer(name, namespace[name]))
    return reports


def _report(how: Callable, exercise: Exercise, answer: Answer) -> Report:
    """What ``how`` says of an answer, also where it breaks a check."""
    try:
        with quiet():
            return how(exercise, answer)
    except Exception as error:
        text = f"It gives back something that the check can't deal with ({type(error).__name__})."
        return nothing(exercise, text)


class Result:
    """The result of a check: a card where HTML can be shown, a text elsewhere.

    In a notebook its plain text is the number of points, which is what nbgrader reads. ``note`` is
    a line under the card.
    """

    def __init__(self, report: Report, note: str = "") -> None:
        self.report = report
        self.note = note

    @property
    def earned(self) -> float:
        return self.report.earned

    def __repr__(self) -> str:
        return card.as_text(self.report)

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        if _notebook_shell() is None:
            return {"text/plain": repr(self)}
        html = card.as_html(self.report) + (f"<p>{escape(self.note)}</p>" if self.note else "")
        return {"text/plain": f"{self.earned:g}", "text/html": html}


def _notebook_shell() -> Any:
    """IPython's shell where this is a notebook's kernel, else None."""
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    return shell if hasattr(shell, "kernel") else None


class _Check:
    """See the module's docstring."""

    def __call__(self, *answer: Any, **named: Any) -> Result:
        namespace = sys._getframe(1).f_globals
        name, target = _one(answer, named, namespace)
        result = self._run(name, target, grade)
        result.note = _note(result.report, target, namespace)
        return result

    def examples(self, *answer: Any, **named: Any) -> Result:
        """Check only the examples; the rest is checked when the notebook is graded."""
        name, target = _one(answer, named, sys._getframe(1).f_globals)
        return self._run(name, target, _examples_in_full)

    @staticmethod
    def _run(name: str, target: Any, how) -> Result:
        try:
            exercise = find(name)
        except UnknownExercise as error:
            return Result(Report(name, 0, [], str(error)))
        return Result(_report(how, exercise, LocalAnswer(name, target)))


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


def _one(answer: tuple, named: dict[str, Any], namespace: dict[str, Any]) -> tuple[str, Any]:
    """The name and the object that ``check(...)`` was called with."""
    if len(answer) + len(named) != 1:
        raise TypeError("check one answer at a time: check(is_match) or check(peak_qps=peak_qps)")
    if named:
        return next(iter(named.items()))
    return name_of(answer[0], namespace), answer[0]


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
    if _notebook_shell() is None or not own or report.exercise not in index():
        return ""
    return _recorder.remember(report, target, {name: at.name for name, at in index().items()})


def _explain_undefined(shell, kind, error, traceback, tb_offset=None) -> None:
    """Answer ``check(is_match)`` with a sentence where is_match is not defined.

    It goes to standard error, which nbgrader's Validate takes for a failure.
    """
    cell = (shell.user_ns.get("In") or [""])[-1]
    if error.name in index() and "check" in cell:
        print(MISSING.format(name=error.name), file=sys.stderr)
    else:
        shell.showtraceback((kind, error, traceback), tb_offset=tb_offset)


if _shell := _notebook_shell():
    _shell.set_custom_exc((NameError,), _explain_undefined)
