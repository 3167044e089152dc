"""One right answer in many styles: what JupyterLab accepts keeps its points in a cohort."""

# ruff: noqa: E501
from __future__ import annotations

import json

import pytest
from helpers.small_course import FULL, POINTS, earned, judged, solved

TOTAL = "def total(numbers):\n    result = 0\n    for number in numbers:\n        result += number\n    return result"
BY = "def total(numbers):\n    {0}\n    return sum(numbers)"

IN_ITS_CELL = {
    "a timed cell": "%%time\n" + TOTAL,
    "a captured cell": "%%capture\n" + TOTAL,
    "a captured cell with a name": "%%capture out\n" + TOTAL,
    "a profiled cell": "%%prun\n" + TOTAL,
    "a timed line": TOTAL + "\n%time total([1, 2])",
    "a timed result": TOTAL + "\nx = %time total([1, 2])",
    "timeit": TOTAL + "\n%timeit total([1, 2])",
    "pip": "!pip install numpy\n" + TOTAL,
    "pip as a magic": "%pip install numpy\n" + TOTAL,
    "plots": "%matplotlib inline\n" + TOTAL,
    "extensions": "%load_ext autoreload\n%autoreload 2\n" + TOTAL,
    "help": TOTAL + "\ntotal?",
    "help on a module": "import math\n?math.sqrt\n" + TOTAL,
    "source": TOTAL + "\ntotal??",
    "a shell command": TOTAL + "\n!ls",
    "files from a shell": "files = !ls\n" + TOTAL,
    "prompts": "\n".join(
        (">>> " if n == 0 else "... ") + line for n, line in enumerate(TOTAL.splitlines())
    ),
    "IPython's prompts": "In [3]: " + TOTAL.replace("\n", "\n   ...: "),
    "an indented cell": "\n".join("    " + line for line in TOTAL.splitlines()),
    "a helper in a file": "%%writefile helper.py\ndef add(a, b):\n    return a + b",
    "await": "import asyncio\nawait asyncio.sleep(0)\n" + TOTAL,
    "os": "import os\n" + TOTAL,
    "sys": "import sys\nprint(sys.version)\n" + TOTAL,
    "typing, all of it": "from typing import *\n" + TOTAL.replace("numbers)", "numbers: List[int])"),
    "warnings": "import warnings\nwarnings.filterwarnings('ignore')\n" + TOTAL,
    "logging": "import logging\nlog = logging.getLogger(__name__)\n" + TOTAL,
    "matplotlib": "import matplotlib.pyplot as plt\n" + TOTAL,
    "pathlib": "from pathlib import Path\n" + TOTAL,
    "json": "import json\n" + BY.format("json.dumps(numbers)"),
    "a variable called open": BY.format("open = 3"),
    "a variable called input": BY.format("input = numbers"),
    "a parameter called vars": "def total(vars):\n    return sum(vars)",
    "a type kept": BY.format("t = type(numbers)"),
    "a computed attribute": BY.format("getattr(numbers, 'cou' + 'nt')"),
    "np.select": "import numpy as np\n" + BY.format("np.select([[True]], [[1]])"),
    "a frame's info": "import pandas as pd\n" + BY.format("pd.DataFrame().info()"),
    "a frame's query": "import pandas as pd\n" + BY.format("pd.DataFrame({'a': [1]}).query('a > 0')"),
    "a class with __format__": "class T:\n    def __format__(self, spec): return 't'\n" + TOTAL,
    "a class with __del__": "class T:\n    def __del__(self): pass\n" + TOTAL,
    "a class with __getattr__": "class T:\n    def __getattr__(self, n): return 1\n" + TOTAL,
    "a context manager": "import contextlib\n" + BY.format("with contextlib.suppress(ValueError): pass"),
    "threads": "from concurrent.futures import ThreadPoolExecutor\n"
               "def total(numbers):\n    with ThreadPoolExecutor(2) as pool:\n"
               "        return sum(pool.map(int, numbers))",
    "inspect": "import inspect\n" + TOTAL + "\nprint(inspect.signature(total))",
    "eval": BY.format("eval('1 + 1')"),
    "exec": "exec('''" + TOTAL + "''')",
    "globals": BY.format("globals().setdefault('seen', [])"),
    "a lambda": "total = lambda numbers: sum(numbers)",
    "a partial": "from functools import partial, reduce\nimport operator\n"
                 "total = partial(reduce, operator.add)\n"
                 "_inner = total\ndef total(numbers): return _inner(numbers, 0)",
    "a cache": "from functools import lru_cache\n@lru_cache(None)\n"
               "def of(numbers): return sum(numbers)\ndef total(numbers): return of(tuple(numbers))",
    "a data class": "from dataclasses import dataclass\n@dataclass\nclass Sum:\n    value: int = 0\n"
                    "def total(numbers):\n    s = Sum()\n    for n in numbers: s.value += n\n"
                    "    return s.value",
    "a decorator that times": "import time\ndef timed(f):\n    def inner(*args):\n"
                              "        t = time.perf_counter(); r = f(*args)\n"
                              "        print(time.perf_counter() - t); return r\n"
                              "    return inner\n@timed\n" + TOTAL,
    "a generator": "def running(numbers):\n    t = 0\n    yield t\n    for n in numbers:\n"
                   "        t += n\n        yield t\n"
                   "def total(numbers):\n    *_, last = running(numbers)\n    return last",
    "a global counter": "calls = 0\ndef total(numbers):\n    global calls\n    calls += 1\n"
                        "    return sum(numbers)",
    "printing": BY.format("print(numbers)"),
    "tests of its own": TOTAL + "\nassert total([1, 2]) == 3\nprint('ok')",
    "a main guard": TOTAL + "\nif __name__ == '__main__':\n    print(total([1]))",
}  # fmt: skip
BEFORE = {
    "numpy elsewhere, random here": ("import numpy as np", "import random\n" + BY.format("random.random()")),
    "a helper elsewhere": ("def add(a, b): return a + b", "from functools import reduce\n"
                           "def total(numbers): return reduce(add, numbers, 0)"),
    "a helper in a file elsewhere": (IN_ITS_CELL.pop("a helper in a file"),
                                     "from helper import add\nfrom functools import reduce\n"
                                     "def total(numbers): return reduce(add, numbers, 0)"),
    "names made by exec elsewhere": ("exec('def plus(a, b): return a + b')",
                                     "from functools import reduce\n"
                                     "def total(numbers): return reduce(plus, numbers, 0)"),
    "a doubtful cell elsewhere": ("import os, sys, threading\nprint(os.getcwd())", TOTAL),
}  # fmt: skip


