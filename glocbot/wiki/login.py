"""Let Pywikibot take its own options, and log in."""

from collections.abc import Sequence

import pywikibot
from pywikibot.exceptions import APIError, NoUsernameError
from pywikibot.login import ClientLoginManager
from pywikibot.site import BaseSite

from glocbot.options import UsageError
from glocbot.wiki.errors import one_line
from glocbot.wiki.log import hide_password


def local_arguments(arguments: Sequence[str]) -> list[str]:
    """Let Pywikibot take its global options; returns the other arguments.

    On some wrong values, as of ``-site``, it ends the program with words of its own.

    Raises:
        UsageError: on a value that Pywikibot stumbles over.
    """
    if not arguments:
        return []  # Pywikibot would take those of the process in their place
    try:
        rest: list[str] = pywikibot.handle_args(list(arguments), do_help=False)
    except ValueError as error:  # such as -putthrottle:soon
        raise UsageError(f"a global option has a wrong value: {error}") from error
    return rest


def check_account(site: BaseSite) -> None:
    """Check that an account is configured, before any request.

    Raises:
        UsageError: when there is none.
    """
    if site.username() is None:
        raise _no_account(site)


def log_in() -> None:
    """Log in with the configured account, as Pywikibot does.

    Raises:
        UsageError: when there is none, or the wiki refuses it; with the wiki's own words.
    """
    site = pywikibot.Site()
    check_account(site)
    try:
        _hide_password(site)
        site.login()
    except NoUsernameError as error:
        raise _refused(site, _reason(error)) from error
    except EOFError as error:  # nobody is there to type the password
        raise _not_typed(site, error) from error
    # The file with the password is not there, not ours, or not as it should be.
    except (FileNotFoundError, PermissionError, ValueError, TypeError) as error:
        raise UsageError(f"cannot log in: {error}") from error
    if not site.logged_in():
        raise _refused(site, "the wiki gives no reason")


def _hide_password(site: pywikibot.site.APISite) -> None:
    """Read the password, as Pywikibot will, before any request or log record can have it."""
    if not site.is_oauth_token_available():
        password = ClientLoginManager(site=site, user=site.username()).password
        if password:
            hide_password(password)


def _no_account(site: BaseSite) -> UsageError:
    return UsageError(
        f"no account to save with on {site}: add -simulate to look only, or copy "
        "user-config.example.py to user-config.py and fill it in"
    )


def _refused(site: pywikibot.site.APISite, reason: str) -> UsageError:
    return UsageError(f"cannot log in to {site} as {site.username()}: {reason}")


def _reason(error: NoUsernameError) -> str:
    """Return why a login failed, in the wiki's own words where Pywikibot quotes it."""
    cause = error.__cause__ or error.__context__
    return one_line(cause if isinstance(cause, APIError) else error)


def _not_typed(site: pywikibot.site.APISite, error: EOFError) -> UsageError:
    """Return what is wrong when Pywikibot wants a password typed: none was known, or it failed."""
    cause = error.__context__
    while cause is not None and not isinstance(cause, APIError):
        cause = cause.__context__
    if cause is None:
        return _refused(site, "there is no password, and nobody to type it")
    return _refused(site, one_line(cause))
