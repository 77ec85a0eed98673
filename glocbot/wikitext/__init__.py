"""Wikitext of a file page: is it located or opted out, and where a location goes.

Everything here is text to values or text to text; the wiki is never asked.
"""

from glocbot.wikitext.exclusion import denies_bots
from glocbot.wikitext.insert import insert_location
from glocbot.wikitext.names import COMMONS_NAMES, Names
from glocbot.wikitext.status import Marks, read_marks

__all__ = ["COMMONS_NAMES", "Marks", "Names", "denies_bots", "insert_location", "read_marks"]
