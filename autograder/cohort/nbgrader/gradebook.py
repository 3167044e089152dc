"""What of nbgrader's database can go wrong for everybody."""

from __future__ import annotations

import re

from sqlalchemy.exc import DBAPIError

OTHER_TABLES = re.compile(
    r"no such (column|table)|has no column|(column|relation) .* does not exist"
)
"""What SQLite and PostgreSQL say where a table is not as this version of nbgrader makes it."""
OTHER_VERSION = (
    "The gradebook was made by another version of nbgrader. In the cohort's folder, run "
    "nbgrader db upgrade, which keeps a copy"
)


def fault_of_gradebook(error: BaseException) -> str:
    """What is wrong with the gradebook, and what to do; '' where it is another error."""
    cause: BaseException | None = error
    while cause is not None:  # nbgrader raises errors of its own over the database's
        if isinstance(cause, DBAPIError):
            said = str(cause.orig).strip().splitlines()[0]
            if "locked" in said:
                return (
                    "Another program has locked the gradebook. Close what uses it, such as "
                    "formgrader or a copy that is being made"
                )
            if OTHER_TABLES.search(said):
                return OTHER_VERSION
            return f"The gradebook can't be used ({said}). Make it usable"
        cause = cause.__cause__ or cause.__context__
    return ""
