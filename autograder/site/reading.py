"""Read the pages that were built: their links, their ids, and their text for the search."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

_VOID = {"base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
_UNREAD = {"script", "style", "math", "svg", "nav", "form", "noscript"}
_BREAKS = {"p", "li", "td", "th", "div", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "summary"}
_LOADED = {("script", "src"), ("img", "src"), ("link", "href"), ("iframe", "src")}
_OUTSIDE = re.compile(r"https?://[\w.-]+\.[a-z]{2,}(:\d+)?(/\S*)?|mailto:\S+@\S+")


@dataclass
class Section:
    """A heading of a page, the id to reach it by, and the text up to the next heading."""

    id: str
    heading: str = ""
    text: str = ""


@dataclass
class Page:
    """What stands on one page. ``links`` are pairs of the address and whether it is loaded."""

    path: Path
    ids: list[str] = field(default_factory=list)
    links: list[tuple[str, bool]] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def read(path: Path) -> Page:
    """Read the HTML file at ``path``."""
    reader = _Reader(Page(path))
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    reader.finish()
    return reader.page


class _Reader(HTMLParser):
    """Keeps the stack of open elements, so that a page that is not well-formed is noticed."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self._open: list[tuple[str, bool, bool]] = []  # tag, in main, not for the search
        self._in_heading = False
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.page.ids.append(given["id"] or "")
        for name in ("href", "src", "action"):
            if given.get(name) is not None:
                loaded = (tag, name) in _LOADED and given.get("rel") != "canonical"
                self.page.links.append((given[name] or "", loaded))
        _, main, skipped = self._open[-1] if self._open else ("", False, False)
        main = main or tag == "main"
        skipped = skipped or tag in _UNREAD or "data-nosearch" in given
        skipped = skipped or "headerlink" in (given.get("class") or "")
        if main and not skipped:
            if tag in ("h1", "h2", "h3") and given.get("id"):
                self._end_section()
                self.page.sections.append(Section(given["id"] or ""))
                self._in_heading = True
            elif tag in _BREAKS:
                self._words.append(" ")
        if tag not in _VOID:
            self._open.append((tag, main, skipped))

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if not self._open or self._open[-1][0] != tag:
            inside = self._open[-1][0] if self._open else "nothing"
            self.page.faults.append(f"</{tag}> closes <{inside}> on line {self.getpos()[0]}")
            while self._open and self._open[-1][0] != tag:
                self._open.pop()
        if self._open:
            self._open.pop()
        if tag in ("h1", "h2", "h3") and self._in_heading:
            self.page.sections[-1].heading = _one_line(self._words)
            self._words.clear()
            self._in_heading = False

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][1] and not self._open[-1][2]:
            self._words.append(data)

    def finish(self) -> None:
        """Called after the last tag."""
        self._end_section()
        if self._open:
            self.page.faults.append(f"<{self._open[-1][0]}> is never closed")

    def _end_section(self) -> None:
        if self.page.sections:
            self.page.sections[-1].text = _one_line(self._words)
        self._words.clear()


def _one_line(words: list[str]) -> str:
    return re.sub(r"\s+", " ", "".join(words)).strip()


def faults(folder: Path, pages: list[Page], base_path: str = "/") -> Iterator[str]:
    """What is wrong with the links and ids of the pages under ``folder``, a sentence each.

    Inside links must lead to a file and an id that exist; outside ones are checked for form
    only, and nothing may be loaded from there.
    """
    ids = {page.path: set(page.ids) for page in pages}
    for page in pages:
        where = page.path.relative_to(folder)
        yield from (f"{where}: {fault}" for fault in page.faults)
        twice = sorted({name for name in page.ids if page.ids.count(name) > 1})
        yield from (f"{where}: the id {name} stands there twice" for name in twice)
        for link, loaded in page.links:
            if problem := _problem(folder, page, link, loaded, ids, base_path):
                yield f"{where}: {problem}: {link}"


def _problem(
    folder: Path, page: Page, link: str, loaded: bool, ids: dict[Path, set[str]], base_path: str
) -> str:
    if link.startswith("data:"):
        return ""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        if loaded:
            return "loaded from elsewhere"
        return "" if _OUTSIDE.fullmatch(link) else "not a well-formed address"
    target = page.path
    if parts.path.startswith("/"):
        target = folder / unquote(parts.path).removeprefix(base_path)
    elif parts.path:
        target = (page.path.parent / unquote(parts.path)).resolve()
    if target.is_dir():
        target /= "index.html"
    if not target.is_file():
        return "leads nowhere"
    if parts.fragment and unquote(parts.fragment) not in ids.get(target, set()):
        return "no such place on that page"
    return ""


def search_index(folder: Path, pages: list[Page]) -> str:
    """The script with the text of all sections: address, page, heading, text."""
    rows = []
    for page in pages:
        where = page.path.relative_to(folder).as_posix()
        title = page.sections[0].heading if page.sections else where
        for number, section in enumerate(page.sections):
            if section.text or section.heading:
                heading = section.heading if number else ""
                address = f"{where}#{section.id}" if number else where
                rows.append([address, title, heading, section.text])
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return f"window.courseIndex({text});\n"
