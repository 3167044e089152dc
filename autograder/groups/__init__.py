"""The kinds of group: how an answer is tried, and what a failure says.

This is the public page: a contract imports from here and from nowhere else. Groups for SQL stand
in ``autograder.groups.queries``, since they need DuckDB.
"""

from autograder.core.arguments import (
    CHANCE,
    Array,
    Chain,
    Counted,
    Frame,
    Generator,
    Grid,
    Stream,
)
from autograder.core.exercise import Exercise, Explanation
from autograder.core.outcomes import Outcome
from autograder.core.steps import HELD, WIDEST, Step, another, attribute
from autograder.core.values import Opaque, same, show
from autograder.design import Data, Part, Prompt

from .base import Case, Failure, case, nudge_on
from .calls import Group, Large, a_new_list
from .chances import Chances
from .comparing import (
    any_of,
    exactly,
    item_by_item,
    linked,
    show_linked,
    unordered,
    within,
)
from .findings import Findings, kind_of
from .forms import Form
from .growth import Comparisons, Growth, fitted_exponent
from .instances import Holds, MethodGrowth
from .memory import Memory, OnePass
from .operations import Expect, Operations, Scene, show_scene
from .prose import (
    compares,
    counts_something,
    day_of,
    numbers,
    placeholder,
    quotations,
    sentences,
    text_of,
    words,
)
from .rules import Rule, letter, number
from .sheets import Change, Sheet, changed_sheet_groups, sheet_groups
from .stories import StoryPart, pairs_fault, scores_form, story_groups
from .together import Together, parts_of
from .trials import Frequencies, OnlySource, Trials, is_plausible

__all__ = [
    "CHANCE",
    "HELD",
    "WIDEST",
    "Array",
    "Case",
    "Chain",
    "Chances",
    "Change",
    "Comparisons",
    "Counted",
    "Data",
    "Exercise",
    "Expect",
    "Explanation",
    "Failure",
    "Findings",
    "Form",
    "Frame",
    "Frequencies",
    "Generator",
    "Grid",
    "Group",
    "Growth",
    "Holds",
    "Large",
    "Memory",
    "MethodGrowth",
    "OnePass",
    "OnlySource",
    "Opaque",
    "Operations",
    "Outcome",
    "Part",
    "Prompt",
    "StoryPart",
    "Rule",
    "Scene",
    "Sheet",
    "Step",
    "Stream",
    "Together",
    "Trials",
    "a_new_list",
    "another",
    "any_of",
    "attribute",
    "case",
    "changed_sheet_groups",
    "compares",
    "counts_something",
    "day_of",
    "exactly",
    "fitted_exponent",
    "is_plausible",
    "item_by_item",
    "kind_of",
    "letter",
    "linked",
    "nudge_on",
    "number",
    "numbers",
    "pairs_fault",
    "parts_of",
    "placeholder",
    "quotations",
    "same",
    "sheet_groups",
    "scores_form",
    "sentences",
    "show",
    "show_linked",
    "show_scene",
    "story_groups",
    "text_of",
    "unordered",
    "within",
    "words",
]
