"""The Sphinx extension: how the course's pages come out as HTML.

Headings are not wrapped in sections, so that a fold of Markdown may hold any of them and the
page stays well-formed.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from .rendering import page_context

LONGEST_UNSCROLLED = 36
"""Columns of code that fit on the narrowest phone."""

_PLAIN_TOKEN = re.compile(r'<span class="(?:n|w|o|p|pm|nv|na|nl|no|py|gp|go|x)">([^<]*)</span>')
_HALVES = {"cell_code_source": "input", "cell_code_output": "outputs"}


class Translator(HTML5Translator):
    """Sphinx's HTML, with accessible code cells and tables, and without sections."""

    def visit_section(self, node: nodes.Element) -> None:
        self.section_level += 1

    def depart_section(self, node: nodes.Element) -> None:
        self.section_level -= 1

    def visit_title(self, node: nodes.Element) -> None:
        if not isinstance(node.parent, nodes.section):
            super().visit_title(node)
            return
        level = self.section_level + self.initial_header_level - 1
        first, *others = node.parent["ids"]
        anchors = "".join(f'<span id="{other}"></span>' for other in others)
        self.body.append(f'<h{level} id="{first}">{anchors}')
        self.context.append(f"</h{level}>\n")

    def visit_literal(self, node: nodes.Element) -> None:
        self.body.append(f"<code>{self.encode(node.astext())}</code>")
        raise nodes.SkipNode

    def visit_table(self, node: nodes.Element) -> None:
        self.body.append('<div class="scroll" tabindex="0">')
        super().visit_table(node)

    def depart_table(self, node: nodes.Element) -> None:
        super().depart_table(node)
        self.body.append("</div>\n")

    def visit_entry(self, node: nodes.Element) -> None:
        empty_head = isinstance(node.parent.parent, nodes.thead) and not node.astext().strip()
        if empty_head:  # a header cell that says nothing is none
            node.parent.column += 1
            self.body.append("<td>")
            self.context.append("</td>\n")
        else:
            super().visit_entry(node)

    def should_be_compact_paragraph(self, node: nodes.Element) -> bool:
        """The only paragraph of a table's cell needs no element of its own."""
        alone = isinstance(node.parent, nodes.entry) and len(node.parent) == 1
        return alone or super().should_be_compact_paragraph(node)

    def visit_literal_block(self, node: nodes.Element) -> None:
        start = len(self.body)
        if node.astext().startswith("%%sql"):
            node["language"], node["force"] = "sql", True
        try:
            super().visit_literal_block(node)
        finally:
            block = _lean("".join(self.body[start:]))
            if any(len(line) > LONGEST_UNSCROLLED for line in node.astext().splitlines()):
                block = block.replace("<pre>", '<pre tabindex="0">', 1)
            self.body[start:] = [block]


def _lean(code: str) -> str:
    """Highlighted code without the spans of tokens that have no colour of their own."""
    return _PLAIN_TOKEN.sub(r"\1", code.replace("<pre><span></span>", "<pre>"))


def _visit_container(translator: Translator, node: nodes.Element) -> None:
    kind = node.get("nb_element")
    if kind == "cell_code":
        attributes = _cell_attributes(node["cell_metadata"].get("site", {}))
    elif kind in _HALVES:
        attributes = f' class="{_HALVES[kind]}"'
    else:
        attributes = f' class="{" ".join(node["classes"])}"' if node["classes"] else ""
    translator.body.append(f"<div{attributes}>")


def _depart_container(translator: Translator, node: nodes.Element) -> None:
    translator.body.append("</div>\n")


def _cell_attributes(site: dict[str, str]) -> str:
    """``data-exercise`` names the exercise of an answer cell; ``data-role`` says what a cell is."""
    if not site:
        return ' class="cell"'
    role, name = site["role"], site["name"]
    attributes = f' class="cell {role}"' if role else ' class="cell"'
    if role not in ("solution", "expected", "picture"):
        attributes += f' id="cell-{site["id"]}" data-role="{role or "demo"}"'
    if role == "exercise":
        attributes += f' data-exercise="{name}"'
        if "loads" in site:
            attributes += f' data-loads="{site["loads"]}" data-version="{site["version"]}"'
    if role == "check":
        attributes += f' data-check="{name}"'
    return attributes


def _inline_math(translator: Translator, node: nodes.Element) -> None:
    translator.body.append(mathml(node.astext(), "inline"))
    raise nodes.SkipNode


def _block_math(translator: Translator, node: nodes.Element) -> None:
    formula = mathml(node.astext(), "block")
    translator.body.append(f'<div class="math scroll" tabindex="0">{formula}</div>\n')
    raise nodes.SkipNode


def mathml(tex: str, display: str) -> str:
    """TeX as MathML. ``display`` is ``inline`` or ``block``."""
    from latex2mathml.converter import convert

    return re.sub(r"&#x([0-9A-Fa-f]+);", _character, convert(tex, display=display))


def _character(match: re.Match[str]) -> str:
    char = chr(int(match[1], 16))
    return match[0] if char in "<>&\"'" else char


def _keep_outputs(app: Sphinx) -> None:
    """Have myst-nb write pictures beside the doctrees that refer to them, not beside the site."""
    folder = Path(app.doctreedir).parent / "outputs"
    # An attribute that myst-nb adds.
    environment: Any = app.env
    environment.mystnb_config = environment.mystnb_config.copy(output_folder=str(folder))


def setup(app: Sphinx) -> dict[str, Any]:
    """Called by Sphinx."""
    app.add_config_value("course", None, "html")  # all pages show it
    app.add_config_value("code", "", "env")
    app.set_translator("html", Translator)
    # After myst-nb, which sets its own: hence the override.
    app.add_node(nodes.container, override=True, html=(_visit_container, _depart_container))
    app.add_html_math_renderer("mathml", (_inline_math, None), (_block_math, None))
    app.connect("builder-inited", _keep_outputs, priority=900)
    app.connect("html-page-context", page_context)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
