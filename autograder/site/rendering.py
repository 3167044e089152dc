"""Run Sphinx over the sources, and give its templates what they need."""

from __future__ import annotations

import io
import json
import re
import shutil
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from . import home
from .errors import SiteError
from .pages import Facts

THEME = Path(__file__).parent / "theme"
ROOT = "index"
_ANSI = re.compile(r"\x1b\[[0-9;]*m")
_PLACE = re.compile(r"^(.+\.ipynb):(\d+): ", re.MULTILINE)


@dataclass(frozen=True)
class Course:
    """What the pages are made of beside their text. ``base_url`` is '' where it is not known;
    an ``offline`` site can be installed."""

    lessons: tuple[Facts, ...]
    has_matrix: bool = False
    base_url: str = ""
    offline: bool = False

    @property
    def base_path(self) -> str:
        """Where the site stands on its host."""
        return urlsplit(self.base_url).path or "/"


def render(source: Path, out: Path, doctrees: Path, course: Course) -> None:
    """Render all sources as HTML. Raises `SiteError` with Sphinx's warnings if there are any."""
    from sphinx.application import Sphinx
    from sphinx.errors import SphinxError
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    said = io.StringIO()
    try:
        with patch_docutils(), docutils_namespace():
            app = Sphinx(
                srcdir=source,
                confdir=None,
                outdir=out,
                doctreedir=doctrees,
                buildername="html",
                confoverrides=_configuration(course, source.resolve().parent / "extra"),
                status=None,
                warning=said,
                keep_going=True,
            )
            app.builder.search = False
            app.build(force_all=True)
    except SphinxError as error:
        raise SiteError(f"Sphinx stopped: {error}\n{said.getvalue()}") from error
    if warnings := said.getvalue().strip():
        shutil.rmtree(doctrees, ignore_errors=True)  # else the next build would not warn again
        raise SiteError(f"Sphinx warned, and a warning stops the build:\n{_told(warnings)}")
    _tidy(out)


def _told(warnings: str) -> str:
    """Sphinx's warnings without colours, each with the cell that it is about."""

    def place(found: re.Match[str]) -> str:
        path, line = Path(found[1]), int(found[2])
        try:
            cell = json.loads(path.read_text(encoding="utf-8"))["cells"][line // 10_000 - 1]
            start = cell["source"].strip().partition("\n")[0]
        except (OSError, ValueError, LookupError):
            return found[0]
        return f"{path.stem}, line {line % 10_000} of the cell that starts {start!r}: "

    return _PLACE.sub(place, _ANSI.sub("", warnings))


def _configuration(course: Course, extra: Path) -> dict[str, Any]:
    return {
        "project": home.PROJECT,
        "copyright": "",
        "extensions": ["myst_nb", "autograder.site.extension"],
        "root_doc": ROOT,
        "nb_execution_mode": "off",
        "nb_merge_streams": True,
        "myst_enable_extensions": ["dollarmath", "strikethrough"],
        # Lessons are plain Markdown: what looks like a role or a comment is text.
        "myst_disable_syntax": ["myst_role", "myst_line_comment", "myst_block_break"],
        "myst_heading_anchors": 3,
        "html_theme": "theme",
        "html_theme_path": [str(THEME.parent)],
        "html_additional_pages": {"search": "search.html", "404": "404.html"},
        "html_extra_path": [str(extra)],
        "html_copy_source": False,
        "html_use_index": False,
        "html_domain_indices": False,
        "html_permalinks_icon": "#",
        "html_math_renderer": "mathml",
        "pygments_style": "default",
        "course": course,
    }


def page_context(
    app: Any, page: str, template: str, context: dict[str, Any], doctree: Any
) -> None:
    """Sphinx's ``html-page-context``: what the layout shows around the text."""
    course: Course = app.config.course
    order = [each.page for each in course.lessons]
    at = order.index(page) if page in order else None
    lesson = None if at is None else course.lessons[at]
    title, description = _title(page, doctree, lesson)
    more = [("instructors", "For instructors")]
    more += [(home.KILL_MATRIX, "Kill matrix")] if course.has_matrix else []
    context |= {
        "description": escape(description),
        "earlier": course.lessons[at - 1] if at else None,
        "heading": escape(title),
        "later": course.lessons[at + 1] if at is not None and at + 1 < len(order) else None,
        "lesson": lesson,
        "more_pages": more,
        "offline": course.offline,
        "page_url": "",
        "parts": home.parts(course.lessons),
        "picture_url": "",
        "sections": _sections(doctree) if lesson else [],
    }
    if course.base_url and page != "404":
        context["page_url"] = course.base_url + ("" if page == ROOT else f"{page}.html")
        if lesson:
            context["picture_url"] = f"{course.base_url}_pictures/{lesson.name}.png"
    if page == "404":  # it is served for any address, so its links start at the root
        context["pathto"] = lambda to, resource=0: (
            course.base_path + (to if resource else f"{to}.html")
        )


def _title(page: str, doctree: Any, lesson: Facts | None) -> tuple[str, str]:
    from docutils import nodes

    if lesson:
        return lesson.title, lesson.description
    if page == ROOT:
        return home.PROJECT, home.DESCRIPTION
    titles = {"search": "Search", "404": "Page not found"}
    title = titles.get(page) or next(iter(doctree.findall(nodes.title))).astext()
    return title, f"{title}. {home.DESCRIPTION}"


def _sections(doctree: Any) -> list[tuple[str, str]]:
    """The second-level headings: ids and texts."""
    from docutils import nodes

    return [
        (section["ids"][0], escape(section.next_node(nodes.title).astext()))
        for top in doctree.findall(nodes.section)
        if isinstance(top.parent, nodes.document)
        for section in top.children
        if isinstance(section, nodes.section)
    ]


def _tidy(out: Path) -> None:
    """Keep of Sphinx's static files those that a page uses."""
    ours = {path.name for path in (THEME / "static").iterdir()}
    for path in (out / "_static").iterdir():
        if path.name not in ours:
            path.unlink() if path.is_file() else shutil.rmtree(path)
    for name in (".buildinfo", "objects.inv"):
        (out / name).unlink(missing_ok=True)
    shutil.rmtree(out / ".doctrees", ignore_errors=True)
