"""What the tests of the site share."""

from __future__ import annotations

import pytest
from helpers import axe as axe_core


@pytest.fixture(scope="module")
def axe() -> str:
    """The text of axe-core, to be run in a page."""
    return axe_core.source()
