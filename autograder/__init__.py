"""A notebook curriculum for Machine Learning Engineer interviews, with checks that teach."""

from .check import check
from .complexity import complexity
from .core.limit import StepCounter
from .sketch import sketch
from .trying.chance import CountingRandom, enumerate_law

__all__ = ["CountingRandom", "StepCounter", "check", "complexity", "enumerate_law", "sketch"]
__version__ = "0.2.0"
