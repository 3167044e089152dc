"""The names that a function or class uses, read from its code."""

from __future__ import annotations

import types
from typing import Any


def used_names(target: Any) -> frozenset[str]:
    """The names used by a function or class, and by the functions of its own that it calls.

    Modules are named in full.
    """
    names: set[str] = set()
    _collect_names(target, names, set())
    return frozenset(names)


def _collect_names(target: Any, names: set[str], seen: set[int]) -> None:
    """Add the names used by a function or class, and by the functions of its own it calls."""
    if id(target) in seen:
        return
    seen.add(id(target))
    if isinstance(target, type):
        for member in vars(target).values():
            _collect_names(member, names, seen)
    wrapped = getattr(target, "__wrapped__", None) or getattr(target, "__func__", None)
    if wrapped is not None:
        _collect_names(wrapped, names, seen)
    if not isinstance(target, types.FunctionType):
        return
    for name in _names_in(target.__code__):
        names.add(name)
        meant = target.__globals__.get(name)
        if isinstance(meant, types.ModuleType):
            names.add(meant.__name__)
        elif getattr(meant, "__module__", None) == target.__module__:
            _collect_names(meant, names, seen)
        elif callable(meant) and getattr(meant, "__module__", None):
            names.add(meant.__module__)


def _names_in(code: types.CodeType) -> set[str]:
    names = {*code.co_names, *code.co_freevars}
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            names |= _names_in(constant)
    return names
