"""The same executed lessons through three known themes and the course's own: one table.

    python tests/benchmarks/site_themes.py [--lessons 30] [--lighthouse]

Needs Chromium, npm, and a package index for the themes. Everything goes into build/benchmark.
Kilobytes are those of one lesson's page and all it loads, text compressed with gzip.
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import gzip
import http.server
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
WORK = ROOT / "build" / "benchmark"
THEMES = {
    "sphinx-book-theme": "sphinx_book_theme",
    "pydata-sphinx-theme": "pydata_sphinx_theme",
    "furo": "furo",
    "ours": "",
}
NEEDED = ["accessible-pygments", "babel", "beautifulsoup4", "soupsieve", "sphinx-basic-ng"]
VIEWS = (("light", 1280), ("dark", 390))
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\.ipynb[^)]*\)")
_CONF = """
project = "Course"
extensions = ["myst_nb"]
html_theme = {theme!r}
nb_execution_mode = "off"
myst_enable_extensions = ["dollarmath"]
exclude_patterns = ["extra"]
html_extra_path = ["extra"]
html_copy_source = False
suppress_warnings = ["myst.header"]
"""
_OURS = """
import pickle, sys
from pathlib import Path
from autograder.authoring.lesson import read_lesson
from autograder import lessons
from autograder.site import rendering
course = pickle.loads(Path("course.pickle").read_bytes())
rendering.render(Path("source"), Path("out"), Path("doctrees"), course)
"""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--lessons", type=int, default=30)
    options.add_argument("--lighthouse", action="store_true")
    options.add_argument("--only", choices=THEMES, action="append", help="one theme, repeatable")
    given = options.parse_args()
    shutil.rmtree(WORK, ignore_errors=True)
    pages = lay_out(given.lessons)
    themes = WORK / "themes"
    names = [name for name in THEMES if name != "ours"] + NEEDED
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", str(themes)]
    subprocess.run([*pip, *names], check=True)
    tools = ["axe-core@4", *(["lighthouse"] if given.lighthouse else [])]
    npm = ["npm", "install", "--prefix", str(WORK), "--no-audit", "--no-fund", "--ignore-scripts"]
    subprocess.run([*npm, *tools], check=True, stdout=subprocess.DEVNULL)
    head = [
        "theme",
        "cold s",
        "one changed s",
        "median KB",
        "requests",
        "outside",
        "axe light 1280 / dark 390",
    ]
    print("|", " | ".join(head + ["Lighthouse"] * given.lighthouse), "|")
    print("|---" * (len(head) + given.lighthouse) + "|")
    for name in given.only or THEMES:
        row = [name, *map(str, measure(name, pages, given.lighthouse))]
        print("|", " | ".join(row), "|", flush=True)


def lay_out(count: int) -> list[str]:
    """Build the course, and copy its lessons until there are ``count``. Returns their pages."""
    import dataclasses
    import pickle

    from autograder import lessons
    from autograder.authoring import lesson
    from autograder.site import build, pages, rendering

    every = lessons.paths()
    build.build(WORK / "course", work=ROOT / "build", only=[path.stem for path in every])
    built = ROOT / "build" / "sphinx" / "solved"
    facts = [pages.facts(lesson.read_lesson(path)) for path in every]
    copies, many = [], []
    for number in range(count):
        one = facts[number % len(facts)]
        copy = dataclasses.replace(one, name=f"{one.name}_{number}")
        copies.append((one, copy))
        many.append(copy)
    for name in THEMES:
        target = WORK / name / "source"
        for one, copy in copies:
            (target / copy.part).mkdir(parents=True, exist_ok=True)
            notebook = json.loads((built / "source" / f"{one.page}.ipynb").read_text("utf-8"))
            for cell in notebook["cells"]:  # a link to another lesson leads to no copy
                if cell["cell_type"] == "markdown":
                    cell["source"] = _LINK.sub(r"\1", cell["source"])
            (target / f"{copy.page}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
        listing = "\n".join(["# Course", "", "```{toctree}", *(c.page for c in many)])
        listing += "\ninstructors\n```\n"
        (target / "index.md").write_text(listing, encoding="utf-8")
        (target / "instructors.md").write_text("# For instructors\n", encoding="utf-8")
        shutil.copytree(built / "extra", WORK / name / "extra")
        if name == "ours":
            course = pickle.dumps(rendering.Course(tuple(many)))
            (WORK / name / "course.pickle").write_bytes(course)
        else:
            shutil.move(WORK / name / "extra", target / "extra")
            (target / "conf.py").write_text(_CONF.format(theme=THEMES[name]), encoding="utf-8")
    return [f"{each.page}.html" for each in many]


def measure(name: str, pages: list[str], lighthouse: bool) -> list[object]:
    """One row: seconds twice, median KB and requests, outside requests, axe, Lighthouse."""
    folder = WORK / name
    cold = seconds(name)
    changed = folder / "source" / pages[0].replace(".html", ".ipynb")
    changed.write_text(changed.read_text("utf-8").replace("the ", "one ", 1), encoding="utf-8")
    again = seconds(name)
    with serving(folder / "out") as address:
        kilobytes, requests, outside = weigh(address, pages[: min(len(pages), 8)])
        rules = " / ".join(str(each) for each in axe(address, pages[: min(len(pages), 8)]))
        row = [f"{cold:.1f}", f"{again:.1f}", f"{kilobytes:.0f}", requests, outside, rules]
        return row + ([marks(address + pages[0])] if lighthouse else [])


def seconds(name: str) -> float:
    """Run one build; raises `CalledProcessError` if it fails."""
    folder = WORK / name
    line = [sys.executable, "-c", _OURS]
    if name != "ours":
        line = [sys.executable, "-m", "sphinx", "-q", "-b", "html", "-d", "doctrees"]
        line += ["source", "out"]
    path = os.pathsep.join([str(ROOT), str(WORK / "themes")] if name != "ours" else [str(ROOT)])
    started = time.perf_counter()
    subprocess.run(
        line,
        cwd=folder,
        check=True,
        env=os.environ | {"PYTHONPATH": path},
        stderr=subprocess.DEVNULL,
    )
    return time.perf_counter() - started


@contextlib.contextmanager
def serving(folder: Path):
    """Serve ``folder``; yields its address."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format, *args):
            pass

    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@contextlib.contextmanager
