"""Which texts can be measured: the usual language can, what reaches the counter can't."""

from __future__ import annotations

import pytest

from autograder.core.arguments import Counted, Grid, Stream
from autograder.core.names import names
from autograder.judge.reading.measure import doubt
from autograder.judge.reading.source import lent, needed, used_names
from autograder.lessons import bank, index, load
from autograder.trying.chance import CountingRandom, ScriptedRandom, Uniform
from autograder.trying.local import live_arguments

HONEST = {
    "a function": "def f(s: str) -> bool:\n    return all(c in 'ab' for c in s)",
    "private fields": "class A:\n    def __init__(self):\n        self._rows = []\n"
                      "    def _grow(self): self._rows.append(1)\n    def go(self): self._grow()",
    "slots": "class A:\n    __slots__ = ('_x', 'y')\n    _x: int\n    y: int",
    "a data class": "from dataclasses import dataclass, field\n@dataclass(order=True)\n"
                    "class A:\n    x: int\n    _y: list = field(default_factory=list)",
    "usual modules": "import math, heapq, itertools as it\nfrom collections import deque\n"
                     "from functools import lru_cache, reduce\n@lru_cache(None)\n"
                     "def f(n): return math.isqrt(n) + len(list(it.chain([], [])))",
    "a sorter and a queue": "from graphlib import TopologicalSorter\n"
                            "from queue import PriorityQueue\ndef f(steps):\n"
                            "    q = PriorityQueue()\n    q.put('s')\n"
                            "    return q.get(), list(TopologicalSorter(steps).static_order())",
    "types": "from __future__ import annotations\nfrom typing import Optional\n"
             "from collections.abc import Iterable\ndef f(x: Optional[Iterable[int]]): return x",
    "operators": "class V:\n    def __init__(self, x): self.x = x\n    def __lt__(self, o):\n"
                 "        return self.x < o.x\n    def __repr__(self):\n"
                 "        return f'{self.__class__.__name__}({self.x!r})'",
    "a generator": "def f(stream, rng):\n    for n, x in enumerate(stream, 1):\n"
                   "        if rng.randrange(n) == 0: yield x",
    "numbers of modules' names": "class A:\n    def __init__(self): self.queue = self.code = 1\n"
                                 "def f(a): return a.queue + a.code",
    "numpy and pandas": "import numpy as np\nimport pandas as pd\n"
                        "def f(x): return pd.Series(np.asarray(x)).rolling(2).mean().tolist()",
    "getattr of a known name": "def f(x): return getattr(x, 'value', None)",
    "exceptions": "def f(x):\n    try: return x[0]\n    except (IndexError, KeyError) as e:\n"
                  "        raise ValueError(str(e)) from e",
    "a syntax error": "def f(:",
    "the course": "from autograder import check, complexity\ncheck(f)",
    "comments": "# nothing yet",
    "a match statement": "def f(x):\n    match x:\n        case [a, *rest]: return a\n"
                         "        case {'k': v}: return v",
    "printing": "print('x', end='')\ndef f(): pass",
    "its own dict": "class A:\n    def f(self): return self.__dict__\ndef g(): return A().f()",
    "its own attributes": "class A:\n    def __init__(self):\n        self.held = self.read = 0\n"
                          "        self.draws = self._path = self.__items = self._number = 1\n"
                          "    def f(self): return self.__items, self._path",
    "a class with a parent": "class A:\n    def __init__(self): self.x = 1\n"
                             "class B(A):\n    def __init__(self):\n        super().__init__()\n"
                             "        super(B, self).__init__()\n        A.__init__(self)\n"
                             "class C(list):\n    def __init__(self): list.__init__(self)",
    "an order for a class": "class A: pass\nA.__lt__ = lambda self, other: True\n"
                            "setattr(A, 'size', 0)",
    "asking for types": "def f(x, y):\n    if type(x) != type(y) or type(x) in (int, type(y)):\n"
             "        raise TypeError(f'{type(x)} {x.__class__.__name__}')\n"
             "    return {int: 1}[type(x)], isinstance(x, type(y)), x.__class__(y)",
    "names of characters": "import unicodedata\n"
                           "def f(s): return unicodedata.normalize('NFKD', s)",
    "some of sys": "import sys\nfrom types import SimpleNamespace\n"
                   "sys.setrecursionlimit(10**6)\nbest = sys.maxsize",
    "named tuples": "from collections import namedtuple\nP = namedtuple('P', 'x y')\n"
                    "def f(p): return p._replace(x=1)",
    "annotations": "import random\nfrom random import Random\n"
                   "def f(x: type[int], rng: random.Random, r: 'Random') -> Random:\n"
                   "    return rng if isinstance(rng, Random) else random.Random(1)",
    "asking for a type": "def f(x): return type(x).__name__, type(x)(x), isinstance(x, type)",
    "a decorator": "from functools import wraps\ndef d(f):\n    @wraps(f)\n"
                   "    def g(*a): return f(*a)\n    return g\n@d\ndef h(): pass",
    "methods of frames": "import pandas as pd\nfrom numpy.random import default_rng\n"
                         "def size(g): return len(g)\ndef f(d: pd.DataFrame):\n"
                         "    d['x'] = d.groupby('a')['b'].transform('mean')\n"
                         "    t = d.groupby('a').agg(n=('b', 'sum'), m=('b', size)).to_dict()\n"
                         "    return d.apply(lambda row: row.sum(), axis=1).to_numpy(), t",
    "an enumeration": "from enum import Enum\nclass Kind(Enum):\n    A = 1\n"
                      "    __slots__ = ()\nif __name__ == '__main__': pass",
}  # fmt: skip
DOUBTFUL = {
    "settrace": "import sys\ndef f(): sys.settrace(None)",
    "sys through another module": "import typing\ndef f(): typing.sys.settrace(None)",
    "more of sys": "import sys\nx = sys.stdout",
    "sys by another name": "import sys as s\nx = s.exc_info()",
    "parts of sys": "from sys import stdout",
    "all of types": "from types import *",
    "sys by from": "from typing import sys",
    "a hidden module": "import random\nrandom._os.write(3, b'')",
    "a hidden module made honest": "import random\nclass A:\n    def g(self): self._os = 1\n"
                                   "random._os.write(3, b'')",
    "a renamed module": "import math\nm = math",
    "a module in a list": "import copy\nx = [copy]",
    "a patched module": "import copy\ncopy.deepcopy = lambda x: x",
    "a patched class": "from random import Random\nRandom.choice = lambda self, x: x[0]",
    "frames": "def f():\n    def g(): yield\n    return g().gi_frame.f_back",
    "frames of errors": "def f():\n    try: 1 / 0\n    except Exception as e:\n"
                        "        return e.__traceback__.tb_frame",
    "frames by matching": "def f(x):\n    match x:\n        case object(tb_frame=y): return y",
    "eval": "x = eval('1')",
    "eval by another name": "e = eval",
    "exec": "exec('x = 1')",
    "globals": "globals()['f'] = 1",
    "built-ins": "x = __builtins__",
    "computed names": "def f(x): return getattr(x, 'a' + 'b')",
    "getattr as a value": "from functools import reduce\nx = reduce(getattr, ['a'], 1)",
    "dunders by name": "def f(x): return getattr(x, '__globals__')",
    "globals of functions": "def f(): return f.__globals__",
    "code of functions": "def f(): pass\nf.__code__ = 1",
    "subclasses": "x = ().__class__.__base__.__subclasses__()",
    "own state": "class A:\n    def __getstate__(self): return {}",
    "own reduce": "class A:\n    def __reduce__(self): return int, ()",
    "metaclasses": "class A(metaclass=type): pass",
    "type with three arguments": "A = type('A', (), {'__getstate__': 1})",
    "threads": "import threading",
    "threads by a queue": "import queue\nx = queue.threading",
    "threads from a queue": "from queue import threading",
    "processes": "from os import fork",
    "garbage": "import gc",
    "imports by name": "import importlib",
    "files": "def f(): return open('/proc/self/mem')",
    "memory": "import numpy as np\nx = np.lib.stride_tricks.as_strided([1])",
    "C": "import numpy as np\nx = np.ctypeslib",
    "queries": "import pandas as pd\nx = pd.eval('1')",
    "annotations": "from typing import get_type_hints",
    "dispatch by annotation": "from functools import *",
    "format fields": "from string import Formatter",
    "attributes of operators": "from operator import attrgetter",
    "the course's own": "from autograder.core.limit import StepCounter",
    "the course as a module": "import autograder.core.limit",
    "the path of the generator": "def f(rng): rng._engine_path.choose(1)",
    "the path, made honest": "class A:\n    def g(self): self._engine_path = 1\n"
                             "def f(rng): rng._engine_path",
    "the count of draws": "def f(rng): rng._engine_draws = 0",
    "the count of reads": "def f(stream): stream._engine_read -= 1",
    "the count of reads by name": "def f(stream): setattr(stream, '_engine_read', 0)",
    "the count of reads, as self": "class A:\n    def f(self): self._engine_read = 0",
    "a stream that starts anew": "def f(stream):\n    stream.__init__([])",
    "the same by name": "def f(stream): getattr(stream, '__init__')([])",
    "another class for a stream": "class A: pass\ndef f(stream): stream.__class__ = A",
    "the same by a loop": "class A: pass\ndef f(s):\n    for s.__class__ in [A]: pass",
    "the same by its name": "class A: pass\ndef f(s): setattr(s, '__class__', A)",
    "a patched class of a stream": "def f(s): type(s).__next__ = lambda self: 1",
    "the same by a variable": "def f(s):\n    kind = type(s)\n    kind.__next__ = lambda self: 1",
    "the same by its class": "def f(s): s.__class__.__next__ = lambda self: 1",
    "the same by setattr": "def f(s): setattr(type(s), '__next__', lambda self: 1)",
    "draws above the count": "def f(rng): return super(type(rng), rng).random()",
    "the same of an object": "class A: pass\na = A()\ndef f(rng): return super(a, rng).random()",
    "the dict of an argument called self": "def f(self): self.__dict__['_engine_read'] = 0",
    "the same by an assignment": "def f(s):\n    self = s\n    self.__dict__.clear()",
    "the same by a second parameter": "class A:\n    def f(me, self): self.__dict__.clear()",
    "the same by a static method": "class A:\n    @staticmethod\n"
                                   "    def f(self): self.__dict__.clear()",
    "the same by a new self": "class A:\n    def f(self, s):\n        self = s\n"
                              "        self.__dict__.clear()",
    "the same by a comprehension": "class A:\n    def f(self, s):\n"
                                   "        return [self.__dict__ for self in [s]]",
    "the same by an inner function": "class A:\n    def f(self, s):\n"
                                     "        return (lambda self: self.__dict__)(s)",
    "the same by a default": "class A:\n    def f(self, s, g=lambda self: self.__dict__):\n"
                             "        return g(s)",
    "the same by a pattern": "class A:\n    def f(self, s):\n        match s:\n"
                             "            case self: self.__dict__.clear()",
    "a method by its class's body": "class A:\n    def f(self): return self.__dict__\n"
                                    "    table = [f]",
    "a method by a decorator": "kept = []\nclass A:\n    @kept.append\n"
                               "    def f(self): return self.__dict__",
    "a method by a decorated class": "kept = []\ndef keep(c):\n    kept.append(c.f)\n    return c\n"
                                     "@keep\nclass A:\n    def f(self): return self.__dict__",
    "a method by a class method": "class A:\n    def f(self): return self.__dict__\n"
                                  "    @classmethod\n    def g(cls, s): return cls.f(s)",
    "a method by a new object": "class A:\n    def f(self): return self.__dict__\n"
                                "    def __new__(cls, s): return cls.f(s)",
    "a method by a subclass": "class A:\n    def f(self): return self.__dict__\n"
                              "    def __init_subclass__(cls): cls.f(1)\nclass B(A): pass",
    "its own dict, as self": "class A:\n    def f(self): return self.__dict__\n"
                             "def g(rng): return A.f(rng)['_engine_path']",
    "its own dict, by type": "class A:\n    def f(self): return self.__dict__\n"
                             "def g(rng, t=type): return t(A()).f(rng)['_engine_path']",
    "shells": "x = get_ipython()",
    "what only IPython can run": "%run helper.py",
    "commands of the shell": "!ls",
    "very long texts": "x = 1\n" * 50_000,
    "relative imports": "from . import limit",
    "json, which carries replies": "import json\njson.dumps = 1",
    "attributes by text": "import functools\ndef g(): pass\ndef f(b):\n"
                          "    functools.update_wrapper(b, g, assigned=('__globals__',))",
    "attributes by text, wrapped": "from functools import wraps\ndef f(rng, a): wraps(a)(rng)",
    "wraps by another name": "from functools import wraps as w\ndef f(rng, a): w(a)(rng)",
    "names in any module": "import enum\n@enum.global_enum\nclass E(enum.Enum): StepCounter = 1",
    "another module's class": "class E:\n    __module__ = 'autograder.trying.local'",
    "a finalizer by assignment": "class A:\n    __del__ = print",
    "a finalizer by a loop": "class A:\n    for __del__ in [print]: pass",
    "a finalizer by import": "class A:\n    from math import cos as __del__",
    "a finalizer by matching": "class A:\n    match print:\n        case __del__: pass",
    "a finalizer by an error": "class A:\n    try: 1 / 0\n    except Exception as __del__: pass",
    "a class by text": "import dataclasses\ndataclasses.make_dataclass('A', [])",
    "a class by type, unpacked": "type(*('A', (), {'__del__': print}))",
    "a class by type, mapped": "list(map(type, ['A'], [()], [{'__del__': print}]))",
    "a class by its metaclass": "import abc\nabc.ABCMeta('A', (), {'__del__': print})",
    "building classes": "__build_class__(print, 'A')",
    "draws that are not counted": "import random\ndef f(rng): return random.Random.random(rng)",
    "the same by another name": "from random import Random as R\ndef f(rng): return R.random(rng)",
    "the same by a subclass": "from random import Random\nclass R(Random): pass",
    "code in a query": "import pandas as pd\nd = pd.DataFrame().query('@pd.compat')",
    "code in a query by text": "import pandas as pd\nd = pd.DataFrame().apply('query', args=[1])",
    "code in a computed text": "import pandas as pd\ndef f(d, t): return d.agg(t, 0, '1')",
    "pickles": "import numpy as np\nx = np.load('/tmp/x', allow_pickle=True)",
    "pickles, imported": "from numpy import load",
    "pickles by a part": "import numpy as np\nx = np.random\nx.load('/tmp/x')",
    "code for testing": "import numpy.testing as t\nt.runstring('1', {})",
    "files of arrays": "import numpy as np\nnp.savetxt('/tmp/x', [1])",
    "files of frames": "import pandas as pd\npd.DataFrame().to_csv('/tmp/x')",
    "other parts of pandas": "import pandas as pd\npd.io.common",
    "memory as an array": "import numpy as np\nclass A:\n    __array_interface__ = {}",
    "memory, by its dict": "import numpy as np\nclass A:\n"
                           "    def __init__(self): self.__dict__['__array_' + 'struct__'] = 1",
    "memory, by a namespace": "import numpy as np\nfrom types import SimpleNamespace\n"
                              "x = SimpleNamespace(**{'__array_' + 'struct__': 1})",
    "memory, by a constructor": "import numpy as np\nx = np.ndarray((1,), 'O', b'12345678')",
    "memory, by a keyword": "from types import SimpleNamespace as S\nS(__array_interface__={})",
    "a type that an annotation keeps": "x: (T := type) = 1\nT('A', (), {})",
    "a type that is kept where it is asked for": "isinstance(1, (T := type))",
    "a type that a lambda hands on": "isinstance(1, (lambda: type)())",
    "a type in a subscript": "x = {}.get(0, list[(T := type)])",
    "memory that was freed": "import numpy as np\ndef f(x): x.resize(1, refcheck=False)",
}  # fmt: skip


