"""What several test files share."""

from __future__ import annotations

import os
import signal
from multiprocessing import forkserver
from pathlib import Path

import pytest
from helpers import axe as axe_core
from xdist.scheduler import LoadScopeScheduling

ROOT = Path(__file__).parents[1]
os.environ.setdefault("JUPYTER_PLATFORM_DIRS", "1")
# A shell starts what runs in the background with Ctrl-C ignored, and programs inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="module")
def axe() -> str:
    """The text of axe-core, to be run in a page."""
    return axe_core.source()


@pytest.fixture(autouse=True, scope="module")
def own_forkserver():
    """Processes that judge inherit nothing, such as a small course, from another file's tests."""
    yield
    forkserver._forkserver._stop()


SPREAD = {"test_trials", "test_scoring", "test_release"}
"""Files whose tests share nothing, so that they may run in several processes."""


EARLY = (
    "test_trials", "test_runner", "test_faults", "test_scoring", "test_course", "test_jupyterlab",
    "test_eight_weeks",
)  # fmt: skip
"""What takes longest comes first, so that no process waits for another one at the end. What the
banks found is used again by the pages of the site."""


def pytest_xdist_auto_num_workers(config) -> int:
    """One process more than there are cores: tests wait for browsers, limits and other commands."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items) -> None:
    """Bring the tests into the order in which they are handed out."""
    places = {name: place for place, name in enumerate(EARLY)}
    items.sort(key=lambda item: places.get(item.path.stem, len(EARLY)))


class ByFile(LoadScopeScheduling):
    """Keeps the tests of a file in one process, since they share servers and built folders."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return nodeid if Path(file).stem in SPREAD else file


def pytest_xdist_make_scheduler(config, log) -> LoadScopeScheduling:
    """Hand out tests in the order above."""
    return ByFile(config, log)
