"""``from autograder import check``: what learners call.

``check(is_match)`` checks a function, class or value by its name; ``check(peak_qps=peak_qps)``
names it. The result is a card in JupyterLab, a text elsewhere, and a number to nbgrader.
"""

from __future__ import annotations

import contextlib
import functools
import gc
import io
import sys
from collections.abc import Callable, Mapping
from typing import Any

from . import card
from .answer import LocalAnswer
from .checks import UnknownExercise, find, index, load
from .exercise import Answer, Checks, Exercise, Report, Verdict
from .limit import kept_timers

NOT_MEASURED = "Not measured yet: half of the other points come first."
MISSING = "{name} is not defined. Run the cell that defines it, or put the cell back."


def grade(exercise: Exercise, answer: Answer, seed: int = 0) -> Report:
    """Run all groups of ``exercise`` on ``answer``; inputs are drawn with ``seed``.

    Where nothing is written yet, the other groups are not run. Work is measured last, and only
    of an answer that has half of the other points: a constant is fast, and worth nothing.
    """
    if refused := sorted(set(exercise.without) & answer.names()):
        text = f"Solve it without {', '.join(refused)}."
        return _nothing(exercise, text)
    with kept_timers(), _old_objects_left_alone():
        return _run(exercise, answer, seed)


@contextlib.contextmanager
def _old_objects_left_alone():
    """Let the garbage collector look at new objects only: inputs have 100,000 lists each."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _run(exercise: Exercise, answer: Answer, seed: int) -> Report:
    found: dict[Checks, Verdict] = {}
    for group in sorted(exercise.groups, key=lambda each: each.of_work):
        first = next(iter(found.values()), None)
        if first is not None and first.state == "not written":
            text, state = first.message, first.state
            found[group] = Verdict(group.name, 0, group.points, text, state=state)
        elif group.of_work and not _mostly_right(found):
            found[group] = Verdict(group.name, 0, group.points, NOT_MEASURED)
        else:
            found[group] = group.run(answer, seed)
    return Report(exercise.name, exercise.points, [found[group] for group in exercise.groups])


def _mostly_right(found: Mapping[Checks, Verdict]) -> bool:
    values = [verdict for group, verdict in found.items() if not group.of_work]
    return 2 * sum(each.earned for each in values) >= sum(each.points for each in values)


def grade_examples(exercise: Exercise, answer: Answer) -> Report:
    """Run only what gives nothing away: each group's examples."""
    found = [(group, group.run_examples(answer)) for group in exercise.groups]
    verdicts = [
        verdict or Verdict(group.name, 0, 0, "Checked when it is graded.", state="passed")
        for group, verdict in found
    ]
    return Report(exercise.name, sum(verdict.points for verdict in verdicts), verdicts)


def missing(exercise: Exercise) -> Report:
    """The report of an exercise whose name is not defined."""
    return _nothing(exercise, MISSING.format(name=exercise.name))


def _nothing(exercise: Exercise, problem: str) -> Report:
    verdicts = [Verdict(g.name, 0, g.points, problem) for g in exercise.groups]
    return Report(exercise.name, exercise.points, verdicts, problem)


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
        return _nothing(exercise, text)


@contextlib.contextmanager
def quiet():
    """Keep what an answer prints out of the notebook while it is called hundreds of times."""
    with contextlib.redirect_stdout(_Nowhere()), contextlib.redirect_stderr(_Nowhere()):
        yield


class _Nowhere(io.TextIOBase):
    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        return len(text)


class Result:
    """The result of a check: a card where HTML can be shown, a text elsewhere.

    In a notebook its plain text is the number of points, which is what nbgrader reads.
    """

    def __init__(self, report: Report) -> None:
        self.report = report

    @property
    def earned(self) -> float:
        return self.report.earned

    def __repr__(self) -> str:
        return card.as_text(self.report)

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        if _notebook_shell() is None:
            return {"text/plain": repr(self)}
        return {"text/plain": f"{self.earned:g}", "text/html": card.as_html(self.report)}


def _notebook_shell() -> Any:
    """IPython's shell where this is a notebook's kernel, else None."""
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    return shell if hasattr(shell, "kernel") else None


class _Check:
    """See the module's docstring."""

    def __call__(self, *answer: Any, **named: Any) -> Result:
        name, target = _one(answer, named, sys._getframe(1).f_globals)
        return self._run(name, target, grade)

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
