"""``mle study`` opens a lesson in a real JupyterLab; cells run and cards are seen."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request

import pytest
from helpers.browser import free_port, needs_browser, open_page

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
    port = free_port()
    command = "from autograder.cli import main; raise SystemExit(main())"
    server = subprocess.Popen(
        [
            sys.executable,
            "-c",
            command,
            "study",
            "104",
            "--no-browser",
            "--port",
            str(port),
            "--workspace",
            str(workspace),
        ],
        env={**os.environ, "JUPYTER_TOKEN": TOKEN},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{address}/api/status?token={TOKEN}", server)
        yield address, workspace
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=60)


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
    path.write_text(json.dumps(notebook))
    with open_page(viewport={"width": 1280, "height": 1000}) as page:
        page.goto(f"{address}/lab/tree/{LESSON}?token={TOKEN}")
        heading = page.locator(".jp-NotebookPanel h1", has_text="Regex matching").first
        heading.wait_for(timeout=PATIENCE)
        kernel = page.locator(".jp-Notebook-ExecutionIndicator[data-status='idle']").first
        kernel.wait_for(timeout=PATIENCE, state="attached")
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
        # The end of the notebook is not drawn before one scrolls there, so look at the file.
        for _ in range(60):
            page.keyboard.press("Control+s")
            page.wait_for_timeout(1000)
            results = list(check_results(json.loads(path.read_text())))
            if all(results):
                break
        assert results
        assert all(results), "Run All stopped before the last check"


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
    """For each check cell whether it has a result, a number for nbgrader and a card."""
    for cell in notebook["cells"]:
        if cell["id"].startswith("check-"):
            found = [out["data"] for out in cell["outputs"] if "text/html" in out.get("data", {})]
            yield any(float("".join(data["text/plain"])) >= 0 for data in found)
