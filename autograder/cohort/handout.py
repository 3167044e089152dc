"""The checks of a lesson as students may have them: the examples, without what knows the answers.

The text of a lesson's ``checks.py`` is written anew. An example keeps its arguments, and beside
them the value that the oracle returned, instead of the oracle. Of the contract's own functions
those are kept that compare or show values, or make arguments. A group that can't be written
without a function that knows answers, or that has no example, becomes a `Later`.
"""

from __future__ import annotations

import ast
import datetime
import functools
import importlib
import inspect
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from types import BuiltinFunctionType, FunctionType, ModuleType
from typing import Any

from autograder import lessons
from autograder.core.arguments import CHANCE
from autograder.core.exercise import Exercise
from autograder.core.names import bound_by
from autograder.core.outcomes import Outcome
from autograder.groups import (
    Chances,
    Change,
    Group,
    Growth,
    OnlySource,
    Operations,
    Scene,
    Sheet,
    Together,
)
from autograder.groups import parts_of as flat
from autograder.groups.base import Named, Raises
from autograder.groups.drawn import listed
from autograder.groups.later import Later, known
from autograder.groups.queries import Query, Scans, Script

LONGEST = 4_000
"""Characters of an example; a longer one is left to the grader."""
ANSWERS = ("oracle", "model", "law", "gives", "test", "tests", "statistic")
"""The fields of groups that may hold a function that knows answers."""
KEPT = {
    Group: (
        "accept",
        "test",
        "also",
        "in_place",
        "show",
        "compare_arguments",
        "limit",
        "harness",
        "written",
    ),
    Operations: ("accept", "also", "limit"),
    Query: ("schema", "columns", "view", "ordered", "limit"),
    Script: ("schema", "columns", "view", "limit", "parameter", "read"),
    Scans: ("schema", "folder", "table", "most"),
    Growth: ("args", "sizes", "exponent", "minus", "work", "limit"),
    Chances: ("view", "limit"),
    OnlySource: ("args", "scene", "shown", "seeds", "limit"),
    # The rules and the numbers of a design sheet are on its card.
    Sheet: ("prompt", "rules", "first"),
    Change: ("changes",),
    Together: (),
}
"""The fields that a kind of group keeps beside its name, points and nudge."""


class Unwritable(Exception):
    """A value has no text, or its text would give an answer away."""


def handout(lesson: str) -> str:
    """The text of ``checks.py`` for students."""
    exercises = lessons.load(lesson)
    return _Contract(lesson, exercises).text() if exercises else ""


