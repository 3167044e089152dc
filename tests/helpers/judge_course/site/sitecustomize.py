"""Python runs this when it starts with this folder on its path; see small_course."""

import os

if os.environ.get("MLE_SMALL_COURSE"):
    from helpers import small_course

    small_course.install()
