"""axe-core, which finds what keeps people out of a page."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from .site_copy import ROOT

TOOLS = ROOT / "build" / "npm"


def source() -> str:
    """The text of axe-core, installed once from npm into a folder under build/."""
    script = TOOLS / "node_modules" / "axe-core" / "axe.min.js"
    if not script.exists():
        npm = shutil.which("npm")
        if npm is None:
            pytest.skip("npm is not installed, so axe-core can't be had")
        TOOLS.mkdir(parents=True, exist_ok=True)
        line = [npm, "install", "--prefix", str(TOOLS), "--no-audit", "--no-fund"]
        line += ["--ignore-scripts", "axe-core@4"]
        ran = subprocess.run(line, capture_output=True, text=True, timeout=120)
        if ran.returncode:
            pytest.skip(f"axe-core can't be installed: {ran.stderr.strip()[-300:]}")
    return script.read_text(encoding="utf-8")
