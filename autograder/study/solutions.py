"""``solution("is_match")``: the course's solution, and two that are written differently."""

from __future__ import annotations

from autograder import lessons
from autograder.authoring import release
from autograder.authoring.lesson import read_lesson
from autograder.complexity import Sentence
from autograder.core.bank import Solution
from autograder.core.errors import UserError
from autograder.core.ways import difference


class Solutions:
    """Solutions of one exercise: Markdown in a notebook, text elsewhere."""

    def __init__(self, exercise: str, solutions: list[Solution], explained: str = "") -> None:
        self.exercise = exercise
        self.solutions = solutions
        self.explained = explained

    def __repr__(self) -> str:
        parts = [f"# {each.name}\n{each.source}" for each in self.solutions]
        return "\n\n".join([*parts, *([self.explained] if self.explained else [])])

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        parts = [f"**{each.name}**\n\n{_fenced(each.source)}" for each in self.solutions]
        text = "\n\n".join([*parts, self.explained])
        return {"text/plain": repr(self), "text/markdown": text}


def shown(name: str) -> Solutions | Sentence:
    """What ``solution(name)`` shows: the solutions, or a sentence why there are none."""
    try:
        return solutions_of(name)
    except UserError as error:
        return Sentence(error)


def solutions_of(name: str) -> Solutions:
    """The course's solution of an exercise, then two of its bank, the most different first.

    An answer that is a value has one solution. Raises `UnknownExercise`, and `StudentsCopy` where
    only what students of a cohort install is here.
    """
    lessons.require_whole()
    exercise = lessons.find(name)
    lesson = read_lesson(lessons.folder_of(name))
    [cell] = [cell for cell in lesson.named("exercise") if cell.name == name]
    own = release.with_solution(cell.source)
    ways = sorted(lessons.ways(name), key=lambda way: -difference(own, way.source))
    course = Solution(f"The course's solution of `{exercise.name}`", own)
    explained = "\n".join(f"- **{key}.** {why.text}" for key, why in exercise.explained.items())
    others = [Solution(f"Another way: {way.name}", way.source) for way in ways]
    return Solutions(name, [course, *others], explained)


def _fenced(source: str) -> str:
    fence = "```"
    while fence in source:
        fence += "`"
    return f"{fence}python\n{source}\n{fence}"
