"""Build the static course: execute, lay out the sources, let Sphinx render, check the result."""

from __future__ import annotations

import functools
import json
import shutil
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from autograder import lessons
from autograder.authoring import release
from autograder.authoring.lesson import Lesson, read_lesson
from autograder.core.files import write
from autograder.core.progress import Progress, no_progress

from . import home, pages, pictures, reading, rendering
from . import offline as installable
from .browser import runnable, runtime
from .browser.runnable import Run, Runs
from .browser.runtime import Runtime
from .errors import SiteError
from .execute import execute
from .plots import FOLDER, Plots
from .rendering import Contents

MARK = ".mle-site"
"""A file in each folder that was built: only such a folder is ever replaced."""


@dataclass(frozen=True)
class Summary:
    """What was built: the folder, its pages and lessons, and the seconds of the two steps.

    ``execution`` includes the kill matrix.
    """

    folder: Path
    pages: int
    lessons: int
    execution: float
    html: float

    def __str__(self) -> str:
        lessons = f"{self.lessons} lesson{'s' * (self.lessons != 1)}"
        return (
            f"{self.folder}: {lessons} on {self.pages} pages; "
            f"run in {self.execution:.1f} s, rendered in {self.html:.1f} s"
        )


def build(
    out: Path = Path("build/site"),
    *,
    solutions: bool = True,
    only: list[str] | None = None,
    progress: Progress = no_progress,
    base_url: str | None = None,
    offline: bool = False,
    runner: bool = True,
    work: Path = Path("build"),
) -> Summary:
    """Build the course as HTML in the folder ``out``, which is replaced as a whole.

    ``only`` names lessons as `lessons.find_path` takes them. ``base_url`` is where the site will
    be served, for the sitemap, the 404 page and link previews. An ``offline`` site can be
    installed and is then read without a server. Without the ``runner`` no exercise runs in its
    page, and nothing has to be fetched for that. ``work`` keeps what the next build can use
    again. Raises `SiteError`, and `UnknownLesson`.
    """
    out, work = out.resolve(), work.resolve()
    base_url = _base(base_url)
    _refuse_foreign(out)
    chosen = [lessons.find_path(name) for name in only] if only else lessons.paths()
    read = [read_lesson(path) for path in sorted(set(chosen))]
    if not read:
        raise SiteError("There are no lessons to build.")
    started = time.perf_counter()
    executed = execute(read, work / "executed", progress)
    matrix = None if only else _kill_matrix(work / "kill-matrix.md", progress)
    runs = runnable.find(read, work / "running", progress) if runner else {}
    loaded = _runtime(runs, work / "engine")
    ran = time.perf_counter()
    sizes = {name: _sizes(by_exercise.values(), loaded) for name, by_exercise in runs.items()}
    facts = tuple(map(pages.facts, read))
    course = Contents(facts, matrix is not None, base_url, offline, sizes)
    source = work / "sphinx" / ("solved" if solutions else "plain")
    _write_sources(source / "source", read, executed, course, matrix, solutions, runs)
    out.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{out.name}.", dir=out.parent))
    try:
        rendering.render(source / "source", source / "html", source / "doctrees", course)
        rendering.copy(source / "html", fresh)
        count = _finish(fresh, read, course, work, loaded)
        _replace(out, fresh)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    ended = time.perf_counter()
    return Summary(out, count, len(read), ran - started, ended - ran)


def _runtime(runs: Runs, work: Path) -> Runtime:
    """What runs these exercises, nothing where none of them runs."""
    loads = {
        load for by_exercise in runs.values() for run in by_exercise.values() for load in run.loads
    }
    if not loads:
        return Runtime({}, {})
    return runtime.gather(runnable.package(runs), "sql" in loads, work)


def _sizes(runs: Iterable[Run], loaded: Runtime) -> dict[str, int]:
    """The engines of a lesson's exercises with their bytes."""
    loads = {load for run in runs for load in run.loads}
    return {name: size for name, size in loaded.sizes.items() if name in loads}


def _base(url: str | None) -> str:
    """The address of the site with a slash at its end, or ''."""
    if not url:
        return ""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise SiteError(f"{url} is not the address of a site; write it as in https://host/folder/")
    return url.rstrip("/") + "/"


