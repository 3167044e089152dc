"""The design sheet: an architecture as plain data, drawn, and held against a prompt's numbers."""

from .architecture import Architecture
from .breach import Breach
from .changes import ChoiceError, choice_fault, is_blank_change, read_after
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
    "ChoiceError",
    "Data",
    "Part",
    "Prompt",
    "Rule",
    "SheetError",
    "breaches",
    "choice_fault",
    "is_blank",
    "is_blank_change",
    "read",
    "read_after",
]
