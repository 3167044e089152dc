"""Whether what is measured of a text can be believed.

Steps, draws, reads and the moves of objects are counted beside the student's code, in its own
process. The count is true where the text that runs can't reach what counts: so the grader reads
the text, and wants it written with the usual parts of the language alone.
"""

from __future__ import annotations

import ast
import builtins
import re
import sys
from collections.abc import Iterator, Sequence
from typing import TypeGuard

from autograder.core.names import LONGEST, bound_by

from . import allowed
from .magics import plain
from .own import own_attributes
from .source import nodes, parse


def doubt(cells: Sequence[str], given: Sequence[str] = ()) -> str:
    """'' where no text in ``cells`` can reach what counts, else a clause such as "it uses open".

    ``given`` are texts of the course. Those among the cells are believed, but what they import
    is doubted like the rest where another cell uses it.
    """
    trees = []
    for text in cells:
        if text in given:
            continue
        if not plain(text).alike:
            return "it uses what only IPython can run"
        tree = parse(text)
        if not tree.body and text.strip() and not _is_harmless(text):
            return "it uses a cell that can't be read"
        trees.append(tree)
    reader = _Reader(trees, [parse(text) for text in given])
    for tree in trees:
        for doubtful in reader.doubts(tree):
            return f"it uses {doubtful}"
    return ""


def _is_harmless(text: str) -> bool:
    """Whether a text of which nothing could be parsed is one that Python does not run either."""
    try:
        ast.parse(plain(text).text if len(text) <= LONGEST else "'")
    except SyntaxError:
        return len(text) <= LONGEST
    except (ValueError, RecursionError, MemoryError):
        return False
    return True  # nothing but comments


def _harmless_classes(tree: ast.AST) -> set[int]:
    """The ids of nodes that name a class to make an object, to ask for a type, or to annotate."""
    checked: set[int] = set()
    for node in nodes(tree):
        types: list[ast.AST | None] = []  # expressions that say a type and are not called
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            one = len(node.args) == 1 and not node.keywords
            if name in allowed.GENERATORS or (
                name == "type" and one and not isinstance(node.args[0], ast.Starred)
            ):
                checked.add(id(node.func))
            if name in ("isinstance", "issubclass"):
                types += node.args[1:]
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            types += [node.returns]
            for decorator in node.decorator_list:
                if _is_plain_wraps(decorator):
                    checked.add(id(decorator.func))
        elif isinstance(node, (ast.AnnAssign, ast.arg)):
            types += [node.annotation]
        elif isinstance(node, ast.Subscript):
            checked.add(id(node.value) if isinstance(node.value, ast.Name) else 0)
        checked |= {id(part) for whole in types if whole for part in _plain_type(whole)}
    return checked


def _plain_type(expression: ast.AST) -> list[ast.AST]:
    """The parts of an expression that says a type; none where it could hand one on."""
    parts = list(ast.walk(expression))
    usual = (ast.Name, ast.Attribute, ast.Subscript, ast.Tuple, ast.List, ast.BinOp, ast.BitOr,
             ast.Constant, ast.expr_context)  # fmt: skip
    plain = all(isinstance(part, usual) or _asks_for_its_type(part) for part in parts)
    return parts if plain else []


