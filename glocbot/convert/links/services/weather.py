"""Maps of the weather and of the sky."""

import re

from glocbot.convert.links.link import Link
from glocbot.convert.links.service import Service
from glocbot.convert.links.sources import (
    HASH,
    LAT,
    LON,
    Found,
    in_fragment,
    in_names,
    in_path,
    pair,
)
from glocbot.convert.reading import PositionKind

VIEW, POINT = PositionKind.VIEW, PositionKind.POINT
VIENNA = (48.2085, 16.3721)


def _with_letters(link: Link) -> Found | None:
    """Read Meteoblue's `/48.208N16.372E` at the end of a path."""
    match = re.search(r"([0-9.]++)([NS])([0-9.]++)([EW])(?:[0-9]++_.*)?$", "/".join(link.path))
    if match is None or match[1].count(".") > 1 or match[3].count(".") > 1:
        return None
    south, west = match[2] == "S", match[4] == "W"
    return Found(f"-{match[1]}" if south else match[1], f"-{match[3]}" if west else match[3])


SERVICES = (
    Service(
        name="Windy",
        hosts="windy.com",
        sources=(
            in_path(rf"^/{LAT}/{LON}(?![0-9.])"),
            in_names(rf"(?:^|,){LAT},{LON},[0-9]{{1,2}}(?:,|$)"),
        ),
        example="https://www.windy.com/?rain,48.2085,16.3721,8,i:pressure",
        at=VIENNA,
    ),
    Service(
        name="Ventusky",
        hosts="ventusky.com",
        sources=(pair("p", VIEW),),
        example="https://www.ventusky.com/?p=48.2085;16.3721;8&l=temperature-2m",
        at=VIENNA,
    ),
    Service(
        name="meteoblue",
        hosts="meteoblue.com",
        sources=(
            _with_letters,
            in_fragment(rf"(?:.*&)?coords=[0-9.]++/{LAT}/{LON}(?![0-9.])"),
        ),
        example="https://www.meteoblue.com/en/weather/week/48.2085N16.3721E",
        at=VIENNA,
    ),
    Service(
        name="Zoom Earth",
        hosts="zoom.earth",
        sources=(in_fragment(rf"(?:.*/)?(?:view=)?{LAT},{LON},[0-9.]++z"),),
        example="https://zoom.earth/maps/satellite/#view=48.2085,16.3721,11z/overlays=labels:off",
        at=VIENNA,
    ),
    Service(
        name="earth",
        hosts="earth.nullschool.net",
        sources=(
            in_fragment(rf".*/loc={LON},{LAT}(?![0-9.])", POINT),
            in_fragment(rf".*/[a-z]++={LON},{LAT},[0-9]++"),
        ),
        example="https://earth.nullschool.net/#current/wind/surface/level/orthographic=10.20,46.10,"
        "2400/loc=16.3721,48.2085",
        at=VIENNA,
    ),
    Service(
        name="LightningMaps",
        hosts="lightningmaps.org",
        sources=(in_fragment(rf"(?:.*;)?y={LAT};x={LON};"),),
        example="https://www.lightningmaps.org/#m=oss;t=3;s=0;o=0;b=;ts=0;y=48.2085;x=16.3721;z=10;",
        at=VIENNA,
    ),
    Service(
        name="Blitzortung",
        hosts="blitzortung.org",
        sources=(HASH,),
        example="https://map.blitzortung.org/#6/48.2085/16.3721",
        at=VIENNA,
    ),
    Service(
        name="RainViewer",
        hosts="rainviewer.com",
        sources=(pair("loc", VIEW),),
        example="https://www.rainviewer.com/map.html?loc=48.2085,16.3721,8&oFa=0&oC=1",
        at=VIENNA,
    ),
    Service(
        name="Yr",
        hosts="yr.no",
        sources=(in_path(rf"/{LAT},{LON}(?![0-9.])"),),
        example="https://www.yr.no/en/forecast/daily-table/48.2085,16.3721",
        at=VIENNA,
    ),
)
