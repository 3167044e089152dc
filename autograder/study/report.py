"""What an update of the workspace did, in data and in sentences."""

from __future__ import annotations

from dataclasses import dataclass, field

from .merge import Changes


@dataclass(frozen=True)
class Entry:
    """One file of the workspace: its name relative to the workspace, and what happened to it."""

    name: str
    message: str


@dataclass
class UpdateReport:
    """The outcome of `update`, one entry a lesson or data file."""

    added: list[Entry] = field(default_factory=list)
    updated: list[Entry] = field(default_factory=list)
    unchanged: list[Entry] = field(default_factory=list)
    beside: list[Entry] = field(default_factory=list)  # unreadable, a fresh lesson stands beside
    left: list[Entry] = field(default_factory=list)  # yours alone: the course no longer has it
    failed: list[Entry] = field(default_factory=list)
    data: list[Entry] = field(default_factory=list)  # data files copied

    @property
    def exit_code(self) -> int:
        """0, or 1 when a file could not be brought up to date."""
        return 1 if self.failed else 0

    def lines(self) -> list[str]:
        """Return the report for a terminal: the counts, then what the learner should know."""
        counts = [
            f"{len(entries)} {word}"
            for entries, word in [
                (self.added, "new"),
                (self.updated, "updated"),
                (self.unchanged, "unchanged"),
                (self.beside, "unreadable"),
                (self.failed, "failed"),
                (self.data, f"data file{'s' if len(self.data) > 1 else ''} copied"),
            ]
            if entries
        ]
        told = [*self.added, *self.updated, *self.data, *self.beside, *self.left, *self.failed]
        return [
            "Lessons: " + ", ".join(counts) + ".",
            *(f"  {entry.name}: {entry.message}" for entry in told if entry.message),
        ]


def describe(changes: Changes) -> str:
    """Say what a merge did to a lesson, one sentence for each kind of change."""
    edited = _names(changes.beside)
    kinds = [
        (changes.changed, f"{_cells(changes.changed)} changed."),
        (changes.added, f"{_cells(changes.added)} new."),
        (changes.removed, f"{_cells(changes.removed)} removed."),
        (changes.restored, f"Missing and put back: {_names(changes.restored)}."),
        (changes.beside, f"You had edited {edited}: your text is kept in a cell of its own."),
        (
            changes.stubs,
            f"The course changed where your answer stands ({_names(changes.stubs)}): "
            "your answer is kept, so read the prompt again.",
        ),
    ]
    return " ".join(text for names, text in kinds if names) or "Details changed, no text."


def _cells(names: list[str]) -> str:
    return f"{len(names)} cell" if len(names) == 1 else f"{len(names)} cells"


def _names(names: list[str]) -> str:
    return ", ".join(names)
