"""Links of services that are not in the table, where their parameters have plain names."""

import re
from collections.abc import Mapping

from glocbot.convert.links.link import INSTEAD, Link, parameters
from glocbot.convert.links.sources import NUMBER, Found
from glocbot.convert.reading import Reading, Refused, shown

_LATITUDES = ("lat", "latitude")
_LONGITUDES = ("lon", "lng", "long", "longitude")
#: A link with one of these is a search or a route, and its position is only where that begins.
_OTHER_USES = frozenset(
    {"from", "to", "origin", "destination", "route", "saddr", "daddr", "waypoints", "start", "end"}
    | {"q", "query", "search", "keyword", "term"}
)
_ROUTES = frozenset({"directions", "route", "routes", "routing", "navigate", "search"})
#: Three numbers with slashes between them are a zoom and a map's centre, in an order that differs.
_CENTRE = re.compile(rf"(?<![0-9.])([0-9.]++)/({NUMBER})/({NUMBER})(?![0-9.])")
#: Degrees, some 20 m, by which one place is rounded differently.
_SAME = 2e-4


def read_unknown(link: Link) -> Reading:
    """Read `lat=…&lon=…` of a link whose service is not known.

    Raises:
        Refused: when it has no such parameters, is a search or a route, or says two things.
    """
    host = link.host or link.scheme
    named = _named(link)
    if named is None:
        raise Refused(
            f"links of {shown(host)} are not read, as it is not known how they write positions",
            INSTEAD,
        )
    names = {name for name, values in link.query.items() if any(values)}
    if _OTHER_USES & names or _ROUTES & {part.lower() for part in link.path}:
        raise Refused(
            "the link is a search or a route, and its position is only where that begins", INSTEAD
        )
    latitude, longitude = named
    _check_centre(link, float(latitude), float(longitude))
    note = f"the service {host} is not known here: check that the position is the one that it shows"
    return Found(latitude, longitude, notes=(note,)).reading()


def _named(link: Link) -> tuple[str, str] | None:
    """Return the one latitude and longitude of the query and the fragment."""
    behind = re.split("[?#]", link.fragment)[-1].lstrip("!/&")
    found: set[tuple[str, str]] = set()
    for part in (link.query, parameters(behind.replace(";", "&"))):
        latitude, longitude = _one(part, _LATITUDES), _one(part, _LONGITUDES)
        if latitude and longitude:
            found.add((latitude, longitude))
    if len(found) > 1:
        raise _contradiction()
    return found.pop() if found else None


def _one(part: Mapping[str, tuple[str, ...]], names: tuple[str, ...]) -> str | None:
    values = {value.strip() for name in names for value in part.get(name, ())}
    values = {value for value in values if re.fullmatch(NUMBER, value)}
    if len(values) > 1:
        raise _contradiction()
    return values.pop() if values else None


def _check_centre(link: Link, latitude: float, longitude: float) -> None:
    for match in _CENTRE.finditer("/".join((*link.path, link.fragment))):
        one, two = float(match[2]), float(match[3])
        alike = any(
            abs(a - latitude) <= _SAME and abs(b - longitude) <= _SAME
            for a, b in ((one, two), (two, one))
        )
        if not alike:
            raise _contradiction()


def _contradiction() -> Refused:
    return Refused("the link says two different positions", INSTEAD)
