"""Apps for the way: OsmAnd, Organic Maps, Waze, Mapy and others."""

import re

from glocbot.convert.links.codes import GE0_LENGTH, ge0_code, geohash
from glocbot.convert.links.link import Link
from glocbot.convert.links.places import place_in
from glocbot.convert.links.service import Service
from glocbot.convert.links.sources import (
    HASH,
    LAT,
    LON,
    Found,
    both,
    in_path,
    in_value,
    pair,
    swapped,
)
from glocbot.convert.reading import PositionKind


def _ge0_code(link: Link) -> Found | None:
    """Read `ge0://CODE/Name`, whose code stands where other URIs have their host."""
    code = link.path[0] if link.path else ""
    return ge0_code(code) if len(code) == GE0_LENGTH else None


def _waze_code(link: Link) -> Found | None:
    """Read the geohash of `waze.com/ul/hu4pruydqqvj` and `waze.com/live-map?h=u4pruydqqvj`."""
    code = link.path[1] if len(link.path) > 1 and link.path[0] == "ul" else ""
    code = code.removeprefix("h") if code.startswith("h") else link.one("h") or ""
    return geohash(code) if re.fullmatch("[0-9b-z]{6,12}", code) else None


def _mapy_coordinates(link: Link) -> Found | None:
    """Read `source=coor&id=16.37,48.2`; any other source has the identifier of a place."""
    return swapped(pair("id"))(link) if link.one("source") == "coor" else None


SERVICES = (
    Service(
        name="OsmAnd",
        hosts="osmand.net osmand osmandmaps",
        sources=(pair("pin"), both("lat", "lon"), HASH),
        routes=("start", "end", "finish"),
        example="https://osmand.net/map?pin=48.20849,16.37208#16/48.20849/16.37208",
        at=(48.20849, 16.37208),
    ),
    Service(
        name="Organic Maps",
        hosts="omaps.app comaps.at ge0.me ge0 om cm mapsme mapswithme",
        sources=(pair("ll"), pair("cll", PositionKind.VIEW), _ge0_code),
        routes=("sll", "dll"),
        example="https://omaps.app/44TvlEGXf-/Kyiv",
        at=(50.450034, 30.524135),
    ),
    Service(
        name="Waze",
        hosts="waze.com waze",
        sources=(
            pair("ll"),
            pair("latlng"),
            both("lat", "lon", PositionKind.VIEW),
            in_value("to", rf"^ll\.{LAT},{LON}$"),
            _waze_code,
        ),
        routes=("from", "to"),
        example="https://waze.com/ul?ll=48.20849%2C16.37208&navigate=yes&zoom=17",
        at=(48.20849, 16.37208),
    ),
    Service(
        name="Mapy",
        hosts="mapy.cz mapy.com",
        sources=(
            _mapy_coordinates,
            place_in("q", "query"),
            swapped(pair("center", PositionKind.VIEW)),
            both("y", "x", PositionKind.VIEW),
        ),
        routes=("start", "end"),
        example="https://mapy.com/en/zakladni?source=coor&id=16.37208%2C48.20849&x=16.3&y=48.2&z=17",
        at=(48.20849, 16.37208),
    ),
    Service(
        name="Magic Earth",
        hosts="magicearth.com magicearth",
        sources=(both("lat", "lon"), place_in("q")),
        example="https://magicearth.com/?show_on_map&lat=48.20849&lon=16.37208&name=Stephansplatz",
        at=(48.20849, 16.37208),
    ),
    Service(
        name="Sygic",
        hosts="com.sygic.aura",
        sources=(in_path(rf"^/coordinate\|{LON}\|{LAT}(?![0-9.])"),),
        example="com.sygic.aura://coordinate|16.37208|48.20849|show",
        at=(48.20849, 16.37208),
    ),
    Service(
        name="Citymapper",
        hosts="citymapper.com citymapper",
        sources=(pair("endcoord"), pair("coord")),
        routes=("startcoord", "endcoord"),
        example="https://citymapper.com/directions?endcoord=48.20849%2C16.37208&endname=Here",
        at=(48.20849, 16.37208),
    ),
)