@pytest.mark.parametrize("text", HONEST.values(), ids=HONEST)
def test_honest_texts_can_be_measured(text):
    assert doubt([text]) == ""


@pytest.mark.parametrize("text", DOUBTFUL.values(), ids=DOUBTFUL)
def test_texts_that_reach_what_counts_are_doubtful(text):
    assert doubt(["def g(): pass", text]).startswith("it uses ")


def test_what_an_answer_is_handed_has_no_attributes_but_those_of_the_engine():
    """So an answer may call its own attributes as it likes."""
    rngs = [CountingRandom(1), ScriptedRandom.of(None)]
    [stream], [grid], [items] = (
        live_arguments((arg,), rngs[0])
        for arg in (Stream("ab", tracked=True), Grid(1, 1), Counted([1]))
    )
    handed = [stream, next(stream), grid[0][0], items[0], *rngs, Uniform(None)]
    rngs[0].random()
    for each in handed:
        names = {*getattr(each, "__dict__", ()), *getattr(type(each), "__slots__", ())}
        inherited = {"gauss_next", "__weakref__"}
        assert all(name.startswith("_engine_") for name in names - inherited), (each, names)


def test_what_the_course_imports_is_out_of_reach_too():
    assert doubt(["def f(): os.write(3, b'')"], given=["import os"])
    assert doubt(["def f(): pass"], given=["import os", "%load_ext x", "def f(:"]) == ""


