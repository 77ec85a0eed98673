"""Put a location into a page, changing nothing else by a byte.

Only the *place* is found with the parser; the text is then cut and joined as it is, so that what
stands before and behind stays what it was.
"""

import re

from mwparserfromhell.nodes import Heading, Node, Template
from mwparserfromhell.wikicode import Wikicode

from glocbot.wikitext.names import Names
from glocbot.wikitext.parse import outer_templates, parse, templates, visible
from glocbot.wikitext.status import is_infobox, opened_templates, read_marks

#: The heading over a file's description: the message in any case, and its English text.
_FILEDESC = re.compile(r"\{\{\s*int:\s*filedesc\s*\}\}|summary", re.IGNORECASE)
#: The heading over its licence, which stands below the description.
_LICENSE = re.compile(r"\{\{\s*int:\s*license(-header)?\s*\}\}|licen[sc]ing|license", re.IGNORECASE)
#: Blanks and comments after an infobox belong to its line.
_REST_OF_ITS_LINE = re.compile(r"(?:[ \t]|<!--(?:(?!-->)[^\n])*-->)*")

#: Characters without a meaning, of which a page can hold a few at most.
_PRIVATE_USE = range(0xF0000, 0xFFFFE)


def insert_location(text: str, wikitext: str, names: Names) -> str:
    """Put a location template on a line of its own and take away the requests for it.

    It goes directly after the first infobox; without one, after the heading over the description;
    without that, at the top.

    Args:
        text: the page.
        wikitext: the line to put in, as `glocbot.template` builds it.
        names: which templates are infoboxes, requests and locations.

    Returns:
        The new text; the same text where the page is located already, where its wikitext is too
        broken to see that, or in the odd case that the template would not take effect there.
    """
    marks = read_marks(text, names)
    if marks.located or marks.unreadable:
        return text
    place = _place(text, names)
    located = text[:place] + _line(text, place, wikitext) + text[place:]
    located = _without_requests(located, names)
    takes_effect = wikitext in visible(located) and read_marks(located, names).located
    return located if takes_effect else text


def _line(text: str, place: int, wikitext: str) -> str:
    """Give the template a line of its own between what stands before and behind."""
    if place == 0:
        return wikitext + "\n"
    ends_line = place == len(text) or text[place] == "\n"
    return "\n" + wikitext + ("" if ends_line else "\n")


def _place(text: str, names: Names) -> int:
    code = parse(text)
    for template in outer_templates(code):
        if is_infobox(template, names):
            return _end_of_line(text, _start(code, template, text) + len(str(template)))
    for node in code.nodes:  # what an infobox is hidden in counts for it
        if any(is_infobox(inner, names) for inner in templates(Wikicode([node]))):
            return _end_of_line(text, _start(code, node, text) + len(str(node)))
    return _place_without_infobox(code, text, names)


def _place_without_infobox(code: Wikicode, text: str, names: Names) -> int:
    """Find the end of the description's heading, unless licence or categories come first."""
    for node in code.nodes:
        if isinstance(node, Heading):
            title = str(node.title).strip()
            if _FILEDESC.fullmatch(title):
                return _end_of_line(text, _start(code, node, text) + len(str(node)))
            if _LICENSE.fullmatch(title):
                break
        if names.category(str(getattr(node, "title", ""))):
            break
    return 0


def _end_of_line(text: str, offset: int) -> int:
    found = _REST_OF_ITS_LINE.match(text, offset)
    return found.end() if found else offset


def _start(code: Wikicode, node: Node, text: str) -> int:
    """Find where a node stands in the text that it was parsed from; spoils the parsed code."""
    mark = _unused_mark(text)
    code.insert_before(node, mark)
    return str(code).index(mark)


def _without_requests(text: str, names: Names) -> str:
    """Take out the templates that ask for this edit, with their line where they stand alone."""
    if not opened_templates(text, names) & names.requests:
        return text
    code = parse(text)
    requests = [template for template in templates(code) if _is_request(template, names)]
    unparsed = text[len(str(code)) :]
    mark = _unused_mark(text)
    for request in requests:
        if code.contains(request):  # not so if it was in another one
            code.replace(request, mark)
    marked = str(code) + unparsed
    lines = re.compile(rf"^[^\S\n]*{mark}(?:{mark}|[^\S\n])*(?:\n|\Z)", re.MULTILINE)
    return lines.sub("", marked).replace(mark, "")


def _is_request(template: Template, names: Names) -> bool:
    return names.template(str(template.name)) in names.requests


def _unused_mark(text: str) -> str:
    return next(mark for mark in map(chr, _PRIVATE_USE) if mark not in text)
