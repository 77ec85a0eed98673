"""What a file page's wikitext says about locations."""

import re
from dataclasses import dataclass
from functools import lru_cache

from mwparserfromhell.nodes import Template

from glocbot.wikitext.names import Names, normal_title
from glocbot.wikitext.parse import KEPT, ParsedText, plain_value

#: Infobox parameters that hold coordinates themselves (docs/facts.md §1.3).
_CAMERA_PARAMETERS = frozenset({"camera coord", "camera coords", "camera coordinates"})
_OBJECT_PARAMETERS = frozenset({"object coord", "object coords", "object coordinates"})
#: What each of these parameters has in its name, however it is written.
_COORDINATE_PARAMETER = re.compile(r"(?:camera|object)[\s_]+coord", re.IGNORECASE)
#: The functions under the templates, which used bare give coordinates of unclear meaning, and
#: templates that nobody listed but that are named like one: ``{{LOCATION}}``, ``{{Location map}}``.
_NAMED_LIKE_COORDINATES = re.compile(
    r"#coordinates:|#invoke:\s*(?:location|coord)|[^:#]*\b(?:location|coord)", re.IGNORECASE
)
#: Where a template may open, with its name up to a comment; also after ``{{{``, which can be a
#: brace and a template.
_OPENING = re.compile(r"\{\{+([^{}|\[\]<>]*(?:<!--)?)")


@dataclass(frozen=True, slots=True)
class PageStatus:
    """What a page's text says that decides whether it gets a location.

    Attributes:
        located: ``{{Location}}`` is there, bare or filled, or a filled ``camera coord``.
        object_located: ``{{Object location}}`` is there, or a filled ``object coord``.
        other_coordinates: coordinates stand in some other template, or it is named as if they did.
        opted_out: a template or category asks for no location.
        nested_infobox: the only infoboxes are in another template's parameters or in a table, so
            that it is a guess where a location should stand.
        unreadable: a template that decides is named where the parser sees none, such as one that
            nothing closes, or the brackets are in a tangle; then nothing above is certain.
    """

    located: bool
    object_located: bool
    other_coordinates: bool
    opted_out: bool
    nested_infobox: bool
    unreadable: bool


@lru_cache(maxsize=KEPT)
def read_status(page: ParsedText) -> PageStatus:
    """Read a page's status; what stands in a comment or in ``<nowiki>`` does not count."""
    names = page.names
    titles = {name for name, _ in page.templates}
    filled = _filled_parameters(page)
    unlisted = any(map(is_named_like_coordinates, titles - names.templates))
    return PageStatus(
        located=bool(titles & names.location or filled & _CAMERA_PARAMETERS),
        object_located=bool(titles & names.object_location or filled & _OBJECT_PARAMETERS),
        other_coordinates=unlisted or bool(titles & names.other_coordinates),
        opted_out=bool(titles & names.opt_out) or _in_opt_out_category(page),
        nested_infobox=bool(titles & names.infoboxes) and not _has_outer_infobox(page),
        unreadable=page.tangled or _opens_unseen(page, titles),
    )


def may_give_coordinates(text: str, names: Names) -> bool:
    """Tell, without parsing, whether a text may be located or give coordinates elsewhere.

    Most revisions of most pages do not, and parsing one takes several times as long as this.
    """
    openings = set(_OPENING.findall(text))
    opened = set(map(names.template, openings))
    return (
        any("<!--" in opening for opening in openings)
        or not opened.isdisjoint(names.location | names.other_coordinates)
        or any(map(is_named_like_coordinates, opened - names.templates))
        or _COORDINATE_PARAMETER.search(text) is not None
    )


def is_named_like_coordinates(title: str) -> bool:
    """Tell whether a template that nobody listed is named as if it gave coordinates."""
    return _NAMED_LIKE_COORDINATES.match(title) is not None


def _has_outer_infobox(page: ParsedText) -> bool:
    return any(name in page.names.infoboxes for name, _, _ in page.outer_templates)


def _opens_unseen(page: ParsedText, seen: set[str]) -> bool:
    """Tell whether a deciding template opens in the text that the parser did not see there.

    So a broken ``{{Location|48.2|16.3}`` or ``{{Information`` gets no second one.
    """
    return bool((page.opened - seen) & (page.names.templates - page.names.requests))


def _filled_parameters(page: ParsedText) -> set[str]:
    """Name the coordinate parameters that have a value, in lower case with plain blanks."""
    if not _COORDINATE_PARAMETER.search(page.text):
        return set()
    return {name for _, template in page.templates for name in _filled_in(template)}


def _filled_in(template: Template) -> set[str]:
    wanted = _CAMERA_PARAMETERS | _OBJECT_PARAMETERS
    return {
        name
        for param in template.params
        if (name := normal_title(str(param.name)).lower()) in wanted and plain_value(param.value)
    }


def _in_opt_out_category(page: ParsedText) -> bool:
    links = page.code.ifilter_wikilinks(recursive=True)
    return any(
        page.names.category(str(link.title)) in page.names.opt_out_categories for link in links
    )
