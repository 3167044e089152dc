"""The engines that run exercises in a page: Python and DuckDB, from npm and from PyPI.

They are fetched once, by name and version, and packed: a page loads them from the site alone.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from autograder.core.files import write
from autograder.data import data_path
from autograder.site.errors import SiteError

FOLDER = "_engine"
NPM = {"pyodide": "314.0.7", "@duckdb/duckdb-wasm": "1.32.0", "apache-arrow": "17.0.0"}
WHEELS = ("hypothesis", "sortedcontainers")
TABLES = ("products", "transactions", "users")
OURS = Path(__file__).parent / "page"
_WITHOUT = "or build without the runner: mle site build --without-runner"
_ARROW = re.compile(r'import\*as (\w+) from"apache-arrow"')
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)


@dataclass(frozen=True)
class Runtime:
    """The files that a page needs to run exercises, and the bytes that each engine loads."""

    files: Mapping[str, bytes]
    sizes: Mapping[str, int]


def gather(package: Mapping[str, bytes], sql: bool, work: Path) -> Runtime:
    """What runs exercises: ``package``, the files of the course that go along, and the engines.

    ``sql`` adds DuckDB and the bundled tables. ``work`` keeps what was fetched. Raises
    `SiteError`.
    """
    npm = _npm(work / "npm")
    files = _python(npm / "pyodide", _wheels(work / "wheels"), package, work / "packed")
    sizes = {"python": sum(map(len, files.values()))}
    if sql:
        more = _duckdb(npm, work / "packed")
        sizes["sql"] = sum(map(len, more.values()))
        files |= more
    files["run.mjs"] = (OURS / "run.mjs").read_bytes()
    files["LICENSES.txt"] = _licences(npm, work / "wheels", sql)
    return Runtime(files, sizes)


def _python(
    pyodide: Path, wheels: Sequence[Path], package: Mapping[str, bytes], packed: Path
) -> dict[str, bytes]:
    lock = json.loads((pyodide / "pyodide-lock.json").read_bytes())
    few = {"info": lock["info"], "packages": {}}
    library = _compiled(pyodide, pyodide / "python_stdlib.zip", packed, level=2)
    return {
        "pyodide.mjs": _without_source_map(pyodide / "pyodide.mjs"),
        "pyodide.asm.mjs.bin": _packed(pyodide / "pyodide.asm.mjs", packed),
        "pyodide.asm.wasm.bin": _packed(pyodide / "pyodide.asm.wasm", packed),
        "pyodide-lock.json": json.dumps(few).encode(),
        "python_stdlib.zip": library.read_bytes(),
        "python.zip": _zip([_compiled(pyodide, wheel, packed) for wheel in wheels], package),
    }


def _duckdb(npm: Path, packed: Path) -> dict[str, bytes]:
    dist = npm / "@duckdb" / "duckdb-wasm" / "dist"
    arrow = _without_source_map(npm / "apache-arrow" / "Arrow.es2015.min.js").decode()
    own = _without_source_map(dist / "duckdb-browser-blocking.mjs").decode()
    own, count = _ARROW.subn(r"var \1=host.Arrow", own)
    if not count:
        raise SiteError("This version of @duckdb/duckdb-wasm is not built as the site expects.")
    # Arrow comes as a script that adds itself to `this`, and DuckDB as a module.
    script = f"const host={{}};\n(function(){{\n{arrow}\n}}).call(host);\n{own}\n"
    script += "export const Arrow=host.Arrow;\n"
    tables = {f"{name}.csv": data_path(f"shop/{name}.csv") for name in TABLES}
    return {
        "duckdb.mjs.bin": gzip.compress(script.encode(), 9, mtime=0),
        "duckdb-eh.wasm.bin": _packed(dist / "duckdb-eh.wasm", packed),
        "sql.mjs": (OURS / "sql.mjs").read_bytes(),
        **{f"{name}.bin": _packed(path, packed) for name, path in tables.items()},
    }


def _without_source_map(path: Path) -> bytes:
    return _SOURCE_MAP.sub("", path.read_text(encoding="utf-8")).encode()


def _packed(path: Path, kept: Path) -> bytes:
    """A file with gzip, kept until it changes."""
    stat = path.stat()
    done = kept / f"{path.name}-{stat.st_size}-{int(stat.st_mtime)}"
    if not done.exists():
        write(done, gzip.compress(path.read_bytes(), 9, mtime=0))
    return done.read_bytes()


def _compiled(pyodide: Path, archive: Path, kept: Path, level: int = 0) -> Path:
    """An archive with compiled modules in place of source code, kept until it changes."""
    script = OURS / "compile.mjs"
    digest = hashlib.sha256(archive.read_bytes() + script.read_bytes() + bytes([level]))
    done = kept / f"{archive.stem}-{digest.hexdigest()[:16]}.zip"
    if not done.exists():
        node = shutil.which("node")
        if node is None:
            raise SiteError(
                "The pages run exercises with Python modules that are compiled beforehand, and "
                f"Node.js, which does that, is not installed. Install it, {_WITHOUT}"
            )
        kept.mkdir(parents=True, exist_ok=True)
        fresh = done.with_suffix(f".{os.getpid()}")
        line = [node, str(script), str(pyodide), str(archive), str(fresh), str(level)]
        ran = subprocess.run(line, capture_output=True, text=True)
        if ran.returncode:
            said = "\n".join(ran.stderr.strip().splitlines()[-3:])
            raise SiteError(f"{archive.name} can't be compiled for the pages.\n{said}")
        fresh.rename(done)
    return done


def _zip(wheels: Sequence[Path], package: Mapping[str, bytes]) -> bytes:
    """The wheels and the course's own files as one archive, the same bytes each time."""
    files = dict(package)
    files["page.py"] = (OURS / "page.py").read_bytes()
    files["duckdb.py"] = (OURS / "duckdb.py").read_bytes()
    files["data/README.md"] = b"The tables lie beside this page as CSV.\n"
    files |= {f"data/shop/{name}.parquet": b"" for name in TABLES}
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            files |= {name: archive.read(name) for name in archive.namelist() if name[-1] != "/"}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in sorted(files):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.external_attr = 0o644 << 16
            archive.writestr(info, files[name], zipfile.ZIP_DEFLATED, 9)
    return file.getvalue()


