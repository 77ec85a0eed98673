"""Put a location into a page, changing nothing else by a byte.

Only the *place* is found with the parser; the text is then cut and joined as it is, so that what
stands before and behind stays what it was.
"""

import re

from glocbot.wikitext.names import Names
from glocbot.wikitext.parse import ParsedText, parsed
from glocbot.wikitext.place import find_place
from glocbot.wikitext.status import read_status

#: Characters without a meaning, of which a page can hold a few at most.
_PRIVATE_USE = range(0xF0000, 0xFFFFE)


def insert_location(page: ParsedText, wikitext: str) -> str:
    """Put a location template on a line of its own and take away the requests for it.

    Args:
        page: the page's text.
        wikitext: the line to put in, as `glocbot.template` builds it.

    Returns:
        The new text; the same text where the page is located already, where its wikitext is too
        broken to see that, or in the odd case that the template would not take effect there.
    """
    status = read_status(page)
    if status.located or status.unreadable:
        return page.text
    text, place = page.text, find_place(page).offset
    located = text[:place] + _line(text, place, wikitext) + text[place:]
    if page.opened & page.names.requests:
        located = without_requests(located, page.names, page.names.requests)
    return located if _takes_effect(wikitext, parsed(located, page.names)) else text


def _takes_effect(wikitext: str, page: ParsedText) -> bool:
    return wikitext in page.visible and read_status(page).located


def _line(text: str, place: int, wikitext: str) -> str:
    """Give the template a line of its own between what stands before and behind."""
    if place == 0:
        return wikitext + "\n"
    ends_line = place == len(text) or text[place] == "\n"
    return "\n" + wikitext + ("" if ends_line else "\n")


def without_requests(text: str, names: Names, requests: frozenset[str]) -> str:
    """Take out templates that ask for a location, with their line where they stand alone.

    Args:
        text: of the page.
        names: which templates decide.
        requests: the templates to take out, among those.
    """
    page = ParsedText(text, names)  # of its own, since this changes its code
    unparsed = text[len(str(page.code)) :]
    gap = _unused_character(text)
    for name, template in page.templates:
        if name in requests and page.code.contains(template):  # not so if it was in another
            page.code.replace(template, gap)
    gapped = str(page.code) + unparsed
    lines = re.compile(rf"^[^\S\n]*{gap}(?:{gap}|[^\S\n])*(?:\n|\Z)", re.MULTILINE)
    return lines.sub("", gapped).replace(gap, "")


def _unused_character(text: str) -> str:
    return next(char for char in map(chr, _PRIVATE_USE) if char not in text)
