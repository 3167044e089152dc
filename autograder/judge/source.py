"""What a submission's text says, read by the grader without running it."""

from __future__ import annotations

import ast
import builtins
import functools
import symtable
from collections.abc import Iterable, Iterator, Sequence


def used_names(sources: Sequence[str], name: str) -> frozenset[str]:
    """The names that the definition of ``name`` uses, directly or through other definitions.

    ``sources`` are the texts of the cells in order; a later definition hides an earlier one.
    Imported names count as the module they come from. Text that is not Python is passed over.
    """
    definitions: dict[str, ast.AST] = {}
    modules: dict[str, set[str]] = {}
    for source in sources:
        tree = parse(source)
        for node in tree.body:
            for defined in _defined(node):
                definitions[defined] = node
        for node in nodes(tree):
            _note_imports(node, modules)
    found: set[str] = set()
    waiting, seen = [name], {name}
    while waiting:
        node = definitions.get(waiting.pop())
        for used in _used(node) if node is not None else ():
            found |= {used, *modules.get(used, ())}
            if used in definitions and used not in seen:
                seen.add(used)
                waiting.append(used)
    return frozenset(found)


LONGEST = 200_000


@functools.lru_cache(maxsize=256)
def parse(source: str) -> ast.Module:
    """The tree of a cell; an empty one for text that is not Python or is too long to be read."""
    try:
        return ast.parse(source if len(source) <= LONGEST else "")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ast.Module([], [])


@functools.lru_cache(maxsize=256)
def nodes(tree: ast.AST) -> tuple[ast.AST, ...]:
    """All nodes of a tree that `parse` gave, found once."""
    return tuple(ast.walk(tree))


def imports(sources: Sequence[str]) -> list[str]:
    """The import statements at the top level of these cells, each once."""
    found = [node for source in sources for node in parse(source).body]
    texts = [ast.unparse(each) for each in found if isinstance(each, (ast.Import, ast.ImportFrom))]
    return list(dict.fromkeys(texts))


def has_magics(source: str) -> bool:
    """Whether a text that is not Python may be meant for IPython."""
    lines = [line.strip() for line in source.splitlines()]
    return any(
        line.startswith(("%", "!", "?")) or line.endswith("?") or "= %" in line or "= !" in line
        for line in lines
    )


def needed(sources: Sequence[str], names: Iterable[str]) -> list[int]:
    """The cells that bind one of ``names`` or a name that these use in turn, by their place."""
    binding = [set(_bound(parse(source))) for source in sources]
    found: set[int] = set()
    waiting = list(names)
    seen = set(waiting)
    while waiting:
        wanted = waiting.pop()
        for place, names in enumerate(binding):
            if wanted not in names or place in found:
                continue
            found.add(place)
            used = global_names(sources[place]) - seen
            seen |= used
            waiting += used
    return sorted(found)


def lent(sources: Sequence[str], others: Sequence[str]) -> list[int]:
    """The cells among ``others`` that bind what ``sources`` lack, or what these lack in turn."""
    missing, bound = _lacks(sources), set(_bound_in(sources))
    found: set[int] = set()
    while missing:
        more = {
            place for place, other in enumerate(others)
            if place not in found and missing.intersection(_bound(parse(other)))
        }  # fmt: skip
        found |= more
        missing = set().union(*(_lacks([others[place]]) for place in more)) - bound
    return sorted(found)


def _lacks(sources: Sequence[str]) -> set[str]:
    """The names that cells use and none of them binds, nor Python itself."""
    used = {name for source in sources for name in global_names(source)}
    return used.difference(_bound_in(sources), dir(builtins))


def _bound_in(sources: Sequence[str]) -> Iterator[str]:
    return (name for source in sources for name in _bound(parse(source)))


def global_names(source: str) -> set[str]:
    """The names of the notebook that a cell uses, from its top level or inside functions."""
    try:
        tables = [symtable.symtable(source if len(source) <= LONGEST else "", "cell", "exec")]
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return set()
    found = {symbol.get_name() for symbol in tables[0].get_symbols()}
    for table in tables:
        tables += table.get_children()
        found |= {symbol.get_name() for symbol in table.get_symbols() if _is_global(symbol)}
    return found


def _is_global(symbol: symtable.Symbol) -> bool:
    # In a function that is called "top", before Python 3.13, all symbols say that they are global.
    return symbol.is_declared_global() or (symbol.is_global() and not symbol.is_local())


def _bound(tree: ast.Module) -> Iterator[str]:
    """The names that running a cell binds, outside functions and classes."""
    waiting: list[ast.AST] = list(tree.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield node.name
            continue
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            for alias in node.names:
                yield alias.asname or alias.name.partition(".")[0]
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        waiting += ast.iter_child_nodes(node)


def _defined(node: ast.AST) -> list[str]:
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return [node.name]
    targets = node.targets if isinstance(node, ast.Assign) else []
    targets = [node.target] if isinstance(node, (ast.AnnAssign, ast.AugAssign)) else targets
    parts = [each for target in targets for each in ast.walk(target)]
    return [each.id for each in parts if isinstance(each, ast.Name)]


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
    for each in nodes(node):
        if isinstance(each, ast.Name):
            names.add(each.id)
        elif isinstance(each, ast.Attribute):
            names.add(each.attr)
        elif isinstance(each, (ast.Import, ast.ImportFrom)):
            modules: dict[str, set[str]] = {}
            _note_imports(each, modules)
            names |= set().union(*modules.values()) | set(modules)
        elif isinstance(each, ast.Constant) and isinstance(each.value, str):
            texts.add(each.value)
    # A module named by a text counts where the code can import by text.
    return names | texts if names & {"__import__", "import_module", "eval", "exec"} else names
