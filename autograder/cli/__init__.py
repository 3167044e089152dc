"""The command ``mle``."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from autograder.core.errors import UserError

from . import author, cards, cohort, plan, progress, site, study
from .base import Parser, fail


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit status: 0, 1 for less than full marks, 2 for bad input."""
    parser = Parser(
        prog="mle",
        description="The interview course. Learners study and check; instructors run cohorts; "
        "authors build lessons and the site.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=Parser)
    for module in (study, progress, plan, cards, cohort, site, author):
        module.add_commands(commands)
    options = parser.parse_args(argv)
    # jsonschema would use it to check addresses, of which a notebook has none: it takes a second.
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
    try:
        return options.run(options)
    except KeyboardInterrupt:
        print("mle: stopped.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except UserError as error:
        return fail(error)
