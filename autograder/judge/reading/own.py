"""Attributes of ``self`` that are sure to be those of an object of the text's own classes.

A method that is reached otherwise than through such an object (by the name of its class, by a
decorator, in the body of the class) could be called with any object as ``self``.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator, Sequence

from .source import nodes

Method = ast.FunctionDef | ast.AsyncFunctionDef
_OF_CLASSES = frozenset(
    "__class_getitem__ __init_subclass__ __new__ __prepare__ __set_name__".split()
)
"""Methods that are handed a class."""


def own_attributes(trees: Sequence[ast.AST]) -> set[int]:
    """The ids of the nodes ``self.name`` of which it is sure."""
    everything = [node for tree in trees for node in nodes(tree)]
    classes = [node for node in everything if isinstance(node, ast.ClassDef)]
    if _could_be_values({definition.name for definition in classes}, everything):
        return set()
    return {
        id(node)
        for definition in classes
        if _is_simple(definition)
        for method in _methods(definition)
        for node in _attributes_of_self(method)
    }


def _could_be_values(classes: set[str], everything: Sequence[ast.AST]) -> bool:
    """Whether a class is used otherwise than to make an object, or asked of one."""
    called = {id(node.func) for node in everything if isinstance(node, ast.Call)}
    return any(
        (isinstance(node, ast.Name) and node.id == "type")
        or (isinstance(node, ast.Name) and node.id in classes and id(node) not in called)
        or (isinstance(node, ast.Attribute) and node.attr == "__class__")
        for node in everything
    )


def _is_simple(node: ast.ClassDef) -> bool:
    """Whether a class has no decorator, no base but Python's, and no method that gets a class."""
    if node.decorator_list or node.keywords:
        return False
    methods = [item for item in node.body if isinstance(item, Method)]
    decorators = [ast.unparse(item) for method in methods for item in method.decorator_list]
    return (
        all(isinstance(base, ast.Name) and base.id in dir(builtins) for base in node.bases)
        and not any("classmethod" in item for item in decorators)
        and _OF_CLASSES.isdisjoint(method.name for method in methods)
    )


def _methods(node: ast.ClassDef) -> Iterator[Method]:
    """The methods that nothing in the body of their class names."""
    named: set[str] = set()
    waiting: list[ast.AST] = list(node.body)
    while waiting:
        part = waiting.pop()
        if isinstance(part, Method):
            waiting += [*part.decorator_list, part.args, *([part.returns] if part.returns else [])]
            continue
        if isinstance(part, ast.Name):
            named.add(part.id)
        waiting += ast.iter_child_nodes(part)
    for part in node.body:
        if isinstance(part, Method) and not part.decorator_list and part.name not in named:
            yield part


def _attributes_of_self(method: Method) -> Iterator[ast.Attribute]:
    """The attributes of the first parameter, unless its name is bound again."""
    parameters = [*method.args.posonlyargs, *method.args.args]
    if not parameters:
        return
    own = parameters[0]
    parts = [part for statement in method.body for part in ast.walk(statement)]
    parts += [part for default in ast.iter_child_nodes(method.args) for part in ast.walk(default)]
    if any(_binds(part, own.arg) for part in parts if part is not own):
        return
    for part in parts:
        if isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name):
            if part.value.id == own.arg:
                yield part


def _binds(node: ast.AST, name: str) -> bool:
    if isinstance(node, ast.Name):
        return node.id == name and not isinstance(node.ctx, ast.Load)
    # Parameters, imports, exceptions, patterns, definitions: they hold their names as texts.
    texts = [value for _, value in ast.iter_fields(node) if isinstance(value, (str, list))]
    if isinstance(node, (ast.Attribute, ast.Constant, ast.keyword)):
        return False
    return any(name == text or (isinstance(text, list) and name in text) for text in texts)
