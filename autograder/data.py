"""Find the bundled samples of `data/`, from wherever a notebook runs."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["data_path"]

_PACKAGE = Path(__file__).resolve().parent


def data_path(name: str) -> Path:
    """Return the absolute path of a bundled file or folder, such as `"shop/users.csv"`.

    The folder is the one that the environment variable MLE_DATA names; without it, the first
    `data/` that holds the course's samples in the current directory or above it; then the
    `data/` beside the package in a checkout; and last, the one that a wheel brings along.

    Raises FileNotFoundError where there is no such folder, or nothing called `name` in it.
    """
    folder = _find_folder()
    path = folder / name
    if not path.exists():
        raise FileNotFoundError(f"{folder} has no {name}; its README.md lists what there is.")
    return path


def _find_folder() -> Path:
    chosen = os.environ.get("MLE_DATA")
    if chosen:
        folder = Path(chosen).expanduser().resolve()
        if _is_ours(folder):
            return folder
        raise FileNotFoundError(
            f"MLE_DATA names {folder}, which is not the course's data folder; "
            "set it to the folder that holds README.md and shop, or unset it."
        )
    here = Path.cwd()
    for parent in (here, *here.parents):
        if _is_ours(parent / "data"):
            return parent / "data"
    return own_folder()


def own_folder() -> Path:
    """The data that belongs to this package: the checkout's, or what a wheel brought along.

    Raises FileNotFoundError where there is neither.
    """
    for parent in (_PACKAGE.parent, _PACKAGE / "bundled"):
        if _is_ours(parent / "data"):
            return parent / "data"
    raise FileNotFoundError(
        f"The course's data folder was found neither above {Path.cwd()} nor beside or in "
        f"{_PACKAGE}; set MLE_DATA to the data folder of a checkout of the course."
    )


def _is_ours(folder: Path) -> bool:
    return (folder / "README.md").is_file() and (folder / "shop").is_dir()
