"""A link taken apart, and the few ways in which services write a position into one."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, unquote_plus, urlsplit

from glocbot.convert.reading import (
    COPY_AGAIN,
    Datum,
    PositionKind,
    Reading,
    Refused,
    shown,
    written_step,
)

NUMBER = r"[+-]?[0-9]++(?:\.[0-9]++)?"
_SEPARATED = re.compile(rf"\s*+({NUMBER})\s*+[,;~ ]\s*+({NUMBER})\s*+(?:[,/;|].*+)?", re.DOTALL)
_EXACT = re.compile(rf"\s*+({NUMBER})\s*+,\s*+({NUMBER})\s*+")
_SPACED = re.compile(r"\s*+([+-]?[0-9]++\.[0-9]++)\s++([+-]?[0-9]++\.[0-9]++)\s*+")

INSTEAD = "open it, put a pin where the camera stood, and paste the pin's coordinates"


@dataclass(frozen=True, slots=True)
class Link:
    """A URI, decoded.

    Attributes:
        scheme: lower case, such as ``https`` or ``geo``.
        host: lower case, without ``www.``; empty where the scheme has none.
        path: the segments between slashes; a plus is a space.
        query: the parameters, names in lower case.
        fragment: what follows the ``#``.
    """

    scheme: str
    host: str
    path: tuple[str, ...]
    query: Mapping[str, tuple[str, ...]]
    fragment: str

    def one(self, name: str) -> str | None:
        """Give the one value of a parameter, None where it is missing or empty.

        Raises:
            Refused: when the link has two different ones.
        """
        values = {value for value in self.query.get(name, ()) if value.strip()}
        if len(values) > 1:
            raise Refused(f"the link says {name}= more than once, with different values", INSTEAD)
        return values.pop() if values else None


def parse_link(text: str) -> Link:
    """Take a URI apart.

    Raises:
        Refused: when it is not one.
    """
    try:
        split = urlsplit(text)
        host = split.hostname or ""
        split.port  # noqa: B018 - a wrong one raises
    except ValueError as error:
        raise Refused(f"{shown(text)} is not a whole link", COPY_AGAIN) from error
    path = split.path
    if split.scheme.lower() not in {"http", "https"}:  # an app's, where nothing is a host
        path, host = f"{split.netloc}/{path}", ""
    return Link(
        split.scheme.lower(),
        host.removeprefix("www."),
        tuple(unquote_plus(part) for part in path.split("/") if part),
        parameters(split.query),
        unquote(split.fragment),
    )


def parameters(query: str) -> dict[str, tuple[str, ...]]:
    """Read `a=1&b=2`; names in lower case, values decoded."""
    found: dict[str, tuple[str, ...]] = {}
    for name, value in parse_qsl(query, keep_blank_values=True):
        found[name.lower()] = (*found.get(name.lower(), ()), value)
    return found


@dataclass(frozen=True, slots=True)
class Found:
    """A position as a link writes it, before it is checked.

    Attributes:
        latitude: decimal degrees.
        longitude: decimal degrees.
        kind: a pin, or the centre of a map.
        heading: degrees from true north.
        size: degrees by which the last digit changes the position; None to count the digits.
        notes: what the person should know.
    """

    latitude: str
    longitude: str
    kind: PositionKind = PositionKind.POINT
    heading: float | None = None
    size: float | None = None
    notes: tuple[str, ...] = ()

    def reading(self, datum: Datum = Datum.WGS84) -> Reading:
        """Check the position.

        Raises:
            Refused: when it is out of range, or 0, 0, which a link only says by mistake.
        """
        given = Reading.at(
            float(self.latitude),
            float(self.longitude),
            heading=self.heading,
            step=self.size or max(map(written_step, (self.latitude, self.longitude))),
            kind=self.kind,
            datum=datum,
            notes=self.notes,
        )
        if given.location.is_null_island:
            raise Refused(
                "the link leads to 0, 0 in the Gulf of Guinea, which services write when they "
                "have no position",
                INSTEAD,
            )
        return given


Extract = Callable[[Link], Found | None]


def exact_pair(text: str, kind: PositionKind = PositionKind.POINT) -> Found | None:
    """Read `lat,lon` and nothing else; without the comma, only where both have decimals."""
    match = _EXACT.fullmatch(text) or _SPACED.fullmatch(text)
    return Found(match[1], match[2], kind) if match else None


def pair(name: str, kind: PositionKind = PositionKind.POINT) -> Extract:
    """Read `name=lat,lon`, which more values may follow."""

    def extract(link: Link) -> Found | None:
        match = _SEPARATED.fullmatch(link.one(name) or "")
        return Found(match[1], match[2], kind) if match else None

    return extract


def both(latitude: str, longitude: str, kind: PositionKind = PositionKind.POINT) -> Extract:
    """Read `latitude=…&longitude=…`, from the query or else the fragment."""

    def extract(link: Link) -> Found | None:
        in_fragment = Link("", "", (), parameters(link.fragment.lstrip("!/?#&")), "")
        for source in (link, in_fragment):
            values = [source.one(latitude), source.one(longitude)]
            found = [value for value in values if value is not None]
            if len(found) == 1:
                raise Refused(f"the link has only one of {latitude}= and {longitude}=", INSTEAD)
            if found:
                numbers = [re.fullmatch(NUMBER, value.strip()) for value in found]
                if not all(numbers):
                    names = f"{latitude}= and {longitude}="
                    raise Refused(f"the link's {names} are not decimal degrees", INSTEAD)
                return Found(found[0].strip(), found[1].strip(), kind)
        return None

    return extract


def in_path(pattern: str, kind: PositionKind = PositionKind.POINT) -> Extract:
    """Read the groups ``lat`` and ``lon`` of a pattern that matches the rest of the path."""
    compiled = re.compile(pattern)

    def extract(link: Link) -> Found | None:
        match = compiled.search("/" + "/".join(link.path))
        return Found(match["lat"], match["lon"], kind) if match else None

    return extract


def in_fragment(pattern: str, kind: PositionKind = PositionKind.VIEW) -> Extract:
    """Read the groups ``lat`` and ``lon`` of a pattern at the start of the fragment."""
    compiled = re.compile(pattern)

    def extract(link: Link) -> Found | None:
        match = compiled.match(link.fragment)
        return Found(match["lat"], match["lon"], kind) if match else None

    return extract


def swapped(extract: Extract) -> Extract:
    """Read what writes the longitude first."""

    def extract_swapped(link: Link) -> Found | None:
        found = extract(link)
        return found and Found(found.longitude, found.latitude, found.kind, found.heading)

    return extract_swapped


LAT = rf"(?P<lat>{NUMBER})"
LON = rf"(?P<lon>{NUMBER})"
#: The fragment that Leaflet's and MapLibre's maps write: #map=17/48.2/16.3 or #17/48.2/16.3.
HASH = in_fragment(rf"(?:.*?[?&])?(?:map=)?[0-9.]++/{LAT}/{LON}(?![0-9.])")


#: A path with one of these shows a route, and its map's centre is no place of it.
_ROUTES = frozenset({"directions", "route", "routes", "routesearch"})


@dataclass(frozen=True, slots=True)
class Service:
    """How one service writes positions.

    Attributes:
        name: as people call it.
        hosts: a pattern for the whole host, without ``www.``.
        sources: in the order in which they win, a pin before a view.
        routes: parameters that each hold one end of a route.
        datum: whether the service shifts positions in mainland China.
    """

    name: str
    hosts: re.Pattern[str]
    sources: tuple[Extract, ...]
    routes: tuple[str, ...] = ()
    datum: Datum = Datum.WGS84

    def read(self, link: Link) -> Reading:
        """Read the position.

        Raises:
            Refused: when the link has none, or the two ends of a route.
        """
        ends = [name for name in self.routes if link.one(name)]
        if len(ends) > 1:
            raise two_points()
        for extract in self.sources:
            found = extract(link)
            if found is None:
                continue
            if found.kind is PositionKind.VIEW and _ROUTES & {part.lower() for part in link.path}:
                raise two_points()
            return found.reading(self.datum)
        raise no_position(self.name)


def two_points() -> Refused:
    """Say that a link has two positions or more."""
    return Refused(
        "the link is a route with two points or more, of which the camera stood at one at most",
        "paste a link to that one point",
    )


def no_position(name: str) -> Refused:
    """Say that a link only has a name or an identifier."""
    return Refused(
        f"the {name} link has no coordinates, only a name, an identifier or nothing", INSTEAD
    )


def hosts(pattern: str) -> re.Pattern[str]:
    """Compile the pattern of a service's hosts."""
    return re.compile(pattern)