@pytest.mark.parametrize("style", IN_ITS_CELL)
def test_no_style_of_a_right_answer_loses_points(style):
    result = judged(solved(total=IN_ITS_CELL[style]))
    assert earned(result) == POINTS, (result.status, result.printed)


@pytest.mark.parametrize("style", BEFORE)
def test_nor_does_one_that_rests_on_another_cell(style):
    before, answer = BEFORE[style]
    result = judged(solved(before=before, total=answer))
    assert earned(result) == POINTS, (result.status, result.printed)


def test_all_answers_in_cells_with_magics():
    notebook = solved()
    for cell in notebook["cells"]:
        if cell["id"] in POINTS:
            cell["source"] = "%%time\n" + cell["source"]
    assert sum(earned(judged(notebook)).values()) == FULL


@pytest.mark.parametrize(
    "hidden",
    ["import builtins\nlargest = vars(builtins)['xam'[::-1]]",
     "import operator\nlargest = getattr(__import__('builtins'), 'm' + 'ax')",
     "largest = eval('m' + 'ax')"],
)  # fmt: skip
def test_a_name_that_no_text_shows_is_the_instructors_to_judge(hidden):
    notes = judged(solved(largest=hidden)).notes
    assert any("largest" in note and "which names it uses" in note for note in notes), notes


def test_a_doubtful_text_whose_names_can_be_read_needs_no_note():
    result = judged(solved(largest="import os\n" + LARGEST))
    assert earned(result) == POINTS and not result.notes, result.notes


def test_the_instructor_is_told_what_was_taken_on_trust():
    forbidden = "import os\ndef largest(numbers):\n    return sorted(numbers)[-1]"
    assert earned(judged(solved(largest=forbidden)))["largest"] == 0
    result = judged(solved(largest="!true\n" + LARGEST))
    assert earned(result) == POINTS
    assert "largest: it uses what only IPython can run" in json.dumps(result.notes)


LARGEST = "def largest(numbers):\n    best = numbers[0]\n    for n in numbers:\n        best = n if n > best else best\n    return best"
EVERY_PREFIX = (
    "def total(numbers):\n    {0}\n    for end in range(len(numbers) + 1):\n        result = 0\n"
    "        for number in numbers[:end]:\n            result += number\n    return result"
)


@pytest.mark.parametrize(
    "forgery",
    [
        "import sys; sys.settrace(None)",
        "import sys; sys.setprofile(None); sys._getframe().f_trace = None",
        "import gc; [setattr(o, 'steps', 0) for o in gc.get_objects() if type(o).__name__ == 'StepCounter']",
    ],
)
def test_a_forged_count_earns_nothing(forgery):
    result = judged(solved(total=EVERY_PREFIX.format(forgery)))
    growth = {verdict.name: verdict for verdict in result.reports["total"].verdicts}["one pass"]
    assert growth.earned == 0, growth


def test_nor_does_one_that_makes_small_inputs_slow():
    """As if the time of a call did not grow at all."""
    padded = "import sys; sys.settrace(None)\n    sum(range(10**7)) if len(numbers) < 99 else 0"
    result = judged(solved(total=EVERY_PREFIX.format(padded)))
    growth = {verdict.name: verdict for verdict in result.reports["total"].verdicts}["one pass"]
    assert growth.earned == 0, growth
