"""Maps of one country whose links have metres of its grid; most need pyproj."""

import re

from glocbot.convert.grids import read_grid
from glocbot.convert.grids.national import (
    LV03,
    LV95,
    OSGB,
    RD,
    SWEREF,
    TM35FIN,
    UTM33,
    Grid,
    converted,
)
from glocbot.convert.grids.utm import from_utm
from glocbot.convert.links.link import Link, parameters
from glocbot.convert.links.service import Service
from glocbot.convert.links.sources import NUMBER, Found, Source
from glocbot.convert.reading import PositionKind

VIEW, POINT = PositionKind.VIEW, PositionKind.POINT

_TWO = re.compile(rf"(?:marker,)?({NUMBER}),({NUMBER})(?:,.*)?")
#: UTM's zone of Bavaria.
_BAVARIA = 32


def _pairs(link: Link, *names: str) -> list[tuple[float, float]]:
    """Return the pairs of metres that the query or the fragment has under these names.

    One name has both, `center=2600000,1200000`; two are divided by a slash, `e/n`.
    """
    behind = parameters(re.split("[?#]", link.fragment)[-1].lstrip("!/&"))
    found: list[tuple[float, float]] = []
    for part in (link.query, behind):
        for name in names:
            values = [part.get(each, ("",))[-1] for each in name.split("/")]
            match = _TWO.fullmatch(",".join(values))
            if match is not None:
                found.append((float(match[1]), float(match[2])))
    return found


def _metres(grids: tuple[Grid, ...], *names: str, kind: PositionKind = VIEW) -> Source:
    """Read metres of the one of the grids in whose country they lie, in either order."""

    def read(link: Link) -> Found | None:
        for one, two in _pairs(link, *names):
            for grid in grids:
                east, north = (one, two) if grid.holds(one, two) else (two, one)
                if grid.holds(east, north):
                    latitude, longitude, note = converted(grid, east, north)
                    return Found(f"{latitude:.7f}", f"{longitude:.7f}", kind, notes=(note,))
        return None

    return read


def _bavaria(link: Link) -> Found | None:
    for east, north in _pairs(link, "c", "e/n"):
        if east > 500_000 and north > 5_000_000:
            latitude, longitude = from_utm(east, north, _BAVARIA, northern=True)
            return Found(f"{latitude:.7f}", f"{longitude:.7f}", VIEW)
    return None


def _topotijdreis(link: Link) -> Found | None:
    """Read `/kaart/2023/@155000,463000,8`."""
    match = next((found for found in map(_AT.fullmatch, link.path) if found), None)
    if match is None or not RD.holds(float(match[1]), float(match[2])):
        return None
    latitude, longitude, note = converted(RD, float(match[1]), float(match[2]))
    return Found(f"{latitude:.7f}", f"{longitude:.7f}", VIEW, notes=(note,))


_AT = re.compile(rf"@({NUMBER}),({NUMBER})(?:,.*)?")


def _geograph(link: Link) -> Found | None:
    """Read the reference of a square in `/gridref/TQ3080`."""
    if len(link.path) < 2 or link.path[0] != "gridref":
        return None
    country = "Irish Grid" if re.match("[A-Z][0-9]", link.path[1]) else "OSGB"
    reading = read_grid(f"{country} {link.path[1]}")
    if reading is None:
        return None
    place = reading.location
    return Found(
        f"{place.latitude:.7f}",
        f"{place.longitude:.7f}",
        reading.kind,
        size=reading.step,
        notes=reading.notes,
    )


SERVICES = (
    Service(
        name="swisstopo",
        hosts="map.geo.admin.ch",
        sources=(
            _metres((LV95, LV03), "crosshair", kind=POINT),
            _metres((LV95, LV03), "center", "e/n", "y/x"),
        ),
        example="https://map.geo.admin.ch/#/map?lang=de&center=2600072.37,1199545.49&z=9&topic=ech",
        at=(46.946994, 7.439583),
    ),
    Service(
        name="BayernAtlas",
        hosts="atlas.bayern.de geoportal.bayern.de",
        sources=(_bavaria,),
        example="https://atlas.bayern.de/?c=725303,5434470&z=16&r=0&l=atkis&crh=true&mid=1",
        at=(49.021927, 12.081888),
    ),
    Service(
        name="Streetmap",
        hosts="streetmap.co.uk",
        sources=(_metres((OSGB,), "x/y"),),
        example="https://www.streetmap.co.uk/map?x=530034&y=180381&z=120&sv=530034,180381&st=4",
        at=(51.507407, -0.127724),
    ),
    Service(
        name="Geograph",
        hosts="geograph.org.uk geograph.ie",
        sources=(_geograph,),
        example="https://www.geograph.org.uk/gridref/TQ300804",
        at=(51.508023, -0.127468),
    ),
    Service(
        name="Karttapaikka",
        hosts="maanmittauslaitos.fi karttapaikka.fi",
        sources=(_metres((TM35FIN,), "e/n"),),
        example="https://asiointi.maanmittauslaitos.fi/karttapaikka/?lang=en&share=customMarker"
        "&n=6671000&e=385500&title=Here&zoom=8",
        at=(60.159833, 24.937025),
    ),
    Service(
        name="Min karta",
        hosts="minkarta.lantmateriet.se",
        sources=(_metres((SWEREF,), "e/n"),),
        example="https://minkarta.lantmateriet.se/?e=674032&n=6580822&z=11&mapprofile=karta",
        at=(59.330231, 18.05919),
    ),
    Service(
        name="Norgeskart",
        hosts="norgeskart.no",
        sources=(
            _metres((UTM33,), "markerlon/markerlat", kind=POINT),
            _metres((UTM33,), "lon/lat"),
        ),
        example="https://www.norgeskart.no/#!?project=norgeskart&layers=1002&zoom=11&lat=6649790.33"
        "&lon=263090.69&markerLat=6649284.98&markerLon=261503.27",
        at=(59.911870, 10.733530),
    ),
    Service(
        name="PDOK",
        hosts="pdok.nl",
        sources=(_metres((RD,), "x/y"),),
        example="https://app.pdok.nl/viewer/#x=155000.00&y=463000.00&z=8.0",
        at=(52.155172, 5.387204),
    ),
    Service(
        name="Topotijdreis",
        hosts="topotijdreis.nl",
        sources=(_topotijdreis,),
        example="https://www.topotijdreis.nl/kaart/2023/@155000,463000,8",
        at=(52.155172, 5.387204),
    ),
)
