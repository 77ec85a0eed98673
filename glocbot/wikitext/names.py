"""The templates and categories that decide, under every name that a page may use for them.

The lists are Commons' own (docs/facts.md §1.2 to §1.4). At the start of a run the wiki is asked for
the redirects to them, so an alias that nobody listed here counts as well.
"""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Self
from urllib.parse import unquote

#: A comment within a name, and what counts as one blank there.
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_BLANKS = re.compile(r"[\s_]+")
#: Characters that set the writing direction come along when a title is copied; MediaWiki drops
#: them.
_DIRECTION_MARKS = re.compile("[\u200e\u200f\u202a-\u202e]")
#: What may stand before a template's name and still transclude it.
_MODIFIER = re.compile(r"\s*(?:safesubst|msg|msgnw|raw)\s*:", re.IGNORECASE)


def normal_title(title: str) -> str:
    """Write a title as MediaWiki does: blanks for underscores, its first letter in upper case."""
    title = _BLANKS.sub(" ", title).strip()
    return title[:1].upper() + title[1:]


def decoded(title: str) -> str:
    """Read a title's character references, and drop what MediaWiki drops from it."""
    return _DIRECTION_MARKS.sub("", html.unescape(title))


@dataclass(frozen=True, slots=True)
class Names:
    """Names of templates and categories, without their namespace and as MediaWiki writes them.

    Attributes:
        location: ``{{Location}}``, where the camera was.
        object_location: ``{{Object location}}``, where the subject is.
        other_coordinates: templates that give coordinates of unclear meaning.
        opt_out: templates that ask for no location, or for no edit by any bot.
        exif_requests: templates that ask for the EXIF's position; they go when it is added.
        place_requests: templates that ask people for a location; they go as well.
        infoboxes: templates after which a location goes.
        positioned: infoboxes whose own ``latitude`` and ``longitude`` say where the camera was.
        without_coordinates: templates that are named as if they gave coordinates, but give none.
        opt_out_categories: categories that ask for no location.
        template_prefixes: the template namespace's names, in lower case.
        category_prefixes: the category namespace's names, in lower case.
    """

    location: frozenset[str]
    object_location: frozenset[str]
    other_coordinates: frozenset[str]
    opt_out: frozenset[str]
    exif_requests: frozenset[str]
    place_requests: frozenset[str]
    infoboxes: frozenset[str]
    positioned: frozenset[str]
    without_coordinates: frozenset[str]
    opt_out_categories: frozenset[str]
    template_prefixes: frozenset[str] = frozenset({"template", "t", "10"})
    category_prefixes: frozenset[str] = frozenset({"category"})

    def template(self, name: str) -> str:
        """Return which template a transclusion names, or "" for one that is no template.

        >>> COMMONS_NAMES.template(" Template:location_dec<!-- old --> ")
        'Location dec'
        >>> COMMONS_NAMES.template(":Location")
        ''

        Args:
            name: what stands between ``{{`` and the first ``|``: blanks, line breaks, comments, a
                namespace and a fragment are all allowed there.
        """
        return _template(name, self.template_prefixes)

    def category(self, title: str) -> str:
        """Return which category a link names, or "" for a link to anything else."""
        title = decoded(unquote(_COMMENT.sub("", title)))
        prefix, colon, rest = title.split("#")[0].partition(":")
        is_category = colon and normal_title(prefix).lower() in self.category_prefixes
        return normal_title(rest) if is_category else ""

    @property
    def requests(self) -> frozenset[str]:
        """All templates that ask for just this edit."""
        return self.exif_requests | self.place_requests

    @property
    def templates(self) -> frozenset[str]:
        """All templates that decide anything, under every name."""
        return frozenset().union(*(getattr(self, kind) for kind in _TEMPLATE_KINDS))

    @property
    def asked(self) -> frozenset[str]:
        """The templates whose redirects the wiki is asked for: known redirects need no asking."""
        return self.templates - _REDIRECTS

    def with_aliases(self, groups: Iterable[frozenset[str]]) -> Self:
        """Add the wiki's own aliases: groups of names that all lead to one template."""
        groups = list(groups)
        changes = {}
        for kind in _TEMPLATE_KINDS:
            known: frozenset[str] = getattr(self, kind)
            changes[kind] = known.union(*(group for group in groups if group & known))
        return replace(self, **changes)


@lru_cache(maxsize=4096)  # pages share most of their templates
def _template(name: str, prefixes: frozenset[str]) -> str:
    name = _COMMENT.sub("", name).strip()
    if name.startswith("#"):  # a parser function
        return name
    name = decoded(_MODIFIER.sub("", name, count=1)).strip()
    in_main = name.startswith(":")
    prefix, colon, rest = (title := name.removeprefix(":").split("#")[0]).partition(":")
    if colon and normal_title(prefix).lower() in prefixes:
        return normal_title(rest)
    return "" if in_main else normal_title(title)


#: The kinds of templates that decide: fields of `Names`.
_TEMPLATE_KINDS = (
    "location",
    "object_location",
    "other_coordinates",
    "opt_out",
    "exif_requests",
    "place_requests",
    "infoboxes",
    "positioned",
)

#: Of the names below, those that are known to redirect to another one. Without them, the others and
#: a sweep's categories are asked about in one request.
_REDIRECTS = frozenset(
    {
        "Art photo",
        "GPS-EXIF",
        "Informazioni file",
        "Lagewunsch",
        "Map-description",
        "No Location",
        "Object",
        "Painting",
        "Reqgeotag",
        "তথ্য",
    }
)

#: On Commons, as far as docs/facts.md §1 knows them.
COMMONS_NAMES = Names(
    location=frozenset(
        {
            "Location",
            "Location dec",
            "Location Dec",
            "Location dms",
            "Location decimal",
            "Locationdec",
            "Locationdms",
            "Camera location",
            "Camera Location",
            "Camera location dec",
            "Koordynaty",
        }
    ),
    object_location=frozenset(
        {
            "Object location",
            "Object Location",
            "Object location dec",
            "Object Location dec",
            "Object location dms",
        }
    ),
    # What these mean is not verified (docs/facts.md §1.3), so a person looks instead of the bot
    # refusing.
    other_coordinates=frozenset(
        {
            "Coord",
            "Coordinates",
            "GeoPolygon",
            "Globe location",
            "Inline coordinates",
            "Location-Panorama",
            "Lunar location dec",
        }
    ),
    opt_out=frozenset({"Location withheld", "GPS EXIF ambiguous", "Rare species location"}),
    exif_requests=frozenset({"GPS EXIF", "GPS-EXIF"}),
    place_requests=frozenset({"Location possible", "Lagewunsch", "No Location", "Reqgeotag"}),
    infoboxes=frozenset(
        {
            "Art photo",
            "Art Photo",
            "Artwork",
            "BANQ media",
            "Book",
            "Bus-Information",
            "COAInformation",
            "Infobox aircraft image",
            "Information",
            "Information2",
            "Map",
            "Informazioni file",
            "Map-description",
            "Musical work",
            "Object",
            "Painting",
            "Photograph",
            "Specimen",
            "Spoken article",
            "তথ্য",
        }
    ),
    positioned=frozenset({"BANQ media", "Map", "Map-description"}),
    without_coordinates=frozenset(
        {"Geograph", "I18n/location", "Location estimated", "Location/i18n"}
    ),
    opt_out_categories=frozenset({"Location not applicable", "Ambiguous location in EXIF"}),
)
