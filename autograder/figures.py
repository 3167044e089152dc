"""Figures that read well on light and dark pages, with alt text."""

from __future__ import annotations

import base64
import contextlib
import io
from html import escape
from typing import Any

INK = "#7a7a7a"
COLOURS = ("#3b82c4", "#d97706", "#2f9e6e", "#b4549a", "#8a8f2a")


class Picture:
    """A figure as a transparent PNG. ``alt`` says in words what it shows."""

    def __init__(self, png: bytes, alt: str) -> None:
        self.png = png
        self.alt = alt

    def __repr__(self) -> str:
        return f"Picture: {self.alt}"

    def _repr_html_(self) -> str:
        data = base64.b64encode(self.png).decode()
        return (
            f'<img alt="{escape(self.alt, quote=True)}" style="max-width:100%;height:auto" '
            f'src="data:image/png;base64,{data}">'
        )


@contextlib.contextmanager
def style():
    """Draw with grey ink on a transparent ground, in the colours of the course."""
    import matplotlib
    from cycler import cycler

    settings = {
        "axes.edgecolor": INK,
        "axes.facecolor": "none",
        "axes.labelcolor": INK,
        "axes.prop_cycle": cycler(color=COLOURS),
        "axes.spines.right": False,
        "axes.spines.top": False,
        "axes.titlecolor": INK,
        "figure.facecolor": "none",
        "font.size": 10,
        "legend.frameon": False,
        "legend.labelcolor": INK,
        "savefig.facecolor": "none",
        "text.color": INK,
        "xtick.color": INK,
        "ytick.color": INK,
    }
    with matplotlib.rc_context(settings):
        yield


def axes(width: float = 6.0, height: float = 3.4, **subplots: Any) -> Any:
    """New axes on a figure of this size in inches. ``subplots`` goes to ``Figure.subplots``.

    The figure is not pyplot's, so the reader's own plots and backend stay as they are.
    """
    from matplotlib.figure import Figure

    return Figure(figsize=(width, height)).subplots(**subplots)


def picture(figure: Any, alt: str) -> Picture:
    """Turn a Matplotlib figure into a `Picture`; call it inside the same `style` block."""
    file = io.BytesIO()
    figure.savefig(file, format="png", dpi=110, bbox_inches="tight", metadata={"Software": None})
    return Picture(file.getvalue(), alt)
