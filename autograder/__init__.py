"""A notebook curriculum for Machine Learning Engineer interviews, with checks that teach."""

from .check import check

__all__ = ["check", "complexity"]
__version__ = "0.1.0"


def __getattr__(name: str):
    # Matplotlib takes longer to import than everything else here together.
    if name == "complexity":
        from .complexity import complexity

        return complexity
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
