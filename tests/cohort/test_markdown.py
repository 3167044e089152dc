"""What students write in Markdown runs nothing, and is otherwise shown as they wrote it."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from autograder.cohort import markdown
from autograder.cohort.markdown import as_html, listed

PICTURE = {"x.png": {"image/png": "iVBORw0KGgo="}}
TAGS = set(
    "a blockquote br code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr img input li ol p pre strong "
    "table tbody td th thead tr ul".split()
)
ATTRIBUTES = {
    "alt",
    "checked",
    "class",
    "disabled",
    "href",
    "src",
    "start",
    "style",
    "title",
    "type",
}


class Read(HTMLParser):
    """The tags, attributes and addresses of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.pictures: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value for name, value in attrs if name == "href"]
        self.pictures += [value for name, value in attrs if name == "src"]

    def handle_data(self, data) -> None:
        self.text += data


def as_shown(source: str, attachments=PICTURE) -> Read:
    """The page in which nbgrader shows a text: Markdown once more, with its HTML."""
    renderer = IPythonRenderer(escape=False, attachments={})
    return Read(MarkdownWithMath(renderer=renderer).render(as_html(source, attachments)))


def is_harmless(page: Read) -> bool:
    allowed = ("http://", "https://", "mailto:")
    links = all(
        link.lower().startswith(allowed)
        or ":" not in link.split("/")[0].split("#")[0].split("?")[0]
        for link in page.links
    )
    pictures = all(
        each.lower().startswith(("http://", "https://", "data:image/png;base64,"))
        for each in page.pictures
    )
    return links and pictures and page.tags <= TAGS and page.attributes <= ATTRIBUTES


ATTACKS = [
    r"[x](javascript\:alert(1))",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java&Tab;script:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](\x01javascript:alert(1))",
    "[x][y]\n\n[y]: javascript:alert(1)",
    "[y]\n\n[y]: java\\script\\:alert(1)",
    "<javascript:alert(1)>",
    "[x](data:text/html,x)",
    "![x](javascript:alert(1))",
    "![x](data:text/html,x)",
    "![x][y]\n\n[y]: data:image/svg+xml,x",
    "[x](vbscript:x)",
    "[x](file:///etc/passwd)",
    "[x](blob:x)",
    "[x](view-source:x)",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "a <b onclick=x>b</b>",
    "```mermaid\n<script>alert(1)</script>\n```",
    "```html\n</code><script>alert(1)</script>\n```",
    '![" onerror=alert(1) x="](https://a.b/c)',
    '[x](https://a.b "\\" onclick=alert(1)")',
    '![x](attachment:"onerror=")',
    "`a\n\n<script>alert(1)</script>`",
    "<div>\n\n<script>x</script>",
    "$<script>alert(1)</script>$",
    "$$\n\n<img src=x onerror=y>\n\n$$",
    "\\begin{a}<script>x</script>\\end{a}",
    "~~~\n\n\n</pre>\n\n<script>x</script>\n~~~",
    "| a |\n|---|\n| <script>x</script> |",
    "[x]:\n\n[a](b\n\n<script>x</script>",
    "<!-- -->\n<script>x</script>",
]


@pytest.mark.parametrize("source", ATTACKS)
def test_an_attack_is_shown_and_does_nothing(source):
    page = as_shown(source)
    assert is_harmless(page), as_html(source, PICTURE)


parts = st.sampled_from(
    [
        "<",
        ">",
        "script",
        "[",
        "]",
        "(",
        ")",
        "javascript",
        ":",
        "\\",
        "\n",
        "\n\n",
        "`",
        "```",
        "$",
        "$$",
        "!",
        "&#58;",
        "&Tab;",
        "&lt;",
        " ",
        "\t",
        '"',
        "'",
        "=",
        "onerror",
        "img",
        "https://a.b",
        "attachment:x.png",
        "<!--",
        "-->",
        "</div>",
        "|",
        "---",
        "~~",
        "* ",
        "# ",
        "> ",
        "x",
        "\x0b",
        "\x0c",
        "\\begin{a}",
        "\\end{a}",
        "\\[",
        "\\]",
        "- [ ] ",
        "\u2028",
        "\x85",
        "\r",
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(parts, max_size=25).map("".join))
def test_no_text_does_anything(source):
    assert is_harmless(as_shown(source)), as_html(source, PICTURE)


@settings(max_examples=100, deadline=None)
@given(st.lists(parts, max_size=25).map("".join))
def test_a_list_of_notes_is_plain_text(line):
    page = as_shown("")
    renderer = IPythonRenderer(escape=False, attachments={})
    page = Read(MarkdownWithMath(renderer=renderer).render(listed("Notes", [line, "second"])))
    assert page.tags == {"div", "p", "strong", "ul", "li"}
    assert not page.attributes and "second" in page.text


@pytest.mark.parametrize(
    "code",
    [
        "a < b && c",
        "if a<b: x = &y",
        "&lt;b&gt; &amp;",
        "data&#58;text",
        "data:x; file:y",
        "<b>bold</b>",
        "[x](javascript:y)",
        "r'\\href'",
        "a\n\n\nb",
        "$x$",
    ],
)
def test_code_is_left_as_it_is(code):
    for source in (f"```\n{code}\n```", f"```python\n{code}\n```"):
        assert as_shown(source).text.strip() == code
    if "\n" not in code and "`" not in code:
        assert as_shown(f"so `{code}` it is").text.strip() == f"so {code} it is"


def test_what_is_meant_well_is_shown():
    page = as_shown(
        "# Plan\n\n**bold** [web](https://example.org/a?b=c:d) <me@example.org> [own](#plan) "
        "[file](notes.md)\n\n![shot](attachment:x.png) ![web](https://a.b/c.png)\n\n"
        "| a | b |\n|---|---|\n| 1 < 2 | $x<y$ |\n\n- one\n- two"
    )
    assert is_harmless(page)
    assert {"h1", "strong", "table", "ul", "img"} <= page.tags
    assert "https://example.org/a?b=c:d" in page.links and "#plan" in page.links
    assert "notes.md" in page.links
    assert page.pictures == ["data:image/png;base64,iVBORw0KGgo=", "https://a.b/c.png"]
    assert "1 < 2" in page.text and "$x<y$" in page.text


def test_a_picture_that_did_not_come_along_is_named():
    page = as_shown("![a photo](attachment:lost.png)")
    assert "a photo" in page.text and not page.pictures


def test_mathjax_makes_no_links():
    page = as_shown(
        r"$\href{javascript:alert(1)}{x}$ and $$\require{html}$$ \href{x}{y} &#92;href{z}"
    )
    assert "\\href" not in page.text and "\\require" not in page.text


def test_a_text_that_takes_too_long_is_shown_as_it_is(monkeypatch):
    def endless(source, attachments):
        while True:
            pass

    monkeypatch.setattr(markdown, "_rendered", endless)
    monkeypatch.setattr(markdown, "SECONDS", 0.2)
    page = as_shown("a\n\n<b>")
    assert "<b>" in page.text and page.tags == {"div", "pre"}
    assert "<b>" in as_html("&", {}, plain=True) or "<pre>&amp;</pre>" in as_html(
        "&", {}, plain=True
    )
