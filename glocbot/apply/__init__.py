"""Save the proposals of a sweep, exactly as a reviewer approved them."""

from glocbot.apply.command import main

__all__ = ["main"]
