"""A report as one HTML page that needs nothing else: style, plots and tables are in it."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from autograder.cohort.dates import shown
from autograder.core.files import write_named

from .findings import LOW_DISCRIMINATION, LOW_SHARE, Findings, sentence, who_may_need_help
from .statistics import FEWEST
from .terminal import duration, marks, progress

HERE = Path(__file__).parent


def page(title: str, every: Sequence[Findings], now: datetime) -> str:
    """The page; ``now`` is in UTC without a time zone."""
    return _template().render(
        title=title,
        style=(HERE / "page.css").read_text(encoding="utf-8"),
        made=shown(now),
        every=every,
        helped=who_may_need_help(every),
        low_share=LOW_SHARE,
        low_discrimination=LOW_DISCRIMINATION,
        fewest=FEWEST,
    )


def write_page(path: Path, title: str, every: Sequence[Findings], now: datetime) -> None:
    """Write the page, for nobody's eyes but the owner's: it has marks and hidden inputs."""
    write_named(path, page(title, every, now).encode())
    path.chmod(0o600)


@functools.cache
def _template():
    # Names, calls and values are other people's text: everything is escaped.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "percent": lambda share: f"{share:.0%}",
        "two": lambda value: "–" if value is None else f"{value:.2f}",
        "date": shown,
        "duration": duration,
        "progress": progress,
        "marks": marks,
        "sentence": sentence,
        "points": lambda value: f"{value:g}",
    }
    return environment.get_template("page.html")
