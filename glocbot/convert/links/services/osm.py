"""OpenStreetMap and the maps that write their links alike."""

from glocbot.convert.links.codes import osm_code
from glocbot.convert.links.link import Link
from glocbot.convert.links.places import place_in
from glocbot.convert.links.service import Service
from glocbot.convert.links.sources import (
    HASH,
    LAT,
    LON,
    Found,
    both,
    in_fragment,
    in_path,
    pair,
    single,
    swapped,
)
from glocbot.convert.reading import PositionKind


def _code(link: Link) -> Found | None:
    """Read `osm.org/go/0EEQjE==`, which `?m=` marks as a pin."""
    if len(link.path) < 2 or link.path[0] != "go":
        return None
    kind = PositionKind.POINT if "m" in link.query else PositionKind.VIEW
    return osm_code(link.path[-1], kind)


SERVICES = (
    Service(
        name="OpenStreetMap",
        hosts="openstreetmap.* osm.org",
        sources=(
            single("route", separator=";"),
            both("mlat", "mlon"),
            _code,
            pair("marker"),
            place_in("query", "to"),
            both("lat", "lon", PositionKind.VIEW),
            HASH,
            in_path(rf"[/&?]lat={LAT}&lon={LON}(?![0-9.])", PositionKind.VIEW),
        ),
        routes=("from", "to"),
        example="https://www.openstreetmap.org/?mlat=48.20849&mlon=16.37208#map=17/48.20801/16.37135",
        at=(48.20849, 16.37208),
    ),
    Service(
        name="OpenTopoMap",
        hosts="opentopomap.org cyclosm.org",
        sources=(in_fragment(rf"marker=[0-9.]++/{LAT}/{LON}(?![0-9.])", PositionKind.POINT), HASH),
        example="https://opentopomap.org/#marker=15/48.20849/16.37208",
        at=(48.20849, 16.37208),
    ),
    Service(
        name="OpenCycleMap",
        hosts="opencyclemap.org openrailwaymap.org",
        sources=(both("lat", "lon", PositionKind.VIEW), HASH),
        example="https://www.openrailwaymap.org/?style=standard&lat=48.2085&lon=16.3721&zoom=13",
        at=(48.2085, 16.3721),
    ),
    Service(
        name="OpenSnowMap",
        hosts="opensnowmap.org",
        # The longitude first: its own example is in the Apennines.
        sources=(swapped(HASH),),
        example="https://www.opensnowmap.org/#map=12/14.017/41.819&b=snowmap&m=false&h=false",
        at=(41.819, 14.017),
    ),
    Service(
        name="Wikimedia Maps",
        hosts="maps.wikimedia.org",
        sources=(HASH,),
        example="https://maps.wikimedia.org/#15/48.2085/16.3721",
        at=(48.2085, 16.3721),
    ),
)
