"""Students' Markdown as HTML that can run nothing in the page of whoever marks it."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping
from html import escape
from typing import Any

from autograder.core.limit import TimeUp, time_limit
from autograder.judge.reading.repair import IMAGES, clean

SECONDS = 5
"""What one text may take: some are made to take a parser long."""
_WITH_SCHEME = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
_RELATIVE = re.compile(r"[^:/?#]*(?:[/?#]|$)")
_LEADS_AWAY = re.compile(r"\\(href|require)(?![A-Za-z])")
"""Commands of MathJax that make links, or load more commands."""


def as_html(
    source: str, attachments: Mapping[str, Mapping[str, str]], *, plain: bool = False
) -> str:
    """The Markdown ``source`` as one block of HTML, with the pictures that were pasted into it.

    Tags are shown as text, and code is shown as it was written. Links have an address of the
    web or of mail, or none; pictures are those of ``attachments``, or from the web. The block has
    no empty line, so that it is HTML throughout for whatever renders Markdown. Where that takes
    too long, or ``plain`` is true, the text is shown as it was written.
    """
    source = clean(source)
    html = f"<pre>{escape(source)}</pre>"
    if not plain:
        with contextlib.suppress(Exception, TimeUp), time_limit(SECONDS, again=1):
            html = _rendered(source, attachments)
    return f'<div class="handed-in">\n{_without_empty_lines(html.strip())}\n</div>'


def listed(title: str, lines: list[str]) -> str:
    """A title and lines of plain text as one block of HTML."""
    items = "\n".join(f"<li>{escape(clean(line))}</li>" for line in lines)
    block = f"<div>\n<p><strong>{title}</strong></p>\n<ul>\n{items}\n</ul>\n</div>"
    return _without_empty_lines(block)


def _without_empty_lines(html: str) -> str:
    return re.sub(r"\n(?=\s*\n)", "&#10;", html)


def _rendered(source: str, attachments: Mapping[str, Mapping[str, str]]) -> str:
    # nbconvert's own classes, since its pages show the other cells with them.
    from mistune import HTMLRenderer
    from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

    class Harmless(IPythonRenderer):
        def block_code(self, code: str, info: str | None = None) -> str:
            return HTMLRenderer.block_code(self, code, info)

        def link(self, text: str, url: str, title: str | None = None) -> str:
            if _WITH_SCHEME.match(url) or _RELATIVE.match(url):
                return HTMLRenderer.link(self, text, url, title)
            return f"{text} ({escape(url)})"

        def image(self, text: str, url: str, title: str | None = None) -> str:
            if url.startswith("attachment:"):
                url = _embedded(attachments.get(url.removeprefix("attachment:"), {}))
            elif not re.match("https?://", url, re.IGNORECASE):
                url = ""
            if not url:
                return f"[{escape(text)}]"
            return HTMLRenderer.image(self, text, url, title)

        def text(self, text: str) -> str:
            return _without_links(HTMLRenderer.text(self, text))

        def inline_math(self, body: str) -> str:
            return _without_links(super().inline_math(body))

        def block_math(self, body: str) -> str:
            return _without_links(super().block_math(body))

        def latex_environment(self, name: str, body: str) -> str:
            return _without_links(super().latex_environment(name, body))

    renderer = Harmless(escape=True, exclude_anchor_links=True)
    html: Any = MarkdownWithMath(renderer=renderer).render(source)
    return str(html)


def _embedded(bundle: Mapping[str, str]) -> str:
    """The address that holds a picture itself; '' for what is none."""
    return next((f"data:{kind};base64,{bundle[kind]}" for kind in IMAGES if kind in bundle), "")


def _without_links(text: str) -> str:
    return _LEADS_AWAY.sub(r"\\text", text)
