"""Which exercises a page can run, found out by running them as a page does.

Each lesson's solutions are run by the code that runs answers in the page, with the part of the
package that goes there, and with nothing to import but that, the standard library, Hypothesis
and DuckDB.
"""

from __future__ import annotations

import concurrent.futures
import contextlib
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder import data
from autograder.authoring import release
from autograder.authoring.lesson import Lesson
from autograder.core.files import write
from autograder.core.progress import Progress
from autograder.site.errors import SiteError

from . import runtime, shipped

STAGE = "Trying which exercises run in a page"
SECONDS = 300
_ALLOWED = (
    "_duckdb",
    "_hypothesis",
    "_sysconfigdata",
    "autograder",
    "duckdb",
    "hypothesis",
    "page",
    "sortedcontainers",
)
_SPELLED = {"numpy": "NumPy", "scipy": "SciPy", "sklearn": "scikit-learn"}
_MISSING = re.compile(r"No module named &#x27;(\w+)|No module named '(\w+)")
_TRIAL = """
import contextlib, importlib.abc, io, json, sys
asked = json.load(sys.stdin)

class Refuse(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        top = name.partition(".")[0]
        if top not in sys.stdlib_module_names and not top.startswith(tuple(asked["allowed"])):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Refuse())
import page

said = {}
for request in asked["requests"]:
    printed = []
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            result = json.loads(page.run(json.dumps(request), printed.append))
    except Exception as error:
        result = {"card": f"{type(error).__name__}: {error}"}
    said[request["name"]] = result | {"printed": "".join(printed)}
print(json.dumps({"said": said, "sql": "duckdb" in sys.modules}))
"""


@dataclass(frozen=True)
class Run:
    """How an exercise runs in a page.

    ``loads`` are the engines, ``python`` and perhaps ``sql``; none where ``lacks`` names what
    the page does not have. ``version`` changes when the stub or the checks do.
    """

    loads: tuple[str, ...] = ()
    lacks: str = ""
    version: str = ""


UNKNOWN = "more than Python"
"""What a page lacks where nothing says what it is."""
Runs = dict[str, dict[str, Run]]
"""By lesson and exercise."""


def find(lessons: Sequence[Lesson], folder: Path, progress: Progress) -> Runs:
    """How the exercises of each lesson run; ``folder`` keeps what was found out."""
    taught = [lesson for lesson in lessons if lesson.named("exercise")]
    package = shipped.files([lesson.name for lesson in taught])
    by_lesson: Runs = {}
    stale: list[tuple[Lesson, str]] = []
    for lesson in taught:
        key = _key(lesson, package)
        kept = _kept(folder / f"{lesson.name}.json", key)
        if kept is None:
            stale.append((lesson, key))
        else:
            by_lesson[lesson.name] = kept
    if not stale:
        return by_lesson
    progress(STAGE, 0, len(stale))
    with tempfile.TemporaryDirectory(prefix="mle-site-") as place:
        _lay_out(package, Path(place))
        # Python before 3.11.8 must not parse in several threads at once: that is done by now.
        trials = [_Trial.of(lesson, Path(place)) for lesson, _ in stale]
        with concurrent.futures.ThreadPoolExecutor(min(4, os.cpu_count() or 1)) as pool:
            for done, ((lesson, key), runs) in enumerate(
                zip(stale, pool.map(_Trial.run, trials)), 1
            ):
                by_lesson[lesson.name] = runs
                # What failed for no reason that is known may have been the machine's fault.
                if all(run.lacks != UNKNOWN for run in runs.values()):
                    told = {name: [run.loads, run.lacks, run.version] for name, run in runs.items()}
                    text = json.dumps({"key": key, "runs": told})
                    write(folder / f"{lesson.name}.json", text.encode())
                progress(STAGE, done, len(stale))
    return by_lesson


def package(runs: Runs) -> dict[str, bytes]:
    """The files of the package for all exercises that run in a page."""
    wanted = [
        lesson
        for lesson, by_exercise in runs.items()
        if any(run.loads for run in by_exercise.values())
    ]
    return shipped.files(wanted)