def page_of(scheme: str, width: int):
    """A page of a fresh browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        size = {"width": width, "height": 844}
        yield browser.new_context(viewport=size, color_scheme=scheme).new_page()
        browser.close()


def weigh(address: str, pages: list[str]) -> tuple[float, int, int]:
    """Median kilobytes and requests of a page and all it loads, and the sum of outside ones."""
    weights, counts, outside = [], [], 0
    with page_of("light", 1280) as page:
        answers = []
        page.on("response", lambda answer: answers.append(answer))
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        for name in pages:
            answers.clear()
            asked.clear()
            page.context.clear_cookies()
            page.goto(address + name, wait_until="load")
            page.evaluate("scrollTo(0, document.body.scrollHeight)")
            page.wait_for_timeout(300)
            own = [url for url in asked if not url.startswith("data:")]
            outside += sum(not url.startswith(address) for url in own)
            weights.append(sum(map(weight, answers)) / 1000)
            counts.append(len(own))
    return statistics.median(weights), int(statistics.median(counts)), outside


def weight(answer) -> int:
    """The bytes of an answer, compressed if it is text; what comes from outside counts 0."""
    with contextlib.suppress(Exception):
        if answer.url.startswith("data:"):
            return 0
        body = answer.body()
        text = not answer.url.endswith((".png", ".woff2", ".jpg"))
        return len(gzip.compress(body, 6)) if text else len(body)
    return 0


def axe(address: str, pages: list[str]) -> list[int]:
    """How many of axe's rules fail on some page, for each of the views."""
    script = (WORK / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    failed = []
    for scheme, width in VIEWS:
        rules: set[str] = set()
        with page_of(scheme, width) as page:
            for name in pages:
                page.goto(address + name, wait_until="load")
                page.evaluate(script)
                rules |= {each["id"] for each in page.evaluate("axe.run()")["violations"]}
        failed.append(len(rules))
    return failed


def marks(address: str) -> str:
    """Lighthouse on a phone: performance, accessibility, best practices, SEO."""
    line = [str(WORK / "node_modules" / ".bin" / "lighthouse"), address, "--output=json", "--quiet"]
    line += ["--chrome-flags=--headless=new --no-sandbox --disable-gpu"]
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or ""
    ran = subprocess.run(
        line, capture_output=True, text=True, env=os.environ | {"CHROME_PATH": chromium}, check=True
    )
    categories = json.loads(ran.stdout)["categories"].values()
    return "/".join(str(round(100 * (each["score"] or 0))) for each in categories)


if __name__ == "__main__":
    main()
