"""A copy of the engine with three small lessons, so that the site's tests do not depend on the
course's own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
COURSE = Path(__file__).parent / "site_course"
CHROMIUM = Path("/usr/bin/chromium")
_BUILD = """
import json, sys
from pathlib import Path
from autograder.site.build import build
from autograder.site.errors import SiteError
out, work, options = json.loads(sys.argv[1])
said = []
try:
    summary = build(
        Path(out), work=Path(work), progress=lambda what, *_: said.append(what), **options
    )
except (SiteError, LookupError) as error:
    sys.exit(str(error))
print(json.dumps({"said": said, "pages": summary.pages, "lessons": summary.lessons}))
"""


class Engine:
    """The copy under ``folder``; ``build`` runs in a process of its own that imports it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        package = folder / "autograder"
        shutil.copytree(
            ROOT / "autograder", package, ignore=shutil.ignore_patterns("__pycache__", "[0-9]*.py")
        )
        shutil.copytree(COURSE / "checks", package / "checks", dirs_exist_ok=True)
        shutil.copytree(COURSE / "lessons", package / "lessons", dirs_exist_ok=True)
        self.lessons = package / "lessons"
        self.checks = package / "checks"
        self.package = package

    def build(self, out: str = "site", work: str = "work", **options) -> dict:
        """Build into ``out``; returns what was said, or raises `RuntimeError` with the message."""
        given = json.dumps([str(self.folder / out), str(self.folder / work), options])
        ran = subprocess.run(
            [sys.executable, "-c", _BUILD, given],
            cwd=self.folder,
            env=os.environ | {"PYTHONPATH": str(self.folder)},
            capture_output=True,
            text=True,
        )
        if ran.returncode:
            raise RuntimeError(ran.stderr)
        return json.loads(ran.stdout.splitlines()[-1])
