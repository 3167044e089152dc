"""Everything that a learner is shown of where they stand, gathered once."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from autograder.core import clock

from .cards.begun import of_begun_lessons
from .cards.deck import cards_of_course
from .cards.reviews import Memory, read_reviews
from .files import StudyError
from .next_steps import Step, next_steps
from .plan_file import KeptPlan, read_plan
from .progress import Progress, read_progress


@dataclass(frozen=True)
class Standing:
    """Progress, plan and cards of a workspace. ``notes`` say what couldn't be read."""

    workspace: Path
    progress: Progress
    plan: KeptPlan | None = None
    memory: Memory = field(default_factory=Memory)
    cards_due: int = 0
    cards_new: int = 0
    notes: tuple[str, ...] = ()

    @property
    def steps(self) -> list[Step]:
        """What to do in the next hour."""
        return next_steps(self.progress, self.plan, self.cards_due)


def standing_of(workspace: Path) -> Standing:
    """Read a workspace. Raises `StudyError` only where the record can't be read.

    A damaged plan or damaged reviews are named in the notes, and the rest is shown.
    """
    progress = read_progress(workspace)
    notes = []
    if progress.foreign:
        notes.append(
            f"Lines of the record that can't be read: {progress.foreign}. They stay as they are."
        )
    if progress.unknown:
        notes.append(
            "Checks of exercises that this version of the course doesn't have: "
            f"{progress.unknown}. They stay in the record."
        )
    plan = None
    try:
        plan = read_plan(workspace)
    except StudyError as error:
        notes.append(str(error))
    memory, due, new = Memory(), 0, 0
    try:
        reviewed = read_reviews(workspace)
        memory = Memory(reviewed.reviews)
        cards = cards_of_course()
        due = len(memory.queue(cards, clock.now(), 0))
        met = of_begun_lessons(workspace, cards) if progress.checks else []
        new = sum(memory.due(card.id) is None for card in met)
        if reviewed.foreign:
            notes.append(f"Lines of the reviews that can't be read: {reviewed.foreign}. They stay.")
    except StudyError as error:
        notes.append(str(error))
    return Standing(workspace, progress, plan, memory, due, new, tuple(notes))
