"""What to do in the next hour."""

from __future__ import annotations

from dataclasses import dataclass

from .plan_file import KeptPlan
from .progress import LessonState, Progress
from .repetition import minutes_again

HOUR = 60
_CARD_SECONDS = 30


@dataclass(frozen=True)
class Step:
    """Something to do: a sentence with the minutes it takes, and the notebook to open.

    ``notebook`` is relative to the workspace; None where a command is named in the sentence.
    """

    text: str
    minutes: int
    notebook: str | None = None


def next_steps(progress: Progress, kept: KeptPlan | None = None, cards_due: int = 0) -> list[Step]:
    """What fills the next hour: something old from an empty cell, cards, then something new."""
    steps: list[Step] = []
    if progress.due:
        state = progress.due[0]
        minutes = minutes_again(state.topic.practice)
        text = f"{state.topic.label}: empty the cells of half of its exercises and solve them again"
        steps.append(Step(text, minutes, state.topic.notebook))
    if cards_due:
        minutes = max(1, round(cards_due * _CARD_SECONDS / 60))
        count = f"{cards_due} card{'s are' if cards_due != 1 else ' is'} due"
        steps.append(Step(f"{count}: run mle cards in a terminal", min(minutes, 15)))
    following = next_lesson(progress, kept)
    left = HOUR - sum(step.minutes for step in steps)
    if following and (left >= 15 or not steps):
        steps.append(_go_on(following, max(left, 15)))
    if not steps:
        text = "Every lesson is done and nothing is due. Explain a solution aloud in 60 seconds"
        steps.append(Step(text, 10))
    return steps


def next_lesson(progress: Progress, kept: KeptPlan | None) -> LessonState | None:
    """The lesson to go on with: the plan's next one, else the one under way, else the first."""
    current = progress.under_way
    if current and current.begun:
        return current
    known = {state.topic.name: state for state in progress.lessons}
    for item in kept.plan.items if kept else ():
        state = known.get(item.lesson)
        if state and item.kind == "new" and state.done_on is None:
            return state
    return current


def _go_on(state: LessonState, minutes: int) -> Step:
    topic = state.topic
    if not state.begun:
        text = f"Begin {topic.label}: read up to its first exercise, {topic.tasks[0].name}"
        return Step(text, min(minutes, topic.minutes), topic.notebook)
    task = state.left[0]
    text = f"Go on with {topic.label}: the next exercise is {task.name}"
    return Step(text, min(minutes, max(task.minutes, 15)), topic.notebook)
