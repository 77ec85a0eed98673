"""Put a location into a page, changing nothing else by a byte.

Only the *place* is found with the parser; the text is then cut and joined as it is, so that what
stands before and behind stays what it was.
"""

import re

from mwparserfromhell.nodes import Heading
from mwparserfromhell.wikicode import Wikicode

from glocbot.wikitext.names import Names
from glocbot.wikitext.parse import ParsedText, parsed, with_offsets
from glocbot.wikitext.status import read_status

#: The heading over a file's description: the message in any case, and its English text.
_FILEDESC = re.compile(r"\{\{\s*int:\s*filedesc\s*\}\}|summary", re.IGNORECASE)
#: The heading over its licence, which stands below the description.
_LICENSE = re.compile(r"\{\{\s*int:\s*license(-header)?\s*\}\}|licen[sc]ing|license", re.IGNORECASE)
#: Blanks and comments after an infobox belong to its line.
_REST_OF_ITS_LINE = re.compile(r"(?:[ \t]|<!--(?:(?!-->)[^\n])*-->)*")

#: Characters without a meaning, of which a page can hold a few at most.
_PRIVATE_USE = range(0xF0000, 0xFFFFE)


def insert_location(page: ParsedText, wikitext: str) -> str:
    """Put a location template on a line of its own and take away the requests for it.

    It goes directly after the first infobox; without one, after the heading over the description;
    without that, at the top.

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
    text, place = page.text, _place(page)
    located = text[:place] + _line(text, place, wikitext) + text[place:]
    if page.opened & page.names.requests:
        located = _without_requests(located, page.names)
    return located if _takes_effect(wikitext, parsed(located, page.names)) else text


def _takes_effect(wikitext: str, page: ParsedText) -> bool:
    return wikitext in page.visible and read_status(page).located


def _line(text: str, place: int, wikitext: str) -> str:
    """Give the template a line of its own between what stands before and behind."""
    if place == 0:
        return wikitext + "\n"
    ends_line = place == len(text) or text[place] == "\n"
    return "\n" + wikitext + ("" if ends_line else "\n")


def _place(page: ParsedText) -> int:
    infoboxes = page.names.infoboxes
    for name, _, end in page.outer_templates:
        if name in infoboxes:
            return _end_of_line(page.text, end)
    for node, start in with_offsets(page.code):  # what an infobox is hidden in counts for it
        if any(name in infoboxes for name, _ in page.templates_in(Wikicode([node]))):
            return _end_of_line(page.text, start + len(str(node)))
    return _place_without_infobox(page)


def _place_without_infobox(page: ParsedText) -> int:
    """Find the end of the description's heading, unless licence or categories come first."""
    for node, start in with_offsets(page.code):
        if isinstance(node, Heading):
            title = str(node.title).strip()
            if _FILEDESC.fullmatch(title):
                return _end_of_line(page.text, start + len(str(node)))
            if _LICENSE.fullmatch(title):
                break
        if page.names.category(str(getattr(node, "title", ""))):
            break
    return 0


def _end_of_line(text: str, offset: int) -> int:
    found = _REST_OF_ITS_LINE.match(text, offset)
    return found.end() if found else offset


def _without_requests(text: str, names: Names) -> str:
    """Take out the templates that ask for this edit, with their line where they stand alone."""
    page = ParsedText(text, names)  # of its own, since this changes its code
    unparsed = text[len(str(page.code)) :]
    gap = _unused_character(text)
    for name, template in page.templates:
        if name in names.requests and page.code.contains(template):  # not so if it was in another
            page.code.replace(template, gap)
    gapped = str(page.code) + unparsed
    lines = re.compile(rf"^[^\S\n]*{gap}(?:{gap}|[^\S\n])*(?:\n|\Z)", re.MULTILINE)
    return lines.sub("", gapped).replace(gap, "")


def _unused_character(text: str) -> str:
    return next(char for char in map(chr, _PRIVATE_USE) if char not in text)