def _npm(folder: Path) -> Path:
    """The folder of npm's packages, which are fetched if one is not there in its version."""
    modules = folder / "node_modules"
    if all(_version_of(modules / name) == wanted for name, wanted in NPM.items()):
        return modules
    npm = shutil.which("npm")
    if npm is None:
        raise SiteError(
            "The pages run exercises with engines that npm fetches, and npm is not installed. "
            f"Install Node.js, which brings npm, {_WITHOUT}"
        )
    names = [f"{name}@{wanted}" for name, wanted in NPM.items()]
    flags = ["--no-audit", "--no-fund", "--no-save", "--ignore-scripts", "--loglevel=error"]
    with _fresh(folder) as fresh:
        _fetch([npm, "install", "--prefix", str(fresh), *flags, *names], ", ".join(names))
    return modules


def _version_of(package: Path) -> str:
    try:
        return json.loads((package / "package.json").read_bytes())["version"]
    except (OSError, ValueError, KeyError):
        return ""


def _wheels(folder: Path) -> list[Path]:
    """Hypothesis as it is installed here, built for Pyodide, and what it needs."""
    wanted = [f"{name}=={version(name)}" for name in WHEELS]
    present = _present(folder)
    if len(present) == len(WHEELS):
        return present
    line = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    line += ["--no-deps", "--only-binary=:all:", "--implementation", "cp"]
    line += ["--platform", "pyemscripten_2026_0_wasm32", "--python-version", "3.14"]
    with _fresh(folder) as fresh:
        _fetch([*line, "--dest", str(fresh), *wanted], " and ".join(wanted))
    return _present(folder)


def _present(folder: Path) -> list[Path]:
    wheels = (next(folder.glob(f"{name}-{version(name)}-*.whl"), None) for name in WHEELS)
    return [wheel for wheel in wheels if wheel]


class _fresh:
    """A new folder that takes the place of ``folder`` if nothing goes wrong."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> Path:
        self._folder.parent.mkdir(parents=True, exist_ok=True)
        self._made = Path(tempfile.mkdtemp(prefix=".fetch-", dir=self._folder.parent))
        return self._made

    def __exit__(self, kind, error, trace) -> None:
        if kind is None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._made.rename(self._folder)
        shutil.rmtree(self._made, ignore_errors=True)


def _fetch(line: Sequence[str], what: str) -> None:
    ran = subprocess.run(line, capture_output=True, text=True)
    if ran.returncode:
        said = "\n".join(ran.stderr.strip().splitlines()[-3:])
        raise SiteError(
            f"The engines that run exercises in the page can't be fetched: {what}.\n{said}\n"
            f"Connect to the network and build again, {_WITHOUT}"
        )


def _licences(npm: Path, wheels: Path, sql: bool) -> bytes:
    """What the engines are and under which licences, with the texts that come along."""
    parts = []
    for name, wanted in NPM.items():
        if sql or name == "pyodide":
            licence = json.loads((npm / name / "package.json").read_bytes()).get("license", "")
            parts.append(f"{name} {wanted}: {licence}")
            texts = sorted((npm / name).glob("LICENSE*"))
            parts += [path.read_text(encoding="utf-8") for path in texts]
    for path in sorted(wheels.glob("*.whl")):
        with zipfile.ZipFile(path) as archive:
            names = [name for name in archive.namelist() if "LICENSE" in name.upper()]
            parts.append(path.name)
            parts += [archive.read(name).decode() for name in sorted(names)]
    return "\n\n".join(["What runs in these pages beside the course itself.", *parts]).encode()
