"""Exercises of the static course that run in the reader's browser, tried in a real one.

Every one of them is run: its stub fails, its solution passes, and Reset brings the stub back. An
endless loop is stopped in the last one of each lesson.
"""

from __future__ import annotations

import contextlib
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest
from helpers.browser import fits_and_is_accessible, needs_browser, open_page
from helpers.site_copy import Engine, course_with_runner, serving

from autograder import lessons
from autograder.authoring import release
from autograder.authoring.lesson import read_lesson
from autograder.lessons import load
from autograder.site.browser import runtime, shipped
from autograder.site.errors import SiteError

LESSONS = [path.name for path in lessons.paths()]
PATIENCE = 60_000
needs_npm = pytest.mark.skipif(shutil.which("npm") is None, reason="npm is not installed")


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Iterator[str]:
    """The address of the course, built with what runs its exercises; it can be installed."""
    folder = course_with_runner(tmp_path_factory.mktemp("runner") / "site", offline=True)
    with serving(folder) as address:
        yield address


@pytest.fixture(scope="module")
def browser(site) -> Iterator:
    """A page whose faults and requests to elsewhere fail the test that uses it."""
    with open_page(service_workers="block") as page:
        page.faults = []
        page.on("console", lambda said: note(page, said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: note(page, str(error)))
        page.on("request", lambda request: asked(page, request.url, site))
        page.on("dialog", lambda dialog: dialog.accept())
        page.set_default_timeout(PATIENCE)
        yield page


@contextlib.contextmanager
def another(page, **context) -> Iterator:
    """A page in a fresh profile of the same browser."""
    made = page.context.browser.new_context(**context)
    try:
        new = made.new_page()
        new.set_default_timeout(PATIENCE)
        yield new
    finally:
        made.close()


def note(page, text: str) -> None:
    page.faults.append(text)


def asked(page, url: str, site: str) -> None:
    if not url.startswith((site, "data:", "blob:")):
        note(page, f"asked for {url}")


def solutions(name: str) -> dict[str, str]:
    """The solved answer cells of a lesson."""
    made = release.notebook(read_lesson(lessons.find_path(name)), "solved")
    return {cell["id"]: cell["source"] for cell in made["cells"]}


def address(name: str) -> str:
    return f"{lessons.find_path(name).parent.name}/{name}.html"


class Card:
    """An exercise on a page."""

    def __init__(self, page, name: str) -> None:
        self.cell = page.locator(f'[data-exercise="{name}"]')
        self.text = self.cell.get_by_role("textbox")
        self.says = self.cell.locator(".says")

    def button(self, name: str):
        return self.cell.get_by_role("button", name=name)

    def run(self, text: str | None = None) -> str:
        """Run it, with this text if there is one; returns the first line of its card."""
        if text is not None:
            self.text.fill(text)
        self.button("Run and check").click()
        self.says.filter(has_text=re.compile("^$|not")).wait_for(state="attached")
        return self.cell.locator(".mle-card strong").first.inner_text()

    def stop_endless_loop(self) -> None:
        self.text.fill("while True:\n    pass\n")
        self.button("Run and check").click()
        self.says.get_by_text("Running").wait_for()
        self.button("Stop").click()
        self.says.get_by_text("Stopped.").wait_for()


@needs_browser
@needs_npm
@pytest.mark.parametrize("name", LESSONS)
def test_every_exercise_runs_in_the_page(name, site, browser):
    browser.faults.clear()
    browser.goto(site + address(name))
    solved, exercises = solutions(name), load(name)
    names = "(cells) => cells.map((cell) => cell.dataset.exercise)"
    running = browser.locator("[data-loads]").evaluate_all(names)
    if name.startswith("1") and "112" not in name:
        assert running == list(exercises)
    for each in running:
        points = exercises[each].points
        card = Card(browser, each)
        stub = card.text.input_value()
        assert stub != solved[each]
        assert card.run().endswith((", not passed", ", not written yet")), each
        assert card.run(solved[each]) == f"{each}: {points} of {points} points, passed"
        card.button("Reset").click()
        assert card.text.input_value() == stub_of(name, each)
        card.button("Undo the reset").click()
        assert card.text.input_value() == solved[each]
    for each in running[-1:]:  # a worker is ended by it, and the next takes seconds to start
        card = Card(browser, each)
        card.stop_endless_loop()
        assert card.run(solved[each]).endswith("passed")
    for each in set(exercises) - set(running):
        beside = browser.locator(f'[data-check="{each}"] + .lacks')
        assert "the page does not bring" in beside.inner_text()
    assert browser.faults == []


def stub_of(name: str, exercise: str) -> str:
    made = release.notebook(read_lesson(lessons.find_path(name)), "learner")
    return next(cell["source"] for cell in made["cells"] if cell["id"] == exercise)


@needs_browser
@needs_npm
def test_a_notebook_with_the_answers_scores_the_same(site, browser, tmp_path):
    name = "104_regex_matching"
    solved = solutions(name)
    browser.goto(site + address(name))
    answers = {
        "is_match": solved["is_match"],
        "glob_match": "import fnmatch\n\n\ndef glob_match(s, p):\n    return s == p\n",
    }
    said = [Card(browser, each).run(text) for each, text in answers.items()]
    browser.reload()  # answers are kept
    with browser.expect_download() as download:
        browser.get_by_role("button", name="Download it with your answers").click()
    exported = tmp_path / download.value.suggested_filename
    download.value.save_as(exported)
    assert exported.name == f"{name}.ipynb"
    code = "import sys; from autograder.cli import main; sys.exit(main())"
    line = [sys.executable, "-c", code, "check", "--json", str(exported)]
    ran = subprocess.run(line, capture_output=True, text=True)
    scored = json.loads(ran.stdout)
    for headline, each in zip(said, answers):
        earned, points = re.search(r": ([\d.]+) of ([\d.]+) points", headline).groups()
        found = scored["exercises"][each]
        assert (found["earned"], found["points"]) == (float(earned), float(points)), each
    assert 0 < scored["exercises"]["glob_match"]["points"]


@needs_browser
@needs_npm
@pytest.mark.parametrize(
    ("scheme", "width"), [("light", 1280), ("dark", 390), ("dark", 1280), ("light", 390)]
)
def test_pages_are_accessible_before_and_after_a_run(scheme, width, site, browser, axe):
    size = {"width": width, "height": 844}
    with another(browser, viewport=size, color_scheme=scheme, service_workers="block") as page:
        page.goto(site + address("104_regex_matching"))
        fits_and_is_accessible(page, axe)
        long = "x" * 200
        Card(page, "is_match").run(f"print('{long}')\n\n\ndef is_match(s, p):\n    return '{long}'")
        fits_and_is_accessible(page, axe)


@needs_browser
@needs_npm
def test_the_keyboard_reaches_and_leaves_the_editor(site, browser):
    browser.goto(site + address("104_regex_matching"))
    card = Card(browser, "is_match")
    card.text.fill("def is_match(s, p):")
    card.text.press("End")
    for key in ("Enter", "p", "Tab", "Escape", "Tab"):
        browser.keyboard.press(key)
    assert card.text.input_value() == "def is_match(s, p):\n    p    "
    assert browser.evaluate("document.activeElement.textContent").startswith("Run and check")
    browser.evaluate("localStorage.clear()")


@needs_browser
@needs_npm
def test_a_stub_that_changed_is_told_and_the_text_is_kept(site, browser):
    browser.goto(site + address("104_regex_matching"))
    Card(browser, "is_match").text.fill("mine")
    browser.evaluate(
        "localStorage.setItem('answer 104_regex_matching is_match',"
        " JSON.stringify({text: 'mine', version: 'older'}))"
    )
    browser.reload()
    card = Card(browser, "is_match")
    assert card.text.input_value() == "mine"
    assert "has changed since you wrote this" in card.says.inner_text()
    browser.evaluate("localStorage.clear()")


@needs_browser
@needs_npm
def test_an_installed_page_runs_without_its_server(browser, tmp_path):
    folder = course_with_runner(tmp_path / "site", offline=True, only=["104"])
    name = "104_regex_matching"
    with another(browser) as page:
        with serving(folder) as away:
            page.goto(away + address(name))
            page.evaluate("navigator.serviceWorker.ready.then(() => true)")
            page.wait_for_function("navigator.serviceWorker.controller !== null")
        page.reload()
        assert Card(page, "is_match").run(solutions(name)["is_match"]).endswith(" points, passed")


@needs_browser
@needs_npm
def test_without_javascript_and_on_paper_the_stub_is_shown(site, browser):
    with another(browser, java_script_enabled=False) as page:
        page.goto(site + address("104_regex_matching"))
        assert page.locator('[data-exercise="is_match"] pre').is_visible()
        assert not page.get_by_role("button", name="Run and check").count()
    with another(browser, service_workers="block") as page:
        page.goto(site + address("104_regex_matching"))
        stub = page.locator('[data-exercise="is_match"] .input pre')
        assert not stub.is_visible()
        page.emulate_media(media="print")
        assert stub.is_visible()
        assert not page.locator(".runner textarea").first.is_visible()


def test_what_is_shipped_holds_no_bank():
    sent = shipped.files(LESSONS)
    assert [name for name in sent if "/bank/" in name] == []
    everything = b"\n".join(sent.values()).decode()
    for name in LESSONS:
        assert f"autograder/lessons/{lessons.find_path(name).parent.name}/{name}/checks.py" in sent
        for exercise in load(name):
            for solution in lessons.bank(exercise).solutions:
                assert solution.source.strip() not in everything


def test_what_is_shipped_is_what_a_check_imports():
    sent = shipped.files(["104_regex_matching"])
    assert {"autograder/check.py", "autograder/sql.py", "autograder/groups/calls.py"} <= set(sent)
    rooms = {name.split("/")[1] for name in sent if name.count("/") > 1}
    assert rooms == {"core", "trying", "design", "groups", "lessons"}
    assert [name for name in sent if name.endswith("checks.py")] == [
        "autograder/lessons/1_coding/104_regex_matching/checks.py"
    ]


def test_without_npm_the_build_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(runtime.shutil, "which", lambda name: None)
    with pytest.raises(SiteError, match="Install Node.js.*or build without the runner: mle site"):
        runtime.gather({}, False, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_without_the_runner_nothing_of_it_is_there(tmp_path):
    made = Engine(tmp_path)
    made.build("plain", only=["104"])
    assert not (tmp_path / "plain" / runtime.FOLDER).exists()
    page = (tmp_path / "plain" / "1_coding" / "104_brackets.html").read_text(encoding="utf-8")
    assert "runner.js" not in page and "data-loads" not in page
