"""The learner's room: a workspace with the course in it, and JupyterLab on top."""

from .files import StudyError
from .launch import launch
from .lessons import UnknownLesson, find_lesson
from .report import Entry, Report
from .workspace import update, working_copy

__all__ = [
    "Entry",
    "Report",
    "StudyError",
    "UnknownLesson",
    "find_lesson",
    "launch",
    "update",
    "working_copy",
]
