"""How glocbot needs Pywikibot to be set up, with a ``user-config.py`` and without."""

from pathlib import Path

from pywikibot import config

from glocbot import __version__
from glocbot.wiki.log import keep_secrets_out


def prepare_pywikibot() -> None:
    """Set Pywikibot up; call this before anything else of a program that talks to a wiki."""
    keep_secrets_out()
    _use_commons_without_config()


def _use_commons_without_config() -> None:
    """Point Pywikibot at Wikimedia Commons when there is no ``user-config.py``.

    Pywikibot would take a test wiki then, and put its cache and logs into the current folder
    (docs/facts.md §4.3); its own folder in the user's home is the place for them.
    """
    if Path(config.base_dir, config.user_config_file).exists():
        return
    config.family = config.mylang = "commons"
    config.user_agent_description = f"glocbot/{__version__}"
    home = Path.home() / ".pywikibot"
    if home.is_dir():
        config.base_dir = str(home)