def _asks_for_its_type(node: ast.AST) -> bool:
    """Whether this is ``type(x)``, of a name."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "type"
        and len(node.args) == 1
        and isinstance(node.args[0], ast.Name)
    )


def _is_plain_wraps(decorator: ast.expr) -> TypeGuard[ast.Call]:
    """Whether this is ``@wraps(function)``; more arguments name the attributes it sets."""
    if not isinstance(decorator, ast.Call) or len(decorator.args) != 1 or decorator.keywords:
        return False
    return getattr(decorator.func, "id", getattr(decorator.func, "attr", "")) == "wraps"


def _asked_for_only(node: ast.AST) -> list[ast.AST]:
    """Parts of a node that may be a type: it is named, compared, looked up, or makes an object."""
    if isinstance(node, ast.Attribute) and node.attr in ("__name__", "__qualname__"):
        return [node.value]
    if isinstance(node, ast.Call):
        known = isinstance(node.func, ast.Name) and node.func.id in allowed.OF_TYPES
        return [node.func, *(node.args if known else ())]
    if isinstance(node, ast.Compare):
        parts = [node.left, *node.comparators]
        return [item for part in parts for item in getattr(part, "elts", [part])]
    if isinstance(node, ast.Subscript):
        return [node.slice]
    return [node.value] if isinstance(node, ast.FormattedValue) else []


class _Reader:
    """Knows what all texts import and which attributes they make, and finds what is doubtful.

    The cells of a notebook share one namespace, so an import in one cell gives a name its meaning
    in all. Nodes are told apart by their ``id``: the trees stay alive while they are read.

    A module may be named to reach into it (``math.floor``) and not kept: once it is in a variable,
    the text no longer says of which module an attribute is. Where numpy or pandas is in use
    (``_arrays``) more is doubtful, since any object may be an array or a data frame, whose methods
    write files and run texts.
    """

    def __init__(self, trees: Sequence[ast.AST], given: Sequence[ast.AST]) -> None:
        self._modules: dict[str, str] = {}
        self._imported: set[str] = set()
        self._packages: set[str] = set()
        self._functions = set(allowed.FUNCTIONS)
        self._defined: set[str] = set()
        self._own = own_attributes(trees)
        self._classes = {
            node.name
            for tree in (*trees, *given)
            for node in nodes(tree)
            if isinstance(node, ast.ClassDef)
        }
        for tree in (*trees, *given):
            for node in nodes(tree):
                self._note_import(node)
                self._note_defined(node)
        roots = {module.partition(".")[0] for module in self._modules.values()} | self._packages
        self._arrays = bool(roots & {"numpy", "pandas"})

    def _note_import(self, node: ast.AST) -> None:
        if isinstance(node, ast.Import):
            for alias in node.names:
                bound = alias.asname or alias.name.partition(".")[0]
                self._modules[bound] = alias.name
        elif isinstance(node, ast.ImportFrom):
            self._packages.add((node.module or "").partition(".")[0])
            for alias in node.names:
                self._imported.add(alias.asname or alias.name)
                if alias.name in sys.stdlib_module_names:
                    self._modules[alias.asname or alias.name] = alias.name

    def _note_defined(self, node: ast.AST) -> None:
        """Names that this node makes an attribute of some object; such a name may be anything."""
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            self._defined.add(node.name)
            self._functions.add(node.name)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            self._defined.add(node.attr)
        elif isinstance(node, ast.ClassDef):
            for statement in node.body:
                if isinstance(statement, (ast.Assign, ast.AnnAssign)):
                    self._defined |= bound_by(statement)

    def doubts(self, tree: ast.AST) -> Iterator[str]:
        """What in ``tree`` could reach what counts, in the order of the text."""
        checked = _harmless_classes(tree)
        # `nodes` goes from the top down, so a node marks its parts before they are looked at.
        plain_uses: set[int] = set()
        asked = {id(part) for node in nodes(tree) for part in _asked_for_only(node)}
        for node in nodes(tree):
            yield from self._bound(node)
            if isinstance(node, ast.Attribute):
                plain_uses.add(id(node.value))
                if node.attr == "__class__" and id(node) not in asked:
                    yield "a type as a value"
                yield from self._attribute(node, id(node) in plain_uses, id(node) in checked)
            elif isinstance(node, ast.Call):
                if isinstance(node.func, ast.Name) and node.func.id == "type":
                    if id(node) not in asked:
                        yield "a type as a value"
                if isinstance(node.func, ast.Name) and node.func.id in allowed.BY_NAME:
                    plain_uses.add(id(node.func))
                    yield from self._by_name(node)
                yield from self._call(node)
            elif isinstance(node, ast.Name):
                yield from self._name(node, id(node) in plain_uses, id(node) in checked)
            elif isinstance(node, (ast.Import, ast.ImportFrom)):
                yield from self._import(node)
            elif isinstance(node, ast.ClassDef):
                if node.keywords:
                    yield "a metaclass"
            elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                yield from self._dunder(node.name)
            elif isinstance(node, ast.MatchClass):
                for attribute in node.kwd_attrs:
                    yield from self._word(attribute, "")

    @staticmethod
    def _bound(node: ast.AST) -> Iterator[str]:
        """Names with a meaning for Python that this node binds or passes."""
        if isinstance(node, (ast.Constant, ast.Attribute, ast.FunctionDef, ast.AsyncFunctionDef)):
            return  # looked at elsewhere
        for _, text in ast.iter_fields(node):
            if isinstance(text, str) and re.fullmatch("__.+__", text):
                if text not in allowed.BINDABLE:
                    yield text

    def _is_class(self, node: ast.AST) -> bool:
        """Whether this names a class of the text, of Python or of a module."""
        known = self._classes | self._imported | self._modules.keys() | set(dir(builtins))
        while isinstance(node, ast.Attribute):
            node = node.value
        return isinstance(node, ast.Name) and node.id in known

    def _call(self, call: ast.Call) -> Iterator[str]:
        if isinstance(call.func, ast.Name) and call.func.id == "super":
            if call.args and not self._is_class(call.args[0]):
                yield "super of something"
        for keyword in call.keywords:
            if self._arrays and keyword.arg in allowed.KEYWORDS_REFUSED:
                yield f"the argument {keyword.arg}"
        if self._arrays and isinstance(call.func, ast.Attribute):
            if call.func.attr in allowed.CALLED_BY_TEXT:
                yield from self._called_by_text(call, call.func.attr)

    def _called_by_text(self, call: ast.Call, method: str) -> Iterator[str]:
        """pandas calls the method that a text names."""
        parts = [*call.args, *(keyword.value for keyword in call.keywords)]
        waiting: list[ast.AST] = list(parts)
        while waiting:
            part = waiting.pop()
            if isinstance(part, ast.Lambda):
                continue
            if isinstance(part, ast.Constant):
                if isinstance(part.value, str):
                    yield from self._word(part.value, "")
            elif isinstance(part, (ast.List, ast.Tuple, ast.Dict, ast.expr_context)):
                waiting += ast.iter_child_nodes(part)
            elif isinstance(part, ast.Name):
                if part.id not in self._functions:
                    yield f"{method} with a computed name"
            elif not isinstance(part, ast.Attribute):
                yield f"{method} with a computed name"

    def _name(self, node: ast.Name, plain: bool, checked: bool) -> Iterator[str]:
        if node.id in allowed.NAMES_REFUSED:
            yield node.id
        elif node.id == "type" and not checked:
            yield "type as a value, or with three arguments"
        elif node.id in allowed.TYPES | allowed.BY_TEXT and not checked:
            yield f"{node.id} as a value"
        elif node.id in allowed.BY_NAME and not plain:
            yield f"{node.id} as a value"
        elif node.id in self._modules:
            module = self._modules[node.id].partition(".")[0]
            if module not in allowed.MODULES and module not in allowed.PARTS:
                yield f"the module {module}"
            elif not plain or not isinstance(node.ctx, ast.Load):
                yield f"the module {module} as a value"

    def _import(self, node: ast.Import | ast.ImportFrom) -> Iterator[str]:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("autograder"):
            for alias in node.names:
                if alias.name not in allowed.OURS:
                    yield f"{alias.name} of the course"
            return
        names = [alias.name for alias in node.names]
        modules = [node.module or "."] if isinstance(node, ast.ImportFrom) else names
        for module in modules:
            if module.partition(".")[0] not in allowed.MODULES and module not in allowed.PARTS:
                yield f"the module {module}"
            yield from self._path(module)
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                if alias.asname and alias.name in allowed.TYPES | allowed.BY_TEXT:
                    yield f"{alias.name} by another name"
                elif alias.name == "SimpleNamespace" and self._arrays:
                    yield "SimpleNamespace beside arrays"
            for name in names:
                yield from self._path(f"{modules[0]}.{name}")
                if modules[0] in allowed.PARTS and name not in allowed.PARTS[modules[0]]:
                    yield f"{modules[0]}.{name}"
                elif name == "*" and modules[0] not in allowed.WITH_STAR:
                    yield f"all of {modules[0]}"
                elif name.startswith("_") or name in allowed.ATTRIBUTES_REFUSED:
                    yield name
                elif name in allowed.OTHER_MODULES:
                    yield name

    def _path(self, dotted: str) -> Iterator[str]:
        """What is doubtful in naming this part of a module."""
        package, *parts = dotted.split(".")
        if package == "pandas" and parts and parts[0] not in allowed.PANDAS:
            yield dotted
        elif package in ("numpy", "pandas") and allowed.NUMPY_REFUSED.intersection(parts):
            yield dotted
        elif package == "enum" and self._arrays:
            yield "the module enum beside arrays"

    def _attribute(self, node: ast.Attribute, plain: bool, checked: bool) -> Iterator[str]:
        root: ast.AST = node
        names: list[str] = []
        while isinstance(root, ast.Attribute):
            names.insert(0, root.attr)
            root = root.value
        of = root.id if isinstance(root, ast.Name) else ""
        module = self._modules.get(of, "")
        if module:
            yield from self._path(".".join([module, *names]))
            inner = names[-1] in allowed.NUMPY_PARTS | {"offsets", "tseries"}
            if inner and self._arrays and not plain:
                yield f"{of}.{names[-1]} as a value"
        if self._arrays and node.attr == "SimpleNamespace":
            yield "SimpleNamespace beside arrays"
        if node.attr in allowed.TYPES | allowed.BY_TEXT and not checked:
            yield f"{of}.{node.attr} as a value" if of else node.attr
        if node.attr == "__init__" and not self._is_class(node.value):
            if not (isinstance(node.value, ast.Call) and ast.unparse(node.value.func) == "super"):
                yield "__init__ of something"
        if node.attr == "__dict__" and id(node) in self._own and not self._arrays:
            return
        parts = allowed.PARTS.get(self._modules.get(of, ""))
        if parts is not None and node.attr not in parts:
            yield f"{of}.{node.attr}"
        yield from self._word(node.attr, of)
        if not isinstance(node.ctx, ast.Load):
            if of in self._modules or of in self._imported:
                yield f"a change of {of}"

    def _by_name(self, call: ast.Call) -> Iterator[str]:
        name = call.args[1] if len(call.args) > 1 else None
        if not isinstance(name, ast.Constant) or not isinstance(name.value, str):
            yield f"{call.func.id} with a computed name"  # type: ignore[attr-defined]
        elif name.value in ("__class__", "__init__"):
            yield name.value
        else:
            yield from self._word(name.value, "")

    def _word(self, attribute: str, of: str) -> Iterator[str]:
        """What is doubtful in reading this attribute of the name ``of`` ('' for no name)."""
        if self._arrays and of not in self._modules:
            refused = allowed.FRAMES_REFUSED | allowed.ARRAYS_REFUSED
            if attribute in refused or allowed.is_writer(attribute):
                yield f"{attribute} beside arrays"
        own = attribute in self._defined and of not in self._modules and of not in self._imported
        doubtful = (
            attribute in allowed.ATTRIBUTES_REFUSED
            or (attribute.startswith("__") and attribute.endswith("__")
                and attribute not in allowed.DUNDERS)
            or (attribute.lstrip("_") in allowed.OTHER_MODULES and not own)
            or (attribute.startswith("_") and not attribute.endswith("__")
                and not own and attribute not in allowed.OF_TUPLES)
            or attribute.startswith(allowed.ENGINE_PREFIX)
            or attribute == "_randbelow"
        )  # fmt: skip
        if doubtful:
            yield f"{of}.{attribute}" if of else attribute

    @staticmethod
    def _dunder(name: str) -> Iterator[str]:
        if name.startswith("__") and name not in allowed.DUNDERS:
            yield name
