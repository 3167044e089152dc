"""``mle study`` opens a lesson in a real JupyterLab; cells run and cards are seen."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
import urllib.request

import pytest
from helpers.browser import free_port, needs_browser, open_page

from autograder.study.resetting import starter

LESSON = "1_coding/104_regex_matching.ipynb"
TOKEN = "a-token-for-this-test"
PATIENCE = 240_000
"""Milliseconds: a busy machine is slow, and a fault shows in what is there at last."""
ANSWER = """
def is_match(s, p):
    return s == p
"""


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """The address of JupyterLab, started by ``mle study 104``, and the workspace."""
    workspace = tmp_path_factory.mktemp("study") / "my-course"
    with running(workspace, "104") as (address, _):
        yield address, workspace


def wait_for_kernel(page) -> None:
    """Until the status bar says that the kernel is idle: the notebook's own mark is too early."""
    page.get_by_text("Python 3 (ipykernel) | Idle").first.wait_for(timeout=PATIENCE)


def _wait_for(url: str, server: subprocess.Popen) -> None:
    for _ in range(240):
        assert server.poll() is None, "JupyterLab ended"
        try:
            urllib.request.urlopen(url, timeout=5)
            return
        except OSError:
            time.sleep(0.5)
    raise AssertionError("JupyterLab did not answer")


@needs_browser
def test_a_lesson_is_opened_run_and_answered_with_cards(lab, root):
    address, workspace = lab
    path = workspace / LESSON
    notebook = json.loads(path.read_text())
    for cell in notebook["cells"]:
        if cell["id"] == "is_match":
            cell["source"] = ANSWER
        if cell["id"] == "glob_match":
            cell["source"] = "def glob_match(s, p:\n    return s == p"
    path.write_text(json.dumps(notebook))
    with open_page(viewport={"width": 1280, "height": 1000}) as page:
        page.goto(f"{address}/lab/tree/{LESSON}?token={TOKEN}")
        heading = page.locator(".jp-NotebookPanel h1", has_text="Regex matching").first
        heading.wait_for(timeout=PATIENCE)
        wait_for_kernel(page)
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_text("Run All Cells", exact=True).click()
        card = page.locator(".mle-card[aria-label^='is_match: ']").first
        card.wait_for(timeout=PATIENCE, state="attached")
        card.scroll_into_view_if_needed()
        assert not page.get_by_text("Jupyter news").count()
        assert "expected" in card.text_content()
        assert "not passed" in card.get_attribute("aria-label")
        folder = root / "build" / "screenshots"
        folder.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=folder / "jupyterlab.png")
        folded = page.locator(".jp-Cell-inputWrapper .jp-InputPlaceholder").first
        folded.wait_for(timeout=PATIENCE, state="attached")
        # The end of the notebook is not drawn before one scrolls there, so look at the file.
        for _ in range(60):
            page.keyboard.press("Control+s")
            page.wait_for_timeout(1000)
            results = list(check_results(json.loads(path.read_text())))
            if all(results):
                break
        assert results
        assert all(results), "Run All stopped before the last check"
        cells = {cell["id"]: cell for cell in json.loads(path.read_text())["cells"]}
        assert cells["glob_match"]["outputs"][0]["ename"] == "SyntaxError"
        assert "its cell stopped with SyntaxError" in str(cells["check-glob_match"]["outputs"])


@needs_browser
def test_an_answer_is_reset_from_another_cell_and_brought_back(lab):
    address, workspace = lab
    path = workspace / LESSON
    notebook = json.loads(path.read_text())
    for cell in notebook["cells"]:
        if cell["id"] == "is_match":
            cell["source"] = ANSWER
    path.write_text(json.dumps(notebook))
    with open_page(viewport={"width": 1280, "height": 1000}) as page:
        page.goto(f"{address}/lab/tree/{LESSON}?reset&token={TOKEN}")
        page.locator(".jp-NotebookPanel h1").first.wait_for(timeout=PATIENCE)
        wait_for_kernel(page)
        for call, wanted in (
            ('from autograder import check\nreset("is_match")', starter("is_match")),
            ('reset("is_match", undo=True)', ANSWER),
        ):
            first = page.locator(".jp-Notebook-cell").first
            first.click()
            page.keyboard.press("Escape")
            page.keyboard.press("a")
            page.keyboard.press("Enter")
            page.keyboard.insert_text(call)
            page.keyboard.press("Control+Enter")
            said = page.locator(".jp-Notebook-cell").first.locator(".jp-OutputArea-output")
            said.get_by_text("is_match").first.wait_for(timeout=PATIENCE)
            for _ in range(60):
                page.keyboard.press("Control+s")
                page.wait_for_timeout(1000)
                cells = json.loads(path.read_text())["cells"]
                [source] = ["".join(c["source"]) for c in cells if c["id"] == "is_match"]
                if source == wanted:
                    break
            assert source == wanted


