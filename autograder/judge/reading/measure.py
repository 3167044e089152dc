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

from autograder.core.names import LONGEST

from .own import own_attributes
from .source import has_magics, nodes, parse

MODULES = frozenset(
    "__future__ abc array bisect cmath collections copy csv dataclasses datetime decimal enum "
    "fractions functools heapq itertools math numbers numpy operator pandas random re "
    "statistics string textwrap time typing unicodedata".split()
)
PARTS = {
    "sys": frozenset({"float_info", "getrecursionlimit", "maxsize", "setrecursionlimit"}),
    "types": frozenset({"SimpleNamespace"}),
}
"""Modules of which these names alone may be used."""
PANDAS = frozenset(
    "BooleanDtype Categorical CategoricalDtype CategoricalIndex DataFrame DateOffset DatetimeIndex "
    "Float64Dtype Index Int64Dtype Interval IntervalIndex MultiIndex NA NaT NamedAgg Period "
    "PeriodIndex RangeIndex Series StringDtype Timedelta TimedeltaIndex Timestamp array "
    "bdate_range concat crosstab cut date_range factorize from_dummies get_dummies isna isnull "
    "melt merge merge_asof merge_ordered notna notnull offsets period_range pivot pivot_table "
    "qcut timedelta_range to_datetime to_numeric to_timedelta tseries unique value_counts".split()
)
"""What may be used of the module pandas."""
NUMPY_PARTS = frozenset("char dtypes emath exceptions fft linalg polynomial random strings".split())
"""Modules inside numpy that may be used."""
_NUMPY_REFUSED = frozenset(
    "DataSource add_docstring add_newdoc add_newdoc_ufunc chararray compat core ctypeslib "
    "deprecate deprecate_with_doc disp distutils doc dual f2py from_dlpack frombuffer fromfile "
    "fromregex genfromtxt info lib load loadtxt lookfor ma matlib matrixlib memmap nditer "
    "nested_iters rec recarray record recfromcsv recfromtxt safe_eval save savetxt savez "
    "savez_compressed seterrcall seterrobj show_config show_runtime source test testing typing "
    "version who".split()
)
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
_BY_TEXT = frozenset(
    "ABCMeta EnumMeta EnumType NamedTupleMeta global_enum global_enum_repr make_dataclass "
    "update_wrapper wraps".split()
)
"""What makes classes, or sets attributes, by names that are texts."""
_OF_FRAMES = frozenset("attrs eval flags info plot query set_flags style".split())
_CALLED_BY_TEXT = frozenset("agg aggregate apply transform".split())
_OF_ARRAYS = frozenset("dump dumps getbuffer setflags strides".split())
_FUNCTIONS = frozenset("abs bool float int len list max min round set sorted str sum tuple".split())
_GENERATORS = frozenset({"Random", "SystemRandom"})
_SAID = _GENERATORS | {"ndarray"}
"""Classes that may be named as a type, and of which only generators may be made."""
_KEYWORDS = frozenset({"allow_pickle", "buffer", "refcheck"})
_OPERATORS = (
    "abs add and bool call class contains copy delitem divmod doc enter eq exit float floordiv ge "
    "getitem gt hash iadd iand ifloordiv imod imul index init init_subclass int invert ior ipow "
    "isub iter itruediv ixor le len lt matmul missing mod mul name ne neg new next or pos "
    "post_init pow qualname radd rand repr reversed rfloordiv rmod rmul ror round rpow rsub "
    "rtruediv rxor setitem slots str sub truediv trunc version xor"
)
_ENGINE = "_engine_"
"""How the attributes begin of the objects that an answer is handed."""
_OF_TYPES = frozenset("hash id isinstance issubclass print repr str".split())
"""Functions that may be handed a type."""
_DUNDERS = frozenset(f"__{name}__" for name in _OPERATORS.split())
_BOUND = _DUNDERS | frozenset(
    "__all__ __author__ __debug__ __file__ __future__ __match_args__".split()
)
"""Names with a meaning for Python that may be bound."""
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


_PLAIN_FORMS = frozenset("to_dict to_frame to_list to_numpy to_period to_timestamp".split())


def _is_writer(attribute: str) -> bool:
    """Whether pandas may write a file by this name."""
    return attribute.startswith("to_") and attribute not in _PLAIN_FORMS | {
        "to_datetime", "to_flat_index", "to_numeric", "to_pydatetime", "to_series", "to_timedelta",
    }  # fmt: skip


def _harmless_uses(tree: ast.AST) -> tuple[set[int], set[int]]:
    """Nodes that name a class to make an object, to ask for its type, or to say a type.

    The first set is for the names of modules, to be filled further, the second for classes.
    """
    checked: set[int] = set()
    for node in nodes(tree):
        said: list[ast.AST | None] = []
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            one = len(node.args) == 1 and not node.keywords
            if name in _GENERATORS or (
                name == "type" and one and not isinstance(node.args[0], ast.Starred)
            ):
                checked.add(id(node.func))
            if name in ("isinstance", "issubclass"):
                said += node.args[1:]
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            said += [node.returns]
            for each in node.decorator_list:  # @wraps(function), without other names
                if isinstance(each, ast.Call) and len(each.args) == 1 and not each.keywords:
                    if getattr(each.func, "id", getattr(each.func, "attr", "")) == "wraps":
                        checked.add(id(each.func))
        elif isinstance(node, (ast.AnnAssign, ast.arg)):
            said += [node.annotation]
        elif isinstance(node, ast.Subscript):
            checked.add(id(node.value) if isinstance(node.value, ast.Name) else 0)
        checked |= {id(each) for part in said if part for each in ast.walk(part)}
    return set(), checked


