"""A fresh virtual environment that has one wheel, and of this one's packages what it needs."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path


def built(root: Path, folder: Path) -> Path:
    """The wheel of the checkout."""
    line = [sys.executable, "-m", "pip", "wheel", str(root), "--no-deps", "--no-build-isolation"]
    subprocess.run([*line, "--quiet", "--wheel-dir", str(folder)], check=True)
    [wheel] = folder.glob("*.whl")
    return wheel


@dataclass(frozen=True)
class Installed:
    """A virtual environment in ``folder``."""

    folder: Path

    @classmethod
    def of(cls, wheel: Path, folder: Path) -> Installed:
        """Install a wheel with pip; other packages are this environment's, by a .pth file.

        An editable checkout isn't among them: a .pth file is not followed from another.
        """
        venv.create(folder)
        made = cls(folder)
        line = [sys.executable, "-m", "pip", "--python", str(made.python), "install"]
        subprocess.run([*line, "--no-deps", "--quiet", str(wheel)], check=True)
        others = [place for place in sys.path if place.endswith("site-packages")]
        (made.packages / "others.pth").write_text("\n".join(others))
        return made

    @property
    def python(self) -> Path:
        return self.folder / ("Scripts" if os.name == "nt" else "bin") / "python"

    @property
    def packages(self) -> Path:
        """Its site-packages."""
        code = "import sysconfig; print(sysconfig.get_path('purelib'))"
        done = subprocess.run([self.python, "-c", code], capture_output=True, text=True, check=True)
        return Path(done.stdout.strip())

    @property
    def environment(self) -> dict[str, str]:
        """The variables of its processes: none that leads to a checkout."""
        kept = {k: v for k, v in os.environ.items() if k not in ("MLE_DATA", "PYTHONPATH")}
        # nbgrader runs a bare "alembic", which is a command of this environment.
        folders = [str(self.python.parent), str(Path(sys.executable).parent), kept.get("PATH", "")]
        return kept | {"PATH": os.pathsep.join(folders)}

    def mle(self, *words: str | Path, cwd: Path, seconds: int = 300) -> subprocess.CompletedProcess:
        """Run its ``mle``."""
        return self.run(self.python.with_name("mle"), *words, cwd=cwd, seconds=seconds)

    def run(self, *line: str | Path, cwd: Path, seconds: int = 300) -> subprocess.CompletedProcess:
        """Run a program in it."""
        return subprocess.run(
            line, cwd=cwd, env=self.environment, capture_output=True, text=True, timeout=seconds
        )
