"""The few ways in which services write a position into a link."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from glocbot.convert.links.link import INSTEAD, Link, parameters, two_points
from glocbot.convert.reading import Datum, PositionKind, Reading, Refused, written_step

NUMBER = r"[+-]?[0-9]++(?:\.[0-9]++)?"
LAT = rf"(?P<lat>{NUMBER})"
LON = rf"(?P<lon>{NUMBER})"

_SEPARATED = re.compile(rf"\s*+({NUMBER})\s*+[,;~ ]\s*+({NUMBER})\s*+(?:[,/;|].*+)?", re.DOTALL)
_EXACT = re.compile(rf"\s*+({NUMBER})\s*+,\s*+({NUMBER})\s*+")
_SPACED = re.compile(r"\s*+([+-]?[0-9]++\.[0-9]++)\s++([+-]?[0-9]++\.[0-9]++)\s*+")


#: Degrees, about 1 km: what a map's centre may move by rounding to its zoom.
_NEAR = 0.01


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

    def is_near(self, other: "Found") -> bool:
        """Tell whether two are one place, which a link may round in two ways."""
        return (
            abs(float(self.latitude) - float(other.latitude)) <= _NEAR
            and abs(float(self.longitude) - float(other.longitude)) <= _NEAR
        )

    def reading(self, datum: Datum = Datum.WGS84) -> Reading:
        """Check the position.

        Raises:
            Refused: when it is out of range, or 0, 0.
        """
        return Reading.at(
            float(self.latitude),
            float(self.longitude),
            heading=self.heading,
            step=self.size or max(map(written_step, (self.latitude, self.longitude))),
            kind=self.kind,
            datum=datum,
            notes=self.notes,
        )


Source = Callable[[Link], Found | None]


def exact_pair(text: str, kind: PositionKind = PositionKind.POINT) -> Found | None:
    """Read `lat,lon` and nothing else; without the comma, only where both have decimals."""
    match = _EXACT.fullmatch(text) or _SPACED.fullmatch(text)
    return Found(match[1], match[2], kind) if match else None


def pair(name: str, kind: PositionKind = PositionKind.POINT) -> Source:
    """Read `name=lat,lon`, which more values may follow."""

    def read(link: Link) -> Found | None:
        match = _SEPARATED.fullmatch(link.one(name) or "")
        return Found(match[1], match[2], kind) if match else None

    return read


def both(latitude: str, longitude: str, kind: PositionKind = PositionKind.POINT) -> Source:
    """Read `latitude=…&longitude=…`, from the query or else the fragment."""

    def read(link: Link) -> Found | None:
        fragment = Link(
            "", "", (), parameters(re.split("[?#]", link.fragment)[-1].lstrip("!/&")), ""
        )
        for part in (link, fragment):
            values = [part.one(latitude), part.one(longitude)]
            found = [value.strip() for value in values if value is not None]
            if len(found) == 1:
                raise Refused(f"the link has only one of {latitude}= and {longitude}=", INSTEAD)
            if found:
                if not all(re.fullmatch(NUMBER, value) for value in found):
                    raise Refused(
                        f"the link's {latitude}= and {longitude}= are not decimal degrees", INSTEAD
                    )
                return Found(found[0], found[1], kind)
        return None

    return read


def in_path(pattern: str, kind: PositionKind = PositionKind.POINT) -> Source:
    """Read the groups ``lat`` and ``lon`` of a pattern that matches the rest of the path."""
    compiled = re.compile(pattern)

    def read(link: Link) -> Found | None:
        match = compiled.search("/" + "/".join(link.path))
        return Found(match["lat"], match["lon"], kind) if match else None

    return read


def in_fragment(pattern: str, kind: PositionKind = PositionKind.VIEW) -> Source:
    """Read the groups ``lat`` and ``lon`` of a pattern at the start of the fragment."""
    compiled = re.compile(pattern)

    def read(link: Link) -> Found | None:
        match = compiled.match(link.fragment)
        return Found(match["lat"], match["lon"], kind) if match else None

    return read


def in_names(pattern: str, kind: PositionKind = PositionKind.VIEW) -> Source:
    """Read the groups ``lat`` and ``lon`` of a query without names, as in `?48.2,16.3,12`."""
    compiled = re.compile(pattern)

    def read(link: Link) -> Found | None:
        matches = (compiled.search(name) for name in link.query)
        match = next((match for match in matches if match), None)
        return Found(match["lat"], match["lon"], kind) if match else None

    return read


def in_value(name: str, pattern: str, kind: PositionKind = PositionKind.POINT) -> Source:
    """Read the groups ``lat`` and ``lon`` of a pattern somewhere in a parameter."""
    compiled = re.compile(pattern)

    def read(link: Link) -> Found | None:
        match = compiled.search(link.one(name) or "")
        return Found(match["lat"], match["lon"], kind) if match else None

    return read


def swapped(source: Source) -> Source:
    """Read what writes the longitude first."""

    def read(link: Link) -> Found | None:
        found = source(link)
        return found and replace(found, latitude=found.longitude, longitude=found.latitude)

    return read


def single(name: str, *, separator: str) -> Source:
    """Refuse a parameter that holds several positions, such as `pt=37.6,55.7~37.7,55.8`."""

    def read(link: Link) -> Found | None:
        ends = {end for end in (link.one(name) or "").split(separator) if end.strip()}
        if len(ends) > 1:
            raise two_points()
        return None

    return read


def at_sign(kind: PositionKind = PositionKind.VIEW) -> Source:
    """Read `/@48.2,16.3,14z` in the path, as Google's and other services' maps have it."""
    return in_path(rf"/@{LAT},{LON}(?![0-9.])", kind)


#: The fragment that Leaflet's and MapLibre's maps write: #map=17/48.2/16.3 or #17/48.2/16.3.
HASH = in_fragment(rf"/?(?:.*?[?&])?(?:map=|view=)?[0-9.]++/{LAT}/{LON}(?![0-9.])")
