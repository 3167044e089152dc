"""The kinds of group: how an answer is tried, and what a failure says."""

from .base import Case, Failure, Named, Raises, case, of_trouble, passed, show_call
from .calls import Group, Operations
from .chances import Chances
from .growth import Growth, fitted_exponent
from .rules import Rule, number

__all__ = [
    "Case",
    "Chances",
    "Failure",
    "Group",
    "Growth",
    "Named",
    "Operations",
    "Raises",
    "Rule",
    "case",
    "fitted_exponent",
    "number",
    "of_trouble",
    "passed",
    "show_call",
]
