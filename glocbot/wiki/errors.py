"""What Pywikibot's errors mean: this edit failed, or the run cannot go on."""

from collections.abc import Iterator
from contextlib import contextmanager

from pywikibot.exceptions import (
    APIError,
    ApiTimeoutError,
    CaptchaError,
    Error,
    NoUsernameError,
    ServerError,
    UserRightsError,
)

#: API errors that every further edit would meet as well.
_ENDING_CODES = ("blocked", "readonly", "assert", "permissiondenied", "badtoken", "mwoauth")
#: In the messages of Pywikibot's plain errors that every further edit would meet as well.
_ENDING_WORDS = ("authorized", "not logged in", "not enabled")


class StoppedError(Exception):
    """The run cannot go on; the message says why and what to do."""


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
    except UserRightsError as error:
        raise StoppedError(f"the account may not edit: {error}") from error
    except CaptchaError as error:
        raise StoppedError("the wiki asks for a captcha, which a bot must not solve") from error
    except (ServerError, ApiTimeoutError, ConnectionError) as error:
        raise StoppedError(f"the wiki does not answer: {one_line(error)}") from error
    except APIError as error:
        if any(code in error.code for code in _ENDING_CODES):
            raise StoppedError(f"the wiki refuses all edits: {error.info}") from error
        raise
    except Error as error:
        # Pywikibot's words for an account that may not edit; its class says nothing.
        if any(words in str(error) for words in _ENDING_WORDS):
            raise StoppedError(str(error)) from error
        raise
