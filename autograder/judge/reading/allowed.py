"""The lists of what a text may use where something is measured beside it.

They hold what people write in answers. Before you add a name, show that it leads to no frame, no
file, no other module and no attribute whose name is computed: a test in tests/judge/test_measure.py
that counts right, and one that forges the count and is doubted.
"""

from __future__ import annotations

import sys

MODULES = frozenset(
    "__future__ abc array bisect cmath collections copy csv dataclasses datetime decimal enum "
    "fractions functools graphlib heapq itertools math numbers numpy operator pandas queue random "
    "re statistics string textwrap time typing unicodedata".split()
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
NUMPY_REFUSED = frozenset(
    "DataSource add_docstring add_newdoc add_newdoc_ufunc chararray compat core ctypeslib "
    "deprecate deprecate_with_doc disp distutils doc dual f2py from_dlpack frombuffer fromfile "
    "fromregex genfromtxt info lib load loadtxt lookfor ma matlib matrixlib memmap nditer "
    "nested_iters rec recarray record recfromcsv recfromtxt safe_eval save savetxt savez "
    "savez_compressed seterrcall seterrobj show_config show_runtime source test testing typing "
    "version who".split()
)
"""Parts of numpy that read or write files, run text, or share memory."""
OURS = frozenset({"check", "complexity", "data_path"})
"""What a notebook may import of the course."""
WITH_STAR = frozenset({"bisect", "cmath", "heapq", "itertools", "math"})
"""Modules of which all may be imported at once: none of their names is doubtful."""
OTHER_MODULES = frozenset(sys.stdlib_module_names) - MODULES
"""Modules of Python that may not be used. Many modules hold some of them as attributes."""

NAMES_REFUSED = frozenset(
    "__builtins__ __import__ __loader__ __spec__ breakpoint compile eval exec get_ipython "
    "globals help input locals memoryview open vars".split()
)
"""With these, code comes out of text, or files and frames come into reach."""
BY_NAME = frozenset({"delattr", "getattr", "hasattr", "setattr"})
"""Functions whose second argument must be a written name, so that it can be looked up here."""
ATTRIBUTES_REFUSED = frozenset(
    "Formatter ForwardRef Thread _current_frames _exit _getframe addaudithook ag_code ag_frame "
    "as_strided attrgetter call_tracing cr_await cr_code cr_frame ctypes ctypeslib currentframe "
    "eval evaluate_forward_ref exc_info exec f2py f_back f_builtins f_code f_globals f_locals "
    "f_trace f_trace_lines f_trace_opcodes fork frombuffer fromfile get_objects get_referents "
    "get_referrers get_type_hints getprofile gettrace gi_code gi_frame gi_yieldfrom import_module "
    "memmap meta_path methodcaller modules monitoring path_hooks popen read_pickle reload "
    "setprofile settrace singledispatch singledispatchmethod start_new_thread system tb_frame "
    "tb_next to_pickle tofile".split()
)
"""Attributes of any object through which frames, modules, files or a tracer can be reached."""
BY_TEXT = frozenset(
    "ABCMeta EnumMeta EnumType NamedTupleMeta global_enum global_enum_repr make_dataclass "
    "update_wrapper wraps".split()
)
"""What makes classes, or sets attributes, by names that are texts."""
FRAMES_REFUSED = frozenset("attrs eval flags info plot query set_flags style".split())
"""Attributes of data frames that run text or write."""
CALLED_BY_TEXT = frozenset("agg aggregate apply transform".split())
"""Methods of data frames that call the method which a text names."""
ARRAYS_REFUSED = frozenset("dump dumps getbuffer setflags strides".split())
"""Attributes of arrays that open their memory or write files."""
FUNCTIONS = frozenset("abs bool float int len list max min round set sorted str sum tuple".split())
"""Functions that a data frame may be handed to call."""
GENERATORS = frozenset({"Random", "SystemRandom"})
TYPES = GENERATORS | {"ndarray"}
"""Classes that may be named as a type, and of which only generators may be made."""
KEYWORDS_REFUSED = frozenset({"allow_pickle", "buffer", "refcheck"})
"""Arguments that make numpy share memory or load pickles."""
_SPECIAL_METHODS = (
    "abs add and bool call class contains copy delitem divmod doc enter eq exit float floordiv ge "
    "getitem gt hash iadd iand ifloordiv imod imul index init init_subclass int invert ior ipow "
    "isub iter itruediv ixor le len lt matmul missing mod mul name ne neg new next or pos "
    "post_init pow qualname radd rand repr reversed rfloordiv rmod rmul ror round rpow rsub "
    "rtruediv rxor setitem slots str sub truediv trunc version xor"
)
ENGINE_PREFIX = "_engine_"
"""How the attributes begin of the objects that an answer is handed."""
OF_TYPES = frozenset("hash id isinstance issubclass print repr str".split())
"""Functions that may be handed a type."""
DUNDERS = frozenset(f"__{name}__" for name in _SPECIAL_METHODS.split())
BINDABLE = DUNDERS | frozenset(
    "__all__ __author__ __debug__ __file__ __future__ __match_args__".split()
)
"""Names with a meaning for Python that may be bound."""
OF_TUPLES = frozenset({"_replace", "_asdict", "_fields", "_make"})
"""Attributes of named tuples, which begin with a low line without being private."""
_PLAIN_FORMS = frozenset(
    "to_datetime to_dict to_flat_index to_frame to_list to_numeric to_numpy to_period "
    "to_pydatetime to_series to_timedelta to_timestamp".split()
)
"""What pandas writes as another object, not to a file."""


def is_writer(attribute: str) -> bool:
    """Whether pandas may write a file by this name."""
    return attribute.startswith("to_") and attribute not in _PLAIN_FORMS
