"""End a run on Ctrl-C or SIGTERM: at once, or after the save at hand.

A save that was sent must be followed to its end, so that its outcome is known and written down. All
else can be left at any moment: a wait, a question to the wiki, a question to a person. A save ends
within a request's time-out; a wait for a wiki that is down may take most of an hour.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import pywikibot

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Interruption:
    """Whether a person or the system wants the run to end.

    Attributes:
        asked: they do.
    """

    def __init__(self) -> None:
        self.asked = False
        self._allowed = False

    @contextmanager
    def handling(self) -> Iterator[None]:
        """Handle the signals within the block; the second one ends the run wherever it is."""
        known = {number: signal.signal(number, self._receive) for number in _SIGNALS}
        try:
            yield
        finally:
            for number, handler in known.items():
                signal.signal(number, handler)

    @contextmanager
    def allowed(self) -> Iterator[None]:
        """Let the signals end the block, and do not begin it where one came before.

        Raises:
            KeyboardInterrupt: when the run shall end.
        """
        before, self._allowed = self._allowed, True
        try:
            if self.asked:
                raise KeyboardInterrupt
            yield
        finally:
            self._allowed = before

    def _receive(self, number: int, frame: FrameType | None) -> None:
        again, self.asked = self.asked, True
        if again or self._allowed:
            signal.default_int_handler(number, frame)
        pywikibot.info("\nThe run ends after this page; once more to end at once.")
