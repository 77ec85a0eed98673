"""How every command that works on a wiki begins and ends."""

from collections.abc import Callable
from typing import Any, TypeVar

import pywikibot
from pywikibot import config
from pywikibot.exceptions import ApiTimeoutError, Error, ServerError

from glocbot.editing.bot import Bot, QuitError
from glocbot.editing.interruption import Interruption
from glocbot.exit_status import ExitStatus
from glocbot.options import UsageError
from glocbot.reasons import Slug
from glocbot.wiki.errors import StoppedError, one_line

Call = TypeVar("Call")


class Ending(Slug):
    """How a run ended."""

    FINISHED = "finished", "every file was processed, or as many as were asked for"
    QUIT = "quit", "a person chose to quit"
    INTERRUPTED = "interrupted", "Ctrl-C or SIGTERM ended the run"
    STOPPED = "stopped", "an error ended the run"


def understood(understand: Callable[[], Call]) -> Call | ExitStatus:
    """Read and check a call; returns the exit status where there is nothing to run."""
    interruption = Interruption()
    try:
        with interruption.handling(), interruption.allowed():
            return understand()
    except SystemExit as ending:  # Pywikibot has said why, or has shown a list that was wanted
        return ExitStatus.WRONG_CALL if ending.code else ExitStatus.DONE
    except ConnectionError as error:
        pywikibot.log(str(error))
        pywikibot.error(f"{config.family}:{config.mylang} cannot be reached from here")
        return ExitStatus.SOME_FAILED
    except (ServerError, ApiTimeoutError) as error:
        pywikibot.error(f"The wiki does not respond: {one_line(error)}")
        return ExitStatus.SOME_FAILED
    except KeyboardInterrupt:
        pywikibot.info("\nInterrupted before any file was examined.")
        return ExitStatus.INTERRUPTED
    except (UsageError, Error) as error:  # such as a wiki nobody knows
        pywikibot.error(str(error))
    return ExitStatus.WRONG_CALL


def run_to_the_end(bot: Bot[Any]) -> Ending:
    """Run to the end, or until an error or a person ends it."""
    try:
        with bot.saver.interruption.handling():
            bot.run()
    except QuitError:
        return Ending.QUIT
    except KeyboardInterrupt:
        pywikibot.info("\nInterrupted.")
        return Ending.INTERRUPTED
    # Pywikibot's own errors are about reading here. The others are of a lost network, a full disk,
    # or a generator that needs a file or a package that is not there, such as -mysqlquery.
    except (StoppedError, Error, OSError, ImportError) as error:
        pywikibot.error(f"The run ends here: {one_line(error)}")
        return Ending.STOPPED
    return Ending.FINISHED


def exit_status(ending: Ending, *, failed: bool) -> ExitStatus:
    """Return a command's exit status.

    Args:
        ending: of its run.
        failed: some input was refused, or some edit failed.
    """
    if ending is Ending.INTERRUPTED:
        return ExitStatus.INTERRUPTED
    if failed or ending is Ending.STOPPED:
        return ExitStatus.SOME_FAILED
    return ExitStatus.DONE
