"""``complexity(is_match)``: plot how the learner's work grows, beside brute force and the best."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from autograder.check import name_of, not_redefined
from autograder.figures import Picture, axes, picture, style
from autograder.groups import Growth, fitted_exponent, parts_of
from autograder.lessons import bank, find
from autograder.trying.local import LocalAnswer


class Sentence(str):
    """A text that a notebook shows without quotes."""

    __repr__ = str.__str__


def complexity(answer: Callable[..., Any]) -> Picture | Sentence:
    """Count the steps of ``answer`` over doubling sizes and plot them.

    The steps are lines of Python executed, so the plot is the same on every machine. Beside it
    are the two solutions of the exercise's bank that its group of growth names. Returns a
    sentence where the answer can't be measured yet.
    """
    namespace = sys._getframe(1).f_globals
    exercise = find(name_of(answer, namespace))
    if stopped := not_redefined(exercise.name):
        return Sentence(stopped.replace("checked", "measured", 1))
    growth = next((part for part in parts_of(exercise.groups) if isinstance(part, Growth)), None)
    if growth is None:
        return Sentence(f"{exercise.name} has no measured complexity.")
    counted = {"yours": _count(growth, answer)}
    for label, name in (("brute force", growth.brute), ("best known", growth.best)):
        if other := _from_bank(exercise.name, name, namespace):
            counted[label] = _count(growth, other)
    if len(counted["yours"]) < 2:
        text = "Nothing to measure yet: your answer gives no result on the two smallest sizes."
        return Sentence(text)
    return _plot(exercise.name, growth.sizes, counted)


def _from_bank(exercise: str, name: str, namespace: Mapping[str, Any]) -> Any:
    """The solution called ``name``, made where the notebook's own names are known.

    None where the course came without its bank, or the notebook lacks what the solution uses.
    """
    try:
        source = bank(exercise)[name].source
        own = {**namespace}
        exec(compile(source, f"<{name}>", "exec"), own)
        return own[exercise]
    except Exception:
        return None


def _count(growth: Growth, function: Callable[..., Any]) -> list[int]:
    """Steps for each size, as far as they can be counted."""
    steps = []
    for size in growth.sizes:
        outcome, counted = growth.measure(LocalAnswer("answer", function), size)
        if outcome.trouble:
            break
        steps.append(counted)
    return steps


def _plot(name: str, sizes: Sequence[int], counted: dict[str, list[int]]) -> Picture:
    said = []
    with style():
        plot = axes()
        for (label, steps), mark in zip(counted.items(), "osD"):
            if len(steps) < 2:
                said.append(f"{label}: more steps than could be counted")
                continue
            exponent = fitted_exponent(sizes[: len(steps)], steps)
            text = f"{label}: size^{exponent:.2f}"
            text += "" if len(steps) == len(sizes) else ", stopped"
            plot.plot(sizes[: len(steps)], steps, marker=mark, label=text)
            said.append(f"{text} ({steps[-1]:,} steps at size {sizes[len(steps) - 1]})")
        plot.set_xscale("log", base=2)
        plot.set_yscale("log")
        plot.set_xticks(sizes, [f"{size:,}" for size in sizes])
        plot.minorticks_off()
        plot.set_xlabel("size of the input")
        plot.set_ylabel("steps")
        plot.legend(loc="lower left", bbox_to_anchor=(0, 1))  # above, where no curve is
        alt = f"Steps of {name} over the size of the input. {'; '.join(said)}."
        return picture(plot.figure, alt)
