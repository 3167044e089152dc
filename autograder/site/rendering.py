"""Run Sphinx over the sources, and give its templates what they need."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from . import home
from .errors import SiteError
from .pages import Facts
from .plots import FOLDER

THEME = Path(__file__).parent / "theme"
ROOT = "index"
_ANSI = re.compile(r"\x1b\[[0-9;]*m")
_PLACE = re.compile(r"^(.+\.ipynb):(\d+): ", re.MULTILINE)


@dataclass(frozen=True)
class Contents:
    """What the pages are made of beside their text. ``base_url`` is '' where it is not known;
    an ``offline`` site can be installed. ``engines`` are the names and bytes of what runs the
    exercises of each lesson that has any."""

    lessons: tuple[Facts, ...]
    has_matrix: bool = False
    base_url: str = ""
    offline: bool = False
    engines: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    @property
    def base_path(self) -> str:
        """Where the site stands on its host."""
        return urlsplit(self.base_url).path or "/"


def render(source: Path, out: Path, doctrees: Path, course: Contents) -> None:
    """Render as HTML what has changed since the last time.

    Raises `SiteError` with Sphinx's warnings if there are any; then the next time starts anew.
    """
    # None keeps it from being imported: 1.4 s, to check what nobody uses.
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
    from sphinx.application import Sphinx
    from sphinx.errors import SphinxError
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    _drop_stale(source, out)
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
                parallel=os.cpu_count() or 1,
            )
            app.builder.search = False  # type: ignore[attr-defined]  # of the HTML builder
            app.build()
        if warnings := said.getvalue().strip():
            told = _told(warnings)
            raise SiteError(f"Sphinx warned, and a warning stops the build:\n{told}")
    except BaseException as error:
        shutil.rmtree(doctrees, ignore_errors=True)
        if isinstance(error, SphinxError):
            raise SiteError(f"Sphinx stopped: {error}\n{_told(said.getvalue())}") from error
        raise


def _drop_stale(source: Path, out: Path) -> None:
    """Remove the pages whose source is gone, and all plots: Sphinx copies them again."""
    for page in list(out.rglob("*.html")):
        where = page.relative_to(out)
        if not any((source / where).with_suffix(kind).exists() for kind in (".md", ".ipynb")):
            page.unlink()
            if not any(page.parent.iterdir()):
                page.parent.rmdir()
    shutil.rmtree(out / FOLDER, ignore_errors=True)


def _told(warnings: str) -> str:
    """Sphinx's warnings without colours, each with the cell that it is about."""

    def place(match: re.Match[str]) -> str:
        path, line = Path(match[1]), int(match[2])
        try:
            cell = json.loads(path.read_text(encoding="utf-8"))["cells"][line // 10_000 - 1]
            start = cell["source"].strip().partition("\n")[0]
        except (OSError, ValueError, LookupError):
            return match[0]
        return f"{path.stem}, line {line % 10_000} of the cell that starts {start!r}: "

    return _PLACE.sub(place, _ANSI.sub("", warnings))


def _configuration(course: Contents, extra: Path) -> dict[str, Any]:
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
        "code": _code(),
    }


def _code() -> str:
    """A digest of the code and the templates that make the pages."""
    folder = Path(__file__).parent
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


def page_context(app: Any, page: str, template: str, context: dict[str, Any], doctree: Any) -> None:
    """Sphinx's ``html-page-context``: what the layout shows around the text."""
    course: Contents = app.config.course
    order = [lesson.page for lesson in course.lessons]
    at = order.index(page) if page in order else None
    lesson = None if at is None else course.lessons[at]
    title, description = _title(page, doctree, lesson)
    more = [("instructors", "For instructors")]
    more += [(home.KILL_MATRIX, "Kill matrix")] if course.has_matrix else []
    context |= {
        "description": escape(description),
        "engines": course.engines.get(lesson.name, {}) if lesson else {},
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


def copy(rendered: Path, out: Path) -> None:
    """Copy the pages, and of Sphinx's own files those that a page uses."""
    ours = {path.name for path in (THEME / "static").iterdir()}

    def leave_out(folder: str, names: list[str]) -> set[str]:
        if Path(folder).name == "_static":
            return set(names) - ours
        unused = {"objects.inv", "_sources"}
        return {name for name in names if name.startswith(".") or name in unused}

    shutil.copytree(rendered, out, ignore=leave_out, dirs_exist_ok=True)
    for path in (out / "_static").glob("*.js"):
        path.write_text(_lean(path.read_text(encoding="utf-8")), encoding="utf-8")


def _lean(script: str) -> str:
    """A script of ours without indents and without the lines that are remarks."""
    lines = [line.strip() for line in script.splitlines()]
    return "\n".join(line for line in lines if line and not line.startswith("//")) + "\n"
