"""What all commands share."""

from __future__ import annotations

import argparse
import difflib
import sys
from typing import Any, NoReturn


class Parser(argparse.ArgumentParser):
    """An argument parser that suggests the nearest command."""

    def error(self, message: str) -> NoReturn:
        """Say in one sentence what is wrong, and exit with status 2."""
        if "invalid choice: '" in message and self._subparsers is not None:
            typed = message.split("invalid choice: '", 1)[1].split("'", 1)[0]
            commands = [c for a in self._subparsers._group_actions for c in a.choices or ()]
            close = difflib.get_close_matches(typed, commands, n=1, cutoff=0.5)
            hint = f"Did you mean {close[0]}?" if close else f"Commands: {', '.join(commands)}."
            message = f"there is no command {typed}. {hint}"
        self.exit(2, f"{self.prog}: {message}\n")


def fail(message: object) -> int:
    """Say on standard error what is wrong; returns the exit status of bad input."""
    print(f"mle: {message}", file=sys.stderr)
    return 2


def group(commands, name: str, text: str):
    """A command that has commands of its own."""
    parser = commands.add_parser(name, help=text, description=text)
    return parser.add_subparsers(required=True, metavar="COMMAND", parser_class=Parser)


def command(commands, name: str, run, text: str) -> argparse.ArgumentParser:
    """A command that runs ``run(options)``."""
    parser = commands.add_parser(name, help=text, description=text)
    parser.set_defaults(run=run)
    return parser


class Bar:
    """A progress bar on standard error, with the time left; nothing where that is no terminal."""

    def __enter__(self) -> Bar:
        self._progress: Any = None
        self._tasks: dict[str, int] = {}
        if sys.stderr.isatty():
            self._start()
        return self

    def _start(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

        columns = ("{task.description}", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._progress = Progress(*columns, console=Console(stderr=True))
        self._progress.start()

    def __exit__(self, *exc) -> None:
        if self._progress:
            self._progress.stop()

    def __call__(self, stage: str, done: int, total: int) -> None:
        if not self._progress:
            return
        if stage not in self._tasks:
            self._tasks[stage] = self._progress.add_task(stage)
        self._progress.update(self._tasks[stage], completed=done, total=total)