class _Contract:
    """A lesson's checks, their source, and what of it was needed so far."""

    def __init__(self, lesson: str, exercises: Mapping[str, Exercise]) -> None:
        folder = lessons.find_path(lesson)
        name = f"autograder.lessons.{folder.parent.name}.{lesson}.checks"
        self._lesson, self._exercises = lesson, exercises
        self._module = importlib.import_module(name)
        self._tree = ast.parse(Path(str(self._module.__file__)).read_text(encoding="utf-8"))
        self._defined = dict(_definitions(self._tree))
        self._answers = {*exercises, *self._built(_knowing(exercises.values(), self._module))}
        self._needed: set[str] = set()
        self._imported: set[str] = {f"from {Exercise.__module__} import Exercise"}

    def text(self) -> str:
        """The whole module."""
        exercises = [self._exercise(name, each) for name, each in self._exercises.items()]
        own = [
            ast.unparse(node)
            for node in self._tree.body
            if not isinstance(node, (ast.Import, ast.ImportFrom)) and self._needed & bound_by(node)
        ]
        head = [
            f'"""Examples of lesson {self._lesson}. All else is checked when it is graded."""',
            "from __future__ import annotations",
            *sorted(
                self._imported | {ast.unparse(self._defined[name]) for name in self._imports()}
            ),
        ]
        return "\n\n".join(["\n".join(head), *own, *exercises]) + "\n"

    def _imports(self) -> Iterator[str]:
        imports = (ast.Import, ast.ImportFrom)
        return (name for name in self._needed if isinstance(self._defined[name], imports))

    def _exercise(self, name: str, exercise: Exercise) -> str:
        groups = ",\n        ".join(self._group(group) for group in exercise.groups)
        return (
            f"{name} = Exercise(\n    groups=[\n        {groups},\n    ],\n"
            f"    difficulty={exercise.difficulty!r},\n    minutes={exercise.minutes!r},\n"
            f"    hints=(),\n    without={tuple(exercise.without)!r},\n"
            f"    diagnostic={exercise.diagnostic!r},\n)"
        )

    def _group(self, group: Any) -> str:
        return self._examples_of(group) or self._call(Later, _named(group))

    def _examples_of(self, group: Named) -> str:
        """The text of a group with its examples; '' where nothing of it can be handed out."""
        needed, imported = {*self._needed}, {*self._imported}
        try:
            kind, values, texts = self._parts(group)
            texts |= {name: self._value(value) for name, value in values.items()}
            text = self._written(kind, texts)
            self._refuse_answers()
            return text
        except Unwritable:
            self._needed, self._imported = needed, imported
            return ""

    def _parts(self, group: Named) -> tuple[type, dict[str, Any], dict[str, str]]:
        """The kind to write, the values of its fields, and fields that are text already."""
        kind = next((kind for kind in reversed(KEPT) if isinstance(group, kind)), None)
        if kind is None:
            raise Unwritable(type(group).__name__)
        kind = Script if isinstance(group, Script) else kind
        values = _named(group) | _changed(group, kind)
        if isinstance(group, Together):
            parts = list(filter(None, map(self._examples_of, group.parts)))
            if not parts:
                raise Unwritable("no part has an example")
            return kind, values, {"parts": f"[{', '.join(parts)}]"}
        if isinstance(group, Group):
            return kind, values, {"cases": self._list(group._examples())}
        if isinstance(group, Operations):
            return kind, values, {"cases": self._list(_scenes(group))}
        if isinstance(group, Chances):
            first = group.situations[0]
            given = tuple(arg for arg in first if arg is not CHANCE)
            law = self._known([(given, dict(group.law(*given)))])
            return kind, values | {"situations": [first]}, {"law": law}
        if isinstance(group, Query):
            if not group.situations:
                raise Unwritable("no example")
            pairs = isinstance(group, Script)
            results = [
                (each.args if pairs else (each.args,), each.want) for each in group._examples()
            ]
            situations = {"situations": dict(group.situations)}
            return kind, values | situations, {"oracle": self._known(results)}
        return kind, values, {}

    def _list(self, examples: Iterable[Any]) -> str:
        """The examples that are short enough."""
        texts = [text for text in map(self._value, examples) if len(text) <= LONGEST]
        if not texts:
            raise Unwritable("no example is short enough")
        lines = "".join(f"\n            {text}," for text in texts)
        return f"[{lines}\n        ]"

    def _known(self, results: Sequence[tuple[tuple[Any, ...], Any]]) -> str:
        return f"{self._import(known)}({self._value(results)})"

    def _refuse_answers(self) -> None:
        """Take what the needed definitions rest on; raises `Unwritable` where that is an answer."""
        self._needed = self._rests_on(self._needed)
        if answers := self._needed & self._answers:
            raise Unwritable(f"it rests on {', '.join(sorted(answers))}")

    def _built(self, knowing: set[str]) -> set[str]:
        """Functions and classes that know answers, and those that they are built from."""
        kinds = (ast.FunctionDef, ast.ClassDef)
        own = self._rests_on(self._defined.keys() & knowing)
        return {name for name in own if isinstance(self._defined[name], kinds)}

    def _rests_on(self, names: Iterable[str]) -> set[str]:
        """These names of the contract, and all others of it that their definitions use."""
        waiting, seen = list(names), set[str]()
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen.add(name)
                waiting += [each for each in _loaded(self._defined[name]) if each in self._defined]
        return seen

    # --- values as text -------------------------------------------------------------------------

    def _value(self, value: Any) -> str:
        kind = type(value)
        if value is CHANCE:
            return self._name("autograder.core.arguments", "CHANCE")
        if value is None or value is ... or kind in (bool, int, str, bytes, complex, range):
            return "..." if value is ... else repr(value)
        if kind is float:
            return repr(value) if value - value == 0 else f"float({str(value)!r})"
        if kind in (list, set, frozenset, tuple, dict):
            return self._container(value)
        if kind in (Decimal, Fraction):
            return f"{self._import(kind)}({str(value)!r})"
        if isinstance(value, (datetime.date, datetime.time, datetime.timedelta)):
            self._imported.add("import datetime")
            return repr(value)
        if isinstance(value, functools.partial):
            self._imported.add("import functools")
            words = [self._value(part) for part in (value.func, *value.args)]
            words += [f"{name}={self._value(part)}" for name, part in value.keywords.items()]
            return f"functools.partial({', '.join(words)})"
        if isinstance(value, (FunctionType, BuiltinFunctionType, type)):
            return self._function(value)
        if is_dataclass(value):
            return self._call(kind, _changed(value, kind))
        raise Unwritable(f"a {kind.__name__}")

    def _container(self, value: Any) -> str:
        if type(value) is dict:
            pairs = (f"{self._value(key)}: {self._value(item)}" for key, item in value.items())
            return f"{{{', '.join(pairs)}}}"
        items = [self._value(item) for item in value]
        text = ", ".join(items)
        if type(value) is tuple:
            return f"({text},)" if len(items) == 1 else f"({text})"
        if type(value) is list:
            return f"[{text}]"
        return f"{type(value).__name__}([{', '.join(sorted(items))}])"

    def _call(self, kind: type, values: Mapping[str, Any]) -> str:
        return self._written(kind, {name: self._value(value) for name, value in values.items()})

    def _written(self, kind: type, texts: Mapping[str, str]) -> str:
        words = ", ".join(f"{name}={text}" for name, text in texts.items())
        return f"{self._import(kind)}({words})"

    def _function(self, function: Any) -> str:
        if function.__name__ == "<lambda>":
            return self._lambda(function)
        if "<locals>" in function.__qualname__:
            return self._made(function)
        return self._import(function)

    def _import(self, thing: Any) -> str:
        """The name of a function or class, which is imported or taken along."""
        name = thing.__qualname__
        if thing.__module__ == self._module.__name__:
            if getattr(self._module, name, None) is not thing:
                raise Unwritable(f"{name} is not a name of the contract")
            self._needed.add(name)
            return name
        return self._name(thing.__module__, name)

    def _name(self, module: str, name: str) -> str:
        if module != "builtins":
            if not hasattr(sys.modules[module], name):
                raise Unwritable(f"{module} has no {name}")
            self._imported.add(f"from {module} import {name}")
        return name

    def _made(self, function: FunctionType) -> str:
        """A function that another one made, as a call of that one: ``within(rel=0.01)``."""
        maker = getattr(sys.modules[function.__module__], function.__qualname__.split(".")[0], None)
        held = inspect.getclosurevars(function).nonlocals
        given = {name: value for name, value in held.items() if value is not function}
        try:
            again = maker(**given) if maker else None
        except TypeError:
            again = None
        if getattr(again, "__code__", None) is not function.__code__:
            raise Unwritable(f"{function.__qualname__} can't be made again")
        words = ", ".join(f"{name}={self._value(value)}" for name, value in given.items())
        return f"{self._import(maker)}({words})"

    def _lambda(self, function: FunctionType) -> str:
        line = function.__code__.co_firstlineno
        there = [
            node
            for node in ast.walk(self._tree)
            if isinstance(node, ast.Lambda) and node.lineno == line
        ]
        if function.__module__ != self._module.__name__ or function.__closure__ or len(there) != 1:
            raise Unwritable("a lambda that can't be told apart")
        self._needed |= {name for name in _loaded(there[0]) if name in self._defined}
        return f"({ast.unparse(there[0])})"


