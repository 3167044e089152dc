"""``mle site``: the static course."""

from __future__ import annotations

from pathlib import Path

from .base import Bar, command, group

FOLDER = Path("build/site")


def add_commands(commands) -> None:
    """Add ``site`` to the command line."""
    verbs = group(commands, "site", "Build and look at the static course.")
    build = command(verbs, "build", _build, "Render all lessons, executed, to HTML.")
    build.add_argument("--to", type=Path, default=FOLDER, help="the folder (default: build/site)")
    build.add_argument(
        "--without-solutions", action="store_true", help="leave the solutions out altogether"
    )
    build.add_argument(
        "--base-url", default="", metavar="URL", help="where it will be served, for link previews"
    )
    build.add_argument(
        "--offline", action="store_true", help="keep the whole course in the reader's browser"
    )
    build.add_argument("--without-runner", action="store_true", help="no exercise runs in its page")
    serve = command(verbs, "serve", _serve, "Show the built site on this machine.")
    serve.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    serve.add_argument("--port", type=int, default=8000)


def _build(options) -> int:
    from autograder.site.build import build

    with Bar() as bar:
        summary = build(
            options.to,
            solutions=not options.without_solutions,
            base_url=options.base_url,
            offline=options.offline,
            runner=not options.without_runner,
            progress=bar,
        )
    print(summary)
    return 0


def _serve(options) -> int:
    from autograder.site.serve import serve

    serve(options.folder, options.port)
    return 0
