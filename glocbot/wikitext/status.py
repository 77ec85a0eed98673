"""What a file page's wikitext says about locations."""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from mwparserfromhell.nodes import Template
from mwparserfromhell.wikicode import Wikicode

from glocbot.wikitext.names import Names, normal_title
from glocbot.wikitext.parse import (
    is_tangled,
    outer_templates,
    parse,
    plain_value,
    templates,
    visible,
)

#: Infobox parameters that hold coordinates themselves (docs/facts.md §1.3).
CAMERA_PARAMETERS = frozenset({"camera coord", "camera coords", "camera coordinates"})
OBJECT_PARAMETERS = frozenset({"object coord", "object coords", "object coordinates"})
#: The functions under the templates, which used bare give coordinates of unclear meaning, and
#: templates that nobody listed but that are named like one: ``{{LOCATION}}``, ``{{Location map}}``.
_NAMED_LIKE_COORDINATES = re.compile(
    r"#coordinates:|#invoke:\s*(?:location|coord)|[^:#]*\b(?:location|coord)", re.IGNORECASE
)
#: Where a template opens, closed or not, with its name.
_OPENING = re.compile(r"\{\{([^{}|\[\]<>]*)")


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks on one page that decide whether it gets a location.

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


def read_marks(text: str, names: Names) -> Marks:
    """Read a page's marks; what stands in a comment or in ``<nowiki>`` is none."""
    code = parse(text)
    used = list(templates(code))
    titles = {names.template(str(template.name)) for template in used}
    filled = {name for template in used for name in _filled_parameters(template)}
    unlisted = any(_NAMED_LIKE_COORDINATES.match(title) for title in titles - names.templates)
    return Marks(
        located=bool(titles & names.location or filled & CAMERA_PARAMETERS),
        object_located=bool(titles & names.object_location or filled & OBJECT_PARAMETERS),
        other_coordinates=unlisted or bool(titles & names.other_coordinates),
        opted_out=bool(
            titles & names.opt_out or _categories(code, names) & names.opt_out_categories
        ),
        nested_infobox=_nested_infobox(code, names),
        unreadable=is_tangled(text) or _names_unseen(text, titles, names),
    )


def is_infobox(template: Template, names: Names) -> bool:
    """Tell whether a template is one of those that a location goes after."""
    return names.template(str(template.name)) in names.infoboxes


def _nested_infobox(code: Wikicode, names: Names) -> bool:
    return not any(is_infobox(template, names) for template in outer_templates(code)) and any(
        is_infobox(template, names) for template in templates(code)
    )


def _names_unseen(text: str, seen: AbstractSet[str], names: Names) -> bool:
    """Tell whether a deciding template opens in the text that the parser did not see there.

    So a broken ``{{Location|48.2|16.3}`` or ``{{Information`` gets no second one.
    """
    return bool((opened_templates(text, names) - seen) & (names.templates - names.requests))


def opened_templates(text: str, names: Names) -> set[str]:
    """Name all templates that open in the visible text, whether anything closes them or not."""
    return {names.template(opening) for opening in _OPENING.findall(visible(text))}


def _filled_parameters(template: Template) -> set[str]:
    """Name the coordinate parameters that have a value, in lower case with plain blanks."""
    wanted = CAMERA_PARAMETERS | OBJECT_PARAMETERS
    return {
        name
        for param in template.params
        if (name := normal_title(str(param.name)).lower()) in wanted and plain_value(param.value)
    }


def _categories(code: Wikicode, names: Names) -> set[str]:
    return {names.category(str(link.title)) for link in code.ifilter_wikilinks(recursive=True)}
