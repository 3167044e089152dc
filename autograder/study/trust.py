"""Jupyter's trust in a notebook: without it, cards and pictures lose their colours.

JupyterLab trusts the outputs of a notebook whose signature it knows. A file that is written by
another program has none, so what was trusted before is signed again.
"""

from __future__ import annotations

import contextlib

from .files import Notebook


def has_outputs(notebook: Notebook) -> bool:
    """Whether there is anything to trust: without outputs Jupyter's libraries aren't needed."""
    return any(cell.get("outputs") for cell in notebook["cells"])


def trusted(content: bytes) -> bool:
    """Whether Jupyter trusts a notebook with outputs; False where it can't be told."""
    with contextlib.suppress(Exception):
        notary, notebook = _read(content)
        return notary.check_signature(notebook)
    return False


def trust(content: bytes) -> None:
    """Sign a notebook, so that JupyterLab shows its outputs as they are.

    Where Jupyter's own store can't be written, the notebook stays as it is, untrusted.
    """
    with contextlib.suppress(Exception):
        notary, notebook = _read(content)
        notary.sign(notebook)


def _read(content: bytes):
    import nbformat
    from nbformat.sign import NotebookNotary

    return NotebookNotary(), nbformat.reads(content.decode("utf-8-sig"), as_version=4)
