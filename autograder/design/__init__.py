"""The design sheet: an architecture as plain data, drawn, and held against a prompt's numbers."""

from .architecture import Architecture
from .breach import Breach
from .changes import change_of, choice_fault, read_after
from .parts import PARTS, Part
from .prompt import Data, Prompt
from .reading import SheetError, is_blank, read
from .rules import GROUPS, RULES, Rule, breaches

__all__ = [
    "GROUPS",
    "PARTS",
    "RULES",
    "Architecture",
    "Breach",
    "Data",
    "Part",
    "Prompt",
    "Rule",
    "SheetError",
    "breaches",
    "change_of",
    "choice_fault",
    "is_blank",
    "read",
    "read_after",
]
