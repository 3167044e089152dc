"""Plots of lessons as small files beside the pages, in place of pictures inside the HTML."""

from __future__ import annotations

import base64
import hashlib
import io
import re
import struct
from html import escape, unescape
from pathlib import Path

from autograder.core.files import write

from .errors import SiteError

FOLDER = "_plots"
COLOURS = 64
_IMAGE = re.compile(r'<img\b[^>]*\bsrc="data:image/png;base64,([^"]+)"[^>]*>')
_ALT = re.compile(r'\balt="([^"]*)"')


class Plots:
    """The plots of all pages, kept in ``folder`` under names made of their content."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.names: set[str] = set()

    def out_of(self, html: str, cell: str) -> str:
        """``html`` with each picture inside it turned into a file; ``cell`` is for messages."""
        return _IMAGE.sub(lambda image: self._moved(image, cell), html)

    def element(self, png: bytes, alt: str, cell: str) -> str:
        """An image element for a plot. Raises `SiteError` where it has no alternative text."""
        if not alt.strip():
            raise SiteError(f'{cell} shows a picture without a text; give the cell alt="...".')
        name = f"{hashlib.sha256(png).hexdigest()[:20]}.png"
        self.names.add(name)
        path = self.folder / name
        if not path.exists():
            write(path, smaller(png))
        width, height = struct.unpack(">II", png[16:24])
        return (
            f'<img alt="{escape(alt)}" src="../{FOLDER}/{name}" width="{width}" height="{height}">'
        )

    def _moved(self, image: re.Match[str], cell: str) -> str:
        alt = _ALT.search(image[0])
        return self.element(base64.b64decode(image[1]), unescape(alt[1]) if alt else "", cell)


def smaller(png: bytes) -> bytes:
    """The same picture in few colours: line plots look alike at a third of the size."""
    from PIL import Image

    picture = Image.open(io.BytesIO(png)).convert("RGBA")
    few = picture.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    file = io.BytesIO()
    few.save(file, "PNG", optimize=True)
    return min(file.getvalue(), png, key=len)
