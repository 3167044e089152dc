"""A notebook curriculum for Machine Learning Engineer interviews, with checks that teach."""

__version__ = "0.2.0"

from .check import check
from .complexity import complexity
from .core.limit import StepCounter
from .trying.chance import CountingRandom, enumerate_law

__all__ = ["CountingRandom", "StepCounter", "check", "complexity", "enumerate_law"]