GIVEN = (
    "import socket\n"
    "def listen():\n    return socket.create_server(('', 0)), open('data.csv')\n"
    "class Server:\n    def __init__(self): self._socket = listen()"
)


@pytest.mark.parametrize(
    "text",
    ["def total(numbers): return sum(numbers)", "def total(numbers): return len(listen())",
     "class Mine(list):\n    def total(self): return self._socket"],
)  # fmt: skip
def test_a_cell_of_the_course_is_believed_beside_a_plain_answer(text):
    assert doubt([GIVEN, text], given=[GIVEN]) == ""
    assert doubt([GIVEN, text]) == "it uses the module socket"


@pytest.mark.parametrize(
    "text, found",
    [("def total(numbers): return socket.create_server(0)", "the module socket"),
     ("def total(numbers): return open('/proc/self/mem', 'wb')", "open"),
     ("import socket", "the module socket"),
     ("keep = [socket]", "the module socket"),
     (GIVEN + "\nopen('x')", "the module socket")],
)  # fmt: skip
def test_an_answer_that_uses_what_a_cell_of_the_course_uses_is_not(text, found):
    assert doubt([GIVEN, text], given=[GIVEN]) == f"it uses {found}"


@pytest.mark.parametrize("lesson", sorted({path.name for path in index().values()}))
def test_right_solutions_of_the_course_can_be_measured(lesson):
    """Every right solution in the bank of a lesson, if one of its checks measures anything."""
    for exercise in load(lesson).values():
        for right in bank(exercise.name).right:
            measured = {type(group).__name__ for group in exercise.groups}
            kinds = {"Growth", "Chances", "OnlySource", "Comparisons", "MethodGrowth", "Memory"}
            if measured & kinds or exercise.without:
                assert doubt([right.source]) == "", (exercise.name, right.name)


