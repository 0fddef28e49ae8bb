"""The two ends of the current claim that the mouse can take hold of."""

from enum import Enum


class Grip(Enum):
    """Which edge of a claim is held."""

    START = "start"
    END = "end"