def _asked_for_only(node: ast.AST) -> list[ast.AST]:
    """Parts of a node that may be a type: it is named, compared, looked up, or makes an object."""
    if isinstance(node, ast.Attribute) and node.attr in ("__name__", "__qualname__"):
        return [node.value]
    if isinstance(node, ast.Call):
        known = isinstance(node.func, ast.Name) and node.func.id in _OF_TYPES
        return [node.func, *(node.args if known else ())]
    if isinstance(node, ast.Compare):
        parts = [node.left, *node.comparators]
        return [each for part in parts for each in getattr(part, "elts", [part])]
    if isinstance(node, ast.Subscript):
        return [node.slice]
    return [node.value] if isinstance(node, ast.FormattedValue) else []


class _Reader:
    """Knows what all texts import and which attributes they make, and finds what is doubtful."""

    def __init__(self, trees: Sequence[ast.AST], given: Sequence[ast.AST]) -> None:
        self._modules: dict[str, str] = {}
        self._imported: set[str] = set()
        self._packages: set[str] = set()
        self._functions = set(_FUNCTIONS)
        self._made: set[str] = set()
        self._own = own_attributes(trees)
        self._classes = {
            node.name
            for tree in (*trees, *given)
            for node in nodes(tree)
            if isinstance(node, ast.ClassDef)
        }
        for tree in trees:
            for node in nodes(tree):
                self._note_import(node)
                self._note_made(node)
        for tree in given:
            for node in nodes(tree):
                self._note_import(node)
                self._note_made(node)
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

    def _note_made(self, node: ast.AST) -> None:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            self._made.add(node.name)
            self._functions.add(node.name)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            self._made.add(node.attr)
        elif isinstance(node, ast.ClassDef):
            for item in node.body:
                targets = item.targets if isinstance(item, ast.Assign) else []
                targets = [item.target] if isinstance(item, ast.AnnAssign) else targets
                self._made |= {each.id for each in targets if isinstance(each, ast.Name)}

    def doubts(self, tree: ast.AST) -> Iterator[str]:
        """What in ``tree`` could reach what counts, in the order of the text."""
        plain_uses, checked = _harmless_uses(tree)
        asked = {id(each) for node in nodes(tree) for each in _asked_for_only(node)}
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
                if isinstance(node.func, ast.Name) and node.func.id in _BY_NAME:
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
                if text not in _BOUND:
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
            if self._arrays and keyword.arg in _KEYWORDS:
                yield f"the argument {keyword.arg}"
        if self._arrays and isinstance(call.func, ast.Attribute):
            if call.func.attr in _CALLED_BY_TEXT:
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
        if node.id in _NAMES:
            yield node.id
        elif node.id == "type" and not checked:
            yield "type as a value, or with three arguments"
        elif node.id in _SAID | _BY_TEXT and not checked:
            yield f"{node.id} as a value"
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
            yield from self._path(module)
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                if alias.asname and alias.name in _SAID | _BY_TEXT:
                    yield f"{alias.name} by another name"
                elif alias.name == "SimpleNamespace" and self._arrays:
                    yield "SimpleNamespace beside arrays"
            for name in names:
                yield from self._path(f"{modules[0]}.{name}")
                if modules[0] in PARTS and name not in PARTS[modules[0]]:
                    yield f"{modules[0]}.{name}"
                elif name == "*" and modules[0] not in _STAR:
                    yield f"all of {modules[0]}"
                elif name.startswith("_") or name in _ATTRIBUTES | _OTHER_MODULES:
                    yield name

    def _path(self, dotted: str) -> Iterator[str]:
        """What is doubtful in naming this part of a module."""
        package, *parts = dotted.split(".")
        if package == "pandas" and parts and parts[0] not in PANDAS:
            yield dotted
        elif package in ("numpy", "pandas") and _NUMPY_REFUSED.intersection(parts):
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
            if not plain and self._arrays and names[-1] in NUMPY_PARTS | {"offsets", "tseries"}:
                yield f"{of}.{names[-1]} as a value"
        if self._arrays and node.attr == "SimpleNamespace":
            yield "SimpleNamespace beside arrays"
        if node.attr in _SAID | _BY_TEXT and not checked:
            yield f"{of}.{node.attr} as a value" if of else node.attr
        if node.attr == "__init__" and not self._is_class(node.value):
            if not (isinstance(node.value, ast.Call) and ast.unparse(node.value.func) == "super"):
                yield "__init__ of something"
        if node.attr == "__dict__" and id(node) in self._own and not self._arrays:
            return
        parts = PARTS.get(self._modules.get(of, ""))
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
            if attribute in _OF_FRAMES | _OF_ARRAYS or _is_writer(attribute):
                yield f"{attribute} beside arrays"
        made = attribute in self._made and of not in self._modules and of not in self._imported
        doubtful = (
            attribute in _ATTRIBUTES
            or (attribute.startswith("__") and attribute.endswith("__")
                and attribute not in _DUNDERS)
            or (attribute.lstrip("_") in _OTHER_MODULES and not made)
            or (attribute.startswith("_") and not attribute.endswith("__")
                and not made and attribute not in _OF_TUPLES)
            or attribute.startswith(_ENGINE)
            or attribute == "_randbelow"
        )  # fmt: skip
        if doubtful:
            yield f"{of}.{attribute}" if of else attribute

    @staticmethod
    def _dunder(name: str) -> Iterator[str]:
        if name.startswith("__") and name not in _DUNDERS:
            yield name
