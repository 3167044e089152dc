"""Cells written for IPython, as Python that binds the same names.

Students time their answers, install packages and paste examples with prompts. What IPython makes
of such a cell is Python again, so that is what is read; and where nothing of IPython is left in
it, that is what is run, since an IPython shell takes half a second to start.
"""

from __future__ import annotations

import ast
import functools
from typing import NamedTuple

from autograder.core.names import LONGEST

RUN_THEIR_TEXT = frozenset({"capture", "prun", "time"})
"""Magics that run the code they are given in the notebook."""
BIND_NOTHING = frozenset(
    "autoreload colors conda config doctest_mode env history lprun load_ext lsmagic magic "
    "matplotlib memit mprun pdoc pfile pinfo pinfo2 pip precision psearch psource pylab_backend "
    "timeit uv who who_ls whos xmode".split()
)
"""Magics that an answer does not need while it is graded."""
INSTALLERS = ("pip ", "pip3 ", "python -m pip ", "python3 -m pip ", "conda ", "mamba ", "uv ",
              "apt", "{sys.executable} -m pip ")  # fmt: skip
"""How shell commands begin that install something, which a sandbox can't: they would only wait."""


class Plain(NamedTuple):
    """The text of a cell as Python. ``alike`` says that running it does what the cell does."""

    text: str
    alike: bool = True


@functools.lru_cache(maxsize=256)
def plain(source: str) -> Plain:
    """What a cell is without its magics, shell commands, prompts and common indentation.

    A cell that is Python, or that even IPython can't read, is itself.
    """
    if len(source) > LONGEST or not source.strip() or _tree(source) is not None:
        return Plain(source)
    # The import takes a third of a second, and few notebooks need it.
    from IPython.core.inputtransformer2 import TransformerManager

    try:
        text = str(TransformerManager().transform_cell(source))  # type: ignore[no-untyped-call]
    except Exception:
        return Plain(source)
    tree = _tree(text)
    if tree is None:
        return Plain(source)
    if "get_ipython" not in text:
        return Plain(text)
    if (body := _body(tree)) is not None:
        return plain(body)
    without = _WithoutMagics()
    tree = without.visit(tree)
    return Plain(ast.unparse(ast.fix_missing_locations(tree)), without.alike)


def _tree(source: str) -> ast.Module | None:
    try:
        return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _body(tree: ast.Module) -> str | None:
    """The code under a ``%%time``, word for word, so that it keeps its lines."""
    if len(tree.body) != 1 or not isinstance(tree.body[0], ast.Expr):
        return None
    kind, words = _magic(tree.body[0].value)
    if kind == "run_cell_magic" and words[0] in RUN_THEIR_TEXT and not words[1].strip():
        return words[2]
    return None


def _magic(node: ast.AST) -> tuple[str, list[str]]:
    """``run_line_magic`` and ``["time", "f(3)"]`` for that call of the shell, else '' and []."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        shell = node.func.value
        texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
        words = [text for text in texts if isinstance(text, str)]
        if ast.unparse(shell) == "get_ipython()" and len(words) == len(node.args):
            return node.func.attr, words
    return "", []


class _WithoutMagics(ast.NodeTransformer):
    """Puts in place of each call of the shell what it runs; ``alike`` is False where one stays."""

    def __init__(self) -> None:
        self.alike = True

    def visit_Expr(self, node: ast.Expr) -> ast.AST | list[ast.stmt]:
        kind, words = _magic(node.value)
        if not kind:
            return self.generic_visit(node)
        statements = self._statements(kind, words)
        if statements is None:
            self.alike = False
            return ast.Pass()
        return statements or ast.Pass()

    def visit_Call(self, node: ast.Call) -> ast.AST:
        kind, words = _magic(node)
        if not kind:
            return self.generic_visit(node)
        statements = self._statements(kind, words)
        value = statements[0] if statements and len(statements) == 1 else None
        if isinstance(value, ast.Expr):
            return value.value
        self.alike = self.alike and statements == []
        return ast.Constant(None)

    def _statements(self, kind: str, words: list[str]) -> list[ast.stmt] | None:
        """What a call of the shell runs in the notebook; None where only the shell can do it."""
        if kind == "system" and words[0].lstrip().startswith(INSTALLERS):
            return []
        if kind not in ("run_line_magic", "run_cell_magic"):
            return None
        if words[0] in BIND_NOTHING:
            return []
        if words[0] not in RUN_THEIR_TEXT:
            return None
        text = words[-1] if kind == "run_cell_magic" or words[0] != "capture" else ""
        if kind == "run_cell_magic" and words[1].strip():  # it has options, or binds a name
            self.alike = False
        body = _tree(plain(text).text)
        if body is None:
            return None
        visited = map(self.visit, body.body)
        return [each for part in visited for each in (part if isinstance(part, list) else [part])]
