"""What the tests of what learners run share."""

from __future__ import annotations

import pytest
from helpers import axe as axe_core


@pytest.fixture(scope="module")
def axe() -> str:
    """The text of axe-core, to be run in a page."""
    return axe_core.source()
