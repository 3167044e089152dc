"""Python runs this when it starts with this folder on its path; see small_course."""

import os
from pathlib import Path

if os.environ.get("MLE_SMALL_COURSE"):
    from helpers import small_course

    small_course.install(folder=Path(os.environ["MLE_SMALL_COURSE"]))
