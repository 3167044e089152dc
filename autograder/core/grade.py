"""Grade an answer: run the groups of its exercise, in the order that wastes least."""

from __future__ import annotations

import contextlib
import gc
import io
from collections.abc import Iterator, Mapping
from dataclasses import replace

from .exercise import Checks, Exercise
from .limit import kept_timers
from .outcomes import Answer
from .reports import Report, Verdict

NOT_MEASURED = "Not measured yet: earn half of the other points first."
ENDLESS = {"timed out": "timed out", "out of memory": "ran out of memory"}
"""How a group failed whose like may cost as much again; by the cause of its verdict."""
STOPPED = "the check was stopped"
CHECKED_LATER = "Checked during grading."
MISSING = "{name} is not defined. Run the cell that defines it, or restore that cell."


def grade(exercise: Exercise, answer: Answer, seed: int = 0, *, patient: bool = True) -> Report:
    """Run all groups of ``exercise`` on ``answer``; inputs are drawn with ``seed``.

    Where nothing is written yet, the other groups are not run. Work is measured last, and only
    of an answer that has half of the other points: a constant is fast, and worth nothing. Who is
    not ``patient`` doesn't wait for the other groups after one that timed out, unless it measures
    work.
    """
    if refused := sorted(set(exercise.without) & answer.names()):
        text = f"Solve it without {', '.join(refused)}."
        return nothing(exercise, text)
    with kept_timers(), _old_objects_left_alone():
        return _run(exercise, answer, seed, patient)


@contextlib.contextmanager
def _old_objects_left_alone() -> Iterator[None]:
    """Let the garbage collector look at new objects only: inputs have 100,000 lists each."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _run(exercise: Exercise, answer: Answer, seed: int, patient: bool) -> Report:
    found: dict[Checks, Verdict] = {}
    stopped = ""
    for group in sorted(exercise.groups, key=lambda each: each.of_work):
        first = next(iter(found.values()), None)
        if first is not None and first.state == "not written":
            text, state = first.message, first.state
            found[group] = Verdict(group.name, 0, group.points, text, state=state)
        elif stopped or answer.left() <= 0:
            text = f"Not run: {stopped or STOPPED}."
            found[group] = Verdict(group.name, 0, group.points, text, state="not run")
        elif group.of_work and not _mostly_right(found):
            found[group] = Verdict(group.name, 0, group.points, NOT_MEASURED, state="not run")
        else:
            verdict = found[group] = group.run(answer, seed)
            if verdict.cause in ENDLESS and not (patient or group.of_work):
                stopped = f"{group.name!r} {ENDLESS[verdict.cause]}"
    verdicts = [_neutral(exercise, found[group]) for group in exercise.groups]
    return Report(exercise.name, exercise.points, verdicts)


def _neutral(exercise: Exercise, verdict: Verdict) -> Verdict:
    """The verdict, but that a miss in a diagnostic names what to study and fails nothing."""
    misses = exercise.diagnostic and verdict.state == "failed"
    return replace(verdict, state="to study") if misses else verdict


def _mostly_right(found: Mapping[Checks, Verdict]) -> bool:
    values = [verdict for group, verdict in found.items() if not group.of_work]
    return 2 * sum(each.earned for each in values) >= sum(each.points for each in values)


def grade_examples(exercise: Exercise, answer: Answer) -> Report:
    """Run only what gives nothing away: each group's examples."""
    found = [(group, group.run_examples(answer)) for group in exercise.groups]
    verdicts = [
        _neutral(exercise, verdict)
        if verdict
        else Verdict(group.name, 0, 0, CHECKED_LATER, state="passed")
        for group, verdict in found
    ]
    return Report(exercise.name, sum(verdict.points for verdict in verdicts), verdicts)


def missing(exercise: Exercise, error: str = "") -> Report:
    """The report of an exercise whose name is not defined; ``error`` is what stopped its cell."""
    return nothing(exercise, undefined(exercise.name, error))


def undefined(name: str, error: str = "") -> str:
    """What is said of a name that is not defined; ``error`` is what stopped its cell, if that."""
    if error:
        return f"{name} is not defined: its cell stopped with {error}. Fix that cell and run it."
    return MISSING.format(name=name)


def nothing(exercise: Exercise, problem: str) -> Report:
    """The report of an exercise that no group was run on; ``problem`` says why."""
    verdicts = [Verdict(g.name, 0, g.points, problem) for g in exercise.groups]
    return Report(exercise.name, exercise.points, verdicts, problem)


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Keep what an answer prints out of the notebook while it is called hundreds of times."""
    with contextlib.redirect_stdout(_Nowhere()), contextlib.redirect_stderr(_Nowhere()):
        yield


class _Nowhere(io.TextIOBase):
    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        return len(text)
