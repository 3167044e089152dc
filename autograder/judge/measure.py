"""Whether what is measured of a text can be believed.

Steps, draws, reads and the moves of objects are counted beside the student's code, in its own
process. The count is true where the text that runs can't reach what counts: so the grader reads
the text, and wants it written with the usual parts of the language alone.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Sequence

from .source import LONGEST, has_magics, parse

MODULES = frozenset(
    "__future__ abc array bisect cmath collections copy csv dataclasses datetime decimal enum "
    "fractions functools heapq itertools math numbers numpy operator pandas random re "
    "statistics string textwrap time typing".split()
)
PARTS = {
    "sys": frozenset({"float_info", "getrecursionlimit", "maxsize", "setrecursionlimit"}),
    "types": frozenset({"SimpleNamespace"}),
}
"""Modules of which these names alone may be used."""
OURS = frozenset({"check", "complexity", "data_path"})
_STAR = frozenset({"bisect", "cmath", "heapq", "itertools", "math"})
_OTHER_MODULES = frozenset(sys.stdlib_module_names) - MODULES

# With these, code comes out of text, or files and frames come into reach.
_NAMES = frozenset(
    "__builtins__ __import__ __loader__ __spec__ breakpoint compile eval exec get_ipython "
    "globals help input locals memoryview open vars".split()
)
_BY_NAME = frozenset({"delattr", "getattr", "hasattr", "setattr"})
_ATTRIBUTES = frozenset(
    "Formatter ForwardRef Thread _current_frames _exit _getframe addaudithook ag_code ag_frame "
    "as_strided attrgetter call_tracing cr_await cr_code cr_frame ctypes ctypeslib currentframe "
    "eval evaluate_forward_ref exc_info exec f2py f_back f_builtins f_code f_globals f_locals "
    "f_trace f_trace_lines f_trace_opcodes fork frombuffer fromfile get_objects get_referents "
    "get_referrers get_type_hints getprofile gettrace gi_code gi_frame gi_yieldfrom import_module "
    "memmap meta_path methodcaller modules monitoring path_hooks popen read_pickle reload "
    "setprofile settrace singledispatch singledispatchmethod start_new_thread system tb_frame "
    "tb_next to_pickle tofile".split()
)
_COUNTS = frozenset({"draws", "held", "read"})
_OPERATORS = (
    "abs add and bool call class contains copy delitem divmod doc enter eq exit float floordiv ge "
    "getitem gt hash iadd iand ifloordiv imod imul index init init_subclass int invert ior ipow "
    "isub iter itruediv ixor le len lt matmul missing mod mul name ne neg new next or pos "
    "post_init pow qualname radd rand repr reversed rfloordiv rmod rmul ror round rpow rsub "
    "rtruediv rxor setitem slots str sub truediv trunc version xor"
)
_ENGINE = frozenset("_alive _number _path _randbelow _real _scale _shift _unread".split())
"""Attributes of the objects that an answer is handed."""
_DUNDERS = frozenset(f"__{name}__" for name in _OPERATORS.split())
_OF_TUPLES = frozenset({"_replace", "_asdict", "_fields", "_make"})


def doubt(cells: Sequence[str], given: Sequence[str] = ()) -> str:
    """'' where no text in ``cells`` can reach what counts, else a clause such as "it uses open".

    ``given`` are texts of the course. Those among the cells are believed, but what they import
    is doubted like the rest where another cell uses it.
    """
    trees = []
    for text in cells:
        if text in given:
            continue
        tree = parse(text)
        if not tree.body and text.strip() and not _is_harmless(text):
            return "it uses a cell that can't be read"
        trees.append(tree)
    reader = _Reader(trees, [parse(text) for text in given])
    for tree in trees:
        for found in reader.doubts(tree):
            return f"it uses {found}"
    return ""


def _is_harmless(text: str) -> bool:
    """Whether a text of which nothing could be parsed is one that Python does not run either."""
    try:
        ast.parse(text if len(text) <= LONGEST else "'")
    except SyntaxError:
        return len(text) <= LONGEST and not has_magics(text)
    except (ValueError, RecursionError, MemoryError):
        return False
    return True  # nothing but comments


def _classes_are_only_called(trees: Sequence[ast.AST]) -> bool:
    """Whether ``self`` is sure to be an object of the text's own classes.

    A method that is reached through its class could be called with any object.
    """
    nodes = [node for tree in trees for node in ast.walk(tree)]
    classes = {node.name for node in nodes if isinstance(node, ast.ClassDef)} | {"type"}
    called = {id(node.func) for node in nodes if isinstance(node, ast.Call)}
    return not any(
        (isinstance(node, ast.Name) and node.id in classes and id(node) not in called)
        or (isinstance(node, ast.Attribute) and node.attr == "__class__")
        for node in nodes
    )


class _Reader:
    """Knows what all texts import and which attributes they make, and finds what is doubtful."""

    def __init__(self, trees: Sequence[ast.AST], given: Sequence[ast.AST]) -> None:
        self._modules: dict[str, str] = {}
        self._imported: set[str] = set()
        self._made: set[str] = set()
        self._own_dict = _classes_are_only_called(trees)
        for tree in trees:
            for node in ast.walk(tree):
                self._note_import(node)
                self._note_made(node)
        for tree in given:
            for node in ast.walk(tree):
                self._note_import(node)
                self._note_made(node)

    def _note_import(self, node: ast.AST) -> None:
        if isinstance(node, ast.Import):
            for alias in node.names:
                bound = alias.asname or alias.name.partition(".")[0]
                self._modules[bound] = alias.name
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                self._imported.add(alias.asname or alias.name)
                if alias.name in sys.stdlib_module_names:
                    self._modules[alias.asname or alias.name] = alias.name

    def _note_made(self, node: ast.AST) -> None:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            self._made.add(node.name)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            self._made.add(node.attr)
        elif isinstance(node, ast.ClassDef):
            for item in node.body:
                targets = item.targets if isinstance(item, ast.Assign) else []
                targets = [item.target] if isinstance(item, ast.AnnAssign) else targets
                self._made |= {each.id for each in targets if isinstance(each, ast.Name)}

    def doubts(self, tree: ast.AST) -> Iterator[str]:
        """What in ``tree`` could reach what counts, in the order of the text."""
        plain_uses: set[int] = set()
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute):
                plain_uses.add(id(node.value))
                yield from self._attribute(node)
            elif isinstance(node, ast.Call):
                if isinstance(node.func, ast.Name) and node.func.id in _BY_NAME:
                    plain_uses.add(id(node.func))
                    yield from self._by_name(node)
                elif isinstance(node.func, ast.Name) and node.func.id == "type" and node.args[1:]:
                    yield "type with three arguments"
            elif isinstance(node, ast.Name):
                yield from self._name(node, id(node) in plain_uses)
            elif isinstance(node, (ast.Import, ast.ImportFrom)):
                yield from self._import(node)
            elif isinstance(node, ast.ClassDef) and node.keywords:
                yield "a metaclass"
            elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                yield from self._dunder(node.name)
            elif isinstance(node, ast.MatchClass):
                for attribute in node.kwd_attrs:
                    yield from self._word(attribute, "")

    def _name(self, node: ast.Name, plain: bool) -> Iterator[str]:
        if node.id in _NAMES:
            yield node.id
        elif node.id in _BY_NAME and not plain:
            yield f"{node.id} as a value"
        elif node.id in self._modules:
            module = self._modules[node.id].partition(".")[0]
            if module not in MODULES and module not in PARTS:
                yield f"the module {module}"
            elif not plain or not isinstance(node.ctx, ast.Load):
                yield f"the module {module} as a value"

    def _import(self, node: ast.Import | ast.ImportFrom) -> Iterator[str]:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("autograder"):
            for alias in node.names:
                if alias.name not in OURS:
                    yield f"{alias.name} of the course"
            return
        names = [alias.name for alias in node.names]
        modules = [node.module or "."] if isinstance(node, ast.ImportFrom) else names
        for module in modules:
            if module.partition(".")[0] not in MODULES and module not in PARTS:
                yield f"the module {module}"
        if isinstance(node, ast.ImportFrom):
            for name in names:
                if modules[0] in PARTS and name not in PARTS[modules[0]]:
                    yield f"{modules[0]}.{name}"
                elif name == "*" and modules[0] not in _STAR:
                    yield f"all of {modules[0]}"
                elif name.startswith("_") or name in _ATTRIBUTES | _OTHER_MODULES:
                    yield name

    def _attribute(self, node: ast.Attribute) -> Iterator[str]:
        root: ast.AST = node
        while isinstance(root, ast.Attribute):
            root = root.value
        of = root.id if isinstance(root, ast.Name) else ""
        parts = PARTS.get(self._modules.get(of, ""))
        if parts is not None and node.attr not in parts:
            yield f"{of}.{node.attr}"
        yield from self._word(node.attr, of)
        if not isinstance(node.ctx, ast.Load):
            if of in self._modules or of in self._imported:
                yield f"a change of {of}"
            elif node.attr in _COUNTS:
                yield f"a change of {node.attr}"

    def _by_name(self, call: ast.Call) -> Iterator[str]:
        name = call.args[1] if len(call.args) > 1 else None
        if not isinstance(name, ast.Constant) or not isinstance(name.value, str):
            yield f"{call.func.id} with a computed name"  # type: ignore[attr-defined]
        else:
            yield from self._word(name.value, "")

    def _word(self, attribute: str, of: str) -> Iterator[str]:
        """What is doubtful in reading this attribute of the name ``of`` ('' for no name)."""
        if attribute == "__dict__" and of == "self" and self._own_dict:
            return
        made = attribute in self._made and of not in self._modules and of not in self._imported
        doubtful = (
            attribute in _ATTRIBUTES
            or (attribute.startswith("__") and attribute not in _DUNDERS)
            or (attribute.lstrip("_") in _OTHER_MODULES and not made)
            or (attribute.startswith("_") and not attribute.startswith("__")
                and not made and attribute not in _OF_TUPLES)
            or attribute in _ENGINE
        )  # fmt: skip
        if doubtful:
            yield f"{of}.{attribute}" if of else attribute

    @staticmethod
    def _dunder(name: str) -> Iterator[str]:
        if name.startswith("__") and name not in _DUNDERS:
            yield name
