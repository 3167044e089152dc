"""The learner's room: a workspace with the course in it, and JupyterLab on top."""

from .files import StudyError
from .launch import launch
from .lessons import find_lesson
from .report import Entry, UpdateReport
from .workspace import update, working_copy

__all__ = [
    "Entry",
    "UpdateReport",
    "StudyError",
    "find_lesson",
    "launch",
    "update",
    "working_copy",
]
