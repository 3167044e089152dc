"""The names that the text of a cell binds and uses, read without running it."""

from __future__ import annotations

import ast
import builtins
import functools
import symtable
from typing import NamedTuple

LONGEST = 200_000
"""Characters of a text; a longer one is not read."""
_PYTHON = frozenset(dir(builtins))
_COMPREHENSIONS = frozenset({"listcomp", "setcomp", "dictcomp", "genexpr"})


class Names(NamedTuple):
    """``bound`` at the top level of a cell; ``used`` of the notebook, inside functions as well.

    What a cell binds counts as used by it.
    """

    bound: frozenset[str] = frozenset()
    used: frozenset[str] = frozenset()

    @property
    def lacked(self) -> frozenset[str]:
        """What is used, but neither bound here nor one of Python's own names."""
        return self.used - self.bound - _PYTHON


@functools.lru_cache(maxsize=256)
def names(source: str) -> Names:
    """The names of a cell; none for text that is not Python or is too long to be read."""
    try:
        top = symtable.symtable(source if len(source) <= LONGEST else "", "<cell>", "exec")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return Names()
    symbols = top.get_symbols()
    used = {each.get_name() for each in symbols}
    bound = [each.get_name() for each in symbols if each.is_assigned() or each.is_imported()]
    tables = top.get_children()
    for table in tables:
        if table.get_name().strip("<>") in _COMPREHENSIONS:  # (name := value) in it binds outside
            bound += [each.get_name() for each in table.get_symbols() if _is_bound_outside(each)]
    for table in tables:
        tables += table.get_children()
        used |= {each.get_name() for each in table.get_symbols() if _is_global(each)}
    return Names(frozenset(bound), frozenset(used))


def bound_by(statement: ast.stmt) -> frozenset[str]:
    """The names that a statement at the top level of a cell binds."""
    try:
        return names(ast.unparse(statement)).bound
    except RecursionError:  # a tree deeper than Python can write
        return frozenset()


def _is_bound_outside(symbol: symtable.Symbol) -> bool:
    return symbol.is_declared_global() and symbol.is_assigned()


def _is_global(symbol: symtable.Symbol) -> bool:
    # In a function that is called "top", before Python 3.13, all symbols say that they are global.
    return symbol.is_declared_global() or (symbol.is_global() and not symbol.is_local())
