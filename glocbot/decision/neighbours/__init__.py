"""What the other files say of a position: those of its category, and those of its camera."""

from glocbot.decision.neighbours.neighbours import Neighbours

__all__ = ["Neighbours"]
