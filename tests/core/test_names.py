"""What a text binds and uses, read without running it."""

import ast

import pytest

from autograder.core.names import LONGEST, bound_by, names


@pytest.mark.parametrize(
    ("source", "bound"),
    [
        ("def f(): x = 1", "f"),
        ("async def f(): pass", "f"),
        ("class C:\n    y = 1", "C"),
        ("a, (b, *c) = t", "a b c"),
        ("a: int = 1", "a"),
        ("a += 1", "a"),
        ("table[k] = 1", ""),
        ("thing.part = 1", ""),
        ("import os.path, json as j", "os j"),
        ("from re import match as m", "m"),
        ("if x:\n    def f(): pass\nelse:\n    f = 1", "f"),
        ("for i in range(3): total = i", "i total"),
        ("with open(p) as file: pass", "file"),
        ("print(y := 3)", "y"),
        ("[last := n for n in t]", "last"),
        ("def f():\n    global g\n    g = 1", "f"),
    ],
)
def test_a_statement_binds(source, bound):
    [statement] = ast.parse(source).body
    assert bound_by(statement) == names(source).bound == set(bound.split())


def test_what_is_lacked_is_neither_bound_nor_python_s_own():
    assert names("import math\ndef f(x):\n    return g(math.pi, len(x))").lacked == {"g"}


@pytest.mark.parametrize("source", ["%%time\nf = 1", "f = (", "f = 1" + " " * LONGEST, "f\0 = 1"])
def test_what_is_not_python_or_too_long_binds_nothing(source):
    assert names(source).bound == set()
