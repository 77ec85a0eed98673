"""Wikitext of a file page: is it located or opted out, and where a location goes.

Everything here is text to values or text to text; the wiki is never asked.
"""

from glocbot.wikitext.exclusion import denies_bots
from glocbot.wikitext.insert import insert_location
from glocbot.wikitext.names import COMMONS_NAMES, Names
from glocbot.wikitext.parse import ParsedText, parsed
from glocbot.wikitext.status import PageStatus, may_give_coordinates, read_status

__all__ = [
    "COMMONS_NAMES",
    "Names",
    "PageStatus",
    "ParsedText",
    "denies_bots",
    "insert_location",
    "may_give_coordinates",
    "parsed",
    "read_status",
]
