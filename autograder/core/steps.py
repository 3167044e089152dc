"""Steps on an instance of an answer that is a class: calls of methods, and named steps.

A step is a pair: the name of a method and its arguments. A named step is written in the same way;
its name is no identifier, so no method can have it.
"""

from __future__ import annotations

from typing import Any

Step = tuple[str, tuple[Any, ...]]

ANOTHER = "another instance"
"""Makes one more instance with these arguments, and lets it go; its value is None."""
ATTRIBUTE = "an attribute"
"""Its value is that of the attribute named by its one argument."""
WIDEST = "the widest object"
"""Its value is the largest number of objects that one object reachable from the instance refers
to: a node of a linked list refers to few, whatever the length of the list; a list, dict or set
refers to all that it holds."""
HELD = "all that it holds"
"""Its value is the size of all that is reachable from the instance: a unit for each reference,
each character of a string, each bit of an int and each byte of an array."""

MEASURED = frozenset({WIDEST, HELD})
"""Steps that look into the answer's own objects, so that what they tell is a measurement."""


def another(*args: Any) -> Step:
    """The step that makes another instance with ``args``; it must change nothing for the first."""
    return ANOTHER, args


def attribute(name: str) -> Step:
    """The step that reads an attribute."""
    return ATTRIBUTE, (name,)
