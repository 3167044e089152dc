"""The kinds of group: how an answer is tried, and what a failure says."""

from .base import Case, Failure, Named, Raises, case, of_trouble, passed, show_call
from .calls import Group, Operations, a_new_list
from .chances import Chances
from .growth import Comparisons, Growth, MethodGrowth, fitted_exponent
from .rules import Rule, number

__all__ = [
    "Case",
    "Chances",
    "Comparisons",
    "Failure",
    "Group",
    "Growth",
    "MethodGrowth",
    "Named",
    "Operations",
    "Raises",
    "Rule",
    "a_new_list",
    "case",
    "fitted_exponent",
    "number",
    "of_trouble",
    "passed",
    "show_call",
]
