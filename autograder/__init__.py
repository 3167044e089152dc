"""A notebook curriculum for Machine Learning Engineer interviews, with checks that teach."""

from .check import check
from .complexity import complexity

__all__ = ["check", "complexity"]
__version__ = "0.1.0"