def _named(group: Any) -> dict[str, Any]:
    return {"name": group.name, "points": group.points, "nudge": group.nudge}


def _changed(thing: Any, kind: type) -> dict[str, Any]:
    """The fields of a data class that are not left at their defaults; of a group those kept."""
    kept = KEPT.get(kind)
    return {
        each.name: getattr(thing, each.name)
        for each in fields(kind)
        if each.init
        and (kept is None or each.name in kept)
        and (each.default is MISSING or getattr(thing, each.name) is not each.default)
    }


def _scenes(group: Operations) -> Iterator[Scene]:
    """The examples of a group of steps, each with what its steps should give."""
    for drawn, example in zip(listed(group.cases), group._examples()):
        scene = group._scene(drawn)
        yield Scene(scene.init, tuple(scene.steps), tuple(map(_given, example.want)))


def _given(outcome: Outcome) -> Any:
    return Raises(outcome.trouble.bases[0]) if outcome.trouble else outcome.value


def _knowing(exercises: Iterable[Exercise], module: ModuleType) -> set[str]:
    """The names of the contract's own functions and classes that know answers."""
    every = [group for exercise in exercises for group in flat(exercise.groups)]
    # What a Group's test compares, it is handed; other kinds' tests know the answer themselves.
    found: list[Any] = [
        getattr(group, name, None)
        for group in every
        for name in ANSWERS
        if not (name == "test" and isinstance(group, Group))
    ]
    own = [each for each in found if getattr(each, "__module__", "") == module.__name__]
    lambdas = {name for each in own if "<" in each.__qualname__ for name in _used(each)}
    return lambdas | {each.__qualname__.split(".")[0] for each in own}


def _used(function: Any) -> tuple[str, ...]:
    code = getattr(function, "__code__", None)
    return code.co_names if code else ()


def _definitions(tree: ast.Module) -> Iterator[tuple[str, ast.stmt]]:
    for node in tree.body:
        for name in bound_by(node):
            yield name, node


def _loaded(node: ast.AST) -> Iterator[str]:
    for each in ast.walk(node):
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load):
            yield each.id
