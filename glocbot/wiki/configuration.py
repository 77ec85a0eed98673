"""Pywikibot without a configuration: read Wikimedia Commons, and leave no files lying around."""

from pathlib import Path

from pywikibot import config

from glocbot import __version__


def use_commons_without_config() -> None:
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
