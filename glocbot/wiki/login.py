"""Let Pywikibot take its own options, and log in."""

from collections.abc import Sequence

import pywikibot
from pywikibot.exceptions import NoUsernameError
from pywikibot.login import ClientLoginManager
from pywikibot.site import BaseSite

from glocbot.options import UsageError
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
        UsageError: when there is none, or not with this password.
    """
    site = pywikibot.Site()
    try:
        _hide_password(site)
        site.login()
    except (NoUsernameError, EOFError) as error:  # EOF: nobody is there to type the password
        raise _no_account(site) from error
    # The file with the password is not there, not ours, or not as it should be.
    except (FileNotFoundError, PermissionError, ValueError, TypeError) as error:
        raise UsageError(f"cannot log in: {error}") from error
    if not site.logged_in():
        raise _no_account(site)


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
