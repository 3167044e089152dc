// Run by Node.js at build time: the modules of an archive, compiled by the very Python that will
// import them, since reading source code is most of what it does when it starts.
//   node compile.mjs PYODIDE IN.zip OUT.zip LEVEL
// LEVEL is the one of Python's -O: 2 leaves docstrings out.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, source, target, level] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`));
const python = await loadPyodide({ indexURL: folder });
python.FS.writeFile("/in.zip", readFileSync(source));
python.runPython(`
import zipfile
from importlib._bootstrap_external import _code_to_hash_pyc
from importlib.util import source_hash

with zipfile.ZipFile("/in.zip") as before, zipfile.ZipFile("/out.zip", "w") as after:
    for name in sorted(before.namelist()):
        content = before.read(name)
        if name.endswith(".py"):
            code = compile(content, name, "exec", dont_inherit=True, optimize=${Number(level)})
            name, content = f"{name}c", bytes(_code_to_hash_pyc(code, source_hash(content), False))
        info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
        info.external_attr = 0o644 << 16
        after.writestr(info, content, zipfile.ZIP_DEFLATED, 9)
`);
writeFileSync(target, python.FS.readFile("/out.zip"));
