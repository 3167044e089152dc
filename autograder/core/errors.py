"""What is told to the person at the keyboard.

Every room has its own kind of `UserError`; ``mle`` prints any of them as one sentence on standard
error and exits with status 2. Anything else that is raised is a bug of the course.
"""

from __future__ import annotations


class UserError(Exception):
    """Something that its reader can fix. The text says what to do."""


class LessonError(UserError):
    """A file of a lesson says something that can't be built."""


class StudentsCopy(UserError):
    """What was asked for needs the lessons, and only what students install is here."""


class UnknownLesson(UserError):
    """No lesson, or more than one, is meant by a text; ``close`` are names that may be meant."""

    def __init__(self, message: str, close: list[str]) -> None:
        super().__init__(message)
        self.close = close


class UnknownExercise(UserError):
    """No lesson has an exercise of this name."""
