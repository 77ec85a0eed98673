"""Where on a page a location belongs, and whether that is clear.

It belongs directly below the file's description (docs/facts.md §1.5). An infobox that a list names
is one; so is a template that describes a file, going by its parameters, where there is no such
infobox.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from mwparserfromhell.nodes import Heading, Node, Template, Text
from mwparserfromhell.wikicode import Wikicode

from glocbot.wikitext.description import describes_a_file
from glocbot.wikitext.parse import ParsedText, with_offsets

#: The heading over a file's description: the message in any case, and its English text.
_FILEDESC = re.compile(r"\{\{\s*int:\s*filedesc\s*\}\}|summary", re.IGNORECASE)
#: The heading over its licence, which stands below the description.
_LICENSE = re.compile(r"\{\{\s*int:\s*license(-header)?\s*\}\}|licen[sc]ing|license", re.IGNORECASE)
#: Blanks and comments after an infobox belong to its line.
_REST_OF_ITS_LINE = re.compile(r"(?:[ \t]|<!--(?:(?!-->)[^\n])*-->)*")
#: What follows an infobox that its own text closed too early: the next parameter, or the braces
#: that were meant to close it.
_REST_OF_AN_INFOBOX = re.compile(r"(?:\s|<!--.*?-->)*(?:\||\}\})", re.DOTALL)
_PARAMETER_ON_A_LINE = re.compile(r"^[ \t]*\|[^|\n=]*=", re.MULTILINE)
#: What may stand before the first template on a page: blanks, comments, tags, ``__NOTOC__``.
_NOTHING = re.compile(r"(?:\s|<!--.*?-->|</?[a-z]+[^<>]*>|__[A-Z]+__)*", re.DOTALL)
#: Templates with parameters that are no file's description, and often stand first on a page that
#: has none: licences, requests to others, texts in one language, parser functions.
_NO_DESCRIPTION = re.compile(
    r"(?:self|cc|pd|gfdl|fal|gpl|lgpl|attribution|copyrighted free use|(?:multi-?)?licen[sc]e\w*"
    r"|delete|rename|move|duplicate|bots|defaultsort|displaytitle)\b"
    r"|[a-z]{2}(?:-[a-z]+)?$|#(?!invoke:)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place for a location.

    Attributes:
        offset: where in the page's text.
        doubt: why it is not clear that the location belongs there; "" when it is.
    """

    offset: int
    doubt: str = ""


def find_place(page: ParsedText) -> Place:
    """Find the place for a location.

    It is directly after the first infobox; without one, after the template that describes the file
    by its parameters; without that, after the heading over the description, or else at the top.
    """
    return (
        _below_listed(page)
        or _below_wrapper(page)
        or _below_described(page)
        or _without_infobox(page)
    )


def _below_listed(page: ParsedText) -> Place | None:
    for outer in page.outer_templates:
        if outer.name in page.names.infoboxes:
            return _below(page, outer.end)
    return None


def _below_wrapper(page: ParsedText) -> Place | None:
    """Take what an infobox is hidden in for it."""
    for node, start in with_offsets(page.code):
        names = {name for name, _ in page.templates_in(Wikicode([node]))}
        if names.isdisjoint(page.names.infoboxes):
            continue
        end = start + len(str(node))
        if isinstance(node, Template) and describes_a_file(page.name(node), node):
            return _below(page, end)
        doubt = "the infobox stands in another template, in a table or in a tag"
        return Place(_end_of_line(page.text, end), doubt)
    return None


def _below_described(page: ParsedText) -> Place | None:
    licence = next((start for start, _ in _headings(page, _LICENSE)), len(page.text))
    described = [
        outer
        for outer in page.outer_templates
        if outer.start < licence and describes_a_file(outer.name, outer.template)
    ]
    if not described:
        return None
    if len({outer.name for outer in described}) > 1:
        offset = _end_of_line(page.text, described[0].end)
        return Place(offset, "several templates describe the file")
    return _below(page, described[0].end)


def _below(page: ParsedText, end: int) -> Place:
    """Return the place below an infobox that ends somewhere."""
    offset = _end_of_line(page.text, end)
    if _is_cut_short(page, end):
        return Place(offset, "the infobox ends too early: a part of it stands below it as text")
    return Place(offset)


def _is_cut_short(page: ParsedText, end: int) -> bool:
    if _REST_OF_AN_INFOBOX.match(page.text, end):
        return True
    behind = (node for node, start in with_offsets(page.code) if start >= end)
    section = takewhile(lambda node: not isinstance(node, Heading), behind)
    return any(
        isinstance(node, Text) and _PARAMETER_ON_A_LINE.search(str(node)) for node in section
    )


def _without_infobox(page: ParsedText) -> Place:
    """Find the end of the description's heading, unless licence or categories come first."""
    offset = _end_of_heading(page)
    for template in (_first_template(page, 0), _first_template(page, offset)):
        if template is not None:
            return Place(offset, f"what {{{{{template}}}}} shows is not known, maybe a description")
    return Place(offset)


def _end_of_heading(page: ParsedText) -> int:
    for start, heading in _headings(page, _FILEDESC):
        if not _below_the_description(page, start):
            return _end_of_line(page.text, start + len(str(heading)))
        break
    return 0


def _below_the_description(page: ParsedText, end: int) -> bool:
    """Tell whether the licence's heading or a category stands above some place."""
    above = (node for node, start in with_offsets(page.code) if start < end)
    return any(
        _LICENSE.fullmatch(str(node.title).strip())
        if isinstance(node, Heading)
        else page.names.category(str(getattr(node, "title", "")))
        for node in above
    )


def _headings(page: ParsedText, title: re.Pattern[str]) -> Iterator[tuple[int, Node]]:
    """Iterate over the headings with a title, and where they start."""
    for node, start in with_offsets(page.code):
        if isinstance(node, Heading) and title.fullmatch(str(node.title).strip()):
            yield start, node


def _first_template(page: ParsedText, start: int) -> str | None:
    """Name the unknown template with parameters with which a part of the page begins.

    Templates that decide, such as a request, and those without parameters are passed over.
    """
    for outer in page.outer_templates:
        if outer.start < start:
            continue
        if not _NOTHING.fullmatch(page.text, start, outer.start):
            return None
        if outer.template.params and outer.name not in page.names.templates:
            return None if _NO_DESCRIPTION.match(outer.name) else outer.name
        start = outer.end
    return None


def _end_of_line(text: str, offset: int) -> int:
    found = _REST_OF_ITS_LINE.match(text, offset)
    return found.end() if found else offset
