"""A copy of the package with three small lessons, so that the site's tests do not depend on the
course's own."""

from __future__ import annotations

import atexit
import contextlib
import functools
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

from autograder.site.serve import HOST, server

ROOT = Path(__file__).parents[2]
COURSE = Path(__file__).parent / "site_course"
_BUILD = """
import json, sys
from pathlib import Path
from autograder.site.build import build
from autograder.site.errors import SiteError
out, work, options = json.loads(sys.argv[1])
said = []
try:
    made = build(Path(out), work=Path(work), progress=lambda *how: said.append(how), **options)
except (SiteError, LookupError) as error:
    sys.exit(str(error))
print(json.dumps(said))
"""


class Engine:
    """The copy under ``folder``; ``build`` runs there, in a process of its own that imports it.

    One that is ``like`` another has its files, and what it has executed.
    """

    def __init__(self, folder: Path, like: Engine | None = None) -> None:
        self.folder = folder
        self.package = folder / "autograder"
        self.lessons = self.package / "lessons"
        if like:
            shutil.copytree(like.package, self.package)
            shutil.copytree(like.folder / "build", folder / "build")
            return
        shutil.copytree(
            ROOT / "autograder",
            self.package,
            ignore=shutil.ignore_patterns("__pycache__", "[0-9]_*"),
        )
        shutil.copytree(COURSE / "lessons", self.lessons, dirs_exist_ok=True)

    def lesson(self, number: str) -> Path:
        """The text of a lesson."""
        return next(self.lessons.glob(f"*/{number}_*/lesson.py"))

    def checks(self, number: str) -> Path:
        """The checks of a lesson."""
        return self.lesson(number).with_name("checks.py")

    def build(self, out: str = "build/site", **options) -> list[tuple[str, int, int]]:
        """Build into ``out``; returns the progress, or raises `RuntimeError` with the message.

        Nothing is fetched for it: the runner has tests of its own.
        """
        given = json.dumps([out, "build", {"runner": False} | options])
        ran = subprocess.run(
            [sys.executable, "-c", _BUILD, given],
            cwd=self.folder,
            env=os.environ | {"PYTHONPATH": str(self.folder)},
            capture_output=True,
            text=True,
        )
        if ran.returncode:
            raise RuntimeError(ran.stderr)
        return [tuple(each) for each in json.loads(ran.stdout.splitlines()[-1])]

    def lessons_run(self, **options) -> int:
        """Build, and count the lessons that were executed for it."""
        said = self.build(**options)
        return max((total for stage, _, total in said if "lessons" in stage), default=0)


@functools.cache
def built() -> Engine:
    """An engine that has built ``solved``, which can be installed."""
    folder = Path(tempfile.mkdtemp(prefix="mle-site-test-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    engine = Engine(folder)
    engine.build("solved", offline=True)
    return engine


def course_with_runner(folder: Path, **options) -> Path:
    """The course's own lessons in ``folder``, with what runs their exercises.

    No lesson is executed for it, so its pages show no outputs. Engines that were fetched, and
    which exercises run, stay under build/ for the next time.
    """
    from unittest import mock

    from autograder import lessons
    from autograder.authoring import release
    from autograder.site import build

    def unexecuted(read, kept, progress):
        return {each.name: release.notebook(each, "solved") for each in read}

    work = folder.parent / "work"
    work.mkdir()
    for name in ("engine", "running"):
        kept = ROOT / "build" / name
        kept.mkdir(parents=True, exist_ok=True)
        (work / name).symlink_to(kept, target_is_directory=True)
    with mock.patch.object(build, "execute", unexecuted):
        every = [path.name for path in lessons.paths()]
        build.build(folder, work=work, **{"only": every} | options)
    return folder


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address at which a folder is served for a while."""
    with server(folder, 0) as made:
        thread = threading.Thread(target=made.serve_forever)
        thread.start()
        try:
            yield f"http://{HOST}:{made.server_port}/"
        finally:
            made.shutdown()
            thread.join()
