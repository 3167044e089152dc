"""What a submission's text says, read by the grader without running it."""

from __future__ import annotations

import ast
import contextlib
import functools
from collections.abc import Iterable, Iterator, Sequence

from autograder.core.names import LONGEST, Names, bound_by
from autograder.core.names import names as names_of_python

from .magics import plain


def used_names(sources: Sequence[str], name: str) -> frozenset[str]:
    """The names that the definition of ``name`` uses, directly or through other definitions.

    ``sources`` are the texts of the cells in order; a later definition hides an earlier one.
    Imported names count as the module they come from. Text that is not Python is passed over.
    """
    definitions: dict[str, ast.stmt] = {}
    modules: dict[str, set[str]] = {}
    for source in sources:
        tree = parse(source)
        for statement in tree.body:
            definitions.update(dict.fromkeys(bound_by(statement), statement))
        for node in nodes(tree):
            _note_imports(node, modules)
    used: set[str] = set()
    waiting, seen = [name], {name}
    while waiting:
        definition = definitions.get(waiting.pop())
        for word in _used(definition) if definition is not None else ():
            used |= {word, *modules.get(word, ())}
            if word in definitions and word not in seen:
                seen.add(word)
                waiting.append(word)
    return frozenset(used)


def names(source: str) -> Names:
    """The names that a cell of a notebook binds and uses; see `magics.plain`."""
    return names_of_python(plain(source).text)


@functools.lru_cache(maxsize=256)
def parse(source: str) -> ast.Module:
    """The tree of a cell; an empty one for text that even IPython can't read, or is too long."""
    try:
        return ast.parse(plain(source).text if len(source) <= LONGEST else "")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ast.Module([], [])


@functools.lru_cache(maxsize=256)
def nodes(tree: ast.AST) -> tuple[ast.AST, ...]:
    """All nodes of a tree that `parse` gave, found once."""
    return tuple(ast.walk(tree))


@contextlib.contextmanager
def forgotten() -> Iterator[None]:
    """Let go of what was read in the block: the trees of one submission may be large."""
    try:
        yield
    finally:
        for cached in (parse, nodes, names_of_python, plain):
            cached.cache_clear()


def imports(sources: Sequence[str]) -> list[str]:
    """The import statements at the top level of these cells, each once."""
    statements = [node for source in sources for node in parse(source).body]
    texts = [
        ast.unparse(statement)
        for statement in statements
        if isinstance(statement, (ast.Import, ast.ImportFrom))
    ]
    return list(dict.fromkeys(texts))


_HIDING = frozenset(
    "__builtins__ __import__ builtins compile eval exec globals import_module importlib locals "
    "modules vars".split()
)


def hides_names(sources: Sequence[str]) -> bool:
    """Whether these texts could use a name that is not written in them."""
    for source in sources:
        if not plain(source).alike:
            return True
        for node in nodes(parse(source)):
            words = [getattr(node, "id", ""), getattr(node, "attr", "")]
            if isinstance(node, ast.alias):
                words.append(node.name.partition(".")[0])
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "getattr":
                words += [] if _is_written(node) else ["vars"]
            if _HIDING.intersection(words):
                return True
    return False


def _is_written(call: ast.Call) -> bool:
    """Whether the second argument of a call is a text that can be read here."""
    return len(call.args) > 1 and isinstance(call.args[1], ast.Constant)


def needed(sources: Sequence[str], wanted: Iterable[str]) -> list[int]:
    """The cells that bind one of these names or a name that such a cell uses, by their place."""
    read = list(map(names, sources))
    chosen: set[int] = set()
    waiting = list(wanted)
    seen = set(waiting)
    while waiting:
        name = waiting.pop()
        for place, cell in enumerate(read):
            if name not in cell.bound or place in chosen:
                continue
            chosen.add(place)
            waiting += cell.used - seen
            seen |= cell.used
    return sorted(chosen)


def lent(sources: Sequence[str], others: Sequence[str]) -> list[int]:
    """The cells among ``others`` that bind what ``sources`` lack, or what these lack in turn."""
    cells, offered = list(map(names, sources)), list(map(names, others))
    bound = frozenset().union(*(cell.bound for cell in cells))
    missing = frozenset().union(*(cell.lacked for cell in cells)) - bound
    chosen: set[int] = set()
    while missing:
        more = {at for at, cell in enumerate(offered) if at not in chosen and missing & cell.bound}
        chosen |= more
        missing = frozenset().union(*(offered[at].lacked for at in more)) - bound
    return sorted(chosen)


def _note_imports(node: ast.AST, modules: dict[str, set[str]]) -> None:
    if isinstance(node, ast.Import):
        for alias in node.names:
            shown = alias.asname or alias.name.partition(".")[0]
            modules.setdefault(shown, set()).update({alias.name, alias.name.partition(".")[0]})
    elif isinstance(node, ast.ImportFrom) and node.module:
        for alias in node.names:
            modules.setdefault(alias.asname or alias.name, set()).update({node.module, alias.name})


def _used(node: ast.AST) -> set[str]:
    names: set[str] = set()
    texts: set[str] = set()
    for part in nodes(node):
        if isinstance(part, ast.Name):
            names.add(part.id)
        elif isinstance(part, ast.Attribute):
            names.add(part.attr)
        elif isinstance(part, (ast.Import, ast.ImportFrom)):
            modules: dict[str, set[str]] = {}
            _note_imports(part, modules)
            names |= set().union(*modules.values()) | set(modules)
        elif isinstance(part, ast.Constant) and isinstance(part.value, str):
            texts.add(part.value)
    # A module named by a text counts where the code can import by text.
    return names | texts if names & {"__import__", "import_module", "eval", "exec"} else names
