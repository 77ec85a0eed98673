"""All of Pywikibot that glocbot sets, for runs with a ``user-config.py`` and without."""

from pathlib import Path

from pywikibot import config
from pywikibot.comms import http

from glocbot import __version__
from glocbot.wiki.dead_runs import forget_dead_runs
from glocbot.wiki.log import keep_secrets_out
from glocbot.wiki.session import WikiSession


def prepare_pywikibot() -> None:
    """Set Pywikibot up; call this before anything else of a program that talks to a wiki.

    Options of the command line come after this, and have their way.
    """
    keep_secrets_out()
    _use_commons_without_config()
    # Or Pywikibot asks a person to solve it, also where nobody sits (docs/facts.md §4.4).
    config.solve_captcha = False
    # Wikimedia wants to know the program (docs/facts.md §2.3); the operator says who they are.
    described = (f"glocbot/{__version__}", config.user_agent_description)
    config.user_agent_description = "; ".join(filter(None, described))
    http.session = WikiSession()
    forget_dead_runs()


def _use_commons_without_config() -> None:
    """Point Pywikibot at Wikimedia Commons when there is no ``user-config.py``.

    Pywikibot would take a test wiki then, and put its cache and logs into the current folder
    (docs/facts.md §4.3); its own folder in the user's home is the place for them.
    """
    if Path(config.base_dir, config.user_config_file).exists():
        return
    config.family = config.mylang = "commons"
    home = Path.home() / ".pywikibot"
    if home.is_dir():
        config.base_dir = str(home)
