"""What Pywikibot logs, kept fit for a person's screen."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import pywikibot
from pywikibot.logging import VERBOSE

_TRACEBACK = "Traceback (most recent call last)"


class _OneLine(logging.Filter):
    """Shows the last line of a traceback and leaves the rest to Pywikibot's log file.

    Pywikibot prints one as an error each time that a request meets a time-out or a server's error,
    and then asks again.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        text = record.getMessage().strip()
        if text.startswith(_TRACEBACK) and record.levelno > VERBOSE:
            record.levelno, record.levelname = VERBOSE, "VERBOSE"
            pywikibot.warning(f"No answer from the wiki: {text.splitlines()[-1]}")
        return True


@contextmanager
def without_tracebacks() -> Iterator[None]:
    """Keep Pywikibot's tracebacks off the screen within the block; ``-verbose`` shows them."""
    logger, one_line = logging.getLogger("pywiki"), _OneLine()
    logger.addFilter(one_line)
    try:
        yield
    finally:
        logger.removeFilter(one_line)
