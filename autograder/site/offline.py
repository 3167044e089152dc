"""Make a built site installable: a manifest, icons, and a worker that keeps every file."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from .home import DESCRIPTION, PROJECT

WORKER = "worker.js"
MANIFEST = "course.webmanifest"
ICONS = (192, 512)
_GROUND, _MARK = "#14559e", "#ffffff"
_SOURCE = Path(__file__).parent / "theme" / WORKER


def write(folder: Path) -> None:
    """Write the manifest, its icons and the worker into ``folder``; called last of all."""
    for size in ICONS:
        _draw(size, folder / f"icon-{size}.png")
    manifest = {
        "name": PROJECT,
        "short_name": "MLE interviews",
        "description": DESCRIPTION,
        "start_url": "index.html",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": "#fdfcfa",
        "theme_color": "#fdfcfa",
        "icons": [
            {"src": f"icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"}
            for size in ICONS
        ],
    }
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    files = sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".") and path.name != WORKER
    )
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    names = [path.relative_to(folder).as_posix() for path in files]
    head = f"const VERSION = {json.dumps(digest.hexdigest()[:16])};\n"
    head += f"const FILES = {json.dumps(names, separators=(',', ':'))};\n"
    (folder / WORKER).write_text(head + _SOURCE.read_text(encoding="utf-8"), encoding="utf-8")


def _draw(size: int, path: Path) -> None:
    """A tick on a plain ground."""
    from PIL import Image, ImageDraw

    scale = 4  # drawn larger and made smaller, so that its edges are smooth
    icon = Image.new("RGB", (size * scale, size * scale), _GROUND)
    points = [(0.27, 0.53), (0.43, 0.69), (0.74, 0.33)]
    line = [(round(x * size * scale), round(y * size * scale)) for x, y in points]
    width = round(size * scale * 0.1)
    pen = ImageDraw.Draw(icon)
    pen.line(line, fill=_MARK, width=width, joint="curve")
    for x, y in line:
        pen.ellipse([x - width // 2, y - width // 2, x + width // 2, y + width // 2], fill=_MARK)
    icon.resize((size, size), Image.Resampling.LANCZOS).save(path, "PNG", optimize=True)
