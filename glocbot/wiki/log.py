"""What Pywikibot logs, kept fit for a person's screen."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import pywikibot
from pywikibot.logging import VERBOSE

_TRACEBACK = "Traceback (most recent call last)"
#: Pywikibot has said what went wrong in a line before it says this in four.
_AGAIN = "Detected MediaWiki API exception"


class _OneLine(logging.Filter):
    """Shows one line of an error that is met by asking again; Pywikibot's log file gets it all.

    Pywikibot prints a traceback each time that a request meets a time-out or a server's error.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        text = record.getMessage().strip()
        if record.levelno > VERBOSE and text.startswith((_TRACEBACK, _AGAIN)):
            record.levelno, record.levelname = VERBOSE, "VERBOSE"
            if text.startswith(_TRACEBACK):
                pywikibot.warning(f"No answer from the wiki: {text.splitlines()[-1]}")
        return True


@contextmanager
def without_tracebacks() -> Iterator[None]:
    """Keep Pywikibot's long errors off the screen within the block; ``-verbose`` shows them."""
    logger, one_line = logging.getLogger("pywiki"), _OneLine()
    logger.addFilter(one_line)
    try:
        yield
    finally:
        logger.removeFilter(one_line)
