"""Turn an executed lesson into the notebook that Sphinx renders.

Exercises are shown as their stubs. After an exercise's check come, each folded: the hints,
the expected output, the solution.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from autograder.authoring import release
from autograder.authoring.lesson import PARTS, Lesson
from autograder.authoring.review import DRAWS
from autograder.core.exercise import Exercise
from autograder.lessons import load

from .browser.runnable import Run
from .plots import Plots

LEVELS = ("easy", "medium", "hard")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s#]+)\.ipynb(#[^)\s]*)?\)")
_TESTED = re.compile(r"> \*\*[^*]+\*\* *((?:.|\n(?=>))+)")
_TIME = re.compile(r"^\*\*Time\*\*.*", re.MULTILINE)
_MINUTES = re.compile(r"(\d+)( minutes? (?:of )?reading)?")
_STYLE = re.compile(r"<style scoped>.*?</style>\s*", re.DOTALL)
_EMPTY_HEAD = re.compile(r"<th([^>]*)>\s*</th>")
_TABLE = re.compile(r"<table\b[^>]*>(.*?)</table>", re.DOTALL)


@dataclass(frozen=True)
class Facts:
    """What the site says about a lesson outside of its text.

    ``practice`` are the minutes of its exercises, and of all else but reading that its opening
    counts, such as an essay.
    """

    name: str
    part: str
    title: str
    description: str
    reading: int
    practice: int
    points: int
    level: str
    exercises: int

    @property
    def page(self) -> str:
        """Its page, without a suffix, from the root of the site."""
        return f"{self.part}/{self.name}"

    @property
    def part_title(self) -> str:
        return PARTS[self.part]

    @property
    def number_text(self) -> str:
        return self.name[:3]


def facts(lesson: Lesson) -> Facts:
    """Read them off a lesson's first cell and its exercises."""
    exercises = load(lesson.name).values()
    opening = lesson.cells[0].source
    tested = _TESTED.search(opening)
    time = _TIME.search(opening)
    minutes = [(int(n), bool(kind)) for n, kind in _MINUTES.findall(time[0] if time else "")]
    hardest = max((LEVELS.index(exercise.difficulty) for exercise in exercises), default=None)
    return Facts(
        name=lesson.name,
        part=lesson.part,
        title=lesson.title,
        description=without_markup(re.sub(r"\n> ?", " ", tested[1])) if tested else lesson.title,
        reading=sum(n for n, is_reading in minutes if is_reading),
        practice=sum(exercise.minutes for exercise in exercises)
        + sum(n for n, is_reading in minutes if not is_reading),
        points=sum(e.points for e in exercises) + sum(c.points for c in lesson.named("essay")),
        level="" if hardest is None else LEVELS[hardest],
        exercises=len(exercises),
    )


def without_markup(markdown: str) -> str:
    """One line of text: Markdown without its marks."""
    text = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", markdown)
    text = re.sub(r"(\*\*|`|\$)", "", text)
    return re.sub(r"\s+", " ", text).strip()


def page(
    lesson: Lesson,
    executed: dict[str, Any],
    plots: Plots,
    *,
    solutions: bool,
    known: Collection[str],
    runs: Mapping[str, Run],
) -> dict[str, Any]:
    """The notebook that is rendered, from the executed solved one.

    ``known`` are the lessons of this site; a link to any other becomes plain text. ``runs`` says
    of exercises how the page runs them; it is empty where pages run nothing.
    """
    stubs = {c["id"]: c["source"] for c in release.notebook(lesson, "learner")["cells"]}
    exercises = load(lesson.name)
    by_id = {cell["id"]: cell for cell in executed["cells"]}
    hints = {f"hints-{name}" for name in exercises}
    cells: list[dict[str, Any]] = []
    for cell, authored in zip(executed["cells"], lesson.cells):
        role, name = authored.role, authored.name
        if cell["id"] in hints:
            continue
        if role == "exercise":
            cells.append(_code(cell, role, name, source=stubs[cell["id"]]))
            if (run := runs.get(name)) and run.loads:
                more = {"loads": " ".join(run.loads), "version": run.version}
                cells[-1]["metadata"]["site"] |= more
        elif role == "check":
            cells.append(_code(cell, role, name))
            if (run := runs.get(name)) and run.lacks:
                cells.append(_markdown(_elsewhere(lesson, run)))
            cells += _folds(exercises[name], by_id, cell, solutions)
        elif authored.folded:
            cells += _folded(cell, role, name)
        elif cell["cell_type"] == "code":
            cells.append(_code(cell, role, name, outputs=cell["outputs"]))
        elif role in ("card", "essay"):
            cells += [_markdown(f'<div class="{role}">'), cell, _markdown("</div>")]
        else:
            cells.append(cell)
    for number, cell in enumerate(cells):
        if cell["cell_type"] == "markdown":
            cells[number] = _markdown(_for_sphinx(cell["source"], known))
        else:
            where = f"{lesson.name}: the cell {cell['metadata']['site']['id']}"
            alt = cell["metadata"].pop("mystnb", {}).get("image", {}).get("alt", "")
            cell["outputs"] = [_output(output, plots, alt, where) for output in cell["outputs"]]
    metadata = {
        "kernelspec": executed["metadata"]["kernelspec"],
        "language_info": {"name": "python", "pygments_lexer": "ipython3"},
    }
    return {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 4}


