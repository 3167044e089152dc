"""What a run of grading did."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from autograder.judge.submission import Judged

MOST_LINES = 40
MOST_NAMES = 5


@dataclass
class Summary:
    """Numbers of notebooks, and what an instructor should know of single ones.

    The lists hold (student, lesson, sentence).
    """

    judged: int = 0
    unchanged: int = 0
    entered: int = 0
    whole: int = 0
    missing: list[tuple[str, str]] = field(default_factory=list)
    stopped: list[tuple[str, str, str]] = field(default_factory=list)
    ungradable: list[tuple[str, str, str]] = field(default_factory=list)
    noted: list[tuple[str, str, str]] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)

    def add(self, student: str, result: Judged) -> None:
        """Count the result of one notebook."""
        if not result.status:
            self.whole += 1
        elif result.tier == "not run":
            self.ungradable.append((student, result.lesson, result.status))
        else:
            self.stopped.append((student, result.lesson, result.status))
        self.noted += [(student, result.lesson, note) for note in result.notes]

    def lines(self) -> list[str]:
        """The summary as lines of text."""
        lines = [
            f"{self.judged} notebooks judged, {self.unchanged} unchanged: {self.whole} graded, "
            f"{len(self.stopped)} partly, {len(self.ungradable)} not gradable, "
            f"{len(self.missing)} not handed in.",
            f"{self.entered} assignments entered into the gradebook.",
        ]
        told = [f"{who}, {lesson}: {why}" for who, lesson, why in self.ungradable + self.stopped]
        told += [f"{who}, {lesson}: {why}" for who, lesson, why in self.noted]
        lines += [f"  {line}" for line in self._absent()]
        lines += [f"  {line}" for line in told[:MOST_LINES]]
        if len(told) > MOST_LINES:
            lines.append(f"  ... {len(told) - MOST_LINES:,} more; mle cohort export has them all")
        by_reason: dict[str, list[str]] = {}
        for who, why in self.failed:
            by_reason.setdefault(why, []).append(who)
        return lines + [
            f"  {named(who, MOST_LINES)}: not entered, {why}." for why, who in by_reason.items()
        ]

    def _absent(self) -> list[str]:
        """A line for each lesson that somebody did not hand in."""
        by_lesson: dict[str, list[str]] = {}
        for who, lesson in self.missing:
            by_lesson.setdefault(lesson, []).append(who)
        return [
            f"{lesson}: not handed in by {named(students)}"
            for lesson, students in sorted(by_lesson.items())
        ]


def counted(things: Collection[str], word: str) -> str:
    """``3 students``, ``1 student``."""
    return f"{len(things)} {word}{'s' * (len(things) != 1)}"


def named(people: Collection[str], most: int = MOST_NAMES) -> str:
    """The first of them by name, and how many more there are."""
    first = sorted(people)[:most]
    more = len(people) - len(first)
    return ", ".join(first) + (f" and {more:,} more" if more else "")
