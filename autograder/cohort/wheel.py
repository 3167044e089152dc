"""The course as a student may install it: a wheel without lessons, solutions, banks and keys."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import zipfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from autograder import __version__, lessons
from autograder.authoring.review import DISTRIBUTION
from autograder.core.files import write
from autograder.data import own_folder

from .course import CourseError
from .handout import handout

PACKAGE = Path(__file__).resolve().parents[1]
NAME = f"{DISTRIBUTION}-student"
STEM = f"{NAME.replace('-', '_')}-{__version__}"
INFO = f"{STEM}.dist-info"
KEYS = "keys"
"""The name of a folder of data that holds answers."""
COPIED = ("Summary", "License-Expression", "License-File", "Requires-Python")
SAME_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of each file, so that the same course makes the same wheel."""

Files = Iterator[tuple[str, bytes]]


def write_wheel(folder: Path) -> Path:
    """Write the wheel into ``folder`` and return its path.

    It has the package, the bundled data, and of each lesson the examples (`handout`). Raises
    `CourseError` where the course isn't installed, `UserError` where it is a student's itself.
    """
    lessons.require_whole()
    try:
        installed = metadata.distribution(DISTRIBUTION)
    except metadata.PackageNotFoundError as error:
        raise CourseError(
            f"{DISTRIBUTION} isn't installed in this Python. Install it: pip install -e ."
        ) from error
    files = [*_engine(), *_examples(), *_data(), *_information(installed)]
    path = folder / f"{STEM}-py3-none-any.whl"
    write(path, _packed(files))
    return path


def _engine() -> Files:
    left_out = [PACKAGE / "bundled", *lessons.paths()]
    for path in _files(PACKAGE):
        if not any(path.is_relative_to(folder) for folder in left_out):
            yield f"autograder/{path.relative_to(PACKAGE).as_posix()}", path.read_bytes()


def _examples() -> Files:
    for folder in lessons.paths():
        if text := handout(folder.name):
            place = folder.relative_to(PACKAGE).as_posix()
            yield f"autograder/{place}/checks.py", text.encode()


def _data() -> Files:
    """The bundled data, without the programs that made it: they tell what to find in it."""
    data = own_folder()
    for path in _files(data):
        place = path.relative_to(data)
        if KEYS not in place.parts and path.suffix != ".py":
            yield f"autograder/bundled/data/{place.as_posix()}", path.read_bytes()


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith("."):
            yield path


def _information(installed: metadata.Distribution) -> Files:
    about = installed.metadata
    lines = ["Metadata-Version: 2.4", f"Name: {NAME}", f"Version: {__version__}"]
    lines += [f"{word}: {text}" for word in COPIED for text in about.get_all(word) or ()]
    needed = [line for line in installed.requires or () if "extra ==" not in line]
    lines += [f"Requires-Dist: {line}" for line in needed]
    yield f"{INFO}/METADATA", _text(lines)
    tags = ["Wheel-Version: 1.0", f"Generator: {DISTRIBUTION} {__version__}"]
    yield f"{INFO}/WHEEL", _text([*tags, "Root-Is-Purelib: true", "Tag: py3-none-any"])
    yield f"{INFO}/entry_points.txt", _text(["[console_scripts]", "mle = autograder.cli:main"])
    for path in installed.files or ():
        if "licenses" in path.parts:
            yield f"{INFO}/licenses/{path.name}", Path(str(path.locate())).read_bytes()


def _text(lines: list[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()


def _packed(files: list[tuple[str, bytes]]) -> bytes:
    """A zip archive of the files and of the record that lists them, as wheels have it."""
    record = io.StringIO()
    rows = csv.writer(record, lineterminator="\n")
    for name, content in files:
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=")
        rows.writerow((name, f"sha256={digest.decode()}", len(content)))
    rows.writerow((f"{INFO}/RECORD", "", ""))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in [*files, (f"{INFO}/RECORD", record.getvalue().encode())]:
            entry = zipfile.ZipInfo(name, SAME_DAY)
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return packed.getvalue()
