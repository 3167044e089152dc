"""``mle progress``: where you stand, what is due, and what comes next."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from .base import command


def add_commands(commands) -> None:
    """Add ``progress`` to the command line."""
    text = "Show your points, what is due and what comes next."
    progress = command(commands, "progress", _progress, text)
    progress.add_argument("--workspace", type=Path, help="your folder (default: ./my-course)")
    progress.add_argument("--html", type=Path, metavar="FILE", help="write a page with plots")
    progress.add_argument("--json", action="store_true", help="print JSON")
    progress.add_argument(
        "--import", dest="imported", type=Path, metavar="FILE", help="add the checks of a record"
    )
    progress.add_argument(
        "--record", choices=("on", "off"), help="whether checks in notebooks are recorded"
    )


def _progress(options) -> int:
    from autograder.core import record
    from autograder.study import records
    from autograder.study.place import find_workspace
    from autograder.study.standing import standing_of

    workspace = find_workspace(options.workspace)
    if options.record:
        records.switch(workspace, options.record == "on")
        print(f"The record of {workspace} is {options.record}. What it holds stays.")
        return 0
    if options.imported:
        done = records.import_record(workspace, options.imported)
        print(f"New checks: {done.new}. Already in the record: {done.known}.")
        if done.foreign:
            print(f"mle: lines that aren't checks, left out: {done.foreign}.", file=sys.stderr)
    standing = standing_of(workspace)
    if options.json:
        from autograder.study.progress_table import as_dict

        print(json.dumps(as_dict(standing), indent=1))
    else:
        from rich.console import Console

        from autograder.study.progress_table import show

        show(standing, Console())
    for line in standing.notes:
        print(f"mle: {line}", file=sys.stderr)
    if record.is_off(workspace):
        print("mle: the record is off: mle progress --record on", file=sys.stderr)
    if options.html:
        from autograder.core.files import write_named
        from autograder.study.progress_page import progress_page

        write_named(options.html, progress_page(standing))
        print(f"The page is in {options.html}.", file=sys.stderr)
    return 0
