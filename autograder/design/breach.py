"""What a rule says of a sheet that breaks it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Breach:
    """A broken rule: its name, one sentence with the arithmetic, the components that it names."""

    rule: str
    sentence: str
    names: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.rule}: {self.sentence}"