def _elsewhere(lesson: Lesson, run: Run) -> str:
    """The sentence beside an exercise that a page can't run."""
    return (
        f'<p class="lacks">This exercise needs {run.lacks}, which the page does not bring. '
        f'Do it in the <a href="{lesson.name}.ipynb" download>notebook</a>.</p>'
    )


def _folds(
    exercise: Exercise, by_id: dict[str, dict], check: dict, solutions: bool
) -> list[dict[str, Any]]:
    """Hints, expected output, solution, in this order, each folded on its own."""
    cells = []
    if hints := by_id.get(f"hints-{exercise.name}"):
        cells.append(_markdown(f'<div class="hints">\n\n{hints["source"]}\n\n</div>'))
    answer = by_id[exercise.name]
    printed = answer["outputs"] if solutions else []
    shown = _code(check, "expected", exercise.name, outputs=[*printed, *check["outputs"]])
    shown["metadata"]["tags"] = ["remove-input"]
    cells += _fold("expected", "Expected output", shown)
    if solutions:
        solved = _code(answer, "solution", exercise.name)
        cells += _fold("solution", "Solution", solved)
    return cells


def _folded(cell: dict[str, Any], role: str, name: str) -> list[dict[str, Any]]:
    """What a cell shows, with its code folded: a reader wants to see the one before the other."""
    summary = "Code of the drawing" if DRAWS.search(cell["source"]) else "Code of this step"
    cells = _fold("drawing", summary, _code(cell, role, name))
    if cell["outputs"]:
        cells.append(_code(cell, "picture", "", outputs=cell["outputs"]))
        cells[-1]["metadata"]["tags"] = ["remove-input"]
    return cells


def _fold(kind: str, summary: str, cell: dict[str, Any]) -> list[dict[str, Any]]:
    opened = f'<details class="{kind}" data-nosearch>\n<summary>{summary}</summary>'
    return [_markdown(opened), cell, _markdown("</details>")]


def _markdown(source: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {}, "source": source}


def _code(
    cell: dict[str, Any],
    role: str,
    name: str,
    *,
    source: str | None = None,
    outputs: list[dict] | None = None,
) -> dict[str, Any]:
    site = {"id": cell["id"], "role": role, "name": name}
    return {
        "cell_type": "code",
        "execution_count": None,
        "metadata": {"site": site, **{k: v for k, v in cell["metadata"].items() if k == "mystnb"}},
        "outputs": outputs or [],
        "source": cell["source"] if source is None else source,
    }


def _output(output: dict[str, Any], plots: Plots, alt: str, where: str) -> dict[str, Any]:
    """An output as it is shown; HTML before pictures before text."""
    data = output.get("data", {})
    if "text/html" in data:
        html = plots.out_of(tidy("".join(data["text/html"])), where)
    elif "image/png" in data:
        html = plots.element(base64.b64decode("".join(data["image/png"])), alt, where)
    else:
        return output
    return {"output_type": "display_data", "metadata": {}, "data": {"text/html": html}}


def tidy(html: str) -> str:
    """HTML of an output without what pandas puts into it and no reader needs.

    An empty ``<th>`` says nothing to a screen reader, and a wide table scrolls by itself.
    """
    html = _EMPTY_HEAD.sub(r"<td\1></td>", _STYLE.sub("", html))
    return _TABLE.sub(r'<div class="scroll" tabindex="0"><table>\1</table></div>', html)


def _for_sphinx(source: str, known: Collection[str]) -> str:
    """Drop links to lessons that are not built; show diagrams as their text."""
    source = re.sub(r"^(\s*)(```+|~~~+)mermaid\b", r"\1\2text", source, flags=re.MULTILINE)
    return _LINK.sub(
        lambda link: link[0] if link[2].rpartition("/")[2] in known else link[1], source
    )
