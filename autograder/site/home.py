"""The pages that are not lessons: the contents, the kill matrix, the page for instructors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

from autograder.lessons import PARTS, folder_of, paths

from .pages import Facts

PROJECT = "Machine Learning Engineer interviews"
DESCRIPTION = (
    "A course for Machine Learning Engineer interviews: coding, SQL, system design, engineering "
    "and behavioural questions, with exercises that are checked."
)
KILL_MATRIX = "kill-matrix"
ABOUT = {
    "0_start": "How the course works, and where to begin.",
    "1_coding": "The coding questions and the SQL report, each from brute force to the best known.",
    "2_take_home": "A data task over some days, from the brief to the presentation.",
    "3_system_design": "Designs, each with a capacity estimate and a miniature that runs.",
    "4_engineering": "What keeps a model in production: data, training, serving, watching.",
    "5_behavioural": "Prompts about your work, answered with your own stories.",
    "6_mock_loop": "The whole loop, timed, up to the committee.",
}
_TEXT = Path(__file__).parent / "text"


def parts(lessons: Iterable[Facts]) -> list[dict[str, object]]:
    """The parts that have lessons, with their lessons, as the templates need them."""
    every = list(lessons)
    return [
        {"name": name, "title": title, "anchor": anchor(name), "lessons": found}
        for name, title in PARTS.items()
        if (found := [each for each in every if each.part == name])
    ]


def anchor(part: str) -> str:
    """The id of a part's heading on the first page."""
    return f"part-{part.replace('_', '-')}"


def index(lessons: Sequence[Facts], others: Sequence[str], runner: bool) -> str:
    """The first page, in Markdown: each part, its hours, and what each lesson gives.

    ``runner`` says that exercises run in the pages.
    """
    opening = (_TEXT / "index.md").read_text(encoding="utf-8").strip()
    practice = (_TEXT / ("runner.md" if runner else "notebook.md")).read_text(encoding="utf-8")
    opening = opening.replace("{{practice}}", practice.strip())
    lines = [f"# {PROJECT}", "", opening, ""]
    written = {path.parent.name for path in paths()}
    for name, title in PARTS.items():
        found = [each for each in lessons if each.part == name]
        if found or name not in written:
            lines += [f'<h2 id="{anchor(name)}">{name[0]} {title}</h2>', ""]
            lines += [f"{ABOUT[name]} {_extent(found)}", ""]
        if found:
            lines += ['<ol class="contents">', *map(_entry, found), "</ol>", ""]
    documents = [*(each.page for each in lessons), *others]
    lines += ["```{toctree}", ":hidden:", "", *documents, "```", ""]
    return "\n".join(lines)


def _extent(found: Sequence[Facts]) -> str:
    if not found:
        return "Not written yet."
    total = hours(sum(each.reading + each.practice for each in found))
    return f"{len(found)} lesson{'s' * (len(found) != 1)}, {total}."


def _entry(each: Facts) -> str:
    numbers = [f"{each.reading} min reading" if each.reading else ""]
    numbers += [f"{each.practice} min practice" if each.practice else ""]
    numbers += [f"{each.points} point{'s' * (each.points != 1)}" if each.points else "", each.level]
    return (
        f'<li><a href="{each.page}.html">{each.number_text} {escape(each.title)}</a>'
        f"<p>{escape(each.description)}</p>"
        f'<p class="facts">{" · ".join(filter(None, numbers))}</p></li>'
    )


def hours(minutes: int) -> str:
    """Minutes in words, hours to the nearest half."""
    if minutes < 60:
        return f"about {minutes} minutes"
    halves = round(minutes / 30)
    return f"about {halves / 2:g} hour{'s' * (halves != 2)}"


def kill_matrix(markdown: str, lessons: Sequence[Facts]) -> str:
    """The page of the kill matrix: by lesson, the table of each exercise folded.

    ``markdown`` is what `bank.matrix` makes.
    """
    opening, *tables = markdown.split("\n## ")
    lines = [opening.rstrip(), ""]
    for each in lessons:
        own = [table for table in tables if folder_of(table.partition("\n")[0]).name == each.name]
        if own:
            lines += [f"## {each.number_text} {each.title}", ""]
        for table in own:
            name, _, rows = table.partition("\n")
            wrong, right = rows.count("\n| wrong: "), rows.count("\n| right: ")
            lines += ['<details class="matrix">', ""]
            lines += [f"<summary>{name}: {wrong} wrong, {right} right</summary>", ""]
            lines += [rows.strip(), "", "</details>", ""]
    return "\n".join(lines)


def instructors(with_matrix: bool) -> str:
    """The page for instructors, in Markdown."""
    text = (_TEXT / "instructors.md").read_text(encoding="utf-8")
    return text if with_matrix else text.replace(f"[kill matrix]({KILL_MATRIX}.md)", "kill matrix")