def test_the_cells_that_an_answer_needs():
    cells = [
        "import os, math", "LIMIT = 3", "def helper(x): return math.sqrt(x) + LIMIT",
        "def f(x):\n    scratch = 1\n    return helper(x)", "scratch = os.listdir()", "def f(:",
        "for n in range(3): table = n",
    ]  # fmt: skip
    assert needed(cells, ["f"]) == [0, 1, 2, 3]
    assert needed(cells, ["table"]) == [6]
    assert needed(cells, ["unknown"]) == []


@pytest.mark.parametrize(
    ("cell", "bound", "used"),
    [
        ("def f(a):\n    b = c\n    return [d for d in a]", "f", "f c"),
        ("def top(a):\n    global e\n    e = b = c", "top", "top c e"),
        ("import os.path\nfrom re import sub as s", "os s", "os s"),
        ("for x in y: z = x\n[v for v in w if (u := v)]", "x z u", "x y z w u"),
        ("total += 1", "total", "total"),
        ("class A(B):\n    c = D\n    def m(self): return E", "A", "A B D E"),
        ("match a:\n    case {'k': b}: pass", "b", "a b"),
        ("%%sql\nSELECT 1", "", ""), ("def f(:", "", ""), ("x" * 300_000, "", ""),
    ],
)  # fmt: skip
def test_the_names_that_a_cell_binds_and_uses(cell, bound, used):
    assert names(cell) == (set(bound.split()), set(used.split()))


def test_the_cells_that_lend_a_name():
    others = [
        "import heapq", "import bisect", "from collections import Counter\nn = LIMIT",
        "LIMIT = len(answer())", "n = 5", "answer = None",
    ]  # fmt: skip
    assert lent(["def answer(): return sorted([])"], others) == []
    assert lent(["def answer(): return heapq.nlargest(1, [])"], others) == [0]
    assert lent(["import heapq", "def answer(): return heapq"], others) == []
    assert lent(["def answer(): return Counter()"], others) == [2, 3]
    assert lent(["def answer(): return unknown"], others) == []
    assert lent(["def answer(:", "%magic"], others) == []


def test_names_are_read_from_the_text():
    cells = ["import re as r", "def g(x): return r.match(x)", "def f(x): return g(x)"]
    assert {"re", "match", "g"} <= used_names(cells, "f")
    assert "re" not in used_names([*cells, "def f(x): return x"], "f")
