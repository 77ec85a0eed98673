"""What a file page's wikitext says about locations."""

import re
from dataclasses import dataclass
from functools import lru_cache

from mwparserfromhell.nodes import Template

from glocbot.wikitext.coordinates import (
    GivenCoordinates,
    given_coordinates,
    may_have_parameters,
)
from glocbot.wikitext.names import Names
from glocbot.wikitext.parse import KEPT, ParsedText, plain_value

#: The functions under the templates, which used bare give coordinates of unclear meaning, and
#: templates that nobody listed but that are named like one: ``{{LOCATION}}``, ``{{Location map}}``.
_NAMED_LIKE_COORDINATES = re.compile(
    r"#coordinates:|#invoke:\s*(?:location|coord)|[^:#]*\b(?:location|coord)", re.IGNORECASE
)
#: What may only say in words where something is: a museum, a cemetery.
_LOCATION_OF_SOMETHING = re.compile(r".+ location", re.IGNORECASE)
_FIGURE = re.compile(r"\d")
#: Where a template may open, with its name up to a comment; also after ``{{{``, which can be a
#: brace and a template.
_OPENING = re.compile(r"\{\{+([^{}|\[\]<>]*(?:<!--)?)")
#: A template whose name another one makes; only the parser tells what it is called.
_MADE_NAME = re.compile(r"\{\{[^{}|\[\]<>]*\{\{")


@dataclass(frozen=True, slots=True)
class PageStatus:
    """What a page's text says that decides whether it gets a location.

    Attributes:
        located: ``{{Location}}`` is there, bare or filled, or a filled parameter for the camera.
        object_located: ``{{Object location}}`` is there, or a filled parameter for the subject.
        other_coordinates: coordinates stand in some other template, or it is named as if they did.
        unlisted_coordinates: a template that nobody listed is named as if it gave coordinates; it
            may wrap a location, even where nothing on the page looks like one.
        opted_out: a template or category asks for no location.
        unreadable: a template that decides is named where the parser sees none, such as one that
            nothing closes, or the brackets are in a tangle; then nothing above is certain.
    """

    located: bool
    object_located: bool
    other_coordinates: bool
    unlisted_coordinates: bool
    opted_out: bool
    unreadable: bool


@lru_cache(maxsize=KEPT)
def read_status(page: ParsedText) -> PageStatus:
    """Read a page's status; what stands in a comment or in ``<nowiki>`` does not count."""
    names, titles = page.names, page.titles
    given = _given(page)
    unlisted = [
        (name, template)
        for name, template in page.templates
        if name not in names.templates and is_named_like_coordinates(name, names)
    ]
    return PageStatus(
        located=bool(titles & names.location) or any(here.camera for here in given),
        object_located=bool(titles & names.object_location) or any(here.subject for here in given),
        other_coordinates=bool(titles & names.other_coordinates)
        or any(here.unclear for here in given)
        or not all(_names_a_museum(*used) for used in unlisted),
        unlisted_coordinates=bool(unlisted),
        opted_out=bool(titles & names.opt_out)
        or not names.opt_out_categories.isdisjoint(page.categories),
        unreadable=page.tangled or _opens_unseen(page),
    )


def may_give_coordinates(text: str, names: Names) -> bool:
    """Tell, without parsing, whether a text may be located or give coordinates elsewhere.

    Most revisions of most pages do not, and parsing one takes several times as long as this.
    """
    openings = set(_OPENING.findall(text))
    opened = set(map(names.template, openings))
    return (
        any("<!--" in opening for opening in openings)
        or bool(_MADE_NAME.search(text))
        or not opened.isdisjoint(names.location | names.other_coordinates)
        or any(is_named_like_coordinates(name, names) for name in opened - names.templates)
        or may_have_parameters(text)
    )


def is_named_like_coordinates(title: str, names: Names) -> bool:
    """Tell whether a template that nobody listed is named as if it gave coordinates."""
    return title not in names.without_coordinates and bool(_NAMED_LIKE_COORDINATES.match(title))


def _names_a_museum(name: str, template: Template) -> bool:
    """Tell whether ``{{Example Museum location}}`` says only in words where a thing is kept.

    There are such templates for museums and cemeteries; none of their parameters has a number.
    """
    numbers = any(_FIGURE.search(plain_value(param.value)) for param in template.params)
    return _LOCATION_OF_SOMETHING.fullmatch(name) is not None and not numbers


def _opens_unseen(page: ParsedText) -> bool:
    """Tell whether a deciding template opens in the text that the parser did not see there.

    So a broken ``{{Location|48.2|16.3}`` or ``{{Information`` gets no second one.
    """
    deciding = page.names.templates - page.names.requests
    return not (page.opened - page.titles).isdisjoint(deciding)


def _given(page: ParsedText) -> list[GivenCoordinates]:
    """Read the coordinates in the templates' parameters."""
    if not may_have_parameters(page.text):
        return []
    return [
        given_coordinates(template, positioned=name in page.names.positioned)
        for name, template in page.templates
    ]
