"""An environment or a checkout in /tmp, where the sandbox has a folder of its own."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from helpers.small_course import FULL, judged, solved

import autograder
from autograder.cli import main
from autograder.judge.inside import confine
from autograder.judge.sandbox import launch as sandbox

JUDGES = """
import json, sys
from helpers.small_course import earned, judged, solved
from autograder.judge.sandbox import warm
if "anew" in sys.argv:
    warm.server.refused = "the test wants it so"
result = judged(json.load(sys.stdin))
print(json.dumps([sum(earned(result).values()), result.status, result.printed]))
"""
LOOKS = """
import autograder, errno, numpy, os
from pathlib import Path
here = Path(autograder.__file__).parent
print(numpy.__file__, here)
print(sorted(each.name for each in (here / 'lessons').iterdir()))
for place in (Path(numpy.__file__), here / 'new', here / 'lessons' / 'new', here.parent / 'new'):
    try:
        place.open('a')
    except OSError as error:
        print(errno.errorcode[error.errno])
"""


@pytest.fixture(scope="module", params=["plain", "with a space"])
def place(request):
    """A folder in /tmp with a copy of this package and of a library."""
    with tempfile.TemporaryDirectory(prefix=f"mle {request.param} ", dir="/tmp") as folder:
        Path(folder).chmod(0o755)  # as environments are
        package = Path(autograder.__file__).parent
        ignored = shutil.ignore_patterns("__pycache__", "bundled", "tests")
        shutil.copytree(package, f"{folder}/autograder", ignore=ignored)
        library = Path(importlib.util.find_spec("numpy").origin).parent
        for each in library.parent.glob("numpy*"):
            if each.is_dir():
                shutil.copytree(each, f"{folder}/{each.name}", ignore=ignored)
        yield Path(folder)


@pytest.mark.parametrize("way", ["forked", "anew"])
def test_a_right_answer_that_imports_from_there_has_full_marks(place, way, root):
    answer = "import numpy\ndef add(a, b):\n    return a + b + int(numpy.zeros(1)[0])"
    path = os.pathsep.join([str(place), str(root / "tests")])
    ran = subprocess.run(
        [sys.executable, "-c", JUDGES, way],
        input=json.dumps(solved(before=LOOKS, add=answer)),
        env={**os.environ, "PYTHONPATH": path, "MLE_DATA": str(root / "data")},
        cwd="/", capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    points, status, printed = json.loads(ran.stdout)
    assert (points, status) == (FULL, ""), printed
    where, lessons, *refused = printed["added-1"].splitlines()
    assert where == f"{place}/numpy/__init__.py {place}/autograder"
    assert lessons == "['__init__.py']"
    assert len(refused) == 4 and set(refused[:3]) <= {"EROFS", "EACCES"}, refused


def test_names_of_mounts_are_read_as_they_are(place):
    program = "from autograder.judge.inside import confine; print(confine.mounts_below('/tmp'))"
    words = ["bwrap", "--dev-bind", "/", "/", "--ro-bind", str(place), str(place), "--"]
    from autograder.judge.sandbox import bubblewrap

    words[0] = str(bubblewrap.program())
    said = subprocess.run(
        [*words, sys.executable, "-c", program], capture_output=True, text=True, cwd="/",
        env={**os.environ, "PYTHONPATH": str(Path(autograder.__file__).parents[1])},
    )  # fmt: skip
    assert str(place) in said.stdout, said
    assert all(Path(each).is_dir() for each in confine.mounts_below("/"))


def test_a_player_without_what_lessons_use_is_no_sandbox(monkeypatch, capsys):
    monkeypatch.setattr(sandbox, "WANTED", "import nothing_of_the_kind")
    sandbox.tier.cache_clear()
    sandbox.require_imports.cache_clear()
    try:
        assert main(["doctor"]) == 1
        said = capsys.readouterr().out
        assert "No module named 'nothing_of_the_kind'" in said and "nothing was graded" in said
        with pytest.raises(sandbox.NoSandbox, match="nothing_of_the_kind"):
            judged(solved())
    finally:
        sandbox.tier.cache_clear()
        sandbox.require_imports.cache_clear()
