"""Puts the missing ``{{Location}}`` on Wikimedia Commons file pages.

Two entrances share one template builder: the sweep (`glocbot.bot`) proposes and saves edits,
the converter (`glocbot.convert`) answers people. Importing this package imports neither.
"""

__version__ = "0.1.0"
