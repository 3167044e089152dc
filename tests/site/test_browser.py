"""The static course in a real browser: no errors, no requests to elsewhere, accessible."""

from __future__ import annotations

import pytest
from helpers.browser import needs_browser, open_page
from helpers.site_copy import built, serving

pytestmark = needs_browser
LESSONS = [
    "0_start/003_reading.html",
    "1_coding/104_brackets.html",
    "4_engineering/403_tables.html",
]
OTHERS = ["index.html", "kill-matrix.html", "search.html?q=brackets", "404.html"]


@pytest.mark.parametrize(
    ("scheme", "width", "names"),
    [
        ("light", 1280, LESSONS + OTHERS),
        ("dark", 390, LESSONS + OTHERS),
        ("dark", 1280, LESSONS[1:]),
        ("light", 390, LESSONS[1:]),
    ],
)
def test_pages_are_accessible_and_fit(scheme, width, names, axe):
    size = {"width": width, "height": 844}
    folder = built().folder / "solved"
    with serving(folder) as site, open_page(viewport=size, color_scheme=scheme) as page:
        errors: list[str] = []
        asked: list[str] = []
        page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        for name in names:
            page.goto(site + name)
            page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
            wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert page.evaluate(wide) == 0, f"{name} scrolls sideways"
            page.evaluate(axe)
            found = page.evaluate("axe.run()")
            said = [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]]
            assert said == [], name
        assert errors == []
        assert [url for url in asked if not url.startswith((site, "data:"))] == []


def test_the_theme_can_be_chosen_and_is_kept():
    with serving(built().folder / "solved") as site, open_page(color_scheme="light") as page:
        ground = "getComputedStyle(document.body).backgroundColor"
        page.goto(site + LESSONS[1])
        light = page.evaluate(ground)
        page.get_by_role("button", name="Theme: system").click()
        page.get_by_role("button", name="Theme: light").click()
        dark = page.evaluate(ground)
        assert dark != light
        page.goto(site + LESSONS[0])
        assert page.evaluate(ground) == dark
        page.get_by_role("button", name="Theme: dark").click()
        assert page.evaluate(ground) == light


def test_search_finds_a_word_and_leads_to_its_place():
    with serving(built().folder / "solved") as site, open_page() as page:
        page.goto(site)
        page.get_by_role("searchbox", name="Search the course").fill("ZWOLFZYL")
        page.keyboard.press("Enter")
        page.get_by_text("1 place", exact=True).wait_for()
        assert page.locator("#results mark").inner_text() == "zwölfzyl"
        page.locator("#results a").click()
        page.wait_for_url("**/1_coding/104_brackets.html#your-turn")
        page.goto(site + "search.html")
        box = page.get_by_label("Words to find in all lessons")
        box.fill("no such word <b>at all</b>")
        page.get_by_text("0 places").wait_for()
        box.fill("wide things")
        page.get_by_role("link", name="Tables and plots", exact=True).first.wait_for()


def test_the_pages_work_without_javascript():
    with serving(built().folder / "solved") as site, open_page(java_script_enabled=False) as page:
        page.goto(site)
        page.get_by_role("link", name="104 Matching brackets").click()
        assert page.get_by_role("heading", level=1).inner_text().startswith("Matching brackets")
        assert not page.get_by_text("Keep a stack.").is_visible()
        page.get_by_text("Hint 2 of 4").first.click()
        assert page.get_by_text("Keep a stack.").is_visible()
        assert not page.locator(".solution pre").first.is_visible()
        assert page.locator("#theme").is_hidden()
        page.get_by_role("link", name="Next Tables and plots").click()
        page.goto(site + "search.html")
        assert page.locator("noscript p").is_visible()


def test_a_page_can_be_read_from_a_folder_without_any_server():
    with open_page() as page:
        errors: list[str] = []
        page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
        page.goto((built().folder / "solved" / "index.html").as_uri())
        assert page.get_by_text("You have opened these pages from a folder.").is_visible()
        page.get_by_role("searchbox", name="Search the course").fill("zwölfzylinder")
        page.keyboard.press("Enter")
        page.get_by_text("1 place", exact=True).wait_for()
        assert errors == []


def test_printing_opens_what_is_folded(tmp_path):
    pdf = tmp_path / "lesson.pdf"
    with serving(built().folder / "solved") as site, open_page() as page:
        page.goto(site + LESSONS[1])
        solution = page.locator(".solution pre").first
        page.evaluate(
            "addEventListener('beforeprint', () => {"
            " window.printed = document.querySelectorAll('main details:not([open])').length })"
        )
        page.pdf(path=pdf)
        assert page.evaluate("window.printed") == 0
        assert not solution.is_visible()
        page.emulate_media(media="print")
        assert page.locator("header.top").is_hidden()
    assert pdf.stat().st_size > 10_000


def test_an_installable_site_is_read_without_its_server():
    with open_page() as page:
        with serving(built().folder / "solved") as site:
            page.goto(site)
            page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        page.goto(site + LESSONS[2])
        assert page.get_by_role("heading", level=1).inner_text().startswith("Tables and plots")
        page.locator("img").scroll_into_view_if_needed()
        page.wait_for_function("document.querySelector('main img').naturalWidth > 0")
        page.goto(site + "search.html?q=zwölfzylinder")
        page.get_by_text("1 place", exact=True).wait_for()
        page.goto(site + "no/such/page.html")
        assert page.get_by_role("heading", level=1).inner_text() == "This page does not exist"
