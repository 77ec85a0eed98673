"""Pywikibot's own messages.

``pwb`` makes the ``i18n`` package beside a script the messages package of the whole run (FACTS
§4.3), so this one stands for Pywikibot's: its prompts would otherwise have no words.
"""

from pywikibot.scripts.i18n import __file__, __path__

__all__ = ["__file__", "__path__"]
