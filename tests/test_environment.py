"""pyproject.toml, environment.yml and constraints.txt say the same."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib

from packaging.requirements import Requirement
from packaging.version import Version


def project(root) -> dict:
    return tomllib.loads((root / "pyproject.toml").read_text())["project"]


def test_environment_yml_has_the_ranges_of_pyproject(root):
    listed = re.findall(r"^ +- (.+)$", (root / "environment.yml").read_text(), re.MULTILINE)
    skipped = {"conda-forge", "pip", "pip:", "-e ."}
    in_file = {str(Requirement(line)) for line in listed if line not in skipped}
    wanted = {str(Requirement(line)) for line in project(root)["dependencies"]}
    python = str(Requirement(f"python{project(root)['requires-python']}"))
    assert in_file == wanted | {python}


def test_the_constraints_are_exact_and_inside_the_ranges(root):
    pinned: dict[str, list[Version]] = {}
    for line in (root / "constraints.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            pin = Requirement(line)
            [exact] = pin.specifier
            assert exact.operator == "==" and not pin.extras and not pin.url, line
            pinned.setdefault(pin.name.lower().replace("_", "-"), []).append(Version(exact.version))
    extras = project(root)["optional-dependencies"].values()
    for line in [*project(root)["dependencies"], *(each for extra in extras for each in extra)]:
        requirement = Requirement(line)
        if requirement.name != project(root)["name"]:
            versions = pinned[requirement.name.lower()]
            assert any(version in requirement.specifier for version in versions), line


def test_what_reads_selectors_works_on_this_python():
    import soupsieve

    assert soupsieve.compile("img:not([alt])")  # with a later one on Python 3.11.2 this raises


def test_the_repository_names_no_registry_and_no_path_of_one_machine(root):
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=True
    ).stdout.split("\0")
    texts = [root / name for name in tracked if name.endswith((".txt", ".toml", ".yml", ".cfg"))]
    assert texts
    for path in texts:
        assert "://" not in path.read_text(), path


def test_no_text_installs_the_course_by_a_name_that_is_not_ours(root):
    """On PyPI, the name of the package is somebody else's distribution."""
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=True
    ).stdout.split("\0")
    kinds = (".md", ".py", ".ipynb", ".template", ".yml", ".toml", ".txt")
    texts = {name: (root / name).read_text("utf-8") for name in tracked if name.endswith(kinds)}
    install = re.compile(r"pip3? install[^\n`]*?[\s\"']autograder\b|autograder\[\w")
    assert [name for name, text in texts.items() if install.search(text)] == []


def test_the_command_line_is_installed():
    code = "from importlib.metadata import entry_points; print(entry_points(name='mle'))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout
    assert "autograder.cli:main" in said