def _refuse_foreign(out: Path) -> None:
    if out.is_dir() and not (out / MARK).exists() and any(out.iterdir()):
        raise SiteError(f"{out} holds files that are not a built site; choose an empty folder.")
    if out.exists() and not out.is_dir():
        raise SiteError(f"{out} is a file; choose a folder.")


def _kill_matrix(path: Path, progress: Progress) -> str:
    """The kill matrix in Markdown, from the trials that are kept: whole where an author ran them
    so (`mle author matrix`), else up to the group that catches each solution."""
    from autograder.authoring.matrix import write_matrix

    write_matrix(path, functools.partial(progress, "Running the kill matrix"), whole=False)
    return path.read_text(encoding="utf-8")


def _write_sources(
    folder: Path,
    read: Sequence[Lesson],
    executed: dict[str, dict[str, Any]],
    course: Contents,
    matrix: str | None,
    solutions: bool,
    runs: Runs,
) -> None:
    """Lay out what Sphinx reads. Files that would not change are left alone."""
    known = {lesson.name for lesson in read}
    others = ["instructors"]
    files = {"instructors.md": home.instructors(matrix is not None).encode()}
    if matrix is not None:
        files[f"{home.KILL_MATRIX}.md"] = home.kill_matrix(matrix, course.lessons).encode()
        others.append(home.KILL_MATRIX)
    kept = Plots(folder.parent / "extra" / FOLDER)
    kept.folder.mkdir(parents=True, exist_ok=True)
    for lesson in read:
        page = pages.page(
            lesson,
            executed[lesson.name],
            kept,
            solutions=solutions,
            known=known,
            runs=runs.get(lesson.name, {}),
        )
        text = json.dumps(page, ensure_ascii=False, indent=1)
        files[f"{lesson.part}/{lesson.name}.ipynb"] = text.encode()
    files["index.md"] = home.index(course.lessons, others, bool(course.engines)).encode()
    for name, content in files.items():
        path = folder / name
        if not path.exists() or path.read_bytes() != content:
            write(path, content)
    for path in [path for path in folder.rglob("*") if path.is_file()]:
        if path.relative_to(folder).as_posix() not in files:
            path.unlink()
    for path in kept.folder.glob("*.png"):
        if path.name not in kept.names:
            path.unlink()


def _finish(
    folder: Path, read: Sequence[Lesson], course: Contents, work: Path, loaded: Runtime
) -> int:
    """Add what runs exercises, notebooks, pictures, search index and sitemap; check all links.

    Returns the number of pages.
    """
    for lesson in read:
        notebook = release.as_bytes(release.notebook(lesson, "learner"))
        (folder / lesson.part / f"{lesson.name}.ipynb").write_bytes(notebook)
    for name, content in loaded.files.items():
        (folder / runtime.FOLDER).mkdir(exist_ok=True)
        (folder / runtime.FOLDER / name).write_bytes(content)
    if course.base_url:
        pictures.draw(course.lessons, folder / "_pictures", work / "pictures")
    (folder / MARK).touch()
    (folder / ".nojekyll").touch()
    index = folder / "_static" / "search-index.js"
    index.touch()
    written = [reading.read(path) for path in sorted(folder.rglob("*.html"))]
    readable = [page for page in written if page.path.name not in ("404.html", "search.html")]
    index.write_text(reading.search_index(folder, readable), encoding="utf-8")
    addresses = [page.path.relative_to(folder).as_posix() for page in readable]
    (folder / "sitemap.xml").write_text(_sitemap(addresses, course.base_url), encoding="utf-8")
    if course.offline:
        installable.write(folder)
    if problems := list(reading.faults(folder, written, course.base_path)):
        raise SiteError("\n".join(["The pages have faults:", *problems]))
    return len(written)


def _sitemap(addresses: Sequence[str], base_url: str) -> str:
    """Addresses are relative where it is not known where the site will be served."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines += ['<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']
    for address in addresses:
        short = address.removesuffix("index.html") if base_url else address
        lines.append(f"<url><loc>{base_url}{short}</loc></url>")
    return "\n".join([*lines, "</urlset>", ""])


def _replace(out: Path, fresh: Path) -> None:
    """Put the fresh folder in the place of the old one, which is there until then."""
    fresh.chmod(0o755)
    old = fresh.with_name(f"{fresh.name}.old")
    if out.exists():
        out.rename(old)
    fresh.rename(out)
    shutil.rmtree(old, ignore_errors=True)
