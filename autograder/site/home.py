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
        {"name": name, "title": title, "anchor": anchor(name), "lessons": own}
        for name, title in PARTS.items()
        if (own := [lesson for lesson in every if lesson.part == name])
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
        own = [lesson for lesson in lessons if lesson.part == name]
        if own or name not in written:
            lines += [f'<h2 id="{anchor(name)}">{name[0]} {title}</h2>', ""]
            lines += [f"{ABOUT[name]} {_extent(own)}", ""]
        if own:
            lines += ['<ol class="contents">', *map(_entry, own), "</ol>", ""]
    documents = [*(lesson.page for lesson in lessons), *others]
    lines += ["```{toctree}", ":hidden:", "", *documents, "```", ""]
    return "\n".join(lines)


def _extent(lessons: Sequence[Facts]) -> str:
    if not lessons:
        return "Not written yet."
    total = hours(sum(lesson.reading + lesson.practice for lesson in lessons))
    return f"{len(lessons)} lesson{'s' * (len(lessons) != 1)}, {total}."


def _entry(lesson: Facts) -> str:
    numbers = [f"{lesson.reading} min reading" if lesson.reading else ""]
    numbers += [f"{lesson.practice} min practice" if lesson.practice else ""]
    numbers += [
        f"{lesson.points} point{'s' * (lesson.points != 1)}" if lesson.points else "",
        lesson.level,
    ]
    return (
        f'<li><a href="{lesson.page}.html">{lesson.number_text} {escape(lesson.title)}</a>'
        f"<p>{escape(lesson.description)}</p>"
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
    for lesson in lessons:
        own = [table for table in tables if folder_of(table.partition("\n")[0]).name == lesson.name]
        if own:
            lines += [f"## {lesson.number_text} {lesson.title}", ""]
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
