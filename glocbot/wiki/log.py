"""What is logged: without secrets, in files for their owner alone, and short on the screen."""

import logging
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Any

import pywikibot
from pywikibot import config
from pywikibot.comms import http
from pywikibot.logging import VERBOSE

from glocbot.wiki.redaction import redact

_TRACEBACK = "Traceback (most recent call last)"
#: Pywikibot has said what went wrong in a line before it says this in four.
_AGAIN = "Detected MediaWiki API exception"
_OWNER_ONLY = 0o600
#: A shorter cookie is no session's, but may be a word of the log, such as a user's number.
_SHORTEST_COOKIE = 16
#: Cookies with these names hold the user's name, which is no secret.
_USER_COOKIES = ("User", "UserName")

_passwords: set[str] = set()


def keep_secrets_out() -> None:
    """Take secrets out of every log record of this process before any handler sees it.

    From then on each record, of any logger and level, is made by a factory that does so, so it
    does not matter which handlers there are, or come later. Before the first record is written,
    the log files are made readable by their owner alone, the earlier ones too. An error that
    nothing catches, which Python prints past all logs, is treated in the same way.
    """
    sys.excepthook = _print_uncaught
    make = logging.getLogRecordFactory()
    if not isinstance(make, _RecordFactory):
        logging.setLogRecordFactory(_RecordFactory(make))


def hide_password(password: str) -> None:
    """Keep a password out of the log, even where nothing beside it names it as one."""
    _passwords.add(password)


def _print_uncaught(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    text = "".join(traceback.format_exception(kind, error, trace))
    sys.stderr.write(redact(text, _secrets()))


class _RecordFactory:
    """Makes log records without secrets.

    Pywikibot logs requests with their parameters, responses with their headers, and exceptions with
    their arguments; so do the libraries below it.
    """

    def __init__(self, make: Callable[..., logging.LogRecord]) -> None:
        self._make = make
        self._formatter = logging.Formatter()

    def __call__(self, *args: Any, **kwargs: Any) -> logging.LogRecord:  # noqa: ANN401 - logging's
        record = self._make(*args, **kwargs)
        secrets = _secrets()
        text = _message(record)
        if (clean := redact(text, secrets)) != text:
            # The formatter of Pywikibot's log file expects just this form of a warning.
            is_warning = record.name == "py.warnings"
            record.msg, record.args = ("%s", (clean,)) if is_warning else (clean, ())
        if record.exc_info:
            text = self._formatter.formatException(record.exc_info)
            if (clean := redact(text, secrets)) != text:
                record.exc_text, record.exc_info = clean, None
        _protect_files()
        return record


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError, KeyError):  # logging will complain, and show both
        return f"{record.msg} {record.args}"


def _secrets() -> frozenset[str]:
    """Return the values that are secret now; cookies and tokens come and go."""
    keys = (value for keys in config.authenticate.values() for value in keys)
    cookies = (
        cookie.value
        for cookie in http.cookie_jar
        if len(cookie.value or "") >= _SHORTEST_COOKIE and not cookie.name.endswith(_USER_COOKIES)
    )
    return frozenset({*_passwords, *keys, *cookies} - {None})


def _protect_files() -> None:
    """Make log files readable by their owner alone, and all that will follow them."""
    for handler in logging.getLogger("pywiki").handlers:
        if isinstance(handler, RotatingFileHandler) and handler.rotator is not _rotate:
            handler.rotator = _rotate
            earlier = (f"{handler.baseFilename}.{n + 1}" for n in range(handler.backupCount))
            for name in (handler.baseFilename, *map(handler.rotation_filename, earlier)):
                # Another account's file is that account's to protect.
                with suppress(FileNotFoundError, PermissionError):
                    Path(name).chmod(_OWNER_ONLY)


def _rotate(source: str, target: str) -> None:
    """Put a full log file away, and an empty one in its place that only its owner may read."""
    with suppress(FileNotFoundError):  # another run has put it away
        Path(source).rename(target)
    Path(source).touch(mode=_OWNER_ONLY)


class _OneLine(logging.Filter):
    """Shows one line of an error that is met by asking again; Pywikibot's log file gets it all.

    Pywikibot prints a traceback each time that a request meets a time-out or a server's error.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        text = record.getMessage().strip()
        if record.levelno > VERBOSE and text.startswith((_TRACEBACK, _AGAIN)):
            record.levelno, record.levelname = VERBOSE, "VERBOSE"
            if text.startswith(_TRACEBACK):
                _, _, words = text.splitlines()[-1].partition(": ")
                pywikibot.warning(f"No response from the wiki: {words or 'nobody knows why'}")
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
