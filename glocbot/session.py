"""What every command that works on a wiki does alike: check the call, log in, run, end."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import pywikibot
from pywikibot import config
from pywikibot.exceptions import ApiTimeoutError, Error, NoUsernameError, ServerError

from glocbot.bot import LocationBot, ending_after_page
from glocbot.options import UsageError
from glocbot.saving import StoppedError, one_line
from glocbot.sources import NoSuchCategoryError

Call = TypeVar("Call")


def understood(understand: Callable[[], Call]) -> Call | int:
    """Read and check a call; returns the exit status where there is nothing to run."""
    try:
        return understand()
    except SystemExit:
        return 2  # Pywikibot has said why
    except ConnectionError as error:
        pywikibot.log(str(error))
        pywikibot.error(f"{config.family}:{config.mylang} cannot be reached from here")
        return 1
    except (ServerError, ApiTimeoutError) as error:
        pywikibot.error(f"The wiki does not answer: {one_line(error)}")
        return 1
    except KeyboardInterrupt:
        pywikibot.info("\nEnded before any file was examined.")
        return 1
    except (UsageError, NoSuchCategoryError, Error) as error:  # such as a wiki nobody knows
        pywikibot.error(str(error))
    return 2


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


def log_in() -> None:
    """Log in with the configured account, as Pywikibot does.

    Raises:
        UsageError: when there is none, or not with this password.
    """
    site = pywikibot.Site()
    try:
        site.login()
    except (NoUsernameError, EOFError) as error:  # EOF: nobody is there to type the password
        raise _no_account() from error
    # The file with the password is not there, not ours, or not as it should be.
    except (FileNotFoundError, PermissionError, ValueError, TypeError) as error:
        raise UsageError(f"cannot log in: {error}") from error
    if not site.logged_in():
        raise _no_account()


def check_outputs(paths: Mapping[str, Path | None]) -> None:
    """Check the files that will be written: each can be, and no two are one.

    Args:
        paths: by the option that names each.

    Raises:
        UsageError: otherwise.
    """
    named: dict[Path, str] = {}
    for option, path in paths.items():
        if path is None:
            continue
        _check_writable(path)
        other = named.setdefault(path.resolve(), option)
        if other != option:
            raise UsageError(f"{other} and {option} cannot both write {path}")


def run_to_the_end(bot: LocationBot) -> bool:
    """Run to the end, or until an error or a person ends it; tell whether an error did."""
    try:
        with ending_after_page(bot):
            bot.run()
    # Pywikibot's own errors are about reading here. The others are of a lost network, a full disk,
    # or a generator that needs a file or a package that is not there, such as -mysqlquery.
    except (StoppedError, Error, OSError, ImportError) as error:
        pywikibot.error(f"The run ends here: {one_line(error)}")
        return True
    return False


def _check_writable(path: Path) -> None:
    """Try to open a file for writing, leaving all as it was for now."""
    existed = path.exists()
    try:
        path.open("a", encoding="utf-8").close()
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from error
    if not existed:
        path.unlink()


def _no_account() -> UsageError:
    return UsageError(
        f"no account to save with on {pywikibot.Site()}: add -simulate to look only, or copy "
        "user-config.example.py to user-config.py and fill it in"
    )
