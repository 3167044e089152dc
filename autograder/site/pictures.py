"""The picture of a lesson that a link preview shows: its part, its number and its title."""

from __future__ import annotations

import hashlib
import shutil
import textwrap
from collections.abc import Sequence
from pathlib import Path

from .home import PROJECT
from .pages import Facts

PIXELS = (1200, 630)
_PAPER, _INK, _QUIET, _LINE = "#fdfcfa", "#22252a", "#5a5e65", "#14559e"


def draw(lessons: Sequence[Facts], folder: Path, kept: Path) -> None:
    """Put one PNG a lesson into ``folder``; ``kept`` holds those drawn before."""
    folder.mkdir(parents=True, exist_ok=True)
    kept.mkdir(parents=True, exist_ok=True)
    for lesson in lessons:
        words = (PROJECT, lesson.part_title, lesson.number_text, lesson.title)
        drawn = kept / f"{hashlib.sha256(repr(words).encode()).hexdigest()[:24]}.png"
        if not drawn.exists():
            _draw(lesson, drawn)
        shutil.copyfile(drawn, folder / f"{lesson.name}.png")


def _draw(lesson: Facts, path: Path) -> None:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    dpi = 100
    figure = Figure(figsize=(PIXELS[0] / dpi, PIXELS[1] / dpi), dpi=dpi, facecolor=_PAPER)
    FigureCanvasAgg(figure)
    title = "\n".join(textwrap.wrap(lesson.title, 26)[:4])
    figure.text(0.07, 0.84, f"{lesson.part_title} · {lesson.number_text}", size=24, color=_QUIET)
    figure.text(0.07, 0.72, title, size=52, color=_INK, va="top", weight="bold", linespacing=1.15)
    figure.text(0.07, 0.09, PROJECT, size=22, color=_QUIET)
    figure.add_artist(_rule())
    figure.savefig(path, format="png", facecolor=_PAPER, metadata={"Software": None})


def _rule():
    from matplotlib.lines import Line2D

    return Line2D([0.07, 0.93], [0.17, 0.17], color=_LINE, linewidth=3)
