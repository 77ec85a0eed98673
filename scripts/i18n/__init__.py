"""Pywikibot's own messages.

``pwb`` makes the ``i18n`` package beside a script the messages package of the whole run
(docs/facts.md §4.3), so this one stands for Pywikibot's: its prompts would otherwise have no words.
"""

from pywikibot.scripts import i18n

__file__ = i18n.__file__
__path__ = i18n.__path__
