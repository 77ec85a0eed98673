"""Puts the missing ``{{Location}}`` on Wikimedia Commons file pages.

Three ways in share one template builder: the sweep (`glocbot.sweep`) proposes and saves edits,
the review (`glocbot.report`, `glocbot.apply`) lets a person decide, the converter
(`glocbot.convert`) answers people. Importing this package imports none of them.
"""

__version__ = "0.1.0"
