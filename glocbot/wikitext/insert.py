"""Put a location into a page, changing nothing else by a byte.

Only the *place* is found with the parser; the text is then cut and joined as it is, so that what
stands before and behind stays what it was.
"""

import re

from mwparserfromhell.nodes import Heading, Node, Template
from mwparserfromhell.wikicode import Wikicode

from glocbot.wikitext.marks import is_infobox, read_marks
from glocbot.wikitext.names import Names
from glocbot.wikitext.parse import parse, templates

#: The heading over a file's description: the message in any case, and its English text.
_FILEDESC = re.compile(r"\{\{\s*int:\s*filedesc\s*\}\}|summary", re.IGNORECASE)
#: The heading over its licence, which stands below the description.
_LICENSE = re.compile(r"\{\{\s*int:\s*license(-header)?\s*\}\}|licen[sc]ing|license", re.IGNORECASE)
#: Blanks and comments after an infobox belong to its line.
_REST_OF_ITS_LINE = re.compile(r"(?:[ \t]|<!--(?:(?!-->)[^\n])*-->)*")


def insert_location(text: str, wikitext: str, names: Names) -> str:
    """Put a location template on a line of its own and take away the requests for it.

    It goes directly after the first infobox; without one, after the heading over the description;
    without that, at the top.

    Args:
        text: the page.
        wikitext: the line to put in, as `glocbot.template` builds it.
        names: which templates are infoboxes, requests and locations.

    Returns:
        The new text; the same text where the page is located already, or in the odd case that the
        template would not take effect there.
    """
    if read_marks(text, names).located:
        return text
    place = _place(text, names)
    located = text[:place] + _line(text, place, wikitext) + text[place:]
    located = _without_requests(located, names)
    return located if read_marks(located, names).located else text


def _line(text: str, place: int, wikitext: str) -> str:
    """Give the template a line of its own between what stands before and behind."""
    if place == 0:
        return wikitext + "\n"
    ends_line = place == len(text) or text[place] == "\n"
    return "\n" + wikitext + ("" if ends_line else "\n")


def _place(text: str, names: Names) -> int:
    code = parse(text)
    # Into tags such as <div>, but not into templates: an infobox in another template's parameter
    # counts where that template ends.
    for template in code.ifilter_templates(recursive=code.RECURSE_OTHERS):
        if any(is_infobox(inner, names) for inner in templates(parse(str(template)))):
            return _end_of_line(text, _start(code, template, text) + len(str(template)))
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
    mark = "\ue000"
    while mark in text:
        mark += "\ue000"
    code.insert_before(node, mark)
    return str(code).index(mark)


def _without_requests(text: str, names: Names) -> str:
    """Take out the templates that ask for this edit, with their line where they stand alone."""
    while span := _request_span(text, names):
        text = text[: span[0]] + text[span[1] :]
    return text


def _request_span(text: str, names: Names) -> tuple[int, int] | None:
    code = parse(text)
    request = next((found for found in templates(code) if _is_request(found, names)), None)
    if request is None:
        return None
    start = _start(code, request, text)
    return _whole_line(text, start, start + len(str(request)))


def _is_request(template: Template, names: Names) -> bool:
    return names.template(str(template.name)) in names.requests


def _whole_line(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a span to its line, break included, when nothing else stands on that line."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end + 1
    alone = not text[line_start:start].strip() and not text[end:line_end].strip()
    return (line_start, line_end) if alone else (start, end)
