"""How every command that works on a wiki begins and ends."""

from collections.abc import Callable
from typing import TypeVar

import pywikibot
from pywikibot import config
from pywikibot.exceptions import ApiTimeoutError, Error, ServerError

from glocbot.editing.bot import LocationBot, ending_after_page
from glocbot.options import UsageError
from glocbot.wiki.errors import StoppedError, one_line

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
    except (UsageError, Error) as error:  # such as a wiki nobody knows
        pywikibot.error(str(error))
    return 2


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
