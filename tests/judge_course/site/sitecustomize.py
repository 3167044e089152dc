"""Python runs this when it starts with this folder on its path; see judge_helper."""

import os

if os.environ.get("MLE_SMALL_COURSE"):
    import judge_helper

    judge_helper.install()
