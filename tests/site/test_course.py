"""The course's own pages, executed: light, without faults, accessible, and they fit a phone.

What was executed and measured for them stays under build/ for the next build of the site.
"""

from __future__ import annotations

import gzip
import re
import shutil
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.browser import fits_and_is_accessible, needs_browser, open_page
from helpers.site_copy import serving

from autograder import lessons
from autograder.site.build import build

KB = 1024
ADDRESSED = re.compile(r'(?:src|href)="([^"#?]+)"')
needs_npm = pytest.mark.skipif(shutil.which("npm") is None, reason="npm is not installed")
pytestmark = needs_npm


@pytest.fixture(scope="module")
def site(root, tmp_path_factory) -> Path:
    """The folder of the whole course, built."""
    folder = tmp_path_factory.mktemp("course") / "site"
    build(folder, work=root / "build")
    return folder


def lesson_pages(site: Path) -> list[Path]:
    return [site / path.parent.name / f"{path.stem}.html" for path in lessons.paths()]


def weight(path: Path) -> int:
    """The bytes that a server sends of a file: what is text goes with gzip."""
    content = path.read_bytes()
    return len(content) if path.suffix == ".png" else len(gzip.compress(content, 9, mtime=0))


def loaded_with(page: Path) -> Iterator[Path]:
    """The files that a page loads before anything is pressed."""
    for address in set(ADDRESSED.findall(page.read_text(encoding="utf-8"))):
        path = (page.parent / address).resolve()
        if path.suffix in (".css", ".js", ".png", ".svg"):
            yield path


def test_a_lesson_is_light(site):
    pages = {page: [page, *loaded_with(page)] for page in lesson_pages(site)}
    weights = [sum(map(weight, files)) for files in pages.values()]
    assert statistics.median(weights) <= 60 * KB
    assert max(weights) <= 150 * KB
    for files in pages.values():
        scripts = [path for path in files if path.suffix == ".js"]
        assert {"course.js", "runner.js"} >= {path.name for path in scripts}
        assert sum(path.stat().st_size for path in scripts) <= 10 * KB


def test_the_start_page_names_all_parts_and_lessons(site):
    text = (site / "index.html").read_text(encoding="utf-8")
    for name, title in lessons.PARTS.items():
        assert f">{name[0]} {title}" in text
    for path in lessons.paths():
        assert f'href="{path.parent.name}/{path.stem}.html"' in text


@needs_browser
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_every_lesson_is_accessible_and_fits(scheme, width, site, axe):
    size = {"width": width, "height": 844}
    names = [page.relative_to(site).as_posix() for page in lesson_pages(site)]
    with serving(site) as address, open_page(viewport=size, color_scheme=scheme) as page:
        faults: list[str] = []
        page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on(
            "request",
            lambda asked: (
                None if asked.url.startswith((address, "data:")) else faults.append(asked.url)
            ),
        )
        for name in ["index.html", *names]:
            page.goto(address + name)
            page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
            fits_and_is_accessible(page, axe)
            assert faults == [], name
