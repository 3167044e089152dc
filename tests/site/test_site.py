"""The static course: what stands on its pages, what does not, and what stops the build."""

from __future__ import annotations

import hashlib
import html
import json
import re
from pathlib import Path

import pytest
from helpers.site_copy import Engine, built

from autograder.core.bank import read_bank
from autograder.site import reading
from autograder.site.errors import SiteError
from autograder.site.plots import Plots

BRACKETS = "1_coding/104_brackets.html"


@pytest.fixture(scope="module")
def engine() -> Engine:
    return built()


@pytest.fixture(scope="module")
def solved(engine) -> Path:
    return engine.folder / "solved"


@pytest.fixture(scope="module")
def plain(engine) -> Path:
    engine.build("plain", solutions=False)
    return engine.folder / "plain"


@pytest.fixture
def own(engine, tmp_path) -> Engine:
    """An engine to change, with what was executed before."""
    return Engine(tmp_path, like=engine)


def text_of(path: Path) -> str:
    """What a reader, or someone who looks into the file, can read in it."""
    raw = path.read_bytes().decode("utf-8", errors="replace")
    return raw + html.unescape(re.sub(r"<[^>]*>", "", raw))


def secrets(engine: Engine) -> list[str]:
    """The lines of the solutions and of the bank's right ones, as far as they are telling."""
    lesson = engine.lesson("104").read_text(encoding="utf-8")
    bank = engine.checks("104").parent / "bank" / "balanced.py"
    solutions = re.findall(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", lesson, re.DOTALL)
    right = [s.source for s in read_bank(bank.read_text(encoding="utf-8"), str).right]
    lines = [line.strip() for text in solutions + right for line in text.splitlines()]
    found = [line for line in lines if len(line) > 10 and not line.startswith("def ")]
    assert len(found) > 8
    return found


def test_hints_output_and_solution_follow_the_check_in_this_order_each_folded(solved):
    page = (solved / BRACKETS).read_text(encoding="utf-8")
    after = page.split('data-check="balanced"', 1)[1].split('data-exercise="deepest"', 1)[0]
    folds = re.findall(r"<details[^>]*>\s*<summary>(.*?)</summary>", after)
    assert folds == [
        "Hint 1 of 4",
        "Hint 2 of 4",
        "Hint 3 of 4",
        "Hint 4 of 4",
        "Expected output",
        "Solution",
    ]
    assert "<details open" not in page
    before = page.split('<details class="solution"', 1)[0]
    assert "still_open" not in before
    assert "NotImplementedError" in before


def test_an_exercise_holds_its_stub(solved):
    page = (solved / BRACKETS).read_text(encoding="utf-8")
    learner = json.loads((solved / "1_coding" / "104_brackets.ipynb").read_text(encoding="utf-8"))
    for name in ("balanced", "deepest"):
        cell = next(cell for cell in learner["cells"] if cell["id"] == name)
        shown = re.search(rf'data-exercise="{name}".*?<pre[^>]*>(.*?)</pre>', page, re.DOTALL)
        stub = html.unescape(re.sub(r"<[^>]+>", "", shown[1]))
        assert stub == "".join(cell["source"]) + "\n"


def test_without_solutions_no_file_has_a_trace_of_them(engine, solved, plain):
    lines = secrets(engine)
    own = [line for line in lines if line in text_of(engine.lesson("104"))]
    shown = text_of(solved / BRACKETS)
    assert all(line in shown for line in own), "the search for traces finds nothing at all"
    files = [path for path in plain.rglob("*") if path.is_file()]
    assert len(files) > 10
    leaks = [(path.name, line) for path in files for line in lines if line in text_of(path)]
    assert leaks == []


def test_the_bank_and_the_search_give_nothing_away_in_either_site(engine, solved, plain):
    right = [line for line in secrets(engine) if line not in text_of(engine.lesson("104"))]
    own = [line for line in secrets(engine) if line in text_of(engine.lesson("104"))]
    assert right and own
    for path in [path for path in solved.rglob("*") if path.is_file()]:
        assert not [line for line in right if line in text_of(path)], path
    index = json.loads(
        (solved / "_static" / "search-index.js")
        .read_text(encoding="utf-8")
        .removeprefix("window.courseIndex(")
        .rstrip(";\n")
        .removesuffix(")")
    )
    everything = " ".join(text for row in index for text in row)
    assert "zwölfzylinder" in everything
    assert not [line for line in own if line in everything]


def test_the_first_page_says_what_each_lesson_gives(solved):
    page = text_of(solved / "index.html")
    assert "Whether you keep what is still open, and nothing more." in page
    assert "20 min reading · 26 min practice · 4 points · hard" in page
    assert page.index("Coding and SQL") < page.index("Engineering")
    assert 'href="1_coding/104_brackets.html"' in page


def test_a_lesson_knows_its_neighbours_and_offers_its_notebook(solved):
    page = (solved / BRACKETS).read_text(encoding="utf-8")
    assert '<a rel="prev" href="../0_start/003_reading.html">' in page
    assert '<a rel="next" href="../4_engineering/403_tables.html">' in page
    assert '<a href="104_brackets.ipynb" download>' in page
    assert 'rel="prev"' not in (solved / "0_start/003_reading.html").read_text(encoding="utf-8")
    notebook = json.loads((solved / "1_coding/104_brackets.ipynb").read_text(encoding="utf-8"))
    assert "still_open" not in json.dumps(notebook)


def test_markup_in_titles_and_descriptions_is_text(solved):
    page = (solved / "0_start/003_reading.html").read_text(encoding="utf-8")
    assert '<meta property="og:title" content="Reading &amp; &quot;writing&quot;">' in page
    assert '<meta name="description" content="That you read code before you write any,' in page
    assert "Reading &amp; &#34;writing&#34;</a>" in (solved / BRACKETS).read_text("utf-8")


def test_markdown_means_what_it_means_in_jupyterlab(solved):
    page = (solved / "0_start/003_reading.html").read_text(encoding="utf-8")
    assert "% a line that is no comment" in page
    assert "{role}<code>is text</code>" in page
    assert "graph LR" in page
    assert "<msqrt>" in page and 'display="block"' in page and "\\sqrt" not in page
    folded = re.search(r"<summary>A folded answer</summary>(.*?)</details>", page, re.DOTALL)
    assert '<h3 id="a-heading-in-a-fold">' in folded[1] and "<li>" in folded[1]
    assert 'href="../1_coding/104_brackets.html#your-turn"' in page


def test_tables_and_plots_can_be_read_by_everyone(solved):
    page = (solved / "4_engineering/403_tables.html").read_text(encoding="utf-8")
    assert page.count('<div class="scroll" tabindex="0"><table') == 3
    assert not re.search(r"<th[^>]*>\s*(<p>\s*</p>)?\s*</th>", page)
    images = re.findall(r"<img [^>]*>", page)
    assert len(images) == 1 and 'alt="A line that goes up."' in images[0]
    assert "data:image/png" not in page
    assert "border=" not in page and "<style" not in page
    name = re.search(r'src="\.\./(_plots/[^"]+)"', images[0])[1]
    assert 0 < (solved / name).stat().st_size < 12_000


def test_the_code_of_a_drawing_is_folded_before_its_picture(solved):
    page = (solved / "4_engineering/403_tables.html").read_text(encoding="utf-8")
    before, rest = page.split('<details class="drawing"', 1)
    code, after = rest.split("</details>", 1)
    assert "Code of the drawing" in code and "style():" in code and "<img" not in code
    assert "<img" in after and "style():" not in before


def test_a_plot_needs_a_text(tmp_path):
    with pytest.raises(SiteError, match=r'302_x: the cell plot shows .* alt="\.\.\."'):
        Plots(tmp_path).out_of(
            '<img src="data:image/png;base64,iVBORw0KGgo=">', "302_x: the cell plot"
        )


def test_nothing_is_loaded_from_elsewhere(solved):
    for path in solved.rglob("*.html"):
        page = reading.read(path)
        assert not [link for link, loaded in page.links if loaded and "//" in link], path


def test_the_kill_matrix_has_its_page(solved):
    page = text_of(solved / "kill-matrix.html")
    assert "wrong: counts" in page and "right: erases pairs" in page


def test_building_again_gives_the_same_bytes_and_runs_nothing(engine, own, solved):
    assert own.lessons_run(out="again", offline=True) == 0
    assert digests(own.folder / "again") == digests(solved)


def digests(folder: Path) -> dict[str, str]:
    """The digest of each file but the learner's notebooks' ids, which do not change either."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_only_what_changed_is_run(own):
    checks = own.checks("104")
    checks.write_text(checks.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    own.lesson("003").write_text(
        own.lesson("003").read_text(encoding="utf-8").replace("one", "another"), encoding="utf-8"
    )
    assert own.lessons_run() == 2
    assert own.lessons_run() == 0


def test_the_address_of_the_site_is_used_where_it_is_given(own):
    own.build(base_url="https://example.org/course", only=["104", "403"])
    site = own.folder / "build" / "site"
    page = (site / BRACKETS).read_text(encoding="utf-8")
    address = "https://example.org/course/1_coding/104_brackets.html"
    assert f'<link rel="canonical" href="{address}">' in page
    assert f"<loc>{address}</loc>" in (site / "sitemap.xml").read_text(encoding="utf-8")
    picture = re.search(
        r'og:image" content="https://example.org/course/(_pictures/104_brackets.png)"', page
    )
    assert (site / picture[1]).read_bytes().startswith(b"\x89PNG")
    lost = (site / "404.html").read_text(encoding="utf-8")
    assert 'href="/course/_static/course.css"' in lost and 'href="/course/index.html"' in lost
    assert not (site / "0_start").exists()
    assert "Reading" not in page, "a link to a lesson that is not there"


def test_a_cell_that_fails_stops_the_build_and_the_old_site_stays(own):
    own.build(only=["403"])
    before = digests(own.folder / "build" / "site")
    lesson = own.lesson("403")
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(text.replace("pd.DataFrame(", "pd.NoSuchFrame("), encoding="utf-8")
    with pytest.raises(RuntimeError) as caught:
        own.build(only=["403"])
    said = str(caught.value)
    assert "execute.py" not in said
    assert said.startswith("403_tables: the cell a-table-2 stopped with AttributeError: ")
    assert "pd.NoSuchFrame(" in said
    assert digests(own.folder / "build" / "site") == before
    assert not list((own.folder / "build").glob(".*")), "something half-made is left"


def test_a_solution_that_fails_its_check_stops_the_build(own):
    lesson = own.lesson("104")
    lesson.write_text(lesson.read_text(encoding="utf-8").replace("7 // 3", "3"), encoding="utf-8")
    with pytest.raises(RuntimeError, match="does not pass check-deepest: expected 1 points, got 0"):
        own.build(only=["104"])


def test_a_warning_stops_the_build_every_time(own):
    lesson = own.lesson("003")
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(text.replace("## A heading with", "### A heading with"), encoding="utf-8")
    for _ in range(2):
        with pytest.raises(RuntimeError, match="003_reading.* H1 to H3"):
            own.build(only=["003"])


def test_a_folder_with_other_files_is_never_replaced(own):
    precious = own.folder / "build" / "site" / "precious.txt"
    precious.parent.mkdir(parents=True)
    precious.write_text("mine")
    with pytest.raises(RuntimeError, match="holds files that are not a built site"):
        own.build()
    assert precious.read_text() == "mine"


def test_an_unknown_lesson_is_answered_with_the_nearest(own):
    with pytest.raises(RuntimeError, match="Did you mean"):
        own.build(only=["104_brakcets"])


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('<a href="gone.html">x</a>', "leads nowhere: gone.html"),
        ('<a href="#gone">x</a>', "no such place on that page: #gone"),
        ('<a href="other.html#gone">x</a>', "no such place on that page: other.html#gone"),
        ('<img src="https://example.org/x.png">', "loaded from elsewhere"),
        ('<a href="https://example">x</a>', "not a well-formed address"),
        ('<p id="a"></p><p id="a"></p>', "the id a stands there twice"),
        ("<details><p></details>", "</details> closes <p>"),
        ("<div>", "<div> is never closed"),
        ('<a href="other.html#there">x</a><a href="https://example.org/a?b">y</a>', None),
    ],
)
def test_faults_of_pages_are_found(body, fault, tmp_path):
    page, other = tmp_path / "page.html", tmp_path / "other.html"
    page.write_text(body, encoding="utf-8")
    other.write_text('<p id="there"></p>', encoding="utf-8")
    found = list(reading.faults(tmp_path, [reading.read(page), reading.read(other)]))
    assert len(found) == (fault is not None)
    assert fault is None or fault in found[0]