def _key(lesson: Lesson, package: dict[str, bytes]) -> str:
    digest = hashlib.sha256(sys.version.encode())
    digest.update(release.as_bytes(release.notebook(lesson, "solved")))
    digest.update(release.as_bytes(release.notebook(lesson, "learner")))
    for name, content in sorted(package.items()):
        if not name.endswith("/checks.py") or f"/{lesson.name}/" in name:
            digest.update(name.encode() + b"\0" + content)
    for path in (Path(__file__), runtime.OURS / "page.py"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _kept(path: Path, key: str) -> dict[str, Run] | None:
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        if kept["key"] != key:
            return None
        return {
            name: Run(tuple(loads), lacks, version)
            for name, (loads, lacks, version) in kept["runs"].items()
        }
    except (OSError, ValueError, KeyError):
        return None


def _lay_out(package: dict[str, bytes], place: Path) -> None:
    for name, content in package.items():
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (place / "page.py").write_bytes((runtime.OURS / "page.py").read_bytes())
    shop = place / "data" / "shop"
    shop.mkdir(parents=True)
    (place / "data" / "README.md").touch()
    with contextlib.suppress(FileNotFoundError):  # then nothing of the shop runs
        for name in runtime.TABLES:
            table = f"{name}.parquet"
            (shop / table).symlink_to(data.data_path(f"shop/{table}").resolve())


@dataclass(frozen=True)
class _Trial:
    """What is tried of a lesson: what the page asks for, and the versions of its exercises."""

    lesson: str
    place: Path
    requests: list[dict[str, Any]]
    versions: dict[str, str]

    @classmethod
    def of(cls, lesson: Lesson, place: Path) -> _Trial:
        """The trial of a lesson with the package that lies in ``place``."""
        checks = shipped.checks_of(lesson.name).read_bytes()
        versions = {
            cell["id"]: hashlib.sha256(cell["source"].encode() + b"\0" + checks).hexdigest()[:12]
            for cell in release.notebook(lesson, "learner")["cells"]
        }
        return cls(lesson.name, place, _requests(lesson), versions)

    def run(self) -> dict[str, Run]:
        """How the exercises run, each solved, as a page runs them; raises `SiteError`."""
        asked = {"requests": self.requests, "allowed": _ALLOWED}
        environment = {k: v for k, v in os.environ.items() if k not in ("MLE_DATA", "PYTHONPATH")}
        ran = subprocess.run(
            [sys.executable, "-P", "-c", _TRIAL],
            input=json.dumps(asked),
            env=environment | {"PYTHONPATH": str(self.place), "PYTHONDONTWRITEBYTECODE": "1"},
            cwd=self.place,
            capture_output=True,
            text=True,
            timeout=SECONDS,
        )
        if ran.returncode:
            said = "\n".join(ran.stderr.strip().splitlines()[-5:])
            raise SiteError(
                f"{self.lesson}: its exercises can't be tried as a page runs them.\n{said}"
            )
        answer = json.loads(ran.stdout.splitlines()[-1])
        loads = ("python", "sql") if answer["sql"] else ("python",)
        runs = {}
        for name, result in answer["said"].items():
            if result.get("state") == "passed" and not result["stopped"]:
                runs[name] = Run(loads, "", self.versions[name])
            else:
                lacks = _lack(f"{result['printed']}\n{result['card']}")
                runs[name] = Run((), lacks, self.versions[name])
        return runs


def _requests(lesson: Lesson) -> list[dict[str, Any]]:
    """What the page asks for, for each exercise solved."""
    solved = {cell["id"]: cell["source"] for cell in release.notebook(lesson, "solved")["cells"]}
    requests: list[dict[str, Any]] = []
    before: list[dict[str, str]] = []
    for cell in lesson.cells:
        if cell.kind != "code":
            continue
        sent = {"id": cell.id, "role": cell.role, "source": solved[cell.id]}
        if cell.role == "exercise":
            requests.append({"name": cell.name, "source": sent["source"], "cells": list(before)})
        if cell.role != "check":
            before.append(sent)
    return requests


def _lack(said: str) -> str:
    """What the page lacks, in a word."""
    if match := _MISSING.search(said):
        name = match[1] or match[2]
        return _SPELLED.get(name, name)
    return "files of the course" if "FileNotFoundError" in said else UNKNOWN
