"""What the wiki's errors mean: this edit failed, it can be tried again, or the run ends.

A new error code of the API gets its line in `_EFFECTS`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum, auto

from pywikibot.exceptions import APIError, ApiTimeoutError, NoUsernameError, ServerError


class StoppedError(Exception):
    """The run cannot go on; the message says why and what to do."""


class Effect(Enum):
    """What it means for an edit that the wiki did not confirm it."""

    #: The edit was refused, and would be again; the next page may do better.
    FAILED = auto()
    #: The page may not be edited by this account.
    PROTECTED = auto()
    #: The page is not there any more.
    DELETED = auto()
    #: Somebody changed the page since it was read.
    CONFLICT = auto()
    #: The wiki takes no edits for a while.
    WAIT = auto()
    #: The login or its token has expired.
    LOGIN = auto()
    #: The wiki says that there was nothing to change.
    UNCHANGED = auto()
    #: It is not known whether the edit was made.
    UNKNOWN = auto()
    #: Every further edit would be refused as well.
    END = auto()


#: The API's codes, https://www.mediawiki.org/wiki/API:Errors_and_warnings and, for edits,
#: https://www.mediawiki.org/wiki/API:Edit; what is in no line here is `Effect.FAILED`, as are
#: ``abusefilter-warning``, ``abusefilter-disallowed``, ``spamblacklist`` and ``undofailure``.
_EFFECTS = {
    "cascadeprotected": Effect.PROTECTED,
    "protectednamespace": Effect.PROTECTED,
    "protectedpage": Effect.PROTECTED,
    "protectedtitle": Effect.PROTECTED,
    "missingtitle": Effect.DELETED,
    "pagedeleted": Effect.DELETED,
    "editconflict": Effect.CONFLICT,
    "maxlag": Effect.WAIT,
    "ratelimited": Effect.WAIT,
    "readonly": Effect.WAIT,
    "assertbotfailed": Effect.LOGIN,
    "assertuserfailed": Effect.LOGIN,
    "badtoken": Effect.LOGIN,
    "notloggedin": Effect.LOGIN,
    "autoblocked": Effect.END,
    "blocked": Effect.END,
    "confirmemail": Effect.END,
    "noapiwrite": Effect.END,
    "noedit": Effect.END,
    "noedit-anon": Effect.END,
    "permissiondenied": Effect.END,
    "readapidenied": Effect.END,
    "writeapidenied": Effect.END,
}
#: Codes that go on differently from case to case, by how they begin.
_EFFECTS_OF_PREFIXES = {
    "globalblocking-": Effect.END,
    "internal_api_error_": Effect.UNKNOWN,
    "mwoauth-": Effect.END,
    "torblock-": Effect.END,
}
#: What a request that only reads meets again with every further file.
_ENDING = frozenset({Effect.LOGIN, Effect.END})


def effect(code: str) -> Effect:
    """Tell what an API error's code means for the edit that met it."""
    by_prefix = (e for prefix, e in _EFFECTS_OF_PREFIXES.items() if code.startswith(prefix))
    return _EFFECTS.get(code) or next(by_prefix, Effect.FAILED)


def one_line(error: Exception) -> str:
    """Return an error's words without line breaks, fit for a list."""
    words = error.info if isinstance(error, APIError) else str(error)
    return " ".join(words.split())


@contextmanager
def stop_on_ending_errors() -> Iterator[None]:
    """Raise `StoppedError` for what every further request would meet as well."""
    try:
        yield
    except NoUsernameError as error:
        raise StoppedError(f"the login is lost: {one_line(error)}") from error
    except (ServerError, ApiTimeoutError, ConnectionError) as error:
        raise StoppedError(f"the wiki does not respond: {one_line(error)}") from error
    except APIError as error:
        if effect(error.code) in _ENDING:
            raise StoppedError(f"the wiki refuses all edits: {one_line(error)}") from error
        raise