@needs_browser
def test_the_first_screen_is_the_first_lesson_and_later_the_one_left_last(tmp_path, root):
    folder = root / "build" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    workspace = tmp_path / "my-course"
    for scheme, opened, heading in (
        ("light", None, "Start here"),
        ("dark", LESSON, "Start here"),
        ("light", None, "Regex matching"),
    ):
        with running(workspace) as (address, said):
            with open_page(viewport={"width": 1280, "height": 900}, color_scheme=scheme) as page:
                page.goto(f"{address}/?token={TOKEN}")
                shown = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) h1")
                shown.filter(has_text=heading).first.wait_for(timeout=PATIENCE)
                page.locator(".jp-DirListing-item", has_text=".ipynb").first.wait_for()
                menus = page.locator(".lm-MenuBar").inner_text().split()
                assert menus == "File Edit View Run Kernel Tabs Settings Help".split()
                words = page.locator("body").inner_text()
                for word in ("Validate", "Create Assignment", "Nbgrader", "Launcher", "Formgrader"):
                    assert word.lower() not in words.lower()
                part = "1_coding" if heading == "Regex matching" else "0_start"
                assert part in page.locator(".jp-BreadCrumbs").inner_text()
                dark = page.evaluate("document.body.dataset.jpThemeLight") == "false"
                assert dark == (scheme == "dark")
                if heading == "Start here":
                    page.screenshot(path=folder / f"first-{scheme}.png")
                if opened:
                    page.locator(".jp-BreadCrumbs-home").first.click()
                    page.locator(".jp-DirListing-item", has_text="1_coding").first.dblclick()
                    page.locator(".jp-DirListing-item", has_text="104_").first.dblclick()
                    shown.filter(has_text="Regex").first.wait_for(timeout=PATIENCE)
                    layouts = workspace / ".mle" / "jupyter"
                    for _ in range(60):
                        page.wait_for_timeout(500)
                        if any(LESSON in each.read_text() for each in layouts.glob("*")):
                            break
                wait_for_kernel(page)
                lines = said().splitlines()
        assert [line for line in lines if "http" in line] == [f"JupyterLab: {address_of(lines)}"]
        assert len(lines) == 2 and lines[0].startswith("Lessons: "), lines


def address_of(lines: list[str]) -> str:
    return next(line.split()[-1] for line in lines if "http" in line)


@contextlib.contextmanager
def running(workspace, *words: str):
    """JupyterLab as ``mle study`` starts it: its address, and what the terminal shows."""
    port = free_port()
    command = "from autograder.cli import main; raise SystemExit(main())"
    line = [sys.executable, "-c", command, "study", *words, "--no-browser", "--port", str(port)]
    printed = workspace.parent / f"terminal-{port}.txt"
    with printed.open("wb") as file:
        server = subprocess.Popen(
            [*line, "--workspace", str(workspace)],
            env={**os.environ, "JUPYTER_TOKEN": TOKEN},
            stdout=file,
            stderr=subprocess.STDOUT,
        )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{address}/api/status?token={TOKEN}", server)
        yield address, printed.read_text
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=60)


@needs_browser
def test_the_first_page_says_what_to_do_and_opens_it(lab):
    address, workspace = lab
    with open_page(viewport={"width": 1280, "height": 1000}) as page:
        page.goto(f"{address}/lab/tree/today.md?token={TOKEN}&reset")
        shown = page.locator(".jp-MarkdownViewer")
        shown.get_by_role("heading", name="Your next hour").wait_for(timeout=PATIENCE)
        shown.get_by_role("link", name="progress.html").click()
        frame = page.frame_locator(".jp-HTMLViewer iframe")
        frame.get_by_role("heading", name="Your progress").wait_for(timeout=PATIENCE)
        page.get_by_role("tab", name="today.md").click()
        shown.locator("ol a").first.click()
        page.locator(".jp-NotebookPanel").first.wait_for(timeout=PATIENCE)


def check_results(notebook: dict):
    """For each check cell whether it has a result, a number for nbgrader and a card.

    That of the answer with a syntax error says why there is none.
    """
    for cell in notebook["cells"]:
        if cell["id"] == "check-glob_match":
            yield bool(cell["outputs"])
        elif cell["id"].startswith("check-"):
            results = [o["data"] for o in cell["outputs"] if o["output_type"] == "execute_result"]
            found = [data for data in results if "text/html" in data]
            yield any(float("".join(data["text/plain"])) >= 0 for data in found)
