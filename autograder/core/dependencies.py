"""What a result rests on: the files that were needed to make it, found by their imports.

Results that take long to make are kept with `fingerprint` of these files, and made again when it
changes. It is made of content, so a fresh checkout or another machine gets the same.
"""

from __future__ import annotations

import ast
import functools
import hashlib
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
_PARSING = threading.Lock()
"""`ast.parse` in two threads at once fails now and then before Python 3.11.8."""


def dependencies(roots: Iterable[Path]) -> list[Path]:
    """The files of ``roots`` and all modules of the course that they import, directly or not.

    Imports inside functions count as well. The package's own ``__init__`` only passes on what
    notebooks import, and modules that are imported by a computed name (the lessons' checks) are
    not seen: name those among ``roots``. Files that are not Python are taken as they are.
    """
    waiting = [Path(root) for root in roots]
    seen: set[Path] = set()
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        if path.suffix == ".py":
            waiting += _imported(path, path.stat().st_mtime_ns)
    return sorted(seen)


def fingerprint(roots: Iterable[Path], *more: bytes) -> str:
    """A hash of the content of `dependencies`, and of ``more``."""
    digest = hashlib.sha256()
    for path in dependencies(roots):
        inside = path.is_relative_to(PACKAGE)
        name = path.relative_to(PACKAGE).as_posix() if inside else path.name
        _add(digest, name.encode(), path.read_bytes())
    for part in more:
        _add(digest, part)
    return digest.hexdigest()


def _add(digest: hashlib._Hash, *parts: bytes) -> None:
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)


@functools.cache
def _imported(path: Path, changed: int) -> tuple[Path, ...]:
    """The files of the package that a file imports. ``changed`` makes an edited file another."""
    with _PARSING:
        module = ast.parse(path.read_bytes())
    return tuple(dict.fromkeys(_files(path, module)))


def _files(path: Path, module: ast.Module) -> Iterator[Path]:
    here = ["autograder", *path.parent.relative_to(PACKAGE).parts] if _is_ours(path) else []
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield from _of_module(alias.name.split("."))
        elif isinstance(node, ast.ImportFrom):
            base = here[: len(here) - node.level + 1] if node.level else []
            base = [*base, *(node.module.split(".") if node.module else [])]
            for alias in node.names:
                yield from _of_module([*base, alias.name])


def _is_ours(path: Path) -> bool:
    return path.is_relative_to(PACKAGE)


def _of_module(words: list[str]) -> Iterator[Path]:
    """The files that importing ``words`` runs, the last of which may be a name in a module."""
    if words[0] != "autograder":
        return
    for end in range(2, len(words) + 1):
        place = PACKAGE.joinpath(*words[1:end])
        for path in (place.with_suffix(".py"), place / "__init__.py"):
            if path.is_file():
                yield path
